import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (app: string): string => `${app}

[checks.alive]
type = "tcp"
port = 8080
`

/** Two names for one app. */
export const appName: Rule<FlyFile> = {
  code: 'fly/app-name',
  severity: 'warning',
  what: 'fly.toml has another app name than the configuration.',
  why: 'Prometheus looks for the services under APP.internal; a name that does not exist cannot be resolved.',
  bad: file('▸app = "chatter"'),
  good: file('app = "chat"'),
  check({ fly, app, role, isScrapedByFly }, { report }) {
    if (!fly.app || fly.app.value === app) return
    // With `engine: fly` a file of the monitoring machine is left over.
    if (isScrapedByFly && role === 'monitoring') return
    const found = isScrapedByFly ? '' : `, and Prometheus looks for ${app}.internal`
    report(
      fly.app.at,
      `The app is ${quoted(fly.app.value)} here and ${quoted(app)} in the configuration.`,
      `Use the same name: the deploy goes to ${app}${found}.`,
    )
  },
}
