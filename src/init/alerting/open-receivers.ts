import { type Document, isMap, isScalar, stringify } from 'yaml'
import type { OpenReceiver } from '../findings.ts'

/** Writes receivers that a person must complete as comments, where they are in force without their `# `. */
export function commentReceivers(document: Document, open: readonly OpenReceiver[]): void {
  if (open.length === 0) return
  const notify = document.getIn(['alerts', 'notify'], true)
  const alerts = document.get('alerts', true)
  if (isMap(notify)) notify.comment = commentOf(open)
  else if (isMap(alerts)) alerts.comment = commentOf(open, 'notify')
  else if (isMap(document.contents)) {
    const key = document.contents.items
      .map((pair) => pair.key)
      .find((one) => isScalar(one) && one.value === 'grafana')
    if (isScalar(key)) key.commentBefore = commentOf(open, 'alerts', 'notify')
  }
}

/** The reasons, then the receivers below the keys that the draft does not have. */
function commentOf(open: readonly OpenReceiver[], ...keys: readonly string[]): string {
  const receivers = Object.fromEntries(open.map(({ kind, values }) => [kind, values]))
  const below = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), receivers)
  const text = stringify(below, { nullStr: '', lineWidth: 0 }).trimEnd().replace(/ +$/gm, '')
  return [...open.map(({ comment }) => comment), HOW, ...text.split('\n')]
    .map((line) => ` ${line}`)
    .join('\n')
}

const HOW = 'Fill in what is empty, and remove the "# " from these lines:'
