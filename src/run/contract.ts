import { isDeepStrictEqual } from 'node:util'
import { readConfig, throwIfAny } from '../config/configuration.ts'
import { declaredMetrics } from '../config/declared-metrics.ts'
import { loadConfig, locateIn } from '../config/load.ts'
import type { Config, ServiceConfig } from '../config/schema.ts'
import { scrapeLimits } from '../config/scrape-limits.ts'
import { compareContract, type Difference } from '../contract/compare.ts'
import { deriveContract } from '../contract/derive.ts'
import { type ContractEdit, editContracts, entryText } from '../contract/edit.ts'
import { type ComparedPage, describeDifferences, describePage } from '../contract/messages.ts'
import { isMetricType } from '../formats/metric-types.ts'
import { BY_NPX } from '../lib/documentation.ts'
import { ActionError, type Diagnostic } from '../lib/errors.ts'
import { createPool } from '../lib/http.ts'
import { count, few } from '../lib/text.ts'
import { type TextFile, workspaceRoot } from '../lib/workspace.ts'
import { writeFiles } from '../lib/write-files.ts'
import type { ChangeReport, SkippedPart } from '../model/change.ts'
import type { ModeHandler } from './context.ts'
import { checkContentTypes, checkFormat } from './contract-format.ts'
import { type ReadPage, readPages } from './contract-pages.ts'

/**
 * Compares the contracts of the services with pages of their metrics, and writes the differences to the configuration, or
 * only reports them (`check`).
 */
export const contractMode: ModeHandler = async (inputs, report, context) => {
  const { config, source, problems, workspace } = readConfig(inputs, workspaceRoot(context.env))
  throwIfAny(problems)
  if (!source) throw new ActionError('configuration', [NO_FILE])
  const { env, signal: cancel, timeUp } = context
  const signal = AbortSignal.any([cancel, timeUp])
  const pages = await report.timed('metrics pages', () =>
    readPages(config, inputs, { pool: createPool(env), signal, workspace, env }),
  )
  report.checked = { 'metrics pages': pages.length }
  const compared = pages.map((page) => withDifferences(page, config))
  const faults = [
    ...compared.flatMap(({ page }) => describePage(page, sampleLimitOf(page, config))),
    ...checkContentTypes(pages, config),
    ...(await checkFormat(pages, context, workspace.root)),
  ]
  report.problems.push(...faults)
  // Prometheus refuses such a page as a whole: what is on it is not the contract.
  const isRefused = faults.some(({ severity }) => severity === 'error')
  const written = !inputs.contract.check && !isRefused
  const locate = locateIn(source)
  for (const { page, differences } of compared)
    if (isReadable(page)) report.problems.push(...describeDifferences(page, differences, { locate, written }))
  if (written) {
    const text = edited(source, compared, config)
    if (text !== source.text) writeFiles(workspace.root, [{ path: source.file, text, executable: false }])
    report.changes.push(...compared.map((one) => changeOf(one, source.file)))
  }
  report.skipped = compared.flatMap(leftOut)
}

/** Whether anything can be said about what is on the page, or not on it. */
const isReadable = ({ page: { faults, metrics } }: ComparedPage): boolean =>
  faults.length === 0 && metrics.length > 0

interface Compared {
  page: ComparedPage
  differences: readonly Difference[]
}

function withDifferences({ service, source, page }: ReadPage, config: Config): Compared {
  const index = config.services.indexOf(service)
  return { page: { service, index, source, page }, differences: compareContract(service, page) }
}

const sampleLimitOf = ({ service }: ComparedPage, { monitoring }: Config): number =>
  service.sample_limit ?? scrapeLimits(monitoring.vm.memory_mb).samples

/** The configuration with the new contracts; undefined places become one error that says what to add by hand. */
function edited(source: TextFile, compared: readonly Compared[], { services }: Config): string {
  const edits = compared.map(editOf)
  const text = editContracts(source.text, edits)
  const unchanged = services.filter((_, index) => !edits.some(({ service }) => service === index))
  if (text !== undefined && isValid(text, source.file, unchanged)) return text
  const lines = edits.flatMap(({ add }) => add.map(entryText))
  throw new ActionError('configuration', [
    {
      code: 'contract-not-written',
      severity: 'error',
      at: { file: source.file, line: 1, column: 1 },
      message: `The contract could not be written to ${source.file}: its metrics are not written out in their place, for example because of an alias.`,
      hint: lines.length > 0 ? `Add them by hand: ${few(lines, 50)}.` : 'Correct the types by hand.',
    },
  ])
}

function editOf({ page, differences }: Compared): ContractEdit {
  const of = (kind: Difference['kind']) => differences.filter((difference) => difference.kind === kind)
  return {
    service: page.index,
    add: of('undeclared').map(({ metric }) => metric),
    retype: differences.flatMap((one) =>
      one.kind === 'type' && isMetricType(one.actual) ? [{ name: one.metric.name, type: one.actual }] : [],
    ),
    relabel: differences.flatMap((one) =>
      one.kind === 'labels'
        ? [
            {
              name: one.metric.name,
              labels: one.metric.labels.filter((label) => !one.absent.includes(label)),
            },
          ]
        : [],
    ),
  }
}

/**
 * The edited file is read like any other: what it would break is found before it is written. Services without an edit
 * stay the same: an alias would change the contract of another one.
 */
function isValid(text: string, file: string, unchanged: readonly ServiceConfig[]): boolean {
  try {
    const { services } = loadConfig(text, file)
    return unchanged.every((one) =>
      isDeepStrictEqual(services.find(({ name }) => name === one.name)?.metrics, one.metrics),
    )
  } catch (error) {
    if (error instanceof ActionError) return false
    throw error
  }
}

function changeOf({ page, differences }: Compared, file: string): ChangeReport {
  const { add, retype, relabel } = editOf({ page, differences })
  const what = [
    ...(add.length > 0 ? [`${count(add.length, 'metric')} added`] : []),
    ...(retype.length > 0 ? [`${count(retype.length, 'type')} corrected`] : []),
    ...(relabel.length > 0 ? [`labels of ${count(relabel.length, 'metric')} corrected`] : []),
  ]
  return {
    subject: `${file}: ${page.service.name}`,
    what: what.length > 0 ? what.join(', ') : 'nothing to do',
    result: what.length > 0 ? 'done' : 'unchanged',
    why: `The page ${page.source} has ${count(page.page.metrics.length, 'metric')}.`,
  }
}

/** Metrics that are not declared by this mode, and why. */
function leftOut({ page: { service, page } }: Compared): SkippedPart[] {
  const declared = new Set(declaredMetrics(service).map(({ name }) => name))
  const { runtime, untyped, unnamed } = deriveContract(page)
  const part = (names: readonly string[], why: string, set: string): SkippedPart[] => {
    const left = names.filter((name) => !declared.has(name))
    return left.length > 0 ? [{ part: `${service.name}: ${few(left, 10)}`, why, set }] : []
  }
  return [
    ...part(
      runtime,
      'Client libraries add these metrics to every program.',
      'by hand, those that a panel or a rule uses',
    ),
    ...part(
      untyped,
      'The page has no # TYPE line with a type that can be declared.',
      'the type in the service',
    ),
    ...part(
      unnamed,
      'Only names with letters, digits, "_", ":" and dots can be declared.',
      'another name in the service',
    ),
  ]
}

const NO_FILE: Diagnostic = {
  code: 'contract-no-file',
  severity: 'error',
  message: 'There is no configuration to compare with or to write to: the built-in preset applies.',
  hint: `Run \`${BY_NPX} init\` first, or name the file with the input config.`,
}
