import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { draftOf, type Files } from '../support/init-draft.ts'

/** nginx in the image of an app has the port that Fly's proxy asks: whether it passes the metrics on decides which port is scraped. */

const FILES: Files = {
  'fly.toml': 'app = "chat"\nprimary_region = "fra"\n[http_service]\ninternal_port = 80\n',
  'requirements.txt': 'django-prometheus\n',
  'urls.py': 'urlpatterns = [path("", include("django_prometheus.urls"))]\n',
  Dockerfile:
    'FROM python:3\nRUN apt-get install -y nginx\nCOPY . .\nCOPY site.conf /etc/nginx/conf.d/\nCMD ["./start"]\n',
}
const APP = 'proxy_pass http://127.0.0.1:8000;'
const server = (body: string) => `server {\n  listen 80; listen [::]:80;\n${body}\n}\n`

async function drafted(site: string, more: Files = {}) {
  const { text, notes } = await draftOf({ ...FILES, 'site.conf': site, ...more })
  const { services } = parse(text) as { services: { port: number }[] }
  return { ports: services.map(({ port }) => port), notes: notes.filter((note) => note.includes('nginx')) }
}

test.each<[string, string]>([
  ['everything', `location / { ${APP} }`],
  ['a prefix', `location / { root /srv; }\nlocation /met { ${APP} }`],
  ['the path alone', `location = /metrics { ${APP} }\nlocation / { return 404; }`],
  ['a pattern', `location / { root /srv; }\nlocation ~ ^/(api|metrics)$ { ${APP} }`],
  ['a pattern without regard to case', `location / { root /srv; }\nlocation ~* ^/METRICS { ${APP} }`],
  ['what is no file', `location / { try_files $uri @app; }\nlocation @app { ${APP} }`],
  [
    'PHP, which has the path of the request',
    'location / { try_files $uri /index.php?$query_string; }\nlocation ~ \\.php$ { fastcgi_pass 127.0.0.1:9000; }',
  ],
  [
    'the same path, which is written again',
    'location /metrics { proxy_pass http://127.0.0.1:8000/metrics; }',
  ],
  ['networks of IPv6', `location / { allow fdaa::/16; deny all; ${APP} }`],
])('a server that passes %s has the metrics', async (_, body) => {
  expect(await drafted(server(body))).toEqual({ ports: [80], notes: [] })
})

test.each<[string, string, line: number]>([
  ['other paths', `location ~ ^/(api|admin)/ { ${APP} }\nlocation / {\n  try_files $uri /; # "it's"\n}`, 4],
  ['a prefix before patterns', `location ^~ /me { root /srv; }\nlocation ~ metrics { ${APP} }`, 3],
  [
    'a page in the place of the path',
    `location / { try_files $uri /; }\nlocation = / { proxy_pass http://up; }\n}\nupstream up {\n  server localhost:8000;`,
    3,
  ],
  ['only its own machine', `location / { allow 127.0.0.1; deny all; ${APP} }`, 3],
  ['nothing of it', `location /api { ${APP} }`, 1],
])('behind a server that passes %s, the port of the app has them', async (_, body, line) => {
  const { ports, notes } = await drafted(server(body))
  expect(ports).toEqual([8000])
  expect(notes).toEqual([
    `site.conf:${line} nginx answers on port 80 of chat and does not pass /metrics on here. The draft has port 8000.`,
  ])
})

test('where the port of the app is not known, the note says that there are no metrics', async () => {
  const { ports, notes } = await drafted(server('location /api { proxy_pass http://unix:/run/app.sock; }'))
  expect(ports).toEqual([80])
  expect(notes).toEqual([expect.stringContaining('does not pass /metrics on here. The draft has port 80.')])
})

test.each<[string, string]>([
  ['other files', 'include /srv/locations.conf;\nlocation / { root /srv; }'],
  ['a pattern that is not read', `location ~ ^/(?!api) { ${APP} }`],
  ['a path that is changed', 'location /metrics { proxy_pass http://127.0.0.1:8000/; }'],
  ['a password', `auth_basic "us";\nlocation / { ${APP} }`],
])('what a server with %s does is not said for certain', async (_, body) => {
  const { ports, notes } = await drafted(server(body))
  expect(ports).toEqual([80])
  expect(notes).toEqual([
    expect.stringContaining('may not pass /metrics on: its configuration does not say it for certain'),
  ])
})

test('a template of nginx has the port of a variable', async () => {
  const site = server('return 404;').replace('listen 80;', 'listen ${PORT};')
  const fly = `${FILES['fly.toml']}[env]\nPORT = "80"\n`
  const { notes } = await drafted(site.replace('listen [::]:80;', ''), { 'fly.toml': fly })
  expect(notes).toEqual([expect.stringContaining('does not pass /metrics on here')])
})

test('a command that gives the app another port does not change that', async () => {
  const Dockerfile = `${FILES.Dockerfile?.replace('"./start"', '"sh", "-c", "nginx; gunicorn --bind [::]:8000 app"')}`
  expect(await drafted(server(`location / { ${APP} }`), { Dockerfile })).toEqual({ ports: [80], notes: [] })
})

test.each<[string, string, Files]>([
  ['on another port', 'server {\n  listen 8081;\n  return 404;\n}\n', {}],
  [
    'that is not installed',
    server('return 404;'),
    { Dockerfile: 'FROM python:3\nCOPY site.conf /srv/\nCOPY . .\n' },
  ],
])('nothing is said of an nginx %s', async (_, site, more) => {
  expect(await drafted(site, more)).toEqual({ ports: [80], notes: [] })
})
