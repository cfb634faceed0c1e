import { declaredMetrics } from '../../config/declared-metrics.ts'
import type { Config, FlyServiceConfig } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import { mapConcurrently } from '../../lib/concurrency.ts'
import { ActionError, type Diagnostic, messageOf } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import { few } from '../../lib/text.ts'
import type { FlyScrape } from '../../model/fly.ts'
import { FLY_INTERVAL_MS, FLY_LAG_MS, type FlyMetrics } from '../../model/fly-series.ts'
import { seriesOfMetric } from '../metrics/names.ts'
import { type PollLimits, poll } from '../poll.ts'
import type { VerifyRequest } from '../request.ts'
import { createPatience } from '../server/reach.ts'
import { type ExpectedTarget, expectTargets } from '../targets/expect.ts'
import { createMachineLister, type MachineLister } from '../targets/machine-list.ts'
import {
  merged,
  newestOf,
  newestOfName,
  type OwnSeries,
  readOwnSeries,
  undeclaredNames,
  withoutProse,
} from './own-series.ts'
import { type AppPulse, lagOf, readPulse, windowSince } from './pulse.ts'
import { newestTime, type RawSeries, readRaw } from './samples.ts'
import { type MachineState, type SeenMachine, type StateScope, stateOf } from './state.ts'

/** One expected target, and what is known about it. */
export interface WatchedMachine {
  seen: SeenMachine
  state: MachineState
  /** The series that the machine exposes, as far as they were asked for, by name. */
  own: ReadonlyMap<string, readonly RawSeries[]>
}

export interface FlyWatch {
  machines: readonly WatchedMachine[]
  /** Services without a machine. */
  absent: readonly FlyServiceConfig[]
  pulses: ReadonlyMap<string, AppPulse>
  /** The clock of the server at the last answer, in milliseconds. */
  clock: number
}

export interface FlyWatchResult {
  /** The last observation; undefined when there was none. */
  now: FlyWatch | undefined
  /** Waiting longer would not have changed it. */
  isCertain: boolean
  /** Why Fly's Prometheus could not be asked at the end; empty when it could. */
  problems: readonly Diagnostic[]
}

interface WatchScope {
  fly: FlyMetrics
  verifyStart: number
  log: Log
  limits: PollLimits
}

/** Samples arrive every 15 s: asking more often than this shows nothing new. */
const EVERY_MS = 2_000
const AT_ONCE = 4
/** A new sample is there after one interval; a scrape may fail once, and storing takes a moment. */
const PATIENCE_MS = 3 * FLY_INTERVAL_MS + 5_000

/** Watches the expected machines until nothing about them changes any more, or time is up. */
export async function watchMachines(
  request: Pick<VerifyRequest, 'config' | 'machines' | 'refreshMachines' | 'deployBegan'>,
  scope: WatchScope,
): Promise<FlyWatchResult> {
  const lister = createMachineLister(request.machines, request.refreshMachines, scope.log)
  const observe = createFlyObserver(request, lister, scope)
  const hopeless = createPatience()
  let now: FlyWatch | undefined
  try {
    return await poll<FlyWatchResult>(
      async () => {
        try {
          const { isCertain, ...seen } = await observe()
          now = seen
          return { done: isCertain, value: { now, isCertain, problems: [] }, waitsFor: describeWaiting(seen) }
        } catch (error) {
          if (!(error instanceof ActionError)) throw error
          const waitsFor = `Fly's Prometheus: ${messageOf(error)}`
          return {
            done: hopeless(error),
            value: { now, isCertain: false, problems: error.problems },
            waitsFor,
          }
        }
      },
      { ...scope.limits, everyMs: EVERY_MS },
    )
  } finally {
    await lister.close()
  }
}

function describeWaiting({ machines }: FlyWatch): string {
  const open = machines.filter(({ state }) => state.kind === 'waiting').map(({ seen }) => seen.expected)
  return open.length === 0
    ? 'the machines to be listed again'
    : `new samples from Fly's Prometheus of ${few(open.map(({ service, machine }) => `${service} on ${machine?.id}`))}`
}

/** Each call looks once at the machines, and at what Fly's Prometheus has of them. */
function createFlyObserver(
  { config, deployBegan }: Pick<VerifyRequest, 'config' | 'deployBegan'>,
  lister: MachineLister,
  { fly, verifyStart, limits }: WatchScope,
) {
  const began = performance.now()
  const isDeployed = deployBegan !== undefined
  let patience: number | undefined
  return async (): Promise<FlyWatch & { isCertain: boolean }> => {
    const { targets, absent } = expectTargets(config, lister.machines())
    const pulses = await readPulses(fly, targets)
    const lags = [...pulses.values()].map(lagOf)
    patience ??= PATIENCE_MS + Math.max(0, ...lags.map((ms = 0) => (ms > FLY_LAG_MS ? 0 : ms)))
    const elapsed = performance.now() - began
    const isLate = lags.some((ms) => ms === undefined || ms > FLY_LAG_MS)
    const isStoreCurrent = isLate && (await isCurrent(fly, lags))
    const scope = {
      verifyStart,
      isDeployed,
      isStoreCurrent,
      isOver: elapsed > patience,
      isCut: Date.now() + EVERY_MS >= limits.deadline.getTime(),
    }
    const machines = await lookAtMachines({ config, targets, pulses, scope }, fly)
    const isRed = absent.length > 0 || machines.some(({ state }) => state.kind === 'failed')
    if (isRed) lister.again(elapsed)
    const isListed = !isRed || lister.only || lister.listings() >= 2
    const isCertain = isListed && machines.every((one) => isSettled(one, config, scope))
    const clock = [...pulses.values()].reduce((latest, one) => Math.max(latest, one.clock), verifyStart)
    return { machines, absent, pulses, clock, isCertain }
  }
}

async function readPulses(
  fly: FlyMetrics,
  targets: readonly ExpectedTarget[],
): Promise<Map<string, AppPulse>> {
  const apps = [...new Set(targets.map(({ app }) => app))]
  return new Map(
    await mapConcurrently(apps, AT_ONCE, async (app) => [app, await readPulse(fly, app)] as const),
  )
}

/** Whether anything in the organization has new samples: then an app without samples is not one whose samples are late. */
async function isCurrent(fly: FlyMetrics, lags: readonly (number | undefined)[]): Promise<boolean> {
  if (lags.some((ms) => ms !== undefined && ms <= CURRENT_MS)) return true
  const { clock, series } = await readRaw(fly, '{__name__="fly_instance_up"}', CURRENT_MS)
  return series.some((one) => clock - newestTime(one) <= CURRENT_MS)
}

/** Samples of this age are not late. */
const CURRENT_MS = 60_000

interface Looked {
  config: Config
  targets: readonly ExpectedTarget[]
  pulses: ReadonlyMap<string, AppPulse>
  scope: StateScope
}

async function lookAtMachines(
  { config, targets, pulses, scope }: Looked,
  fly: FlyMetrics,
): Promise<WatchedMachine[]> {
  const services = new Map(config.services.filter(isOnFly).map((service) => [service.name, service]))
  const byApp = [...Map.groupBy(targets, ({ app }) => app)]
  const found = await mapConcurrently(byApp, AT_ONCE, async ([app, own]) => {
    const pulse = pulses.get(app)
    if (!pulse) return []
    const series = await readExposed({ app, own, pulse, services }, { fly, scope })
    return own.flatMap((expected): WatchedMachine[] => {
      const service = services.get(expected.service)
      if (!service) return []
      const exposed = series.get(expected.machine?.id ?? '') ?? new Map<string, readonly RawSeries[]>()
      const seen = { expected, wanted: wantedOf(service), pulse, ownAt: newestOf(exposed) }
      return [{ seen, state: stateOf(seen, scope), own: exposed }]
    })
  })
  return found.flat()
}

/** The page of a service, as `[metrics]` in a Fly configuration has to name it. */
export const wantedOf = ({ port, path, scheme }: FlyServiceConfig): FlyScrape => ({
  ...{ port, path, https: scheme === 'https' },
})

/** The series of all metrics that a service declares, of whatever type they turn out to be. */
const namesOf = (service: FlyServiceConfig): string[] =>
  declaredMetrics(service).flatMap(({ name }) => seriesOfMetric(name))

interface ExposedQuestion {
  app: string
  own: readonly ExpectedTarget[]
  pulse: AppPulse
  services: ReadonlyMap<string, FlyServiceConfig>
}

/**
 * The samples of the declared metrics. Of machines that are up without one of them, everything that they expose: a page with
 * samples of other metrics is a page of metrics, too.
 */
async function readExposed(
  { app, own, pulse, services }: ExposedQuestion,
  { fly, scope: { verifyStart } }: { fly: FlyMetrics; scope: StateScope },
): Promise<OwnSeries> {
  const running = own.filter(({ state }) => state === 'running')
  const names = [...new Set(running.flatMap(({ service }) => namesOfService(services.get(service))))]
  const windowMs = windowSince(pulse, verifyStart)
  const instances = running.flatMap(({ machine }) => machine?.id ?? [])
  const declared = await readOwnSeries(fly, { app, instances, names, windowMs })
  const isBare = (id: string) => {
    const last = pulse.machines.get(id)?.scrapes.at(-1)
    return last?.up === true && last.at > verifyStart && newestOf(declared.get(id)) <= verifyStart
  }
  const bare = instances.filter(isBare)
  if (bare.length === 0) return declared
  const others = await undeclaredNames(fly, { app, instances: bare, names, from: verifyStart })
  const more = await readOwnSeries(fly, { app, instances: bare, names: others, windowMs })
  const all = (id: string) => merged(declared.get(id), withoutProse(more.get(id), verifyStart))
  return new Map([...declared, ...bare.map((id) => [id, all(id)] as const)])
}

const namesOfService = (service: FlyServiceConfig | undefined): string[] => (service ? namesOf(service) : [])

/** Whether waiting would change nothing. A metric that a fresh scrape does not have may be in the next one. */
function isSettled(
  { seen, state, own }: WatchedMachine,
  config: Config,
  { isOver, verifyStart }: StateScope,
): boolean {
  if (state.kind === 'waiting') return false
  if (state.kind !== 'up' || state.certainty !== 'proven' || isOver) return true
  const service = config.services.find(({ name }) => name === seen.expected.service)
  const always = service ? declaredMetrics(service).filter(({ expect }) => expect === 'always') : []
  const isThere = (name: string) =>
    seriesOfMetric(name).some((series) => newestOfName(own.get(series)) > verifyStart)
  const scrapes = seen.pulse.machines.get(seen.expected.machine?.id ?? '')?.scrapes ?? []
  return always.every(({ name }) => isThere(name)) || scrapes.filter(({ at }) => at > verifyStart).length >= 2
}
