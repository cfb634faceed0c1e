import { readAsset } from '../assets.ts'
import { isOnFlysPrometheus } from '../config/fly-engine.ts'
import type { Config } from '../config/schema.ts'
import { shippedDashboards } from '../desired/dashboards/shipped.ts'
import { renderDockerfile } from '../desired/dockerfile.ts'
import type { InitFile } from '../desired/manual/files.ts'
import { withInitMark } from '../desired/manual/mark.ts'
import { PACKAGE } from '../lib/documentation.ts'
import { DASHBOARDS } from './draft.ts'
import { renderWorkflow, WORKFLOW, type WorkflowOptions } from './workflow.ts'

export interface StarterOptions extends WorkflowOptions {
  /** The package that scripts start: `github:OWNER/NAME#COMMIT`. */
  program: string
  /** uids of dashboards that are in the repository, with their paths relative to the working directory. */
  dashboards: ReadonlyMap<string, string>
}

type Copy = readonly [path: string, asset: string]

/** For the machine of Prometheus. */
const IMAGE: readonly Copy[] = [
  ['monitoring/docker-entrypoint.sh', 'templates/docker-entrypoint.sh'],
  ['Dockerfile.monitoring', 'templates/Dockerfile.monitoring'],
]
const SCRIPTS: readonly Copy[] = [
  ['scripts/deploy-with-monitoring.sh', 'templates/scripts/deploy-with-monitoring.sh'],
  ['scripts/import-grafana-dashboards.sh', 'templates/scripts/import-grafana-dashboards.sh'],
]

/** Starter files: nearly the same for every repository, and meant to be changed by the team. `config`: undefined for a draft that is not complete. */
export function starterFiles(config: Config | undefined, options: StarterOptions): InitFile[] {
  const hasMachine = !config || !isOnFlysPrometheus(config.monitoring)
  const workflow = atReference(renderWorkflow(config, options), options.program)
  return [
    ...[...(hasMachine ? IMAGE : []), ...SCRIPTS].map(([path, asset]) => ({
      path,
      text: withInitMark(starterText(config, asset).replaceAll(PACKAGE, options.program), undefined),
      executable: path.endsWith('.sh'),
    })),
    { path: WORKFLOW, text: withInitMark(workflow, undefined), executable: false },
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
