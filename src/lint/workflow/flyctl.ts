import { get, textOf } from '../../formats/tree.ts'
import type { Call } from './call.ts'

/** A deploy by flyctl itself, which meets those of this action; with what it is given. */
const DEPLOY = /(?:^|[\s;&|])(?:flyctl|fly)\s+deploy\b([^\n;&|]*)/g
const APP = /(?:^|\s)(?:--app|-a)(?:\s+|=)["']?([^\s"']+)/

/** Whether a script deploys by flyctl. */
export const deploysByFlyctl = (script: string): boolean => appsOf(script).length > 0

/** The app of each deploy of a script; undefined where fly.toml says it. */
const appsOf = (script: string): (string | undefined)[] =>
  [...script.replace(/\\\r?\n/g, ' ').matchAll(DEPLOY)].map(([, given = '']) => APP.exec(given)?.[1])

/**
 * Whether a step that calls flyctl deploys what is meant to stay. Pull requests alone may deploy apps of their own,
 * to look at: such a deploy may be cancelled, and may fail.
 */
export function isForReal({ triggers, step }: Call, apps: readonly string[]): boolean {
  const isPreview = [...triggers.keys()].every((name) => name.startsWith('pull_request'))
  return (
    !isPreview ||
    appsOf(textOf(get(step, 'run')) ?? '').some((app) => app === undefined || apps.includes(app))
  )
}
