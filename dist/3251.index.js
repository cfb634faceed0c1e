export const id = 3251;
export const ids = [3251,4803,2550];
export const modules = {

/***/ 3251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  publish: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(6421);
// EXTERNAL MODULE: ./build/lib/json-text.js
var json_text = __webpack_require__(2550);
// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(4495);
// EXTERNAL MODULE: ./build/report/action-items.js
var action_items = __webpack_require__(8456);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/report/result.js + 2 modules
var result = __webpack_require__(4803);
// EXTERNAL MODULE: ./build/lib/documentation.js
var documentation = __webpack_require__(5478);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lib/workflow-commands.js
var workflow_commands = __webpack_require__(1450);
;// CONCATENATED MODULE: ./build/report/inert.js
/**
 * Untrusted text must be inert for two readers. The parser (cmark-gfm) reads the source, in which a character reference
 * stands for the plain character, so references disable markup and addresses (`www.`, `://`). But it looks for e-mail
 * addresses in the parsed text, and GitHub looks there for mentions, issues and commits: `&#64;` is an `@` again, and
 * only a zero-width space separates it, as Dependabot and Renovate do. A commit is put into `<code>`, which GitHub does
 * not link and which can still be copied.
 */
const APART = '&#8203;';
/**
 * Mentions and issues; words; and characters that are replaced, of which the first two have a meaning only at the start
 * of a line. Everything else is unchanged, so that a runner still finds the secrets that it masks: a `_` inside a word,
 * and all characters of base64.
 */
const TOKEN = /(@|#(?=\d))|(\w[\w-]*)|^[-+=]|(?<=^\d{1,9})[.)]|:(?=\/\/)|(?<=www)\.|[\\`*~|<>[\]&$#]/gi;
/** Between letters and digits it is not markup. */
const UNDERSCORE = /(?<![a-z0-9])_|_(?![a-z0-9])/gi;
const ISSUE = /(?<![a-z0-9])gh-(?=\d)/gi;
const COMMIT = /(?:^|-)[0-9a-f]{7,40}(?:-|$)/i;
/** One line of text as Markdown that renders as exactly that text; `commits`: formats a word that may be a commit. */
function inert(line, commits) {
    return line.replace(TOKEN, (token, call, word) => {
        if (call)
            return call + APART;
        if (!word)
            return reference(token);
        const safe = word.replace(UNDERSCORE, reference).replace(ISSUE, `$&${APART}`);
        return COMMIT.test(word) ? commits(safe) : safe;
    });
}
const reference = (char) => `&#${char.charCodeAt(0)};`;

;// CONCATENATED MODULE: ./build/report/markdown.js



/** Maximum number of rows of a table; the rest is counted. A summary is limited to 1 MiB. */
const MAX_ROWS = 200;
/** Untrusted text as Markdown that renders as exactly that text, on one line, without markup, links or mentions. */
function escapeMarkdown(text, limit = 500) {
    return inert((0,lib_text/* oneLine */.TN)(text, limit), (word) => `<code>${word}</code>`);
}
/** Untrusted text as inline code; HTML, because Markdown's code spans cannot contain every backtick in a table. */
function inlineCode(text, limit = 500) {
    return `<code>${inert((0,lib_text/* oneLine */.TN)(text, limit), (word) => word)}</code>`;
}
/** A link to an http(s) URL; for any other address, the label as text. */
function markdownLink(label, address) {
    const url = URL.parse(address);
    if (!url || !['http:', 'https:'].includes(url.protocol))
        return escapeMarkdown(label);
    // Markup characters that a parsed URL may contain: they would end the address, a cell or a code span.
    const href = url.href.replace(/[<>|`\\]/g, encodeURIComponent).replaceAll('&', '&amp;');
    return `[${escapeMarkdown(label)}](<${href}>)`;
}
/** A table of cells that are Markdown already. Rows beyond the limit are counted below it. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const shown = rows.slice(0, MAX_ROWS).map(line);
    const more = rows.length > MAX_ROWS ? `\n\n… and ${rows.length - MAX_ROWS} more.` : '';
    return `${[line(head), line(head.map(() => '---')), ...shown].join('\n')}${more}`;
}
/** A collapsed block. */
function details(title, body) {
    return `<details><summary>${escapeMarkdown(title)}</summary>\n\n${body}\n\n</details>`;
}
/** Untrusted lines as a code block; the fence is longer than any run of backticks in them. */
function fenced(lines, language = '') {
    const safe = lines.map((line) => (0,workflow_commands/* breakCommands */.i)((0,lib_text/* oneLine */.TN)(line, 2_000)));
    const longest = Math.max(2, ...safe.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
    const fence = '`'.repeat(longest + 1);
    return [fence + language, ...safe, fence].join('\n');
}

// EXTERNAL MODULE: ./build/report/rows.js
var report_rows = __webpack_require__(4098);
;// CONCATENATED MODULE: ./build/report/evidence-tables.js



const STATE = {
    'no-machine': '🔴&nbsp;no machine',
    down: '🔴&nbsp;down',
    unknown: '⚪&nbsp;not checked',
    up: '🟢&nbsp;up',
    resting: '⚪&nbsp;resting',
};
/** Every expected target, failures first. */
function targetSection({ mode, evidence }) {
    if (!evidence)
        return '';
    const rows = (0,report_rows/* targetRows */.dg)(evidence);
    if (rows.length === 0)
        return '';
    const time = mode === 'verify' ? 'when this check began' : 'when the last deploy ended';
    const note = `Only scrapes after ${clock(evidence.mark)} on Prometheus' clock count, the time ${time}.`;
    return ['## Scrape targets', ...targetTables(rows), ...(evidence.mark ? [note] : [])].join('\n\n');
}
/** With more targets than this, those without a failure are collapsed. */
const FEW_TARGETS = 20;
function targetTables(rows) {
    const inTable = (some) => table(['', 'service', 'machine', 'last scrape', 'samples', 'reason'], some.map(target));
    if (rows.length <= FEW_TARGETS)
        return [inTable(rows)];
    const { well = [], wrong = [] } = Object.groupBy(rows, ({ state }) => state === 'up' || state === 'resting' ? 'well' : 'wrong');
    const folded = details(`${(0,lib_text/* count */.U9)(well.length, 'target')} that are up or allowed to be stopped`, inTable(well));
    return [...(wrong.length > 0 ? [inTable(wrong)] : []), ...(well.length > 0 ? [folded] : [])];
}
const target = ({ state, service, machine, region, lastScrape, samples, lost, why }) => [
    STATE[state],
    escapeMarkdown(service),
    machine === '' ? '' : `${inlineCode(machine)}${region === '' ? '' : `&nbsp;${escapeMarkdown(region)}`}`,
    clock(lastScrape),
    `${samples ?? ''}${lost ? ` (${lost} lost)` : ''}`,
    escapeMarkdown(why, 300),
];
/** Maximum number of names on a line; the rest is counted. */
const MAX_NAMES = 20;
/** Metrics and panels: one line for what is in order, tables of the failures. */
function contractSection(evidence) {
    const { lines, metrics, panels } = evidence
        ? (0,report_rows/* contractRows */.Sv)(evidence)
        : { lines: [], metrics: [], panels: [] };
    if (lines.length === 0)
        return '';
    const items = lines.map(({ text, names }) => {
        const about = (0,lib_text/* few */.H$)(names.map((name) => inlineCode(name)), MAX_NAMES);
        return `- ${text}${about === '' ? '' : `: ${about}`}`;
    });
    return [
        `## Metrics and panels\n\n${items.join('\n')}`,
        wrong(['', 'metric', 'service', 'what is wrong'], metrics, inlineCode),
        wrong(['', 'panel', 'dashboard', 'what is wrong'], panels, escapeMarkdown),
    ]
        .filter((part) => part !== '')
        .join('\n\n');
}
function wrong(head, rows, show) {
    if (rows.length === 0)
        return '';
    return table(head, rows.map(({ state, name, of, why }) => [
        escapeMarkdown(state),
        show(name),
        escapeMarkdown(of),
        escapeMarkdown(why, 300),
    ]));
}
/** The claims that the configuration accepts although they are unproven, and why. */
function acceptedSection(failures) {
    const rows = failures.flatMap(({ accepted, code, subject }) => accepted
        ? [[inlineCode(code), escapeMarkdown(subject), escapeMarkdown(accepted.reason, 300), accepted.until]]
        : []);
    if (rows.length === 0)
        return '';
    return `## Accepted although unproven\n\n${table(['claim', 'of', 'reason', 'until'], rows)}`;
}
/** Alerts that are firing or pending: shown, not judged. */
function alertSection(evidence) {
    const rows = (evidence ? (0,report_rows/* alertRows */.Mf)(evidence) : []).map(({ state, name, summary: text, since }) => [
        state === 'firing' ? '🔥 firing' : '⏳ pending',
        escapeMarkdown(name),
        escapeMarkdown(text),
        clock(since),
    ]);
    return rows.length === 0 ? '' : `## Alerts\n\n${table(['', 'alert', 'summary', 'since'], rows)}`;
}
/** How much of the error budget of each objective is left. */
function sloSection(evidence) {
    const sign = { holds: '', warning: '⚠', broken: '🔴', 'not-checked': '⚪', 'nothing-to-check': '⚪' };
    const rows = (evidence?.checks ?? []).flatMap(({ area, subject, outcome, why }) => area === 'slo' ? [[sign[outcome], escapeMarkdown(subject), escapeMarkdown(why, 300)]] : []);
    return rows.length === 0 ? '' : `## Objectives\n\n${table(['', 'objective', 'error budget'], rows)}`;
}
/** All other checks with their certainty: an incomplete run must not look like a proof. */
function checkSection(evidence) {
    if (!evidence || evidence.checks.length === 0)
        return '';
    const sign = { holds: '✔', warning: '⚠', broken: '✖', 'not-checked': '?', 'nothing-to-check': '–' };
    const rows = evidence.checks.map(({ outcome, area, subject, certainty, why }) => [
        sign[outcome],
        escapeMarkdown(area),
        escapeMarkdown(subject),
        escapeMarkdown(certainty),
        escapeMarkdown(why, 300),
    ]);
    return details('What else was checked', table(['', 'what', 'of', 'certainty', 'why'], rows));
}
/** The time of day of an ISO time. */
const clock = (iso) => iso ? `${escapeMarkdown(iso.slice(11, 19))}&nbsp;UTC` : '';

;// CONCATENATED MODULE: ./build/report/summary.js







/** GitHub drops a step summary of more than 1 MiB without a message to the reader. */
const MAX_BYTES = 1_000_000;
const MAX_TODOS = 50;
const ICON = { proven: '✅', unproven: '⚠️', done: '☑️', failed: '❌' };
/**
 * The job summary as Markdown: the verdict, what to do, then the tables. `source`: the base URL of the files of this
 * commit; their paths are appended to it.
 */
function renderSummary(report, source) {
    const sections = [
        `# ${ICON[(0,headline/* runOutcome */.C)(report)]} ${(0,headline/* headline */.P)(report)}`,
        links(report),
        silenceLine(report),
        whatToDo((0,action_items/* actionItems */.r)(report), { isPlan: report.mode === 'plan', source }),
        acceptedSection(report.verdict.failures),
        targetSection(report),
        contractSection(report.evidence),
        sloSection(report.evidence),
        alertSection(report.evidence),
        changes(report.changes),
        skipped(report),
        byHand(report),
        checkSection(report.evidence),
        timings(report),
    ];
    return fitting(sections.filter((section) => section !== ''));
}
function links({ monitoring, health, dashboards: shown, commit }) {
    if (!monitoring)
        return '';
    const parts = [
        markdownLink('Prometheus', monitoring.url),
        markdownLink('its targets', `${monitoring.url}/targets`),
        ...health.map((url) => markdownLink(URL.parse(url)?.host ?? url, url)),
        ...shown.filter((d) => d.url !== '').map((d) => markdownLink(d.title, d.url)),
        ...(commit === undefined ? [] : [`commit ${inlineCode(commit.slice(0, 7))}`]),
    ];
    return parts.join(' · ');
}
/** How to silence an alert at night, in one line. */
function silenceLine({ monitoring }) {
    const silence = monitoring?.silence;
    if (silence === undefined)
        return '';
    const isLink = /^https?:/.test(silence);
    return `Silence an alert (here \`TargetDown\`, for 8 h): ${isLink ? markdownLink('in Grafana', silence) : inlineCode(silence)}`;
}
function whatToDo(todo, { isPlan, source }) {
    if (todo.length === 0)
        return '';
    const items = todo.slice(0, MAX_TODOS).map((item) => {
        const { subject, at, code: finding, what, next } = item;
        const url = at && source !== undefined ? fileUrl(source, at) : '';
        const lead = `${signOf(item)} ${subject === '' ? '' : `**${markdownLink(subject, url)}**: `}`;
        // The code is needed to silence a diagnostic, and to accept a claim.
        const code = isPlan ? markdownLink(finding, (0,documentation/* findingUrl */.bM)(finding)) : item.outcome && inlineCode(finding);
        const name = code === undefined ? '' : ` ${code}`;
        return `- ${lead}${escapeMarkdown(what, 1_000)}${name}${next === '' ? '' : `<br>→ ${escapeMarkdown(next, 1_000)}`}`;
    });
    const more = todo.length > MAX_TODOS ? [`- … and ${todo.length - MAX_TODOS} more, see the tables.`] : [];
    return ['## What to do', ...items, ...more].join('\n');
}
/** White: nothing is known to be broken, and nothing is known to hold. */
const signOf = ({ severity, outcome }) => outcome === 'not-checked' ? '⚪' : severity === 'error' ? '🔴' : '🟡';
const fileUrl = (source, { file, line }) => `${source}/${file.split('/').map(encodeURIComponent).join('/')}#L${line}`;
const RESULT = { done: '✔', unchanged: '=', kept: '✋', failed: '✖', 'not-run': '–' };
function changes(all) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ result, subject, what, why, seconds }) => [
        RESULT[result],
        inlineCode(subject),
        escapeMarkdown(what),
        escapeMarkdown(why, 200),
        seconds === undefined ? '' : `${seconds.toFixed(1)}&nbsp;s`,
    ]);
    return `## What this run did\n\n${table(['', 'on', 'what', 'why', ''], rows)}`;
}
function skipped({ skipped: parts }) {
    if (parts.length === 0)
        return '';
    const rows = parts.map(({ part, why, set }) => [
        escapeMarkdown(part),
        escapeMarkdown(why),
        escapeMarkdown(set),
    ]);
    return `## Skipped\n\n${table(['part', 'why', 'to enable it, set'], rows)}`;
}
/** Commands that show the same result. */
function byHand({ monitoring }) {
    if (!monitoring)
        return '';
    const lines = ['/-/healthy', '/api/v1/targets?state=active'].map((path) => (0,report_rows/* curlCommand */.O4)(monitoring, path));
    return details('Check it yourself', fenced(lines, 'sh'));
}
function timings({ timings: all }) {
    if (all.length === 0)
        return '';
    const rows = all.map(({ step, seconds, note }) => [
        escapeMarkdown(step),
        `${seconds.toFixed(1)}&nbsp;s`,
        escapeMarkdown(note ?? ''),
    ]);
    return details('Timings', table(['step', '', ''], rows));
}
/** Sections from the top as long as they fit; the others are named, a section is never cut. */
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

;// CONCATENATED MODULE: ./build/action/outputs.js





/** The outputs of the action, by the names that action.yml declares. */
function actionOutputs(report) {
    const { evidence } = report;
    const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? [];
    const missing = (evidence?.metrics ?? []).filter(({ state }) => state !== 'present' && state !== 'waiting');
    return {
        verdict: (0,headline/* runOutcome */.C)(report),
        'monitoring-url': printable(report.monitoring?.url ?? ''),
        apps: list(report.apps.map((app) => ({ ...app }))),
        targets: list((evidence?.targets ?? []).map(outputs_target), ({ health }) => health !== 'up'),
        'targets-up': String(expected.filter((target) => target.state === 'up').length),
        'targets-total': String(expected.length),
        'metrics-missing': list(missing.map(({ service, name, state, nearMiss }) => ({
            service,
            name,
            state,
            nearMiss: nearMiss ?? null,
        }))),
        'panels-empty': list((0,report_rows/* emptyPanels */.Xb)(evidence?.panels ?? []).map(({ dashboard, panel, refId, state }) => ({
            dashboard: dashboard.uid,
            panel: panel.title,
            query: refId,
            state,
        }))),
        dashboards: list(report.dashboards.map((dashboard) => ({ ...dashboard }))),
        changed: String(report.changes.some(({ result }) => result === 'done')),
    };
}
const outputs_target = ({ state, reason, lastScrape, samples, ...of }) => ({
    service: of.service,
    app: of.app,
    machine: of.machine,
    region: of.region,
    address: of.address,
    health: state,
    lastScrape: lastScrape ?? null,
    samples: samples ?? null,
    reason: reason ? `${reason.why} ${reason.next}` : null,
});
/**
 * Linux accepts 128 KiB in one environment variable, which often passes an output to the next step, and GitHub 1 MB (as
 * UTF-16) for all outputs of a job: five lists of this size are within both.
 */
const outputs_MAX_BYTES = 90_000;
/**
 * A list as JSON if it fits, else the rows that `comesFirst` selects and then the others as far as they fit: the
 * complete list is in the result next to the summary. Steps print values from it, so every text is one line and not a
 * command.
 */
function list(rows, comesFirst = () => false) {
    const whole = outputs_fitting(rows);
    const shown = whole.length === rows.length
        ? whole
        : outputs_fitting([...rows.filter(comesFirst), ...rows.filter((row) => !comesFirst(row))]);
    return `[${shown.join(',')}]`;
}
/** Rows from the first on as JSON, as many as fit into a list. */
function outputs_fitting(rows) {
    const texts = [];
    let left = outputs_MAX_BYTES - '[]'.length;
    for (const row of rows) {
        const text = (0,json_text.jsonText)(printableRow(row));
        left -= Buffer.byteLength(text) + ','.length;
        if (left < 0)
            break;
        texts.push(text);
    }
    return texts;
}
const printable = (text) => (0,workflow_commands/* breakCommands */.i)((0,lib_text/* oneLine */.TN)(text, 1_000));
const printableRow = (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? printable(value) : value]));

;// CONCATENATED MODULE: ./build/action/publish.js










/**
 * Publishes the report on a runner: annotations, job summary, outputs. Also after a failure; a part that cannot be
 * written is logged and is not another failure.
 */
function publish(report, env, log) {
    annotate(report, log);
    const text = renderSummary(report, sourceOf(env));
    attempt(log, 'The job summary', () => {
        if (env.GITHUB_STEP_SUMMARY)
            (0,external_node_fs_.appendFileSync)(env.GITHUB_STEP_SUMMARY, text);
    });
    const path = filesFor(report, text, env, log);
    attempt(log, 'The outputs', () => {
        for (const [name, value] of Object.entries({ ...actionOutputs(report), 'summary-path': path }))
            core/* setOutput */.uH(name, value);
    });
    log.info((0,headline/* headline */.P)(report));
}
/**
 * Summary and result as files, in a separate folder that no other user may enter: without RUNNER_TEMP its parent is
 * shared, and anyone who knows a name in it could create a link there first. Returns the path of the summary, empty
 * when it was not written.
 */
function filesFor(report, text, env, log) {
    let path = '';
    attempt(log, 'The summary', () => {
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,temporary/* temporaryFolder */.y)(env), 'deploy-monitoring-summary-'));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'summary.md'), text);
        path = (0,external_node_path_.join)(folder, 'summary.md');
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'summary.json'), `${(0,json_text.jsonText)((0,result.toResult)(report), 2)}\n`);
    });
    return path;
}
/** Where GitHub shows the files of the commit that is checked out. */
function sourceOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, }) {
    return server && repository && commit ? `${server}/${repository}/blob/${commit}` : undefined;
}
/** What to do, as annotations, worst first; the log keeps to GitHub's limits. */
function annotate(report, log) {
    for (const { severity, code, subject, at, what, next } of (0,action_items/* actionItems */.r)(report)) {
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


/***/ }),

/***/ 5478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hy: () => (/* binding */ PACKAGE),
/* harmony export */   Y_: () => (/* binding */ RUNBOOKS_URL),
/* harmony export */   bM: () => (/* binding */ findingUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl),
/* harmony export */   vl: () => (/* binding */ BY_NPX)
/* harmony export */ });
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/**
 * How people and scripts start this program: from its repository. As long as the package is not published, anyone can
 * register its name in the npm registry, and `npx --yes` would start that package with the Fly token in its environment.
 * Once it is published, change this and the scripts in templates/.
 */
const PACKAGE = 'github:fechatter/deploy-monitoring';
/** The command that people run. Since version 12, npm installs from a repository only with this option. */
const BY_NPX = `npx --allow-git=root ${PACKAGE}`;
/** The page about an alert: what it means, how to diagnose it, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS_URL = `${REPOSITORY}/blob/main/docs/alerts/README.md`;
/** What a finding of mode plan means, and how to silence it; what other modes report has no page of its own. */
const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/${code.includes('/') ? `findings/${code}` : 'findings'}.md`;


/***/ }),

/***/ 2550:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jsonText: () => (/* binding */ jsonText)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1450);


/**
 * A value as JSON that can be printed anywhere: parsing it returns the value unchanged, but a terminal or a runner
 * finds no control sequence or command in the text.
 */
function jsonText(value, indent = 0) {
    const text = JSON.stringify(value, null, indent);
    return (0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .breakCommandsInJson */ .B)(text.replace(_text_js__WEBPACK_IMPORTED_MODULE_0__/* .UNSEEN */ .PR, (unseen) => unseen.replace(/[^\n]/g, escaped)));
}
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;


/***/ }),

/***/ 4803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  toResult: () => (/* binding */ toResult)
});

// UNUSED EXPORTS: resultSchema

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/verify/evidence.js
var evidence = __webpack_require__(615);
;// CONCATENATED MODULE: ./build/verify/metric-states.js
/**
 * `present`: with samples and the declared type. `waiting`: absent, which is normal before the first event.
 * `missing`: no sample of it. `wrong-type`: exposed as `actualType`. `wrong-labels`: with series that lack a declared
 * label. `partial`: not on every machine that is up, or not
 * in every scrape. `inconsistent`: its values go up and down between scrapes because several processes answer in turn.
 * `unknown`: could not be determined.
 */
const METRIC_STATES = [
    'present',
    'waiting',
    'missing',
    'wrong-type',
    'wrong-labels',
    'partial',
    'inconsistent',
    'unknown',
];

;// CONCATENATED MODULE: ./build/verify/reason-classes.js
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
    // An answer, but not a valid one.
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
    // A fault of Prometheus itself.
    'local-config',
    // Up, and still wrong.
    'empty',
    'samples-lost',
    // Up in some scrapes and down in others, and a process that keeps starting again.
    'flapping',
    'restarting',
    // Prometheus scrapes it, but cannot write what it receives.
    'not-stored',
    'unknown',
];

// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
;// CONCATENATED MODULE: ./build/report/result.js





/**
 * The result for programs. `templates/result.schema.json` is generated from this schema and published: within one
 * `version` nothing is removed or renamed. Texts of other programs are unchanged, except for secrets.
 */
const whole = dist/* pipe */.FsL(dist/* number */.aig(), dist/* integer */.ndf());
/** One of the words of a union; the compiler asks for all of them. */
const wordOf = (all) => dist/* picklist */.KIO(Object.keys(all));
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
    machine: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Empty for a static address, which is not on Fly.')),
    region: dist/* string */.YjP(),
    address: dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Address and port that Prometheus scrapes.')),
    state: wordOf({ up: true, down: true, resting: true, unknown: true }),
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
    state: dist/* picklist */.KIO(METRIC_STATES),
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
    state: dist/* picklist */.KIO(evidence/* PANEL_STATES */.od),
    ...claim,
    absent: dist/* array */.YOg(dist/* string */.YjP()),
    dataFrom: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('When there will be data: the query looks back further than there are samples.'))),
    next: dist/* optional */.lqM(dist/* string */.YjP()),
});
const check = dist/* object */.Ikc({
    area: dist/* picklist */.KIO(evidence/* CHECK_AREAS */.QS),
    subject: dist/* string */.YjP(),
    outcome: wordOf({
        holds: true,
        warning: true,
        broken: true,
        'not-checked': true,
        'nothing-to-check': true,
    }),
    ...claim,
    next: dist/* optional */.lqM(dist/* string */.YjP()),
});
const rule = dist/* object */.Ikc({
    group: dist/* string */.YjP(),
    name: dist/* string */.YjP(),
    state: wordOf({
        ok: true,
        error: true,
        'not-evaluated': true,
        missing: true,
        'not-checked': true,
    }),
    ...claim,
    detail: dist/* string */.YjP(),
});
const result_evidence = dist/* object */.Ikc({
    mark: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_("Only scrapes after this moment on Prometheus' clock count."))),
    deployBegan: dist/* optional */.lqM(dist/* string */.YjP()),
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
    mode: dist/* optional */.lqM(dist/* picklist */.KIO(['deploy', 'plan', 'verify', 'dashboards', 'contract', 'drill'])),
    verdict: dist/* pipe */.FsL(dist/* picklist */.KIO(['proven', 'unproven', 'failed', 'done']), dist/* description */.h_('unproven: nothing that fail-on requires is broken, and something is not proven. failed: it is broken, or a part of the run could not be done. done: a mode that proves nothing (plan, dashboards, contract) has succeeded.')),
    headline: dist/* string */.YjP(),
    commit: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('Commit whose files this run used.'))),
    monitoring: dist/* optional */.lqM(dist/* object */.Ikc({ app: dist/* string */.YjP(), url: dist/* string */.YjP() })),
    apps: dist/* array */.YOg(dist/* object */.Ikc({ app: dist/* string */.YjP(), deployed: dist/* boolean */.zMY(), machines: whole })),
    failures: dist/* array */.YOg(dist/* object */.Ikc({
        code: dist/* string */.YjP(),
        area: dist/* string */.YjP(),
        subject: dist/* string */.YjP(),
        why: dist/* string */.YjP(),
        next: dist/* string */.YjP(),
        outcome: dist/* pipe */.FsL(dist/* picklist */.KIO(['broken', 'not-checked']), dist/* description */.h_('not-checked: it was promised, and nothing is known about it.')),
        decides: dist/* pipe */.FsL(dist/* boolean */.zMY(), dist/* description */.h_('It makes the run fail, according to fail-on.')),
        lastHeld: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* nullable */.mee(dist/* string */.YjP()), dist/* description */.h_("When it last held, about, on Prometheus' clock; null: not in the last two days. Absent: not known."))),
        because: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* string */.YjP(), dist/* description */.h_('What explains it: it needs no action of its own.'))),
        accepted: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* object */.Ikc({ reason: dist/* string */.YjP(), until: dist/* string */.YjP() }), dist/* description */.h_('The exception of the configuration that accepts it.'))),
    })),
    problems: dist/* array */.YOg(problem),
    changes: dist/* array */.YOg(dist/* object */.Ikc({ subject: dist/* string */.YjP(), what: dist/* string */.YjP(), result: dist/* string */.YjP(), why: dist/* string */.YjP() })),
    dashboards: dist/* array */.YOg(dist/* object */.Ikc({ title: dist/* string */.YjP(), url: dist/* string */.YjP(), result: dist/* string */.YjP() })),
    skipped: dist/* array */.YOg(dist/* object */.Ikc({ part: dist/* string */.YjP(), why: dist/* string */.YjP(), set: dist/* string */.YjP() })),
    checked: dist/* optional */.lqM(dist/* pipe */.FsL(dist/* record */.g1P(dist/* string */.YjP(), whole), dist/* description */.h_('Modes plan and contract: files and pages checked, by kind.'))),
    evidence: dist/* optional */.lqM(result_evidence),
});
/** Converts a report to the published result: fields that are not in the schema are left out. */
function toResult(report) {
    const { verdict, monitoring, ...rest } = report;
    return dist/* parse */.qgA(resultSchema, {
        version: 1,
        ...rest,
        verdict: (0,headline/* runOutcome */.C)(report),
        failures: verdict.failures,
        headline: (0,headline/* headline */.P)(report),
        ...(monitoring && { monitoring }),
    });
}


/***/ })

};
