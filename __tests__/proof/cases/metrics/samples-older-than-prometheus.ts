import { dashboard, page, panel, proofCase } from '../../case.ts'

/** An exporter that reads its source every half a minute, and says when; Prometheus has just been started. */
const readAt = Date.now() - 4_000

export default proofCase({
  metrics: { web_size_bytes: 'gauge' },
  serve: () => page(`# TYPE web_size_bytes gauge\nweb_size_bytes 4 ${readAt}\n`),
  dashboards: [dashboard([panel('size', 'web_size_bytes')])],
  expect: { verdict: 'proven' },
})
