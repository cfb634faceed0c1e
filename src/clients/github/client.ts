import { getOctokit } from '@actions/github'
import { type CheckRequests, checkRequests } from './checks.ts'
import { createFetch, type GitHubServer, type RepositoryName } from './request.ts'
import { type TextRequests, textRequests } from './texts.ts'

/** One repository, as far as results are reported there. Every failure is a `GitHubRefusal`. */
export interface GitHub extends TextRequests, CheckRequests {}

/** Opens the API of a repository through octokit. */
export function createGitHub(server: GitHubServer, repository: RepositoryName): GitHub {
  const { token, apiUrl: baseUrl } = server
  // octokit would warn of deprecations on the standard error.
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  const request = { fetch: createFetch(server), log }
  const octokit = getOctokit(token, { baseUrl, request, log, userAgent: 'deploy-monitoring' })
  return { ...textRequests(octokit, repository), ...checkRequests(octokit, repository) }
}
