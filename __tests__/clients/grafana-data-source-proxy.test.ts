import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createDataSourceProxy } from '../../src/clients/grafana/data-source-proxy.ts'
import { createPool } from '../../src/lib/http.ts'
import type { Prometheus } from '../../src/model/prometheus.ts'
import { DEPLOYMENT, PASSWORD, type Scene, scene } from '../apply/grafana-scene.ts'
import { TOKENS } from '../sandbox/grafana/server.ts'

/** Panels are asked through Grafana: who refuses, Grafana or Prometheus, decides what is to be done. */
let here: Scene
const pool = createPool()

beforeEach(async () => {
  here = await scene()
})

afterEach(() => here.close())

const asking = (token: string = TOKENS.viewer): Prometheus =>
  createDataSourceProxy({ url: here.grafana.url, token, pool }, DEPLOYMENT)

test('a viewer may ask', async () => {
  await here.run()
  expect((await asking().query('1')).result).toMatchObject({ resultType: 'scalar' })
})

test('a data source that is not there yet is named, and who makes it', async () => {
  await expect(asking().query('up')).rejects.toMatchObject({
    problems: [
      {
        code: 'grafana-datasource-missing',
        message: `Grafana has no data source "${DEPLOYMENT}" yet.`,
        hint: expect.stringContaining('Run mode deploy'),
      },
    ],
  })
})

test("a token that is none is Grafana's, an old password is Prometheus'", async () => {
  await here.run()
  await expect(asking(TOKENS.expired).query('up')).rejects.toMatchObject({
    problems: [{ code: 'grafana-unauthorized', hint: expect.stringContaining('has expired') }],
  })
  here.prometheus.password = 'battery staple'
  const refused = asking().query('up')
  await expect(refused).rejects.toMatchObject({
    problems: [
      {
        code: 'grafana-datasource-unhealthy',
        message: expect.stringContaining('refuses the password that Grafana has'),
      },
    ],
  })
  await expect(refused).rejects.not.toThrow(PASSWORD)
})

test("a refusal of Grafana itself is not blamed on Prometheus' address", async () => {
  const answers = [
    {
      type: 'application/json',
      body: '{"message":"bad request data","traceID":""}',
      says: 'bad request data',
    },
    { type: 'text/plain', body: 'no such tenant', says: 'no such tenant' },
  ]
  for (const { type, body, says } of answers) {
    const server = createServer((_, response) => {
      response.writeHead(400, { 'content-type': type }).end(body)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const refused = createDataSourceProxy({ url, token: TOKENS.viewer, pool }, DEPLOYMENT).query('up')
    await expect(refused).rejects.toMatchObject({
      problems: [
        {
          code: 'grafana-datasource-refused',
          message: expect.stringContaining(says),
          hint: expect.not.stringContaining('prometheus-url'),
        },
      ],
    })
    server.closeAllConnections()
    server.close()
  }
})
