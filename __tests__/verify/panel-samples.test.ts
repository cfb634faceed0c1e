import { expect, test } from '@jest/globals'
import { platformError } from '../../src/lib/errors.ts'
import type { Prometheus, QueryResult } from '../../src/model/prometheus.ts'
import type { PanelEvidence } from '../../src/verify/evidence.ts'
import { addSamples } from '../../src/verify/panels/samples.ts'
import { evidence } from '../support/report.ts'

const panel = (query: string, state: PanelEvidence['state']): PanelEvidence => ({
  ...{ dashboard: { uid: 'd', title: 'D' }, panel: { id: 1, title: 'P' }, refId: 'A', expr: query, query },
  ...{ state, series: 1, absent: [], certainty: 'proven', why: '' },
})

/** A Prometheus that answers queries, and keeps what it was asked. */
function prometheus(answer: (promql: string) => QueryResult) {
  const asked: string[] = []
  const query = async (promql: string) => {
    asked.push(promql)
    return { result: answer(promql), warnings: [], infos: [] }
  }
  return { asked, server: { query } as unknown as Prometheus }
}

const matrix: QueryResult = {
  resultType: 'matrix',
  result: [
    {
      metric: { __name__: 'up', job: 'api' },
      values: [
        [1, '1'],
        [2, 'NaN'],
        [3, '+Inf'],
        [4, '0.5'],
      ],
    },
  ],
}

test('panels with data get the points of the last hour, each query is asked once', async () => {
  const { asked, server } = prometheus(() => matrix)
  const known = evidence({ panels: [panel('up', 'data'), panel('up', 'warning'), panel('other', 'no-data')] })
  const { panels } = await addSamples(known, server)
  expect(asked).toEqual(['(up\n)[1h:30s]'])
  const samples = [
    {
      name: 'job="api"',
      points: [
        [1, 1],
        [4, 0.5],
      ],
    },
  ]
  expect(panels.map((one) => one.samples)).toEqual([samples, samples, undefined])
})

test('without an answer nothing is added, and the evidence is what it was', async () => {
  const { server } = prometheus(() => {
    throw platformError('prometheus-timeout', 'No answer.', '')
  })
  const known = evidence({ panels: [panel('up', 'data')] })
  expect(await addSamples(known, server)).toEqual(known)
})

test('a run that ended early asks nothing', async () => {
  const { asked, server } = prometheus(() => matrix)
  const known = evidence({ panels: [panel('up', 'data')], cutShort: 'deadline' })
  expect(await addSamples(known, server)).toBe(known)
  expect(asked).toEqual([])
})
