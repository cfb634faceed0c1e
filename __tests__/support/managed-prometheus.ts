import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { startVictoriaMetrics } from './victoria-metrics.ts'

/*
 * Fly's managed Prometheus in small: a real VictoriaMetrics (Debian's), which is what Fly runs and which scrapes by itself,
 * behind a front that checks the header, answers only the documented paths, and can be behind. What it does is from the
 * documentation of Fly and from what others measured; nothing of it was compared with Fly itself.
 */

export interface ManagedPrometheus extends AsyncDisposable {
  port: number
  /** Without a slash at the end, as Grafana's data source has it. */
  url: string
  /** How far the samples of /federate are behind: it answers as it would have so long ago. Milliseconds. */
  behindMs: number
  /** How far its clock, the header Date, is ahead of ours. Milliseconds. */
  aheadMs: number
  /** Some of its storage does not answer. */
  isPartial: boolean
  /** Which header it accepts: that of Fly, or that of an older token. */
  scheme: 'FlyV1' | 'Bearer'
  /** The types that it says; undefined: it does not answer the question, as Fly does not document it. */
  types: Readonly<Record<string, string>> | undefined
  /** An answer of the front to every question, such as `429 too many requests`. */
  refuses: { status: number; text: string } | undefined
  /** The queries that it was asked, in order. */
  asked: string[]
  /** Stores samples of this moment, or of an earlier one, with the labels that Fly forces. */
  write(series: Readonly<Record<string, number>>, at?: number): Promise<void>
  /** From now on, these machines are scraped, each second. */
  scrape(machines: readonly ScrapedMachine[]): Promise<void>
}

export interface ScrapedMachine {
  id: string
  app: string
  /** `HOST:PORT`. */
  address: string
  path?: string
}

const HOST = '127.0.0.4'

/** What Fly writes of each machine by itself, with these labels. */
export const machineSeries = (own: string, at = Date.now()): Record<string, number> => ({
  [`fly_instance_up{${own}}`]: 1,
  [`fly_instance_memory_mem_total{${own}}`]: 512e6,
  [`fly_instance_memory_mem_available{${own}}`]: 200e6,
  [`fly_instance_cpu_balance{${own}}`]: 5_000,
  [`fly_instance_cpu_throttle{${own}}`]: Math.round(at / 1_000),
  [`fly_instance_filesystem_blocks{${own},mount="/data"}`]: 1_000,
  [`fly_instance_filesystem_blocks_avail{${own},mount="/data"}`]: 600,
})

/** The paths that Fly documents, and nothing of targets, rules and the status of the server. */
const DOCUMENTED =
  /^\/(?:federate|api\/v1\/(?:query|query_range|series|labels|label\/[^/]+\/values|status\/tsdb))$/

/** @param tokens the read-only token of the organization, and a token of one app in it */
export async function startManagedPrometheus(
  organization: string,
  tokens: { readonly: string; app: string },
): Promise<ManagedPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'managed-'))
  const scraped = join(folder, 'scrape.yml')
  await writeFile(scraped, stringify({ scrape_configs: [] }))
  const store = await startVictoriaMetrics(HOST, [
    ...['-memory.allowedBytes=64MB', `-promscrape.config=${scraped}`, '-search.disableCache'],
  ])
  const front = createServer((request, response) => void answer(request, response))
  await once(front.listen(0, HOST), 'listening')
  const { port } = front.address() as AddressInfo
  const managed: ManagedPrometheus = {
    port,
    url: `http://${HOST}:${port}/prometheus/${organization}`,
    ...{ behindMs: 0, aheadMs: 0, isPartial: false, scheme: 'FlyV1', types: undefined, refuses: undefined },
    asked: [],
    async write(series, at = Date.now()) {
      const lines = Object.entries(series).map(([one, value]) => `${one} ${value} ${Math.round(at)}`)
      await post(`${store.url}/api/v1/import/prometheus`, lines.join('\n'))
      await post(`${store.url}/internal/force_flush`, '')
    },
    async scrape(machines) {
      await writeFile(scraped, stringify({ scrape_configs: machines.map(jobOf) }))
      await post(`${store.url}/-/reload`, '')
    },
    async [Symbol.asyncDispose]() {
      front.closeAllConnections()
      front.close()
      await store[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? '', managed.url)
    const [, , slug = '', ...rest] = pathname.split('/')
    const { authorization = '' } = request.headers
    for (const [name, value] of new URLSearchParams(await bodyOf(request))) query.append(name, value)
    const path = `/${rest.join('/')}`
    response.setHeader('date', new Date(Date.now() + managed.aheadMs).toUTCString())
    const end = (status: number, text: string) => response.writeHead(status).end(text)
    if (slug !== organization || !authorization.startsWith(`${managed.scheme} `))
      return void end(401, 'something went wrong resolving organization')
    if (authorization !== `${managed.scheme} ${tokens.readonly}`)
      return void end(403, 'not authorized for org')
    if (managed.refuses) return void end(managed.refuses.status, managed.refuses.text)
    if (path === '/api/v1/metadata' && managed.types) return void end(200, metadata(managed.types))
    if (!DOCUMENTED.test(path)) return void end(400, `unsupported path requested: "${path}"`)
    managed.asked.push(query.get('query') ?? path)
    const found = await fetch(`${store.url}${path}`, { method: 'POST', body: query })
    const text = await found.text()
    response.setHeader('content-type', found.headers.get('content-type') ?? 'text/plain')
    end(found.status, path === '/federate' ? older(text, managed.behindMs) : partly(text, managed.isPartial))
  }

  return managed
}

/** Fly's labels take the place of those that a service sends itself; there is no `job`. */
const jobOf = ({ id, app, address, path = '/metrics' }: ScrapedMachine) => ({
  job_name: id,
  scrape_interval: '1s',
  scrape_timeout: '1s',
  metrics_path: path,
  static_configs: [{ targets: [address] }],
  relabel_configs: [
    ...Object.entries({ app, region: 'nrt', host: 'a1b2', instance: id }).map(([label, replacement]) => ({
      target_label: label,
      replacement,
    })),
    { action: 'labeldrop', regex: 'job' },
  ],
  metric_relabel_configs: [{ action: 'labeldrop', regex: 'exported_(app|region|host|instance)' }],
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return body
}

const metadata = (types: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    status: 'success',
    data: Object.fromEntries(
      Object.entries(types).map(([name, type]) => [name, [{ type, help: '', unit: '' }]]),
    ),
  })

/** As a cluster answers in which some of the storage is not reachable. */
const partly = (text: string, isPartial: boolean): string =>
  text.replace(/^\{"status":"success",/, `{"status":"success","isPartial":${isPartial},`)

/** A page of samples as it was some time ago. */
const older = (page: string, ms: number): string =>
  page.replace(/\d+$/gm, (time) => String(Number(time) - ms))

async function post(url: string, body: string): Promise<void> {
  const { ok, status } = await fetch(url, { method: 'POST', body })
  if (!ok) throw new Error(`${url} answered ${status}`)
}
