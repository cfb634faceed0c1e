import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/schema.ts'
import { INPUTS } from '../inputs/names.ts'
import type { PresetNames } from '../inputs/types.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import type { Pace } from '../lib/pace.ts'
import { lintSources } from '../lint/index.ts'
import { worstFirst } from '../lint/order.ts'
import { prometheusContext } from '../lint/prometheus/subject.ts'
import { recordedByShippedRules } from '../lint/recorded.ts'
import { draftConfiguration } from './draft.ts'
import { initNote, type RepositoryFindings } from './findings.ts'
import type { Inside, Repository } from './repository.ts'
import { folders, scanRepository } from './scan.ts'

/** The first configuration of a repository. */
export interface FirstDraft {
  text: string
  /** Undefined as long as a person has to fill something in. */
  config: Config | undefined
  /** What `plan` says about the files that exist, and notes, worst first. */
  problems: Diagnostic[]
}

interface DraftOptions {
  names: PresetNames
  preset: boolean
  inside: Inside
  pace: Pace
}

/**
 * Makes the draft, and checks it as `plan` will: a dashboard that it refuses is left out, with its words.
 * @throws ActionError `configuration` when no app is found, or a name from the options is not valid
 */
export async function firstDraft(repository: Repository, options: DraftOptions): Promise<FirstDraft> {
  const { names, pace, inside } = options
  const found = scanRepository(repository.scan, options)
  const checkable = checked(draftConfiguration(filledIn(found), names))
  const problems = await planOf(repository, { config: checkable, found, inside, pace })
  const refused = problems.filter(
    ({ severity, at }) => severity === 'error' && isDashboard(repository, at?.file),
  )
  const files = new Set(refused.map(({ at }) => at?.file))
  const dashboards = repository.dashboards
    .filter(({ file }) => !files.has(file))
    .map(({ file }) => inside(file))
  const final = files.size === 0 ? found : { ...found, dashboards: withoutRefused(dashboards, files, inside) }
  const text = draftConfiguration(final, names)
  const isComplete = found.services.length > 0 || found.isPreset
  const rest = problems.filter(({ at }) => !files.has(at?.file))
  return {
    text,
    config: isComplete && !/^ *region:$/m.test(text) ? checked(text) : undefined,
    problems: worstFirst([
      ...rest,
      ...refused.map(asNote),
      ...repository.found.problems,
      ...found.notes,
      ...pace.problems(),
    ]),
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

const isDashboard = ({ dashboards }: Repository, file: string | undefined): boolean =>
  dashboards.some((one) => one.file === file)

/** What plan refuses is not proposed: its words become a note. */
function asNote({ at, message, hint, code }: Diagnostic): Diagnostic {
  const { file, line, column } = at ?? { file: '', line: 1, column: 1 }
  return initNote(
    file,
    { line, column },
    `This dashboard is not in the draft: \`plan\` refuses it (${code}). ${message}`,
    hint,
  )
}

/** With values in place of those that are not known, so that everything else can be checked. */
function filledIn(found: RepositoryFindings): RepositoryFindings {
  const services = found.services.length > 0 || found.isPreset ? found.services : [ANY_SERVICE(found)]
  return { ...found, services, monitoring: { region: 'fra', ...found.monitoring } }
}

const NOT_KNOWN = '__not_known'
const ANY_SERVICE = ({ apps }: RepositoryFindings) => ({
  ...{ name: NOT_KNOWN, app: apps[0]?.app ?? '', port: 1, path: '/metrics' },
})

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

interface PlanContext {
  config: Config
  found: RepositoryFindings
  inside: Inside
  pace: Pace
}

/** The problems of the existing files, checked with the draft. A service that is not known has no findings. */
async function planOf({ found }: Repository, { config, pace }: PlanContext): Promise<Diagnostic[]> {
  const known = { ...config, services: config.services.filter(({ name }) => name !== NOT_KNOWN) }
  const sources = {
    ...found.sources,
    // The draft names the dashboards.
    dashboards: found.sources.dashboards.map(({ file, text }) => ({ file, text })),
  }
  const { problems } = await lintSources(sources, {
    config: known,
    assumed: true,
    recorded: () => recordedByShippedRules(known, true),
    prometheus: prometheusContext(known, () => false),
    inputs: INPUTS,
    pace,
  })
  // The notes report the same once, and how it was resolved.
  return problems.filter(({ code }) => code !== 'prometheus/unknown-app')
}
