export const id = 9;
export const ids = [9];
export const modules = {

/***/ 9:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drillMode: () => (/* binding */ drillMode)
});

// EXTERNAL MODULE: ./build/lib/concurrency.js
var concurrency = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/model/prometheus.js
var model_prometheus = __webpack_require__(980);
// EXTERNAL MODULE: ./build/verify/poll.js
var poll = __webpack_require__(8195);
// EXTERNAL MODULE: ./build/verify/delivery/counters.js
var counters = __webpack_require__(1488);
// EXTERNAL MODULE: ./build/verify/delivery/judge.js + 1 modules
var judge = __webpack_require__(2289);
;// CONCATENATED MODULE: ./build/verify/delivery/drill.js






/** Twice what fires the alert: some requests may be answered before the window of the first evaluation. */
const KNOCKS = 2 * model_prometheus/* DRILL */.su.requests + 10;
const AT_ONCE = 4;
/** A scrape and an evaluation (up to 2 min each), waiting for the group, a retry. */
const PATIENCE_MS = 5 * 60_000;
/** Seconds until each receiver accepted the alert; undefined for one that did not. */
async function drill(receivers, { prometheus, limits }) {
    await throwUnlessDeployed(prometheus, receivers);
    await makeCounter(prometheus, limits);
    let before;
    const began = performance.now();
    await (0,concurrency/* mapConcurrently */.X)(Array.from({ length: KNOCKS }), AT_ONCE, () => prometheus.knock());
    const accepted = new Map();
    let fired = false;
    await (0,poll/* poll */.wt)(async () => {
        const [state, alerts] = await Promise.all([stateOf(prometheus), prometheus.alerts()]);
        const elapsed = performance.now() - began;
        // Until then messages are about other alerts; the Alertmanager waits for the group before it sends this one.
        if (!fired)
            before = state;
        fired ||= alerts.some(({ labels, state: is }) => labels.alertname === model_prometheus/* DRILL */.su.alert && is === 'firing');
        for (const receiver of receivers)
            if (fired && !accepted.has(receiver.name) && hasMore(receiver, { before, now: state, receivers }))
                accepted.set(receiver.name, elapsed / 1000);
        const open = receivers.filter(({ name }) => !accepted.has(name));
        const waitsFor = fired ? `${open.map(({ name }) => name).join(', ')}: sent` : 'the alert to fire';
        return { done: open.length === 0 || elapsed > PATIENCE_MS, value: undefined, waitsFor };
    }, limits);
    await waitForTheEnd(prometheus, limits);
    // An Alertmanager that does not name receivers counts other messages of the same kind too.
    const certainty = before?.by === 'receiver' ? 'proven' : 'inferred';
    return receivers.map((receiver) => ({
        ...claimOf(receiver, accepted.get(receiver.name), fired),
        certainty,
    }));
}
async function throwUnlessDeployed(prometheus, receivers) {
    const groups = receivers.length > 0 ? await prometheus.rules() : [];
    if (groups.some(({ rules }) => rules.some(({ name }) => name === model_prometheus/* DRILL */.su.alert)))
        return;
    throw (0,errors/* platformError */.sx)('drill-not-deployed', `Prometheus has no rule ${model_prometheus/* DRILL */.su.alert}, which a drill fires.`, 'Deploy with `alerts.notify` and `access: password` first. With public access anyone could fire it, so it does not exist there; with Grafana, use the test of the contact point.');
}
/** The rule asks for an increase, and the first value of a series is none: one request first, and a scrape that sees it. */
async function makeCounter(prometheus, limits) {
    const lastScrape = async () => (await prometheus.targets()).find(({ labels }) => labels.job === model_prometheus/* SELF_JOB */.gu)?.lastScrape;
    await prometheus.knock();
    const before = await lastScrape();
    const began = performance.now();
    await (0,poll/* poll */.wt)(async () => {
        const isScraped = (await lastScrape()) !== before;
        const done = isScraped || performance.now() - began > PATIENCE_MS;
        return { done, value: undefined, waitsFor: 'Prometheus to scrape itself' };
    }, limits);
}
/** The state from any scrape: the counters only grow while a drill runs. */
const stateOf = async (prometheus) => {
    const state = await (0,counters/* alertmanagerOrNothing */.y)(prometheus, 0);
    return state && !('error' in state) ? state : undefined;
};
/** Whether a receiver has accepted more since the drill began: of several on one counter, all of them. */
function hasMore(receiver, { before, now, receivers, }) {
    if (!now)
        return false;
    const count = (state) => {
        const counters = state && (0,judge/* countersOf */.J4)(state, receiver);
        return counters ? (0,judge/* acceptedBy */.lA)(counters) : 0;
    };
    return count(now) - count(before) > (0,judge/* countedWith */.B)(now, receiver, receivers).length;
}
/** The alert ends when its window has passed; the receivers then get its resolution within a minute. */
const waitForTheEnd = (prometheus, limits) => (0,poll/* poll */.wt)(async () => {
    const alerts = await prometheus.alerts().catch((error) => {
        if (error instanceof errors/* ActionError */.lZ)
            return [];
        throw error;
    });
    const isOver = !alerts.some(({ labels }) => labels.alertname === model_prometheus/* DRILL */.su.alert);
    return { done: isOver, value: undefined, waitsFor: 'the end of the alert' };
}, limits);
function claimOf({ name, variable }, seconds, fired) {
    const claim = { area: 'delivery', subject: name, certainty: 'proven' };
    if (seconds !== undefined)
        return { ...claim, outcome: 'holds', why: `It accepted the alert after ${Math.round(seconds)} s.` };
    return fired
        ? {
            ...claim,
            outcome: 'broken',
            why: 'The alert fired, and it did not accept it.',
            next: `Run mode \`verify\`, which says why it refuses, and check ${variable}.`,
        }
        : {
            ...claim,
            outcome: 'broken',
            why: 'The alert did not fire.',
            next: 'Verify the deployment first: Prometheus must scrape itself and evaluate its rules.',
        };
}

// EXTERNAL MODULE: ./build/verify/server/reach.js
var reach = __webpack_require__(285);
// EXTERNAL MODULE: ./build/run/apply.js + 14 modules
var apply = __webpack_require__(4448);
// EXTERNAL MODULE: ./build/run/delivery.js
var delivery = __webpack_require__(5868);
// EXTERNAL MODULE: ./build/run/observe.js
var observe = __webpack_require__(5506);
// EXTERNAL MODULE: ./build/run/session.js + 9 modules
var run_session = __webpack_require__(1389);
;// CONCATENATED MODULE: ./build/run/drill.js






/** One marked alert through Prometheus and its Alertmanager to the receivers. */
const drillMode = async (inputs, report, context) => {
    const session = await (0,run_session/* openSession */.fA)(inputs, report, context);
    // The password is only sent to an app that the token can read.
    const found = await report.timed('look', () => (0,observe/* observeAll */.W)(session));
    if ((0,apply/* hasFailed */.WN)(found))
        return;
    await report.timed('drill', () => drillAndRecord(session));
};
async function drillAndRecord(session) {
    const { prometheus, fly, report, cancel } = session;
    const limits = { deadline: new Date(fly.until), signal: cancel, log: fly.log.info };
    const began = new Date().toISOString();
    const reached = await (0,reach/* waitUntilReady */.bs)(prometheus, limits);
    if (reached.kind !== 'reached') {
        report.problems.push(...reached.problems);
        return;
    }
    const receivers = ((0,delivery/* deliveryOf */.A)(session, false)?.receivers ?? []).filter(({ name }) => name !== 'heartbeat');
    const checks = await drill(receivers, { prometheus, limits });
    for (const { subject, why } of checks)
        fly.log.info(`${subject}: ${why}`);
    const nothing = {
        targets: [],
        services: [],
        metrics: [],
        undeclared: [],
        unexpected: [],
        panels: [],
        rules: [],
        alerts: [],
    };
    const evidence = {
        began,
        ended: new Date().toISOString(),
        ...nothing,
        checks,
        problems: [],
        isDrill: true,
    };
    report.evidence = evidence;
}


/***/ })

};
