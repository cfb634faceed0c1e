export const id = 5268;
export const ids = [5268];
export const modules = {
70027: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Q: () => (unreachableForGrafana),
q: () => (privateAccessNote)
});
var _model_fly_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69466);
const WHAT_TO_DO = 'write the samples to Grafana Cloud as well (the inputs grafana-prometheus-url, -user and -api-key), or name a data source with these metrics that Grafana reaches (`grafana.datasource`), or set `monitoring.access: password`';
function unreachableForGrafana({ monitoring, grafana: { datasource } }, { grafana, remoteWrite }) {
if (monitoring.access !== 'private' || datasource !== undefined || !grafana)
return [];
const isCloud = (url) => URL.parse(url ?? '')?.hostname.endsWith('.grafana.net') === true;
const isOnFly = /\.(?:fly\.dev|internal|flycast)$/.test(URL.parse(grafana.url)?.hostname ?? '');
if (isOnFly || (isCloud(grafana.url) && isCloud(remoteWrite?.url)))
return [];
return [
{
code: 'config/private-grafana',
severity: 'error',
message: `\`monitoring.access\` is private: Grafana at ${grafana.url} cannot reach Prometheus at ${(0, _model_fly_names_js__WEBPACK_IMPORTED_MODULE_0__.ds)(monitoring.app)}, which only Fly's private network reaches.`,
hint: `Do one of these: ${WHAT_TO_DO}.`,
},
];
}
const privateAccessNote = ({ monitoring, grafana }, { grafana: given }) => monitoring.access !== 'private' || grafana.datasource !== undefined || given
? []
: [
{
part: 'Whether Grafana reaches Prometheus',
why: "`monitoring.access` is private: only Fly's private network reaches Prometheus, and a Grafana elsewhere cannot query it. A deploy with such a Grafana is refused.",
set: `nothing without Grafana; otherwise ${WHAT_TO_DO}`,
},
];
}),
65268: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
planMode: () => (planMode)
});
var private_access = __webpack_require__(70027);
var inputs_names = __webpack_require__(43636);
var lib_pace = __webpack_require__(3449);
var lib_text = __webpack_require__(94869);
var lib_workspace = __webpack_require__(40493);
var plan = __webpack_require__(16927);
var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
var load = __webpack_require__(35235);
var errors = __webpack_require__(61469);
;
async function baseConfiguration(workspace, path, env) {
const branch = env.GITHUB_BASE_REF || undefined;
if (env.GITHUB_ACTIONS === 'true' && branch === undefined)
return {};
if (branch === undefined && !(0, external_node_fs_.existsSync)((0, external_node_path_.join)(workspace.root, '.git')))
return {};
const { fileAt } = await __webpack_require__.e(4892).then(__webpack_require__.bind(__webpack_require__, 94892));
const revision = await baseRevision(workspace.root, branch);
if (revision === undefined)
return branch === undefined ? {} : { skipped: notFetched(branch) };
const text = await fileAt(workspace.root, revision, (0, lib_workspace.SH)(workspace, path));
if (text === undefined)
return {};
try {
return { base: { config: (0, load.Z9)(text, path), revision: branch ?? 'the default branch' } };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
return branch === undefined ? {} : { skipped: notValid(branch, path) };
}
}
async function baseRevision(root, branch) {
const { revisionOf } = await __webpack_require__.e(4892).then(__webpack_require__.bind(__webpack_require__, 94892));
if (branch === undefined)
return revisionOf(root, ['merge-base', 'HEAD', 'refs/remotes/origin/HEAD']);
if (!/^[\w][\w./-]*$/.test(branch))
return undefined;
return ((await revisionOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}'], 'HEAD^2')) ??
(await revisionOf(root, ['merge-base', 'HEAD', `refs/remotes/origin/${branch}`])));
}
const PART = 'Metrics that panels and rules lose';
const notFetched = (branch) => ({
part: PART,
why: `The commit of ${branch} was not fetched: removed and renamed metrics were not looked for.`,
set: '`fetch-depth: 2` of actions/checkout',
});
const notValid = (branch, path) => ({
part: PART,
why: `${path} of ${branch} is not valid: removed and renamed metrics were not looked for.`,
set: 'nothing: the next pull request is compared',
});
var external_validators = __webpack_require__(93827);
;
const planMode = async (inputs, report, context) => {
const { env, log, scratch, until, signal } = context;
const workspace = (0, lib_workspace.OH)((0, lib_workspace.oS)(env), inputs.workingDirectory);
const validators = await (0, external_validators.$)({ env, workspaceRoot: workspace.root, scratch, until, signal });
const { config, names } = inputs;
const remoteWrite = inputs.remoteWrite !== undefined;
const pace = (0, lib_pace.q)({ until, signal });
const { base, skipped } = await baseConfiguration(workspace, config.path, env);
const found = await report.timed('check', () => (0, plan.M)({ workspace, config, names, inputs: inputs_names.mc, remoteWrite, validators, pace, base }));
report.problems.push(...found.problems, ...(found.config ? (0, private_access.Q)(found.config, inputs) : []));
report.skipped = [
...found.skipped,
...(skipped ? [skipped] : []),
...(found.config?.lint.ignore ?? []).map(silenced),
...(found.config ? (0, private_access.q)(found.config, inputs) : []),
];
report.checked = found.checked;
for (const [kind, n] of Object.entries(found.checked))
log.info(`${kind}: ${(0, lib_text.U9)(n, 'file')} checked`);
if (inputs.flyToken === '' && !inputs.grafana)
return;
const { compare } = await Promise.all([__webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9547), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(6242), __webpack_require__.e(7291), __webpack_require__.e(4047), __webpack_require__.e(5760), __webpack_require__.e(1086), __webpack_require__.e(2), __webpack_require__.e(356), __webpack_require__.e(7729), __webpack_require__.e(9484), __webpack_require__.e(2597), __webpack_require__.e(507)]).then(__webpack_require__.bind(__webpack_require__, 70507));
await report.timed('compare', () => compare(inputs, report, context));
};
const silenced = ({ code, file, reason }) => ({
part: `Finding ${code}${file === undefined ? '' : ` in ${file}`}`,
why: reason,
set: 'nothing: remove it from lint.ignore',
});
})
};
