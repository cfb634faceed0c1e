export const id = 1631;
export const ids = [1631];
export const modules = {
91631: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
severityWithoutReceiver: () => (severityWithoutReceiver)
});
var __import_0__ = __webpack_require__(35235);
var __import_5__ = __webpack_require__(68587);
var __import_1__ = __webpack_require__(69776);
var __import_2__ = __webpack_require__(94869);
var __import_4__ = __webpack_require__(25796);
var __import_3__ = __webpack_require__(74333);
const configSeverityWithoutReceiver = {
code: 'config/severity-without-receiver',
severity: 'warning',
what: 'Every receiver of `alerts.notify` is limited by `severities`, and some alerts have none of them.',
why: 'They fire, and no one is notified.',
bad: (0, __import_3__.d)({ more: 'alerts: { \u25b8notify: { ntfy: { severities: [critical] } } }' }),
good: (0, __import_3__.d)({ more: 'alerts: { notify: { ntfy: { severities: [critical] }, slack: {} } }' }),
};
async function severityWithoutReceiver({ alerts: { notify } }, source, alerts) {
const kinds = Object.keys(notify ?? {});
const limits = kinds.map((kind) => notify?.[kind]?.severities);
if (kinds.length === 0 || limits.includes(undefined))
return [];
const accepted = new Set(limits.flatMap((severities) => severities ?? []));
const all = [...(await alerts.shipped()), ...alerts.own.flatMap(({ text }) => alertsIn(text))];
const lost = all.filter(({ severity }) => !accepted.has(severity) && !isUndecided(severity));
if (lost.length === 0)
return [];
const severities = [...new Set(lost.map(({ severity }) => severity))];
const named = severities.filter((severity) => severity !== '');
const of = [
...(named.length > 0 ? [`of severity ${(0, __import_2__.p_)(named)}`] : []),
...(named.length < severities.length ? ['without a severity'] : []),
];
const names = [...new Set(lost.map(({ name }) => name))];
return [
(0, __import_4__.YK)(configSeverityWithoutReceiver, (0, __import_0__._C)(source)(['alerts', 'notify'], 'key'), `No receiver accepts alerts ${(0, __import_2__.p_)(of)}: ${(0, __import_2__.U9)(names.length, 'alert')} would notify no one (${(0, __import_2__.H$)(names, 5)}).`, `Remove \`severities\` from one receiver, or add ${named.length > 0 ? (0, __import_2__.p_)(named) : 'a severity to these alerts'}.`),
];
}
const isUndecided = (severity) => severity === 'none' || severity.includes('{{');
function alertsIn(text) {
const read = (0, __import_1__.g)(text);
if (!read.ok)
return [];
const severityOf = (node) => (0, __import_5__.ws)((0, __import_5__.Jt)((0, __import_5__.Jt)(node, 'labels'), 'severity'));
return (0, __import_5__.ld)((0, __import_5__.Jt)(read.tree, 'groups')).flatMap((group) => (0, __import_5__.ld)((0, __import_5__.Jt)(group, 'rules')).flatMap((rule) => {
const name = (0, __import_5__.ws)((0, __import_5__.Jt)(rule, 'alert'));
return name ? [{ name, severity: severityOf(rule) ?? severityOf(group) ?? '' }] : [];
}));
}
})
};
