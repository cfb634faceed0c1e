import { join } from 'node:path/posix'
import { APP_FLAG, CONFIG_FLAG, FLY_DEPLOY, stepFolder, withoutOutput } from '../../config/deploy-commands.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'

/** A deploy with flyctl in a workflow. What depends on the run is undefined. */
export interface FlyDeploy {
  /** The app that an argument names. */
  app: string | undefined
  /** Path of the Fly configuration from the root of the repository. */
  config: string | undefined
  /** The expression of the matrix that the app or the path depends on: `matrix.app`. */
  matrix: string | undefined
}

/** The first argument without a flag is the folder to deploy. */
const FOLDER = /^\s+(?!-)["']?([^\s"']+)/
const CD = /(?:^|[\s;&|(])cd\s+["']?([^\s"';&|]+)["']?\s*(?:&&|;|\n)/g

/** The action that runs flyctl with the arguments of its input `args`. */
const FLYCTL_ACTION = /^superfly\/flyctl-actions@/

/** The deploys of a step, one for each value of the matrix that they depend on. */
export function flyDeploysOf(step: Tree, job: Tree, root: Tree): FlyDeploy[] {
  const raw = [...deploysIn(scriptOf(step))]
  if (raw.length === 0) return []
  const folder = stepFolder(step, job, root)
  const matrix = get(get(job, 'strategy'), 'matrix')
  const variables = variablesOf([root, job, step])
  return raw.flatMap(({ app, config, below }) => {
    const own = [folder, below, app, config].join(' ')
    const [, name] = /\$\{\{\s*matrix\.([\w-]+)\s*\}\}/.exec(own) ?? []
    const values = name === undefined ? [undefined] : valuesOf(matrix, name)
    return values.map((value): FlyDeploy => {
      const fill = (text: string) => filledIn(text, { name, value, variables })
      const path = fill(join(folder, below, config ?? 'fly.toml'))
      const given = app === undefined ? undefined : fill(app)
      // A calculated name may be any app, whatever the file says.
      const isOpen = given !== undefined && isKnown(given) === undefined
      return {
        app: isKnown(given),
        config: isOpen ? undefined : isKnown(path),
        matrix: name && `matrix.${name}`,
      }
    })
  })
}

/** The commands of a step as a script: those that it runs, or the arguments of the action. */
export function scriptOf(step: Tree): string {
  const args = FLYCTL_ACTION.test(scalarText(get(step, 'uses')) ?? '')
    ? scalarText(get(get(step, 'with'), 'args'))
    : undefined
  const script = args === undefined ? (scalarText(get(step, 'run')) ?? '') : `flyctl ${args}`
  return script.replace(/\\\r?\n/g, ' ')
}

function* deploysIn(
  text: string,
): Generator<{ app: string | undefined; config: string | undefined; below: string }> {
  const script = withoutOutput(text)
  for (const found of script.matchAll(FLY_DEPLOY)) {
    const [, flags = '', rest = ''] = found
    const given = `${flags} ${rest}`
    const entered = [...script.slice(0, found.index + 1).matchAll(CD)].map(([, folder = '']) => folder)
    const [, argument = '.'] = FOLDER.exec(rest) ?? []
    const below = join(...entered, /^[\w./${}\s-]+$/.test(argument) ? argument : '.')
    yield { app: APP_FLAG.exec(given)?.[1], config: CONFIG_FLAG.exec(given)?.[1], below }
  }
}

/** The values of `matrix.NAME`, in its list and in `include`; one unknown value when it is calculated. */
function valuesOf(matrix: Tree | undefined, name: string): (string | undefined)[] {
  const [head = '', ...keys] = name.split('.')
  const all = [
    ...items(get(matrix, head)),
    ...[...items(get(matrix, 'include'))].flatMap((one) => get(one, head) ?? []),
  ]
  const values = all.flatMap((node) => scalarText(keys.reduce<Tree | undefined>(get, node)) ?? [])
  return values.length > 0 ? values : [undefined]
}

/** Literal values of `env`, the innermost last. */
const variablesOf = (nodes: readonly Tree[]): ReadonlyMap<string, string> =>
  new Map(
    nodes.flatMap((node) => {
      const env = get(node, 'env')
      return env?.kind === 'table'
        ? [...env.entries].map(([key, value]): [string, string] => [key, scalarText(value) ?? ''])
        : []
    }),
  )

interface Known {
  name: string | undefined
  value: string | undefined
  variables: ReadonlyMap<string, string>
}

const filledIn = (text: string, { name, value, variables }: Known): string =>
  text
    .replace(/\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g, (all, one) => (one === name ? (value ?? all) : all))
    .replace(
      /\$\{\{\s*env\.(\w+)\s*\}\}|\$\{?(\w+)\}?/g,
      (all, one, other) => variables.get(one ?? other) ?? all,
    )

/** Undefined when an expression or a variable is left. */
const isKnown = (text: string | undefined): string | undefined =>
  text === undefined || text.includes('$') ? undefined : text
