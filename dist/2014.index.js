export const id = 2014;
export const ids = [2014,9056];
export const modules = {

/***/ 8517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ group),
/* harmony export */   x: () => (/* binding */ alert)
/* harmony export */ });
/** A rule file with the given rules, for the examples of rules. */
const group = (rules) => `groups:
  - name: chat
    rules:
${rules.replace(/^(?=.)/gm, '      ')}`;
/** A correct alert with the given query. */
const alert = (expr) => `- alert: Down
  expr: ${expr}
  for: 5m
  labels: { severity: page }
`;


/***/ }),

/***/ 2014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintRules: () => (/* binding */ lintRules),
  recordedIn: () => (/* binding */ recordedIn)
});

// EXTERNAL MODULE: ./build/formats/promql/parse.js + 5 modules
var parse = __webpack_require__(1086);
// EXTERNAL MODULE: ./build/formats/tree.js
var formats_tree = __webpack_require__(8587);
// EXTERNAL MODULE: ./build/formats/yaml.js
var yaml = __webpack_require__(9776);
// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
// EXTERNAL MODULE: ./build/lint/query/lint.js + 23 modules
var lint = __webpack_require__(6551);
// EXTERNAL MODULE: ./build/lint/rule.js
var lint_rule = __webpack_require__(5796);
// EXTERNAL MODULE: ./build/lint/yaml/syntax.js
var syntax = __webpack_require__(5523);
;// CONCATENATED MODULE: ./build/lint/rules/place.js
/** The place in the file of an offset in a query; the place of the query where folding or escapes hide it. */
const placeIn = (node, offset) => (offset !== undefined && node.kind === 'value' && node.inside?.(offset)) || node.at;

// EXTERNAL MODULE: ./build/lint/contract.js
var lint_contract = __webpack_require__(132);
;// CONCATENATED MODULE: ./build/lint/rules/relation.js



/**
 * The contract for the rules of a file. Rules about none of the declared metrics are most likely for another Prometheus,
 * whose labels have other values; they get one diagnostic instead of one for each metric.
 */
function relationOfRules(tree, rules, contract) {
    if (!contract.declares)
        return { contract };
    const isDeclared = (name) => /^(?:declared|impossible)$/.test(contract.series(name).kind);
    // Every word is looked up: a declared metric does not have the name of a function.
    if (rules.some(({ query }) => query.match(/[a-zA-Z_:][\w:]*/g)?.some(isDeclared)))
        return { contract };
    const names = new Set(rules.flatMap(({ query }) => (0,parse/* parsePromql */.v)(query).selectors.flatMap(({ metric }) => metric ?? [])));
    const unknown = [...names].filter((name) => contract.series(name).kind === 'unknown');
    const withoutLabels = { ...contract, values: () => undefined };
    if (!(0,lint_contract/* isAboutOthers */.d)(unknown, contract))
        return { contract: withoutLabels };
    const at = (0,formats_tree/* get */.Jt)(tree, 'groups')?.at ?? tree.at;
    return {
        contract: { ...withoutLabels, declares: false },
        unrelated: { at, metrics: names.size, examples: unknown.slice(0, 3) },
    };
}

// EXTERNAL MODULE: ./build/lint/rules/examples.js
var examples = __webpack_require__(8517);
;// CONCATENATED MODULE: ./build/lint/rules/documents.js

/** Documents that Prometheus does not read. */
const severalDocuments = {
    code: 'rules/documents',
    severity: 'warning',
    what: 'A rule file has several YAML documents.',
    why: 'Prometheus reads only the first one.',
    bad: `▸${(0,examples/* group */.O)((0,examples/* alert */.x)('up == 0'))}---\ngroups: []\n`,
    good: (0,examples/* group */.O)((0,examples/* alert */.x)('up == 0')),
    check({ tree, more }, { report }) {
        if (more)
            report(tree.at, 'Prometheus reads only the first document of the file.', 'Remove the lines `---`, or split the file.');
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/duplicate.js



/** The same rule twice. */
const duplicateRule = {
    code: 'rules/duplicate',
    severity: 'warning',
    what: 'Two rules of a file have the same name and labels.',
    why: 'promtool prints FAILED and exits with 0. Recording rules overwrite each other, alerts fire twice.',
    bad: { text: (0,examples/* group */.O)(`${(0,examples/* alert */.x)('up == 0')}- ▸${(0,examples/* alert */.x)('up == 0').slice(2)}`), also: ['rules/name-taken'] },
    good: (0,examples/* group */.O)((0,examples/* alert */.x)('up == 0')),
    check({ rules }, { report }) {
        const seen = new Set();
        for (const { kind, name, node } of rules) {
            const labels = (0,formats_tree/* get */.Jt)(node, 'labels');
            const written = labels?.kind === 'table' ? [...labels.entries].map(([key, value]) => [key, (0,formats_tree/* scalarText */.ws)(value)]) : [];
            const key = JSON.stringify([kind, name, written.toSorted()]);
            if (seen.has(key))
                report(node.at, `The rule ${(0,quote/* quoted */.T)(name)} exists twice with the same labels.`, 'Remove one of them, or distinguish them with a label.');
            seen.add(key);
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/experimental.js


/** A function that the deployed Prometheus does not have. */
const experimentalFunction = {
    code: 'rules/experimental',
    severity: 'error',
    what: 'A rule uses a function or modifier that Prometheus has only with a feature flag.',
    why: 'Prometheus does not load the rule file.',
    bad: (0,examples/* group */.O)((0,examples/* alert */.x)('▸sort_by_label(up, "a")')),
    good: (0,examples/* group */.O)((0,examples/* alert */.x)('sort(up)')),
    check({ rules }, { report }) {
        for (const { expr, parsed } of rules)
            for (const { name, from } of parsed.experimental)
                report(placeIn(expr, from), `\`${name}\` is experimental.`, 'Prometheus has it only with `--enable-feature=promql-experimental-functions`, and the deployed Prometheus is started without it.');
    },
};

// EXTERNAL MODULE: ./build/lint/rules/names.js
var names = __webpack_require__(9056);
// EXTERNAL MODULE: ./build/lint/rules/subject.js
var subject = __webpack_require__(7936);
;// CONCATENATED MODULE: ./build/lint/rules/no-for.js



/** An alert without `for`. */
const noFor = {
    code: 'rules/no-for',
    severity: 'warning',
    what: 'An alert has no `for`.',
    why: 'One failed evaluation or scrape is enough to fire it.',
    bad: (0,examples/* group */.O)((0,examples/* alert */.x)('up == 0').replace('  for: 5m\n', '').replace('Down', '▸Down')),
    good: (0,examples/* group */.O)((0,examples/* alert */.x)('up == 0')),
    check({ rules }, { report }) {
        for (const rule of rules)
            if (rule.kind === 'alert' && (0,subject/* lacks */.p)(rule, 'for') && (0,subject/* lacks */.p)(rule, 'keep_firing_for'))
                report(rule.at, `The alert ${(0,quote/* quoted */.T)(rule.name)} has no \`for\`: one failed scrape is enough to fire it.`, 'Add `for: 5m`.');
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/no-severity.js



/** An alert without a `severity` label. */
const noSeverity = {
    code: 'rules/no-severity',
    severity: 'warning',
    what: 'An alert has no `severity` label.',
    why: 'Notification policies and people depend on it.',
    bad: (0,examples/* group */.O)((0,examples/* alert */.x)('up == 0')
        .replace(/ {2}labels.*\n/, '')
        .replace('Down', '▸Down')),
    good: (0,examples/* group */.O)((0,examples/* alert */.x)('up == 0')),
    check({ rules }, { report }) {
        for (const { kind, name, at, node } of rules) {
            const labels = (0,formats_tree/* get */.Jt)(node, 'labels');
            if (kind !== 'alert' || (labels?.kind === 'table' && labels.entries.has('severity')))
                continue;
            report(at, `The alert ${(0,quote/* quoted */.T)(name)} has no \`severity\` label.`, 'Add `labels: { severity: warning }`: notification policies and people depend on it.');
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/record-name.js


/** A name that must be quoted in every query. */
const recordName = {
    code: 'rules/record-name',
    severity: 'warning',
    what: 'A recording rule has a name with characters other than letters, digits, `_` and `:`.',
    why: 'Prometheus 2 refuses it; Prometheus 3 accepts it, but queries must quote it.',
    bad: (0,examples/* group */.O)('- record: ▸a-b\n  expr: up\n'),
    good: (0,examples/* group */.O)('- record: a:b\n  expr: up\n'),
    check({ rules }, { report }) {
        for (const { kind, name, at } of rules)
            if (kind === 'record' && !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name))
                report(at, `${(0,quote/* quoted */.T)(name)} is a name that only Prometheus 3 accepts, and that queries must quote.`, 'Use letters, digits, `_` and `:`.');
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/result.js


/** A query with a result that rules cannot use. */
const ruleResult = {
    code: 'rules/result',
    severity: 'error',
    what: 'The query of a rule returns neither an instant vector nor a number.',
    why: '`promtool check rules` accepts it; every evaluation fails.',
    bad: (0,examples/* group */.O)((0,examples/* alert */.x)('▸up[5m]')),
    good: (0,examples/* group */.O)((0,examples/* alert */.x)('max_over_time(up[5m]) == 0')),
    check({ rules }, { report }) {
        for (const { name, expr, parsed } of rules)
            if (parsed.ok && (parsed.type === 'matrix' || parsed.type === 'string'))
                report(expr.at, `The rule ${(0,quote/* quoted */.T)(name)} returns ${parsed.type === 'matrix' ? 'a range vector' : 'a string'}.`, 'A rule needs an instant vector or a number, such as `rate(…[5m])` or `last_over_time(…[5m])`.');
    },
};

// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
;// CONCATENATED MODULE: ./build/lint/rules/shape.js




/** A file that Prometheus does not accept as a rule file. */
const ruleFileShape = {
    code: 'rules/shape',
    severity: 'error',
    what: 'A file is not a rule file, or a rule in it is incomplete.',
    why: 'Prometheus does not start with it.',
    bad: (0,examples/* group */.O)('- ▸alert: Down\n  for: 5m\n  labels: { severity: page }\n'),
    good: (0,examples/* group */.O)((0,examples/* alert */.x)('up == 0')),
    check({ tree }, { report }) {
        const groups = (0,formats_tree/* get */.Jt)(tree, 'groups');
        if (groups?.kind !== 'list') {
            report((groups ?? tree).at, 'This is not a rule file: it has no list `groups`.', 'Write `groups:` with a list of groups, each with `name` and `rules`; unit tests of rules need a name that ends in _test.yml.');
            return;
        }
        const names = new Set();
        for (const one of groups.items)
            checkGroup(one, names, report);
    },
};
function checkGroup(one, names, report) {
    const name = (0,formats_tree/* scalarText */.ws)((0,formats_tree/* get */.Jt)(one, 'name'));
    if (!name)
        report(one.at, 'This group has no `name`.', 'Add one: it must be unique in the file.');
    if (!name)
        return;
    if (names.has(name))
        report(one.at, `The group ${(0,quote/* quoted */.T)(name)} exists twice in this file.`, 'Rename one of the two.');
    names.add(name);
    if ((0,formats_tree/* get */.Jt)(one, 'rules')?.kind !== 'list')
        report(one.at, `The group ${(0,quote/* quoted */.T)(name)} has no list \`rules\`.`, 'Add its rules.');
    for (const rule of (0,formats_tree/* items */.ld)((0,formats_tree/* get */.Jt)(one, 'rules')))
        checkRule(rule, report);
}
function checkRule(rule, report) {
    if (rule.kind !== 'table') {
        report(rule.at, 'This is not a rule.', 'Write `alert` or `record`, and `expr`.');
        return;
    }
    const [alerts, records] = ['alert', 'record'].map((key) => (0,formats_tree/* scalarText */.ws)((0,formats_tree/* get */.Jt)(rule, key)));
    if (!alerts === !records) {
        report(rule.at, `This rule has ${alerts ? 'both `alert` and `record`' : 'neither `alert` nor `record`'}.`, 'A rule is one of the two: its name is the value of that key.');
        return;
    }
    const name = (0,quote/* quoted */.T)(alerts ?? records ?? '');
    if (!(0,formats_tree/* scalarText */.ws)((0,formats_tree/* get */.Jt)(rule, 'expr')))
        report(rule.at, `The rule ${name} has no \`expr\`.`, 'Add the query of the rule.');
    for (const key of ['for', 'keep_firing_for'])
        checkDuration(rule, key, report);
}
function checkDuration(rule, key, report) {
    const node = (0,formats_tree/* get */.Jt)(rule, key);
    const text = (0,formats_tree/* scalarText */.ws)(node);
    if (node && text !== undefined && text !== '0' && (0,duration/* parseDuration */.E)(text) === undefined)
        report(node.at, `\`${key}\` is ${(0,quote/* quoted */.T)(text)}, which is not a duration.`, 'Use a value such as 5m or 1h30m.');
}

// EXTERNAL MODULE: ./build/lint/rules/unit-tests.js
var unit_tests = __webpack_require__(6208);
;// CONCATENATED MODULE: ./build/lint/rules/unrelated.js

/** Rules about other programs, or about misspelled metrics. */
const unrelatedRules = {
    code: 'rules/unrelated',
    severity: 'warning',
    what: 'None of the metrics of a rule file that `alerts.rules` names is declared.',
    why: 'It is about other programs, or all names in it are misspelled.',
    bad: (0,examples/* group */.O)((0,examples/* alert */.x)('node_a + node_b + node_c + node_d')).replace('- name', '▸- name'),
    good: (0,examples/* group */.O)((0,examples/* alert */.x)('users == 0')),
    check({ unrelated }, { report }) {
        if (unrelated)
            report(unrelated.at, `No service declares any of the metrics of these rules: ${unrelated.examples.map((name) => `\`${name}\``).join(', ')}${unrelated.metrics > unrelated.examples.length ? ' and others' : ''}.`, 'Declare them under `metrics` of their service, or correct their names.');
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/value-in-label.js




const rule = (more) => (0,examples/* group */.O)(`- alert: Many
  expr: users > 60
  for: 5m
${more}`);
/** A value that makes a new alert of every evaluation. */
const valueInLabel = {
    code: 'rules/value-in-label',
    severity: 'error',
    what: 'A label of an alert contains the value of its query.',
    why: 'With every new value it is a new alert: `for` starts again and never ends, and the alert never fires.',
    bad: rule('  labels: { severity: page, current: ▸"{{ $value }}" }\n'),
    good: rule('  labels: { severity: page }\n  annotations: { current: "{{ $value }}" }\n'),
    check({ rules }, { report }) {
        for (const one of rules) {
            const labels = (0,formats_tree/* get */.Jt)(one.node, 'labels');
            // Without `for` it does fire; a query that compares with `==` has one value.
            if (one.kind !== 'alert' ||
                (0,subject/* lacks */.p)(one, 'for') ||
                labels?.kind !== 'table' ||
                /==\s*(?!bool)/.test(one.query))
                continue;
            for (const [key, value] of labels.entries)
                if (/\{\{[^{}]*(?:\$value\b|(?<![\w$])\.Value\b)/.test((0,formats_tree/* scalarText */.ws)(value) ?? ''))
                    report(value.at, `The label ${(0,quote/* quoted */.T)(key)} of alert ${(0,quote/* quoted */.T)(one.name)} contains the value: with every new value \`for\` starts again, and the alert never fires.`, 'Move it to `annotations`.');
        }
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/rules.js












/** Every check of a rule file, for mistakes that promtool accepts. */
const ruleFileRules = [
    ruleFileShape,
    ruleResult,
    experimentalFunction,
    valueInLabel,
    duplicateRule,
    severalDocuments,
    recordName,
    noFor,
    noSeverity,
    unrelatedRules,
];
/** All diagnostics of rule files. */
const ruleFileEntries = [...ruleFileRules, names/* nameTaken */.n, unit_tests/* testFailed */.w];

;// CONCATENATED MODULE: ./build/lint/rules/lint.js











/** Checks a rule file for mistakes that promtool does not find, and its queries. */
function lintRules(text, file, context) {
    const read = (0,yaml/* readYaml */.g)(text);
    if (!read.ok)
        return [(0,syntax/* invalidYaml */.Zp)(file, read)];
    const { tree, more } = read;
    const { isOurs = false } = context;
    const found = (0,subject/* rulesOf */.f)(tree);
    const { contract, unrelated } = context.contract
        ? relationOfRules(tree, found, context.contract)
        : { contract: undefined };
    const queries = [];
    const rules = found.map((rule) => {
        const { reports, parsed } = (0,lint/* lintQuery */.i)(rule.query, { kind: 'rule', contract, isOurs });
        for (const { rule: own, at, message, hint } of reports)
            queries.push((0,lint_rule/* diagnostic */.YK)(own, { file, ...placeIn(rule.expr, at) }, `Rule ${(0,quote/* quoted */.T)(rule.name)}: ${message}`, hint));
        return { ...rule, parsed };
    });
    return [...(0,lint_rule/* runRules */.xG)(ruleFileRules, { tree, more, rules, unrelated }, file), ...queries];
}
/** What the rules of a file record; empty when it cannot be read. */
function recordedIn(text) {
    const read = (0,yaml/* readYaml */.g)(text);
    const recorded = new Map();
    if (!read.ok)
        return recorded;
    for (const { kind, name, node, query } of (0,subject/* rulesOf */.f)(read.tree)) {
        if (kind !== 'record')
            continue;
        const own = keptLabels((0,parse/* parsePromql */.v)(query));
        const added = (0,formats_tree/* get */.Jt)(node, 'labels');
        const labels = own && [...own, ...(added?.kind === 'table' ? added.entries.keys() : [])];
        const known = recorded.get(name);
        // Several rules may record one name: its series have the labels of all of them.
        if (!recorded.has(name))
            recorded.set(name, labels);
        else
            recorded.set(name, known && labels && [...known, ...labels]);
    }
    return recorded;
}
/** Functions that add or change labels. */
const ADDS_LABELS = new Set([
    'label_replace',
    'label_join',
    'info',
    'count_values',
    'absent',
    'absent_over_time',
]);
/** The labels that the result of a query may have: those that its outermost aggregations keep. */
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


/***/ }),

/***/ 9056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ nameTaken),
/* harmony export */   takenNames: () => (/* binding */ takenNames)
/* harmony export */ });
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8587);
/* harmony import */ var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9776);
/* harmony import */ var _lib_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1328);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5796);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8517);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7936);






/** A rule file that the configuration names. */
function deployed(text) {
    const services = 'services: [{ name: web, app: chat, port: 9090 }]';
    const config = `monitoring: { app: mon }\napps: [{ app: chat }]\n${services}\nalerts: { rules: [rules.yml] }\n`;
    return { path: 'rules.yml', text, others: { 'monitoring.yml': config } };
}
/** A rule of `alerts.rules` whose name is taken. */
const nameTaken = {
    code: 'rules/name-taken',
    severity: 'error',
    what: 'A rule of `alerts.rules` has the name of another one that is deployed with it.',
    why: 'Two alerts of one name and labels notify twice; with the name of an alert of this action, the message links to the wrong runbook. Two recorded series of one name overwrite each other.',
    bad: deployed((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .group */ .O)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .x)('up == 0').replace('Down', '▸TargetDown'))),
    good: deployed((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .group */ .O)((0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .alert */ .x)('up == 0'))),
};
/** Finds names of deployed rule files that exist twice, or that are those of this action. */
function takenNames(files, own) {
    const seen = new Map();
    return files.flatMap(({ file, text }) => {
        const read = (0,_formats_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readYaml */ .g)(text);
        if (!read.ok)
            return [];
        return (0,_subject_js__WEBPACK_IMPORTED_MODULE_2__/* .rulesOf */ .f)(read.tree).flatMap((rule) => {
            const at = { file, ...rule.at };
            const isOwn = (rule.kind === 'alert' ? own.alerts : own.records).has(rule.name);
            if (isOwn)
                return [
                    (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnostic */ .YK)(nameTaken, at, `${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(rule.name)} is the name of a rule of deploy-monitoring.`, 'Choose another name.'),
                ];
            const key = keyOf(rule);
            const first = seen.get(key);
            if (first === undefined) {
                seen.set(key, `${file}:${rule.at.line}`);
                return [];
            }
            return [
                (0,_rule_js__WEBPACK_IMPORTED_MODULE_3__/* .diagnostic */ .YK)(nameTaken, at, `The rule ${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .T)(rule.name)} exists in ${first} with the same labels.`, 'Remove or rename one of the two, or distinguish them with a label.'),
            ];
        });
    });
}
function keyOf({ kind, name, node }) {
    const labels = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .get */ .Jt)(node, 'labels');
    const written = labels?.kind === 'table' ? [...labels.entries].map(([label, value]) => [label, (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .scalarText */ .ws)(value)]) : [];
    return JSON.stringify([kind, name, written.toSorted()]);
}


/***/ }),

/***/ 7936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ rulesOf),
/* harmony export */   p: () => (/* binding */ lacks)
/* harmony export */ });
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8587);

/** The rules of a file, in the order of the file. */
function rulesOf(tree) {
    return (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(tree, 'groups'))
        .flatMap((group) => [...(0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(group, 'rules'))])
        .flatMap((node) => {
        const kind = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(node, 'record')) ? 'record' : 'alert';
        const name = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(node, kind);
        const expr = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(node, 'expr');
        const text = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(name);
        const query = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .scalarText */ .ws)(expr);
        return node.kind === 'table' && name && text && expr && query
            ? [{ kind, name: text, at: name.at, node, expr, query }]
            : [];
    });
}
/** Whether a rule has no value for a key. */
function lacks({ node }, key) {
    const value = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_0__/* .get */ .Jt)(node, key);
    return !value || (value.kind === 'value' && value.value === null);
}


/***/ }),

/***/ 6208:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ testFailures),
/* harmony export */   prepareTest: () => (/* binding */ prepareTest),
/* harmony export */   w: () => (/* binding */ testFailed)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _formats_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8587);
/* harmony import */ var _formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9776);
/* harmony import */ var _lib_quote_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1328);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5796);
/* harmony import */ var _yaml_syntax_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5523);







/** A unit test of rules that fails. */
const testFailed = {
    code: 'rules/test-failed',
    severity: 'error',
    what: 'A unit test of rules fails, or cannot be run.',
    why: 'A rule does not fire when it should, or fires when it should not.',
};
/** The rule files of a test, by their paths relative to it; a test of other files cannot be run. */
function prepareTest({ file, text }, deployed) {
    const read = (0,_formats_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .readYaml */ .g)(text);
    if (!read.ok)
        return { rules: new Map(), problems: [(0,_yaml_syntax_js__WEBPACK_IMPORTED_MODULE_3__/* .invalidYaml */ .Zp)(file, read)] };
    const named = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(read.tree, 'rule_files');
    const rules = new Map();
    const problems = [];
    const fail = (at, message, hint) => problems.push((0,_rule_js__WEBPACK_IMPORTED_MODULE_5__/* .diagnostic */ .YK)(testFailed, { file, line: at.line, column: at.column }, message, hint));
    if ((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .get */ .Jt)(read.tree, 'tests')).length === 0)
        fail(read.tree.at, 'This file has no `tests`.', 'Add tests in the format of `promtool test rules`, or rename the file: a name that ends in _test.yml is a test.');
    if ((0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(named).length === 0)
        fail((named ?? read.tree).at, 'This test does not name a rule file.', 'List the files to test under `rule_files`.');
    for (const one of (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .items */ .ld)(named)) {
        const path = (0,_formats_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .scalarText */ .ws)(one) ?? '';
        const source = deployed.find((rule) => rule.file === node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file), path));
        if (source && !path.startsWith('/'))
            rules.set(path, source.text);
        else
            fail(one.at, `The rule file ${(0,_lib_quote_js__WEBPACK_IMPORTED_MODULE_6__/* .quoted */ .T)(path)} is not one that \`alerts.rules\` names.`, 'Name it relative to this file, and list it in `alerts.rules` of the configuration.');
    }
    return { rules, problems };
}
/** The failures in the output of `promtool test rules`: one diagnostic for each alert or query, at its place in the file. */
function testFailures(output, { file, text }) {
    const lines = text.split('\n');
    // promtool indents each failure of a test by four and its details by more.
    const failures = output
        .split(/^(?= {4}(?:alertname:|expr:)|.*(?:err|error):)/m)
        .filter((part) => /alertname:|expr:|err(?:or)?:|got:/.test(part));
    const parts = failures.length > 0 ? failures : [output];
    return parts.map((part) => {
        const name = /alertname: ?([^,\s]+)/.exec(part)?.[1] ?? /expr: ?"([^"]+)"/.exec(part)?.[1];
        const index = name === undefined ? -1 : lines.findIndex((line) => line.includes(name));
        const at = { file, line: index + 1 || 1, column: (lines[index]?.search(/\S/) ?? 0) + 1 };
        return (0,_rule_js__WEBPACK_IMPORTED_MODULE_5__/* .diagnostic */ .YK)(testFailed, at, `The test fails: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .cut */ .Jj)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(part, 1_000), 600)}`, 'Correct the rule or the test: `promtool test rules` shows the same.');
    });
}


/***/ }),

/***/ 5523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zp: () => (/* binding */ invalidYaml)
/* harmony export */ });
/* unused harmony exports yamlSyntax, yamlIndentation, yamlEntries */
/* harmony import */ var _rule_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5796);

const rules = (summary) => `groups:
- name: targets
  rules:
  - alert: Down
    expr: up == 0
    for: 5m
    labels: { severity: page }
    annotations:
      summary: ${summary}
`;
/** A YAML file of any kind that cannot be read. */
const yamlSyntax = {
    code: 'yaml/syntax',
    severity: 'error',
    what: 'A file is not valid YAML, or its aliases expand to more than 200,000 values.',
    why: 'Prometheus and GitHub cannot read it either.',
    bad: {
        path: 'prometheus.yml',
        text: `scrape_configs:
- job_name: "a
▸`,
    },
    good: {
        path: 'prometheus.yml',
        text: `scrape_configs:
- job_name: "a"
`,
    },
};
/** A YAML file that cannot be read here, but may be valid for another parser. */
const yamlIndentation = {
    code: 'yaml/indentation',
    severity: 'warning',
    what: 'A quoted text is not closed, or continues at the indentation of its key.',
    why: 'Prometheus accepts the indentation, YAML 1.2 does not. The file was not checked any further.',
    bad: {
        path: 'rules.yml',
        text: rules('▸"The target is\n      down."'),
    },
    good: {
        path: 'rules.yml',
        text: rules('"The target is\n        down."'),
    },
};
const yamlEntries = [yamlSyntax, yamlIndentation];
/** The diagnostic for a file that cannot be read. */
const invalidYaml = (file, { at, message, hint, isUnsure }) => (0,_rule_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnostic */ .YK)(isUnsure ? yamlIndentation : yamlSyntax, { file, ...at }, message, hint);


/***/ })

};
