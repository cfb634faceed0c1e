export const id = 8804;
export const ids = [8804];
export const modules = {
88804: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
lintPrometheusConfig: () => (lintPrometheusConfig)
});
var yaml = __webpack_require__(69776);
var rule = __webpack_require__(25796);
var syntax = __webpack_require__(55523);
var tree = __webpack_require__(68587);
var quote = __webpack_require__(51328);
;
const SCRAPE = `scrape_configs:
  - job_name: web
    dns_sd_configs: [{ names: [chat.internal], type: AAAA, port: 9090 }]
`;
const job = (lines) => `scrape_configs:
  - job_name: web
    ${lines}
`;
var subject = __webpack_require__(11805);
;
const dnsType = {
code: 'prometheus/dns-type',
severity: 'error',
what: "A DNS service discovery requests a record type other than AAAA from Fly's DNS.",
why: 'Names under `.internal` have only AAAA records; the default type of Prometheus is SRV.',
bad: job('dns_sd_configs: [{ names: [chat.internal], type: \u25b8A, port: 9090 }]'),
good: SCRAPE,
check(file, { report }) {
for (const dns of (0, subject.pd)(file)) {
const type = (0, tree.Jt)(dns, 'type');
const asked = (0, tree.ws)(type)?.toUpperCase() ?? 'SRV';
if (!['A', 'SRV', 'MX', 'NS'].includes(asked))
continue;
for (const { text } of (0, subject.vn)(dns))
report(type?.at ?? dns.at, `${(0, quote.T)(text)} has only AAAA records, and this requests ${asked}.`, 'Write `type: AAAA`.');
}
},
};
;
const scrapesNothing = {
code: 'prometheus/empty',
severity: 'warning',
what: 'A Prometheus configuration scrapes nothing.',
why: '`promtool check config` accepts it, even an empty file.',
bad: '\u25b8rule_files: []\n',
good: SCRAPE,
check(file, { report }) {
if ((0, subject.I7)(file).length === 0 && !(0, tree.Jt)(file.root, 'scrape_config_files'))
report(file.root.at, 'The configuration scrapes nothing.', 'Add `scrape_configs`.');
},
};
;
const instanceLabel = {
code: 'prometheus/instance-label',
severity: 'warning',
what: 'All targets of a job get the same `instance` label.',
why: 'Series of different machines become one, and jump between their values.',
bad: job('static_configs: [{ targets: ["a.example.com:9100", "b.example.com:9100"], labels: { instance: \u25b8fly } }]'),
good: job('static_configs: [{ targets: ["a.example.com:9100", "b.example.com:9100"], labels: { site: fly } }]'),
check(file, { report }) {
for (const config of (0, subject.GN)(file)) {
const instance = (0, tree.Jt)((0, tree.Jt)(config, 'labels'), 'instance');
const targets = [...(0, tree.ld)((0, tree.Jt)(config, 'targets'))];
const isOne = targets.length < 2 && !targets.some((target) => (0, subject.iu)(target));
if (instance && !isOne)
report(instance.at, `Every target gets the same \`instance\`, ${(0, quote.T)((0, tree.ws)(instance))}.`, 'Remove it: Prometheus sets the address of each machine.');
}
},
};
;
const ipv4Target = {
code: 'prometheus/ipv4-target',
severity: 'warning',
what: 'A Prometheus on Fly scrapes a private IPv4 address.',
why: "Machines reach each other over Fly's private network, which has only IPv6 addresses. The IPv4 address of a machine is only for itself.",
bad: `${SCRAPE}  - job_name: old\n    static_configs: [{ targets: [\u25b8"172.19.1.2:9090"] }]\n`,
good: SCRAPE,
check(file, { report }) {
if ((0, subject.pq)(file).length + (0, subject.pd)(file).length === 0)
return;
for (const target of (0, subject.ZR)(file)) {
const text = (0, tree.ws)(target) ?? '';
if (/^172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}(?::\d+)?$/.test(text))
report(target.at, `${(0, quote.T)(text)} is a private IPv4 address, and Fly's private network has only IPv6.`, 'If it is a machine on Fly, use `dns_sd_configs: [{ names: [APP.internal], type: AAAA, port: \u2026 }]`.');
}
},
};
;
const PLACEHOLDER = /\$\{[A-Za-z_][^{}]*\}/;
const DATABASE = job('static_configs: [{ targets: ["db:9187"] }]');
const placeholder = {
code: 'prometheus/placeholder',
severity: 'error',
what: 'A Prometheus configuration contains a placeholder: a dollar sign and a name in braces.',
why: '`promtool check config` accepts it. Prometheus takes it literally: an address that does not exist, a password that is wrong.',
bad: `${DATABASE}remote_write:\n  - url: \u25b8"\${URL}"\n`,
good: `${DATABASE}remote_write:\n  - url: https://prometheus.example/api/v1/write\n`,
check(file, { report }) {
if (file.isCompleted)
return;
for (const { at, text, path } of (0, subject.FQ)(file.root)) {
const written = PLACEHOLDER.exec(text)?.[0];
const isExpanded = /^(?:replacement|regex)$/.test(path.at(-1) ?? '') ||
(file.version.major >= 3 && path.includes('external_labels'));
if (written === undefined || isExpanded)
continue;
report(at, `\`${path.join('.')}\` contains ${(0, quote.T)(written)}, which Prometheus does not expand.`, 'Write the value before Prometheus starts; for secrets use a key that ends in `_file`. Only `external_labels` are expanded.');
}
},
};
var promtool = __webpack_require__(51021);
;
const proxiedTarget = {
code: 'prometheus/proxied-target',
severity: 'warning',
what: "A target is an app's address at Fly's proxy: APP.flycast or APP.fly.dev.",
why: 'The proxy chooses a machine for every scrape: with more than one, counters jump between their values. It also starts stopped machines.',
bad: job('static_configs: [{ targets: [\u25b8"chat.flycast:9090"] }]'),
good: SCRAPE,
check(file, { report }) {
for (const target of (0, subject.ZR)(file)) {
const text = (0, tree.ws)(target) ?? '';
const [, app, domain, port] = /^([a-z0-9-]+)\.(flycast|fly\.dev)(?::(\d+))?$/.exec(text) ?? [];
const isClosed = domain === 'fly.dev' && port !== undefined && port !== '443' && port !== '80';
if (app === undefined || isClosed)
continue;
const known = file.ports.get(app)?.[0] ?? (domain === 'flycast' ? Number(port ?? 80) : undefined);
report(target.at, `${(0, quote.T)(text)} leads to Fly's proxy, which chooses a machine for every scrape.`, `If ${app} may have several machines, use \`dns_sd_configs: [{ names: [${app}.internal], type: AAAA, port: ${known ?? '\u2026'} }]\`${known === undefined ? ' with the port of the metrics' : ''}: it finds each of them.`);
}
},
};
;
const publicTarget = {
code: 'prometheus/public-target',
severity: 'warning',
what: 'A target is the public address of an app with a port other than 80 and 443.',
why: 'Fly publishes declared ports only. (A TCP connection succeeds nevertheless, on any port.)',
bad: job('static_configs: [{ targets: [\u25b8"chat.fly.dev:9090"] }]'),
good: SCRAPE,
check(file, { report }) {
for (const target of (0, subject.ZR)(file)) {
const text = (0, tree.ws)(target) ?? '';
const [, app, port] = /^([a-z0-9-]+)\.fly\.dev:(\d+)$/.exec(text) ?? [];
if (app === undefined || port === '443' || port === '80')
continue;
report(target.at, `${(0, quote.T)(text)} answers only if the app publishes port ${port}.`, `Scrape \`${app}.internal\` over the private network.`);
}
},
};
;
const remoteUrl = {
code: 'prometheus/remote-url',
severity: 'error',
what: 'The URL of a remote write or read is empty, is not a URL, or is not the one that accepts samples.',
why: '`promtool check config` accepts an empty URL. Every batch fails, and Prometheus takes a minute to stop.',
bad: `${SCRAPE}remote_write:\n  - url: \u25b8""\n`,
good: `${SCRAPE}remote_write:\n  - url: https://prometheus.example/api/v1/write\n`,
check(file, { report }) {
for (const kind of ['remote_write', 'remote_read'])
for (const remote of (0, tree.ld)((0, tree.Jt)(file.root, kind))) {
const url = (0, tree.Jt)(remote, 'url');
const text = (0, tree.ws)(url);
if (!url || text === undefined || text.includes('${'))
continue;
const hint = kind === 'remote_write' ? cloudHint(text) : undefined;
if (hint !== undefined)
report(url.at, `Grafana Cloud does not accept samples at ${(0, quote.T)(text)}.`, hint);
if (/^https?:\/\/[^/]/.test(text))
continue;
report(url.at, `${(0, quote.T)(text)} is not a URL: every batch would fail.`, `Write the complete URL, with \`https://\`, or remove the entry of \`${kind}\`.`);
}
},
};
function cloudHint(text) {
const url = URL.parse(text);
if (!url?.hostname.endsWith('.grafana.net') || /\/push\/?$/.test(url.pathname))
return undefined;
if (!/^\/(?:api\/(?:prom|v1).*)?$/.test(url.pathname))
return undefined;
return `Write \`${url.origin}/api/prom/push\`.`;
}
;
const ruleFile = {
code: 'prometheus/rule-file',
severity: 'error',
what: 'A Prometheus configuration names a rule file that does not exist.',
why: '`promtool check config` refuses it; Prometheus itself starts without the rules.',
bad: `${SCRAPE}rule_files: [\u25b8none.yml]\n`,
good: { text: `${SCRAPE}rule_files: [alerts.yml]\n`, others: { 'alerts.yml': 'groups: []\n' } },
check(file, { report }) {
for (const entry of (0, tree.ld)((0, tree.Jt)(file.root, 'rule_files'))) {
const path = (0, tree.ws)(entry) ?? '';
if (path === '' || /^\/|[*?[\]]/.test(path) || file.exists(path))
continue;
report(entry.at, `The rule file ${(0, quote.T)(path)} does not exist.`, 'Paths are relative to this file.');
}
},
};
var secrets = __webpack_require__(32301);
;
const secretInConfiguration = {
code: 'prometheus/secret',
severity: 'warning',
what: 'A Prometheus configuration contains a secret.',
why: 'It is in the repository, and in the image.',
bad: `${SCRAPE}    basic_auth: { username: a, password: \u25b8hunter2 }\n`,
good: `${SCRAPE}    basic_auth: { username: a, password_file: /run/password }\n`,
check(file, { report }) {
for (const { at, text, path } of (0, subject.FQ)(file.root))
if (!text.includes('${') && (0, secrets.n)(path.at(-1) ?? '', text))
report(at, `\`${path.join('.')}\` contains a secret.`, 'Use the key that ends in `_file`, and change the secret.');
},
};
;
const staticInternal = {
code: 'prometheus/static-internal',
severity: 'warning',
what: 'An app on Fly is scraped as a static target.',
why: '`APP.internal` resolves to all machines: each scrape reaches any one of them. Service discovery with AAAA records finds each machine.',
bad: job('static_configs: [{ targets: [\u25b8"chat.internal:9090"] }]'),
good: SCRAPE,
check(file, { report }) {
for (const { at, text, app } of (0, subject.pq)(file))
report(at, `${(0, quote.T)(text)} is scraped as one target, however many machines ${app} has.`, 'Use `dns_sd_configs: [{ names: [APP.internal], type: AAAA, port: PORT }]` with the app and the port of the target.');
},
};
var similar_name = __webpack_require__(9689);
;
const unknownApp = {
code: 'prometheus/unknown-app',
severity: 'warning',
what: 'Prometheus scrapes an app whose name is almost that of an app of the configuration.',
why: 'The name of an app that does not exist cannot be resolved.',
bad: SCRAPE.replace('chat', '\u25b8chatt'),
good: SCRAPE,
check(file, { report }) {
const apps = [...file.ports.keys()];
for (const { at, app } of (0, subject.Mr)(file)) {
const hint = apps.includes(app) ? undefined : (0, similar_name.au)(app, apps);
if (hint !== undefined)
report(at, `${app} is not one of the apps of the configuration.`, hint);
}
},
};
var lib_text = __webpack_require__(94869);
;
const unknownPort = {
code: 'prometheus/unknown-port',
severity: 'warning',
what: 'Prometheus scrapes a port that no service has.',
why: 'Nothing listens on the port, or a program that is not declared.',
bad: SCRAPE.replace('chat', '\u25b8chat').replace('9090', '9091'),
good: SCRAPE,
check(file, { report }) {
for (const { at, app, port } of (0, subject.Mr)(file)) {
const known = file.ports.get(app) ?? [];
if (port === undefined || known.length === 0 || known.includes(port))
continue;
report(at, `No service of ${app} has the port ${port}.`, `Ports: ${(0, lib_text.p_)(known.map(String))}.`);
}
},
};
;
const prometheusRules = [
placeholder,
remoteUrl,
dnsType,
ruleFile,
secretInConfiguration,
staticInternal,
instanceLabel,
unknownApp,
unknownPort,
publicTarget,
proxiedTarget,
ipv4Target,
scrapesNothing,
];
const prometheusEntries = [promtool.u, ...prometheusRules];
;
function lintPrometheusConfig(text, file, context) {
const read = (0, yaml.g)(text);
if (!read.ok)
return [(0, syntax.Z)(file, read)];
const { tree } = read;
const isNothing = tree.kind === 'value' && tree.value === null;
if (tree.kind !== 'table' && !isNothing)
return [];
const root = tree.kind === 'table' ? tree : { kind: 'table', at: tree.at, entries: new Map() };
return (0, rule.xG)(prometheusRules, { root, ...context }, file);
}
})
};
