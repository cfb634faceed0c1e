import { expect, test } from '@jest/globals'
import { explainFailure } from '../../src/clients/flyctl/errors.ts'

const told = (stderr: string) => {
  const failed = { command: 'apps list', app: 'chat', exitCode: 1, stdout: '', stderr, timeoutMs: 1_000 }
  const { problem, retry } = explainFailure(failed)
  return { code: problem.code, text: `${problem.message} ${problem.hint}`, retry }
}

// As Go's HTTP client words them.
test.each([
  ['Proxy Authentication Required', 'fly-proxy', false],
  ['Forbidden', 'fly-proxy', false],
  ['Bad Gateway', 'fly-network', true],
  ['Gateway Timeout', 'fly-network', true],
  ['proxyconnect tcp: dial tcp 10.0.0.1:3128: connect: connection refused', 'fly-network', true],
  ['proxyconnect tcp: dial tcp: lookup proxy.corp on 1.1.1.1:53: no such host', 'fly-network', true],
])('%s is told as the proxy’s', (words, code, retry) => {
  const found = told(`Error: failed to list apps: Post "https://api.fly.io/graphql": ${words}\n`)
  expect(found).toMatchObject({ code, retry })
  expect(found.text).toContain('The proxy of this machine (HTTPS_PROXY)')
})

test('what Fly itself refuses is not the proxy’s', () => {
  expect(told('Error: Not authorized to access this organization\n').code).toBe('fly-token-too-narrow')
  expect(told('Error: failed to get app "chat": Forbidden\n').text).not.toContain('HTTPS_PROXY')
  expect(
    told('Error: Post "https://api.fly.io/graphql": dial tcp: lookup api.fly.io: no such host\n'),
  ).toMatchObject({
    code: 'fly-network',
    text: expect.stringContaining("Fly's API could not be reached"),
  })
})

test('bluegreen machines that did not become healthy, and an API that failed while they were waited for', () => {
  const late = told('Error: wait timeout\ncould not get all green machines to be healthy\n')
  expect(late).toMatchObject({ code: 'fly-health', retry: false })
  expect(late.text).toContain('the machines of before keep running')
  const lost =
    'Error: failed to get VM 1: failed with error code: 500\ncould not get all green machines to be healthy\n'
  expect(told(lost)).toMatchObject({ code: 'fly-api', retry: true })
})
