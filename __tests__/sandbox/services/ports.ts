/** Where Fechatter's services serve their metrics. */
export const PORTS = {
  fechatter_server: 9090,
  notify_server: 9091,
  analytics_server: 7778,
  bot_server: 9092,
} as const

export type Service = keyof typeof PORTS

/** Where the public comes in. */
export const GATEWAY_PORT = 8080

export const isService = (name: string): name is Service => Object.hasOwn(PORTS, name)
