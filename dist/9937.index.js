export const id = 9937;
export const ids = [9937];
export const modules = {
21636: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Dh: () => (keyed),
Jn: () => (derivePassword),
rD: () => (keyedDigest)
});
var __import_0__ = __webpack_require__(77598);
var __import_2__ = __webpack_require__(89977);
var __import_1__ = __webpack_require__(67209);
function derivePassword(flyToken, app) {
const password = keyed(flyToken, `password\0${app}`).toString('base64url');
(0, __import_1__.Ck)(password);
return password;
}
function keyedDigest(flyToken, parts) {
return keyed(flyToken, JSON.stringify(['digest', ...parts]))
.toString('hex')
.slice(0, 32);
}
function keyed(flyToken, text) {
return (0, __import_0__.createHmac)('sha256', (0, __import_2__.o)(flyToken).join(',')).update(`deploy-monitoring\0${text}`).digest();
}
}),
39768: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Dh: () => (prometheusCredentials),
RV: () => (prometheusAddress),
X1: () => (PROMETHEUS_USER)
});
var __import_0__ = __webpack_require__(69466);
const prometheusAddress = ({ app, access }) => access === 'private' ? (0, __import_0__.ds)(app) : (0, __import_0__.x6)(app);
const PROMETHEUS_USER = 'prometheus';
const prometheusCredentials = (password) => password === undefined ? undefined : { user: PROMETHEUS_USER, password };
}),
68862: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (renderWebConfig)
});
var __import_0__ = __webpack_require__(36242);
var __import_1__ = __webpack_require__(38815);
var __import_2__ = __webpack_require__(67209);
var __import_3__ = __webpack_require__(21636);
var __import_4__ = __webpack_require__(39768);
const COST = '10';
function renderWebConfig(flyToken, app, password) {
const salt = `$2b$${COST}$${(0, __import_0__.WG)([...(0, __import_3__.Dh)(flyToken, `salt\0${app}\0${password}`).subarray(0, 16)], 16)}`;
const hash = (0, __import_0__.Y8)(password, salt);
(0, __import_2__.Ck)(hash);
return (0, __import_1__.As)({ basic_auth_users: { [__import_4__.X1]: hash } }, { lineWidth: 0 });
}
}),
89937: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
passwordOutput: () => (passwordOutput)
});
var __import_0__ = __webpack_require__(77598);
var __import_1__ = __webpack_require__(36303);
var __import_6__ = __webpack_require__(47817);
var __import_2__ = __webpack_require__(21636);
var __import_3__ = __webpack_require__(68862);
var __import_4__ = __webpack_require__(59606);
var __import_5__ = __webpack_require__(61469);
function passwordOutput({ inputs, webConfig }) {
const { FLY_API_TOKEN, PROMETHEUS_PASSWORD } = process.env;
const given = (0, __import_4__.K)({ ...inputs, FLY_API_TOKEN, PROMETHEUS_PASSWORD, INPUT_MODE: 'plan' });
const { config } = (0, __import_1__.Xg)(given, process.cwd());
const { app, access } = config.monitoring;
if ((0, __import_6__.kk)(config.monitoring))
throw wrong("There is no password: with `engine: fly`, Fly's Prometheus is read with a token of the organization.", 'Use FLY_METRICS_TOKEN.');
if (access === 'public')
throw wrong(`${app} has no password: monitoring.access is ${access}.`, 'Set it to password, or remove it.');
const plain = given.prometheusPassword ?? (given.flyToken === '' ? undefined : (0, __import_2__.Jn)(given.flyToken, app));
if (plain === undefined)
throw wrong('There is neither a password nor a Fly token to derive it from.', 'Set PROMETHEUS_PASSWORD, or FLY_API_TOKEN to the token that the deploy uses.');
if (!webConfig)
return plain;
const key = given.flyToken || (0, __import_0__.randomBytes)(16).toString('hex');
return Buffer.from((0, __import_3__.h)(key, app, plain)).toString('base64');
}
function wrong(message, hint) {
return new __import_5__.lZ('configuration', [{ code: 'password', severity: 'error', message, hint }]);
}
})
};
