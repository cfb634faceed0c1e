import type { Pace } from '../../lib/pace.ts'
import { repositoryPath, type TextFile, type Workspace } from '../../lib/workspace.ts'
import type { DeployCommand } from '../deploys/deploy-commands.ts'
import type { Config } from '../schema.ts'

/** A file that is read when its turn comes. */
export interface LazySource {
  /** Relative to the root of the repository. */
  file: string
  /** No configuration names it: it was found. */
  found?: boolean
  /** Undefined when it cannot be read, or is of another kind. */
  text: () => string | undefined
}

/** A Fly configuration, and what the configuration of this action says about its app. */
export interface FlySource extends TextFile {
  app: string
  role: 'app' | 'monitoring'
  /** Whether this action deploys it. */
  ours: boolean
  /** The Dockerfile that the configuration names. */
  dockerfile?: string | undefined
  /** The Dockerfile that a deploy builds, if it is in the workspace. */
  build?: TextFile | undefined
  /** The Dockerfile that flyctl would build and that is not there, from the root; only of what this action builds. */
  absent?: string | undefined
  /** The folder that flyctl is started in, from the root. */
  started: string
  /** Whether a path relative to that folder leads to a file of the workspace. */
  hasFile: (path: string) => boolean
}

/** A configuration of Prometheus. */
export interface PrometheusSource extends TextFile {
  /** Whether a path relative to the file leads to a file of the workspace, or to one that is put there. */
  exists: (path: string) => boolean
  /** Whether a program fills in its placeholders before Prometheus reads it. */
  isCompleted: boolean
}

/** The files of a workspace by their kind. */
export interface Sources {
  fly: readonly FlySource[]
  prometheus: readonly PrometheusSource[]
  rules: readonly TextFile[]
  /** Provisioning files of Grafana with data sources. */
  dataSources: readonly TextFile[]
  /** Those of them that `alerts.rules` names, and unit tests for them. */
  deployedRules: readonly TextFile[]
  ruleTests: readonly TextFile[]
  workflows: readonly TextFile[]
  /** Every deploy in the workflows. */
  deploys: readonly DeployCommand[]
  /** Dockerfiles and compose files: they name files that are deployed. */
  naming: readonly TextFile[]
  /** Read one after the other: there may be thousands. */
  dashboards: readonly LazySource[]
}

/** Reads a file of the working directory; undefined when it does not exist or cannot be read. */
export type ReadWorkspaceFile = (path: string, how: 'named' | 'found') => TextFile | undefined

/** What the search for each kind of file works with. */
export interface SearchContext {
  /** Undefined when it could not be read. */
  config: Config | undefined
  read: ReadWorkspaceFile
  pace: Pace
  /** Whether one more text fits into memory in addition to those that are kept. */
  hasRoom: (file: TextFile) => boolean
}

/** Paths of the working directory, each with its path from the root of the repository. */
export const withNames = (workspace: Workspace, paths: readonly string[]): { path: string; file: string }[] =>
  paths.map((path) => ({ path, file: repositoryPath(workspace, path) }))
