import { posix } from 'node:path'
import { copiedPaths, readDockerfile } from '../../formats/dockerfile.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { type FoundPrometheus, lossNote, type RepositoryFindings } from '../findings.ts'
import { clusterFile } from '../scrapers/own-network.ts'
import type { ComposeService } from '../scrapers/scan-compose.ts'
import type { ScannedPrometheus, ScannedTarget } from '../scrapers/scan-prometheus.ts'
import { type FoundRules, findRules } from './rule-files.ts'
import { isAlertmanager, scanAlerting } from './scan-alerting.ts'

/** The files about alerts. */
export interface AlertSources {
  rules: readonly TextFile[]
  /** Other files about alerts and dashboards: Alertmanager, provisioning of Grafana, rules in other forms. */
  alerting: readonly TextFile[]
  /** Files of other programs that scrape, and templates. */
  scrapers: readonly TextFile[]
  compose: readonly ComposeService[]
  /** Paths of the repository, relative to the working directory. */
  inside(file: string): string
  /** Whether a path from the root exists. */
  exists(path: string): boolean
  /** The text of a file, by its path from the root. */
  textOf(path: string): string | undefined
}

/** The team's own rules and receivers, and the Prometheus configurations that the draft replaces with them. */
export function rulesAndReceivers(
  { rules, alerting, scrapers, compose, inside, exists, textOf }: AlertSources,
  prometheus: readonly ScannedPrometheus[],
  lost: readonly ScannedTarget[],
): Pick<RepositoryFindings, 'rules' | 'rulesInDraft' | 'notify' | 'open' | 'prometheus' | 'notes'> {
  const mixed = rules.filter(({ text }) => isAlertmanager(text))
  const found = findRules(
    rules.filter((file) => !mixed.includes(file)),
    prometheus,
    { lost, exists, textOf, compose },
  )
  const read = new Set([...rules, ...scrapers, ...prometheus].map(({ file }) => file))
  const { notify, open, notes } = scanAlerting(alerting, (file) => read.has(file))
  return {
    rules: found.files.map((file) => inside(file)),
    rulesInDraft: found.inDraft,
    notify,
    open,
    prometheus: prometheus.flatMap((one) =>
      replaced(one, { lost, rules: found.byConfiguration, exists, textOf }),
    ),
    notes: [...found.notes, ...notes, ...mixed.map(mixedNote)],
  }
}

interface Replacing extends Pick<AlertSources, 'exists' | 'textOf'> {
  /** Targets that no service stands for. */
  lost: readonly ScannedTarget[]
  rules: FoundRules['byConfiguration']
}

/**
 * A configuration whose targets on Fly are in the draft, or another program that scrapes elsewhere: next to an app, or in a network
 * of its own, where its targets say what the apps publish.
 */
function replaced(
  { file, what, sendsTo = [], hasLabels, targets, lostJobs }: ScannedPrometheus,
  { lost, rules, exists, textOf }: Replacing,
): FoundPrometheus[] {
  const taken = targets.filter((one) => !lost.includes(one))
  const isOnFly = taken.some(({ app }) => app !== undefined)
  const isNear = what !== undefined && taken.length > 0 && (sendsTo.length > 0 || hasLabels === true)
  const isBeside =
    sendsTo.length > 0 &&
    lostJobs.length === 0 &&
    clusterFile(posix.dirname(file), exists) === undefined &&
    targets.every(({ host }) => SAME_MACHINE.test(host))
  if (!isOnFly && !isBeside && !isNear) return []
  const image = posix.join(posix.dirname(file), 'Dockerfile')
  const isCopied = copiedPaths(readDockerfile(textOf(image) ?? '')).includes(posix.basename(file))
  return [
    {
      file,
      ...(isCopied && { copiedBy: image }),
      ...(sendsTo.length > 0 && { sendsTo }),
      ...(!isOnFly && { scrapes: isBeside ? 'the machine that it runs on' : 'a network outside of Fly' }),
      ...(hasLabels && { hasLabels }),
      rules: rules.get(file) ?? [],
      ...(what !== undefined && { what }),
    },
  ]
}

const SAME_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)$/

const mixedNote = ({ file }: TextFile): Diagnostic =>
  lossNote(
    file,
    { line: 1, column: 1 },
    'This file has rules and a configuration of Alertmanager in one, which neither program accepts. Its rules are not taken over.',
    'Move `groups` to a file of its own, and name it in `alerts.rules`.',
  )
