import { withoutOwnTemplates } from '../../config/sources/recognise.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { few, lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { lossNote } from '../findings.ts'
import { type CollectorKind, scanCollector } from './scan-collector.ts'
import type { ScannedPrometheus } from './scan-prometheus.ts'

/** Endings of templates, and of the configurations of Grafana Alloy. */
const ENDING = /\.(?:ya?ml|tmpl|tpl|gotmpl|template|j2|jinja2?|erb|ejs|alloy|river)$/
const TEMPLATE_ENDING = /\.(?:tmpl|tpl|gotmpl|template|j2|jinja2?|erb|ejs)$/
const TEMPLATE = /\{\{|\{%|<%/

interface Kind {
  /** Undefined: a template, which is not read. */
  collector?: CollectorKind
  what: string
  /** What matches first says where its targets are. */
  scrapes: RegExp
  is(file: TextFile): boolean
}

const SCRAPE_CONFIGS = /^[ \t]*(?:-[ \t]+)?scrape_configs:/m

const KINDS: readonly Kind[] = [
  {
    collector: 'alloy',
    what: 'a configuration of Grafana Alloy',
    scrapes: /^prometheus\.scrape\s+"/m,
    is: ({ file }) => /\.(?:alloy|river)$/.test(file),
  },
  {
    collector: 'otel',
    what: 'a configuration of an OpenTelemetry Collector',
    scrapes: SCRAPE_CONFIGS,
    is: ({ text }) => /^receivers:/m.test(text) && /^[ \t]+prometheus(?:\/[\w-]+)?:/m.test(text),
  },
  {
    collector: 'agent',
    what: 'a configuration of Grafana Agent',
    scrapes: SCRAPE_CONFIGS,
    is: ({ text }) => /^metrics:/m.test(text) && !/^receivers:/m.test(text),
  },
  {
    what: 'a template of a Prometheus configuration',
    scrapes: /^scrape_configs:/m,
    is: ({ file, text }) =>
      (TEMPLATE_ENDING.test(file) ||
        TEMPLATE.test(withoutOwnTemplates(text.replace(/(?:^|[ \t])#.*$/gm, '')))) &&
      !/^(?:kind|server|clients|positions|receivers):/m.test(text),
  },
]

const kindOf = (file: TextFile): Kind | undefined =>
  KINDS.find((kind) => kind.is(file) && kind.scrapes.test(file.text))

/** Whether a path may be that of a program that scrapes and is not Prometheus, or of a template. */
export const mayBeOtherScraper = (path: string): boolean => ENDING.test(path)

/** Whether a file says what is scraped, in a form that is not read. */
export const isOtherScraper = (file: TextFile): boolean => kindOf(file) !== undefined

/** What the programs that scrape have in common with Prometheus, and notes about the files that cannot be read. */
export interface OtherScrapers {
  scanned: readonly ScannedPrometheus[]
  notes: readonly Diagnostic[]
}

/** Reads what other programs than Prometheus scrape. */
export function scanOtherScrapers(files: readonly TextFile[]): OtherScrapers {
  const all = files.flatMap((file) => {
    const kind = kindOf(file)
    if (!kind) return []
    const scanned = kind.collector && scanCollector(file, kind.collector)
    return [scanned ? { ...scanned, what: kind.what } : unread(file, kind)]
  })
  return {
    scanned: all.filter((one) => 'targets' in one),
    notes: all.filter((one) => 'code' in one),
  }
}

/** A note about a file that scrapes something and is not read, with the names of its jobs. */
function unread({ file, text }: TextFile, { what, scrapes }: Kind): Diagnostic {
  const line = lineAt(text, scrapes.exec(text)?.index ?? 0)
  const jobs = [...text.matchAll(JOBS)].flatMap(([, yaml, alloy]) => yaml ?? alloy ?? [])
  const named = jobs.length > 0 ? ` (${few(jobs.map(quoted), 5)})` : ''
  const message = `This file is ${what}, which is not read: what it scrapes${named} is not taken over.`
  const hint =
    'Add a service to monitoring.yml for each endpoint that it scrapes on Fly, and keep it until they are up.'
  return lossNote(file, { line, column: 1 }, message, hint)
}

const JOBS = /job_name:[ \t]*['"]?([\w./-]{1,60})|^prometheus\.scrape[ \t]+"([\w-]{1,60})"/gm
