export const id = 178;
export const ids = [178];
export const modules = {
80178: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
verifyReplicas: () => (verifyReplicas)
});
var targets_evidence = __webpack_require__(83309);
var verify = __webpack_require__(91477);
var lib_text = __webpack_require__(94869);
var yaml_value = __webpack_require__(95368);
var errors = __webpack_require__(61469);
var json_value = __webpack_require__(91060);
var prometheus = __webpack_require__(10980);
var reach = __webpack_require__(285);
;
const nameOfReplica = ({ id, region }) => `${id} (${region})`;
const PATIENCE_MS = 60_000;
async function reachReplica({ id, state, prometheus }, limits) {
if (state !== 'started')
return { kind: 'stopped' };
const deadline = new Date(Math.min(limits.deadline.getTime(), Date.now() + PATIENCE_MS));
const ready = await (0, reach.bs)(prometheus, { ...limits, deadline });
if (ready.kind === 'unreached')
return ready;
try {
const answered = replicaOf(await prometheus.config());
return answered === id ? { kind: 'named' } : { kind: 'other', answered };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
return { kind: 'unreached', problems: error.problems };
}
}
function replicaOf(yaml) {
const config = (0, yaml_value.h)(yaml);
const global = (0, json_value.OW)(config) ? config.global : undefined;
const labels = (0, json_value.OW)(global) ? global.external_labels : undefined;
const replica = (0, json_value.OW)(labels) ? labels[prometheus.Cb] : undefined;
return typeof replica === 'string' ? replica : undefined;
}
;
const claim = (subject, outcome, why, next) => ({
...{ area: 'replicas', subject, outcome, why },
certainty: outcome === 'not-checked' ? 'not checked' : 'proven',
...(next !== undefined && { next }),
});
function judgeReplica(replica, reached, evidence, app) {
const subject = `replica ${nameOfReplica(replica)}`;
const logs = `See \`flyctl logs -a ${app} --machine ${replica.id}\``;
if (reached.kind === 'stopped')
return claim(subject, 'broken', `Machine ${replica.id} is ${replica.state}: this replica scrapes nothing. It was not asked, because that could start it.`, `Start it: \`flyctl machine start ${replica.id} -a ${app}\`. ${logs}.`);
if (reached.kind === 'other')
return claim(subject, 'not-checked', reached.answered === undefined
? 'The Prometheus that answers does not say which replica it is: it does not run the configuration of replicas.'
: `It was asked by its name, and machine ${reached.answered} answered.`, reached.answered === undefined
? 'Deploy the monitoring app again.'
: "Only Fly's proxy passes requests with `fly-force-instance-id` to one machine: do not set `prometheus-url` to another proxy.");
const problems = reached.kind === 'unreached' ? reached.problems : (evidence?.problems ?? []);
const [problem] = problems;
if (problem || !evidence)
return claim(subject, 'broken', `This replica does not answer: ${problem?.message ?? 'there was no answer in time.'}`, `${problem?.hint ?? ''} ${logs}.`.trim());
const up = evidence.targets.filter(({ state }) => state === 'up').length;
const expected = evidence.targets.filter(({ state }) => state !== 'resting').length;
return claim(subject, 'holds', `It answers by its name, and scrapes ${up} of ${(0, lib_text.U9)(expected, 'expected target')}.`);
}
function judgeVolumes({ app, regions, volume }, replicas, volumes) {
const subject = 'machines and volumes';
const again = 'Deploy the monitoring app again.';
const found = replicas.map(nameOfReplica);
if (replicas.length !== regions.length)
return claim(subject, 'broken', `${(0, lib_text.U9)(replicas.length, 'machine')} for ${regions.length} replicas: ${(0, lib_text.p_)(found) || 'none'}.`, again);
const [here, there] = [regions.toSorted(), replicas.map(({ region }) => region).toSorted()];
if (here.join() !== there.join())
return claim(subject, 'broken', `The replicas are in ${(0, lib_text.p_)(there)}, not in ${(0, lib_text.p_)(here)}.`, again);
if (!volumes)
return claim(subject, 'not-checked', 'The volumes could not be listed at Fly.', 'Verify again.');
const named = volumes.filter(({ name }) => name === volume);
const isUsed = (one) => replicas.some((replica) => replica.volumes.includes(one.id));
const used = named.filter(isUsed);
const without = replicas.filter((replica) => !used.some(({ id }) => replica.volumes.includes(id)));
if (without.length > 0 || used.length !== regions.length)
return claim(subject, 'broken', `${(0, lib_text.U9)(used.length, 'volume')} named ${volume} ${used.length === 1 ? 'is' : 'are'} used by ${regions.length} replicas${without.length > 0 ? `; without one: ${(0, lib_text.p_)(without.map(nameOfReplica))}` : ''}.`, `${again} \`flyctl volumes list -a ${app}\` shows them.`);
const words = used.map(({ id, region }) => `${id} (${region})`);
const free = named.filter((one) => !isUsed(one)).map(({ id, region }) => `${id} (${region})`);
if (free.length > 0)
return claim(subject, 'warning', `Each replica has its own volume: ${(0, lib_text.p_)(words)}. No machine uses ${(0, lib_text.p_)(free)}, which Fly charges for.`, `Destroy it if its samples are not needed: \`flyctl volumes destroy ID -a ${app}\`.`);
return claim(subject, 'holds', `${regions.length} machines and exactly as many volumes, one each: ${(0, lib_text.p_)(words)}.`);
}
function judgeAgreement(differences, asked) {
if (asked < 2)
return [];
if (differences.length === 0)
return [claim('agreement', 'holds', `${asked} replicas were asked, and say the same about every claim.`)];
const groups = [...Map.groupBy(differences, ({ replica }) => replica)];
const words = groups.map(([replica, some]) => `on replica ${replica}: ${(0, lib_text.H$)(some.map(({ what }) => what), MOST_SHOWN)}`);
return [
claim('agreement', 'warning', `The replicas disagree; what does not hold ${words.join('; ')}. Grafana asks either of them, so that panels change from one request to the next.`, 'Each difference is listed with its replica.'),
];
}
const MOST_SHOWN = 3;
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
function mergeClaims(all, part, differs) {
const found = all.flatMap(({ replica, evidence }) => part.of(evidence).map((claim) => ({ replica, claim })));
const groups = [...Map.groupBy(found, ({ claim }) => part.keyOf(claim)).values()];
return groups.flatMap((group) => {
const bad = group.find(({ claim }) => !part.isGood(claim));
const good = group.filter(({ claim }) => part.isGood(claim));
if (!bad || good.length === 0)
return group.slice(0, 1).map(({ claim }) => claim);
const name = nameOfReplica(bad.replica);
differs(part.nameOf(bad.claim), name);
const note = `On replica ${name}, not on ${good.map((one) => nameOfReplica(one.replica)).join(', ')}: `;
return [part.explain?.(bad.claim, note) ?? { ...bad.claim, why: note + bad.claim.why }];
});
}
const OF_EACH = [
...['configuration', 'reload', 'retention', 'self-scrape', 'uptime', 'storage'],
...['scrapes', 'rules', 'slo', 'remote-write', 'fly-metrics', 'delivery'],
];
function mergeChecks(all, differences) {
const [first, ...others] = all;
const shared = first?.evidence.checks.filter(({ area }) => !OF_EACH.includes(area)) ?? [];
const found = [first, ...others].flatMap((one) => (one?.evidence.checks ?? [])
.filter(({ area }) => OF_EACH.includes(area))
.map((claim) => ({ replica: one?.replica, claim })));
const groups = Map.groupBy(found, ({ claim }) => `${claim.area} ${claim.subject}`);
const own = [...groups.values()].flatMap((group) => {
const isSame = group.length === all.length && new Set(group.map(({ claim }) => claim.outcome)).size === 1;
const [one] = group;
if (!one || (isSame && isFine(one.claim)))
return one ? [one.claim] : [];
if (group.length === 1 && one.replica === first?.replica)
return [one.claim];
const bad = group.find(({ claim }) => !isFine(claim));
if (!isSame && bad?.replica)
differences.push({
what: `${bad.claim.area} (${bad.claim.subject})`,
replica: nameOfReplica(bad.replica),
});
return group.map(({ replica, claim }) => ({
...claim,
subject: `${claim.subject} on replica ${replica ? nameOfReplica(replica) : ''}`,
}));
});
return [...shared, ...own];
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
const reached = await Promise.all(replicas.map((replica) => reachReplica(replica, limits)));
const named = replicas.filter((_, i) => reached[i]?.kind === 'named');
const [first, ...others] = await Promise.all(named.map(async (replica, i) => {
const { remoteWrite } = request;
const asked = {
...(i === 0 ? request : furtherReplica(request)),
...(remoteWrite && { remoteWrite: remoteWrite.map((one) => ({ ...one, replica: replica.id })) }),
};
return { replica, evidence: await (0, verify.M)(asked, { ...tools, prometheus: replica.prometheus }) };
}));
const answered = [...(first ? [first] : []), ...others].filter(({ evidence }) => evidence.problems.length === 0);
const [one, ...more] = answered;
const merged = one && mergeEvidence([one, ...more]);
const own = [
...replicas.map((replica, i) => judgeReplica(replica, reachedOf(reached, i), evidenceOf(replica, [first, ...others]), wanted.app)),
judgeVolumes(wanted, replicas, await reading),
...judgeAgreement(merged?.differences ?? [], answered.length),
];
const evidence = merged?.evidence ?? first?.evidence ?? (await (0, verify.M)(request, tools));
return {
...evidence,
services: (0, targets_evidence.jJ)(request.config.services, evidence.targets),
checks: [...own, ...evidence.checks],
};
}
const reachedOf = (all, i) => all[i] ?? { kind: 'stopped' };
const evidenceOf = ({ id }, all) => all.find((one) => one?.replica.id === id)?.evidence;
function furtherReplica(request) {
const { dashboards: _, dashboardSource: __, readLibraryPanel: ___, grafanaDelivery: ____, isNobodyNotified: _____, ...rest } = request;
return { ...rest, isFurtherReplica: true };
}
})
};
