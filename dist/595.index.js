export const id = 595;
export const ids = [595];
export const modules = {

/***/ 595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ resultOf)
});

// UNUSED EXPORTS: resultSchema

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(2857);
;// CONCATENATED MODULE: ./build/verify/evidence.js
/** Why a target counts as failed: a closed set, so that reports and tests can rely on it. */
const REASON_CLASSES = [
    // The machine, before any scrape.
    'no-machines',
    'stopped',
    // Discovery, before any answer.
    'not-discovered',
    'not-scraped',
    'stale',
    // No connection.
    'dns',
    'refused',
    'unreachable',
    'timeout',
    'reset',
    'not-http',
    'tls',
    'scheme',
    // An answer, but not the one we need.
    'auth',
    'not-found',
    'server-error',
    'http-status',
    'redirect',
    'html',
    'content-type',
    'encoding',
    'truncated',
    'parse',
    'limit',
    // Prometheus' own fault.
    'local-config',
    // Up, and still wrong.
    'empty',
    'samples-lost',
    'unknown',
];
/**
 * What a query of a panel came to. Only `data` is good; `warning` is data with a remark of Prometheus.
 * `waiting`: no data, as it may be before the first traffic. `too-early`: time was up before there could be any.
 * `stale`: only samples from before this verification. `nan`: values, none of them a number.
 */
const PANEL_STATES = [
    'data',
    'warning',
    'no-data',
    'waiting',
    'too-early',
    'stale',
    'nan',
    'error',
    'not-checked',
];
const CHECK_AREAS = [
    'configuration',
    'reload',
    'retention',
    'self-scrape',
    'rules',
    'remote-write',
    'access',
    'health',
    'metrics-exposure',
];

// EXTERNAL MODULE: ./build/report/summary.js + 2 modules
var summary = __webpack_require__(609);
;// CONCATENATED MODULE: ./build/report/result.js



/**
 * The result for programs. `templates/result.schema.json` is generated from here and published: within one `version`
 * nothing is taken away or renamed. Texts of other programs in it are as they came.
 */
const certainty = schemas/* enum */.k5n(['proven', 'inferred', 'not checked'])
    .describe('proven: seen in an answer of the running system. inferred: signs usually mean it.');
const claim = { certainty, why: schemas/* string */.YjP() };
const problem = schemas/* object */.Ikc({
    code: schemas/* string */.YjP(),
    severity: schemas/* enum */.k5n(['error', 'warning']),
    at: schemas/* object */.Ikc({ file: schemas/* string */.YjP(), line: schemas/* int */.Whr(), column: schemas/* int */.Whr() }).optional(),
    message: schemas/* string */.YjP(),
    hint: schemas/* string */.YjP(),
});
const reason = schemas/* object */.Ikc({
    class: schemas/* enum */.k5n(REASON_CLASSES),
    why: schemas/* string */.YjP(),
    next: schemas/* string */.YjP().describe('What to do.'),
    certainty,
    detail: schemas/* string */.YjP().describe('What Prometheus said, word for word.'),
});
const target = schemas/* object */.Ikc({
    service: schemas/* string */.YjP(),
    app: schemas/* string */.YjP(),
    machine: schemas/* string */.YjP(),
    region: schemas/* string */.YjP(),
    address: schemas/* string */.YjP().describe('Address and port that Prometheus scrapes.'),
    state: schemas/* enum */.k5n(['up', 'down', 'resting', 'unknown']),
    ...claim,
    reason: reason.optional(),
    lastScrape: schemas/* string */.YjP().optional().describe("On Prometheus' own clock, as an ISO time."),
    samples: schemas/* number */.aig().optional(),
    lost: schemas/* number */.aig().optional(),
});
const metric = schemas/* object */.Ikc({
    service: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['present', 'waiting', 'missing', 'wrong-type', 'partial', 'unknown']),
    ...claim,
    actualType: schemas/* string */.YjP().optional(),
    nearMiss: schemas/* string */.YjP().optional(),
    next: schemas/* string */.YjP().optional(),
});
const panel = schemas/* object */.Ikc({
    dashboard: schemas/* object */.Ikc({ uid: schemas/* string */.YjP(), title: schemas/* string */.YjP() }),
    panel: schemas/* object */.Ikc({ id: schemas/* number */.aig(), title: schemas/* string */.YjP() }),
    refId: schemas/* string */.YjP(),
    query: schemas/* string */.YjP().describe('As executed, variables and macros filled in.'),
    state: schemas/* enum */.k5n(PANEL_STATES),
    ...claim,
    absent: schemas/* array */.YOg(schemas/* string */.YjP()),
    next: schemas/* string */.YjP().optional(),
});
const check = schemas/* object */.Ikc({
    area: schemas/* enum */.k5n(CHECK_AREAS),
    subject: schemas/* string */.YjP(),
    outcome: schemas/* enum */.k5n(['holds', 'warning', 'broken', 'not-checked']),
    ...claim,
    next: schemas/* string */.YjP().optional(),
});
const rule = schemas/* object */.Ikc({
    group: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    state: schemas/* enum */.k5n(['ok', 'error', 'not-evaluated', 'missing']),
    ...claim,
    detail: schemas/* string */.YjP(),
});
const evidence = schemas/* object */.Ikc({
    mark: schemas/* string */.YjP().optional().describe("Only scrapes after this moment on Prometheus' clock count."),
    began: schemas/* string */.YjP(),
    ended: schemas/* string */.YjP(),
    prometheus: schemas/* string */.YjP().optional().describe('Version of Prometheus.'),
    targets: schemas/* array */.YOg(target),
    services: schemas/* array */.YOg(schemas/* object */.Ikc({
        service: schemas/* string */.YjP(),
        app: schemas/* string */.YjP(),
        expected: schemas/* int */.Whr(),
        up: schemas/* int */.Whr(),
        resting: schemas/* int */.Whr(),
        reason: reason.optional(),
    })),
    metrics: schemas/* array */.YOg(metric),
    undeclared: schemas/* array */.YOg(schemas/* object */.Ikc({ service: schemas/* string */.YjP(), names: schemas/* array */.YOg(schemas/* string */.YjP()) })),
    panels: schemas/* array */.YOg(panel),
    rules: schemas/* array */.YOg(rule),
    alerts: schemas/* array */.YOg(schemas/* object */.Ikc({
        name: schemas/* string */.YjP(),
        state: schemas/* enum */.k5n(['pending', 'firing']),
        summary: schemas/* string */.YjP(),
        since: schemas/* string */.YjP(),
    })),
    checks: schemas/* array */.YOg(check),
});
const resultSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(1),
    mode: schemas/* enum */.k5n(['deploy', 'plan', 'verify', 'dashboards']).optional(),
    verdict: schemas/* enum */.k5n(['proven', 'unproven', 'failed']),
    headline: schemas/* string */.YjP(),
    monitoring: schemas/* object */.Ikc({ app: schemas/* string */.YjP(), url: schemas/* string */.YjP() }).optional(),
    apps: schemas/* array */.YOg(schemas/* object */.Ikc({ app: schemas/* string */.YjP(), deployed: schemas/* boolean */.zMY(), machines: schemas/* int */.Whr() })),
    failures: schemas/* array */.YOg(schemas/* object */.Ikc({
        code: schemas/* string */.YjP(),
        area: schemas/* string */.YjP(),
        subject: schemas/* string */.YjP(),
        why: schemas/* string */.YjP(),
        next: schemas/* string */.YjP(),
        decides: schemas/* boolean */.zMY(),
    })),
    problems: schemas/* array */.YOg(problem),
    changes: schemas/* array */.YOg(schemas/* object */.Ikc({ subject: schemas/* string */.YjP(), what: schemas/* string */.YjP(), result: schemas/* string */.YjP(), why: schemas/* string */.YjP() })),
    dashboards: schemas/* array */.YOg(schemas/* object */.Ikc({ title: schemas/* string */.YjP(), url: schemas/* string */.YjP(), result: schemas/* string */.YjP() })),
    skipped: schemas/* array */.YOg(schemas/* object */.Ikc({ part: schemas/* string */.YjP(), why: schemas/* string */.YjP(), set: schemas/* string */.YjP() })),
    checked: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* int */.Whr()).optional().describe('Mode plan: files checked, by kind.'),
    evidence: evidence.optional(),
});
/** A report as its published result: what the schema does not know is left out. */
function resultOf(report) {
    const { verdict, monitoring, ...rest } = report;
    return resultSchema.parse({
        version: 1,
        ...rest,
        verdict: verdict.kind,
        failures: verdict.kind === 'unproven' ? verdict.failures : [],
        headline: (0,summary/* headline */.P)(report),
        ...(monitoring && { monitoring }),
    });
}


/***/ }),

/***/ 609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ headline),
  z: () => (/* binding */ summary)
});

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/report/markdown.js

/** Rows of a table before the rest is only counted: a summary holds 1 MiB, a reader far less. */
const MAX_ROWS = 200;
/** Foreign text as Markdown that renders as exactly that text, on one line: nothing in it is markup, link or mention. */
function plain(text, limit = 500) {
    return (0,lib_text/* oneLine */.TN)(text, limit).replace(/[\\`*_{}[\]()<>#+!|~&@:"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
/** Foreign text as inline code; HTML, because Markdown's own code spans cannot hold every backtick in a table. */
function code(text, limit = 500) {
    return `<code>${plain(text, limit)}</code>`;
}
/** A link whose address is an http(s) URL; anything else stays text. */
function markdown_link(label, address) {
    const url = URL.parse(address);
    if (!url || !['http:', 'https:'].includes(url.protocol))
        return plain(label);
    return `[${plain(label)}](<${url.href.replace(/[<>]/g, encodeURIComponent)}>)`;
}
/** A table of ready-made Markdown cells. What does not fit is counted below it. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const shown = rows.slice(0, MAX_ROWS).map(line);
    const more = rows.length > MAX_ROWS ? `\n\n… and ${rows.length - MAX_ROWS} more.` : '';
    return `${[line(head), line(head.map(() => '---')), ...shown].join('\n')}${more}`;
}
/** A folded block. */
function details(title, body) {
    return `<details><summary>${plain(title)}</summary>\n\n${body}\n\n</details>`;
}
/** Lines as a code block; the fence is longer than any run of backticks inside. */
function fenced(lines, language = '') {
    const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return [fence + language, ...lines, fence].join('\n');
}

// EXTERNAL MODULE: ./build/report/todo.js
var todo = __webpack_require__(547);
;// CONCATENATED MODULE: ./build/report/evidence.js



const STATE = {
    up: '🟢&nbsp;up',
    down: '🔴&nbsp;down',
    resting: '⚪&nbsp;resting',
    unknown: '⚪&nbsp;not checked',
};
/** Every expected target, what is wrong first. */
function targets({ mode, evidence }) {
    if (!evidence)
        return '';
    const order = { down: 0, unknown: 1, up: 2, resting: 3 };
    const rows = evidence.targets
        .toSorted((a, b) => order[a.state] - order[b.state])
        .map((target) => [
        STATE[target.state],
        plain(target.service),
        `${code(target.machine)} ${plain(target.region)}`,
        clock(target.lastScrape),
        samples(target),
        target.state === 'up' ? '' : plain(target.reason?.why ?? target.why, 300),
    ]);
    const none = evidence.services
        .filter(({ reason }) => reason !== undefined)
        .map(({ service, reason }) => [
        '🔴 no machine',
        plain(service),
        '',
        '',
        '',
        plain(reason?.why ?? '', 300),
    ]);
    if (rows.length + none.length === 0)
        return '';
    const moment = mode === 'verify' ? 'when this check began' : 'when every deploy had ended';
    const mark = evidence.mark
        ? `\n\nCounted is what Prometheus scraped after ${clock(evidence.mark)} on its own clock, the moment ${moment}.`
        : '';
    return `## Scrape targets\n\n${table(['', 'service', 'machine', 'last scrape', 'samples', 'reason'], [...none, ...rows])}${mark}`;
}
function samples({ samples: all, lost }) {
    if (all === undefined)
        return '';
    return lost ? `${all} (${lost} lost)` : String(all);
}
/** Metrics and panels: one line when all is well, tables of what is not. */
function contract(evidence) {
    if (!evidence || evidence.metrics.length + evidence.panels.length === 0)
        return '';
    const { metrics, panels } = evidence;
    const bad = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting');
    const empty = (0,todo/* emptyPanels */.X)(panels);
    const waiting = metrics.filter(({ state }) => state === 'waiting').map(({ name }) => name);
    const undeclared = evidence.undeclared.reduce((sum, { names }) => sum + names.length, 0);
    const notChecked = panels.filter(({ state }) => state === 'not-checked').length;
    const lines = [
        metrics.length > 0
            ? `- ${metrics.length - bad.length - waiting.length} of ${(0,lib_text/* count */.U9)(metrics.length, 'declared metric')} there with the declared type`
            : '',
        waiting.length > 0
            ? `- ${(0,lib_text/* count */.U9)(waiting.length, 'metric')} waiting for traffic: ${waiting.map((name) => code(name)).join(', ')}`
            : '',
        panels.length > 0
            ? `- ${panels.length - empty.length - notChecked} of ${(0,lib_text/* count */.U9)(panels.length, 'panel query', 'panel queries')} with data`
            : '',
        undeclared > 0 ? `- ${(0,lib_text/* count */.U9)(undeclared, 'more metric')} exposed without being declared` : '',
    ].filter((line) => line !== '');
    const metricRows = bad.map(({ state, service, name, why }) => [
        plain(state),
        code(name),
        plain(service),
        plain(why, 300),
    ]);
    const panelRows = empty.map(({ state, panel, dashboard, why }) => [
        plain(state),
        plain(panel.title),
        plain(dashboard.title),
        plain(why, 300),
    ]);
    return [
        `## Metrics and panels\n\n${lines.join('\n')}`,
        metricRows.length > 0 ? table(['', 'metric', 'service', 'what is wrong'], metricRows) : '',
        panelRows.length > 0 ? table(['', 'panel', 'dashboard', 'what is wrong'], panelRows) : '',
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
/** Alerts that are firing or about to: shown, not judged. */
function alerts(evidence) {
    // A watchdog always fires: it proves that alerting works and asks nothing of anybody.
    const active = (evidence?.alerts ?? []).filter(({ labels }) => labels.severity !== 'none');
    if (active.length === 0)
        return '';
    const rows = active.map(({ state, name, summary: text, since }) => [
        state === 'firing' ? '🔥 firing' : '⏳ pending',
        plain(name),
        plain(text),
        clock(since),
    ]);
    return `## Alerts\n\n${table(['', 'alert', 'summary', 'since'], rows)}`;
}
/** What else was looked at, with how sure we are: a degraded run must not read as proof. */
function checks(evidence) {
    if (!evidence || evidence.checks.length === 0)
        return '';
    const sign = { holds: '✔', warning: '⚠', broken: '✖', 'not-checked': '–' };
    const rows = evidence.checks.map(({ outcome, area, subject, certainty, why }) => [
        sign[outcome],
        plain(area),
        plain(subject),
        plain(certainty),
        plain(why, 300),
    ]);
    return details('What else was checked', table(['', 'what', 'of', 'how sure', 'why'], rows));
}
/** The time of day of an ISO time. */
const clock = (iso) => (iso ? `${plain(iso.slice(11, 19))} UTC` : '');

;// CONCATENATED MODULE: ./build/report/summary.js




/** GitHub drops a step's summary beyond 1 MiB without a word to the reader. */
const MAX_BYTES = 1_000_000;
const MAX_TODOS = 50;
/** The job summary as Markdown: the verdict, what to do, then the tables. */
function summary(report) {
    const sections = [
        `# ${icon(report)} ${headline(report)}`,
        links(report),
        whatToDo((0,todo/* todos */.Q)(report)),
        targets(report),
        contract(report.evidence),
        alerts(report.evidence),
        changes(report.changes),
        skipped(report),
        byHand(report),
        checks(report.evidence),
        timings(report),
    ];
    return fitting(sections.filter((section) => section !== ''));
}
/** One sentence that always tells the truth, whatever the exit code is. */
function headline(report) {
    const { mode, verdict, evidence } = report;
    if (report.checked)
        return planned(report);
    if (report.refused && report.changes.length === 0)
        return 'Failed before it began: inputs or files are wrong, nothing was changed';
    if (verdict.kind === 'failed')
        return 'Failed: not everything could be done';
    if (mode === 'dashboards')
        return 'Done: the dashboards are in Grafana; nothing was verified';
    const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? [];
    const up = expected.filter((target) => target.state === 'up').length;
    const when = mode === 'verify' ? 'since this check began' : 'after this deploy';
    const scraped = `${up} of ${(0,lib_text/* count */.U9)(expected.length, 'target')} scraped ${when}`;
    if (verdict.kind === 'proven')
        return `Proven: ${scraped}`;
    const isContract = up === expected.length && up > 0;
    return `Not proven: ${scraped}${isContract ? ', but not every promise holds' : ''}`;
}
function planned({ checked, problems }) {
    const of = (severity) => problems.filter((problem) => problem.severity === severity).length;
    const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0);
    const [errors, warnings] = [of('error'), of('warning')];
    const found = errors + warnings === 0
        ? 'nothing to complain about'
        : `${(0,lib_text/* count */.U9)(errors, 'error')}, ${(0,lib_text/* count */.U9)(warnings, 'warning')}`;
    return `Plan: ${found} in ${(0,lib_text/* count */.U9)(files, 'file')}`;
}
function icon({ mode, verdict }) {
    if (verdict.kind === 'unproven' && (mode === 'dashboards' || mode === 'plan'))
        return '☑️';
    return { proven: '✅', unproven: '❌', failed: '❌' }[verdict.kind];
}
function links({ monitoring, health, dashboards: shown }) {
    if (!monitoring)
        return '';
    const parts = [
        markdown_link('Prometheus', monitoring.url),
        markdown_link('its targets', `${monitoring.url}/targets`),
        ...health.map((url) => markdown_link(new URL(url).host, url)),
        ...shown.filter((d) => d.url !== '').map((d) => markdown_link(d.title, d.url)),
    ];
    return parts.join(' · ');
}
function whatToDo(todo) {
    if (todo.length === 0)
        return '';
    const items = todo.slice(0, MAX_TODOS).map(({ severity, subject, what, next }) => {
        const lead = `${severity === 'error' ? '🔴' : '🟡'} ${subject === '' ? '' : `**${plain(subject)}**: `}`;
        return `- ${lead}${plain(what, 1_000)}${next === '' ? '' : `<br>→ ${plain(next, 1_000)}`}`;
    });
    const more = todo.length > MAX_TODOS ? [`- … and ${todo.length - MAX_TODOS} more, see the tables.`] : [];
    return ['## What to do', ...items, ...more].join('\n');
}
const RESULT = { done: '✔', unchanged: '=', kept: '✋', failed: '✖', 'not-run': '–' };
function changes(all) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ result, subject, what, why, seconds }) => [
        RESULT[result],
        code(subject),
        plain(what),
        plain(why, 200),
        seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
    ]);
    return `## What this run did\n\n${table(['', 'on', 'what', 'why', ''], rows)}`;
}
function skipped({ skipped: parts }) {
    if (parts.length === 0)
        return '';
    const rows = parts.map(({ part, why, set }) => [plain(part), plain(why), plain(set)]);
    return `## Skipped\n\n${table(['part', 'why', 'to have it, set'], rows)}`;
}
/** The lines that show the same by hand; the password stays a variable. */
function byHand({ monitoring }) {
    if (!monitoring)
        return '';
    const user = monitoring.password ? '-u "prometheus:$PROMETHEUS_PASSWORD" ' : '';
    return details('See for yourself', fenced([
        `curl ${user}${monitoring.url}/-/healthy`,
        `curl ${user}"${monitoring.url}/api/v1/targets?state=active"`,
    ], 'sh'));
}
function timings({ timings: all }) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ step, seconds, note }) => [
        plain(step),
        `${seconds.toFixed(1)} s`,
        plain(note ?? ''),
    ]);
    return details('Timings', table(['step', '', ''], rows));
}
/** Sections from the top as long as they fit; what does not is named, never cut in the middle. */
function fitting(sections) {
    const kept = [];
    const dropped = [];
    let size = 0;
    for (const section of sections) {
        size += Buffer.byteLength(section) + 2;
        if (size < MAX_BYTES)
            kept.push(section);
        else
            dropped.push(section.match(/^## (.*)/)?.[1] ?? 'details');
    }
    if (dropped.length > 0)
        kept.push(`Left out because GitHub shows 1 MiB at most: ${(0,lib_text/* list */.p_)(dropped)}.`);
    return `${kept.join('\n\n')}\n`;
}


/***/ }),

/***/ 547:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ todos),
/* harmony export */   X: () => (/* binding */ emptyPanels)
/* harmony export */ });
/** Everything that asks for somebody's attention, worst first. */
function todos(report) {
    const failures = report.verdict.kind === 'unproven' ? report.verdict.failures : [];
    const all = [
        ...report.problems.map(fromProblem),
        ...failures.map(({ code, subject, why, next, decides }) => ({
            severity: decides ? 'error' : 'warning',
            code,
            subject,
            what: why,
            next,
        })),
        ...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }) => outcome === 'warning'
            ? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
            : []),
    ];
    return [
        ...together(all.filter((todo) => todo.severity === 'error')),
        ...together(all.filter((todo) => todo.severity === 'warning')),
    ];
}
/** Said once what is the same for several: a service that is down takes its metrics and panels along. */
function together(all) {
    const groups = Map.groupBy(all, (todo) => JSON.stringify([todo.code, todo.what, todo.next, todo.at ?? '']));
    return [...groups.values()].flatMap((group) => {
        const [first, second, ...more] = group;
        if (!first || !second)
            return group;
        const others = more.length === 0 ? ` and ${second.subject}` : ` and ${more.length + 1} more`;
        return [{ ...first, subject: `${first.subject}${others}` }];
    });
}
function fromProblem({ at, severity, code, message, hint }) {
    const subject = at ? `${at.file}:${at.line}:${at.column}` : '';
    return { severity, code, subject, ...(at && { at }), what: message, next: hint };
}
/** Queries that bring nothing to see. Not checked is told elsewhere: it is no fault of the panel. */
function emptyPanels(panels) {
    return panels.filter(({ state }) => !['data', 'warning', 'not-checked'].includes(state));
}


/***/ })

};
