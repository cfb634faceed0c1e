import { expect, test } from '@jest/globals'
import { helpOf } from '../../src/cli/help.ts'

test('the help of init has no default of one customer, and that of the others has their defaults', () => {
  const init = helpOf('init').replace(/\s+/g, ' ')
  expect(init).not.toMatch(/nrt|default fechatter|four services/)
  expect(init).toContain('primary_region of the Fly configurations')
  expect(init).toContain('all apps for which the repository has a Fly configuration')
  expect(helpOf('destroy').replace(/\s+/g, ' ')).toContain('(default nrt)')
})
