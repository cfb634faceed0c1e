import type { Config } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import { promqlString } from '../../formats/promql/literals.ts'
import { matches } from '../../formats/promql/patterns.ts'
import { renameGrouping, replaceSelectors } from '../../formats/promql/rewrite.ts'
import type { Matcher, Selector } from '../../formats/promql/types.ts'
import { matcherBraces, oneOfMatcher, seriesOf } from './promql.ts'

/** The labels that the Prometheus of this action adds, and Fly's does not. */
const OF_SERVICE = ['service', 'job']

/**
 * How Fly's managed Prometheus is asked for what a query is about: by the label `app` where the query says `service` or `job`,
 * and only about the apps of the configuration, as it has those of the whole organization.
 */
export const flyQuery = (query: string, config: Config): string =>
  renameGrouping(
    replaceSelectors(query, (selector) => ({ text: ofApps(selector, config) })),
    OF_SERVICE,
    'app',
  )

function ofApps({ metric, matchers }: Selector, config: Config): string {
  const own = matchers.filter(({ label }) => !OF_SERVICE.includes(label))
  const texts = own.map(({ label, op, value }) => `${label}${op}${promqlString(value)}`)
  const isLimited = own.some(({ label }) => label === 'app')
  const all = isLimited ? texts : [appMatcher(matchers, config), ...texts]
  return metric === undefined ? matcherBraces(...all) : seriesOf(metric, ...all)
}

/** The apps of the services that are meant: all of them where a query does not say. */
function appMatcher(matchers: readonly Matcher[], { apps, services }: Config): string {
  const said = matchers.filter(({ label }) => OF_SERVICE.includes(label))
  if (said.length === 0) return appsMatcher(apps.map(({ app }) => app))
  const meant = services.filter(isOnFly).filter(({ name }) => said.every((matcher) => matches(matcher, name)))
  return appsMatcher([...new Set(meant.map(({ app }) => app))])
}

/** The matcher of some apps; of none, the series without that label, which do not exist there. */
export const appsMatcher = (apps: readonly string[]): string =>
  apps.length === 0 ? 'app=""' : oneOfMatcher('app', apps)
