import type { Rule } from '../rule.ts'
import type { FlyFile } from './subject.ts'

const file = (cpus: string): string => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[vm]]
${cpus}
`

/** A value of the wrong type. */
export const type: Rule<FlyFile> = {
  code: 'fly/type',
  severity: 'error',
  what: 'A value of the Fly configuration has the wrong type.',
  why: 'flyctl refuses the whole file, with a message about Go structs.',
  bad: file('▸cpus = "2"'),
  good: file('cpus = 2'),
  check({ misfits }, { report }) {
    for (const { at, path, type } of misfits)
      if (type) report(at, `${path} is ${type.given}.`, `It must be ${type.expected}.`)
  },
}
