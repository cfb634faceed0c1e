import { counter, gauge, page, proofCase } from '../../case.ts'

const RULES = `groups:
  - name: own
    interval: 1h
    rules:
      - record: own:joined
        expr: web_requests_total * on (job) group_left (version) web_info
      - record: own:second
        expr: sum(own:joined)
      - alert: OwnDuplicates
        expr: '{__name__=~"web_requests_total|web_other_total"}'
`

/** A join without the instance fails as soon as two machines answer; the group is evaluated once an hour. */
export default proofCase({
  machines: [{}, {}],
  metrics: { web_requests_total: 'counter' },
  serve: () =>
    page(
      (n) =>
        counter('web_requests_total', n * 3, '{code="200"}') +
        counter('web_other_total', n, '{code="200"}') +
        gauge('web_info', 1, '{version="1"}'),
    ),
  rules: RULES,
  expect: {
    verdict: 'failed',
    failures: ['rule-error own:joined in group own', 'rule-error OwnDuplicates in group own'],
    says: ['many-to-many'],
  },
})
