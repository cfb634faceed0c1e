import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { DEPLOYMENT, dashboardFile, result, type Scene, scene } from './grafana-scene.ts'

let here: Scene

beforeEach(async () => {
  here = await scene()
})

afterEach(() => here.close())

const panels = [
  { id: 1, type: 'timeseries', libraryPanel: { uid: 'users', name: 'Users' } },
  { id: 2, type: 'row', panels: [{ id: 3, libraryPanel: { uid: 'gone', name: 'Gone' } }] },
]

test('a library panel that does not exist is reported, and the dashboard is written', async () => {
  here.grafana.state.libraryPanels.set('users', { title: 'Users', targets: [] })
  const outcome = await here.run({ dashboards: [dashboardFile('overview', { panels })] })
  expect(result(outcome, 'Title of overview').state).toBe('created')
  expect(outcome.warnings).toEqual([
    {
      code: 'grafana-library-panel',
      severity: 'warning',
      at: { file: 'dashboards/overview.json', line: 1, column: 1 },
      message:
        'The dashboard "Title of overview" shows 1 library panel that Grafana does not have (gone): an error is shown in their place.',
      hint: expect.stringContaining('Create them in Grafana'),
    },
  ])
})

test('library panels that query another data source are named, those that query ours are not', async () => {
  const { libraryPanels } = here.grafana.state
  const model = (uid: string) => ({ title: 'Users', datasource: { type: 'prometheus', uid }, targets: [] })
  libraryPanels.set('users', model('theirs'))
  libraryPanels.set('gone', model(DEPLOYMENT))
  const outcome = await here.run({ dashboards: [dashboardFile('overview', { panels })] })
  expect(outcome.warnings).toEqual([])
  expect(result(outcome, 'Title of overview').note).toBe(
    'its library panels keep their own data sources: theirs',
  )
})
