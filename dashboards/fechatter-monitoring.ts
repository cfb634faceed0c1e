import type { Dashboard } from '@grafana/grafana-foundation-sdk/dashboard'
import { DEFAULT_THRESHOLDS, secondsOf } from '../src/config/thresholds.ts'
import { MONITORING_DASHBOARD, monitoringPanels as panels } from '../src/desired/alerts/panels.ts'
import { sumRate } from '../src/desired/alerts/promql.ts'
import {
  REMOTE_WRITE_DELAY,
  SELF_ZERO,
  VOLUME_SIZE,
  VOLUME_USED,
} from '../src/desired/alerts/self-monitoring.ts'
import { AT_RISK, BAD, SELF_COLOR, SERVICE_COLORS } from '../src/desired/dashboards/colors.ts'
import {
  byService,
  colored,
  firingAlerts,
  MACHINES_MISSING,
  MACHINES_UP,
  machinesUp,
  stat,
  timeseries,
} from './panels.ts'
import { dashboard, flyLinks, now, query, SERVICE, WINDOW } from './shared.ts'

const BY = 'app, service'

const losses = (what: 'failed' | 'dropped' | 'retried') =>
  `${sumRate(`prometheus_remote_storage_samples_${what}_total`, { window: WINDOW })}\nor\n${SELF_ZERO}`

const DELAY = `${REMOTE_WRITE_DELAY}\nor\n${SELF_ZERO}`
const DELAY_LIMIT = secondsOf(DEFAULT_THRESHOLDS.remote_write_delay)
const DELAY_STEPS = [
  { value: null, color: 'green' },
  { value: DELAY_LIMIT, color: 'red' },
]

const VOLUME_SHARE = `(\n${VOLUME_USED}\n) / max(${VOLUME_SIZE})`
const VOLUME_STEPS = [
  { value: null, color: 'green' },
  { value: DEFAULT_THRESHOLDS.volume_used_ratio, color: 'red' },
]

const NO_TARGETS = 'No answer: Prometheus is not reachable, or has just started'
const NO_SELF_SCRAPE = 'No answer: Prometheus is not reachable, or does not scrape itself'

/** The monitoring itself: whether what Fechatter Overview shows can be believed. */
export function fechatterMonitoring(): Dashboard {
  return dashboard({
    uid: MONITORING_DASHBOARD,
    title: 'Fechatter Monitoring',
    description:
      'Prometheus and its targets: is everything scraped, in time, completely, and does it arrive where it should? ' +
      'Vertical marks are deployments.',
  })
    .withPanel(machinesUp(panels.machinesUp, { x: 0, y: 0, w: 6, h: 6 }))
    .withPanel(
      stat(panels.volumeNow, {
        title: 'Volume used',
        description:
          'Share of the volume that the data fills now. Full means that Prometheus stops: make the volume larger, or the retention shorter, before that.',
        unit: 'percentunit',
        noValue: 'No answer',
        alerts: ['VolumeFilling'],
        position: { x: 6, y: 0, w: 4, h: 6 },
        decimals: 1,
        thresholds: VOLUME_STEPS,
      }).withTarget(now('A', VOLUME_SHARE, 'Used')),
    )
    .withPanel(
      stat(panels.remoteWriteNow, {
        title: 'Write delay',
        description:
          'How far the other end of remote write is behind now; 0 while remote write is off. Red: dashboards that read the other end show the past.',
        unit: 's',
        noValue: 'No answer',
        alerts: ['RemoteWriteBehind'],
        position: { x: 10, y: 0, w: 4, h: 6 },
        decimals: 0,
        thresholds: DELAY_STEPS,
      }).withTarget(now('A', DELAY, 'Delay')),
    )
    .withPanel(firingAlerts(panels.firingAlerts, { x: 14, y: 0, w: 10, h: 6 }))
    .withPanel(
      colored(
        byService(
          timeseries(panels.targets, {
            title: 'Targets up',
            description:
              'Machines of each service that answer Prometheus. A step down is a machine that stopped or went away, or does not answer; ' +
              '0 is a service of which none is left. "Missing" is expected minus up: open the app at Fly, then /targets of Prometheus for the reason.',
            unit: 'count:up',
            reaches: 3,
            noValue: NO_TARGETS,
            alerts: ['TargetDown', 'ServiceAbsent'],
            position: { x: 0, y: 6, w: 12, h: 8 },
            decimals: 0,
          }),
        ),
        { Missing: BAD },
      )
        .withTarget(query('A', MACHINES_UP, '{{service}}'))
        .withTarget(query('B', MACHINES_MISSING, 'Missing'))
        .dataLinks(flyLinks()),
    )
    .withPanel(
      byService(
        timeseries(panels.scrapeDuration, {
          title: 'Scrape duration',
          description:
            'Slowest machine of each service. Above the line a scrape is near its timeout of ten seconds, or the interval if that is shorter; a scrape that times out is lost whole. ' +
            'Slow and large: drop labels. Slow and small: the machine is short of CPU.',
          unit: 's',
          noValue: NO_TARGETS,
          alerts: ['ScrapeSlow'],
          position: { x: 12, y: 6, w: 12, h: 8 },
          thresholds: [
            { value: null, color: 'green' },
            { value: 5, color: 'orange' },
          ],
          reaches: 6,
        }),
      )
        .withTarget(query('A', `max by (${BY}) (scrape_duration_seconds{${SERVICE}})`, '{{service}}'))
        .dataLinks(flyLinks()),
    )
    .withPanel(
      byService(
        timeseries(panels.samples, {
          title: 'Samples per scrape',
          description:
            'Samples that each service exposes, over all its machines. 0 while the target is up is an empty page: ' +
            'metrics that were registered before the exporter was installed are lost. A jump is a new label with many values.',
          unit: 'count:samples',
          reaches: 100,
          noValue: NO_TARGETS,
          alerts: ['EmptyExposition', 'MetricAbsent'],
          position: { x: 0, y: 14, w: 12, h: 8 },
          decimals: 0,
        }),
      )
        .withTarget(query('A', `sum by (${BY}) (scrape_samples_scraped{${SERVICE}})`, '{{service}}'))
        .dataLinks(flyLinks()),
    )
    .withPanel(
      colored(
        timeseries(panels.series, {
          title: 'Series in memory',
          description:
            'Series in the head of the database; they cost memory. Up to about 150,000 fit a machine with 512 MB. ' +
            'Growing without end: a label holds ids or addresses; drop it where it is made.',
          unit: 'count:series',
          reaches: 200_000,
          noValue: NO_SELF_SCRAPE,
          alerts: ['VolumeFilling'],
          position: { x: 12, y: 14, w: 12, h: 8 },
          thresholds: [
            { value: null, color: 'green' },
            { value: 150_000, color: 'orange' },
          ],
        }),
        { Series: SELF_COLOR },
      ).withTarget(query('A', 'sum(prometheus_tsdb_head_series)', 'Series')),
    )
    .withPanel(
      colored(
        timeseries(panels.remoteWriteDelay, {
          title: 'Remote write delay',
          description:
            'How far the other end is behind; 0 while remote write is off. Growing with the clock: nothing gets through, ' +
            'look at the losses beside and at the URL, user and key.',
          unit: 's',
          noValue: NO_SELF_SCRAPE,
          alerts: ['RemoteWriteBehind'],
          position: { x: 0, y: 22, w: 12, h: 8 },
          thresholds: DELAY_STEPS,
          reaches: 1.25 * DELAY_LIMIT,
        }),
        { Delay: SELF_COLOR },
      ).withTarget(query('A', DELAY, 'Delay')),
    )
    .withPanel(
      colored(
        timeseries(panels.remoteWriteLosses, {
          title: 'Remote write losses',
          description:
            'Samples that the other end refused for good (failed), that were given up before sending (dropped), and that are tried again. ' +
            'Failed: key or limits at the other end. Retried alone heals by itself. 0 while remote write is off.',
          unit: 'count:samples/s',
          reaches: 1,
          noValue: NO_SELF_SCRAPE,
          alerts: ['RemoteWriteFailing'],
          position: { x: 12, y: 22, w: 12, h: 8 },
        }),
        { Failed: BAD, Dropped: SERVICE_COLORS[3], Retried: AT_RISK },
      )
        .withTarget(query('A', losses('failed'), 'Failed'))
        .withTarget(query('B', losses('dropped'), 'Dropped'))
        .withTarget(query('C', losses('retried'), 'Retried')),
    )
    .withPanel(
      colored(
        timeseries(panels.volume, {
          title: 'Volume used over time',
          description:
            'Blocks, write-ahead log and head, as a share of the volume: what Prometheus knows of. What else lies on the volume, and how much is free, only Fly knows: ' +
            'fly_volume_used_pct in its own Grafana. A saw tooth is compaction; what grows beyond the retention is the number of series.',
          unit: 'percentunit',
          noValue: NO_SELF_SCRAPE,
          alerts: ['VolumeFilling'],
          position: { x: 0, y: 30, w: 12, h: 8 },
          thresholds: VOLUME_STEPS,
          reaches: 1,
          max: 1,
          decimals: 1,
        }),
        { Used: SELF_COLOR },
      ).withTarget(query('A', VOLUME_SHARE, 'Used')),
    )
    .withPanel(
      colored(
        timeseries(panels.rules, {
          title: 'Alerts and rules',
          description:
            'Alerts that fire now (without the Watchdog, which always does), rules that could not be evaluated, and 1 when Prometheus refused its newest configuration.',
          unit: 'short',
          reaches: 3,
          noValue: NO_SELF_SCRAPE,
          alerts: ['RuleFailures', 'ConfigReloadFailed', 'Watchdog'],
          position: { x: 12, y: 30, w: 12, h: 8 },
          decimals: 0,
        }),
        { 'Firing alerts': BAD, 'Failed rules': AT_RISK, 'Configuration refused': SERVICE_COLORS[3] },
      )
        .withTarget(
          query(
            'A',
            `count(ALERTS{alertstate="firing",alertname!="Watchdog"})\nor\n${SELF_ZERO}`,
            'Firing alerts',
          ),
        )
        .withTarget(
          query('B', `sum(increase(prometheus_rule_evaluation_failures_total[${WINDOW}]))`, 'Failed rules'),
        )
        .withTarget(
          query('C', 'max(prometheus_config_last_reload_successful == bool 0)', 'Configuration refused'),
        ),
    )
    .build()
}
