import { didYouMean } from '../../lib/did-you-mean.ts'
import { parseDuration } from '../../lib/duration.ts'
import { patternFault } from '../../lib/promql/text.ts'
import type { PrometheusVersion } from '../../render/version.ts'
import { type Code, shown } from '../catalog.ts'
import { get, items, type Place, type Table, type Tree, textOf } from '../tree.ts'
import { PROMETHEUS, type Shape, type Shapes, SINCE_3 } from './shape.ts'

export type Report = (code: Code, at: Place, message: string, hint: string) => void

/** What Prometheus refuses at its start, as far as a file shows it without the world around. */
export function rejected(root: Table, version: PrometheusVersion, report: Report): void {
  visitTable(root, PROMETHEUS, { version, report, path: '' })
  const global = get(root, 'global')
  timeouts(global, { name: 'global', interval: 60_000, timeout: undefined }, report)
  const names = new Set<string>()
  for (const scrape of items(get(root, 'scrape_configs'))) scrapeConfig(scrape, { names, global }, report)
  for (const kind of ['remote_write', 'remote_read'])
    for (const remote of items(get(root, kind))) remoteConfig(remote, kind, report)
}

interface Visit {
  version: PrometheusVersion
  report: Report
  path: string
}

const isNothing = (node: Tree): boolean => node.kind === 'value' && node.value === null

function visit(node: Tree, shape: Shape, about: Visit): void {
  if (shape === 'any' || isNothing(node)) return
  if (shape === 'duration') duration(node, about)
  else if (shape === 'regex') regex(node, about)
  else if ('list' in shape) {
    if (node.kind === 'list') for (const item of node.items) visit(item, shape.list, about)
    else wrongShape(node, 'a list', about)
  } else if (node.kind === 'table') visitTable(node, shape.table, about)
  else wrongShape(node, 'a map', about)
}

function visitTable(table: Table, shapes: Shapes, about: Visit): void {
  for (const [key, value] of table.entries) {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined
    const path = about.path ? `${about.path}.${key}` : key
    const isOld = about.version.major < 3
    if ((!shape && !isDiscovery(key, shapes)) || (isOld && SINCE_3.has(key)))
      about.report(
        'prometheus-unknown-key',
        value.at,
        shape
          ? `Prometheus ${about.version.major}.${about.version.minor} does not know ${path}.`
          : `Prometheus does not know ${path}.`,
        didYouMean(
          key,
          Object.keys(shapes).filter((known) => known !== key),
        ) ?? 'Remove it: Prometheus refuses the whole file.',
      )
    else if (shape) visit(value, shape, { ...about, path })
  }
}

/** There are more kinds of discovery than are worth knowing here. */
const isDiscovery = (key: string, shapes: Shapes): boolean =>
  'static_configs' in shapes && /_sd_configs$/.test(key)

function wrongShape(node: Tree, wanted: string, { report, path }: Visit): void {
  report('prometheus-shape', node.at, `${path} is not ${wanted}.`, `It must be ${wanted}.`)
}

function duration(node: Tree, { report, path }: Visit): void {
  const text = textOf(node)
  if (text !== undefined && (text === '0' || parseDuration(text) !== undefined)) return
  report(
    'prometheus-duration',
    node.at,
    `${path} is ${shown(text ?? 'no text')}.`,
    'Use a duration such as 15s or 1m30s.',
  )
}

function regex(node: Tree, { report, path }: Visit): void {
  const fault = patternFault(textOf(node) ?? '')
  if (fault)
    report('prometheus-regex', node.at, `${path}: ${fault}.`, 'Prometheus uses RE2, without look-around.')
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
      'prometheus-timeout',
      timeout.at,
      `The scrape_timeout of ${name} is longer than its scrape_interval.`,
      'Make it shorter, or leave it out.',
    )
}

function scrapeConfig(
  node: Tree,
  { names, global }: { names: Set<string>; global: Tree | undefined },
  report: Report,
): void {
  if (node.kind !== 'table') {
    report(
      'prometheus-shape',
      node.at,
      'A scrape config is empty or no map.',
      'Give it a job_name and targets.',
    )
    return
  }
  const written = get(node, 'job_name')
  const job = textOf(written) ?? ''
  if (job === '')
    report(
      'prometheus-job-name',
      node.at,
      'A scrape config has no job_name.',
      'Add one: it becomes the label job.',
    )
  else if (names.has(job))
    report(
      'prometheus-job-name',
      written?.at ?? node.at,
      `The job_name ${shown(job)} is there twice.`,
      'Rename one.',
    )
  names.add(job)
  const interval = milliseconds(get(global, 'scrape_interval')) ?? 60_000
  timeouts(node, { name: `job ${shown(job)}`, interval, timeout: undefined }, report)
  authorization(node, report)
  if (items(get(node, 'relabel_configs')).length === 0)
    for (const target of staticTargets(node)) targetForm(target, report)
  for (const dns of items(get(node, 'dns_sd_configs'))) dnsDiscovery(dns, report)
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
    'prometheus-target',
    target.at,
    `The target ${shown(text)} is no HOST:PORT.`,
    'Leave out https:// and the path: they are "scheme" and "metrics_path" of the job.',
  )
}

function dnsDiscovery(dns: Tree, report: Report): void {
  const names = get(dns, 'names')
  if (items(names).length === 0)
    report(
      'prometheus-dns',
      names?.at ?? dns.at,
      'A dns_sd_config has no names.',
      'Add "names: [APP.internal]".',
    )
  const type = textOf(get(dns, 'type'))?.toUpperCase() ?? 'SRV'
  if (!['A', 'AAAA', 'SRV', 'MX', 'NS'].includes(type))
    report(
      'prometheus-dns',
      get(dns, 'type')?.at ?? dns.at,
      `Prometheus cannot discover by ${shown(type)} records.`,
      'Use AAAA.',
    )
  else if (type !== 'SRV' && !Number(textOf(get(dns, 'port'))))
    report('prometheus-dns', dns.at, `Discovery by ${type} records needs a port.`, 'Add "port:".')
}

const ACTIONS =
  'replace keep drop keepequal dropequal hashmod labelmap labeldrop labelkeep lowercase uppercase'.split(' ')

function relabelRule(rule: Tree, report: Report): void {
  const action = textOf(get(rule, 'action'))?.toLowerCase() ?? 'replace'
  const at = get(rule, 'action')?.at ?? rule.at
  if (!ACTIONS.includes(action))
    report(
      'prometheus-relabel',
      at,
      `There is no relabel action ${shown(action)}.`,
      `Use one of: ${ACTIONS.join(', ')}.`,
    )
  else if (
    ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'].includes(action) &&
    !textOf(get(rule, 'target_label'))
  )
    report('prometheus-relabel', at, `The relabel action ${action} needs a target_label.`, 'Add it.')
  if (action === 'hashmod' && !Number(textOf(get(rule, 'modulus'))))
    report('prometheus-relabel', at, 'The relabel action hashmod needs a modulus.', 'Add it.')
}

const isSet = (node: Tree | undefined): boolean => node !== undefined && !isNothing(node)

function authorization(node: Table, report: Report): void {
  const ways = ['basic_auth', 'authorization', 'oauth2'].filter((key) => isSet(get(node, key)))
  const bearer = ['bearer_token', 'bearer_token_file'].filter((key) => (textOf(get(node, key)) ?? '') !== '')
  const used = [...ways, ...bearer]
  if (used.length > 1)
    report(
      'prometheus-auth',
      get(node, used[1] ?? '')?.at ?? node.at,
      `${used.join(' and ')} exclude each other.`,
      'Keep one.',
    )
  for (const [section, secret] of [
    ['basic_auth', 'password'],
    ['basic_auth', 'username'],
    ['authorization', 'credentials'],
  ] as const) {
    const holder = get(node, section)
    const given = [secret, `${secret}_file`, `${secret}_ref`].filter(
      (key) => (textOf(get(holder, key)) ?? '') !== '',
    )
    if (holder && given.length > 1)
      report(
        'prometheus-auth',
        get(holder, given[1] ?? '')?.at ?? holder.at,
        `${given.join(' and ')} exclude each other.`,
        'Keep one.',
      )
  }
}

function remoteConfig(node: Tree, kind: string, report: Report): void {
  if (node.kind !== 'table') {
    report(
      'prometheus-shape',
      node.at,
      `An entry of ${kind} is empty or no map.`,
      'Give it a url, or remove it.',
    )
    return
  }
  if (!isSet(get(node, 'url')))
    report('prometheus-url', node.at, `An entry of ${kind} has no url.`, 'Add it, or remove the entry.')
  authorization(node, report)
  for (const rule of items(get(node, 'write_relabel_configs'))) relabelRule(rule, report)
}
