export const id = 9538;
export const ids = [9538];
export const modules = {
11145: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jn: () => (readExpression),
jn: () => (isScalar),
qZ: () => (selectorsIn)
});
var __import_0__ = __webpack_require__(86828);
var __import_1__ = __webpack_require__(321);
var __import_2__ = __webpack_require__(75124);
function readExpression(query, parsed) {
if (!parsed.ok)
return undefined;
const selectors = new Map(parsed.selectors.map((selector) => [selector.from, selector]));
const top = (0, __import_2__.Y_)(__import_0__.K3D.parse(query).topNode)[0];
return top && read(top, { query, selectors, walk: { query, errors: [], ...(0, __import_2__.Sb)(), depth: 0 } });
}
const COMPARISON = /^(?:[=!]=|[<>]=?)$/;
function read(node, source) {
const { from, to } = node;
const parts = (0, __import_2__.Y_)(node);
switch (node.name) {
case 'NumberDurationLiteral':
case 'StringLiteral':
return { from, to, kind: 'constant', text: source.query.slice(from, to) };
case 'ParenExpr': {
const inner = parts.map((part) => read(part, source)).find((part) => part !== undefined);
return inner && { ...inner, ...(inner.kind !== 'selector' && { from, to }) };
}
case 'UnaryExpr':
return { from, to, kind: 'call', name: '-', args: expressionsIn(parts, source) };
case 'VectorSelector':
case 'MatrixSelector': {
const selector = source.selectors.get(from);
return selector && { from, to, kind: 'selector', selector };
}
case 'SubqueryExpr':
return subquery(node, source);
case 'OffsetExpr':
case 'StepInvariantExpr':
return shifted(node, source);
case 'AnchoredExpr':
case 'SmoothedExpr':
return parts[0] && read(parts[0], source);
case 'AggregateExpr':
case 'FunctionCall':
return call(node, source);
case 'BinaryExpr':
return binary(node, source);
default:
return undefined;
}
}
const expressionsIn = (nodes, source) => nodes.flatMap((node) => read(node, source) ?? []);
function subquery(node, source) {
const [first, ...rest] = (0, __import_2__.Y_)(node);
const inner = first && read(first, source);
const step = rest[1] && source.query.slice(rest[1].from, rest[1].to);
return inner && { from: node.from, to: node.to, kind: 'subquery', inner, step };
}
function shifted(node, source) {
const [first, ...rest] = (0, __import_2__.Y_)(node);
const inner = first && read(first, source);
if (!inner)
return undefined;
const time = rest.find(({ name }) => name === 'OffsetDurationExpr');
const written = time && source.query.slice(time.from, time.to);
const offset = written?.startsWith('-') ? undefined : written;
const shift = (part) => part.kind === 'binary'
? { ...part, to: node.to, right: shift(part.right) }
: { from: part.from, to: node.to, kind: 'shifted', inner: part, offset };
return first.name === 'ParenExpr'
? { from: node.from, to: node.to, kind: 'shifted', inner, offset }
: shift(inner);
}
function call(node, source) {
const parts = (0, __import_2__.Y_)(node);
const body = parts.find(({ name }) => name === 'FunctionCallBody');
const word = parts[0];
const modifier = parts.find(({ name }) => name === 'AggregateModifier');
return {
...{ from: node.from, to: node.to, kind: 'call' },
...(node.name === 'AggregateExpr' && { labels: (0, __import_1__.YJ)(modifier, source.walk) }),
name: word ? source.query.slice(word.from, word.to).toLowerCase() : '',
args: body ? expressionsIn((0, __import_2__.Y_)(body), source) : [],
};
}
function binary(node, source) {
const parts = (0, __import_2__.Y_)(node);
const [first, operator] = parts;
const last = parts.at(-1);
const left = first && read(first, source);
const right = last && read(last, source);
if (!left || !right || !operator)
return undefined;
const op = source.query.slice(operator.from, operator.to).toLowerCase();
const isBool = parts.some(({ name }) => name === 'BoolModifier');
const clause = parts.find(({ name }) => name === 'MatchingModifierClause');
return {
...{ from: node.from, to: node.to, kind: 'binary', op, left, right },
matching: clause && (0, __import_1__.fA)(clause, source.walk),
isFilled: parts.slice(2, -1).some(({ name }) => name.startsWith('Fill')),
...{ isFilter: COMPARISON.test(op) && !isBool, opFrom: operator.from, opTo: operator.to },
};
}
const SCALAR_CALLS = ['scalar', 'time', 'pi'];
function isScalar(part) {
if (part.kind === 'constant')
return true;
if (part.kind === 'binary')
return isScalar(part.left) && isScalar(part.right);
return (part.kind === 'call' &&
(SCALAR_CALLS.includes(part.name) || (part.name === '-' && part.args.every(isScalar))));
}
function selectorsIn(part) {
switch (part.kind) {
case 'constant':
return [];
case 'selector':
return [part.selector];
case 'shifted':
case 'subquery':
return selectorsIn(part.inner);
case 'call':
return part.args.flatMap(selectorsIn);
case 'binary':
return [...selectorsIn(part.left), ...selectorsIn(part.right)];
}
}
}),
71443: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ft: () => (references),
Lq: () => (expandGrafana),
TH: () => (replaceReferences),
pA: () => (macroValues)
});
const REFERENCE = /\$(?<short>[A-Za-z_]\w*)|\[\[(?<old>[A-Za-z_]\w*?)(?::(?<oldFormat>\w+))?\]\]|\$\{(?<long>[A-Za-z_]\w*)(?:\.[^:^}]+)?(?::(?<format>[^}]+))?\}/y;
const TOKEN = /\$|\\[\s\S]|["'`#{}[\]]/g;
function references(query) {
if (!query.includes('$') && !query.includes('[['))
return [];
const found = [];
const state = { quote: '', braces: 0, brackets: 0 };
TOKEN.lastIndex = 0;
for (let token = TOKEN.exec(query); token; token = TOKEN.exec(query)) {
const from = token.index;
REFERENCE.lastIndex = from;
const match = '$['.includes(token[0]) ? REFERENCE.exec(query) : null;
if (match?.groups) {
const { short, old, oldFormat, long, format } = match.groups;
const name = short ?? old ?? long ?? '';
TOKEN.lastIndex = REFERENCE.lastIndex;
const place = placeOf(state, query, REFERENCE.lastIndex);
found.push({
name,
format: oldFormat ?? format,
place,
quote: state.quote,
from,
to: REFERENCE.lastIndex,
});
}
else if (token[0] === '#' && !state.quote) {
const end = query.indexOf('\n', from);
TOKEN.lastIndex = end < 0 ? query.length : end;
}
else if (token[0].startsWith('\\') && state.quote === '`')
TOKEN.lastIndex = from + 1;
else
read(state, token[0]);
}
return found;
}
function read(state, token) {
if (state.quote) {
if (token === state.quote)
state.quote = '';
}
else if (`"'\``.includes(token))
state.quote = token;
else if (token === '{')
state.braces++;
else if (token === '}')
state.braces--;
else if (token === '[')
state.brackets++;
else if (token === ']')
state.brackets--;
}
function placeOf(state, query, to) {
if (state.quote)
return 'text';
if (state.brackets > 0)
return 'range';
if (state.braces === 0)
return 'anywhere';
return /^\s*(?:=|!)/.test(query.slice(to, to + 20)) ? 'label' : 'matcher';
}
function expandGrafana(query, variables) {
const unknown = new Set();
const expanded = replaceReferences(query, (reference) => {
const value = Object.hasOwn(variables, reference.name) ? variables[reference.name] : undefined;
if (value === undefined)
unknown.add(reference.name);
return value === undefined ? undefined : format(value, reference);
});
return { query: expanded, unknown: [...unknown] };
}
function replaceReferences(query, replace) {
let done = 0;
const parts = [];
for (const reference of references(query)) {
const text = replace(reference);
if (text === undefined)
continue;
parts.push(query.slice(done, reference.from), text);
done = reference.to;
}
return parts.join('') + query.slice(done);
}
const FORMATS = {
csv: (values) => values.join(','),
raw: (values) => values.join(','),
text: (values) => values.join(' + '),
pipe: (values) => values.join('|'),
glob: (values) => (values.length > 1 ? `{${values.join(',')}}` : values.join('')),
json: (values) => JSON.stringify(values.length === 1 ? values[0] : values),
doublequote: (values) => values.map((v) => `"${v.replaceAll('"', '\\"')}"`).join(','),
singlequote: (values) => values.map((v) => `'${v.replaceAll("'", "\\'")}'`).join(','),
'date:seconds': (values) => values.map((v) => String(Math.round(Number(v) / 1000))).join(','),
regex: (values) => oneOf(values.map((v) => v.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'))),
};
function format(value, { format: wanted = '', quote }) {
if (typeof value === 'object' && 'all' in value)
return value.all;
const values = typeof value === 'string' ? [value] : value;
const named = Object.hasOwn(FORMATS, wanted) ? FORMATS[wanted] : undefined;
if (named)
return named(values);
const inText = (text) => quote === '"' || quote === "'" ? text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) : text;
if (typeof value === 'string')
return inText(value);
return oneOf(values.map((v) => inText(v.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))));
}
const oneOf = (patterns) => patterns.length === 1 ? patterns.join('') : `(${patterns.join('|')})`;
function macroValues(times) {
const { from, to, step: interval, scrapeInterval } = times;
const rate = Math.max(interval + scrapeInterval, 4 * scrapeInterval);
const range = to - from;
const seconds = (ms) => `${Math.max(1, Math.round(ms / 1000))}s`;
return {
__interval: seconds(interval),
__interval_ms: String(interval),
__rate_interval: seconds(rate),
__rate_interval_ms: String(rate),
__range: seconds(range),
__range_s: String(Math.round(range / 1000)),
__range_ms: String(range),
__from: String(from),
__to: String(to),
__auto: seconds(interval),
};
}
}),
97380: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
z: () => (dashboard)
});
function dashboard(change = {}) {
const { top = '"uid": "d", "title": "D",', source = `"datasource": { "type": "prometheus", "uid": "\${ds}" },`, panel = '"id": 1, "title": "Users", "type": "timeseries", "fieldConfig": { "defaults": { "unit": "short" } },', target = '"refId": "A", "expr": "users"', } = change;
return `{
  ${top} "schemaVersion": 39,
  "templating": { "list": [{ "type": "datasource", "name": "ds", "query": "prometheus" }] },
  "panels": [{
    ${panel}
    ${source}
    "targets": [{ ${target} }]
  }]
}
`;
}
}),
49538: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
i8: () => (lintQuery),
M9: () => (lintReadQuery),
xB: () => (readQuery)
});
var parse = __webpack_require__(95989);
var rule = __webpack_require__(25796);
var patterns = __webpack_require__(10068);
var variables = __webpack_require__(1165);
;
const selected = (query, kind) => query.selected.flatMap(({ known, ...one }) => known.kind === kind ? [{ ...one, known: known }] : []);
const selectedBy = (selectors, contract) => contract?.declares
? selectors.flatMap((selector) => {
const name = selector.metric;
if (name === undefined || (0, variables.n)(name) || isSelf(selector))
return [];
return [{ selector, name, known: contract.series(name) }];
})
: [];
const SELF = 'prometheus';
const isSelf = ({ matchers }) => matchers.some(({ label, op, value }) => value === SELF && op === '=' && OF_SERVICE.includes(label));
const RATES = new Set(['rate', 'irate', 'increase']);
const servicesLeft = (services, { matchers }) => services.filter((service) => matchers.filter(({ label }) => OF_SERVICE.includes(label)).every((matcher) => (0, patterns.c)(matcher, service)));
const OF_SERVICE = ['service', 'job'];
;
function impossibleSelectors(query) {
const declared = new Set(selected(query, 'declared').map(({ known }) => known.metric.name));
return selected(query, 'impossible').filter(({ known }) => !declared.has(known.metric.name));
}
const readsBuckets = ({ known: { metric, part } }) => metric.type === 'summary' && part === '_bucket';
;
const bucketOfSummary = {
code: 'query/bucket-of-summary',
severity: 'error',
what: 'A query reads the buckets of a summary.',
why: 'A summary has none: its quantiles are calculated by the service. The query never returns anything.',
bad: 'rate(\u25b8size_bytes_bucket[5m])',
good: 'rate(size_bytes_count[5m])',
check(query, { report }) {
for (const one of impossibleSelectors(query).filter(readsBuckets))
report(one.selector.from, `\`${one.known.metric.name}\` is a summary and has no \`${one.name}\`.`, `Read \`${one.known.metric.name}{quantile="0.95"}\`, or configure buckets in the service and declare a histogram.`);
},
};
var examples = __webpack_require__(97380);
;
const panel = (query) => (0, examples.z)({ target: `"refId": "A", "expr": "${query}"` });
const experimentalInPanel = {
code: 'query/experimental',
severity: 'warning',
what: 'A query of a panel uses a function or modifier that Prometheus has only with a feature flag.',
why: 'The Prometheus that this action deploys is started without the flag.',
bad: { path: 'd.json', text: panel('mad_over_time(users[5m])').replace('"mad', '\u25b8"mad') },
good: { path: 'd.json', text: panel('max_over_time(users[5m])') },
check({ kind, parsed }, { report }) {
if (kind === 'rule')
return;
for (const { name, from } of parsed.experimental)
report(from, `\`${name}\` is experimental.`, 'Prometheus has it only with `--enable-feature=promql-experimental-functions`, and the deployed Prometheus is started without it.');
},
};
;
const queryLimit = {
code: 'query/limit',
severity: 'warning',
what: 'A query is too long or nests too deeply to be checked.',
why: 'The query was not checked.',
bad: `\u25b8${'('.repeat(2_000)}users${')'.repeat(2_000)}`,
good: '(users)',
check({ parsed }, { report }) {
for (const error of parsed.errors)
if (error.kind === 'limit')
report(error.from, `${error.message}.`, 'Split it into recording rules.');
},
};
var quote = __webpack_require__(51328);
;
const PATTERN = /^[1-5]\.\.$|^[1-5]\[\d-\d\]|\.[*+]|^[\w-]+(?:\|[\w-]+)+$/;
const OF_ROUTES = /path|route|handler|uri|url|endpoint|view|pattern|query|regex|name|topic|rule/i;
const literalPattern = {
code: 'query/literal-pattern',
severity: 'warning',
what: 'A matcher compares a label with a regular expression, but with `=` or `!=`.',
why: '`=` compares the text: no series has such a value. Regular expressions need `=~` or `!~`.',
bad: 'rate(requests_total{\u25b8code="5.."}[5m])',
good: 'rate(requests_total{code=~"5.."}[5m])',
check({ parsed }, { report }) {
for (const { label, op, value, from } of parsed.selectors.flatMap(({ matchers }) => matchers))
if ((op === '=' || op === '!=') && !(0, variables.n)(value) && PATTERN.test(value) && !OF_ROUTES.test(label))
report(from, `\`${label}${op}${(0, quote.T)(value)}\` compares with the text, not with a pattern.`, `Write \`${label}${op === '=' ? '=~' : '!~'}${(0, quote.T)(value)}\`.`);
},
};
;
const PRESET = { 'monitoring.yml': null, 'docker/Dockerfile.fly': 'FROM scratch\nCMD ["/chat"]\n' };
const maybeSummary = {
code: 'query/maybe-summary',
severity: 'warning',
what: 'A query reads only the buckets of a metric whose type is an assumption of the preset.',
why: 'Exporters without configured buckets expose summaries, which have no buckets.',
bad: {
text: 'histogram_quantile(0.9, sum by (le) (rate(\u25b8fechatter_http_request_duration_seconds_bucket[5m])))',
others: PRESET,
},
good: {
text: 'max(fechatter_http_request_duration_seconds{quantile="0.9"}) or histogram_quantile(0.9, sum by (le) (rate(fechatter_http_request_duration_seconds_bucket[5m])))',
others: PRESET,
},
check(query, { report }) {
if (!query.contract?.assumed)
return;
for (const { selector, known } of selected(query, 'declared')) {
const { name } = known.metric;
if (known.part !== '_bucket' || query.parsed.selectors.some(({ metric }) => metric === name))
continue;
report(selector.from, `\`${name}_bucket\` exists only if the service configures buckets: without them its exporter exposes a summary.`, `Query both: \`\u2026 or ${name}{quantile="0.95"}\`. Or declare the metric in monitoring.yml.`);
}
},
};
var expression = __webpack_require__(11145);
;
function contradiction({ matchers }) {
const known = matchers.filter(({ value }) => !(0, variables.n)(value));
for (const [label, own] of Map.groupBy(known, (matcher) => matcher.label)) {
const fixed = own.find(({ op }) => op === '=');
const other = fixed && own.find((one) => !(0, patterns.c)(one, fixed.value));
if (!fixed || !other)
continue;
const both = other.op === '=';
return {
from: Math.max(fixed.from, other.from),
message: both
? `\`${label}\` cannot be ${(0, quote.T)(fixed.value)} and ${(0, quote.T)(other.value)} at once.`
: `\`${label}${other.op}${(0, quote.T)(other.value)}\` excludes ${(0, quote.T)(fixed.value)}, which another matcher selects.`,
hint: both ? `Use \`${label}=~"\u2026|\u2026"\` for either of them.` : 'Remove one of the two.',
};
}
return undefined;
}
var lib_text = __webpack_require__(94869);
;
const MAX_PARTS = 20;
function sideOf(part, context) {
switch (part.kind) {
case 'constant':
return undefined;
case 'selector':
return ofSelector(part.selector, context.contract);
case 'shifted':
case 'subquery':
return sideOf(part.inner, context);
case 'call':
return ofCall(part, context);
case 'binary':
return ofOperation(part, context);
}
}
function ofSelector(selector, contract) {
const { metric, matchers } = selector;
if (metric === undefined || (0, variables.n)(metric) || matchers.some(({ value }) => (0, variables.n)(value)))
return undefined;
const known = contract?.declares ? contract.series(metric) : undefined;
const services = known?.kind === 'declared' ? servicesLeft(known.services, selector) : undefined;
if (services?.length === 0)
return undefined;
return [{ name: metric, matchers, services, keeps: () => true, labels: undefined }];
}
const SELECTS_SERIES = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);
const CHANGES_LABELS = new Set([
'label_replace',
'label_join',
'info',
'absent',
'absent_over_time',
'scalar',
'vector',
'count_values',
]);
const keepsLabel = ({ name, labels }, label) => !labels || SELECTS_SERIES.has(name) || isGrouped(label, labels);
const isGrouped = (label, { kind, names }) => names.includes(label) === (kind === 'by');
function ofCall({ name, args, labels }, context) {
const sides = args.filter((one) => !(0, expression.jn)(one)).map((one) => sideOf(one, context));
if (sides.length !== 1 || CHANGES_LABELS.has(name))
return undefined;
if (name === 'histogram_quantile')
return withLabels(sides[0], { kind: 'without', names: ['le'] });
return labels && !SELECTS_SERIES.has(name) ? withLabels(sides[0], labels) : sides[0];
}
function ofOperation(join, context) {
const { left, right, op, matching } = join;
const vectors = [left, right].filter((side) => !(0, expression.jn)(side));
if (vectors.length < 2)
return vectors[0] && sideOf(vectors[0], context);
const inner = { ...context, isEnclosed: true };
const [ofLeft, ofRight] = [sideOf(left, inner), sideOf(right, inner)];
if (op === 'or' || join.isFilled || matching?.names.some(variables.n))
return undefined;
if (op === 'unless')
return ofLeft;
if (!ofLeft || !ofRight)
return op === 'and' ? ofLeft : undefined;
if (context.isEmpty({ join, left: ofLeft, right: ofRight, isEnclosed: context.isEnclosed }))
return undefined;
if (op === 'and')
return ofLeft;
if (ofLeft.length + ofRight.length > MAX_PARTS)
return undefined;
return matching ? matched(matching, ofLeft, ofRight) : [...ofLeft, ...ofRight];
}
function matched({ kind, names, many, included }, left, right) {
const of = (side) => {
if (!many)
return { kind: kind === 'on' ? 'by' : 'without', names };
return { kind: many === side ? 'without' : 'by', names: included };
};
const [ofLeft, ofRight] = [withLabels(left, of('left')), withLabels(right, of('right'))];
return ofLeft && ofRight && [...ofLeft, ...ofRight];
}
function withLabels(side, labels) {
if (labels.names.some(variables.n))
return undefined;
const isKept = (label) => isGrouped(label, labels);
return side?.map((part) => ({
...part,
keeps: (label) => isKept(label) && part.keeps(label),
labels: both(part, labels, isKept),
}));
}
function both({ labels: inner, keeps }, outer, isKept) {
if (inner?.kind === 'by')
return { kind: 'by', names: inner.names.filter(isKept) };
if (outer.kind === 'by')
return { kind: 'by', names: outer.names.filter(keeps) };
return { kind: 'without', names: [...(inner?.names ?? []), ...outer.names] };
}
;
function impossibleJoins(whole, contract) {
const found = [];
const isEmpty = (known) => {
const reason = bySelection(known) ?? byService(known);
if (reason)
found.push({ ...reason, from: known.join.left.from });
return reason !== undefined;
};
sideOf(whole, { contract, isEnclosed: false, isEmpty });
return found;
}
const isCompared = ({ join: { matching } }, label) => !matching || matching.names.includes(label) === (matching.kind === 'on');
const keeping = (side, label) => side.filter(({ keeps }) => keeps(label));
function byService(known) {
const sides = [known.left, known.right];
if (sides.flat().some(({ services }) => !services))
return undefined;
for (const label of OF_SERVICE.filter((one) => isCompared(known, one))) {
const [left, right] = sides.map((side) => keeping(side, label)[0]);
const [has, lacks] = left ? [left, right ?? known.right[0]] : [right, known.left[0]];
if (!has || !lacks)
continue;
const isBoth = left !== undefined && right !== undefined;
if (isBoth && has.services?.some((service) => lacks.services?.includes(service)))
continue;
return {
message: isBoth
? `\`${has.name}\` comes from ${(0, lib_text.p_)(has.services ?? [])}, \`${lacks.name}\` from ${(0, lib_text.p_)(lacks.services ?? [])}: their series differ in the label \`${label}\`, and none match.`
: `\`${has.name}\` has the label \`${label}\` here and \`${lacks.name}\` does not: none of their series match.`,
hint: `Aggregate both sides by the same labels, such as \`sum by (\u2026) (\u2026) ${known.join.op} sum by (\u2026) (\u2026)\`.`,
};
}
return undefined;
}
function bySelection(known) {
const matchers = [...known.left, ...known.right].flatMap((part) => part.matchers);
for (const label of new Set(matchers.map((matcher) => matcher.label))) {
if (!isCompared(known, label))
continue;
const found = otherValue(known, label) ?? missingLabel(known, label);
if (found)
return found;
}
return undefined;
}
function otherValue(known, label) {
const [one, other] = [known.left, known.right].map((side) => keeping(side, label).flatMap(({ matchers }) => matchers.filter((matcher) => matcher.label === label)));
const pair = excluding(one, other) ?? excluding(other, one);
if (!pair)
return undefined;
return {
message: `One side has \`${written(pair[0])}\` and the other \`${written(pair[1])}\`: their series differ in this label, and none match.`,
hint: without(label, known, pair),
};
}
function without(label, { join, left, right, isEnclosed }, pair) {
if (join.matching || [...left, ...right].some(({ labels }) => labels))
return `Leave \`${label}\` out of the labels that are compared${isEnclosed ? ', here and in the operations around this one' : ''}.`;
if (!isEnclosed && pair[1].op === '=')
return `Write \`${join.op} ignoring (${label})\`.`;
const others = isEnclosed ? ', and around those of the operations that contain this one' : '';
return `Write \`sum without (${label}) (\u2026)\` around both operands${others}.`;
}
const written = ({ label, op, value }) => `${label}${op}${JSON.stringify(value)}`;
function excluding(one = [], other = []) {
for (const fixed of one.filter(({ op }) => op === '=')) {
const excluded = other.find((matcher) => !(0, patterns.c)(matcher, fixed.value));
if (excluded)
return [fixed, excluded];
}
return undefined;
}
function missingLabel(known, label) {
const { join, left, right, isEnclosed } = known;
const [inLeft, inRight] = [keeping(left, label), keeping(right, label)];
if (inLeft.length > 0 === inRight.length > 0)
return undefined;
const [more, fewer] = inLeft.length > 0 ? [left, right] : [right, left];
const has = [...inLeft, ...inRight].find(({ matchers }) => isSelected(label, matchers));
const lacks = fewer[0];
if (!has || !lacks)
return undefined;
const group = join.op === 'and' ? '' : more === left ? ' group_left' : ' group_right';
const clause = join.matching || isEnclosed ? undefined : clauseOf(more, fewer);
const other = clause === undefined ? '' : `, or write \`${join.op} ${clause}${group}\``;
const dropped = fewer.length > 1 ? `the other side, with \`${lacks.name}\`,` : `the aggregation of \`${lacks.name}\``;
return {
message: `\`${has.name}\` keeps the label \`${label}\` here, and ${dropped} drops it: none of their series match.`,
hint: `Aggregate both sides by the same labels${other}.`,
};
}
function clauseOf([more, ...others], [fewer, ...rest]) {
if (!more || !fewer?.labels || others.length + rest.length > 0)
return undefined;
const { labels, keeps, name } = fewer;
const names = labels.names.join(', ');
if (labels.kind === 'by')
return labels.names.every(more.keeps) ? `on (${names})` : undefined;
const isFewer = more.name === name && more.labels?.kind !== 'by' && !more.labels?.names.some(keeps);
return isFewer ? `ignoring (${names})` : undefined;
}
const isSelected = (label, matchers) => matchers.some((matcher) => matcher.label === label && !(0, patterns.c)(matcher, ''));
var similar_name = __webpack_require__(9689);
var prometheus = __webpack_require__(10980);
;
const selectsValue = (matcher) => !matcher.op.startsWith('!') && !(0, variables.n)(matcher.value) && !(0, patterns.c)(matcher, '');
function impossibleInstance(matcher, contract) {
const { label, op, value, from } = matcher;
if (!selectsValue(matcher) ||
label !== 'instance' ||
op !== '=' ||
!contract.values('service') ||
contract.isFlys)
return undefined;
if (/^\[[\da-f:]+\]:\d+$/i.test(value) || value === prometheus.lK)
return undefined;
return {
from,
message: `No series has \`instance=${(0, quote.T)(value)}\`: it is the IPv6 address and the port of a machine, such as \`[fdaa:0:1::2]:9090\`.`,
hint: 'Remove it, or select by `service`.',
};
}
function absentValue(matcher, { metric }, { contract, isOurs }) {
const { label, op, value, from } = matcher;
const values = contract.values(label);
const isScraped = !/^ALERTS|:/.test(metric ?? '');
if (!selectsValue(matcher) || !values || !isScraped || values.some((one) => (0, patterns.c)(matcher, one)))
return undefined;
const names = [...values, ...(contract.values('app') ?? [])];
const isMistake = names.includes(value) || (0, similar_name.MD)(value, values) !== undefined;
if (!isOurs && (!isMistake || contract.jobsElsewhere.has(value)))
return undefined;
return {
from,
message: `No scraped series has \`${label}${op}${(0, quote.T)(value)}\`.`,
hint: values.length > 0
? `Values of \`${label}\`: ${values.join(', ')}.`
: `Fly's managed Prometheus has no label \`${label}\`: select by \`app\`, \`region\` or \`instance\` (the id of the machine).`,
};
}
function absentOnTargets(matcher, { metric = '' }, contract) {
const { label, op, value, from } = matcher;
const isOfTarget = (0, prometheus.eG)(metric) && !/^ALERTS/.test(metric);
const values = isOfTarget && !contract.values(label) ? contract.targetValues(label) : undefined;
if (!values || !selectsValue(matcher) || values.some((one) => (0, patterns.c)(matcher, one)))
return undefined;
return values.length === 0
? {
from,
message: `\`${metric}\` has no label \`${label}\`: no service has it in \`labels\`.`,
hint: 'Remove the matcher, or add the label to `labels` of the service.',
}
: {
from,
message: `No target has \`${label}${op}${(0, quote.T)(value)}\`.`,
hint: `Values of \`${label}\`: ${[...new Set(values)].join(', ')}.`,
};
}
function absentService(matcher, { name, known: { services } }, contract) {
const { label, op, value, from } = matcher;
if ((0, prometheus.eG)(name))
return undefined;
if (!OF_SERVICE.includes(label) || (0, variables.n)(value) || services.some((one) => (0, patterns.c)(matcher, one)))
return undefined;
if (!contract.values(label)?.some((one) => (0, patterns.c)(matcher, one)))
return undefined;
return {
from,
message: `\`${name}\` belongs to ${(0, lib_text.p_)(services)}, which \`${label}${op}${(0, quote.T)(value)}\` excludes.`,
hint: `Use \`${label}="${services[0]}"\`, or remove it.`,
};
}
function droppedLabel(matcher, { metric = '' }, contract) {
const { label, from } = matcher;
const labels = contract.recordedLabels(metric);
if (!labels || labels.includes(label) || (0, variables.n)(matcher.value) || (0, patterns.c)(matcher, ''))
return undefined;
return {
from,
message: `The rule that records \`${metric}\` drops the label \`${label}\`.`,
hint: `Aggregate \`by (${[...new Set([...labels, label])].join(', ')})\` in the rule, or remove the matcher.`,
};
}
function absentLabel({ label, from }, { name, known: { metric, part } }) {
const isAbsent = (label === 'le' && part !== '_bucket') ||
(label === 'quantile' && (metric.type !== 'summary' || part !== ''));
if (!isAbsent)
return undefined;
return {
from,
message: `\`${name}\` has no label \`${label}\`.`,
hint: `Only ${label === 'le' ? 'the buckets of a histogram' : 'a summary'} have it.`.replace('summary have', 'summary has'),
};
}
;
const neverMatches = {
code: 'query/never-matches',
severity: 'error',
what: 'A query selects a label or a value that no series has, joins series whose labels never match, or compares with numbers that exclude each other.',
why: 'The query never returns anything. Scraped series have the labels `service`, `app`, `job` and `instance`.',
bad: 'users{\u25b8service="chat"}',
good: 'users{service="web"}',
check(query, { report }) {
for (const found of reasonsIn(query))
if (found)
report(found.from, found.message, found.hint);
for (const { text, from } of query.parsed.emptyRanges)
report(from, `No value is ${text}.`, 'Correct one of the two numbers, or use `or` for either of them.');
},
};
function reasonsIn(query) {
const { parsed, parsedText, contract } = query;
const whole = parsed.selectors.length > 1 ? (0, expression.Jn)(parsedText, parsed) : undefined;
return [
...parsed.selectors.flatMap((selector) => [contradiction(selector), ...reasonsOf(selector, query)]),
...selected(query, 'declared').flatMap((one) => one.selector.matchers.flatMap((matcher) => [
contract && absentService(matcher, one, contract),
absentLabel(matcher, one),
])),
...(whole ? impossibleJoins(whole, contract) : []),
];
}
function reasonsOf(selector, { contract, isOurs, kind }) {
if (!contract)
return [];
const dropped = selector.matchers.map((matcher) => droppedLabel(matcher, selector, contract));
if (isUndeclared(selector.metric, contract))
return dropped;
return [
...dropped,
...selector.matchers.flatMap((matcher) => [
impossibleInstance(matcher, contract),
absentValue(matcher, selector, { contract, isOurs }),
isOurs && kind === 'rule' ? absentOnTargets(matcher, selector, contract) : undefined,
]),
];
}
const isUndeclared = (name, contract) => name !== undefined && !(0, variables.n)(name) && contract.series(name).kind === 'unknown';
;
const lostBuckets = {
code: 'query/no-le',
severity: 'error',
what: '`histogram_quantile` gets sums without the label `le`.',
why: 'The query never returns anything.',
bad: 'histogram_quantile(0.9, sum by (service) (rate(\u25b8latency_seconds_bucket[5m])))',
good: 'histogram_quantile(0.9, sum by (service, le) (rate(latency_seconds_bucket[5m])))',
check(query, { report }) {
for (const { selector, name } of selected(query, 'declared')) {
const end = selector.within.findIndex((one) => one.name === 'histogram_quantile');
const lost = selector.within
.slice(0, Math.max(end, 0))
.find(({ labels }) => labels && labels.names.includes('le') === (labels.kind === 'without'));
if (!lost || !name.endsWith('_bucket'))
continue;
const kept = lost.labels?.kind === 'by' ? ['le', ...lost.labels.names] : ['le'];
report(selector.from, `\`histogram_quantile\` needs the label \`le\`, which \`${lost.name}\` drops.`, `Write \`${lost.name} by (${kept.join(', ')}) (\u2026)\`.`);
}
},
};
var metric_types = __webpack_require__(59459);
;
const noSuchSeries = {
code: 'query/no-such-series',
severity: 'error',
what: 'A query reads a series that a metric of the declared type does not have.',
why: 'The query never returns anything.',
bad: '\u25b8latency_seconds',
good: 'rate(latency_seconds_count[5m])',
check(query, { report }) {
for (const one of impossibleSelectors(query)) {
if (readsBuckets(one))
continue;
const { name, type } = one.known.metric;
report(one.selector.from, one.name === name
? `\`${name}\` is a ${type}: no series has the plain name.`
: `\`${name}\` is a ${type} and has no series \`${one.name}\`.`, `Its series: ${(0, lib_text.p_)(metric_types.So[type].map((part, i) => (i === 0 ? `\`${name}${part}\`` : `\`${part}\``)))}.`);
}
},
};
;
const FUNCTIONS = new Set(['histogram_quantile', 'quantile_over_time', 'quantile']);
const quantileRange = {
code: 'query/quantile',
severity: 'error',
what: 'A quantile is not between 0 and 1.',
why: 'The result is always infinite: an alert on it always fires, or never.',
bad: 'histogram_quantile(\u25b895, sum by (le) (rate(latency_seconds_bucket[5m])))',
good: 'histogram_quantile(0.95, sum by (le) (rate(latency_seconds_bucket[5m])))',
check({ parsed }, { report }) {
for (const { name, value, from } of parsed.parameters)
if (FUNCTIONS.has(name) && (value < 0 || value > 1))
report(from, `The quantile ${value} of \`${name}\` is not between 0 and 1: the result is always infinite.`, value > 1 && value <= 100 ? `Use ${value / 100}.` : 'Use a number from 0 to 1, such as 0.95.');
},
};
;
const rateOfGauge = {
code: 'query/rate-of-gauge',
severity: 'warning',
what: 'A query calculates the rate of a gauge.',
why: '`rate` treats every decrease as a counter reset.',
bad: 'rate(\u25b8users[5m])',
good: 'delta(users[5m])',
check(query, { report }) {
for (const { selector, name, known } of selected(query, 'declared')) {
const rate = selector.within.find((one) => RATES.has(one.name));
if (known.metric.type === 'gauge' && rate)
report(selector.from, `\`${name}\` is a gauge: \`${rate.name}\` treats every decrease as a counter reset.`, 'Use `delta`, `deriv` or `avg_over_time`.');
}
},
};
;
const rateOfSum = {
code: 'query/rate-of-sum',
severity: 'warning',
what: 'A query calculates the rate of a sum.',
why: 'When one machine restarts, the sum of the counters decreases, which `rate` takes for a reset of the whole sum: the result jumps.',
bad: 'rate(sum(\u25b8requests_total)[5m:])',
good: 'sum(rate(requests_total[5m]))',
check({ parsed }, { report }) {
for (const { metric, within, from } of parsed.selectors) {
const sum = within.findIndex(({ name }) => name === 'sum');
const rate = within.findIndex(({ name }, i) => i > sum && RATES.has(name));
const isCounted = within
.slice(0, sum)
.some(({ name }) => RATES.has(name) || name.endsWith('_over_time'));
if (sum >= 0 && rate >= 0 && !isCounted)
report(from, `\`${within[rate]?.name}\` of a sum: a restart of one machine looks like a reset of the whole sum.`, `Write \`sum(${within[rate]?.name}(${metric ?? '\u2026'}[\u2026]))\`.`);
}
},
};
;
const ratioOfItself = {
code: 'query/ratio-of-itself',
severity: 'warning',
what: 'A query divides series by themselves.',
why: 'Series match by all of their labels: the one with `status="500"` is divided by itself and not by all requests. The result is always 1, so that an alert fires at the first failure.',
bad: '\u25b8rate(requests_total{status=~"5.."}[5m]) / rate(requests_total[5m])',
good: 'sum(rate(requests_total{status=~"5.."}[5m])) / sum(rate(requests_total[5m]))',
check(query, { report }) {
const { parsed, parsedText } = query;
const whole = parsed.selectors.length > 1 ? (0, expression.Jn)(parsedText, parsed) : undefined;
for (const { left: one, right: other, matching } of whole ? divisionsIn(whole) : []) {
const [[left, ...more], [right, ...others]] = [(0, expression.qZ)(one), (0, expression.qZ)(other)];
if (!left || !right || matching || more.length + others.length > 0 || !isSame(one, other))
continue;
if (!hasSameSeries({ left, right, around: callsIn(one) }, query))
continue;
const labels = differing(left.matchers, right.matchers);
report(one.from, `Both sides are \`${left.metric}\` with the same labels: each series is divided by itself, and the result is always 1.`, `Leave ${labels.length > 0 ? (0, lib_text.p_)(labels.map((label) => `\`${label}\``)) : 'the label that makes the difference'} out of both sides, such as \`sum(\u2026) / sum(\u2026)\`.`);
}
},
};
function differing(left, right) {
const [inLeft, inRight] = [left, right].map((all) => new Set(all.map(ratio_of_itself_written)));
const only = [
...left.filter((one) => !inRight?.has(ratio_of_itself_written(one))),
...right.filter((one) => !inLeft?.has(ratio_of_itself_written(one))),
];
return [...new Set(only.map(({ label }) => label))];
}
const ratio_of_itself_written = ({ label, op, value }) => JSON.stringify([label, op, value]);
function hasSameSeries({ left, right, around }, query) {
if (left.metric === undefined || left.metric !== right.metric || (0, variables.n)(left.metric))
return false;
if (left.range !== right.range)
return false;
const open = [...left.matchers, ...right.matchers].filter(({ label, value }) => (0, variables.n)(label) || (0, variables.n)(value));
return (!around.some(({ name }) => CHANGES_LABELS.has(name)) &&
differing(left.matchers, right.matchers).every((label) => around.every((one) => keepsLabel(one, label))) &&
(query.text === query.parsedText || isOneValue(open, query.text)));
}
function isOneValue(open, text) {
const ranges = text.match(/\[[^[\]]*\]/g) ?? [];
const values = (label) => [...text.matchAll(/([\w.]+)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/g)]
.filter(([, name]) => name === label)
.map(([, , op, value]) => `${op}${value}`);
return (new Set(ranges).size <= 1 &&
open.every(({ label }) => !(0, variables.n)(label) && new Set(values(label)).size === 1));
}
function operandsOf(part) {
if (part.kind === 'binary')
return [part.left, part.right];
if (part.kind === 'call')
return part.args;
return part.kind === 'shifted' || part.kind === 'subquery' ? [part.inner] : [];
}
const divisionsIn = (part) => [
...operandsOf(part).flatMap(divisionsIn),
...(part.kind === 'binary' && part.op === '/' ? [part] : []),
];
const callsIn = (part) => [
...(part.kind === 'call' ? [part] : []),
...operandsOf(part).flatMap(callsIn),
];
function isSame(left, right) {
if (left.kind === 'selector')
return right.kind === 'selector';
if (left.kind === 'constant')
return right.kind === 'constant' && left.text === right.text;
if (left.kind === 'binary')
return (right.kind === 'binary' &&
left.op === right.op &&
isSame(left.left, right.left) &&
isSame(left.right, right.right));
if (left.kind !== 'call' || right.kind !== 'call' || left.name !== right.name)
return false;
return (JSON.stringify(left.labels) === JSON.stringify(right.labels) &&
left.args.length === right.args.length &&
left.args.every((one, i) => isSame(one, right.args[i])));
}
var literals = __webpack_require__(90303);
;
const ON_COUNTERS = new Set(`resets changes absent absent_over_time present_over_time count count_over_time group timestamp count_values idelta
   delta deriv`.split(/\s+/));
const rawCounter = {
code: 'query/raw-counter',
severity: 'warning',
what: 'A query reads the value of a counter without `rate` or `increase`.',
why: 'The value of a counter starts at 0 again with every deploy.',
bad: '\u25b8requests_total',
good: 'rate(requests_total[5m])',
check(query, { report }) {
for (const { selector, name, known } of selected(query, 'declared')) {
const { type } = known.metric;
const counts = type === 'counter' || (known.part !== '' && type !== 'gaugehistogram');
if (!counts || selector.within.some((one) => RATES.has(one.name) || ON_COUNTERS.has(one.name)))
continue;
report(selector.from, `\`${name}\` only increases, and starts at 0 again when its machine restarts.`, `Use \`rate(${(0, literals.Tf)(name)}[5m])\` or \`increase(${(0, literals.Tf)(name)}[1h])\`.`);
}
},
};
var duration = __webpack_require__(39386);
;
const NEEDS_TWO = new Set(['rate', 'irate', 'increase', 'delta', 'idelta', 'deriv', 'predict_linear']);
function rangesOf(query) {
const { contract } = query;
if (!contract || contract.scrapeInterval === 0)
return [];
return [...selected(query, 'declared'), ...upOf(query, contract)].flatMap(({ selector, name }) => {
const milliseconds = (0, duration.E)(selector.range ?? '');
const call = selector.within[0];
return milliseconds !== undefined && call && NEEDS_TWO.has(call.name)
? [
{
from: selector.from,
name: call.name,
text: `${name}[${selector.range}]`,
milliseconds,
interval: contract.scrapeInterval,
},
]
: [];
});
}
const upOf = ({ parsed }, contract) => contract.values('service') === undefined
? []
: parsed.selectors.filter(({ metric }) => metric === 'up').map((selector) => ({ selector, name: 'up' }));
const shortRange = {
code: 'query/short-range',
severity: 'error',
what: 'A range is not longer than the scrape interval.',
why: '`rate`, `increase` and similar functions need two samples. The range never has more than one: the query never returns anything.',
bad: 'rate(\u25b8requests_total[15s])',
good: 'rate(requests_total[1m])',
check(query, { report }) {
for (const { from, name, text, milliseconds, interval } of rangesOf(query))
if (milliseconds <= interval)
report(from, `\`${text}\` never has two samples, which \`${name}\` needs: the scrape interval is ${interval / 1000}s.`, `Use at least four scrape intervals: \`[${(4 * interval) / 1000}s]\` or longer.`);
},
};
;
const sparse_range_panel = (query) => (0, examples.z)({ target: `"refId": "A", "expr": ${query}` });
const sparseRange = {
code: 'query/sparse-range',
severity: 'warning',
what: 'A range is shorter than two scrape intervals, or may be.',
why: '`rate`, `increase` and similar functions need two samples: the result has gaps. `$__interval` of a panel is as short as one scrape interval.',
bad: { path: 'd.json', text: sparse_range_panel('\u25b8"rate(requests_total[$__interval])"') },
good: { path: 'd.json', text: sparse_range_panel('"rate(requests_total[$__rate_interval])"') },
check(query, { report }) {
for (const { from, name, text, milliseconds, interval } of rangesOf(query))
if (milliseconds > interval && milliseconds < 2 * interval)
report(from, `\`${text}\` does not always have two samples, which \`${name}\` needs: the scrape interval is ${interval / 1000}s.`, `Use at least four scrape intervals: \`[${(4 * interval) / 1000}s]\` or longer.`);
const [, name] = PANEL_INTERVAL.exec(query.text) ?? [];
const isLong = ((0, duration.E)(query.minStep?.replace(/^>/, '') ?? '') ?? 0) >=
2 * (query.contract?.scrapeInterval ?? 0);
const [declared] = selected(query, 'declared');
if (query.kind === 'panel' && name && declared && !isLong)
report(declared.selector.from, `\`${name}\` over \`$__interval\`: zoomed in, it has less than two samples, and the panel is empty.`, 'Use `$__rate_interval`, which is at least four scrape intervals long.');
},
};
const PANEL_INTERVAL = /\b(rate|irate|increase|delta|idelta|deriv)\s*\([^()[\]]{0,2000}\[\s*\$(?:__interval\b|\{__interval\})\s*\]/;
;
const querySyntax = {
code: 'query/syntax',
severity: 'error',
what: 'A query is not valid PromQL.',
why: 'A panel shows an error; Prometheus does not load a rule file with such a query, and does not start with it.',
bad: 'rate(\u25b8requests_total)',
good: 'rate(requests_total[5m])',
check({ text, kind, parsed }, { report }) {
const isGrafana = kind === 'rule' && /\$__|\$\{|\[\[/.test(text);
for (const error of parsed.errors)
if (error.kind !== 'limit')
report(error.from, error.message.replace(/[^?]$/, '$&.'), isGrafana
? "Grafana's variables and macros belong to dashboards: write a duration such as 5m."
: 'Try it on the query page of Prometheus.');
},
};
;
const undeclaredMetric = {
code: 'query/undeclared-metric',
severity: 'warning',
what: 'A query reads a metric that no service declares.',
why: 'The name may be misspelled, and the verification does not check that the metric exists.',
bad: '\u25b8user',
good: 'users',
check(query, { report }) {
const all = selected(query, 'unknown').filter(({ known }) => query.isOurs || known.hint !== undefined);
for (const { selector, name, known } of all)
if (!known.recorded)
report(selector.from, `No service declares the metric \`${name}\`.`, known.hint ?? 'Declare it under `metrics` of its service, or correct the name.');
},
};
;
const unrecordedMetric = {
code: 'query/unrecorded-metric',
severity: 'warning',
what: 'A query reads the result of a recording rule that does not exist in the repository.',
why: 'By convention, a name with a colon is that of a recording rule.',
bad: '\u25b8service:users:sum',
good: 'users',
check(query, { report }) {
for (const { selector, name, known } of selected(query, 'unknown'))
if (known.recorded)
report(selector.from, `No rule records \`${name}\`.`, known.hint ?? 'Add the recording rule, or correct the name.');
},
};
;
const queryRules = [
querySyntax,
bucketOfSummary,
noSuchSeries,
neverMatches,
shortRange,
quantileRange,
lostBuckets,
undeclaredMetric,
unrecordedMetric,
maybeSummary,
rawCounter,
rateOfGauge,
rateOfSum,
ratioOfItself,
literalPattern,
sparseRange,
experimentalInPanel,
queryLimit,
];
;
const lintQuery = (text, about) => lintReadQuery(text, readQuery(text, about.kind), about);
function lintReadQuery(text, { parsed, text: parsedText, exact }, { kind, contract, isOurs, minStep }) {
const selected = selectedBy(parsed.selectors, contract);
const query = { text, kind, parsed, parsedText, contract, selected, isOurs, minStep };
const reports = (0, rule.tu)(queryRules, query);
return { parsed, reports: reports.map((one) => ({ ...one, at: exact ? one.at : undefined })) };
}
const readQuery = (text, kind) => kind === 'panel' ? (0, variables.O)(text) : { text, parsed: (0, parse.v)(text), exact: true };
}),
1165: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
O: () => (parsePanelQuery),
n: () => (isOpen)
});
var __import_0__ = __webpack_require__(71443);
var __import_1__ = __webpack_require__(95989);
const IN_TEXT = '\uE000';
const NAME = 'grafana__variable';
const isOpen = (text) => text.includes(IN_TEXT) || text.includes(NAME);
function parsePanelQuery(query) {
const found = (0, __import_0__.Ft)(query);
if (found.length === 0)
return { text: query, parsed: (0, __import_1__.v)(query), exact: true };
const first = parseWith(query, NAME);
const isCertain = found.every(({ place }) => place === 'text' || place === 'range') || !isBalanced(query);
if (first.parsed.ok || isCertain)
return { ...first, exact: false };
const numbers = parseWith(query, '1');
return numbers.parsed.ok
? { ...numbers, exact: false }
: { text: first.text, parsed: { ...first.parsed, errors: [] }, exact: false };
}
function parseWith(query, anywhere) {
const text = (0, __import_0__.TH)(query, (reference) => placeholderFor(reference, anywhere));
return { text, parsed: (0, __import_1__.v)(text) };
}
function placeholderFor({ place, name }, anywhere) {
if (place === 'text')
return IN_TEXT;
if (place === 'range')
return '5m';
if (place === 'matcher')
return `${NAME}="x"`;
if (place === 'label')
return NAME;
return /_(?:ms|s)$|^__(?:from|to)$/.test(name) ? '1' : anywhere;
}
function isBalanced(query) {
const open = [];
for (const [token] of query.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*|["'`()[\]{}]/g)) {
if (/^["'`]$/.test(token))
return false;
if ('([{'.includes(token))
open.push(token);
else if (')]}'.includes(token) && open.pop() !== { ')': '(', ']': '[', '}': '{' }[token])
return false;
}
return open.length === 0;
}
})
};
