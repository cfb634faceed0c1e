import { withValues } from '../../config/deploys/shell-words.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { few } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { type FoundValue, initNote, isPlaceholder, placeText } from '../findings.ts'
import type { FlyFacts } from './scan-fly.ts'
import { stageOf } from './stages.ts'

/** The organization of a command of flyctl: `flyctl apps create web --org acme`. */
const FLAG =
  /(?:^|[\s;&|("'])(?:flyctl|fly)[ \t][^\n;&|]{0,300}?[ \t](?:--org|-o)(?:=|[ \t]+)["']?([a-z0-9][a-z0-9-]{1,62})(?![\w.$*-])/
/** A variable, or the input of an action: `FLY_ORG: acme`. */
const VARIABLE =
  /(?:^|[\s"'-])(?:FLY_ORG(?:ANIZATION)?(?:_SLUG|_NAME)?|fly[_-]org(?:anization)?)["']?[ \t]*[:=][ \t]*["']?([a-z0-9][a-z0-9-]{1,62})["']?[ \t]*(?:#|$)/
/** Fly's own Prometheus has the organization in its path. */
const FLY_PROMETHEUS =
  /(?:\bapi\.fly\.io\/prometheus\/(?=[\w-]{1,70}(?:[/"'\s]|$))|\/prometheus\/(?=[\w-]{1,70}\/federate\b))([a-z0-9][a-z0-9-]{1,62})/

interface Naming {
  /** Workflows and scripts. */
  builders: readonly TextFile[]
  fly: readonly FlyFacts[]
  /** Files that may query Fly's own Prometheus: data sources, jobs that federate. */
  queries: readonly TextFile[]
}

/** The organizations at Fly that the files of a repository name: commands before variables, those before queries. */
export const organizationsIn = ({ builders, fly, queries }: Naming): FoundValue[] => [
  ...builders.flatMap(ofCommands),
  ...fly.flatMap(ofVariables),
  ...queries.flatMap((file) => inLines(file, (line) => FLY_PROMETHEUS.exec(line)?.[1])),
]

function ofCommands(file: TextFile): FoundValue[] {
  const variables = assignedIn(file.text)
  return inLines(file, (line) => {
    const text = withValues(asShell(line), { variables, args: undefined })
    return FLAG.exec(text)?.[1] ?? VARIABLE.exec(line)?.[1] ?? FLY_PROMETHEUS.exec(text)?.[1]
  })
}

const ofVariables = (facts: FlyFacts): FoundValue[] =>
  facts.fly.env.flatMap(({ key, value, at }) => {
    const found = FLY_PROMETHEUS.exec(value)?.[1] ?? (key === 'ORG' && isShipper(facts) ? value : undefined)
    return found === undefined || !SLUG.test(found)
      ? []
      : { value: found, at: { file: facts.file, line: at.line, column: at.column } }
  })

/** The log shipper subscribes to the logs of the organization in `ORG`. */
const isShipper = ({ fly, build }: FlyFacts): boolean =>
  /(?:^|\/)fly-log-shipper(?=[:@]|$)/.test(fly.build?.text('image')?.value ?? build?.content.from ?? '')

/**
 * The organization of the apps: what is named first, those of test stages only where no other is. Where several are named, a
 * note says so: one private network has the apps of one organization.
 */
export function chosenOrganization(found: readonly FoundValue[]): {
  organization: FoundValue | undefined
  notes: Diagnostic[]
} {
  const named = found.filter(({ value }) => !isPlaceholder(value) && !MY_ORGANIZATION.test(value))
  const live = named.filter((one) => !isOfTest(one))
  const values = [...new Map((live.length > 0 ? live : named).toReversed().map((one) => [one.value, one]))]
    .map(([, one]) => one)
    .toReversed()
  const [organization, ...others] = values
  if (!organization || others.length === 0) return { organization, notes: [] }
  const said = values.map(({ value, at }) => `"${value}" in ${placeText(at)}`)
  const note = initNote(
    organization.at.file,
    organization.at,
    `Several organizations are named: ${few(said)}. The draft has "${organization.value}", and Prometheus reaches only the apps of its own organization over the private network.`,
    'Check which one the apps are in with `flyctl apps list`, and correct `monitoring.organization` if it is another one.',
  )
  return { organization, notes: [note] }
}

const SLUG = /^[a-z0-9][a-z0-9-]{1,62}$/
const MY_ORGANIZATION = /^(?:my|some|example)-org(?:anization)?$/

/** Whether a place is about a stage that is not production, by the name of the organization or of the file. */
const isOfTest = ({ value, at }: FoundValue): boolean =>
  [value, at.file].some((name) => (stageOf(name) ?? 'production') !== 'production')

const MAX_LINE = 2000

/** What a test finds in the lines of a file that are no comments. */
const inLines = ({ file, text }: TextFile, find: (line: string) => string | undefined): FoundValue[] =>
  text.split('\n').flatMap((line, i) => {
    if (line.length > MAX_LINE || /^\s*(?:#|\/\/)/.test(line)) return []
    const value = find(line)
    return value === undefined ? [] : { value, at: { file, line: i + 1, column: 1 } }
  })

/** Variables of make, of just and of workflows as a shell has them. */
const asShell = (line: string): string =>
  line.replace(
    /\$\((\w+)\)|(?<!\$)\{\{[ \t]*(\w+)[ \t]*\}\}|\$\{\{[ \t]*env\.(\w+)[ \t]*\}\}/g,
    (_, make?: string, just?: string, env?: string) => `\${${make ?? just ?? env}}`,
  )

/** `ORG="acme"`, `export ORG=acme`, `ORG ?= acme`, `ORG: acme`: each variable of a file with its values. */
const ASSIGNED =
  /^[ \t]*(?:(?:export|local|readonly|declare)[ \t]+(?:-\w+[ \t]+)?)?(?::[ \t]+)?["']?(?:\$\{)?(\w+)[ \t]*(?:[:?]{0,2}=|:)[ \t]*([^\n#;]{0,200})/gm

function assignedIn(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const [, name = '', written = ''] of text.matchAll(ASSIGNED)) {
    const plain = withValues(asShell(written), { variables: new Map(), args: undefined })
    const value = plain.replace(/["'}]/g, '').trim()
    found.set(name, [...new Set([...(found.get(name) ?? []), SLUG.test(value) ? value : '*'])])
  }
  return found
}
