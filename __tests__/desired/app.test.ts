import { expect, test } from '@jest/globals'
import { loadConfig } from '../../src/config/load.ts'
import { buildFolder } from '../../src/desired/app.ts'

const folderOf = (app: string): string => {
  const text = `monitoring: { app: mon }\napps: [{ ${app} }]\nservices: [{ name: web, app: chat, port: 9090 }]\n`
  const [found] = loadConfig(text, 'monitoring.yml').apps
  if (!found) throw new Error('no app')
  return buildFolder(found, '/work')
}

test('flyctl is started in the folder of the Fly configuration, or in `context`', () => {
  expect(folderOf('app: chat')).toBe('/work')
  expect(folderOf('app: chat, config: apps/chat/fly.toml')).toBe('/work/apps/chat')
  expect(folderOf('app: chat, config: apps/chat/fly.toml, context: .')).toBe('/work')
  expect(folderOf('app: chat, config: deploy/fly.toml, context: ./chat')).toBe('/work/chat')
})
