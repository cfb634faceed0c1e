import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** A setting that turns metrics on or off. */
export interface MetricsSwitch {
  /** As the code writes it: `cfg.Metrics.Enabled`. */
  name: string
  /** What it is where nothing sets it, and the place that says so. */
  otherwise?: { value: string; at: SourceLocation }
  /** The variable of the environment that sets it. */
  variable?: string
}

/** How code says what a switch is where nothing sets it; without a value, it is off. */
const DEFAULTS: readonly RegExp[] = [
  // viper
  /\bSetDefault\(\s*"(?<key>[\w.]{1,80})",\s*(?<value>true|false)\b/g,
  // The tags of a field in Go, and of an argument of clap.
  /\bbool\s{1,20}`[^`\n]{0,80}?\benv(?:config)?:"(?<variable>\w{1,80})[^`\n]{0,80}?(?:\b(?:envDefault|default|env-default):"(?<value>\w{1,9})"[^`\n]{0,80})?`/g,
  /\benv\s?=\s?"(?<variable>\w{1,80})"(?:[^\]\n]{0,80}?\bdefault_value(?:_t)?\s?=\s?"?(?<value>true|false))?[^\]\n]{0,80}\]\s{1,40}(?:pub\s)?\w{1,80}: bool\b/g,
  // A variable that is compared, or has a default.
  /\b(?:process\.env\.|(?:env::var|[gG]etenv|get_env|environ\.get|ENV\.fetch)\(["'])(?<variable>\w{1,80})["']?\)?(?:[^\n;]{0,80}?(?:,|\|\||\?\?|unwrap_or\()\s?["']?(?<value>true|false)\b|(?:\?\.toLowerCase\(\))?\s?[!=]==?\s?["'](?:true|1|yes|on)["'])/gi,
  // A variable that only turns it off: `!isFalse(os.Getenv("METRICS_ENABLED"))`.
  /!\w{0,20}(?:false|off)\w{0,20}\((?:process\.env\.|(?:[\w.]{0,20}getenv|env::var|environ\.get)\(["'])(?<variable>\w{1,80})(?<on>)/gi,
  // A section: `metrics:` with `enabled: true` in it.
  /\b(?<group>metrics|prometheus)["']?\]?\s?[:=]?\s?\{?\s{0,40}(?:[\w"'.-]{1,40}\s?[:=][^\n]{0,80}\n\s{0,40}){0,3}?["']?enabled["']?\s?[:=]\s?["']?(?<value>true|false)\b/gi,
  // A field of the settings: `metrics_enabled: bool = False`, `METRICS_ENABLED: z.boolean().default(false)`.
  /^[ \t]{0,20}(?<key>\w{1,80})(?::\s?bool)?\s?[:=]\s?(?:Field\((?:default\s?=\s?)?|(?:[^\n=]|\n[ \t]{1,40}(?=\.)){0,80}\.default\()?["']?(?<value>true|false)\b/gim,
]

interface Default {
  key: string
  value: string
  variable: string | undefined
  at: SourceLocation
}

/** A setting with its default, as far as all of the code agrees on it. */
export function switchNamed(name: string, files: readonly TextFile[]): MetricsSwitch {
  const found = files.flatMap(defaultsIn).filter(({ key }) => isSameSwitch(name, key))
  const [first] = found
  const variable = found.map((one) => variableOf(one, files)).find((one) => one !== undefined)
  return {
    name,
    ...(first && found.every(({ value }) => value === first.value) && { otherwise: first }),
    ...(variable !== undefined && { variable }),
  }
}

/** The variable that sets a switch: viper, and the settings of pydantic, make its name from that of the setting. */
function variableOf(
  { key, variable, at: { file } }: Default,
  files: readonly TextFile[],
): string | undefined {
  if (variable !== undefined || /^[A-Z_\d]+$/.test(key)) return variable ?? key
  const makes = key.includes('.') ? /\.SetEnvKeyReplacer\(/ : /\.AutomaticEnv\(|\(BaseSettings\)/
  const near = file.endsWith('.py') ? files.filter((one) => one.file === file) : files
  if (!near.some(({ text }) => makes.test(text))) return undefined
  const prefixes = near.flatMap(({ text }) => PREFIX.exec(text)?.[1] ?? [])
  return [...prefixes.slice(0, 1), key.replaceAll('.', '_').toUpperCase()].join('_')
}

const PREFIX = /\b(?:SetEnvPrefix\(|env_prefix\s?=\s?)["'](\w{1,40}?)_?["']/

/** A switch without its default, where a file with settings has another value: whether the program reads that is not known. */
export function overruled(
  { otherwise, ...found }: MetricsSwitch,
  settings: Iterable<TextFile>,
): MetricsSwitch {
  const isOverruled = [...settings]
    .flatMap(defaultsIn)
    .some(({ key, value }) => isSameSwitch(found.name, key) && value !== otherwise?.value)
  return otherwise && !isOverruled ? { ...found, otherwise } : found
}

/** A setting for all of the metrics, by its name. */
const OF_ALL =
  /^(?:[A-Z]{1,10}_)?(?:(?:METRICS|PROMETHEUS)_?ENABLED?|(?:ENABLE|EXPOSE)_?(?:METRICS|PROMETHEUS))$/

/** The single setting that turns all metrics on. */
export function theSwitch(files: readonly TextFile[]): MetricsSwitch | undefined {
  const keys = files.flatMap(defaultsIn).map(({ key }) => key)
  const [only, ...more] = keys.filter((key) => OF_ALL.test(key.replaceAll('.', '_').toUpperCase()))
  return only !== undefined && more.every((one) => isSameSwitch(only, one))
    ? switchNamed(only, files)
    : undefined
}

function defaultsIn({ file, text }: TextFile): Default[] {
  if (!/metric|prom/i.test(text)) return []
  return DEFAULTS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ index, groups }) => {
      const {
        group,
        key = group && `${group}.enabled`,
        variable,
        on,
        value = on === undefined ? 'false' : 'true',
      }: Partial<Record<string, string>> = groups ?? {}
      const name = key ?? variable ?? ''
      const isSwitch = /enable|disable|expose/i.test(name) && /metric|prom|telemetry|observab/i.test(name)
      const at = { file, line: lineAt(text, index), column: 1 }
      return isSwitch ? { key: name, value: value.toLowerCase(), variable, at } : []
    }),
  )
}

const plain = (name: string): string => name.replace(/[._]/g, '').toUpperCase()

/** Whether two names are of one setting: `cfg.Metrics.Enabled` is `metrics.enabled` and `APP_METRICS_ENABLED`. */
export const isSameSwitch = (name: string, other: string): boolean =>
  plain(other).endsWith(
    plain(/(?:enable|disable|expose|metric|prom|telemetry|observab)[\w.]*$/i.exec(name)?.[0] ?? name),
  )
