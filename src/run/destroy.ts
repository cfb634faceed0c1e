import { flyChanges, grafanaChanges } from '../apply/changes.ts'
import { removeApp } from '../apply/fly/remove-app.ts'
import { type FlyContext, flyResult, runChanges } from '../apply/fly/run-changes.ts'
import { removeFromGrafana } from '../apply/grafana/remove.ts'
import { createGrafana } from '../clients/grafana/client.ts'
import { readConfig, throwIfAny } from '../config/configuration.ts'
import type { Config } from '../config/schema.ts'
import { grafanaBelongings } from '../desired/grafana/grafana.ts'
import type { Inputs } from '../inputs/types.ts'
import { ActionError } from '../lib/errors.ts'
import { createPool } from '../lib/http.ts'
import { hideAll } from '../lib/redact.ts'
import { workspaceRoot } from '../lib/workspace.ts'
import type { FlyChange } from '../plan/fly/actions.ts'
import { notOurs, observeContents, planRemoval } from '../plan/fly/removal.ts'
import { type GrafanaResult, isChange } from '../plan/grafana/outcome.ts'
import { type GrafanaRemovalPlan, observeBelongings, planGrafanaRemoval } from '../plan/grafana/removal.ts'
import type { ModeContext, ModeHandler } from './context.ts'
import type { ReportBuilder } from './report-builder.ts'
import { openFly } from './session.ts'

/** What a removal would do, in words for people. */
export interface RemovalOffer {
  /** The monitoring app, whose name is the consent. */
  app: string
  goes: readonly { what: string; parts: readonly string[] }[]
  stays: readonly { what: string; why: string }[]
}

/** The agreement to a removal. */
export interface Consent {
  /** Given beforehand: the name of the app. */
  yes: string | undefined
  /** Shows the offer; whether it is agreed to. Not called when there is nothing to remove. */
  agree: (offer: RemovalOffer) => Promise<boolean>
}

/** Removes the monitoring app and what was written to Grafana, after consent; main apps are never changed. */
export const destroyWith =
  (consent: Consent): ModeHandler =>
  async (inputs, report, context) => {
    const { config, problems } = readConfig(inputs, workspaceRoot(context.env))
    throwIfAny(problems)
    const { app } = config.monitoring
    if (consent.yes !== undefined && consent.yes !== app) throw otherName(app)
    const removal = await report.timed('what exists', () => observe(config, inputs, context))
    const offer = hideAll(offerOf(config, removal))
    const isAgreed = offer.goes.length === 0 || (await consent.agree(offer))
    if (!isAgreed) throw notAgreed(app)
    await report.timed('removal', () => remove(removal, report))
  }

interface Removal {
  app: string
  fly: FlyContext
  /** Undefined: the app does not exist. */
  destroys: FlyChange | undefined
  /** Undefined without Grafana. */
  grafana: { plan: GrafanaRemovalPlan; session: Parameters<typeof removeFromGrafana>[1] } | undefined
}

/** Reads everything, so that nothing is removed when something cannot be read or is not ours. */
async function observe(config: Config, inputs: Inputs, context: ModeContext): Promise<Removal> {
  const { app, volume } = config.monitoring
  const signal = AbortSignal.any([context.signal, context.timeUp])
  const fly = await openFly(inputs, context, { until: context.until, signal })
  const client = inputs.grafana && createGrafana({ ...inputs.grafana, pool: createPool(context.env), signal })
  const own = grafanaBelongings(config)
  const [contents, belongings] = await Promise.all([
    observeContents(app, fly.flyctl),
    client && observeBelongings(client, own),
  ])
  const foreign = contents && notOurs(app, volume.name, contents)
  if (foreign) throw new ActionError('configuration', [foreign])
  return {
    app,
    fly,
    destroys: contents && planRemoval(app, contents),
    grafana: client &&
      belongings && {
        plan: planGrafanaRemoval(own, belongings),
        session: { grafana: client, signal },
      },
  }
}

/** Grafana first: rules that query a Prometheus that is gone would fire. */
async function remove({ app, fly, destroys, grafana }: Removal, report: ReportBuilder): Promise<void> {
  const results = grafana ? await removeFromGrafana(grafana.plan, grafana.session) : []
  report.changes.push(...grafanaChanges({ results }))
  report.problems.push(...results.flatMap(problemOf))
  const outcomes = await runChanges(destroys ? [destroys] : [], () => removeApp(app, fly.flyctl), fly)
  const done = flyResult(app, outcomes, { machines: [], warnings: [] })
  if (outcomes.length > 0) report.changes.push(...flyChanges(done))
  report.problems.push(...done.problems)
}

const problemOf = (result: GrafanaResult) => ('problem' in result ? [result.problem] : [])

function offerOf(config: Config, { app, destroys, grafana }: Removal): RemovalOffer {
  const objects = grafana ? Object.values(grafana.plan).flat() : []
  const changes = [...objects.filter(isChange), ...(destroys ? [destroys] : [])]
  const untouched = objects.flatMap((one) =>
    isChange(one) || !('problem' in one)
      ? []
      : [{ what: `Grafana: ${one.kind} "${one.name}"`, why: one.problem.message }],
  )
  return {
    app,
    goes: changes.map(({ what, subject, diff }) => ({
      what: subject === app ? `${app}: ${what}` : `Grafana: ${what} "${subject}"`,
      parts: diff === undefined ? [] : diff.split('\n').map((line) => line.replace(/^- /, '')),
    })),
    stays: [
      ...untouched,
      ...(destroys ? [] : [{ what: app, why: 'It does not exist at Fly, or the token cannot see it.' }]),
      ...config.apps.map((main) => ({ what: main.app, why: 'Main apps are never removed.' })),
      ...(grafana
        ? []
        : [
            {
              what: 'Grafana',
              why: 'No Grafana is configured (GRAFANA_URL, GRAFANA_API_KEY): what a deploy has written there stays.',
            },
          ]),
    ],
  }
}

const otherName = (app: string): ActionError =>
  refusal(
    'destroy-other-app',
    `--yes does not have the name of the monitoring app, which is ${app}. Nothing was removed.`,
    `To remove ${app} and its data: --yes ${app}`,
  )

const notAgreed = (app: string): ActionError =>
  refusal(
    'destroy-not-agreed',
    'Nothing was removed: the name of the monitoring app was not typed.',
    `Run again and type ${app}, or use --yes ${app}.`,
  )

const refusal = (code: string, message: string, hint: string): ActionError =>
  new ActionError('configuration', [{ code, severity: 'error', message, hint }])
