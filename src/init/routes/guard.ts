/** What stands in front of a route and refuses some requests, and where it is put there. */
export interface GuardAround {
  name: string
  file: string
  line: number
  /** It asks for a name of the host, not for credentials. */
  isHost?: true
}
