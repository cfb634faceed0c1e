import type { Compute, FlyToml, Grouped } from './flyToml.ts'

/** The process groups of a configuration, sorted; `app` when it names none. */
export function processNames(config: FlyToml): readonly string[] {
  const names = Object.keys(config.processes ?? {}).sort()
  return names.length === 0 ? ['app'] : names
}

/** What belongs to no group explicitly belongs to this one: `app`, or the first by name. */
function defaultGroup(config: FlyToml): string {
  const names = processNames(config)
  return names.includes('app') ? 'app' : (names[0] ?? 'app')
}

/** The part of a configuration that concerns one process group. */
export function flatten(config: FlyToml, group: string): FlyToml {
  const belongs = (section: Grouped): boolean =>
    (section.processes?.length ?? 0) === 0
      ? group === defaultGroup(config)
      : (section.processes ?? []).includes(group)
  const only = <T extends Grouped>(sections: T[] | undefined): T[] => (sections ?? []).filter(belongs)
  const flat: FlyToml = {
    ...config,
    mounts: only(config.mounts),
    services: only(config.services),
    files: only(config.files),
    restart: only(config.restart),
    metrics: only(config.metrics),
    checks: Object.fromEntries(Object.entries(config.checks ?? {}).filter(([, check]) => belongs(check))),
  }
  if (flat.http_service !== undefined && !belongs(flat.http_service)) delete flat.http_service
  const compute = computeFor(config, group)
  flat.vm = compute === undefined ? [] : [compute]
  return flat
}

/** The group's own `[[vm]]` before one for all. */
function computeFor(config: FlyToml, group: string): Compute | undefined {
  const own = config.vm?.find((vm) => vm.processes?.includes(group))
  return own ?? config.vm?.find((vm) => (vm.processes?.length ?? 0) === 0)
}
