import { posix } from 'node:path'

/** A program of this repository that Nix starts, and the folder of its flake: `nix run --quiet .#ship`, `nix run ./infra#ship`. */
export function nixProgram(words: readonly string[]): { name: string; folder: string } | undefined {
  if (words[0] !== 'nix' || !words.includes('run')) return undefined
  for (const word of words) {
    const [, folder, name = ''] = /^(?:path:)?(\.{0,2}(?:\/[\w.-]+)*)#(?:\w+\.)*([\w-]+)$/.exec(word) ?? []
    if (folder !== undefined) return { name, folder: folder === '' ? '.' : folder }
  }
  return undefined
}

/** How far the script of an attribute may be from its name. */
const MAX_HEAD = 600
/** The end of a text in two quotes; `''$`, `'''` and `''\` are escapes in it. */
const END = /''(?![$'\\])/

/** The script that an attribute of a flake is: `ship = pkgs.writeShellScriptBin "ship" ''…''`. Paths in it are from the root. */
export function nixScript(text: string, name: string, folder: string): string | undefined {
  for (const { index } of text.matchAll(new RegExp(`(?<![\\w-])${name}[ \\t]*=`, 'g'))) {
    const head = text.slice(index, index + MAX_HEAD)
    const start = head.indexOf("''")
    const before = head.slice(0, start)
    if (start === -1 || [...before.matchAll(/\bwriteShell(?:Script(?:Bin)?|Application)\b/g)].length !== 1)
      continue
    const rest = text.slice(index + start + 2)
    const end = END.exec(rest)?.index
    if (end !== undefined) return asShell(rest.slice(0, end), folder)
  }
  return undefined
}

/** A text of Nix as a shell gets it: files of the repository are at their paths, programs of packages have their names. */
const asShell = (text: string, folder: string): string =>
  text
    .replace(/(?<!'')\$\{[\w.]+\}\/bin\/([\w-]+)/g, '$1')
    .replace(/(?<!'')\$\{(?:\w{1,50}\.){0,4}getExe[ \t]{1,4}(?:\w{1,50}\.){0,4}([\w-]{1,50})\}/g, '$1')
    .replace(/(?<!'')\$\{((?:\.{1,2}\/)?[\w.-]+(?:\/[\w.-]+)*)\}/g, (all, path: string) =>
      path.includes('/') ? posix.join('/', folder, path) : all,
    )
    .replace(/(?<!'')\$\{self\}\//g, posix.join('/', folder, '/'))
    .replace(/''(?=\$)/g, '')
