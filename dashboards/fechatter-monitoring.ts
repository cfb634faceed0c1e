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
import { dashboard, flyLinks, query, SERVICE, timeseries, WINDOW } from './shared.ts'

const BY = 'app, service'

const losses = (what: 'failed' | 'dropped' | 'retried') =>
  `${sumRate(`prometheus_remote_storage_samples_${what}_total`, { window: WINDOW })}\nor\n${SELF_ZERO}`

/** The monitoring itself: whether what Fechatter Overview shows can be believed. */
export function fechatterMonitoring(): Dashboard {
  return dashboard({
    uid: MONITORING_DASHBOARD,
    title: 'Fechatter Monitoring',
    description:
      'Prometheus and its targets: is everything scraped, in time, completely, and does it arrive where it should? ' +
      'Vertical marks are deployments.',
  })
    .withPanel(
      timeseries(panels.targets, {
        title: 'Targets up',
        description:
          'Machines of each service that answer Prometheus. A step down is a machine that stopped or went away; ' +
          'anything in "Down" is one that exists and does not answer: open /targets of Prometheus for the reason.',
        unit: 'short',
        noValue: 'No targets at all: is Prometheus running?',
        alerts: ['TargetDown', 'ServiceAbsent'],
        position: { x: 0, y: 0, w: 12, h: 8 },
        decimals: 0,
      })
        .withTarget(query('A', `sum by (${BY}) (up{${SERVICE}})`, '{{service}}'))
        .withTarget(query('B', `sum(up{${SERVICE}} == bool 0)`, 'Down'))
        .overrideByName('Down', [{ id: 'color', value: { mode: 'fixed', fixedColor: 'red' } }])
        .dataLinks(flyLinks()),
    )
    .withPanel(
      timeseries(panels.scrapeDuration, {
        title: 'Scrape duration',
        description:
          'Slowest machine of each service. Above the line a scrape is near its timeout of ten seconds, or the interval if that is shorter; a scrape that times out is lost whole. ' +
          'Slow and large: drop labels. Slow and small: the machine is short of CPU.',
        unit: 's',
        noValue: 'No targets at all: is Prometheus running?',
        alerts: ['ScrapeSlow'],
        position: { x: 12, y: 0, w: 12, h: 8 },
        thresholds: [
          { value: null, color: 'green' },
          { value: 5, color: 'orange' },
        ],
      })
        .withTarget(query('A', `max by (${BY}) (scrape_duration_seconds{${SERVICE}})`, '{{service}}'))
        .dataLinks(flyLinks()),
    )
    .withPanel(
      timeseries(panels.samples, {
        title: 'Samples per scrape',
        description:
          'Samples that each service exposes, over all its machines. 0 while the target is up is an empty page: ' +
          'metrics that were registered before the exporter was installed are lost. A jump is a new label with many values.',
        unit: 'short',
        noValue: 'No targets at all: is Prometheus running?',
        alerts: ['EmptyExposition', 'MetricAbsent'],
        position: { x: 0, y: 8, w: 12, h: 8 },
        decimals: 0,
      })
        .withTarget(query('A', `sum by (${BY}) (scrape_samples_scraped{${SERVICE}})`, '{{service}}'))
        .dataLinks(flyLinks()),
    )
    .withPanel(
      timeseries(panels.series, {
        title: 'Series in memory',
        description:
          'Series in the head of the database; they cost memory. Up to about 150,000 fit a machine with 512 MB. ' +
          'Growing without end: a label holds ids or addresses; drop it where it is made.',
        unit: 'short',
        noValue: 'Prometheus does not scrape itself',
        alerts: ['VolumeFilling'],
        position: { x: 12, y: 8, w: 12, h: 8 },
        thresholds: [
          { value: null, color: 'green' },
          { value: 150_000, color: 'orange' },
        ],
      }).withTarget(query('A', 'sum(prometheus_tsdb_head_series)', 'Series')),
    )
    .withPanel(
      timeseries(panels.remoteWriteDelay, {
        title: 'Remote write delay',
        description:
          'How far the other end is behind; 0 while remote write is off. Growing with the clock: nothing gets through, ' +
          'look at the losses beside and at the URL, user and key.',
        unit: 's',
        noValue: 'Prometheus does not scrape itself',
        alerts: ['RemoteWriteBehind'],
        position: { x: 0, y: 16, w: 12, h: 8 },
        thresholds: [
          { value: null, color: 'green' },
          { value: secondsOf(DEFAULT_THRESHOLDS.remote_write_delay), color: 'red' },
        ],
      }).withTarget(query('A', `${REMOTE_WRITE_DELAY}\nor\n${SELF_ZERO}`, 'Delay')),
    )
    .withPanel(
      timeseries(panels.remoteWriteLosses, {
        title: 'Remote write losses',
        description:
          'Samples that the other end refused for good (failed), that were given up before sending (dropped), and that are tried again. ' +
          'Failed: key or limits at the other end. Retried alone heals by itself. 0 while remote write is off.',
        unit: 'cps',
        noValue: 'Prometheus does not scrape itself',
        alerts: ['RemoteWriteFailing'],
        position: { x: 12, y: 16, w: 12, h: 8 },
      })
        .withTarget(query('A', losses('failed'), 'Failed'))
        .withTarget(query('B', losses('dropped'), 'Dropped'))
        .withTarget(query('C', losses('retried'), 'Retried')),
    )
    .withPanel(
      timeseries(panels.volume, {
        title: 'Data on the volume',
        description:
          'Blocks, write-ahead log and head: what Prometheus knows of. What else lies on the volume, and how much is free, only Fly knows: ' +
          'fly_volume_used_pct in its own Grafana. A saw tooth is compaction; what grows beyond the retention is the number of series.',
        unit: 'decbytes',
        noValue: 'Prometheus does not scrape itself',
        alerts: ['VolumeFilling'],
        position: { x: 0, y: 24, w: 12, h: 8 },
      })
        .withTarget(query('A', VOLUME_USED, 'Data'))
        .withTarget(query('B', `max(${VOLUME_SIZE})`, 'Size of the volume')),
    )
    .withPanel(
      timeseries(panels.rules, {
        title: 'Alerts and rules',
        description:
          'Alerts that fire now (without the Watchdog, which always does), rules that could not be evaluated, and 1 when Prometheus refused its newest configuration.',
        unit: 'short',
        noValue: 'Prometheus does not scrape itself',
        alerts: ['RuleFailures', 'ConfigReloadFailed', 'Watchdog'],
        position: { x: 12, y: 24, w: 12, h: 8 },
        decimals: 0,
      })
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
