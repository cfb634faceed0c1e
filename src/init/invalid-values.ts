import { check } from '../config/load.ts'
import { type ConfigIssue, quoteForMessage } from '../config/schema-issues.ts'
import type { PresetNames } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { compose } from './draft.ts'
import { type FoundMonitoring, type FoundService, lossNote, type RepositoryFindings } from './findings.ts'

/**
 * The findings without the values that are not valid in a configuration, with a note for each of them. The schema itself
 * decides, so that there is only one definition of validity. Names from options are kept, and reported as errors when
 * they are not valid.
 */
export function withoutInvalid(found: RepositoryFindings, names: PresetNames): RepositoryFindings {
  const draft = compose(found, names)
  const issues = [...check(draft).issues, ...unfilled(draft)].filter((issue) => isFound(found, issue))
  if (issues.length === 0) return found
  const notes = [...found.notes, ...issues.map((issue) => leftOut(found, issue))]
  // An error may hide others: what is left is checked again.
  return withoutInvalid({ ...without(found, issues), notes }, names)
}

type Invalid = Pick<ConfigIssue, 'path' | 'message'>

/** Values that a template is to fill in: the configuration would have them literally. */
function unfilled({ monitoring, services }: ReturnType<typeof compose>): Invalid[] {
  const issue = (path: [string, string | number], of: unknown): Invalid[] => {
    const text = /\$\{[A-Za-z_][^{}"]*\}/.exec(JSON.stringify(of))?.[0]
    const name = path[0] === 'services' ? `services[${path[1]}].settings have` : `${path.join('.')} has`
    return text === undefined ? [] : [{ path, message: `${name} the placeholder ${quoteForMessage(text)}` }]
  }
  return [
    ...Object.entries(monitoring).flatMap(([key, value]) => issue(['monitoring', key], value)),
    ...services.flatMap((service, i) => issue(['services', i], service)),
  ]
}

/** Whether an issue is about a value that was found and can be left out. */
function isFound(found: RepositoryFindings, { path: [part, key, inner] }: Invalid): boolean {
  if (part === 'monitoring') return found.monitoring[key as keyof FoundMonitoring] !== undefined
  if (part === 'apps') return inner === 'health'
  if (part === 'alerts') return key === 'rules'
  const service = part === 'services' ? found.services[Number(key)] : undefined
  return service !== undefined && !(inner === 'port' && service.port === undefined && !service.addresses)
}

function without(found: RepositoryFindings, issues: readonly Invalid[]): RepositoryFindings {
  const invalid = new Set(issues.map(({ path: [part, key] }) => `${String(part)}.${String(key)}`))
  const left = found.services.filter((_, i) => !invalid.has(`services.${i}`))
  const isIn = (services: readonly FoundService[], file: string) =>
    services.some(({ at }) => at?.file === file)
  const monitoring = Object.entries(found.monitoring).flatMap(([key, value]) => {
    if (!invalid.has(`monitoring.${key}`)) return [[key, value]]
    const names = issues
      .filter(({ path }) => path[0] === 'monitoring' && path[1] === key)
      .map(({ path }) => path[2])
    const inner = typeof value === 'object' ? Object.entries(value) : []
    const rest = inner.filter(([name]) => !names.includes(name))
    return rest.length > 0 && rest.length < inner.length ? [[key, Object.fromEntries(rest)]] : []
  })
  return {
    ...found,
    monitoring: Object.fromEntries(monitoring),
    apps: found.apps.map(({ health, ...app }, i) =>
      health === undefined || invalid.has(`apps.${i}`) ? app : { ...app, health },
    ),
    rules: found.rules.filter((_, i) => !issues.some(({ path }) => path[1] === 'rules' && path[2] === i)),
    services: left,
    prometheus: found.prometheus.filter(({ file }) => isIn(left, file) || !isIn(found.services, file)),
  }
}

/** The note about a value that is left out, with its location in the file. */
function leftOut(found: RepositoryFindings, { path, message }: Invalid): Diagnostic {
  const [part, key] = path
  const service = part === 'services' ? found.services[Number(key)] : undefined
  const at = service?.at ?? (part === 'monitoring' ? found.places[key as keyof FoundMonitoring] : undefined)
  const about = service
    ? message.replace(`services[${String(key)}].`, `Service ${quoteForMessage(service.name)}: `)
    : message
  const left = `${about.replace(/\.$/, '')}. The value was left out.`
  const hint = 'If it is needed, add it to monitoring.yml by hand with a value that is valid there.'
  const { at: _, ...note } = lossNote('', at ?? { line: 1, column: 1 }, left, hint)
  return { ...note, ...(at && { at }) }
}
