import type { Result, World } from './harness.ts'

/** Runs the flyctl stand-in in the world with the organisation's token. Rejects when it fails. */
export async function flyctl(world: World, cwd: string, ...args: string[]): Promise<Result> {
  const env = { FLY_API_TOKEN: 'fake-org-token' }
  const result = await world.run({ command: 'flyctl', args, env, cwd })
  if (result.code === 0) return result
  throw new Error(`flyctl ${args.join(' ')} ended with ${result.code}\n${result.stdout}${result.stderr}`)
}

/** Creates the app where it is missing and deploys the folder's fly.toml with the image. */
export async function deploy(world: World, cwd: string, app: { name: string; image: string }): Promise<void> {
  const exists = (await world.platform.machines()).some((machine) => machine.app === app.name)
  if (!exists) await flyctl(world, cwd, 'apps', 'create', app.name, '--org', 'acme', '--json')
  await flyctl(
    world,
    cwd,
    ...['deploy', cwd, '-c', 'fly.toml', '-a', app.name, '--image', app.image],
    ...['--yes', '--ha=false', '--remote-only', '--dns-checks=false'],
  )
}
