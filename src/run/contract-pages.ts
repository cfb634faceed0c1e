import type { Dispatcher } from 'undici'
import { createPrometheus } from '../clients/prometheus/client.ts'
import { isAgent } from '../config/engine.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import type { Config, ServiceConfig } from '../config/schema.ts'
import { isOnFly } from '../config/services.ts'
import { passwordOf, prometheusUrlOf } from '../desired/grafana/grafana.ts'
import { prometheusCredentials } from '../desired/prometheus-access.ts'
import { type Exposition, readExposition, summariseSamples } from '../formats/exposition.ts'
import { promqlString } from '../formats/promql/literals.ts'
import type { Environment } from '../inputs/names.ts'
import type { Inputs, MetricsPage } from '../inputs/types.ts'
import { ActionError, type Diagnostic, messageOf, platformError } from '../lib/errors.ts'
import { exchange } from '../lib/http.ts'
import { oneLine } from '../lib/text.ts'
import { readText, type Workspace } from '../lib/workspace.ts'
import { isAddedByPrometheus, type Prometheus, vectorOf } from '../model/prometheus.ts'
import { credentialAdvice, credentialHeader } from './contract-credentials.ts'

/** A page of metrics of one service. */
export interface ReadPage {
  service: ServiceConfig
  /** Where it was read, for people. */
  source: string
  page: Exposition
  /** Undefined when the page comes from Prometheus, which has parsed it. */
  text: string | undefined
  /** The Content-Type of the answer, empty without one; undefined when the page was not requested by HTTP. */
  contentType?: string
}

/** What Prometheus 3 sends; OpenMetrics only where a service has nothing else, because promtool cannot check it. */
const ACCEPT = 'text/plain;version=0.0.4;q=0.9,application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1'

/** The limit of a scrape with the largest machines. */
const MAX_PAGE_BYTES = 64 * 1024 * 1024

export interface PageTools {
  pool: Dispatcher
  signal: AbortSignal
  workspace: Workspace
  env: Environment
}

/** Reads the pages that the inputs name; without one, what the deployed Prometheus has scraped last. */
export async function readPages(config: Config, inputs: Inputs, tools: PageTools): Promise<ReadPage[]> {
  const { pages } = inputs.contract
  if (pages.length === 0) return fromPrometheus(config, inputs, tools)
  const owners = pages.map((page) => ({ page, service: serviceOf(page, config.services) }))
  const unknown = owners.flatMap(({ page, service }) => (service ? [] : noService(page, config.services)))
  if (unknown.length > 0) throw new ActionError('configuration', unknown)
  const twice = owners.filter(({ service }, i) => owners.findIndex((one) => one.service === service) < i)
  if (twice.length > 0)
    throw new ActionError(
      'configuration',
      twice.map(({ page }) => secondPage(page)),
    )
  const read = owners.flatMap(({ page, service }) => (service ? [readPage(page, service, tools)] : []))
  return allOf(await Promise.allSettled(read))
}

/** Every page; when some cannot be read, all of them are reported at once. */
function allOf(results: readonly PromiseSettledResult<ReadPage>[]): ReadPage[] {
  const errors = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  const known = errors.filter((error) => error instanceof ActionError)
  if (known.length < errors.length) throw errors.find((error) => !(error instanceof ActionError))
  const [first] = known
  if (first)
    throw new ActionError(
      first.kind,
      known.flatMap(({ problems }) => problems),
      { cause: first },
    )
  return results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

const secondPage = ({ source }: MetricsPage): Diagnostic => ({
  code: 'contract-service',
  severity: 'error',
  message: `The page ${source} is the second page of the same service.`,
  hint: 'Name one page for each service.',
})

/** The service that the input names, the only one, or the only one with the address or the port of the URL. */
function serviceOf(page: MetricsPage, services: readonly ServiceConfig[]): ServiceConfig | undefined {
  const { service, source } = page
  if (service !== undefined) return services.find(({ name }) => name === service)
  if (services.length === 1) return services[0]
  const { host, port } = URL.parse(source) ?? {}
  const same = services.filter((one) =>
    isOnFly(one) ? String(one.port) === port : one.addresses.some((address) => address === host),
  )
  return same.length === 1 ? same[0] : undefined
}

function noService({ service, source }: MetricsPage, services: readonly ServiceConfig[]): Diagnostic[] {
  const names = services.map(({ name }) => name).join(', ')
  return [
    {
      code: 'contract-service',
      severity: 'error',
      message:
        service === undefined
          ? `The page ${source} could be of several services.`
          : `The page ${source} is of the service ${service}, which is not in the configuration.`,
      hint: `Write SERVICE=${source}, with one of: ${names}.`,
    },
  ]
}

async function readPage(page: MetricsPage, service: ServiceConfig, tools: PageTools): Promise<ReadPage> {
  const { source } = page
  if (page.kind === 'url') {
    const { text, contentType } = await fetchPage(source, service, tools)
    return { service, source, page: readExposition(text, contentType), text, contentType }
  }
  const text = readPageFile(source, tools.workspace)
  return { service, source, page: readExposition(text), text }
}

async function fetchPage(
  url: string,
  service: ServiceConfig,
  { pool, signal, env }: PageTools,
): Promise<{ text: string; contentType: string }> {
  const failed = (why: string, cause?: unknown, hint = START_IT) =>
    platformError('contract-page', `The page ${url} could not be read: ${why}.`, hint, cause)
  const answer = await exchange(pool, {
    url,
    headers: { accept: ACCEPT, ...credentialHeader(service, url, env) },
    maxBytes: MAX_PAGE_BYTES,
    retries: 2,
    gzip: true,
    signal,
  }).catch((cause: unknown) => {
    if (cause instanceof ActionError || signal.aborted) throw cause
    throw failed(messageOf(cause), cause)
  })
  const { status, headers, text } = answer
  const { location } = headers
  if (location !== undefined && status >= 300 && status < 400)
    throw failed(
      `the answer is HTTP ${status}, a redirect to ${oneLine(String(location), 200)}`,
      undefined,
      'Name the address that it leads to.',
    )
  if (status !== 200)
    throw failed(
      `the answer is HTTP ${status}`,
      undefined,
      status === 401 || status === 403 ? credentialAdvice(service, url) : START_IT,
    )
  return { text, contentType: String(headers['content-type'] ?? '') }
}

const START_IT =
  'Start the service first, and use the address of its metrics, such as http://localhost:9090/metrics.'

function readPageFile(path: string, workspace: Workspace): string {
  const file = readText(workspace, path, MAX_PAGE_BYTES)
  if (file) return file.text
  throw new ActionError('configuration', [
    {
      code: 'contract-page',
      severity: 'error',
      message: `The page ${path} does not exist.`,
      hint: 'Save it first, such as with "curl http://localhost:9090/metrics > metrics.txt"; the path is relative to the working directory.',
    },
  ])
}

/** The metrics of one target of each service that is up, as Prometheus stores them. */
async function fromPrometheus(
  config: Config,
  inputs: Inputs,
  { pool, signal }: PageTools,
): Promise<ReadPage[]> {
  if (isOnFlysPrometheus(config.monitoring)) throw NO_TARGETS
  const url = prometheusUrlOf(config, inputs)
  if (isAgent(config.monitoring))
    throw platformError(
      'contract-page',
      `The Prometheus at ${url} is an agent, which keeps no samples to read.`,
      'Name a page of the service: --url http://localhost:9090/metrics.',
    )
  const credentials = prometheusCredentials(passwordOf(config, inputs))
  const prometheus = createPrometheus({ url, credentials, pool, signal })
  const up = (await prometheus.targets()).filter(({ health }) => health === 'up')
  const pages = config.services.flatMap((service) => {
    const target = up.find(({ labels }) => labels.job === service.name)
    if (!target) return []
    const selector = `{job=${promqlString(service.name)},instance=${promqlString(target.labels.instance ?? '')}}`
    return [scrapedPage(service, { prometheus, selector, url })]
  })
  if (pages.length > 0) return Promise.all(pages)
  throw platformError(
    'contract-page',
    `No service is up in Prometheus at ${url}.`,
    'Bring a service up, or name a page: --url http://localhost:9090/metrics.',
  )
}

const NO_TARGETS = platformError(
  'contract-page',
  "With `engine: fly` there is no Prometheus whose targets have the types of their metrics: Fly's does not say them.",
  'Name a page: --url http://localhost:9090/metrics.',
)

/** Labels that Prometheus adds to every series. */
const ADDED = ['__name__', 'job', 'instance', 'service', 'app']

async function scrapedPage(
  service: ServiceConfig,
  { prometheus, selector, url }: { prometheus: Prometheus; selector: string; url: string },
): Promise<ReadPage> {
  const [metadata, answer] = await Promise.all([prometheus.metadata(selector), prometheus.query(selector)])
  const types = new Map(metadata.map(({ metric, type }) => [metric, type]))
  const added = new Set([...ADDED, ...Object.keys(service.labels ?? {})])
  const samples = vectorOf(answer)
    .filter(({ metric }) => !isAddedByPrometheus(metric.__name__ ?? ''))
    .map(({ metric }) => ({
      name: metric.__name__ ?? '',
      labels: Object.entries(metric).filter(([name]) => !added.has(name)),
    }))
  const page = { ...summariseSamples(types, samples), faults: [] }
  return { service, source: `Prometheus at ${url}`, page, text: undefined }
}
