import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { templateError } from '../../src/formats/go-template.ts'
import { scratchFolder } from '../support/scratch.ts'

const VALID = [
  'plain text, and } and }}',
  '{{ $labels.instance }} has {{ $value | humanize }}',
  '{{ printf "%.2f }}" $value }}',
  '{{/* a comment }} */}}x{{- $value -}}',
  '{{ range $i, $e := query "up" }}{{ if gt $i 1 }}{{ break }}{{ end }}{{ $e.Value }}{{ end }}',
  '{{ with $v := .Value }}{{ $v }}{{ else }}none{{ end }}',
  '{{ define "x" }}a{{ end }}{{ template "x" . }}',
  '{{ (index (query "up") 0).Value | reReplaceAll "a" `b` }}',
  "{{ if eq .Labels.a 'a' }}{{ else if true }}{{ end }}{{ -1.5e3 }}{{ nil }}",
]

const WRONG = [
  ['{{ $labels.instance }', 20, '"}" is not valid'],
  ['{{ $labels.instance', 0, 'is not closed'],
  ['{{ $label.instance }}', 3, 'variable `$label` does not exist'],
  ['{{ $values.A }}', 3, 'variable `$values` does not exist'],
  ['{{ $value | humanise }}', 12, 'function "humanise" does not exist'],
  ['{{ $labels.a-b }}', 12, '"-" is not valid'],
  ['{{ $labels["a"] }}', 10, '"[" is not valid'],
  ['{{{ $value }}}', 2, '"{" is not valid'],
  ['{{ }}', 0, 'is empty'],
  ['{{ if $value }}x', 3, '`{{ if }}` has no `{{ end }}`'],
  ['x{{ end }}', 4, 'outside of a block'],
  ['{{ break }}', 3, 'outside of a block'],
  ['{{ "a }}', 3, 'is not valid'],
  ['{{/* a', 0, 'comment'],
] as const

test.each(VALID)('%s', (text) => {
  expect(templateError(text)).toBeUndefined()
})

test.each(WRONG)('%s', (text, from, message) => {
  expect(templateError(text)).toMatchObject({ from, message: expect.stringContaining(message) })
})

test('a name that is nearly right is told', () => {
  expect(templateError('{{ $label.a }}')?.hint).toBe('Did you mean "$labels"?')
  expect(templateError('{{ humanise $value }}')?.hint).toBe('Did you mean "humanize"?')
})

/** Whether promtool accepts an alert with a template. */
function isAccepted(text: string): boolean {
  using folder = scratchFolder()
  const file = join(folder.path, 'rules.yml')
  const rule = { alert: 'A', expr: 'up', annotations: { a: text } }
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'a', rules: [rule] }] }))
  try {
    execFileSync('promtool', ['check', 'rules', file], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('promtool decides the same', () => {
  // Prometheus 2.42 was built before `break`.
  expect(VALID.filter((text) => !isAccepted(text))).toEqual([])
  expect(WRONG.filter(([text]) => isAccepted(text))).toEqual([])
})
