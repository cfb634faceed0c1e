export const id = 3635;
export const ids = [3635, 6423, 2550];
export const modules = {
72550: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
jsonText: () => (jsonText)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(41450);
function jsonText(value, indent = 0) {
const text = JSON.stringify(value, null, indent);
return (0, __import_1__.B)((0, __import_0__.fo)(text, (unseen) => unseen.replace(/[^\n]/g, escaped)));
}
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}),
53635: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
renderHtmlReport: () => (renderHtmlReport)
});
var external_node_crypto_ = __webpack_require__(77598);
var documentation = __webpack_require__(25478);
var json_text = __webpack_require__(72550);
var action_items = __webpack_require__(68456);
var headline = __webpack_require__(91218);
var overview = __webpack_require__(47108);
var parts = __webpack_require__(68897);
var result = __webpack_require__(98804);
var lib_text = __webpack_require__(94869);
var report_rows = __webpack_require__(24098);
;
const ESCAPES = {
'&': '&amp;',
'<': '&lt;',
'>': '&gt;',
'"': '&quot;',
"'": '&#39;',
};
const escaped = (text) => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? '');
const rendered = (value) => typeof value === 'string'
? escaped(value)
: typeof value === 'number'
? String(value)
: Array.isArray(value)
? value.map((one) => rendered(one)).join('')
: value.html;
const markup = (parts, ...values) => ({
html: parts.map((part, i) => part + (i < values.length ? rendered(values[i] ?? '') : '')).join(''),
});
const NOTHING = { html: '' };
const preformatted = (text) => ({ html: escaped(text) });
const stylesheet = (css) => ({ html: `<style>${css}</style>` });
const partsHtml = (parts) => ({
html: parts.map(({ text, code }) => (code ? `<code>${escaped(text)}</code>` : escaped(text))).join(''),
});
const proseHtml = (text, limit = 1_000) => partsHtml((0, parts.CS)(text, limit));
const foreignHtml = (text, limit = 500) => partsHtml((0, parts.Bj)(text, limit));
const lineHtml = (text, limit = 500) => markup `${(0, lib_text.TN)(text, limit)}`;
const codeHtml = (text, limit = 500) => text === '' ? NOTHING : markup `<code>${(0, lib_text.TN)(text, limit)}</code>`;
function linkHtml(label, address) {
const url = URL.parse(address);
return url && ['http:', 'https:'].includes(url.protocol)
? markup `<a href="${url.href}" rel="noreferrer noopener">${label}</a>`
: label;
}
function tableHtml(caption, head, rows) {
if (rows.length === 0)
return NOTHING;
const heads = head.map((name) => markup `<th scope="col">${name}</th>`);
const body = rows.map((cells) => markup `<tr>${cells.map((cell) => markup `<td>${cell}</td>`)}</tr>\n`);
return markup `<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table><caption>${caption}</caption><thead><tr>${heads}</tr></thead><tbody>\n${body}</tbody></table></div>`;
}
const moreHtml = (n, noun, plural) => n > 0 ? markup `<p>\u2026 and ${(0, lib_text.U9)(n, noun, plural)}.</p>` : NOTHING;
const foldedHtml = (title, body) => body.html === '' ? NOTHING : markup `<details><summary>${title}</summary>${body}</details>\n`;
const sectionHtml = (title, body) => body.html === '' ? NOTHING : markup `<section><h2>${title}</h2>\n${body}</section>\n`;
;
const MOST_ROWS = 1_000;
function evidenceTables(report) {
const { evidence, skipped, timings, dashboards } = report;
return markup `${sectionHtml('Alerts that are firing or pending', alerts(evidence))}
${sectionHtml('Metrics', metrics(evidence))}
${changes(report)}
${foldedHtml('Accepted although unproven', accepted(report))}
${foldedHtml('What else was checked', checks(evidence))}
${foldedHtml('Rules', rules(evidence))}
${foldedHtml('Dashboards', rowsOf('Dashboards', ['dashboard', 'result'], dashboards.map(({ title, url, result }) => [linkHtml(foreignHtml(title), url), foreignHtml(result)])))}
${foldedHtml('Skipped', rowsOf('Skipped', ['part', 'why', 'to enable it, set'], skipped.map(({ part, why, set }) => [proseHtml(part), proseHtml(why), proseHtml(set)])))}
${foldedHtml('Timings', rowsOf('Timings', ['step', 'seconds', 'note'], timings.map(({ step, seconds, note }) => [
foreignHtml(step),
foreignHtml(seconds.toFixed(1)),
foreignHtml(note ?? ''),
])))}`;
}
const rowsOf = (caption, head, rows) => markup `${tableHtml(caption, head, rows.slice(0, MOST_ROWS))}${moreHtml(rows.length - MOST_ROWS, 'more row')}`;
const alerts = (evidence) => rowsOf('Alerts', ['state', 'alert', 'summary', 'since'], (evidence ? (0, report_rows.Mf)(evidence) : []).map(({ state, name, summary, since }) => [
markup `<span class="tag ${state === 'firing' ? 'bad' : 'warn'}">${state}</span>`,
foreignHtml(name),
foreignHtml(summary),
foreignHtml(since.slice(0, 19).replace('T', ' ')),
]));
function metrics(evidence) {
if (!evidence)
return NOTHING;
const { lines, metrics: wrong } = (0, report_rows.Sv)(evidence);
if (lines.length === 0)
return NOTHING;
const all = evidence.metrics.map(({ service, name, type, state, why }) => [
markup `<span class="tag ${state === 'present' ? 'good' : state === 'waiting' || state === 'unknown' ? '' : 'bad'}">${state}</span>`,
codeHtml(name, 200),
foreignHtml(type),
codeHtml(service, 100),
proseHtml(why, 300),
]);
const summary = lines.map(({ text }) => markup `<li>${text}</li>`);
const table = rowsOf('Metrics that are not as declared', ['state', 'metric', 'service', 'why'], wrong.map(({ state, name, of, why }) => [
foreignHtml(state),
codeHtml(name, 300),
codeHtml(of, 100),
proseHtml(why, 300),
]));
return markup `<ul>${summary}</ul>${table}${foldedHtml(`All ${(0, lib_text.U9)(all.length, 'declared metric')}`, rowsOf('Declared metrics', ['state', 'metric', 'type', 'service', 'why'], all))}`;
}
const RESULT = {
done: '\u2714 done',
unchanged: '= unchanged',
kept: '! kept',
failed: '\u2716 failed',
'not-run': '\u2013 not run',
};
function changes({ changes: all, problems }) {
const rows = all.map((change) => [
markup `<span class="tag ${change.result === 'failed' ? 'bad' : change.result === 'done' ? 'good' : ''}">${RESULT[change.result]}</span>`,
codeHtml(change.subject, 200),
proseHtml(change.what, 300),
proseHtml((0, overview.ff)(change, problems), 300),
foreignHtml(change.seconds === undefined ? '' : `${change.seconds.toFixed(1)} s`),
]);
const table = rowsOf('Changes', ['result', 'on', 'what', 'why', 'time'], rows);
return all.some(({ result }) => result === 'failed' || result === 'not-run')
? sectionHtml('What this run did', table)
: foldedHtml(`What this run did: ${(0, lib_text.U9)(all.filter(({ result }) => result === 'done').length, 'change')}`, table);
}
const accepted = ({ verdict }) => rowsOf('Accepted although unproven', ['claim', 'of', 'reason', 'until'], verdict.failures.flatMap(({ accepted: by, code, subject }) => by ? [[codeHtml(code), foreignHtml(subject), foreignHtml(by.reason), foreignHtml(by.until)]] : []));
const OUTCOME = {
holds: '\u2714 holds',
warning: '! warning',
broken: '\u2716 broken',
'not-checked': '? not checked',
'nothing-to-check': '\u2013 nothing to check',
};
const checks = (evidence) => rowsOf('Checks', ['outcome', 'what', 'of', 'certainty', 'why'], (evidence?.checks ?? []).map(({ outcome, area, subject, certainty, why }) => [
markup `${OUTCOME[outcome]}`,
foreignHtml(area),
foreignHtml(subject),
foreignHtml(certainty),
proseHtml(why, 500),
]));
const rules = (evidence) => rowsOf('Rules', ['state', 'rule', 'group', 'kind', 'why'], (evidence?.rules ?? []).map(({ state, name, group, kind, why, detail }) => [
markup `<span class="tag ${state === 'ok' ? 'good' : state === 'error' || state === 'missing' ? 'bad' : ''}">${state}</span>`,
foreignHtml(name),
foreignHtml(group),
foreignHtml(kind),
proseHtml(`${why} ${detail}`.trim(), 500),
]));
;
const WIDTH = 340;
const HEIGHT = 110;
const LEFT = 42;
const RIGHT = 4;
const TOP = 8;
const BOTTOM = 16;
const SHORTEST = 300;
function chart(title, all) {
const series = all.filter(({ points }) => points.length > 0).slice(0, MOST_LINES);
if (series.length === 0)
return NOTHING;
const scale = scaleOf(series.flatMap(({ points }) => points));
const lines = series.map(({ points }, i) => line(points, scale, i));
const names = distinctNames(series);
const label = `${title}: ${series.length} series from ${clock(scale.from)} to ${clock(scale.to)} UTC, values from ${chart_short(scale.low)} to ${chart_short(scale.high)}`;
return markup `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${axes(scale)}${lines}</svg>
<ul class="legend">${series.map(({ name, points }, i) => markup `<li class="l${i}"><span>${(0, lib_text.TN)(names[i] || name || title, 120)}</span><b>${chart_short(points.at(-1)?.[1] ?? 0)}</b></li>`)}</ul>`;
}
function distinctNames(series) {
const labels = series.map(({ name }) => name.split(', '));
return labels.map((own) => own.filter((label) => !labels.every((other) => other.includes(label))).join(', '));
}
const MOST_LINES = 8;
function scaleOf(points) {
let [from, to, low, high] = [Infinity, -Infinity, 0, -Infinity];
for (const [time, value] of points) {
from = Math.min(from, time);
to = Math.max(to, time);
low = Math.min(low, value);
high = Math.max(high, value);
}
return { from: Math.min(from, to - SHORTEST), to, low, high: high > low ? high : low + 1 };
}
const x = (time, { from, to }) => LEFT + ((time - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
const y = (value, { low, high }) => HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
const round = (value) => value.toFixed(1).replace(/\.0$/, '');
function line(points, scale, i) {
const [first] = points;
const all = points.length === 1 && first ? [[first[0] - (scale.to - scale.from) / 60, first[1]], first] : points;
const path = all.map(([time, value]) => `${round(x(time, scale))},${round(y(value, scale))}`).join(' ');
return markup `<polyline class="s${i}" points="${path}"/>`;
}
function axes(scale) {
const { from, to, low, high } = scale;
const [top, base] = [TOP, HEIGHT - BOTTOM];
return markup `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${base}" y2="${base}"/><line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${top}" y2="${top}"/><text x="${LEFT - 4}" y="${top + 4}" text-anchor="end">${chart_short(high)}</text><text x="${LEFT - 4}" y="${base + 3}" text-anchor="end">${chart_short(low)}</text><text x="${LEFT}" y="${HEIGHT - 3}">${clock(from)}</text><text x="${WIDTH - RIGHT}" y="${HEIGHT - 3}" text-anchor="end">${clock(to)} UTC</text>`;
}
function chart_short(value) {
const size = Math.abs(value);
if (size !== 0 && (size < 0.001 || size >= 1e15))
return value.toExponential(1);
for (const [limit, unit] of UNITS)
if (size >= limit)
return `${Number((value / limit).toPrecision(3))}${unit}`;
return String(Number(value.toPrecision(3)));
}
const UNITS = [
[1e12, 'T'],
[1e9, 'G'],
[1e6, 'M'],
[1e3, 'k'],
];
const clock = (seconds) => {
const time = new Date(seconds * 1_000);
return Number.isNaN(time.getTime()) ? '?' : time.toISOString().slice(11, 16);
};
;
const MOST_PANELS = 200;
function panelCharts(evidence) {
const panels = evidence?.panels ?? [];
if (panels.length === 0)
return NOTHING;
const boards = Map.groupBy(panels.slice(0, MOST_PANELS), ({ dashboard }) => dashboard.uid);
const rest = moreHtml(panels.length - MOST_PANELS, 'more query', 'more queries');
return markup `${[...boards.values()].map(board)}${rest}`;
}
function board(queries) {
const [first] = queries;
if (!first)
return NOTHING;
const panels = Map.groupBy(queries, ({ panel }) => `${panel.id} ${panel.title}`);
return markup `<h3>${foreignHtml(first.dashboard.title)}</h3>\n<div class="panels">${[...panels.values()].map(figure)}</div>\n`;
}
const GOOD = ['data', 'waiting', 'other-source'];
function figure(queries) {
const [first] = queries;
if (!first)
return NOTHING;
const bad = queries.find(({ state }) => !GOOD.includes(state));
const shown = bad ?? queries.find(({ state }) => state !== 'data') ?? first;
const kind = bad
? bad.state === 'warning' || bad.state === 'not-checked'
? 'warn'
: 'bad'
: shown.state === 'data'
? 'good'
: '';
const drawing = chart(first.panel.title, queries.flatMap(({ samples }) => samples ?? []));
const why = shown.state === 'data' ? NOTHING : markup `<p class="dim">${proseHtml(shown.why, 300)}</p>`;
return markup `<figure><figcaption>${foreignHtml(first.panel.title, 120)} <span class="tag ${kind}">${shown.state}</span></figcaption>${drawing}${why}</figure>\n`;
}
var planned_rows = __webpack_require__(64327);
;
const MOST_CHANGES = 500;
const planned_MOST_LINES = 1_000;
function plannedHtml(report) {
const { mode, planned } = report;
if (!planned)
return NOTHING;
const changes = planned.changes.filter(({ routine }) => !routine);
const body = markup `${mode === 'plan' ? resultOf(planned) : NOTHING}
${paragraph(planned.downtime ?? '')}
${changes.slice(0, MOST_CHANGES).map(changeHtml)}${moreHtml(changes.length - MOST_CHANGES, 'more change')}
${backtests(planned)}
${paragraph((0, planned_rows.BC)(planned))}`;
return mode === 'plan' ? sectionHtml((0, planned_rows.NE)(report), body) : foldedHtml((0, planned_rows.NE)(report), body);
}
function resultOf(planned) {
const first = `${(0, lib_text.Iu)((0, planned_rows.xS)(planned.changes))}.`;
return markup `<p><strong>${first}</strong> ${(0, planned_rows.wz)(planned)} ${(0, planned_rows.lp)(planned)}</p>`;
}
const KIND = { add: 'good', change: 'warn', remove: 'bad' };
function changeHtml({ effect, certain, platform, subject, what, reason, details }) {
const tag = certain
? markup `<span class="tag ${KIND[effect]}">${effect}</span>`
: markup `<span class="tag">not known</span>`;
const line = markup `${tag} ${platform}: ${codeHtml(subject, 200)}: ${proseHtml(what, 300)}. <span class="dim">${proseHtml(reason, 300)}</span>`;
if (details.length === 0)
return markup `<p>${line}</p>\n`;
return markup `<details><summary>${line}</summary>${details.map(detailHtml)}</details>\n`;
}
function detailHtml({ title, lines }) {
const more = lines.length - planned_MOST_LINES;
const rest = more > 0 ? markup `\u2026 and ${(0, lib_text.U9)(more, 'more line')}` : NOTHING;
return markup `<p>${codeHtml(title, 200)}</p><pre class="diff" tabindex="0">${lines.slice(0, planned_MOST_LINES).map(diffLine)}${rest}</pre>`;
}
const SIGNS = { '+': 'add', '-': 'remove', '~': 'change' };
function diffLine(line) {
const [start = ''] = /^[-+~ ]? */.exec(line) ?? [];
const text = markup `${start}${lineHtml(line.slice(start.length), 500)}`;
const kind = SIGNS[line.slice(0, 1)];
return kind === undefined ? markup `${text}\n` : markup `<span class="${kind}">${text}</span>\n`;
}
const paragraph = (text) => (text === '' ? NOTHING : markup `<p>${proseHtml(text, 600)}</p>`);
function backtests(planned) {
const table = tableHtml('New and changed alerts, tried on the data of the last 7 days', ['alert', 'change', 'result'], planned.backtest.map((one) => [codeHtml(one.alert), markup `${one.change}`, proseHtml((0, planned_rows.LX)(one))]));
return markup `${table}${paragraph((0, planned_rows.Xr)(planned))}`;
}
;
const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1c2024;--dim:#5b6470;--line:#d5dae0;--card:#f6f8fa;--code:#eef1f4;--link:#0a58ca;
--good:#11734b;--goodbg:#e2f5ea;--warn:#7a5200;--warnbg:#fdf3d7;--bad:#b42318;--badbg:#fdeceb;--idle:#5b6470;--idlebg:#eef1f4;
--s0:#1f6fd6;--s1:#c2570c;--s2:#11815a;--s3:#a3269a;--s4:#8a6d00;--s5:#0e7f96;--s6:#c22d4b;--s7:#5b5bd6}
@media (prefers-color-scheme:dark){:root{--bg:#0f1317;--fg:#e6eaee;--dim:#9aa5b1;--line:#303841;--card:#171c22;--code:#222a32;--link:#7ab4ff;
--good:#5fd39a;--goodbg:#11301f;--warn:#f0c04e;--warnbg:#332706;--bad:#ff9086;--badbg:#3a1512;--idle:#9aa5b1;--idlebg:#222a32;
--s0:#6aa9ff;--s1:#ff9a52;--s2:#54cf9c;--s3:#e58adf;--s4:#d9bd3f;--s5:#54c8df;--s6:#ff8aa0;--s7:#a9a6ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:1200px;padding:1rem 1.25rem 3rem;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.3;margin:0;text-wrap:balance}
h2{font-size:1.15rem;margin:2rem 0 .6rem}
h3{font-size:1rem;margin:1.2rem 0 .5rem}
p{margin:.4rem 0}
a{color:var(--link)}
code,pre{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.9em}
code{background:var(--code);border-radius:4px;padding:.1em .3em;user-select:all;-webkit-user-select:all}
pre{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.8rem;overflow:auto;max-height:70vh;white-space:pre-wrap}
header{border-left:6px solid var(--idle);background:var(--idlebg);border-radius:8px;padding:1rem 1.1rem}
header.proven,header.done{border-color:var(--good);background:var(--goodbg)}
header.unproven{border-color:var(--warn);background:var(--warnbg)}
header.failed{border-color:var(--bad);background:var(--badbg)}
header code{background:color-mix(in srgb,var(--fg) 9%,transparent)}
.state{font-weight:700;letter-spacing:.03em}
.proven .state,.done .state{color:var(--good)}.unproven .state{color:var(--warn)}.failed .state{color:var(--bad)}
.facts,.links{list-style:none;margin:.5rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem}
.todo{list-style:none;margin:0;padding:0}
.todo>li{border:1px solid var(--line);border-left:4px solid var(--idle);border-radius:6px;padding:.6rem .8rem;margin:.5rem 0;background:var(--card)}
.todo>li.error{border-left-color:var(--bad)}.todo>li.warning{border-left-color:var(--warn)}
.todo .next{font-weight:600}
.tag{display:inline-block;border-radius:999px;padding:0 .55em;font-size:.85em;font-weight:600;white-space:nowrap;background:var(--idlebg);color:var(--idle)}
.tag.good{background:var(--goodbg);color:var(--good)}.tag.warn{background:var(--warnbg);color:var(--warn)}.tag.bad{background:var(--badbg);color:var(--bad)}
.dim{color:var(--dim)}
.scroll{overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;width:100%;font-size:.93em}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:break-word;min-width:4rem}
th{color:var(--dim);font-weight:600;white-space:nowrap}
td{max-width:34rem}
details{border:1px solid var(--line);border-radius:6px;padding:0 .8rem;margin:.5rem 0}
details[open]{padding-bottom:.6rem}
summary{cursor:pointer;padding:.5rem 0;font-weight:600}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:.9rem}
figure{margin:0;border:1px solid var(--line);border-radius:8px;padding:.6rem .8rem;background:var(--card);min-width:0;break-inside:avoid}
figcaption{font-weight:600;margin-bottom:.3rem}
svg{display:block;width:100%;height:auto}
svg text{fill:var(--dim);font:10px system-ui,sans-serif}
svg .grid{stroke:var(--line);stroke-width:1}
svg polyline{fill:none;stroke-width:1.6;stroke-linejoin:round;vector-effect:non-scaling-stroke}
.legend{list-style:none;margin:.3rem 0 0;padding:0;font-size:.82em}
.legend li{display:flex;gap:.5em;justify-content:space-between}
.legend b{font-variant-numeric:tabular-nums}
${Array.from({ length: 8 }, (_, i) => `.s${i}{stroke:var(--s${i})}.l${i}::before{content:"";flex:none;width:.8em;height:.25em;margin-top:.65em;background:var(--s${i})}`).join('')}
.legend span{flex:1}
.diff{white-space:pre-wrap}.diff .add{color:var(--good)}.diff .remove{color:var(--bad)}.diff .change{color:var(--warn)}
footer{margin-top:2rem;color:var(--dim);font-size:.88em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:600px){body{padding:.6rem .6rem 2rem}h1{font-size:1.2rem}header{padding:.7rem .8rem}h2{margin-top:1.3rem}td,th{padding:.3rem .4rem}}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:11px}.scroll{overflow:visible}details::details-content{content-visibility:visible}details:has(#result){display:none}pre{max-height:none}a{color:inherit}}
`;
;
const STATE = {
'no-machine': markup `<span class="tag bad">\u2716 no machine</span>`,
down: markup `<span class="tag bad">\u2716 down</span>`,
unknown: markup `<span class="tag">? not checked</span>`,
up: markup `<span class="tag good">\u2714 up</span>`,
resting: markup `<span class="tag">\u2013 resting</span>`,
};
const MOST = 5_000;
function targetTables(evidence) {
const rows = evidence ? (0, report_rows.dg)(evidence) : [];
if (rows.length === 0)
return NOTHING;
const wrong = rows.filter(({ state }) => state !== 'up' && state !== 'resting');
const byMachine = rows.toSorted((a, b) => compare(a.region, b.region) || compare(a.machine, b.machine));
if (rows.length <= report_rows.sD && wrong.length > 0)
return markup `${matrix(rows)}${targetTable('Targets by machine', [...wrong, ...byMachine.filter((row) => !wrong.includes(row))])}`;
const all = targetTable('All targets', byMachine.slice(0, MOST));
return markup `${matrix(rows)}${targetTable('Targets that are not up', wrong.slice(0, MOST))}${foldedHtml(`All ${(0, lib_text.U9)(rows.length, 'target')} by region and machine`, all)}`;
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function matrix(rows) {
const regions = [...new Set(rows.map(({ region }) => region))].toSorted().slice(0, 40);
const services = [...Map.groupBy(rows, ({ service }) => service)].slice(0, 500);
if (regions.length * services.length < 2)
return NOTHING;
return tableHtml('Targets that are up, by service and region', ['service', ...regions.map((region) => (0, lib_text.TN)(region, 20) || 'no region')], services.map(([service, all]) => [
codeHtml(service, 100),
...regions.map((region) => cell(all.filter((row) => row.region === region))),
]));
}
function cell(rows) {
const expected = rows.filter(({ state }) => state !== 'resting');
if (rows.length === 0)
return NOTHING;
const [up, unknown] = [
expected.filter(({ state }) => state === 'up').length,
expected.filter(({ state }) => state === 'unknown').length,
];
if (expected.length === 0)
return markup `<span class="tag">${rows.length} resting</span>`;
const open = unknown > 0 ? markup `<span class="tag">${unknown} not checked</span>` : NOTHING;
if (unknown === expected.length)
return open;
const kind = up + unknown === expected.length ? 'good' : 'bad';
return markup `<span class="tag ${kind}">${up} of ${expected.length} up</span> ${open}`;
}
const targetTable = (caption, rows) => tableHtml(caption, ['state', 'service', 'region', 'machine', 'last scrape (UTC)', 'samples', 'what Prometheus says'], rows.map(({ state, service, region, machine, lastScrape, samples, lost, why }) => [
STATE[state],
codeHtml(service, 100),
foreignHtml(region, 40),
codeHtml(machine, 100),
foreignHtml(lastScrape?.slice(11, 19) ?? '', 10),
foreignHtml(`${samples ?? ''}${lost ? ` (${lost} lost)` : ''}`, 40),
foreignHtml(why, 300),
]));
;
const ICON = { proven: '\u2714', unproven: '?', done: '\u2714', failed: '\u2716' };
const page_STATE = { proven: 'Proven', unproven: 'Not proven', done: 'Done', failed: 'Failed' };
const MOST_ITEMS = 500;
const policy = (css) => `default-src 'none'; style-src 'sha256-${(0, external_node_crypto_.createHash)('sha256').update(css).digest('base64')}'; base-uri 'none'; form-action 'none'`;
function renderHtmlReport(report, source) {
const title = (0, parts.vc)((0, parts.CS)((0, headline.Pl)(report), 200));
const items = (0, action_items.rZ)(report);
const toDo = sectionHtml((0, action_items.LG)(items, report.mode), todo(items, report, source));
const planned = plannedHtml(report);
const isPlanFirst = report.mode === 'plan' && report.verdict.kind !== 'failed';
const body = markup `${head(report)}
<main>
${isPlanFirst ? [planned, toDo] : [toDo, planned]}
${sectionHtml('Scrape targets', targetTables(report.evidence))}
${sectionHtml('Panels', panelCharts(report.evidence))}
${evidenceTables(report)}
${foldedHtml('Check it yourself', commands(report))}
${foldedHtml('Result as JSON', markup `<pre id="result" tabindex="0">${preformatted((0, json_text.jsonText)((0, result.toResult)(report), 2))}</pre>`)}
</main>
<footer>Written by deploy-monitoring. Times are in UTC.</footer>`;
return markup `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(STYLE)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${stylesheet(STYLE)}
</head>
<body>
${body}
</body>
</html>
`.html;
}
function head(report) {
const outcome = (0, headline.CL)(report);
const facts = (0, overview.xS)(report).map((fact) => proseHtml(fact));
const links = (0, overview.hP)(report).map(({ label, url }) => linkHtml(lineHtml(label, 100), url));
return markup `<header class="${outcome}"><p class="state">${ICON[outcome]} ${page_STATE[outcome]}</p><h1>${proseHtml((0, headline.Pl)(report), 300)}</h1>${listOf('facts', facts)}${listOf('links', links)}</header>`;
}
const listOf = (name, items) => items.length === 0
? NOTHING
: markup `<ul class="${name}">${items.map((item) => markup `<li>${item}</li>`)}</ul>`;
function todo(all, { mode }, source) {
if (all.length === 0)
return NOTHING;
const list = (some) => markup `<ul class="todo">${some.map((item) => todoItem(item, mode === 'plan', source))}</ul>`;
const kinds = (0, action_items._G)(all.slice(0, MOST_ITEMS)).map(({ first, rest, title }) => markup `${list(first)}${rest.length > 0 ? foldedHtml(title, list(rest)) : NOTHING}`);
return markup `${kinds}${moreHtml(all.length - MOST_ITEMS, 'more item')}`;
}
function todoItem(item, isPlan, source) {
const { severity, outcome, subject, at, code, what, next } = item;
const kind = outcome === 'not-checked' ? 'unknown' : severity;
const sign = kind === 'error' ? '\u2716' : kind === 'warning' ? '!' : '?';
const place = at
? linkHtml(codeHtml(subject), source ? (0, overview._J)(source, at) : '')
: foreignHtml(subject, 200);
const name = isPlan ? linkHtml(codeHtml(code), (0, documentation.bM)(code)) : codeHtml(code);
return markup `<li class="${kind}"><p><span aria-hidden="true">${sign}</span> <span class="tag ${kind === 'error' ? 'bad' : 'warn'}">${kind === 'unknown' ? 'not checked' : kind}</span> <strong>${place}</strong> ${name}</p><p>${proseHtml(what)}</p>${next === '' ? NOTHING : markup `<p class="next">\u2192 ${proseHtml(next)}</p>`}</li>\n`;
}
function commands({ mode, monitoring }) {
if (!monitoring || mode === 'plan')
return NOTHING;
const { checks, silence } = (0, overview.Kf)(monitoring);
return markup `<pre tabindex="0">${preformatted([...checks, ...silence].join('\n'))}</pre>`;
}
}),
98804: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
toResult: () => (toResult)
});
var dist = __webpack_require__(77934);
;
const CHECK_AREAS = [
'replicas',
'shards',
'configuration',
'reload',
'retention',
'self-scrape',
'uptime',
'storage',
'scrapes',
'rules',
'slo',
'remote-write',
'store',
'fly-metrics',
'access',
'health',
'metrics-exposure',
'delivery',
];
var evidence = __webpack_require__(90615);
;
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
;
const REASON_CLASSES = [
'no-machines',
'stopped',
'no-metrics-section',
'scrape-failed',
'not-discovered',
'not-scraped',
'stale',
'dns',
'refused',
'unreachable',
'timeout',
'reset',
'not-http',
'tls',
'scheme',
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
'local-config',
'empty',
'samples-lost',
'flapping',
'restarting',
'not-stored',
'unknown',
];
var headline = __webpack_require__(91218);
;
const change = dist.Ikc({
platform: dist.KIO(['Fly', 'Grafana']),
effect: dist.KIO(['add', 'change', 'remove']),
kind: dist.FsL(dist.YjP(), dist.h_('Of the object: app, machine, volume, secrets, dashboard, \u2026')),
subject: dist.YjP(),
what: dist.YjP(),
reason: dist.YjP(),
routine: dist.FsL(dist.zMY(), dist.h_('Every deploy makes it, whatever has changed.')),
certain: dist.FsL(dist.zMY(), dist.h_('false: not known whether there is a difference; see the reason.')),
details: dist.YOg(dist.Ikc({ title: dist.YjP(), lines: dist.YOg(dist.YjP()) })),
});
const ruleBacktest = dist.Ikc({
alert: dist.YjP(),
change: dist.KIO(['new', 'changed']),
fired: dist.lqM(dist.FsL(dist.aig(), dist.h_('How often; absent when it could not be tried.'))),
firingSeconds: dist.lqM(dist.aig()),
period: dist.lqM(dist.FsL(dist.YjP(), dist.h_('How much of the last 7 days has data.'))),
firingNow: dist.lqM(dist.zMY()),
note: dist.YjP(),
});
const plannedDeploy = dist.FsL(dist.Ikc({
compared: dist.YOg(dist.YjP()),
changes: dist.YOg(change),
downtime: dist.lqM(dist.YjP()),
price: dist.lqM(dist.YjP()),
backtest: dist.YOg(ruleBacktest),
backtestNote: dist.lqM(dist.YjP()),
}), dist.h_('What a deploy would change; mode deploy: what it set out to change. Absent: nothing was compared.'));
;
const whole = dist.FsL(dist.aig(), dist.ndf());
const wordOf = (all) => dist.KIO(Object.keys(all));
const certainty = dist.FsL(dist.KIO(['proven', 'inferred', 'not checked']), dist.h_('proven: seen in an answer of the running system. inferred: signs usually mean it.'));
const claim = { certainty, why: dist.YjP() };
const problem = dist.Ikc({
code: dist.YjP(),
severity: dist.KIO(['error', 'warning']),
at: dist.lqM(dist.Ikc({ file: dist.YjP(), line: whole, column: whole })),
message: dist.YjP(),
hint: dist.YjP(),
more: dist.lqM(dist.FsL(whole, dist.h_('How many more of these the file has: they are left out of this list.'))),
patch: dist.lqM(dist.FsL(dist.YjP(), dist.h_('What corrects the file, in unified form, as `git apply` reads it.'))),
});
const reason = dist.Ikc({
class: dist.KIO(REASON_CLASSES),
why: dist.YjP(),
next: dist.FsL(dist.YjP(), dist.h_('What to do.')),
certainty,
detail: dist.FsL(dist.YjP(), dist.h_('What Prometheus said, word for word.')),
});
const target = dist.Ikc({
service: dist.YjP(),
app: dist.YjP(),
machine: dist.FsL(dist.YjP(), dist.h_('Empty for a static address, which is not on Fly.')),
region: dist.YjP(),
address: dist.FsL(dist.YjP(), dist.h_('Address and port that Prometheus scrapes.')),
state: wordOf({ up: true, down: true, resting: true, unknown: true }),
...claim,
reason: dist.lqM(reason),
lastScrape: dist.lqM(dist.FsL(dist.YjP(), dist.h_("On Prometheus' own clock, as an ISO time."))),
samples: dist.lqM(dist.aig()),
lost: dist.lqM(dist.aig()),
});
const metric = dist.Ikc({
service: dist.YjP(),
name: dist.YjP(),
type: dist.YjP(),
state: dist.KIO(METRIC_STATES),
...claim,
actualType: dist.lqM(dist.YjP()),
nearMiss: dist.lqM(dist.YjP()),
next: dist.lqM(dist.YjP()),
});
const panel = dist.Ikc({
dashboard: dist.Ikc({ uid: dist.YjP(), title: dist.YjP() }),
panel: dist.Ikc({ id: dist.aig(), title: dist.YjP() }),
refId: dist.YjP(),
query: dist.FsL(dist.YjP(), dist.h_('As executed, variables and macros filled in.')),
state: dist.KIO(evidence.o),
...claim,
absent: dist.YOg(dist.YjP()),
dataFrom: dist.lqM(dist.FsL(dist.YjP(), dist.h_('When there will be data: the query looks back further than there are samples.'))),
next: dist.lqM(dist.YjP()),
});
const check = dist.Ikc({
area: dist.KIO(CHECK_AREAS),
subject: dist.YjP(),
outcome: wordOf({
holds: true,
warning: true,
broken: true,
'not-checked': true,
'nothing-to-check': true,
}),
...claim,
next: dist.lqM(dist.YjP()),
});
const rule = dist.Ikc({
group: dist.YjP(),
name: dist.YjP(),
state: wordOf({
ok: true,
error: true,
'not-evaluated': true,
missing: true,
'not-checked': true,
}),
...claim,
detail: dist.YjP(),
});
const result_evidence = dist.Ikc({
mark: dist.lqM(dist.FsL(dist.YjP(), dist.h_("Only scrapes after this moment on Prometheus' clock count."))),
deployBegan: dist.lqM(dist.YjP()),
began: dist.YjP(),
ended: dist.YjP(),
prometheus: dist.lqM(dist.FsL(dist.YjP(), dist.h_('Version of Prometheus.'))),
targets: dist.YOg(target),
services: dist.YOg(dist.Ikc({
service: dist.YjP(),
app: dist.YjP(),
expected: whole,
up: whole,
resting: whole,
reason: dist.lqM(reason),
})),
metrics: dist.YOg(metric),
undeclared: dist.YOg(dist.Ikc({ service: dist.YjP(), names: dist.YOg(dist.YjP()) })),
panels: dist.YOg(panel),
rules: dist.YOg(rule),
alerts: dist.YOg(dist.Ikc({
name: dist.YjP(),
state: dist.KIO(['pending', 'firing']),
summary: dist.YjP(),
since: dist.YjP(),
})),
checks: dist.YOg(check),
});
const resultSchema = dist.Ikc({
version: dist.euz(1),
mode: dist.lqM(dist.KIO(['deploy', 'plan', 'verify', 'dashboards', 'contract', 'drill'])),
verdict: dist.FsL(dist.KIO(['proven', 'unproven', 'failed', 'done']), dist.h_('unproven: nothing that fail-on requires is broken, and something is not proven. failed: it is broken, or a part of the run could not be done. done: a mode that proves nothing (plan, dashboards, contract) has succeeded.')),
headline: dist.YjP(),
commit: dist.lqM(dist.FsL(dist.YjP(), dist.h_('Commit whose files this run used.'))),
monitoring: dist.lqM(dist.Ikc({ app: dist.YjP(), url: dist.YjP() })),
apps: dist.YOg(dist.Ikc({ app: dist.YjP(), deployed: dist.zMY(), machines: whole })),
failures: dist.YOg(dist.Ikc({
code: dist.YjP(),
area: dist.YjP(),
subject: dist.YjP(),
why: dist.YjP(),
next: dist.YjP(),
outcome: dist.FsL(dist.KIO(['broken', 'not-checked']), dist.h_('not-checked: it was promised, and nothing is known about it.')),
decides: dist.FsL(dist.zMY(), dist.h_('It makes the run fail, according to fail-on.')),
lastHeld: dist.lqM(dist.FsL(dist.mee(dist.YjP()), dist.h_("When it last held, about, on Prometheus' clock; null: not in the last two days. Absent: not known."))),
because: dist.lqM(dist.FsL(dist.YjP(), dist.h_('What explains it: it needs no action of its own.'))),
accepted: dist.lqM(dist.FsL(dist.Ikc({ reason: dist.YjP(), until: dist.YjP() }), dist.h_('The exception of the configuration that accepts it.'))),
})),
problems: dist.YOg(problem),
changes: dist.YOg(dist.Ikc({ subject: dist.YjP(), what: dist.YjP(), result: dist.YjP(), why: dist.YjP() })),
dashboards: dist.YOg(dist.Ikc({ title: dist.YjP(), url: dist.YjP(), result: dist.YjP() })),
skipped: dist.YOg(dist.Ikc({ part: dist.YjP(), why: dist.YjP(), set: dist.YjP() })),
checked: dist.lqM(dist.FsL(dist.g1P(dist.YjP(), whole), dist.h_('Modes plan and contract: files and pages checked, by kind.'))),
planned: dist.lqM(plannedDeploy),
evidence: dist.lqM(result_evidence),
});
function toResult(report) {
const { verdict, monitoring, ...rest } = report;
return dist.qgA(resultSchema, {
version: 1,
...rest,
verdict: (0, headline.CL)(report),
failures: verdict.failures,
headline: (0, headline.Pl)(report),
...(monitoring && { monitoring }),
});
}
})
};
