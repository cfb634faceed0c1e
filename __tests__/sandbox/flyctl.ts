import type { Result, World } from './harness.ts'

/** Runs the flyctl stand-in in the world with the organisation's token. Rejects when it fails. */
export async function flyctl(world: World, cwd: string, ...args: string[]): Promise<Result> {
  const env = { FLY_API_TOKEN: 'fake-org-token' }
  const result = await world.run({ command: 'flyctl', args, env, cwd })
  if (result.code === 0) return result
  throw new Error(`flyctl ${args.join(' ')} ended with ${result.code}\n${result.stdout}${result.stderr}`)
}

/** Creates the app in this world unless that was done before. */
export async function createApp(world: World, cwd: string, name: string): Promise<void> {
  const create = ['apps', 'create', name, '--org', 'acme', '--json']
  const calls = await world.platform.calls()
  const done = calls.some(({ argv, exit }) => exit === 0 && argv.join(' ') === create.join(' '))
  if (!done) await flyctl(world, cwd, ...create)
}

/** Creates the app where it is missing and deploys the folder's fly.toml with the image. */
export async function deploy(world: World, cwd: string, app: { name: string; image: string }): Promise<void> {
  await createApp(world, cwd, app.name)
  await flyctl(
    world,
    cwd,
    ...['deploy', cwd, '-c', 'fly.toml', '-a', app.name, '--image', app.image],
    ...['--yes', '--ha=false', '--remote-only', '--dns-checks=false'],
  )
}
