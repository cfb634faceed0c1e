import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { capitalised, count, few, oneLine } from '../lib/text.ts'
import type { ChangeReport } from '../model/change.ts'
import { headline, REFUSED, statusLine } from './headline.ts'
import type { RunReport } from './report.ts'
import { alertRows, curlCommand } from './rows.ts'

/** A link of a report; the label is a foreign text, the address may be empty. */
export interface ReportLink {
  label: string
  url: string
}

/** How far the run came, since when it is so, of which commit, by whom: short texts, as our own prose. */
export function factsOf(report: RunReport): string[] {
  const { commit, actor } = report
  const [title, status] = [headline(report), statusLine(report)]
  // Of a run that was refused, both begin with it.
  const isSaid = title === status || title.startsWith(REFUSED)
  const [, verdict = ''] = /^(\w[\w ]*: )/.exec(status) ?? []
  return [
    ...(isSaid ? [] : [title.startsWith(verdict) ? status.slice(verdict.length) : status]),
    ...since(report),
    ...firing(report),
    ...(commit === undefined ? [] : [`commit \`${commit.replace(/\W.*/s, '').slice(0, 7)}\``]),
    ...(actor === undefined ? [] : [`by ${actor.slice(0, 60)}`]),
  ]
}

/** When what is wrong first of all was last seen well. */
function since({ verdict }: RunReport): string[] {
  const first = verdict.failures.find(({ because, accepted }) => because === undefined && !accepted)
  return first?.lastHeld ? [`last well ${first.lastHeld.slice(0, 16).replace('T', ' ')} UTC`] : []
}

/** Alerts are not part of a verdict, and yet what one looks for. */
function firing({ evidence }: RunReport): string[] {
  const all = evidence ? alertRows(evidence).filter(({ state }) => state === 'firing') : []
  if (all.length === 0) return []
  const names = [...new Set(all.map(({ name }) => oneLine(name, 60)))]
  return [`${count(all.length, 'alert')} firing: ${few(names)}`]
}

/** What is wrong comes after the links, and must still be on the first screen. */
const MOST_DASHBOARDS = 8

/** Links to what has answered in this run, and to nothing else. */
export function linksOf({ monitoring, health, dashboards, evidence }: RunReport): ReportLink[] {
  const written = dashboards.filter(({ url, result }) => url !== '' && result !== 'failed')
  const hasAnswered = (url: string) =>
    evidence?.checks.some(
      ({ area, outcome, subject }) => area === 'health' && outcome === 'holds' && subject === url,
    )
  const isUp = monitoring !== undefined && evidence?.mark !== undefined
  const silence = monitoring?.silence
  return [
    ...(isUp
      ? [
          { label: 'Prometheus', url: monitoring.url },
          { label: 'its targets', url: `${monitoring.url}/targets` },
        ]
      : []),
    ...health.filter(hasAnswered).map((url) => ({ label: URL.parse(url)?.host ?? url, url })),
    ...written.slice(0, MOST_DASHBOARDS).map(({ title, url }) => ({ label: title, url })),
    ...(written.length > MOST_DASHBOARDS
      ? [{ label: `… and ${count(written.length - MOST_DASHBOARDS, 'more dashboard')}`, url: '' }]
      : []),
    ...(written.length > 0 && silence !== undefined && isPage(silence)
      ? [{ label: 'silence an alert', url: silence }]
      : []),
  ]
}

/** Alerts are silenced on a page of Grafana, or by a command. */
const isPage = (silence: string): boolean => /^https?:/.test(silence)

/** Commands that show the same result, and one that silences an alert, unless that is done on a page. */
export function commandsOf(monitoring: NonNullable<RunReport['monitoring']>): {
  checks: string[]
  silence: string[]
} {
  const { silence } = monitoring
  return {
    checks: ['/-/healthy', '/api/v1/targets?state=active'].map((path) => curlCommand(monitoring, path)),
    silence: silence === undefined || isPage(silence) ? [] : [silence],
  }
}

/** The path of a file as a part of an address. */
export const pathInUrl = (file: string): string =>
  file.toWellFormed().split('/').map(encodeURIComponent).join('/')

/** A line of a file at GitHub; `source`: the base URL of the files of a commit. */
export const sourceLine = (source: string, { file, line }: SourceLocation): string =>
  `${source}/${pathInUrl(file)}#L${line}`

/** The reason of a change; of one that failed, what to do says it already. */
export const changeReason = ({ result, why }: ChangeReport, problems: readonly Diagnostic[]): string =>
  result === 'failed' && problems.some(({ message }) => message === why) ? 'See what to do.' : asSentence(why)

/** Grafana's reasons are phrases, those of Fly are sentences. */
const asSentence = (text: string): string => (text.startsWith('flyctl') ? text : capitalised(text))
