import { dirname, posix } from 'node:path'
import { globMatches } from '../../formats/glob.ts'
import { get, items, scalarText } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { cut, oneLine } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { diagnostic, type Entry } from '../rule.ts'
import { invalidYaml } from '../yaml/syntax.ts'

/** A unit test of rules that fails. */
export const testFailed: Entry = {
  code: 'rules/test-failed',
  severity: 'error',
  what: 'A unit test of rules fails, or cannot be run.',
  why: 'A rule does not fire when it should, or fires when it should not.',
}

/** The rule files of a test, by their paths in the repository; a test of other files cannot be run. */
export function prepareTest(
  { file, text }: TextFile,
  deployed: readonly TextFile[],
): { rules: Map<string, string>; problems: Diagnostic[] } {
  const read = readYaml(text)
  if (!read.ok) return { rules: new Map(), problems: [invalidYaml(file, read)] }
  const named = get(read.tree, 'rule_files')
  const rules = new Map<string, string>()
  const problems: Diagnostic[] = []
  const fail = (at: { line: number; column: number }, message: string, hint: string) =>
    problems.push(diagnostic(testFailed, { file, line: at.line, column: at.column }, message, hint))
  if (items(get(read.tree, 'tests')).length === 0)
    fail(
      read.tree.at,
      'This file has no `tests`.',
      'Add tests in the format of `promtool test rules`, or rename the file: a name that ends in _test.yml is a test.',
    )
  if (items(named).length === 0)
    fail(
      (named ?? read.tree).at,
      'This test does not name a rule file.',
      'List the files to test under `rule_files`.',
    )
  for (const one of items(named)) {
    const path = scalarText(one) ?? ''
    const sources = path.startsWith('/') ? [] : filesNamed(path, file, deployed)
    for (const source of sources) rules.set(source.file, source.text)
    if (sources.length === 0)
      fail(
        one.at,
        `The rule file ${quoted(path)} is not one that \`alerts.rules\` names.`,
        'Name it relative to this file, and list it in `alerts.rules` of the configuration.',
      )
  }
  return { rules, problems }
}

/** The deployed rule files that a test names, by a path or a pattern relative to it. */
function filesNamed(path: string, test: string, deployed: readonly TextFile[]): TextFile[] {
  const named = posix.join(dirname(test), path)
  return deployed.filter(
    (rule) => rule.file === named || (/[*[]/.test(path) && globMatches(named, rule.file)),
  )
}

/** The failures in the output of `promtool test rules`: one diagnostic for each alert or query, at its place in the file. */
export function testFailures(output: string, { file, text }: TextFile): Diagnostic[] {
  const lines = text.split('\n')
  // promtool indents each failure of a test by four and its details by more.
  const failures = output
    .split(/^(?= {4}(?:alertname:|expr:)|.*(?:err|error):)/m)
    .filter((part) => /alertname:|expr:|err(?:or)?:|got:/.test(part))
  const parts = failures.length > 0 ? failures : [output]
  return parts.map((part) => {
    const name = /alertname: ?([^,\s]+)/.exec(part)?.[1] ?? /expr: ?"([^"]+)"/.exec(part)?.[1]
    const index = name === undefined ? -1 : lines.findIndex((line) => line.includes(name))
    const at = { file, line: index + 1 || 1, column: (lines[index]?.search(/\S/) ?? 0) + 1 }
    return diagnostic(
      testFailed,
      at,
      `The test fails: ${cut(oneLine(part, 1_000), 600)}`,
      'Correct the rule or the test: `promtool test rules` shows the same.',
    )
  })
}
