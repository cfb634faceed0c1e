import { get } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { SCRAPE } from './examples.ts'
import { type PrometheusFile, scrapeConfigs } from './subject.ts'

/** A Prometheus without a target. */
export const scrapesNothing: Rule<PrometheusFile> = {
  code: 'prometheus/empty',
  severity: 'warning',
  what: 'A Prometheus configuration scrapes nothing.',
  why: '`promtool check config` accepts it, even an empty file.',
  bad: '▸rule_files: []\n',
  good: SCRAPE,
  check(file, { report }) {
    if (scrapeConfigs(file).length === 0 && !get(file.root, 'scrape_config_files'))
      report(file.root.at, 'The configuration scrapes nothing.', 'Add `scrape_configs`.')
  },
}
