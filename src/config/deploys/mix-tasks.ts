/** A text of Elixir, a call with arguments, or a function by its name: `&ship/1`. */
const PART = /"((?:[^"\\\n]|\\.)*)"|\b(\w+)\(([^()\n]{0,300})\)|&(\w+)\/\d/g
const MAX_ALIAS = 1000
const MAX_BODY = 5000

/** What a task of mix runs: as an alias in `mix.exs`, else in a file of its own (`task`). */
export function mixCommands({
  name,
  mix,
  task,
}: {
  name: string
  mix: string
  task: string | undefined
}): string[] {
  const key = name.replaceAll('.', '\\.')
  const start = new RegExp(`^[ \\t]*(?:"${key}"|${key}):[ \\t]*`, 'm').exec(mix)
  if (!start) return task === undefined ? [] : commandsIn(task, new Map())
  const rest = mix.slice(start.index + start[0].length).slice(0, MAX_ALIAS)
  const list = rest.startsWith('[') ? rest.slice(0, endOfList(rest)) : (/^[^\n]*/.exec(rest)?.[0] ?? '')
  return [...list.matchAll(PART)].flatMap(([, text, called, args = '', named]) =>
    text === undefined ? ofFunction(mix, called ?? named ?? '', args) : asCommand(text),
  )
}

/** `cmd --cd assets npm run ship` runs a command, any other text is a task. */
function asCommand(text: string): string {
  const [, folder, command] = /^cmd[ \t]+(?:--cd[ \t]+(\S+)[ \t]+)?(.*)$/.exec(text) ?? []
  if (command === undefined) return `mix ${text}`
  return folder === undefined ? command : `cd ${folder} && ${command}`
}

function endOfList(text: string): number {
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/[[\]]/g)) {
    depth += mark === '[' ? 1 : -1
    if (depth === 0) return index
  }
  return text.length
}

/** The commands of a function, with the texts that it is called with. */
function ofFunction(mix: string, name: string, args: string): string[] {
  const [all, names = ''] =
    new RegExp(`\\bdefp?[ \\t]+${name}(?:\\(([^()\\n]*)\\))?[ \\t]*do\\b`).exec(mix) ?? []
  if (all === undefined) return []
  const values = [...args.matchAll(/"([^"]*)"|[^,\s][^,]*/g)].map(([, text]) => text ?? '*')
  const given = new Map(names.split(',').map((one, i) => [one.trim(), values[i] ?? '*']))
  const [body = ''] = mix
    .slice(mix.indexOf(all) + all.length)
    .slice(0, MAX_BODY)
    .split(/\n {2}end\b/)
  return commandsIn(body, given)
}

/** The commands that code of Elixir gives a shell: `Mix.shell().cmd("fly deploy")`, `System.cmd("fly", ["deploy"])`. */
const commandsIn = (code: string, given: ReadonlyMap<string, string>): string[] =>
  [...code.matchAll(/\bcmd\(\s*"((?:[^"\\\n]|\\.)*)"(?:\s*,\s*\[([^\]]{0,1000})\])?/g)].map(
    ([, command = '', list = '']) => {
      const words = [...list.matchAll(/"((?:[^"\\\n]|\\.)*)"|[^,\s][^,]*/g)].map(([, word]) => word ?? '*')
      return [command, ...words]
        .join(' ')
        .replace(/#\{([^{}]*)\}/g, (_, name: string) => given.get(name.trim()) ?? '*')
    },
  )
