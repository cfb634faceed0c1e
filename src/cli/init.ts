import { styleText } from 'node:util'
import type { Decision } from '../init/decide.ts'
import { patchOf } from '../init/patch.ts'
import { type Prepared, prepareInit } from '../init/prepare.ts'
import { readInputs } from '../inputs/read.ts'
import { BY_NPX } from '../lib/documentation.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { print } from '../lib/print.ts'
import { list } from '../lib/text.ts'
import { openWorkspace } from '../lib/workspace.ts'
import { writeFiles } from '../lib/write-files.ts'
import { columns, plainText, section } from '../report/terminal-text.ts'
import { startWatchdog } from '../watchdog/guard.ts'
import type { Flag, Preset } from './commands.ts'
import { terminalLog } from './log.ts'

export interface InitOrder {
  /** As the runner passes them: `INPUT_CONFIG`. */
  inputs: Readonly<Record<string, string>>
  switches: ReadonlySet<Flag>
  preset?: Preset
}

/**
 * Writes the files for the repository in the working directory, and lists the result for each. With --dry-run the
 * standard output contains only a diff.
 * @throws ActionError `configuration`
 */
export async function runInit({ inputs, switches, preset }: InitOrder): Promise<number> {
  // With the checks of mode plan, which needs no secrets.
  const { workingDirectory, config, names } = readInputs({ ...inputs, INPUT_MODE: 'plan' })
  const workspace = openWorkspace(process.cwd(), workingDirectory)
  const force = switches.has('force')
  const watchdog = startWatchdog({ reader: 'terminal' }, 0)
  watchdog.update({ during: '`init`' })
  const options = { config, names, force, preset: preset !== undefined }
  const prepared = await prepareInit(workspace, options).finally(watchdog.dismiss)
  const isDry = switches.has('dry-run')
  if (isDry) print(prepared.decisions.map(patchOf).map(displayPatch).join(''), process.stdout)
  else
    writeFiles(
      workspace.root,
      prepared.decisions.filter(isWrite).map(({ file }) => file),
    )
  logResult(prepared, isDry)
  return 0
}

const isWrite = ({ kind }: Decision): boolean => kind === 'create' || kind === 'update' || kind === 'replace'

/**
 * In a terminal with colours and without control characters of old files. Into a pipe unchanged, except for commands to
 * a runner: a file that contains one cannot be patched by it.
 */
function displayPatch(patch: string): string {
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

const RESULTS: Record<Decision['kind'], readonly [string, string]> = {
  create: ['written', 'would be written'],
  unchanged: ['unchanged', 'unchanged'],
  update: ['updated', 'would be updated'],
  replace: ['replaced', 'would be replaced'],
  keep: ['kept', 'kept'],
}

function logResult({ decisions, problems, configured, isComplete }: Prepared, isDry: boolean): void {
  const stream = isDry ? process.stderr : process.stdout
  const rows = decisions.map((decision) => [
    plainText(decision.file.path),
    RESULTS[decision.kind][isDry ? 1 : 0],
    decision.kind === 'keep' ? KEPT_BECAUSE[decision.whose] : '',
  ])
  print(columns(rows).join('\n'), stream)
  if (problems.length > 0) {
    print('\nFindings', stream)
    const log = terminalLog(stream, { debug: false })
    for (const problem of onceEach(problems)) log.problem(withCode(problem))
    log.end()
  }
  const kept = decisions.some(({ kind }) => kind === 'keep')
  const wrong = problems.some(({ severity }) => severity === 'error')
  print(`\n${section('Next', nextSteps({ kept, configured, wrong, isComplete }))}`, stream)
}

/** Findings have a code, by which they can be looked up and silenced. */
const withCode = (problem: Diagnostic): Diagnostic =>
  problem.code.startsWith('init-') ? problem : { ...problem, message: `${problem.message} [${problem.code}]` }

/** The same finding in the same file is shown once, with the other lines: names and numbers in it may differ. */
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

const KEPT_BECAUSE = {
  unmanaged: 'it was not written by init; --force replaces it',
  changed: 'it was changed since init wrote it; --force replaces it',
}

function nextSteps(state: {
  kept: boolean
  configured: boolean
  wrong: boolean
  isComplete: boolean
}): string[] {
  return [
    ...(state.isComplete
      ? []
      : [
          `Fill in the empty values of monitoring.yml: nothing in the repository says them. Then run again, for the files that are made from it: ${BY_NPX} init`,
        ]),
    ...(state.configured ? [] : ['Review monitoring.yml, and what was not taken over.']),
    ...(state.wrong
      ? ['Correct the errors above in the files that are kept: files with errors cannot be deployed.']
      : []),
    ...(state.kept ? [`Show how the kept files would change: ${BY_NPX} init --force --dry-run`] : []),
    `Check everything, without secrets: ${BY_NPX} plan`,
    'Deploy and verify, with FLY_API_TOKEN set: scripts/deploy-with-monitoring.sh',
    'Or store FLY_API_TOKEN as a secret of the repository, commit, and push.',
  ]
}
