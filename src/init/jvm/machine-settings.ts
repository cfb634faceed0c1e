import { shellWords, withVariables } from '../../formats/dockerfile.ts'
import type { ChosenApp } from '../apps/chosen-app.ts'
import { machineVariables } from '../build/machine-variables.ts'
import { mainCommand } from '../build/start-commands.ts'
import { addProperty, type Properties } from './property-files.ts'

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
  for (const word of shellWords(
    withVariables([...options, command].join(' '), (name) => variables.get(name)?.value),
  )) {
    const [, dashes, name = '', value = ''] = /^(-D|--)([\w.[\]-]+)=(.*)$/s.exec(word) ?? []
    if (dashes !== undefined) addProperty(dashes === '-D' ? system : args, name, { value, at })
  }
  return [environment, system, args]
}
