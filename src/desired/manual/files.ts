import { isAgent } from '../../config/engine.ts'
import { isOnFlysPrometheus } from '../../config/fly-engine.ts'
import type { Config } from '../../config/schema.ts'
import { hasShards } from '../../config/shards.ts'
import { prometheusVersionOf } from '../../model/prometheus-version.ts'
import { alertmanagerFiles } from '../alertmanager/alertmanager.ts'
import { renderManualFlyToml } from '../fly-toml.ts'
import { GUEST_PATHS, ownRuleFile, renderPrometheus } from '../prometheus.ts'
import { renderRules } from '../prometheus-rules.ts'
import { withInitMark } from './mark.ts'
import { ALERTMANAGER_FOLDER, FLY_TOML_PATH, PROMETHEUS_PATH, RULES_PATH } from './paths.ts'

/** A file that `init` writes. `path` is relative to the working directory. */
export interface InitFile {
  path: string
  text: string
  executable: boolean
}

/** The configuration that the entrypoint completes. */
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml'

const placeholder = (name: string): string => `$\{${name}}`

/** Placeholders that the entrypoint fills in; where they are not set, it leaves the whole block out. */
const REMOTE_WRITE = {
  url: placeholder('GRAFANA_PROMETHEUS_URL'),
  user: placeholder('GRAFANA_PROMETHEUS_USER'),
}

/** The entrypoint fills them in from the process group of the machine. */
const SHARD = { number: placeholder('SHARD'), hash: placeholder('SHARD_HASH') }

/**
 * The files that are generated from the configuration, with the same renderer as a deploy, for deploying manually with
 * flyctl.
 * @param source path of the configuration
 * @param ownRules paths of the rule files of `alerts.rules`, relative to the working directory: they stay where they are
 */
export function renderedFiles(config: Config, source: string, ownRules: readonly string[]): InitFile[] {
  // There is no machine to deploy.
  if (isOnFlysPrometheus(config.monitoring)) return []
  // An agent refuses a configuration with rule files.
  const rules = isAgent(config.monitoring)
    ? []
    : [
        { path: RULES_PATH, guestPath: GUEST_PATHS.rules },
        ...ownRules.map((path, i) => ({ path, guestPath: ownRuleFile(path, i).guestPath })),
      ]
  const prometheus = renderPrometheus(config, {
    version: prometheusVersionOf(config.monitoring.image),
    ruleFiles: rules.map(({ guestPath }) => guestPath),
    remoteWrite: REMOTE_WRITE,
    ...(hasShards(config.monitoring) && { shard: SHARD }),
  })
  const { monitoring, alerts } = config
  // The entrypoint leaves out what is optional and has no secret.
  const alertmanager = (
    alerts.notify ? alertmanagerFiles(monitoring.app, alerts.notify, () => true) : []
  ).map(({ name, ...file }) => ({ ...file, path: `${ALERTMANAGER_FOLDER}/${name}` }))
  const flyToml = renderManualFlyToml(config, [
    { guestPath: GUEST_TEMPLATE, path: PROMETHEUS_PATH },
    ...rules,
    ...alertmanager,
  ])
  const files = {
    [PROMETHEUS_PATH]: withIgnoreComment(prometheus),
    ...(rules.length > 0 && { [RULES_PATH]: renderRules(config, { remoteWrite: true }) }),
    ...Object.fromEntries(alertmanager.map(({ path, content }) => [path, content])),
    [FLY_TOML_PATH]: `${BY_HAND}${flyToml}`,
  }
  return Object.entries(files).map(([path, text]) => ({
    path,
    text: withInitMark(text, source),
    executable: false,
  }))
}

const BY_HAND = `# To deploy manually, run in this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# The secrets that it needs are listed in monitoring/docker-entrypoint.sh.
`

/** Prometheus does not expand these placeholders, but the entrypoint does: the comment silences the finding of `plan`. */
const withIgnoreComment = (text: string): string =>
  text.replace(
    /^( *)(?! ).*\$\{(?:GRAFANA_PROMETHEUS_|SHARD\})/gm,
    (line, indent: string) =>
      `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh fills in the value\n${line}`,
  )
