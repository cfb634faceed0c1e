import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (value: string): string => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[files]]
guest_path = "/etc/chat.yml"
${value}
`

/** A value that would be encoded twice. */
export const rawValue: Rule<FlyFile> = {
  code: 'fly/raw-value',
  severity: 'warning',
  what: 'The raw_value of a file is already encoded in base64.',
  why: 'flyctl encodes it again (the documentation says otherwise); the machine gets base64 text.',
  bad: file('▸raw_value = "Z2xvYmFsOiB7IHNjcmFwZV9pbnRlcnZhbDogMTVzIH0="'),
  good: file('raw_value = "global: { scrape_interval: 15s }"'),
  check({ fly }, { report }) {
    for (const section of fly.files) {
      const raw = section.text('raw_value')
      if (raw && isBase64Text(raw.value))
        report(
          raw.at,
          'raw_value is already encoded in base64, and flyctl encodes it again.',
          'Write the plain text, or use local_path.',
        )
    }
  },
}

/** Whether a value is base64 of readable text, which is unlikely by accident. */
function isBase64Text(value: string): boolean {
  if (value.length < 16 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false
  return /^[\t\n\r -~]+$/.test(Buffer.from(value, 'base64').toString('latin1'))
}
