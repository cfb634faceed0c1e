import type { Config } from '../../config/schema.ts'
import type { PanelRef } from './panels.ts'

/** A recording rule, named level:metric:operations. */
export interface RecordingRule {
  readonly record: string
  readonly expr: string
  /** Labels of the recorded series, which distinguish rules with the same name. */
  readonly labels?: Readonly<Record<string, string>>
  readonly comment?: RuleComment
}

/** Comments above a rendered rule: why a check of the linter pint does not apply, and the comment that disables it. */
export type RuleComment = readonly string[]

/** critical: needs attention now. warning: needs attention today. none: not for people (the Watchdog). */
export type Severity = 'critical' | 'warning' | 'none'

/**
 * One alert. `summary` and `description` are templates that Prometheus and Grafana both understand
 * (`{{ $labels.x }}`, `{{ $value | humanize }}`).
 */
export interface AlertRule {
  readonly alert: string
  /** The service, which distinguishes rules with the same name. Becomes part of Grafana's uid and title. */
  readonly about?: string
  readonly expr: string
  /** How long the expression must be true. */
  readonly for: string
  readonly severity: Severity
  readonly summary: string
  readonly description: string
  /** The panel to look at first. */
  readonly panel: PanelRef
  readonly comment?: RuleComment
}

export type RenderedRule = RecordingRule | AlertRule

export interface RuleGroup {
  readonly name: string
  readonly rules: readonly RenderedRule[]
}

/** What the rules depend on. */
export interface AlertContext {
  readonly config: Config
  /** Whether remote write is configured: without it, rules about it could never fire. */
  readonly remoteWrite: boolean
}

export const isAlert = (rule: RenderedRule): rule is AlertRule => 'alert' in rule
