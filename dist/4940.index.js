export const id = 4940;
export const ids = [4940];
export const modules = {
96680: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
E: () => (SAMPLES_PER_MB),
N: () => (scrapeLimits)
});
const SAMPLES_PER_MB = 20;
const MB_PER_BODY_MB = 32;
const MOST_BODY_MB = 64;
function scrapeLimits(memoryMb) {
return {
samples: SAMPLES_PER_MB * memoryMb,
bodyMb: Math.min(Math.floor(memoryMb / MB_PER_BODY_MB), MOST_BODY_MB),
};
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
24940: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
contractMode: () => (contractMode)
});
var external_node_util_ = __webpack_require__(57975);
var configuration = __webpack_require__(36303);
var declared_metrics = __webpack_require__(62237);
var load = __webpack_require__(35235);
var scrape_limits = __webpack_require__(96680);
var metric_types = __webpack_require__(59459);
var similar_name = __webpack_require__(9689);
var schema_values = __webpack_require__(61983);
;
const RUNTIME = new RegExp([
'(?:go|promhttp|nodejs|v8js|python|jvm|dotnet|system_runtime|erlang_(?:vm|mnesia)|telemetry_scrape|php)_',
'process_(?:cpu|runtime|start|up|uptime|resident|virtual|private|working|heap|memory|io|open|max|files|num|threads|network)_',
'process_threads$',
'ruby_(?:collector|gc|vm|yjit|v8|heap|rss|malloc|marking|sweeping|major_gc|minor_gc|allocated_objects)(?:_|$)',
'(?:prometheus_(?:client|net)|otel_sdk|statsd_exporter|statsd_metric_mapper)_',
'\\w+_prom_ex_(?:beam|application|prom_ex)_',
'(?:target|otel_scope)_info$',
]
.map((pattern) => `^${pattern}`)
.join('|'));
const SCOPE = /^otel_scope_/;
function deriveContract({ metrics }) {
const types = new Map(metrics.map(({ name, type }) => [name, type]));
const others = metrics.filter(({ name }) => !RUNTIME.test(name) && !isTimeOfCreation(name, types));
const own = others.filter(({ name }) => schema_values.KQ.test(name));
return {
metrics: own.flatMap((metric) => entryOf(metric, types) ?? []),
runtime: metrics.filter(({ name }) => RUNTIME.test(name)).map(({ name }) => name),
untyped: own.filter(({ type }) => !(0, metric_types.d8)(type)).map(({ name }) => name),
unnamed: others.filter(({ name }) => !schema_values.KQ.test(name)).map(({ name }) => name),
};
}
const IS_STATE = /^(?:gauge|info|stateset)$/;
const isTimeOfCreation = (name, types) => name.endsWith('_created') &&
['_total', ''].some((end) => /^(?:counter|histogram|summary)$/.test(types.get(name.replace(/_created$/, end)) ?? ''));
function entryOf({ name, type, labels, series, widest }, types) {
if (!(0, metric_types.d8)(type))
return undefined;
const isMaximum = name.endsWith('_max') && /^(?:histogram|summary)$/.test(types.get(name.slice(0, -4)) ?? '');
const appears = series === 0 || (widest !== undefined && (isMaximum || !IS_STATE.test(type)));
return {
name,
type,
expect: appears ? 'after-traffic' : 'always',
labels: labels.filter((label) => schema_values.ru.test(label) && !SCOPE.test(label)),
};
}
;
function compareContract(service, page) {
const exposed = new Map(page.metrics.map((metric) => [metric.name, metric]));
const declared = (0, declared_metrics.A)(service);
const names = new Set(declared.map(({ name }) => name));
const fresh = deriveContract(page).metrics.filter(({ name }) => !names.has(name));
return [
...declared.flatMap((metric) => differencesOf(metric, exposed.get(metric.name), fresh)),
...fresh.map((metric) => ({ kind: 'undeclared', metric })),
];
}
function differencesOf(metric, exposed, fresh) {
if (!exposed) {
const renamed = renamedTo(metric, fresh);
if (metric.expect === 'after-traffic' && renamed === undefined)
return [];
const near = renamed ?? similarTo(metric, fresh);
return [{ kind: 'missing', metric, near }];
}
const actual = exposed.type;
const absent = exposed.series === 0 ? [] : metric.labels.filter((label) => !exposed.labels.includes(label));
return [
...((0, metric_types.E6)(metric.type, actual ?? '') ? [] : [{ kind: 'type', metric, actual }]),
...(absent.length === 0 ? [] : [{ kind: 'labels', metric, absent, actual: exposed.labels }]),
];
}
const renamedTo = ({ name }, fresh) => fresh.find((one) => (0, metric_types._6)(one.name) === (0, metric_types._6)(name))?.name;
function similarTo({ name, type }, fresh) {
const same = fresh.filter((one) => one.type === type);
return (0, similar_name.jl)(name, same.map((one) => one.name));
}
var dist = __webpack_require__(38815);
;
function editContracts(text, edits) {
const document = (0, dist.Tp)(text, { uniqueKeys: false });
const services = document.get('services');
const splices = [];
for (const edit of edits) {
const service = (0, dist.oP)(services) ? services.items[edit.service] : undefined;
if (!(0, dist.jh)(service))
return undefined;
const found = splicesOf(text, service, edit);
if (!found)
return undefined;
splices.push(...found);
}
return apply(text, splices);
}
function apply(text, splices) {
const newline = text.includes('\r\n') ? '\r\n' : '\n';
let result = text;
for (const { start, end, text: fresh } of splices.toReversed().toSorted((a, b) => b.start - a.start))
result = result.slice(0, start) + fresh.replaceAll('\n', newline) + result.slice(end);
return result;
}
function splicesOf(text, service, edit) {
const pair = pairOf(service, 'metrics');
if (!pair)
return edit.add.length === 0 ? [] : newContract(text, service, edit.add);
const contract = pair.value;
if (!(0, dist.jh)(contract))
return undefined;
const changes = [
...edit.retype.map(({ name, type }) => replaced(nodeOf(contract, name, 'type'), type)),
...edit.relabel.map(({ name, labels }) => replaced(nodeOf(contract, name, 'labels'), list(labels))),
];
if (changes.includes(undefined))
return undefined;
const added = edit.add.length === 0 ? [] : addition(text, contract, edit.add.map(entryText));
return [...changes.filter((change) => change !== undefined), ...added];
}
const pairOf = (map, key) => map.items.find((item) => (0, dist.tO)(item) && (0, dist.jn)(item.key) && item.key.value === key);
function nodeOf(contract, name, key) {
const entry = pairOf(contract, name)?.value;
if ((0, dist.jh)(entry))
return pairOf(entry, key)?.value;
return key === 'type' ? entry : undefined;
}
function replaced(node, text) {
const range = (0, dist.jn)(node) || (0, dist.oP)(node) ? node.range : undefined;
return range ? { start: range[0], end: range[1], text } : undefined;
}
function newContract(text, service, metrics) {
const entries = metrics.map(entryText);
if (service.flow)
return addition(text, service, [`metrics: { ${entries.join(', ')} }`]);
const indent = indentOf(text, service);
return addition(text, service, [['metrics:', ...entries.map((entry) => `${indent}  ${entry}`)].join('\n')]);
}
function addition(text, map, entries) {
const [start, end] = map.range ?? [0, 0];
const last = map.items.at(-1)?.value;
if (map.flow) {
const rest = text.slice(last?.range?.[1] ?? start + 1, end - 1);
const hasComma = map.items.length === 0 || rest.replaceAll(/#[^\n]*/g, '').includes(',');
const closing = start + text.slice(start, end - 1).trimEnd().length;
const comma = { start: last?.range?.[1] ?? closing, end: last?.range?.[1] ?? closing, text: ',' };
const isComment = /#[^\n]*\n\s*$/.test(rest);
const fresh = isComment ? `\n${indentOf(text, map)}${entries.join(', ')}` : ` ${entries.join(', ')} `;
const added = { start: closing, end: isComment ? closing : end - 1, text: fresh };
return hasComma ? [added] : [comma, added];
}
const indent = indentOf(text, map);
const at = endOfLine(text, last?.range?.[1] ?? end);
return [{ start: at, end: at, text: entries.map((entry) => `\n${indent}${entry}`).join('') }];
}
function indentOf(text, map) {
const first = map.items[0]?.key?.range?.[0] ?? 0;
const column = first - (text.lastIndexOf('\n', first - 1) + 1);
return ' '.repeat(column);
}
function endOfLine(text, from) {
const next = text.indexOf('\n', text[from - 1] === '\n' ? from - 1 : from);
const end = next < 0 ? text.length : next;
return text[end - 1] === '\r' ? end - 1 : end;
}
function entryText({ name, type, expect, labels }) {
const key = word(name);
if (expect === 'always' && labels.length === 0)
return `${key}: ${type}`;
const more = [
...(expect === 'always' ? [] : [`expect: ${expect}`]),
...(labels.length === 0 ? [] : [`labels: ${list(labels)}`]),
];
return `${key}: { type: ${type}, ${more.join(', ')} }`;
}
const list = (labels) => `[${labels.map(word).join(', ')}]`;
const word = (name) => /^[a-zA-Z_](?:[\w.:]*\w)?$/.test(name) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(name)
? name
: JSON.stringify(name);
var lib_text = __webpack_require__(94869);
;
const NAMED = 20;
function describeDifferences({ service, index, source }, differences, { locate, written }) {
const problem = (name, rest, severity) => {
const at = locate(['services', index, 'metrics', name], 'key');
return { ...rest, severity, ...(at && { at }) };
};
const found = differences.flatMap((difference) => {
if (difference.kind === 'missing')
return [problem(difference.metric.name, missing(difference, source), written ? 'warning' : 'error')];
if (written || difference.kind === 'undeclared')
return [];
const { name } = difference.metric;
return [
problem(name, difference.kind === 'type' ? wrongType(difference, source) : noLabels(difference, source), 'error'),
];
});
return written
? found
: [...found, ...undeclared(differences, service, locate(['services', index, 'name']))];
}
function missing({ metric: { name }, near }, source) {
const code = 'contract-missing';
const where = near === undefined ? '' : `, which has ${near}`;
const message = `${name} is declared and is not on the page ${source}${where}.`;
if (near === undefined)
return {
code,
message,
hint: 'Restore the metric in the service, or remove it here and from the panels and rules that use it. If it appears with the first event, declare expect: after-traffic.',
};
return {
code,
message,
hint: `If the metric was renamed, rename it here too, and in the panels and rules that use it; else restore ${name} in the service.`,
};
}
const wrongType = ({ metric: { name, type }, actual }, source) => ({
code: 'contract-type',
message: actual === undefined
? `${name} is declared as ${type}, and the page ${source} has no # TYPE line for it.`
: `${name} is declared as ${type}, and the page ${source} has it as ${actual}.`,
hint: `Correct the type here ("deploy-monitoring contract" does it), or in the service. Queries depend on it: rate() needs a counter.`,
});
const noLabels = ({ metric: { name }, absent, actual }, source) => ({
code: 'contract-labels',
message: `${name} has series without the declared ${absent.length > 1 ? 'labels' : 'label'} ${(0, lib_text.H$)(absent)} on the page ${source}; ${actual.length > 0 ? `all have ${(0, lib_text.H$)(actual)}` : 'no label is on all of them'}.`,
hint: 'Restore the labels in the service, or remove them here and from the panels and rules that use them.',
});
function undeclared(differences, { name }, at) {
const names = differences.flatMap(({ kind, metric }) => (kind === 'undeclared' ? metric.name : []));
if (names.length === 0)
return [];
return [
{
code: 'contract-undeclared',
severity: 'warning',
...(at && { at }),
message: `${name} exposes ${(0, lib_text.U9)(names.length, 'metric')} that ${names.length > 1 ? 'are' : 'is'} not declared: ${(0, lib_text.H$)(names, NAMED)}.`,
hint: 'Run "deploy-monitoring contract" with the same page to declare them.',
},
];
}
const MANY_SERIES = 1_000;
function describePage({ service, source, page }, sampleLimit) {
const { faults, samples, metrics } = page;
const first = faults[0];
const wide = metrics.filter(({ series }) => series > MANY_SERIES);
return [
...(first
? [
{
code: 'contract-format',
severity: 'error',
message: `Line ${first.line} of the page ${source} is not in Prometheus' format: ${first.message}${faults.length > 1 ? ` ${(0, lib_text.U9)(faults.length - 1, 'other line is', 'other lines are')} not in the format either.` : ''}`,
hint: 'Prometheus refuses the whole page. Is it the page of metrics? See https://prometheus.io/docs/instrumenting/exposition_formats.',
},
]
: []),
...(metrics.length === 0 && !first
? [
{
code: 'contract-empty',
severity: 'error',
message: `The page ${source} has no metrics.`,
hint: 'Is it the page of metrics of this service? A service whose metrics appear with its first requests needs some requests first.',
},
]
: []),
...(samples > sampleLimit
? [
{
code: 'contract-too-many-samples',
severity: 'error',
message: `The page ${source} has ${samples} samples; the scrape job of ${service.name} accepts ${sampleLimit}.`,
hint: 'Remove labels with many values, drop series with `drop`, or raise sample_limit of the service.',
},
]
: []),
...wide.map(({ name, series, widest }) => ({
code: 'contract-cardinality',
severity: 'warning',
message: `${name} has ${series} series on the page ${source}${widest ? `: its label ${widest.label} has ${(0, lib_text.U9)(widest.values, 'value')}` : ''}.`,
hint: 'Labels such as a user, a URL with ids or a session have no limit: remove them, or drop the metric with `drop`.',
})),
];
}
var documentation = __webpack_require__(25478);
var lib_errors = __webpack_require__(61469);
var http = __webpack_require__(69874);
var lib_workspace = __webpack_require__(40493);
var write_files = __webpack_require__(75289);
var promises_ = __webpack_require__(51455);
var external_node_path_ = __webpack_require__(76760);
var validator_process = __webpack_require__(83721);
var fly_engine = __webpack_require__(47817);
;
const isOpenMetrics = (text) => /^# EOF\s*$/m.test(text);
const QUOTED = String.raw `"(?:[^"\\]|\\.)*"`;
const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABELS = String.raw `\{(?:(?:[a-zA-Z_]\w*=)?${QUOTED}(?:,|(?=\})))*\}`;
const TIMESTAMP = String.raw `(?: [+-]?[\d.][\d.e+-]*)?`;
const META = new RegExp(String.raw `^# (?:(HELP|TYPE|UNIT) (${QUOTED}|${NAME}) (.*)|EOF)$`);
const SAMPLE = new RegExp(String.raw `^(?=[^ ])(?:${NAME})?(?:${LABELS})? [^ ]+${TIMESTAMP}(?: # ${LABELS} [^ ]+${TIMESTAMP})?$`);
function openMetricsFault(line) {
if (line === '')
return 'OpenMetrics has no empty lines.';
if (!line.startsWith('#'))
return SAMPLE.test(line)
? undefined
: 'OpenMetrics has exactly one space before a value, a timestamp and an exemplar, and none elsewhere.';
const [meta, keyword, name = '', text = ''] = META.exec(line) ?? [];
if (meta === undefined)
return 'OpenMetrics has no lines with # but # HELP, # TYPE, # UNIT and # EOF, with one space between their parts.';
if (keyword === 'TYPE' && !(0, metric_types.d8)(text))
return 'Its type is not one of this format.';
const isUnit = keyword === 'UNIT' && text !== '';
return isUnit && !name.replace(/"$/, '').endsWith(`_${text}`)
? 'The name does not end with the unit.'
: undefined;
}
var programs = __webpack_require__(22499);
var prometheus_version = __webpack_require__(19149);
;
async function checkFormat(pages, { env, scratch, until, signal }, workspaceRoot) {
const promtool = (0, programs.Kp)('promtool', { path: env.PATH, workspaceRoot });
if (!promtool)
return [];
const checkable = pages.filter(({ text, page }) => text !== undefined &&
page.faults.length === 0 &&
!isOpenMetrics(text) &&
page.metrics.every(({ name }) => (0, metric_types.S6)(name)));
const folder = await (0, promises_.mkdtemp)((0, external_node_path_.join)(scratch, 'pages-'));
try {
const found = checkable.map(async ({ source, text = '' }, i) => {
const file = (0, external_node_path_.join)(folder, String(i));
await (0, promises_.writeFile)(file, `${text}\n`);
const answer = await (0, validator_process.W)({
binary: '/bin/sh',
argv: ['-c', 'exec "$1" check metrics < "$2"', 'sh', promtool, file],
env: { PATH: env.PATH ?? '' },
cwd: folder,
until,
signal,
});
return answer.kind === 'refused' ? [refused(source, answer.output)] : [];
});
return (await Promise.all(found)).flat();
}
finally {
await (0, promises_.rm)(folder, { recursive: true, force: true });
}
}
const KNOWN_TYPES = /^\s*(?:text\/plain|application\/openmetrics-text|application\/vnd\.google\.protobuf)\s*(?:;|$)/i;
function checkContentTypes(pages, { monitoring }) {
if ((0, fly_engine.kk)(monitoring) || (0, prometheus_version.q)(monitoring.image).major < 3)
return [];
return pages.flatMap(({ source, contentType, page }) => contentType === undefined || page.faults.length > 0 || KNOWN_TYPES.test(contentType)
? []
: [
{
code: 'contract-format',
severity: 'error',
message: `The page ${source} is sent ${contentType === '' ? 'without a Content-Type' : `with the Content-Type ${(0, lib_text.TN)(contentType, 100)}`}: Prometheus 3 refuses it.`,
hint: 'Send Content-Type: text/plain; version=0.0.4.',
},
]);
}
const refused = (source, output) => ({
code: 'contract-format',
severity: 'warning',
message: `promtool refuses the page ${source}: ${(0, lib_text.TN)(output)}`,
hint: 'Prometheus can scrape the page; programs that read it as promtool does (the Pushgateway, some agents) cannot. Correct it in the service.',
});
var client = __webpack_require__(94274);
var engine = __webpack_require__(4805);
var config_services = __webpack_require__(36927);
var grafana = __webpack_require__(70194);
var prometheus_access = __webpack_require__(39768);
;
function readExposition(text, contentType) {
const faults = [];
const samples = [];
const format = formatOf(text, contentType);
const lines = text.split('\n');
const last = format === OPEN_METRICS ? lines.findIndex(isOpenMetrics) : -1;
const end = last === -1 ? lines.length : last + 1;
for (const [i, line] of lines.entries()) {
if (line === '' && (i >= end || i === lines.length - 1))
continue;
const read = i < end ? readLine(line, format) : 'It is behind the end of the page, # EOF.';
if (typeof read === 'string')
faults.push({ line: i + 1, message: read });
else if (read)
samples.push(read);
}
if (format === OPEN_METRICS && last === -1)
faults.push({ line: lines.length, message: NO_END });
return { ...summariseSamples(typesOf(text), samples), faults };
}
function summariseSamples(types, samples) {
const families = new Map();
for (const sample of samples)
addSample(families, types, sample);
for (const [name, type] of types)
if (!hasFamily(families, name))
families.set(name, emptyFamily(name, type));
return { metrics: [...families.values()].map(asMetric), samples: samples.length };
}
const NUMBER = String.raw `(?:[+-]?(?:\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?)|nan)`;
const TEXT_FORMAT = {
value: new RegExp(String.raw `^[ \t]*${NUMBER}(?:[ \t]+\d+)?$`, 'i'),
};
const OPEN_METRICS = {
value: new RegExp(String.raw `^[ \t]+${NUMBER}(?:[ \t]+[+-]?[\d.e+-]+)?(?:[ \t]+#.*)?$`, 'i'),
};
function formatOf(text, contentType) {
if (/^\s*application\/openmetrics-text\b/i.test(contentType ?? ''))
return OPEN_METRICS;
return isOpenMetrics(text) && contentType === undefined ? OPEN_METRICS : TEXT_FORMAT;
}
const NO_END = 'OpenMetrics ends with the line # EOF: the page is not complete.';
const TYPES = ['counter', 'gauge', 'histogram', 'summary', 'untyped'];
const TYPE_LINE = /^#[ \t]+TYPE[ \t]+(?:"(?:[^"\\]|\\.)*"|[a-zA-Z_:][\w:]*|[^ \t]*)(?:.(.*))?$/;
function readLine(line, format) {
if (line.endsWith('\r'))
return 'It ends with CR LF; only LF is a line break in this format.';
const text = line.replace(/^[ \t]+/, '');
const isSample = text.trim() !== '' && !text.startsWith('#');
const sample = isSample ? readSample(text.trimEnd(), format.value) : undefined;
if (typeof sample === 'string')
return sample;
if (format === OPEN_METRICS)
return openMetricsFault(line) ?? sample;
const [typeLine, type = ''] = TYPE_LINE.exec(text) ?? [];
return typeLine === undefined || TYPES.includes(type) ? sample : 'Its type is not one of this format.';
}
function typesOf(text) {
const lines = text.matchAll(/^[ \t]*#[ \t]+TYPE[ \t]+("(?:[^"\\\n]|\\.)*"|\S+)[ \t]+(\S+)/gm);
return new Map([...lines].map(([, name = '', type = '']) => [unquoted(name), type.toLowerCase()]));
}
const hasFamily = (families, name) => families.has(name) || families.has(`${name}_total`) || families.has(`${name}_info`);
const emptyFamily = (name, type) => ({
name,
type,
values: new Map(),
common: undefined,
series: new Set(),
});
function addSample(families, types, sample) {
const { name, type } = familyOf(sample.name, types);
if (name === undefined)
return;
const family = families.get(name) ?? emptyFamily(name, type);
families.set(name, family);
const own = sample.labels.filter(([label, value]) => value !== '' && !isOfType(label, type));
for (const [label, value] of own) {
const values = family.values.get(label) ?? new Set();
family.values.set(label, values.add(value));
}
const labels = new Set(own.map(([label]) => label));
for (const label of family.common ?? [])
if (!labels.has(label))
family.common?.delete(label);
family.common ??= labels;
family.series.add(JSON.stringify(own));
}
const isOfType = (label, type) => (label === 'le' && (type === 'histogram' || type === 'gaugehistogram')) ||
(label === 'quantile' && type === 'summary');
function familyOf(sample, types) {
const found = (0, metric_types.Hh)(sample, types);
if (!found)
return { name: sample, type: undefined };
const { family, type, part } = found;
return { name: part === '_created' ? undefined : (0, metric_types.pu)(part) ? sample : family, type };
}
function asMetric({ name, type, values, common, series }) {
const wide = [...values].toSorted(([, a], [, b]) => b.size - a.size)[0];
return {
name,
type,
labels: [...(common ?? [])].toSorted(),
series: series.size,
widest: wide && { label: wide[0], values: wide[1].size },
};
}
const exposition_NAME = /[a-zA-Z_:][\w:]*/y;
const LABEL = /[ \t]*(?:([a-zA-Z_][\w]*)|("(?:[^"\\]|\\.)*"))[ \t]*(?:=[ \t]*("(?:[^"\\]|\\.)*")[ \t]*)?(?:,[ \t]*)?/y;
function readSample(line, rest) {
exposition_NAME.lastIndex = 0;
const plain = exposition_NAME.exec(line)?.[0] ?? '';
const brace = plain.length + (/^[ \t]*(?=\{)/.exec(line.slice(plain.length))?.[0].length ?? 0);
const braces = line[brace] === '{' ? readLabels(line, brace + 1) : { end: plain.length, labels: [] };
if (!braces)
return 'The labels are not valid.';
const name = plain || (braces.name ?? '');
if (name === '')
return 'The line does not begin with the name of a metric.';
const names = braces.labels.map(([label]) => label);
if (new Set(names).size < names.length)
return 'Two labels have the same name.';
if (!rest.test(line.slice(braces.end)))
return 'The value or the timestamp is not valid.';
return { name, labels: braces.labels };
}
function readLabels(line, from) {
const found = { labels: [], end: from + (/^[ \t]*/.exec(line.slice(from))?.[0].length ?? 0) };
while (line[found.end] !== '}') {
LABEL.lastIndex = found.end;
const [all, plain, quoted, value] = LABEL.exec(line) ?? [];
if (all === undefined || (value === undefined && quoted === undefined))
return undefined;
if (value === undefined)
found.name ??= unquoted(quoted ?? '');
else
found.labels.push([plain ?? unquoted(quoted ?? ''), value.slice(1, -1)]);
found.end += all.length;
}
found.end++;
return found;
}
const unquoted = (name) => name.startsWith('"') ? name.slice(1, -1).replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c)) : name;
var literals = __webpack_require__(90303);
var model_prometheus = __webpack_require__(10980);
var config_credentials = __webpack_require__(93601);
var plain_http = __webpack_require__(40561);
var read_scrape_secrets = __webpack_require__(47333);
;
function credentialHeader(service, url, env) {
const credentials = (0, config_credentials.YN)(service);
if (!credentials || !isSafe(url))
return {};
const secret = (0, read_scrape_secrets.b)(env, credentials.variable);
if (secret === undefined)
return {};
const { authorization, basic_auth } = service;
if (authorization)
return { authorization: `${authorization.type} ${secret}` };
const user = Buffer.from(`${basic_auth?.username}:${secret}`).toString('base64');
return { authorization: `Basic ${user}` };
}
function credentialAdvice(service, url) {
const credentials = (0, config_credentials.YN)(service);
if (!credentials)
return `Set authorization or basic_auth for ${service.name}, or read the page with another program and use the input file.`;
const { key, variable } = credentials;
return isSafe(url)
? `Set the environment variable ${variable} to what ${service.name} expects: \`${key}\` names it.`
: `The credentials of \`${key}\` are only sent over HTTPS, to localhost and in the private network of Fly: use such an address.`;
}
const isSafe = (url) => {
const { protocol, hostname = '' } = URL.parse(url) ?? {};
return protocol === 'https:' || (0, plain_http.Si)(hostname);
};
;
const ACCEPT = 'text/plain;version=0.0.4;q=0.9,application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1';
const MAX_PAGE_BYTES = 64 * 1024 * 1024;
async function readPages(config, inputs, tools) {
const { pages } = inputs.contract;
if (pages.length === 0)
return fromPrometheus(config, inputs, tools);
const owners = pages.map((page) => ({ page, service: serviceOf(page, config.services) }));
const unknown = owners.flatMap(({ page, service }) => (service ? [] : noService(page, config.services)));
if (unknown.length > 0)
throw new lib_errors.lZ('configuration', unknown);
const twice = owners.filter(({ service }, i) => owners.findIndex((one) => one.service === service) < i);
if (twice.length > 0)
throw new lib_errors.lZ('configuration', twice.map(({ page }) => secondPage(page)));
const read = owners.flatMap(({ page, service }) => (service ? [readPage(page, service, tools)] : []));
return allOf(await Promise.allSettled(read));
}
function allOf(results) {
const errors = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
const known = errors.filter((error) => error instanceof lib_errors.lZ);
if (known.length < errors.length)
throw errors.find((error) => !(error instanceof lib_errors.lZ));
const [first] = known;
if (first)
throw new lib_errors.lZ(first.kind, known.flatMap(({ problems }) => problems), { cause: first });
return results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}
const secondPage = ({ source }) => ({
code: 'contract-service',
severity: 'error',
message: `The page ${source} is the second page of the same service.`,
hint: 'Name one page for each service.',
});
function serviceOf(page, services) {
const { service, source } = page;
if (service !== undefined)
return services.find(({ name }) => name === service);
if (services.length === 1)
return services[0];
const { host, port } = URL.parse(source) ?? {};
const same = services.filter((one) => (0, config_services.dC)(one) ? String(one.port) === port : one.addresses.some((address) => address === host));
return same.length === 1 ? same[0] : undefined;
}
function noService({ service, source }, services) {
const names = services.map(({ name }) => name).join(', ');
return [
{
code: 'contract-service',
severity: 'error',
message: service === undefined
? `The page ${source} could be of several services.`
: `The page ${source} is of the service ${service}, which is not in the configuration.`,
hint: `Write SERVICE=${source}, with one of: ${names}.`,
},
];
}
async function readPage(page, service, tools) {
const { source } = page;
if (page.kind === 'url') {
const { text, contentType } = await fetchPage(source, service, tools);
return { service, source, page: readExposition(text, contentType), text, contentType };
}
const text = readPageFile(source, tools.workspace);
return { service, source, page: readExposition(text), text };
}
async function fetchPage(url, service, { pool, signal, env }) {
const failed = (why, cause, hint = START_IT) => (0, lib_errors.sx)('contract-page', `The page ${url} could not be read: ${why}.`, hint, cause);
const answer = await (0, http.cv)(pool, {
url,
headers: { accept: ACCEPT, ...credentialHeader(service, url, env) },
maxBytes: MAX_PAGE_BYTES,
retries: 2,
gzip: true,
signal,
}).catch((cause) => {
if (cause instanceof lib_errors.lZ || signal.aborted)
throw cause;
throw failed((0, lib_errors.bD)(cause), cause);
});
const { status, headers, text } = answer;
const { location } = headers;
if (location !== undefined && status >= 300 && status < 400)
throw failed(`the answer is HTTP ${status}, a redirect to ${(0, lib_text.TN)(String(location), 200)}`, undefined, 'Name the address that it leads to.');
if (status !== 200)
throw failed(`the answer is HTTP ${status}`, undefined, status === 401 || status === 403 ? credentialAdvice(service, url) : START_IT);
return { text, contentType: String(headers['content-type'] ?? '') };
}
const START_IT = 'Start the service first, and use the address of its metrics, such as http://localhost:9090/metrics.';
function readPageFile(path, workspace) {
const file = (0, lib_workspace.yR)(workspace, path, MAX_PAGE_BYTES);
if (file)
return file.text;
throw new lib_errors.lZ('configuration', [
{
code: 'contract-page',
severity: 'error',
message: `The page ${path} does not exist.`,
hint: 'Save it first, such as with "curl http://localhost:9090/metrics > metrics.txt"; the path is relative to the working directory.',
},
]);
}
async function fromPrometheus(config, inputs, { pool, signal }) {
if ((0, fly_engine.kk)(config.monitoring))
throw NO_TARGETS;
const url = (0, grafana.fs)(config, inputs);
if ((0, engine.yh)(config.monitoring))
throw (0, lib_errors.sx)('contract-page', `The Prometheus at ${url} is an agent, which keeps no samples to read.`, 'Name a page of the service: --url http://localhost:9090/metrics.');
const credentials = (0, prometheus_access.Dh)((0, grafana.No)(config, inputs));
const prometheus = (0, client.h)({ url, credentials, pool, signal });
const up = (await prometheus.targets()).filter(({ health }) => health === 'up');
const pages = config.services.flatMap((service) => {
const target = up.find(({ labels }) => labels.job === service.name);
if (!target)
return [];
const selector = `{job=${(0, literals.ZD)(service.name)},instance=${(0, literals.ZD)(target.labels.instance ?? '')}}`;
return [scrapedPage(service, { prometheus, selector, url })];
});
if (pages.length > 0)
return Promise.all(pages);
throw (0, lib_errors.sx)('contract-page', `No service is up in Prometheus at ${url}.`, 'Bring a service up, or name a page: --url http://localhost:9090/metrics.');
}
const NO_TARGETS = (0, lib_errors.sx)('contract-page', "With `engine: fly` there is no Prometheus whose targets have the types of their metrics: Fly's does not say them.", 'Name a page: --url http://localhost:9090/metrics.');
const ADDED = ['__name__', 'job', 'instance', 'service', 'app'];
async function scrapedPage(service, { prometheus, selector, url }) {
const [metadata, answer] = await Promise.all([prometheus.metadata(selector), prometheus.query(selector)]);
const types = new Map(metadata.map(({ metric, type }) => [metric, type]));
const added = new Set([...ADDED, ...Object.keys(service.labels ?? {})]);
const samples = (0, model_prometheus.Tk)(answer)
.filter(({ metric }) => !(0, model_prometheus.eG)(metric.__name__ ?? ''))
.map(({ metric }) => ({
name: metric.__name__ ?? '',
labels: Object.entries(metric).filter(([name]) => !added.has(name)),
}));
const page = { ...summariseSamples(types, samples), faults: [] };
return { service, source: `Prometheus at ${url}`, page, text: undefined };
}
;
const contractMode = async (inputs, report, context) => {
const { config, source, problems, workspace } = (0, configuration.Xg)(inputs, (0, lib_workspace.oS)(context.env));
(0, configuration.MI)(problems);
if (!source)
throw new lib_errors.lZ('configuration', [NO_FILE]);
const { env, signal: cancel, timeUp } = context;
const signal = AbortSignal.any([cancel, timeUp]);
const pages = await report.timed('metrics pages', () => readPages(config, inputs, { pool: (0, http.b)(env), signal, workspace, env }));
report.checked = { 'metrics pages': pages.length };
const compared = pages.map((page) => withDifferences(page, config));
const faults = [
...compared.flatMap(({ page }) => describePage(page, sampleLimitOf(page, config))),
...checkContentTypes(pages, config),
...(await checkFormat(pages, context, workspace.root)),
];
report.problems.push(...faults);
const isRefused = faults.some(({ severity }) => severity === 'error');
const written = !inputs.contract.check && !isRefused;
const locate = (0, load._C)(source);
for (const { page, differences } of compared)
if (isReadable(page))
report.problems.push(...describeDifferences(page, differences, { locate, written }));
if (written) {
const text = edited(source, compared, config);
if (text !== source.text)
(0, write_files.h)(workspace.root, [{ path: source.file, text, executable: false }]);
report.changes.push(...compared.map((one) => changeOf(one, source.file)));
}
report.skipped = compared.flatMap(leftOut);
};
const isReadable = ({ page: { faults, metrics } }) => faults.length === 0 && metrics.length > 0;
function withDifferences({ service, source, page }, config) {
const index = config.services.indexOf(service);
return { page: { service, index, source, page }, differences: compareContract(service, page) };
}
const sampleLimitOf = ({ service }, { monitoring }) => service.sample_limit ?? (0, scrape_limits.N)(monitoring.vm.memory_mb).samples;
function edited(source, compared, { services }) {
const edits = compared.map(editOf);
const text = editContracts(source.text, edits);
const unchanged = services.filter((_, index) => !edits.some(({ service }) => service === index));
if (text !== undefined && isValid(text, source.file, unchanged))
return text;
const lines = edits.flatMap(({ add }) => add.map(entryText));
throw new lib_errors.lZ('configuration', [
{
code: 'contract-not-written',
severity: 'error',
at: { file: source.file, line: 1, column: 1 },
message: `The contract could not be written to ${source.file}: its metrics are not written out in their place, for example because of an alias.`,
hint: lines.length > 0 ? `Add them by hand: ${(0, lib_text.H$)(lines, 50)}.` : 'Correct the types by hand.',
},
]);
}
function editOf({ page, differences }) {
const of = (kind) => differences.filter((difference) => difference.kind === kind);
return {
service: page.index,
add: of('undeclared').map(({ metric }) => metric),
retype: differences.flatMap((one) => one.kind === 'type' && (0, metric_types.d8)(one.actual) ? [{ name: one.metric.name, type: one.actual }] : []),
relabel: differences.flatMap((one) => one.kind === 'labels'
? [
{
name: one.metric.name,
labels: one.metric.labels.filter((label) => !one.absent.includes(label)),
},
]
: []),
};
}
function isValid(text, file, unchanged) {
try {
const { services } = (0, load.Z9)(text, file);
return unchanged.every((one) => (0, external_node_util_.isDeepStrictEqual)(services.find(({ name }) => name === one.name)?.metrics, one.metrics));
}
catch (error) {
if (error instanceof lib_errors.lZ)
return false;
throw error;
}
}
function changeOf({ page, differences }, file) {
const { add, retype, relabel } = editOf({ page, differences });
const what = [
...(add.length > 0 ? [`${(0, lib_text.U9)(add.length, 'metric')} added`] : []),
...(retype.length > 0 ? [`${(0, lib_text.U9)(retype.length, 'type')} corrected`] : []),
...(relabel.length > 0 ? [`labels of ${(0, lib_text.U9)(relabel.length, 'metric')} corrected`] : []),
];
return {
subject: `${file}: ${page.service.name}`,
what: what.length > 0 ? what.join(', ') : 'nothing to do',
result: what.length > 0 ? 'done' : 'unchanged',
why: `The page ${page.source} has ${(0, lib_text.U9)(page.page.metrics.length, 'metric')}.`,
};
}
function leftOut({ page: { service, page } }) {
const declared = new Set((0, declared_metrics.A)(service).map(({ name }) => name));
const { runtime, untyped, unnamed } = deriveContract(page);
const part = (names, why, set) => {
const left = names.filter((name) => !declared.has(name));
return left.length > 0 ? [{ part: `${service.name}: ${(0, lib_text.H$)(left, 10)}`, why, set }] : [];
};
return [
...part(runtime, 'Client libraries add these metrics to every program.', 'by hand, those that a panel or a rule uses'),
...part(untyped, 'The page has no # TYPE line with a type that can be declared.', 'the type in the service'),
...part(unnamed, 'Only names with letters, digits, "_", ":" and dots can be declared.', 'another name in the service'),
];
}
const NO_FILE = {
code: 'contract-no-file',
severity: 'error',
message: 'There is no configuration to compare with or to write to: the built-in preset applies.',
hint: `Run \`${documentation.vl} init\` first, or name the file with the input config.`,
};
})
};
