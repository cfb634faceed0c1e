import { parsePromql } from '../../formats/promql/parse.ts'
import { type Reported, reportsOf } from '../rule.ts'
import { queryRules } from './rules.ts'
import { type Offset, type Query, selectedBy } from './subject.ts'
import { parsePanelQuery, type QueryRead } from './variables.ts'

/** A query, parsed and checked. */
export interface LintedQuery {
  parsed: Query['parsed']
  /** Places are offsets in the query; undefined when variables have moved the text after them. */
  reports: Reported<Offset | undefined>[]
}

/** What a query is compared with. */
type About = Pick<Query, 'kind' | 'contract' | 'isOurs' | 'minStep'>

/** Checks one query against the files of the repository. */
export const lintQuery = (text: string, about: About): LintedQuery =>
  lintReadQuery(text, readQuery(text, about.kind), about)

/** The same for a query that has been read. */
export function lintReadQuery(
  text: string,
  { parsed, text: parsedText, exact }: QueryRead,
  { kind, contract, isOurs, minStep }: About,
): LintedQuery {
  const selected = selectedBy(parsed.selectors, contract)
  const query = { text, kind, parsed, parsedText, contract, selected, isOurs, minStep }
  const reports = reportsOf(queryRules, query)
  return { parsed, reports: reports.map((one) => ({ ...one, at: exact ? one.at : undefined })) }
}

/** Parses a query; those of panels may contain variables. */
export const readQuery = (text: string, kind: Query['kind']): QueryRead =>
  kind === 'panel' ? parsePanelQuery(text) : { text, parsed: parsePromql(text), exact: true }
