import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { lineAt, list } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { type Endpoint, initNote, type OwnLabel, placeText } from '../findings.ts'

/** Where code gives labels to all metrics of a registry, or to one of them: as an object, a map, or a dictionary. */
const OBJECTS =
  /\b(?:setDefaultLabels\(|defaultLabels:|customLabels:|preset_labels:|(?:static|custom|const)_labels[ \t]?=|ConstLabels:|WrapRegistererWith\(|SetStaticLabels\()[\w.<>,[\] \t\n]{0,80}\{(?=([^;]{0,300}))/g
/** As arguments: `add_global_label("service", "api")`, `commonTags("service", "api")`. */
const ARGUMENTS = /\b(?:add_global_label|const_label|[cC]ommonTags)\(([^;\n]{1,300})/g
/** As settings of Spring Boot. */
const SETTINGS = /^management\.metrics\.tags\.([\w-]+)[ \t]*[=:][ \t]*(.*)$/gm
const YAML = /^([ \t]+)tags:[ \t]*\n((?:\1[ \t]+[\w.-]+:[^\n]*(?:\n|$)){1,10})/gm

/** The labels that code gives its metrics. */
export const ownLabelsIn = (files: readonly TextFile[]): OwnLabel[] =>
  files.flatMap((source) => {
    const { file, text } = source
    if (!/prom|micrometer|metrics/i.test(text)) return []
    const isYaml = /\.ya?ml$/.test(file) && /^management:/m.test(text)
    return [
      ...[...text.matchAll(OBJECTS)].flatMap((one) => labelsOf(source, one, objectOf(one[1] ?? ''))),
      ...[...text.matchAll(ARGUMENTS)].flatMap((one) => labelsOf(source, one, pairsOf(one[1] ?? ''))),
      ...[...text.matchAll(SETTINGS)].flatMap((one) =>
        labelsOf(source, one, [[one[1] ?? '', asText(one[2] ?? '')]]),
      ),
      ...(isYaml ? [...text.matchAll(YAML)] : []).flatMap((one) =>
        labelsOf(
          source,
          one,
          objectOf((one[2] ?? '').trim().replace(/\n\s*/g, ',')).map(([key, value]) => [key, asText(value)]),
        ),
      ),
    ]
  })

/** A word of settings is a text. */
const asText = (value: string): string => value.replace(/^[\w.-]+$/, '"$&"')

/** The keys and values up to the end of an object: `service: name()`, `"service": "api"`, `{ "service", "api" }`. */
function objectOf(text: string): [string, string][] {
  const [body = ''] = /^(?:[^{}]|\{[^{}]*\})*/.exec(text) ?? []
  return body.split(',').flatMap((part, i, all): [string, string][] => {
    const [, name, value] = /^[\s{[]*["']?(\w+)["']?\s*(?:\]\s*=|=>|:)\s*(.*)$/s.exec(part) ?? []
    const [, shorthand] = /^[\s{]*["']?(\w+)["']?\s*$/.exec(part) ?? []
    const isPair = part.includes('{')
    if (name === undefined && (shorthand === undefined || (/["']/.test(part) && !isPair))) return []
    return [[name ?? shorthand ?? '', value ?? (isPair ? (all[i + 1] ?? '') : '')]]
  })
}

/** Every second argument is a value. */
const pairsOf = (text: string): [string, string][] => {
  const words = text.split(',').map((word) => /["'](\w+)["']/.exec(word)?.[1] ?? '')
  return words.flatMap((word, i): [string, string][] =>
    i % 2 === 0 ? [[word, text.split(',')[i + 1] ?? '']] : [],
  )
}

function labelsOf(
  { file, text }: TextFile,
  { index }: { index: number },
  found: readonly [string, string][],
): OwnLabel[] {
  const start = text.lastIndexOf('\n', index) + 1
  if (/^\s*(?:\/\/|#|\*|--)/.test(text.slice(start, index + 1))) return []
  const at = { file, line: lineAt(text, index), column: 1 }
  return found.map(([name, value]) => ({ name, at, value: /^\s*["']([^"'$]*)["']/.exec(value)?.[1] }))
}

/** The labels that every target has: Prometheus stores those of metrics with the same names under others. */
const TARGET_LABELS: readonly string[] = ['service', 'app', 'job', 'instance']

/** Of the labels that the code of an app sets, those that the targets of its endpoints have as well. */
export function ofTargets(endpoints: readonly Endpoint[], labels: () => OwnLabel[]): OwnLabel[] {
  if (endpoints.length === 0) return []
  const more = endpoints.flatMap(({ options }) => Object.keys(options?.labels ?? {}))
  return labels().filter(({ name }) => TARGET_LABELS.includes(name) || more.includes(name))
}

/** One note for an app whose metrics have labels with names of those of its target. */
export function ownLabelNotes(labels: readonly OwnLabel[], app: string): Diagnostic[] {
  const [first] = labels
  if (!first) return []
  const names = [...new Set(labels.map(({ name }) => name))]
  const [label, is] = names.length === 1 ? ['a label', 'is that'] : ['labels', 'are those']
  const message = `The metrics of ${app} have ${label} ${list(names.map((name) => `\`${name}\``))} of their own here, as each target has: Prometheus stores theirs as ${list(names.map((name) => `\`exported_${name}\``))}.`
  const hint = `Write that in queries for what the code sets: ${list(names.map((name) => `\`${name}\``))} ${is} of the target. Or rename ${names.length === 1 ? 'it' : 'them'} in the code.`
  return [initNote(first.at.file, first.at, message, hint)]
}

/** What `plan` says of queries, with what to write instead of a label where they ask for a value that the code sets. */
export const withExportedName = (said: readonly Diagnostic[], labels: readonly OwnLabel[]): Diagnostic[] =>
  said.map((one) => {
    const [, name, value = ''] = /`(\w+)=~?"([^"`]*)"`/.exec(one.message) ?? []
    const own = labels.find((label) => label.name === name && (label.value ?? value) === value)
    if (!own) return one
    const hint = `The code sets a label \`${name}\` of its own (${placeText(own.at)}): for that, write \`exported_${name}=${quoted(value)}\`, except for \`up\`, which has only labels of targets.`
    return { ...one, hint: `${one.hint} ${hint}`.trimStart() }
  })
