import { get, items, scalarText } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { count, few } from '../lib/text.ts'
import type { TextFile } from '../lib/workspace.ts'
import { initNote } from './findings.ts'

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

/** A note for each file about alerts that is not taken over. */
export function scanAlerting(files: readonly TextFile[]): Diagnostic[] {
  return files.flatMap((file) => (isAlertmanager(file.text) ? alertmanager(file) : provisioning(file)))
}

function alertmanager({ file, text }: TextFile): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return []
  const receivers = items(get(read.tree, 'receivers')).flatMap((one) => scalarText(get(one, 'name')) ?? [])
  const routes = items(get(get(read.tree, 'route'), 'routes')).length
  return [
    initNote(
      file,
      { line: 1, column: 1 },
      `This Alertmanager has ${count(receivers.length, 'receiver')} (${few(receivers)}) and ${count(routes, 'route')}. They are not taken over.`,
      'Keep it, or set up the same receivers as contact points in Grafana (`alerts.receiver` names one), before the old Prometheus stops.',
    ),
  ]
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
