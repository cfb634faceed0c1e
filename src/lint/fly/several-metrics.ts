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

/** The [[metrics]] sections that flyctl ignores, with the process groups that have an earlier section. */
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

/** Metrics that Fly's managed Prometheus does not scrape. */
export const severalMetrics: Rule<FlyFile> = {
  code: 'fly/several-metrics',
  severity: 'warning',
  what: 'A process group has several [[metrics]].',
  why: "flyctl uses only the first one; Fly's managed Prometheus does not scrape the others.",
  bad: file('\n▸[[metrics]]\nport = 9091\n'),
  good: file(''),
  check(subject, { report }) {
    for (const [section, again] of leftOut(subject))
      report(
        section.at,
        `[[metrics]] of port ${section.number('port')?.value} is not the first for process group ${again.join(', ')}: flyctl ignores it.`,
        'Give each service its own process group, or use the Prometheus that this action deploys.',
      )
  },
}
