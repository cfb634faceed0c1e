export const id = 8328;
export const ids = [8328];
export const modules = {
8328: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
k: () => (receiverProblems),
withReceiverPlaces: () => (withReceiverPlaces)
});
var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35235);
var _desired_alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29829);
var _desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48457);
var _inputs_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43636);
var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40493);
function receiverProblems({ config, source }, inputs) {
const { notify } = config.alerts;
if (inputs.mode !== 'deploy')
return [];
if (!notify)
return inputs.receivers['heartbeat-url'] === undefined ? [] : [HEARTBEAT_UNUSED];
return (0, _desired_alertmanager_alertmanager_js__WEBPACK_IMPORTED_MODULE_1__.mO)(notify, inputs.receivers).map(({ kind, secret }) => {
const at = source && (0, _config_load_js__WEBPACK_IMPORTED_MODULE_0__._C)(source)(['alerts', 'notify', kind], 'key');
const variable = (0, _inputs_names_js__WEBPACK_IMPORTED_MODULE_3__.mT)(secret);
return {
code: 'input/receiver-missing',
severity: 'error',
...(at && { at }),
message: `alerts.notify.${kind} is configured, and neither the input ${secret} nor the variable ${variable} is set.`,
hint: `Store it as a secret and pass it as ${secret} (an empty secret counts as missing), or remove alerts.notify.${kind}.`,
};
});
}
function withReceiverPlaces(problems, env) {
const read = (name, otherwise) => (0, _inputs_names_js__WEBPACK_IMPORTED_MODULE_3__.JR)(env, name)?.trim() || otherwise;
try {
const workspace = (0, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_4__.OH)((0, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_4__.oS)(env), read('working-directory', '.'));
const source = (0, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_4__.yR)(workspace, read('config', 'monitoring.yml'));
const locate = source && (0, _config_load_js__WEBPACK_IMPORTED_MODULE_0__._C)(source);
return problems.map((problem) => {
const secret = /^Input (\S+) /.exec(problem.message)?.[1] ?? '';
const kind = Object.keys(_desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_2__.kO).find((one) => [_desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_2__.kO[one].needs, ...(_desired_alertmanager_receivers_js__WEBPACK_IMPORTED_MODULE_2__.kO[one].uses ?? [])].some((name) => name === secret));
const at = kind && problem.code === 'input/receiver' && locate?.(['alerts', 'notify', kind], 'key');
return at ? { ...problem, at } : problem;
});
}
catch {
return [...problems];
}
}
const HEARTBEAT_UNUSED = {
code: 'input/heartbeat-unused',
severity: 'warning',
message: 'heartbeat-url is set, but there is no Alertmanager that could ping it: `alerts.notify` is not configured.',
hint: 'Configure `alerts.notify`. With Grafana instead: create a contact point of the type webhook with this URL, and a notification policy for `alertname = Watchdog` that leads to it, repeated every minute.',
};
})
};
