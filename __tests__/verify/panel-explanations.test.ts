import { expect, test } from '@jest/globals'
import { type Expression, readExpression, selectorsIn } from '../../src/formats/promql/expression.ts'
import { isLogQl } from '../../src/formats/promql/logql.ts'
import { parsePromql } from '../../src/formats/promql/parse.ts'
import { fitsNoStatus, selectsFailures } from '../../src/verify/panels/error-class.ts'
import { hiddenSelectors } from '../../src/verify/panels/fallback.ts'

const read = (query: string): Expression => {
  const expression = readExpression(query, parsePromql(query))
  if (!expression) throw new Error(`not an expression: ${query}`)
  return expression
}

/** The structure in brackets. */
function shape(part: Expression, query: string): string {
  switch (part.kind) {
    case 'constant':
      return part.text
    case 'selector':
      return query.slice(part.from, part.to)
    case 'shifted':
      return `<${shape(part.inner, query)} ${part.offset ?? '@'}>`
    case 'subquery':
      return `<${shape(part.inner, query)} : ${part.step ?? ''}>`
    case 'call':
      return `${part.name}(${part.args.map((argument) => shape(argument, query)).join(' ')})`
    case 'binary':
      return `[${shape(part.left, query)} ${part.op}${part.isFilter ? '?' : ''} ${shape(part.right, query)}]`
  }
}

test.each([
  ['sum(rate(a[5m])) / sum(rate(a[5m] offset 1d))', '[sum(rate(a[5m])) / sum(rate(<a[5m] 1d>))]'],
  ['a / b offset 1d', '[a / <b 1d>]'],
  ['a offset -5m', '<a @>'],
  ['max_over_time(sum(rate(x[30s]))[1h:5m])', 'max_over_time(<sum(rate(x[30s])) : 5m>)'],
  ['a[1h:]', '<a : >'],
  ['count by (x) ((up == 0)) > bool 3', '[count([up ==? 0]) > 3]'],
  ['-a + (b OR on () vector(0)) # c', '[-(a) + [b or vector(0)]]'],
  ['topk(5, (a)) unless on (x) b', '[topk(5 a) unless b]'],
])('%s is read as %s', (query, structure) => {
  expect(shape(read(query), query)).toBe(structure)
  expect(selectorsIn(read(query))).toHaveLength(parsePromql(query).selectors.length)
})

test('a query that Prometheus rejects has no structure', () => {
  expect(readExpression('sum(', parsePromql('sum('))).toBeUndefined()
})

const hidden = (query: string, ...present: string[]) =>
  hiddenSelectors(read(query), ({ metric = '' }) => present.includes(metric)).map(({ metric }) => metric)

test.each([
  ['sum(rate(typo[1m])) or vector(0)', ['typo']],
  ['sum(rate(typo[1m])) or on () vector(0)', ['typo']],
  ['sum(rate(typo[1m])) or 0 * sum(up)', ['typo']],
  ['sum(rate(typo[1m])) or sum(up) * 0', ['typo']],
  ['sum(sum(typo) or vector(0)) / sum(up)', ['typo']],
  ['clamp_max(typo or vector(0), 1)', ['typo']],
  ['absent(typo)', ['typo']],
  ['typo or label_replace(vector(0), "a", "b", "", "")', ['typo']],
  ['(typo / up) or vector(0)', ['typo']],
  ['typo or up or vector(0)', []],
  ['typo or up', []],
  ['up or vector(0)', []],
  ['up unless typo', []],
  ['(up unless typo) or vector(0)', []],
  ['up', []],
])('%s hides %j', (query, names) => {
  expect(hidden(query, 'up')).toEqual(names)
})

const matcher = (text: string) => {
  const [found] = parsePromql(`x{${text}}`).selectors[0]?.matchers ?? []
  if (!found) throw new Error(text)
  return found
}

test.each([
  ['status=~"5.."', ['200'], true],
  ['code=~"4..|5.."', ['200', '301'], true],
  ['status="5xx"', ['2xx'], true],
  ['status="5xx"', ['200'], false],
  ['status="201"', ['200'], false],
  ['status!~"2.."', ['200'], true],
  ['outcome!="success"', ['success'], true],
  ['outcome="failure"', ['success'], true],
  ['code="DeadlineExceeded"', ['OK'], true],
  ['grpc_code!="OK"', ['OK'], true],
  ['level="error"', ['info'], true],
  ['exception!=""', [], true],
  ['error="true"', ['false'], true],
  ['success="false"', ['true'], true],
  ['cached="true"', ['false'], false],
  ['exception="NullPointerException"', ['None'], true],
  ['route="/orders"', ['/health'], false],
  ['direction="download"', ['upload'], false],
  ['platform="terraform"', ['web'], false],
])('%s among %j selects failures: %s', (text, values, failures) => {
  expect(selectsFailures(matcher(text), values)).toBe(failures)
})

test('a status in another form than the label has is never there', () => {
  expect(fitsNoStatus(matcher('status="5xx"'), ['200'])).toBe(true)
  expect(fitsNoStatus(matcher('status=~"5.."'), ['2xx'])).toBe(false)
  expect(fitsNoStatus(matcher('status="404"'), ['200'])).toBe(false)
  expect(fitsNoStatus(matcher('status="open"'), ['closed'])).toBe(false)
})

test.each([
  ['{app="web"} |= "error"', true],
  ['{app="web"} != "error"', true],
  ['{app="web"} | json | status >= 500', true],
  ['{app="web"}', false],
  ['up{a="x|y"} != 0', false],
  ['up # a | b', false],
  ['up{a=~`x|y`} or b', false],
])('%s is LogQL: %s', (query, logs) => {
  expect(isLogQl(query)).toBe(logs)
})
