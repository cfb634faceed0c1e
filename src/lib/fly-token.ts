/**
 * The tokens in a Fly token, in order: several macaroons joined by commas, after the name of their scheme. flyctl
 * accepts them with and without the scheme, and with white space and line breaks around each.
 */
export function flyTokens(token: string): string[] {
  return token.split(/[\s,]+/).filter((part) => part !== '' && !/^(?:FlyV1|Bearer)$/i.test(part))
}
