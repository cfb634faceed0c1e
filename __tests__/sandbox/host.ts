/**
 * A world for a real runner on this machine, which runs the action outside of it: `node __tests__/sandbox/host.ts FOLDER
 * WORKSPACE` makes FOLDER with a flyctl and WORKSPACE with a repository, prints the variables of the steps as
 * NAME=VALUE, and goes on until it is ended. Programs reach the world through a proxy on loopback.
 */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { join } from 'node:path'
import { GRAFANA_HOST } from './addresses.ts'
import { TOKENS } from './grafana/server.ts'
import { startWorld } from './harness.ts'
import { projectRoot } from './project.ts'
import { startReceiver } from './receiver.ts'
import { copyRepository } from './repository.ts'

/** Runs inside the world and listens on a file, which is the same inside and outside: a proxy for HTTPS, and Fly's API. */
const DOOR = `
const http = require('node:http')
const net = require('node:net')
const [file, api] = process.argv.slice(1)
http.createServer((request, response) => {
  const target = http.request(api + request.url, { method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers)
    answer.pipe(response)
  })
  target.on('error', () => response.destroy())
  request.pipe(target)
}).on('connect', (request, socket, head) => {
  const { hostname, port } = new URL('http://' + request.url)
  const target = net.connect(Number(port), hostname, () => {
    socket.write('HTTP/1.1 200 OK\\r\\n\\r\\n')
    target.write(head)
    socket.pipe(target).pipe(socket)
  })
  for (const [one, other] of [[socket, target], [target, socket]]) one.on('error', () => other.destroy())
}).listen(file, () => { require('node:fs').chmodSync(file, 0o777); console.log('open') })
`

/** A port on loopback of this machine that leads to the file. */
async function portTo(file: string): Promise<number> {
  const server = createServer((socket) => {
    const inside = connect(file)
    socket.pipe(inside).pipe(socket)
    for (const [one, other] of [
      [socket, inside],
      [inside, socket],
    ] as const)
      one.on('error', () => other.destroy())
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

const [folder, workspace] = process.argv.slice(2)
if (!folder || !workspace) throw new Error('Usage: node __tests__/sandbox/host.ts FOLDER WORKSPACE')

await using world = await startWorld()
const receiver = await startReceiver(world)
await mkdir(join(folder, 'bin'), { recursive: true })
// Not the one in this repository: no program of the repository is started.
await cp(`${projectRoot}__tests__/sandbox/bin/flyctl`, join(folder, 'bin', 'flyctl'))
const { NODE_EXTRA_CA_CERTS: ca = '', FLY_API_BASE_URL: api = '' } = world.ready.env
await writeFile(join(folder, 'ca.pem'), (await world.run({ command: 'cat', args: [ca] })).stdout)
await using repository = await copyRepository({
  monitoringTag: world.ready.monitoringTag,
  set: { 'alerts.notify': { webhook: {} } },
})
await cp(repository.path, workspace, { recursive: true })

const file = join(folder, 'door')
const isOpen = Promise.withResolvers<void>()
const door = world.start({
  command: process.execPath,
  args: ['--eval', DOOR, file, api],
  onOutput: () => isOpen.resolve(),
})
await Promise.race([isOpen.promise, door.done])
const port = await portTo(file)

const variables = {
  HTTPS_PROXY: `http://127.0.0.1:${port}`,
  FLY_API_BASE_URL: `http://127.0.0.1:${port}`,
  NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
  FLY_API_TOKEN: 'fake-org-token',
  GRAFANA_URL: `https://${GRAFANA_HOST}`,
  GRAFANA_API_KEY: TOKENS.admin,
  NOTIFY_WEBHOOK_URL: receiver.url('/200/alerts'),
}
for (const [name, value] of Object.entries(variables)) console.log(`${name}=${value}`)
await new Promise((end) => process.once('SIGTERM', end))
process.exit(0)
