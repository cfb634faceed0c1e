import type { ScrapeOptions } from '../../config/scrape-options.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import { parseDuration } from '../../lib/duration.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { flyHost } from '../../model/fly-names.ts'
import { SELF_JOB } from '../../model/prometheus.ts'
import type { FoundValue } from '../findings.ts'
import { initNote, lossNote } from '../findings.ts'
import { type OwnNetwork, ownNetwork } from './own-network.ts'
import { blockedBy, lossesOfConfiguration, lossesOfJob } from './prometheus-losses.ts'
import { type JobSettings, settingsOfJob } from './scrape-settings.ts'
import { isTemplate, withDefaults } from './stand-ins.ts'

/** A target of a Prometheus, in a form that a service of the configuration can have. */
export interface ScannedTarget {
  /** The job, or its label `service`, which dashboards use. */
  name: string
  /** The name of the job. */
  job: string
  /** The address as it is written. */
  address: string
  /** On Fly: the app. Undefined for a name of another network, such as that of Docker Compose. */
  app: string | undefined
  process?: string
  /** The host name without its port. */
  host: string
  /** Undefined: Fly's proxy is asked, which has the ports 80 and 443. */
  port: number | undefined
  path: string
  /** The interval of every job of its file, when the file says it. */
  every?: string
  /** Settings of the scrape that a service has too. */
  options: Partial<ScrapeOptions>
  /** What to say about its secret, if the target is taken over. */
  secret: Diagnostic | undefined
  /** What says that its Prometheus is in a network of its own. */
  network?: OwnNetwork
  file: string
  at: { line: number; column: number }
}

export interface ScannedPrometheus {
  file: string
  /** What it is, when it is not a configuration of Prometheus. */
  what?: string
  /** Whether its text is not valid: what it scrapes and names is not known. */
  isUnreadable?: true
  /** Whether it adds labels to what it sends. */
  hasLabels?: boolean
  /** Where such a program sends the samples: hosts, and variables that have the address. */
  sendsTo?: readonly string[]
  targets: ScannedTarget[]
  /** The value of `global.scrape_interval`, valid or not. */
  scrapeInterval: FoundValue | undefined
  /** Paths and patterns of rule files, as they are written. */
  ruleFiles: FoundValue[]
  /** Jobs that cannot be taken over at all. */
  lostJobs: string[]
  /** What is not taken over, and what a person should know about the rest. */
  notes: Diagnostic[]
}

/** The targets of a Prometheus configuration, with a note for each setting that monitoring.yml does not have. */
export function scanPrometheus({ file, text: yaml }: TextFile): ScannedPrometheus {
  const read = readYaml(yaml)
  if (!read.ok) {
    const message = `This configuration of Prometheus cannot be read. ${read.message} Nothing of it is taken over: no job, rule file or setting.`
    const notes = [lossNote(file, read.at, message, `${read.hint} Then run init again.`)]
    const nothing = { targets: [], scrapeInterval: undefined, ruleFiles: [], lostJobs: [] }
    return { file, isUnreadable: true, ...nothing, notes }
  }
  const root = read.tree
  const interval = get(get(root, 'global'), 'scrape_interval')
  const text = scalarText(interval)
  const { targets, losses, lostJobs } = scanJobs(items(get(root, 'scrape_configs')), {
    file,
    interval: text,
    isItself: (address) => ITSELF.test(address),
  })
  const network = ownNetwork(root, file)
  return {
    file,
    targets: network ? targets.map((target) => ({ ...target, network })) : targets,
    scrapeInterval:
      interval && text !== undefined ? { value: text, at: { file, ...interval.at } } : undefined,
    ruleFiles: items(get(root, 'rule_files')).flatMap((node) => {
      const value = scalarText(node)
      return value === undefined ? [] : { value, at: { file, ...node.at } }
    }),
    lostJobs,
    notes: [...losses, ...lossesOfConfiguration(root, file)],
  }
}

interface ScannedJobs {
  targets: ScannedTarget[]
  lostJobs: string[]
  losses: Diagnostic[]
}

interface JobsContext {
  file: string
  /** That of jobs without one of their own. */
  interval: string | undefined
  /** Whether an address is that of the program which scrapes. */
  isItself(address: string): boolean
}

/** The targets of jobs in the form of Prometheus. */
export function scanJobs(jobs: readonly Tree[], context: JobsContext): ScannedJobs {
  const scanned = jobs.map((job) => scanJob(job, context))
  return {
    targets: scanned.flatMap(({ targets }) => targets),
    lostJobs: scanned.flatMap(({ lostJobs }) => lostJobs),
    losses: scanned.flatMap(({ losses }) => losses),
  }
}

const NOTHING: Omit<ScannedJobs, 'losses'> = { targets: [], lostJobs: [] }

/** Prometheus itself. Another port of this machine is another program. */
const ITSELF = /^(?:(?:localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)(?::9090)?|prometheus(?::\d+)?)$/

/** The name of an app may be in a variable: it is found by others. */
const APP = /^[^/]*\.(?:internal|flycast|fly\.dev)/

function scanJob(job: Tree, { file, interval, isItself }: JobsContext): ScannedJobs {
  const jobName = scalarText(get(job, 'job_name')) ?? ''
  const addresses = [...staticAddresses(job), ...dnsAddresses(job)]
  const others = addresses.filter(({ text }) => !isItself(withDefaults(text)))
  // A job in which Prometheus scrapes itself: this action has its own.
  if (addresses.length > 0 && others.length === 0) return { ...NOTHING, losses: [] }
  const isEveryInterval = (own: string) =>
    interval !== undefined && (own === interval || parseDuration(own) === parseDuration(interval))
  const settings = settingsOfJob(job, { jobName, isEveryInterval })
  const blocked = blockedBy(job, settings)
  if (blocked) {
    const message = `Job "${jobName}" is not taken over: ${blocked.why}.`
    return { ...NOTHING, lostJobs: [jobName], losses: [lossNote(file, blocked.at, message, KEEP)] }
  }
  const pathOfJob = scalarText(get(job, 'metrics_path')) ?? '/metrics'
  const all = others.map((one) => ({ ...one, path: withDefaults(one.path ?? pathOfJob) }))
  const isOpen = ({ text, path }: { text: string; path: string }) =>
    isTemplate(withDefaults(text).replace(APP, '') + path)
  const secret = secretNote(settings, { file, jobName })
  const targets = all
    .filter((one) => !isOpen(one))
    .map(({ at, text, service, path }): ScannedTarget => {
      const [, host = '', written] =
        /^(?:https?:\/\/)?([^/:]*|\[[^\]]*\])(?::(\d+))?/.exec(withDefaults(text)) ?? []
      const fly = flyHost(host)
      const isProxy = fly !== undefined && fly.network !== 'internal'
      const port = isProxy ? undefined : Number(written ?? (settings.options.scheme === 'https' ? 443 : 80))
      const isOther = jobName === SELF_JOB || isTemplate(jobName)
      const name = service ?? (isOther ? (fly?.app ?? host) : jobName)
      const process = fly?.process
      // Fly's proxy ends TLS: the machines behind it speak plain HTTP.
      const { scheme, tls_config, ...plain } = settings.options
      const options = isProxy ? plain : settings.options
      const every = interval === undefined ? {} : { every: interval }
      const where = { job: jobName, file, at: at.at, address: text, host, path, options, secret, ...every }
      return { name, app: fly?.app, ...(process !== undefined && { process }), port, ...where }
    })
  const losses = targets.length > 0 ? lossesOfJob(job, { file, jobName, isEveryInterval, settings }) : []
  return {
    targets,
    lostJobs: targets.length === 0 && all.length > 0 ? [jobName] : [],
    losses: [...losses, ...filledInLater(all.filter(isOpen), { file, jobName })],
  }
}

/** Targets that are known only when a program has filled them in. */
function filledInLater(
  [first]: readonly (Address & { path: string })[],
  { file, jobName }: { file: string; jobName: string },
): Diagnostic[] {
  if (!first) return []
  const message = `Job ${quoted(jobName)} is a template: ${quoted(isTemplate(first.path) ? first.path : first.text)} is filled in somewhere else. It is not taken over.`
  const hint = 'Add a service to monitoring.yml with the app, the port and the path that it has then.'
  return [lossNote(file, first.at.at, message, hint)]
}

/** The secret stays where it is: the person puts it into the environment of the deploy. */
function secretNote(
  { secret, options }: JobSettings,
  { file, jobName }: { file: string; jobName: string },
): Diagnostic | undefined {
  const variable = options.authorization?.credentials_env ?? options.basic_auth?.password_env
  if (!secret || variable === undefined) return undefined
  const message = `Job "${jobName}" authenticates with \`${secret.key}\`. Its secret is not copied: the draft names the variable ${variable}.`
  return initNote(
    file,
    secret.at.at,
    message,
    `Pass the secret to the step as env: ${variable}, from a secret of the repository.`,
  )
}

const KEEP = 'Keep the Prometheus that scrapes it now.'

interface Address {
  at: Tree
  text: string
  service: string | undefined
  /** Undefined: that of the job. */
  path?: string
}

function staticAddresses(job: Tree): Address[] {
  return items(get(job, 'static_configs')).flatMap((config) => {
    const labels = get(config, 'labels')
    const label = scalarText(get(labels, 'service'))
    const path = scalarText(get(labels, '__metrics_path__'))
    const service = label !== undefined && !label.includes('$') ? label : undefined
    return items(get(config, 'targets')).map((at) => ({
      at,
      text: scalarText(at) ?? '',
      service,
      ...(path !== undefined && { path }),
    }))
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
