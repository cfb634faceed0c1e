import { hasFlySeries, isOnFlysPrometheus } from '../../config/fly-engine.ts'
import { FLY_JOB } from '../../model/fly-series.ts'
import { MIN_FAILURES, percentText, withoutNoise } from './fechatter-metrics.ts'
import { flyPanels as panels } from './panels.ts'
import type { AlertContext, AlertRule, RuleGroup } from './rule.ts'

/*
 * Rules about the series that Fly has of its machines (`monitoring.fly_metrics`). Units: shares of volumes and bytes as Fly
 * documents them; times of CPU in hundredths of a second.
 */

/** The labels that tell machines apart. */
export const MACHINE = 'app, region, instance'

/** Seconds per second that the virtual CPUs of a machine wait because its CPU quota is used up. */
export const THROTTLED = `sum by (${MACHINE}) (rate(fly_instance_cpu_throttle[5m])) / 100`

/** Share of the memory of each machine that is in use. */
export const MEMORY_USED = `1 - max by (${MACHINE}) (fly_instance_memory_mem_available / fly_instance_memory_mem_total)`

/**
 * Share of each volume that is in use, as the machine sees it: its file system is what fills. For apps whose machines send
 * no such series, Fly's figure for the volume.
 */
export const MACHINE_VOLUME_USED = [
  `max by (${MACHINE}, mount) (1 - fly_instance_filesystem_blocks_avail{mount!="/"} / fly_instance_filesystem_blocks{mount!="/"})`,
  'or on (app)',
  'max by (app, region, id) (fly_volume_used_pct) / 100',
].join('\n')

/** Share of the requests to each app that Fly's proxy answered with status 5xx, of its own or of the app. */
export const edgeErrorRatio = (window: string): string => {
  const all = `sum by (app) (rate(fly_edge_http_responses_count[${window}]))`
  // As long as nothing has failed there is no series with such a status: that is a ratio of 0.
  return `(sum by (app) (rate(fly_edge_http_responses_count{status=~"5.."}[${window}])) or 0 * ${all})\n/\n(${all} > 0)`
}

/** The rules about Fly's series; none without them. */
export function flySeriesRules(context: AlertContext): RuleGroup {
  const { monitoring } = context.config
  const rules = [OUT_OF_MEMORY, CPU_THROTTLED, volumeFilling(context), edgeErrors(context), missing(context)]
  return { name: 'fly', rules: hasFlySeries(monitoring) ? rules : [] }
}

/**
 * The last exit of a machine was one for lack of memory, and it is new: there was none a quarter of an hour before, or the
 * machine has started since. How long Fly keeps the value after an exit is not documented.
 */
const OUT_OF_MEMORY: AlertRule = {
  alert: 'MachineOutOfMemory',
  expr: [
    `max by (${MACHINE}) (max_over_time(fly_instance_exit_oom[15m])) > 0`,
    'and on (app, instance) (',
    '  max by (app, instance) (fly_instance_uptime_seconds) < 900',
    '  or (',
    '    max by (app, instance) (max_over_time(fly_instance_exit_oom[15m]))',
    '    unless max by (app, instance) (max_over_time(fly_instance_exit_oom[15m] offset 15m)) > 0',
    '  )',
    ')',
  ].join('\n'),
  for: '0s',
  severity: 'critical',
  summary: '{{ $labels.app }}: machine {{ $labels.instance }} ran out of memory',
  description:
    'The kernel ended a process of machine {{ $labels.instance }} in {{ $labels.region }} because the memory was used up. Requests and work of that moment are lost, and it will happen again.',
  panel: panels.memory,
}

/** A tenth of the time of one CPU, for a quarter of an hour: bursts are what the balance is for. */
export const MOST_THROTTLED = 0.1

const CPU_THROTTLED: AlertRule = {
  alert: 'MachineThrottled',
  expr: `${THROTTLED} > ${MOST_THROTTLED}`,
  for: '15m',
  severity: 'warning',
  summary: '{{ $labels.app }}: machine {{ $labels.instance }} is throttled by Fly',
  description:
    'The machine uses more CPU than its size includes, and its balance is used up: it waits {{ $value | humanizePercentage }} of the time. Everything on it is slower than its own metrics explain.',
  panel: panels.throttled,
}

const volumeFilling = ({ config }: AlertContext): AlertRule => ({
  alert: 'MachineVolumeFilling',
  expr: `(\n${MACHINE_VOLUME_USED}\n) > ${config.alerts.volume_used_ratio}`,
  for: '15m',
  severity: 'warning',
  summary: '{{ $labels.app }}: a volume is {{ $value | humanizePercentage }} full',
  description:
    'The volume {{ $labels.mount }}{{ $labels.id }} of {{ $labels.app }} in {{ $labels.region }} fills up (machine {{ $labels.instance }}). When it is full, writes fail.',
  panel: panels.volumes,
})

/** As the pages about requests of a service: the multi-window burn rate of the SRE workbook. */
function edgeErrors({ config: { alerts } }: AlertContext): AlertRule {
  const limit = withoutNoise(14.4 * alerts.error_budget)
  return {
    alert: 'EdgeErrorsHigh',
    expr: [
      `${edgeErrorRatio('5m')} > ${limit}`,
      `and\n${edgeErrorRatio('1h')} > ${limit}`,
      `and sum by (app) (increase(fly_edge_http_responses_count{status=~"5.."}[1h])) >= ${MIN_FAILURES}`,
    ].join('\n'),
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.app }}: Fly answers {{ $value | humanizePercentage }} of the requests with 5xx',
    description: `For an hour and still now, more than ${percentText(14.4 * alerts.error_budget)} of the requests got a status 5xx from Fly's proxy: from the app, or from the proxy because no machine answered.`,
    panel: panels.edgeErrors,
  }
}

/**
 * The machine of Prometheus always runs, so that its series exist whenever Fly's Prometheus is read and up to date. Nothing
 * was missing before there was such a target.
 */
const missing = ({ config: { monitoring } }: AlertContext): AlertRule => ({
  alert: 'FlyMetricsMissing',
  // Where Fly's Prometheus itself is asked, no machine of ours always runs; some machine of the organization does.
  expr: isOnFlysPrometheus(monitoring)
    ? 'absent(fly_instance_up{app=~".+"})'
    : `absent(fly_instance_up{app="${monitoring.app}"})\nand on () count(up{job="${FLY_JOB}"})`,
  for: '10m',
  severity: 'warning',
  summary: "Fly's own series do not arrive",
  description:
    "For ten minutes there is no new sample from Fly's managed Prometheus: it refuses the token, does not answer, or is behind. Alerts about memory, CPU, volumes and the edge do not fire meanwhile.",
  panel: panels.age,
})
