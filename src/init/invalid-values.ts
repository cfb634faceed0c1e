import { type ConfigIssue, quote } from '../config/explain.ts'
import { check } from '../config/load.ts'
import type { PresetNames } from '../config/preset.ts'
import type { Problem } from '../lib/errors.ts'
import { compose } from './draft.ts'
import type { Found, FoundMonitoring } from './found.ts'

/**
 * What was found without what a configuration cannot hold, each with a note. The schema itself is asked, so that there
 * is no second opinion about what fits. Names that a person gave stay, and are told as mistakes when they are.
 */
export function withoutInvalid(found: Found, names: PresetNames): Found {
  for (const issue of check(compose(found, names)).issues) {
    const rest = without(found, issue)
    // One at a time: the places of the others move with it.
    if (rest) return withoutInvalid({ ...rest, notes: [...rest.notes, leftOut(found, issue)] }, names)
  }
  return found
}

/** What was found, less what an issue is about; undefined where it is about something that was not found. */
function without(found: Found, { path: [part, key, inner] }: ConfigIssue): Found | undefined {
  if (part === 'monitoring') {
    const { [key as keyof FoundMonitoring]: value, ...others } = found.monitoring
    if (value === undefined) return undefined
    const { [inner as keyof typeof value]: _, ...rest } = typeof value === 'object' ? value : {}
    return {
      ...found,
      monitoring: Object.keys(rest).length > 0 ? { ...others, [key as string]: rest } : others,
    }
  }
  if (part === 'apps' && inner === 'health') {
    const apps = found.apps.map(({ health, ...app }, i) =>
      i === key || health === undefined ? app : { ...app, health },
    )
    return { ...found, apps }
  }
  if (part === 'services' && typeof key === 'number' && found.services[key])
    return { ...found, services: found.services.filter((_, i) => i !== key) }
  return undefined
}

/** The note about it, where it stands in the file that it was found in. */
function leftOut(found: Found, { path, message }: ConfigIssue): Problem {
  const [part, key] = path
  const service = part === 'services' ? found.services[Number(key)] : undefined
  const at = service?.at ?? (part === 'monitoring' ? found.places[key as keyof FoundMonitoring] : undefined)
  const about = service
    ? message.replace(`services[${String(key)}].`, `Service ${quote(service.name)}: `)
    : message
  return {
    code: 'init-note',
    severity: 'warning',
    message: `${about.replace(/\.$/, '')}. It is not taken over.`,
    hint: 'If it is needed, add it to monitoring.yml by hand with a value that is valid there.',
    ...(at && { at }),
  }
}
