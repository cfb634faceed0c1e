import { readAlloy } from '../../formats/alloy.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { alloyJobs } from './alloy-jobs.ts'
import { intervalOption } from './intervals.ts'
import { type ScannedPrometheus, scanJobs } from './scan-prometheus.ts'

/** Programs whose jobs have the form of those of Prometheus. */
export type CollectorKind = 'alloy' | 'otel' | 'agent'

/** The targets of a program that scrapes with jobs like those of Prometheus; undefined when its file cannot be read. */
export function scanCollector(file: TextFile, kind: CollectorKind): ScannedPrometheus | undefined {
  const configurations = kind === 'alloy' ? alloy(file) : inYaml(file, kind)
  if (!configurations || configurations.length === 0) return undefined
  const scanned = configurations.map((root) =>
    scanJobs(items(get(root, 'scrape_configs')), {
      file: file.file,
      interval: scalarText(get(get(root, 'global'), 'scrape_interval')),
      isItself: (address) => ITSELF.test(address),
    }),
  )
  return {
    file: file.file,
    // What runs next to an app is no Prometheus on somebody's machine: all of its jobs have its interval.
    targets: scanned.flatMap(({ targets }) =>
      targets.map((one) => ({ ...one, options: { ...intervalOption(one.every), ...one.options } })),
    ),
    hasLabels: /\bexternal_labels\b/.test(file.text),
    scrapeInterval: undefined,
    ruleFiles: [],
    lostJobs: scanned.flatMap(({ lostJobs }) => lostJobs),
    sendsTo: destinationsIn(file.text),
    notes: scanned.flatMap(({ losses }) => losses),
  }
}

/** Metrics of the program itself: its usual ports. */
const ITSELF = /^(?:localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0):(?:12345|12346|8888)$/

/** An address that samples are sent to, or the variable that has it. */
const DESTINATION =
  /\b(?:url|endpoint)\s*[:=]\s*["']?(?:https?:\/\/(?:[^@/\s"']{1,200}@)?([\w.:-]{1,200})[^\s"']{0,200}(?:push|write|receive)\b|(?:sys\.)?env\(["'](\w{1,100})["']\)|\$\{(?:env:)?(\w{1,100})\})/g

/** Parts of Alloy and of Grafana Agent that send something else than samples. */
const OTHER_SIGNALS =
  /^(?:loki|pyroscope)\.[^\n]*\n(?:[^}\n][^\n]*\n|\n)*|^(?:logs|traces):[^\n]*\n(?:[ \t#-][^\n]*\n|\n)*/gm

/** Where a program sends its samples: hosts, and variables that have the address. */
const destinationsIn = (text: string): string[] => [
  ...new Set(
    [...text.replace(OTHER_SIGNALS, '').matchAll(DESTINATION)].map(
      ([, host, called, variable]) => host ?? called ?? variable ?? '',
    ),
  ),
]

function alloy({ text }: TextFile): Tree[] | undefined {
  const blocks = readAlloy(text)
  if (!blocks) return undefined
  const at = { line: 1, column: 1 }
  const jobs: Tree = { kind: 'list', at, items: alloyJobs(blocks) }
  return [{ kind: 'table', at, entries: new Map([['scrape_configs', jobs]]) }]
}

/** The parts of a file that have the form of a configuration of Prometheus. */
function inYaml({ text }: TextFile, kind: CollectorKind): Tree[] | undefined {
  const read = readYaml(text)
  if (!read.ok) return undefined
  if (kind === 'otel') {
    const receivers = get(read.tree, 'receivers')
    return [...(receivers?.kind === 'table' ? receivers.entries : [])].flatMap(([name, receiver]) =>
      /^prometheus(?:\/|$)/.test(name) ? (get(receiver, 'config') ?? []) : [],
    )
  }
  const metrics = get(read.tree, 'metrics')
  const global = get(metrics, 'global')
  return items(get(metrics, 'configs')).map((one) =>
    one.kind === 'table' && global ? { ...one, entries: new Map([...one.entries, ['global', global]]) } : one,
  )
}
