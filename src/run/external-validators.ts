import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { flyctlEnvironment } from '../clients/flyctl/environment.ts'
import { plainOutput } from '../clients/flyctl/output.ts'
import type { WithoutFiles } from '../clients/flyctl/without-files.ts'
import { type Answer, runValidator } from '../clients/validator-process.ts'
import { findProgram } from '../lib/programs.ts'
import { removeFolder } from '../lib/temporary.ts'
import { few, list } from '../lib/text.ts'
import { within } from '../lib/time-limit.ts'
import type { TextFile } from '../lib/workspace.ts'
import type { ExternalValidators, Skipped } from '../lint/plan.ts'
import {
  flyctlDiagnostics,
  hasUnknownKeys,
  promtoolDiagnostics,
  withoutUnknownKeys,
} from '../lint/program-output.ts'
import { testFailures } from '../lint/rules/unit-tests.ts'
import { BUILT_IN_VERSION } from '../model/prometheus-version.ts'

export interface ValidatorOptions {
  env: Readonly<Record<string, string | undefined>>
  /** No program in it is ever started: a pull request may add one. */
  workspaceRoot: string
  /** A folder of this run, outside of the workspace. */
  scratch: string
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  signal: AbortSignal
}

/**
 * promtool and flyctl from PATH. Each file is copied to a separate folder and checked there alone: neither program sees
 * the workspace, a credential, or a file that the checked one names.
 */
export function findValidators(options: ValidatorOptions): ExternalValidators {
  const places = { path: options.env.PATH, workspaceRoot: options.workspaceRoot }
  const [promtool, flyctl] = ['promtool', 'flyctl'].map((name) => findProgram(name, places))
  const { skip, skips } = createSkips()
  const untested: string[] = []
  return {
    skipped: () => [
      ...(promtool ? [] : [NO_PROMTOOL]),
      ...(untested.length > 0 ? [notTested(untested)] : []),
      ...(flyctl ? [] : [NO_FLYCTL]),
      ...skips(),
    ],
    async test(source, rules) {
      const answer = promtool ? await runTest(promtool, { source, rules }, options) : undefined
      if (answer?.kind === 'refused') return testFailures(plainOutput(answer.output), source)
      if (answer?.kind !== 'fine') untested.push(source.file)
      return []
    },
    async check(kind, { file, text }) {
      const program = kind === 'fly' ? flyctl : promtool
      if (!program) return []
      const input = kind === 'fly' ? await forFlyctl(text) : { text, left: [] }
      if (!input) {
        skip(kind, file, 'It could not be read in time, or is not valid TOML.')
        return []
      }
      if (input.left.length > 0)
        skip(
          kind,
          file,
          `Checked without \`${list(input.left)}\`: flyctl would open the files that these keys name.`,
        )
      const answer = await ask(program, { kind, text: input.text }, options)
      if (answer.kind === 'not-checked') skip(kind, file, answer.why)
      if (answer.kind !== 'refused') return []
      const { output } = answer
      if (kind === 'fly') return flyctlDiagnostics(output, file)
      if (!hasUnknownKeys(output) || (await isCurrent(program, options)))
        return promtoolDiagnostics(output, file)
      const why = `It is older than Prometheus ${BUILT_IN_VERSION.major}, and may not know keys that are right.`
      skip(kind, file, why, `promtool of Prometheus ${BUILT_IN_VERSION.major} on PATH`)
      return promtoolDiagnostics(withoutUnknownKeys(output), file)
    },
  }
}

/** Files that were not checked, in one entry for each program and reason. */
function createSkips() {
  const skipped = new Map<string, Skipped & { files: string[] }>()
  return {
    skip(kind: Kind, file: string, why: string, set = CHECKED_BY[kind]) {
      const name = NAMES[kind]
      const known = skipped.get(`${name} ${why}`)
      if (known) known.files.push(file)
      else skipped.set(`${name} ${why}`, { part: name, why, set, files: [file] })
    },
    skips: (): Skipped[] =>
      [...skipped.values()].map(({ files, part, ...rest }) => ({ part: `${part}: ${few(files)}`, ...rest })),
  }
}

const NO_PROMTOOL: Skipped = {
  part: 'promtool',
  why: 'It is not on PATH: whether Prometheus accepts rule files and Prometheus configurations was not checked.',
  set: 'promtool on PATH',
}
const notTested = (files: readonly string[]): Skipped => ({
  part: `promtool test rules: ${few(files)}`,
  why: 'promtool is not on PATH, or did not end: these unit tests of rules were not run.',
  set: 'promtool on PATH',
})

const NO_FLYCTL: Skipped = {
  part: 'flyctl config validate',
  why: 'flyctl is not on PATH: what it refuses is reported by the deploy, which asks it before it changes anything.',
  set: 'flyctl on PATH',
}

type Kind = 'prometheus' | 'rules' | 'fly'

const NAMES: Record<Kind, string> = {
  prometheus: 'promtool',
  rules: 'promtool',
  fly: 'flyctl config validate',
}

/** What checks a file that was not checked here. */
const CHECKED_BY: Record<Kind, string> = {
  prometheus: 'nothing: run "promtool check config" yourself',
  rules: 'nothing: run "promtool check rules" yourself',
  fly: 'nothing: a deploy checks it',
}

const ARGUMENTS: Record<Kind, (name: string) => string[]> = {
  // --syntax-only: rule files and passwords are not looked for.
  prometheus: (name) => ['check', 'config', '--syntax-only', name],
  rules: (name) => ['check', 'rules', '--lint=none', name],
  fly: (name) => ['config', 'validate', '--strict', '-c', name, '-a', 'none'],
}

/** Milliseconds for serializing one Fly configuration again. */
const WRITING_MS = 5_000

/** The part of a Fly configuration that flyctl receives; undefined when it cannot be read. */
async function forFlyctl(text: string): Promise<WithoutFiles | undefined> {
  const { withoutFiles } = await import('../clients/flyctl/without-files.ts')
  const written = within(WRITING_MS, () => withoutFiles(text))
  return written.done ? written.value : undefined
}

/** Checks one file with a program, in a folder that contains nothing else. */
async function ask(
  binary: string,
  { kind, text }: { kind: Kind; text: string },
  { env, scratch, until, signal }: ValidatorOptions,
): Promise<Answer> {
  const name = kind === 'fly' ? 'fly.toml' : `${kind}.yml`
  const folder = mkdtempSync(join(scratch, 'check-'))
  try {
    writeFileSync(join(folder, name), text)
    // flyctl requires a token, and would contact Fly's API with a real one.
    const own = flyctlEnvironment(
      { PATH: env.PATH, HOME: folder, FLY_API_BASE_URL: `http://${NOWHERE}` },
      { token: 'none', configDir: folder },
    )
    const answer = await runValidator({
      binary,
      argv: ARGUMENTS[kind](name),
      env: own,
      cwd: folder,
      until,
      signal,
    })
    if (answer.kind !== 'refused') return answer
    const output = plainOutput(answer.output)
    return output.includes(NOWHERE)
      ? { kind: 'not-checked', why: 'It contacts Fly before it reads the file.' }
      : { kind: 'refused', output }
  } finally {
    removeFolder(folder)
  }
}

/** Not matched by a pattern such as `*.yml` for the rule files. */
const UNIT_TEST = 'unit-test'

/** Runs one unit test, in a folder that contains it and the rule files that it names, at their places. */
async function runTest(
  binary: string,
  { source, rules }: { source: TextFile; rules: ReadonlyMap<string, string> },
  { env, scratch, until, signal }: ValidatorOptions,
): Promise<Answer> {
  const folder = mkdtempSync(join(scratch, 'test-'))
  const here = join(folder, dirname(source.file))
  try {
    mkdirSync(here, { recursive: true })
    writeFileSync(join(here, UNIT_TEST), source.text)
    for (const [path, text] of rules) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const argv = ['test', 'rules', UNIT_TEST]
    return await runValidator({
      binary,
      argv,
      env: { PATH: env.PATH ?? '', HOME: folder },
      cwd: here,
      until,
      signal,
    })
  } finally {
    removeFolder(folder)
  }
}

/** Whether a promtool knows the keys of Prometheus 3: by its version, or where it does not state one, by what it accepts. */
async function isCurrent(binary: string, options: ValidatorOptions): Promise<boolean> {
  const major = await majorOf(binary, options)
  if (major !== undefined) return major >= BUILT_IN_VERSION.major
  return (await ask(binary, { kind: 'prometheus', text: ONLY_CURRENT }, options)).kind === 'fine'
}

/** Prometheus 2 refuses this key. */
const ONLY_CURRENT = 'scrape_configs: [{ job_name: a, fallback_scrape_protocol: PrometheusText0.0.4 }]\n'

/** The major version of a promtool; undefined when it does not state one, as some builds from source. */
async function majorOf(
  binary: string,
  { env, scratch, until, signal }: ValidatorOptions,
): Promise<number | undefined> {
  const { runProcess } = await import('../lib/process.ts')
  const timeoutMs = Math.max(1, Math.min(VERSION_MS, until - Date.now()))
  const call = { binary, argv: ['--version'], env: { PATH: env.PATH ?? '' }, cwd: scratch, timeoutMs, signal }
  const output = await runProcess(call).then(
    (result) => result.output,
    () => '',
  )
  const major = /version v?(\d+)\./.exec(output)?.[1]
  return major === undefined ? undefined : Number(major)
}

/** Milliseconds for `promtool --version`. */
const VERSION_MS = 5_000

/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9'
