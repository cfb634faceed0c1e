import { missingStore } from '../config/engine.ts'
import { writtenByFly } from '../config/fly-engine.ts'
import { locateIn } from '../config/load.ts'
import { privateAccessNote, unreachableForGrafana } from '../config/private-access.ts'
import type { Config } from '../config/schema.ts'
import { INPUTS } from '../inputs/names.ts'
import type { Inputs } from '../inputs/types.ts'
import type { Diagnostic } from '../lib/errors.ts'
import { createPace } from '../lib/pace.ts'
import { count } from '../lib/text.ts'
import { openWorkspace, readText, type Workspace, workspaceRoot } from '../lib/workspace.ts'
import { checkWorkspace as check } from '../lint/plan.ts'
import type { SkippedPart } from '../model/change.ts'
import { baseConfiguration } from './base-branch.ts'
import type { ModeHandler } from './context.ts'
import { findValidators } from './external-validators.ts'

/**
 * Checks every file, as a pull request can without secrets. With a Fly token or access to Grafana it shows what a deploy would
 * change, too.
 */
export const planMode: ModeHandler = async (inputs, report, context) => {
  const { env, log, scratch, until, signal } = context
  const workspace = openWorkspace(workspaceRoot(env), inputs.workingDirectory)
  const validators = findValidators({ env, workspaceRoot: workspace.root, scratch, until, signal })
  const { config, names } = inputs
  const remoteWrite = inputs.remoteWrite !== undefined
  const pace = createPace({ until, signal })
  const { base, skipped } = await baseConfiguration(workspace, config.path, env)
  const found = await report.timed('check', () =>
    check({ workspace, config, names, inputs: INPUTS, remoteWrite, validators, pace, base }),
  )
  report.problems.push(
    ...found.problems,
    ...(found.config ? storeProblems(found.config, inputs, workspace) : []),
  )
  report.skipped = [
    ...found.skipped,
    ...(skipped ? [skipped] : []),
    ...(found.config?.lint.ignore ?? []).map(silenced),
    ...(found.config ? privateAccessNote(found.config, inputs) : []),
  ]
  report.checked = found.checked
  for (const [kind, n] of Object.entries(found.checked)) log.info(`${kind}: ${count(n, 'file')} checked`)
  if (inputs.flyToken === '' && !inputs.grafana) return
  // What talks to servers is loaded only where there is access to one.
  const { compare } = await import('./compare.ts')
  await report.timed('compare', () => compare(inputs, report, context))
}

/** What depends on the file and on the inputs. */
function storeProblems(config: Config, inputs: Inputs, workspace: Workspace): Diagnostic[] {
  const locate = () => {
    const source = readText(workspace, inputs.config.path)
    return source && locateIn(source)(['monitoring', 'engine'], 'key')
  }
  return [
    ...unreachableForGrafana(config, inputs),
    ...missingStore(config, inputs, locate),
    ...writtenByFly(config, inputs, locate),
  ]
}

/** Findings that the configuration silences are listed, with the reason. */
const silenced = ({ code, file, reason }: Config['lint']['ignore'][number]): SkippedPart => ({
  part: `Finding ${code}${file === undefined ? '' : ` in ${file}`}`,
  why: reason,
  set: 'nothing: remove it from lint.ignore',
})
