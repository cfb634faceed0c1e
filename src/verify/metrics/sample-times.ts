/** Times of the newest samples of one target, by the name of their series. */
export interface TargetTimes {
  /** Names with a sample of the last scrape, or with a delayed one. */
  samples: ReadonlySet<string>
  /** Age of samples that are older than their scrape, in milliseconds: they carry timestamps of their own. */
  delayed: ReadonlyMap<string, number>
  /** Names with older samples that may be left from before a restart of Prometheus: the next scrape will tell. */
  old: ReadonlySet<string>
}

interface Newest {
  time: number
  /** When it was read. */
  at: number
  /** The time of the first sample that was read. */
  first: number
}

/**
 * Remembers the times of samples, in milliseconds on Prometheus' clock. A sample from before verification began proves
 * something only when it moves on, when the running Prometheus must have scraped it, or when nothing but the samples of the
 * last scrape is stored (`isExact`): Prometheus marks series that a target no longer sends as ended, but not those that
 * it finds in its storage when it starts.
 */
export function createSampleTimes(verifyStart: number) {
  const known = new Map<string, Map<string, Newest>>()
  const isOwnTime = ({ time, first }: Newest, startTime: number | undefined): boolean =>
    time > first || (startTime !== undefined && time > startTime)

  return {
    /** `time`: undefined when there is no sample. */
    keep(target: string, name: string, { time, at }: { time: number | undefined; at: number }): void {
      const names = known.get(target) ?? new Map<string, Newest>()
      known.set(target, names)
      if (time === undefined) names.delete(name)
      else names.set(name, { time, at, first: names.get(name)?.first ?? time })
    },
    hasOld: (): boolean =>
      [...known.values()].some((names) => [...names.values()].some(({ time }) => time <= verifyStart)),
    /** `startTime`: of Prometheus, where it is known. */
    of(target: string, startTime: number | undefined, isExact: boolean): TargetTimes {
      const all = [...(known.get(target) ?? [])]
      const isFresh = ({ time }: Newest) => time > verifyStart
      const isLate = (one: Newest) => !isFresh(one) && (isExact || isOwnTime(one, startTime))
      const late = all.filter(([, one]) => isLate(one))
      const old = all.filter(([, one]) => !isFresh(one) && !isLate(one))
      return {
        samples: new Set([...all.filter(([, one]) => isFresh(one)), ...late].map(([name]) => name)),
        delayed: new Map(late.map(([name, { time, at }]) => [name, at - time])),
        old: new Set(old.map(([name]) => name)),
      }
    },
  }
}
