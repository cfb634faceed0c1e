export const id = 8935;
export const ids = [8935];
export const modules = {
321: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K2: () => (checkMatching),
YJ: () => (grouping),
fA: () => (matchingOf),
fU: () => (checkDuration),
r0: () => (argumentRange),
vh: () => (argumentCount)
});
var __import_0__ = __webpack_require__(99699);
var __import_1__ = __webpack_require__(75124);
function matchingOf(clause, walk) {
const parts = (0, __import_1__.Y_)(clause);
const [names = [], included = []] = parts
.filter(({ name }) => name === 'GroupingLabels')
.map((part) => labelNames(part, walk));
const has = (word) => parts.some(({ name }) => name === word);
const many = has('GroupLeft') ? 'left' : has('GroupRight') ? 'right' : undefined;
return { kind: has('On') ? 'on' : 'ignoring', names, many, included };
}
function checkMatching(clause, about, walk) {
const parts = (0, __import_1__.Y_)(clause);
const [on, include] = parts
.filter((part) => part.name === 'GroupingLabels')
.map((part) => labelNames(part, walk));
const group = parts.find((part) => part.name === 'GroupLeft' || part.name === 'GroupRight');
if (!about.vectors) {
if (on && on.length > 0)
(0, __import_1__.CN)(walk, clause, `${(0, __import_1__.rI)(walk, clause)} needs instant vectors on both sides`);
}
else if (group && about.set)
(0, __import_1__.CN)(walk, group, `${(0, __import_1__.rI)(walk, group)} cannot be combined with and, or, unless`);
const both = parts[0]?.name === 'On' ? include?.find((label) => on?.includes(label)) : undefined;
if (both !== undefined)
(0, __import_1__.CN)(walk, clause, `Label ${JSON.stringify(both)} is both in on and in the group clause`);
}
function labelNames(node, walk) {
return (0, __import_1__.Y_)(node).map((label) => {
const name = label.name === 'QuotedLabelName' ? (0, __import_0__.w)(label, walk) : (0, __import_1__.rI)(walk, label);
if (name === '')
(0, __import_1__.CN)(walk, label, 'A label needs a name');
return name;
});
}
function grouping(modifier, walk) {
const [kind, list] = modifier ? (0, __import_1__.Y_)(modifier) : [];
return { kind: kind?.name === 'Without' ? 'without' : 'by', names: list ? labelNames(list, walk) : [] };
}
const argumentCount = (n) => `${n} argument${n === 1 ? '' : 's'}`;
function argumentRange({ takes: { length }, optional, repeat }) {
if (repeat > 0)
return `at least ${argumentCount(length - optional)}`;
return optional > 0 ? `${length - optional} or ${argumentCount(length)}` : argumentCount(length);
}
function checkDuration(node, walk) {
if (/^(?:-.*|\+?\s*(?:0[a-z]*)+)$/i.test((0, __import_1__.rI)(walk, node)) &&
!/[-+*/%^(]/.test((0, __import_1__.rI)(walk, node).slice(1)))
(0, __import_1__.CN)(walk, node, 'A range must be longer than 0');
}
}),
90303: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
NK: () => (promqlAnyOf),
Tf: () => (promqlName),
ZD: () => (promqlString),
nH: () => (withLabel)
});
var __import_0__ = __webpack_require__(59459);
const promqlString = (text) => JSON.stringify(text);
const promqlName = (name) => ((0, __import_0__.S6)(name) ? name : `{${promqlString(name)}}`);
function promqlAnyOf(texts) {
const escaped = [...new Set(texts)].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
return promqlString(escaped.join('|'));
}
const withLabel = (expr, name, value) => `label_replace(${expr}, ${promqlString(name)}, ${promqlString(value)}, "", "")`;
}),
95989: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
v: () => (parsePromql)
});
var index_es = __webpack_require__(86828);
var clauses = __webpack_require__(321);
;
const TYPES = { v: 'vector', m: 'matrix', s: 'scalar', t: 'string' };
const BY_ARGUMENTS = {
v: `abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg histogram_count
    histogram_sum histogram_stddev histogram_stdvar ln log10 log2 rad scalar sgn sin sinh sort sort_desc sqrt
    start_timestamp tan tanh timestamp`,
'v?': 'days_in_month day_of_month day_of_week day_of_year hour minute month year',
m: `absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta increase irate
    last_over_time mad_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time
    stdvar_over_time sum_over_time ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time
    ts_of_min_over_time`,
'': 'end pi range start step time',
s: 'vector',
ss: 'max_of min_of',
sv: 'histogram_quantile',
sm: 'quantile_over_time',
ssv: 'histogram_fraction',
vs: 'clamp_max clamp_min',
'vs?': 'round',
vss: 'clamp',
'vv?': 'info',
ms: 'predict_linear',
mss: 'double_exponential_smoothing',
vtttt: 'label_replace',
'vttt*': 'label_join',
'vt*': 'sort_by_label sort_by_label_desc',
'vtss*': 'histogram_quantiles',
};
const RETURNS_SCALAR = new Set(['end', 'max_of', 'min_of', 'pi', 'range', 'scalar', 'start', 'step', 'time']);
const EXPERIMENTAL = new Set(`double_exponential_smoothing end histogram_quantiles info mad_over_time max_of min_of range sort_by_label
  sort_by_label_desc start start_timestamp step ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time
  ts_of_min_over_time`.split(/\s+/));
const MOST_REPEATS = { histogram_quantiles: 9 };
const SIGNATURES = new Map(Object.entries(BY_ARGUMENTS).flatMap(([takes, names]) => names.split(/\s+/).map((name) => [
name,
{
takes: takes.match(/[a-z]/g)?.map((letter) => TYPES[letter] ?? 'vector') ?? [],
optional: /[?*]$/.test(takes) ? 1 : 0,
repeat: takes.endsWith('*') ? (MOST_REPEATS[name] ?? Number.POSITIVE_INFINITY) : 0,
returns: RETURNS_SCALAR.has(name) ? 'scalar' : 'vector',
experimental: EXPERIMENTAL.has(name),
},
])));
const signatureOf = (name) => SIGNATURES.get(name);
const PARAMETERS = {
topk: 'scalar',
bottomk: 'scalar',
quantile: 'scalar',
limitk: 'scalar',
limit_ratio: 'scalar',
count_values: 'string',
};
const EXPERIMENTAL_AGGREGATIONS = ['limitk', 'limit_ratio'];
var duration = __webpack_require__(39386);
var syntax = __webpack_require__(75124);
;
function literal(node, walk) {
const parts = (0, syntax.Y_)(node);
if (node.name === 'ParenExpr')
return parts[0] && literal(parts[0], walk);
if (node.name === 'UnaryExpr') {
const value = parts[1] && literal(parts[1], walk);
return value === undefined
? undefined
: (0, syntax.rI)(walk, node).trimStart().startsWith('-')
? -value
: value;
}
if (node.name !== 'NumberDurationLiteral')
return undefined;
const text = (0, syntax.rI)(walk, node).replaceAll('_', '');
const value = /^[\d.]+(?:e[-+]?\d+)?$|^0x[\da-f]+$/i.test(text) ? Number(text) : durationSeconds(text);
return value === undefined || Number.isNaN(value) ? undefined : value;
}
function durationSeconds(text) {
const milliseconds = (0, duration.E)(text);
return milliseconds === undefined ? undefined : milliseconds / 1000;
}
const FLIPPED = { '>': '<', '<': '>', '>=': '<=', '<=': '>=', '==': '==', '!=': '!=' };
function boundsOf(node, walk) {
const parts = (0, syntax.Y_)(node);
if (node.name === 'ParenExpr')
return parts[0] && boundsOf(parts[0], walk);
const [left, op, right] = parts;
if (node.name !== 'BinaryExpr' || !left || !op || !right || parts.length !== 3)
return undefined;
const sign = (0, syntax.rI)(walk, op);
const [number, other] = [literal(right, walk), literal(left, walk)];
if (!(sign in FLIPPED) || (number === undefined) === (other === undefined))
return undefined;
const [inner, bound] = number === undefined
? [right, { op: FLIPPED[sign] ?? sign, value: other ?? 0 }]
: [left, { op: sign, value: number }];
const nested = boundsOf(inner, walk);
const base = nested?.base ?? (0, syntax.rI)(walk, inner).replace(/\s+/g, '');
return { base, bounds: [...(nested?.bounds ?? []), bound] };
}
function isEmpty(bounds) {
let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
let isOpen = false;
for (const { op, value } of bounds) {
if (/^(?:>=?|==)$/.test(op) && value >= low)
[low, isOpen] = [value, (value === low && isOpen) || op === '>'];
if (/^(?:<=?|==)$/.test(op) && value <= high)
[high, isOpen] = [value, isOpen || op === '<'];
}
const excluded = bounds.some(({ op, value }) => op === '!=' && low === high && value === low);
return low > high || (low === high && (isOpen || excluded));
}
function checkBounds(node, walk) {
const [left, op, right] = (0, syntax.Y_)(node);
const own = boundsOf(node, walk);
const isAnd = op?.name === 'And' && (0, syntax.Y_)(node).length === 3;
const sides = isAnd && left && right ? [boundsOf(left, walk), boundsOf(right, walk)] : [];
const [one, other] = sides;
const bounds = own?.bounds ?? (one && other && one.base === other.base ? [...one.bounds, ...other.bounds] : []);
if (bounds.length < 2 || !isEmpty(bounds))
return;
const text = bounds.map(({ op: sign, value }) => `${sign} ${value}`).join(' and ');
walk.emptyRanges.push({ text, from: node.from });
}
var selector = __webpack_require__(99699);
;
const MAX_DEPTH = 1_000;
class TooDeep extends Error {
}
function checkQuery(tree, query) {
const walk = { query, errors: [], ...(0, syntax.Sb)(), depth: 0 };
const top = (0, syntax.Y_)(tree.topNode)[0];
try {
const type = top && typeOf(top, [], walk);
const { errors, selectors, experimental, parameters, emptyRanges } = walk;
return { ok: errors.length === 0, errors, selectors, experimental, parameters, emptyRanges, type };
}
catch (error) {
if (!(error instanceof TooDeep))
throw error;
const limit = { message: `The query nests deeper than ${MAX_DEPTH} levels`, from: 0, to: query.length };
return {
ok: false,
errors: [{ kind: 'limit', ...limit }],
...(0, syntax.Sb)(),
type: undefined,
};
}
}
const HANDLERS = {
NumberDurationLiteral: () => 'scalar',
StringLiteral: (node, _, walk) => {
(0, selector.w)(node, walk);
return 'string';
},
ParenExpr: (node, within, walk) => operand(node, within, walk),
UnaryExpr: unary,
BinaryExpr: binary,
AggregateExpr: aggregate,
FunctionCall: call,
VectorSelector: (node, within, walk) => {
(0, selector.I)(node, { within, range: undefined }, walk);
return 'vector';
},
MatrixSelector: matrix,
SubqueryExpr: subquery,
OffsetExpr: modified,
StepInvariantExpr: modified,
AnchoredExpr: modified,
SmoothedExpr: modified,
};
function typeOf(node, within, walk) {
if (++walk.depth > MAX_DEPTH)
throw new TooDeep();
const type = HANDLERS[node.name]?.(node, within, walk) ?? 'vector';
walk.depth--;
return type;
}
function operand(node, within, walk) {
const [inner] = (0, syntax.Y_)(node).filter((child) => child.name in HANDLERS);
return inner ? typeOf(inner, within, walk) : 'vector';
}
const isNumeric = (type) => type === 'scalar' || type === 'vector';
const NAMES = {
vector: 'an instant vector',
matrix: 'a range vector',
scalar: 'a number',
string: 'a string',
};
function unary(node, within, walk) {
const type = operand(node, within, walk);
if (!isNumeric(type))
(0, syntax.CN)(walk, node, `A sign cannot precede ${NAMES[type]}`);
return type;
}
const COMPARISONS = new Set(['Eql', 'Neq', 'Gte', 'Gtr', 'Lte', 'Lss']);
const SETS = new Set(['And', 'Or', 'Unless']);
function binary(node, within, walk) {
const parts = (0, syntax.Y_)(node);
const [left, op] = parts;
const right = parts.at(-1);
if (!left || !op || !right)
return 'vector';
const types = [left, right].map((side) => {
const type = typeOf(side, within, walk);
if (!isNumeric(type))
(0, syntax.CN)(walk, side, `${(0, syntax.rI)(walk, op)} needs numbers or instant vectors on both sides, not ${NAMES[type]}`);
return type;
});
const scalars = types.filter((type) => type === 'scalar').length;
const modifiers = parts.slice(2, -1);
const bool = modifiers.some((part) => part.name === 'BoolModifier');
if (bool && !COMPARISONS.has(op.name))
(0, syntax.CN)(walk, op, 'bool is allowed only in comparisons');
if (COMPARISONS.has(op.name) && scalars === 2 && !bool)
(0, syntax.CN)(walk, op, `A comparison of two numbers needs bool: ${(0, syntax.rI)(walk, op)} bool`);
if (SETS.has(op.name) && scalars > 0)
(0, syntax.CN)(walk, op, `${(0, syntax.rI)(walk, op)} needs instant vectors on both sides`);
const clause = modifiers.find((part) => part.name === 'MatchingModifierClause');
checkBounds(node, walk);
if (clause)
(0, clauses.K2)(clause, { set: SETS.has(op.name), vectors: types.every((t) => t === 'vector') }, walk);
for (const fill of modifiers.filter((part) => part.name.startsWith('Fill'))) {
walk.experimental.push({ name: 'fill', from: fill.from, to: fill.to });
if (SETS.has(op.name))
(0, syntax.CN)(walk, fill, `fill cannot be combined with ${(0, syntax.rI)(walk, op)}`);
}
return scalars === 2 ? 'scalar' : 'vector';
}
function aggregate(node, within, walk) {
const parts = (0, syntax.Y_)(node);
const op = parts.find((part) => part.name === 'AggregateOp');
const body = parts.find((part) => part.name === 'FunctionCallBody');
if (!op || !body)
return 'vector';
const name = (0, syntax.rI)(walk, op).toLowerCase();
const modifier = parts.find((part) => part.name === 'AggregateModifier');
const enclosing = { name, labels: (0, clauses.YJ)(modifier, walk) };
if (EXPERIMENTAL_AGGREGATIONS.includes(name))
walk.experimental.push({ name, from: op.from, to: op.to });
const parameter = PARAMETERS[name];
const expected = parameter ? [parameter, 'vector'] : ['vector'];
const given = (0, syntax.Y_)(body);
const isComplete = given.length === expected.length;
if (!isComplete)
(0, syntax.CN)(walk, node, `${name} expects ${(0, clauses.vh)(expected.length)}, not ${given.length}`);
given.forEach((argument, i) => {
checkArgument(argument, { enclosing, expected: isComplete ? expected[i] : undefined, within }, walk);
});
return 'vector';
}
function call(node, within, walk) {
const [identifier, body] = (0, syntax.Y_)(node);
if (!identifier || !body)
return 'vector';
const name = (0, syntax.rI)(walk, identifier);
const signature = signatureOf(name);
if (!signature) {
(0, syntax.CN)(walk, identifier, `Unknown function ${JSON.stringify(name)}`);
return 'vector';
}
if (signature.experimental)
walk.experimental.push({ name, from: identifier.from, to: identifier.to });
const given = (0, syntax.Y_)(body);
const { takes, optional, repeat } = signature;
if (given.length < takes.length - optional || given.length > takes.length + repeat)
(0, syntax.CN)(walk, node, `${name} expects ${(0, clauses.r0)(signature)}, not ${given.length}`);
given.forEach((argument, i) => {
checkArgument(argument, { enclosing: { name }, expected: takes[i] ?? takes.at(-1), within }, walk);
});
return signature.returns;
}
function checkArgument(argument, context, walk) {
const { enclosing, expected, within } = context;
const { name } = enclosing;
if (name === 'info' && argument.name === 'VectorSelector' && argument.prevSibling?.name !== undefined)
return;
const value = expected === 'scalar' ? literal(argument, walk) : undefined;
if (value !== undefined)
walk.parameters.push({ name, value, from: argument.from });
const type = typeOf(argument, [enclosing, ...within], walk);
if (expected === undefined || type === expected)
return;
const hint = expected === 'matrix' && type === 'vector' ? ' such as x[5m]' : '';
(0, syntax.CN)(walk, argument, `${name} expects ${NAMES[expected]}${hint}, not ${NAMES[type]}`);
}
const RANGE_FIRST = 'The range must be before offset and @';
const RANGE_OF_SELECTOR = 'A range such as [5m] must follow a selector';
function matrix(node, within, walk) {
const [inner, range] = (0, syntax.Y_)(node);
if (!inner || !range)
return 'matrix';
(0, clauses.fU)(range, walk);
if (inner.name === 'VectorSelector')
(0, selector.I)(inner, { within, range: (0, syntax.rI)(walk, range) }, walk);
else {
(0, syntax.CN)(walk, node, MODIFIERS.has(inner.name) ? RANGE_FIRST : RANGE_OF_SELECTOR);
typeOf(inner, within, walk);
}
return 'matrix';
}
function subquery(node, within, walk) {
const [inner, ...durations] = (0, syntax.Y_)(node);
for (const part of durations)
(0, clauses.fU)(part, walk);
const type = inner ? typeOf(inner, within, walk) : 'vector';
if (type !== 'vector')
(0, syntax.CN)(walk, node, `A subquery needs an instant vector, not ${NAMES[type]}`);
return 'matrix';
}
const MODIFIERS = new Set(['OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr']);
const MODIFIABLE = new Set(['VectorSelector', 'MatrixSelector', 'SubqueryExpr']);
const WORDS = {
OffsetExpr: 'offset',
StepInvariantExpr: '@',
AnchoredExpr: 'anchored',
SmoothedExpr: 'smoothed',
};
function modified(node, within, walk) {
const word = WORDS[node.name] ?? '';
if (word === 'anchored' || word === 'smoothed')
walk.experimental.push({ name: word, from: node.from, to: node.to });
const time = (0, syntax.Y_)(node).find((part) => part.name === 'NumberDurationLiteral');
if (time && word === '@' && /inf|nan/i.test((0, syntax.rI)(walk, time)))
(0, syntax.CN)(walk, time, '@ needs a finite time');
let inner = (0, syntax.Y_)(node)[0];
while (inner && (MODIFIERS.has(inner.name) || inner.name === 'UnaryExpr' || inner.name === 'BinaryExpr')) {
if (inner.name === node.name)
(0, syntax.CN)(walk, node, `${word} is used twice`);
inner = MODIFIERS.has(inner.name) ? (0, syntax.Y_)(inner)[0] : (0, syntax.Y_)(inner).at(-1);
}
if (inner && !MODIFIABLE.has(inner.name))
(0, syntax.CN)(walk, node, `${word} can only follow a selector or a subquery`);
return operand(node, within, walk);
}
;
const MAX_LENGTH = 100_000;
const strict = Object.setPrototypeOf({ ...index_es.K3D.configure({ strict: true }) }, Object.getPrototypeOf(index_es.K3D));
function parsePromql(query) {
if (query.length > MAX_LENGTH)
return refused('limit', `The query is longer than ${MAX_LENGTH} characters`, 0, query.length);
if (!/\S/.test(query))
return refused('syntax', 'The query is empty', 0, query.length);
const parsed = parse(query);
return parsed.ok ? checkQuery(parsed.tree, query) : syntaxError(query, parsed.at);
}
const OPEN_NUMBER = /(?<![\w.:])(\d{1,20})\.(?![\d\w])/g;
function parse(query) {
try {
return { ok: true, tree: strict.parse(query.replace(OPEN_NUMBER, '$1 ')) };
}
catch (error) {
const found = /^No parse at (\d+)/.exec(error instanceof Error ? error.message : '');
if (!found)
throw error;
return { ok: false, at: Number(found[1]) };
}
}
function refused(kind, message, from, to) {
return {
ok: false,
errors: [{ kind, message, from, to }],
...(0, syntax.Sb)(),
type: undefined,
};
}
const RENAMED = { holt_winters: 'double_exponential_smoothing' };
function syntaxError(query, offset) {
const before = query.slice(0, offset);
const after = query.slice(offset);
const called = after.startsWith('(')
? /(?<![a-zA-Z0-9_:])([a-zA-Z_:][a-zA-Z0-9_:]*)\s*$/.exec(before)
: null;
if (called?.[1]) {
const name = called[1];
const renamed = RENAMED[name];
const message = renamed
? `Unknown function ${JSON.stringify(name)}: Prometheus 3 calls it ${renamed}`
: `Unknown function ${JSON.stringify(name)}`;
return refused('syntax', message, called.index, called.index + name.length);
}
const token = /^(?:[a-zA-Z_:][a-zA-Z0-9_:]*|\d[\w.]*|[=!<>]=?~?|["'`]|\S)/.exec(after.trimStart())?.[0];
const from = token === undefined ? query.length : query.indexOf(token, offset);
const message = token === undefined ? 'The query ends too early' : `Unexpected ${JSON.stringify(token)}`;
return refused('syntax', `${message}${expectation(before, token)}`, from, from + (token?.length ?? 0));
}
function expectation(before, token) {
const open = openBrackets(before);
if (open === undefined)
return ': a quoted text before it is not closed';
const closing = { '(': ')', '[': ']', '{': '}' }[open.at(-1) ?? ''];
if (closing && token !== closing)
return `: is a ${JSON.stringify(closing)} missing before it?`;
return '';
}
function openBrackets(text) {
const open = [];
for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*|["'`()[\]{}]/g)) {
if (/^["'`]$/.test(token))
return undefined;
if ('([{'.includes(token))
open.push(token);
else if (')]}'.includes(token))
open.pop();
}
return open;
}
}),
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
99699: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
w: () => (quotedText),
I: () => (readSelector)
});
var patterns = __webpack_require__(10068);
;
const ESCAPES = {
a: '\x07',
b: '\b',
f: '\f',
n: '\n',
r: '\r',
t: '\t',
v: '\v',
'\\': '\\',
};
function unquote(literal) {
const quote = literal.charAt(0);
if (literal.length < 2 || !literal.endsWith(quote))
return { ok: false, error: 'A quoted text is not closed' };
const inner = literal.slice(1, -1);
if (quote === '`' || !inner.includes('\\'))
return { ok: true, value: inner };
let error;
const value = inner.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]?))/g, (written, x, u, U, octal, char) => {
const code = octal === undefined ? Number.parseInt(x ?? u ?? U ?? '', 16) : Number.parseInt(octal, 8);
if (char === undefined && code <= (octal === undefined ? 0x10ffff : 0xff))
return String.fromCodePoint(code);
if (char === quote)
return char;
const plain = ESCAPES[char ?? ''];
if (plain === undefined)
error ??= `Unknown escape ${written} in a quoted text: write the backslash twice`;
return plain ?? '';
});
return error === undefined ? { ok: true, value } : { ok: false, error };
}
var syntax = __webpack_require__(75124);
;
function readSelector(node, about, walk) {
const parts = (0, syntax.Y_)(node);
const written = parts.find((part) => part.name === 'Identifier');
const matchers = parts
.filter((part) => part.name === 'LabelMatchers')
.flatMap((part) => (0, syntax.Y_)(part).flatMap((matcher) => readMatcher(matcher, walk)));
const named = matchers.filter((matcher) => matcher.label === '__name__' && matcher.op === '=');
const names = [...(written ? [(0, syntax.rI)(walk, written)] : []), ...named.map((matcher) => matcher.value)];
if (written && matchers.some((matcher) => matcher.label === '__name__'))
(0, syntax.CN)(walk, node, 'The metric is named twice');
for (const matcher of matchers) {
const fault = matcher.op.endsWith('~') ? (0, patterns.r)(matcher.value) : undefined;
if (fault !== undefined)
walk.errors.push({ kind: 'syntax', message: fault, from: matcher.from, to: matcher.to });
}
if (!written && matchers.every((matcher) => (0, patterns.c)(matcher, '')))
(0, syntax.CN)(walk, node, 'A selector needs a metric or one matcher that does not match everything');
walk.selectors.push({
metric: names[0],
matchers: matchers.filter((matcher) => matcher !== named[0]),
within: about.within,
range: about.range,
from: node.from,
to: node.to,
});
}
function readMatcher(node, walk) {
const place = { from: node.from, to: node.to };
if (node.name === 'QuotedLabelName')
return [{ label: '__name__', op: '=', value: quotedText(node, walk), ...place }];
const [label, op, value] = (0, syntax.Y_)(node);
if (!label || !op || !value)
return [];
const name = label.name === 'QuotedLabelName' ? quotedText(label, walk) : (0, syntax.rI)(walk, label);
return [
{ label: name, op: (0, syntax.rI)(walk, op), value: quotedText(value, walk), ...place },
];
}
function quotedText(node, walk) {
const read = unquote((0, syntax.rI)(walk, node));
if (read.ok)
return read.value;
(0, syntax.CN)(walk, node, read.error);
return '';
}
}),
75124: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CN: () => (addError),
Sb: () => (nothingFound),
Y_: () => (children),
rI: () => (sourceText)
});
const nothingFound = () => ({
selectors: [],
experimental: [],
parameters: [],
emptyRanges: [],
});
const sourceText = (walk, node) => walk.query.slice(node.from, node.to);
function addError(walk, node, message) {
walk.errors.push({ kind: 'syntax', message, from: node.from, to: node.to });
}
function children(node) {
const found = [];
for (let child = node.firstChild; child; child = child.nextSibling)
if (child.name !== 'LineComment')
found.push(child);
return found;
}
})
};
