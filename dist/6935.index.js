export const id = 6935;
export const ids = [6935];
export const modules = {
26935: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
verifyOnFly: () => (verifyOnFly)
});
var verify_history = __webpack_require__(64872);
var contract = __webpack_require__(31058);
var library_panels = __webpack_require__(90273);
var poll = __webpack_require__(98195);
var in_grafana = __webpack_require__(93984);
var server_endpoints = __webpack_require__(92572);
var reach = __webpack_require__(285);
var evidence = __webpack_require__(58764);
var expect = __webpack_require__(87272);
var fly_series = __webpack_require__(34061);
var claim = __webpack_require__(96664);
var verify_evidence = __webpack_require__(90615);
var judge = __webpack_require__(89565);
var steadiness = __webpack_require__(73968);
var literals = __webpack_require__(90303);
;
function selectorOf(names, app, instances) {
const of = instances === undefined ? '' : `,instance=~${(0, literals.NK)(instances)}`;
const bucket = names.some((name) => name.endsWith('_bucket')) ? ',le=~"[+]Inf|"' : '';
return `{__name__=~${(0, literals.NK)(names)},app=${(0, literals.ZD)(app)}${of}${bucket}}`;
}
async function readRaw(source, selector, windowMs) {
const { result, clock = Date.now() } = await source.query(`${selector}[${Math.ceil(windowMs / 1000)}s]`);
const rows = result.resultType === 'matrix' ? result.result : [];
return { clock, series: rows.map(({ metric, values }) => seriesOf(metric, values)) };
}
function seriesOf(labels, values) {
const all = values
.map(([time, value]) => ({ at: Math.round(time * 1000), value: Number(value) }))
.toSorted((a, b) => a.at - b.at);
const last = all.at(-1);
return {
labels,
samples: all.filter(({ value }) => !Number.isNaN(value)),
...(last && Number.isNaN(last.value) && { endedAt: last.at }),
};
}
const newestTime = ({ samples, endedAt }) => Math.max(samples.at(-1)?.at ?? 0, endedAt ?? 0);
;
const PULSE = ['up', 'fly_instance_up', 'scrape_samples_scraped', 'process_start_time_seconds'];
const RECENT_MS = 10 * 60_000;
const FAR_MS = 60 * 60_000;
async function readPulse(source, app) {
const recent = await readRaw(source, selectorOf(PULSE, app), RECENT_MS);
if (recent.series.length > 0)
return pulseOf(recent);
const { clock, series } = await readRaw(source, selectorOf(['up', 'fly_instance_up'], app), FAR_MS);
return { ...pulseOf({ clock, series }), machines: new Map() };
}
function pulseOf({ clock, series }) {
const times = series.map(newestTime);
return {
clock,
newest: times.length === 0 ? undefined : times.reduce((a, b) => Math.max(a, b)),
machines: new Map([...Map.groupBy(series, ({ labels }) => labels.instance ?? '')].map(([id, own]) => [
id,
scrapesOf(own),
])),
};
}
const FIELDS = {
scrape_samples_scraped: 'sent',
process_start_time_seconds: 'startedAt',
};
function scrapesOf(series) {
const ups = ofScraper(series.filter(({ labels }) => labels.__name__ === 'up'));
const values = (name) => new Map(series
.filter(({ labels }) => labels.__name__ === name)
.flatMap(({ samples }) => samples.map(({ at, value }) => [at, value])));
const fields = Object.entries(FIELDS).map(([name, field]) => ({ field, known: values(name) }));
const scrapes = ups
.flatMap(({ samples }) => samples)
.toSorted((a, b) => a.at - b.at)
.map(({ at, value }) => {
const up = value === 1;
const more = fields.flatMap(({ field, known }) => (up && known.has(at) ? [[field, known.get(at)]] : []));
return { at, up, ...Object.fromEntries(more) };
});
const newest = ups.toSorted((a, b) => newestTime(b) - newestTime(a))[0];
return { scrapes, endedAt: newest?.endedAt };
}
function ofScraper(ups) {
const labelsOf = ({ labels }) => Object.keys(labels).length;
const fewest = Math.min(...ups.map(labelsOf));
return ups.filter((one) => labelsOf(one) === fewest);
}
const lagOf = ({ clock, newest }) => newest === undefined ? undefined : Math.max(0, clock - newest);
;
const FAILURES = 2;
const CLOCK_MS = 30_000;
function stateOf(seen, scope) {
const { expected, wanted, pulse } = seen;
if (expected.state === 'resting')
return { kind: 'resting' };
if (expected.state === 'stopped')
return failed('stopped');
if (!isTold(expected.machine?.metrics, wanted))
return failed('no-metrics-section');
const lag = lagOf(pulse);
if ((pulse.newest ?? 0) > pulse.clock + CLOCK_MS)
return unknown('clock');
return lag === undefined || lag > fly_series._j ? withoutData(lag, scope) : ofSamples(seen, scope);
}
function ofSamples(seen, scope) {
const { scrapes = [], endedAt } = seen.pulse.machines.get(seen.expected.machine?.id ?? '') ?? {};
const last = scrapes.at(-1);
if (!last || last.at <= scope.verifyStart) {
const old = scope.isOver || scope.isCut ? ofOldSamples(seen, last, scope) : WAITING;
return scope.isOver || old.kind === 'up' ? old : WAITING;
}
if (endedAt !== undefined)
return scope.isOver ? failed('not-scraped') : WAITING;
const record = (0, steadiness.zv)(scrapes, scope.verifyStart, { isDeployed: scope.isDeployed });
return last.up ? ofGoodScrape(seen, { last, record, scrapes }, scope) : ofFailure(scrapes, record, scope);
}
const WAITING = { kind: 'waiting' };
const unknown = (cause) => ({ kind: 'unknown', cause });
const failed = (reason, more = {}) => ({
...{ kind: 'failed', class: reason, ...more },
});
const isTold = (told, wanted) => told?.port === wanted.port && told.path === wanted.path && told.https === wanted.https;
function withoutData(lag, { isOver, isStoreCurrent }) {
if (isStoreCurrent)
return isOver ? failed('not-scraped') : WAITING;
if (lag !== undefined)
return unknown('behind');
return isOver ? unknown('no-data') : WAITING;
}
function ofFailure(scrapes, record, { verifyStart, isOver }) {
const fresh = scrapes.filter(({ at }) => at > verifyStart);
const inRow = fresh.length - 1 - fresh.findLastIndex(({ up }) => up);
return inRow >= FAILURES || isOver
? failed('scrape-failed', { record, at: fresh.at(-1)?.at ?? 0 })
: WAITING;
}
function ofGoodScrape({ expected, ownAt }, { last, record, scrapes }, { verifyStart, isOver }) {
const unsteady = (0, steadiness.bg)(record);
if (unsteady)
return failed(unsteady, { record });
if (ownAt > verifyStart)
return { kind: 'up', certainty: 'proven', at: last.at, record };
const good = scrapes.filter(({ at, up }) => up && at > verifyStart).length;
if (good < FAILURES && !isOver)
return WAITING;
return expected.onlyAfterTraffic ? unknown('nothing-promised') : failed('empty', { record, at: last.at });
}
function ofOldSamples({ expected: { machine }, pulse, ownAt }, last, { verifyStart, isDeployed }) {
const newest = pulse.newest ?? 0;
const started = Date.parse(machine?.updatedAt ?? '') || 0;
if (newest > verifyStart)
return failed('not-scraped', last && { at: last.at });
if (newest <= started)
return unknown('before-start');
if (!last || last.at <= started || newest - last.at > GAP_MS)
return failed('not-scraped', last && { at: last.at });
const record = (0, steadiness.zv)(pulse.machines.get(machine?.id ?? '')?.scrapes ?? [], verifyStart, { isDeployed });
if (!last.up)
return failed('scrape-failed', { record, at: last.at });
if (ownAt > started && ownAt >= last.at - SAME_SCRAPE_MS)
return { kind: 'up', certainty: 'inferred', at: last.at, record };
return failed('empty', { record, at: last.at });
}
const SAME_SCRAPE_MS = 1_000;
const GAP_MS = 3 * fly_series.N7;
;
const flyClaims = (watch, scope) => [
...(scope.isNobodyNotified ? [NOBODY_NOTIFIED] : []),
...lagClaim(watch, scope),
...toldClaim(watch, scope),
...notClaimed(scope),
];
function lagClaim({ machines, pulses, clock }, { config, verifyStart }) {
const scraped = machines.filter(({ seen: { expected, wanted } }) => expected.state === 'running' && isTold(expected.machine?.metrics, wanted));
const apps = [...new Set(scraped.map(({ seen }) => seen.expected.app))];
if (apps.length === 0)
return [];
const newest = new Map([...pulses].flatMap(([app, { newest: at }]) => (at === undefined ? [] : [[app, at]])));
return (0, judge.s)({ organization: config.monitoring.organization, apps }, {
...{ kind: 'up', scrapeMs: fly_series.N7, at: clock, newest, rejected: undefined },
advanced: new Set([...newest].filter(([, at]) => at > verifyStart).map(([app]) => app)),
});
}
function toldClaim({ machines }, { config }) {
const running = machines.filter(({ seen }) => seen.expected.state === 'running');
const told = running.filter(({ seen }) => isTold(seen.expected.machine?.metrics, seen.wanted));
if (running.length === 0 || told.length < running.length)
return [];
return [
(0, claim.y)('configuration')(config.monitoring.organization, 'holds', `Fly was told to scrape the declared port and path on ${running.length === 1 ? 'the machine' : `all ${running.length} machines`} (\`config.metrics\`).`),
];
}
function notClaimed({ config, hasAlerts }) {
const { organization } = config.monitoring;
const unknown = (area, why) => ({
...{ area, subject: organization, outcome: 'nothing-to-check', certainty: 'not checked', why },
});
return [
unknown('scrapes', 'Whether Fly dropped series is not known: beyond its limits (16 MB for a scrape, high cardinality) it does so in silence.'),
unknown('rules', `Fly's Prometheus evaluates no rules, ${hasAlerts ? 'so none is checked there: Grafana evaluates the alerts.' : 'and there is no Grafana that does.'}`),
];
}
const NOBODY_NOTIFIED = {
area: 'delivery',
subject: verify_evidence.G,
outcome: 'warning',
certainty: 'proven',
why: "No one is notified of alerts: Fly's Prometheus evaluates no rules, and no Grafana is configured.",
next: 'Set grafana-url and grafana-api-key: Grafana evaluates the rules and notifies people.',
};
var declared_metrics = __webpack_require__(62237);
var lib_text = __webpack_require__(94869);
var lost_answer = __webpack_require__(74311);
var metrics_names = __webpack_require__(25518);
var queries = __webpack_require__(92914);
var service = __webpack_require__(99988);
var unanswered = __webpack_require__(35032);
var concurrency = __webpack_require__(18867);
var prometheus = __webpack_require__(10980);
;
const BATCH = 200;
const AT_ONCE = 4;
async function readOwnSeries(source, { app, instances, names, windowMs }) {
if (instances.length === 0 || names.length === 0)
return new Map();
const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, i) => names.slice(i * BATCH, (i + 1) * BATCH));
const answers = await (0, concurrency.X)(batches, AT_ONCE, (batch) => readRaw(source, selectorOf(batch, app, instances), windowMs));
const series = answers.flatMap((answer) => answer.series);
return new Map([...Map.groupBy(series, ({ labels }) => labels.instance ?? '')].map(([id, own]) => [
id,
Map.groupBy(own, ({ labels }) => labels.__name__ ?? ''),
]));
}
const isExposed = (name) => !(0, prometheus.eG)(name) && !/^(?:scrape|fly)_/.test(name);
const MOST_NAMES = 200;
async function undeclaredNames(source, { app, instances, names, from }) {
const selector = `{app=${(0, literals.ZD)(app)},instance=~${(0, literals.NK)(instances)}}`;
const all = await source.seriesNames(selector, from);
return all.filter((name) => isExposed(name) && !names.includes(name)).slice(0, MOST_NAMES);
}
const merged = (one, other) => new Map([...(one ?? []), ...(other ?? [])]);
const newestOfName = (series = []) => series
.filter(({ endedAt }) => endedAt === undefined)
.reduce((newest, one) => Math.max(newest, newestTime(one)), 0);
const newestOf = (own) => [...(own?.values() ?? [])].reduce((newest, series) => Math.max(newest, newestOfName(series)), 0);
;
async function judgeFlyContract(services, watch, { fly, verifyStart }) {
const up = watch.machines.flatMap(({ state, ...one }) => state.kind === 'up'
? [{ ...one, state, since: state.certainty === 'proven' ? verifyStart : state.at - fly_series.N7 }]
: []);
let views = [];
let types;
const why = await (0, lost_answer.d)(async () => {
const complete = await withUndeclared(up, { fly, verifyStart });
types = await fly.types(complete.flatMap(({ own }) => [...own.keys()].flatMap(familiesOf)));
views = services.map((service) => viewOf(service, complete, types));
});
if (why !== undefined) {
const { metrics } = (0, contract.Z6)(services);
return { metrics: metrics.map((one) => (0, unanswered.bj)(one, why)), undeclared: [], names: [] };
}
const judged = views.map((view) => (0, service.xf)(view, views));
return {
metrics: judged.flatMap(({ metrics }) => metrics.map((one) => withoutType(one, types))),
undeclared: judged.map(({ service, others }) => ({
service: service.name,
names: [...others.keys()].toSorted(),
})),
names: namesOf(judged),
};
}
const familiesOf = (name) => [name, name.replace(/_(?:total|bucket|sum|count)$/, '')];
async function withUndeclared(up, { fly, verifyStart }) {
const byApp = [...Map.groupBy(up, ({ seen }) => seen.expected.app)];
const found = await Promise.all(byApp.map(async ([app, all]) => {
const instances = all.flatMap(({ seen }) => seen.expected.machine?.id ?? []);
const names = [...new Set(all.flatMap(({ own }) => [...own.keys()]))];
const others = await undeclaredNames(fly, { app, instances, names, from: verifyStart });
const [{ seen }] = all;
const windowMs = seen.pulse.clock - verifyStart + (lagOf(seen.pulse) ?? 0) + 2 * fly_series.N7;
const more = await readOwnSeries(fly, { app, instances, names: others, windowMs });
return all.map((one) => ({
...one,
own: merged(one.own, more.get(one.seen.expected.machine?.id ?? '')),
}));
}));
return found.flat();
}
function viewOf(service, up, types) {
const own = up.filter(({ seen }) => seen.expected.service === service.name);
const targets = own.map((one) => targetMetrics(one, service, types));
return { service, targets, stored: [...new Set(targets.flatMap(({ samples }) => [...samples]))] };
}
function targetMetrics({ seen, own, since }, service, types) {
const id = seen.expected.machine?.id ?? '';
const samples = [...own].filter(([, series]) => newestOfName(series) > since).map(([name]) => name);
return {
...{ job: service.name, instance: id, machine: id },
samples: new Set(samples),
delayed: new Map(),
old: new Set(),
types: new Map([...(types ?? [])].flatMap(([name, all]) => typeOf(name, all, service))),
unlabelled: unlabelledIn(own, service, since),
};
}
function typeOf(name, types, service) {
const declared = (0, declared_metrics.A)(service).find((metric) => familiesOf(metric.name).includes(name));
const known = types.find((type) => type === declared?.type) ?? (types.length === 1 ? types[0] : undefined);
return known === undefined ? [] : [[name, known]];
}
function unlabelledIn(own, service, since) {
return new Set((0, declared_metrics.A)(service).flatMap(({ name, labels }) => (0, metrics_names.vN)(name).flatMap((series) => labels.flatMap((label) => {
const fresh = (own.get(series) ?? []).filter((one) => newestOfName([one]) > since);
return fresh.some((one) => !one.labels[label]) ? [(0, queries.Cb)(series, label)] : [];
}))));
}
function withoutType(metric, types) {
const { state, certainty, name, machines } = metric;
if (state !== 'present' || certainty !== 'inferred' || familiesOf(name).some((one) => types?.has(one)))
return metric;
return {
...metric,
why: `It has samples on ${machines.with} of ${(0, lib_text.U9)(machines.of, 'machine')} from after verification began. Its type is not checked: Fly's Prometheus does not say types.`,
};
}
const namesOf = (judged) => [
...new Set(judged.flatMap(({ targets, others }) => [
...targets.flatMap(({ samples }) => [...samples]),
...others.keys(),
])),
];
var reasons = __webpack_require__(63620);
;
function flyTargetEvidence(machines, verifyStart, organization) {
const failures = machines.map(({ seen, state }) => state.kind === 'failed'
? { kind: state.class, circumstances: circumstancesOf({ seen, state }) }
: undefined);
const explained = (0, reasons.c)(failures.filter((one) => one !== undefined));
return machines.map((one, i) => {
const failure = failures[i];
return {
...factsOf(one),
...claimOf(one, failure && explained.get(failure), { verifyStart, organization }),
};
});
}
function circumstancesOf({ seen: { expected, wanted }, state, }) {
const { service, app, machine, address, path, credentials } = expected;
return {
...{ service, app, path, credentials, port: wanted.port, isOnFly: true },
fly: { told: machine?.metrics },
machines: machine ? [machine.id] : [],
machineState: machine?.state ?? '',
addresses: [address],
lastError: '',
siblingUp: false,
lost: 0,
checksPass: machine?.checksPass,
record: state.record,
};
}
function factsOf({ seen: { expected, pulse } }) {
const { service, app, machine, address } = expected;
const { scrapes = [] } = pulse.machines.get(machine?.id ?? '') ?? {};
const last = scrapes.at(-1);
const lastGood = scrapes.findLast(({ up }) => up);
return {
...{ service, app, machine: machine?.id ?? '', region: machine?.region ?? '', address },
...(last && { lastScrape: new Date(last.at).toISOString() }),
...(last?.sent !== undefined && { samples: last.sent }),
...(lastGood && lastGood !== last && { lastHeld: new Date(lastGood.at).toISOString() }),
};
}
function claimOf({ seen, state }, explained, about) {
switch (state.kind) {
case 'up':
return { state: 'up', ...upClaim(state, about.verifyStart), history: historyOf(state.record) };
case 'resting':
return {
...{ state: 'resting', certainty: 'not checked' },
why: `The machine is ${seen.expected.machine?.state}, which is allowed.`,
};
case 'failed':
return {
state: 'down',
...(explained ?? {}),
certainty: explained?.reason.certainty ?? 'inferred',
why: explained?.reason.why ?? '',
};
case 'waiting':
return notChecked('No new sample arrived before time ran out.', 'Increase `timeout`, or verify again.');
case 'unknown':
return notChecked(...UNKNOWN[state.cause](seen, about.organization));
}
}
const notChecked = (why, next) => ({
...{ state: 'unknown', certainty: 'not checked', why, next },
});
const LATER = 'Verify again later: it says nothing about the machine.';
const UNKNOWN = {
behind: ({ pulse }) => [`Fly's Prometheus is ${(0, judge.X)(lagOf(pulse) ?? 0)} behind.`, LATER],
'no-data': ({ expected }, organization) => [
`Fly's Prometheus has no sample of ${expected.app} from the last hour, and none of another app that is newer.`,
`Compare \`monitoring.organization\` (${organization}) with \`flyctl status -a ${expected.app}\`. If it is right, Fly's Prometheus is behind: verify again later.`,
],
clock: () => [
"The samples of Fly's Prometheus are newer than the clock of its own answers: how old they are is not known.",
'Verify again; if it stays, a proxy changes the header `Date` of the answers.',
],
'before-start': ({ pulse }) => [
`Fly's Prometheus is ${(0, judge.X)(lagOf(pulse) ?? 0)} behind, and has nothing from after the start of the machine yet.`,
LATER,
],
'nothing-promised': ({ expected: { service } }) => [
`Fly's scraper gets an answer (\`up\` is 1), and no sample comes with it. That is normal where every metric of ${service} is declared as \`expect: after-traffic\`; a web page looks the same.`,
`Declare one metric of ${service} that always exists, such as \`process_start_time_seconds: gauge\`, or cause an event and verify again.`,
],
};
function upClaim({ at, certainty, record }, verifyStart) {
if (certainty === 'proven') {
const seconds = ((at - verifyStart) / 1000).toFixed(1);
const why = `Fly scraped it ${seconds} s after verification began and stored samples of its own.`;
return { certainty, why: `${why}${troubleOf(record)}` };
}
return {
certainty,
why: `Fly scraped it after the start of the machine and stored samples of its own; that was ${(0, judge.X)(verifyStart - at)} before verification began, and nothing newer has arrived.`,
};
}
function troubleOf({ failed, scrapes, restarts }) {
const parts = [
...(failed > 0 ? [`${failed} of ${(0, lib_text.U9)(scrapes, 'scrape')} since then failed`] : []),
...(restarts > 0 ? [`its process started again ${(0, lib_text.U9)(restarts, 'time')} since then`] : []),
];
return parts.length > 0 ? ` But ${(0, lib_text.p_)(parts)}.` : '';
}
const historyOf = ({ scrapes, failed, restarts, before }) => ({
...{ scrapes, failed, restarts, restartsBefore: before.restarts },
});
var ask = __webpack_require__(79646);
var questions = __webpack_require__(95142);
;
const HIDDEN_MS = 30_000;
const EVERY_MS = 3_000;
const isOfEachMachine = (name) => /^fly_instance_(?!exit_)/.test(name);
async function judgeFlyPanels(scope) {
const { dashboards, libraryPanels, limits, watch, source } = scope;
const asked = (0, questions.m$)(dashboards, libraryPanels);
if (asked.length === 0)
return [];
const lags = [...watch.pulses.values()].map((pulse) => Math.min(lagOf(pulse) ?? 0, fly_series._j));
const arrivesMs = Math.max(0, ...lags) + 2 * fly_series.N7;
const hiddenMs = HIDDEN_MS + arrivesMs;
const context = contextOf(scope);
const began = performance.now() - (watch.clock - scope.verifyStart);
const isComplete = await (0, poll.wt)(async () => {
const window = windowOf(scope, hiddenMs);
const unanswered = await (0, ask.j)(asked, { source, context, window, last: true });
const elapsed = performance.now() - began;
const isFinal = ({ state, absent }) => state === 'waiting' && (elapsed > arrivesMs || !absent.some(isOfEachMachine));
const open = asked.filter((one) => (0, questions.mK)(one) && !isFinal(one.evidence)).length;
const done = open === 0 || (elapsed > hiddenMs && unanswered === 0);
const waitsFor = `samples for ${open} panel queries, the newest of which Fly's Prometheus hides for a while`;
return { done, value: done, waitsFor };
}, { ...limits, everyMs: EVERY_MS });
return asked.map(({ evidence }) => (isComplete ? evidence : (0, questions.C)(evidence)));
}
function windowOf({ verifyStart, localStart }, hiddenMs) {
const elapsed = Math.max(1_000, Date.now() - localStart);
return { at: verifyStart + elapsed, scrapedMs: elapsed, rulesMs: elapsed, hiddenMs };
}
function contextOf({ config, watch, names }) {
const { services } = config;
const up = new Set(watch.machines.flatMap(({ seen, state }) => (state.kind === 'up' ? seen.expected.service : [])));
const down = services.filter(({ name }) => !up.has(name));
return {
declared: new Set(services.flatMap((service) => (0, declared_metrics.A)(service).map(({ name }) => name))),
afterTraffic: new Set([...(0, contract.KL)(services), ...fly_series.cC]),
downService: new Map(down.flatMap((service) => (0, declared_metrics.A)(service).flatMap(({ name }) => (0, metrics_names.vN)(name).map((series) => [series, service.name])))),
names,
targetLabels: new Set(fly_series.eK),
...{ recorded: new Map(), alerts: new Set(), isWithoutRules: true },
...{ scrapeIntervalMs: fly_series.N7, intervalOf: () => fly_series.N7 },
};
}
var config_services = __webpack_require__(36927);
var errors = __webpack_require__(61469);
var machine_list = __webpack_require__(23837);
;
const watch_EVERY_MS = 2_000;
const watch_AT_ONCE = 4;
const PATIENCE_MS = 3 * fly_series.N7 + 5_000;
async function watchMachines(request, scope) {
const lister = (0, machine_list.V)(request.machines, request.refreshMachines, scope.log);
const observe = createFlyObserver(request, lister, scope);
const hopeless = (0, reach.se)();
let now;
try {
return await (0, poll.wt)(async () => {
try {
const { isCertain, ...seen } = await observe();
now = seen;
return { done: isCertain, value: { now, isCertain, problems: [] }, waitsFor: describeWaiting(seen) };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
const waitsFor = `Fly's Prometheus: ${(0, errors.bD)(error)}`;
return {
done: hopeless(error),
value: { now, isCertain: false, problems: error.problems },
waitsFor,
};
}
}, { ...scope.limits, everyMs: watch_EVERY_MS });
}
finally {
await lister.close();
}
}
function describeWaiting({ machines }) {
const open = machines.filter(({ state }) => state.kind === 'waiting').map(({ seen }) => seen.expected);
return open.length === 0
? 'the machines to be listed again'
: `new samples from Fly's Prometheus of ${(0, lib_text.H$)(open.map(({ service, machine }) => `${service} on ${machine?.id}`))}`;
}
function createFlyObserver({ config, deployBegan }, lister, { fly, verifyStart, limits }) {
const began = performance.now();
const isDeployed = deployBegan !== undefined;
let patience;
return async () => {
const { targets, absent } = (0, expect.C)(config, lister.machines());
const pulses = await readPulses(fly, targets);
const lags = [...pulses.values()].map(lagOf);
patience ??= PATIENCE_MS + Math.max(0, ...lags.map((ms = 0) => (ms > fly_series._j ? 0 : ms)));
const elapsed = performance.now() - began;
const isLate = lags.some((ms) => ms === undefined || ms > fly_series._j);
const isStoreCurrent = isLate && (await isCurrent(fly, lags));
const scope = {
verifyStart,
isDeployed,
isStoreCurrent,
isOver: elapsed > patience,
isCut: Date.now() + watch_EVERY_MS >= limits.deadline.getTime(),
};
const machines = await lookAtMachines({ config, targets, pulses, scope }, fly);
const isRed = absent.length > 0 || machines.some(({ state }) => state.kind === 'failed');
if (isRed)
lister.again(elapsed);
const isListed = !isRed || lister.only || lister.listings() >= 2;
const isCertain = isListed && machines.every((one) => isSettled(one, config, scope));
const clock = [...pulses.values()].reduce((latest, one) => Math.max(latest, one.clock), verifyStart);
return { machines, absent, pulses, clock, isCertain };
};
}
async function readPulses(fly, targets) {
const apps = [...new Set(targets.map(({ app }) => app))];
return new Map(await (0, concurrency.X)(apps, watch_AT_ONCE, async (app) => [app, await readPulse(fly, app)]));
}
async function isCurrent(fly, lags) {
if (lags.some((ms) => ms !== undefined && ms <= CURRENT_MS))
return true;
const { clock, series } = await readRaw(fly, '{__name__="fly_instance_up"}', CURRENT_MS);
return series.some((one) => clock - newestTime(one) <= CURRENT_MS);
}
const CURRENT_MS = 60_000;
async function lookAtMachines({ config, targets, pulses, scope }, fly) {
const services = new Map(config.services.filter(config_services.dC).map((service) => [service.name, service]));
const byApp = [...Map.groupBy(targets, ({ app }) => app)];
const found = await (0, concurrency.X)(byApp, watch_AT_ONCE, async ([app, own]) => {
const pulse = pulses.get(app);
if (!pulse)
return [];
const series = await readExposed({ app, own, pulse, services }, { fly, scope });
return own.flatMap((expected) => {
const service = services.get(expected.service);
if (!service)
return [];
const exposed = series.get(expected.machine?.id ?? '') ?? new Map();
const seen = { expected, wanted: wantedOf(service), pulse, ownAt: newestOf(exposed) };
return [{ seen, state: stateOf(seen, scope), own: exposed }];
});
});
return found.flat();
}
const wantedOf = ({ port, path, scheme }) => ({
...{ port, path, https: scheme === 'https' },
});
const watch_namesOf = (service) => (0, declared_metrics.A)(service).flatMap(({ name }) => (0, metrics_names.vN)(name));
const MARGIN_MS = 2 * fly_series.N7;
async function readExposed({ app, own, pulse, services }, { fly, scope: { verifyStart } }) {
const running = own.filter(({ state }) => state === 'running');
const names = [...new Set(running.flatMap(({ service }) => namesOfService(services.get(service))))];
const windowMs = pulse.clock - verifyStart + Math.min(lagOf(pulse) ?? 0, fly_series._j) + MARGIN_MS;
const instances = running.flatMap(({ machine }) => machine?.id ?? []);
const declared = await readOwnSeries(fly, { app, instances, names, windowMs });
const isBare = (id) => {
const last = pulse.machines.get(id)?.scrapes.at(-1);
return last?.up === true && last.at > verifyStart && newestOf(declared.get(id)) <= verifyStart;
};
const bare = instances.filter(isBare);
if (bare.length === 0)
return declared;
const others = await undeclaredNames(fly, { app, instances: bare, names, from: verifyStart });
const more = await readOwnSeries(fly, { app, instances: bare, names: others, windowMs });
return new Map([...declared, ...bare.map((id) => [id, merged(declared.get(id), more.get(id))])]);
}
const namesOfService = (service) => (service ? watch_namesOf(service) : []);
function isSettled({ seen, state, own }, config, { isOver, verifyStart }) {
if (state.kind === 'waiting')
return false;
if (state.kind !== 'up' || state.certainty !== 'proven' || isOver)
return true;
const service = config.services.find(({ name }) => name === seen.expected.service);
const always = service ? (0, declared_metrics.A)(service).filter(({ expect }) => expect === 'always') : [];
const isThere = (name) => (0, metrics_names.vN)(name).some((series) => newestOfName(own.get(series)) > verifyStart);
const scrapes = seen.pulse.machines.get(seen.expected.machine?.id ?? '')?.scrapes ?? [];
return always.every(({ name }) => isThere(name)) || scrapes.filter(({ at }) => at > verifyStart).length >= 2;
}
;
async function verifyOnFly(request, tools) {
const began = new Date().toISOString();
const { fly, log, signal } = tools;
const limits = {
...{ deadline: (0, poll.OJ)(request.deadline), signal },
log: (line) => log.info(line),
};
const reached = await (0, reach.bs)(readinessOf(fly), limits);
const found = reached.kind === 'reached'
? await proof(request, reached.verifyStart, { ...tools, limits })
: { ...unproven(request, reached.problems), ...cutOf(limits) };
const deployBegan = (0, verify_history.ok)(request.deployBegan, { began, mark: found.mark });
return { began, ended: new Date().toISOString(), ...found, ...(deployBegan && { deployBegan }) };
}
const readinessOf = (fly) => ({
ready: async () => true,
now: async () => (await fly.query('vector(1)')).clock ?? Date.now(),
});
async function proof(request, verifyStart, { limits, ...tools }) {
const { config, dashboards = [] } = request;
const { fly, pool } = tools;
const source = request.dashboardSource ?? fly;
const localStart = Date.now();
const libraryPanels = await (0, library_panels.F)(dashboards, request.readLibraryPanel);
const [{ now, isCertain, problems }, endpoints, inGrafana] = await Promise.all([
watchMachines(request, { ...tools, verifyStart, limits }),
(0, server_endpoints.ui)(request, { pool, limits }),
request.grafanaDelivery?.() ?? [],
]);
if (!now || problems.length > 0)
return { ...unproven(request, problems), ...cutOf(limits) };
const contract = await judgeFlyContract(config.services, now, { fly, verifyStart });
const panels = await judgeFlyPanels({
...{ config, dashboards, libraryPanels, fly, limits, verifyStart, localStart },
...{ watch: now, names: contract.names, source },
});
const targets = flyTargetEvidence(now.machines, verifyStart, config.monitoring.organization);
const { grafanaAlerts, isNobodyNotified = false } = request;
const ruled = await (0, in_grafana.C)(grafanaAlerts, source, undefined);
return {
mark: new Date(verifyStart).toISOString(),
...(isCertain ? {} : cutOf(limits)),
...{ targets, services: (0, evidence.jJ)(config.services, targets), unexpected: [] },
...{ metrics: contract.metrics, undeclared: contract.undeclared, panels },
...{ rules: ruled.rules, alerts: [], problems: [] },
checks: [
...flyClaims(now, { config, verifyStart, isNobodyNotified, hasAlerts: grafanaAlerts.length > 0 }),
...ruled.checks,
...inGrafana,
...endpoints,
],
};
}
function cutOf(limits) {
const cut = (0, poll.VV)(limits);
return cut ? { cutShort: cut } : {};
}
function unproven({ config, machines }, problems) {
const targets = (0, evidence.n0)((0, expect.C)(config, machines).targets);
return {
...{ targets, services: (0, evidence.jJ)(config.services, targets), unexpected: [] },
...{ metrics: (0, contract.Z6)(config.services).metrics, undeclared: [], panels: [] },
...{ rules: [], alerts: [], checks: [] },
problems: problems.filter(({ code }) => code !== 'prometheus-cancelled'),
};
}
})
};
