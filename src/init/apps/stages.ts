/** Words by which teams name the stages of an app, in the names of files, folders and apps. */
const STAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    production: ['production', 'prod', 'prd', 'live', 'mainnet', 'main'],
    staging: ['staging', 'stage', 'stg', 'preprod', 'uat', 'qa'],
    development: ['development', 'dev', 'devel', 'debug', 'local', 'devnet'],
    preview: ['preview', 'review', 'pr', 'canary', 'nightly', 'beta'],
    test: ['test', 'testing', 'testnet', 'sepolia', 'goerli', 'ci', 'sandbox', 'demo'],
    other: ['blue', 'green'],
  }).flatMap(([stage, words]) => words.map((word) => [word, stage] as const)),
)

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/\.toml$/, '')
    .split(/[/._-]+/)
    .filter((word) => word !== '' && word !== 'fly')

/** The stage that a path of a Fly configuration or the name of an app names; `production` under all of its names. */
export const stageOf = (name: string): string | undefined =>
  wordsOf(name)
    .map((word) => STAGES.get(word))
    .findLast((stage) => stage !== undefined)

/** One of several test stages: the `b` of `staging-b`. Of production, it may be another app. */
const isNumber = (word: string, before: string | undefined): boolean => {
  const stage = STAGES.get(before ?? '')
  return stage !== undefined && stage !== 'production' && /^(?:[a-z]|\d{1,2})$/.test(word)
}

const withoutNumbers = (name: string): string[] =>
  wordsOf(name).filter((word, i, all) => !isNumber(word, all[i - 1]))

/** Whether two names have the same words in another order: `shop-test-relay` is no stage of `shop-relay-test`. */
export function isReordered(a: string, b: string): boolean {
  const [one, other] = [withoutNumbers(a), withoutNumbers(b)]
  return one.join(' ') !== other.join(' ') && one.toSorted().join(' ') === other.toSorted().join(' ')
}

/** A path or a name without the words that name a stage: equal for the stages of one app. */
export const withoutStage = (name: string): string =>
  wordsOf(name)
    .filter((word, i, all) => !STAGES.has(word) && !isNumber(word, all[i - 1]))
    .join(' ')
