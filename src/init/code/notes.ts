import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { startedPort } from '../build/start-commands.ts'
import { type Endpoint, initNote, placeText } from '../findings.ts'
import type { GuardAround } from '../routes/guards-around.ts'
import { type MachineVariable, refusalNotes } from './refusal-notes.ts'
import type { CodeHint } from './scan-code.ts'

/** Why the path of a route is not known, as a part of a sentence. */
export const looseRoute = ({ at, path }: CodeHint): string =>
  `${placeText(at)} has ${path} on a router, and what mounts that was not found`

/** What a person should know about a route: whom it answers, and when. */
export const routeNotes = (route: CodeHint, env: readonly MachineVariable[]): Diagnostic[] => [
  ...refusalNotes(route, env),
  ...(route.guard === undefined ? [] : [guardNote(route, route.guard)]),
  ...(route.around ? [aroundNote(route, route.around)] : []),
  ...(route.condition === undefined || env.some(({ key }) => isNamed(route.condition, key))
    ? []
    : [conditionNote(route, route.condition)]),
]

const isNamed = (setting: string | undefined, key: string): boolean =>
  setting?.split('.').at(-1)?.replaceAll('_', '').toUpperCase() === key.replaceAll('_', '')

const conditionNote = ({ at, path }: CodeHint, condition: string): Diagnostic =>
  initNote(
    at.file,
    at,
    `${path} depends on ${quoted(condition)} here: without that setting it may not answer.`,
    'Set it for the machines of the app, in `[env]` or as a secret, where it has no default that turns the metrics on.',
  )

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

/** A note about an app whose machines start something that is not here. */
export const absentNote = ({ app, facts: { file } }: ChosenApp, modules: string): Diagnostic =>
  initNote(
    file,
    { line: 1, column: 1 },
    `${app} starts ${modules}, which is not in this repository, so it is not known whether and where it publishes metrics.`,
    'Correct the command; or fill in the port and the path, in a service of this app.',
  )

/** A note about a middleware in front of all routes. */
const aroundNote = ({ at, path }: CodeHint, { name, file, line }: GuardAround): Diagnostic =>
  initNote(
    file,
    { line, column: 1 },
    `${quoted(name)} is in front of all routes here, and refuses requests without credentials: of ${path} (${placeText(at)}) as well, as far as the code says it.`,
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
export function otherRoutes(route: CodeHint, hints: readonly CodeHint[], app: string): Diagnostic[] {
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
