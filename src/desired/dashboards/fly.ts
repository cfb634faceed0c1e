import { isOnFlysPrometheus } from '../../config/fly-engine.ts'
import type { Config } from '../../config/schema.ts'
import { servicesOfApp } from '../../config/services.ts'
import type { JsonObject } from '../../lib/json-value.ts'
import { FLY_LAG_MS } from '../../model/fly-series.ts'
import {
  edgeErrorRatio,
  MACHINE,
  MACHINE_VOLUME_USED,
  MEMORY_USED,
  MOST_THROTTLED,
  THROTTLED,
} from '../alerts/fly.ts'
import { FLY_DASHBOARD, flyPanels } from '../alerts/panels.ts'
import { AT_RISK, BAD, SELF_COLOR } from './colors.ts'
import {
  inRows,
  madeDashboard,
  type PanelContent,
  panel,
  placed,
  readyPanel,
  withoutServices,
} from './dashboard-builder.ts'
import { flyMachines } from './fly-machines.ts'
import { serviceColors } from './service.ts'

const NO_VALUE = "No series from Fly. See the panel 'Age of Fly's series'"
const OF_MACHINE = '{{app}} {{region}} {{instance}}'

/** The dashboard of `monitoring.fly_metrics`: the machines and the requests as Fly sees them. */
export function flyDashboard(config: Config): JsonObject {
  const about = {
    uid: FLY_DASHBOARD,
    title: 'Fly machines',
    description:
      "What Fly knows about the machines and what they do not know themselves, from Fly's managed Prometheus. Times are those of Fly, which may be minutes behind.",
    app: config.monitoring.app,
  }
  const graphs = contents(config).map(
    ([name, content]) => [flyPanels[name].panel, panel('timeseries', content)] as const,
  )
  return withoutServices(madeDashboard(about, [...firstRow(config), ...inRows(graphs, 5)]))
}

const appsOf = ({ apps, monitoring }: Config): string[] => [
  ...apps.map(({ app }) => app),
  ...(isOnFlysPrometheus(monitoring) ? [] : [monitoring.app]),
]

/** The colours of apps: each has that of its first service, and all of its machines have the same. */
function appColors(config: Config): [app: string, color: string][] {
  const colors = serviceColors(config)
  return appsOf(config).map((app) => [
    app,
    colors[servicesOfApp(config.services, app)[0]?.name ?? ''] ?? SELF_COLOR,
  ])
}

function firstRow(config: Config): JsonObject[] {
  const machines = flyMachines(config, {
    ...{ series: 'fly_instance_up', apps: appsOf(config) },
    description: 'Machines of each app that run now, of those expected.',
  })
  const errors = panel('stat', {
    title: 'Edge errors 5m',
    description:
      "Share of the requests of the last five minutes that Fly's proxy answered with status 5xx, of the app that has most.",
    ...{ unit: 'percentunit', decimals: 2, noValue: 'No requests' },
    thresholds: errorSteps(config),
    targets: [{ expr: `max(${edgeErrorRatio('5m')})`, legend: 'Worst app' }],
    alerts: ['EdgeErrorsHigh'],
  })
  return [
    placed(machines, flyPanels.machinesUp.panel, { x: 0, y: 0, w: 9, h: 5 }),
    placed(errors, flyPanels.edgeErrorsNow.panel, { x: 9, y: 0, w: 5, h: 5 }),
    placed(readyPanel('firingAlerts'), flyPanels.firingAlerts.panel, { x: 14, y: 0, w: 10, h: 5 }),
  ]
}

const errorSteps = ({ alerts: { error_budget: budget } }: Config) => [
  { value: 6 * budget, color: 'orange' },
  { value: 14.4 * budget, color: 'red' },
]

type Graph = readonly [name: keyof typeof flyPanels, content: PanelContent]

/** The lines of an app have its colour, but for what failed. */
function contents(config: Config): Graph[] {
  const apps = Object.fromEntries(appColors(config).map(([app, color]) => [`/^${app}( |$)/`, color]))
  const graphs = [...ofMemory(config.alerts.volume_used_ratio), ...OF_CPU, ...ofProxy(config)]
  return graphs.map(([name, content]) => [name, { ...content, colors: { ...apps, ...content.colors } }])
}

const share = { unit: 'percentunit', noValue: NO_VALUE, max: 1, reaches: 1 } as const

const ofMemory = (fullAt: number): Graph[] => [
  [
    'memory',
    {
      ...share,
      title: 'Memory used',
      description: 'Share of the memory of each machine that is not available.',
      targets: [{ expr: MEMORY_USED, legend: OF_MACHINE }],
      thresholds: [{ value: 0.9, color: 'red' }],
      alerts: ['MachineOutOfMemory'],
    },
  ],
  [
    'exits',
    {
      title: 'Exits',
      description:
        'Exit code of the last exit of each machine, and 1 where it was for lack of memory. 0 as long as there was none.',
      unit: 'short',
      noValue: NO_VALUE,
      colors: { '/^Out of memory/': BAD, '/^Exit code/': AT_RISK },
      targets: [
        { expr: since('fly_instance_exit_oom'), legend: `Out of memory ${OF_MACHINE}` },
        { expr: since('fly_instance_exit_code'), legend: `Exit code ${OF_MACHINE}` },
      ],
      alerts: ['MachineOutOfMemory'],
    },
  ],
  [
    'volumes',
    {
      ...share,
      noValue: 'No volume, or no series from Fly',
      title: 'Volumes used',
      description: 'Share of each volume that is in use. The line is the limit of the alert.',
      targets: [{ expr: MACHINE_VOLUME_USED, legend: `${OF_MACHINE} {{mount}}{{id}}` }],
      thresholds: [{ value: fullAt, color: 'orange' }],
      alerts: ['MachineVolumeFilling'],
    },
  ],
]

const OF_CPU: readonly Graph[] = [
  [
    'balance',
    {
      title: 'CPU balance',
      description: 'Seconds of CPU above its baseline that each machine may still use. At 0 it is throttled.',
      unit: 's',
      noValue: NO_VALUE,
      targets: [{ expr: `max by (${MACHINE}) (fly_instance_cpu_balance) / 100`, legend: OF_MACHINE }],
      alerts: ['MachineThrottled'],
    },
  ],
  [
    'throttled',
    {
      title: 'Throttled',
      description:
        'Seconds in each second that the CPUs of a machine wait because its quota is used up: 100 % is one CPU.',
      unit: 'percentunit',
      noValue: NO_VALUE,
      reaches: 0.2,
      targets: [{ expr: THROTTLED, legend: OF_MACHINE }],
      thresholds: [{ value: MOST_THROTTLED, color: 'orange' }],
      alerts: ['MachineThrottled'],
    },
  ],
  [
    'age',
    {
      title: "Age of Fly's series",
      description:
        'How old the newest sample of each machine is. Fly promises no age; from five minutes on, the other panels and the alerts have nothing to read.',
      unit: 's',
      noValue: "No series from Fly: see the target fly on Prometheus' page /targets",
      reaches: 60,
      targets: [{ expr: `time() - max by (${MACHINE}) (timestamp(fly_instance_up))`, legend: OF_MACHINE }],
      thresholds: [{ value: FLY_LAG_MS / 1000, color: 'red' }],
      alerts: ['FlyMetricsMissing'],
    },
  ],
]

/** A line for each machine that has exited so, or one of 0: a legend of all machines would be cut off. */
const since = (name: string): string =>
  `max by (${MACHINE}) (${name}) > 0\nor on ()\n0 * max(fly_instance_up)`

const ofProxy = (config: Config): Graph[] => [
  [
    'edgeErrors',
    {
      title: 'Errors at the edge',
      description:
        "Share of the requests to each app that Fly's proxy answered with status 5xx: answers of the app, and those of the proxy when no machine answers.",
      unit: 'percentunit',
      decimals: 2,
      noValue: 'No requests through the proxy',
      reaches: 18 * config.alerts.error_budget,
      thresholds: errorSteps(config),
      targets: [{ expr: edgeErrorRatio('5m'), legend: '{{app}}' }],
      alerts: ['EdgeErrorsHigh'],
    },
  ],
  [
    'edgeRequests',
    {
      title: 'Requests at the edge',
      description: "Requests each second that Fly's proxy answered, by app and status.",
      unit: 'reqps',
      noValue: 'No requests through the proxy',
      colors: { '/ 4/': AT_RISK, '/ 5/': BAD },
      targets: [
        {
          expr: 'sum by (app, status) (rate(fly_edge_http_responses_count[$__rate_interval]))',
          legend: '{{app}} {{status}}',
        },
      ],
      alerts: ['EdgeErrorsHigh'],
    },
  ],
  [
    'latency',
    {
      title: 'Response time at the proxy (P95)',
      description: 'How long the machines of an app took to answer, as the proxy next to them measured it.',
      unit: 's',
      noValue: 'No requests through the proxy',
      targets: [
        {
          expr: 'histogram_quantile(0.95, sum by (app, le) (rate(fly_app_http_response_time_seconds_bucket[$__rate_interval])))',
          legend: '{{app}}',
        },
      ],
    },
  ],
]
