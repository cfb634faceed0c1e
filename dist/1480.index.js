export const id = 1480;
export const ids = [1480];
export const modules = {
96561: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
OW: () => (desiredDashboards),
C7: () => (isInGrafana),
JO: () => (shippedDashboards)
});
var assets = __webpack_require__(43287);
var engine = __webpack_require__(4805);
var fly_engine = __webpack_require__(47817);
var config_services = __webpack_require__(36927);
var dashboard_model = __webpack_require__(67051);
var json_value = __webpack_require__(91060);
var alerts_panels = __webpack_require__(85982);
var groups = __webpack_require__(73418);
var folder = __webpack_require__(75280);
;
const SERVER_ONLY = /\b(?:prometheus_tsdb_storage_|prometheus_rule_|ALERTS\b)/;
const RENAMED = ['prometheus_tsdb_head_series', 'prometheus_agent_active_series'];
function forStore(json, config) {
const query = (0, groups.storeQuery)(config, (0, groups.allGroups)(config, { remoteWrite: true }));
const { templating } = json;
const { panels, left } = withoutServerOnly((0, json_value.Qv)(json.panels), config);
return {
...json,
...((0, json_value.OW)(templating) && {
templating: {
...templating,
list: (0, json_value.Qv)(templating.list).map((one) => variableFor(one, query)),
},
}),
panels: panels.map((panel) => filled(ofStore(panel, query), left)),
};
}
const exprOf = ({ expr }) => (typeof expr === 'string' ? expr : '');
const ofStore = (panel, query) => Array.isArray(panel.targets)
? {
...panel,
targets: (0, json_value.Qv)(panel.targets).map((target) => ({
...target,
expr: query(exprOf(target).replaceAll(...RENAMED)),
})),
}
: panel;
function variableFor(variable, query) {
const [, selector, rest] = /^label_values\((.*)(,\s*\w+\))$/s.exec(String(variable.query ?? '')) ?? [];
return selector === undefined ? variable : { ...variable, query: `label_values(${query(selector)}${rest}` };
}
function withoutServerOnly(panels, config) {
const left = [];
const kept = panels.flatMap((panel) => {
const targets = (0, json_value.Qv)(panel.targets);
if (panel.type === 'table' && targets.some((target) => exprOf(target).includes('ALERTS')))
return [alertList(panel, config)];
const known = targets.filter((target) => !SERVER_ONLY.test(exprOf(target)));
if (known.length > 0 || targets.length === 0)
return [{ ...panel, targets: known }];
left.push(panel);
return [];
});
return { panels: kept, left };
}
const alertList = ({ id, title, gridPos }, config) => ({
...{ id, title, gridPos, type: 'alertlist', transparent: false },
description: 'What is firing, as Grafana evaluates it.',
options: {
...{ viewMode: 'list', groupMode: 'default', groupBy: [], maxItems: 20, sortOrder: 3 },
...{ dashboardAlerts: false, alertName: '', alertInstanceLabelFilter: '{alertname!="Watchdog"}' },
folder: { uid: (0, folder.x)(config.monitoring.app), title: (0, folder.D)(config) },
stateFilter: { firing: true, error: true, pending: false, noData: false, normal: false },
},
});
function filled(panel, left) {
const own = placeOf(panel);
for (const one of left.map(placeOf)) {
if (one.y !== own.y)
continue;
if (one.x === own.x + own.w)
return { ...panel, gridPos: { ...own, w: own.w + one.w } };
if (one.x === 0 && own.x === one.w)
return { ...panel, gridPos: { ...own, x: 0, w: own.w + one.w } };
}
return panel;
}
const placeOf = ({ gridPos }) => gridPos;
var dashboard_builder = __webpack_require__(94637);
var fly_series = __webpack_require__(34061);
var fly = __webpack_require__(22124);
var dashboards_colors = __webpack_require__(37443);
var fly_query = __webpack_require__(7381);
;
function flyMachines(config, { series, apps, description, }) {
const always = apps.filter((app) => {
const services = (0, config_services.LE)(config.services, app);
return services.length === 0 || services.some((service) => !service.may_stop);
});
const count = (some) => `count by (app) (${series}{${(0, fly_query.R)(some)}})`;
const usual = `ceil(quantile_over_time(0.5, (${count(always)})[1d:5m]))`;
const declared = always.map((app) => `label_replace(vector(1), "app", "${app}", "", "")`);
const expected = `(${[`${count(always)} > ${usual}`, usual, count(apps), ...declared].join('\nor\n')})`;
const up = `(sum by (app) (${series}{${(0, fly_query.R)(apps)}})\nor\n0 * ${expected})`;
const labelled = (name, values) => `* on (app) group_left (${name})\ncount_values by (app) ("${name}", ${values})`;
const missing = `(${expected}\n-\n${up})\n${labelled('up', up)}\n${labelled('expected', expected)}`;
const expr = `label_replace(label_join(\n${missing}\n, "machines", " of ", "up", "expected"), "service", "$1", "app", "(.*)")`;
const { targets, fieldConfig, ...look } = (0, dashboard_builder.YM)('machinesUp');
return {
...look,
description: `${description} Expected are as many as there usually were in the last day, and at least one. Red: click the app to open it at Fly.`,
fieldConfig,
targets: (0, json_value.Qv)(targets).map((target) => ({ ...target, expr })),
};
}
var dashboards_service = __webpack_require__(12384);
;
const NO_VALUE = "No series from Fly. See the panel 'Age of Fly's series'";
const OF_MACHINE = '{{app}} {{region}} {{instance}}';
function flyDashboard(config) {
const about = {
uid: alerts_panels.$L,
title: 'Fly machines',
description: "What Fly knows about the machines and what they do not know themselves, from Fly's managed Prometheus. Times are those of Fly, which may be minutes behind.",
app: config.monitoring.app,
};
const graphs = contents(config).map(([name, content]) => [alerts_panels.JK[name].panel, (0, dashboard_builder.nd)('timeseries', content)]);
return (0, dashboard_builder.$K)((0, dashboard_builder.g9)(about, [...firstRow(config), ...(0, dashboard_builder.fU)(graphs, 5)]));
}
const appsOf = ({ apps, monitoring }) => [
...apps.map(({ app }) => app),
...((0, fly_engine.kk)(monitoring) ? [] : [monitoring.app]),
];
function appColors(config) {
const colors = (0, dashboards_service.kD)(config);
return appsOf(config).map((app) => [
app,
colors[(0, config_services.LE)(config.services, app)[0]?.name ?? ''] ?? dashboards_colors.xb,
]);
}
function firstRow(config) {
const machines = flyMachines(config, {
...{ series: 'fly_instance_up', apps: appsOf(config) },
description: 'Machines of each app that run now, of those expected.',
});
const errors = (0, dashboard_builder.nd)('stat', {
title: 'Edge errors 5m',
description: "Share of the requests of the last five minutes that Fly's proxy answered with status 5xx, of the app that has most.",
...{ unit: 'percentunit', decimals: 2, noValue: 'No requests' },
thresholds: errorSteps(config),
targets: [{ expr: `max(${(0, fly.Xh)('5m')})`, legend: 'Worst app' }],
alerts: ['EdgeErrorsHigh'],
});
return [
(0, dashboard_builder.GS)(machines, alerts_panels.JK.machinesUp.panel, { x: 0, y: 0, w: 9, h: 5 }),
(0, dashboard_builder.GS)(errors, alerts_panels.JK.edgeErrorsNow.panel, { x: 9, y: 0, w: 5, h: 5 }),
(0, dashboard_builder.GS)((0, dashboard_builder.YM)('firingAlerts'), alerts_panels.JK.firingAlerts.panel, { x: 14, y: 0, w: 10, h: 5 }),
];
}
const errorSteps = ({ alerts: { error_budget: budget } }) => [
{ value: 6 * budget, color: 'orange' },
{ value: 14.4 * budget, color: 'red' },
];
function contents(config) {
const apps = Object.fromEntries(appColors(config).map(([app, color]) => [`/^${app}( |$)/`, color]));
const graphs = [...ofMemory(config.alerts.volume_used_ratio), ...OF_CPU, ...ofProxy(config)];
return graphs.map(([name, content]) => [name, { ...content, colors: { ...apps, ...content.colors } }]);
}
const share = { unit: 'percentunit', noValue: NO_VALUE, max: 1, reaches: 1 };
const ofMemory = (fullAt) => [
[
'memory',
{
...share,
title: 'Memory used',
description: 'Share of the memory of each machine that is not available.',
targets: [{ expr: fly.M4, legend: OF_MACHINE }],
thresholds: [{ value: 0.9, color: 'red' }],
alerts: ['MachineOutOfMemory'],
},
],
[
'exits',
{
title: 'Exits',
description: 'Exit code of the last exit of each machine, and 1 where it was for lack of memory. 0 as long as there was none.',
unit: 'short',
noValue: NO_VALUE,
colors: { '/^Out of memory/': dashboards_colors.eU, '/^Exit code/': dashboards_colors.AM },
targets: [
{ expr: since('fly_instance_exit_oom'), legend: `Out of memory ${OF_MACHINE}` },
{ expr: since('fly_instance_exit_code'), legend: `Exit code ${OF_MACHINE}` },
],
alerts: ['MachineOutOfMemory'],
},
],
[
'volumes',
{
...share,
noValue: 'No volume, or no series from Fly',
title: 'Volumes used',
description: 'Share of each volume that is in use. The line is the limit of the alert.',
targets: [{ expr: fly.xr, legend: `${OF_MACHINE} {{mount}}{{id}}` }],
thresholds: [{ value: fullAt, color: 'orange' }],
alerts: ['MachineVolumeFilling'],
},
],
];
const OF_CPU = [
[
'balance',
{
title: 'CPU balance',
description: 'Seconds of CPU above its baseline that each machine may still use. At 0 it is throttled.',
unit: 's',
noValue: NO_VALUE,
targets: [{ expr: `max by (${fly.Wp}) (fly_instance_cpu_balance) / 100`, legend: OF_MACHINE }],
alerts: ['MachineThrottled'],
},
],
[
'throttled',
{
title: 'Throttled',
description: 'Seconds in each second that the CPUs of a machine wait because its quota is used up: 100 % is one CPU.',
unit: 'percentunit',
noValue: NO_VALUE,
reaches: 0.2,
targets: [{ expr: fly.pJ, legend: OF_MACHINE }],
thresholds: [{ value: fly.zV, color: 'orange' }],
alerts: ['MachineThrottled'],
},
],
[
'age',
{
title: "Age of Fly's series",
description: 'How old the newest sample of each machine is. Fly promises no age; from five minutes on, the other panels and the alerts have nothing to read.',
unit: 's',
noValue: "No series from Fly: see the target fly on Prometheus' page /targets",
reaches: 60,
targets: [{ expr: `time() - max by (${fly.Wp}) (timestamp(fly_instance_up))`, legend: OF_MACHINE }],
thresholds: [{ value: fly_series._j / 1000, color: 'red' }],
alerts: ['FlyMetricsMissing'],
},
],
];
const since = (name) => `max by (${fly.Wp}) (${name}) > 0\nor on ()\n0 * max(fly_instance_up)`;
const ofProxy = (config) => [
[
'edgeErrors',
{
title: 'Errors at the edge',
description: "Share of the requests to each app that Fly's proxy answered with status 5xx: answers of the app, and those of the proxy when no machine answers.",
unit: 'percentunit',
decimals: 2,
noValue: 'No requests through the proxy',
reaches: 18 * config.alerts.error_budget,
thresholds: errorSteps(config),
targets: [{ expr: (0, fly.Xh)('5m'), legend: '{{app}}' }],
alerts: ['EdgeErrorsHigh'],
},
],
[
'edgeRequests',
{
title: 'Requests at the edge',
description: "Requests each second that Fly's proxy answered, by app and status.",
unit: 'reqps',
noValue: 'No requests through the proxy',
colors: { '/ 4/': dashboards_colors.AM, '/ 5/': dashboards_colors.eU },
targets: [
{
expr: 'sum by (app, status) (rate(fly_edge_http_responses_count[$__rate_interval]))',
legend: '{{app}} {{status}}',
},
],
alerts: ['EdgeErrorsHigh'],
},
],
[
'latency',
{
title: 'Response time at the proxy (P95)',
description: 'How long the machines of an app took to answer, as the proxy next to them measured it.',
unit: 's',
noValue: 'No requests through the proxy',
targets: [
{
expr: 'histogram_quantile(0.95, sum by (app, le) (rate(fly_app_http_response_time_seconds_bucket[$__rate_interval])))',
legend: '{{app}}',
},
],
},
],
];
;
function forFly(json, config, apps) {
const rewrite = (0, groups.storeQuery)(config, (0, groups.allGroups)(config, { remoteWrite: false }));
return {
...json,
panels: (0, json_value.Qv)(json.panels).map((one) => {
const [first] = (0, json_value.Qv)(one.targets);
const expr = String(first?.expr ?? '');
if (one.type === 'table' && expr.includes('ALERTS'))
return alertList(one, config);
if (one.type === 'table' && expr.includes('service:targets:'))
return { ...machines(config, apps), id: one.id, gridPos: one.gridPos };
return {
...one,
targets: (0, json_value.Qv)(one.targets).map((target) => ({
...target,
expr: rewrite(String(target.expr ?? '')),
})),
};
}),
...((0, json_value.OW)(json.templating) && {
templating: {
...json.templating,
list: (0, json_value.Qv)(json.templating.list).filter(({ name }) => name !== 'service'),
},
}),
};
}
const machines = (config, apps) => flyMachines(config, {
...{ series: 'up', apps },
description: 'Machines that Fly scrapes with success now, of those expected; a web page counts as success.',
});
var self_monitoring = __webpack_require__(23546);
;
function withRemoteWriteTargets(json, config) {
if (!config || config.remote_write.length === 0)
return json;
const panels = (0, json_value.Qv)(json.panels).map((panel) => ({
...panel,
...(Array.isArray(panel.targets) && { targets: (0, json_value.Qv)(panel.targets).map(ofEachTarget) }),
}));
return { ...json, panels };
}
function ofEachTarget(target) {
const isDelay = typeof target.expr === 'string' && target.expr.startsWith(self_monitoring.fU);
if (!isDelay)
return target;
return target.instant === true
? { ...target, expr: `max(\n${self_monitoring.kP}\n)` }
: { ...target, expr: self_monitoring.kP, legendFormat: '{{remote_name}}' };
}
var shipped_panel = __webpack_require__(63627);
var slo_schema = __webpack_require__(40231);
var slos = __webpack_require__(82168);
;
const slos_NO_VALUE = 'No requests yet. If the first row is empty too, Prometheus does not answer';
const LEGEND = '{{slo}}';
function sloDashboard(config) {
const period = (0, slos.jl)(config);
const colors = (0, dashboards_colors.u0)(config.slos.map(slo_schema._));
const left = {
unit: 'percentunit',
decimals: 1,
max: 1,
noValue: slos_NO_VALUE,
targets: [{ expr: slos.wN, legend: LEGEND }],
base: 'red',
thresholds: [
{ value: 0, color: 'orange' },
{ value: 0.25, color: 'green' },
],
};
const now = (0, dashboard_builder.nd)('stat', {
...left,
title: 'Error budget left',
description: `Share of the error budget of ${period} that is left now, by events. Below 0 % the objective is missed.`,
});
const budget = (0, dashboard_builder.nd)('timeseries', {
...left,
...{ reaches: 1, colors },
signed: true,
title: 'Error budget over time',
description: `Share of the error budget of ${period} that is left. A cliff is an outage, a slope are errors that come again and again.`,
});
const about = {
uid: alerts_panels.eS,
title: 'Objectives',
description: 'Service level objectives: how much may still go wrong, and how fast it does.',
app: config.monitoring.app,
};
const panels = [
(0, dashboard_builder.GS)(now, alerts_panels.Gw.budgetNow.panel, { x: 0, y: 0, w: 14, h: 5 }),
(0, dashboard_builder.GS)((0, dashboard_builder.YM)('firingAlerts'), alerts_panels.Gw.firingAlerts.panel, { x: 14, y: 0, w: 10, h: 5 }),
(0, dashboard_builder.GS)(budget, alerts_panels.Gw.budget.panel, { x: 0, y: 5, w: 12, h: 8 }),
(0, dashboard_builder.GS)(burnRate(colors), alerts_panels.Gw.burnRate.panel, { x: 12, y: 5, w: 12, h: 8 }),
];
return (0, dashboard_builder.$K)((0, dashboard_builder.g9)(about, panels));
}
const burnRate = (colors) => (0, dashboard_builder.nd)('timeseries', {
title: 'Burn rate, last hour',
description: 'How many times faster than allowed the budget was spent in the last hour: at 1 it lasts exactly 30 days, at 14.4 two days. The lines are the limits of the alerts.',
unit: 'suffix:\u00d7',
noValue: slos_NO_VALUE,
decimals: 1,
...{ reaches: 16, colors },
thresholds: [
{ value: 6, color: 'orange' },
{ value: 14.4, color: 'red' },
],
targets: [{ expr: slos.FX, legend: LEGEND }],
});
;
function shippedDashboards(config) {
if (!config)
return [monitoring(undefined)];
return dashboardsOf(config).map((one) => ofEngine(one, config));
}
function ofEngine({ uid, text }, config) {
const { monitoring, services } = config;
if ((0, engine.yh)(monitoring))
return made(uid, forStore(JSON.parse(text), config));
if (!(0, fly_engine.kk)(monitoring))
return { uid, text };
const meant = services.filter(config_services.dC).filter(({ name }) => (0, dashboards_service.mv)(name) === uid);
const apps = meant.length > 0 ? meant : config.apps;
return made(uid, forFly(JSON.parse(text), config, apps.map(({ app }) => app)));
}
function dashboardsOf(config) {
const isOnFlys = (0, fly_engine.kk)(config.monitoring);
if ((0, shipped_panel.W_)(config) && !isOnFlys)
return [
{ uid: 'fechatter-overview', text: textOf('fechatter-overview') },
fechatterMonitoring(config),
...requestedDashboards(config),
];
const services = config.services.filter(({ metrics }) => Object.keys(metrics).length > 0);
return [
...(isOnFlys ? [] : [monitoring(config)]),
...services.map((service) => made((0, dashboards_service.mv)(service.name), (0, dashboards_service.Qf)(config, service))),
...requestedDashboards(config),
];
}
const requestedDashboards = (config) => [
...(config.slos.length > 0 ? [made(alerts_panels.eS, sloDashboard(config))] : []),
...((0, fly_engine.rH)(config.monitoring) ? [made(alerts_panels.$L, flyDashboard(config))] : []),
];
function uidIn({ json }) {
const found = (0, dashboard_model.Nb)(json);
return typeof found === 'string' ? undefined : found.uid;
}
function desiredDashboards({ config, dashboards }) {
const own = new Set(dashboards.map(uidIn));
const shipped = config.grafana.dashboards
? requestedDashboards(config).map((one) => ofEngine(one, config))
: shippedDashboards(config);
const added = shipped.filter(({ uid }) => !own.has(uid));
return [
...dashboards,
...added.map(({ uid, text }) => ({
file: `dashboards/${uid}.json`,
json: JSON.parse(text),
made: true,
})),
];
}
function isInGrafana({ config, dashboards }) {
if (!config.grafana.dashboards)
return () => true;
const uids = new Set(dashboards.map(uidIn));
for (const { uid } of requestedDashboards(config))
uids.add(uid);
return (uid) => uids.has(uid);
}
const fechatterMonitoring = (config) => {
const text = textOf(shipped_panel.tT.fechatter);
if (config.remote_write.length === 0)
return { uid: shipped_panel.tT.fechatter, text };
return made(shipped_panel.tT.fechatter, withRemoteWriteTargets(JSON.parse(text), config));
};
function monitoring(config) {
const names = {
[shipped_panel.tT.fechatter]: shipped_panel.tT.others,
'Fechatter Monitoring': 'Monitoring',
};
const json = withRemoteWriteTargets(JSON.parse(textOf(shipped_panel.tT.fechatter)), config);
const plain = (0, dashboard_builder.SY)(json, config?.monitoring.app ?? shipped_panel.tT.others, names);
const colors = Object.entries(config ? (0, dashboards_service.kD)(config) : {});
return made(shipped_panel.tT.others, {
...plain,
panels: (0, json_value.Qv)(plain.panels).map((panel) => recolored(panel, colors)),
});
}
const FECHATTER_LINE = /^\/\^(?:fechatter|notify|analytics|bot)_server/;
function recolored(panel, colors) {
const fields = (0, json_value.OW)(panel.fieldConfig) ? panel.fieldConfig : {};
const all = (0, json_value.Qv)(fields.overrides);
const kept = all.filter(({ matcher }) => !((0, json_value.OW)(matcher) && FECHATTER_LINE.test(String(matcher.options))));
if (kept.length === all.length)
return panel;
const added = colors.map(([service, color]) => (0, dashboard_builder.dS)(`/^${service}( |$)/`, color));
return { ...panel, fieldConfig: { ...fields, overrides: [...added, ...kept] } };
}
const made = (uid, json) => ({
uid,
text: `${JSON.stringify(json, null, 2)}\n`,
});
const textOf = (uid) => (0, assets.readAsset)(`dashboards/${uid}.json`);
}),
75280: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (folderTitle),
x: () => (folderUid)
});
var __import_0__ = __webpack_require__(68359);
const folderUid = (app) => `${(0, __import_0__.OO)(app, 33)}-folder`;
const folderTitle = ({ grafana, apps, monitoring, }) => grafana.folder ?? apps[0]?.app ?? monitoring.app;
}),
39768: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Dh: () => (prometheusCredentials),
RV: () => (prometheusAddress),
X1: () => (PROMETHEUS_USER)
});
var __import_0__ = __webpack_require__(69466);
const prometheusAddress = ({ app, access }) => access === 'private' ? (0, __import_0__.ds)(app) : (0, __import_0__.x6)(app);
const PROMETHEUS_USER = 'prometheus';
const prometheusCredentials = (password) => password === undefined ? undefined : { user: PROMETHEUS_USER, password };
}),
67051: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
AG: () => (dashboardInputs),
N6: () => (libraryCopies),
Nb: () => (openDashboard),
lx: () => (isDashboardUid),
uQ: () => (fromLibrary)
});
var __import_0__ = __webpack_require__(91060);
function openDashboard(json) {
if ((0, __import_0__.DI)(json))
return 'depth';
let [value, path] = [json, []];
let resource;
for (let layers = 0; layers < 3 && (0, __import_0__.OW)(value); layers++) {
const { apiVersion, metadata, spec, dashboard } = value;
if ((0, __import_0__.tB)(apiVersion).startsWith('dashboard.grafana.app/') && (0, __import_0__.OW)(spec)) {
const name = (0, __import_0__.OW)(metadata) ? metadata.name : undefined;
resource = { apiVersion: (0, __import_0__.tB)(apiVersion), uid: typeof name === 'string' ? name : undefined };
[value, path] = [spec, [...path, 'spec']];
}
else if ((0, __import_0__.OW)(dashboard) && !Array.isArray(value.panels))
[value, path] = [dashboard, [...path, 'dashboard']];
else
return modelOf(value, path, resource);
}
return 'shape';
}
function modelOf(spec, path, resource) {
const isV2 = /\/v2/.test(resource?.apiVersion ?? '') || ((0, __import_0__.OW)(spec.elements) && !Array.isArray(spec.panels));
const uid = resource?.uid ?? spec.uid ?? undefined;
const apiVersion = resource?.apiVersion.split('/')[1] ?? '';
return {
spec,
path,
uid: uid === '' ? undefined : uid,
title: (0, __import_0__.tB)(spec.title).trim(),
isV2,
apiVersion,
};
}
const UID = /^[a-zA-Z0-9_-]{1,40}$/;
const isDashboardUid = (uid) => typeof uid === 'string' && UID.test(uid);
const dashboardInputs = ({ spec, path }) => (0, __import_0__.Qv)(spec.__inputs).map((input, index) => {
const isSource = input.type === 'datasource' || typeof input.pluginId === 'string';
const isOurs = isSource && (input.pluginId ?? 'prometheus') === 'prometheus';
const hasValue = typeof input.value === 'string';
return {
path: [...path, '__inputs', index],
name: String(input.name),
type: (0, __import_0__.tB)(input.pluginId) || (isSource ? 'prometheus' : ''),
kind: isOurs ? 'prometheus' : hasValue ? 'value' : 'unresolved',
value: (0, __import_0__.tB)(input.value),
};
});
const libraryCopies = ({ spec }) => (0, __import_0__.OW)(spec.__elements) ? spec.__elements : {};
function fromLibrary(panel, copies) {
const { libraryPanel, ...own } = panel;
if (!(0, __import_0__.OW)(libraryPanel))
return { panel, uid: undefined, isCopied: false };
const uid = String(libraryPanel.uid);
const copy = Object.hasOwn(copies, uid) ? copies[uid] : undefined;
return (0, __import_0__.OW)(copy) && (0, __import_0__.OW)(copy.model)
? { panel: { ...copy.model, ...own }, uid, isCopied: true }
: { panel, uid, isCopied: false };
}
})
};
