import { readAsset } from '../assets.ts'
import type { Config } from '../config/schema.ts'
import type { InitFile } from '../desired/manual/files.ts'
import { withInitMark } from '../desired/manual/mark.ts'
import { DASHBOARDS } from './draft.ts'
import { REPOSITORY } from './program.ts'

export interface StarterOptions {
  /** The branch that a push to deploys. */
  branch: string
  /** Of the repository, `.` for its root. */
  workingDirectory: string
  /** Path of the configuration, relative to the working directory. */
  source: string
  /** What scripts start: `github:OWNER/NAME#COMMIT`. */
  program: string
  /** uids of dashboards that are in the repository, with their paths relative to the working directory. */
  dashboards: ReadonlyMap<string, string>
}

/** Where a workflow has to be: at the root of the repository, whatever the working directory is. */
export const WORKFLOW = '.github/workflows/deploy-monitoring.yml'

const COPIES: readonly (readonly [path: string, asset: string])[] = [
  ['monitoring/docker-entrypoint.sh', 'templates/docker-entrypoint.sh'],
  ['Dockerfile.monitoring', 'templates/Dockerfile.monitoring'],
  ['scripts/deploy-with-monitoring.sh', 'templates/scripts/deploy-with-monitoring.sh'],
  ['scripts/import-grafana-dashboards.sh', 'templates/scripts/import-grafana-dashboards.sh'],
]

/** Files that are the same for everybody, or nearly, and that a team makes its own. */
export function starterFiles(config: Config, options: StarterOptions): InitFile[] {
  return [
    ...COPIES.map(([path, asset]) => ({
      path,
      text: withInitMark(readAsset(asset).replaceAll(REPOSITORY, options.program), undefined),
      executable: path.endsWith('.sh'),
    })),
    { path: WORKFLOW, text: withInitMark(workflow(options), undefined), executable: false },
    ...dashboardFiles(config, options),
  ]
}

function workflow({ branch, workingDirectory, source }: StarterOptions): string {
  const more = [
    ...(workingDirectory === '.' ? [] : [`working-directory: ${JSON.stringify(workingDirectory)}`]),
    ...(source === 'monitoring.yml' ? [] : [`config: ${JSON.stringify(source)}`]),
  ]
  return readAsset('templates/workflows/deploy-monitoring.yml')
    .replace(
      'branches: [main]',
      () => `branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]`,
    )
    .replace(/^( +)mode: .*$/gm, (line, indent: string) =>
      [line, ...more.map((one) => indent + one)].join('\n'),
    )
}

/** The dashboards that ship, where the configuration takes dashboards from that folder; one that is elsewhere stays there. */
function dashboardFiles(config: Config, { dashboards }: StarterOptions): InitFile[] {
  if (!config.grafana.dashboards?.includes(DASHBOARDS)) return []
  const isFechatter = config.services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics)
  const uids = [...(isFechatter ? ['fechatter-overview'] : []), 'fechatter-monitoring']
  return uids
    .map((uid) => ({ uid, path: `${DASHBOARDS}/${uid}.json` }))
    .filter(({ uid, path }) => (dashboards.get(uid) ?? path) === path)
    .map(({ uid, path }) => ({ path, text: readAsset(`dashboards/${uid}.json`), executable: false }))
}
