/** How the options of build tools name a package: `pnpm --filter api`, `cargo build -p api`, `npm -w api`. */
const OPTIONS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:pnpm|turbo|lerna|nx|rush)\b/,
    /\s(?:--filter|--scope|-F|--projects?|--to)(?:=|\s+)["']?(?:\.{3})?\{?([@\w./-]+?)\}?\^?(?:\.{3})?["']?(?=[\s,]|$)/g,
  ],
  [/\b(?:npm|bun)\b/, /\s(?:--workspace|-w|--filter)(?:=|\s+)["']?([@\w./-]+)/g],
  [/\b(?:cargo|uv)\b/, /\s(?:-p|--package|--bin|--path)(?:=|\s+)["']?([\w./-]+)/g],
  [/\bcargo\b/, /--manifest-path(?:=|\s+)(\S+?)\/?Cargo\.toml/g],
  [/\bmvnw?\b/, /\s-pl(?:=|\s+):?([\w./-]+)/g],
  [/\bgradlew?\b/, /\s(:[\w:-]+):\w+/g],
  [/\bdotnet\b/, /([\w.-]+)\.(?:cs|fs)proj/g],
  [/\bgo (?:build|install|run)\b/, /\s(\.\/[\w./-]+|[\w-]+\/[\w./-]+)["']?\s*$/g],
  [/\byarn\b/, /\sworkspaces?(?: focus)? ([@\w./-]+)/g],
  [/\bturbo\b/, /\sprune (?:--scope=)?["']?([@\w./-]+)/g],
  [/\bnx\b/, /\s(?:run |build |serve )["']?([@\w./-]+)/g],
  [/\bmix\b/, /\srelease (\w+)/g],
]

/** What the commands of a build say that is built: names of packages and programs, and folders. */
export const namesIn = (commands: string): string[] => [
  ...new Set(
    commands
      .split(/[;&|\n]+/)
      .flatMap((command) =>
        OPTIONS.filter(([tool]) => tool.test(command)).flatMap(([, option]) =>
          [...command.matchAll(option)].map(([, name = '']) => name),
        ),
      ),
  ),
]

/** Options in front of the name of a script, or after it; no value of one starts as an option, so there is one way to read them. */
const AROUND =
  '(?:\\s+(?:-[wFC] [^\\s-]\\S*|--(?:filter|workspace|prefix|dir|cwd) [^\\s-]\\S*|-[\\w-]+(?:=\\S+)?|workspace [^\\s-]\\S*))*'
/** A script of npm that a command starts: `npm run start:prod`, `pnpm --filter api start`, `npm run -w api start`. */
const SCRIPT = new RegExp(
  `\\b(?:npm|pnpm|yarn|bun)\\b${AROUND}(?:\\s+run(?:-script)?)?${AROUND}\\s+([a-z][\\w:.-]*)(?=[\\s"']|$)${AROUND}`,
)

/** The script of npm that a command starts, and the package or the folder that it is of. */
export function scriptIn(
  command: string,
): { text: string; script: string; named: string | undefined; folder: string | undefined } | undefined {
  const [whole, script] = SCRIPT.exec(command) ?? []
  if (whole === undefined || script === undefined) return undefined
  const folder = /\s(?:--prefix|--dir|--cwd|-C)[= ](\S+)/.exec(whole)?.[1]
  return { text: whole, script, named: namesIn(whole)[0], folder }
}
