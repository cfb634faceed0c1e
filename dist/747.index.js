export const id = 747;
export const ids = [747];
export const modules = {
    40493: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            CS: () => (listFiles),
            Em: () => (MAX_DASHBOARD_BYTES),
            Fv: () => (walkFiles),
            OH: () => (openWorkspace),
            SH: () => (repositoryPath),
            j6: () => (existsInWorkspace),
            oS: () => (workspaceRoot),
            tc: () => (fromRoot),
            yR: () => (readText)
        });
        var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
        var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
        var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61469);
        const MAX_DASHBOARD_BYTES = 16_000_000;
        const workspaceRoot = ({ GITHUB_WORKSPACE }) => GITHUB_WORKSPACE ?? process.cwd();
        function openWorkspace(root, workingDirectory) {
            const real = realRoot(root);
            const wrong = (message) => unreadable('input/working-directory', message, 'Input working-directory is a folder of the repository, relative to its root. Is the repository checked out before this step?');
            try {
                const folder = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(real, workingDirectory));
                if (!inside(real, folder))
                    throw wrong(`The working directory ${workingDirectory} is outside of the workspace.`);
                if (!(0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(folder).isDirectory())
                    throw wrong(`The working directory ${workingDirectory} is not a folder.`);
                return { root: real, folder };
            }
            catch (error) {
                if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ)
                    throw error;
                throw wrong(`The working directory ${workingDirectory} does not exist.`);
            }
        }
        function realRoot(root) {
            try {
                return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root);
            }
            catch {
                const hint = 'Check out the repository before this step (actions/checkout), or correct GITHUB_WORKSPACE.';
                throw unreadable('input/workspace', `The workspace ${root} does not exist.`, hint);
            }
        }
        function readText(workspace, path, maxBytes = 1_000_000) {
            const file = repositoryPath(workspace, path);
            const pending = workspace.pending?.get(file);
            if (pending !== undefined)
                return { file, text: pending };
            const wrong = (message, hint) => unreadable('file/unreadable', `${file} ${message}.`, hint);
            try {
                const real = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path));
                if (!inside(workspace.root, real))
                    throw unreadable('file/outside', `${file} leads outside of the workspace.`, UNLINK);
                const stat = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(real);
                if (!stat.isFile())
                    throw wrong(`is ${stat.isDirectory() ? 'a folder' : 'not a file'}`, READABLE);
                const { size } = stat;
                if (size > maxBytes) {
                    const message = `${file} has ${size} bytes, more than the limit of ${maxBytes}.`;
                    throw unreadable('file/too-large', message, 'Is this the right file?');
                }
                return {
                    file,
                    text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode((0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real)),
                };
            }
            catch (error) {
                if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ)
                    throw error;
                const code = error.code;
                if (code === 'ENOENT' || code === 'ENOTDIR')
                    return undefined;
                if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
                    throw wrong('is not UTF-8 text', 'Save it as UTF-8.');
                throw wrong(`cannot be read: ${(0, _errors_js__WEBPACK_IMPORTED_MODULE_2__.bD)(error)}`, READABLE);
            }
        }
        const UNLINK = 'Replace the link with the file itself.';
        const READABLE = 'Check that it is a file and may be read.';
        function listFiles(workspace, path, ending) {
            const pending = pendingBelow(workspace, path).filter((one) => one.endsWith(ending));
            try {
                const absolute = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path));
                if (!(0, node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(absolute).isDirectory() || !inside(workspace.root, absolute))
                    return [path];
                const files = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path), { withFileTypes: true, recursive: true })
                    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
                    .map((entry) => (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.folder, (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name)));
                return [...new Set([...files, ...pending])].toSorted();
            }
            catch {
                return pending.length > 0 ? pending : [path];
            }
        }
        function pendingBelow(workspace, path) {
            const folder = repositoryPath(workspace, path);
            return [...(workspace.pending?.keys() ?? [])]
                .filter((file) => folder === '.' || file.startsWith(`${folder}/`))
                .map((file) => fromRoot(workspace, file))
                .toSorted();
        }
        function existsInWorkspace(workspace, path) {
            const absolute = (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path);
            if (workspace.pending?.has(repositoryPath(workspace, path)))
                return true;
            if (pendingBelow(workspace, path).length > 0)
                return true;
            return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(absolute) && inside(workspace.root, (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(absolute));
        }
        function walkFiles(workspace, { skips, maxFiles, maxDepth }) {
            const [paths, closed] = [[], []];
            paths.push(...pendingBelow(workspace, '').filter((path) => !path.split('/').slice(0, -1).some(skips)));
            const pending = new Set(paths);
            const folders = [{ path: '', depth: 0 }];
            for (let folder = folders.pop(); folder; folder = folders.pop())
                for (const entry of entriesOf(workspace, folder.path, closed)) {
                    const path = folder.path ? `${folder.path}/${entry.name}` : entry.name;
                    if (!entry.isDirectory()) {
                        if (!pending.has(path))
                            paths.push(path);
                    }
                    else if (!skips(entry.name) && folder.depth < maxDepth)
                        folders.push({ path, depth: folder.depth + 1 });
                    if (paths.length >= maxFiles)
                        return { paths: paths.toSorted(), incomplete: true, closed };
                }
            return { paths: paths.toSorted(), incomplete: false, closed };
        }
        function entriesOf(workspace, path, closed) {
            try {
                return (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path), { withFileTypes: true });
            }
            catch {
                closed.push(repositoryPath(workspace, path));
                return [];
            }
        }
        function fromRoot(workspace, path) {
            return (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.folder, (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.root, path));
        }
        function repositoryPath(workspace, path) {
            return (0, node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace.root, (0, node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace.folder, path)).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.';
        }
        const inside = (root, path) => path === root || path.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
        function unreadable(code, message, hint) {
            const problem = { code, severity: 'error', message, hint };
            return new _errors_js__WEBPACK_IMPORTED_MODULE_2__.lZ('configuration', [problem]);
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
