export const id = 9617;
export const ids = [9617];
export const modules = {
    23077: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            W: () => (homeFolder)
        });
        var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
        function homeFolder({ HOME }) {
            if (HOME)
                return HOME;
            try {
                return (0, node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
            }
            catch {
                return undefined;
            }
        }
    }),
    78430: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            e9: () => (endFamilies),
            l3: () => (startedBy),
            rz: () => (newFamily)
        });
        var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
        const living = new Set();
        const VARIABLE = 'DEPLOY_MONITORING_CHILD';
        const run = `${process.pid}-${Date.now()}.`;
        let count = 0;
        function endFamilies() {
            for (const family of living)
                family.close();
            if (count > 0)
                killMarked(`${VARIABLE}=${run}`);
        }
        function newFamily() {
            if (count === 0)
                process.once('exit', endFamilies);
            const mark = `${run}${++count}.`;
            let group;
            const family = {
                mark: { [VARIABLE]: mark },
                leads: (pid) => {
                    group = pid;
                    living.add(family);
                },
                signal: (name) => void send(group, name),
                isAlive: () => send(group, 0),
                close: () => {
                    if (living.delete(family))
                        send(group, 'SIGKILL');
                },
                kill: () => {
                    family.close();
                    killMarked(`${VARIABLE}=${mark}`);
                },
            };
            return family;
        }
        function send(group, signal) {
            if (group === undefined)
                return false;
            try {
                return process.kill(-group, signal);
            }
            catch {
                return false;
            }
        }
        const PASSES = 10;
        function killMarked(variable) {
            for (let pass = 0; pass < PASSES; pass++) {
                const found = marked(variable);
                for (const pid of found) {
                    try {
                        process.kill(pid, 'SIGKILL');
                    }
                    catch {
                    }
                }
                if (found.length === 0)
                    return;
            }
        }
        const startedBy = (pid) => marked(`${VARIABLE}=${pid}-`);
        function marked(variable) {
            if (process.platform !== 'linux')
                return [];
            return processes().filter((pid) => environmentOf(pid).some((one) => one.startsWith(variable)));
        }
        function processes() {
            try {
                return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)('/proc')
                    .filter((name) => /^\d+$/.test(name))
                    .map(Number);
            }
            catch {
                return [];
            }
        }
        function environmentOf(pid) {
            try {
                return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
            }
            catch {
                return [];
            }
        }
    }),
    22499: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            Kp: () => (findProgram),
            UP: () => (existsOutside),
            zu: () => (trustedPath)
        });
        var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
        var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
        var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
        var _home_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23077);
        async function findProgram(name, places) {
            const isOutside = outsideOf(places.workspaceRoot);
            for (const folder of trustedFolders(places)) {
                const file = (0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
                const real = realOf(file);
                if (real !== undefined && isOutside(real) && (await isProgram(file)))
                    return file;
            }
            return undefined;
        }
        function trustedPath(places) {
            return trustedFolders(places).join(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter);
        }
        function trustedFolders({ path = '', workspaceRoot }) {
            const isTrusted = existsOutside(workspaceRoot);
            return path.split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => !isOfPackages(folder) && isTrusted(folder));
        }
        function existsOutside(workspaceRoot) {
            const isOutside = outsideOf(workspaceRoot);
            return (folder) => {
                const real = (0, node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder) ? realOf(folder) : undefined;
                return real !== undefined && isOutside((0, node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(folder)) && isOutside(real);
            };
        }
        const isOfPackages = (folder) => [folder, realOf(folder)].some((place) => place?.endsWith((0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(node_path__WEBPACK_IMPORTED_MODULE_2__.sep, 'node_modules', '.bin')));
        function outsideOf(workspaceRoot) {
            const starts = [workspaceRoot, process.env.GITHUB_WORKSPACE ?? workspaceRoot].map((one) => (0, node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(one));
            const folders = new Set(starts.flatMap((folder) => [folder, realOf(folder) ?? folder]));
            const roots = [...folders].flatMap((folder) => [folder, ...repositoriesAround(folder)]);
            return (place) => roots.every((root) => !isInside(root, place));
        }
        function repositoriesAround(folder) {
            const home = (0, _home_js__WEBPACK_IMPORTED_MODULE_3__.W)(process.env);
            const [nearest, ...others] = upwards(folder).filter((one) => (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(one, '.git')));
            return nearest === undefined
                ? []
                : [nearest, ...others.filter((one) => home === undefined || !isInside(one, home))];
        }
        const upwards = (folder) => (0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder) === folder ? [folder] : [folder, ...upwards((0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder))];
        const isInside = (root, place) => (place + node_path__WEBPACK_IMPORTED_MODULE_2__.sep).startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep);
        function realOf(path) {
            try {
                return node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
            }
            catch {
                return undefined;
            }
        }
        async function isProgram(file) {
            return (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK)
                .then(() => (0, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file))
                .then((found) => found.isFile())
                .catch(() => false);
        }
    }),
    68456: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            r: () => (actionItems)
        });
        var _verify_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90615);
        function actionItems(report) {
            const all = [
                ...report.problems.map(fromProblem),
                ...report.verdict.failures
                    .filter(({ because, accepted }) => because === undefined && accepted === undefined)
                    .map(fromFailure),
                ...(report.evidence?.checks ?? []).flatMap(({ outcome, area, subject, why, next }) => outcome === 'warning'
                    ? [{ severity: 'warning', code: `${area}-warning`, subject, what: why, next: next ?? '' }]
                    : []),
            ];
            const isFirst = ({ code, subject }) => code === 'delivery-warning' && subject === _verify_evidence_js__WEBPACK_IMPORTED_MODULE_0__.Gj;
            const bySeverity = (severity, isWanted) => mergeEqual(all.filter((todo) => todo.severity === severity && !isFirst(todo) && isWanted(todo)));
            return [
                ...all.filter(isFirst),
                ...bySeverity('error', (todo) => todo.outcome !== 'not-checked'),
                ...bySeverity('error', (todo) => todo.outcome === 'not-checked'),
                ...bySeverity('warning', () => true),
            ];
        }
        function mergeEqual(all) {
            const groups = Map.groupBy(all, (todo) => JSON.stringify([todo.code, todo.what, todo.next, todo.at ?? '']));
            return [...groups.values()].flatMap((group) => {
                const [first, second] = group;
                if (!first || !second)
                    return group;
                return [{ ...first, subject: mergedSubject(group) }];
            });
        }
        function mergedSubject(group) {
            const [first, second] = group.map(({ subject }) => subject).filter((subject) => subject !== '');
            if (first === undefined)
                return `${group.length} objects`;
            return group.length === 2 && second !== undefined
                ? `${first} and ${second}`
                : `${first} and ${group.length - 1} more`;
        }
        const fromFailure = ({ code, subject, why, next, decides, outcome }) => ({
            severity: decides ? 'error' : 'warning',
            outcome,
            code,
            subject,
            what: why,
            next,
        });
        function fromProblem({ at, severity, code, message, hint }) {
            const subject = at ? `${at.file}:${at.line}:${at.column}` : '';
            return { severity, code, subject, ...(at && { at }), what: message, next: hint };
        }
    }),
    91218: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            Pl: () => (headline),
            CL: () => (runOutcome),
            Bs: () => (statusLine)
        });
        var lib_text = __webpack_require__(94869);
        var action_items = __webpack_require__(68456);
        ;
        function culprit(report) {
            const items = (0, action_items.r)(report).filter(({ severity, outcome }) => severity === 'error' || outcome);
            const [first] = items;
            if (!first)
                return undefined;
            const more = items.length === 1 ? '' : `, and ${(0, lib_text.U9)(items.length - 1, 'more problem')}`;
            const cause = firstClause(first.what);
            if (first.outcome === undefined)
                return `${first.at ? `\`${first.subject}\`: ` : ''}${cause}${more}`;
            const down = first.code.startsWith('target-') && report.evidence ? downTargets(report.evidence) : undefined;
            const subject = first.subject === '' ? '' : `${down ?? first.subject}: `;
            return `${subject}${subject === '' ? cause : inSentence(cause)}${more}`;
        }
        function downTargets({ targets }) {
            const down = targets.filter(({ state }) => state === 'down');
            const [group] = [...Map.groupBy(down, causeOf).values()].toSorted((a, b) => b.length - a.length);
            if (!group)
                return undefined;
            const services = [...new Set(group.map(({ service }) => service))];
            const expected = targets.filter(({ state, service }) => state !== 'resting' && services.includes(service));
            const verb = (n) => (n === 1 ? 'is' : 'are');
            if (group.length < expected.length)
                return `${group.length} of ${(0, lib_text.U9)(expected.length, 'target')} of ${(0, lib_text.H$)(services)} ${verb(group.length)} down${onlyIn(group, expected)}`;
            const all = new Set(targets.map(({ service }) => service));
            if (services.length === all.size && services.length > 1)
                return `All ${services.length} services are down`;
            return `${(0, lib_text.H$)(services)} ${verb(services.length)} down`;
        }
        function onlyIn(group, expected) {
            const regions = [...new Set(group.map(({ region }) => region))];
            const isWhole = expected.every((one) => !regions.includes(one.region) || group.includes(one));
            return isWhole && regions.length < 4 && !regions.includes('') ? `, all targets in ${(0, lib_text.p_)(regions)}` : '';
        }
        const causeOf = ({ shared, reason }) => (shared ?? reason)?.why ?? '';
        const LONGEST = 160;
        function firstClause(text) {
            const start = text.slice(0, LONGEST * 2);
            const end = /[:;.](?=\s|$)/.exec(start)?.index ?? start.length;
            return end > LONGEST ? `${start.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : start.slice(0, end);
        }
        const inSentence = (clause) => /^[A-Z][a-z]* /.test(clause) && !/^(?:Prometheus|Grafana|Alertmanager|Fly|Port) /.test(clause)
            ? clause.charAt(0).toLowerCase() + clause.slice(1)
            : clause;
        ;
        function runOutcome({ mode, verdict }) {
            if (verdict.kind !== 'unproven')
                return verdict.kind;
            return mode === 'dashboards' || mode === 'plan' || mode === 'contract' ? 'done' : 'unproven';
        }
        function headline(report) {
            const { verdict, checked, evidence } = report;
            if (verdict.kind === 'proven' || checked)
                return statusLine(report);
            if (report.mode === 'drill' && evidence && verdict.kind !== 'failed')
                return statusLine(report);
            const cause = culprit(report);
            if (cause === undefined)
                return statusLine(report);
            if (report.refused && report.changes.length === 0)
                return `Failed before it began: ${cause}; nothing was changed`;
            return verdict.kind === 'failed' ? cause : `Not proven: ${cause}`;
        }
        function statusLine(report) {
            const { mode, verdict, evidence, problems } = report;
            if (report.checked)
                return planned(report);
            if (report.refused && report.changes.length === 0)
                return 'Failed before it began: inputs or files are not valid, nothing was changed';
            if (problems.some(({ severity }) => severity === 'error') || !evidence)
                return mode === 'dashboards' && verdict.kind === 'unproven'
                    ? 'Done: the dashboards are in Grafana; nothing was verified'
                    : 'Failed: not everything could be done';
            if (mode === 'drill')
                return drilled(evidence);
            const expected = evidence.targets.filter((target) => target.state !== 'resting');
            const up = expected.filter((target) => target.state === 'up').length;
            const when = mode === 'verify' ? 'since this check began' : 'after this deploy';
            const scraped = `${up} of ${(0, lib_text.U9)(expected.length, 'target')} scraped ${when}`;
            return `${WORD[verdict.kind]}: ${[scraped, ...openClaims(verdict.failures)].join('; ')}`;
        }
        function drilled({ checks }) {
            const asked = checks.filter(({ area }) => area === 'delivery');
            const accepted = asked.filter(({ outcome }) => outcome === 'holds').length;
            return `Drill: ${accepted} of ${(0, lib_text.U9)(asked.length, 'receiver')} accepted the alert`;
        }
        const WORD = { proven: 'Proven', unproven: 'Not proven', failed: 'Failed' };
        function openClaims(failures) {
            const causes = failures.filter(({ because }) => because === undefined);
            const { accepted = [], open = [] } = Object.groupBy(causes, (one) => (one.accepted ? 'accepted' : 'open'));
            const broken = open.filter(({ outcome, area }) => outcome === 'broken' && area !== 'targets').length;
            const unchecked = open.filter(({ outcome }) => outcome === 'not-checked').length;
            const parts = [
                ...(broken > 0 ? [`${(0, lib_text.U9)(broken, 'other claim')} ${broken === 1 ? 'does' : 'do'} not hold`] : []),
                ...(unchecked > 0 ? [`${(0, lib_text.U9)(unchecked, 'claim')} could not be checked`] : []),
                ...(accepted.length > 0 ? [`${(0, lib_text.U9)(accepted.length, 'claim')} accepted`] : []),
            ];
            return parts.length > 0 ? [(0, lib_text.p_)(parts)] : [];
        }
        function planned({ mode, checked, problems }) {
            const of = (severity) => problems.filter((problem) => problem.severity === severity).length;
            const files = Object.values(checked ?? {}).reduce((sum, n) => sum + n, 0);
            const [errors, warnings] = [of('error'), of('warning')];
            const found = errors + warnings === 0 ? 'no problems' : `${(0, lib_text.U9)(errors, 'error')}, ${(0, lib_text.U9)(warnings, 'warning')}`;
            return mode === 'contract'
                ? `Contract: ${found} in ${(0, lib_text.U9)(files, 'page')} of metrics`
                : `Plan: ${found} in ${(0, lib_text.U9)(files, 'file')}`;
        }
    }),
    24098: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            GC: () => (targetGroups),
            Mf: () => (alertRows),
            O4: () => (curlCommand),
            Sv: () => (contractRows),
            Xb: () => (emptyPanels),
            dg: () => (targetRows)
        });
        var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
        const ORDER = { 'no-machine': 0, down: 1, unknown: 2, up: 3, resting: 4 };
        function targetRows({ targets, services }) {
            const none = services.flatMap(({ service, reason }) => reason ? [{ state: 'no-machine', service, machine: '', region: '', why: reason.why }] : []);
            const rows = targets.map((target) => ({
                ...target,
                machine: target.machine || target.address,
                why: whyOf(target),
            }));
            return [...none, ...rows].toSorted((a, b) => ORDER[a.state] - ORDER[b.state]);
        }
        function whyOf({ state, reason, why }) {
            if (state === 'up')
                return '';
            if (!reason)
                return why;
            return reason.detail === ''
                ? reason.class.replaceAll('-', ' ')
                : reason.detail.replace(/^Get "[^"]*": /, '');
        }
        const withoutAddresses = (text) => text.replace(/\[[\da-f:]*\]|\d+(?:\.\d+){3}/g, '…');
        function targetGroups(rows) {
            const keyOf = ({ state, service, region, why }) => JSON.stringify([state, service, region, withoutAddresses(why)]);
            return [...Map.groupBy(rows, keyOf).values()].flatMap((group) => group.slice(0, 1).map(({ state, service, region, why }) => ({
                ...{ state, service, region },
                why: group.length === 1 ? why : withoutAddresses(why),
                machines: group.map(({ machine }) => machine),
                lastScrape: group
                    .map(({ lastScrape }) => lastScrape ?? '')
                    .toSorted()
                    .at(-1) || undefined,
                samples: group.reduce((sum, { samples }) => sum + (samples ?? 0), 0),
                lost: group.reduce((sum, { lost }) => sum + (lost ?? 0), 0),
            })));
        }
        function contractRows({ metrics, panels, undeclared }) {
            const wrong = metrics.filter(({ state }) => state !== 'present' && state !== 'waiting');
            const waiting = metrics.filter(({ state }) => state === 'waiting').map(({ name }) => name);
            const empty = emptyPanels(panels);
            const { notChecked = [], elsewhere = [], later = [], } = Object.groupBy(panels, ({ state }) => PANEL_KIND[state] ?? 'asked');
            const more = undeclared.reduce((sum, { names }) => sum + names.length, 0);
            const line = (n, text, names = []) => n > 0 ? [{ text, names }] : [];
            const present = metrics.length - wrong.length - waiting.length;
            const promised = panels.length - elsewhere.length;
            const full = promised - empty.length - notChecked.length - later.length;
            return {
                lines: [
                    ...line(metrics.length, `${present} of ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(metrics.length, 'declared metric')} present with the declared type`),
                    ...line(waiting.length, `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(waiting.length, 'metric')} waiting for traffic`, waiting),
                    ...line(promised, `${full} of ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(promised, 'panel query', 'panel queries')} with data`),
                    ...line(later.length, `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(later.length, 'panel query', 'panel queries')} waiting for traffic`, titles(later)),
                    ...line(notChecked.length, `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(notChecked.length, 'panel query', 'panel queries')} not checked`),
                    ...line(elsewhere.length, `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(elsewhere.length, 'panel query', 'panel queries')} of other data sources, not part of the proof`, titles(elsewhere)),
                    ...line(more, `${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(more, 'more metric')} exposed without being declared`),
                ],
                metrics: oneForEachCause(wrong.map(({ state, name, service, why }) => ({ state, name, of: service, why }))),
                panels: oneForEachCause([...empty, ...notChecked].map(({ state, panel, dashboard, why }) => ({
                    state,
                    name: panel.title,
                    of: dashboard.title,
                    why,
                }))),
            };
        }
        function oneForEachCause(rows) {
            const groups = Map.groupBy(rows, ({ state, of, why }) => JSON.stringify([state, of, why]));
            return [...groups.values()].flatMap((group) => {
                const names = (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.H$)([...new Set(group.map(({ name }) => name))]);
                return group.slice(0, 1).map((row) => ({ ...row, name: names }));
            });
        }
        const PANEL_KIND = {
            'not-checked': 'notChecked',
            'other-source': 'elsewhere',
            waiting: 'later',
        };
        const titles = (panels) => [
            ...new Set(panels.map(({ panel }) => panel.title)),
        ];
        function emptyPanels(panels) {
            return panels.filter(({ state }) => state !== 'data' && state !== 'warning' && PANEL_KIND[state] === undefined);
        }
        function alertRows({ alerts }) {
            return alerts.filter(({ labels }) => labels.severity !== 'none');
        }
        function curlCommand({ url, password }, path) {
            const user = password ? '-u "prometheus:$PROMETHEUS_PASSWORD" ' : '';
            return `curl ${user}"${url}${path}"`;
        }
    }),
    21265: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            I: () => (exitCode),
            u: () => (createReportBuilder)
        });
        var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61469);
        var _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67209);
        var _report_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(87177);
        function createReportBuilder(log, onStep) {
            let during = 'the reading of inputs and files';
            const known = (0, _report_report_js__WEBPACK_IMPORTED_MODULE_2__.d)();
            return Object.assign(known, {
                accept: [],
                async timed(step, work, note) {
                    const began = performance.now();
                    const before = during;
                    during = `\`${step}\``;
                    onStep?.(during, known);
                    try {
                        const done = await work();
                        during = before;
                        return done;
                    }
                    finally {
                        known.timings.push({
                            step,
                            seconds: (performance.now() - began) / 1000,
                            ...(note && { note: note() }),
                        });
                    }
                },
                during: () => during,
                failed(error) {
                    if (error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.lZ) {
                        known.problems.push(...error.problems);
                        known.refused ||= error.kind === 'configuration';
                    }
                    else if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name)) {
                        known.problems.push(endedEarly(error.name, during));
                    }
                    else {
                        log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
                        known.problems.push(ourBug(error));
                    }
                },
                async close(failOn) {
                    return (0, _lib_redact_js__WEBPACK_IMPORTED_MODULE_1__.cJ)(known.evidence
                        ? await withVerdict(known, known.evidence, { failOn, accept: this.accept })
                        : { ...known, verdict: verdictWithoutEvidence(known) });
                },
            });
        }
        async function withVerdict(known, evidence, { failOn, accept }) {
            const [{ acceptance }, { judge }] = await Promise.all([
                __webpack_require__.e(3550).then(__webpack_require__.bind(__webpack_require__, 93550)),
                Promise.all([__webpack_require__.e(4872), __webpack_require__.e(8884)]).then(__webpack_require__.bind(__webpack_require__, 95540)),
            ]);
            const accepted = acceptance(accept, new Date());
            const verdict = hasErrors(known) ? FAILED : judge(evidence, failOn, accepted);
            const warnings = evidence.problems.length === 0 ? accepted.warnings() : [];
            return { ...known, problems: [...known.problems, ...warnings], verdict };
        }
        const FAILED = { kind: 'failed', failures: [] };
        const hasErrors = ({ problems }) => problems.some(({ severity }) => severity === 'error');
        function verdictWithoutEvidence(known) {
            const { mode } = known;
            const isCheck = mode === 'dashboards' || mode === 'plan' || mode === 'contract';
            return isCheck && !hasErrors(known) ? { kind: 'unproven', failures: [] } : FAILED;
        }
        function endedEarly(name, during) {
            const isCancelled = name === 'AbortError';
            return {
                code: isCancelled ? 'run-cancelled' : 'run-timeout',
                severity: 'error',
                message: `${isCancelled ? 'The run was cancelled' : 'The time was up'} during ${during}.`,
                hint: `${isCancelled ? 'Run again' : 'Set a longer `timeout` and run again'}: existing resources are reused, nothing is created twice.`,
            };
        }
        function ourBug(error) {
            return {
                code: 'internal',
                severity: 'error',
                message: `Unexpected error: ${(0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.bD)(error)}`,
                hint: 'This is a bug of deploy-monitoring. Run again with debug logging (ACTIONS_STEP_DEBUG) and report it with the log.',
            };
        }
        const exitCode = ({ verdict }) => verdict.kind === 'failed' || verdict.failures.some(({ decides }) => decides) ? 1 : 0;
    }),
    55674: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            e: () => (run)
        });
        var names = __webpack_require__(43636);
        var read = __webpack_require__(59606);
        ;
        const SIGN_OF_LIFE_MS = 15_000;
        function createActivities(log, everyMs = SIGN_OF_LIFE_MS) {
            const running = new Set();
            return {
                async during(what, work, atMostMs) {
                    const name = typeof what === 'string' ? () => what : what;
                    const began = performance.now();
                    const seconds = () => Math.round((performance.now() - began) / 1000);
                    const most = atMostMs === undefined ? '' : `, at most ${Math.round(atMostMs / 1000)} s`;
                    const timer = setInterval(() => log.info(`Still waiting: ${name()} (for ${seconds()} s${most}).`), everyMs).unref();
                    const activity = () => `${name()} (for ${seconds()} s)`;
                    running.add(activity);
                    try {
                        return await work();
                    }
                    finally {
                        clearInterval(timer);
                        running.delete(activity);
                    }
                },
                current: () => [...running].map((activity) => activity()),
            };
        }
        var errors = __webpack_require__(61469);
        var programs = __webpack_require__(22499);
        var redact = __webpack_require__(67209);
        var lib_text = __webpack_require__(94869);
        var workspace = __webpack_require__(40493);
        ;
        const AFTER_DEADLINE_MS = 20_000;
        const AFTER_CANCEL_MS = 9_000;
        function startDeadline(ms, cancel, onDeadline) {
            const up = new AbortController();
            const { promise: overdue, reject } = Promise.withResolvers();
            const until = Date.now() + ms;
            const end = () => {
                if (up.signal.aborted)
                    return;
                up.abort(new DOMException('The time is up.', 'TimeoutError'));
                onDeadline();
            };
            const timers = [setTimeout(end, ms)];
            const rejectAfter = (signal, after) => signal.addEventListener('abort', () => timers.push(setTimeout(() => reject(signal.reason), after)), {
                once: true,
            });
            rejectAfter(up.signal, AFTER_DEADLINE_MS);
            rejectAfter(cancel, AFTER_CANCEL_MS);
            return {
                until,
                signal: up.signal,
                overdue,
                stop: () => {
                    if (Date.now() >= until)
                        end();
                    timers.forEach(clearTimeout);
                },
            };
        }
        var record = __webpack_require__(21265);
        ;
        async function run(context, command) {
            const { log, signal, watchdog } = context;
            const activities = createActivities(log);
            const report = (0, record.u)(log, (during, known) => watchdog?.update({ during, known }));
            let deadline;
            let failOn = 'targets';
            try {
                const inputs = await inputsOf(context.env);
                failOn = inputs.failOn;
                report.mode = inputs.mode;
                report.commit = context.env.GITHUB_SHA;
                report.actor = context.env.GITHUB_TRIGGERING_ACTOR ?? context.env.GITHUB_ACTOR;
                deadline = startDeadline(inputs.timeoutMs, signal, () => log.info(`The time is up (\`timeout\`): ${report.during()} is ended. It was waiting for: ${(0, lib_text.p_)(activities.current()) || 'nothing'}.`));
                const { until, signal: timeUp } = deadline;
                watchdog?.update({ until, during: report.during() });
                const env = withTrustedPath(context.env);
                const going = (command ?? MODES[inputs.mode])(inputs, report, {
                    ...context,
                    env,
                    until,
                    timeUp,
                    activities,
                });
                await Promise.race([going, deadline.overdue]);
            }
            catch (error) {
                report.failed(error);
            }
            finally {
                deadline?.stop();
            }
            watchdog?.update({ during: 'the report', known: report, until: Date.now() + REPORT_MS });
            const closed = await report.close(failOn);
            const refused = await pingHeartbeat(closed, context);
            return refused.length === 0 ? closed : { ...closed, problems: [...closed.problems, ...(0, redact.cJ)(refused)] };
        }
        async function inputsOf(env) {
            try {
                return (0, read.K)(env);
            }
            catch (error) {
                if (!(error instanceof errors.lZ) || error.problems.every(({ code }) => code !== 'input/receiver'))
                    throw error;
                const { withReceiverPlaces } = await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6664), __webpack_require__.e(8328)]).then(__webpack_require__.bind(__webpack_require__, 8328));
                throw new errors.lZ(error.kind, withReceiverPlaces(error.problems, env));
            }
        }
        const REPORT_MS = 20_000;
        async function pingHeartbeat(result, { env, log, signal }) {
            const isVerify = ((0, names.JR)(env, 'mode')?.trim() ?? '') === 'verify';
            const url = (0, names.JR)(env, 'verify-heartbeat-url')?.trim();
            if (!isVerify || !url || signal.aborted || !URL.canParse(url))
                return [];
            const { pingVerifyHeartbeat } = await Promise.all([__webpack_require__.e(6752), __webpack_require__.e(8772)]).then(__webpack_require__.bind(__webpack_require__, 48772));
            return pingVerifyHeartbeat(url, result, { env, log });
        }
        function withTrustedPath(env) {
            return { ...env, PATH: (0, programs.zu)({ path: env.PATH, workspaceRoot: (0, workspace.oS)(env) }) };
        }
        const MODES = {
            deploy: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(6242), __webpack_require__.e(6664), __webpack_require__.e(5546), __webpack_require__.e(1554), __webpack_require__.e(6248), __webpack_require__.e(9162), __webpack_require__.e(2), __webpack_require__.e(2170), __webpack_require__.e(4892), __webpack_require__.e(3905), __webpack_require__.e(7953), __webpack_require__.e(4872), __webpack_require__.e(6150), __webpack_require__.e(9651)]).then(__webpack_require__.bind(__webpack_require__, 89651))).deployMode(...run),
            plan: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(9605), __webpack_require__.e(6664), __webpack_require__.e(1554), __webpack_require__.e(2265), __webpack_require__.e(5268)]).then(__webpack_require__.bind(__webpack_require__, 65268))).planMode(...run),
            verify: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(2856), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6828), __webpack_require__.e(6242), __webpack_require__.e(6664), __webpack_require__.e(5546), __webpack_require__.e(1554), __webpack_require__.e(6248), __webpack_require__.e(9162), __webpack_require__.e(2), __webpack_require__.e(2170), __webpack_require__.e(4892), __webpack_require__.e(3905), __webpack_require__.e(7953), __webpack_require__.e(4872), __webpack_require__.e(6150)]).then(__webpack_require__.bind(__webpack_require__, 66150))).verifyMode(...run),
            dashboards: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(6664), __webpack_require__.e(5546), __webpack_require__.e(1554), __webpack_require__.e(6248), __webpack_require__.e(2), __webpack_require__.e(2170), __webpack_require__.e(3905), __webpack_require__.e(137)]).then(__webpack_require__.bind(__webpack_require__, 20137))).dashboardsMode(...run),
            contract: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(6664), __webpack_require__.e(5546), __webpack_require__.e(6248), __webpack_require__.e(2), __webpack_require__.e(1052)]).then(__webpack_require__.bind(__webpack_require__, 61052))).contractMode(...run),
            drill: async (...run) => (await Promise.all([__webpack_require__.e(7934), __webpack_require__.e(8815), __webpack_require__.e(6752), __webpack_require__.e(9547), __webpack_require__.e(9605), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(6664), __webpack_require__.e(5546), __webpack_require__.e(1554), __webpack_require__.e(6248), __webpack_require__.e(2), __webpack_require__.e(2170), __webpack_require__.e(4892), __webpack_require__.e(3905), __webpack_require__.e(7953), __webpack_require__.e(9)]).then(__webpack_require__.bind(__webpack_require__, 30009))).drillMode(...run),
        };
    }),
    90615: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            Gj: () => (NO_ONE_NOTIFIED),
            QS: () => (CHECK_AREAS),
            od: () => (PANEL_STATES)
        });
        const PANEL_STATES = [
            'data',
            'warning',
            'no-data',
            'waiting',
            'too-early',
            'stale',
            'nan',
            'error',
            'not-checked',
            'other-source',
        ];
        const CHECK_AREAS = [
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
            'access',
            'health',
            'metrics-exposure',
            'delivery',
        ];
        const NO_ONE_NOTIFIED = 'alerts';
    })
};
