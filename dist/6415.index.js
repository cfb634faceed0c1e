export const id = 6415;
export const ids = [6415];
export const modules = {
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
mh: () => (lineAt),
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
function lineAt(text, index) {
let line = 1;
for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1))
line++;
return line;
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
})
};
