export const id = 165;
export const ids = [165];
export const modules = {

/***/ 2366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ references),
/* harmony export */   Lq: () => (/* binding */ expandGrafana),
/* harmony export */   TH: () => (/* binding */ replaceReferences),
/* harmony export */   aO: () => (/* binding */ macros)
/* harmony export */ });
/** Grafana's own pattern, but for names that start with a digit: `$1` belongs to label_replace. */
const REFERENCE = /\$(?<short>[A-Za-z_]\w*)|\[\[(?<old>[A-Za-z_]\w*?)(?::(?<oldFormat>\w+))?\]\]|\$\{(?<long>[A-Za-z_]\w*)(?:\.[^:^}]+)?(?::(?<format>[^}]+))?\}/y;
/** What can begin a reference, or changes where the text stands. Escapes are taken whole; comments are left out. */
const TOKEN = /\$|\\[\s\S]|["'`#{}[\]]/g;
/** Every variable and macro of a Grafana query, in order. */
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
/**
 * A Grafana query with its variables and macros replaced, as Grafana does before it asks Prometheus; `unknown` are
 * the names that `variables` has no value for (they stay as they are). Give macros as variables too, see `macros`.
 */
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
/** Puts something in the place of each reference; undefined leaves it. */
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
/** One value goes in as it is; several become one regular expression, unless the reference names another format. */
function format(value, { format: wanted, quote }) {
    const values = typeof value === 'string' ? [value] : value;
    const inText = (text) => quote === '"' || quote === "'" ? text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) : text;
    switch (wanted) {
        case 'csv':
        case 'raw':
            return values.join(',');
        case 'pipe':
            return values.join('|');
        case 'doublequote':
            return values.map((v) => `"${v.replaceAll('"', '\\"')}"`).join(',');
        case 'singlequote':
            return values.map((v) => `'${v.replaceAll("'", "\\'")}'`).join(',');
        default: {
            if (typeof value === 'string' && wanted !== 'regex')
                return inText(value);
            const patterns = values.map((v) => inText(v.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
            return patterns.length === 1 ? (patterns[0] ?? '') : `(${patterns.join('|')})`;
        }
    }
}
/**
 * The values of Grafana's macros for a panel of this time range and resolution, all in milliseconds.
 * `$__rate_interval` is at least four scrapes long, as Grafana documents it.
 */
function macros(times) {
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


/***/ }),

/***/ 3165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ lintQuery)
});

// EXTERNAL MODULE: ./build/lib/promql/text.js
var promql_text = __webpack_require__(9448);
// EXTERNAL MODULE: ./build/lib/promql.js + 4 modules
var promql = __webpack_require__(198);
// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lint/stand-ins.js
var stand_ins = __webpack_require__(4209);
;// CONCATENATED MODULE: ./build/lint/query-contract.js




/** Whether what a selector asks for can be there, as far as the services declare it. */
function againstContract(selector, about, report) {
    const { contract } = about;
    const name = selector.metric;
    // What is unknown may come from elsewhere, with other labels.
    if (name === undefined || (0,stand_ins/* isOpen */.n)(name) || contract.series(name).kind !== 'unknown')
        for (const matcher of selector.matchers)
            labelValue(matcher, selector, contract, report);
    if (name === undefined || (0,stand_ins/* isOpen */.n)(name) || !contract.declares || isSelf(selector))
        return;
    const known = contract.series(name);
    if (known.kind === 'unknown')
        unknown(name, known, selector, report);
    if (known.kind === 'impossible' && !readsBoth(known, about))
        impossible(name, known, selector, report);
    if (known.kind !== 'declared')
        return;
    wrongService(name, known, { selector, contract }, report);
    usage(name, known, selector, report);
    assumedHistogram(known, { selector, ...about }, report);
}
const SELF = 'prometheus';
const isSelf = (selector) => selector.matchers.some(({ label, op, value }) => /^(?:job|service)$/.test(label) && op === '=' && value === SELF);
function labelValue(matcher, selector, contract, report) {
    if (matcher.op.startsWith('!') || (0,stand_ins/* isOpen */.n)(matcher.value) || (0,promql_text/* matches */.cK)(matcher, ''))
        return;
    if (matcher.label === 'instance' && matcher.op === '=' && !matcher.value.includes(':')) {
        const message = `No series has instance=${(0,catalog/* shown */.SP)(matcher.value)}: it is the address and port of a machine.`;
        report('promql-never', message, 'Leave it out, or select by service.', matcher.from);
    }
    const values = contract.values(matcher.label);
    // Alerts carry labels of their own, and so may series that rules record.
    if (!values || /^ALERTS|:/.test(selector.metric ?? '') || values.some((value) => (0,promql_text/* matches */.cK)(matcher, value)))
        return;
    report('promql-never', `No scraped series has ${matcher.label}${matcher.op}${(0,catalog/* shown */.SP)(matcher.value)}.`, `Values of ${matcher.label}: ${values.join(', ')}.`, matcher.from);
}
function unknown(name, known, { from }, report) {
    if (known.recorded)
        report('metric-unrecorded', `No rule records ${name}.`, known.hint ?? 'Add the recording rule, or correct the name.', from);
    else
        report('metric-undeclared', `No service declares the metric ${name}.`, known.hint ?? 'Declare it under metrics of its service, or correct the name.', from);
}
/** The query reads the series of another type as well: it is made for both. */
const readsBoth = ({ metric }, { contract, all }) => all.some(({ metric: name }) => {
    const other = name === undefined ? undefined : contract.series(name);
    return other?.kind === 'declared' && other.metric.name === metric.name;
});
function impossible(name, { metric, part }, { from }, report) {
    if (metric.type === 'summary' && part === '_bucket') {
        const hint = `Read ${metric.name}{quantile="0.95"}, or configure buckets in the service and declare a histogram.`;
        report('metric-bucket-of-summary', `${metric.name} is a summary and has no ${name}.`, hint, from);
        return;
    }
    const series = metric.type === 'histogram' ? `${metric.name}_bucket, _sum and _count` : metric.name;
    report('metric-no-such-series', name === metric.name
        ? `${name} is a ${metric.type}: no series has that name alone.`
        : `${metric.name} is a ${metric.type} and has no series ${name}.`, `Its series: ${series}.`, from);
}
/** The selector asks for the metric of a service that does not have it. */
function wrongService(name, { services }, { selector, contract }, report) {
    for (const matcher of selector.matchers)
        if (/^(?:service|job)$/.test(matcher.label) &&
            !(0,stand_ins/* isOpen */.n)(matcher.value) &&
            !services.some((service) => (0,promql_text/* matches */.cK)(matcher, service)) &&
            // Otherwise it was told already.
            contract.values(matcher.label)?.some((value) => (0,promql_text/* matches */.cK)(matcher, value)))
            report('promql-never', `${name} belongs to ${(0,lib_text/* list */.p_)(services)}, which ${matcher.label}${matcher.op}${(0,catalog/* shown */.SP)(matcher.value)} leaves out.`, `Use ${matcher.label}="${services[0]}", or leave it out.`, matcher.from);
}
const RATES = new Set(['rate', 'irate', 'increase']);
/** What makes sense of a counter beside its rate: whether it is there, whether it changed, when. */
const ON_COUNTERS = new Set([
    ...[
        'resets',
        'changes',
        'absent',
        'absent_over_time',
        'present_over_time',
        'count',
        'count_over_time',
        'group',
    ],
    ...['timestamp', 'count_values', 'idelta', 'delta', 'deriv', 'histogram_quantile'],
]);
function usage(name, { metric, part }, selector, report) {
    const around = selector.within.map(({ name }) => name);
    const counts = metric.type === 'counter' || part !== '';
    if (counts && !around.some((f) => RATES.has(f) || ON_COUNTERS.has(f)))
        report('metric-counter-raw', `${name} only ever grows, and starts at 0 again with its machine.`, `Use rate(${name}[5m]) or increase(${name}[1h]).`, selector.from);
    const rate = around.find((f) => RATES.has(f));
    if (metric.type === 'gauge' && rate)
        report('metric-rate-of-gauge', `${name} is a gauge: ${rate} takes every fall for a restart.`, `Use delta, deriv or avg_over_time.`, selector.from);
    for (const { label, from } of selector.matchers)
        if ((label === 'le' && part !== '_bucket') ||
            (label === 'quantile' && (metric.type !== 'summary' || part !== '')))
            report('promql-never', `${name} has no label ${label}.`, `Only ${label === 'le' ? 'the buckets of a histogram' : 'a summary'} have it.`, from);
    lostBuckets(name, selector, report);
}
/** histogram_quantile over sums that do not keep `le` answers nothing. */
function lostBuckets(name, selector, report) {
    const end = selector.within.findIndex(({ name }) => name === 'histogram_quantile');
    const lost = selector.within
        .slice(0, Math.max(end, 0))
        .find(({ labels }) => labels && labels.names.includes('le') === (labels.kind === 'without'));
    if (!lost || !name.endsWith('_bucket'))
        return;
    const kept = lost.labels?.kind === 'by' ? ['le', ...lost.labels.names] : ['le'];
    report('promql-no-le', `histogram_quantile needs the label le, which ${lost.name} drops.`, `Write ${lost.name} by (${kept.join(', ')}) (…).`, selector.from);
}
/** Buckets of a metric whose type nobody of this repository has declared, with nothing beside them for a summary. */
function assumedHistogram({ metric, part }, { selector, contract, all }, report) {
    if (!contract.assumed || part !== '_bucket' || all.some((other) => other.metric === metric.name))
        return;
    report('metric-maybe-summary', `${metric.name}_bucket exists only if the service configures buckets: without them its exporter writes a summary.`, `Ask for both: … or ${metric.name}{quantile="0.95"}. Or declare the metric in monitoring.yml.`, selector.from);
}

;// CONCATENATED MODULE: ./build/lint/query-joins.js



/** Labels that every scraped series has, with the service that it comes from. */
const OF_SERVICE = ['service', 'job'];
/** An operation on two vectors none of whose series find one with the same labels. */
function neverMeets(join, contract, report) {
    // What is on one side only is what these two ask for.
    if (/^(?:or|unless)$/i.test(join.op))
        return;
    const [left, right] = [join.left, join.right].map((selector) => sideOf(selector, join.depth, contract));
    if (!left || !right)
        return;
    const compared = OF_SERVICE.filter((label) => !join.matching || join.matching.names.includes(label) === (join.matching.kind === 'on'));
    for (const label of compared) {
        const [has, lacks] = left.keeps(label) ? [left, right] : [right, left];
        if (!has.keeps(label))
            continue;
        const both = lacks.keeps(label);
        if (both && has.services.some((service) => lacks.services.includes(service)))
            continue;
        report('promql-never', both
            ? `${left.name} comes from ${(0,lib_text/* list */.p_)(left.services)}, ${right.name} from ${(0,lib_text/* list */.p_)(right.services)}: their series differ in the label ${label}, and none match.`
            : `${has.name} has the label ${label} here, ${lacks.name} has not: none of their series match.`, `Aggregate both sides by the same labels, such as sum by (…) (…) ${join.op} sum by (…) (…).`, join.from);
        return;
    }
}
/** Undefined when nothing certain is known of the labels of a side. */
function sideOf({ metric, matchers, within }, depth, contract) {
    if (metric === undefined || (0,stand_ins/* isOpen */.n)(metric) || matchers.some(({ value }) => (0,stand_ins/* isOpen */.n)(value)))
        return undefined;
    const known = contract.series(metric);
    const around = within.slice(0, within.length - depth);
    if (known.kind !== 'declared' || around.some(({ name }) => CHANGES_LABELS.has(name)))
        return undefined;
    const wanted = matchers.filter(({ label }) => OF_SERVICE.includes(label));
    const services = known.services.filter((service) => wanted.every((matcher) => (0,promql_text/* matches */.cK)(matcher, service)));
    // That nothing is left over is told already.
    if (services.length === 0)
        return undefined;
    return { name: metric, services, keeps: (label) => around.every((one) => keepsLabel(one, label)) };
}
const CHANGES_LABELS = new Set([
    ...['label_replace', 'label_join', 'info', 'absent', 'absent_over_time', 'scalar', 'vector'],
]);
/** These choose among series and leave their labels alone. */
const CHOOSES = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);
const keepsLabel = ({ name, labels }, label) => !labels || CHOOSES.has(name) || labels.names.includes(label) === (labels.kind === 'by');

;// CONCATENATED MODULE: ./build/lint/query.js






/** Everything that can be told about one query from files alone. */
function lintQuery(query, kind, { contract, budget }) {
    const { parsed, exact } = kind === 'panel' ? (0,stand_ins/* parseGrafana */.e)(query, budget) : { parsed: (0,promql/* parsePromql */.v)(query), exact: true };
    const findings = [];
    const report = (code, message, hint, offset) => findings.push({ code, message, hint, offset: exact ? offset : undefined });
    for (const error of parsed.errors)
        if (error.kind === 'limit')
            report('promql-limit', `${error.message}.`, 'Split it, with recording rules.', error.from);
        else
            report('promql-syntax', error.message.replace(/[^?]$/, '$&.'), syntaxHint(query, kind), error.from);
    for (const { name, from } of parsed.experimental) {
        const hint = 'Prometheus knows it only when started with --enable-feature=promql-experimental-functions, which this one is not.';
        report(kind === 'rule' ? 'rule-experimental' : 'promql-experimental', `${name} is experimental.`, hint, from);
    }
    for (const selector of parsed.selectors) {
        contradictions(selector, report);
        if (contract)
            againstContract(selector, { contract, all: parsed.selectors }, report);
    }
    if (contract?.declares)
        for (const join of parsed.joins)
            neverMeets(join, contract, report);
    return { findings, parsed };
}
function syntaxHint(query, kind) {
    if (kind === 'rule' && /\$__|\$\{|\[\[/.test(query))
        return "Grafana's variables and macros belong to dashboards: write a duration such as 5m.";
    return 'Try it on the query page of Prometheus.';
}
/** A value that one matcher asks for and another one of the same label does not take. */
function contradictions({ matchers }, report) {
    const known = matchers.filter(({ value }) => !(0,stand_ins/* isOpen */.n)(value));
    for (const [label, own] of Map.groupBy(known, (matcher) => matcher.label)) {
        // One value is enough to ask the others about: a second one is among them.
        const fixed = own.find(({ op }) => op === '=');
        if (!fixed)
            continue;
        const other = own.find((one) => !(0,promql_text/* matches */.cK)(one, fixed.value));
        if (!other)
            continue;
        const both = other.op === '=';
        report('promql-never', both
            ? `${label} cannot be ${(0,catalog/* shown */.SP)(fixed.value)} and ${(0,catalog/* shown */.SP)(other.value)} at once.`
            : `${label}${other.op}${(0,catalog/* shown */.SP)(other.value)} leaves out ${(0,catalog/* shown */.SP)(fixed.value)}, which is asked for beside it.`, both ? `Use ${label}=~"…|…" for either of them.` : 'Remove one of the two.', Math.max(fixed.from, other.from));
    }
}


/***/ }),

/***/ 4209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseGrafana),
/* harmony export */   n: () => (/* binding */ isOpen)
/* harmony export */ });
/* harmony import */ var _lib_promql_grafana_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2366);
/* harmony import */ var _lib_promql_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(198);


/** Stands for whatever a variable holds, in a quoted text and in a name. */
const IN_TEXT = '\uE000';
const NAME = 'grafana__variable';
/** Whether a name or a value depends on a variable, so that nothing can be said about it. */
const isOpen = (text) => text.includes(IN_TEXT) || text.includes(NAME);
/** What a variable outside of quotes may stand for: a name, a number, a duration, an operation, nothing … */
const ANYWHERE = [NAME, '1', '5m', 'sum', '', 'and', 'by (x)', '* 1', '== 1'];
const RANGES = ['5m', '5', 'm', '5m:1m', '5m:'];
const MATCHERS = [`${NAME}="x"`, '"x"', '', NAME];
const MAX_TRIES = 64;
/** Characters that may be parsed again for one query: a long one has fewer tries. */
const MAX_CHARACTERS = 200_000;
/**
 * Parses a query of a dashboard with something in the place of every variable and macro. As what a variable holds
 * shows only in Grafana, a query is wrong only when nothing that a variable may stand for makes it right.
 */
function parseGrafana(query, budget = { tries: MAX_TRIES }) {
    const known = kept.get(query);
    if (known)
        return known;
    const result = parseOpen(query, budget);
    if (kept.size >= MAX_KEPT)
        kept.clear();
    if (query.length <= MAX_KEPT_LENGTH)
        kept.set(query, result);
    return result;
}
/** Dashboards repeat themselves, and a dashboard is looked at more than once. */
const kept = new Map();
const MAX_KEPT = 1_000;
const MAX_KEPT_LENGTH = 2_000;
function parseOpen(query, budget) {
    const found = (0,_lib_promql_grafana_js__WEBPACK_IMPORTED_MODULE_1__/* .references */ .Ft)(query);
    if (found.length === 0)
        return { parsed: (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePromql */ .v)(query), exact: true };
    let first;
    const tries = Math.min(MAX_TRIES, 1 + Math.floor(MAX_CHARACTERS / query.length));
    for (const choice of choices(found, tries)) {
        if (first && --budget.tries < 0)
            break;
        const parsed = (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePromql */ .v)((0,_lib_promql_grafana_js__WEBPACK_IMPORTED_MODULE_1__/* .replaceReferences */ .TH)(query, (reference) => choice(reference)));
        if (parsed.ok || parsed.errors.some((error) => error.kind === 'limit'))
            return { parsed, exact: false };
        first ??= parsed;
        if (found.every((reference) => reference.place === 'text'))
            break;
    }
    // What stands between [ and ] is a duration, and all forms of it were tried.
    const isCertain = found.every(({ place }) => place === 'text' || place === 'range') || !isBalanced(query);
    const parsed = first ?? (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_0__/* .parsePromql */ .v)(query);
    return { parsed: isCertain ? parsed : { ...parsed, errors: [] }, exact: false };
}
/** One way after the other to fill in the variables: the likely ones first, each name the same everywhere. */
function* choices(found, tries) {
    const references = new Map(found.filter(({ place }) => place !== 'text').map((one) => [key(one), one]));
    const open = [...references.keys()];
    const options = [...references.values()].map(optionsOf);
    const total = options.reduce((product, list) => product * list.length, 1);
    for (let n = 0; n < Math.min(total, tries); n++) {
        const chosen = new Map();
        let rest = n;
        open.forEach((name, i) => {
            const list = options[i] ?? [];
            chosen.set(name, list[rest % list.length] ?? NAME);
            rest = Math.floor(rest / list.length);
        });
        yield (reference) => (reference.place === 'text' ? IN_TEXT : (chosen.get(key(reference)) ?? NAME));
    }
}
const key = ({ name, place }) => `${place} ${name}`;
function optionsOf({ name, place }) {
    if (place === 'range')
        return RANGES;
    if (place === 'matcher')
        return MATCHERS;
    if (place === 'label')
        return [NAME];
    return /_(?:ms|s)$|^__(?:from|to)$/.test(name) ? ['1', ...ANYWHERE] : ANYWHERE;
}
/** Whether every bracket outside of quotes is closed. */
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


/***/ })

};
