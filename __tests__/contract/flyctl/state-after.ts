import { heldLease } from '../../sandbox/platform/leases.ts'
import type { App } from '../../sandbox/platform/state.ts'
import type { RecordedState } from './recordings.ts'

/** The app's state in the recordings' words, ids left out. */
export function stateOf(app: App | undefined): unknown {
  if (app === undefined) return null
  return {
    machines: app.machines.map((machine) => ({
      // A machine that is only just starting may have started by now.
      state: machine.state === 'starting' ? 'started' : machine.state,
      region: machine.region,
      image: machine.config.image,
      lease: heldLease(machine) !== undefined,
      release: machine.config.metadata.fly_release_version,
      files: (machine.config.files ?? []).map((file) => file.guest_path),
      min_secrets_version: machine.minSecretsVersion ?? null,
      mounts: machine.config.mounts?.length ?? 0,
    })),
    volumes: app.volumes.map(({ name, region, attachedTo }) => ({
      name,
      region,
      attached: attachedTo !== undefined,
    })),
    releases: app.releases.map(({ version, status, imageRef, error = '' }) => ({
      version,
      status,
      image: imageRef,
      error,
    })),
    ips: app.ips.map(({ type }) => family(type)),
    secrets: [...app.secrets.keys()].sort(),
  }
}

/** A recorded state in the same form. */
export function recordedState(state: RecordedState | null): unknown {
  if (state === null) return null
  return {
    machines: state.machines.map(({ mounts, ...machine }) => ({
      ...withoutId(machine),
      state: machine.state === 'starting' ? 'started' : machine.state,
      mounts: mounts.length,
    })),
    volumes: state.volumes.map(({ name, region, attached }) => ({
      name,
      region,
      attached: attached !== null,
    })),
    releases: state.releases.map(({ version, status, image, error }) => ({
      version,
      status,
      image,
      error: error?.post_deployment_info?.error ?? '',
    })),
    ips: state.ips.map((ip) => (ip.startsWith('fdaa') ? 'private' : ip.includes(':') ? 'v6' : 'v4')),
    secrets: state.secrets,
  }
}

const family = (type: App['ips'][number]['type']): string =>
  type === 'private_v6' ? 'private' : type === 'v6' ? 'v6' : 'v4'

function withoutId<T extends object>(machine: T): Omit<T, 'id'> {
  const { id: _id, ...rest } = machine as T & { id?: string }
  return rest
}
