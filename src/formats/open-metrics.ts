/**
 * The lines of OpenMetrics, as Prometheus 3 reads them: one space between parts, no empty lines, no comments of one's own.
 * https://prometheus.io/docs/specs/om/open_metrics_spec
 */

import { isMetricType } from './metric-types.ts'

/** Whether a page is in the format of OpenMetrics, whose last line is always the same. */
export const isOpenMetrics = (text: string): boolean => /^# EOF\s*$/m.test(text)

const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`
const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const LABELS = String.raw`\{(?:(?:[a-zA-Z_]\w*=)?${QUOTED}(?:,|(?=\})))*\}`
/** A timestamp of NaN or infinity is not one. */
const TIMESTAMP = String.raw`(?: [+-]?[\d.][\d.e+-]*)?`

const META = new RegExp(String.raw`^# (?:(HELP|TYPE|UNIT) (${QUOTED}|${NAME}) (.*)|EOF)$`)
const SAMPLE = new RegExp(
  String.raw`^(?=[^ ])(?:${NAME})?(?:${LABELS})? [^ ]+${TIMESTAMP}(?: # ${LABELS} [^ ]+${TIMESTAMP})?$`,
)

/** Why Prometheus refuses a line before the end of a page, which the text format may have; undefined when it does not. */
export function openMetricsFault(line: string): string | undefined {
  if (line === '') return 'OpenMetrics has no empty lines.'
  if (!line.startsWith('#'))
    return SAMPLE.test(line)
      ? undefined
      : 'OpenMetrics has exactly one space before a value, a timestamp and an exemplar, and none elsewhere.'
  const [meta, keyword, name = '', text = ''] = META.exec(line) ?? []
  if (meta === undefined)
    return 'OpenMetrics has no lines with # but # HELP, # TYPE, # UNIT and # EOF, with one space between their parts.'
  if (keyword === 'TYPE' && !isMetricType(text)) return 'Its type is not one of this format.'
  const isUnit = keyword === 'UNIT' && text !== ''
  return isUnit && !name.replace(/"$/, '').endsWith(`_${text}`)
    ? 'The name does not end with the unit.'
    : undefined
}
