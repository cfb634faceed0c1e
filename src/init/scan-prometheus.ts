import { get, items, scalarText, type Tree } from '../formats/tree.ts'
import { readYaml } from '../formats/yaml.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { quoted } from '../lib/quote.ts'
import { SELF_JOB } from '../model/prometheus.ts'
import { initNote } from './findings.ts'

/** A Prometheus configuration as it was found; `file` is its name for people. */
export interface PrometheusSource {
  file: string
  text: string
}

/** A target on Fly's private network. */
export interface ScannedTarget {
  /** The job, or what its label `service` says: that is what dashboards go by. */
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
  /** What `global.scrape_interval` says, valid or not. */
  scrapeInterval: { text: string; at: SourceLocation } | undefined
  notes: Diagnostic[]
}

/** Keys of a job that a service of ours has, or that make no difference. */
const KNOWN_KEYS: readonly string[] = [
  ...['job_name', 'metrics_path', 'scrape_interval', 'scrape_timeout', 'scheme', 'static_configs'],
  ...['dns_sd_configs', 'honor_timestamps', 'body_size_limit', 'fallback_scrape_protocol', 'relabel_configs'],
]
/** Labels that we set ourselves. */
const OWN_LABELS: readonly string[] = ['service', 'app', 'job', 'instance']

/** What a Prometheus configuration scrapes on Fly, and what of it has no place in ours. */
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
  const say = (at: Tree, message: string, hint: string) =>
    void notes.push(initNote(file, at.at, message, hint))
  const path = scalarText(get(job, 'metrics_path')) ?? '/metrics'
  const jobName = scalarText(get(job, 'job_name')) ?? ''
  const addresses = [...staticAddresses(job), ...dnsAddresses(job)]
  const targets = addresses.flatMap(({ at, text, service }): ScannedTarget[] => {
    if (/^(?:localhost|127\.0\.0\.1|\[::1?\])(?::|$)/.test(text)) return []
    const found = INTERNAL.exec(text)?.groups
    const port = Number(found?.port ?? (scalarText(get(job, 'scheme')) === 'https' ? 443 : 80))
    if (!found?.app) {
      say(
        at,
        `${quoted(text)} is not on Fly's private network, and is not taken over.`,
        'Keep it where it is scraped now.',
      )
      return []
    }
    const { process } = found
    const name = service ?? jobName
    return [{ name, app: found.app, port, path, ...(process !== undefined && { process }), file, at: at.at }]
  })
  if (targets.length > 0) aboutKeys(job, jobName, say)
  return { targets, notes }
}

/** `fechatter.internal:9090`, `web.process.fechatter.internal:9090`, `nrt.fechatter.internal:9090`; `${…}` where a name is put in. */
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

type Say = (at: Tree, message: string, hint: string) => void

/** What a job says beyond what a service of ours can. */
function aboutKeys(job: Tree, jobName: string, say: Say): void {
  if (job.kind !== 'table') return
  const lost = [...job.entries].filter(([key]) => !KNOWN_KEYS.includes(key))
  for (const [key, value] of lost)
    say(
      value,
      `Job ${quoted(jobName)} has ${key}, which a service has no place for.`,
      'It is not taken over.',
    )
  const labels = items(get(job, 'static_configs')).flatMap((config) => {
    const all = get(config, 'labels')
    return all?.kind === 'table' ? [...all.entries] : []
  })
  for (const [name, value] of labels)
    if (!OWN_LABELS.includes(name))
      say(
        value,
        `Job ${quoted(jobName)} sets the label ${quoted(name)}.`,
        'It is not taken over: services have the labels service and app.',
      )
  if (jobName === SELF_JOB)
    say(
      job,
      `The job name "${SELF_JOB}" is for Prometheus' scrape of itself.`,
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
        'Remote write is part of the configuration, whether there is a target or not: with empty values every batch fails, and Prometheus takes a minute to stop.',
        'It is switched on by GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER and GRAFANA_PROMETHEUS_API_KEY, and left out without them.',
      ),
      ...(relabel
        ? [
            initNote(
              file,
              relabel.at,
              'Remote write drops or renames metrics.',
              'These filters are not taken over: everything is written.',
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
      `External labels: ${names}.`,
      'The new configuration has one, monitor, with the name of the monitoring app. Queries at the remote end that use others need a change.',
    ),
  ]
}
