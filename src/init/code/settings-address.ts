import { posix } from 'node:path'
import type { TextOf } from '../../config/sources/installed-prometheus.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { type Endpoint, initNote } from '../findings.ts'
import { checkCommand } from './against-code.ts'

const SETTINGS_FILE = /\.(?:ya?ml|toml|json[5c]?|hjson|ini|conf|cfg|properties|xml|env|hcl)$/
/** `bind: "0.0.0.0"`, `<host>127.0.0.1</host>`, `metrics_host = localhost`; the first group is what the name begins with. */
const ADDRESS =
  /(?:^|[\s{,"'<])([\w.-]{0,40}?)(?:bind|host(?:name)?|addr(?:ess)?|listen|ip|interface)(?:[_-]?addr(?:ess)?)?["']?\s{0,4}[:=>]\s{0,4}["']?(0\.0\.0\.0|127\.0\.0\.1|localhost)["']?\s{0,4}(?:[,;}<#]|$)/i
/** How far an address may be from its port in one block. */
const MOST_LINES = 4

/**
 * Notes about endpoints whose address is in a file of settings that the image or the machines get: `0.0.0.0` is IPv4 only, unless the
 * program is one of Go or of the JVM, and an address of the machine itself is closed to all others. `isMixed`: the code opens both.
 */
export function settingsNotes(
  endpoints: readonly Endpoint[],
  app: ChosenApp,
  { isMixed, textOf }: { isMixed: boolean; textOf: TextOf },
): Diagnostic[] {
  return settingsFiles(app).flatMap((file) => {
    const text = textOf(file)
    if (text === undefined) return []
    const lines = text.split('\n')
    return endpoints.flatMap((endpoint) => {
      const found = addressOf(endpoint.port, lines)
      return found && !(isMixed && found.address === '0.0.0.0')
        ? settingsNote({ ...found, file, endpoint }, app.app)
        : []
    })
  })
}

/** The files of settings that the Dockerfile copies, and those that Fly puts on the machines. */
function settingsFiles({ facts: { fly, build, file } }: ChosenApp): string[] {
  const folder = posix.dirname(file)
  const local = fly.files.flatMap((one) => one.text('local_path')?.value ?? [])
  const copied = (build?.copied ?? []).flatMap((path) => [
    posix.join(posix.dirname(build?.file ?? file), path),
    posix.normalize(path),
  ])
  const paths = [...local.map((path) => posix.join(folder, path)), ...copied]
  return [...new Set(paths)].filter((path) => SETTINGS_FILE.test(path))
}

interface FoundAddress {
  address: string
  line: number
}

/** The address that a block of settings gives the server of a port. */
function addressOf(port: number, lines: readonly string[]): FoundAddress | undefined {
  const number = new RegExp(
    `(?:(0\\.0\\.0\\.0|127\\.0\\.0\\.1|localhost):|(?:^|[\\s{,"'<])([\\w.-]{0,40}?)port["']?\\s{0,4}[:=>]\\s{0,4}["']?)${port}(?!\\d)`,
    'i',
  )
  for (const [i, line] of lines.entries()) {
    const [, whole, prefix = ''] =
      line.length < 300 && !/^\s*(?:#|\/\/|;)/.test(line) ? (number.exec(line) ?? []) : []
    if (whole !== undefined) return { address: whole, line: i + 1 }
    if (!number.test(line)) continue
    const near = blockAround(lines, i).find(([, one]) => ADDRESS.exec(one)?.[1] === prefix)
    if (near) return { address: ADDRESS.exec(near[1])?.[2] ?? '', line: near[0] + 1 }
  }
  return undefined
}

/** The lines around one, up to those that begin or end a block. */
function blockAround(lines: readonly string[], at: number): [number, string][] {
  const isEdge = (line: string) =>
    /^\s*$|^\s*[\w."'-]{0,60}\s*[:=]?\s*[{[]?\s*$|[}\]]\s*,?\s*$|^\s*\[|^\s*<\/?\w+>\s*$/.test(line)
  const own = lines[at] ?? ''
  const inside = (step: number) => {
    const found: [number, string][] = []
    for (let i = at + step; Math.abs(i - at) <= MOST_LINES; i += step) {
      const line = lines[i]
      if (line === undefined || line.length > 300 || isEdge(line)) break
      found.push([i, line])
    }
    return found
  }
  return [[at, own], ...inside(-1), ...inside(1)]
}

function settingsNote(
  { address, line, file, endpoint: { port, path } }: FoundAddress & { file: string; endpoint: Endpoint },
  app: string,
): Diagnostic {
  const at = { line, column: 1 }
  const hint = `Check that ${path} answers on IPv6${checkCommand(app, port, path)} If not, set \`::\` here instead: on Fly that accepts IPv4 as well.`
  return address === '0.0.0.0'
    ? initNote(
        file,
        at,
        `Prometheus may not reach ${app} on the private network, which is IPv6: the server of port ${port} is given 0.0.0.0 here. Programs of Go and of the JVM open IPv6 as well for that, others do not.`,
        hint,
      )
    : initNote(
        file,
        at,
        `Prometheus cannot reach ${app}: the server of port ${port} is given ${address} here, which is only reachable from the machine itself.`,
        'Set `::` instead: on Fly that accepts IPv4 as well.',
      )
}
