import type { JsonPath } from '../../formats/json-places.ts'
import type { Entry, Rule } from '../rule.ts'
import { duplicatePanelId } from './duplicate-panel-id.ts'
import { duplicateUid } from './duplicate-uid.ts'
import { fixedDatasource } from './fixed-datasource.ts'
import { flyMetrics } from './fly-metrics.ts'
import { unresolvedInput } from './input.ts'
import { dashboardJson } from './json.ts'
import { libraryPanel } from './library-panel.ts'
import { noQuery } from './no-query.ts'
import { noTitle } from './no-title.ts'
import { noUnit } from './no-unit.ts'
import { dashboardOfOtherEngine } from './other-engine.ts'
import { schemaV2 } from './schema-v2.ts'
import { noDashboard } from './shape.ts'
import type { LintedDashboard } from './subject.ts'
import { uidForm } from './uid-form.ts'
import { undefinedDatasource } from './undefined-datasource.ts'
import { undefinedVariable } from './undefined-variable.ts'
import { unrelatedDashboard } from './unrelated.ts'

/** Every check of a dashboard, except those of its queries, which are in `query/`. */
export const dashboardRules: readonly Rule<LintedDashboard, JsonPath>[] = [
  schemaV2,
  unresolvedInput,
  noTitle,
  uidForm,
  duplicateUid,
  undefinedDatasource,
  fixedDatasource,
  flyMetrics,
  libraryPanel,
  undefinedVariable,
  duplicatePanelId,
  unrelatedDashboard,
  noQuery,
  noUnit,
]

/** Every diagnostic of dashboards, including those for files that are not dashboards. */
export const dashboardEntries: readonly Entry[] = [
  dashboardJson,
  noDashboard,
  dashboardOfOtherEngine,
  ...dashboardRules,
]
