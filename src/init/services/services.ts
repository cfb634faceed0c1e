import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { heldAsScraped } from '../code/against-code.ts'
import { appCodes } from '../code/app-code.ts'
import { codeEndpoints } from '../code/endpoint.ts'
import { ofTargets, ownLabelNotes } from '../code/own-labels.ts'
import type { MetricsEvidence } from '../evidence.ts'
import { type Endpoint, type FoundService, initNote, isAppName, lossNote } from '../findings.ts'
import { stageLabelNotes } from '../scrapers/compose-targets.ts'
import { intervalOption } from '../scrapers/intervals.ts'
import type { ScannedTarget } from '../scrapers/scan-prometheus.ts'
import { endpointsOf } from './app-endpoints.ts'
import { type NearEvidence, nearEvidence } from './near-evidence.ts'
import { outsideTargets } from './static-services.ts'
import { appOf, isThisMachine, type TargetApp } from './target-app.ts'
import { type TeamServer, teamServer } from './team-servers.ts'

export interface ServiceChoice {
  services: FoundService[]
  /** Apps that only a Prometheus names. */
  scraped: string[]
  /** Targets that no service stands for. */
  lost: readonly ScannedTarget[]
  notes: Diagnostic[]
  /** Apps with a library for metrics, whose endpoint is not known. */
  unclear: string[]
  /** What the apps without a service are. */
  servers: ReadonlyMap<string, TeamServer>
  /** What may be about their metrics. */
  near: ReadonlyMap<string, NearEvidence>
}

/**
 * The services of the apps, each from the strongest evidence that there is: what scrapes it today, what its Fly configuration
 * says, what scrapes it in Docker Compose, what its code does. Without any, the port of the first app is left open.
 */
export function chooseServices(apps: readonly ChosenApp[], evidence: MetricsEvidence): ServiceChoice {
  const notes: Diagnostic[] = []
  const unclear: string[] = []
  const context = { ...evidence, apps, codes: appCodes(apps, evidence) }
  const found = evidence.targets.map((target) => ({ target, app: appOf(target, context) }))
  const scraped = [...new Set(found.flatMap(({ app }) => (app?.isKnown === false ? app.name : [])))]
  const outside = outsideTargets(
    found.flatMap(({ target, app }) => (app ? [] : [target])),
    { exists: evidence.exists, stages: stagesOf(apps) },
  )
  notes.push(...outside.notes)
  notes.push(...sameApp(found))
  notes.push(...stageLabelNotes(found.flatMap(({ target, app }) => (app?.isFly === false ? target : []))))
  const onFly = [...apps.map(({ app }) => app), ...scraped].flatMap((app) => {
    const chosen = apps.find((one) => one.app === app)
    const targets = found.flatMap((one) => (one.app?.name === app ? { ...one, ...one.app } : []))
    const [scraping, local] = [true, false].map((isFly) =>
      targets.filter((one) => one.isFly === isFly).map(({ target }) => target),
    )
    const onlyScraped = (scraping ?? []).flatMap((one) => fromTarget(one, chosen, notes))
    if (!chosen) return onlyScraped.map((endpoint) => serviceOf(app, endpoint))
    const code = codeEndpoints(chosen, context.codes, context)
    const held = onlyScraped.map((endpoint) => heldAsScraped(endpoint, code, chosen))
    notes.push(...held.flatMap(({ note }) => note ?? []))
    const endpoints = [
      ...held.map(({ endpoint }) => endpoint),
      ...endpointsOf(
        chosen,
        (local ?? []).map((target) => named(target, app)),
        { ...{ context, notes, unclear, code }, scraped: scraping ?? [] },
      ),
    ]
    const own = ofTargets(endpoints, code.labels)
    notes.push(...ownLabelNotes(own, app))
    return endpoints.map((endpoint) => ({ ...serviceOf(app, endpoint), ownLabels: own }))
  })
  const services = [...onFly, ...outside.services]
  const variables = new Set(services.map(({ options }) => secretVariable(options)))
  for (const { secret, options } of evidence.targets)
    if (secret && variables.has(secretVariable(options))) notes.push(secret)
  const without = apps.filter(({ app }) => services.every((one) => one.app !== app))
  const servers = new Map(without.map((one) => [one.app, teamServer(one, context.codes, evidence)] as const))
  const serving = apps.filter((one) => !without.includes(one) || unclear.includes(one.app))
  const near = nearEvidence(without, { codes: context.codes, evidence, serving, servers })
  return { services, scraped, lost: outside.lost, notes: [...new Set(notes)], unclear, servers, near }
}

/** A note for each job of another network in which several hosts are taken for one app: they may be apps of their own. */
function sameApp(found: readonly { target: ScannedTarget; app: TargetApp | undefined }[]): Diagnostic[] {
  const near = found.flatMap(({ target, app }) =>
    app?.isFly === false && !isThisMachine(target.host) ? [{ target, app: app.name }] : [],
  )
  const groups = Map.groupBy(near, ({ target: { file, job, port, path }, app }) =>
    JSON.stringify([file, job, port, path, app]),
  )
  return [...groups.values()].flatMap((all) => {
    const hosts = [...new Map(all.map((one) => [one.target.host, one.target])).values()]
    const [first, second] = hosts
    if (!first || !second) return []
    const names = few(hosts.map(({ address }) => quoted(address)))
    const message = `${names} of job ${quoted(first.job)} are all taken for ${all[0]?.app}: the draft scrapes every machine of that one app.`
    const hint = 'If they are apps of their own on Fly, add each of them to `apps`, with a service.'
    return lossNote(second.file, second.at, message, hint)
  })
}

/** The app of the draft that each stage is one of. */
const stagesOf = (apps: readonly ChosenApp[]): Map<string, string> =>
  new Map(apps.flatMap(({ app, stages }) => stages.map((stage): [string, string] => [stage.app, app])))

/** The environment variable that a scrape takes its secret from. */
const secretVariable = (options: Endpoint['options']): string | undefined =>
  options?.authorization?.credentials_env ?? options?.basic_auth?.password_env

const serviceOf = (app: string, { name, why, ...endpoint }: Endpoint): FoundService => ({
  ...endpoint,
  app,
  // `app` is what flyctl calls the process group of an app that names none.
  name: name ?? (endpoint.process === 'app' ? app : (endpoint.process ?? app)),
  ...(why !== undefined && { comment: ` Evidence: ${why}.` }),
})

/** A job with the name of the app keeps it, whatever its labels are: rules ask for the job. */
const named = (target: ScannedTarget, app: string): ScannedTarget =>
  target.job === app ? { ...target, name: app } : target

/** The endpoint of a target on Fly. Fly's proxy chooses a machine: instead of it, the machines are scraped. */
function fromTarget(target: ScannedTarget, app: ChosenApp | undefined, notes: Diagnostic[]): Endpoint[] {
  const { file, at, name, path, process, every } = target
  const options = { ...intervalOption(every), ...target.options }
  const port = target.port ?? app?.facts.ports[0]
  const add = (message: string, hint: string) => void notes.push(initNote(file, at, message, hint))
  if (port === undefined) {
    // The code of the app may say it.
    if (app) return []
    const message = `${quoted(target.address)} is not taken over: the port of the app is not known.`
    notes.push(lossNote(file, at, message, 'Add a service for it.'))
    return []
  }
  if (target.port === undefined)
    add(
      `${quoted(target.address)} reaches one machine that Fly's proxy chooses.`,
      `The draft scrapes every machine on port ${port} of the private network instead.`,
    )
  else if (app && target.app !== app.app && isAppName(target.app))
    add(
      `Prometheus scrapes ${target.app}.internal, but the app is ${app.app}: the name cannot be resolved.`,
      `The new configuration scrapes ${app.app} instead.`,
    )
  return [{ name, port, path, options, ...(process !== undefined && { process }), at: { file, ...at } }]
}
