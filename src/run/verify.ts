import { type Diagnostic, messageOf } from '../lib/errors.ts'
import { createPool, exchange } from '../lib/http.ts'
import type { Log } from '../lib/log.ts'
import { cut, oneLine, withoutEndSlash } from '../lib/text.ts'
import { headline } from '../report/headline.ts'
import type { RunReport } from '../report/report.ts'
import { refusesInAnswer } from '../verify/delivery/answers.ts'
import type { Evidence } from '../verify/evidence.ts'
import { addSamples } from '../verify/panels/samples.ts'
import type { VerifyRequest } from '../verify/request.ts'
import { type DeployResult, hasFailed } from './apply.ts'
import type { ModeHandler, RunContext } from './context.ts'
import { observeAll } from './observe.ts'
import { checkPrometheusMachine } from './prometheus-machine.ts'
import { describeStarts, openSession, type Session } from './session.ts'
import { verifyDeployment } from './verify-deployment.ts'

/** Only the verification of what is deployed. */
export const verifyMode: ModeHandler = async (inputs, report, context) => {
  await using session = await openSession(inputs, report, context)
  const found = await report.timed('look', () => observeAll(session), describeStarts(session))
  if (hasFailed(found)) return
  const machine = session.flyMetrics
    ? {}
    : await checkPrometheusMachine(session, found.apps[0]?.machines ?? [])
  if (machine === 'failed') return
  await report.timed('verify', () => verifyAndRecord(session, found, machine))
}

export async function verifyAndRecord(
  session: Session,
  deployed: DeployResult,
  more: Pick<VerifyRequest, 'atRest' | 'deployBegan'> = {},
): Promise<void> {
  await session.tunnel?.open()
  const found = await verifyDeployment(session, deployed, more)
  const evidence = session.charts ? await withCharts(found, session) : found
  session.report.evidence = evidence
  session.report.problems.push(...evidence.problems)
}

/** Only a report with charts needs what is read for them. */
async function withCharts(found: Evidence, { prometheus, flyMetrics, signal }: Session): Promise<Evidence> {
  if (signal.aborted) return found
  return addSamples(found, flyMetrics ?? prometheus)
}

/** The far side of the heartbeat is asked for a few seconds only: the report waits for it. */
const PATIENCE_MS = 10_000

/**
 * Pings the heartbeat of mode `verify` with the result: the URL itself for a proven run, `/fail` below it for any other,
 * with the headline as body (the conventions of healthchecks.io). Returns what is to be reported when it is not accepted.
 */
export async function pingVerifyHeartbeat(
  url: string,
  report: RunReport,
  { env, log }: Pick<RunContext, 'env'> & { log: Log },
): Promise<Diagnostic[]> {
  const isProven = report.verdict.kind === 'proven'
  try {
    const { status, text } = await exchange(createPool(env), {
      url: isProven ? url : failUrl(url),
      method: 'POST',
      body: headline(report),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      timeoutMs: PATIENCE_MS / 2,
      patienceMs: PATIENCE_MS,
      retries: 2,
      maxBytes: 100_000,
    })
    if (status < 200 || status > 299 || refusesInAnswer('heartbeat', text))
      return [refused(`it answers ${status}${text.trim() === '' ? '' : ` (${cut(oneLine(text), 200)})`}`)]
    log.info(`The heartbeat of verify accepted the result: ${isProven ? 'success' : 'fail'}.`)
    return []
  } catch (error) {
    return [refused(cut(oneLine(messageOf(error)), 300))]
  }
}

/** `/fail` is part of the path: a query such as `?create=1` stays behind it. */
function failUrl(url: string): string {
  const failed = new URL(url)
  failed.pathname = `${withoutEndSlash(failed.pathname)}/fail`
  return failed.href
}

const refused = (why: string): Diagnostic => ({
  code: 'heartbeat-refused',
  severity: 'warning',
  message: `The heartbeat of verify did not accept the result: ${why}.`,
  hint: 'Check VERIFY_HEARTBEAT_URL: the ping URL of the check, without /fail. Until then, no one notices when this schedule stops.',
})
