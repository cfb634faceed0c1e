import { isPortOpen } from '../../config/gaps.ts'
import type { FlyServiceConfig } from '../../config/schema.ts'
import type { Section } from '../../formats/fly-toml.ts'
import type { TextPosition } from '../../formats/tree.ts'
import { list } from '../../lib/text.ts'
import type { Rule } from '../rule.ts'
import { type Edit, lineCount, unifiedPatch } from './patch.ts'
import { leftOut } from './several-metrics.ts'
import { type FlyFile, groupsOf, TOP } from './subject.ts'

const FLY = `app = "chat"

[checks.alive]
type = "tcp"
port = 8080
`

const others = {
  'monitoring.yml': `monitoring: { engine: fly, organization: acme }
apps: [{ app: chat }]
services:
  - { name: web, app: chat, port: 9090, metrics: { users: gauge } }
`,
}

/** What Fly's managed Prometheus is not told to scrape, where no other one scrapes. */
export const metricsSection: Rule<FlyFile> = {
  code: 'fly/metrics-section',
  severity: 'error',
  what: 'With `engine: fly`, a service has no [[metrics]] section in the Fly configuration, or one for another page.',
  why: 'Fly scrapes what the configuration of a machine names, and nothing else: without the section there is no sample.',
  bad: { text: `▸${FLY}`, others },
  good: { text: `${FLY}\n[[metrics]]\nport = 9090\npath = "/metrics"\n`, others },
  check(subject, { report }) {
    if (!subject.isScrapedByFly) return
    for (const service of subject.services.filter((one) => !isPortOpen(one)))
      for (const { at, message, toml, edits } of lacksOf(service, subject))
        report(
          at,
          message,
          `Write ${list(toml.map((line) => `\`${line}\``))} in ${subject.file}, and deploy the app.`,
          edits && unifiedPatch(subject.file, subject.text, edits),
        )
  },
}

interface Lack {
  at: TextPosition
  message: string
  /** The lines that are missing or wrong, as they should be. */
  toml: string[]
  /** Undefined where the file is written in a way that single lines cannot be changed. */
  edits: Edit[] | undefined
}

/** The sections that flyctl uses, compared with a service: one for each of its process groups, for its page. */
function lacksOf(service: FlyServiceConfig, subject: FlyFile): Lack[] {
  const { fly } = subject
  const ignored = leftOut(subject)
  const groups = service.process === undefined ? fly.groups : [service.process]
  const of = (group: string) =>
    fly.metrics.find((one) => !ignored.has(one) && groupsOf(one.processes, fly).includes(group))
  const bare = groups.filter((group) => !of(group))
  const sections = new Set(groups.flatMap((group) => of(group) ?? []))
  return [
    ...(bare.length > 0 ? [noSection(service, bare, subject)] : []),
    ...[...sections].flatMap((section) => otherPage(service, section)),
  ]
}

function noSection(service: FlyServiceConfig, groups: readonly string[], { fly, text }: FlyFile): Lack {
  const { name, port, path, scheme } = service
  const isOnlyGroup = fly.groups.length === 1
  const keys = [
    ...[`port = ${port}`, `path = ${JSON.stringify(path)}`],
    ...(scheme === 'https' ? ['https = true'] : []),
    ...(isOnlyGroup ? [] : [`processes = [${groups.map((group) => JSON.stringify(group)).join(', ')}]`]),
  ]
  const of = isOnlyGroup ? '' : ` (process group ${list(groups)})`
  return {
    at: TOP,
    message: `There is no [[metrics]] section for ${name}${of}: Fly does not scrape it.`,
    toml: ['[[metrics]]', ...keys],
    edits: [
      {
        ...{ line: lineCount(text) + 1, remove: 0 },
        add: ['', '[[metrics]]', ...keys.map((key) => `  ${key}`)],
      },
    ],
  }
}

interface Difference {
  key: string
  /** Where the key is; undefined where the section does not have it. */
  at: TextPosition | undefined
  found: string
  /** In TOML. */
  wanted: string
}

/** A section for another page, with all keys that differ. */
function otherPage(service: FlyServiceConfig, section: Section): Lack[] {
  const differences = differencesOf(service, section)
  const [first] = differences
  if (!first) return []
  const isInOneLine = differences.some(({ at }) => at?.line === section.at.line)
  return [
    {
      at: first.at ?? section.at,
      message: `[[metrics]] has ${list(differences.map(({ key, found }) => `${key} ${found}`))}, and ${service.name} has ${list(differences.map(({ key, wanted }) => `${key} ${wanted}`))}: Fly scrapes another page.`,
      toml: differences.map(({ key, wanted }) => `${key} = ${wanted}`),
      edits: isInOneLine
        ? undefined
        : differences.map(({ key, at, wanted }) => ({
            ...{ line: at?.line ?? section.at.line + 1, remove: at ? 1 : 0 },
            add: [`  ${key} = ${wanted}`],
          })),
    },
  ]
}

function differencesOf({ port, path, scheme = 'http' }: FlyServiceConfig, section: Section): Difference[] {
  const told = { port: section.number('port'), path: section.text('path') }
  const [isHttps, wantsHttps] = [section.is('https'), scheme === 'https']
  const different = (key: string, at: TextPosition | undefined, found: string, wanted: string) => ({
    ...{ key, at, found, wanted },
  })
  return [
    ...(told.port?.value === port
      ? []
      : [different('port', told.port?.at, String(told.port?.value ?? 'none'), String(port))]),
    ...((told.path?.value ?? '/metrics') === path
      ? []
      : [different('path', told.path?.at, told.path?.value ?? '/metrics', JSON.stringify(path))]),
    ...((isHttps?.value === true) === wantsHttps
      ? []
      : [different('https', isHttps?.at, String(isHttps?.value ?? false), String(wantsHttps))]),
  ]
}
