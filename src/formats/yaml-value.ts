import { parse } from 'yaml'

/**
 * The value of a YAML text that somebody else may have written. The reader's own warnings, which quote the text, are
 * not printed, and equal keys are not looked for: that takes a time that grows with the square of the keys.
 * @throws Error with one line, when it is not YAML
 */
export const parseYaml = (text: string): unknown =>
  parse(text, { logLevel: 'error', prettyErrors: false, uniqueKeys: false })
