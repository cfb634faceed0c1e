/**
 * The tokens that a Fly token is made of, in their order: several macaroons joined by commas, behind a word for their
 * scheme. flyctl takes them with the word and without, and with white space and line breaks around each.
 */
export function flyTokens(token: string): string[] {
  return token.split(/[\s,]+/).filter((part) => part !== '' && !/^(?:FlyV1|Bearer)$/i.test(part))
}
