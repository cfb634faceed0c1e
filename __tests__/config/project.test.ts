import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readProject } from '../../src/config/sources/project.ts'
import { readInputs } from '../../src/inputs/read.ts'
import { scratchFolder } from '../support/scratch.ts'

test.each([
  ['password', ['input/url-http']],
  ['public', []],
])('Prometheus with access %s at an address without HTTPS: %j', (access, codes) => {
  using folder = scratchFolder()
  writeFileSync(
    join(folder.path, 'monitoring.yml'),
    `monitoring: { app: m, access: ${access} }\napps: [{ app: chat }]\nservices: [{ name: web, app: chat, port: 1 }]\n`,
  )
  const inputs = readInputs({ FLY_API_TOKEN: 't', 'INPUT_PROMETHEUS-URL': 'http://prometheus.example.com' })
  expect(readProject(inputs, folder.path).problems.map(({ code }) => code)).toEqual(codes)
})
