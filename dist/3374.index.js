export const id = 3374;
export const ids = [3374];
export const modules = {
13374: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
waitForHandOver: () => (waitForHandOver)
});
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61469);
var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94869);
var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(10980);
var _poll_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98195);
const MOST_MS = 150_000;
const OPTIONAL_MS = 5_000;
const EVERY_MS = 500;
const UNANSWERED = 10;
const NO_GAP = { missing: [], of: 0, untried: 0 };
async function waitForHandOver({ app, machine, from, others, isRequired }, limits) {
let unanswered = 0;
const gap = await (0, _poll_js__WEBPACK_IMPORTED_MODULE_3__.wt)(async () => {
const wanted = await targetsOf(from);
unanswered = 'error' in wanted ? unanswered + 1 : 0;
if ('error' in wanted)
return { done: unanswered >= UNANSWERED, value: NO_GAP, waitsFor: `machine ${machine} of ${app}` };
const value = await gapOf(wanted.targets, others);
const done = !('error' in value) && value.missing.length + value.untried === 0;
return { done, value, waitsFor: `the other machines of ${app}: ${describeGap(value)}` };
}, { ...(0, _poll_js__WEBPACK_IMPORTED_MODULE_3__.pS)(limits, isRequired ? MOST_MS : OPTIONAL_MS), everyMs: EVERY_MS });
if (!('error' in gap) && gap.missing.length === 0)
return undefined;
const isNothing = 'error' in gap || (gap.of > 0 && gap.missing.length === gap.of);
if (isRequired && isNothing)
throw notScraping(app, machine, describeGap(gap));
return {
code: 'fly-replica-hand-over',
severity: 'warning',
message: `While machine ${machine} of ${app} was stopped, ${describeGap(gap)}: there is a gap in their samples.`,
hint: 'The verification names what cannot be reached, and why.',
};
}
const describeGap = (gap) => 'error' in gap
? gap.error
: gap.missing.length === 0
? `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_1__.U9)(gap.untried, 'target')} not tried by it yet`
: `${gap.missing.length} of ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_1__.U9)(gap.of, 'target')} not scraped by it (${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_1__.H$)(gap.missing, 3)})`;
async function gapOf(wanted, others) {
const answers = await Promise.all(others.map(targetsOf));
const known = answers.flatMap((one) => ('error' in one ? [] : [one.targets]));
const [failed] = answers.flatMap((one) => ('error' in one ? [one] : []));
if (failed && known.length === 0)
return failed;
const has = (target, ...states) => known.some((targets) => states.includes(targets.get(target) ?? ''));
const all = [...wanted];
const up = all.flatMap(([target, health]) => (health === 'up' ? [target] : []));
return {
missing: up.filter((target) => !has(target, 'up')),
of: up.length,
untried: all.filter(([target, health]) => health !== 'up' && !has(target, 'up', 'down')).length,
};
}
async function targetsOf({ targets }) {
try {
const isShared = ({ labels }) => labels.job !== _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__.gu && labels.job !== _model_prometheus_js__WEBPACK_IMPORTED_MODULE_2__.cZ;
const all = (await targets()).filter(isShared);
return { targets: new Map(all.map((one) => [`${one.labels.job} at ${one.scrapeUrl}`, one.health])) };
}
catch (error) {
if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.lZ)
return { error: (0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.bD)(error) };
throw error;
}
}
const notScraping = (app, machine, why) => (0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.sx)('fly-replica-not-scraping', `Machine ${machine} of ${app} was left as it is: it scrapes, and the other machines of Prometheus do not (${why}). Stopping it would leave a gap.`, `See \`flyctl logs -a ${app}\` for the other machine, then run again: the deploy continues where it stopped. If the other replica cannot be repaired, \`monitoring.replicas: 1\` with the \`region\` of this one removes it.`);
})
};
