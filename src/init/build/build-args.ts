import { assignmentsOf, type Instruction } from '../../formats/dockerfile.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { few } from '../../lib/text.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { initNote, placeText } from '../findings.ts'

/** What builds write into the files that browsers get, by its name. */
const OF_BUNDLE = /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP)_/

interface OpenArgument {
  name: string
  line: number
  /** The line of the instruction that sets a variable to its value, which is then empty. */
  set: number | undefined
}

/** The arguments of the image of an app that have no default, and no value in [build.args]. */
function openArguments({ build, fly }: ChosenApp['facts']): OpenArgument[] {
  if (!build || fly.build?.has('image')) return []
  const all = build.content.stages.flatMap(({ instructions }) => instructions)
  const hasDefault = (name: string) =>
    all.some(({ text }) => new RegExp(`\\b${name}(?::?[-+?]|=[^\\s$])`).test(text))
  return build.content.stages.flatMap(({ instructions }) =>
    instructions.flatMap((one, i) =>
      (one.name === 'ARG' ? assignmentsOf(one) : [])
        .filter(([name, value]) => /^\w+$/.test(name) && value === `$${name}` && !fly.buildArgs.has(name))
        .filter(([name]) => !hasDefault(name))
        .map(([name]) => ({ name, line: one.line, set: setBy(instructions.slice(i), name)?.line })),
    ),
  )
}

const setBy = (instructions: readonly Instruction[], name: string): Instruction | undefined =>
  instructions.find(
    (one) =>
      (one.name === 'ENV' || one.name === 'RUN') &&
      new RegExp(`(?:^|\\s)${name}[= ]["']?\\$(?:${name}\\b|\\{${name}\\})`).test(one.text),
  )

/**
 * Why a build by this action would lack a value: people deploy another stage with the same Dockerfile, and give it. Where they
 * deploy the app itself without it, only that of a bundle counts, which the machines cannot set.
 */
export function lackingArgument({ facts, stages, byPeople, withMore }: ChosenApp): string | undefined {
  const open = openArguments(facts).filter(({ name }) => byPeople.length === 0 || OF_BUNDLE.test(name))
  if (withMore || open.length === 0) return undefined
  const deploys = stages
    .filter((stage) => stage.facts.build?.file === facts.build?.file)
    .flatMap((stage) => stage.byPeople)
  for (const { at, buildArgs = [] } of [...byPeople, ...deploys]) {
    const [first, ...more] = open.filter(({ name }) => buildArgs.includes(name))
    if (first)
      return `${placeText(at)} gives ${few([first, ...more].map(({ name }) => name))} to the build with --build-arg, and neither ${facts.build?.file}:${first.line} nor [build.args] of ${facts.file} has a value: a deploy with this action builds without one`
  }
  return undefined
}

/** Notes about arguments of bundles for browsers that nothing gives a value: the build writes an empty one. */
export const argumentNotes = (apps: readonly ChosenApp[]): Diagnostic[] =>
  apps.flatMap((one) => {
    const { app, facts, deployedBy, withMore } = one
    const open = openArguments(facts).filter(({ name, set }) => set !== undefined && OF_BUNDLE.test(name))
    const [first] = open
    if (!first || !facts.build || deployedBy || withMore || lackingArgument(one) !== undefined) return []
    const names = few([...new Set(open.map(({ name }) => name))])
    const message = `${names}: no default here, and no value in [build.args] of ${facts.file}. Line ${first.set} sets an empty one for the build of ${app}, and what browsers get has that.`
    const hint = `Add the values to [build.args]: browsers can read them, so they are no secrets. Secrets of Fly are not there in a build.`
    return initNote(facts.build.file, { line: first.line, column: 1 }, message, hint)
  })
