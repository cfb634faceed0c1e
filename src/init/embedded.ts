import type { Diagnostic } from '../lib/errors.ts'
import { few } from '../lib/text.ts'
import type { TextFile } from '../lib/workspace.ts'
import { lossNote } from './findings.ts'

/** What a file has, when it does not have it in the form in which it is read. */
interface Content {
  what: string
  is(text: string): boolean
  hint: string
}

/** Pipes and filters of LogQL. */
const LOGQL = /\}\s*(?:\|[=~]|\|\s*(?:json|logfmt|unwrap|pattern|regexp)\b)/

const hasRules = (text: string): boolean =>
  /^[ \t]*(?:-[ \t]+)?["']?(?:alert|record)["']?:[ \t]*\S/m.test(text) &&
  /^[ \t]*(?:-[ \t]+)?["']?expr["']?:/m.test(text)

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
      /^[ \t]+(?:-[ \t]+)?(?:scrape_configs|(?:additional|extra)ScrapeConfigs):/m.test(text) &&
      /\bjob_name:/.test(text),
    hint: 'Add a service to monitoring.yml for each endpoint of theirs that is on Fly.',
  },
  {
    what: 'receivers of an Alertmanager',
    is: (text) => /^kind:[ \t]*AlertmanagerConfig\b/m.test(text),
    hint: 'Add those that are to be notified to `alerts.notify`.',
  },
]

/** Whether a file has rules, jobs or receivers in it. */
export const isEmbedding = (text: string): boolean => CONTENTS.some(({ is }) => is(text))

/** One note for each kind of content in each kind of file: of files that are not read, or that have it inside of something else. */
export function embeddedNotes(files: readonly TextFile[]): Diagnostic[] {
  return CONTENTS.flatMap(({ what, is, hint }) => {
    const having = files.filter(({ text }) => is(text))
    return [...Map.groupBy(having, containerOf)].flatMap(([container, [first, ...more]]) => {
      if (!first) return []
      const names = few([first, ...more].map(({ file }) => file))
      const message = `${names} ${more.length > 0 ? 'have' : 'has'} ${what} in ${container}. They are not taken over.`
      return [lossNote(first.file, { line: lineOf(first.text), column: 1 }, message, hint)]
    })
  })
}

const KEY =
  /^[ \t]*(?:-[ \t]+)?["']?(?:alert|record|scrape_configs|(?:additional|extra)ScrapeConfigs|receivers)["']?:/m

const lineOf = (text: string): number => text.slice(0, KEY.exec(text)?.index ?? 0).split('\n').length

function containerOf({ file, text }: TextFile): string {
  if (/sonnet$/.test(file)) return 'Jsonnet'
  if (
    /\{\{-?\s*(?:\.Values|include|if|range|define|template)\b|\{%|<%/.test(text) ||
    !/\.(?:ya?ml|rules)$/.test(file)
  )
    return 'a template'
  const kind = /^kind:[ \t]*["']?(\w{1,60})/m.exec(text)?.[1]
  if (kind !== undefined) return `a Kubernetes resource (${kind})`
  if (/^(?:services|configs):/m.test(text)) return 'a Docker Compose file'
  return 'another form than the one that Prometheus reads'
}
