import type { Entry, Rule } from '../rule.ts'
import { dnsType } from './dns-type.ts'
import { scrapesNothing } from './empty.ts'
import { instanceLabel } from './instance-label.ts'
import { ipv4Target } from './ipv4-target.ts'
import { placeholder } from './placeholder.ts'
import { promtoolRefuses } from './promtool.ts'
import { proxiedTarget } from './proxied-target.ts'
import { publicTarget } from './public-target.ts'
import { remoteUrl } from './remote-url.ts'
import { ruleFile } from './rule-file.ts'
import { secretInConfiguration } from './secret.ts'
import { staticInternal } from './static-internal.ts'
import type { PrometheusFile } from './subject.ts'
import { unknownApp } from './unknown-app.ts'
import { unknownPort } from './unknown-port.ts'

/** Every check of a Prometheus configuration, for mistakes that promtool accepts. */
export const prometheusRules: readonly Rule<PrometheusFile>[] = [
  placeholder,
  remoteUrl,
  dnsType,
  ruleFile,
  secretInConfiguration,
  staticInternal,
  instanceLabel,
  unknownApp,
  unknownPort,
  publicTarget,
  proxiedTarget,
  ipv4Target,
  scrapesNothing,
]

/** Every diagnostic of Prometheus configurations, including those of promtool. */
export const prometheusEntries: readonly Entry[] = [promtoolRefuses, ...prometheusRules]
