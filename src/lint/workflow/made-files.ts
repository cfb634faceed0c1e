import { withoutDeploys } from '../../config/deploys/deploy-commands.ts'
import { scriptOf } from '../../config/deploys/workflow-deploys.ts'
import type { StepPlace } from '../../config/deploys/workflow-steps.ts'
import { get, items, scalarText, type Tree } from '../../formats/tree.ts'

/** Commands that put files somewhere. */
const BRINGS = /\b(?:cp|mv|ln|rsync|tar|unzip|turbo)\b|\bgit\s+(?:clone|submodule)\b/

/** Whether steps of a job may bring files that are not in the repository, or not there: with such a command, or `more`. */
export const bringsFiles = ({ job }: StepPlace, more: RegExp): boolean =>
  items(get(job, 'steps')).some((step) => {
    const script = withoutDeploys(scriptOf(step))
    return BRINGS.test(script) || more.test(script) || checksOutMore(step)
  })

/** An artifact, or another repository or folder. */
function checksOutMore(step: Tree): boolean {
  const uses = scalarText(get(step, 'uses')) ?? ''
  const given = get(step, 'with')
  const ref = scalarText(get(given, 'ref')) ?? ''
  // The commit or the branch of the event is that of the workflow.
  const isOther = ref !== '' && !/^\$\{\{\s*github\.[\w.]+\s*\}\}$/.test(ref)
  return (
    /download-artifact|cache/.test(uses) ||
    (/^actions\/checkout@/.test(uses) &&
      (isOther || ['repository', 'path', 'submodules'].some((key) => get(given, key) !== undefined)))
  )
}
