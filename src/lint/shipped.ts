import type { Config } from '../config/schema.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import type { TextFile } from '../lib/workspace.ts'
import { lintConfiguration, lintStoredSeries } from './config/lint.ts'
import { lintSources } from './index.ts'
import { prometheusContext } from './prometheus/subject.ts'
import { namesOfShippedRules, recordedByShippedRules } from './recorded.ts'
import { withoutIgnored } from './silence.ts'

/** The files of a run for Fly and Grafana, without the Fly configurations of the apps. */
export interface ShippedFiles {
  config: Config
  /** Undefined: the preset. */
  source: TextFile | undefined
  /** The dashboards that the configuration names. */
  dashboards: readonly TextFile[]
  /** The rule files that it names. */
  rules: readonly TextFile[]
}

/**
 * The errors in the files of a run, found before it changes anything: `deploy` refuses the same as `plan`. Warnings are
 * only reported by `plan`, which a person reads before a merge.
 */
export async function shippedErrors(
  { config, source, dashboards, rules }: ShippedFiles,
  { remoteWrite, pace }: { remoteWrite: boolean; pace: Pace },
): Promise<Diagnostic[]> {
  const { problems } = await lintSources(
    {
      ...{ fly: [], prometheus: [], rules, deployedRules: rules, ruleTests: [] },
      ...{ workflows: [], deploys: [], naming: [], dataSources: [] },
      dashboards: dashboards.map(({ file, text }) => ({ file, text: () => text })),
    },
    {
      config,
      assumed: source === undefined,
      recorded: () => recordedByShippedRules(config, remoteWrite),
      ownRules: () => namesOfShippedRules(config, remoteWrite),
      prometheus: prometheusContext(config, () => false),
      inputs: [],
      pace,
    },
  )
  const own = source
    ? [...lintConfiguration(config, source), ...(await lintStoredSeries(config, source, pace))]
    : []
  const found = [...own, ...problems, ...pace.problems()]
  return withoutIgnored(found, config.lint.ignore).filter(({ severity }) => severity === 'error')
}
