import type { Sight } from './targets.ts'

/** One line of progress for a target that changed; undefined when the change is not worth a line. */
export function sightLine({ expected, state, seen, count }: Sight): string | undefined {
  const where = `${expected.service} on ${expected.machine.id} (${expected.machine.region})`
  switch (state) {
    case 'pending':
    case 'not-discovered':
    case 'not-scraped':
    case 'stale':
      return undefined
    case 'up':
      return `${where} is up: ${count?.scraped} samples`
    case 'resting':
      return `${where} is ${expected.machine.state}, as it may be`
    case 'stopped':
      return `${where} is ${expected.machine.state}`
    case 'empty':
      return `${where} answers without a single sample`
    case 'samples-lost':
      return `${where} is up, but ${count?.lost} of its samples are lost`
    default:
      return `${where} is down (${state}): ${seen?.lastError ?? ''}`
  }
}
