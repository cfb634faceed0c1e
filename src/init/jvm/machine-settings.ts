import { type Instruction, inheritedInstructions, shellWords } from '../../formats/dockerfile.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { mainCommand } from '../build/start-commands.ts'
import { addProperty, type Properties, type Property } from './property-files.ts'

/** The variables of the machines of an app, as far as they are not secrets: those of its image, then those of Fly. */
export function machineVariables({ facts: { fly, build, buildArgs, file } }: ChosenApp): Properties {
  const variables: Properties = new Map()
  const args = new Map<string, Property>()
  for (const one of build ? inheritedInstructions(build.content) : []) {
    const at = { file: build?.file ?? file, line: one.line, column: 1 }
    for (const [key, value] of assignments(one)) {
      const given = one.name === 'ARG' ? (buildArgs.get(key) ?? value) : value
      const text = expanded(given, new Map([...args, ...variables]))
      const kind = one.name === 'ENV' ? variables : args
      kind.set(key, { value: text, at })
    }
  }
  for (const { key, value, at } of fly.env) variables.set(key, { value, at: { file, ...at } })
  return variables
}

/** What `ENV` and `ARG` set; an argument without a value is not known. */
function assignments({ name, words }: Instruction): [string, string][] {
  if (name !== 'ENV' && name !== 'ARG') return []
  const [first = '', second] = words
  // `ENV NAME value`
  if (!first.includes('=')) return [[first, second ?? `$${first}`]]
  return words.map((word) => [word.replace(/=.*$/s, ''), word.replace(/^[^=]*=/, '')])
}

/**
 * What the machines of an app say about the settings of a program on the JVM, what counts less first: variables, `-D…` of Java,
 * and the arguments of the command.
 */
export function machineSettings(app: ChosenApp): Properties[] {
  const variables = machineVariables(app)
  const command = mainCommand(app.facts).trim()
  // A script passes them on.
  const passed = /\bjava\b/.test(command) ? [] : ['JAVA_OPTS']
  const options = ['JAVA_TOOL_OPTIONS', ...passed, 'JDK_JAVA_OPTIONS'].map(
    (name) => variables.get(name)?.value,
  )
  const last = app.facts.build?.content.instructions.findLast(({ name }) => /^(?:CMD|ENTRYPOINT)$/.test(name))
  const at = { file: app.facts.build?.file ?? app.facts.file, line: last?.line ?? 1, column: 1 }
  const [environment, system, args]: [Properties, Properties, Properties] = [new Map(), new Map(), new Map()]
  for (const [name, property] of variables) addProperty(environment, name, property)
  for (const word of shellWords(expanded([...options, command].join(' '), variables))) {
    const [, dashes, name = '', value = ''] = /^(-D|--)([\w.[\]-]+)=(.*)$/s.exec(word) ?? []
    if (dashes !== undefined) addProperty(dashes === '-D' ? system : args, name, { value, at })
  }
  return [environment, system, args]
}

/** A text with its variables, as far as they are known: `$PORT`, `${PORT:-8080}`. */
const expanded = (text: string, variables: Properties): string =>
  text.replace(/\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g, (whole, name, fallback, plain) => {
    return variables.get(name ?? plain)?.value ?? fallback ?? whole
  })
