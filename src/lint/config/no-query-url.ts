import type { Locate } from '../../config/load.ts'
import { queryUrlOf } from '../../config/query-url.ts'
import { targetName } from '../../config/remote-write.ts'
import type { Config } from '../../config/schema.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import { quoted } from '../../lib/quote.ts'
import { diagnostic, type Entry } from '../rule.ts'
import { configExample } from './example.ts'

export const noQueryUrl: Entry = {
  code: 'config/no-query-url',
  severity: 'warning',
  what: 'The query API of a target of `remote_write` is not known.',
  why: 'Samples cannot be read back from it: after a deploy, remote write to it is not checked. Thanos Receive and the cluster of VictoriaMetrics have separate addresses for queries.',
  bad: configExample({ more: 'remote_write:\n  - { url: ▸"http://thanos.internal:19291/api/v1/receive" }' }),
  good: configExample({
    more: 'remote_write:\n  - { url: "http://thanos.internal:19291/api/v1/receive", query_url: "http://thanos.internal:10902" }',
  }),
}

/** Targets from which no sample can be read back. */
export const withoutQueryUrl = ({ remote_write: targets }: Config, locate: Locate): Diagnostic[] =>
  targets.flatMap((target, i) => {
    if (queryUrlOf(target) !== undefined) return []
    const message = `The query API of ${quoted(targetName(target))} does not follow from its url: whether samples arrive there will not be checked.`
    const hint = 'Add query_url: the address to which /api/v1/query is added.'
    return [diagnostic(noQueryUrl, locate(['remote_write', i, 'url']), message, hint)]
  })
