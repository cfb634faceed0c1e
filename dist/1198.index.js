export const id = 1198;
export const ids = [1198];
export const modules = {
35159: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (orderMonitoring),
s: () => (writeBuildContext)
});
var __import_0__ = __webpack_require__(77598);
var __import_1__ = __webpack_require__(51455);
var __import_2__ = __webpack_require__(76760);
var __import_3__ = __webpack_require__(29435);
const BUILD_FILES = [
['Dockerfile.monitoring', 'Dockerfile.monitoring'],
['docker-entrypoint.sh', 'monitoring/docker-entrypoint.sh'],
];
async function orderMonitoring(desired, templates) {
const build = (0, __import_0__.createHash)('sha256');
for (const [name] of BUILD_FILES)
build.update(await buildFile(name, templates, desired)).update('\0');
return { desired, templates, buildDigest: build.digest('hex').slice(0, 16) };
}
async function writeBuildContext(folder, { desired, templates }) {
await (0, __import_1__.mkdir)((0, __import_2__.join)(folder, 'monitoring'), { recursive: true, mode: 0o700 });
await (0, __import_1__.writeFile)((0, __import_2__.join)(folder, 'fly.monitoring.toml'), desired.flyToml);
for (const file of desired.files)
await (0, __import_1__.writeFile)((0, __import_2__.join)(folder, file.name), file.content);
for (const [name, place] of BUILD_FILES)
await (0, __import_1__.writeFile)((0, __import_2__.join)(folder, place), await buildFile(name, templates, desired));
}
async function buildFile(name, templates, desired) {
const text = await (0, __import_1__.readFile)((0, __import_2__.join)(templates, name), 'utf8');
return name === 'Dockerfile.monitoring' ? (0, __import_3__.T)(text, desired.alertmanager) : text;
}
}),
29435: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
T: () => (renderDockerfile)
});
const ALERTMANAGER_IMAGE = 'prom/alertmanager:v0.34.1@sha256:e9733bafb1bdef9b00e25a21f8f99dc26a22224bf16641ad754d1649f4c3357a';
const STAGE = `# alerts.notify: Alertmanager, and amtool to silence alerts with.
COPY --from=${ALERTMANAGER_IMAGE} /bin/alertmanager /bin/amtool /bin/

`;
const renderDockerfile = (template, alertmanager) => alertmanager ? template.replace(/^ENTRYPOINT /m, `${STAGE}ENTRYPOINT `) : template;
}),
36391: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Bu: () => (planApp),
fe: () => (planNewApp),
iH: () => (planAddresses)
});
var __import_0__ = __webpack_require__(62127);
function planApp({ app: config }) {
const { app } = config;
return [(0, __import_0__.Q)({ kind: 'deploy', app, image: imageOf(config) }, 'The configuration asks for it.')];
}
function planNewApp(order) {
const { app } = order.app;
const create = { kind: 'create-app', app, organization: order.organization };
const allocate = ['shared-v4', 'v6'].map((address) => (0, __import_0__.Q)({ kind: 'allocate-address', app, address }, 'Without a terminal, flyctl would leave the app without a public address.'));
return [
(0, __import_0__.Q)(create, 'The app does not exist yet.'),
...(order.needsAddresses ? allocate : []),
...planApp(order),
];
}
const planAddresses = (app) => [
(0, __import_0__.Q)({ kind: 'ensure-addresses', app }, 'Its services are public, but it does not have one address of each kind: flyctl allocates them on the first deploy only, and does not report when that fails.'),
];
function imageOf({ image, dockerfile }) {
if (image)
return { from: 'reference', reference: image };
return dockerfile ? { from: 'dockerfile', path: dockerfile } : { from: 'config' };
}
}),
25739: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
r: () => (crashOf)
});
function crashOf({ exit, state, checks, }) {
if (!exit || exit.requested)
return undefined;
const isLoop = exit.restarts > 1 && checks.some(({ status }) => status !== 'passing');
if (state === 'started' && !isLoop)
return undefined;
if (exit.code === 0 && !exit.oom && exit.restarts === 0)
return undefined;
const how = exit.oom ? 'its memory was not enough (out of memory)' : `exit code ${exit.code}`;
const often = exit.restarts > 0 ? `, restarted ${exit.restarts} times` : '';
return `crashes: ${how}${often}; it is ${state}.`;
}
}),
13169: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
z: () => (imageFor)
});
var __import_0__ = __webpack_require__(71541);
function imageFor(wanted, machines) {
if (wanted.app.image)
return { from: 'reference', reference: wanted.app.image };
const built = machines.find(({ env }) => env[__import_0__.Wl.build] === wanted.buildDigest);
const reference = built && pinned(built.image);
return reference ? { from: 'reference', reference } : { from: 'dockerfile', path: 'Dockerfile.monitoring' };
}
function pinned(image) {
if (image.ref === '')
return undefined;
if (image.ref.includes('@') || image.digest === '')
return image.ref;
return `${image.ref}@${image.digest}`;
}
}),
54222: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
KH: () => (isAbout),
Or: () => (oldVersion),
Qi: () => (judgeMachines),
eD: () => (isOld),
m2: () => (runsImage)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(25739);
const AT_REST = new Set(['stopped', 'suspended', 'created', 'failed']);
function judgeMachines(expected, machines) {
const deployed = machines.filter((m) => m.releaseVersion !== undefined && isAbout(expected, m));
const reached = expected.isPartial ? deployed.filter((m) => !isOld(expected, m)) : [];
const concerned = reached.length > 0 ? reached : deployed;
if (concerned.length === 0)
return bad('fly-no-machines', `App ${expected.app} has no machines after the deploy.`, `\`flyctl machine list -a ${expected.app}\` and \`flyctl logs -a ${expected.app}\` may show why.`);
const groups = expected.isPartial ? [] : expected.groups;
const empty = groups?.find((group) => concerned.every((m) => m.processGroup !== group));
if (empty !== undefined)
return bad('fly-no-machines', `Process group ${empty} of app ${expected.app} has no machine after the deploy.`, `\`flyctl machine list -a ${expected.app}\` shows the machines that exist; deploy again.`);
const stale = concerned.find((m) => isOld(expected, m));
if (stale)
return { kind: 'bad', problem: oldVersion(expected, stale) };
const isWanted = (m) => !expected.mayStop || (expected.isDeployed && (0, __import_1__.r)(m) !== undefined);
const running = concerned.filter((m) => (!m.standby && isWanted(m)) || m.state === 'started');
const resting = running.filter((m) => AT_REST.has(m.state));
if (resting.length > 0)
return {
kind: 'waiting',
why: (0, __import_0__.p_)(resting.map((m) => `machine ${m.id} is ${m.state}`)),
start: resting.map((m) => m.id),
};
const unready = running.flatMap(whyNotReady);
return unready.length > 0 ? { kind: 'waiting', why: (0, __import_0__.p_)(unready), start: [] } : { kind: 'good' };
}
const isAbout = ({ only, ignore, processGroups }, { id, processGroup }) => (only === undefined || only.includes(id)) &&
(processGroups === undefined || processGroups.includes(processGroup)) &&
!ignore?.includes(id);
function isOld(expected, machine) {
const { release, isIdentified } = expected;
if (!isIdentified && release !== undefined && (machine.releaseVersion ?? 0) < release)
return true;
if (expected.imageRef !== undefined && !runsImage(machine, expected.imageRef))
return true;
return Object.entries(expected.env ?? {}).some(([name, value]) => machine.env[name] !== value);
}
function oldVersion(expected, machine) {
const { image, releaseVersion } = machine;
const { app, release } = expected;
const running = `${image.ref || `${image.repository}:${image.tag}`} of release ${releaseVersion}`;
return release !== undefined && (releaseVersion ?? 0) > release
? {
code: 'fly-replaced',
severity: 'error',
message: `Machine ${machine.id} of ${app} runs ${running}: another deploy has replaced release ${release} of this run.`,
hint: 'Let only one deploy run at a time (`concurrency:` in the workflow), and run again if this version is the right one.',
}
: {
code: 'fly-old-version',
severity: 'error',
message: `Machine ${machine.id} of ${app} still runs ${running} after the deploy${release === undefined ? '' : ` of release ${release}`}; Fly may have gone back to it because the new image could not be started.`,
hint: `See \`flyctl releases -a ${app}\` and \`flyctl logs -a ${app}\`, then deploy again.`,
};
}
function runsImage({ image }, reference) {
if (image.ref === reference)
return true;
const [name = '', digest] = reference.split('@');
if (digest)
return image.digest === digest || image.ref.endsWith(`@${digest}`);
const [path, tag] = splitTag(name);
return (path === image.repository || path.endsWith(`/${image.repository}`)) && tag === image.tag;
}
function splitTag(name) {
const colon = name.lastIndexOf(':');
return colon > name.lastIndexOf('/') ? [name.slice(0, colon), name.slice(colon + 1)] : [name, 'latest'];
}
function whyNotReady(machine) {
if (machine.state !== 'started')
return [`machine ${machine.id} is ${machine.state}`];
const failing = machine.checks.filter((check) => check.status !== 'passing');
if (failing.length > 0)
return failing.map((c) => `check ${c.name} of machine ${machine.id} is ${c.status}${c.output ? ` (${(0, __import_0__.TN)(c.output, 160)})` : ''}`);
const silent = machine.checksDefined - machine.checks.length;
return silent > 0 ? [`machine ${machine.id} has no result for ${silent} of its checks yet`] : [];
}
function bad(code, message, hint) {
return { kind: 'bad', problem: { code, severity: 'error', message, hint } };
}
}),
71018: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Bw: () => (obstacles),
KV: () => (describeMachines),
c0: () => (volumeWarnings)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(71541);
const obstacles = (wanted, replicas) => [
...machineProblems(wanted, replicas),
...volumeProblems(wanted, replicas),
];
const error = (code, message, hint) => [
{ code, severity: 'error', message, hint },
];
function machineProblems({ app: monitoring }, replicas) {
const { app, regions } = monitoring;
const others = replicas.others.machines;
if (others.length === 0)
return [];
const all = [...replicas.machines, ...others];
const found = `App ${app} has ${all.length} machines: ${describeMachines(all)}.`;
const destroy = `\`flyctl machine destroy ID -a ${app}\``;
if (regions.length === 1)
return error('fly-two-machines', `${found} Prometheus needs exactly one; with two its data is split.`, `Keep the one whose volume has the data and destroy the other: ${destroy}.`);
if ((0, __import_1__.EG)(monitoring))
return shardProblems(monitoring, all, others, destroy);
const placed = all.map(({ id, region }) => `${id} (${region})`);
if (all.length <= regions.length)
return error('fly-volume-region', `The machines of ${app} are ${(0, __import_0__.p_)(placed)}, and its replicas are to be in ${(0, __import_0__.p_)(regions)}; a machine with a volume cannot move.`, `Set \`monitoring.regions\` so that the region of each machine is in it, or destroy the machine manually: ${destroy}.`);
return error('fly-two-machines', `${found} \`monitoring.replicas\` is ${regions.length}, so it must have exactly ${regions.length}.`, `Destroy the one that was made manually: ${destroy}. Its volume stays; \`flyctl volumes list -a ${app}\` shows it.`);
}
function shardProblems({ app, groups }, all, others, destroy) {
const doubled = [...new Set(others.map(({ processGroup }) => processGroup))].map((group) => `${group}: ${describeMachines(all.filter((one) => one.processGroup === group))}`);
return error('fly-two-machines', `App ${app} has ${all.length} machines, and \`monitoring.shards\` is ${groups.length}: each of the process groups ${(0, __import_0__.p_)(groups)} must have exactly one. Too many are in ${doubled.join('; ')}.`, `Destroy what was made manually: ${destroy}. Its volume stays; \`flyctl volumes list -a ${app}\` shows it.`);
}
const describeMachines = (machines) => (0, __import_0__.p_)(machines.map((m) => `${m.id} (${m.state}, ${m.mounts[0]?.volume ?? 'no volume'})`));
function volumeProblems(wanted, replicas) {
const { app, region, regions, volume } = wanted.app;
const held = replicas.machines
.flatMap((m) => m.mounts)
.find((mount) => mount.name !== '' && mount.name !== volume.name);
if (held)
return error('fly-volume-renamed', `The machine of ${app} uses the volume ${held.volume} named ${held.name}, not ${volume.name}, and flyctl cannot replace the volume of a machine.`, `Set \`monitoring.volume.name: ${held.name}\`, or destroy the machine manually.`);
if (replicas.others.volumes.length > 0)
return error('fly-two-volumes', twoVolumes(wanted, replicas), twoVolumesHint(wanted, replicas));
const first = replicas.volumes.find((one) => !regions.includes(one.region));
if (first)
return error('fly-volume-region', `The volume ${first.id} (${volume.name}) of ${app}${usedBy(first, replicas.machines)} is in region ${first.region}, not ${region}, which is \`monitoring.region\`; a volume cannot move.`, `Set \`monitoring.region: ${first.region}\`. To move permanently, start with an empty volume: destroy the machine and the volume manually, then deploy again.`);
return [];
}
function twoVolumes(wanted, replicas) {
const { app, volume, regions } = wanted.app;
const named = [...replicas.volumes, ...replicas.others.volumes].map((v) => {
const holder = holderOf(v, replicas.machines);
return `${v.id} (${v.region}, ${v.sizeGb} GB, ${holder ? `attached to machine ${holder}` : 'not attached'})`;
});
const key = (0, __import_1__.EG)(wanted.app) ? 'shards' : 'replicas';
const many = regions.length === 1 ? '' : ` \`monitoring.${key}\` is ${regions.length} (${(0, __import_0__.p_)(regions)}).`;
return `App ${app} has ${named.length} volumes named ${volume.name}: ${(0, __import_0__.p_)(named)}.${many} A machine could use either of them.`;
}
function twoVolumesHint({ app: { app } }, replicas) {
const all = [...replicas.others.volumes, ...replicas.volumes];
const which = all.find((v) => !holderOf(v, replicas.machines))?.id ?? 'ID';
return `Keep the one with the data and destroy the other: \`flyctl volumes destroy ${which} -a ${app}\`.`;
}
function holderOf(volume, machines) {
return volume.machine ?? machines.find((m) => m.mounts.some((mount) => mount.volume === volume.id))?.id;
}
function usedBy(volume, machines) {
const holder = holderOf(volume, machines);
return holder === undefined ? '' : `, used by machine ${holder},`;
}
function volumeWarnings({ app }, { volumes, left }) {
const warning = (code, message, hint) => ({
...{ code, severity: 'warning', message, hint },
});
const larger = volumes
.filter(({ sizeGb }) => sizeGb > app.volume.sizeGb)
.map(({ sizeGb }) => warning('fly-volume-larger', `The volume of ${app.app} has ${sizeGb} GB, but the configuration says ${app.volume.sizeGb} GB; a volume cannot shrink.`, `Set \`monitoring.volume.size_gb: ${sizeGb}\`, so that the retention uses the whole volume.`));
const unused = left.map(({ id, region, sizeGb }) => warning('fly-volume-left', `The volume ${id} (${region}, ${sizeGb} GB) of ${app.app} has the samples of a replica or shard that is no longer configured. No machine uses it, and Fly charges for it.`, `Keep it, and a new one in ${region} uses it again; or destroy it with its samples: \`flyctl volumes destroy ${id} -a ${app.app}\`.`));
return [...larger.slice(0, 1), ...unused];
}
}),
36809: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
w: () => (planMonitoring)
});
var derived_password = __webpack_require__(21636);
var fly_names = __webpack_require__(69466);
var monitoring_app = __webpack_require__(56517);
var lib_text = __webpack_require__(94869);
var actions = __webpack_require__(62127);
var fly_addresses = __webpack_require__(66284);
var shards = __webpack_require__(61457);
var fly_image = __webpack_require__(13169);
var fly_state = __webpack_require__(71541);
;
function machineChanges(wanted, seen, before, hasOthers) {
const { machines } = seen;
const groups = hasOthers && { groups: [...new Set(wanted.app.groups)] };
if (machines.length === 0)
return [deployChange(wanted, undefined, 'There is no machine yet.', groups || {})];
const isOnly = wanted.app.regions.length === 1 && !hasOthers;
const ordered = machines.toSorted((a, b) => Number((0, fly_state.f5)(a)) - Number((0, fly_state.f5)(b)));
return ordered.flatMap((machine) => {
const reason = deployReason(wanted, seen, machine, before) ?? unhealthy(machine, seen.readAt);
if (reason)
return [deployChange(wanted, machine, reason, isOnly ? {} : { machine: idOf(machine) })];
if (machine.state === 'started')
return [];
const start = { kind: 'start-machines', app: wanted.app.app, machines: [machine.id] };
return [(0, actions.Q)(start, `Machine ${machine.id} is ${machine.state}.`, { owner: 'ours' })];
});
}
const idOf = ({ id, region }) => ({ id, region });
function deployChange(wanted, machine, reason, only = {}) {
const owner = machine && { owner: (0, fly_state.qb)(machine) ? 'ours' : 'unmanaged' };
const { app } = wanted.app;
return (0, actions.Q)({ kind: 'deploy', app, image: (0, fly_image.z)(wanted, machine ? [machine] : []), ...only }, reason, owner);
}
function deployReason(wanted, { secrets }, machine, before) {
const { digest } = wanted.app;
const { env } = machine;
const recorded = env[fly_state.Wl.digest];
if (recorded === undefined)
return `Machine ${machine.id} was not deployed by deploy-monitoring.`;
if (recorded !== digest)
return 'The configuration has changed since the last deploy.';
if (env[fly_state.Wl.replicas] !== (0, fly_state.NM)(wanted))
return `The ${(0, fly_state.EG)(wanted.app) ? 'shards' : 'replicas'} have changed.`;
if (!wanted.app.image && env[fly_state.Wl.build] !== wanted.buildDigest)
return 'The Dockerfile has changed since the image was built.';
const isBehind = secrets && env[fly_state.Wl.secrets] !== (0, fly_state.RT)(wanted, secrets);
if (isBehind || before.some(({ action }) => action.kind === 'stage-secrets'))
return 'A machine gets new secrets only by a deploy.';
if (machine.mounts.length === 0)
return `Machine ${machine.id} has no volume.`;
return undefined;
}
const STARTING_MS = 2 * 60_000;
function unhealthy(machine, readAt = Number.POSITIVE_INFINITY) {
const bad = machine.checks.filter((check) => check.status !== 'passing');
const isStarting = readAt - Date.parse(machine.updatedAt) < STARTING_MS;
if (machine.state !== 'started' || bad.length === 0 || isStarting)
return undefined;
return `Machine ${machine.id} is not healthy: ${(0, lib_text.p_)(bad.map((c) => `check ${c.name} is ${c.status}`))}.`;
}
function shardChanges(wanted, seen, before, missing) {
const due = seen.machines.flatMap((machine) => {
const reason = deployReason(wanted, seen, machine, before) ?? unhealthy(machine, seen.readAt);
return reason === undefined ? [] : [{ machine, reason }];
});
const groups = wanted.app.groups.filter((group) => missing.some((one) => one.group === group) ||
due.some(({ machine }) => (0, shards.nz)(machine.processGroup) === (0, shards.nz)(group)));
const [first] = due;
const reason = first?.reason ?? noMachine(wanted, missing);
const deployed = groups.length > 0 ? [deployChange(wanted, first?.machine, reason, { groups })] : [];
const started = seen.machines
.filter((machine) => machine.state !== 'started' && due.every((one) => one.machine !== machine))
.map(({ id, state }) => (0, actions.Q)({ kind: 'start-machines', app: wanted.app.app, machines: [id] }, `Machine ${id} is ${state}.`, {
owner: 'ours',
}));
return [...deployed, ...started];
}
const noMachine = ({ app: { groups } }, missing) => missing.length === groups.length
? 'There is no machine yet.'
: `${(0, lib_text.p_)(missing.map(({ group }) => (0, lib_text.Iu)((0, shards.Z4)((0, shards.nz)(group), groups.length))))} ${missing.length === 1 ? 'has' : 'have'} no machine.`;
var obstacles = __webpack_require__(71018);
var fly_replicas = __webpack_require__(20807);
;
function diffMonitoring(wanted, state) {
const current = state ?? { machines: [], volumes: [] };
const replicas = (0, fly_replicas.sw)(wanted, current);
const problems = (0, obstacles.Bw)(wanted, replicas);
if (problems.length > 0)
return { changes: [], warnings: [], problems };
const seen = { ...current, machines: replicas.machines };
const before = [
...(state ? [] : [createApp(wanted)]),
...removals(wanted, replicas),
...volumeChanges(wanted, replicas),
...(seen.addresses ? addressChanges(wanted.app, seen.addresses) : []),
...secretChanges(wanted, seen),
];
const changes = [
...before,
...((0, fly_state.EG)(wanted.app)
? shardChanges(wanted, seen, before, replicas.missing)
: [
...machineChanges(wanted, seen, before, replicas.surplus.length > 0),
...replicasAdded(wanted, replicas),
]),
...machinesRemoved(wanted, replicas),
...firstAddresses(wanted, seen),
];
return { changes, warnings: (0, obstacles.c0)(wanted, replicas), problems };
}
const createApp = ({ app: { app, organization } }) => (0, actions.Q)({ kind: 'create-app', app, organization }, 'The app does not exist yet.');
function removals({ app: { app, regions } }, { doubles }) {
const exactly = regions.length === 1 ? 'one' : String(regions.length);
const since = `A repeated request or two runs at once made it; Prometheus needs exactly ${exactly}.`;
return [
...doubles.machines.map(({ id }) => (0, actions.Q)({ kind: 'remove-machine', app, id }, since, { owner: 'ours' })),
...doubles.volumes.map((id) => (0, actions.Q)({ kind: 'remove-volume', app, id }, since, { owner: 'ours' })),
];
}
function volumeChanges(wanted, { volumes, missingVolumes }) {
const { app, volume, regions } = wanted.app;
const { name, sizeGb } = volume;
const what = (0, fly_state.EG)(wanted.app) ? 'a shard' : 'the replica';
const ofReplica = (region) => (regions.length === 1 ? '' : ` for ${what} in ${region}`);
const created = missingVolumes.map((region) => (0, actions.Q)({ kind: 'create-volume', app, name, region, sizeGb }, `The volume ${name}${ofReplica(region)} does not exist yet.`));
const extended = volumes
.filter((one) => one.sizeGb < sizeGb)
.map((one) => (0, actions.Q)({ kind: 'extend-volume', app, id: one.id, sizeGb }, `The volume has ${one.sizeGb} GB; the configuration asks for ${sizeGb} GB.`, { owner: 'ours' }));
return [...created, ...extended];
}
function replicasAdded({ app: { app, regions } }, replicas) {
const { machines, missing } = replicas;
const added = machines.length === 0 ? missing.slice(1) : missing;
return added.map(({ region }) => (0, actions.Q)({ kind: 'add-machine', app, region }, `${regions.length} replicas are configured; the one in ${region} has no machine yet.`));
}
const machinesRemoved = ({ app: { app } }, { surplus }) => surplus.map(({ id, mounts }) => (0, actions.Q)({ kind: 'remove-machine', app, id, keeps: mounts[0]?.volume ?? 'none' }, 'This replica or shard is no longer configured. What is on its volume stays there, and nothing uses it then.', { owner: 'ours' }));
function addressChanges({ app, access }, addresses) {
if (access === 'private')
return addresses
.filter(({ kind }) => kind === 'public')
.map(({ address }) => (0, actions.Q)({ kind: 'release-address', app, address }, '`monitoring.access` is private: Prometheus must not have a public address.'));
const why = (version) => `Prometheus must be reachable over public HTTPS, but the app has no public IPv${version} address.`;
return (0, fly_addresses.pk)(addresses).map((address) => (0, actions.Q)({ kind: 'allocate-address', app, address }, why(address === 'v6' ? 6 : 4)));
}
function firstAddresses({ app: { app, access } }, { machines }) {
if (machines.length > 0 || access === 'private')
return [];
const reason = 'flyctl allocates them on the first deploy, but does not report when that fails.';
return [(0, actions.Q)({ kind: 'ensure-addresses', app }, reason)];
}
function secretChanges(wanted, seen) {
const names = wanted.app.secrets.map((s) => s.name);
const reason = names.length > 0 ? secretsReason(wanted, seen) : undefined;
if (reason === undefined)
return [];
const owner = seen.secrets && { owner: 'ours' };
return [(0, actions.Q)({ kind: 'stage-secrets', app: wanted.app.app, names }, reason, owner)];
}
const NEW_PASSWORD = ' Prometheus runs without this password so far: what reads it, such as a data source in Grafana, needs the user `prometheus` and the password from now on.';
function secretsReason(wanted, seen) {
const names = wanted.app.secrets.map((s) => s.name);
if (!seen.secrets)
return `The machine needs ${(0, lib_text.U9)(names.length, 'secret')}.`;
const { secrets } = seen;
const unset = names.filter((name) => !secrets.some((s) => s.name === name));
const isOpen = seen.machines.length > 0 && unset.includes(monitoring_app.Nm);
if (unset.length > 0)
return `${(0, lib_text.U9)(unset.length, 'secret')} not set at Fly yet: ${(0, lib_text.p_)(unset)}.${isOpen ? NEW_PASSWORD : ''}`;
const records = seen.machines.map(({ env }) => env[fly_state.Wl.secrets]);
if (records.includes((0, fly_state.RT)(wanted, secrets)))
return undefined;
const [recorded] = records;
if (recorded === undefined)
return 'The machine has no record of the values of the secrets.';
return recorded.startsWith(`${wanted.secretsDigest}:`)
? 'A secret was changed at Fly since the last deploy by this action.'
: 'The value of a secret has changed.';
}
var observe = __webpack_require__(51104);
var refusals = __webpack_require__(13439);
;
async function planMonitoring(order, { flyctl, resolves }) {
const { desired, buildDigest } = order;
const values = desired.secrets.flatMap((s) => [s.name, s.value]);
const secretsDigest = (0, derived_password.rD)(flyctl.token, ['secrets', ...values]);
const wanted = { app: desired, secretsDigest, buildDigest };
try {
const state = await (0, observe.Je)(desired, flyctl);
const first = diffMonitoring(wanted, state);
if (!state || state.machines.length === 0 || first.problems.length > 0)
return { wanted, state, ...first };
const isReachable = async () => (await resolves((0, fly_names.mh)(desired.app))) === (desired.access !== 'private');
if (!needsAddresses(first) && (await isReachable()))
return { wanted, state, ...first };
const complete = await (0, observe.zp)(state, desired, flyctl);
return { wanted, state: complete, ...diffMonitoring(wanted, complete) };
}
catch (error) {
return { wanted, state: undefined, changes: [], warnings: [], problems: (0, refusals.GW)(error) };
}
}
const needsAddresses = ({ changes }) => changes.some(({ action }) => action.kind !== 'start-machines');
}),
20807: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e1: () => (assignMachines),
f1: () => (attachedFirst),
kp: () => (assign),
sw: () => (arrangeReplicas)
});
var __import_2__ = __webpack_require__(61457);
var __import_0__ = __webpack_require__(47790);
var __import_1__ = __webpack_require__(71541);
function arrangeReplicas(wanted, state) {
const { taken, rest, open } = assignMachines(wanted.app, state.machines);
const surplus = rest.filter((one) => wasReplica(one, wanted, state));
const twins = (0, __import_0__.AE)(taken, rest.filter((one) => !surplus.includes(one)));
const volumes = arrangeVolumes(wanted, state, { machines: taken, missing: open, surplus, twins });
return {
machines: taken,
missing: open,
surplus,
...volumes,
others: {
machines: rest.filter((one) => !twins.includes(one) && !surplus.includes(one)),
volumes: volumes.others,
},
doubles: { machines: twins, volumes: volumes.doubles },
};
}
const attachedFirst = (volumes) => (0, __import_0__.jI)(volumes).toSorted((a, b) => Number((0, __import_0__.lg)(b)) - Number((0, __import_0__.lg)(a)));
function assign(regions, all, isSingle = regions.length === 1) {
const arranged = { taken: [], rest: [...all], open: [] };
for (const region of regions) {
const found = arranged.rest.findIndex((one) => one.region === region);
const at = found < 0 && isSingle && arranged.rest.length > 0 ? 0 : found;
const [one] = at < 0 ? [] : arranged.rest.splice(at, 1);
if (one)
arranged.taken.push(one);
else
arranged.open.push(region);
}
return arranged;
}
function assignMachines({ regions, groups }, machines) {
const arranged = { taken: [], rest: [], open: [] };
const byShard = Map.groupBy((0, __import_0__.jI)(machines), ({ processGroup }) => (0, __import_2__.nz)(processGroup));
for (const group of new Set(groups)) {
const shard = (0, __import_2__.nz)(group);
const places = regions.filter((_, i) => groups[i] === group);
const { taken, rest, open } = assign(places, byShard.get(shard) ?? []);
arranged.taken.push(...taken);
arranged.rest.push(...rest);
arranged.open.push(...open.map((region) => ({ region, group })));
byShard.delete(shard);
}
arranged.rest.push(...[...byShard.values()].flat());
return arranged;
}
function wasReplica(machine, wanted, state) {
const recordOf = ({ env }) => env[__import_1__.Wl.replicas];
const record = recordOf(machine);
if (record === undefined || record === (0, __import_1__.NM)(wanted))
return false;
return state.machines.filter((one) => recordOf(one) === record).length <= record.split(',').length;
}
const mountsOf = (machines) => machines.flatMap(({ mounts }) => mounts.map(({ volume }) => volume));
function arrangeVolumes(wanted, state, { machines, missing, surplus, twins, }) {
const theirs = mountsOf(twins);
const named = (0, __import_1__.v3)(wanted, state).filter(({ id }) => !theirs.includes(id));
const used = named.filter(({ id }) => mountsOf(machines).includes(id));
const isFree = (one) => !mountsOf(state.machines).includes(one.id);
const without = machines.filter(({ mounts }) => mounts.length === 0).map(({ region }) => region);
const isBusy = machines.length > 0 && without.length + missing.length === 0;
const { taken, open } = isBusy
? { taken: [], open: [] }
: assign([...without, ...missing.map(({ region }) => region)], attachedFirst(named.filter(isFree)), wanted.app.regions.length === 1);
const kept = [...used, ...taken];
const spare = named.filter((one) => !kept.includes(one));
const mayHoldData = state.machines.length === 0 && state.wasDeployed !== false;
const left = spare.filter(({ id }) => mountsOf(surplus).includes(id) ||
state.machines.some(({ env }) => env[__import_1__.Wl.left]?.split(',').includes(id)));
const doubles = mayHoldData
? []
: (0, __import_0__.nw)(kept, spare.filter((one) => !left.includes(one)));
return {
volumes: kept,
missingVolumes: open,
left,
doubles: [...theirs, ...doubles.map(({ id }) => id)],
others: spare.filter((one) => !doubles.includes(one) && !left.includes(one) && !mountsOf(state.machines).includes(one.id)),
};
}
})
};
