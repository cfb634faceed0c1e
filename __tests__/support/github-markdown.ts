import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

type Node = { tag: string; attributes: Record<string, string | null> } | { text: string; inside: string[] }

/** What a reader gets to see of a document. */
export interface Rendered {
  /** Tags without links, each once, sorted. */
  tags: string[]
  /** Addresses of the links. */
  links: string[]
  /** Texts of all elements of this tag, in order. */
  texts(tag: string): string[]
  /** What GitHub itself would make a link or a notification of, after rendering. */
  references: string[]
}

/** Renders all documents in one go. */
export function rendered(documents: readonly string[]): Rendered[] {
  const { stdout, stderr, status } = spawnSync(
    join(ROOT, '.venv', 'bin', 'python'),
    [join(import.meta.dirname, 'github-markdown.py')],
    { input: JSON.stringify(documents), encoding: 'utf8', maxBuffer: 1 << 30 },
  )
  if (status !== 0) throw new Error(`.venv has no cmark-gfm, see .github/scripts/setup.mjs: ${stderr}`)
  return (JSON.parse(stdout) as Node[][]).map(seen)
}

/** Mentions, issues (`#1`, `GH-1`, `owner/name#1`) and commits; GitHub looks for them in texts, but not in these. */
const REFERENCE = /@[a-z\d]|#\d|\bGH-\d|(?<!\w)[\da-f]{7,40}(?!\w)/gi
const LEFT_ALONE = ['a', 'code', 'pre']

function seen(nodes: Node[]): Rendered {
  const elements = nodes.filter((node) => 'tag' in node)
  const texts = nodes.filter((node) => 'text' in node)
  const looked = texts.filter(({ inside }) => !inside.some((tag) => LEFT_ALONE.includes(tag)))
  return {
    tags: [...new Set(elements.map(({ tag }) => tag))].filter((tag) => tag !== 'a').toSorted(),
    links: elements.filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes.href ?? ''),
    texts: (tag) => textsOf(nodes, tag),
    references: looked.flatMap(({ text }) => text.match(REFERENCE) ?? []),
  }
}

/** Zero-width spaces are ours: they are taken out of foreign text before. */
function textsOf(nodes: readonly Node[], tag: string): string[] {
  const found: string[] = []
  for (const node of nodes)
    if ('tag' in node) {
      if (node.tag === tag) found.push('')
    } else if (node.inside.includes(tag))
      found.push(`${found.pop() ?? ''}${node.text.replaceAll('\u200b', '')}`)
  return found
}
