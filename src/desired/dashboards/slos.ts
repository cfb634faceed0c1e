import type { Config } from '../../config/schema.ts'
import { sloName } from '../../config/slo-schema.ts'
import type { JsonObject } from '../../lib/json-value.ts'
import { SLO_DASHBOARD, sloPanels } from '../alerts/panels.ts'
import { BUDGET_LEFT, BURN_RATE, budgetPeriod } from '../alerts/slos.ts'
import { colorsFor } from './colors.ts'
import { madeDashboard, panel, placed, readyPanel, withoutServices } from './dashboard-builder.ts'

const NO_VALUE = 'No requests yet. If the first row is empty too, Prometheus does not answer'
const LEGEND = '{{slo}}'

/** The dashboard of `slos`: how much of each error budget is left, and how fast it is spent. */
export function sloDashboard(config: Config): JsonObject {
  const period = budgetPeriod(config)
  const colors = colorsFor(config.slos.map(sloName))
  const left = {
    unit: 'percentunit',
    decimals: 1,
    max: 1,
    noValue: NO_VALUE,
    targets: [{ expr: BUDGET_LEFT, legend: LEGEND }],
    base: 'red',
    thresholds: [
      { value: 0, color: 'orange' },
      { value: 0.25, color: 'green' },
    ],
  }
  const now = panel('stat', {
    ...left,
    title: 'Error budget left',
    description: `Share of the error budget of ${period} that is left now, by events. Below 0 % the objective is missed.`,
  })
  const budget = panel('timeseries', {
    ...left,
    ...{ reaches: 1, colors },
    signed: true,
    title: 'Error budget over time',
    description: `Share of the error budget of ${period} that is left. A cliff is an outage, a slope are errors that come again and again.`,
  })
  const about = {
    uid: SLO_DASHBOARD,
    title: 'Objectives',
    description: 'Service level objectives: how much may still go wrong, and how fast it does.',
    app: config.monitoring.app,
  }
  const panels = [
    placed(now, sloPanels.budgetNow.panel, { x: 0, y: 0, w: 14, h: 5 }),
    placed(readyPanel('firingAlerts'), sloPanels.firingAlerts.panel, { x: 14, y: 0, w: 10, h: 5 }),
    placed(budget, sloPanels.budget.panel, { x: 0, y: 5, w: 12, h: 8 }),
    placed(burnRate(colors), sloPanels.burnRate.panel, { x: 12, y: 5, w: 12, h: 8 }),
  ]
  return withoutServices(madeDashboard(about, panels))
}

const burnRate = (colors: Record<string, string>): JsonObject =>
  panel('timeseries', {
    title: 'Burn rate, last hour',
    description:
      'How many times faster than allowed the budget was spent in the last hour: at 1 it lasts exactly 30 days, at 14.4 two days. The lines are the limits of the alerts.',
    unit: 'suffix:×',
    noValue: NO_VALUE,
    decimals: 1,
    ...{ reaches: 16, colors },
    thresholds: [
      { value: 6, color: 'orange' },
      { value: 14.4, color: 'red' },
    ],
    targets: [{ expr: BURN_RATE, legend: LEGEND }],
  })
