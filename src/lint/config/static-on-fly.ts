import type { Locate } from '../../config/load.ts'
import type { Config } from '../../config/schema.ts'
import { isOnFly } from '../../config/services.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { diagnostic, type Entry } from '../rule.ts'
import { configExample } from './example.ts'

export const configStaticOnFly: Entry = {
  code: 'config/static-on-fly',
  severity: 'warning',
  what: 'A static address is that of an app on Fly.',
  why: 'All machines of the app share it: each scrape reaches another one, and their counters are mixed into one series.',
  bad: configExample({ services: '{ name: web, discovery: static, addresses: [▸"chat.internal:9090"] }' }),
  good: configExample({ services: '{ name: web, app: chat, port: 9090 }' }),
}

/** The one machine of `MACHINE.vm.APP.internal` is a target of its own. */
const OF_APP = /^(?!.*\.vm\.)(?:[\w-]+\.)*?([\w-]+)\.(?:internal|flycast):(\d+)$/i
const PUBLIC = /^([\w-]+)\.fly\.dev:\d+$/i

/** Static addresses under which all machines of an app answer in turn. */
export const staticOnFly = ({ services, apps }: Config, locate: Locate): Diagnostic[] =>
  services.flatMap((service, i) =>
    isOnFly(service)
      ? []
      : service.addresses.flatMap((address, n) => {
          const app = OF_APP.exec(address)?.[1] ?? appAt(address, apps)
          if (app === undefined) return []
          const message = `${quoted(address)} is the app ${app} on Fly: each scrape reaches any one of its machines.`
          const hint = `Use app: ${app} with port instead of discovery: static: every machine is scraped.`
          return [diagnostic(configStaticOnFly, locate(['services', i, 'addresses', n]), message, hint)]
        }),
  )

/** The public address of an app of another organization is the only one that can be reached. */
function appAt(address: string, apps: Config['apps']): string | undefined {
  const name = PUBLIC.exec(address)?.[1]
  return apps.some(({ app }) => app === name) ? name : undefined
}
