import { expect, test } from '@jest/globals'
import { readAlloy } from '../../src/formats/alloy.ts'
import type { Tree } from '../../src/formats/tree.ts'

/** A value as plain data: a reference as its text, what is not known as null. */
function plain(tree: Tree): unknown {
  if (tree.kind === 'list') return tree.items.map(plain)
  if (tree.kind === 'table')
    return Object.fromEntries([...tree.entries].map(([key, one]) => [key, plain(one)]))
  return tree.value ?? (tree.text === '' ? null : `→ ${tree.text}`)
}

const read = (text: string) =>
  readAlloy(text)?.map(({ name, label, at, attributes, blocks }) => ({
    block: `${at.line} ${name} ${label ?? ''}`.trim(),
    ...(plain(attributes) as object),
    inner: blocks.map((one) => one.name),
  }))

test('blocks with their labels, attributes of every form, and inner blocks', () => {
  expect(
    read(`// a comment
prometheus.scrape "web" { /* another
  one */
  targets = concat(discovery.dns.web.targets, [
    { "__address__" = "web.internal:9091", team = "a" }, // last
  ])
  scrape_interval = "15s"
  honor_labels = true
  sample_limit = 500
  params = { module = ["a", "b"] }
  scheme = coalesce(sys.env("SCHEME"), "http")
  job_name = "a" + "b"
  forward_to = [prometheus.remote_write.cloud.receiver]
  basic_auth { username = sys.env("USER") }
}
loki.write "x" { endpoint { url = \`http://a\` } }
`),
  ).toEqual([
    {
      block: '2 prometheus.scrape web',
      targets: ['→ discovery.dns.web.targets', { __address__: 'web.internal:9091', team: 'a' }],
      scrape_interval: '15s',
      honor_labels: true,
      sample_limit: 500,
      params: { module: ['a', 'b'] },
      scheme: null,
      job_name: null,
      forward_to: ['→ prometheus.remote_write.cloud.receiver'],
      inner: ['basic_auth'],
    },
    { block: '16 loki.write x', inner: ['endpoint'] },
  ])
})

test.each([
  'prometheus.scrape "web" {',
  'a = [1',
  '= 1',
  'a = { b 1 }',
  '{{ if x }}',
  `a = ${'['.repeat(200)}`,
])('not a configuration of Alloy: %s', (text) => {
  expect(readAlloy(text)).toBeUndefined()
})
