import * as core from '@actions/core'
import type { Problem } from './errors.ts'
import type { Log } from './log.ts'
import { oneLine } from './text.ts'

/** GitHub shows ten errors and ten warnings per step and hides the rest without a word. */
const ANNOTATIONS_PER_KIND = 10

/** The log of a step on a runner: workflow commands, annotations at file and line, masks. */
export function runnerLog(): Log {
  const shown = { error: 0, warning: 0 }
  return {
    info: (text) => core.info(guard(oneLine(text))),
    debug: (text) => core.debug(oneLine(text)),
    problem: (problem) => {
      const annotate = shown[problem.severity]++ < ANNOTATIONS_PER_KIND
      const show = problem.severity === 'error' ? core.error : core.warning
      if (annotate) show(text(problem), properties(problem))
      else core.info(guard(oneLine(`${problem.severity}: ${where(problem)}${text(problem)}`, 2_000)))
    },
    block: (title, lines) => {
      core.startGroup(oneLine(title))
      for (const line of lines) core.info(guard(oneLine(line, 2_000)))
      core.endGroup()
    },
    secret: (value) => {
      for (const form of secretForms(value)) core.setSecret(form)
    },
  }
}

/** A line of ours never starts a workflow command, whoever wrote its text. */
const guard = (line: string): string => line.replace(/^(\s*)(::|##\[)/, '$1\u200b$2')

const text = (problem: Problem): string =>
  `${oneLine(problem.message, 1_000)} ${oneLine(problem.hint, 1_000)}`

const where = (problem: Problem): string =>
  problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}: ` : ''

function properties(problem: Problem): core.AnnotationProperties {
  const { at } = problem
  return { title: problem.code, ...(at && { file: at.file, startLine: at.line, startColumn: at.column }) }
}

/** The forms in which a secret may turn up: as it is, each line of it, in base64, URL-encoded. Short ones would mask everything. */
export function secretForms(value: string): string[] {
  const lines = value.split(/\r?\n/).map((line) => line.trim())
  const base64 = Buffer.from(value).toString('base64')
  const forms = [value, ...lines, base64, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]
  return [...new Set(forms)].filter((form) => form.length >= 4)
}
