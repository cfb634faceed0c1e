import { isRuleFile, type MonitoringApp, type RenderedFile } from '../../desired/monitoring-app.ts'
import type { MachineFile } from '../../model/fly.ts'
import type { ChangeDetail } from '../../model/planned.ts'
import { lineDiff } from './lines.ts'
import { type FileRule, type RuleChange, ruleChanges, ruleLines, rulesIn } from './rules.ts'

/** The rendered files compared with those of the machine. */
export interface FilesDiff {
  rules: RuleChange[]
  details: ChangeDetail[]
}

/**
 * The rendered files line by line, their rules by name. `deployed` is undefined where Fly does not report it. Only the texts
 * of files that this run renders are shown, and only where this action wrote the deployed ones: others may hold credentials.
 */
export function diffFiles(
  deployed: readonly MachineFile[] | undefined,
  { files }: Pick<MonitoringApp, 'files'>,
  isOurs: boolean,
): FilesDiff {
  if (!deployed) return { rules: [], details: [NOT_REPORTED] }
  const rules = ruleChanges(deployedRules(deployed), files.filter(isRuleFile).flatMap(rulesOf))
  if (!isOurs) return { rules, details: [NOT_OURS] }
  const known = new Map(deployed.map((file) => [file.guestPath, file]))
  const texts = files.flatMap((file) => fileDetail(file, known.get(file.guestPath)))
  return { rules, details: [...detail('rules', ruleLines(rules)), ...texts] }
}

const unknown = (why: string): ChangeDetail => ({ title: 'files', lines: [`~ not compared: ${why}`] })

const NOT_REPORTED = unknown('Fly does not report the texts of the deployed files')
const NOT_OURS = unknown('this action did not write the deployed files')

/** Rules and files of a first deploy. */
export function newFiles({ files }: Pick<MonitoringApp, 'files'>): FilesDiff {
  const rules = ruleChanges([], files.filter(isRuleFile).flatMap(rulesOf))
  const lines = files.map(
    ({ guestPath, content }) => `+ ${guestPath}, ${content.split('\n').length - 1} lines`,
  )
  return { rules, details: [{ title: 'files', lines }, ...detail('rules', ruleLines(rules))] }
}

const rulesOf = ({ content }: RenderedFile): FileRule[] => rulesIn(content)

/** Any file in YAML with groups of rules, whatever an earlier version called it. */
const deployedRules = (deployed: readonly MachineFile[]): FileRule[] =>
  deployed.flatMap(({ guestPath, text }) =>
    text !== undefined && /rules.*\.ya?ml$/.test(guestPath) ? rulesIn(text) : [],
  )

function fileDetail({ guestPath, content }: RenderedFile, old: MachineFile | undefined): ChangeDetail[] {
  if (!old) return [{ title: guestPath, lines: lineDiff('', content) }]
  if (old.text === undefined)
    return [{ title: guestPath, lines: ['~ Fly does not report its deployed text'] }]
  return old.text === content ? [] : [{ title: guestPath, lines: lineDiff(old.text, content) }]
}

const detail = (title: string, lines: string[]): ChangeDetail[] =>
  lines.length > 0 ? [{ title, lines }] : []
