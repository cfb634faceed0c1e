import { spawn } from 'node:child_process'

/** Runs a program of the system to its end. Rejects with its stderr when it fails; resolves with its stdout. */
export function exec(
  command: string,
  args: readonly string[],
  options: { input?: string | Uint8Array } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) return resolve(stdout)
      reject(new Error(`${command} ${args.join(' ')}: ${stderr.trim() || `ended with ${code ?? signal}`}`))
    })
    // A program that ends without reading its input breaks the pipe; its exit code tells.
    child.stdin.on('error', () => undefined).end(options.input)
  })
}
