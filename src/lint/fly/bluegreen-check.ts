import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (check: string): string => `app = "chat"

[deploy]
${check ? '' : '▸'}strategy = "bluegreen"

[http_service]
internal_port = 8080
${check}`

/** A strategy that asks the checks of the new machines. */
export const bluegreenCheck: Rule<FlyFile> = {
  code: 'fly/bluegreen-check',
  severity: 'warning',
  what: 'The deploy strategy is bluegreen, and the app has no check.',
  why: 'flyctl refuses it once the app has machines: it wants at least one check. Those in `machine_checks` do not count.',
  bad: file(''),
  good: file('\n[[http_service.checks]]\npath = "/health"\n'),
  check({ fly }, { report }) {
    const strategy = fly.deploy?.strategy
    if (strategy && lacksBluegreenCheck(fly))
      report(
        strategy.at,
        'The strategy bluegreen needs a check, and there is none: flyctl refuses each deploy but the first one.',
        'Add [[http_service.checks]] with a `path` that the app answers with 200, or [checks.alive] with `type = "tcp"` and the port of the app.',
      )
  },
}

/** Whether flyctl refuses the strategy of a Fly configuration, since no machine would have a check. */
export const lacksBluegreenCheck = ({ deploy, checks, services }: FlyFile['fly']): boolean =>
  deploy?.strategy?.value === 'bluegreen' &&
  checks.length === 0 &&
  services.every((service) => service.checks.length === 0)
