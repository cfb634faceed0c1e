export const id = 169;
export const ids = [169];
export const modules = {

/***/ 3636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ rawInput),
/* harmony export */   LO: () => (/* binding */ inputVariable),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   XK: () => (/* binding */ isOwnVariable),
/* harmony export */   cW: () => (/* binding */ SECRETS),
/* harmony export */   cu: () => (/* binding */ RECEIVER_SECRETS),
/* harmony export */   mT: () => (/* binding */ environmentVariable),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
/* harmony import */ var _lib_fly_token_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9977);

/** Every input that works, as action.yml declares it; a contract test compares the two. */
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
    'slack-webhook-url',
    'discord-webhook-url',
    'telegram-bot-token',
    'ntfy-url',
    'ntfy-token',
    'pagerduty-routing-key',
    'smtp-password',
    'notify-webhook-url',
    'heartbeat-url',
    'verify-heartbeat-url',
    'fail-on',
    'timeout',
];
/** Where alerts and heartbeats are sent: whoever knows one of these can write there. */
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
/** These may also come as environment variables of the same name (`FLY_API_TOKEN`), which the command line uses. */
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
];
/** Never an argument of the command line: every user of the machine can read arguments. */
const SECRETS = [
    'fly-api-token',
    'prometheus-password',
    'grafana-prometheus-api-key',
    'grafana-api-key',
    ...RECEIVER_SECRETS,
    'verify-heartbeat-url',
];
/** The variable in which the runner passes an input: upper case, spaces to underscores, dashes kept. */
const inputVariable = (name) => `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;
/** The variable of the same name that people set: upper case, dashes to underscores. */
const environmentVariable = (name) => name.toUpperCase().replaceAll('-', '_');
/**
 * An input that is set takes precedence over the environment variable; an empty one counts as not set, as on the
 * runner.
 */
function rawInput(env, name) {
    const environment = FROM_ENVIRONMENT.includes(name) ? env[environmentVariable(name)] : undefined;
    return env[inputVariable(name)] || environment || undefined;
}
/** Variables of the programs in a run: of this one, of flyctl, and of the builds that it starts. */
const RUN_VARIABLES = /^(?:INPUT|FLY|GRAFANA|PROMETHEUS|GITHUB|GH|ACTIONS|DOCKER|BUILDKIT|BUILDX)_|_PROXY$/i;
/** Variables without which no shell script works as expected. */
const OF_SYSTEM = /^(?:PATH|HOME|IFS|ENV|PWD|SHELL|USER|TMPDIR|CI)$/;
/** Whether a variable belongs to this action, the runner or the system: its value is never sent to a service. */
const isOwnVariable = (name) => RUN_VARIABLES.test(name) ||
    OF_SYSTEM.test(name) ||
    FROM_ENVIRONMENT.some((input) => environmentVariable(input) === name);
/** Names of variables and of parameters in an address whose value is a secret. */
const SECRET_NAME = /(?:^|[_-])(?:token|password|secret|(?:api|access|private|secret)[_-]?key)$/i;
/** A user and a password before a host; the addresses of proxies may have no scheme. */
const CREDENTIALS = /^(?:[a-z][\w+.-]*:\/\/)?[^\s/?#:@]*:([^\s/?#]+)@/i;
/**
 * Every secret that a run receives, to be hidden before anything else happens: tokens, keys and passwords of any name,
 * also where another one takes precedence; each of several Fly tokens; passwords and keys in addresses, of proxies too.
 * Values derived from them are added where they are derived: the derived password, its hash.
 */
function secretsIn(env) {
    const found = SECRETS.flatMap((name) => [env[inputVariable(name)], env[environmentVariable(name)]].flatMap((value) => secretParts(value ?? '')));
    return [...new Set([...found, ...secretsOfPrograms(env)])];
}
/** The value of a secret input; of an address the parts that only its owner knows, and not the host. */
function secretParts(value) {
    const secret = value.trim();
    const url = /^https?:\/\//i.test(secret) ? URL.parse(secret) : null;
    // Fly tokens are lists, which are read apart.
    if (!url)
        return secret === '' || secret.includes(',') ? [] : [secret];
    const parts = [...url.pathname.split('/'), ...url.searchParams.values(), url.password].filter((one) => one);
    const long = parts.filter((part) => part.length >= LONG_PART);
    return long.length > 0 ? long : parts.slice(-1);
}
/** Shorter parts of an address are words such as `services` or `webhooks`. A topic is the last part, however short. */
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
const tokensIn = (name, value) => /^(?:INPUT_)?FLY[_-]/i.test(name) ? (0,_lib_fly_token_js__WEBPACK_IMPORTED_MODULE_0__/* .flyTokens */ .o)(value) : [value.trim()];


/***/ }),

/***/ 1469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   lZ: () => (/* binding */ ActionError),
/* harmony export */   sx: () => (/* binding */ platformError)
/* harmony export */ });
/**
 * A failure the user can act on, made of one or more problems. Any other error that escapes is a bug of this program.
 * `kind` decides the exit code of the command line: `configuration` 2, `platform` 3.
 */
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
/** Shorthand for the common case: the platform (Fly, Prometheus, Grafana) refused or failed, one problem. */
function platformError(code, message, hint, cause) {
    return new ActionError('platform', [{ code, severity: 'error', message, hint }], { cause });
}
/** The message of any thrown value, one or more lines, without a stack. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 9977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ flyTokens)
/* harmony export */ });
/**
 * The tokens in a Fly token, in order: several macaroons joined by commas, after the name of their scheme. flyctl
 * accepts them with and without the scheme, and with white space and line breaks around each.
 */
function flyTokens(token) {
    return token.split(/[\s,]+/).filter((part) => part !== '' && !/^(?:FlyV1|Bearer)$/i.test(part));
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

/***/ 4869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ safeLines),
/* harmony export */   H$: () => (/* binding */ few),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   Lx: () => (/* binding */ withoutEscapes),
/* harmony export */   PR: () => (/* binding */ UNSEEN),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7209);

/**
 * Control sequences of a terminal: those that move the cursor, set colours and clear, strings that are not displayed (a
 * title, the address of a link), and all others.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)|[ -/]*[0-~])?/g;
/**
 * Characters that are invisible, change the direction of text, or break a line: controls, format characters, halves of
 * characters.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu;
/** How many characters are read for each one shown: leaves room for colours and indentation. */
const READ_PER_SHOWN = 4;
/** The beginning of a text, never with half a character at its end. */
function cut(text, length) {
    return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}
/** The text without control sequences of a terminal. Linear: no match extends beyond the next escape. */
const withoutEscapes = (text) => text.replace(ESCAPES, '');
/**
 * Foreign text made safe for one line of a log: no secrets, no escape sequences, no control, format or direction
 * characters, bounded. It is cut first, because foreign text may have any length. Secrets are removed before the last
 * cut, or their beginnings would remain.
 */
function oneLine(text, limit = 500) {
    const raw = cut(text, limit * READ_PER_SHOWN);
    const flat = (0,_redact_js__WEBPACK_IMPORTED_MODULE_0__/* .hide */ .jD)(withoutEscapes(raw)).replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
    return flat.length > limit || raw.length < text.length ? `${cut(flat, limit - 1)}…` : flat;
}
/** A log of a program is read from its end. */
const MAX_LINES = 2_000;
/** Foreign text as its lines, each safe for a log; of a text that is too long, the last ones. */
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
 * begins, after white space (actions/runner, ActionCommand.cs). It compares in a culture-sensitive way, which ignores
 * characters without weight, and terminals and log viewers drop others: what is not printable ASCII counts as nothing
 * here. Each pattern is linear: the part that it may skip never contains its beginning or end.
 */
const ANYWHERE = /#[^\t\n\r -~]*#(?=[^\t\n\r -~]*\[)/g;
const AT_BEGINNING = /(^|[\n\v\f\r\x85\u2028\u2029])([^\n\v\f\r\x85\u2028\u2029!-~]*)(?=:[^\t\n\r -~]*:)/g;
/**
 * The text with a backslash in every command. It is visible, because invisible characters may be ignored, and nothing
 * that a terminal shows joins the parts again. Whole lines only: pieces that are joined later may form a new command.
 */
const breakCommands = (text) => text.replace(ANYWHERE, '$&\\').replace(AT_BEGINNING, '$1$2\\');
const ANYWHERE_IN_JSON = /(#[^\t\n\r -~]*#[^\t\n\r -~]*)\[/g;
/** The same for JSON text, which keeps its value: a bracket is written as an escape. No JSON begins a line with `::`. */
const breakCommandsInJson = (json) => json.replace(ANYWHERE_IN_JSON, '$1\\u005b');


/***/ })

};
