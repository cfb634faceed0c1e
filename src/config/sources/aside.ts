import { globMatches } from '../../formats/glob.ts'
import { existsInWorkspace, repositoryPath, type TextFile, type Workspace } from '../../lib/workspace.ts'

/** Which paths lead to nothing that runs, by their names. */

/**
 * Files for tests, documentation and illustration: nothing deploys them, and they may be wrong on purpose. Those that the
 * configuration names are read nevertheless.
 */
const SAMPLE_FOLDER =
  /(?:^|\/)(?:__\w+__|(?:[\w.-]+[-_.])?(?:fixtures?|tests?|specs?|mocks?|examples?|samples?|snapshots?)(?:[-_.](?:data|files|configs?))?|test-?data|e2e|docs?|documentation|third[-_]?party|vendored)\//i
const SAMPLE_FILES: readonly RegExp[] = [
  /(?:^|[/.-])(?:example|sample|template)\.[\w.-]+$/i,
  /[._-](?:examples?|samples?|templates?|placeholders?|skeleton|dist)\.(?:toml|ya?ml|rules)$/i,
  /\.(?:toml|ya?ml|rules)[._-](?:example|sample|placeholder|dist)$/i,
  // Other templates may be filled in where they run.
  /fly[^/]*\.toml\.(?:template|tmpl|tpl|in|j2|jinja2?|erb|gotmpl)$/i,
]

/** Whether a file is called an example: `fly.toml.example`, `alerts.placeholder.yaml`. */
export const isSampleFile = (path: string): boolean => SAMPLE_FILES.some((name) => name.test(path))

/** Whether a path is that of an example, a test or a document. */
export const isSample = (path: string): boolean =>
  isSampleFile(path) || (path.includes('/') && SAMPLE_FOLDER.test(path))

/** Folders of what no longer runs, whatever else their names say: `archived-apps`, `old_versions`, `api-deprecated`. */
const RETIRED_FOLDER =
  /^(?:[._]*(?:\d+[-_.])?(?:archived|deprecated|obsolete|graveyard|attic|retired|superseded|unused|abandoned|defunct|decommissioned|old|bak)(?:[-_. ].*)?|.+[-_. ](?:archived|deprecated|obsolete|retired|unused|old|bak)|disabled)$/i
/** Wherever it is: `chat/_archive_2025_01`. */
const MARKED = /(?:^|\/)_+(?:archived?|archives|backups?|deprecated|legacy|old|trash)[-_\d]*\//i
/** Only words and dates that say so: `legacy-backup`, `backup_2025-08-11`. One of them alone may be the name of an app. */
const RETIRED_WORDS =
  /^(?:legacy|backups?|archives?|old|copy|previous|snapshot|versions?|code|files)(?:[-_. ]?(?:legacy|backups?|archives?|old|copy|previous|snapshot|versions?|code|files|\d+)){1,8}$/i
/** `archive`, `04-Archive`, `archive_ultra`; but `archive-service` is a program. */
const ARCHIVE =
  /^(?:\d+[-_.])?archives?(?:[-_. ](?!(?:services?|servers?|workers?|apis?|apps?|bots?|web|nodes?|ui|jobs?|cron|db|store|storage|search|site|viewer|crawler|manager|proxy|gateway|indexer|sync|backend|frontend)$).+)?$/i
const RETIRED_FILE = /(?:^|\/)fly[\w.-]*[.-](?:old|bak|deprecated|archived|obsolete|unused|disabled)\.toml$/i
/** Folders of code: in them, such words are about what the program does. */
const OF_CODE = /^(?:src|lib|app|internal|pkg|cmd|routes|pages|components|controllers|views|features)$/i
/** Folders of apps: what is right in them has the name of an app. */
const OF_APPS = /^(?:apps|services|packages|functions|crates)$/i
const OF_SETTINGS = /\.(?:toml|ya?ml|json)$/

/**
 * Whether a path says that what it leads to no longer runs: it is in an archive, or in a folder of old or deprecated versions.
 * Code is in an archive only at the top of the repository: below, `archive` may be a part of a program.
 */
export function isArchived(path: string): boolean {
  const folders = path.split('/').slice(0, -1)
  const code = folders.findIndex((folder) => OF_CODE.test(folder))
  const isArchive = (folder: string, i: number) =>
    ARCHIVE.test(folder) && !OF_APPS.test(folders[i - 1] ?? '') && (i === 0 || OF_SETTINGS.test(path))
  return (
    RETIRED_FILE.test(path) ||
    MARKED.test(path) ||
    folders
      .slice(0, code === -1 ? undefined : code)
      .some((one, i) => RETIRED_FOLDER.test(one) || RETIRED_WORDS.test(one) || isArchive(one, i))
  )
}

/** Whether a path leads to nothing that runs, unless a deploy names it: a sample, or what is retired. */
export const isAside = (path: string): boolean => isSample(path) || isArchived(path)

interface LiveEvidence {
  workspace: Workspace
  workflows: readonly TextFile[]
  /** Fly configurations that workflows and scripts deploy with, from the root of the repository. */
  named: readonly string[]
}

/** Whether a Fly configuration is that of an app nevertheless: a deploy names it, or it is a site of documentation. */
export function isLiveSample(path: string, { workspace, workflows, named }: LiveEvidence): boolean {
  if (!path.endsWith('.toml')) return false
  const file = repositoryPath(workspace, path)
  return (
    workflows.some(({ text }) => text.includes(file)) ||
    named.some((config) => config === file || (isAside(config) && globMatches(config, file))) ||
    isSite(path, workspace)
  )
}

/** `docs/fly.toml`. */
const SITE = /^((?:.*\/)?(?:[\w.]+-)?(?:docs?|documentation))\/fly[\w.-]*\.toml$/i

/** Whether a Fly configuration is for the site of a documentation: what is built is next to it. */
function isSite(path: string, workspace: Workspace): boolean {
  const folder = SITE.exec(path)?.[1]
  if (folder === undefined || isSampleFile(path) || isAside(folder)) return false
  return ['Dockerfile', 'package.json'].some((name) => existsInWorkspace(workspace, `${folder}/${name}`))
}
