import { posix } from 'node:path'
import { globMatches } from '../../formats/glob.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { few } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { initNote, lossNote, type RepositoryFindings } from '../findings.ts'
import type { ComposeService } from '../scrapers/scan-compose.ts'
import type { ScannedPrometheus, ScannedTarget } from '../scrapers/scan-prometheus.ts'
import { otherRuler, staysThere } from './other-rulers.ts'

/** Rule files for the draft, and which Prometheus names each of them. */
export interface FoundRules {
  /** From the root of the repository. */
  files: string[]
  /** The rule files by the Prometheus configuration that names them. */
  byConfiguration: ReadonlyMap<string, readonly string[]>
  /** What is not taken over. */
  notes: Diagnostic[]
  /** What to know about those files that are in the draft. */
  inDraft: RepositoryFindings['rulesInDraft']
}

interface RulesContext {
  lost: readonly ScannedTarget[]
  exists(path: string): boolean
  textOf(path: string): string | undefined
  /** What Docker Compose puts into containers, and under which names. */
  compose: readonly ComposeService[]
}

/**
 * The team's own rules: files that a Prometheus of the repository names, and those that no Prometheus names. A path on a machine
 * (`/etc/prometheus/rules/*.yml`) is found by its name.
 */
export function findRules(
  rules: readonly TextFile[],
  prometheus: readonly ScannedPrometheus[],
  { lost, exists, textOf, compose }: RulesContext,
): FoundRules {
  const notes: Diagnostic[] = []
  const byConfiguration = new Map(
    prometheus.map(({ file, ruleFiles }) => {
      const found = ruleFiles.flatMap(({ value, at }) => {
        const mounted = rules.filter((rule) => isMounted(rule.file, value, compose))
        const named =
          mounted.length > 0
            ? mounted
            : rules.filter((rule) => isNamed(rule.file, value, posix.dirname(file)))
        if (named.length === 0) {
          const isHere = exists(posix.join(posix.dirname(file), value))
          notes.push(lossNote(at.file, at, ...(isHere ? noRulesIn(value) : notHere(value))))
        }
        return named.map((rule) => rule.file)
      })
      return [file, [...new Set(found)]] as const
    }),
  )
  const named = new Set([...byConfiguration.values()].flat())
  const notNamed = rules.filter(({ file }) => !named.has(file))
  const elsewhere = notNamed.flatMap((rule) => {
    const ruler = otherRuler(rule, textOf)
    return ruler ? { file: rule.file, ruler } : []
  })
  notes.push(...elsewhere.map(({ file, ruler }) => staysThere(file, ruler)))
  const others = notNamed
    .map(({ file }) => file)
    .filter((file) => elsewhere.every((one) => one.file !== file))
  const areNamed =
    prometheus.some(({ ruleFiles }) => ruleFiles.length > 0) &&
    !prometheus.some(({ isUnreadable }) => isUnreadable)
  const unnamed = areNamed ? others : []
  return {
    files: [...named, ...others].toSorted(),
    byConfiguration,
    notes,
    inDraft: (isIn) => [
      ...inUse(unnamed.filter(isIn)),
      ...prometheus.flatMap((one) =>
        withoutJobs(one, (byConfiguration.get(one.file) ?? []).filter(isIn), lost),
      ),
    ],
  }
}

function inUse([first, ...more]: readonly string[]): Diagnostic[] {
  if (first === undefined) return []
  return [
    initNote(
      first,
      { line: 1, column: 1 },
      `No Prometheus of this repository names the rules in ${few([first, ...more])}. The draft has them in \`alerts.rules\`.`,
      'Remove them there if they are not in use.',
    ),
  ]
}

const noRulesIn = (path: string): [message: string, hint: string] => [
  `${quoted(path)} has no rules that can be read. It is not taken over.`,
  'If it is a template, name the file that is made from it in `alerts.rules`.',
]

const notHere = (path: string): [message: string, hint: string] => [
  `The rules in ${quoted(path)} are not in this repository. They are not taken over.`,
  'Add the files here, and name them in `alerts.rules`.',
]

/** Rules that are taken over from a Prometheus whose jobs are not, or not all: what they ask for may have no data. */
function withoutJobs(
  { file, targets, lostJobs }: ScannedPrometheus,
  rules: readonly string[],
  lost: readonly ScannedTarget[],
): Diagnostic[] {
  const taken = targets.filter((target) => !lost.includes(target)).map(({ name }) => name)
  const names = new Set([...lostJobs, ...targets.flatMap(({ name }) => (taken.includes(name) ? [] : name))])
  const [first] = rules
  if (names.size === 0 || first === undefined) return []
  const jobs = taken.length === 0 ? 'no job' : `not the jobs ${few([...names].map(quoted))}`
  return [
    initNote(
      first,
      { line: 1, column: 1 },
      `The draft has ${few(rules)} in \`alerts.rules\`, but ${jobs} of ${file}: metrics that only those jobs have are missing, and such an alert never fires.`,
      'Keep that Prometheus with its rules, or add services that have these metrics. Remove the rules that are left there from `alerts.rules`.',
    ),
  ]
}

/** Whether Docker Compose puts a file where a Prometheus reads this path, under whatever name. */
const isMounted = (file: string, pattern: string, compose: readonly ComposeService[]): boolean =>
  compose
    .flatMap(({ mounts }) => mounts)
    .some(
      ({ source, target }) =>
        (file === source || file.startsWith(`${source.replace(/\/$/, '')}/`)) &&
        globMatches(
          posix.resolve('/etc/prometheus', pattern),
          posix.join(target, posix.relative(source, file)).replace(/\/$/, ''),
        ),
    )

function isNamed(file: string, pattern: string, folder: string): boolean {
  const path = pattern.startsWith('/') ? undefined : posix.join(folder, pattern)
  if (path !== undefined && globMatches(path, file)) return true
  return globMatches(posix.basename(pattern), posix.basename(file)) && isBelowName(file, pattern)
}

/** Of a pattern that any name matches, the folder must be the same: `/etc/prometheus/rules/*.yml` and `ops/rules/a.yml`. */
const isBelowName = (file: string, pattern: string): boolean =>
  !posix.basename(pattern).startsWith('*') ||
  posix.basename(posix.dirname(file)) === posix.basename(posix.dirname(pattern)) ||
  posix.dirname(pattern) === '/etc/prometheus'
