export const id = 3865;
export const ids = [3865];
export const modules = {

/***/ 1881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D5: () => (/* binding */ routingTree),
/* harmony export */   DU: () => (/* binding */ WATCHDOG_ALERT),
/* harmony export */   oQ: () => (/* binding */ NOBODY),
/* harmony export */   rU: () => (/* binding */ HEARTBEAT)
/* harmony export */ });
/* harmony import */ var _model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(980);

/** The receiver without an integration: alerts that are for no one. */
const NOBODY = 'nobody';
/** The receiver of the Watchdog's ping. */
const HEARTBEAT = 'heartbeat';
const WATCHDOG_ALERT = 'Watchdog';
/**
 * The routing tree: every receiver is a child of the root, so that an alert reaches all receivers that take it. Groups
 * are narrow (an alert of a service), so there is little to wait for: together with a scrape and an evaluation every 15 s,
 * a message leaves at most 35 s after the `for` of its alert.
 */
function routingTree(notify, heartbeat) {
    const kinds = Object.keys(notify);
    return {
        receiver: NOBODY,
        group_by: ['alertname', 'service'],
        group_wait: '5s',
        group_interval: '30s',
        repeat_interval: '4h',
        routes: [
            ...(heartbeat ? [heartbeatRoute] : []),
            ...kinds.map(testRoute),
            { receiver: NOBODY, matchers: [`alertname=~"${WATCHDOG_ALERT}|${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL */ .su.alert}"`] },
            { receiver: NOBODY, matchers: ['severity="none"'] },
            ...kinds.map((kind) => alertRoute(kind, notify[kind]?.severities)),
        ],
    };
}
/** A group is looked at once per group_interval: with a repeat_interval that is a little shorter, it is sent each time. */
const heartbeatRoute = {
    receiver: HEARTBEAT,
    matchers: [`alertname="${WATCHDOG_ALERT}"`],
    continue: true,
    group_by: ['alertname'],
    group_wait: '1s',
    group_interval: '1m',
    repeat_interval: '55s',
};
/**
 * The Watchdog of each start is a group of its own, so each start proves each receiver with one message. For PagerDuty a
 * message is an incident, which wakes someone: only a drill tests it.
 */
const testRoute = (kind) => ({
    receiver: kind,
    matchers: [`alertname=~"${kind === 'pagerduty' ? _model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL */ .su.alert : `${WATCHDOG_ALERT}|${_model_prometheus_js__WEBPACK_IMPORTED_MODULE_0__/* .DRILL */ .su.alert}`}"`],
    continue: true,
    group_by: ['alertname', 'started'],
    repeat_interval: '7d',
});
const alertRoute = (kind, severities) => ({
    receiver: kind,
    ...(severities && { matchers: [`severity=~"${severities.join('|')}"`] }),
    continue: true,
});


/***/ }),

/***/ 8862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ renderWebConfig)
/* harmony export */ });
/* harmony import */ var bcryptjs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6242);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8815);
/* harmony import */ var _lib_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7209);
/* harmony import */ var _derive_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3694);
/* harmony import */ var _prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9921);





/** bcrypt cost: 10 as in the example of Prometheus, about 0.1 s for each wrong password; correct ones are cached. */
const COST = '10';
/**
 * `web.config.file`: basic auth with a bcrypt hash. The salt is derived too: the same password results in the same hash.
 * The hash allows guessing passwords offline, so it is as secret as the password.
 */
function renderWebConfig(flyToken, app, password) {
    const salt = `$2b$${COST}$${(0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .encodeBase64 */ .WG)([...(0,_derive_js__WEBPACK_IMPORTED_MODULE_3__/* .keyed */ .Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
    const hash = (0,bcryptjs__WEBPACK_IMPORTED_MODULE_0__/* .hashSync */ .Y8)(password, salt);
    (0,_lib_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .addSecret */ .Ck)(hash);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)({ basic_auth_users: { [_prometheus_js__WEBPACK_IMPORTED_MODULE_4__/* .PROMETHEUS_USER */ .X1]: hash } }, { lineWidth: 0 });
}


/***/ }),

/***/ 9937:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   passwordOutput: () => (/* binding */ passwordOutput)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _config_configuration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6303);
/* harmony import */ var _desired_derive_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3694);
/* harmony import */ var _desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8862);
/* harmony import */ var _inputs_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9606);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1469);






/**
 * Prints the password of Prometheus, or the web configuration with its hash in base64; nothing else, so that it can be
 * piped into `flyctl secrets set NAME=-`.
 * @throws ActionError `configuration`
 */
function passwordOutput({ inputs, webConfig }) {
    const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env;
    // The checks of mode plan: it needs no token, and here one of the two is enough.
    const given = (0,_inputs_read_js__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .K)({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' });
    const { config } = (0,_config_configuration_js__WEBPACK_IMPORTED_MODULE_1__/* .readConfig */ .Xg)(given, process.cwd());
    const { app, access } = config.monitoring;
    if (access !== 'password')
        throw wrong(`${app} has no password: monitoring.access is ${access}.`, 'Set it to password, or remove it.');
    const plain = given.prometheusPassword ?? (given.flyToken === '' ? undefined : (0,_desired_derive_js__WEBPACK_IMPORTED_MODULE_2__/* .derivePassword */ .Jn)(given.flyToken, app));
    if (plain === undefined)
        throw wrong('There is neither a password nor a Fly token to derive it from.', 'Set PROMETHEUS_PASSWORD, or FLY_API_TOKEN to the token that the deploy uses.');
    if (!webConfig)
        return plain;
    // The salt comes from the token, so that equal runs render equal files; without one, any will do.
    const key = given.flyToken || (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('hex');
    return Buffer.from((0,_desired_web_config_js__WEBPACK_IMPORTED_MODULE_3__/* .renderWebConfig */ .h)(key, app, plain)).toString('base64');
}
function wrong(message, hint) {
    return new _lib_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .ActionError */ .lZ('configuration', [{ code: 'password', severity: 'error', message, hint }]);
}


/***/ })

};
