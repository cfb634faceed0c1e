export const id = 6561;
export const ids = [6561];
export const modules = {
91027: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
I1: () => (judgeAgreement),
Zp: () => (judgeVolumes),
cr: () => (judgeReplica)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
var _claim_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96664);
var _reach_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96623);
const claim = (0, _claim_js__WEBPACK_IMPORTED_MODULE_2__.y)('replicas');
function judgeReplica(replica, reached, evidence, app) {
const subject = `replica ${(0, _reach_js__WEBPACK_IMPORTED_MODULE_1__.L3)(replica)}`;
const logs = `See \`flyctl logs -a ${app} --machine ${replica.id}\``;
if (reached.kind === 'stopped')
return claim(subject, 'broken', `Machine ${replica.id} is ${replica.state}: this replica scrapes nothing. It was not asked, because that could start it.`, { next: `Start it: \`flyctl machine start ${replica.id} -a ${app}\`. ${logs}.` });
if (reached.kind === 'other')
return claim(subject, 'not-checked', reached.answered === undefined
? 'The Prometheus that answers does not say which replica it is: it does not run the configuration of replicas.'
: `It was asked by its name, and machine ${reached.answered} answered.`, {
next: reached.answered === undefined
? 'Deploy the monitoring app again.'
: "Only Fly's proxy passes requests with `fly-force-instance-id` to one machine: do not set `prometheus-url` to another proxy.",
});
const problems = reached.kind === 'unreached' ? reached.problems : (evidence?.problems ?? []);
const [problem] = problems;
if (problem || !evidence)
return claim(subject, 'broken', `This replica does not answer: ${problem?.message ?? 'there was no answer in time.'}`, { next: `${problem?.hint ?? ''} ${logs}.`.trim() });
const up = evidence.targets.filter(({ state }) => state === 'up').length;
const expected = evidence.targets.filter(({ state }) => state !== 'resting').length;
return claim(subject, 'holds', `It answers by its name, and scrapes ${up} of ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(expected, 'expected target')}.`);
}
function judgeVolumes({ kind, app, regions, volume }, replicas, volumes) {
const noun = kind ?? 'replica';
const claim = (0, _claim_js__WEBPACK_IMPORTED_MODULE_2__.y)(`${noun}s`);
const subject = 'machines and volumes';
const again = { next: 'Deploy the monitoring app again.' };
const found = replicas.map(_reach_js__WEBPACK_IMPORTED_MODULE_1__.L3);
if (replicas.length !== regions.length)
return claim(subject, 'broken', `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(replicas.length, 'machine')} for ${regions.length} ${noun}s: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(found) || 'none'}.`, again);
const [here, there] = [regions.toSorted(), replicas.map(({ region }) => region).toSorted()];
if (here.join() !== there.join())
return claim(subject, 'broken', `The ${noun}s are in ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(there)}, not in ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(here)}.`, again);
if (!volumes)
return claim(subject, 'not-checked', 'The volumes could not be listed at Fly.', { next: 'Verify again.' });
const named = volumes.filter(({ name }) => name === volume);
const isUsed = (one) => replicas.some((replica) => replica.volumes.includes(one.id));
const used = named.filter(isUsed);
const without = replicas.filter((replica) => !used.some(({ id }) => replica.volumes.includes(id)));
if (without.length > 0 || used.length !== regions.length)
return claim(subject, 'broken', `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(used.length, 'volume')} named ${volume} ${used.length === 1 ? 'is' : 'are'} used by ${regions.length} ${noun}s${without.length > 0 ? `; without one: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(without.map(_reach_js__WEBPACK_IMPORTED_MODULE_1__.L3))}` : ''}.`, { next: `${again.next} \`flyctl volumes list -a ${app}\` shows them.` });
const words = used.map(({ id, region }) => `${id} (${region})`);
const free = named.filter((one) => !isUsed(one)).map(({ id, region }) => `${id} (${region})`);
if (free.length > 0)
return claim(subject, 'warning', `Each ${noun} has its own volume: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(words)}. No machine uses ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(free)}, which Fly charges for.`, { next: `Destroy it if its samples are not needed: \`flyctl volumes destroy ID -a ${app}\`.` });
return claim(subject, 'holds', `${regions.length} machines and exactly as many volumes, one each: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.p_)(words)}.`);
}
function judgeAgreement(differences, asked) {
if (asked < 2)
return [];
if (differences.length === 0)
return [claim('agreement', 'holds', `${asked} replicas were asked, and say the same about every claim.`)];
const groups = [...Map.groupBy(differences, ({ replica }) => replica)];
const words = groups.map(([replica, some]) => `on replica ${replica}: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.H$)(some.map(({ what }) => what), MOST_SHOWN)}`);
return [
claim('agreement', 'warning', `The replicas disagree; what does not hold ${words.join('; ')}. Grafana asks either of them, so that panels change from one request to the next.`, { next: 'Each difference is listed with its replica.' }),
];
}
const MOST_SHOWN = 3;
}),
96623: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CG: () => (reachReplica),
L3: () => (nameOfReplica)
});
var _formats_yaml_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95368);
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61469);
var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91060);
var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10980);
var _poll_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98195);
var _server_reach_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(285);
const nameOfReplica = ({ id, region }) => `${id} (${region})`;
const PATIENCE_MS = 60_000;
async function reachReplica({ id, state, prometheus }, limits, name = { is: id, read: replicaOf }) {
if (state !== 'started')
return { kind: 'stopped' };
const ready = await (0, _server_reach_js__WEBPACK_IMPORTED_MODULE_5__.bs)(prometheus, (0, _poll_js__WEBPACK_IMPORTED_MODULE_4__.pS)(limits, PATIENCE_MS));
if (ready.kind === 'unreached')
return ready;
try {
const answered = name.read(await prometheus.config());
return answered === name.is ? { kind: 'named' } : { kind: 'other', answered };
}
catch (error) {
if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__.lZ))
throw error;
return { kind: 'unreached', problems: error.problems };
}
}
function replicaOf(yaml) {
const config = (0, _formats_yaml_value_js__WEBPACK_IMPORTED_MODULE_0__.h)(yaml);
const global = (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__.OW)(config) ? config.global : undefined;
const labels = (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__.OW)(global) ? global.external_labels : undefined;
const replica = (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__.OW)(labels) ? labels[_model_prometheus_js__WEBPACK_IMPORTED_MODULE_3__.Cb] : undefined;
return typeof replica === 'string' ? replica : undefined;
}
}),
16561: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
verifyReplicas: () => (verifyReplicas)
});
var targets_evidence = __webpack_require__(58764);
var verify = __webpack_require__(30812);
var claims = __webpack_require__(91027);
var reach = __webpack_require__(96623);
;
function mergeEvidence(all) {
const [{ evidence: first }] = all;
const differences = [];
const merge = (part) => mergeClaims(all, part, (what, replica) => differences.push({ what, replica }));
const targets = merge(TARGETS);
const metrics = merge(METRICS);
const rules = merge(RULES);
const checks = mergeChecks(all, differences);
const cutShort = all.map(({ evidence }) => evidence.cutShort).find((one) => one !== undefined);
return {
evidence: {
...first,
targets,
metrics,
rules,
checks,
unexpected: unique(all, 'unexpected', ({ service, address }) => `${service} ${address}`),
alerts: unique(all, 'alerts', ({ name, labels }) => JSON.stringify([name, labels])),
...(cutShort && { cutShort }),
},
differences,
};
}
const TARGETS = {
of: ({ targets }) => targets,
keyOf: ({ service, address }) => `${service} ${address}`,
nameOf: ({ service, address }) => `${service} at ${address}`,
isGood: ({ state }) => state === 'up' || state === 'resting',
explain: (target, note) => ({
...target,
why: note + target.why,
...(target.reason && { reason: { ...target.reason, why: note + target.reason.why } }),
...(target.shared && { shared: { ...target.shared, why: note + target.shared.why } }),
}),
};
const METRICS = {
of: ({ metrics }) => metrics,
keyOf: ({ service, name }) => `${service} ${name}`,
nameOf: ({ service, name }) => `${name} of ${service}`,
isGood: ({ state }) => state === 'present' || state === 'waiting',
};
const RULES = {
of: ({ rules }) => rules,
keyOf: ({ group, name, kind }) => `${group} ${name} ${kind}`,
nameOf: ({ name }) => `the rule ${name}`,
isGood: ({ state }) => state === 'ok',
};
function groupsOf(all, { of, keyOf }) {
const found = all.flatMap(({ replica, evidence }) => of(evidence).map((claim) => ({ replica, claim })));
return [...Map.groupBy(found, ({ claim }) => keyOf(claim)).values()];
}
function mergeClaims(all, part, differs) {
return groupsOf(all, part).flatMap((group) => {
const bad = group.find(({ claim }) => !part.isGood(claim));
const good = group.filter(({ claim }) => part.isGood(claim));
if (!bad || good.length === 0)
return group.slice(0, 1).map(({ claim }) => claim);
const name = (0, reach.L3)(bad.replica);
differs(part.nameOf(bad.claim), name);
const note = `On replica ${name}, not on ${good.map((one) => (0, reach.L3)(one.replica)).join(', ')}: `;
return [part.explain?.(bad.claim, note) ?? { ...bad.claim, why: note + bad.claim.why }];
});
}
const OF_EACH = [
...['configuration', 'reload', 'retention', 'self-scrape', 'uptime', 'storage'],
...['scrapes', 'rules', 'slo', 'remote-write', 'fly-metrics', 'delivery'],
];
const isOfEach = ({ area }) => OF_EACH.includes(area);
const CHECKS = {
of: ({ checks }) => checks.filter(isOfEach),
keyOf: ({ area, subject }) => `${area} ${subject}`,
};
function mergeChecks(all, differences) {
const [first] = all;
const own = groupsOf(all, CHECKS).flatMap((group) => {
const isSame = group.length === all.length && new Set(group.map(({ claim }) => claim.outcome)).size === 1;
const bad = group.find(({ claim }) => !isFine(claim));
const isShared = group.length === 1 && group[0]?.replica === first.replica;
if (isShared || (isSame && !bad))
return group.slice(0, 1).map(({ claim }) => claim);
if (!isSame && bad)
differences.push({
what: `${bad.claim.area} (${bad.claim.subject})`,
replica: (0, reach.L3)(bad.replica),
});
return group.map(({ replica, claim }) => ({
...claim,
subject: `${claim.subject} on replica ${(0, reach.L3)(replica)}`,
}));
});
return [...first.evidence.checks.filter((check) => !isOfEach(check)), ...own];
}
const isFine = ({ outcome }) => outcome === 'holds' || outcome === 'nothing-to-check' || outcome === 'warning';
function unique(all, key, keyOf) {
const known = new Map();
for (const { evidence } of all)
for (const one of evidence[key])
if (!known.has(keyOf(one)))
known.set(keyOf(one), one);
return [...known.values()];
}
;
async function verifyReplicas(request, tools, { wanted, replicas, readVolumes }) {
const limits = {
deadline: request.deadline,
signal: tools.signal,
log: (line) => tools.log.info(line),
};
const reading = readVolumes();
const asked = await Promise.all(replicas.map(async (replica) => ({ replica, reached: await (0, reach.CG)(replica, limits) })));
const named = asked.filter(({ reached }) => reached.kind === 'named');
const found = await Promise.all(named.map(async ({ replica }, i) => {
const own = requestOf(replica, i === 0 ? request : furtherReplica(request));
return { replica, evidence: await (0, verify.M)(own, { ...tools, prometheus: replica.prometheus }) };
}));
const answered = found.filter(({ evidence }) => evidence.problems.length === 0);
const [first, ...others] = answered;
const merged = first && mergeEvidence([first, ...others]);
const evidenceOf = ({ id }) => found.find(({ replica }) => replica.id === id)?.evidence;
const own = [
...asked.map(({ replica, reached }) => (0, claims.cr)(replica, reached, evidenceOf(replica), wanted.app)),
(0, claims.Zp)(wanted, replicas, await reading),
...(0, claims.I1)(merged?.differences ?? [], answered.length),
];
const evidence = merged?.evidence ?? found[0]?.evidence ?? (await (0, verify.M)(request, tools));
return {
...evidence,
services: (0, targets_evidence.jJ)(request.config.services, evidence.targets),
checks: [...own, ...evidence.checks],
};
}
const requestOf = ({ id }, request) => ({
...request,
...(request.remoteWrite && { remoteWrite: request.remoteWrite.map((one) => ({ ...one, replica: id })) }),
});
const furtherReplica = (request) => ({
...request,
...{ dashboards: [], grafanaDelivery: async () => [], isNobodyNotified: false, isFurtherReplica: true },
});
})
};
