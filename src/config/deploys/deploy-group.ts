import { globMatches } from '../../formats/glob.ts'

const EXPRESSION = /\$\{\{(?:[^}]|\}(?!\})){0,400}\}\}/g
const GROUP = /\b(?:group|concurrency):[ \t]*["']?([^\s"',{}#]+)/g

/** The group of deploys with this action, in the workflow that `init` writes and in the documentation. */
export const OUR_GROUP = 'fly-production'

/**
 * The group for deploys with this action, such that no other workflow is in it: GitHub keeps one waiting run of a group, and
 * cancels that for the next one, whatever it deploys. `others`: the texts of the other workflows.
 */
export function deployGroup(app: string, others: readonly string[]): string {
  const taken = others.flatMap((text) =>
    [...text.replace(EXPRESSION, '*').matchAll(GROUP)].flatMap(([, group = '']) =>
      // A group of expressions alone says nothing.
      /\w/.test(group) ? group.toLowerCase() : [],
    ),
  )
  const last = `deploy-monitoring-${app}`
  return [OUR_GROUP, `fly-${app}`, last].find((name) => !taken.some((one) => globMatches(one, name))) ?? last
}
