import { appCompact, flapsGetApp, listMachines, orgOf } from '../api.ts'
import { appJson } from '../appJson.ts'
import { appName } from '../context.ts'
import { FlyError, withPrefix } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import { queries } from '../queries.ts'
import { json, releaseJson, statusJson } from '../render.ts'
import { flaps, flapsError, graphql, graphqlApp } from '../session.ts'
import { addApp } from '../state.ts'
import { mayCreate } from '../tokens.ts'
import { chosenOrg } from './account.ts'
import type { Command } from './command.ts'

const TAKEN = 'Validation failed: Name has already been taken'
const TAKEN_HINT =
  'App names are unique across all of Fly.io, not just your organization, so this name may be held by an app you cannot see. Try a different name.'

export const appsCreate: Command = {
  flags: flagSpecs('org,o name generate-name! network save! json,j! yes,y!'),
  session: true,
  readsConfig: false,
  async run({ session, args, out }) {
    const { state } = session.platform
    const name = args.positional[0] ?? args.text('name')
    if (name === undefined) {
      throw new FlyError('name argument or flag must be specified when not running interactively')
    }
    const org = await chosenOrg(session, args.text('org'))
    try {
      await flaps(session, { method: 'POST', path: '/v1/apps' }, () => {
        if (!mayCreate(session.identity, org.slug)) throw flapsError(session, 403, { error: 'unauthorized' })
        if (!/^[a-z0-9-]+$/.test(name)) {
          const error = 'Validation failed: Name may only contain lowercase letters, numbers and dashes'
          throw flapsError(session, 422, { error })
        }
        if (state.apps.has(name)) throw flapsError(session, 422, { error: TAKEN })
        addApp(state, { name, org: org.slug })
      })
    } catch (error) {
      if (!(error instanceof FlyError) || error.message !== TAKEN) throw error
      const { requestId = '' } = error
      throw new FlyError(TAKEN, { requestId, suggestion: TAKEN_HINT })
    }
    await flapsGetApp(session, name)
    const app = await graphql(session, { op: 'app', query: queries.appFull }, () => graphqlApp(session, name))
    out(args.bool('json', false) ? json(appJson(app, org)) : `New app created: ${name}\n`)
  },
}

export const appsDestroy: Command = {
  flags: flagSpecs('yes,y!'),
  session: true,
  readsConfig: false,
  async run({ session, args, out, err }) {
    if (!args.bool('yes', false)) {
      err('Destroying an app is not reversible.\n')
      throw new FlyError('yes flag must be specified when not running interactively')
    }
    const { state, host } = session.platform
    for (const name of args.positional) {
      const app = await graphql(session, { op: 'app', query: queries.appFull }, () =>
        graphqlApp(session, name),
      )
      for (let asked = 0; asked < 2; asked++)
        await graphql(session, { op: 'organization', query: queries.organizations }, () => undefined)
      await flaps(session, { method: 'DELETE', path: `/v1/apps/${name}` }, async () => {
        if (!mayCreate(session.identity, app.org)) throw flapsError(session, 403, { error: 'unauthorized' })
        for (const machine of [...app.machines]) await host.destroy(app, machine)
        state.apps.delete(name)
      })
      out(`Destroyed app ${name}\n`)
    }
  },
}

export const status: Command = {
  flags: flagSpecs('app,a config,c json,j! all! deployment! watch! rate'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    const name = appName(context)
    const app = await withPrefix('failed to get app', appCompact(session, name))
    if (!args.bool('json', false)) throw new FlyError("the sandbox's flyctl knows status only with --json")
    const machines = await listMachines(session, name, 'failed to list active VMs')
    await graphql(session, { op: 'app', query: queries.currentRelease }, () => undefined)
    out(
      json(
        statusJson(
          app,
          orgOf(session, app),
          [...machines].sort((a, b) => (a.id > b.id ? -1 : 1)),
        ),
      ),
    )
  },
}

export const releases: Command = {
  flags: flagSpecs('app,a config,c json,j! image!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, args, out } = context
    if (!args.bool('json', false)) throw new FlyError("the sandbox's flyctl knows releases only with --json")
    const name = appName(context)
    const list = graphql(
      session,
      { op: 'app', query: queries.releases },
      () => graphqlApp(session, name).releases,
    )
    const found = await withPrefix(`failed retrieving app releases ${name}`, list)
    out(json([...found].reverse().slice(0, 25).map(releaseJson)))
  },
}
