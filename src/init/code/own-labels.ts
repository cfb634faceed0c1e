import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { lineAt, list } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { type Endpoint, initNote, type OwnLabel, placeText } from '../findings.ts'

/** Where code gives labels to all metrics of a registry, or to one of them, and a key with its value there. */
const PLACES: readonly (readonly [RegExp, RegExp])[] = [
  // An object, a map, a dictionary: `setDefaultLabels({ service: name() })`, `prometheus.Labels{"service": "api"}`.
  [
    /\b(?:setDefaultLabels\(|defaultLabels:|customLabels:|preset_labels:|(?:static|custom|const)_labels[ \t]?=|ConstLabels:|WrapRegistererWith\(|SetStaticLabels\()[\w.<>,()[\] \t\n]{0,80}\{(?=(?<body>(?:[^{};]|\{[^{};]{0,100}\}){0,300}))/g,
    /(?:^|,)\s*\[?["']?(\w+)["']?\]?\s*(?:(?:=>|[:=])([^,]*)|(?=,|\s*$))/g,
  ],
  // Arguments: `add_global_label("service", "api")`, `commonTags("service", "api", "env", env)`.
  [
    /\b(?:add_global_label|const_label|[cC]ommonTags|SetStaticLabels)\((?=(?<body>(?:[^;)]|\(\)){1,300}))/g,
    /"(\w+)"\s*,([^,]*)/g,
  ],
  // Settings of Spring Boot.
  [/^management\.metrics\.tags\.(?=(?<body>[^\n]{1,200}))/gm, /^(\w+)\s*[=:](.*)/g],
  [/^([ \t]+)tags:[ \t]*\n(?=(?<body>(?:\1[ \t]+\w+:[^\n]*(?:\n|$)){1,10}))/gm, /(\w+):(.*)/g],
]

/** The labels that code gives its metrics. */
export const ownLabelsIn = (files: readonly TextFile[]): OwnLabel[] =>
  files.flatMap(({ file, text }) =>
    PLACES.flatMap(([place, key]) =>
      [...text.matchAll(place)].flatMap(({ index, groups }) => {
        const start = text.lastIndexOf('\n', index) + 1
        if (/^\s*(?:\/\/|#|\*|--)/.test(text.slice(start, index))) return []
        const at = { file, line: lineAt(text, index), column: 1 }
        return [...(groups?.body ?? '').matchAll(key)].map(([, name = '', value = '']) => ({
          name,
          value: /^\s*["']([^"'$]*)["']/.exec(value)?.[1],
          at,
        }))
      }),
    ),
  )

/** The labels that every target has: Prometheus stores those of metrics with the same names under others. */
const TARGET_LABELS: readonly string[] = ['service', 'app', 'job', 'instance']

/** Of the labels that the code of an app sets, those that the targets of its endpoints have as well. */
export function ofTargets(endpoints: readonly Endpoint[], labels: () => OwnLabel[]): OwnLabel[] {
  if (endpoints.length === 0) return []
  const more = endpoints.flatMap(({ options }) => Object.keys(options?.labels ?? {}))
  return labels().filter(({ name }) => [...TARGET_LABELS, ...more].includes(name))
}

/** One note for an app whose metrics have labels with names of those of its target. */
export function ownLabelNotes(labels: readonly OwnLabel[], app: string): Diagnostic[] {
  const [first] = labels
  if (!first) return []
  const names = (prefix: string) => list([...new Set(labels.map(({ name }) => `\`${prefix}${name}\``))])
  const message = `The metrics of ${app} have ${names('')} among their own labels here, and so has each target: Prometheus stores theirs as ${names('exported_')}.`
  const hint = 'Write that in queries for what the code sets, or rename it in the code.'
  return [initNote(first.at.file, first.at, message, hint)]
}

/** What `plan` says of queries, with what to write instead of a label where they ask for a value that the code sets. */
export const withExportedName = (said: readonly Diagnostic[], labels: readonly OwnLabel[]): Diagnostic[] =>
  said.map((one) => {
    const [, name, value = ''] = /`(\w+)=~?"([^"`]*)"`/.exec(one.message) ?? []
    const own = labels.find((label) => label.name === name && (label.value ?? value) === value)
    if (!own) return one
    const hint = `${placeText(own.at)} sets a label \`${name}\`: for that, write \`exported_${name}=${quoted(value)}\`, except for \`up\`, which has only labels of targets.`
    return { ...one, hint: `${one.hint} ${hint}`.trimStart() }
  })
