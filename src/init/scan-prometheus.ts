import { get, items, scalarText, type Tree } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import { SELF_JOB } from '../model/prometheus.ts'
import { initNote } from './findings.ts'

/** A Prometheus configuration of the repository; `file` is its path in messages. */
export interface PrometheusSource {
  file: string
  text: string
}

/** A target on Fly's private network. */
export interface ScannedTarget {
  /** The job, or its label `service`, which dashboards use. */
  name: string
  app: string
  port: number
  path: string
  process?: string
  file: string
  at: { line: number; column: number }
}

export interface ScannedPrometheus {
  targets: ScannedTarget[]
  /** The value of `global.scrape_interval`, valid or not. */
  scrapeInterval: { text: string; at: SourceLocation } | undefined
  notes: Diagnostic[]
}

/** Keys of a job that a service of the configuration has too, or that make no difference. */
const KNOWN_KEYS: readonly string[] = [
  ...['job_name', 'metrics_path', 'scrape_interval', 'scrape_timeout', 'scheme', 'static_configs'],
  ...['dns_sd_configs', 'honor_timestamps', 'body_size_limit', 'fallback_scrape_protocol', 'relabel_configs'],
]
/** Labels that are set by this action or by Prometheus. */
const OWN_LABELS: readonly string[] = ['service', 'app', 'job', 'instance']

/** The targets of a Prometheus configuration on Fly, with a note for each setting that monitoring.yml does not support. */
export function scanPrometheus({ file, text: yaml }: PrometheusSource): ScannedPrometheus {
  const read = readYaml(yaml)
  if (!read.ok) return { targets: [], scrapeInterval: undefined, notes: [] }
  const root = read.tree
  const jobs = items(get(root, 'scrape_configs')).map((job) => scanJob(job, file))
  const interval = get(get(root, 'global'), 'scrape_interval')
  const text = scalarText(interval)
  return {
    targets: jobs.flatMap(({ targets }) => targets),
    scrapeInterval: interval && text !== undefined ? { text, at: { file, ...interval.at } } : undefined,
    notes: [
      ...jobs.flatMap(({ notes }) => notes),
      ...aboutRemoteWrite(root, file),
      ...aboutLabels(root, file),
    ],
  }
}

function scanJob(job: Tree, file: string): { targets: ScannedTarget[]; notes: Diagnostic[] } {
  const notes: Diagnostic[] = []
  const addNote = (at: Tree, message: string, hint: string) =>
    void notes.push(initNote(file, at.at, message, hint))
  const path = scalarText(get(job, 'metrics_path')) ?? '/metrics'
  const jobName = scalarText(get(job, 'job_name')) ?? ''
  const addresses = [...staticAddresses(job), ...dnsAddresses(job)]
  const targets = addresses.flatMap(({ at, text, service }): ScannedTarget[] => {
    if (/^(?:localhost|127\.0\.0\.1|\[::1?\])(?::|$)/.test(text)) return []
    const found = INTERNAL.exec(text)?.groups
    const port = Number(found?.port ?? (scalarText(get(job, 'scheme')) === 'https' ? 443 : 80))
    if (!found?.app) {
      addNote(
        at,
        `${quoted(text)} is not on Fly's private network, so it was left out.`,
        'Keep the Prometheus that scrapes it now.',
      )
      return []
    }
    const { process } = found
    const name = service ?? jobName
    return [{ name, app: found.app, port, path, ...(process !== undefined && { process }), file, at: at.at }]
  })
  if (targets.length > 0) aboutKeys(job, jobName, addNote)
  return { targets, notes }
}

/** `fechatter.internal:9090`, `web.process.fechatter.internal:9090`, `nrt.fechatter.internal:9090`; `${…}` where a name is filled in. */
const INTERNAL =
  /^(?:(?<process>[\w-]+)\.process\.|[\w-]+\.(?:nearest\.of\.)?|all\.)?(?<app>[a-z0-9][a-z0-9-]*|\$\{\w+\})\.internal(?::(?<port>\d+))?$/

interface Address {
  at: Tree
  text: string
  service: string | undefined
}

function staticAddresses(job: Tree): Address[] {
  return items(get(job, 'static_configs')).flatMap((config) => {
    const label = scalarText(get(get(config, 'labels'), 'service'))
    const service = label !== undefined && !label.includes('$') ? label : undefined
    return items(get(config, 'targets')).map((at) => ({ at, text: scalarText(at) ?? '', service }))
  })
}

function dnsAddresses(job: Tree): Address[] {
  return items(get(job, 'dns_sd_configs')).flatMap((config) => {
    const port = scalarText(get(config, 'port'))
    return items(get(config, 'names')).map((at) => ({
      at,
      text: `${scalarText(at) ?? ''}${port === undefined ? '' : `:${port}`}`,
      service: undefined,
    }))
  })
}

type AddNote = (at: Tree, message: string, hint: string) => void

/** Adds a note for each setting of a job that a service of the configuration does not have. */
function aboutKeys(job: Tree, jobName: string, addNote: AddNote): void {
  if (job.kind !== 'table') return
  const lost = [...job.entries].filter(([key]) => !KNOWN_KEYS.includes(key))
  for (const [key, value] of lost)
    addNote(
      value,
      `Job ${quoted(jobName)} has \`${key}\`, which a service does not support.`,
      'It was left out.',
    )
  const labels = items(get(job, 'static_configs')).flatMap((config) => {
    const all = get(config, 'labels')
    return all?.kind === 'table' ? [...all.entries] : []
  })
  for (const [name, value] of labels)
    if (!OWN_LABELS.includes(name))
      addNote(
        value,
        `Job ${quoted(jobName)} sets the label ${quoted(name)}.`,
        'It was left out: services have the labels `service` and `app`.',
      )
  if (jobName === SELF_JOB)
    addNote(
      job,
      `The job name "${SELF_JOB}" is reserved for the self-scrape of Prometheus.`,
      'The service is named after its app.',
    )
}

function aboutRemoteWrite(root: Tree, file: string): Diagnostic[] {
  return items(get(root, 'remote_write')).flatMap((target) => {
    const relabel = get(target, 'write_relabel_configs')
    return [
      initNote(
        file,
        target.at,
        'Remote write is always part of this configuration, even without a target: with empty values every batch fails, and Prometheus needs a minute to stop.',
        'The new configuration has remote write only when `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` are set.',
      ),
      ...(relabel
        ? [
            initNote(
              file,
              relabel.at,
              'Remote write drops or renames metrics.',
              'These filters were left out: all samples are written.',
            ),
          ]
        : []),
    ]
  })
}

function aboutLabels(root: Tree, file: string): Diagnostic[] {
  const labels = get(get(root, 'global'), 'external_labels')
  if (labels?.kind !== 'table' || labels.entries.size === 0) return []
  const names = [...labels.entries.keys()].join(', ')
  return [
    initNote(
      file,
      labels.at,
      `The configuration sets external labels: ${names}.`,
      'The new configuration has one external label, `monitor`, with the name of the monitoring app. Change queries on the remote side that use others.',
    ),
  ]
}
