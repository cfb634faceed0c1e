import { get, items } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { TextFile } from '../lib/workspace.ts'
import { initNote, lossNote } from './findings.ts'
import { type ScannedAlertmanager, scanAlertmanager } from './scan-alertmanager.ts'

/** A configuration of Alertmanager: routes and receivers. Collectors have receivers too, but no route. */
export const isAlertmanager = (text: string): boolean =>
  /^route:/m.test(text) && /^receivers:/m.test(text) && !/^(?:exporters|service|kind):/m.test(text)

/** Provisioning of Grafana: alert rules, contact points, policies, data sources. */
export const isProvisioning = (text: string): boolean =>
  /^apiVersion:[ \t]*1[ \t]*$/m.test(text) &&
  /^(?:datasources|groups|contactPoints|policies|muteTimes|templates):/m.test(text) &&
  !/^kind:/m.test(text)

/** Whether a file is one that is scanned here. */
export const isAlerting = (text: string): boolean => isAlertmanager(text) || isProvisioning(text)

/** The receivers of the first Alertmanager, and a note for everything about alerts that is not taken over. */
export function scanAlerting(files: readonly TextFile[]): ScannedAlertmanager {
  const [first, ...others] = files.filter(({ text }) => isAlertmanager(text))
  const scanned = first ? scanAlertmanager(first) : { notify: {}, notes: [] }
  return {
    notify: scanned.notify,
    notes: [
      ...scanned.notes,
      ...others.map(({ file }) =>
        lossNote(
          file,
          { line: 1, column: 1 },
          `This is another Alertmanager than ${first?.file}. Nothing of it is taken over.`,
          'A configuration has one Alertmanager: compare the receivers of both.',
        ),
      ),
      ...files.filter(({ text }) => isProvisioning(text)).flatMap(provisioning),
    ],
  }
}

/** What each part of the provisioning is, and what happens to it. */
const PARTS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  groups: [
    'alert rules of Grafana',
    'They stay where this file is provisioned: this action writes only its own rules.',
  ],
  contactPoints: [
    'contact points',
    'They stay where this file is provisioned; `alerts.receiver` names the one to notify.',
  ],
  policies: ['notification policies', 'They stay where this file is provisioned.'],
  datasources: [
    'data sources',
    'This action creates a data source for its own Prometheus; `grafana.datasource` names another one.',
  ],
}

function provisioning({ file, text }: TextFile): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return []
  return Object.entries(PARTS).flatMap(([key, [what, hint]]) => {
    const found = get(read.tree, key)
    const n = items(found).length
    return found && n > 0
      ? initNote(
          file,
          found.at,
          `Grafana is provisioned with ${what} here (${n}). They are not taken over.`,
          hint,
        )
      : []
  })
}
