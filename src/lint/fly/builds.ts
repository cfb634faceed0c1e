import { count, list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (build: string): string => `app = "chat"

${build}

[checks.alive]
type = "tcp"
port = 8080
`

/** More than one way to build. */
export const builds: Rule<FlyFile> = {
  code: 'fly/builds',
  severity: 'warning',
  what: '[build] names more than one way to build.',
  why: 'flyctl warns and uses one of them.',
  bad: file('▸[build]\nimage = "ghcr.io/acme/chat"\ndockerfile = "Dockerfile"'),
  good: file('[build]\nimage = "ghcr.io/acme/chat"'),
  check({ fly }, { report }) {
    const ways = ['image', 'builder', 'dockerfile', 'builtin'].filter((key) => fly.build?.text(key)?.value)
    if (fly.build && ways.length > 1)
      report(
        fly.build.at,
        `[build] names ${count(ways.length, 'way')} to build: ${list(ways)}.`,
        'Keep one of them.',
      )
  },
}
