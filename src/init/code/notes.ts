import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { machineVariables } from '../build/machine-variables.ts'
import { mainCommand, startedPort } from '../build/start-commands.ts'
import { type Endpoint, initNote, placeText } from '../findings.ts'
import type { GuardAround } from '../routes/guard.ts'
import type { CodeHint } from './code-hint.ts'
import type { OtherEntry } from './other-entry.ts'
import { type MachineVariable, refusalNotes } from './refusal-notes.ts'
import { isSameSwitch } from './switch-defaults.ts'

/** Why the path of a route is not known, as a part of a sentence. */
export const looseRoute = ({ at, path }: CodeHint): string =>
  `${placeText(at)} has ${path} on a router, and what mounts that was not found`

/** What a person should know about what publishes the metrics, or adds the route of a library: whom it answers, and when. */
export function publishedNotes(
  published: CodeHint | undefined,
  { path, hints, chosen }: { path: string; hints: readonly CodeHint[]; chosen: ChosenApp },
): Diagnostic[] {
  const found = published ?? hints.find(({ condition, port }) => condition && port === undefined)
  if (!found) return []
  const one = { ...found, path }
  return [
    ...refusalNotes(one, variablesOf(chosen)),
    ...(one.guard === undefined ? [] : [guardNote(one, one.guard)]),
    ...(one.around ? [aroundNote(one, one.around)] : []),
    ...switchNotes(one, chosen),
    ...otherRoutes(one, hints, chosen.app),
  ]
}

const variablesOf = (app: ChosenApp): MachineVariable[] =>
  [...machineVariables(app)].map(([key, { value }]) => ({ key, value }))

/** A note about an endpoint that a setting turns on, unless its default or the machines do so. */
export function switchNotes({ at, path, condition }: Partial<CodeHint>, app: ChosenApp): Diagnostic[] {
  if (!at || !condition) return []
  const { name, otherwise, variable } = condition
  const set = variablesOf(app).find(({ key }) => isSameSwitch(name, key))
  const value = set?.value ?? otherwise?.value
  const isOn = value !== undefined && !/^(?:false|0|no|off)?$/i.test(value)
  const isReversed = /disable/i.test(name)
  if (value !== undefined && isOn !== isReversed) return []
  if (value === undefined)
    return [
      initNote(
        at.file,
        at,
        `${path} depends on ${quoted(name)} here: without that setting it may not answer.`,
        'Set it for the machines of the app, in `[env]` or as a secret, where it has no default that turns the metrics on.',
      ),
    ]
  const why = set
    ? 'for the machines of'
    : `by default (${placeText(otherwise?.at ?? at)}), and nothing here sets it for`
  return [
    initNote(
      at.file,
      at,
      `${path} depends on ${quoted(name)} here, which is ${quoted(value)} ${why} ${app.app}: it does not answer.`,
      `Set ${variable ?? set?.key ?? 'it'} to "${isReversed ? 'false' : 'true'}" in \`[env]\`, if no secret of the app does so.`,
    ),
  ]
}

/** What a person should know about a server that is started on another port than the one that Fly's proxy asks. */
export const portNotes = ({ port }: Endpoint, facts: ChosenApp['facts']): Diagnostic[] =>
  facts.ports.length === 0 || facts.ports.includes(port) || startedPort(facts) !== port
    ? []
    : [
        initNote(
          facts.file,
          { line: 1, column: 1 },
          `The port of its service is ${facts.ports[0]}, but its command starts the server on port ${port}. The draft has ${port}.`,
          "Give both the same port: Fly's proxy reaches nothing on another one.",
        ),
      ]

/** A route in a package that several programs use may be served by one of them on another port. */
export const sharedNote = ({ at, path, port }: Endpoint, { app }: ChosenApp): Diagnostic =>
  initNote(
    at.file,
    at,
    `${path} is in a package that ${app} shares with other programs: it is taken to answer on port ${port} of this app.`,
    'Correct the port, or remove the service, if this app serves it elsewhere or not at all.',
  )

/** A note about a route that another program of the same code has. */
export function notLoadedNotes(
  { at, path }: Endpoint,
  { app, facts }: ChosenApp,
  otherEntry: OtherEntry,
): Diagnostic[] {
  const entry = otherEntry(at.file)
  if (entry === undefined) return []
  const command = mainCommand(facts).trim()
  const whose = entry === at.file ? 'has an app of its own' : `${entry} loads`
  const message = `${path} is in this file, which ${whose}, and which what ${app} starts (${command}) was not seen to load.`
  const hint = `If ${app} is to run ${entry}, give it that command in [processes] of ${facts.file}; else remove the service.`
  return [initNote(at.file, at, message, hint)]
}

/** A note about an app whose machines start something that is not here. */
export const absentNote = ({ app, facts: { file } }: ChosenApp, modules: string): Diagnostic =>
  initNote(
    file,
    { line: 1, column: 1 },
    `${app} starts ${modules}, which is not in this repository, so it is not known whether and where it publishes metrics.`,
    'Correct the command; or fill in the port and the path, in a service of this app.',
  )

/** A note about what is in front of a route. */
const aroundNote = ({ at, path }: CodeHint, { name, file, line, isHost }: GuardAround): Diagnostic =>
  isHost
    ? initNote(
        file,
        { line, column: 1 },
        `${quoted(name)} refuses requests for hosts that are not in its list: of ${path} (${placeText(at)}) as well, as far as the code says it. Prometheus asks each machine by its address, such as \`[fdaa::3]:8080\`.`,
        `Let it pass ${path} for any host, or publish the metrics on a port that only the private network reaches.`,
      )
    : initNote(
        file,
        { line, column: 1 },
        `${quoted(name)} is in front of ${path} (${placeText(at)}), and refuses requests without credentials, as far as the code says it.`,
        `Let it pass ${path}, or publish the metrics on a port that only the private network reaches; or give the service \`authorization\` or \`basic_auth\`.`,
      )

/** A note about a route that answers only whom it knows. */
const guardNote = ({ at, path }: CodeHint, guard: string): Diagnostic =>
  initNote(
    at.file,
    at,
    `${path} has ${quoted(guard)} in front of it: a scrape without credentials may be refused.`,
    'Publish the metrics without it on a port that only the private network reaches, or give the service `authorization` or `basic_auth`.',
  )

/** Routes that answer with metrics besides the one in the draft: one port of an app is one service there. */
function otherRoutes(route: CodeHint, hints: readonly CodeHint[], app: string): Diagnostic[] {
  const others = hints.filter(
    ({ path, answer, isLoose, isRoute }) =>
      isRoute && !isLoose && path !== route.path && answer !== undefined && answer !== route.answer,
  )
  const [first] = others
  if (!first) return []
  const names = [...new Set(others.map(({ at, path }) => `${path} (${placeText(at)})`))]
  const [answer, they] = names.length === 1 ? ['answers', 'it has'] : ['answer', 'they have']
  const message = `${few(names)} ${answer} with metrics of ${app} as well. The draft has only ${route.path}.`
  const hint = `If ${they} metrics that ${route.path} has not, let that route answer with all of them: a port is scraped on one path.`
  return [initNote(first.at.file, first.at, message, hint)]
}
