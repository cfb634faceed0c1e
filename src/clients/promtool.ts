import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Located, Problem } from '../lib/errors.ts'
import { oneLine } from '../lib/text.ts'
import { unknownKey, unknownKeyText } from '../lint/fly/unknown-key.ts'
import type { Validators } from '../lint/plan.ts'
import { diagnostic } from '../lint/rule.ts'
import { flyctlEnvironment } from './flyctl/environment.ts'
import { plain } from './flyctl/text.ts'
import { findProgram } from './programs.ts'

export interface ValidatorOptions {
  env: Readonly<Record<string, string | undefined>>
  /** Nothing below it is ever started: a pull request may bring a program along. */
  workspaceRoot: string
  /** A folder of our own, outside of the workspace. */
  scratch: string
  signal: AbortSignal
}

const TIMEOUT_MS = 30_000

/**
 * promtool and flyctl as they are on PATH. Each file is copied to a folder of its own and checked there by itself:
 * neither program sees the workspace, a credential, or a file that the checked one names.
 */
export async function findValidators(options: ValidatorOptions): Promise<Validators> {
  const [promtool, flyctl] = await Promise.all(
    ['promtool', 'flyctl'].map((name) =>
      findProgram(name, { path: options.env.PATH, workspaceRoot: options.workspaceRoot }),
    ),
  )
  const missing = [
    ...(promtool
      ? []
      : [
          {
            part: 'promtool',
            why: 'It is not on PATH; its checks of rule files and Prometheus configurations are made here.',
            set: 'promtool on PATH',
          },
        ]),
    ...(flyctl
      ? []
      : [
          {
            part: 'flyctl config validate',
            why: 'flyctl is not on PATH: what it refuses shows at the deploy, which asks it before anything is changed.',
            set: 'flyctl on PATH',
          },
        ]),
  ]
  return {
    missing,
    async check(kind, { file, text }) {
      const program = kind === 'fly' ? flyctl : promtool
      if (!program || (kind === 'fly' && readsFiles(text))) return []
      const folder = await mkdtemp(join(options.scratch, 'check-'))
      try {
        const name = kind === 'fly' ? 'fly.toml' : `${kind}.yml`
        await writeFile(join(folder, name), text)
        const output = await run(program, { kind, name, folder }, options)
        if (output === undefined) return []
        return kind === 'fly' ? flyctlProblems(output, file) : problemsOf(kind, output, file)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

/** flyctl opens the files that these keys name while it validates. */
const readsFiles = (toml: string): boolean =>
  /^\s*(?:machine_config|local_path|file|\[build\.compose\])/m.test(toml)

type Kind = 'prometheus' | 'rules' | 'fly'

const ARGUMENTS: Record<Kind, (name: string) => string[]> = {
  // --syntax-only: rule files and passwords are not looked for.
  prometheus: (name) => ['check', 'config', '--syntax-only', name],
  rules: (name) => ['check', 'rules', '--lint=none', name],
  fly: (name) => ['config', 'validate', '--strict', '-c', name, '-a', 'none'],
}

/** What the program says of a file that it refuses; undefined when it does not, or gave no answer. */
async function run(
  binary: string,
  { kind, name, folder }: { kind: Kind; name: string; folder: string },
  { env, signal }: ValidatorOptions,
): Promise<string | undefined> {
  // flyctl wants some token, and would ask Fly's API with a real one.
  const own = flyctlEnvironment(
    { PATH: env.PATH, HOME: folder, FLY_API_BASE_URL: `http://${NOWHERE}` },
    { token: 'none', configDir: folder },
  )
  // Most machines have neither program, and do not wait for what would start it.
  const { runProcess } = await import('./flyctl/process.ts')
  const result = await runProcess({
    binary,
    argv: ARGUMENTS[kind](name),
    env: own,
    cwd: folder,
    timeoutMs: TIMEOUT_MS,
    signal,
  }).catch(() => undefined)
  if (!result || result.stopped || result.exitCode === 0 || result.exitCode === null) return undefined
  const output = plain(result.output)
  // A flyctl that asks Fly before it looks at the file has not looked at it.
  return output.includes(NOWHERE) ? undefined : output
}

/** Nothing listens there. */
const NOWHERE = '127.0.0.1:9'

const REFUSED = 'It would be refused at the deploy as well.'

/** One problem for each thing that a program names, at its line where it says one. */
function problemsOf(kind: Kind, output: string, file: string): Problem[] {
  const lines = kind === 'fly' ? flyLines(output) : promtoolLines(output)
  const code = kind === 'fly' ? 'fly/flyctl' : 'prometheus/promtool'
  return lines.map(({ message, line, column }): Problem => {
    const at: Located = { file, line: line ?? 1, column: column ?? 1 }
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
export const flyctlProblems = (output: string, file: string): Problem[] => [
  ...problemsOf('fly', output, file),
  ...unknownKeys(output, file),
]

/** Keys that flyctl does not know, as its strict validation lists them: `services[0].script_checks`. */
function unknownKeys(output: string, file: string): Problem[] {
  const lines = output.split('\n').map((line) => line.trim())
  const strict = lines.findIndex((line) => STRICT.test(line))
  const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? [])
  const at = { file, line: 1, column: 1 }
  return keys.map((key) => diagnostic(unknownKey, at, ...unknownKeyText(key.replace(/\[\d+\]/g, ''), [])))
}
