/** A directive of nginx: its words, its line, and what is in its braces. */
export interface NginxDirective {
  name: string
  args: readonly string[]
  line: number
  block: readonly NginxDirective[]
}

const TOKEN = /#[^\n]*|"[^"]*"|'[^']*'|[;{}\n]|(?:\$\{\w+\}|[^\s;{}"'])+/g

/** The directives of a configuration of nginx; what is no such configuration gives directives without a meaning. */
export function readNginx(text: string): NginxDirective[] {
  const root: NginxDirective[] = []
  const open = [root]
  let words: string[] = []
  let line = 1
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') line++
    else if (token === '}') open.splice(Math.max(1, open.length - 1))
    else if (token === ';' || token === '{') {
      const block: NginxDirective[] = []
      const [name = '', ...args] = words
      open.at(-1)?.push({ name, args, line, block })
      if (token === '{') open.push(block)
      words = []
    } else if (!token.startsWith('#')) words.push(token.replace(/^(["'])(.*)\1$/s, '$2'))
  }
  return root
}

/** All directives with a name, at any depth. */
export const nginxDirectives = (block: readonly NginxDirective[], name: string): NginxDirective[] =>
  block.flatMap((one) => [...(one.name === name ? [one] : []), ...nginxDirectives(one.block, name)])
