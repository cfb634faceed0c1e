import { type Project, readProject } from '../config/sources/project.ts'
import { desiredState } from '../desired/desired.ts'
import type { Inputs } from '../inputs/types.ts'
import { ActionError } from '../lib/errors.ts'
import { createPool } from '../lib/http.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import type { SkippedPart } from '../model/change.ts'
import { backtestAlerts } from './backtest.ts'
import { asWarning, compareFly, type FlyComparison } from './compare-fly.ts'
import { compareGrafana } from './compare-grafana.ts'
import type { ModeContext } from './context.ts'
import { flyFacts, readFlyConfigurations } from './fly-configurations.ts'
import { withStandIns } from './missing-secrets.ts'
import type { ReportBuilder } from './report-builder.ts'
import { openFly } from './session.ts'

/**
 * Compares the desired state with Fly and Grafana, as far as this run has access to them, and records what a deploy would
 * change. Nothing is written. What cannot be read is a warning: the plan then says what the files say.
 */
export async function compare(inputs: Inputs, report: ReportBuilder, context: ModeContext): Promise<void> {
  const project = readable(inputs, context)
  if (!project) {
    report.skipped.push(NOT_VALID)
    return
  }
  const signal = AbortSignal.any([context.signal, context.timeUp])
  const tools = { commit: context.env.GITHUB_SHA, pool: createPool(context.env), signal }
  const [fly, grafana] = await Promise.all([
    inputs.flyToken === '' ? undefined : flyPart(project, inputs, context, tools),
    compareGrafana(project, inputs, tools),
  ])
  report.problems.push(...(fly?.comparison.problems ?? []), ...(grafana?.problems ?? []))
  const isFlyRead = fly?.comparison.isRead === true
  report.skipped.push(
    ...(fly && !isFlyRead ? [notRead('Fly', 'a Fly token that may read the apps')] : []),
    ...(grafana && !grafana.isRead
      ? [notRead('Grafana', 'a token of a service account of this Grafana')]
      : []),
  )
  if (!isFlyRead && !grafana?.isRead) return
  const { downtime, price, changes = [] } = fly?.comparison ?? {}
  report.planned = {
    compared: [...(isFlyRead ? ['Fly'] : []), ...(grafana?.isRead ? ['Grafana'] : [])],
    changes: [...changes, ...(grafana?.changes ?? [])],
    ...(downtime !== undefined && { downtime }),
    ...(price !== undefined && { price }),
    ...(fly ? fly.tried : { backtest: [] }),
  }
}

const notRead = (platform: string, set: string): SkippedPart => ({
  part: `What deploy would change: ${platform}`,
  why: `${platform} could not be read, as the warning says: nothing was compared with it.`,
  set,
})

const NOT_VALID: SkippedPart = {
  part: 'What deploy would change',
  why: 'The configuration has errors: nothing was compared.',
  set: 'nothing: correct the errors',
}

/** The project when a deploy would accept its configuration; its problems are those that the plan has found already. */
function readable(inputs: Inputs, { env }: ModeContext): Project | undefined {
  try {
    const { project, problems } = readProject(inputs, workspaceRoot(env))
    return problems.some(({ severity }) => severity === 'error') ? undefined : project
  } catch (error) {
    if (error instanceof ActionError) return undefined
    throw error
  }
}

type Tools = Parameters<typeof compareGrafana>[2]

interface FlyPart {
  comparison: FlyComparison
  tried: Awaited<ReturnType<typeof backtestAlerts>>
}

const NOT_TRIED: FlyPart['tried'] = { backtest: [] }

async function flyPart(
  project: Project,
  given: Inputs,
  context: ModeContext,
  tools: Tools,
): Promise<FlyPart> {
  const { inputs, scrapes, missing } = withStandIns(project, given, context.env)
  const { found } = readFlyConfigurations(project)
  const desired = desiredState(project, inputs, { commit: undefined, ...flyFacts(found), scrapes })
  try {
    const fly = await openFly(inputs, context, { until: context.until, signal: tools.signal })
    const comparison = await compareFly(project, desired, { fly, missing })
    const { plan, rules } = comparison
    const tried = plan ? await backtestAlerts({ rules, desired, inputs, plan }, tools) : NOT_TRIED
    return { comparison, tried }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const problems = error.problems.map(asWarning)
    return {
      comparison: { isRead: false, plan: undefined, changes: [], rules: [], problems },
      tried: NOT_TRIED,
    }
  }
}
