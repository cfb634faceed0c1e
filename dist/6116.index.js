export const id = 6116;
export const ids = [6116];
export const modules = {
36116: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
openGitHub: () => (openGitHub),
writers: () => (writers)
});
var github = __webpack_require__(92413);
var refusal = __webpack_require__(60539);
;
function checkRequests(octokit, repository) {
const { checks, repos } = octokit.rest;
return {
createCheckRun: async (check) => {
await createCheckRun(checks, repository, check).catch(refuse);
},
createStatus: async ({ name, commit, state, description, detailsUrl }) => {
const about = { ...repository, sha: commit, context: name };
const link = detailsUrl !== '' && { target_url: detailsUrl };
await repos.createCommitStatus({ ...about, state, description, ...link }).catch(refuse);
},
};
}
const refuse = (error) => {
throw (0, refusal.Of)(error);
};
const ANNOTATIONS_PER_REQUEST = 50;
async function createCheckRun(checks, repository, check) {
const { title, summary, text, annotations } = check;
const chunk = (from) => annotations.slice(from, from + ANNOTATIONS_PER_REQUEST).map(annotation);
const create = (annotations) => checks.create({
...repository,
name: check.name,
head_sha: check.commit,
external_id: check.key,
...(check.detailsUrl !== '' && { details_url: check.detailsUrl }),
status: 'completed',
conclusion: check.conclusion,
output: { title, summary, text, annotations },
});
try {
const { data } = await create(chunk(0));
for (let from = ANNOTATIONS_PER_REQUEST; from < annotations.length; from += ANNOTATIONS_PER_REQUEST)
await checks.update({
...repository,
check_run_id: data.id,
output: { title, summary, text, annotations: chunk(from) },
});
}
catch (error) {
if (error.status !== 422 || annotations.length === 0)
throw error;
await create([]);
}
}
const annotation = ({ path, line, column, level, title, message }) => ({
...{ path, start_line: line, end_line: line, start_column: column, end_column: column },
...{ annotation_level: level, title, message },
});
var http = __webpack_require__(69874);
var retry = __webpack_require__(81374);
;
const TIMEOUT_MS = 15_000;
const RETRIES = 4;
const SECONDARY_SECONDS = 60;
const REPEATABLE = /\/(?:check-runs|statuses\/[0-9a-f]+|graphql)$/;
function createFetch(server) {
return async (address, { method = 'GET', headers = {}, body }) => {
const url = onServer(address, server.apiUrl);
const { pool, signal, until } = server;
const attempt = async () => {
const answer = await (0, http.cv)(pool, {
url,
method: method,
headers,
...(body !== undefined && { body }),
signal,
timeoutMs: Math.min(TIMEOUT_MS, Math.max(0, until - Date.now())),
});
return { answer, ...pacing(answer) };
};
const onlyUndone = method === 'POST' && !REPEATABLE.test(url.pathname);
const { answer } = await (0, retry.R)(attempt, { times: RETRIES, until, onlyUndone, signal });
return responseOf(answer);
};
}
function onServer(address, apiUrl) {
const { pathname, search } = new URL(address);
return new URL(pathname + search, new URL(apiUrl).origin);
}
function pacing({ status, headers, text }) {
if (!(0, refusal.a5)(status, text, headers))
return { status: status === 500 ? 502 : status, headers };
const { 'retry-after': asked, 'x-ratelimit-remaining': remaining, 'x-ratelimit-reset': reset } = headers;
if (asked !== undefined)
return { status: 429, headers };
const seconds = remaining === '0' && /^\d+$/.test(String(reset))
? Math.max(1, Number(reset) - Math.floor(Date.now() / 1_000) + 1)
: SECONDARY_SECONDS;
return { status: 429, headers: { 'retry-after': String(seconds) } };
}
function responseOf({ status, headers, text, json, url }) {
if (status >= 300 && status < 400)
throw new refusal.ke('refused', `${url.host} redirects (${status}), which is not followed`);
const isEmpty = status === 204 || status === 205 || text === '';
if (status < 300 && !isEmpty && json === undefined)
throw new refusal.ke('unclear', `the answer of ${url.host} is not JSON`);
const plain = Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)]]);
const type = [
'content-type',
json === undefined ? 'text/plain' : 'application/json; charset=utf-8',
];
return new Response(isEmpty ? null : text, {
status,
headers: [...plain.filter(([name]) => name !== 'content-type'), type],
});
}
var json_value = __webpack_require__(91060);
;
const MAX_PAGES = 100;
const PER_PAGE = 100;
const WORKFLOW_AUTHOR = 'github-actions[bot]';
function textRequests(octokit, repository) {
const { issues } = octokit.rest;
const { iterator } = octokit.paginate;
let viewer;
const account = () => {
viewer ??= authorOf(octokit);
return viewer;
};
return {
wrote: async ({ author }) => {
const login = await account();
return author === login || author === `${login}[bot]`;
},
comments: async (issue_number) => {
const asked = { ...repository, issue_number, per_page: PER_PAGE };
return (await texts_all(iterator(issues.listComments, asked))).map(textWith('id'));
},
comment: async (issue_number, body) => textWith('id')(await data(issues.createComment({ ...repository, issue_number, body }))),
updateComment: async (comment_id, body) => {
await data(issues.updateComment({ ...repository, comment_id, body }));
},
deleteComment: async (comment_id) => {
await data(issues.deleteComment({ ...repository, comment_id }));
},
openIssues: async (labels) => {
const which = labels === undefined ? { creator: await account() } : { labels };
const asked = { ...repository, ...which, state: 'open', per_page: PER_PAGE };
const found = await texts_all(iterator(issues.listForRepo, asked));
return found.filter((one) => one.pull_request === undefined).map(textWith('number'));
},
createIssue: async (issue, label) => textWith('number')(await data(issues.create({ ...repository, ...issue, labels: [label] }))),
updateIssue: async (issue_number, issue) => {
await data(issues.update({ ...repository, issue_number, ...issue }));
},
closeIssue: async (issue_number, state_reason) => {
await data(issues.update({ ...repository, issue_number, state: 'closed', state_reason }));
},
};
}
async function data(answer) {
try {
return (await answer).data;
}
catch (error) {
throw (0, refusal.Of)(error);
}
}
async function texts_all(pages) {
const found = [];
let count = 0;
try {
for await (const page of pages) {
if (!Array.isArray(page.data))
throw new refusal.ke('unclear', 'the answer of GitHub is not a list');
found.push(...(0, json_value.Qv)(page.data));
if (++count === MAX_PAGES)
break;
}
}
catch (error) {
throw (0, refusal.Of)(error);
}
return found;
}
const textWith = (id) => (answer) => {
if (!(0, json_value.OW)(answer) || typeof answer[id] !== 'number')
throw new refusal.ke('unclear', `the answer of GitHub has no \`${id}\``);
const { user, body, html_url: url } = answer;
return {
id: answer[id],
author: (0, json_value.OW)(user) ? (0, json_value.tB)(user.login) : '',
body: (0, json_value.tB)(body),
url: (0, json_value.tB)(url),
};
};
async function authorOf(octokit) {
const byQuery = async () => octokit.graphql('query { viewer { login } }');
const answer = await byQuery().catch(() => undefined);
const viewer = (0, json_value.OW)(answer) && (0, json_value.OW)(answer.viewer) ? (0, json_value.tB)(answer.viewer.login) : '';
if (viewer !== '')
return viewer;
const user = await octokit.rest.users.getAuthenticated().catch(() => undefined);
return ((0, json_value.OW)(user?.data) && (0, json_value.tB)(user.data.login)) || WORKFLOW_AUTHOR;
}
;
function createGitHub(server, repository) {
const { token, apiUrl: baseUrl } = server;
const log = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
const request = { fetch: createFetch(server), log };
const octokit = (0, github.Q)(token, { baseUrl, request, log, userAgent: 'deploy-monitoring' });
return { ...textRequests(octokit, repository), ...checkRequests(octokit, repository) };
}
var check_run = __webpack_require__(48643);
var report_publication = __webpack_require__(62360);
;
const commentMarker = (publication) => `<!-- deploy-monitoring comment ${(0, report_publication.TN)(publication)} `;
function renderComment(report, publication) {
return (0, report_publication.l8)(report, publication, `${commentMarker(publication)}run ${publication.runId} -->`);
}
const runOfComment = (body) => Number(/^<!-- deploy-monitoring comment [0-9a-f]+ run (\d{1,15}) -->/.exec(body)?.[1] ?? 0);
var promises_ = __webpack_require__(58500);
;
async function ownTexts(github, all, marker) {
const found = [];
for (const text of all)
if (text.body.startsWith(marker) && (await github.wrote(text)))
found.push(text);
return found.toSorted((a, b) => a.id - b.id);
}
;
const TRIES = 3;
const PAUSE_MS = 1_000;
async function keepComment(github, comment) {
for (let tried = 1;; tried++) {
try {
return await keepOnce(github, comment);
}
catch (error) {
if (!(error instanceof LookAgain) || tried === TRIES)
throw error instanceof LookAgain ? error.cause : error;
await (0, promises_.setTimeout)(PAUSE_MS);
}
}
}
class LookAgain extends Error {
}
async function lookAgainAfter(kind, request) {
return request.catch((cause) => {
throw cause instanceof refusal.ke && cause.kind === kind ? new LookAgain('', { cause }) : cause;
});
}
async function keepOnce(github, comment) {
const { body, runId } = comment;
const all = await ours(github, comment);
const [kept, ...doubles] = all;
if (!kept)
return create(github, comment);
const newer = all.find((one) => isOfNewerRun(one, runId));
if (newer)
return hasNewer(newer);
await lookAgainAfter('missing', github.updateComment(kept.id, body));
await remove(github, doubles);
return `was updated: ${kept.url}`;
}
const isOfNewerRun = ({ body }, runId) => runOfComment(body) > runId;
const hasNewer = ({ url }) => `has the result of a newer run: ${url}`;
async function create(github, comment) {
const created = await lookAgainAfter('unclear', github.comment(comment.number, comment.body));
const [kept = created, ...doubles] = await ours(github, comment).catch(() => [created]);
await remove(github, doubles);
if (isOfNewerRun(kept, comment.runId))
return hasNewer(kept);
if (kept.id !== created.id)
await github.updateComment(kept.id, comment.body);
return `was written: ${kept.url}`;
}
const ours = async (github, { number, marker }) => ownTexts(github, await github.comments(number), marker);
async function remove(github, doubles) {
for (const { id } of doubles)
await github.deleteComment(id).catch(() => undefined);
}
var action_items = __webpack_require__(68456);
var headline = __webpack_require__(91218);
var inert_text = __webpack_require__(68107);
var markdown = __webpack_require__(34902);
;
const issueMarker = (publication) => `<!-- deploy-monitoring issue ${(0, report_publication.TN)(publication)} `;
const STATE = /^<!-- deploy-monitoring issue [0-9a-f]+ causes ([0-9a-f]{1,64}|none) notified (\d{1,12}) -->/;
function stateOfIssue(body) {
const [, causes, notified] = STATE.exec(body) ?? [];
return causes === undefined ? undefined : { causes, notified: Number(notified) };
}
function renderIssue(report, publication, { causes, notified }) {
const marker = `${issueMarker(publication)}causes ${causes} notified ${notified} -->`;
const app = report.monitoring?.app;
return {
title: `${app === undefined ? 'Monitoring' : (0, inert_text.U)(app, 70)}: ${(0, inert_text.U)((0, headline.Pl)(report), 150)}`,
body: (0, report_publication.l8)(report, publication, marker),
};
}
function causesOf(report, isFailed) {
if (!isFailed)
return 'none';
const causes = new Set(errorsOf(report).map(({ code, subject }) => `${code} ${withoutMachines(subject)}`));
return (0, json_value.sc)(JSON.stringify([...causes].toSorted())).slice(0, 16);
}
const withoutMachines = (subject) => subject
.replace(/\b(?=[a-f]*\d)[\da-f]{10,}\b/g, '#')
.replace(/\d+/g, '')
.replace(/#(?:(?:,| and) #)*(?: and {1,2}more)?/g, '#')
.replace(/# \([a-z]{3}\)/g, '#');
const MAX_ITEMS = 20;
function renderIssueNews(report, { runUrl }, news) {
const errors = errorsOf(report);
const more = errors.length > MAX_ITEMS ? [`- \u2026 and ${errors.length - MAX_ITEMS} more`] : [];
const run = runUrl === '' ? '' : ` (${(0, markdown.iQ)('run', runUrl)})`;
return [
`${news} ${(0, markdown.Rw)((0, headline.Pl)(report), 500)}${run}`,
'',
...errors.slice(0, MAX_ITEMS).map(({ code, subject }) => (0, report_publication.AS)(code, subject)),
...more,
]
.join('\n')
.trimEnd();
}
const errorsOf = (report) => (0, action_items.rZ)(report).filter(({ severity }) => severity === 'error');
;
const ISSUE_LABEL = 'deploy-monitoring';
const REMIND_SECONDS = 86_400;
async function keepIssue(github, result) {
const { report, publication, isFailed } = result;
const [issue, ...doubles] = await openOnes(github, publication);
if (report.verdict.kind === 'proven')
return issue && closeAll(github, [issue, ...doubles], result);
for (const { id } of doubles)
await github.closeIssue(id, 'not_planned');
if (issue)
return update(github, issue, result);
return isFailed ? keep_issue_open(github, result) : undefined;
}
async function keep_issue_open(github, result) {
const { report, publication, now } = result;
const state = { causes: causesOf(report, true), notified: now };
const created = await github.createIssue(renderIssue(report, publication, state), ISSUE_LABEL);
const [kept, ...doubles] = await openOnes(github, publication).catch(() => [created]);
if (doubles.some(({ id }) => id === created.id))
await github.closeIssue(created.id, 'not_planned');
return `was opened: ${(kept ?? created).url}`;
}
async function update(github, issue, result) {
const { report, publication, isFailed, now } = result;
const before = stateOfIssue(issue.body) ?? { causes: '', notified: 0 };
const causes = causesOf(report, isFailed);
const isChanged = causes !== before.causes;
const isNews = isFailed && (isChanged || now - before.notified >= REMIND_SECONDS);
if (!isChanged && !isNews)
return undefined;
const notified = isNews ? now : before.notified;
await github.updateIssue(issue.id, renderIssue(report, publication, { causes, notified }));
const news = isChanged ? 'The causes have changed.' : 'Still failing.';
const left = isNews ? await tell(github, issue, renderIssueNews(report, publication, news)) : '';
return `was updated: ${issue.url}${left}`;
}
async function tell(github, { id }, text) {
try {
await github.comment(id, text);
return '';
}
catch (error) {
if (!(error instanceof refusal.ke) || error.kind !== 'refused')
throw error;
return ` (without a comment: ${error.message})`;
}
}
async function closeAll(github, issues, { report, publication }) {
const [first] = issues;
const news = renderIssueNews(report, publication, 'All is well again.');
const left = first ? await tell(github, first, news) : '';
for (const { id } of issues)
await github.closeIssue(id, 'completed');
return `was closed: ${first?.url}${left}`;
}
async function openOnes(github, publication) {
const ours = async (label) => ownTexts(github, await github.openIssues(label), issueMarker(publication));
const labelled = await ours(ISSUE_LABEL);
return labelled.length > 0 ? labelled : ours();
}
;
const openGitHub = ({ apiUrl, repository }, { env, ...connection }) => createGitHub({ ...connection, apiUrl, pool: (0, http.b)(env) }, repository);
const writers = {
comment: (github, { report, publication, run }) => keepComment(github, {
number: run.pullRequest?.number ?? 0,
marker: commentMarker(publication),
body: renderComment(report, publication),
runId: run.runId,
}),
'check-run': writeCheckRun,
issue: (github, { run: _, ...result }) => keepIssue(github, { ...result, now: Math.floor(Date.now() / 1_000) }),
};
const MAX_DESCRIPTION = 140;
async function writeCheckRun(github, { report, publication, isFailed, run }) {
const check = (0, check_run.k)(report, publication, isFailed);
const about = { commit: run.commit, detailsUrl: publication.runUrl };
try {
await github.createCheckRun({ ...check, ...about, key: (0, report_publication.TN)(publication) });
return `was written: ${check.conclusion}`;
}
catch (error) {
if (!(error instanceof refusal.ke) || !['permission', 'missing'].includes(error.kind))
throw error;
const state = check.conclusion === 'failure' ? 'failure' : 'success';
const description = Array.from(check.title).slice(0, MAX_DESCRIPTION).join('');
const status = { name: check.name, state, description, ...about };
await github.createStatus(status).catch(() => Promise.reject(error));
return `is a commit status (${state}), because the token may not write check runs`;
}
}
}),
37489: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
UM: () => (proxyTo),
bC: () => (Pool),
sc: () => (through),
tE: () => (proxyFault)
});
var __import_0__ = __webpack_require__(46752);
var __import_1__ = __webpack_require__(61469);
const LIMITS = { keepAliveTimeout: 10_000, connectTimeout: 10_000 };
const TUNNEL_MS = 8_000;
class Pool extends __import_0__.mk {
#proxies;
#direct = new __import_0__.g6(LIMITS);
#through = new Map();
constructor(proxies) {
super();
this.#proxies = proxies;
}
proxyTo(url) {
const proxy = this.#proxies[url.protocol === 'https:' ? 'https:' : 'http:'];
return proxy && !this.#proxies.exempts(url) ? proxy : undefined;
}
dispatch(options, handler) {
const proxy = this.proxyTo(new URL(options.origin ?? ''));
return (proxy ? this.#agentOf(proxy) : this.#direct).dispatch(options, handler);
}
async close() {
await Promise.all(this.#agents().map((agent) => agent.close()));
}
async destroy() {
await Promise.all(this.#agents().map((agent) => agent.destroy()));
}
#agents() {
return [this.#direct, ...this.#through.values()];
}
#agentOf({ origin, authorization }) {
const key = `${authorization} ${origin}`;
const known = this.#through.get(key);
if (known)
return known;
const agent = new __import_0__.kT({
...LIMITS,
uri: origin,
...(authorization && { token: authorization }),
clientFactory: (proxy, options) => new __import_0__.bC(proxy, { ...options, headersTimeout: TUNNEL_MS }),
});
this.#through.set(key, agent);
return agent;
}
}
const proxyTo = (dispatcher, address) => dispatcher instanceof Pool ? dispatcher.proxyTo(new URL(address)) : undefined;
const through = (proxy) => proxy ? ` through the proxy ${proxy.origin} (${proxy.variable})` : '';
function proxyFault(cause, proxy, target) {
const { code = '', message = '' } = (cause ?? {});
const name = `The proxy ${proxy.origin} (${proxy.variable})`;
const refusal = /^Proxy response \((\d{3})\)|^Proxy Authentication Required \((407)\)/.exec(message);
if (refusal)
return refused(Number(refusal[1] ?? refusal[2]), { proxy, name, target, cause });
if (code === 'UND_ERR_HEADERS_TIMEOUT')
return couldNotConnect('in time', { proxy, name, target, cause });
const why = WHY[code];
if (why === undefined)
return undefined;
const hint = `Correct ${proxy.variable}; unset it, or add ${target.hostname} to NO_PROXY, if this machine can reach it without a proxy.`;
return (0, __import_1__.sx)('proxy-unreachable', `${name} ${why} (${code}).`, hint, cause);
}
const WHY = {
ECONNREFUSED: 'refuses connections',
ENOTFOUND: 'does not exist: its name does not resolve',
EAI_AGAIN: 'cannot be found: its name does not resolve',
EHOSTUNREACH: 'cannot be reached',
ENETUNREACH: 'cannot be reached',
ETIMEDOUT: 'does not accept the connection in time',
UND_ERR_CONNECT_TIMEOUT: 'does not accept the connection in time',
UND_ERR_PRX_CONN: 'closes the connection without an answer',
UND_ERR_PRX_TLS: 'has a certificate for another name',
};
function refused(status, { proxy, name, target, cause }) {
const { variable, authorization } = proxy;
if (status === 407)
return (0, __import_1__.sx)('proxy-refused', `${name} ${authorization === undefined ? 'asks for credentials' : `does not accept the credentials in ${variable}`} (HTTP 407).`, `Set ${variable} to http://USER:PASSWORD@${new URL(proxy.origin).host}, with every special character of the password percent-encoded.`, cause);
if (status >= 500)
return couldNotConnect(`(HTTP ${status})`, { proxy, name, target, cause });
return (0, __import_1__.sx)('proxy-refused', `${name} refuses to connect to ${target.host} (HTTP ${status}).`, `Allow ${target.hostname} on the proxy, or add it to NO_PROXY if this machine can reach it without a proxy.`, cause);
}
const couldNotConnect = (how, { name, target, cause }) => (0, __import_1__.sx)('proxy-gateway', `${name} could not connect to ${target.host} ${how}.`, `Check that ${target.hostname} exists and that the proxy may reach it. If this machine can reach it without a proxy, add it to NO_PROXY.`, cause);
}),
69874: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
MC: () => (BrokenAnswer),
b: () => (createPool),
cv: () => (exchange),
dP: () => (UnwantedAnswer),
tB: () => (basicAuth)
});
var __import_0__ = __webpack_require__(57075);
var __import_1__ = __webpack_require__(38522);
var __import_2__ = __webpack_require__(46752);
var __import_3__ = __webpack_require__(37489);
var __import_4__ = __webpack_require__(61469);
var __import_5__ = __webpack_require__(91060);
var __import_6__ = __webpack_require__(51260);
var __import_7__ = __webpack_require__(81374);
const MAX_BODY_BYTES = 32 * 1024 * 1024;
function createPool(env = process.env) {
const { proxies, problems } = (0, __import_6__.r)(env);
if (problems.length > 0)
throw new __import_4__.lZ('configuration', problems);
return new __import_3__.bC(proxies);
}
class BrokenAnswer extends Error {
name = 'BrokenAnswer';
}
class UnwantedAnswer extends Error {
name = 'UnwantedAnswer';
}
function exchange(pool, asked) {
const { timeoutMs = 10_000, retries = 0, onlyUndone = false, signal } = asked;
const until = Date.now() + (asked.patienceMs ?? timeoutMs);
const once = () => answerTo(pool, asked, Math.max(0, Math.min(timeoutMs, until - Date.now())));
return (0, __import_7__.R)(once, { times: retries, until, onlyUndone, ...(signal && { signal }) });
}
async function answerTo(pool, asked, timeoutMs) {
const url = new URL(asked.url);
const deadline = AbortSignal.timeout(timeoutMs);
const signal = asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline;
const proxy = (0, __import_3__.UM)(pool, url);
const asking = (0, __import_2__.Em)(url, {
method: asked.method ?? 'GET',
headers: {
'user-agent': 'deploy-monitoring',
'accept-encoding': asked.gzip ? 'gzip' : 'identity',
...asked.headers,
},
...(asked.body !== undefined && { body: asked.body }),
signal,
dispatcher: pool,
});
const response = await Promise.race([asking, abortOf(signal)]).catch((cause) => {
throw (proxy && (0, __import_3__.tE)(cause, proxy, url)) ?? cause;
});
const { statusCode: status, headers } = response;
const text = await textOf(response, url, asked);
if (/^\s*[[{]/.test(text) && (0, __import_5__.qK)(text))
throw new UnwantedAnswer(`${url.host} sends JSON that nests too deeply`);
const json = (0, __import_5__._D)(text);
if (json === undefined && status === 200 && isJson(headers) && /^\s*(?:[[{]|$)/.test(text))
throw new BrokenAnswer(`its JSON ends after ${text.length} characters`);
return { url, status, headers, text, json };
}
const abortOf = (signal) => new Promise((_, reject) => {
signal.addEventListener('abort', () => reject(signal.reason), { once: true });
});
async function textOf({ body, headers }, url, { signal: cancel, maxBytes = MAX_BODY_BYTES, gzip = false }) {
const chunks = [];
let size = 0;
const encoding = headers['content-encoding'] ?? 'identity';
const isGzip = gzip && encoding === 'gzip';
const isPlain = isGzip || encoding === 'identity';
try {
for await (const chunk of isGzip ? gunzipped(body) : body) {
if (!isPlain)
throw new UnwantedAnswer(`${url.host} sends a compressed answer, which was not requested`);
size += chunk.length;
if (size > maxBytes)
throw new UnwantedAnswer(`${url.host} sends more than ${maxBytes / 1024 / 1024} MB`);
chunks.push(chunk);
}
}
catch (cause) {
if (cause instanceof UnwantedAnswer || cancel?.aborted)
throw cause;
const isLate = cause?.name === 'TimeoutError';
const why = isLate ? 'the rest did not arrive in time' : (0, __import_4__.bD)(cause);
throw new BrokenAnswer(`the answer ends after ${size} bytes: ${why}`, { cause });
}
return Buffer.concat(chunks).toString('utf8');
}
const gunzipped = (body) => (0, __import_0__.pipeline)(body, (0, __import_1__.createGunzip)(), () => { });
const isJson = ({ 'content-type': type }) => /^application\/(?:[\w.-]+\+)?json\b/i.test(String(type ?? ''));
function basicAuth(user, password) {
return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
}),
81374: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
R: () => (retrying)
});
var __import_0__ = __webpack_require__(58500);
var __import_1__ = __webpack_require__(61469);
const BUSY = [429];
const TROUBLE = [...BUSY, 502, 503, 504];
const NOT_SENT = [
...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_PRX_CONN'],
'proxy-gateway',
];
const BROKEN = [
...NOT_SENT,
...['ECONNRESET', 'ENETDOWN', 'EHOSTDOWN', 'EPIPE', 'UND_ERR_SOCKET', 'BrokenAnswer'],
];
async function retrying(attempt, { times, until, onlyUndone, signal }) {
for (let tried = 1;; tried++) {
const outcome = await tryRequest(attempt);
const again = 'answer' in outcome
? (onlyUndone ? BUSY : TROUBLE).includes(outcome.answer.status)
: codesOf(outcome.error).some((code) => (onlyUndone ? NOT_SENT : BROKEN).includes(code));
const retryAfter = 'answer' in outcome ? outcome.answer.headers['retry-after'] : undefined;
const pause = pauseBefore(tried, retryAfter);
if (!again || tried > times || Date.now() + pause >= until) {
if ('answer' in outcome)
return outcome.answer;
throw outcome.error;
}
await (0, __import_0__.setTimeout)(pause, undefined, signal && { signal });
}
}
async function tryRequest(attempt) {
try {
return { answer: await attempt() };
}
catch (error) {
return { error };
}
}
function codesOf(error) {
if (error instanceof __import_1__.lZ)
return [...error.problems.map(({ code }) => code), ...codesOf(error.cause)];
const { name, code } = (error ?? {});
return [name, code];
}
const FIRST_MS = 250;
const LONGEST_MS = 5_000;
function pauseBefore(attempt, retryAfter) {
const asked = typeof retryAfter === 'string' ? retryAfter.trim() : '';
if (/^\d+$/.test(asked))
return Number(asked) * 1_000;
const date = / GMT$/.test(asked) ? Date.parse(asked) : Number.NaN;
if (!Number.isNaN(date))
return Math.max(0, date - Date.now());
return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 + Math.random() * 0.4);
}
})
};
