export const id = 1601;
export const ids = [1601, 4892, 662];
export const modules = {
51601: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
runInit: () => (runInit)
});
var external_node_util_ = __webpack_require__(57975);
var manual_mark = __webpack_require__(32391);
;
function decide(file, before, force) {
if (before === undefined)
return { kind: 'create', file };
if (sameText(before, file.text))
return { kind: 'unchanged', file };
const mark = (0, manual_mark.L)(before);
if (mark && !mark.changed)
return { kind: 'update', file, before };
return { kind: force ? 'replace' : 'keep', file, before, whose: mark ? 'changed' : 'unmanaged' };
}
const sameText = (a, b) => a.replaceAll('\r\n', '\n') === b;
const isWrite = ({ kind }) => kind === 'create' || kind === 'update' || kind === 'replace';
var create = __webpack_require__(37291);
var dashboard_panels = __webpack_require__(32051);
var json_value = __webpack_require__(91060);
var lib_text = __webpack_require__(94869);
;
const TIMEOUT_MS = 2_000;
function patchOf(decision) {
const { file } = decision;
if (decision.kind === 'unchanged' || decision.kind === 'keep')
return '';
const isNew = decision.kind === 'create';
const before = isNew ? '' : decision.before;
const [from, to] = [isNew ? '/dev/null' : `a/${file.path}`, `b/${file.path}`];
const options = { context: 3, headerOptions: create.jr, timeout: TIMEOUT_MS };
const patch = (0, create.ss)(from, to, before, file.text, undefined, undefined, options) ??
`--- ${from}\n+++ ${to}\n${everyLine(before, file.text)}`;
const mode = isNew ? `new file mode ${file.executable ? '100755' : '100644'}\n` : '';
return `diff --git a/${file.path} b/${file.path}\n${mode}${patch}`;
}
function everyLine(before, after) {
const [old, fresh] = [linesOf(before, '-'), linesOf(after, '+')];
return `@@ -1,${old.length} +1,${fresh.length} @@\n${[...old, ...fresh].join('')}`;
}
const linesOf = (text, sign) => (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`);
function dashboardIn({ file: { path, text } }) {
const json = path.endsWith('.json') ? (0, json_value._D)(text) : undefined;
if (!(0, json_value.OW)(json) || !Array.isArray(json.panels))
return undefined;
return `dashboard "${(0, json_value.tB)(json.title)}" with ${(0, lib_text.U9)((0, dashboard_panels.t)(json).length, 'panel')}`;
}
var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var load = __webpack_require__(35235);
var missing_configuration = __webpack_require__(19988);
var rule_files = __webpack_require__(69360);
var files = __webpack_require__(27247);
var names = __webpack_require__(43636);
var errors = __webpack_require__(61469);
var git = __webpack_require__(94892);
var lib_pace = __webpack_require__(3449);
var lib_workspace = __webpack_require__(40493);
var order = __webpack_require__(26064);
var plan = __webpack_require__(16927);
;
function defaultBranch({ root }) {
const git = (path) => fileOfGit(root, path);
const branch = (text, where) => new RegExp(`^ref: refs/${where}/(\\S+)$`, 'm').exec(text)?.[1];
const packed = git('packed-refs');
const has = (name) => git(`refs/heads/${name}`) !== '' || packed.includes(`refs/heads/${name}\n`);
return (branch(git('refs/remotes/origin/HEAD'), 'remotes/origin') ??
['main', 'master'].find(has) ??
branch(git('HEAD'), 'heads') ??
'main');
}
const remoteOwner = ({ root }) => /^\s*url\s*=\s*\S*github\.com[:/]([\w.-]+)\/[^/\s]+$/m.exec(fileOfGit(root, 'config'))?.[1];
function fileOfGit(root, path) {
try {
return (0, lib_workspace.yR)({ root, folder: root }, `.git/${path}`)?.text ?? '';
}
catch {
return '';
}
}
var formats_yaml = __webpack_require__(69776);
var quote = __webpack_require__(51328);
var copies = __webpack_require__(46323);
var subject = __webpack_require__(47936);
var fly_names = __webpack_require__(69466);
;
const isOfTeam = ({ addresses, isOfProgram }) => !addresses && !isOfProgram;
const PLACEHOLDER = /^(?:your|my)-(?:fly-)?app-name(?:-|$)|^your-|-your-(?:app|handle|name|org|project|user(?:name)?)(?:-|$)|^app-name$|^(?:change|replace)-?me\b/;
const isPlaceholder = (text) => PLACEHOLDER.test(text);
const isAppName = (text) => text !== undefined && fly_names.C3.test(text) && !isPlaceholder(text);
const METRICS_PATH = /^\/(?:[\w.-]+\/){0,4}_?(?:metrics|prometheus)\/?$/;
const placeText = ({ file, line }) => `${file}:${line}`;
function initNote(file, at, message, hint) {
return {
code: 'init-note',
severity: 'warning',
at: { file, line: at.line, column: at.column },
message,
hint,
};
}
const leftOutNote = ({ file }, at, message, hint) => initNote(file, at ?? { line: 1, column: 1 }, message, hint);
const lossNote = (...args) => ({
...initNote(...args),
code: LOSS,
});
const LOSS = 'init-not-taken-over';
const isLoss = ({ code }) => code === LOSS;
;
const isCopy = (path) => path.startsWith(copies.NC);
function copyOfRules({ file, text }, path, errors) {
const read = (0, formats_yaml.g)(text);
if (errors.length === 0 || !read.ok || read.more || !errors.every(copies.oe))
return undefined;
const rules = (0, subject.f)(read.tree);
const lines = text.split('\n');
const wrong = rules.flatMap(({ name, node }) => {
const block = blockAt(lines, node.at.line);
return block && errors.some((error) => isIn(block, error)) ? [{ name, block }] : [];
});
const isAll = errors.every((error) => wrong.some(({ block }) => isIn(block, error)));
if (!isAll || wrong.length === rules.length)
return undefined;
const left = wrong.map(({ name }) => (0, quote.T)(name));
const copy = wrong.reduce((all, { block }) => commentedOut(all, block), lines).join('\n');
const from = `# A copy of ${path}. Rules that are comments here: ${left.join(', ')}.\n`;
return {
path: external_node_path_.posix.join(copies.NC, path),
text: (0, manual_mark.E)(from + copy, undefined),
executable: false,
original: file,
left,
};
}
const isIn = ({ from, to }, { at }) => at !== undefined && at.line >= from && at.line <= to;
function blockAt(lines, from) {
const indent = (lines[from - 1] ?? '').search(/\S/);
if (lines[from - 1]?.slice(indent, indent + 2) !== '- ')
return undefined;
const hasText = (line) => /^\s*[^#\s]/.test(line);
const rest = lines.slice(from);
const end = rest.findIndex((line) => hasText(line) && line.search(/\S/) <= indent);
const length = rest.slice(0, end === -1 ? undefined : end).findLastIndex(hasText) + 1;
return { from, to: from + length, indent };
}
const commentedOut = (lines, { from, to, indent }) => lines.map((line, i) => i + 1 < from || i + 1 > to || line.trim() === ''
? line
: `${line.slice(0, indent)}# ${line.slice(indent)}`);
function copyNote({ path, original, left }, errors) {
const [first] = errors;
if (!first?.at)
return [];
const rules = `${left.length === 1 ? 'rule' : 'rules'} ${(0, lib_text.p_)(left)}`;
const message = `The draft has a copy of this file, ${path}, without the ${rules}: \`plan\` refuses ${left.length === 1 ? 'it' : 'them'} (${first.code}). ${first.message}`;
const hint = `${first.hint} When they are corrected here, name this file in \`alerts.rules\` in place of the copy, which does not follow it.`;
return [lossNote(original, first.at, message, hint.trimStart())];
}
;
const PLACES = [
[
/\b(?:setDefaultLabels\(|defaultLabels:|customLabels:|preset_labels:|(?:static|custom|const)_labels[ \t]?=|ConstLabels:|WrapRegistererWith\(|SetStaticLabels\()[\w.<>,()[\] \t\n]{0,80}\{(?=(?<body>(?:[^{};]|\{[^{};]{0,100}\}){0,300}))/g,
/(?:^|,)\s*\[?["']?(\w+)["']?\]?\s*(?:(?:=>|[:=])([^,]*)|(?=,|\s*$))/g,
],
[
/\b(?:add_global_label|const_label|[cC]ommonTags|SetStaticLabels)\((?=(?<body>(?:[^;)]|\(\)){1,300}))/g,
/"(\w+)"\s*,([^,]*)/g,
],
[/^management\.metrics\.tags\.(?=(?<body>[^\n]{1,200}))/gm, /^(\w+)\s*[=:](.*)/g],
[/^([ \t]+)tags:[ \t]*\n(?=(?<body>(?:\1[ \t]+\w+:[^\n]*(?:\n|$)){1,10}))/gm, /(\w+):(.*)/g],
];
const ownLabelsIn = (files) => files.flatMap(({ file, text }) => PLACES.flatMap(([place, key]) => [...text.matchAll(place)].flatMap(({ index, groups }) => {
const start = text.lastIndexOf('\n', index) + 1;
if (/^\s*(?:\/\/|#|\*|--)/.test(text.slice(start, index)))
return [];
const at = { file, line: (0, lib_text.mh)(text, index), column: 1 };
return [...(groups?.body ?? '').matchAll(key)].map(([, name = '', value = '']) => ({
name,
value: /^\s*["']([^"'$]*)["']/.exec(value)?.[1],
at,
}));
})));
const TARGET_LABELS = ['service', 'app', 'job', 'instance'];
function ofTargets(endpoints, labels) {
if (endpoints.length === 0)
return [];
const more = endpoints.flatMap(({ options }) => Object.keys(options?.labels ?? {}));
return labels().filter(({ name }) => [...TARGET_LABELS, ...more].includes(name));
}
function ownLabelNotes(labels, app) {
const [first] = labels;
if (!first)
return [];
const names = (prefix) => (0, lib_text.p_)([...new Set(labels.map(({ name }) => `\`${prefix}${name}\``))]);
const message = `The metrics of ${app} have ${names('')} among their own labels here, and so has each target: Prometheus stores theirs as ${names('exported_')}.`;
const hint = 'Write that in queries for what the code sets, or rename it in the code.';
return [initNote(first.at.file, first.at, message, hint)];
}
const withExportedName = (said, labels) => said.map((one) => {
const [, name, value = ''] = /`(\w+)=~?"([^"`]*)"`/.exec(one.message) ?? [];
const own = labels.find((label) => label.name === name && (label.value ?? value) === value);
if (!own)
return one;
const hint = `${placeText(own.at)} sets a label \`${name}\`: for that, write \`exported_${name}=${(0, quote.T)(value)}\`, except for \`up\`, which has only labels of targets.`;
return { ...one, hint: `${one.hint} ${hint}`.trimStart() };
});
var dist = __webpack_require__(38815);
var preset = __webpack_require__(21356);
var types = __webpack_require__(18301);
var documentation = __webpack_require__(25478);
;
function commentReceivers(document, open) {
if (open.length === 0)
return;
const notify = document.getIn(['alerts', 'notify'], true);
const alerts = document.get('alerts', true);
if ((0, dist.jh)(notify))
notify.comment = commentOf(open);
else if ((0, dist.jh)(alerts))
alerts.comment = commentOf(open, 'notify');
else if ((0, dist.jh)(document.contents)) {
const key = document.contents.items
.map((pair) => pair.key)
.find((one) => (0, dist.jn)(one) && one.value === 'grafana');
if ((0, dist.jn)(key))
key.commentBefore = commentOf(open, 'alerts', 'notify');
}
}
function commentOf(open, ...keys) {
const receivers = Object.fromEntries(open.map(({ kind, values }) => [kind, values]));
const below = keys.reduceRight((inner, key) => ({ [key]: inner }), receivers);
const text = (0, dist.As)(below, { nullStr: '', lineWidth: 0 }).trimEnd().replace(/ +$/gm, '');
return [...open.map(({ comment }) => comment), HOW, ...text.split('\n')]
.map((line) => ` ${line}`)
.join('\n');
}
const HOW = 'Fill in what is empty, and remove the "# " from these lines:';
var prometheus = __webpack_require__(10980);
;
const endpointOf = ({ app, process, port, addresses }) => JSON.stringify([app, process, port, addresses]);
const byEndpoint = (services) => [
...Map.groupBy(services, endpointOf).values(),
];
const scrapedTwice = (services) => byEndpoint(services).flatMap(([first, ...others]) => others.flatMap(({ at, name, path }) => !first || !at || (first.name === name && first.path === path)
? []
: lossNote(at.file, at, `${(0, quote.T)(name)} scrapes the same port of ${first.app} as ${(0, quote.T)(first.name)}, with path ${path}. It is not taken over.`, `The draft has one service for it, with path ${first.path}: change rules and dashboards that select ${(0, quote.T)(name)}.`)));
function withDistinctNames(services) {
const taken = new Set([prometheus.gu]);
const all = byEndpoint(services).flatMap(([first]) => first ?? []);
return all.map((service) => {
const isShared = all.some(({ name, app }) => name === service.name && app !== service.app);
const name = serviceName(isShared && service.app !== '' ? { ...service, name: service.app } : service);
const free = [
name,
`${name.slice(0, 50)}_${service.port ?? 2}`,
`${service.app.slice(0, 50).replace(/^\d/, '_')}_${service.port}`,
];
const chosen = free.find((one) => !taken.has(one)) ?? `${name.slice(0, 40)}_${service.port}_${taken.size}`;
taken.add(chosen);
return { ...service, name: chosen };
});
}
function serviceName({ name, app }) {
const wanted = name === prometheus.gu || name === '' ? app : name;
const safe = wanted.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 63);
return /^[a-zA-Z_]/.test(safe) ? safe : `_${safe.slice(0, 62)}`;
}
;
const SCHEMA = 'https://raw.githubusercontent.com/fechatter/deploy-monitoring/v1/templates/monitoring.schema.json';
const DASHBOARDS = 'grafana-dashboards';
function draftConfiguration(found, names) {
const document = new dist.yo(compose(found, names));
const services = servicesOf(found);
comment(document, ['monitoring', 'organization'], `${organizationEvidence(found, names)}${ORGANIZATION}`);
if (document.getIn(['monitoring', 'region']) === null)
comment(document, ['monitoring', 'region'], REGION);
comment(document, ['monitoring', 'access'], ACCESS);
comment(document, ['services'], SERVICES);
for (const [i, app] of appsOf(found).entries()) {
if (app.comment !== undefined)
comment(document, ['apps', i, 'app'], app.comment);
if (app.build) {
const key = app.build.context === undefined ? 'dockerfile' : 'context';
comment(document, ['apps', i, key], ` Evidence: ${app.build.why}.`);
}
const why = watchedBecause(app, found);
if (why !== undefined)
comment(document, ['apps', i, 'deploy'], why);
}
for (const [i, { port, comment: why, addresses }] of services.entries())
if (port === undefined && !addresses)
comment(document, ['services', i, 'port'], UNKNOWN);
else if (why !== undefined)
comment(document, ['services', i, 'port'], why);
if (found.isPreset && found.services.length === 0)
comment(document, ['services', 0, 'port'], PRESET);
onOneLine(document);
commentReceivers(document, found.open);
document.commentBefore = ` yaml-language-server: $schema=${SCHEMA}\n${ABOUT}`;
return document
.toString({ lineWidth: 0, nullStr: '' })
.replace(/^( *(?:- )?(?:port|region):) $/gm, '$1')
.replace(/\n(?=(?:apps|alerts|grafana):|# Prometheus scrapes|# Receiver )/g, '\n\n');
}
const ORGANIZATION = ' Apps that do not exist yet are created here: the slug of your organization, see "flyctl orgs list".';
const REGION = ' Not known, because no Fly configuration has primary_region: a region such as fra, near the apps.';
const ACCESS = ' Public HTTPS with a password, user prometheus. public: without a password.';
const ABOUT = ` What is monitored, and how. monitoring/, fly.monitoring.toml and the deploy are generated from this file:\n after a change, run "${documentation.vl} init".`;
const SERVICES = " Prometheus scrapes over Fly's private network, which is IPv6: services must listen on [::], not on 0.0.0.0.\n metrics: what a service exposes, NAME: counter | gauge | histogram | summary. A labelled counter does not exist before\n its first event: { type: counter, expect: after-traffic }.";
const WATCHED = ' Its Fly configuration is not in this repository, so it is only monitored. To deploy it: config: PATH instead of this.';
const UNKNOWN = ' Not known: no endpoint for metrics was found in this repository. Fill in the port, and the path if it is not /metrics.';
const PRESET = ' No services were found in this repository, so these are the four services of the preset: replace them.';
function organizationEvidence({ places, monitoring }, names) {
const at = monitoring.organization === undefined ? undefined : places.organization;
return at === undefined || names.organization !== undefined ? '' : ` Evidence: ${placeText(at)}.`;
}
const isOnlyWatched = ({ config, deployedBy, runs, withMore, held }, { isPreset }) => config === undefined || ((deployedBy ?? runs ?? withMore ?? held) !== undefined && !isPreset);
function watchedBecause(app, found) {
const { config, deployedBy } = app;
if (app.template !== undefined)
return ` ${app.deployedBy ? placeText(app.deployedBy) : 'A deploy'} makes its Fly configuration from ${app.template}, so it is only monitored.`;
if (app.runsPrometheus !== undefined)
return ` ${app.runsPrometheus} runs Prometheus in it, which is left alone: it is only monitored.`;
if (config === undefined)
return WATCHED;
if (!isOnlyWatched(app, found))
return undefined;
if (!deployedBy && app.isDatabase)
return ` ${app.held}.`;
if (!deployedBy && app.withMore)
return ` ${placeText(app.withMore.at)} deploys it with ${(0, lib_text.p_)(app.withMore.options)}, which a deploy with this action does not have. To deploy it with this action nevertheless: remove this line.`;
if (!deployedBy) {
const why = app.held ?? `It runs ${app.runs}, and nothing here deploys it`;
return ` ${why}. To deploy it with this action: remove this line.`;
}
const options = app.options === undefined ? '' : `, with ${(0, lib_text.p_)(app.options)}`;
if (app.named !== undefined)
return ` ${placeText(deployedBy)} deploys this configuration to the app that ${app.named} names: is it this one?`;
if (app.mayDeploy)
return ` ${placeText(deployedBy)} may deploy it${options}: only a run knows which apps it deploys. If it does not, remove this line.`;
const places = [deployedBy, ...(app.alsoDeployedBy ?? [])].map(placeText);
const [verb, step] = places.length === 1 ? ['deploys', 'that step'] : ['deploy', 'those steps'];
const deploy = app.mayDeploy ? 'may deploy' : verb;
return ` ${(0, lib_text.p_)(places)} ${deploy} it already${options}. To deploy it here instead: remove ${step}, and this line.`;
}
function compose(found, names) {
const { monitoring, isPreset, product } = found;
const apps = appsOf(found);
return {
monitoring: {
app: names.monitoringApp ?? monitoring.app ?? `${product.slice(0, 52)}-monitoring`,
organization: names.organization ?? monitoring.organization ?? 'personal',
region: names.region ?? monitoring.region ?? (isPreset ? 'nrt' : null),
access: 'password',
...(monitoring.scrape_interval !== undefined && { scrape_interval: monitoring.scrape_interval }),
...(monitoring.retention !== undefined && { retention: monitoring.retention }),
...(monitoring.volume && { volume: monitoring.volume }),
...(monitoring.vm && { vm: monitoring.vm }),
...(monitoring.image !== undefined && { image: monitoring.image }),
},
apps: apps.map((one) => ({
app: one.app,
...(one.config !== undefined && { config: one.config }),
...(one.build?.context !== undefined && { context: one.build.context }),
...(one.build?.dockerfile !== undefined && { dockerfile: one.build.dockerfile }),
...(isOnlyWatched(one, found) && { deploy: false }),
...(one.health !== undefined && { health: one.health }),
})),
services: servicesOf(found).map((service) => asWritten(service, isPreset)),
...((found.rules.length > 0 || Object.keys(found.notify).length > 0) && {
alerts: {
...(found.rules.length > 0 && { rules: found.rules }),
...(Object.keys(found.notify).length > 0 && { notify: found.notify }),
},
}),
grafana: {
folder: isPreset ? 'Fechatter' : product,
dashboards: [...new Set([DASHBOARDS, ...found.dashboards])],
},
};
}
const { services: presetServices } = (0, preset.u)({});
const appsOf = ({ apps }) => (apps.length > 0 ? apps : [{ app: types._f }]);
function servicesOf(found) {
const app = appsOf(found)[0]?.app ?? '';
if (found.services.some(isOfTeam))
return found.services;
if (found.isPreset)
return withDistinctNames([
...found.services,
...presetServices.map(({ name, port }) => ({ name, app, port, path: '/metrics' })),
]);
const open = found.openApp ?? app;
return withDistinctNames([...found.services, { name: open, app: open, port: undefined, path: '/metrics' }]);
}
function asWritten({ name, app, port, path, process, options, addresses }, isPreset) {
const metrics = isPreset ? presetServices.find((known) => known.name === name)?.metrics : undefined;
return {
name,
...(addresses ? { discovery: 'static', addresses } : { app, port: port ?? null }),
...(path !== '/metrics' && { path }),
...(process !== undefined && { process }),
...options,
...(metrics && { metrics }),
};
}
function comment(document, path, text) {
const parent = document.getIn(path.slice(0, -1), true);
if (!(0, dist.jh)(parent))
return;
const key = parent.items.map((pair) => pair.key).find((one) => (0, dist.jn)(one) && one.value === path.at(-1));
if ((0, dist.jn)(key))
key.commentBefore = text;
}
function onOneLine(document) {
(0, dist.YR)(document, {
Map: (_, node, path) => {
const isLeaf = node.items.every(({ value }) => (0, dist.jn)(value));
if (isLeaf && path.length > DEPTH_OF_VALUES)
node.flow = true;
},
});
}
const DEPTH_OF_VALUES = 4;
var dashboard = __webpack_require__(17343);
var formats_json = __webpack_require__(64441);
var lint = __webpack_require__(49538);
;
async function dashboardsIn({ sources }, pace) {
const found = [];
await pace.each(sources.dashboards, ({ file, text: read }) => {
const text = read();
if (text !== undefined)
found.push({
file,
ours: OURS.test(text) ? uidOf(text) : [],
metricOfCode: () => metricOfCode(text),
alerts: HAS_ALERTS.test(text) ? alertsIn(text) : [],
});
});
return found;
}
const OURS = /"(?:fechatter-overview|fechatter-monitoring|deploy-monitoring)"/;
function uidOf(text) {
try {
const json = JSON.parse(text);
const uid = json?.uid ?? json?.dashboard?.uid;
return typeof uid === 'string' ? [uid] : [];
}
catch {
return [];
}
}
const HAS_ALERTS = /"alerts?"\s*:\s*[[{]/;
function alertsIn(text) {
const read = (0, formats_json.V)(text);
const json = read.ok && (0, json_value.OW)(read.value) ? read.value : {};
const inner = (0, json_value.OW)(json.dashboard) ? json.dashboard : json;
const panels = (0, json_value.Qv)(inner.panels).flatMap((panel) => [panel, ...(0, json_value.Qv)(panel.panels)]);
const ofPanels = panels.flatMap(({ title, alert }) => (0, json_value.OW)(alert) && Array.isArray(alert.conditions) ? [alert.name ?? title] : []);
const listed = (0, json_value.Qv)(inner.alerts).map(({ name, title }) => name ?? title);
return [...ofPanels, ...listed].map((name) => (typeof name === 'string' ? name : 'one without a name'));
}
const ownAlertNotes = (dashboards, inside) => dashboards
.filter(({ alerts }) => alerts.length > 0)
.map(({ file, alerts }) => lossNote(file, { line: 1, column: 1 }, `${inside(file)} has alerts of its own: ${(0, lib_text.H$)(alerts)}. They are not taken over: Grafana from version 11 on does not evaluate alerts of panels.`, 'Write them as rules of Prometheus, and name that file in `alerts.rules`.'));
const shippedPaths = (dashboards, inside) => new Map(dashboards.flatMap(({ file, ours }) => ours.map((uid) => [uid, inside(file)])));
const OF_SERVERS = /^(?:up$|ALERTS|(?:scrape|fly|prometheus|alertmanager|promhttp|net|process|go)_)|:/;
function metricOfCode(text) {
const read = (0, formats_json.V)(text);
const panels = (read.ok && (0, dashboard.F)(read.value)?.panels) || [];
const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => (0, lint.xB)(expr, 'panel').parsed.selectors));
const isOfCode = ({ metric }) => metric !== undefined && !OF_SERVERS.test(metric);
const isWhole = queries.every((selectors) => selectors.length > 0 && selectors.every(isOfCode));
return isWhole ? queries[0]?.[0]?.metric : undefined;
}
const withoutData = (dashboards, { services, isPreset }) => services.length > 0 || isPreset ? [] : dashboards.filter((one) => one.metricOfCode() !== undefined);
function withoutDataNotes(dashboards, inside) {
const [first] = dashboards;
if (!first)
return [];
const places = (0, lib_text.H$)(folders(dashboards.map(({ file }) => inside(file))));
return [
lossNote(first.file, { line: 1, column: 1 }, `Dashboards are not in the draft: ${places}. All of their panels would stay empty: nothing is scraped yet, and they ask only for metrics of code, such as ${first.metricOfCode()}.`, 'When the port of a service that publishes these metrics is filled in, add them to `grafana.dashboards`.'),
];
}
function folders(files) {
const folderOf = (file) => file.slice(0, Math.max(file.lastIndexOf('/'), 0));
const named = files.map((file) => (/dashboard|grafana/i.test(folderOf(file)) ? folderOf(file) : file));
return [...new Set(named)].filter((one) => !named.some((other) => one.startsWith(`${other}/`))).toSorted();
}
var dockerfile = __webpack_require__(67481);
var external_node_net_ = __webpack_require__(77030);
var formats_tree = __webpack_require__(68587);
var plain_http = __webpack_require__(40561);
;
const LOCAL_NAME = /\.(?:local|lan|home|corp|intranet|localdomain|svc|internal|flycast|consul|docker|private|vpn|onion|arpa)$/i;
const VPN_NAME = /\.(?:ts\.net|tailscale\.net|netbird\.cloud|netbird\.selfhosted)$/i;
const isLocalHost = (host) => (0, plain_http.Sf)(host) || LOCAL_NAME.test(host) || VPN_NAME.test(host);
const INSIDE = /^(?:kubernetes|docker|dockerswarm|consul|nomad)_sd_configs$/;
const ON_FLY = /\.(?:internal|flycast)$/i;
function ownNetwork(root, file) {
const tables = (0, formats_tree.ld)((0, formats_tree.Jt)(root, 'scrape_configs')).filter((job) => job.kind === 'table');
if (tables.some(isOnFly))
return undefined;
for (const job of tables) {
const discovery = [...job.entries].find(([key]) => INSIDE.test(key));
if (discovery)
return { at: { file, ...discovery[1].at }, what: `\`${discovery[0]}\`` };
const target = (0, formats_tree.ld)((0, formats_tree.Jt)(job, 'static_configs'))
.flatMap((config) => (0, formats_tree.ld)((0, formats_tree.Jt)(config, 'targets')))
.find((one) => isElsewhere((0, formats_tree.ws)(one) ?? ''));
if (target)
return { at: { file, ...target.at }, what: (0, quote.T)((0, formats_tree.ws)(target) ?? '') };
}
return undefined;
}
const isOnFly = (job) => [
...(0, formats_tree.ld)((0, formats_tree.Jt)(job, 'static_configs')).flatMap((config) => (0, formats_tree.ld)((0, formats_tree.Jt)(config, 'targets'))),
...(0, formats_tree.ld)((0, formats_tree.Jt)(job, 'dns_sd_configs')).flatMap((config) => (0, formats_tree.ld)((0, formats_tree.Jt)(config, 'names'))),
].some((one) => ON_FLY.test(hostOf((0, formats_tree.ws)(one) ?? '')));
const hostOf = (address) => /^(?:https?:\/\/)?([^/:]{1,253})/.exec(address)?.[1] ?? '';
function isElsewhere(address) {
const host = hostOf(address);
if ((0, external_node_net_.isIP)(host) === 4)
return (0, plain_http.Sf)(host) && !host.startsWith('127.');
return (LOCAL_NAME.test(host) && !ON_FLY.test(host)) || VPN_NAME.test(host);
}
const MANIFESTS = ['kustomization.yaml', 'kustomization.yml', 'Chart.yaml'];
const clusterFile = (folder, exists) => [folder, external_node_path_.posix.dirname(folder)]
.flatMap((one) => MANIFESTS.map((name) => external_node_path_.posix.join(one, name)))
.find(exists);
var glob = __webpack_require__(44321);
;
const OTHER_RULER = /\b(?:mimirtool|cortextool|lokitool|grafana[ -]cloud|grafana mimir|mimir ruler|vmalert|thanos rule(?:r)?|create-rule-groups-namespace|amazon managed (?:service for )?prometheus)\b/i;
const TOOL = /\b(?:mimirtool|cortextool|lokitool|vmalert|create-rule-groups-namespace)\b/i;
const FOR_PROMETHEUS = /\brule_files\b|\bprometheus\.ya?ml\b/;
const HEADER = /^(?:[ \t]*(?:#[^\n]*|---)?\n){1,200}/;
function otherRuler({ file, text }, textOf) {
const header = HEADER.exec(text)?.[0] ?? '';
const readme = external_node_path_.posix.join(external_node_path_.posix.dirname(file), 'README.md');
const beside = external_node_path_.posix.dirname(readme) === '.' ? '' : (textOf(readme) ?? '');
const found = [
{ path: file, said: header, pattern: OTHER_RULER },
{ path: readme, said: beside, pattern: TOOL },
].flatMap(({ path, said, pattern }) => {
const match = FOR_PROMETHEUS.test(said) ? undefined : pattern.exec(said);
return match ? { name: match[0], at: { file: path, line: (0, lib_text.mh)(said, match.index), column: 1 } } : [];
});
return found[0];
}
const staysThere = (file, { name, at }) => lossNote(file, { line: 1, column: 1 }, `No Prometheus of this repository names these rules, and ${at.file}:${at.line} says ${(0, quote.T)(name)}: they ask for the series that are there. They are not taken over.`, 'Keep them there. Copy those that are about metrics of the services in monitoring.yml to a file in `alerts.rules`.');
;
function findRules(rules, prometheus, { lost, exists, textOf, compose }) {
const notes = [];
const byConfiguration = new Map(prometheus.map(({ file, ruleFiles }) => {
const found = ruleFiles.flatMap(({ value, at }) => {
const mounted = rules.filter((rule) => isMounted(rule.file, value, compose));
const named = mounted.length > 0
? mounted
: rules.filter((rule) => isNamed(rule.file, value, external_node_path_.posix.dirname(file)));
if (named.length === 0) {
const isHere = exists(external_node_path_.posix.join(external_node_path_.posix.dirname(file), value));
notes.push(lossNote(at.file, at, ...(isHere ? noRulesIn(value) : notHere(value))));
}
return named.map((rule) => rule.file);
});
return [file, [...new Set(found)]];
}));
const named = new Set([...byConfiguration.values()].flat());
const notNamed = rules.filter(({ file }) => !named.has(file));
const elsewhere = notNamed.flatMap((rule) => {
const ruler = otherRuler(rule, textOf);
return ruler ? { file: rule.file, ruler } : [];
});
notes.push(...elsewhere.map(({ file, ruler }) => staysThere(file, ruler)));
const others = notNamed
.map(({ file }) => file)
.filter((file) => elsewhere.every((one) => one.file !== file));
const areNamed = prometheus.some(({ ruleFiles }) => ruleFiles.length > 0) &&
!prometheus.some(({ isUnreadable }) => isUnreadable);
const unnamed = areNamed ? others : [];
return {
files: [...named, ...others].toSorted(),
byConfiguration,
notes,
inDraft: (isIn) => [
...inUse(unnamed.filter(isIn)),
...prometheus.flatMap((one) => withoutJobs(one, (byConfiguration.get(one.file) ?? []).filter(isIn), lost)),
],
};
}
function inUse([first, ...more]) {
if (first === undefined)
return [];
return [
initNote(first, { line: 1, column: 1 }, `No Prometheus of this repository names the rules in ${(0, lib_text.H$)([first, ...more])}. The draft has them in \`alerts.rules\`.`, 'Remove them there if they are not in use.'),
];
}
const noRulesIn = (path) => [
`${(0, quote.T)(path)} has no rules that can be read. It is not taken over.`,
'If it is a template, name the file that is made from it in `alerts.rules`.',
];
const notHere = (path) => [
`The rules in ${(0, quote.T)(path)} are not in this repository. They are not taken over.`,
'Add the files here, and name them in `alerts.rules`.',
];
function withoutJobs({ file, targets, lostJobs }, rules, lost) {
const taken = targets.filter((target) => !lost.includes(target)).map(({ name }) => name);
const names = new Set([...lostJobs, ...targets.flatMap(({ name }) => (taken.includes(name) ? [] : name))]);
const [first] = rules;
if (names.size === 0 || first === undefined)
return [];
const jobs = taken.length === 0 ? 'no job' : `not the jobs ${(0, lib_text.H$)([...names].map(quote.T))}`;
return [
initNote(first, { line: 1, column: 1 }, `The draft has ${(0, lib_text.H$)(rules)} in \`alerts.rules\`, but ${jobs} of ${file}: metrics that only those jobs have are missing, and such an alert never fires.`, 'Keep that Prometheus with its rules, or add services that have these metrics. Remove the rules that are left there from `alerts.rules`.'),
];
}
const isMounted = (file, pattern, compose) => compose
.flatMap(({ mounts }) => mounts)
.some(({ source, target }) => (file === source || file.startsWith(`${source.replace(/\/$/, '')}/`)) &&
(0, glob.m)(external_node_path_.posix.resolve('/etc/prometheus', pattern), external_node_path_.posix.join(target, external_node_path_.posix.relative(source, file)).replace(/\/$/, '')));
function isNamed(file, pattern, folder) {
const path = pattern.startsWith('/') ? undefined : external_node_path_.posix.join(folder, pattern);
if (path !== undefined && (0, glob.m)(path, file))
return true;
return (0, glob.m)(external_node_path_.posix.basename(pattern), external_node_path_.posix.basename(file)) && isBelowName(file, pattern);
}
const isBelowName = (file, pattern) => !external_node_path_.posix.basename(pattern).startsWith('*') ||
external_node_path_.posix.basename(external_node_path_.posix.dirname(file)) === external_node_path_.posix.basename(external_node_path_.posix.dirname(pattern)) ||
external_node_path_.posix.dirname(pattern) === '/etc/prometheus';
;
const withDefaults = (text) => text.replace(/\$\{\w+:?-([^{}]*)\}/g, '$1');
const TEMPLATE = /\$\{?\w|\{\{|\{%|<%|%\w+%|__\w+__|<[^<>@]*>|^@\w+@$/;
const WORD = /(?:^|[^a-z])(?:your|change|replace|xxx+)(?:$|[-_. ]|me|[a-z]*\.)/i;
const MAX_TEXT = 300;
const isTemplate = (text) => TEMPLATE.test(text.slice(0, MAX_TEXT));
const isStandIn = (text) => isTemplate(text) || WORD.test(text.slice(0, MAX_TEXT));
var recognise = __webpack_require__(18483);
;
const hasRules = (text) => /^[ \t]*(?:-[ \t]+)?["']?(?:alert|record)["']?:[ \t]*\S/m.test(text) &&
/^[ \t]*(?:-[ \t]+)?["']?expr["']?:/m.test(text);
const MONITOR = /^[ \t]*(?:-[ \t]+)?kind:[ \t]*["']?(?:ServiceMonitor|PodMonitor)\b/m;
const CONTENTS = [
{
what: 'rules for Loki',
is: (text) => hasRules(text) && recognise.U1.test(text),
hint: 'They stay where Loki reads them: Prometheus has no logs.',
},
{
what: 'rules',
is: (text) => hasRules(text) && !recognise.U1.test(text),
hint: 'Copy those that are about apps on Fly to a rule file (`groups:`, as for promtool), and name it in `alerts.rules`.',
},
{
what: 'scrape jobs',
is: (text) => /^[ \t]*(?:-[ \t]+)?(?:scrape_configs|(?:additional|extra)ScrapeConfigs):/m.test(text) &&
/\bjob_name:/.test(text) &&
!/\bpipeline_stages:|^server:|^[ \t]*(?:positions|clients):/m.test(text),
hint: 'Add a service to monitoring.yml for each endpoint of theirs that is on Fly.',
},
{
what: 'scrape settings (ServiceMonitor or PodMonitor)',
is: (text) => MONITOR.test(text),
hint: 'They are for Kubernetes. Give the services in monitoring.yml what they set, such as an interval or labels, where that holds on Fly as well.',
},
{
what: 'receivers of an Alertmanager',
is: (text) => /^kind:[ \t]*AlertmanagerConfig\b/m.test(text),
hint: 'Add those that are to be notified to `alerts.notify`.',
},
];
const isEmbedding = (text) => CONTENTS.some(({ is }) => is(text));
function embeddedNotes(files) {
const having = files.flatMap((file) => {
const contents = CONTENTS.filter(({ is }) => is(file.text));
const what = `${(0, lib_text.p_)(contents.map((one) => one.what))} in ${containerOf(file)}`;
return contents.length > 0 ? [{ file, contents, what }] : [];
});
return [...Map.groupBy(having, ({ what }) => what)].flatMap(([what, same]) => {
const [first] = same;
if (!first)
return [];
const names = (0, lib_text.H$)(same.map(({ file }) => file.file));
const message = `${names} ${same.length > 1 ? 'have' : 'has'} ${what}. They are not taken over.`;
const hint = first.contents.map((one) => one.hint).join(' ');
return [lossNote(first.file.file, { line: lineOf(first.file.text), column: 1 }, message, hint)];
});
}
const KEY = /^[ \t]*(?:-[ \t]+)?["']?(?:alert|record|scrape_configs|(?:additional|extra)ScrapeConfigs|receivers)["']?:|^[ \t]*(?:-[ \t]+)?kind:[ \t]*["']?(?:ServiceMonitor|PodMonitor)\b/m;
const lineOf = (text) => (0, lib_text.mh)(text, KEY.exec(text)?.index ?? 0);
const embedded_TEMPLATE = /\{\{-?\s*(?:\.Values|include)\b|^[ \t]*\{\{-?\s*(?:if|range|define|with)\b|\{%|<%/m;
function containerOf({ file, text }) {
if (/sonnet$/.test(file))
return 'Jsonnet';
if (file.endsWith('.json'))
return 'JSON';
const kind = /^kind:[ \t]*["']?(PrometheusRule|AlertmanagerConfig)?/m.exec(text);
if (kind)
return `a Kubernetes resource${kind[1] === undefined ? '' : ` (${kind[1]})`}`;
if (embedded_TEMPLATE.test(text) || !/\.(?:ya?ml|rules)$/.test(file))
return 'a template';
if (/^(?:services|configs):/m.test(text))
return 'a Docker Compose file';
return 'another form than the one that Prometheus reads';
}
var routes = __webpack_require__(1881);
var duration = __webpack_require__(39386);
;
const SEVERITIES = ['critical', 'warning', 'info'];
function receiverUses(root) {
const top = (0, formats_tree.Jt)(root, 'route');
const receiver = (0, formats_tree.ws)((0, formats_tree.Jt)(top, 'receiver'));
const first = top && receiver !== undefined ? [{ receiver, at: top, severities: undefined, isOther: false }] : [];
const all = [...first, ...below(top, { inherited: receiver, isNested: false })];
return [...Map.groupBy(all, (use) => use.receiver).values()].flatMap(merged);
}
function below(route, { inherited, isNested }) {
return (0, formats_tree.ld)((0, formats_tree.Jt)(route, 'routes')).flatMap((at) => {
const receiver = (0, formats_tree.ws)((0, formats_tree.Jt)(at, 'receiver')) ?? inherited;
const chosen = isNested ? OTHER : choiceOf(at);
const own = receiver === undefined ? [] : [{ receiver, at, ...chosen }];
return [...own, ...below(at, { inherited: receiver, isNested: isNested || chosen !== ALL })];
});
}
const isHeartbeat = ({ at }) => matchersOf(at).some((one) => /^\s*\{?\s*alertname\b.*(?:watchdog|dead-?man|heartbeat)/i.test(one));
const ALL = { severities: undefined, isOther: false };
const OTHER = { severities: undefined, isOther: true };
function merged(uses) {
const plain = uses.filter(({ isOther }) => !isOther);
const [first] = plain.length > 0 ? plain : uses;
return first ? [{ ...first, severities: severitiesOfAll(plain) }] : [];
}
function severitiesOfAll(uses) {
const all = uses.map(({ severities }) => severities);
return all.length === 0 || all.includes(undefined)
? undefined
: [...new Set(all.flatMap((one) => one ?? []))];
}
const MAX_MATCHER = 100;
function matchersOf(route) {
const matchers = (0, formats_tree.ld)((0, formats_tree.Jt)(route, 'matchers')).map((one) => ((0, formats_tree.ws)(one) ?? '').slice(0, MAX_MATCHER));
const old = ['match', 'match_re'].flatMap((key) => {
const table = (0, formats_tree.Jt)(route, key);
return table?.kind === 'table'
? [...table.entries].map(([label, value]) => `${label}=~"${(0, formats_tree.ws)(value) ?? ''}"`)
: [];
});
return [...matchers, ...old];
}
function choiceOf(route) {
const [only, ...more] = matchersOf(route);
if (only === undefined)
return ALL;
const found = /^\s*\{?\s*severity\s*=~?\s*["']?\^?\(?([\w|]+)\)?\$?["']?\s*\}?\s*$/.exec(only)?.[1];
const names = found?.split('|') ?? [];
const isKnown = more.length === 0 && names.length > 0 && names.every((name) => SEVERITIES.includes(name));
return isKnown ? { severities: names, isOther: false } : OTHER;
}
const TIMES = ['group_wait', 'group_interval', 'repeat_interval'];
function lostTimes(root, repeated) {
const top = (0, formats_tree.Jt)(root, 'route');
const first = (0, formats_tree.Jt)(top, 'repeat_interval');
const isOther = first && (0, duration.E)((0, formats_tree.ws)(first) ?? '') !== (0, duration.E)(repeated ?? '');
const below = routesBelow(top).flatMap((route) => {
const times = TIMES.flatMap((key) => timeOf(route, key));
return times.length > 0 ? [{ at: route, what: `${receiverOf(route)}${(0, lib_text.p_)(times)}` }] : [];
});
const all = [...(isOther ? [{ at: first, what: (0, lib_text.p_)(timeOf(top, 'repeat_interval')) }] : []), ...below];
const [one] = all;
return one && { at: one.at, what: (0, lib_text.H$)(all.map(({ what }) => what)) };
}
const routesBelow = (route) => (0, formats_tree.ld)((0, formats_tree.Jt)(route, 'routes')).flatMap((one) => [one, ...routesBelow(one)]);
function timeOf(route, key) {
const value = (0, formats_tree.ws)((0, formats_tree.Jt)(route, key));
return value === undefined ? [] : [`\`${key}\` ${value}`];
}
function receiverOf(route) {
const name = (0, formats_tree.ws)((0, formats_tree.Jt)(route, 'receiver'));
return name === undefined ? '' : `those to ${(0, quote.T)(name)} have `;
}
;
const known = (kind, secret) => ({ kind, secret });
const SLACK = known('slack', 'SLACK_WEBHOOK_URL');
const DISCORD = known('discord', 'DISCORD_WEBHOOK_URL');
const TELEGRAM = known('telegram', 'TELEGRAM_BOT_TOKEN');
const PAGERDUTY = known('pagerduty', 'PAGERDUTY_ROUTING_KEY');
const KINDS = {
slack_configs: SLACK,
discord_configs: DISCORD,
telegram_configs: TELEGRAM,
pagerduty_configs: PAGERDUTY,
email_configs: known('email', 'SMTP_PASSWORD'),
webhook_configs: known('webhook', 'NOTIFY_WEBHOOK_URL'),
};
const BY_ADDRESS = [
[/^https:\/\/api\.telegram\.org\//, TELEGRAM],
[/^https:\/\/hooks\.slack\.com\//, SLACK],
[/^https:\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\//, DISCORD],
[/^https:\/\/events\.(?:eu\.)?pagerduty\.com\//, PAGERDUTY],
];
const kindOfReceiver = (key, settings) => (key === 'webhook_configs'
? BY_ADDRESS.find(([address]) => address.test((0, formats_tree.ws)((0, formats_tree.Jt)(settings, 'url')) ?? ''))?.[1]
: undefined) ?? KINDS[key];
const chatInAddress = (settings) => /[?&]chat_id=([^&\s]{1,100})/.exec((0, formats_tree.ws)((0, formats_tree.Jt)(settings, 'url')) ?? '')?.[1];
;
const SETTINGS = [
{
key: 'http_config',
hint: 'The new one sends without these credentials and settings of HTTP: give an address that needs none, such as one with a token in its path.',
},
{
...{ key: 'url', kind: 'pagerduty', shared: 'pagerduty_url' },
isSame: /^https:\/\/events\.pagerduty\.com\//,
hint: 'The new one sends to https://events.pagerduty.com, which does not know the keys of other regions: keep the old Alertmanager for it.',
},
{
...{ key: 'api_url', kind: 'telegram', shared: 'telegram_api_url' },
isSame: /^https:\/\/api\.telegram\.org\b/,
hint: 'The new one sends to https://api.telegram.org.',
},
{ key: 'message_thread_id', hint: 'The new one writes to the chat, not to a topic of it.' },
{ key: 'disable_notifications', isSame: /^false$/, hint: 'Messages of the new one make a sound.' },
{
...{ key: 'require_tls', kind: 'email', shared: 'smtp_require_tls' },
isSame: /^true$/,
hint: 'The new one sends no e-mail without TLS.',
},
{ key: 'tls_config', hint: 'The new one checks the certificate of the mail server as every client does.' },
{ key: 'send_resolved', isSame: /^true$/, hint: 'The new one also says when an alert is resolved.' },
{ key: 'max_alerts', isSame: /^0$/, hint: 'The new one sends all alerts of a group.' },
{ key: 'timeout', isSame: /^0s?$/, hint: 'The new one waits as long as Alertmanager does without it.' },
];
function lostSettings(kind, settings, global) {
return SETTINGS.flatMap(({ key, kind: own, shared, isSame, hint }) => {
if (own !== undefined && own !== kind)
return [];
const at = (0, formats_tree.Jt)(settings, key) ?? (shared === undefined ? undefined : (0, formats_tree.Jt)(global, shared));
return at === undefined || isSame?.test((0, formats_tree.ws)(at) ?? '') === true ? [] : [{ key, hint, at }];
});
}
var valibot_dist = __webpack_require__(77934);
var notify = __webpack_require__(85514);
;
function settingsOf(receiver) {
const far = outOfReach(receiver);
const written = writtenIn(receiver);
const values = Object.fromEntries(Object.entries(written).flatMap(([key, text]) => {
const isUsable = text !== undefined && !isStandIn(text) && !(far && key === 'smarthost');
return text === '' || (text === undefined && OPTIONAL.includes(key))
? []
: [[key, isUsable ? valueFrom(key, text) : null]];
}));
for (const key of invalidKeys(receiver.kind, values))
values[key] = null;
const missing = Object.keys(written).filter((key) => values[key] === null && !(far && key === 'smarthost'));
const needs = missing.map((key) => `\`${key}\`${isStandIn(written[key] ?? '') ? ` (${(0, quote.T)(written[key])})` : ''}`);
return { values, gaps: [...(far ? [far] : []), ...(needs.length > 0 ? [`needs ${(0, lib_text.p_)(needs)}`] : [])] };
}
const OPTIONAL = ['username'];
function writtenIn({ kind, settings, global }) {
const text = (key, shared) => {
const found = (0, formats_tree.ws)((0, formats_tree.Jt)(settings, key)) ?? (0, formats_tree.ws)((0, formats_tree.Jt)(global, shared));
return found === undefined ? undefined : withDefaults(found);
};
if (kind === 'telegram')
return { chat_id: text('chat_id', '') ?? chatInAddress(settings) };
if (kind !== 'email')
return {};
return {
to: text('to', ''),
from: text('from', 'smtp_from'),
smarthost: text('smarthost', 'smtp_smarthost'),
username: text('auth_username', 'smtp_auth_username'),
};
}
function valueFrom(key, text) {
if (key === 'chat_id')
return /^-?\d+$/.test(text) ? Number(text) : null;
if (key === 'to')
return text.split(',').map(addressIn);
return key === 'from' ? addressIn(text) : text;
}
const addressIn = (text) => (/<([^<>]{1,254})>\s*$/.exec(text)?.[1] ?? text).trim();
function invalidKeys(kind, values) {
const { issues } = (0, valibot_dist.xLC)(notify.d, { [kind]: values });
return (issues ?? []).flatMap(({ path }) => (path?.[1] ? [String(path[1].key)] : []));
}
function outOfReach({ kind, settings, global }) {
if (kind === 'email') {
const server = writtenIn({ kind, settings, global }).smarthost ?? '';
return isNear(server) ? `sends e-mail through ${server}, which is another machine on Fly` : undefined;
}
const url = kind === 'webhook' ? withDefaults((0, formats_tree.ws)((0, formats_tree.Jt)(settings, 'url')) ?? '') : '';
const host = /^https?:\/\/(?:[^@/]*@)?([^/]{1,200})/.exec(url)?.[1] ?? '';
return isNear(host) ? `sends to ${host}, which no machine on Fly can reach` : undefined;
}
const isNear = (address) => !isStandIn(address) &&
/^(?:[\w-]+|host\.docker\.internal|[\w.-]+\.(?:local|svc|lan|test)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|\[::1\])(?::\d+)?$/.test(address);
;
const scan_alertmanager_TIMES = (0, routes.D5)({}, false);
function scanAlertmanager(root, file) {
const notes = [];
const lose = (at, message, hint) => void notes.push(lossNote(file, at.at, message, hint));
const sent = receiverUses(root).flatMap((use) => sentBy(use, root, lose));
const chosen = [...Map.groupBy(sent, ({ kind }) => kind).values()].flatMap((same) => chosenOf(same, lose));
for (const one of chosen)
loseSettings(one, lose);
const usable = chosen.filter(({ isOther, gaps }) => !isOther && gaps.length === 0);
const open = chosen.filter((one) => !usable.includes(one)).map((one) => openOf(one, file));
if (usable.length > 0) {
const secrets = usable.map(({ secret }) => secret);
const kinds = (0, lib_text.p_)(usable.map(({ kind }) => kind));
const channel = usable.map(({ address }) => /^channel=(.+)$/m.exec(address)?.[1]).find(Boolean);
const ofChannel = channel ? ` A webhook of Slack is for one channel: here ${channel}.` : '';
const message = `Receivers of this Alertmanager are in \`alerts.notify\` now: ${kinds}.`;
const hint = `Set ${(0, lib_text.p_)(secrets)} as ${secrets.length === 1 ? 'a secret' : 'secrets'} of the repository.${ofChannel} A receiver without \`severities\` gets every alert, with the texts, groups and intervals of this action. Keep the old Alertmanager until a message of the new one has arrived.`;
notes.push(initNote(file, { line: 1, column: 1 }, message, hint));
}
if (sent.length === 0 && notes.length === 0)
notes.push(...silent(root, file));
const times = lostTimes(root, scan_alertmanager_TIMES.repeat_interval);
if (times)
lose(times.at, `Routes of this Alertmanager have times of their own: ${times.what}. They are not taken over.`, `The Alertmanager of this action has the same for all alerts: \`group_wait\` ${scan_alertmanager_TIMES.group_wait}, \`repeat_interval\` ${scan_alertmanager_TIMES.repeat_interval}.`);
const proxy = (0, formats_tree.Jt)((0, formats_tree.Jt)(root, 'global'), 'http_config');
if (proxy)
lose(proxy, 'This Alertmanager has `global.http_config`. It is not taken over.', 'The new one sends without a proxy and without other settings of HTTP.');
for (const key of ['inhibit_rules', 'time_intervals', 'mute_time_intervals', 'templates']) {
const part = (0, formats_tree.Jt)(root, key);
if ((0, formats_tree.ld)(part).length > 0 && part)
lose(part, `This Alertmanager has \`${key}\`. It is not taken over.`, 'The Alertmanager of this action has its own settings.');
}
return {
notify: Object.fromEntries(usable.map((one) => [one.kind, one.values])),
open,
notes: [...notes, ...open.map(({ note }) => note)],
};
}
function silent(root, file) {
const receivers = (0, formats_tree.Jt)(root, 'receivers');
if (!receivers)
return [];
return [
initNote(file, receivers.at, 'No receiver of this Alertmanager in use has a place to send alerts to: no one is notified by it.', 'To notify someone from now on, add a receiver to `alerts.notify`.'),
];
}
function sentBy(use, root, lose) {
const { receiver } = use;
const found = (0, formats_tree.ld)((0, formats_tree.Jt)(root, 'receivers')).find((one) => (0, formats_tree.ws)((0, formats_tree.Jt)(one, 'name')) === receiver);
const entries = found?.kind === 'table' ? [...found.entries].filter(([key]) => key.endsWith('_configs')) : [];
if (entries.length === 0 && use.isOther)
loseRoute(use, 'It', lose);
if (entries.length > 0 && use.isOther && isHeartbeat(use)) {
lose(use.at, `Receiver "${receiver}" gets an alert that always fires. It is not taken over.`, PING);
return [];
}
return entries.flatMap(([key, configs]) => {
const sent = (0, formats_tree.ld)(configs).flatMap((settings) => {
const known = kindOfReceiver(key, settings);
return known ? [sentAs(known, settings, { use, root })] : [];
});
if (sent.length === 0 && (0, formats_tree.ld)(configs).length > 0)
lose(configs, `Receiver "${receiver}" has \`${key}\`. It is not taken over.`, '`alerts.notify` does not have this kind: `webhook` can reach it through a program of your own.');
return sent.every(({ kind }) => kind === 'email') ? together(sent) : sent;
});
}
function sentAs({ kind, secret }, settings, { use, root }) {
const global = (0, formats_tree.Jt)(root, 'global');
const own = settingsOf({ kind, settings, global });
const lost = lostSettings(kind, settings, global);
return { ...use, ...own, kind, secret, address: addressOf(settings), lost };
}
function loseSettings({ receiver, kind, lost }, lose) {
const [first] = lost;
if (!first)
return;
const what = (0, lib_text.p_)(lost.map(({ key }) => `\`${key}\``));
lose(first.at, `Receiver "${receiver}" (${kind}) has ${what}. ${lost.length === 1 ? 'It is' : 'They are'} not taken over.`, lost.map(({ hint }) => hint).join(' '));
}
const PING = 'Set HEARTBEAT_URL as a secret of the repository: the new Alertmanager pings it as long as alerts reach it.';
const MAX_ADDRESSES = 20;
function together(sent) {
const server = ({ values: { to: _, ...others } }) => JSON.stringify(others);
return [...Map.groupBy(sent, server).values()].flatMap((same) => {
const [first] = same;
const all = same.map(({ values }) => values.to);
const to = [...new Set(all.flat())];
return first && all.every(Array.isArray) && to.length <= MAX_ADDRESSES
? [{ ...first, values: { ...first.values, to } }]
: same;
});
}
const ADDRESS = /url|channel|chat_id|thread|to|token|key|smarthost|from|credentials/;
const addressOf = (settings) => settings.kind === 'table'
? [...settings.entries]
.flatMap(([key, value]) => (ADDRESS.test(key) ? `${key}=${(0, formats_tree.ws)(value)}` : []))
.toSorted()
.join('\n')
: '';
const loseRoute = ({ at, receiver }, what, lose) => lose(at, `The route to "${receiver}" chooses alerts by something else than the severities critical, warning and info. ${what} is not taken over.`, 'A receiver in `alerts.notify` can be limited by `severities` only.');
function chosenOf(same, lose) {
const usable = same.filter(({ isOther, gaps }) => !isOther && gaps.length === 0);
const first = usable[0] ?? same.find(({ isOther }) => !isOther) ?? same[0];
if (!first)
return [];
const plain = same.filter(({ isOther }) => !isOther);
for (const one of same)
if (one.address !== first.address && one.isOther)
loseRoute(one, `Its ${one.kind}`, lose);
else if (one.address !== first.address)
lose(one.at, `Receiver "${one.receiver}" is a second one of the kind ${one.kind}. It is not taken over.`, `\`alerts.notify\` has one receiver of each kind: that of "${first.receiver}" has its alerts too.`);
const severities = severitiesOfAll(plain);
const twins = same.filter(({ address, isOther }) => address === first.address && !isOther);
const others = [...new Set(twins.map(({ receiver }) => receiver))].filter((one) => one !== first.receiver);
return [{ ...first, others, values: { ...first.values, ...(severities && { severities }) } }];
}
function openOf({ kind, receiver, others = [], at, secret, values, gaps, isOther }, file) {
const why = (0, lib_text.p_)([
...gaps,
...(isOther
? [
'gets alerts that its route chooses by something else than the severities critical, warning and info',
]
: []),
]);
const isEmpty = Object.values(values).includes(null);
const todo = isEmpty
? 'Fill in what is empty there'
: gaps.length > 0
? 'Give it an address that Fly can reach'
: 'Decide whether it is to get all alerts';
const same = others.length === 0 ? '' : ` The ${kind} of ${(0, lib_text.p_)(others.map(quote.T))} has the same address.`;
const message = `Receiver "${receiver}" ${why}. It is in monitoring.yml as a comment (${kind}).${same}`;
const hint = `${todo}, remove the "# ", and set ${secret} as a secret of the repository.`;
return {
kind,
values,
comment: `Receiver "${receiver}" of ${file} ${why}.`,
note: lossNote(file, at.at, message, hint),
};
}
;
const SENDS = /_configs:/;
const hasAlertmanager = (text) => /^[ \t]*(?:-[ \t]+)?route:/m.test(text) &&
/^[ \t]*(?:-[ \t]+)?receivers:/m.test(text) &&
(SENDS.test(text) || (/^route:/m.test(text) && /^[ \t]+receiver:/m.test(text))) &&
!/^(?:exporters|service):/m.test(text);
const isAlertmanager = (text) => hasAlertmanager(text) && /^route:/m.test(text) && /^receivers:/m.test(text);
const isProvisioning = (text) => /^apiVersion:[ \t]*1[ \t]*$/m.test(text) &&
/^(?:datasources|groups|contactPoints|policies|muteTimes|templates):/m.test(text) &&
!/^kind:/m.test(text);
const mayBeAlerting = (path) => /\.(?:ya?ml|rules|tmpl|tpl|gotmpl|j2|jinja2?|erb|template|jsonnet|libsonnet)$|(?:alert|rule)s?[\w.-]{0,60}\.json$/i.test(path);
const isAlerting = (text) => hasAlertmanager(text) || isProvisioning(text) || isEmbedding(text);
function scanAlerting(files, isRead) {
const having = files.filter(({ text }) => hasAlertmanager(text)).toSorted((a, b) => rank(a) - rank(b));
const all = having.flatMap(alertmanagersIn);
const [first, ...others] = all;
const scanned = first ? scanAlertmanager(first.root, first.file) : { notify: {}, open: [], notes: [] };
const rest = [...new Set(others.map(({ file }) => file))].filter((file) => file !== first?.file);
return {
notify: scanned.notify,
open: scanned.open,
notes: [
...scanned.notes.map((note) => shifted(note, first?.line ?? 0)),
...another(rest, first?.file),
...having.filter(({ file }) => all.every((one) => one.file !== file)).map(unreadable),
...files.filter(({ text }) => isProvisioning(text)).flatMap(provisioning),
...embeddedNotes(files.filter(({ file, text }) => !isRead(file) && !isProvisioning(text))),
],
};
}
const rank = ({ text }) => (SENDS.test(text) ? 0 : 2) + (isAlertmanager(text) ? 0 : 1);
function alertmanagersIn({ file, text }) {
let line = 0;
return text.split(/^---.*$/m).flatMap((document) => {
const from = line;
line += document.split('\n').length - 1;
const read = hasAlertmanager(document) ? readTemplate(document) : undefined;
return read?.ok ? rootsIn(read.tree).map((one) => ({ ...one, file, line: from + one.line })) : [];
});
}
function readTemplate(text) {
const read = (0, formats_yaml.g)(text);
if (read.ok)
return read;
const filled = withDefaults(text)
.replace(/^[ \t]*(?:\{\{[^\n]*\}\}|\{%[^\n]*%\})[ \t]*$/gm, '')
.replace(/\{\{[^{}\n]*\}\}/g, '$TEMPLATE')
.replace(/\$\{(\w+)[^{}\n]*\}|%%?(\w+)%%?|(?<=[ \t])@(\w+)@/g, '$$$1$2$3');
return (0, formats_yaml.g)(filled);
}
function rootsIn(node) {
if (node.kind === 'list')
return node.items.flatMap(rootsIn);
if (node.kind === 'table')
return (0, formats_tree.Jt)(node, 'route')?.kind === 'table' && (0, formats_tree.Jt)(node, 'receivers')?.kind === 'list'
? [{ root: node, line: 0 }]
: [...node.entries.values()].flatMap(rootsIn);
const read = hasAlertmanager(node.text) ? readTemplate(node.text) : undefined;
return read?.ok && read.tree.kind === 'table'
? rootsIn(read.tree).map((one) => ({ ...one, line: node.at.line + one.line }))
: [];
}
const shifted = (note, lines) => note.at && lines > 0 ? { ...note, at: { ...note.at, line: note.at.line + lines } } : note;
function another([file, ...more], first) {
if (file === undefined)
return [];
const message = more.length === 0
? `This is another Alertmanager than ${first}. Nothing of it is taken over.`
: `${(0, lib_text.H$)([file, ...more])} are other Alertmanagers than ${first}. Nothing of them is taken over.`;
const hint = 'A configuration has one Alertmanager: compare the receivers of all.';
return [lossNote(file, { line: 1, column: 1 }, message, hint)];
}
function unreadable({ file, text }) {
const kinds = new Set([...text.matchAll(/\b([a-z]{1,20})_configs:/g)].flatMap(([, kind]) => kind ?? []));
return lossNote(file, { line: 1, column: 1 }, `This Alertmanager is not valid YAML, or a template: its receivers (${(0, lib_text.p_)([...kinds])}) are not taken over.`, 'Add those that are to be notified to `alerts.notify`.');
}
const PARTS = {
groups: [
'alert rules of Grafana',
'They stay where this file is provisioned: this action writes only its own rules.',
],
contactPoints: [
'contact points',
'They stay where this file is provisioned; `alerts.receiver` names the one to notify.',
],
policies: ['notification policies', 'They stay where this file is provisioned.'],
datasources: [
'data sources',
'This action creates a data source for its own Prometheus; `grafana.datasource` names another one.',
],
};
function provisioning({ file, text }) {
const read = (0, formats_yaml.g)(text);
if (!read.ok)
return [];
return Object.entries(PARTS).flatMap(([key, [what, hint]]) => {
const found = (0, formats_tree.Jt)(read.tree, key);
const n = (0, formats_tree.ld)(found).length;
return found && n > 0
? initNote(file, found.at, `Grafana is provisioned with ${what} here (${n}). They are not taken over.`, hint)
: [];
});
}
;
function rulesAndReceivers({ rules, alerting, scrapers, compose, inside, exists, textOf }, prometheus, lost) {
const mixed = rules.filter(({ text }) => isAlertmanager(text));
const found = findRules(rules.filter((file) => !mixed.includes(file)), prometheus, { lost, exists, textOf, compose });
const read = new Set([...rules, ...scrapers, ...prometheus].map(({ file }) => file));
const { notify, open, notes } = scanAlerting(alerting, (file) => read.has(file));
return {
rules: found.files.map((file) => inside(file)),
rulesInDraft: found.inDraft,
notify,
open,
prometheus: prometheus.flatMap((one) => replaced(one, { lost, rules: found.byConfiguration, exists, textOf })),
notes: [...found.notes, ...notes, ...mixed.map(mixedNote)],
};
}
function replaced({ file, what, sendsTo = [], hasLabels, targets, lostJobs }, { lost, rules, exists, textOf }) {
const taken = targets.filter((one) => !lost.includes(one));
const isOnFly = taken.some(({ app }) => app !== undefined);
const isNear = what !== undefined && taken.length > 0 && (sendsTo.length > 0 || hasLabels === true);
const isBeside = sendsTo.length > 0 &&
lostJobs.length === 0 &&
clusterFile(external_node_path_.posix.dirname(file), exists) === undefined &&
targets.every(({ host }) => SAME_MACHINE.test(host));
if (!isOnFly && !isBeside && !isNear)
return [];
const image = external_node_path_.posix.join(external_node_path_.posix.dirname(file), 'Dockerfile');
const isCopied = (0, dockerfile.Rl)((0, dockerfile.n_)(textOf(image) ?? '')).includes(external_node_path_.posix.basename(file));
return [
{
file,
...(isCopied && { copiedBy: image }),
...(sendsTo.length > 0 && { sendsTo }),
...(!isOnFly && { scrapes: isBeside ? 'the machine that it runs on' : 'a network outside of Fly' }),
...(hasLabels && { hasLabels }),
rules: rules.get(file) ?? [],
...(what !== undefined && { what }),
},
];
}
const SAME_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)$/;
const mixedNote = ({ file }) => lossNote(file, { line: 1, column: 1 }, 'This file has rules and a configuration of Alertmanager in one, which neither program accepts. Its rules are not taken over.', 'Move `groups` to a file of its own, and name it in `alerts.rules`.');
var deploy_commands = __webpack_require__(47660);
;
function isNamedAs(image, app) {
const parts = nameOf(image).split('/');
const names = [parts.at(-1), parts.slice(-2).join('-')];
return image.startsWith('registry.fly.io/') || (app !== '' && names.includes(app));
}
const TO_REPLACE = /^[^:@]*[A-Z]|[$<{]|X{3,}|[A-Z]_[A-Z]|(?:^|[/.-])(?:your|change-?me|replace-?me)(?:[-_/.]|$)/;
const isImagePlaceholder = (image) => TO_REPLACE.test(image);
function isBuiltHere(image, { owner, folder, builders }) {
const name = nameOf(image);
const parts = name.toLowerCase().split('/');
const spaces = parts.slice(0, -1);
if (spaces.length === 0)
return false;
if (owner !== undefined && spaces.includes(owner.toLowerCase()))
return true;
if (spaces.length > 2 && spaces.at(-1) === folder.toLowerCase())
return true;
const last = parts.at(-1) ?? '';
return builders.some(({ text }) => pushes(text, { name, last }));
}
const nameOf = (image) => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
const PUSH = /docker\/build-push-action@|\bdocker(?:x| buildx)? (?:push|build)\b|--push\b|\bbuildah\b|\bkaniko\b|\bko (?:build|publish)\b|docker\/metadata-action@/;
const OWNED = /(?:ghcr\.io|docker\.io)\/\$\{?[^\s"'/]*(?:\{[^}\n]*\}\}?)?\/([\w.-]+)/g;
function pushes(text, { name, last }) {
if (!PUSH.test(text))
return false;
if (text.includes(name))
return true;
return [...text.matchAll(OWNED)].some(([, found = '']) => found.toLowerCase() === last);
}
var toml = __webpack_require__(94611);
var fly_subject = __webpack_require__(22258);
;
const WEB = ['web.listen-address'];
const VICTORIA = ['httpListenAddr'];
const exporter = (image, port) => ({
...{ image, flags: WEB, isExporter: true },
...(port !== undefined && { port }),
});
const PROGRAMS = [
{ image: /^(?:fly-)?log-shipper$/, flags: [], port: 9598, isExporter: true, isIpv4: true },
exporter(/^redis[-_]exporter$/, 9121),
exporter(/^postgres(?:ql)?[-_]exporter$/, 9187),
exporter(/^mysqld?[-_]exporter$/, 9104),
exporter(/^mongodb[-_]exporter$/, 9216),
exporter(/^(?:danielqsj-)?kafka[-_]exporter$/, 9308),
exporter(/^node[-_]exporter$/, 9100),
exporter(/^statsd[-_]exporter$/, 9102),
exporter(/^blackbox[-_]exporter$/, 9115),
exporter(/^memcached[-_]exporter$/, 9150),
exporter(/^elasticsearch[-_]exporter$/, 9114),
exporter(/^pgbouncer[-_]exporter$/, 9127),
exporter(/^nginx(?:-prometheus)?[-_]exporter$/, 9113),
exporter(/^pushgateway$/, 9091),
exporter(/[-_]exporter$/),
{ image: /^influxdb$/, tag: /^2(?:[.-]|$)/, flags: [], port: 8086, isExporter: true },
{
image: /^rabbitmq$/,
tag: /^(?:3\.(?:[89]|1\d)|4|management|alpine|latest)/,
flags: [],
port: 15692,
isExporter: true,
},
{ image: /^qdrant$/, flags: [], port: 6333 },
{ image: /^(?:alloy|agent)$/, flags: ['server.http.listen-addr', 'server.http.address'] },
{ image: /^alertmanager$/, flags: WEB, port: 9093 },
{ image: /^grafana(?:-oss|-enterprise)?$/, flags: [], port: 3000 },
{ image: /^loki$/, flags: [], port: 3100 },
{ image: /^tempo$/, flags: [], port: 3200 },
{ image: /^vmalert$/, flags: VICTORIA, port: 8880 },
{ image: /^vmagent$/, flags: VICTORIA, port: 8429 },
{ image: /^victoria-metrics$/, flags: VICTORIA, port: 8428 },
];
const imageOf = ({ fly, build }) => fly.build?.text('image')?.value ?? build?.content.from ?? '';
function programOf(facts) {
const [name = '', tag = 'latest'] = nameAndTag(imageOf(facts));
return PROGRAMS.find((one) => one.image.test(name) && one.tag?.test(tag) !== false);
}
const nameAndTag = (image) => image.replace(/@.*$/, '').split('/').at(-1)?.split(':') ?? [];
function openPort(address) {
const [, host = '', port] = /^(.*?):(\d{1,5})$/.exec(address) ?? [];
return port === undefined || /^(?:127\.|localhost$|\[?::1\]?$)/.test(host) ? undefined : Number(port);
}
function programHints(facts, textOf) {
const program = programOf(facts);
const flag = program?.flags.map((name) => (0, fly_subject.iP)(facts, name)).find((one) => one !== undefined);
const port = flag && openPort(flag.value);
const top = { file: facts.file, line: 1, column: 1 };
if (flag)
return port === undefined
? []
: [endpoint(port, { ...top, ...flag.at }, `${imageOf(facts)} listens on ${flag.value} (${flag.where})`)];
const configured = endpoints_settingsOf(facts, textOf).flatMap(exportersIn);
if (configured.length > 0)
return configured.slice(0, 1);
const isOn = program?.isExporter && !isSwitchedOff(facts);
const usual = isOn ? (program.port ?? facts.ports[0]) : undefined;
const at = { ...top, ...facts.fly.build?.at };
if (usual === undefined)
return [];
const found = endpoint(usual, at, `${imageOf(facts)} publishes its metrics there`);
return [program?.isIpv4 ? { ...found, isIpv4: true } : found];
}
const endpoint = (port, at, why) => ({
...{ port, path: '/metrics', at, why, isOfProgram: true },
});
function usualPort(facts) {
const port = programOf(facts)?.port;
if (port === undefined || isSwitchedOff(facts))
return undefined;
return facts.ports.length === 1 ? facts.ports[0] : port;
}
const OFF = /^(?:GF_METRICS_ENABLED=false|INFLUXD_METRICS_DISABLED=true)$/i;
const isSwitchedOff = ({ fly }) => fly.env.some(({ key, value }) => OFF.test(`${key}=${value}`));
const OWN_PORT = 8888;
function collectorNotes(endpoints, facts, textOf) {
const [name = '', tag = ''] = nameAndTag(imageOf(facts));
const [, minor = '0'] = /^v?0\.(\d{1,4})(?:\.|$)/.exec(tag) ?? [];
const own = endpoints.find(({ port }) => port === OWN_PORT);
const [settings, ...more] = endpoints_settingsOf(facts, textOf);
if (!own || !settings || more.length > 0 || !name.startsWith('opentelemetry-collector'))
return [];
const read = (0, formats_yaml.g)(settings.text);
const isLocal = Number(minor) >= 111 && read.ok && !(0, formats_tree.Jt)((0, formats_tree.Jt)(read.tree, 'service'), 'telemetry');
return !isLocal || (0, formats_tree.Jt)(read.tree, 'receivers') === undefined
? []
: [
initNote(own.at.file, own.at, `The Collector has its own metrics on localhost:${OWN_PORT}: since version 0.111 it listens for other machines only where \`service.telemetry\` says so, and ${settings.file} has no such setting.`, "Add `telemetry: { metrics: { readers: [{ pull: { exporter: { prometheus: { host: '::', port: 8888 } } } }] } }` to `service` there."),
];
}
const CONFIGURED = [
[/(?:^|\/)(?:vector|(?:fly-)?log-shipper)(?=[:@]|$)/, ['vector.toml', 'vector.yaml', 'vector.yml']],
[/(?:^|\/)opentelemetry-collector[\w-]*(?=[:@]|$)/, []],
];
function endpoints_settingsOf(facts, textOf) {
const [, usual] = CONFIGURED.find(([image]) => image.test(imageOf(facts))) ?? [];
if (!usual)
return [];
const local = facts.fly.files.flatMap((file) => file.text('local_path')?.value ?? []);
const copied = facts.build?.copied ?? [];
const folders = [external_node_path_.posix.dirname(facts.file), external_node_path_.posix.dirname(facts.build?.file ?? facts.file), '.'];
const paths = [...local, ...copied].flatMap((path) => folders.map((folder) => external_node_path_.posix.join(folder, path)));
const inFolder = usual.map((name) => external_node_path_.posix.join(external_node_path_.posix.dirname(facts.file), name));
return [...new Set([...paths, ...inFolder])]
.filter((path) => /\.(?:toml|ya?ml)$/.test(path))
.flatMap((file) => {
const text = textOf(file);
return text === undefined ? [] : [{ file, text }];
});
}
function exportersIn({ file, text }) {
const read = file.endsWith('.toml') ? (0, toml.D)(text) : (0, formats_yaml.g)(text);
if (!read.ok)
return [];
const root = 'table' in read ? read.table : read.tree;
const entries = (key) => [...entriesOf((0, formats_tree.Jt)(root, key))];
const found = [
...entries('sinks')
.filter(([, sink]) => (0, formats_tree.ws)((0, formats_tree.Jt)(sink, 'type')) === 'prometheus_exporter')
.map(([, sink]) => {
const address = (0, formats_tree.ws)((0, formats_tree.Jt)(sink, 'address')) ?? '0.0.0.0:9598';
return { node: sink, address, isIpv4: address.startsWith('0.0.0.0:') };
}),
...entries('exporters')
.filter(([name]) => /^prometheus(?:\/|$)/.test(name))
.map(([, one]) => ({ node: one, address: (0, formats_tree.ws)((0, formats_tree.Jt)(one, 'endpoint')) ?? '', isIpv4: false })),
];
return found.flatMap(({ node, address, isIpv4 }) => {
const port = openPort(address);
const at = { file, ...node.at };
if (port === undefined)
return [];
const exported = endpoint(port, at, `${file}:${at.line} exports for Prometheus`);
return [isIpv4 ? { ...exported, isIpv4 } : exported];
});
}
const entriesOf = (node) => node?.kind === 'table' ? node.entries : [];
;
function baseImages(all, scraped) {
const found = all.flatMap((one) => {
const by = runsNothing(one) && !scraped.has(one.app) ? builderOn(one, all) : undefined;
return by === undefined ? [] : [{ one, by }];
});
return {
images: new Set(found.map(({ one }) => one)),
notes: found.map(({ one, by }) => leftOutNote(one.facts, one.facts.name?.at, `App ${one.app} is left out: it has no service and no process, and ${by} builds on its image (registry.fly.io/${one.app}).`, `If it has machines, add it to \`apps\`, with \`config: ${one.facts.path}\`.`)),
};
}
function runsNothing({ facts: { fly, metrics, hints }, deployedBy, isScripted }) {
const parts = [fly.services, fly.processes, fly.checks, fly.mounts, fly.machines, metrics, hints];
return deployedBy === undefined && !isScripted && parts.every((part) => part.length === 0);
}
function builderOn({ app, facts }, all) {
const image = `registry.fly.io/${app}`;
const isBase = (base) => base === image || base.startsWith(`${image}:`) || base.startsWith(`${image}@`);
const startsFrom = ({ build }) => build?.content.stages.some(({ base }) => isBase(base)) === true;
return all.find((one) => one.app !== app && one.facts !== facts && startsFrom(one.facts))?.facts.build?.file;
}
;
const STAGES = new Map(Object.entries({
production: ['production', 'prod', 'prd', 'live', 'mainnet', 'main'],
staging: ['staging', 'stage', 'stg', 'preprod', 'uat', 'qa'],
development: ['development', 'dev', 'devel', 'debug', 'local', 'devnet'],
preview: ['preview', 'review', 'pr', 'canary', 'nightly', 'beta'],
test: ['test', 'testing', 'testnet', 'sepolia', 'goerli', 'ci', 'sandbox', 'demo'],
other: ['blue', 'green'],
}).flatMap(([stage, words]) => words.map((word) => [word, stage])));
const wordsOf = (name) => name
.toLowerCase()
.replace(/\.toml$/, '')
.split(/[/._-]+/)
.filter((word) => word !== '' && word !== 'fly');
const stageOf = (name) => wordsOf(name)
.map((word) => STAGES.get(word))
.findLast((stage) => stage !== undefined);
const isNumber = (word, before) => {
const stage = STAGES.get(before ?? '');
return stage !== undefined && stage !== 'production' && /^(?:[a-z]|\d{1,2})$/.test(word);
};
const withoutNumbers = (name) => wordsOf(name).filter((word, i, all) => !isNumber(word, all[i - 1]));
function isReordered(a, b) {
const [one, other] = [withoutNumbers(a), withoutNumbers(b)];
return one.join(' ') !== other.join(' ') && one.toSorted().join(' ') === other.toSorted().join(' ');
}
const withoutStage = (name) => wordsOf(name)
.filter((word, i, all) => !STAGES.has(word) && !isNumber(word, all[i - 1]))
.join(' ');
;
function renamingDeploy({ file, name }, { commands, scripts, byHand, files }) {
const all = [...commands, ...scripts, ...byHand];
const own = all.filter((one) => one.config === file);
const [first] = own.filter((one) => one.onPush && commands.includes(one));
const [app, written] = [first?.app, name?.value];
if (!first || !isAppName(app) || !isAppName(written) || app === written)
return undefined;
const isOther = all.some((one) => one.app === written) || own.some((one) => one.app !== app);
const isStage = ![undefined, 'production'].includes(stageOf(app)) || withoutStage(app) === withoutStage(written);
return isOther || isStage || files.some((one) => one.name?.value === app) ? undefined : first;
}
const renamedNotes = (apps) => apps.flatMap(({ app, facts: { file, name }, renamedBy }) => renamedBy && name
? initNote(file, name.at, `${file} names app ${name.value}, but ${placeText(renamedBy)} deploys it to ${app}, and nothing deploys it to ${name.value}: the draft has ${app}.`, `If ${name.value} runs too, add it to \`apps\` and \`services\`.`)
: []);
;
const whereFilesAre = (commands, files) => commands.map((one) => one.config === '*' && files.every(({ file }) => file.includes('/')) ? { ...one, config: '**' } : one);
const isNamedBy = (given, app) => given === app || ((0, deploy_commands.ef)(given) && (0, glob.m)(given, app));
function deploysOf({ file, app }, commands) {
const isWith = (one) => one.config === file || ((0, deploy_commands.ef)(one.config) && (0, glob.m)(one.config, file));
const isFor = (one) => one.app === undefined || app === undefined || isNamedBy(one.app, app);
const isCopy = (one) => app !== undefined && one.app === app && one.config.endsWith(`/${file}`);
const all = commands.filter((one) => !isUnreadOfOther(one, app) && ((isWith(one) && isFor(one)) || isCopy(one)));
const isExact = ({ config }) => config === file;
return [...all.filter(isExact), ...all.filter((one) => !isExact(one))];
}
const STAGE = /(?<![a-z])(?:prod(?:uction)?|stag(?:ing|e)|dev(?:elopment)?)(?![a-z])/gi;
function isUnreadOfOther({ isUnread, at, job, runs = '' }, app = '') {
if (!isUnread)
return false;
const command = runs.split('\n').filter((line) => line.includes('deploy'));
const stages = [external_node_path_.posix.basename(at.file), job, ...command].flatMap((text) => (text.match(STAGE) ?? []).map(stageOf));
const [own] = (app.match(STAGE) ?? []).map(stageOf);
return own !== undefined && stages.length > 0 && !stages.includes(own);
}
const deploysByApp = (app, commands) => commands.filter((one) => app !== undefined && one.app === app);
const isCertain = ({ app, config }, own) => (app === undefined ? config === own.file || config.endsWith(`/${own.file}`) : app === own.app);
function namesOtherStage({ app: named = '*' }, app) {
const stage = stageOf(named);
if (app === undefined || stage === undefined || stage === 'production')
return false;
const isOther = stage !== stageOf(app) && !(0, glob.m)(named, app);
return isOther && (0, glob.m)(withoutStage(named), withoutStage(app));
}
function theDeploy(deploys, file) {
const { app } = file;
const isMeant = (one) => one.app === undefined ||
!(0, deploy_commands.ef)(one.app) ||
(one.app !== '*' && app !== undefined && isNamedBy(one.app, app));
const isOfAny = ({ config }) => config === '**';
const own = deploys.filter((one) => !namesOtherStage(one, app));
return [own.filter((one) => !isOfAny(one)), own.filter(isOfAny)]
.map((list) => {
const onPush = list.filter((one) => one.onPush);
const certain = onPush.find((one) => isCertain(one, file));
return certain ?? onPush.find(isMeant) ?? onPush[0] ?? list.find(isMeant);
})
.find((one) => one !== undefined);
}
function renamingScript({ file, app }, { commands, scripts, byHand }) {
const all = [...commands, ...scripts, ...byHand];
if (app === undefined || deploysOf({ file, app }, all).length + deploysByApp(app, all).length > 0)
return undefined;
return scripts.find((one) => one.config === file && !namesOtherStage(one, app) && one.app?.startsWith(app) === false);
}
function otherDeploys({ deployed, app, file }, { deploys, named, commands }, apps) {
const isOwn = (one) => (one.app === undefined ? !(0, deploy_commands.ef)(one.config) : one.app === app);
const isMaybe = (one) => one.onPush &&
one.config === file &&
(0, deploy_commands.ef)(one.app ?? '') &&
(app === undefined || isNamedBy(one.app ?? '', app));
const stages = commands.filter((one) => one.onPush && one.config === file && namesOtherStage(one, app) && !apps.has(one.app));
if (!deployed)
return { certain: [], maybe: [], stages };
const certain = placesOf([...deploys, ...named].filter(isOwn), deployed);
return { certain, maybe: placesOf(deploys.filter(isMaybe), deployed), stages };
}
function placesOf(deploys, without) {
const places = new Map(deploys.map(({ at }) => [placeText(at), at]));
places.delete(placeText(without.at));
return [...places.values()].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
;
const hasPostgresChecks = ({ services, checks }) => postgresCheck({ services, checks }) !== undefined;
const postgresCheck = ({ services, checks }) => [...services.flatMap((service) => service.checks), ...checks]
.flatMap((check) => check.text('path') ?? [])
.find(({ value }) => value.startsWith('/flycheck/'));
const isSite = ({ services }) => services.some(({ http, ports }) => http || ports.some(({ handlers }) => handlers.some((handler) => handler === 'http')));
function flyDatabase(app, { file, fly }, texts) {
if (fly.build || fly.processes.length > 0 || isSite(fly))
return undefined;
const check = postgresCheck(fly);
if (check)
return `${placeText({ file, ...check.at })} has a health check of Fly Postgres (${check.value})`;
const volume = fly.mounts
.flatMap((mount) => mount.text('source') ?? [])
.find(({ value }) => /^pg_data(?:_machines)?$/.test(value));
if (volume)
return `${placeText({ file, ...volume.at })} has the volume of Fly Postgres (${volume.value})`;
return texts.flatMap((text) => commandsOf(app, text))[0];
}
const COMMAND = /\bfly(?:ctl)?[ \t]+(pg|postgres|redis)[ \t]+([a-z]+)\b((?:[^\n\\;&|`#]|\\\r?\n?){0,500})/g;
const commandsOf = (app, { file, text }) => [...text.matchAll(COMMAND)].flatMap(({ index, 1: kind = '', 2: verb = '', 3: rest = '' }) => app !== undefined && namesIn(verb, rest).includes(app)
? [`${placeText({ file, line: (0, lib_text.mh)(text, index), column: 1 })} has \`fly ${kind} ${verb}\` for it`]
: []);
function namesIn(verb, rest) {
const words = (0, dockerfile.CH)(rest.replace(/\\\r?\n/g, ' ').replace(/(\s--?[\w-]+)=/g, '$1 '));
const isFor = /^(?:attach|detach)$/.test(verb);
return words.filter((word, i) => {
const before = words[i - 1] ?? '';
const isName = /^(?:--name|-n|--postgres-app)$/.test(before) || (!isFor && /^(?:--app|-a)$/.test(before));
return !word.startsWith('-') && (isName || !before.startsWith('-'));
});
}
;
function machineVariables({ facts: { fly, build, file }, }) {
const variables = new Map();
const args = new Map();
for (const one of build ? (0, dockerfile.kX)(build.content) : []) {
const at = { file: build?.file ?? file, line: one.line, column: 1 };
const known = new Map([...args, ...variables]);
for (const [key, value] of (0, dockerfile.I7)(one)) {
const given = one.name === 'ARG' ? (fly.buildArgs.get(key) ?? value) : value;
const text = (0, dockerfile.sO)(given, (name) => known.get(name)?.value);
const kind = one.name === 'ENV' ? variables : args;
kind.set(key, { value: text, at });
}
}
for (const { key, value, at } of fly.env)
variables.set(key, { value, at: { file, ...at } });
return variables;
}
function variablesOfGroup(facts, process) {
const group = process ?? facts.fly.processes[0]?.key ?? 'app';
return new Map([
...[...machineVariables({ facts })].map(([key, { value }]) => [key, [value]]),
['FLY_PROCESS_GROUP', [group]],
]);
}
var shell = __webpack_require__(31842);
var shell_words = __webpack_require__(50694);
;
function withoutOtherBranches(script, { args, variables }) {
const reading = {
...{ args, variables: new Map(variables), around: [], lines: [] },
...{ end: undefined, hasEnded: false },
};
for (const line of onePerLine(script).split('\n'))
if (!inFunction(line, reading) && !isKeyword(line.trim(), reading))
readCommand(line, reading);
return reading.lines.join('\n');
}
const onePerLine = (script) => script
.replace(/(^|[ \t;])#[^\n]*/gm, '$1')
.replace(/^[ \t]*(?:if|elif|else|case)\b[^\n]*/gm, (line) => line.replace(/(?<!;);(?!;)/g, '\n'))
.replace(/^([ \t]*case[ \t][^\n]{1,200}?[ \t]in)[ \t]+/gm, '$1\n')
.replace(/[ \t]*;;[ \t]*/g, '\n;;\n')
.replace(/^[ \t]*(then|else)[ \t]+/gm, '$1\n');
function inFunction(line, reading) {
const opened = /^([ \t]*)(?:function[ \t]+[\w-]+|[\w-]+[ \t]*\([ \t]*\))[^\n]{0,20}\{[ \t]*$/.exec(line);
const end = reading.end ?? (opened ? `${opened[1]}}` : undefined);
if (end === undefined)
return false;
reading.lines.push(line);
reading.end = line.startsWith(end) && !opened ? undefined : end;
return true;
}
function isKeyword(line, reading) {
const { around } = reading;
const current = around.at(-1);
const [, word, rest = ''] = /^(if|elif|else|case|fi|esac)\b(.*)$/.exec(line) ?? [];
if (word === 'if')
around.push(branchOf(undefined, holds(rest, reading)));
else if (word === 'case') {
const value = knownValue(rest.replace(/\bin$/, ''), reading);
around.push(branchOf(value, value === undefined ? undefined : false));
}
else if (word === 'fi' || word === 'esac')
around.pop();
else if (current && word !== undefined)
take(current, word === 'else' || holds(rest, reading));
else if (line !== 'then' && line !== ';;')
return current?.word !== undefined && isPattern(line, reading, current);
return true;
}
const branchOf = (word, runs) => ({
...{ word, runs, isDone: runs === true },
});
function take(current, runs) {
const isOpen = current.word === undefined && current.runs === undefined;
current.runs = isOpen ? undefined : !current.isDone && runs;
current.isDone ||= current.runs === true;
}
function isPattern(line, reading, current) {
const [, patterns, command = ''] = /^\(?([\w*."'|\s-]{1,100})\)\s*(.*)$/.exec(line) ?? [];
if (patterns === undefined)
return false;
const is = (one) => one.endsWith('*') ? current.word?.startsWith(one.slice(0, -1)) : current.word === one;
take(current, patterns
.replace(/["'\s]/g, '')
.split('|')
.some(is));
readCommand(command, reading);
return true;
}
const ONE_LINE = /^\s*(\[[^\]\n]*\]{1,2}|test\s[^&|\n]*)\s*&&\s*([^|\n]*)(?:\|\|\s*(.*))?$/;
function readCommand(line, reading) {
const { around, lines, variables } = reading;
if (reading.hasEnded || around.some(({ runs }) => runs === false))
return;
const [, test, yes = line, no] = ONE_LINE.exec(line) ?? [];
const runs = test === undefined ? true : holds(test, reading);
const command = runs === false ? no : runs ? yes : line;
if (command === undefined)
return;
const isCertain = runs !== undefined && around.every((one) => one.runs);
const [, name, value = ''] = /^\s*(?:export\s+)?(\w+)=("[^"]*"|'[^']*'|[^\s;&|]*)\s*$/.exec(command) ?? [];
const known = isCertain ? knownValue(value, reading) : undefined;
if (name !== undefined && known !== undefined)
variables.set(name, [known]);
else if (name !== undefined)
variables.delete(name);
if (/^\s*shift\b/.test(command))
reading.args = isCertain ? reading.args?.slice(1) : undefined;
lines.push(isCertain ? command.trim() : command);
reading.hasEnded = isCertain && /^\s*(?:exec\s+[^\s\d<>&]|exit\b)/.test(command);
}
function knownValue(word, scope) {
const value = (0, shell_words.tV)(word, scope).replace(/["']/g, '').trim();
return /[$`*]/.test(value) ? undefined : value;
}
function holds(condition, { args, variables }) {
const [, inner = ''] = /^\s*(?:\[\[?\s+(.*?)\s+\]\]?|test\s+(.*?))\s*$/.exec(condition) ?? [];
const counted = args ? inner.replaceAll('$#', String(args.length)) : inner;
const [, left = '', operator = '', right = ''] = /^("[^"]*"|'[^']*'|\S+)\s+(==?|!=|-eq|-ne|-gt)\s+("[^"]*"|'[^']*'|\S+)$/.exec(counted) ?? [];
const [, sign, only = ''] = /^(-[nz])\s+("[^"]*"|\S+)$/.exec(counted) ?? [];
const [a, b] = [sign ? only : left, right].map((one) => knownValue(one, { args, variables }));
if (sign)
return a === undefined ? undefined : (a === '') === (sign === '-z');
if (operator === '' || a === undefined || b === undefined)
return undefined;
if (operator === '-gt')
return Number(a) > Number(b);
return (a === b) === /^(?:==?|-eq)$/.test(operator);
}
;
const argumentsFrom = (command, place) => (0, dockerfile.CH)(/^[^;&|()\n]*/.exec(command.slice(place).replace(/["']/g, ' '))?.[0] ?? '');
function scriptCommands(script, { path, args, variables, }) {
const taken = withoutOtherBranches(script, { args, variables });
const values = new Map([...variables].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])));
const commands = (0, shell.H)(taken, { own: external_node_path_.posix.dirname(path).slice(1), args, variables: values });
return commands.replace(/\[[^\]\n]*\]|(?<=^|[;&|{(]|\b(?:then|else|do)\b)[ \t]*(?:echo|printf)\b[^\n;&|]*/gm, '');
}
const startsMore = (command) => /\.(?:ba)?sh\b|(?<!&)&(?!&)|\b(?:supervisord|litefs|overmind|foreman|honcho|s6|pm2|runsvdir)\b/.test(command);
const STARTED_SCRIPT = /^\s*(?:(?:\S*\/)?(?:tini|dumb-init|(?:ba|da|a)?sh)\s+|-[\w-]*\s+){0,6}["']?([\w./-]+)["']?(?=\s|$)/;
const LEAVES_SERVER = /\b(?:nginx|cron\w*|sshd|service|systemctl)\b|daemon|\s-D\b|\sstart\b/;
const MOST_SCRIPTS = 3;
function start_script_programOf(command, search, depth = 0) {
const [start = '', path = ''] = STARTED_SCRIPT.exec(command) ?? [];
const script = path === '' || depth === MOST_SCRIPTS ? undefined : search.textInImage(path);
if (script === undefined || !(/\.(?:ba)?sh$/.test(path) || /^#![^\n]{0,60}sh\b/.test(script)))
return command;
const args = argumentsFrom(command, start.length);
const lines = scriptCommands(script, { ...search, path: `/${path}`, args })
.split('\n')
.flatMap((line) => line.split(/&&|;(?!;)/))
.filter((line) => line.trim() !== '');
const last = lines.at(-1) ?? '';
const before = lines.slice(0, -1).join('\n');
const [, program] = /^\s?(?:exec\s+)?((?!(?:fi|done|esac|exit|wait|return)\b)[\w./"'$][^|(){}]*)$/.exec(last) ?? [];
const isOnly = !startsMore(before) && !LEAVES_SERVER.test(before) && !/\bexec\s+[^\s\d<>&]/.test(before);
return program !== undefined && isOnly ? start_script_programOf(program.trim(), search, depth + 1) : command;
}
;
function startCommands(facts) {
const { fly, build } = facts;
const of = (name) => build?.content.instructions.findLast((one) => one.name === name)?.words.join(' ') ?? '';
const start = (command, process) => {
const written = `${of('ENTRYPOINT')} ${command.trim() || of('CMD')}`;
const search = { variables: variablesOfGroup(facts, process), textInImage: facts.textInImage };
return { command: start_script_programOf(written, search), written };
};
const [only, ...more] = fly.processes;
if (more.length === 0)
return [start(only?.value ?? '')];
return fly.processes.map(({ key, value }) => ({ process: key, ...start(value, key) }));
}
function mainStart(facts) {
const commands = startCommands(facts);
const nothing = { command: '', written: '' };
return commands.find(({ process }) => process === facts.mainProcess) ?? commands[0] ?? nothing;
}
const mainCommand = (facts) => mainStart(facts).command;
const PORT = /\s--port(?:=|\s+)["']?(?:(\d{4,5})\b|\$\{?PORT(?::-(\d{4,5}))?\b)|\s(?:-b|--bind)(?:=|\s+)["']?[\w.[\]:]*:(?:(\d{4,5})\b|\$\{?PORT(?::-(\d{4,5}))?\b)/g;
function startedPort(facts) {
const set = Number(facts.fly.env.find(({ key }) => key === 'PORT')?.value);
const ports = [...mainCommand(facts).matchAll(PORT)].map(([, plain, otherwise, bound, boundOtherwise]) => {
const number = plain ?? bound;
return number === undefined ? set || Number(otherwise ?? boundOtherwise) : Number(number);
});
const [port, ...more] = new Set(ports);
return port !== undefined && more.length === 0 && port > 0 ? port : undefined;
}
;
const WATCHERS = /(?:^|\/)(?:grafana|loki|tempo|alloy|agent|alertmanager|uptime-kuma|gatus|healthchecks|statping|cachet|blackbox-exporter|fly-log-shipper|promtail|vector|fluent-bit)(?:-enterprise|-oss)?(?=[:@]|$)/;
const STORES = /(?:^|\/)(?:postgres(?:ql|-flex)?|postgis|pgvector|timescaledb(?:-ha)?|mysql|mariadb|mongo|redis(?:-stack(?:-server)?)?|valkey|keydb|dragonfly|memcached|rabbitmq|pgbouncer|nats|kafka|cp-kafka|redpanda|zookeeper|elasticsearch|opensearch|meilisearch|typesense|clickhouse(?:-server)?|qdrant|weaviate|chroma|minio|vault|etcd|cockroach|neo4j|influxdb|falkordb|surrealdb|arangodb|couchdb|cassandra|scylla|questdb|milvus|libsql-server|sqld|eclipse-mosquitto|emqx)(?=[:@]|$)/;
const foreign_apps_isNamed = (image, app) => isNamedAs(image, app ?? '') && !(WATCHERS.test(image) || STORES.test(image));
function foreignImage({ app, facts, isOwnImage, }) {
const image = facts.fly.build?.text('image')?.value;
const { build, containers } = facts;
const images = [...(image === undefined ? [] : [image]), ...containers];
if (isOwnImage || images.some((one) => isImagePlaceholder(one) || foreign_apps_isNamed(one, app)))
return undefined;
if (image !== undefined || !build)
return image;
const { from } = build.content;
const answers = facts.ports.length > 0 || facts.fly.mounts.length > 0;
const isStore = STORES.test(from) && answers;
const isProgram = isOnlyConfigured(build.content) && (answers || !hasSteps(build.content));
const isOther = WATCHERS.test(from) || isStore || (isProgram && !foreign_apps_isNamed(from, app));
return isOther ? from : undefined;
}
function runsForeignProgram({ app, deployedBy, byPeople, isOwnImage, database, facts, }) {
const isLeft = deployedBy === undefined && !facts.fly.build?.has('image');
const images = isLeft && !isOwnImage ? byPeople.map(({ image }) => image) : [];
const isForeign = (image) => image !== undefined && !(0, deploy_commands.ef)(image) && !isImagePlaceholder(image) && !foreign_apps_isNamed(image, app);
return (database !== undefined || (images.length > 0 && images.every(isForeign)) || hasPostgresChecks(facts.fly));
}
const hasSteps = ({ instructions }) => instructions.some(({ name }) => name === 'RUN');
function storeImage(app) {
const image = foreignImage(app);
return image !== undefined && STORES.test(image) ? image : undefined;
}
const foreign_apps_SETTINGS = /\.(?:ya?ml|json|toml|conf|cfg|ini|sql|sh|tmpl|tpl|pem|crt|env|hcl|xml|properties)$/i;
const BASES = /(?:^|\/)(?:alpine|debian|ubuntu|fedora|centos|rockylinux|busybox|scratch|nix|wolfi-base|distroless[\w./-]*|static|base|cc|node|deno|bun|python|pypy|uv|golang|rust|ruby|php|frankenphp|perl|elixir|erlang|gleam|haskell|swift|dart|flutter|julia|r-base|openjdk|[\w-]*temurin|[\w-]*corretto|jdk|jre|graalvm[\w-]*|maven|gradle|sdk|aspnet|runtime|runtime-deps|clojure|[\w-]*chrome[\w-]*|playwright[\w-]*|puppeteer|ffmpeg|cuda|pytorch|tensorflow|[\w-]*conda\d?)(?=[:@]|$)/;
const isBaseImage = (image) => BASES.test(image);
const PROXIES = /(?:^|\/)(?:nginx[\w-]*|caddy|httpd|traefik|haproxy|envoy|scratch)(?=[:@]|$)/;
const isPlainProxy = (facts) => facts.build !== undefined &&
PROXIES.test(facts.build.content.from) &&
startCommands(facts).every(({ command }) => command.trim() === '');
function isOnlyConfigured({ from, instructions }) {
const copied = instructions.flatMap(({ name, words }) => ['COPY', 'ADD'].includes(name) ? words.slice(0, -1) : []);
return (from !== '' &&
!PROXIES.test(from) &&
!from.includes('$') &&
!(hasSteps({ instructions }) && isBaseImage(from)) &&
copied.every((word) => foreign_apps_SETTINGS.test(word)));
}
function thirdParty(apps, scraped) {
const isBuilt = (app) => !app.facts.fly.build?.has('image');
const others = apps.filter((app) => foreignImage(app) !== undefined &&
app.facts.metrics.length + app.facts.hints.length === 0 &&
!scraped.has(app.app) &&
!(isBuilt(app) && isDeployed(app) && !WATCHERS.test(foreignImage(app) ?? '')));
const isProgram = ({ facts: { metrics, hints } }) => metrics.length === 0 && hints.length > 0 && hints.every(({ isOfProgram }) => isOfProgram);
if (others.length + apps.filter(isProgram).length < apps.length)
return others;
const areDeployed = others.some(isDeployed);
return others.filter((app) => WATCHERS.test(foreignImage(app) ?? '') || (areDeployed && !isDeployed(app)));
}
function deployedByHand(app, apps) {
const image = foreignImage(app);
const isLeft = app.facts.fly.build?.has('image') === true || WATCHERS.test(image ?? '');
const areOwn = apps.some((one) => foreignImage(one) === undefined || isDeployed(one));
return isLeft && areOwn && !isDeployed(app) ? image : undefined;
}
const isDeployed = ({ deployedBy, isScripted }) => deployedBy !== undefined || isScripted;
;
function groupStages(files) {
const groups = [];
for (const one of files) {
const same = groups.find((group) => group.some((other) => areStages(one, other)));
if (same)
same.push(one);
else
groups.push([one]);
}
return groups.flatMap((group) => {
const sorted = group.toSorted((a, b) => stage_groups_rank(a) - stage_groups_rank(b));
const first = sorted.find(({ app, deployedBy }) => app === sorted[0]?.app && deployedBy) ?? sorted[0];
return first ? [{ ...first, stages: sorted.filter((one) => one !== first) }] : [];
});
}
function areStages(a, b) {
if (a.app === b.app)
return true;
const isStage = [a, b].some(({ app, facts }) => stageOf(app) ?? stageOf(facts.path));
if (!isStage)
return false;
const samePath = withoutStage(a.facts.path) === withoutStage(b.facts.path);
return samePath || (withoutStage(a.app) === withoutStage(b.app) && !isReordered(a.app, b.app));
}
function stage_groups_rank({ app, facts, deployedBy, isProduction, command, isScripted }) {
const named = stageOf(facts.path) ?? stageOf(app);
const stage = isProduction ? 'production' : named;
const isTest = stage !== undefined && stage !== 'production';
const signs = [
isTest,
deployedBy === undefined,
command === undefined,
stage !== 'production',
named !== 'production',
!isScripted,
SECOND_COPY.test(facts.path),
stage !== 'staging',
];
const depth = Math.min(facts.path.split('/').length, MAX_DEPTH);
const name = /(?:^|\/)fly\.toml$/.test(facts.path) ? 0 : 0.5;
return signs.reduce((sum, sign) => sum * 2 + Number(sign), 0) * (MAX_DEPTH + 1) + depth + name;
}
const SECOND_COPY = /(?:^|[/_.-])(?:legacy|backups?|copy|previous|old|archives?)(?=[/_.-])/i;
const MAX_DEPTH = 20;
function stageNotes({ app, facts, stages }) {
return stages.map((stage) => stage.app === app
? leftOutNote(stage.facts, stage.facts.name?.at, `${stage.facts.file} is another configuration of app ${app}: the draft has ${facts.file} for it.`, 'If that is wrong, change `config` of the app in monitoring.yml.')
: leftOutNote(stage.facts, stage.facts.name?.at, `${stage.facts.file} (app ${stage.app}) is another stage of ${app} (${facts.file}), so it is not in this draft.`, `Give it a configuration of its own: \`init --app ${stage.app} --config monitoring.${stage.app}.yml\`. If it is an app of its own, add it to \`apps\`.`));
}
function stageComment({ app, stages }) {
const others = stages.filter((stage) => stage.app !== app);
return others.length === 0
? undefined
: ` Taken for other stages of it: ${(0, lib_text.H$)(others.map(({ facts }) => facts.path))}. An app of its own is a further entry.`;
}
;
function chooseApps(files, { named, ...evidence }) {
const commands = whereFilesAre(evidence.commands, files);
const withNames = files.map((facts) => apps_nameOf(facts, { ...evidence, commands, files, named }));
const { images, notes } = baseImages(named === undefined ? withNames : [], evidence.scraped);
const running = withNames.filter((one) => !images.has(one));
const chosen = named === undefined ? running : selected(running, named);
const nameless = chosen.flatMap(({ app, facts }) => (isAppName(app) ? [] : facts));
const apps = groupStages(chosen.filter((one) => isAppName(one.app))).toSorted(mainFirst);
const others = thirdParty(apps, evidence.scraped);
for (const one of others)
for (const each of [one, ...one.stages])
notes.push(foreignNote(each, one));
for (const app of apps)
if (!others.includes(app))
notes.push(...stageNotes(app));
notes.push(...renamedNotes(apps.filter((one) => !others.includes(one))));
if (apps.length > 0)
notes.push(...namelessNotes(chosen.filter(({ app }) => !isAppName(app))));
const foreign = others.map(({ facts }) => facts);
const ofTeam = chosen.flatMap((one) => !isAppName(one.app) && foreignImage(one) === undefined ? one.facts : []);
return {
apps: apps.filter((one) => !others.includes(one)),
nameless: ofTeam.length > 0 ? ofTeam : nameless,
foreign,
notes,
};
}
function mainFirst(a, b) {
const weight = ({ facts, ...one }) => (foreignImage({ facts, ...one }) === undefined ? 0 : 1000) +
reach(facts) * 100 +
facts.path.split('/').length +
(/(?:^|\/)fly\.toml$/.test(facts.path) ? 0 : 0.5);
return weight(a) - weight(b);
}
function reach({ fly: { services }, ports }) {
const isWeb = ({ handlers }) => handlers.some((one) => one === 'http');
if (services.some(({ http, ports: own }) => http || own.some(isWeb)))
return 0;
if (services.some(({ ports: own }) => own.length > 0))
return 1;
return ports.length > 0 ? 2 : 3;
}
function apps_nameOf(facts, { commands, scripts, byHand, images, documents, files, named }) {
const image = facts.fly.build?.text('image')?.value;
const all = [...(image === undefined ? [] : [image]), ...facts.containers];
const isNamed = isAppName(facts.name?.value);
const ofAny = deploysOf({ file: facts.file, app: undefined }, commands);
const isAsked = !isNamed && (files.length === 1 || ofAny.some((one) => one.app === named));
const renaming = renamingDeploy(facts, { commands, scripts, byHand, files });
const own = renaming?.app ?? (isNamed ? facts.name?.value : isAsked ? named : undefined);
const file = { file: facts.file, app: own };
const isWithout = ({ config }) => files.every((one) => one.file !== config);
const [byScript, instructed] = [scripts, byHand].map((all) => [
...deploysOf(file, all).filter(({ config }) => config === facts.file || isOfStage(config)),
...deploysByApp(own, all).filter((one) => one.image !== undefined && isWithout(one)),
]);
const given = [...deploysOf(file, commands), ...byScript, ...instructed]
.map(({ app }) => app)
.filter(isAppName);
const app = own ?? given.find((one) => stageOf(one) === 'production') ?? given[0];
const deploys = deploysOf({ file: facts.file, app }, commands);
const isOfOther = ({ config }) => files.some((one) => one !== facts && one.file === config);
const byApp = deploysByApp(app, commands).filter((one) => !isOfOther(one));
const deployed = theDeploy(deploys, file) ?? theDeploy(deploysByApp(own, commands), file);
return {
app,
facts,
deployedBy: deployed?.at,
mayDeploy: deployed !== undefined && !isCertain(deployed, { ...file, app }),
renamedBy: renaming?.at,
isProduction: deployed?.isProduction === true,
others: otherDeploys({ deployed, app, file: facts.file }, { deploys, named: byApp, commands }, new Set(files.map(({ name }) => name?.value))),
command: [deployed, ...byScript].find((one) => one?.config === facts.file),
byPeople: [...byScript, ...instructed],
withMore: deployed ? undefined : withMoreOf([...byScript, ...instructed]),
otherName: isNamed ? renamingScript(file, { commands, scripts, byHand }) : undefined,
isScripted: byScript.length > 0,
isOwnImage: [...all, ...[...byScript, ...instructed].flatMap(({ image = [] }) => image)].some((one) => isBuiltHere(one, images)),
database: flyDatabase(app, facts, [...documents, ...images.builders]),
};
}
const isOfStage = (config) => (0, deploy_commands.ef)(config) && /^[^*]*[\w-][^*/]*\*[^*/]*\.toml$/.test(config);
const OF_CONTENT = /^--(?:image|build-arg|build-secret|build-target|env|file-)/;
function withMoreOf(deploys) {
const all = deploys.map(({ at, options }) => ({
at,
options: options.filter((one) => OF_CONTENT.test(one)),
}));
return all.every(({ options }) => options.length > 0) ? all[0] : undefined;
}
function selected(files, named) {
const matching = files.filter(({ app }) => app === named);
if (matching.length > 0)
return matching;
const nameless = files.filter(({ app }) => app === undefined);
const ofTeam = nameless.find((one) => foreignImage({ ...one, app: named }) === undefined);
const first = ofTeam ?? nameless[0] ?? files.find((one) => foreignImage(one) === undefined);
return first ? [{ ...first, app: named }] : [...files];
}
function foreignNote(one, main) {
const port = usualPort(one.facts);
const known = `Its metrics are on port ${port}, path /metrics, unless it is configured otherwise: to monitor it, add it`;
return leftOutNote(one.facts, one.facts.fly.build?.text('image')?.at, `${one.facts.file} runs something else (${foreignImage(one) ?? foreignImage(main)}): app ${one.app} is left alone.`, `${port === undefined ? 'If it has metrics, add it' : known} to \`apps\` and \`services\`.`);
}
function namelessNotes(files) {
const groups = Map.groupBy(files, (one) => `${external_node_path_.posix.dirname(one.facts.file)} ${whyNameless(one)}`);
return [...groups.values()].flatMap((same) => {
const [first] = same;
if (!first)
return [];
const [verb, config] = same.length === 1 ? ['is', first.facts.path] : ['are', 'PATH'];
return leftOutNote(first.facts, first.facts.name?.at, `${(0, lib_text.H$)(same.map(({ facts }) => facts.file))} ${verb} left out: ${whyNameless(first)}.`, `Add the app to \`apps\`, with \`config: ${config}\`.`);
});
}
function whyNameless(one) {
const { name } = one.facts;
const image = foreignImage(one);
if (name)
return `the app name ${(0, quote.T)(name.value)} is ${isPlaceholder(name.value) ? 'a placeholder' : 'not one of Fly'}`;
return image === undefined ? 'no `app` is set' : `no \`app\` is set, and the image is ${image}`;
}
var lib_folders = __webpack_require__(70265);
;
const IS_PATTERN = /[*?[]/;
const IS_OPTIONAL = /\.\w+\*$|\[\w\]$/;
const unmatchedIn = (folder, { stages }, namesIn) => stages.flatMap(({ instructions }) => instructions.flatMap((one) => {
if ((one.name !== 'COPY' && one.name !== 'ADD') || (0, dockerfile.UQ)(one))
return [];
const paths = (0, dockerfile.K1)(one);
const isNone = paths.every((path) => isRequired(path) && !matches(external_node_path_.posix.join(folder, path), namesIn));
return isNone ? paths.join(' ') : [];
}));
const isRequired = (path) => IS_PATTERN.test(path) && !IS_OPTIONAL.test(path) && !/\$|\*\*|\.\.\//.test(path);
function matches(pattern, namesIn) {
let folders = ['.'];
for (const part of pattern.split('/')) {
const wanted = part.replaceAll('?', '[?]');
folders = folders.flatMap((folder) => namesIn(folder)
.filter((name) => (IS_PATTERN.test(part) ? (0, glob.m)(wanted, name) : name === part))
.map((name) => external_node_path_.posix.join(folder, name)));
}
return folders.length > 0;
}
;
const isBelow = (path, folder) => folder === '.' || path === folder || path.startsWith(`${folder}/`);
const NAMES = [
[/(?:^|\/)(?:package|composer)\.json$/, /^\s{0,8}"name":\s*"([^"]+)"/m],
[/(?:^|\/)Cargo\.toml$/, /^\[(?:package|\[bin\]|lib)\][^[]*?^name\s*=\s*"([^"]+)"/gm],
[/(?:^|\/)mix\.exs$/, /^[ \t]*app:[ \t]*:(\w+)/m],
[/(?:^|\/)pyproject\.toml$/, /^\[(?:project|tool\.poetry)\][^[]*?^name\s*=\s*["']([^"']+)["']/m],
[/(?:^|\/)go\.mod$/, /^module\s+"?([^\s"]+)/m],
[/(?:^|\/)pom\.xml$/, /^<project[\s\S]{0,2000}?<artifactId>([\w.-]+)<\/artifactId>/m],
];
function packagesOf(manifests) {
const groups = Map.groupBy(manifests, ({ file }) => external_node_path_.posix.dirname(file));
const packages = [...groups].map(([folder, files]) => ({
folder,
names: [...new Set(files.flatMap(packages_namesIn))],
scripts: Object.assign({}, ...files.map(scriptsIn)),
needs: dependenciesOf(files),
namesPrometheus: files.some(({ text }) => /prometheus/i.test(text)),
}));
return packages.map(({ needs, ...one }) => ({
...one,
uses: packages
.filter(({ folder, names }) => needs.has(folderKey(folder)) || names.some((name) => needs.has(name)))
.map(({ folder }) => folder),
}));
}
function packages_namesIn({ file, text }) {
const own = NAMES.filter(([name]) => name.test(file)).flatMap(([, pattern]) => [...text.matchAll(new RegExp(pattern, 'gm'))].map(([, name = '']) => name));
const names = file.endsWith('Cargo.toml') ? own : own.slice(0, 1);
if (/\.(?:cs|fs)proj$/.test(file))
return [external_node_path_.posix.basename(file).replace(/\.\w+$/, '')];
return /\.gradle(?:\.kts)?$/.test(file) ? [`:${external_node_path_.posix.dirname(file).replaceAll('/', ':')}`] : names;
}
function scriptsIn({ file, text }) {
const json = external_node_path_.posix.basename(file) === 'package.json' ? (0, json_value._D)(text) : undefined;
const scripts = (0, json_value.OW)(json) && (0, json_value.OW)(json.scripts) ? json.scripts : {};
return Object.fromEntries(Object.entries(scripts).map(([name, value]) => [name, (0, json_value.tB)(value)]));
}
const DEPENDENCIES = [
[/package\.json$/, /^[ \t]*"([^"\s]+)":[ \t]*"/gm],
[/Cargo\.toml$/, /^"?([\w-]+)"?(?:\.workspace)?\s*=|\bpackage\s*=\s*"([^"]+)"/gm],
[/mix\.exs$/, /\{:(\w+),[^}]{0,300}?(?:in_umbrella|path):/g],
[/pyproject\.toml$/, /["']([A-Za-z][\w.-]*)|^([\w-]+)\s*=\s*\{/gm],
[/pom\.xml$/, /<artifactId>([\w.-]+)<\/artifactId>/g],
[/\.gradle(?:\.kts)?$/, /\bproject\(["']([\w:-]+)["']/g],
];
const PATH = /["'=\s:](\.\.?[/\\][\w@./\\-]+)/g;
function dependenciesOf(manifests) {
const names = manifests.flatMap(({ file, text }) => DEPENDENCIES.filter(([kind]) => kind.test(file)).flatMap(([, pattern]) => [...text.matchAll(pattern)].map(([, first, second]) => first ?? second ?? '')));
const folders = manifests.flatMap(({ file, text }) => [...text.matchAll(PATH)].map(([, path = '']) => {
const whole = external_node_path_.posix.join(external_node_path_.posix.dirname(file), path.replaceAll('\\', '/')).replace(/\/$/, '');
return folderKey(/\.\w+proj$/.test(whole) ? external_node_path_.posix.dirname(whole) : whole);
}));
return new Set([...names, ...folders]);
}
const folderKey = (folder) => `${folder}/`;
function withDependencies(folders, packages) {
const found = new Set();
const add = (folder) => {
if (found.has(folder))
return;
found.add(folder);
for (const used of packages.find((one) => one.folder === folder)?.uses ?? [])
add(used);
};
for (const folder of folders)
add(folder);
return [...found];
}
var script_names = __webpack_require__(83708);
;
function rootOfWorkspace({ file, build }, evidence) {
if (!build)
return undefined;
const folder = external_node_path_.posix.dirname(build.file);
const said = [file, build.file].flatMap((one) => workspace_root_commentOf(one, build.file, evidence))[0];
if (said !== undefined)
return { folder: '.', why: said };
const commands = build.content.stages.flatMap(({ instructions }) => instructions.flatMap(({ name, text }) => (name === 'RUN' ? text.split(/[;&|\n]+/) : [])));
if (folder === '.' || !copiesAll(build) || commands.length === 0)
return undefined;
const part = partBecause(folder, commands, evidence);
const above = (0, lib_folders.Z)(folder);
const root = above.find((one) => isRoot(one, evidence)) ?? '.';
return part === undefined ? undefined : { folder: root, why: part };
}
const copiesAll = ({ copied }) => copied.some((path) => /^\.?\/?$/.test(external_node_path_.posix.normalize(path)));
const CONTEXT = /^[ \t]*#.{0,200}\bcontext\b.{0,60}?\b(?:(?:mono)?repo(?:sitory)?|project|workspace)(?:['\u2019]s)?[ -]root\b/i;
const DOCKER = /^[ \t]*#.{0,80}\bdocker(?: buildx)? build\b.{0,200}? (?:-f|--file)[ =](\S+).{0,100} \.(?=[ \t`]|$)/;
const workspace_root_commentOf = (file, dockerfile, { textOf }) => (textOf(file) ?? '')
.split(/\r?\n/)
.flatMap((line, i) => CONTEXT.test(line) || external_node_path_.posix.join('.', DOCKER.exec(line)?.[1] ?? '.') === dockerfile
? [`${file}:${i + 1} says that the image is built from this folder`]
: []);
const MEMBERS = {
'Cargo.toml': /\bworkspace\s*=\s*true\b|\bpath\s*=\s*"\.\.\//,
'package.json': /:\s*"(?:workspace:|(?:file|link|portal):\.\.\/)/,
'pyproject.toml': /\bworkspace\s*=\s*true\b|\bpath\s*=\s*"\.\.\//,
'go.mod': /=>\s*\.\.\//,
'mix.exs': /\bin_umbrella:\s*true|\bpath:\s*"\.\.\//,
};
const ROOTS = {
'Cargo.toml': /^\[workspace[\].]/m,
'package.json': /"workspaces"\s*:/,
'pnpm-workspace.yaml': /./,
'pyproject.toml': /^\[tool\.uv\.workspace\]/m,
'go.work': /./,
'mix.exs': /\bapps_path:/,
'settings.gradle': /\binclude\b/,
'settings.gradle.kts': /\binclude\b/,
'pom.xml': /<modules>/,
};
const isRoot = (folder, evidence) => lineIn(ROOTS, folder, evidence) !== undefined;
function lineIn(table, folder, { textOf }) {
for (const [name, pattern] of Object.entries(table)) {
const path = external_node_path_.posix.join(folder, name);
const line = (textOf(path) ?? '').split('\n').findIndex((one) => pattern.test(one));
if (line !== -1)
return `${path}:${line + 1}`;
}
return undefined;
}
const FROM_ROOT = /\b(?:pnpm|npm|yarn|turbo|lerna|nx|rush|mvnw?|gradlew?)\b/;
function partBecause(folder, commands, evidence) {
if (isRoot(folder, evidence))
return undefined;
const member = lineIn(MEMBERS, folder, evidence);
if (member !== undefined)
return `${member} needs files outside of ${folder}`;
const above = (0, lib_folders.Z)(folder);
const hasRoot = above.some((one) => isRoot(one, evidence));
for (const command of commands) {
const path = pathsIn(command).find((one) => !evidence.exists(external_node_path_.posix.join(folder, one)) && above.some((up) => evidence.exists(external_node_path_.posix.join(up, one))));
const names = FROM_ROOT.test(command) ? (0, script_names.w)(command) : [];
const named = evidence.packages.find((one) => names.some((name) => one.names.includes(name) || external_node_path_.posix.basename(one.folder) === name));
const which = command.trim().replace(/\s+/g, ' ').slice(0, 60);
if (path !== undefined)
return `\`${which}\` needs ${path}, which is not in ${folder}`;
if (named && hasRoot)
return `\`${which}\` names a package of that workspace`;
}
return undefined;
}
const pathsIn = (command) => command
.split(/[\s"'=]+/)
.filter((word) => /^(?:\.\/)?(?:[\w.-]+\/)+[\w-]+\.\w+$|^\.\/(?:gradlew|mvnw)$/.test(word));
;
function foundBuild(app, evidence) {
const { facts, command } = app;
if (facts.fly.build?.has('image'))
return undefined;
const own = external_node_path_.posix.dirname(facts.file);
const other = instead(app, evidence);
if (other)
return { context: other.folder, ...unnamed(other.folder, facts), why: other.why };
if (command && !(0, deploy_commands.ef)(command.folder))
return asCommanded(command, { own, facts });
const { folder, missing, why: said } = copiedFrom(app, evidence) ?? { folder: own, missing: [] };
if (!facts.build || (folder === own && !facts.isMeant))
return undefined;
if (facts.isMeant) {
const why = `flyctl would look for ${facts.build.file} in ${own}, because ${facts.file} is there`;
return { ...(folder !== own && { context: folder }), dockerfile: facts.build.file, why };
}
const which = missing.length === 0 ? 'the files' : 'most of the files';
return {
context: folder,
...unnamed(folder, facts),
why: said ?? `it has ${which} that ${facts.build.file} copies`,
};
}
const unnamed = (folder, { build, fly, isMeant }) => build && (isMeant || (!fly.build?.has('dockerfile') && external_node_path_.posix.dirname(build.file) !== folder))
? { dockerfile: build.file }
: {};
function asCommanded({ folder, dockerfile, at }, { own, facts }) {
const context = folder === own ? undefined : folder;
const isNamed = dockerfile !== undefined && facts.fly.build?.text('dockerfile') === undefined;
const given = facts.isMeant ? facts.build?.file : isNamed ? dockerfile : undefined;
const named = given !== undefined && !(0, deploy_commands.ef)(given) ? given : undefined;
if (context === undefined && named === undefined)
return undefined;
return {
...(context !== undefined && { context }),
...(named !== undefined && { dockerfile: named }),
why: `${placeText(at)} deploys it ${context === undefined ? 'with this Dockerfile' : 'from this folder'}`,
};
}
function instead(app, evidence) {
const { command, deployedBy, byPeople, facts } = app;
if (!command || deployedBy || !facts.build || (0, deploy_commands.ef)(command.folder))
return undefined;
const lacking = missingIn(command.folder, facts.build, evidence);
if (lacking.length === 0 || fetches(evidence.textOf(command.at.file), lacking))
return undefined;
const isWhole = ({ folder }) => !(0, deploy_commands.ef)(folder) && missingIn(folder, facts.build, evidence).length === 0;
const other = byPeople.find(isWhole);
const copied = other ?? copiedFrom(app, evidence);
if (!copied || !isWhole(copied))
return undefined;
const lacks = `${placeText(command.at)} deploys it from ${command.folder}, which does not have ${(0, lib_text.H$)(lacking)}`;
const has = `all that ${facts.build.file} copies`;
const why = other
? `${placeText(other.at)} deploys it from a folder that has ${has}`
: `this folder has ${has}`;
return { folder: copied.folder, why: `${lacks}; ${why}` };
}
const fetches = (script, lacking) => (script ?? '')
.split('\n')
.some((line) => /(?:^|[\s;&|(])(?:cp|mv|ln|rsync|tar|unzip|git|turbo)\s/.test(line) &&
(/\.\.\/|\*/.test(line) || lacking.some((path) => line.includes(external_node_path_.posix.basename(path)))));
function contextOf(app, evidence) {
const { command } = app;
const other = instead(app, evidence);
if (other)
return other.folder;
if (command && !(0, deploy_commands.ef)(command.folder))
return command.folder;
return copiedFrom(app, evidence)?.folder;
}
function buildNotes(apps, evidence) {
const own = apps.filter(({ deployedBy, database }) => deployedBy === undefined && database === undefined);
const byFile = Map.groupBy(own, ({ facts }) => facts.build?.file);
return [
...own.flatMap(placeholderNote),
...[...byFile].flatMap(([file, same]) => (file === undefined ? [] : missingFiles(file, same, evidence))),
];
}
function placeholderNote({ app, facts }) {
const image = facts.fly.build?.text('image');
if (!image || !isImagePlaceholder(image.value))
return [];
const message = `The image ${(0, quote.T)(image.value)} is a placeholder: a deploy of ${app} fails until it is the name of one.`;
const hint = `Set \`image\`, or set \`deploy: false\` and deploy ${app} as before.`;
return [initNote(facts.file, image.at, message, hint)];
}
const shellText = (file, word, then = 'a deploy fails') => `${file} has ${(0, quote.T)(word)} after COPY, which Docker takes for the name of a file: ${then}`;
const missingFor = (app, evidence) => copiedFrom(app, evidence)?.missing ?? [];
function missingFiles(file, apps, evidence) {
const lacking = apps.map((app) => ({ app: app.app, missing: missingFor(app, evidence) }));
const failing = lacking.filter(({ missing }) => missing.length > 0);
const missing = [...new Set(failing.flatMap((one) => one.missing))];
if (missing.length === 0)
return [];
const [which, what] = missing.length === 1 ? ['which is', 'that'] : ['which are', 'them'];
const names = (0, lib_text.H$)(failing.map(({ app }) => app));
const shell = missing.find(dockerfile.HR);
const [fails, cure] = shell
? [shellText(file, shell, `a deploy of ${names} fails`), 'correct that instruction']
: [
`${file} copies ${(0, lib_text.H$)(missing.map(quote.T))}, ${which} not in this repository: a deploy of ${names} fails unless a step before it makes ${what}`,
`add a step that makes ${what} before it`,
];
const message = `${fails}. So the draft only monitors ${failing.length === 1 ? 'it' : 'them'} (\`deploy: false\`).`;
const hint = `To deploy ${names} with this action, ${cure}, and remove that line.`;
return [initNote(file, { line: 1, column: 1 }, message, hint)];
}
const missingIn = (folder, build, { exists }) => [
...new Set((build?.copied ?? []).filter((path) => !/[*?[]/.test(path) && !exists(external_node_path_.posix.join(folder, path)))),
];
function copiedFrom({ facts }, evidence) {
const { file, build, fly } = facts;
const { packages, namesIn } = evidence;
if (!build || fly.build?.has('image'))
return undefined;
const asContext = (folder) => {
const missing = missingIn(folder, build, evidence);
return { folder, missing, lacking: missing.length + unmatchedIn(folder, build.content, namesIn).length };
};
const root = rootOfWorkspace(facts, evidence);
if (root && asContext(root.folder).lacking === 0)
return { ...root, missing: [] };
const [own, built] = [external_node_path_.posix.dirname(file), external_node_path_.posix.dirname(build.file)];
const hasCode = (folder) => folder === own || packages.some((one) => isBelow(one.folder, folder));
const above = (0, lib_folders.Z)(built);
const isWhole = copiesAll(build) && packages.some(({ folder }) => folder === own);
const folders = [...new Set([...(isWhole && above.includes(own) ? [own] : []), built, ...above, own])];
const [first, ...more] = [...new Set([...folders.filter(hasCode), ...folders])].map(asContext);
const best = more.reduce((best, one) => (best && best.lacking <= one.lacking ? best : one), first);
if (!best || best.lacking === 0)
return best;
const [only, ...others] = packages.filter(({ folder }) => asContext(folder).lacking === 0);
return only && others.length === 0 ? { folder: only.folder, missing: [] } : best;
}
;
const BUILDS = ['image', 'dockerfile', 'builder', 'builtin', 'buildpacks', 'compose'];
const folderOf = ({ facts, command }) => command?.folder ?? external_node_path_.posix.dirname(facts.file);
const dockerfileIn = (folder, { exists }) => ['Dockerfile', 'dockerfile'].map((name) => external_node_path_.posix.join(folder, name)).find(exists);
const otherDockerfile = (evidence) => ['.', ...evidence.packages.map(({ folder }) => folder)]
.map((folder) => dockerfileIn(folder, evidence))
.find((path) => path !== undefined);
function lackingDockerfile(app, evidence) {
const { facts, command } = app;
const folder = folderOf(app);
const isElsewhere = command?.dockerfile !== undefined || command?.makes !== undefined;
if (facts.build || isElsewhere || facts.isTemplate || (0, deploy_commands.ef)(folder))
return undefined;
if (facts.containers.length > 0 || command?.options.some((one) => deploy_commands.fx.test(one)))
return undefined;
const { build } = facts.fly;
const named = build?.text('dockerfile')?.value;
if (named !== undefined)
return /^\w+:\/\//.test(named) || ['image', 'builder', 'builtin'].some((key) => build?.has(key))
? undefined
: `[build] names ${named}, which is not in this repository`;
if (BUILDS.some((key) => build?.has(key)) || dockerfileIn(folder, evidence))
return undefined;
return `${folder === '.' ? 'The root of the repository' : `The folder ${folder}`} has no Dockerfile, and [build] names none`;
}
function withoutDockerfile(apps, evidence) {
const lacking = apps.flatMap((app) => {
const why = lackingDockerfile(app, evidence);
return why === undefined ? [] : [{ app, why }];
});
const other = otherDockerfile(evidence);
return [...Map.groupBy(lacking, ({ why }) => why)].flatMap(([why, [first, ...more]]) => {
if (!first)
return [];
const names = (0, lib_text.H$)([first, ...more].map(({ app }) => app.app));
const message = `${why}: a deploy of ${names} fails. So the draft only monitors ${more.length === 0 ? 'it' : 'them'} (\`deploy: false\`).`;
const cure = other === undefined
? 'add a Dockerfile, or an `image` to [build]'
: `set \`dockerfile\` of the app, such as ${other}, and its \`context\``;
return initNote(first.app.facts.file, { line: 1, column: 1 }, message, `To deploy ${names} with this action, ${cure}, and remove that line.`);
});
}
var workflow_sources = __webpack_require__(22446);
;
const OF_BUNDLE = /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP)_/;
function openArguments({ build, fly }) {
if (!build || fly.build?.has('image'))
return [];
const all = build.content.stages.flatMap(({ instructions }) => instructions);
const hasDefault = (name) => all.some(({ text }) => new RegExp(`\\b${name}(?::?[-+?]|=[^\\s$])`).test(text));
return build.content.stages.flatMap(({ instructions }) => instructions.flatMap((one, i) => (one.name === 'ARG' ? (0, dockerfile.I7)(one) : [])
.filter(([name, value]) => /^\w+$/.test(name) && value === `$${name}` && !fly.buildArgs.has(name))
.filter(([name]) => !hasDefault(name))
.map(([name]) => ({ name, line: one.line, set: setBy(instructions.slice(i), name)?.line }))));
}
const setBy = (instructions, name) => instructions.find((one) => (one.name === 'ENV' || one.name === 'RUN') &&
new RegExp(`(?:^|\\s)${name}[= ]["']?\\$(?:${name}\\b|\\{${name}\\})`).test(one.text));
function lackingArgument({ facts, stages, byPeople, withMore }) {
const open = openArguments(facts).filter(({ name }) => byPeople.length === 0 || OF_BUNDLE.test(name));
if (withMore || open.length === 0)
return undefined;
const deploys = stages
.filter((stage) => stage.facts.build?.file === facts.build?.file)
.flatMap((stage) => stage.byPeople);
for (const { at, buildArgs = [] } of [...byPeople, ...deploys]) {
const [first, ...more] = open.filter(({ name }) => buildArgs.includes(name));
if (first)
return `${placeText(at)} gives ${(0, lib_text.H$)([first, ...more].map(({ name }) => name))} to the build with --build-arg, and neither ${facts.build?.file}:${first.line} nor [build.args] of ${facts.file} has a value: a deploy with this action builds without one`;
}
return undefined;
}
const argumentNotes = (apps) => apps.flatMap((one) => {
const { app, facts, deployedBy, withMore } = one;
const open = openArguments(facts).filter(({ name, set }) => set !== undefined && OF_BUNDLE.test(name));
const [first] = open;
if (!first || !facts.build || deployedBy || withMore || lackingArgument(one) !== undefined)
return [];
const names = (0, lib_text.H$)([...new Set(open.map(({ name }) => name))]);
const message = `${names}: no default here, and no value in [build.args] of ${facts.file}. Line ${first.set} sets an empty one for the build of ${app}, and what browsers get has that.`;
const hint = `Add the values to [build.args]: browsers can read them, so they are no secrets. Secrets of Fly are not there in a build.`;
return initNote(facts.build.file, { line: first.line, column: 1 }, message, hint);
});
;
const MOUNT = /--mount=(\S{0,300}\btype=secret\b\S{0,300})/g;
function neededSecret({ stages }) {
for (const { name, text, line } of stages.flatMap(({ instructions }) => instructions))
for (const [, options = ''] of name === 'RUN' ? text.matchAll(MOUNT) : []) {
const id = optionOf(options, 'id');
const target = optionOf(options, 'target|dst|destination') ?? `/run/secrets/${id}`;
const isRequired = /\brequired(?:=true)?(?:,|$)/.test(options);
if (id !== undefined && (isRequired || endsWithout(text, [target, optionOf(options, 'env')])))
return { id, line };
}
return undefined;
}
const optionOf = (options, names) => new RegExp(`(?:^|,)(?:${names})=([\\w./-]+)`).exec(options)?.[1];
function endsWithout(text, [file, variable]) {
const path = file?.replaceAll('.', '\\.');
const content = `\\$\\(cat\\s+${path}\\)`;
const value = variable === undefined ? content : `(?:${content}|\\$\\{?${variable}\\}?)`;
const isAbsent = `(?:!\\s*-[efrs]\\s+"?${path}"?|-z\\s+"?${value}"?)`;
const isThere = `(?:-[efrs]\\s+"?${path}"?|-n\\s+"?${value}"?)`;
const forms = [
`(?:\\[|\\btest)\\s+${isAbsent}[^|]{0,9}(?:;\\s*then|&&)(?:(?!\\b(?:fi|else|elif)\\b)[^&|]){0,600}\\bexit\\s+[1-9]`,
`(?:\\[|\\btest)\\s+${isThere}[^|&;]{0,9}\\|\\|[^&|;]{0,300}\\bexit\\s+[1-9]`,
`(?:^|\\s|&&)(?:test\\s+${isThere}|cat\\s+"?${path}"?(?:\\s*>\\s*\\S{1,100})?|\\w{1,50}="?${content}"?)\\s*&&`,
variable === undefined ? '(?!)' : `\\$\\{${variable}:?\\?`,
];
return forms.some((form) => new RegExp(form).test(text));
}
;
const LOCKED = [
{
command: /\bpnpm\s(?:[^;&|]{0,100}\s)?(?:i|install)\s(?:[^;&|]{0,200}\s)?--frozen-lockfile(?![\w=-]|\s+false)/,
names: ['pnpm-lock.yaml'],
writes: /\bpnpm\s+(?:i|install|add|import|update|dlx|exec)\b/,
},
{
command: /\bnpm\s+(?:-\S{1,50}\s+){0,8}(?:ci|clean-install)(?![\w:-])/,
names: ['package-lock.json', 'npm-shrinkwrap.json'],
writes: /\bnpm\s+(?:i|install|add|update|init|shrinkwrap)\b/,
},
{
command: /\byarn\s(?:install\s)?(?:[^;&|]{0,200}\s)?--immutable(?![\w=-])/,
names: ['yarn.lock'],
writes: /\byarn(?:\s+(?:install|add|up|import)\b|\s*(?:$|&&))/,
},
{
command: /\bcargo\s+(?:build|check|fetch|run|test)\s(?:[^;&|]{0,200}\s)?--(?:locked|frozen)(?![\w=-])/,
names: ['Cargo.lock'],
writes: /\bcargo\s+(?:build|check|fetch|run|test|init|new|update|add|chef|generate-lockfile)\b/,
},
{
command: /\buv\s+sync\s(?:[^;&|]{0,200}\s)?--(?:locked|frozen)(?![\w=-])/,
names: ['uv.lock'],
writes: /\buv\s+(?:sync|lock|add|init|run)\b/,
},
{
command: /\bbundle\s+install\s(?:[^;&|]{0,200}\s)?--(?:deployment|frozen)(?![\w=-])/,
names: ['Gemfile.lock'],
writes: /\bbundle\s+(?:install|lock|update|add|init)\b/,
},
];
const GLOBAL = /\b(?:npm|pnpm|bun)\s[^;&|]{0,200}(?:-g|--global)\b/g;
const BRINGS = /\bgit\s+clone\b|\b(?:curl|wget)\s[^;&|]{0,300}https?:|\b(?:tar|unzip|turbo|cp|mv)\s|--mount=\S{0,100}type=bind/;
const MAY_FAIL = /\|\||;|<<|\bif\b/;
function lackingLock({ stages }, search) {
for (const stage of stages) {
const before = inherited(stage, stages);
for (const one of before.length > 0 || search.isBase(stage.base) ? stage.instructions : []) {
const why = one.name === 'RUN' ? lackOf(one.text, before, search) : undefined;
if (why !== undefined)
return `${search.dockerfile}:${one.line} fails in a deploy: ${why}`;
before.push(one);
}
}
return undefined;
}
function inherited(stage, stages) {
const base = stages
.slice(0, stages.indexOf(stage))
.findLast(({ name }) => name !== '' && name === stage.base.toLowerCase());
return base ? [...inherited(base, stages), ...base.instructions] : [];
}
function lackOf(text, before, search) {
if (MAY_FAIL.test(text))
return undefined;
for (const { command, names, writes } of LOCKED) {
const [written] = command.exec(text) ?? [];
const earlier = [...before.flatMap((one) => (one.name === 'RUN' ? one.text : [])), text]
.join(' && ')
.replace(GLOBAL, ' ');
const [first = '', second] = earlier.split(command);
if (written === undefined || second === undefined || writes.test(first) || BRINGS.test(earlier))
continue;
const copies = before.filter((one) => one.name === 'COPY' || one.name === 'ADD');
if (copies.some((one) => mayCopy(one, names, search)))
continue;
return `\`${written}\` needs ${names[0]}, ${whereIs(names, copies, search)}`;
}
return undefined;
}
function whereIs([name = ''], copies, search) {
const { context, exists } = search;
if (copies.some((one) => (0, dockerfile.K1)(one).some((path) => lock_files_placesOf(path, name, search).some(exists))))
return 'which .dockerignore leaves out';
if (exists(external_node_path_.posix.join(context, name)))
return 'which no instruction before it copies';
return `which is not in ${context === '.' ? 'this repository' : context}`;
}
function mayCopy(copy, names, search) {
const paths = (0, dockerfile.K1)(copy);
if ((0, dockerfile.UQ)(copy))
return paths.some((path) => names.includes(external_node_path_.posix.basename(path)) || !/\.\w+$/.test(path) || /[*$]/.test(path));
return paths.some((path) => /\$|^\w+:|^<</.test(path) ||
names.some((name) => lock_files_placesOf(path, name, search).some((place) => isSent(place, search))));
}
function lock_files_placesOf(path, name, { context, packages }) {
const whole = external_node_path_.posix.join(context, path);
if ((0, glob.m)(external_node_path_.posix.basename(path), name))
return [external_node_path_.posix.join(context, external_node_path_.posix.dirname(path), name)];
const below = packages.flatMap(({ folder }) => (isBelow(folder, whole) ? folder : []));
return [whole, ...below].map((folder) => external_node_path_.posix.join(folder, name));
}
function isSent(place, { context, dockerfile, exists, textOf }) {
const ignored = textOf(`${dockerfile}.dockerignore`) ?? textOf(external_node_path_.posix.join(context, '.dockerignore')) ?? '';
const path = external_node_path_.posix.relative(context, place);
const last = ignored
.split(/\r?\n/)
.map((line) => line.trim())
.findLast((line) => {
const pattern = line.replace(/^!/, '').replace(/^\/|\/$/g, '');
return ((0, glob.m)(pattern, path) ||
(0, glob.m)(`${pattern}/**`, path) ||
(pattern.startsWith('**/') && (0, glob.m)(pattern.slice(3), path)));
});
return exists(place) && (last === undefined || last.startsWith('!') || last.startsWith('#'));
}
;
const OF_FILE = /^[ \t]*#.{0,200}\b(?:auto[- ]?deploy(?:s|ed|ments?)?|deploy(?:s|ed) automatically|automatically deploy(?:s|ed))\b/i;
const OF_TEXT = /\bFly(?:\.io)?(?:['\u2019]s)?(?: own| GitHub)? (?:auto[- ]?deploy|GitHub (?:integration|app) (?:will )?(?:auto-|automatically )?(?:re)?deploys?\b)/i;
const OTHERWISE = /\b(?:no|not|never|without|disabled?|off|if|once|until|unless|to (?:set|enable|configure)|enable|optional|instead|can|could|should|todo|avoid|was|used to|workflows?|actions)\b|\.github|n['\u2019]t\b|\?/i;
const TEXTS = /(?:^|\/)(?:docs?|documentation|ops|runbooks?)$/i;
function autoDeployOf({ facts }, { textOf, documents }) {
const own = lineWith(OF_FILE, { file: facts.file, text: textOf(facts.file) ?? '' });
const about = documents.filter(({ file }) => {
const folder = external_node_path_.posix.dirname(file).replace(TEXTS, '') || '.';
return folder === '.' || facts.file.startsWith(`${folder}/`);
});
return own[0] ?? about.flatMap((one) => lineWith(OF_TEXT, one))[0];
}
const lineWith = (pattern, { file, text }) => text
.split('\n')
.flatMap((line, i) => pattern.test(line) && !OTHERWISE.test(line) ? [{ file, line: i + 1, column: 1 }] : []);
;
const BUILD = /^(?!cp|mv|ln|rsync|tar|unzip|envsubst).*[ \t:](?:build|package|assemble|bundle)\b/;
const IN_IMAGE = /(?<![\w.-])(?:build|bundle|compile|assemble|package|vite|webpack|rollup|esbuild|tsc|make|hugo|(?:ba)?sh)(?![\w]|-(?:essential|base|deps))|\.sh\b/;
const OF_SOURCE = /\.tsx?\b|\bsrc\//;
const OUTPUT = /(?:^|\/)(\.next|\.nuxt|\.output|\.svelte-kit|dist|build|out|_site|bundle|public|static)(?:\/\*{0,2})?$/;
function builtBefore(one, evidence) {
const scripts = one.byPeople.filter(({ at }) => (0, deploy_commands.Kh)(at.file));
const builds = scripts.flatMap(({ at, folder, makes = [] }) => {
const command = makes.find((make) => BUILD.test(make));
return command === undefined ? [] : { at, command, folder };
});
const { build, fly } = one.facts;
const [first] = builds;
if (!first || builds.length < scripts.length || !build || fly.build?.has('image'))
return undefined;
const instructions = build.content.stages.flatMap((stage) => stage.instructions);
const isWhole = build.copied.some((path) => /^\.?\/?$/.test(external_node_path_.posix.normalize(path)));
const isBuilt = instructions.some(({ name, words }) => name === 'RUN'
? IN_IMAGE.test(words.join(' '))
: /^(?:CMD|ENTRYPOINT)$/.test(name) && OF_SOURCE.test(words.join(' ')));
if (!isWhole || isBuilt || (0, deploy_commands.ef)(first.folder))
return undefined;
const ignored = ignoredOutput(first.folder, build.file, evidence);
return ignored && { at: first.at, command: first.command, ignored };
}
function ignoredOutput(folder, dockerfile, { textOf, packages }) {
const inside = packages
.map((one) => one.folder)
.filter((one) => folder === '.' || one.startsWith(`${folder}/`));
const left = [external_node_path_.posix.join(folder, '.dockerignore'), `${dockerfile}.dockerignore`].flatMap((name) => outputsOf(textOf(name)));
return [...new Set([folder, ...(0, lib_folders.Z)(folder), ...inside])]
.map((one) => external_node_path_.posix.join(one, '.gitignore'))
.flatMap((name) => outputsOf(textOf(name)).map((one) => ({ ...one, at: `${name}:${one.line}` })))
.find(({ name }) => left.every((one) => one.name !== name));
}
const outputsOf = (text = '') => text.split(/\r?\n/).flatMap((line, i) => {
const pattern = line.trim();
const name = OUTPUT.exec(pattern)?.[1];
return name === undefined || /^[#!]/.test(pattern) ? [] : { name, pattern, line: i + 1 };
});
;
const STARTS = /\bfly(?:ctl)?[ \t]+m(?:achines?)?[ \t]+(?:start|run)\b(?:[^\n\\]|\\\n?){0,500}/g;
const STOPS = /\bfly(?:ctl)?[ \t]+m(?:achines?)?[ \t]+(?:stop|kill|suspend)\b/;
const CLOCKS = [/(?<![\w-])cron:/, /[ \t]--schedule\b/];
const APP_FLAG = /[ \t](?:--app|-a)(?:[ \t]+|=)["']?([\w-]+)/;
function clockOf({ app, facts: { fly, metrics } }, builders) {
if (fly.services.length + metrics.length > 0)
return undefined;
const name = new RegExp(String.raw `(?<![\w-])${app}(?![\w-])`);
return builders
.filter(({ text }) => name.test(text) && !STOPS.test(text))
.flatMap(({ file, text }) => [...text.matchAll(STARTS)]
.filter(([command]) => (APP_FLAG.exec(command)?.[1] ?? app) === app)
.filter(([command]) => CLOCKS[0].test(text) || CLOCKS[1].test(command))
.map(({ index }) => ({ file, line: (0, lib_text.mh)(text, index), column: 1 })))[0];
}
;
const WRITES = /(?<![\w-])(?:sed(?![^\n]{0,40}[ \t]-n[ \t])|perl)[ \t][^\n]{0,300}?\bs[/|#,@]\W{0,8}app\b/;
function filledTemplate(one, { builders, textOf }) {
const { file } = one.facts;
const filled = builders.flatMap((script) => {
const lines = (0, shell.$)(script.text).split('\n');
const line = lines.findIndex((command) => WRITES.test(command) && namesFile(command, script.file, file));
return line === -1 ? [] : placeText({ file: script.file, line: line + 1, column: 1 });
})[0];
if (filled !== undefined)
return `${filled} writes another name into ${file} before a deploy, so ${one.app} may be the name of no app`;
const said = (textOf(file) ?? '').split('\n').flatMap((line, i) => {
const what = SAYS.find(([pattern]) => pattern.test(line))?.[1];
return what === undefined ? [] : `${placeText({ file, line: i + 1, column: 1 })} says that ${what}`;
});
return said[0];
}
const SAYS = [
[/^[ \t]*#.{0,40}\btemplate\b(?![/.])(?=.{0,200}\b(?:fly|for|app)\b|[ \t.:]*$)/i, 'it is a template'],
[
/^[ \t]*#.{0,100}\bimage(?:[ -]deploys?)?[ -]only\b/i,
'only images of another build are deployed with it',
],
];
const namesFile = (command, script, file) => (0, dockerfile.CH)(command).some((word) => [
external_node_path_.posix.normalize(word),
external_node_path_.posix.join(external_node_path_.posix.dirname(script), word),
word.replace(/^\$\{?\w+\}?\//, ''),
].includes(file));
var workflow_steps = __webpack_require__(86349);
;
const isPlatformFile = (path) => /(?:^|\/)(?:render\.ya?ml|railway\.json|railway\.toml|\.do\/app\.ya?ml)$/.test(path);
const RETIRED = /^[ \t]*(?:#|\/\/).{0,100}\b(?:legacy|deprecated|retired|no longer|migrat\w+|example|backup|alternative)\b/im;
const BACKUP = /^[ \t]*#.{0,200}\b(?:backup|fallback|alternative|secondary)\b(?! of\b)/i;
function otherDeployOf(one, { platforms, builders }) {
const dockerfile = one.facts.build?.file;
const found = [
...platforms
.filter(({ text }) => !RETIRED.test(text.split('\n', 5).join('\n')))
.flatMap((file) => inPlatform(file, one)),
...builders.filter(({ file }) => (0, workflow_sources._2)(file)).flatMap((file) => inWorkflow(file, dockerfile)),
];
return found.find((deploy) => deploy.isOnPush) ?? found[0];
}
function livesElsewhere(one, evidence) {
return notOnFly(one, otherDeployOf(one, evidence), evidence);
}
function notOnFly(one, other, evidence) {
if (!other?.isOnPush)
return undefined;
const { file } = one.facts;
const lines = (evidence.textOf(file) ?? '').split('\n');
const start = lines.findIndex((text) => /^\s*[^#\s]/.test(text));
const line = lines.slice(0, start).findIndex((text) => BACKUP.test(text));
if (line !== -1)
return `${other.text}, and ${file}:${line + 1} says that Fly is another option`;
return one.byPeople.length === 0 ? `${other.text}, and nothing here deploys it to Fly` : undefined;
}
const elsewhereNotes = (apps, evidence) => apps.flatMap((one) => {
const other = one.deployedBy ? undefined : otherDeployOf(one, evidence);
if (!other || notOnFly(one, other, evidence))
return [];
const message = `${other.text}, so it is not certain that ${one.app} runs on Fly as well.`;
const hint = 'If it does not, remove it from `apps`. If a push must not deploy it, set `deploy: false`.';
return initNote(one.facts.file, { line: 1, column: 1 }, message, hint);
});
function inPlatform({ file, text }, { app, facts }) {
const read = file.endsWith('.toml') ? undefined : (0, formats_yaml.g)(text);
const [platform, programs] = /railway/.test(file)
? ['Railway', railway(text)]
: [/\.do\//.test(file) ? 'DigitalOcean' : 'Render', read?.ok ? programsIn(read.tree) : []];
return programs.flatMap(({ at, name, dockerfile, isOnPush }) => {
const own = dockerfile === undefined ? undefined : external_node_path_.posix.join(dockerfile);
const isSame = own !== undefined && own === facts.build?.file;
if (!isSame && name !== app)
return [];
const when = isOnPush ? ' at each push' : '';
return [{ text: `${file}:${at.line} deploys ${isSame ? own : app} to ${platform}${when}`, isOnPush }];
});
}
const programsIn = (tree) => ['services', 'workers'].flatMap((kind) => (0, formats_tree.ld)((0, formats_tree.Jt)(tree, kind)).map((service) => {
const value = (key) => (0, formats_tree.ws)((0, formats_tree.Jt)(service, key));
const git = (0, formats_tree.Jt)(service, 'github') ?? (0, formats_tree.Jt)(service, 'gitlab');
const isDocker = [value('runtime'), value('env')].includes('docker');
const path = value('dockerfilePath') ?? value('dockerfile_path') ?? (isDocker ? 'Dockerfile' : undefined);
return {
at: ((0, formats_tree.Jt)(service, 'name') ?? service).at,
name: value('name'),
dockerfile: path === undefined ? undefined : external_node_path_.posix.join(value('rootDir') ?? '.', path),
isOnPush: /^(?:true|yes)$/.test(value('autoDeploy') ?? (0, formats_tree.ws)((0, formats_tree.Jt)(git, 'deploy_on_push')) ?? '') ||
value('autoDeployTrigger') === 'commit',
};
}));
function railway(text) {
const line = text.split('\n').findIndex((one) => /\bdockerfilePath\b/.test(one));
const dockerfile = /\bdockerfilePath"?\s*[:=]\s*["']([^"'\n]+)["']/.exec(text)?.[1];
return [{ at: { line: line + 1, column: 1 }, name: undefined, dockerfile, isOnPush: false }];
}
const PLATFORMS = [
['Portainer', /portainer\w{0,20}\b.{0,100}\b(?:stacks|webhooks?|deploy)/i],
[
'Kubernetes',
/\bkubectl[ \t].{0,100}\b(?:apply|set image|rollout)\b|\bhelm[ \t].{0,100}\b(?:upgrade|install)\b/,
],
[
'Cloud Run',
/\bgcloud[ \t].{0,60}\brun (?:deploy|services update)\b|google-github-actions\/deploy-cloudrun@/,
],
['ECS', /\baws ecs update-service\b|amazon-ecs-deploy-task-definition@/],
[
'Azure',
/azure\/(?:webapps|container-apps)-deploy[\w-]*@|\baz (?:containerapp|webapp)[ \t].{0,60}\b(?:update|up)\b/i,
],
['Render', /\bapi\.render\.com\/deploy\b|\bRENDER_DEPLOY_HOOK/],
['Railway', /\brailway[ \t]+(?:up|redeploy)\b/],
['a server over SSH', /appleboy\/ssh-action@|\bssh[ \t].{0,150}\bdocker\b/],
];
function inWorkflow({ file, text }, dockerfile) {
const place = dockerfile === undefined ? undefined : platformIn(text.split('\n'));
if (!place)
return [];
const read = (0, formats_yaml.g)(text);
const isBuilt = read.ok && (0, workflow_steps.gX)(read.tree) && (0, workflow_steps.B_)(read.tree).some(({ step }) => builds(step, dockerfile));
const said = `${file}:${place.line} deploys ${dockerfile} to ${place.platform} at each push`;
return isBuilt ? [{ text: said, isOnPush: true }] : [];
}
function platformIn(lines) {
for (const [platform, pattern] of PLATFORMS) {
const at = lines.findIndex((one) => !/^\s*#/.test(one) && pattern.test(one));
if (at !== -1)
return { platform, line: at + 1 };
}
return undefined;
}
function builds(step, dockerfile) {
const inputs = (0, formats_tree.Jt)(step, 'with');
const context = (0, formats_tree.ws)((0, formats_tree.Jt)(inputs, 'context')) ?? '.';
const built = (0, formats_tree.ws)((0, formats_tree.Jt)(inputs, 'file')) ?? external_node_path_.posix.join(context, 'Dockerfile');
return /^docker\/build-push-action@/.test((0, formats_tree.ws)((0, formats_tree.Jt)(step, 'uses')) ?? '')
? external_node_path_.posix.join(built) === dockerfile
: /\bdocker(?: buildx)? build\b[^\n]{0,300}\s(?:-f|--file)[ =](\S+)/.exec((0, formats_tree.ws)((0, formats_tree.Jt)(step, 'run')) ?? '')?.[1] === dockerfile;
}
;
const IDLE = /^\s*(?:(?:\/bin\/)?(?:ba)?sh -c )?(?:exec )?(?:\/(?:usr\/)?bin\/)?(?:sleep\s+(?:\d+[smhd]?|inf(?:inity)?)|tail -f \/dev\/null|true)\s*$/;
function startedByHand(one, evidence) {
const { fly, file, metrics } = one.facts;
if (fly.services.length + metrics.length > 0)
return undefined;
return idle(one, file) ?? scaledToZero(one, evidence);
}
function idle({ facts }, file) {
const { entrypoint, cmd } = facts.fly.override;
const override = [entrypoint, cmd].flatMap((one) => one?.words ?? []).join(' ');
const commands = override === '' ? startCommands(facts).map(({ command }) => command) : [override];
const [first = ''] = commands;
if (!commands.every((one) => IDLE.test(one)))
return undefined;
const [process] = facts.fly.processes;
const at = cmd?.at ?? entrypoint?.at ?? process?.at;
const place = at ? placeText({ file, ...at }) : (facts.build?.file ?? file);
return `${place} starts \`${first.trim()}\`, which does nothing until a person starts a task there`;
}
const SCALE = /(\S+)[ \t]+scale[ \t]+count[ \t]+(?:[\w-]+=)?(\d+)\b([^\n;&|`]{0,200})/g;
const FLAG = /(?:^|[ \t])(?:--app|-a|--config|-c)[ \t=]+["']?([\w./-]+)/g;
function scaledToZero({ app, facts }, { texts, textOf }) {
const counts = texts.flatMap(({ file, text }) => [...text.matchAll(SCALE)].flatMap(({ index, 1: program = '', 2: count = '', 3: rest = '' }) => {
const script = /^(?:\.\/)?[\w./-]*\/[\w.-]+$/.test(program) ? (textOf(external_node_path_.posix.join(program)) ?? '') : '';
const named = [...`${rest}\n${script.slice(0, 2000)}`.matchAll(FLAG)].map(([, value = '']) => value);
const isMeant = named.some((value) => value === app || external_node_path_.posix.join('.', value) === facts.file);
return isMeant ? [{ count: Number(count), at: { file, line: (0, lib_text.mh)(text, index), column: 1 } }] : [];
}));
const [first] = counts;
if (!first || counts.some(({ count }) => count > 0))
return undefined;
return `${placeText(first.at)} keeps none of its machines running: people start it for one task`;
}
;
const IN_BRACKETS = /(?:(?<=[/@=:.-])|^)(?:\[[A-Za-z]{1,30}(?:[_ -][A-Za-z]{1,30}){1,5}\]|<[A-Za-z][\w .-]{1,60}>)|(?<=:\/\/|@)\[[A-Za-z]{1,30}\]/;
const MARKED = /\$\{\{[^{}]{1,100}\}\}|^\{\{[^{}]{1,100}\}\}$|^__[A-Z]\w{1,60}__$|(?<![a-z\d])(?:change[-_]?me|replace[-_]?(?:me|with[-_]\w{1,60}))(?![a-z\d])|^(?:todo|fixme|tbd)\b|(?<![a-z\d])x{4,}(?![a-z\d])/i;
const YOURS = /(?<![a-z\d])your[-_][a-z][\w-]{0,60}/i;
const OF_PROGRAM = /TEMPLATE|PATTERN|FORMAT|REGEX|MASK/i;
function toFillIn({ app, facts: { file, fly, isTemplate } }, textOf) {
if (isTemplate)
return undefined;
const values = [...fly.env.map(({ key, value }) => [key, value]), ...fly.buildArgs];
const text = values
.filter(([key]) => !OF_PROGRAM.test(key))
.map(([, value]) => placeholderIn(value.trim(), app))
.find((one) => one !== undefined);
if (text === undefined)
return undefined;
const lines = (textOf(file) ?? '').split('\n');
const line = lines.findIndex((one) => one.includes(text) && !/^\s*#/.test(one));
return { at: placeText({ file, line: line + 1, column: 1 }), text };
}
function placeholderIn(value, app) {
const yours = YOURS.exec(value)?.[0];
const isOwn = yours !== undefined && app.includes(yours.toLowerCase());
return (IN_BRACKETS.exec(value) ?? MARKED.exec(value))?.[0] ?? (isOwn ? undefined : yours);
}
;
function heldBecause(one, evidence) {
if (one.deployedBy)
return undefined;
return (ofStore(one) ??
ofStage(one) ??
switchedOff(one) ??
byHand(one, evidence) ??
asOther(one) ??
byOthers(one, evidence) ??
unfilled(one, evidence) ??
livesElsewhere(one, { ...evidence, builders: evidence.images.builders }) ??
filledTemplate(one, { builders: evidence.images.builders, textOf: evidence.textOf }) ??
ofBuild(one, evidence) ??
besides(one, evidence));
}
function byOthers(one, evidence) {
const auto = autoDeployOf(one, evidence);
if (auto)
return `${placeText(auto)} says that it is deployed automatically, and this action would deploy it a second time`;
const clock = clockOf(one, evidence.images.builders);
if (clock)
return `${placeText(clock)} starts its machine by the clock, as a job that ends, and a deploy would start it or change that`;
const { documents, images, textOf } = evidence;
const task = startedByHand(one, { texts: [...documents, ...images.builders], textOf });
const { releaseCommand } = one.facts.fly.deploy ?? {};
const also = releaseCommand ? `, and each deploy runs \`${releaseCommand.value}\`` : '';
return task && `${task}${also}`;
}
function unfilled(one, { textOf }) {
const open = toFillIn(one, textOf);
return (open &&
`${open.at} has ${(0, quote.T)(open.text)}, which looks like a text to be filled in, and a deploy from this repository sets it as it is`);
}
function besides(one, { apps, commands }) {
if (one.withMore || deployedByHand(one, apps) !== undefined)
return undefined;
const sibling = apps.find(({ deployedBy }) => deployedBy)?.deployedBy;
if (sibling)
return `Workflows deploy only other apps (${placeText(sibling)})`;
const other = commands.find(({ onPush }) => onPush)?.at;
return other && `${placeText(other)} deploys with other settings, and no workflow with these`;
}
function ofStage(one) {
const stage = one.stages.find(({ app, deployedBy }) => deployedBy && app !== one.app);
if (!stage?.deployedBy)
return undefined;
return `${placeText(stage.deployedBy)} ${stage.mayDeploy ? 'may deploy' : 'deploys'} ${stage.app}, and no workflow deploys this one`;
}
function switchedOff({ byPeople }) {
const off = byPeople.find(({ at }) => (0, workflow_sources._2)(at.file));
return off && `${placeText(off.at)} deploys it, and an \`if\` that is always false switches that off`;
}
function ofStore(one) {
if (one.database !== undefined)
return `${one.database}: flyctl makes and updates such a database, and a deploy would replace what runs in it`;
const checks = hasPostgresChecks(one.facts.fly) ? 'the health checks of Fly Postgres' : undefined;
const what = storeImage(one) ?? storeVolume(one.facts) ?? checks;
return what && `It keeps data (${what}), and each deploy would restart it`;
}
const STORE_FOLDER = /^\/var\/lib\/(?:postgres|pgsql|mysql|mariadb|mongo|redis|valkey|clickhouse|cassandra|scylla|neo4j|rabbitmq|elasticsearch|opensearch|influxdb|kafka|questdb|arangodb|etcd)|^\/data\/db\/?$|^\/bitnami\/|\/pgdata\b/;
const STORE_PORTS = new Set([
3306, 4222, 5432, 5433, 5672, 6379, 6432, 7687, 9042, 9092, 9200, 27017,
]);
function storeVolume({ fly, ports }) {
const [volume] = fly.mounts.flatMap((mount) => mount.text('destination')?.value ?? []);
if (volume === undefined || isSite(fly))
return undefined;
const isStore = STORE_FOLDER.test(volume) || (ports.length > 0 && ports.every((port) => STORE_PORTS.has(port)));
return isStore ? `a volume at ${volume}` : undefined;
}
const BY_HAND = /^[ \t]*#.{0,200}(?:\bmanual[ -]deploy(?:s|ments?)?\b(?!\s*:)|\b(?:deployed|pushed) (?:manually|by hand)\b|\bdeploy (?:manually|by hand) only\b|\bonly deploy (?:manually|by hand)\b)/i;
const held_OTHERWISE = /\b(?:no|not|never|without|instead of|replaces?|avoid|for|on|after|each|every)\b.{0,20}\b(?:manual|by hand)/i;
function byHand({ facts: { file }, byPeople }, { textOf }) {
const asking = byPeople.find(({ asks }) => asks !== undefined);
if (asking)
return `${placeText(asking.at)} deploys it after a question to a person (line ${asking.asks})`;
const more = byPeople.find(({ step }) => step !== undefined);
if (more)
return `${placeText(more.at)} deploys it and changes machines as well (line ${more.step}), which a deploy alone does not`;
const line = (textOf(file) ?? '').split('\n').findIndex((one) => BY_HAND.test(one) && !held_OTHERWISE.test(one));
return line === -1 ? undefined : `${file}:${line + 1} says that people deploy it`;
}
function asOther({ app, facts: { file }, otherName }) {
if (!otherName)
return undefined;
const { at, app: name = '' } = otherName;
const meaning = (0, deploy_commands.ef)(name) ? ' (`*`: only a run knows it)' : '';
return `${placeText(at)} deploys ${file} as \`${name}\`${meaning}, and nothing deploys it as ${app}, so a deploy of ${app} may make another app`;
}
function ofBuild(one, evidence) {
const lacking = lackingDockerfile(one, evidence);
if (lacking !== undefined)
return `${lacking}: a deploy fails`;
const missing = missingFor(one, evidence);
const [[file], shell] = [missing, missing.find(dockerfile.HR)];
const { build } = one.facts;
if (shell !== undefined)
return shellText(build?.file, shell);
if (file !== undefined)
return `${build?.file} copies ${file}, which is not in this repository and must be made before a deploy`;
const failing = failingStep(one, evidence) ?? lackingArgument(one);
if (failing !== undefined)
return failing;
const ignored = ignoredCopy(one, evidence);
const built = builtBefore(one, evidence);
if (built)
return `${placeText(built.at)} deploys it after \`${built.command}\`, which ${build?.file} does not run, and ${built.ignored.at} leaves out ${built.ignored.pattern}: a deploy of a clone lacks what that makes`;
return (ignored &&
`${ignored.at} leaves out ${ignored.pattern}, which ${build?.file} copies and which must be made before a deploy`);
}
function failingStep(one, evidence) {
const { build, fly, file } = one.facts;
if (!build || fly.build?.has('image'))
return undefined;
const secret = neededSecret(build.content);
if (secret)
return `${build.file}:${secret.line} needs the build secret ${secret.id}, which a deploy with this action does not have`;
const context = contextOf(one, evidence) ?? external_node_path_.posix.dirname(file);
return lackingLock(build.content, { ...evidence, context, dockerfile: build.file, isBase: isBaseImage });
}
const NO_OUTPUT = /(?:^|[/._*-])(?:env|envrc|DS_Store|logs?|local|pem|key|crt|sw[op]|tmp|temp|bak|map|pyc|cache|node_modules|__pycache__|coverage|secrets?|credentials?|tests?|idea|vscode)(?=[/._*-]|$)|~$/i;
function ignoredCopy({ facts: { file, build, fly }, command }, { textOf }) {
const isMade = build?.content.stages.some(({ instructions }) => instructions.some(({ name }) => name === 'RUN'));
if (!build || isMade || fly.build?.has('image'))
return undefined;
const context = command?.folder ?? external_node_path_.posix.dirname(file);
const copied = build.copied.map((path) => external_node_path_.posix.join(context, path).replace(/\/$/, ''));
for (const folder of copied.filter((path) => path !== context && path !== '.'))
for (const above of [folder, ...(0, lib_folders.Z)(folder)]) {
const name = external_node_path_.posix.join(above, '.gitignore');
for (const [i, line] of (textOf(name) ?? '').split(/\r?\n/).entries()) {
const pattern = external_node_path_.posix.join(above, line.trim().replace(/^\//, ''));
const isRule = !/^\s*(?:[#!]|$)/.test(line);
if (isRule && pattern.startsWith(`${folder}/`) && !NO_OUTPUT.test(line.trim()))
return { at: `${name}:${i + 1}`, pattern };
}
}
return undefined;
}
;
const deployNotes = (apps, evidence) => [
...deployedNotes(apps.filter(({ command }) => command?.named === undefined)),
...namedNotes(apps),
...stageDeployNotes(apps),
...tokenNote(apps, evidence),
...heldNotes(apps, evidence),
...elsewhereNotes(apps, { ...evidence, builders: evidence.images.builders }),
...withoutDockerfile(apps.filter(({ deployedBy, database }) => deployedBy === undefined && database === undefined), evidence),
];
const presetNotes = (apps, evidence) => apps.flatMap((one) => {
const { app, facts, deployedBy } = one;
const why = deployedBy ? `${placeText(deployedBy)} deploys it already` : heldBecause(one, evidence);
if (why === undefined)
return [];
const message = `${why}. The draft deploys ${app} nevertheless, as an app of the preset.`;
const hint = 'Correct that before the first deploy, or set `deploy: false` for it to only monitor it.';
return initNote(facts.file, { line: 1, column: 1 }, message, hint);
});
function heldNotes(apps, evidence) {
const isLacking = (one) => one.database === undefined &&
(missingFor(one, evidence).length > 0 || lackingDockerfile(one, evidence) !== undefined);
const why = (one) => (isLacking(one) ? undefined : heldBecause(one, evidence));
return [...Map.groupBy(apps, why)].flatMap(([reason, same]) => {
const [first] = same;
if (reason === undefined || !first)
return [];
const [them, are, lines] = same.length === 1 ? ['it', 'it is', 'that line'] : ['them', 'they are', 'those lines'];
const message = `${reason}: the draft only monitors ${(0, lib_text.H$)(same.map(({ app }) => app))} (\`deploy: false\`).`;
const how = first.database === undefined ? `To deploy ${them} with this action, remove` : 'Keep';
const meant = first.otherName ? 'Where another app is meant, correct `app`, also in `services`. ' : '';
const hint = `${meant}${how} ${lines}. If ${are} no longer used, remove ${them} from \`apps\`.`;
return initNote(first.facts.file, { line: 1, column: 1 }, message, hint);
});
}
const namedNotes = (apps) => apps.flatMap(({ app, facts, deployedBy, command }) => deployedBy && command?.named !== undefined
? initNote(deployedBy.file, deployedBy, `This workflow deploys ${facts.file} to the app that \`${command.named}\` names, which may be another one than ${app}, and one for each environment. The draft only monitors ${app} (\`deploy: false\`).`, `Compare the names. Where another app is meant, correct \`app\`, also in \`services\`; for one more stage: \`init --app NAME --config monitoring.NAME.yml\`.`)
: []);
const stageDeployNotes = (apps) => apps.flatMap(({ app, facts, others }) => others.stages.flatMap(({ at, app: stage = '' }) => {
const [meaning, name] = (0, deploy_commands.ef)(stage) ? [' (`*`: only a run knows it)', 'NAME'] : ['', stage];
return initNote(at.file, at, `This deploys ${facts.file} as \`${stage}\`${meaning}, which is taken for another stage of ${app}, so it is not in this draft.`, `Give it a configuration of its own: \`init --app ${name} --config monitoring.${name}.yml\`. If it is an app of its own, add it to \`apps\`.`);
}));
const TOKEN = 'FLY_API_TOKEN';
function tokenNote(apps, { commands }) {
const own = apps.flatMap(({ command }) => (command?.token === undefined ? [] : command));
const other = commands.find(({ token }) => token === TOKEN);
const [first] = own;
if (!first || !other || own.some(({ token }) => token === TOKEN))
return [];
return [
initNote(first.at.file, first.at, `This deploy has its token from \`secrets.${first.token}\`. The drafted workflow takes \`secrets.${TOKEN}\`, which is that of another deploy here (${placeText(other.at)}).`, `Keep ${TOKEN} as it is: store a token of the organization of these apps under another name, and write that name in the drafted workflow.`),
];
}
const deployedNotes = (apps) => [
...Map.groupBy(apps, ({ deployedBy, mayDeploy }) => deployedBy && `${deployedBy.file} ${mayDeploy}`),
].flatMap(([, same]) => {
const places = same.flatMap(({ deployedBy }) => deployedBy ?? []).toSorted((a, b) => a.line - b.line);
const [at] = places;
return at ? deployedNote(same, { at, lines: [...new Set(places.map(({ line }) => String(line)))] }) : [];
});
const writtenBy = (apps) => [...Map.groupBy(apps, ({ command }) => command?.writtenAt)].flatMap(([line, same]) => {
const files = same.flatMap(({ command, deployedBy, facts }) => command?.at === deployedBy ? facts.file : []);
return line === undefined || files.length === 0 ? [] : `what line ${line} writes to ${(0, lib_text.H$)(files)}`;
});
function deployedNote(same, { at, lines }) {
const where = lines.length === 1 ? '' : ` in lines ${(0, lib_text.H$)(lines, 8)}`;
const names = (0, lib_text.H$)(same.map(({ app }) => app));
const them = same.length === 1 ? 'it' : 'them';
const more = same.flatMap(({ command, deployedBy }) => command?.at === deployedBy ? [...(command?.options ?? []), ...(command?.makes ?? [])] : []);
const lost = [...[...new Set(more)].map((one) => `\`${one}\``), ...writtenBy(same)];
const also = [...new Set(same.flatMap(({ others }) => others.certain.map(placeText)))];
const maybe = [...new Set(same.flatMap(({ others }) => others.maybe.map(placeText)))];
const its = same.length === 1 ? 'it' : 'some of them';
const too = also.length === 0 ? '' : ` ${(0, lib_text.p_)(also)} ${also.length === 1 ? 'deploys' : 'deploy'} ${its} too.`;
const may = maybe.length === 0 ? '' : ` ${(0, lib_text.p_)(maybe)} may deploy ${its} too, under a name that only a run knows.`;
const steps = also.length + maybe.length === 0 ? 'the step here' : 'these steps';
const then = `this action then deploys ${them}${lost.length === 0 ? '' : `, but without ${(0, lib_text.p_)(lost)}`}.`;
const watched = `so the draft only monitors ${them} (\`deploy: false\`).${too}${may}`;
return same[0]?.mayDeploy
? initNote(at.file, at, `This workflow may deploy ${names}${where}: only a run knows which apps it deploys, ${watched}`, `Where no run deploys one, remove \`deploy: false\` there: ${then}`)
: initNote(at.file, at, `This workflow deploys ${names} already${where}, ${watched}`, `To prove each deploy, add a step with this action and \`mode: verify\` after that deploy. Or remove ${steps} and \`deploy: false\` there: ${then}`);
}
;
const WORKER = /(?:^|[-_:])(?:workers?|jobs?|queues?|crons?|scheduler|consumer|background|sidekiq|celery)(?=$|[-_:])/;
const sameCommandNotes = (apps, packages) => apps.filter(isWorker).flatMap((worker) => {
const started = startOf(worker);
const server = apps.find((one) => one.facts.ports.length > 0 && isSame(one, worker));
const [{ command } = { command: '' }] = startCommands(worker.facts);
if (!server || started === undefined || startsMore(command) || command.trim() === '')
return [];
const { file } = worker.facts;
const [script] = packages.flatMap((one) => Object.keys(one.scripts).filter((name) => WORKER.test(name)));
const such = script === undefined ? '' : `: package.json has the script ${(0, quote.T)(script)}`;
return initNote(file, { line: 1, column: 1 }, `${worker.app} has the image and the command of ${server.app} (\`${command.trim()}\`), and ${file} has no [processes]: unless a secret changes what that does, its machines start a second server, and no worker.`, `Set the command of the worker in [processes] of ${file}${such}.`);
});
const isWorker = ({ app, facts: { fly, ports } }) => WORKER.test(app) && fly.processes.length === 0 && ports.length === 0;
function startOf({ facts, command }) {
const { fly, build } = facts;
if (!build || fly.build?.has('image') || fly.override.cmd || fly.override.entrypoint)
return undefined;
if (command && command.options.length > 0)
return undefined;
return JSON.stringify([
build.file,
fly.build?.text('build-target')?.value,
[...fly.buildArgs],
startCommands(facts),
]);
}
function isSame(server, worker) {
const set = new Map(server.facts.fly.env.map(({ key, value }) => [key, value]));
const isOwn = worker.facts.fly.env.some(({ key, value }) => set.get(key) !== value);
return server !== worker && !isOwn && startOf(server) === startOf(worker);
}
var schema_issues = __webpack_require__(25201);
;
function withoutInvalid(found, names) {
const draft = compose(found, names);
const issues = [...(0, load.z6)(draft).issues, ...invalid_values_unfilled(draft)].filter((issue) => isFound(found, issue));
if (issues.length === 0)
return found;
const notes = [...found.notes, ...issues.map((issue) => leftOut(found, issue))];
return withoutInvalid({ ...without(found, issues), notes }, names);
}
function invalid_values_unfilled({ monitoring, services }) {
const issue = (path, of) => {
const text = /\$\{[A-Za-z_][^{}"]*\}/.exec(JSON.stringify(of))?.[0];
const name = path[0] === 'services' ? `services[${path[1]}].settings have` : `${path.join('.')} has`;
return text === undefined ? [] : [{ path, message: `${name} the placeholder ${(0, schema_issues.Hx)(text)}` }];
};
return [
...Object.entries(monitoring).flatMap(([key, value]) => issue(['monitoring', key], value)),
...services.flatMap((service, i) => issue(['services', i], service)),
];
}
function isFound(found, { path: [part, key, inner] }) {
if (part === 'monitoring')
return found.monitoring[key] !== undefined;
if (part === 'apps')
return inner === 'health';
if (part === 'alerts')
return key === 'rules';
const service = part === 'services' ? found.services[Number(key)] : undefined;
return service !== undefined && !(inner === 'port' && service.port === undefined && !service.addresses);
}
function without(found, issues) {
const invalid = new Set(issues.map(({ path: [part, key] }) => `${String(part)}.${String(key)}`));
const left = found.services.filter((_, i) => !invalid.has(`services.${i}`));
const isIn = (services, file) => services.some(({ at }) => at?.file === file);
const monitoring = Object.entries(found.monitoring).flatMap(([key, value]) => {
if (!invalid.has(`monitoring.${key}`))
return [[key, value]];
const names = issues
.filter(({ path }) => path[0] === 'monitoring' && path[1] === key)
.map(({ path }) => path[2]);
const inner = typeof value === 'object' ? Object.entries(value) : [];
const rest = inner.filter(([name]) => !names.includes(name));
return rest.length > 0 && rest.length < inner.length ? [[key, Object.fromEntries(rest)]] : [];
});
return {
...found,
monitoring: Object.fromEntries(monitoring),
apps: found.apps.map(({ health, ...app }, i) => health === undefined || invalid.has(`apps.${i}`) ? app : { ...app, health }),
rules: found.rules.filter((_, i) => !issues.some(({ path }) => path[1] === 'rules' && path[2] === i)),
services: left,
prometheus: found.prometheus.filter(({ file }) => isIn(left, file) || !isIn(found.services, file)),
};
}
function leftOut(found, { path, message }) {
const [part, key] = path;
const service = part === 'services' ? found.services[Number(key)] : undefined;
const at = service?.at ?? (part === 'monitoring' ? found.places[key] : undefined);
const about = service
? message.replace(`services[${String(key)}].`, `Service ${(0, schema_issues.Hx)(service.name)}: `)
: message;
const left = `${about.replace(/\.$/, '')}. The value was left out.`;
const hint = 'If it is needed, add it to monitoring.yml by hand with a value that is valid there.';
const { at: _, ...note } = lossNote('', at ?? { line: 1, column: 1 }, left, hint);
return { ...note, ...(at && { at }) };
}
var aside = __webpack_require__(94442);
;
const isFlyFile = (path) => /(?:^|\/)(?:[\w.-]+\.)?fly[^/]*\.toml(?:[._-]\w+)?$/.test(path);
const in_use_KINDS = [recognise.f2, recognise.my, isAlertmanager];
const OF_TESTS = /(?:^|[/._-])(?:__\w+__|fixtures?|tests?|specs?|mocks?|snapshots?|test-?data|e2e|vendored|third[-_]?party)(?=[/._-])/i;
async function asideIn(paths, { read, pace, fly, used }) {
const found = [];
const open = in_use_KINDS.filter((is) => !used.some(({ text }) => is(text)));
const folders = new Set(fly.map((file) => external_node_path_.posix.dirname(file)));
const isCovered = (path) => (0, aside.r$)(path) && folders.has(external_node_path_.posix.dirname(path));
await pace.each(paths.filter((path) => (0, aside.Zl)(path) && !fly.includes(path)).map((file) => ({ file })), ({ file }) => {
const kinds = (0, aside.F$)(file) ? in_use_KINDS : (0, aside.RN)(file) && !OF_TESTS.test(file) ? open : [];
const text = /\.(?:ya?ml|rules)(?:[._-]\w+)?$/.test(file) && kinds.length > 0 ? (read(file)?.text ?? '') : '';
const isDashboard = file.endsWith('.json') && !OF_TESTS.test(file) && (0, recognise.uQ)(read(file)?.text ?? '');
if (isFlyFile(file) ? !isCovered(file) : isDashboard || kinds.some((is) => is(text)))
found.push(file);
});
return found;
}
function in_use_inUse(paths, fly) {
const live = fly.filter(aside.Zl).map((file) => `${external_node_path_.posix.dirname(file)}/`);
return paths.filter((path) => !(0, aside.Zl)(path) || live.some((folder) => path.startsWith(folder) && !(0, aside.Zl)(path.slice(folder.length))));
}
;
function noAppFound({ nameless, foreign }, { fly, aside, unreadable, }) {
const [first] = nameless;
const prometheus = fly
.filter(({ role }) => role === 'monitoring')
.map(({ file }) => `${file} is a Prometheus`);
const others = foreign.map(({ file }) => `${file} runs a program of somebody else`);
const { samples, retired } = kindsOf(aside.filter(isFlyFile));
const belongs = (paths, where) => paths.length === 0 ? [] : [`${(0, lib_text.H$)(paths)} ${paths.length === 1 ? 'belongs' : 'belong'} to ${where}`];
const invalid = unreadable.flatMap(({ at, message }) => at
? { place: placeText(at), is: message.includes('encrypted with') ? 'encrypted' : 'not valid TOML' }
: []);
const left = [
...prometheus,
...others,
...belongs(samples, 'examples, tests or documents'),
...belongs(retired, 'what no longer runs'),
...invalid.map(({ place, is }) => `${place} is ${is}`),
];
const only = left.length === 0 ? '' : ` (${(0, lib_text.p_)(left)})`;
const problem = first
? {
code: 'init-no-app',
severity: 'error',
at: { file: first.file, line: first.name?.at.line ?? 1, column: first.name?.at.column ?? 1 },
message: `${(0, lib_text.H$)(nameless.map(({ file }) => file))} ${nameless.length === 1 ? 'has' : 'have'} no app name that Fly accepts, so nothing was written.`,
hint: `Give the name of the app: \`init --app NAME\`.`,
}
: {
code: 'init-no-app',
severity: 'error',
message: `No app on Fly was found here${only}, so nothing was written.`,
hint: `${invalid.length === 0 ? 'Give' : `Correct ${(0, lib_text.H$)(invalid.map(({ place }) => place))}, and run \`init\` again. Or give`} the name of the app that is to be monitored: \`init --app NAME\`. \`--working-directory FOLDER\` reads another folder.`,
};
return new errors.lZ('configuration', [problem]);
}
function withoutMetrics(apps, { services, fly, openApp, servers, near, }) {
const unknown = apps.flatMap(({ app, config }) => {
const facts = fly.find(({ path }) => path === config);
return facts && services.every((service) => service.app !== app) ? [{ app, facts }] : [];
});
const isOpen = !services.some(isOfTeam);
const open = isOpen ? unknown.filter(({ app }) => app === openApp) : [];
const others = unknown.filter((one) => !open.includes(one));
const pushes = (app) => servers.get(app)?.pushes;
const silent = others.filter(({ app }) => !pushes(app));
const groups = silent.length > MOST_NOTES ? [silent] : silent.map((one) => [one]);
return [
...open.flatMap((one) => pushes(one.app) ? [] : noMetrics([one], { hint: 'Fill in `port` and `path` of its service.', near })),
...unknown.flatMap(({ app }) => pushedMetrics(app, pushes(app))),
...groups.map((same) => noMetrics(same, {
hint: `If ${same.length === 1 ? 'it' : 'one of them'} has some, add a service for it.`,
near,
})),
];
}
const MOST_NOTES = 3;
function pushedMetrics(app, at) {
if (!at)
return [];
const message = `${app} pushes its metrics by OTLP here, and nothing in this repository says that it publishes them for Prometheus as well.`;
const hint = 'Give its SDK an exporter of Prometheus (`OTEL_METRICS_EXPORTER=prometheus`, where the SDK reads that variable) and add a service for it. This action has no receiver of OTLP.';
return [initNote(at.file, at, message, hint)];
}
function noMetrics(apps, { hint, near }) {
const { file, name } = apps[0]?.facts ?? { file: '', name: undefined };
const at = name?.at ?? { line: 1, column: 1 };
const [them, their, publishes] = apps.length === 1 ? ['it', 'its', 'publishes'] : ['them', 'their', 'publish'];
const who = `${(0, lib_text.H$)(apps.map(({ app }) => app))} ${publishes} metrics`;
const nowhere = `no [metrics], no job of Prometheus for ${them}`;
const found = apps.map(({ app }) => near.get(app)).find(Boolean);
if (!found) {
const message = `Nothing in this repository says where ${who}: ${nowhere}, no library of ${their} own.`;
return initNote(file, at, message, hint);
}
const message = `It is not known whether and where ${who}: ${nowhere}. ${placeText(found.at)} has ${found.what}, but no endpoint was found from it.`;
return initNote(file, at, message, hint);
}
function asideNotes(paths) {
const isDashboard = (path) => path.endsWith('.json');
const dashboards = paths.filter(isDashboard);
const { samples, retired } = kindsOf(paths.filter((path) => !isDashboard(path)));
return [
...notes_leftOut(samples.filter(isFlyFile), 'Fly configurations of examples, tests and documents', 'is deployed from here, add it to `apps`'),
...notes_leftOut(samples.filter((path) => !isFlyFile(path)), 'Files about alerts and scrapes in examples and documents', 'is in use, add its rules to `alerts.rules`, its receivers to `alerts.notify`, and its targets to `services`'),
...notes_leftOut(retired, 'Files in folders of what no longer runs', 'is still in use, add it to `apps` or to `alerts.rules`'),
...notes_leftOut(dashboards, 'Dashboards in examples, documents and folders of what no longer runs', 'is in use, add it to `grafana.dashboards`', folders(dashboards)),
];
}
function notes_leftOut(paths, which, when, named = paths) {
const [first] = paths;
if (first === undefined)
return [];
const message = `${which} are left out: ${(0, lib_text.H$)(named)}.`;
return [initNote(first, { line: 1, column: 1 }, message, `If one of them ${when}.`)];
}
const kindsOf = (paths) => ({
samples: paths.filter(aside.RN),
retired: paths.filter((path) => !(0, aside.RN)(path)),
});
function missingConfigurations(commands, { fly, unreadable, exists }) {
const missing = commands.filter(({ config, app }) => !(0, deploy_commands.ef)(config) &&
!/(?:^|\/)fly\.monitoring\.toml$/.test(config) &&
unreadable.every(({ at }) => at?.file !== config) &&
fly.every(({ file, name }) => file !== config && (app === undefined || name?.value !== app)));
const same = Map.groupBy(missing, ({ at, config }) => `${placeText(at)} ${config}`);
return [...same.values()].flatMap((all) => noteOf(all, (names, { config }) => {
const draft = names.length > 1 ? 'their apps are' : 'its app is';
return `This workflow deploys ${(0, lib_text.H$)(names)} with ${config}, which is not ${exists(config) ? 'TOML' : 'in this repository'}: ${draft} not in the draft.`;
}));
}
function noteOf(deploys, text) {
const [first] = deploys;
if (!first)
return [];
const names = deploys.map(({ app }) => (app === undefined || (0, deploy_commands.ef)(app) ? 'an app' : app));
const distinct = [...new Set(names)].toSorted((a, b) => Number(a === 'an app') - Number(b === 'an app'));
const hint = distinct.length > 1
? 'Add them to `apps` with `deploy: false`, and services for their metrics.'
: 'Add it to `apps` with `deploy: false`, and a service for its metrics.';
return [initNote(first.at.file, first.at, text(distinct, first), hint)];
}
function otherNames({ commands, scripts, fly, }, known) {
const others = [...commands, ...scripts].filter(({ config, app }) => isAppName(app) &&
!known.includes(app) &&
fly.some(({ file, role }) => file === config && role === 'app'));
const distinct = [...new Map(others.map((one) => [one.app, one])).values()];
const same = Map.groupBy(distinct, ({ at, config }) => `${placeText(at)} ${config}`);
return [...same.values()].flatMap((all) => noteOf(all, (names, { config, at }) => {
const draft = names.length > 1 ? 'those apps are' : 'that app is';
const what = (0, deploy_commands.Kh)(at.file) ? 'script' : 'workflow';
return `This ${what} deploys ${(0, lib_text.H$)(names)} with ${config} as well: ${draft} not in the draft.`;
}));
}
var scrape_options = __webpack_require__(73016);
;
const USUAL_INTERVAL = '15s';
const ELSEWHERE = /(?:^|[/._-])(?:local|dev|development|test|ci)(?=[/._-])/i;
const intervalOption = (interval) => interval !== undefined && (0, valibot_dist.xLC)(scrape_options.uT.scrape_interval, interval).success
? { scrape_interval: interval }
: {};
function intervalOfDraft(prometheus, lost) {
const inUse = prometheus.filter(({ targets }) => targets.some((one) => !lost.includes(one)));
const isOnFly = ({ targets }) => targets.some(({ app }) => app !== undefined);
const elsewhere = inUse.filter((one) => !isOnFly(one));
const all = [...prometheus.filter(isOnFly), ...elsewhere.filter(({ file }) => !ELSEWHERE.test(file))];
const found = all.find(({ scrapeInterval }) => scrapeInterval);
const isUsual = found && !isOnFly(found) && intervals_isSame(found.scrapeInterval?.value ?? '', USUAL_INTERVAL);
const interval = isUsual ? undefined : found?.scrapeInterval;
const chosen = interval?.value ?? USUAL_INTERVAL;
const others = elsewhere.flatMap(({ scrapeInterval: own }) => own && !intervals_isSame(own.value, chosen) ? own : []);
return { interval, notes: others.map((own) => otherInterval(own, chosen)) };
}
const intervals_isSame = (a, b) => (0, duration.E)(a) === (0, duration.E)(b);
const otherInterval = ({ value, at }, chosen) => initNote(at.file, at, `\`global.scrape_interval\` is ${value} here, and ${chosen} in the draft.`, 'To keep it, set `scrape_interval` of the services that this Prometheus scrapes.');
function withoutUsualInterval(found) {
const { scrape_interval: usual = USUAL_INTERVAL } = found.monitoring;
const services = found.services.map((service) => {
const { scrape_interval: own, ...options } = service.options ?? {};
return own === undefined || !intervals_isSame(own, usual) ? service : { ...service, options };
});
return { ...found, services };
}
;
const organization_FLAG = /(?:^|[\s;&|("'])(?:flyctl|fly)[ \t][^\n;&|]{0,300}?[ \t](?:--org|-o)(?:=|[ \t]+)["']?([a-z0-9][a-z0-9-]{1,62})(?![\w.$*-])/;
const VARIABLE = /(?:^|[\s"'-])(?:FLY_ORG(?:ANIZATION)?(?:_SLUG|_NAME)?|fly[_-]org(?:anization)?)["']?[ \t]*[:=][ \t]*["']?([a-z0-9][a-z0-9-]{1,62})["']?[ \t]*(?:#|$)/;
const FLY_PROMETHEUS = /(?:\bapi\.fly\.io\/prometheus\/(?=[\w-]{1,70}(?:[/"'\s]|$))|\/prometheus\/(?=[\w-]{1,70}\/federate\b))([a-z0-9][a-z0-9-]{1,62})/;
const organizationsIn = ({ builders, fly, queries }) => [
...builders.flatMap(ofCommands),
...fly.flatMap(ofVariables),
...queries.flatMap((file) => inLines(file, (line) => FLY_PROMETHEUS.exec(line)?.[1])),
];
function ofCommands(file) {
const variables = assignedIn(file.text);
return inLines(file, (line) => {
const text = (0, shell_words.tV)(asShell(line), { variables, args: undefined });
return organization_FLAG.exec(text)?.[1] ?? VARIABLE.exec(line)?.[1] ?? FLY_PROMETHEUS.exec(text)?.[1];
});
}
const ofVariables = (facts) => facts.fly.env.flatMap(({ key, value, at }) => {
const found = FLY_PROMETHEUS.exec(value)?.[1] ?? (key === 'ORG' && isShipper(facts) ? value : undefined);
return found === undefined || !SLUG.test(found)
? []
: { value: found, at: { file: facts.file, line: at.line, column: at.column } };
});
const isShipper = ({ fly, build }) => /(?:^|\/)fly-log-shipper(?=[:@]|$)/.test(fly.build?.text('image')?.value ?? build?.content.from ?? '');
function chosenOrganization(found) {
const named = found.filter(({ value }) => !isPlaceholder(value) && !MY_ORGANIZATION.test(value));
const live = named.filter((one) => !isOfTest(one));
const values = [...new Map((live.length > 0 ? live : named).toReversed().map((one) => [one.value, one]))]
.map(([, one]) => one)
.toReversed();
const [organization, ...others] = values;
if (!organization || others.length === 0)
return { organization, notes: [] };
const said = values.map(({ value, at }) => `"${value}" in ${placeText(at)}`);
const note = initNote(organization.at.file, organization.at, `Several organizations are named: ${(0, lib_text.H$)(said)}. The draft has "${organization.value}", and Prometheus reaches only the apps of its own organization over the private network.`, 'Check which one the apps are in with `flyctl apps list`, and correct `monitoring.organization` if it is another one.');
return { organization, notes: [note] };
}
const SLUG = /^[a-z0-9][a-z0-9-]{1,62}$/;
const MY_ORGANIZATION = /^(?:my|some|example)-org(?:anization)?$/;
const isOfTest = ({ value, at }) => [value, at.file].some((name) => (stageOf(name) ?? 'production') !== 'production');
const MAX_LINE = 2000;
const inLines = ({ file, text }, find) => text.split('\n').flatMap((line, i) => {
if (line.length > MAX_LINE || /^\s*(?:#|\/\/)/.test(line))
return [];
const value = find(line);
return value === undefined ? [] : { value, at: { file, line: i + 1, column: 1 } };
});
const asShell = (line) => line.replace(/\$\((\w+)\)|(?<!\$)\{\{[ \t]*(\w+)[ \t]*\}\}|\$\{\{[ \t]*env\.(\w+)[ \t]*\}\}/g, (_, make, just, env) => `\${${make ?? just ?? env}}`);
const ASSIGNED = /^[ \t]*(?:(?:export|local|readonly|declare)[ \t]+(?:-\w+[ \t]+)?)?(?::[ \t]+)?["']?(?:\$\{)?(\w+)[ \t]*(?:[:?]{0,2}=|:)[ \t]*([^\n#;]{0,200})/gm;
function assignedIn(text) {
const found = new Map();
for (const [, name = '', written = ''] of text.matchAll(ASSIGNED)) {
const plain = (0, shell_words.tV)(asShell(written), { variables: new Map(), args: undefined });
const value = plain.replace(/["'}]/g, '').trim();
found.set(name, [...new Set([...(found.get(name) ?? []), SLUG.test(value) ? value : '*'])]);
}
return found;
}
;
const region_REGION = /^(?![ \t]*#).{0,300}?(?<![\w-])(?:(?:FLY_|PRIMARY_|FLY_PRIMARY_)REGION["']?[ \t]*[:=]|(?:fly|flyctl)[ \t].{0,200}--(?:primary-)?regions?[= \t])[ \t]*["']?([a-z]{3})(?![\w,-])/;
function regionOf(builders) {
const found = builders.flatMap(({ file, text }) => text.split('\n').flatMap((line, i) => {
const value = region_REGION.exec(line)?.[1];
return value === undefined ? [] : { value, at: { file, line: i + 1, column: 1 } };
}));
const [first] = found;
return found.every(({ value }) => value === first?.value) ? first : undefined;
}
var fly_identity = __webpack_require__(61638);
var installed_prometheus = __webpack_require__(99821);
;
const ARGUMENT = /^--?((?:(?<=--)[a-z]|[a-z][\w-]*\.)[\w.-]*?)(?:=(.*))?$/s;
function flagsOf(facts, textOf) {
const own = (0, fly_subject.aX)(facts).flatMap(({ word, next, at }) => {
const [, name, value] = ARGUMENT.exec(word) ?? [];
return name === undefined ? [] : [{ name, value: value ?? next ?? '', at: { file: facts.file, ...at } }];
});
return [...own, ...(0, installed_prometheus.B)(facts.build?.file, textOf).flatMap(flagsInScript)];
}
const prometheus_flags_COMMAND = /^[^#\n]{0,300}(?<![\w.-])prometheus(?=[\s"'])(?:[^\n\\]|\\[^\n]|\\\n){0,3000}/gm;
const prometheus_flags_FLAG = /(?<=\s["']?)--([a-z][\w.-]{1,60})(?:[= ]["']?([^\s"'\\]{1,200}))?/g;
const flagsInScript = ({ file, text }) => [...text.matchAll(prometheus_flags_COMMAND)].flatMap(({ 0: command, index }) => [...command.matchAll(prometheus_flags_FLAG)].map(({ 1: name = '', 2: value = '', index: from }) => ({
name,
value,
at: { file, line: (0, lib_text.mh)(text, index + from), column: 1 },
})));
const RETENTION = ['storage.tsdb.retention.time', 'storage.tsdb.retention'];
function retentionIn(flags) {
const found = RETENTION.flatMap((name) => flags.filter((flag) => flag.name === name));
return found.find(({ value }) => /^\d[\dsmhdwy]{1,20}$/.test(value));
}
;
function scanMonitoring(files, { named, textOf }) {
const sorted = files.toSorted((a, b) => scan_monitoring_rank(a, named) - scan_monitoring_rank(b, named));
const [facts, ...others] = sorted;
if (!facts)
return { monitoring: {}, places: {}, notes: [] };
const flags = flagsOf(facts, textOf);
const { monitoring, places } = scan_monitoring_settingsOf(facts, flags);
const isTaken = monitoring.app !== undefined && monitoring.app === named;
const notes = [
...(isTaken ? takenOver(facts, monitoring) : [leftAlone(facts, monitoring, notDeployed(facts, textOf))]),
...otherSettings(facts, monitoring, flags),
...others.map(anotherPrometheus),
];
if (isTaken)
return { monitoring, places, notes };
const { app: _, image: __, volume, ...copied } = monitoring;
const size = volume?.size_gb;
return {
monitoring: { ...copied, ...(size !== undefined && { volume: { size_gb: size } }) },
places,
notes,
};
}
const scan_monitoring_rank = ({ name, path }, named) => name?.value === named ? 0 : ['production', undefined].includes(stageOf(path)) ? 1 : 2;
const NOT_DEPLOYED = /^#.{0,100}\b(?:(?:do|does|is|did) ?n[o']t|never|no longer)\b.{0,30}\bdeploy(?:ed)?\b(?!.{0,60}\b(?:without|until|unless|before)\b)/i;
function notDeployed({ file }, textOf) {
const lines = (textOf(file) ?? '').split('\n');
const top = lines.slice(0, Math.max(0, lines.findIndex((line) => !/^\s*(?:#|$)/.test(line))));
const at = top.findIndex((line) => NOT_DEPLOYED.test(line));
return at === -1 ? undefined : at + 1;
}
function leftAlone({ file, fly, name }, { app, volume }, unused) {
const what = (0, fly_identity.Yz)(fly, { dockerfile: undefined, hasPrometheusConfig: false })?.what;
const why = what === undefined ? '' : ` (${what})`;
if (!isAppName(app))
return initNote(file, name?.at ?? { line: 1, column: 1 }, `${file} is a Prometheus${why} without the name of an app. Its settings are copied, and the draft has a new app.`, 'To take the app over: `init --monitoring-app NAME`.');
if (unused !== undefined)
return initNote(file, name?.at ?? { line: 1, column: 1 }, `${app} would run Prometheus${why}, but ${file}:${unused} says that it is not deployed: the draft has a new app.`, `If it runs after all, keep both until the new one is in use, or take it over: \`init --monitoring-app ${app}\`.`);
const data = volume?.name === undefined ? '' : `, with its volume ${volume.name}`;
const isKept = fly.mounts.length > 0;
const samples = isKept
? `, and the samples stay in ${app}`
: `. ${app} has no volume, so a restart or a deploy ends its history`;
const until = isKept ? 'the new one has enough history' : 'the new one is in use';
return initNote(file, name?.at ?? { line: 1, column: 1 }, `${app} runs Prometheus already${why}. It is left alone: the draft has a new app${samples}.`, `Run both until ${until}. To take ${app} over${data}: \`init --monitoring-app ${app}\`.`);
}
function takenOver({ file, fly }, { app }) {
const to = fly.mounts[0]?.text('destination');
const [, ...more] = fly.mounts;
return [
...(to && to.value !== '/prometheus'
? [
initNote(file, to.at, `The volume of ${app} is mounted at ${to.value}. This action mounts it at /prometheus, and Prometheus starts without the samples that are in a folder of it.`, 'Move the samples to the root of the volume first, or leave the old app alone.'),
]
: []),
...more.map((mount) => initNote(file, mount.at, `${app} has a second volume. It is not taken over.`, 'The monitoring app has one volume.')),
];
}
const anotherPrometheus = ({ file, name }) => initNote(file, name?.at ?? { line: 1, column: 1 }, `${file} is another Prometheus${name ? ` (${name.value})` : ''}. Nothing of it is taken over.`, 'A configuration has one Prometheus: write another configuration for it.');
const KNOWN_FLAGS = /^(?:config\.file|storage\.tsdb\.(?:path|retention|retention\.time)|web\.(?:listen-address|config\.file|console\..*))$/;
function otherSettings(facts, { retention }, all) {
const flags = all.flatMap(({ name, at }) => (KNOWN_FLAGS.test(name) ? [] : [{ name: `--${name}`, at }]));
const size = facts.fly.env.find(({ key }) => key === 'PROMETHEUS_RETENTION_SIZE');
const names = [...new Set([...flags.map(({ name }) => name), ...(size ? [size.key] : [])])];
const at = flags[0]?.at ?? (size && { file: facts.file, ...size.at });
if (!at || names.length === 0)
return [];
const kept = retention === undefined ? '' : ` (${retention})`;
return [
initNote(at.file, at, `${(0, lib_text.U9)(names.length, 'setting')} of this Prometheus ${names.length === 1 ? 'is' : 'are'} not taken over: ${(0, lib_text.H$)(names, 8)}.`, `Samples are kept for \`monitoring.retention\`${kept}, within \`monitoring.volume\`.`),
];
}
function scan_monitoring_settingsOf(facts, flags) {
const { file, fly, region } = facts;
const [mount] = fly.mounts;
const [vm] = fly.machines;
const app = isAppName(fly.app?.value) ? fly.app : undefined;
const image = fly.build?.text('image');
const variable = facts.fly.env.findLast(({ key }) => key === 'PROMETHEUS_RETENTION_TIME');
const retention = variable ?? retentionIn(flags);
const volume = defined({
name: mount?.text('source')?.value,
size_gb: gigabytes(mount?.written('initial_size')?.value),
});
const machine = defined({ size: vm?.text('size')?.value, memory_mb: megabytes(vm) });
const at = { app, retention, image, volume: volume && mount, vm: machine && vm };
const places = Object.entries(at).flatMap(([key, value]) => value ? [[key, { file, ...value.at }]] : []);
return {
monitoring: defined({
app: app?.value,
region: region?.value,
retention: retention?.value,
image: image?.value,
volume,
vm: machine,
}) ?? {},
places: { ...Object.fromEntries(places), ...(region && { region: region.at }) },
};
}
function defined(values) {
const present = Object.entries(values).filter(([, value]) => value !== undefined);
return present.length > 0
? Object.fromEntries(present)
: undefined;
}
function gigabytes(size) {
const found = /^(\d{1,6})\s*(?:gb?)?$/i.exec(size ?? '');
return found ? Number(found[1]) : undefined;
}
function megabytes(vm) {
const found = /^(\d{1,6})\s*(mb|gb)?$/i.exec(vm?.written('memory')?.value ?? '');
const unit = found?.[2]?.toLowerCase() === 'gb' ? 1024 : 1;
const n = vm?.number('memory_mb')?.value ?? (found ? Number(found[1]) * unit : 0);
return n >= 512 ? n : undefined;
}
;
function monitoringOf({ fly, organizations, compose, images, textOf }, { names, isPreset, prometheus, lost, apps, found }) {
const product = productName(found);
const files = fly.filter(({ role }) => role === 'monitoring');
const named = names.monitoringApp ?? (isPreset ? PRESET_MONITORING : undefined);
const old = scanMonitoring(files, { named, textOf });
const left = files.flatMap(({ name }) => (name && name.value !== named ? name.value : []));
const readers = left.flatMap((one) => readersOf(one, fly));
const region = apps.find((one) => one.region)?.region ?? regionOf(images.builders);
const settings = monitoring_app_settingsOf(region, { prometheus, lost, old: old.monitoring });
const app = names.monitoringApp ?? old.monitoring.app ?? (isPreset ? PRESET_MONITORING : freeName(product, fly));
const { organization, notes } = chosenOrganization(organizations);
return {
product,
monitoring: {
...old.monitoring,
...settings.monitoring,
app,
...(organization && { organization: organization.value }),
},
places: { ...old.places, ...settings.places, ...(organization && { organization: organization.at }) },
notes: [
...old.notes,
...notes,
...settings.notes,
...retentionThere(compose, old.monitoring),
...readers,
],
};
}
const readersOf = (old, fly) => fly
.filter(({ role }) => role === 'app')
.flatMap(({ file, fly: { env } }) => env
.filter(({ value }) => monitoring_app_ADDRESS.exec(value)?.[1] === old)
.map(({ key, at }) => initNote(file, at, `${key} is the address of ${old}, which the draft leaves alone: the app asks that Prometheus.`, `Before ${old} stops, give ${key} the address of the new one, with its user and password (\`monitoring.access\`).`)));
const monitoring_app_ADDRESS = /^(?:https?:\/\/)?(?:[^/@\s]{1,200}@)?([a-z0-9-]{1,63})\.(?:internal|flycast|fly\.dev)(?=[:/]|$)/;
const USUAL_RETENTION = '15d';
function retentionThere(compose, { retention }) {
if (retention !== undefined)
return [];
const other = compose
.flatMap(({ retention: one }) => one ?? [])
.filter(({ value }) => (0, duration.E)(value) !== (0, duration.E)(USUAL_RETENTION));
return other.map(({ value, at }) => initNote(at.file, at, `The Prometheus of Docker Compose keeps samples for ${value}, and that of the draft for ${USUAL_RETENTION}.`, 'To keep them as long, set `monitoring.retention`, and a `monitoring.volume` with room for them.'));
}
const PRESET_MONITORING = 'fechatter-monitoring';
function monitoring_app_settingsOf(found, { prometheus, lost, old }) {
const { interval, notes } = intervalOfDraft(prometheus, lost);
const region = old.region === undefined ? found : undefined;
return {
monitoring: {
...(region && { region: region.value }),
...(interval && { scrape_interval: interval.value }),
},
places: { ...(region && { region: region.at }), ...(interval && { scrape_interval: interval.at }) },
notes,
};
}
function productName(apps) {
const main = apps[0]?.app ?? types._f;
const others = apps.slice(1).filter(({ config }) => config !== undefined);
const words = main.split('-');
const different = words.findIndex((word, i) => others.some(({ app }) => app.split('-')[i] !== word));
const common = words.slice(0, different === -1 ? words.length : different).join('-');
return others.length === 0 || common.length < 3 || GENERIC.test(common) ? main : common;
}
const GENERIC = /^(?:the|app|api|web|fly|prod|dev|staging|service|server)s?$/;
function freeName(product, fly) {
const taken = new Set(fly.map(({ name }) => name?.value));
const names = ['monitoring', 'prometheus', 'metrics', 'monitoring-2'].map((end) => `${product.slice(0, 50)}-${end}`);
return names.find((name) => !taken.has(name)) ?? `${product.slice(0, 50)}-monitoring-3`;
}
;
function readAlloy(text) {
try {
const reader = readerOf(tokensOf(text));
const { blocks } = readBody(reader, { isInner: false, depth: 0 });
return blocks;
}
catch (error) {
if (error instanceof NotAlloy)
return undefined;
throw error;
}
}
class NotAlloy extends Error {
}
const alloy_TOKEN = /(?<space>[ \t\r\n]+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$))|(?<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<text>"(?:[^"\\\n]|\\.?)*(?:"|(?=\n)|$)|`[^`]*(?:`|$))|(?<number>\d[\w.]*)|(?<sign>\S)/g;
function tokensOf(source) {
const tokens = [];
let [line, lineStart, last] = [1, 0, 0];
for (const { 0: all, index, groups = {} } of source.matchAll(alloy_TOKEN)) {
const [kind] = alloy_KINDS.filter((one) => groups[one] !== undefined);
if (kind !== undefined) {
const text = kind === 'text' ? unquoted(all) : all;
const at = { line, column: index - lineStart + 1 };
tokens.push({ kind, text, at, isFirstInLine: line !== last });
}
const lines = all.split('\n');
if (lines.length > 1)
lineStart = index + all.length - (lines.at(-1)?.length ?? 0);
line += lines.length - 1;
if (kind !== undefined)
last = line;
}
return tokens;
}
const alloy_KINDS = ['name', 'text', 'number', 'sign'];
function unquoted(text) {
if (text.startsWith('`'))
return text.slice(1, -1);
try {
return String(JSON.parse(text));
}
catch {
return text.slice(1, -1);
}
}
function readerOf(tokens) {
let i = 0;
return {
peek: () => tokens[i],
next: () => {
const token = tokens[i++];
if (!token)
throw new NotAlloy();
return token;
},
takes: (sign) => {
const isNext = isSign(tokens[i], sign);
if (isNext)
i++;
return isNext;
},
};
}
const isSign = (token, ...signs) => token?.kind === 'sign' && signs.includes(token.text);
const alloy_MAX_DEPTH = 40;
function readBody(reader, { isInner, depth }) {
if (depth > alloy_MAX_DEPTH)
throw new NotAlloy();
const attributes = { kind: 'table', at: reader.peek()?.at ?? START, entries: new Map() };
const blocks = [];
while (isInner ? !reader.takes('}') : reader.peek() !== undefined) {
const { kind, text: name, at } = reader.next();
if (kind !== 'name')
throw new NotAlloy();
if (reader.takes('=')) {
attributes.entries.set(name, readValue(reader, { isInList: false, depth }));
continue;
}
const label = reader.peek()?.kind === 'text' ? reader.next().text : undefined;
if (!reader.takes('{'))
throw new NotAlloy();
blocks.push({ name, label, at, ...readBody(reader, { isInner: true, depth: depth + 1 }) });
}
return { attributes, blocks };
}
const START = { line: 1, column: 1 };
function readValue(reader, { isInList, depth }) {
if (depth > alloy_MAX_DEPTH)
throw new NotAlloy();
const value = readOperand(reader, depth + 1);
const isEnd = () => {
const token = reader.peek();
if (!token || isSign(token, '}', ']', ')', ','))
return true;
return !isInList && token.isFirstInLine;
};
if (isEnd())
return value;
while (!isEnd())
skip(reader, depth + 1);
return unknown(value.at);
}
const unknown = (at) => ({ kind: 'value', at, value: null, text: '' });
function skip(reader, depth) {
if (depth > alloy_MAX_DEPTH)
throw new NotAlloy();
const token = reader.next();
if (!isSign(token, '(', '[', '{'))
return;
while (!isSign(reader.peek(), ')', ']', '}'))
skip(reader, depth + 1);
reader.next();
}
function readOperand(reader, depth) {
const { kind, text, at } = reader.next();
if (kind === 'text')
return { kind: 'value', at, value: text, text };
if (kind === 'number')
return { kind: 'value', at, value: Number(text), text };
if (kind === 'name')
return readName(reader, { text, at, depth });
if (text === '[')
return { kind: 'list', at, items: readItems(reader, ']', depth) };
if (text === '{')
return readObject(reader, at, depth);
return unknown(at);
}
function readItems(reader, end, depth) {
const items = [];
while (!reader.takes(end)) {
items.push(readValue(reader, { isInList: true, depth }));
if (!reader.takes(',') && !isSign(reader.peek(), end))
throw new NotAlloy();
}
return items;
}
function readObject(reader, at, depth) {
const entries = new Map();
while (!reader.takes('}')) {
const { kind, text } = reader.next();
if (!['name', 'text'].includes(kind) || !reader.takes('='))
throw new NotAlloy();
entries.set(text, readValue(reader, { isInList: true, depth }));
if (!reader.takes(',') && !isSign(reader.peek(), '}'))
throw new NotAlloy();
}
return { kind: 'table', at, entries };
}
function readName(reader, { text, at, depth }) {
if (text === 'true' || text === 'false')
return { kind: 'value', at, value: text === 'true', text };
if (text === 'null')
return { kind: 'value', at, value: null, text: '' };
if (!reader.takes('('))
return { kind: 'value', at, value: null, text };
const items = readItems(reader, ')', depth);
if (/^(?:array\.)?concat$/.test(text))
return { kind: 'list', at, items: items.flatMap((one) => (one.kind === 'list' ? one.items : [one])) };
const [name] = items;
if (/^(?:sys\.)?env$/.test(text) && name?.kind === 'value')
return { kind: 'value', at, value: `\${${name.text}}`, text: `\${${name.text}}` };
return unknown(at);
}
;
function alloyJobs(blocks) {
const named = new Map(blocks.map((block) => [`${block.name}.${block.label}`, block]));
return blocks.filter(({ name }) => name === 'prometheus.scrape').map((block) => jobOf(block, named));
}
const LEFT_OUT = ['targets', 'forward_to', 'clustering'];
function jobOf({ label, at, attributes, blocks }, named) {
const inner = blocks.map((block) => [block.name, block.attributes]);
const own = [...attributes.entries, ...inner].filter(([key]) => !LEFT_OUT.includes(key));
const found = parts((0, formats_tree.Jt)(attributes, 'targets'), { named, depth: 0 });
const rules = (0, formats_tree.ld)((0, formats_tree.Jt)(attributes, 'forward_to')).flatMap((to) => rulesOf(to, named));
const path = pathOf(found);
return table(at, [
['job_name', { kind: 'value', at, value: label ?? '', text: label ?? '' }],
...(path ? [['metrics_path', path]] : []),
...own,
...lists(at, found),
...lists(at, rules.map((rule) => ['metric_relabel_configs', rule])),
]);
}
const table = (at, entries) => ({
kind: 'table',
at,
entries: new Map(entries),
});
const lists = (at, found) => [...Map.groupBy(found, ([key]) => key)].map(([key, same]) => [
key,
{ kind: 'list', at: same[0]?.[1].at ?? at, items: same.map(([, value]) => value) },
]);
function parts(node, { named, depth }) {
if (!node || depth > alloy_jobs_MAX_DEPTH)
return [];
if (node.kind === 'list')
return node.items.flatMap((one) => parts(one, { named, depth: depth + 1 }));
if (node.kind === 'table')
return [['static_configs', staticConfig(node)]];
const component = /^(.+)\.(?:targets|output)$/.exec(node.text)?.[1] ?? '';
const block = named.get(component);
if (block?.name === 'discovery.dns')
return [['dns_sd_configs', block.attributes]];
if (block?.name === 'discovery.relabel')
return [
...parts((0, formats_tree.Jt)(block.attributes, 'targets'), { named, depth: depth + 1 }),
...block.blocks.map((rule) => ['relabel_configs', rule.attributes]),
];
return [[component === '' ? 'targets' : component.replace(/\.[^.]*$/, ''), node]];
}
const alloy_jobs_MAX_DEPTH = 10;
function staticConfig({ at, entries }) {
const address = entries.get('__address__');
const labels = [...entries].filter(([name]) => name !== '__address__' && name !== '__metrics_path__');
return table(at, [
['targets', { kind: 'list', at, items: address ? [address] : [] }],
['labels', table(at, labels)],
...[...entries].filter(([name]) => name === '__metrics_path__'),
]);
}
function pathOf(found) {
const paths = found.flatMap(([key, value]) => key === 'static_configs' ? [(0, formats_tree.Jt)(value, '__metrics_path__')] : []);
return new Set(paths.map(formats_tree.ws)).size === 1 ? paths[0] : undefined;
}
function rulesOf(to, named) {
const component = to.kind === 'value' ? to.text.replace(/\.receiver$/, '') : '';
const block = named.get(component);
return block?.name === 'prometheus.relabel' ? block.blocks.map(({ attributes }) => attributes) : [];
}
;
function lossesOfRemoteWrite(target, file, isFurther) {
const url = (0, formats_tree.ws)((0, formats_tree.Jt)(target, 'url')) ?? '';
const isOpen = url === '' || /\$|\{\{|^%/.test(url);
const note = isOpen
? initNote(file, target.at, url === ''
? 'Remote write has no URL: every batch fails, and Prometheus needs a minute to stop.'
: 'Remote write is always part of this configuration, with values from variables: wherever they are empty, every batch fails, and Prometheus needs a minute to stop.', 'The new configuration has remote write only when `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` are set, or `remote_write` in monitoring.yml has a target.')
: lossNote(file, target.at, `This Prometheus writes to ${remote_write_losses_hostOf(url)}. It is not taken over.`, isFurther
? 'Add it to `remote_write` in monitoring.yml, with the name of the environment variable that has its key.'
: 'Set `GRAFANA_PROMETHEUS_URL`, `GRAFANA_PROMETHEUS_USER` and `GRAFANA_PROMETHEUS_API_KEY` for the deploy, or add it to `remote_write` in monitoring.yml.');
return [note, ...filters(target, file)];
}
const remote_write_losses_hostOf = (url) => (URL.canParse(url) ? (0, quote.T)(new URL(url).host) : 'a target outside');
function filters(target, file) {
const relabel = (0, formats_tree.Jt)(target, 'write_relabel_configs');
if (!relabel)
return [];
const message = 'Remote write drops or renames metrics. These filters are not taken over.';
return [lossNote(file, relabel.at, message, 'All samples are written.')];
}
;
const TAKEN_OVER = [
...['job_name', 'metrics_path', 'static_configs', 'dns_sd_configs', 'follow_redirects', 'enable_http2'],
...['fallback_scrape_protocol', 'enable_compression', 'scheme', 'relabel_configs', 'keep_dropped_targets'],
...['always_scrape_classic_histograms', 'scrape_classic_histograms'],
];
const BY_DEFAULT = {
honor_timestamps: 'true',
metric_name_validation_scheme: 'utf8',
metric_name_escaping_scheme: 'allow-utf-8',
};
function isKept(key, value) {
if (TAKEN_OVER.includes(key))
return true;
if (key === 'scrape_protocols')
return !(0, formats_tree.ld)(value).some((one) => (0, formats_tree.ws)(one) === 'PrometheusProto');
if (value.kind !== 'value')
return false;
return new RegExp(`^(?:${BY_DEFAULT[key] ?? '|false|null|0[A-Za-z]{0,3}'})$`).test((0, formats_tree.ws)(value) ?? '');
}
const NEEDED = [
...['authorization', 'basic_auth', 'oauth2', 'bearer_token', 'bearer_token_file', 'sigv4', 'tls_config'],
...['proxy_url', 'proxy_from_environment', 'http_headers'],
];
const NEEDED_PARAMS = ['format', 'match[]', 'module', 'target'];
const ADDRESS_LABELS = /^__(?:address|scheme|metrics_path|param_\w+)__$|^__param_/;
const OWN_LABELS = ['service', 'app', 'job', 'instance', '__metrics_path__'];
const DISCOVERY = /_sd_configs$|^(?:discovery|prometheus)\.|^targets$/;
function blockedBy(job, { taken }) {
if (job.kind !== 'table')
return undefined;
const discovery = [...job.entries].find(([key]) => DISCOVERY.test(key) && key !== 'dns_sd_configs');
if (discovery && !job.entries.has('static_configs') && !job.entries.has('dns_sd_configs')) {
const [key, { at }] = discovery;
return {
at,
why: key === 'targets' ? 'its targets are calculated' : `services are not discovered by \`${key}\``,
};
}
const key = NEEDED.find((one) => job.entries.has(one) && !taken.has(one));
const at = key === undefined ? undefined : (0, formats_tree.Jt)(job, key)?.at;
if (at)
return { at, why: `a service does not have \`${key}\`, or not in this form` };
const params = (0, formats_tree.Jt)(job, 'params');
const isUsual = ((0, formats_tree.ws)((0, formats_tree.Jt)(job, 'metrics_path')) ?? '/metrics') === '/metrics';
const param = NEEDED_PARAMS.find((one) => (0, formats_tree.Jt)(params, one) && !(isUsual && one === 'format'));
if (params && param !== undefined)
return { at: params.at, why: `a service does not have \`params\`, and needs \`${param}\`` };
const moved = (0, formats_tree.ld)((0, formats_tree.Jt)(job, 'relabel_configs')).find((rule) => ADDRESS_LABELS.test((0, formats_tree.ws)((0, formats_tree.Jt)(rule, 'target_label')) ?? ''));
return moved && { at: moved.at, why: '`relabel_configs` sends its requests to another address' };
}
function lossesOfJob(job, { file, jobName, isEveryInterval, settings: { taken } }) {
if (job.kind !== 'table')
return [];
const name = `Job ${(0, quote.T)(jobName)}`;
const note = (at, message, hint) => lossNote(file, at.at, message, hint);
const keys = [...job.entries].filter(([key, value]) => !isKept(key, value) &&
!taken.has(key) &&
!(key === 'scrape_interval' && isEveryInterval((0, formats_tree.ws)(value) ?? '')));
const isInForm = (key) => Object.hasOwn(scrape_options.uT, key) || key === 'metric_relabel_configs';
const isKnown = ([key]) => isInForm(key) || Object.hasOwn(HINTS, key);
const unknown = keys.filter((one) => !isKnown(one));
return [
...keys
.filter(isKnown)
.map(([key, value]) => note(value, `${name} has \`${key}\`, ${isInForm(key) ? 'in a form that a service cannot have' : 'which a service does not have'}. It is not taken over.`, HINTS[key] ?? IF_NEEDED)),
...prometheus_losses_together(unknown, (what) => `${name} has ${what}, which a service does not have.`, note),
...lostLabels(job)
.filter(([label]) => !taken.has(`labels.${label}`))
.map(([label, value]) => note(value, `${name} sets the label ${(0, quote.T)(label)}. It is not taken over.`, label.startsWith('__')
? 'Prometheus reads it as a setting of the scrape: give the service that setting, if it has it.'
: 'A service has the same labels on all its targets: add it to `labels` of the service, or change queries that use it.')),
...(0, formats_tree.ld)((0, formats_tree.Jt)(job, 'relabel_configs'))
.filter((rule) => !isOwnLabel(rule))
.map((rule) => note(rule, `${name} changes or drops targets with \`relabel_configs\`. It is not taken over.`, 'Every machine of the app is scraped, with the labels `service` and `app`.')),
];
}
const lostLabels = (job) => (0, formats_tree.ld)((0, formats_tree.Jt)(job, 'static_configs')).flatMap((config) => prometheus_losses_entriesOf((0, formats_tree.Jt)(config, 'labels')).filter(([label]) => !OWN_LABELS.includes(label) && !(label === '__scheme__' && areProxied(config))));
const areProxied = (config) => (0, formats_tree.ld)((0, formats_tree.Jt)(config, 'targets')).every((one) => /\.(?:fly\.dev|flycast)(?::\d{1,5})?$/.test((0, formats_tree.ws)(one) ?? ''));
const isOwnLabel = (rule) => ((0, formats_tree.ws)((0, formats_tree.Jt)(rule, 'action')) ?? 'replace') === 'replace' &&
OWN_LABELS.includes((0, formats_tree.ws)((0, formats_tree.Jt)(rule, 'target_label')) ?? '');
function prometheus_losses_together(keys, message, note) {
const [first, ...more] = keys;
if (!first)
return [];
const what = (0, lib_text.p_)(keys.map(([key]) => `\`${key}\``));
return more.length === 0
? [note(first[1], `${message(what)} It is not taken over.`, IF_NEEDED)]
: [note(first[1], `${message(what)} They are not taken over.`, 'Keep the Prometheus that has them.')];
}
const IF_NEEDED = 'Keep the Prometheus that has it, if it is needed.';
const HINTS = {
scrape_interval: 'A service may have a `scrape_interval` from 1s to 2m: with longer ones every series has gaps.',
scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
metric_relabel_configs: 'A service has `keep` and `drop` for whole metrics; they are kept under their own names.',
params: 'The path is requested without parameters.',
honor_labels: 'Labels of the target that exist already get the prefix `exported_`.',
};
function lossesOfConfiguration(root, file) {
const global = (0, formats_tree.Jt)(root, 'global');
const note = (at, message, hint) => lossNote(file, at.at, message, hint);
const lost = [];
for (const key of ['scrape_timeout', 'evaluation_interval']) {
const value = (0, formats_tree.Jt)(global, key);
const isSame = [(0, formats_tree.ws)((0, formats_tree.Jt)(global, 'scrape_interval')), ...(key === 'scrape_timeout' ? ['10s'] : [])];
if (value && !isSame.includes((0, formats_tree.ws)(value)))
lost.push(note(value, `\`global.${key}\` is ${(0, formats_tree.ws)(value)}. It is not taken over.`, prometheus_losses_GLOBAL[key] ?? ''));
}
const rest = prometheus_losses_entriesOf(global).filter(([key, value]) => !(key in prometheus_losses_GLOBAL) && !isKept(key, value));
lost.push(...prometheus_losses_together(rest, (what) => `\`global\` has ${what}.`, note));
for (const [key, value] of prometheus_losses_entriesOf(root))
if (!prometheus_losses_ELSEWHERE.includes(key) && !isKept(key, value) && hasContent(key, value))
lost.push(note(value, `This Prometheus has \`${key}\`. It is not taken over.`, prometheus_losses_PARTS[key] ?? IF_NEEDED));
const labels = (0, formats_tree.Jt)(global, 'external_labels');
if (labels?.kind === 'table' && labels.entries.size > 0)
lost.push(note(labels, `The configuration sets external labels: ${(0, lib_text.p_)([...labels.entries.keys()])}. They are not taken over.`, 'The new configuration has one external label, `monitor`, with the name of the monitoring app. Change queries on the remote side that use others.'));
const targets = (0, formats_tree.ld)((0, formats_tree.Jt)(root, 'remote_write'));
return [...lost, ...targets.flatMap((target, i) => lossesOfRemoteWrite(target, file, i > 0))];
}
const prometheus_losses_entriesOf = (tree) => tree?.kind === 'table' ? [...tree.entries] : [];
const prometheus_losses_GLOBAL = {
scrape_interval: '',
external_labels: '',
scrape_timeout: 'A scrape may take 10s, or the interval if it is shorter.',
evaluation_interval: 'Rules are evaluated with `monitoring.scrape_interval`.',
};
const prometheus_losses_ELSEWHERE = ['global', 'scrape_configs', 'rule_files', 'remote_write'];
const prometheus_losses_PARTS = {
alerting: 'Alerts of the new Prometheus reach people through `alerts.notify`, or through Grafana (`GRAFANA_URL`): set one of them up before the old Prometheus stops.',
remote_read: 'Queries in the new Prometheus do not see the samples of the other side.',
scrape_config_files: 'Jobs in these files are read where they are in this repository, not from elsewhere.',
storage: 'The new Prometheus has the settings of `monitoring.retention` and `monitoring.volume`.',
tracing: 'The new Prometheus sends no traces.',
otlp: 'The new Prometheus does not receive OTLP.',
};
function hasContent(key, value) {
if (value.kind === 'list')
return value.items.length > 0;
if (key !== 'alerting')
return true;
const managers = (0, formats_tree.ld)((0, formats_tree.Jt)(value, 'alertmanagers'));
return managers.some((one) => {
const targets = (0, formats_tree.ld)((0, formats_tree.Jt)(one, 'static_configs')).flatMap((config) => (0, formats_tree.ld)((0, formats_tree.Jt)(config, 'targets')));
const isStatic = (0, formats_tree.Jt)(one, 'static_configs') !== undefined;
return !isStatic || targets.length > 0;
});
}
;
function settingsOfJob(job, { jobName, isEveryInterval }) {
const found = [...fromScalars(job, isEveryInterval), ...stored(job), ...tls(job), ...labels(job)];
const secret = credentials(job, variableFor(jobName));
const all = [...found, ...(secret ? [secret] : [])];
return {
options: Object.assign({}, ...all.map(({ options }) => options)),
taken: new Set(all.flatMap(({ keys }) => keys)),
secret: secret && { key: secret.key, at: secret.at },
};
}
const isValid = (key, value) => (0, valibot_dist.xLC)(scrape_options.uT[key], value).success;
function fromScalars(job, isEveryInterval) {
const text = (key) => (0, formats_tree.ws)((0, formats_tree.Jt)(job, key));
const [scheme, interval, timeout, limit] = [
'scheme',
'scrape_interval',
'scrape_timeout',
'sample_limit',
].map(text);
const hasOwn = interval !== undefined && !isEveryInterval(interval);
const longest = (0, duration.E)(hasOwn ? interval : '15s') ?? 0;
const isTimeout = timeout !== undefined &&
(!hasOwn || isValid('scrape_interval', interval)) &&
((0, duration.E)(timeout) ?? 0) <= longest;
return [
...(scheme === 'https' ? [one('scheme', scheme)] : []),
...(hasOwn && isValid('scrape_interval', interval) ? [one('scrape_interval', interval)] : []),
...(isTimeout && isValid('scrape_timeout', timeout) ? [one('scrape_timeout', timeout)] : []),
...(limit !== undefined && isValid('sample_limit', Number(limit))
? [one('sample_limit', Number(limit))]
: []),
];
}
const one = (key, value) => ({ options: { [key]: value }, keys: [key] });
function stored(job) {
const rules = (0, formats_tree.ld)((0, formats_tree.Jt)(job, 'metric_relabel_configs')).map((rule) => ({
action: (0, formats_tree.ws)((0, formats_tree.Jt)(rule, 'action')),
regex: (0, formats_tree.ws)((0, formats_tree.Jt)(rule, 'regex')),
isOfName: (0, formats_tree.ld)((0, formats_tree.Jt)(rule, 'source_labels')).map(formats_tree.ws).join() === '__name__',
}));
const [keep, drop] = ['keep', 'drop'].map((action) => rules.flatMap((rule) => (rule.isOfName && rule.action === action && rule.regex ? [rule.regex] : [])));
if (!keep || !drop || rules.length === 0 || keep.length + drop.length < rules.length || keep.length > 1)
return [];
const options = { ...(keep.length > 0 && { keep }), ...(drop.length > 0 && { drop }) };
return [{ options, keys: ['metric_relabel_configs'] }];
}
function tls(job) {
const config = (0, formats_tree.Jt)(job, 'tls_config');
if (config?.kind !== 'table' || (0, formats_tree.ws)((0, formats_tree.Jt)(job, 'scheme')) !== 'https')
return [];
const name = (0, formats_tree.ws)((0, formats_tree.Jt)(config, 'server_name'));
const skip = (0, formats_tree.ws)((0, formats_tree.Jt)(config, 'insecure_skip_verify'));
const known = [...config.entries.keys()].every((key) => ['server_name', 'insecure_skip_verify'].includes(key));
if (!known)
return [];
const tls_config = {
...(name !== undefined && { server_name: name }),
...(skip === 'true' && { insecure_skip_verify: true }),
};
return [{ options: Object.keys(tls_config).length > 0 ? { tls_config } : {}, keys: ['tls_config'] }];
}
function labels(job) {
const all = (0, formats_tree.ld)((0, formats_tree.Jt)(job, 'static_configs')).map((config) => {
const of = (0, formats_tree.Jt)(config, 'labels');
return of?.kind === 'table' ? [...of.entries] : [];
});
const texts = all.map((entries) => new Map(entries.map(([name, value]) => [name, (0, formats_tree.ws)(value) ?? ''])));
const shared = [...(texts[0] ?? [])].filter(([name, value]) => texts.every((other) => other.get(name) === value) &&
!scrape_options.tE.includes(name) &&
!name.startsWith('__') &&
!value.includes('${') &&
isValid('labels', { [name]: value }));
if (shared.length === 0)
return [];
return [{ options: { labels: Object.fromEntries(shared) }, keys: shared.map(([name]) => `labels.${name}`) }];
}
function credentials(job, variable) {
const authorization = (0, formats_tree.Jt)(job, 'authorization');
const bearer = (0, formats_tree.Jt)(job, 'bearer_token') ?? (0, formats_tree.Jt)(job, 'bearer_token_file');
const basic = (0, formats_tree.Jt)(job, 'basic_auth');
const at = authorization ?? bearer;
if (at) {
const type = (0, formats_tree.ws)((0, formats_tree.Jt)(authorization, 'type'));
const value = {
...(type !== undefined && type !== 'Bearer' && { type }),
credentials_env: `${variable}_TOKEN`,
};
if (!isValid('authorization', value))
return undefined;
const keys = ['authorization', 'bearer_token', 'bearer_token_file'];
return {
options: { authorization: value },
keys,
key: 'authorization',
at,
};
}
const username = (0, formats_tree.ws)((0, formats_tree.Jt)(basic, 'username'));
const value = { username, password_env: `${variable}_PASSWORD` };
if (!basic || username?.includes('$') || !isValid('basic_auth', value))
return undefined;
return {
options: { basic_auth: value },
keys: ['basic_auth'],
key: 'basic_auth',
at: basic,
};
}
const variableFor = (jobName) => `${jobName
.toUpperCase()
.replace(/[^A-Z0-9]+/g, '_')
.replace(/^(?=\d)/, '_')
.slice(0, 40)}_METRICS`;
;
function scanPrometheus({ file, text: yaml }) {
const read = (0, formats_yaml.g)(yaml);
if (!read.ok) {
const message = `This configuration of Prometheus cannot be read. ${read.message} Nothing of it is taken over: no job, rule file or setting.`;
const notes = [lossNote(file, read.at, message, `${read.hint} Then run init again.`)];
const nothing = { targets: [], scrapeInterval: undefined, ruleFiles: [], lostJobs: [] };
return { file, isUnreadable: true, ...nothing, notes };
}
const root = read.tree;
const interval = (0, formats_tree.Jt)((0, formats_tree.Jt)(root, 'global'), 'scrape_interval');
const text = (0, formats_tree.ws)(interval);
const { targets, losses, lostJobs } = scanJobs((0, formats_tree.ld)((0, formats_tree.Jt)(root, 'scrape_configs')), {
file,
interval: text,
isItself: (address) => ITSELF.test(address),
});
const network = ownNetwork(root, file);
return {
file,
targets: network ? targets.map((target) => ({ ...target, network })) : targets,
scrapeInterval: interval && text !== undefined ? { value: text, at: { file, ...interval.at } } : undefined,
ruleFiles: (0, formats_tree.ld)((0, formats_tree.Jt)(root, 'rule_files')).flatMap((node) => {
const value = (0, formats_tree.ws)(node);
return value === undefined ? [] : { value, at: { file, ...node.at } };
}),
lostJobs,
notes: [...losses, ...lossesOfConfiguration(root, file)],
};
}
function scanJobs(jobs, context) {
const scanned = jobs.map((job) => scanJob(job, context));
return {
targets: scanned.flatMap(({ targets }) => targets),
lostJobs: scanned.flatMap(({ lostJobs }) => lostJobs),
losses: scanned.flatMap(({ losses }) => losses),
};
}
const NOTHING = { targets: [], lostJobs: [] };
const ITSELF = /^(?:(?:localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)(?::9090)?|prometheus(?::\d+)?)$/;
const APP = /^[^/]*\.(?:internal|flycast|fly\.dev)/;
function scanJob(job, { file, interval, isItself }) {
const jobName = (0, formats_tree.ws)((0, formats_tree.Jt)(job, 'job_name')) ?? '';
const addresses = [...staticAddresses(job), ...dnsAddresses(job)];
const others = addresses.filter(({ text }) => !isItself(withDefaults(text)));
if (addresses.length > 0 && others.length === 0)
return { ...NOTHING, losses: [] };
const isEveryInterval = (own) => interval !== undefined && (own === interval || (0, duration.E)(own) === (0, duration.E)(interval));
const settings = settingsOfJob(job, { jobName, isEveryInterval });
const blocked = blockedBy(job, settings);
if (blocked) {
const message = `Job "${jobName}" is not taken over: ${blocked.why}.`;
return { ...NOTHING, lostJobs: [jobName], losses: [lossNote(file, blocked.at, message, KEEP)] };
}
const pathOfJob = (0, formats_tree.ws)((0, formats_tree.Jt)(job, 'metrics_path')) ?? '/metrics';
const all = others.map((one) => ({ ...one, path: withDefaults(one.path ?? pathOfJob) }));
const isOpen = ({ text, path }) => isTemplate(withDefaults(text).replace(APP, '') + path);
const secret = secretNote(settings, { file, jobName });
const targets = all
.filter((one) => !isOpen(one))
.map(({ at, text, service, path }) => {
const [, host = '', written] = /^(?:https?:\/\/)?([^/:]*|\[[^\]]*\])(?::(\d+))?/.exec(withDefaults(text)) ?? [];
const fly = (0, fly_names._G)(host);
const isProxy = fly !== undefined && fly.network !== 'internal';
const port = isProxy ? undefined : Number(written ?? (settings.options.scheme === 'https' ? 443 : 80));
const isOther = jobName === prometheus.gu || isTemplate(jobName);
const name = service ?? (isOther ? (fly?.app ?? host) : jobName);
const process = fly?.process;
const { scheme, tls_config, ...plain } = settings.options;
const options = isProxy ? plain : settings.options;
const every = interval === undefined ? {} : { every: interval };
const where = { job: jobName, file, at: at.at, address: text, host, path, options, secret, ...every };
return { name, app: fly?.app, ...(process !== undefined && { process }), port, ...where };
});
const losses = targets.length > 0 ? lossesOfJob(job, { file, jobName, isEveryInterval, settings }) : [];
return {
targets,
lostJobs: targets.length === 0 && all.length > 0 ? [jobName] : [],
losses: [...losses, ...filledInLater(all.filter(isOpen), { file, jobName })],
};
}
function filledInLater([first], { file, jobName }) {
if (!first)
return [];
const message = `Job ${(0, quote.T)(jobName)} is a template: ${(0, quote.T)(isTemplate(first.path) ? first.path : first.text)} is filled in somewhere else. It is not taken over.`;
const hint = 'Add a service to monitoring.yml with the app, the port and the path that it has then.';
return [lossNote(file, first.at.at, message, hint)];
}
function secretNote({ secret, options }, { file, jobName }) {
const variable = options.authorization?.credentials_env ?? options.basic_auth?.password_env;
if (!secret || variable === undefined)
return undefined;
const message = `Job "${jobName}" authenticates with \`${secret.key}\`. Its secret is not copied: the draft names the variable ${variable}.`;
return initNote(file, secret.at.at, message, `Pass the secret to the step as env: ${variable}, from a secret of the repository.`);
}
const KEEP = 'Keep the Prometheus that scrapes it now.';
function staticAddresses(job) {
return (0, formats_tree.ld)((0, formats_tree.Jt)(job, 'static_configs')).flatMap((config) => {
const labels = (0, formats_tree.Jt)(config, 'labels');
const label = (0, formats_tree.ws)((0, formats_tree.Jt)(labels, 'service'));
const path = (0, formats_tree.ws)((0, formats_tree.Jt)(labels, '__metrics_path__'));
const service = label !== undefined && !label.includes('$') ? label : undefined;
return (0, formats_tree.ld)((0, formats_tree.Jt)(config, 'targets')).map((at) => ({
at,
text: (0, formats_tree.ws)(at) ?? '',
service,
...(path !== undefined && { path }),
}));
});
}
function dnsAddresses(job) {
return (0, formats_tree.ld)((0, formats_tree.Jt)(job, 'dns_sd_configs')).flatMap((config) => {
const port = (0, formats_tree.ws)((0, formats_tree.Jt)(config, 'port'));
return (0, formats_tree.ld)((0, formats_tree.Jt)(config, 'names')).map((at) => ({
at,
text: `${(0, formats_tree.ws)(at) ?? ''}${port === undefined ? '' : `:${port}`}`,
service: undefined,
}));
});
}
;
function scanCollector(file, kind) {
const configurations = kind === 'alloy' ? alloy(file) : inYaml(file, kind);
if (!configurations || configurations.length === 0)
return undefined;
const scanned = configurations.map((root) => scanJobs((0, formats_tree.ld)((0, formats_tree.Jt)(root, 'scrape_configs')), {
file: file.file,
interval: (0, formats_tree.ws)((0, formats_tree.Jt)((0, formats_tree.Jt)(root, 'global'), 'scrape_interval')),
isItself: (address) => scan_collector_ITSELF.test(address),
}));
return {
file: file.file,
targets: scanned.flatMap(({ targets }) => targets.map((one) => ({ ...one, options: { ...intervalOption(one.every), ...one.options } }))),
hasLabels: /\bexternal_labels\b/.test(file.text),
scrapeInterval: undefined,
ruleFiles: [],
lostJobs: scanned.flatMap(({ lostJobs }) => lostJobs),
sendsTo: destinationsIn(file.text),
notes: scanned.flatMap(({ losses }) => losses),
};
}
const scan_collector_ITSELF = /^(?:localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0):(?:12345|12346|8888)$/;
const DESTINATION = /\b(?:url|endpoint)\s*[:=]\s*["']?(?:https?:\/\/(?:[^@/\s"']{1,200}@)?([\w.:-]{1,200})[^\s"']{0,200}(?:push|write|receive)\b|(?:sys\.)?env\(["'](\w{1,100})["']\)|\$\{(?:env:)?(\w{1,100})\})/g;
const OTHER_SIGNALS = /^(?:loki|pyroscope)\.[^\n]*\n(?:[^}\n][^\n]*\n|\n)*|^(?:logs|traces):[^\n]*\n(?:[ \t#-][^\n]*\n|\n)*/gm;
const destinationsIn = (text) => [
...new Set([...text.replace(OTHER_SIGNALS, '').matchAll(DESTINATION)].map(([, host, called, variable]) => host ?? called ?? variable ?? '')),
];
function alloy({ text }) {
const blocks = readAlloy(text);
if (!blocks)
return undefined;
const at = { line: 1, column: 1 };
const jobs = { kind: 'list', at, items: alloyJobs(blocks) };
return [{ kind: 'table', at, entries: new Map([['scrape_configs', jobs]]) }];
}
function inYaml({ text }, kind) {
const read = (0, formats_yaml.g)(text);
if (!read.ok)
return undefined;
if (kind === 'otel') {
const receivers = (0, formats_tree.Jt)(read.tree, 'receivers');
return [...(receivers?.kind === 'table' ? receivers.entries : [])].flatMap(([name, receiver]) => /^prometheus(?:\/|$)/.test(name) ? ((0, formats_tree.Jt)(receiver, 'config') ?? []) : []);
}
const metrics = (0, formats_tree.Jt)(read.tree, 'metrics');
const global = (0, formats_tree.Jt)(metrics, 'global');
return (0, formats_tree.ld)((0, formats_tree.Jt)(metrics, 'configs')).map((one) => one.kind === 'table' && global ? { ...one, entries: new Map([...one.entries, ['global', global]]) } : one);
}
;
const ENDING = /\.(?:ya?ml|tmpl|tpl|gotmpl|template|j2|jinja2?|erb|ejs|alloy|river)$/;
const TEMPLATE_ENDING = /\.(?:tmpl|tpl|gotmpl|template|j2|jinja2?|erb|ejs)$/;
const other_scrapers_TEMPLATE = /\{\{|\{%|<%/;
const SCRAPE_CONFIGS = /^[ \t]*(?:-[ \t]+)?scrape_configs:/m;
const other_scrapers_KINDS = [
{
collector: 'alloy',
what: 'a configuration of Grafana Alloy',
scrapes: /^prometheus\.scrape\s+"/m,
is: ({ file }) => /\.(?:alloy|river)$/.test(file),
},
{
collector: 'otel',
what: 'a configuration of an OpenTelemetry Collector',
scrapes: SCRAPE_CONFIGS,
is: ({ text }) => /^receivers:/m.test(text) && /^[ \t]+prometheus(?:\/[\w-]+)?:/m.test(text),
},
{
collector: 'agent',
what: 'a configuration of Grafana Agent',
scrapes: SCRAPE_CONFIGS,
is: ({ text }) => /^metrics:/m.test(text) && !/^receivers:/m.test(text),
},
{
what: 'a template of a Prometheus configuration',
scrapes: /^scrape_configs:/m,
is: ({ file, text }) => (TEMPLATE_ENDING.test(file) ||
other_scrapers_TEMPLATE.test((0, recognise.kT)(text.replace(/(?:^|[ \t])#.*$/gm, '')))) &&
!/^(?:kind|server|clients|positions|receivers):/m.test(text),
},
];
const kindOf = (file) => other_scrapers_KINDS.find((kind) => kind.is(file) && kind.scrapes.test(file.text));
const mayBeOtherScraper = (path) => ENDING.test(path);
const isOtherScraper = (file) => kindOf(file) !== undefined;
function scanOtherScrapers(files) {
const all = files.flatMap((file) => {
const kind = kindOf(file);
if (!kind)
return [];
const scanned = kind.collector && scanCollector(file, kind.collector);
return [scanned ? { ...scanned, what: kind.what } : unread(file, kind)];
});
return {
scanned: all.filter((one) => 'targets' in one),
notes: all.filter((one) => 'code' in one),
};
}
function unread({ file, text }, { what, scrapes }) {
const line = (0, lib_text.mh)(text, scrapes.exec(text)?.index ?? 0);
const jobs = [...text.matchAll(JOBS)].flatMap(([, yaml, alloy]) => yaml ?? alloy ?? []);
const named = jobs.length > 0 ? ` (${(0, lib_text.H$)(jobs.map(quote.T), 5)})` : '';
const message = `This file is ${what}, which is not read: what it scrapes${named} is not taken over.`;
const hint = 'Add a service to monitoring.yml for each endpoint that it scrapes on Fly, and keep it until they are up.';
return lossNote(file, { line, column: 1 }, message, hint);
}
const JOBS = /job_name:[ \t]*['"]?([\w./-]{1,60})|^prometheus\.scrape[ \t]+"([\w-]{1,60})"/gm;
;
function askedFor(named, own, fly) {
if (named === undefined || own.some(({ app }) => app === named))
return { apps: [], services: [] };
const old = fly.find(({ role, name }) => role === 'monitoring' && name?.value === named);
if (!old)
return { apps: [{ app: named }], services: [] };
const at = { file: old.file, ...(old.name?.at ?? { line: 1, column: 1 }) };
const [only, ...more] = new Set(old.ports);
const port = more.length === 0 ? (only ?? PROMETHEUS_PORT) : PROMETHEUS_PORT;
const comment = ` Evidence: ${old.file} runs Prometheus, which publishes its own metrics.`;
return {
apps: [{ app: named, runsPrometheus: old.file }],
services: [{ name: named, app: named, port, path: '/metrics', at, comment }],
};
}
const PROMETHEUS_PORT = 9090;
;
function heldAgainst(declared, code, app) {
const held = declared.map((endpoint) => heldOne(endpoint, code, app));
const endpoints = held.flatMap(({ endpoint }) => endpoint ?? []);
const isOff = code.isClosed === true && endpoints.some(({ path }) => path.endsWith('/prometheus'));
const isOfCode = (it, one) => against_code_isSame(it, one) || (it.path === one.path && code.givenBy(it.port) !== undefined);
const isKnown = ({ at }) => isOff ||
code.endpoints.some((one) => at?.file === one.at.file && endpoints.some((it) => isOfCode(it, one)));
return {
endpoints: endpoints.filter((one, i) => endpoints.findIndex((other) => against_code_isSame(one, other) && (one.name === undefined || other.name === one.name)) === i),
notes: [...held.flatMap(({ note }) => note ?? []), ...code.notes.filter(isKnown)],
};
}
const against_code_isSame = (a, b) => a.port === b.port && a.path === b.path && a.process === b.process;
const isServed = (port, ports, code) => ports.includes(port) &&
(!code.isWhole || code.names(port) || !ports.some((other) => other !== port && code.names(other)));
function heldOne(endpoint, code, chosen) {
const { port, path } = endpoint;
const { app, facts } = chosen;
const isOwnPort = isServed(port, facts.ports, code);
const isOpen = !isOwnPort && !code.names(port);
const [other] = code.endpoints;
if (isOpen ? code.isWhole && !other : isOwnPort && code.isSilent)
return { note: notPublished(endpoint, { isOpen, isSilent: code.isSilent, app }) };
const isThis = (one) => one.port === port && one.path === path;
const isUnseen = isNotShown(endpoint, code, { isOwnPort }) && !facts.hints.some(isThis);
if (code.endpoints.some(isThis))
return isUnseen ? doubted(endpoint, pathNotShown(endpoint, app)) : { endpoint };
if (other && isContradicted(endpoint, other, { code, facts, isOwnPort, isOpen }))
return inCode(endpoint, other, app);
if (isOpen && code.isHere)
return doubted(endpoint, portNotShown(endpoint, app, code));
return isUnseen ? doubted(endpoint, pathNotShown(endpoint, app, other)) : { endpoint };
}
function isContradicted({ port, path, process }, other, { code, facts, isOwnPort, isOpen, }) {
const isOfApp = facts.ports.includes(other.port);
if (isOfApp && !servesProcess(facts.fly, process))
return false;
const isCertain = code.isCertain && !(isOpen && code.ofSetting && isOfApp);
return isOpen
? isCertain || code.isWhole
: isOwnPort && isCertain && other.port === port && !code.paths.has(path);
}
const servesProcess = ({ services }, process) => process === undefined ||
services.some(({ processes }) => processes.length === 0 ? process === 'app' : processes.some(({ value }) => value === process));
const doubted = (endpoint, note) => {
const why = endpoint.why ?? `${placeText(endpoint.at)} declares it`;
return { endpoint: { ...endpoint, why: `${why}, but the code does not show it` }, note };
};
function isNotShown({ port, path, isElsewhere }, code, { isOwnPort }) {
if (isOwnPort && code.lacks(path))
return true;
if (!isElsewhere || !code.isHere)
return false;
const there = code.endpoints.filter((one) => one.port === port);
if (there.length > 0)
return isOwnPort && there.every((one) => one.path !== path);
return !isOwnPort || !code.shows(path);
}
function notPublished({ port, path, at }, { isOpen, isSilent, app }) {
const listens = isOpen
? [...(isSilent ? ['publishes metrics'] : []), 'listens on that port']
: ['publishes metrics'];
const does = listens.join(' or ');
const message = `${path} on port ${port} is declared here, but nothing in the code of ${app} ${does}. It is not taken over.`;
return lossNote(at.file, at, message, 'If it does, add a service with this port and path.');
}
function inCode(endpoint, other, app) {
const { name, options, process, port, path, at } = endpoint;
const message = `${path} on port ${port} is declared here, but the code of ${app} publishes its metrics under ${other.path} on port ${other.port} (${placeText(other.at)}).${redirect(endpoint, other)} The draft has that.`;
const hint = 'Correct what is declared here; or the service, if this place is right.';
return {
endpoint: {
...other,
...(name !== undefined && { name }),
...(options && { options }),
...(process !== undefined && { process }),
},
note: initNote(at.file, at, message, hint),
};
}
const redirect = ({ path, port }, other) => other.port === port && other.path === `${path}/`
? ` ${path} redirects there, which the scrapes of the draft do not follow.`
: '';
function heldAsScraped(endpoint, code, { app, facts }) {
const { path, port, at } = endpoint;
const isHere = (one) => one.port === port && one.path === path;
if ([...code.endpoints, ...code.hooked, ...facts.metrics, ...facts.hints].some(isHere))
return { endpoint };
const there = code.endpoints.find((one) => one.port === port && one.path === `${path}/`);
if (there && code.isCertain && !code.paths.has(path)) {
const message = `${path} on port ${port} is scraped here, but the code of ${app} publishes its metrics under ${there.path} (${placeText(there.at)}).${redirect(endpoint, there)} The draft has ${there.path}.`;
const note = initNote(at.file, at, message, 'Correct the service, if this place is right.');
return { endpoint: { ...endpoint, path: there.path }, note };
}
const isOwnPort = isServed(port, facts.ports, code);
if (!isOwnPort && !code.names(port) && code.isHere)
return doubted(endpoint, portNotShown(endpoint, app, code));
const scraped = code.endpoints.length > 0 ? { ...endpoint, isElsewhere: true } : endpoint;
return isNotShown(scraped, code, { isOwnPort })
? doubted(endpoint, pathNotShown(endpoint, app, code.endpoints[0]))
: { endpoint };
}
function portNotShown({ at, port, path }, app, { ofSetting: set }) {
const only = `Port ${port} of ${app} is only here: `;
const check = `Check that ${path} answers there${checkCommand(app, port, path)}`;
if (!set)
return initNote(at.file, at, `${only}that number was found neither in its code nor in its Dockerfile.`, check);
const off = set.isEmpty ? ', and has no metrics while that is empty, as it is by default' : '';
const message = `${only}its code takes the port of the metrics from a setting (${placeText(set.at)})${off}.`;
const value = /port$/i.test(set.variable ?? '') ? String(port) : `[::]:${port}`;
const hint = `Set ${set.variable ?? 'it'} for the machines, such as \`${value}\`. ${check}`;
return initNote(at.file, at, message, hint);
}
const pathNotShown = ({ at, port, path }, app, other) => initNote(at.file, at, `${path} on port ${port} of ${app} is only here: no route that answers there with metrics was found in its code${other ? `, but ${other.path} on port ${other.port} may (${placeText(other.at)})` : ''}.`, `Check that it answers${checkCommand(app, port, path)}`);
const checkCommand = (app, port, path) => `, for example with \`flyctl ssh console -a ${app} -C "wget -qO- http://[::1]:${port}${path}"\`.`;
;
const PLAIN = {
folder: '/app',
places: new Map([['/app', '.']]),
programs: new Set(),
variables: new Map(),
};
function imageFiles(dockerfile, args) {
const stages = new Map();
let last = PLAIN;
dockerfile?.stages.forEach((stage, i) => {
last = filesOf(stage, stages, args);
stages.set(stage.name || `stage ${i}`, last);
});
const { folder, places } = last;
return { folder, sourceOf: (path) => sourceIn(places, external_node_path_.posix.resolve(folder, path)) };
}
function filesOf(stage, stages, given) {
const base = stages.get(stage.base.toLowerCase());
const files = {
folder: base?.folder ?? '/',
places: new Map(base?.places),
programs: new Set(base?.programs),
variables: new Map(base?.variables),
};
const { variables } = files;
for (const one of stage.instructions) {
image_files_assign(one, variables, given);
const words = one.words.map((word) => expanded(word, variables));
if (one.name === 'WORKDIR')
files.folder = external_node_path_.posix.resolve(files.folder, words[0] ?? '.');
if (one.name === 'COPY' || one.name === 'ADD')
copy(words, files, stages);
if (one.name === 'RUN')
built(expanded(one.text, variables), files);
}
return files;
}
function copy(words, { folder, places, programs }, stages) {
const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
const paths = words.filter((word) => !word.startsWith('--'));
const target = paths.at(-1) ?? '.';
const other = from === undefined ? undefined : stages.get(from.toLowerCase());
for (const path of paths.slice(0, -1)) {
const source = from === undefined
? external_node_path_.posix.normalize(path).replace(/^\/+/, '')
: other && sourceIn(other.places, external_node_path_.posix.resolve(other.folder, path));
if (source === undefined)
continue;
const isProgram = other?.programs.has(external_node_path_.posix.resolve(other.folder, path)) === true;
const isFile = isProgram || /[^/.]\.\w+$/.test(path) || /(?:release|bin)\/[\w-]+$/.test(path);
const isInside = isFile && /(?:^|\/)\.?\/?$/.test(target);
const whole = external_node_path_.posix.resolve(folder, target, isInside ? external_node_path_.posix.basename(path) : '.');
places.set(whole, source.replace(/\/$/, '') || '.');
if (isProgram)
programs.add(whole);
}
}
const OUTPUTS = [
/\bgo build\b[^;&|]*?\s-o[= ]?(?<out>\S+)[^;&|]*?\s(?<what>\.{0,2}\/?[\w./-]+)\s*(?=$|[;&|])/g,
/\bpnpm\b[^;&|]*?(?:--filter|-F)[= ]["']?(?<what>[@\w./-]+)["']?[^;&|]*?\bdeploy\b(?:\s+--\S+)*\s+(?<out>[\w./-]+)/g,
/\bpnpm\b[^;&|]*?\bdeploy\b[^;&|]*?(?:--filter|-F)[= ]["']?(?<what>[@\w./-]+)["']?(?:\s+--\S+)*\s+(?<out>[\w./-]+)/g,
];
const MOST_LENGTH = 500;
function built(command, { folder, places, programs }) {
const parts = command.split(/[;&|]+/).filter(({ length }) => length < MOST_LENGTH);
const found = parts.flatMap((part) => OUTPUTS.flatMap((one) => [...part.matchAll(one)]));
for (const { 0: tool, groups: { out = '', what = '' } = {} } of found) {
const source = /^\.{0,2}\//.test(what) || what === '.' ? sourceIn(places, external_node_path_.posix.resolve(folder, what)) : what;
if (source === undefined)
continue;
places.set(external_node_path_.posix.resolve(folder, out), source.replace(/\/?\.{3}$/, ''));
if (/\bgo build\b/.test(tool))
programs.add(external_node_path_.posix.resolve(folder, out));
}
}
function sourceIn(places, path) {
for (let above = path;; above = external_node_path_.posix.dirname(above)) {
const source = places.get(above);
if (source !== undefined)
return external_node_path_.posix.join(source, external_node_path_.posix.relative(above, path));
if (above === '/')
return undefined;
}
}
function image_files_assign(one, variables, given) {
const known = new Map(variables);
for (const [key, value] of (0, dockerfile.I7)(one))
variables.set(key, (one.name === 'ARG' ? given.get(key) : undefined) ?? expanded(value, known));
}
const expanded = (text, variables) => (0, dockerfile.sO)(text, (name) => variables.get(name));
const buildCommands = (dockerfile, args) => dockerfile.stages
.flatMap(({ instructions }) => {
const variables = new Map();
for (const one of instructions)
image_files_assign(one, variables, args);
return instructions.filter(({ name }) => name === 'RUN').map(({ text }) => expanded(text, variables));
})
.join('\n');
;
function absentModule(command, codePaths) {
const [, served, run] = /\b(?:uvicorn|gunicorn|hypercorn|granian)\b[^;&|]{0,200}?\s(\w+(?:\.\w+)+):\w+|\bpython3?\s+-m\s+(\w+(?:\.\w+)+)/.exec(command) ?? [];
const name = served ?? run;
const file = name?.replaceAll('.', '/') ?? '';
const isThere = codePaths.some((path) => path.endsWith(`${file}.py`) || path.endsWith(`${file}/__init__.py`));
const [first = ''] = file.split('/');
const hasFolder = codePaths.some((path) => path.endsWith('.py') && path.split('/').slice(0, -1).includes(first));
return hasFolder && !isThere ? name : undefined;
}
var posix_ = __webpack_require__(53916);
;
const onApp = (path, ...names) => names.map((name) => ({ name, port: 'app', path }));
const started = (use, library) => ({ ...library, use });
const own = (name, port, path = '/metrics') => ({ name, port, path });
const PROM_EX_CHILD = /^(?![ \t]*(?:config|plug)\b)(?:[^\n#]{0,200}[[,{])?[ \t]*(?:[A-Z]\w*\.){0,8}PromEx[ \t]*(?:[,\]}]|$)|^defmodule\s+(?![\w.]*\.PromEx\s)[\w.]+\s+do\b[\s\S]{0,3000}?\buse PromEx\b/m;
const LIBRARIES = {
npm: [
{
...started([/\bPrometheusExporter\b|\bOTEL_METRICS_EXPORTER\b/], own('@opentelemetry/exporter-prometheus', 9464)),
inApp: /\bpreventServerStart:\s*true\b|\bgetMetricsRequestHandler\(|[rR]egist(?:er|ry)\.metrics\(/,
},
...onApp('/metrics', 'express-prom-bundle', 'fastify-metrics', '@willsoto/nestjs-prometheus', 'koa-prom'),
...onApp('/metrics', 'express-prometheus-middleware', 'prometheus-api-metrics'),
...onApp('/metrics', 'ponder', '@ponder/core'),
...onApp(undefined, 'prom-client', '@hono/prometheus'),
],
go: onApp(undefined, 'github.com/prometheus/client_golang', 'github.com/VictoriaMetrics/metrics'),
rust: [
{
...started([/\bPrometheusBuilder\b|\bmetrics_exporter_prometheus\b/], own('metrics-exporter-prometheus', 9000)),
inApp: /\b(?:install|build)_recorder\(|\bPrometheusHandle\b/,
},
...onApp('/metrics', 'axum-prometheus', 'rocket_prometheus'),
...onApp(undefined, 'prometheus', 'prometheus-client', 'actix-web-prom', 'opentelemetry-prometheus'),
],
elixir: [
...onApp('/metrics', 'prom_ex').map((one) => started([/\bPromEx\.Plug\b|\bmetrics_server:\s*\[/, PROM_EX_CHILD], one)),
...onApp('/metrics', 'prometheus_plugs').map((one) => started([/\bPlugExporter\b/], one)),
...onApp('/metrics', 'prometheus_phx'),
started([/\bTelemetryMetricsPrometheus\b/], own('telemetry_metrics_prometheus', 9568)),
...onApp(undefined, 'telemetry_metrics_prometheus_core', 'prometheus_ex', 'peep'),
],
python: [
...onApp('/metrics', 'prometheus-fastapi-instrumentator', 'prometheus-flask-exporter', 'django-prometheus'),
...onApp('/metrics', 'starlette-exporter', 'starlette-prometheus'),
own('opentelemetry-exporter-prometheus', 9464),
...onApp(undefined, 'prometheus-client', 'aioprometheus'),
],
ruby: [
own('prometheus_exporter', 9394),
own('yabeda-prometheus', 9394),
...onApp('/metrics', 'yabeda-prometheus-mmap'),
...onApp(undefined, 'prometheus-client'),
],
jvm: [
...onApp('/q/metrics', 'quarkus-micrometer-registry-prometheus'),
...onApp('/prometheus', 'micronaut-micrometer-registry-prometheus'),
...onApp('/actuator/prometheus', 'micrometer-registry-prometheus'),
own('simpleclient_httpserver', 9400),
own('prometheus-metrics-exporter-httpserver', 9400),
],
dotnet: [
...onApp('/metrics', 'prometheus-net.AspNetCore', 'OpenTelemetry.Exporter.Prometheus.AspNetCore'),
own('OpenTelemetry.Exporter.Prometheus.HttpListener', 9464),
],
php: onApp(undefined, 'promphp/prometheus_client_php', 'spatie/laravel-prometheus'),
};
const libraries_MANIFESTS = [
[/^package\.json$/, 'npm'],
[/^go\.mod$/, 'go'],
[/^Cargo\.toml$/, 'rust'],
[/^mix\.exs$/, 'elixir'],
[/^(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.py)$/, 'python'],
[/^(?:Gemfile|[\w-]+\.gemspec)$/, 'ruby'],
[/^(?:pom\.xml|build\.gradle(?:\.kts)?|libs\.versions\.toml)$/, 'jvm'],
[/\.(?:cs|fs)proj$|^Directory\.Packages\.props$/, 'dotnet'],
[/^composer\.json$/, 'php'],
];
const ecosystemOf = (path) => libraries_MANIFESTS.find(([name]) => name.test((0, posix_.basename)(path)))?.[1];
const isManifest = (path) => ecosystemOf(path) !== undefined;
const NOT_USED = /^\s*(?:#|\/\/|<!--)|\/\/ indirect\b/;
function librariesIn({ file, text }) {
const ecosystem = ecosystemOf(file);
if (!ecosystem)
return [];
const known = LIBRARIES[ecosystem];
const lines = withoutVersionRules(text.split('\n'));
return known.flatMap((library) => {
const name = library.name.replaceAll('-', ecosystem === 'python' ? '[-_]' : '-').replaceAll('.', '\\.');
const pattern = ecosystem === 'jvm'
? new RegExp(`(?<![\\w/@-])${name.replaceAll('-', '[-.]')}(?![\\w/-])(?!\\.\\w)`, 'i')
: new RegExp(`(?<![\\w./@-])${name}(?![\\w/-])(?!\\.(?!workspace\\b)\\w)`, 'i');
const line = lines.findIndex((one) => !NOT_USED.test(one) && pattern.test(one));
return line < 0 ? [] : [{ ...library, at: { file, line: line + 1, column: 1 } }];
});
}
const VERSION_RULES = /^\s*(?:"(?:resolutions|overrides|packageExtensions|peerDependencyRules)"\s*:\s*\{|(?:override|constraint)-dependencies\s*=\s*\[|(?:replace|exclude)\s|\[patch\.)/;
function withoutVersionRules(lines) {
let [depth, isTable] = [0, false];
return lines.map((line) => {
if (/^\s*\[/.test(line))
isTable = false;
if (depth === 0 && !isTable && !VERSION_RULES.test(line))
return line;
isTable ||= line.startsWith('[patch.');
const opened = (line.match(/[[{(]/g)?.length ?? 0) - (line.match(/[\]})]/g)?.length ?? 0);
depth = Math.max(0, depth + opened);
return '';
});
}
;
function codeFolder(app, { packages, exists }) {
const { facts, command } = app;
const isBuiltElsewhere = command?.options.some((option) => /^--image\b/.test(option));
if (facts.fly.build?.has('image') && !isBuiltElsewhere && foreignImage(app) !== undefined)
return undefined;
if (isPlainProxy(facts) || runsForeignProgram(app))
return undefined;
const own = external_node_path_.posix.dirname(facts.file);
const built = facts.build && external_node_path_.posix.dirname(facts.build.file);
const hasCode = (folder) => packages.some((one) => isBelow(one.folder, folder));
const isOwn = built !== undefined && isBelow(own, built) && packages.some(({ folder }) => folder === own);
const [found] = [isOwn ? own : (built ?? own), own].filter(hasCode);
if (found !== undefined)
return found;
const manifests = (facts.build?.copied ?? []).map((path) => path.replaceAll('*', '')).filter(isManifest);
const isCopied = (folder) => manifests.some((path) => exists(external_node_path_.posix.join(folder, path)));
const isPart = isMadeHere(app, exists);
return (0, lib_folders.Z)(own).find((folder) => hasCode(folder) && (built !== own || isPart || isCopied(folder)));
}
const folder_OUTPUT = /^(?:\.\/)?(?:dist|build|out|lib)\//;
function isMadeHere({ facts }, exists) {
const own = external_node_path_.posix.dirname(facts.file);
const copied = facts.build && external_node_path_.posix.dirname(facts.build.file) === own ? facts.build.copied : [];
return (exists(external_node_path_.posix.join(own, 'src')) &&
copied.some((path) => folder_OUTPUT.test(path) && !exists(external_node_path_.posix.join(own, path))));
}
;
function bindingsIn({ file, text }) {
if (file.endsWith('.py'))
return pythonBindings(text);
if (file.endsWith('.go'))
return goBindings(text);
return /\.[cm]?[jt]sx?$/.test(file) ? scriptBindings(text) : new Map();
}
const IMPORT = /\b(?:import|export)\s+(?:type\s+)?(?:(\w+)\s*,?\s*)?(?:\*\s*(?:as\s+(\w+)\s*)?|\{([^}]{0,2000})\}\s*)?from\s*["']([^"'\n]{1,200})["']/g;
const REQUIRE = /\b(?:const|let|var)\s+(?:(\w+)|\{([^}]{0,500})\})\s*=\s*(?:await\s+)?(?:require|import)\(\s*["']([^"'\n]{1,200})["']\s*\)/g;
function scriptBindings(text) {
const found = new Map();
for (const [, main, all, some, module = ''] of text.matchAll(IMPORT)) {
for (const name of [main, all])
if (name !== undefined)
found.set(name, { module });
for (const [name, alias] of pairs(some, /\s+as\s+/))
found.set(alias ?? name, name === 'default' ? { module } : { module, name });
}
for (const [, main, some, module = ''] of text.matchAll(REQUIRE)) {
if (main !== undefined)
found.set(main, { module });
for (const [name, alias] of pairs(some, /\s*:\s*/))
found.set(alias ?? name, { module, name });
}
return found;
}
const pairs = (list, between) => (list ?? '').split(',').flatMap((one) => {
const [name = '', alias] = one
.trim()
.replace(/^type\s+/, '')
.split(between);
return name === '' ? [] : [alias === undefined ? [name] : [name, alias]];
});
const fromImports = (text) => [...text.matchAll(/^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]{0,4000}\)|[^\n]*)/gm)].map(([, dots = '', module = '', names = '']) => ({
module: `${dots && `./${'../'.repeat(dots.length - 1)}`}${module.replaceAll('.', '/')}`,
names,
}));
function pythonBindings(text) {
const found = new Map();
for (const { module, names } of fromImports(text)) {
const list = names.replace(/#[^\n]*/g, '').replace(/[()\\]/g, '');
for (const [name, alias] of pairs(list, /\s+as\s+/))
found.set(alias ?? name, { module, name });
}
for (const [, module = '', alias] of text.matchAll(/^[ \t]*import[ \t]+([\w.]+)(?:[ \t]+as[ \t]+(\w+))?/gm))
found.set(alias ?? module, { module: module.replaceAll('.', '/') });
return found;
}
const goBindings = (text) => new Map([...text.matchAll(/^[ \t]*(?:import[ \t]+)?(?:(\w+)[ \t]+)?"([\w.-]+(?:\/[\w.-]+)+)"/gm)].map(([, alias, module = '']) => [alias ?? external_node_path_.posix.basename(module), { module }]));
;
function importsIn({ file, text }) {
if (/\.[cm]?[jt]sx?$/.test(file))
return imports_matches(text, JAVASCRIPT);
if (file.endsWith('.go'))
return imports_matches(text, /"([\w.-]+(?:\/[\w.-]+)+)"/g);
if (file.endsWith('.py'))
return pythonImports(text);
return file.endsWith('.rs') ? rustImports(text) : undefined;
}
const JAVASCRIPT = /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["'`]([^"'`\n]{1,200})["'`]/g;
const imports_matches = (text, pattern) => [...text.matchAll(pattern)].map(([, ...found]) => found.find((one) => one !== undefined) ?? '');
function pythonImports(text) {
const from = fromImports(text).flatMap(({ module, names }) => imports_matches(names, /(\w+)(?:\s+as\s+\w+)?/g).map((name) => `${module.replace(/\/$/, '')}/${name}`));
const plain = imports_matches(text, /^[ \t]*import[ \t]+([\w.]+)/gm);
const named = imports_matches(text, /["']((?:\w+\.)*\w+):\w+["']/g);
return [...from, ...[...plain, ...named].map((one) => one.replaceAll('.', '/'))];
}
function rustImports(text) {
const modules = imports_matches(text, /^[ \t]*(?:pub(?:\([\w: ]{0,40}\))?[ \t]+)?mod[ \t]+(\w+)[ \t]*;/gm).map((name) => `./${name}`);
const groups = [...text.matchAll(/\b((?:\w+::){1,12})\{([^;]{1,2000}?)\}\s*;/g)].flatMap(([, base = '', inside = '']) => imports_matches(inside, /([\w:]+)/g).map((name) => `${base}${name}`));
const paths = imports_matches(text, /\b((?:[a-z_]\w*::)+\w+)/g);
return [...modules, ...[...groups, ...paths].map((path) => path.replaceAll('::', '/'))];
}
const withoutExtension = (file) => file.replace(/\.(?:d\.)?\w+$/, '');
function modulesOf(files) {
const modules = new Map();
for (const one of files) {
const path = withoutExtension(one.file);
modules.set(path, one);
if (/(?:^|\/)(?:index|mod|__init__)$/.test(path))
modules.set(external_node_path_.posix.dirname(path), one);
}
return modules;
}
function reachable(entries, files, packages) {
const modules = modulesOf(files);
const folders = Map.groupBy(files, ({ file }) => external_node_path_.posix.dirname(file));
const found = new Set();
const waiting = files.filter(({ file }) => entries.includes(file));
if (waiting.some((one) => importsIn(one) === undefined))
return undefined;
for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
if (found.has(one.file))
continue;
found.add(one.file);
if (one.file.endsWith('.go'))
waiting.push(...(folders.get(external_node_path_.posix.dirname(one.file)) ?? []));
for (const name of importsIn(one) ?? [])
waiting.push(...imported(name, one.file, { modules, folders, packages }));
}
return found.size === 0 ? undefined : found;
}
function reachedFrom(own, entries, { files, packages }) {
const found = reachable(own, files, packages);
return found && new Set([...found].filter((file) => own.includes(file) || !entries.includes(file)));
}
function importsOf(files, packages) {
const context = {
modules: modulesOf(files),
folders: Map.groupBy(files, ({ file }) => external_node_path_.posix.dirname(file)),
packages,
};
return (module, from) => imported(module, from, context);
}
function imported(name, from, context) {
const { modules, folders, packages } = context;
if (name.length > 200)
return [];
const path = name.replace(/\.(?:[cm]?[jt]sx?)$/, '');
const forms = from.endsWith('.rs') ? [path, path.replaceAll('_', '-')] : [path];
const isOf = (one) => forms.some((it) => it === one || it.startsWith(`${one}/`));
const owner = packages.find(({ names }) => names.some(isOf));
const inside = owner ? path.slice(owner.names.find(isOf)?.length).replace(/^\//, '') : '';
if (from.endsWith('.go'))
return owner ? (folders.get(external_node_path_.posix.join(owner.folder, inside)) ?? []) : [];
if (/^\.{1,2}(?:\/|$)/.test(path)) {
const bases = from.endsWith('.rs') ? [withoutExtension(from), external_node_path_.posix.dirname(from)] : [external_node_path_.posix.dirname(from)];
return [path, external_node_path_.posix.dirname(path)].flatMap((one) => firstModule(bases, [one], modules)).slice(0, 1);
}
const own = owner
? firstModule([owner.folder], [...prefixes(inside), 'index', 'src/index', 'src/lib'], modules)
: [];
return own.length > 0
? own
: firstModule((0, lib_folders.Z)(from), prefixes(path.replace(/^(?:[@~#]|(?:crate|self|super)(?=\/))\/?(?=\w)/, '')), modules);
}
const prefixes = (path) => {
const parts = path === '' ? [] : path.split('/');
return parts.flatMap((_, i) => {
const one = parts.slice(0, parts.length - i).join('/');
return [one, `src/${one}`];
});
};
function firstModule(bases, paths, modules) {
for (const base of bases)
for (const path of paths) {
const found = modules.get(external_node_path_.posix.join(base, path));
if (found)
return [found];
}
return [];
}
;
const MODULE = /[\w@./-]{1,200}\.[cm]?[jt]sx?\b/g;
function bundleEntry(path, { folder, scripts }, { textOf, has }) {
const builds = Object.entries(scripts).flatMap(([name, text]) => (/build|bundle/.test(name) ? [text] : []));
const named = builds.flatMap((text) => text.match(MODULE) ?? []);
const texts = [...builds, ...named.flatMap((one) => textOf(external_node_path_.posix.join(folder, one)) ?? [])];
const name = withoutExtension(external_node_path_.posix.basename(path));
return texts
.flatMap((text) => text.match(MODULE) ?? [])
.map((one) => withoutExtension(external_node_path_.posix.join(folder, one)))
.find((one) => external_node_path_.posix.basename(one) === name && has(one));
}
;
const started_withoutExtension = (path) => path.replace(/(?<=[^/])\.\w+$/, '');
const startableModules = (paths) => new Map(paths.map((path) => [started_withoutExtension(path), path]));
const started_MOST_SCRIPTS = 3;
function codeStartedBy(written, search, from, depth = 0) {
const command = (0, shell_words.tV)(written, { variables: search.variables, args: undefined });
const folder = /(?:^|[\s"';&])cd\s+([\w./-]+)/.exec(command)?.[1] ?? '.';
const place = (path) => {
const whole = path.startsWith('/') ? path : external_node_path_.posix.join(folder, path);
return from === undefined ? sourceAt(whole, search) : external_node_path_.posix.join(from, whole);
};
const inImage = (path) => external_node_path_.posix.resolve(search.image.folder, folder, path);
const npm = scriptStart(command, { here: place('.'), depth }, search);
const found = [npm];
const call = npm.files.length > 0 ? (0, script_names.l)(command)?.text : undefined;
const words = call === undefined ? command : command.replace(call, (text) => ' '.repeat(text.length));
for (const { 0: word, index } of words.matchAll(/[^\s"'`=;&|()]+/g)) {
const path = pathIn(word);
if (path === undefined)
continue;
const source = place(path);
const isScript = /\.(?:sh|bash)$/.test(path) && depth < started_MOST_SCRIPTS;
const script = isScript ? search.textOf(source) : undefined;
const args = argumentsFrom(command, index + word.length);
found.push(script === undefined
? startedAt([source, path], search)
: codeStartedBy(scriptCommands(script, { ...search, path: inImage(path), args }), search, from, depth + 1));
}
return { files: found.flatMap(({ files }) => files), folders: found.flatMap(({ folders }) => folders) };
}
function scriptStart(command, { here, depth }, search) {
const run = depth < started_MOST_SCRIPTS ? (0, script_names.l)(command) : undefined;
if (!run)
return started_NOTHING;
const owner = run.named === undefined
? ownerOf(external_node_path_.posix.join(here, run.folder ?? '.'), search.packages)
: packageOf(run.named, search);
const script = owner?.scripts[run.script];
const isNamed = run.named !== undefined || run.folder !== undefined;
const started = script === undefined || !owner ? started_NOTHING : codeStartedBy(script, search, owner.folder, depth + 1);
return { ...started, folders: [...(isNamed && owner ? [owner.folder] : []), ...started.folders] };
}
const started_NOTHING = { files: [], folders: [] };
function pathIn(word) {
if (/^-|:\/\/|\$/.test(word) || !/[a-z]/i.test(word))
return undefined;
const [, module] = /^([\w./-]+):\w+(?:\(\))?$/.exec(word) ?? [];
const name = module ?? word;
return /^[a-z_]\w*(?:\.[a-z_]\w*)+$/i.test(name) &&
!/\.(?:[cm]?[jt]sx?|py|rb|go|jar|dll|exs?|sh|bash)$/.test(name)
? name.replaceAll('.', '/')
: name;
}
function sourceAt(path, { context, image }) {
const source = image.sourceOf(path) ?? path.replace(/^\//, '');
return external_node_path_.posix.join(context, source.replace(/(?:^|\/)(?:out\/(?:full|json)|\.next\/standalone)(?=\/|$)/, ''));
}
const ownerOf = (path, packages) => packages
.filter(({ folder }) => isBelow(path, folder))
.reduce((best, one) => (best && best.folder.length >= one.folder.length && best.folder !== '.' ? best : one), undefined);
const started_OUTPUT = /(?:^|\/)(?:dist|build|out|lib|target|publish|\.output)(?=\/)/;
const MAIN = ['', '/main', '/index', '/__main__', '/src/main', '/src/index', '/app'];
function startedAt([path = '', fromRoot = ''], search) {
const { packages, modules, codePaths, context } = search;
const name = external_node_path_.posix.basename(path).replace(/\.(?:dll|jar|exe)$/, '');
const program = packages.find((one) => one.names.includes(name) && isBelow(one.folder, context));
const rust = codePaths.find((one) => one.endsWith(`/bin/${name}.rs`) || one.endsWith(`/bin/${name}/main.rs`));
const plain = started_withoutExtension(path);
const code = plain.replace(started_OUTPUT, '').replace(/^\//, '');
const inSource = plain.replace(started_OUTPUT, (found) => `${found.startsWith('/') ? '/' : ''}src`);
const inside = external_node_path_.posix.join(external_node_path_.posix.dirname(code), 'src', external_node_path_.posix.basename(code));
const output = started_OUTPUT.exec(plain);
const whole = output ? plain.slice(output.index + output[0].length + 1) : plain;
const candidates = [plain, code, inSource, inside, started_withoutExtension(fromRoot), whole];
const around = path.includes('/') ? ownerOf(path, packages) : undefined;
const isBuilt = around !== undefined && started_OUTPUT.test(path);
const entry = isBuilt ? bundleEntry(path, around, { ...search, has: (one) => modules.has(one) }) : undefined;
const file = rust ??
candidates
.flatMap((one) => MAIN.map((end) => modules.get(`${one}${end}`)))
.find((one) => one !== undefined) ??
modules.get(entry ?? '') ??
moduleBelow(fromRoot, search) ??
(program && modules.get(external_node_path_.posix.join(program.folder, 'src/main')));
const owner = file === undefined ? program : ownerOf(file, packages);
return {
files: file === undefined ? [] : [file],
folders: [owner ?? (around?.folder === '.' ? undefined : around)].flatMap((one) => one?.folder ?? []),
};
}
function moduleBelow(path, { modules, context }) {
if (!/^\w+(?:\/\w+)+$/.test(path))
return undefined;
const [only, ...more] = [...modules].filter(([name, file]) => name.endsWith(`/${path}`) && file.endsWith('.py') && isBelow(file, context));
return more.length === 0 ? only?.[1] : undefined;
}
function packageOf(name, { packages, context }) {
const inside = packages.filter(({ folder }) => isBelow(folder, context));
const folder = external_node_path_.posix.join(context, name).replace(/\/$/, '');
const last = name.replace(/:.*$/, '').split('/').at(-1);
return (inside.find(({ names }) => names.includes(name)) ??
inside.find((one) => one.folder === folder) ??
inside.find((one) => one.names.some((other) => other.split('/').at(-1) === last)) ??
inside.find((one) => external_node_path_.posix.basename(one.folder) === last));
}
;
function appCodes(apps, sources) {
const search = { ...sources, modules: startableModules(sources.codePaths) };
return new Map(apps.flatMap((app) => {
const code = appCode(app, search);
return code ? [[app, code]] : [];
}));
}
function appCode(app, sources) {
const base = codeFolder(app, sources);
if (base === undefined)
return undefined;
const { build, fly: { buildArgs }, } = app.facts;
const context = (build && contextOf(app, sources)) ?? base;
const image = imageFiles(build?.content, buildArgs);
const search = { ...sources, context, image, variables: new Map() };
const started = startCommands(app.facts).map(({ process, command, written }, _, { length }) => {
const variables = variablesOfGroup(app.facts, process);
const start = length === 1
? startOrFolder(written, app, { ...search, variables })
: codeStartedBy(written, { ...search, variables });
const absent = start.files.length > 0 ? undefined : absentModule(command, sources.codePaths);
return {
...(process !== undefined && { process }),
...start,
...(absent !== undefined && { absent }),
...(start.files.length > 0 && !startsMore(command) && { isAlone: true }),
};
});
const released = build || app.facts.release === '' ? [] : codeStartedBy(app.facts.release, search).folders;
const starting = [...started.flatMap(({ folders }) => folders), ...released];
const named = build ? (0, script_names.w)(buildCommands(build.content, buildArgs)) : [];
const built = starting.length > 0 ? starting : named.flatMap((name) => packageOf(name, search)?.folder ?? []);
const targets = [...new Set(built)].filter((folder) => folder !== '.');
const folders = targets.length > 0 ? targets : [base];
const shared = withDependencies(folders, sources.packages).filter((one) => !folders.includes(one));
return { folders, shared, starts: started.map(({ folders: _, ...start }) => start) };
}
function startOrFolder(command, { facts: { file } }, search) {
const start = codeStartedBy(command, search);
const own = external_node_path_.posix.dirname(file);
return start.files.length > 0 || own === '.' || search.packages.some(({ folder }) => folder === own)
? start
: startedAt([own, `cmd/${external_node_path_.posix.basename(own)}`], search);
}
;
const isPublishing = ({ path, listens, isExposition }) => path !== undefined || [listens, isExposition].includes(true);
const preferred = (hints) => hints
.filter(({ path }) => path !== undefined)
.reduce((best, one) => (best && likeness(best) >= likeness(one) ? best : one), undefined);
const likeness = ({ path, isServed, isLoose, isRoute, guard, refusal }) => (isServed ? 32 : 0) +
(isLoose ? 0 : 16) +
(isRoute ? 8 : 0) +
(guard === undefined && !refusal ? 4 : 0) +
(path === '/metrics' ? 2 : 0) +
(path?.includes('prometheus') ? 1 : 0);
;
const propertyKey = (name) => name
.replace(/(?:\[|[._](?=\d+$))\d+\]?$/, '')
.toLowerCase()
.replace(/[^a-z\d%]/g, '');
function addProperty(to, name, { value, at }) {
const key = propertyKey(name);
const before = /\[[1-9]\d*\]$/.test(name) ? to.get(key) : undefined;
to.set(key, before ? { ...before, value: `${before.value},${value}` } : { value, at });
}
function propertiesIn({ file, text }) {
const documents = [];
const isYaml = !file.endsWith('.properties');
for (const { part, before } of partsOf(text, isYaml)) {
const read = isYaml ? yamlProperties(part, { file, before }) : plainProperties(part, { file, before });
if (!read)
return undefined;
documents.push(read);
}
return documents;
}
function partsOf(text, isYaml) {
const parts = [];
const separator = isYaml ? /^---(?:\s.*)?$/ : /^[#!]---\s*$/;
let lines = [];
const all = text.split(/\r?\n/);
all.forEach((line, i) => {
const isEnd = separator.test(line);
if (!isEnd)
lines.push(line);
if (!isEnd && i < all.length - 1)
return;
parts.push({ part: lines.join('\n'), before: i + (isEnd ? 0 : 1) - lines.length });
lines = [];
});
return parts;
}
function yamlProperties(text, { file, before }) {
const read = (0, formats_yaml.g)(text.replace(/(?<=:[ \t]+)@([\w.-]+)@/g, '$${$1}'));
if (!read.ok)
return undefined;
const found = new Map();
const add = (node, name) => {
if (node.kind === 'table') {
for (const [key, value] of node.entries)
add(value, name === '' ? key : `${name}.${key}`);
}
else if (node.kind === 'list') {
for (const [i, item] of node.items.entries())
add(item, `${name}[${i}]`);
}
else {
const value = node.value === null ? '' : node.text;
addProperty(found, name, { value, at: { file, line: before + node.at.line, column: 1 } });
}
};
add(read.tree, '');
return found;
}
const property_files_PLAIN = /^(?![#!])([^\s=:]+)\s*[=:\s]\s*(.*)$/s;
function plainProperties(text, { file, before }) {
const found = new Map();
let open = '';
text.split('\n').forEach((line, i) => {
const isContinued = /(?<!\\)\\$/.test(line);
open += isContinued ? line.trimStart().slice(0, -1) : line.trimStart();
if (isContinued)
return;
const [, name, value = ''] = property_files_PLAIN.exec(open) ?? [];
open = '';
if (name !== undefined)
addProperty(found, name, { value: value.trim(), at: { file, line: before + i + 1, column: 1 } });
});
return found;
}
;
function machineSettings(app) {
const variables = machineVariables(app);
const command = mainCommand(app.facts).trim();
const passed = /\bjava\b/.test(command) ? [] : ['JAVA_OPTS'];
const options = ['JAVA_TOOL_OPTIONS', ...passed, 'JDK_JAVA_OPTIONS'].map((name) => variables.get(name)?.value);
const last = app.facts.build?.content.instructions.findLast(({ name }) => /^(?:CMD|ENTRYPOINT)$/.test(name));
const at = { file: app.facts.build?.file ?? app.facts.file, line: last?.line ?? 1, column: 1 };
const [environment, system, args] = [new Map(), new Map(), new Map()];
for (const [name, property] of variables)
addProperty(environment, name, property);
for (const word of (0, dockerfile.CH)((0, dockerfile.sO)([...options, command].join(' '), (name) => variables.get(name)?.value))) {
const [, dashes, name = '', value = ''] = /^(-D|--)([\w.[\]-]+)=(.*)$/s.exec(word) ?? [];
if (dashes !== undefined)
addProperty(dashes === '-D' ? system : args, name, { value, at });
}
return [environment, system, args];
}
;
function jvmSettings(app, rule, files) {
const machine = machineSettings(app);
const source = documentReader(files);
const common = ['bootstrap', 'application']
.flatMap((name) => source.read(name))
.filter((one) => conditionOf(one) === undefined);
const profiles = activeProfiles(rule, resolver([...common, ...machine]));
if (!profiles)
return undefined;
const imported = new Set();
const active = (name, isImported = false) => source
.read(name, isImported)
.filter((one) => isActive(one, profiles))
.flatMap((one) => [
one,
...settings_importsOf(one)
.names.flatMap((file) => [file, ...profiles.map((profile) => `${file}-${profile}`)])
.flatMap((file) => (isNew(file, imported) ? active(file, true) : [])),
]);
const documents = [
'bootstrap',
'application',
...profiles.map((profile) => `application-${profile}`),
].flatMap((name) => active(name));
const [file] = source.files;
if (file === undefined || source.unreadable.length > 0)
return undefined;
const get = resolver([...documents, ...machine], { profiles, machine });
const isPartial = documents.some((one) => settings_importsOf(one).isPartial) || get(...settings_ELSEWHERE) !== undefined;
const has = (key) => documents.some((one) => [...one.keys()].some((name) => key.test(name)));
return { get, has, profiles, isPartial, at: { file, line: 1, column: 1 } };
}
const settings_ELSEWHERE = [
'spring.config.location',
'spring.config.additional-location',
'spring.config.name',
'spring.cloud.config.uri',
];
function documentReader({ resources, importable, textOf }) {
const files = [];
const unreadable = [];
const ends = ['yaml', 'yml', 'properties'];
const read = (name, isImported = false) => [name, `config/${name}`]
.flatMap((path) => ends.map((end) => `${path}.${end}`))
.flatMap((path) => {
const among = (isImported ? importable : resources).map((folder) => `${folder}/${path}`);
const file = among.find((one) => textOf(one) !== undefined);
const text = file === undefined ? undefined : textOf(file);
if (file === undefined || text === undefined)
return [];
const documents = propertiesIn({ file, text });
const kind = documents ? files : unreadable;
kind.push(file);
return documents ?? [];
});
return { read, files, unreadable };
}
function settings_importsOf(document) {
const imports = document.get(propertyKey('spring.config.import'))?.value.split(',') ?? [];
const names = imports.flatMap((one) => /^\s*(?:optional:)?classpath:\/?([\w./-]+)\.(?:ya?ml|properties)\s*$/.exec(one)?.[1] ?? []);
const isLocal = (one) => /^\s*optional:(?:file|dotenv|env):/.test(one);
return { names, isPartial: names.length < imports.filter((one) => one !== '' && !isLocal(one)).length };
}
const ON_PROFILE = propertyKey('spring.config.activate.on-profile');
const ON_PLATFORM = propertyKey('spring.config.activate.on-cloud-platform');
const conditionOf = (document) => (document.get(ON_PROFILE) ?? document.get(propertyKey('spring.profiles')))?.value;
function isActive(document, profiles) {
const condition = conditionOf(document);
const holds = (name) => name.startsWith('!') ? !profiles.includes(name.slice(1).trim()) : profiles.includes(name);
return (!document.has(ON_PLATFORM) &&
(condition === undefined ||
condition
.split(/[,|]/)
.some((all) => all.split('&').every((one) => holds(one.replace(/[()]/g, '').trim())))));
}
function activeProfiles({ names, otherwise }, get) {
const active = get(...names);
if (active && (active.value === undefined || active.value.includes('$')))
return undefined;
const seen = new Set();
const inGroup = (name) => isNew(name, seen) ? [name, ...listed(get(`spring.profiles.group.${name}`)).flatMap(inGroup)] : [];
const all = [...listed(get('spring.profiles.include')), ...listed(active)].flatMap(inGroup);
if (all.length > 0)
return all;
const [first = otherwise, ...more] = listed(get('spring.profiles.default'));
return [first, ...more];
}
function isNew(name, among) {
const isThere = among.has(name);
among.add(name);
return !isThere;
}
const listed = (setting) => setting?.value?.split(',').flatMap((one) => one.trim() || []) ?? [];
const MOST_STEPS = 50;
const LONGEST = 2000;
function resolver(sources, { profiles = [], machine = [] } = {}) {
const find = (key, among) => {
const keys = [...profiles.map((profile) => propertyKey(`%${profile}.${key}`)), key];
const source = among.findLast((one) => keys.some((each) => one.has(each)));
return keys.map((each) => source?.get(each)).find((one) => one !== undefined);
};
const resolved = (value, key) => {
let text = value;
for (let step = 0; step < MOST_STEPS && text.length < LONGEST; step++) {
const [whole, name = '', fallback] = /\$\{([^${}:]*)(?::([^${}]*))?\}/.exec(text) ?? [];
if (whole === undefined)
return text.includes('${') ? undefined : text;
const inner = propertyKey(name);
const filled = find(inner, inner === key ? machine : sources)?.value ?? fallback;
if (filled === undefined)
return undefined;
text = text.replace(whole, () => filled);
}
return undefined;
};
return (...names) => {
const key = names.map(propertyKey).find((one) => find(one, sources));
const found = key === undefined ? undefined : find(key, sources);
return found && key !== undefined ? { at: found.at, value: resolved(found.value, key) } : undefined;
};
}
;
const numberIn = (setting) => /^-?\d+$/.test(setting?.value ?? '') ? Number(setting?.value) : undefined;
const isOff = (setting) => /^(?:false|none)$/i.test(setting?.value ?? '');
const frameworks_pathOf = (parts) => {
const texts = parts.map((one) => (typeof one === 'string' || one === undefined ? (one ?? '') : one.value));
return texts.includes(undefined)
? undefined
: `/${texts
.flatMap((one) => one?.split('/') ?? [])
.filter((one) => one !== '')
.join('/')}`;
};
const INCLUDE = 'management.endpoints.web.exposure.include';
function springEndpoint(settings, { port: asked, others }) {
if (!settings.has(/^(?:spring|management)/))
return undefined;
const { get } = settings;
const serves = numberIn(get('server.port')) ?? 8080;
const own = get('management.server.port', 'management.port');
const port = own && numberIn(own) !== serves ? own : undefined;
const path = springPath(get, port !== undefined);
if (path === undefined)
return undefined;
const then = `then fill in port ${numberIn(port) ?? asked ?? serves} and the path ${path}, in a service of this app`;
const off = springOff(get, port);
if (off)
return { closed: `${placeText(off.at)} turns its endpoint off`, hint: `Turn it on, ${then}.` };
const exclude = get('management.endpoints.web.exposure.exclude');
if (hasIt(exclude)) {
const closed = `${placeText(exclude.at)} excludes its endpoint`;
return { closed, hint: `Remove it from \`management.endpoints.web.exposure.exclude\`, ${then}.` };
}
const include = get(INCLUDE);
if (include && (include.value === undefined || hasIt(include)))
return { path, port, serves, at: include.at };
return !include && settings.isPartial ? undefined : notExposed(include, { settings, others, then });
}
const springPath = (get, isApart) => frameworks_pathOf([
...(isApart
? [get('management.server.base-path', 'management.server.servlet.context-path')]
: [
get('server.servlet.context-path', 'server.context-path', 'spring.webflux.base-path'),
get('spring.mvc.servlet.path', 'server.servlet.path'),
]),
get('management.endpoints.web.base-path') ?? '/actuator',
get('management.endpoints.web.path-mapping.prometheus') ?? 'prometheus',
]);
const hasIt = (setting) => listed(setting).some((one) => /^(?:\*|prometheus)$/i.test(one));
function springOff(get, port) {
const address = port && get('management.server.address');
return ([
get('management.endpoint.prometheus.access', 'management.endpoint.prometheus.enabled') ??
get('management.endpoints.access.default', 'management.endpoints.enabled-by-default'),
get('management.endpoints.access.max-permitted'),
get('management.prometheus.metrics.export.enabled', 'management.metrics.export.prometheus.enabled') ??
get('management.defaults.metrics.export.enabled', 'management.metrics.export.defaults.enabled'),
].find(isOff) ??
(numberIn(port) === -1 ? port : undefined) ??
(/^(?:127\.|localhost$|::1$)/.test(address?.value ?? '') ? address : undefined));
}
function notExposed(include, { settings, others, then }) {
const elsewhere = others
.filter((file) => propertiesIn(file)?.some((document) => hasIt(document.get(propertyKey(INCLUDE)))))
.map(({ file }) => (0, posix_.basename)(file));
const [profile = '', ...more] = settings.profiles;
const active = profile === 'default'
? 'no active profile is set'
: `the active profile is ${(0, quote.T)([profile, ...more].join(','))}`;
const only = include
? `${placeText(include.at)} exposes only ${(0, quote.T)(include.value ?? '')}`
: 'no setting exposes its endpoint, and Spring Boot does not do so by default';
return {
closed: elsewhere.length > 0 ? `${only}: ${(0, lib_text.H$)(elsewhere)} exposes it, but ${active}` : only,
hint: `Add \`prometheus\` to \`${INCLUDE}\` in ${include?.at.file ?? 'the settings of the active profile'}, ${then}.`,
};
}
function quarkusEndpoint({ get, at }) {
const off = offIn(get, ['quarkus.micrometer.enabled', 'quarkus.micrometer.export.prometheus.enabled']);
if (off)
return off;
const isManaged = get('quarkus.management.enabled')?.value === 'true';
const under = (base, name, otherwise) => {
const setting = get(name) ?? { at, value: otherwise };
return setting.value?.startsWith('/') ? [setting] : [...base, setting];
};
const root = isManaged
? under([], 'quarkus.management.root-path', 'q')
: under([get('quarkus.http.root-path')], 'quarkus.http.non-application-root-path', 'q');
const path = frameworks_pathOf(under(root, PROMETHEUS_PATH, 'metrics'));
const port = isManaged ? (get('quarkus.management.port') ?? { at, value: '9000' }) : undefined;
const serves = numberIn(get('quarkus.http.port')) ?? 8080;
return path === undefined ? undefined : { path, port, serves, at: get(PROMETHEUS_PATH)?.at ?? at };
}
const PROMETHEUS_PATH = 'quarkus.micrometer.export.prometheus.path';
function micronautEndpoint({ get, at }) {
const off = offIn(get, [
'endpoints.prometheus.enabled',
'micronaut.metrics.enabled',
'micronaut.metrics.export.prometheus.enabled',
]);
if (off)
return off;
const base = get('endpoints.all.path');
const path = frameworks_pathOf([get('micronaut.server.context-path'), base, 'prometheus']);
const serves = numberIn(get('micronaut.server.port')) ?? 8080;
return path === undefined
? undefined
: { path, port: get('endpoints.all.port'), serves, at: base?.at ?? at };
}
function offIn(get, names) {
const off = names.map((name) => get(name)).find(isOff);
const hint = 'Turn it on, then fill in its port and path, in a service of this app.';
return off && { closed: `${placeText(off.at)} turns its endpoint off`, hint };
}
const FRAMEWORKS = {
'micrometer-registry-prometheus': {
rule: { names: ['spring.profiles.active', 'spring-boot.run.profiles'], otherwise: 'default' },
endpoint: springEndpoint,
},
'quarkus-micrometer-registry-prometheus': {
rule: { names: ['quarkus.profile'], otherwise: 'prod' },
endpoint: quarkusEndpoint,
},
'micronaut-micrometer-registry-prometheus': {
rule: { names: ['micronaut.environments'], otherwise: 'default' },
endpoint: micronautEndpoint,
},
};
;
const ARGUMENTS = String.raw `\(((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]{0,500}\)){0,500}\)){0,2000}\)){0,8000})\)`;
const RULE = new RegExp(String.raw `\b(requestMatchers|(?:ant|mvc|path)Matchers|any(?:Request|Exchange))\s{0,200}${ARGUMENTS}\s{0,400}\.\s{0,200}(\w{1,40})\s{0,20}(?:${ARGUMENTS})?|\bauthorize${ARGUMENTS}`, 'g');
const AUTHORIZES = /\bauthorize(?:(?:Http)?Requests|Exchange)\b/;
const CHAIN = /\bHttpSecurity\s{1,9}\w{1,40}\s{0,9}[,)]|\b\w{1,40}\s{0,9}:\s{0,9}(?:Server)?HttpSecurity\b/g;
const SCOPE = new RegExp(String.raw `(?:\bsecurityMatchers?|\bhttp\s{0,200}\.(?:ant|request)Matchers?)\s{0,9}${ARGUMENTS}`);
const IGNORED = new RegExp(String.raw `\bignoring\(\)\s{0,200}\.(?:request|ant|mvc)Matchers${ARGUMENTS}`, 'g');
const OPEN = /^(?:permitAll|anonymous)$/;
const REFUSING = /^(?:authenticated|fullyAuthenticated|rememberMe|denyAll|has[A-Z]\w*|access)$/;
const OTHER_CONDITION = /permitAll|\bfd\w\w:/;
function securityRule(path, sources) {
const files = sources
.filter(({ file, text }) => /\.(?:java|kt|scala|groovy)$/.test(file) && /Matchers?\(|\banyRequest\b|\banyExchange\b/.test(text))
.map(({ file, text }) => ({ file, text: withoutComments(text) }));
const covers = coverageOf(path, sources);
for (const { file, text } of files)
for (const { 1: matchers = '', index } of text.matchAll(IGNORED))
if (covers(matchers) !== false)
return { at: { file, line: (0, lib_text.mh)(text, index), column: 1 } };
const chains = files.flatMap((source) => chainsIn(source, covers));
const scoped = chains.filter(({ scope }) => scope !== 'all');
const asked = scoped.length > 0 ? scoped : chains;
if (asked.some(({ scope }) => scope === 'unknown'))
return undefined;
return asked.map(({ rule }) => rule).find((rule) => rule?.guard !== undefined) ?? asked[0]?.rule;
}
function chainsIn({ file, text }, covers) {
const starts = [0, ...[...text.matchAll(CHAIN)].map(({ index }) => index)];
return starts.flatMap((start, i) => {
const part = text.slice(start, starts[i + 1]);
const rules = part.search(AUTHORIZES);
const matchers = rules < 0 ? undefined : SCOPE.exec(part.slice(0, rules))?.[1];
const isAsked = matchers === undefined || covers(matchers);
if (isAsked === false)
return [];
const found = ruleIn(part, covers);
const at = found && { file, line: (0, lib_text.mh)(text, start + found.index), column: 1 };
const rule = at && { at, ...(found.guard !== undefined && { guard: found.guard }) };
if (!rule && matchers === undefined)
return [];
return [{ scope: matchers === undefined ? 'all' : isAsked ? 'path' : 'unknown', rule }];
});
}
function ruleIn(chain, covers) {
for (const found of chain.matchAll(RULE)) {
const { isAny, matchers, action, isOpen } = security_rules_partsOf(found);
if (!isOpen && !REFUSING.test(action))
continue;
const isAbout = isAny || covers(matchers);
if (isAbout === undefined && isOpen)
return undefined;
const index = found.index + found[0].lastIndexOf(action);
if (isAbout && isOpen)
return { index };
if (isAbout)
return { index, guard: isAny ? `anyRequest().${action}()` : action };
}
return undefined;
}
function security_rules_partsOf([, call = '', among = '', then = '', given = '', both]) {
const parts = both === undefined ? [among, then, given] : (IN_KOTLIN.exec(both)?.slice(1) ?? []);
const [matchers = '', action = '', condition = ''] = parts;
const isAny = /^\s*any(?:Request|Exchange)\b/.test(both === undefined ? call : matchers);
const isOpen = OPEN.test(action) || (REFUSING.test(action) && OTHER_CONDITION.test(condition));
return { isAny, matchers, action, isOpen };
}
const IN_KOTLIN = /^([\s\S]*),\s*(\w{1,40})\s*(\([\s\S]*\))?\s*$/;
const TEXT = /"((?:[^"\\\n]|\\.){0,300})"/g;
const METHOD = /\b(?:HttpMethod\s{0,9}\.\s{0,9})?(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)\b/g;
const security_rules_PLAIN = /\b(?:EndpointRequest|to(?:Links)?|PathRequest|toStaticResources|atCommonLocations|toH2Console|new|class|\w{0,40}RequestMatcher|PathPatternRequestMatcher|pattern|matcher|withDefaults|to(?:Typed)?Array|excluding|(?:request|ant|path|mvc)Matchers?|\w{1,20}Endpoint)\b|\b[a-z]\w{0,20}\s{0,9}(?:->|(?=\.\s{0,200}(?:request|ant|path|mvc)Matchers))/g;
function coverageOf(path, sources) {
const below = [...path.matchAll(/\//g)].map(({ index }) => path.slice(index));
const isAbout = (pattern) => {
const expected = patternOf(pattern);
return (/^\/?[*{]/.test(pattern) ? [path] : below).some((one) => expected.test(one));
};
return (matchers) => {
const methods = [...matchers.matchAll(METHOD)].map(([, method]) => method);
if (methods.length > 0 && !methods.includes('GET'))
return false;
const texts = [...matchers.matchAll(TEXT)].map(([, text = '']) => text);
const code = matchers.replace(TEXT, '').replace(METHOD, '');
const isPrometheus = /\bPrometheusScrapeEndpoint\b/.test(code) || texts.includes('prometheus');
if (/\btoAnyEndpoint\b/.test(code))
return !isPrometheus;
const named = (code.replace(security_rules_PLAIN, ' ').match(/[A-Za-z_]\w*(?!\w*\s*\.\s*[A-Z])/g) ?? []).map((name) => constantOf(name, sources));
if (isPrometheus || [...texts, ...named.flatMap((one) => one ?? [])].some(isAbout))
return true;
const isKnown = matchers.trim() !== '' && !code.includes('+') && !texts.some((text) => text.includes('$'));
return isKnown && !named.includes(undefined) ? false : undefined;
};
}
function patternOf(pattern) {
const parts = pattern
.replace(/^(?!\/)/, '/')
.replace(/\/\*\*$/, '**')
.split(/(\*\*|\*|\{[^{}]{0,100}\})/);
const inRegExp = (one) => one === '**' ? '.*' : /^(?:\*|\{.*)$/.test(one) ? '[^/]*' : one.replace(/[^\w/-]/g, '\\$&');
return new RegExp(`^${parts.map(inRegExp).join('')}$`);
}
function constantOf(name, sources) {
const list = new RegExp(String.raw `\b${name}\b[^=;\n]{0,80}=\s{0,80}(?:new\s+)?[\w.<>[\]]{0,40}\s{0,80}[({[]?\s{0,80}((?:"[^"\n]{0,200}"[\s,]{0,80}){1,100})`);
for (const { text } of sources) {
const found = text.includes(name) ? list.exec(withoutComments(text))?.[1] : undefined;
if (found !== undefined)
return [...found.matchAll(TEXT)].map(([, one = '']) => one);
}
return undefined;
}
const withoutComments = (text) => text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (whole, quoted) => quoted ?? whole.replace(/[^\n]/g, ' '));
;
function configuredLibrary(library, app, program) {
const framework = FRAMEWORKS[library.name];
const own = framework && resourcesOf(app, program);
if (!own)
return undefined;
const { code, evidence } = program;
const { textOf, codePaths } = evidence;
const inFolder = (folder) => (0, posix_.join)(folder, RESOURCES);
const modules = evidence.packages.filter((one) => code.folders.some((folder) => isBelow(one.folder, folder)));
const resources = [own, ...code.shared.map(inFolder)];
const importable = [...resources, ...modules.map(({ folder }) => inFolder(folder))];
const settings = jvmSettings(app, framework.rule, { resources, importable, textOf });
const found = settings &&
framework.endpoint(settings, {
port: app.facts.ports[0],
others: codePaths
.filter((path) => path.startsWith(`${own}/`) && (0, posix_.basename)(path).startsWith('application-'))
.map((file) => ({ file, text: textOf(file) ?? '' })),
});
if (!found)
return undefined;
return 'closed' in found
? { library: { ...library, port: 'app', path: undefined, closed: found } }
: { library: asConfigured(library, found), hints: hintsFor(found) };
}
const RESOURCES = 'src/main/resources';
function resourcesOf({ facts }, { code, files, evidence }) {
const modules = new Set(evidence.codePaths.flatMap((path) => {
const module = /^(.*?)src\/main\/resources\/(?:config\/)?application[\w-]*\.\w+$/.exec(path)?.[1];
return module !== undefined && code.folders.some((folder) => isBelow(path, folder)) ? [module] : [];
}));
const build = facts.build?.content.stages.flatMap(({ instructions }) => instructions.map(({ text }) => text));
const isStarting = (module) => files.some(({ file, text }) => file.startsWith(`${module}src/main/`) && endpoint_STARTS.test(text));
const isNamed = (module) => build?.some((text) => text.includes((0, posix_.basename)(module)));
const narrowed = [isStarting, isNamed].reduce((left, test) => (left.length > 1 ? left.filter(test) : left), [...modules]);
const [only, ...more] = narrowed;
return only !== undefined && more.length === 0 ? `${only}${RESOURCES}` : undefined;
}
const endpoint_STARTS = /@SpringBootApplication\b|\bSpringApplication(?:Builder)?\b|\brunApplication\s*<|\bMicronaut\.|\bQuarkus\./;
function asConfigured(library, { path, port }) {
const { isShared: _, ...one } = library;
return { ...one, path, ...(port && { port: numberIn(port) ?? 0 }) };
}
function hintsFor({ path, at, port, serves }) {
const route = { path, isServed: true, isRoute: true };
if (!port)
return [{ ...route, at, serves }];
const number = numberIn(port) || undefined;
return number === undefined
? [{ ...route, at: port.at, listens: true }]
: [
{ ...route, at },
{ at: port.at, port: number },
];
}
function withSettings(scanned, { configured, library, files, }) {
const { hints } = scanned;
const published = hints.filter(({ isServed, listens }) => isServed || listens);
return {
...scanned,
hints: configured?.map((one) => guarded(one, hints, files)) ?? (library?.closed ? published : hints),
};
}
function guarded(route, hints, files) {
const { path } = route;
const known = path === undefined ? undefined : securityRule(path, files);
if (known)
return known.guard === undefined ? route : { ...route, at: known.at, guard: known.guard };
const rule = preferred(hints.filter((one) => one.path !== undefined && path?.endsWith(one.path)));
return rule?.guard === undefined ? route : { ...route, at: rule.at, guard: rule.guard };
}
;
const SETTING = /\bmetrics[-_.]?(?:addr(?:ess)?|listen(?:[-_]addr(?:ess)?)?|bind(?:[-_]addr(?:ess)?)?|port)["']?[ \t]*[:=][ \t]*["']?(?:https?:\/\/)?(?:0\.0\.0\.0|\[::\]|\*)?:?(\d{4,5})\b/i;
const SETTINGS_FILE = /\.(?:json|ya?ml|toml|properties|conf|cfg|ini|hcl)$/;
function programEndpoints(app, evidence) {
const { build } = app.facts;
if (!build)
return [];
const context = contextOf(app, evidence) ?? external_node_path_.posix.dirname(build.file);
const paths = build.copied.filter((path) => SETTINGS_FILE.test(path));
for (const file of paths.map((path) => external_node_path_.posix.join(context, path))) {
const text = evidence.textOf(file) ?? '';
const found = SETTING.exec(text);
if (!found)
continue;
const at = { file, line: (0, lib_text.mh)(text, found.index), column: 1 };
return [{ port: Number(found[1]), path: '/metrics', at, why: `${placeText(at)} has the port` }];
}
return [];
}
;
const IS_PORT = /(?:^|_)(?:PORT|ADDR|ADDRESS|BIND|LISTEN)$/;
const numberOf = (value) => Number(/(?:^|:)(\d{2,5})$/.exec(value)?.[1]);
function appPort(port, app, files) {
const started = startedPort(app.facts);
const at = { file: app.facts.file, line: 1, column: 1 };
if (started !== undefined)
return started === port ? { by: 'its command', at } : undefined;
const isRead = (key) => files.some(({ text }) => new RegExp(`(?<!\\w)${key}(?!\\w)`).test(text));
const set = [...machineVariables(app)].filter(([key]) => IS_PORT.test(key) && isRead(key));
const found = set.find(([, { value }]) => numberOf(value) === port);
if (set.some(([, { value }]) => app.facts.ports.includes(numberOf(value))))
return undefined;
return found
? { by: found[0], at: found[1].at }
: defaultOf(port, set.map(([key]) => key), files);
}
function defaultOf(port, set, files) {
const pattern = new RegExp(`(?<![A-Z\\d_])((?:[A-Z]{1,20}_){0,3}PORT)\\b(?=[^\\n]{0,80}(?<![\\d.])${port}(?!\\d))`);
return files
.flatMap(({ file, text }) => text.includes(String(port))
? text.split('\n').flatMap((line, i) => {
const key = line.length < 500 && !/^\s*(?:\/\/|#(?!\[)|\*)/.test(line) ? pattern.exec(line)?.[1] : undefined;
return key === undefined ? [] : [{ by: key, at: { file, line: i + 1, column: 1 } }];
})
: [])
.find(({ by }) => !set.includes(by));
}
;
const nginx_TOKEN = /#[^\n]*|"[^"]*"|'[^']*'|[;{}\n]|(?:\$\{\w+\}|[^\s;{}"'])+/g;
function readNginx(text) {
const root = [];
const open = [root];
let words = [];
let line = 1;
for (const [token] of text.matchAll(nginx_TOKEN)) {
if (token === '\n')
line++;
else if (token === '}')
open.splice(Math.max(1, open.length - 1));
else if (token === ';' || token === '{') {
const block = [];
const [name = '', ...args] = words;
open.at(-1)?.push({ name, args, line, block });
if (token === '{')
open.push(block);
words = [];
}
else if (!token.startsWith('#'))
words.push(token.replace(/^(["'])(.*)\1$/s, '$2'));
}
return root;
}
const nginxDirectives = (block, name) => block.flatMap((one) => [...(one.name === name ? [one] : []), ...nginxDirectives(one.block, name)]);
;
const IS_NGINX = /(?:^|[\s/])(?:nginx(?:-unprivileged)?|openresty)(?![\w./-])/;
function nginxListeners(facts, textOf) {
const all = nginxConfigurations(facts, textOf).flatMap(({ file, text }) => nginxDirectives(readNginx(text), 'listen').map(({ args: [address = ''], line }) => ({
file,
line,
address,
})));
return all.flatMap(({ file, line, address }) => {
const [, port] = /^(?:(?:\*|0\.0\.0\.0):)?(\d{2,5})$/.exec(address) ?? [];
if (port === undefined || all.some((one) => one.address.endsWith(`]:${port}`)))
return [];
return {
at: { file, line, column: 1 },
why: `nginx listens on 0.0.0.0:${port} for \`listen ${port}\``,
hint: `Add \`listen [::]:${port};\` next to it.`,
port: Number(port),
names: new Set(),
};
});
}
function nginxConfigurations(facts, textOf) {
const { build } = facts;
if (!build)
return [];
const { file, copied, content } = build;
const run = (0, dockerfile.kX)(content).filter(({ name }) => name === 'RUN');
if (![content.from, mainCommand(facts), ...run.map(({ text }) => text)].some((text) => IS_NGINX.test(text)))
return [];
return [...new Set([...copied, ...run.flatMap(({ words }) => words)])]
.filter((path) => /\.(?:conf|template)$|nginx/.test(path))
.flatMap((path) => {
const paths = [external_node_path_.posix.join(external_node_path_.posix.dirname(file), path), external_node_path_.posix.normalize(path)];
const found = paths.find((one) => textOf(one) !== undefined);
return found === undefined ? [] : [{ file: found, text: textOf(found) ?? '' }];
});
}
var promql_patterns = __webpack_require__(10068);
;
const PASSES = /^(?:proxy|uwsgi|fastcgi|scgi|grpc)_pass$/;
const nginx_locations_OPEN = /^(?:include|error_page|\w+_by_lua\w*|js_content)$/;
const PARAMETERS = /mime\.types$|_params$|\b(?:ssl|gzip|proxy|headers?)\b[^/]*$/;
const nginx_locations_MOST_STEPS = 4;
function nginxAnswer(path, server, { place = path, steps = nginx_locations_MOST_STEPS } = {}) {
const location = locationFor(place, server);
const { line } = location ?? server;
if (server.block.some(({ name }) => name === 'return'))
return { line: server.line, isPassed: false };
if (steps === 0)
return { line, isPassed: false };
if (!location || isGuarded([...server.block, ...location.block]))
return { line, isPassed: undefined };
const next = (other) => nginxAnswer(path, server, { place: other, steps: steps - 1 }).isPassed;
const isPassed = passes(location, next);
const isOther = server.block.some(({ name, args }) => name === 'include' && !PARAMETERS.test(args[0] ?? ''));
return { line, isPassed: isPassed === false && isOther ? undefined : isPassed };
}
const isGuarded = (block) => block.some(({ name, args }) => /^auth_(?:basic|request)$/.test(name) && args[0] !== 'off');
function locationFor(place, server) {
const all = server.block.flatMap((one) => (one.name === 'location' ? { one, ...chooserOf(one) } : []));
const exact = all.find(({ kind, text }) => kind === '=' && text === place);
const prefix = all
.filter(({ kind, text }) => /^(?:\^~)?$/.test(kind) && place.startsWith(text))
.toSorted((a, b) => b.text.length - a.text.length)[0];
const patterns = prefix?.kind === '^~' ? [] : all.filter(({ kind }) => kind.startsWith('~'));
const pattern = patterns
.map(({ one, kind, text }) => ({ one, value: `${kind === '~*' ? '(?i)' : ''}.*(?:${text}).*` }))
.find(({ value }) => (0, promql_patterns.r)(value) !== undefined || (0, promql_patterns.c)({ op: '=~', value }, place));
if (exact)
return exact.one;
if (pattern)
return (0, promql_patterns.r)(pattern.value) === undefined ? pattern.one : undefined;
return prefix?.one ?? { ...server, block: server.block.filter(({ name }) => name !== 'location') };
}
function chooserOf({ args }) {
const [, kind = '', text = ''] = /^(=|~\*?|\^~)?(.*)$/s.exec(args.join('')) ?? [];
return { kind, text };
}
function passes(location, next) {
const { block } = location;
const of = (name) => block.find((one) => one.name === name);
if (of('return') || of('stub_status') || of('internal') || refusesFly(block))
return false;
if (of('rewrite') || of('location'))
return undefined;
const pass = block.find(({ name }) => PASSES.test(name));
if (pass)
return pass.name === 'proxy_pass' ? keepsPath(pass, location) : true;
const last = of('try_files')?.args.at(-1);
if (last === undefined)
return block.some(({ name }) => nginx_locations_OPEN.test(name)) ? undefined : false;
const [place = ''] = last.split('?');
if (place.startsWith('='))
return false;
if (place.includes('$'))
return undefined;
const found = next(place);
return place.startsWith('@') || place.endsWith('.php') ? found : found && false;
}
const refusesFly = (block) => block.some(({ name, args }) => name === 'deny' && args[0] === 'all') &&
!block.some(({ name, args }) => name === 'allow' && /:|^all$/.test(args[0] ?? ''));
function keepsPath({ args: [url = ''] }, location) {
const other = /^https?:\/\/(?:unix:[^:]*:?|[^/]*)(\/.*)?$/.exec(url)?.[1];
return other === undefined || other === location.args.at(-1) ? true : undefined;
}
;
function refusalNotes({ path, refusal, condition }, env) {
if (!refusal || (condition && condition.name === refusal.setting?.name))
return [];
const { at, isGuard, setting } = refusal;
const set = setting && env.find(({ key }) => plain(key) === plain(setting.name));
if (setting && isAnswering(setting, set?.value))
return [];
const value = set ? `, which is ${(0, quote.T)(set.value)} for its machines` : defaultText(setting);
const depends = setting ? `, depending on ${(0, quote.T)(setting.name)}${value}` : '';
const name = setting ? (0, quote.T)(setting.name) : '';
if (!isGuard)
return [
initNote(at.file, at, `${path} answers with 404 here${depends}.`, `Set ${name} for the machines of the app so that it answers, or publish the metrics on a port that only the private network reaches.`),
];
const isKnown = setting?.holdsWhen !== undefined && (set ?? setting.otherwise) !== undefined;
const change = setting && (set ?? setting.otherwise)
? `, or set ${name} for the machines of the app so that it answers without them`
: '';
return [
initNote(at.file, at, `${path} asks for credentials here${depends}: a scrape without them ${isKnown ? 'is' : 'may be'} refused.`, `Publish the metrics without it on a port that only the private network reaches, or give the service \`authorization\` or \`basic_auth\`${change}.`),
];
}
function defaultText(setting) {
const { otherwise } = setting ?? {};
return otherwise ? ` (${(0, quote.T)(otherwise.value)} by default, ${placeText(otherwise.at)})` : '';
}
function isAnswering({ holdsWhen, otherwise, isPresence }, set) {
if (isPresence)
return set !== undefined && set !== '';
const value = (set ?? otherwise?.value ?? '').toLowerCase();
const isOn = /^(?:true|1|yes|on)$/.test(value);
const isKnown = isOn || /^(?:false|0|no|off)$/.test(value);
return holdsWhen !== undefined && isKnown && isOn !== holdsWhen;
}
const plain = (name) => name.replaceAll('_', '').toUpperCase();
;
const DEFAULTS = [
/\bSetDefault\(\s*"(?<key>[\w.]{1,80})",\s*(?<value>true|false)\b/g,
/\bbool\s{1,20}`[^`\n]{0,80}?\benv(?:config)?:"(?<variable>\w{1,80})[^`\n]{0,80}?(?:\b(?:envDefault|default|env-default):"(?<value>\w{1,9})"[^`\n]{0,80})?`/g,
/\benv\s?=\s?"(?<variable>\w{1,80})"(?:[^\]\n]{0,80}?\bdefault_value(?:_t)?\s?=\s?"?(?<value>true|false))?[^\]\n]{0,80}\]\s{1,40}(?:pub\s)?\w{1,80}: bool\b/g,
/\b(?:process\.env\.|(?:env::var|[gG]etenv|get_env|environ\.get|ENV\.fetch)\(["'])(?<variable>\w{1,80})["']?\)?(?:[^\n;]{0,80}?(?:,|\|\||\?\?|unwrap_or\()\s?["']?(?<value>true|false)\b|(?:\?\.toLowerCase\(\))?\s?[!=]==?\s?["'](?:true|1|yes|on)["'])/gi,
/!\w{0,20}(?:false|off)\w{0,20}\((?:process\.env\.|(?:[\w.]{0,20}getenv|env::var|environ\.get)\(["'])(?<variable>\w{1,80})(?<on>)/gi,
/\b(?<group>metrics|prometheus)["']?\]?\s?[:=]?\s?\{?\s{0,40}(?:[\w"'.-]{1,40}\s?[:=][^\n]{0,80}\n\s{0,40}){0,3}?["']?enabled["']?\s?[:=]\s?["']?(?<value>true|false)\b/gi,
/^[ \t]{0,20}(?<key>\w{1,80})(?::\s?bool)?\s?[:=]\s?(?:Field\((?:default\s?=\s?)?|(?:[^\n=]|\n[ \t]{1,40}(?=\.)){0,80}\.default\()?["']?(?<value>true|false)\b/gim,
];
function switchNamed(name, files) {
const found = files.flatMap(defaultsIn).filter(({ key }) => isSameSwitch(name, key));
const [first] = found;
const variable = found.map((one) => variableOf(one, files)).find((one) => one !== undefined);
return {
name,
...(first && found.every(({ value }) => value === first.value) && { otherwise: first }),
...(variable !== undefined && { variable }),
};
}
function variableOf({ key, variable, at: { file } }, files) {
if (variable !== undefined || /^[A-Z_\d]+$/.test(key))
return variable ?? key;
const makes = key.includes('.') ? /\.SetEnvKeyReplacer\(/ : /\.AutomaticEnv\(|\(BaseSettings\)/;
const near = file.endsWith('.py') ? files.filter((one) => one.file === file) : files;
if (!near.some(({ text }) => makes.test(text)))
return undefined;
const prefixes = near.flatMap(({ text }) => PREFIX.exec(text)?.[1] ?? []);
return [...prefixes.slice(0, 1), key.replaceAll('.', '_').toUpperCase()].join('_');
}
const PREFIX = /\b(?:SetEnvPrefix\(|env_prefix\s?=\s?)["'](\w{1,40}?)_?["']/;
function overruled({ otherwise, ...found }, settings) {
const isOverruled = [...settings]
.flatMap(defaultsIn)
.some(({ key, value }) => isSameSwitch(found.name, key) && value !== otherwise?.value);
return otherwise && !isOverruled ? { ...found, otherwise } : found;
}
const OF_ALL = /^(?:[A-Z]{1,10}_)?(?:(?:METRICS|PROMETHEUS)_?ENABLED?|(?:ENABLE|EXPOSE)_?(?:METRICS|PROMETHEUS))$/;
function theSwitch(files) {
const keys = files.flatMap(defaultsIn).map(({ key }) => key);
const [only, ...more] = keys.filter((key) => OF_ALL.test(key.replaceAll('.', '_').toUpperCase()));
return only !== undefined && more.every((one) => isSameSwitch(only, one))
? switchNamed(only, files)
: undefined;
}
function defaultsIn({ file, text }) {
if (!/metric|prom/i.test(text))
return [];
return DEFAULTS.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(({ index, groups }) => {
const { group, key = group && `${group}.enabled`, variable, on, value = on === undefined ? 'false' : 'true', } = groups ?? {};
const name = key ?? variable ?? '';
const isSwitch = /enable|disable|expose/i.test(name) && /metric|prom|telemetry|observab/i.test(name);
const at = { file, line: (0, lib_text.mh)(text, index), column: 1 };
return isSwitch ? { key: name, value: value.toLowerCase(), variable, at } : [];
}));
}
const switch_defaults_plain = (name) => name.replace(/[._]/g, '').toUpperCase();
const isSameSwitch = (name, other) => switch_defaults_plain(other).endsWith(switch_defaults_plain(/(?:enable|disable|expose|metric|prom|telemetry|observab)[\w.]*$/i.exec(name)?.[0] ?? name));
;
const looseRoute = ({ at, path }) => `${placeText(at)} has ${path} on a router, and what mounts that was not found`;
function publishedNotes(published, { path, hints, chosen }) {
const found = published ?? hints.find(({ condition, port }) => condition && port === undefined);
if (!found)
return [];
const one = { ...found, path };
return [
...refusalNotes(one, variablesOf(chosen)),
...(one.guard === undefined ? [] : [guardNote(one, one.guard)]),
...(one.around ? [aroundNote(one, one.around)] : []),
...switchNotes(one, chosen),
...otherRoutes(one, hints, chosen.app),
];
}
const variablesOf = (app) => [...machineVariables(app)].map(([key, { value }]) => ({ key, value }));
function switchNotes({ at, path, condition }, app) {
if (!at || !condition)
return [];
const { name, otherwise, variable } = condition;
const set = variablesOf(app).find(({ key }) => isSameSwitch(name, key));
const value = set?.value ?? otherwise?.value;
const isOn = value !== undefined && !/^(?:false|0|no|off)?$/i.test(value);
const isReversed = /disable/i.test(name);
if (value !== undefined && isOn !== isReversed)
return [];
if (value === undefined)
return [
initNote(at.file, at, `${path} depends on ${(0, quote.T)(name)} here: without that setting it may not answer.`, 'Set it for the machines of the app, in `[env]` or as a secret, where it has no default that turns the metrics on.'),
];
const why = set
? 'for the machines of'
: `by default (${placeText(otherwise?.at ?? at)}), and nothing here sets it for`;
return [
initNote(at.file, at, `${path} depends on ${(0, quote.T)(name)} here, which is ${(0, quote.T)(value)} ${why} ${app.app}: it does not answer.`, `Set ${variable ?? set?.key ?? 'it'} to "${isReversed ? 'false' : 'true'}" in \`[env]\`, if no secret of the app does so.`),
];
}
const portNotes = ({ port }, facts) => facts.ports.length === 0 || facts.ports.includes(port) || startedPort(facts) !== port
? []
: [
initNote(facts.file, { line: 1, column: 1 }, `The port of its service is ${facts.ports[0]}, but its command starts the server on port ${port}. The draft has ${port}.`, "Give both the same port: Fly's proxy reaches nothing on another one."),
];
const sharedNote = ({ at, path, port }, { app }) => initNote(at.file, at, `${path} is in a package that ${app} shares with other programs: it is taken to answer on port ${port} of this app.`, 'Correct the port, or remove the service, if this app serves it elsewhere or not at all.');
function notLoadedNotes({ at, path }, { app, facts }, otherEntry) {
const entry = otherEntry(at.file);
if (entry === undefined)
return [];
const command = mainCommand(facts).trim();
const whose = entry === at.file ? 'has an app of its own' : `${entry} loads`;
const message = `${path} is in this file, which ${whose}, and which what ${app} starts (${command}) was not seen to load.`;
const hint = `If ${app} is to run ${entry}, give it that command in [processes] of ${facts.file}; else remove the service.`;
return [initNote(at.file, at, message, hint)];
}
const absentNote = ({ app, facts: { file } }, modules) => initNote(file, { line: 1, column: 1 }, `${app} starts ${modules}, which is not in this repository, so it is not known whether and where it publishes metrics.`, 'Correct the command; or fill in the port and the path, in a service of this app.');
const aroundNote = ({ at, path }, { name, file, line, isHost }) => isHost
? initNote(file, { line, column: 1 }, `${(0, quote.T)(name)} refuses requests for hosts that are not in its list: of ${path} (${placeText(at)}) as well, as far as the code says it. Prometheus asks each machine by its address, such as \`[fdaa::3]:8080\`.`, `Let it pass ${path} for any host, or publish the metrics on a port that only the private network reaches.`)
: initNote(file, { line, column: 1 }, `${(0, quote.T)(name)} is in front of ${path} (${placeText(at)}), and refuses requests without credentials, as far as the code says it.`, `Let it pass ${path}, or publish the metrics on a port that only the private network reaches; or give the service \`authorization\` or \`basic_auth\`.`);
const guardNote = ({ at, path }, guard) => initNote(at.file, at, `${path} has ${(0, quote.T)(guard)} in front of it: a scrape without credentials may be refused.`, 'Publish the metrics without it on a port that only the private network reaches, or give the service `authorization` or `basic_auth`.');
function otherRoutes(route, hints, app) {
const others = hints.filter(({ path, answer, isLoose, isRoute }) => isRoute && !isLoose && path !== route.path && answer !== undefined && answer !== route.answer);
const [first] = others;
if (!first)
return [];
const names = [...new Set(others.map(({ at, path }) => `${path} (${placeText(at)})`))];
const [answer, they] = names.length === 1 ? ['answers', 'it has'] : ['answer', 'they have'];
const message = `${(0, lib_text.H$)(names)} ${answer} with metrics of ${app} as well. The draft has only ${route.path}.`;
const hint = `If ${they} metrics that ${route.path} has not, let that route answer with all of them: a port is scraped on one path.`;
return [initNote(first.at.file, first.at, message, hint)];
}
;
function behindNginx(endpoint, app, textOf) {
const front = frontOf(app, textOf);
if (!front || (endpoint.port !== front.port && endpoint.port !== front.behind))
return { endpoint, notes: front ? [] : portNotes(endpoint, app.facts) };
const { isPassed, line } = nginxAnswer(endpoint.path, front.server);
if (isPassed)
return { endpoint: { ...endpoint, port: front.port }, notes: [] };
const port = isPassed === false ? (front.behind ?? endpoint.port) : endpoint.port;
const note = frontNote({ ...endpoint, port }, front, { app: app.app, isCertain: isPassed === false });
return {
endpoint: { ...endpoint, port, ...(port !== front.port && { why: `${endpoint.why}, behind nginx` }) },
notes: [initNote(front.file, { line, column: 1 }, ...note)],
};
}
function frontNote({ path, port }, front, { app, isCertain }) {
const does = isCertain
? `does not pass ${path} on here`
: `may not pass ${path} on: its configuration does not say it for certain`;
const other = port === front.port
? 'correct the port'
: `let the server on port ${port} listen on \`::\`, since the private network is IPv6, and answer requests without the name of the site`;
return [
`nginx answers on port ${front.port} of ${app} and ${does}. The draft has port ${port}.`,
`${isCertain ? 'Add' : `Ask a machine for ${path} on that port. If that has no metrics, add`} \`location = ${path}\` with a \`proxy_pass\` and set the port to ${front.port}, or ${other}.`,
];
}
function frontOf(app, textOf) {
const [port] = app.facts.ports;
const variables = machineVariables(app);
const files = nginxConfigurations(app.facts, textOf).map(({ file, text }) => ({
file,
root: readNginx((0, dockerfile.sO)(text, (name) => variables.get(name)?.value)),
}));
const here = files
.flatMap(({ file, root }) => nginxDirectives(root, 'server').map((server) => ({ file, server })))
.filter(({ server }) => listensOn(server, port));
const found = here.find(({ server }) => listensOn(server, port, 'default_server')) ?? here[0];
if (port === undefined || !found)
return undefined;
const upstreams = files.flatMap(({ root }) => nginxDirectives(root, 'upstream'));
const passed = [
...nginxDirectives(found.server.block, 'proxy_pass'),
...nginxDirectives(upstreams, 'server'),
];
const [behind, ...more] = new Set(passed.flatMap(({ args }) => LOCAL.exec(args[0] ?? '')?.[1] ?? []));
return { ...found, port, behind: more.length === 0 && behind ? Number(behind) : undefined };
}
const LOCAL = /^(?:http:\/\/)?(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1?\]):(\d+)/;
const listensOn = ({ block }, port, word = '') => nginxDirectives(block, 'listen').some(({ args }) => args[0]?.replace(/^.*:/, '') === String(port) && (word === '' || args.includes(word)));
;
const indentOf = (line) => line.length - line.trimStart().length;
function ancestorPlaces(lines, at) {
const found = [];
let indent = indentOf(lines[at] ?? '');
for (let i = at - 1; i >= 0 && indent > 0; i--) {
const line = lines[i] ?? '';
if (line.trim() === '' || indentOf(line) >= indent)
continue;
indent = indentOf(line);
found.push(i);
}
return found;
}
const MOST_LINES = 40;
function bodyOf(lines, at, most = MOST_LINES) {
const first = lines[at] ?? '';
const indent = indentOf(first);
const isDecorator = /^\s*(?:@|#\[|\[)/.test(first);
const isWhole = first.split(/[({]/).length === first.split(/[)}]/).length && !/\bdo\b|(?:=>|:)\s*$/.test(first);
if (isWhole && !isDecorator)
return { signature: [first], body: [] };
const body = [];
let isInside = !isDecorator;
for (const line of lines.slice(at + 1, at + most)) {
const isOut = line.trim() !== '' && indentOf(line) <= indent;
if (isOut && isInside && !/^\s*[)\]}]\s*(?:->|:|,|=>|\)|\{)/.test(line))
break;
if (isOut && !/^\s*(?:@|#\[|\[|\))/.test(line))
isInside = true;
body.push(line);
}
return { signature: [first], body };
}
function definitionIn(files, near) {
return (name) => {
const pattern = new RegExp(`\\b(?:function\\s*\\*?|def|fn|fun|sub)\\s+${name}\\b|\\bfunc\\s+(?:\\([^)\\n]{0,80}\\)\\s*)?${name}\\(|\\b${name}\\b\\s*(?::[^=\\n]{1,80})?:?=(?![=>])|^[ \\t]*(?:(?:public|private|static|async|export)\\s+)*${name}\\s*\\([^)\\n]{0,200}\\)[^;{\\n]{0,100}\\{`, 'm');
const having = files.filter(({ text }) => text.includes(name) && pattern.test(text));
const own = having.find(({ file }) => file === near);
const found = own ?? (having.length === 1 ? having[0] : undefined);
if (!found)
return undefined;
const start = (0, lib_text.mh)(found.text, pattern.exec(found.text)?.index ?? 0) - 1;
const lines = found.text.split('\n');
const text = [lines[start] ?? '', ...bodyOf(lines, start).body].join('\n');
return { file: found.file, line: start + 1, text };
};
}
;
const BY_NAME = /^(?:main|__init__|start|run|init|ready|default|handler|handle|fetch|loader|action|app|application|create_app|setup|startup|lifespan|register|Command|GET|POST|when_ready|on_starting|post_fork|post_worker_init|child_exit)$/;
const dead_code_NAMES = [
[/\.py$/, /^(?:async\s+)?(?:def|class)\s+(\w+)(?!.*\b(?:AppConfig|BaseCommand)\b)/],
[
/\.[cm]?[jt]sx?$/,
/^(?:export\s+)?(?:(?:async\s+)?function\s*\*?\s*(\w+)|(?:const|let|var)\s+(\w+)\s*(?::[^=\n]{1,100})?=\s*(?:async\s*)?(?:\(|function\b|\w+\s*=>))/,
],
[
/\.go$/,
/^func\s+(?:\([^)\n]{1,80}\)\s+(?=\w+\([^)\n]{0,200}\b(?:\w*Router|ServeMux|Engine|Echo|Mux|\w*Group)\b))?(\w+)\(/,
],
];
const dead_code_MOST_STEPS = 3;
const MOST_USES = 8;
function isDead(at, files, { starts, steps = dead_code_MOST_STEPS } = {}) {
const uses = usesAround(at, files);
if (!uses || !starts || steps === 0 || uses.length > MOST_USES)
return uses?.length === 0;
return uses.every((use) => !starts.includes(use.file) && isDead(use, files, { starts, steps: steps - 1 }));
}
function usesAround({ file, line }, files) {
const lines = files.find((one) => one.file === file)?.text.split('\n') ?? [];
const top = opening(lines, ancestorPlaces(lines, line - 1).at(-1) ?? -1);
const [, ...found] = dead_code_NAMES.find(([language]) => language.test(file))?.[1].exec(lines[top] ?? '') ?? [];
const name = found.find((one) => one !== undefined);
const isDecorated = lines[opening(lines, top - 1)]?.startsWith('@') === true;
if (name === undefined || BY_NAME.test(name) || isDecorated)
return undefined;
return files.flatMap((one) => (one.text.includes(name) ? usesIn(one, name, one.file === file) : []));
}
function isRunBy(at, found, { files, starts }) {
const isIn = ({ file }) => found?.has(file) === true;
return isIn(at) && !isDead(at, files.filter(isIn), { starts });
}
function opening(lines, at) {
let first = at;
if (/^[)\]}]/.test(lines[at] ?? ''))
while (first > 0 && !/^[^\s)\]}]/.test(lines[first] ?? ''))
first--;
return first;
}
const codeOf = (text) => text.includes('"""') || text.includes("'''")
? text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, (all) => all.replace(/[^\n]/g, ''))
: text;
const NO_USE = /^\s*(?:from\s|import\s|export\s+[{*]|\/\/|#|\*|\w+,?\s*$|["']\w+["'],?\s*$)|\b(?:def|class|func(?:\s*\([^)\n]{0,80}\))?|function\s*\*?)\s+NAME\b|\b(?:const|let|var)\s+NAME\b|__all__|module\.exports\s*=\s*\{/;
const RENAMED = /\bNAME\s+as\s|\bexport\s+default\s/;
const OWN = /^(?:export\s+)?(?:async\s+)?(?:def|class|func|function\s*\*?)\s+NAME\b/m;
function usesIn({ file, text }, name, isDefined) {
const hasOwn = !isDefined && new RegExp(OWN.source.replace('NAME', name), 'm').test(text);
const [word, noUse, renamed] = [hasOwn ? '\\.NAME\\b' : '\\bNAME\\b', NO_USE.source, RENAMED.source].map((source) => new RegExp(source.replaceAll('NAME', name)));
return codeOf(text)
.split('\n')
.flatMap((line, i) => line.includes(name) && word?.test(line) && (renamed?.test(line) || !noUse?.test(line))
? { file, line: i + 1, column: 1 }
: []);
}
;
function otherEntries(reached, files, packages) {
if (!reached)
return () => undefined;
const own = files.filter(({ file }) => reached.has(file));
const named = packages.flatMap(({ folder, scripts }) => Object.values(scripts).flatMap((script) => (script.match(/[\w./-]{1,200}\.[cm]?[jt]s\b/g) ?? []).map((path) => external_node_path_.posix.join(folder, path))));
const isNamed = (entry) => {
const name = new RegExp(`["'\`/]${external_node_path_.posix.basename(entry).replace(/\.\w+$/, '')}(?:\\.\\w+)?["'\`]`);
return own.some(({ text }) => name.test(text));
};
const entries = [...new Set([...named, ...otherApps(own, files)])].filter((one) => !reached.has(one) && files.some(({ file }) => file === one) && !isNamed(one));
const all = entries.length > 0 ? reachable(entries, files, packages) : undefined;
return (file) => all?.has(file) && !reached.has(file)
? entries.find((one) => reachable([one], files, packages)?.has(file))
: undefined;
}
const PYTHON_APP = /^\w{1,40}(?::\s*\w{1,40})?\s*=\s*(?:FastAPI|Flask|Starlette|Litestar|Quart|Sanic)\(/m;
function otherApps(own, files) {
const makesApp = ({ file, text }) => file.endsWith('.py') && PYTHON_APP.test(text);
if (!own.some(makesApp))
return [];
const isNamed = (file) => {
const name = new RegExp(`\\b${external_node_path_.posix.basename(file, '.py')}\\b`);
return own.some(({ text }) => name.test(text));
};
return files.flatMap((one) => (makesApp(one) && !isNamed(one.file) ? one.file : []));
}
;
function claimsOf(app, codes, evidence) {
const all = [...codes].map(([one, code]) => ({ app: one, code }));
const own = all.find((one) => one.app === app);
if (!own)
return undefined;
const others = all.filter((one) => one !== own);
const isOwn = (file) => claims_isIn(file, own.code, others);
const library = libraryOf(own.code, isOwn, evidence.libraries);
const sharing = all.filter((one) => one.code.folders.some((folder) => own.code.folders.includes(folder)));
if (!(sharing[0] && isSameProgram(sharing[0], own)) && !library && !startsCode(own))
return undefined;
const isNear = (file) => own.code.folders.some((folder) => isBelow(file, folder));
const files = [...evidence.code(isOwn)].toSorted((a, b) => Number(isNear(b.file)) - Number(isNear(a.file)));
const entries = claims_filesOf(sharing.flatMap(({ code }) => code.starts));
const reach = (starts) => reachedFrom(claims_filesOf(starts), entries, { files, packages: evidence.packages });
const reaches = new Map(sharing.map((one) => [one, reach(one.code.starts)]));
const isRun = (at, found) => isRunBy(at, found, { files, starts: entries });
const programs = files.filter(isProgram).map(({ file }) => file);
const isReached = (file) => !isWholeStartKnown(own) || [...reaches.values()].some((found) => found?.has(file) !== false);
const isOwnProgram = (file) => programs.every((one) => isReached(one) || !isOfProgram(file, one));
const reached = isWholeStartKnown(own) ? reaches.get(own) : undefined;
const otherEntry = otherEntries(reached, files, evidence.packages);
const fromSettings = library && configuredLibrary(library, app, { code: own.code, files, evidence });
return {
files,
isAlone: own.code.starts.every((start) => start.isAlone),
settings: () => evidence.settings(isOwn),
isNear,
resolve: importsOf(files, evidence.packages),
library: fromSettings?.library ?? library,
configured: fromSettings?.hints,
ofApp: (hints) => hintsOf(own, hints.filter(({ at }) => isOwnProgram(at.file)), { reaches, library, isRun, otherEntry }),
isStarted: (file) => reaches.get(own)?.has(file) ?? (all.length === 1 || (isNear(file) && !own.code.folders.includes('.'))),
startedBy: (at) => own.code.starts.filter((start) => isRun(at, reach([start]))),
otherEntry,
mayRun: (at) => isRun(at, reaches.get(own)) || [...reaches.values()].every((found) => !found?.has(at.file)),
};
}
const claims_filesOf = (starts) => starts.flatMap(({ files }) => files);
const isWholeStartKnown = ({ code }) => code.starts.every(({ files }) => files.length > 0);
const startsCode = ({ code }) => code.starts.some(({ files }) => files.length > 0);
const isSameProgram = (a, b) => a === b || (isStarted(a) && claims_programOf(a) === claims_programOf(b));
const isStarted = ({ app }) => startCommands(app.facts).some(({ command }) => command.trim() !== '');
const claims_programOf = ({ app: { facts }, code }) => JSON.stringify([facts.build?.file, startCommands(facts), facts.ports, code.starts]);
const isProgram = ({ file, text }) => file.endsWith('.go')
? /^package main\b/m.test(text)
: file.endsWith('.py') && /^if __name__ == ["']__main__["']/m.test(text);
const isOfProgram = (file, program) => file === program ||
(program.endsWith('.go') && program.includes('/') && isBelow(file, external_node_path_.posix.dirname(program)));
function claims_isIn(file, { folders, shared }, others) {
const own = [...folders, ...shared];
const inside = own.filter((folder) => isBelow(file, folder));
return (inside.length > 0 &&
others.every(({ code }) => code.folders.every((other) => own.includes(other) ||
!isBelow(file, other) ||
inside.some((folder) => folder !== other && isBelow(folder, other)))));
}
function libraryOf({ folders, shared }, isOwn, libraries) {
const best = (some) => some.find(({ path }) => path !== undefined) ?? some[0];
const inside = (them) => libraries.filter(({ at: { file } }) => isOwn(file) && them.some((folder) => isBelow(file, folder)));
const above = libraries.filter(({ at: { file } }) => folders.some((folder) => folder !== '.' && isBelow(folder, external_node_path_.posix.dirname(file)) && !isBelow(file, folder)));
const other = best(inside(shared)) ?? best(above);
return best(inside(folders)) ?? (other && { ...other, isShared: true });
}
function hintsOf(own, hints, { reaches, library, isRun, otherEntry }) {
const publishes = ({ isRoute, isServed, listens, isExposition }) => [isRoute, isServed, listens, isExposition].includes(true);
const claimants = [...reaches.keys()];
const reached = (hint, by) => isPublishing(hint) ? isRun(hint.at, reaches.get(by)) : reaches.get(by)?.has(hint.at.file) === true;
const inReach = hints.filter((hint) => reached(hint, own));
const unclaimed = hints.filter((hint) => claimants.every((one) => !reached(hint, one)));
const rest = isWholeStartKnown(own) ? unclaimed.filter((hint) => !publishes(hint)) : unclaimed;
if (inReach.some(publishes)) {
const isRead = (file) => reaches.get(own)?.has(file) === true || !isModule(file);
return { hints: [...inReach, ...rest.filter(({ at }) => isRead(at.file))], isFirst: true, isRead };
}
const free = claimants.filter((one) => !hints.some((hint) => publishes(hint) && reached(hint, one)));
const isLeft = free.length === claimants.length || unclaimed.some(publishes);
const first = claims_ownerOf(free, library, unclaimed);
const left = new Set([...inReach, ...(library?.isShared && reaches.get(own) ? rest : unclaimed)]);
const isFirst = isLeft && first !== undefined && isSameProgram(first, own);
return {
hints: hints.filter((hint) => left.has(hint)),
isFirst,
isRead: (file) => otherEntry(file) === undefined,
};
}
const isModule = (file) => /\.(?:[cm]?[jt]sx?|py|go|rs)$/.test(file) && !/(?:^|[/._-])(?:conf|config|settings|env|default)/i.test(file);
function claims_ownerOf(sharing, library, hints) {
const having = library ? sharing.filter(({ app }) => hasFile(app, library.at.file)) : [];
const [first, ...more] = having.length > 0 ? having : sharing;
const words = preferred(hints)
?.at.file.toLowerCase()
.split(/[^a-z0-9]+/) ?? [];
const isMeant = ({ app: { app } }) => app
.split('-')
.some((word) => words.includes(word) && !sharing.every((one) => one.app.app.split('-').includes(word)));
return more.length === 0
? first
: ([first, ...more].find((one) => one !== undefined && isMeant(one)) ?? first);
}
function hasFile({ facts: { build } }, file) {
if (!build || build.copied.length === 0)
return true;
const name = external_node_path_.posix.basename(file);
return build.copied.some((path) => isBelow(file, external_node_path_.posix.normalize(path).replace(/\/$/, '')) || (0, glob.m)(external_node_path_.posix.basename(path), name));
}
;
const go_listeners_LIBRARIES = [
{
isUsed: /"github\.com\/gofiber\/fiber(?:\/v\d)?"/,
call: /(?<!\b(?:net|lc)|Config\{\})\.Listen(?:TLS)?\(\s*([^\n,]{1,160})/g,
told: /\b(?:Listener)?Network:|\.Listener\(/,
name: 'Fiber',
hint: 'Give it `Network: fiber.NetworkTCP` in `fiber.Config`, or `ListenerNetwork` in `fiber.ListenConfig` of version 3: that is both, IPv6 and IPv4.',
},
{
isUsed: /"github\.com\/valyala\/fasthttp"(?![\s\S]*"net\/http")/,
call: /\.ListenAndServe(?:TLS)?\(\s*([^\n,]{1,160})/g,
told: /\.Serve\(/,
name: 'fasthttp',
hint: 'Give it a listener instead: `net.Listen("tcp", addr)` and `Serve`.',
},
];
const OTHERS = /\bhttp\.(?:ListenAndServe|Serve\b|Server\{)|\bnet\.Listen\(|\bgrpc\.NewServer\(|\btcp6?"/;
function goListeners(all) {
const files = all.filter(({ file }) => file.endsWith('.go'));
const ipv4 = go_listeners_LIBRARIES.filter(({ isUsed, told }) => files.some(({ text }) => isUsed.test(text)) && !files.some(({ text }) => told.test(text))).flatMap((library) => files.flatMap((file) => calls(file, library)));
const areAll = ipv4.length > 0 && !files.some(({ text }) => OTHERS.test(text));
return { ipv4: areAll ? ipv4.map((one) => ({ ...one, isEach: true })) : ipv4, areAll };
}
const calls = ({ file, text }, { isUsed, call, name, hint }) => isUsed.test(text)
? [...text.matchAll(call)].map(({ 1: address = '', index }) => {
const port = Number(/^"[^":]*:(\d{2,5})"/.exec(address)?.[1]);
return {
at: { file, line: (0, lib_text.mh)(text, index), column: 1 },
why: `${name}, which listens on 0.0.0.0 unless it is told otherwise, is started`,
hint,
names: new Set(),
...(port > 0 && { port }),
};
})
: [];
;
const ACCEPTS_BOTH = ': on Fly that accepts IPv4 as well.';
const PYTHON_HINT = 'Make a subclass of it with `address_family = socket.AF_INET6` and give it the address `::`.';
const call = (start) => new RegExp(`${start.source}(?:[^()]|\\((?:[^()]|\\([^()]{0,99}\\)){0,99}\\)){0,300}`, 'g');
const listener_defaults_DEFAULTS = [
{
files: /\.py$/,
call: call(/\bstart_(?:http|wsgi)_server\(/),
told: /\baddr\b|,\s*["'a-z_]+\s*(?:,|$)|\*/i,
name: '`start_http_server` of prometheus_client',
hint: `Give it \`addr="::"\`${ACCEPTS_BOTH}`,
},
{
files: /\.py$/,
call: /(?<!class )\b(?:(?:Threading)?HTTPServer\(\s*\(|make_server\()\s*(?:""|'')\s*,[^()]{0,80}/g,
told: /\*/,
name: 'the server of the standard library',
hint: PYTHON_HINT,
},
{
files: /\.py$/,
uses: /\bwaitress\b/,
call: call(/(?<!\w)(?:waitress\.|(?<!\.))serve\(/),
told: /\bhost\b|\blisten\b|\bsockets\b|\*/,
name: 'Waitress',
hint: 'Give it `listen="*:<port>"`: that is both, IPv6 and IPv4.',
},
{
files: /\.py$/,
call: call(/\buvicorn\.(?:run|Config)\(/),
told: /\bhost\b|\bfd\b|\buds\b|\*\*/,
name: 'Uvicorn',
hint: `Give it \`host="::"\`${ACCEPTS_BOTH}`,
isLoopback: true,
},
{
files: /\.[cm]?[jt]s$/,
uses: /\bfrom ["']fastify["']|\(["']fastify["']\)/,
call: /\.listen\(\s*\{[^{}]{0,200}/g,
told: /\bhost\b|\bpath\b|\.\.\./,
name: 'Fastify',
hint: `Give it \`host: "::"\`${ACCEPTS_BOTH}`,
isLoopback: true,
},
{
files: /\.exs?$/,
call: /\bmetrics_server: \[[^\]]{0,300}|\{(?:Plug\.Cowboy|Bandit|TelemetryMetricsPrometheus),\s[^}]{0,300}/g,
told: /\bip:|\bnet:|inet6|opts: [a-z]|options: [a-z]|_options: \[\s*\w/,
name: 'the server of Plug',
hint: `Give it \`ip: {0, 0, 0, 0, 0, 0, 0, 0}\`; with PromEx, in \`cowboy_opts\`${ACCEPTS_BOTH}`,
},
{
files: /\.[cm]?[jt]s$/,
call: call(/\bDeno\.serve\(/),
told: /\bhost(?:name)?\b|\boptions\b|\.\.\./,
name: '`Deno.serve`',
hint: `Give it \`hostname: "::"\`${ACCEPTS_BOTH}`,
},
{
files: /\.rs$/,
call: /\bPrometheusBuilder::new\(\)[^;{}]{0,600}?\.install\(/g,
told: /with_http_listener|with_push_gateway/,
name: '`PrometheusBuilder`',
hint: `Give it \`.with_http_listener(([0u16; 8], 9000))\`, which is \`[::]:9000\`${ACCEPTS_BOTH}`,
port: 9000,
},
{
files: /\.rb$/,
call: /\bYabeda::Prometheus::Exporter\.start_metrics_server!/g,
told: /(?!)/,
name: 'the server of yabeda-prometheus',
hint: `Set \`PROMETHEUS_EXPORTER_BIND\` to \`::\`${ACCEPTS_BOTH}`,
variable: 'PROMETHEUS_EXPORTER_BIND',
},
];
const listener_defaults_VARIABLE = /(?:System\.get_env|fetch_env!?|os\.getenv|os\.environ\.get)\([^()\d]{0,80}/g;
const defaultListeners = ({ file, text }) => listener_defaults_DEFAULTS.filter(({ files, uses }) => files.test(file) && uses?.test(text) !== false).flatMap((one) => [...text.matchAll(one.call)]
.filter(([found]) => !one.told.test(found))
.map(({ 0: found, index }) => ({
at: { file, line: (0, lib_text.mh)(text, index), column: 1 },
why: `${one.name} listens on ${one.isLoopback ? '127.0.0.1' : '0.0.0.0'} unless it is given an address`,
hint: one.hint,
...(one.isLoopback && { isLoopback: one.isLoopback }),
...(one.port !== undefined && { port: one.port }),
...listener_defaults_besides(`${found.replace(listener_defaults_VARIABLE, '')} ${one.variable ?? ''}`),
})));
function listener_defaults_besides(text) {
const names = new Set([...text.matchAll(/[A-Za-z_]\w{0,60}/g)].map(([name]) => name.toUpperCase()));
const isVariable = [...names].some((name) => /(?:^|_)PORT$/.test(name) && text.includes(name));
const numbers = isVariable ? [] : [...text.matchAll(/(?<![\d.])\d{4,5}(?![\d.])/g)].map(Number);
const port = numbers.find((one) => one < 65_536);
return { names, ...(port !== undefined && { port }) };
}
;
function listenersIn(files) {
const go = goListeners(files);
const others = go.areAll ? files.filter(({ file }) => !file.endsWith('.go')) : files;
const deployed = files.filter(({ file }) => !ipv4_listeners_NOT_DEPLOYED.test(file));
return {
ipv4: [...go.ipv4, ...deployed.flatMap((file) => [...addresses(file), ...defaultListeners(file)])],
isMixed: others.some(({ file, text }) => OPENS_BOTH.test(file) || BOTH.test(text)),
};
}
const OPENS_BOTH = /\.(?:go|java|kts?|scala|clj)$/;
const ipv4_listeners_NOT_DEPLOYED = /(?:^|\/)(?:(?:vite|vitest|webpack|vue|nuxt|svelte|astro|next|angular|playwright|rollup|metro)\.config\.|config\/(?:dev|test)\b|(?:dev|development|local)\.)/;
const BOTH = /["'`](?:[a-z+]{2,8}:\/\/)?(?:::|\[::\](?::[^\s"'`]{1,60})?)["'`]|0, ?0, ?0, ?0, ?0, ?0, ?0, ?0|\binet6\b|\bIpv6Addr::UNSPECIFIED\b|fly-local-6pn|\.listen\(\s*[\w.$|? ]{1,80}(?:,\s*(?:\(|async\b|function\b)|\))/;
const ipv4_listeners_ADDRESS = /(?<![=!]=[= ]{0,2})["'`](?:tcp:\/\/)?0\.0\.0\.0(?::[^\s"'`]{0,60})?["'`]|[[({]\s?0, ?0, ?0, ?0\s?[\])}]|\bIpv4Addr::(?:UNSPECIFIED\b|new\(0, ?0, ?0, ?0\))/;
const LOOPBACK = /["'`](?:tcp:\/\/)?(?:127\.0\.0\.1|localhost)(?::[^\s"'`]{0,60})?["'`]|[[({]\s?127, ?0, ?0, ?1\s?[\])}]|\bIpv4Addr::(?:LOCALHOST\b|new\(127, ?0, ?0, ?1\))/;
const NOT_GIVEN = /connect|dial|fetch|url|scrape|target|\.get\(|push|redis|postgres|database|db_|flag|env|default|option|\barg|unwrap|\?\?|\|\|/i;
const ipv4_listeners_URL = /["']https?:\/\/0\.0\.0\.0(?::[^\s"']{1,60})?["';]/;
const IN_SCRIPT = /(?<=\s--?(?:host|bind|b|H)[= ]["']?)0\.0\.0\.0(?::\d{1,5})?/;
const LISTENS = /listen|bind|serve|\brun|host|addr|\bip\b|_ip\b/i;
const OF_OTHERS = /prox(?:y|ies)|allow|deny|block|trust|origin|cors|whitelist|cidr|subnet|remote|peer|client|replace|includes|startsWith|\bcase\b/i;
const MOST_LETTERS = 500;
function addresses({ file, text }) {
if (!ipv4_listeners_ADDRESS.test(text) && !LOOPBACK.test(text) && !text.includes('0.0.0.0'))
return [];
return text.split('\n').flatMap((line, i, lines) => {
const found = LISTENS.test(lines.slice(Math.max(0, i - 2), i + 1).join('\n'))
? ipv4_listeners_addressIn(line, file)
: undefined;
if (!found)
return [];
const { address, isLoopback } = found;
const { port, names } = listener_defaults_besides(line);
if (isLoopback && hasAnother(text, port))
return [];
const isText = /\d\.|localhost/.test(address);
const plain = isLoopback ? '127.0.0.1' : '0.0.0.0';
return [
{
at: { file, line: i + 1, column: 1 },
why: `its server is given ${isText ? address.replace(/["'`]/g, '') : plain}`,
hint: hintFor(line, isText),
names,
...(port !== undefined && { port }),
...(isLoopback && { isLoopback }),
},
];
});
}
const STANDARD_PYTHON = /\bHTTPServer\(|\bmake_server\(/;
const hintFor = (line, isText) => STANDARD_PYTHON.test(line)
? PYTHON_HINT
: `Give it ${isText ? '`::` instead, or `[::]` where the port follows it' : 'the IPv6 address with all zeros instead'}${ACCEPTS_BOTH}`;
function ipv4_listeners_addressIn(line, file) {
const isScript = file.endsWith('.sh');
const isComment = (isScript ? /^\s*#/ : /^\s*(?:\/\/|#|\*|--)/).test(line);
if (isComment || line.length > MOST_LETTERS || OF_OTHERS.test(line))
return undefined;
const ipv4 = isScript ? IN_SCRIPT : /\.(?:cs|fs|json)$/.test(file) ? ipv4_listeners_URL : ipv4_listeners_ADDRESS;
const all = OPENS_BOTH.test(file) ? undefined : ipv4.exec(line)?.[0];
if (all !== undefined)
return { address: all };
const own = isScript || NOT_GIVEN.test(line) ? undefined : LOOPBACK.exec(line)?.[0];
return own === undefined ? undefined : { address: own, isLoopback: true };
}
const hasAnother = (text, port = 0) => new RegExp(`(?:0\\.0\\.0\\.0|0, ?0, ?0, ?0|["'\`[]::)[^\\w\\n]{0,5}${port || ''}|["'\`]:${port || ''}`).test(text);
;
const given_argument_INSIDE = '\\(((?:[^()]|\\((?:[^()]|\\([^()]{0,60}\\)){0,60}\\)){0,200})\\)';
const FUNCTION = new RegExp([
`\\b(?:func(?:\\s*\\([^)\\n]{0,80}\\))?|function|def|fn)\\s+(\\w{1,60})\\s*${given_argument_INSIDE}`,
`\\b(?:const|let)\\s+(\\w{1,60})\\s*=\\s*(?:async\\s*)?${given_argument_INSIDE}\\s*(?::[^=\\n]{0,60})?=>`,
].join('|'), 'g');
const MOST_BEFORE = 4000;
function givenArgument(name, { text }, { at, files }) {
const before = text.slice(Math.max(0, at - MOST_BEFORE), at);
const around = [...before.matchAll(FUNCTION)].at(-1);
const called = around?.[1] ?? around?.[3];
const parameters = argumentsIn(around?.[2] ?? around?.[4] ?? '');
const position = parameters.findIndex((one) => new RegExp(`^\\s*(?:mut\\s+)?${name}\\b`).test(one));
if (called === undefined || position < 0)
return undefined;
const [, preset] = /=\s*(.+)$/s.exec(parameters[position] ?? '') ?? [];
const given = files.flatMap((file) => callsOf(called, file.text)).map((args) => args[position] ?? preset);
const [only, ...more] = new Set(given.length > 0 ? given : [preset]);
return only === undefined || more.length > 0 ? { isUnknown: true } : { text: only };
}
function callsOf(name, text) {
if (!text.includes(`${name}(`))
return [];
const call = new RegExp(`(?<!\\b(?:func|function|def|fn)\\s+|\\)[ \\t]*)\\b${name}${given_argument_INSIDE}`, 'g');
return [...text.matchAll(call)].map(([, args = '']) => argumentsIn(args));
}
const argumentsIn = (text) => (text.match(/(?:[^,([{]|\([^()]{0,200}\)|\[[^[\]]{0,200}\]|\{[^{}]{0,200}\}){1,400}/g) ?? [])
.map((one) => one.trim())
.filter((one) => one !== '');
;
const NAME = '["\'`](?<NAME>[A-Z][A-Z\\d_]{1,60})["\'`]';
const READS = new RegExp([
'\\b(?:process|Bun)\\.env(?:\\.(?<js>[A-Z][A-Z\\d_]{1,60})\\b|\\[["\'](?<key>\\w{2,60})["\'])',
`\\benv::var(?:_os)?\\(\\s*${NAME.replace('NAME', 'rust')}`,
`\\b(?:\\w{0,30}[eE]nv\\w{0,30}|ENV|config(?=\\())(?:\\.\\w{1,20})?[([]\\s*${NAME.replace('NAME', 'call')}`,
`\\b(?:env|envconfig|(?:validation_)?alias)\\s*[:=]\\s*${NAME.replace('NAME', 'tag')}`,
].join('|'), 'g');
const port_value_FLAG = /\b\w{0,20}[fF]lags?\w{0,20}(?:\(\))?\.\w+\(\s*(?:&[\w.]+,\s*)?"([\w-]{1,40})"|\badd_argument\(\s*["']-{1,2}([\w-]{1,40})/;
const NUMBER = /(?<![\w.$-])(\d{2,5})(?![\w.])/g;
const port_value_SCHEMA = /\bBaseSettings\b|\bz\.object\(|\bcleanEnv\(|\bcreateEnv\(|\bJoi\.object\(|\bconvict\(/;
const port_value_PREFIX = /\benv_prefix\s*=\s*["'](\w{1,40})["']/;
const port_value_MOST_STEPS = 4;
const MOST_NAMES = 4;
const HAS_PORT = /port|addr|listen|bind/i;
function portValue(text, context, steps = port_value_MOST_STEPS) {
const names = [...text.matchAll(READS)].flatMap(({ groups = {} }) => Object.values(groups).filter((one) => one !== undefined));
const set = names.find((name) => context.valueOf(name) !== undefined);
if (set !== undefined) {
const port = Number(/(?:^|:)(\d{2,5})$/.exec(context.valueOf(set) ?? '')?.[1]);
return isPort(port) ? { port, variable: set, isSet: true } : undefined;
}
const flagged = flagOf(text, context.command);
if (flagged)
return flagged.port === undefined ? undefined : { port: flagged.port };
const variable = names[0] === undefined ? {} : { variable: names[0] };
const [port, ...more] = numbersIn(text);
if (more.length > 0)
return undefined;
const named = steps === 0 ? undefined : ofNames(text.replace(READS, ' '), context, steps);
if (named?.isSet)
return named;
const known = port ?? named?.port;
return known === undefined && !variable.variable && !named
? undefined
: { ...named, ...variable, ...(known !== undefined && { port: known }) };
}
const isPort = (port) => port === 80 || port === 443 || (port >= 1000 && port < 65_535);
const numbersIn = (text) => new Set([...text.matchAll(NUMBER)].map(([number]) => Number(number)).filter(isPort));
function flagOf(text, command) {
const found = port_value_FLAG.exec(text);
const name = found?.[1] ?? found?.[2];
const given = name && new RegExp(`\\s--?${name}(?:[= ]["']?([^\\s"']{0,60})|$)`).exec(command);
if (!given)
return undefined;
const port = Number(/(?:^|:)(\d{2,5})$/.exec(given[1] ?? '')?.[1]);
return isPort(port) ? { port } : {};
}
function ofNames(text, context, steps) {
const paths = text.replace(/(["'`])[^"'`{\n]{0,80}\1/g, '').match(/[A-Za-z_][\w.]*/g) ?? [];
const named = [...new Set(paths)].filter((path) => HAS_PORT.test(path.slice(path.lastIndexOf('.') + 1)));
const found = named.slice(0, MOST_NAMES).flatMap((path) => ofName(path, context, steps) ?? []);
const ports = new Set(found.map(({ port }) => port));
return ports.size === 1 ? found[0] : undefined;
}
function ofName(path, context, steps) {
for (const file of context.files) {
const found = inFile(path, file, context, steps);
if (found)
return found;
}
const read = context.others
.flatMap((file) => inFile(path, file, context, steps) ?? [])
.filter(({ variable }) => variable !== undefined);
const [only, ...more] = new Map(read.map((one) => [JSON.stringify(one), one])).values();
return more.length === 0 ? only : undefined;
}
function inFile(path, file, context, steps) {
const parts = path.split('.');
const name = parts.at(-1) ?? path;
const found = definitionsOf(name, file, parts.length > 2 ? parts.at(-2) : undefined);
if (found.length === 0)
return undefined;
const isSchema = port_value_SCHEMA.test(file.text) && found.every((one) => one.search(READS) < 0);
const field = `${port_value_PREFIX.exec(file.text)?.[1] ?? ''}${name}`.toUpperCase();
return portValue(`${isSchema ? `env="${field}" ` : ''}${found.join('\n')}`, context, steps - 1);
}
const port_value_MOST_LINES = 5;
function definitionsOf(name, { text }, parent) {
if (!text.includes(name))
return [];
const lines = text.split('\n');
const pattern = new RegExp(`^(.{0,120}?)(?<![\\w$-])${name}\\b["']?\\]?\\s*(?::=|=(?![=>])|,\\s*\\w{1,20}\\s*:?=(?!=)|:(?![:=])\\s*[^=\\n]{1,60}=(?![=>])|:(?![:=])|\\s(?=(?:int|string|uint16)\\b))\\s*(.*)$`);
const preset = new RegExp(`\\bSetDefault\\(\\s*"(?:[\\w.]{0,60}\\.)?${parent === undefined ? '' : `${parent}\\.`}${name}",(.*)$`, 'i');
const isItself = new RegExp(`^(?:\\w+\\.)*${name}\\b(?!\\s*(?:\\|\\||\\?\\?|\\())`);
const found = lines.flatMap((line, i) => {
const set = preset.exec(line);
if (set)
return [{ isFirst: true, isInside: parent !== undefined, value: set[1] ?? '' }];
const assigned = line.includes(name) && isText(line) ? pattern.exec(line) : null;
const [, before = '', value = ''] = assigned ?? [];
if (!assigned || isItself.test(value))
return [];
const isFirst = /^\s*(?:[\w.]{1,20}\s+){0,4}(?:\w+\.){0,3}["']?$/.test(before);
const isInside = parent !== undefined && (before.endsWith(`${parent}.`) || isBelowKey(lines, i, parent));
return [
{ isFirst, isInside, value: [attributeAbove(lines, i), value, ...following(lines, i)].join('\n') },
];
});
if (found.length === 0)
return functionsOf(name, lines);
const inside = found.filter(({ isInside }) => isInside);
const first = found.filter(({ isFirst }) => isFirst);
const chosen = [inside, first, found].find((some) => some.length > 0) ?? [];
return chosen.map(({ value }) => value);
}
function functionsOf(name, lines) {
const pattern = new RegExp(`\\b(?:func(?:\\s*\\([^)\\n]{0,80}\\))?|def|function|fn)\\s+${name}\\s*\\(`);
return lines.flatMap((line, i) => (pattern.test(line) ? [bodyOf(lines, i).body.join('\n')] : []));
}
const isText = (line) => line.length <= 300 && !/^\s*(?:\/\/|#(?!\[)|\*|--)/.test(line);
const attributeAbove = (lines, at) => /^\s*#\[/.test(lines[at - 1] ?? '') ? (lines[at - 1] ?? '') : '';
function following(lines, at) {
const line = lines[at] ?? '';
const below = lines.slice(at + 1, at + 1 + port_value_MOST_LINES);
const isOpen = /[(|?=]\s*$/.test(line);
const end = below.findIndex((one) => isOpen ? indentOf(one) <= indentOf(line) : !/^\s*(?:\.|\|\||\?\?)/.test(one));
return below.slice(0, end < 0 ? port_value_MOST_LINES : end);
}
function isBelowKey(lines, at, parent) {
const indent = indentOf(lines[at] ?? '');
const above = lines.slice(0, at).findLast((line) => line.trim() !== '' && indentOf(line) < indent);
return above !== undefined && new RegExp(`\\b${parent}\\b`, 'i').test(above);
}
;
const SERVERS = [
[
/\.[cm]?[jt]s$/,
/(?:\.listen\(\s*|\bserve\(\s*(?:[\w.]{1,40},\s*)?)(?:\{[^{}]{0,200}?(?:\bport\s*:\s*|(?=\bport\s*[,}\n]))|(?![{)]))/g,
],
[
/\.py$/,
/\b(?:(?:uvicorn|hypercorn|granian)\.\w+|Config|run_app|serve|app\.run|socketio\.run|TCPSite)\((?:[^()]|\([^()]{0,100}\)){0,300}?\bport\s*=\s*|\b(?:HTTPServer|make_server|TCPSite)\(\s*\(?[^,()\n]{1,60},\s*/g,
],
[
/\.go$/,
/\bListenAndServe(?:TLS)?\(\s*(?!\))|\bhttp\.Server\{[^{}]{0,300}?\bAddr:\s*|\b(?:\w*[rR]outer|app|engine|e|r|g|server|srv)\.(?:Run|Start|Listen)\(\s*(?=[^)\s])/g,
],
[/\.rs$/, /\b(?:TcpListener|Server)::(?:try_)?bind\(\s*&?|\bHttpServer::new\([\s\S]{0,1500}?\.bind\(\s*/g],
[/(?:^|\/)runtime\.exs$/, /\bhttp:\s*\[[^\]]{0,200}?\bport:\s*/g],
[/(?:^|\/)puma\.rb$/, /^port\s+/gm],
];
const listen_port_MOST_LENGTH = 200;
function listenPort(source, on, context) {
const { file, text } = source;
const all = SERVERS.filter(([of]) => of.test(file)).flatMap(([, call]) => [...text.matchAll(call)].map(({ 0: start, index }) => {
const from = index + start.length;
const value = valueAt(source, from, context);
return {
...value,
at: { file, line: (0, lib_text.mh)(text, from), column: 1 },
around: text.slice(index, from + listen_port_MOST_LENGTH),
};
}));
const last = on.split('.').at(-1) ?? '';
const own = last === '' ? [] : all.filter(({ around }) => new RegExp(`\\b${last.replace(/\W/g, '')}\\b`).test(around));
const [first, ...more] = own.length > 0 ? own : all;
const isAgreed = more.every(({ port, variable }) => port === first?.port && variable === first?.variable);
if (!first || !isAgreed || (first.port === undefined && first.variable === undefined))
return undefined;
const { around: _, ...found } = first;
const ports = new Set(all.map(({ port }) => port));
return { ...found, ...(ports.size > 1 && { isBesideOthers: true }) };
}
function valueAt(source, at, context) {
const expression = expressionAt(source.text, at);
const [name, ...more] = expression.match(/[A-Za-z_]\w*/g) ?? [];
const files = [source, ...context.files, ...context.others];
const given = name !== undefined && more.length === 0
? givenArgument(name, source, { at, files: [...new Set(files)] })
: undefined;
if (!given)
return portValue(expression, context);
return 'text' in given ? portValue(given.text, context) : undefined;
}
function expressionAt(text, from) {
let depth = 0;
let quote = '';
const end = Math.min(text.length, from + listen_port_MOST_LENGTH);
for (let i = from; i < end; i++) {
const one = text[i] ?? '';
if (quote !== '')
quote = one === quote ? '' : quote;
else if (/["'`]/.test(one))
quote = one;
else if (/[([{]/.test(one))
depth++;
else if (/[)\]}]/.test(one) && --depth < 0)
return text.slice(from, i);
else if (/[,;\n]/.test(one) && depth === 0)
return text.slice(from, i);
}
return text.slice(from, end);
}
;
const unused_settings_SETTING = /^\s*(?:(?:export|pub|public|private|static|final|readonly|const|let|var|val)\s+){0,3}(?:\w+\.)?(\w*(?:metrics|prom(?:etheus)?|exporter)_?(?:http_?)?port)\s*(?::\s*[\w<>[\]?| .]{1,40}?)?\s*(?::=|[=:](?![=:]))/i;
const LOG = /(?:console|log(?:ger|ging)?|slog|print(?:ln|f)?|tracing)\b/;
const TALKS = new RegExp(`\\b${LOG.source}`, 'i');
const LOGS = new RegExp(`^\\s*(?:await\\s+)?(?:self\\.|this\\.|fmt\\.)?${LOG.source}[!.\\w]*\\(`, 'i');
const withoutDocumentation = (text) => (/"""|'''/.test(text) ? text.replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '') : text).replace(/^[ \t]*(?:\/\/|#(?!\[)|\*).*$/gm, '');
const withoutTexts = (text) => text.replace(/"[^"\n]{0,200}"|'[^'\n]{0,200}'/g, '""');
const unused_settings_plain = (name) => name.toLowerCase().replaceAll('_', '');
function isUnusedSetting(line, files) {
const name = unused_settings_SETTING.exec(line)?.[1];
if (name === undefined)
return false;
const wanted = unused_settings_plain(name);
const having = files.filter(({ text }) => unused_settings_plain(text).includes(wanted));
return having.every(({ text }) => withoutTexts(withoutDocumentation(text))
.split('\n')
.every((one) => !uses(one, wanted)));
}
const usedCode = ({ text }, files) => withoutDocumentation(text)
.split('\n')
.filter((line) => !LOGS.test(line) && !isUnusedSetting(line, files))
.join('\n');
function uses(line, wanted) {
if (line.length > 500 || !unused_settings_plain(line).includes(wanted) || TALKS.test(line))
return false;
const set = unused_settings_SETTING.exec(line)?.[1];
if (set === undefined || unused_settings_plain(set) !== wanted)
return true;
const value = line.slice(line.indexOf(set) + set.length);
return [...value.matchAll(/(\w*)\.(\w+)/g)].some(([, of = '', member = '']) => unused_settings_plain(member) === wanted && !/^(?:env|environ)$/i.test(of));
}
;
function namesPort(port, { facts: { fly, build } }, sources) {
const number = new RegExp(`(?<![\\d.])${port}(?![\\d.])`);
const [files, settings] = [[...sources.code], [...sources.settings]];
const code = files.map((one) => usedCode(one, files));
const instructions = build?.content.stages.flatMap((stage) => stage.instructions) ?? [];
const programs = [
...code,
...fly.processes.map(({ value }) => value),
...instructions.filter(({ name }) => !isVariable(name)).map(({ text }) => text),
];
const isUsed = sources.isWhole ? usedLines(programs) : () => true;
const isRead = (key) => code.length + settings.length === 0 ||
[...settings.map(({ text }) => text), ...programs].some((text) => text.includes(key));
const texts = [
...code,
...fly.processes.map(({ value }) => value),
...fly.env.flatMap(({ key, value }) => (isRead(key) ? [value] : [])),
...settings.flatMap((file) => (isOfVariables(file) ? file.text.split('\n').filter(isUsed) : [file.text])),
...instructions.flatMap((one) => (sources.isWhole ? openingTexts(one).filter(isUsed) : [one.text])),
];
return texts.length === 0 || texts.some((text) => number.test(text));
}
const isVariable = (name) => name === 'ENV' || name === 'ARG';
const isOfVariables = ({ file }) => /(?:^|\/)\.env[^/]*$/.test(file);
const openingTexts = ({ name, text, words }) => {
if (name === 'EXPOSE' || name === 'LABEL')
return [];
return isVariable(name) && words.every((word) => word.includes('=')) ? words : [text];
};
const METRICS_VARIABLE = /^\s*(?!OTEL_)\w{0,40}?((?:METRICS|PROM|EXPORTER)\w{0,40})\s*[=\s]/i;
function usedLines(programs) {
let all;
return (line) => {
const name = METRICS_VARIABLE.exec(line)?.[1];
if (name === undefined)
return true;
all ??= named_ports_plain(programs.join('\n'));
return all.includes(named_ports_plain(name));
};
}
const named_ports_plain = (text) => text.toLowerCase().replace(/[_.-]/g, '');
;
const OTHER_PROGRAM = /\bthrust\b|\b(?:run|exec)\b[^&|;]{0,80}\s--\s/;
const PYTHON_RUNS = /\bpython[\d.]*\s+(?:-[a-zA-Z]*[^m\s]\s+)*(?:-m\s+([\w.]+)|[\w./-]+\.py\b)/;
function portContext(app, { files, isStarted, resolve }) {
const variables = machineVariables(app);
const command = mainCommand(app.facts);
const started = files.filter(({ file }) => isStarted(file));
return (source) => {
const imported = [...bindingsIn(source).values()].flatMap(({ module }) => resolve(module, source.file));
const near = new Set([source, ...imported]);
const others = started.filter((one) => !near.has(one));
return { files: [...near], others, command, valueOf: (name) => variables.get(name)?.value };
};
}
function serverPort(app, claims, { route, packages }) {
const { files, isStarted, settings } = claims;
const command = mainCommand(app.facts);
const isPlain = command.trim() !== '' && !startsMore(command) && !OTHER_PROGRAM.test(command);
if (!app.facts.build || !isPlain || startedPort(app.facts) !== undefined)
return undefined;
const isRun = ({ file }) => isStarted(file) && (!file.endsWith('.py') || runsPython(command, files));
const contextOf = portContext(app, claims);
const find = (some, on = '') => some.filter(isRun).flatMap((one) => listenPort(one, on, contextOf(one)) ?? []);
const own = find(files.filter(({ file }) => file === route?.at.file), route?.on);
const [only, ...more] = own.length > 0 ? own : find(files);
const isAgreed = more.every(({ port, variable }) => port === only?.port && variable === only?.variable);
if (!only || !isAgreed)
return undefined;
const { variable, isSet } = only;
const sets = new RegExp(`(?<!\\w)${variable}\\s*=`);
const given = [
...packages.flatMap(({ scripts }) => Object.values(scripts)),
...[...settings()].flatMap((one) => (SAMPLE.test(one.file) ? [] : [one.text])),
];
if (variable !== undefined && !isSet && given.some((text) => sets.test(text)))
return undefined;
const code = files.filter(isRun);
const isAnother = app.facts.ports.some((port) => port !== only.port && namesPort(port, app, { code, settings: settings(), isWhole: true }));
return isAnother ? { ...only, isBesideAsked: true } : only;
}
const SAMPLE = /example|sample|template|\.dist$|\blocal\b|\btest\b|\bdev/;
function runsPython(command, files) {
const found = PYTHON_RUNS.exec(command);
const module = found?.[1]?.replaceAll('.', '/');
const isModule = ({ file }) => file.replace(/(?:\/__main__)?\.py$/, '').endsWith(module ?? '');
return found !== null && (module === undefined || files.some(isModule));
}
function listenNotes({ port }, { app, facts }, listens) {
const { ports, file } = facts;
const [asked] = ports;
if (!listens || asked === undefined || (listens.port !== undefined && ports.includes(listens.port)))
return [];
const { at, variable, isSet } = listens;
const unset = `nothing in this repository sets ${variable} for the machines of ${app}`;
const set = `Set ${variable} = ${(0, quote.T)(String(asked))} in \`[env]\` of ${file}`;
if (listens.port === undefined)
return [
initNote(at.file, at, `The server of ${app} listens on the port in ${(0, quote.T)(variable ?? '')} here, and ${unset}. The draft has ${port}, the port of its service.`, `${set}, if no secret of the app does so.`),
];
if (listens.port !== port || listens.isBesideOthers)
return [];
if (listens.isBesideAsked)
return [
initNote(at.file, at, `A server of ${app} listens on port ${port} here, and its service has ${asked}, which the program has as well. The draft has ${port}.`, `If the metrics are on ${asked}, correct the port of the service in the draft.`),
];
const why = variable === undefined ? '' : isSet ? `, which is ${variable} of its machines` : `: ${unset}`;
return [
initNote(at.file, at, `The server of ${app} listens on port ${port} here${why}. internal_port ${asked} of ${file} answers nothing. The draft has ${port}.`, variable === undefined
? `Give both the same port.`
: `${set}, or correct its service${isSet ? '' : `; if a secret of the app sets ${variable}, correct the port of the service in the draft`}.`),
];
}
;
function madeEndpoint(library, hints, { chosen, listensOn, isOwn, }) {
const { at } = library;
const { app, facts } = chosen;
const route = routeOf(library, hints, isOwn);
const isNear = ({ at: { file }, listens }) => listens || route?.serves === undefined || file === route.at.file;
const ported = hints.find((hint) => hint.port !== undefined && isNear(hint));
const path = route?.path ?? library.path ?? (ported ? '/metrics' : undefined);
const isApp = !ported && library.port === 'app';
const listens = isApp ? listensOn(route) : undefined;
const port = ported?.port ?? listens?.port ?? made_endpoint_usualPort(library, { hints, facts, route });
if (path === undefined || route?.isLoose || typeof port === 'string')
return { endpoints: [], notes: [unknownNote(library, { app, route, path, port })] };
const listener = route ? undefined : hints.find(({ listens }) => listens);
const published = route ?? listener;
const why = evidenceOf(library, { route, listener, ported });
const process = isApp ? facts.mainProcess : undefined;
const endpoint = {
port,
path,
...(process !== undefined && { process }),
at: published?.at ?? at,
why,
};
return {
endpoints: [endpoint],
notes: [...publishedNotes(published, { path, hints, chosen }), ...listenNotes(endpoint, chosen, listens)],
};
}
function routeOf({ path: usual }, hints, isOwn) {
const own = hints.filter(({ at, isServed, isRoute, isLoose }) => isServed && isRoute && !isLoose && isOwn(at.file));
return hints.find(({ path }) => path !== undefined && path === usual) ?? preferred(own) ?? preferred(hints);
}
function unknownNote({ at, name, closed }, { app, route, path, port, }) {
const unknown = path === undefined ? (closed?.closed ?? NO_ROUTE) : String(port);
const what = route?.isLoose ? looseRoute(route) : unknown;
const message = `${placeText(at)} has ${name}, so ${app} may have metrics, but ${what}.`;
const hint = closed?.hint ?? 'Fill in the port and the path that publish them, in a service of this app.';
return initNote(at.file, at, message, hint);
}
const NO_ROUTE = 'no route that publishes them was found';
function evidenceOf({ at, name, port }, { route, listener, ported }) {
const parts = [
`${placeText(at)} has ${name}`,
...(route
? [`${placeText(route.at)} ${route.isMounted ? 'mounts an app under' : 'has'} ${route.path}`]
: []),
...(listener ? [`${placeText(listener.at)} publishes its metrics`] : []),
...(ported && ported !== listener ? [`${placeText(ported.at)} has the port`] : []),
];
return `${parts.join(', ')}${ported || port !== 'app' ? '' : " on the app's own port"}`;
}
function made_endpoint_usualPort({ port }, { hints, facts, route, }) {
const { file, ports } = facts;
if (port === 'app')
return startedPort(facts) ?? ports[0] ?? route?.serves ?? portVariable(facts) ?? `${file} has no port`;
const listener = hints.find(({ listens }) => listens);
return listener ? `the port is not a number in ${placeText(listener.at)}` : port;
}
const portVariable = ({ fly }) => Number(fly.env.find(({ key }) => key === 'PORT')?.value) || undefined;
;
const MEDIA_TYPE = '(?:text/plain;\\s*version=(?:0\\.0\\.4|1\\.0\\.0)|application/openmetrics-text)(?<!\\b(?:[aA]ccept|ACCEPT)\\b[^\\n]{0,120})|\\bCONTENT_TYPE_LATEST\\b|(?:[rR]egister|[rR]egistry)\\.contentType\\b|\\bTextFormat\\.CONTENT_TYPE_|\\bprometheus::TEXT_FORMAT\\b';
;
const EXPOSITION = /generate_latest|make_(?:asgi|wsgi)_app|promhttp\.|CONTENT_TYPE_LATEST|\b(?:\w*[rR]egist(?:er|ry)|\w*[cC]lient|prom\w*)\s*\.\s*(?:metrics|contentType)\b|TextEncoder::new|encode_to_string|\.gather\(|\.render\(\)|text\/plain;\s*version=0\.0\.4|# (?:HELP|TYPE) |prometheus_text|(?:to|as|in|format|render|export|encode|get|generate|build|serialize)_?prometheus|prometheus_?(?:text|format|handle|export|render|output|string|page)|exposition|WritePrometheus|RenderTextFormat|getMetricsHandler|getMetricsRequestHandler|PlainTextResponse|["']text\/plain/i;
const CERTAIN = new RegExp(`\\bgenerate_latest\\(|\\bpromhttp\\.|[rR]egist(?:er|ry)\\s*\\.\\s*metrics\\(|["'\`]# (?:HELP|TYPE) |${MEDIA_TYPE}`);
const JSON_ANSWER = /\bres(?:ponse)?(?:\s*\.\s*status\(\w+\))?\s*\.\s*json\(|\b(?:c|ctx|context)\.(?:json|JSON|IndentedJSON)\(|\bjsonify\(|\bJ(?:SON|son)Response\(|\bresponse_model\s*=|\breturn\s*\{|->\s*(?:dict|Dict|JSONResponse)\b|\bJson\(|\bjson!\(|render json:|\bjson\(conn|JSON\.stringify\(|json\.dumps\(|json\.NewEncoder\(|Promise<\w*Json|\breply\.send\(\{/;
function answerOf(code) {
if (CERTAIN.test(code))
return { answers: 'exposition', isCertain: true };
if (EXPOSITION.test(code))
return { answers: 'exposition' };
return JSON_ANSWER.test(code) ? { answers: 'json' } : {};
}
;
const READS_VARIABLE = /\bprocess\.env(?:\.|\[["'])(?<js>\w{2,60})(?:["']\])?|\b(?:os\.getenv|os\.environ\.get|os\.environ|os\.Getenv|os\.LookupEnv|env::var|getenv|System\.get_env|ENV\.fetch|ENV)[([]\s*["'](?<any>\w{2,60})["']/;
const DEFAULT = /^[^\n]{0,12}?(?:,|\|\||\?\?)\s*["'`]([^"'`\n]{1,60})["'`]/;
const FIELD = /\b(?:settings|config|cfg|conf|env|Config|Settings)(?:\(\))?\.(?:\w+\.){0,2}(\w{2,60})\b(?!\()|\b([A-Z][A-Z0-9]{1,30}_[A-Z0-9_]{2,40})\b/;
const IS_STATUS = /^(?:HTTP|STATUS)_|^(?:NOT_FOUND|UNAUTHORIZED|FORBIDDEN)$/;
const IS_VALUE = /=\s*(?:[\w.?]{1,80}\s*(?:\?\?|\|\|)\s*)?!?\(?\s*(?:(?:Boolean|String|str|bool)\()?\s*(?:process\.env|os\.|getenv|std::env|env::var|System\.|ENV)/;
function settingOf(condition, { file, line, definitionOf, files }) {
const own = variableIn(condition, { file, line });
if (own)
return { ...own, ...switchOf(condition, own.name) };
const field = FIELD.exec(condition);
const name = field?.[1] ?? field?.[2];
if (name !== undefined && !IS_STATUS.test(name)) {
const otherwise = setting_defaultOf(name, files);
return { name, ...(otherwise && { otherwise }), ...switchOf(condition, name) };
}
for (const word of new Set(condition.match(/\b[A-Za-z_]\w{2,60}\b/g)?.slice(0, setting_MOST_NAMES))) {
const definition = definitionOf(word);
const [first = ''] = definition?.text.split('\n') ?? [];
const isGiven = new RegExp(`\\w\\([^()]{0,80}\\b${word}\\b`).test(condition);
const isPredicate = new RegExp(`\\b${word}\\s*\\(`).test(condition) || (!isGiven && IS_VALUE.test(first));
const found = definition && isPredicate ? variableIn(definition.text, definition) : undefined;
if (found)
return found;
}
return undefined;
}
const setting_MOST_NAMES = 6;
function variableIn(text, { file, line }) {
const found = READS_VARIABLE.exec(text);
const name = found?.groups?.js ?? found?.groups?.any;
if (!found || name === undefined)
return undefined;
const value = DEFAULT.exec(text.slice(found.index + found[0].length))?.[1];
const at = { file, line: line + (0, lib_text.mh)(text, found.index) - 1, column: 1 };
return { name, ...(value !== undefined && { otherwise: { value, at } }) };
}
function setting_defaultOf(name, files) {
const pattern = new RegExp(`^[ \\t]*["']?${name}["']?\\s*[:=](?!=)[^\\n]{0,80}?(?:\\.default\\(|=\\s*|default=|:\\s*)["'\`]?(true|false|True|False|(?<=["'\`])[\\w.-]{1,40})["'\`]?`, 'm');
const found = files.flatMap(({ file, text }) => {
const one = text.includes(name) ? pattern.exec(text) : null;
return one?.[1] === undefined
? []
: [{ value: one[1], at: { file, line: (0, lib_text.mh)(text, one.index), column: 1 } }];
});
return new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined;
}
function switchOf(condition, name) {
const at = condition.indexOf(name);
const before = condition.slice(0, at);
const after = condition.slice(at + name.length);
const compared = /^["'\])]{0,3}\s*([!=]==?)\s*["'`]?(true|false|1|0)\b/i.exec(after);
if (!compared && /^["'\])]{0,3}\s*(?:[!=<>]=?|in\b|not\b|\.\w)/.test(after))
return {};
const isNegated = /(?:!|\bnot\s+)\s*\(?[\w.(["']*$/.test(before);
const isOther = compared?.[1]?.startsWith('!') === true;
const isOff = /^(?:false|0)$/i.test(compared?.[2] ?? '');
return { holdsWhen: [isNegated, isOther, isOff].filter(Boolean).length % 2 === 0 };
}
;
const REFUSES = /\b40[13]\b|[uU]nauthorized|[fF]orbidden|UNAUTHORIZED|FORBIDDEN/;
const HIDES = /\b404\b|[nN]ot_?[fF]ound|NOT_FOUND/;
const CONDITION = /^\s*(?:\}?\s*(?:else\s+)?if\b|elif\b|unless\b)/;
const ABOUT_ROUTE = /\b(?:url|path|pathname|[mM]ethod|req_path|originalUrl)\b/;
const HANDS_OVER = /(?:!|\bnot\s)\s*\(?\s*(?:await\s+)?(?:\w{1,40}\.){0,5}(\w{1,60})\(([^()]{0,200})\)/;
const ANSWER = /\b(?:reply|res|response|w|rw|ctx|c)\b/;
const ONLY_RETURNS = /^[\s{(]*return(?:\s+(?:None|undefined|nil|reply|res))?\s*;?\s*\}?\s*$/;
const STATEMENT = /^\s*(?:(?:const|let|var)\s+[\w{}, ]{1,60}=\s*|\w{1,40}\s*=\s*)?(?:await\s+)?(?:\w+\.)?(\w+)\(([^\n]{0,200})\)\s*;?\s*$/;
const REQUEST = /\b(?:req|request|ctx|c|context|headers|conn)\b/;
function refusalIn(handler, context) {
const lines = handler.text.split('\n');
for (const [i, line] of lines.entries()) {
const at = { file: handler.file, line: handler.line + i, column: 1 };
const found = i === 0 ? undefined : refusalAt(lines, i, { ...context, ...at });
if (found)
return { at, ...found };
if (i > 0 && throwsFor(line, context))
return { at, isGuard: true };
}
return undefined;
}
function refusalAt(lines, i, context) {
if (!CONDITION.test(lines[i] ?? ''))
return undefined;
const { condition, block, after } = conditionAt(lines, i);
if (ABOUT_ROUTE.test(condition))
return undefined;
const isInverse = EXPOSITION.test(block) && !REFUSES.test(block) && !HIDES.test(block);
const answer = isInverse ? after : block;
const isGuard = REFUSES.test(answer) || (block.length < 200 && ONLY_RETURNS.test(block) && handsOver(condition, context));
if (!isGuard && (!HIDES.test(answer) || isDecidedWithin(answer)))
return undefined;
const unset = isGuard ? undefined : unsetBefore(lines, i, context);
if (unset)
return { isGuard, setting: unset };
const found = settingOf(condition, context);
if (!found)
return isGuard && !isInverse ? { isGuard } : undefined;
const { holdsWhen, ...plain } = found;
return {
isGuard,
setting: { ...plain, ...(holdsWhen !== undefined && { holdsWhen: holdsWhen !== isInverse }) },
};
}
function isDecidedWithin(block) {
const lines = block.split('\n');
const first = lines.findIndex((line) => HIDES.test(line));
return lines.slice(0, first).some((line) => CONDITION.test(line));
}
const IS_ELSE = /^\s*\}?\s*(?:else\s+if|elif)\b/;
const IS_SET = /^\(?\s*[\w.?]{1,80}(?:\s*(?:!==?\s*(?:undefined|null|nil|''|""|``)|is\s+not\s+None))?\s*\)?\s*$/;
function unsetBefore(lines, at, context) {
if (!IS_ELSE.test(lines[at] ?? ''))
return undefined;
const indent = indentOf(lines[at] ?? '');
const before = lines.slice(0, at).findLastIndex((line) => CONDITION.test(line) && indentOf(line) === indent);
if (before < 0)
return undefined;
const { condition } = conditionAt(lines, before);
const found = IS_SET.test(condition) ? settingOf(condition, context) : undefined;
return found ? { name: found.name, isPresence: true } : unsetBefore(lines, before, context);
}
function conditionAt(lines, at) {
const indent = indentOf(lines[at] ?? '');
const length = lines.slice(at + 1).findIndex((line) => line.trim() !== '' && indentOf(line) <= indent);
const end = length < 0 ? lines.length : at + 1 + length;
const whole = lines.slice(at, end).join('\n');
const start = /\b(?:if|unless)\b\s*/.exec(whole)?.[0] ?? 'elif ';
const from = whole.indexOf(start) + start.length;
const to = whole[from] === '('
? closingOf(whole, from)
: from + whole.slice(from).search(/[{:]\s*(?:\n|$)|\bthen\b|$/);
return { condition: whole.slice(from, to), block: whole.slice(to + 1), after: lines.slice(end).join('\n') };
}
function closingOf(text, from) {
let depth = 0;
for (let i = from; i < text.length; i++) {
if (text[i] === '(')
depth++;
if (text[i] === ')' && --depth === 0)
return i + 1;
}
return text.length;
}
const MOST_CALLS = 10;
function handsOver(condition, { definitionOf }) {
const [, name = '', args = ''] = HANDS_OVER.exec(condition) ?? [];
if (name === '' || !ANSWER.test(args))
return false;
const definition = definitionOf(name);
if (!definition)
return /[aA]uth(?!or\b)/.test(name);
const called = [...definition.text.matchAll(/\b(\w{2,60})\(/g)].slice(0, MOST_CALLS);
return [definition, ...called.map(([, other = '']) => definitionOf(other))].some((one) => one !== undefined && REFUSES.test(one.text));
}
function throwsFor(line, { definitionOf }) {
const [, name, args = ''] = STATEMENT.exec(line) ?? [];
if (name === undefined || !REQUEST.test(args))
return false;
const definition = definitionOf(name);
return (definition !== undefined &&
/\b(?:throw|raise|abort\()/.test(definition.text) &&
REFUSES.test(definition.text));
}
;
const GUARD = /\b(?:\w*(?:[aA]uth(?!or\b)|[aA]dmin|[gG]uard)\w*(?!\w*\.\w*[mM]atchers)|has(?:Any)?(?:Role|Authority)|login_required|Depends\(\s*_?(?:(?:require|verify|current)_\w+|get_\w*(?:current|user|principal|auth|token|key)\w*)|before_action\s+:authenticate\w*)\b/;
const handler_REFUSES = /\b40[13]\b|HTTP_40[13]|[uU]nauthorized|[fF]orbidden|UNAUTHORIZED|FORBIDDEN/;
const SECRET = /\b\w*(?:METRICS|PROM(?:ETHEUS)?|SCRAPE)\w*_(?:TOKEN|SECRET|KEY|PASSWORD|USER|AUTH)\w*\b/i;
const handler_SETTING = /\b[\w.]*(?:METRICS?|PROM(?:ETHEUS)?|OBSERVABILITY|TELEMETRY)[_.]?\w*(?:ENABLED?|DISABLED?)\b|\b[\w.]*(?:ENABLE|DISABLE)_?\w*(?:METRICS?|PROM(?:ETHEUS)?|OBSERVABILITY|TELEMETRY)\w*\b/i;
function handlerAt(at, source, files) {
const lines = source.text.split('\n');
const definitionOf = definitionIn(files, source.file);
const { signature, body } = OTHER_PATH.test(lines[at] ?? '')
? { signature: [lines[at] ?? ''], body: restOf(lines, at) }
: bodyOf(lines, at);
const own = { file: source.file, line: at + 1, text: [...signature, ...body].join('\n') };
const name = body.length === 0 ? handlerName(own.text) : undefined;
const other = name === undefined ? undefined : definitionOf(name);
const code = `${own.text}\n${other?.text ?? ''}`;
const guard = guardIn([callOf(lines, at), signatureBelow(lines, at)]) ?? secretIn(code);
const refusal = guard === undefined ? refusalIn(other ?? own, { definitionOf, files }) : undefined;
const condition = settingIn([...ancestorPlaces(lines, at).map((i) => lines[i] ?? ''), code]);
return {
...answerOf(code),
text: code.replace(/(["'`])[^\n]*?\1|\s+/g, ''),
...(guard !== undefined && { guard }),
...(condition !== undefined && { condition }),
...(refusal && { refusal }),
};
}
const OTHER_PATH = /!==?\s*["'`]\/[\w./-]{1,80}["'`]\)?\s*\)?\s*(?:\{\s*)?return\b/;
const MOST_REST = 60;
function restOf(lines, at) {
const indent = indentOf(lines[at] ?? '');
const below = lines.slice(at + 1, at + 1 + MOST_REST);
const end = below.findIndex((line) => line.trim() !== '' && indentOf(line) < indent);
return end < 0 ? below : below.slice(0, end);
}
function signatureBelow(lines, at) {
const first = lines[at + 1] ?? '';
if (!/^\s*(?:async\s+)?def\s+\w+\($/.test(first))
return first;
const below = lines.slice(at + 1, at + 2 + handler_MOST_LINES);
const end = below.findIndex((line) => /^\s*\)/.test(line));
return end < 0 ? first : below.slice(0, end).join('\n');
}
const handlerName = (line) => /([A-Za-z_]\w*)(?:\(\))?[^\w"'`]*$/.exec(line.replace(/\.(?:Methods|name|Name|methods|bind)\([^)]{0,100}\)[^\n]{0,40}$/, ''))?.[1];
const handler_MOST_LINES = 8;
function callOf(lines, at) {
const end = lines[at] ?? '';
const indent = end.search(/\S/);
if (!/^\s*\)?\./.test(end))
return end;
const before = lines.slice(Math.max(0, at - handler_MOST_LINES), at);
const first = before.findLastIndex((line) => line.search(/\S/) === indent && /\w/.test(line) && !/^\s*[.)]/.test(line));
return first < 0 ? end : [...before.slice(first), end].join('\n');
}
function guardIn([route = '', next = '']) {
if (/permitAll\(/.test(route + next))
return undefined;
const isSignature = /^\s*(?:async\s+)?(?:def|function|public|private)\b/.test(next) || /[mM]atchers\(/.test(route);
const code = `${route}\n${isSignature ? next : ''}`
.replace(/(?:\/\/|#).*$/gm, '')
.replace(/(["'`]).*?\1/g, '');
return GUARD.exec(code)?.[0].replace(/^Depends\(\s*/, '');
}
const secretIn = (code) => handler_REFUSES.test(code) ? SECRET.exec(code)?.[0] : undefined;
function settingIn(texts) {
const asking = texts
.flatMap((text) => text.split('\n'))
.filter((line) => line.length < 300 && /\b(?:if|unless|when)\b|&&|\?/.test(line));
return asking.map((line) => handler_SETTING.exec(line)?.[0]).find((one) => one !== undefined);
}
;
const metrics_switch_MOST_STEPS = 2;
const IS_THERE = /\bif\s*\(?\s*(?:let Some\(\w+\) = )?&?(?:\w+\.){0,3}\w*(?:metrics|prom)\w*\s*(?:!=\s*nil|!==?\s*(?:undefined|null)|is not None|\)|:|\{)/i;
function switchAround(at, files, steps = metrics_switch_MOST_STEPS) {
const lines = files.find(({ file }) => file === at.file)?.text.split('\n') ?? [];
const place = at.line - 1;
const own = lines[place] ?? '';
const places = ancestorPlaces(lines, place);
const first = places.at(-1) ?? place;
const returns = lines
.slice(first, place)
.filter((line, i) => indentOf(line) <= indentOf(own) && /\breturn\b/.test(`${line} ${lines[first + i + 1] ?? ''}`));
const around = [own, ...places.map((i) => lines[i] ?? '')];
const name = settingIn([...around, ...returns]);
if (name !== undefined)
return switchNamed(name, files);
if (around.some((line) => IS_THERE.test(line)))
return theSwitch(files);
const uses = steps === 0 ? [] : (usesAround(at, files) ?? []);
const [by, ...more] = uses.map((use) => switchAround(use, files, steps - 1));
return more.every((one) => one?.name === by?.name) ? by : undefined;
}
const metrics_switch_conditionOf = ({ isRoute, condition }, at, files) => (isRoute ? switchAround(at, files) : undefined) ??
(condition === undefined ? undefined : switchNamed(condition, files));
const withConditionsHeld = (found, settings) => ({
...found,
hints: found.hints.map((one) => one.condition ? { ...one, condition: overruled(one.condition, settings()) } : one),
});
;
const default_port_VARIABLE = /["'`](?:\w{1,40}_)?(?:METRICS|PROM(?:ETHEUS)?|EXPORTER)_(?:[A-Z]{1,20}_){0,2}(?:PORT|ADDR|ADDRESS|BIND|LISTEN)["'`]/;
const CHAINED = /\.unwrap_or(?:_else)?\([^\d\n]{0,40}?(?:[\d.]{7,15}:|:)?(\d{4,5})\b/;
const KEPT = /\b(\w{1,40})\s*(?:,\s*\w{1,20}\s*)?:?=\s/;
const default_port_NUMBER = '["\'`]?[^\\s"\'`]{0,20}?:?(\\d{4,5})\\b';
const default_port_MOST_LINES = 6;
function defaultPort(lines, at) {
const line = lines[at] ?? '';
if (!default_port_VARIABLE.test(line))
return undefined;
const following = lines.slice(at + 1, at + 1 + default_port_MOST_LINES).map((one) => one.slice(0, 200));
const chain = [line, ...following.slice(0, lengthOfChain(following))];
const chained = chain.map((one) => CHAINED.exec(one)?.[1]).find((port) => port !== undefined);
const name = KEPT.exec(line)?.[1];
const set = name === undefined ? undefined : new RegExp(`\\b${name}\\s*=(?!=)\\s*${default_port_NUMBER}`);
const port = Number(chained ?? following.map((one) => set?.exec(one)?.[1]).find((one) => one !== undefined));
return port > 0 && port < 65_536 ? port : undefined;
}
const lengthOfChain = (lines) => {
const end = lines.findIndex((line) => !/^\s*[.)]/.test(line));
return end < 0 ? lines.length : end;
};
;
const PORTS = [
/\b\w*(?:METRICS|PROM(?:ETHEUS)?)_PORT\b[^\d\n]{1,24}(\d{4,5})\b/i,
/\bmetrics_?(?:port|addr|address|listen|bind)\b[^\d\n]{1,24}?(?:[\d.]*:)?(\d{4,5})\b/i,
/\bmetrics_?(?:addr|address|listen|bind)\b[^\n]{0,60}\[[\d, ]{7,30}\],\s*(\d{4,5})\b/i,
/\bstart_http_server\(\s*(?:port\s*=\s*)?(\d{4,5})\b/,
/\bwith_http_listener\([^)\n]*?[,:]\s*(\d{4,5})\b/,
/\bListenAndServe\(\s*"[^":]*:(\d{4,5})",\s*promhttp/,
/\bPrometheusExporter\(\s*\{[^}\n]*\bport:\s*(\d{4,5})\b/,
];
const ports_LISTENS = /\bHandler:\s*promhttp\.Handler|\bListenAndServe\([^\n]{1,100},\s*promhttp\.Handler|\b(?:with_http_listener|start_http_server)\(\s*[\w&*(]|\bPrometheusExporter\(\s*\{[^}\n]*\bport\b/;
const SERVES = /(?:\b(?:ListenAndServe\(|Addr:)\s*"[^"\n]{0,60}:|\.listen\(\s*|\b(?:uvicorn\.run|Config)\([^)\n]{0,200}\bport\s*=\s*)(\d{4,5})\b/;
const ACTUATOR_PORT = /^management:[ \t]*\n(?:[ \t][^\n]*\n)*?[ \t]+server:[ \t]*\n[ \t]+port:[ \t]*(\d+)|^management\.server\.port[ \t]*[=:][ \t]*(\d+)/m;
const METRICS_SERVER = /\bmetrics_server:\s*\[[^\]]{0,200}?\bport:\s*(\d{4,5})\b/;
function portAt(lines, at) {
const line = lines[at] ?? '';
const number = PORTS.map((pattern) => Number(pattern.exec(line)?.[1])).find((one) => one > 0 && one < 65_536);
return number ?? defaultPort(lines, at);
}
const HANDLER_ONLY = /\bListenAndServe\(\s*([^\n]{1,100}),\s*promhttp\.Handler|\bAddr:\s*([^\n]{1,100}),\s*\n[^{}]{0,200}\bHandler:\s*promhttp\.Handler/;
function handlerPort(lines, at, context) {
if (!lines[at]?.includes('promhttp.Handler'))
return undefined;
const [, called, set] = HANDLER_ONLY.exec(lines.slice(Math.max(0, at - 4), at + 1).join('\n')) ?? [];
const address = called ?? set;
return address === undefined ? undefined : portValue(address, context())?.port;
}
const listensAt = (line) => ports_LISTENS.test(line);
const exposesAt = (line) => /\.expose\(|\b(?:PrometheusMetrics|promBundle|MapMetrics|MapPrometheusScrapingEndpoint)\(|\bdjango_prometheus\.urls\b/.test(line);
const ports_NUMBER = '(?:["\'`][^"\'`\\n]{0,60}:)?(\\d{4,5})\\b';
function ownServerPort(on, { file, text }) {
const name = on === 'http' ? 'nil' : on.split('.').at(-1);
const isGo = file.endsWith('.go');
if (!name || !(isGo || /metric|prom|monitor|internal|admin|probe/i.test(name)))
return undefined;
const patterns = isGo
? [
`\\bListenAndServe\\(\\s*${ports_NUMBER}["\`]?,\\s*${name}\\s*\\)`,
`\\bhttp\\.Server\\{[^{}]{0,200}?\\bAddr:\\s*${ports_NUMBER}[^{}]{0,300}?\\bHandler:\\s*${name}\\b`,
`\\bhttp\\.Server\\{[^{}]{0,300}?\\bHandler:\\s*${name}\\b[^{}]{0,300}?\\bAddr:\\s*${ports_NUMBER}`,
]
: [
`\\b${name}\\.listen\\(\\s*(?:\\{\\s*port:\\s*)?${ports_NUMBER}`,
`\\bcreateServer\\(\\s*${name}\\s*\\)\\.listen\\(\\s*${ports_NUMBER}`,
`\\b(?:uvicorn\\.run|Config|run_app|serve)\\(\\s*${name}\\b[^)\\n]{0,200}?\\bport\\s*[=:]\\s*${ports_NUMBER}`,
];
const port = Number(patterns.map((one) => new RegExp(one).exec(text)?.[1]).find((one) => one !== undefined));
return port > 0 && port < 65_536 ? port : undefined;
}
const servedPort = (text) => Number(SERVES.exec(text)?.[1]);
function configuredPort({ file, text }) {
const actuator = /application/.test(file) ? ACTUATOR_PORT.exec(text) : null;
const server = file.endsWith('.exs') ? METRICS_SERVER.exec(text) : null;
if (actuator)
return { port: Number(actuator[1] ?? actuator[2]), index: 0 };
return server ? { port: Number(server[1]), index: server.index } : undefined;
}
;
const CONNECTED = /^@(?:\w{1,40}\.)?(?<before>celeryd|worker|beat)_\w{1,40}\.connect\b[^\n]{0,100}\n(?:@[^\n]{0,100}\n){0,4}(?:async )?def (?<named>\w{1,60})|^(?:\w{1,40}\.)?(?<of>celeryd|worker|beat)_\w{1,40}\.connect\(\s*(?<given>\w{1,60})/gm;
const PROGRAM = /\bcelery\b[^;&|]{0,300}?\s(worker|beat)\b/;
function hookedEndpoints({ facts }, { files, startedBy }, starts) {
const hooks = files.flatMap((file) => hooksIn(file, files));
if (hooks.length === 0)
return [];
const isStarted = (at, process) => [...startedBy(at), ...starts.filter((one) => one.files.length === 0)].some((one) => one.process === process);
return startCommands(facts).flatMap(({ process, command }) => {
const program = PROGRAM.exec(command)?.[1];
const hook = hooks.find((one) => one.program === program && isStarted(one.at, process));
const port = hook && (portOfMachines(facts) ?? hook.listener.port);
if (!hook || port === undefined)
return [];
const why = `${placeText(hook.at)} starts the server for metrics of ${placeText(hook.listener.at)} in each ${program}`;
return [{ port, path: '/metrics', at: hook.at, why, ...(process !== undefined && { process }) }];
});
}
function portOfMachines({ fly: { env } }) {
const value = env.find(({ key }) => /^(?:\w+_)?(?:METRICS|PROM(?:ETHEUS)?)_PORT$/.test(key))?.value;
return Number(value) > 0 ? Number(value) : undefined;
}
function hooksIn(source, files) {
const { file, text } = source;
if (!file.endsWith('.py') || !text.includes('.connect'))
return [];
return [...text.matchAll(CONNECTED)].flatMap(({ index, groups }) => {
const name = groups?.named ?? groups?.given ?? '';
const listener = listenerOf(name, file, { files, steps: process_hooks_MOST_STEPS });
const program = (groups?.before ?? groups?.of ?? '').replace('celeryd', 'worker');
return listener ? [{ program, at: { file, line: (0, lib_text.mh)(text, index), column: 1 }, listener }] : [];
});
}
const process_hooks_MOST_STEPS = 4;
const process_hooks_MOST_CALLS = 12;
function listenerOf(name, near, { files, steps }) {
const definition = steps > 0 ? definitionIn(files, near)(name) : undefined;
if (!definition)
return undefined;
const lines = definition.text.split('\n');
const own = lines.map((_, i) => portAt(lines, i)).find((port) => port !== undefined) ?? process_hooks_defaultOf(definition);
const at = lines.findIndex(listensAt);
if (at >= 0)
return { at: { file: definition.file, line: definition.line + at, column: 1 }, port: own };
const called = [...definition.text.matchAll(/(?<!def )\b([a-z_]\w{2,60})\(/g)].slice(0, process_hooks_MOST_CALLS);
for (const [, other = ''] of called) {
const found = other === name ? undefined : listenerOf(other, definition.file, { files, steps: steps - 1 });
if (found)
return { ...found, port: own ?? found.port };
}
return undefined;
}
function process_hooks_defaultOf({ text }) {
const port = Number(/^[^\n]{0,200}\bport\b[^\n,=]{0,40}=\s*(\d{4,5})\b/.exec(text)?.[1]);
return port > 0 ? port : undefined;
}
;
function checkedRoutes(checks) {
const routes = [...new Set(checks)].flatMap(splits);
const whole = new Set();
const files = new Map();
return {
read({ file, text }) {
for (const one of routes) {
if (one.isWhole.test(text))
whole.add(one);
if (one.isRoute.test(text))
files.set(one.route, (files.get(one.route) ?? new Set()).add(file));
}
},
prefixOf(file, path) {
const found = routes.find((one) => {
const having = files.get(one.route);
return !whole.has(one) && having?.size === 1 && having.has(file);
});
return found && !path.startsWith(`${found.prefix}/`) ? found.prefix : '';
},
};
}
const splits = (path) => [...path.matchAll(/(?<=.)\//g)].map(({ index }) => ({
prefix: path.slice(0, index),
route: path.slice(index),
isRoute: registration(path.slice(index)),
isWhole: registration(path),
}));
const registration = (route) => new RegExp(`\\b(?:get|any|all|use|route|handle|handle_?func|add_?route|path|map_?get)[ \\t]*\\(?[ \\t]*["'\`](?:GET )?${route.replace(/[^\w/-]/g, '\\$&')}["'\`]`, 'i');
;
const path_settings_FIELD = /(?<=\w\(\s{0,8})(?:(["'`]GET )["'`]\s?\+\s?)?[\w.]{1,60}\.(\w{0,30}[mM]etrics?\w{0,20}Path)(?=\s?,)/;
function withDefaultPath(line, files) {
const [whole, method = '"', name] = path_settings_FIELD.exec(line) ?? [];
if (whole === undefined || name === undefined)
return line;
const given = new RegExp(`\\b${name}\\b["']?\\s{0,20}:?=?\\s[^\\n]{0,100}?["'\`](/[\\w./-]{1,100})["'\`]`, 'g');
const paths = new Set(files.flatMap(({ text }) => text.includes(name) ? [...text.matchAll(given)].map(([, path = '']) => path) : []));
const [path, ...others] = paths;
return path === undefined || others.length > 0
? line
: line.replace(whole, () => `${method}${path}${method[0]}`);
}
;
const slash_MOUNT = /\b[mM]ount\(\s*(?:path\s*=\s*)?["']/;
const STARLETTE = /\b(?:fastapi|starlette)\b/;
const OTHER_PATTERN = /\.path_regex\s*=/;
function writtenPath(path, line, { source, files }) {
const isMounted = isMountedApp(line, source, files);
const isPython = source.file.endsWith('.py');
const isSlashKept = isPython || (source.file.endsWith('.go') && /\.GET\(/.test(line));
return {
path: isMounted ? path.replace(/\/?$/, '/') : path,
...(isMounted && { isMounted }),
...(isSlashKept && { isSlashKept }),
};
}
const isMountedApp = (line, { file, text }, files) => file.endsWith('.py') &&
slash_MOUNT.test(line) &&
!OTHER_PATTERN.test(text) &&
[text, ...files.map((one) => one.text)].some((one) => STARLETTE.test(one));
;
const code_routes_PATH = /["'`](?:GET )?(\/[\w./-]*(?:metrics|prometheus)\/?)["'`]/;
const BARE_PATH = /(?:\bRoot\s*\/|\b(?:re_)?path\(|\burl\(|^\s*(?:get|match)\b\(?|(?:Route::|\$\w+->|@)[gG]et\(|\bMapGet\()\s*r?["'`]\^?((?:[\w-]+\/){0,4}(?:metrics|prometheus)\/?)\$?["'`]/;
const REGISTERS = /\b(?:\w*\.)?(?:get|use|all|route|mount|handle\w*|map\w*|path|add_\w*route|add_get|add_url_rule|scope)\(|\bGET\s*->|@\w+(?:\.\w+)*\(|#\[get\(/i;
const code_routes_NO_ROUTE = /fetch\(|axios|http\.?get\(|(?:=>|\breturn|\bawait)\s+(?:(?:api|client)\w*\.)?(?:get|request)(?:<[^>\n]{0,80}>)?\(|href|skip|exclude|ignore|import |from ["']|require\(|https?:\/\//i;
const ON = /([\w$][\w$.]*)\s*\.\s*\w+\(\s*(?:\w+\.)?(?:["'`]\w+["'`],\s*)?$/;
const ANY_ROUTE = /(?:[\w$.]*\.(?:get|GET|Get|route|Handle|HandleFunc)|@(?:Get|GetMapping))\(\s*["'`](?:GET )?(\/[\w./-]{0,100}|)["'`]/;
const HANDLER = /,\s*[\w.]*(?:[mM]etrics|[pP]rom(?:etheus)?)(?:Page|Route)?[hH]andler\b/;
const COMPARES = /[=!]==?\s*["'`]|["'`]\s*[=!]==?|\bcase\b|["'`]\)?\s*(?:=>|->)|\b(?:startsWith|starts_with|startswith|equals)\(|^\s*(?:get|match|forward|mount|scope)\b/;
const TELLS = /^\s*return\s[^?&{}]{0,100}[=!]==?[^?&{}]{0,200}$/;
const COMMENT = /^\s*(?:\/\/|#(?!\[)|\*|--)/;
const code_routes_WRITES = new RegExp(`\\bgenerate_latest\\(|\\bpromhttp\\.|\\b(?:register|registry|client\\.register)\\.metrics\\(|["'\`]# (?:HELP|TYPE) |${MEDIA_TYPE}`);
function routesIn(source, files) {
const { text } = source;
const isWriting = code_routes_WRITES.test(text);
if (!isWriting && !/metrics|prometheus/i.test(text))
return [];
const lines = text.split('\n');
return lines.flatMap((_, i) => {
const written = wholeLine(lines, i);
const line = withDefaultPath(written, files);
if (line.length > 500 || COMMENT.test(line))
return [];
const { path, isNamed } = routePath(line, isWriting);
if (path === undefined)
return [];
const handler = handlerAt(i, source, files);
if (handler.answers === 'json' || (!isNamed && !handler.isCertain))
return [];
if (line !== written)
delete handler.answers;
const on = ON.exec(line.slice(0, Math.max(0, line.search(/["'`](?:GET )?\^?[\w/.-]*["'`$]/))))?.[1] ?? '';
return [
{
...handler,
line: i + 1,
...writtenPath(path, line, { source, files }),
on,
isRoute: REGISTERS.test(line),
isAnswered: REGISTERS.test(line) || (COMPARES.test(line) && !TELLS.test(line)),
hasHandler: HANDLER.test(line),
},
];
});
}
function routePath(line, isWriting) {
const named = code_routes_NO_ROUTE.test(line) ? undefined : code_routes_pathIn(line);
const isNamed = named !== undefined && METRICS_PATH.test(named);
return { path: isNamed ? named : isWriting ? ANY_ROUTE.exec(line)?.[1] : undefined, isNamed };
}
function wholeLine(lines, at) {
const line = lines[at] ?? '';
const next = lines[at + 1] ?? '';
return /[\w)]\(\s*$/.test(line) && line.length < 200 && /^\s*["'`]/.test(next)
? `${line}${next.trim()}`
: line;
}
function code_routes_pathIn(line) {
const bare = BARE_PATH.exec(line)?.[1];
return code_routes_PATH.exec(line)?.[1] ?? (bare === undefined ? undefined : `/${bare}`);
}
;
const FILE_ROUTES = [
/(?:^|\/)app(\/(?:[\w-]+\/)*metrics)\/route\.[jt]s$/,
/(?:^|\/)pages(\/api\/(?:[\w-]+\/)*metrics)(?:\/index)?\.[jt]s$/,
/(?:^|\/)routes(\/(?:[\w-]+\/)*metrics)(?:\/\+server|\/index)?\.[jt]s$/,
];
const fileRoute = (file) => FILE_ROUTES.map((pattern) => pattern.exec(file)?.[1]).find((route) => route !== undefined);
;
const GIVEN = /\b(?:func|function)\s[^\n]{0,160}?\b(\w{1,30})(?:\s+\*(?:fiber\.App|gin\.Engine|echo\.Echo)|:\s*(?:\w{1,20}\.)?(?:Express|Application|FastifyInstance|Hono|Koa))\b/g;
const MADE = /\b(?:fiber\.New|gin\.(?:New|Default)|echo\.New|express|fastify|Fastify|new (?:Hono|Koa))\(/g;
function appGuards(files) {
const made = files.reduce((sum, { text }) => sum + (text.match(MADE)?.length ?? 0), 0);
if (made !== 1)
return [];
return files.flatMap(({ file, text }) => {
const lines = text.split('\n');
return [...text.matchAll(GIVEN)].flatMap(({ 1: app = '', index }) => {
const start = (0, lib_text.mh)(text, index);
const put = new RegExp(`^\\s{1,4}${app}\\.[uU]se\\(\\s*(?:\\w+\\.)?(\\w{2,60})`);
return bodyOf(lines, start - 1).body.flatMap((line, i) => {
const name = put.exec(line)?.[1];
return name === undefined ? [] : { file, line: start + 1 + i, name };
});
});
});
}
;
const UNAUTHORIZED = /\b401\b|HTTP_401|StatusUnauthorized|UNAUTHORIZED|\bUnauthorized(?:Exception|Error)?\b|\bAuthGuard\(|\bHTTPBearer\(|\bHTTPBasic\(|\bOAuth2PasswordBearer\(|\bAPIKeyHeader\(/;
const FORBIDDEN = /\b403\b|HTTP_403|StatusForbidden|FORBIDDEN|\bForbidden(?:Exception|Error)?\b/;
const OTHER_REASON = /user[-_]?agent|rate[-_]?limit|\bblock(?:ed|list)/i;
const KNOWN = /\b(?:[bB]asicAuth|[bB]earerAuth|HttpAuthentication|ValidateRequestHeaderLayer)\b|\bpassport\.authenticate\(/;
const ASKS = /auth(?!or\b)|user|token|key|guard|protect|require|verify|session|login|credential/i;
const DEPENDS = /\b(?:Depends|Security)\(/;
const guards_NAME = /\b(?:Depends|Security)\(\s*(\w{3,60})|(?<![\w.])(?:(?:self|this|cls|\w)\.)?(?!(?:func|function|def|async|return|if|for|while|switch|catch)\b)([A-Za-z_]\w{2,60})(?=\(|\[|\.(?:has|includes|contains|some|indexOf)\b)|\bin\s+(?:self\.)?(\w{3,60})|\b([A-Z][A-Z\d_]{2,60})\b/g;
const guards_WRITES = /\b[mM]ethod\b[^\n]{0,40}["'](?:GET|HEAD|POST|PUT|PATCH|DELETE)["']|\bsafe_?methods\b|^[^\n]*[cx]srf/i;
const COMPARED = /(?:[=!]==?|>=?|\bin)\s*[([{]?\s*\d{3}(?:\s*,\s*\d{3})*|\bcase\s+\d{3}/g;
const ONLY_BELOW = /(?:!|\bnot\s+)[\w.()]{0,60}(?:path|url)\w{0,20}(?:\(\))?\.starts_?[wW]ith\(\s*["'`](\/[^"'`\n]{1,80})["'`]|\bHasPrefix\([\w.]{1,60}Path,\s*"(\/[^"\n]{1,80})"\)/;
const guards_MOST_NAMES = 40;
function guards({ name, code }, path, textOf) {
if (KNOWN.test(code))
return true;
const isInline = code.includes('\n') && /^(?:async\b|function\b|func\b|\()/.test(code);
const own = isInline
? [code]
: (code.split('\n', 1)[0]?.match(/[A-Za-z_]\w{2,60}/g) ?? [])
.slice(0, guards_MOST_NAMES)
.flatMap((one) => textOf(one) ?? []);
const behind = (texts) => guards_namesIn(texts.join('\n')).flatMap((one) => textOf(one) ?? []);
const isDeep = ASKS.test(name) || DEPENDS.test(code + own.join(''));
if (own.length === 0 || !(isRefusing(own) || isDeep))
return false;
const first = behind(own);
const all = isRefusing([...own, ...first]) ? [...own, ...first] : [...own, ...first, ...behind(first)];
const below = ONLY_BELOW.exec(all.join('\n'));
const isOther = below !== null && !path.startsWith(below[1] ?? below[2] ?? '');
return isRefusing(all) && !isOther && !all.some((text) => text.includes(path.replace(/\/$/, '')));
}
const isRefusing = (texts) => texts.some((text) => {
const plain = text.replace(COMPARED, '');
const isRefusal = UNAUTHORIZED.test(plain) || (FORBIDDEN.test(plain) && !OTHER_REASON.test(plain));
return isRefusal && !guards_WRITES.test(text);
});
const guards_namesIn = (text) => [
...new Set([...text.matchAll(guards_NAME)].flatMap(([, ...found]) => found.find((one) => one !== undefined) ?? [])),
].slice(0, guards_MOST_NAMES);
const guards_MOST_LINES = 120;
function textsIn(files) {
const known = new Map();
return (name, file) => {
const key = `${file} ${name}`;
if (!known.has(key))
known.set(key, (/^[A-Z]/.test(name) ? classText(name, files) : undefined) ?? definitionIn(files, file)(name)?.text);
return known.get(key);
};
}
function classText(name, files) {
const start = new RegExp(`^(?:export\\s+)?(?:default\\s+)?class\\s+${name}\\b`);
for (const { text } of files) {
const lines = text.includes(`class ${name}`) ? text.split('\n') : [];
const at = lines.findIndex((line) => start.test(line));
if (at >= 0)
return [lines[at], ...bodyOf(lines, at, guards_MOST_LINES).body].join('\n');
}
return undefined;
}
;
const HOSTS = [
[/\.py$/, /\b(\w{0,40}TrustedHost\w{0,40})\s*,\s*allowed_hosts\s*=\s*(\[[^\]]{0,500}\]|[\w.]{1,60})/],
[/settings[\w/]*\.py$/, /^(ALLOWED_HOSTS)\s*=\s*(\[[^\]]{0,500}\]|[^\n]{1,300})/m],
[
/(?:^|\/)config\/(?:application|environments\/production)\.rb$/,
/^\s*(config\.hosts)\s*(?:<<|\+?=|\.push)\s*([^\n]{1,300})/m,
],
];
const host_guards_ELSEWHERE = /(?:^|[/._-])(?:dev|development|local|test|testing|ci)(?:[/._-]|$)/;
const ANY = /environ|getenv|\benv\b|ENV|["'`]\*["'`]|["'`,=]\*(?:["'`,]|$)|::\/0|\.\*|\bnil\b/m;
const hostGuard = (files) => files
.filter(({ file }) => !host_guards_ELSEWHERE.test(file))
.flatMap((source) => HOSTS.flatMap((way) => hostsIn(source, way, files) ?? []))[0];
function hostsIn({ file, text }, [of, pattern], files) {
const found = of.test(file) && /hosts/i.test(text) ? pattern.exec(text) : null;
if (!found)
return undefined;
const [, name = '', hosts = ''] = found;
const before = text.slice(text.lastIndexOf('\n', found.index) + 1, found.index);
const known = /^[\w.]+$/.test(hosts)
? definitionIn(files, file)(hosts.split('.').at(-1) ?? hosts)?.text
: hosts;
const isList = known !== undefined && /["'`][\w-]+(?:\.[\w-]+)*["'`,]/.test(known);
if (/^\s*#/.test(before) || !isList || ANY.test(known))
return undefined;
return { name, file, line: (0, lib_text.mh)(text, found.index), isHost: true };
}
;
const ANSWERED_BY = /["']([\w/]{1,80})#(\w{1,60})["']/;
const PARENT = /^\s*class\s+[\w:]+\s*<\s*(?:\w+::)*(\w+)/m;
const BEFORE = /^[ \t]*(skip_)?before_action\s*\(?\s*:(\w+[!?]?)([^\n]{0,200})/gm;
const rails_guards_ASKS = /auth|login|require_user/i;
const MOST_PARENTS = 4;
function railsGuard(line, files) {
const [, controller, action = ''] = ANSWERED_BY.exec(line) ?? [];
const sources = controller === undefined ? [] : controllers(`${controller}_controller`, files);
const asked = sources.flatMap(({ file, text }) => [...text.matchAll(BEFORE)]
.filter(([, , , options = '']) => isFor(action, options))
.map(({ 1: skips, 2: name = '', index }) => ({ skips, name, file, line: (0, lib_text.mh)(text, index) })));
const isSkipped = (name) => asked.some((one) => one.skips !== undefined && one.name === name);
const found = asked.find(({ skips, name }) => !skips && rails_guards_ASKS.test(name) && !isSkipped(name));
return found && { name: found.name, file: found.file, line: found.line };
}
function controllers(name, files, most = MOST_PARENTS) {
const source = most > 0 ? files.find(({ file }) => file.endsWith(`controllers/${name}.rb`)) : undefined;
const parent = source && PARENT.exec(source.text)?.[1];
return source ? [source, ...(parent ? controllers(underscored(parent), files, most - 1) : [])] : [];
}
const isFor = (action, options) => {
const named = new RegExp(`[:\\s"'\\[]${action}\\b`).test(options);
return /\bonly:/.test(options) ? named : !(/\bexcept:/.test(options) && named);
};
const underscored = (name) => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase();
;
const LAYER = /\.(?:route_layer|layer|wrap)\(\s*(?:\w+::)*(?:from_fn(?:_with_state)?\(\s*(?:[\w.&]+(?:\(\))?,\s*)?)?(?:\w+::)*(\w+)/;
const MOST_MERGES = 2;
function layersAround(lines, at, most = MOST_MERGES) {
const indent = indentOf(lines[at] ?? '');
const length = lines.slice(at).findIndex((line) => /[;}]\s*$/.test(line) && indentOf(line) <= indent);
const end = length < 0 ? lines.length : at + length + 1;
const own = lines.slice(at, end).flatMap((line, i) => {
const name = LAYER.exec(line)?.[1];
return name === undefined ? [] : [{ name, line: at + i + 1 }];
});
const start = lines.slice(0, at + 1).findLast((line) => /^\s*let\s/.test(line));
const variable = /^\s*let\s+(?:mut\s+)?(\w+)/.exec(start ?? '')?.[1];
const merges = new RegExp(`\\.(?:merge|nest)\\([^\\n]{0,100}\\b${variable}\\b`);
const merged = variable === undefined ? -1 : lines.findIndex((line, i) => i >= end && merges.test(line));
return merged < 0 || most === 0 ? own : [...own, ...layersAround(lines, merged, most - 1)];
}
;
function guardsIn(files) {
let everywhere;
const textOf = textsIn(files);
const known = new Map();
return (route) => {
everywhere ??= [
...files.flatMap((source) => aroundAll(source)),
...appGuards(files).map((one) => ({ ...one, code: one.name })),
];
const near = route.places.flatMap((place) => {
const source = files.find(({ file }) => file === place.file);
return source
? [...before(place, route, source), ...aroundPlace(place, source), ...wrapping(place, files)]
: [];
});
const found = [...near, ...everywhere].find(({ name, code, file }) => {
const key = JSON.stringify([name, code, file, route.path]);
const isGuard = known.get(key) ?? guards({ name, code }, route.path, (one) => textOf(one, file));
known.set(key, isGuard);
return isGuard;
});
return found
? { name: found.name, file: found.file, line: found.line }
: (inRails(route, files) ?? hostGuard(files));
};
}
function inRails({ places }, files) {
const [place] = places;
const source = files.find(({ file }) => file === place?.file && file.endsWith('routes.rb'));
return source && place && railsGuard(source.text.split('\n')[place.line - 1] ?? '', files);
}
const guards_around_BEFORE = /\.(?:use|Use|UseMiddleware|addHook|before_request)\(\s*(?:["'`](?<path>\/[^"'`\n]{0,80}|\*|onRequest|preHandler|preValidation)["'`]\s*,\s*)?/g;
function before(place, route, { file, text }) {
const on = place.on.replace(/[^\w.]/g, '');
if (on === '')
return [];
const lines = text.split('\n');
const around = new Set(ancestorPlaces(lines, place.line - 1));
return [...text.matchAll(guards_around_BEFORE)].flatMap((found) => {
const { 0: call, index, groups } = found;
const line = (0, lib_text.mh)(text, index);
const [parent] = ancestorPlaces(lines, line - 1);
const isAround = line < place.line && (parent === undefined || around.has(parent));
const path = groups?.path?.replace(/\/?\*.*$/, '') ?? '';
const isForPath = path === '' ? !call.includes('addHook') : !path.startsWith('/') || route.path.startsWith(path);
if (!isAround || !isForPath || !text.slice(0, index).endsWith(on))
return [];
const body = bodyOf(lines, line - 1).body.join('\n');
const code = `${text.slice(index + call.length).split('\n', 1)[0]}\n${body}`;
return [{ name: nameIn(code) ?? `${on}${call.slice(0, call.indexOf('('))}`, file, line, code }];
});
}
const nameIn = (code) => /^(?!async\b|function\b|func\b|require\()(?:\w+\.){0,3}(\w{2,60})/.exec(code)?.[1];
const IN_BLOCK = /^\s*(authenticate\w*)\b[^\n]{0,80}\bdo\b|\b(middleware)\b['"]?\s*(?:\(|=>)\s*\[?\s*["']auth\b|\bpipe_through\b[^\n]{0,80}:(\w*auth\w*)/;
const guards_around_DEPENDENCIES = /\bdependencies\s*=\s*(\[[^\]]{0,200}\]|\w+)/;
function aroundPlace(place, { file, text }) {
const lines = text.split('\n');
const at = place.line - 1;
const found = [];
for (const i of [at, ...ancestorPlaces(lines, at)]) {
const piped = lines.findIndex((line, k) => k > i && k < at && /\bpipe_through\b/.test(line) && ancestorPlaces(lines, k)[0] === i);
for (const k of [i, piped]) {
const name = IN_BLOCK.exec(lines[k] ?? '')
?.slice(1)
.find((one) => one !== undefined);
if (name !== undefined)
found.push({ name, file, line: k + 1, code: KNOWN_GUARD });
}
}
const call = [lines[at] ?? '', ...bodyOf(lines, at).body].join('\n');
const given = guards_around_DEPENDENCIES.exec(call)?.[1];
const mounted = /\.(?:use|mount|Mount|nest|route)\(\s*["'`][^"'`\n]{0,100}["'`]\s*,\s*([^\n]{1,200}),\s*[^,\n]{1,100}$/.exec(lines[at] ?? '')?.[1];
const code = given ?? mounted;
if (code !== undefined)
found.push({
name: nameIn(code.replace(/^\[\s*(?:Depends|Security)\(\s*/, '')) ?? code,
file,
line: place.line,
code,
});
const layers = file.endsWith('.rs') ? layersAround(lines, at) : [];
return [...found, ...layers.map(({ name, line }) => ({ name, file, line, code: name }))];
}
const KNOWN_GUARD = 'basicAuth';
function wrapping({ file, on }, files) {
const name = on.replace(/[^\w.]/g, '').replaceAll('.', '\\.');
if (name === '')
return [];
const pattern = new RegExp(`\\b(\\w*[aA]uth\\w*)\\(\\s*${name}\\s*\\)`, 'g');
return files
.filter((one) => external_node_path_.posix.dirname(one.file) === external_node_path_.posix.dirname(file))
.flatMap((source) => matchesIn(source, pattern));
}
const AROUND_ALL = [
/\bFastAPI\([^()]{0,300}?\bdependencies\s*=\s*(?:\[\s*(?:Depends|Security)\(\s*)?(\w+)/g,
/\badd_middleware\(\s*(\w+)/g,
/\.middleware\(\s*["']http["']\s*\)\(\s*(\w+)/g,
/@\w+\.(?:middleware\(\s*["']http["']\s*\)|before_request(?:\(\))?)\s*\n\s*(?:async\s+)?def\s+(\w+)/g,
/\bMiddleware\(\s*(\w+)/g,
/\bprovide:\s*APP_GUARD,\s*useClass:\s*(\w+)/g,
/\buseGlobalGuards\(\s*new\s+(\w+)/g,
];
const aroundAll = (source) => AROUND_ALL.flatMap((pattern) => matchesIn(source, pattern));
const matchesIn = ({ file, text }, pattern) => [...text.matchAll(pattern)].map(({ 1: name = '', index }) => ({
...{ name, code: name, file, line: (0, lib_text.mh)(text, index) },
}));
;
const isNest = (text) => /@Controller\(|\bPrometheusModule\.register/.test(text);
const CONTROLLER = /@Controller\(\s*(?:\{[^}]{0,100}?path:\s*)?["'`]\/?([\w/-]{1,100})["'`]/;
const nest_routes_MODULE = /\bPrometheusModule\.register(?:Async)?\((?![^)]{0,300}\bpath:)/;
function nestRoute({ text }) {
const controller = CONTROLLER.exec(text);
const own = `/${controller?.[1] ?? ''}`;
const isOwn = METRICS_PATH.test(own) && /@Get\(\s*\)/.test(text);
const found = isOwn ? controller : nest_routes_MODULE.exec(text);
return found
? {
path: isOwn ? own : '/metrics',
line: (0, lib_text.mh)(text, found.index),
isServed: !isOwn || /\b[rR]egist(?:er|ry)\b|text\/plain|[cC]ontentType|getMetrics\(|prom/.test(text),
}
: undefined;
}
const GLOBAL_PREFIX = /\.setGlobalPrefix\(\s*["'`]\/?([\w/-]{1,100})["'`]([^;]{0,300})/;
function globalPrefix(text) {
const [, prefix, options = ''] = GLOBAL_PREFIX.exec(text) ?? [];
if (prefix === undefined)
return undefined;
return /exclude[^;]*(?:metrics|prometheus)/.test(options) ? '' : `/${prefix.replace(/\/$/, '')}`;
}
;
const CALL = /\.(use|route|mount|Mount|nest|nest_service|register|include_router|register_blueprint|merge|addRoutes)\(/g;
const mounts_MOST_LENGTH = 400;
const NAMED_PREFIX = /\b(?:url_)?prefix\s*[=:]\s*(?:f?["'`]([^"'`\n]{0,100})["'`]|([\w.]+))/;
const mounts_TEXT = /^\s*f?["'`]([^"'`\n]{0,100})["'`]/;
const PATH_NAME = /^\s*([\w.]*(?:[pP]refix|PREFIX|[pP]ath|PATH|BASE|API_V\d\w*|_STR))\s*,/;
const mounts_INCLUDE = /\b(?:re_)?path\(\s*r?["']\^?([\w/-]{0,100})["']\s*,\s*include\(\s*["']([\w.]{1,200})["']/g;
function mountsIn({ file, text }, constant) {
const included = file.endsWith('urls.py') ? [...text.matchAll(mounts_INCLUDE)] : [];
const called = [...text.matchAll(CALL)].flatMap((found) => {
const on = /([\w$.]+)\s*(?:\([^()\n]{0,40}\))?\s*$/.exec(text.slice(Math.max(0, found.index - 80), found.index))?.[1];
const args = argumentsAt(text, found.index + found[0].length);
if (args === undefined)
return [];
const named = NAMED_PREFIX.exec(args);
const first = mounts_TEXT.exec(args)?.[1];
const variable = named?.[2] ?? (first === undefined ? PATH_NAME.exec(args)?.[1] : undefined);
const written = named?.[1] ?? first;
const prefix = written === undefined ? (variable === undefined ? '' : constant(variable)) : filled(written, constant);
const rest = args.replace(/["'`][^"'`\n]{0,100}["'`]/g, '');
return [
{
file,
line: (0, lib_text.mh)(text, found.index),
on: on ?? '',
prefix,
names: rest.match(/[A-Za-z_][\w.]*/g) ?? [],
modules: [...args.matchAll(/(?:require|import)\(\s*["']([^"'\n]{1,200})["']/g)].map(([, one = '']) => one),
},
];
});
return [
...called,
...included.map(({ index, 1: prefix = '', 2: module = '' }) => ({
...{ file, line: (0, lib_text.mh)(text, index), on: '', names: [] },
prefix,
modules: [module.replaceAll('.', '/')],
})),
];
}
function argumentsAt(text, start) {
let depth = 1;
const end = Math.min(text.length, start + mounts_MOST_LENGTH);
for (let i = start; i < end; i++) {
if (text[i] === '(')
depth++;
if (text[i] === ')' && --depth === 0)
return text.slice(start, i);
}
return undefined;
}
function filled(text, constant) {
let isWhole = true;
const whole = text.replace(/\$?\{\s*([\w.]+)\s*\}/g, (_, name) => {
const value = constant(name);
isWhole &&= value !== undefined;
return value ?? '';
});
return isWhole && !/[{}]/.test(whole) ? whole : undefined;
}
function constantsIn(files) {
const known = new Map();
return (name) => {
const last = name.split('.').at(-1) ?? name;
if (!/^\w{2,60}$/.test(last))
return undefined;
if (!known.has(last))
known.set(last, mounts_constantOf(last, files));
return known.get(last);
};
}
function mounts_constantOf(name, files) {
const pattern = new RegExp(`\\b${name}\\b["']?\\]?\\s*(?::\\s*\\w{1,20}\\s*)?[:=]\\s*(?:[^"'\`\\n]{0,80}(?:\\|\\||\\?\\?|,)\\s*)?["'\`](\\/[\\w/.-]{0,100}|)["'\`]`, 'g');
const [only, ...more] = new Set(files.flatMap(({ text }) => text.includes(name) ? [...text.matchAll(pattern)].map(([, value = '']) => value) : []));
return more.length === 0 ? only : undefined;
}
const mounts_GENERIC = /^(?:index|mod|__init__|main|routers?|routes|app|server|http|src|lib|internal|pkg|cmd)$/;
function prefixByName(file, mounts) {
const base = external_node_path_.posix.basename(file).replace(/\..*$/, '');
const name = mounts_GENERIC.test(base) ? external_node_path_.posix.basename(external_node_path_.posix.dirname(file)) : base;
const word = mounts_plain(name);
if (word.length < 3 || mounts_GENERIC.test(name))
return undefined;
return mounts.find((one) => one.file !== file &&
one.prefix !== undefined &&
one.prefix !== '' &&
one.names.some((other) => other.split('.').some((part) => mounts_plain(part).startsWith(word))))?.prefix;
}
const mounts_plain = (name) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
;
const ROOT = /^(?:await\s+)?(?:(?:\w+\.)?(?:express|[fF]astify|FastAPI|Flask|Starlette|Quart|Sanic|Bottle|Litestar|Robyn|polka|createServer|Application|createApp)|gin\.(?:New|Default)|echo\.New|fiber\.New|chi\.New(?:Router|Mux)|mux\.NewRouter|http\.NewServeMux|httprouter\.New|new\s+(?:Hono|OpenAPIHono|Elysia|Koa))\s*(?:<[^>\n]{0,100}>)?\(/;
const ROUTER = /^(?:new\s+)?(?:\w+\.)?(?:(?:Koa)?Router|APIRouter|Blueprint|SimpleRouter|OpenAPIHono|Hono|Elysia)\s*(?:<[^>\n]{0,100}>)?\(/;
const GROUP = /^([\w.]+)\.(?:[gG]roup|PathPrefix|Party|MapGroup|basePath|Route|route)\(\s*(?:["'`]([^"'`\n]{0,100})["'`])?/;
const routers_OWN = /\b(?:url_)?prefix\s*[=:]\s*(?:["'`]([^"'`\n]{0,100})["'`]|(\w[\w.]*))|\.basePath\(\s*["'`]([^"'`\n]{0,100})["'`]/;
const escaped = (name) => name.replace(/[^\w]/g, '\\$&');
function routers_receiverOf(name, text, constant) {
const last = name.split('.').at(-1) ?? '';
if (last === '')
return undefined;
const assigned = new RegExp(`\\b${escaped(last)}\\b\\s*(?::\\s*[^=\\n]{1,80})?:?=\\s*([^\\n=][^;]{0,400})`, 'g');
for (const found of text.matchAll(assigned)) {
const [, value = ''] = found;
const line = (0, lib_text.mh)(text, found.index);
const group = GROUP.exec(value);
if (group?.[1] !== undefined && group[1] !== last)
return { kind: 'group', of: group[1], prefix: group[2], line };
const args = argumentsOf(value);
const [, written, variable, based] = routers_OWN.exec(args) ?? [];
const prefix = written ?? based ?? (variable === undefined ? '' : constant(variable));
if (ROOT.test(value) && prefix === '')
return { kind: 'root' };
if (ROUTER.test(value))
return { kind: 'router', prefix };
}
return undefined;
}
function argumentsOf(value) {
let depth = 0;
for (let i = 0; i < value.length; i++) {
if (value[i] === '(')
depth++;
if (value[i] === ')')
depth--;
if (depth === 0 && value[i] === '\n')
return value.slice(0, i);
}
return value;
}
const BLOCKS = [
/(?:([\w.]+)\.)(?:Route|route|[gG]roup|PathPrefix)\(\s*["'`](?<path>\/[^"'`\n]{0,100})["'`]\s*,\s*(?:func|async|function|fn|\(|\w+\s*=>)/,
/^\s*scope\s*\(?\s*["'](?<path>\/[^"'\n]{0,100})["']/,
/^\s*scope\s*\(?\s*(?:path:|:path\s*=>)\s*["'](?<path>[^"'\n]{0,100})["']/,
/^\s*namespace\s*\(?\s*:(?<path>\w+)/,
/\bRoute::(?:\w+\([^)\n]{0,100}\)->)?prefix\(\s*["'](?<path>[^"'\n]{0,100})["']/,
/\bweb::scope\(\s*"(?<path>\/[^"\n]{0,100})"/,
];
const routers_REGISTERS = /([\w.]+)\.register\(\s*(?:async\s*)?(?:\(|function)/;
const CLOSING = /prefix:\s*["'`](\/[^"'`\n]{1,100})["'`]/;
const CLASS = /@(?:RequestMapping|Controller)\(\s*\{?\s*(?:(?:value|path)\s*[=:]\s*)?\{?\s*["'`](\/?[\w/.-]{1,100})["'`]/;
function blocksAround(lines, at) {
let found;
for (const i of ancestorPlaces(lines, at)) {
const line = lines[i] ?? '';
const block = BLOCKS.map((pattern) => pattern.exec(line)).find((one) => one);
const registers = block ? null : routers_REGISTERS.exec(line);
const own = block?.groups?.path ?? (registers ? closingPrefix(lines, i) : classPrefix(lines, i));
if (own === undefined)
continue;
const on = block?.[1] ?? registers?.[1];
found = { prefix: joinedPath(own, found?.prefix ?? ''), ...(on !== undefined && { on }), line: i + 1 };
}
return found;
}
function closingPrefix(lines, at) {
const indent = /^\s*/.exec(lines[at] ?? '')?.[0] ?? '';
const end = lines
.slice(at + 1)
.find((line) => line.startsWith(`${indent}}`) || line.startsWith(`${indent})`));
return CLOSING.exec(end ?? '')?.[1];
}
function classPrefix(lines, at) {
if (!/\bclass\b/.test(lines[at] ?? ''))
return undefined;
return CLASS.exec(lines.slice(Math.max(0, at - 6), at).join('\n'))?.[1];
}
function joinedPath(a, b) {
const parts = [a, b].map((one) => one.replace(/^\/+|\/+$/g, '')).filter((one) => one !== '');
return parts.length === 0 ? '' : `/${parts.join('/')}`;
}
function functionAround(lines, at, name) {
const last = escaped(name.split('.')[0] ?? name);
for (const i of ancestorPlaces(lines, at)) {
const line = `${lines[i] ?? ''} ${lines[i + 1] ?? ''}`;
const found = /\b(?:function\s*\*?|def|fn|func(?:\s*\([^)\n]{0,80}\))?|fun)\s+(\w+)\s*(?:<[^>\n]{0,80}>)?\(/.exec(line)?.[1] ??
/\b(?:const|let|var)\s+(\w+)\s*(?::[^=\n]{1,80})?=\s*(?:async\s*)?(?:\(|\w+\s*=>|function)/.exec(line)?.[1] ??
/^\s*(?:(?:public|private|static|async)\s+)*(\w+)\s*\([^)\n]{0,200}\)[^;{\n]{0,60}\{/.exec(line)?.[1];
if (found === undefined)
continue;
if (name === '' || new RegExp(`[(,*\\s]${last}\\b`).test(line.slice(line.indexOf(found))))
return found;
}
return undefined;
}
;
function routeGraph(files, resolve) {
const constant = constantsIn(files);
const known = new Map();
const graph = {
files: new Map(files.map((one) => [one.file, one])),
bindings: (file) => {
const found = known.get(file) ?? bindingsIn(file);
known.set(file, found);
return found;
},
constant,
mounts: files.flatMap((file) => mountsIn(file, constant)),
resolve,
};
return {
placesOf: (place) => {
const places = [];
prefixOf(place, { ...graph, visit: (one) => void places.push(one) }, route_graph_MOST_STEPS);
return places;
},
prefixOf: (place) => {
const followed = prefixOf(place, graph, route_graph_MOST_STEPS);
if (followed !== undefined)
return { prefix: followed, isRouter: false };
const receiver = routers_receiverOf(place.on, graph.files.get(place.file)?.text ?? '', constant);
const isOwn = files.some(({ text }) => /\bclass Router\b/.test(text));
const isRouter = receiver?.kind === 'router' && !isOwn;
const source = graph.files.get(place.file);
if (source && mountsOf(source, place.on, graph).length > 0)
return { prefix: undefined, isRouter: true };
const own = isRouter ? (receiver.prefix ?? '') : '';
return { prefix: route_graph_below(prefixByName(place.file, graph.mounts), own), isRouter };
},
};
}
const route_graph_MOST_STEPS = 8;
function prefixOf(place, graph, steps) {
const source = graph.files.get(place.file);
if (!source || steps === 0)
return undefined;
graph.visit?.(place);
const lines = source.text.split('\n');
const around = blocksAround(lines, place.line - 1);
if (around?.on !== undefined)
return route_graph_below(prefixOf({ ...place, line: around.line, on: around.on }, graph, steps - 1), around.prefix);
const inside = joinedPath(/(?:^|\/)routes\/api\.php$/.test(place.file) ? '/api' : '', around?.prefix ?? '');
const receiver = routers_receiverOf(place.on, source.text, graph.constant);
return route_graph_below(prefixOfReceiver(receiver, { place, source, lines, inside }, { graph, steps }), inside);
}
const route_graph_below = (prefix, path) => prefix === undefined ? undefined : joinedPath(prefix, path);
function prefixOfReceiver(receiver, { place, source, lines, inside }, { graph, steps }) {
if (receiver?.kind === 'group') {
const { of, prefix, line } = receiver;
if (prefix === undefined)
return undefined;
return route_graph_below(prefixOf({ file: place.file, line, on: of }, graph, steps - 1), prefix);
}
const name = receiver ? place.on : functionAround(lines, place.line - 1, place.on);
const own = receiver?.kind === 'router' ? receiver.prefix : '';
const mounts = mountsOf(source, name, graph);
if (mounts.length > 0 && own !== undefined)
return agreed(mounts.map(({ prefix, ...mount }) => prefix === undefined ? undefined : route_graph_below(prefixOf(mount, graph, steps - 1), joinedPath(prefix, own))));
if (receiver)
return receiver.kind === 'root' ? '' : undefined;
const calls = name === undefined ? [] : route_graph_callsOf(name, source, graph);
if (calls.length > 0)
return agreed(calls.map((call) => prefixOf(call, graph, steps - 1)));
return steps === route_graph_MOST_STEPS && inside === '' ? undefined : '';
}
function agreed(values) {
const [only, ...more] = new Set(values);
return more.length === 0 ? only : undefined;
}
function mountsOf(source, name, graph) {
const last = name?.split('.').at(-1);
return graph.mounts.filter((mount) => {
if (mount.file === source.file)
return (last !== undefined && mount.on !== name && mount.names.some((one) => one === name || one === last));
const from = graph.files.get(mount.file);
if (!from)
return false;
if (source.file.endsWith('.rs') && mount.file.endsWith('.rs'))
return (mount.names.includes(moduleName(source.file)) && (name === undefined || mount.names.includes(name)));
return (mount.modules.some((module) => graph.resolve(module, mount.file).includes(source)) ||
mount.names.some((one) => isFrom(one, { from, source, last }, graph)));
});
}
const moduleName = (file) => external_node_path_.posix.basename(file) === 'mod.rs' ? external_node_path_.posix.basename(external_node_path_.posix.dirname(file)) : external_node_path_.posix.basename(file, '.rs');
function isFrom(name, { from, source, last }, graph, depth = 0) {
const [first = '', ...members] = name.split('.');
if (depth > route_graph_MOST_NAMES)
return false;
const binding = graph.bindings(from).get(first);
if (!binding) {
const made = madeBy(first, from);
return made !== undefined && made !== first && isFrom(made, { from, source, last }, graph, depth + 1);
}
const inside = binding.name === undefined ? [] : graph.resolve(external_node_path_.posix.join(binding.module, binding.name), from.file);
const files = [...inside, ...graph.resolve(binding.module, from.file)];
const wanted = [binding.name, ...members];
if (files.includes(source))
return isMeant(wanted, source, last);
return files.some((file) => [...graph.bindings(file).keys()].some((key) => wanted.includes(key) && file !== from && isFrom(key, { from: file, source, last }, graph, depth + 1)));
}
const route_graph_MOST_NAMES = 2;
const madeBy = (name, { text }) => new RegExp(`\\b${name}\\b[^=;\\n]{0,60}:?=\\s*(?:await\\s+)?(?:new\\s+)?(\\w[\\w.]*)\\(`).exec(text)?.[1];
const CREATES = /\b(\w+)\s*(?::\s*[^=\n]{1,80})?:?=\s*(?:\w+\.)?(?:Router|APIRouter|Blueprint)\(/g;
function isMeant(wanted, { text }, last) {
const routers = [...text.matchAll(CREATES)].map(([, name]) => name);
return (routers.length < 2 ||
last === undefined ||
!routers.some((one) => wanted.includes(one)) ||
wanted.includes(last));
}
function route_graph_callsOf(name, source, graph) {
const pattern = new RegExp(`(?<!function |def |func |fn |\\w)${name}\\(\\s*([\\w.]+)`, 'g');
const found = [];
for (const file of graph.files.values()) {
const calls = file.text.includes(name) ? [...file.text.matchAll(pattern)] : [];
if (calls.length === 0 || !mayCall(file, source, graph))
continue;
for (const call of calls) {
const before = file.text.slice(Math.max(0, call.index - 60), call.index);
if (/(?:function\s*\*?|def|fn|func(?:\s*\([^)\n]{0,80}\))?)\s*$/.test(before))
continue;
found.push({ file: file.file, line: (0, lib_text.mh)(file.text, call.index), on: call[1] ?? '' });
}
}
return found;
}
function mayCall(file, source, graph) {
const isNear = file === source || external_node_path_.posix.dirname(file.file) === external_node_path_.posix.dirname(source.file);
return (isNear ||
[...graph.bindings(file).values()].some(({ module }) => graph.resolve(module, file.file).includes(source)));
}
;
const isCode = (path) => /\.(?:[cm]?[jt]s|py|go|rs|rb|ru|exs?|java|kts?|cs|fs|php|scala|clj)$|(?:^|\/)application[\w-]*\.(?:ya?ml|properties)$/.test(path) &&
!/(?:^|[/._-])(?:tests?|specs?|__tests__|e2e|k6|mocks?|fixtures?|examples?|migrations?|stories|scripts|public|static|min)(?:[/._-]|$)/i.test(path);
const OF_A_SERVER = /(?:^|[/._-])(?:nginx|openresty|haproxy|caddy|httpd|apache2?|supervisord?)(?:[\w.-]{0,40}\/(?:[\w.-]{1,60}\/){0,3}[\w.-]{1,60})?\.(?:conf|cfg|ini)(?:\.[\w.]{1,20})?$/i;
const isSettings = (path) => OF_A_SERVER.test(path) ||
/(?:^|\/)(?:(?:app|application|config|configuration|settings|conf|default|production|prod|server)(?:[._-][\w.-]*)?\.(?:ya?ml|toml|json5?|hjson|ini|conf|cfg|properties)|\.env[\w.-]*|(?:docker-)?(?:entrypoint|start|run)[\w-]*\.sh|Procfile|Caddyfile|nginx\.conf)$/i.test(path);
const scan_code_EXPOSITION = new RegExp(`["'\`](?:\\\\n)?# (?:TYPE [^\\s"'\`]{1,100}(?:\\{\\})? (?:counter|gauge|histogram|summary|untyped)\\b|HELP [\\w\${}]{1,100} )|^# TYPE \\w{1,100} (?:counter|gauge|histogram|summary)\\b|\\bpromhttp\\.Handler|\\bgenerate_latest\\(|${MEDIA_TYPE}`, 'm');
function scanCode(files, { checks, library, resolve, portsOf }) {
const checked = checkedRoutes(checks);
for (const file of files)
checked.read(file);
const guardOf = guardsIn(files);
const read = files.map((file) => ({ file, routes: routesIn(file, files) }));
const graph = read.some(({ routes }) => routes.length > 0) ? routeGraph(files, resolve) : undefined;
const prefix = files.map(({ text }) => globalPrefix(text)).findLast((one) => one !== undefined) ?? '';
const hints = read.flatMap(({ file, routes }) => {
const own = [
...aboutFile(file, guardOf),
...portsIn(file, files, portsOf),
...routes.map((route) => routeHint(route, file, { graph, checked, files, guardOf })),
...exposition(file),
];
const isGlobal = isNest(file.text) && prefix !== '';
return isGlobal ? own.map((hint) => inPrefix(hint, prefix)) : own;
});
return {
hints: hints.filter((one) => !isPublishing(one) || !isDead(one.at, files)),
isUsed: (library?.use ?? []).every((use) => files.some(({ text }) => use.test(text))),
isInApp: files.some(({ text }) => library?.inApp?.test(text)),
};
}
const inPrefix = (hint, prefix) => hint.path === undefined || hint.path.startsWith(`${prefix}/`)
? hint
: { ...hint, path: `${prefix}${hint.path}` };
function aboutFile(source, guardOf) {
const { file, text } = source;
const at = { file, line: 1, column: 1 };
const route = isNest(text) ? nestRoute(source) : undefined;
const path = fileRoute(file);
const port = configuredPort(source);
const places = route ? [{ file, line: route.line, on: '' }] : [];
const around = route && guardOf({ path: route.path, places });
return [
...(path === undefined ? [] : [{ at, path, isAnswered: true }]),
...(route
? [
{
at: { ...at, line: route.line },
path: route.path,
isRoute: true,
isAnswered: true,
...(route.isServed && { isServed: true }),
...(around && { around }),
},
]
: []),
...(port ? [{ at: placeOf(port.index, source), port: port.port }] : []),
];
}
function portsIn(source, files, portsOf) {
const { file, text } = source;
if (!/metrics|prometheus/i.test(text))
return [];
return text.split('\n').flatMap((line, i, all) => {
if (line.length > 500 || /^\s*(?:\/\/|#|\*|--)/.test(line))
return [];
const port = portAt(all, i) ?? handlerPort(all, i, () => portsOf(source));
const listens = listensAt(line) && { listens: true };
const at = { file, line: i + 1, column: 1 };
const condition = listens || exposesAt(line) ? switchAround(at, files) : undefined;
if (!listens && !condition && (port === undefined || isUnusedSetting(line, files)))
return [];
return [{ at, ...(port !== undefined && { port }), ...listens, ...(condition && { condition }) }];
});
}
const wholePath = (prefix, { path, isSlashKept }) => `${joinedPath(prefix, path)}${path.endsWith('/') && (path !== '/' || isSlashKept) ? '/' : ''}` || '/';
function routeHint(route, source, { graph, checked, files, guardOf, }) {
const { file, text } = source;
const serves = servedPort(text);
const port = route.isRoute ? ownServerPort(route.on, source) : undefined;
const found = route.isRoute ? graph?.prefixOf({ file, line: route.line, on: route.on }) : undefined;
const prefix = found?.prefix ?? checked.prefixOf(file, route.path);
const isServed = route.isAnswered && (route.answers === 'exposition' || route.hasHandler);
const path = wholePath(prefix, route);
const isOpen = route.isAnswered && route.guard === undefined && !route.refusal;
const at = { file, line: route.line, column: 1 };
const condition = metrics_switch_conditionOf(route, at, files);
const place = { file, line: route.line, on: route.on };
const around = isOpen ? guardOf({ path, places: graph?.placesOf(place) ?? [place] }) : undefined;
return {
at,
path,
...(around && { around }),
...(found?.prefix === undefined && found?.isRouter && prefix === '' && { isLoose: true }),
...(serves > 0 && { serves }),
...(port !== undefined && { port }),
on: route.on,
...(isServed && { isServed: true }),
...(route.isMounted && { isMounted: true }),
...(isServed && route.isCertain && route.text !== undefined && { answer: route.text }),
...(route.isRoute && { isRoute: true }),
...(route.isAnswered && { isAnswered: true }),
...(route.guard !== undefined && { guard: route.guard }),
...(condition && { condition }),
...(route.refusal && { refusal: route.refusal }),
};
}
function exposition(source) {
const found = scan_code_EXPOSITION.exec(source.text);
return found ? [{ at: placeOf(found.index, source), isExposition: true }] : [];
}
const placeOf = (index, { file, text }) => ({
file,
line: (0, lib_text.mh)(text, index),
column: 1,
});
;
const RUNTIME = /^(?:\S*\/)?(?:node|python|golang|go|rust|elixir|erlang|ruby|php|java|jre|jdk|openjdk|eclipse-temurin|amazoncorretto|deno|bun|dotnet|aspnet|runtime|debian|ubuntu|alpine|busybox|scratch|static|base|cc|bookworm|wolfi-base|cuda|uv|pnpm|playwright|slim)(?:[-:@]\S*)?(?:-debian\d+)?(?::\S*)?$/;
const OF_A_RUNTIME = /nodesource|nodejs\.org|astral\.sh|rustup|bun\.sh|deno\.(?:land|com)|python-poetry|get-pip|pnpm|yarnpkg|golang\.org|go\.dev|googlechrome|dl-ssl\.google|localhost|127\.0\.0\.1|\.(?:gpg|asc|key|pub|pem|crt)\b/;
const OF_A_PROGRAM = /\s\/(?:usr\/local\/)?etc\/(?!(?:ssl|pki|ca-certificates|apt|apk|yum|dnf|cron|profile|sudoers|ld\.so|security|ssh|php|python|java|app)\b)[\w-]{2,40}\//;
function hasOtherPrograms(build) {
const stages = build?.content.stages ?? [];
const names = new Set(stages.map(({ name }) => name));
const isForeign = (base) => !names.has(base.toLowerCase()) && !base.replace(/:[^/]*$/, '').includes('$') && !RUNTIME.test(base);
return stages.some(({ base, instructions }) => isForeign(base) ||
instructions.some(({ name, text }) => /^(?:COPY|ADD|RUN)$/.test(name) && OF_A_PROGRAM.test(text)) ||
instructions.some(({ name, text }) => name === 'RUN' &&
[...text.matchAll(/\b(?:curl|wget)\b[^\n;&|]{0,300}?(https?:[^\n;&|\s]{0,300})/g)].some(([, url = '']) => !OF_A_RUNTIME.test(url))));
}
const ABOUT_METRICS = /prometheus|openmetrics|\/metrics\b/i;
const IS_READ = /\.(?:[cm]?[jt]s|py|go|rs)$/;
const UNREAD_RUNTIME = /^(?:\S*\/)?(?:elixir|erlang|ruby|php|java|jre|jdk|openjdk|eclipse-temurin|amazoncorretto|dotnet|aspnet)(?:[-:@]\S*)?$/;
const startsUnread = (build) => build?.content.stages.some(({ base }) => UNREAD_RUNTIME.test(base)) === true;
function isWhole({ facts: { build, file: fly } }, { files, isAlone, library }) {
if (files.length === 0 || (!isAlone && hasOtherPrograms(build)))
return false;
const isUnread = startsUnread(build) || !areRoutesRead({ files });
if (!isAlone && isUnread && (library === undefined || library.isShared))
return false;
return build !== undefined || files.some(({ file }) => isBelow(file, external_node_path_.posix.dirname(fly)));
}
const silence_COMMENT = /^[ \t]*(?:\/[/*]|\*|#(?!\[)|--)[^\n]*/gm;
function namesNoMetrics(path, { facts: { build } }, { files, library, settings, packages, }) {
if (library || files.length === 0 || areRoutesRead({ files }))
return false;
if (!build || !RUNTIME.test(build.content.from))
return false;
const last = external_node_path_.posix.basename(path).replace(/\W/g, '\\$&');
const named = new RegExp(`[pP]rometheus|PROMETHEUS|[oO]pen[mM]etrics|["'\`/:]${last}\\b`);
return ([...files, ...settings()].every(({ text }) => !named.test(text.replace(silence_COMMENT, ''))) &&
packages.every((one) => !one.namesPrometheus || !files.some(({ file }) => isBelow(file, one.folder))));
}
function publishesNothing({ files, library }, hints) {
if (library?.path !== undefined || library?.closed)
return false;
const isWithout = files.every(({ text }) => !ABOUT_METRICS.test(text));
return isWithout || (library === undefined && areRoutesRead({ files }) && !hints.some(isPublishing));
}
const PORT_SETTING = /(?:metrics|prom(?:etheus)?|exporter)_?(?:port|addr|address|bind|listen)\b/i;
const EMPTY = /[=,?|:]\s{0,3}(?:""|''|None\b|null\b)/;
function portSetting({ files }, hints) {
if (hints.some(({ port }) => port !== undefined))
return undefined;
const using = files.filter((one) => PORT_SETTING.test(one.text) && PORT_SETTING.test(usedCode(one, files)));
const found = using.flatMap(settingsIn);
return found.find(({ isEmpty }) => isEmpty) ?? found[0];
}
const settingsIn = ({ file, text }) => text.split('\n').flatMap((line, i, all) => {
if (line.length > 500 || !PORT_SETTING.test(line) || /^\s*(?:\/\/|#|\*)/.test(line))
return [];
const above = all[i - 1] ?? '';
const whole = /^\s*#\[/.test(above) ? `${above}\n${line}` : line;
const variable = /["'`]([A-Z][A-Z\d_]{2,60})["'`]/.exec(whole)?.[1];
return [{ at: { file, line: i + 1, column: 1 }, variable, isEmpty: EMPTY.test(whole) }];
});
const hasOpenPort = ({ files, library }, hints) => typeof library?.port === 'number' ||
hints.some(({ listens, port }) => listens && port === undefined) ||
portSetting({ files }, hints) !== undefined;
const areRoutesRead = ({ files }) => files.length > 0 && files.every(({ file }) => IS_READ.test(file));
;
function codeEndpoints(app, codes, evidence) {
const isUnknown = app.facts.fly.build?.has('dockerfile') && !app.facts.build && codes.size > 1;
const starts = codes.get(app)?.starts ?? [];
if (starts.length > 0 && starts.every(({ absent }) => absent !== undefined))
return { ...NONE, notes: [absentNote(app, (0, lib_text.H$)(starts.flatMap(({ absent }) => absent ?? [])))] };
const claims = isUnknown ? undefined : claimsOf(app, codes, evidence);
const ofProgram = programEndpoints(app, evidence);
if (!claims)
return ofItsProgram(app, ofProgram);
const { files, library } = claims;
const inCode = scanCode(files, { checks: checksOf(app), ...claims, portsOf: portContext(app, claims) });
const scanned = withSettings(withConditionsHeld(inCode, claims.settings), claims);
const chosen = chosenEndpoints(app, claims, { scanned, evidence });
const endpoints = chosen.endpoints.length > 0 ? chosen.endpoints : ofProgram;
const isAll = isWhole(app, claims);
const { isRead } = claims.ofApp(scanned.hints);
return {
...chosen,
endpoints,
shows: showing([...endpoints, ...(library ? [library] : [])], scanned.hints),
hooked: hookedEndpoints(app, claims, starts),
isClosed: library?.closed !== undefined,
isHere: files.length > 0,
isSilent: isAll && publishesNothing(claims, scanned.hints),
isWhole: isAll && !hasOpenPort(claims, scanned.hints),
lacks: (path) => (isAll && library?.path === undefined && areRoutesRead(claims) && !mayAnswer(scanned.hints, path)) ||
namesNoMetrics(path, app, { ...claims, packages: evidence.packages }),
ofSetting: portSetting(claims, scanned.hints),
names: (port) => (library?.use === undefined || scanned.isUsed) &&
(port === library?.port ||
namesPort(port, app, {
code: app.facts.fly.processes.length > 1 ? files : files.filter(({ file }) => isRead(file)),
settings: [...claims.settings()],
isWhole: isAll,
})),
givenBy: (port) => appPort(port, app, files),
paths: answeredPaths(scanned.hints),
labels: () => ownLabelsIn(files.filter(({ file }) => claims.isStarted(file))),
servers: () => ({ ...startedServers(claims), folders: codes.get(app)?.folders ?? [] }),
};
}
const showing = (all, hints = []) => (path) => all.some((one) => one.path === path) ||
hints.some((one) => (one.isServed || one.isAnswered) && (one.isLoose || one.path === path));
const startedServers = ({ files, isStarted, settings }) => listenersIn([...files.filter(({ file }) => isStarted(file)), ...settings()]);
const ofItsProgram = (app, endpoints) => ({
...NONE,
endpoints,
shows: showing(endpoints),
isHere: app.facts.build !== undefined && !runsForeignProgram(app),
names: (port) => namesPort(port, app, { code: [], settings: [], isWhole: false }),
});
const mayAnswer = (hints, path) => hints.some((one) => one.isServed || (one.isAnswered && (one.isLoose || one.path === path)));
function answeredPaths(hints) {
const found = hints.filter(({ path, isRoute, isServed }) => isRoute || isServed || !hints.some((other) => other.isRoute && other.path === `${path}/`));
return new Set(found.flatMap(({ path }) => path ?? []));
}
function chosenEndpoints(app, claims, { scanned, evidence: { textOf, packages } }) {
const { hints: own, isFirst } = claims.ofApp(scanned.hints);
const hints = claims.configured ? scanned.hints : own;
const library = claims.library && isPublished(claims.library, hints) ? claims.library : undefined;
const apart = library && (!isFirst || app.facts.ports.length > 0) ? listenerApart(scanned.hints) : undefined;
const listeners = library && apart ? startedListeners(apart, { library, hints, claims }) : [];
const routes = hints.filter(({ path }) => path !== undefined);
const isMain = isFirst && !(apart && routes.length === 0);
const found = isMain ? (library ?? writtenByHand(hints)) : undefined;
const ofApart = listeners.length > 0 ? switchNotes({ path: '/metrics', ...apart }, app) : [];
if (!found)
return { endpoints: listeners, notes: ofApart, isCertain: listeners.length > 0 };
const isOwn = scanned.isUsed && !(scanned.isInApp && hints.every(({ listens }) => !listens));
const source = isOwn ? found : { ...found, port: 'app', path: undefined };
const usable = scanned.isUsed ? hints : hints.filter(({ isAnswered, listens }) => isAnswered || listens);
const main = madeEndpoint(source, apart ? routes : usable, {
chosen: app,
listensOn: (route) => serverPort(app, claims, { route, packages }),
isOwn: claims.isNear,
});
const isCertain = main.endpoints.length > 0 && hints.some(({ isServed, listens }) => isServed || listens);
const reached = main.endpoints.map((one) => behindNginx(one, app, textOf));
const endpoints = reached.map(({ endpoint }) => endpoint);
const notes = [main, ...reached].flatMap((one) => one.notes);
const ofOthers = endpoints.flatMap((one) => [
...sharedNotes(one, app, claims),
...notLoadedNotes(one, app, claims.otherEntry),
]);
return { endpoints: [...endpoints, ...listeners], notes: [...notes, ...ofOthers, ...ofApart], isCertain };
}
const sharedNotes = (endpoint, app, { isNear }) => isNear(endpoint.at.file) || !isCode(endpoint.at.file) ? [] : [sharedNote(endpoint, app)];
const isPublished = ({ isShared }, hints) => !isShared || hints.some(({ isServed, isRoute, listens }) => isServed || isRoute || listens);
const NONE = {
endpoints: [],
notes: [],
hooked: [],
isCertain: false,
isHere: false,
isSilent: false,
isWhole: false,
shows: () => false,
lacks: () => false,
names: () => true,
givenBy: () => undefined,
paths: new Set(),
servers: () => ({ ipv4: [], isMixed: false, folders: [] }),
labels: () => [],
};
function listenerApart(hints) {
const listener = hints.find(({ listens }) => listens);
return hints.some(({ isServed, at }) => isServed && at.file !== listener?.at.file) ? listener : undefined;
}
function startedListeners(listener, { library, hints, claims }) {
const ported = listener.port === undefined ? hints.find(({ port }) => port !== undefined) : listener;
if (ported?.port === undefined)
return [];
const { port } = ported;
const where = ported === listener ? '' : `, ${placeText(ported.at)} has the port`;
const why = `${placeText(library.at)} has ${library.name}, ${placeText(listener.at)} publishes its metrics${where}`;
const endpoint = { port, path: '/metrics', at: listener.at, why };
return claims
.startedBy(listener.at)
.map(({ process }) => ({ ...endpoint, ...(process !== undefined && { process }) }));
}
const checksOf = ({ facts: { fly } }) => [...fly.services.flatMap(({ checks }) => checks), ...fly.checks].flatMap((check) => check.text('path')?.value.replace(/\?.*$/, '') ?? []);
function writtenByHand(hints) {
const exposition = hints.find(({ isExposition }) => isExposition);
const hasRoute = hints.some(({ path, isAnswered }) => path !== undefined && isAnswered);
if (!exposition || !hasRoute)
return undefined;
return { name: 'the text format of Prometheus', port: 'app', path: undefined, at: exposition.at };
}
;
function fromCompose(target, { facts }, { compose, code }) {
const { name, port, path, file, at, address, host } = target;
const [main] = facts.ports;
const own = port ?? main;
if (own === undefined)
return [];
const services = facts.ports.includes(own) ? [] : compose.filter((one) => one.name === host);
const set = services.flatMap((one) => one.ports).find((one) => one.port === own);
const onFly = set && facts.fly.env.find(({ key }) => key === set.key)?.value;
const isMain = services.some(({ published }) => published.length === 1 && published[0] === own);
const given = onFly === undefined && services.length > 0 ? code.givenBy(own) : undefined;
const onApp = onFly === undefined && isMain && !given ? main : undefined;
const there = onApp === undefined ? '' : `, which is the port of the app there, and ${facts.file} has its own`;
const chosen = onApp ?? Number(/\d+$/.exec(onFly ?? '')?.[0] ?? own);
const process = chosen === main ? facts.mainProcess : undefined;
const endpoint = {
name,
port: chosen,
path,
...(process !== undefined && { process }),
options: facts.ports.includes(chosen) ? plainOptions(target) : compose_targets_withoutStage(target.options),
at: { file, ...at },
why: `${file}:${at.line} scrapes ${address}${there}`,
...(!given && { isElsewhere: true }),
};
const isOnlyThere = onApp === undefined && onFly === undefined && !given;
const note = given && isMain && main !== undefined && otherPort(given, { port: own, main, file: facts.file });
return [{ endpoint, onlyThere: isOnlyThere ? set : undefined, ...(note && { note }) }];
}
const otherPort = ({ by, at }, { port, main, file }) => initNote(at.file, at, `The app listens on port ${port} here (${by}), but its service in ${file} has port ${main}. The draft has ${port}.`, "Give both the same port: Fly's proxy reaches nothing on another one.");
function plainOptions({ options }) {
const { scheme, tls_config, ...plain } = compose_targets_withoutStage(options);
return plain;
}
const compose_targets_ELSEWHERE = /^(?:local|dev|development|docker|compose|test|ci)$/i;
function compose_targets_withoutStage({ labels, ...options }) {
const kept = Object.entries(labels ?? {}).filter(([, value]) => !compose_targets_ELSEWHERE.test(value));
return { ...options, ...(kept.length > 0 && { labels: Object.fromEntries(kept) }) };
}
function stageLabelNotes(targets) {
const found = targets.flatMap(({ job, file, at, options: { labels = {} } }) => Object.entries(labels)
.filter(([, value]) => compose_targets_ELSEWHERE.test(value))
.map(([label, value]) => ({ job, file, at, text: `${label}=${(0, quote.T)(value)}` })));
const distinct = [...Map.groupBy(found, ({ file, job, text }) => `${file} ${job} ${text}`).values()];
return distinct.flatMap(([first]) => first
? lossNote(first.file, first.at, `Job ${(0, quote.T)(first.job)} has the label ${first.text}, which is not about Fly. It is not taken over.`, 'Change rules and dashboards that select it, or give the service a label of that name.')
: []);
}
function ofSameEndpoint(endpoint, targets, all) {
const isSame = ({ port, path }) => port === endpoint.port && path === endpoint.path;
const [only, ...more] = targets.filter(isSame);
return more.length === 0 && all.filter(isSame).length === 1 ? only : undefined;
}
function setOnlyThere({ key, port, at }, { file, fromCode }) {
const message = `The port ${port} is set by ${key} here, which ${file} does not have.`;
const hint = fromCode
? 'The draft has the port without it. To keep that port, set the variable there too, and correct the service.'
: 'Set the variable there too, or correct the port of the service.';
return initNote(at.file, at, message, hint);
}
;
const SECTIONS = ['global', 'release', 'production', 'default'];
function rocketListeners(app, folders, textOf) {
const { build, file: fly } = app.facts;
const variables = machineVariables(app);
if (variables.has('ROCKET_ADDRESS') || variables.has('ROCKET_PROFILE'))
return [];
const around = [external_node_path_.posix.dirname(fly), external_node_path_.posix.dirname(build?.file ?? fly)];
const copied = (build?.copied ?? []).filter((path) => external_node_path_.posix.basename(path) === rocket_listeners_NAME);
const paths = [
...around.flatMap((folder) => copied.map((path) => external_node_path_.posix.join(folder, path))),
...[...folders, ...around].map((folder) => external_node_path_.posix.join(folder, rocket_listeners_NAME)),
];
const file = paths.find((path) => textOf(path) !== undefined);
const read = file === undefined ? undefined : (0, toml.D)(textOf(file) ?? '');
if (file === undefined || !read?.ok)
return [];
const value = (key) => SECTIONS.map((one) => (0, formats_tree.Jt)((0, formats_tree.Jt)(read.table, one), key)).find((one) => one !== undefined);
const address = value('address');
if (!address || (0, formats_tree.ws)(address) !== '0.0.0.0')
return [];
return [
{
at: { file, ...address.at },
why: 'Rocket is given the address 0.0.0.0',
hint: 'Give it `address = "::"` instead: on Fly that accepts IPv4 as well.',
port: Number(variables.get('ROCKET_PORT')?.value ?? (0, formats_tree.ws)(value('port')) ?? 8000),
names: new Set(),
},
];
}
const rocket_listeners_NAME = 'Rocket.toml';
;
const settings_address_SETTINGS_FILE = /\.(?:ya?ml|toml|json[5c]?|hjson|ini|conf|cfg|properties|xml|env|hcl)$/;
const settings_address_ADDRESS = /(?:^|[\s{,"'<])([\w.-]{0,40}?)(?:bind|host(?:name)?|addr(?:ess)?|listen|ip|interface)(?:[_-]?addr(?:ess)?)?["']?\s{0,4}[:=>]\s{0,4}["']?(0\.0\.0\.0|127\.0\.0\.1|localhost)["']?\s{0,4}(?:[,;}<#]|$)/i;
const settings_address_MOST_LINES = 4;
function settingsNotes(endpoints, app, { isMixed, textOf }) {
return settingsFiles(app).flatMap((file) => {
const text = textOf(file);
if (text === undefined)
return [];
const lines = text.split('\n');
return endpoints.flatMap((endpoint) => {
const found = settings_address_addressOf(endpoint.port, lines);
return found && !(isMixed && found.address === '0.0.0.0')
? settingsNote({ ...found, file, endpoint }, app.app)
: [];
});
});
}
function settingsFiles({ facts: { fly, build, file } }) {
const folder = external_node_path_.posix.dirname(file);
const local = fly.files.flatMap((one) => one.text('local_path')?.value ?? []);
const copied = (build?.copied ?? []).flatMap((path) => [
external_node_path_.posix.join(external_node_path_.posix.dirname(build?.file ?? file), path),
external_node_path_.posix.normalize(path),
]);
const paths = [...local.map((path) => external_node_path_.posix.join(folder, path)), ...copied];
return [...new Set(paths)].filter((path) => settings_address_SETTINGS_FILE.test(path));
}
function settings_address_addressOf(port, lines) {
const number = new RegExp(`(?:(0\\.0\\.0\\.0|127\\.0\\.0\\.1|localhost):|(?:^|[\\s{,"'<])([\\w.-]{0,40}?)port["']?\\s{0,4}[:=>]\\s{0,4}["']?)${port}(?!\\d)`, 'i');
for (const [i, line] of lines.entries()) {
const [, whole, prefix = ''] = line.length < 300 && !/^\s*(?:#|\/\/|;)/.test(line) ? (number.exec(line) ?? []) : [];
if (whole !== undefined)
return { address: whole, line: i + 1 };
if (!number.test(line))
continue;
const near = blockAround(lines, i).find(([, one]) => settings_address_ADDRESS.exec(one)?.[1] === prefix);
if (near)
return { address: settings_address_ADDRESS.exec(near[1])?.[2] ?? '', line: near[0] + 1 };
}
return undefined;
}
function blockAround(lines, at) {
const isEdge = (line) => /^\s*$|^\s*[\w."'-]{0,60}\s*[:=]?\s*[{[]?\s*$|[}\]]\s*,?\s*$|^\s*\[|^\s*<\/?\w+>\s*$/.test(line);
const own = lines[at] ?? '';
const inside = (step) => {
const found = [];
for (let i = at + step; Math.abs(i - at) <= settings_address_MOST_LINES; i += step) {
const line = lines[i];
if (line === undefined || line.length > 300 || isEdge(line))
break;
found.push([i, line]);
}
return found;
};
return [[at, own], ...inside(-1), ...inside(1)];
}
function settingsNote({ address, line, file, endpoint: { port, path } }, app) {
const at = { line, column: 1 };
const hint = `Check that ${path} answers on IPv6${checkCommand(app, port, path)} If not, set \`::\` here instead: on Fly that accepts IPv4 as well.`;
return address === '0.0.0.0'
? initNote(file, at, `Prometheus may not reach ${app} on the private network, which is IPv6: the server of port ${port} is given 0.0.0.0 here. Programs of Go and of the JVM open IPv6 as well for that, others do not.`, hint)
: initNote(file, at, `Prometheus cannot reach ${app}: the server of port ${port} is given ${address} here, which is only reachable from the machine itself.`, 'Set `::` instead: on Fly that accepts IPv4 as well.');
}
;
function ipv4Notes(endpoints, app, code, textOf) {
const { ipv4, isMixed, folders } = code.servers();
const programs = app.facts.hints.filter(({ isIpv4, port }) => isIpv4 && endpoints.some((one) => one.port === port));
if (programs.length > 0)
return programs.map((one) => ipv4Note(ofProgram(one), app));
const { command, written } = mainStart(app.facts);
if (hasAddress(written))
return [];
const set = setByMachines(app);
const isScript = ({ at }) => at.file.endsWith('.sh');
const ofCode = ipv4.filter((one) => !set.some((name) => one.names.has(name)) &&
!(one.isLoopback && app.facts.ports.some((port) => port === one.port)) &&
(!isScript(one) || written.includes(external_node_path_.posix.basename(one.at.file))));
const open = [...nginxListeners(app.facts, textOf), ...rocketListeners(app, folders, textOf), ...ofCode];
const ofCommand = startsMore(command) || hasAddress(command) ? open.filter(isScript) : open;
const unnumbered = ofCommand.filter(({ port }) => port === undefined);
const ofApp = isMixed ? [] : unnumbered.filter(({ isLoopback }) => !isLoopback);
const puma = pumaListener(app, { folders, textOf });
const ofTeam = endpoints.filter(({ isOfProgram }) => !isOfProgram);
const found = ofTeam.flatMap(({ port, at }) => {
const places = [at, ...code.endpoints.filter((one) => one.port === port).map((one) => one.at)];
const [only] = app.facts.ports.length === 0 && ofApp.length === 1 ? ofApp : [];
const own = app.facts.ports.includes(port) ? (puma ?? ofApp[0]) : (listenerAt(places, unnumbered) ?? only);
return open.find((one) => one.port === port) ?? own ?? open.find(({ isEach }) => isEach) ?? [];
});
if (found.length > 0)
return [...new Set(found)].map((one) => ipv4Note(one, app));
return set.length > 0
? []
: settingsNotes(ofTeam, app, { isMixed: isMixed && !hasOtherPrograms(app.facts.build), textOf });
}
const listenerAt = (places, all) => all.find(({ at, names, isLoopback }) => {
const isNamed = [...names].some((name) => /METRICS|PROM|EXPORTER/.test(name));
return places.some(({ file, line }) => file === at.file && ((isNamed && !isLoopback) || Math.abs(line - at.line) <= NEAR_LINES));
});
const NEAR_LINES = 3;
const ofProgram = ({ at, port }) => ({
at,
why: `its program listens on 0.0.0.0:${port}`,
hint: `Give it a configuration with \`[::]:${port}\`, or remove the service: Fly's own Prometheus asks over IPv4, where \`[metrics]\` names the port.`,
});
const hasAddress = (command) => /\s(?:--?(?:[\w-]{1,40}[-.])?(?:host|bind|binding|addr|address|listen)|-[bH]|--config)(?:[= ]|$)|::/.test(command);
const setByMachines = (app) => [...machineVariables(app).keys()]
.map((name) => name.toUpperCase())
.filter((name) => /HOST|ADDR|BIND|LISTEN|(?:^|_)IP$/.test(name));
function pumaListener(app, { folders, textOf }) {
const command = mainCommand(app.facts);
const [folder = '.'] = folders;
const locked = /^ {4}puma \((\d+)\./m.exec(textOf(external_node_path_.posix.join(folder, 'Gemfile.lock')) ?? '');
const isPuma = /\brails s(?:erver)?\b|\bpuma\b/.test(command) && !/\bthrust\b/.test(command);
if (!isPuma || !locked || Number(locked[1]) >= 8)
return undefined;
if (setByMachines(app).length > 0 || startsMore(command))
return undefined;
const file = external_node_path_.posix.join(folder, 'config/puma.rb');
const settings = textOf(file);
if (settings === undefined ||
/^[^#\n]*\b(?:bind|set_default_host)\b|^[ \t]*port\b[^\n]*,\s*["']/m.test(settings))
return undefined;
const line = settings.split('\n').findIndex((one) => /^\s*port\b/.test(one)) + 1;
return {
at: { file, line: Math.max(1, line), column: 1 },
why: `Puma ${locked[1]} listens on 0.0.0.0 unless it is given an address`,
hint: 'Add `-b ::` to the command that starts it: on Fly that accepts IPv4 as well.',
names: new Set(),
};
}
const ipv4Note = ({ at, why, hint, isLoopback }, { app }) => {
const message = isLoopback
? `Prometheus cannot reach ${app}: ${why} here, which is only reachable from the machine itself.`
: `Prometheus cannot reach ${app} on the private network, which is IPv6: ${why} here. The connection will be refused.`;
return initNote(at.file, at, message, hint);
};
;
const EXPORTER = /(?:^|[\s/_-])exporter\b/;
function procfileNotes(endpoints, { app, facts, command }, textOf) {
const { fly, ports, file: config } = facts;
const isBuilt = ['builder', 'buildpacks'].some((key) => fly.build?.has(key));
const isReplaced = fly.processes.length > 0 || fly.override.cmd || fly.override.entrypoint;
if (!isBuilt || fly.build?.has('image') || isReplaced)
return [];
const file = external_node_path_.posix.join(command?.folder ?? external_node_path_.posix.dirname(config), 'Procfile');
const lines = (textOf(file) ?? '').split('\n').map((text, i) => {
const [, name = '', runs = ''] = /^([\w-]{1,60}):[ \t]*(.{1,500})/.exec(text) ?? [];
return { name, runs: runs.trim(), at: { file, line: i + 1, column: 1 } };
});
if (lines.every(({ name }) => name !== 'web'))
return [];
return endpoints.flatMap(({ port }) => {
const isOwn = port === undefined || ports.includes(port);
const found = lines.filter(({ name, runs }) => !['', 'web', 'release'].includes(name) && (EXPORTER.test(runs) || runs.includes(String(port))));
const [first, ...more] = found;
if (isOwn || !first || more.length > 0)
return [];
return initNote(file, first.at, `Process ${(0, quote.T)(first.name)} of this Procfile (${first.runs}) does not run on Fly: the image of ${app} is built with buildpacks, which starts only \`web\`, and ${config} has no [processes]. Port ${port} refuses every scrape.`, `Start it in the machines of \`web\`, or name both commands in [processes], and the process group in the service.`);
});
}
;
function endpointsOf(app, local, choosing) {
const own = mainEndpoints(app, local, choosing);
const { scraped, code } = choosing;
const isCovered = ({ port, process }) => scraped.some((one) => one.port === port) ||
own.some((one) => one.process === process || (one.process === undefined && one.port === port));
return [...own, ...code.hooked.filter((one) => !isCovered(one))];
}
function mainEndpoints(app, local, { context, code, scraped: all, notes, unclear }) {
const scraped = all.filter(({ port }) => (port ?? app.facts.ports[0]) !== undefined);
if (code.endpoints.length === 0)
notes.push(...all.filter((one) => !scraped.includes(one)).map(withoutPort));
const ofFly = endpointsOfFly(app, local, scraped);
if (ofFly.length === 0 && scraped.length > 0) {
notes.push(...local.map((target) => localAsWell(target, app.app)));
if (code.endpoints.length > 0)
notes.push(...code.notes);
return [];
}
const first = heldAgainst(ofFly, code, app);
notes.push(...first.notes);
const isOpen = ofFly.length === 0 || (first.endpoints.length + scraped.length === 0 && local.length > 0);
if (!isOpen)
notes.push(...others(local, ofFly).map((target) => localAsWell(target, app.app)));
const nearby = isOpen ? declaredNearby(app, local, { context, notes, code }) : [];
const held = isOpen ? heldAgainst(nearby, code, app) : { ...first, notes: [] };
const isHeld = held.endpoints.length > 0;
const endpoints = isHeld ? held.endpoints : code.endpoints;
notes.push(...held.notes, ...ipv4Notes(endpoints, app, code, context.textOf));
notes.push(...procfileNotes(endpoints, app, context.textOf));
notes.push(...collectorNotes(endpoints, app.facts, context.textOf));
if (isHeld)
return endpoints;
notes.push(...code.notes);
if (code.endpoints.length === 0 && (code.notes.length > 0 || ofFly.length + nearby.length > 0))
unclear.push(app.app);
return endpoints;
}
const withoutPort = ({ address, file, at }) => lossNote(file, at, `${(0, quote.T)(address)} is not taken over: the port of the app is not known.`, 'Add a service for it.');
function endpointsOfFly({ facts: { metrics } }, local, scraped) {
return metrics
.filter((endpoint) => !scraped.some(({ port }) => port === endpoint.port))
.map((endpoint) => withJob(endpoint, ofSameEndpoint(endpoint, local, metrics)));
}
const others = (targets, endpoints) => targets.filter(({ name, port, path }) => !endpoints.some((one) => one.name === name && one.port === port && one.path === path));
function declaredNearby(app, local, { context, notes, code }) {
const { hints } = app.facts;
const composed = local.flatMap((target) => fromCompose(target, app, { compose: context.compose, code }));
notes.push(...composed.flatMap(({ note }) => note ?? []));
const [hint] = hints;
if (composed.length === 0)
return hint ? hints.filter(({ port }) => port === hint.port) : [];
if (composed.some(({ onlyThere }) => onlyThere === undefined))
return composed.map(({ endpoint }) => endpoint);
const fromCode = code.endpoints.length > 0;
const there = new Map(composed.flatMap(({ onlyThere: one }) => (one ? [[placeText(one.at), one]] : [])));
for (const one of there.values())
notes.push(setOnlyThere(one, { file: app.facts.file, fromCode }));
if (!fromCode)
return composed.map(({ endpoint }) => endpoint);
const options = composed[0]?.endpoint.options;
return code.endpoints.map((endpoint) => ({ ...endpoint, ...(options && { options }) }));
}
const withJob = (endpoint, target) => target ? { ...endpoint, name: target.name, options: plainOptions(target) } : endpoint;
const localAsWell = ({ address, file, at }, app) => lossNote(file, at, `${(0, quote.T)(address)} is taken for app ${app}, whose metrics are known already.`, 'It is not taken over. If it is another endpoint, add a service for it.');
;
function nearEvidence(without, context) {
const found = without.map((app) => [app.app, nearApp(app, context)]);
return new Map(found.flatMap(([app, near]) => (near ? [[app, near]] : [])));
}
function nearApp(app, { codes, evidence, serving, servers }) {
const code = codes.get(app);
if (!code)
return undefined;
const taken = serving.flatMap((one) => codes.get(one)?.folders ?? []);
const isFree = (file) => !taken.some((folder) => isBelow(file, folder));
const own = [...code.folders, external_node_path_.posix.dirname(app.facts.file)];
const isOwn = (file) => own.some((folder) => isBelow(file, folder));
const isAbove = (file) => own.some((folder) => isBelow(folder, external_node_path_.posix.dirname(file)));
const library = evidence.libraries.find(({ at: { file } }) => isFree(file) && (isOwn(file) || isAbove(file)));
if (library)
return { at: library.at, what: library.name };
const exposed = firstMatch(evidence.settings((file) => isFree(file) && isOwn(file)), EXPOSED);
if (exposed)
return { at: exposed.at, what: UNREGISTERED };
if (!servers.get(app.app)?.isServer)
return undefined;
return firstPath(evidence.code((file) => isFree(file) && isOwn(file)));
}
const EXPOSED = /^[ \t]*(?:include|management\.endpoints\.web\.exposure\.include)\s*[:=][^\n]*\bprometheus\b/m;
const UNREGISTERED = '`prometheus` among the endpoints of Actuator, which needs micrometer-registry-prometheus';
const near_evidence_PATH = /["'`]((?:\/[\w-]{1,40}){0,4}\/(?:metrics|prometheus))["'`]|\[\s*"(metrics)"\s*\]/;
function firstPath(files) {
const found = firstMatch(files, near_evidence_PATH);
return found && { at: found.at, what: (0, quote.T)(found.text) };
}
function firstMatch(files, pattern) {
for (const { file, text } of files) {
const found = pattern.exec(text);
const at = { file, line: (0, lib_text.mh)(text, found?.index ?? 0), column: 1 };
if (found)
return { at, text: found.slice(1).find((one) => one !== undefined) ?? '' };
}
return undefined;
}
;
const PROTOCOLS = new Map([
[22, 'SSH'],
[25, 'SMTP'],
[1433, 'SQL Server'],
[3306, 'MySQL'],
[5432, 'PostgreSQL'],
[5672, 'AMQP'],
[6379, 'Redis'],
[11211, 'Memcached'],
[27017, 'MongoDB'],
]);
const ON_PORT_OF_REDIS = /dragonfly|kvrocks/i;
const INSTANCE = /^(redis|mysql|postgres|pg|mongo|valkey|memcached|kafka)\w{0,20}-(\d{4,5})\./i;
function protocolOf({ host, job, port }) {
const [, program, ofInstance] = INSTANCE.exec(host) ?? [];
if (program !== undefined && Number(ofInstance) === port)
return 'the database itself';
const isDragonfly = port === 6379 && ON_PORT_OF_REDIS.test(`${host} ${job}`);
return port === undefined || isDragonfly ? undefined : PROTOCOLS.get(port);
}
;
const EXAMPLE_NAME = /\.(?:test|invalid|example)$|(?:^|\.)example\.(?:com|org|net)$/i;
function isPublicAddress({ host, app, port }) {
if (app !== undefined || port === undefined || isLocalHost(host))
return false;
return (0, external_node_net_.isIP)(host) === 4 || (/^[a-z0-9][a-z0-9.-]*\.[a-z]{2,}$/i.test(host) && !EXAMPLE_NAME.test(host));
}
function outsideTargets(targets, known) {
const all = targets.map((target) => ({ target, note: noteAbout(target, known) }));
return {
services: staticServices(all.flatMap(({ target, note }) => (note ? [] : target))),
lost: all.flatMap(({ target, note }) => (note ? target : [])),
notes: all.flatMap(({ note }) => note ?? []),
};
}
function noteAbout(target, { exists, stages }) {
const { address, job, file, at, network } = target;
const which = `${(0, quote.T)(address)} of job ${(0, quote.T)(job)}`;
const protocol = protocolOf(target);
if (protocol !== undefined)
return otherProtocol(target, protocol);
const main = stages.get(target.app ?? '');
if (main !== undefined)
return lossNote(file, at, `${which} is another stage of ${main}. It is not taken over.`, 'Give that stage a configuration of its own, or add it to `apps`, with a service.');
if (!isPublicAddress(target))
return lossNote(file, at, `${which} is not an app on Fly's private network that this repository names. It is not taken over.`, 'If it is one of the apps, add a service for it. Else keep the Prometheus that scrapes it now.');
const cluster = clusterFile(external_node_path_.posix.dirname(file), exists);
if (!network && cluster === undefined)
return undefined;
const why = network
? `scrapes ${network.what} of its own network (${placeText(network.at)})`
: `runs in Kubernetes (${cluster})`;
return lossNote(file, at, `${which} is not on Fly, and the Prometheus that scrapes it ${why}: whether Fly reaches it is not known. It is not taken over.`, 'If it can be reached from the internet, add a service with `discovery: static` and its `addresses`. Else keep the Prometheus that scrapes it now.');
}
const otherProtocol = ({ address, job, file, at }, protocol) => lossNote(file, at, `${(0, quote.T)(address)} of job ${(0, quote.T)(job)} is a port of ${protocol}, which does not answer a scrape. It is not taken over.`, 'If there is an exporter for it, add a service with the port of the exporter.');
function staticServices(targets) {
const groups = Map.groupBy(targets, ({ name, path, file }) => `${file} ${name} ${path}`);
return [...groups.values()].flatMap((all) => all.slice(0, 1).map(({ name, path, options, file, at }) => ({
name,
app: '',
port: undefined,
path,
options,
addresses: [...new Set(all.map(({ host, port }) => `${host}:${port}`))],
at: { file, ...at },
})));
}
;
function isOfOtherProgram({ job, port }, code, { compose, packages, libraries, codePaths }) {
if (!code)
return false;
const hasCode = (folder) => codePaths.some((path) => isBelow(path, folder));
const services = compose.flatMap(({ name, folder, isBuiltAbove, published }) => name === job &&
folder !== undefined &&
published.some((one) => one === port) &&
(!isBuiltAbove || hasCode(folder))
? [folder]
: []);
const named = packages.filter(({ folder, names }) => (external_node_path_.posix.basename(folder) === job || names.some((name) => name.split('/').at(-1) === job)) &&
libraries.some(({ at }) => external_node_path_.posix.dirname(at.file) === folder));
const folders = [...services, ...named.map(({ folder }) => folder)];
const own = [...code.folders, ...code.shared];
const isOwn = (folder) => own.some((one) => isBelow(folder, one) || isBelow(one, folder));
return folders.length > 0 && !folders.some(isOwn);
}
;
function appOf(target, context) {
const { apps, targets } = context;
if (isOtherProtocol(target, apps))
return undefined;
if (target.app === undefined)
return appNearby(target, context) ?? asAsked(target, context);
const [only, ...more] = apps;
if (apps.some(({ app }) => app === target.app))
return { name: target.app, isKnown: true, isFly: true };
const open = new Set(targets.flatMap(({ app = '' }) => (isAppName(app) ? [] : app)).filter(Boolean));
const isRenamed = only &&
more.length === 0 &&
(open.size <= 1 || isAppName(target.app)) &&
(!isAppName(target.app) || isSameName(only.app, target.app)) &&
targets.every(({ app }) => app !== only.app);
if (isRenamed)
return { name: only.app, isKnown: true, isFly: true };
const isWatched = isAppName(target.app) && target.port !== undefined;
return isWatched ? { name: target.app, isKnown: false, isFly: true } : undefined;
}
const isOtherProtocol = (target, apps) => protocolOf(target) !== undefined &&
!apps.some(({ facts: { metrics, hints } }) => [...metrics, ...hints].some(({ port }) => port === target.port));
function asAsked({ host, job, port }, { asked }) {
if (asked === undefined || port === undefined)
return undefined;
const isIt = isNamedLike(host, asked, '.') || (isThisMachine(host) && job === asked);
return isIt ? { name: asked, isKnown: false, isFly: true } : undefined;
}
function appNearby(target, context) {
const { apps, codes, compose, targets } = context;
const isAlone = apps.length === 1;
const service = compose.find(({ name }) => name === target.host);
const exact = apps.filter(({ app }) => app === target.host);
const around = apps.filter(({ facts: { file } }) => {
const folder = external_node_path_.posix.dirname(file);
return folder !== '.' && isBelow(target.file, folder);
});
const near = around.filter(({ facts }) => facts.ports.some((port) => port === target.port));
const named = apps.filter(({ app, facts }) => isNamedLike(target.host, app, external_node_path_.posix.dirname(facts.file)));
const built = apps.filter((app) => service?.folder !== undefined && codes.get(app)?.folders.includes(service.folder));
const isHere = isThisMachine(target.host);
const onPort = apps.filter((app) => [app.facts.ports, [...app.facts.metrics, ...app.facts.hints].map(({ port }) => port)]
.flat()
.some((port) => port === target.port) &&
!(isHere && isOfOtherProgram(target, codes.get(app), context)));
const isPlain = isHere || (/^[\w-]+$/.test(target.host) && !isOther(service) && !isCalledByName(apps, targets));
const isOnlyBuilt = service?.folder !== undefined && compose.filter(({ folder }) => folder !== undefined).length === 1;
const byJob = isHere ? apps.filter(({ app }) => app === target.job) : [];
const candidates = [
exact,
byJob,
around.length === 1 ? near : [],
named,
built,
near,
built.filter((app) => onPort.includes(app)),
isAlone && isOnlyBuilt ? apps : [],
isPlain && onPort.length === 1 && (isAlone || isHere) ? onPort : [],
];
const match = candidates.find((list) => list.length === 1)?.[0];
return match && { name: match.app, isKnown: true, isFly: false };
}
const isCalledByName = (apps, targets) => targets.some(({ host }) => apps.some(({ app }) => app === host));
const isOther = (service) => service !== undefined && service.folder === undefined;
const isSameName = (a, b) => a.startsWith(b) || b.startsWith(a);
const isThisMachine = (host) => /^(?:host\.(?:docker|containers)\.internal|localhost|127\.0\.0\.1|\[::1?\]|0\.0\.0\.0)$/.test(host);
function isNamedLike(host, app, folder) {
const words = app.split('-');
const parts = host.split('-');
const isShort = parts.at(-1) === words.at(-1) && parts.every((part) => words.includes(part));
return host !== '' && (isShort || external_node_path_.posix.basename(folder) === host);
}
;
const PUSHES = /\bnew OTLPMetricExporter\(|\bOTLPMetricExporter\(|\botlpmetric(?:grpc|http)\.New\w*\(|\bautoexport\.NewMetricReader\(|\bopentelemetry_otlp::(?:MetricExporter\b|\{[^}\n]{0,200}\bMetricExporter\b)|\bOtlp(?:Http|Grpc)MetricExporter\b|\bOtlpMeterRegistry\b|(?:\.WithMetrics|\bCreateMeterProviderBuilder)\((?:(?!\.With(?:Tracing|Logging)\b)[\s\S]){0,1500}?\.AddOtlpExporter\(/;
const team_servers_SERVES = /\.listen\(|\bListenAndServe\b|\b(?:FastAPI|Flask|Starlette|fastify|Fastify|express|Hono|HttpServer::new|NestFactory\.create)\(|\baxum::serve\b|\bTcpListener::bind\(|\bWebApplication\.Create|\bSpringApplication\.run\(|\buse Phoenix\.Endpoint\b|\bRails\.application\b|\b(?:Bun|Deno)\.serve\(|\bserve\(\s*\{\s*fetch:\s*app\b|\bget_(?:wsgi|asgi)_application\(/;
const OF_FILES = /^\s*(?:\S*\/)?(?:nginx|caddy|httpd|serve|http-server|static-web-server|lighttpd)\b/;
function teamServer(app, codes, evidence) {
const { facts } = app;
const code = codes.get(app);
if (!code || isPlainProxy(facts) || OF_FILES.test(mainCommand(facts)))
return { isServer: false };
const filesIn = (folders) => [
...evidence.code((file) => folders.some((folder) => isBelow(file, folder))),
];
const own = filesIn(code.folders);
const pushed = [...pushedIn(own), ...pushedIn(filesIn(code.shared))];
const claims = pushed.length > 0 ? claimsOf(app, codes, evidence) : undefined;
const pushes = pushed.find((at) => claims?.mayRun(at) !== false);
return { isServer: own.some(({ text }) => team_servers_SERVES.test(text)), ...(pushes && { pushes }) };
}
const pushedIn = (files) => files.flatMap(({ file, text }) => {
const found = PUSHES.exec(text);
return found ? [{ file, line: (0, lib_text.mh)(text, found.index), column: 1 }] : [];
});
;
function chooseServices(apps, evidence) {
const notes = [];
const unclear = [];
const context = { ...evidence, apps, codes: appCodes(apps, evidence) };
const found = evidence.targets.map((target) => ({ target, app: appOf(target, context) }));
const scraped = [...new Set(found.flatMap(({ app }) => (app?.isKnown === false ? app.name : [])))];
const outside = outsideTargets(found.flatMap(({ target, app }) => (app ? [] : [target])), { exists: evidence.exists, stages: stagesOf(apps) });
notes.push(...outside.notes);
notes.push(...sameApp(found));
notes.push(...stageLabelNotes(found.flatMap(({ target, app }) => (app?.isFly === false ? target : []))));
const onFly = [...apps.map(({ app }) => app), ...scraped].flatMap((app) => {
const chosen = apps.find((one) => one.app === app);
const targets = found.flatMap((one) => (one.app?.name === app ? { ...one, ...one.app } : []));
const [scraping, local] = [true, false].map((isFly) => targets.filter((one) => one.isFly === isFly).map(({ target }) => target));
const onlyScraped = (scraping ?? []).flatMap((one) => fromTarget(one, chosen, notes));
if (!chosen)
return onlyScraped.map((endpoint) => serviceOf(app, endpoint));
const code = codeEndpoints(chosen, context.codes, context);
const held = onlyScraped.map((endpoint) => heldAsScraped(endpoint, code, chosen));
notes.push(...held.flatMap(({ note }) => note ?? []));
const endpoints = [
...held.map(({ endpoint }) => endpoint),
...endpointsOf(chosen, (local ?? []).map((target) => named(target, app)), { ...{ context, notes, unclear, code }, scraped: scraping ?? [] }),
];
const own = ofTargets(endpoints, code.labels);
notes.push(...ownLabelNotes(own, app));
return endpoints.map((endpoint) => ({ ...serviceOf(app, endpoint), ownLabels: own }));
});
const services = [...onFly, ...outside.services];
const variables = new Set(services.map(({ options }) => secretVariable(options)));
for (const { secret, options } of evidence.targets)
if (secret && variables.has(secretVariable(options)))
notes.push(secret);
const without = apps.filter(({ app }) => services.every((one) => one.app !== app));
const servers = new Map(without.map((one) => [one.app, teamServer(one, context.codes, evidence)]));
const serving = apps.filter((one) => !without.includes(one) || unclear.includes(one.app));
const near = nearEvidence(without, { codes: context.codes, evidence, serving, servers });
return { services, scraped, lost: outside.lost, notes: [...new Set(notes)], unclear, servers, near };
}
function sameApp(found) {
const near = found.flatMap(({ target, app }) => app?.isFly === false && !isThisMachine(target.host) ? [{ target, app: app.name }] : []);
const groups = Map.groupBy(near, ({ target: { file, job, port, path }, app }) => JSON.stringify([file, job, port, path, app]));
return [...groups.values()].flatMap((all) => {
const hosts = [...new Map(all.map((one) => [one.target.host, one.target])).values()];
const [first, second] = hosts;
if (!first || !second)
return [];
const names = (0, lib_text.H$)(hosts.map(({ address }) => (0, quote.T)(address)));
const message = `${names} of job ${(0, quote.T)(first.job)} are all taken for ${all[0]?.app}: the draft scrapes every machine of that one app.`;
const hint = 'If they are apps of their own on Fly, add each of them to `apps`, with a service.';
return lossNote(second.file, second.at, message, hint);
});
}
const stagesOf = (apps) => new Map(apps.flatMap(({ app, stages }) => stages.map((stage) => [stage.app, app])));
const secretVariable = (options) => options?.authorization?.credentials_env ?? options?.basic_auth?.password_env;
const serviceOf = (app, { name, why, ...endpoint }) => ({
...endpoint,
app,
name: name ?? (endpoint.process === 'app' ? app : (endpoint.process ?? app)),
...(why !== undefined && { comment: ` Evidence: ${why}.` }),
});
const named = (target, app) => target.job === app ? { ...target, name: app } : target;
function fromTarget(target, app, notes) {
const { file, at, name, path, process, every } = target;
const options = { ...intervalOption(every), ...target.options };
const port = target.port ?? app?.facts.ports[0];
const add = (message, hint) => void notes.push(initNote(file, at, message, hint));
if (port === undefined) {
if (app)
return [];
const message = `${(0, quote.T)(target.address)} is not taken over: the port of the app is not known.`;
notes.push(lossNote(file, at, message, 'Add a service for it.'));
return [];
}
if (target.port === undefined)
add(`${(0, quote.T)(target.address)} reaches one machine that Fly's proxy chooses.`, `The draft scrapes every machine on port ${port} of the private network instead.`);
else if (app && target.app !== app.app && isAppName(target.app))
add(`Prometheus scrapes ${target.app}.internal, but the app is ${app.app}: the name cannot be resolved.`, `The new configuration scrapes ${app.app} instead.`);
return [{ name, port, path, options, ...(process !== undefined && { process }), at: { file, ...at } }];
}
;
function scanRepository(sources, { names, preset }) {
const others = scanOtherScrapers(sources.scrapers);
const prometheus = [...sources.prometheus.map(scanPrometheus), ...others.scanned];
const scraped = new Set(prometheus.flatMap(({ targets }) => targets.map(({ app }) => app)));
const files = sources.fly.filter(({ role }) => role === 'app');
const choice = chooseApps(files, { ...sources, scraped, named: names.app });
const chosen = chooseServices(choice.apps, {
...sources,
targets: prometheus.flatMap(({ targets }) => targets),
asked: choice.apps.some(({ app }) => app === names.app) ? undefined : names.app,
});
const evidence = { ...sources, apps: choice.apps };
const own = choice.apps.map((one) => asFound(one, evidence));
const asked = askedFor(names.app, own, sources.fly);
const scrapedApps = chosen.scraped.filter((app) => app !== names.app).map((app) => ({ app }));
const apps = [...own, ...asked.apps, ...scrapedApps];
const isPreset = preset || apps.some(({ app }) => (0, missing_configuration.py)(app));
if (apps.length === 0 && !isPreset)
throw noAppFound(choice, sources);
const services = withDistinctNames([...chosen.services, ...asked.services]);
const openApp = openAppOf(apps, chosen);
const unexplained = apps.filter(({ app }) => !chosen.unclear.includes(app));
const monitoring = monitoringOf(sources, {
names,
isPreset,
prometheus,
lost: chosen.lost,
apps: choice.apps.map(({ facts }) => facts),
found: apps,
});
const alerts = rulesAndReceivers(sources, prometheus, chosen.lost);
const notes = [
...choice.notes,
...asideNotes(sources.aside),
...(isPreset ? presetNotes : deployNotes)(choice.apps, evidence),
...sources.unreadable,
...missingConfigurations(sources.commands, sources),
...otherNames(sources, namesOf(sources.fly, apps)),
...chosen.notes,
...scrapedTwice(chosen.services),
...withoutMetrics(unexplained, { ...chosen, services, fly: sources.fly, openApp }),
...monitoring.notes,
...(isPreset ? [] : imageNotes(choice.apps, sources)),
...prometheus.flatMap((file) => file.notes),
...alerts.notes,
...others.notes,
];
const dashboards = folders(sources.dashboards);
const found = { ...monitoring, ...alerts, apps, services, openApp, dashboards, isPreset, notes };
return withoutInvalid(withoutUsualInterval(found), names);
}
const imageNotes = (apps, sources) => [
...buildNotes(apps, sources),
...argumentNotes(apps),
...sameCommandNotes(apps, sources.packages),
];
function openAppOf(apps, { unclear, servers }) {
const is = (test) => apps.find(({ app }) => {
const server = servers.get(app);
return server !== undefined && test(server);
})?.app;
return (unclear[0] ?? is(({ pushes }) => pushes !== undefined) ?? is(({ isServer }) => isServer) ?? apps[0]?.app);
}
const namesOf = (fly, apps) => [
...apps.map(({ app }) => app),
...fly.flatMap(({ name }) => name?.value ?? []),
];
function asFound(one, sources) {
const { app, deployedBy, command, facts, withMore } = one;
const comment = stageComment(one);
const found = one.database === undefined ? foundBuild(one, sources) : undefined;
const runs = deployedByHand(one, sources.apps);
const build = found && inFolder(found, sources.folder);
const held = heldBecause(one, sources);
return {
app,
...(facts.isTemplate ? { template: facts.path } : { config: facts.path }),
...(build && { build }),
...(facts.health !== undefined && { health: facts.health }),
...(deployedBy && { deployedBy, alsoDeployedBy: one.others.certain }),
...(one.mayDeploy && { mayDeploy: true }),
...(deployedBy && command?.named !== undefined && { named: command.named }),
...(runs !== undefined && { runs }),
...(withMore && { withMore }),
...(deployedBy &&
command?.at === deployedBy &&
command.options.length > 0 && { options: command.options }),
...(held !== undefined && { held }),
...(one.database !== undefined && { isDatabase: true }),
...(comment !== undefined && { comment }),
};
}
function inFolder({ context, dockerfile, why }, folder) {
const [from, file] = [context, dockerfile].map((path) => path === undefined ? undefined : external_node_path_.posix.relative(folder, path) || '.');
if (from?.startsWith('..') || file?.startsWith('..'))
return undefined;
return {
...(from !== undefined && { context: from }),
...(file !== undefined && { dockerfile: file }),
why,
};
}
;
function superseded({ file, rules, what, scrapes, hasLabels, copiedBy, sendsTo = [] }, notes) {
const isPartial = notes.some((note) => isLoss(note) && [file, ...rules].includes(note.at?.file ?? ''));
const subject = what === undefined ? 'this Prometheus' : 'this file';
const message = `The targets of ${subject} on Fly are in monitoring.yml now`;
const note = (text, hint) => [initNote(file, { line: 1, column: 1 }, text, hint)];
const sends = sendsTo.length === 0 ? '' : ` (${(0, lib_text.H$)(sendsTo.map(quote.T))})`;
const labels = hasLabels ? ', its external labels' : '';
if (scrapes !== undefined)
return note(`This file is ${what}, which scrapes ${scrapes}. It is left alone: where it sends the samples${sends}${labels}, and its other parts, are not in the draft.`, 'It keeps running where it runs now. `remote_write` in monitoring.yml sends the samples of the new Prometheus on: with the same destination every sample arrives twice, so remove its scrapes then.');
if (isPartial)
return note(`${message}, but not all of its settings are${what === undefined ? '' : `, and neither is where it sends the samples${sends}${labels && ', nor its external labels'}, nor its other parts`}.`, 'Keep it until the notes about this file are settled.');
if (what !== undefined)
return note(`${message}. It is ${what}: where it sends the samples${sends}${labels}, and its other parts, are not taken over.`, 'Remove its scrapes when the new Prometheus runs, and keep what else it does. `remote_write` in monitoring.yml sends the samples on.');
return note(`${message}.`, copiedBy === undefined
? 'Remove this file when the new Prometheus runs: monitoring/prometheus-fly.yml replaces it.'
: `monitoring/prometheus-fly.yml replaces it. ${copiedBy} copies it, and its build fails without it: remove them together, when nothing else that this image runs is used.`);
}
;
async function firstDraft(repository, options) {
const { names, inside, plan } = options;
const found = scanRepository(repository.scan, options);
const empty = withoutData(repository.dashboards, found);
const refused = new Map(empty.map(({ file }) => [file, []]));
let copies = [];
let final = first_draft_without(new Set(refused.keys()), found, { repository, inside, copies });
let said = await plan(completed(final, names, copies));
for (let round = 0; round < MAX_ROUNDS; round++) {
const more = refusedOnes(repository, said, { known: refused, copies });
if (more.size === 0)
break;
for (const [file, errors] of more)
refused.set(file, errors);
copies = copiesOf(repository, refused);
final = first_draft_without(new Set(refused.keys()), found, { repository, inside, copies });
said = await plan(completed(final, names, copies));
}
const text = draftConfiguration(final, names);
const isComplete = found.services.some(isOfTeam) || found.isPreset;
const copyFor = (file) => copies.find(({ original }) => original === file);
const inDraft = found.rulesInDraft((file) => !refused.has(file) || copyFor(file) !== undefined);
const ownLabels = found.services.flatMap((one) => one.ownLabels ?? []);
const aboutRefused = [...refused].flatMap(([file, said]) => {
const errors = withExportedName(said, ownLabels);
const copy = copyFor(file);
return copy ? copyNote(copy, errors) : isCopy(inside(file)) ? [] : asNote(errors);
});
const ofDashboards = [...withoutDataNotes(empty, inside), ...ownAlertNotes(repository.dashboards, inside)];
const notes = [...found.notes, ...inDraft, ...ofDashboards, ...aboutRefused];
return {
text,
config: isComplete && !/^ *region:$/m.test(text) ? checked(text) : undefined,
found: final,
copies,
notes: [...notes, ...found.prometheus.flatMap((file) => superseded(file, notes))],
problems: said.filter(({ at, code, severity }) => (severity === 'error' || !refused.has(at?.file ?? '')) && !RESOLVED.includes(code)),
};
}
const MAX_ROUNDS = 4;
const BY_OTHERS = ['rules/name-taken', 'dashboard/duplicate-uid'];
function refusedOnes({ dashboards, scan }, said, { known, copies }) {
const copied = copies.map(({ path }) => ({ file: external_node_path_.posix.join(scan.folder, path) }));
const proposed = new Set([...dashboards, ...scan.rules, ...copied].map(({ file }) => file));
const errors = said.filter(({ severity, at }) => {
const file = at?.file ?? '';
return severity === 'error' && proposed.has(file) && !known.has(file);
});
const own = errors.filter(({ code }) => !BY_OTHERS.includes(code));
return Map.groupBy(own.length > 0 ? own : errors, ({ at }) => at?.file ?? '');
}
function copiesOf({ scan }, refused) {
return scan.rules
.flatMap((source) => copyOfRules(source, scan.inside(source.file), refused.get(source.file) ?? []) ?? [])
.filter(({ path }) => !refused.has(external_node_path_.posix.join(scan.folder, path)));
}
const RESOLVED = ['prometheus/unknown-app', 'prometheus/unknown-port'];
function first_draft_without(files, found, { repository, inside, copies }) {
const paths = new Set([...files].flatMap((file) => (file === undefined ? [] : inside(file))));
const dashboards = repository.dashboards
.filter(({ file }) => !files.has(file))
.map(({ file }) => inside(file));
return {
...found,
dashboards: withoutRefused(dashboards, files, inside),
rules: [...found.rules.filter((path) => !paths.has(path)), ...copies.map(({ path }) => path)],
};
}
function withoutRefused(dashboards, refused, inside) {
const whole = folders(dashboards);
const isSplit = (folder) => [...refused].some((file) => file !== undefined && inside(file).startsWith(`${folder}/`));
return whole.flatMap((one) => isSplit(one) ? dashboards.filter((path) => path.startsWith(`${one}/`)) : one);
}
function asNote([first, ...more]) {
if (!first)
return [];
const { at, message, hint, code } = first;
const { file, line, column } = at ?? { file: '', line: 1, column: 1 };
const others = more.length === 0 ? '' : ` It has ${(0, lib_text.U9)(more.length, 'more error')}.`;
const text = `This file is not in the draft: \`plan\` refuses it (${code}). ${message}${others}`;
const list = file.endsWith('.json') ? 'grafana.dashboards' : 'alerts.rules';
return [
lossNote(file, { line, column }, text, `${hint} When it is corrected, add it to \`${list}\`.`.trimStart()),
];
}
function filledIn(found) {
const services = servicesOf(found).map((service) => ({ ...service, port: service.port ?? ANY_PORT }));
return { ...found, services, monitoring: { region: 'fra', ...found.monitoring } };
}
const ANY_PORT = 1;
function completed(found, names, copies) {
const text = draftConfiguration(filledIn(found), names);
return { text, config: checked(text), copies };
}
function checked(text) {
try {
return (0, load.Z9)(text, '');
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
throw new errors.lZ('configuration', error.problems.map(({ at: _, ...problem }) => problem));
}
}
var assets = __webpack_require__(43287);
;
const INSTALLED = '../../.package-lock.json';
async function pinnedProgram() {
const commit = installedCommit() ?? (await (0, git.D)((0, assets.assetPath)('.')));
return `${documentation.Hy}#${commit ?? shippedReference()}`;
}
const FROM_GIT = /^git\+(?:(?:ssh|https):\/\/(?:git@)?github\.com\/fechatter\/deploy-monitoring\.git|file:.*)#([0-9a-f]{40})$/;
function installedCommit() {
if (!(0, external_node_fs_.existsSync)((0, assets.assetPath)(INSTALLED)))
return undefined;
const lock = (0, json_value._D)((0, assets.readAsset)(INSTALLED));
const packages = (0, json_value.OW)(lock) && (0, json_value.OW)(lock.packages) ? lock.packages : {};
const own = packages['node_modules/@fechatter/deploy-monitoring'];
return FROM_GIT.exec((0, json_value.OW)(own) ? (0, json_value.tB)(own.resolved) : '')?.[1];
}
const shippedReference = () => /uses: fechatter\/deploy-monitoring@(\S+)/.exec((0, assets.readAsset)('templates/workflows/deploy-monitoring.yml'))?.[1] ?? 'main';
;
const OF_MACHINE = /^(?:home|Users|root|mnt|media|opt|srv|workspaces?|~|\*)\//;
function inRepository(deploy, exists) {
const { config, folder, dockerfile } = deploy;
if (!OF_MACHINE.test(config) || exists(config))
return deploy;
const parts = config.split('/');
const at = parts.findIndex((_, i) => i > 0 && i < parts.length - 1 && exists(parts.slice(i).join('/')));
if (at === -1)
return deploy;
const root = parts.slice(0, at).join('/');
const inside = (path) => path === root ? '.' : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
return {
...deploy,
config: inside(config),
folder: inside(folder),
dockerfile: dockerfile === undefined ? undefined : inside(dockerfile),
};
}
;
const STEP = /^[^#\n]*?\b(?:fly|flyctl)\s+(?:machines?|m)\s+(?:update|stop|start|clone|destroy|restart)\b/;
function machineStepIn({ file, text }) {
if (!/\.(?:sh|bash)$/.test(file) || /\bcase\b/.test(text))
return undefined;
const at = text.split('\n').findIndex((line) => STEP.test(line));
return at === -1 ? undefined : at + 1;
}
var make_values = __webpack_require__(59675);
;
const QUESTION = /(?:\bread[ \t][^\n]{0,60}-\w*p|\bRead-Host|\bset[ \t]+\/p)[^\n]{0,200}\b(?:prod(?:uction)?|deploy\w*)\b[^\n]{0,200}(?:\?|\b(?:y(?:es)?\/n|yes)\b)|\$[({]?CONFIRM\w*(?::?-\w*)?[)}]?["']?[ \t]*(?:!=|=|-ne)|\bif(?:n?def|n?eq)[ \t]+\(?(?:\$[({])?CONFIRM/i;
function questionBefore(text, line) {
const lines = text.split('\n').slice(0, line);
const at = lines.findLastIndex((one) => !/^\s*#/.test(one) && QUESTION.test(one));
return at === -1 ? undefined : at + 1;
}
;
const isForWindows = (path) => /\.(?:ps1|bat|cmd)$/i.test(path);
const asUnix = (text) => text
.replace(/[ \t][`^](?=\r?\n)/g, ' \\')
.replace(/\$\{?env:(\w+)\}?|%(\w+)%/gi, (_, power, prompt) => `\${${power ?? prompt}}`)
.replace(/(?<=[\w.}~])\\(?=[\w.$])/g, '/')
.replace(/\b(fly(?:ctl)?)\.exe\b/gi, '$1')
.replace(/^([ \t]*)@?(?:rem\b|::)/gim, '$1#')
.replace(/\bWrite-\w+/gi, 'echo');
;
function scriptDeploysIn(file, exists) {
const own = external_node_path_.posix.dirname(file.file);
return (0, deploy_commands.US)(file, deploysOfPeople(file, own, exists)).map((one) => ({
...one,
asks: questionBefore(file.text, one.at.line),
step: machineStepIn(file),
}));
}
function deploysOfPeople({ file, text }, own, exists) {
if (/(?:makefile|justfile)$/i.test(file))
return (0, deploy_commands.uf)((0, deploy_commands.l5)((0, make_values.j)(text, { text, folder: own })), own);
const isWindows = isForWindows(file);
if (!isWindows && !/\.(?:sh|bash)$/.test(file))
return (0, deploy_commands.uf)((0, deploy_commands.l5)(text), own);
const script = (0, deploy_commands.U0)(isWindows ? (0, shell.$)(asUnix(text)) : (0, shell.H)(text, { own, args: undefined }));
const [atRoot = [], inOwn = []] = ['.', own].map((folder) => (0, deploy_commands.qU)(script, folder).map((one) => inRepository(one, exists)));
const known = (deploys) => deploys.filter(({ config }) => exists(config)).length;
return known(inOwn) > known(atRoot) ? inOwn : atRoot;
}
const FENCE = /^[ \t]*(```|~~~)[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/gm;
function instructedDeploysIn(file, exists) {
const own = external_node_path_.posix.dirname(file.file);
return [...file.text.matchAll(FENCE)].flatMap(({ index, 2: block = '' }) => {
const before = file.text.slice(0, index).split('\n').length;
const script = (0, deploy_commands.U0)((0, shell.$)(block.replace(/^[ \t]*[$>%] /gm, '')));
const found = [(0, deploy_commands.qU)(script, own), (0, deploy_commands.qU)(script, '.')].find((deploys) => deploys.some(({ config }) => exists(config)));
return (0, deploy_commands.US)(file, (found ?? []).map((one) => ({ ...one, line: one.line + before })));
});
}
const BUILT_IMAGE = /^(?!registry\.fly\.io\/)[\w-][\w.-]*\.[a-z]+\/[\w./-]+[a-z\d](?::(?!.*(?:prev|prior|last|old))\S+)?$/i;
function imageDeploysIn(file, exists) {
const deploys = instructedDeploysIn(file, exists);
return deploys.some(({ image = '' }) => BUILT_IMAGE.test(image)) ? deploys : [];
}
;
const PIPELINE = /^(?:\.gitlab-ci\.ya?ml|\.circleci\/[\w-]+\.ya?ml|bitbucket-pipelines\.ya?ml|azure-pipelines\.ya?ml|\.travis\.ya?ml|Jenkinsfile|\.drone\.ya?ml|\.woodpecker(?:\.ya?ml|\/[\w-]+\.ya?ml)|\.(?:buildkite|semaphore|rwx)\/[\w-]+\.ya?ml|cloudbuild\.ya?ml)$/;
const PIPELINE_FOLDERS = [
'.circleci',
'.woodpecker',
'.buildkite',
'.semaphore',
'.rwx',
];
const isPipeline = (path) => PIPELINE.test(path);
var searched_folders = __webpack_require__(2849);
var sources_sources = __webpack_require__(22204);
var paths = __webpack_require__(83052);
var started_scripts = __webpack_require__(18972);
var workflow_deploys = __webpack_require__(1403);
var fly_sources = __webpack_require__(63324);
;
const made_files_ENDING = /\.(?:template|tmpl|tpl|in|j2|jinja2?|erb|gotmpl|example|sample|dist|base)$/;
const made_files_INSIDE = /[._-](?:template|tmpl|tpl|example|sample|base)(?=\.toml$)/;
function madeName(file) {
const name = made_files_ENDING.test(file) ? file.replace(made_files_ENDING, '') : file.replace(made_files_INSIDE, '');
return name !== file && name.endsWith('.toml') ? name : undefined;
}
function templatesOf(commands, { files, exists }) {
const templates = files.flatMap((file) => {
const made = madeName(file);
return made === undefined ? [] : [{ file, made }];
});
const found = commands.flatMap(({ config }) => {
if ((0, deploy_commands.ef)(config) || exists(config))
return [];
const near = templates.find(({ made }) => made === config);
const [only, ...more] = templates.filter(({ made }) => external_node_path_.posix.basename(made) === external_node_path_.posix.basename(config));
const template = near ?? (more.length === 0 ? only : undefined);
return template ? [[config, template.file]] : [];
});
return new Map(found);
}
const asToml = (text) => withDefaults(text).replace(/^([^#"'\n\r\u2028\u2029]*=[ \t]*)(\$\{?\w+\}?|\{\{[^{}\n]*\}\}|__\w+__|@\w+@)[ \t]*$/gm, '$1"$2"');
var fly_toml = __webpack_require__(84711);
;
function unreadableFly({ file, text }) {
const read = (0, toml.D)(text);
if (read.ok)
return [];
const program = (0, toml._)(text);
const [what, at, first] = program
? [`encrypted with ${program}`, { line: 1, column: 1 }, 'Read it decrypted']
: ['not valid TOML', read.at, 'Correct it'];
const message = `${file} is ${what}, so nothing of it is in the draft.`;
return [
lossNote(file, at, message, `${first}, and add its app to \`apps\`, and its metrics to \`services\`.`),
];
}
function scanFly(source, path) {
const read = (0, toml.D)(source.text);
if (!read.ok || read.table.entries.size === 0)
return [];
const fly = (0, fly_toml.T)(read.table);
const { file, role, build } = source;
const main = fly.services.find(({ http }) => http) ?? fly.services[0];
const content = build && (0, dockerfile.n_)(build.text, fly.build?.text('build-target')?.value);
return [
{
path,
file,
role,
fly,
build: build && content && { file: build.file, content, copied: (0, dockerfile.Rl)(content, fly.buildArgs) },
textInImage: () => undefined,
containers: containersIn(read.table),
isMeant: source.isMeant === true,
release: (0, formats_tree.ws)((0, formats_tree.Jt)((0, formats_tree.Jt)(read.table, 'deploy'), 'release_command')) ?? '',
name: fly.app,
region: topValue(read.table, 'primary_region', file) ?? regionOfVariable(fly, file),
health: healthPath(fly),
ports: [...(main ? [main] : []), ...fly.services].flatMap((service) => service.number('internal_port')?.value ?? []),
mainProcess: main && processesOf(main, fly)[0],
metrics: [
...fly.metrics.flatMap((section) => endpoints(section, fly, file)),
...experimental(read.table, file),
],
hints: [
...fly.services.flatMap((service) => checkedMetrics(service, fly, file)),
...topLevelChecks(fly, file),
...variables(fly, file),
...turnedOn(fly, source),
],
},
];
}
function containersIn(table) {
const written = (0, formats_tree.Jt)(table, 'machine_config') ?? (0, formats_tree.Jt)((0, formats_tree.Jt)(table, 'experimental'), 'machine_config');
const json = (0, json_value._D)((0, formats_tree.ws)(written) ?? '');
const containers = (0, json_value.OW)(json) && Array.isArray(json.containers) ? json.containers : [];
return containers.flatMap((one) => ((0, json_value.OW)(one) && typeof one.image === 'string' ? [one.image] : []));
}
function topValue(table, key, file) {
const node = (0, formats_tree.Jt)(table, key);
const value = (0, formats_tree.ws)(node);
return node && value !== undefined ? { value, at: { file, ...node.at } } : undefined;
}
function regionOfVariable({ env }, file) {
const found = env.find(({ key }) => key === 'PRIMARY_REGION');
return found && { value: found.value, at: { file, line: found.at.line, column: found.at.column } };
}
function healthPath(fly) {
const http = fly.services.find((service) => service.http) ?? fly.services.find(isPublicHttps);
const port = http?.number('internal_port')?.value;
const asks = (one, key) => [port, undefined].includes(one.number(key)?.value);
const ofServices = fly.services.filter((one) => asks(one, 'internal_port')).flatMap(({ checks }) => checks);
const own = [...ofServices, ...fly.checks.filter((one) => asks(one, 'port'))];
return [...(http?.checks ?? []), ...(http ? own : [])]
.map((check) => check.text('path')?.value)
.find((path) => path !== undefined && !METRICS_PATH.test(path));
}
const isPublicHttps = ({ ports }) => ports.some(({ from, handlers }) => from === 443 && ['tls', 'http'].every((one) => handlers.includes(one)));
function processesOf(section, fly) {
const groups = (0, fly_subject.c1)(section.processes, fly);
return fly.groups.length > 1 && groups.length > 0 ? groups : [undefined];
}
function inProcesses(section, fly, endpoint) {
return processesOf(section, fly).map((process) => ({
...endpoint,
...(process !== undefined && { process }),
}));
}
function endpoints(section, fly, file) {
const port = section.number('port');
if (!port)
return [];
const path = section.text('path')?.value ?? '/metrics';
return inProcesses(section, fly, { port: port.value, path, at: { file, ...section.at } });
}
function experimental(table, file) {
const section = (0, formats_tree.Jt)(table, 'experimental');
const port = (0, formats_tree.Jt)(section, 'metrics_port');
const number = Number((0, formats_tree.ws)(port));
if (!port || !(number > 0))
return [];
const path = (0, formats_tree.ws)((0, formats_tree.Jt)(section, 'metrics_path')) ?? '/metrics';
return [{ port: number, path, at: { file, ...port.at } }];
}
function checkedMetrics(service, fly, file) {
const port = service.number('internal_port')?.value;
const check = service.checks
.map((one) => one.text('path'))
.find((path) => METRICS_PATH.test(path?.value ?? ''));
if (port === undefined || !check)
return [];
const why = `a check in ${file}:${check.at.line} asks for ${check.value} on this port`;
return inProcesses(service, fly, { port, path: check.value, at: { file, ...check.at }, why });
}
function topLevelChecks(fly, file) {
return fly.checks.flatMap((check) => {
const [port, path] = [check.number('port'), check.text('path')];
if (!port || !path || !METRICS_PATH.test(path.value))
return [];
const why = `a check in ${file}:${path.at.line} asks for ${path.value} on this port`;
return inProcesses(check, fly, { port: port.value, path: path.value, at: { file, ...path.at }, why });
});
}
const PORT_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS|PROM|EXPORTER)_(?:SERVER_|HTTP_|LISTEN_|BIND_)*(?:PORT|ADDR|ADDRESS)$/;
const LISTEN_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS|PROM)(?:_(?:EXPORTER|LISTEN|BIND|SERVER|HTTP))*$/;
const IS_LOOPBACK = /^(?:127\.[\d.]+|localhost|\[?::1\]?)(?::|$)/;
const LISTEN_VALUE = /^(?:0\.0\.0\.0|\[::\]|\*)?:\d{2,5}$/;
const PATH_VARIABLE = /^(?:\w+_)?(?:METRICS|PROMETHEUS)_(?:PATH|ENDPOINT)$/;
function variables({ env }, file) {
const port = env.find(({ key, value }) => (PORT_VARIABLE.test(key) && /(?:^|:)\d{2,5}$/.test(value)) ||
(LISTEN_VARIABLE.test(key) && LISTEN_VALUE.test(value)));
const host = port && env.find(({ key }) => key === port.key.replace(/(?:PORT|ADDR|ADDRESS)$/, 'HOST'));
if (!port || IS_LOOPBACK.test(host?.value ?? port.value))
return [];
const path = env.find(({ key, value }) => PATH_VARIABLE.test(key) && value.startsWith('/'))?.value;
const at = { file, line: port.at.line, column: port.at.column };
const why = `${port.key} in ${file}:${port.at.line}`;
return [{ port: Number(/\d+$/.exec(port.value)?.[0]), path: path ?? '/metrics', at, why }];
}
const SWITCH = /^(?:\w+_)?(?:METRICS|PROMETHEUS)_(?:\w+_)?ENABLED?$/;
function turnedOn(fly, { file, text }) {
const on = fly.env.find(({ key, value }) => SWITCH.test(key) && /^(?:true|1|on|yes)$/i.test(value));
const lines = text.split('\n');
const [service, ...more] = fly.services.filter(({ at }) => /^\s*#.{0,100}\b(?:prometheus|metrics)\b/i.test(lines[at.line - 2] ?? ''));
const port = service?.number('internal_port');
if (!on || !service || !port || more.length > 0)
return [];
const at = { file, ...port.at };
const why = `${on.key} in ${file}:${on.at.line}, and the comment in line ${service.at.line - 1} says that this port is for it`;
return inProcesses(service, fly, { port: port.value, path: '/metrics', at, why });
}
;
function readFly({ fly, deploys, workflows }, reading) {
const { workspace, inside, paths, textOf, byPipelines, byScripts } = reading;
const commands = [
...(0, started_scripts.yb)(deploys, reading),
...(0, started_scripts.Kx)(workflows.flatMap(workflow_deploys.Gj), reading),
...byPipelines,
];
const files = paths.map((path) => (0, lib_workspace.SH)(workspace, path));
const templates = templatesOf([...commands, ...byScripts], { files, exists: reading.exists });
const made = [...new Set(templates.values())].flatMap((file) => factsOfTemplate(file, reading));
const asRead = (one) => {
const template = made.find(({ file }) => file === templates.get(one.config));
return template ? { ...one, config: template.file } : one;
};
return {
fly: [...fly.flatMap((source) => scanFly(asMeant(source, workspace), inside(source.file))), ...made].map((facts) => ({
...facts,
hints: [...facts.hints, ...programHints(facts, textOf)],
textInImage: textsInImage(facts, textOf),
})),
unreadable: fly.flatMap(unreadableFly),
commands: commands.map(asRead),
scripts: [...byScripts, ...workflows.flatMap((one) => (0, workflow_deploys.ju)(one, { areOff: true }))].map(asRead),
};
}
function textsInImage({ build, fly, file }, textOf) {
if (fly.build?.has('image'))
return () => undefined;
const folders = new Set([external_node_path_.posix.dirname(file), external_node_path_.posix.dirname(build?.file ?? file), '.']);
return (path) => {
const source = imageFiles(build?.content, fly.buildArgs).sourceOf(path);
if (source === undefined)
return undefined;
for (const folder of folders) {
const text = textOf(external_node_path_.posix.join(folder, source));
if (text !== undefined)
return text;
}
return undefined;
};
}
const asMeant = (source, workspace) => ({
...source,
isMeant: source.build !== undefined && (0, fly_sources.GT)(source, workspace) !== undefined,
});
function factsOfTemplate(file, { workspace, inside, read }) {
const found = read((0, lib_workspace.tc)(workspace, file));
if (!found)
return [];
const text = asToml(found.text);
const fly = (0, fly_identity.uZ)(text);
const isPrometheus = fly && (0, fly_identity.Yz)(fly, { dockerfile: undefined, hasPrometheusConfig: false });
const role = isPrometheus ? 'monitoring' : 'app';
const source = {
file,
text,
app: '',
role,
ours: false,
started: external_node_path_.posix.dirname(file),
hasFile: () => false,
};
return scanFly(source, inside(file)).map((facts) => ({ ...facts, isTemplate: true }));
}
;
const TEST = /^[ \t]*#\[(?:cfg\((?:all\()?test\b|(?:\w{1,40}::){0,3}(?:test|rstest|test_case)\b)[^\]]*\]/;
function withoutRustTests(source) {
const { file, text } = source;
if (!file.endsWith('.rs') || !text.includes('test'))
return source;
const lines = text.split('\n');
for (let i = 0; i < lines.length; i++) {
const [attribute = ''] = TEST.exec(lines[i] ?? '') ?? [];
if (attribute === '')
continue;
const end = endOfItem(lines, i, attribute.length);
if (end === -1)
break;
lines.fill('', i, end + 1);
i = end;
}
return { ...source, text: lines.join('\n') };
}
function endOfItem(lines, start, behind) {
const indent = /^[ \t]*/.exec(lines[start] ?? '')?.[0] ?? '';
let isOpen = false;
for (let i = start; i < lines.length; i++) {
const line = (i === start ? `${indent}${lines[i]?.slice(behind)}` : (lines[i] ?? '')).trimEnd();
const code = line.trimStart();
if (isOpen ? line.startsWith(`${indent}}`) : isShort(line, indent))
return i;
if (code !== '' && !isOpen && !line.startsWith(indent))
return -1;
isOpen ||= /\{$/.test(code) && !/^(?:\/\/|#\[)/.test(code);
}
return -1;
}
const isShort = (line, indent) => !/^\s*(?:\/\/|#\[)/.test(line) &&
(/[;}]$/.test(line) || (line.endsWith(',') && /^\S/.test(line.slice(indent.length))));
;
const isComposeFile = (path) => /(?:^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/.test(path);
function scanCompose({ file, text }) {
const read = (0, formats_yaml.g)(text);
const services = read.ok ? (0, formats_tree.Jt)(read.tree, 'services') : undefined;
if (services?.kind !== 'table')
return [];
return [...services.entries].map(([name, service]) => ({
name,
...buildOf(service, external_node_path_.posix.dirname(file)),
ports: portsOf((0, formats_tree.Jt)(service, 'environment'), file),
published: [
...new Set(['ports', 'expose'].flatMap((key) => (0, formats_tree.ld)((0, formats_tree.Jt)(service, key)).flatMap(containerPort))),
],
mounts: (0, formats_tree.ld)((0, formats_tree.Jt)(service, 'volumes')).flatMap((one) => mountOf(one, external_node_path_.posix.dirname(file))),
...retentionOf(service, file),
}));
}
function mountOf(node, from) {
const [, short, to] = /^([^:]{1,300}):(\/[^:]{1,300})/.exec((0, formats_tree.ws)(node) ?? '') ?? [];
const source = short ?? (0, formats_tree.ws)((0, formats_tree.Jt)(node, 'source'));
const target = to ?? (0, formats_tree.ws)((0, formats_tree.Jt)(node, 'target'));
if (source === undefined || target === undefined || !/^\.{1,2}\//.test(source))
return [];
return [{ source: external_node_path_.posix.join(from, source), target: external_node_path_.posix.normalize(target) }];
}
const PROMETHEUS_IMAGE = /(?:^|\/)prometheus(?=[:@]|$)/;
const scan_compose_RETENTION = /--storage\.tsdb\.retention(?:\.time)?[= ]["']?(\d[\dsmhdwy]{1,20})\b/;
function retentionOf(service, file) {
const command = (0, formats_tree.Jt)(service, 'command');
const words = command?.kind === 'list' ? command.items : command ? [command] : [];
const found = words
.map((node) => ({ node, value: scan_compose_RETENTION.exec((0, formats_tree.ws)(node) ?? '')?.[1] }))
.find(({ value }) => value !== undefined);
if (found?.value === undefined || !PROMETHEUS_IMAGE.test((0, formats_tree.ws)((0, formats_tree.Jt)(service, 'image')) ?? ''))
return {};
return { retention: { value: found.value, at: { file, ...found.node.at } } };
}
function buildOf(service, from) {
const build = (0, formats_tree.Jt)(service, 'build');
if (!build)
return { folder: undefined };
const context = (0, formats_tree.ws)(build) ?? (0, formats_tree.ws)((0, formats_tree.Jt)(build, 'context'));
const dockerfile = external_node_path_.posix.dirname((0, formats_tree.ws)((0, formats_tree.Jt)(build, 'dockerfile')) ?? 'Dockerfile');
const folder = external_node_path_.posix.join(from, context ?? '.', dockerfile);
return { folder, ...(dockerfile !== '.' && { isBuiltAbove: true }) };
}
function portsOf(environment, file) {
const entries = environment?.kind === 'table'
? [...environment.entries].map(([key, node]) => ({ key, node, value: (0, formats_tree.ws)(node) ?? '' }))
: (0, formats_tree.ld)(environment).map((node) => {
const [, key = '', value = ''] = /^(\w+)=(.*)$/.exec((0, formats_tree.ws)(node) ?? '') ?? [];
return { key, node, value };
});
return entries.flatMap(({ key, node, value }) => {
const port = Number(/^(?:\$\{\w+:?-)?"?(?:[\d.]*:)?(\d{2,5})"?\}?$/.exec(value)?.[1]);
return port > 0 ? [{ key, port, at: { file, ...node.at } }] : [];
});
}
function containerPort(node) {
const text = (0, formats_tree.ws)(node) ?? (0, formats_tree.ws)((0, formats_tree.Jt)(node, 'target')) ?? '';
const port = Number(/(?:^|:)(\d{2,5})(?:\/\w+)?$/.exec(text)?.[1]);
return port > 0 ? [port] : [];
}
;
const MAX_FILES = 20_000;
const MAX_BYTES = 500_000;
const MAX_CODE = 50_000_000;
const NOT_READ = /^(?:testdata|deps|_build)$/;
async function readRepository(workspace, inside, pace) {
const all = repository_pathsIn(workspace);
const read = (path) => readOr(workspace, path);
const { scripts, pipelines, byScripts, byPipelines, told } = await deployers(all, {
workspace,
read,
pace,
});
const scripted = [...byScripts, ...byPipelines].map(({ config }) => config);
const found = await (0, sources_sources.I)(workspace, { config: undefined, scripted, pace });
const { sources } = found;
const fly = sources.fly.map(({ file }) => (0, lib_workspace.tc)(workspace, file));
const paths = in_use_inUse(all, fly).filter((path) => !(0, workflow_sources._2)(path));
const collect = collector({ workspace, paths, read, pace });
const compose = await collect(isComposeFile);
const manifests = await collect(isManifest);
const packages = packagesOf(manifests);
const alerting = await collect(mayBeAlerting, ({ text }) => isAlerting(text));
const scrapers = await collect(mayBeOtherScraper, isOtherScraper);
const builders = [...workflowsOf(workspace), ...pipelines, ...scripts];
const queries = [...sources.dataSources, ...sources.prometheus];
const dashboards = await dashboardsIn(found, pace);
const code = repository_codeOf(paths, { workspace, read, fly });
const reading = { ...code, workspace, inside, paths: all, read, packages, byPipelines, byScripts };
const flyFacts = readFly(sources, reading);
const inDraft = flyFacts.fly.map(({ file }) => (0, lib_workspace.tc)(workspace, file));
const used = [...sources.rules, ...sources.prometheus, ...alerting];
return {
found,
dashboards,
scan: {
...flyFacts,
...told,
prometheus: sources.prometheus.filter(({ file, text }) => !isOwn(inside(file), text)),
rules: sources.rules.filter(({ text }) => !(0, manual_mark.L)(text)),
alerting,
scrapers,
inside,
folder: (0, lib_workspace.SH)(workspace, ''),
aside: await asideIn(all, { read, pace, fly: [...fly, ...inDraft], used }),
images: { owner: remoteOwner(workspace), folder: (0, external_node_path_.basename)(workspace.root), builders },
organizations: organizationsIn({ builders, fly: flyFacts.fly, queries }),
compose: compose.flatMap(scanCompose),
...code,
packages,
libraries: manifests.flatMap(librariesIn),
dashboards: dashboards.map(({ file }) => inside(file)),
},
};
}
const repository_pathsIn = (workspace) => (0, lib_workspace.Fv)(workspace, {
skips: (name) => NOT_READ.test(name) || !(0, searched_folders.m)(name),
maxFiles: MAX_FILES,
maxDepth: 12,
}).paths;
async function deployers(paths, reading) {
const { workspace } = reading;
const exists = (file) => (0, lib_workspace.j6)(workspace, (0, lib_workspace.tc)(workspace, file));
const used = in_use_inUse(paths, []);
const speaksOfFly = ({ text }) => /\bfly(?:ctl)?\b/i.test(text);
const scripts = await collector({ ...reading, paths: used })(deploy_commands.Kh, speaksOfFly);
const current = paths.filter((path) => !(0, aside.F$)(path));
const documents = await collector({ ...reading, paths: current })(deploy_commands.FL, speaksOfFly);
const platforms = await collector({ ...reading, paths: used })(isPlatformFile);
const followed = new Set(used.map((path) => (0, lib_workspace.SH)(workspace, path)));
const instructions = documents.filter(({ file }) => followed.has(file));
const others = await collector({ ...reading, paths: current })(deploy_commands.wz, speaksOfFly);
const byImage = others.flatMap((file) => imageDeploysIn(file, exists));
const pipelines = pipelinesIn(workspace);
const byPipelines = pipelines.flatMap(deploy_commands.Eu);
return {
scripts,
pipelines,
byScripts: scripts.flatMap((file) => scriptDeploysIn(file, exists)),
told: {
documents,
platforms,
byHand: [...instructions.flatMap((file) => instructedDeploysIn(file, exists)), ...byImage],
},
byPipelines,
};
}
const collector = ({ workspace, paths, read, pace }) => async (wanted, isKind = () => true) => {
const files = [];
await pace.each(paths.filter(wanted).map((path) => ({ path, file: (0, lib_workspace.SH)(workspace, path) })), ({ path }) => {
const file = read(path);
if (file && isKind(file))
files.push(file);
});
return files;
};
const workflowsOf = (workspace) => (0, workflow_sources.wP)(workspace).flatMap((path) => readOr(workspace, path) ?? []);
function pipelinesIn(workspace) {
const { paths } = (0, lib_workspace.Fv)({ ...workspace, folder: workspace.root }, { skips: (name) => !PIPELINE_FOLDERS.includes(name), maxFiles: MAX_FILES, maxDepth: 1 });
return paths.filter(isPipeline).flatMap((path) => readOr(workspace, (0, lib_workspace.tc)(workspace, path)) ?? []);
}
const isOwn = (path, text) => path === paths.VM && (0, manual_mark.L)(text) !== undefined;
function repository_codeOf(paths, { workspace, read, fly }) {
const folders = [...new Set(fly.map((path) => `${external_node_path_.posix.dirname(path)}/`))];
const inApp = (path) => Math.max(0, ...folders.map((one) => (path.startsWith(one) ? one.length : 0)));
const code = paths.filter((path) => isCode(path.slice(inApp(path))));
return {
codePaths: code.map((path) => (0, lib_workspace.SH)(workspace, path)),
exists: (path) => (0, lib_workspace.j6)(workspace, (0, lib_workspace.tc)(workspace, path)),
namesIn: (folder) => (0, lib_workspace.OS)(workspace, (0, lib_workspace.tc)(workspace, folder)),
textOf: (path) => read((0, lib_workspace.tc)(workspace, path))?.text,
code: (isWanted) => readCode(code, { workspace, isWanted, read }),
settings: (isWanted) => readCode(paths.filter(isSettings), { workspace, isWanted, read }),
};
}
function* readCode(paths, { workspace, isWanted, read }) {
let room = MAX_CODE;
for (const path of paths) {
if (!isWanted((0, lib_workspace.SH)(workspace, path)))
continue;
const source = read(path);
room -= source?.text.length ?? 0;
if (room < 0)
return;
if (source)
yield withoutRustTests(source);
}
}
function readOr(workspace, path) {
try {
return (0, lib_workspace.yR)(workspace, path, MAX_BYTES);
}
catch (error) {
return (0, errors.JY)(error);
}
}
function insideOf(workspace) {
const folder = (0, lib_workspace.SH)(workspace, '');
return (file) => (folder !== '.' && file.startsWith(`${folder}/`) ? external_node_path_.posix.relative(folder, file) : file);
}
var fly_engine = __webpack_require__(47817);
var shipped = __webpack_require__(96561);
var desired_dockerfile = __webpack_require__(29435);
var config_credentials = __webpack_require__(93601);
var deploy_group = __webpack_require__(28823);
var receiver_kinds = __webpack_require__(38052);
;
const WORKFLOW = '.github/workflows/deploy-monitoring.yml';
function renderWorkflow(config, options) {
const { branch, workingDirectory, source, others } = options;
const everywhere = [
...(workingDirectory === '.' ? [] : [`working-directory: ${JSON.stringify(workingDirectory)}`]),
...(source === 'monitoring.yml' ? [] : [`config: ${JSON.stringify(source)}`]),
];
const receivers = config
? receiverSecrets(config).map((name) => secretLine(name, (0, names.mT)(name)))
: [];
const variables = config ? (0, config_credentials.rt)(config).map((name) => secretLine(name, name)) : [];
return (0, assets.readAsset)('templates/workflows/deploy-monitoring.yml')
.replace('branches: [main]', () => `branches: [${/^[\w./-]+$/.test(branch) ? branch : JSON.stringify(branch)}]`)
.replace(`group: ${deploy_group.J}`, () => `group: ${(0, deploy_group.X)(config?.monitoring.app ?? 'monitoring', others)}`)
.replace(/^( +)mode: .*$/gm, (line, indent) => workflow_below(line, indent, everywhere))
.replace(/^( +)grafana-prometheus-api-key: .*$/gm, (line, indent) => workflow_below(workflow_below(line, indent, receivers), indent.slice(2), envOf(variables)));
}
function receiverSecrets({ alerts: { notify } }) {
if (!notify)
return [];
const kinds = Object.keys(receiver_kinds.kO).filter((kind) => kind in notify);
return [...kinds.flatMap(receiver_kinds.Fj), 'heartbeat-url'];
}
const secretLine = (key, secret) => `${key}: \${{ secrets.${secret} }}`;
const envOf = (lines) => lines.length === 0 ? [] : ['env:', ...lines.map((line) => `  ${line}`)];
const workflow_below = (line, indent, more) => [line, ...more.map((one) => indent + one)].join('\n');
;
const IMAGE = [
['monitoring/docker-entrypoint.sh', 'templates/docker-entrypoint.sh'],
['Dockerfile.monitoring', 'templates/Dockerfile.monitoring'],
];
const SCRIPTS = [
['scripts/deploy-with-monitoring.sh', 'templates/scripts/deploy-with-monitoring.sh'],
['scripts/import-grafana-dashboards.sh', 'templates/scripts/import-grafana-dashboards.sh'],
];
function starterFiles(config, options) {
const hasMachine = !config || !(0, fly_engine.kk)(config.monitoring);
const workflow = atReference(renderWorkflow(config, options), options.program);
return [
...[...(hasMachine ? IMAGE : []), ...SCRIPTS].map(([path, asset]) => ({
path,
text: (0, manual_mark.E)(starterText(config, asset).replaceAll(documentation.Hy, options.program), undefined),
executable: path.endsWith('.sh'),
})),
{ path: WORKFLOW, text: (0, manual_mark.E)(workflow, undefined), executable: false },
...dashboardFiles(config, options),
];
}
const starterText = (config, asset) => asset.endsWith('/Dockerfile.monitoring')
? (0, desired_dockerfile.T)((0, assets.readAsset)(asset), config?.alerts.notify !== undefined)
: (0, assets.readAsset)(asset);
const starters_OWN = /(uses: fechatter\/deploy-monitoring@|githubusercontent\.com\/fechatter\/deploy-monitoring\/)([^\s/]+)(?: #.*)?/g;
const PIN = ' # the commit that wrote this file; once there are releases, `@v1` is the newest one';
function atReference(text, program) {
const [, reference = ''] = program.split('#');
const comment = /^[0-9a-f]{40}$/.test(reference) ? PIN : '';
return text.replace(starters_OWN, (_, start) => `${start}${reference}${start.startsWith('uses') ? comment : ''}`);
}
function dashboardFiles(config, { dashboards }) {
if (config && !config.grafana.dashboards?.includes(DASHBOARDS))
return [];
return (0, shipped.JO)(config)
.map(({ uid, text }) => ({
uid,
text: (0, manual_mark.E)(text, undefined),
path: `${DASHBOARDS}/${uid}.json`,
executable: false,
}))
.filter(({ uid, path }) => (dashboards.get(uid) ?? path) === path)
.map(({ uid: _, ...file }) => file);
}
;
async function prepareInit(workspace, options) {
const { path } = options.config;
const existing = (0, lib_workspace.yR)(workspace, path);
if (existing)
refuseStart(options, existing.file);
refuseOthers(existing, (0, missing_configuration.Uh)(workspace, path));
const pace = (0, lib_pace.q)({ until: Date.now() + MOST_MS, signal: new AbortController().signal });
const inside = insideOf(workspace);
const repository = await readRepository(workspace, inside, pace);
const program = await pinnedProgram();
const dashboards = shippedPaths(repository.dashboards, inside);
const decisionsFor = decider(workspace, { ...options, program, dashboards });
const checked = planner(workspace, options, { pace, isDraft: existing === undefined });
const planOf = async (draft) => (await checked(decisionsFor(draft.config, draft))).problems;
const first = existing ? undefined : await firstDraft(repository, { ...options, inside, plan: planOf });
const config = existing ? (0, load.Z9)(existing.text, existing.file) : first?.config;
const decisions = decisionsFor(config, first);
const again = existing ? await checked(decisions) : undefined;
return {
isComplete: config !== undefined,
configured: existing !== undefined,
decisions,
found: first?.found,
notes: (0, order.m)(first?.notes ?? []),
problems: [
...(await ignored(workspace.root, decisions)),
...belowRoot(workspace.root),
...(first ? [...gaps(first, path), ...first.problems] : (again?.problems ?? [])),
],
skipped: options.validators.skipped(),
};
}
function decider(workspace, { config: { path }, force, program, dashboards, }) {
const root = { root: workspace.root, folder: workspace.root };
const starter = {
branch: defaultBranch(workspace),
workingDirectory: (0, lib_workspace.SH)(workspace, ''),
others: workflowsOf(workspace).flatMap(({ file, text }) => (file === WORKFLOW ? [] : text)),
source: path,
program,
dashboards,
};
return (config, draft) => [
...(draft
? [{ path, text: atReference(draft.text, program), executable: false }, ...draft.copies]
: []),
...(config ? (0, files.renderedFiles)(config, path, (0, rule_files.zA)(workspace, config).rules) : []),
...starterFiles(config, starter),
]
.map((file) => atRoot(file, workspace))
.map((file) => decide(file, (0, lib_workspace.yR)(root, file.path, prepare_MAX_BYTES)?.text, force));
}
const planner = (workspace, { config: { path }, validators }, state) => (decisions) => {
const pending = new Map(decisions.filter(isWrite).map(({ file }) => [file.path, file.text]));
return (0, plan.M)({
workspace: { ...workspace, pending },
config: { path, explicit: true },
names: {},
inputs: names.mc,
remoteWrite: false,
validators,
...state,
});
};
function gaps({ text, config }, path) {
if (config)
return [];
try {
(0, load.Z9)(text, path);
return [];
}
catch (error) {
if (error instanceof errors.lZ)
return error.problems;
throw error;
}
}
const MOST_MS = 120_000;
const prepare_MAX_BYTES = 16_000_000;
function refuseOthers(existing, missing) {
const problems = existing ? (0, missing_configuration.Jb)(existing) : missing.at ? [missing] : [];
if (problems.length > 0)
throw new errors.lZ('configuration', problems);
}
function refuseStart({ names, preset }, file) {
if (Object.keys(names).length === 0 && !preset)
return;
const message = `${file} exists already, and the names are configured there.`;
const hint = `Change them in ${file}, then run init without options for names and presets.`;
throw new errors.lZ('configuration', [{ code: 'input/name-conflict', severity: 'error', message, hint }]);
}
async function ignored(root, decisions) {
const found = await (0, git.k)(root, decisions.map(({ file }) => file.path));
return found.map(({ path, by }) => ({
code: 'init-ignored',
severity: 'warning',
message: `git ignores ${path} (${by}).`,
hint: `Change that line, or add the file with \`git add --force ${path}\`.`,
}));
}
function belowRoot(folder) {
if ((0, external_node_fs_.existsSync)((0, external_node_path_.join)(folder, '.git')))
return [];
const root = parents(folder).find((one) => (0, external_node_fs_.existsSync)((0, external_node_path_.join)(one, '.git')));
if (root === undefined)
return [];
const hint = `Run \`init\` in ${root} with \`--working-directory ${(0, external_node_path_.relative)(root, folder)}\`.`;
const message = 'This folder is not the root of the repository, but GitHub reads workflows only there.';
return [{ code: 'init-below-root', severity: 'warning', message, hint }];
}
const parents = (folder) => (0, external_node_path_.dirname)(folder) === folder ? [] : [(0, external_node_path_.dirname)(folder), ...parents((0, external_node_path_.dirname)(folder))];
const atRoot = (file, workspace) => file.path === WORKFLOW ? file : { ...file, path: (0, lib_workspace.SH)(workspace, file.path) };
;
function foundRows({ apps, services, prometheus, rules, dashboards }) {
return [
...apps.flatMap(({ app, config, deployedBy, mayDeploy, named }) => {
const by = deployedBy
? `, ${mayDeploy ? 'which may be deployed' : 'deployed'} by ${placeText(deployedBy)}${named === undefined ? '' : ` as the app that ${named} names`}`
: '';
return config === undefined ? [] : [[config, `app ${app}${by}`]];
}),
...services.flatMap((service) => {
const { at, app, name, addresses } = service;
return at ? [[placeText(at), `metrics of ${addresses ? name : app}: ${summary_endpointOf(service)}`]] : [];
}),
...prometheus.map(({ file, scrapes = 'apps on Fly', what = 'a configuration of Prometheus' }) => [file, `${what}, which scrapes ${scrapes}`]),
...rules.filter((path) => !isCopy(path)).map((path) => [path, 'rules']),
...dashboards.map((path) => [path, 'dashboards']),
];
}
function proposalRows(found) {
const { apps, monitoring, rules, notify } = found;
const deployed = apps.filter((app) => !isOnlyWatched(app, found)).map(({ app }) => app);
const watched = apps.filter((app) => isOnlyWatched(app, found)).map(({ app }) => app);
const line = (title, names) => names.length > 0 ? [[title, (0, lib_text.H$)(names)]] : [];
return [
[
'Prometheus',
`app ${monitoring.app}, ${monitoring.region === undefined ? 'in a region that you fill in' : `in ${monitoring.region}`}`,
],
...line('Deployed by this action', deployed),
...line('Only monitored', watched),
...servicesOf(found).map((service) => [`Metrics of ${service.name}`, summary_endpointOf(service)]),
...line('Rules', rules),
...line('Notified', Object.keys(notify)),
];
}
function summary_endpointOf({ port, path, process, addresses }) {
const where = addresses ? (0, lib_text.H$)(addresses) : port === undefined ? undefined : `port ${port}`;
if (where === undefined)
return 'not known: fill in its port';
return `${where}, path ${path}${process === undefined ? '' : `, process ${process}`}`;
}
var read = __webpack_require__(59606);
var print = __webpack_require__(37219);
var write_files = __webpack_require__(75289);
var terminal_text = __webpack_require__(43651);
var external_validators = __webpack_require__(93827);
var cli_log = __webpack_require__(73911);
var run = __webpack_require__(29371);
;
function runInit({ inputs, switches, preset }) {
return (0, run.fromTerminal)({ mode: 'plan', inputs, switches }, async (context) => {
const { workingDirectory, config, names } = (0, read.K)({ ...inputs, INPUT_MODE: 'plan' });
const { env, scratch, signal, watchdog } = context;
context.log.end();
watchdog?.update({ during: '`init`', stuckAfterMs: SCAN_MS });
const workspace = (0, lib_workspace.OH)(process.cwd(), workingDirectory);
const limits = { scratch, signal, until: Date.now() + VALIDATORS_MS };
const validators = (0, external_validators.$)({ env, workspaceRoot: workspace.root, ...limits });
const force = switches.has('force');
const options = { config, names, force, preset: preset !== undefined, validators };
const prepared = await prepareInit(workspace, options);
const isDry = switches.has('dry-run');
const files = prepared.decisions.filter(isWrite).map(({ file }) => file);
if (!isDry)
(0, write_files.h)(workspace.root, files);
report(prepared, isDry);
return 0;
});
}
const VALIDATORS_MS = 120_000;
const SCAN_MS = 300_000;
function report(prepared, isDry) {
const { decisions, found, notes, problems, skipped } = prepared;
const stream = isDry ? process.stderr : process.stdout;
const show = (text) => {
if (text !== '')
(0, print.y)(`\n${text}`, stream);
};
if (found) {
show((0, terminal_text.uW)('Found in this repository', rowsOf(foundRows(found))));
show((0, terminal_text.uW)('Proposed in monitoring.yml', rowsOf(proposalRows(found))));
}
showProblems('Not taken over, and what to decide', notes, stream);
show((0, terminal_text.uW)('Files', (0, terminal_text.YB)(decisions.map((decision) => fileRow(decision, isDry)))));
const isRead = process.stdout.isTTY;
const shown = decisions.filter((decision) => !isRead || dashboardIn(decision) === undefined);
if (isDry)
(0, print.y)(shown.map(patchOf).map(displayPatch).join(''), process.stdout);
const counts = `${(0, lib_text.U9)(problems.filter(isError).length, 'error')}, ${(0, lib_text.U9)(problems.filter((one) => !isError(one)).length, 'warning')}`;
if (problems.length > 0)
showProblems(`What plan says: ${counts}`, problems, stream);
else
show('What plan says: no findings');
show((0, terminal_text.uW)('Not checked', skipped.map(({ part, why }) => (0, terminal_text.wh)(`${part}: ${why}`))));
show((0, terminal_text.uW)('Next', nextSteps(prepared)));
}
const rowsOf = (rows) => (0, terminal_text.YB)(rows.map((row) => row.map((cell) => (0, terminal_text.wh)(cell))));
const isError = ({ severity }) => severity === 'error';
function showProblems(title, problems, stream) {
if (problems.length === 0)
return;
(0, print.y)(`\n${title}`, stream);
const log = (0, cli_log.d)(stream, { debug: false });
for (const problem of onceEach(problems))
log.problem(withCode(problem));
log.end();
}
const fileRow = (decision, isDry) => [
(0, terminal_text.wh)(decision.file.path),
RESULTS[decision.kind][isDry ? 1 : 0],
decision.kind === 'keep'
? KEPT_BECAUSE[decision.whose]
: isDry
? (0, terminal_text.wh)(dashboardIn(decision) ?? '')
: '',
];
function displayPatch(patch) {
if (!process.stdout.isTTY)
return patch;
return patch
.split('\n')
.map((line) => {
const safe = line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
const style = { '+': 'green', '-': 'red', '@': 'cyan' }[safe[0] ?? ''];
return style ? (0, external_node_util_.styleText)(style, safe, { stream: process.stdout }) : safe;
})
.join('\n');
}
const RESULTS = {
create: ['written', 'would be written'],
unchanged: ['unchanged', 'unchanged'],
update: ['updated', 'would be updated'],
replace: ['replaced', 'would be replaced'],
keep: ['kept', 'kept'],
};
const withCode = (problem) => problem.code.startsWith('init-') ? problem : { ...problem, message: `${problem.message} [${problem.code}]` };
function onceEach(problems) {
const key = ({ code, at, message }) => `${at?.file} ${code} ${message.replaceAll(/"[^"]*"|\d+/g, '\u2026')}`;
return [...Map.groupBy(problems, key).values()].flatMap(([first, ...others]) => {
if (!first || others.length === 0)
return first ?? [];
const places = new Set(others.flatMap(({ at }) => (at && at.line !== first.at?.line ? at.line : [])));
const lines = [...places].map(String);
if (lines.length === 0)
return first;
return {
...first,
message: `${first.message} The same in line${lines.length > 1 ? 's' : ''} ${(0, lib_text.p_)(lines)}.`,
};
});
}
const KEPT_BECAUSE = {
unmanaged: 'it was not written by init; --force replaces it',
changed: 'it was changed since init wrote it; --force replaces it',
};
function nextSteps({ decisions, problems, configured, isComplete }) {
const kept = decisions.some(({ kind }) => kind === 'keep');
return [
...(isComplete
? []
: [
`Fill in the empty values of monitoring.yml: nothing in the repository says them. Then run again, for the files that are made from it: ${documentation.vl} init`,
]),
...(configured ? [] : ['Review monitoring.yml, and what was not taken over.']),
...(isComplete && problems.some(isError)
? ['Correct the errors above: files with errors cannot be deployed.']
: []),
...(kept ? [`Show how the kept files would change: ${documentation.vl} init --force --dry-run`] : []),
`Check everything, without secrets: ${documentation.vl} plan`,
'Deploy and verify, with FLY_API_TOKEN set: scripts/deploy-with-monitoring.sh',
'Or store FLY_API_TOKEN as a secret of the repository, commit, and push.',
];
}
}),
29435: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
T: () => (renderDockerfile)
});
const ALERTMANAGER_IMAGE = 'prom/alertmanager:v0.34.1@sha256:e9733bafb1bdef9b00e25a21f8f99dc26a22224bf16641ad754d1649f4c3357a';
const STAGE = `# alerts.notify: Alertmanager, and amtool to silence alerts with.
COPY --from=${ALERTMANAGER_IMAGE} /bin/alertmanager /bin/amtool /bin/

`;
const renderDockerfile = (template, alertmanager) => alertmanager ? template.replace(/^ENTRYPOINT /m, `${STAGE}ENTRYPOINT `) : template;
}),
27247: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
renderedFiles: () => (renderedFiles)
});
var __import_0__ = __webpack_require__(4805);
var __import_8__ = __webpack_require__(47817);
var __import_9__ = __webpack_require__(30170);
var __import_1__ = __webpack_require__(19149);
var __import_2__ = __webpack_require__(54721);
var __import_3__ = __webpack_require__(3181);
var __import_4__ = __webpack_require__(95312);
var __import_5__ = __webpack_require__(54879);
var __import_6__ = __webpack_require__(32391);
var __import_7__ = __webpack_require__(83052);
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
const REMOTE_WRITE = {
url: placeholder('GRAFANA_PROMETHEUS_URL'),
user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
const SHARD = { number: placeholder('SHARD'), hash: placeholder('SHARD_HASH') };
function renderedFiles(config, source, ownRules) {
if ((0, __import_8__.kk)(config.monitoring))
return [];
const rules = (0, __import_0__.yh)(config.monitoring)
? []
: [
{ path: __import_7__.MU, guestPath: __import_4__.es.rules },
...ownRules.map((path, i) => ({ path, guestPath: (0, __import_4__.Nv)(path, i).guestPath })),
];
const prometheus = (0, __import_4__.Be)(config, {
version: (0, __import_1__.q)(config.monitoring.image),
ruleFiles: rules.map(({ guestPath }) => guestPath),
remoteWrite: REMOTE_WRITE,
...((0, __import_9__.g)(config.monitoring) && { shard: SHARD }),
});
const { monitoring, alerts } = config;
const alertmanager = (alerts.notify ? (0, __import_2__.jI)(monitoring.app, alerts.notify, () => true) : []).map(({ name, ...file }) => ({ ...file, path: `${__import_7__.Ny}/${name}` }));
const flyToml = (0, __import_3__.Qn)(config, [
{ guestPath: GUEST_TEMPLATE, path: __import_7__.VM },
...rules,
...alertmanager,
]);
const files = {
[__import_7__.VM]: withIgnoreComment(prometheus),
...(rules.length > 0 && { [__import_7__.MU]: (0, __import_5__.a)(config, { remoteWrite: true }) }),
...Object.fromEntries(alertmanager.map(({ path, content }) => [path, content])),
[__import_7__.L_]: `${BY_HAND}${flyToml}`,
};
return Object.entries(files).map(([path, text]) => ({
path,
text: (0, __import_6__.E)(text, source),
executable: false,
}));
}
const BY_HAND = `# To deploy manually, run in this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# The secrets that it needs are listed in monitoring/docker-entrypoint.sh.
`;
const withIgnoreComment = (text) => text.replace(/^( *)(?! ).*\$\{(?:GRAFANA_PROMETHEUS_|SHARD\})/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh fills in the value\n${line}`);
}),
32051: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
c: () => (listOf),
t: () => (panelsIn)
});
var __import_0__ = __webpack_require__(91060);
const MAX_DEPTH = 10;
const panelsIn = (model, path = []) => panelsBelow(model, { path, depth: 0, repeatedFor: [] });
function panelsBelow(parent, { path, depth, repeatedFor }) {
if (depth > MAX_DEPTH)
return [];
return ['panels', 'rows'].flatMap((key) => {
let openRow = [];
return listOf(parent[key]).flatMap(({ value: panel, index }) => {
const isRow = key === 'rows' || panel.type === 'row';
const own = (0, __import_0__.tB)(panel.repeat) === '' ? [] : [(0, __import_0__.tB)(panel.repeat)];
if (isRow)
openRow = own;
const around = [...new Set([...repeatedFor, ...openRow, ...own])];
const here = [...path, key, index];
const inner = panelsBelow(panel, { path: here, depth: depth + 1, repeatedFor: around });
return isRow ? inner : [{ panel, path: here, repeatedFor: around }, ...inner];
});
});
}
function listOf(value) {
if (!Array.isArray(value))
return [];
return value.flatMap((item, index) => ((0, __import_0__.OW)(item) ? [{ value: item, index }] : []));
}
}),
17343: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
F: () => (readDashboard)
});
var __import_0__ = __webpack_require__(91060);
var __import_1__ = __webpack_require__(67051);
var __import_2__ = __webpack_require__(32051);
function readDashboard(value) {
const found = (0, __import_1__.Nb)(value);
if (typeof found === 'string')
return undefined;
if (found.isV2)
return fromElements(found);
return Array.isArray(found.spec.panels) || Array.isArray(found.spec.rows) ? fromModel(found) : undefined;
}
function fromModel(found) {
const { spec, path } = found;
const templating = (0, __import_0__.OW)(spec.templating) ? spec.templating : {};
const copies = (0, __import_1__.N6)(found);
return {
...headOf(found),
variables: (0, __import_2__.c)(templating.list).map(({ value, index }) => variable(value, [...path, 'templating', 'list', index])),
annotations: annotationsIn((0, __import_0__.OW)(spec.annotations) ? spec.annotations.list : undefined, [
...path,
'annotations',
'list',
]),
inputs: (0, __import_1__.AG)(found),
panels: (0, __import_2__.t)(spec, path).map((placed) => {
const { panel: whole, uid, isCopied } = (0, __import_1__.uQ)(placed.panel, copies);
const at = isCopied ? [...path, '__elements', String(uid), 'model'] : placed.path;
return { ...panel(whole, at), id: idOf(placed.panel), library: isCopied ? undefined : uid };
}),
};
}
const headOf = ({ path, uid, title, isV2, spec }) => ({
hasContent: !isV2 || ((0, __import_0__.OW)(spec.elements) && (0, __import_0__.OW)(spec.layout)),
path,
uid: uid === undefined ? '' : String(uid),
isUidValid: uid === undefined || (0, __import_1__.lx)(uid),
title,
isV2,
});
const idOf = ({ id }) => (typeof id === 'number' ? id : undefined);
function panel(value, path) {
const defaults = (0, __import_0__.OW)(value.fieldConfig) ? value.fieldConfig.defaults : undefined;
const axes = (0, __import_2__.c)(value.yaxes).map((axis) => (0, __import_0__.tB)(axis.value.format));
return {
path,
id: idOf(value),
library: undefined,
title: (0, __import_0__.tB)(value.title),
type: (0, __import_0__.tB)(value.type),
unit: ((0, __import_0__.OW)(defaults) ? (0, __import_0__.tB)(defaults.unit) : '') || axes[0] || (0, __import_0__.tB)(value.format),
source: source(value.datasource),
targets: (0, __import_2__.c)(value.targets).map(({ value: target, index }) => ({
path: [...path, 'targets', index],
expr: (0, __import_0__.tB)(target.expr),
source: source(target.datasource),
hidden: target.hide === true,
minStep: (0, __import_0__.tB)(target.interval) || (0, __import_0__.tB)(value.interval),
})),
};
}
function variable(value, path) {
const query = (0, __import_0__.OW)(value.query) ? (0, __import_0__.tB)(value.query.query) : (0, __import_0__.tB)(value.query);
return {
path,
name: (0, __import_0__.tB)(value.name),
type: (0, __import_0__.tB)(value.type),
query,
source: source(value.datasource),
};
}
function fromElements(found) {
const { spec, path } = found;
const elements = (0, __import_0__.OW)(spec.elements) ? spec.elements : {};
return {
...headOf(found),
variables: (0, __import_2__.c)(spec.variables).map(({ value, index }) => elementVariable(value, [...path, 'variables', index])),
annotations: annotationsIn(spec.annotations, [...path, 'annotations']),
inputs: [],
panels: Object.entries(elements).flatMap(([name, element]) => (0, __import_0__.OW)(element) && (0, __import_0__.OW)(element.spec) && element.kind === 'Panel'
? [elementPanel(element.spec, [...path, 'elements', name, 'spec'])]
: []),
};
}
const inside = (value, ...keys) => keys.reduce((here, key) => ((0, __import_0__.OW)(here) ? here[key] : undefined), value);
function elementPanel(spec, path) {
const queries = inside(spec, 'data', 'spec', 'queries');
return {
path,
id: idOf(spec),
library: undefined,
title: (0, __import_0__.tB)(spec.title),
type: (0, __import_0__.tB)(inside(spec, 'vizConfig', 'group')) || (0, __import_0__.tB)(inside(spec, 'vizConfig', 'kind')),
unit: (0, __import_0__.tB)(inside(spec, 'vizConfig', 'spec', 'fieldConfig', 'defaults', 'unit')),
source: { type: '', name: '' },
targets: (0, __import_2__.c)(queries).map(({ value, index }) => {
const query = inside(value, 'spec', 'query');
return {
path: [...path, 'data', 'spec', 'queries', index, 'spec', 'query', 'spec'],
expr: (0, __import_0__.tB)(inside(query, 'spec', 'expr')),
source: {
type: (0, __import_0__.tB)(inside(query, 'group')) || (0, __import_0__.tB)(inside(query, 'kind')),
name: (0, __import_0__.tB)(inside(query, 'datasource', 'name')),
},
hidden: inside(value, 'spec', 'hidden') === true,
minStep: (0, __import_0__.tB)(inside(query, 'spec', 'interval')),
};
}),
};
}
const annotationsIn = (list, path) => (0, __import_2__.c)(list).map(({ value, index }) => ({
path: [...path, index],
name: (0, __import_0__.tB)(value.name) || (0, __import_0__.tB)(inside(value, 'spec', 'name')),
expr: (0, __import_0__.tB)(value.expr) ||
(0, __import_0__.tB)(inside(value, 'target', 'expr')) ||
(0, __import_0__.tB)(inside(value, 'spec', 'query', 'spec', 'expr')),
}));
const KINDS = { DatasourceVariable: 'datasource', QueryVariable: 'query' };
function elementVariable(value, path) {
const spec = (0, __import_0__.OW)(value.spec) ? value.spec : {};
return {
path,
name: (0, __import_0__.tB)(spec.name),
type: KINDS[(0, __import_0__.tB)(value.kind)] ?? 'other',
query: (0, __import_0__.tB)(spec.pluginId) || (0, __import_0__.tB)(inside(spec, 'query', 'spec', 'query')) || (0, __import_0__.tB)(spec.query),
source: {
type: (0, __import_0__.tB)(inside(spec, 'query', 'group')),
name: (0, __import_0__.tB)(inside(spec, 'query', 'datasource', 'name')),
},
};
}
function source(value) {
return (0, __import_0__.OW)(value)
? { type: (0, __import_0__.tB)(value.type), name: (0, __import_0__.tB)(value.uid) }
: { type: '', name: (0, __import_0__.tB)(value) };
}
}),
64441: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
V: () => (readJson)
});
var __import_0__ = __webpack_require__(99547);
function readJson(source) {
const text = source.replace(/^\uFEFF/, '');
try {
return { ok: true, value: JSON.parse(text) };
}
catch (error) {
if (!(error instanceof SyntaxError))
throw error;
const before = text.slice(0, faultyOffset(text)).split('\n');
const reason = error.message
.replace(/ (?:in|after) JSON at position.*| \(line.*/s, '')
.replace(/, (\.\.\.)?"[\s\S]*$/, '');
return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason };
}
}
function faultyOffset(text) {
const errors = [];
try {
(0, __import_0__.parse)(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
}
catch (error) {
if (!(error instanceof RangeError))
throw error;
}
return errors[0]?.offset ?? 0;
}
}),
94892: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (commitOf),
fileAt: () => (fileAt),
k: () => (ignoredByGit),
nameBefore: () => (nameBefore),
revisionOf: () => (revisionOf)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
var __import_2__ = __webpack_require__(70662);
var __import_3__ = __webpack_require__(22499);
async function ignoredByGit(root, paths) {
const asked = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
return inFours((await git(root, asked, paths.join('\0'))).split('\0'));
}
async function commitOf(folder) {
if (!(0, __import_0__.existsSync)((0, __import_1__.join)(folder, '.git')))
return undefined;
return /^[0-9a-f]{40}$/m.exec(await git(folder, ['rev-parse', '--verify', 'HEAD']))?.[0];
}
async function revisionOf(root, args, exists) {
if (exists !== undefined &&
(await revisionOf(root, ['rev-parse', '--verify', '--quiet', exists])) === undefined)
return undefined;
return /^[0-9a-f]{40}$/m.exec(await git(root, args))?.[0];
}
async function fileAt(folder, commit, path) {
const text = await git(folder, ['cat-file', 'blob', `${commit}:./${path}`]);
return text === '' ? undefined : text;
}
async function nameBefore(folder, commit, path) {
const asked = ['diff-tree', '-r', '--find-renames', '--diff-filter=R', '--name-status', '--relative', '-z'];
const parts = (await git(folder, [...asked, commit, 'HEAD'])).split('\0');
const at = parts.findIndex((part, i) => i % 3 === 2 && part === path);
return at < 0 ? undefined : parts[at - 1];
}
const NO_PROGRAMS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
const PASSED = ['HOME', 'XDG_CONFIG_HOME'];
const TIMEOUT_MS = 10_000;
async function git(folder, args, stdin = '') {
const places = { path: process.env.PATH, workspaceRoot: process.cwd() };
const binary = (0, __import_3__.Kp)('git', places);
if (binary === undefined)
return '';
const own = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
const result = await (0, __import_2__.runProcess)({
binary,
argv: ['-C', folder, '--no-pager', ...NO_PROGRAMS.flatMap((one) => ['-c', one]), ...args],
env: { ...Object.fromEntries(own), PATH: (0, __import_3__.zu)(places), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' },
cwd: '/',
stdin,
timeoutMs: TIMEOUT_MS,
}).catch(() => undefined);
return result?.exitCode === 0 ? result.stdout : '';
}
function inFours([source, line, pattern, path, ...rest]) {
if (path === undefined)
return [];
const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }];
return [...found, ...inFours(rest)];
}
}),
70662: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
runProcess: () => (runProcess)
});
var external_node_child_process_ = __webpack_require__(31421);
var promises_ = __webpack_require__(58500);
var external_node_string_decoder_ = __webpack_require__(46193);
;
const LONGEST = 100_000;
function lineReader(onLine) {
const decoder = new external_node_string_decoder_.StringDecoder('utf8');
let rest = '';
const take = (text) => {
const lines = (rest + text).split('\n');
rest = lines.pop() ?? '';
lines.forEach(onLine);
if (rest.length > LONGEST)
flush();
};
const flush = () => {
if (rest !== '')
onLine(rest);
rest = '';
};
return {
write: (chunk) => take(decoder.write(chunk)),
end: () => {
take(decoder.end());
flush();
},
};
}
var process_family = __webpack_require__(78430);
;
const TERMINATE_MS = 4_000;
const KILL_MS = 7_000;
const FINISH_MS = 2_500;
const POLL_MS = 50;
const PIPES_MS = 2_000;
const OUTPUT_LIMIT = 64 * 1024 * 1024;
async function runProcess(call) {
const started = performance.now();
const family = (0, process_family.rz)();
const child = (0, external_node_child_process_.spawn)(call.binary, call.argv, {
env: { ...call.env, ...family.mark },
cwd: call.cwd,
stdio: 'pipe',
detached: true,
});
family.leads(child.pid);
const stopping = stoppingOf(family, call);
const read = collect(child, { tooMuch: () => stopping.stop('output'), onLine: call.onLine });
child.stdin.on('error', () => undefined);
if (!call.keepsStdin)
child.stdin.end(call.stdin ?? '');
const closed = new Promise((done) => void child.once('close', () => done()));
try {
const exitCode = await exitOf(child);
if (stopping.why())
await stopping.end();
else
stopping.forget();
family.close();
const pipes = setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()), PIPES_MS);
await closed;
clearTimeout(pipes);
const stopped = stopping.why();
return { exitCode, ...read(), seconds: (performance.now() - started) / 1000, ...(stopped && { stopped }) };
}
finally {
stopping.forget();
family.close();
}
}
function exitOf(child) {
return new Promise((resolve, reject) => {
child.once('error', reject);
child.once('exit', resolve);
});
}
function stoppingOf(family, { timeoutMs, signal, mayFinish }) {
let why;
let killAt = 0;
const timers = [];
const stop = (reason, lateMs = 0) => {
if (why)
return;
why = reason;
killAt = performance.now() + KILL_MS - lateMs;
family.signal('SIGINT');
timers.push(setTimeout(() => family.signal('SIGTERM'), TERMINATE_MS - lateMs), setTimeout(() => family.kill(), KILL_MS - lateMs));
};
const cancel = () => {
if (mayFinish)
timers.push(setTimeout(() => stop('cancelled', FINISH_MS), FINISH_MS));
else
stop('cancelled');
};
timers.push(setTimeout(() => stop('deadline'), timeoutMs));
signal?.addEventListener('abort', cancel, { once: true });
if (signal?.aborted)
cancel();
return {
stop,
why: () => why,
end: async () => {
while (performance.now() < killAt && family.isAlive())
await (0, promises_.setTimeout)(POLL_MS);
family.kill();
},
forget: () => {
for (const timer of timers)
clearTimeout(timer);
signal?.removeEventListener('abort', cancel);
},
};
}
function collect(child, { tooMuch, onLine }) {
const all = [];
const keep = (stream) => {
const chunks = [];
const lines = onLine && lineReader(onLine);
let size = 0;
stream.on('data', (chunk) => {
size += chunk.length;
if (size > OUTPUT_LIMIT)
return tooMuch();
chunks.push(chunk);
all.push(chunk);
lines?.write(chunk);
});
stream.on('end', () => lines?.end());
return chunks;
};
const [stdout, stderr] = [keep(child.stdout), keep(child.stderr)];
const text = (chunks) => Buffer.concat(chunks).toString('utf8');
return () => ({ stdout: text(stdout), stderr: text(stderr), output: text(all) });
}
}),
75289: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (writeFiles)
});
var __import_0__ = __webpack_require__(77598);
var __import_1__ = __webpack_require__(73024);
var __import_2__ = __webpack_require__(76760);
var __import_3__ = __webpack_require__(61469);
function writeFiles(root, files) {
const problems = files.flatMap(({ path }) => outOfPlace(root, path));
if (problems.length > 0)
throw new __import_3__.lZ('configuration', problems);
for (const { path, text, executable } of files) {
const target = (0, __import_2__.join)(root, path);
try {
(0, __import_1__.mkdirSync)((0, __import_2__.dirname)(target), { recursive: true });
replaceFile(target, text, executable);
}
catch (error) {
throw new __import_3__.lZ('configuration', [writeProblem(path, `cannot be written: ${(0, __import_3__.bD)(error)}`)]);
}
}
}
function outOfPlace(root, path) {
const folder = existingParent((0, __import_2__.dirname)((0, __import_2__.join)(root, path)));
const real = (0, __import_1__.realpathSync)(folder);
if (real !== root && !real.startsWith(root + __import_2__.sep))
return [writeProblem(path, 'leads outside of the repository')];
return (0, __import_1__.statSync)(real).isDirectory()
? []
: [writeProblem(path, `cannot be written: ${(0, __import_2__.relative)(root, real)} is not a folder`)];
}
function replaceFile(target, text, executable) {
const fresh = (0, __import_2__.join)((0, __import_2__.dirname)(target), `.${(0, __import_0__.randomBytes)(6).toString('hex')}.tmp`);
try {
(0, __import_1__.writeFileSync)(fresh, text, { flag: 'wx' });
if (executable)
(0, __import_1__.chmodSync)(fresh, 0o755);
(0, __import_1__.renameSync)(fresh, target);
}
finally {
(0, __import_1__.rmSync)(fresh, { force: true });
}
}
function existingParent(path) {
return (0, __import_1__.statSync)(path, { throwIfNoEntry: false }) ? path : existingParent((0, __import_2__.dirname)(path));
}
const writeProblem = (path, message) => ({
code: 'file-not-written',
severity: 'error',
message: `${path} ${message}.`,
hint: 'Its parent must be a folder of the repository that is writable.',
});
}),
47936: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
f: () => (rulesOf),
p: () => (lacks)
});
var __import_0__ = __webpack_require__(68587);
function rulesOf(tree) {
return (0, __import_0__.ld)((0, __import_0__.Jt)(tree, 'groups'))
.flatMap((group) => [...(0, __import_0__.ld)((0, __import_0__.Jt)(group, 'rules'))])
.flatMap((node) => {
const kind = (0, __import_0__.ws)((0, __import_0__.Jt)(node, 'record')) ? 'record' : 'alert';
const name = (0, __import_0__.Jt)(node, kind);
const expr = (0, __import_0__.Jt)(node, 'expr');
const text = (0, __import_0__.ws)(name);
const query = (0, __import_0__.ws)(expr);
return node.kind === 'table' && name && text && expr && query
? [{ kind, name: text, at: name.at, node, expr, query }]
: [];
});
}
function lacks({ node }, key) {
const value = (0, __import_0__.Jt)(node, key);
return !value || (value.kind === 'value' && value.value === null);
}
})
};
