export const id = 1393;
export const ids = [1393];
export const modules = {
1393: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
addSamples: () => (addSamples)
});
var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(18867);
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61469);
var _history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64872);
const RANGE = '1h:30s';
const MOST_QUERIES = 60;
const MOST_SERIES = 8;
const AT_ONCE = 6;
const PATIENCE_MS = 4_000;
async function addSamples(evidence, prometheus) {
const { began, ended, mark } = evidence;
const at = Date.parse((0, _history_js__WEBPACK_IMPORTED_MODULE_2__.ok)(new Date(ended), { began, mark }) ?? '');
if (Number.isNaN(at) || evidence.cutShort)
return evidence;
const asked = evidence.panels.filter(({ state }) => state === 'data' || state === 'warning');
const queries = [...new Set(asked.map(({ query }) => query))].slice(0, MOST_QUERIES);
const answers = new Map();
const until = performance.now() + PATIENCE_MS;
const reading = (0, _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_3__.X)(queries, AT_ONCE, async (query) => {
if (performance.now() < until)
answers.set(query, await read(query, prometheus, at));
});
await Promise.race([reading, (0, node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(PATIENCE_MS, undefined, { ref: false })]);
return { ...evidence, panels: evidence.panels.map((panel) => withSeries(panel, answers.get(panel.query))) };
}
const withSeries = (panel, samples) => samples === undefined || samples.length === 0 ? panel : { ...panel, samples };
async function read(query, prometheus, at) {
const answer = await prometheus.query(`(${query}\n)[${RANGE}]`, at).catch(_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__.JY);
return answer ? seriesOf(answer.result) : [];
}
function seriesOf(result) {
if (result.resultType !== 'matrix')
return [];
return result.result.slice(0, MOST_SERIES).flatMap(({ metric, values }) => {
const points = values
.map(([time, value]) => [time, Number(value)])
.filter(([, value]) => Number.isFinite(value));
const labels = Object.entries(metric).filter(([name]) => name !== '__name__');
const name = labels.map(([key, value]) => `${key}="${value}"`).join(', ');
return points.length === 0 ? [] : [{ name: name === '' ? (metric.__name__ ?? '') : name, points }];
});
}
})
};
