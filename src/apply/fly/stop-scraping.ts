import { stopMachine } from '../../clients/flyctl/commands.ts'
import { type Diagnostic, ignoreRefusal } from '../../lib/errors.ts'
import type { Machine } from '../../model/fly.ts'
import { shardOfGroup } from '../../model/shards.ts'
import type { FlyContext } from './run-changes.ts'

/** The machines of Prometheus during a deploy, as last seen. */
export interface ScrapingMachines {
  seen: { machines: readonly Machine[]; warnings: Diagnostic[] }
  /** Machines that are removed afterwards. */
  surplus: readonly string[]
  ctx: FlyContext
}

/**
 * Before a machine is replaced, the other replicas scrape what it scrapes. One that is removed afterwards need not: where it
 * is broken, its removal is what helps. Shards have other targets, and are not waited for.
 */
export const handOverToReplicas = (machine: string, run: ScrapingMachines): Promise<void> =>
  handOver(machine, run, ({ processGroup }) => shardOfGroup(processGroup) === 1)

/**
 * Before a machine is removed: the others scrape what it scrapes, and it sends what it has not sent yet. One that cannot be
 * stopped is removed all the same.
 */
export async function stopScraping(machine: string, run: ScrapingMachines): Promise<void> {
  const app = run.seen.machines.find(({ id }) => id === machine)?.app
  await handOver(machine, run, () => true)
  if (app === undefined) return
  await stopMachine(run.ctx.flyctl, app, machine).catch(ignoreRefusal)
}

async function handOver(
  machine: string,
  { seen, surplus, ctx }: ScrapingMachines,
  mayTakeOver: (other: Machine) => boolean,
): Promise<void> {
  const others = seen.machines
    .filter((one) => one.id !== machine && one.state === 'started' && mayTakeOver(one))
    .map(({ id }) => id)
  const isRequired = others.some((id) => !surplus.includes(id))
  const warning = await ctx.handOver?.(machine, others, isRequired)
  if (warning) seen.warnings.push(warning)
}
