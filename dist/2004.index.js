export const id = 2004;
export const ids = [2004];
export const modules = {
52004: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
deploysOfWorkflows: () => (deploysOfWorkflows)
});
var __import_0__ = __webpack_require__(76760);
var __import_3__ = __webpack_require__(68587);
var __import_1__ = __webpack_require__(69776);
var __import_2__ = __webpack_require__(1815);
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
if (!uses || !path.startsWith('./'))
return [];
const inputs = new Map(scalarsOf((0, __import_3__.Jt)(node, 'with')));
return [{ workflow: __import_0__.posix.normalize(path), inputs, job, onPush, at: { file, ...uses.at } }];
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
const defaults = defaultsOf(triggers.get('workflow_call'));
const called = own.flatMap(({ inputs, at, job, onPush }) => {
const text = withInputs(workflow.text, new Map([...defaults, ...inputs]));
return (0, __import_2__.ju)({ ...workflow, text }).map((deploy) => ({ ...deploy, at, job, onPush }));
});
return [...called, ...(triggers.size > 1 ? (0, __import_2__.ju)(workflow) : [])];
});
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
