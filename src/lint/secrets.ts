import { SHORTEST_TOKEN, TOKEN } from '../lib/redact/forms.ts'

/** Names of settings that contain secrets, as whole words at the end of the name. */
const NAME =
  /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd|secrets?|(?:access|auth|api|bearer|refresh|bot)[_-]?token|token|(?:api|private|access|secret|signing|encryption|master)[_-]?key|secret[_-]key[_-]base|credentials?)(?:[_-]?\d)?$|(?:[a-z](?:Password|Secret|Token|ApiKey|PrivateKey))$/i

/** Parts of names that say that the value is public: it is sent to browsers. */
const PUBLIC =
  /^(?:NEXT_PUBLIC|VITE|REACT_APP|PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP|SNOWPACK_PUBLIC|STORYBOOK)_|(?:^|_)(?:PUBLIC|PUBLISHABLE|ANON|SITE|CLIENT_SIDE)(?:_|$)/i

/** Forms of the secrets of well-known services, in addition to those that are redacted everywhere. */
const OTHER_FORMS = [
  'FlyV1 \\S{20,}',
  'fo1_[\\w-]{20,}',
  '(?:sk|rk)_(?:live|test)_[0-9a-zA-Z]{16,}',
  'whsec_[\\w+/=]{20,}',
  'sk-(?:ant-|proj-|or-)?[\\w-]{20,}',
  'SG\\.[\\w-]{16,}\\.[\\w-]{16,}',
  '(?:npm|hf|gsk|sbp|shpat|shpss|lin_api|ntn|rubygems|pul|r8|dckr_pat|pscale_(?:tkn|pw)|do[opr]_v1)_[\\w-]{20,}',
  '(?:pypi|tskey|PMAK|NRAK|hvs|dp|ops|sntrys|glsa)[-._][\\w.-]{20,}',
  '\\d{8,10}:AA[\\w-]{30,}',
  'AGE-SECRET-KEY-1[0-9A-Z]{20,}',
  '-----BEGIN [A-Z ]*PRIVATE KEY-----',
]
const FORM = new RegExp(`(?<![\\w/+-])(?:${TOKEN}|${OTHER_FORMS.join('|')})`)

/** The key of a browser: Google's, and the JSON web tokens of Supabase, are public where the name does not say otherwise. */
const OFTEN_PUBLIC = /^(?:AIza[\w-]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*)$/

/** A user and a password in a URL. */
const IN_URL = /[a-z0-9+.-]:\/\/[^/\s:@]*:([^/\s@]+)@/i

/** A placeholder for a secret, a reference to one, or an empty value. */
const PLACEHOLDER = new RegExp(
  [
    '^(?:',
    '|true|false|none|null|nil|undefined|disabled|optional|required|auto|\\d+(?:\\.\\d+)?[smhd]?|[x*.…_-]+',
    '|<.*>|\\[.*\\]|\\(.*\\)|\\$\\{?.*|%.*%|\\{\\{.*|#\\{.*|\\{[\\w .-]*\\}|__\\w+__|@\\w+@',
    '|(?:\\/|\\.\\.?\\/)\\S*|(?:https?|op|vault|ssm|aws|gcp|file|env|arn|ref|secret|projects?)[:/]\\S*',
    '|(?:change|replace|set|put|add|insert|enter|fill|use)[_ -]?(?:me|this|your|in|here|it|a|the)\\b.*|(?:your|my|some|the)[_ -].*',
    '|(?:dummy|example|sample|placeholder|redacted|fake|mock|test|todo|fixme|tbd|not[_ -]?used|unused)(?:[_ -]?(?:token|password|secret|key|value).*)?',
    '|.*[_ -](?:here|placeholder)',
    '|(?:(?:ci|dev|test|local|dummy)[_ -])+(?:[a-z0-9]+[_ -]){0,4}(?:token|password|secret|key|value)',
    '|(?:.*[_ -])?(?:not[_ -]for[_ -]prod\\w*|(?:ci|dev|test(?:ing)?|local)[_ -]only|do[_ -]not[_ -]use)(?:[_ -].*)?',
    ')$',
  ].join(''),
  'i',
)

/** A token with a run of filling characters in it: `sk-xxxxxxxx`, `ghp_********`. */
const FILLED = /([xX*.]|0)\1{5,}|\.\.\./

/** Longer values are files. */
const MAX_LENGTH = 20_000

/** Whether a setting looks like a secret. The value is never shown. */
export function looksSecret(name: string, value: string): boolean {
  const text = value.trim().slice(0, MAX_LENGTH)
  if (PUBLIC.test(name) && !/SECRET|PRIVATE/i.test(name)) return false
  if (text.length >= SHORTEST_TOKEN && OFTEN_PUBLIC.test(text))
    return /secret|service[_-]?role|private|token/i.test(name)
  if (hasToken(text)) return true
  const password = IN_URL.exec(text)?.[1]
  if (password !== undefined) return !PLACEHOLDER.test(password)
  return NAME.test(name) && !isReference(name, text)
}

/** Whether a text contains the token of a well-known service. */
export function hasToken(text: string): boolean {
  const found = text.length < SHORTEST_TOKEN ? undefined : FORM.exec(text)?.[0]
  return found !== undefined && !FILLED.test(found)
}

/** A list of names of variables: `FLY_API_TOKEN,RESTIC_PASSWORD`. */
const NAMES = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+(?:[,; ]+[A-Z][A-Z0-9]*_[A-Z0-9_]+)+$/

/** Whether a value only stands for a secret: a placeholder, or the name of a variable that holds it. */
const isReference = (name: string, text: string): boolean =>
  PLACEHOLDER.test(text) ||
  FILLED.test(text) ||
  (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text) && NAME.test(text)) ||
  NAMES.test(text) ||
  text === name
