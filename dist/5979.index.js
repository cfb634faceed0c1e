export const id = 5979;
export const ids = [5979, 8534];
export const modules = {
21916: ((__unused_webpack_module, exports) => {
var __webpack_unused_export__;
__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
var n = a.length;
var m = b.length;
var lst = 1 << (n - 1);
var pv = -1;
var mv = 0;
var sc = n;
var i = n;
while (i--) {
peq[a.charCodeAt(i)] |= 1 << i;
}
for (i = 0; i < m; i++) {
var eq = peq[b.charCodeAt(i)];
var xv = eq | mv;
eq |= ((eq & pv) + pv) ^ pv;
mv |= ~(eq | pv);
pv &= eq;
if (mv & lst) {
sc++;
}
if (pv & lst) {
sc--;
}
mv = (mv << 1) | 1;
pv = (pv << 1) | ~(xv | mv);
mv &= xv;
}
i = n;
while (i--) {
peq[a.charCodeAt(i)] = 0;
}
return sc;
};
var myers_x = function (b, a) {
var n = a.length;
var m = b.length;
var mhc = [];
var phc = [];
var hsize = Math.ceil(n / 32);
var vsize = Math.ceil(m / 32);
for (var i = 0; i < hsize; i++) {
phc[i] = -1;
mhc[i] = 0;
}
var j = 0;
for (; j < vsize - 1; j++) {
var mv_1 = 0;
var pv_1 = -1;
var start_1 = j * 32;
var vlen_1 = Math.min(32, m) + start_1;
for (var k = start_1; k < vlen_1; k++) {
peq[b.charCodeAt(k)] |= 1 << k;
}
for (var i = 0; i < n; i++) {
var eq = peq[a.charCodeAt(i)];
var pb = (phc[(i / 32) | 0] >>> i) & 1;
var mb = (mhc[(i / 32) | 0] >>> i) & 1;
var xv = eq | mv_1;
var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
var ph = mv_1 | ~(xh | pv_1);
var mh = pv_1 & xh;
if ((ph >>> 31) ^ pb) {
phc[(i / 32) | 0] ^= 1 << i;
}
if ((mh >>> 31) ^ mb) {
mhc[(i / 32) | 0] ^= 1 << i;
}
ph = (ph << 1) | pb;
mh = (mh << 1) | mb;
pv_1 = mh | ~(xv | ph);
mv_1 = ph & xv;
}
for (var k = start_1; k < vlen_1; k++) {
peq[b.charCodeAt(k)] = 0;
}
}
var mv = 0;
var pv = -1;
var start = j * 32;
var vlen = Math.min(32, m - start) + start;
for (var k = start; k < vlen; k++) {
peq[b.charCodeAt(k)] |= 1 << k;
}
var score = m;
for (var i = 0; i < n; i++) {
var eq = peq[a.charCodeAt(i)];
var pb = (phc[(i / 32) | 0] >>> i) & 1;
var mb = (mhc[(i / 32) | 0] >>> i) & 1;
var xv = eq | mv;
var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
var ph = mv | ~(xh | pv);
var mh = pv & xh;
score += (ph >>> (m - 1)) & 1;
score -= (mh >>> (m - 1)) & 1;
if ((ph >>> 31) ^ pb) {
phc[(i / 32) | 0] ^= 1 << i;
}
if ((mh >>> 31) ^ mb) {
mhc[(i / 32) | 0] ^= 1 << i;
}
ph = (ph << 1) | pb;
mh = (mh << 1) | mb;
pv = mh | ~(xv | ph);
mv = ph & xv;
}
for (var k = start; k < vlen; k++) {
peq[b.charCodeAt(k)] = 0;
}
return score;
};
var distance = function (a, b) {
if (a.length < b.length) {
var tmp = b;
b = a;
a = tmp;
}
if (b.length === 0) {
return a.length;
}
if (a.length <= 32) {
return myers_32(a, b);
}
return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
var min_distance = Infinity;
var min_index = 0;
for (var i = 0; i < arr.length; i++) {
var dist = distance(str, arr[i]);
if (dist < min_distance) {
min_distance = dist;
min_index = i;
}
}
return arr[min_index];
};
__webpack_unused_export__ = closest;
}),
58455: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
LH: () => (ABOUT_COMMANDS),
Nl: () => (commandOf),
OF: () => (SHELLS),
Wg: () => (FLAGS),
bw: () => (FIRST_WORDS),
cz: () => (optionsOf),
fG: () => (PRESETS),
lw: () => (OPTIONS),
oQ: () => (commandNames)
});
var __import_0__ = __webpack_require__(43636);
const FLAGS = {
json: 'Print only the result, as JSON, to the standard output.',
debug: 'Also show debug messages.',
'dry-run': 'Write nothing; show what would be written as a diff.',
check: 'Write nothing; fail when the page and the contract differ.',
force: 'Also replace files that were not written by init, or were changed since.',
'web-config': 'Print the value for the secret PROMETHEUS_WEB_CONFIG instead of the password.',
help: 'Show this help.',
};
const PRESETS = ['fechatter'];
const OPTIONS = {
preset: {
value: 'NAME',
text: `Start from the services and dashboards of a preset: ${PRESETS.join(', ')}.`,
},
yes: {
value: 'APP',
text: 'Do not ask: remove the monitoring app of this name. Any other name removes nothing.',
},
report: {
value: 'FILE',
text: 'Also write the report as one HTML page that needs no network, with charts, to this file.',
},
};
const PAGE_INPUTS = ['url', 'file'];
const RUN_INPUTS = __import_0__.mc.filter((name) => ![...__import_0__.cW, ...PAGE_INPUTS, ...__import_0__.rp, 'mode', 'check'].includes(name));
const ROLLBACK = 'rollback-on-failure';
const NAMES = ['config', 'working-directory', 'app', 'monitoring-app'];
const runs = (command) => ({
...command,
inputs: RUN_INPUTS.filter((name) => name !== ROLLBACK),
switches: ['json', 'debug', 'help'],
options: ['report'],
});
const COMMANDS = {
init: {
short: 'write the files for a repository: configuration, workflow, scripts',
long: 'Writes monitoring.yml, filled in from what the repository has, and the files that are derived from it. What it cannot take over is listed, and an app that exists is only used under --monitoring-app when it is named there. Files that people wrote or changed are kept. Needs no secrets.',
inputs: [...NAMES, 'organization', 'region'],
about: {
config: 'The configuration file to write (default monitoring.yml).',
app: 'The app to monitor. Without it, all apps for which the repository has a Fly configuration.',
'monitoring-app': 'Name of the monitoring app (default <app>-monitoring, of several apps with what their names begin with).',
organization: 'Fly organization for apps that do not exist yet (default: the one that workflows and scripts name, else personal).',
region: 'Fly region of the monitoring app (default: primary_region of the Fly configurations; without one, it is left to be filled in).',
},
switches: ['dry-run', 'force', 'help'],
options: ['preset'],
secrets: [],
examples: ['init --dry-run', 'init --app chat --region fra', 'init --preset fechatter'],
},
plan: runs({
short: 'check every file, and show what a deploy would change',
long: 'Checks every file that a deploy would use. With FLY_API_TOKEN, or with GRAFANA_URL and GRAFANA_API_KEY, it also shows what a deploy would change there. Changes nothing. Needs no secrets.',
examples: ['plan', 'plan --json'],
}),
deploy: {
...runs({
short: 'deploy Prometheus and the apps, import the dashboards, prove that it works',
long: 'Deploys Prometheus and the apps, writes dashboards and alert rules to Grafana, then proves that every target is scraped. Needs FLY_API_TOKEN.',
examples: ['deploy', 'deploy --config monitoring.staging.yml --fail-on metrics'],
}),
inputs: RUN_INPUTS,
},
verify: runs({
short: 'only the verification',
long: 'Asks the running system whether every target is scraped, every promised metric exists and every panel has data. Changes nothing. Needs FLY_API_TOKEN.',
examples: ['verify', 'verify --fail-on panels --timeout 5m'],
}),
dashboards: runs({
short: 'only the Grafana part',
long: 'Writes data source, dashboards and alert rules to Grafana. Needs GRAFANA_URL and GRAFANA_API_KEY.',
examples: ['dashboards'],
}),
contract: {
short: 'declare the metrics of a running service, or compare them with the declared ones',
long: 'Reads pages of metrics, and writes or updates services[].metrics in the configuration; comments stay. With --check it writes nothing, and fails when a declared metric is missing, or has another type or other labels. A page is a URL or a file, as SERVICE=URL when several services have the same port; each option may be repeated. Without a page, the metrics in the deployed Prometheus are read (needs PROMETHEUS_PASSWORD or FLY_API_TOKEN).',
inputs: [...PAGE_INPUTS, 'config', 'working-directory', 'prometheus-url', 'timeout'],
switches: ['check', 'json', 'debug', 'help'],
options: [],
secrets: ['fly-api-token', 'prometheus-password'],
examples: [
'contract --url http://localhost:9090/metrics',
'contract --check --url web=http://localhost:9090/metrics --url bot=http://localhost:9092/metrics',
'contract --file metrics.txt',
],
},
drill: runs({
short: 'send one marked alert to the receivers',
long: 'Sends one clearly marked alert to the receivers, shows after how many seconds each one accepted it, and ends it. With alerts.notify it goes through Prometheus and its Alertmanager; otherwise through the notification policies of Grafana, by a rule that is removed again. It wakes people: tell them first. Needs FLY_API_TOKEN, and GRAFANA_URL and GRAFANA_API_KEY where alerts go through Grafana.',
examples: ['drill', 'drill --timeout 5m'],
}),
destroy: {
short: 'remove the monitoring app and what was written to Grafana',
long: 'Removes for good what deploy has made: the monitoring app with its volume and all its data, and in Grafana the alert rules, dashboards, folder and data source of this deployment. Shows first what would be removed, and does it only when the name of the monitoring app is typed or given with --yes. Main apps, edited dashboards and everything else in Grafana stay. Needs FLY_API_TOKEN; with GRAFANA_URL and GRAFANA_API_KEY also the Grafana part.',
inputs: [...NAMES, 'organization', 'region', 'flyctl-version', 'flyctl-sha256', 'timeout'],
switches: ['debug', 'help'],
options: ['yes'],
secrets: ['fly-api-token', 'grafana-api-key'],
examples: ['destroy', 'destroy --yes chat-monitoring'],
},
password: {
short: "show the password of Prometheus' user, or its web configuration",
long: 'Prints the password of Prometheus\' user "prometheus": PROMETHEUS_PASSWORD, or the password derived from FLY_API_TOKEN. With --web-config, the value for the secret PROMETHEUS_WEB_CONFIG, for a deploy by hand.',
inputs: NAMES,
switches: ['web-config', 'help'],
options: [],
secrets: ['fly-api-token', 'prometheus-password'],
examples: [
'password',
'password --web-config | flyctl secrets set --stage -a chat-monitoring PROMETHEUS_WEB_CONFIG=-',
],
},
};
const commandNames = Object.keys(COMMANDS);
const commandOf = (name) => COMMANDS[name];
const SHELLS = ['bash', 'zsh', 'fish'];
const ABOUT_COMMANDS = {
completion: `print the completion of a shell: ${SHELLS.join(', ')}`,
help: 'show this list, or with the name of a command its options',
};
const FIRST_WORDS = [
...commandNames.map((name) => [name, commandOf(name).short]),
...Object.entries(ABOUT_COMMANDS),
];
function optionsOf(name) {
const { inputs, options, switches } = commandOf(name);
return [...inputs, ...options, ...switches];
}
}),
73911: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
d: () => (terminalLog),
n: () => (paint)
});
var __import_0__ = __webpack_require__(57975);
var __import_1__ = __webpack_require__(94869);
var __import_2__ = __webpack_require__(41450);
const FRAMES = ['\u280b', '\u2819', '\u2839', '\u2838', '\u283c', '\u2834', '\u2826', '\u2827', '\u2807', '\u280f'];
const FRAME_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';
function paint(style, text, stream) {
return (0, __import_0__.styleText)(style, text, { stream: stream });
}
function terminalLog(stream, options) {
const progress = stream.isTTY === true ? createProgress(stream) : undefined;
const line = (text, style, indent = '') => {
const safe = (0, __import_2__.i)(indent + (0, __import_1__.TN)(text, 2_000));
const printed = style === undefined ? safe : paint(style, safe, stream);
if (progress)
progress.above(`${printed}\n`);
else
stream.write(`${printed}\n`);
};
return {
info: (text) => line(text),
debug: (text) => {
if (options.debug)
line(text, 'dim');
},
problem: ({ severity, at, message, hint }) => {
const place = at ? `${at.file}:${at.line}:${at.column}: ` : '';
line(`${place}${severity}: ${message}`, severity === 'error' ? 'red' : 'yellow');
if (hint !== '')
line(`\u2192 ${hint}`, undefined, '  ');
},
block: (title, lines) => {
line(title);
for (const text of lines)
line(text, 'dim', '  ');
},
progress: (describe) => progress?.describe(describe),
end: () => progress?.end(),
};
}
function createProgress(stream) {
const began = performance.now();
let frame = 0;
let describe = () => '';
const draw = () => {
const seconds = Math.floor((performance.now() - began) / 1000);
const what = describe().replaceAll('`', '');
const text = `${FRAMES[frame++ % FRAMES.length]} ${seconds} s${what === '' ? '' : ` \u00b7 ${what}`}`;
const shown = (0, __import_1__.TN)(text, Math.max(10, (stream.columns ?? 80) - 1));
stream.write(`${CLEAR_LINE}${paint('dim', shown, stream)}`);
};
const timer = setInterval(draw, FRAME_MS).unref();
let isOver = false;
return {
describe: (from) => {
describe = from;
},
above: (text) => {
stream.write(CLEAR_LINE + text);
if (!isOver)
draw();
},
end: () => {
if (isOver)
return;
isOver = true;
clearInterval(timer);
stream.write(CLEAR_LINE);
},
};
}
}),
75979: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
commandLine: () => (commandLine)
});
var names = __webpack_require__(43636);
var compile_cache = __webpack_require__(76783);
var errors = __webpack_require__(61469);
var node_messages = __webpack_require__(6783);
var lib_output = __webpack_require__(66903);
var print = __webpack_require__(37219);
var redact = __webpack_require__(67209);
var lib_text = __webpack_require__(94869);
var external_node_util_ = __webpack_require__(57975);
var similar_name = __webpack_require__(9689);
var commands = __webpack_require__(58455);
;
function readArguments([first, ...rest]) {
if (first === undefined)
return { kind: 'mistake', message: 'No command is given.', hint: COMMANDS_HINT };
if (first === '--help' || first === '-h')
return { kind: 'help' };
if (first === '--version' || first === '-v')
return { kind: 'version' };
if (first === 'help')
return readHelp(rest);
if (first === 'completion')
return readCompletion(rest);
const command = commands.oQ.find((name) => name === first);
return command ? readOptions(command, rest) : unknownCommand(first);
}
const WORDS = commands.bw.map(([word]) => word);
const COMMANDS_HINT = `Use one of: ${WORDS.join(', ')}.`;
function unknownCommand(word) {
return {
kind: 'mistake',
message: `${JSON.stringify(word)} is not a command.`,
hint: (0, similar_name.au)(word, [...WORDS, '--help', '--version']) ?? COMMANDS_HINT,
};
}
function readHelp([word]) {
const command = commands.oQ.find((name) => name === word);
if (command)
return { kind: 'help', command };
if (word === 'completion')
return { kind: 'help', command: word };
const isGeneral = word === undefined || word === '--help' || word === '-h' || word in commands.LH;
return isGeneral ? { kind: 'help' } : unknownCommand(word);
}
function readCompletion([word]) {
if (word === '--help' || word === '-h')
return { kind: 'help', command: 'completion' };
const shell = commands.OF.find((name) => name === word);
if (shell)
return { kind: 'completion', shell };
const message = word === undefined ? 'No shell is given.' : `${JSON.stringify(word)} has no completion.`;
const near = word === undefined ? undefined : (0, similar_name.au)(word, commands.OF);
return { kind: 'mistake', message, hint: near ?? `Use one of: ${commands.OF.join(', ')}.` };
}
function readOptions(command, args) {
const { inputs, switches, options: own } = (0, commands.Nl)(command);
const options = {
...Object.fromEntries(inputs.map((name) => [name, { type: 'string', multiple: isList(name) }])),
...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' }])),
...Object.fromEntries(own.map((name) => [name, { type: 'string' }])),
help: { type: 'boolean', short: 'h' },
};
try {
const { values } = (0, external_node_util_.parseArgs)({ args, options, strict: true, allowPositionals: false });
if (values.help)
return { kind: 'help', command };
const given = inputs.flatMap((name) => {
const value = values[name];
return value === undefined ? [] : [[(0, names.LO)(name), [value].flat().join('\n')]];
});
const on = switches.filter((name) => values[name] === true);
const preset = commands.fG.find((name) => name === values.preset);
if (values.preset !== undefined && !preset)
return { kind: 'mistake', command, message: '--preset has an unknown value.', hint: PRESET_HINT };
return {
...{ kind: 'command', command, inputs: Object.fromEntries(given), switches: new Set(on) },
...(preset && { preset }),
...(typeof values.yes === 'string' && { yes: values.yes }),
...(typeof values.report === 'string' && { report: values.report }),
};
}
catch (error) {
return { kind: 'mistake', command, ...explain(error, Object.keys(options), command) };
}
}
const isList = (name) => name === 'url' || name === 'file';
const PRESET_HINT = `Use one of: ${commands.fG.join(', ')}.`;
function explain(error, known, command) {
const { code, message } = error;
const name = /'(?:-\w, )?--?([\w-]+)/.exec(message)?.[1] ?? '';
const usage = `See "deploy-monitoring ${command} --help".`;
if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
return { message: `"${command}" accepts options only.`, hint: usage };
if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
const isSwitch = (0, commands.Nl)(command).switches.some((known) => known === name);
return { message: `--${name} ${isSwitch ? 'does not accept a value' : 'needs a value'}.`, hint: usage };
}
if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
throw error;
const secret = names.cW.find((input) => input === name);
if (secret)
return {
message: `--${secret} is not an option: every user of this machine can read the arguments of a program.`,
hint: `Set the environment variable ${(0, names.mT)(secret)}.`,
};
const near = (0, similar_name.au)(name, known);
return {
message: `"${command}" does not have an option --${name}.`,
hint: near ? near.replace('"', '"--') : usage,
};
}
var cli_log = __webpack_require__(73911);
;
const MISTAKE = 2;
const FAILURE = 3;
async function commandLine(args) {
(0, node_messages.U)(FAILURE);
for (const secret of (0, names.VY)(process.env))
(0, redact.Ck)(secret);
const output = (0, lib_output.X)();
await output.exit(await attempt(() => execute(readArguments(args))));
}
async function execute(asked) {
if (asked.kind === 'mistake')
return mistake(asked);
if (asked.kind === 'version')
return printVerbatim((await __webpack_require__.e(3287).then(__webpack_require__.bind(__webpack_require__, 43287))).packageVersion());
if (asked.kind === 'help') {
const { completionHelp, helpOf, overview } = await Promise.all([__webpack_require__.e(8815), __webpack_require__.e(9654)]).then(__webpack_require__.bind(__webpack_require__, 9654));
if (asked.command === 'completion')
return printVerbatim(completionHelp());
return printVerbatim(asked.command ? helpOf(asked.command) : overview());
}
if (asked.kind === 'completion')
return printVerbatim((await __webpack_require__.e(6767).then(__webpack_require__.bind(__webpack_require__, 36767))).completionOf(asked.shell));
const { command } = asked;
if (command === 'init')
return (await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(3292), __webpack_require__.e(8815), __webpack_require__.e(7934), __webpack_require__.e(9605), __webpack_require__.e(7291), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(8139), __webpack_require__.e(4590), __webpack_require__.e(16), __webpack_require__.e(6989), __webpack_require__.e(9538), __webpack_require__.e(9371), __webpack_require__.e(2278), __webpack_require__.e(1601)]).then(__webpack_require__.bind(__webpack_require__, 51601))).runInit(asked);
if (command === 'destroy')
return (await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(3292), __webpack_require__.e(8815), __webpack_require__.e(7934), __webpack_require__.e(6242), __webpack_require__.e(9605), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(8139), __webpack_require__.e(4590), __webpack_require__.e(7744), __webpack_require__.e(16), __webpack_require__.e(7217), __webpack_require__.e(4274), __webpack_require__.e(6989), __webpack_require__.e(8972), __webpack_require__.e(7135), __webpack_require__.e(9371), __webpack_require__.e(1907)]).then(__webpack_require__.bind(__webpack_require__, 1907))).runDestroy(asked);
if (command === 'password') {
const { passwordOutput } = await Promise.all([__webpack_require__.e(8815), __webpack_require__.e(7934), __webpack_require__.e(6242), __webpack_require__.e(16), __webpack_require__.e(9937)]).then(__webpack_require__.bind(__webpack_require__, 89937));
return printVerbatim(passwordOutput({ ...asked, webConfig: asked.switches.has('web-config') }));
}
return (await (0, compile_cache.S)(() => Promise.all([__webpack_require__.e(8815), __webpack_require__.e(7934), __webpack_require__.e(9605), __webpack_require__.e(4590), __webpack_require__.e(16), __webpack_require__.e(6989), __webpack_require__.e(9371)]).then(__webpack_require__.bind(__webpack_require__, 29371)))).runMode({ ...asked, mode: command });
}
async function attempt(work) {
try {
return await work();
}
catch (error) {
const log = (0, cli_log.d)(process.stderr, { debug: false });
const problems = error instanceof errors.lZ ? error.problems : [ourBug(error)];
for (const problem of problems)
log.problem(problem);
if (!(error instanceof errors.lZ))
log.block('Where:', String(error.stack).split('\n'));
log.end();
return error instanceof errors.lZ ? MISTAKE : FAILURE;
}
}
const ourBug = (error) => ({
code: 'internal',
severity: 'error',
message: `Unexpected error: ${(0, errors.bD)(error)}`,
hint: 'This is a bug of deploy-monitoring. Report it with this output.',
});
function printVerbatim(text) {
process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
return 0;
}
function mistake({ message, hint }) {
(0, print.y)(`${(0, cli_log.n)('red', (0, lib_text.TN)(message), process.stderr)}\n${(0, lib_text.TN)(hint)}`, process.stderr);
return MISTAKE;
}
}),
43636: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
JR: () => (rawInput),
LO: () => (inputVariable),
VY: () => (secretsIn),
XK: () => (isOwnVariable),
cW: () => (SECRETS),
cu: () => (RECEIVER_SECRETS),
mT: () => (environmentVariable),
mc: () => (INPUTS),
rp: () => (RUNNER_INPUTS)
});
var __import_0__ = __webpack_require__(89977);
const RECEIVER_SECRETS = [
'slack-webhook-url',
'discord-webhook-url',
'telegram-bot-token',
'ntfy-url',
'ntfy-token',
'pagerduty-routing-key',
'smtp-password',
'notify-webhook-url',
'heartbeat-url',
];
const RUNNER_INPUTS = ['comment', 'check-run', 'issue', 'sarif-file', 'github-token'];
const INPUTS = [
'mode',
'config',
'working-directory',
'app',
'monitoring-app',
'organization',
'region',
'fly-api-token',
'flyctl-version',
'flyctl-sha256',
'prometheus-password',
'prometheus-url',
'grafana-prometheus-url',
'grafana-prometheus-user',
'grafana-prometheus-api-key',
'grafana-url',
'grafana-api-key',
'url',
'file',
'check',
...RECEIVER_SECRETS,
'verify-heartbeat-url',
'fail-on',
'rollback-on-failure',
'timeout',
...RUNNER_INPUTS,
];
const FROM_ENVIRONMENT = [
'fly-api-token',
'prometheus-password',
'grafana-prometheus-url',
'grafana-prometheus-user',
'grafana-prometheus-api-key',
'grafana-url',
'grafana-api-key',
...RECEIVER_SECRETS,
'verify-heartbeat-url',
'github-token',
];
const SECRETS = [
'fly-api-token',
'prometheus-password',
'grafana-prometheus-api-key',
'grafana-api-key',
...RECEIVER_SECRETS,
'verify-heartbeat-url',
];
const inputVariable = (name) => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;
const environmentVariable = (name) => name.toUpperCase().replaceAll('-', '_');
function rawInput(env, name) {
const environment = FROM_ENVIRONMENT.includes(name) ? env[environmentVariable(name)] : undefined;
return env[inputVariable(name)] || environment || undefined;
}
const RUN_VARIABLES = /^(?:INPUT|FLY|GRAFANA|PROMETHEUS|GITHUB|GH|ACTIONS|DOCKER|BUILDKIT|BUILDX)_|_PROXY$/i;
const OF_SYSTEM = /^(?:PATH|HOME|IFS|ENV|PWD|SHELL|USER|TMPDIR|CI)$/;
const isOwnVariable = (name) => RUN_VARIABLES.test(name) ||
OF_SYSTEM.test(name) ||
FROM_ENVIRONMENT.some((input) => environmentVariable(input) === name);
const SECRET_NAME = /(?:^|[_-])(?:token|password|secret|(?:api|access|private|secret)[_-]?key)$/i;
const CREDENTIALS = /^(?:[a-z][\w+.-]*:\/\/)?[^\s/?#:@]*:([^\s/?#]+)@/i;
function secretsIn(env) {
const found = SECRETS.flatMap((name) => [env[inputVariable(name)], env[environmentVariable(name)]].flatMap((value) => secretParts(value ?? '')));
return [...new Set([...found, ...secretsOfPrograms(env)])];
}
function secretParts(value) {
const secret = value.trim();
const url = /^https?:\/\//i.test(secret) ? URL.parse(secret) : null;
if (!url)
return secret === '' || secret.includes(',') ? [] : [secret];
const parts = [...url.pathname.split('/'), ...url.searchParams.values(), url.password].filter((one) => one);
const long = parts.filter((part) => part.length >= LONG_PART);
return long.length > 0 ? long : parts.slice(-1);
}
const LONG_PART = 10;
function secretsOfPrograms(env) {
return Object.entries(env).flatMap(([name, value]) => {
if (!value || !RUN_VARIABLES.test(name))
return [];
const password = CREDENTIALS.exec(value)?.[1];
return [
...(SECRET_NAME.test(name) ? tokensIn(name, value) : []),
...(password === undefined ? [] : [password]),
...[...(URL.parse(value)?.searchParams ?? [])].flatMap(([key, secret]) => SECRET_NAME.test(key) ? [secret] : []),
];
});
}
const tokensIn = (name, value) => /^(?:INPUT_)?FLY[_-]/i.test(name) ? (0, __import_0__.o)(value) : [value.trim()];
}),
61469: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
JY: () => (ignoreRefusal),
bD: () => (messageOf),
lZ: () => (ActionError),
sx: () => (platformError)
});
class ActionError extends Error {
name = 'ActionError';
problems;
kind;
constructor(kind, problems, options) {
super(problems.map((p) => p.message).join('\n'), options);
this.kind = kind;
this.problems = problems;
}
}
function platformError(code, message, hint, cause) {
return new ActionError('platform', [{ code, severity: 'error', message, hint }], { cause });
}
function ignoreRefusal(error) {
if (error instanceof ActionError)
return undefined;
throw error;
}
function messageOf(error) {
return error instanceof Error ? error.message : String(error);
}
}),
89977: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
i: () => (flyTokenScheme),
o: () => (flyTokens)
});
const flyTokenScheme = (token) => /^fm\w+_/.test(token) ? 'FlyV1' : 'Bearer';
function flyTokens(token) {
return token.split(/[\s,]+/).filter((part) => part !== '' && !/^(?:FlyV1|Bearer)$/i.test(part));
}
}),
6783: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
U: () => (guardNodeMessages)
});
var __import_1__ = __webpack_require__(37219);
var __import_0__ = __webpack_require__(94869);
function guardNodeMessages(exitCode) {
process.removeAllListeners('warning');
process.on('warning', ({ name, message }) => (0, __import_1__.y)((0, __import_0__.TN)(`${name}: ${message}`), process.stderr));
process.on('uncaughtException', (error) => {
(0, __import_1__.y)((0, __import_0__.Bv)(String(error instanceof Error ? error.stack : error)).join('\n'), process.stderr);
process.exit(exitCode);
});
}
}),
66903: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
X: () => (watchOutput)
});
var __import_0__ = __webpack_require__(66149);
const NOT_WRITTEN = 3;
function watchOutput() {
const streams = [process.stdout, process.stderr];
let isLost = false;
for (const stream of streams)
stream.on('error', ({ code }) => {
isLost ||= code !== 'EPIPE' && code !== 'EIO';
});
return {
async exit(code) {
for (const signal of __import_0__.g)
process.removeAllListeners(signal);
await Promise.all(streams.map((stream) => new Promise((done) => stream.write('', () => done()))));
process.exit(code === 0 && isLost ? NOT_WRITTEN : code);
},
};
}
}),
9689: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
MD: () => (didYouMeanMetric),
au: () => (didYouMean),
jl: () => (similarMetricName)
});
var __import_0__ = __webpack_require__(21916);
const LIKELY = 0.6;
const NEARLY_SAME = 0.85;
const UNIT = /^(?:seconds|milliseconds|bytes|ratio|percent)$/;
function similarMetricName(name, known, least = 'similar') {
const best = closest(name, known, likeness);
return best && best.score >= (least === 'similar' ? LIKELY : NEARLY_SAME) ? best.name : undefined;
}
function didYouMean(given, known) {
const best = closest(given, known, (a, b) => -Math.min((0, __import_0__.Io)(a, b), (0, __import_0__.Io)(inOrder(a), inOrder(b))));
if (!best)
return undefined;
const { length } = best.name;
const mostTypos = length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
return -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined;
}
function didYouMeanMetric(given, known) {
const best = closest(given, known, (a, b) => -Math.min((0, __import_0__.Io)(a, b), (0, __import_0__.Io)(inOrder(a), inOrder(b))));
const mostTypos = Math.max(1, Math.min(3, Math.floor(given.length / 5)));
return best && -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined;
}
const inOrder = (name) => name.split('_').toSorted().join('_');
function closest(name, known, score) {
let best;
for (const other of known) {
const own = score(name, other);
if (!best || own > best.score)
best = { name: other, score: own };
}
return best;
}
function likeness(a, b) {
if (a === b)
return 0;
if (isExtended(a, b) || isExtended(b, a))
return NEARLY_SAME;
const spelling = 1 - (0, __import_0__.Io)(a, b) / Math.max(a.length, b.length);
const [left, right] = [wordsOf(a), wordsOf(b)];
const words = left.filter((word) => right.includes(word)).length / new Set([...left, ...right]).size;
return left[0] === right[0] ? Math.max(spelling, words) : spelling - 0.2;
}
const wordsOf = (name) => name.split(/[_./]/);
function isExtended(long, short) {
const [all, words] = [wordsOf(long), wordsOf(short)];
if (words.length < 2 || all.length <= words.length)
return false;
const isUnit = all.length === words.length + 1 && UNIT.test(all.at(-1) ?? '');
return (all.slice(-words.length).join() === words.join() || (isUnit && all.slice(0, -1).join() === words.join()));
}
})
};
