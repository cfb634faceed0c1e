import { lineAt } from '../../lib/text.ts'
import type { TextFile } from '../../lib/workspace.ts'
import type { Ipv4Listener } from './ipv4-listener.ts'

/** A library of Go whose servers are opened for IPv4 only, other than those of the standard library. */
interface Library {
  /** A file that imports it. */
  isUsed: RegExp
  /** How a server of it is started; the first group is what says its port. */
  call: RegExp
  /** What asks for another network, or gives it a listener of the standard library. */
  told: RegExp
  name: string
  hint: string
}

const LIBRARIES: readonly Library[] = [
  {
    // Fiber 2.52.5 and 3.1.0: the network is `tcp4` unless it is told another one; `Listen(":8080")` opens 0.0.0.0:8080.
    isUsed: /"github\.com\/gofiber\/fiber(?:\/v\d)?"/,
    call: /(?<!\b(?:net|lc)|Config\{\})\.Listen(?:TLS)?\(\s*([^\n,]{1,160})/g,
    told: /\b(?:Listener)?Network:|\.Listener\(/,
    name: 'Fiber',
    hint: 'Give it `Network: fiber.NetworkTCP` in `fiber.Config`, or `ListenerNetwork` in `fiber.ListenConfig` of version 3: that is both, IPv6 and IPv4.',
  },
  {
    // `ListenAndServe` of fasthttp is `net.Listen("tcp4", addr)`.
    isUsed: /"github\.com\/valyala\/fasthttp"(?![\s\S]*"net\/http")/,
    call: /\.ListenAndServe(?:TLS)?\(\s*([^\n,]{1,160})/g,
    told: /\.Serve\(/,
    name: 'fasthttp',
    hint: 'Give it a listener instead: `net.Listen("tcp", addr)` and `Serve`.',
  },
]

/** Servers that are opened for both by others. */
const OTHERS = /\bhttp\.(?:ListenAndServe|Serve\b|Server\{)|\bnet\.Listen\(|\bgrpc\.NewServer\(|\btcp6?"/

/** The servers in code of Go that listen on IPv4 only; `areAll`: nothing else in that code opens a port. */
export function goListeners(all: readonly TextFile[]): { ipv4: Ipv4Listener[]; areAll: boolean } {
  const files = all.filter(({ file }) => file.endsWith('.go'))
  const ipv4 = LIBRARIES.filter(
    ({ isUsed, told }) =>
      files.some(({ text }) => isUsed.test(text)) && !files.some(({ text }) => told.test(text)),
  ).flatMap((library) => files.flatMap((file) => calls(file, library)))
  const areAll = ipv4.length > 0 && !files.some(({ text }) => OTHERS.test(text))
  return { ipv4: areAll ? ipv4.map((one) => ({ ...one, isEach: true })) : ipv4, areAll }
}

const calls = ({ file, text }: TextFile, { isUsed, call, name, hint }: Library): Ipv4Listener[] =>
  isUsed.test(text)
    ? [...text.matchAll(call)].map(({ 1: address = '', index }) => {
        const port = Number(/^"[^":]*:(\d{2,5})"/.exec(address)?.[1])
        return {
          at: { file, line: lineAt(text, index), column: 1 },
          why: `${name}, which listens on 0.0.0.0 unless it is told otherwise, is started`,
          hint,
          names: new Set<string>(),
          ...(port > 0 && { port }),
        }
      })
    : []
