import { readJson } from '../../formats/json.ts'
import { invalidJson } from '../../formats/json-diagnostic.ts'
import { plainHttp } from '../../inputs/plain-http.ts'
import type { Inputs } from '../../inputs/types.ts'
import { ActionError, type Diagnostic } from '../../lib/errors.ts'
import {
  listFiles,
  MAX_DASHBOARD_BYTES,
  readText,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../../lib/workspace.ts'
import type { DashboardFile } from '../../model/grafana.ts'
import { missingFile, readConfig } from '../configuration.ts'
import { missingStore } from '../engine.ts'
import { writtenByFly } from '../fly-engine.ts'
import { locateIn } from '../load.ts'
import { unreachableForGrafana } from '../private-access.ts'
import type { Config } from '../schema.ts'
import { ruleFilePaths } from './rule-files.ts'

/** The user's repository: the configuration and the files that it names, read once. */
export interface Project {
  workspace: Workspace
  config: Config
  /** The configuration file; undefined when the preset applies. */
  source: TextFile | undefined
  /** The dashboards that the configuration names, parsed. */
  dashboards: readonly DashboardFile[]
  /** The texts of the dashboards that the configuration names. */
  dashboardSources: readonly TextFile[]
  /** The rule files of `alerts.rules`. */
  ruleSources: readonly TextFile[]
}

/** The items that could be read, and the problems of the others. */
export interface ReadResult<T> {
  found: T[]
  problems: Diagnostic[]
}

/**
 * Reads the part of the repository that every mode needs. Problems of its files are returned, to be reported with others.
 * @throws ActionError `configuration` when the configuration itself cannot be read
 */
export function readProject(inputs: Inputs, root: string): { project: Project; problems: Diagnostic[] } {
  const { workspace, config, source, problems } = readConfig(inputs, root)
  const { found, problems: unreadable } = readDashboards(workspace, config)
  const rules = readRuleFiles(workspace, config)
  const locateEngine = () => source && locateIn(source)(['monitoring', 'engine'], 'key')
  return {
    project: {
      workspace,
      config,
      source,
      dashboards: found.map(({ dashboard }) => dashboard),
      dashboardSources: found.map((own) => own.source),
      ruleSources: rules.found,
    },
    problems: [
      ...problems,
      ...passwordInTheOpen(inputs, config),
      ...unreachableForGrafana(config, inputs),
      ...missingStore(config, inputs, locateEngine),
      ...writtenByFly(config, inputs, locateEngine),
      ...unreadable,
      ...rules.problems,
    ],
  }
}

/** A Prometheus with public access is sent no password, so plain HTTP is acceptable for it. */
const passwordInTheOpen = ({ prometheusUrl: url }: Inputs, { monitoring }: Config): Diagnostic[] =>
  url === undefined || monitoring.access === 'public' ? [] : plainHttp({ input: 'prometheus-url', url })

/** Reads one item after the other; an item that cannot be read is a problem and does not stop the others. */
export function readEach<From, T>(
  items: readonly From[],
  read: (item: From) => T | Diagnostic[],
): ReadResult<T> {
  const result: ReadResult<T> = { found: [], problems: [] }
  for (const item of items) {
    try {
      const one = read(item)
      if (Array.isArray(one)) result.problems.push(...one)
      else result.found.push(one)
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      result.problems.push(...error.problems)
    }
  }
  return result
}

/** A dashboard that the configuration names, with its text. */
interface OwnDashboard {
  dashboard: DashboardFile
  source: TextFile
}

/** The dashboards that the configuration names. */
function readDashboards(workspace: Workspace, config: Config): ReadResult<OwnDashboard> {
  const own = config.grafana.dashboards ?? []
  const paths = new Set(own.flatMap((path) => listFiles(workspace, path, '.json')))
  return readEach([...paths], (path) => {
    const text = readText(workspace, path, MAX_DASHBOARD_BYTES)
    return text
      ? parseDashboard(text)
      : [missingFile(repositoryPath(workspace, path), '`grafana.dashboards` names it.')]
  })
}

/** The rule files that the configuration names; unit tests of rules are not deployed. */
const readRuleFiles = (workspace: Workspace, config: Config): ReadResult<TextFile> =>
  readEach(
    ruleFilePaths(workspace, config).rules,
    (path) =>
      readText(workspace, path) ?? [missingFile(repositoryPath(workspace, path), '`alerts.rules` names it.')],
  )

function parseDashboard(source: TextFile): OwnDashboard | Diagnostic[] {
  const { file, text } = source
  const read = readJson(text)
  return read.ok ? { dashboard: { file, json: read.value }, source } : [invalidJson(file, read)]
}
