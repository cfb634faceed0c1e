import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { commandNames } from '../../src/cli/commands.ts'
import { loadConfig } from '../../src/config/load.ts'
import { INPUTS } from '../../src/inputs/names.ts'
import { lintWorkflow } from '../../src/lint/workflow/lint.ts'

const root = join(import.meta.dirname, '..', '..')
const pages = globSync('docs/how-to/*.md', { cwd: root }).toSorted()

interface Block {
  page: string
  language: string
  title: string | undefined
  text: string
}

const blocks: Block[] = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), 'utf8')
  return [...text.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', info = '', body = '']) => ({
      page,
      language,
      title: /title=(\S+)/.exec(info)?.[1],
      text: body,
    }),
  )
})
const yaml = blocks.filter(({ language }) => language === 'yaml')

test('there is a page for each kind of user, and the list names all of them', () => {
  const list = readFileSync(join(root, 'docs/how-to/README.md'), 'utf8')
  expect(pages.length).toBe(16)
  for (const page of pages.filter((one) => !one.endsWith('README.md')))
    expect(list).toContain(`](${page.slice('docs/how-to/'.length)})`)
  for (const word of commandNames) expect(list).toContain(`| \`${word}\` | `)
})

test('links between files lead somewhere', () => {
  for (const page of pages)
    for (const [, target = ''] of readFileSync(join(root, page), 'utf8').matchAll(
      /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g,
    ))
      expect([page, target, existsSync(join(root, dirname(page), target))]).toEqual([page, target, true])
})

test.each(
  yaml
    .filter(({ title }) => title?.startsWith('monitoring'))
    .map((block) => [block.page, block.title ?? '', block.text]),
)('%s: %s is a configuration', (_, title, text) => {
  expect(loadConfig(text, title).services.length).toBeGreaterThan(0)
})

test.each(yaml.filter(({ title }) => title === undefined).map(({ page, text }) => [page, text]))(
  '%s: a part of a configuration',
  (_, text) => {
    const whole =
      'monitoring: { app: eyes }\napps: [{ app: chat }]\nservices: [{ name: web, app: chat, port: 1 }]\n'
    expect(Object.keys(loadConfig(whole + text, 'part.yml'))).toEqual(
      expect.arrayContaining(Object.keys(parse(text))),
    )
  },
)

const workflows = yaml.filter(({ title }) => title?.startsWith('.github/workflows/'))
test.each(workflows.map(({ page, title, text }) => [page, title ?? '', text]))(
  '%s: %s has no finding',
  (_, title, text) => {
    expect(lintWorkflow(text, title, { inputs: INPUTS })).toEqual([])
    for (const job of Object.values<{ permissions: unknown; 'timeout-minutes': unknown }>(parse(text).jobs))
      expect(job).toMatchObject({ permissions: expect.anything(), 'timeout-minutes': expect.any(Number) })
  },
)

test('no command has a secret among its arguments', () => {
  for (const { text } of blocks.filter(({ language }) => language === 'sh'))
    expect(text).not.toMatch(
      /--\S*(token|password|api-key)[ =]|(API_KEY|TOKEN|PASSWORD|WEB_CONFIG)="?\$(?!\()/,
    )
})
