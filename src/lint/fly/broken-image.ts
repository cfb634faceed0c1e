import { type Dockerfile, inheritedInstructions, isShellWord } from '../../formats/dockerfile.ts'
import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, TOP } from './subject.ts'

const file = (dockerfile: string): { text: string; others: Record<string, string> } => ({
  text: `app = "chat"

▸[build]
dockerfile = "Dockerfile"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/up"
`,
  others: { Dockerfile: dockerfile },
})
const good = file('FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n')

/** A Dockerfile that no build takes, or whose image starts no server. */
export const brokenImage: Rule<FlyFile> = {
  code: 'fly/broken-image',
  severity: 'warning',
  what: 'The Dockerfile of an app cannot be built, or its image starts nothing.',
  why: '`COPY` is not a command of a shell: it takes each of its words for the name of a file, and the build fails where one is not there. An image without `CMD` and `ENTRYPOINT` starts what its base image starts, which is a prompt of the language or a shell: without a terminal it ends at once.',
  bad: file('FROM node:22\nCOPY . .\n'),
  good: { ...good, text: good.text.replace('▸', '') },
  check({ fly, build }, { report }) {
    if (!build || fly.build?.has('image') || fly.build?.has('build-target')) return
    const at = fly.build?.at ?? TOP
    for (const { name, words, line } of build.content.stages.flatMap(({ instructions }) => instructions)) {
      const word = name === 'COPY' || name === 'ADD' ? words.find(isShellWord) : undefined
      if (word !== undefined)
        report(
          at,
          `${build.file}:${line} has ${quoted(word)} after ${name}, which Docker takes for the name of a file: the build fails.`,
          `Write only files after ${name}. It cannot do without one that may be missing: copy the folder around it.`,
        )
    }
    const [service] = fly.services
    if (service && startsNothing(build.content) && !isStarted(fly))
      report(
        at,
        `${build.file} has no CMD and no ENTRYPOINT, and ${quoted(build.content.from)} starts no server: nothing answers the port of the app.`,
        'Add `CMD` with the command of the server, or [processes] to this file.',
      )
  },
}

/** Official images that start a prompt or a shell, or nothing. */
const STARTS_NOTHING =
  /^(?:(?:docker\.io\/)?(?:library\/)?(?:node|python|golang|ruby|rust|elixir|erlang|openjdk|eclipse-temurin|amazoncorretto|perl|swift|gcc|haskell|alpine|debian|ubuntu)(?=[:@]|$)(?!.*onbuild)|scratch$)/

/** Whether the image that is certainly built starts no server by itself: no stage is left that a deploy may choose. */
function startsNothing(content: Dockerfile): boolean {
  const isWhole = content.named.length === content.stages.filter(({ name }) => name !== '').length
  const commands = inheritedInstructions(content).map(({ name }) => name)
  return (
    isWhole &&
    STARTS_NOTHING.test(content.from) &&
    !commands.some((name) => name === 'CMD' || name === 'ENTRYPOINT')
  )
}

/** Whether the Fly configuration has a command. */
const isStarted = ({ processes, override, words }: FlyFile['fly']): boolean =>
  processes.length > 0 ||
  (override.cmd ?? override.entrypoint) !== undefined ||
  words.some((word) => word === 'exec' || word === 'machine_config')
