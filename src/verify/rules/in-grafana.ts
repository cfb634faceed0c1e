import { mapConcurrently } from '../../lib/concurrency.ts'
import { count } from '../../lib/text.ts'
import type { CheckEvidence, RuleEvidence } from '../evidence.ts'
import { attemptQuery, type QuerySource } from '../panels/query-source.ts'
import type { RulesRead } from './read.ts'

/** An alert that Grafana evaluates, because the Prometheus that scrapes evaluates no rules. */
export interface GrafanaAlertQuery {
  group: string
  name: string
  expr: string
}

const AT_ONCE = 4

const ABOUT = { area: 'rules', subject: 'alerts in Grafana' } as const

/**
 * Whether the expressions of alerts are answered where Grafana asks them. That Grafana evaluates them follows from that, and
 * was not seen. `unread`: why nothing can be asked.
 */
export async function readGrafanaRules(
  alerts: readonly GrafanaAlertQuery[],
  source: Pick<QuerySource, 'query'>,
  unread: string | undefined,
): Promise<RulesRead> {
  if (alerts.length === 0) return { rules: [], alerts: [], checks: [] }
  if (unread !== undefined)
    return { rules: [], alerts: [], checks: [notChecked(`Its samples could not be read: ${unread}`)] }
  const rules = await mapConcurrently(alerts, AT_ONCE, (alert) => judged(alert, source))
  return {
    rules,
    alerts: [],
    checks: rules.every(({ state }) => state === 'ok') ? [holds(rules.length)] : [],
  }
}

const notChecked = (why: string): CheckEvidence => ({
  ...ABOUT,
  ...{ outcome: 'not-checked', certainty: 'not checked', why },
})

const holds = (n: number): CheckEvidence => ({
  ...ABOUT,
  ...{ outcome: 'holds', certainty: 'inferred' },
  why: `The expressions of all ${count(n, 'alert')} are answered without an error; Grafana evaluates them.`,
})

async function judged(
  { group, name, expr }: GrafanaAlertQuery,
  source: Pick<QuerySource, 'query'>,
): Promise<RuleEvidence> {
  const about = { group, name, kind: 'alerting', detail: '' } as const
  const answer = await attemptQuery(() => source.query(expr))
  if (answer.kind === 'answer')
    return {
      ...about,
      ...{ state: 'ok', certainty: 'inferred' },
      why: 'Its expression is answered without an error; Grafana evaluates it.',
    }
  return answer.kind === 'refused'
    ? { ...about, state: 'error', certainty: 'proven', why: 'Its expression is refused.', detail: answer.why }
    : {
        ...about,
        ...{ state: 'not-checked', certainty: 'not checked' },
        why: `The data source does not answer: ${answer.why}`,
      }
}
