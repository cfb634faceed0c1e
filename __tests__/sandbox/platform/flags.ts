import { FlyError } from './errors.ts'

/** A flag of a command: whether it takes a value, and its one-letter form. */
export interface FlagSpec {
  readonly name: string
  readonly short?: string
  readonly kind: 'bool' | 'value' | 'list'
  /** Taken when the flag stands without `=value` (as `--depot`). */
  readonly bare?: string
}

/** Parsed arguments of a command. */
export interface Arguments {
  readonly positional: readonly string[]
  has(name: string): boolean
  /** `otherwise` when the flag is not given. */
  bool(name: string, otherwise: boolean): boolean
  text(name: string): string | undefined
  list(name: string): readonly string[]
}

/**
 * Flags from a compact table: `app,a` takes a value, `json!` does not, `env,e*` may come several times,
 * `depot=true` has a value of its own when bare.
 */
export function flagSpecs(text: string): readonly FlagSpec[] {
  return text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [, name = '', short, mark, bare] =
        /^([a-z0-9-]+)(?:,([a-z]))?([!*])?(?:=(.+))?$/.exec(entry) ?? []
      return {
        name,
        ...(short === undefined ? {} : { short }),
        kind: mark === '!' ? 'bool' : mark === '*' ? 'list' : 'value',
        ...(bare === undefined ? {} : { bare }),
      }
    })
}

/** Parses as flyctl's flag library does: flags anywhere, `--` ends them, `--x=v` and `--x v`. */
export function parseArguments(args: readonly string[], specs: readonly FlagSpec[]): Arguments {
  const positional: string[] = []
  const values = new Map<string, string[]>()
  const queue = [...args]
  const give = (spec: FlagSpec, value: string): void => {
    values.set(spec.name, spec.kind === 'list' ? [...(values.get(spec.name) ?? []), value] : [value])
  }
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (arg === '--') {
      positional.push(...queue.splice(0))
    } else if (arg.startsWith('--')) {
      const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? []
      const spec = specs.find((known) => known.name === name)
      if (spec === undefined) throw new FlyError(`unknown flag: --${name}`)
      give(spec, flagValue(spec, inline, queue, `--${name}`))
    } else if (arg.startsWith('-') && arg !== '-') {
      const spec = specs.find((known) => known.short === arg.charAt(1))
      if (spec === undefined) throw new FlyError(`unknown shorthand flag: '${arg.charAt(1)}' in ${arg}`)
      const inline = arg.length > 2 ? arg.slice(2).replace(/^=/, '') : undefined
      give(spec, flagValue(spec, inline, queue, `'${arg.charAt(1)}' in ${arg}`))
    } else {
      positional.push(arg)
    }
  }
  return {
    positional,
    has: (name) => values.has(name),
    bool: (name, otherwise) => truth(values.get(name)?.at(-1), otherwise),
    text: (name) => values.get(name)?.at(-1),
    list: (name) => values.get(name) ?? [],
  }
}

function flagValue(spec: FlagSpec, inline: string | undefined, queue: string[], shown: string): string {
  if (inline !== undefined) {
    if (spec.kind === 'bool' && !/^(1|t|true|0|f|false)$/i.test(inline)) {
      throw new FlyError(
        `invalid argument ${JSON.stringify(inline)} for "--${spec.name}" flag: strconv.ParseBool: parsing ${JSON.stringify(inline)}: invalid syntax`,
      )
    }
    return inline
  }
  if (spec.kind === 'bool') return 'true'
  if (spec.bare !== undefined) return spec.bare
  const next = queue.shift()
  if (next === undefined) throw new FlyError(`flag needs an argument: ${shown}`)
  return next
}

const truth = (value: string | undefined, otherwise: boolean): boolean =>
  value === undefined ? otherwise : /^(1|t|true)$/i.test(value)
