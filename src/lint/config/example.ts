import type { Example } from '../rule.ts'

/** A service of the examples. */
export const EXAMPLE_SERVICE = '{ name: web, app: chat, port: 9090 }'

/** A configuration with one app and one service, with changes. */
export function configExample(
  change: Partial<Record<'monitoring' | 'apps' | 'services' | 'more', string>> = {},
): Example {
  const {
    monitoring = '{ app: mon }',
    apps = '{ app: chat }',
    services = EXAMPLE_SERVICE,
    more = '',
  } = change
  const text = `monitoring: ${monitoring}
apps:
  - ${apps}
services:
  - ${services}
${more}`
  return { path: 'monitoring.yml', text }
}
