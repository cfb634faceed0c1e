import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { withoutEndSlash } from '../lib/text.ts'
import { queryUrl, queryUrlOf } from './query-url.ts'
import { type RemoteWriteConfig, targetName } from './remote-write.ts'
import type { Config } from './schema.ts'

/** Whether Prometheus only scrapes and sends: it answers no queries and evaluates no rules. */
export const isAgent = ({ engine }: Pick<Config['monitoring'], 'engine'>): boolean => engine === 'agent'

/** Whether the Prometheus that is deployed keeps samples and evaluates rules: otherwise Grafana evaluates the alerts. */
export const evaluatesRules = ({ engine }: Pick<Config['monitoring'], 'engine'>): boolean =>
  engine === 'server'

/** The server of remote write that has all samples of an agent, and answers queries about them. */
export interface Store {
  /** As in alerts and in the report. */
  name: string
  /** Base URL of its query API, without a slash at the end. */
  queryUrl: string
  /** How it is asked; undefined where it needs no credentials. `variable`: undefined where the key is that of the inputs. */
  user: string | undefined
  variable: string | undefined
}

/**
 * The store of an agent: the target of the inputs, or the first one of the configuration that gets every series and whose
 * query API is known. Undefined for a server, and where there is no such target.
 */
export function storeOf(config: Config, { remoteWrite }: Pick<Inputs, 'remoteWrite'>): Store | undefined {
  if (!isAgent(config.monitoring)) return undefined
  const own = remoteWrite && queryUrl(remoteWrite.url)
  if (remoteWrite && own !== undefined)
    return {
      name: targetName({ name: undefined, url: remoteWrite.url }),
      queryUrl: own,
      user: remoteWrite.user,
      variable: undefined,
    }
  const [target] = config.remote_write.filter((one) => getsEverySeries(one) && queryUrlOf(one) !== undefined)
  if (!target) return undefined
  return {
    name: targetName(target),
    queryUrl: withoutEndSlash(queryUrlOf(target) ?? ''),
    user: target.user,
    variable: target.password_env,
  }
}

/** Only what is sent can be read back. */
const getsEverySeries = ({ keep, drop }: RemoteWriteConfig): boolean =>
  keep === undefined && drop === undefined

/**
 * What an agent needs and neither the file nor the inputs have: a server that keeps its samples and answers queries.
 * `locate`: finds the key `monitoring.engine`.
 */
export function missingStore(
  config: Config,
  inputs: Pick<Inputs, 'remoteWrite'>,
  locate: () => SourceLocation | undefined,
): Diagnostic[] {
  if (!isAgent(config.monitoring) || storeOf(config, inputs)) return []
  const at = locate()
  const problem = { severity: 'error', ...(at && { at }) } as const
  if (!inputs.remoteWrite && config.remote_write.length === 0)
    return [
      {
        ...problem,
        code: 'config/agent-target',
        message:
          '`monitoring.engine` is agent, and there is no target of `remote_write`: an agent keeps no samples, so they would be lost.',
        hint: 'Add the server that keeps the samples: `remote_write: [{ url: https://HOST/api/v1/write, user: USER, password_env: METRICS_KEY }]`, or set the inputs grafana-prometheus-url, -user and -api-key. Or use `engine: server`.',
      },
    ]
  return [
    {
      ...problem,
      code: 'config/agent-store',
      message:
        '`monitoring.engine` is agent, and no target of remote write can be asked for all samples: an agent answers no queries, so nothing but its targets could be verified.',
      hint: 'One target must get every series (no `keep` and no `drop`; those of services limit what is scraped), and have a query API whose address is known: set its `query_url`.',
    },
  ]
}
