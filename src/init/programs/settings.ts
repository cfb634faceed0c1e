import { posix } from 'node:path'
import { lineAt } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { contextOf } from '../build/folder.ts'
import type { MetricsEvidence } from '../evidence.ts'
import { type Endpoint, placeText } from '../findings.ts'

/** An address of the metrics, by its name; one on loopback is not reachable from another machine. */
const SETTING =
  /\bmetrics[-_.]?(?:addr(?:ess)?|listen(?:[-_]addr(?:ess)?)?|bind(?:[-_]addr(?:ess)?)?|port)["']?[ \t]*[:=][ \t]*["']?(?:https?:\/\/)?(?:0\.0\.0\.0|\[::\]|\*)?:?(\d{4,5})\b/i
const SETTINGS_FILE = /\.(?:json|ya?ml|toml|properties|conf|cfg|ini|hcl)$/

/**
 * Where a program of somebody else publishes metrics, as the settings say that its Dockerfile copies: `metrics-addr` of dockerd,
 * `metrics_address` of TorchServe.
 */
export function programEndpoints(app: ChosenApp, evidence: MetricsEvidence): Endpoint[] {
  const { build } = app.facts
  if (!build) return []
  const context = contextOf(app, evidence) ?? posix.dirname(build.file)
  const paths = build.copied.filter((path) => SETTINGS_FILE.test(path))
  for (const file of paths.map((path) => posix.join(context, path))) {
    const text = evidence.textOf(file) ?? ''
    const found = SETTING.exec(text)
    if (!found) continue
    const at = { file, line: lineAt(text, found.index), column: 1 }
    return [{ port: Number(found[1]), path: '/metrics', at, why: `${placeText(at)} has the port` }]
  }
  return []
}
