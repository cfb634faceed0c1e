import type { Diagnostic } from '../../lib/errors.ts'
import { capitalised, oneLine } from '../../lib/text.ts'
import type { PlannedChange } from '../../model/planned.ts'
import type { GrafanaChange, GrafanaObject } from '../grafana/actions.ts'
import { type GrafanaPlan, objectsOf } from '../grafana/diff.ts'
import { isChange } from '../grafana/outcome.ts'
import { firstLines } from './lines.ts'

const EFFECTS = { created: 'add', updated: 'change', removed: 'remove' } as const

/**
 * The changes of Grafana's objects as people read them, with the differences that the plan found; of an object that could not
 * be compared, that it is not known.
 */
export const plannedGrafana = (plan: GrafanaPlan): PlannedChange[] =>
  objectsOf(plan).flatMap((object) => {
    if (isChange(object)) return [planned(object)]
    return object.state === 'failed' ? [unknownObject(object, object.problem)] : []
  })

const unknownObject = ({ kind, name }: GrafanaObject, { message }: Diagnostic): PlannedChange => ({
  ...{ platform: 'Grafana', effect: 'change', kind, subject: oneLine(name, 200), what: `write the ${kind}` },
  ...{ reason: oneLine(message, 500), routine: kind === 'annotation', certain: false, details: [] },
})

function planned({ object, becomes, what, reason, diff, action }: GrafanaChange): PlannedChange {
  return {
    platform: 'Grafana',
    effect: EFFECTS[becomes],
    kind: object.kind,
    subject: oneLine(object.name, 200),
    what,
    reason: asSentence(oneLine(reason, 300)),
    routine: action.kind === 'annotate',
    certain: true,
    details: diff ? [{ title: object.kind, lines: firstLines(diff.split('\n')) }] : [],
  }
}

const asSentence = (text: string): string => `${capitalised(text)}${text.endsWith('.') ? '' : '.'}`
