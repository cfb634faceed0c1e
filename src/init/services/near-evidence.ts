import { posix } from 'node:path'
import type { SourceLocation } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { isBelow } from '../build/packages.ts'
import type { AppCode } from '../code/app-code.ts'
import type { MetricsEvidence } from '../evidence.ts'
import type { TeamServer } from './team-servers.ts'

/** What may be about the metrics of an app, although no endpoint was found from it. */
export interface NearEvidence {
  at: SourceLocation
  /** A library, or a path. */
  what: string
}

interface NearContext {
  codes: ReadonlyMap<ChosenApp, AppCode>
  evidence: MetricsEvidence
  /** The apps whose code publishes metrics, or may do so. */
  serving: readonly ChosenApp[]
  servers: ReadonlyMap<string, TeamServer>
}

/** What is near the apps without a service, by their names. */
export function nearEvidence(
  without: readonly ChosenApp[],
  context: NearContext,
): ReadonlyMap<string, NearEvidence> {
  const found = without.map((app) => [app.app, nearApp(app, context)] as const)
  return new Map(found.flatMap(([app, near]) => (near ? [[app, near] as const] : [])))
}

/**
 * The first thing about metrics near an app of the team: a library in a manifest of its folder or of one above, else a path in
 * the code of a server. What an app with metrics is built from is about that one.
 */
function nearApp(
  app: ChosenApp,
  { codes, evidence, serving, servers }: NearContext,
): NearEvidence | undefined {
  const code = codes.get(app)
  if (!code) return undefined
  const taken = serving.flatMap((one) => codes.get(one)?.folders ?? [])
  const isFree = (file: string) => !taken.some((folder) => isBelow(file, folder))
  const own = [...code.folders, posix.dirname(app.facts.file)]
  const isOwn = (file: string) => own.some((folder) => isBelow(file, folder))
  const isAbove = (file: string) => own.some((folder) => isBelow(folder, posix.dirname(file)))
  const library = evidence.libraries.find(
    ({ at: { file } }) => isFree(file) && (isOwn(file) || isAbove(file)),
  )
  if (library) return { at: library.at, what: library.name }
  const exposed = firstMatch(
    evidence.settings((file) => isFree(file) && isOwn(file)),
    EXPOSED,
  )
  if (exposed) return { at: exposed.at, what: UNREGISTERED }
  // A page asks for such a path of a server.
  if (!servers.get(app.app)?.isServer) return undefined
  return firstPath(evidence.code((file) => isFree(file) && isOwn(file)))
}

/** Spring Boot has the endpoint only with the library. */
const EXPOSED = /^[ \t]*(?:include|management\.endpoints\.web\.exposure\.include)\s*[:=][^\n]*\bprometheus\b/m
const UNREGISTERED =
  '`prometheus` among the endpoints of Actuator, which needs micrometer-registry-prometheus'

/** A path, or its last part where a router matches the parts. */
const PATH = /["'`]((?:\/[\w-]{1,40}){0,4}\/(?:metrics|prometheus))["'`]|\[\s*"(metrics)"\s*\]/

function firstPath(files: Iterable<TextFile>): NearEvidence | undefined {
  const found = firstMatch(files, PATH)
  return found && { at: found.at, what: quoted(found.text) }
}

function firstMatch(
  files: Iterable<TextFile>,
  pattern: RegExp,
): { at: SourceLocation; text: string } | undefined {
  for (const { file, text } of files) {
    const found = pattern.exec(text)
    const at = { file, line: lineAt(text, found?.index ?? 0), column: 1 }
    if (found) return { at, text: found.slice(1).find((one) => one !== undefined) ?? '' }
  }
  return undefined
}
