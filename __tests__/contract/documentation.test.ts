import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { OLDEST_VERSION } from '../../src/clients/flyctl/supported-versions.ts'
import { parseConfig } from '../../src/config/load.ts'
import { BUILT_IN_VERSION } from '../../src/model/prometheus-version.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

test('versions in the pages are those of the code', () => {
  const { major, minor } = BUILT_IN_VERSION
  expect(read('docs/how-to/operations.md')).toContain(`currently ${major}.${minor},`)
  expect(read('docs/how-to/networks.md')).toContain(`if it is ${OLDEST_VERSION} or newer`)
  expect(read('templates/Dockerfile.monitoring')).toContain(
    `# ${major}.${minor} is a long-term support release`,
  )
})

interface Schema {
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

/** Whether `monitoring.yml` may have a key such as `services.discovery`, through lists and alternatives. */
function hasKey(schema: Schema | undefined, [key, ...rest]: string[]): boolean {
  if (!schema) return false
  if (key === undefined) return true
  const next = schema.properties?.[key]
  if (next && hasKey(next, rest)) return true
  const others = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  return others.some((other) => hasKey(other, [key, ...rest]))
}

test('what the README promises are keys of the configuration, and every engine is among them', () => {
  const [, table = ''] = /<!-- features -->(.*)<!-- \/features -->/s.exec(read('README.md')) ?? []
  const keys = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w.]+)/g)].map(([, name]) => name ?? ''),
  )
  const schema: Schema = JSON.parse(read('templates/monitoring.schema.json'))
  expect(keys.length).toBeGreaterThan(8)
  expect(keys.filter((key) => !hasKey(schema, key.split('.')))).toEqual([])
  const engines = JSON.stringify(schema.properties?.monitoring?.properties?.engine).match(/"(\w+)"/g) ?? []
  expect(engines).toEqual(expect.arrayContaining(['"server"', '"agent"', '"fly"']))
  for (const engine of ['agent', 'fly']) expect(table).toContain(`\`monitoring.engine: ${engine}\``)
})

/** A configuration to which a part of one is added. */
const BASE = {
  monitoring: { app: 'chat-monitoring' },
  apps: [{ app: 'chat' }],
  services: [{ name: 'web', app: 'chat', port: 9090 }],
}

test('every configuration in the pages is accepted, whole ones and parts', () => {
  const keys = Object.keys(JSON.parse(read('templates/monitoring.schema.json')).properties)
  const pages = globSync(['README.md', 'docs/*.md', 'docs/how-to/*.md'], { cwd: root })
  const shown = pages.flatMap((page) =>
    [...read(page).matchAll(/^```yaml\b.*\n((?:.*\n)*?)```$/gm)].flatMap(([, text = '']) => {
      const block: unknown = parse(text)
      const isPart =
        block !== null && typeof block === 'object' && Object.keys(block).every((key) => keys.includes(key))
      return isPart ? [{ page, block }] : []
    }),
  )
  expect(shown.length).toBeGreaterThan(25)
  for (const { page, block } of shown) {
    const refused = () => {
      try {
        return void parseConfig({ ...BASE, ...block })
      } catch (error) {
        return (error as Error).message
      }
    }
    expect([page, block, refused()]).toEqual([page, block, undefined])
  }
})
