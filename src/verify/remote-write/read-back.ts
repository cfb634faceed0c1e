import { promqlString } from '../../formats/promql/literals.ts'
import { ActionError, messageOf } from '../../lib/errors.ts'
import {
  ARRIVAL_METRIC,
  type Prometheus,
  type QueryAnswer,
  REPLICA_LABEL,
  SELF_JOB,
} from '../../model/prometheus.ts'
import { SHARD_LABEL } from '../../model/shards.ts'

/** Where samples of a deployment are read back. */
export interface ReadBackSource {
  /** The external label `monitor` of this deployment. */
  monitor: string
  /** Its external label `replica`, where several machines run Prometheus and each one is asked. */
  replica?: string
  /** The label `shard` of its scrape of itself, where several machines share the targets and each one is asked. */
  shard?: number
  /** The query API of the server, see `queryUrl`; absent when it is not known. */
  readBack?: Pick<Prometheus, 'query'>
}

/** Why nothing can be read back, and what to do. */
export interface Unreadable {
  why: string
  next: string
}

/**
 * The query for the time of the newest sample of this deployment on the server, in seconds since the epoch. VictoriaMetrics
 * hides the newest 30 s from it (`-search.latencyOffset`).
 */
const arrivalQuery = (of: Labels): string => `max(timestamp(${ARRIVAL_METRIC}{${selectorOf(of)}}))`

/**
 * The samples of Prometheus' scrape of itself. Only a bare selector with a window reads what VictoriaMetrics hides; on every
 * other server it returns the same samples.
 */
const rawArrivalQuery = (of: Labels): string =>
  `${ARRIVAL_METRIC}{${selectorOf({ job: SELF_JOB, ...of })}}[5m]`

type Labels = Pick<ReadBackSource, 'monitor' | 'replica' | 'shard'> & { job?: string }

/** Only the scrape of itself says which shard has sent a sample. */
function selectorOf({ monitor, replica, shard, job }: Labels): string {
  const labels = {
    monitor,
    [REPLICA_LABEL]: replica,
    [SHARD_LABEL]: shard,
    job: shard === undefined ? job : SELF_JOB,
  }
  return Object.entries(labels)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${promqlString(String(value))}`]))
    .join()
}

/** When the newest sample on the server was scraped, in milliseconds; undefined when there is none. */
export function newestArrival({ result }: QueryAnswer): number | undefined {
  if (result.resultType === 'vector') {
    const value = result.result[0]?.value?.[1]
    return value === undefined ? undefined : Number(value) * 1000
  }
  if (result.resultType !== 'matrix') return undefined
  // The end of a series is a sample without a value.
  const times = result.result.flatMap(({ values }) =>
    values.flatMap(([time, value]) => (value === 'NaN' ? [] : time * 1000)),
  )
  return times.length === 0 ? undefined : times.reduce((newest, one) => Math.max(newest, one))
}

/** The newest sample that was scraped after the start of the verification. */
async function newestOf(
  source: Pick<Prometheus, 'query'>,
  of: Labels,
  verifyStart: number,
): Promise<number | undefined> {
  for (const query of [arrivalQuery(of), rawArrivalQuery(of)]) {
    const newest = newestArrival(await source.query(query))
    if (newest !== undefined && newest > verifyStart) return newest
  }
  return undefined
}

/** How long the server may fail to answer before nothing can be read back from it. */
const LOST_MS = 15_000

/** Reads back samples of this deployment, newer than the start of the verification (on Prometheus' clock). */
export function readBack({ readBack: source, ...of }: ReadBackSource, verifyStart: number) {
  let why: Unreadable | undefined = source ? undefined : NOT_KNOWN
  let lostSince: number | undefined
  let isExpected = false
  let nothing = 0
  return {
    why: () => why,
    /** From now on samples should be there: answers without them count. */
    expect: () => {
      isExpected = true
    },
    foundNothing: () => (why === undefined ? nothing : 0),
    /** When the newest sample was scraped, in milliseconds; undefined when there is none of this verification. */
    async arrival(): Promise<number | undefined> {
      if (!source || why !== undefined) return undefined
      try {
        const newest = await newestOf(source, of, verifyStart)
        lostSince = undefined
        if (newest === undefined && isExpected) nothing++
        return newest
      } catch (error) {
        if (!(error instanceof ActionError)) throw error
        const code = error.problems[0]?.code ?? ''
        lostSince ??= performance.now()
        const status = NO_READING[code]
        if (status !== undefined) why = noReading(status)
        else if (!isTemporary(code) || performance.now() - lostSince >= LOST_MS)
          why = noAnswer(messageOf(error))
        return undefined
      }
    },
  }
}

const NOT_KNOWN: Unreadable = {
  why: 'the query URL of this server is not known.',
  next: 'Set `query_url` of this target in monitoring.yml: the address to which `/api/v1/query` is added.',
}

const NO_READING: Readonly<Record<string, number>> = {
  'prometheus-unauthorized': 401,
  'prometheus-forbidden': 403,
}

const noReading = (status: number): Unreadable => ({
  why: `the key allows writing but not reading (HTTP ${status}).`,
  next: 'Give the key the right to read as well (in Grafana Cloud the scope metrics:read), or accept the claim with `verify.accept` in monitoring.yml.',
})

const noAnswer = (why: string): Unreadable => ({
  why,
  next: 'Check `query_url` of this target in monitoring.yml, and whether the server can be reached from where this runs; a server on the private network of Fly cannot.',
})

/** Errors of a server that is there and may answer the next time. */
const isTemporary = (code: string): boolean =>
  ['prometheus-starting', 'prometheus-timeout', 'prometheus-connection', 'prometheus-limited'].includes(code)
