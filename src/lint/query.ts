import { matches } from '../lib/promql/text.ts'
import { type Parsed, parsePromql, type Selector } from '../lib/promql.ts'
import { quoted } from '../lib/quote.ts'
import type { Code } from './catalog.ts'
import type { Contract } from './contract.ts'
import { againstContract, type QueryReporter } from './query-contract.ts'
import { neverMeets } from './query-joins.ts'
import { type Budget, isOpen, parseGrafana } from './stand-ins.ts'

/** A finding about a query; the place is that of the query in its file. */
export interface QueryFinding {
  code: Code
  message: string
  hint: string
  /** Offset in the query; undefined when variables have moved what is behind them. */
  offset: number | undefined
}

/** Where a query stands. */
export type QueryKind = 'panel' | 'rule'

export interface QueryReport {
  findings: QueryFinding[]
  /** As it was parsed, with something in the place of every variable. */
  parsed: Parsed
}

/** What a query is held against. */
export interface QueryContext {
  /** Undefined: only its syntax is checked. */
  contract: Contract | undefined
  /** For queries of dashboards, see `parseGrafana`. */
  budget?: Budget
}

/** Everything that can be told about one query from files alone. */
export function lintQuery(query: string, kind: QueryKind, { contract, budget }: QueryContext): QueryReport {
  const { parsed, exact } =
    kind === 'panel' ? parseGrafana(query, budget) : { parsed: parsePromql(query), exact: true }
  const findings: QueryFinding[] = []
  const report: QueryReporter = (code, message, hint, offset) =>
    findings.push({ code, message, hint, offset: exact ? offset : undefined })
  for (const error of parsed.errors)
    if (error.kind === 'limit')
      report('query/limit', `${error.message}.`, 'Split it, with recording rules.', error.from)
    else report('query/syntax', error.message.replace(/[^?]$/, '$&.'), syntaxHint(query, kind), error.from)
  if (kind === 'panel')
    for (const { name, from } of parsed.experimental)
      report(
        'query/experimental',
        `\`${name}\` is experimental.`,
        'Prometheus has it only with `--enable-feature=promql-experimental-functions`, which this Prometheus is not started with.',
        from,
      )
  for (const selector of parsed.selectors) {
    contradictions(selector, report)
    if (contract) againstContract(selector, { contract, all: parsed.selectors }, report)
  }
  if (contract?.declares) for (const join of parsed.joins) neverMeets(join, contract, report)
  return { findings, parsed }
}

function syntaxHint(query: string, kind: QueryKind): string {
  if (kind === 'rule' && /\$__|\$\{|\[\[/.test(query))
    return "Grafana's variables and macros belong to dashboards: write a duration such as 5m."
  return 'Try it on the query page of Prometheus.'
}

/** A value that one matcher asks for and another one of the same label does not take. */
function contradictions({ matchers }: Selector, report: QueryReporter): void {
  const known = matchers.filter(({ value }) => !isOpen(value))
  for (const [label, own] of Map.groupBy(known, (matcher) => matcher.label)) {
    // One value is enough to ask the others about: a second one is among them.
    const fixed = own.find(({ op }) => op === '=')
    if (!fixed) continue
    const other = own.find((one) => !matches(one, fixed.value))
    if (!other) continue
    const both = other.op === '='
    report(
      'query/never-matches',
      both
        ? `${label} cannot be ${quoted(fixed.value)} and ${quoted(other.value)} at once.`
        : `${label}${other.op}${quoted(other.value)} leaves out ${quoted(fixed.value)}, which is asked for beside it.`,
      both ? `Use ${label}=~"…|…" for either of them.` : 'Remove one of the two.',
      Math.max(fixed.from, other.from),
    )
  }
}
