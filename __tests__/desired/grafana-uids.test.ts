import { expect, test } from '@jest/globals'
import { deploymentUid, uidFor, withUids } from '../../src/desired/grafana/uids.ts'

test('an own uid is short enough, stable, and another one for each deployment', () => {
  const long = 'x'.repeat(40)
  expect(deploymentUid(long, 'a')).toMatch(/^x{31}-[0-9a-f]{8}$/)
  expect(deploymentUid('overview', 'a')).toBe(deploymentUid('overview', 'a'))
  expect(deploymentUid('overview', 'a')).not.toBe(deploymentUid('overview', 'b'))
})

test('uids that begin alike have own uids that differ', () => {
  const alike = ['1', '2'].map((end) => deploymentUid(`${'x'.repeat(31)}${end}`, 'a'))
  expect(new Set(alike).size).toBe(2)
})

test('a text is its own uid as long as it may be, and never longer', () => {
  const text = 'x'.repeat(40)
  expect(uidFor(text)).toBe(text)
  expect(uidFor(`${text}1`)).toMatch(/^x{31}-[0-9a-f]{8}$/)
  expect(uidFor(`${text}1`)).not.toBe(uidFor(`${text}2`))
  expect(uidFor(text, 33)).toMatch(/^x{24}-[0-9a-f]{8}$/)
})

test('dashboards link to each other, not to those of the other deployment', () => {
  const links = ['/d/b?viewPanel=1', 'https://x.example/grafana/d/b', '/d/bb', '/d-solo/b', '/dd/b']
  const json = { links: links.map((url) => ({ url })) }
  const normal = {
    file: 'a.json',
    uid: 'a',
    title: 'A',
    json,
    dataSourceUid: 'p',
    otherDataSources: [],
    libraryPanels: [],
  }
  const [a] = withUids([normal], new Map([['b', 'b-1']]))
  expect(a?.json).toEqual({
    uid: 'a',
    links: ['/d/b-1?viewPanel=1', 'https://x.example/grafana/d/b-1', '/d/bb', '/d-solo/b-1', '/dd/b'].map(
      (url) => ({ url }),
    ),
  })
})
