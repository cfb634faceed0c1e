import { posix } from 'node:path'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { type Endpoint, initNote } from '../findings.ts'

const EXPORTER = /(?:^|[\s/_-])exporter\b/

/**
 * A note for an exporter that is a process of a Procfile: an image of buildpacks starts only `web` of it, unless [processes] names
 * commands.
 */
export function procfileNotes(
  endpoints: readonly Endpoint[],
  { app, facts, command }: ChosenApp,
  textOf: (path: string) => string | undefined,
): Diagnostic[] {
  const { fly, ports, file: config } = facts
  const isBuilt = ['builder', 'buildpacks'].some((key) => fly.build?.has(key))
  const isReplaced = fly.processes.length > 0 || fly.override.cmd || fly.override.entrypoint
  if (!isBuilt || fly.build?.has('image') || isReplaced) return []
  const file = posix.join(command?.folder ?? posix.dirname(config), 'Procfile')
  const lines = (textOf(file) ?? '').split('\n').map((text, i) => {
    const [, name = '', runs = ''] = /^([\w-]{1,60}):[ \t]*(.{1,500})/.exec(text) ?? []
    return { name, runs: runs.trim(), at: { file, line: i + 1, column: 1 } }
  })
  if (lines.every(({ name }) => name !== 'web')) return []
  return endpoints.flatMap(({ port }) => {
    const isOwn = port === undefined || ports.includes(port)
    const found = lines.filter(
      ({ name, runs }) =>
        !['', 'web', 'release'].includes(name) && (EXPORTER.test(runs) || runs.includes(String(port))),
    )
    const [first, ...more] = found
    if (isOwn || !first || more.length > 0) return []
    return initNote(
      file,
      first.at,
      `Process ${quoted(first.name)} of this Procfile (${first.runs}) does not run on Fly: the image of ${app} is built with buildpacks, which starts only \`web\`, and ${config} has no [processes]. Port ${port} refuses every scrape.`,
      `Start it in the machines of \`web\`, or name both commands in [processes], and the process group in the service.`,
    )
  })
}
