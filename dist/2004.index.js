export const id = 2004;
export const ids = [2004];
export const modules = {
52004: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
callsIn: () => (callsIn),
deploysOfWorkflows: () => (deploysOfWorkflows)
});
var __import_0__ = __webpack_require__(76760);
var __import_3__ = __webpack_require__(68587);
var __import_1__ = __webpack_require__(69776);
var __import_2__ = __webpack_require__(1403);
var __import_4__ = __webpack_require__(86349);
function callsIn({ file, text }) {
const read = (0, __import_1__.g)(text);
if (!read.ok)
return [];
const jobs = (0, __import_3__.Jt)(read.tree, 'jobs');
const onPush = (0, __import_4__.gX)(read.tree);
return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([job, node]) => {
const uses = (0, __import_3__.Jt)(node, 'uses');
const path = (0, __import_3__.ws)(uses) ?? '';
if (!uses || !path.startsWith('./') || (0, __import_4__.r5)(node))
return [];
const inputs = new Map(scalarsOf((0, __import_3__.Jt)(node, 'with')));
const hasGroup = ((0, __import_3__.Jt)(node, 'concurrency') ?? (0, __import_3__.Jt)(read.tree, 'concurrency')) !== undefined;
return [{ workflow: __import_0__.posix.normalize(path), inputs, hasGroup, job, onPush, at: { file, ...uses.at } }];
});
}
function deploysOfWorkflows(workflows, callers) {
const calls = callers.flatMap(callsIn);
return workflows.flatMap((workflow) => {
const own = calls.filter((call) => call.workflow === workflow.file);
if (own.length === 0)
return (0, __import_2__.ju)(workflow);
const read = (0, __import_1__.g)(workflow.text);
if (!read.ok)
return [];
const triggers = (0, __import_4__.XJ)(read.tree);
const trigger = triggers.get('workflow_call');
const defaults = defaultsOf(trigger);
const called = own.flatMap(({ inputs, at, job, onPush }) => {
const values = new Map([...defaults, ...inputs]);
const text = withInputs(workflow.text, values);
return (0, __import_2__.ju)({ ...workflow, text }, { mayRun: (place) => mayRun(place, { values, trigger }) }).map((deploy) => ({ ...deploy, at, job, onPush }));
});
return [...called, ...(triggers.size > 1 ? (0, __import_2__.ju)(workflow) : [])];
});
}
const OF_INPUT = /^(!?)\s*inputs\.([\w-]+)(?:\s*([!=]=)\s*(?:'([^']*)'|(true|false)))?$/;
const mayRun = ({ step, job }, passed) => [step, job].every((node) => {
const condition = (0, __import_3__.ws)((0, __import_3__.Jt)(node, 'if')) ?? '';
const parts = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, '').split('&&');
return /\|\||!\s*\(/.test(condition) || parts.every((part) => mayHold(part.trim(), passed));
});
function mayHold(part, { values, trigger }) {
const [all, not, name = '', operator, text, truth] = OF_INPUT.exec(part) ?? [];
const value = values.get(name) ?? '';
if (all === undefined || !PLAIN.test(value))
return true;
const type = (0, __import_3__.ws)((0, __import_3__.Jt)((0, __import_3__.Jt)((0, __import_3__.Jt)(trigger, 'inputs'), name), 'type'));
const isTrue = value !== '' && (value !== 'false' || type !== 'boolean');
if (operator === undefined)
return isTrue === (not === '');
const isEqual = text === undefined ? isTrue === (truth === 'true') : value.toLowerCase() === text.toLowerCase();
return not === '!' || isEqual === (operator === '==');
}
function defaultsOf(trigger) {
const inputs = (0, __import_3__.Jt)(trigger, 'inputs');
if (inputs?.kind !== 'table')
return [];
return [...inputs.entries].flatMap(([name, input]) => {
const value = (0, __import_3__.ws)((0, __import_3__.Jt)(input, 'default'));
return value === undefined ? [] : [[name, value]];
});
}
const PLAIN = /^[\w./@+-]*$/;
const INPUT = /\$\{\{\s*inputs\.([\w-]+)\s*(?:\|\|([^{}\n]{1,200}))?\}\}/g;
const withInputs = (text, inputs) => text.replace(INPUT, (all, name, instead) => {
const value = inputs.get(name);
if (value === undefined || !PLAIN.test(value))
return all;
return value === '' && instead !== undefined ? `\${{${instead}}}` : value;
});
const scalarsOf = (node) => node?.kind === 'table'
? [...node.entries].flatMap(([key, node]) => {
const value = (0, __import_3__.ws)(node);
return value === undefined ? [] : [[key, value]];
})
: [];
})
};
