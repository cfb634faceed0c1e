import type { MachineSpec, Running, Runtime } from '../../sandbox/platform/runtime.ts'

const READY = 'HTTP GET http://172.19.0.2:9090/-/ready: 200 OK Output: "Prometheus Server is Ready.\\n"'

/** Machines without processes; images behave as their tags did when the recordings were made, `exit N` ends. */
export interface MemoryRuntime extends Runtime {
  /** Apps whose checks never pass. */
  readonly ailing: Set<string>
  /** Probes get no answer until `release`. */
  hold(): void
  release(): void
}

export function createMemoryRuntime(): MemoryRuntime {
  let gate = Promise.resolve()
  let open = (): void => undefined
  const ailing = new Set<string>()
  return {
    ailing,
    hold() {
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => open(),
    hasImage: (ref) => !ref.includes('does-not-exist'),
    async start(spec) {
      if (spec.cmd?.[0] === 'exit') return ended(Number(spec.cmd[1]))
      return spec.image.endsWith(':v9.9.9') ? ended(2) : started()
    },
    async probe(spec) {
      await gate
      return ailing.has(spec.app) || isSick(spec)
        ? { ok: false, output: 'connect: connection refused' }
        : { ok: true, output: READY }
    },
  }
}

const isSick = ({ image }: MachineSpec): boolean => image.endsWith(':v3.7.0') || image.endsWith(':v9.9.9')

function started(): Running {
  let end = (_: { code: number | null; signal: string | null }): void => undefined
  const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    end = resolve
  })
  return {
    exited,
    stop: async (signal) => end({ code: null, signal }),
    output: () => 'msg="Server is ready to receive web requests."\nboom\n',
  }
}

const ended = (code: number): Running => ({
  exited: Promise.resolve({ code, signal: null }),
  stop: async () => undefined,
  output: () => '',
})
