/** Looks at the targets of a Prometheus every 50 ms and remembers when all were up, by their oldest scrape: `node poller.ts URL N`. */
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import { answering, clock, tell } from './child.ts'

/** When an answer came in which all were up, and the start of the oldest of their last scrapes. */
export interface AllUp {
  at: number
  oldest: number
}

const [url, wanted] = process.argv.slice(2)
let seen: AllUp[] = []

answering<'take'>(async () => {
  const taken = seen
  seen = []
  return taken
})
tell('ready')

for (let due = performance.now(); ; due = Math.max(due + 50, performance.now())) {
  await sleep(Math.max(0, due - performance.now()))
  const answer = await request(`${url}/api/v1/targets?state=active`).catch(() => undefined)
  if (answer?.statusCode !== 200) continue
  const body = (await answer.body.json()) as {
    data: { activeTargets: { health: string; lastScrape: string }[] }
  }
  const up = body.data.activeTargets.filter(({ health }) => health === 'up')
  if (up.length < Number(wanted)) continue
  seen.push({ at: clock(), oldest: Math.min(...up.map(({ lastScrape }) => Date.parse(lastScrape))) })
}
