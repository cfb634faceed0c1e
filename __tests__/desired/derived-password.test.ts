import { expect, test } from '@jest/globals'
import { derivePassword } from '../../src/desired/derived-password.ts'

test('the same Fly token derives the same password, however it is written', () => {
  const [first, second] = ['fm2_one', 'fm2_two']
  const same = [
    `${first},${second}`,
    `${first}, ${second}`,
    `FlyV1 ${first},${second}\n`,
    ` flyv1 ${first} ,\r\n ${second},`,
    `Bearer ${first},\n${second}`,
    `FlyV1 ${first},FlyV1 ${second}`,
  ].map((token) => derivePassword(token, 'm'))
  expect(new Set(same).size).toBe(1)
  expect(same).not.toContain(derivePassword(`${second},${first}`, 'm'))
})
