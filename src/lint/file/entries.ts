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
  what: 'A file that `init` made from the configuration no longer matches it.',
  why: 'A deploy by hand uses the file, the action uses the configuration.',
}

/** The diagnostics of files of any kind. */
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
    why: 'It is not read: otherwise a pull request could show any file of the runner.',
  },
  {
    code: 'file/too-large',
    severity: 'error',
    what: 'A file is larger than any file of its kind.',
    why: 'It is not read: it is probably a file of another kind.',
  },
  {
    code: 'file/not-checked',
    severity: 'error',
    what: 'The check of a file takes longer than 5 s, or the run reached its `timeout` first.',
    why: 'The check was stopped, or did not start. A file that was not checked does not count as valid.',
  },
  fileDrift,
]
