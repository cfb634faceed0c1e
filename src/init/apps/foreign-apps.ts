import { dependsOnRun } from '../../config/deploys/deploy-commands.ts'
import type { Dockerfile } from '../../formats/dockerfile.ts'
import { isImagePlaceholder, isNamedAs } from '../build/own-images.ts'
import { startCommands } from '../build/start-commands.ts'
import type { ChosenApp, MaybeNamed, NamedApp } from './chosen-app.ts'
import { hasPostgresChecks } from './fly-databases.ts'

/** Programs that watch others: they are no apps to be monitored, unless their metrics are known. */
const WATCHERS =
  /(?:^|\/)(?:grafana|loki|tempo|alloy|agent|alertmanager|uptime-kuma|gatus|healthchecks|statping|cachet|blackbox-exporter|fly-log-shipper|promtail|vector|fluent-bit)(?:-enterprise|-oss)?(?=[:@]|$)/

/** Programs that keep data, or pass messages on: an image of them with a configuration is still theirs. */
const STORES =
  /(?:^|\/)(?:postgres(?:ql|-flex)?|postgis|pgvector|timescaledb(?:-ha)?|mysql|mariadb|mongo|redis(?:-stack(?:-server)?)?|valkey|keydb|dragonfly|memcached|rabbitmq|pgbouncer|nats|kafka|cp-kafka|redpanda|zookeeper|elasticsearch|opensearch|meilisearch|typesense|clickhouse(?:-server)?|qdrant|weaviate|chroma|minio|vault|etcd|cockroach|neo4j|influxdb|falkordb|surrealdb|arangodb|couchdb|cassandra|scylla|questdb|milvus|libsql-server|sqld|eclipse-mosquitto|emqx)(?=[:@]|$)/

/** Whether an image is called as the app, and not as a program of somebody else. */
const isNamed = (image: string, app: string | undefined): boolean =>
  isNamedAs(image, app ?? '') && !(WATCHERS.test(image) || STORES.test(image))

/** The image that an app runs, when it is not built from the code of this repository. */
export function foreignImage({
  app,
  facts,
  isOwnImage,
}: Pick<MaybeNamed, 'app' | 'facts' | 'isOwnImage'>): string | undefined {
  const image = facts.fly.build?.text('image')?.value
  const { build, containers } = facts
  const images = [...(image === undefined ? [] : [image]), ...containers]
  if (isOwnImage || images.some((one) => isImagePlaceholder(one) || isNamed(one, app))) return undefined
  if (image !== undefined || !build) return image
  const { from } = build.content
  // What neither keeps data nor answers is a program with the tools of that image, such as a backup.
  const answers = facts.ports.length > 0 || facts.fly.mounts.length > 0
  const isStore = STORES.test(from) && answers
  const isProgram = isOnlyConfigured(build.content) && (answers || !hasSteps(build.content))
  const isOther = WATCHERS.test(from) || isStore || (isProgram && !isNamed(from, app))
  return isOther ? from : undefined
}

/**
 * Whether the machines of an app run another program than the code beside its Fly configuration: people deploy it with an
 * image of somebody else (a workflow may have made that of the team), or its health checks are those of Fly Postgres.
 */
export function runsForeignProgram({
  app,
  deployedBy,
  byPeople,
  isOwnImage,
  database,
  facts,
}: NamedApp): boolean {
  const isLeft = deployedBy === undefined && !facts.fly.build?.has('image')
  const images = isLeft && !isOwnImage ? byPeople.map(({ image }) => image) : []
  const isForeign = (image: string | undefined) =>
    image !== undefined && !dependsOnRun(image) && !isImagePlaceholder(image) && !isNamed(image, app)
  return (
    database !== undefined || (images.length > 0 && images.every(isForeign)) || hasPostgresChecks(facts.fly)
  )
}

const hasSteps = ({ instructions }: Pick<Dockerfile, 'instructions'>): boolean =>
  instructions.some(({ name }) => name === 'RUN')

/** The image of an app that keeps data, or passes messages on. */
export function storeImage(app: NamedApp): string | undefined {
  const image = foreignImage(app)
  return image !== undefined && STORES.test(image) ? image : undefined
}

/** Files that configure a program. */
const SETTINGS = /\.(?:ya?ml|json|toml|conf|cfg|ini|sql|sh|tmpl|tpl|pem|crt|env|hcl|xml|properties)$/i
/** Images that programs are built or started with: what runs in them is what the Dockerfile adds. */
const BASES =
  /(?:^|\/)(?:alpine|debian|ubuntu|fedora|centos|rockylinux|busybox|scratch|nix|wolfi-base|distroless[\w./-]*|static|base|cc|node|deno|bun|python|pypy|uv|golang|rust|ruby|php|frankenphp|perl|elixir|erlang|gleam|haskell|swift|dart|flutter|julia|r-base|openjdk|[\w-]*temurin|[\w-]*corretto|jdk|jre|graalvm[\w-]*|maven|gradle|sdk|aspnet|runtime|runtime-deps|clojure|[\w-]*chrome[\w-]*|playwright[\w-]*|puppeteer|ffmpeg|cuda|pytorch|tensorflow|[\w-]*conda\d?)(?=[:@]|$)/
/** Whether an image has only what programs are built or started with. */
export const isBaseImage = (image: string): boolean => BASES.test(image)
/** Servers in front of a program of the team, and images without a program. */
const PROXIES = /(?:^|\/)(?:nginx[\w-]*|caddy|httpd|traefik|haproxy|envoy|scratch)(?=[:@]|$)/

/** Whether an image starts a server that answers with files, or hands requests on: it runs no code of the team. */
export const isPlainProxy = (facts: ChosenApp['facts']): boolean =>
  facts.build !== undefined &&
  PROXIES.test(facts.build.content.from) &&
  startCommands(facts).every(({ command }) => command.trim() === '')

/** Whether a Dockerfile adds nothing to a program but its configuration: it is not a program of this repository. */
function isOnlyConfigured({ from, instructions }: Dockerfile): boolean {
  const copied = instructions.flatMap(({ name, words }) =>
    ['COPY', 'ADD'].includes(name) ? words.slice(0, -1) : [],
  )
  return (
    from !== '' &&
    !PROXIES.test(from) &&
    !from.includes('$') &&
    !(hasSteps({ instructions }) && isBaseImage(from)) &&
    copied.every((word) => SETTINGS.test(word))
  )
}

/**
 * Apps that run an image of somebody else, without a sign of metrics, and that nothing scrapes (`scraped`): of watchers all, of
 * others those next to own apps.
 */
export function thirdParty(
  apps: readonly ChosenApp[],
  scraped: ReadonlySet<string | undefined>,
): ChosenApp[] {
  const isBuilt = (app: NamedApp) => !app.facts.fly.build?.has('image')
  const others = apps.filter(
    (app) =>
      foreignImage(app) !== undefined &&
      app.facts.metrics.length + app.facts.hints.length === 0 &&
      !scraped.has(app.app) &&
      // What a workflow deploys is only monitored.
      !(isBuilt(app) && isDeployed(app) && !WATCHERS.test(foreignImage(app) ?? '')),
  )
  const isProgram = ({ facts: { metrics, hints } }: NamedApp) =>
    metrics.length === 0 && hints.length > 0 && hints.every(({ isOfProgram }) => isOfProgram)
  if (others.length + apps.filter(isProgram).length < apps.length) return others
  // Where no image is built from a file of the repository, those that a workflow or a script deploys are its own.
  const areDeployed = others.some(isDeployed)
  return others.filter((app) => WATCHERS.test(foreignImage(app) ?? '') || (areDeployed && !isDeployed(app)))
}

/**
 * The image of somebody else that an app runs which nothing here deploys, next to apps of the team: its deploy may have more
 * than its Fly configuration says, so it stays with people.
 */
export function deployedByHand(app: ChosenApp, apps: readonly ChosenApp[]): string | undefined {
  const image = foreignImage(app)
  const isLeft = app.facts.fly.build?.has('image') === true || WATCHERS.test(image ?? '')
  const areOwn = apps.some((one) => foreignImage(one) === undefined || isDeployed(one))
  return isLeft && areOwn && !isDeployed(app) ? image : undefined
}

const isDeployed = ({ deployedBy, isScripted }: NamedApp): boolean => deployedBy !== undefined || isScripted
