import { parse } from 'yaml'

/**
 * The value of a YAML text that is not trusted. The parser's warnings, which quote the text, are
 * not printed, and duplicate keys are not detected: that takes time that grows with the square of the keys.
 * @throws Error with a message of one line, when the text is not valid YAML
 */
export const parseYaml = (text: string): unknown =>
  parse(text, { logLevel: 'error', prettyErrors: false, uniqueKeys: false })
