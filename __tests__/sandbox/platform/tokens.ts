/** What a token may do, and where. */
export type Scope =
  | { readonly kind: 'user'; readonly orgs: readonly string[]; readonly email: string }
  | { readonly kind: 'org'; readonly orgs: readonly string[] }
  | { readonly kind: 'readonly'; readonly orgs: readonly string[] }
  | { readonly kind: 'deploy'; readonly app: string }

/** The holder of the tokens that a command was given; no scopes = not authenticated. */
export interface Identity {
  readonly scopes: readonly Scope[]
}

/** The tokens of the recordings. Deploy tokens are `fake-deploy-token:<app>`. */
export const defaultTokens: Readonly<Record<string, Scope>> = {
  'fake-user-token': { kind: 'user', orgs: ['acme', 'personal'], email: 'ci@example.com' },
  'fake-org-token': { kind: 'org', orgs: ['acme'] },
  'fake-readonly-token': { kind: 'readonly', orgs: ['acme', 'personal'] },
  fm2_fakeOrgMacaroon: { kind: 'org', orgs: ['acme'] },
}

const DEPLOY_TOKEN = /^fake-deploy-token:(.+)$/

/**
 * The token that flyctl would use: `FLY_ACCESS_TOKEN` beats `FLY_API_TOKEN`, white space around it does not matter.
 * `undefined` when there is none.
 */
export function tokenOf(env: Readonly<Record<string, string>>): string | undefined {
  const token = (env.FLY_ACCESS_TOKEN || env.FLY_API_TOKEN || '').trim()
  return token === '' ? undefined : token
}

/** Accepted: `FlyV1 x`, `Bearer x`, bare, several joined by commas; not in quotes (measured). */
export function identify(token: string, table: Readonly<Record<string, Scope>>): Identity {
  const bare = token.replace(/^(FlyV1|Bearer)\s+/i, '')
  const scopes = bare.split(',').flatMap((part): Scope[] => {
    const name = part.trim().replace(/^(FlyV1|Bearer)\s+/i, '')
    const app = DEPLOY_TOKEN.exec(name)?.[1]
    if (app !== undefined) return [{ kind: 'deploy', app }]
    const known = table[name]
    return known === undefined ? [] : [known]
  })
  return { scopes }
}

/** May the holder look at (or change) that app of that organisation? */
export function mayUse(
  identity: Identity,
  app: { name: string; org: string },
  wish: 'read' | 'write',
): boolean {
  return identity.scopes.some((scope) => {
    if (scope.kind === 'deploy') return scope.app === app.name
    return scope.orgs.includes(app.org) && (wish === 'read' || scope.kind !== 'readonly')
  })
}

/** May the holder create apps there? A deploy token may not (measured). */
export function mayCreate(identity: Identity, org: string): boolean {
  return identity.scopes.some(
    (scope) => (scope.kind === 'user' || scope.kind === 'org') && scope.orgs.includes(org),
  )
}

/** Who `auth whoami` says the holder is. */
export function emailOf(identity: Identity): string | undefined {
  const scope = identity.scopes[0]
  if (scope === undefined) return undefined
  return scope.kind === 'user' ? scope.email : `${scope.kind}-token@tokens.fly.io`
}
