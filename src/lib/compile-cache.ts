import module from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { realOutsideOf } from './programs.ts'

/**
 * Keeps compiled code for the next start on this machine. It is in the user's own folder, because everyone who can
 * write there can replace the code that runs: not where that folder belongs to the repository, and only where it
 * exists, because Node never ends trying to create a folder where none can be, such as below /proc.
 */
export function keepCompiledCode({ HOME, RUNNER_ENVIRONMENT }: NodeJS.ProcessEnv): void {
  // A machine of GitHub is new for each job: nothing would be read again.
  if (RUNNER_ENVIRONMENT === 'github-hosted' || !HOME) return
  if (realOutsideOf(process.cwd())(HOME) === undefined) return
  module.enableCompileCache(join(HOME, '.cache', 'deploy-monitoring'))
}

/**
 * Loads code with all of its functions compiled, where compiled code is kept: Node keeps a file as it is before it runs, and
 * would compile each function at its first call again at every start, which is a sixth of the work of a plan. Node compiles
 * a file while `import` is called, so that the flag of V8 is not set for longer than that.
 */
export function loadCompiled<T>(load: () => Promise<T>): Promise<T> {
  if (module.getCompileCacheDir() === undefined) return load()
  setFlagsFromString('--no-lazy')
  try {
    return load()
  } finally {
    setFlagsFromString('--lazy')
  }
}
