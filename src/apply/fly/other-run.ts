import * as fly from '../../clients/flyctl/commands.ts'
import type { FlyContext } from './run-changes.ts'

/**
 * The app appeared between the plan and its creation. Fly creates an app for one caller only, so another run is at work,
 * or flyctl repeated its own request after a lost answer. The plan no longer describes what is missing.
 */
export class AppAppeared extends Error {
  override readonly name = 'AppAppeared'
}

const POLL_MS = 1_000

/** A run that has created the app creates its volume within so many polls. */
const SIGN_POLLS = 8

/** A run that works on the first deploy has a machine within so many polls: it may build an image first. */
const MACHINE_POLLS = 240

/**
 * Waits for the first machine of another run, so that there is only one. Returns without it when nothing shows that
 * another run is at work, or when that takes too long.
 */
export async function waitForOtherRun(app: string, ctx: FlyContext): Promise<void> {
  const what = `the first machine of app ${app}, which another run has created`
  await ctx.activities.during(what, () => firstMachine(app, ctx), MACHINE_POLLS * POLL_MS)
}

async function firstMachine(app: string, { flyctl, log, until }: FlyContext): Promise<void> {
  let isAtWork = false
  for (let polls = 1; polls <= (isAtWork ? MACHINE_POLLS : SIGN_POLLS); polls++) {
    if ((await fly.listMachines(flyctl, app)).length > 0 || Date.now() + POLL_MS >= until) return
    if (!isAtWork && (await fly.listVolumes(flyctl, app)).length > 0) {
      isAtWork = true
      log.info(`${app}: another run has created the app and is at work on it. Waiting for its machine.`)
    }
    await flyctl.pause(POLL_MS)
  }
}
