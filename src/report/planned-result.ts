import * as v from 'valibot'

const change = v.object({
  platform: v.picklist(['Fly', 'Grafana']),
  effect: v.picklist(['add', 'change', 'remove']),
  kind: v.pipe(v.string(), v.description('Of the object: app, machine, volume, secrets, dashboard, …')),
  subject: v.string(),
  what: v.string(),
  reason: v.string(),
  routine: v.pipe(v.boolean(), v.description('Every deploy makes it, whatever has changed.')),
  certain: v.pipe(
    v.boolean(),
    v.description('false: not known whether there is a difference; see the reason.'),
  ),
  details: v.array(v.object({ title: v.string(), lines: v.array(v.string()) })),
})

const ruleBacktest = v.object({
  alert: v.string(),
  change: v.picklist(['new', 'changed']),
  fired: v.optional(v.pipe(v.number(), v.description('How often; absent when it could not be tried.'))),
  firingSeconds: v.optional(v.number()),
  period: v.optional(v.pipe(v.string(), v.description('How much of the last 7 days has data.'))),
  firingNow: v.optional(v.boolean()),
  note: v.string(),
})

/** What a deploy would change, as programs read it. */
export const plannedDeploy = v.pipe(
  v.object({
    compared: v.array(v.string()),
    changes: v.array(change),
    downtime: v.optional(v.string()),
    price: v.optional(v.string()),
    backtest: v.array(ruleBacktest),
    backtestNote: v.optional(v.string()),
  }),
  v.description(
    'What a deploy would change; mode deploy: what it set out to change. Absent: nothing was compared.',
  ),
)
