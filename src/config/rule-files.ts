import { listFiles, type Workspace } from '../lib/workspace.ts'
import type { Config } from './schema.ts'

/** The files that `alerts.rules` names, relative to the working directory. */
export interface RuleFilePaths {
  rules: readonly string[]
  /** Unit tests of rules, in the format of `promtool test rules`: never deployed. */
  tests: readonly string[]
}

/** Every YAML file of a named folder, and a named file whatever its name is. */
export function ruleFilePaths(workspace: Workspace, config: Config): RuleFilePaths {
  const paths = config.alerts.rules.flatMap((named) =>
    listFiles(workspace, named, '').filter((path) => path === named || /\.ya?ml$/.test(path)),
  )
  const { rules = [], tests = [] } = Object.groupBy(new Set(paths), (path) =>
    /_test\.ya?ml$/.test(path) ? 'tests' : 'rules',
  )
  return { rules, tests }
}
