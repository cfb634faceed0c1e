/**
 * Runs one case as root of its own network, mount and process namespaces; started by start.ts as
 * `rig.ts CASE_FILE FOLDER PROMETHEUS`. What it found is in FOLDER: `result.json`, `summary.md` and the files of
 * Prometheus.
 */

import type { ChildProcess } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parse, stringify } from 'yaml'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { loadConfig } from '../../src/config/load.ts'
import { queryUrl } from '../../src/config/query-url.ts'
import type { Config, ServiceConfig } from '../../src/config/schema.ts'
import { isOnFly } from '../../src/config/services.ts'
import { normaliseDashboard } from '../../src/desired/grafana/dashboard.ts'
import { GUEST_PATHS, renderPrometheus } from '../../src/desired/prometheus.ts'
import { renderRules } from '../../src/desired/prometheus-rules.ts'
import { createPool } from '../../src/lib/http.ts'
import { toResult } from '../../src/report/result.ts'
import { renderSummary } from '../../src/report/summary.ts'
import { renderTerminalReport } from '../../src/report/terminal.ts'
import { createReportBuilder } from '../../src/run/report-builder.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import type { VerifyRequest } from '../../src/verify/request.ts'
import type { MachinesByApp } from '../../src/verify/targets/expect.ts'
import { verify } from '../../src/verify/verify.ts'
import { startNameServer } from '../sandbox/dns.ts'
import { prometheusVersion } from '../sandbox/images.ts'
import type { Handler, MachineSpec, ProofCase, RigMachine } from './case.ts'
import { createListeners } from './listeners.ts'
import { addAddress, prepareWorld } from './namespace.ts'
import { launchPrometheus } from './prometheus.ts'

/** What a case can do to its world while it runs. */
export interface Rig {
  readonly config: Config
  readonly machines: RigMachine[]
  /** A folder for files of the case. */
  readonly DIR: string
  /** The process of Prometheus; changes when it is started again. */
  prom: ChildProcess
  startPrometheus(): void
  addMachine(spec: MachineSpec): RigMachine
  listen(service: ServiceConfig, machine: RigMachine, handler: Handler | undefined): Promise<void>
  /** Closes the port of `SERVICE@MACHINE`, with its connections. */
  unlisten(key: string): void
  /** The name server does not answer while this is set. */
  dnsSilent: boolean
  sleep(ms: number): Promise<unknown>
  /** A line of the log. */
  say(text: string): void
  /** Asks Prometheus directly, whatever `url` the case gives the product. */
  query(expr: string): Promise<unknown>
  api(path: string): Promise<unknown>
  notes?: string[]
}

const MONITORING = 'mon'
const QUIET = { info: () => {}, debug: () => {}, problem: () => {}, block: () => {} }

/** monitoring.yml of a case. */
function configText(given: ProofCase, apps: readonly string[]): string {
  const services = given.services ?? [{ name: 'web', port: 9100, metrics: given.metrics ?? {} }]
  return stringify({
    monitoring: {
      app: MONITORING,
      access: 'public',
      scrape_interval: given.interval ?? '1s',
      ...given.monitoring,
    },
    apps: apps.map((app) => ({ app, deploy: false })),
    services: services.map((service) => ({ app: apps[0], ...service })),
    ...(given.alerts && { alerts: given.alerts }),
    ...(given.verify && { verify: given.verify }),
  })
}

async function shipped(given: ProofCase, config: Config, prometheus: string) {
  const [major = 0, minor = 0] = (await prometheusVersion(prometheus)).split('.').map(Number)
  const { remoteWrite } = given
  const rules = given.rules ?? renderRules(config, { remoteWrite: remoteWrite !== undefined })
  const configFile = renderPrometheus(config, {
    version: { major, minor },
    ruleFiles: rules === '' ? [] : [GUEST_PATHS.rules],
    remoteWrite: remoteWrite && { url: remoteWrite.url, user: 'u' },
  })
  const document = parse(configFile)
  given.patchRunning?.(document)
  return {
    config: configFile,
    rules,
    running: given.patchRunning ? stringify(document, { lineWidth: 0 }) : configFile,
  }
}

function machinesOf(rig: Rig, apps: readonly string[]): MachinesByApp {
  const listed = rig.machines.filter(({ unlisted, hidden }) => !unlisted && !hidden)
  return new Map(apps.map((app) => [app, listed.filter((one) => one.app === app).map((one) => ({ ...one }))]))
}

const dashboardsOf = ({ dashboards = [] }: ProofCase) =>
  dashboards.map((json, i) => {
    const file = { file: `d${i}.json`, json: { uid: `d${i}`, title: `D${i}`, schemaVersion: 39, ...json } }
    const home = { deployment: MONITORING, dataSource: { uid: MONITORING, name: MONITORING } }
    const normal = normaliseDashboard(file, home)
    if (normal.kind === 'problem') throw new Error(normal.problem.message)
    return normal.dashboard
  })

async function main(file: string, folder: string, program: string): Promise<void> {
  const given: ProofCase = (await import(pathToFileURL(file).href)).default
  const apps = given.apps ?? ['web']
  await prepareWorld()
  const text = configText(given, apps)
  const config = loadConfig(text, 'monitoring.yml')
  const files = await shipped(given, config, program)
  const written = { 'prometheus.yml': files.running, 'rules.yml': files.rules, 'remote-write-key': 'k' }
  await mkdir('/etc/prometheus', { recursive: true })
  for (const [name, content] of Object.entries({ ...written, 'self-password': 'p' }))
    await writeFile(`/etc/prometheus/${name}`, content)
  await writeFile(`${folder}/monitoring.yml`, text)
  await writeFile(`${folder}/prometheus.yml`, files.running)
  const log: string[] = []
  const rig = createRig(config, {
    folder,
    log,
    app: apps[0] ?? '',
    start: launchPrometheus(given, program, folder),
  })
  for (const spec of given.machines ?? [{}]) rig.addMachine(spec)
  await startNameServer(directoryOf(rig), () => (rig.dnsSilent ? new Promise(() => {}) : Promise.resolve()))
  for (const service of config.services)
    for (const machine of rig.machines)
      if (runs(service, machine)) await rig.listen(service, machine, given.serve?.(service, machine, rig))
  await given.before?.(rig)
  if (!given.noStart) rig.startPrometheus()
  await sleep(given.warm ?? 0)
  const evidence = await prove(given, rig, { apps, files })
  await given.after?.(rig, evidence)
  await conclude(given, evidence, { config, folder, log, notes: rig.notes ?? [] })
}

const runs = (service: ServiceConfig, machine: RigMachine): boolean =>
  isOnFly(service) &&
  machine.app === service.app &&
  machine.state === 'started' &&
  (service.process ?? machine.processGroup) === machine.processGroup

const directoryOf = ({ machines }: Rig) => ({
  machines: () =>
    machines.filter(({ hidden }) => !hidden).map((one) => ({ ...one, address: one.privateIp, services: [] })),
  hasPublicAddress: () => false,
})

function createRig(
  config: Config,
  { folder, log, app, start }: { folder: string; log: string[]; app: string; start: () => ChildProcess },
): Rig {
  const began = performance.now()
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:9090${path}`)).json() as Promise<unknown>
  const listeners = createListeners()
  const rig: Rig = {
    ...listeners,
    config,
    machines: [],
    DIR: folder,
    prom: undefined as never,
    dnsSilent: false,
    sleep,
    startPrometheus() {
      rig.prom = start()
    },
    say: (line) => void log.push(`[${((performance.now() - began) / 1000).toFixed(1)}] ${line}`),
    api: ask,
    query: async (expr) => {
      const answer = (await ask(`/api/v1/query?query=${encodeURIComponent(expr)}`)) as {
        data?: { result?: unknown }
      }
      return answer.data?.result
    },
    addMachine: ({ group = 'app', ...spec }) => {
      const machine: RigMachine = {
        id: `m${rig.machines.length + 1}`,
        app,
        region: 'fra',
        state: 'started',
        processGroup: group,
        ...spec,
        privateIp: addAddress(rig.machines.length),
      }
      rig.machines.push(machine)
      return machine
    },
  }
  return rig
}

/** The product's own verification, as a run does it. */
async function prove(
  given: ProofCase,
  rig: Rig,
  { apps, files }: { apps: readonly string[]; files: { config: string; rules: string } },
): Promise<Evidence> {
  const pool = createPool()
  const url = given.url ?? 'http://127.0.0.1:9090'
  const { remoteWrite } = given
  const readUrl = remoteWrite && remoteWrite.readBack !== false ? queryUrl(remoteWrite.url) : undefined
  const readBack =
    readUrl && createPrometheus({ url: readUrl, credentials: { user: 'u', password: 'k' }, pool })
  const request: VerifyRequest = {
    config: rig.config,
    machines: machinesOf(rig, apps),
    refreshMachines: async () => machinesOf(rig, apps),
    deadline: new Date(Date.now() + (given.deadline ?? 60_000)),
    prometheusUrl: url,
    ...(given.deployed !== undefined && { deployBegan: new Date(Date.now() - given.deployed) }),
    shippedConfig: files.config,
    ...(files.rules !== '' && { shippedRules: [files.rules] }),
    dashboards: dashboardsOf(given),
    ...(remoteWrite && {
      remoteWrite: [{ url: remoteWrite.url, monitor: MONITORING, ...(readBack && { readBack }) }],
    }),
  }
  const log = { ...QUIET, info: rig.say }
  const timeline = Promise.resolve(given.during?.(rig)).catch((error: unknown) =>
    rig.say(`during: ${error instanceof Error ? error.stack : error}`),
  )
  const evidence = await verify(request, { prometheus: createPrometheus({ url, pool }), pool, log })
  await Promise.race([timeline, sleep(0)])
  return evidence
}

/** Verdict and summary, as a run writes them. */
async function conclude(
  given: ProofCase,
  evidence: Evidence,
  { config, folder, log, notes }: Pick<Rig, 'config'> & { folder: string; log: string[]; notes: string[] },
): Promise<void> {
  const builder = createReportBuilder(QUIET)
  Object.assign(builder, {
    mode: given.deployed === undefined ? 'verify' : 'deploy',
    monitoring: { app: MONITORING, url: 'https://mon.fly.dev', password: false },
    accept: config.verify.accept,
    evidence,
    problems: [...evidence.problems],
  })
  const report = await builder.close(given.failOn ?? 'panels')
  const seconds = (Date.parse(evidence.ended) - Date.parse(evidence.began)) / 1000
  const summary = renderSummary(report)
  await writeFile(`${folder}/summary.md`, summary)
  const text = renderTerminalReport(report)
  await writeFile(`${folder}/report.txt`, text)
  await writeFile(
    `${folder}/result.json`,
    JSON.stringify({ seconds, result: toResult(report), evidence, summary, text, log, notes }),
  )
}

const [, , file = '', folder = '', program = ''] = process.argv
await main(file, folder, program)
// As process 1 of its namespace, ending ends everything in it.
process.exit(0)
