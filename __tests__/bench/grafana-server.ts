/** A Grafana stand-in that takes its time to save, as the real one does: `anew` starts it empty, `requests` tells what was asked since. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import { startGrafana, TOKENS } from '../sandbox/grafana/server.ts'
import { answering, tell } from './child.ts'

/** Measured on Grafana 12.4: a save takes 33 ms, two at a time take no longer, and more only wait. */
const SAVE_MS = 32
const SAVES_AT_ONCE = 2

export interface Started {
  url: string
  token: string
  /** uid of a folder that is there. */
  folder: string
  /** Of the data source: it answers every query. */
  prometheus: string
}

const prometheus = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end('{"status":"success","data":{"resultType":"scalar","result":[1,"2"]}}')
})
await new Promise<void>((resolve) => prometheus.listen(0, '127.0.0.1', resolve))
const { port } = prometheus.address() as AddressInfo

const lanes = Array.from({ length: SAVES_AT_ONCE }, () => Promise.resolve())

/** A place in the shorter queue. */
function save(): Promise<void> {
  const lane = lanes.shift() ?? Promise.resolve()
  const done = lane.then(() => sleep(SAVE_MS))
  lanes.push(done)
  return done
}

let grafana = await startGrafana()
let counted = 0

answering<'anew' | 'requests'>(async (asked) => {
  if (asked === 'requests') {
    const fresh = grafana.requests().slice(counted)
    counted += fresh.length
    return fresh.map(({ method, path }) => `${method} ${path}`)
  }
  await grafana.close()
  grafana = await startGrafana({ pace: save })
  const started: Started = {
    url: grafana.url,
    token: TOKENS.admin,
    folder: 'bench',
    prometheus: `http://127.0.0.1:${port}`,
  }
  await request(`${started.url}/api/folders`, {
    method: 'POST',
    headers: { authorization: `Bearer ${started.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ uid: started.folder, title: started.folder }),
  })
  counted = grafana.requests().length
  return started
})
tell('ready')
