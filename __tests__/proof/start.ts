import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { toResult } from '../../src/report/result.ts'
import type { Evidence } from '../../src/verify/evidence.ts'
import { projectRoot } from '../sandbox/project.ts'
import { findRequirements } from '../sandbox/requirements.ts'
import type { Expected } from './case.ts'

/** What the product said about a case. */
export interface Proof {
  /** How long verification took. */
  seconds: number
  result: ReturnType<typeof toResult>
  evidence: Evidence
  summary: string
  /** The report for a terminal. */
  text: string
  /** The product's log, with seconds. */
  log: readonly string[]
  /** What the case noted about the truth. */
  notes: readonly string[]
}

const NAMESPACES = ['unshare', '--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc']

/**
 * Runs one case in namespaces of its own, as root or through sudo. VERIFY_PROMETHEUS names another Prometheus than the
 * one on PATH. Throws when the case itself fails, with what was written to the standard error.
 */
export async function runCase(file: string, keep?: string): Promise<Proof> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'proof-')))
  const { prometheus } = findRequirements()
  // Every case starts a process: the compiled modules are kept.
  const cache = `NODE_COMPILE_CACHE=${join(tmpdir(), 'proof-compile-cache')}`
  const node = [process.execPath, '--no-warnings', `${projectRoot}__tests__/proof/rig.ts`]
  const command = [...NAMESPACES, 'env', cache, ...node, file, folder, prometheus]
  try {
    await ended(process.getuid?.() === 0 ? command : ['sudo', '-n', ...command])
    return JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')) as Proof
  } finally {
    if (keep === undefined) await rm(folder, { recursive: true, force: true })
  }
}

function ended([program = '', ...args]: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The rig ended with ${code}: ${said.slice(0, 3_000)}`)),
    )
  })
}

/** The part of a proof that a case has an opinion on, in the shape of `expected`. */
export const verdictOf = ({ result }: Proof): { verdict: string; failures: string[] } => ({
  verdict: result.verdict,
  failures: result.failures.map(({ code, subject }) => `${code} ${subject}`).toSorted(),
})

/** The same of what the case expects. */
export const expectedVerdict = ({ verdict, failures = [] }: Expected) => ({
  verdict,
  failures: failures.toSorted(),
})
