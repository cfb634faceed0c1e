import { locateIn } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import { ruleFilePaths, ruleFilesIn } from '../config/sources/rule-files.ts'
import { BY_NPX } from '../lib/documentation.ts'
import type { Diagnostic } from '../lib/errors.ts'
import {
  existsInWorkspace,
  listFiles,
  repositoryPath,
  type TextFile,
  type Workspace,
} from '../lib/workspace.ts'
import { fileMissing } from './file/entries.ts'
import { diagnostic } from './rule.ts'

/** Files that the configuration names, that a deploy needs, and that do not exist. `own` is undefined for the preset. */
export function missingFiles(workspace: Workspace, config: Config, own: TextFile | undefined): Diagnostic[] {
  const named = [...ofApps(config), ...folders(config), ...ofGrafana(config), ...ofAlerts(config)].filter(
    ({ file }) => !existsInWorkspace(workspace, file),
  )
  const places = own && locateIn(own)
  const hint = own
    ? 'Create the file, or correct the configuration.'
    : `Without a configuration file the preset applies. Run \`${BY_NPX} init\`, or write a monitoring.yml.`
  const empty = ofAlerts(config).filter(
    ({ file }) => existsInWorkspace(workspace, file) && ruleFilesIn(workspace, file).length === 0,
  )
  return [
    ...named.map(({ file, place, why }) =>
      diagnostic(
        fileMissing,
        places?.(place),
        `${repositoryPath(workspace, file)} does not exist: ${why}.`,
        hint,
      ),
    ),
    ...empty.map(({ file, place, why }) =>
      diagnostic(
        fileMissing,
        places?.(place),
        `${repositoryPath(workspace, file)} has no rule files (.yml or .yaml): ${why}.`,
        'Add them, or correct the configuration: none of its alerts would be deployed.',
      ),
    ),
  ]
}

/** Files that a deploy uses: those of the apps, the dashboards and the rules, relative to the root of the repository. */
export const namedFiles = (workspace: Workspace, config: Config): string[] => [
  ...new Set(
    [
      ...ofApps(config).map(({ file }) => file),
      ...ofGrafana(config).flatMap(({ file }) => listFiles(workspace, file, '.json')),
      ...ruleFilePaths(workspace, config).rules,
    ].map((file) => repositoryPath(workspace, file)),
  ),
]

interface Named {
  file: string
  /** Where the configuration names it. */
  place: (string | number)[]
  why: string
}

function ofApps({ apps }: Config): Named[] {
  return apps.flatMap(({ app, config, dockerfile, image, deploy }, i): Named[] => {
    if (!deploy) return []
    const why = `app ${app} is deployed with it`
    // An image needs no Dockerfile.
    const built = image === undefined && dockerfile !== undefined
    return [
      { file: config, place: ['apps', i, 'config'], why },
      ...(built ? [{ file: dockerfile, place: ['apps', i, 'dockerfile'], why }] : []),
    ]
  })
}

/** The folders that apps are built in. */
const folders = ({ apps }: Config): Named[] =>
  apps.flatMap(({ app, context, deploy }, i) =>
    deploy && context !== undefined
      ? { file: context, place: ['apps', i, 'context'], why: `app ${app} is built in it` }
      : [],
  )

const ofAlerts = ({ alerts }: Config): Named[] =>
  alerts.rules.map((file, i) => ({
    file,
    place: ['alerts', 'rules', i],
    why: '`alerts.rules` names it',
  }))

const ofGrafana = ({ grafana }: Config): Named[] =>
  (grafana.dashboards ?? []).map((file, i) => ({
    file,
    place: ['grafana', 'dashboards', i],
    why: '`grafana.dashboards` names it',
  }))
