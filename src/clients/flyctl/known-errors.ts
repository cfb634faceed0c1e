import { ACCESS_ERRORS } from './known-errors/access.ts'
import { API_ERRORS } from './known-errors/api.ts'
import { DEPLOY_ERRORS } from './known-errors/deploy.ts'
import type { KnownError } from './known-errors/known-error.ts'
import { RESOURCE_ERRORS } from './known-errors/resources.ts'

/**
 * From flyctl's error text to what happened and what to do; the first match counts. Texts recorded from flyctl
 * 0.4.88; the same condition has several texts, because some come from Fly's GraphQL API and some from its machines API.
 */
export const KNOWN_ERRORS: readonly KnownError[] = [
  ...ACCESS_ERRORS,
  ...RESOURCE_ERRORS,
  ...DEPLOY_ERRORS,
  ...API_ERRORS,
]
