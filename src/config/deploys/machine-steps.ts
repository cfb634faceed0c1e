/** What a script does to machines by itself: `fly machine stop -a other $IDS`. */
const STEP = /^[^#\n]*?\b(?:fly|flyctl)\s+(?:machines?|m)\s+(?:update|stop|start|clone|destroy|restart)\b/

/** The line, from 1, of a script without choices that changes machines besides its deploys: a deploy alone would leave that out. */
export function machineStepIn({ file, text }: { file: string; text: string }): number | undefined {
  if (!/\.(?:sh|bash)$/.test(file) || /\bcase\b/.test(text)) return undefined
  const at = text.split('\n').findIndex((line) => STEP.test(line))
  return at === -1 ? undefined : at + 1
}
