import { mkdir, writeFile } from 'node:fs/promises'
import { expect } from '@jest/globals'
import type { World } from './harness.ts'
import { type Receiver, startReceiver } from './receiver.ts'
import { copyRepository } from './repository.ts'
import type { ActionResult } from './runner.ts'

const PASSWORD = 'correct horse battery'

/** A rule of the team, so that nobody has to wait two minutes for TargetDown. */
const RULES = `groups:
  - name: team
    rules:
      - alert: NotifyServerDown
        expr: count by (app, service) (up{service="notify_server"} == 0)
        for: 3s
        labels: { severity: critical }
        annotations:
          summary: notify_server is down
          runbook_url: https://runbooks.example/notify
          dashboard_url: https://grafana.example/d/notify
`

/** The shipped action, and a server that receives what it and its Alertmanager send. */
export interface Alerting {
  /** Runs the action on a repository with these receivers; an input that begins with `/` is a path of the server. */
  act(world: World, inputs: Record<string, string>, notify?: object): Promise<ActionResult>
  /** What has arrived below a path of the server. */
  arrived(path: string): ReturnType<Receiver['messages']>
}

/** For the world of one file: the server is started with the first run. */
export function alerting(): Alerting {
  let receiver: Receiver | undefined
  return {
    async act(world, inputs, notify = { webhook: {} }) {
      receiver ??= await startReceiver(world)
      const { url } = receiver
      await using workspace = await copyRepository({
        monitoringTag: world.ready.monitoringTag,
        set: {
          'monitoring.scrape_interval': '1s',
          'alerts.notify': notify,
          'alerts.rules': ['monitoring/rules'],
        },
      })
      await mkdir(`${workspace.path}/monitoring/rules`, { recursive: true })
      await writeFile(`${workspace.path}/monitoring/rules/team.yml`, RULES)
      const given = Object.entries(inputs).map(([name, value]) => [
        name,
        value.startsWith('/') ? url(value) : value,
      ])
      const result = await world.action({
        workspace: workspace.path,
        inputs: {
          'fly-api-token': 'fake-org-token',
          'prometheus-password': PASSWORD,
          ...Object.fromEntries(given),
        },
      })
      for (const text of [result.stdout.replaceAll(/^::add-mask::.*$/gm, ''), result.stderr, result.summary])
        expect(text).not.toMatch(/secret-(?:hook|channel|ping)/)
      return result
    },
    arrived: (path) => receiver?.messages().filter((message) => message.path.startsWith(path)) ?? [],
  }
}
