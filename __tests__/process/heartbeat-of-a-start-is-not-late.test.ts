import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { renderAlertmanager } from '../../src/desired/alertmanager/alertmanager.ts'
import { until } from '../sandbox/until.ts'
import { freePort } from '../support/free-port.ts'
import { scratchFolder } from '../support/scratch.ts'

const ALERTMANAGER = process.env.VERIFY_ALERTMANAGER ?? 'prometheus-alertmanager'

/** A server on a free port, and what was sent to it. */
async function receiver() {
  const paths: string[] = []
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    response.end('ok')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, paths, server }
}

const at = (ms: number) => new Date(Date.now() + ms).toISOString()

test('what arrives first may be the end of an earlier Watchdog: the ping of this start does not wait a minute', async () => {
  using folder = scratchFolder()
  const { url, paths, server } = await receiver()
  const port = await freePort()
  // Older versions read addresses from the configuration alone; the entrypoint does the same for them.
  const config = renderAlertmanager({ webhook: {} }, (secret) => secret === 'heartbeat-url').replaceAll(
    /url_file: .*\/(\S+)/g,
    (_, secret) => `url: ${url}/${secret}`,
  )
  writeFileSync(join(folder.path, 'alertmanager.yml'), config)
  const alertmanager = spawn(ALERTMANAGER, [
    `--config.file=${folder.path}/alertmanager.yml`,
    `--storage.path=${folder.path}/data`,
    `--web.listen-address=127.0.0.1:${port}`,
    '--cluster.listen-address=',
  ])
  const ended = once(alertmanager, 'close')
  try {
    const post = async (alert: object) => {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v2/alerts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([alert]),
      })
      expect(answer.status).toBe(200)
      return true
    }
    const labels = { alertname: 'Watchdog', severity: 'none' }
    // It fired while Prometheus did not know this Alertmanager yet.
    await until('the Alertmanager', () => post({ labels, startsAt: at(-9_000), endsAt: at(-100) }))
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(paths).toEqual([])
    await post({ labels: { ...labels, started: '1' }, startsAt: at(0), endsAt: at(40_000) })
    await until('the ping', async () => paths.includes('/heartbeat-url'))
    await until('the message of the start', async () => paths.includes('/notify-webhook-url'))
  } finally {
    alertmanager.kill()
    await ended
    server.close()
  }
}, 120_000)
