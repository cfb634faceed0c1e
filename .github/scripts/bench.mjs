// Measures speed, compared with a minimal program:  npm run bench [-- start verify grafana plan]
// Prints medians and ratios of interleaved runs; the numbers depend on the machine and its load.
import { availableParallelism, loadavg } from 'node:os'
import { grafana } from '../../__tests__/bench/grafana.ts'
import { plan } from '../../__tests__/bench/plan.ts'
import { start } from '../../__tests__/bench/start.ts'
import { verify } from '../../__tests__/bench/verify.ts'

const PARTS = { start, verify, grafana, plan }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name))
if (unknown.length > 0) {
  console.error(`Unknown benchmark: ${unknown.join(', ')}. Use one of: ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
  await PARTS[name]()
  console.log(
    `  Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}\n`,
  )
}
