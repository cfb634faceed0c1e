import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Job, Result, World } from './harness.ts'
import { keyValues } from './key-values.ts'
import { projectRoot } from './project.ts'
import type { Stream } from './protocol.ts'

export interface ActionOptions {
  /** What the workflow says under `with:`, by the names of action.yml. */
  inputs?: Readonly<Record<string, string>>
  /** The checked-out repository. */
  workspace: string
  /** What the workflow says under `env:`, and whatever shall differ from a push to main. */
  env?: Readonly<Record<string, string>>
  /** Folder with an action.yml, with a slash at the end. Without it: this project's action. */
  action?: string
  onOutput?(text: string, stream: Stream): void
}

export interface ActionResult extends Result {
  /** Markdown of the job summary, of the main and the post step. */
  summary: string
  outputs: Readonly<Record<string, string>>
  /** The files that outputs name by their paths, which are gone afterwards. */
  files: Readonly<Record<string, string>>
}

/** An action under way; `signal` goes to its main step. */
export interface ActionJob extends Pick<Job, 'signal'> {
  readonly done: Promise<ActionResult>
}

/** Files through which a step speaks to the runner, by the variable that names them. */
const COMMAND_FILES = [
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STEP_SUMMARY',
] as const
type CommandFile = (typeof COMMAND_FILES)[number]

interface Metadata {
  inputs?: Record<string, { default?: string | number | boolean }>
  runs: { main: string; post?: string }
}

/** Starts an action as the runner does: main, then post whatever happened. */
export async function startAction(world: World, options: ActionOptions): Promise<ActionJob> {
  const action = options.action ?? projectRoot
  const metadata = parse(await readFile(`${action}action.yml`, 'utf8')) as Metadata
  const temp = await mkdtemp(join(tmpdir(), 'runner-'))
  const base = {
    ...runnerEnv(options.workspace, temp),
    ...inputVariables(metadata, options.inputs),
    ...options.env,
  }
  await mkdir(`${temp}/_temp`)
  await writeFile(`${temp}/event.json`, '{}')

  const step = async (name: string, script: string, state: Readonly<Record<string, string>>) => {
    const files = Object.fromEntries(
      COMMAND_FILES.map((file) => [file, `${temp}/${name}-${file.toLowerCase()}`]),
    )
    for (const file of Object.values(files)) await writeFile(file, '')
    const job = world.start({
      command: process.execPath,
      args: [action + script],
      env: { ...base, ...files, ...prefixed('STATE_', state) },
      cwd: options.workspace,
      ...(options.onOutput && { onOutput: options.onOutput }),
    })
    const read = (file: CommandFile) => readFile(files[file] ?? '', 'utf8')
    return { job, read }
  }

  const main = await step('main', metadata.runs.main, {})
  const finish = async (): Promise<ActionResult> => {
    const result = await main.job.done
    const state = keyValues(await main.read('GITHUB_STATE'))
    const outputs = keyValues(await main.read('GITHUB_OUTPUT'))
    let summary = await main.read('GITHUB_STEP_SUMMARY')
    if (metadata.runs.post !== undefined) {
      const post = await step('post', metadata.runs.post, state)
      const ended = await post.job.done
      result.stdout += ended.stdout
      result.stderr += ended.stderr
      result.code ||= ended.code
      summary += await post.read('GITHUB_STEP_SUMMARY')
    }
    return { ...result, summary, outputs, files: await filesOf(outputs) }
  }
  return {
    signal: main.job.signal,
    done: finish().finally(() => rm(temp, { recursive: true, force: true })),
  }
}

/** The contents of `summary-path` and `report-path`, and of the result next to the summary as `result`. */
async function filesOf(outputs: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const paths = Object.entries(outputs).filter(([name, path]) => name.endsWith('-path') && path !== '')
  const summary = outputs['summary-path']
  const all = summary ? [...paths, ['result', summary.replace(/md$/, 'json')] as const] : paths
  const read = all.map(async ([name, path = '']) => [name, await readFile(path, 'utf8').catch(() => '')])
  return Object.fromEntries(await Promise.all(read))
}

/** Names in upper case, spaces to underscores, dashes kept; defaults of action.yml where nothing is given. */
function inputVariables(metadata: Metadata, given: ActionOptions['inputs'] = {}): Record<string, string> {
  const defaults = Object.entries(metadata.inputs ?? {}).map(([name, input]) => [
    name,
    expression(input.default),
  ])
  const all = { ...Object.fromEntries(defaults), ...given } as Record<string, string>
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  )
}

/** The sandbox has no GitHub, so expressions such as `${{ github.token }}` are empty. */
const expression = (value: string | number | boolean | undefined): string =>
  String(value ?? '').replace(/\$\{\{.*?\}\}/g, '')

const prefixed = (prefix: string, values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]))

/** What a runner sets for a push to main. Nothing listens at the GitHub URLs. */
function runnerEnv(workspace: string, temp: string): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'deploy-monitoring',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: `${temp}/event.json`,
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'fechatter/fechatter',
    GITHUB_REPOSITORY_OWNER: 'fechatter',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1000000001',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_WORKFLOW: 'Deploy with monitoring',
    GITHUB_WORKSPACE: workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'sandbox',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: `${temp}/_temp`,
    RUNNER_TOOL_CACHE: `${temp}/_tools`,
  }
}
