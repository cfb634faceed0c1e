/** The coloured words that flyctl prints even where nobody sees colours (measured, `NO_COLOR=1` too). */
export const INFO = '\u001b[2mINFO\u001b[0m'
export const WARN = '\u001b[33mWARN\u001b[0m'
export const GREEN_CHECK = '\u001b[32m✓\u001b[0m'
export const RED_CROSS = '\u001b[31m✘\u001b[0m'
