export const id = 783;
export const ids = [783];
export const modules = {

/***/ 6783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guardNodeMessages: () => (/* binding */ guardNodeMessages)
/* harmony export */ });
/* harmony import */ var _print_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7219);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);


/**
 * What Node itself would write raw to the standard error: warnings, which may quote a file or an answer, and errors
 * that nobody caught, which end the program with `exitCode`.
 */
function guardNodeMessages(exitCode) {
    process.removeAllListeners('warning');
    process.on('warning', ({ name, message }) => (0,_print_js__WEBPACK_IMPORTED_MODULE_0__/* .print */ .y)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(`${name}: ${message}`), process.stderr));
    process.on('uncaughtException', (error) => {
        (0,_print_js__WEBPACK_IMPORTED_MODULE_0__/* .print */ .y)((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .safeLines */ .Bv)(String(error instanceof Error ? error.stack : error)).join('\n'), process.stderr);
        process.exit(exitCode);
    });
}


/***/ }),

/***/ 7219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1450);

/**
 * The one way by which the command line writes what may hold foreign text: whole lines, none of which is a command to
 * a runner, because it may run in a workflow too. A test sees to it that nothing else writes to the standard streams.
 */
function print(text, stream) {
    if (text !== '')
        stream.write((0,_workflow_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .breakCommands */ .i)(text.endsWith('\n') ? text : `${text}\n`));
}


/***/ }),

/***/ 4869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ safeLines),
/* harmony export */   H$: () => (/* binding */ few),
/* harmony export */   PR: () => (/* binding */ UNSEEN),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* unused harmony exports cut, withoutEscapes */
/**
 * What a terminal takes for an order: sequences that move, colour and clear, strings that it keeps to itself (a title,
 * the address of a link), and the rest.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -/]*[0-~])?/g;
/** What is not seen, turns the direction, or breaks a line: controls, format characters, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu;
/** How many characters are looked at for one that is shown: there is room for colours and indentation. */
const LOOKED_AT = 4;
/** The beginning of a text, never with half a character at its end. */
function cut(text, length) {
    return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
/** A text without the sequences by which it would steer a terminal. Linear: no part reaches beyond the next escape. */
const withoutEscapes = (text) => text.replace(ESCAPES, '');
/**
 * Foreign text made safe for one line of a log: no escape sequences, no control, format or direction characters,
 * bounded. Cut first: whoever wrote it decides how long it is, and we how much of it is looked at.
 */
function oneLine(text, limit = 500) {
    const raw = cut(text, limit * LOOKED_AT);
    const flat = withoutEscapes(raw).replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
    return flat.length > limit || raw.length < text.length ? `${cut(flat, limit - 1)}…` : flat;
}
/** A log of a program is read from its end. */
const MAX_LINES = 2_000;
/** Foreign text as its lines, each safe for a log; of a text that is too long the last ones. */
function safeLines(text) {
    const lines = text.split(/\r\n|\n/);
    const shown = lines.slice(-MAX_LINES).map((line) => oneLine(line, 2_000));
    return lines.length > MAX_LINES ? [`… ${lines.length - MAX_LINES} lines before`, ...shown] : shown;
}
/** `1 target`, `3 targets`. */
function count(n, noun, plural = `${noun}s`) {
    return `${n} ${n === 1 ? noun : plural}`;
}
/** `a, b and c`. */
function list(items) {
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
/** `a, b, c and 9 more`. */
function few(items, most = 3) {
    return list(items.length > most ? [...items.slice(0, most), `${items.length - most} more`] : items);
}


/***/ }),

/***/ 1450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ breakCommandsInJson),
/* harmony export */   i: () => (/* binding */ breakCommands)
/* harmony export */ });
/**
 * A runner reads commands from the output of a step: `##[name …]` anywhere in a line, and `::name …::` where a line
 * begins, after white space (actions/runner, ActionCommand.cs). It compares by culture, in which characters without
 * weight do not count, and terminals and log viewers drop others: what is not printable ASCII counts as nothing here.
 * Each pattern is linear: what it may skip never holds what it begins or ends with.
 */
const ANYWHERE = /#[^\t\n\r -~]*#(?=[^\t\n\r -~]*\[)/g;
const AT_BEGINNING = /(^|[\n\v\f\r\x85\u2028\u2029])([^\n\v\f\r\x85\u2028\u2029!-~]*)(?=:[^\t\n\r -~]*:)/g;
/**
 * The text with a backslash in every command. It is seen, because what is not seen may not count, and nothing that a
 * terminal shows joins the parts again. Whole lines only: pieces that are put together later may make a new command.
 */
const breakCommands = (text) => text.replace(ANYWHERE, '$&\\').replace(AT_BEGINNING, '$1$2\\');
const ANYWHERE_IN_JSON = /(#[^\t\n\r -~]*#[^\t\n\r -~]*)\[/g;
/** The same for JSON text, which keeps its value: a bracket is written as an escape. No JSON begins a line with `::`. */
const breakCommandsInJson = (json) => json.replace(ANYWHERE_IN_JSON, '$1\\u005b');


/***/ })

};
