export const id = 6052;
export const ids = [6052];
export const modules = {
10068: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
c: () => (matches),
r: () => (patternFault)
});
var __import_0__ = __webpack_require__(2856);
const MAX_PATTERN = 10_000;
const MAX_KEPT = 200;
const MAX_KEPT_LENGTH = 500;
const compiled = new Map();
function compile(pattern) {
const known = compiled.get(pattern);
if (known)
return known;
const made = pattern.length > MAX_PATTERN ? { ok: true, value: undefined } : tryCompile(pattern);
if (compiled.size >= MAX_KEPT)
compiled.clear();
if (pattern.length <= MAX_KEPT_LENGTH)
compiled.set(pattern, made);
return made;
}
function tryCompile(pattern) {
try {
return { ok: true, value: __import_0__.L3.compile(pattern, __import_0__.L3.DOTALL) };
}
catch (error) {
if (!(error instanceof __import_0__.pB))
throw error;
return { ok: false, error: `Not a valid regular expression for Prometheus: ${error.getDescription()}` };
}
}
function patternFault(pattern) {
const result = compile(pattern);
return result.ok ? undefined : result.error;
}
function matches(matcher, value) {
if (matcher.op === '=')
return matcher.value === value;
if (matcher.op === '!=')
return matcher.value !== value;
const pattern = compile(matcher.value);
if (pattern.ok && pattern.value === undefined)
return true;
const found = pattern.ok && pattern.value?.matches(value) === true;
return (matcher.op === '=~') === found;
}
}),
46052: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
sentPatterns: () => (sentPatterns),
seriesPatterns: () => (seriesPatterns)
});
var __import_7__ = __webpack_require__(62237);
var __import_0__ = __webpack_require__(88679);
var __import_1__ = __webpack_require__(59459);
var __import_2__ = __webpack_require__(10068);
var __import_5__ = __webpack_require__(51328);
var __import_3__ = __webpack_require__(10980);
var __import_6__ = __webpack_require__(25796);
var __import_4__ = __webpack_require__(74333);
const configPattern = {
code: 'config/pattern',
severity: 'error',
what: 'A pattern of `keep` or `drop` is not a regular expression for Prometheus.',
why: 'Prometheus does not start with such a configuration.',
bad: (0, __import_4__.d)({ services: '{ name: web, app: chat, port: 9090, keep: [\u25b8"http_(?!debug).*"] }' }),
good: (0, __import_4__.d)({ services: '{ name: web, app: chat, port: 9090, keep: ["http_.*"] }' }),
};
const configNotStored = {
code: 'config/not-stored',
severity: 'error',
what: '`keep` or `drop` removes a declared metric, or from remote write the series `up`.',
why: 'The metric is scraped and not stored: every panel and rule that uses it would be empty. Without `up`, nothing shows that samples arrive at a target of remote write.',
bad: (0, __import_4__.d)({
services: '{ name: web, app: chat, port: 9090, metrics: { \u25b8web_requests_total: counter }, drop: ["web_.*"] }',
}),
good: (0, __import_4__.d)({
services: '{ name: web, app: chat, port: 9090, metrics: { web_requests_total: counter }, drop: ["go_.*"] }',
}),
};
const seriesPatterns = (services, locate) => services.flatMap((service, i) => {
const faults = patternFaults(service, ['services', i], locate);
return faults.length > 0 ? faults : notStored(service, i, locate);
});
const sentPatterns = (targets, locate) => targets.flatMap((target, i) => {
const faults = patternFaults(target, ['remote_write', i], locate);
return faults.length > 0 ? faults : arrivalDropped(target, i, locate);
});
function arrivalDropped(target, i, locate) {
const n = (target.drop ?? []).findIndex((value) => (0, __import_2__.c)({ op: '=~', value }, __import_3__.pd));
if (n < 0)
return [];
const message = `drop removes ${(0, __import_5__.T)(__import_3__.pd)} from what is sent to ${(0, __import_5__.T)((0, __import_0__.je)(target))}: nothing would show that samples arrive there.`;
const hint = `Correct the pattern so that it does not match ${__import_3__.pd}.`;
return [(0, __import_6__.YK)(configNotStored, locate(['remote_write', i, 'drop', n]), message, hint)];
}
function patternFaults(patterns, path, locate) {
return ['keep', 'drop'].flatMap((key) => (patterns[key] ?? []).flatMap((pattern, n) => {
const fault = (0, __import_2__.r)(pattern);
if (fault === undefined)
return [];
const message = `${(0, __import_5__.T)(pattern)} cannot be used in ${key}. ${fault}.`;
const hint = 'Correct the pattern: Prometheus uses RE2, which has no look-arounds and no back references.';
return [(0, __import_6__.YK)(configPattern, locate([...path, key, n]), message, hint)];
}));
}
function notStored(service, i, locate) {
return (0, __import_7__.A)(service).flatMap((metric) => {
const lost = seriesOf(metric).find((name) => !isStored(service, name));
if (lost === undefined)
return [];
const series = lost === metric.name ? '' : ` (its series ${(0, __import_5__.T)(lost)})`;
const message = `The declared metric ${(0, __import_5__.T)(metric.name)}${series} is not stored, because of keep or drop.`;
const hint = 'Correct keep and drop, or remove the metric from metrics.';
return [
(0, __import_6__.YK)(configNotStored, locate(['services', i, 'metrics', metric.name], 'key'), message, hint),
];
});
}
const seriesOf = ({ name, type }) => __import_1__.So[type].map((part) => `${name}${part}`);
function isStored({ keep, drop }, name) {
const isOneOf = (patterns) => patterns.some((value) => (0, __import_2__.c)({ op: '=~', value }, name));
return (keep === undefined || isOneOf(keep)) && !isOneOf(drop ?? []);
}
})
};
