export const id = 4803;
export const ids = [4803];
export const modules = {

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
