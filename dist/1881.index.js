export const id = 1881;
export const ids = [1881];
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
})
};
