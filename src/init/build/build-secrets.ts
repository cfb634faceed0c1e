import type { Dockerfile } from '../../formats/dockerfile.ts'

/** A secret that a step of a build cannot do without. */
interface NeededSecret {
  id: string
  line: number
}

/** `RUN --mount=type=secret,id=TOKEN,required`: the options of the mount. */
const MOUNT = /--mount=(\S{0,300}\btype=secret\b\S{0,300})/g

/** The build secret without which a step of a build fails for certain; undefined: there is none. */
export function neededSecret({ stages }: Dockerfile): NeededSecret | undefined {
  for (const { name, text, line } of stages.flatMap(({ instructions }) => instructions))
    for (const [, options = ''] of name === 'RUN' ? text.matchAll(MOUNT) : []) {
      const id = optionOf(options, 'id')
      const target = optionOf(options, 'target|dst|destination') ?? `/run/secrets/${id}`
      const isRequired = /\brequired(?:=true)?(?:,|$)/.test(options)
      if (id !== undefined && (isRequired || endsWithout(text, [target, optionOf(options, 'env')])))
        return { id, line }
    }
  return undefined
}

const optionOf = (options: string, names: string): string | undefined =>
  new RegExp(`(?:^|,)(?:${names})=([\\w./-]+)`).exec(options)?.[1]

/** Whether a command looks for a file or a variable, and ends where there is none: `[ -s FILE ] || exit 1`, `cat FILE && …`. */
function endsWithout(text: string, [file, variable]: readonly (string | undefined)[]): boolean {
  const path = file?.replaceAll('.', '\\.')
  const content = `\\$\\(cat\\s+${path}\\)`
  const value = variable === undefined ? content : `(?:${content}|\\$\\{?${variable}\\}?)`
  const isAbsent = `(?:!\\s*-[efrs]\\s+"?${path}"?|-z\\s+"?${value}"?)`
  const isThere = `(?:-[efrs]\\s+"?${path}"?|-n\\s+"?${value}"?)`
  const forms = [
    // What the branch says before it ends may be long.
    `(?:\\[|\\btest)\\s+${isAbsent}[^|]{0,9}(?:;\\s*then|&&)(?:(?!\\b(?:fi|else|elif)\\b)[^&|]){0,600}\\bexit\\s+[1-9]`,
    `(?:\\[|\\btest)\\s+${isThere}[^|&;]{0,9}\\|\\|[^&|;]{0,300}\\bexit\\s+[1-9]`,
    `(?:^|\\s|&&)(?:test\\s+${isThere}|cat\\s+"?${path}"?(?:\\s*>\\s*\\S{1,100})?|\\w{1,50}="?${content}"?)\\s*&&`,
    variable === undefined ? '(?!)' : `\\$\\{${variable}:?\\?`,
  ]
  return forms.some((form) => new RegExp(form).test(text))
}
