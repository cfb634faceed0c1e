// Runs everything that CI checks; the last line is "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

const scratch = inMemory() ?? mkdtempSync(join(tmpdir(), 'check-'))
const venv = (program) => join('.venv', 'bin', program)
const workflows = globSync('{.github,templates}/workflows/*.yml')

/** Each of these checks counts as one; tests are counted individually. */
const CHECKS = [
  ['types', ['tsc', '-p', 'tsconfig.json', '--noEmit'], ['tsc', '-p', 'tsconfig.test.json']],
  ['lint', ['biome', 'ci', '--colors=off', '.']],
  ['generated files', ['node', '.github/scripts/generate.mjs', '--check']],
  ['action.yml', [venv('check-jsonschema'), '--builtin-schema', 'vendor.github-actions', 'action.yml']],
  [
    'workflows',
    [venv('check-jsonschema'), '--builtin-schema', 'vendor.github-workflows', ...workflows],
    [venv('check-jsonschema'), '--builtin-schema', 'vendor.dependabot', '.github/dependabot.yml'],
    [
      ...[venv('check-jsonschema'), '--builtin-schema', 'vendor.github-issue-forms'],
      ...globSync('.github/ISSUE_TEMPLATE/*.yml').filter((file) => !file.endsWith('config.yml')),
    ],
    ...(existsSync(venv('actionlint')) ? [[venv('actionlint'), '-no-color', ...workflows]] : []),
    [
      venv('zizmor'),
      '--offline',
      '--no-progress',
      '--quiet',
      '.github',
      'templates/workflows/deploy-monitoring.yml',
      'action.yml',
    ],
  ],
  ['shell scripts', ['shellcheck', ...globSync('{templates,.github/scripts}/**/*.sh'), '.ci/run']],
  [
    'dist is the build of this commit',
    ['npm', 'run', '--silent', 'bundle'],
    [
      'sh',
      '-c',
      'changed=$(git status --porcelain -- dist); [ -z "$changed" ] || { echo "commit the new build:"; echo "$changed"; exit 1; }',
    ],
  ],
]
const JEST = [
  'node',
  '--experimental-vm-modules',
  '--no-warnings=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--colors=false',
]
const SUITES = [
  // Most of them wait for programs and servers, so there are more workers than cores.
  ['tests', [...JEST, '--selectProjects', 'fast', `--maxWorkers=${availableParallelism() + 2}`]],
  // Each world is isolated, with its own ports, and uses a quarter of a core; a case of `proof` mostly waits for scrapes.
  [
    'sandbox tests',
    [
      ...JEST,
      '--selectProjects',
      'sandbox',
      'proof',
      `--maxWorkers=${availableParallelism() + 2}`,
      '--maxConcurrency=8',
    ],
  ],
]

// What the tests write goes with the folder of this check, also when it is interrupted: it may be in memory.
process.env.TMPDIR = scratch
// Some programs of the tests run as another user.
chmodSync(scratch, 0o755)
process.once('exit', () => {
  try {
    rmSync(scratch, { recursive: true, force: true })
  } catch {
    // A program that was interrupted still writes.
  }
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))

// Property tests use other values in each run; the seed that is printed here repeats them.
process.env.FC_SEED ??= String(randomInt(2 ** 31))
console.log(
  `seed of the property tests: ${process.env.FC_SEED} (to repeat: FC_SEED=${process.env.FC_SEED} npm test)`,
)

const total = { passed: 0, failed: 0, skipped: 0 }
// In parallel: none of them reads files that another one writes, except dist/, which is replaced when it is built.
for (const { name, ok, output, took } of await Promise.all(CHECKS.map(check))) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${took})`)
  if (!ok) console.log(output)
  total[ok ? 'passed' : 'failed']++
}
for (const [name, command] of SUITES) {
  const began = Date.now()
  const file = join(scratch, `${name}.json`)
  const { code } = await run([...command, '--json', '--outputFile', file], process.stdout)
  const counts = read(file)
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  // A suite that cannot be loaded has no failed test, so its exit code counts too.
  if (code !== 0 && counts.failed === 0) total.failed++
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(began)})`)
}
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

/**
 * A folder in memory: the tests write thousands of small files, which takes several times as long on a disk. Undefined
 * where there is none that is large enough and lets programs start, such as in a container of Docker.
 */
function inMemory() {
  const parent = '/dev/shm'
  try {
    const { bavail, bsize } = statfsSync(parent)
    if (bavail * bsize < 4 * 1024 ** 3) return undefined
    const folder = mkdtempSync(join(parent, 'check-'))
    const program = join(folder, 'program')
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
    if (spawnSync(program).status === 0) return folder
    rmSync(folder, { recursive: true })
  } catch {
    // There is none.
  }
  return undefined
}

async function check([name, ...commands]) {
  const began = Date.now()
  let output = ''
  let ok = true
  for (const command of commands) {
    const result = await run(command)
    output += result.output
    ok &&= result.code === 0
  }
  return { name, ok, output, took: seconds(began) }
}

function read(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const skipped = report.testResults.flatMap((suite) =>
      suite.assertionResults.filter((test) => test.status === 'pending'),
    )
    for (const test of skipped) console.log(`skipped: ${test.fullName}`)
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function run([command, ...args], live) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        if (live && stream === child.stderr) live.write(chunk)
        else output += chunk
      })
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`
}
