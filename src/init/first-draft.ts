import { posix } from 'node:path'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import type { PresetNames } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { count } from '../lib/text.ts'
import { copyNote, copyOfRules, isCopy, type RuleCopy } from './alerting/rule-copies.ts'
import { withExportedName } from './code/own-labels.ts'
import { draftConfiguration, servicesOf } from './draft.ts'
import { isOfTeam, lossNote, type RepositoryFindings } from './findings.ts'
import { folders, ownAlertNotes, withoutData, withoutDataNotes } from './found-dashboards.ts'
import type { Inside, Repository } from './repository.ts'
import { scanRepository } from './scan.ts'
import { superseded } from './scrapers/superseded.ts'

/** The first configuration of a repository. */
export interface FirstDraft {
  text: string
  /** Undefined as long as a person has to fill something in. */
  config: Config | undefined
  found: RepositoryFindings
  /** Rule files of the team, as far as they can be used: to be written next to the draft. */
  copies: readonly RuleCopy[]
  /** What was read and is not in the draft, and what to decide. */
  notes: Diagnostic[]
  /** What `plan` says about the draft, with values in place of those that are not known. Worst first. */
  problems: Diagnostic[]
}

/** The text of a configuration without gaps, what it says, and the copies of rule files that it names. */
export interface CompleteDraft {
  text: string
  config: Config
  copies: readonly RuleCopy[]
}

interface DraftOptions {
  names: PresetNames
  preset: boolean
  inside: Inside
  /** What `plan` will say when the draft and the files that are made from it are written. */
  plan(draft: CompleteDraft): Promise<readonly Diagnostic[]>
}

/**
 * Makes the draft, and checks it as `plan` will: a dashboard or a rule file that it refuses is left out, with its words. Of a
 * file in which other rules are right, those are in the draft, in a copy.
 * @throws ActionError `configuration` when no app is found, or a name from the options is not valid
 */
export async function firstDraft(repository: Repository, options: DraftOptions): Promise<FirstDraft> {
  const { names, inside, plan } = options
  const found = scanRepository(repository.scan, options)
  const empty = withoutData(repository.dashboards, found)
  const refused = new Map<string, readonly Diagnostic[]>(empty.map(({ file }) => [file, []]))
  let copies: RuleCopy[] = []
  let final = without(new Set(refused.keys()), found, { repository, inside, copies })
  let said = await plan(completed(final, names, copies))
  // Without a file that is refused, another one may be right: both had a rule of the same name.
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const more = refusedOnes(repository, said, { known: refused, copies })
    if (more.size === 0) break
    for (const [file, errors] of more) refused.set(file, errors)
    copies = copiesOf(repository, refused)
    final = without(new Set(refused.keys()), found, { repository, inside, copies })
    said = await plan(completed(final, names, copies))
  }
  const text = draftConfiguration(final, names)
  const isComplete = found.services.some(isOfTeam) || found.isPreset
  const copyFor = (file: string) => copies.find(({ original }) => original === file)
  const inDraft = found.rulesInDraft((file) => !refused.has(file) || copyFor(file) !== undefined)
  const ownLabels = found.services.flatMap((one) => one.ownLabels ?? [])
  const aboutRefused = [...refused].flatMap(([file, said]) => {
    const errors = withExportedName(said, ownLabels)
    const copy = copyFor(file)
    return copy ? copyNote(copy, errors) : isCopy(inside(file)) ? [] : asNote(errors)
  })
  const ofDashboards = [...withoutDataNotes(empty, inside), ...ownAlertNotes(repository.dashboards, inside)]
  const notes = [...found.notes, ...inDraft, ...ofDashboards, ...aboutRefused]
  return {
    text,
    config: isComplete && !/^ *region:$/m.test(text) ? checked(text) : undefined,
    found: final,
    copies,
    notes: [...notes, ...found.prometheus.flatMap((file) => superseded(file, notes))],
    problems: said.filter(
      // What is left out of the draft may still be an error of another Prometheus: `plan` will say it.
      ({ at, code, severity }) =>
        (severity === 'error' || !refused.has(at?.file ?? '')) && !RESOLVED.includes(code),
    ),
  }
}

/** Files depend on each other at most in a few ways. */
const MAX_ROUNDS = 4

/** Errors that name another file: without that one, they may be gone. */
const BY_OTHERS = ['rules/name-taken', 'dashboard/duplicate-uid']

/** The errors in each proposed file that `plan` refuses by itself; those that depend on others when there is no such file. */
function refusedOnes(
  { dashboards, scan }: Repository,
  said: readonly Diagnostic[],
  { known, copies }: { known: ReadonlyMap<string, unknown>; copies: readonly RuleCopy[] },
): Map<string, Diagnostic[]> {
  const copied = copies.map(({ path }) => ({ file: posix.join(scan.folder, path) }))
  const proposed = new Set([...dashboards, ...scan.rules, ...copied].map(({ file }) => file))
  const errors = said.filter(({ severity, at }) => {
    const file = at?.file ?? ''
    return severity === 'error' && proposed.has(file) && !known.has(file)
  })
  const own = errors.filter(({ code }) => !BY_OTHERS.includes(code))
  return Map.groupBy(own.length > 0 ? own : errors, ({ at }) => at?.file ?? '')
}

/** What is right of the refused rule files; a copy that is refused as well is of no use. */
function copiesOf({ scan }: Repository, refused: ReadonlyMap<string, readonly Diagnostic[]>): RuleCopy[] {
  return scan.rules
    .flatMap((source) => copyOfRules(source, scan.inside(source.file), refused.get(source.file) ?? []) ?? [])
    .filter(({ path }) => !refused.has(posix.join(scan.folder, path)))
}

/** The notes report the same once, and how it was resolved. */
const RESOLVED = ['prometheus/unknown-app', 'prometheus/unknown-port']

/** The findings without the dashboards and rules that plan refuses. */
function without(
  files: ReadonlySet<string | undefined>,
  found: RepositoryFindings,
  { repository, inside, copies }: { repository: Repository; inside: Inside; copies: readonly RuleCopy[] },
): RepositoryFindings {
  const paths = new Set([...files].flatMap((file) => (file === undefined ? [] : inside(file))))
  const dashboards = repository.dashboards
    .filter(({ file }) => !files.has(file))
    .map(({ file }) => inside(file))
  return {
    ...found,
    dashboards: withoutRefused(dashboards, files, inside),
    rules: [...found.rules.filter((path) => !paths.has(path)), ...copies.map(({ path }) => path)],
  }
}

/** A folder with a refused dashboard is listed file by file. */
function withoutRefused(
  dashboards: readonly string[],
  refused: ReadonlySet<string | undefined>,
  inside: Inside,
): string[] {
  const whole = folders(dashboards)
  const isSplit = (folder: string) =>
    [...refused].some((file) => file !== undefined && inside(file).startsWith(`${folder}/`))
  return whole.flatMap((one) =>
    isSplit(one) ? dashboards.filter((path) => path.startsWith(`${one}/`)) : one,
  )
}

/** What plan refuses is not proposed: its words about the first error become a note. */
function asNote([first, ...more]: readonly Diagnostic[]): Diagnostic[] {
  if (!first) return []
  const { at, message, hint, code } = first
  const { file, line, column } = at ?? { file: '', line: 1, column: 1 }
  const others = more.length === 0 ? '' : ` It has ${count(more.length, 'more error')}.`
  const text = `This file is not in the draft: \`plan\` refuses it (${code}). ${message}${others}`
  const list = file.endsWith('.json') ? 'grafana.dashboards' : 'alerts.rules'
  return [
    lossNote(
      file,
      { line, column },
      text,
      `${hint} When it is corrected, add it to \`${list}\`.`.trimStart(),
    ),
  ]
}

/** With values in place of those that are not known, so that everything else can be checked. */
function filledIn(found: RepositoryFindings): RepositoryFindings {
  const services = servicesOf(found).map((service) => ({ ...service, port: service.port ?? ANY_PORT }))
  return { ...found, services, monitoring: { region: 'fra', ...found.monitoring } }
}

const ANY_PORT = 1

function completed(
  found: RepositoryFindings,
  names: PresetNames,
  copies: readonly RuleCopy[],
): CompleteDraft {
  const text = draftConfiguration(filledIn(found), names)
  return { text, config: checked(text), copies }
}

/** The findings are valid, so any error is about a name from the options, and there is no file to refer to. */
function checked(text: string): Config {
  try {
    return loadConfig(text, '')
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    throw new ActionError(
      'configuration',
      error.problems.map(({ at: _, ...problem }) => problem),
    )
  }
}
