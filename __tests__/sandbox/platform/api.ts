import { withPrefix } from './errors.ts'
import { queries } from './queries.ts'
import { flaps, flapsApp, flapsError, graphql, graphqlApp, type Session } from './session.ts'
import type { App, Machine, Org } from './state.ts'

/** `GetAppCompact`: the app, or a quoted query and `Could not find App`. */
export function appCompact(session: Session, name: string): Promise<App> {
  return graphql(session, { op: 'app', query: queries.appCompact }, () => graphqlApp(session, name))
}

/** `GetAppBasic`, the look before volumes are touched. */
export function appBasic(session: Session, name: string): Promise<App> {
  return graphql(session, { op: 'app', query: queries.appBasic }, () => graphqlApp(session, name))
}

/** `GetApp` of the machines API. */
export function flapsGetApp(session: Session, name: string): Promise<App> {
  return flaps(session, { method: 'GET', path: `/v1/apps/${name}` }, () => flapsApp(session, name, 'read'))
}

/** All machines of the app; `doing` starts the message of a failure. */
export function listMachines(
  session: Session,
  name: string,
  doing = 'failed to list VMs',
): Promise<readonly Machine[]> {
  const list = flaps(session, { method: 'GET', path: `/v1/apps/${name}/machines` }, () => [
    ...flapsApp(session, name, 'read').machines,
  ])
  return withPrefix(doing, list)
}

/** One machine, or `machine not found`. */
export function getMachine(session: Session, name: string, id: string): Promise<Machine> {
  const get = flaps(session, { method: 'GET', path: `/v1/apps/${name}/machines/${id}` }, () =>
    machineOf(session, flapsApp(session, name, 'read'), id),
  )
  return withPrefix(`failed to get VM ${id}`, get)
}

export function machineOf(session: Session, app: App, id: string): Machine {
  const machine = [...app.machines, ...app.gone].find((known) => known.id === id)
  if (machine === undefined) throw flapsError(session, 404, { error: 'machine not found' })
  return machine
}

/** The organisation of an app. */
export function orgOf(session: Session, app: App): Org {
  const org = session.platform.state.orgs.find(({ slug }) => slug === app.org)
  return org ?? { id: '', number: '', slug: app.org, name: app.org, personal: false }
}
