export const id = 674;
export const ids = [674];
export const modules = {
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
37219: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
y: () => (print)
});
var __import_0__ = __webpack_require__(41450);
function print(text, stream) {
if (text !== '')
stream.write((0, __import_0__.i)(text.endsWith('\n') ? text : `${text}\n`));
}
}),
78430: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e9: () => (endFamilies),
l3: () => (startedBy),
rz: () => (newFamily)
});
var __import_0__ = __webpack_require__(73024);
const living = new Set();
const VARIABLE = 'DEPLOY_MONITORING_CHILD';
const run = `${process.pid}-${Date.now()}.`;
let count = 0;
function endFamilies() {
for (const family of living)
family.close();
if (count > 0)
killMarked(`${VARIABLE}=${run}`);
}
function newFamily() {
if (count === 0)
process.once('exit', endFamilies);
const mark = `${run}${++count}.`;
let group;
const family = {
mark: { [VARIABLE]: mark },
leads: (pid) => {
group = pid;
living.add(family);
},
signal: (name) => void send(group, name),
isAlive: () => send(group, 0),
close: () => {
if (living.delete(family))
send(group, 'SIGKILL');
},
kill: () => {
family.close();
killMarked(`${VARIABLE}=${mark}`);
},
};
return family;
}
function send(group, signal) {
if (group === undefined)
return false;
try {
return process.kill(-group, signal);
}
catch {
return false;
}
}
const PASSES = 10;
function killMarked(variable) {
for (let pass = 0; pass < PASSES; pass++) {
const found = marked(variable);
for (const pid of found) {
try {
process.kill(pid, 'SIGKILL');
}
catch {
}
}
if (found.length === 0)
return;
}
}
const startedBy = (pid) => marked(`${VARIABLE}=${pid}-`);
function marked(variable) {
if (process.platform !== 'linux')
return [];
return processes().filter((pid) => environmentOf(pid).some((one) => one.startsWith(variable)));
}
function processes() {
try {
return (0, __import_0__.readdirSync)('/proc')
.filter((name) => /^\d+$/.test(name))
.map(Number);
}
catch {
return [];
}
}
function environmentOf(pid) {
try {
return (0, __import_0__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
}
catch {
return [];
}
}
}),
67209: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Ck: () => (addSecret),
jD: () => (hide),
cJ: () => (hideAll),
IJ: () => (onSecret),
iC: () => (spare)
});
var redact_forms = __webpack_require__(52111);
;
const [PLAIN, SPACE, DROPPED, ESCAPE] = [0, 1, 2, 3];
const [BLANK, SLASH, UNDERSCORE] = [0x20, 0x2f, 0x5f];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
const char = String.fromCharCode(code);
if ('%\\&\u001b'.includes(char))
return ESCAPE;
return code <= BLANK || code === 0x7f || '+-'.includes(char) ? SPACE : PLAIN;
});
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const BLANKS = /[\s\u0080-\u009f]/;
const ESCAPED = /%(?:25)*([0-7][\da-f])|((?:%(?:25)*[89a-f][\da-f])+)|\\+u([\da-f]{4})|\\+x([\da-f]{2})|\\+([^%&\u001b\\])?|&(?:amp;)*(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));|\u001b(?:\[[\d;:?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/iy;
const ENTITIES = {
...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};
function read(text, emit) {
let afterBlank = false;
const put = (code, start, end) => {
const kind = kindOf(code);
if (kind === DROPPED)
return;
if (kind === SPACE && afterBlank)
return;
afterBlank = kind === SPACE;
emit(kind === SPACE ? BLANK : code === UNDERSCORE ? SLASH : code, start, end);
};
for (let at = 0; at < text.length;) {
const code = text.charCodeAt(at);
const found = code < 128 && KINDS[code] === ESCAPE ? escapeAt(text, at) : undefined;
const end = at + (found?.length ?? 1);
if (!found)
put(code, at, end);
else
for (let i = 0; i < found.means.length; i++)
put(found.means.charCodeAt(i), at, end);
at = end;
}
}
function readingOf(text) {
const codes = [];
read(text, (code) => codes.push(code));
return codes
.map((code) => String.fromCharCode(code))
.join('')
.trim();
}
function kindOf(code) {
if (code < 128)
return code === 0x5c ? DROPPED : KINDS[code] === ESCAPE ? PLAIN : (KINDS[code] ?? PLAIN);
const char = String.fromCharCode(code);
return INVISIBLE.test(char) ? DROPPED : BLANKS.test(char) ? SPACE : PLAIN;
}
function escapeAt(text, at) {
ESCAPED.lastIndex = at;
const found = ESCAPED.exec(text);
if (!found)
return undefined;
const [{ length }, ascii, bytes, unicode, latin, quoted, decimal, hex, name] = found;
const code = ascii ?? unicode ?? latin ?? hex;
if (code !== undefined)
return { length, means: character(Number.parseInt(code, 16)) };
if (decimal !== undefined)
return { length, means: character(Number(decimal)) };
if (bytes !== undefined)
return { length, means: decoded(bytes) };
if (name !== undefined)
return { length, means: ENTITIES[name.toLowerCase()] ?? '' };
return { length, means: quoted !== undefined && 'nrtbf'.includes(quoted) ? ' ' : (quoted ?? '') };
}
const character = (code) => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
const decoded = (bytes) => Buffer.from(bytes.replaceAll(/%(?:25)*/gi, ''), 'hex').toString('utf8');
;
const TELLING = 8;
const ORDINARY = 12;
const CERTAIN = 16;
const SHORTEST = 4;
const WORDS = /^(?:[A-Z]?[a-z]*|[A-Z]+|\d+)(?:[ /.:,](?:[A-Z]?[a-z]*|[A-Z]+|\d+))*$/;
function createPieces() {
const all = [];
const addPiece = (piece, isSure) => {
const hash = hashOf(piece);
const { length } = piece;
const known = all.find((one) => one.length === length && one.isSure === isSure);
const own = known ?? ofLength(length, isSure);
if (!known)
all.push(own);
own.filter[slot(hash)] = 1;
own.pieces.set(hash, (own.pieces.get(hash) ?? new Set()).add(piece));
};
return {
add(reading, coarse = false) {
if (reading.length < SHORTEST)
return;
if (reading.length <= CERTAIN)
addPiece(reading, true);
for (const piece of windows(reading, CERTAIN))
addPiece(piece, true);
for (const piece of windows(reading, ORDINARY))
addPiece(piece, coarse);
if (coarse)
return;
for (const piece of windows(reading, TELLING))
if (!WORDS.test(piece))
addPiece(piece, true);
},
find: (text, isPublic) => (all.length === 0 ? [] : search(text, all, isPublic)),
};
}
function ofLength(length, isSure) {
const power = Array.from({ length }).reduce((product) => imul(product, BASE), 1);
return { length, isSure, power, pieces: new Map(), filter: new Uint8Array(1 << 16) };
}
const { imul } = Math;
const BASE = 0x01000193;
function hashOf(piece) {
let hash = 0;
for (let i = 0; i < piece.length; i++)
hash = rolled(hash, piece.charCodeAt(i));
return hash;
}
const rolled = (hash, code) => (imul(hash, BASE) + code) | 0;
const slot = (hash) => imul(hash, 0x9e3779b1) >>> 16;
const KEPT = 32;
function search(text, all, isPublic) {
const [sure, likely] = [[], []];
const [codes, starts] = [new Uint16Array(KEPT), new Uint32Array(KEPT)];
const hashes = all.map(() => 0);
let count = 0;
const at = (back) => (count - back) & (KEPT - 1);
const check = ({ length, pieces, isSure }, hash, end) => {
const alike = pieces.get(hash);
if (!alike)
return;
let piece = '';
for (let back = length; back > 0; back--)
piece += String.fromCharCode(codes[at(back)] ?? 0);
if (alike.has(piece) && !isPublic(piece))
mark(isSure ? sure : likely, [starts[at(length)] ?? 0, end]);
};
read(text, (code, start, end) => {
codes[at(0)] = code;
starts[at(0)] = start;
count++;
for (let i = 0; i < all.length; i++) {
const one = all[i];
const leaving = count > one.length ? (codes[at(one.length + 1)] ?? 0) : 0;
const hash = (rolled(hashes[i] ?? 0, code) - imul(leaving, one.power)) | 0;
hashes[i] = hash;
if (count >= one.length && one.filter[slot(hash)] !== 0)
check(one, hash, end);
}
});
const spans = [...sure, ...likely.filter((span) => endsAsWordsDo(text, span))];
return spans.toSorted(([a], [b]) => a - b).reduce(mark, []);
}
const endsAsWordsDo = (text, [start, end]) => !/[A-Za-z0-9]/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`);
const windows = (text, length) => Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length));
function mark(spans, [start, end]) {
let [from, to] = [start, end];
for (let last = spans.at(-1); last && last[1] >= from; last = spans.at(-1)) {
from = Math.min(from, last[0]);
to = Math.max(to, last[1]);
spans.pop();
}
spans.push([from, to]);
return spans;
}
;
const MASK = '***';
function createRedactor() {
const pieces = createPieces();
const names = [];
const isPublic = (piece) => names.some((name) => name.includes(piece));
return {
add: (secret) => {
if (secret.trim().length < SHORTEST)
return;
const { base64, hex, escaped } = (0, redact_forms.d8)(secret.trim());
const texts = [secret, escaped, ...secret.split('\n'), ...base64];
for (const reading of new Set(texts.map(readingOf)))
pieces.add(reading);
for (const reading of hex)
pieces.add(reading, true);
},
spare: (some) => {
names.push(...some.map(readingOf));
},
hide: (text) => {
let from = 0;
let shown = '';
for (const span of pieces.find(text, isPublic)) {
const [start, end] = tidy(text, span);
shown += text.slice(from, start) + MASK;
from = end;
}
return (0, redact_forms.N_)(shown + text.slice(from), MASK);
},
};
}
const PADDING = /[\w+/-]?={1,2}(?!\w)/y;
function tidy(text, [start, end]) {
const piece = text.slice(start, end);
PADDING.lastIndex = end;
const padding = PADDING.exec(text)?.[0].length ?? 0;
const after = padding > 0 ? -padding : piece.length - piece.trimEnd().length;
return [start + piece.length - piece.trimStart().length, end - after];
}
const processSecrets = createRedactor();
const known = new Set();
const listeners = [];
function addSecret(secret) {
if (known.has(secret))
return;
known.add(secret);
processSecrets.add(secret);
for (const listener of listeners)
listener(secret);
}
function onSecret(listener) {
listeners.push(listener);
}
const { spare, hide } = processSecrets;
const FIXED_WORDS = new Set('kind mode severity code area outcome certainty class state result cutShort'.split(' '));
function hideAll(data) {
const shown = new Map();
const copy = (value) => {
if (typeof value === 'string') {
if (!shown.has(value))
shown.set(value, hide(value));
return shown.get(value);
}
if (Array.isArray(value))
return value.map(copy);
if (value === null || typeof value !== 'object')
return value;
return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, FIXED_WORDS.has(key) ? inner : copy(inner)]));
};
return copy(data);
}
}),
52111: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CV: () => (TOKEN),
N_: () => (withoutTokens),
P9: () => (SHORTEST_TOKEN),
SL: () => (masks),
d8: () => (encodings)
});
function encodings(secret) {
const hex = Buffer.from(secret).toString('hex');
return {
base64: [0, 1, 2].map((before) => base64(secret, before)),
hex: [hex, hex.toUpperCase()],
escaped: hex.replaceAll(/../g, '%$&'),
};
}
function base64(secret, before) {
const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
const first = Math.ceil((before * 8) / 6);
return bytes.toString('base64').slice(first, Math.floor((bytes.length * 8) / 6));
}
function masks(secret) {
const lines = secret.split(/\r?\n/).map((line) => line.trim());
const base64 = Buffer.from(secret).toString('base64');
const forms = [secret, ...lines, base64, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
return [...new Set(forms)].filter((form) => form.length >= 4);
}
const TOKEN = '(?:gl(?:sa|c|ptpat)_[\\w+/=]{16,}|gh[pousr]_\\w{20,}|github_pat_\\w{20,}|fm[12][ar]?_[\\w+/=,-]{20,}|xox[abprs]-[\\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\\w-]{30,}|eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]*)';
const SHORTEST_TOKEN = 15;
const ANY_TOKEN = new RegExp(`(?<![\\w-])${TOKEN}`, 'g');
const IN_URL = /(:\/\/[^\s/?#@:"'<>\\]*:)[^\s/?#@"'<>\\]+@/g;
const withoutTokens = (text, mask) => text.replace(ANY_TOKEN, mask).replace(IN_URL, `$1${mask}@`);
}),
66149: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
g: () => (ENDING_SIGNALS)
});
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
}),
4495: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
v: () => (removeFolder),
y: () => (temporaryFolder)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(48161);
function temporaryFolder({ RUNNER_TEMP }) {
return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : (0, __import_1__.tmpdir)();
}
function removeFolder(path) {
try {
(0, __import_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
catch {
}
}
function isUsable(folder) {
try {
(0, __import_0__.accessSync)(folder, __import_0__.constants.W_OK | __import_0__.constants.X_OK);
return (0, __import_0__.statSync)(folder).isDirectory();
}
catch {
return false;
}
}
}),
94869: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Bv: () => (safeLines),
H$: () => (few),
Iu: () => (capitalised),
Jj: () => (cut),
Lx: () => (withoutEscapes),
TN: () => (oneLine),
Tv: () => (withoutEndSlash),
U9: () => (count),
fo: () => (replaceUnseen),
p_: () => (list)
});
var __import_0__ = __webpack_require__(67209);
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -/]*[0-~])?/g;
const PLAIN = /^[\x20-\x7e]*$/;
function replaceUnseen(text, by) {
if (PLAIN.test(text))
return text;
return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, by);
}
const READ_PER_SHOWN = 4;
function cut(text, length) {
return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
const withoutEscapes = (text) => text.replace(ESCAPES, '');
function oneLine(text, limit = 500) {
const raw = cut(text, limit * READ_PER_SHOWN);
const seen = replaceUnseen((0, __import_0__.jD)(withoutEscapes(raw)), () => ' ');
const flat = seen.replace(/ {2,}/g, ' ').trim();
return flat.length > limit || raw.length < text.length ? `${cut(flat, limit - 1)}\u2026` : flat;
}
const MAX_LINES = 2_000;
function safeLines(text) {
const lines = text.split(/\r\n|\n/);
const shown = lines.slice(-MAX_LINES).map((line) => oneLine(line, 2_000));
return lines.length > MAX_LINES ? [`\u2026 ${lines.length - MAX_LINES} lines before`, ...shown] : shown;
}
function count(n, noun, plural = `${noun}s`) {
return `${n} ${n === 1 ? noun : plural}`;
}
const withoutEndSlash = (text) => text.replace(/(?<!\/)\/+$/, '');
const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
function list(items) {
return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
function few(items, most = 3) {
return list(items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items);
}
}),
49773: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (within)
});
var __import_0__ = __webpack_require__(30714);
const PLACE = `globalThis[Symbol.for('deploy-monitoring: work with a limit')]`;
let script;
function within(ms, work) {
script ??= {
put: new __import_0__.Script(`(work) => { ${PLACE} = work }`).runInThisContext(),
call: new __import_0__.Script(`${PLACE}()`),
};
script.put(work);
try {
return { done: true, value: script.call.runInThisContext({ timeout: Math.max(1, Math.ceil(ms)) }) };
}
catch (error) {
if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT')
throw error;
return { done: false };
}
}
}),
41450: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B: () => (breakCommandsInJson),
i: () => (breakCommands)
});
const ANYWHERE = /#[^\t\n\r -~]*#(?=[^\t\n\r -~]*\[)/g;
const AT_BEGINNING = /(^|[\n\v\f\r\x85\u2028\u2029])([^\n\v\f\r\x85\u2028\u2029!-~]*)(?=:[^\t\n\r -~]*:)/g;
const breakCommands = (text) => text.replace(ANYWHERE, '$&\\').replace(AT_BEGINNING, '$1$2\\');
const ANYWHERE_IN_JSON = /(#[^\t\n\r -~]*#[^\t\n\r -~]*)\[/g;
const breakCommandsInJson = (json) => json.replace(ANYWHERE_IN_JSON, '$1\\u005b');
}),
7171: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
j3: () => (briefReport),
ml: () => (shorten),
uN: () => (writeInTime)
});
var __import_0__ = __webpack_require__(67209);
var __import_1__ = __webpack_require__(49773);
var __import_2__ = __webpack_require__(87177);
const MOST_CHARACTERS = 200;
const MOST_ITEMS = 30;
const LOOKED_AT = 2_000;
function shorten(key, value) {
if (key === 'evidence')
return undefined;
if (typeof value === 'string')
return (0, __import_0__.jD)(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS);
return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value;
}
function briefReport(known, why) {
const short = { ...(0, __import_2__.d)(), ...JSON.parse(JSON.stringify(known, shorten)) };
const problems = [why, ...short.problems];
return { ...short, problems, verdict: { kind: 'failed', failures: [] } };
}
const WRITING_MS = 5_000;
function writeInTime(report, write) {
if ((0, __import_1__.u)(WRITING_MS, () => write(report)).done)
return report;
const brief = briefReport(report, {
code: 'report-too-slow',
severity: 'error',
message: `The report could not be written within ${WRITING_MS / 1_000} s, so it was shortened.`,
hint: 'This is a bug in deploy-monitoring: part of the report takes too long to format.',
});
write(brief);
return brief;
}
}),
87177: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
d: () => (emptyRun)
});
const emptyRun = () => ({
mode: undefined,
refused: false,
commit: undefined,
monitoring: undefined,
apps: [],
health: [],
changes: [],
dashboards: [],
evidence: undefined,
problems: [],
skipped: [],
checked: undefined,
timings: [],
});
}),
78303: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
G: () => (BEAT_MS),
c: () => (lineOf)
});
var __import_0__ = __webpack_require__(7171);
const BEAT_MS = 250;
const lineOf = (message) => `${JSON.stringify(message, __import_0__.ml)}\n`;
}),
50674: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
watchOver: () => (watchOver)
});
var node_messages = __webpack_require__(6783);
var signals = __webpack_require__(66149);
var temporary = __webpack_require__(4495);
var brief = __webpack_require__(7171);
var external_node_child_process_ = __webpack_require__(31421);
var promises_ = __webpack_require__(58500);
var process_family = __webpack_require__(78430);
;
const GRACE_MS = 1_500;
const POLL_MS = 50;
async function endChildrenOf(pid) {
for (const child of childrenOf(pid))
send(child, 'SIGINT');
for (let waited = 0; waited < GRACE_MS && childrenOf(pid).length > 0; waited += POLL_MS)
await (0, promises_.setTimeout)(POLL_MS);
for (const child of childrenOf(pid))
send(child, 'SIGKILL');
}
function send(pid, signal) {
try {
process.kill(pid, signal);
}
catch {
}
}
function childrenOf(pid) {
if (process.platform === 'linux')
return (0, process_family.l3)(pid);
const found = new Set();
const all = running();
const isNew = ({ id, parent }) => !found.has(id) && id !== process.pid && (parent === pid || found.has(parent));
for (let more = all.filter(isNew); more.length > 0; more = all.filter(isNew))
for (const { id } of more)
found.add(id);
return [...found];
}
function running() {
const output = (0, external_node_child_process_.execFileSync)('/bin/ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
return output.split('\n').map((line) => {
const [id = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
return { id, parent };
});
}
var watchdog_state = __webpack_require__(78303);
;
const STUCK_MS = 10_000;
const STUCK_AT_THE_END_MS = 2_000;
const OVERDUE_MS = 30_000;
const NOT_REPORTED = 3;
function watchOver(publishReport) {
(0, node_messages.U)(NOT_REPORTED);
const run = process.ppid;
const state = { reader: 'terminal', during: 'the start' };
let silentMs = 0;
let isAskedToEnd = false;
for (const signal of signals.g)
process.on(signal, () => {
isAskedToEnd = true;
});
const intervene = (why) => {
clearInterval(ticks);
process.stdin.removeAllListeners('end');
void end(run, state, { why, publishReport });
};
const ticks = setInterval(() => {
silentMs += watchdog_state.G;
const lateMs = Date.now() - (state.until ?? Number.POSITIVE_INFINITY);
const most = isAskedToEnd || lateMs > 0 ? STUCK_AT_THE_END_MS : STUCK_MS;
if (silentMs > most)
intervene('stuck');
else if (lateMs > OVERDUE_MS)
intervene('overdue');
}, watchdog_state.G);
let rest = '';
process.stdin.setEncoding('utf8').on('data', (text) => {
silentMs = 0;
const lines = (rest + text).split('\n');
rest = lines.pop() ?? '';
for (const line of lines.filter((one) => one !== '')) {
const message = JSON.parse(line);
if ('over' in message)
process.exit();
Object.assign(state, message);
}
});
process.stdin.on('end', () => intervene('exited'));
}
async function end(run, state, { why, publishReport }) {
await endChildrenOf(run);
send(run, 'SIGSTOP');
await publishReport((0, brief.j3)(state.known ?? {}, problemOf(why, state.during)), state.reader);
send(run, 'SIGKILL');
if (state.scratch !== undefined)
(0, temporary.v)(state.scratch);
process.exit();
}
const AGAIN = 'What was done so far is kept; run it again: nothing is created twice.';
function problemOf(why, during) {
const diagnostics = {
stuck: {
code: 'run-stuck',
message: `The run no longer responded during ${during}, and its watchdog ended it.`,
hint: `A file or an answer takes too long to read: this is a bug of deploy-monitoring. ${AGAIN}`,
},
overdue: {
code: 'run-timeout',
message: `The time was up during ${during}, but the run did not end, and its watchdog ended it.`,
hint: `This is a bug of deploy-monitoring. ${AGAIN}`,
},
exited: {
code: 'run-killed',
message: `The program ended during ${during} without a report: it was killed, or ran out of memory.`,
hint: AGAIN,
},
};
return { severity: 'error', ...diagnostics[why] };
}
})
};
