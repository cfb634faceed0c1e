import type { Config } from '../config/schema.ts'
import { renderManualFlyToml } from '../render/fly-toml.ts'
import { GUEST, renderPrometheus } from '../render/prometheus.ts'
import { renderRules } from '../render/rules.ts'
import { versionOf } from '../render/version.ts'
import { withMark } from './mark.ts'
import { FLY_TOML, PROMETHEUS, RULES } from './paths.ts'

/** A file as `init` writes it. Paths are relative to the working directory. */
export interface InitFile {
  path: string
  text: string
  executable: boolean
}

/** Where the entrypoint looks for the configuration that it completes. */
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml'

const placeholder = (name: string): string => `$\{${name}}`

/** What the entrypoint puts in; where it is not set, it leaves the whole block out. */
const REMOTE_WRITE = {
  url: placeholder('GRAFANA_PROMETHEUS_URL'),
  user: placeholder('GRAFANA_PROMETHEUS_USER'),
}

/**
 * The files that are made from the configuration by the renderer of the deploy, for deploying by hand with flyctl.
 * `source` is the path of the configuration.
 */
export function renderedFiles(config: Config, source: string): InitFile[] {
  const prometheus = renderPrometheus(config, {
    version: versionOf(config.monitoring.image),
    rules: true,
    remoteWrite: REMOTE_WRITE,
  })
  const flyToml = renderManualFlyToml(config, [
    { guestPath: GUEST_TEMPLATE, path: PROMETHEUS },
    { guestPath: GUEST.rules, path: RULES },
  ])
  const files = {
    [PROMETHEUS]: excused(prometheus),
    [RULES]: renderRules(config, { remoteWrite: true }),
    [FLY_TOML]: `${BY_HAND}${flyToml}`,
  }
  return Object.entries(files).map(([path, text]) => ({
    path,
    text: withMark(text, source),
    executable: false,
  }))
}

const BY_HAND = `# By hand, from this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# Secrets that monitoring/docker-entrypoint.sh wants are told there.
`

/** Prometheus would not expand these; plan is told that the entrypoint does. */
const excused = (text: string): string =>
  text.replace(
    /^( *)(?! ).*\$\{GRAFANA_PROMETHEUS_/gm,
    (line, indent: string) =>
      `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh puts the value in\n${line}`,
  )
