import { few } from '../lib/text.ts'
import { isCopy } from './alerting/rule-copies.ts'
import { isOnlyWatched, servicesOf } from './draft.ts'
import { type FoundService, placeText, type RepositoryFindings } from './findings.ts'

/** Lines of two columns. */
export type Rows = readonly (readonly [string, string])[]

/** What was read in the repository, with the file that says it. */
export function foundRows({ apps, services, prometheus, rules, dashboards }: RepositoryFindings): Rows {
  return [
    ...apps.flatMap(({ app, config, deployedBy, mayDeploy, named }): Rows => {
      const by = deployedBy
        ? `, ${mayDeploy ? 'which may be deployed' : 'deployed'} by ${placeText(deployedBy)}${named === undefined ? '' : ` as the app that ${named} names`}`
        : ''
      return config === undefined ? [] : [[config, `app ${app}${by}`]]
    }),
    ...services.flatMap((service): Rows => {
      const { at, app, name, addresses } = service
      return at ? [[placeText(at), `metrics of ${addresses ? name : app}: ${endpointOf(service)}`]] : []
    }),
    ...prometheus.map(
      ({ file, scrapes = 'apps on Fly', what = 'a configuration of Prometheus' }) =>
        [file, `${what}, which scrapes ${scrapes}`] as const,
    ),
    ...rules.filter((path) => !isCopy(path)).map((path) => [path, 'rules'] as const),
    ...dashboards.map((path) => [path, 'dashboards'] as const),
  ]
}

/** What the draft says, in the words of its reader. */
export function proposalRows(found: RepositoryFindings): Rows {
  const { apps, monitoring, rules, notify } = found
  const deployed = apps.filter((app) => !isOnlyWatched(app, found)).map(({ app }) => app)
  const watched = apps.filter((app) => isOnlyWatched(app, found)).map(({ app }) => app)
  const line = (title: string, names: readonly string[]): Rows =>
    names.length > 0 ? [[title, few(names)]] : []
  return [
    [
      'Prometheus',
      `app ${monitoring.app}, ${monitoring.region === undefined ? 'in a region that you fill in' : `in ${monitoring.region}`}`,
    ],
    ...line('Deployed by this action', deployed),
    ...line('Only monitored', watched),
    ...servicesOf(found).map((service) => [`Metrics of ${service.name}`, endpointOf(service)] as const),
    ...line('Rules', rules),
    ...line('Notified', Object.keys(notify)),
  ]
}

function endpointOf({ port, path, process, addresses }: FoundService): string {
  const where = addresses ? few(addresses) : port === undefined ? undefined : `port ${port}`
  if (where === undefined) return 'not known: fill in its port'
  return `${where}, path ${path}${process === undefined ? '' : `, process ${process}`}`
}
