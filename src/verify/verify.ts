import { isAgent } from '../config/engine.ts'
import type { Config } from '../config/schema.ts'
import { longestInterval } from '../config/scrape-options.ts'
import { parseDuration } from '../lib/duration.ts'
import { type Diagnostic, ignoreRefusal } from '../lib/errors.ts'
import { watchDelivery } from './delivery/watch.ts'
import { type CheckEvidence, type Evidence, NO_ONE_NOTIFIED } from './evidence.ts'
import { watchFlyMetrics } from './fly-metrics/watch.ts'
import { addHistory, onPrometheusClock } from './history.ts'
import { readLibraryPanels } from './panels/library-panels.ts'
import { beforeDeadline, cutShort, type PollLimits } from './poll.ts'
import { createRemoteWriteWatch, sharedExposition } from './remote-write/watch.ts'
import type { VerifyRequest, VerifyTools } from './request.ts'
import { checkEndpoints } from './server/endpoints.ts'
import { checkServerItself } from './server/itself.ts'
import { noAnswer, waitUntilReady } from './server/reach.ts'
import { createServerWatch, severalServersProblem } from './server/servers.ts'
import { judgeStore, whyUnread } from './store/state.ts'
import { serviceEvidence, targetEvidence, uncheckedTargets } from './targets/evidence.ts'
import { expectTargets } from './targets/expect.ts'
import { unexpectedEvidence } from './targets/history-evidence.ts'
import { rejectedSamples } from './targets/sample-counter.ts'
import type { TargetsNow } from './targets/snapshot.ts'
import { watchAll } from './watch.ts'

/**
 * Checks whether the running system works, until every answer is certain or the deadline is reached. Errors of
 * Prometheus or a target become evidence; only a bug in this action throws. A cancelled run returns what is known so
 * far.
 */
export async function verify(request: VerifyRequest, tools: VerifyTools): Promise<Evidence> {
  const began = new Date().toISOString()
  const stop = new AbortController()
  const signal = tools.signal ? AbortSignal.any([tools.signal, stop.signal]) : stop.signal
  try {
    const deadline = beforeDeadline(request.deadline)
    const limits = { deadline, signal, log: (line: string) => tools.log.info(line) }
    const found = await find({ ...request, began }, { ...tools, limits })
    const deployBegan = onPrometheusClock(request.deployBegan, { began, mark: found.mark })
    const known = { began, ended: new Date().toISOString(), ...found, ...(deployBegan && { deployBegan }) }
    return await addHistory(known, tools.prometheus)
  } finally {
    // Requests that are still waiting after an internal error must not keep the process alive.
    stop.abort()
  }
}

type Found = Omit<Evidence, 'began' | 'ended'>
type Tools = VerifyTools & { limits: PollLimits }

async function find(request: VerifyRequest & { began: string }, tools: Tools): Promise<Found> {
  const { atRest } = request
  if (atRest)
    return {
      ...nothing(request),
      checks: [{ area: 'access', outcome: 'broken', certainty: 'proven', ...atRest }],
    }
  const reached = await waitUntilReady(tools.prometheus, tools.limits)
  if (reached.kind === 'reached') return proof(request, reached.verifyStart, tools)
  const { cutShort } = cutEvidence(tools.limits)
  const isSilent = reached.problems.every(({ code }) => code === 'prometheus-timeout')
  const silence = { since: request.began, until: new Date().toISOString() }
  return {
    ...nothing(request),
    ...(cutShort && { cutShort }),
    problems:
      cutShort === 'deadline' && isSilent
        ? [noAnswer(request.prometheusUrl, silence)]
        : [...reached.problems],
  }
}

/** Runs all checks concurrently, and asks last what Prometheus says about itself. */
async function proof(
  request: VerifyRequest & { began: string },
  verifyStart: number,
  tools: Tools,
): Promise<Found> {
  const { prometheus, limits } = tools
  const intervalMs = parseDuration(longestInterval(request.config)) ?? 15_000
  const localStart = Date.now()
  const rejectedBefore = rejectedSamples(prometheus)
  const servers = createServerWatch(prometheus, verifyStart, intervalMs)
  const writing = watchWriting(request, verifyStart, { ...tools, intervalMs })
  const arrived = Promise.all(writing.map((target) => target.watch()))
  const libraryPanels = await readLibraryPanels(request.dashboards ?? [], request.readLibraryPanel)
  const stored = await settleStore(request, verifyStart, limits)
  const [main, version, endpoints, delivered, inGrafana, ofFly] = await Promise.all([
    watchAll(request, { ...tools, verifyStart, libraryPanels, localStart, servers, store: stored?.facts }),
    prometheus.version().catch(ignoreRefusal),
    request.isFurtherReplica ? [] : checkEndpoints(request, tools),
    request.delivery ? watchDelivery(request.delivery, verifyStart, tools) : [],
    request.grafanaDelivery?.() ?? [],
    watchFlyMetrics(request, verifyStart, tools),
    arrived,
  ])
  // Every other answer may be that of either server.
  const several = await severalServersProblem(main.problems, servers, Date.now() - localStart)
  if (several) return { ...nothing(request), problems: [several] }
  const [written, server] = await Promise.all([
    Promise.all(writing.map((target) => target.conclude())),
    checkServerItself(
      request,
      { main, verifyStart, localStart, servers, rejectedBefore, unread: stored?.facts.unread() },
      tools,
    ),
  ])
  return {
    mark: new Date(verifyStart).toISOString(),
    ...(main.certain && written.every(isChecked) ? {} : cutEvidence(limits)),
    ...(version !== undefined && { prometheus: version }),
    ...targetsOf(request, main.now, verifyStart, server),
    ...main.contents,
    ...server,
    checks: [
      ...(request.isNobodyNotified ? [nobodyNotified(request.config)] : []),
      ...(stored?.claims(written) ?? []),
      ...server.checks,
      ...[written, delivered, inGrafana, ofFly, endpoints].flat(),
    ],
    problems: problemsOf(main.problems),
  }
}

/** One watch for each server that samples are sent to. */
function watchWriting(
  { remoteWrite = [] }: VerifyRequest,
  verifyStart: number,
  { prometheus, limits, intervalMs }: Tools & { intervalMs: number },
) {
  const counters = { prometheus: sharedExposition(prometheus), limits }
  return remoteWrite.map((target) =>
    createRemoteWriteWatch({ ...target, scrapeIntervalMs: intervalMs }, verifyStart, counters),
  )
}

/** How far the store of an agent is, and the claim about it; undefined where Prometheus itself has the samples. */
async function settleStore({ store }: VerifyRequest, verifyStart: number, limits: PollLimits) {
  if (!store) return undefined
  const { name } = store
  const state = await store.settle(verifyStart, limits)
  return {
    facts: { name, unread: () => whyUnread(name, state)?.why ?? store.lost()?.why },
    claims(written: readonly CheckEvidence[]) {
      const lost = state.kind === 'ready' ? store.lost() : undefined
      return [judgeStore(name, lost ? { kind: 'unreadable', ...lost } : state, written)]
    },
  }
}

const isChecked = ({ outcome }: CheckEvidence): boolean => outcome !== 'not-checked'

const targetsOf = (
  request: VerifyRequest,
  now: TargetsNow | undefined,
  verifyStart: number,
  { rules }: Pick<Found, 'rules'>,
): Pick<Found, 'targets' | 'services' | 'unexpected'> => {
  if (!now) return nothing(request)
  const serverErrors = rules.map(({ detail }) => detail)
  return {
    ...withServices(
      request.config,
      targetEvidence(now.observations, verifyStart, { serverErrors, store: request.store?.name }),
    ),
    unexpected: unexpectedEvidence(now.unexpected),
  }
}

const nobodyNotified = ({ monitoring }: Config): CheckEvidence => ({
  area: 'delivery',
  subject: NO_ONE_NOTIFIED,
  outcome: 'warning',
  certainty: 'proven',
  ...(isAgent(monitoring)
    ? {
        why: 'No one is notified of alerts: an agent evaluates no rules, and no Grafana is configured that does.',
        next: 'Set grafana-url and grafana-api-key: Grafana then evaluates the alerts and notifies people.',
      }
    : {
        why: 'No one is notified of alerts: they are shown on the page /alerts of Prometheus only.',
        next: 'Add a receiver to `alerts.notify` in monitoring.yml, for example `notify: { ntfy: {} }`, and set its secret (NTFY_URL). Or set grafana-url and grafana-api-key, and Grafana notifies people.',
      }),
})

/** A deadline or a cancellation is reported as `cutShort`, not as a problem of Prometheus. */
const problemsOf = (problems: readonly Diagnostic[]): Diagnostic[] =>
  problems.filter(({ code }) => code !== 'prometheus-cancelled')

function cutEvidence(limits: PollLimits): Pick<Found, 'cutShort'> {
  const cut = cutShort(limits)
  return cut ? { cutShort: cut } : {}
}

const withServices = (config: Config, targets: Evidence['targets']) => ({
  targets,
  services: serviceEvidence(config.services, targets),
})

/** The evidence when Prometheus could not be asked. */
function nothing({ config, machines }: VerifyRequest): Found {
  return {
    ...withServices(config, uncheckedTargets(expectTargets(config, machines).targets)),
    unexpected: [],
    metrics: [],
    undeclared: [],
    panels: [],
    rules: [],
    alerts: [],
    checks: [],
    problems: [],
  }
}
