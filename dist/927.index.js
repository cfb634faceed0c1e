export const id = 927;
export const ids = [927];
export const modules = {

/***/ 8927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintRules: () => (/* binding */ lintRules),
  recordedNames: () => (/* binding */ recordedNames)
});

// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/lib/promql.js + 4 modules
var promql = __webpack_require__(198);
// EXTERNAL MODULE: ./build/lint/tree.js
var lint_tree = __webpack_require__(6530);
;// CONCATENATED MODULE: ./build/lint/rules/relation.js


/** Below this, each metric that nobody declares is told by itself. */
const MANY = 4;
/**
 * What the rules of a file are held against. Rules about none of our metrics are most likely for another Prometheus,
 * whose labels have other values; many such metrics get one finding instead of one each.
 */
function heldAgainst(tree, contract, report) {
    if (!contract.declares)
        return contract;
    const expressions = (0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(tree, 'groups'))
        .flatMap((group) => [...(0,lint_tree/* items */.ld)((0,lint_tree/* get */.Jt)(group, 'rules'))])
        .flatMap((rule) => (0,lint_tree/* textOf */.b6)((0,lint_tree/* get */.Jt)(rule, 'expr')) ?? []);
    const isOurs = (name) => /^(?:declared|impossible)$/.test(contract.series(name).kind);
    // Any word will do: what is ours is not the name of a function.
    if (expressions.some((expr) => expr.match(/[a-zA-Z_:][\w:]*/g)?.some(isOurs)))
        return contract;
    const names = new Set(expressions.flatMap((expr) => (0,promql/* parsePromql */.v)(expr).selectors.flatMap(({ metric }) => metric ?? [])));
    const unknown = [...names].filter((name) => contract.series(name).kind === 'unknown');
    if (unknown.length < MANY)
        return { ...contract, values: () => undefined };
    report('rules-foreign', (0,lint_tree/* get */.Jt)(tree, 'groups')?.at ?? tree.at, `None of the ${names.size} metrics of these rules is declared by a service (${unknown.slice(0, 3).join(', ')}, …).`, 'Declare them under metrics of their service; rules for another Prometheus are fine as they are.');
    return { ...contract, declares: false, values: () => undefined };
}

// EXTERNAL MODULE: ./build/lint/query.js + 2 modules
var query = __webpack_require__(3165);
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

// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
;// CONCATENATED MODULE: ./build/lint/rules/shared.js



const isNothing = (node) => !node || (node.kind === 'value' && node.value === null);
/** Prometheus refuses a file for one key that it does not know. */
function unknownKeys(table, { allowed, what }, report) {
    for (const [key, value] of table.entries)
        if (!allowed.includes(key))
            report('rules-unknown-key', value.at, `${(0,catalog/* shown */.SP)(key)} is not a key of ${what}.`, `Known: ${allowed.join(', ')}.`);
}
/** A key that holds a duration, if it is there. */
function durationOf(table, key, report) {
    const node = (0,lint_tree/* get */.Jt)(table, key);
    const text = (0,lint_tree/* textOf */.b6)(node);
    if (isNothing(node) || (text !== undefined && (text === '0' || (0,duration/* parseDuration */.E)(text) !== undefined)))
        return;
    report('rules-duration', node?.at ?? table.at, `${key} is ${(0,catalog/* shown */.SP)(text ?? 'no text')}, which is no duration.`, 'Use a duration such as 5m, 90s or 1h30m.');
}

;// CONCATENATED MODULE: ./build/lint/rules/rule.js





const RULE_KEYS = ['record', 'alert', 'expr', 'for', 'keep_firing_for', 'labels', 'annotations'];
/** Findings of one rule. */
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

// EXTERNAL MODULE: ./build/lint/yaml.js + 1 modules
var yaml = __webpack_require__(2753);
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
    lintGroups(read.tree, { contract: context.contract && heldAgainst(read.tree, context.contract, report) }, report);
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


/***/ })

};
