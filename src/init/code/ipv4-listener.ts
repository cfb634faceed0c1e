import type { SourceLocation } from '../../lib/errors.ts'

/** A server that listens on IPv4 only, or on the machine itself: Prometheus cannot reach it, since Fly's private network is IPv6. */
export interface Ipv4Listener {
  at: SourceLocation
  /** What makes it so, as a part of a sentence. */
  why: string
  /** How to change it. */
  hint: string
  /** Undefined: it is not a number there. */
  port?: number
  /** Names next to it, in capital letters: a variable of the machines with one of them sets another address. */
  names: ReadonlySet<string>
  /** On the machine itself only. */
  isLoopback?: true
  /** Each server of the code is one like it, whatever its port. */
  isEach?: true
}
