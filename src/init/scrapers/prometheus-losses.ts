import { scrapeShape } from '../../config/scrape-options.ts'
import { get, items, scalarText, type TextPosition, type Tree } from '../../formats/tree.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import { lossNote } from '../findings.ts'
import { lossesOfRemoteWrite } from './remote-write-losses.ts'
import type { JobSettings } from './scrape-settings.ts'

/** What a Prometheus configuration has and monitoring.yml has not: every key is known here, or is named as not taken over. */

/** Keys of a job that a service has too, that this action sets itself, or that change nothing that is scraped. */
const TAKEN_OVER: readonly string[] = [
  ...['job_name', 'metrics_path', 'static_configs', 'dns_sd_configs', 'follow_redirects', 'enable_http2'],
  ...['fallback_scrape_protocol', 'enable_compression', 'scheme', 'relabel_configs', 'keep_dropped_targets'],
  // Without native histograms, which are not taken over, those with buckets are always scraped.
  ...['always_scrape_classic_histograms', 'scrape_classic_histograms'],
]

/** What keys have that is not empty, 0 or false, and that Prometheus does without them too. */
const BY_DEFAULT: Readonly<Record<string, string>> = {
  honor_timestamps: 'true',
  metric_name_validation_scheme: 'utf8',
  metric_name_escaping_scheme: 'allow-utf-8',
}

/** Whether the new Prometheus does the same without a setting. */
function isKept(key: string, value: Tree): boolean {
  if (TAKEN_OVER.includes(key)) return true
  // The other protocols have the same samples.
  if (key === 'scrape_protocols') return !items(value).some((one) => scalarText(one) === 'PrometheusProto')
  if (value.kind !== 'value') return false
  return new RegExp(`^(?:${BY_DEFAULT[key] ?? '|false|null|0[A-Za-z]{0,3}'})$`).test(scalarText(value) ?? '')
}

/** Keys without which a target answers something else, or not at all. */
const NEEDED: readonly string[] = [
  ...['authorization', 'basic_auth', 'oauth2', 'bearer_token', 'bearer_token_file', 'sigv4', 'tls_config'],
  ...['proxy_url', 'proxy_from_environment', 'http_headers'],
]

/** Parameters without which the answer is of another kind, or empty: Vault's JSON, federation, exporters of others. */
const NEEDED_PARAMS: readonly string[] = ['format', 'match[]', 'module', 'target']

/** Labels that relabelling fills in to send the request elsewhere. */
const ADDRESS_LABELS = /^__(?:address|scheme|metrics_path|param_\w+)__$|^__param_/

/** Labels that are set by this action or by Prometheus. */
const OWN_LABELS: readonly string[] = ['service', 'app', 'job', 'instance', '__metrics_path__']

/** Sources of targets, in the words of Prometheus and of Grafana Alloy. */
const DISCOVERY = /_sd_configs$|^(?:discovery|prometheus)\.|^targets$/

/** Why a job cannot become a service; undefined when it can. */
export function blockedBy(job: Tree, { taken }: JobSettings): { at: TextPosition; why: string } | undefined {
  if (job.kind !== 'table') return undefined
  const discovery = [...job.entries].find(([key]) => DISCOVERY.test(key) && key !== 'dns_sd_configs')
  if (discovery && !job.entries.has('static_configs') && !job.entries.has('dns_sd_configs')) {
    const [key, { at }] = discovery
    return {
      at,
      why: key === 'targets' ? 'its targets are calculated' : `services are not discovered by \`${key}\``,
    }
  }
  const key = NEEDED.find((one) => job.entries.has(one) && !taken.has(one))
  const at = key === undefined ? undefined : get(job, key)?.at
  if (at) return { at, why: `a service does not have \`${key}\`, or not in this form` }
  const params = get(job, 'params')
  const isUsual = (scalarText(get(job, 'metrics_path')) ?? '/metrics') === '/metrics'
  const param = NEEDED_PARAMS.find((one) => get(params, one) && !(isUsual && one === 'format'))
  if (params && param !== undefined)
    return { at: params.at, why: `a service does not have \`params\`, and needs \`${param}\`` }
  const moved = items(get(job, 'relabel_configs')).find((rule) =>
    ADDRESS_LABELS.test(scalarText(get(rule, 'target_label')) ?? ''),
  )
  return moved && { at: moved.at, why: '`relabel_configs` sends its requests to another address' }
}

interface JobContext {
  file: string
  jobName: string
  /** Whether an interval is that of every job. */
  isEveryInterval(interval: string): boolean
  settings: JobSettings
}

/** A note for each setting of a job that its service will not have. */
export function lossesOfJob(
  job: Tree,
  { file, jobName, isEveryInterval, settings: { taken } }: JobContext,
): Diagnostic[] {
  if (job.kind !== 'table') return []
  const name = `Job ${quoted(jobName)}`
  const note = (at: Tree, message: string, hint: string) => lossNote(file, at.at, message, hint)
  const keys = [...job.entries].filter(
    ([key, value]) =>
      !isKept(key, value) &&
      !taken.has(key) &&
      !(key === 'scrape_interval' && isEveryInterval(scalarText(value) ?? '')),
  )
  const isInForm = (key: string) => Object.hasOwn(scrapeShape, key) || key === 'metric_relabel_configs'
  const isKnown = ([key]: [string, Tree]) => isInForm(key) || Object.hasOwn(HINTS, key)
  const unknown = keys.filter((one) => !isKnown(one))
  return [
    ...keys
      .filter(isKnown)
      .map(([key, value]) =>
        note(
          value,
          `${name} has \`${key}\`, ${isInForm(key) ? 'in a form that a service cannot have' : 'which a service does not have'}. It is not taken over.`,
          HINTS[key] ?? IF_NEEDED,
        ),
      ),
    ...together(unknown, (what) => `${name} has ${what}, which a service does not have.`, note),
    ...lostLabels(job)
      .filter(([label]) => !taken.has(`labels.${label}`))
      .map(([label, value]) =>
        note(
          value,
          `${name} sets the label ${quoted(label)}. It is not taken over.`,
          label.startsWith('__')
            ? 'Prometheus reads it as a setting of the scrape: give the service that setting, if it has it.'
            : 'A service has the same labels on all its targets: add it to `labels` of the service, or change queries that use it.',
        ),
      ),
    ...items(get(job, 'relabel_configs'))
      .filter((rule) => !isOwnLabel(rule))
      .map((rule) =>
        note(
          rule,
          `${name} changes or drops targets with \`relabel_configs\`. It is not taken over.`,
          'Every machine of the app is scraped, with the labels `service` and `app`.',
        ),
      ),
  ]
}

/** Labels of targets that this action does not set. */
const lostLabels = (job: Tree): [string, Tree][] =>
  items(get(job, 'static_configs')).flatMap((config) =>
    entriesOf(get(config, 'labels')).filter(
      ([label]) => !OWN_LABELS.includes(label) && !(label === '__scheme__' && areProxied(config)),
    ),
  )

/** Whether targets are behind Fly's proxy, which ends TLS: the machines behind it speak plain HTTP. */
const areProxied = (config: Tree): boolean =>
  items(get(config, 'targets')).every((one) =>
    /\.(?:fly\.dev|flycast)(?::\d{1,5})?$/.test(scalarText(one) ?? ''),
  )

const isOwnLabel = (rule: Tree): boolean =>
  (scalarText(get(rule, 'action')) ?? 'replace') === 'replace' &&
  OWN_LABELS.includes(scalarText(get(rule, 'target_label')) ?? '')

type Note = (at: Tree, message: string, hint: string) => Diagnostic

/** One note for all settings about which there is no more to say. */
function together(
  keys: readonly [string, Tree][],
  message: (what: string) => string,
  note: Note,
): Diagnostic[] {
  const [first, ...more] = keys
  if (!first) return []
  const what = list(keys.map(([key]) => `\`${key}\``))
  return more.length === 0
    ? [note(first[1], `${message(what)} It is not taken over.`, IF_NEEDED)]
    : [note(first[1], `${message(what)} They are not taken over.`, 'Keep the Prometheus that has them.')]
}

const IF_NEEDED = 'Keep the Prometheus that has it, if it is needed.'

const HINTS: Readonly<Record<string, string>> = {
  scrape_interval:
    'A service may have a `scrape_interval` from 1s to 2m: with longer ones every series has gaps.',
  scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
  metric_relabel_configs:
    'A service has `keep` and `drop` for whole metrics; they are kept under their own names.',
  params: 'The path is requested without parameters.',
  honor_labels: 'Labels of the target that exist already get the prefix `exported_`.',
}

/** What the configuration has outside of its jobs. */
export function lossesOfConfiguration(root: Tree, file: string): Diagnostic[] {
  const global = get(root, 'global')
  const note = (at: Tree, message: string, hint: string) => lossNote(file, at.at, message, hint)
  const lost: Diagnostic[] = []
  for (const key of ['scrape_timeout', 'evaluation_interval'] as const) {
    const value = get(global, key)
    const isSame = [scalarText(get(global, 'scrape_interval')), ...(key === 'scrape_timeout' ? ['10s'] : [])]
    if (value && !isSame.includes(scalarText(value)))
      lost.push(
        note(value, `\`global.${key}\` is ${scalarText(value)}. It is not taken over.`, GLOBAL[key] ?? ''),
      )
  }
  const rest = entriesOf(global).filter(([key, value]) => !(key in GLOBAL) && !isKept(key, value))
  lost.push(...together(rest, (what) => `\`global\` has ${what}.`, note))
  for (const [key, value] of entriesOf(root))
    if (!ELSEWHERE.includes(key) && !isKept(key, value) && hasContent(key, value))
      lost.push(note(value, `This Prometheus has \`${key}\`. It is not taken over.`, PARTS[key] ?? IF_NEEDED))
  const labels = get(global, 'external_labels')
  if (labels?.kind === 'table' && labels.entries.size > 0)
    lost.push(
      note(
        labels,
        `The configuration sets external labels: ${list([...labels.entries.keys()])}. They are not taken over.`,
        'The new configuration has one external label, `monitor`, with the name of the monitoring app. Change queries on the remote side that use others.',
      ),
    )
  const targets = items(get(root, 'remote_write'))
  return [...lost, ...targets.flatMap((target, i) => lossesOfRemoteWrite(target, file, i > 0))]
}

const entriesOf = (tree: Tree | undefined): [string, Tree][] =>
  tree?.kind === 'table' ? [...tree.entries] : []

/** Settings of `global` that have a note of their own or a place in monitoring.yml. */
const GLOBAL: Readonly<Record<string, string>> = {
  scrape_interval: '',
  external_labels: '',
  scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
  evaluation_interval: 'Rules are evaluated with `monitoring.scrape_interval`.',
}

/** Parts that are read one by one. */
const ELSEWHERE: readonly string[] = ['global', 'scrape_configs', 'rule_files', 'remote_write']

/** Parts of a Prometheus configuration that monitoring.yml does not have, and what to do about each. */
const PARTS: Readonly<Record<string, string>> = {
  alerting:
    'Alerts of the new Prometheus reach people through `alerts.notify`, or through Grafana (`GRAFANA_URL`): set one of them up before the old Prometheus stops.',
  remote_read: 'Queries in the new Prometheus do not see the samples of the other side.',
  scrape_config_files: 'Jobs in these files are read where they are in this repository, not from elsewhere.',
  storage: 'The new Prometheus has the settings of `monitoring.retention` and `monitoring.volume`.',
  tracing: 'The new Prometheus sends no traces.',
  otlp: 'The new Prometheus does not receive OTLP.',
}

/** An Alertmanager without targets, and a list without items, do nothing. */
function hasContent(key: string, value: Tree): boolean {
  if (value.kind === 'list') return value.items.length > 0
  if (key !== 'alerting') return true
  const managers = items(get(value, 'alertmanagers'))
  return managers.some((one) => {
    const targets = items(get(one, 'static_configs')).flatMap((config) => items(get(config, 'targets')))
    const isStatic = get(one, 'static_configs') !== undefined
    return !isStatic || targets.length > 0
  })
}
