export const id = 3112;
export const ids = [3112];
export const modules = {
23112: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
removedMetrics: () => (removedMetrics)
});
var __import_6__ = __webpack_require__(62237);
var __import_0__ = __webpack_require__(35235);
var __import_1__ = __webpack_require__(40231);
var __import_2__ = __webpack_require__(59459);
var __import_3__ = __webpack_require__(9689);
var __import_4__ = __webpack_require__(94869);
var __import_5__ = __webpack_require__(25796);
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
const { losses, usesOf } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(8935), __webpack_require__.e(9538), __webpack_require__.e(8839)]).then(__webpack_require__.bind(__webpack_require__, 48839));
const uses = await usesOf(sources, pace);
const fresh = [...now.keys()].filter((name) => !before.has(name));
const kept = new Set(['up', ...[...now.values()].flatMap(({ series }) => series)]);
const locate = (0, __import_0__._C)(source);
const lost = await lostRules(base.config, config);
return removed.flatMap((name) => {
const { service, series } = before.get(name) ?? { service: '', series: [] };
const own = lost.rules.filter(({ expr }) => mentions(expr, name));
const records = own.flatMap((rule) => ('alert' in rule ? [] : rule.record));
const gone = new Set([...series, ...records.filter((record) => !lost.recorded.has(record))]);
const users = [
...losses(uses, { gone, kept }),
...own.flatMap((rule) => ('alert' in rule ? `the alert ${rule.alert} of this action` : [])),
...lostObjectives(base.config, config, name),
];
if (users.length === 0)
return [];
const renamed = (0, __import_3__.jl)(name, fresh);
const message = `${name} of ${service} is no longer declared; ${base.revision} declares it. It is used by ${(0, __import_4__.H$)(users, MOST_NAMED)}.`;
const hint = renamed === undefined
? 'Remove or change the panels and rules that use it, or declare the metric again.'
: `If it is ${renamed} now, change these panels and rules too; else declare ${name} again.`;
return [(0, __import_5__.YK)(configRemovedMetric, placeOf(service, config, locate), message, hint)];
});
}
const MOST_NAMED = 100;
const namesOf = ({ services }) => new Map(services.flatMap((service) => (0, __import_6__.A)(service).map(({ name, type }) => {
const series = __import_2__.So[type].map((part) => `${name}${part}`);
return [name, { service: service.name, series }];
})));
function placeOf(service, { services }, locate) {
const index = services.findIndex(({ name }) => name === service);
return index < 0 ? locate(['services'], 'key') : locate(['services', index, 'metrics'], 'key');
}
const mentions = (expr, name) => (expr.match(/[a-zA-Z_:][\w:]*/g) ?? []).some((word) => (0, __import_2__.Dz)(word) === name || word === name);
async function lostRules(before, now) {
const { recordedByRules, ruleGroups } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(8935), __webpack_require__.e(3418)]).then(__webpack_require__.bind(__webpack_require__, 73418));
const [all, left] = [before, now].map((config) => ruleGroups(config, { remoteWrite: false }));
const rulesOf = (groups = []) => groups.flatMap(({ rules }) => rules);
const kept = new Set(rulesOf(left).map(identityOf));
return {
rules: rulesOf(all).filter((rule) => !kept.has(identityOf(rule))),
recorded: new Set(recordedByRules(left ?? [])),
};
}
const identityOf = (rule) => 'alert' in rule
? `alert ${rule.alert} ${rule.about ?? ''}`
: `record ${rule.record} ${JSON.stringify(rule.labels ?? {})}`;
const lostObjectives = (before, now, metric) => {
const kept = new Set(now.slos.map(__import_1__._));
return before.slos
.filter((slo) => slo.of === metric && !kept.has((0, __import_1__._)(slo)))
.map((slo) => `the objective ${(0, __import_1__._)(slo)}`);
};
})
};
