import { afterAll, beforeAll, expect, test as plainTest } from '@jest/globals'
import { flyToml, follow, GRAFANA, type Installed, packProject, rest, stepsOf } from './how-to.ts'
import { inWorld, QUICK } from './suite.ts'

let installed: Installed
beforeAll(async () => {
  installed = await packProject()
}, 60_000)
afterAll(async () => {
  await installed[Symbol.asyncDispose]()
})

inWorld({ platform: QUICK }, (test) => {
  test('one app, from its fly.toml to a proven deployment; then its Grafana, then another repository that only watches', async (world) => {
    const { reader, results } = await follow(world, installed, 'one-app', {
      'fly.toml': await flyToml('chat'),
    })
    expect(results.at(-2)?.stdout).toContain('✔ Proven: 1 of 1 target scraped after this deploy')
    expect(results.at(-1)?.stdout).toMatch(/^[\w-]{43}\n$/)

    const [first] = await reader.follow('self-hosted-grafana', { '': GRAFANA })
    expect(first?.stdout).toMatch(/^✔ Done: the dashboards are in Grafana/m)
    const written = (await world.grafana.requests()).filter(({ method }) => method !== 'GET').length
    await reader.run('scripts/import-grafana-dashboards.sh', GRAFANA)
    expect((await world.grafana.requests()).filter(({ method }) => method !== 'GET').length).toBe(written)

    const watching = await follow(world, installed, 'monitoring-only', {})
    expect(watching.last).toContain('✔ Proven: 1 of 1 target scraped since this check began')
    await rest(world, watching.reader, 'watch-chat')
    await rest(world, reader, 'chat', 'chat-monitoring')
  })
})

plainTest(
  'what the page about Grafana Cloud types is typed elsewhere too: its Cloud is not in the sandbox',
  async () => {
    const scripts = async (page: string) =>
      (await stepsOf(page)).flatMap((step) => (step.kind === 'run' ? [step.script] : []))
    const elsewhere = await scripts('one-app')
    for (const script of await scripts('grafana-cloud')) expect(elsewhere).toContain(script)
  },
)
