import { posix } from 'node:path'
import type { TextOf } from '../../config/sources/installed-prometheus.ts'
import { inheritedInstructions } from '../../formats/dockerfile.ts'
import { nginxDirectives, readNginx } from '../../formats/nginx.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { FlyFacts } from '../apps/scan-fly.ts'
import { mainCommand } from '../build/start-commands.ts'
import type { Ipv4Listener } from './ipv4-listener.ts'

const IS_NGINX = /(?:^|[\s/])(?:nginx(?:-unprivileged)?|openresty)(?![\w./-])/
/** The ports on which nginx listens on IPv4 only, where it is what an image starts, with a configuration of the repository. */
export function nginxListeners(facts: FlyFacts, textOf: TextOf): Ipv4Listener[] {
  const all = nginxConfigurations(facts, textOf).flatMap(({ file, text }) =>
    nginxDirectives(readNginx(text), 'listen').map(({ args: [address = ''], line }) => ({
      file,
      line,
      address,
    })),
  )
  return all.flatMap(({ file, line, address }) => {
    // Without an address, it is all of IPv4.
    const [, port] = /^(?:(?:\*|0\.0\.0\.0):)?(\d{2,5})$/.exec(address) ?? []
    if (port === undefined || all.some((one) => one.address.endsWith(`]:${port}`))) return []
    return {
      at: { file, line, column: 1 },
      why: `nginx listens on 0.0.0.0:${port} for \`listen ${port}\``,
      hint: `Add \`listen [::]:${port};\` next to it.`,
      port: Number(port),
      names: new Set<string>(),
    }
  })
}

/** The configurations of nginx in an image that starts it, or installs it next to what it starts. */
export function nginxConfigurations(facts: FlyFacts, textOf: TextOf): TextFile[] {
  const { build } = facts
  if (!build) return []
  const { file, copied, content } = build
  const run = inheritedInstructions(content).filter(({ name }) => name === 'RUN')
  if (![content.from, mainCommand(facts), ...run.map(({ text }) => text)].some((text) => IS_NGINX.test(text)))
    return []
  return [...new Set([...copied, ...run.flatMap(({ words }) => words)])]
    .filter((path) => /\.(?:conf|template)$|nginx/.test(path))
    .flatMap((path) => {
      const paths = [posix.join(posix.dirname(file), path), posix.normalize(path)]
      const found = paths.find((one) => textOf(one) !== undefined)
      return found === undefined ? [] : [{ file: found, text: textOf(found) ?? '' }]
    })
}
