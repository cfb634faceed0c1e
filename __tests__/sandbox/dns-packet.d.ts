/** The part of dns-packet 5 that the sandbox's name server uses; the package carries no types of its own. */
declare module 'dns-packet' {
  export interface Question {
    type: string
    class?: string
    name: string
  }
  export interface Answer extends Question {
    ttl: number
    data: string
  }
  export interface Packet {
    type: 'query' | 'response'
    id: number
    flags: number
    questions: Question[]
    answers: Answer[]
  }
  export const AUTHORITATIVE_ANSWER: number
  export const RECURSION_DESIRED: number
  export const RECURSION_AVAILABLE: number
  export function decode(message: Uint8Array): Packet
  export function encode(packet: Packet): Buffer
  export function streamEncode(packet: Packet): Buffer
}
