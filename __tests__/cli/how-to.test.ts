import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { commandNames } from '../../src/cli/commands.ts'
import { loadConfig, parseConfig } from '../../src/config/load.ts'
import { INPUTS } from '../../src/inputs/names.ts'
import { lintWorkflow } from '../../src/lint/workflow/lint.ts'
import { planOf } from '../support/lint-examples.ts'
import { scratchFolder } from '../support/scratch.ts'

const root = join(import.meta.dirname, '..', '..')
const pages = ['README.md', ...globSync('docs/how-to/*.md', { cwd: root }).toSorted()]

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
  const recipes = pages.filter((one) => !one.endsWith('README.md'))
  expect(recipes.length).toBeGreaterThan(18)
  for (const page of recipes) expect(list).toContain(`](${page.slice('docs/how-to/'.length)})`)
  for (const word of commandNames) expect(list).toContain(`| \`${word}\` | `)
})

test.each(
  yaml
    .filter(({ title }) => title?.startsWith('monitoring'))
    .map((block) => [block.page, block.title ?? '', block.text]),
)('%s: %s is a configuration', (_, title, text) => {
  expect(loadConfig(text, title).services.length).toBeGreaterThan(0)
})

test.each(yaml.filter(({ title }) => title === 'monitoring.yml').map((block) => [block.page, block.text]))(
  '%s: a plan finds no error in its configuration itself',
  async (_, text) => {
    const found = await planOf({ 'monitoring.yml': text })
    // The files that it names are those of the reader.
    expect(found.filter(({ severity, code }) => severity === 'error' && !code.startsWith('file/'))).toEqual(
      [],
    )
  },
)

test.each(yaml.filter(({ title }) => title === undefined).map(({ page, text }) => [page, text]))(
  '%s: a part of a configuration',
  (_, text) => {
    const part = parse(text)
    // What the block has replaces what every configuration needs.
    const whole = {
      apps: [{ app: 'chat' }],
      services: [{ name: 'web', app: part.apps?.[0].app ?? 'chat', port: 1 }],
      ...part,
      monitoring: { app: 'eyes', ...part.monitoring },
    }
    expect(() => parseConfig(whole)).not.toThrow()
  },
)

test('a block that is a file says which one, and everything else is a part of a configuration', () => {
  const titles = yaml.flatMap(({ title }) => title ?? [])
  expect(titles.filter((title) => !/^(?:monitoring[\w.]*\.yml|\.github\/.+\.yml)$/.test(title))).toEqual([])
})

const workflows = yaml.filter(({ title }) => title?.startsWith('.github/workflows/'))

/** The Python tools of the check, on all blocks at once: files with names that lead back to their page. */
function checkedBy(program: string, args: readonly string[], files: readonly Block[]): string {
  using scratch = scratchFolder()
  const paths = files.map(({ page, text }, i) => {
    const path = join(scratch.path, `${i}-${page.replaceAll('/', '-')}.yml`)
    writeFileSync(path, text)
    return path
  })
  const { error, status, stdout, stderr } = spawnSync(join(root, '.venv/bin', program), [...args, ...paths], {
    encoding: 'utf8',
  })
  if (error) throw error
  return status === 0 ? '' : `${stdout}${stderr}`
}

test('workflows and the configuration of Dependabot are valid', () => {
  const schema = (name: string) => ['--builtin-schema', `vendor.${name}`]
  expect(checkedBy('check-jsonschema', schema('github-workflows'), workflows)).toBe('')
  const dependabot = yaml.filter(({ title }) => title === '.github/dependabot.yml')
  expect(checkedBy('check-jsonschema', schema('dependabot'), dependabot)).toBe('')
  // Without Go, it is not installed.
  if (existsSync(join(root, '.venv/bin/actionlint')))
    expect(checkedBy('actionlint', ['-no-color'], workflows)).toBe('')
})

test.each(workflows.map(({ page, title, text }) => [page, title ?? '', text]))(
  '%s: %s has no finding',
  (_, title, text) => {
    expect(lintWorkflow(text, title, { inputs: INPUTS })).toEqual([])
    for (const job of Object.values<{ permissions: unknown; 'timeout-minutes': unknown }>(parse(text).jobs))
      expect(job).toMatchObject({ permissions: expect.anything(), 'timeout-minutes': expect.any(Number) })
  },
)

/** How GitHub makes the anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-')

const headingsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8')
      .replaceAll(/^```.*?^```$/gms, '')
      .matchAll(/^##? (.+)$/gm),
  ].map(([, heading = '']) => heading)

const documents = [
  ...pages,
  ...globSync(['docs/*.md', 'docs/{alerts,findings}/**/*.md', '.github/*.md'], { cwd: root }),
]

test('links lead to files, and to headings or anchors in them', () => {
  const broken = documents.flatMap((page) =>
    [
      ...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]*))?\)/g),
    ].flatMap(([link, target = '', anchor]) => {
      const file = target === '' ? page : join(dirname(page), target)
      if (!existsSync(join(root, file))) return [`${page}: ${link}`]
      if (anchor === undefined || !file.endsWith('.md')) return []
      const isThere =
        headingsOf(file).some((heading) => anchorOf(heading) === anchor) ||
        readFileSync(join(root, file), 'utf8').includes(`<a id="${anchor}">`)
      return isThere ? [] : [`${page}: ${link}`]
    }),
  )
  expect(broken).toEqual([])
})

test('a long page begins with a list of its sections, in their order', () => {
  for (const page of documents.filter(
    (one) => !/^(?:README\.md|docs\/findings|\.github|docs\/alerts)/.test(one),
  )) {
    const sections = headingsOf(page).slice(1)
    const [, list] =
      /^(?:.+\n\n){1,6}((?:- \[.+\]\(#.+\n)+)/.exec(readFileSync(join(root, page), 'utf8')) ?? []
    if (sections.length < 5 && list === undefined) continue
    const listed = [...(list ?? '').matchAll(/^- \[.+?\]\(#(.+?)\)/gm)].map(([, anchor]) => anchor)
    expect([page, listed]).toEqual([page, sections.map(anchorOf)])
  }
})

test('no command has a secret among its arguments', () => {
  for (const { text } of blocks.filter(({ language }) => language === 'sh'))
    expect(text).not.toMatch(
      /--\S*(token|password|api-key)[ =]|(API_KEY|TOKEN|PASSWORD|WEB_CONFIG)="?\$(?!\()/,
    )
})
