/**
 * Encodings in which a secret may appear without its own characters. `escaped` contains nothing that only looks like an
 * escape, as a secret with `%41` or a backslash in it does.
 */
export function encodings(secret: string): { base64: string[]; hex: string[]; escaped: string } {
  const hex = Buffer.from(secret).toString('hex')
  return {
    base64: [0, 1, 2].map((before) => base64(secret, before)),
    hex: [hex, hex.toUpperCase()],
    escaped: hex.replaceAll(/../g, '%$&'),
  }
}

/**
 * The part common to every base64 text that contains the secret after so many other bytes (modulo 3): three bytes
 * become four characters, and those that also encode other bytes are omitted.
 */
function base64(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  const first = Math.ceil((before * 8) / 6)
  return bytes.toString('base64').slice(first, Math.floor((bytes.length * 8) / 6))
}

/** The forms of a secret for a runner to mask, which searches for exact matches. Short ones would mask everything. */
export function masks(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  const base64 = Buffer.from(secret).toString('base64')
  const forms = [secret, ...lines, base64, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
  return [...new Set(forms)].filter((form) => form.length >= 4)
}

/** Tokens of well-known services, whether or not they are known secrets; as a part of a regular expression. */
export const TOKEN =
  '(?:gl(?:sa|c|ptpat)_[\\w+/=]{16,}|gh[pousr]_\\w{20,}|github_pat_\\w{20,}|fm[12][ar]?_[\\w+/=,-]{20,}|xox[abprs]-[\\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\\w-]{30,}|eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]*)'

/** No token of a service is shorter. */
export const SHORTEST_TOKEN = 15

const ANY_TOKEN = new RegExp(`(?<![\\w-])${TOKEN}`, 'g')

/** A user and a password in a URL. */
const IN_URL = /(:\/\/[^\s/?#@:"'<>\\]*:)[^\s/?#@"'<>\\]+@/g

/** Removes what looks like a secret. */
export const withoutTokens = (text: string, mask: string): string =>
  text.replace(ANY_TOKEN, mask).replace(IN_URL, `$1${mask}@`)
