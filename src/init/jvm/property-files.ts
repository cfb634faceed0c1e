import type { Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'

/** A setting of a program on the JVM, and where it is. */
export interface Property {
  value: string
  at: SourceLocation
}

/** Settings by `propertyKey`. */
export type Properties = Map<string, Property>

/** How a name is compared: `management.server.base-path`, `basePath` and `MANAGEMENT_SERVER_BASE_PATH` are the same. */
export const propertyKey = (name: string): string =>
  name
    .replace(/(?:\[|[._](?=\d+$))\d+\]?$/, '')
    .toLowerCase()
    .replace(/[^a-z\d%]/g, '')

/** Adds a setting; the items of a list are one value with commas. */
export function addProperty(to: Properties, name: string, { value, at }: Property): void {
  const key = propertyKey(name)
  const before = /\[[1-9]\d*\]$/.test(name) ? to.get(key) : undefined
  to.set(key, before ? { ...before, value: `${before.value},${value}` } : { value, at })
}

/** The documents of a file with settings, in order; undefined when it cannot be read. */
export function propertiesIn({ file, text }: TextFile): Properties[] | undefined {
  const documents: Properties[] = []
  const isYaml = !file.endsWith('.properties')
  for (const { part, before } of partsOf(text, isYaml)) {
    const read = isYaml ? yamlProperties(part, { file, before }) : plainProperties(part, { file, before })
    if (!read) return undefined
    documents.push(read)
  }
  return documents
}

/** A document of a file, and the number of lines before it. */
function partsOf(text: string, isYaml: boolean): { part: string; before: number }[] {
  const parts: { part: string; before: number }[] = []
  const separator = isYaml ? /^---(?:\s.*)?$/ : /^[#!]---\s*$/
  let lines: string[] = []
  const all = text.split(/\r?\n/)
  all.forEach((line, i) => {
    const isEnd = separator.test(line)
    if (!isEnd) lines.push(line)
    if (!isEnd && i < all.length - 1) return
    parts.push({ part: lines.join('\n'), before: i + (isEnd ? 0 : 1) - lines.length })
    lines = []
  })
  return parts
}

interface Place {
  file: string
  before: number
}

function yamlProperties(text: string, { file, before }: Place): Properties | undefined {
  // Maven replaces `@name@`, which is not valid YAML, when it builds.
  const read = readYaml(text.replace(/(?<=:[ \t]+)@([\w.-]+)@/g, '$${$1}'))
  if (!read.ok) return undefined
  const found: Properties = new Map()
  const add = (node: Tree, name: string): void => {
    if (node.kind === 'table') {
      for (const [key, value] of node.entries) add(value, name === '' ? key : `${name}.${key}`)
    } else if (node.kind === 'list') {
      for (const [i, item] of node.items.entries()) add(item, `${name}[${i}]`)
    } else {
      const value = node.value === null ? '' : node.text
      addProperty(found, name, { value, at: { file, line: before + node.at.line, column: 1 } })
    }
  }
  add(read.tree, '')
  return found
}

const PLAIN = /^(?![#!])([^\s=:]+)\s*[=:\s]\s*(.*)$/s

function plainProperties(text: string, { file, before }: Place): Properties {
  const found: Properties = new Map()
  let open = ''
  text.split('\n').forEach((line, i) => {
    const isContinued = /(?<!\\)\\$/.test(line)
    open += isContinued ? line.trimStart().slice(0, -1) : line.trimStart()
    if (isContinued) return
    const [, name, value = ''] = PLAIN.exec(open) ?? []
    open = ''
    if (name !== undefined)
      addProperty(found, name, { value: value.trim(), at: { file, line: before + i + 1, column: 1 } })
  })
  return found
}
