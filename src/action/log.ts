import * as core from '@actions/core'
import type { Diagnostic } from '../lib/errors.ts'
import type { Log } from '../lib/log.ts'
import { masks } from '../lib/redact/forms.ts'
import { onSecret } from '../lib/redact.ts'
import { oneLine } from '../lib/text.ts'
import { breakCommands } from '../lib/workflow-commands.ts'

/** GitHub shows ten errors and ten warnings per step and hides the rest without notice. */
const ANNOTATIONS_PER_KIND = 10

/**
 * The log of a step on a runner: workflow commands, annotations at file and line. Every secret is also registered with
 * the runner, which masks it in later steps.
 */
export function runnerLog(): Log {
  const shown = { error: 0, warning: 0 }
  let isInStage = false
  onSecret((secret) => {
    for (const mask of masks(secret)) core.setSecret(mask)
  })
  return {
    info: (text) => core.info(line(text)),
    debug: (text) => core.debug(line(text)),
    problem: (problem) => {
      const annotate = shown[problem.severity]++ < ANNOTATIONS_PER_KIND
      const show = problem.severity === 'error' ? core.error : core.warning
      if (annotate) show(text(problem), properties(problem))
      else core.info(line(`${problem.severity} ${problem.code}: ${where(problem)}${text(problem)}`, 3_000))
    },
    block: (title, lines) => {
      // Groups are not nested: within a stage, the lines are folded already.
      if (isInStage) core.info(line(title))
      else core.startGroup(line(title))
      for (const text of lines) core.info(line(text, 2_000))
      if (!isInStage) core.endGroup()
    },
    stage: (title) => {
      if (isInStage) return () => {}
      isInStage = true
      core.startGroup(line(title))
      return () => {
        isInStage = false
        core.endGroup()
      }
    },
  }
}

/** Text in workflow commands is escaped as well: while commands are stopped, they are ordinary lines. */
const line = (text: string, limit?: number): string => breakCommands(oneLine(text, limit))

const text = (problem: Diagnostic): string => `${line(problem.message, 1_000)} ${line(problem.hint, 1_000)}`

const where = (problem: Diagnostic): string =>
  problem.at ? `${problem.at.file}:${problem.at.line}:${problem.at.column}: ` : ''

function properties(problem: Diagnostic): core.AnnotationProperties {
  const { at } = problem
  return {
    title: line(problem.code),
    ...(at && { file: line(at.file, 1_000), startLine: at.line, startColumn: at.column }),
  }
}
