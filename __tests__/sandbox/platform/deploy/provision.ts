import { addIp } from '../commands/ips.ts'
import { createVolume } from '../commands/volumes.ts'
import type { Context } from '../context.ts'
import { FlyError, withPrefix } from '../errors.ts'
import type { FlyToml } from '../flyToml.ts'
import { flatten, processNames } from '../processGroups.ts'
import { needsDedicatedIp, servicesOf } from '../services.ts'
import { flaps, flapsApp } from '../session.ts'
import type { App, Ip, Machine, Volume } from '../state.ts'
import { parseSizeGb } from '../tomlValidate.ts'
import { groupOf } from './deployment.ts'
import type { DeployOptions } from './options.ts'

/** What a first deploy makes before its release: addresses, then volumes. */
export async function provision(
  context: Context,
  app: App,
  wish: { config: FlyToml; options: DeployOptions; volumes: Volume[] },
): Promise<void> {
  try {
    await provisionAddresses(context, app, wish)
  } catch (error) {
    if (!(error instanceof FlyError)) throw error
    context.err(
      `Failed to provision IP addresses. Use \`fly ips\` commands to remediate it. ERROR: ${error.message}`,
    )
  }
  await withPrefix('failed to provision seed volumes', provisionVolumes(context, app, wish))
}

async function provisionAddresses(
  context: Context,
  app: App,
  { config, options }: { config: FlyToml; options: DeployOptions },
): Promise<void> {
  if (servicesOf(config).length === 0 || options.addresses === 'none') return
  const { session, out } = context
  const path = `/v1/apps/${app.name}/ip_assignments`
  const known = await flaps(
    session,
    { method: 'GET', path },
    () => flapsApp(session, app.name, 'read').ips.length,
  )
  if (known > 0) return
  const assign = (type: Ip['type']): Promise<Ip> =>
    flaps(session, { method: 'POST', path }, () => addIp(session, flapsApp(session, app.name, 'write'), type))
  if (options.addresses === 'private') {
    out(`Provisioning ip address for ${app.name}\n`)
    out(`  Private ipv6: ${(await assign('private_v6')).address}\n`)
  } else if (!needsDedicatedIp(config)) {
    out(`Provisioning ips for ${app.name}\n`)
    out(`  Dedicated ipv6: ${(await assign('v6')).address}\n`)
    out(`  Shared ipv4: ${(await assign('shared_v4')).address}\n`)
    out('  Add a dedicated ipv4 with: fly ips allocate-v4\n')
  }
  // For dedicated addresses flyctl asks; without a terminal it gets no answer and goes on without (measured).
  out('\n')
}

async function provisionVolumes(
  { session, out }: Context,
  app: App,
  { config, options, volumes }: { config: FlyToml; options: DeployOptions; volumes: Volume[] },
): Promise<void> {
  const spare = new Map<string, number>()
  for (const { name } of volumes) spare.set(name, (spare.get(name) ?? 0) + 1)
  for (const group of processNames(config)) {
    for (const mount of flatten(config, group).mounts ?? []) {
      const source = mount.source ?? ''
      const left = spare.get(source) ?? 0
      spare.set(source, left - 1)
      if (left > 0) continue
      const sizeGb = (mount.initial_size && parseSizeGb(mount.initial_size)) || (options.volumeSizeGb ?? 1)
      out(
        `Creating a ${sizeGb} GB volume named '${source}' for process group '${group}'. Use 'fly vol extend' to increase its size\n`,
      )
      volumes.push(
        await createVolume(session, app.name, {
          name: source,
          region: config.primary_region ?? 'iad',
          sizeGb,
          encrypted: true,
          snapshotRetention: mount.snapshot_retention ?? 5,
          autoBackup: mount.scheduled_snapshots ?? true,
        }),
      )
    }
  }
}

/** Volumes and configuration must fit before a release is made. */
export function checkVolumes(
  context: Context,
  config: FlyToml,
  has: { groups: readonly string[]; machines: readonly Machine[]; volumes: readonly Volume[] },
): void {
  for (const group of has.groups) {
    const [mount] = flatten(config, group).mounts ?? []
    const machines = has.machines.filter((machine) => groupOf(machine) === group)
    if (machines.length > 0) {
      for (const machine of machines) checkMachine(context, machine, { group, source: mount?.source })
    } else if (mount !== undefined && !has.volumes.some(({ name }) => name === mount.source)) {
      throw new FlyError(
        `creating a new machine in group '${group}' requires an unattached '${mount.source}' volume. Create it with \`fly volume create ${mount.source}\``,
      )
    }
  }
}

function checkMachine(
  { err }: Context,
  machine: Machine,
  { group, source }: { group: string; source: string | undefined },
): void {
  const [attached] = machine.config.mounts ?? []
  if (attached !== undefined && source === undefined) {
    err(
      `Warning! machine ${machine.id} [${group}] has a volume mounted but app config does not specify a volume.\nThis usually indicates a misconfiguration.\n`,
    )
    throw new FlyError('yes flag must be specified when not running interactively')
  }
  if (attached === undefined && source !== undefined) {
    throw new FlyError(
      `Process group '${group}' needs volumes with name '${source}' to fulfill mounts defined in fly.toml; ` +
        `Run \`fly volume create ${source} -r REGION -n COUNT\` for the following regions and counts: ${machine.region}=1`,
    )
  }
  if (attached !== undefined && attached.name !== source) {
    throw new FlyError(
      `machine ${machine.id} [${group}] can't update the attached volume ${source} with name '${attached.volume}' by '${attached.name}'`,
    )
  }
}
