import { readFileSync } from 'node:fs'
import { type GenericSchema, parse } from 'valibot'
import type { ServiceMachine } from '../../src/verify/targets/expect.ts'

/** A recorded answer of Prometheus, as it came. */
export function recorded(name: string): string {
  return readFileSync(new URL(`../fixtures/prometheus/${name}`, import.meta.url), 'utf8')
}

/** The data of a recorded answer, read as the client reads it. */
export function recordedData<T>(name: string, shape: GenericSchema<unknown, T>): T {
  return parse(shape, JSON.parse(recorded(name)).data)
}

export interface Kind {
  kind: string
  suggestedClass: string
  scrapeUrl: string
  '3.14.0': { health: string; lastError: string; scrapeSamplesScraped: number }
  '2.42.0': { health: string; lastError: string }
}

/** Every recorded way in which a target can be broken. */
export const kinds: readonly Kind[] = JSON.parse(recorded('failure-kinds.json'))

/** A started machine of app `shop`. */
export const machine = (given: Partial<ServiceMachine> = {}): ServiceMachine => ({
  id: 'm1',
  app: 'shop',
  region: 'nrt',
  state: 'started',
  privateIp: 'fdaa:0:18:a7b:7d:f066:b83b:2',
  processGroup: 'app',
  ...given,
})
