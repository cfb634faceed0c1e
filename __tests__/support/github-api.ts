import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The author of what a workflow's token writes. */
export const BOT = 'github-actions[bot]'

export interface Stored {
  id: number
  body: string
  user: { login: string; type: string }
  html_url: string
}

export interface StoredIssue extends Stored {
  number: number
  title: string
  state: 'open' | 'closed'
  state_reason?: string
  labels: { name: string }[]
  pull_request?: object
}

export interface AskedOfGitHub {
  method: string
  path: string
  body: Record<string, unknown>
}

/** An answer in the place of the stand-in's own: an HTTP answer, a broken connection, or none at all. */
export type Fault =
  | { status: number; message?: string; headers?: Record<string, string>; text?: string }
  | 'reset'
  | 'silence'
  /** It does what it is asked, and then answers 502. */
  | 'done-but-502'

export interface GitHubApi extends AsyncDisposable {
  url: string
  asked: AskedOfGitHub[]
  /** Requests that change something. */
  writes(): string[]
  comments: Stored[]
  issues: StoredIssue[]
  checks: Record<string, unknown>[]
  statuses: Record<string, unknown>[]
  /** A comment that somebody has written before. */
  hasComment(body: string, login?: string): Stored
  /** The answer to the next requests that match, as often as there are faults; the last one for good with `always`. */
  fails(what: RegExp, faults: readonly Fault[], always?: boolean): void
  /** Called before an answer, for what happens at the same time. */
  before: (asked: AskedOfGitHub) => void | Promise<void>
  /** Whether the token may label: GitHub drops labels without a word. */
  mayLabel: boolean
  /** What GET /user and the query for the viewer answer; undefined: 403 and an error, as to a token of no account. */
  viewer: string | undefined
}

const PER_PAGE = 2

/** GitHub's API, as far as a run reports to it: two objects on each page, with links as GitHub has them. */
export async function startGitHubApi(): Promise<GitHubApi> {
  const faults: { what: RegExp; faults: Fault[]; always: boolean }[] = []
  const api: Omit<GitHubApi, 'url' | typeof Symbol.asyncDispose> = {
    asked: [],
    writes: () =>
      api.asked
        .filter(({ method, path }) => method !== 'GET' && path !== '/graphql')
        .map(({ method, path }) => `${method} ${path}`),
    comments: [],
    issues: [],
    checks: [],
    statuses: [],
    hasComment: (body, login = BOT) => {
      const comment = { ...text(login), body }
      api.comments.push(comment)
      return comment
    },
    fails: (what, some, always = false) => void faults.push({ what, faults: [...some], always }),
    before: () => undefined,
    viewer: BOT,
    mayLabel: true,
  }
  let ids = 100
  const text = (login: string) => {
    const id = ++ids
    return {
      id,
      user: { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' },
      html_url: `https://github.test/${id}`,
    }
  }
  const faultFor = (line: string): Fault | undefined => {
    const rule = faults.find((one) => one.what.test(line) && one.faults.length > 0)
    return rule && (rule.always && rule.faults.length === 1 ? rule.faults[0] : rule.faults.shift())
  }
  const routes: [RegExp, (asked: AskedOfGitHub, id: number) => [number, unknown]][] = [
    [
      /^GET \/user$/,
      () => (api.viewer?.endsWith('[bot]') === false ? [200, { login: api.viewer }] : FORBIDDEN),
    ],
    [
      /^POST \/graphql$/,
      () => [200, api.viewer ? { data: { viewer: { login: api.viewer } } } : { errors: [{ message: 'no' }] }],
    ],
    [/^GET \S+\/issues\/(\d+)\/comments$/, () => [200, api.comments]],
    [
      /^POST \S+\/issues\/(\d+)\/comments$/,
      ({ body }) => [201, api.hasComment(String(body.body), api.viewer ?? BOT)],
    ],
    [/^PATCH \S+\/issues\/comments\/(\d+)$/, ({ body }, id) => change(api.comments, id, body)],
    [
      /^DELETE \S+\/issues\/comments\/(\d+)$/,
      (_, id) => {
        const at = api.comments.findIndex((one) => one.id === id)
        if (at < 0) return MISSING
        api.comments.splice(at, 1)
        return [204, undefined]
      },
    ],
    [
      /^GET \S+\/issues$/,
      ({ path }) => {
        const asked = new URL(path, 'http://x').searchParams
        const [label, creator] = [asked.get('labels'), asked.get('creator')]
        const isOpen = ({ state, labels, user }: StoredIssue) =>
          state === 'open' &&
          (label === null || labels.some(({ name }) => name === label)) &&
          (creator === null || user.login === creator)
        return [200, api.issues.filter(isOpen)]
      },
    ],
    [
      /^POST \S+\/issues$/,
      ({ body }) => {
        const labels = api.mayLabel ? ((body.labels as string[]) ?? []).map((name) => ({ name })) : []
        const base = text(api.viewer ?? BOT)
        const issue = {
          ...base,
          number: base.id,
          title: '',
          body: '',
          ...body,
          labels,
          state: 'open' as const,
        }
        api.issues.push(issue)
        return [201, issue]
      },
    ],
    [/^PATCH \S+\/issues\/(\d+)$/, ({ body }, id) => change(api.issues, id, body)],
    [
      /^POST \S+\/check-runs$/,
      ({ body }) => {
        const check = { id: ++ids, ...body }
        api.checks.push(check)
        return [201, check]
      },
    ],
    [
      /^PATCH \S+\/check-runs\/(\d+)$/,
      ({ body }) => {
        api.checks.push(body)
        return [200, body]
      },
    ],
    [
      /^POST \S+\/statuses\/[0-9a-f]+$/,
      ({ body }) => {
        api.statuses.push(body)
        return [201, body]
      },
    ],
  ]
  const server = createServer(async (request, response) => {
    const asked = await read(request)
    api.asked.push(asked)
    await api.before(asked)
    const fault = faultFor(`${asked.method} ${asked.path}`)
    if (fault === 'silence') return
    if (fault === 'reset') return void request.socket.destroy()
    if (typeof fault === 'object') return answerFault(response, fault)
    const bare = `${asked.method} ${asked.path.replace(/\?.*/, '')}`
    const [route, handle] = routes.find(([pattern]) => pattern.test(bare)) ?? [/$/, () => MISSING]
    const [status, body] = handle(asked, Number(route.exec(bare)?.[1] ?? 0))
    if (fault === 'done-but-502') return answerFault(response, { status: 502 })
    const { page, headers } = paged(body, asked.path, `http://${request.headers.host}`)
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(page === undefined ? undefined : JSON.stringify(page))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(api, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  })
}

const FORBIDDEN: [number, unknown] = [403, { message: 'Resource not accessible by integration' }]
const MISSING: [number, unknown] = [404, { message: 'Not Found' }]

function change(all: (Stored | StoredIssue)[], id: number, body: object): [number, unknown] {
  const found = all.find((one) => one.id === id)
  return found ? [200, Object.assign(found, body)] : MISSING
}

async function read(request: IncomingMessage): Promise<AskedOfGitHub> {
  let text = ''
  for await (const chunk of request) text += chunk
  return { method: request.method ?? '', path: request.url ?? '', body: text === '' ? {} : JSON.parse(text) }
}

function answerFault(response: ServerResponse, fault: Exclude<Fault, string>): void {
  const { status, message = 'Server Error', headers, text } = fault
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(text ?? JSON.stringify({ message }))
}

/** A page of a list, and the link to the next one. */
function paged(body: unknown, path: string, origin: string) {
  if (!Array.isArray(body)) return { page: body, headers: {} }
  const url = new URL(path, origin)
  const page = Number(url.searchParams.get('page') ?? 1)
  url.searchParams.set('page', String(page + 1))
  const isLast = page * PER_PAGE >= body.length
  return {
    page: body.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    headers: isLast ? {} : { link: `<${url.href}>; rel="next", <${url.href}>; rel="last"` },
  }
}
