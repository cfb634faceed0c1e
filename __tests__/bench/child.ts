import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A program of its own, so that its work and ours never share a thread. It ends with us. */
export interface Child extends AsyncDisposable {
  /** Sends a message and waits for the next one. */
  ask<T>(message: unknown): Promise<T>
  /** Waits for the next message. */
  next<T>(): Promise<T>
}

/** Starts a script of this folder. */
export function startChild(script: string, ...args: string[]): Child {
  const child = fork(new URL(script, import.meta.url), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    ask: <T>(message: unknown) => {
      const answer = next<T>(child)
      child.send(message as object)
      return answer
    },
    next: () => next(child),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

async function next<T>(child: ChildProcess): Promise<T> {
  const over = new AbortController()
  const ended = once(child, 'exit', { signal: over.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs[1]} ended with ${code} instead of answering`)
  })
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: over.signal }), ended])
    return message as T
  } finally {
    ended.catch(() => {})
    over.abort()
  }
}

/** In the child: answers every message, and ends with its parent. */
export function answering<Message>(answer: (message: Message) => Promise<unknown>): void {
  process.on('message', (message) => {
    void answer(message as Message).then((answered) => tell(answered ?? null))
  })
  process.on('disconnect', () => process.exit())
}

/** In the child: sends a message to the parent. */
export function tell(message: unknown): void {
  process.send?.(message as object)
}

/** Milliseconds since the epoch, comparable between processes of one machine and finer than Date.now(). */
export const clock = (): number => performance.timeOrigin + performance.now()
