import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Call, Ready, Reply } from './protocol.ts'

type Listener = (reply: Reply) => void

/** The line to a supervisor. */
export interface Link {
  ready: Promise<Ready>
  /** Sends a call; its replies go to the listener until it ends. */
  call(method: string, params: unknown, listener?: Listener): { id: number; result: Promise<unknown> }
}

/** Speaks with the supervisor; every call under way is rejected when it ends. */
export function connect(child: ChildProcess, lost: (reason: string) => Error): Link {
  const { stdin, stdout } = child
  if (!stdin || !stdout) throw new Error('the supervisor has no pipes')
  const waiting = new Map<number, { listener: Listener; fail(error: Error): void }>()
  let lastId = 0
  const ready = Promise.withResolvers<Ready>()
  let ended: Error | undefined
  const failAll = (error: Error): void => {
    ended = error
    ready.reject(error)
    for (const { fail } of waiting.values()) fail(error)
  }
  child.once('error', (error) => failAll(lost(error.message)))
  child.once('close', (code, signal) => failAll(lost(`The supervisor ended with ${code ?? signal}.`)))
  createInterface({ input: stdout }).on('line', (line) => {
    const message = JSON.parse(line) as Reply | { ready: Ready }
    if ('ready' in message) ready.resolve(message.ready)
    else waiting.get(message.id)?.listener(message)
  })
  return {
    ready: ready.promise,
    call: (method, params, listener) => {
      const id = ++lastId
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      if (ended) reject(ended)
      waiting.set(id, {
        fail: reject,
        listener: (reply) => {
          if ('stream' in reply) return listener?.(reply)
          waiting.delete(id)
          if ('error' in reply) reject(new Error(reply.error))
          else resolve(reply.result)
        },
      })
      stdin.write(`${JSON.stringify({ id, method, params } satisfies Call)}\n`)
      return { id, result: promise }
    },
  }
}
