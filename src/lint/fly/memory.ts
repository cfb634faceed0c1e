import type { Rule } from '../rule.ts'
import { type FlyFile, TOP } from './subject.ts'

const file = (vm: string, mark = ''): { path: string; text: string } => ({
  path: 'fly.monitoring.toml',
  text: `${mark}app = "mon"

[checks.up]
type = "tcp"
port = 9090
${vm}`,
})

/** A Prometheus with the default memory of an app. */
export const memory: Rule<FlyFile> = {
  code: 'fly/memory',
  severity: 'warning',
  what: 'The app that runs Prometheus does not set its memory.',
  why: 'A new app gets 256 MB, too little for Prometheus with more than a few targets.',
  bad: file('', '▸'),
  good: file('\n[[vm]]\nmemory = "512mb"\n'),
  check({ fly, role }, { report }) {
    if (role === 'monitoring' && fly.machines.length === 0)
      report(TOP, 'There is no [[vm]]: Prometheus gets 256 MB.', 'Add [[vm]] with `memory = "512mb"`.')
  },
}
