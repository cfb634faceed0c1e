import type { Config } from '../config/schema.ts'
import type { Log } from '../lib/log.ts'
import type { Prometheus } from './answers.ts'
import type { Evidence } from './evidence.ts'
import { expectTargets, type Machines } from './expect.ts'
import { cutShort, type Limits } from './pace.ts'
import { reach } from './reach.ts'
import { serviceEvidence, targetEvidence, uncheckedTargets } from './target-evidence.ts'
import { watchTargets } from './watch-targets.ts'

export interface VerifyRequest {
  config: Config
  /** Machines of the services' apps, by app, as listed after all deploys ended. */
  machines: Machines
  /** When to stop, whatever is known by then. */
  deadline: Date
  /** Lists the machines again; without it the first listing is final. */
  refreshMachines?: (signal: AbortSignal) => Promise<Machines>
}

export interface VerifyTools {
  prometheus: Prometheus
  log: Log
  signal?: AbortSignal
}

/**
 * Asks the running system whether it works, until every answer is certain or the deadline is there. What Prometheus or
 * a target does wrong becomes evidence; only a bug of ours throws. A cancelled run gives what is known so far.
 */
export async function verify(request: VerifyRequest, tools: VerifyTools): Promise<Evidence> {
  const began = new Date()
  const limits: Limits = { deadline: request.deadline, signal: tools.signal }
  const reached = await reach(tools.prometheus, limits)
  if (reached.kind === 'unreached') {
    const cut = cutShort(limits)
    return { ...blank(request, began), problems: [...reached.problems], ...(cut && { cutShort: cut }) }
  }
  const targets = await watchTargets(request, reached.mark, { ...tools, limits })
  const evidence = targetEvidence(targets.sights, reached.mark)
  const cut = targets.certain ? undefined : cutShort(limits)
  return {
    ...blank(request, began),
    mark: new Date(reached.mark).toISOString(),
    targets: evidence,
    services: serviceEvidence(request.config.services, evidence),
    problems: [...targets.problems],
    ...(cut && { cutShort: cut }),
  }
}

/** What is known before anything was asked. */
function blank(request: VerifyRequest, began: Date): Evidence {
  const targets = uncheckedTargets(expectTargets(request.config, request.machines).targets)
  return {
    began: began.toISOString(),
    ended: new Date().toISOString(),
    targets,
    services: serviceEvidence(request.config.services, targets),
    metrics: [],
    undeclared: [],
    panels: [],
    rules: [],
    alerts: [],
    checks: [],
    problems: [],
  }
}
