import { counter, dashboard, page, panel, proofCase } from '../../case.ts'

/** A dashboard holds only a reference to a library panel; annotations are queries like those of panels. */
export default proofCase({
  metrics: { web_requests_total: 'counter' },
  serve: () => page((n) => counter('web_requests_total', n * 30, '{status="200"}')),
  dashboards: [
    dashboard(
      [
        panel('own', 'web_requests_total'),
        { type: 'library-panel-ref', title: 'lib', libraryPanel: { uid: 'abc', name: 'Orders' } },
        { type: 'text', title: 'text', targets: [{ refId: 'A' }] },
      ],
      {
        annotations: {
          list: [
            {
              ...{ name: 'deploys', enable: true, expr: 'changes(web_typo_info[5m]) > 0' },
              datasource: { type: 'prometheus', uid: 'mon' },
            },
            {
              ...{ name: 'quiet', enable: true, expr: 'changes(web_requests_total[5m]) > 1000' },
              datasource: { type: 'prometheus', uid: 'mon' },
            },
          ],
        },
      },
    ),
  ],
  expect: {
    verdict: 'failed',
    failures: ['panel-not-checked D0 / Orders (A)', 'panel-no-data D0 / Annotation "deploys" (A)'],
    says: ['Orders', 'web_typo_info'],
    evidence: {
      panels: [{ state: 'data' }, { state: 'not-checked' }, { state: 'no-data' }, { state: 'waiting' }],
    },
  },
})
