import { details } from './markdown.ts'

/** A part of the summary; `isOpen`: it needs attention. What is well is folded, with its title as the result. */
export interface SummarySection {
  title: string
  body: string
  isOpen: boolean
}

/** A section as Markdown; empty without a body. */
export function renderSection({ title, body, isOpen }: SummarySection): string {
  if (body === '') return ''
  return isOpen ? `## ${title}\n\n${body}` : details(title, body)
}

/** Several bodies as one, without those that are empty. */
export const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n')
