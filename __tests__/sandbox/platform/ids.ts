import { createHash, randomBytes } from 'node:crypto'

const ADJECTIVES = ['misty', 'quiet', 'autumn', 'bold', 'green', 'lingering', 'polished', 'summer']
const NOUNS = ['pond', 'moon', 'river', 'forest', 'shadow', 'field', 'star', 'wave']

/** Names as Fly hands them out. */
export interface Ids {
  hex(length: number): string
  /** Of an answer of the machines API. */
  request(): string
  instance(): string
  machineName(): string
}

export function createIds(): Ids {
  let requests = 0
  const hex = (length: number): string =>
    randomBytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length)
  const pick = (words: readonly string[]): string => words[randomBytes(1).readUInt8() % words.length] ?? ''
  return {
    hex,
    request: () => `01FAKE${String(++requests).padStart(5, '0')}`,
    instance: () => `01J${hex(23).toUpperCase()}`,
    machineName: () => `${pick(ADJECTIVES)}-${pick(NOUNS)}-${1000 + (randomBytes(2).readUInt16BE() % 9000)}`,
  }
}

/** SHA-256 in hexadecimal. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
