import { readExpression } from '../../formats/promql/expression.ts'
import type { Variables } from '../../formats/promql/grafana-variables.ts'
import { parsePromql } from '../../formats/promql/parse.ts'
import { withMatchers } from '../../formats/promql/rewrite.ts'
import { oneLine } from '../../lib/text.ts'
import type { ReadQuery } from './describe.ts'
import { adHocMatchers, expandQuery, macrosFor, timeRange } from './expand.ts'
import type { WrittenDashboard } from './panel-queries.ts'
import type { TimeWindow } from './presence.ts'
import type { PanelQuestion } from './questions.ts'
import type { VariableGap } from './variables/choose.ts'
import type { AskOptions } from './variables/options.ts'
import { type ResolvedVariables, resolveVariables } from './variables/resolve.ts'

/** A panel query with its variables replaced; a repeated panel has one for each value. */
export interface Variant extends ReadQuery {
  asked: PanelQuestion
  /** The values for which the panel is repeated: `$instance = a`; empty when it is not. */
  scope: string
  /** The first of its variables that has no value. */
  gap: VariableGap | undefined
  /** Names in it that look like variables and are none of the dashboard's: Grafana sends them unchanged. */
  undeclared: readonly string[]
}

/** A repeated panel is asked for each of this many values; Grafana draws a panel for each one. */
const MOST_REPEATS = 20

/** Replaces the variables and macros of all questions, as Grafana would now. */
export async function prepareQueries(
  open: readonly PanelQuestion[],
  tools: { ask: AskOptions; window: TimeWindow; scrapeIntervalMs: number },
): Promise<Variant[]> {
  const byDashboard = [...Map.groupBy(open, ({ dashboard }) => dashboard)]
  const { ask, window, scrapeIntervalMs } = tools
  const found = await Promise.all(
    byDashboard.map(async ([dashboard, all]) => {
      const range = timeRange(dashboard)
      const macros = {
        ...macrosFor({ now: window.at, range, minStep: scrapeIntervalMs }),
        __dashboard: dashboard.title,
      }
      const resolved = await resolveVariables(dashboard, { ask, macros, rangeMs: range })
      const context = { scrapeInterval: scrapeIntervalMs, now: window.at, range }
      return all.flatMap((asked) =>
        scopesOf(asked.query.repeatedFor, resolved).map((scope) =>
          variant({ asked, dashboard, scope, resolved }, context),
        ),
      )
    }),
  )
  return found.flat()
}

/** The single values for which a panel is repeated, by variable. */
type Scope = ReadonlyMap<string, string>

function scopesOf(names: readonly string[], { each }: ResolvedVariables): Scope[] {
  let scopes: Scope[] = [new Map()]
  for (const name of names) {
    const values = each.get(name) ?? []
    if (values.length > 0)
      scopes = scopes
        .flatMap((scope) => values.slice(0, MOST_REPEATS).map((value) => new Map([...scope, [name, value]])))
        .slice(0, MOST_REPEATS)
  }
  return scopes
}

interface Scoped {
  asked: PanelQuestion
  dashboard: WrittenDashboard
  scope: Scope
  resolved: ResolvedVariables
}

function variant(
  { asked, dashboard, scope, resolved: { values, gaps } }: Scoped,
  context: Parameters<typeof expandQuery>[2],
): Variant {
  // As in Grafana, the variable of a repeated panel stays one that may have several values.
  const scoped: Variables = {
    ...values,
    __dashboard: dashboard.title,
    ...Object.fromEntries([...scope].map(([name, value]) => [name, [value]])),
  }
  const { query, unknown, used } = expandQuery(asked.query, scoped, context)
  const text = withMatchers(query, adHocMatchers(dashboard))
  const parsed = parsePromql(text)
  const gap = used.map((name) => gaps.get(name)).find((one) => one !== undefined)
  return {
    ...{ asked, text, parsed, expression: readExpression(text, parsed) },
    scope: [...scope].map(([name, value]) => `$${name} = ${oneLine(value, 60)}`).join(', '),
    gap: gap ?? gapOfGrafana(unknown),
    undeclared: unknown.filter((name) => !gaps.has(name)),
  }
}

/** What Grafana alone knows, such as `${__user.login}`. A variable that no one declares stays as it is in Grafana, too. */
function gapOfGrafana(unknown: readonly string[]): VariableGap | undefined {
  const [name] = unknown.filter((one) => one.startsWith('__'))
  return name === undefined
    ? undefined
    : { kind: 'unknown', why: `Only Grafana knows a value for $${name}.`, series: [] }
}
