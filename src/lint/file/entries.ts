import type { Entry, Example } from '../rule.ts'

const configuration = (path: string): Example => ({
  path: 'monitoring.yml',
  text: `monitoring: { app: mon }
apps:
  - { app: chat, config: ${path} }
services:
  - { name: web, app: chat, port: 9090 }
`,
})

/** A file that a deploy needs. */
export const fileMissing: Entry = {
  code: 'file/missing',
  severity: 'error',
  what: 'A file that the configuration names does not exist.',
  why: 'The deploy needs it.',
  bad: configuration('▸chat/fly.toml'),
  good: configuration('fly.toml'),
}

/** A rendered file that differs from its configuration. */
export const fileDrift: Entry = {
  code: 'file/drift',
  severity: 'warning',
  what: 'A file that `init` made from the configuration differs from what the configuration says now.',
  why: 'A deploy by hand ships the file, the action ships what the configuration says.',
}

/** What can be wrong with a file of any kind. */
export const fileEntries: readonly Entry[] = [
  fileMissing,
  {
    code: 'file/unreadable',
    severity: 'error',
    what: 'A file is not UTF-8 text, or cannot be read.',
    why: 'It was not checked.',
  },
  {
    code: 'file/outside',
    severity: 'error',
    what: 'A file is a link that leads out of the workspace.',
    why: 'It is not read: a pull request could show any file of the runner otherwise.',
  },
  {
    code: 'file/too-large',
    severity: 'error',
    what: 'A file is larger than any file of its kind.',
    why: 'It is not read: it is probably another one.',
  },
  {
    code: 'file/not-checked',
    severity: 'error',
    what: 'A file takes longer than 5 s to be checked, or the time of the run (`timeout`) was up before.',
    why: 'The check was stopped, or not begun. What was not checked is not taken for right.',
  },
  fileDrift,
]
