import { posix } from 'node:path'
import { dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { flyDeploysOf, type StepDeploy } from '../../config/deploys/workflow-deploys.ts'
import { flyModelOf } from '../../config/sources/fly-identity.ts'
import { copiedPaths, readDockerfile } from '../../formats/dockerfile.ts'
import { foldersAbove } from '../../lib/folders.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { bringsFiles } from './made-files.ts'
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
    'package.json': '{}\n',
    'apps/api/Dockerfile': 'FROM node:22\nCOPY package.json apps/api/fly.toml ./\n',
    'apps/api/fly.toml': 'app = "chat"\n',
    'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, config: apps/api/fly.toml, deploy: false }]
services: [{ name: web, app: chat, port: 9090 }]
`,
  },
})

/** A deploy in a folder that does not have what the Dockerfile copies. */
export const buildContext: Rule<Workflow> = {
  code: 'workflow/build-context',
  severity: 'warning',
  what: 'A step deploys in a folder without the files that the Dockerfile copies.',
  why: 'The build context is the folder that flyctl is started in: `COPY` finds nothing above it, and the build fails.',
  bad: file('▸cd apps/api && flyctl deploy --remote-only'),
  good: file('flyctl deploy --remote-only --config apps/api/fly.toml --dockerfile apps/api/Dockerfile'),
  check(workflow, { report }) {
    for (const place of workflow.all)
      for (const deploy of flyDeploysOf(place)) {
        const found = copiedFromAbove(deploy, workflow)
        if (!found || bringsFiles(place, /\btee\b/)) continue
        const { dockerfile, missing, above } = found
        const where = above === '.' ? 'the root of the repository' : above
        const [config, named] = [deploy.config, dockerfile].map((path) => posix.relative(above, path))
        report(
          deploy.at,
          `The step deploys in ${deploy.folder}, and ${dockerfile} copies ${few(missing.map(quoted))}, which only ${where} has: the build fails, unless a step before it copies them.`,
          `Deploy in ${where}: \`flyctl deploy --config ${config} --dockerfile ${named}\`.`,
        )
      }
  },
}

const OTHER_BUILD = /^[ \t]*(?:image|builder|builtin|buildpacks)[ \t]*=/m

/** What the Dockerfile of a deploy copies and its folder does not have, where a folder above it has everything. */
function copiedFromAbove(
  { folder, config, dockerfile: flag, options }: StepDeploy,
  { buildOf, textOf, exists }: Workflow,
): { dockerfile: string; missing: string[]; above: string } | undefined {
  const fly = [folder, config, flag ?? ''].some(dependsOnRun) ? undefined : textOf(config)
  if (fly === undefined || OTHER_BUILD.test(fly) || options.some((one) => one.startsWith('--image')))
    return undefined
  const dockerfile = buildOf(config)?.path ?? flag ?? posix.join(folder, 'Dockerfile')
  const all = copiedPaths(readDockerfile(textOf(dockerfile) ?? ''), flyModelOf(fly)?.buildArgs)
  const copied = all.filter((path) => !/[*?[]/.test(path))
  const isIn = (from: string) => (path: string) => exists(posix.join(from, path))
  const missing = copied.filter((path) => !isIn(folder)(path))
  const above = foldersAbove(folder).find((one) => copied.every(isIn(one)))
  return missing.length === 0 || above === undefined ? undefined : { dockerfile, missing, above }
}
