/** Identity of a target in Prometheus: the labels of its scrape metrics. */
export function targetKey({ job = '', instance = '' }: Readonly<Record<string, string>>): string {
  return `${job.length} ${job}${instance}`
}
