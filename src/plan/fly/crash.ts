import type { Machine } from '../../model/fly.ts'

/** How the program of a machine ended by itself, as a predicate; undefined when it did not. */
export function crashOf({
  exit,
  state,
  checks,
}: Pick<Machine, 'exit' | 'state' | 'checks'>): string | undefined {
  if (!exit || exit.requested) return undefined
  const isLoop = exit.restarts > 1 && checks.some(({ status }) => status !== 'passing')
  if (state === 'started' && !isLoop) return undefined
  if (exit.code === 0 && !exit.oom && exit.restarts === 0) return undefined
  const how = exit.oom ? 'its memory was not enough (out of memory)' : `exit code ${exit.code}`
  const often = exit.restarts > 0 ? `, restarted ${exit.restarts} times` : ''
  return `crashes: ${how}${often}; it is ${state}.`
}
