import { TOKEN } from '../lib/redact/forms.ts'

/** Names of settings that contain secrets, as whole words of the name. */
const NAME =
  /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd|secrets?|(?:access|auth|api|bearer|refresh|bot)[_-]?token|token|api[_-]?key|private[_-]?key|access[_-]?key|secret[_-]?key|signing[_-]?key|encryption[_-]?key|credentials?)$/i

/** The forms of secrets of well-known services. */
const FORM = new RegExp(`^(?:${TOKEN}|FlyV1 \\S{20,}|sk-[\\w-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY-----)`)

/** A user and a password in a URL. */
const IN_URL = /[a-z0-9+.-]:\/\/[^/\s:@]*:([^/\s@]+)@/i

/** A placeholder for a secret, or an empty value. */
const PLACEHOLDER =
  /^(?:|true|false|none|null|undefined|\d{1,3}|x+|\*+|\.+|…|<.*>|\$\{.*\}|\$\w+|\{\{.*\}\}|\/(?:run|etc|var|data|app)\/\S*|(?:change|replace)[_-]?me.*)$/i

/** Whether a setting looks like a secret. The value is never shown. */
export function looksSecret(name: string, value: string): boolean {
  const text = value.trim()
  if (FORM.test(text)) return true
  const inUrl = IN_URL.exec(text)
  if (inUrl) return !PLACEHOLDER.test(inUrl[1] ?? '')
  return NAME.test(name) && !PLACEHOLDER.test(text)
}
