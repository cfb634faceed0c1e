#!/usr/bin/env node
import { keepCompiledCode } from './lib/compile-cache.ts'
import { WATCHDOG } from './watchdog/word.ts'

/**
 * The only entry point: a runner starts it as an action (no arguments, inputs in the environment), people as a command
 * line. Both are imported dynamically, so that the command line does not load modules that only a runner needs.
 */
if (Number(process.versions.node.split('.')[0]) < 24) {
  const { env, version } = process
  const argv = process.argv.slice(1)
  const { restartWithNewerNode } = await import('./lib/newer-node.ts')
  process.exit(await restartWithNewerNode({ argv, env, version }))
}

const isAction =
  process.argv.length === 2 && Object.keys(process.env).some((name) => name.startsWith('INPUT_'))

keepCompiledCode(process.env)

if (process.argv[2] === WATCHDOG)
  (await import('./watchdog/watch.ts')).watchOver(async (report, reader) =>
    reader === 'runner'
      ? (await import('./action/main.ts')).publishForRun(report)
      : (await import('./cli/run.ts')).printForRun(report, reader === 'program'),
  )
else if (isAction) await (await import('./action/main.ts')).main()
else await (await import('./cli/main.ts')).commandLine(process.argv.slice(2))
