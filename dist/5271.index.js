export const id = 5271;
export const ids = [5271, 3550];
export const modules = {
96680: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
E: () => (SAMPLES_PER_MB),
N: () => (scrapeLimits)
});
const SAMPLES_PER_MB = 20;
const MB_PER_BODY_MB = 32;
const MOST_BODY_MB = 64;
function scrapeLimits(memoryMb) {
return {
samples: SAMPLES_PER_MB * memoryMb,
bodyMb: Math.min(Math.floor(memoryMb / MB_PER_BODY_MB), MOST_BODY_MB),
};
}
}),
90303: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
NK: () => (promqlAnyOf),
Tf: () => (promqlName),
ZD: () => (promqlString),
nH: () => (withLabel)
});
var __import_0__ = __webpack_require__(59459);
const promqlString = (text) => JSON.stringify(text);
const promqlName = (name) => ((0, __import_0__.S6)(name) ? name : `{${promqlString(name)}}`);
function promqlAnyOf(texts) {
const escaped = [...new Set(texts)].map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
return promqlString(escaped.join('|'));
}
const withLabel = (expr, name, value) => `label_replace(${expr}, ${promqlString(name)}, ${promqlString(value)}, "", "")`;
}),
61457: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Yk: () => (SHARD_LABEL),
Z4: () => (nameOfShard),
nz: () => (shardOfGroup),
op: () => (shardIn),
qz: () => (shardGroup),
tb: () => (shardGroups)
});
const FIRST_GROUP = 'app';
const shardGroup = (shard) => (shard === 1 ? FIRST_GROUP : `shard${shard}`);
const shardGroups = (shards) => Array.from({ length: shards }, (_, i) => shardGroup(i + 1));
const shardOfGroup = (group) => Number(/^shard([1-9]\d?)$/.exec(group)?.[1] ?? 1);
const SHARD_LABEL = 'shard';
const nameOfShard = (shard, shards) => `shard ${shard} of ${shards}`;
function shardIn(name) {
const [, number] = /^shard (\d+) of /.exec(name) ?? [];
return number === undefined ? undefined : Number(number);
}
}),
93550: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
acceptance: () => (acceptance),
matchesWildcard: () => (matchesWildcard)
});
var __import_0__ = __webpack_require__(51328);
const NEVER = /^(?:target-none|verification-.*)$/;
function acceptance(accept, now) {
const today = now.toISOString().slice(0, 10);
const used = new Set();
const matching = (code, subject) => {
const all = accept.filter((one) => one.code === code && matchesWildcard(one.subject, subject));
for (const one of all)
used.add(one);
return all.find(({ until }) => until >= today);
};
return {
of({ code, subject, members = [subject] }) {
if (NEVER.test(code))
return undefined;
const each = members.map((member) => matching(code, member));
return matching(code, subject) ?? (each.every((one) => one !== undefined) ? each[0] : undefined);
},
warnings: () => accept.flatMap((one) => {
if (one.until < today && used.has(one))
return expired(one);
return used.has(one) ? [] : unused(one);
}),
};
}
const nameOf = ({ code, subject }) => `\`verify.accept\` names ${(0, __import_0__.T)(code)} of ${(0, __import_0__.T)(subject)}`;
const expired = (one) => ({
code: 'accept-expired',
severity: 'warning',
message: `${nameOf(one)}, and this exception expired on ${one.until}: the claim counts again.`,
hint: 'Correct what is wrong, or set a later `until`.',
});
const unused = (one) => ({
code: 'accept-unused',
severity: 'warning',
message: `${nameOf(one)}, which does not match anything that is unproven.`,
hint: 'Remove the entry if the claim holds now; otherwise copy code and subject from the report.',
});
function matchesWildcard(pattern, text) {
const [first = '', ...rest] = pattern.split('*');
const last = rest.pop();
if (last === undefined)
return text === first;
if (!text.startsWith(first))
return false;
let at = first.length;
for (const part of rest) {
const found = text.indexOf(part, at);
if (found < 0)
return false;
at = found + part.length;
}
return text.length - last.length >= at && text.endsWith(last);
}
}),
95540: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
judge: () => (judge)
});
var shards = __webpack_require__(61457);
var verify_accept = __webpack_require__(93550);
var lib_text = __webpack_require__(94869);
;
function connectCauses(all) {
const found = withFullDisk(all);
const causes = new Map();
for (const failure of found)
for (const key of failure.explains ?? [])
if (!causes.has(key))
causes.set(key, failure);
const keysOf = ({ because = [] }) => because.find((keys) => keys.every((key) => causes.has(key))) ?? [];
const causeOf = (failure) => {
const [key] = keysOf(failure);
const cause = key === undefined ? undefined : causes.get(key);
return cause === failure ? undefined : cause;
};
const rootOf = (failure) => {
const seen = new Set();
let at = failure;
for (let next = causeOf(at); next && !seen.has(next); next = causeOf(at)) {
seen.add(next);
at = next;
}
return at;
};
const consequences = Map.groupBy(found, rootOf);
return found.map((failure) => {
const rest = (consequences.get(failure) ?? []).filter((one) => one !== failure);
const root = rootOf(failure);
const because = root === failure ? undefined : nameOf(keysOf(failure)[0], root);
return {
failure: rest.length === 0 ? failure : { ...failure, why: `${failure.why} ${consequencesOf(rest, failure)}` },
...(because !== undefined && { because }),
};
});
}
const nameOf = (key = '', root) => /^(?:service|metric):/.test(key) ? key.slice(key.indexOf(':') + 1) : root.subject;
const DISK = 'disk:the full volume of Prometheus';
function withFullDisk(found) {
const first = found.find(isFullDisk);
if (!first)
return found;
const isConsequence = (failure) => isFullDisk(failure) || failure.level === 'panels' || failure.area === 'metrics';
return found.map((failure) => {
if (failure === first)
return { ...failure, explains: [...(failure.explains ?? []), DISK] };
return isConsequence(failure) ? { ...failure, because: [[DISK]] } : failure;
});
}
const isFullDisk = ({ why }) => /no space left on device|disk is full|volume is full/i.test(why);
function consequencesOf(all, cause) {
const of = (...areas) => all.filter(({ area }) => areas.includes(area)).length;
const without = of('metrics') + of('panels');
const parts = [
...(of('metrics') > 0 ? [(0, lib_text.U9)(of('metrics'), 'metric')] : []),
...(of('panels') > 0 ? [(0, lib_text.U9)(of('panels'), 'panel query', 'panel queries')] : []),
];
const others = all.length - without;
const noData = without === 1 ? 'has no data' : 'have no data';
const verb = cause.outcome === 'not-checked' ? 'could not be checked' : noData;
const sentences = [
...(without > 0 ? [`${(0, lib_text.p_)(parts)} ${verb} because of it.`] : []),
...(others > 0
? [`${(0, lib_text.U9)(others, 'other check')} ${others === 1 ? 'has' : 'have'} the same cause.`]
: []),
];
return sentences.join(' ');
}
;
const SERVER = 'server:Prometheus';
const shardKey = (shard) => `shard:${shard ?? ''}`;
var verify_history = __webpack_require__(64872);
;
function targetFailures(evidence) {
const { targets, services, unexpected } = evidence;
const failed = targets.filter((target) => target.state === 'down' || target.state === 'unknown');
const found = [
...missingServices(services),
...[...Map.groupBy(failed, causeOf).values()]
.toSorted((a, b) => b.length - a.length)
.flatMap((group) => failedTargets(group, evidence)),
...[...Map.groupBy(unexpected, ({ app, health }) => JSON.stringify([app, health])).values()].flatMap(failedUnexpected),
];
if (found.length > 0 || targets.some((target) => target.state === 'up'))
return found;
return [
{
code: 'target-none',
area: 'targets',
outcome: 'broken',
level: 'targets',
subject: 'all services',
why: 'No target was scraped: every machine is stopped, which is allowed, so nothing is proven.',
next: 'Verify while at least one machine runs, or remove `may_stop` from a service that should run.',
},
];
}
function failedUnexpected(all) {
const services = [...new Set(all.map(({ service }) => service))];
const hosts = [...new Set(all.map(({ address }) => address.slice(0, address.lastIndexOf(':'))))];
const subject = services.length === 1
? `${all.length} targets of ${services[0]}`
: `${all.length} targets at ${(0, lib_text.H$)(hosts)} (${(0, lib_text.H$)(services)})`;
const also = services.length === 1 ? '' : ` The same holds for ${(0, lib_text.H$)(services.slice(1))}.`;
return all.slice(0, 1).map(({ service, address, why, next, detail }) => ({
code: 'target-unexpected',
area: 'targets',
outcome: 'broken',
level: 'targets',
subject: all.length === 1 ? `${service} at ${address}` : subject,
why: `${why}${also}${detail === '' ? '' : ` ${detail}`}`,
next,
members: all.map((one) => `${one.service} at ${one.address}`),
}));
}
function missingServices(services) {
const missing = services.flatMap(({ service, reason }) => (reason ? [{ service, reason }] : []));
const groups = Map.groupBy(missing, ({ reason: { why, next } }) => JSON.stringify([why, next]));
return [...groups.values()].flatMap((group) => {
const names = group.map(({ service }) => service);
return group.slice(0, 1).map(({ reason }) => ({
code: `target-${reason.class}`,
area: 'targets',
outcome: 'broken',
level: 'targets',
subject: (0, lib_text.H$)(names),
why: reason.why,
next: reason.next,
explains: names.map((name) => `service:${name}`),
members: names,
}));
});
}
function causeOf(target) {
const { why, next } = explanationOf(target);
return JSON.stringify([why, next]);
}
const explanationOf = ({ shared, reason, why, next }) => shared ?? reason ?? { why, next: next ?? 'Verify again when Prometheus answers.' };
const SCRAPES = { last: 'The last successful scrape was', never: 'No successful scrape' };
function failedTargets([first, ...others], evidence) {
if (!first)
return [];
const { why, next } = explanationOf(first);
const code = `target-${first.reason?.class ?? 'not-checked'}`;
const targets = [first, ...others];
const lastHeld = latestOf(targets);
return [
{
code,
area: 'targets',
outcome: first.reason ? 'broken' : 'not-checked',
level: 'targets',
subject: subjectOf(first, targets),
why: (0, verify_history.$k)(why, lastHeld, evidence, SCRAPES),
...(lastHeld !== undefined && { lastHeld }),
next,
explains: different(targets, 'service').map((name) => `service:${name}`),
members: targets.map(failures_nameOf),
...(!first.reason && evidence.mark === undefined && { because: [[SERVER]] }),
...(first.shard !== undefined && { because: [[shardKey(first.shard)], [shardKey(undefined)]] }),
},
];
}
function latestOf(targets) {
const times = targets.map(({ lastHeld }) => lastHeld);
if (times.includes(undefined))
return undefined;
return times.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null);
}
const failures_nameOf = ({ service, machine, region, address }) => machine === '' ? `${service} at ${address}` : `${service} on machine ${machine} (${region})`;
const hostOf = ({ machine, address }) => machine || address;
function subjectOf(first, targets) {
if (targets.length === 1)
return failures_nameOf(first);
const [services, machines] = [different(targets, 'service'), [...new Set(targets.map(hostOf))]];
if (services.length === 1)
return `${targets.length} targets of ${services[0]} (${(0, lib_text.H$)(machines)})`;
if (machines.length === 1)
return `${targets.length} targets ${first.machine === '' ? 'at' : 'on machine'} ${machines[0]} (${(0, lib_text.H$)(services)})`;
return `${targets.length} targets of ${services.length} services (${(0, lib_text.H$)(services)})`;
}
const different = (targets, key) => [
...new Set(targets.map((target) => target[key])),
];
;
const LEVELS = ['never', 'targets', 'metrics', 'panels'];
function judge(evidence, failOn, accept = (0, verify_accept.acceptance)([], new Date())) {
if (evidence.problems.length > 0)
return { kind: 'failed', failures: [] };
const failures = connectCauses(foundFailures(evidence)).map(({ failure, because }) => {
const { level, explains: _, because: __, members: ___, ...rest } = failure;
const accepted = accept.of(failure);
const decides = accepted === undefined && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
return {
...rest,
decides,
...(because !== undefined && { because }),
...(accepted && { accepted }),
};
});
failures.push(...acceptedWarnings(evidence, accept));
const open = failures.filter(({ accepted }) => accepted === undefined);
const isBroken = open.some(({ decides, outcome }) => decides && outcome === 'broken');
const isProven = open.length === 0 && (evidence.isDrill || evidence.targets.some(({ state }) => state === 'up'));
return { kind: isBroken ? 'failed' : isProven ? 'proven' : 'unproven', failures };
}
function acceptedWarnings({ checks }, accept) {
return checks.flatMap(({ area, subject, outcome, why, next = '' }) => {
if (outcome !== 'warning')
return [];
const warning = { code: `${area}-warning`, area, subject, why, next, outcome: 'broken' };
const accepted = accept.of({ ...warning, level: 'panels' });
return accepted ? [{ ...warning, decides: false, accepted }] : [];
});
}
function foundFailures(evidence) {
const found = [
...(evidence.isDrill ? [] : targetFailures(evidence)),
...evidence.checks.flatMap((check) => failedCheck(check)),
...evidence.metrics.flatMap((metric) => failedMetric(metric, evidence)),
...(areRulesUnread(evidence) ? [] : evidence.rules.flatMap((rule) => failedRule(rule))),
...evidence.panels.flatMap((panel) => failedPanel(panel)),
];
const { cutShort } = evidence;
const isCause = found.length === 0 || found.some(({ outcome }) => outcome === 'not-checked');
return cutShort && isCause ? [cut(cutShort), ...found] : found;
}
const CUT = 'cut:the early end of the verification';
const cut = (why) => ({
code: `verification-${why}`,
area: 'targets',
outcome: 'not-checked',
level: 'targets',
subject: 'verification',
why: why === 'deadline'
? 'Time ran out before every result was certain.'
: 'The run was cancelled before every result was certain.',
next: why === 'deadline' ? 'Increase `timeout`.' : 'Verify again.',
explains: [CUT],
});
const LEVEL_OF = {
replicas: 'targets',
shards: 'targets',
configuration: 'targets',
reload: 'targets',
access: 'targets',
health: 'targets',
delivery: 'targets',
'metrics-exposure': 'targets',
uptime: 'targets',
storage: 'targets',
store: 'targets',
scrapes: 'metrics',
'self-scrape': 'metrics',
retention: 'metrics',
rules: 'metrics',
slo: 'metrics',
'remote-write': 'metrics',
'fly-metrics': 'metrics',
};
function failedCheck({ area, subject, outcome, why, next }) {
if (outcome === 'holds' || outcome === 'warning' || outcome === 'nothing-to-check')
return [];
if (outcome === 'not-checked' && area === 'metrics-exposure')
return [];
const about = {
code: `${area}-${outcome}`,
area,
level: LEVEL_OF[area],
subject: subject || area,
why,
outcome,
};
const reason = reasonKey(why);
if (outcome === 'broken') {
const explains = explainedBy(area, subject, reason);
return [{ ...about, next: next ?? '', ...(explains && { explains }) }];
}
return [{ ...about, next: next ?? VERIFY_AGAIN, explains: [reason], because: [[reason]] }];
}
function explainedBy(area, subject, reason) {
if (area === 'access')
return [SERVER];
if (area === 'shards')
return [shardKey((0, shards.op)(subject))];
return area === 'store' ? [reason] : undefined;
}
const reasonKey = (why) => `reason:${why
.split(': ')
.at(-1)
?.replace(/\/api\/v1\/\S+/, '')}`;
const lostAnswers = (why) => /(?:not answer|not be read|scrapes before it): /.test(why) ? [reasonKey(why)] : [];
const VERIFY_AGAIN = 'Verify again; if the reason persists, remove it, or accept the claim with `verify.accept` in monitoring.yml.';
const SAMPLES = { last: 'It last had samples', never: 'No sample' };
function failedMetric(metric, evidence) {
const { service, name, state, why, next, lastHeld } = metric;
if (state === 'present' || state === 'waiting')
return [];
const isUnknown = state === 'unknown';
return [
{
code: isUnknown ? 'metric-not-checked' : `metric-${state}`,
area: 'metrics',
outcome: isUnknown ? 'not-checked' : 'broken',
level: 'metrics',
subject: `${name} of ${service}`,
why: (0, verify_history.$k)(why, lastHeld, evidence, SAMPLES),
...(lastHeld !== undefined && { lastHeld }),
next: next ?? 'Bring a target of the service up first.',
explains: [`metric:${name}`, ...lostAnswers(why)],
...(isUnknown && { because: [[`service:${service}`], [CUT], ...lostAnswers(why).map((key) => [key])] }),
},
];
}
const RULE_NEXT = {
ok: '',
missing: 'Deploy the monitoring app again, so that its rule file is loaded.',
error: 'Correct the expression of the rule.',
'not-evaluated': 'Wait one evaluation interval and verify again.',
'not-checked': VERIFY_AGAIN,
};
const areRulesUnread = ({ checks, rules }) => rules.every(({ state }) => state === 'not-checked') &&
checks.some(({ area, outcome }) => area === 'rules' && outcome === 'not-checked');
function failedRule({ group, name, state, why, detail }) {
if (state === 'ok')
return [];
return [
{
code: `rule-${state}`,
area: 'rules',
outcome: state === 'not-evaluated' || state === 'not-checked' ? 'not-checked' : 'broken',
level: 'metrics',
subject: `${name} in group ${group}`,
...(state === 'not-checked' && { because: [[reasonKey(why)]] }),
why: detail === '' ? why : `${why} ${detail}`,
next: RULE_NEXT[state],
},
];
}
const GOOD_PANELS = ['data', 'warning', 'waiting', 'other-source'];
function failedPanel(evidence) {
const { dashboard, panel, refId, state, why, next } = evidence;
const hidesGap = state === 'warning' && evidence.absent.length > 0;
if (GOOD_PANELS.includes(state) && !hidesGap)
return [];
const isUnchecked = state === 'not-checked' || state === 'too-early' || hidesGap;
return [
{
code: `panel-${state}`,
area: 'panels',
outcome: isUnchecked ? 'not-checked' : 'broken',
level: 'panels',
subject: `${dashboard.title} / ${panel.title} (${refId})`,
why,
next: next ?? (isUnchecked ? VERIFY_AGAIN : ''),
explains: lostAnswers(why),
because: causesOf(evidence),
},
];
}
function causesOf({ state, down, absent, why }) {
const service = down === undefined ? [] : [[`service:${down}`]];
if (state === 'too-early')
return [...service, [CUT]];
if (state === 'not-checked')
return [...service, ...lostAnswers(why).map((key) => [key])];
if (state !== 'no-data' || absent.length === 0)
return service;
const metrics = absent.map((selector) => `metric:${/^[\w:]*/.exec(selector)?.[0].replace(/_(?:bucket|sum|count)$/, '')}`);
return [...service, metrics];
}
})
};
