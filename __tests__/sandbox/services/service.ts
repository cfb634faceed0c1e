/** One service of Fechatter: `node service.ts notify_server`. Serves its metrics until it is told to stop. */
import { createServer, get, type RequestListener, type ServerResponse } from 'node:http'
import { type Behaviour, behaviourOf, MISBEHAVIOURS } from './behaviours.ts'
import type { Meter } from './metrics.ts'
import { GATEWAY_PORT, isService, PORTS } from './ports.ts'

const EXPOSITION = 'text/plain; version=0.0.4; charset=utf-8'
/** How often something happens; often enough for rates over a second. */
const TICK_MS = 100

function send(response: ServerResponse, status: number, type: string | undefined, body: string): void {
  response.writeHead(status, type === undefined ? {} : { 'content-type': type }).end(body)
}

function metricsPage(meter: Meter, behaviour: Behaviour): RequestListener {
  const { misbehaviour } = behaviour
  return async (request, response) => {
    const path = request.url?.split('?')[0]
    if (path === '/health') return send(response, 200, 'text/plain', 'OK')
    if (!behaviour.anyPath && path !== '/metrics') return send(response, 404, 'text/plain', 'Not Found\n')
    if (misbehaviour === 'hang') return
    const wrong = misbehaviour && MISBEHAVIOURS[misbehaviour]
    if (wrong) return send(response, wrong.status, wrong.type, wrong.body)
    if (behaviour.emptyAtFirst && !behaviour.traffic) return send(response, 200, 'text/plain', '')
    const page = await meter.expose(misbehaviour === 'poor' ? meter.names.at(-1) : undefined)
    send(response, 200, behaviour.emptyAtFirst ? 'text/plain' : EXPOSITION, page)
  }
}

/** What the public sees: two health pages, and the server's metrics as its users know them. */
const gateway: RequestListener = (request, response) => {
  const path = request.url?.split('?')[0]
  if (path === '/health' || path === '/sse/health')
    return send(response, 200, 'application/json', '{"status":"ok"}')
  if (path !== '/metrics') return send(response, 404, 'text/plain', 'Not Found\n')
  const inner = get({ host: '127.0.0.1', port: PORTS.fechatter_server, path: '/metrics' }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  inner.once('error', () => send(response, 502, 'text/plain', 'Bad Gateway\n'))
}

async function listener(
  name: string,
  behaviour: Behaviour,
): Promise<{ port: number; serve: RequestListener }> {
  if (name === 'gateway') return { port: GATEWAY_PORT, serve: gateway }
  if (!isService(name)) throw new Error(`there is no service ${name}`)
  // The gateway starts without it.
  const { createMeter, MODELS } = await import('./metrics.ts')
  const meter = createMeter(MODELS[name], behaviour.summaries)
  if (behaviour.traffic) {
    meter.traffic()
    setInterval(meter.traffic, TICK_MS)
  }
  return { port: PORTS[name], serve: metricsPage(meter, behaviour) }
}

const name = process.argv[2] ?? ''
const behaviour = behaviourOf(name, process.env)
const { port, serve } = await listener(name, behaviour)
createServer(serve).listen({ port, host: behaviour.host }, () => {
  console.log(`${name} listens on ${behaviour.host}:${port}`)
})
