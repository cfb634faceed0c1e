import { flapsGetApp, listMachines } from '../api.ts'
import type { Command } from '../commands/command.ts'
import { listVolumes } from '../commands/volumes.ts'
import { appName, type Context } from '../context.ts'
import { FlyError, Stopped, withPrefix, wrapped } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import type { FlyToml } from '../flyToml.ts'
import { processNames } from '../processGroups.ts'
import { queries } from '../queries.ts'
import { compactJson } from '../render.ts'
import { appUrl } from '../services.ts'
import { graphql, graphqlApp, hooked } from '../session.ts'
import type { App, Machine, Volume } from '../state.ts'
import type { LoadedConfig } from '../tomlRead.ts'
import { validate } from '../tomlValidate.ts'
import { type Deployment, groupOf } from './deployment.ts'
import { announceGroups } from './groups.ts'
import { type DeployImage, determineImage } from './image.ts'
import {
  applyFlags,
  type DeployOptions,
  deployOptions,
  machineFiles,
  secretWarnings,
  timeoutsNote,
  withStrategy,
} from './options.ts'
import { checkVolumes, provision } from './provision.ts'
import { createRelease, updateRelease } from './release.ts'
import { runReleaseCommand } from './releaseCommand.ts'
import { launchGroups } from './spawn.ts'
import { updateMachines } from './update.ts'

const FLAGS = flagSpecs(`
  app,a config,c image,i yes,y! now! remote-only! local-only! push! wg! https-failover! detach! strategy dockerfile
  ignorefile image-label build-arg* build-secret* build-target build-context-warn-size no-cache! depot=true depot-scope
  nixpacks! buildkit! build-only! recreate-builder! env,e* wait-timeout release-command-timeout lease-timeout
  force-machines! ha! smoke-checks! dns-checks! max-unavailable no-public-ips! flycast! file-local* file-literal*
  file-secret* primary-region regions* exclude-regions* only-machines* exclude-machines* process-groups* label*
  max-concurrent volume-initial-size signal,s deploy-retries compression compression-level update-only!
  skip-release-command! vm-size vm-cpus vm-cpu-kind vm-memory buildpacks-docker-host buildpacks-volume*
  host-dedication-id export-manifest`)

/** What the stand-in does not do; better said than pretended. */
const UNSUPPORTED = ['export-manifest', 'regions', 'exclude-regions', 'exclude-machines', 'deploy-retries']

export const deploy: Command = {
  flags: FLAGS,
  session: true,
  readsConfig: true,
  directoryArgument: true,
  run: (context) => hooked(context.session, () => run(context)),
}

async function run(context: Context): Promise<void> {
  const { session, args, out, err } = context
  const unsupported = UNSUPPORTED.find((flag) => args.has(flag))
  if (unsupported !== undefined)
    throw new FlyError(`the sandbox's flyctl does not know deploy --${unsupported}`)
  const name = appName(context)
  err('==> Verifying app config\n')
  const loaded = await loadedConfig(context, name)
  const config = applyFlags(args, loaded.config, name)
  const { text, valid } = validate({ ...loaded, config })
  out(text)
  if (!valid) throw new FlyError('App configuration is not valid')
  err('--> Verified app config\n')

  const app = await flapsGetApp(session, name)
  err(secretWarnings(config))
  const image = await determineImage(context, app, config)
  if (args.bool('build-only', false)) return
  out(`\nWatch your deployment at https://fly.io/apps/${name}/monitoring\n\n`)
  const options = deployOptions(args, config)
  const deployment = await prepare(context, { app, image, loaded: { ...loaded, config }, options })
  await carryOut(deployment)
  out(farewell(options, config, name))
}

/** Everything up to the release row: files, machines, volumes, addresses. */
async function prepare(
  context: Context,
  {
    app,
    image,
    loaded,
    options,
  }: { app: App; image: DeployImage; loaded: LoadedConfig; options: DeployOptions },
): Promise<Deployment> {
  const { session, args, out } = context
  const config = withStrategy(loaded.config, args.text('strategy'))
  const files = await machineFiles(context, config)
  const { text, valid } = validate({ ...loaded, config })
  if (!valid) {
    context.err(text)
    throw new FlyError('App configuration is not valid')
  }
  out(timeoutsNote(options))
  const strategy = config.deploy?.strategy || 'rolling'
  if (strategy !== 'rolling' && strategy !== 'immediate') {
    throw new FlyError(`the sandbox's flyctl does not know the strategy ${strategy}`)
  }
  const machines = await activeMachines(context, app.name)
  const first = !app.deployed && machines.length === 0
  const volumes: Volume[] =
    (config.mounts ?? []).length === 0
      ? []
      : (await withPrefix('Error fetching application volumes', listVolumes(session, app.name))).filter(
          ({ attachedTo }) => attachedTo === undefined,
        )
  if (first) await provision(context, app, { config, options, volumes })
  checkVolumes(context, config, { groups: deployedGroups(context, config), machines, volumes })
  const release = await createRelease(session, app.name, { imageRef: image.ref, definition: config })
  await graphql(session, { op: 'app', query: queries.egressIpAddresses }, () => undefined).catch(
    unlessStopped,
  )
  const shipment = { config, image: image.ref, files, release }
  return { context, app, options, image, shipment, release, strategy, first, machines, volumes }
}

/** A release command's machine does not count, and is in nobody's way. */
async function activeMachines({ session, args }: Context, name: string): Promise<readonly Machine[]> {
  const all = await listMachines(session, name, 'failed to list VMs even after retries')
  const only = listed(args, 'only-machines')
  const groups = listed(args, 'process-groups')
  const machines = all.filter(
    (machine) =>
      groupOf(machine) !== 'fly_app_release_command' &&
      (only.length === 0 || only.includes(machine.id)) &&
      (groups.length === 0 || groups.includes(groupOf(machine))),
  )
  if (machines.length === 0) await listMachines(session, name, 'failed to list active VMs')
  return machines
}

const listed = (args: Context['args'], flag: string): string[] =>
  args.list(flag).flatMap((names) => names.split(','))

/** The process groups of the configuration, or those of them that are asked for. */
function deployedGroups({ args }: Context, config: FlyToml): string[] {
  const asked = listed(args, 'process-groups')
  return processNames(config).filter((name) => asked.length === 0 || asked.includes(name))
}

async function carryOut(deployment: Deployment): Promise<void> {
  const { context, release, image } = deployment
  const { session, out } = context
  try {
    await updateRelease(session, release, { status: 'running' })
  } catch (error) {
    throw wrapped("failed to set release status to 'running'", error)
  }
  try {
    await changeMachines(deployment)
  } catch (error) {
    if (error instanceof Stopped) {
      // The last request of an interrupted flyctl has a second of its own.
      if (error.kind === 'interrupted') release.status = 'interrupted'
      throw error
    }
    const message = error instanceof Error ? error.message : String(error)
    await updateRelease(session, release, { status: 'failed', error: message }).catch(unlessStopped)
    throw error
  }
  await updateRelease(session, release, { status: 'complete' }).catch(unlessStopped)
  if (session.terminal.env.FLY_EMIT_RELEASE_JSON) {
    out(compactJson({ id: release.id, version: release.version, image_ref: image.ref }))
  }
}

async function changeMachines(deployment: Deployment): Promise<void> {
  const { context, shipment, machines, options } = deployment
  await runReleaseCommand(deployment)
  const groups = deployedGroups(context, shipment.config)
  const going = machines.filter((machine) => !groups.includes(groupOf(machine)))
  const needed = groups.filter((group) => !machines.some((machine) => groupOf(machine) === group))
  announceGroups(deployment, { going, needed })
  for (const machine of going) {
    context.out(
      `machine ${machine.id} was found and is currently in ${machine.state} state, attempting to destroy...\n`,
    )
    await context.session.platform.host.destroy(deployment.app, machine)
  }
  if (!options.updateOnly) await launchGroups(deployment, needed)
  await updateMachines({ ...deployment, machines: machines.filter((machine) => !going.includes(machine)) })
}

/** The fly.toml, or the configuration of the last release. */
async function loadedConfig(context: Context, name: string): Promise<LoadedConfig> {
  if (context.config !== undefined) return context.config
  const { session } = context
  const remote = graphql(
    session,
    { op: 'app', query: queries.config },
    () => graphqlApp(session, name).definition,
  )
  const definition = await remote.catch(unlessStopped)
  if (definition !== undefined) {
    return {
      path: '--config path unset--',
      config: definition,
      table: {},
      problem: undefined,
      rewritten: true,
    }
  }
  await withPrefix(`error listing active machines for ${name} app`, listMachines(session, name))
  throw new FlyError(
    'failed to grab app config from existing machines, error: could not create a fly.toml from any machines :-(\nNo machines configured for this app',
  )
}

function farewell(options: DeployOptions, config: FlyToml, name: string): string {
  if (options.addresses === 'private') {
    return `\nYour your newly deployed app is available in the organizations' private network under http://${name}.flycast\n`
  }
  if (options.addresses === 'none')
    return '\nYour app is deployed but does not have a public or private IP address\n'
  const url = appUrl(config, name)
  return url === undefined ? '' : `\nVisit your newly deployed app at ${url}\n\n`
}

const unlessStopped = (error: unknown): undefined => {
  if (error instanceof Stopped) throw error
  return undefined
}
