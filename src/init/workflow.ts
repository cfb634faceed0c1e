import { readAsset } from '../assets.ts'
import { credentialVariables } from '../config/credentials.ts'
import { deployGroup, OUR_GROUP } from '../config/deploys/deploy-group.ts'
import type { ReceiverKind } from '../config/notify.ts'
import type { Config } from '../config/schema.ts'
import { SECRETS_OF, secretsOf } from '../desired/alertmanager/receiver-kinds.ts'
import { environmentVariable, type ReceiverSecret } from '../inputs/names.ts'

/** The path of the workflow: relative to the root of the repository, independent of the working directory. */
export const WORKFLOW = '.github/workflows/deploy-monitoring.yml'

/** What differs between repositories. */
export interface WorkflowOptions {
  /** The branch on which a push deploys. */
  branch: string
  /** Relative to the repository, `.` for its root. */
  workingDirectory: string
  /** Path of the configuration, relative to the working directory. */
  source: string
  /** The texts of the other workflows of the repository. */
  others: readonly string[]
}

/**
 * The workflow of a repository. Its deploy and verification get every secret that the configuration needs.
 * `config`: undefined for a draft that is not complete.
 */
export function renderWorkflow(config: Config | undefined, options: WorkflowOptions): string {
  const { branch, workingDirectory, source, others } = options
  const everywhere = [
    ...(workingDirectory === '.' ? [] : [`working-directory: ${JSON.stringify(workingDirectory)}`]),
    ...(source === 'monitoring.yml' ? [] : [`config: ${JSON.stringify(source)}`]),
  ]
  const receivers = config
    ? receiverSecrets(config).map((name) => secretLine(name, environmentVariable(name)))
    : []
  const variables = config ? credentialVariables(config).map((name) => secretLine(name, name)) : []
  return readAsset('templates/workflows/deploy-monitoring.yml')
    .replace(
      'branches: [main]',
      () => `branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]`,
    )
    .replace(
      `group: ${OUR_GROUP}`,
      () => `group: ${deployGroup(config?.monitoring.app ?? 'monitoring', others)}`,
    )
    .replace(/^( +)mode: .*$/gm, (line, indent: string) => below(line, indent, everywhere))
    .replace(/^( +)grafana-prometheus-api-key: .*$/gm, (line, indent: string) =>
      below(below(line, indent, receivers), indent.slice(2), envOf(variables)),
    )
}

/** Of every receiver that `alerts.notify` names, and of the heartbeat, which is optional. */
function receiverSecrets({ alerts: { notify } }: Config): ReceiverSecret[] {
  if (!notify) return []
  const kinds = (Object.keys(SECRETS_OF) as ReceiverKind[]).filter((kind) => kind in notify)
  return [...kinds.flatMap(secretsOf), 'heartbeat-url']
}

const secretLine = (key: string, secret: string): string => `${key}: \${{ secrets.${secret} }}`

const envOf = (lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['env:', ...lines.map((line) => `  ${line}`)]

const below = (line: string, indent: string, more: readonly string[]): string =>
  [line, ...more.map((one) => indent + one)].join('\n')
