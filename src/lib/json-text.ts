import { replaceUnseen } from './text.ts'
import { breakCommandsInJson } from './workflow-commands.ts'

/**
 * A value as JSON that can be printed anywhere: parsing it returns the value unchanged, but a terminal or a runner
 * finds no control sequence or command in the text.
 */
export function jsonText(value: unknown, indent = 0): string {
  const text = JSON.stringify(value, null, indent)
  return breakCommandsInJson(replaceUnseen(text, (unseen) => unseen.replace(/[^\n]/g, escaped)))
}

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
