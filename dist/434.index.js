export const id = 434;
export const ids = [434];
export const modules = {

/***/ 2434:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lintRules: () => (/* binding */ lintRules),
  recordedNamesIn: () => (/* binding */ recordedNamesIn)
});

// EXTERNAL MODULE: ./build/formats/tree.js
var formats_tree = __webpack_require__(8587);
// EXTERNAL MODULE: ./build/formats/yaml.js
var yaml = __webpack_require__(9776);
// EXTERNAL MODULE: ./build/lib/quote.js
var quote = __webpack_require__(1328);
// EXTERNAL MODULE: ./build/lint/query/lint.js + 19 modules
var lint = __webpack_require__(9004);
// EXTERNAL MODULE: ./build/lint/rule.js
var lint_rule = __webpack_require__(5796);
// EXTERNAL MODULE: ./build/lint/yaml/syntax.js
var syntax = __webpack_require__(5523);
;// CONCATENATED MODULE: ./build/lint/rules/place.js
/** The place in the file of an offset in a query; the place of the query where folding or escapes hide it. */
const placeIn = (node, offset) => (offset !== undefined && node.kind === 'value' && node.inside?.(offset)) || node.at;

// EXTERNAL MODULE: ./build/formats/promql/parse.js + 5 modules
var parse = __webpack_require__(651);
;// CONCATENATED MODULE: ./build/lint/rules/relation.js


/** Below this number, each metric that no service declares is reported separately. */
const MANY = 4;
/**
 * The contract for the rules of a file. Rules about none of the declared metrics are most likely for another Prometheus,
 * whose labels have other values; many such metrics get one diagnostic instead of one each.
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
    if (unknown.length < MANY)
        return { contract: withoutLabels };
    const at = (0,formats_tree/* get */.Jt)(tree, 'groups')?.at ?? tree.at;
    return {
        contract: { ...withoutLabels, declares: false },
        unrelated: { at, metrics: names.size, examples: unknown.slice(0, 3) },
    };
}

;// CONCATENATED MODULE: ./build/lint/rules/examples.js
/** A rule file with the given rules, for the examples of rules. */
const group = (rules) => `groups:
  - name: chat
    rules:
${rules.replace(/^(?=.)/gm, '      ')}`;
/** A correct alert with the given query. */
const examples_alert = (expr) => `- alert: Down
  expr: ${expr}
  for: 5m
  labels: { severity: page }
`;

;// CONCATENATED MODULE: ./build/lint/rules/documents.js

/** Documents that Prometheus does not read. */
const severalDocuments = {
    code: 'rules/documents',
    severity: 'warning',
    what: 'A rule file has several YAML documents.',
    why: 'Prometheus reads only the first one.',
    bad: `▸${group(examples_alert('up == 0'))}---\ngroups: []\n`,
    good: group(examples_alert('up == 0')),
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
    bad: group(`${examples_alert('up == 0')}- ▸${examples_alert('up == 0').slice(2)}`),
    good: group(examples_alert('up == 0')),
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
    bad: group(examples_alert('▸sort_by_label(up, "a")')),
    good: group(examples_alert('sort(up)')),
    check({ rules }, { report }) {
        for (const { expr, parsed } of rules)
            for (const { name, from } of parsed.experimental)
                report(placeIn(expr, from), `\`${name}\` is experimental.`, 'Prometheus has it only with `--enable-feature=promql-experimental-functions`, and the deployed Prometheus is started without it.');
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/subject.js

/** The rules of a file, in the order of the file. */
function rulesOf(tree) {
    return (0,formats_tree/* items */.ld)((0,formats_tree/* get */.Jt)(tree, 'groups'))
        .flatMap((group) => [...(0,formats_tree/* items */.ld)((0,formats_tree/* get */.Jt)(group, 'rules'))])
        .flatMap((node) => {
        const kind = (0,formats_tree/* scalarText */.ws)((0,formats_tree/* get */.Jt)(node, 'record')) ? 'record' : 'alert';
        const name = (0,formats_tree/* get */.Jt)(node, kind);
        const expr = (0,formats_tree/* get */.Jt)(node, 'expr');
        const text = (0,formats_tree/* scalarText */.ws)(name);
        const query = (0,formats_tree/* scalarText */.ws)(expr);
        return node.kind === 'table' && name && text && expr && query
            ? [{ kind, name: text, at: name.at, node, expr, query }]
            : [];
    });
}
/** Whether a rule has no value for a key. */
function lacks({ node }, key) {
    const value = (0,formats_tree/* get */.Jt)(node, key);
    return !value || (value.kind === 'value' && value.value === null);
}

;// CONCATENATED MODULE: ./build/lint/rules/no-for.js



/** An alert without `for`. */
const noFor = {
    code: 'rules/no-for',
    severity: 'warning',
    what: 'An alert has no `for`.',
    why: 'One failed evaluation or scrape is enough to fire it.',
    bad: group(examples_alert('up == 0').replace('  for: 5m\n', '').replace('Down', '▸Down')),
    good: group(examples_alert('up == 0')),
    check({ rules }, { report }) {
        for (const rule of rules)
            if (rule.kind === 'alert' && lacks(rule, 'for') && lacks(rule, 'keep_firing_for'))
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
    bad: group(examples_alert('up == 0')
        .replace(/ {2}labels.*\n/, '')
        .replace('Down', '▸Down')),
    good: group(examples_alert('up == 0')),
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
    bad: group('- record: ▸a-b\n  expr: up\n'),
    good: group('- record: a:b\n  expr: up\n'),
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
    bad: group(examples_alert('▸up[5m]')),
    good: group(examples_alert('max_over_time(up[5m]) == 0')),
    check({ rules }, { report }) {
        for (const { name, expr, parsed } of rules)
            if (parsed.ok && (parsed.type === 'matrix' || parsed.type === 'string'))
                report(expr.at, `The rule ${(0,quote/* quoted */.T)(name)} returns ${parsed.type === 'matrix' ? 'a range vector' : 'a string'}.`, 'A rule needs an instant vector or a number, such as `rate(…[5m])` or `last_over_time(…[5m])`.');
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/unrelated.js

/** Rules about other programs, or about misspelled metrics. */
const unrelatedRules = {
    code: 'rules/unrelated',
    severity: 'warning',
    what: 'None of the metrics of a rule file is declared.',
    why: 'It is about other programs, or all names in it are misspelled.',
    bad: group(examples_alert('node_a + node_b + node_c + node_d')).replace('- name', '▸- name'),
    good: group(examples_alert('users == 0')),
    check({ unrelated }, { report }) {
        if (unrelated)
            report(unrelated.at, `None of the ${unrelated.metrics} metrics of these rules is declared by a service (${unrelated.examples.join(', ')}, …).`, 'Declare them under `metrics` of their service; rules for another Prometheus need no change.');
    },
};

;// CONCATENATED MODULE: ./build/lint/rules/rules.js








/** Every check of a rule file, for mistakes that promtool accepts. */
const ruleFileRules = [
    ruleResult,
    experimentalFunction,
    duplicateRule,
    severalDocuments,
    recordName,
    noFor,
    noSeverity,
    unrelatedRules,
];

;// CONCATENATED MODULE: ./build/lint/rules/lint.js










/** Checks a rule file for mistakes that promtool does not find, and its queries. */
function lintRules(text, file, context) {
    const read = (0,yaml/* readYaml */.g)(text);
    if (!read.ok)
        return [(0,syntax/* invalidYaml */.Zp)(file, read)];
    const { tree, more } = read;
    const found = rulesOf(tree);
    const { contract, unrelated } = context.contract
        ? relationOfRules(tree, found, context.contract)
        : { contract: undefined };
    const queries = [];
    const rules = found.map((rule) => {
        const { reports, parsed } = (0,lint/* lintQuery */.i)(rule.query, 'rule', contract);
        for (const { rule: own, at, message, hint } of reports)
            queries.push((0,lint_rule/* diagnostic */.YK)(own, { file, ...placeIn(rule.expr, at) }, `Rule ${(0,quote/* quoted */.T)(rule.name)}: ${message}`, hint));
        return { ...rule, parsed };
    });
    return [...(0,lint_rule/* runRules */.xG)(ruleFileRules, { tree, more, rules, unrelated }, file), ...queries];
}
/** The names that the rules of a file record; empty when it cannot be read. */
function recordedNamesIn(text) {
    const read = (0,yaml/* readYaml */.g)(text);
    if (!read.ok)
        return [];
    return (0,formats_tree/* items */.ld)((0,formats_tree/* get */.Jt)(read.tree, 'groups')).flatMap((group) => (0,formats_tree/* items */.ld)((0,formats_tree/* get */.Jt)(group, 'rules')).flatMap((rule) => (0,formats_tree/* scalarText */.ws)((0,formats_tree/* get */.Jt)(rule, 'record')) ?? []));
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
