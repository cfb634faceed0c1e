import { styleText } from 'node:util'
import type { Decision } from '../init/decide.ts'
import { patchOf } from '../init/patch.ts'
import { type Prepared, prepareInit } from '../init/prepare.ts'
import { BY_NPX } from '../init/program.ts'
import { writeFiles } from '../init/write.ts'
import { readInputs } from '../inputs/read.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { print } from '../lib/print.ts'
import { list } from '../lib/text.ts'
import { openWorkspace } from '../lib/workspace.ts'
import { columns, plainText, section } from '../report/terminal-text.ts'
import { startWatchdog } from '../watchdog/guard.ts'
import type { Flag } from './commands.ts'
import { terminalLog } from './log.ts'

export interface InitOrder {
  /** As the runner hands them over: `INPUT_CONFIG`. */
  inputs: Readonly<Record<string, string>>
  switches: ReadonlySet<Flag>
}

/**
 * Writes the files for the repository in the working directory, and tells what became of each. With --dry-run the
 * standard output is a diff, and nothing else.
 * @throws ActionError `configuration`
 */
export async function runInit({ inputs, switches }: InitOrder): Promise<number> {
  // The checks of mode plan: nothing is needed.
  const { workingDirectory, config, names } = readInputs({ ...inputs, INPUT_MODE: 'plan' })
  const workspace = openWorkspace(process.cwd(), workingDirectory)
  const force = switches.has('force')
  const watchdog = startWatchdog({ reader: 'terminal' }, 0)
  watchdog.tell({ during: '`init`' })
  const prepared = await prepareInit(workspace, { config, names, force }).finally(watchdog.dismiss)
  const isDry = switches.has('dry-run')
  if (isDry) print(prepared.decisions.map(patchOf).map(forPeople).join(''), process.stdout)
  else
    writeFiles(
      workspace.root,
      prepared.decisions.filter(isWrite).map(({ file }) => file),
    )
  tell(prepared, isDry)
  return 0
}

const isWrite = ({ kind }: Decision): boolean => kind === 'create' || kind === 'update' || kind === 'replace'

/**
 * In a terminal with colours, and without what old files could do to it. Into a pipe exactly as it is, but for commands
 * to a runner: a file that holds one cannot be patched by it.
 */
function forPeople(patch: string): string {
  if (!process.stdout.isTTY) return patch
  return patch
    .split('\n')
    .map((line) => {
      const safe = line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      const style = { '+': 'green', '-': 'red', '@': 'cyan' }[safe[0] ?? ''] as 'green' | undefined
      return style ? styleText(style, safe, { stream: process.stdout }) : safe
    })
    .join('\n')
}

const SAYS: Record<Decision['kind'], readonly [string, string]> = {
  create: ['written', 'would be written'],
  unchanged: ['unchanged', 'unchanged'],
  update: ['brought up to date', 'would be brought up to date'],
  replace: ['replaced', 'would be replaced'],
  keep: ['kept', 'kept'],
}

function tell({ decisions, problems, configured }: Prepared, isDry: boolean): void {
  const stream = isDry ? process.stderr : process.stdout
  const rows = decisions.map((decision) => [
    plainText(decision.file.path),
    SAYS[decision.kind][isDry ? 1 : 0],
    decision.kind === 'keep' ? WHY[decision.whose] : '',
  ])
  print(columns(rows).join('\n'), stream)
  if (problems.length > 0) {
    print('\nFound on the way', stream)
    const log = terminalLog(stream, { debug: false })
    for (const problem of onceEach(problems)) log.problem(withCode(problem))
    log.end()
  }
  const kept = decisions.some(({ kind }) => kind === 'keep')
  const wrong = problems.some(({ severity }) => severity === 'error')
  print(`\n${section('Next', next({ kept, configured, wrong }))}`, stream)
}

/** Findings have a name that says more, and by which they can be silenced. */
const withCode = (problem: Diagnostic): Diagnostic =>
  problem.code.startsWith('init-') ? problem : { ...problem, message: `${problem.message} [${problem.code}]` }

/** The same in the same file is told once, with the other lines: names and numbers in it may differ. */
function onceEach(problems: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, at, message }: Diagnostic) =>
    `${at?.file} ${code} ${message.replaceAll(/"[^"]*"|\d+/g, '…')}`
  return [...Map.groupBy(problems, key).values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? []
    const lines = others.flatMap(({ at }) => (at ? String(at.line) : []))
    return {
      ...first,
      message: `${first.message} The same in line${lines.length > 1 ? 's' : ''} ${list(lines)}.`,
    }
  })
}

const WHY = {
  foreign: 'it was not written by init; --force replaces it',
  changed: 'it was changed since init wrote it; --force replaces it',
}

function next(state: { kept: boolean; configured: boolean; wrong: boolean }): string[] {
  return [
    ...(state.configured ? [] : ['Read monitoring.yml, and correct what could only be guessed.']),
    ...(state.wrong
      ? ['Correct the errors above in files that stay: what has them cannot be deployed.']
      : []),
    ...(state.kept
      ? [`See what would become of the files that were kept: ${BY_NPX} init --force --dry-run`]
      : []),
    `Check everything, without any secret: ${BY_NPX} plan`,
    'Deploy and prove, with FLY_API_TOKEN: scripts/deploy-with-monitoring.sh',
    'Or store FLY_API_TOKEN as a secret of the repository, commit, and push.',
  ]
}
