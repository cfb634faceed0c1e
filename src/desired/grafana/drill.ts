import { runbookUrl } from '../../lib/documentation.ts'
import type { GrafanaRule, GrafanaRuleGroup } from '../../model/grafana.ts'
import { DRILL } from '../../model/prometheus.ts'
import { alertQueries } from './rules.ts'
import { ruleUid } from './uids.ts'

/** The group of the drill's rule: the least interval that Grafana accepts. */
const INTERVAL = 10

export interface GrafanaDrillOptions {
  /** Name of the monitoring app. */
  deployment: string
  dataSourceUid: string
  /** The contact point of `alerts.receiver`; without it the policies of Grafana decide. */
  receiver: string | undefined
  began: Date
  /** It stops firing then, whatever becomes of this run. */
  until: Date
}

/**
 * A rule that fires at once, for a drill. Its title has the time: an alert of the same name as an earlier one would be
 * sent with the group of that one, which may be minutes later. Its uid is always the same, so that the next drill or
 * deploy removes what an ended run has left.
 */
export function renderGrafanaDrill(
  options: GrafanaDrillOptions,
): GrafanaRuleGroup & { rules: [GrafanaRule] } {
  const { deployment, dataSourceUid, receiver, began, until } = options
  const rule: GrafanaRule = {
    uid: ruleUid(deployment, 'drill', DRILL.alert),
    title: `${DRILL.alert} ${began.toISOString().slice(0, 19).replace('T', ' ')}`,
    condition: 'C',
    for: '0s',
    noDataState: 'OK',
    // An error would be an alert that is not marked as a drill.
    execErrState: 'OK',
    labels: { severity: 'critical' },
    annotations: {
      summary: 'This is a drill: someone tests whether alerts arrive',
      description: `Nothing is wrong with ${deployment}. \`deploy-monitoring drill\` sends this alert, and ends it.`,
      runbook_url: runbookUrl(DRILL.alert),
    },
    data: alertQueries(`vector(time()) < ${Math.floor(until.getTime() / 1000)}`, dataSourceUid),
    ...(receiver !== undefined && { receiver }),
  }
  return { title: `${deployment} drill`, interval: INTERVAL, rules: [rule] }
}
