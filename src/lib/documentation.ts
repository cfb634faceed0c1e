const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring'

/**
 * How people and scripts start this program: from its repository. As long as the package is not published, anyone can
 * register its name in the npm registry, and `npx --yes` would start that package with the Fly token in its environment.
 * Once it is published, change this and the scripts in templates/.
 */
export const PACKAGE = 'github:fechatter/deploy-monitoring'

/** The command that people run. Since version 12, npm installs from a repository only with this option. */
export const BY_NPX = `npx --allow-git=root ${PACKAGE}`

/** Where the pages of this version are: the moving tag of its major release, before the first one `main`; `npm run reference` writes it. */
const PAGES = `${REPOSITORY}/blob/main/docs`

/** The page about an alert: what it means, how to diagnose it, what to do. */
export const runbookUrl = (alert: string): string => `${PAGES}/alerts/${alert}.md`

/** The list of all alerts. */
export const RUNBOOKS_URL = `${PAGES}/alerts/README.md`

/** What a finding of mode plan means, and how to silence it; or what another code of a run means. */
export const findingUrl = (code: string): string =>
  code.includes('/') ? `${PAGES}/findings/${code}.md` : `${PAGES}/run-codes.md#${code}`
