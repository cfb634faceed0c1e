export const id = 4872;
export const ids = [4872];
export const modules = {
64872: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$k: () => (withHistory),
Gs: () => (addHistory),
ok: () => (onPrometheusClock)
});
var __import_0__ = __webpack_require__(58500);
var __import_1__ = __webpack_require__(90303);
var __import_2__ = __webpack_require__(61469);
var __import_3__ = __webpack_require__(10980);
var __import_4__ = __webpack_require__(68497);
var __import_5__ = __webpack_require__(67422);
const HISTORY = ['15m:5s', '2d:5m'];
const MOST_NAMES = 50;
const PATIENCE_MS = 3_000;
async function addHistory(evidence, prometheus) {
const at = Date.parse(evidence.mark ?? '');
if (Number.isNaN(at) || evidence.cutShort === 'cancelled')
return evidence;
const down = evidence.targets.filter(isDown);
const missing = evidence.metrics.filter(({ state }) => state === 'missing');
const ask = (expr) => expr && within(prometheus.query(expr, at));
const [ups, samples] = await Promise.all([ask(upQuery(down)), ask(sampleQuery(missing))]);
return {
...evidence,
...(ups && { targets: withLastUps(evidence.targets, ups) }),
...(samples && { metrics: withLastSamples(evidence.metrics, samples) }),
};
}
const lastTimeOf = (expr) => HISTORY.map((range) => `max_over_time(timestamp(${expr})[${range}])`).join(' or ');
const SCRAPED = ['empty', 'samples-lost', 'flapping', 'restarting', 'not-stored'];
const isDown = ({ state, reason }) => state === 'down' && !SCRAPED.includes(reason?.class ?? '');
function upQuery(down) {
if (down.length === 0)
return undefined;
const jobs = [...new Set(down.map(({ service }) => service))].slice(0, MOST_NAMES);
return lastTimeOf(`up{job=~${(0, __import_1__.NK)(jobs)}} == 1`);
}
function sampleQuery(missing) {
if (missing.length === 0)
return undefined;
const some = missing.slice(0, MOST_NAMES);
const names = some.flatMap(({ name }) => [name, `${name}_count`]);
const jobs = [...new Set(some.map(({ service }) => service))];
const series = `{__name__=~${(0, __import_1__.NK)(names)},job=~${(0, __import_1__.NK)(jobs)}}`;
return lastTimeOf(`count by (job, metric) (label_replace(${series}, "metric", "$1", "__name__", "(.+)"))`);
}
function latest(answer, keyOf) {
const times = new Map();
for (const { metric, value } of (0, __import_3__.Tk)(answer)) {
const key = keyOf(metric);
times.set(key, Math.max(times.get(key) ?? 0, Number(value?.[1])));
}
return times;
}
function withLastUps(targets, answer) {
const ofTarget = latest(answer, ({ job = '', instance = '' }) => (0, __import_5__.ol)(job, (0, __import_4__.L)(`http://${instance}/`)));
const ofService = latest(answer, ({ job = '' }) => job);
const hasUp = new Set(targets.flatMap(({ state, service }) => (state === 'up' ? service : [])));
return targets.map((target) => {
if (!isDown(target))
return target;
const own = ofTarget.get((0, __import_5__.ol)(target.service, target.address));
const before = hasUp.has(target.service) ? undefined : ofService.get(target.service);
return { ...target, lastHeld: isoOf(own ?? before) };
});
}
function withLastSamples(metrics, answer) {
const keyOf = (metric = '', job = '') => `${metric} of ${job}`;
const times = latest(answer, ({ metric, job }) => keyOf(metric, job));
return metrics.map((one) => {
if (one.state !== 'missing')
return one;
const last = times.get(keyOf(one.name, one.service)) ?? times.get(keyOf(`${one.name}_count`, one.service));
return { ...one, lastHeld: isoOf(last) };
});
}
const isoOf = (seconds) => seconds === undefined ? null : new Date(seconds * 1000).toISOString();
async function within(answer) {
return Promise.race([answer.catch(__import_2__.JY), (0, __import_0__.setTimeout)(PATIENCE_MS, undefined, { ref: false })]);
}
const DAY_MS = 86_400_000;
const COARSE_MS = 6 * 60_000;
function withHistory(why, lastHeld, { mark, deployBegan }, words) {
if (lastHeld === undefined || mark === undefined)
return why;
if (lastHeld === null)
return `${why} ${words.never} is known from the last 2 days.`;
const age = Date.parse(mark) - Date.parse(lastHeld);
const when = `${age > DAY_MS ? `${lastHeld.slice(0, 10)} ` : ''}${lastHeld.slice(11, 16)} UTC`;
if (deployBegan === undefined)
return `${why} ${words.last} at ${when}.`;
const isOlder = Date.parse(deployBegan) - Date.parse(lastHeld) > COARSE_MS;
const before = isOlder ? 'so this deploy did not break it' : 'just before or during this deploy';
return `${why} ${words.last} at ${when}, ${before}.`;
}
function onPrometheusClock(time, { began, mark }) {
if (time === undefined || mark === undefined)
return undefined;
return new Date(Date.parse(mark) - Date.parse(began) + time.getTime()).toISOString();
}
}),
68497: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
L: () => (scrapeAddress),
Q: () => (hostPort)
});
var __import_0__ = __webpack_require__(77030);
function hostPort(host, port) {
const bare = host.replace(/^\[(.*)\]$/, '$1');
if (!(0, __import_0__.isIPv6)(bare))
return `${bare.toLowerCase().replace(/\.$/, '')}:${port}`;
return URL.canParse(`http://[${bare}]`)
? `${new URL(`http://[${bare}]`).hostname}:${port}`
: `[${bare}]:${port}`;
}
const MAX_KNOWN = 10_000;
const known = new Map();
function scrapeAddress(url) {
const address = known.get(url) ?? readAddress(url);
if (known.size >= MAX_KNOWN)
known.clear();
known.set(url, address);
return address;
}
function readAddress(url) {
if (!URL.canParse(url))
return '';
const { protocol, hostname, port } = new URL(url);
return hostPort(hostname, port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));
}
}),
91667: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
_j: () => (machinesWithVerb),
df: () => (describePlace),
lR: () => (isSeveral),
m3: () => (machinesPronoun),
ow: () => (healthSentence),
uk: () => (machineIds)
});
var __import_0__ = __webpack_require__(94869);
const isSeveral = (c) => c.addresses.length > 1;
const machinesOf = (c) => [...new Set(c.machines)];
const machineIds = (c) => machinesOf(c).length > 10 ? 'ID \u2026' : machinesOf(c).join(' ');
const machinesWithVerb = (c) => machinesOf(c).length > 1 ? `Machines ${(0, __import_0__.H$)(machinesOf(c))} are` : `Machine ${machinesOf(c).join('')} is`;
const machinesPronoun = (c) => (machinesOf(c).length > 1 ? 'them' : 'it');
function describePlace(c) {
if (c.addresses.length < 2)
return c.addresses.join('');
if (!c.isOnFly)
return `${c.addresses.length} addresses`;
const isOnePort = c.addresses.every((address) => address.endsWith(`:${c.port}`));
return isOnePort
? `port ${c.port} of ${(0, __import_0__.U9)(machinesOf(c).length, 'machine')}`
: `${c.addresses.length} targets`;
}
const healthSentence = (c) => c.checksPass === false
? ` Fly's own health checks of ${machinesOf(c).length > 1 ? 'these machines' : `machine ${machinesOf(c).join('')}`} fail too.`
: '';
}),
67422: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
dn: () => (STORED_MS),
s$: () => (continueHistory),
ol: () => (expectedKey),
dR: () => (isFinal),
xy: () => (isNotStored),
iI: () => (isRed),
QZ: () => (lastScrapeOf),
e1: () => (recordMachines),
kS: () => (scrapedAt)
});
var duration = __webpack_require__(39386);
var address = __webpack_require__(68497);
var reason_forms = __webpack_require__(68283);
;
const WORDING = [
[/^server returned HTTP status 40[13]\b/, 'auth'],
[/^server returned HTTP status (404|410)\b/, 'not-found'],
[/^server returned HTTP status 5\d\d\b/, 'server-error'],
[/^server returned HTTP status 3\d\d\b/, 'redirect'],
[/^server returned HTTP status /, 'http-status'],
[/^received unsupported Content-Type ""/, 'content-type'],
[/\bno fallback_scrape_protocol\b/, 'content-type'],
[
/unable to (read|use|load) (basic auth|specified|the specified|authorization|bearer|file|CA|secret)/,
'local-config',
],
[/stopped after \d+ redirects/, 'redirect'],
[/server gave HTTP response to HTTPS client/, 'scheme'],
[/TLS handshake timeout/, 'timeout'],
[/\btls: |\bx509: |does not look like a TLS handshake/, 'tls'],
[
/malformed HTTP (response|version|status|header)|malformed MIME header|unsupported protocol scheme/,
'not-http',
],
[/\blookup \S.{0,300}: |no such host|server misbehaving/, 'dns'],
[/connection refused/, 'refused'],
[/no route to host|(network|host) is (unreachable|down)|cannot assign requested address/, 'unreachable'],
[/deadline exceeded|i\/o timeout|connection timed out|Client\.Timeout|timeout awaiting/, 'timeout'],
[
/connection reset by peer|broken pipe|server closed|use of closed|^Get "": (unexpected )?EOF|transport connection broken/,
'reset',
],
[
/(sample|body size|bucket|label|target)[ _](name |value |name_|value_)?(length[ _])?limit exceeded/,
'limit',
],
[/^(gzip|flate|zlib|zstd): /, 'encoding'],
[/^unexpected EOF|http: unexpected EOF|malformed chunked encoding/, 'truncated'],
[
/^expected .*, got ""|is not a valid start token|while parsing|strconv\.Parse|data does not end with # EOF/,
'parse',
],
[
/invalid UTF-8|invalid sample|invalid metric|invalid label|is not unique|unexpected end of input|^proto: /,
'parse',
],
];
const quoted = /"(?:[^"\\]|\\.)*"?/gs;
function classifyError(lastError, scrapeUrl) {
if ((0, reason_forms.hA)(lastError, scrapeUrl) !== undefined)
return 'redirect';
if (/Content-Type "text\/html/i.test(lastError) || /^expected a valid start token, got "<"/.test(lastError))
return 'html';
const words = lastError.replace(quoted, '""');
return WORDING.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}
const PATIENCE = {
'no-machines': 'listing',
stopped: 'listing',
'no-metrics-section': 'listing',
'scrape-failed': 'scrapes',
'not-discovered': 'discovery',
'not-scraped': 'discovery',
stale: 'discovery',
dns: 'settle',
refused: 'settle',
unreachable: 'settle',
timeout: 'settle',
reset: 'settle',
'not-http': 'scrapes',
tls: 'scrapes',
scheme: 'scrapes',
auth: 'scrapes',
'not-found': 'scrapes',
'server-error': 'settle',
'http-status': 'settle',
redirect: 'scrapes',
html: 'scrapes',
'content-type': 'scrapes',
encoding: 'scrapes',
truncated: 'settle',
parse: 'scrapes',
limit: 'scrapes',
'local-config': 'scrapes',
empty: 'settle',
'samples-lost': 'scrapes',
flapping: 'none',
restarting: 'none',
'not-stored': 'none',
unknown: 'settle',
};
var steadiness = __webpack_require__(73968);
var target_key = __webpack_require__(70270);
;
const scrapedAt = (target) => Date.parse(target.lastScrape);
const expectedKey = (service, address) => `${address} ${service}`;
function recordMachines(expected, seen, verifyStart, { counts, recordOf, store }) {
const known = Map.groupBy(seen, (target) => expectedKey(target.labels.job ?? target.scrapePool, (0, address.L)(target.scrapeUrl)));
return expected.map((one) => {
const entries = known.get(expectedKey(one.service, one.address)) ?? [];
const entry = entries.find((target) => target.health !== 'up') ?? entries[0];
const count = entry && counts.get((0, target_key.h)(entry.labels));
const record = entry && recordOf?.(entry);
const facts = { expected: one, seen: entry, count, record };
return { ...facts, state: stateOf(facts, verifyStart, store) };
});
}
function stateOf({ expected, seen, count, record }, verifyStart, store) {
if (expected.state !== 'running')
return expected.state;
if (!seen)
return 'not-discovered';
if (seen.health === 'unknown')
return 'not-scraped';
if (scrapedAt(seen) <= verifyStart)
return 'stale';
const unsteady = record && (0, steadiness.bg)(record);
if (unsteady !== undefined)
return unsteady;
if (seen.health === 'down')
return classifyError(seen.lastError, seen.scrapeUrl);
if (count === undefined)
return store?.unread() === undefined ? 'pending' : 'up';
const isEmpty = count.scraped === 0 || (record !== undefined && record.empty > 0);
if (isEmpty)
return mayBeEmpty(expected, record) ? 'up' : 'empty';
if (count.lost === undefined)
return 'pending';
return count.lost > 0 && !store ? 'samples-lost' : 'up';
}
const mayBeEmpty = ({ onlyAfterTraffic }, record) => onlyAfterTraffic && record?.lostPage !== true;
function continueHistory(before, observation, context) {
const { state, seen } = observation;
const last = isRed(state) && PATIENCE[state] === 'listing' ? String(context.listings) : (seen?.lastScrape ?? '');
const isSame = before?.state === state;
const isNew = before?.last !== last;
const red = isRed(state)
? { since: before?.redSince ?? context.elapsed, times: before?.redTimes ?? 0 }
: undefined;
return {
state,
times: isSame ? before.times + (isNew ? 1 : 0) : 1,
last,
since: isSame ? before.since : context.elapsed,
redSince: red?.since,
redTimes: red ? red.times + (isNew ? 1 : 0) : 0,
};
}
const isRed = (state) => state !== 'up' && state !== 'resting' && state !== 'pending';
const SETTLE_MS = 30_000;
const UNHEALTHY_MS = 120_000;
const DISCOVERY_MS = 60_000;
const UNCOUNTED_MS = 30_000;
const CHANGING_TIMES = 4;
function isFinal(observation, history, context) {
const { state, record } = observation;
const since = history?.since ?? context.elapsed;
if (state === 'up')
return (0, steadiness.NZ)(record, {
promised: context.promised,
upMs: context.elapsed - since,
intervalMs: intervalOf(observation.seen),
});
if (state === 'pending')
return context.uncountedMs >= UNCOUNTED_MS;
if (!isRed(state))
return state === 'resting';
const isRepeated = (history?.times ?? 0) >= 2 || (history?.redTimes ?? 0) >= CHANGING_TIMES;
switch (PATIENCE[state]) {
case 'none':
return true;
case 'scrapes':
return isRepeated;
case 'settle':
if (record?.lostPage)
return isRepeated;
return (isRepeated &&
context.elapsed - (history?.redSince ?? context.elapsed) >=
(observation.expected.machine?.checksPass === false ? UNHEALTHY_MS : SETTLE_MS));
case 'discovery':
return context.elapsed - since >= Math.max(DISCOVERY_MS, 3 * intervalOf(observation.seen));
case 'listing':
return (history?.times ?? 0) >= 2 || context.onlyListing;
}
}
const STORED_MS = 10_000;
const isNotStored = ({ state, record }, history, { elapsed, uncountedMs }) => state === 'pending'
?
uncountedMs === 0 &&
history !== undefined &&
history.times >= 3 &&
elapsed - history.since >= STORED_MS &&
(record?.storedBehind ?? STORED_MS) >= STORED_MS
:
state === 'up' && record?.isUnstored === true;
function intervalOf(target) {
return (0, duration.E)(target?.scrapeInterval ?? '') ?? 0;
}
const lastScrapeOf = (observations, verifyStart) => Math.max(verifyStart, ...observations.flatMap(({ state, seen }) => (state === 'up' && seen ? scrapedAt(seen) : [])));
}),
68283: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Cz: () => (flapping),
IM: () => (contentType),
J5: () => (refused),
K9: () => (logs),
Os: () => (restarting),
V2: () => (redirect),
W1: () => (overLimit),
Zc: () => (emptyPage),
aH: () => (notHttp),
b$: () => (isDiskFull),
br: () => (notStored),
hA: () => (redirectedTo),
l: () => (reason),
u$: () => (parseError),
vf: () => (shell)
});
var __import_2__ = __webpack_require__(96680);
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(91667);
const reason = (certainty, why, next) => ({
certainty,
why,
next,
});
const logs = (c) => c.isOnFly ? `flyctl logs -a ${c.app}` : 'on the machine that runs it';
const shell = (c) => c.isOnFly ? `flyctl ssh console -a ${c.app}` : 'from a machine in the network of Prometheus';
function refused(c) {
const services = c.services ?? [];
if (services.length > 1)
return reason('proven', `Nothing listens on the metrics ports of ${(0, __import_0__.H$)(services)} on ${describeMachines(c)}: the services listen on 0.0.0.0 only, use other ports, or are not started yet; the private network is IPv6.${(0, __import_1__.ow)(c)}`, `Bind [::] instead of 0.0.0.0 in each of them, and compare the ports with their log: ${logs(c)}.`);
return reason('proven', `Nothing listens on ${(0, __import_1__.df)(c)}: ${c.service} is not started yet, uses another port, or listens on 0.0.0.0 only; the private network is IPv6.` +
(c.siblingUp ? ' Other services of the same machine answer, so machine and network are fine.' : '') +
(0, __import_1__.ow)(c), `Bind [::]:${c.port} instead of 0.0.0.0:${c.port}, and compare the port with the service's own log: ${logs(c)}.`);
}
const describeMachines = (c) => {
const machines = [...new Set(c.machines)];
return machines.length === 1 ? `machine ${machines.join('')}` : (0, __import_0__.U9)(machines.length, 'machine');
};
function notHttp(c) {
if (/malformed HTTP response "\\x00\\x00.\S*\\x04\\x00/.test(c.lastError))
return reason('proven', `What listens on ${(0, __import_1__.df)(c)} speaks HTTP/2 without TLS only, as a gRPC server does; Prometheus asks with HTTP/1.1 there.`, `Serve ${c.path} over HTTP/1.1, usually on a port of its own, and set it as port of ${c.service}.`);
return reason('proven', `What listens on ${(0, __import_1__.df)(c)} does not speak HTTP.`, `Port ${c.port} belongs to something else: set the metrics port of ${c.service} in the configuration.`);
}
function redirect(c) {
const exempt = `Exempt ${c.path} from the redirect (in Rails \`force_ssl\`, in Django \`SECURE_REDIRECT_EXEMPT\`, a login, a canonical host)`;
const to = redirectedTo(c.lastError, c.scrapeUrl);
if (to === undefined)
return reason('proven', `${(0, __import_0__.Iu)((0, __import_1__.df)(c))} answers ${c.path} with a redirect, which Prometheus does not follow: a target must not send it to another address. The port is right: the service redirects to HTTPS, to a login, to another host or to another path.`, `${exempt}, or set path of ${c.service} to where it serves the metrics themselves; \`curl -i\` on the machine shows where it leads: ${shell(c)}.`);
const isHttps = /^https:/.test(to) && !/^https:/.test(c.scrapeUrl ?? '');
return reason('proven', `${(0, __import_0__.Iu)((0, __import_1__.df)(c))} answers ${c.path} with a redirect ${isHttps ? 'to HTTPS' : 'to another address'}, and the scrape fails there. The port is right: the service redirects.`, c.isOnFly
? `${exempt}: the private network is encrypted already, so ${c.path} can be served over plain HTTP.`
: `${exempt}, or set scheme: https for ${c.service}.`);
}
function redirectedTo(lastError, scrapeUrl) {
const [, asked] = /^Get "((?:[^"\\]|\\.)*)": /.exec(lastError) ?? [];
if (asked === undefined || scrapeUrl === undefined || !URL.canParse(asked) || !URL.canParse(scrapeUrl))
return undefined;
return new URL(asked).href === new URL(scrapeUrl).href ? undefined : asked;
}
function contentType(c) {
if (/application\/(?:[\w.-]+\+)?json/.test(c.lastError))
return reason('proven', `${(0, __import_0__.Iu)((0, __import_1__.df)(c))} answers ${c.path} with JSON, which is not a metrics format.`, `Set path and port of ${c.service} to where it serves the Prometheus text format: many frameworks have their own metrics at the path that the client library would use.`);
return reason('proven', /blank Content-Type|Content-Type ""/.test(c.lastError)
? `${c.service} sends no Content-Type; Prometheus 3 requires one.`
: `${c.service} answers with a Content-Type that is not a metrics format.`, 'Send Content-Type: text/plain; version=0.0.4, or set fallback_scrape_protocol.');
}
function parseError(c) {
const line = /while parsing: ("(?:[^"\\]|\\.)*"?)/s.exec(c.lastError)?.[1];
const why = `The answer of ${(0, __import_1__.df)(c)} is not in the Prometheus text format`;
const ask = `Request ${c.path} on port ${c.port} yourself and compare: ${shell(c)}.`;
if (line !== undefined && /^"\s*(?:\{\\"|\{\}|\[)/.test(line))
return reason('proven', `${why}: it is JSON, which begins with ${line}.`, ask);
if (line !== undefined && /^"(?:\\ufeff|\ufeff|\\xef\\xbb)/.test(line))
return reason('proven', `${why}: it begins with a byte order mark.`, 'Write it as UTF-8 without a mark.');
if (line !== undefined && /^"\\x/.test(line))
return reason('inferred', `${why}: it is binary, probably compressed in a way that was not asked for (brotli, deflate, zstd). Prometheus accepts gzip only.`, `Exempt ${c.path} from the compression of the web server, or let it obey Accept-Encoding.`);
if (line !== undefined)
return reason('proven', `${why}; the offending line is ${line}.`, 'Correct this line in the exporter.');
if (/"INVALID" is not a valid start token/.test(c.lastError))
return reason('inferred', `${why}, not even at its start. Usually it is a web page or JSON, which means that port or path is wrong; or it is compressed in a way that was not asked for (brotli), or begins with a byte order mark.`, ask);
if (/does not end with # EOF/.test(c.lastError))
return reason('proven', `${c.service} announces OpenMetrics, but its answer does not end with "# EOF".`, 'End the answer with "# EOF", or announce text/plain; version=0.0.4.');
return reason('proven', `${why}.`, 'Correct the exporter; promtool check metrics reads its output.');
}
function overLimit(c) {
const discarded = 'so Prometheus discards all of it.';
const grows = 'it grows with monitoring.vm.memory_mb';
const fewer = 'Drop labels with many values (user ids, full paths)';
if (/^sample limit/.test(c.lastError))
return reason('proven', `${c.service} sends more samples at once than a target may (sample_limit, ${__import_2__.E} for each MB of memory of Prometheus), ${discarded}`, `${fewer}; if every series is needed, raise the limit: ${grows}.`);
if (/^body size limit/.test(c.lastError))
return reason('proven', `The answer of ${c.service} has more bytes than a target may send (body_size_limit), ${discarded}`, `${fewer} and check that ${c.path} serves metrics and not a download; if all of it is needed, raise the limit: ${grows}.`);
return reason('proven', `The answer of ${c.service} exceeds a limit of the scrape configuration, ${discarded}`, `${fewer}; raise the limit only if the series are needed.`);
}
function emptyPage(c) {
if (c.record?.lostPage)
return reason('proven', `${c.service} answers with HTTP 200, but without a single sample, ${c.record.empty > 1 ? `${c.record.empty} times in a row` : 'now'}; before that, the same process had samples. It has lost its metrics.`, 'Look for code that resets or replaces the registry, and for an exporter that lets series expire when idle.');
return reason('proven', `${c.service} answers with HTTP 200, but without a single sample. Either metrics are registered before the exporter is installed (and lost), or nothing exists before the first event.`, 'Install the exporter first, then register; set gauges and unlabelled counters to 0 at start. If every metric of the service may be absent until the first event, declare each as `expect: after-traffic`.');
}
function flapping(c) {
const { record } = c;
const share = record && !(0, __import_1__.lR)(c)
? ` (${record.failed} of ${(0, __import_0__.U9)(record.scrapes, 'scrape')} since verification began)`
: '';
return reason('proven', `Some scrapes of ${c.service} succeed and others fail${share}: one of several workers is broken, it is overloaded, or it keeps restarting.${(0, __import_1__.ow)(c)}`, `See the error of the last failed scrape, and read the log of the service: ${logs(c)}.`);
}
function restarting(c) {
const { record } = c;
const times = record && !(0, __import_1__.lR)(c)
? ` (${(0, __import_0__.U9)(record.restarts, 'new process', 'new processes')} since verification began, ${record.before.restarts} in the minutes before)`
: '';
return reason('proven', `The process of ${c.service} keeps starting again${times}: it crashes or is killed, although single scrapes succeed.`, `Read the log of the service for the reason (an error, too little memory): ${logs(c)}${c.isOnFly ? '; flyctl machine status shows exit codes' : ''}.`);
}
const NO_SPACE = /no space left on device/i;
const isDiskFull = (error) => NO_SPACE.test(error);
function notStored(c) {
if (c.store !== undefined)
return reason('inferred', `The agent scrapes the target again and again, and the store ${c.store} has no new sample of it: a rule or a limit of the store leaves it out, or remote write is behind.`, 'Look for relabelling and for limits of series at the store, and see the claim about remote write.');
if (c.serverErrors?.some(isDiskFull))
return reason('proven', 'The volume of Prometheus is full ("no space left on device"): targets are scraped, and nothing of it is stored.', 'Extend the volume: `flyctl volumes list` and `flyctl volumes extend ID --size GB` with `-a` and the monitoring app; then set `monitoring.volume.size_gb` to the new size, or lower `monitoring.retention`.');
return reason('inferred', 'Prometheus scrapes the target again and again, but its storage has no new sample of it: it cannot write to its volume, or its clock was set back.', 'Read the log of Prometheus with `flyctl logs`, and check the space on its volume.');
}
}),
73968: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
NZ: () => (isSteady),
bg: () => (unsteadiness),
zv: () => (recordOf)
});
const RECENT = 12;
function recordOf(scrapes, verifyStart, { resets = 0, readUntil = Number.POSITIVE_INFINITY, storedAt, isUnstored = false, isDeployed = false, } = {}) {
const now = scrapes.findIndex(({ at }) => at > verifyStart);
const split = now < 0 ? scrapes.length : now;
const since = scrapes.slice(split);
const counted = since.slice(Math.max(0, since.findIndex(({ up }) => up)));
const starts = startsOf(scrapes);
const mixed = goesBack(starts);
const restarts = mixed ? [] : newStarts(starts);
const isNow = (restart) => isSince(restart, verifyStart);
const last = scrapes.findLastIndex(({ up }) => !up);
const restarted = restarts.at(-1)?.at ?? 0;
const row = scrapes.slice(last + 1).filter(({ at }) => at >= restarted);
return {
scrapes: counted.length,
failed: counted.filter(({ up }) => !up).length,
falls: fallsIn(isDeployed ? counted : scrapes.slice(Math.max(0, split - 1))),
restarts: restarts.filter(isNow).length,
before: {
falls: fallsIn(scrapes.slice(Math.max(0, split - RECENT), split)),
restarts: restarts.filter((restart) => !isNow(restart)).length,
},
inRow: row.filter(({ at }) => at <= readUntil).length,
rowSince: row[0]?.at,
...emptiness(row, verifyStart, isDeployed),
storedBehind: storedAt === undefined ? undefined : Math.max(0, (scrapes.at(-1)?.at ?? 0) - storedAt),
isUnstored,
mixed,
resets: last < 0 && restarts.length === 0 ? resets : 0,
};
}
const fallsIn = (scrapes) => scrapes.filter(({ up }, i) => !up && scrapes[i - 1]?.up === true).length;
const startsOf = (scrapes) => scrapes.flatMap(({ at, startedAt }) => (startedAt === undefined ? [] : [{ at, startedAt }]));
const goesBack = (starts) => starts.some(({ startedAt }, i) => startedAt < (starts[i - 1]?.startedAt ?? startedAt) - CLOCK_S);
const newStarts = (starts) => starts.flatMap(({ at, startedAt }, i) => {
const before = starts[i - 1];
return before && startedAt > before.startedAt + CLOCK_S ? [{ at, startedAt, before: before.at }] : [];
});
const isSince = ({ startedAt, before }, verifyStart) => before > verifyStart || startedAt * 1000 > verifyStart;
const CLOCK_S = 0.5;
const LONG_EMPTY = 10;
function emptiness(row, verifyStart, isDeployed) {
const filled = row.findLastIndex(({ sent }) => sent !== undefined && sent > 0);
const empty = row.slice(filled + 1).filter(({ sent }) => sent === 0).length;
const isSame = (row[filled]?.at ?? 0) > verifyStart || (!isDeployed && empty >= LONG_EMPTY);
return { empty, lostPage: filled >= 0 && empty > 0 && isSame };
}
const wasUnsteady = ({ before }) => before.falls >= 4 || before.restarts >= 3;
const FAILING_SHARE = 0.05;
function unsteadiness(record) {
const { falls, restarts, failed, scrapes, before } = record;
if (restarts >= 2 || (before.restarts >= 3 && restarts > 0))
return 'restarting';
if (falls >= 2 && failed >= FAILING_SHARE * scrapes)
return 'flapping';
return before.falls >= 4 && falls > 0 ? 'flapping' : undefined;
}
const CLEAR = { scrapes: 1, ms: 0 };
const PROMISED = { scrapes: 3, ms: 5_000 };
const IN_DOUBT = { scrapes: 5, ms: 8_000 };
const AFTER_TROUBLE = { scrapes: 5, ms: 60_000 };
function isSteady(record, { promised, upMs, intervalMs }) {
if (record === undefined)
return true;
const needed = record.falls > 0 || record.restarts > 0 || wasUnsteady(record)
? AFTER_TROUBLE
: record.mixed || record.resets === 1
? IN_DOUBT
: promised
? PROMISED
: CLEAR;
return record.inRow >= needed.scrapes || upMs >= needed.ms || intervalMs > needed.ms;
}
}),
70270: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
h: () => (targetKey)
});
function targetKey({ job = '', instance = '' }) {
return `${job.length} ${job}${instance}`;
}
})
};
