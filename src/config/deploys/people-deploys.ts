import { posix } from 'node:path'
import type { TextFile } from '../../lib/workspace.ts'
import {
  asCommands,
  byLine,
  type DeployCommand,
  deploysIn,
  type LineDeploy,
  locatedIn,
  type ScriptDeploy,
  withoutExpressions,
} from './deploy-commands.ts'
import { inRepository } from './machine-paths.ts'
import { machineStepIn } from './machine-steps.ts'
import { withMakeValues } from './make-values.ts'
import { questionBefore } from './questions.ts'
import { expandShell, withoutContinuations } from './shell.ts'
import { asUnix, isForWindows } from './windows-scripts.ts'

/**
 * Every deploy with flyctl in a script: a build tool runs it in the folder of its file, a person at the root, or in its folder
 * where only that has the Fly configurations.
 */
export function scriptDeploysIn(file: TextFile, exists: (path: string) => boolean): DeployCommand[] {
  const own = posix.dirname(file.file)
  return locatedIn(file, deploysOfPeople(file, own, exists)).map((one) => ({
    ...one,
    asks: questionBefore(file.text, one.at.line),
    step: machineStepIn(file),
  }))
}

function deploysOfPeople(
  { file, text }: TextFile,
  own: string,
  exists: (path: string) => boolean,
): LineDeploy[] {
  if (/(?:makefile|justfile)$/i.test(file))
    return byLine(asCommands(withMakeValues(text, { text, folder: own })), own)
  const isWindows = isForWindows(file)
  if (!isWindows && !/\.(?:sh|bash)$/.test(file)) return byLine(asCommands(text), own)
  const script = withoutExpressions(
    isWindows ? withoutContinuations(asUnix(text)) : expandShell(text, { own, args: undefined }),
  )
  const [atRoot = [], inOwn = []] = ['.', own].map((folder) =>
    deploysIn(script, folder).map((one) => inRepository(one, exists)),
  )
  const known = (deploys: readonly ScriptDeploy[]) => deploys.filter(({ config }) => exists(config)).length
  return known(inOwn) > known(atRoot) ? inOwn : atRoot
}

const FENCE = /^[ \t]*(```|~~~)[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/gm

/** Every deploy with flyctl in the blocks of code of such a text: each is started in the folder of the text, or at the root. */
export function instructedDeploysIn(file: TextFile, exists: (path: string) => boolean): DeployCommand[] {
  const own = posix.dirname(file.file)
  return [...file.text.matchAll(FENCE)].flatMap(({ index, 2: block = '' }) => {
    const before = file.text.slice(0, index).split('\n').length
    const script = withoutExpressions(withoutContinuations(block.replace(/^[ \t]*[$>%] /gm, '')))
    const found = [deploysIn(script, own), deploysIn(script, '.')].find((deploys) =>
      deploys.some(({ config }) => exists(config)),
    )
    return locatedIn(
      file,
      (found ?? []).map((one) => ({ ...one, line: one.line + before })),
    )
  })
}

/** An image in another registry than that of Fly, which has those of former deploys; not the one before, as a rollback has it. */
const BUILT_IMAGE =
  /^(?!registry\.fly\.io\/)[\w-][\w.-]*\.[a-z]+\/[\w./-]+[a-z\d](?::(?!.*(?:prev|prior|last|old))\S+)?$/i

/** The deploys of a document which has one with an image of another registry: what else documents say is often only an example. */
export function imageDeploysIn(file: TextFile, exists: (path: string) => boolean): DeployCommand[] {
  const deploys = instructedDeploysIn(file, exists)
  return deploys.some(({ image = '' }) => BUILT_IMAGE.test(image)) ? deploys : []
}
