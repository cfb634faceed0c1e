import { parsePromql } from '../../formats/promql/parse.ts'
import { type Reported, reportsOf } from '../rule.ts'
import { queryRules } from './rules.ts'
import type { Offset, Query } from './subject.ts'
import { parsePanelQuery } from './variables.ts'

/** A query, parsed and checked. */
export interface LintedQuery {
  parsed: Query['parsed']
  /** Places are offsets in the query; undefined when variables have moved the text after them. */
  reports: Reported<Offset | undefined>[]
}

/** Checks one query against the files of the repository. */
export function lintQuery(
  text: string,
  { kind, contract, isOurs, minStep }: Pick<Query, 'kind' | 'contract' | 'isOurs' | 'minStep'>,
): LintedQuery {
  const { parsed, exact } = readQuery(text, kind)
  const reports = reportsOf(queryRules, { text, kind, parsed, contract, isOurs, minStep })
  return { parsed, reports: reports.map((one) => ({ ...one, at: exact ? one.at : undefined })) }
}

/** Parses a query; those of panels may contain variables. */
export const readQuery = (text: string, kind: Query['kind']): { parsed: Query['parsed']; exact: boolean } =>
  kind === 'panel' ? parsePanelQuery(text) : { parsed: parsePromql(text), exact: true }
