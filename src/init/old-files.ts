import type { Problem } from '../lib/errors.ts'
import { note } from './found.ts'

/** Something that does not work in files of the kind that `init` writes, when others have written them. */
interface Trap {
  in: RegExp
  /** Where it shows; what it matches is where people are pointed to. */
  shows: RegExp
  /** What takes the fault away, wherever it stands in the file. */
  unless?: RegExp
  message: string
  hint: string
}

const ENTRYPOINT = /docker-entrypoint\.sh$/
const SCRIPT = /\.sh$/
const WORKFLOW = /^\.github\/workflows\//
const FLY_TOML = /fly\.monitoring\.toml$/
const ANY = /./

/** Each was met in the wild; measured where programs are named. */
const TRAPS: readonly Trap[] = [
  {
    in: ENTRYPOINT,
    shows: /--dry-run/,
    message: 'Prometheus has no flag --dry-run: it exits with 1, and the machine never starts.',
    hint: 'The new entrypoint checks with "promtool check config".',
  },
  {
    in: ENTRYPOINT,
    shows: /^[^#\n]*\benvsubst\b/m,
    message:
      'envsubst is not in the image of Prometheus, replaces every $name it meets, and breaks on a quote in a key.',
    hint: 'The new entrypoint replaces three names, quotes them for YAML, and keeps the key in a file.',
  },
  {
    in: FLY_TOML,
    shows: /^\s*\[\[services\.ports\]\]/m,
    message: 'Prometheus is public, and nothing asks for a password: everybody can read everything.',
    hint: 'The new one has a password. "monitoring.access: public" keeps it open.',
  },
  {
    in: SCRIPT,
    shows: /flyctl volumes list[^\n]*\|\s*grep|volumes create(?![^#\n]{0,300}--yes)/,
    message:
      'The volume is looked for with grep and created without --yes: a failed list makes a second volume, and without a terminal none is made.',
    hint: 'The deploy compares name, region, size and number, and makes exactly one.',
  },
  {
    in: WORKFLOW,
    shows: /volumes create(?![^#]{0,300}--yes)/,
    message:
      '"volumes create" without --yes fails in CI; the first deploy then makes a volume of 1 GB, without a word.',
    hint: 'The deploy makes exactly one, of the size that monitoring.yml says.',
  },
  {
    in: ANY,
    shows: /flyctl secrets set\b(?![^\n]*=-)/,
    message:
      'Secrets are given as arguments, which everybody on the machine can read, and after the deploy that needs them.',
    hint: 'They are staged over the standard input before the one deploy.',
  },
  {
    in: SCRIPT,
    shows: /curl[^#]{0,600}?\/api\/dashboards\/db/,
    message:
      'The dashboard is posted as it is, and curl succeeds whatever Grafana answers: the import never worked, and nobody was told.',
    hint: 'Every dashboard is compared, written into a folder, and its result is told.',
  },
  {
    in: SCRIPT,
    shows: /\(\(\s*\w+\+\+\s*\)\)/,
    message: 'Under "set -e", ((n++)) ends the script when n is 0: only the first dashboard is imported.',
    hint: 'Every file has its own result.',
  },
  {
    in: SCRIPT,
    shows: /"isDefault"\s*:\s*true/,
    message: 'The new data source becomes the default of everybody in this Grafana.',
    hint: 'Ours never does.',
  },
  {
    in: WORKFLOW,
    shows: /^\s*(?:- )?if:[^\n]*\bsecrets\./m,
    message:
      'GitHub does not know "secrets" in a condition and refuses the whole file: this workflow never ran.',
    hint: 'An input that is empty skips its part, and the summary says so.',
  },
  {
    in: WORKFLOW,
    shows: /uses:\s*\S+@(?:master|main)\b/,
    message: 'An action is taken from a branch: its next commit runs with your secrets.',
    hint: 'The new workflow pins what it uses.',
  },
  {
    in: WORKFLOW,
    shows: /^jobs:/m,
    unless: /^\s*permissions:/m,
    message: "The token of the workflow may do whatever the repository's default allows.",
    hint: 'The new workflow may read the repository, and nothing else.',
  },
  {
    in: WORKFLOW,
    shows: /^jobs:/m,
    unless: /^\s*concurrency:/m,
    message: 'Two pushes deploy at the same time: two first deploys make two machines and two volumes.',
    hint: 'The new workflow deploys one after the other.',
  },
  {
    in: WORKFLOW,
    shows: /continue-on-error:\s*true/,
    message: 'A failed step is passed over in silence.',
    hint: 'Whatever fails is named, and the run is red.',
  },
  {
    in: ANY,
    shows: /^\s*sleep \d+/m,
    message:
      'A fixed wait is too long or too short, and /-/healthy proves that Prometheus runs, not that it scrapes.',
    hint: 'The proof asks Prometheus about every target until it is sure.',
  },
]

/**
 * What is wrong with a file that somebody wrote for the same purpose.
 * @param file its path in the repository
 * @param branch that is pushed to here
 */
export function oldTraps(file: string, text: string, branch: string): Problem[] {
  const known = TRAPS.flatMap(({ in: where, shows, unless, message, hint }) => {
    const found = where.test(file) ? shows.exec(text) : null
    if (!found || unless?.test(text)) return []
    return [note(file, placeOf(text, found), message, hint)]
  })
  return [...known, ...otherBranch(file, text, branch)]
}

function otherBranch(file: string, text: string, branch: string): Problem[] {
  const found = WORKFLOW.test(file) ? /branches:\s*\[([\w\s,'"./-]*)\]/.exec(text) : null
  const branches = found?.[1]?.split(',').map((one) => one.trim().replace(/^['"]|['"]$/g, '')) ?? []
  if (!found || branches.includes(branch)) return []
  const message = `It deploys pushes to ${branches.join(', ')}, and the branch here is ${branch}: it never runs.`
  return [note(file, placeOf(text, found), message, `The new workflow deploys pushes to ${branch}.`)]
}

/** Where a match begins, without the white space before it. */
function placeOf(text: string, { index, 0: matched }: RegExpExecArray): { line: number; column: number } {
  const lead = matched.length - matched.trimStart().length
  const before = text.slice(0, index + lead).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
