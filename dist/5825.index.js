export const id = 5825;
export const ids = [5825];
export const modules = {
35825: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
terminalScreen: () => (terminalScreen)
});
var _report_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43651);
var _log_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73911);
const STYLES = {
good: ['bold', 'green'],
bad: ['bold', 'red'],
warn: 'yellow',
dim: 'dim',
code: 'cyan',
title: 'bold',
};
async function terminalScreen(stream, report) {
const width = stream.isTTY ? (stream.columns ?? 80) : Number.POSITIVE_INFINITY;
const colours = (0, _log_js__WEBPACK_IMPORTED_MODULE_1__.n)('bold', 'x', stream) !== 'x';
const isPlain = width === Number.POSITIVE_INFINITY && !colours && !MAYBE_WIDE.test(JSON.stringify(report));
return {
ruler: isPlain ? _report_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__.Xv : (await Promise.all([__webpack_require__.e(2894), __webpack_require__.e(7001)]).then(__webpack_require__.bind(__webpack_require__, 97001))).UNICODE,
width,
colours,
paint: (tone, text) => (text === '' ? '' : (0, _log_js__WEBPACK_IMPORTED_MODULE_1__.n)(STYLES[tone], text, stream)),
};
}
const MAYBE_WIDE = /[^\x20-\x7e–—…·→✔✖×−≥°]/;
}),
68897: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Bj: () => (verbatim),
CS: () => (prose),
vc: () => (plainParts)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
const SPAN = '(?<![^\\s(\\["\'/:=])`([^`\\s](?:[^`]{0,198}[^`\\s])?)`(?![\\w`])';
const TECHNICAL = [
'https?:\\/\\/[^\\s<>"\'`]*[^\\s<>"\'`.,;:!?)\\]]',
'fly(?:ctl)?(?: [\\w"=./@:{}~-]{1,60}){1,12}? -a \\w[\\w-]*(?: --machine \\w+)?',
'flyctl(?: [\\w.:/@-]{1,60}){1,6}(?=, app )',
'(?<=, app )[\\w-]+',
'\\[[\\da-f:.*]{2,45}\\](?::\\d{1,5})?',
'(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?!\\w|\\.\\d)',
'(?<![\\w.-])[\\w-]{1,60}(?:\\.[\\w-]{1,60}){0,4}\\.(?:internal|dev|ya?ml|toml|json)(?::\\d{1,5})?(?!\\w|\\.\\d)',
'(?<![\\w.-])[a-zA-Z][a-zA-Z\\d]*(?:_[a-zA-Z\\d]+)+(?![\\w-]|\\.\\w)',
'(?<=\\bports? )\\d{1,5}(?!\\w)',
'(?<=[\\s(])\\/[a-z][\\w./-]*\\w',
'(?<![\\w-])(?=[a-f]*\\d)[\\da-f]{7,40}(?![\\w-])',
].join('|');
const OWN = new RegExp(`${SPAN}|(${TECHNICAL})`, 'g');
const FOREIGN = new RegExp(`()(${TECHNICAL})`, 'g');
const prose = (text, limit = 1_000) => partsOf((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, limit), OWN);
const verbatim = (text, limit = 500) => partsOf((0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, limit), FOREIGN);
function partsOf(line, pattern) {
const parts = [];
const add = (text, code) => {
const last = parts.at(-1);
if (last?.code === code)
last.text += text;
else if (text !== '')
parts.push({ text, code });
};
let from = 0;
for (const match of line.matchAll(pattern)) {
add(line.slice(from, match.index), false);
add(match[1] || match[2] || '', true);
from = match.index + match[0].length;
}
add(line.slice(from), false);
return parts;
}
const plainParts = (parts) => parts.map(({ text }) => text).join('');
}),
43651: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Mm: () => (bounded),
Xv: () => (BY_CHARACTERS),
YB: () => (columns),
lz: () => (proseText),
rM: () => (hanging),
tZ: () => (PLAIN),
uW: () => (section),
wh: () => (plainText)
});
var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
var _parts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68897);
const BY_CHARACTERS = { width: (text) => text.length, wrap: (text) => [text] };
const PLAIN = {
ruler: BY_CHARACTERS,
width: Number.POSITIVE_INFINITY,
colours: false,
paint: (_, text) => text,
};
const INDENT = 2;
const plainText = (text, limit = 300) => (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, limit);
function proseText(text, { colours, paint }, limit = 1_000) {
if (!colours)
return (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, limit);
return (0, _parts_js__WEBPACK_IMPORTED_MODULE_1__.CS)(text, limit)
.map((part) => (part.code ? paint('code', part.text) : part.text))
.join('');
}
function hanging(text, indent, { width, ruler }) {
if (width === Number.POSITIVE_INFINITY)
return [text];
const start = /^ */.exec(text)?.[0] ?? '';
const room = Math.max(20, width - INDENT - indent);
const [first = '', ...rest] = ruler.wrap(text.slice(start.length), room);
return [start + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}
function section(title, lines, screen = PLAIN) {
if (lines.length === 0)
return '';
return [screen.paint('title', title), ...lines.map((line) => ' '.repeat(INDENT) + line)].join('\n');
}
const NARROW = 24;
function columns(rows, screen = PLAIN) {
const widthOf = screen.ruler.width;
const widths = [];
for (const row of rows)
for (const [i, cell] of row.entries())
widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
const last = widths.length - 1;
const before = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
const room = screen.width - INDENT - before;
return rows.flatMap((row) => {
const cells = row.map((cell, i) => i === last ? '' : cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)));
const start = cells.slice(0, last).join('  ');
const end = row[last] ?? '';
if (end === '' || last === 0)
return last === 0 ? hanging(end, INDENT, screen) : [start.trimEnd()];
if (room >= Math.min(NARROW, widthOf(end)))
return broken(`${start}  `, hanging(end, before, screen));
return [...broken('', hanging(start.trimEnd(), 4, screen)), ...broken('    ', hanging(end, 4, screen))];
});
}
const broken = (start, [first = '', ...rest]) => [start + first, ...rest];
function bounded(rows, most, show) {
const more = rows.length - most;
return [...show(rows.slice(0, most)), ...(more > 0 ? [`… and ${more} more`] : [])];
}
})
};
