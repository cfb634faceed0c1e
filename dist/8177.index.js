export const id = 8177;
export const ids = [8177];
export const modules = {
88177: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
createFlyMetrics: () => (createFlyMetrics)
});
var __import_0__ = __webpack_require__(61469);
var __import_4__ = __webpack_require__(89977);
var __import_1__ = __webpack_require__(94869);
var __import_2__ = __webpack_require__(34061);
var __import_3__ = __webpack_require__(94274);
function createFlyMetrics(server) {
const connect = (scheme) => (0, __import_3__.h)({
...server,
credentials: { token: server.token, scheme },
refused: (answer) => refusalOf(answer, server.organization),
});
const usual = (0, __import_4__.i)(server.token);
let client = connect(usual);
let other = connect(usual === 'FlyV1' ? 'Bearer' : 'FlyV1');
const asked = async (ask) => {
try {
return await ask(client);
}
catch (error) {
const next = other;
if (!isUnauthorized(error) || !next)
throw error;
const answer = await ask(next).catch((again) => {
throw isUnauthorized(again) ? error : again;
});
client = next;
return answer;
}
finally {
other = undefined;
}
};
return {
query: (promql, at) => asked((prometheus) => prometheus.query(promql, at)),
labelNames: (selector, from) => asked((prometheus) => prometheus.labelNames(selector, from)),
seriesNames: (selector, from) => asked((prometheus) => prometheus.seriesNames(selector, from)),
types: async (names) => {
const all = await asked((prometheus) => prometheus.metricTypes()).catch(undefinedIfRefused);
return (all && new Map(names.flatMap((name) => (all.has(name) ? [[name, all.get(name) ?? []]] : []))));
},
};
}
const codeOf = (error) => error instanceof __import_0__.lZ ? (error.problems[0]?.code ?? '') : '';
const isUnauthorized = (error) => codeOf(error) === 'fly-metrics-unauthorized';
function undefinedIfRefused(error) {
if (error instanceof __import_0__.lZ && codeOf(error) !== 'prometheus-cancelled')
return undefined;
throw error;
}
const NEW_TOKEN = `Create a read-only token of the organization with \`${__import_2__.lw}\` and store it as ${__import_2__.QY}.`;
function refusalOf(answer, organization) {
const said = (0, __import_1__.TN)(answer.text, 200);
const quoted = said === '' ? '' : `: "${said}"`;
switch (answer.status) {
case 401:
return (0, __import_0__.sx)('fly-metrics-unauthorized', `Fly's managed Prometheus answers HTTP 401${quoted}, whether the token is sent as \`FlyV1\` or as \`Bearer\`: for this token there is no organization \`${organization}\`. Either \`monitoring.organization\` is not its slug, or the token is of another organization or has expired.`, `Compare \`monitoring.organization\` with \`flyctl orgs list\`. If it is right: ${NEW_TOKEN}`);
case 403:
return (0, __import_0__.sx)('fly-metrics-forbidden', `Fly's managed Prometheus answers HTTP 403${quoted}: the token may not read the organization \`${organization}\`. A deploy token is for one app only.`, NEW_TOKEN);
case 400:
return answer.json === undefined
? (0, __import_0__.sx)('prometheus-query', `Fly's managed Prometheus refuses the request (HTTP 400)${quoted}.`, 'Its language is MetricsQL: correct the query so that Prometheus and VictoriaMetrics both accept it.')
: undefined;
default:
return undefined;
}
}
})
};
