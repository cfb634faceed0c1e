/**
 * The scheme with which the API of Fly expects a token: its own one for macaroons (`fm1r_…`, `fm2_…`), as fly-autoscaler
 * has it; older tokens are bearer tokens. With the other one, a valid token is refused (401).
 */
export const flyTokenScheme = (token: string): 'FlyV1' | 'Bearer' =>
  /^fm\w+_/.test(token) ? 'FlyV1' : 'Bearer'

/**
 * The tokens in a Fly token, in order: several macaroons joined by commas, after the name of their scheme. flyctl
 * accepts them with and without the scheme, and with white space and line breaks around each.
 */
export function flyTokens(token: string): string[] {
  return token.split(/[\s,]+/).filter((part) => part !== '' && !/^(?:FlyV1|Bearer)$/i.test(part))
}
