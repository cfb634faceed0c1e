export const id = 4150;
export const ids = [4150, 9056];
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
54150: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
lintRules: () => (lintRules),
recordedIn: () => (recordedIn)
});
var parse = __webpack_require__(95989);
var formats_tree = __webpack_require__(68587);
var yaml = __webpack_require__(69776);
var quote = __webpack_require__(51328);
var lint = __webpack_require__(49538);
var lint_rule = __webpack_require__(25796);
var syntax = __webpack_require__(55523);
;
const placeIn = (node, offset) => (offset !== undefined && node.kind === 'value' && node.inside?.(offset)) || node.at;
var lint_contract = __webpack_require__(50132);
;
function relationOfRules(tree, rules, contract) {
if (!contract.declares)
return { contract };
const isDeclared = (name) => /^(?:declared|impossible)$/.test(contract.series(name).kind);
if (rules.some(({ query }) => query.match(/[a-zA-Z_:][\w:]*/g)?.some(isDeclared)))
return { contract };
const names = new Set(rules.flatMap(({ query }) => (0, parse.v)(query).selectors.flatMap(({ metric }) => metric ?? [])));
const unknown = [...names].filter((name) => contract.series(name).kind === 'unknown');
const withoutLabels = { ...contract, values: () => undefined };
if (!(0, lint_contract.dM)(unknown, contract))
return { contract: withoutLabels };
const at = (0, formats_tree.Jt)(tree, 'groups')?.at ?? tree.at;
return {
contract: { ...withoutLabels, declares: false },
unrelated: { at, metrics: names.size, examples: unknown.slice(0, 3) },
};
}
var examples = __webpack_require__(8517);
;
const severalDocuments = {
code: 'rules/documents',
severity: 'warning',
what: 'A rule file has several YAML documents.',
why: 'Prometheus reads only the first one.',
bad: `\u25b8${(0, examples.O)((0, examples.x)('up == 0'))}---\nother: []\n`,
good: (0, examples.O)((0, examples.x)('up == 0')),
check({ tree, more, isOurs, losesRules }, { report }) {
if (more && !(isOurs && losesRules))
report(tree.at, 'Prometheus reads only the first document of the file.', 'Remove the lines `---`, or split the file.');
},
};
;
function elsewhere(text) {
const services = 'services: [{ name: web, app: chat, port: 9090 }]';
const config = `monitoring: { app: mon }\napps: [{ app: chat }]\n${services}\n`;
return { path: 'rules.yml', text, others: { 'monitoring.yml': config } };
}
const duplicateRule = {
code: 'rules/duplicate',
severity: 'warning',
what: 'Two rules of a file have the same name and labels.',
why: 'promtool prints FAILED and exits with 0. Recording rules overwrite each other, alerts fire twice.',
bad: elsewhere((0, examples.O)(`${(0, examples.x)('up == 0')}- \u25b8${(0, examples.x)('up == 0').slice(2)}`)),
good: elsewhere((0, examples.O)((0, examples.x)('up == 0'))),
check({ rules, isOurs }, { report }) {
if (isOurs)
return;
const seen = new Set();
for (const { kind, name, node } of rules) {
const labels = (0, formats_tree.Jt)(node, 'labels');
const written = labels?.kind === 'table' ? [...labels.entries].map(([key, value]) => [key, (0, formats_tree.ws)(value)]) : [];
const key = JSON.stringify([kind, name, written.toSorted()]);
if (seen.has(key))
report(node.at, `The rule ${(0, quote.T)(name)} exists twice with the same labels.`, 'Remove one of them, or distinguish them with a label.');
seen.add(key);
}
},
};
;
const experimentalFunction = {
code: 'rules/experimental',
severity: 'error',
what: 'A rule uses a function or modifier that Prometheus has only with a feature flag.',
why: 'Prometheus does not load the rule file.',
bad: (0, examples.O)((0, examples.x)('\u25b8sort_by_label(up, "a")')),
good: (0, examples.O)((0, examples.x)('sort(up)')),
check({ rules }, { report }) {
for (const { expr, parsed } of rules)
for (const { name, from } of parsed.experimental)
report(placeIn(expr, from), `\`${name}\` is experimental.`, 'Prometheus has it only with `--enable-feature=promql-experimental-functions`, and the deployed Prometheus is started without it.');
},
};
var names = __webpack_require__(59056);
var subject = __webpack_require__(47936);
;
const OVER_RANGE = /\b(?:rate|irate|increase|delta|idelta|deriv|changes|resets|predict_linear|\w+_over_time)\s*\(/;
const noFor = {
code: 'rules/no-for',
severity: 'warning',
what: 'An alert has no `for`.',
why: 'One scrape with another value, or one that fails, is enough to fire it.',
bad: (0, examples.O)((0, examples.x)('up == 0').replace('  for: 5m\n', '').replace('Down', '\u25b8Down')),
good: (0, examples.O)((0, examples.x)('up == 0')),
check({ rules }, { report }) {
for (const rule of rules)
if (rule.kind === 'alert' &&
(0, subject.p)(rule, 'for') &&
(0, subject.p)(rule, 'keep_firing_for') &&
!OVER_RANGE.test(rule.query))
report(rule.at, `The alert ${(0, quote.T)(rule.name)} has no \`for\`: one scrape is enough to fire it.`, 'Add `for: 5m`.');
},
};
;
const noSeverity = {
code: 'rules/no-severity',
severity: 'warning',
what: 'An alert has no `severity` label.',
why: 'Notification policies and people depend on it.',
bad: (0, examples.O)((0, examples.x)('up == 0')
.replace(/ {2}labels.*\n/, '')
.replace('Down', '\u25b8Down')),
good: (0, examples.O)((0, examples.x)('up == 0')),
check({ rules }, { report }) {
for (const { kind, name, at, node } of rules) {
const labels = (0, formats_tree.Jt)(node, 'labels');
if (kind !== 'alert' || (labels?.kind === 'table' && labels.entries.has('severity')))
continue;
report(at, `The alert ${(0, quote.T)(name)} has no \`severity\` label.`, 'Add `labels: { severity: warning }`: notification policies and people depend on it.');
}
},
};
;
const recordName = {
code: 'rules/record-name',
severity: 'warning',
what: 'A recording rule has a name with characters other than letters, digits, `_` and `:`.',
why: 'Prometheus 2 refuses it; Prometheus 3 accepts it, but queries must quote it.',
bad: (0, examples.O)('- record: \u25b8a-b\n  expr: up\n'),
good: (0, examples.O)('- record: a:b\n  expr: up\n'),
check({ rules }, { report }) {
for (const { kind, name, at } of rules)
if (kind === 'record' && !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
report(at, `${(0, quote.T)(name)} is a name that only Prometheus 3 accepts, and that queries must quote.`, 'Use letters, digits, `_` and `:`.');
},
};
;
function ofAgent(text) {
const config = `monitoring: { app: mon, engine: agent }
apps: [{ app: chat }]
services: [{ name: web, app: chat, port: 9090 }]
alerts: { rules: [rules.yml] }
remote_write: [{ url: "https://store.example/api/v1/write" }]
`;
return { path: 'rules.yml', text, others: { 'monitoring.yml': config } };
}
const recordWithAgent = {
code: 'rules/record-with-agent',
severity: 'error',
what: 'A recording rule is deployed, and `monitoring.engine` is agent or fly.',
why: "An agent evaluates no rules, nor does Fly's managed Prometheus. Alerts are evaluated by Grafana, and nothing records series.",
bad: ofAgent((0, examples.O)('- record: \u25b8job:up:sum\n  expr: sum by (job) (up)\n')),
good: ofAgent((0, examples.O)((0, examples.x)('sum by (job) (up) == 0'))),
check({ rules, isOfAgent }, { report }) {
if (!isOfAgent)
return;
for (const { kind, name, at } of rules)
if (kind === 'record')
report(at, `Nothing records ${(0, quote.T)(name)}: with this \`monitoring.engine\`, only Grafana evaluates rules, and only alerts.`, 'Write its expression into the alerts and dashboards that read it, or let the store of an agent record it (Mimir ruler, vmalert), and remove it here.');
},
};
;
const ruleResult = {
code: 'rules/result',
severity: 'error',
what: 'The query of a rule returns neither an instant vector nor a number.',
why: '`promtool check rules` accepts it; every evaluation fails.',
bad: (0, examples.O)((0, examples.x)('\u25b8up[5m]')),
good: (0, examples.O)((0, examples.x)('max_over_time(up[5m]) == 0')),
check({ rules }, { report }) {
for (const { name, expr, parsed } of rules)
if (parsed.ok && (parsed.type === 'matrix' || parsed.type === 'string'))
report(expr.at, `The rule ${(0, quote.T)(name)} returns ${parsed.type === 'matrix' ? 'a range vector' : 'a string'}.`, 'A rule needs an instant vector or a number, such as `rate(\u2026[5m])` or `last_over_time(\u2026[5m])`.');
},
};
var duration = __webpack_require__(39386);
;
const ruleFileShape = {
code: 'rules/shape',
severity: 'error',
what: 'A file is not a rule file, or a rule in it is incomplete.',
why: 'Prometheus does not start with it.',
bad: (0, examples.O)('- \u25b8alert: Down\n  for: 5m\n  labels: { severity: page }\n'),
good: (0, examples.O)((0, examples.x)('up == 0')),
check({ tree, isOurs, losesRules }, { report }) {
if (isOurs && losesRules)
report(tree.at, 'The file has several documents with `groups`: Prometheus reads only the first one, so the other rules never fire.', 'Put all groups under one `groups:`, or split the file.');
const groups = (0, formats_tree.Jt)(tree, 'groups');
if (isNothing(tree) || (groups && isNothing(groups) && tree.kind === 'table'))
return;
if (groups?.kind !== 'list') {
report((groups ?? tree).at, 'This is not a rule file: it has no list `groups`.', 'Write `groups:` with a list of groups, each with `name` and `rules`; unit tests of rules need a name that ends in _test.yml.');
return;
}
checkKeys(tree, 'file', report);
const names = new Set();
for (const one of groups.items)
checkGroup(one, names, report);
},
};
const KEYS = {
file: ['groups'],
group: ['name', 'interval', 'query_offset', 'limit', 'labels', 'rules'],
rule: ['record', 'alert', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'],
recording: ['record', 'expr', 'labels'],
};
const WHERE = {
file: 'rule file',
group: 'group of rules',
rule: 'rule',
recording: 'recording rule',
};
const isNothing = (tree) => tree.kind === 'value' && tree.value === null;
function checkKeys(tree, of, report) {
const keys = tree.kind === 'table' ? [...tree.entries.keys()] : [];
for (const key of keys.filter((one) => !KEYS[of].includes(one)))
report((0, formats_tree.Jt)(tree, key)?.at ?? tree.at, `Prometheus does not accept the key ${(0, quote.T)(key)} in a ${WHERE[of]}.`, `Remove it, or move it to the file that it belongs to. Valid keys here: ${KEYS[of].join(', ')}.`);
}
function checkGroup(one, names, report) {
const name = (0, formats_tree.ws)((0, formats_tree.Jt)(one, 'name'));
if (!name)
report(one.at, 'This group has no `name`.', 'Add one: it must be unique in the file.');
if (!name)
return;
checkKeys(one, 'group', report);
if (names.has(name))
report(one.at, `The group ${(0, quote.T)(name)} exists twice in this file.`, 'Rename one of the two.');
names.add(name);
for (const key of ['interval', 'query_offset'])
checkDuration(one, key, report);
checkLabels(one, 'labels', report);
const rules = (0, formats_tree.Jt)(one, 'rules');
if (rules && rules.kind !== 'list' && !isNothing(rules))
report(rules.at, `\`rules\` of the group ${(0, quote.T)(name)} is not a list.`, 'Write a list of rules.');
for (const rule of (0, formats_tree.ld)((0, formats_tree.Jt)(one, 'rules')))
checkRule(rule, report);
}
function checkRule(rule, report) {
if (rule.kind !== 'table') {
report(rule.at, 'This is not a rule.', 'Write `alert` or `record`, and `expr`.');
return;
}
const [alerts, records] = ['alert', 'record'].map((key) => (0, formats_tree.ws)((0, formats_tree.Jt)(rule, key)));
if (!alerts === !records) {
report(rule.at, `This rule has ${alerts ? 'both `alert` and `record`' : 'neither `alert` nor `record`'}.`, 'A rule is one of the two: its name is the value of that key.');
return;
}
checkKeys(rule, alerts ? 'rule' : 'recording', report);
for (const key of ['labels', 'annotations'])
checkLabels(rule, key, report);
const name = (0, quote.T)(alerts ?? records ?? '');
if (!(0, formats_tree.ws)((0, formats_tree.Jt)(rule, 'expr')))
report(rule.at, `The rule ${name} has no \`expr\`.`, 'Add the query of the rule.');
for (const key of ['for', 'keep_firing_for'])
checkDuration(rule, key, report);
}
function checkLabels(owner, key, report) {
const map = (0, formats_tree.Jt)(owner, key);
if (!map || isNothing(map))
return;
if (map.kind !== 'table') {
report(map.at, `\`${key}\` is not a map of names and texts.`, `Write \`${key}: { name: text }\`.`);
return;
}
for (const [name, value] of map.entries) {
if (value.kind !== 'value')
report(value.at, `${(0, quote.T)(name)} in \`${key}\` is not a text.`, 'Write one value, in quotes.');
if (name === '' || (name === '__name__' && key === 'labels'))
report(value.at, `${(0, quote.T)(name)} is not the name of a label.`, 'Use another name.');
}
}
function checkDuration(rule, key, report) {
const node = (0, formats_tree.Jt)(rule, key);
const text = (0, formats_tree.ws)(node);
if (node && text !== undefined && text !== '0' && (0, duration.E)(text) === undefined)
report(node.at, `\`${key}\` is ${(0, quote.T)(text)}, which is not a duration.`, 'Use a value such as 5m or 1h30m.');
}
var similar_name = __webpack_require__(9689);
;
const VARIABLES = ['$', '$labels', '$value', '$externalLabels', '$externalURL'];
const FUNCTIONS = [
...['and', 'call', 'html', 'index', 'slice', 'js', 'len', 'not', 'or', 'print', 'printf', 'println'],
...['urlquery', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'true', 'false', 'nil'],
...['query', 'first', 'label', 'value', 'strvalue', 'args', 'reReplaceAll', 'safeHtml', 'match', 'title'],
...['toUpper', 'toLower', 'graphLink', 'tableLink', 'sortByLabel', 'stripPort', 'stripDomain', 'humanize'],
...['humanize1024', 'humanizeDuration', 'humanizePercentage', 'humanizeTimestamp', 'toTime', 'toDuration'],
...['now', 'pathPrefix', 'externalURL', 'parseDuration', 'urlQueryEscape', 'tmpl'],
];
const OPENING = ['if', 'range', 'with', 'define', 'block'];
const KEYWORDS = [...OPENING, 'else', 'end', 'template', 'break', 'continue'];
const TOKEN = /\s+|-?\}\}|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+'|\$[\p{L}\d_]*|\.[\p{L}\d_]*|[\p{L}_][\p{L}\d_]*|[+-]?\d[\d\w.]*|:?=|[|(),]/uy;
const COMMENT = /\{\{(?:-\s+)?\/\*/y;
function templateError(text) {
const scope = { open: [], variables: new Set(VARIABLES) };
let from = text.indexOf('{{');
while (from !== -1) {
COMMENT.lastIndex = from;
const isComment = COMMENT.test(text);
const read = isComment ? commentFrom(text, from) : actionFrom(text, from);
if ('message' in read)
return read;
const error = isComment ? undefined : checkAction(read.tokens, from, scope);
if (error)
return error;
from = text.indexOf('{{', read.end);
}
const last = scope.open.at(-1);
return last && { message: `\`{{ ${last.text} }}\` has no \`{{ end }}\``, from: last.from };
}
function commentFrom(text, from) {
const end = text.indexOf('*/', from);
const closed = end === -1 ? null : /^\*\/(?:\s+-)?\}\}/.exec(text.slice(end, end + 100));
return closed
? { tokens: [], end: end + closed[0].length }
: { message: 'The comment `{{/*` is not closed with `*/}}`', from };
}
function actionFrom(text, from) {
const tokens = [];
let at = from + (/^\{\{-\s/.test(text.slice(from, from + 4)) ? 3 : 2);
while (at < text.length) {
TOKEN.lastIndex = at;
const found = TOKEN.exec(text)?.[0];
if (found === undefined)
return {
message: `${(0, quote.T)(text.charAt(at))} is not valid in \`{{ \u2026 }}\`, or its \`}}\` is missing`,
from: at,
};
at += found.length;
if (found.endsWith('}}'))
return { tokens, end: at };
if (/\S/.test(found))
tokens.push({ text: found, from: at - found.length });
}
return { message: '`{{` is not closed with `}}`', from };
}
function checkAction(tokens, from, scope) {
const [first] = tokens;
if (!first)
return { message: '`{{ }}` is empty', from };
const { text } = first;
const isOutside = ((text === 'end' || text === 'else') && scope.open.length === 0) ||
((text === 'break' || text === 'continue') && scope.open.every((one) => one.text !== 'range'));
if (isOutside)
return { message: `\`{{ ${text} }}\` is outside of a block`, from: first.from };
if (text === 'end')
scope.open.pop();
if (OPENING.includes(text))
scope.open.push(first);
for (const [i, token] of tokens.entries()) {
const error = token.text.startsWith('$') ? checkVariable(token, tokens[i + 1], scope) : checkWord(token);
if (error)
return error;
}
return undefined;
}
function checkVariable({ text, from }, next, { variables }) {
if (next?.text === ':=' || next?.text === ',')
variables.add(text);
return variables.has(text)
? undefined
: { message: `The variable \`${text}\` does not exist`, from, hint: (0, similar_name.au)(text, [...variables]) };
}
const checkWord = ({ text, from }) => !/^[\p{L}_]/u.test(text) || KEYWORDS.includes(text) || FUNCTIONS.includes(text)
? undefined
: { message: `The function ${(0, quote.T)(text)} does not exist`, from, hint: (0, similar_name.au)(text, FUNCTIONS) };
;
const summary = (text) => (0, examples.O)(`${(0, examples.x)('up == 0')}  annotations: { summary: "${text}" }\n`);
const ruleTemplate = {
code: 'rules/template',
severity: 'error',
what: 'A template in a label or an annotation of an alert is not valid.',
why: 'Prometheus does not load the file: on a machine that starts with it, nothing is monitored.',
bad: summary('{{ \u25b8$label.instance }} is down'),
good: summary('{{ $labels.instance }} is down'),
check({ rules }, { report }) {
for (const { kind, name, node } of rules)
for (const part of kind === 'alert' ? ['labels', 'annotations'] : []) {
const map = (0, formats_tree.Jt)(node, part);
for (const [key, value] of map?.kind === 'table' ? map.entries : []) {
const error = templateError((0, formats_tree.ws)(value) ?? '');
if (error)
report(placeIn(value, error.from), `The template in ${part}.${key} of alert ${(0, quote.T)(name)} is not valid: ${error.message}.`, error.hint ??
'Correct the template: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/.');
}
}
},
};
var unit_tests = __webpack_require__(56208);
;
const unrelatedRules = {
code: 'rules/unrelated',
severity: 'warning',
what: 'None of the metrics of a rule file that `alerts.rules` names is declared.',
why: 'It is about other programs, or all names in it are misspelled.',
bad: (0, examples.O)((0, examples.x)('node_a + node_b + node_c + node_d')).replace('- name', '\u25b8- name'),
good: (0, examples.O)((0, examples.x)('users == 0')),
check({ unrelated }, { report }) {
if (unrelated)
report(unrelated.at, `No service declares any of the metrics of these rules: ${unrelated.examples.map((name) => `\`${name}\``).join(', ')}${unrelated.metrics > unrelated.examples.length ? ' and others' : ''}.`, 'Declare them under `metrics` of their service, or correct their names.');
},
};
;
const rule = (more) => (0, examples.O)(`- alert: Many
  expr: users > 60
  for: 5m
${more}`);
const valueInLabel = {
code: 'rules/value-in-label',
severity: 'error',
what: 'A label of an alert contains the value of its query.',
why: 'With every new value it is a new alert: `for` starts again and never ends, and the alert never fires.',
bad: rule('  labels: { severity: page, current: \u25b8"{{ $value }}" }\n'),
good: rule('  labels: { severity: page }\n  annotations: { current: "{{ $value }}" }\n'),
check({ rules }, { report }) {
for (const one of rules) {
const labels = (0, formats_tree.Jt)(one.node, 'labels');
if (one.kind !== 'alert' ||
(0, subject.p)(one, 'for') ||
labels?.kind !== 'table' ||
/==\s*(?!bool)/.test(one.query))
continue;
for (const [key, value] of labels.entries)
if (/\{\{[^{}]*(?:\$value\b|(?<![\w$])\.Value\b)/.test((0, formats_tree.ws)(value) ?? ''))
report(value.at, `The label ${(0, quote.T)(key)} of alert ${(0, quote.T)(one.name)} contains the value: with every new value \`for\` starts again, and the alert never fires.`, 'Move it to `annotations`.');
}
},
};
;
const ruleFileRules = [
ruleFileShape,
ruleResult,
experimentalFunction,
valueInLabel,
ruleTemplate,
duplicateRule,
severalDocuments,
recordWithAgent,
recordName,
noFor,
noSeverity,
unrelatedRules,
];
const ruleFileEntries = [...ruleFileRules, names.n, unit_tests.w];
;
function lintRules(text, file, context) {
const read = (0, yaml.g)(text);
if (!read.ok)
return [(0, syntax.Z)(file, read)];
const { tree, more } = read;
const { isOurs = false, isOfAgent = false } = context;
const found = (0, subject.f)(tree);
const { contract, unrelated } = context.contract
? relationOfRules(tree, found, context.contract)
: { contract: undefined };
const queries = [];
const rules = found.map((rule) => {
const { reports, parsed } = (0, lint.i8)(rule.query, { kind: 'rule', contract, isOurs });
for (const { rule: own, at, message, hint } of reports)
queries.push((0, lint_rule.YK)(own, { file, ...placeIn(rule.expr, at) }, `Rule ${(0, quote.T)(rule.name)}: ${message}`, hint));
return { ...rule, parsed };
});
return [
...(0, lint_rule.xG)(ruleFileRules, { tree, more, losesRules: more && hasSeveralGroups(text), rules, isOurs, isOfAgent, unrelated }, file),
...queries,
];
}
const hasSeveralGroups = (text) => text.split(/^---(?:[ \t].*)?\r?$/m).filter((document) => /^groups[ \t]*:/m.test(document)).length > 1;
function recordedIn(text) {
const read = (0, yaml.g)(text);
const recorded = new Map();
if (!read.ok)
return recorded;
for (const { kind, name, node, query } of (0, subject.f)(read.tree)) {
if (kind !== 'record')
continue;
const own = keptLabels((0, parse.v)(query));
const added = (0, formats_tree.Jt)(node, 'labels');
const labels = own && [...own, ...(added?.kind === 'table' ? added.entries.keys() : [])];
const known = recorded.get(name);
if (!recorded.has(name))
recorded.set(name, labels);
else
recorded.set(name, known && labels && [...known, ...labels]);
}
return recorded;
}
const ADDS_LABELS = new Set([
'label_replace',
'label_join',
'info',
'count_values',
'absent',
'absent_over_time',
]);
function keptLabels({ ok, selectors }) {
if (!ok || selectors.length === 0)
return undefined;
const all = selectors.map(({ within }) => {
if (within.some(({ name }) => ADDS_LABELS.has(name)))
return undefined;
const outermost = within.findLast(({ labels }) => labels)?.labels;
return outermost?.kind === 'by' ? outermost.names : undefined;
});
return all.every((names) => names !== undefined) ? all.flat() : undefined;
}
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
