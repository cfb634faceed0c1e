import type { YamlError } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { diagnostic, type Entry } from '../rule.ts'

const rules = (summary: string): string => `groups:
- name: targets
  rules:
  - alert: Down
    expr: up == 0
    for: 5m
    labels: { severity: page }
    annotations:
      summary: ${summary}
`

/** A YAML file of any kind that cannot be read. */
const yamlSyntax: Entry = {
  code: 'yaml/syntax',
  severity: 'error',
  what: 'A file is not valid YAML, or its aliases expand to more than 200,000 values.',
  why: 'Prometheus and GitHub cannot read it either.',
  bad: {
    path: 'prometheus.yml',
    text: `scrape_configs:
- job_name: "a
▸`,
  },
  good: {
    path: 'prometheus.yml',
    text: `scrape_configs:
- job_name: "a"
`,
  },
}

/** A YAML file that cannot be read here, but may be valid for another parser. */
const yamlIndentation: Entry = {
  code: 'yaml/indentation',
  severity: 'warning',
  what: 'A quoted text is not closed, or continues at the indentation of its key.',
  why: 'Prometheus accepts the indentation, YAML 1.2 does not. The file was not checked any further.',
  bad: {
    path: 'rules.yml',
    text: rules('▸"The target is\n      down."'),
  },
  good: {
    path: 'rules.yml',
    text: rules('"The target is\n        down."'),
  },
}

export const yamlEntries: readonly Entry[] = [yamlSyntax, yamlIndentation]

/** The diagnostic for a file that cannot be read. */
export const invalidYaml = (file: string, { at, message, hint, isUnsure }: YamlError): Diagnostic =>
  diagnostic(isUnsure ? yamlIndentation : yamlSyntax, { file, ...at }, message, hint)
