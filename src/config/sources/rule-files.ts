import { listFiles, type TextFile, type Workspace } from '../../lib/workspace.ts'
import type { Config } from '../schema.ts'
import type { ReadWorkspaceFile, Sources } from './source-files.ts'

/** The files that `alerts.rules` names, relative to the working directory. */
export interface RuleFilePaths {
  rules: readonly string[]
  /** Unit tests of rules, in the format of `promtool test rules`: never deployed. */
  tests: readonly string[]
}

/** The YAML files of a folder that `alerts.rules` names; of a file, the file whatever its name is. */
export const ruleFilesIn = (workspace: Workspace, named: string): string[] =>
  listFiles(workspace, named, '').filter((path) => path === named || /\.ya?ml$/i.test(path))

/** The rule files of a configuration, and their tests. */
export function ruleFilePaths(workspace: Workspace, config: Config): RuleFilePaths {
  const paths = config.alerts.rules.flatMap((named) => ruleFilesIn(workspace, named))
  const { rules = [], tests = [] } = Object.groupBy(new Set(paths), (path) =>
    /_test\.ya?ml$/i.test(path) ? 'tests' : 'rules',
  )
  return { rules, tests }
}

/** The rule files of a workspace, those that `alerts.rules` names first, and their tests. `found`: those of the search. */
export function ruleSources(
  workspace: Workspace,
  {
    config,
    read,
    found,
  }: { config: Config | undefined; read: ReadWorkspaceFile; found: readonly TextFile[] },
): Pick<Sources, 'rules' | 'deployedRules' | 'ruleTests'> {
  const named = config ? ruleFilePaths(workspace, config) : { rules: [], tests: [] }
  const readNamed = (paths: readonly string[]) => paths.flatMap((path) => read(path, 'named') ?? [])
  const deployedRules = readNamed(named.rules)
  const isDeployed = new Set(deployedRules.map(({ file }) => file))
  const others = found.filter(({ file }) => !isDeployed.has(file))
  return { rules: [...deployedRules, ...others], deployedRules, ruleTests: readNamed(named.tests) }
}
