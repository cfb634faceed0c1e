export const id = 9056;
export const ids = [9056];
export const modules = {
8517: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
O: () => (group),
x: () => (alert)
});
const group = (rules) => `groups:
  - name: chat
    rules:
${rules.replace(/^(?=.)/gm, '      ')}`;
const alert = (expr) => `- alert: Down
  expr: ${expr}
  for: 5m
  labels: { severity: page }
`;
}),
59056: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
n: () => (nameTaken),
takenNames: () => (takenNames)
});
var __import_5__ = __webpack_require__(68587);
var __import_0__ = __webpack_require__(69776);
var __import_4__ = __webpack_require__(51328);
var __import_3__ = __webpack_require__(25796);
var __import_1__ = __webpack_require__(8517);
var __import_2__ = __webpack_require__(47936);
function deployed(text) {
const services = 'services: [{ name: web, app: chat, port: 9090 }]';
const config = `monitoring: { app: mon }\napps: [{ app: chat }]\n${services}\nalerts: { rules: [rules.yml] }\n`;
return { path: 'rules.yml', text, others: { 'monitoring.yml': config } };
}
const nameTaken = {
code: 'rules/name-taken',
severity: 'error',
what: 'A rule of `alerts.rules` has the name of another one that is deployed with it.',
why: 'Two alerts of one name and labels notify twice; with the name of an alert of this action, the message links to the wrong runbook. Two recorded series of one name overwrite each other.',
bad: deployed((0, __import_1__.O)((0, __import_1__.x)('up == 0').replace('Down', '\u25b8TargetDown'))),
good: deployed((0, __import_1__.O)((0, __import_1__.x)('up == 0'))),
};
function takenNames(files, own) {
const seen = new Map();
return files.flatMap(({ file, text }) => {
const read = (0, __import_0__.g)(text);
if (!read.ok)
return [];
return (0, __import_2__.f)(read.tree).flatMap((rule) => {
const at = { file, ...rule.at };
const isOwn = (rule.kind === 'alert' ? own.alerts : own.records).has(rule.name);
if (isOwn)
return [
(0, __import_3__.YK)(nameTaken, at, `${(0, __import_4__.T)(rule.name)} is the name of a rule of deploy-monitoring.`, 'Choose another name.'),
];
const key = keyOf(rule);
const first = seen.get(key);
if (first === undefined) {
seen.set(key, `${file}:${rule.at.line}`);
return [];
}
return [
(0, __import_3__.YK)(nameTaken, at, `The rule ${(0, __import_4__.T)(rule.name)} exists in ${first} with the same labels.`, 'Remove or rename one of the two, or distinguish them with a label.'),
];
});
});
}
function keyOf({ kind, name, node }) {
const labels = (0, __import_5__.Jt)(node, 'labels');
const written = labels?.kind === 'table' ? [...labels.entries].map(([label, value]) => [label, (0, __import_5__.ws)(value)]) : [];
return JSON.stringify([kind, name, written.toSorted()]);
}
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
