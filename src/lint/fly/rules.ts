import type { Entry, Rule } from '../rule.ts'
import { appName } from './app-name.ts'
import { autoStart } from './auto-start.ts'
import { bluegreenCheck } from './bluegreen-check.ts'
import { bluegreenVolume } from './bluegreen-volume.ts'
import { brokenImage } from './broken-image.ts'
import { builds } from './builds.ts'
import { checkLimits } from './check-limits.ts'
import { checkPort } from './check-port.ts'
import { checkType } from './check-type.ts'
import { dockerfile } from './dockerfile.ts'
import { filePath } from './file-path.ts'
import { ignoredProcess } from './ignored-process.ts'
import { immediate } from './immediate.ts'
import { ipv4Bind } from './ipv4-bind.ts'
import { machineSize } from './machine-size.ts'
import { memory } from './memory.ts'
import { memoryTwice } from './memory-twice.ts'
import { metricsCoverage } from './metrics-coverage.ts'
import { metricsSection } from './metrics-section.ts'
import { missingProcess } from './missing-process.ts'
import { noChecks } from './no-checks.ts'
import { noDockerfile } from './no-dockerfile.ts'
import { openPrometheus } from './open-prometheus.ts'
import { portVariable } from './port-variable.ts'
import { prometheusAdmin } from './prometheus-admin.ts'
import { prometheusUser } from './prometheus-user.ts'
import { prometheusVolume } from './prometheus-volume.ts'
import { publicMetrics } from './public-metrics.ts'
import { rawValue } from './raw-value.ts'
import { retentionSize } from './retention-size.ts'
import { scaleToZero } from './scale-to-zero.ts'
import { secretInEnv } from './secret-in-env.ts'
import { servicePorts } from './service-ports.ts'
import { serviceProcesses } from './service-processes.ts'
import { severalMetrics } from './several-metrics.ts'
import { otherStartedPort } from './started-port.ts'
import type { FlyFile } from './subject.ts'
import { flyctlRefuses, flySyntax } from './syntax.ts'
import { type } from './type.ts'
import { unknownKey } from './unknown-key.ts'
import { volumeSize } from './volume-size.ts'

/** Every check of a Fly configuration. */
export const flyRules: readonly Rule<FlyFile>[] = [
  appName,
  autoStart,
  memoryTwice,
  portVariable,
  prometheusAdmin,
  prometheusUser,
  prometheusVolume,

  bluegreenCheck,
  bluegreenVolume,
  brokenImage,
  builds,
  checkLimits,
  checkPort,
  checkType,
  dockerfile,
  filePath,
  ignoredProcess,
  immediate,
  ipv4Bind,
  machineSize,
  memory,
  metricsCoverage,
  metricsSection,
  missingProcess,
  noChecks,
  noDockerfile,
  openPrometheus,
  publicMetrics,
  rawValue,
  retentionSize,
  scaleToZero,
  secretInEnv,
  servicePorts,
  serviceProcesses,
  severalMetrics,
  otherStartedPort,
  type,
  unknownKey,
  volumeSize,
]

/** Every diagnostic of Fly configurations. */
export const flyEntries: readonly Entry[] = [flySyntax, flyctlRefuses, ...flyRules]
