import { basename } from 'node:path/posix'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { FoundLibrary } from '../code/libraries.ts'
import { placeText } from '../findings.ts'
import { propertiesIn, propertyKey } from './property-files.ts'
import { listed, type ProfileRule, type Setting, type Settings } from './settings.ts'

/** Where an endpoint answers. */
export interface ConfiguredEndpoint {
  path: string
  at: Setting['at']
  /** A port of its own; without a value where it is not known. */
  port?: Setting | undefined
  /** The port of the server of the app. */
  serves: number
}

type Closed = NonNullable<FoundLibrary['closed']>

interface Circumstances {
  /** The port that Fly asks. */
  port: number | undefined
  /** The files with the settings of all profiles. */
  others: readonly TextFile[]
}

interface Framework {
  rule: ProfileRule
  /** Undefined: it is not known, or the settings are those of another framework. */
  endpoint(settings: Settings, circumstances: Circumstances): ConfiguredEndpoint | Closed | undefined
}

/** The number that a setting is; undefined when it is not one, or not known. */
export const numberIn = (setting: Setting | undefined): number | undefined =>
  /^-?\d+$/.test(setting?.value ?? '') ? Number(setting?.value) : undefined

const isOff = (setting: Setting | undefined): setting is Setting =>
  /^(?:false|none)$/i.test(setting?.value ?? '')

type PathParts = readonly (Setting | string | undefined)[]

/** The path of several parts; undefined when one of them is not known. */
const pathOf = (parts: PathParts): string | undefined => {
  const texts = parts.map((one) => (typeof one === 'string' || one === undefined ? (one ?? '') : one.value))
  return texts.includes(undefined)
    ? undefined
    : `/${texts
        .flatMap((one) => one?.split('/') ?? [])
        .filter((one) => one !== '')
        .join('/')}`
}

const INCLUDE = 'management.endpoints.web.exposure.include'

/** https://docs.spring.io/spring-boot/reference/actuator/endpoints.html and …/actuator/monitoring.html */
function springEndpoint(
  settings: Settings,
  { port: asked, others }: Circumstances,
): ConfiguredEndpoint | Closed | undefined {
  if (!settings.has(/^(?:spring|management)/)) return undefined
  const { get } = settings
  const serves = numberIn(get('server.port')) ?? 8080
  const own = get('management.server.port', 'management.port')
  const port = own && numberIn(own) !== serves ? own : undefined
  const path = springPath(get, port !== undefined)
  if (path === undefined) return undefined
  const then = `then fill in port ${numberIn(port) ?? asked ?? serves} and the path ${path}, in a service of this app`
  const off = springOff(get, port)
  if (off) return { closed: `${placeText(off.at)} turns its endpoint off`, hint: `Turn it on, ${then}.` }
  const exclude = get('management.endpoints.web.exposure.exclude')
  if (hasIt(exclude)) {
    const closed = `${placeText(exclude.at)} excludes its endpoint`
    return { closed, hint: `Remove it from \`management.endpoints.web.exposure.exclude\`, ${then}.` }
  }
  const include = get(INCLUDE)
  if (include && (include.value === undefined || hasIt(include)))
    return { path, port, serves, at: include.at }
  // A server with settings may expose it.
  return !include && settings.isPartial ? undefined : notExposed(include, { settings, others, then })
}

/** On a port of its own, it does not have the path of the app. */
const springPath = (get: Settings['get'], isApart: boolean): string | undefined =>
  pathOf([
    ...(isApart
      ? [get('management.server.base-path', 'management.server.servlet.context-path')]
      : [
          get('server.servlet.context-path', 'server.context-path', 'spring.webflux.base-path'),
          get('spring.mvc.servlet.path', 'server.servlet.path'),
        ]),
    get('management.endpoints.web.base-path') ?? '/actuator',
    get('management.endpoints.web.path-mapping.prometheus') ?? 'prometheus',
  ])

/** Whether a list of endpoints has that of Prometheus, or all. */
const hasIt = (setting: Setting | undefined): setting is Setting =>
  listed(setting).some((one) => /^(?:\*|prometheus)$/i.test(one))

/** What turns the endpoint of Prometheus off, or leaves it to the machine itself. */
function springOff(get: Settings['get'], port: Setting | undefined): Setting | undefined {
  const address = port && get('management.server.address')
  return (
    [
      get('management.endpoint.prometheus.access', 'management.endpoint.prometheus.enabled') ??
        get('management.endpoints.access.default', 'management.endpoints.enabled-by-default'),
      get('management.endpoints.access.max-permitted'),
      get('management.prometheus.metrics.export.enabled', 'management.metrics.export.prometheus.enabled') ??
        get('management.defaults.metrics.export.enabled', 'management.metrics.export.defaults.enabled'),
    ].find(isOff) ??
    (numberIn(port) === -1 ? port : undefined) ??
    (/^(?:127\.|localhost$|::1$)/.test(address?.value ?? '') ? address : undefined)
  )
}

function notExposed(
  include: Setting | undefined,
  { settings, others, then }: { settings: Settings; others: readonly TextFile[]; then: string },
): Closed {
  const elsewhere = others
    .filter((file) => propertiesIn(file)?.some((document) => hasIt(document.get(propertyKey(INCLUDE)))))
    .map(({ file }) => basename(file))
  const [profile = '', ...more] = settings.profiles
  const active =
    profile === 'default'
      ? 'no active profile is set'
      : `the active profile is ${quoted([profile, ...more].join(','))}`
  const only = include
    ? `${placeText(include.at)} exposes only ${quoted(include.value ?? '')}`
    : 'no setting exposes its endpoint, and Spring Boot does not do so by default'
  return {
    closed: elsewhere.length > 0 ? `${only}: ${few(elsewhere)} exposes it, but ${active}` : only,
    hint: `Add \`prometheus\` to \`${INCLUDE}\` in ${include?.at.file ?? 'the settings of the active profile'}, ${then}.`,
  }
}

/** https://quarkus.io/guides/telemetry-micrometer and …/management-interface-reference */
function quarkusEndpoint({ get, at }: Settings): ConfiguredEndpoint | Closed | undefined {
  const off = offIn(get, ['quarkus.micrometer.enabled', 'quarkus.micrometer.export.prometheus.enabled'])
  if (off) return off
  const isManaged = get('quarkus.management.enabled')?.value === 'true'
  const under = (base: PathParts, name: string, otherwise: string): PathParts => {
    const setting = get(name) ?? { at, value: otherwise }
    return setting.value?.startsWith('/') ? [setting] : [...base, setting]
  }
  const root = isManaged
    ? under([], 'quarkus.management.root-path', 'q')
    : under([get('quarkus.http.root-path')], 'quarkus.http.non-application-root-path', 'q')
  const path = pathOf(under(root, PROMETHEUS_PATH, 'metrics'))
  const port = isManaged ? (get('quarkus.management.port') ?? { at, value: '9000' }) : undefined
  const serves = numberIn(get('quarkus.http.port')) ?? 8080
  return path === undefined ? undefined : { path, port, serves, at: get(PROMETHEUS_PATH)?.at ?? at }
}

const PROMETHEUS_PATH = 'quarkus.micrometer.export.prometheus.path'

/** https://micronaut-projects.github.io/micronaut-micrometer/latest/guide/ */
function micronautEndpoint({ get, at }: Settings): ConfiguredEndpoint | Closed | undefined {
  const off = offIn(get, [
    'endpoints.prometheus.enabled',
    'micronaut.metrics.enabled',
    'micronaut.metrics.export.prometheus.enabled',
  ])
  if (off) return off
  const base = get('endpoints.all.path')
  const path = pathOf([get('micronaut.server.context-path'), base, 'prometheus'])
  const serves = numberIn(get('micronaut.server.port')) ?? 8080
  return path === undefined
    ? undefined
    : { path, port: get('endpoints.all.port'), serves, at: base?.at ?? at }
}

function offIn(get: Settings['get'], names: readonly string[]): Closed | undefined {
  const off = names.map((name) => get(name)).find(isOff)
  const hint = 'Turn it on, then fill in its port and path, in a service of this app.'
  return off && { closed: `${placeText(off.at)} turns its endpoint off`, hint }
}

/** Frameworks by the library that publishes their metrics. */
export const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  'micrometer-registry-prometheus': {
    rule: { names: ['spring.profiles.active', 'spring-boot.run.profiles'], otherwise: 'default' },
    endpoint: springEndpoint,
  },
  'quarkus-micrometer-registry-prometheus': {
    rule: { names: ['quarkus.profile'], otherwise: 'prod' },
    endpoint: quarkusEndpoint,
  },
  'micronaut-micrometer-registry-prometheus': {
    rule: { names: ['micronaut.environments'], otherwise: 'default' },
    endpoint: micronautEndpoint,
  },
}
