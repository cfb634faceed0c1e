import { LOGQL } from '../../config/sources/recognise.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { few, lineAt, list } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { lossNote } from '../findings.ts'

/** What a file has, when it does not have it in the form in which it is read. */
interface Content {
  what: string
  is(text: string): boolean
  hint: string
}

const hasRules = (text: string): boolean =>
  /^[ \t]*(?:-[ \t]+)?["']?(?:alert|record)["']?:[ \t]*\S/m.test(text) &&
  /^[ \t]*(?:-[ \t]+)?["']?expr["']?:/m.test(text)

const MONITOR = /^[ \t]*(?:-[ \t]+)?kind:[ \t]*["']?(?:ServiceMonitor|PodMonitor)\b/m

const CONTENTS: readonly Content[] = [
  {
    what: 'rules for Loki',
    is: (text) => hasRules(text) && LOGQL.test(text),
    hint: 'They stay where Loki reads them: Prometheus has no logs.',
  },
  {
    what: 'rules',
    is: (text) => hasRules(text) && !LOGQL.test(text),
    hint: 'Copy those that are about apps on Fly to a rule file (`groups:`, as for promtool), and name it in `alerts.rules`.',
  },
  {
    what: 'scrape jobs',
    is: (text) =>
      /^[ \t]*(?:-[ \t]+)?(?:scrape_configs|(?:additional|extra)ScrapeConfigs):/m.test(text) &&
      /\bjob_name:/.test(text) &&
      !/\bpipeline_stages:|^server:|^[ \t]*(?:positions|clients):/m.test(text),
    hint: 'Add a service to monitoring.yml for each endpoint of theirs that is on Fly.',
  },
  {
    what: 'scrape settings (ServiceMonitor or PodMonitor)',
    is: (text) => MONITOR.test(text),
    hint: 'They are for Kubernetes. Give the services in monitoring.yml what they set, such as an interval or labels, where that holds on Fly as well.',
  },
  {
    what: 'receivers of an Alertmanager',
    is: (text) => /^kind:[ \t]*AlertmanagerConfig\b/m.test(text),
    hint: 'Add those that are to be notified to `alerts.notify`.',
  },
]

/** Whether a file has rules, jobs or receivers in it. */
export const isEmbedding = (text: string): boolean => CONTENTS.some(({ is }) => is(text))

/** One note for the files of each kind that have the same in them: they are not read, or have it inside of something else. */
export function embeddedNotes(files: readonly TextFile[]): Diagnostic[] {
  const having = files.flatMap((file) => {
    const contents = CONTENTS.filter(({ is }) => is(file.text))
    const what = `${list(contents.map((one) => one.what))} in ${containerOf(file)}`
    return contents.length > 0 ? [{ file, contents, what }] : []
  })
  return [...Map.groupBy(having, ({ what }) => what)].flatMap(([what, same]) => {
    const [first] = same
    if (!first) return []
    const names = few(same.map(({ file }) => file.file))
    const message = `${names} ${same.length > 1 ? 'have' : 'has'} ${what}. They are not taken over.`
    const hint = first.contents.map((one) => one.hint).join(' ')
    return [lossNote(first.file.file, { line: lineOf(first.file.text), column: 1 }, message, hint)]
  })
}

const KEY =
  /^[ \t]*(?:-[ \t]+)?["']?(?:alert|record|scrape_configs|(?:additional|extra)ScrapeConfigs|receivers)["']?:|^[ \t]*(?:-[ \t]+)?kind:[ \t]*["']?(?:ServiceMonitor|PodMonitor)\b/m

const lineOf = (text: string): number => lineAt(text, KEY.exec(text)?.index ?? 0)

const TEMPLATE = /\{\{-?\s*(?:\.Values|include)\b|^[ \t]*\{\{-?\s*(?:if|range|define|with)\b|\{%|<%/m

function containerOf({ file, text }: TextFile): string {
  if (/sonnet$/.test(file)) return 'Jsonnet'
  if (file.endsWith('.json')) return 'JSON'
  const kind = /^kind:[ \t]*["']?(PrometheusRule|AlertmanagerConfig)?/m.exec(text)
  if (kind) return `a Kubernetes resource${kind[1] === undefined ? '' : ` (${kind[1]})`}`
  if (TEMPLATE.test(text) || !/\.(?:ya?ml|rules)$/.test(file)) return 'a template'
  if (/^(?:services|configs):/m.test(text)) return 'a Docker Compose file'
  return 'another form than the one that Prometheus reads'
}
