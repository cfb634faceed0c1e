import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { programOf } from '../../src/init/build/start-script.ts'
import { draftOf } from '../support/init-draft.ts'

/** A script whose last command is the only program that runs on is that program, wherever commands are read. */

const started = (command: string, scripts: Readonly<Record<string, string>>): string =>
  programOf(command, {
    variables: new Map([['FLY_PROCESS_GROUP', ['app']]]),
    textInImage: (path) => scripts[path],
  })

test.each<[string, string, string, string]>([
  [
    'an exec',
    './start.sh',
    'set -e\necho "starts node"\nexec node build/server.js\n',
    'node build/server.js',
  ],
  ['a last command', './start.sh', 'export A=1\nnode server.js\n', 'node server.js'],
  ['a shell in front', 'sh -e ./start.sh', 'exec ./server\n', './server'],
  ['a program that passes signals on', '/usr/bin/tini -g -- ./start.sh', 'exec ./server\n', './server'],
  ['a migration before it', './start.sh', 'npx prisma migrate deploy\nexec node .\n', 'node .'],
  [
    'its arguments',
    './start.sh uvicorn a:b --port 80',
    'mkdir -p /data\nexec "$@"\n',
    'uvicorn a:b --port 80',
  ],
  [
    'the branch of its process group',
    './start.sh',
    'if [ "$FLY_PROCESS_GROUP" = worker ]; then\n  exec ./worker\nfi\nexec ./web\n',
    './web',
  ],
  ['a script without an ending', './start.sh', '#!/bin/sh\nexec ./inner\n', './inner'],
  ['one in the background', './start.sh', './metrics &\nexec ./web\n', './start.sh'],
  ['a daemon', './start.sh', 'service nginx start\nexec ./web\n', './start.sh'],
  ['another script', './start.sh', './more.sh\nexec ./web\n', './start.sh'],
  [
    'a branch that is not known',
    './start.sh',
    'if [ "$1" = "$X" ]; then\n  exec ./a\nfi\nexec ./b\n',
    './start.sh',
  ],
  ['a loop', './start.sh', 'while true; do\n  ./web\ndone\n', './start.sh'],
  ['two programs in a pipe', './start.sh', './web | ./log\n', './start.sh'],
])('%s', (_, command, script, program) => {
  expect(started(command, { './start.sh': script })).toBe(program)
})

test('a script that starts a script, and one that starts itself', () => {
  expect(started('./a.sh', { './a.sh': 'exec ./b.sh --port 1\n', './b.sh': 'exec ./web "$@"\n' })).toBe(
    './web --port 1',
  )
  expect(started('./a.sh', { './a.sh': 'exec ./a.sh\n' })).toBe('./a.sh')
})

const FILES = {
  'fly.toml': 'app = "chat"\nprimary_region = "fra"\n',
  Dockerfile: 'FROM python:3\nWORKDIR /srv\nCOPY ./bin/ /usr/local/bin/\nCMD ["/usr/local/bin/up.sh"]\n',
  'bin/up.sh': '#!/bin/sh\nexec uvicorn main:app --host :: --port ${PORT:-9100}\n',
  'requirements.txt': 'prometheus-client\nfastapi\n',
  'main.py':
    'app = FastAPI()\n@app.get("/metrics")\ndef metrics():\n    return Response(generate_latest())\n',
}

test('the port that the script gives to the server is that of its metrics', async () => {
  const { text } = await draftOf(FILES)
  expect((parse(text) as { services: unknown[] }).services).toMatchObject([{ port: 9100 }])
})
