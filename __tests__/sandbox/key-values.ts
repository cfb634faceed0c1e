/** Both forms of the runner's file commands: `name=value`, and `name<<delimiter` over several lines. */
export function keyValues(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/)
  const values: Record<string, string> = {}
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    const [, long, delimiter] = /^([^=]*?)<<(.+)$/.exec(line) ?? []
    const [, short, value = ''] = /^([^=]+)=(.*)$/.exec(line) ?? []
    if (long !== undefined) {
      const end = lines.indexOf(delimiter ?? '')
      if (end < 0) throw new Error(`no end of the value of ${long}: ${delimiter}`)
      values[long] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n')
    } else if (short !== undefined) values[short] = value
    else if (line !== '') throw new Error(`not a file command: ${line}`)
  }
  return values
}
