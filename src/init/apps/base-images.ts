import type { Diagnostic } from '../../lib/errors.ts'
import { leftOutNote } from '../findings.ts'
import type { MaybeNamed } from './chosen-app.ts'
import type { FlyFacts } from './scan-fly.ts'

/**
 * The apps that only keep an image in Fly's registry, each with a note: their Fly configuration says nothing that runs, nothing
 * deploys them, and another Dockerfile builds on `registry.fly.io/NAME`.
 */
export function baseImages(
  all: readonly MaybeNamed[],
  scraped: ReadonlySet<string | undefined>,
): { images: ReadonlySet<MaybeNamed>; notes: Diagnostic[] } {
  const found = all.flatMap((one) => {
    const by = runsNothing(one) && !scraped.has(one.app) ? builderOn(one, all) : undefined
    return by === undefined ? [] : [{ one, by }]
  })
  return {
    images: new Set(found.map(({ one }) => one)),
    notes: found.map(({ one, by }) =>
      leftOutNote(
        one.facts,
        one.facts.name?.at,
        `App ${one.app} is left out: it has no service and no process, and ${by} builds on its image (registry.fly.io/${one.app}).`,
        `If it has machines, add it to \`apps\`, with \`config: ${one.facts.path}\`.`,
      ),
    ),
  }
}

function runsNothing({ facts: { fly, metrics, hints }, deployedBy, isScripted }: MaybeNamed): boolean {
  const parts = [fly.services, fly.processes, fly.checks, fly.mounts, fly.machines, metrics, hints]
  return deployedBy === undefined && !isScripted && parts.every((part) => part.length === 0)
}

/** The Dockerfile of another app that starts from the image of this one. */
function builderOn({ app, facts }: MaybeNamed, all: readonly MaybeNamed[]): string | undefined {
  const image = `registry.fly.io/${app}`
  const isBase = (base: string) =>
    base === image || base.startsWith(`${image}:`) || base.startsWith(`${image}@`)
  const startsFrom = ({ build }: FlyFacts) => build?.content.stages.some(({ base }) => isBase(base)) === true
  return all.find((one) => one.app !== app && one.facts !== facts && startsFrom(one.facts))?.facts.build?.file
}
