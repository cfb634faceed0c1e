export const id = 8534;
export const ids = [8534];
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
