import type { Rule } from '../rule.ts'
import { looksSecret } from '../secrets.ts'
import { SCRAPE } from './examples.ts'
import { leaves, type PrometheusFile } from './subject.ts'

/** A secret that anyone with access to the repository can read. */
export const secretInConfiguration: Rule<PrometheusFile> = {
  code: 'prometheus/secret',
  severity: 'warning',
  what: 'A Prometheus configuration contains a secret.',
  why: 'It is in the repository, and in the image.',
  bad: `${SCRAPE}    basic_auth: { username: a, password: ▸hunter2 }\n`,
  good: `${SCRAPE}    basic_auth: { username: a, password_file: /run/password }\n`,
  check(file, { report }) {
    for (const { at, text, path } of leaves(file.root))
      if (!text.includes('${') && looksSecret(path.at(-1) ?? '', text))
        report(
          at,
          `\`${path.join('.')}\` contains a secret.`,
          'Use the key that ends in `_file`, and change the secret.',
        )
  },
}
