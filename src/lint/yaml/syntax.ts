import type { YamlError } from '../../formats/yaml.ts'
import type { Problem } from '../../lib/errors.ts'
import { diagnostic, type Entry } from '../rule.ts'

/** A YAML file of any kind that cannot be read. */
export const yamlSyntax: Entry = {
  code: 'yaml/syntax',
  severity: 'error',
  what: 'A file is not valid YAML, or its aliases unfold to more than 200,000 values.',
  why: 'Prometheus and GitHub stop at the same place.',
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

/** The diagnostic for a file that cannot be read. */
export const invalidYaml = (file: string, { at, message, hint }: YamlError): Problem =>
  diagnostic(yamlSyntax, { file, ...at }, message, hint)
