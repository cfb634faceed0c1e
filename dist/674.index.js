export const id = 674;
export const ids = [674];
export const modules = {

/***/ 8430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e9: () => (/* binding */ endFamilies),
/* harmony export */   l3: () => (/* binding */ startedBy),
/* harmony export */   rz: () => (/* binding */ newFamily)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);

/** Families with a group that may still run. */
const living = new Set();
const VARIABLE = 'DEPLOY_MONITORING_CHILD';
const run = `${process.pid}-${Date.now()}.`;
let count = 0;
/**
 * Kills everything that this process started and that still runs. Nothing continues after a run, whatever ended it;
 * only when this process itself is killed, it cannot do so.
 */
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
            // Once: the number may belong to another process later.
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
/** Whether the group had a process that could receive the signal. */
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
/** While some are killed, they may start others. */
const PASSES = 10;
/**
 * Kills every process whose environment has a variable that begins so. A daemon leaves its group (setsid), as flyctl's
 * agent does, but keeps its environment, which Linux shows. Elsewhere a daemon stays, and so does one without it.
 */
function killMarked(variable) {
    for (let pass = 0; pass < PASSES; pass++) {
        const found = marked(variable);
        for (const pid of found) {
            try {
                process.kill(pid, 'SIGKILL');
            }
            catch {
                // It has ended already.
            }
        }
        if (found.length === 0)
            return;
    }
}
/** Running processes that the process has started, which may itself have ended. Known on Linux only. */
const startedBy = (pid) => marked(`${VARIABLE}=${pid}-`);
function marked(variable) {
    if (process.platform !== 'linux')
        return [];
    return processes().filter((pid) => environmentOf(pid).some((one) => one.startsWith(variable)));
}
function processes() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc')
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    catch {
        // A container may have no /proc.
        return [];
    }
}
function environmentOf(pid) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
    }
    catch {
        // Another user's process, or one that has ended in the meantime.
        return [];
    }
}


/***/ }),

/***/ 7209:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ck: () => (/* binding */ addSecret),
  jD: () => (/* binding */ hide),
  cJ: () => (/* binding */ hideAll),
  IJ: () => (/* binding */ onSecret),
  iC: () => (/* binding */ spare)
});

// UNUSED EXPORTS: createRedactor

// EXTERNAL MODULE: ./build/lib/redact/forms.js
var redact_forms = __webpack_require__(2111);
;// CONCATENATED MODULE: ./build/lib/redact/reading.js
/**
 * How a text reads after its escapes are decoded. A program that passes a secret on may have percent-encoded it, quoted
 * it as JSON (also twice), written it in HTML or in base64's other alphabet, wrapped or coloured it: a secret and a
 * text that are both read this way have the same characters in the same order.
 */
const [PLAIN, SPACE, DROPPED, ESCAPE] = [0, 1, 2, 3];
const [BLANK, SLASH, UNDERSCORE] = [0x20, 0x2f, 0x5f];
/** `+` and `-` are one character of base64, and `+` is a blank in forms: all of them read as a blank. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
    const char = String.fromCharCode(code);
    if ('%\\&\u001b'.includes(char))
        return ESCAPE;
    return code <= BLANK || code === 0x7f || '+-'.includes(char) ? SPACE : PLAIN;
});
/** Invisible characters. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const BLANKS = /[\s\u0080-\u009f]/;
/**
 * One escape: percent-encoded once or more often (`%2541`), ASCII or a run of other bytes; JSON's and Go's, with any
 * number of backslashes; an HTML entity; an escape sequence of a terminal, which shows nothing.
 */
const ESCAPED = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin the control sequences of terminals
/%(?:25)*([0-7][\da-f])|((?:%(?:25)*[89a-f][\da-f])+)|\\+u([\da-f]{4})|\\+x([\da-f]{2})|\\+([^%&\u001b\\])?|&(?:amp;)*(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|lt|gt|quot|apos|nbsp));|\u001b(?:\[[\d;:?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/iy;
const ENTITIES = {
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
};
/** Reads a text from its beginning to its end, in linear time. Runs of blanks are one. */
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
/** The reading of a short text, without blanks around it. */
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
/** The escape that begins there and what it means; undefined when the character stands for itself. */
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
/** Percent-encoded bytes, each of which may have been encoded again. */
const decoded = (bytes) => Buffer.from(bytes.replaceAll(/%(?:25)*/gi, ''), 'hex').toString('utf8');

;// CONCATENATED MODULE: ./build/lib/redact/pieces.js

/**
 * Finds secrets by their pieces: text that shares enough consecutive characters with a known secret is a piece of it,
 * wherever it is. So a secret is found whole, truncated at either end, and within other text.
 */
/** Consecutive characters that reveal a secret. */
const TELLING = 8;
/** The same for what may be ordinary words or a number, where they end as words do: a password may hold such words. */
const ORDINARY = 12;
/** So many are never a coincidence, whatever they are and wherever they end. */
const CERTAIN = 16;
/** A secret that is shorter would hide everything. */
const SHORTEST = 4;
/** Words, numbers and the separators between them, starting anywhere in a word. */
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
/** A hash that rolls: adding a character to a piece and taking its first one away gives that of the next piece. */
function hashOf(piece) {
    let hash = 0;
    for (let i = 0; i < piece.length; i++)
        hash = rolled(hash, piece.charCodeAt(i));
    return hash;
}
const rolled = (hash, code) => (imul(hash, BASE) + code) | 0;
const slot = (hash) => imul(hash, 0x9e3779b1) >>> 16;
/** The number of last characters that are kept: a power of two, longer than the longest piece. */
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
        // For every character of every text: no iterator, and no allocation.
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
/** A truncated secret ends where a text or a quotation ends; words that two texts share end anywhere. */
const endsAsWordsDo = (text, [start, end]) => !/[A-Za-z0-9]/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`);
const windows = (text, length) => Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length));
/** Adds a span to those before it; what overlaps or touches is one. Spans may come in any order of their beginnings. */
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

;// CONCATENATED MODULE: ./build/lib/redact.js



const MASK = '***';
function createRedactor() {
    const pieces = createPieces();
    const names = [];
    const isPublic = (piece) => names.some((name) => name.includes(piece));
    return {
        add: (secret) => {
            if (secret.trim().length < SHORTEST)
                return;
            const { base64, hex, escaped } = (0,redact_forms/* encodings */.d8)(secret.trim());
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
            return (0,redact_forms/* withoutTokens */.N_)(shown + text.slice(from), MASK);
        },
    };
}
/** The end of a base64: the last character that holds bits of a secret, and what fills it up. */
const PADDING = /[\w+/-]?={1,2}(?!\w)/y;
/** Blanks around a piece are kept, padding after it is not. */
function tidy(text, [start, end]) {
    const piece = text.slice(start, end);
    PADDING.lastIndex = end;
    const padding = PADDING.exec(text)?.[0].length ?? 0;
    const after = padding > 0 ? -padding : piece.length - piece.trimEnd().length;
    return [start + piece.length - piece.trimStart().length, end - after];
}
/**
 * The secrets of this process. There is one list, as there is one environment that they come from: code that quotes
 * foreign text redacts it before cutting it, without receiving the secrets.
 */
const processSecrets = createRedactor();
const known = new Set();
const listeners = [];
/** A value that must never be shown; call before anything could print it. */
function addSecret(secret) {
    if (known.has(secret))
        return;
    known.add(secret);
    processSecrets.add(secret);
    for (const listener of listeners)
        listener(secret);
}
/** Calls the listener for every secret that is added from now on. */
function onSecret(listener) {
    listeners.push(listener);
}
/** See `Redactor`, for the secrets of this process. */
const { spare, hide } = processSecrets;
/** Keys whose values are fixed words of this program: they cannot contain a secret, and readers need them unchanged. */
const FIXED_WORDS = new Set('kind mode severity code area outcome certainty class state result cutShort'.split(' '));
/** A copy of plain data without a secret in any text of it. */
function hideAll(data) {
    // A thousand targets fail for one reason.
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


/***/ }),

/***/ 2111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ TOKEN),
/* harmony export */   N_: () => (/* binding */ withoutTokens),
/* harmony export */   SL: () => (/* binding */ masks),
/* harmony export */   d8: () => (/* binding */ encodings)
/* harmony export */ });
/**
 * Encodings in which a secret may appear without its own characters. `escaped` contains nothing that only looks like an
 * escape, as a secret with `%41` or a backslash in it does.
 */
function encodings(secret) {
    const hex = Buffer.from(secret).toString('hex');
    return {
        base64: [0, 1, 2].map((before) => base64(secret, before)),
        hex: [hex, hex.toUpperCase()],
        escaped: hex.replaceAll(/../g, '%$&'),
    };
}
/**
 * The part common to every base64 text that contains the secret after so many other bytes (modulo 3): three bytes
 * become four characters, and those that also encode other bytes are omitted.
 */
function base64(secret, before) {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const first = Math.ceil((before * 8) / 6);
    return bytes.toString('base64').slice(first, Math.floor((bytes.length * 8) / 6));
}
/** The forms of a secret for a runner to mask, which searches for exact matches. Short ones would mask everything. */
function masks(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const base64 = Buffer.from(secret).toString('base64');
    const forms = [secret, ...lines, base64, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
    return [...new Set(forms)].filter((form) => form.length >= 4);
}
/** Tokens of well-known services, whether or not they are known secrets; as a part of a regular expression. */
const TOKEN = '(?:gl(?:sa|c|ptpat)_[\\w+/=]{16,}|gh[pousr]_\\w{20,}|github_pat_\\w{20,}|fm[12][ar]?_[\\w+/=,-]{20,}|xox[abprs]-[\\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\\w-]{30,}|eyJ[\\w-]{10,}\\.[\\w-]{10,}\\.[\\w-]*)';
const ANY_TOKEN = new RegExp(`(?<![\\w-])${TOKEN}`, 'g');
/** A user and a password in a URL. */
const IN_URL = /(:\/\/[^\s/?#@:"'<>\\]*:)[^\s/?#@"'<>\\]+@/g;
/** Removes what looks like a secret. */
const withoutTokens = (text, mask) => text.replace(ANY_TOKEN, mask).replace(IN_URL, `$1${mask}@`);


/***/ }),

/***/ 4495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ removeFolder),
/* harmony export */   y: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/** The runner's folder for temporary files if it can be used, else the system's. Never the workspace. */
function temporaryFolder({ RUNNER_TEMP }) {
    return RUNNER_TEMP && isUsable(RUNNER_TEMP) ? RUNNER_TEMP : (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)();
}
/** Removes a folder of this run with its contents. A folder that cannot be removed does not fail the run. */
function removeFolder(path) {
    try {
        // Programs that were killed a moment ago may still be writing.
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
    catch {
        // The system clears its folder for temporary files, a runner its own.
    }
}
function isUsable(folder) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(folder, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ within)
/* harmony export */ });
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(714);

/** Node limits the time of a script, and a script knows what is global alone: this is where the work lies for it. */
const PLACE = `globalThis[Symbol.for('deploy-monitoring: work with a limit')]`;
let script;
/**
 * Does synchronous work for at most `ms` milliseconds. Work that takes longer is stopped wherever it is, also within a
 * regular expression, by a thread of Node's own that needs no turn of the event loop; `finally` is not run then, and
 * data that the work was changing is left incomplete. Errors of the work are thrown. A call costs a quarter of a
 * millisecond.
 */
function within(ms, work) {
    script ??= {
        put: new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`(work) => { ${PLACE} = work }`).runInThisContext(),
        call: new node_vm__WEBPACK_IMPORTED_MODULE_0__.Script(`${PLACE}()`),
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


/***/ }),

/***/ 7171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j3: () => (/* binding */ briefReport),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   uN: () => (/* binding */ writeInTime)
/* harmony export */ });
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7209);
/* harmony import */ var _lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9773);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7177);



const MOST_CHARACTERS = 200;
const MOST_ITEMS = 30;
/** Secrets are searched for in this many characters of a text; a part of one at the end is cut off afterwards. */
const LOOKED_AT = 2_000;
/**
 * For JSON.stringify: shortens texts and lists, hides secrets and leaves out the evidence of verification, so that the
 * rest is written quickly, whatever it contains.
 */
function shorten(key, value) {
    if (key === 'evidence')
        return undefined;
    if (typeof value === 'string')
        return (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .hide */ .jD)(value.slice(0, LOOKED_AT)).slice(0, MOST_CHARACTERS);
    return Array.isArray(value) ? value.slice(0, MOST_ITEMS) : value;
}
/** The report of a run that could not continue because of `why`, an error: what was known until then, shortened. */
function briefReport(known, why) {
    const short = { ...(0,_report_js__WEBPACK_IMPORTED_MODULE_2__/* .emptyRun */ .d)(), ...JSON.parse(JSON.stringify(known, shorten)) };
    const problems = [why, ...short.problems];
    return { ...short, problems, verdict: { kind: 'failed', failures: [] } };
}
/** Writing takes a tenth of a second, even for a large report. */
const WRITING_MS = 5_000;
/** Writes a report, shortened where it cannot be written in time; returns the report that was written. */
function writeInTime(report, write) {
    if ((0,_lib_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .u)(WRITING_MS, () => write(report)).done)
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


/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ emptyRun)
/* harmony export */ });
/** What a run knows when it starts. */
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


/***/ }),

/***/ 8303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ BEAT_MS),
/* harmony export */   c: () => (/* binding */ lineOf)
/* harmony export */ });
/* harmony import */ var _report_brief_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7171);

/** How often a run shows that its event loop runs. */
const BEAT_MS = 250;
/** A message as one line, short enough to be written to a pipe at once. */
const lineOf = (message) => `${JSON.stringify(message, _report_brief_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)}\n`;


/***/ }),

/***/ 674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  watchOver: () => (/* binding */ watchOver)
});

// EXTERNAL MODULE: ./build/lib/temporary.js
var temporary = __webpack_require__(4495);
// EXTERNAL MODULE: ./build/report/brief.js
var brief = __webpack_require__(7171);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/lib/process-family.js
var process_family = __webpack_require__(8430);
;// CONCATENATED MODULE: ./build/watchdog/children.js



/** What flyctl needs to release its leases. */
const GRACE_MS = 1_500;
const POLL_MS = 50;
/**
 * Ends every program that the process has started: interrupts them, as a terminal does, and kills those that do not
 * end.
 */
async function endChildrenOf(pid) {
    for (const child of childrenOf(pid))
        send(child, 'SIGINT');
    for (let waited = 0; waited < GRACE_MS && childrenOf(pid).length > 0; waited += POLL_MS)
        await (0,promises_.setTimeout)(POLL_MS);
    for (const child of childrenOf(pid))
        send(child, 'SIGKILL');
}
/** A process that has ended in the meantime needs no signal. */
function send(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // It has ended.
    }
}
/** The programs that a process has started: by their mark on Linux, elsewhere its descendants while it runs. */
function childrenOf(pid) {
    if (process.platform === 'linux')
        return (0,process_family/* startedBy */.l3)(pid);
    const found = new Set();
    const all = running();
    const isNew = ({ id, parent }) => !found.has(id) && id !== process.pid && (parent === pid || found.has(parent));
    for (let more = all.filter(isNew); more.length > 0; more = all.filter(isNew))
        for (const { id } of more)
            found.add(id);
    return [...found];
}
function running() {
    const output = (0,external_node_child_process_.execFileSync)('/bin/ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    return output.split('\n').map((line) => {
        const [id = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
        return { id, parent };
    });
}

// EXTERNAL MODULE: ./build/watchdog/state.js
var watchdog_state = __webpack_require__(8303);
;// CONCATENATED MODULE: ./build/watchdog/watch.js




/** An event loop that is blocked for so long will not continue: no synchronous work of a run takes that long. */
const STUCK_MS = 10_000;
/** The same when the time is up, or the run was asked to end. */
const STUCK_AT_THE_END_MS = 2_000;
/** A run ends itself 20 s after its time is up at the latest. */
const OVERDUE_MS = 30_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];
/**
 * Watches the process that has started this one, until that reports that its report is written. When its event loop is
 * blocked, when it continues long after its time is up, or when it has ended without a message, it and its programs are
 * ended, and its report is published from here.
 */
function watchOver(publishReport) {
    const run = process.ppid;
    const state = { reader: 'terminal', during: 'the start' };
    let silentMs = 0;
    let isAskedToEnd = false;
    // A terminal sends them to both processes.
    for (const signal of SIGNALS)
        process.on(signal, () => {
            isAskedToEnd = true;
        });
    const intervene = (why) => {
        clearInterval(ticks);
        process.stdin.removeAllListeners('end');
        void end(run, state, { why, publishReport });
    };
    // Counted by the turns of this process: a machine that slept has stopped both.
    const ticks = setInterval(() => {
        silentMs += watchdog_state/* BEAT_MS */.G;
        const lateMs = Date.now() - (state.until ?? Number.POSITIVE_INFINITY);
        const most = isAskedToEnd || lateMs > 0 ? STUCK_AT_THE_END_MS : STUCK_MS;
        if (silentMs > most)
            intervene('stuck');
        else if (lateMs > OVERDUE_MS)
            intervene('overdue');
    }, watchdog_state/* BEAT_MS */.G);
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
    await publishReport((0,brief/* briefReport */.j3)(state.known ?? {}, problemOf(why, state.during)), state.reader);
    send(run, 'SIGKILL');
    if (state.scratch !== undefined)
        (0,temporary/* removeFolder */.v)(state.scratch);
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


/***/ })

};
