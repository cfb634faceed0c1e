/** Other places than GitHub's where pipelines are defined, from the root of the repository. */
const PIPELINE =
  /^(?:\.gitlab-ci\.ya?ml|\.circleci\/[\w-]+\.ya?ml|bitbucket-pipelines\.ya?ml|azure-pipelines\.ya?ml|\.travis\.ya?ml|Jenkinsfile|\.drone\.ya?ml|\.woodpecker(?:\.ya?ml|\/[\w-]+\.ya?ml)|\.(?:buildkite|semaphore|rwx)\/[\w-]+\.ya?ml|cloudbuild\.ya?ml)$/

/** Their folders. */
export const PIPELINE_FOLDERS: readonly string[] = [
  '.circleci',
  '.woodpecker',
  '.buildkite',
  '.semaphore',
  '.rwx',
]

/** Whether a path from the root of the repository is that of a pipeline other than GitHub's. */
export const isPipeline = (path: string): boolean => PIPELINE.test(path)
