import { equalJson, isJsonObject } from '../../lib/json-value.ts'
import { count } from '../../lib/text.ts'
import type { StoredMachine } from '../../model/fly.ts'

/** What a release writes on every machine: it differs after every deploy. */
const OF_RELEASE = /^(?:image|metadata\.fly_[a-z_]+)$/

/**
 * What differs between the machines as they were and as they are, in words: parts of their configuration by their paths,
 * never values of variables or files, and the number of machines. flyctl merges a configuration into that of a machine,
 * so that a rollback does not restore everything.
 */
export function machineDifferences(
  before: readonly StoredMachine[],
  after: readonly StoredMachine[],
): string[] {
  const paths = after.flatMap((machine) => {
    const was =
      before.find(({ id }) => id === machine.id) ??
      before.find(({ processGroup }) => processGroup === machine.processGroup)
    return was ? differences(was.config, machine.config, '') : []
  })
  const groups = new Set([...before, ...after].map(({ processGroup }) => processGroup))
  const counts = [...groups].flatMap((group) => {
    const [had, has] = [before, after].map((all) => all.filter((m) => m.processGroup === group).length)
    return had === has ? [] : [`process group ${group} has ${count(has ?? 0, 'machine')} (before: ${had})`]
  })
  return [...new Set(paths), ...counts]
}

function differences(before: unknown, after: unknown, path: string): string[] {
  if (OF_RELEASE.test(path) || equalJson(before, after)) return []
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...keys].flatMap((key) =>
      differences(before[key], after[key], path === '' ? key : `${path}.${key}`),
    )
  }
  return [`\`${path}\`${isPlain(before) && isPlain(after) ? ` is ${after} (before: ${before})` : ''}`]
}

const isPlain = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean'

/** Whether nothing was changed: every machine is the same one with the same image and configuration. */
export const areUntouched = (before: readonly StoredMachine[], after: readonly StoredMachine[]): boolean =>
  machineDifferences(before, after).length === 0 &&
  after.every(({ id, image }) => before.find((m) => m.id === id)?.image.ref === image.ref)
