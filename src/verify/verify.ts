import type { Config } from '../config/schema.ts'
import { parseDuration } from '../lib/duration.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import type { Prometheus } from '../model/prometheus.ts'
import { watchDelivery } from './delivery/watch.ts'
import { type CheckEvidence, type Evidence, NO_ONE_NOTIFIED } from './evidence.ts'
import { cutShort, type PollLimits } from './poll.ts'
import { watchRemoteWrite } from './remote-write/watch.ts'
import type { VerifyRequest, VerifyTools } from './request.ts'
import { awaitRules, checkServer, readRules } from './server/check.ts'
import { checkEndpoints } from './server/endpoints.ts'
import { noAnswer, waitUntilReady } from './server/reach.ts'
import { judgeSelfScrape } from './server/self-scrape.ts'
import { serviceEvidence, targetEvidence, uncheckedTargets } from './targets/evidence.ts'
import { expectTargets } from './targets/expect.ts'
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
    const limits = { deadline: request.deadline, signal, log: (line: string) => tools.log.info(line) }
    const found = await find({ ...request, began }, { ...tools, limits })
    return { began, ended: new Date().toISOString(), ...found }
  } finally {
    // Requests that are still waiting after an internal error must not keep the process alive.
    stop.abort()
  }
}

type Found = Omit<Evidence, 'began' | 'ended'>
type Tools = VerifyTools & { limits: PollLimits }

async function find(request: VerifyRequest & { began: string }, tools: Tools): Promise<Found> {
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

/** Runs all checks concurrently. */
async function proof(request: VerifyRequest, verifyStart: number, tools: Tools): Promise<Found> {
  const { prometheus, limits } = tools
  const { shippedConfig, shippedRules, remoteWrite, config } = request
  const scrapeIntervalMs = parseDuration(config.monitoring.scrape_interval) ?? 15_000
  const asked = { shippedConfig, shippedRules, retention: config.monitoring.retention, verifyStart }
  const { delivery } = request
  const [main, version, server, written, endpoints, delivered] = await Promise.all([
    watchAll(request, { ...tools, verifyStart, localStart: Date.now() }),
    versionOf(prometheus),
    checkServer(asked, prometheus),
    remoteWrite &&
      watchRemoteWrite({ ...remoteWrite, scrapeIntervalMs }, verifyStart, { prometheus, limits }),
    checkEndpoints(request, tools),
    delivery ? watchDelivery(delivery, verifyStart, tools) : [],
    awaitRules(prometheus, limits),
  ])
  const { rules, alerts, checks: ruled } = await readRules(asked, prometheus)
  const { targets, services } = main.now
    ? withServices(config, targetEvidence(main.now.observations, verifyStart))
    : nothing(request)
  return {
    mark: new Date(verifyStart).toISOString(),
    ...(main.certain && written?.outcome !== 'not-checked' ? {} : cutEvidence(limits)),
    ...(version !== undefined && { prometheus: version }),
    targets,
    services,
    ...main.contents,
    rules,
    alerts,
    checks: [
      ...(request.isNobodyNotified ? [NOBODY_NOTIFIED] : []),
      ...server,
      ...(main.now ? [judgeSelfScrape(main.now, verifyStart, shippedConfig)] : []),
      ...ruled,
      ...(written ? [written] : []),
      ...delivered,
      ...endpoints,
    ],
    problems: problemsOf(main.problems),
  }
}

const NOBODY_NOTIFIED: CheckEvidence = {
  area: 'delivery',
  subject: NO_ONE_NOTIFIED,
  outcome: 'warning',
  certainty: 'proven',
  why: 'No one is notified of alerts: they are shown on the page /alerts of Prometheus only.',
  next: 'Add a receiver to `alerts.notify` in monitoring.yml, for example `notify: { ntfy: {} }`, and set its secret (NTFY_URL). Or set grafana-url and grafana-api-key, and Grafana notifies people.',
}

async function versionOf(prometheus: Prometheus): Promise<string | undefined> {
  try {
    return await prometheus.version()
  } catch (error) {
    if (error instanceof ActionError) return undefined
    throw error
  }
}

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
    metrics: [],
    undeclared: [],
    panels: [],
    rules: [],
    alerts: [],
    checks: [],
    problems: [],
  }
}
