import { posix } from 'node:path'
import { dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { flyDeploysOf } from '../../config/deploys/workflow-deploys.ts'
import { globMatches } from '../../formats/glob.ts'
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
  check(workflow, { report }) {
    const { all, flyFiles, textOf } = workflow
    if (flyFiles.length === 0) return
    for (const place of all) {
      if (bringsFiles(place, /fly\.toml|config save|launch/)) continue
      for (const { folder: started, config, app, matrix, at } of flyDeploysOf(place)) {
        const folder = posix.dirname(config)
        const written = posix.relative(started, config)
        // Written from the root, and read from the folder of the step.
        const isFromRoot = written.includes('/') && !dependsOnRun(config) && flyFiles.includes(written)
        if (isFromRoot && !flyFiles.includes(config) && textOf(config) === undefined) {
          report(
            at,
            `The step deploys in ${started}, and flyctl reads \`--config\` from there: ${config} does not exist, so the deploy fails.`,
            `Use \`--config ${posix.relative(started, written)}\`, or start flyctl in the root of the repository.`,
          )
          continue
        }
        const isAbsent = NAMES.every(
          (name) =>
            !flyFiles.includes(posix.join(folder, name)) && textOf(posix.join(folder, name)) === undefined,
        )
        const isPlain =
          posix.basename(config) === 'fly.toml' &&
          app === undefined &&
          matrix === undefined &&
          !dependsOnRun(config)
        if (isPlain && isAbsent)
          report(
            at,
            `The step deploys in ${folder === '.' ? 'the root of the repository' : folder}, which has no fly.toml: flyctl fails, unless a step before it writes that file.`,
            hintFor(config, workflow),
          )
      }
    }
  },
}

/** What flyctl finds without an option. */
const NAMES = ['fly.toml', 'fly.json', 'fly.yaml', 'fly.yml']

/** The file of another app is not the cure: only a fly.toml that no other step deploys with may be the one that is meant. */
function hintFor(config: string, { all, flyFiles, textOf }: Workflow): string {
  const ignored = ignoredBy(config, textOf)
  if (ignored !== undefined) return `${ignored} makes Git ignore it: remove that line, and commit ${config}.`
  const deployed = all.flatMap((place) => flyDeploysOf(place).map((one) => one.config))
  const others = flyFiles.filter((path) => !/(?:^|\/)fly\.monitoring\.toml$/.test(path))
  const [only, ...more] = others.filter((path) => posix.basename(path) === 'fly.toml')
  const offered = only !== undefined && more.length === 0 && !deployed.includes(only) ? only : undefined
  const has = `The repository has ${few(others)}.`
  return offered === undefined
    ? `Commit ${config}, or name the file of that app with \`--config\`. ${has}`
    : `Name the file, such as \`--config ${posix.relative(posix.dirname(config), offered)}\`, or set \`working-directory\`. ${has}`
}

/** The line that makes Git ignore a file. */
function ignoredBy(path: string, textOf: Workflow['textOf']): string | undefined {
  for (let folder = posix.dirname(path); ; folder = posix.dirname(folder)) {
    const file = posix.join(folder, '.gitignore')
    const lines = (textOf(file) ?? '').split(/\r?\n/)
    const line = lines.findLastIndex((text) => isIgnoring(text.trim(), posix.relative(folder, path)))
    if (line >= 0) return lines[line]?.trim().startsWith('!') ? undefined : `${file}:${line + 1}`
    if (folder === '.') return undefined
  }
}

/** Whether a line of .gitignore, or an exception of it, is about a path. A lone `*` has exceptions that are not read here. */
function isIgnoring(line: string, path: string): boolean {
  const pattern = line.replace(/^!/, '').replace(/^\*\*\//, '')
  const name = pattern.includes('/') ? path : posix.basename(path)
  return pattern !== '*' && globMatches(pattern.replace(/^\//, ''), name)
}
