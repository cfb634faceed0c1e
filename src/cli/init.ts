import type { Asked } from './arguments.ts'

export async function init(_asked: Extract<Asked, { kind: 'word' }>): Promise<number> {
  return 3
}
