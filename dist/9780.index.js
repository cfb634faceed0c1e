export const id = 9780;
export const ids = [9780];
export const modules = {
89780: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
plannedGrafana: () => (plannedGrafana)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(81743);
var __import_3__ = __webpack_require__(95225);
var __import_2__ = __webpack_require__(29207);
const EFFECTS = { created: 'add', updated: 'change', removed: 'remove' };
const plannedGrafana = (plan) => (0, __import_1__.iZ)(plan).flatMap((object) => {
if ((0, __import_3__.X)(object))
return [planned(object)];
return object.state === 'failed' ? [unknownObject(object, object.problem)] : [];
});
const unknownObject = ({ kind, name }, { message }) => ({
...{ platform: 'Grafana', effect: 'change', kind, subject: (0, __import_0__.TN)(name, 200), what: `write the ${kind}` },
...{ reason: (0, __import_0__.TN)(message, 500), routine: kind === 'annotation', certain: false, details: [] },
});
function planned({ object, becomes, what, reason, diff, action }) {
return {
platform: 'Grafana',
effect: EFFECTS[becomes],
kind: object.kind,
subject: (0, __import_0__.TN)(object.name, 200),
what,
reason: asSentence((0, __import_0__.TN)(reason, 300)),
routine: action.kind === 'annotate',
certain: true,
details: diff ? [{ title: object.kind, lines: (0, __import_2__.UV)(diff.split('\n')) }] : [],
};
}
const asSentence = (text) => `${(0, __import_0__.Iu)(text)}${text.endsWith('.') ? '' : '.'}`;
}),
29207: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
UV: () => (firstLines),
gf: () => (lineDiff),
om: () => (safeLine)
});
var __import_1__ = __webpack_require__(37291);
var __import_0__ = __webpack_require__(94869);
const CONTEXT = 2;
const MAX_LINES = 200;
const MAX_WIDTH = 400;
const MAX_INDENT = 60;
const TIMEOUT_MS = 1_000;
function lineDiff(before, after, context = CONTEXT) {
const options = { context, timeout: TIMEOUT_MS };
const patch = (0, __import_1__.YB)('', '', before, after, undefined, undefined, options);
if (!patch)
return ['~ too many differences to be shown line by line'];
const lines = patch.hunks.flatMap(({ newStart, lines }) => [
`@@ line ${newStart} @@`,
...lines
.filter((line) => !line.startsWith('\\'))
.map((line) => safeLine(line.slice(0, 1), line.slice(1))),
]);
return firstLines(lines);
}
function firstLines(lines) {
const more = lines.length - MAX_LINES;
return more > 0 ? [...lines.slice(0, MAX_LINES), `~ \u2026 and ${more} more lines`] : [...lines];
}
function safeLine(sign, text) {
const indent = /^ */.exec(text)?.[0].slice(0, MAX_INDENT) ?? '';
return `${sign}${indent}${(0, __import_0__.TN)(withoutCredentials(text), MAX_WIDTH)}`;
}
const CREDENTIAL = /^(\s*(?:- )?["']?[\w.-]{0,100}(?:password|passwd|secret|token|credentials|api_?key|(?:routing|service|user)_key)["']?\s{0,9}[:=]\s{0,9})\S.*$/is;
const withoutCredentials = (line) => line.replace(CREDENTIAL, '$1***').replace(/:\/\/[^\s/@]{1,500}@/g, '://***@');
})
};
