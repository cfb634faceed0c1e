/** What checks are about, in the order of the report. */
export const CHECK_AREAS = [
  // Where several machines run Prometheus: whether each one answers, has a volume of its own, and says the same.
  'replicas',
  // Where several machines share the targets: whether each one answers, and whether together they have all of them.
  'shards',
  'configuration',
  'reload',
  'retention',
  'self-scrape',
  // Whether Prometheus itself ran without restarts and gaps, and can write to its volume.
  'uptime',
  'storage',
  // What the scrapes of all targets say together, where it does not make a target fail.
  'scrapes',
  'rules',
  // Whether the error budget of each objective is recorded.
  'slo',
  'remote-write',
  // Where an agent scrapes: whether the server that has its samples answers, and how far it is behind.
  'store',
  'fly-metrics',
  'access',
  'health',
  'metrics-exposure',
  'delivery',
] as const
export type CheckArea = (typeof CHECK_AREAS)[number]
