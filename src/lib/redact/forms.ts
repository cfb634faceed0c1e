/**
 * The encodings in which a secret may turn up that its characters do not show through. `escaped` holds nothing that
 * looks like an escape and is none, as a secret with `%41` or a backslash in it does.
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
 * What every base64 has in it that holds the secret behind so many other bytes (modulo 3), whatever they are and
 * whatever follows: three bytes make four characters, and those that others have a part in are left out.
 */
function base64(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  const first = Math.ceil((before * 8) / 6)
  return bytes.toString('base64').slice(first, Math.floor((bytes.length * 8) / 6))
}

/** A secret as texts that a runner shall mask, which looks for exactly what it is told. Short ones would mask everything. */
export function masks(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  const base64 = Buffer.from(secret).toString('base64')
  const forms = [secret, ...lines, base64, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
  return [...new Set(forms)].filter((form) => form.length >= 4)
}

/** Tokens of well-known services, whoever they belong to; as a part of a regular expression. */
export const TOKEN =
  '(?:gl(?:sa|c|ptpat)_[\\w+/=]{16,}|gh[pousr]_\\w{20,}|github_pat_\\w{20,}|fm[12][ar]?_[\\w+/=,-]{20,}|xox[abprs]-[\\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\\w-]{30,}|eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]*)'

const ANY_TOKEN = new RegExp(`(?<![\\w-])${TOKEN}`, 'g')

/** A user and a password in a URL. */
const IN_URL = /(:\/\/[^\s/?#@:"'<>\\]*:)[^\s/?#@"'<>\\]+@/g

/** Takes out what is a secret by its looks. */
export const withoutTokens = (text: string, mask: string): string =>
  text.replace(ANY_TOKEN, mask).replace(IN_URL, `$1${mask}@`)
