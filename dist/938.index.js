export const id = 938;
export const ids = [938];
export const modules = {
10938: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
notComparable: () => (notComparable),
Q: () => (plannedFly),
plannedMonitoring: () => (plannedMonitoring)
});
var monitoring_app = __webpack_require__(56517);
var lib_text = __webpack_require__(94869);
var fly_state = __webpack_require__(71541);
var diff_lines = __webpack_require__(29207);
var rule_file = __webpack_require__(40048);
var json_value = __webpack_require__(91060);
;
function rulesIn(text) {
return rulesOrNone(text).flatMap(({ rule }) => {
const kind = rule.alert === undefined ? 'record' : 'alert';
const name = (0, json_value.tB)(rule[kind]);
const { labels = {}, annotations = {} } = rule;
const expr = String(rule.expr ?? '').trim();
return name === '' ? [] : [{ kind, name, expr, for: (0, json_value.tB)(rule.for) || '0s', labels, annotations }];
});
}
function rulesOrNone(text) {
try {
return (0, rule_file.u)(text);
}
catch {
return [];
}
}
function ruleChanges(before, after) {
const [old, fresh] = [byKey(before), byKey(after)];
const keys = [...new Set([...old.keys(), ...fresh.keys()])];
return keys.flatMap((key) => {
const [was, is] = [old.get(key), fresh.get(key)];
if (was && is && (0, json_value.dj)(was) === (0, json_value.dj)(is))
return [];
return [{ ...(was && { before: was }), ...(is && { after: is }) }];
});
}
function byKey(rules) {
const found = new Map();
for (const rule of rules) {
const service = (0, json_value.OW)(rule.labels) ? (0, json_value.tB)(rule.labels.service) : '';
const key = JSON.stringify([rule.kind, rule.name, service]);
let own = key;
for (let n = 2; found.has(own); n++)
own = `${key} ${n}`;
found.set(own, rule);
}
return found;
}
const ruleLines = (changes) => changes.flatMap(({ before, after }) => {
if (!before)
return after ? [(0, diff_lines.om)('+', ` ${titleOf(after)}: ${inOneLine(after.expr)}${forOf(after)}`)] : [];
if (!after)
return [(0, diff_lines.om)('-', ` ${titleOf(before)}`)];
return [
(0, diff_lines.om)('~', ` ${titleOf(after)}: ${differentParts(before, after)}`),
...exprLines(before, after),
];
});
const titleOf = ({ kind, name }) => `${kind} ${name}`;
const forOf = (rule) => (rule.kind === 'alert' ? ` for ${rule.for}` : '');
function differentParts(before, after) {
const parts = [
...(before.expr === after.expr ? [] : ['expr']),
...(before.for === after.for ? [] : [`for ${before.for} \u2192 ${after.for}`]),
...['labels', 'annotations'].filter((key) => (0, json_value.dj)(before[key]) !== (0, json_value.dj)(after[key])),
];
return parts.join(', ');
}
const exprLines = (before, after) => before.expr === after.expr
? []
: [(0, diff_lines.om)('-', `   ${inOneLine(before.expr)}`), (0, diff_lines.om)('+', `   ${inOneLine(after.expr)}`)];
const inOneLine = (expr) => expr.replace(/\s+/g, ' ');
;
function diffFiles(deployed, { files }, isOurs) {
if (!deployed)
return { rules: [], details: [NOT_REPORTED] };
const rules = ruleChanges(deployedRules(deployed), files.filter(monitoring_app.n$).flatMap(rulesOf));
if (!isOurs)
return { rules, details: [NOT_OURS] };
const known = new Map(deployed.map((file) => [file.guestPath, file]));
const texts = files.flatMap((file) => fileDetail(file, known.get(file.guestPath)));
return { rules, details: [...detail('rules', ruleLines(rules)), ...texts] };
}
const unknown = (why) => ({ title: 'files', lines: [`~ not compared: ${why}`] });
const NOT_REPORTED = unknown('Fly does not report the texts of the deployed files');
const NOT_OURS = unknown('this action did not write the deployed files');
function newFiles({ files }) {
const rules = ruleChanges([], files.filter(monitoring_app.n$).flatMap(rulesOf));
const lines = files.map(({ guestPath, content }) => `+ ${guestPath}, ${content.split('\n').length - 1} lines`);
return { rules, details: [{ title: 'files', lines }, ...detail('rules', ruleLines(rules))] };
}
const rulesOf = ({ content }) => rulesIn(content);
const deployedRules = (deployed) => deployed.flatMap(({ guestPath, text }) => text !== undefined && /rules.*\.ya?ml$/.test(guestPath) ? rulesIn(text) : []);
function fileDetail({ guestPath, content }, old) {
if (!old)
return [{ title: guestPath, lines: (0, diff_lines.gf)('', content) }];
if (old.text === undefined)
return [{ title: guestPath, lines: ['~ Fly does not report its deployed text'] }];
return old.text === content ? [] : [{ title: guestPath, lines: (0, diff_lines.gf)(old.text, content) }];
}
const detail = (title, lines) => lines.length > 0 ? [{ title, lines }] : [];
var dist = __webpack_require__(3292);
var machine_size = __webpack_require__(6042);
var judge_machines = __webpack_require__(54222);
;
function machineDetails(machine, wanted) {
const lines = (0, diff_lines.gf)(currentSettings(machine, wanted).join('\n'), desiredSettings(wanted).join('\n'), 0);
const changed = lines.filter((line) => !line.startsWith('@@')).map((line) => line.replace(/^[-+]/, '$& '));
return changed.length > 0 ? [{ title: 'machine', lines: changed }] : [];
}
const newMachine = (wanted) => ({
title: 'machine',
lines: desiredSettings(wanted).map((line) => (0, diff_lines.om)('+', ` ${line}`)),
});
function desiredSettings(wanted) {
const toml = (0, dist.qg)(wanted.flyToml);
const { cmd } = (0, json_value.OW)(toml.experimental) ? toml.experimental : {};
const own = (0, json_value.OW)(toml.processes) ? (0, json_value.tB)(toml.processes[wanted.groups[0] ?? '']).split(' ') : [];
const command = Array.isArray(cmd) ? cmd.map(String) : own;
return [
...(wanted.image === undefined ? [] : [`image: ${wanted.image}`]),
...(0, json_value.Qv)(toml.vm).map(({ size, memory }) => `vm: ${(0, json_value.tB)(size)}, ${(0, json_value.tB)(memory).replace(/mb$/, ' MB')}`),
...(0, json_value.Qv)(toml.mounts).map((one) => `volume: ${(0, json_value.tB)(one.source)} at ${(0, json_value.tB)(one.destination)}`),
...command.map((flag) => `flag: ${flag}`),
...fileLines((0, json_value.Qv)(toml.files).map(({ guest_path, secret_name }) => ({
guestPath: (0, json_value.tB)(guest_path),
...(typeof secret_name === 'string' && { secret: secret_name }),
}))),
];
}
function currentSettings(machine, wanted) {
const { guest, command, files, image, mounts } = machine;
const desired = desiredSettings(wanted);
const assumed = (known, prefix) => known === undefined ? desired.filter((line) => line.startsWith(prefix)) : [];
return [
...(wanted.image === undefined
? []
: [`image: ${(0, judge_machines.m2)(machine, wanted.image) ? wanted.image : image.ref}`]),
...(guest ? [`vm: ${(0, machine_size.TK)(guest)}, ${guest.memoryMb} MB`] : assumed(guest, 'vm: ')),
...mounts.map(({ name, path }) => `volume: ${name} at ${path}`),
...(command?.map((flag) => `flag: ${flag}`) ?? assumed(command, 'flag: ')),
...(files ? fileLines(files) : assumed(files, 'file: ')),
];
}
const fileLines = (files) => files
.map(({ guestPath, secret }) => `file: ${guestPath}${secret === undefined ? '' : ` from the secret ${secret}`}`)
.toSorted();
;
function plannedMonitoring(plan, unknown) {
const { wanted, state, changes } = plan;
const machine = firstMachine(plan);
const files = machine ? diffFiles(machine.files, wanted.app, (0, fly_state.qb)(machine)) : newFiles(wanted.app);
const settings = machine ? machineDetails(machine, wanted.app) : [newMachine(wanted.app)];
const details = [...settings, ...files.details];
const planned = changes.map((change) => {
if (change.action.kind === 'stage-secrets')
return plannedSecrets(change, plan, unknown);
if (change.action.kind === 'deploy')
return plannedDeploy(change, plan, { unknown, details });
return plannedFly(change);
});
const restarts = machine && planned.some(({ kind, certain }) => kind === 'machine' && certain);
const downtime = (0, fly_state.EG)(wanted.app)
? ALL_SHARDS
: state && state.machines.length > 1
? ONE_AFTER_ANOTHER
: RESTART;
return { changes: planned, rules: files.rules, ...(restarts && { downtime }) };
}
const RESTART = 'Prometheus restarts once (one machine, one volume): while its machine restarts, nothing is scraped and no alert fires; its data is kept. ' +
'Prometheus itself was ready 0.4 to 3 s after its start in measurements; the time that Fly needs is added to that.';
const ONE_AFTER_ANOTHER = 'Prometheus restarts on one replica after another: the next one only once the one before scrapes what it scrapes, so that alerts fire and samples are kept meanwhile.';
const ALL_SHARDS = 'Prometheus restarts on all shards at the same time: while its machine restarts, the targets of a shard are not scraped. What it has scraped by then is sent to the store before it stops.';
const firstMachine = ({ wanted, state }) => state?.machines.find(({ processGroup }) => processGroup === wanted.app.groups[0]) ?? state?.machines[0];
function plannedFly({ subject, what, reason, action }) {
const { effect, kind } = KINDS[action.kind];
return {
...{ platform: 'Fly', effect, kind, subject },
...{ what: (0, lib_text.TN)(what, 200), reason: (0, lib_text.TN)(reason, 300) },
...{ routine: false, certain: true, details: [] },
};
}
const notComparable = (subject, why) => ({
...{ platform: 'Fly', effect: 'change', kind: 'app', subject, what: 'deploy' },
...{ reason: (0, lib_text.TN)(why, 500), routine: false, certain: false, details: [] },
});
const KINDS = {
'create-app': { effect: 'add', kind: 'app' },
'create-volume': { effect: 'add', kind: 'volume' },
'extend-volume': { effect: 'change', kind: 'volume' },
'remove-volume': { effect: 'remove', kind: 'volume' },
'add-machine': { effect: 'add', kind: 'machine' },
'remove-machine': { effect: 'remove', kind: 'machine' },
'start-machines': { effect: 'change', kind: 'machine' },
deploy: { effect: 'change', kind: 'machine' },
'roll-back': { effect: 'change', kind: 'machine' },
'allocate-address': { effect: 'add', kind: 'address' },
'release-address': { effect: 'remove', kind: 'address' },
'ensure-addresses': { effect: 'add', kind: 'address' },
'stage-secrets': { effect: 'change', kind: 'secrets' },
'destroy-app': { effect: 'remove', kind: 'app' },
};
function plannedSecrets(change, { wanted, state }, unknown) {
const names = wanted.app.secrets.map(({ name }) => name);
const set = state?.secrets;
const unset = names.filter((name) => !set?.some((one) => one.name === name));
const byHand = state ? (0, fly_state.z2)(wanted, state) : [];
const rest = names.filter((name) => !unset.includes(name) && !byHand.includes(name));
const lines = [
...unset.map((name) => `+ ${name}`),
...byHand.map((name) => `~ ${name}: changed at Fly since the last deploy`),
...(unset.length + byHand.length === 0 ? [`~ one or more of ${(0, lib_text.p_)(rest)}`] : []),
];
const certain = unknown.length === 0 || unset.length > 0 || byHand.length > 0;
return {
...plannedFly(change),
effect: set ? 'change' : 'add',
what: `set ${names.length === 1 ? 'a secret' : 'secrets'}`,
certain,
...(!certain && { reason: notGiven(unknown) }),
details: [{ title: 'secrets', lines }],
};
}
function plannedDeploy(change, plan, { unknown, details }) {
const { wanted, state, changes } = plan;
const machine = firstMachine(plan);
const planned = plannedFly(change);
const machines = (0, fly_state.EG)(wanted.app)
? `${wanted.app.groups.length} shards, one machine each`
: 'one machine';
if (!machine)
return { ...planned, effect: 'add', what: `deploy Prometheus: ${machines}`, details };
const isPart = change.action.kind === 'deploy' && (change.action.machine ?? change.action.groups);
const what = isPart ? planned.what : 'deploy: replace the machine';
const recorded = machine.env[fly_state.Wl.digest];
const isOnlyDigest = recorded !== undefined && recorded !== wanted.app.digest && details.length === 0;
if (!isOnlyDigest)
return { ...planned, what, details: [...details, ...unused({ wanted, state })] };
if (unknown.length > 0)
return { ...planned, what, certain: false, reason: notGiven(unknown) };
const isSecret = changes.some(({ action }) => action.kind === 'stage-secrets');
return { ...planned, what, details: [{ title: 'machine', lines: [isSecret ? ONLY_SECRETS : UNLISTED] }] };
}
function unused({ wanted, state }) {
const left = (state?.secrets ?? []).filter(({ name }) => (0, monitoring_app.xn)(name) && wanted.app.secrets.every((one) => one.name !== name));
const lines = left.map(({ name }) => `~ ${name} is set at Fly and was not given to this run: a deploy with the same inputs stops using it`);
return lines.length > 0 ? [{ title: 'secrets', lines }] : [];
}
const notGiven = (unknown) => `Not known: this run was not given ${(0, lib_text.p_)(unknown)}, so it cannot compare the values.`;
const ONLY_SECRETS = '~ no file and no setting differs: only the values of secrets, or the last deploy used another Fly token';
const UNLISTED = '~ no file differs: only settings that are not listed here, such as the health check, or the last deploy used another Fly token';
}),
29207: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
UV: () => (firstLines),
gf: () => (lineDiff),
om: () => (safeLine)
});
var __import_1__ = __webpack_require__(37291);
var __import_0__ = __webpack_require__(94869);
const CONTEXT = 2;
const MAX_LINES = 200;
const MAX_WIDTH = 400;
const MAX_INDENT = 60;
const TIMEOUT_MS = 1_000;
function lineDiff(before, after, context = CONTEXT) {
const options = { context, timeout: TIMEOUT_MS };
const patch = (0, __import_1__.YB)('', '', before, after, undefined, undefined, options);
if (!patch)
return ['~ too many differences to be shown line by line'];
const lines = patch.hunks.flatMap(({ newStart, lines }) => [
`@@ line ${newStart} @@`,
...lines
.filter((line) => !line.startsWith('\\'))
.map((line) => safeLine(line.slice(0, 1), line.slice(1))),
]);
return firstLines(lines);
}
function firstLines(lines) {
const more = lines.length - MAX_LINES;
return more > 0 ? [...lines.slice(0, MAX_LINES), `~ \u2026 and ${more} more lines`] : [...lines];
}
function safeLine(sign, text) {
const indent = /^ */.exec(text)?.[0].slice(0, MAX_INDENT) ?? '';
return `${sign}${indent}${(0, __import_0__.TN)(withoutCredentials(text), MAX_WIDTH)}`;
}
const CREDENTIAL = /^(\s*(?:- )?["']?[\w.-]{0,100}(?:password|passwd|secret|token|credentials|api_?key|(?:routing|service|user)_key)["']?\s{0,9}[:=]\s{0,9})\S.*$/is;
const withoutCredentials = (line) => line.replace(CREDENTIAL, '$1***').replace(/:\/\/[^\s/@]{1,500}@/g, '://***@');
})
};
