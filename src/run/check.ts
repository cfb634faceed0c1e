import { throwIfAny } from '../config/configuration.ts'
import type { Project } from '../config/sources/project.ts'
import type { Inputs } from '../inputs/types.ts'
import { createPace } from '../lib/pace.ts'
import { shippedErrors } from '../lint/shipped.ts'
import type { ModeContext } from './context.ts'

/**
 * Checks what this run ships before it changes anything: a deployment or an import refuses what a plan refuses. Mode
 * `verify` ships nothing, and judges dashboards by their data.
 * @throws ActionError `configuration`
 */
export async function checkShipped(
  { config, source, dashboardSources, ruleSources }: Project,
  inputs: Inputs,
  { until, signal }: ModeContext,
): Promise<void> {
  const dashboards = inputs.mode === 'verify' || !inputs.grafana ? [] : dashboardSources
  const pace = createPace({ until, signal })
  const remoteWrite = inputs.remoteWrite !== undefined
  const rules = inputs.mode === 'verify' ? [] : ruleSources
  throwIfAny(await shippedErrors({ config, source, dashboards, rules }, { remoteWrite, pace }))
}
