import { readFileSync } from 'node:fs'
import type { ApiFault } from '../../sandbox/platform/faults.ts'

/** How many runs of the real flyctl were recorded; some are left out here (left-out.ts). */
export const RECORDED = 234

/** One run of the real flyctl 0.4.88 against a stand-in of Fly's API. */
export interface Recording {
  readonly n: number
  readonly label: string
  readonly argv: readonly string[]
  readonly token: string | null
  readonly stdin: string | null
  /** -9 = it was killed. */
  readonly exit_code: number
  readonly stdout: string
  readonly stderr: string
  readonly faults?: readonly Omit<ApiFault, 'kind'>[]
  readonly extra_env?: Readonly<Record<string, string>>
  readonly signal?: { readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL' }
  /** The app's secrets afterwards. */
  readonly stored?: Readonly<Record<string, string>>
  readonly stored_names?: readonly string[]
  readonly stored_len?: number
  /** The platform afterwards, by app. */
  readonly state_after?: Readonly<Record<string, RecordedState | null>>
  readonly machine_config?: unknown
}

export interface RecordedState {
  readonly machines: readonly {
    readonly state: string
    readonly region: string
    readonly image: string
    readonly lease: boolean
    readonly release: string
    readonly mounts: readonly string[]
    readonly files: readonly string[]
    readonly min_secrets_version: number | null
  }[]
  readonly volumes: readonly {
    readonly name: string
    readonly region: string
    readonly attached: string | null
  }[]
  readonly releases: readonly {
    readonly version: number
    readonly status: string
    readonly image: string
    readonly error?: { readonly post_deployment_info?: { readonly error: string } } | null
  }[]
  readonly ips: readonly string[]
  readonly secrets: readonly string[]
}

const file = new URL('../../fixtures/flyctl/transcripts.json', import.meta.url)

/** The recordings that are replayed, in the order in which they were made. */
export const recordings: readonly Recording[] = (
  JSON.parse(readFileSync(file, 'utf8')) as { transcripts: Recording[] }
).transcripts

/** `BIG=<70000 x B>` stands for that many letters, `\n` for a line end, in the recordings that name one. */
export function standardInput(recording: Recording): string {
  const text = recording.stdin ?? ''
  if (!/<\d+ x .>/.test(text)) return text
  return text
    .replaceAll('\\n', '\n')
    .replace(/<(\d+) x (.)>/g, (_, count: string, char: string) => char.repeat(Number(count)))
}
