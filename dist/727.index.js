export const id = 727;
export const ids = [727];
export const modules = {

/***/ 2455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ lintFlyToml)
});

// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/lint/fly/model.js
var model = __webpack_require__(7415);
// EXTERNAL MODULE: ./build/lint/fly/go.js
var go = __webpack_require__(138);
// EXTERNAL MODULE: ./build/lint/fly/machine.js
var fly_machine = __webpack_require__(8983);
;// CONCATENATED MODULE: ./build/lint/fly/rejects.js



/**
 * What flyctl v0.4.88 refuses in a file whose types are right (internal/appconfig/validation.go), and what it refuses
 * later, when it makes machines of it (internal/appconfig/machines.go).
 */
function rejected(fly, file) {
    const problems = [];
    const report = (code, at, message, hint) => problems.push((0,catalog/* finding */.gk)(code, { file, ...at }, message, hint));
    checks(fly, report);
    for (const service of fly.services)
        serviceGroups(service, fly, report);
    for (const restart of fly.restarts)
        restartPolicy(restart, fly, report);
    deploySection(fly, report);
    commands(fly, report);
    for (const mount of fly.mounts)
        mountSizes(mount, report);
    compression(fly.build, report);
    for (const machine of fly.machines)
        machineSize(machine, report);
    return problems;
}
function checks(fly, report) {
    for (const check of fly.checks) {
        const name = `[checks.${check.name}]`;
        if (!check.kind) {
            const given = check.text('type');
            const message = given ? `${name} has the type ${(0,catalog/* shown */.SP)(given.value)}.` : `${name} has no type.`;
            const kind = check.has('path') || check.has('method') ? 'http' : 'tcp';
            report('fly-toml-check-type', given?.at ?? check.at, message, `Add type = "${kind}" to ${name}.`);
        }
        const interval = milliseconds(check, 'interval');
        if (interval && interval.value < 2_000)
            report('fly-toml-duration', interval.at, `${name} has an interval below 2 s.`, 'Use "2s" or more.');
        const timeout = milliseconds(check, 'timeout');
        if (timeout && timeout.value > 60_000)
            report('fly-toml-duration', timeout.at, `${name} has a timeout above 60 s.`, 'Use "60s" or less.');
        if (!check.has('port'))
            checkPort(check.processes, name, { fly, at: check.at }, report);
    }
}
/** Durations in [checks] may be numbers of milliseconds. */
function milliseconds(section, key) {
    const written = section.text(key);
    const value = written && written.value !== '' ? (0,go/* goDuration */.Lm)(written.value) : undefined;
    return written ? (value === undefined ? undefined : { at: written.at, value }) : section.number(key);
}
/** A check without a port takes that of the http_service of its process group. */
function checkPort(processes, name, { fly, at }, report) {
    const http = fly.services.find((service) => service.http);
    const groups = groupsOf(processes, fly);
    const without = groups.find((group) => !http || !groupsOf(http.processes, fly).includes(group));
    if (without === undefined)
        return;
    const where = fly.processes.length > 0 ? ` in process group ${(0,catalog/* shown */.SP)(without)}` : '';
    report('fly-toml-check-port', at, `${name} has no port, and there is no http_service${where} to take it from.`, `Add port = … to ${name}.`);
}
/** The groups that a section belongs to; one that names none belongs to `app`, or else to the first by name. */
function groupsOf(processes, fly) {
    if (processes.length > 0)
        return fly.groups.filter((group) => processes.some((p) => p.value === group));
    return fly.groups.includes('app') ? ['app'] : fly.groups.toSorted().slice(0, 1);
}
const serviceName = (service) => {
    const port = service.number('internal_port')?.value;
    return service.http ? '[http_service]' : `[[services]]${port === undefined ? '' : ` of port ${port}`}`;
};
function serviceGroups(service, fly, report) {
    const names = fly.processes.map((entry) => entry.key);
    if (service.processes.length === 0 && names.length > 0) {
        const list = names.length === 1 ? (0,catalog/* shown */.SP)(names) : `[…], one or more of: ${names.join(', ')}`;
        report('fly-toml-service-processes', service.at, `${serviceName(service)} has no processes, while [processes] exists.`, `Add processes = ${list} to ${serviceName(service)}.`);
    }
    unknownGroups(service.processes, { what: serviceName(service), fly }, report);
}
function unknownGroups(processes, { what, fly }, report) {
    for (const name of processes)
        if (!fly.groups.includes(name.value))
            report('fly-toml-unknown-process', name.at, `${what} names the process group ${(0,catalog/* shown */.SP)(name.value)}, which is not in [processes].`, `Use one of: ${fly.groups.join(', ')}.`);
}
function restartPolicy(restart, fly, report) {
    unknownGroups(restart.processes, { what: '[[restart]]', fly }, report);
    const policy = restart.text('policy');
    if (policy && ['always', 'on-failure', 'never'].includes(policy.value))
        return;
    const message = policy ? `[[restart]] has the policy ${(0,catalog/* shown */.SP)(policy.value)}.` : '[[restart]] has no policy.';
    report('fly-toml-restart-policy', policy?.at ?? restart.at, message, 'Use one of: always, on-failure, never.');
}
const STRATEGIES = ['canary', 'rolling', 'immediate', 'bluegreen'];
function deploySection(fly, report) {
    const strategy = fly.deploy?.strategy;
    if (!strategy || strategy.value === '')
        return;
    if (!STRATEGIES.includes(strategy.value))
        report('fly-toml-strategy', strategy.at, `There is no deploy strategy ${(0,catalog/* shown */.SP)(strategy.value)}.`, `Use one of: ${STRATEGIES.join(', ')}.`);
    else if (strategy.value === 'canary' && fly.mounts.length > 0)
        report('fly-toml-strategy', strategy.at, 'The strategy canary does not go with a mounted volume.', 'Use rolling, the default.');
}
function commands(fly, report) {
    const named = [
        ['release_command', fly.deploy?.releaseCommand],
        ['console_command', fly.consoleCommand],
        ...fly.processes.map((entry) => [
            `The command of process group ${(0,catalog/* shown */.SP)(entry.key)}`,
            entry,
        ]),
    ];
    for (const [name, command] of named) {
        const fault = command && (0,go/* commandFault */.yd)(command.value);
        if (fault)
            report('fly-toml-command', command.at, `${name} cannot be split into words: ${fault}.`, 'Close it, or escape it.');
    }
}
function mountSizes(mount, report) {
    const gb = (key, most) => {
        const written = mount.text(key) ?? asText(mount.number(key));
        if (!written || written.value === '')
            return undefined;
        const size = (0,go/* goSize */.uh)(written.value, 'GB');
        if (size === undefined || size < 1 || size > most) {
            const range = most === Number.POSITIVE_INFINITY ? '1 GB or more' : `1 GB to ${most} GB`;
            report('fly-toml-mount', written.at, `${key} is ${(0,catalog/* shown */.SP)(written.value)}.`, `Use ${range}, such as "10gb".`);
        }
        return size ?? 0;
    };
    gb('initial_size', Number.POSITIVE_INFINITY);
    const days = mount.number('snapshot_retention');
    if (days && (days.value < 1 || days.value > 60))
        report('fly-toml-mount', days.at, `snapshot_retention is ${days.value}.`, 'Use 1 to 60 days.');
    const increment = gb('auto_extend_size_increment', 100);
    const limit = gb('auto_extend_size_limit', 500);
    const threshold = mount.number('auto_extend_size_threshold');
    if (!threshold?.value && !increment && !limit)
        return;
    if (!threshold?.value || increment === undefined)
        report('fly-toml-mount', threshold?.at ?? mount.at, 'A volume that grows needs auto_extend_size_threshold, auto_extend_size_increment and auto_extend_size_limit together.', 'Add the missing ones, or remove them all.');
    else if (threshold.value < 50 || threshold.value > 99)
        report('fly-toml-mount', threshold.at, `auto_extend_size_threshold is ${threshold.value}.`, 'Use a percentage from 50 to 99.');
}
const asText = (number) => number && { at: number.at, value: String(number.value) };
function compression(build, report) {
    const kind = build?.text('compression');
    if (kind && !['', 'gzip', 'zstd'].includes(kind.value))
        report('fly-toml-compression', kind.at, `compression is ${(0,catalog/* shown */.SP)(kind.value)}.`, 'Use gzip or zstd, or remove it.');
    const level = build?.number('compression_level');
    if (level && (level.value < 0 || level.value > 9))
        report('fly-toml-compression', level.at, `compression_level is ${level.value}.`, 'Use 0 to 9, or remove it.');
}
function machineSize(machine, report) {
    const size = machine.text('size');
    const memory = machine.text('memory') ?? asText(machine.number('memory'));
    const mib = memory && memory.value !== '' ? (0,go/* goSize */.uh)(memory.value, 'MiB') : undefined;
    if (memory && memory.value !== '' && !mib)
        report('fly-toml-vm', memory.at, `memory is ${(0,catalog/* shown */.SP)(memory.value)}.`, 'Use a size such as "512mb".');
    if (!size || size.value === '')
        return;
    const fault = (0,fly_machine/* machineFault */.M)(size.value, mib || undefined);
    const at = fault?.about === 'memory' ? memory?.at : undefined;
    if (fault)
        report('fly-toml-vm', at ?? size.at, fault.message, fault.hint);
}

// EXTERNAL MODULE: ./build/lint/fly/toml.js
var toml = __webpack_require__(3332);
// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/lint/secrets.js
var secrets = __webpack_require__(2301);
;// CONCATENATED MODULE: ./build/lint/fly/traps-monitoring.js



/** What Prometheus gets when nobody says so. */
function memoryOfPrometheus({ fly, role, report }) {
    if (role === 'monitoring' && fly.machines.length === 0)
        report('fly-toml-memory', { line: 1, column: 1 }, 'There is no [[vm]]: Prometheus gets 256 MB.', 'Add [[vm]] with memory = "512mb".');
}
/** What Prometheus may keep, and where. */
function retention({ fly, role, report }) {
    const size = fly.env.find((entry) => /RETENTION_SIZE$/.test(entry.key));
    const [mount] = fly.mounts;
    const keeps = size && (0,go/* goSize */.uh)(size.value, 'GB');
    if (role !== 'monitoring' || !mount || !size || keeps === undefined)
        return;
    const written = mount.text('initial_size') ?? traps_monitoring_asText(mount.number('initial_size'));
    const room = written ? ((0,go/* goSize */.uh)(written.value, 'GB') ?? 1) : 1;
    if (keeps >= room)
        report('fly-toml-retention-size', size.at, `Prometheus may keep ${(0,catalog/* shown */.SP)(size.value)} of samples, and a new volume has ${room} GB.`, 'Keep to 80 % of the volume: the write-ahead log needs room too.');
}
const traps_monitoring_asText = (number) => number && { at: number.at, value: String(number.value) };
/** What guards Prometheus: its own configuration for that, by whatever way it gets there, or our entrypoint. */
const GUARDED = /web[._-]config|PROMETHEUS_ACCESS/i;
const PORT = 9090;
/** Prometheus has no login unless it is given one. */
function openPrometheus({ fly, role, report }) {
    const open = fly.services.find((service) => service.number('internal_port')?.value === PORT && (service.http || service.ports.length > 0));
    if (role !== 'monitoring' || !open || fly.words.some((word) => GUARDED.test(word)))
        return;
    report('fly-toml-prometheus-open', open.number('internal_port')?.at ?? open.at, `${serviceName(open)} publishes Prometheus to the internet, and nothing here gives it a password.`, 'Remove the service, or start Prometheus with --web.config.file; what "init" writes has a password.');
}

;// CONCATENATED MODULE: ./build/lint/fly/traps-network.js



/** The name decides where the deploy goes and where Prometheus looks. */
function appName({ fly, app, report }) {
    if (!fly.app || fly.app.value === app)
        return;
    const message = `The app is ${(0,catalog/* shown */.SP)(fly.app.value)} here and ${(0,catalog/* shown */.SP)(app)} in the configuration.`;
    report('fly-toml-app-name', fly.app.at, message, `Make them the same: the deploy goes to ${app}, and Prometheus looks for ${app}.internal.`);
}
/** Fly's private network is IPv6. */
function ipv4Binding({ fly, services, report }) {
    const ports = services.map((service) => String(service.port));
    const binds = (entry) => {
        const port = /(?:^|[^\d.])0\.0\.0\.0(?::(\d+))?/.exec(entry.value);
        return port && (port[1] === undefined || ports.includes(port[1]));
    };
    for (const entry of [...fly.env, ...fly.processes].filter(binds))
        report('fly-toml-ipv4-bind', entry.at, `${entry.key} tells a service to listen on 0.0.0.0, which the private network (IPv6) does not reach.`, 'Use [::], which takes IPv4 as well.');
}
/** Names of the watched services whose machines belong to one of these process groups. */
function watchedIn(groups, { fly, services }) {
    return services.filter((service) => service.process === undefined
        ? fly.groups.some((group) => groups.includes(group))
        : groups.includes(service.process));
}
/** Scrapes neither keep a machine awake nor wake it. */
function scaleToZero(about) {
    for (const service of about.fly.services) {
        const least = service.number('min_machines_running');
        if (!service.autostop?.stops || (least?.value ?? 0) > 0)
            continue;
        const watched = watchedIn(groupsOf(service.processes, about.fly), about).filter((s) => !s.may_stop);
        if (about.role === 'app' && watched.length === 0)
            continue;
        const names = about.role === 'app' ? (0,lib_text/* list */.p_)(watched.map((s) => s.name)) : 'Prometheus';
        about.report('fly-toml-scale-to-zero', service.autostop.at, `${serviceName(service)} stops every machine when nobody asks, and ${names} with it; scrapes do not wake them.`, about.role === 'app'
            ? 'Set min_machines_running = 1 or auto_stop_machines = "off", or say may_stop: true for the services.'
            : 'Set auto_stop_machines = "off".');
    }
}
/** Ports that the world reaches, and the ports of the machine behind them. */
function published(service) {
    const internal = service.number('internal_port')?.value ?? 0;
    const ports = service.http
        ? [
            { from: 80, to: 80 },
            { from: 443, to: 443 },
        ]
        : service.ports;
    return ports.map(({ from, to }) => ({ internal, from, to }));
}
/** Only declared ports answer from outside; metrics need none. */
function publishedPorts(about) {
    const { fly, services, report } = about;
    const metrics = services.map((service) => service.port);
    for (const service of fly.services) {
        const internal = service.number('internal_port');
        if (internal && metrics.includes(internal.value) && published(service).length > 0)
            report('fly-toml-metrics-public', internal.at, `${serviceName(service)} publishes ${internal.value}, a metrics port, to the internet.`, 'Remove it: Prometheus uses the private network. Keep it only on purpose.');
    }
    const singly = fly.services.find((s) => published(s).some(({ from, to }) => from !== to || ![80, 443].includes(from)));
    const open = fly.services.flatMap(published);
    const closed = metrics.filter((port) => !open.some((p) => p.internal === port || (p.from <= port && port <= p.to)));
    if (!singly || closed.length === 0)
        return;
    const url = `https://${about.app}.fly.dev:${closed[0]}`;
    report('fly-toml-metrics-private', singly.at, `Ports are published one by one, but not ${closed.length === 1 ? 'the metrics port' : 'the metrics ports'} ${(0,lib_text/* list */.p_)(closed.map(String))}: ${url}/metrics does not answer.`, 'Good for Prometheus, which uses the private network. To publish one on purpose, add [[services]] with that port.');
}
/** Fly's own rule (DetermineIPType): what a shared address can serve is HTTP on 80 and TLS plus HTTP on 443. */
function dedicatedAddress({ fly, report }) {
    for (const service of fly.services) {
        const udp = service.text('protocol')?.value === 'udp';
        const port = service.ports.find(({ from, to, handlers }) => {
            const kind = handlers.toSorted().join();
            return to > from || (from === 80 ? kind !== 'http' : from === 443 ? kind !== 'http,tls' : true);
        });
        if (service.http || !(udp || port))
            continue;
        report('fly-toml-dedicated-ip', port?.at ?? service.at, `${serviceName(service)} needs an address of its own (${udp ? 'UDP' : `port ${port?.from} with ${port?.handlers.join(' and ') || 'no handlers'}`}).`, 'Allocate the addresses before the first deploy: "flyctl ips allocate-v4" and "flyctl ips allocate-v6".');
        return;
    }
}
/** flyctl sends one [[metrics]] per process group to Fly's own Prometheus. */
function flyMetrics(about) {
    const { fly, report } = about;
    const seen = new Set();
    for (const section of fly.metrics) {
        const groups = groupsOf(section.processes, fly);
        const port = section.number('port')?.value;
        const again = groups.filter((group) => seen.has(group));
        for (const group of groups)
            seen.add(group);
        if (again.length > 0) {
            const message = `[[metrics]] of port ${port} is not the first for process group ${again.join(', ')}: flyctl leaves it out.`;
            report('fly-toml-metrics-first', section.at, message, 'Give each service a process group of its own, or rely on Prometheus here.');
            continue;
        }
        coverage(section, groups, about);
    }
}
function coverage(section, groups, about) {
    const port = section.number('port')?.value;
    const others = watchedIn(groups, about).filter((service) => service.port !== port);
    if (port === undefined || others.length === 0)
        return;
    const missed = others.map((service) => `${service.name} (${service.port})`);
    about.report('fly-toml-metrics-coverage', section.at, `[metrics] covers port ${port} alone: Fly's own Prometheus does not see ${(0,lib_text/* list */.p_)(missed)}.`, 'Fly takes one port for each process group. The Prometheus that is deployed here scrapes them all.');
}

;// CONCATENATED MODULE: ./build/lint/fly/traps.js








/** What flyctl takes, and what then does not work: each a fact that was measured or stands in Fly's documentation. */
function traps(fly, context) {
    const problems = [];
    const own = context.services.filter((service) => service.app === context.app);
    const about = {
        ...context,
        services: own,
        fly,
        report: (code, at, message, hint) => problems.push((0,catalog/* finding */.gk)(code, { file: context.file, ...at }, message, hint)),
    };
    for (const rule of [
        appName,
        secretsInEnv,
        ipv4Binding,
        scaleToZero,
        publishedPorts,
        dedicatedAddress,
        flyMetrics,
        processGroups,
        healthChecks,
        strategies,
        volumes,
        memoryOfPrometheus,
        retention,
        openPrometheus,
        files,
        builds,
    ])
        rule(about);
    return problems;
}
function secretsInEnv({ fly, report }) {
    for (const entry of fly.env)
        if ((0,secrets/* looksSecret */.n)(entry.key, entry.value))
            report('fly-toml-secret-in-env', entry.at, `[env] has a secret in ${entry.key}.`, `Remove the line, run "flyctl secrets set ${entry.key}=…", and change the secret: it is in the history of the repository.`);
}
function processGroups({ fly, services, report }) {
    for (const service of services)
        if (service.process !== undefined && !fly.groups.includes(service.process))
            report('fly-toml-no-such-process', fly.processes[0]?.at ?? { line: 1, column: 1 }, `Service ${(0,catalog/* shown */.SP)(service.name)} is said to run in process group ${(0,catalog/* shown */.SP)(service.process)}, which is not here.`, `Process groups here: ${fly.groups.join(', ')}.`);
    const silent = [
        ['[[mounts]]', fly.mounts],
        ['[[vm]]', fly.machines],
        ['[[files]]', fly.files],
        ['[[metrics]]', fly.metrics],
        ['[checks]', fly.checks],
    ];
    for (const [what, sections] of silent)
        for (const name of sections.flatMap((section) => section.processes))
            if (!fly.groups.includes(name.value))
                report('fly-toml-process-ignored', name.at, `${what} names the process group ${(0,catalog/* shown */.SP)(name.value)}, which is not in [processes], and is left out.`, `Use one of: ${fly.groups.join(', ')}.`);
}
function healthChecks({ fly, report }) {
    const checks = fly.services.flatMap((service) => service.checks);
    if (checks.length + fly.checks.length === 0)
        report('fly-toml-no-checks', fly.services[0]?.at ?? { line: 1, column: 1 }, 'There are no health checks: a deploy succeeds although nothing runs.', fly.services.some((s) => s.http)
            ? 'Add [[http_service.checks]] with a path.'
            : 'Add [checks.alive] with type = "tcp" and the port.');
    for (const service of fly.services) {
        if (!service.http && service.ports.length === 0)
            report('fly-toml-service-ports', service.at, `${serviceName(service)} has no ports.`, 'Add [[services.ports]], or remove the service: metrics need none.');
        for (const check of service.checks)
            for (const key of ['interval', 'timeout', 'grace_period'])
                checkLimit(check, key, report);
    }
}
function checkLimit(check, key, report) {
    const written = check.text(key);
    const value = written && (0,go/* goDuration */.Lm)(written.value);
    if (value === undefined || (key === 'grace_period' && value === 0))
        return;
    if (value >= 1_000 && value <= 60_000)
        return;
    const message = `A check has ${key} = ${(0,catalog/* shown */.SP)(written?.value)}; Fly ${value > 60_000 ? 'lowers it to 1m' : 'raises it to 1s'}.`;
    report('fly-toml-check-limits', written?.at ?? check.at, message, 'Write what you mean, from 1s to 1m.');
}
function strategies({ fly, report }) {
    const strategy = fly.deploy?.strategy;
    if (strategy?.value === 'immediate')
        report('fly-toml-immediate', strategy.at, 'With the strategy immediate a deploy reports success before any machine has started.', 'Use rolling, the default.');
    if (strategy?.value === 'bluegreen' && fly.mounts.length > 0)
        report('fly-toml-bluegreen-volume', strategy.at, 'The strategy bluegreen does not go with a mounted volume.', 'Use rolling, the default.');
}
function volumes({ fly, report }) {
    for (const mount of fly.mounts)
        if (!mount.has('initial_size'))
            report('fly-toml-volume-size', mount.at, `The volume ${(0,catalog/* shown */.SP)(mount.text('source')?.value ?? '')} has no initial_size: if it does not exist yet, it gets 1 GB.`, 'Add initial_size = "10gb" (or create the volume first).');
}
function files({ fly, file, report }) {
    for (const section of fly.files) {
        const local = section.text('local_path');
        if (local && file.includes('/') && !local.value.startsWith('/'))
            report('fly-toml-file-path', local.at, `local_path ${(0,catalog/* shown */.SP)(local.value)} is read from where flyctl is started, not from the folder of this file.`, 'Write it relative to the root of the repository, where the deploy runs.');
        const raw = section.text('raw_value');
        if (raw && isBase64Text(raw.value))
            report('fly-toml-raw-value', raw.at, 'raw_value is in base64 already, and flyctl encodes it again.', 'Write the plain text, or use local_path.');
    }
}
/** Base64 of something readable: by accident this hardly happens. */
function isBase64Text(value) {
    if (value.length < 16 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value))
        return false;
    return /^[\t\n\r -~]+$/.test(Buffer.from(value, 'base64').toString('latin1'));
}
function builds({ fly, file, dockerfile, report }) {
    const own = fly.build?.text('dockerfile');
    const named = own && (0,posix_.join)((0,posix_.dirname)(file), own.value);
    if (own && dockerfile !== undefined && named !== dockerfile)
        report('fly-toml-dockerfile', own.at, `[build] has the dockerfile ${(0,catalog/* shown */.SP)(own.value)}, the configuration ${(0,catalog/* shown */.SP)(dockerfile)}.`, `Make them the same: the action builds ${dockerfile}, "flyctl deploy" by hand the other one.`);
    const ways = ['image', 'builder', 'dockerfile', 'builtin'].filter((key) => fly.build?.text(key)?.value);
    if (fly.build && ways.length > 1)
        report('fly-toml-builds', fly.build.at, `[build] has ${(0,lib_text/* count */.U9)(ways.length, 'way')} to build: ${(0,lib_text/* list */.p_)(ways)}.`, 'Keep one of them.');
}

// EXTERNAL MODULE: ./build/lint/fly/types.js + 1 modules
var types = __webpack_require__(7109);
;// CONCATENATED MODULE: ./build/lint/fly-toml.js






/**
 * Findings of a fly.toml: errors are what flyctl refuses (so that nothing is changed before somebody finds out),
 * warnings what it takes and what does not work. Sorted by place.
 */
function lintFlyToml(text, file, context) {
    const read = (0,toml/* readToml */.D)(text);
    if (!read.ok) {
        const hint = 'Check quotes, brackets and commas around this place.';
        return [(0,catalog/* finding */.gk)('fly-toml-syntax', { file, ...read.at }, `Not valid TOML: ${read.error}.`, hint)];
    }
    const fly = (0,model/* model */.g)(read.table);
    const problems = [
        ...(0,types/* typeProblems */.x)(read.table, file),
        ...rejected(fly, file),
        ...traps(fly, { file, role: 'app', ...context }),
    ];
    return problems.toSorted((a, b) => place(a) - place(b));
}
const place = (problem) => (problem.at?.line ?? 0) * 10_000 + (problem.at?.column ?? 0);


/***/ }),

/***/ 138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lm: () => (/* binding */ goDuration),
/* harmony export */   uh: () => (/* binding */ goSize),
/* harmony export */   yd: () => (/* binding */ commandFault)
/* harmony export */ });
/** What flyctl understands because Go's libraries do: durations, sizes, commands. */
const UNITS = {
    ns: 1e-6,
    us: 1e-3,
    µs: 1e-3,
    μs: 1e-3,
    ms: 1,
    s: 1e3,
    m: 6e4,
    h: 3.6e6,
};
const DURATION = /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
/** Milliseconds of Go's duration syntax (`1m30s`, `1.5h`), undefined when it is not one. There are no days. */
function goDuration(text) {
    if (/^[-+]?0$/.test(text))
        return 0;
    if (!DURATION.test(text))
        return undefined;
    const parts = text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g);
    const sum = [...parts].reduce((total, [, amount, unit]) => total + Number(amount) * (UNITS[unit ?? ''] ?? 0), 0);
    return text.startsWith('-') ? -sum : sum;
}
/** Whole gigabytes (or mebibytes, binary) of a size: a bare number is one already, else units as in `10gb`, `512 MiB`. */
function goSize(text, of) {
    if (/^[-+]?\d+$/.test(text))
        return Number(text);
    const match = /^(\d*(?:\.\d*)?) ?([bkmgtp]?)(i?b)?$/i.exec(text);
    if (!match?.[1] || match[1] === '.')
        return undefined;
    const [, amount, prefix = '', suffix = ''] = match;
    if ((prefix === '' && suffix !== '') || (/b/i.test(prefix) && suffix !== ''))
        return undefined;
    const base = of === 'GB' ? 1000 : 1024;
    const power = 'bkmgtp'.indexOf(prefix.toLowerCase() || 'b');
    return Math.floor((Number(amount) * base ** power) / (of === 'GB' ? 1e9 : 1024 ** 2));
}
/**
 * What keeps a command from being split into words (as google/shlex does it), or undefined. Takes away one part of
 * the command after the other: a comment, a space, an escape, a quoted text, any other character.
 */
function commandFault(command) {
    const part = /(#)|(\s)|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|([^"'\\])/y;
    let atStart = true;
    while (part.lastIndex < command.length) {
        const from = part.lastIndex;
        const match = part.exec(command);
        if (!match)
            return command.charAt(from) === '\\' ? 'it ends with a backslash' : 'a quote is not closed';
        // In the middle of a word, # is a character like any other.
        const isComment = match[1] !== undefined && atStart;
        if (isComment)
            part.lastIndex = endOfLine(command, from);
        atStart = match[2] !== undefined || isComment;
    }
    return undefined;
}
function endOfLine(text, from) {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
}


/***/ }),

/***/ 8983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ machineFault)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4211);

/** What Fly gives to a CPU of each kind (fly-go, machine_types.go); machines with a GPU are not looked at. */
const MEMORY = {
    shared: { least: 256, most: 2048 },
    performance: { least: 2048, most: 8192 },
};
const SIZES = [
    ...[1, 2, 4, 6, 8].map((n) => `shared-cpu-${n}x`),
    ...[1, 2, 4, 6, 8, 10, 12, 14, 16].map((n) => `performance-${n}x`),
    ...['a100-40gb', 'a100-80gb', 'l40s', 'a10'],
];
/** Whether Fly has a machine of this size with so many MiB of memory; without memory it has the usual ones. */
function machineFault(size, memory) {
    if (!SIZES.includes(size)) {
        const hint = 'Use one such as "shared-cpu-1x".';
        return { about: 'size', message: `There is no machine size ${(0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .shown */ .SP)(size)}.`, hint };
    }
    const [, kind = '', cpus = ''] = /^(shared|performance)-\D*(\d+)x$/.exec(size) ?? [];
    const range = MEMORY[kind];
    if (!range || memory === undefined)
        return undefined;
    const [least, most] = [range.least * Number(cpus), range.most * Number(cpus)];
    if (memory >= least && memory <= most)
        return undefined;
    const message = `A machine of size ${size} cannot have ${memory} MB of memory.`;
    return { about: 'memory', message, hint: `Use ${least} to ${most} MB, or another size.` };
}


/***/ }),

/***/ 7415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ model)
/* harmony export */ });
/** Reads what can be read. */
function model(root) {
    const deploy = root.entries.get('deploy');
    const processes = namedEntries(root.entries.get('processes'));
    const names = processes.map((entry) => entry.key);
    const build = root.entries.get('build');
    return {
        app: text(root.entries.get('app')),
        groups: names.length > 0 ? names : ['app'],
        processes,
        env: tables(root.entries.get('env')).flatMap(entries),
        deploy: deploy && {
            at: deploy.at,
            strategy: text(get(deploy, 'strategy')),
            releaseCommand: text(get(deploy, 'release_command')),
        },
        consoleCommand: text(root.entries.get('console_command')),
        services: [
            ...tables(root.entries.get('http_service')).map((table) => service(table, true)),
            ...tables(root.entries.get('services')).map((table) => service(table, false)),
        ],
        checks: topLevelChecks(root.entries.get('checks')),
        mounts: sections(root, 'mount', 'mounts'),
        metrics: sections(root, 'metric', 'metrics'),
        restarts: sections(root, 'restart'),
        machines: sections(root, 'compute', 'computes', 'vm'),
        files: sections(root, 'files'),
        build: build?.kind === 'table' ? section(build) : undefined,
        words: wordsOf(root),
    };
}
/** Without recursion: a key with many dots nests deeper than the stack. */
function wordsOf(root) {
    const words = [];
    const open = [root];
    for (let node = open.pop(); node; node = open.pop())
        if (node.kind === 'list')
            for (const item of node.items)
                open.push(item);
        else if (node.kind === 'value')
            words.push(...(typeof node.value === 'string' ? [node.value] : []));
        else
            for (const [key, value] of node.entries) {
                words.push(key);
                open.push(value);
            }
    return words;
}
const get = (node, key) => node?.kind === 'table' ? node.entries.get(key) : undefined;
function text(node) {
    return node?.kind === 'value' && typeof node.value === 'string'
        ? { at: node.at, value: node.value }
        : undefined;
}
/** Sizes and ports may be written with or without quotes. */
function number(node) {
    if (node?.kind !== 'value')
        return undefined;
    const value = typeof node.value === 'string' ? Number(node.value || Number.NaN) : node.value;
    return typeof value === 'number' && Number.isFinite(value) ? { at: node.at, value } : undefined;
}
/** The tables of a section that may be written once or several times. */
function tables(node) {
    if (node?.kind === 'list')
        return node.items.filter((item) => item.kind === 'table');
    return node?.kind === 'table' ? [node] : [];
}
const sections = (root, ...keys) => keys.flatMap((key) => tables(root.entries.get(key)).map(section));
function section(table) {
    return {
        at: table.at,
        processes: texts(get(table, 'processes')),
        text: (key) => text(get(table, key)),
        number: (key) => number(get(table, key)),
        has: (key) => table.entries.has(key),
    };
}
function texts(node) {
    return node?.kind === 'list' ? node.items.flatMap((item) => text(item) ?? []) : [];
}
function entries(node) {
    return [...node.entries].flatMap(([key, value]) => value.kind === 'value' ? [{ key, at: value.at, value: String(value.value) }] : []);
}
/** `[processes]`, or its old form: a list of tables with name and command. */
function namedEntries(node) {
    if (node?.kind !== 'list')
        return node?.kind === 'table' ? entries(node) : [];
    return tables(node).flatMap((table) => {
        const name = text(get(table, 'name'));
        return name ? [{ key: name.value, at: table.at, value: text(get(table, 'command'))?.value ?? '' }] : [];
    });
}
function topLevelChecks(node) {
    const named = node?.kind === 'table'
        ? [...node.entries]
        : tables(node).map((table) => [text(get(table, 'name'))?.value ?? '', table]);
    return named.flatMap(([name, table]) => (table.kind === 'table' ? [check(table, name, undefined)] : []));
}
function check(table, name, known) {
    const type = text(get(table, 'type'))?.value;
    return { ...section(table), name, kind: known ?? (type === 'http' || type === 'tcp' ? type : undefined) };
}
function service(table, http) {
    const stop = get(table, 'auto_stop_machines');
    const value = stop?.kind === 'value' ? stop.value : undefined;
    const kinds = http ? { checks: 'http' } : { http_checks: 'http', tcp_checks: 'tcp' };
    return {
        ...section(table),
        http,
        ports: tables(get(table, 'ports')).map(port),
        checks: Object.entries(kinds).flatMap(([key, kind]) => tables(get(table, key)).map((item) => check(item, '', kind))),
        autostop: stop && {
            at: stop.at,
            stops: value === true || value === 'stop' || value === 'suspend',
        },
    };
}
function port(table) {
    const single = number(get(table, 'port'))?.value;
    return {
        at: table.at,
        from: single ?? number(get(table, 'start_port'))?.value ?? 0,
        to: single ?? number(get(table, 'end_port'))?.value ?? 65535,
        handlers: texts(get(table, 'handlers')).map((handler) => handler.value),
    };
}


/***/ }),

/***/ 3332:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readToml)
/* harmony export */ });
/* harmony import */ var toml_eslint_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9605);

/** Reads TOML 1.0; a mistake is given with its place. */
function readToml(text) {
    try {
        const root = { kind: 'table', at: { line: 1, column: 1 }, entries: new Map() };
        for (const node of (0,toml_eslint_parser__WEBPACK_IMPORTED_MODULE_0__/* .parseTOML */ .MD)(text, { tomlVersion: '1.0' }).body[0].body)
            if (node.type === 'TOMLTable')
                fill(header(root, node), node.body);
            else
                fill(root, [node]);
        return { ok: true, table: root };
    }
    catch (error) {
        // The stack is full, of levels or of one long text.
        if (error instanceof RangeError)
            return { ok: false, at: { line: 1, column: 1 }, error: TOO_MUCH };
        if (!(error instanceof toml_eslint_parser__WEBPACK_IMPORTED_MODULE_0__/* .ParseError */ .mB))
            throw error;
        return { ok: false, at: { line: error.lineNumber, column: error.column + 1 }, error: error.message };
    }
}
const TOO_MUCH = 'it nests too deeply, or has a text of hundreds of kilobytes';
const placeOf = (node) => ({
    line: node.loc.start.line,
    column: node.loc.start.column + 1,
});
/** The table that a [header] or [[header]] opens; the parser has refused headers that contradict each other. */
function header(root, node) {
    return descend(root, node.resolvedKey, placeOf(node));
}
function descend(from, path, at) {
    let here = from;
    path.forEach((part, i) => {
        const next = path[i + 1];
        const fresh = () => typeof next === 'number' ? { kind: 'list', at, items: [] } : { kind: 'table', at, entries: new Map() };
        here = child(here, part) ?? put(here, part, fresh());
    });
    // A table that came into being through [a.b] alone gets the place of its own header later.
    here.at = at;
    return here;
}
function child(node, part) {
    if (node.kind === 'table')
        return node.entries.get(String(part));
    return node.kind === 'list' ? node.items[Number(part)] : undefined;
}
function put(node, part, value) {
    if (node.kind === 'table')
        node.entries.set(String(part), value);
    else if (node.kind === 'list')
        node.items.push(value);
    return value;
}
function fill(table, pairs) {
    for (const pair of pairs) {
        const path = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
        const last = path.pop() ?? '';
        const at = placeOf(pair.key);
        const holder = path.length === 0 ? table : inside(table, path, at);
        holder.entries.set(last, convert(pair.value, at));
    }
}
/** The table behind the dots of a dotted key. */
function inside(table, path, at) {
    return path.reduce((here, part) => {
        const known = here.entries.get(part);
        if (known?.kind === 'table')
            return known;
        const fresh = { kind: 'table', at, entries: new Map() };
        here.entries.set(part, fresh);
        return fresh;
    }, table);
}
function convert(node, at) {
    if (node.type === 'TOMLArray')
        return { kind: 'list', at, items: node.elements.map((element) => convert(element, placeOf(element))) };
    if (node.type === 'TOMLInlineTable') {
        const table = { kind: 'table', at, entries: new Map() };
        fill(table, node.body);
        return table;
    }
    return { kind: 'value', at, value: node.value, text: String(node.value) };
}


/***/ }),

/***/ 7109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ typeProblems),
  a: () => (/* binding */ unknownKey)
});

// EXTERNAL MODULE: ./build/lib/did-you-mean.js
var did_you_mean = __webpack_require__(2769);
// EXTERNAL MODULE: ./build/lint/catalog.js + 3 modules
var catalog = __webpack_require__(4211);
// EXTERNAL MODULE: ./build/lint/fly/go.js
var go = __webpack_require__(138);
;// CONCATENATED MODULE: ./build/lint/fly/shape.js
const keys = (shape, names) => Object.fromEntries(names.split(' ').map((name) => [name, shape]));
const table = (shapes) => ({ table: shapes });
const list = (shapes) => ({ list: shapes, one: false });
const oneOrMore = (shapes) => ({ list: shapes, one: true });
const map = (shape) => ({ map: shape, named: false });
const named = (shape) => ({ map: shape, named: true });
const TIMES = 'interval timeout grace_period';
const httpCheck = {
    ...keys('text', 'method path protocol tls_server_name'),
    ...keys('flag', 'tls_skip_verify'),
};
const vm = {
    ...keys('text', 'size cpu_kind gpu_kind host_dedication_id'),
    ...keys('whole', 'cpus memory_mb max_memory_mb gpus'),
    ...keys('texts', 'kernel_args processes'),
    ...keys('size', 'memory'),
    ...keys('anything', 'persist_rootfs'),
};
const mount = {
    ...keys('text', 'source destination auto_extend_size_increment auto_extend_size_limit'),
    ...keys('whole', 'snapshot_retention auto_extend_size_threshold'),
    ...keys('flag', 'scheduled_snapshots'),
    ...keys('size', 'initial_size'),
    ...keys('texts', 'processes'),
};
const metrics = {
    ...keys('whole', 'port'),
    ...keys('text', 'path'),
    ...keys('flag', 'https'),
    ...keys('texts', 'processes'),
};
const machineChecks = list({
    ...keys('texts', 'command entrypoint'),
    ...keys('text', 'image kill_signal'),
    ...keys('duration', 'kill_timeout'),
});
const edge = {
    tls_options: table({ ...keys('texts', 'alpn versions'), ...keys('flag', 'default_self_signed') }),
    http_options: table({
        ...keys('flag', 'compress h2_backend'),
        ...keys('whole', 'idle_timeout headers_read_timeout'),
        response: table({ headers: 'anything', pristine: 'flag' }),
        replay_cache: list({
            ...keys('text', 'path_prefix type name'),
            ...keys('whole', 'ttl_seconds'),
            ...keys('flag', 'allow_bypass'),
        }),
    }),
};
const serving = {
    ...keys('autostop', 'auto_stop_machines'),
    ...keys('flag', 'auto_start_machines'),
    ...keys('whole', 'min_machines_running'),
    ...keys('texts', 'processes'),
    machine_checks: machineChecks,
};
const concurrency = { ...keys('text', 'type'), ...keys('whole', 'hard_limit soft_limit') };
const httpService = table({
    ...serving,
    ...edge,
    ...keys('whole', 'internal_port'),
    ...keys('flag', 'force_https'),
    concurrency: table(concurrency),
    checks: list({ ...httpCheck, ...keys('duration', TIMES), headers: map('text') }),
});
const services = oneOrMore({
    ...serving,
    ...keys('text', 'protocol'),
    ...keys('any-whole', 'internal_port'),
    concurrency: { table: concurrency, limits: true },
    ports: oneOrMore({
        ...edge,
        ...keys('any-whole', 'port'),
        ...keys('whole', 'start_port end_port'),
        ...keys('texts', 'handlers'),
        ...keys('flag', 'force_https'),
        proxy_proto_options: table(keys('text', 'version')),
    }),
    tcp_checks: oneOrMore(keys('any-duration', TIMES)),
    http_checks: oneOrMore({ ...httpCheck, ...keys('any-duration', TIMES), headers: 'headers' }),
});
/**
 * The whole of flyctl's configuration (v0.4.88, internal/appconfig): which keys there are, and what they take.
 * flyctl ignores keys that it does not know, and refuses the whole file for one value of a wrong type.
 */
const FLY_TOML = {
    ...keys('text', 'app primary_region kill_signal console_command host_dedication_id machine_config container'),
    ...keys('any-duration', 'kill_timeout'),
    ...keys('whole', 'swap_size_mb'),
    experimental: table({
        ...keys('text-or-texts', 'cmd entrypoint exec'),
        ...keys('flag', 'auto_rollback enable_consul enable_etcd lazy_load_images'),
        ...keys('text', 'machine_config'),
        // Old keys: flyctl moves them to where they belong today.
        ...keys('any-duration', 'kill_timeout'),
        ...keys('anything', 'metrics_port metrics_path'),
        attached: table({ secrets: table({ export: map('text') }) }),
    }),
    build: table({
        ...keys('text', 'builder image builtin dockerfile ignorefile build-target build_target compression'),
        ...keys('texts', 'buildpacks'),
        ...keys('whole', 'compression_level'),
        ...keys('anything', 'settings'),
        args: map('text'),
        compose: table(keys('text', 'file')),
    }),
    deploy: table({
        ...keys('text', 'strategy release_command seed_command'),
        ...keys('number', 'max_unavailable'),
        ...keys('duration', 'wait_timeout release_command_timeout'),
        release_command_vm: table({ ...vm, memory: 'text' }),
    }),
    env: named('anything'),
    processes: named('text'),
    http_service: httpService,
    services,
    checks: named(table({
        ...httpCheck,
        ...keys('any-duration', TIMES),
        ...keys('text', 'type name'),
        ...keys('whole', 'port'),
        ...keys('texts', 'processes'),
        ...keys('headers', 'headers'),
    })),
    files: list({
        ...keys('text', 'guest_path local_path secret_name raw_value'),
        ...keys('texts', 'processes'),
    }),
    machine_checks: machineChecks,
    restart: list({ ...keys('text', 'policy'), ...keys('whole', 'retries'), ...keys('texts', 'processes') }),
    statics: list(keys('text', 'guest_path url_prefix tigris_bucket index_document')),
    ...{ mounts: oneOrMore(mount), mount: oneOrMore(mount) },
    ...{ vm: oneOrMore(vm), compute: oneOrMore(vm), computes: oneOrMore(vm) },
    ...{ metrics: oneOrMore(metrics), metric: oneOrMore(metrics) },
};

;// CONCATENATED MODULE: ./build/lint/fly/types.js




/** Wrong types (errors) and unknown keys (warnings) of a whole file. */
function typeProblems(root, file) {
    const walk = { file, problems: [] };
    visit(root, { table: FLY_TOML }, '', walk);
    return walk.problems;
}
function visit(node, shape, path, walk) {
    if (typeof shape === 'string') {
        if (!fits(node, shape))
            mismatch(node, path, shape, walk);
    }
    else if ('list' in shape)
        visitList(node, shape, path, walk);
    else if ('map' in shape)
        visitMap(node, shape, path, walk);
    else if (!shape.limits || !isLimits(node))
        visitTable(node, shape.table, path, walk);
}
/** `20,25`: soft and hard limit. */
const isLimits = (node) => node.kind === 'value' && isText(node.value) && /^[+-]?\d+,[+-]?\d+$/.test(node.value);
function visitList(node, shape, path, walk) {
    if (node.kind === 'list')
        for (const item of node.items)
            visitTable(item, shape.list, path, walk);
    else if (shape.one && node.kind === 'table')
        visitTable(node, shape.list, path, walk);
    else
        mismatch(node, path, shape, walk);
}
function visitMap(node, shape, path, walk) {
    if (node.kind === 'table')
        for (const [key, value] of node.entries)
            visit(value, shape.map, `${path}.${key}`, walk);
    else if (!shape.named || node.kind !== 'list')
        mismatch(node, path, shape, walk);
}
function visitTable(node, shapes, path, walk) {
    if (node.kind !== 'table') {
        mismatch(node, path, { table: shapes }, walk);
        return;
    }
    for (const [key, value] of node.entries) {
        const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
        const inner = path ? `${path}.${key}` : key;
        if (shape)
            visit(value, shape, inner, walk);
        else {
            const problem = unknownKey(inner, { file: walk.file, ...value.at });
            walk.problems.push({ ...problem, hint: (0,did_you_mean/* didYouMean */.a)(key, Object.keys(shapes)) ?? problem.hint });
        }
    }
}
/** A key that has no effect; its path is without indexes. */
const unknownKey = (path, at) => (0,catalog/* finding */.gk)('fly-toml-unknown-key', at, `flyctl does not know ${path}.`, 'Remove it: it has no effect.');
const WANTED = {
    text: 'text in quotes',
    flag: 'true or false, without quotes',
    whole: 'a whole number, without quotes',
    number: 'a number, without quotes',
    texts: 'a list of texts, such as ["app"]',
    duration: 'a duration such as "30s"',
    'any-duration': 'a duration such as "30s"',
    'any-whole': 'a whole number',
    'text-or-texts': 'text or a list of texts',
    size: 'a size such as "10gb"',
    autostop: 'one of: "off", "stop", "suspend", true, false',
    headers: 'a table of texts',
    anything: 'anything',
};
function mismatch(node, path, shape, walk) {
    const at = { file: walk.file, ...node.at };
    const given = node.kind === 'value' ? (0,catalog/* shown */.SP)(node.value) : node.kind === 'list' ? 'a list' : 'a table';
    if (typeof shape === 'string' && shape.endsWith('duration') && given.startsWith('"')) {
        const hint = 'Use numbers with h, m, s or ms, such as "1m30s". There are no days.';
        walk.problems.push((0,catalog/* finding */.gk)('fly-toml-duration', at, `${path} is ${given}, which is no duration.`, hint));
        return;
    }
    const wanted = typeof shape === 'string'
        ? WANTED[shape]
        : 'list' in shape
            ? `a list of tables: [[${path}]]`
            : `a table: [${path}]`;
    walk.problems.push((0,catalog/* finding */.gk)('fly-toml-type', at, `${path} is ${given}.`, `It must be ${wanted}.`));
}
function fits(node, shape) {
    if (shape === 'anything' || (shape === 'any-duration' && node.kind !== 'value'))
        return true;
    if (shape === 'headers')
        return isHeaders(node);
    if (node.kind === 'list')
        return (shape === 'texts' || shape === 'text-or-texts') && node.items.every((item) => fits(item, 'text'));
    return node.kind === 'value' && FITS[shape](node.value);
}
const isHeaders = (node) => node.kind === 'table' ||
    (node.kind === 'list' && node.items.every((item) => item.kind === 'table' && item.entries.has('name')));
const isText = (value) => typeof value === 'string';
// A date becomes text on flyctl's way from TOML to JSON.
const isTextual = (value) => isText(value) || value instanceof Date;
const FITS = {
    text: isTextual,
    'text-or-texts': isTextual,
    texts: () => false,
    flag: (value) => typeof value === 'boolean',
    whole: (value) => Number.isSafeInteger(value),
    number: (value) => typeof value === 'number' && Number.isFinite(value),
    'any-whole': (value) => typeof value === 'number' || (isText(value) && /^[+-]?\d+$/.test(value)),
    duration: (value) => (isText(value) ? (0,go/* goDuration */.Lm)(value) !== undefined : typeof value === 'number'),
    'any-duration': (value) => !isText(value) || value === '' || (0,go/* goDuration */.Lm)(value) !== undefined,
    size: (value) => isText(value) || typeof value === 'number',
    autostop: (value) => typeof value === 'boolean' || ['off', 'stop', 'suspend'].includes(String(value)),
    headers: () => false,
    anything: () => true,
};


/***/ }),

/***/ 2301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ looksSecret)
/* harmony export */ });
/** Names of settings that hold secrets, as whole words of the name. */
const NAME = /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd|secrets?|(?:access|auth|api|bearer|refresh|bot)[_-]?token|token|api[_-]?key|private[_-]?key|access[_-]?key|secret[_-]?key|signing[_-]?key|encryption[_-]?key|credentials?)$/i;
/** Forms that secrets of well-known services have. */
const FORM = /^(?:gl(?:sa|c|ptpat)_[\w+/=]{16,}|gh[pousr]_\w{20,}|github_pat_\w{20,}|fm[12][ar]?_\S{20,}|FlyV1 \S{20,}|sk-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{16}|AIza[\w-]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----)/;
/** A user and a password in a URL. */
const IN_URL = /[a-z0-9+.-]:\/\/[^/\s:@]*:([^/\s@]+)@/i;
/** Not a secret but the place for one, or its absence. */
const PLACEHOLDER = /^(?:|true|false|none|null|undefined|\d{1,3}|x+|\*+|\.+|…|<.*>|\$\{.*\}|\$\w+|\{\{.*\}\}|\/(?:run|etc|var|data|app)\/\S*|(?:change|replace)[_-]?me.*)$/i;
/** Whether a setting looks like a secret. The value is never shown. */
function looksSecret(name, value) {
    const text = value.trim();
    if (FORM.test(text))
        return true;
    const inUrl = IN_URL.exec(text);
    if (inUrl)
        return !PLACEHOLDER.test(inUrl[1] ?? '');
    return NAME.test(name) && !PLACEHOLDER.test(text);
}


/***/ }),

/***/ 1589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ BUILT_IN),
/* harmony export */   E: () => (/* binding */ versionOf)
/* harmony export */ });
/** What templates/Dockerfile.monitoring builds from: the long-term support line. */
const BUILT_IN = { major: 3, minor: 13 };
/**
 * The version that an image reference tells by its tag (`registry.fly.io/mon:v2.42.0`, `…:2.42.0-fly1`);
 * an image without such a tag is taken for one made from our own Dockerfile.
 */
function versionOf(image) {
    const tag = image?.split('@')[0]?.match(/:v?(\d+)\.(\d+)(?:\.|-|$)/);
    return tag ? { major: Number(tag[1]), minor: Number(tag[2]) } : BUILT_IN;
}


/***/ })

};
