import type { TextFile } from '../../lib/workspace.ts'

/** An attribute of an item that is only part of tests: `#[cfg(test)]`, `#[test]`, `#[tokio::test(…)]`. */
const TEST = /^[ \t]*#\[(?:cfg\((?:all\()?test\b|(?:\w{1,40}::){0,3}(?:test|rstest|test_case)\b)[^\]]*\]/

/** A file of Rust without the tests that are in it. Its lines keep their numbers. */
export function withoutRustTests(source: TextFile): TextFile {
  const { file, text } = source
  if (!file.endsWith('.rs') || !text.includes('test')) return source
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const [attribute = ''] = TEST.exec(lines[i] ?? '') ?? []
    if (attribute === '') continue
    const end = endOfItem(lines, i, attribute.length)
    // Each line is read once: what is not formatted stays.
    if (end === -1) break
    lines.fill('', i, end + 1)
    i = end
  }
  return { ...source, text: lines.join('\n') }
}

/** The last line of the item behind an attribute, by its indentation, as rustfmt writes it; -1 when it has no end. */
function endOfItem(lines: readonly string[], start: number, behind: number): number {
  const indent = /^[ \t]*/.exec(lines[start] ?? '')?.[0] ?? ''
  let isOpen = false
  for (let i = start; i < lines.length; i++) {
    const line = (i === start ? `${indent}${lines[i]?.slice(behind)}` : (lines[i] ?? '')).trimEnd()
    const code = line.trimStart()
    if (isOpen ? line.startsWith(`${indent}}`) : isShort(line, indent)) return i
    // Behind less indentation, it is another item.
    if (code !== '' && !isOpen && !line.startsWith(indent)) return -1
    isOpen ||= /\{$/.test(code) && !/^(?:\/\/|#\[)/.test(code)
  }
  return -1
}

/** Whether an item without an open body ends in a line: `mod tests;`, `fn works() {}`, `field: u8,`. */
const isShort = (line: string, indent: string): boolean =>
  !/^\s*(?:\/\/|#\[)/.test(line) &&
  (/[;}]$/.test(line) || (line.endsWith(',') && /^\S/.test(line.slice(indent.length))))
