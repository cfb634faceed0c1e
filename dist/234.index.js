export const id = 234;
export const ids = [234,595];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 2391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aF: () => (/* binding */ panelUrl),
/* harmony export */   bM: () => (/* binding */ findingUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl)
/* harmony export */ });
/* unused harmony export RUNBOOKS */
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/** The page about an alert: what it means, how to look, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS = (/* unused pure expression or super */ null && (`${REPOSITORY}/blob/main/docs/alerts/README.md`));
/** What a finding of mode plan means, and how to silence it. */
const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/findings.md#${code}`;
/** A dashboard's panel in the Grafana at `base`; without one, the path that any Grafana understands. */
const panelUrl = (ref, base = '') => `${base.replace(/\/+$/, '')}/d/${ref.dashboard}?viewPanel=${ref.panel}`;


/***/ }),

/***/ 2769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** `Did you mean "x"?` for a near miss, else undefined. */
function didYouMean(given, known) {
    const near = known.map((k) => ({ k, d: (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(given, k) })).toSorted((a, b) => a.d - b.d)[0];
    return near && near.d <= (near.k.length < 4 ? 1 : Math.max(2, Math.floor(near.k.length / 3)))
        ? `Did you mean "${near.k}"?`
        : undefined;
}


/***/ }),

/***/ 595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resultOf: () => (/* binding */ resultOf)
});

// UNUSED EXPORTS: resultSchema

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
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

// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
;// CONCATENATED MODULE: ./build/report/result.js



/**
 * The result for programs. `templates/result.schema.json` is generated from here and published: within one `version`
 * nothing is taken away or renamed. Texts of other programs in it are as they came.
 */
const whole = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf());
const certainty = dist/* pipe */.FsL(dist/* picklist */.KIO(['proven', 'inferred', 'not checked']), dist/* description */.h_('proven: seen in an answer of the running system. inferred: signs usually mean it.'));
const claim = { certainty, why: dist/* string */.YjP() };
const problem = dist/* object */.Ikc({
    code: dist/* string */.YjP(),
    severity: dist/* picklist */.KIO(['error', 'warning']),
    at: dist/* optional */.lqM(dist/* object */.Ikc({ file: dist/* string */.YjP(), line: whole, column: whole })),
    message: dist/* string */.YjP(),
    hint: dist/* string */.YjP(),
});
const reason = dist/* object */.Ikc({
    class: dist/* picklist */.KIO(REASON_CLASSES),
    why: dist/* string */.YjP(),
    next: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('What to do.')),
    certainty,
    detail: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('What Prometheus said, word for word.')),
});
const target = dist/* object */.Ikc({
    service: dist/* string */.YjP(),
    app: dist/* string */.YjP(),
    machine: dist/* string */.YjP(),
    region: dist/* string */.YjP(),
    address: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Address and port that Prometheus scrapes.')),
    state: dist/* picklist */.KIO(['up', 'down', 'resting', 'unknown']),
    ...claim,
    reason: dist/* optional */.lqM(reason),
    lastScrape: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_("On Prometheus' own clock, as an ISO time."))),
    samples: dist/* optional */.lqM(dist/* number */.aig()),
    lost: dist/* optional */.lqM(dist/* number */.aig()),
});
const metric = dist/* object */.Ikc({
    service: dist/* string */.YjP(),
    name: dist/* string */.YjP(),
    type: dist/* string */.YjP(),
    state: dist/* picklist */.KIO(['present', 'waiting', 'missing', 'wrong-type', 'partial', 'unknown']),
    ...claim,
    actualType: dist/* optional */.lqM(dist/* string */.YjP()),
    nearMiss: dist/* optional */.lqM(dist/* string */.YjP()),
    next: dist/* optional */.lqM(dist/* string */.YjP()),
});
const panel = dist/* object */.Ikc({
    dashboard: dist/* object */.Ikc({ uid: dist/* string */.YjP(), title: dist/* string */.YjP() }),
    panel: dist/* object */.Ikc({ id: dist/* number */.aig(), title: dist/* string */.YjP() }),
    refId: dist/* string */.YjP(),
    query: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('As executed, variables and macros filled in.')),
    state: dist/* picklist */.KIO(PANEL_STATES),
    ...claim,
    absent: dist/* array */.YOg(dist/* string */.YjP()),
    next: dist/* optional */.lqM(dist/* string */.YjP()),
});
const check = dist/* object */.Ikc({
    area: dist/* picklist */.KIO(CHECK_AREAS),
    subject: dist/* string */.YjP(),
    outcome: dist/* picklist */.KIO(['holds', 'warning', 'broken', 'not-checked']),
    ...claim,
    next: dist/* optional */.lqM(dist/* string */.YjP()),
});
const rule = dist/* object */.Ikc({
    group: dist/* string */.YjP(),
    name: dist/* string */.YjP(),
    state: dist/* picklist */.KIO(['ok', 'error', 'not-evaluated', 'missing']),
    ...claim,
    detail: dist/* string */.YjP(),
});
const evidence = dist/* object */.Ikc({
    mark: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_("Only scrapes after this moment on Prometheus' clock count."))),
    began: dist/* string */.YjP(),
    ended: dist/* string */.YjP(),
    prometheus: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Version of Prometheus.'))),
    targets: dist/* array */.YOg(target),
    services: dist/* array */.YOg(dist/* object */.Ikc({
        service: dist/* string */.YjP(),
        app: dist/* string */.YjP(),
        expected: whole,
        up: whole,
        resting: whole,
        reason: dist/* optional */.lqM(reason),
    })),
    metrics: dist/* array */.YOg(metric),
    undeclared: dist/* array */.YOg(dist/* object */.Ikc({ service: dist/* string */.YjP(), names: dist/* array */.YOg(dist/* string */.YjP()) })),
    panels: dist/* array */.YOg(panel),
    rules: dist/* array */.YOg(rule),
    alerts: dist/* array */.YOg(dist/* object */.Ikc({
        name: dist/* string */.YjP(),
        state: dist/* picklist */.KIO(['pending', 'firing']),
        summary: dist/* string */.YjP(),
        since: dist/* string */.YjP(),
    })),
    checks: dist/* array */.YOg(check),
});
const resultSchema = dist/* object */.Ikc({
    version: dist/* literal */.euz(1),
    mode: dist/* optional */.lqM(dist/* picklist */.KIO(['deploy', 'plan', 'verify', 'dashboards'])),
    verdict: dist/* picklist */.KIO(['proven', 'unproven', 'failed']),
    headline: dist/* string */.YjP(),
    monitoring: dist/* optional */.lqM(dist/* object */.Ikc({ app: dist/* string */.YjP(), url: dist/* string */.YjP() })),
    apps: dist/* array */.YOg(dist/* object */.Ikc({ app: dist/* string */.YjP(), deployed: dist/* boolean */.zMY(), machines: whole })),
    failures: dist/* array */.YOg(dist/* object */.Ikc({
        code: dist/* string */.YjP(),
        area: dist/* string */.YjP(),
        subject: dist/* string */.YjP(),
        why: dist/* string */.YjP(),
        next: dist/* string */.YjP(),
        decides: dist/* boolean */.zMY(),
    })),
    problems: dist/* array */.YOg(problem),
    changes: dist/* array */.YOg(dist/* object */.Ikc({ subject: dist/* string */.YjP(), what: dist/* string */.YjP(), result: dist/* string */.YjP(), why: dist/* string */.YjP() })),
    dashboards: dist/* array */.YOg(dist/* object */.Ikc({ title: dist/* string */.YjP(), url: dist/* string */.YjP(), result: dist/* string */.YjP() })),
    skipped: dist/* array */.YOg(dist/* object */.Ikc({ part: dist/* string */.YjP(), why: dist/* string */.YjP(), set: dist/* string */.YjP() })),
    checked: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), whole), dist/* description */.h_('Mode plan: files checked, by kind.'))),
    evidence: dist/* optional */.lqM(evidence),
});
/** A report as its published result: what the schema does not know is left out. */
function resultOf(report) {
    const { verdict, monitoring, ...rest } = report;
    return dist/* parse */.qgA(resultSchema, {
        version: 1,
        ...rest,
        verdict: verdict.kind,
        failures: verdict.kind === 'unproven' ? verdict.failures : [],
        headline: (0,headline/* headline */.P)(report),
        ...(monitoring && { monitoring }),
    });
}


/***/ }),

/***/ 594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./build/report/journal.js + 2 modules
var journal = __webpack_require__(5688);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(6876);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/report/rows.js
var report_rows = __webpack_require__(4098);
;// CONCATENATED MODULE: ./build/report/outputs.js

/** The outputs of the action, by the names that action.yml declares. GitHub allows 1 MB for all of them. */
function outputs(report) {
    const { evidence } = report;
    const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? [];
    return {
        verdict: report.verdict.kind,
        'monitoring-url': report.monitoring?.url ?? '',
        apps: JSON.stringify(report.apps),
        targets: JSON.stringify((evidence?.targets ?? []).map(({ service, app, machine, region, address, state, lastScrape, samples, reason }) => ({
            service,
            app,
            machine,
            region,
            address,
            health: state,
            lastScrape: lastScrape ?? null,
            samples: samples ?? null,
            reason: reason ? `${reason.why} ${reason.next}` : null,
        }))),
        'targets-up': String(expected.filter((target) => target.state === 'up').length),
        'targets-total': String(expected.length),
        'metrics-missing': JSON.stringify((evidence?.metrics ?? [])
            .filter(({ state }) => state !== 'present' && state !== 'waiting')
            .map(({ service, name, state, nearMiss }) => ({ service, name, state, nearMiss: nearMiss ?? null }))),
        'panels-empty': JSON.stringify((0,report_rows/* emptyPanels */.Xb)(evidence?.panels ?? []).map(({ dashboard, panel, refId, state }) => ({
            dashboard: dashboard.uid,
            panel: panel.title,
            query: refId,
            state,
        }))),
        dashboards: JSON.stringify(report.dashboards),
        changed: String(report.changes.some(({ result }) => result === 'done')),
    };
}

// EXTERNAL MODULE: ./build/report/result.js + 1 modules
var result = __webpack_require__(595);
// EXTERNAL MODULE: ./build/content/links.js
var links = __webpack_require__(2391);
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

;// CONCATENATED MODULE: ./build/report/evidence.js



const STATE = {
    'no-machine': '🔴&nbsp;no machine',
    down: '🔴&nbsp;down',
    unknown: '⚪&nbsp;not checked',
    up: '🟢&nbsp;up',
    resting: '⚪&nbsp;resting',
};
/** Every expected target, what is wrong first. */
function targets({ mode, evidence }) {
    if (!evidence)
        return '';
    const rows = (0,report_rows/* targetRows */.dg)(evidence);
    if (rows.length === 0)
        return '';
    const moment = mode === 'verify' ? 'when this check began' : 'when every deploy had ended';
    const mark = `Counted is what Prometheus scraped after ${clock(evidence.mark)} on its own clock, the moment ${moment}.`;
    return ['## Scrape targets', ...targetTables(rows), ...(evidence.mark ? [mark] : [])].join('\n\n');
}
/** A fleet that is larger than this is folded, but for what is wrong. */
const FEW_TARGETS = 20;
function targetTables(rows) {
    const inTable = (some) => table(['', 'service', 'machine', 'last scrape', 'samples', 'reason'], some.map(target));
    if (rows.length <= FEW_TARGETS)
        return [inTable(rows)];
    const { well = [], wrong = [] } = Object.groupBy(rows, ({ state }) => state === 'up' || state === 'resting' ? 'well' : 'wrong');
    const folded = details(`${(0,lib_text/* count */.U9)(well.length, 'target')} that are up or may rest`, inTable(well));
    return [...(wrong.length > 0 ? [inTable(wrong)] : []), ...(well.length > 0 ? [folded] : [])];
}
const target = ({ state, service, machine, region, lastScrape, samples, lost, why }) => [
    STATE[state],
    plain(service),
    machine === '' ? '' : `${code(machine)}&nbsp;${plain(region)}`,
    clock(lastScrape),
    `${samples ?? ''}${lost ? ` (${lost} lost)` : ''}`,
    plain(why, 300),
];
/** Names of one line before the rest is only counted. */
const MAX_NAMES = 20;
/** Metrics and panels: one line when all is well, tables of what is not. */
function contract(evidence) {
    const { lines, metrics, panels } = evidence
        ? (0,report_rows/* contractRows */.Sv)(evidence)
        : { lines: [], metrics: [], panels: [] };
    if (lines.length === 0)
        return '';
    const items = lines.map(({ text, names }) => {
        const about = (0,lib_text/* few */.H$)(names.map((name) => code(name)), MAX_NAMES);
        return `- ${text}${about === '' ? '' : `: ${about}`}`;
    });
    return [
        `## Metrics and panels\n\n${items.join('\n')}`,
        wrong(['', 'metric', 'service', 'what is wrong'], metrics, code),
        wrong(['', 'panel', 'dashboard', 'what is wrong'], panels, plain),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function wrong(head, rows, show) {
    if (rows.length === 0)
        return '';
    return table(head, rows.map(({ state, name, of, why }) => [plain(state), show(name), plain(of), plain(why, 300)]));
}
/** Alerts that are firing or about to: shown, not judged. */
function alerts(evidence) {
    const rows = (evidence ? (0,report_rows/* alertRows */.Mf)(evidence) : []).map(({ state, name, summary: text, since }) => [
        state === 'firing' ? '🔥 firing' : '⏳ pending',
        plain(name),
        plain(text),
        clock(since),
    ]);
    return rows.length === 0 ? '' : `## Alerts\n\n${table(['', 'alert', 'summary', 'since'], rows)}`;
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
const clock = (iso) => (iso ? `${plain(iso.slice(11, 19))}&nbsp;UTC` : '');

// EXTERNAL MODULE: ./build/report/todo.js
var todo = __webpack_require__(547);
;// CONCATENATED MODULE: ./build/report/summary.js







/** GitHub drops a step's summary beyond 1 MiB without a word to the reader. */
const MAX_BYTES = 1_000_000;
const MAX_TODOS = 50;
const ICON = { proven: '✅', done: '☑️', failed: '❌' };
/**
 * The job summary as Markdown: the verdict, what to do, then the tables. `source`: where the files of this commit can
 * be seen, as a URL that their paths are added to.
 */
function summary(report, source) {
    const sections = [
        `# ${ICON[(0,headline/* outcome */.b)(report)]} ${(0,headline/* headline */.P)(report)}`,
        summary_links(report),
        whatToDo((0,todo/* todos */.Q)(report), { isPlan: report.mode === 'plan', source }),
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
function summary_links({ monitoring, health, dashboards: shown }) {
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
function whatToDo(todo, { isPlan, source }) {
    if (todo.length === 0)
        return '';
    const items = todo.slice(0, MAX_TODOS).map(({ severity, subject, at, code: finding, what, next }) => {
        const url = at && source !== undefined ? fileUrl(source, at) : '';
        const lead = `${severity === 'error' ? '🔴' : '🟡'} ${subject === '' ? '' : `**${markdown_link(subject, url)}**: `}`;
        // A finding is silenced by its code.
        const name = isPlan ? ` ${markdown_link(finding, (0,links/* findingUrl */.bM)(finding))}` : '';
        return `- ${lead}${plain(what, 1_000)}${name}${next === '' ? '' : `<br>→ ${plain(next, 1_000)}`}`;
    });
    const more = todo.length > MAX_TODOS ? [`- … and ${todo.length - MAX_TODOS} more, see the tables.`] : [];
    return ['## What to do', ...items, ...more].join('\n');
}
const fileUrl = (source, { file, line }) => `${source}/${file.split('/').map(encodeURIComponent).join('/')}#L${line}`;
const RESULT = { done: '✔', unchanged: '=', kept: '✋', failed: '✖', 'not-run': '–' };
function changes(all) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ result, subject, what, why, seconds }) => [
        RESULT[result],
        code(subject),
        plain(what),
        plain(why, 200),
        seconds === undefined ? '' : `${seconds.toFixed(1)}&nbsp;s`,
    ]);
    return `## What this run did\n\n${table(['', 'on', 'what', 'why', ''], rows)}`;
}
function skipped({ skipped: parts }) {
    if (parts.length === 0)
        return '';
    const rows = parts.map(({ part, why, set }) => [plain(part), plain(why), plain(set)]);
    return `## Skipped\n\n${table(['part', 'why', 'to have it, set'], rows)}`;
}
/** The lines that show the same by hand. */
function byHand({ monitoring }) {
    if (!monitoring)
        return '';
    const lines = ['/-/healthy', '/api/v1/targets?state=active'].map((path) => (0,report_rows/* curl */.Vt)(monitoring, path));
    return details('See for yourself', fenced(lines, 'sh'));
}
function timings({ timings: all }) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ step, seconds, note }) => [
        plain(step),
        `${seconds.toFixed(1)}&nbsp;s`,
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

;// CONCATENATED MODULE: ./build/report/publish.js









/**
 * Tells the report where people look on a runner: annotations, job summary, outputs.
 * Written on failure too; what cannot be written is a line in the log, never another failure.
 */
function publish(report, env, log) {
    annotate(report, log);
    const path = (0,external_node_path_.join)((0,temporary/* temporaryFolder */.y)(env), `deploy-monitoring-summary-${env.GITHUB_ACTION ?? 'run'}.md`);
    const text = summary(report, sourceOf(env));
    attempt(log, 'The job summary', () => {
        if (env.GITHUB_STEP_SUMMARY)
            (0,external_node_fs_.appendFileSync)(env.GITHUB_STEP_SUMMARY, text);
    });
    attempt(log, 'The summary', () => (0,external_node_fs_.writeFileSync)(path, text));
    attempt(log, 'The result', () => {
        (0,external_node_fs_.writeFileSync)(path.replace(/\.md$/, '.json'), `${JSON.stringify((0,result.resultOf)(report), null, 2)}\n`);
    });
    attempt(log, 'The outputs', () => {
        for (const [name, value] of Object.entries({ ...outputs(report), 'summary-path': path }))
            core/* setOutput */.uH(name, value);
    });
    log.info((0,headline/* headline */.P)(report));
}
/** Where GitHub shows the files of the commit that is checked out. */
function sourceOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, }) {
    return server && repository && commit ? `${server}/${repository}/blob/${commit}` : undefined;
}
/** What to do, as annotations, worst first; the log keeps to GitHub's limits. */
function annotate(report, log) {
    for (const { severity, code, subject, at, what, next } of (0,todo/* todos */.Q)(report)) {
        const message = at || subject === '' ? what : `${subject}: ${what}`;
        log.problem({ code, severity, message, hint: next, ...(at && { at }) });
    }
}
function attempt(log, what, write) {
    try {
        write();
    }
    catch (error) {
        log.info(`${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}

// EXTERNAL MODULE: ./build/run.js
var run = __webpack_require__(6501);
;// CONCATENATED MODULE: ./build/step.js




/** The step, once it can be cancelled: the run, told where people look on a runner. Returns the exit code. */
async function step(around) {
    const report = await (0,run/* run */.e)(around);
    // flyctl keeps logs of what it sent there; no later step of the job should find them.
    (0,external_node_fs_.rmSync)(around.scratch, { recursive: true, force: true });
    publish(report, around.env, around.log);
    return (0,journal/* exitCode */.I)(report);
}


/***/ })

};
