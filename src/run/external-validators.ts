import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { flyctlEnvironment } from '../clients/flyctl/environment.ts'
import { plainOutput } from '../clients/flyctl/output.ts'
import type { WithoutFiles } from '../clients/flyctl/without-files.ts'
import { type Answer, runValidator } from '../clients/validator-process.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { findProgram } from '../lib/programs.ts'
import { few, list, oneLine } from '../lib/text.ts'
import { within } from '../lib/time-limit.ts'
import { unknownKey, unknownKeyText } from '../lint/fly/unknown-key.ts'
import type { ExternalValidators, Skipped } from '../lint/plan.ts'
import { diagnostic } from '../lint/rule.ts'

export interface ValidatorOptions {
  env: Readonly<Record<string, string | undefined>>
  /** Nothing below it is ever started: a pull request may bring a program along. */
  workspaceRoot: string
  /** A folder of our own, outside of the workspace. */
  scratch: string
  /** When the run has to be over, in milliseconds since the epoch. */
  until: number
  signal: AbortSignal
}

/**
 * promtool and flyctl as they are on PATH. Each file is copied to a folder of its own and checked there by itself:
 * neither program sees the workspace, a credential, or a file that the checked one names.
 */
export async function findValidators(options: ValidatorOptions): Promise<ExternalValidators> {
  const [promtool, flyctl] = await Promise.all(
    ['promtool', 'flyctl'].map((name) =>
      findProgram(name, { path: options.env.PATH, workspaceRoot: options.workspaceRoot }),
    ),
  )
  const skipped = new Map<string, Skipped & { files: string[] }>()
  const skip = (kind: Kind, file: string, why: string) => {
    const name = NAMES[kind]
    const known = skipped.get(`${name} ${why}`)
    if (known) known.files.push(file)
    else skipped.set(`${name} ${why}`, { part: name, why, set: 'nothing: a deploy checks it', files: [file] })
  }
  return {
    skipped: () => [
      ...(promtool ? [] : [NO_PROMTOOL]),
      ...(flyctl ? [] : [NO_FLYCTL]),
      ...[...skipped.values()].map(({ files, part, ...rest }) => ({
        part: `${part}: ${few(files)}`,
        ...rest,
      })),
    ],
    async check(kind, { file, text }) {
      const program = kind === 'fly' ? flyctl : promtool
      if (!program) return []
      const input = kind === 'fly' ? await forFlyctl(text) : { text, left: [] }
      if (!input) {
        skip(kind, file, 'It could not be read in time, or is not valid TOML.')
        return []
      }
      if (input.left.length > 0)
        skip(kind, file, `Without \`${list(input.left)}\`: it would open what these name.`)
      const answer = await ask(program, { kind, text: input.text }, options)
      if (answer.kind === 'not-checked') skip(kind, file, answer.why)
      if (answer.kind !== 'refused') return []
      const { output } = answer
      return kind === 'fly' ? flyctlProblems(output, file) : problemsOf(kind, output, file)
    },
  }
}

const NO_PROMTOOL: Skipped = {
  part: 'promtool',
  why: 'It is not on PATH; its checks of rule files and Prometheus configurations are made here.',
  set: 'promtool on PATH',
}
const NO_FLYCTL: Skipped = {
  part: 'flyctl config validate',
  why: 'flyctl is not on PATH: what it refuses shows at the deploy, which asks it before anything is changed.',
  set: 'flyctl on PATH',
}

type Kind = 'prometheus' | 'rules' | 'fly'

const NAMES: Record<Kind, string> = {
  prometheus: 'promtool',
  rules: 'promtool',
  fly: 'flyctl config validate',
}

const ARGUMENTS: Record<Kind, (name: string) => string[]> = {
  // --syntax-only: rule files and passwords are not looked for.
  prometheus: (name) => ['check', 'config', '--syntax-only', name],
  rules: (name) => ['check', 'rules', '--lint=none', name],
  fly: (name) => ['config', 'validate', '--strict', '-c', name, '-a', 'none'],
}

/** Milliseconds for writing one Fly configuration anew. */
const WRITING_MS = 5_000

/** What flyctl is given of a Fly configuration; undefined when it cannot be told what it names. */
async function forFlyctl(text: string): Promise<WithoutFiles | undefined> {
  const { withoutFiles } = await import('../clients/flyctl/without-files.ts')
  const written = within(WRITING_MS, () => withoutFiles(text))
  return written.done ? written.value : undefined
}

/** Asks a program about one file, in a folder that has nothing else in it. */
async function ask(
  binary: string,
  { kind, text }: { kind: Kind; text: string },
  { env, scratch, until, signal }: ValidatorOptions,
): Promise<Answer> {
  const name = kind === 'fly' ? 'fly.toml' : `${kind}.yml`
  const folder = await mkdtemp(join(scratch, 'check-'))
  try {
    await writeFile(join(folder, name), text)
    // flyctl wants some token, and would ask Fly's API with a real one.
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
      ? { kind: 'not-checked', why: 'It asks Fly before it looks at the file.' }
      : { kind: 'refused', output }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9'

const REFUSED = 'It would be refused at the deploy as well.'

/** One problem for each thing that a program names, at its line where it says one. */
function problemsOf(kind: Kind, output: string, file: string): Diagnostic[] {
  const lines = kind === 'fly' ? flyLines(output) : promtoolLines(output)
  const code = kind === 'fly' ? 'fly/flyctl' : 'prometheus/promtool'
  return lines.map(({ message, line, column }): Diagnostic => {
    const at: SourceLocation = { file, line: line ?? 1, column: column ?? 1 }
    return {
      code,
      severity: 'error',
      at,
      message: `${kind === 'fly' ? 'flyctl' : 'promtool'} refuses it: ${message}`,
      hint: REFUSED,
    }
  })
}

interface Said {
  message: string
  line?: number
  column?: number
}

/** `FAILED:` and, below or behind it, `FILE: LINE:COLUMN: …`, `FILE: … line N: …`; nothing twice. */
function promtoolLines(output: string): Said[] {
  const failed = output
    .split('\n')
    .filter((line) => FAILED.test(line) && !NO_FAILURE.test(line) && !OF_ITS_VERSION.test(line))
  const said = failed.flatMap((line): Said[] => {
    const message = oneLine(line.replace(/^\s*FAILED:\s*/, '').replace(/^\s*\S+\.yml: /, ''), 300)
    const place = /^(?:0:0: )?(?:(\d+):(\d+): |line (\d+): )?/.exec(message)
    const at = place?.[1] ?? place?.[3] ?? /\bline (\d+)\b/.exec(line)?.[1]
    const text = message.slice(place?.[0].length ?? 0)
    return text === ''
      ? []
      : [{ message: text, ...(at && { line: Number(at) }), ...(place?.[2] && { column: Number(place[2]) }) }]
  })
  return said.filter(({ message }, i) => said.findIndex((other) => other.message === message) === i)
}

/**
 * Keys are judged by ourselves, for the version that will read the file: the promtool that happens to be on PATH may
 * be older, and not know what is right (seen: Debian's 2.42 and `fallback_scrape_protocol`).
 */
const OF_ITS_VERSION = /field \S+ not found in type/

const FAILED = /^\s*FAILED:|\.yml: |^\s+line \d+: /
/** Lines of success and logs, and the head of a list whose items follow. */
const NO_FAILURE = /SUCCESS|level=|unmarshal errors:$/

const STRICT = /^Strict validation found/

/** What stands between `Validating …` and the verdict; or the error, when the file could not be read at all. */
function flyLines(output: string): Said[] {
  const lines = output.split('\n').map((line) => line.trim())
  const strict = lines.findIndex((line) => STRICT.test(line))
  const found = lines
    .slice(0, strict < 0 ? undefined : strict)
    .filter((line) => line !== '' && !NO_FINDING.test(line))
  return found.slice(0, 10).map((line) => {
    const row = /\brow (\d+) column (\d+)/.exec(line)
    return {
      message: oneLine(line.replace(/^Error: /, ''), 300),
      ...(row && { line: Number(row[1]), column: Number(row[2]) }),
    }
  })
}

const NO_FINDING =
  /^(?:Validating |WARN |WARNING|Error: (?:App configuration is not valid|strict validation failed)|✘|✓|Check docs|Validation for)/

/** What `flyctl config validate --strict` says of a file: errors, and a warning for each key that it does not know. */
export const flyctlProblems = (output: string, file: string): Diagnostic[] => [
  ...problemsOf('fly', output, file),
  ...unknownKeys(output, file),
]

/** Keys that flyctl does not know, as its strict validation lists them: `services[0].script_checks`. */
function unknownKeys(output: string, file: string): Diagnostic[] {
  const lines = output.split('\n').map((line) => line.trim())
  const strict = lines.findIndex((line) => STRICT.test(line))
  const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? [])
  const at = { file, line: 1, column: 1 }
  return keys.map((key) => diagnostic(unknownKey, at, ...unknownKeyText(key.replace(/\[\d+\]/g, ''), [])))
}
