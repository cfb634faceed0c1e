import type { ChosenApp } from '../apps/chosen-app.ts'
import { machineSettings } from './machine-settings.ts'
import { type Properties, type Property, propertiesIn, propertyKey } from './property-files.ts'

/** The settings of a program as its machines see them. */
export interface Settings {
  /** The first of some settings that is there; without a value where that depends on something that is not known. */
  get(...names: readonly string[]): Setting | undefined
  /** Whether the key of any setting is like this. */
  has(key: RegExp): boolean
  profiles: readonly string[]
  /** The start of its first file. */
  at: Property['at']
  /** More of them may be in a place that is not read. */
  isPartial: boolean
}

/** A setting, and where it is. */
export type Setting = Pick<Property, 'at'> & { value: string | undefined }

/** How a framework chooses its files. */
export interface ProfileRule {
  /** The settings with the active profiles. */
  names: readonly string[]
  /** The profile that is active without them. */
  otherwise: string
}

interface SettingFiles {
  /** The folders of resources: that of the program, then those of the packages that it depends on. */
  resources: readonly string[]
  /** Those that may have what its files import. */
  importable: readonly string[]
  textOf(path: string): string | undefined
}

/**
 * The settings of a program, in the order of Spring Boot: `application.yml` and the like, with what they import; those of the
 * active profiles; what its machines set. Undefined: there are none, or it is not known which count.
 */
export function jvmSettings(app: ChosenApp, rule: ProfileRule, files: SettingFiles): Settings | undefined {
  const machine = machineSettings(app)
  const source = documentReader(files)
  const common = ['bootstrap', 'application']
    .flatMap((name) => source.read(name))
    .filter((one) => conditionOf(one) === undefined)
  const profiles = activeProfiles(rule, resolver([...common, ...machine]))
  if (!profiles) return undefined
  const imported = new Set<string>()
  const active = (name: string, isImported = false): Properties[] =>
    source
      .read(name, isImported)
      .filter((one) => isActive(one, profiles))
      .flatMap((one) => [
        one,
        ...importsOf(one)
          .names.flatMap((file) => [file, ...profiles.map((profile) => `${file}-${profile}`)])
          .flatMap((file) => (isNew(file, imported) ? active(file, true) : [])),
      ])
  const documents = [
    'bootstrap',
    'application',
    ...profiles.map((profile) => `application-${profile}`),
  ].flatMap((name) => active(name))
  const [file] = source.files
  if (file === undefined || source.unreadable.length > 0) return undefined
  const get = resolver([...documents, ...machine], { profiles, machine })
  const isPartial = documents.some((one) => importsOf(one).isPartial) || get(...ELSEWHERE) !== undefined
  const has = (key: RegExp) => documents.some((one) => [...one.keys()].some((name) => key.test(name)))
  return { get, has, profiles, isPartial, at: { file, line: 1, column: 1 } }
}

/** Settings that name files, or a server, with more settings. */
const ELSEWHERE = [
  'spring.config.location',
  'spring.config.additional-location',
  'spring.config.name',
  'spring.cloud.config.uri',
]

/** Reads the documents of all files with a name; those with `properties` count more. */
function documentReader({ resources, importable, textOf }: SettingFiles) {
  const files: string[] = []
  const unreadable: string[] = []
  const ends = ['yaml', 'yml', 'properties']
  const read = (name: string, isImported = false): Properties[] =>
    [name, `config/${name}`]
      .flatMap((path) => ends.map((end) => `${path}.${end}`))
      .flatMap((path) => {
        const among = (isImported ? importable : resources).map((folder) => `${folder}/${path}`)
        const file = among.find((one) => textOf(one) !== undefined)
        const text = file === undefined ? undefined : textOf(file)
        if (file === undefined || text === undefined) return []
        const documents = propertiesIn({ file, text })
        const kind = documents ? files : unreadable
        kind.push(file)
        return documents ?? []
      })
  return { read, files, unreadable }
}

/** What a document imports: names of files among the resources; others may be anywhere, such as on a server. */
function importsOf(document: Properties): { names: string[]; isPartial: boolean } {
  const imports = document.get(propertyKey('spring.config.import'))?.value.split(',') ?? []
  const names = imports.flatMap(
    (one) => /^\s*(?:optional:)?classpath:\/?([\w./-]+)\.(?:ya?ml|properties)\s*$/.exec(one)?.[1] ?? [],
  )
  // A file on the machine of a developer.
  const isLocal = (one: string) => /^\s*optional:(?:file|dotenv|env):/.test(one)
  return { names, isPartial: names.length < imports.filter((one) => one !== '' && !isLocal(one)).length }
}

const ON_PROFILE = propertyKey('spring.config.activate.on-profile')
const ON_PLATFORM = propertyKey('spring.config.activate.on-cloud-platform')

/** The profiles that a document is for. Until Spring Boot 2.3 they were in `spring.profiles`. */
const conditionOf = (document: Properties): string | undefined =>
  (document.get(ON_PROFILE) ?? document.get(propertyKey('spring.profiles')))?.value

function isActive(document: Properties, profiles: readonly string[]): boolean {
  const condition = conditionOf(document)
  const holds = (name: string) =>
    name.startsWith('!') ? !profiles.includes(name.slice(1).trim()) : profiles.includes(name)
  return (
    !document.has(ON_PLATFORM) &&
    (condition === undefined ||
      condition
        .split(/[,|]/)
        .some((all) => all.split('&').every((one) => holds(one.replace(/[()]/g, '').trim()))))
  )
}

/** The active profiles, what counts less first; undefined when they are not known. */
function activeProfiles({ names, otherwise }: ProfileRule, get: Settings['get']): string[] | undefined {
  const active = get(...names)
  // `$PROFILE` is an argument of a build that is not known.
  if (active && (active.value === undefined || active.value.includes('$'))) return undefined
  const seen = new Set<string>()
  const inGroup = (name: string): string[] =>
    isNew(name, seen) ? [name, ...listed(get(`spring.profiles.group.${name}`)).flatMap(inGroup)] : []
  const all = [...listed(get('spring.profiles.include')), ...listed(active)].flatMap(inGroup)
  if (all.length > 0) return all
  const [first = otherwise, ...more] = listed(get('spring.profiles.default'))
  return [first, ...more]
}

/** Whether a name is not yet among others; it is then. */
function isNew(name: string, among: Set<string>): boolean {
  const isThere = among.has(name)
  among.add(name)
  return !isThere
}

/** The items of a setting. */
export const listed = (setting: Setting | undefined): string[] =>
  setting?.value?.split(',').flatMap((one) => one.trim() || []) ?? []

const MOST_STEPS = 50
const LONGEST = 2000

/** Looks settings up in sources of which the last counts most, with their placeholders: `${PORT:8080}`. */
function resolver(
  sources: readonly Properties[],
  { profiles = [], machine = [] }: { profiles?: readonly string[]; machine?: readonly Properties[] } = {},
): Settings['get'] {
  const find = (key: string, among: readonly Properties[]): Property | undefined => {
    // Quarkus: `%prod.quarkus.http.root-path`.
    const keys = [...profiles.map((profile) => propertyKey(`%${profile}.${key}`)), key]
    const source = among.findLast((one) => keys.some((each) => one.has(each)))
    return keys.map((each) => source?.get(each)).find((one) => one !== undefined)
  }
  const resolved = (value: string, key: string): string | undefined => {
    let text = value
    for (let step = 0; step < MOST_STEPS && text.length < LONGEST; step++) {
      const [whole, name = '', fallback] = /\$\{([^${}:]*)(?::([^${}]*))?\}/.exec(text) ?? []
      if (whole === undefined) return text.includes('${') ? undefined : text
      const inner = propertyKey(name)
      // `active: ${SPRING_PROFILES_ACTIVE:local}` does not mean itself.
      const filled = find(inner, inner === key ? machine : sources)?.value ?? fallback
      if (filled === undefined) return undefined
      text = text.replace(whole, () => filled)
    }
    return undefined
  }
  return (...names) => {
    const key = names.map(propertyKey).find((one) => find(one, sources))
    const found = key === undefined ? undefined : find(key, sources)
    return found && key !== undefined ? { at: found.at, value: resolved(found.value, key) } : undefined
  }
}
