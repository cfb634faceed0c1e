import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import { INPUTS } from '../inputs/names.ts'
import type { PresetNames } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import { lintConfiguration, lintStoredSeries } from '../lint/config/lint.ts'
import { lintSources } from '../lint/index.ts'
import { worstFirst } from '../lint/order.ts'
import { prometheusContext } from '../lint/prometheus/subject.ts'
import { namesOfShippedRules, recordedByShippedRules } from '../lint/recorded.ts'
import { draftConfiguration, servicesOf } from './draft.ts'
import { lossNote, type RepositoryFindings } from './findings.ts'
import { superseded } from './notes.ts'
import type { Inside, Repository } from './repository.ts'
import { folders, scanRepository } from './scan.ts'

/** The first configuration of a repository. */
export interface FirstDraft {
  text: string
  /** Undefined as long as a person has to fill something in. */
  config: Config | undefined
  /** What `plan` says about the draft and the files that exist, and notes, worst first. */
  problems: Diagnostic[]
}

interface DraftOptions {
  /** The path of the configuration. */
  path: string
  names: PresetNames
  preset: boolean
  inside: Inside
  pace: Pace
}

/**
 * Makes the draft, and checks it as `plan` will: a dashboard or a rule file that it refuses is left out, with its words.
 * @throws ActionError `configuration` when no app is found, or a name from the options is not valid
 */
export async function firstDraft(repository: Repository, options: DraftOptions): Promise<FirstDraft> {
  const { names, pace, inside } = options
  const found = scanRepository(repository.scan, options)
  const checkable = checked(draftConfiguration(filledIn(found), names))
  const problems = await planOf(repository, checkable, pace)
  const proposed = new Set([
    ...repository.dashboards.map(({ file }) => file),
    ...repository.scan.rules.map(({ file }) => file),
  ])
  const refused = problems.filter(({ severity, at }) => severity === 'error' && proposed.has(at?.file ?? ''))
  const files = new Set(refused.map(({ at }) => at?.file))
  const final = files.size === 0 ? found : without(files, found, { repository, inside })
  const text = draftConfiguration(final, names)
  const isComplete = found.services.some(({ addresses }) => !addresses) || found.isPreset
  const rest = problems.filter(({ at }) => !files.has(at?.file))
  const notes = [...found.notes, ...refused.map(asNote)]
  const source = { file: options.path, text }
  const own = [...lintConfiguration(checkable, source), ...(await lintStoredSeries(checkable, source, pace))]
  return {
    text,
    config: isComplete && !/^ *region:$/m.test(text) ? checked(text) : undefined,
    problems: worstFirst([
      ...own,
      ...rest,
      ...repository.found.problems,
      ...notes,
      ...found.prometheus.flatMap((file) => superseded(file, notes)),
      ...pace.problems(),
    ]),
  }
}

/** The findings without the dashboards and rules that plan refuses. */
function without(
  files: ReadonlySet<string | undefined>,
  found: RepositoryFindings,
  { repository, inside }: { repository: Repository; inside: Inside },
): RepositoryFindings {
  const paths = new Set([...files].flatMap((file) => (file === undefined ? [] : inside(file))))
  const dashboards = repository.dashboards
    .filter(({ file }) => !files.has(file))
    .map(({ file }) => inside(file))
  return {
    ...found,
    dashboards: withoutRefused(dashboards, files, inside),
    rules: found.rules.filter((path) => !paths.has(path)),
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

/** What plan refuses is not proposed: its words become a note. */
function asNote({ at, message, hint, code }: Diagnostic): Diagnostic {
  const { file, line, column } = at ?? { file: '', line: 1, column: 1 }
  return lossNote(
    file,
    { line, column },
    `This file is not in the draft: \`plan\` refuses it (${code}). ${message}`,
    hint,
  )
}

/** With values in place of those that are not known, so that everything else can be checked. */
function filledIn(found: RepositoryFindings): RepositoryFindings {
  const services = servicesOf(found).map((service) => ({ ...service, port: service.port ?? ANY_PORT }))
  return { ...found, services, monitoring: { region: 'fra', ...found.monitoring } }
}

const ANY_PORT = 1

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

/** The problems of the existing files, checked with the draft. */
async function planOf({ found }: Repository, config: Config, pace: Pace): Promise<Diagnostic[]> {
  const sources = {
    ...found.sources,
    // The draft names the dashboards.
    dashboards: found.sources.dashboards.map(({ file, text }) => ({ file, text })),
  }
  const { problems } = await lintSources(sources, {
    config,
    assumed: true,
    recorded: () => recordedByShippedRules(config, true),
    ownRules: () => namesOfShippedRules(config, true),
    prometheus: prometheusContext(config, () => false),
    inputs: INPUTS,
    pace,
  })
  // The notes report the same once, and how it was resolved.
  return problems.filter(
    ({ code }) => code !== 'prometheus/unknown-app' && code !== 'prometheus/unknown-port',
  )
}
