import { readJson } from '../formats/json.ts'
import { invalidJson } from '../formats/json-diagnostic.ts'
import { plainHttp } from '../inputs/plain-http.ts'
import type { Inputs } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { spare } from '../lib/redact.ts'
import {
  existsInWorkspace,
  listFiles,
  MAX_DASHBOARD_BYTES,
  openWorkspace,
  readText,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../lib/workspace.ts'
import type { DashboardFile } from '../model/grafana.ts'
import { loadConfig, parseConfig } from './load.ts'
import { noConfiguration, otherKind, presetApplies } from './missing.ts'
import { conflictingNames } from './name-conflicts.ts'
import { presetConfig } from './preset.ts'
import { ruleFilePaths } from './rule-files.ts'
import type { Config } from './schema.ts'

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
  return {
    project: {
      workspace,
      config,
      source,
      dashboards: found.map(({ dashboard }) => dashboard),
      dashboardSources: found.map((own) => own.source),
      ruleSources: rules.found,
    },
    problems: [...problems, ...passwordInTheOpen(inputs, config), ...unreadable, ...rules.problems],
  }
}

/** A Prometheus with public access is sent no password, so plain HTTP is acceptable for it. */
const passwordInTheOpen = ({ prometheusUrl: url }: Inputs, { monitoring }: Config): Diagnostic[] =>
  url === undefined || monitoring.access === 'public' ? [] : plainHttp({ input: 'prometheus-url', url })

/** @throws ActionError `configuration` when there is any problem */
export function throwIfAny(problems: readonly Diagnostic[]): void {
  if (problems.length > 0) throw new ActionError('configuration', problems)
}

/** The result of reading the configuration. */
export interface ReadConfiguration {
  /** Undefined when it is not valid: the problems say why. */
  config: Config | undefined
  /** Undefined when the preset applies, or the file cannot be read. */
  source: TextFile | undefined
  problems: readonly Diagnostic[]
}

/** The inputs that say where the configuration is, and the names for the preset. */
export type ConfigurationInputs = Pick<Inputs, 'config' | 'names'>

/** Reads only the configuration, or makes it from the preset. Never throws an ActionError. */
export function readConfiguration(
  workspace: Workspace,
  { config: { path, explicit }, names }: ConfigurationInputs,
): ReadConfiguration {
  const name = repositoryPath(workspace, path)
  const failed = (problems: readonly Diagnostic[]) => ({ config: undefined, source: undefined, problems })
  let source: TextFile | undefined
  try {
    source = readText(workspace, path)
    if (!source && explicit) return failed([missingFile(name, 'Input config names it.')])
    if (!source && !presetApplies(workspace, names)) return failed([noConfiguration(workspace, path)])
    const others = source ? otherKind(source) : []
    if (others.length > 0) return failed(others)
    const config = source ? loadConfig(source.text, source.file) : parseConfig(presetConfig(names))
    return { config, source, problems: source ? conflictingNames(names, source.file) : [] }
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    // A name for the preset that is not valid is an input that is not valid: there is no file to point at.
    const at = existsInWorkspace(workspace, path) ? { file: name, line: 1, column: 1 } : undefined
    return failed(error.problems.map((problem) => ({ ...(at && { at }), ...problem })))
  }
}

/**
 * Reads the configuration, and lets its own names through redaction.
 * @throws ActionError `configuration` when it cannot be read
 */
export function readConfig(
  inputs: ConfigurationInputs & Pick<Inputs, 'workingDirectory'>,
  root: string,
): Pick<Project, 'workspace' | 'config' | 'source'> & { problems: readonly Diagnostic[] } {
  const workspace = openWorkspace(root, inputs.workingDirectory)
  const { config, source, problems } = readConfiguration(workspace, inputs)
  if (!config) throw new ActionError('configuration', problems)
  const { monitoring, apps, services } = config
  spare([monitoring.app, ...apps.map(({ app }) => app), ...services.map(({ name }) => name)])
  return { workspace, config, source, problems }
}

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

/** The diagnostic for a file that is named somewhere and does not exist. */
export function missingFile(file: string, hint: string): Diagnostic {
  return { code: 'file/missing', severity: 'error', message: `${file} does not exist.`, hint }
}
