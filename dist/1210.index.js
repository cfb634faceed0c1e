export const id = 1210;
export const ids = [1210];
export const modules = {
27247: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
renderedFiles: () => (renderedFiles)
});
var __import_0__ = __webpack_require__(4805);
var __import_8__ = __webpack_require__(47817);
var __import_9__ = __webpack_require__(30170);
var __import_1__ = __webpack_require__(19149);
var __import_2__ = __webpack_require__(54721);
var __import_3__ = __webpack_require__(3181);
var __import_4__ = __webpack_require__(95312);
var __import_5__ = __webpack_require__(54879);
var __import_6__ = __webpack_require__(32391);
var __import_7__ = __webpack_require__(83052);
const GUEST_TEMPLATE = '/etc/prometheus/prometheus-fly.yml';
const placeholder = (name) => `$\{${name}}`;
const REMOTE_WRITE = {
url: placeholder('GRAFANA_PROMETHEUS_URL'),
user: placeholder('GRAFANA_PROMETHEUS_USER'),
};
const SHARD = { number: placeholder('SHARD'), hash: placeholder('SHARD_HASH') };
function renderedFiles(config, source, ownRules) {
if ((0, __import_8__.kk)(config.monitoring))
return [];
const rules = (0, __import_0__.yh)(config.monitoring)
? []
: [
{ path: __import_7__.MU, guestPath: __import_4__.es.rules },
...ownRules.map((path, i) => ({ path, guestPath: (0, __import_4__.Nv)(path, i).guestPath })),
];
const prometheus = (0, __import_4__.Be)(config, {
version: (0, __import_1__.q)(config.monitoring.image),
ruleFiles: rules.map(({ guestPath }) => guestPath),
remoteWrite: REMOTE_WRITE,
...((0, __import_9__.g)(config.monitoring) && { shard: SHARD }),
});
const { monitoring, alerts } = config;
const alertmanager = (alerts.notify ? (0, __import_2__.jI)(monitoring.app, alerts.notify, () => true) : []).map(({ name, ...file }) => ({ ...file, path: `${__import_7__.Ny}/${name}` }));
const flyToml = (0, __import_3__.Qn)(config, [
{ guestPath: GUEST_TEMPLATE, path: __import_7__.VM },
...rules,
...alertmanager,
]);
const files = {
[__import_7__.VM]: withIgnoreComment(prometheus),
...(rules.length > 0 && { [__import_7__.MU]: (0, __import_5__.a)(config, { remoteWrite: true }) }),
...Object.fromEntries(alertmanager.map(({ path, content }) => [path, content])),
[__import_7__.L_]: `${BY_HAND}${flyToml}`,
};
return Object.entries(files).map(([path, text]) => ({
path,
text: (0, __import_6__.E)(text, source),
executable: false,
}));
}
const BY_HAND = `# To deploy manually, run in this folder: flyctl deploy --config fly.monitoring.toml --dockerfile Dockerfile.monitoring
# The secrets that it needs are listed in monitoring/docker-entrypoint.sh.
`;
const withIgnoreComment = (text) => text.replace(/^( *)(?! ).*\$\{(?:GRAFANA_PROMETHEUS_|SHARD\})/gm, (line, indent) => `${indent}# deploy-monitoring ignore prometheus/placeholder: monitoring/docker-entrypoint.sh fills in the value\n${line}`);
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
})
};
