export const id = 7036;
export const ids = [7036];
export const modules = {
98276: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
t: () => (flagInput)
});
function flagInput(name, given, byDefault, addError) {
if (given === 'true' || given === 'false')
return given === 'true';
if (given !== undefined)
addError('input/value', `Input ${name} is ${JSON.stringify(given)}, which is not a valid value.`, 'Use true or false.');
return byDefault;
}
}),
91941: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
d: () => (githubInputs)
});
var _flag_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98276);
function githubInputs(value, addError) {
const flag = (name, byDefault) => (0, _flag_js__WEBPACK_IMPORTED_MODULE_0__.t)(name, value(name), byDefault, addError);
return {
comment: flag('comment', true),
checkRun: flag('check-run', false),
issue: flag('issue', false),
token: value('github-token'),
};
}
}),
40561: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
BN: () => (plainHttp),
Sf: () => (isPrivateHost),
Si: () => (isEncryptedPath)
});
var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
const PRIVATE = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
PRIVATE.addSubnet('127.0.0.0', 8, 'ipv4');
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fdaa::', 16, 'ipv6');
const PRIVATE_NAME = /(?:^|\.)localhost\.?$|\.(?:internal|flycast)\.?$/;
const SECRET = {
'grafana-url': 'the token',
'prometheus-url': 'the password',
'grafana-prometheus-url': 'the key',
};
function plainHttp({ input, url }) {
const parsed = URL.parse(url);
if (parsed?.protocol !== 'http:' || isEncryptedPath(parsed.hostname))
return [];
return [
{
code: 'input/url-http',
severity: 'error',
message: `Input ${input} is a plain http:// address: anyone on the network path to ${parsed.hostname} could read ${SECRET[input]}.`,
hint: `${alternative(input, parsed)} Plain http:// is accepted for localhost and for Fly's private network (.internal, .flycast).`,
},
];
}
const LOCAL_NETWORKS = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
LOCAL_NETWORKS.addSubnet('10.0.0.0', 8, 'ipv4');
LOCAL_NETWORKS.addSubnet('172.16.0.0', 12, 'ipv4');
LOCAL_NETWORKS.addSubnet('192.168.0.0', 16, 'ipv4');
const isPrivateHost = (hostname) => isEncryptedPath(hostname) || ((0, node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(hostname) === 4 && LOCAL_NETWORKS.check(hostname, 'ipv4'));
function isEncryptedPath(hostname) {
const host = hostname.replace(/^\[(.*)\]$/, '$1');
const version = (0, node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host);
return version === 0 ? PRIVATE_NAME.test(host) : PRIVATE.check(host, version === 6 ? 'ipv6' : 'ipv4');
}
function alternative(input, { hostname, port }) {
const https = 'Use https://; a certificate of your own authority is enough (NODE_EXTRA_CA_CERTS names its file).';
if (input === 'grafana-prometheus-url')
return 'Use https://.';
const here = port || '8080';
const tunnel = input === 'prometheus-url'
? `"flyctl proxy ${here}:9090 -a APP"`
: `"ssh -N -L ${here}:localhost:${port || '80'} ${hostname}"`;
return `${https} Or open a tunnel on this machine first, such as ${tunnel}, and set ${input} to http://localhost:${here}.`;
}
}),
59606: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K: () => (readInputs)
});
var duration = __webpack_require__(39386);
var errors = __webpack_require__(61469);
var proxy = __webpack_require__(51260);
var similar_name = __webpack_require__(9689);
var fly_names = __webpack_require__(69466);
var plain_http = __webpack_require__(40561);
;
function flyTokenInput(given, mode, addError) {
if (given === undefined && (mode === 'deploy' || mode === 'verify' || mode === 'drill'))
addError('input/fly-token-missing', 'No Fly token: neither the input fly-api-token nor the variable FLY_API_TOKEN is set.', 'Run "fly tokens create org" and store the token as the secret FLY_API_TOKEN. Pull requests from forks get no secrets.');
else if (/^["'].*["']$/s.test(given ?? ''))
addError('input/fly-token-quoted', 'The Fly token is in quotes.', 'Store the token without the quotes: flyctl treats them as part of it.');
else if (given?.split(',').some((one) => /\s/.test(one.trim().replace(/^(?:FlyV1|Bearer) +/i, ''))))
addError('input/fly-token-broken', 'The Fly token has white space or a line break inside.', 'Store it again as one line: a copy from a terminal may have been wrapped.');
return (given ?? '')
.split(',')
.map((one) => one.trim())
.join(',');
}
function flyctlInput(value, addError) {
const [version, sha256] = [value('flyctl-version'), value('flyctl-sha256')?.toLowerCase()];
if (version !== undefined && !/^v?\d+\.\d+\.\d+$/.test(version))
addError('input/flyctl-version', `Input flyctl-version is ${JSON.stringify(version)}, which is not a version.`, 'Use the version of a release, such as 0.4.111.');
if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
addError('input/flyctl-sha256', 'Input flyctl-sha256 is not a sha256.', 'It has 64 hexadecimal digits and belongs to the release archive (.tar.gz) of this platform.');
return { ...(version !== undefined && { version }), ...(sha256 !== undefined && { sha256 }) };
}
function group(names, what, value, addError) {
const missing = names.filter((name) => value(name) === undefined);
if (missing.length === names.length)
return undefined;
if (missing.length === 0)
return Object.fromEntries(names.map((name) => [name, value(name)]));
const given = names.filter((name) => !missing.includes(name));
addError('input/incomplete-group', `${what}: ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`, `Set ${missing.join(' and ')} too (an empty secret counts as missing), or none of them to skip this part.`);
return undefined;
}
function remoteWriteInput(value, addError) {
const names = ['grafana-prometheus-url', 'grafana-prometheus-user', 'grafana-prometheus-api-key'];
const given = group(names, 'Remote write', value, addError);
const target = urlInput('grafana-prometheus-url', value('grafana-prometheus-url'), addError);
if (!given || !target)
return undefined;
checkPlainHttp('grafana-prometheus-url', target, addError);
return { url: target, user: given['grafana-prometheus-user'], key: given['grafana-prometheus-api-key'] };
}
function grafanaInput(value, mode, addError) {
if (mode === 'dashboards' && value('grafana-url') === undefined && value('grafana-api-key') === undefined)
addError('input/grafana-missing', 'Mode dashboards needs grafana-url and grafana-api-key.', 'Set both: the address of your Grafana and a service account token (glsa_…).');
const given = group(['grafana-url', 'grafana-api-key'], 'Grafana', value, addError);
const target = urlInput('grafana-url', value('grafana-url'), addError);
if (given?.['grafana-api-key'].startsWith('glc_'))
addError('input/grafana-token', 'grafana-api-key is a Grafana Cloud access policy token (glc_…), which Grafana itself does not accept.', 'Create a service account token (glsa_…) in Grafana: Administration → Users and access → Service accounts.');
if (!given || !target)
return undefined;
checkPlainHttp('grafana-url', target, addError);
return { url: target.replace(/(?<!\/)\/+$/, ''), token: given['grafana-api-key'] };
}
function checkPlainHttp(input, url, addError) {
for (const { code, message, hint } of (0, plain_http.BN)({ input, url }))
addError(code, message, hint);
}
function urlInput(name, given, addError) {
if (given === undefined)
return undefined;
const parsed = URL.parse(given);
if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
addError('input/url', `Input ${name} is not a URL.`, 'Write the whole address, starting with https://.');
else if (parsed.username || parsed.password)
addError('input/url-credentials', `Input ${name} has a user or a password in the URL.`, 'Use the inputs for credentials instead; URLs end up in logs.');
else if (name !== 'grafana-prometheus-url' && (parsed.search || parsed.hash))
addError('input/url', `Input ${name} has a "?" or a "#" in it.`, 'Use the address without them; paths are added to it.');
return given;
}
const SHORTEST_PASSWORD = 12;
function passwordInput(given, addError) {
if (given === undefined)
return undefined;
const wrong = (message, hint) => addError('input/password', `prometheus-password ${message}.`, hint);
if (given !== given.trim())
wrong('starts or ends with white space', 'Store the secret without it; a newline at the end often comes from "echo".');
else if (/[\x00-\x1f\x7f]/.test(given))
wrong('contains a control character', 'Use printable characters only.');
else if (given.length < SHORTEST_PASSWORD)
wrong(`is shorter than ${SHORTEST_PASSWORD} characters`, 'Prometheus has a public address, where anyone can try passwords: use a longer one (openssl rand -base64 24), or remove it to have one derived from the Fly token.');
if (Buffer.byteLength(given) > 72)
wrong('is longer than 72 bytes', 'bcrypt ignores everything after 72 bytes; use a shorter one.');
return given;
}
var flag = __webpack_require__(98276);
;
function contractInput(value, addError) {
const urls = lines(value('url')).map((line) => ({ kind: 'url', ...split(line, /^https?:/) }));
const files = lines(value('file')).map((line) => ({ kind: 'file', ...split(line) }));
for (const { source } of urls)
checkUrl(source, addError);
return { pages: [...urls, ...files], check: (0, flag.t)('check', value('check'), false, addError) };
}
const lines = (text) => (text ?? '')
.split('\n')
.map((line) => line.trim())
.filter((line) => line !== '');
function split(line, whole) {
const [, service, source] = whole?.test(line) ? [] : (/^([a-zA-Z_][\w-]*)=(.+)$/.exec(line) ?? []);
return { service, source: source ?? line };
}
function checkUrl(url, addError) {
const parsed = URL.parse(url);
if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
addError('input/url', 'Input url has a line that is not a URL.', 'Write the whole address, such as http://localhost:9090/metrics, after SERVICE= if there are several services.');
else if (parsed.username || parsed.password)
addError('input/url-credentials', 'Input url has a user or a password in the URL.', 'URLs end up in logs: read the page with a program that has the credentials, and use the input file.');
}
var github = __webpack_require__(91941);
var names = __webpack_require__(43636);
;
const IS_URL = /^https?:\/\//i;
const address = (hint) => (value) => {
const url = URL.parse(value);
if (!url || !IS_URL.test(value))
return ['is not a URL', hint];
if (/\s/.test(value))
return ['has white space in it', 'Store it as one line.'];
return url.protocol === 'http:' && !(0, plain_http.Sf)(url.hostname)
? [
'is a plain http:// address: anyone on the network path could read it and write to the receiver',
'Use https://.',
]
: undefined;
};
const token = (form, what, hint) => (value) => {
if (IS_URL.test(value))
return [`is a URL where ${what} is expected`, hint];
return form.test(value) ? undefined : [`is not ${what}`, hint];
};
const ntfy = (value) => {
const wrong = address('Use the URL of the topic, such as https://ntfy.sh/TOPIC.')(value);
if (wrong)
return wrong;
return /^\/[^/]+\/?$/.test(URL.parse(value)?.pathname ?? '')
? undefined
: ['does not end in a topic', 'Use the URL of the topic, such as https://ntfy.sh/TOPIC.'];
};
const SLACK = 'Create an incoming webhook in Slack and use its URL (https://hooks.slack.com/services/…).';
const PING = 'Use the ping URL of the check, such as https://hc-ping.com/UUID.';
const CHECKS = {
'slack-webhook-url': address(SLACK),
'discord-webhook-url': address('Create a webhook in the settings of the channel and use its URL (https://discord.com/api/webhooks/…).'),
'telegram-bot-token': token(/^\d+:[\w-]{10,}$/, 'a bot token', 'Use the token from @BotFather: a number, a colon and letters.'),
'ntfy-url': ntfy,
'ntfy-token': token(/^[\x21-\x7e]+$/, 'an access token', 'Use an access token of ntfy (tk_…).'),
'pagerduty-routing-key': token(/^[0-9a-zA-Z]{32}$/, 'a routing key', 'Use the integration key of an "Events API v2" integration: 32 letters and digits.'),
'smtp-password': token(/^[^\x00-\x1f\x7f]+$/, 'a password', 'Use printable characters only.'),
'notify-webhook-url': address('Write the whole address of the receiver, starting with https://.'),
'heartbeat-url': address(PING),
'verify-heartbeat-url': address(PING),
};
function receiverInputs(value, addError) {
const given = names.cu.flatMap((name) => {
const secret = checked(name, value, addError);
return secret === undefined ? [] : [[name, secret]];
});
return Object.fromEntries(given);
}
const pingInput = (name, value, addError) => checked(name, value, addError);
function checked(name, value, addError) {
const given = value(name);
const wrong = given === undefined ? undefined : CHECKS[name](given);
if (wrong)
addError('input/receiver', `Input ${name} ${wrong[0]}.`, wrong[1]);
return given;
}
var types = __webpack_require__(18301);
;
function readInputs(env) {
const problems = [];
const addError = (code, message, hint) => problems.push({ code, severity: 'error', message, hint });
const value = (name) => (0, names.JR)(env, name)?.trim() || undefined;
const mode = oneOf('mode', value('mode') ?? 'deploy', types.FN, addError);
const inputs = {
mode,
config: { path: value('config') ?? 'monitoring.yml', explicit: value('config') !== undefined },
workingDirectory: value('working-directory') ?? '.',
names: presetNames(value, addError),
flyToken: flyTokenInput(value('fly-api-token'), mode, addError),
flyctl: flyctlInput(value, addError),
remoteWrite: remoteWriteInput(value, addError),
grafana: grafanaInput(value, mode, addError),
prometheusPassword: passwordInput((0, names.JR)(env, 'prometheus-password'), addError),
receivers: receiverInputs(value, addError),
verifyHeartbeat: pingInput('verify-heartbeat-url', value, addError),
prometheusUrl: urlInput('prometheus-url', value('prometheus-url'), addError),
contract: contractInput(value, addError),
failOn: oneOf('fail-on', value('fail-on') ?? 'targets', types.d$, addError),
rollback: (0, flag.t)('rollback-on-failure', value('rollback-on-failure'), false, addError),
timeoutMs: timeout(value('timeout') ?? '15m', addError),
};
(0, github.d)(value, addError);
if (mode !== 'plan' || inputs.flyToken !== '' || inputs.grafana)
problems.push(...(0, proxy.r)(env).problems);
if (problems.length > 0)
throw new errors.lZ('configuration', problems);
return inputs;
}
function oneOf(name, given, allowed, addError) {
const found = allowed.find((a) => a === given);
if (found)
return found;
addError('input/value', `Input ${name} is ${JSON.stringify(given)}, which is not a valid value.`, (0, similar_name.au)(given, allowed) ?? `Use one of: ${allowed.join(', ')}.`);
return allowed[0];
}
function presetNames(value, addError) {
const names = {
app: value('app'),
monitoringApp: value('monitoring-app'),
organization: value('organization'),
region: value('region'),
};
const shape = (name, given, pattern, hint) => {
if (given !== undefined && !pattern.test(given))
addError('input/value', `Input ${name} is ${JSON.stringify(given)}, which is not a valid name.`, hint);
};
const hint = 'A Fly app name has lowercase letters, digits and dashes.';
shape('app', names.app, fly_names.C3, hint);
shape('monitoring-app', names.monitoringApp, fly_names.C3, hint);
shape('region', names.region, fly_names.Zg, 'A Fly region has three letters, such as nrt or fra.');
if (names.monitoringApp !== undefined && names.monitoringApp === (names.app ?? types._f))
addError('input/value', `Input monitoring-app is ${names.monitoringApp}, which is the main app.`, 'Prometheus needs a separate app.');
return Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined));
}
const DAY_MS = 86_400_000;
function timeout(given, addError) {
const milliseconds = (0, duration.E)(given);
if (milliseconds !== undefined && milliseconds >= 1_000 && milliseconds <= DAY_MS)
return milliseconds;
addError('input/timeout', `Input timeout is ${JSON.stringify(given)}, which is not a duration from 1s to 1d.`, `Use a value such as 15m or 90s.`);
return 0;
}
}),
18301: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
FN: () => (MODES),
_f: () => (PRESET_APP),
d$: () => (FAIL_ON)
});
const FAIL_ON = ['never', 'targets', 'metrics', 'panels'];
const MODES = ['deploy', 'plan', 'verify', 'dashboards', 'contract', 'drill'];
const PRESET_APP = 'fechatter';
}),
39386: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
E: () => (parseDuration),
f: () => (DURATION)
});
const UNITS = {
ms: 1,
s: 1_000,
m: 60_000,
h: 3_600_000,
d: 86_400_000,
w: 7 * 86_400_000,
y: 365 * 86_400_000,
};
const DURATION = /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;
function parseDuration(text) {
if (!DURATION.test(text))
return undefined;
let total = 0;
for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[smhdwy])/g))
total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
return total;
}
}),
51260: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (proxyVariables),
r: () => (readProxies)
});
var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);
const VARIABLES = { 'http:': 'HTTP_PROXY', 'https:': 'HTTPS_PROXY' };
function readProxies(env) {
const problems = [];
const read = (scheme) => {
const [variable, text] = setting(env, VARIABLES[scheme]);
if (text === '')
return undefined;
const found = parse(variable, text);
if (typeof found === 'object')
return found;
problems.push(notAProxy(variable, found));
return undefined;
};
const exempts = exemptions(setting(env, 'NO_PROXY')[1]);
return { proxies: { 'http:': read('http:'), 'https:': read('https:'), exempts }, problems };
}
function setting(env, name) {
const spellings = [name.toLowerCase(), name];
const variable = spellings.find((one) => env[one]?.trim()) ?? name;
return [variable, env[variable]?.trim() ?? ''];
}
function parse(variable, text) {
if (/^socks/i.test(text))
return 'socks';
const value = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
const url = URL.parse(value);
if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
return 'malformed';
const [user, password] = [decoded(url.username), decoded(url.password)];
if (user === undefined || password === undefined)
return 'malformed';
const basic = Buffer.from(`${user}:${password}`).toString('base64');
const hasCredentials = user !== '' || password !== '';
const authorization = hasCredentials ? `Basic ${basic}` : undefined;
return { variable, origin: url.origin, authorization, value };
}
function decoded(text) {
try {
return decodeURIComponent(text);
}
catch {
return undefined;
}
}
function notAProxy(variable, what) {
const example = 'http://proxy.example.com:3128';
return what === 'socks'
? {
code: 'proxy-variable',
severity: 'error',
message: `${variable} names a SOCKS proxy, which is not supported.`,
hint: `Name an HTTP proxy, such as ${example}, or unset ${variable} if this machine can reach the Internet without a proxy.`,
}
: {
code: 'proxy-variable',
severity: 'error',
message: `${variable} is not the address of an HTTP proxy.`,
hint: `Use a value such as ${example}, or http://USER:PASSWORD@proxy.example.com:3128 with every special character of the password percent-encoded ("@" is %40, "/" is %2F).`,
};
}
function exemptions(text) {
const networks = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
const hosts = [];
for (const entry of text.toLowerCase().split(/[\s,]+/)) {
const [, network = '', bits] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
const size = { 0: -1, 4: 32, 6: 128 }[(0, node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network)] ?? -1;
if (Number(bits) <= size)
networks.addSubnet(network, Number(bits), familyOf(network));
else if (entry !== '')
hosts.push(hostOf(entry));
}
return (url) => {
const host = bare(url.hostname);
const port = url.port || (url.protocol === 'https:' ? '443' : '80');
if ((0, node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0 && networks.check(host, familyOf(host)))
return true;
return hosts.some((named) => (named.port === undefined || named.port === port) &&
(named.host === '*' || named.host === host || host.endsWith(`.${named.host}`)));
};
}
const familyOf = (address) => ((0, node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) === 6 ? 'ipv6' : 'ipv4');
function hostOf(entry) {
const [, host = entry, port] = ((0, node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(entry) === 0 && /^(.+):(\d+)$/.exec(entry)) || [];
return { host: bare(host).replace(/^\*?\.(?=.)/, ''), port };
}
const bare = (host) => host.replace(/^\[(.*)\]$/, '$1').replace(/(?<=.)\.$/, '');
function proxyVariables(env) {
const { proxies } = readProxies(env);
const [, exempt] = setting(env, 'NO_PROXY');
return {
...(proxies['http:'] && { HTTP_PROXY: proxies['http:'].value }),
...(proxies['https:'] && { HTTPS_PROXY: proxies['https:'].value }),
...(exempt !== '' && { NO_PROXY: exempt.replace(/[\s,]+/g, ',') }),
};
}
}),
40493: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CS: () => (listFiles),
Em: () => (MAX_DASHBOARD_BYTES),
Fv: () => (walkFiles),
OH: () => (openWorkspace),
SH: () => (repositoryPath),
j6: () => (existsInWorkspace),
oS: () => (workspaceRoot),
tc: () => (fromRoot),
yR: () => (readText)
});
var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61469);
const MAX_DASHBOARD_BYTES = 16_000_000;
const workspaceRoot = ({ GITHUB_WORKSPACE }) => GITHUB_WORKSPACE ?? process.cwd();
function openWorkspace(root, workingDirectory) {
const real = realRoot(root);
const wrong = (message) => unreadable('input/working-directory', message, 'Input working-directory is a folder of the repository, relative to its root. Is the repository checked out before this step?');
try {
const folder = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(real, workingDirectory));
if (!inside(real, folder))
throw wrong(`The working directory ${workingDirectory} is outside of the workspace.`);
if (!(0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory())
throw wrong(`The working directory ${workingDirectory} is not a folder.`);
return { root: real, folder };
}
catch (error) {
if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ)
throw error;
throw wrong(`The working directory ${workingDirectory} does not exist.`);
}
}
function realRoot(root) {
try {
return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
}
catch {
const hint = 'Check out the repository before this step (actions/checkout), or correct GITHUB_WORKSPACE.';
throw unreadable('input/workspace', `The workspace ${root} does not exist.`, hint);
}
}
function readText(workspace, path, maxBytes = 1_000_000) {
const file = repositoryPath(workspace, path);
const pending = workspace.pending?.get(file);
if (pending !== undefined)
return { file, text: pending };
const wrong = (message, hint) => unreadable('file/unreadable', `${file} ${message}.`, hint);
try {
const real = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path));
if (!inside(workspace.root, real))
throw unreadable('file/outside', `${file} leads outside of the workspace.`, UNLINK);
const stat = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real);
if (!stat.isFile())
throw wrong(`is ${stat.isDirectory() ? 'a folder' : 'not a file'}`, READABLE);
const { size } = stat;
if (size > maxBytes) {
const message = `${file} has ${size} bytes, more than the limit of ${maxBytes}.`;
throw unreadable('file/too-large', message, 'Is this the right file?');
}
return {
file,
text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real)),
};
}
catch (error) {
if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ)
throw error;
const code = error.code;
if (code === 'ENOENT' || code === 'ENOTDIR')
return undefined;
if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
throw wrong('is not UTF-8 text', 'Save it as UTF-8.');
throw wrong(`cannot be read: ${(0, _errors_js__WEBPACK_IMPORTED_MODULE_2__.bD)(error)}`, READABLE);
}
}
const UNLINK = 'Replace the link with the file itself.';
const READABLE = 'Check that it is a file and may be read.';
function listFiles(workspace, path, ending) {
const pending = pendingBelow(workspace, path).filter((one) => one.endsWith(ending));
try {
const absolute = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path));
if (!(0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute).isDirectory() || !inside(workspace.root, absolute))
return [path];
const files = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path), { withFileTypes: true, recursive: true })
.filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
.map((entry) => (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.folder, (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name)));
return [...new Set([...files, ...pending])].toSorted();
}
catch {
return pending.length > 0 ? pending : [path];
}
}
function pendingBelow(workspace, path) {
const folder = repositoryPath(workspace, path);
return [...(workspace.pending?.keys() ?? [])]
.filter((file) => folder === '.' || file.startsWith(`${folder}/`))
.map((file) => fromRoot(workspace, file))
.toSorted();
}
function existsInWorkspace(workspace, path) {
const absolute = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path);
if (workspace.pending?.has(repositoryPath(workspace, path)))
return true;
if (pendingBelow(workspace, path).length > 0)
return true;
return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(absolute) && inside(workspace.root, (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute));
}
function walkFiles(workspace, { skips, maxFiles, maxDepth }) {
const [paths, closed] = [[], []];
paths.push(...pendingBelow(workspace, '').filter((path) => !path.split('/').slice(0, -1).some(skips)));
const pending = new Set(paths);
const folders = [{ path: '', depth: 0 }];
for (let folder = folders.pop(); folder; folder = folders.pop())
for (const entry of entriesOf(workspace, folder.path, closed)) {
const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
if (!entry.isDirectory()) {
if (!pending.has(path))
paths.push(path);
}
else if (!skips(entry.name) && folder.depth < maxDepth)
folders.push({ path, depth: folder.depth + 1 });
if (paths.length >= maxFiles)
return { paths: paths.toSorted(), incomplete: true, closed };
}
return { paths: paths.toSorted(), incomplete: false, closed };
}
function entriesOf(workspace, path, closed) {
try {
return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path), { withFileTypes: true });
}
catch {
closed.push(repositoryPath(workspace, path));
return [];
}
}
function fromRoot(workspace, path) {
return (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.folder, (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.root, path));
}
function repositoryPath(workspace, path) {
return (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.root, (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.';
}
const inside = (root, path) => path === root || path.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
function unreadable(code, message, hint) {
const problem = { code, severity: 'error', message, hint };
return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ('configuration', [problem]);
}
}),
69466: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
C3: () => (APP_NAME),
Zg: () => (REGION),
_G: () => (flyHost),
cM: () => (internalHost),
ds: () => (privateUrl),
mh: () => (publicHost),
x6: () => (publicUrl)
});
const APP_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const REGION = /^[a-z]{3}$/;
const publicHost = (app) => `${app}.fly.dev`;
const publicUrl = (app) => `https://${publicHost(app)}`;
const internalHost = (app) => `${app}.internal`;
const privateUrl = (app) => `http://${internalHost(app)}:9090`;
const HOST = /^(?:(?:all|global|[a-z]{3}|(?:top\d+\.)?nearest\.of|[0-9a-f]+\.vm|[\w-]+\.[\w-]+\.kv\._metadata|(?<process>[\w-]+)\.process)\.)?(?<app>[a-z0-9][a-z0-9-]*|\$\{\w+\})\.internal$/;
const PROXY = /^(?<app>[a-z0-9][a-z0-9-]*)\.(?<domain>flycast|fly\.dev)$/;
const OTHERS = new Set([
...['docker', 'containers', 'railway', 'ec2', 'google', 'compute', 'lima', 'orb', 'minikube', 'k3d'],
...['cloudapp', 'scaleway'],
]);
function flyHost(host) {
const internal = HOST.exec(host)?.groups;
if (internal?.app !== undefined)
return OTHERS.has(internal.app)
? undefined
: { app: internal.app, process: internal.process, network: 'internal' };
const { app, domain } = PROXY.exec(host)?.groups ?? {};
return app === undefined
? undefined
: { app, process: undefined, network: domain === 'flycast' ? 'flycast' : 'public' };
}
})
};
