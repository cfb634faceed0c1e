/** Frameworks in which the path of a file is its route: Next.js, SvelteKit, Remix, Nuxt. */
const FILE_ROUTES: readonly RegExp[] = [
  /(?:^|\/)app(\/(?:[\w-]+\/)*metrics)\/route\.[jt]s$/,
  /(?:^|\/)pages(\/api\/(?:[\w-]+\/)*metrics)(?:\/index)?\.[jt]s$/,
  /(?:^|\/)routes(\/(?:[\w-]+\/)*metrics)(?:\/\+server|\/index)?\.[jt]s$/,
]

/** The route of the metrics that a file is by its path. */
export const fileRoute = (file: string): string | undefined =>
  FILE_ROUTES.map((pattern) => pattern.exec(file)?.[1]).find((route) => route !== undefined)
