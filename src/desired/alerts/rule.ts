import type { Config } from '../../config/schema.ts'
import type { PanelRef } from './panels.ts'

/** A series that Prometheus computes ahead, named level:metric:operations. */
export interface RecordingRule {
  readonly record: string
  readonly expr: string
  readonly comment?: RuleComment
}

/** Comments above a rendered rule: why a public linter (pint) is wrong about it, and the words that tell it so. */
export type RuleComment = readonly string[]

/**
 * critical: somebody must look now. warning: somebody must look today. none: not for people (the Watchdog).
 */
export type Severity = 'critical' | 'warning' | 'none'

/**
 * One alert. `summary` and `description` are templates that Prometheus and Grafana both understand
 * (`{{ $labels.x }}`, `{{ $value | humanize }}`).
 */
export interface AlertRule {
  readonly alert: string
  /** What tells rules of one name apart: the service. Becomes part of Grafana's uid and title. */
  readonly about?: string
  readonly expr: string
  /** How long the expression must hold. */
  readonly for: string
  readonly severity: Severity
  readonly summary: string
  readonly description: string
  /** Where to look first. */
  readonly panel: PanelRef
  readonly comment?: RuleComment
}

export type RenderedRule = RecordingRule | AlertRule

export interface RuleGroup {
  readonly name: string
  readonly rules: readonly RenderedRule[]
}

/** What the rules depend on besides the services. */
export interface AlertContext {
  readonly config: Config
  /** Whether Prometheus writes to another one: without it, rules about it could never be true. */
  readonly remoteWrite: boolean
}

export const isAlert = (rule: RenderedRule): rule is AlertRule => 'alert' in rule
