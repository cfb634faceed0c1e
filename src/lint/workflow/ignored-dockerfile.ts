import { dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { flyDeploysOf } from '../../config/deploys/workflow-deploys.ts'
import { quoted } from '../../lib/quote.ts'
import { UNLESS_WRITTEN } from '../fly/no-dockerfile.ts'
import type { Rule } from '../rule.ts'
import type { Workflow } from './subject.ts'

const file = (fly: string) => ({
  text: `on:
  push: { branches: [main] }
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    concurrency: { group: fly-chat, cancel-in-progress: false }
    steps:
      - uses: actions/checkout@v7
      - run: ${fly === '' ? '' : '▸'}flyctl deploy --remote-only --dockerfile docker/web.Dockerfile
        env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }
`,
  others: {
    'fly.toml': `app = "chat"\n${fly}`,
    Dockerfile: 'FROM node:22\n',
    'docker/web.Dockerfile': 'FROM node:22\n',
    'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`,
  },
})

/** A Dockerfile in a command, next to another one in the Fly configuration. flyctl: `resolveDockerfilePath`, `fetchImageRef`. */
export const ignoredDockerfile: Rule<Workflow> = {
  code: 'workflow/ignored-dockerfile',
  severity: 'warning',
  what: 'A step names a Dockerfile that flyctl ignores.',
  why: '`--dockerfile` counts only when `[build]` of the Fly configuration names neither a Dockerfile nor an image: flyctl builds that one, without a warning.',
  bad: file('[build]\ndockerfile = "Dockerfile"\n'),
  good: file(''),
  check({ all, buildOf, exists }, { report }) {
    for (const place of all)
      for (const { config, dockerfile, at } of flyDeploysOf(place)) {
        const built = dependsOnRun(config) ? undefined : buildOf(config)
        if (dockerfile === undefined || dependsOnRun(dockerfile) || !built || built.path === dockerfile)
          continue
        const isAbsent = built.path !== undefined && exists(config) && !exists(built.path)
        const fails = isAbsent ? `, which is not in the repository: ${UNLESS_WRITTEN}` : '.'
        report(
          at,
          `flyctl ignores \`--dockerfile\` with ${quoted(dockerfile)}: ${config} has \`${built.written}\` in [build]${fails}`,
          isAbsent ? `Remove that line of ${config}.` : `Remove the option, or that line of ${config}.`,
        )
      }
  },
}
