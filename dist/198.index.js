export const id = 198;
export const ids = [198];
export const modules = {

/***/ 198:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ parsePromql)
});

// EXTERNAL MODULE: ./node_modules/@prometheus-io/lezer-promql/dist/index.es.js + 3 modules
var index_es = __webpack_require__(6828);
;// CONCATENATED MODULE: ./build/lib/promql/functions.js
const TYPES = { v: 'vector', m: 'matrix', s: 'scalar', t: 'string' };
/**
 * Every function of Prometheus 3.14 by what it takes: one letter for each argument (vector, matrix, scalar, text),
 * `?` behind one that may be left out, `*` behind one that may be left out or repeated.
 */
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
const GIVES_SCALAR = new Set(['end', 'max_of', 'min_of', 'pi', 'range', 'scalar', 'start', 'step', 'time']);
const EXPERIMENTAL = new Set(`double_exponential_smoothing end histogram_quantiles info mad_over_time max_of min_of range sort_by_label
  sort_by_label_desc start start_timestamp step ts_of_first_over_time ts_of_last_over_time ts_of_max_over_time
  ts_of_min_over_time`.split(/\s+/));
/** Of histogram_quantiles, Prometheus takes ten quantiles at most. */
const MOST_REPEATS = { histogram_quantiles: 9 };
const SIGNATURES = new Map(Object.entries(BY_ARGUMENTS).flatMap(([takes, names]) => names.split(/\s+/).map((name) => [
    name,
    {
        takes: takes.match(/[a-z]/g)?.map((letter) => TYPES[letter] ?? 'vector') ?? [],
        optional: /[?*]$/.test(takes) ? 1 : 0,
        repeat: takes.endsWith('*') ? (MOST_REPEATS[name] ?? Number.POSITIVE_INFINITY) : 0,
        gives: GIVES_SCALAR.has(name) ? 'scalar' : 'vector',
        experimental: EXPERIMENTAL.has(name),
    },
])));
/** Undefined: Prometheus knows no such function. */
const signatureOf = (name) => SIGNATURES.get(name);
/** Aggregations that take a parameter before the vector, and its type. */
const PARAMETERS = {
    topk: 'scalar',
    bottomk: 'scalar',
    quantile: 'scalar',
    limitk: 'scalar',
    limit_ratio: 'scalar',
    count_values: 'string',
};
const EXPERIMENTAL_AGGREGATIONS = ['limitk', 'limit_ratio'];

// EXTERNAL MODULE: ./build/lib/promql/text.js
var promql_text = __webpack_require__(9448);
;// CONCATENATED MODULE: ./build/lib/promql/walk.js
/** A node as it is written. */
const walk_text = (walk, node) => walk.query.slice(node.from, node.to);
/** Notes what Prometheus would refuse. */
function fail(walk, node, message) {
    walk.errors.push({ kind: 'syntax', message, from: node.from, to: node.to });
}
/** Without comments, which the grammar keeps between any two parts. */
function children(node) {
    const found = [];
    for (let child = node.firstChild; child; child = child.nextSibling)
        if (child.name !== 'LineComment')
            found.push(child);
    return found;
}

;// CONCATENATED MODULE: ./build/lib/promql/selector.js


/** Notes a vector selector with all its matchers. */
function readSelector(node, about, walk) {
    const parts = children(node);
    const written = parts.find((part) => part.name === 'Identifier');
    const matchers = parts
        .filter((part) => part.name === 'LabelMatchers')
        .flatMap((part) => children(part).flatMap((matcher) => readMatcher(matcher, walk)));
    const named = matchers.filter((matcher) => matcher.label === '__name__' && matcher.op === '=');
    const names = [...(written ? [walk_text(walk, written)] : []), ...named.map((matcher) => matcher.value)];
    if (written && matchers.some((matcher) => matcher.label === '__name__'))
        fail(walk, node, 'The metric is named twice');
    for (const matcher of matchers) {
        const fault = matcher.op.endsWith('~') ? (0,promql_text/* patternFault */.rG)(matcher.value) : undefined;
        if (fault !== undefined)
            walk.errors.push({ kind: 'syntax', message: fault, from: matcher.from, to: matcher.to });
    }
    if (!written && matchers.every((matcher) => (0,promql_text/* matches */.cK)(matcher, '')))
        fail(walk, node, 'A selector needs a metric or one matcher that does not match everything');
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
    const [label, op, value] = children(node);
    if (!label || !op || !value)
        return [];
    const name = label.name === 'QuotedLabelName' ? quotedText(label, walk) : walk_text(walk, label);
    return [{ label: name, op: walk_text(walk, op), value: quotedText(value, walk), ...place }];
}
/** The value of a quoted text; a fault in it is noted. */
function quotedText(node, walk) {
    const read = (0,promql_text/* unquote */._n)(walk_text(walk, node));
    if (read.ok)
        return read.value;
    fail(walk, node, read.error);
    return '';
}

;// CONCATENATED MODULE: ./build/lib/promql/check.js



/** Nesting that no person writes; keeps the recursion below within the stack. */
const MAX_DEPTH = 1_000;
class TooDeep extends Error {
}
/** The rules that are beyond a grammar: types, numbers of arguments, what may follow what. As Prometheus 3.14 has them. */
function check(tree, query) {
    const walk = { query, errors: [], selectors: [], joins: [], experimental: [], depth: 0 };
    const top = children(tree.topNode)[0];
    try {
        const type = top && typeOf(top, [], walk);
        const { errors, selectors, joins, experimental } = walk;
        return { ok: errors.length === 0, errors, selectors, joins, experimental, type };
    }
    catch (error) {
        if (!(error instanceof TooDeep))
            throw error;
        const limit = { message: `The query nests deeper than ${MAX_DEPTH} levels`, from: 0, to: query.length };
        return {
            ok: false,
            errors: [{ kind: 'limit', ...limit }],
            selectors: [],
            joins: [],
            experimental: [],
            type: undefined,
        };
    }
}
const HANDLERS = {
    NumberDurationLiteral: () => 'scalar',
    StringLiteral: (node, _, walk) => {
        quotedText(node, walk);
        return 'string';
    },
    ParenExpr: (node, within, walk) => operand(node, within, walk),
    UnaryExpr: unary,
    BinaryExpr: binary,
    AggregateExpr: aggregate,
    FunctionCall: call,
    VectorSelector: (node, within, walk) => {
        readSelector(node, { within, range: undefined }, walk);
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
/** The type of the first expression inside a node. */
function operand(node, within, walk) {
    const [inner] = children(node).filter((child) => child.name in HANDLERS);
    return inner ? typeOf(inner, within, walk) : 'vector';
}
const isNumeric = (type) => type === 'scalar' || type === 'vector';
/** As Prometheus' documentation calls the types. */
const NAMES = {
    vector: 'an instant vector',
    matrix: 'a range vector',
    scalar: 'a number',
    string: 'a text',
};
function unary(node, within, walk) {
    const type = operand(node, within, walk);
    if (!isNumeric(type))
        fail(walk, node, `A sign cannot stand before ${NAMES[type]}`);
    return type;
}
const COMPARISONS = new Set(['Eql', 'Neq', 'Gte', 'Gtr', 'Lte', 'Lss']);
const SETS = new Set(['And', 'Or', 'Unless']);
function binary(node, within, walk) {
    const parts = children(node);
    const [left, op] = parts;
    const right = parts.at(-1);
    if (!left || !op || !right)
        return 'vector';
    const inSides = [];
    const types = [left, right].map((side) => {
        const before = walk.selectors.length;
        const type = typeOf(side, within, walk);
        inSides.push(walk.selectors.slice(before, before + 2));
        if (!isNumeric(type))
            fail(walk, side, `${walk_text(walk, op)} needs numbers or instant vectors on both sides, not ${NAMES[type]}`);
        return type;
    });
    const scalars = types.filter((type) => type === 'scalar').length;
    const modifiers = parts.slice(2, -1);
    const bool = modifiers.some((part) => part.name === 'BoolModifier');
    if (bool && !COMPARISONS.has(op.name))
        fail(walk, op, 'bool belongs to comparisons alone');
    if (COMPARISONS.has(op.name) && scalars === 2 && !bool)
        fail(walk, op, `A comparison of two numbers needs bool: ${walk_text(walk, op)} bool`);
    if (SETS.has(op.name) && scalars > 0)
        fail(walk, op, `${walk_text(walk, op)} needs instant vectors on both sides`);
    const clause = modifiers.find((part) => part.name === 'MatchingModifierClause');
    const [[one, ...ones] = [], [other, ...others] = []] = inSides;
    if (one && other && ones.length + others.length + scalars === 0)
        walk.joins.push({
            op: walk_text(walk, op),
            ...{ left: one, right: other, depth: within.length, from: node.from },
            matching: clause && matchingLabels(clause, walk),
        });
    if (clause)
        matching(clause, { set: SETS.has(op.name), vectors: types.every((t) => t === 'vector') }, walk);
    for (const fill of modifiers.filter((part) => part.name.startsWith('Fill'))) {
        walk.experimental.push({ name: 'fill', from: fill.from, to: fill.to });
        if (SETS.has(op.name))
            fail(walk, fill, `fill does not go with ${walk_text(walk, op)}`);
    }
    return scalars === 2 ? 'scalar' : 'vector';
}
function matchingLabels(clause, walk) {
    const parts = children(clause);
    const list = parts.find((part) => part.name === 'GroupingLabels');
    return { kind: parts[0]?.name === 'On' ? 'on' : 'ignoring', names: list ? labels(list, walk) : [] };
}
function matching(clause, about, walk) {
    const parts = children(clause);
    const [on, include] = parts
        .filter((part) => part.name === 'GroupingLabels')
        .map((part) => labels(part, walk));
    const group = parts.find((part) => part.name === 'GroupLeft' || part.name === 'GroupRight');
    if (!about.vectors) {
        if (on && on.length > 0)
            fail(walk, clause, `${walk_text(walk, clause)} needs instant vectors on both sides`);
    }
    else if (group && about.set)
        fail(walk, group, `${walk_text(walk, group)} does not go with and, or, unless`);
    const both = parts[0]?.name === 'On' ? include?.find((label) => on?.includes(label)) : undefined;
    if (both !== undefined)
        fail(walk, clause, `Label ${JSON.stringify(both)} stands both in on and in the group clause`);
}
function labels(node, walk) {
    return children(node).map((label) => {
        const name = label.name === 'QuotedLabelName' ? quotedText(label, walk) : walk_text(walk, label);
        if (name === '')
            fail(walk, label, 'A label needs a name');
        return name;
    });
}
function aggregate(node, within, walk) {
    const parts = children(node);
    const op = parts.find((part) => part.name === 'AggregateOp');
    const body = parts.find((part) => part.name === 'FunctionCallBody');
    if (!op || !body)
        return 'vector';
    const name = walk_text(walk, op).toLowerCase();
    const modifier = parts.find((part) => part.name === 'AggregateModifier');
    const around = { name, labels: grouping(modifier, walk) };
    if (EXPERIMENTAL_AGGREGATIONS.includes(name))
        walk.experimental.push({ name, from: op.from, to: op.to });
    const parameter = PARAMETERS[name];
    const wanted = parameter ? [parameter, 'vector'] : ['vector'];
    const given = children(body);
    if (given.length !== wanted.length)
        fail(walk, node, `${name} takes ${arguments_(wanted.length)}, not ${given.length}`);
    given.forEach((argument, i) => {
        expect(argument, { around, wanted: given.length === wanted.length ? wanted[i] : undefined, within }, walk);
    });
    return 'vector';
}
/** Without by or without, all labels go. */
function grouping(modifier, walk) {
    const [kind, list] = modifier ? children(modifier) : [];
    return { kind: kind?.name === 'Without' ? 'without' : 'by', names: list ? labels(list, walk) : [] };
}
const arguments_ = (n) => `${n} argument${n === 1 ? '' : 's'}`;
function call(node, within, walk) {
    const [identifier, body] = children(node);
    if (!identifier || !body)
        return 'vector';
    const name = walk_text(walk, identifier);
    const signature = signatureOf(name);
    if (!signature) {
        fail(walk, identifier, `There is no function ${JSON.stringify(name)}`);
        return 'vector';
    }
    if (signature.experimental)
        walk.experimental.push({ name, from: identifier.from, to: identifier.to });
    const given = children(body);
    const { takes, optional, repeat } = signature;
    if (given.length < takes.length - optional || given.length > takes.length + repeat)
        fail(walk, node, `${name} takes ${howMany(takes.length, optional, repeat)}, not ${given.length}`);
    given.forEach((argument, i) => {
        expect(argument, { around: { name }, wanted: takes[Math.min(i, takes.length - 1)], within }, walk);
    });
    return signature.gives;
}
function howMany(most, optional, repeat) {
    if (repeat > 0)
        return `at least ${arguments_(most - optional)}`;
    return optional > 0 ? `${most - optional} or ${arguments_(most)}` : arguments_(most);
}
function expect(argument, { around, wanted, within }, walk) {
    const { name } = around;
    // The second argument of info is a selector of labels, which may stay empty and selects no series by itself.
    if (name === 'info' && argument.name === 'VectorSelector' && argument.prevSibling?.name !== undefined)
        return;
    const type = typeOf(argument, [around, ...within], walk);
    if (wanted === undefined || type === wanted)
        return;
    const hint = wanted === 'matrix' && type === 'vector' ? ', such as [5m] makes it' : '';
    fail(walk, argument, `${name} takes ${NAMES[wanted]}${hint}, not ${NAMES[type]}`);
}
function matrix(node, within, walk) {
    const [inner, range] = children(node);
    if (!inner || !range)
        return 'matrix';
    duration(range, walk);
    if (inner.name === 'VectorSelector')
        readSelector(inner, { within, range: walk_text(walk, range) }, walk);
    else {
        const isSelection = MODIFIERS.has(inner.name);
        fail(walk, node, isSelection ? 'The range stands before offset and @' : 'A range such as [5m] follows a selector alone');
        typeOf(inner, within, walk);
    }
    return 'matrix';
}
function subquery(node, within, walk) {
    const [inner, ...durations] = children(node);
    for (const part of durations)
        duration(part, walk);
    const type = inner ? typeOf(inner, within, walk) : 'vector';
    if (type !== 'vector')
        fail(walk, node, `A subquery is made of an instant vector, not of ${NAMES[type]}`);
    return 'matrix';
}
/** A range or resolution that is a plain number or duration must be positive; a calculated one shows only later. */
function duration(node, walk) {
    if (/^(?:-.*|\+?\s*(?:0[a-z]*)+)$/i.test(walk_text(walk, node)) && !/[-+*/%^(]/.test(walk_text(walk, node).slice(1)))
        fail(walk, node, 'A range must be longer than 0');
}
const MODIFIERS = new Set(['OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr']);
const MODIFIABLE = new Set(['VectorSelector', 'MatrixSelector', 'SubqueryExpr']);
const WORDS = {
    OffsetExpr: 'offset',
    StepInvariantExpr: '@',
    AnchoredExpr: 'anchored',
    SmoothedExpr: 'smoothed',
};
/** `x offset 5m`, `x @ end()`: only behind selectors, each once, in any order. */
function modified(node, within, walk) {
    const word = WORDS[node.name] ?? '';
    if (word === 'anchored' || word === 'smoothed')
        walk.experimental.push({ name: word, from: node.from, to: node.to });
    const moment = children(node).find((part) => part.name === 'NumberDurationLiteral');
    if (moment && word === '@' && /inf|nan/i.test(walk_text(walk, moment)))
        fail(walk, moment, '@ needs a finite time');
    let inner = children(node)[0];
    // The grammar takes a modifier for one of the whole sum; it belongs to the last operand.
    while (inner && (MODIFIERS.has(inner.name) || inner.name === 'UnaryExpr' || inner.name === 'BinaryExpr')) {
        if (inner.name === node.name)
            fail(walk, node, `${word} stands there twice`);
        inner = MODIFIERS.has(inner.name) ? children(inner)[0] : children(inner).at(-1);
    }
    if (inner && !MODIFIABLE.has(inner.name))
        fail(walk, node, `${word} follows a selector or a subquery alone`);
    return operand(node, within, walk);
}

;// CONCATENATED MODULE: ./build/lib/promql.js


/** Prometheus would take longer queries; none that a person wrote is. Bounds the time that one query can take. */
const MAX_LENGTH = 100_000;
const strict = index_es/* parser */.K3D.configure({ strict: true });
/**
 * Reads a query as Prometheus 3 does, types and arguments included (its own parser checks those too).
 * Grafana's macros and variables are no PromQL: expand them first. Never throws.
 */
function parsePromql(query) {
    if (query.length > MAX_LENGTH)
        return refused('limit', `The query is longer than ${MAX_LENGTH} characters`, 0, query.length);
    if (!/\S/.test(query))
        return refused('syntax', 'The query is empty', 0, query.length);
    const parsed = parse(query);
    return parsed.ok ? check(parsed.tree, query) : syntaxError(query, parsed.at);
}
/** `5.` is a number for Prometheus and none for the grammar: its point gives way to a space, so that places stay. */
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
        selectors: [],
        joins: [],
        experimental: [],
        type: undefined,
    };
}
/** Functions that a newer Prometheus knows by another name. */
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
            ? `There is no function ${name} in Prometheus 3, where it is called ${renamed}`
            : `There is no function ${JSON.stringify(name)}`;
        return refused('syntax', message, called.index, called.index + name.length);
    }
    const token = /^(?:[a-zA-Z_:][a-zA-Z0-9_:]*|\d[\w.]*|[=!<>]=?~?|["'`]|\S)/.exec(after.trimStart())?.[0];
    const from = token === undefined ? query.length : query.indexOf(token, offset);
    const message = token === undefined ? 'The query ends too early' : `Unexpected ${JSON.stringify(token)}`;
    return refused('syntax', `${message}${expectation(before, token)}`, from, from + (token?.length ?? 0));
}
/** What is most likely missing: the closing of whatever is open. */
function expectation(before, token) {
    const open = openBrackets(before);
    if (open === undefined)
        return ': a quoted text before it is not closed';
    const closing = { '(': ')', '[': ']', '{': '}' }[open.at(-1) ?? ''];
    if (closing && token !== closing)
        return ` inside ${open.at(-1)}: is a ${JSON.stringify(closing)} missing before it?`;
    return '';
}
/** The brackets that are open at the end of a text; undefined when a quoted text is. */
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


/***/ }),

/***/ 9448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _n: () => (/* binding */ unquote),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   rG: () => (/* binding */ patternFault)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

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
/** The value of a quoted text, by Prometheus' rules: Go's escapes in "…" and '…', none in `…`. */
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
/** Longer patterns are taken for right and for matching anything: compiling them would take a second. */
const MAX_PATTERN = 10_000;
/** People use the same few patterns again and again; a long one takes megabytes when it is compiled. */
const MAX_KEPT = 200;
const MAX_KEPT_LENGTH = 500;
const compiled = new Map();
/** A pattern as Prometheus compiles it (RE2: no look-arounds, no back references); an undefined value: not compiled. */
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
        return { ok: true, value: re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(pattern, re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.DOTALL) };
    }
    catch (error) {
        if (!(error instanceof re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JSSyntaxException */ .pB))
            throw error;
        return { ok: false, error: `Not a regular expression that Prometheus takes: ${error.getDescription()}` };
    }
}
/** What is wrong with a pattern, or undefined. */
function patternFault(pattern) {
    const result = compile(pattern);
    return result.ok ? undefined : result.error;
}
/** Whether a matcher lets a label's value through (an absent label counts as empty). Patterns that are wrong match nothing. */
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


/***/ })

};
