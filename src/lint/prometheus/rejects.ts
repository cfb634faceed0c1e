import { get, items, type Table, type Tree, textOf } from '../../formats/tree.ts'
import { parseDuration } from '../../lib/duration.ts'
import { quoted } from '../../lib/quote.ts'
import type { PrometheusVersion } from '../../render/version.ts'
import { relabelRule } from './relabel.ts'
import { remotes } from './remote.ts'
import { PROMETHEUS } from './shape.ts'
import { type Report, visitTable } from './visit.ts'

/** What Prometheus refuses at its start, as far as a file shows it without the world around. */
export function rejected(root: Table, version: PrometheusVersion, report: Report): void {
  visitTable(root, PROMETHEUS, { version, report, path: '' })
  const global = get(root, 'global')
  timeouts(global, { name: 'global', interval: 60_000, timeout: undefined }, report)
  const names = new Set<string>()
  for (const scrape of items(get(root, 'scrape_configs')))
    if (scrape.kind === 'table') scrapeConfig(scrape, { names, global }, report)
  remotes(root, report)
  const alerting = get(root, 'alerting')
  for (const rule of items(get(alerting, 'alert_relabel_configs'))) relabelRule(rule, report)
}

const milliseconds = (node: Tree | undefined): number | undefined =>
  parseDuration(textOf(node) ?? '') || undefined

interface Times {
  name: string
  interval: number
  timeout: number | undefined
}

function timeouts(node: Tree | undefined, { name, interval }: Times, report: Report): void {
  const every = milliseconds(get(node, 'scrape_interval')) ?? interval
  const timeout = get(node, 'scrape_timeout')
  if (timeout && (milliseconds(timeout) ?? 0) > every)
    report(
      'prometheus/timeout',
      timeout.at,
      `The scrape_timeout of ${name} is longer than its scrape_interval.`,
      'Make it shorter, or leave it out.',
    )
}

function scrapeConfig(
  node: Table,
  { names, global }: { names: Set<string>; global: Tree | undefined },
  report: Report,
): void {
  const written = get(node, 'job_name')
  const job = textOf(written) ?? ''
  if (job === '')
    report(
      'prometheus/job-name',
      node.at,
      'A scrape config has no job_name.',
      'Add one: it becomes the label job.',
    )
  else if (names.has(job))
    report(
      'prometheus/job-name',
      written?.at ?? node.at,
      `The job_name ${quoted(job)} is there twice.`,
      'Rename one.',
    )
  names.add(job)
  const interval = milliseconds(get(global, 'scrape_interval')) ?? 60_000
  timeouts(node, { name: `job ${quoted(job)}`, interval, timeout: undefined }, report)
  if (items(get(node, 'relabel_configs')).length === 0)
    for (const target of staticTargets(node)) targetForm(target, report)
  for (const dns of items(get(node, 'dns_sd_configs'))) dnsDiscovery(dns, report)
  for (const files of items(get(node, 'file_sd_configs'))) fileDiscovery(files, report)
  for (const http of items(get(node, 'http_sd_configs'))) httpDiscovery(http, report)
  protocols(node, report)
  for (const key of ['relabel_configs', 'metric_relabel_configs'])
    for (const rule of items(get(node, key))) relabelRule(rule, report)
}

/** Every target of the static configs of a job. */
export const staticTargets = (scrape: Tree): Tree[] =>
  items(get(scrape, 'static_configs')).flatMap((config) => [...items(get(config, 'targets'))])

function targetForm(target: Tree, report: Report): void {
  const text = textOf(target) ?? ''
  if (text !== '' && !text.includes('/')) return
  report(
    'prometheus/target',
    target.at,
    `The target ${quoted(text)} is no HOST:PORT.`,
    'Leave out https:// and the path: they are "scheme" and "metrics_path" of the job.',
  )
}

function dnsDiscovery(dns: Tree, report: Report): void {
  const names = get(dns, 'names')
  if (items(names).length === 0)
    report(
      'prometheus/dns',
      names?.at ?? dns.at,
      'A dns_sd_config has no names.',
      'Add "names: [APP.internal]".',
    )
  const type = textOf(get(dns, 'type'))?.toUpperCase() ?? 'SRV'
  if (!['A', 'AAAA', 'SRV', 'MX', 'NS'].includes(type))
    report(
      'prometheus/dns',
      get(dns, 'type')?.at ?? dns.at,
      `Prometheus cannot discover by ${quoted(type)} records.`,
      'Use AAAA.',
    )
  else if (type !== 'SRV' && !Number(textOf(get(dns, 'port'))))
    report('prometheus/dns', dns.at, `Discovery by ${type} records needs a port.`, 'Add "port:".')
}

function fileDiscovery(files: Tree, report: Report): void {
  if (files.kind === 'table' && items(get(files, 'files')).length === 0)
    report('prometheus/shape', files.at, 'A file_sd_config has no files.', 'Add "files: [targets.yml]".')
  for (const file of items(get(files, 'files')))
    if (!/^[^*]*(?:\*[^/]*)?\.(?:json|yml|yaml|JSON|YML|YAML)$/.test(textOf(file) ?? ''))
      report(
        'prometheus/shape',
        file.at,
        `${quoted(textOf(file))} is no file with targets.`,
        'Name .json, .yml or .yaml files; wildcards are for the last part of a path.',
      )
}

function httpDiscovery(http: Tree, report: Report): void {
  const url = get(http, 'url')
  if (http.kind === 'table' && !/^https?:\/\/[^/]/.test(textOf(url) ?? ''))
    report(
      'prometheus/shape',
      url?.at ?? http.at,
      `The url of a http_sd_config is ${quoted(textOf(url) ?? '')}.`,
      'Write it whole, with https://.',
    )
}

function protocols(node: Table, report: Report): void {
  const given = get(node, 'scrape_protocols')
  const names = items(given).map((name) => textOf(name)?.toLowerCase())
  if (given?.kind === 'list' && (names.length === 0 || new Set(names).size < names.length))
    report(
      'prometheus/shape',
      given.at,
      `scrape_protocols ${names.length === 0 ? 'is empty' : 'names one of them twice'}.`,
      'Leave it out: the usual ones are tried.',
    )
}
