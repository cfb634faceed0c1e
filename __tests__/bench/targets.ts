/** Serves the four services' metrics on ports that open and close on demand: `node targets.ts HOST PORT…`. */
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { createMeter, MODELS } from '../sandbox/services/metrics.ts'
import { answering, tell } from './child.ts'

const [host = '', ...ports] = process.argv.slice(2)
const services = Object.values(MODELS).map((model, i) => {
  const meter = createMeter(model, false)
  setInterval(() => meter.traffic(), 100)
  const server = createServer(async (_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4')
    response.end(await meter.expose())
  })
  return { server, port: Number(ports[i]) }
})

/** Milliseconds to wait before each of them opens; none: all close. */
answering<number[]>(async (delays) => {
  if (delays.length === 0)
    for (const { server } of services) {
      server.close()
      server.closeAllConnections()
    }
  for (const [i, delay] of delays.entries())
    void sleep(delay).then(() => services[i]?.server.listen(services[i].port, host))
})
tell('ready')
