import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderDockerfile } from '../../desired/dockerfile.ts'
import type { MonitoringApp } from '../../desired/monitoring-app.ts'
import type { MonitoringOrder } from '../../plan/fly/plan.ts'

/** The files that the image is built from: the name in the templates and the path in the build context. */
const BUILD_FILES = [
  ['Dockerfile.monitoring', 'Dockerfile.monitoring'],
  ['docker-entrypoint.sh', 'monitoring/docker-entrypoint.sh'],
] as const
type BuildFile = (typeof BUILD_FILES)[number][0]

/** The desired monitoring app, with the digest of the files that its image is built from. */
export async function orderMonitoring(desired: MonitoringApp, templates: string): Promise<MonitoringOrder> {
  const build = createHash('sha256')
  for (const [name] of BUILD_FILES) build.update(await buildFile(name, templates, desired)).update('\0')
  return { desired, templates, buildDigest: build.digest('hex').slice(0, 16) }
}

/** Writes all files that flyctl reads to one folder: it resolves `local_path` from the folder that it runs in. */
export async function writeBuildContext(
  folder: string,
  { desired, templates }: MonitoringOrder,
): Promise<void> {
  await mkdir(join(folder, 'monitoring'), { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'fly.monitoring.toml'), desired.flyToml)
  for (const file of desired.files) await writeFile(join(folder, file.name), file.content)
  for (const [name, place] of BUILD_FILES)
    await writeFile(join(folder, place), await buildFile(name, templates, desired))
}

/** The text of a file that the image is built from. */
async function buildFile(name: BuildFile, templates: string, desired: MonitoringApp): Promise<string> {
  const text = await readFile(join(templates, name), 'utf8')
  return name === 'Dockerfile.monitoring' ? renderDockerfile(text, desired.alertmanager) : text
}
