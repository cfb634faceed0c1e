import { flyDeploysOf, scriptOf } from '../../config/deploys/workflow-deploys.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { few } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import type { Workflow } from './subject.ts'

const file = (command: string) => ({
  text: `on:
  push: { branches: [main] }
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    concurrency: { group: fly-chat, cancel-in-progress: false }
    steps:
      - uses: actions/checkout@v7
      - run: ${command}
        env: { FLY_API_TOKEN: "\${{ secrets.FLY_API_TOKEN }}" }
`,
  others: {
    'fly.toml': null,
    'deploy/fly.toml': 'app = "chat"\n',
    'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, config: deploy/fly.toml, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`,
  },
})

/** A deploy in a folder without a Fly configuration. */
export const noConfig: Rule<Workflow> = {
  code: 'workflow/no-config',
  severity: 'warning',
  what: 'A step deploys in a folder without a fly.toml.',
  why: 'flyctl does not search other folders: it has neither a configuration nor the name of an app, and fails.',
  bad: file('▸flyctl deploy --remote-only'),
  good: file('flyctl deploy --remote-only --config deploy/fly.toml'),
  check({ all, flyFiles }, { report }) {
    if (flyFiles.length === 0 || flyFiles.some((path) => AT_ROOT.test(path))) return
    for (const place of all)
      for (const { config, app, at } of flyDeploysOf(place))
        if (config === 'fly.toml' && app === undefined && !isMade(items(get(place.job, 'steps'))))
          report(
            at,
            'The step deploys in the root of the repository, which has no fly.toml: flyctl fails, unless a step before it writes that file.',
            `Name the file, such as \`--config ${flyFiles[0]}\`, or set \`working-directory\`. The repository has ${few(flyFiles)}.`,
          )
  },
}

const AT_ROOT = /^fly\.(?:toml|json|ya?ml)$/

/** Whether steps of the job may bring a file: they name it, save a configuration, or check out something else. */
const isMade = (steps: readonly Tree[]): boolean =>
  steps.some((step) => {
    const uses = scalarText(get(step, 'uses')) ?? ''
    const given = get(step, 'with')
    return (
      /fly\.toml|config save|launch|\bcp\b|\bmv\b/.test(scriptOf(step)) ||
      /download-artifact|cache/.test(uses) ||
      (/^actions\/checkout@/.test(uses) && ['repository', 'path', 'ref'].some((key) => get(given, key)))
    )
  })
