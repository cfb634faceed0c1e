import { FlyError, withPrefix } from '../errors.ts'
import { flagSpecs } from '../flags.ts'
import { queries } from '../queries.ts'
import { compactJson, json } from '../render.ts'
import { graphql, type Session } from '../session.ts'
import type { Org } from '../state.ts'
import { emailOf } from '../tokens.ts'
import { FLYCTL_VERSION } from '../toMachine.ts'
import type { Command } from './command.ts'

const BUILD_DATE = '2026-08-21T14:11:32Z'

export const version: Command = {
  flags: flagSpecs('json,j!'),
  session: false,
  readsConfig: false,
  async run({ args, out }) {
    if (!args.bool('json', false)) {
      out(`flyctl v${FLYCTL_VERSION} linux/amd64 Commit: <none> BuildDate: ${BUILD_DATE}\n`)
      return
    }
    out(
      compactJson({
        Name: 'flyctl',
        Version: FLYCTL_VERSION,
        Commit: '<none>',
        BranchName: '',
        BuildDate: BUILD_DATE,
        OS: 'linux',
        Architecture: 'amd64',
        Environment: 'production',
      }),
    )
  },
}

export const whoami: Command = {
  flags: flagSpecs('json,j!'),
  session: true,
  readsConfig: false,
  async run({ session, args, out }) {
    const viewer = graphql(
      session,
      { op: 'viewer', query: queries.viewer },
      () => emailOf(session.identity) ?? '',
    )
    const email = await withPrefix('failed retrieving current user', viewer)
    out(args.bool('json', false) ? json({ email }) : `${email}\n`)
  },
}

export const orgsList: Command = {
  flags: flagSpecs('json,j!'),
  session: true,
  readsConfig: false,
  async run({ session, args, out }) {
    if (!args.bool('json', false))
      throw new FlyError("the sandbox's flyctl lists organisations only with --json")
    const orgs = await visibleOrgs(session)
    out(json(Object.fromEntries(orgs.map(({ slug, name }) => [slug, name]))))
  },
}

/** The organisations that the token shows, sorted by slug. */
function visibleOrgs(session: Session): Promise<readonly Org[]> {
  return graphql(session, { op: 'organizations', query: queries.organizations }, () => {
    const { state } = session.platform
    const slugs = session.identity.scopes.flatMap((scope) =>
      scope.kind === 'deploy' ? [state.apps.get(scope.app)?.org ?? ''] : scope.orgs,
    )
    return state.orgs.filter(({ slug }) => slugs.includes(slug)).sort((a, b) => (a.slug < b.slug ? -1 : 1))
  })
}

/** The organisation of `--org` (or `FLY_ORG`); the only personal one when it is the only one. */
export async function chosenOrg(session: Session, slug: string | undefined): Promise<Org> {
  const orgs = await visibleOrgs(session)
  const wanted = slug ?? session.terminal.env.FLY_ORG
  if (wanted !== undefined && wanted !== '') {
    const org = orgs.find((known) => known.slug === wanted)
    if (org === undefined) throw new FlyError(`organization ${wanted} not found`)
    return org
  }
  const [only, ...others] = orgs
  if (only === undefined || others.length > 0 || !only.personal) {
    throw new FlyError('org slug must be specified when not running interactively')
  }
  session.terminal.err(`automatically selected personal organization: ${only.name}\n`)
  return only
}
