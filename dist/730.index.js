export const id = 730;
export const ids = [730];
export const modules = {

/***/ 7796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ lintQuery)
/* harmony export */ });
/* harmony import */ var _lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9448);
/* harmony import */ var _lib_promql_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(198);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(723);
/* harmony import */ var _stand_ins_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4209);





/** Everything that can be told about one query from files alone. */
function lintQuery(query, kind, { contract, budget }) {
    const { parsed, exact } = kind === 'panel' ? (0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .parseGrafana */ .e)(query, budget) : { parsed: (0,_lib_promql_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePromql */ .v)(query), exact: true };
    const findings = [];
    const report = (code, message, hint, offset) => findings.push({ code, message, hint, offset: exact ? offset : undefined });
    for (const error of parsed.errors)
        if (error.kind === 'limit')
            report('promql-limit', `${error.message}.`, 'Split it, with recording rules.', error.from);
        else
            report('promql-syntax', `${error.message}.`, syntaxHint(query, kind), error.from);
    for (const { name, from } of parsed.experimental) {
        const hint = 'Prometheus knows it only when started with --enable-feature=promql-experimental-functions, which this one is not.';
        report(kind === 'rule' ? 'rule-experimental' : 'promql-experimental', `${name} is experimental.`, hint, from);
    }
    for (const selector of parsed.selectors) {
        contradictions(selector, report);
        if (contract)
            againstContract(selector, { contract, all: parsed.selectors }, report);
    }
    return { findings, parsed };
}
function syntaxHint(query, kind) {
    if (kind === 'rule' && /\$__|\$\{|\[\[/.test(query))
        return "Grafana's variables and macros belong to dashboards: write a duration such as 5m.";
    return 'Try it on the query page of Prometheus.';
}
/** Two matchers of one label that no value satisfies both. */
function contradictions(selector, report) {
    const fixed = new Map();
    for (const matcher of selector.matchers.filter(({ op, value }) => op === '=' && !(0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)(value))) {
        const other = fixed.get(matcher.label);
        if (other && other.value !== matcher.value)
            report('promql-never', `${matcher.label} cannot be ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(other.value)} and ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(matcher.value)} at once.`, `Use ${matcher.label}=~"…|…" for either of them.`, matcher.from);
        fixed.set(matcher.label, matcher);
    }
}
function againstContract(selector, about, report) {
    const { contract } = about;
    for (const matcher of selector.matchers)
        labelValue(matcher, selector, contract, report);
    const name = selector.metric;
    if (name === undefined || (0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)(name) || !contract.declares || isSelf(selector))
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
    if (matcher.op.startsWith('!') || (0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)(matcher.value) || (0,_lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(matcher, ''))
        return;
    if (matcher.label === 'instance' && matcher.op === '=' && !matcher.value.includes(':')) {
        const message = `No series has instance=${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(matcher.value)}: it is the address and port of a machine.`;
        report('promql-never', message, 'Leave it out, or select by service.', matcher.from);
    }
    const values = contract.values(matcher.label);
    // Alerts carry labels of their own, and so may series that rules record.
    if (!values || /^ALERTS|:/.test(selector.metric ?? '') || values.some((value) => (0,_lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(matcher, value)))
        return;
    report('promql-never', `No scraped series has ${matcher.label}${matcher.op}${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(matcher.value)}.`, `Values of ${matcher.label}: ${values.join(', ')}.`, matcher.from);
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
    report('metric-no-such-series', `${metric.name} is a ${metric.type} and has no series ${name}.`, `Its series: ${series}.`, from);
}
/** The selector asks for the metric of a service that does not have it. */
function wrongService(name, { services }, { selector, contract }, report) {
    for (const matcher of selector.matchers)
        if (/^(?:service|job)$/.test(matcher.label) &&
            !(0,_stand_ins_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)(matcher.value) &&
            !services.some((service) => (0,_lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(matcher, service)) &&
            // Otherwise it was told already.
            contract.values(matcher.label)?.some((value) => (0,_lib_promql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .matches */ .cK)(matcher, value)))
            report('promql-never', `${name} belongs to ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(services)}, which ${matcher.label}${matcher.op}${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(matcher.value)} leaves out.`, `Use ${matcher.label}="${services[0]}", or leave it out.`, matcher.from);
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


/***/ }),

/***/ 9730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintRules: () => (/* binding */ lintRules),
  recordedNames: () => (/* binding */ recordedNames)
});

// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/lint/catalog.js
var catalog = __webpack_require__(723);
// EXTERNAL MODULE: ./build/lint/query.js
var query = __webpack_require__(7796);
;// CONCATENATED MODULE: ./build/lint/template.js
/** Functions of Prometheus' templates (template/template.go of 3.14), and those of Go's text/template. */
const FUNCTIONS = new Set(`query first label value strvalue args reReplaceAll safeHtml match title toUpper toLower graphLink tableLink
  sortByLabel stripPort stripDomain humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp
  toTime toDuration now pathPrefix externalURL parseDuration urlQueryEscape and call html index slice js len not or
  print printf println urlquery eq ne lt le gt ge true false nil`.split(/\s+/));
/** Variables that rules are given. */
const VARIABLES = ['$', '$labels', '$externalLabels', '$externalURL', '$value'];
const OPENS = new Set(['if', 'with', 'range', 'block', 'define']);
/** A text, a number, a word, a variable, a field, or any other sign, of what stands between {{ and }}. */
const TOKEN = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+'|\$\w*|(?:\.\w+)+|[+-]?\.?\d[\w.]*|\w+|:=|\s+|\/\*[\s\S]*?\*\/|[\s\S]/g;
/**
 * What is wrong with a Go template in a label or annotation, or undefined: actions that are not closed, functions
 * and variables that do not exist. Prometheus refuses rule files that have one.
 */
function templateFault(text) {
    const state = { open: [], variables: [...VARIABLES] };
    for (let at = text.indexOf('{{'); at >= 0;) {
        const end = endOfAction(text, at + 2);
        if (end < 0)
            return 'an action {{ is not closed';
        const fault = action(text.slice(at + 2, end - 2), state);
        if (fault)
            return fault;
        at = text.indexOf('{{', end);
    }
    const [unclosed] = state.open;
    return unclosed && `{{ ${unclosed} }} has no {{ end }}`;
}
/** Behind the next }} that is not in a quoted text; -1 when there is none. */
function endOfAction(text, from) {
    const quotedOrEnd = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|\}\}/g;
    quotedOrEnd.lastIndex = from;
    for (let match = quotedOrEnd.exec(text); match; match = quotedOrEnd.exec(text))
        if (match[0] === '}}')
            return quotedOrEnd.lastIndex;
    return -1;
}
function action(body, state) {
    const tokens = (body.replace(/^-\s|\s-$/g, '').match(TOKEN) ?? []).filter((token) => /\S/.test(token));
    const [first = ''] = tokens;
    if (first.startsWith('/*'))
        return undefined;
    if (tokens.length === 0)
        return 'an action {{ }} is empty';
    if (first === 'end')
        return state.open.pop() === undefined ? 'there is an {{ end }} too many' : undefined;
    if (first === 'else' && state.open.length === 0)
        return '{{ else }} stands outside of {{ if }}';
    if (OPENS.has(first))
        state.open.push(first);
    const keywords = first === 'else' ? 2 : ['template', 'break', 'continue'].includes(first) || OPENS.has(first) ? 1 : 0;
    return operands(tokens.slice(keywords), state);
}
function operands(tokens, state) {
    for (const [i, token] of tokens.entries()) {
        if (token.startsWith('$')) {
            if (tokens[i + 1] === ':=' || (tokens[i + 1] === ',' && tokens[i + 3] === ':='))
                state.variables.push(token);
            else if (!state.variables.includes(token))
                return `the variable ${token} does not exist`;
        }
        else if (/^[A-Za-z_]\w*$/.test(token) && !FUNCTIONS.has(token))
            return `the function ${token} does not exist`;
        else if (/^["'`]$/.test(token))
            return 'a quoted text is not closed';
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/lint/tree.js
var lint_tree = __webpack_require__(6530);
// EXTERNAL MODULE: ./build/lint/yaml.js
var yaml = __webpack_require__(1093);
;// CONCATENATED MODULE: ./build/lint/rules.js






/** Findings of a rule file of Prometheus: errors are what promtool refuses, and queries that never answer. */
function lintRules(text, file, context) {
    const read = (0,yaml/* readYaml */.g)(text, file);
    if (!read.ok)
        return [read.problem];
    const problems = [];
    const report = (code, at, message, hint) => problems.push((0,catalog/* finding */.gk)(code, { file, ...at }, message, hint));
    if (read.more)
        report('rules-documents', read.tree.at, 'Only the first document of the file is read.', 'Remove the lines "---", or split the file.');
    lintGroups(read.tree, context, report);
    return problems;
}
/** Names that the rules of a file record; empty when it cannot be read. */
function recordedNames(text) {
    const read = (0,yaml/* readYaml */.g)(text, '');
    if (!read.ok)
        return [];
    return (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(read.tree, 'groups')).flatMap((group) => (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(group, 'rules')).flatMap((rule) => (0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'record')) ?? []));
}
const GROUP_KEYS = ['name', 'interval', 'query_offset', 'limit', 'rules', 'labels'];
const RULE_KEYS = ['record', 'alert', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'];
function lintGroups(tree, context, report) {
    if (tree.kind === 'value' && tree.value === null)
        return;
    if (tree.kind !== 'table') {
        report('rules-shape', tree.at, 'A rule file is a map with the key groups.', 'Start it with "groups:".');
        return;
    }
    unknownKeys(tree, { allowed: ['groups'], what: 'a rule file' }, report);
    const names = new Set();
    const seen = new Set();
    const groups = (0,lint_tree/* get */.Jt)(tree, 'groups');
    if (groups && groups.kind !== 'list' && !isNothing(groups))
        report('rules-shape', groups.at, 'groups is a list.', 'Write "- name: …" below it.');
    for (const group of (0,lint_tree/* items */.ld)(groups)) {
        if (group.kind !== 'table') {
            report('rules-shape', group.at, 'A group is a map.', 'Write name and rules.');
            continue;
        }
        groupItself(group, names, report);
        for (const rule of (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(group, 'rules')))
            lintRule(rule, { seen, ...context }, report);
    }
}
const isNothing = (node) => !node || (node.kind === 'value' && node.value === null);
function groupItself(group, names, report) {
    unknownKeys(group, { allowed: GROUP_KEYS, what: 'a group' }, report);
    const name = (0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(group, 'name')) ?? '';
    if (name === '')
        report('rules-shape', group.at, 'A group has no name.', 'Add "name:".');
    else if (names.has(name))
        report('rules-duplicate-group', (0,lint_tree/* get */.Jt)(group, 'name')?.at ?? group.at, `The group ${(0,catalog/* shown */.SP)(name)} is there twice.`, 'Join them, or rename one.');
    names.add(name);
    const rules = (0,lint_tree/* get */.Jt)(group, 'rules');
    if (rules && rules.kind !== 'list' && !isNothing(rules))
        report('rules-shape', rules.at, 'rules is a list.', 'Write "- alert: …" or "- record: …" below it.');
    for (const key of ['interval', 'query_offset'])
        durationOf(group, key, report);
}
function unknownKeys(table, { allowed, what }, report) {
    for (const [key, value] of table.entries)
        if (!allowed.includes(key))
            report('rules-unknown-key', value.at, `${(0,catalog/* shown */.SP)(key)} is not a key of ${what}.`, `Known: ${allowed.join(', ')}.`);
}
function lintRule(rule, about, report) {
    if (rule.kind !== 'table') {
        report('rules-shape', rule.at, 'A rule is a map.', 'Write alert or record, and expr.');
        return;
    }
    unknownKeys(rule, { allowed: RULE_KEYS, what: 'a rule' }, report);
    const record = (0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'record')) ?? '';
    const alert = (0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'alert')) ?? '';
    const name = record || alert;
    if (record && alert)
        report('rules-shape', rule.at, `The rule ${(0,catalog/* shown */.SP)(name)} has both record and alert.`, 'Make two rules of it.');
    if (!name)
        report('rules-shape', rule.at, 'A rule has neither record nor alert.', 'Add one of them, with a name.');
    if (record)
        recordingRule(rule, record, report);
    if (alert)
        alertRule(rule, alert, report);
    texts(rule, name, report);
    for (const key of ['for', 'keep_firing_for'])
        durationOf(rule, key, report);
    expression(rule, name, about, report);
    duplicate(rule, name, about.seen, report);
}
function recordingRule(rule, name, report) {
    const at = (0,lint_tree/* get */.Jt)(rule, 'record')?.at ?? rule.at;
    if (/[{}]/.test(name))
        report('rules-shape', at, `The recording rule ${(0,catalog/* shown */.SP)(name)} has braces in its name.`, 'Labels belong below "labels:".');
    else if (!/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
        report('rule-record-name', at, `${(0,catalog/* shown */.SP)(name)} is a name that only Prometheus 3 takes, and only in quotes.`, 'Use letters, digits, "_" and ":".');
    for (const key of ['for', 'keep_firing_for', 'annotations'])
        if (!isNothing((0,lint_tree/* get */.Jt)(rule, key)) && !isZero((0,lint_tree/* get */.Jt)(rule, key)))
            report('rules-shape', (0,lint_tree/* get */.Jt)(rule, key)?.at ?? rule.at, `The recording rule ${(0,catalog/* shown */.SP)(name)} has ${key}.`, `Remove it: ${key} belongs to alerts.`);
}
/** As nothing: an empty map, or a duration of 0. */
const isZero = (node) => (node?.kind === 'table' && node.entries.size === 0) || /^0[a-z]*$/.test((0,lint_tree/* textOf */.b6)(node) ?? '-');
function alertRule(rule, name, report) {
    const at = (0,lint_tree/* get */.Jt)(rule, 'alert')?.at ?? rule.at;
    if (isNothing((0,lint_tree/* get */.Jt)(rule, 'for')) && isNothing((0,lint_tree/* get */.Jt)(rule, 'keep_firing_for')))
        report('alert-no-for', at, `The alert ${(0,catalog/* shown */.SP)(name)} has no for: one failed scrape is enough to fire it.`, 'Add "for: 5m".');
    const labels = (0,lint_tree/* get */.Jt)(rule, 'labels');
    if (labels?.kind !== 'table' || !labels.entries.has('severity'))
        report('alert-no-severity', at, `The alert ${(0,catalog/* shown */.SP)(name)} has no severity.`, 'Add "labels: { severity: warning }": routes and people go by it.');
}
function texts(rule, name, report) {
    for (const key of ['labels', 'annotations']) {
        const node = (0,lint_tree/* get */.Jt)(rule, key);
        if (!node || isNothing(node))
            continue;
        if (node.kind === 'table')
            for (const [inner, value] of node.entries)
                labelText(value, { key, inner, name }, report);
        else
            report('rules-shape', node.at, `${key} of ${(0,catalog/* shown */.SP)(name)} is no map.`, 'Write name: value pairs below it.');
    }
}
function labelText(value, { key, inner, name }, report) {
    if (inner === '' || (key === 'labels' && inner === '__name__'))
        report('rules-label', value.at, `${(0,catalog/* shown */.SP)(inner)} is no name for a label.`, 'Use letters, digits and "_".');
    if (value.kind !== 'value')
        report('rules-shape', value.at, `${key}.${inner} of ${(0,catalog/* shown */.SP)(name)} is no text.`, 'Put it in quotes.');
    const fault = templateFault((0,lint_tree/* textOf */.b6)(value) ?? '');
    if (fault)
        report('rules-template', value.at, `${inner} of ${(0,catalog/* shown */.SP)(name)} is no template: ${fault}.`, 'Values are {{ $value }} and {{ $labels.NAME }}.');
}
function durationOf(table, key, report) {
    const node = (0,lint_tree/* get */.Jt)(table, key);
    const text = (0,lint_tree/* textOf */.b6)(node);
    if (isNothing(node) || (text !== undefined && (text === '0' || (0,duration/* parseDuration */.E)(text) !== undefined)))
        return;
    report('rules-duration', node?.at ?? table.at, `${key} is ${(0,catalog/* shown */.SP)(text ?? 'no text')}.`, 'Use a duration such as 5m, 90s or 1h30m.');
}
function expression(rule, name, { contract }, report) {
    const node = (0,lint_tree/* get */.Jt)(rule, 'expr');
    const expr = (0,lint_tree/* textOf */.b6)(node);
    if (!node || expr === undefined || expr === '') {
        report('rules-shape', node?.at ?? rule.at, `The rule ${(0,catalog/* shown */.SP)(name)} has no expr.`, 'Add "expr:".');
        return;
    }
    const { findings, parsed } = (0,query/* lintQuery */.i)(expr, 'rule', { contract });
    for (const { code, message, hint, offset } of findings)
        report(code, placeIn(node, offset), `Rule ${(0,catalog/* shown */.SP)(name)}: ${message}`, hint);
    if (parsed.ok && (parsed.type === 'matrix' || parsed.type === 'string'))
        report('rule-result', node.at, `Rule ${(0,catalog/* shown */.SP)(name)}: its result is ${parsed.type === 'matrix' ? 'a range of samples' : 'a text'}.`, 'Rules need an instant vector or a number: rate(…[5m]), last_over_time(…[5m]).');
}
const placeIn = (node, offset) => offset === undefined ? node.at : (node.inside?.(offset) ?? node.at);
function duplicate(rule, name, seen, report) {
    const labels = (0,lint_tree/* get */.Jt)(rule, 'labels');
    const written = labels?.kind === 'table' ? [...labels.entries].map(([key, value]) => [key, (0,lint_tree/* textOf */.b6)(value)]) : [];
    const key = JSON.stringify([rule.entries.has('record'), name, written.toSorted()]);
    if (seen.has(key))
        report('rules-duplicate', rule.at, `The rule ${(0,catalog/* shown */.SP)(name)} is there twice with the same labels.`, 'Remove one, or tell them apart by a label.');
    seen.add(key);
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


/***/ }),

/***/ 6530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ get),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   ld: () => (/* binding */ items)
/* harmony export */ });
const get = (node, key) => node?.kind === 'table' ? node.entries.get(key) : undefined;
/** The items of a list; none for anything else. */
const items = (node) => (node?.kind === 'list' ? node.items : []);
/** A scalar as a text, as Go's YAML takes one where it wants a text; undefined for anything else, and for nothing. */
const textOf = (node) => node?.kind === 'value' && node.value !== null ? node.text : undefined;


/***/ }),

/***/ 1093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(723);


/** Aliases may repeat a node; a document that unfolds to more than this is a bomb. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 200;
/**
 * Reads the first document of a YAML file, with places. `more`: other documents follow.
 * Never throws: what cannot be read is one finding.
 */
function readYaml(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const wrong = (place, message, hint) => ({
        ok: false,
        problem: (0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .finding */ .gk)('yaml-syntax', { file, ...place }, message, hint),
    });
    try {
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
        const more = document.errors.some((error) => error.code === 'MULTIPLE_DOCS');
        const error = document.errors.find((one) => one.code !== 'MULTIPLE_DOCS');
        // The parser reports a full stack as if it were a mistake of syntax.
        if (error?.message.includes('call stack'))
            return wrong(at(error.pos[0]), TOO_DEEP, FLATTEN);
        if (error)
            return wrong(at(error.pos[0]), `Not valid YAML: ${error.message}.`, 'Check indentation, quotes and colons around this place.');
        const convert = { at, source: text, left: MAX_NODES, anchors: new Map() };
        return { ok: true, tree: toTree(document.contents, convert, 0), more };
    }
    catch (error) {
        if (error instanceof Refused)
            return wrong(at(error.offset), error.message, error.hint);
        // The stack is full.
        if (error instanceof RangeError)
            return wrong({ line: 1, column: 1 }, TOO_DEEP, FLATTEN);
        throw error;
    }
}
const TOO_DEEP = 'The file nests too deeply, or unfolds to too much.';
const FLATTEN = 'Write the values out instead of nesting them or repeating them with & and *.';
class Refused extends Error {
    offset;
    hint;
    constructor(offset, message, hint) {
        super(message);
        this.offset = offset;
        this.hint = hint;
    }
}
function toTree(node, convert, depth) {
    const own = node;
    const offset = own?.range?.[0] ?? 0;
    if (--convert.left < 0 || depth > MAX_DEPTH)
        throw new Refused(offset, TOO_DEEP, FLATTEN);
    const at = convert.at(offset);
    if (own?.anchor)
        convert.anchors.set(own.anchor, own);
    const target = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(own) ? convert.anchors.get(own.source) : own;
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(own) && !target)
        throw new Refused(offset, `Nothing has the anchor ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(own.source)}.`, 'Define it with & before it is used.');
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(target))
        return { kind: 'list', at, items: target.items.map((item) => toTree(item, convert, depth + 1)) };
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(target))
        return table(target, at, { convert, depth });
    return scalar((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(target) ? target : undefined, at, convert);
}
function table(map, at, { convert, depth }) {
    const made = { kind: 'table', at, entries: new Map() };
    const pairs = map.items.map((pair) => {
        const key = keyOf(pair);
        const value = toTree(pair.value, convert, depth + 1);
        // A key without a value has no place of its own.
        if (value.kind === 'value' && value.value === null)
            value.at = convert.at(key.offset);
        return [key, value];
    });
    for (const [key, value] of pairs.filter(([{ name }]) => name !== '<<')) {
        // The parser could tell too, in a time that grows with the square of the keys.
        if (made.entries.has(key.name))
            throw new Refused(key.offset, `The key ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(key.name)} is there twice.`, 'Keep one of the two.');
        made.entries.set(key.name, value);
    }
    const merged = pairs
        .filter(([{ name }]) => name === '<<')
        .flatMap(([, v]) => (v.kind === 'list' ? v.items : [v]));
    // Merged keys give way to those that are written out.
    for (const [name, value] of merged.flatMap((node) => (node.kind === 'table' ? [...node.entries] : [])))
        if (!made.entries.has(name))
            made.entries.set(name, value);
    return made;
}
function keyOf({ key }) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
        return { name: '', offset: 0 };
    return { name: String(key.source ?? key.value), offset: key.range?.[0] ?? 0 };
}
function scalar(node, at, convert) {
    const raw = node?.value;
    const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
        ? raw
        : raw === undefined || raw === null
            ? null
            : String(raw);
    const text = typeof value === 'string' ? value : (node?.source ?? String(value ?? ''));
    return {
        kind: 'value',
        at,
        value,
        text,
        inside: (offset) => inside(node, text.slice(0, offset), { at, convert }),
    };
}
/** The place of the character behind `before` in a scalar; its start where escapes or folding hide it. */
function inside(node, before, { at, convert }) {
    const start = node?.range?.[0];
    if (start === undefined)
        return at;
    if (node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.BLOCK_LITERAL) {
        const body = convert.source.indexOf('\n', start) + 1;
        const indent = /^\n*( *)/.exec(convert.source.slice(body, body + 500))?.[1]?.length ?? 0;
        const lines = before.split('\n');
        return { line: at.line + lines.length, column: (lines.at(-1)?.length ?? 0) + indent + 1 };
    }
    const quote = node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_DOUBLE || node?.type === yaml__WEBPACK_IMPORTED_MODULE_0__/* .Scalar */ .X5.QUOTE_SINGLE ? 1 : 0;
    const written = convert.source.slice(start + quote, start + quote + before.length);
    return written === before && !before.includes('\n')
        ? { line: at.line, column: at.column + quote + before.length }
        : at;
}


/***/ })

};
