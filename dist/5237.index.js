export const id = 5237;
export const ids = [5237];
export const modules = {
55237: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
writers: () => (writers)
});
var refusal = __webpack_require__(60539);
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
var json_value = __webpack_require__(91060);
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
})
};
