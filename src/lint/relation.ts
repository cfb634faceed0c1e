import type { Config } from '../config/schema.ts'
import type { Sources } from '../config/source-files.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import { few } from '../lib/text.ts'
import { isAdvice } from '../model/diagnostic-codes.ts'
import { deployedFiles } from './deployed.ts'

/** The files that something deploys. */
export async function deployedBy(
  sources: Sources,
  { config, named, pace }: { config: Config | undefined; named: readonly string[]; pace: Pace },
): Promise<ReadonlySet<string>> {
  const workflows = sources.workflows.length > 0 ? await import('./workflow/lint.ts') : undefined
  const configs: string[] = []
  for (const { file, text } of sources.workflows)
    configs.push(...(await pace.on({ file }, [], () => workflows?.configsDeployedBy(text) ?? [])))
  const apps = config ? [...config.apps.map(({ app }) => app), config.monitoring.app] : []
  const about = { what: 'which files are deployed' }
  return await pace.on(about, new Set<string>(), () =>
    deployedFiles(sources, { named: [...named, ...configs], apps }),
  )
}

/**
 * In files that nothing deploys, errors are warnings, and advice is left out. Rules for another Prometheus may be about
 * other programs.
 */
export function relationTo(
  sources: Sources,
  { named, deployed }: { named: readonly string[]; deployed: ReadonlySet<string> },
): (problems: readonly Diagnostic[]) => Diagnostic[] {
  const all = [sources.fly, sources.prometheus, sources.rules, sources.dashboards].flat()
  const others = new Set(all.map(({ file }) => file).filter((file) => !deployed.has(file)))
  return (problems) =>
    problems.flatMap((one) => {
      const file = one.at?.file ?? ''
      if (UNRELATED.includes(one.code) && !named.includes(file)) return []
      if (!others.has(file)) return [one]
      return isAdvice(one.code) ? [] : [{ ...one, severity: 'warning' as const }]
    })
}

const UNRELATED = ['dashboard/unrelated', 'rules/unrelated']

/** Dashboards and rules that the configuration does not name, and that have none of the declared metrics. */
export function aboutOthers(
  problems: readonly Diagnostic[],
  named: readonly string[],
): { part: string; why: string; set: string }[] {
  const files = problems.flatMap(({ code, at }) =>
    at && !named.includes(at.file) && UNRELATED.includes(code) ? [at.file] : [],
  )
  if (files.length === 0) return []
  const why = `No service declares any metric of them, so that they were not compared with the configuration: ${few(files)}.`
  return [{ part: 'Queries about other programs', why, set: 'their metrics under `metrics` of a service' }]
}
