export const id = 3865;
export const ids = [3865];
export const modules = {
1881: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D5: () => (routingTree),
DU: () => (WATCHDOG_ALERT),
oQ: () => (NOBODY),
rU: () => (HEARTBEAT)
});
var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10980);
const NOBODY = 'nobody';
const HEARTBEAT = 'heartbeat';
const WATCHDOG_ALERT = 'Watchdog';
function routingTree(notify, heartbeat) {
const kinds = Object.keys(notify);
return {
receiver: NOBODY,
group_by: ['alertname', 'service'],
group_wait: '2s',
group_interval: '30s',
repeat_interval: '4h',
routes: [
...(heartbeat ? [heartbeatRoute] : []),
...kinds.map(testRoute),
{ receiver: NOBODY, matchers: [`alertname=~"${WATCHDOG_ALERT}|${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__.su.alert}"`] },
{ receiver: NOBODY, matchers: ['severity="none"'] },
...kinds.map((kind) => alertRoute(kind, notify[kind]?.severities)),
],
};
}
const heartbeatRoute = {
receiver: HEARTBEAT,
matchers: [`alertname="${WATCHDOG_ALERT}"`],
continue: true,
group_by: ['alertname', 'started'],
group_wait: '1s',
group_interval: '1m',
repeat_interval: '55s',
};
const testRoute = (kind) => ({
receiver: kind,
matchers: [`alertname=~"${kind === 'pagerduty' ? _model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__.su.alert : `${WATCHDOG_ALERT}|${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__.su.alert}`}"`],
continue: true,
group_by: ['alertname', 'started'],
repeat_interval: '7d',
});
const alertRoute = (kind, severities) => ({
receiver: kind,
...(severities && { matchers: [`severity=~"${severities.join('|')}"`] }),
continue: true,
});
}),
53694: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Dh: () => (keyed),
Jn: () => (derivePassword),
rD: () => (keyedDigest)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
var _lib_fly_token_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(89977);
var _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67209);
function derivePassword(flyToken, app) {
const password = keyed(flyToken, `password\0${app}`).toString('base64url');
(0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__.Ck)(password);
return password;
}
function keyedDigest(flyToken, parts) {
return keyed(flyToken, JSON.stringify(['digest', ...parts]))
.toString('hex')
.slice(0, 32);
}
function keyed(flyToken, text) {
return (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', (0, _lib_fly_token_js__WEBPACK_IMPORTED_MODULE_2__.o)(flyToken).join(',')).update(`deploy-monitoring\0${text}`).digest();
}
}),
68862: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (renderWebConfig)
});
var bcryptjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36242);
var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38815);
var _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67209);
var _derive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53694);
var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35760);
const COST = '10';
function renderWebConfig(flyToken, app, password) {
const salt = `$2b$${COST}$${(0, bcryptjs__WEBPACK_IMPORTED_MODULE_0__.WG)([...(0, _derive_js__WEBPACK_IMPORTED_MODULE_3__.Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
const hash = (0, bcryptjs__WEBPACK_IMPORTED_MODULE_0__.Y8)(password, salt);
(0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__.Ck)(hash);
return (0, yaml__WEBPACK_IMPORTED_MODULE_1__.As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_4__.X1]: hash } }, { lineWidth: 0 });
}
}),
89937: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
passwordOutput: () => (passwordOutput)
});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
var _config_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36303);
var _desired_derive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53694);
var _desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(68862);
var _inputs_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59606);
var _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61469);
function passwordOutput({ inputs, webConfig }) {
const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env;
const given = (0, _inputs_read_js__WEBPACK_IMPORTED_MODULE_4__.K)({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' });
const { config } = (0, _config_configuration_js__WEBPACK_IMPORTED_MODULE_1__.Xg)(given, process.cwd());
const { app, access } = config.monitoring;
if (access === 'public')
throw wrong(`${app} has no password: monitoring.access is ${access}.`, 'Set it to password, or remove it.');
const plain = given.prometheusPassword ?? (given.flyToken === '' ? undefined : (0, _desired_derive_js__WEBPACK_IMPORTED_MODULE_2__.Jn)(given.flyToken, app));
if (plain === undefined)
throw wrong('There is neither a password nor a Fly token to derive it from.', 'Set PROMETHEUS_PASSWORD, or FLY_API_TOKEN to the token that the deploy uses.');
if (!webConfig)
return plain;
const key = given.flyToken || (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
return Buffer.from((0, _desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__.h)(key, app, plain)).toString('base64');
}
function wrong(message, hint) {
return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__.lZ('configuration', [{ code: 'password', severity: 'error', message, hint }]);
}
})
};
