import type { Flyctl } from '../../clients/flyctl/client.ts'
import * as fly from '../../clients/flyctl/commands.ts'
import type { MonitoringApp } from '../../desired/monitoring-app.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { Machine } from '../../model/fly.ts'
import { hasCode, problemsOf, sharpenRefusal } from './refusals.ts'
import type { FlyState } from './state.ts'

/** The state of the monitoring app, with all fields of its machines. */
export type ObservedMonitoring = FlyState & { machines: readonly Machine[] }

/** Reads the current state of the monitoring app; undefined when the app does not exist. */
export async function observeMonitoring(
  desired: MonitoringApp,
  flyctl: Flyctl,
): Promise<ObservedMonitoring | undefined> {
  const machines = await machinesIfExisting(desired.app, flyctl)
  if (!machines) return undefined
  // Without a machine nothing is recorded that the secrets could be compared with.
  const compare = machines.length > 0 && desired.secrets.length > 0
  const [volumes, secrets] = await Promise.all([
    fly.listVolumes(flyctl, desired.app),
    compare ? fly.listSecrets(flyctl, desired.app) : undefined,
  ])
  // Volumes without a machine are safe to remove only if none ever had one.
  const isUnclear = machines.length === 0 && volumes.length > 1
  const releases = isUnclear ? await fly.listReleases(flyctl, desired.app) : undefined
  return {
    machines,
    volumes,
    readAt: Date.now(),
    ...(secrets && { secrets }),
    ...(releases && { wasDeployed: releases.some(({ status }) => status === 'complete') }),
  }
}

/** The same state with the app's addresses, which cost one more start of flyctl. */
export async function observeAddresses(
  state: ObservedMonitoring,
  { app }: MonitoringApp,
  flyctl: Flyctl,
): Promise<ObservedMonitoring> {
  return { ...state, addresses: await fly.listAddresses(flyctl, app) }
}

/** The machines of an app; undefined when it does not exist, or when this token cannot see it. */
export async function machinesIfExisting(app: string, flyctl: Flyctl): Promise<Machine[] | undefined> {
  try {
    return await fly.listMachines(flyctl, app)
  } catch (error) {
    const why = await sharpenRefusal(error, app, flyctl)
    if (hasCode(why, 'fly-app-missing')) return undefined
    throw why
  }
}

/** The current state of an app at Fly. */
export interface ObservedApp {
  app: string
  /** Empty when they could not be read. */
  machines: readonly Machine[]
  problems: readonly Diagnostic[]
}

/** Reads the machines of an app that this run does not deploy. A refusal by Fly is returned as a problem, never thrown. */
export async function observeApp(app: string, flyctl: Flyctl): Promise<ObservedApp> {
  try {
    return { app, machines: await fly.listMachines(flyctl, app), problems: [] }
  } catch (error) {
    return { app, machines: [], problems: problemsOf(await sharpenRefusal(error, app, flyctl)) }
  }
}
