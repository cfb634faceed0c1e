import type { Rule } from '../rule.ts'
import { actionVersion } from './action-version.ts'
import { anyBranch } from './any-branch.ts'
import { buildContext } from './build-context.ts'
import { cancel } from './cancel.ts'
import { concurrency } from './concurrency.ts'
import { deployPullRequest } from './deploy-pull-request.ts'
import { flyctlVersion } from './flyctl-version.ts'
import { ifSecrets } from './if-secrets.ts'
import { ignored } from './ignored.ts'
import { ignoredDockerfile } from './ignored-dockerfile.ts'
import { input } from './input.ts'
import { noConfig } from './no-config.ts'
import { noToken } from './no-token.ts'
import { noTrigger } from './no-trigger.ts'
import { paths } from './paths.ts'
import { permissions } from './permissions.ts'
import { pullRequestTarget } from './pull-request-target.ts'
import { workflowSecret } from './secret.ts'
import { sharedGroup } from './shared-group.ts'
import type { Workflow } from './subject.ts'
import { unpinned } from './unpinned.ts'

/** Every check of a workflow. */
export const workflowRules: readonly Rule<Workflow>[] = [
  noTrigger,
  actionVersion,
  flyctlVersion,
  anyBranch,
  buildContext,
  cancel,
  concurrency,
  sharedGroup,
  deployPullRequest,
  ifSecrets,
  ignored,
  ignoredDockerfile,
  input,
  noConfig,
  noToken,
  paths,
  permissions,
  pullRequestTarget,
  workflowSecret,
  unpinned,
]
