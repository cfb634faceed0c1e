import { posix } from 'node:path'
import { type DeployCommand, dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import { withDefaults } from '../scrapers/stand-ins.ts'

/** Fly configurations that a step makes from a template before it deploys them: `envsubst < fly.toml.template > fly.toml`. */

const ENDING = /\.(?:template|tmpl|tpl|in|j2|jinja2?|erb|gotmpl|example|sample|dist|base)$/
const INSIDE = /[._-](?:template|tmpl|tpl|example|sample|base)(?=\.toml$)/

/** The name of what is made from a template; undefined for a file that has not the name of one. */
function madeName(file: string): string | undefined {
  const name = ENDING.test(file) ? file.replace(ENDING, '') : file.replace(INSIDE, '')
  return name !== file && name.endsWith('.toml') ? name : undefined
}

/**
 * The templates by what commands deploy that is not in the repository: the one next to it, or the only one of that name. Paths
 * are from the root.
 */
export function templatesOf(
  commands: readonly DeployCommand[],
  { files, exists }: { files: readonly string[]; exists(path: string): boolean },
): Map<string, string> {
  const templates = files.flatMap((file) => {
    const made = madeName(file)
    return made === undefined ? [] : [{ file, made }]
  })
  const found = commands.flatMap(({ config }): [string, string][] => {
    if (dependsOnRun(config) || exists(config)) return []
    const near = templates.find(({ made }) => made === config)
    const [only, ...more] = templates.filter(({ made }) => posix.basename(made) === posix.basename(config))
    const template = near ?? (more.length === 0 ? only : undefined)
    return template ? [[config, template.file]] : []
  })
  return new Map(found)
}

/** A template of TOML as TOML: with its defaults, and what is to be filled in as text. */
export const asToml = (text: string): string =>
  withDefaults(text).replace(
    /^([^#"'\n\r\u2028\u2029]*=[ \t]*)(\$\{?\w+\}?|\{\{[^{}\n]*\}\}|__\w+__|@\w+@)[ \t]*$/gm,
    '$1"$2"',
  )
