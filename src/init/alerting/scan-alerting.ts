import { get, items, type Tree } from '../../formats/tree.ts'
import { readYaml, type YamlRead } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { few, list } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { initNote, lossNote } from '../findings.ts'
import { withDefaults } from '../scrapers/stand-ins.ts'
import { embeddedNotes, isEmbedding } from './embedded.ts'
import { type ScannedAlertmanager, scanAlertmanager } from './scan-alertmanager.ts'

/** Settings of a receiver. */
const SENDS = /_configs:/

/** A configuration of Alertmanager, or a file with one in it: routes and receivers. Collectors have receivers too, but no route. */
const hasAlertmanager = (text: string): boolean =>
  /^[ \t]*(?:-[ \t]+)?route:/m.test(text) &&
  /^[ \t]*(?:-[ \t]+)?receivers:/m.test(text) &&
  (SENDS.test(text) || (/^route:/m.test(text) && /^[ \t]+receiver:/m.test(text))) &&
  !/^(?:exporters|service):/m.test(text)

/** Whether a file is a configuration of Alertmanager itself. */
export const isAlertmanager = (text: string): boolean =>
  hasAlertmanager(text) && /^route:/m.test(text) && /^receivers:/m.test(text)

/** Provisioning of Grafana: alert rules, contact points, policies, data sources. */
const isProvisioning = (text: string): boolean =>
  /^apiVersion:[ \t]*1[ \t]*$/m.test(text) &&
  /^(?:datasources|groups|contactPoints|policies|muteTimes|templates):/m.test(text) &&
  !/^kind:/m.test(text)

/** Whether a path may be that of a file about alerts. */
export const mayBeAlerting = (path: string): boolean =>
  /\.(?:ya?ml|rules|tmpl|tpl|gotmpl|j2|jinja2?|erb|template|jsonnet|libsonnet)$|(?:alert|rule)s?[\w.-]{0,60}\.json$/i.test(
    path,
  )

/** Whether a file is one that is scanned here. */
export const isAlerting = (text: string): boolean =>
  hasAlertmanager(text) || isProvisioning(text) || isEmbedding(text)

/**
 * The receivers of the first Alertmanager, and a note for everything about alerts that is not taken over. `isRead`: files that
 * are read elsewhere, which may be rules and Alertmanager in one.
 */
export function scanAlerting(
  files: readonly TextFile[],
  isRead: (file: string) => boolean,
): ScannedAlertmanager {
  const having = files.filter(({ text }) => hasAlertmanager(text)).toSorted((a, b) => rank(a) - rank(b))
  const all = having.flatMap(alertmanagersIn)
  const [first, ...others] = all
  const scanned = first ? scanAlertmanager(first.root, first.file) : { notify: {}, open: [], notes: [] }
  const rest = [...new Set(others.map(({ file }) => file))].filter((file) => file !== first?.file)
  return {
    notify: scanned.notify,
    open: scanned.open,
    notes: [
      ...scanned.notes.map((note) => shifted(note, first?.line ?? 0)),
      ...another(rest, first?.file),
      ...having.filter(({ file }) => all.every((one) => one.file !== file)).map(unreadable),
      ...files.filter(({ text }) => isProvisioning(text)).flatMap(provisioning),
      ...embeddedNotes(files.filter(({ file, text }) => !isRead(file) && !isProvisioning(text))),
    ],
  }
}

/** One that sends before one that does not, and a file of its own before one inside of another. */
const rank = ({ text }: TextFile): number => (SENDS.test(text) ? 0 : 2) + (isAlertmanager(text) ? 0 : 1)

/** A configuration of Alertmanager, and the line before its first one. */
interface Found {
  file: string
  root: Tree
  line: number
}

/** The configurations of Alertmanager in a file: the file itself, or parts of a Kubernetes resource, of Helm values, of a Compose file. */
function alertmanagersIn({ file, text }: TextFile): Found[] {
  let line = 0
  return text.split(/^---.*$/m).flatMap((document) => {
    const from = line
    line += document.split('\n').length - 1
    const read = hasAlertmanager(document) ? readTemplate(document) : undefined
    return read?.ok ? rootsIn(read.tree).map((one) => ({ ...one, file, line: from + one.line })) : []
  })
}

/** A text that is YAML only when its templates are filled in is read with a name in place of each: `$CHAT` for `${CHAT}`. */
function readTemplate(text: string): YamlRead {
  const read = readYaml(text)
  if (read.ok) return read
  const filled = withDefaults(text)
    .replace(/^[ \t]*(?:\{\{[^\n]*\}\}|\{%[^\n]*%\})[ \t]*$/gm, '')
    .replace(/\{\{[^{}\n]*\}\}/g, '$TEMPLATE')
    .replace(/\$\{(\w+)[^{}\n]*\}|%%?(\w+)%%?|(?<=[ \t])@(\w+)@/g, '$$$1$2$3')
  return readYaml(filled)
}

function rootsIn(node: Tree): { root: Tree; line: number }[] {
  if (node.kind === 'list') return node.items.flatMap(rootsIn)
  if (node.kind === 'table')
    return get(node, 'route')?.kind === 'table' && get(node, 'receivers')?.kind === 'list'
      ? [{ root: node, line: 0 }]
      : [...node.entries.values()].flatMap(rootsIn)
  const read = hasAlertmanager(node.text) ? readTemplate(node.text) : undefined
  return read?.ok && read.tree.kind === 'table'
    ? rootsIn(read.tree).map((one) => ({ ...one, line: node.at.line + one.line }))
    : []
}

const shifted = (note: Diagnostic, lines: number): Diagnostic =>
  note.at && lines > 0 ? { ...note, at: { ...note.at, line: note.at.line + lines } } : note

function another([file, ...more]: readonly string[], first: string | undefined): Diagnostic[] {
  if (file === undefined) return []
  const message =
    more.length === 0
      ? `This is another Alertmanager than ${first}. Nothing of it is taken over.`
      : `${few([file, ...more])} are other Alertmanagers than ${first}. Nothing of them is taken over.`
  const hint = 'A configuration has one Alertmanager: compare the receivers of all.'
  return [lossNote(file, { line: 1, column: 1 }, message, hint)]
}

function unreadable({ file, text }: TextFile): Diagnostic {
  const kinds = new Set([...text.matchAll(/\b([a-z]{1,20})_configs:/g)].flatMap(([, kind]) => kind ?? []))
  return lossNote(
    file,
    { line: 1, column: 1 },
    `This Alertmanager is not valid YAML, or a template: its receivers (${list([...kinds])}) are not taken over.`,
    'Add those that are to be notified to `alerts.notify`.',
  )
}

/** What each part of the provisioning is, and what happens to it. */
const PARTS: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  groups: [
    'alert rules of Grafana',
    'They stay where this file is provisioned: this action writes only its own rules.',
  ],
  contactPoints: [
    'contact points',
    'They stay where this file is provisioned; `alerts.receiver` names the one to notify.',
  ],
  policies: ['notification policies', 'They stay where this file is provisioned.'],
  datasources: [
    'data sources',
    'This action creates a data source for its own Prometheus; `grafana.datasource` names another one.',
  ],
}

function provisioning({ file, text }: TextFile): Diagnostic[] {
  const read = readYaml(text)
  if (!read.ok) return []
  return Object.entries(PARTS).flatMap(([key, [what, hint]]) => {
    const found = get(read.tree, key)
    const n = items(found).length
    return found && n > 0
      ? initNote(
          file,
          found.at,
          `Grafana is provisioned with ${what} here (${n}). They are not taken over.`,
          hint,
        )
      : []
  })
}
