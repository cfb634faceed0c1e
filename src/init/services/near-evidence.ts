import { posix } from 'node:path'
import type { SourceLocation } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { lineAt } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { isBelow } from '../build/packages.ts'
import type { AppCode } from '../code/app-code.ts'
import type { MetricsEvidence } from '../evidence.ts'

/** What may be about the metrics of an app, although no endpoint was found from it. */
export interface NearEvidence {
  at: SourceLocation
  /** A library, or a path. */
  what: string
}

const PATH = /["'`]((?:\/[\w-]{1,40}){0,4}\/(?:metrics|prometheus))["'`]/

/**
 * The first thing about metrics near an app of the team without a service: a library in a manifest of its folder or of one above,
 * else a path in the code of a server. What an app with a service is built from is about that one.
 */
export function nearEvidence(
  app: ChosenApp,
  {
    codes,
    evidence,
    serving,
    isServer,
  }: {
    codes: ReadonlyMap<ChosenApp, AppCode>
    evidence: MetricsEvidence
    serving: readonly ChosenApp[]
    isServer: boolean
  },
): NearEvidence | undefined {
  const taken = serving.flatMap((one) => codes.get(one)?.folders ?? [])
  const isFree = (file: string) => !taken.some((folder) => isBelow(file, folder))
  const code = codes.get(app)
  if (!code) return undefined
  const own = [...code.folders, posix.dirname(app.facts.file)]
  const isNear = (file: string) => {
    const folder = posix.dirname(file)
    return own.some((one) => isBelow(file, one) || isBelow(one, folder))
  }
  const library = evidence.libraries.find(({ at: { file } }) => isFree(file) && isNear(file))
  if (library) return { at: library.at, what: library.name }
  // A page asks for such a path of a server.
  if (!isServer) return undefined
  const files = evidence.code((file) => isFree(file) && own.some((folder) => isBelow(file, folder)))
  for (const { file, text } of files) {
    const found = PATH.exec(text)
    if (found)
      return { at: { file, line: lineAt(text, found.index), column: 1 }, what: quoted(found[1] ?? '') }
  }
  return undefined
}
