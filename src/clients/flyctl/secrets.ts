import { platformError } from '../../lib/errors.ts'

/** A secret with its raw value. */
export interface SecretValue {
  name: string
  value: string
}

/** flyctl reads standard input with Go's line scanner, which drops a line of 64 KiB *and all that follows*. */
const LINE_LIMIT = 64 * 1024 - 1

/**
 * Standard input for `secrets import`. Values travel as base64, which is what `secret_name` files need and at the
 * same time the exact encoding for flyctl's reader: no quote, no `#`, no line break can be misread (measured).
 */
export function secretLines(secrets: readonly SecretValue[]): string {
  return secrets.map(({ name, value }) => `${secretLine(name, value)}\n`).join('')
}

function secretLine(name: string, value: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    throw platformError(
      'fly-secret-name',
      `${JSON.stringify(name)} is not a valid name for a Fly secret.`,
      'Use letters, digits and underscores.',
    )
  const line = `${name}=${Buffer.from(value, 'utf8').toString('base64')}`
  if (line.length > LINE_LIMIT)
    throw platformError(
      'fly-secret-size',
      `The secret ${name} has ${Buffer.byteLength(value)} bytes; flyctl accepts about 48,000.`,
      'Make it smaller.',
    )
  return line
}
