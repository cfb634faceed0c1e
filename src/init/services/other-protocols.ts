import type { ScannedTarget } from '../scrapers/scan-prometheus.ts'

/** Ports that programs speak protocols of their own on. Dragonfly has its metrics on the port of Redis. */
const PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [25, 'SMTP'],
  [1433, 'SQL Server'],
  [3306, 'MySQL'],
  [5432, 'PostgreSQL'],
  [5672, 'AMQP'],
  [6379, 'Redis'],
  [11211, 'Memcached'],
  [27017, 'MongoDB'],
])
const ON_PORT_OF_REDIS = /dragonfly|kvrocks/i

/** Databases of providers have a port for each instance, which its name repeats: `redis-12345.example.net:12345`. */
const INSTANCE = /^(redis|mysql|postgres|pg|mongo|valkey|memcached|kafka)\w{0,20}-(\d{4,5})\./i

/** The protocol of a target that does not answer requests for metrics, in words; undefined when it may answer. */
export function protocolOf({ host, job, port }: ScannedTarget): string | undefined {
  const [, program, ofInstance] = INSTANCE.exec(host) ?? []
  if (program !== undefined && Number(ofInstance) === port) return 'the database itself'
  const isDragonfly = port === 6379 && ON_PORT_OF_REDIS.test(`${host} ${job}`)
  return port === undefined || isDragonfly ? undefined : PROTOCOLS.get(port)
}
