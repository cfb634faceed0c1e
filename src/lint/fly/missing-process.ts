import { quoted } from '../../lib/quote.ts'
import type { Rule } from '../rule.ts'
import { type FlyFile, TOP } from './subject.ts'

const text = `▸app = "chat"

[checks.alive]
type = "tcp"
port = 8080
`
const configuration = (process: string): string => `monitoring: { app: mon }
apps: [{ app: chat }]
services:
  - { name: web, app: chat, port: 9090, process: ${process} }
`

/** A service in a process group that does not exist. */
export const missingProcess: Rule<FlyFile> = {
  code: 'fly/missing-process',
  severity: 'warning',
  what: 'The configuration names a process group that fly.toml does not have.',
  why: 'No machine belongs to such a group, and a service without a target fails the verification.',
  bad: { text, others: { 'monitoring.yml': configuration('worker') } },
  good: { text: text.replace('▸', ''), others: { 'monitoring.yml': configuration('app') } },
  check({ fly, services }, { report }) {
    for (const { name, process } of services)
      if (process !== undefined && !fly.groups.includes(process))
        report(
          fly.processes[0]?.at ?? TOP,
          `The process group ${quoted(process)} of service ${quoted(name)} in the configuration does not exist here.`,
          `Process groups here: ${fly.groups.join(', ')}.`,
        )
  },
}
