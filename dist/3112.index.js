export const id = 3112;
export const ids = [3112];
export const modules = {
23112: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
removedMetrics: () => (removedMetrics)
});
var _config_declared_metrics_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62237);
var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35235);
var _formats_metric_types_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59459);
var _lib_similar_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9689);
var _lib_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94869);
var _rule_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25796);
const configRemovedMetric = {
code: 'config/removed-metric',
severity: 'error',
what: 'A metric is no longer declared, and panels or rules still use it.',
why: 'The metric was removed or renamed since the base branch. Its panels stay empty, and its alerts never fire again.',
};
async function removedMetrics(base, { config, source }, { sources, pace }) {
const [before, now] = [namesOf(base.config), namesOf(config)];
const removed = [...before.keys()].filter((name) => !now.has(name));
if (removed.length === 0)
return [];
const uses = await usesOf(sources, pace);
const fresh = [...now.keys()].filter((name) => !before.has(name));
const locate = (0, _config_load_js__WEBPACK_IMPORTED_MODULE_0__._C)(source);
const lost = await lostAlerts(base.config, config);
return removed.flatMap((name) => {
const users = [
...(uses.get(name) ?? []).map(({ what, at }) => `${what} (${at.file}:${at.line})`),
...lost
.filter(({ expr }) => mentions(expr, name))
.map(({ alert }) => `the alert ${alert} of this action`),
];
if (users.length === 0)
return [];
const service = before.get(name) ?? '';
const renamed = (0, _lib_similar_name_js__WEBPACK_IMPORTED_MODULE_2__.jl)(name, fresh);
const message = `${name} of ${service} is no longer declared; ${base.revision} declares it. It is used by ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_3__.H$)(users, MOST_NAMED)}.`;
const hint = renamed === undefined
? 'Remove or change the panels and rules that use it, or declare the metric again.'
: `If it is ${renamed} now, change these panels and rules too; else declare ${name} again.`;
return [(0, _rule_js__WEBPACK_IMPORTED_MODULE_4__.YK)(configRemovedMetric, placeOf(service, config, locate), message, hint)];
});
}
const MOST_NAMED = 20;
const namesOf = ({ services }) => new Map(services.flatMap((service) => (0, _config_declared_metrics_js__WEBPACK_IMPORTED_MODULE_5__.A)(service).map(({ name }) => [name, service.name])));
function placeOf(service, { services }, locate) {
const index = services.findIndex(({ name }) => name === service);
return index < 0 ? locate(['services'], 'key') : locate(['services', index, 'metrics'], 'key');
}
const mentions = (expr, name) => (expr.match(/[a-zA-Z_:][\w:]*/g) ?? []).some((word) => (0, _formats_metric_types_js__WEBPACK_IMPORTED_MODULE_1__.Dz)(word) === name || word === name);
async function lostAlerts(before, now) {
const { alertsOf, ruleGroups } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(1608), __webpack_require__.e(3418)]).then(__webpack_require__.bind(__webpack_require__, 73418));
const alerts = (config) => alertsOf(ruleGroups(config, { remoteWrite: false }));
const kept = new Set(alerts(now).map(({ alert }) => alert));
return alerts(before).filter(({ alert }) => !kept.has(alert));
}
async function usesOf(sources, pace) {
const uses = new Map();
const add = (names, use) => {
for (const name of new Set(names.flatMap((one) => [one, (0, _formats_metric_types_js__WEBPACK_IMPORTED_MODULE_1__.Dz)(one)])))
uses.set(name, [...(uses.get(name) ?? []), use]);
};
if (sources.rules.length > 0) {
const { metricsInRules } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(1608), __webpack_require__.e(6551), __webpack_require__.e(421)]).then(__webpack_require__.bind(__webpack_require__, 60421));
await pace.each(sources.rules, ({ file, text }) => {
for (const { names, what, line } of metricsInRules(text))
add(names, { what, at: { file, line } });
});
}
if (sources.dashboards.length > 0) {
const { metricsInDashboard } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(1608), __webpack_require__.e(6551), __webpack_require__.e(2950)]).then(__webpack_require__.bind(__webpack_require__, 42950));
await pace.each(sources.dashboards, ({ file, text }) => {
for (const { names, what, line } of metricsInDashboard(text() ?? ''))
add(names, { what, at: { file, line } });
});
}
return uses;
}
})
};
