import { uncheckedContract } from './metrics/contract.ts'
import { panelQuestions, uncheckedPanel } from './panels/questions.ts'
import type { ContentsOptions, ContentsWatch } from './watch-contents.ts'

/** Metrics and panels whose samples cannot be read: nothing is asked. */
export function unreadContents(
  { config, dashboards, libraryPanels }: ContentsOptions,
  why: string,
): ContentsWatch {
  const text = `Its samples could not be read: ${why}`
  const { metrics, undeclared } = uncheckedContract(config.services, text)
  const panels = panelQuestions(dashboards, libraryPanels).map(({ query, evidence }) =>
    query.unasked ? evidence : uncheckedPanel(query, text, query.expr),
  )
  return {
    step: async () => true,
    open: () => '',
    contents: () => ({ metrics, undeclared, panels }),
  }
}
