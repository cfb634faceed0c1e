import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { initNote, placeText } from '../findings.ts'
import type { HandlerRefusal } from '../routes/refusal.ts'
import type { CodeHint } from './code-hint.ts'

/** A variable that the machines of an app have. */
export interface MachineVariable {
  key: string
  value: string
}

/** A note about a route whose function refuses some requests by itself, unless a setting says that it does not. */
export function refusalNotes(
  { path, refusal, condition }: CodeHint,
  env: readonly MachineVariable[],
): Diagnostic[] {
  if (!refusal || (condition && condition.name === refusal.setting?.name)) return []
  const { at, isGuard, setting } = refusal
  const set = setting && env.find(({ key }) => plain(key) === plain(setting.name))
  if (setting && isAnswering(setting, set?.value)) return []
  const value = set ? `, which is ${quoted(set.value)} for its machines` : defaultText(setting)
  const depends = setting ? `, depending on ${quoted(setting.name)}${value}` : ''
  const name = setting ? quoted(setting.name) : ''
  if (!isGuard)
    return [
      initNote(
        at.file,
        at,
        `${path} answers with 404 here${depends}.`,
        `Set ${name} for the machines of the app so that it answers, or publish the metrics on a port that only the private network reaches.`,
      ),
    ]
  const isKnown = setting?.holdsWhen !== undefined && (set ?? setting.otherwise) !== undefined
  const change =
    setting && (set ?? setting.otherwise)
      ? `, or set ${name} for the machines of the app so that it answers without them`
      : ''
  return [
    initNote(
      at.file,
      at,
      `${path} asks for credentials here${depends}: a scrape without them ${isKnown ? 'is' : 'may be'} refused.`,
      `Publish the metrics without it on a port that only the private network reaches, or give the service \`authorization\` or \`basic_auth\`${change}.`,
    ),
  ]
}

function defaultText(setting: HandlerRefusal['setting']): string {
  const { otherwise } = setting ?? {}
  return otherwise ? ` (${quoted(otherwise.value)} by default, ${placeText(otherwise.at)})` : ''
}

/** Whether the value of a switch is the one with which the route answers. */
function isAnswering(
  { holdsWhen, otherwise, isPresence }: NonNullable<HandlerRefusal['setting']>,
  set: string | undefined,
): boolean {
  if (isPresence) return set !== undefined && set !== ''
  const value = (set ?? otherwise?.value ?? '').toLowerCase()
  const isOn = /^(?:true|1|yes|on)$/.test(value)
  const isKnown = isOn || /^(?:false|0|no|off)$/.test(value)
  return holdsWhen !== undefined && isKnown && isOn !== holdsWhen
}

const plain = (name: string): string => name.replaceAll('_', '').toUpperCase()
