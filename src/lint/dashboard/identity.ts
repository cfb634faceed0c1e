import { quoted } from '../../lib/quote.ts'
import type { Dashboard } from './read.ts'
import type { Report } from './report.ts'

/** Grafana takes no uid that is longer. */
const MAX_UID = 40

interface Seen {
  file: string
  /** Nobody named the file. */
  found: boolean
  /** The first file of each uid, by what is imported together. */
  seen: Map<string, string>
}

/**
 * The dashboards that the configuration names are imported together. Of others only those in one folder are likely to
 * be: the copies for another environment lie elsewhere, and share their uid on purpose.
 */
const togetherWith = (file: string, found: boolean): string[] => [
  `in ${file.slice(0, file.lastIndexOf('/') + 1)}`,
  ...(found ? [] : ['named']),
]

/** What tells a dashboard from others. */
export function identity({ uid, title, path }: Dashboard, { file, found, seen }: Seen, report: Report): void {
  if (title === '')
    report('dashboard/no-title', path, 'The dashboard has no title.', 'Grafana refuses it: add "title".')
  if (uid === '') {
    report(
      'dashboard/no-uid',
      path,
      'The dashboard has no uid.',
      'Add "uid": every import makes another dashboard otherwise.',
    )
    return
  }
  const at = [...path, 'uid']
  if (uid.length > MAX_UID || !/^[a-zA-Z0-9_-]+$/.test(uid))
    report(
      'dashboard/uid-form',
      at,
      `The uid ${quoted(uid)} is not one that Grafana takes.`,
      'Use up to 40 letters, digits, "-" and "_".',
    )
  const keys = togetherWith(file, found).map((group) => `${group} ${uid}`)
  const [other] = keys.flatMap((key) => seen.get(key) ?? []).filter((one) => one !== file)
  for (const key of keys) if (!seen.has(key)) seen.set(key, file)
  if (other !== undefined)
    report(
      'dashboard/duplicate-uid',
      at,
      `The uid ${quoted(uid)} is that of ${other} too.`,
      'Give one of them another uid: the second import overwrites the first.',
    )
}

/** What tells its panels from each other. */
export function panelIds(dashboard: Dashboard, report: Report): void {
  const seen = new Set<number>()
  for (const { id, path, title } of dashboard.panels) {
    if (id !== undefined && id !== 0 && seen.has(id))
      report(
        'dashboard/duplicate-panel-id',
        [...path, 'id'],
        `Panel ${quoted(title)} has the id ${id} of another panel.`,
        'Give it an id of its own: links and alerts find panels by id.',
      )
    if (id !== undefined) seen.add(id)
  }
}
