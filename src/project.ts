import { loadConfig, validate } from './config/load.ts'
import { preset } from './config/preset.ts'
import type { AppConfig, Config } from './config/schema.ts'
import type { Inputs } from './inputs.ts'
import { ActionError, type Problem } from './lib/errors.ts'
import { openWorkspace, readText, shown, type TextFile, type Workspace } from './lib/workspace.ts'

/** What the user's repository says: the configuration and the files that it names, read once. */
export interface Project {
  workspace: Workspace
  config: Config
  /** Undefined when the preset applies. */
  configFile: string | undefined
  /** The Fly configuration of every app that is to be deployed. */
  flyTomls: readonly { app: AppConfig; toml: TextFile }[]
}

/**
 * Reads the repository.
 * @throws ActionError `configuration` with every file that is missing or wrong
 */
export function readProject(inputs: Inputs, root: string): Project {
  const workspace = openWorkspace(root, inputs.workingDirectory)
  const file = readText(workspace, inputs.config.path)
  if (!file && inputs.config.explicit)
    throw missing(shown(workspace, inputs.config.path), 'Input config names it.')
  const config = file ? loadConfig(file.text, file.file) : presetConfig(inputs)
  if (file) refuseNames(inputs, file.file)
  return {
    workspace,
    config,
    configFile: file?.file,
    flyTomls: readFlyTomls(workspace, config, file !== undefined),
  }
}

/** The preset with names from inputs: a wrong name is a wrong input, there is no file to point at. */
function presetConfig(inputs: Inputs): Config {
  return validate(preset(inputs.names))
}

/** Names are said in one place: an input that would change nothing is an error. */
function refuseNames(inputs: Inputs, file: string): void {
  const given = Object.keys(inputs.names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name))
  if (given.length === 0) return
  throw new ActionError(
    'configuration',
    given.map((name) => ({
      code: 'input-beside-file',
      severity: 'error',
      message: `Input ${name} is for use without a configuration file, and there is ${file}.`,
      hint: `Say it in ${file} and remove the input.`,
    })),
  )
}

function readFlyTomls(workspace: Workspace, config: Config, configured: boolean) {
  const problems: Problem[] = []
  const found = config.apps
    .filter((app) => app.deploy)
    .flatMap((app) => {
      const toml = readText(workspace, app.config)
      if (toml) return [{ app, toml }]
      const where = configured ? `apps of the configuration name it for ${app.app}.` : NO_FILE
      problems.push(...missing(shown(workspace, app.config), where).problems)
      return []
    })
  if (problems.length > 0) throw new ActionError('configuration', problems)
  return found
}

const NO_FILE =
  'Without a configuration file the preset applies, which deploys the app of fly.toml. Write a monitoring.yml, or check the input working-directory.'

function missing(file: string, hint: string): ActionError {
  return new ActionError('configuration', [
    { code: 'file-missing', severity: 'error', message: `${file} does not exist.`, hint },
  ])
}
