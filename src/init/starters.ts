import { readAsset } from '../assets.ts'
import type { Config } from '../config/schema.ts'
import { shippedDashboards } from '../desired/dashboards/shipped.ts'
import { renderDockerfile } from '../desired/dockerfile.ts'
import type { InitFile } from '../desired/manual/files.ts'
import { withInitMark } from '../desired/manual/mark.ts'
import { PACKAGE } from '../lib/documentation.ts'
import { DASHBOARDS } from './draft.ts'

export interface StarterOptions {
  /** The branch on which a push deploys. */
  branch: string
  /** Relative to the repository, `.` for its root. */
  workingDirectory: string
  /** Path of the configuration, relative to the working directory. */
  source: string
  /** The package that scripts start: `github:OWNER/NAME#COMMIT`. */
  program: string
  /** uids of dashboards that are in the repository, with their paths relative to the working directory. */
  dashboards: ReadonlyMap<string, string>
}

/** The path of the workflow: relative to the root of the repository, independent of the working directory. */
export const WORKFLOW = '.github/workflows/deploy-monitoring.yml'

const COPIES: readonly (readonly [path: string, asset: string])[] = [
  ['monitoring/docker-entrypoint.sh', 'templates/docker-entrypoint.sh'],
  ['Dockerfile.monitoring', 'templates/Dockerfile.monitoring'],
  ['scripts/deploy-with-monitoring.sh', 'templates/scripts/deploy-with-monitoring.sh'],
  ['scripts/import-grafana-dashboards.sh', 'templates/scripts/import-grafana-dashboards.sh'],
]

/** Starter files: nearly the same for every repository, and meant to be changed by the team. `config`: undefined for a draft that is not complete. */
export function starterFiles(config: Config | undefined, options: StarterOptions): InitFile[] {
  return [
    ...COPIES.map(([path, asset]) => ({
      path,
      text: withInitMark(starterText(config, asset).replaceAll(PACKAGE, options.program), undefined),
      executable: path.endsWith('.sh'),
    })),
    { path: WORKFLOW, text: withInitMark(workflow(options), undefined), executable: false },
    ...dashboardFiles(config, options),
  ]
}

const starterText = (config: Config | undefined, asset: string): string =>
  asset.endsWith('/Dockerfile.monitoring')
    ? renderDockerfile(readAsset(asset), config?.alerts.notify !== undefined)
    : readAsset(asset)

/** The action in the template, and the schema in a draft. */
const OWN =
  /(uses: fechatter\/deploy-monitoring@|githubusercontent\.com\/fechatter\/deploy-monitoring\/)([^\s/]+)(?: #.*)?/g

const PIN = ' # the commit that wrote this file; once there are releases, `@v1` is the newest one'

/** A text with this program as the action and for the schema, at the commit or the release that scripts start as well. */
export function atReference(text: string, program: string): string {
  const [, reference = ''] = program.split('#')
  const comment = /^[0-9a-f]{40}$/.test(reference) ? PIN : ''
  return text.replace(
    OWN,
    (_, start: string) => `${start}${reference}${start.startsWith('uses') ? comment : ''}`,
  )
}

function workflow({ branch, workingDirectory, source, program }: StarterOptions): string {
  const more = [
    ...(workingDirectory === '.' ? [] : [`working-directory: ${JSON.stringify(workingDirectory)}`]),
    ...(source === 'monitoring.yml' ? [] : [`config: ${JSON.stringify(source)}`]),
  ]
  return atReference(readAsset('templates/workflows/deploy-monitoring.yml'), program)
    .replace(
      'branches: [main]',
      () => `branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]`,
    )
    .replace(/^( +)mode: .*$/gm, (line, indent: string) =>
      [line, ...more.map((one) => indent + one)].join('\n'),
    )
}

/** The shipped dashboards, when the configuration uses their folder; one that exists elsewhere is not written again. */
function dashboardFiles(config: Config | undefined, { dashboards }: StarterOptions): InitFile[] {
  if (config && !config.grafana.dashboards?.includes(DASHBOARDS)) return []
  return shippedDashboards(config)
    .map(({ uid, text }) => ({
      uid,
      text: withInitMark(text, undefined),
      path: `${DASHBOARDS}/${uid}.json`,
      executable: false,
    }))
    .filter(({ uid, path }) => (dashboards.get(uid) ?? path) === path)
    .map(({ uid: _, ...file }) => file)
}
