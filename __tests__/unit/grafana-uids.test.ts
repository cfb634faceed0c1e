import { expect, test } from '@jest/globals'
import { ownUid, underUids } from '../../src/plan/grafana-uids.ts'

test('an own uid is short enough, stable, and another one for each deployment', () => {
  const long = 'x'.repeat(40)
  expect(ownUid(long, 'a')).toMatch(/^x{31}-[0-9a-f]{8}$/)
  expect(ownUid('overview', 'a')).toBe(ownUid('overview', 'a'))
  expect(ownUid('overview', 'a')).not.toBe(ownUid('overview', 'b'))
})

test('dashboards link to each other, not to those of the other deployment', () => {
  const links = ['/d/b?viewPanel=1', 'https://x.example/grafana/d/b', '/d/bb', '/d-solo/b', '/dd/b']
  const json = { links: links.map((url) => ({ url })) }
  const [a] = underUids([{ file: 'a.json', uid: 'a', title: 'A', json }], new Map([['b', 'b-1']]))
  expect(a?.json).toEqual({
    uid: 'a',
    links: ['/d/b-1?viewPanel=1', 'https://x.example/grafana/d/b-1', '/d/bb', '/d-solo/b-1', '/dd/b'].map(
      (url) => ({ url }),
    ),
  })
})
