import type { FlyServiceConfig } from '../../config/schema.ts'
import { type Dockerfile, lastInstruction, shellWords } from '../../formats/dockerfile.ts'
import type { FlyToml, Service, Text } from '../../formats/fly-toml.ts'
import type { TextPosition } from '../../formats/tree.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { Misfit } from './shape.ts'

/** A Fly configuration, and its app as the configuration of this action describes it. */
export interface FlyFile {
  fly: FlyToml
  /** Values of the wrong type, and keys that flyctl does not know. */
  misfits: readonly Misfit[]
  /** Path from the root of the repository. */
  file: string
  text: string
  /** Fly's managed Prometheus is the only one that scrapes: `engine: fly`. */
  isScrapedByFly: boolean
  /** The app's name in the configuration. */
  app: string
  /** Whether this action deploys it: from the working directory. */
  ours: boolean
  /** The services that run in the app. */
  services: readonly FlyServiceConfig[]
  /** The Dockerfile in the configuration; undefined when the Fly configuration decides. */
  dockerfile: string | undefined
  /** The Dockerfile that a deploy builds, with its path; undefined when there is none, or it is not known. */
  build: { file: string; content: Dockerfile } | undefined
  /** The Dockerfile that flyctl would build and that is not there, from the root; only of what is built here. */
  absent?: string | undefined
  /** Whether a path leads to a file, from the folder that flyctl is started in; undefined where that is not known. */
  hasFile?: ((path: string) => boolean) | undefined
  /** The scripts that its Dockerfile names. */
  scripts: () => readonly TextFile[]
  /** `monitoring`: the app runs Prometheus. */
  role: 'app' | 'monitoring'
}

/** The place of a diagnostic about the whole file. */
export const TOP: TextPosition = { line: 1, column: 1 }

/** The process groups of a section; a section without `processes` belongs to `app`, or else to the first group by name. */
export function groupsOf(processes: readonly Text[], fly: FlyToml): string[] {
  if (processes.length > 0) return fly.groups.filter((group) => processes.some((p) => p.value === group))
  return fly.groups.includes('app') ? ['app'] : fly.groups.toSorted().slice(0, 1)
}

/** The services of the configuration that run in one of these process groups. */
export const servicesIn = (groups: readonly string[], { fly, services }: FlyFile): FlyServiceConfig[] =>
  services.filter(({ process }) =>
    process === undefined ? fly.groups.some((group) => groups.includes(group)) : groups.includes(process),
  )

/** The name of a section in a message: `[http_service]`, `[[services]] of port 7000`. */
export function nameOf(service: Service): string {
  const port = service.number('internal_port')?.value
  return service.http ? '[http_service]' : `[[services]]${port === undefined ? '' : ` of port ${port}`}`
}

/** Ports that are reachable from the internet, each with the internal port of the machine. */
export function publicPorts(service: Service): { internal: number; from: number; to: number }[] {
  const internal = service.number('internal_port')?.value ?? 0
  const ports = service.http ? [80, 443].map((port) => ({ from: port, to: port })) : service.ports
  return ports.map(({ from, to }) => ({ internal, from, to }))
}

/** One word of a command that a machine runs, with the place to report. */
export interface Argument {
  at: TextPosition
  word: string
  /** The word after it, which may be its value. */
  next: string | undefined
  /** Where it is written: `web`, `CMD in Dockerfile:7`. */
  where: string
}

/** What says which commands the machines of an app run. */
type Commanded = Pick<FlyFile, 'fly' | 'build'>

/** The words of every command that machines of the app run, as far as the files show. */
export function argumentsOf({ fly, build }: Commanded): Argument[] {
  const { entrypoint, cmd } = fly.override
  const commands = [
    ...fly.processes.map(({ key, value, at }) => ({ where: key, at, words: shellWords(value) })),
    ...(entrypoint ? [{ where: '[experimental] entrypoint', ...entrypoint }] : []),
    ...(cmd ? [{ where: '[experimental] cmd', ...cmd }] : []),
    ...['ENTRYPOINT', 'CMD'].flatMap((name) => {
      const isReplaced = name === 'CMD' ? (cmd ?? entrypoint ?? fly.processes[0]) : entrypoint
      const found = build && !isReplaced ? lastInstruction(build.content, name) : undefined
      const where = `${name} in ${build?.file}:${found?.line}`
      return found ? [{ where, at: fly.build?.at ?? TOP, words: found.words }] : []
    }),
  ]
  return commands.flatMap(({ where, at, words }) => {
    const run = commandOf(words)
    return run.map((word, i) => ({ at, word, next: run[i + 1], where }))
  })
}

/** The words of what a shell is started for: `sh -c "uvicorn main:app --port $PORT"`. */
function commandOf(words: readonly string[]): readonly string[] {
  const [shell = '', flag = '', script] = words
  return /(?:^|\/)(?:ba|da|a)?sh$/.test(shell) && /^-\w*c$/.test(flag) && script !== undefined
    ? shellWords(script)
    : words
}

/** The value of a flag of Prometheus: `--flag=value` or `--flag value`. */
export function flagOf(subject: Commanded, name: string): (Argument & { value: string }) | undefined {
  for (const argument of argumentsOf(subject)) {
    const [, flag, value] = /^--?([\w.-]+?)(?:=(.*))?$/s.exec(argument.word) ?? []
    if (flag === name) return { ...argument, value: value ?? argument.next ?? '' }
  }
  return undefined
}
