import { listMachines } from '../api.ts'
import { appName } from '../context.ts'
import { FlyError } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import type { FlyToml } from '../flyToml.ts'
import { queries } from '../queries.ts'
import { graphql, graphqlApp } from '../session.ts'
import { unrecognised } from '../tomlDecode.ts'
import { validate } from '../tomlValidate.ts'
import type { Command } from './command.ts'

/** Findings go to stdout, only the verdict to stderr; no request is made. */
export const configValidate: Command = {
  flags: flagSpecs('app,a config,c strict,s!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { config, args, out } = context
    appName(context)
    if (config === undefined) throw new FlyError("the sandbox's flyctl validates only a file: give --config")
    const strict = args.bool('strict', false)
    if (config.problem !== undefined) {
      const loading = strict && !config.rewritten ? 'failed to load config for strict validation: ' : ''
      throw new FlyError(loading + config.problem)
    }
    const { text, valid } = validate(config)
    out(`${text}\n`)
    const unknown = strict ? unrecognised(config.table) : []
    if (unknown.length > 0) {
      const lines = unknown.map((key) => `  - ${key}`).join('\n')
      out(`\nStrict validation found unrecognised sections or keys:\n${lines}\n\n\n`)
    }
    if (!valid) throw new FlyError('App configuration is not valid')
    if (unknown.length > 0) throw new FlyError('strict validation failed')
  },
}

/** The configuration of the last release, whatever became of it; file contents are not in it. */
export const configShow: Command = {
  flags: flagSpecs('app,a config,c local! yaml! toml!'),
  session: true,
  readsConfig: true,
  async run(context) {
    const { session, out } = context
    const name = appName(context)
    const query = { op: 'app', query: queries.appCompact }
    const { definition } = await graphql(session, query, () => graphqlApp(session, name))
    if (definition === undefined) {
      await listMachines(session, name, 'error listing active machines')
      throw new FlyError(
        'failed to grab app config from existing machines, error: could not create a fly.toml from any machines :-(\nNo machines configured for this app',
      )
    }
    out(spaced(JSON.stringify(shown({ ...definition, app: name }), null, 2)))
  },
}

/** The order of flyctl's struct. */
const ORDER =
  'app primary_region kill_signal kill_timeout swap_size_mb experimental build deploy env processes mounts http_service services checks files restart vm metrics'
const SERVICE_ORDER =
  'protocol internal_port auto_stop_machines auto_start_machines min_machines_running processes ports tcp_checks http_checks'
const CHECK_ORDER = 'port type interval timeout grace_period method path'

function shown(config: FlyToml): object {
  const { services, checks, experimental } = config
  return inOrder(ORDER, {
    ...config,
    ...(experimental && { experimental: { ...experimental, attached: { secrets: {} } } }),
    ...(services && { services: services.map((service) => inOrder(SERVICE_ORDER, switched(service))) }),
    ...(config.http_service && { http_service: switched(config.http_service) }),
    ...(checks && {
      checks: Object.fromEntries(
        Object.entries(checks).map(([name, check]) => [name, inOrder(CHECK_ORDER, check)]),
      ),
    }),
  })
}

/** `off` and `stop` are what false and true were before. */
const switched = <T extends { auto_stop_machines?: string | boolean }>(service: T): T => {
  const { auto_stop_machines: stop } = service
  return stop === undefined || stop === 'suspend'
    ? service
    : { ...service, auto_stop_machines: stop === 'stop' || stop === true }
}

function inOrder(order: string, value: object): object {
  const names = order.split(' ')
  const at = (key: string): number => (names.includes(key) ? names.indexOf(key) : names.length)
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined && !(typeof one === 'object' && Object.keys(one).length === 0))
      .sort(([a], [b]) => at(a) - at(b)),
  )
}

/** flyctl sets every object and list off with an empty line. */
function spaced(json: string): string {
  let section = true
  return json
    .split('\n')
    .map((line) => {
      const begins = /^\s*"?\w+"?:( [[{])?$/.test(line)
      const gap = begins && !section ? '\n' : ''
      section = begins
      return `${gap}${line}\n`
    })
    .join('')
}
