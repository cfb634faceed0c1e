export const id = 4368;
export const ids = [4368];
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
17751: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (filesUrl),
t: () => (workflowRun)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(91060);
var __import_2__ = __webpack_require__(94869);
const MAX_BYTES = 32_000_000;
function workflowRun(env) {
const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(env.GITHUB_REPOSITORY ?? '') ?? [];
if (owner === undefined || repo === undefined)
return undefined;
const { GITHUB_EVENT_NAME: event = '', GITHUB_RUN_ID: runId = '' } = env;
const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
const home = `${(0, __import_2__.Tv)(env.GITHUB_SERVER_URL || 'https://github.com')}/${owner}/${repo}`;
const payload = payloadOf(env.GITHUB_EVENT_PATH);
return {
apiUrl: (0, __import_2__.Tv)(apiUrl),
repository: { owner, repo },
event,
pullRequest: pullRequestOf(payload, event),
commit: commitOfEvent(payload, event) || (env.GITHUB_SHA ?? ''),
runId: Number(/^\d{1,15}$/.exec(runId)?.[0] ?? 0),
runUrl: runId === '' ? '' : `${home}/actions/runs/${runId}`,
source: filesUrl(env),
};
}
function filesUrl({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, }) {
return server && repository && commit
? `${(0, __import_2__.Tv)(server)}/${repository}/blob/${commit}`
: undefined;
}
function payloadOf(path) {
if (!path)
return {};
try {
const text = (0, __import_0__.readFileSync)(path, 'utf8');
const payload = text.length > MAX_BYTES ? undefined : (0, __import_1__._D)(text);
return (0, __import_1__.OW)(payload) ? payload : {};
}
catch {
return {};
}
}
const objectAt = (value, key) => {
const inner = value[key];
return (0, __import_1__.OW)(inner) ? inner : {};
};
function pullRequestOf(payload, event) {
const pull = objectAt(payload, 'pull_request');
const { number } = pull;
if (typeof number !== 'number' || !Number.isSafeInteger(number))
return undefined;
const [head, base] = ['head', 'base'].map((side) => (0, __import_1__.tB)(objectAt(objectAt(pull, side), 'repo').full_name));
return { number, isFromFork: event !== 'pull_request_target' && head !== base };
}
const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
function commitOfEvent(payload, event) {
const candidates = [
objectAt(objectAt(payload, 'pull_request'), 'head').sha,
event === 'workflow_run' ? objectAt(payload, 'workflow_run').head_sha : undefined,
objectAt(payload, 'merge_group').head_sha,
];
return candidates.map(__import_1__.tB).find((sha) => COMMIT.test(sha)) ?? '';
}
}),
52749: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K2: () => (identityIn),
MV: () => (publicationOf),
cP: () => (inputIn),
p8: () => (modeIn)
});
var __import_0__ = __webpack_require__(43636);
const inputIn = (env) => (name) => (0, __import_0__.JR)(env, name)?.trim() || undefined;
const modeIn = (env) => inputIn(env)('mode') ?? 'deploy';
function identityIn(env) {
const value = inputIn(env);
return {
mode: modeIn(env),
config: value('config') ?? '',
folder: value('working-directory') ?? '.',
names: [value('app') ?? '', value('monitoring-app') ?? ''],
};
}
const publicationOf = (env, { commit, runUrl, runId, source }) => ({ ...identityIn(env), commit, runUrl, runId, source });
}),
82728: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
finish: () => (finish),
step: () => (step)
});
var compile_cache = __webpack_require__(76783);
var process_family = __webpack_require__(78430);
var temporary = __webpack_require__(4495);
var brief = __webpack_require__(7171);
var exit_code = __webpack_require__(5680);
var run = __webpack_require__(88885);
var refusal = __webpack_require__(60539);
var github = __webpack_require__(91941);
var github_event = __webpack_require__(17751);
var github_publication = __webpack_require__(52749);
var errors = __webpack_require__(61469);
var lib_text = __webpack_require__(94869);
;
function notWritten(all) {
const found = all.map(({ part, error }) => ({ part, ...explain(part, error) }));
const causes = Map.groupBy(found, ({ why, hint }) => `${why}\n${hint}`);
return [...causes.values()].map((group) => {
const [{ why = '', hint = '' } = {}] = group;
return warning(`${namesOf(group.map(({ part }) => part))} not written: ${why}.`, hint);
});
}
function explain({ permission, without }, error) {
const inSummary = 'The result is in the job summary.';
if (!(error instanceof refusal.ke))
return { why: (0, lib_text.TN)((0, errors.bD)(error), 300), hint: inSummary };
const add = `Add \`${permission}\` to \`permissions\` of the job, or \`${without}\` to the step.`;
const hints = {
permission: add,
missing: add,
credentials: `Set \`github-token\` to a token that is valid; by default it is \`\${{ github.token }}\`.`,
busy: 'This token or account has sent too many requests. The next run reports again.',
unclear: `The next run reports again. ${inSummary}`,
refused: inSummary,
};
return { why: error.message, hint: hints[error.kind] };
}
function readOnlyToken(parts) {
const expression = `\${{ !github.event.pull_request.head.repo.fork }}`;
const lines = parts.map(({ without }) => `\`${without.replace('false', expression)}\``);
return warning(`${namesOf(parts)} not written: the token of a pull request from a fork may only read.`, `The result is in the job summary. To write it only for other pull requests, add ${(0, lib_text.p_)(lines)} to the step.`);
}
const emptyToken = (parts) => warning(`${namesOf(parts)} not written: \`github-token\` is empty.`, `Remove the input to use the token of the workflow (\`github-token: \${{ github.token }}\`).`);
const namesOf = (parts) => `${parts.map(({ name }, i) => (i === 0 ? name : name.replace(/^The/, 'the'))).join(' and ')} ${parts.length === 1 ? 'was' : 'were'}`;
const warning = (message, hint) => ({
code: 'github-not-reported',
severity: 'warning',
message,
hint,
});
;
const PATIENCE_MS = 90_000;
async function publishToGitHub(all) {
const { env, log, signal } = all;
const run = (0, github_event.t)(env);
if (!run)
return;
const inputs = (0, github.d)((0, github_publication.cP)(env), () => undefined);
const parts = partsFor(inputs, run, (0, github_publication.p8)(env));
if (parts.length === 0 || signal.aborted)
return;
const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
const writing = write(parts, inputs, { ...all, run, signal: patience });
for (const problem of await Promise.race([writing, givingUp(parts, signal)]))
log.problem(problem);
}
const AFTER_PATIENCE_MS = 2_000;
function givingUp(parts, cancel) {
return new Promise((resolve) => {
cancel.addEventListener('abort', () => resolve([]), { once: true });
const error = new refusal.ke('unclear', 'GitHub does not answer in time');
const giveUp = () => resolve(notWritten(parts.map((part) => ({ part, error }))));
setTimeout(giveUp, PATIENCE_MS + AFTER_PATIENCE_MS).unref();
});
}
const isForbidden = (error) => error instanceof refusal.ke && (error.kind === 'permission' || error.kind === 'missing');
function partsFor(inputs, run, mode) {
const pull = run.pullRequest;
const isPull = pull !== undefined || run.event === 'merge_group';
const wanted = {
comment: inputs.comment && pull !== undefined,
'check-run': inputs.checkRun && run.commit !== '',
issue: inputs.issue && mode === 'verify' && !isPull,
};
const name = {
comment: `The comment on pull request #${pull?.number}`,
'check-run': 'The check run',
issue: 'The issue',
};
return ['comment', 'check-run', 'issue']
.filter((kind) => wanted[kind])
.map((kind) => ({ kind, name: name[kind], ...NEEDS[kind] }));
}
const NEEDS = {
comment: { permission: 'pull-requests: write', without: 'comment: false' },
'check-run': { permission: 'checks: write', without: 'check-run: false' },
issue: { permission: 'issues: write', without: 'issue: false' },
};
async function write(parts, { token }, { env, log, signal, run, ...result }) {
const isFromFork = run.pullRequest?.isFromFork === true;
if (token === undefined)
return [isFromFork ? readOnlyToken(parts) : emptyToken(parts)];
const until = Date.now() + PATIENCE_MS;
const { openGitHub, writers } = await Promise.all([__webpack_require__.e(2413), __webpack_require__.e(4590), __webpack_require__.e(8643), __webpack_require__.e(6116)]).then(__webpack_require__.bind(__webpack_require__, 36116));
const publication = (0, github_publication.MV)(env, run);
const opening = Promise.resolve().then(() => openGitHub(run, { token, env, signal, until }));
const unwritten = parts.map(async (part) => {
try {
const done = await writers[part.kind](await opening, { ...result, publication, run });
if (done !== undefined)
log.info(`${part.name} ${done}`);
return [];
}
catch (error) {
return [{ part, error }];
}
});
const all = (await Promise.all(unwritten)).flat();
const { forbidden = [], others = [] } = Object.groupBy(all, ({ error }) => isFromFork && isForbidden(error) ? 'forbidden' : 'others');
const ofFork = forbidden.length > 0 ? [readOnlyToken(forbidden.map(({ part }) => part))] : [];
return [...ofFork, ...notWritten(others)];
}
;
async function step(context) {
const report = await (0, run.e)({ ...context, charts: true });
(0, process_family.e9)();
(0, temporary.v)(context.scratch);
const { publish } = await (0, compile_cache.S)(() => Promise.all([__webpack_require__.e(4590), __webpack_require__.e(3635), __webpack_require__.e(8643), __webpack_require__.e(9675)]).then(__webpack_require__.bind(__webpack_require__, 32056)));
return (0, brief.uN)(report, (one) => publish(one, context.env, context.log));
}
async function finish(report, { env, log, signal }) {
const code = (0, exit_code.I)(report);
await publishToGitHub({ report, isFailed: code !== 0, env, log, signal });
return code;
}
}),
60539: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Of: () => (refusalOf),
a5: () => (isRateLimit),
ke: () => (GitHubRefusal)
});
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(94869);
class GitHubRefusal extends Error {
name = 'GitHubRefusal';
kind;
constructor(kind, message, options) {
super(message, options);
this.kind = kind;
}
}
function refusalOf(error) {
if (error instanceof GitHubRefusal)
return error;
const { status, cause, response } = (error ?? {});
if (cause instanceof GitHubRefusal)
return cause;
if (status === undefined || response === undefined)
return unclear(cause ?? error);
const { message } = (response.data ?? {});
const said = typeof message === 'string' && message !== '' ? `: ${(0, __import_1__.TN)(message, 300).replace(/\.$/, '')}` : '';
return new GitHubRefusal(kindOf(status, said, response.headers), `GitHub answers ${status}${said}`, {
cause: error,
});
}
function kindOf(status, said, headers) {
if (isRateLimit(status, said, headers))
return 'busy';
if (status === 401)
return 'credentials';
if (status === 403)
return /\block|archived/i.test(said) ? 'refused' : 'permission';
if (status === 404)
return 'missing';
return status >= 500 ? 'unclear' : 'refused';
}
const isRateLimit = (status, text, headers = {}) => status === 429 ||
(status === 403 &&
(headers['retry-after'] !== undefined ||
headers['x-ratelimit-remaining'] === '0' ||
/rate limit|abuse detection/i.test(text)));
function unclear(cause) {
const isLate = cause instanceof Error && /^(?:Abort|Timeout)Error$/.test(cause.name);
const why = isLate ? 'GitHub does not answer in time' : (0, __import_1__.TN)((0, __import_0__.bD)(cause), 300);
const isOurs = cause instanceof __import_0__.lZ || isLate;
return new GitHubRefusal('unclear', isOurs ? why : `GitHub cannot be reached: ${why}`, { cause });
}
}),
91060: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
DI: () => (tooDeep),
FS: () => (equalJson),
Mz: () => (mapMembers),
OW: () => (isJsonObject),
Qv: () => (objectsIn),
_D: () => (jsonOrUndefined),
dj: () => (canonicalJson),
qK: () => (nestsTooDeep),
sc: () => (sha256),
tB: () => (stringIn),
to: () => (mapStrings)
});
var __import_0__ = __webpack_require__(77598);
const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
const stringIn = (value) => (typeof value === 'string' ? value : '');
function jsonOrUndefined(text) {
try {
return JSON.parse(text);
}
catch {
return undefined;
}
}
const MAX_DEPTH = 100;
function tooDeep(value, depth = 0) {
if (value === null || typeof value !== 'object')
return false;
if (depth > MAX_DEPTH)
return true;
if (Array.isArray(value)) {
for (const item of value)
if (tooDeep(item, depth + 1))
return true;
}
else
for (const key in value)
if (tooDeep(value[key], depth + 1))
return true;
return false;
}
const MAX_LEVELS = 1_000;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];
function nestsTooDeep(json) {
let levels = 0;
let isInString = false;
for (let i = 0; i < json.length; i++) {
const code = json.charCodeAt(i);
if (isInString) {
if (code === BACKSLASH)
i++;
else if (code === QUOTE)
isInString = false;
}
else if (code === QUOTE)
isInString = true;
else if (code === CLOSE_LIST || code === CLOSE_OBJECT)
levels--;
else if ((code === OPEN_LIST || code === OPEN_OBJECT) && ++levels > MAX_LEVELS)
return true;
}
return false;
}
const canonicalJson = (value) => JSON.stringify(sorted(value));
function sorted(value) {
if (Array.isArray(value))
return value.map(sorted);
if (!isJsonObject(value))
return value;
const keys = Object.keys(value).sort();
return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
function equalJson(a, b) {
if (a === b)
return true;
if (Array.isArray(a)) {
if (!Array.isArray(b) || a.length !== b.length)
return false;
for (let i = 0; i < a.length; i++)
if (!equalJson(a[i], b[i]))
return false;
return true;
}
if (!isJsonObject(a) || !isJsonObject(b))
return false;
let more = 0;
for (const _ in b)
more += 1;
for (const key in a) {
if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key]))
return false;
more -= 1;
}
return more === 0;
}
const sha256 = (text) => (0, __import_0__.createHash)('sha256').update(text).digest('hex');
function mapMembers(value, change, context) {
if (Array.isArray(value))
return mapItems(value, change, context);
let copy;
for (const key in value) {
const member = value[key];
const changed = change(member, context, key);
if (changed === member)
continue;
copy ??= { ...value };
copy[key] = changed;
}
return copy ?? value;
}
function mapItems(items, change, context) {
let copy;
for (let i = 0; i < items.length; i++) {
const changed = change(items[i], context);
if (changed === items[i])
continue;
copy ??= [...items];
copy[i] = changed;
}
return copy ?? items;
}
function mapStrings(value, change) {
if (typeof value === 'string')
return change(value);
return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
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
