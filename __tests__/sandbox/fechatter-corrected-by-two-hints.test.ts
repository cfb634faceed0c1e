import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as plainTest } from '@jest/globals'
import type { World } from './harness.ts'
import { projectRoot } from './project.ts'
import { inWorld, QUICK } from './suite.ts'

/** Fechatter's own files. They are not ours to copy, so a clone by itself does not have them. */
const FILES = join(projectRoot, '../shared/fixtures/fechatter')

const MONITORING = (tag: string) => `
monitoring: { app: fechatter-monitoring, organization: acme, scrape_interval: 1s, image: "registry.fly.io/fechatter-monitoring:${tag}" }
apps: [{ app: fechatter-demo, image: "registry.fly.io/fechatter:v1", health: /health }]
services:
  - { name: fechatter_server, app: fechatter-demo, port: 9090 }
  - { name: notify_server, app: fechatter-demo, port: 9091 }
  - { name: analytics_server, app: fechatter-demo, port: 7778 }
  - { name: bot_server, app: fechatter-demo, port: 9092 }
`

/** What a person would do who follows the two hints. */
const corrected = (toml: string) =>
  toml
    .replace('[http_service]\n', '[http_service]\nprocesses = ["app"]\n')
    .replace('[checks.health]\n', '[checks.health]\ntype = "http"\n')

async function act(world: World, change: (toml: string) => string) {
  const workspace = await mkdtemp(join(tmpdir(), 'fechatter-own-'))
  try {
    await writeFile(join(workspace, 'fly.toml'), change(await readFile(join(FILES, 'fly.toml'), 'utf8')))
    await writeFile(join(workspace, 'monitoring.yml'), MONITORING(world.ready.monitoringTag))
    return await world.action({ workspace, inputs: { 'fly-api-token': 'fake-org-token' } })
  } finally {
    await rm(workspace, { recursive: true, force: true })
  }
}

if (!existsSync(FILES))
  plainTest.skip("Fechatter's own files, refused and corrected (they are not part of a clone)", () => {})
else
  inWorld({ platform: QUICK }, (test) => {
    test("Fechatter's own fly.toml is refused for exactly its two faults, and nothing is touched", async (world) => {
      const result = await act(world, (toml) => toml)
      expect(result).toMatchObject({ code: 1, outputs: { verdict: 'failed', changed: 'false' } })
      const lines = (await readFile(join(FILES, 'fly.toml'), 'utf8')).split('\n')
      const line = (text: string) => lines.indexOf(text) + 1
      const errors = [...result.stdout.matchAll(/^::error title=([^,]+),file=([^,]+),line=(\d+),/gm)]
      expect(errors.map(([, code, file, at]) => `${code} ${file}:${at}`).toSorted()).toEqual([
        `fly/check-type fly.toml:${line('[checks.health]')}`,
        `fly/service-processes fly.toml:${line('[http_service]')}`,
      ])
      expect((await world.platform.calls()).map(({ argv }) => argv[0])).not.toContain('deploy')
    })

    test('a copy that follows the two hints goes through to a proven deployment', async (world) => {
      const result = await act(world, corrected)
      expect(result.summary).toContain('# ✅ Proven: 4 of 4 targets')
      expect(result).toMatchObject({ code: 0, outputs: { verdict: 'proven', 'targets-total': '4' } })
    })
  })
