import type { Inputs } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { spare } from '../lib/redact.ts'
import {
  existsInWorkspace,
  openWorkspace,
  readText,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../lib/workspace.ts'
import { configWithGaps } from './gaps.ts'
import { loadConfig, parseConfig } from './load.ts'
import { noConfiguration, otherKind, presetApplies } from './missing-configuration.ts'
import { conflictingNames } from './name-conflicts.ts'
import { presetConfig } from './preset.ts'
import type { Config } from './schema.ts'

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
  /** In place of one that is not valid only because values are still empty. Never deployed. */
  incomplete?: { config: Config; source: TextFile } | undefined
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
    const incomplete = source && configWithGaps(source.text, source.file)
    return {
      ...failed(error.problems.map((problem) => ({ ...(at && { at }), ...problem }))),
      ...(incomplete && source && { incomplete: { config: incomplete, source } }),
    }
  }
}

/**
 * Reads the configuration, and lets its own names through redaction.
 * @throws ActionError `configuration` when it cannot be read
 */
export function readConfig(
  inputs: ConfigurationInputs & Pick<Inputs, 'workingDirectory'>,
  root: string,
): { workspace: Workspace; config: Config } & Pick<ReadConfiguration, 'source' | 'problems'> {
  const workspace = openWorkspace(root, inputs.workingDirectory)
  const { config, source, problems } = readConfiguration(workspace, inputs)
  if (!config) throw new ActionError('configuration', problems)
  const { monitoring, apps, services } = config
  spare([monitoring.app, ...apps.map(({ app }) => app), ...services.map(({ name }) => name)])
  return { workspace, config, source, problems }
}

/** The diagnostic for a file that is named somewhere and does not exist. */
export function missingFile(file: string, hint: string): Diagnostic {
  return { code: 'file/missing', severity: 'error', message: `${file} does not exist.`, hint }
}
