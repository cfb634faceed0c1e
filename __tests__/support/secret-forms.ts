/** Every way in which somebody may pass a secret on, by name. Each is written by other means than those that find it. */
export const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => secret,
  'URL-encoded': encodeURIComponent,
  'URL-encoded, lower case': (secret) =>
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  'URL-encoded, every byte': (secret) =>
    Buffer.from(secret)
      .toString('hex')
      .replace(/../g, (byte) => `%${byte}`),
  'URL-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'of a form': (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
  JSON: (secret) => JSON.stringify(secret).slice(1, -1),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'JSON of Go': (secret) =>
    JSON.stringify(secret).replace(
      /[<>&]/g,
      (char) => `\\u00${char.charCodeAt(0).toString(16).padStart(2, '0')}`,
    ),
  HTML: (secret) => secret.replace(/[&<>"'_]/g, (char) => `&#${char.charCodeAt(0)};`),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
  'base64 with a line end': (secret) => Buffer.from(`${secret}\n`).toString('base64'),
  'basic authentication': (secret) =>
    `Authorization: Basic ${Buffer.from(`prometheus:${secret}`).toString('base64')}`,
  'base64 behind one byte': (secret) => Buffer.from(`"${secret}"`).toString('base64'),
  'base64 behind two bytes': (secret) => Buffer.from(`ab${secret}cd`).toString('base64'),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'hex, upper case': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  'in colours': (secret) => secret.replace(/./gsu, '\u001b[1m$&\u001b[0m'),
  'with invisible characters': (secret) => [...secret].join('\u200b'),
  'without its end': (secret) => secret.slice(0, -3),
  'without its beginning': (secret) => secret.slice(3),
  'only its middle': (secret) => secret.slice(2, -2),
  'half of it, before an ellipsis': (secret) => `${secret.slice(0, Math.ceil(secret.length / 2) + 1)}…`,
  'the end of a base64': (secret) => Buffer.from(secret).toString('base64').slice(-16),
}

/** What somebody who looks for a secret in a text does to it, none of which the code under test does. */
function undone(text: string): string[] {
  const plain = text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not seen may stand in between
    .replace(/\u001b\[[\d;]*m|\u200b/g, '')
  const bytes = (source: string) =>
    source.replace(/(?:%[\da-f]{2})+/gi, (run) =>
      Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
    )
  const base64 = (plain.match(/[\w+/-]{8,}={0,2}/g) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64').toString('utf8')),
  )
  const hex = (plain.match(/(?:[\da-f]{2}){4,}/gi) ?? []).map((run) =>
    Buffer.from(run, 'hex').toString('utf8'),
  )
  const unquoted = plain
    .replace(/\\+u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\', '')
  return [
    plain,
    unquoted,
    bytes(plain),
    bytes(bytes(plain)),
    bytes(plain).replaceAll('+', ' '),
    ...base64,
    ...hex,
  ]
}

/** The longest part of a secret that can be read out of a text, of those that have `least` characters. */
export function leak(text: string, secret: string, least = 12): string | undefined {
  const readable = undone(text)
  const found = (length: number) =>
    Array.from({ length: Math.max(0, secret.length - length + 1) }, (_, at) =>
      secret.slice(at, at + length),
    ).find((part) => readable.some((one) => one.includes(part)))
  // A longer part has a shortest one in it: where there is none of those, which is nearly always, the search is over.
  if (!found(least)) return undefined
  for (let length = secret.length; length > least; length--) {
    const part = found(length)
    if (part) return part
  }
  return found(least)
}
