import type { Diagnostic } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { lossNote, type RepositoryFindings } from '../findings.ts'
import type { ScannedPrometheus, ScannedTarget } from '../scrapers/scan-prometheus.ts'
import { findRules } from './rule-files.ts'
import { isAlertmanager, scanAlerting } from './scan-alerting.ts'

/** The files about alerts. */
export interface AlertSources {
  rules: readonly TextFile[]
  /** Other files about alerts and dashboards: Alertmanager, provisioning of Grafana, rules in other forms. */
  alerting: readonly TextFile[]
  /** Files of other programs that scrape, and templates. */
  scrapers: readonly TextFile[]
  /** Paths of the repository, relative to the working directory. */
  inside(file: string): string
  /** Whether a path from the root exists. */
  exists(path: string): boolean
}

/** The team's own rules and receivers, and the Prometheus configurations that the draft replaces with them. */
export function rulesAndReceivers(
  { rules, alerting, scrapers, inside, exists }: AlertSources,
  prometheus: readonly ScannedPrometheus[],
  lost: readonly ScannedTarget[],
): Pick<RepositoryFindings, 'rules' | 'rulesInDraft' | 'notify' | 'open' | 'prometheus' | 'notes'> {
  const mixed = rules.filter(({ text }) => isAlertmanager(text))
  const found = findRules(
    rules.filter((file) => !mixed.includes(file)),
    prometheus,
    { lost, exists },
  )
  const read = new Set([...rules, ...scrapers, ...prometheus].map(({ file }) => file))
  const { notify, open, notes } = scanAlerting(alerting, (file) => read.has(file))
  return {
    rules: found.files.map((file) => inside(file)),
    rulesInDraft: found.inDraft,
    notify,
    open,
    prometheus: prometheus
      .filter(({ targets }) => targets.some((one) => one.app !== undefined && !lost.includes(one)))
      .map(({ file, what, sendsTo }) => ({
        file,
        ...(sendsTo && { sendsTo }),
        rules: found.byConfiguration.get(file) ?? [],
        ...(what !== undefined && { what }),
      })),
    notes: [...found.notes, ...notes, ...mixed.map(mixedNote)],
  }
}

const mixedNote = ({ file }: TextFile): Diagnostic =>
  lossNote(
    file,
    { line: 1, column: 1 },
    'This file has rules and a configuration of Alertmanager in one, which neither program accepts. Its rules are not taken over.',
    'Move `groups` to a file of its own, and name it in `alerts.rules`.',
  )
