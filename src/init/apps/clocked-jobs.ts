import type { SourceLocation } from '../../lib/errors.ts'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { ChosenApp } from './chosen-app.ts'

/** `flyctl machine start $id -a jobs`, `fly m run . --schedule hourly`. */
const STARTS = /\bfly(?:ctl)?[ \t]+m(?:achines?)?[ \t]+(?:start|run)\b(?:[^\n\\]|\\\n?){0,500}/g
/** What starts again in the morning is a server that is paused at night. */
const STOPS = /\bfly(?:ctl)?[ \t]+m(?:achines?)?[ \t]+(?:stop|kill|suspend)\b/
/** The trigger of a workflow, and the option of a machine. */
const CLOCKS = [/(?<![\w-])cron:/, /[ \t]--schedule\b/] as const
const APP_FLAG = /[ \t](?:--app|-a)(?:[ \t]+|=)["']?([\w-]+)/

/** Where the machine of an app without services is started by the clock: it is a job that ends, and no server. */
export function clockOf(
  { app, facts: { fly, metrics } }: ChosenApp,
  builders: readonly TextFile[],
): SourceLocation | undefined {
  if (fly.services.length + metrics.length > 0) return undefined
  const name = new RegExp(String.raw`(?<![\w-])${app}(?![\w-])`)
  return builders
    .filter(({ text }) => name.test(text) && !STOPS.test(text))
    .flatMap(({ file, text }) =>
      [...text.matchAll(STARTS)]
        .filter(([command]) => (APP_FLAG.exec(command)?.[1] ?? app) === app)
        .filter(([command]) => CLOCKS[0].test(text) || CLOCKS[1].test(command))
        .map(({ index }) => ({ file, line: lineAt(text, index), column: 1 })),
    )[0]
}
