import { styleText } from 'node:util'
import { type Decision, isWrite } from '../init/decide.ts'
import { dashboardIn, patchOf } from '../init/patch.ts'
import { type Prepared, prepareInit } from '../init/prepare.ts'
import { foundRows, proposalRows, type Rows } from '../init/summary.ts'
import { readInputs } from '../inputs/read.ts'
import { BY_NPX } from '../lib/documentation.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { print } from '../lib/print.ts'
import { count, list } from '../lib/text.ts'
import { openWorkspace } from '../lib/workspace.ts'
import { writeFiles } from '../lib/write-files.ts'
import { columns, plainText, section } from '../report/terminal-text.ts'
import { findValidators } from '../run/external-validators.ts'
import type { Flag, Preset } from './commands.ts'
import { type TerminalStream, terminalLog } from './log.ts'
import { fromTerminal } from './run.ts'

export interface InitOrder {
  /** As the runner passes them: `INPUT_CONFIG`. */
  inputs: Readonly<Record<string, string>>
  switches: ReadonlySet<Flag>
  preset?: Preset
}

/**
 * Writes the files for the repository in the working directory, and says what it found, what it proposes, and what `plan`
 * says about it. With --dry-run the standard output contains only a diff, and nothing is written. A terminal
 * shows dashboards by their names and their numbers of panels; a pipe has the whole diff, for `git apply`.
 * @throws ActionError `configuration`
 */
export function runInit({ inputs, switches, preset }: InitOrder): Promise<number> {
  // With the checks of mode plan, which needs no secrets.
  return fromTerminal({ mode: 'plan', inputs, switches }, async (context) => {
    const { workingDirectory, config, names } = readInputs({ ...inputs, INPUT_MODE: 'plan' })
    const { env, scratch, signal, watchdog } = context
    context.log.end()
    watchdog?.update({ during: '`init`', stuckAfterMs: SCAN_MS })
    const workspace = openWorkspace(process.cwd(), workingDirectory)
    const limits = { scratch, signal, until: Date.now() + VALIDATORS_MS }
    const validators = findValidators({ env, workspaceRoot: workspace.root, ...limits })
    const force = switches.has('force')
    const options = { config, names, force, preset: preset !== undefined, validators }
    const prepared = await prepareInit(workspace, options)
    const isDry = switches.has('dry-run')
    const files = prepared.decisions.filter(isWrite).map(({ file }) => file)
    if (!isDry) writeFiles(workspace.root, files)
    report(prepared, isDry)
    return 0
  })
}

/** The time limit for promtool and flyctl, in milliseconds: no one waits longer at a terminal. */
const VALIDATORS_MS = 120_000

/** How long the scan of a repository may take, in milliseconds: 12,000 files of code took 5.6 s of a processor. */
const SCAN_MS = 300_000

/** For a reader from top to bottom: what was found, what is proposed, what is missing, the files, what plan says, what to do. */
function report(prepared: Prepared, isDry: boolean): void {
  const { decisions, found, notes, problems, skipped } = prepared
  const stream = isDry ? process.stderr : process.stdout
  const show = (text: string) => {
    if (text !== '') print(`\n${text}`, stream)
  }
  if (found) {
    show(section('Found in this repository', rowsOf(foundRows(found))))
    show(section('Proposed in monitoring.yml', rowsOf(proposalRows(found))))
  }
  showProblems('Not taken over, and what to decide', notes, stream)
  show(section('Files', columns(decisions.map((decision) => fileRow(decision, isDry)))))
  // Alone on the standard output, so that it can be applied.
  const isRead = process.stdout.isTTY
  const shown = decisions.filter((decision) => !isRead || dashboardIn(decision) === undefined)
  if (isDry) print(shown.map(patchOf).map(displayPatch).join(''), process.stdout)
  const counts = `${count(problems.filter(isError).length, 'error')}, ${count(problems.filter((one) => !isError(one)).length, 'warning')}`
  if (problems.length > 0) showProblems(`What plan says: ${counts}`, problems, stream)
  else show('What plan says: no findings')
  show(
    section(
      'Not checked',
      skipped.map(({ part, why }) => plainText(`${part}: ${why}`)),
    ),
  )
  show(section('Next', nextSteps(prepared)))
}

const rowsOf = (rows: Rows): string[] => columns(rows.map((row) => row.map((cell) => plainText(cell))))

const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

function showProblems(title: string, problems: readonly Diagnostic[], stream: TerminalStream): void {
  if (problems.length === 0) return
  print(`\n${title}`, stream)
  const log = terminalLog(stream, { debug: false })
  for (const problem of onceEach(problems)) log.problem(withCode(problem))
  log.end()
}

const fileRow = (decision: Decision, isDry: boolean): string[] => [
  plainText(decision.file.path),
  RESULTS[decision.kind][isDry ? 1 : 0],
  decision.kind === 'keep'
    ? KEPT_BECAUSE[decision.whose]
    : isDry
      ? plainText(dashboardIn(decision) ?? '')
      : '',
]

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

/** Findings have a code, by which they can be looked up and silenced. */
const withCode = (problem: Diagnostic): Diagnostic =>
  problem.code.startsWith('init-') ? problem : { ...problem, message: `${problem.message} [${problem.code}]` }

/** The same finding in the same file is shown once, with the other lines: names and numbers in it may differ. */
function onceEach(problems: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ code, at, message }: Diagnostic) =>
    `${at?.file} ${code} ${message.replaceAll(/"[^"]*"|\d+/g, '…')}`
  return [...Map.groupBy(problems, key).values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? []
    const places = new Set(others.flatMap(({ at }) => (at && at.line !== first.at?.line ? at.line : [])))
    const lines = [...places].map(String)
    if (lines.length === 0) return first
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

function nextSteps({ decisions, problems, configured, isComplete }: Prepared): string[] {
  const kept = decisions.some(({ kind }) => kind === 'keep')
  return [
    ...(isComplete
      ? []
      : [
          `Fill in the empty values of monitoring.yml: nothing in the repository says them. Then run again, for the files that are made from it: ${BY_NPX} init`,
        ]),
    ...(configured ? [] : ['Review monitoring.yml, and what was not taken over.']),
    ...(isComplete && problems.some(isError)
      ? ['Correct the errors above: files with errors cannot be deployed.']
      : []),
    ...(kept ? [`Show how the kept files would change: ${BY_NPX} init --force --dry-run`] : []),
    `Check everything, without secrets: ${BY_NPX} plan`,
    'Deploy and verify, with FLY_API_TOKEN set: scripts/deploy-with-monitoring.sh',
    'Or store FLY_API_TOKEN as a secret of the repository, commit, and push.',
  ]
}
