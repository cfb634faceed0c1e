import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, normalize } from 'node:path'
import { text } from 'node:stream/consumers'
import type { JsonObject } from '../../src/lib/json-value.ts'
import { answer, type PanelQuery } from './data-frames.ts'

/** What the front end of Grafana shows: dashboards by uid, the samples of one Prometheus, and the marks of deployments. */
export interface Served {
  /** The folder `public` of a release of Grafana, which is not part of this repository. */
  publicFolder: string
  dashboards: ReadonlyMap<string, JsonObject>
  prometheus: string
  /** In milliseconds since the epoch. */
  deployments: readonly { time: number; text: string }[]
}

const UID = 'prometheus'
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Answers what the front end asks its server while it shows a dashboard; nothing of it can be changed. */
export async function serveFrontEnd(served: Served): Promise<{ url: string; [Symbol.dispose]: () => void }> {
  const server = createServer((request, response) => {
    respond(served, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.dispose]: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function respond(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname.startsWith('/public/')) return sendFile(served.publicFolder, pathname.slice(8), response)
  if (!/^\/apis?\//.test(pathname)) {
    response.setHeader('content-type', 'text/html').end(page(served, searchParams.get('theme') ?? 'dark'))
    return
  }
  const body = request.method === 'POST' ? await text(request) : ''
  const result = await api(served, `${pathname}`, body)
  response.writeHead(result === undefined ? 404 : 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(result ?? { message: 'not found' }))
}

async function api(served: Served, path: string, body: string): Promise<unknown> {
  const uid = /^\/api\/dashboards\/uid\/([^/]+)$/.exec(path)?.[1]
  if (uid !== undefined) {
    const dashboard = served.dashboards.get(uid)
    return dashboard && { dashboard, meta: { canEdit: false, canSave: false, slug: uid, url: `/d/${uid}` } }
  }
  if (path === '/api/ds/query') return answer(served.prometheus, JSON.parse(body) as PanelQuery)
  if (path === '/api/annotations')
    return served.deployments.map((one, id) => ({ id, ...one, timeEnd: one.time, tags: ['deploy'] }))
  const resource = /\/resources\/(api\/v1\/.*)$/.exec(path)?.[1]
  if (resource !== undefined)
    return (
      await fetch(`${served.prometheus}/${resource}`, body ? { method: 'POST', body, headers: FORM } : {})
    ).json()
  if (path === '/api/search')
    return [...served.dashboards].map(([one, { title, tags }]) => ({
      uid: one,
      title,
      tags,
      url: `/d/${one}`,
      type: 'dash-db',
    }))
  return path.endsWith('/public-dashboards') || path.startsWith('/apis/') ? undefined : []
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

function sendFile(folder: string, path: string, response: ServerResponse): void {
  const file = join(folder, normalize(`/${decodeURIComponent(path)}`))
  if (!existsSync(file)) {
    response.writeHead(404).end()
    return
  }
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
  createReadStream(file).pipe(response)
}

interface Assets {
  entrypoints: Record<'app' | 'dark' | 'light', { assets: { js?: string[]; css?: string[] } }>
}

/** The page that starts the front end, with the data that Grafana's own page carries. */
function page(served: Served, theme: string): string {
  const manifest = readFileSync(join(served.publicFolder, 'build/assets-manifest.json'), 'utf8')
  const { app, dark, light } = (JSON.parse(manifest) as Assets).entrypoints
  const themes = { dark: dark.assets.css?.[0] ?? '', light: light.assets.css?.[0] ?? '' }
  const styles = [...(app.assets.css ?? []), theme === 'light' ? themes.light : themes.dark]
  const boot = { user: user(theme), settings: settings(served), navTree: [], assets: themes }
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><base href="/"><title>Grafana</title>
<meta name="viewport" content="width=device-width">
${styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('')}</head>
<body class="theme-${theme} app-grafana"><div id="reactRoot"></div>
<script>window.grafanaBootData=${JSON.stringify(boot).replaceAll('<', '\\u003c')}
window.__grafana_boot_data_promise=Promise.resolve();window.__grafana_load_failed=()=>{}</script>
${(app.assets.js ?? []).map((src) => `<script src="${src}"></script>`).join('')}</body></html>`
}

const user = (theme: string) => ({
  ...{
    isSignedIn: true,
    id: 1,
    login: 'admin',
    name: 'admin',
    email: '',
    theme,
    lightTheme: theme === 'light',
  },
  ...{
    orgId: 1,
    orgName: 'Main',
    orgRole: 'Viewer',
    orgCount: 1,
    timezone: 'utc',
    weekStart: '',
    locale: 'en-US',
  },
  ...{ language: 'en-US', regionalFormat: 'en-US', helpFlags1: 0, hasEditPermissionInFolders: false },
  permissions: {
    ...{
      'dashboards:read': true,
      'datasources:query': true,
      'datasources:read': true,
      'annotations:read': true,
    },
  },
  ...{ externalUserId: '', gravatarUrl: '', isGrafanaAdmin: false, analytics: { identifier: '' } },
})

function settings({ publicFolder }: Served): JsonObject {
  const prometheus = pluginMeta(publicFolder, 'datasource', 'prometheus')
  const source = {
    ...{ id: 1, uid: UID, type: 'prometheus', name: 'Prometheus', url: `/api/datasources/proxy/uid/${UID}` },
    ...{ access: 'proxy', isDefault: true, readOnly: true, meta: prometheus, module: prometheus.module },
    jsonData: { httpMethod: 'POST', timeInterval: '15s', prometheusType: 'Prometheus' },
  }
  const builtIn = (name: string, id: string) => {
    const meta = { ...pluginMeta(publicFolder, 'datasource', id), builtIn: true }
    return { id: -1, uid: id, type: id, name, meta, module: meta.module, jsonData: {}, access: 'proxy' }
  }
  return {
    ...{ appUrl: '/', appSubUrl: '', namespace: 'default', defaultDatasource: 'Prometheus' },
    ...{ minRefreshInterval: '5s', dashboardPerformanceMetrics: [], liveEnabled: false, autoAssignOrg: true },
    ...{ unifiedAlertingEnabled: false, alertingEnabled: false, authProxyEnabled: false, ldapEnabled: false },
    ...{ exploreEnabled: false, helpEnabled: false, newsFeedEnabled: false, anonymousEnabled: false },
    ...{
      rendererAvailable: false,
      publicDashboardsEnabled: false,
      snapshotEnabled: false,
      geomapDefaultBaseLayerConfig: {},
    },
    ...{ disableSanitizeHtml: false, trustedTypesDefaultPolicyEnabled: false, cspReportOnlyEnabled: false },
    ...{ licenseInfo: { enabledFeatures: {}, licenseUrl: '', stateInfo: '', edition: '' }, quickRanges: [] },
    ...{
      unifiedAlerting: { minInterval: '10s' },
      caching: { enabled: false },
      reporting: { enabled: false },
    },
    ...{ apps: {}, pluginsToPreload: [], angularSupportEnabled: false, oauth: {}, expressionsEnabled: true },
    ...{ azure: {}, samlEnabled: false, analytics: {}, bootData: {}, sharedWithMeFolderUID: 'sharedwithme' },
    featureToggles: { dashboardScene: true, publicDashboardsScene: true, newPanelPadding: true },
    buildInfo: {
      ...{ version: '12.2.1', commit: '', env: 'production', edition: 'Open Source', buildstamp: 1 },
      ...{ hideVersion: false, latestVersion: '', hasUpdate: false, versionString: 'Grafana' },
    },
    datasources: {
      Prometheus: source,
      '-- Grafana --': { ...builtIn('-- Grafana --', 'grafana'), uid: 'grafana', type: 'datasource' },
      '-- Mixed --': builtIn('-- Mixed --', 'mixed'),
      '-- Dashboard --': builtIn('-- Dashboard --', 'dashboard'),
    },
    panels: Object.fromEntries(
      globSync('app/plugins/panel/*/plugin.json', { cwd: publicFolder }).map((file) => {
        const id = dirname(file).split('/').at(-1) ?? ''
        return [id, { ...pluginMeta(publicFolder, 'panel', id), sort: 1, hideFromList: false }]
      }),
    ),
  } as JsonObject
}

/** What Grafana says about a plugin that is part of it. */
function pluginMeta(folder: string, kind: string, name: string): JsonObject & { module: string } {
  const path = `app/plugins/${kind}/${name}`
  const plugin = JSON.parse(readFileSync(join(folder, path, 'plugin.json'), 'utf8')) as JsonObject
  return {
    ...plugin,
    ...{
      baseUrl: `public/${path}`,
      module: `core:plugin/${name}`,
      signature: 'internal',
      loadingStrategy: 'fetch',
    },
    ...{ angular: { detected: false, hideDeprecation: false } },
  }
}
