/**
 * A runner reads commands from the output of a step: `##[name …]` anywhere in a line, and `::name …::` where a line
 * begins, after white space (actions/runner, ActionCommand.cs). It compares in a culture-sensitive way, which ignores
 * characters without weight, and terminals and log viewers drop others: what is not printable ASCII counts as nothing
 * here. Each pattern is linear: the part that it may skip never contains its beginning or end.
 */
const ANYWHERE = /#[^\t\n\r -~]*#(?=[^\t\n\r -~]*\[)/g
const AT_BEGINNING = /(^|[\n\v\f\r\x85\u2028\u2029])([^\n\v\f\r\x85\u2028\u2029!-~]*)(?=:[^\t\n\r -~]*:)/g

/**
 * The text with a backslash in every command. It is visible, because invisible characters may be ignored, and nothing
 * that a terminal shows joins the parts again. Whole lines only: pieces that are joined later may form a new command.
 */
export const breakCommands = (text: string): string =>
  text.replace(ANYWHERE, '$&\\').replace(AT_BEGINNING, '$1$2\\')

const ANYWHERE_IN_JSON = /(#[^\t\n\r -~]*#[^\t\n\r -~]*)\[/g

/** The same for JSON text, which keeps its value: a bracket is written as an escape. No JSON begins a line with `::`. */
export const breakCommandsInJson = (json: string): string => json.replace(ANYWHERE_IN_JSON, '$1\\u005b')
