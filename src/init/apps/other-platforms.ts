import { posix } from 'node:path'
import { isOnPush, stepsOf } from '../../config/deploys/workflow-steps.ts'
import { isWorkflow } from '../../config/sources/workflow-sources.ts'
import { get, items, scalarText, type TextPosition, type Tree } from '../../formats/tree.ts'
import { readYaml } from '../../formats/yaml.ts'
import type { Diagnostic } from '../../lib/errors.ts'
import type { TextFile } from '../../lib/workspace.ts'
import { initNote } from '../findings.ts'
import type { ChosenApp } from './chosen-app.ts'

/** Deploys of the program of an app to another platform: it may run there, and no longer on Fly. */

/** What says where a program is deployed. */
export interface PlatformEvidence {
  /** Files of other platforms: `isPlatformFile`. */
  platforms: readonly TextFile[]
  /** Workflows, and scripts. */
  builders: readonly TextFile[]
  textOf(path: string): string | undefined
}

interface OtherDeploy {
  /** The evidence in words. */
  text: string
  /** It is certain that each push deploys it there. */
  isOnPush: boolean
}

/** The files in which Render, Railway and DigitalOcean read what they deploy. */
export const isPlatformFile = (path: string): boolean =>
  /(?:^|\/)(?:render\.ya?ml|railway\.json|railway\.toml|\.do\/app\.ya?ml)$/.test(path)

/** A comment at the head of a file: `# LEGACY: replaced by Fly`. */
const RETIRED =
  /^[ \t]*(?:#|\/\/).{0,100}\b(?:legacy|deprecated|retired|no longer|migrat\w+|example|backup|alternative)\b/im
/** A comment at the head of a Fly configuration that is not the one in use. */
const BACKUP = /^[ \t]*#.{0,200}\b(?:backup|fallback|alternative|secondary)\b(?! of\b)/i

/** The deploy of an app to another platform; rather one of each push. */
function otherDeployOf(one: ChosenApp, { platforms, builders }: PlatformEvidence): OtherDeploy | undefined {
  const dockerfile = one.facts.build?.file
  const found = [
    ...platforms
      .filter(({ text }) => !RETIRED.test(text.split('\n', 5).join('\n')))
      .flatMap((file) => inPlatform(file, one)),
    ...builders.filter(({ file }) => isWorkflow(file)).flatMap((file) => inWorkflow(file, dockerfile)),
  ]
  return found.find((deploy) => deploy.isOnPush) ?? found[0]
}

/** Why an app that each push deploys to another platform is not deployed to Fly: nothing here does, or it is only a backup. */
export function livesElsewhere(one: ChosenApp, evidence: PlatformEvidence): string | undefined {
  return notOnFly(one, otherDeployOf(one, evidence), evidence)
}

function notOnFly(
  one: ChosenApp,
  other: OtherDeploy | undefined,
  evidence: Pick<PlatformEvidence, 'textOf'>,
): string | undefined {
  if (!other?.isOnPush) return undefined
  const { file } = one.facts
  const lines = (evidence.textOf(file) ?? '').split('\n')
  const start = lines.findIndex((text) => /^\s*[^#\s]/.test(text))
  const line = lines.slice(0, start).findIndex((text) => BACKUP.test(text))
  if (line !== -1) return `${other.text}, and ${file}:${line + 1} says that Fly is another option`
  return one.byPeople.length === 0 ? `${other.text}, and nothing here deploys it to Fly` : undefined
}

/** A note for each app that is deployed to another platform, where no workflow deploys it to Fly. */
export const elsewhereNotes = (apps: readonly ChosenApp[], evidence: PlatformEvidence): Diagnostic[] =>
  apps.flatMap((one) => {
    const other = one.deployedBy ? undefined : otherDeployOf(one, evidence)
    if (!other || notOnFly(one, other, evidence)) return []
    const message = `${other.text}, so it is not certain that ${one.app} runs on Fly as well.`
    const hint = 'If it does not, remove it from `apps`. If a push must not deploy it, set `deploy: false`.'
    return initNote(one.facts.file, { line: 1, column: 1 }, message, hint)
  })

/** A program in a file of another platform. */
interface Program {
  at: TextPosition
  name: string | undefined
  dockerfile: string | undefined
  isOnPush: boolean
}

function inPlatform({ file, text }: TextFile, { app, facts }: ChosenApp): OtherDeploy[] {
  const read = file.endsWith('.toml') ? undefined : readYaml(text)
  const [platform, programs] = /railway/.test(file)
    ? (['Railway', railway(text)] as const)
    : ([/\.do\//.test(file) ? 'DigitalOcean' : 'Render', read?.ok ? programsIn(read.tree) : []] as const)
  return programs.flatMap(({ at, name, dockerfile, isOnPush }) => {
    const own = dockerfile === undefined ? undefined : posix.join(dockerfile)
    const isSame = own !== undefined && own === facts.build?.file
    if (!isSame && name !== app) return []
    const when = isOnPush ? ' at each push' : ''
    return [{ text: `${file}:${at.line} deploys ${isSame ? own : app} to ${platform}${when}`, isOnPush }]
  })
}

/** The services of Render and of DigitalOcean. */
const programsIn = (tree: Tree): Program[] =>
  ['services', 'workers'].flatMap((kind) =>
    items(get(tree, kind)).map((service) => {
      const value = (key: string) => scalarText(get(service, key))
      const git = get(service, 'github') ?? get(service, 'gitlab')
      const isDocker = [value('runtime'), value('env')].includes('docker')
      const path =
        value('dockerfilePath') ?? value('dockerfile_path') ?? (isDocker ? 'Dockerfile' : undefined)
      return {
        at: (get(service, 'name') ?? service).at,
        name: value('name'),
        dockerfile: path === undefined ? undefined : posix.join(value('rootDir') ?? '.', path),
        isOnPush:
          /^(?:true|yes)$/.test(value('autoDeploy') ?? scalarText(get(git, 'deploy_on_push')) ?? '') ||
          value('autoDeployTrigger') === 'commit',
      }
    }),
  )

/** Railway builds the Dockerfile that its file names. Whether a push starts that is not said there. */
function railway(text: string): Program[] {
  const line = text.split('\n').findIndex((one) => /\bdockerfilePath\b/.test(one))
  const dockerfile = /\bdockerfilePath"?\s*[:=]\s*["']([^"'\n]+)["']/.exec(text)?.[1]
  return [{ at: { line: line + 1, column: 1 }, name: undefined, dockerfile, isOnPush: false }]
}

/** How workflows deploy to elsewhere. */
const PLATFORMS: readonly (readonly [string, RegExp])[] = [
  ['Portainer', /portainer\w{0,20}\b.{0,100}\b(?:stacks|webhooks?|deploy)/i],
  [
    'Kubernetes',
    /\bkubectl[ \t].{0,100}\b(?:apply|set image|rollout)\b|\bhelm[ \t].{0,100}\b(?:upgrade|install)\b/,
  ],
  [
    'Cloud Run',
    /\bgcloud[ \t].{0,60}\brun (?:deploy|services update)\b|google-github-actions\/deploy-cloudrun@/,
  ],
  ['ECS', /\baws ecs update-service\b|amazon-ecs-deploy-task-definition@/],
  [
    'Azure',
    /azure\/(?:webapps|container-apps)-deploy[\w-]*@|\baz (?:containerapp|webapp)[ \t].{0,60}\b(?:update|up)\b/i,
  ],
  ['Render', /\bapi\.render\.com\/deploy\b|\bRENDER_DEPLOY_HOOK/],
  ['Railway', /\brailway[ \t]+(?:up|redeploy)\b/],
  ['a server over SSH', /appleboy\/ssh-action@|\bssh[ \t].{0,150}\bdocker\b/],
]

/** The deploy of a workflow that builds the same Dockerfile and deploys to elsewhere on a push. */
function inWorkflow({ file, text }: TextFile, dockerfile: string | undefined): OtherDeploy[] {
  // Few workflows have one: the others need not be read.
  const place = dockerfile === undefined ? undefined : platformIn(text.split('\n'))
  if (!place) return []
  const read = readYaml(text)
  const isBuilt =
    read.ok && isOnPush(read.tree) && stepsOf(read.tree).some(({ step }) => builds(step, dockerfile))
  const said = `${file}:${place.line} deploys ${dockerfile} to ${place.platform} at each push`
  return isBuilt ? [{ text: said, isOnPush: true }] : []
}

function platformIn(lines: readonly string[]): { platform: string; line: number } | undefined {
  for (const [platform, pattern] of PLATFORMS) {
    const at = lines.findIndex((one) => !/^\s*#/.test(one) && pattern.test(one))
    if (at !== -1) return { platform, line: at + 1 }
  }
  return undefined
}

/** Whether a step builds an image with a Dockerfile. */
function builds(step: Tree, dockerfile: string | undefined): boolean {
  const inputs = get(step, 'with')
  const context = scalarText(get(inputs, 'context')) ?? '.'
  const built = scalarText(get(inputs, 'file')) ?? posix.join(context, 'Dockerfile')
  return /^docker\/build-push-action@/.test(scalarText(get(step, 'uses')) ?? '')
    ? posix.join(built) === dockerfile
    : /\bdocker(?: buildx)? build\b[^\n]{0,300}\s(?:-f|--file)[ =](\S+)/.exec(
        scalarText(get(step, 'run')) ?? '',
      )?.[1] === dockerfile
}
