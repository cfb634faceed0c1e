// biome-ignore-all lint/suspicious/noTemplateCurlyInString: scripts are spelled so
import { expect, test } from '@jest/globals'
import { scriptDeploysIn } from '../../src/config/deploys/people-deploys.ts'

const deploys = (text: string, { file = 'deploy.sh', files = [] as string[] } = {}): string[] =>
  scriptDeploysIn({ file, text }, (path) => files.includes(path)).map(
    ({ at, folder, config, app }) => `${at.line}: ${folder} ${config}${app === undefined ? '' : ` ${app}`}`,
  )

test.each([
  [
    'a function',
    'deploy() {\n  fly deploy -c "$1" --app "${2:-shop}"\n}\n\ndeploy api/fly.toml api\ndeploy web/fly.toml',
    ['5: . api/fly.toml api', '6: . web/fly.toml shop'],
  ],
  [
    'names for its arguments',
    'function ship {\n  local name="$1" file="$2"\n  cd "services/$name" && flyctl deploy --config "$file"; cd -\n}\nship api fly.toml && ship web fly.web.toml',
    ['5: services/api services/api/fly.toml', '5: services/web services/web/fly.web.toml'],
  ],
  [
    'functions that call others, and a list of commands',
    'main() {\n  one api\n}\none() { fly deploy $1; }\nmain "$@"',
    ['5: api api/fly.toml'],
  ],
  [
    'a function that nothing calls by its name',
    'x() {\n  fly deploy -c fly.x.toml\n}\n"$1"',
    ['1: . fly.x.toml'],
  ],
  [
    'loops over words, a list and pairs',
    'APPS=(\n  "api"\n  web\n)\nfor a in "${APPS[@]}"; do\n  (cd $a && fly deploy)\ndone\nfor p in x:fly.x.toml; do fly deploy -a ${p%%:*} -c ${p##*:}; done',
    ['6: api api/fly.toml', '6: web web/fly.toml', '8: . fly.x.toml x'],
  ],
  [
    'two lists, by the number of an element',
    'APPS=(web "api")\nDIRS=("apps/web" apps/api)\nfor i in "${!APPS[@]}"; do\n  APP="shop-${APPS[$i]}"\n  (cd "${DIRS[i]}" && fly deploy -a "$APP")\ndone\nfly deploy -a ${APPS[1]}',
    ['5: apps/web apps/web/fly.toml shop-web', '5: apps/api apps/api/fly.toml shop-api', '7: . fly.toml api'],
  ],
  [
    'a list with keys',
    'declare -A APPS=([web]=shop-web ["api"]="shop-api")\nfor k in "${!APPS[@]}"; do fly deploy -a "${APPS[$k]}" -c $k.toml; done',
    ['2: . web.toml shop-web', '2: . api.toml shop-api'],
  ],
  [
    'an element that only a run knows, and one that has a blank',
    'APPS=(web "api x" db)\nfly deploy -a ${APPS[$1]}\nfor ((i=0; i<3; i++)); do\n  fly deploy -a "${APPS[$i]}"\ndone\nfly deploy -a "${APPS[2]}"',
    ['2: . fly.toml *', '4: . fly.toml *', '6: . fly.toml db'],
  ],
  [
    'an argument in place of a default',
    'NAME=shop\nwhile [ $# -gt 0 ]; do\n  case "$1" in\n    --name) NAME="$2"; shift 2 ;;\n  esac\ndone\nfly deploy -a $NAME-web',
    ['7: . fly.toml shop-web'],
  ],
  [
    'a folder for each turn',
    'for e in apps/api:api apps/web:web; do\n  IFS=: read -r dir app <<< "$e"\n  cd "$dir"\n  fly deploy -a "$app"\ndone',
    ['4: apps/api apps/api/fly.toml api', '4: apps/web apps/web/fly.toml web'],
  ],
  [
    'values of several branches',
    'case $1 in\n  prod) APP=shop; FILE=fly.toml ;;\n  *)\n    APP=shop-staging\n    FILE=fly.staging.toml\n    ;;\nesac\nfly deploy -a $APP \\\n  -c $FILE',
    ['8: . fly.toml shop', '8: . fly.staging.toml shop-staging'],
  ],
  [
    'a command in a variable',
    'CMD="fly deploy -c fly.x.toml"\n$CMD --now\nURL=$(fly deploy -c fly.y.toml)',
    ['2: . fly.x.toml', '3: . fly.y.toml'],
  ],
  [
    'arguments that are taken off',
    'ship() {\n  file=$1\n  shift\n  fly deploy -c "$file" "$@"\n}\nship api/fly.toml --now',
    ['6: . api/fly.toml'],
  ],
  [
    'what is only written',
    'cat <<EOF\n  fly deploy -c fly.x.toml\nEOF\necho "then fly deploy"\n# fly deploy\nfly deploy --build-only -c fly.y.toml',
    [],
  ],
])('a script: %s', (_, text, expected) => {
  expect(deploys(text)).toEqual(expected)
})

test('the folder that a script changes to, and its own one where only that has the file', () => {
  const file = 'services/api/deploy.sh'
  const text =
    'DIR="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"\nROOT="$(cd "$DIR/../.." && pwd)"\ncd "$ROOT"\nfly deploy . -c services/api/fly.toml'
  expect(deploys(text, { file })).toEqual(['4: . services/api/fly.toml'])
  expect(
    deploys('D="$( cd "$( dirname "${BASH_SOURCE[0]}" )" && pwd )"\ncd "$D/.."\nfly deploy', { file }),
  ).toEqual(['3: services services/fly.toml'])
  expect(deploys('cd "$(dirname "$0")"\nfly deploy', { file })).toEqual([
    '2: services/api services/api/fly.toml',
  ])
  expect(deploys('fly deploy', { file, files: ['services/api/fly.toml'] })).toEqual([
    '1: services/api services/api/fly.toml',
  ])
  expect(deploys('fly deploy', { file, files: ['services/api/fly.toml', 'fly.toml'] })).toEqual([
    '1: . fly.toml',
  ])
})

test('targets of make and just: each line is in the folder of the file', () => {
  const text = 'web:\n\t@cd web && fly deploy\n\t@fly deploy -c fly.$(ENV).toml \\\n\t  --app api\n'
  expect(deploys(text, { file: 'ops/Makefile' })).toEqual([
    '2: ops/web ops/web/fly.toml',
    '3: ops ops/fly.*.toml api',
  ])
})

test('variables of make and just have the values that the file sets', () => {
  const make = `SERVICE ?= shop
ROOT := $(abspath $(CURDIR)/../..)
APP = $(SERVICE)-$(ENV)
REGION = fra
REGION = ams
deploy:
\tfly deploy "$(ROOT)" -c $(CURDIR)/fly.$(ENV).toml -a $(APP)
\tfly deploy -a $(REGION) -c $$CONFIG
\tfly deploy -a \${web-app} -c $(shell pick).toml
web-app := "$(SERVICE)-web" # Public
`
  expect(deploys(make, { file: 'ops/fly/Makefile' })).toEqual([
    '7: . ops/fly/fly.*.toml shop-*',
    '8: ops/fly ops/fly/* *',
    '9: ops/fly ops/fly/*.toml shop-web',
  ])
  const just = 'app := "shop-api"\ndeploy:\n  fly deploy -a {{ app }} -c {{config}}\n'
  expect(deploys(just, { file: 'justfile' })).toEqual(['3: . * shop-api'])
})

test.each([
  ['/home/me/shop/apps/api', 'apps/api apps/api/fly.toml'],
  ['$HOME/shop/apps/api', 'apps/api apps/api/fly.toml'],
  ['~/shop/apps/api', 'apps/api apps/api/fly.toml'],
  ['/home/me/other', 'home/me/other home/me/other/fly.toml'],
  ['build/apps/api', 'build/apps/api build/apps/api/fly.toml'],
])('a script in the folder of a developer: %s', (folder, found) => {
  const script = `DIR="${folder}"\ncd "$DIR"\nfly deploy\n`
  expect(deploys(script, { files: ['apps/api/fly.toml', 'fly.toml'] })).toEqual([`3: ${found}`])
})

test('values that double do not grow without limit, nor do loops in loops', () => {
  const doubled = `A=deploy\n${'A="$A$A"\n'.repeat(60)}fly deploy $A\n`
  const nested = `${'for a in 1 2 3 4 5 6 7 8 9; do\n'.repeat(9)}fly deploy $a\n${'done\n'.repeat(9)}`
  expect(deploys(doubled + nested).length).toBeLessThan(60)
})
