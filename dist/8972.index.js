export const id = 8972;
export const ids = [8972, 4892, 662];
export const modules = {
15374: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
ug: () => (parseAddresses),
f$: () => (parseAllMachines),
Bw: () => (parseEmittedRelease),
V4: () => (parseLogLines),
WJ: () => (parseMachines),
Yq: () => (parseReleases),
dC: () => (parseSecrets),
wM: () => (parseVolume),
Xw: () => (parseVolumes)
});
var dist = __webpack_require__(77934);
var json_value = __webpack_require__(91060);
;
const ifReadable = (part) => dist.lqM(dist.NpB(dist.cl6(part), undefined));
const comparedConfig = dist.Ikc({
guest: ifReadable(dist.Ikc({ cpu_kind: dist.YjP(), cpus: dist.aig(), memory_mb: dist.aig() })),
init: ifReadable(dist.Ikc({ cmd: dist.cl6(dist.YOg(dist.YjP())) })),
files: ifReadable(dist.YOg(dist.Ikc({
guest_path: dist.YjP(),
raw_value: dist.cl6(dist.YjP()),
secret_name: dist.cl6(dist.YjP()),
}))),
});
function comparedParts({ guest, init, files, }) {
return {
...(guest && {
guest: { cpuKind: guest.cpu_kind, cpus: guest.cpus, memoryMb: guest.memory_mb },
}),
...(init?.cmd && { command: init.cmd }),
...(files && {
files: files.map(({ guest_path, raw_value, secret_name }) => ({
guestPath: guest_path,
...(typeof raw_value === 'string' && { text: Buffer.from(raw_value, 'base64').toString('utf8') }),
...(typeof secret_name === 'string' && { secret: secret_name }),
})),
}),
};
}
const scrapedConfig = dist.cl6(dist.Ikc({ port: dist.aig(), path: dist.cl6(dist.YjP()), https: dist.cl6(dist.zMY(), false) }));
const scrapeOf = ({ port, path, https, }) => ({
...{ port, path: path || '/metrics', https: https === true },
});
;
const answers_text = dist.cl6(dist.YjP());
const list = (item, json) => dist.qgA(dist.mee(dist.YOg(item)), json) ?? [];
const machineJson = dist.Ikc({
id: dist.YjP(),
name: answers_text,
state: dist.YjP(),
region: answers_text,
private_ip: answers_text,
created_at: answers_text,
updated_at: answers_text,
image_ref: dist.cl6(dist.Ikc({ registry: answers_text, repository: answers_text, tag: answers_text, digest: answers_text })),
config: dist.cl6(dist.Ikc({
...comparedConfig.entries,
env: dist.cl6(dist.g1P(dist.YjP(), dist.YjP())),
image: answers_text,
metadata: dist.cl6(dist.g1P(dist.YjP(), dist.YjP())),
standbys: dist.cl6(dist.YOg(dist.YjP())),
metrics: scrapedConfig,
checks: dist.cl6(dist.g1P(dist.YjP(), dist.L5J())),
services: dist.cl6(dist.YOg(dist.Ikc({ checks: dist.cl6(dist.YOg(dist.L5J())), ports: dist.cl6(dist.YOg(dist.L5J())) }))),
mounts: dist.cl6(dist.YOg(dist.Ikc({ volume: answers_text, name: answers_text, path: answers_text, size_gb: dist.cl6(dist.aig()) }))),
})),
checks: dist.cl6(dist.YOg(dist.Ikc({ name: dist.YjP(), status: dist.YjP(), output: answers_text }))),
events: dist.cl6(dist.YOg(dist.L5J())),
});
const flag = dist.cl6(dist.zMY(), false);
const exitEvent = dist.Ikc({
type: dist.euz('exit'),
request: dist.Ikc({
exit_event: dist.Ikc({
exit_code: dist.cl6(dist.aig(), 0),
oom_killed: flag,
requested_stop: flag,
}),
restart_count: dist.cl6(dist.aig(), 0),
}),
});
const TEMPORARY_GROUPS = new Set([
'fly_app_release_command',
'fly_app_test_machine_command',
'fly_app_console',
]);
function parseAllMachines(json, app) {
const all = list(machineJson, json).map((raw) => machine(raw, app));
const existing = all.filter(({ state }) => !/^destroy/.test(state));
const isTemporary = ({ processGroup }) => TEMPORARY_GROUPS.has(processGroup);
return { machines: existing.filter((m) => !isTemporary(m)), temporary: existing.filter(isTemporary) };
}
const parseMachines = (json, app) => parseAllMachines(json, app).machines;
function machine(raw, app) {
const metadata = raw.config?.metadata ?? {};
const release = Number(metadata.fly_release_version);
return {
id: raw.id,
app,
region: raw.region ?? '',
state: raw.state,
createdAt: raw.created_at ?? '',
updatedAt: raw.updated_at ?? '',
...exitOf(raw),
isPublic: (raw.config?.services ?? []).some(({ ports }) => (ports ?? []).length > 0),
privateIp: raw.private_ip ?? '',
processGroup: metadata.fly_process_group ?? metadata.process_group ?? 'app',
...(metadata.fly_platform_version === 'v2' && Number.isInteger(release) && { releaseVersion: release }),
image: {
ref: raw.config?.image ?? '',
repository: raw.image_ref?.repository ?? '',
tag: raw.image_ref?.tag ?? '',
digest: raw.image_ref?.digest ?? '',
},
env: raw.config?.env ?? {},
checks: (raw.checks ?? []).map((c) => ({ name: c.name, status: c.status, output: c.output ?? '' })),
checksDefined: definedChecks(raw),
mounts: (raw.config?.mounts ?? []).map((m) => ({
volume: m.volume ?? '',
name: m.name ?? '',
path: m.path ?? '',
...(typeof m.size_gb === 'number' && { sizeGb: m.size_gb }),
})),
...(metadata.fly_flyctl_bluegreen_launch_id && { launch: metadata.fly_flyctl_bluegreen_launch_id }),
...(metadata.fly_canary === 'true' && { isCanary: true }),
standby: (raw.config?.standbys ?? []).length > 0,
...(raw.config?.metrics && { metrics: scrapeOf(raw.config.metrics) }),
...comparedParts(raw.config ?? {}),
};
}
const beginning = dist.Ikc({ type: dist.KIO(['launch', 'update']) });
function exitOf({ events }) {
for (const event of events ?? []) {
if (dist.is(beginning, event))
return {};
const { success, output } = dist.xLC(exitEvent, event);
if (!success)
continue;
const { exit_event, restart_count } = output.request;
const { exit_code: code, oom_killed: oom, requested_stop: requested } = exit_event;
return { exit: { code, oom, requested, restarts: restart_count } };
}
return {};
}
function definedChecks({ config }) {
const ofServices = (config?.services ?? []).map((service) => (service.checks ?? []).length);
return ofServices.reduce((sum, n) => sum + n, Object.keys(config?.checks ?? {}).length);
}
const volumeJson = dist.Ikc({
id: dist.YjP(),
name: dist.YjP(),
state: dist.YjP(),
size_gb: dist.aig(),
region: dist.YjP(),
attached_machine_id: answers_text,
created_at: answers_text,
});
function parseVolume(json) {
const raw = dist.qgA(volumeJson, json);
return {
id: raw.id,
name: raw.name,
region: raw.region,
state: raw.state,
sizeGb: raw.size_gb,
createdAt: raw.created_at ?? '',
...(raw.attached_machine_id && { machine: raw.attached_machine_id }),
};
}
function parseVolumes(json) {
return list(dist.L5J(), json)
.map(parseVolume)
.filter(({ state }) => !/destroy/.test(state));
}
function parseSecrets(json) {
return list(dist.Ikc({ name: dist.YjP(), digest: dist.YjP() }), json);
}
const addressJson = dist.Ikc({ Address: dist.YjP(), Type: dist.YjP(), CreatedAt: answers_text });
function parseAddresses(json) {
return list(addressJson, json).map((raw) => ({
address: raw.Address,
createdAt: raw.CreatedAt ?? '',
kind: /^egress/.test(raw.Type) ? 'egress' : /^private/.test(raw.Type) ? 'private' : 'public',
version: raw.Type.endsWith('v4') ? 4 : 6,
}));
}
const releaseJson = dist.Ikc({ version: dist.aig(), image_ref: dist.YjP() });
function parseEmittedRelease(stdout) {
for (const line of stdout.split('\n').reverse()) {
if (!line.startsWith('{"'))
continue;
const parsed = dist.xLC(releaseJson, (0, json_value._D)(line));
if (parsed.success)
return { version: parsed.output.version, imageRef: parsed.output.image_ref };
}
return undefined;
}
const logLine = dist.Ikc({ message: dist.YjP() });
function parseLogLines(stdout) {
return stdout.split(/\n(?=\{)/).flatMap((text) => {
const parsed = dist.xLC(logLine, (0, json_value._D)(text));
return parsed.success ? [parsed.output.message] : [];
});
}
const releaseRow = dist.Ikc({
Version: dist.aig(),
Status: answers_text,
ImageRef: answers_text,
CreatedAt: dist.FsL(dist.YjP(), dist.ayB()),
});
function parseReleases(json) {
return list(releaseRow, json)
.map((row) => ({
version: row.Version,
status: row.Status ?? '',
imageRef: row.ImageRef ?? '',
createdAt: row.CreatedAt,
}))
.sort((a, b) => b.version - a.version);
}
}),
31411: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
pV: () => (createFlyctl),
xt: () => (flyctlError),
Wp: () => (parseAnswer)
});
var promises_ = __webpack_require__(51455);
var external_node_path_ = __webpack_require__(76760);
var external_node_timers_promises_ = __webpack_require__(58500);
var errors = __webpack_require__(61469);
var fly_token = __webpack_require__(89977);
var json_value = __webpack_require__(91060);
var lib_process = __webpack_require__(70662);
var redact = __webpack_require__(67209);
var environment = __webpack_require__(69547);
var lib_text = __webpack_require__(94869);
;
const ACCESS_ERRORS = [
{
code: 'fly-proxy',
when: /[A-Z][a-z]+ "https?:[^"]*": (Proxy Authentication Required|Forbidden|Method Not Allowed)$/m,
what: (found) => `The proxy of this machine (HTTPS_PROXY) refuses to connect to Fly (${found[1]}).`,
hint: 'Allow api.fly.io, api.machines.dev and registry.fly.io on the proxy; if it asks for credentials, set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT, percent-encoded.',
},
{
code: 'fly-network',
when: /\bproxyconnect\b|[A-Z][a-z]+ "https?:[^"]*": (?:Bad Gateway|Service Unavailable|Gateway Timeout)$/m,
retry: true,
what: () => 'The proxy of this machine (HTTPS_PROXY) could not be reached, or could not connect to Fly.',
hint: 'Correct HTTPS_PROXY, or unset it if this machine can reach Fly without a proxy.',
},
{
code: 'fly-token-missing',
when: /no access token available/,
what: () => 'flyctl found no token.',
hint: 'Set FLY_API_TOKEN to a token from `flyctl tokens create org` or `flyctl tokens create deploy`.',
},
{
code: 'fly-token-rejected',
when: /You must be authenticated to view this|not authenticated|invalid token|token (?:is |has )?expired/i,
what: () => 'Fly does not accept the token: it is wrong, expired or revoked.',
hint: 'Create a new one (`flyctl tokens create org`) and store it as FLY_API_TOKEN, without quotes around it.',
},
{
code: 'fly-token-too-narrow',
when: /\bunauthorized\b|Not authorized to access|\(status 40[13]\)|permission denied by policy/i,
what: (_, app) => `The Fly token may not do this on app ${app}.`,
hint: (_, app) => `Use a token that may deploy ${app}: \`flyctl tokens create org\`, or a deploy token of each app (\`flyctl tokens create deploy -a ${app}\`), several joined by a comma. Read-only tokens can only verify.`,
},
{
code: 'fly-app-missing',
when: /Could not find App|app not found/i,
what: (_, app) => `App ${app} does not exist at Fly, or the token cannot access it.`,
hint: (_, app) => `Check the name and the token's organization. Create a missing app once with \`flyctl apps create ${app}\`.`,
},
{
code: 'fly-app-taken',
when: /Name has already been taken/,
what: (_, app) => `The name ${app} is taken by an app that this token cannot see.`,
hint: 'App names are unique across all of Fly. Choose another name, or use a token of the organization that owns it.',
},
{
code: 'fly-app-name',
when: /Name may only contain|Name is (?:invalid|too long)/,
what: (_, app) => `Fly refuses the app name ${app}.`,
hint: 'Use lowercase letters, digits and dashes.',
},
{
code: 'fly-organization',
when: /organization (\S+) not found/,
what: (found) => `Organization ${found[1]} does not exist, or the token cannot access it.`,
hint: 'Set `monitoring.organization` to its slug, as `flyctl orgs list` shows it, and use a token of that organization; app tokens can neither access organizations nor create apps.',
},
{
code: 'fly-organization',
when: /org slug must be specified/,
what: () => 'The app does not exist, and flyctl does not know in which organization to create it.',
hint: 'Set `monitoring.organization`.',
},
{
code: 'fly-app-unnamed',
when: /the config for your app is missing an app name/,
what: () => 'The Fly configuration does not name an app.',
hint: 'Add `app = "\u2026"` to it.',
},
];
;
const API_ERRORS = [
{
code: 'fly-config-dir',
when: /failed creating config directory/,
what: () => 'flyctl could not create its configuration folder.',
hint: "Make the runner's temporary folder (RUNNER_TEMP) writable.",
},
{
code: 'fly-flyctl-version',
when: /unknown (?:flag|command|shorthand flag)/,
what: () => 'This flyctl does not support a command or flag that is needed.',
hint: 'Update flyctl, or remove it from PATH so that a tested version is downloaded.',
},
{
code: 'fly-rate-limited',
when: /rate limit|too many requests|(?:status|code|error|fault|http):? 429\b/i,
retry: true,
what: () => 'Fly limits the rate of requests, and rejected the retries as well.',
hint: 'Run again in a minute; fewer deploys at the same time help.',
},
{
code: 'fly-api',
when: /(?:status|code|error|fault|http):? 5\d\d\b|internal server error|bad gateway|service unavailable|gateway timeout|decoding response: /i,
retry: true,
what: () => "Fly's API failed.",
hint: 'See https://status.flyio.net and run again: existing resources are reused, nothing is created twice.',
},
{
code: 'fly-network',
when: /connection refused|connection reset|no such host|network is unreachable|no route to host|i\/o timeout|TLS handshake|x509|\bEOF$|deadline exceeded/i,
retry: true,
what: () => "Fly's API could not be reached.",
hint: 'Check that this machine can reach api.fly.io and api.machines.dev.',
},
];
;
const ONE_DEPLOY = 'Let only one deploy run at a time (`concurrency:` in the workflow) and run again: existing resources are reused, nothing is created twice.';
;
const DEPLOY_ERRORS = [
{
code: 'fly-image-missing',
when: /Could not find image "?([^"\s]+)"?/,
what: (found) => `Fly cannot find the image ${found[1]}.`,
hint: 'Check name, tag and digest; a private image must be in registry.fly.io.',
},
{
code: 'fly-builder',
when: /ensure depot builder failed|remote builder|builder .*(?:unavailable|unreachable)|failed to (?:connect|dial) .*build/i,
retry: true,
what: () => "Fly's remote builder is not available.",
hint: 'Run again later, or set `image` to an image that is built already.',
},
{
code: 'fly-build',
when: /error building:|dockerfile '[^']*' not found|does not have a Dockerfile/,
what: () => 'The image could not be built.',
hint: "The build's own output is in the log above; `flyctl deploy` by hand shows the same.",
},
{
code: 'fly-release-command',
when: /release command failed - aborting deployment\. machine \w+ exited with non-zero status of (\d+)/,
what: (found) => `The release command ended with exit code ${found[1]}; no machine was changed.`,
hint: 'Its output is in the log above. It is not run again by itself, because it may have done a part of its work: correct it and deploy again.',
},
{
code: 'fly-release-command',
when: /release command failed - aborting deployment\. .*timeout reached waiting for machine's state/,
what: () => 'The release command did not end in time; no machine was changed.',
hint: (_, app) => `\`flyctl logs -a ${app}\` may show why; a longer command needs \`release_command_timeout\` under [deploy]. It is not run again by itself, because it may have done a part of its work.`,
},
{
code: 'fly-file-missing',
when: /could not read file (.+?): open/,
what: (found) => `[[files]] names ${found[1]}, which does not exist.`,
hint: '`local_path` is relative to the folder of the Fly configuration.',
},
{
code: 'fly-config-missing',
when: /config file not found at specified path/,
what: () => 'The Fly configuration does not exist.',
hint: 'Check `config` of the app.',
},
{
code: 'fly-config-missing',
when: /could not create a fly\.toml from any machines/,
what: (_, app) => `App ${app} was never deployed and has no Fly configuration.`,
hint: 'Check `config` of the app.',
},
{
code: 'fly-config-invalid',
when: /failed loading app config|App configuration is not valid|strict validation failed|(?<!decoding response: json: )cannot unmarshal/,
what: () => 'flyctl does not accept the Fly configuration.',
hint: '`flyctl config validate --strict` shows each finding.',
},
{
code: 'fly-release',
when: /failed to create release \(status 5\d\d\)/,
retry: true,
what: () => "Fly's API failed before anything was deployed.",
hint: 'See https://status.flyio.net and run again.',
},
{
code: 'fly-health',
when: /wait timeout\ncould not get all green machines to be healthy/,
anywhere: true,
what: () => 'The health checks of the new machines did not pass in time (bluegreen); flyctl has removed them, and the machines of before keep running.',
hint: (_, app) => `See \`flyctl logs -a ${app}\`; correct the cause and deploy again.`,
},
{
code: 'fly-start-timeout',
when: /wait timeout\ncould not get all green machines into started state/,
anywhere: true,
what: () => 'The new machines did not start in time (bluegreen); flyctl has removed them, and the machines of before keep running.',
hint: (_, app) => `See \`flyctl logs -a ${app}\`; correct the cause and deploy again.`,
},
{
code: 'fly-health',
when: /timeout reached waiting for health checks to pass for machine (\w+)/,
what: (found) => `The health checks of machine ${found[1]} did not pass in time.`,
hint: (_, app) => `See \`flyctl checks list -a ${app}\` and \`flyctl logs -a ${app}\`.`,
},
{
code: 'fly-crash',
when: /smoke checks for (\w+) failed: the app appears to be crashing/,
what: (found) => `The program on machine ${found[1]} crashes after its start.`,
hint: (_, app) => `\`flyctl logs -a ${app}\` shows why.`,
},
{
code: 'fly-start-timeout',
when: /timeout reached waiting for machine's state to change/,
what: () => 'A machine did not start in time, or its program ended at once.',
hint: (_, app) => `\`flyctl logs -a ${app}\` shows why; a slow start needs a longer \`timeout\`.`,
},
{
code: 'fly-lease',
when: /lease currently held by (.*), expires at (\S+)/,
what: (found) => `Another deploy is working on the machine (${found[1]}, until ${found[2]}).`,
hint: ONE_DEPLOY,
},
{
code: 'fly-image-pull',
when: /(?:failed|unable) to pull image|failed to get manifest|manifest unknown/i,
what: () => 'Fly could not pull the image of the machine.',
hint: 'Check that the image still exists in its registry and is not private; deploy again to push it anew.',
},
{
code: 'fly-capacity',
when: /lack of capacity|insufficient resources|no capacity/i,
what: () => 'Fly has no capacity for the machine on its host or in its region.',
hint: 'Try again later, or choose another region.',
},
];
;
const RESOURCE_ERRORS = [
{
code: 'fly-region',
when: /region (\S+) not found|region code must be specified/,
what: (found) => (found[1] ? `Region ${found[1]} does not exist at Fly.` : 'A region is needed.'),
hint: 'Set `monitoring.region` to a code from `flyctl platform regions`.',
},
{
code: 'fly-volume-region',
when: /needs an unattached volume named '([^']*)' in region '([^']*)'/,
what: (found) => `Region ${found[2]} has no free volume ${found[1]}; a volume cannot move to another region.`,
hint: 'Set the region to that of the volume (`flyctl volumes list`), or create one there.',
},
{
code: 'fly-volume-missing',
when: /requires an unattached '([^']*)' volume|needs volumes with name '([^']*)'/,
what: (found) => `The machine needs a volume ${found[1] ?? found[2]} that does not exist.`,
hint: 'Create it with `flyctl volumes create`, in the region of the machine.',
},
{
code: 'fly-volume-attached',
when: /volume (\S+) is already attached to machine (\S+)/,
what: (found) => `Volume ${found[1]} is attached to machine ${found[2]}, which was created in the meantime.`,
hint: ONE_DEPLOY,
},
{
code: 'fly-volume-in-use',
when: /volume is currently bound to machine: (\S+)/,
what: (found) => `Machine ${found[1]} uses the volume.`,
hint: ONE_DEPLOY,
},
{
code: 'fly-volume-renamed',
when: /can't update the attached volume/,
what: () => 'The machine has a volume with another name, and flyctl cannot swap the volume of a machine.',
hint: 'Use the name that `flyctl volumes list` shows for the attached volume.',
},
{
code: 'fly-volume-detached',
when: /has a volume mounted but app config does not specify a volume/,
anywhere: true,
what: () => 'The machine has a volume, but the Fly configuration has no [mounts] for it.',
hint: 'Add the [mounts] section back, or destroy the machine by hand if its data is not needed.',
},
{
code: 'fly-confirmation',
when: /yes flag must be specified/,
what: () => 'flyctl asked for a confirmation, which a run cannot give.',
hint: 'Run the same command by hand once to see the question.',
},
{
code: 'fly-secret-missing',
when: /secret (\S+) not found/,
what: (found) => `The machine needs the secret ${found[1]}, which is not set.`,
hint: 'Set it with `flyctl secrets set --stage`; a secret for [[files]] must hold base64.',
},
{
code: 'fly-secret-name',
when: /invalid secret name/,
what: () => 'Fly refuses the name of a secret.',
hint: 'Use letters, digits and underscores.',
},
{
code: 'fly-secret-format',
when: /Failed to parse secrets from stdin|requires at least one SECRET=VALUE pair/,
what: () => 'flyctl could not read the secrets that were passed to it.',
hint: 'This is a bug of deploy-monitoring, or this flyctl reads secrets differently: please report it.',
},
];
;
const KNOWN_ERRORS = [
...ACCESS_ERRORS,
...RESOURCE_ERRORS,
...DEPLOY_ERRORS,
...API_ERRORS,
];
var output = __webpack_require__(18889);
;
function explainFailure(failed) {
const said = (0, output.kc)(failed.stderr);
const ended = stopped(failed);
if (ended)
return problem(failed, {
...ended,
said: undefined,
...(ended.code === 'fly-deadline' && { retry: true }),
});
const everything = `${(0, output.K1)(failed.stdout)}\n${(0, output.K1)(failed.stderr)}`;
for (const known of KNOWN_ERRORS) {
const found = known.when.exec(known.anywhere ? everything : (said ?? ''));
if (!found)
continue;
const hint = typeof known.hint === 'string' ? known.hint : known.hint(found, failed.app);
return problem(failed, {
code: known.code,
what: known.what(found, failed.app),
hint,
said,
retry: known.retry,
});
}
const last = (0, output.K1)(failed.stderr).trim().split('\n').at(-1);
const what = said ?? ((0, lib_text.TN)(last ?? '', 300) || 'flyctl printed nothing.');
const hint = `Run \`flyctl ${failed.command} -a ${failed.app}\` by hand to see more; https://status.flyio.net shows incidents at Fly.`;
return problem(failed, { code: 'fly-failed', what, hint, said: undefined, retry: true });
}
function stopped(failed) {
const seconds = Math.round(failed.timeoutMs / 1000);
if (failed.stopped === 'cancelled' || (failed.exitCode === 127 && !failed.stopped))
return {
code: 'fly-interrupted',
what: 'It was interrupted.',
hint: 'Run again: existing resources are reused, nothing is created twice.',
};
if (failed.stopped === 'deadline' || failed.exitCode === 126)
return {
code: 'fly-deadline',
what: `It did not end within ${seconds} s.`,
hint: 'Run again; https://status.flyio.net shows incidents at Fly. Where the time of the whole run was up, set a longer `timeout`.',
};
if (failed.stopped === 'output' || failed.exitCode === 3 || failed.exitCode === null)
return {
code: 'fly-crashed',
what: 'flyctl itself crashed.',
hint: 'Run again, or try another `flyctl-version`.',
};
return undefined;
}
function problem(failed, said) {
const quote = said.said ? ` (flyctl: ${said.said})` : '';
return {
problem: {
code: said.code,
severity: 'error',
message: `flyctl ${failed.command}, app ${failed.app}: ${said.what}${quote}`,
hint: said.hint,
},
retry: said.retry === true,
};
}
function notStarted(binary, error) {
return (0, errors.sx)('fly-flyctl-start', `flyctl could not be started (${binary}): ${(0, lib_text.TN)((0, errors.bD)(error), 300)}`, 'Check that the file exists, is built for this machine and may be executed (a temporary folder that is mounted with `noexec` does not work: set TMPDIR or RUNNER_TEMP).', error);
}
;
const CALL_TIMEOUT_MS = 60_000;
const LONGEST_CALL_MS = 240_000;
const FINAL_READ_MS = 3_000;
const PAUSES_MS = [500, 1_500, 4_000, 8_000, 12_000];
const TRIES = { 'fly-failed': 4, 'fly-deadline': 3 };
const sleepFor = (ms, signal) => (0, external_node_timers_promises_.setTimeout)(ms, undefined, signal ? { signal } : {});
function createFlyctl(options) {
for (const token of (0, fly_token.o)(options.token))
(0, redact.Ck)(token);
const starts = options.starts ?? [];
let callMs = CALL_TIMEOUT_MS;
async function run(call) {
const timeoutMs = call.timeoutMs ?? callMs;
const result = await runOnce({ ...call, timeoutMs }, options, starts);
if (result.stopped === 'deadline' && call.timeoutMs === undefined)
callMs = Math.max(callMs, Math.min(2 * timeoutMs, LONGEST_CALL_MS));
return result;
}
const pause = (ms) => (options.sleep ?? sleepFor)(ms * (1 + Math.random() / 2), options.signal);
async function repeatable(call) {
for (let attempt = 0;; attempt++) {
const result = await run(call);
if (!result.failure)
return result.stdout;
const { retry, problem } = result.failure;
const isEnough = attempt + 1 >= (TRIES[problem.code] ?? Number.POSITIVE_INFINITY);
const ms = isEnough || !retry ? undefined : PAUSES_MS[attempt];
if (ms === undefined || Date.now() + ms >= (options.until ?? Number.POSITIVE_INFINITY))
throw flyctlError(result.failure);
options.log.debug(`${result.failure.problem.message} Trying again.`);
await pause(ms);
}
}
return {
run,
repeatable,
pause,
isOver: () => Date.now() >= (options.until ?? Number.POSITIVE_INFINITY),
starts: () => starts,
folder: (app) => appFolder(options.scratch, app),
token: options.token.trim(),
};
}
function signalOf(...given) {
const signals = given.filter((signal) => signal !== undefined);
return signals.length > 0 ? { signal: AbortSignal.any(signals) } : {};
}
async function runOnce(call, options, starts) {
options.signal?.throwIfAborted();
const folder = await appFolder(options.scratch, call.global ? 'no-app' : call.app);
const env = (0, environment.m)(options.environment ?? process.env, {
token: options.token.trim(),
configDir: (0, external_node_path_.join)(folder, 'flyctl'),
});
const left = Math.max(FINAL_READ_MS, (options.until ?? Number.POSITIVE_INFINITY) - Date.now());
const timeoutMs = Math.min(call.timeoutMs, left);
const { app, command } = call;
const start = options.run ?? lib_process.runProcess;
const order = {
binary: options.binary,
argv: [...call.command.split(' '), ...(call.args ?? []), ...(call.global ? [] : ['-a', call.app])],
env: { ...env, ...call.env },
cwd: call.cwd ?? (0, external_node_path_.join)(folder, 'empty'),
timeoutMs,
...(call.stdin !== undefined && { stdin: call.stdin }),
...signalOf(options.signal, call.stop),
...(call.keepsStdin && { keepsStdin: true }),
...(call.hasLease && { mayFinish: true }),
...(call.onLine && { onLine: call.onLine }),
};
const going = () => start(order).catch((error) => {
throw notStarted(options.binary, error);
});
const named = `flyctl ${command}, app ${app}`;
const raw = await (options.activities?.during(named, going, timeoutMs) ?? going());
const result = (0, output.cT)(raw);
starts.push({ app, command, seconds: raw.seconds, exitCode: raw.exitCode });
options.log.debug(`flyctl ${command}, app ${app}: exit ${raw.exitCode} after ${raw.seconds.toFixed(2)} s`);
if (raw.exitCode === 0 && !raw.stopped)
return result;
return {
...result,
failure: explainFailure({ command, app, timeoutMs, ...result, stdout: (0, output.fe)(raw.stdout) }),
};
}
function flyctlError(failure) {
return new errors.lZ('platform', [failure.problem]);
}
function parseAnswer(command, stdout, shape) {
try {
const json = (0, output.MC)(stdout);
if ((0, json_value.qK)(json))
throw new RangeError('nests too deeply');
return shape(JSON.parse(json));
}
catch (error) {
throw (0, errors.sx)('fly-answer', `flyctl ${command} returned ${whatOf(stdout, error)}.`, 'Update flyctl, or remove it from PATH so that a tested version is downloaded.', error);
}
}
function whatOf(stdout, error) {
if (stdout.trim() === '')
return 'no output';
return error instanceof SyntaxError ? 'output that is not JSON' : 'JSON of an unexpected shape';
}
async function appFolder(scratch, app) {
const folder = (0, external_node_path_.join)(scratch, app);
await (0, promises_.mkdir)((0, external_node_path_.join)(folder, 'empty'), { recursive: true, mode: 0o700 });
return folder;
}
}),
16359: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CR: () => (allocateAddress),
kA: () => (ask),
Ov: () => (checkApp),
LQ: () => (cloneMachine),
Ef: () => (createApp),
pb: () => (createVolume),
ei: () => (destroyApp),
Uc: () => (destroyMachine),
BB: () => (destroyVolume),
Lg: () => (extendVolume),
Zt: () => (listAddresses),
ib: () => (listAllMachines),
bO: () => (listMachines),
tH: () => (listReleases),
AQ: () => (listSecrets),
yi: () => (listVolumes),
WK: () => (readLogLines),
mz: () => (releaseAddress),
zt: () => (runDeploy),
it: () => (stageSecrets),
DF: () => (startMachines),
mv: () => (stopMachine),
aZ: () => (validateFlyConfig)
});
var answers = __webpack_require__(15374);
var client = __webpack_require__(31411);
var flyctl_output = __webpack_require__(18889);
var errors = __webpack_require__(61469);
;
const LINE_LIMIT = 64 * 1024 - 1;
function secretLines(secrets) {
return secrets.map(({ name, value }) => `${secretLine(name, value)}\n`).join('');
}
function secretLine(name, value) {
if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
throw (0, errors.sx)('fly-secret-name', `${JSON.stringify(name)} is not a valid name for a Fly secret.`, 'Use letters, digits and underscores.');
const line = `${name}=${Buffer.from(value, 'utf8').toString('base64')}`;
if (line.length > LINE_LIMIT)
throw (0, errors.sx)('fly-secret-size', `The secret ${name} has ${Buffer.byteLength(value)} bytes; flyctl accepts about 48,000.`, 'Make it smaller.');
return line;
}
;
async function ask(flyctl, call, shape) {
const args = [...(call.args ?? []), '--json'];
return (0, client.Wp)(call.command, await flyctl.repeatable({ ...call, args }), shape);
}
async function once(flyctl, call) {
const result = await flyctl.run(call);
if (!result.failure)
return result.stdout;
throw (0, client.xt)(result.failure);
}
function listMachines(flyctl, app) {
return ask(flyctl, { command: 'machine list', app }, (json) => answers.WJ(json, app));
}
function listAllMachines(flyctl, app) {
return ask(flyctl, { command: 'machine list', app }, (json) => answers.f$(json, app));
}
function listVolumes(flyctl, app) {
return ask(flyctl, { command: 'volumes list', app }, answers.Xw);
}
function listSecrets(flyctl, app) {
return ask(flyctl, { command: 'secrets list', app }, answers.dC);
}
function listAddresses(flyctl, app) {
return ask(flyctl, { command: 'ips list', app }, answers.ug);
}
function listReleases(flyctl, app) {
return ask(flyctl, { command: 'releases', app }, answers.Yq);
}
async function checkApp(flyctl, app) {
await flyctl.repeatable({ command: 'status', app, args: ['--json'] });
}
async function createApp(flyctl, app, organization) {
await once(flyctl, {
command: `apps create ${app}`,
app,
args: ['--org', organization, '--json'],
global: true,
});
}
async function createVolume(flyctl, app, wanted) {
const command = `volumes create ${wanted.name}`;
const args = ['--region', wanted.region, '--size', String(wanted.sizeGb), '--yes', '--json'];
return (0, client.Wp)(command, await once(flyctl, { command, app, args }), answers.wM);
}
async function extendVolume(flyctl, app, wanted) {
const args = ['--size', String(wanted.sizeGb), '--yes', '--json'];
await flyctl.repeatable({ command: `volumes extend ${wanted.id}`, app, args });
}
async function destroyVolume(flyctl, app, id) {
await once(flyctl, { command: `volumes destroy ${id}`, app, args: ['--yes'] });
}
async function stopMachine(flyctl, app, id) {
const args = ['--signal', 'SIGTERM', '--wait-timeout', '40s'];
await flyctl.repeatable({ command: `machine stop ${id}`, app, args, hasLease: true });
}
async function destroyMachine(flyctl, app, id) {
await once(flyctl, { command: `machine destroy ${id}`, app, args: ['--force'], hasLease: true });
}
async function cloneMachine(flyctl, app, { id, volume }) {
await once(flyctl, { command: `machine clone ${id}`, app, args: ['--attach-volume', volume, '--detach'] });
}
const LOGS_MS = 5_000;
async function readLogLines(flyctl, app, machine) {
const args = ['--no-tail', '--json', '--instance', machine];
const { stdout } = await flyctl.run({ command: 'logs', app, args, timeoutMs: LOGS_MS });
return answers.V4((0, flyctl_output.MC)(stdout));
}
async function allocateAddress(flyctl, app, kind) {
if (kind === 'shared-v4')
await once(flyctl, { command: 'ips allocate-v4', app, args: ['--shared'] });
else
await once(flyctl, { command: 'ips allocate-v6', app });
}
async function releaseAddress(flyctl, app, address) {
await once(flyctl, { command: `ips release ${address}`, app });
}
async function validateFlyConfig(flyctl, { app, config, folder }) {
const args = ['--strict', '--config', config];
const { failure, output } = await flyctl.run({ command: 'config validate', app, args, cwd: folder });
return failure?.problem.code === 'fly-config-invalid' ? (0, flyctl_output.MC)(output) : '';
}
async function destroyApp(flyctl, app) {
await once(flyctl, { command: `apps destroy ${app}`, app, args: ['--yes'], global: true });
}
async function stageSecrets(flyctl, app, secrets) {
await flyctl.repeatable({ command: 'secrets import', app, args: ['--stage'], stdin: secretLines(secrets) });
}
async function startMachines(flyctl, app, ids) {
await flyctl.repeatable({ command: 'machine start', app, args: ids, hasLease: true });
}
async function runDeploy(flyctl, request) {
const args = [
'--config',
request.config,
...(request.image ? ['--image', request.image] : []),
...(request.dockerfile ? ['--dockerfile', request.dockerfile] : []),
...Object.entries(request.buildArgs ?? {}).flatMap(([name, value]) => [
'--build-arg',
`${name}=${value}`,
]),
...Object.entries(request.env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
'--yes',
...(request.single ? ['--ha=false'] : []),
...(request.only ? ['--only-machines', request.only.join(',')] : []),
...(request.processGroups ? ['--process-groups', request.processGroups.join(',')] : []),
...(request.skipReleaseCommand ? ['--skip-release-command'] : []),
...(request.skipSmokeChecks ? ['--smoke-checks=false'] : []),
'--remote-only',
'--dns-checks=false',
'--wait-timeout',
`${Math.max(1, Math.round(request.waitMs / 1000))}s`,
];
const result = await flyctl.run({
command: 'deploy',
app: request.app,
args,
cwd: request.folder,
env: { FLY_EMIT_RELEASE_JSON: '1' },
timeoutMs: request.timeoutMs,
...(request.onLine && { onLine: request.onLine }),
});
const release = answers.Bw((0, flyctl_output.MC)(result.stdout));
return { ...result, ...(release && { release }) };
}
}),
94902: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
b: () => (buildFolder)
});
var __import_0__ = __webpack_require__(76760);
const buildFolder = ({ config, context }, workspace) => (0, __import_0__.resolve)(workspace, context ?? (0, __import_0__.dirname)(config));
}),
62955: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
I: () => (desiredState)
});
var __import_0__ = __webpack_require__(4805);
var __import_7__ = __webpack_require__(47817);
var __import_6__ = __webpack_require__(36927);
var __import_1__ = __webpack_require__(69466);
var __import_2__ = __webpack_require__(96561);
var __import_3__ = __webpack_require__(70194);
var __import_4__ = __webpack_require__(56517);
var __import_5__ = __webpack_require__(54879);
function desiredState(project, inputs, facts) {
const { config, workspace, ruleSources: own } = project;
const rules = (0, __import_0__.Wj)(config.monitoring)
? (0, __import_5__.a)(config, {
remoteWrite: inputs.remoteWrite !== undefined,
isInGrafana: (0, __import_2__.C7)(project),
...(inputs.grafana && { grafanaUrl: inputs.grafana.url }),
})
: '';
const { flyToken, remoteWrite, receivers } = inputs;
const password = (0, __import_3__.No)(config, inputs);
const { scrapes } = facts;
const secrets = { flyToken, password, remoteWrite, receivers, scrapes };
const monitoring = (0, __import_4__.ll)(config, secrets, { rules, own });
return {
monitoring,
prometheusUrl: (0, __import_3__.fs)(config, inputs),
orders: config.apps.map((app) => ({
app,
workspace: workspace.folder,
organization: config.monitoring.organization,
needsAddresses: facts.needAddresses.has(app.app),
groups: facts.groups.get(app.app) ?? [],
region: facts.regions?.get(app.app),
isImmediate: facts.immediate?.has(app.app) ?? false,
mayStop: (0, __import_6__.LE)(config.services, app.app).every((service) => service.may_stop),
})),
grafana: (0, __import_3__.z0)(project, inputs, { commit: facts.commit, secrets: scrapes }),
health: config.apps.flatMap(({ app, health }) => health === undefined ? [] : [`${(0, __import_1__.x6)(app)}${health}`]),
skipped: skipped(config, inputs),
};
}
const GET_GRAFANA = '1. Create a free Grafana stack at grafana.com, or use your own Grafana. ' +
'2. In Grafana, under Administration \u2192 Users and access \u2192 Service accounts, create a service account with the role Admin and a token for it (glsa_\u2026). ' +
'3. Store both as secrets and pass them as grafana-url (the URL of the home page) and grafana-api-key.';
function skipped({ remote_write: targets, monitoring }, inputs) {
return [
...(inputs.grafana
? []
: [
{
part: 'Grafana: data source and dashboards',
why: 'No Grafana is configured: there are no dashboards.',
set: GET_GRAFANA,
},
]),
...(inputs.remoteWrite || targets.length > 0 || (0, __import_7__.kk)(monitoring)
? []
: [
{
part: 'Remote write',
why: 'No target is configured: samples are kept on the monitoring machine only.',
set: 'grafana-prometheus-url, grafana-prometheus-user and grafana-prometheus-api-key',
},
]),
];
}
}),
56517: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Nm: () => (WEB_CONFIG_SECRET),
ll: () => (renderMonitoring),
n$: () => (isRuleFile),
xn: () => (isOwnSecret)
});
var __import_0__ = __webpack_require__(4805);
var __import_9__ = __webpack_require__(10550);
var __import_10__ = __webpack_require__(30170);
var __import_1__ = __webpack_require__(19149);
var __import_2__ = __webpack_require__(54721);
var __import_3__ = __webpack_require__(21636);
var __import_4__ = __webpack_require__(3181);
var __import_5__ = __webpack_require__(95312);
var __import_6__ = __webpack_require__(6779);
var __import_7__ = __webpack_require__(58185);
var __import_8__ = __webpack_require__(68862);
function renderMonitoring(config, secrets, rules) {
const { app, organization, access, engine, image, volume } = config.monitoring;
const regions = (0, __import_9__.C)(config.monitoring);
const files = renderFiles(config, secrets, rules);
const { notify } = config.alerts;
const secretFiles = [
...renderSecretFiles(app, secrets),
...(0, __import_7__.yY)(config, secrets.scrapes ?? new Map()),
...(notify ? (0, __import_2__.PX)(notify, secrets.receivers) : []),
];
const guests = [
...files.map(({ name, guestPath }) => ({ name, guestPath })),
...secretFiles.map(({ name, guestPath }) => ({ secret: name, guestPath })),
];
const digest = (0, __import_3__.rD)(secrets.flyToken, [
(0, __import_4__.YC)(config, guests),
...files.flatMap((file) => [file.name, file.content]),
...secretFiles.flatMap((file) => [file.name, file.value]),
]);
return {
app,
organization,
region: regions[0] ?? config.monitoring.region,
regions,
groups: (0, __import_10__.Q)(config.monitoring),
access,
engine,
volume: { name: volume.name, sizeGb: volume.size_gb },
image,
flyToml: (0, __import_4__.YC)(config, guests, digest),
files,
secrets: secretFiles.map(({ name, value }) => ({ name, value })),
digest,
alertmanager: notify !== undefined,
password: secrets.password,
};
}
function renderFiles(config, { remoteWrite, receivers }, { rules, own }) {
const { monitoring, alerts } = config;
const ruleFiles = (0, __import_0__.yh)(monitoring)
? []
: [
...(rules === '' ? [] : [{ name: RULES_FILE, guestPath: __import_5__.es.rules, content: rules }]),
...own.map(({ file, text }, i) => ({ ...(0, __import_5__.Nv)(file, i), content: text })),
];
const options = {
version: (0, __import_1__.q)(monitoring.image),
ruleFiles: ruleFiles.map(({ guestPath }) => guestPath),
remoteWrite,
};
const shards = (0, __import_10__.g)(monitoring) ? (0, __import_10__.Q)(monitoring).map((_, i) => i + 1) : [undefined];
return [
...shards.map((shard) => ({
...(0, __import_5__.Ze)(shard),
content: (0, __import_5__.Be)(config, {
...options,
...(shard !== undefined && { shard: (0, __import_6__.hp)(shard) }),
}),
})),
...ruleFiles,
...(alerts.notify
? (0, __import_2__.jI)(monitoring.app, alerts.notify, (secret) => receivers[secret] !== undefined)
: []),
];
}
const RULES_FILE = 'rules.yml';
const OWN_RULES = /^rules-\d+-/;
const isRuleFile = ({ name }) => name === RULES_FILE || OWN_RULES.test(name);
const isOwnSecret = (name) => name === WEB_CONFIG_SECRET || name.startsWith('MONITORING_');
const WEB_CONFIG_SECRET = 'PROMETHEUS_WEB_CONFIG';
function renderSecretFiles(app, { flyToken, password, remoteWrite }) {
const webConfig = { name: WEB_CONFIG_SECRET, guestPath: __import_5__.es.webConfig };
const selfPassword = { name: 'MONITORING_SELF_PASSWORD', guestPath: __import_5__.es.selfPassword };
const key = { name: 'MONITORING_REMOTE_WRITE_KEY', guestPath: __import_5__.es.remoteWriteKey };
return [
...(password === undefined
? []
: [
{ ...webConfig, value: (0, __import_8__.h)(flyToken, app, password) },
{ ...selfPassword, value: password },
]),
...(remoteWrite ? [{ ...key, value: remoteWrite.key }] : []),
];
}
}),
68862: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (renderWebConfig)
});
var __import_0__ = __webpack_require__(36242);
var __import_1__ = __webpack_require__(38815);
var __import_2__ = __webpack_require__(67209);
var __import_3__ = __webpack_require__(21636);
var __import_4__ = __webpack_require__(39768);
const COST = '10';
function renderWebConfig(flyToken, app, password) {
const salt = `$2b$${COST}$${(0, __import_0__.WG)([...(0, __import_3__.Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
const hash = (0, __import_0__.Y8)(password, salt);
(0, __import_2__.Ck)(hash);
return (0, __import_1__.As)({ basic_auth_users: { [__import_4__.X1]: hash } }, { lineWidth: 0 });
}
}),
94892: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (commitOf),
fileAt: () => (fileAt),
k: () => (ignoredByGit),
nameBefore: () => (nameBefore),
revisionOf: () => (revisionOf)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
var __import_2__ = __webpack_require__(70662);
var __import_3__ = __webpack_require__(22499);
async function ignoredByGit(root, paths) {
const asked = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
return inFours((await git(root, asked, paths.join('\0'))).split('\0'));
}
async function commitOf(folder) {
if (!(0, __import_0__.existsSync)((0, __import_1__.join)(folder, '.git')))
return undefined;
return /^[0-9a-f]{40}$/m.exec(await git(folder, ['rev-parse', '--verify', 'HEAD']))?.[0];
}
async function revisionOf(root, args, exists) {
if (exists !== undefined &&
(await revisionOf(root, ['rev-parse', '--verify', '--quiet', exists])) === undefined)
return undefined;
return /^[0-9a-f]{40}$/m.exec(await git(root, args))?.[0];
}
async function fileAt(folder, commit, path) {
const text = await git(folder, ['cat-file', 'blob', `${commit}:./${path}`]);
return text === '' ? undefined : text;
}
async function nameBefore(folder, commit, path) {
const asked = ['diff-tree', '-r', '--find-renames', '--diff-filter=R', '--name-status', '--relative', '-z'];
const parts = (await git(folder, [...asked, commit, 'HEAD'])).split('\0');
const at = parts.findIndex((part, i) => i % 3 === 2 && part === path);
return at < 0 ? undefined : parts[at - 1];
}
const NO_PROGRAMS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
const PASSED = ['HOME', 'XDG_CONFIG_HOME'];
const TIMEOUT_MS = 10_000;
async function git(folder, args, stdin = '') {
const places = { path: process.env.PATH, workspaceRoot: process.cwd() };
const binary = (0, __import_3__.Kp)('git', places);
if (binary === undefined)
return '';
const own = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
const result = await (0, __import_2__.runProcess)({
binary,
argv: ['-C', folder, '--no-pager', ...NO_PROGRAMS.flatMap((one) => ['-c', one]), ...args],
env: { ...Object.fromEntries(own), PATH: (0, __import_3__.zu)(places), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' },
cwd: '/',
stdin,
timeoutMs: TIMEOUT_MS,
}).catch(() => undefined);
return result?.exitCode === 0 ? result.stdout : '';
}
function inFours([source, line, pattern, path, ...rest]) {
if (path === undefined)
return [];
const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }];
return [...found, ...inFours(rest)];
}
}),
70662: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
runProcess: () => (runProcess)
});
var external_node_child_process_ = __webpack_require__(31421);
var promises_ = __webpack_require__(58500);
var external_node_string_decoder_ = __webpack_require__(46193);
;
const LONGEST = 100_000;
function lineReader(onLine) {
const decoder = new external_node_string_decoder_.StringDecoder('utf8');
let rest = '';
const take = (text) => {
const lines = (rest + text).split('\n');
rest = lines.pop() ?? '';
lines.forEach(onLine);
if (rest.length > LONGEST)
flush();
};
const flush = () => {
if (rest !== '')
onLine(rest);
rest = '';
};
return {
write: (chunk) => take(decoder.write(chunk)),
end: () => {
take(decoder.end());
flush();
},
};
}
var process_family = __webpack_require__(78430);
;
const TERMINATE_MS = 4_000;
const KILL_MS = 7_000;
const FINISH_MS = 2_500;
const POLL_MS = 50;
const PIPES_MS = 2_000;
const OUTPUT_LIMIT = 64 * 1024 * 1024;
async function runProcess(call) {
const started = performance.now();
const family = (0, process_family.rz)();
const child = (0, external_node_child_process_.spawn)(call.binary, call.argv, {
env: { ...call.env, ...family.mark },
cwd: call.cwd,
stdio: 'pipe',
detached: true,
});
family.leads(child.pid);
const stopping = stoppingOf(family, call);
const read = collect(child, { tooMuch: () => stopping.stop('output'), onLine: call.onLine });
child.stdin.on('error', () => undefined);
if (!call.keepsStdin)
child.stdin.end(call.stdin ?? '');
const closed = new Promise((done) => void child.once('close', () => done()));
try {
const exitCode = await exitOf(child);
if (stopping.why())
await stopping.end();
else
stopping.forget();
family.close();
const pipes = setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()), PIPES_MS);
await closed;
clearTimeout(pipes);
const stopped = stopping.why();
return { exitCode, ...read(), seconds: (performance.now() - started) / 1000, ...(stopped && { stopped }) };
}
finally {
stopping.forget();
family.close();
}
}
function exitOf(child) {
return new Promise((resolve, reject) => {
child.once('error', reject);
child.once('exit', resolve);
});
}
function stoppingOf(family, { timeoutMs, signal, mayFinish }) {
let why;
let killAt = 0;
const timers = [];
const stop = (reason, lateMs = 0) => {
if (why)
return;
why = reason;
killAt = performance.now() + KILL_MS - lateMs;
family.signal('SIGINT');
timers.push(setTimeout(() => family.signal('SIGTERM'), TERMINATE_MS - lateMs), setTimeout(() => family.kill(), KILL_MS - lateMs));
};
const cancel = () => {
if (mayFinish)
timers.push(setTimeout(() => stop('cancelled', FINISH_MS), FINISH_MS));
else
stop('cancelled');
};
timers.push(setTimeout(() => stop('deadline'), timeoutMs));
signal?.addEventListener('abort', cancel, { once: true });
if (signal?.aborted)
cancel();
return {
stop,
why: () => why,
end: async () => {
while (performance.now() < killAt && family.isAlive())
await (0, promises_.setTimeout)(POLL_MS);
family.kill();
},
forget: () => {
for (const timer of timers)
clearTimeout(timer);
signal?.removeEventListener('abort', cancel);
},
};
}
function collect(child, { tooMuch, onLine }) {
const all = [];
const keep = (stream) => {
const chunks = [];
const lines = onLine && lineReader(onLine);
let size = 0;
stream.on('data', (chunk) => {
size += chunk.length;
if (size > OUTPUT_LIMIT)
return tooMuch();
chunks.push(chunk);
all.push(chunk);
lines?.write(chunk);
});
stream.on('end', () => lines?.end());
return chunks;
};
const [stdout, stderr] = [keep(child.stdout), keep(child.stderr)];
const text = (chunks) => Buffer.concat(chunks).toString('utf8');
return () => ({ stdout: text(stdout), stderr: text(stderr), output: text(all) });
}
}),
62127: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Q: () => (flyChange)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(66284);
function flyChange(action, reason, more = {}) {
return { subject: action.app, what: describe(action), reason, ...more, action };
}
function describe(action) {
switch (action.kind) {
case 'create-app':
return `create the app in ${action.organization}`;
case 'create-volume':
return `create the volume ${action.name}, ${action.sizeGb} GB in ${action.region}`;
case 'remove-machine':
return action.keeps === undefined
? `remove the second machine ${action.id}`
: `remove the machine ${action.id}, and keep its volume ${action.keeps}`;
case 'add-machine':
return `add a replica in ${action.region}`;
case 'remove-volume':
return `remove the second volume ${action.id}`;
case 'extend-volume':
return `extend the volume ${action.id} to ${action.sizeGb} GB`;
case 'allocate-address':
return `allocate a ${(0, __import_1__.KU)(action.address)}`;
case 'release-address':
return `release the public address ${action.address}`;
case 'ensure-addresses':
return 'ensure public addresses';
case 'stage-secrets':
return `stage ${action.names.join(', ')}`;
case 'deploy':
if (action.groups)
return `deploy the process ${action.groups.length === 1 ? 'group' : 'groups'} ${(0, __import_0__.p_)(action.groups)}`;
return action.machine ? `deploy to machine ${action.machine.id} in ${action.machine.region}` : 'deploy';
case 'start-machines':
return `start ${action.machines.join(', ')}`;
case 'roll-back':
return `restore release v${action.release} (rollback)`;
case 'destroy-app':
return 'destroy the app';
}
}
}),
66284: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
KU: () => (describeAddress),
Ur: () => (doubleAddresses),
pk: () => (missingAddresses)
});
var __import_0__ = __webpack_require__(47790);
function missingAddresses(addresses) {
const has = (version) => addresses.some((a) => a.kind === 'public' && a.version === version);
return [...(has(4) ? [] : ['shared-v4']), ...(has(6) ? [] : ['v6'])];
}
function doubleAddresses(addresses) {
const own = addresses.filter((a) => a.kind === 'public' && a.version === 6);
const [kept, ...others] = (0, __import_0__.jI)(own.map(({ address, createdAt }) => ({ id: address, createdAt })));
return kept ? others.filter((one) => (0, __import_0__.ii)(one, kept)).map(({ id }) => id) : [];
}
const describeAddress = (address) => address === 'v6' ? 'public IPv6 address' : 'shared public IPv4 address';
}),
47790: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
AE: () => (doubleMachines),
PS: () => (doubleLaunches),
ii: () => (areTwins),
jI: () => (byAge),
lg: () => (isAttached),
nw: () => (doubleVolumes)
});
var __import_1__ = __webpack_require__(61457);
var __import_0__ = __webpack_require__(71541);
const TWINS_MS = 10 * 60_000;
const isAttached = (volume) => volume.machine !== undefined;
const byAge = (all) => all.toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1));
const areTwins = (a, b) => Math.abs(Date.parse(a.createdAt) - Date.parse(b.createdAt)) <= TWINS_MS;
const shardOf = ({ processGroup = '' }) => (0, __import_1__.nz)(processGroup);
const areSame = (a, b) => a.region === b.region && shardOf(a) === shardOf(b) && areTwins(a, b);
const doubleVolumes = (kept, others) => others.filter((volume) => !isAttached(volume) && kept.some((one) => areSame(volume, one)));
function doubleMachines(kept, others) {
const areOurs = [...kept, ...others].every(__import_0__.qb);
const isDouble = (machine) => kept.some((one) => areSame(machine, one));
return areOurs && kept.every(__import_0__.f5) && others.every(isDouble) ? [...others] : [];
}
function doubleLaunches(machines) {
const launches = Map.groupBy(machines, ({ launch }) => launch);
return [...launches].flatMap(([launch, same]) => (launch === undefined ? [] : byAge(same).slice(0, -1)));
}
}),
51104: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Je: () => (observeMonitoring),
nv: () => (machinesIfExisting),
qn: () => (observeApp),
zp: () => (observeAddresses)
});
var __import_0__ = __webpack_require__(16359);
var __import_1__ = __webpack_require__(13439);
async function observeMonitoring(desired, flyctl) {
const machines = await machinesIfExisting(desired.app, flyctl);
if (!machines)
return undefined;
const compare = machines.length > 0 && desired.secrets.length > 0;
const [volumes, secrets] = await Promise.all([
__import_0__.yi(flyctl, desired.app),
compare ? __import_0__.AQ(flyctl, desired.app) : undefined,
]);
const isUnclear = machines.length === 0 && volumes.length > 1;
const releases = isUnclear ? await __import_0__.tH(flyctl, desired.app) : undefined;
return {
machines,
volumes,
readAt: Date.now(),
...(secrets && { secrets }),
...(releases && { wasDeployed: releases.some(({ status }) => status === 'complete') }),
};
}
async function observeAddresses(state, { app }, flyctl) {
return { ...state, addresses: await __import_0__.Zt(flyctl, app) };
}
async function machinesIfExisting(app, flyctl) {
try {
return await __import_0__.bO(flyctl, app);
}
catch (error) {
const why = await (0, __import_1__.sd)(error, app, flyctl);
if ((0, __import_1__.up)(why, 'fly-app-missing'))
return undefined;
throw why;
}
}
async function observeApp(app, flyctl) {
try {
return { app, machines: await __import_0__.bO(flyctl, app), problems: [] };
}
catch (error) {
return { app, machines: [], problems: (0, __import_1__.GW)(await (0, __import_1__.sd)(error, app, flyctl)) };
}
}
}),
13439: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ae: () => (isUndecided),
GW: () => (problemsOf),
sd: () => (sharpenRefusal),
up: () => (hasCode)
});
var __import_0__ = __webpack_require__(16359);
var __import_1__ = __webpack_require__(61469);
function hasCode(error, ...codes) {
return error instanceof __import_1__.lZ && error.problems.some((problem) => codes.includes(problem.code));
}
const UNDECIDED = [
...['fly-api', 'fly-network', 'fly-rate-limited', 'fly-release', 'fly-builder', 'fly-failed'],
...['fly-deadline', 'fly-answer'],
];
const isUndecided = (error) => hasCode(error, ...UNDECIDED);
async function sharpenRefusal(error, app, flyctl) {
if (!hasCode(error, 'fly-token-too-narrow'))
return error;
return (0, __import_0__.Ov)(flyctl, app).then(() => error, (sharper) => sharper);
}
function problemsOf(error) {
if (error instanceof __import_1__.lZ)
return error.problems;
if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
return [
{
code: 'fly-interrupted',
severity: 'error',
message: 'The run was cancelled or reached its `timeout` before this step.',
hint: 'Run again: what exists already is used, nothing is created twice.',
},
];
throw error;
}
}),
71541: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
EG: () => (isSharded),
HU: () => (replicaRecords),
NM: () => (replicasRecord),
RT: () => (secretsRecord),
Wl: () => (RECORD_VARIABLES),
f5: () => (isWell),
qb: () => (hasRecord),
v3: () => (volumesOf),
z2: () => (changedAtFly)
});
var __import_0__ = __webpack_require__(3181);
const isWell = ({ state, checks }) => state === 'started' && checks.every(({ status }) => status === 'passing');
const RECORD_VARIABLES = {
digest: __import_0__.Ac,
secrets: 'DEPLOY_MONITORING_STAGED',
build: 'DEPLOY_MONITORING_BUILD',
replicas: 'DEPLOY_MONITORING_REPLICAS',
left: 'DEPLOY_MONITORING_LEFT_VOLUMES',
};
const hasRecord = ({ env }) => env[RECORD_VARIABLES.digest] !== undefined;
function remoteDigest(names, secrets) {
return names.map((name) => secrets.find((s) => s.name === name)?.digest ?? 'unset').join('.');
}
function secretsRecord(wanted, secrets) {
const names = wanted.app.secrets.map((s) => s.name);
return names.length === 0 ? '' : `${wanted.secretsDigest}:${remoteDigest(names, secrets)}`;
}
function changedAtFly({ app }, { machines, secrets }) {
const names = app.secrets.map((s) => s.name);
const recorded = machines[0]?.env[RECORD_VARIABLES.secrets]?.split(':')[1]?.split('.') ?? [];
if (recorded.length !== names.length)
return [];
return names.filter((name, i) => {
const now = secrets?.find((one) => one.name === name)?.digest;
return now !== undefined && now !== recorded[i];
});
}
const replicasRecord = ({ app }) => app.regions.length > 1 ? (isSharded(app) ? app.groups : app.regions).join(',') : undefined;
function replicaRecords(wanted, left) {
const replicas = replicasRecord(wanted);
return {
...(replicas !== undefined && { [RECORD_VARIABLES.replicas]: replicas }),
...(left.length > 0 && { [RECORD_VARIABLES.left]: left.join(',') }),
};
}
const isSharded = ({ groups }) => new Set(groups).size > 1;
function volumesOf({ app }, { volumes }) {
return volumes.filter((volume) => volume.name === app.volume.name);
}
}),
7264: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
MB: () => (askFlyctl),
xA: () => (flyFacts),
bh: () => (readFlyConfigurations)
});
var external_node_path_ = __webpack_require__(76760);
var commands = __webpack_require__(16359);
var configuration = __webpack_require__(36303);
var fly_engine = __webpack_require__(47817);
var fly_identity = __webpack_require__(61638);
var project = __webpack_require__(14339);
var desired_app = __webpack_require__(94902);
;
const needsDedicatedAddress = ({ services }) => services.some((service) => {
if (service.http)
return false;
const isUdp = service.text('protocol')?.value === 'udp';
return (isUdp ||
service.ports.some(({ from, to, handlers }) => {
const kind = handlers.toSorted().join();
return to > from || (from === 80 ? kind !== 'http' : from === 443 ? kind !== 'http,tls' : true);
}));
});
var lib_workspace = __webpack_require__(40493);
var lint = __webpack_require__(20189);
var program_output = __webpack_require__(88068);
var silence = __webpack_require__(15806);
;
function readFlyConfigurations({ workspace, config, source }) {
const deployed = config.apps.filter((app) => app.deploy);
return (0, project.e)(deployed, (app) => {
const hint = source !== undefined
? `The configuration names it for app ${app.app}. Create it, or set deploy: false.`
: NO_FILE;
const toml = (0, lib_workspace.yR)(workspace, app.config);
const dockerfile = app.image === undefined ? app.dockerfile : undefined;
const missing = [
...(toml ? [] : [app.config]),
...(dockerfile !== undefined && !(0, lib_workspace.yR)(workspace, dockerfile) ? [dockerfile] : []),
];
if (!toml || missing.length > 0)
return missing.map((path) => (0, configuration.Bi)((0, lib_workspace.SH)(workspace, path), hint));
const built = dockerfile === undefined ? undefined : (0, lib_workspace.SH)(workspace, dockerfile);
const found = (0, lint.N)(toml.text, toml.file, {
app: app.app,
ours: true,
services: config.services,
isMarked: toml.isMarked,
isScrapedByFly: (0, fly_engine.kk)(config.monitoring),
dockerfile: built,
});
const problems = (0, silence.r4)(found, toml.text, toml.file);
const model = (0, fly_identity.uZ)(toml.text);
return { app, source: toml, model, problems: (0, silence.fq)(problems, config.lint.ignore) };
});
}
const flyFacts = (files) => ({
needAddresses: new Set(files.flatMap(({ app, model }) => (model && needsDedicatedAddress(model) ? app.app : []))),
immediate: new Set(files.flatMap(({ app, model }) => (model?.deploy?.strategy?.value === 'immediate' ? [app.app] : []))),
groups: new Map(files.map(({ app, model }) => [app.app, model?.groups ?? []])),
regions: new Map(files.flatMap(({ app, model }) => {
const region = model?.primaryRegion?.value;
return region ? [[app.app, region]] : [];
})),
});
async function askFlyctl(tomls, { workspace, config }, flyctl) {
const all = tomls.map(async ({ app, source: { file, text }, problems }) => {
const path = (0, external_node_path_.join)(workspace.folder, app.config);
const folder = (0, desired_app.b)(app, workspace.folder);
const output = await (0, commands.aZ)(flyctl, { app: app.app, config: path, folder });
const findings = output === '' ? [] : (0, silence.df)((0, program_output.Jq)(output, file), text, file);
return findings.filter(({ code, message }) => !problems.some((p) => p.code === code && p.message === message));
});
return (0, silence.fq)((await Promise.all(all)).flat(), config.lint.ignore);
}
const NO_FILE = 'Without a configuration file the preset applies: it deploys fly.toml with docker/Dockerfile.fly. Create a monitoring.yml, or check the input working-directory.';
}),
30435: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B_: () => (describeStarts),
i7: () => (openFly),
fA: () => (openSession)
});
var client = __webpack_require__(31411);
var external_node_crypto_ = __webpack_require__(77598);
var promises_ = __webpack_require__(51455);
var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(61469);
var home = __webpack_require__(23077);
var lib_process = __webpack_require__(70662);
var programs = __webpack_require__(22499);
var lib_text = __webpack_require__(94869);
var environment = __webpack_require__(69547);
;
const CHECKSUMS = [
{
version: '0.4.111',
platform: 'Linux_x86_64',
sha256: '1878d7fb1f8a418039042cf0749e4b7216c6c7018b66ae10611a64c2b6d9aa9e',
source: 'pinned by three unrelated public repositories, one of them from https://github.com/superfly/flyctl/releases/download/v0.4.111/flyctl_0.4.111_checksums.txt',
date: '2026-11-27',
},
{
version: '0.4.111',
platform: 'Linux_arm64',
sha256: '964db79665d7ab97af3ba5af6b35f33677ca61dcb4bcef9d6a388d46481cb312',
source: 'pinned by one of these repositories, from https://github.com/superfly/flyctl/releases/expanded_assets/v0.4.111',
date: '2026-11-27',
},
{
version: '0.4.105',
platform: 'Linux_x86_64',
sha256: '6e78298d82503f2aff2c6f41ede1178463ed286ce910c6be946a4b994ee68f29',
source: 'pinned by a public repository, from https://github.com/superfly/flyctl/releases/download/v0.4.105/flyctl_0.4.105_checksums.txt',
date: '2026-11-27',
},
{
version: '0.4.105',
platform: 'Linux_arm64',
sha256: '6ec0dc3656ecbe281231994080ec00238cecaa11aa65a121f53c51e3d2a69940',
source: 'pinned by a public repository, from https://github.com/superfly/flyctl/releases/download/v0.4.105/flyctl_0.4.105_checksums.txt',
date: '2026-11-27',
},
{
version: '0.4.85',
platform: 'Linux_x86_64',
sha256: 'c3b5ed05319adf8a265d68171758ea7b37bd340c5c3dc4e09e17fb6344b8ff90',
source: 'pinned by a public repository, whose workflow checks with it https://github.com/superfly/flyctl/releases/download/v0.4.85/flyctl_0.4.85_Linux_x86_64.tar.gz',
date: '2026-11-27',
},
{
version: '0.4.78',
platform: 'Linux_x86_64',
sha256: 'ab94c89d1520e277714f6c860e061fd3abf78ca20f82956f1bc792dc24df1a8d',
source: 'pinned by a public repository for https://github.com/superfly/flyctl/releases/download/v0.4.78/flyctl_0.4.78_Linux_x86_64.tar.gz',
date: '2026-11-27',
},
];
;
const OLDEST_VERSION = '0.4.56';
function isSupported(version) {
const [a, b] = [version, OLDEST_VERSION].map((v) => v.split(/[.-]/).slice(0, 3).map(Number));
if (!a || !b || a.length < 3 || a.some(Number.isNaN))
return false;
const difference = a.map((n, i) => n - (b[i] ?? 0)).find((d) => d !== 0);
return (difference ?? 0) >= 0;
}
;
const SETUP_FLYCTL = 'superfly/flyctl-actions/setup-flyctl@ed8efb33836e8b2096c7fd3ba1c8afe303ebbff1';
const nameOfArchive = (version, platform) => `flyctl_${version}_${platform}.tar.gz`;
function chooseRelease(request) {
const platform = releasePlatform(request);
const version = request.version?.replace(/^v/, '') ?? pinnedVersion(request, platform);
return { version, platform, sha256: expectedDigest(request, version, platform) };
}
function pinnedVersion({ checksums = CHECKSUMS }, platform) {
const known = checksums.find((entry) => entry.platform === platform) ?? checksums[0];
return known?.version ?? OLDEST_VERSION;
}
function releasePlatform(request) {
const { platform, arch } = request.machine ?? process;
const system = { linux: 'Linux', darwin: 'macOS' }[platform];
const cpu = { x64: 'x86_64', arm64: 'arm64' }[arch];
if (system && cpu)
return `${system}_${cpu}`;
throw (0, errors.sx)('flyctl-platform', `No supported flyctl is on PATH, and it can be downloaded for Linux and macOS on x64 and arm64 only; this machine is ${platform} ${arch}.`, `${howToInstall(request)}.`);
}
const howToInstall = ({ env }) => env.GITHUB_ACTIONS === 'true'
? `Put flyctl ${OLDEST_VERSION} or newer on PATH: add the step "uses: ${SETUP_FLYCTL}" before this one`
: `Install flyctl ${OLDEST_VERSION} or newer (https://fly.io/docs/flyctl/install/) outside of the repository: one in it or in node_modules/.bin is not used`;
function expectedDigest(request, version, platform) {
const given = request.sha256?.trim().toLowerCase();
if (given && !/^[0-9a-f]{64}$/.test(given))
throw new errors.lZ('configuration', [
{
code: 'input/flyctl-sha256',
severity: 'error',
message: 'Input flyctl-sha256 is not a sha256: 64 hexadecimal digits.',
hint: 'It is shown next to the archive on the release page.',
},
]);
const table = request.checksums ?? CHECKSUMS;
const known = given || table.find((c) => c.version === version && c.platform === platform)?.sha256;
if (known)
return known;
throw (0, errors.sx)('flyctl-checksum-unknown', `No supported flyctl is on PATH, and the sha256 of flyctl ${version} for ${platform} is not known, so it is not downloaded.`, `${howToInstall(request)}. Or set \`flyctl-sha256\` to the digest of flyctl_${version}_${platform}.tar.gz on https://github.com/superfly/flyctl/releases/tag/v${version}.`);
}
;
const RELEASES = 'https://github.com/superfly/flyctl/releases/download';
const MAX_ARCHIVE_BYTES = 300 * 1024 * 1024;
async function findFlyctl(requirement) {
requirement.signal.throwIfAborted();
const onPath = await fromPath(requirement);
if (onPath)
return onPath;
return install(requirement, chooseRelease(requirement));
}
const placesOf = ({ env, workspaceRoot }) => ({
path: env.PATH,
workspaceRoot,
});
async function fromPath(requirement) {
const binary = (0, programs.Kp)('flyctl', placesOf(requirement));
if (!binary)
return undefined;
const version = await versionOf(binary, requirement);
const wanted = requirement.version?.replace(/^v/, '');
const fits = version !== undefined && (wanted ? version === wanted : isSupported(version));
requirement.log.info(fits
? `flyctl ${version} from PATH.`
: `${binary} is flyctl ${version ?? 'of an unknown version'} and is not used: ${wanted ? `${wanted} is requested` : `${OLDEST_VERSION} or newer is needed`}.`);
return fits ? binary : undefined;
}
async function versionOf(binary, requirement) {
const configDir = (0, external_node_path_.join)(requirement.scratch, 'flyctl.version');
try {
const { seconds, exitCode, stdout } = await (0, lib_process.runProcess)({
binary,
argv: ['version', '--json'],
env: (0, environment.m)(requirement.env, { token: '', configDir }),
cwd: '/',
timeoutMs: 20_000,
signal: requirement.signal,
});
requirement.starts?.push({ app: '', command: 'version', seconds, exitCode });
const answer = JSON.parse((0, lib_text.Jj)(stdout, 10_000));
const version = answer && typeof answer === 'object' && 'Version' in answer ? answer.Version : undefined;
return typeof version === 'string' ? version : undefined;
}
catch {
requirement.signal.throwIfAborted();
return undefined;
}
}
function cached({ env, machine, scratch }, { version, platform }) {
const own = [env.XDG_CACHE_HOME, (0, external_node_path_.join)((0, home.W)(env) ?? scratch, '.cache')].find((one) => one && (0, external_node_path_.isAbsolute)(one));
const root = env.RUNNER_TOOL_CACHE || (0, external_node_path_.join)(own ?? scratch, 'deploy-monitoring');
return (0, external_node_path_.join)(root, 'flyctl', version, (machine ?? process).arch, nameOfArchive(version, platform));
}
async function install(requirement, release) {
const folder = await (0, promises_.mkdtemp)((0, external_node_path_.join)(requirement.scratch, 'flyctl.'));
const archive = (0, external_node_path_.join)(folder, 'flyctl.tar.gz');
const kept = cached(requirement, release);
if (await copyIfDigestMatches(kept, archive, release.sha256))
requirement.log.info(`flyctl ${release.version} from the tool cache.`);
else {
requirement.log.info(`Downloading flyctl ${release.version} for ${release.platform}.`);
const url = `${requirement.releases ?? RELEASES}/v${release.version}/${nameOfArchive(release.version, release.platform)}`;
const { download } = await __webpack_require__.e(6164).then(__webpack_require__.bind(__webpack_require__, 76164));
await download({
url,
target: archive,
sha256: release.sha256,
env: requirement.env,
signal: requirement.signal,
});
await cacheArchive(archive, kept).catch((error) => requirement.log.debug(`The archive of flyctl could not be cached: ${(0, errors.bD)(error)}`));
}
await unpack(archive, folder, requirement);
await (0, promises_.rm)(archive);
return (0, external_node_path_.join)(folder, 'flyctl');
}
async function copyIfDigestMatches(from, to, sha256) {
const isFile = await (0, promises_.stat)(from).then((found) => found.isFile() && found.size <= MAX_ARCHIVE_BYTES, () => false);
if (!isFile)
return false;
const bytes = await (0, promises_.readFile)(from).catch(() => Buffer.alloc(0));
if ((0, external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') !== sha256)
return false;
await (0, promises_.writeFile)(to, bytes, { mode: 0o600 });
return true;
}
async function cacheArchive(archive, place) {
const fresh = `${place}.${(0, external_node_crypto_.randomUUID)()}`;
await (0, promises_.mkdir)((0, external_node_path_.dirname)(place), { recursive: true });
try {
await (0, promises_.copyFile)(archive, fresh);
await (0, promises_.rename)(fresh, place);
}
finally {
await (0, promises_.rm)(fresh, { force: true });
}
}
async function unpack(archive, folder, requirement) {
const failure = (cause) => (0, errors.sx)('flyctl-archive', 'The archive of flyctl could not be unpacked.', 'Check that `tar` is on PATH and that the disk is not full.', cause);
const places = placesOf(requirement);
const tar = (0, programs.Kp)('tar', places);
if (tar === undefined)
throw failure();
const { runTar } = await Promise.all([__webpack_require__.e(1260), __webpack_require__.e(4389)]).then(__webpack_require__.bind(__webpack_require__, 44389));
const { exitCode, stderr } = await runTar(tar, ['-xzf', archive, '-C', folder, 'flyctl'], {
env: { PATH: (0, programs.zu)(places) },
cwd: folder,
signal: requirement.signal,
}).catch((cause) => {
throw failure(cause);
});
const binary = (0, external_node_path_.join)(folder, 'flyctl');
const found = await (0, promises_.lstat)(binary).catch(() => undefined);
if (exitCode !== 0 || !found?.isFile())
throw failure(stderr);
await (0, promises_.chmod)(binary, 0o700);
}
var prometheus_client = __webpack_require__(94274);
var configuration = __webpack_require__(36303);
var engine = __webpack_require__(4805);
var fly_engine = __webpack_require__(47817);
var sources_project = __webpack_require__(14339);
var alertmanager_silence = __webpack_require__(26012);
var desired_desired = __webpack_require__(62955);
var prometheus_access = __webpack_require__(39768);
var git = __webpack_require__(94892);
var http = __webpack_require__(69874);
var external_node_dns_promises_ = __webpack_require__(71553);
var external_node_timers_promises_ = __webpack_require__(58500);
;
const LOOKUP_MS = 3_000;
async function resolves(host) {
const silence = new AbortController();
const exists = (0, external_node_dns_promises_.lookup)(host, { family: 4 }).then(() => true, (error) => error.code !== 'ENOTFOUND');
const unknown = (0, external_node_timers_promises_.setTimeout)(LOOKUP_MS, true, { signal: silence.signal, ref: false }).catch(() => true);
const answer = await Promise.race([exists, unknown]);
silence.abort();
return answer;
}
var workspace = __webpack_require__(40493);
var fly_series = __webpack_require__(34061);
var check = __webpack_require__(10766);
var fly_configurations = __webpack_require__(7264);
var external_node_fs_ = __webpack_require__(73024);
;
const FILE = 'journal.jsonl';
function openJournal(scratch) {
return (state, subject, what) => {
try {
const entry = [state, (0, lib_text.TN)(subject, 100), (0, lib_text.TN)(what, 200)];
(0, external_node_fs_.appendFileSync)((0, external_node_path_.join)(scratch, FILE), `${JSON.stringify(entry)}\n`, { mode: 0o600 });
}
catch {
}
};
}
var read_scrape_secrets = __webpack_require__(47333);
var load = __webpack_require__(35235);
var receiver_kinds = __webpack_require__(38052);
var names = __webpack_require__(43636);
;
function receiverProblems({ config, source }, inputs) {
const { notify } = config.alerts;
if (inputs.mode !== 'deploy')
return [];
if (!notify)
return inputs.receivers['heartbeat-url'] === undefined ? [] : [HEARTBEAT_UNUSED];
return (0, receiver_kinds.mO)(notify, inputs.receivers).map(({ kind, secret }) => {
const at = source && (0, load._C)(source)(['alerts', 'notify', kind], 'key');
const variable = (0, names.mT)(secret);
return {
code: 'input/receiver-missing',
severity: 'error',
...(at && { at }),
message: `alerts.notify.${kind} is configured, and neither the input ${secret} nor the variable ${variable} is set.`,
hint: `Store it as a secret and pass it as ${secret} (an empty secret counts as missing), or remove alerts.notify.${kind}.`,
};
});
}
const HEARTBEAT_UNUSED = {
code: 'input/heartbeat-unused',
severity: 'warning',
message: 'heartbeat-url is set, but there is no Alertmanager that could ping it: `alerts.notify` is not configured.',
hint: 'Configure `alerts.notify`. With Grafana instead: create a contact point of the type webhook with this URL, and a notification policy for `alertname = Watchdog` that leads to it, repeated every minute.',
};
var run_store = __webpack_require__(63295);
;
async function openSession(inputs, report, context) {
const { project, problems } = (0, sources_project.W)(inputs, (0, workspace.oS)(context.env));
const scrapes = (0, read_scrape_secrets.u)(project, context.env);
const tomls = inputs.mode === 'deploy' ? (0, fly_configurations.bh)(project) : { found: [], problems: [] };
(0, configuration.MI)([...problems, ...scrapes.problems, ...tomls.problems]);
failOnErrors(tomls.found.flatMap((file) => file.problems), report);
await (0, check.k)(project, inputs, context);
failOnErrors(receiverProblems(project, inputs), report);
const desired = (0, desired_desired.I)(project, inputs, {
commit: context.env.GITHUB_SHA,
...(0, fly_configurations.xA)(tomls.found),
scrapes: scrapes.secrets,
});
announce(desired, project.config, inputs.grafana?.url, report);
report.commit = context.env.GITHUB_SHA ?? (await (0, git.D)((0, workspace.oS)(context.env)));
report.accept = project.config.verify.accept;
const signal = AbortSignal.any([context.signal, context.timeUp]);
const fly = await openFly(inputs, context, { until: context.until, signal });
failOnErrors(await (0, fly_configurations.MB)(tomls.found, project, fly.flyctl), report);
const pool = (0, http.b)(context.env);
const tunnel = await tunnelOf(project, inputs, fly);
const prometheusUrl = tunnel?.url ?? desired.prometheusUrl;
const credentials = (0, prometheus_access.Dh)(desired.monitoring.password);
const kind = (0, engine.yh)(project.config.monitoring) ? 'agent' : undefined;
const own = (0, prometheus_client.h)({ url: prometheusUrl, credentials, pool, signal, ...(kind && { kind }) });
const charts = context.charts === true;
const flyMetrics = await flyMetricsOf(project, scrapes.secrets, { url: prometheusUrl, pool, signal });
const given = { inputs, project, desired, scrapes: scrapes.secrets, report, charts };
const store = kind && (await (0, run_store.C)(own, { ...given, pool, signal }));
const prometheus = store?.view ?? own;
const asked = {
...{ prometheus, store, flyMetrics, prometheusUrl, tunnel },
[Symbol.asyncDispose]: async () => tunnel?.close(),
};
return { ...given, fly, pool, ...asked, cancel: context.signal, signal };
}
function failOnErrors(problems, report) {
report.problems.push(...problems.filter(({ severity }) => severity === 'warning'));
(0, configuration.MI)(problems.filter(({ severity }) => severity === 'error'));
}
function announce({ monitoring, prometheusUrl, health, skipped, grafana }, config, grafanaUrl, report) {
const { app, password, alertmanager } = monitoring;
const silence = alertmanager
? (0, alertmanager_silence.V)(app, 'TargetDown')
: grafana && `${grafanaUrl}/alerting/silences`;
if (!(0, fly_engine.kk)(config.monitoring))
report.monitoring = {
app,
url: prometheusUrl,
password: password !== undefined,
...(silence && { silence }),
};
report.health = health;
report.skipped = skipped;
}
async function openFly(inputs, context, limits) {
const { env, log, scratch, activities } = context;
const starts = [];
const binary = await findFlyctl({
env,
log,
workspaceRoot: (0, workspace.oS)(context.env),
signal: limits.signal,
scratch,
starts,
...inputs.flyctl,
});
const flyctl = (0, client.pV)({
binary,
token: inputs.flyToken,
scratch,
log,
signal: context.signal,
until: limits.until,
starts,
environment: env,
activities,
});
return { flyctl, log, activities, resolves: resolves, journal: openJournal(scratch), ...limits };
}
async function tunnelOf({ config: { monitoring } }, { prometheusUrl }, { flyctl }) {
if (monitoring.access !== 'private' || prometheusUrl !== undefined)
return undefined;
const { createTunnel } = await __webpack_require__.e(718).then(__webpack_require__.bind(__webpack_require__, 50718));
return createTunnel(flyctl, monitoring.app, 9090);
}
async function flyMetricsOf({ config: { monitoring } }, secrets, server) {
if (!(0, fly_engine.kk)(monitoring))
return undefined;
const { createFlyMetrics } = await __webpack_require__.e(8177).then(__webpack_require__.bind(__webpack_require__, 88177));
const { organization } = monitoring;
return createFlyMetrics({ ...server, organization, token: secrets.get(fly_series.QY) ?? '' });
}
const describeStarts = ({ fly: { flyctl } }) => () => {
const all = flyctl.starts();
const seconds = all.reduce((sum, start) => sum + start.seconds, 0);
return `${(0, lib_text.U9)(all.length, 'start')} of flyctl, ${seconds.toFixed(1)} s in it`;
};
}),
63295: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C: () => (openStore)
});
var __import_0__ = __webpack_require__(94274);
var __import_1__ = __webpack_require__(4805);
var __import_2__ = __webpack_require__(88679);
var __import_3__ = __webpack_require__(39386);
async function openStore(agent, given) {
const { inputs, project, scrapes, pool, signal } = given;
const { config } = project;
const store = (0, __import_1__.xX)(config, inputs);
if (!store)
return undefined;
const [{ createStoreView }, { allGroups, inlineRecordings }] = await Promise.all([
__webpack_require__.e(9823).then(__webpack_require__.bind(__webpack_require__, 39823)),
Promise.resolve().then(__webpack_require__.bind(__webpack_require__, 73418)),
]);
const key = store.variable === undefined ? inputs.remoteWrite?.key : scrapes.get(store.variable);
const credentials = store.user === undefined || key === undefined ? undefined : { user: store.user, password: key };
const view = createStoreView({
agent,
store: (0, __import_0__.h)({ url: store.queryUrl, credentials, pool, signal, kind: 'store' }),
name: store.name,
monitor: config.monitoring.app,
inline: inlineRecordings(allGroups(config, { remoteWrite: true })),
intervalMs: (0, __import_3__.E)(config.monitoring.scrape_interval) ?? 15_000,
batchMs: batchOf(config, store),
});
return { name: store.name, view };
}
function batchOf({ remote_write: targets }, { name }) {
const target = targets.find((one) => (0, __import_2__.je)(one) === name);
return (0, __import_3__.E)(target?.queue_config?.batch_send_deadline ?? '') ?? 5_000;
}
})
};
