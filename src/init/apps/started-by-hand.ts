import { posix } from 'node:path'
import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { startCommands } from '../build/start-commands.ts'
import { placeText } from '../findings.ts'
import type { ChosenApp } from './chosen-app.ts'

/** A program that waits, and does nothing. */
const IDLE =
  /^\s*(?:(?:\/bin\/)?(?:ba)?sh -c )?(?:exec )?(?:\/(?:usr\/)?bin\/)?(?:sleep\s+(?:\d+[smhd]?|inf(?:inity)?)|tail -f \/dev\/null|true)\s*$/

interface Texts {
  /** What people and scripts run. */
  texts: readonly TextFile[]
  textOf(path: string): string | undefined
}

/** Why an app without services has no server: its machines wait for a person, or people keep none of them. */
export function startedByHand(one: ChosenApp, evidence: Texts): string | undefined {
  const { fly, file, metrics } = one.facts
  if (fly.services.length + metrics.length > 0) return undefined
  return idle(one, file) ?? scaledToZero(one, evidence)
}

function idle({ facts }: ChosenApp, file: string): string | undefined {
  const { entrypoint, cmd } = facts.fly.override
  const override = [entrypoint, cmd].flatMap((one) => one?.words ?? []).join(' ')
  const commands = override === '' ? startCommands(facts).map(({ command }) => command) : [override]
  const [first = ''] = commands
  if (!commands.every((one) => IDLE.test(one))) return undefined
  const [process] = facts.fly.processes
  const at = cmd?.at ?? entrypoint?.at ?? process?.at
  const place = at ? placeText({ file, ...at }) : (facts.build?.file ?? file)
  return `${place} starts \`${first.trim()}\`, which does nothing until a person starts a task there`
}

/** `fly scale count 0 -a shop-task`, `bin/fly-task scale count 0` by a script with the flags. */
const SCALE = /(\S+)[ \t]+scale[ \t]+count[ \t]+(?:[\w-]+=)?(\d+)\b([^\n;&|`]{0,200})/g
const FLAG = /(?:^|[ \t])(?:--app|-a|--config|-c)[ \t=]+["']?([\w./-]+)/g

/** Where people keep no machine of it, and start none again. */
function scaledToZero({ app, facts }: ChosenApp, { texts, textOf }: Texts): string | undefined {
  const counts = texts.flatMap(({ file, text }) =>
    [...text.matchAll(SCALE)].flatMap(({ index, 1: program = '', 2: count = '', 3: rest = '' }) => {
      const script = /^(?:\.\/)?[\w./-]*\/[\w.-]+$/.test(program) ? (textOf(posix.join(program)) ?? '') : ''
      const named = [...`${rest}\n${script.slice(0, 2000)}`.matchAll(FLAG)].map(([, value = '']) => value)
      const isMeant = named.some((value) => value === app || posix.join('.', value) === facts.file)
      return isMeant ? [{ count: Number(count), at: { file, line: lineAt(text, index), column: 1 } }] : []
    }),
  )
  const [first] = counts
  if (!first || counts.some(({ count }) => count > 0)) return undefined
  return `${placeText(first.at)} keeps none of its machines running: people start it for one task`
}
