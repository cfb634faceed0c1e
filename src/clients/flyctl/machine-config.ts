import * as v from 'valibot'
import type { FlyScrape, Machine } from '../../model/fly.ts'

/** A part that may be absent; one of another shape counts as not reported. */
const ifReadable = <T extends v.GenericSchema>(part: T) => v.optional(v.fallback(v.nullish(part), undefined))

/**
 * The parts of a machine's configuration that a plan compares: size, command and files. The content of `[[files]]` is part
 * of the configuration (recorded: `raw_value` in base64).
 */
export const comparedConfig = v.object({
  guest: ifReadable(v.object({ cpu_kind: v.string(), cpus: v.number(), memory_mb: v.number() })),
  init: ifReadable(v.object({ cmd: v.nullish(v.array(v.string())) })),
  files: ifReadable(
    v.array(
      v.object({
        guest_path: v.string(),
        raw_value: v.nullish(v.string()),
        secret_name: v.nullish(v.string()),
      }),
    ),
  ),
})

/** The same as the model has it; absent where it is not reported. */
export function comparedParts({
  guest,
  init,
  files,
}: v.InferOutput<typeof comparedConfig>): Pick<Machine, 'guest' | 'command' | 'files'> {
  return {
    ...(guest && {
      guest: { cpuKind: guest.cpu_kind, cpus: guest.cpus, memoryMb: guest.memory_mb },
    }),
    ...(init?.cmd && { command: init.cmd }),
    ...(files && {
      files: files.map(({ guest_path, raw_value, secret_name }) => ({
        guestPath: guest_path,
        ...(typeof raw_value === 'string' && { text: Buffer.from(raw_value, 'base64').toString('utf8') }),
        ...(typeof secret_name === 'string' && { secret: secret_name }),
      })),
    }),
  }
}

/** What Fly's managed Prometheus is told to scrape: fly-go/machine_types.go, MachineMetrics; `https` is not documented. */
export const scrapedConfig = v.nullish(
  v.object({ port: v.number(), path: v.nullish(v.string()), https: v.nullish(v.boolean(), false) }),
)

export const scrapeOf = ({
  port,
  path,
  https,
}: NonNullable<v.InferOutput<typeof scrapedConfig>>): FlyScrape => ({
  ...{ port, path: path || '/metrics', https: https === true },
})
