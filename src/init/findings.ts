import type { Notify, ReceiverKind } from '../config/notify.ts'
import type { FlyServiceConfig } from '../config/schema.ts'
import type { ScrapeOptions } from '../config/scrape-options.ts'
import type { Diagnostic, SourceLocation } from '../lib/errors.ts'
import { APP_NAME } from '../model/fly-names.ts'

/** What the files of a repository say about its monitoring, and what was decided from it. */
export interface RepositoryFindings {
  /** Fly apps, in the order in which they were found. */
  apps: FoundApp[]
  /** What the apps are together, for names: the app, or what the names of several begin with. */
  product: string
  services: FoundService[]
  /** The app whose endpoint a person must fill in, when no service is known; undefined: the first one. */
  openApp?: string | undefined
  monitoring: FoundMonitoring
  /** The locations of the values of `monitoring`. */
  places: Readonly<Partial<Record<keyof FoundMonitoring, SourceLocation>>>
  /** Files and folders with dashboards, relative to the working directory. */
  dashboards: string[]
  /** Rule files, relative to the working directory. */
  rules: string[]
  /** Notes about the rule files that are in the draft at the end: `isIn` has their paths from the root. */
  rulesInDraft: (isIn: (file: string) => boolean) => Diagnostic[]
  /** Who is notified. */
  notify: Notify
  /** Receivers that are in the draft as comments. */
  open: readonly OpenReceiver[]
  /** Configurations of Prometheus whose targets are in the draft. */
  prometheus: FoundPrometheus[]
  /** Whether the apps are Fechatter's, or its preset was asked for. */
  isPreset: boolean
  /** Notes about everything that was read and is not in the draft. */
  notes: Diagnostic[]
}

/** A configuration of Prometheus that the draft replaces, if nothing of it is lost. */
export interface FoundPrometheus {
  file: string
  /** What it is, when it is not a configuration of Prometheus. */
  what?: string
  /** The Dockerfile beside it that copies it: without the file, its build fails. */
  copiedBy?: string
  /** What it scrapes where it runs, when that is not on Fly: its own machine, or another network. */
  scrapes?: string
  /** Whether it adds labels to what it sends. */
  hasLabels?: boolean
  /** Where it sends the samples, as far as its file says it. */
  sendsTo?: readonly string[]
  /** The rule files that it names, from the root of the repository. */
  rules: readonly string[]
}

/** A receiver that a person must complete before anyone is notified by it. */
export interface OpenReceiver {
  kind: ReceiverKind
  /** Its settings; null: not known. */
  values: Readonly<Record<string, unknown>>
  /** Where it is from, and what it lacks. */
  comment: string
  note: Diagnostic
}

/** What flyctl must be told so that a deploy of this action builds what the deploys of today build. From the root. */
export interface FoundBuild {
  /** The folder to build, when it is not that of the Fly configuration. */
  context?: string
  /** The Dockerfile, when only the command names it. */
  dockerfile?: string
  /** The evidence in words. */
  why: string
}

export interface FoundApp {
  app: string
  /** Its Fly configuration, relative to the working directory; undefined: only scraped, not deployed from here. */
  config?: string
  /** What its Fly configuration is made from before a deploy, when that is all there is. */
  template?: string
  /** How it is built, where the Fly configuration alone does not say it. */
  build?: FoundBuild
  /** Path of a health check that is publicly reachable. */
  health?: string
  /** The workflow that deploys it already, and its options that this action does not have. */
  deployedBy?: SourceLocation
  /** Only a run knows whether that deploys it. */
  mayDeploy?: true
  /** Other steps that deploy it as well. */
  alsoDeployedBy?: readonly SourceLocation[]
  /** The secret or the variable that says which app that deploys. */
  named?: string
  options?: readonly string[]
  /** Where people deploy it with options that this action does not have and that change what runs. */
  withMore?: { at: SourceLocation; options: readonly string[] }
  /** The image of somebody else that it runs, when nothing here deploys it: people do. */
  runs?: string
  /** The Fly configuration that runs Prometheus in it: it is left alone. */
  runsPrometheus?: string
  /** Why a push does not deploy it, although no workflow does. */
  held?: string
  /** It is a database that commands of flyctl make: this action never deploys it. */
  isDatabase?: true
  /** Why it is in the draft and its siblings are not, or the other way round. */
  comment?: string
}

export type FoundService = Pick<FlyServiceConfig, 'name' | 'app' | 'path'> & {
  /** Undefined: nothing in the repository says it, and a person must. */
  port: number | undefined
  process?: string
  /** Settings of its scrape, and for a service that is not on Fly its addresses. */
  options?: Partial<ScrapeOptions>
  addresses?: readonly string[]
  /** Where it was found; undefined when nothing says where the metrics are. */
  at?: SourceLocation
  /** The evidence, for a value that is not in a configuration of Fly or Prometheus. */
  comment?: string
  isOfProgram?: true
  /** Labels of its metrics that Prometheus stores under other names, since targets have them too. */
  ownLabels?: readonly OwnLabel[]
}

/** Whether a service has metrics of the team on Fly: a draft without one asks for them. */
export const isOfTeam = ({ addresses, isOfProgram }: FoundService): boolean => !addresses && !isOfProgram

/** Everything is optional: the schema has defaults. */
export interface FoundMonitoring {
  app?: string
  organization?: string
  region?: string
  retention?: string
  scrape_interval?: string
  volume?: { name?: string; size_gb?: number }
  vm?: { size?: string; memory_mb?: number }
  image?: string
}

/** A metrics endpoint of an app, with the place that says so. */
export interface Endpoint {
  port: number
  path: string
  process?: string
  /** The job of Prometheus that scrapes it, and its settings. */
  name?: string
  options?: Partial<ScrapeOptions>
  at: SourceLocation
  /** The evidence in words, when the place alone does not prove it. */
  why?: string
  /** Only a Prometheus in a network on somebody's machine scrapes it. */
  isElsewhere?: true
  /** It is of a program of others: it says nothing about the metrics of the team. */
  isOfProgram?: true
  /** That program listens on IPv4 only there. */
  isIpv4?: true
}

/** A label that the code of an app gives its metrics, and its value, where that is a text. */
export interface OwnLabel {
  name: string
  value: string | undefined
  at: SourceLocation
}

/** A value in a file, with its location. */
export interface FoundValue {
  value: string
  at: SourceLocation
}

/** Names of templates, which somebody is to replace. */
const PLACEHOLDER =
  /^(?:your|my)-(?:fly-)?app-name(?:-|$)|^your-|-your-(?:app|handle|name|org|project|user(?:name)?)(?:-|$)|^app-name$|^(?:change|replace)-?me\b/

/** Whether a name is one that somebody is to replace. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text)

/** Whether a text is a name that a Fly app may have, and not a placeholder. It may be the name of something else. */
export const isAppName = (text: string | undefined): text is string =>
  text !== undefined && APP_NAME.test(text) && !isPlaceholder(text)

/** Paths under which services publish metrics: `/metrics`, `/actuator/prometheus`, `/api/metrics`, `/q/metrics`. */
export const METRICS_PATH = /^\/(?:[\w.-]+\/){0,4}_?(?:metrics|prometheus)\/?$/

/** A place as messages write it: `fly.toml:12`. */
export const placeText = ({ file, line }: SourceLocation): string => `${file}:${line}`

/** A warning with a location: not an error, but something that a person should know. */
export function initNote(
  file: string,
  at: { line: number; column: number },
  message: string,
  hint: string,
): Diagnostic {
  return {
    code: 'init-note',
    severity: 'warning',
    at: { file, line: at.line, column: at.column },
    message,
    hint,
  }
}

/** A note about a Fly configuration that is not in the draft. */
export const leftOutNote = (
  { file }: { file: string },
  at: { line: number; column: number } | undefined,
  message: string,
  hint: string,
): Diagnostic => initNote(file, at ?? { line: 1, column: 1 }, message, hint)

/** A note about something that was read and is not in the draft: a file with one is not superseded. */
export const lossNote = (...args: Parameters<typeof initNote>): Diagnostic => ({
  ...initNote(...args),
  code: LOSS,
})

const LOSS = 'init-not-taken-over'

/** Whether a note is about something that is not in the draft. */
export const isLoss = ({ code }: Diagnostic): boolean => code === LOSS
