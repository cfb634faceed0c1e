import type { MachineSpec } from './runtime.ts'
import type { App, Machine } from './state.ts'

/** The machine as the runtime is asked for it: files decoded, secrets in the environment. */
export function machineSpec(app: App, machine: Machine): MachineSpec {
  const { config } = machine
  const cmd = config.init.cmd
  const entrypoint = config.init.exec ?? config.init.entrypoint
  return {
    app: app.name,
    id: machine.id,
    address: machine.address,
    image: config.image,
    ...(cmd === undefined ? {} : { cmd }),
    ...(entrypoint === undefined ? {} : { entrypoint }),
    env: environment(app, machine),
    files: (config.files ?? []).map((file) => ({
      guestPath: file.guest_path,
      content: Buffer.from(file.raw_value ?? app.secrets.get(file.secret_name ?? '')?.value ?? '', 'base64'),
    })),
    mounts: (config.mounts ?? []).map(({ path, volume = '' }) => ({ path, volume })),
  }
}

function environment(app: App, machine: Machine): Record<string, string> {
  const { config } = machine
  const secrets = Object.fromEntries([...app.secrets].map(([name, { value }]) => [name, value]))
  return {
    ...config.env,
    ...secrets,
    FLY_APP_NAME: app.name,
    FLY_ALLOC_ID: machine.id,
    FLY_MACHINE_ID: machine.id,
    FLY_MACHINE_VERSION: machine.instanceId,
    FLY_REGION: machine.region,
    FLY_PRIVATE_IP: machine.address,
    FLY_IMAGE_REF: config.image,
    FLY_VM_MEMORY_MB: String(config.guest?.memory_mb ?? 256),
  }
}
