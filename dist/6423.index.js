export const id = 6423;
export const ids = [6423];
export const modules = {
98804: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
toResult: () => (toResult)
});
var dist = __webpack_require__(77934);
;
const CHECK_AREAS = [
'replicas',
'shards',
'configuration',
'reload',
'retention',
'self-scrape',
'uptime',
'storage',
'scrapes',
'rules',
'slo',
'remote-write',
'store',
'fly-metrics',
'access',
'health',
'metrics-exposure',
'delivery',
];
var evidence = __webpack_require__(90615);
;
const METRIC_STATES = [
'present',
'waiting',
'missing',
'wrong-type',
'wrong-labels',
'partial',
'inconsistent',
'unknown',
];
;
const REASON_CLASSES = [
'no-machines',
'stopped',
'no-metrics-section',
'scrape-failed',
'not-discovered',
'not-scraped',
'stale',
'dns',
'refused',
'unreachable',
'timeout',
'reset',
'not-http',
'tls',
'scheme',
'auth',
'not-found',
'server-error',
'http-status',
'redirect',
'html',
'content-type',
'encoding',
'truncated',
'parse',
'limit',
'local-config',
'empty',
'samples-lost',
'flapping',
'restarting',
'not-stored',
'unknown',
];
var headline = __webpack_require__(91218);
;
const change = dist.Ikc({
platform: dist.KIO(['Fly', 'Grafana']),
effect: dist.KIO(['add', 'change', 'remove']),
kind: dist.FsL(dist.YjP(), dist.h_('Of the object: app, machine, volume, secrets, dashboard, \u2026')),
subject: dist.YjP(),
what: dist.YjP(),
reason: dist.YjP(),
routine: dist.FsL(dist.zMY(), dist.h_('Every deploy makes it, whatever has changed.')),
certain: dist.FsL(dist.zMY(), dist.h_('false: not known whether there is a difference; see the reason.')),
details: dist.YOg(dist.Ikc({ title: dist.YjP(), lines: dist.YOg(dist.YjP()) })),
});
const ruleBacktest = dist.Ikc({
alert: dist.YjP(),
change: dist.KIO(['new', 'changed']),
fired: dist.lqM(dist.FsL(dist.aig(), dist.h_('How often; absent when it could not be tried.'))),
firingSeconds: dist.lqM(dist.aig()),
period: dist.lqM(dist.FsL(dist.YjP(), dist.h_('How much of the last 7 days has data.'))),
firingNow: dist.lqM(dist.zMY()),
note: dist.YjP(),
});
const plannedDeploy = dist.FsL(dist.Ikc({
compared: dist.YOg(dist.YjP()),
changes: dist.YOg(change),
downtime: dist.lqM(dist.YjP()),
price: dist.lqM(dist.YjP()),
backtest: dist.YOg(ruleBacktest),
backtestNote: dist.lqM(dist.YjP()),
}), dist.h_('What a deploy would change; mode deploy: what it set out to change. Absent: nothing was compared.'));
;
const whole = dist.FsL(dist.aig(), dist.ndf());
const wordOf = (all) => dist.KIO(Object.keys(all));
const certainty = dist.FsL(dist.KIO(['proven', 'inferred', 'not checked']), dist.h_('proven: seen in an answer of the running system. inferred: signs usually mean it.'));
const claim = { certainty, why: dist.YjP() };
const problem = dist.Ikc({
code: dist.YjP(),
severity: dist.KIO(['error', 'warning']),
at: dist.lqM(dist.Ikc({ file: dist.YjP(), line: whole, column: whole })),
message: dist.YjP(),
hint: dist.YjP(),
more: dist.lqM(dist.FsL(whole, dist.h_('How many more of these the file has: they are left out of this list.'))),
patch: dist.lqM(dist.FsL(dist.YjP(), dist.h_('What corrects the file, in unified form, as `git apply` reads it.'))),
});
const reason = dist.Ikc({
class: dist.KIO(REASON_CLASSES),
why: dist.YjP(),
next: dist.FsL(dist.YjP(), dist.h_('What to do.')),
certainty,
detail: dist.FsL(dist.YjP(), dist.h_('What Prometheus said, word for word.')),
});
const target = dist.Ikc({
service: dist.YjP(),
app: dist.YjP(),
machine: dist.FsL(dist.YjP(), dist.h_('Empty for a static address, which is not on Fly.')),
region: dist.YjP(),
address: dist.FsL(dist.YjP(), dist.h_('Address and port that Prometheus scrapes.')),
state: wordOf({ up: true, down: true, resting: true, unknown: true }),
...claim,
reason: dist.lqM(reason),
lastScrape: dist.lqM(dist.FsL(dist.YjP(), dist.h_("On Prometheus' own clock, as an ISO time."))),
samples: dist.lqM(dist.aig()),
lost: dist.lqM(dist.aig()),
});
const metric = dist.Ikc({
service: dist.YjP(),
name: dist.YjP(),
type: dist.YjP(),
state: dist.KIO(METRIC_STATES),
...claim,
actualType: dist.lqM(dist.YjP()),
nearMiss: dist.lqM(dist.YjP()),
next: dist.lqM(dist.YjP()),
});
const panel = dist.Ikc({
dashboard: dist.Ikc({ uid: dist.YjP(), title: dist.YjP() }),
panel: dist.Ikc({ id: dist.aig(), title: dist.YjP() }),
refId: dist.YjP(),
query: dist.FsL(dist.YjP(), dist.h_('As executed, variables and macros filled in.')),
state: dist.KIO(evidence.o),
...claim,
absent: dist.YOg(dist.YjP()),
dataFrom: dist.lqM(dist.FsL(dist.YjP(), dist.h_('When there will be data: the query looks back further than there are samples.'))),
next: dist.lqM(dist.YjP()),
});
const check = dist.Ikc({
area: dist.KIO(CHECK_AREAS),
subject: dist.YjP(),
outcome: wordOf({
holds: true,
warning: true,
broken: true,
'not-checked': true,
'nothing-to-check': true,
}),
...claim,
next: dist.lqM(dist.YjP()),
});
const rule = dist.Ikc({
group: dist.YjP(),
name: dist.YjP(),
state: wordOf({
ok: true,
error: true,
'not-evaluated': true,
missing: true,
'not-checked': true,
}),
...claim,
detail: dist.YjP(),
});
const result_evidence = dist.Ikc({
mark: dist.lqM(dist.FsL(dist.YjP(), dist.h_("Only scrapes after this moment on Prometheus' clock count."))),
deployBegan: dist.lqM(dist.YjP()),
began: dist.YjP(),
ended: dist.YjP(),
prometheus: dist.lqM(dist.FsL(dist.YjP(), dist.h_('Version of Prometheus.'))),
targets: dist.YOg(target),
services: dist.YOg(dist.Ikc({
service: dist.YjP(),
app: dist.YjP(),
expected: whole,
up: whole,
resting: whole,
reason: dist.lqM(reason),
})),
metrics: dist.YOg(metric),
undeclared: dist.YOg(dist.Ikc({ service: dist.YjP(), names: dist.YOg(dist.YjP()) })),
panels: dist.YOg(panel),
rules: dist.YOg(rule),
alerts: dist.YOg(dist.Ikc({
name: dist.YjP(),
state: dist.KIO(['pending', 'firing']),
summary: dist.YjP(),
since: dist.YjP(),
})),
checks: dist.YOg(check),
});
const resultSchema = dist.Ikc({
version: dist.euz(1),
mode: dist.lqM(dist.KIO(['deploy', 'plan', 'verify', 'dashboards', 'contract', 'drill'])),
verdict: dist.FsL(dist.KIO(['proven', 'unproven', 'failed', 'done']), dist.h_('unproven: nothing that fail-on requires is broken, and something is not proven. failed: it is broken, or a part of the run could not be done. done: a mode that proves nothing (plan, dashboards, contract) has succeeded.')),
headline: dist.YjP(),
commit: dist.lqM(dist.FsL(dist.YjP(), dist.h_('Commit whose files this run used.'))),
monitoring: dist.lqM(dist.Ikc({ app: dist.YjP(), url: dist.YjP() })),
apps: dist.YOg(dist.Ikc({ app: dist.YjP(), deployed: dist.zMY(), machines: whole })),
failures: dist.YOg(dist.Ikc({
code: dist.YjP(),
area: dist.YjP(),
subject: dist.YjP(),
why: dist.YjP(),
next: dist.YjP(),
outcome: dist.FsL(dist.KIO(['broken', 'not-checked']), dist.h_('not-checked: it was promised, and nothing is known about it.')),
decides: dist.FsL(dist.zMY(), dist.h_('It makes the run fail, according to fail-on.')),
lastHeld: dist.lqM(dist.FsL(dist.mee(dist.YjP()), dist.h_("When it last held, about, on Prometheus' clock; null: not in the last two days. Absent: not known."))),
because: dist.lqM(dist.FsL(dist.YjP(), dist.h_('What explains it: it needs no action of its own.'))),
accepted: dist.lqM(dist.FsL(dist.Ikc({ reason: dist.YjP(), until: dist.YjP() }), dist.h_('The exception of the configuration that accepts it.'))),
})),
problems: dist.YOg(problem),
changes: dist.YOg(dist.Ikc({ subject: dist.YjP(), what: dist.YjP(), result: dist.YjP(), why: dist.YjP() })),
dashboards: dist.YOg(dist.Ikc({ title: dist.YjP(), url: dist.YjP(), result: dist.YjP() })),
skipped: dist.YOg(dist.Ikc({ part: dist.YjP(), why: dist.YjP(), set: dist.YjP() })),
checked: dist.lqM(dist.FsL(dist.g1P(dist.YjP(), whole), dist.h_('Modes plan and contract: files and pages checked, by kind.'))),
planned: dist.lqM(plannedDeploy),
evidence: dist.lqM(result_evidence),
});
function toResult(report) {
const { verdict, monitoring, ...rest } = report;
return dist.qgA(resultSchema, {
version: 1,
...rest,
verdict: (0, headline.CL)(report),
failures: verdict.failures,
headline: (0, headline.Pl)(report),
...(monitoring && { monitoring }),
});
}
})
};
