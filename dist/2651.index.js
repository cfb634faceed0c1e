export const id = 2651;
export const ids = [2651];
export const modules = {
32651: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
drillThroughGrafana: () => (drillThroughGrafana),
goesThroughGrafana: () => (goesThroughGrafana)
});
var rules = __webpack_require__(77526);
var grafana_rules = __webpack_require__(26979);
;
async function createDrillRule(grafana, group, owner) {
const { folderUid } = owner;
const stored = await grafana.ruleGroup(folderUid, group.title);
const body = (0, rules.Kr)(group, stored, { ...owner, kept: new Set() });
const known = new Set(stored?.rules.map(({ uid }) => uid));
const fresh = group.rules.map(({ uid }) => uid).filter((uid) => !known.has(uid));
await (0, grafana_rules.t)({ grafana }, { kind: 'write-rule-group', folderUid, title: group.title, body, fresh });
}
const removeDrillRule = (grafana, uid) => (0, grafana_rules.k)({ grafana }, uid);
var grafana_client = __webpack_require__(50912);
var documentation = __webpack_require__(25478);
var prometheus = __webpack_require__(10980);
var desired_grafana_rules = __webpack_require__(48978);
var uids = __webpack_require__(68359);
;
const INTERVAL = 10;
function renderGrafanaDrill(options) {
const { deployment, dataSourceUid, receiver, began, until } = options;
const rule = {
uid: (0, uids.hX)(deployment, 'drill', prometheus.su.alert),
title: `${prometheus.su.alert} ${began.toISOString().slice(0, 19).replace('T', ' ')}`,
condition: 'C',
for: '0s',
noDataState: 'OK',
execErrState: 'OK',
labels: { severity: 'critical' },
annotations: {
summary: 'This is a drill: someone tests whether alerts arrive',
description: `Nothing is wrong with ${deployment}. \`deploy-monitoring drill\` sends this alert, and ends it.`,
runbook_url: (0, documentation.oV)(prometheus.su.alert),
},
data: (0, desired_grafana_rules.z)(`vector(time()) < ${Math.floor(until.getTime() / 1000)}`, dataSourceUid),
...(receiver !== undefined && { receiver }),
};
return { title: `${deployment} drill`, interval: INTERVAL, rules: [rule] };
}
var errors = __webpack_require__(61469);
var attempt = __webpack_require__(17404);
var observe = __webpack_require__(79169);
var lib_text = __webpack_require__(94869);
var poll = __webpack_require__(98195);
var claim = __webpack_require__(84481);
;
const FIRE_MS = 90_000;
const PATIENCE_MS = 5 * 60_000;
const RETRY_MS = 15_000;
const EVERY_MS = 1000;
const END_MS = 60_000;
async function watchGrafanaDrill(name, look, { limits, wanted }) {
const began = performance.now();
const watched = { accepted: new Map(), refused: new Map(), shared: new Set() };
await (0, poll.wt)(async () => {
const seen = await look();
const elapsed = performance.now() - began;
if (seen)
update(watched, seen, name, elapsed);
const open = openReceivers(watched, elapsed);
const waitsFor = open ? `${(0, lib_text.H$)(open)}: sent` : 'the alert to fire in Grafana';
const isOver = open?.length === 0 || elapsed > (open ? PATIENCE_MS : FIRE_MS);
return { done: isOver, value: undefined, waitsFor };
}, { ...limits, everyMs: EVERY_MS });
return claimsOf(watched, wanted);
}
async function waitForDrillEnd(name, look, limits) {
const began = performance.now();
return (0, poll.wt)(async () => {
const seen = await look();
const hasEnded = seen?.alerts.every((alert) => alert.name !== name) === true;
const done = hasEnded || performance.now() - began > END_MS;
return { done, value: hasEnded, waitsFor: 'the end of the alert' };
}, { ...limits, everyMs: EVERY_MS });
}
function update(watched, seen, name, elapsed) {
const alert = seen.alerts.find((one) => one.name === name) ?? watched.alert;
if (!alert)
return;
watched.alert = alert;
for (const receiver of alert.receivers) {
if (watched.accepted.has(receiver))
continue;
const isShared = seen.alerts.some((one) => one.name !== name && one.receivers.includes(receiver));
if (isShared)
watched.shared.add(receiver);
const integrations = seen.integrations.get(receiver) ?? [];
const sent = integrations.filter(({ attemptedAt }) => attemptedAt > alert.startsAt);
const failed = sent.find(({ error }) => error !== '');
if (failed) {
const since = watched.refused.get(receiver)?.since ?? elapsed;
watched.refused.set(receiver, { error: failed.error, since });
}
else if (integrations.length > 0 && sent.length === integrations.length) {
watched.refused.delete(receiver);
watched.accepted.set(receiver, elapsed / 1000);
}
else if (integrations.length === 0)
watched.refused.set(receiver, { error: NO_INTEGRATION, since: Number.NEGATIVE_INFINITY });
}
}
const NO_INTEGRATION = 'it has no integration';
function openReceivers({ alert, accepted, refused }, elapsed) {
if (!alert || alert.isSuppressed)
return alert && [];
return alert.receivers.filter((name) => {
const since = refused.get(name)?.since;
return !accepted.has(name) && (since === undefined || elapsed - since < RETRY_MS);
});
}
function claimsOf({ alert, accepted, refused, shared }, wanted) {
if (!alert)
return [NOT_FIRED];
if (alert.isSuppressed)
return [SUPPRESSED];
const claims = alert.receivers.map((name) => {
const seconds = accepted.get(name);
const certainty = shared.has(name) ? 'inferred' : 'proven';
return seconds === undefined
? notAccepted(name, refused.get(name)?.error)
: (0, claim.n)(name, 'holds', `It accepted the alert after ${Math.round(seconds)} s.`, { certainty });
});
return wanted === undefined || alert.receivers.includes(wanted)
? claims
: [...claims, elsewhere(wanted, alert.receivers)];
}
const notAccepted = (name, error) => error === undefined
? (0, claim.n)(name, 'broken', 'The alert fired in Grafana and leads to this contact point, and nothing was sent.', {
next: 'Look for a mute timing, or a long `group_wait`, in the notification policy (Alerting, Notification policies). Mode `verify` names mute timings that are active.',
})
: (0, claim.n)(name, 'broken', error === NO_INTEGRATION
? 'The alert leads to this contact point, which has no integration: no one is notified.'
: `The contact point did not accept the alert: ${error}`, { next: 'Correct the contact point in Grafana (Alerting, Contact points), and run the drill again.' });
const elsewhere = (wanted, receivers) => (0, claim.n)(wanted, 'broken', `Grafana sent the alert to "${receivers.join('", "')}", not to "${wanted}".`, {
next: `Create a notification policy that leads to "${wanted}", or use Grafana 11 or newer, which reads the contact point of a rule.`,
});
const NOT_FIRED = (0, claim.n)('Grafana', 'broken', 'The alert did not fire in Grafana.', {
next: 'Test the data source in Grafana (Connections, Data sources): the rule of the drill queries it. Check that rules are evaluated (Alerting, Alert rules).',
});
const SUPPRESSED = (0, claim.n)('Grafana', 'broken', 'The alert fired in Grafana, and a silence or a mute timing mutes it: no one is notified.', { next: 'Wait until it ends, or expire it (Alerting, Silences). Mode `verify` shows until when.' });
;
const LIFETIME_MS = 10 * 60_000;
const REMOVAL_MS = 6_000;
const goesThroughGrafana = ({ desired, inputs, project }) => project.config.alerts.notify === undefined && desired.grafana !== undefined && inputs.grafana !== undefined;
async function drillThroughGrafana(session, limits) {
const { desired, inputs, pool, signal, project, report } = session;
const { grafana: wanted } = desired;
const { grafana: server } = inputs;
if (!wanted || !server)
return [];
const clientUntil = (end) => (0, grafana_client.r)({ ...server, pool, signal: end });
const client = clientUntil(signal);
const dataSourceUid = await throwUnlessWritten(client, wanted);
const look = () => lookAt(client);
await Promise.all([client.activeAlerts(), client.receiverStates()]);
const began = new Date();
const { receiver } = project.config.alerts;
const until = new Date(began.getTime() + LIFETIME_MS);
const group = renderGrafanaDrill({ deployment: wanted.deployment, dataSourceUid, receiver, began, until });
const [{ uid, title }] = group.rules;
let claims;
try {
await createDrillRule(client, group, { deployment: wanted.deployment, folderUid: wanted.folder.uid });
limits.log?.(`The alert "${title}" is in Grafana; it is removed when the contact points have accepted it.`);
claims = await watchGrafanaDrill(title, look, { limits, wanted: receiver });
}
finally {
const removed = await (0, attempt.CD)(() => removeDrillRule(clientUntil(AbortSignal.timeout(REMOVAL_MS)), uid));
if (!removed.ok)
report.problems.push(leftBehind(title, until, removed.problem.message));
}
if (await waitForDrillEnd(title, look, limits))
limits.log?.('The alert has ended; Grafana sends its end with the next message of its group.');
return claims;
}
async function throwUnlessWritten(client, { folder, dataSource }) {
const existing = 'existing' in dataSource ? dataSource : { existing: dataSource.uid, own: dataSource };
const { uid } = await (0, observe.NA)(client, existing);
const found = await client.folder(folder.uid);
if (found !== undefined && found !== 'hidden')
return uid;
throw (0, errors.sx)('drill-not-deployed', `Grafana does not have the folder "${folder.title}" of this deployment, or the token may not see it.`, 'Deploy first, or run mode `dashboards`. The token needs the role Editor or Admin.');
}
async function lookAt(client) {
const [alerts, receivers] = await Promise.all([
(0, attempt.CD)(() => client.activeAlerts()),
(0, attempt.CD)(() => client.receiverStates()),
]);
if (!alerts.ok || !receivers.ok)
return undefined;
return {
alerts: alerts.value.map(({ labels, startsAt, receivers: to, status }) => ({
name: labels.alertname ?? '',
startsAt: Date.parse(startsAt),
receivers: to.map(({ name }) => name),
isSuppressed: status.state === 'suppressed',
})),
integrations: new Map(receivers.value.map(({ name, integrations }) => [
name,
(integrations ?? []).map((one) => ({
name: one.name,
attemptedAt: Date.parse(one.lastNotifyAttempt),
error: one.lastNotifyAttemptError ?? '',
})),
])),
};
}
const leftBehind = (title, until, why) => ({
code: 'drill-left-behind',
severity: 'warning',
message: `The alert rule "${title}" could not be removed from Grafana: ${why}`,
hint: `Remove it in Grafana (Alerting, Alert rules). It stops firing at ${until.toISOString()}, and the next deploy or drill removes it.`,
});
})
};
