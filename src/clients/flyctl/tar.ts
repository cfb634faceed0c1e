import { exec } from '@actions/exec'
import { newFamily } from '../../lib/process-family.ts'

/** Many times what the archive of flyctl needs. */
const LIMIT_MS = 120_000

/**
 * Runs tar on an archive whose digest was checked. It needs nothing but running: no input, no secret, no lines that are
 * shown as they come, and it ends by itself. Other programs are run by `lib/process.ts`, because `exec` has no signal, no
 * deadline and no process group: tar is found by its mark when it has to end earlier. `exitCode` is null then.
 */
export async function runTar(
  tar: string,
  args: string[],
  { env, cwd, signal }: { env: Record<string, string>; cwd: string; signal: AbortSignal },
): Promise<{ exitCode: number | null; stderr: string }> {
  const family = newFamily()
  const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)])
  limit.addEventListener('abort', family.kill, { once: true })
  const chunks: Buffer[] = []
  const exitCode = await exec(`"${tar}"`, args, {
    cwd,
    env: { ...env, ...family.mark },
    silent: true,
    ignoreReturnCode: true,
    listeners: { stderr: (chunk) => void chunks.push(chunk) },
  })
  limit.removeEventListener('abort', family.kill)
  return { exitCode, stderr: Buffer.concat(chunks).toString('utf8') }
}
