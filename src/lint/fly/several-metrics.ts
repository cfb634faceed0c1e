import type { Section } from '../../formats/fly-toml.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, groupsOf } from './subject.ts'

const file = (more: string): string => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[metrics]]
port = 9090
${more}`

/** Sections [[metrics]] that flyctl leaves out: it sends the first of a process group. `again` are the groups. */
export function leftOut({ fly }: FlyFile): Map<Section, string[]> {
  const seen = new Set<string>()
  return new Map(
    fly.metrics.flatMap((section): [Section, string[]][] => {
      const groups = groupsOf(section.processes, fly)
      const again = groups.filter((group) => seen.has(group))
      for (const group of groups) seen.add(group)
      return again.length > 0 ? [[section, again]] : []
    }),
  )
}

/** Metrics that Fly's own Prometheus never sees. */
export const severalMetrics: Rule<FlyFile> = {
  code: 'fly/several-metrics',
  severity: 'warning',
  what: 'There are several [[metrics]] for one process group.',
  why: "flyctl sends only the first of them; Fly's own Prometheus never sees the others.",
  bad: file('\n▸[[metrics]]\nport = 9091\n'),
  good: file(''),
  check(subject, { report }) {
    for (const [section, again] of leftOut(subject))
      report(
        section.at,
        `[[metrics]] of port ${section.number('port')?.value} is not the first for process group ${again.join(', ')}: flyctl leaves it out.`,
        'Give each service a process group of its own, or rely on the Prometheus that is deployed here.',
      )
  },
}
