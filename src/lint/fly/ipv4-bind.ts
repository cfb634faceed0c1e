import { inheritedInstructions } from '../../formats/dockerfile.ts'
import type { TextPosition } from '../../formats/tree.ts'
import type { Rule } from '../rule.ts'
import { argumentsOf, type FlyFile, TOP } from './subject.ts'

const file = (address: string): string => `app = "chat"

[env]
${address}

[checks.alive]
type = "tcp"
port = 8080
`

/** A service that Prometheus cannot reach. */
export const ipv4Bind: Rule<FlyFile> = {
  code: 'fly/ipv4-bind',
  severity: 'warning',
  what: 'A monitored service is configured to listen on 0.0.0.0.',
  why: "Fly's private network is IPv6: the connection of Prometheus is refused.",
  bad: file('▸METRICS_ADDRESS = "0.0.0.0:9090"'),
  good: file('METRICS_ADDRESS = "[::]:9090"'),
  check(subject, { report }) {
    const ports = subject.services.map(({ port }) => String(port))
    // Fly's own scraper asks over IPv4.
    if (ports.length === 0 || subject.isScrapedByFly || opensBoth(subject)) return
    for (const { where, at, port, isMetrics } of bindings(subject)) {
      // Without a port it is the address of the app itself, which may serve the metrics too.
      const isMeant =
        port === undefined ? isMetrics || ports.some((p) => appPorts(subject).has(p)) : ports.includes(port)
      if (isMeant)
        report(
          at,
          `${where} makes a service listen on 0.0.0.0, which is not reachable over the private network (IPv6).`,
          // An address alone has no brackets: `getaddrinfo ENOTFOUND [::]` of Node.
          `Use ${port === undefined ? '::' : '[::]'} instead of 0.0.0.0: on Fly it accepts IPv4 as well.`,
        )
    }
  },
}

/** Programs that their command names, and not what is built: for them, 0.0.0.0 is IPv4 alone. */
const INTERPRETED =
  /(?:^|\/)(?:python[\d.]*|uv|uvx|poetry|uvicorn|gunicorn|hypercorn|granian|daphne|flask|node|npm|npx|pnpm|yarn|bun|deno|ruby|rails|puma|bundle|php|elixir|mix|dotnet)$/

/** Images with a program of Go: of Prometheus, Grafana, VictoriaMetrics, the OpenTelemetry Collector and others. */
const OF_GO =
  /^(?:[\w.-]+\/)?(?:(?:grafana|prom|prometheus|victoriametrics|otel|minio)\/|(?:library\/)?(?:caddy|traefik|nats)(?:[:@]|$))/

/**
 * Whether the program is one that opens IPv6 as well for 0.0.0.0: one of Go (its `net.Listen`: an unspecified address is all
 * addresses of the system), or of the JVM. Where the Dockerfile is not known, a module of Go in the folder says it.
 */
function opensBoth(subject: FlyFile): boolean {
  const started = argumentsOf(subject)
  if (started.some(({ word }) => INTERPRETED.test(word))) return false
  if (OF_GO.test(subject.fly.build?.text('image')?.value ?? subject.build?.content.from ?? '')) return true
  if (!subject.build) return subject.hasFile?.('go.mod') === true && subject.hasFile('Cargo.toml') !== true
  return subject.build.content.stages.some(
    ({ base, instructions }) =>
      /(?:^|\/)(?:golang|openjdk|eclipse-temurin|amazoncorretto|gradle|maven)(?:[:@-]|$)/.test(base) ||
      instructions.some(({ name, text }) => name === 'RUN' && /\bgo (?:build|install)\b/.test(text)),
  )
}

interface Binding {
  where: string
  at: TextPosition
  port: string | undefined
  /** The name says that it is the address of metrics. */
  isMetrics: boolean
}

/** The whole value is an address: `0.0.0.0`, `0.0.0.0:9090`, `http://0.0.0.0:9090`. Ranges and lists are not. */
const ADDRESS = /^(?:[a-z+]+:\/\/)?0\.0\.0\.0(?::(\d+))?\/?$/

/** Settings that name addresses of others. */
const OF_OTHERS =
  /prox(?:y|ies)|allow|deny|block|trust|origin|cors|hosts$|whitelist|cidr|subnet|range|_?ips?$|upstream|target|peer/i

const isMetricsName = (name: string): boolean => /metric|prometheus|telemetry/i.test(name)

function bindings(subject: FlyFile): Binding[] {
  const { fly, build } = subject
  const set = new Set(fly.env.map(({ key }) => key))
  const env = (build ? inheritedInstructions(build.content) : [])
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ words, line }) => variablesOf(words).map(([key, value]) => ({ key, value, line })))
    .filter(({ key }) => !set.has(key))
  const at = fly.build?.at ?? TOP
  const variables = [
    ...fly.env.flatMap(({ key, value, at: here }) => binding(key, key, value, here)),
    ...env.flatMap(({ key, value, line }) => binding(`ENV ${key} in ${build?.file}:${line}`, key, value, at)),
  ]
  // A program that is given its address does not read that of a variable; its metrics may have an address of their own.
  const isGiven = variables.length > 0 && givesAddress(subject)
  return [...variables.filter(({ isMetrics }) => isMetrics || !isGiven), ...flags(subject)]
}

/** Whether what is started has an address that is no variable: of an option, or in the settings of gunicorn. */
function givesAddress(subject: FlyFile): boolean {
  const command = argumentsOf(subject).map(({ word }) => word)
  const started = [command.join(' '), ...subject.scripts().map(({ text }) => text)].join('\n')
  const isGunicorn = /\bgunicorn\b/.test(started) && subject.hasFile?.('gunicorn.conf.py') === true
  return isGunicorn || /\s(?:--(?:bind|host)[= ]|-b )["']?[\d[:]/.test(started)
}

function binding(where: string, key: string, value: string, at: TextPosition): Binding[] {
  const address = OF_OTHERS.test(key) ? null : ADDRESS.exec(value.trim())
  return address ? [{ where, at, port: address[1], isMetrics: isMetricsName(key) }] : []
}

/** `ENV A=1 B=2`, and the old form `ENV A 1`. */
const variablesOf = (words: readonly string[]): [string, string][] =>
  words[0]?.includes('=')
    ? words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)])
    : [[words[0] ?? '', words.slice(1).join(' ')]]

/** `--bind 0.0.0.0:9090`, `--host=0.0.0.0 --port 9090`, in a command. */
function flags(subject: FlyFile): Binding[] {
  const all = argumentsOf(subject)
  return all.flatMap(({ word, at, where }, i): Binding[] => {
    const [, flag = all[i - 1]?.word ?? '', value = word] = /^(--?[\w.-]+)=(.*)$/.exec(word) ?? []
    const address = OF_OTHERS.test(flag) ? null : ADDRESS.exec(value)
    if (!address) return []
    const command = all.filter((one) => one.where === where)
    return [{ where, at, port: address[1] ?? portFlag(command), isMetrics: isMetricsName(flag) }]
  })
}

/** The port that a command names in a flag of its own. */
function portFlag(command: readonly { word: string; next: string | undefined }[]): string | undefined {
  for (const { word, next } of command) {
    const [, value = next] = /^(?:--port|-p)(?:=(\d+))?$/.exec(word) ?? [undefined, '']
    if (value) return /^\d+$/.exec(value)?.[0]
  }
  return undefined
}

/** Ports of the app itself: those that its services have, and `PORT`. */
const appPorts = ({ fly }: FlyFile): Set<string> =>
  new Set([
    ...fly.services.flatMap((service) => service.written('internal_port')?.value ?? []),
    ...fly.env.flatMap(({ key, value }) => (key === 'PORT' ? [value] : [])),
  ])
