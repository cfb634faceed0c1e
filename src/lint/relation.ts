import { dependsOnRun } from '../config/deploys/deploy-commands.ts'
import type { Config } from '../config/schema.ts'
import type { Sources } from '../config/sources/source-files.ts'
import type { Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import { few } from '../lib/text.ts'
import { isAdvice } from '../model/diagnostic-codes.ts'
import { deployedFiles, replacedPrometheus } from './deployed.ts'
import { copiedRules, isOfAnswer } from './rules/copies.ts'

/** What is deployed from a repository, and what certainly is not. */
export interface Deployed {
  files: ReadonlySet<string>
  /** Fly configurations of apps that are deployed with another one. */
  replaced: ReadonlySet<string>
  /** Configurations of a Prometheus whose place that of this action takes. */
  superseded: ReadonlySet<string>
}

interface Configured {
  config: Config | undefined
  /** The files that the configuration names. */
  named: readonly string[]
  /** The Fly configurations of its apps. */
  apps: readonly string[]
  pace: Pace
}

/** The files that something deploys. */
export async function deployedBy(
  sources: Sources,
  { config, named, apps: configured, pace }: Configured,
): Promise<Deployed> {
  const configs = sources.deploys.flatMap(({ app, config: path }) =>
    dependsOnRun(`${app} ${path}`) ? [] : path,
  )
  const apps = config ? [...config.apps.map(({ app }) => app), config.monitoring.app] : []
  const about = { what: 'which files are deployed' }
  const known = new Set([...named, ...configured, ...configs])
  // The preset says nothing about files.
  const names = configured.length > 0 ? (config?.apps.map(({ app }) => app) ?? []) : []
  const others = sources.fly.filter(({ file, app }) => names.includes(app) && !known.has(file))
  return {
    files: await pace.on(about, new Set<string>(), () =>
      deployedFiles(sources, { named: [...named, ...configs], apps }),
    ),
    replaced: new Set(others.map(({ file }) => file)),
    superseded: await pace.on(about, new Set<string>(), () => replacedPrometheus(sources, apps)),
  }
}

/**
 * In files that nothing deploys, errors are warnings, and advice is left out; a Fly configuration in place of which another
 * one is deployed has no consequences at all. Rules for another Prometheus may be about other programs: of a file in place of
 * which the configuration names a copy, only what no Prometheus reads is reported.
 */
export function relationTo(
  sources: Sources,
  { named, deployed }: { named: readonly string[]; deployed: Deployed },
): (problems: readonly Diagnostic[]) => Diagnostic[] {
  const all = [sources.fly, sources.prometheus, sources.rules, sources.dashboards].flat()
  const others = new Set(all.map(({ file }) => file).filter((file) => !deployed.files.has(file)))
  const copied = copiedRules(named)
  return (problems) =>
    problems.flatMap((one) => {
      const file = one.at?.file ?? ''
      const isLeft = deployed.replaced.has(file) || (copied.includes(file) && isOfCopy(one))
      if (isLeft || (UNRELATED.includes(one.code) && !named.includes(file))) return []
      // Who runs it may fill it in, and it does not stay.
      const isOpen = one.code === 'prometheus/placeholder' && deployed.superseded.has(file)
      if (!others.has(file)) return isOpen ? [{ ...one, severity: 'warning' as const }] : [one]
      return isAdvice(one.code) ? [] : [{ ...one, severity: 'warning' as const }]
    })
}

/** What the copy of a rule file has as well, or has no more. */
const isOfCopy = (one: Diagnostic): boolean => one.severity !== 'error' || isOfAnswer(one)

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
