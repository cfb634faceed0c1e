import type { DeployCommand } from '../../config/deploys/deploy-commands.ts'
import type { SourceLocation } from '../../lib/errors.ts'
import type { OtherDeploys } from './deploys.ts'
import type { FlyFacts } from './scan-fly.ts'

/** An app of the repository: one Fly configuration of it, and the name that it is deployed under. */
export interface ChosenApp extends NamedApp {
  /** Its other stages, which are not in the draft. */
  stages: readonly NamedApp[]
}

type LocatedDeploy = Pick<
  DeployCommand,
  | 'folder'
  | 'dockerfile'
  | 'options'
  | 'buildArgs'
  | 'image'
  | 'makes'
  | 'asks'
  | 'step'
  | 'at'
  | 'named'
  | 'token'
  | 'writtenAt'
>

/** A Fly configuration with the name of its app. */
export interface NamedApp {
  app: string
  facts: FlyFacts
  /** The workflow that deploys it. */
  deployedBy: SourceLocation | undefined
  /** Whether only a run knows if that deploys this app. */
  mayDeploy: boolean
  /** The deploy that names it, where its Fly configuration has another name. */
  renamedBy?: SourceLocation | undefined
  /** Whether the job of that workflow says that it is production, whatever the app is called. */
  isProduction: boolean
  /** Other steps that deploy it, or its file, as well. */
  others: OtherDeploys
  /** The command of a workflow or a script that deploys it. */
  command: LocatedDeploy | undefined
  /** The deploys in scripts and in what a README tells people to run. */
  byPeople: readonly LocatedDeploy[]
  /** Where people deploy it with options that change what runs, and those options. */
  withMore?: { at: SourceLocation; options: readonly string[] } | undefined
  /** Where a script deploys it, but only under a name that is not that of the app. */
  otherName?: Pick<DeployCommand, 'at' | 'app'> | undefined
  /** Whether a script deploys with this file. */
  isScripted: boolean
  /** Whether it runs an image that this repository builds. */
  isOwnImage: boolean
  /** Why it is a database that commands of flyctl make: it is never built from a repository. */
  database?: string | undefined
}

/** A Fly configuration whose app may have no name. */
export type MaybeNamed = Omit<NamedApp, 'app'> & { app: string | undefined }
