/** Verifies once, as a run of ours does: one message tells what, one comes back. */
import { Agent } from 'undici'
import { createPrometheus } from '../../src/clients/prometheus/client.ts'
import { createPool } from '../../src/lib/http.ts'
import type { VerifyRequest } from '../../src/verify/request.ts'
import { verify } from '../../src/verify/verify.ts'
import { clock, tell } from './child.ts'

/** Maps travel between processes as they are, unlike in JSON. */
export type Job = Pick<VerifyRequest, 'config' | 'dashboards'> & {
  url: string
  machines: [string, Machine[]][]
}
type Machine = VerifyRequest['machines'] extends ReadonlyMap<string, readonly (infer M)[]> ? M : never

export interface Verified {
  /** Prometheus' clock when we began. */
  mark: number
  /** When the log told of each target that it is up, by the order in which it did. */
  told: number[]
  /** When the verdict was there. */
  ended: number
  up: number
  targets: number
  /** Panel queries with data, and all of them. */
  good: number
  asked: number
  /** CPU seconds of the whole process, its start included. */
  cpu: number
}

// Nobody answers at the public addresses of these apps, at once.
const nobody = new Agent({
  connect: { lookup: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) },
})

process.once('message', (job: Job) => void run(job))
tell('ready')

async function run({ url, machines, ...job }: Job): Promise<void> {
  const told: number[] = []
  const log = {
    info: (line: string) => void (/ up\b/.test(line) && told.push(clock())),
    debug: () => {},
    problem: () => {},
    block: () => {},
  }
  const pool = createPool()
  const evidence = await verify(
    { ...job, machines: new Map(machines), deadline: new Date(Date.now() + 120_000), prometheusUrl: url },
    { prometheus: createPrometheus({ url, pool }), pool: nobody, log },
  )
  const ended = clock()
  const { user, system } = process.cpuUsage()
  const { targets, panels } = evidence
  const verified: Verified = {
    mark: Date.parse(evidence.mark ?? ''),
    told,
    ended,
    up: targets.filter(({ state }) => state === 'up').length,
    targets: targets.length,
    good: panels.filter(({ state }) => state === 'data' || state === 'warning').length,
    asked: panels.length,
    cpu: (user + system) / 1e6,
  }
  tell(verified)
}
