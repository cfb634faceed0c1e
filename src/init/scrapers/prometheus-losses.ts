import { scrapeShape } from '../../config/scrape-options.ts'
import { get, items, scalarText, type TextPosition, type Tree } from '../../formats/tree.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { list } from '../../lib/text.ts'
import { initNote, lossNote } from '../findings.ts'
import type { JobSettings } from './scrape-settings.ts'

/** What a Prometheus configuration has and monitoring.yml has not: every key is known here, or is named as not taken over. */

/** Keys of a job that a service has too, that this action sets itself, or that change nothing that is scraped. */
const TAKEN_OVER: readonly string[] = [
  ...['job_name', 'metrics_path', 'static_configs', 'dns_sd_configs', 'honor_timestamps', 'follow_redirects'],
  ...['fallback_scrape_protocol', 'scrape_protocols', 'enable_compression', 'scheme', 'relabel_configs'],
]

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
      !TAKEN_OVER.includes(key) &&
      !taken.has(key) &&
      !(key === 'scrape_interval' && isEveryInterval(scalarText(value) ?? '')),
  )
  const labels = items(get(job, 'static_configs')).flatMap((config) => {
    const all = get(config, 'labels')
    const isKnown = (label: string) => label === '__scheme__' && areProxied(config)
    return all?.kind === 'table' ? [...all.entries].filter(([label]) => !isKnown(label)) : []
  })
  return [
    ...keys.map(([key, value]) =>
      note(
        value,
        `${name} has \`${key}\`, ${Object.hasOwn(scrapeShape, key) || key === 'metric_relabel_configs' ? 'in a form that a service cannot have' : 'which a service does not have'}. It is not taken over.`,
        lossHint(key),
      ),
    ),
    ...labels
      .filter(([label]) => !OWN_LABELS.includes(label) && !taken.has(`labels.${label}`))
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

/** Whether targets are behind Fly's proxy, which ends TLS: the machines behind it speak plain HTTP. */
const areProxied = (config: Tree): boolean =>
  items(get(config, 'targets')).every((one) =>
    /\.(?:fly\.dev|flycast)(?::\d{1,5})?$/.test(scalarText(one) ?? ''),
  )

const isOwnLabel = (rule: Tree): boolean =>
  (scalarText(get(rule, 'action')) ?? 'replace') === 'replace' &&
  OWN_LABELS.includes(scalarText(get(rule, 'target_label')) ?? '')

const lossHint = (key: string): string =>
  ({
    scrape_interval:
      'A service may have a `scrape_interval` from 1s to 2m: with longer ones every series has gaps.',
    scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
    metric_relabel_configs:
      'A service has `keep` and `drop` for whole metrics; they are kept under their own names.',
    params: 'The path is requested without parameters.',
    honor_labels: 'Labels of the target that exist already get the prefix `exported_`.',
  })[key] ?? 'Keep the Prometheus that has it, if it is needed.'

/** What the configuration has outside of its jobs. */
export function lossesOfConfiguration(root: Tree, file: string): Diagnostic[] {
  const global = get(root, 'global')
  const note = (at: Tree, message: string, hint: string) => lossNote(file, at.at, message, hint)
  const lost: Diagnostic[] = []
  for (const key of ['scrape_timeout', 'evaluation_interval'] as const) {
    const value = get(global, key)
    const isSame = [scalarText(get(global, 'scrape_interval')), ...(key === 'scrape_timeout' ? ['10s'] : [])]
    if (value && !isSame.includes(scalarText(value)))
      lost.push(note(value, `\`global.${key}\` is ${scalarText(value)}. It is not taken over.`, GLOBAL[key]))
  }
  for (const [key, hint] of Object.entries(PARTS)) {
    const value = get(root, key)
    const isEmpty = value === undefined || (value.kind === 'value' && value.value === null)
    if (!isEmpty && hasContent(key, value))
      lost.push(note(value, `This Prometheus has \`${key}\`. It is not taken over.`, hint))
  }
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

/** Targets are not taken over, because their keys are elsewhere; the URL of an old one is only said where it is written. */
function lossesOfRemoteWrite(target: Tree, file: string, isFurther: boolean): Diagnostic[] {
  const url = scalarText(get(target, 'url')) ?? ''
  const isOpen = url === '' || /\$|\{\{|^%/.test(url)
  const note = isOpen
    ? initNote(
        file,
        target.at,
        url === ''
          ? 'Remote write has no URL: every batch fails, and Prometheus needs a minute to stop.'
          : 'Remote write is always part of this configuration, with values from variables: wherever they are empty, every batch fails, and Prometheus needs a minute to stop.',
        'The new configuration has remote write only when `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` are set, or `remote_write` in monitoring.yml has a target.',
      )
    : lossNote(
        file,
        target.at,
        `This Prometheus writes to ${hostOf(url)}. It is not taken over.`,
        isFurther
          ? 'Add it to `remote_write` in monitoring.yml, with the name of the environment variable that has its key.'
          : 'Set `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` for the deploy, or add it to `remote_write` in monitoring.yml.',
      )
  return [note, ...filters(target, file)]
}

/** The host of a URL, which may have a password in front of it. */
const hostOf = (url: string): string => (URL.canParse(url) ? quoted(new URL(url).host) : 'a target outside')

const GLOBAL = {
  scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
  evaluation_interval: 'Rules are evaluated with `monitoring.scrape_interval`.',
}

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

function filters(target: Tree, file: string): Diagnostic[] {
  const relabel = get(target, 'write_relabel_configs')
  if (!relabel) return []
  const message = 'Remote write drops or renames metrics. These filters are not taken over.'
  return [lossNote(file, relabel.at, message, 'All samples are written.')]
}
