import { expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { type JsonPath, jsonPlaces } from '../../src/formats/json-places.ts'
import { get, scalarText, type Tree } from '../../src/formats/tree.ts'
import { readYaml } from '../../src/formats/yaml.ts'
import { fc } from '../support/property.ts'

/** Every path in a value, with the value there. */
function paths(value: unknown, path: JsonPath = []): [JsonPath, unknown][] {
  const inner =
    typeof value === 'object' && value !== null
      ? (Array.isArray(value) ? [...value.entries()] : Object.entries(value)).flatMap(([key, one]) =>
          paths(one, [...path, key as string | number]),
        )
      : []
  return [[path, value], ...inner]
}

const offsetOf = (text: string, { line, column }: { line: number; column: number }): number =>
  text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, row) => sum + row.length + 1, 0) +
  column -
  1

/** The JSON value that starts at an offset: the shortest text from there that parses, for values that end there. */
function valueAt(text: string, offset: number): unknown {
  for (let end = offset + 1; end <= text.length; end++) {
    if (/[\w.+-]/.test(text.charAt(end)) && /[\w.+-]/.test(text.charAt(end - 1))) continue
    try {
      return JSON.parse(text.slice(offset, end))
    } catch {}
  }
  return undefined
}

test('every value of a JSON text is at the reported place', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const all = paths(JSON.parse(text))
      const places = jsonPlaces(
        text,
        all.map(([path]) => path),
      )
      all.forEach(([, expected], i) => {
        const place = places[i]
        if (place) expect(valueAt(text, offsetOf(text, place))).toEqual(expected)
      })
    }),
  )
})

test('what is not there is at the nearest thing that is', () => {
  const text = '{\n  "a": [1, {"b": "}]\\""}],\n  "c": null }'
  const places = jsonPlaces(text, [['a', 1, 'x', 'y'], ['z'], ['a', 7], ['c', 'd'], []])
  expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual(['2:12', '1:1', '2:8', '3:8', '1:1'])
})

test('a YAML document reads as it was written, each value at its place', () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('node'), { maxKeys: 3 }),
    ),
  })).node
  fc.assert(
    fc.property(value, (written) => {
      const text = stringify(written)
      const read = readYaml(text)
      expect(read.ok).toBe(true)
      if (read.ok) expect(plain(read.tree)).toEqual(written)
    }),
  )
})

function plain(tree: Tree): unknown {
  if (tree.kind === 'list') return tree.items.map(plain)
  if (tree.kind === 'table')
    return Object.fromEntries([...tree.entries].map(([key, one]) => [key, plain(one)]))
  return scalarText(tree) ?? ''
}

test('aliases and merged keys are followed, by the last anchor before them', () => {
  const read = readYaml('a: &x { p: 1, q: 2 }\nb: { <<: *x, q: 3 }\nc: &x 4\nd: *x\n')
  expect(read.ok && plain(read.tree)).toEqual({
    a: { p: '1', q: '2' },
    b: { p: '1', q: '3' },
    c: '4',
    d: '4',
  })
  expect(read.ok && get(read.tree, '__proto__')).toBeUndefined()
})

const BOMB = [
  'a: &a [x,x,x,x,x,x,x,x,x,x]',
  ...[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
].join('\n')

test.each([
  ['an alias bomb', BOMB, /expands to too many values/],
  ['an alias to itself', 'a: &a [*a]', /expands to too many values/],
  ['an alias to nothing', 'a: *b', /anchor "b"/],
  ['deep nesting', '['.repeat(100_000), /too deeply/],
  ['a duplicate key', 'a: 1\nb: 2\na: 3', /"a" exists twice/],
  ['a tab', 'a:\n\tb: 1', /Tabs/],
  ['an open quote', 'a: "b', /Not valid YAML/],
])('%s is one clear finding', (_, text, said) => {
  const read = readYaml(text)
  expect(read.ok).toBe(false)
  if (!read.ok) expect(read.message).toMatch(said)
})

test('many keys are read in a time that grows with their number', () => {
  const read = readYaml(Array.from({ length: 30_000 }, (_, i) => `k${i}: ${i}`).join('\n'))
  expect(read.ok && read.tree.kind === 'table' && read.tree.entries.size).toBe(30_000)
})

test('any text is read or refused', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '- ',
          'a: ',
          '? ',
          '&a ',
          '*a',
          '{',
          '}',
          '[',
          ']',
          ',',
          '"',
          "'",
          '|\n',
          '>\n',
          '\n',
          '  ',
          '#',
          '---\n',
          '!!x ',
          '<<: ',
          '%',
          '\t',
          '\0',
          'é',
        ),
        { maxLength: 80 },
      ),
      (parts) => {
        readYaml(parts.join(''))
      },
    ),
    { numRuns: 500 },
  )
})
