import { posix } from 'node:path'
import { inheritedInstructions } from '../../formats/dockerfile.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { FlyFacts } from '../apps/scan-fly.ts'
import { mainCommand } from '../build/start-commands.ts'
import type { Ipv4Listener } from './ipv4-listeners.ts'

/** Reads a file of the repository; undefined when it is not there. */
export type TextOf = (path: string) => string | undefined

const IS_NGINX = /(?:^|[\s/])(?:nginx(?:-unprivileged)?|openresty)(?![\w./-])/
/** An address and a port, as `listen` has them: without an address, it is all of IPv4. */
const LISTEN = /^[ \t]{0,40}listen\s{1,20}(?:(?:\*|0\.0\.0\.0):)?(\d{2,5})(?=[\s;])/gm

/** The ports on which nginx listens on IPv4 only, where it is what an image starts, with a configuration of the repository. */
export function nginxListeners(facts: FlyFacts, textOf: TextOf): Ipv4Listener[] {
  const files = nginxConfigurations(facts, textOf)
  const ofIpv6 = files.flatMap(({ text }) => [
    ...text.matchAll(/^[^#\n]{0,200}\blisten\s{1,20}\[[^\]\n]{1,60}\]:(\d+)/gm),
  ])
  const both = new Set(ofIpv6.map(([, port]) => port))
  return files.flatMap(({ file, text }) =>
    [...text.matchAll(LISTEN)]
      .filter(([, port]) => !both.has(port))
      .map(({ 0: directive, 1: port, index }) => ({
        at: { file, line: lineAt(text, index + directive.search(/\S/)), column: 1 },
        why: `nginx listens on 0.0.0.0:${port} for \`listen ${port}\``,
        hint: `Add \`listen [::]:${port};\` next to it.`,
        port: Number(port),
        names: new Set<string>(),
      })),
  )
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
