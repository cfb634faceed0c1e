export const id = 628;
export const ids = [628];
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
90628: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
verifyShards: () => (verifyShards)
});
var scrape_options = __webpack_require__(73016);
var duration = __webpack_require__(39386);
var errors = __webpack_require__(61469);
var prometheus = __webpack_require__(10980);
var model_shards = __webpack_require__(61457);
var read_back = __webpack_require__(41061);
var claims = __webpack_require__(91027);
var reach = __webpack_require__(96623);
var verify = __webpack_require__(30812);
var lib_text = __webpack_require__(94869);
var claim = __webpack_require__(96664);
;
const claims_claim = (0, claim.y)('shards');
const isLive = ({ reached, isSilent }) => reached.kind === 'named' && !isSilent;
function judgeShard(one, coverage, of) {
const subject = (0, model_shards.Z4)(one.shard, of.shards);
if (!isLive(one)) {
const why = `${(0, lib_text.Iu)(subject)} ${whyNot(one)} ${lostWith(one, coverage)}`;
return claims_claim(subject, 'broken', why, { next: nextFor(one, of) });
}
const { of: all, up } = coverage.own.get(one.shard) ?? { of: 0, up: 0 };
const own = all === 0
? 'No expected target belongs to it by its address.'
: `${up} of ${(0, lib_text.U9)(all, 'expected target')} that ${all === 1 ? 'belongs' : 'belong'} to it by address ${up === 1 ? 'is' : 'are'} up.`;
const name = one.machine ? `Machine ${(0, reach.L3)(one.machine)}` : 'It';
return claims_claim(subject, 'holds', `${name} answers by its name. ${own}`);
}
function lostWith(one, { nowhere }) {
const lost = nowhere.get(one.shard) ?? [];
if (lost.length === 0)
return 'No expected target is missing because of it.';
const what = lost.length === 1 ? 'Its target' : `Its ${lost.length} targets`;
const verb = lost.length === 1 ? 'is' : 'are';
const lack = isDown(one) ? `${verb} not scraped` : 'cannot be proven to be scraped';
return `${what} ${lack}: ${(0, lib_text.H$)(lost.map(nameOf))}.`;
}
const isDown = ({ reached: { kind }, unsent }) => kind === 'missing' || kind === 'stopped' || unsent !== undefined;
function whyNot({ shard, machine, reached, unsent }) {
const name = machine ? (0, reach.L3)(machine) : '';
const message = (reached.kind === 'unreached' && reached.problems[0]?.message) || 'there was no answer in time.';
if (unsent)
return `is not running: machine ${name} does not answer, and the store has no sample of it ${unsent.since === undefined ? 'from the last minutes' : `since ${new Date(unsent.since).toISOString().slice(11, 19)} UTC`} (${message.replace(/\.$/, '')}).`;
switch (reached.kind) {
case 'missing':
return `is not running: process group ${(0, model_shards.qz)(shard)} has no machine.`;
case 'stopped':
return `is not running: machine ${name} is ${machine?.state}. It was not asked, because that could start it.`;
case 'other':
return reached.answered === undefined
? `does not say which shard it is: machine ${name} runs another configuration.`
: `was asked by its name (machine ${name}), and ${reached.answered} answered.`;
case 'unreached':
return `does not answer (machine ${name}): ${message}`;
case 'named':
return `does not answer any more: machine ${name} stopped answering during the verification.`;
}
}
function nextFor({ machine, reached }, { app }) {
const logs = `See \`flyctl logs -a ${app}${machine ? ` --machine ${machine.id}` : ''}\`.`;
if (reached.kind === 'missing')
return 'Deploy the monitoring app again: a deploy makes the machine.';
if (reached.kind === 'stopped')
return `Start it: \`flyctl machine start ${machine?.id} -a ${app}\`. ${logs}`;
if (reached.kind !== 'other')
return logs;
return reached.answered === undefined
? 'Deploy the monitoring app again.'
: "Only Fly's proxy passes requests with `fly-force-instance-id` to one machine: do not set `prometheus-url` to another proxy.";
}
const counted = (n) => `${(0, lib_text.U9)(n, 'target')} ${n === 1 ? 'is' : 'are'}`;
const ALL_SHARDS = 'targets of all shards';
function judgeCoverage({ expected, twice, nowhere }, reached, { app, shards }) {
const live = new Set(reached.filter(isLive).map(({ shard }) => shard));
const shardsOf = (ids) => (0, lib_text.p_)(ids.map((id) => `shard ${reached.find(({ machine }) => machine?.id === id)?.shard} (${id})`));
const orphans = [...nowhere].flatMap(([shard, targets]) => live.has(shard) ? targets.map((target) => `${nameOf(target)} (${(0, model_shards.Z4)(shard, shards)})`) : []);
const doubled = twice.length > 0 &&
`${counted(twice.length)} scraped by more than one shard, so that the store gets their samples twice: ${(0, lib_text.H$)(twice.map(({ name, machines }) => `${name} by ${shardsOf(machines)}`))}.`;
const missing = orphans.length > 0 && `${counted(orphans.length)} scraped by no shard: ${(0, lib_text.H$)(orphans)}.`;
if (doubled || missing)
return [
claims_claim(ALL_SHARDS, 'broken', [doubled, missing].filter(Boolean).join(' '), {
next: doubled
? 'Deploy the monitoring app again: its machines do not share the targets as the configuration says.'
: `Compare the running configuration of the shard with the app's name and port, and look for "Error refreshing DNS targets" in \`flyctl logs -a ${app}\`.`,
}),
];
if (live.size < shards)
return [];
return [
claims_claim(ALL_SHARDS, 'holds', `Each of ${(0, lib_text.U9)(expected, 'expected target')} is a target of exactly one of ${shards} shards.`),
];
}
const nameOf = ({ service, machine, address }) => machine === '' ? `${service} at ${address}` : `${service} on machine ${machine}`;
function explainWithShards(targets, { nowhere }, reached, { app, shards }) {
const live = new Set(reached.filter(isLive).map(({ shard }) => shard));
const down = new Set(reached.filter(isDown).map(({ shard }) => shard));
const explained = new Map([...nowhere].flatMap(([shard, some]) => {
const name = (0, model_shards.Z4)(shard, shards);
const but = live.has(shard)
? 'which answers, and does not have'
: `which ${down.has(shard) ? 'is not running' : 'does not answer'}; no other shard has`;
const next = live.has(shard)
? `Look for "Error refreshing DNS targets" in \`flyctl logs -a ${app}\`, and deploy the monitoring app again.`
: `See what the report says about ${name}.`;
const words = (several) => several
? `By their addresses these targets belong to ${name}, ${but} them.`
: `By its address this target belongs to ${name}, ${but} it.`;
return some.map((target) => [target, { shard, next, words, several: some.length > 1 }]);
}));
return targets.map((target) => {
const found = explained.get(target);
if (!found || !target.reason)
return target;
const { shard, next, words, several } = found;
const reason = { ...target.reason, why: words(false), next, certainty: 'proven' };
const { shared: _, ...rest } = target;
return {
...rest,
...{ shard, reason, why: reason.why, certainty: reason.certainty },
...(several && { shared: { ...reason, why: words(true) } }),
};
});
}
var config_services = __webpack_require__(36927);
var targets_address = __webpack_require__(68497);
var external_node_crypto_ = __webpack_require__(77598);
;
const shardOf = (address, shards) => Number((0, external_node_crypto_.hash)('md5', address, 'buffer').readBigUInt64BE(8) % BigInt(shards)) + 1;
;
function coverageOf(targets, seen, config) {
const { shards } = config.monitoring;
const shardOfTarget = createShardOf(config);
const nowhere = new Map();
const own = new Map(Array.from({ length: shards }, (_, i) => [i + 1, { of: 0, up: 0 }]));
const active = targets.filter(({ state }) => state !== 'resting');
for (const target of active) {
const shard = shardOfTarget(target);
const counts = own.get(shard);
if (counts)
counts.of++;
if (counts && target.state === 'up')
counts.up++;
if (target.reason?.class !== 'not-discovered')
continue;
const known = nowhere.get(shard);
if (known)
known.push(target);
else
nowhere.set(shard, [target]);
}
return { expected: active.length, twice: sharedTargets(seen), nowhere, own };
}
function sharedTargets(seen) {
const machines = new Map();
for (const [id, targets] of seen)
for (const { labels, scrapePool, scrapeUrl } of targets) {
const job = labels.job ?? scrapePool;
if (job === prometheus.gu)
continue;
const key = `${job} at ${(0, targets_address.L)(scrapeUrl)}`;
const known = machines.get(key);
if (known)
known.add(id);
else
machines.set(key, new Set([id]));
}
return [...machines].flatMap(([name, ids]) => (ids.size > 1 ? [{ name, machines: [...ids] }] : []));
}
function createShardOf({ services, monitoring: { shards } }) {
const spelling = spellings(services);
return ({ address }) => shardOf(spelling.get(address) ?? address, shards);
}
function spellings(services) {
const addresses = services.flatMap((service) => ((0, config_services.dC)(service) ? [] : service.addresses));
return new Map(addresses.map((address) => {
const end = address.lastIndexOf(':');
return [(0, targets_address.Q)(address.slice(0, end), Number(address.slice(end + 1))), address];
}));
}
var watch = __webpack_require__(60891);
var check = __webpack_require__(76078);
var server_servers = __webpack_require__(37290);
var server_uptime = __webpack_require__(44564);
;
const OF_EACH_SHARD = [
...['configuration', 'reload', 'uptime', 'remote-write'],
];
const STORE_MS = 1_000;
async function checkShard({ shard, prometheus }, request, { limits, samples, ended, }) {
const { config, shippedConfig, remoteWrite = [] } = request;
const { scrape_interval } = config.monitoring;
const intervalMs = (0, duration.E)((0, scrape_options.EV)(config)) ?? 15_000;
const [began, localStart] = [Date.now(), performance.now()];
const verifyStart = await prometheus.now().catch(unlessBug(began));
const servers = (0, server_servers.N)(prometheus, verifyStart, intervalMs);
await servers.look(0);
const calmly = { ...limits, everyMs: STORE_MS, log: undefined };
const counters = { prometheus: (0, watch.E)(prometheus), limits: calmly };
const writing = remoteWrite.map((target) => (0, watch.r)({ ...target, shard, scrapeIntervalMs: intervalMs }, verifyStart, counters));
await Promise.all([...writing.map((target) => target.watch()), ended.catch(() => undefined)]);
const elapsed = performance.now() - localStart;
await servers.confirm(elapsed);
const [written, server, past] = await Promise.all([
Promise.all(writing.map((target) => target.conclude())),
(0, check.i)({ shippedConfig, retention: undefined, verifyStart }, prometheus, limits),
(0, server_uptime.rj)(samples, scrape_interval, shard),
]);
const now = verifyStart + elapsed;
const uptime = (0, server_uptime.ot)({
...{ past, seen: servers.seen(), began: verifyStart, verifyStart, now },
intervalMs: (0, duration.E)(scrape_interval) ?? 15_000,
});
return { shard, checks: [...server, uptime, ...written] };
}
const unlessBug = (instead) => (error) => {
if (error instanceof errors.lZ)
return instead;
throw error;
};
const isFine = ({ outcome }) => outcome === 'holds' || outcome === 'nothing-to-check';
function mergeOwnChecks(all, shards) {
const found = all.flatMap(({ shard, checks }) => checks.map((check) => ({ shard, check })));
const groups = Map.groupBy(found, ({ check }) => `${check.area} ${check.subject}`);
return [...groups.values()].flatMap((group) => {
const bad = group.filter(({ check }) => !isFine(check));
const good = group.filter(({ check }) => isFine(check));
const named = bad.map(({ shard, check }) => ({
...check,
subject: `${check.subject} on ${(0, model_shards.Z4)(shard, shards)}`,
}));
return [...named, ...summarised(good, shards)];
});
}
function summarised([first, ...others], shards) {
if (!first)
return [];
const of = others.length + 1 === shards ? `each of ${shards} shards` : `${others.length + 1} of ${shards} shards`;
const why = `Holds for ${of}. ${(0, lib_text.Iu)((0, model_shards.Z4)(first.shard, shards))}: ${first.check.why}`;
return [{ ...first.check, why: first.check.outcome === 'holds' ? why : first.check.why }];
}
var yaml_value = __webpack_require__(95368);
var json_value = __webpack_require__(91060);
;
function shardNamedIn(yaml) {
const config = (0, yaml_value.h)(yaml);
const own = (0, json_value.Qv)((0, json_value.OW)(config) ? config.scrape_configs : []).find(({ job_name }) => job_name === prometheus.gu);
const [targets] = (0, json_value.Qv)(own?.static_configs);
const shard = (0, json_value.OW)(targets?.labels) ? targets.labels[model_shards.Yk] : undefined;
return shard === undefined ? undefined : `shard ${shard}`;
}
;
function unionOf(shards) {
let last = new Map();
const all = (ask) => answersOf(shards, ask);
return {
prometheus: {
...shards[0].prometheus,
async targets() {
last = await all((one) => one.targets());
return [...last.values()].flat();
},
exposition: async () => [...(await all((one) => one.exposition())).values()].join('\n'),
},
targets: () => last,
};
}
async function answersOf(shards, ask) {
const found = new Map();
let failed;
await Promise.all(shards.map(async ({ id, prometheus }) => {
try {
found.set(id, await ask(prometheus));
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
failed ??= error;
}
}));
if (found.size === 0 && failed)
throw failed;
return found;
}
;
async function verifyShards(request, tools, { app, regions, volume, machines, shippedConfig, readVolumes, view }) {
const limits = {
deadline: request.deadline,
signal: tools.signal,
log: (line) => tools.log.info(line),
};
const of = { app, shards: regions.length };
const volumesRead = readVolumes();
const asked = await askAll(machines, of.shards, limits);
const [first, ...others] = asked.flatMap((one) => (one.reached.kind === 'named' ? askedShard(one) : []));
const volumesClaim = async () => (0, claims.Zp)({ kind: 'shard', app, regions, volume }, machines, await volumesRead);
if (!first) {
const evidence = await (0, verify.M)(request, tools);
const nothing = coverageOf(evidence.targets, new Map(), request.config);
return withClaims(evidence, [...asked.map((one) => judgeShard(one, nothing, of)), await volumesClaim()]);
}
const union = unionOf([first, ...others]);
const { shippedConfig: _, remoteWrite = [], ...shared } = request;
const { prometheus, ...reading } = await view(union.prometheus);
const main = (0, verify.M)({ ...shared, ...reading, shard: first.shard, isUnscraped: unscraped(asked, request) }, { ...tools, prometheus });
const [evidence, ...own] = await Promise.all([
main,
...[first, ...others].map((one) => {
const shipped = shippedConfig(one.shard);
const itself = { ...shared, remoteWrite, ...(shipped !== undefined && { shippedConfig: shipped }) };
return checkShard(one, itself, { limits, samples: prometheus, ended: main });
}),
]);
const coverage = coverageOf(evidence.targets, union.targets(), request.config);
const mark = Date.parse(evidence.mark ?? '') - ((0, duration.E)((0, scrape_options.EV)(request.config)) ?? 0);
const reached = await askedLast(asked, union, (shard) => unsentSince(shard, prometheus, mark));
return withClaims({ ...evidence, targets: explainWithShards(evidence.targets, coverage, reached, of) }, [
...reached.map((one) => judgeShard(one, coverage, of)),
await volumesClaim(),
...judgeCoverage(coverage, reached, of),
...mergeOwnChecks(own, of.shards),
]);
}
const askedLast = (asked, union, unsent) => Promise.all(asked.map(async (one) => {
const isSilent = one.reached.kind === 'named' && !union.targets().has(one.machine?.id ?? '');
if (!isSilent && one.reached.kind !== 'unreached')
return one;
return { ...one, isSilent, ...(await unsent(one.shard)) };
}));
async function unsentSince(shard, samples, before) {
const own = `${prometheus.pd}{job="${prometheus.gu}",${model_shards.Yk}="${shard}"}`;
const answer = await samples.query(`max(timestamp(${own}))`).catch(errors.JY);
const since = answer && (0, read_back.w)(answer);
return answer && !((since ?? 0) >= before || Number.isNaN(before)) ? { unsent: { since } } : {};
}
function unscraped(asked, { config }) {
const running = new Set(asked.flatMap((one) => (isLive(one) ? [one.shard] : [])));
const shardOfTarget = createShardOf(config);
return (target) => !running.has(shardOfTarget(target));
}
async function askAll(machines, shards, limits) {
const byShard = Map.groupBy(machines, ({ group }) => (0, model_shards.nz)(group));
const wanted = Array.from({ length: shards }, (_, i) => i + 1);
const all = wanted.flatMap((shard) => {
const own = byShard.get(shard) ?? [];
return own.length === 0 ? [{ shard, machine: undefined }] : own.map((machine) => ({ shard, machine }));
});
return Promise.all(all.map(async ({ shard, machine }) => ({
...{ shard, machine, isSilent: false },
reached: machine
? await (0, reach.CG)(machine, limits, { is: `shard ${shard}`, read: shardNamedIn })
: { kind: 'missing' },
})));
}
const askedShard = ({ shard, machine }) => machine ? [{ id: machine.id, shard, prometheus: machine.prometheus }] : [];
const withClaims = (evidence, own) => ({
...evidence,
checks: [...own, ...evidence.checks.filter(({ area }) => !OF_EACH_SHARD.includes(area))],
});
})
};
