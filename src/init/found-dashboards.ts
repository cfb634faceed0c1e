import type { FoundSources } from '../config/sources/sources.ts'
import type { Pace } from '../lib/pace.ts'

/** A dashboard in the repository. */
export interface FoundDashboard {
  file: string
  /** Its uid, when it is one of the shipped dashboards. */
  ours: string[]
}

/** The dashboards that were found, read one after the other. */
export async function dashboardsIn({ sources }: FoundSources, pace: Pace): Promise<FoundDashboard[]> {
  const found: FoundDashboard[] = []
  await pace.each(sources.dashboards, ({ file, text: read }) => {
    const text = read()
    if (text !== undefined) found.push({ file, ours: OURS.test(text) ? uidOf(text) : [] })
  })
  return found
}

const OURS = /"(?:fechatter-overview|fechatter-monitoring|deploy-monitoring)"/

function uidOf(text: string): string[] {
  try {
    const json = JSON.parse(text) as { uid?: unknown; dashboard?: { uid?: unknown } } | null
    const uid = json?.uid ?? json?.dashboard?.uid
    return typeof uid === 'string' ? [uid] : []
  } catch {
    // The linter reports what is wrong with it.
    return []
  }
}

/** The paths of shipped dashboards that exist in the repository, by uid. */
export const shippedPaths = (
  dashboards: readonly FoundDashboard[],
  inside: (file: string) => string,
): Map<string, string> =>
  new Map(dashboards.flatMap(({ file, ours }) => ours.map((uid) => [uid, inside(file)] as const)))
