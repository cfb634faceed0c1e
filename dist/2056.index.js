export const id = 2056;
export const ids = [2056, 4803, 2550];
export const modules = {
    17751: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            $: () => (filesUrl),
            t: () => (workflowRun)
        });
        var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
        var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91060);
        const MAX_BYTES = 32_000_000;
        function workflowRun(env) {
            const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/.exec(env.GITHUB_REPOSITORY ?? '') ?? [];
            if (owner === undefined || repo === undefined)
                return undefined;
            const { GITHUB_EVENT_NAME: event = '', GITHUB_RUN_ID: runId = '' } = env;
            const apiUrl = env.GITHUB_API_URL || 'https://api.github.com';
            const home = `${env.GITHUB_SERVER_URL || 'https://github.com'}/${owner}/${repo}`;
            const payload = payloadOf(env.GITHUB_EVENT_PATH);
            return {
                apiUrl: apiUrl.replace(/(?<!\/)\/+$/, ''),
                repository: { owner, repo },
                event,
                pullRequest: pullRequestOf(payload, event),
                commit: commitOfEvent(payload, event) || (env.GITHUB_SHA ?? ''),
                runId: Number(/^\d{1,15}$/.exec(runId)?.[0] ?? 0),
                runUrl: runId === '' ? '' : `${home}/actions/runs/${runId}`,
                source: filesUrl(env),
            };
        }
        function filesUrl({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit, }) {
            return server && repository && commit ? `${server}/${repository}/blob/${commit}` : undefined;
        }
        function payloadOf(path) {
            if (!path)
                return {};
            try {
                const text = (0, node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8');
                const payload = text.length > MAX_BYTES ? undefined : (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__._D)(text);
                return (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__.OW)(payload) ? payload : {};
            }
            catch {
                return {};
            }
        }
        const objectAt = (value, key) => {
            const inner = value[key];
            return (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__.OW)(inner) ? inner : {};
        };
        function pullRequestOf(payload, event) {
            const pull = objectAt(payload, 'pull_request');
            const { number } = pull;
            if (typeof number !== 'number' || !Number.isSafeInteger(number))
                return undefined;
            const [head, base] = ['head', 'base'].map((side) => (0, _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__.tB)(objectAt(objectAt(pull, side), 'repo').full_name));
            return { number, isReadOnly: event !== 'pull_request_target' && head !== base };
        }
        const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
        function commitOfEvent(payload, event) {
            const candidates = [
                objectAt(objectAt(payload, 'pull_request'), 'head').sha,
                event === 'workflow_run' ? objectAt(payload, 'workflow_run').head_sha : undefined,
                objectAt(payload, 'merge_group').head_sha,
            ];
            return candidates.map(_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__.tB).find((sha) => COMMIT.test(sha)) ?? '';
        }
    }),
    52749: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            MV: () => (publicationOf),
            cP: () => (inputIn),
            p8: () => (modeIn)
        });
        var _inputs_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43636);
        const inputIn = (env) => (name) => (0, _inputs_names_js__WEBPACK_IMPORTED_MODULE_0__.JR)(env, name)?.trim() || undefined;
        const modeIn = (env) => inputIn(env)('mode') ?? 'deploy';
        function publicationOf(env, run) {
            const value = inputIn(env);
            return {
                mode: modeIn(env),
                config: value('config') ?? '',
                folder: value('working-directory') ?? '.',
                names: [value('app') ?? '', value('monitoring-app') ?? ''],
                commit: run?.commit ?? '',
                runUrl: run?.runUrl ?? '',
                runId: run?.runId ?? 0,
                source: run?.source,
            };
        }
    }),
    32056: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            publish: () => (publish)
        });
        var external_node_fs_ = __webpack_require__(73024);
        var external_node_path_ = __webpack_require__(76760);
        var core = __webpack_require__(46058);
        var json_text = __webpack_require__(72550);
        var temporary = __webpack_require__(4495);
        var action_items = __webpack_require__(68456);
        var headline = __webpack_require__(91218);
        var result = __webpack_require__(94803);
        var external_node_crypto_ = __webpack_require__(77598);
        var documentation = __webpack_require__(25478);
        var check_run = __webpack_require__(48643);
        var inert_text = __webpack_require__(68107);
        var report_publication = __webpack_require__(62360);
        ;
        const MAX_RESULTS = 5_000;
        const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
        function renderSarif(report, publication) {
            const all = (0, check_run.r)(report.problems);
            if (all.length === 0 && report.checked === undefined)
                return undefined;
            const shown = all.slice(0, MAX_RESULTS);
            const rules = [...Map.groupBy(shown, ({ code }) => code)].map(([code, [first]]) => ruleOf(code, first));
            const places = new Map(rules.map(({ id }, index) => [id, index]));
            const fingerprint = fingerprints();
            return {
                $schema: SCHEMA,
                version: '2.1.0',
                runs: [
                    {
                        tool: {
                            driver: {
                                name: 'deploy-monitoring',
                                informationUri: 'https://github.com/fechatter/deploy-monitoring',
                                rules,
                            },
                        },
                        automationDetails: { id: `deploy-monitoring/${publication.mode}/${(0, report_publication.TN)(publication)}/` },
                        columnKind: 'utf16CodeUnits',
                        results: shown.map((found) => ({
                            ruleId: found.code,
                            ruleIndex: places.get(found.code) ?? -1,
                            level: found.severity,
                            message: { text: messageOf(found) },
                            locations: [locationOf(found.at)],
                            partialFingerprints: { 'deployMonitoring/v1': fingerprint(found) },
                        })),
                    },
                ],
            };
        }
        function ruleOf(code, first) {
            const url = (0, documentation.bM)(code);
            return {
                id: code,
                shortDescription: { text: code },
                helpUri: url,
                help: {
                    text: `What it means, an example and how to silence it: ${url}`,
                    markdown: `[What it means, an example and how to silence it](${url})`,
                },
                defaultConfiguration: { level: first?.severity ?? 'warning' },
            };
        }
        const messageOf = ({ message, hint }) => `${(0, inert_text.U)(message, 1_000)} ${(0, inert_text.U)(hint, 1_000)}`.replace(/\{(?=\d+\})/g, '{\u200b');
        const locationOf = ({ file, line, column }) => ({
            physicalLocation: {
                artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
                region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
            },
        });
        function fingerprints() {
            const seen = new Map();
            return ({ code, at, message }) => {
                const identity = JSON.stringify([code, at.file, message.replace(/\d+/g, '0')]);
                const hash = (0, external_node_crypto_.createHash)('sha256').update(identity).digest('hex').slice(0, 32);
                const before = seen.get(hash) ?? 0;
                seen.set(hash, before + 1);
                return `${hash}:${before + 1}`;
            };
        }
        var summary = __webpack_require__(27980);
        var github_event = __webpack_require__(17751);
        var publication = __webpack_require__(52749);
        var lib_text = __webpack_require__(94869);
        var workflow_commands = __webpack_require__(41450);
        var rows = __webpack_require__(24098);
        ;
        function actionOutputs(report) {
            const { evidence } = report;
            const expected = evidence?.targets.filter((target) => target.state !== 'resting') ?? [];
            const missing = (evidence?.metrics ?? []).filter(({ state }) => state !== 'present' && state !== 'waiting');
            return {
                verdict: (0, headline.CL)(report),
                'monitoring-url': printable(report.monitoring?.url ?? ''),
                apps: list(report.apps.map((app) => ({ ...app }))),
                targets: list((evidence?.targets ?? []).map(target), ({ health }) => health !== 'up'),
                'targets-up': String(expected.filter((target) => target.state === 'up').length),
                'targets-total': String(expected.length),
                'metrics-missing': list(missing.map(({ service, name, state, nearMiss }) => ({
                    service,
                    name,
                    state,
                    nearMiss: nearMiss ?? null,
                }))),
                'panels-empty': list((0, rows.Xb)(evidence?.panels ?? []).map(({ dashboard, panel, refId, state }) => ({
                    dashboard: dashboard.uid,
                    panel: panel.title,
                    query: refId,
                    state,
                }))),
                dashboards: list(report.dashboards.map((dashboard) => ({ ...dashboard }))),
                changed: String(report.changes.some(({ result }) => result === 'done')),
            };
        }
        const target = ({ state, reason, lastScrape, samples, ...of }) => ({
            service: of.service,
            app: of.app,
            machine: of.machine,
            region: of.region,
            address: of.address,
            health: state,
            lastScrape: lastScrape ?? null,
            samples: samples ?? null,
            reason: reason ? `${reason.why} ${reason.next}` : null,
        });
        const MAX_BYTES = 90_000;
        function list(rows, comesFirst = () => false) {
            const whole = fitting(rows);
            const shown = whole.length === rows.length
                ? whole
                : fitting([...rows.filter(comesFirst), ...rows.filter((row) => !comesFirst(row))]);
            return `[${shown.join(',')}]`;
        }
        function fitting(rows) {
            const texts = [];
            let left = MAX_BYTES - '[]'.length;
            for (const row of rows) {
                const text = (0, json_text.jsonText)(printableRow(row));
                left -= Buffer.byteLength(text) + ','.length;
                if (left < 0)
                    break;
                texts.push(text);
            }
            return texts;
        }
        const printable = (text) => (0, workflow_commands.i)((0, lib_text.TN)(text, 1_000));
        const printableRow = (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? printable(value) : value]));
        var errors = __webpack_require__(61469);
        var lib_workspace = __webpack_require__(40493);
        var write_files = __webpack_require__(75289);
        ;
        function writeSarif(sarif, { folder, env, log }) {
            const value = (0, publication.cP)(env);
            const given = value('sarif-file');
            const workspace = (0, lib_workspace.oS)(env);
            const path = given === undefined
                ? (0, external_node_path_.join)(folder, 'findings.sarif')
                : (0, external_node_path_.resolve)(workspace, value('working-directory') ?? '.', given);
            const roots = given === undefined ? [folder] : [(0, temporary.y)(env), workspace];
            const root = roots.find((one) => path.startsWith(`${(0, external_node_path_.resolve)(one)}/`)) ?? workspace;
            try {
                const file = { path: (0, external_node_path_.relative)(root, path), text: `${(0, json_text.jsonText)(sarif)}\n`, executable: false };
                (0, write_files.h)((0, external_node_fs_.realpathSync)(root), [file]);
                return path;
            }
            catch (error) {
                if (!(error instanceof errors.lZ))
                    throw error;
                for (const problem of error.problems)
                    log.problem({ ...problem, severity: 'warning' });
                return '';
            }
        }
        ;
        function publish(report, env, log) {
            annotate(report, log);
            const text = (0, summary.B)(report, (0, github_event.$)(env));
            attempt(log, 'The job summary', () => {
                if (env.GITHUB_STEP_SUMMARY)
                    (0, external_node_fs_.appendFileSync)(env.GITHUB_STEP_SUMMARY, text);
            });
            const files = filesFor(report, text, env, log);
            attempt(log, 'The outputs', () => {
                for (const [name, value] of Object.entries({ ...actionOutputs(report), ...files }))
                    core.uH(name, value);
            });
            log.info((0, headline.Pl)(report));
        }
        function filesFor(report, text, env, log) {
            const paths = { 'summary-path': '', 'sarif-file': '' };
            attempt(log, 'The summary', () => {
                const folder = (0, external_node_fs_.mkdtempSync)((0, external_node_path_.join)((0, temporary.y)(env), 'deploy-monitoring-summary-'));
                (0, external_node_fs_.writeFileSync)((0, external_node_path_.join)(folder, 'summary.md'), text);
                paths['summary-path'] = (0, external_node_path_.join)(folder, 'summary.md');
                (0, external_node_fs_.writeFileSync)((0, external_node_path_.join)(folder, 'summary.json'), `${(0, json_text.jsonText)((0, result.toResult)(report), 2)}\n`);
                attempt(log, 'The findings as SARIF', () => {
                    const sarif = renderSarif(report, (0, publication.MV)(env, (0, github_event.t)(env)));
                    if (sarif)
                        paths['sarif-file'] = writeSarif(sarif, { folder, env, log });
                });
            });
            return paths;
        }
        function annotate(report, log) {
            for (const { severity, code, subject, at, what, next } of (0, action_items.r)(report)) {
                const message = at || subject === '' ? what : `${subject}: ${what}`;
                log.problem({ code, severity, message, hint: next, ...(at && { at }) });
            }
        }
        function attempt(log, what, write) {
            try {
                write();
            }
            catch (error) {
                log.info(`${what} could not be written: ${error instanceof Error ? error.message : String(error)}`);
            }
        }
    }),
    25478: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            Hy: () => (PACKAGE),
            Y_: () => (RUNBOOKS_URL),
            bM: () => (findingUrl),
            oV: () => (runbookUrl),
            vl: () => (BY_NPX)
        });
        const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
        const PACKAGE = 'github:fechatter/deploy-monitoring';
        const BY_NPX = `npx --allow-git=root ${PACKAGE}`;
        const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
        const RUNBOOKS_URL = `${REPOSITORY}/blob/main/docs/alerts/README.md`;
        const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/${code.includes('/') ? `findings/${code}` : 'findings'}.md`;
    }),
    72550: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            jsonText: () => (jsonText)
        });
        var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
        var _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41450);
        function jsonText(value, indent = 0) {
            const text = JSON.stringify(value, null, indent);
            return (0, _workflow_commands_js__WEBPACK_IMPORTED_MODULE_1__.B)(text.replace(_text_js__WEBPACK_IMPORTED_MODULE_0__.PR, (unseen) => unseen.replace(/[^\n]/g, escaped)));
        }
        const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    }),
    91060: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            DI: () => (tooDeep),
            FS: () => (equalJson),
            Mz: () => (mapMembers),
            OW: () => (isJsonObject),
            Qv: () => (objectsIn),
            _D: () => (jsonOrUndefined),
            dj: () => (canonicalJson),
            qK: () => (nestsTooDeep),
            sc: () => (sha256),
            tB: () => (stringIn),
            to: () => (mapStrings)
        });
        var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
        const isJsonObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
        const objectsIn = (value) => Array.isArray(value) ? value.filter(isJsonObject) : [];
        const stringIn = (value) => (typeof value === 'string' ? value : '');
        function jsonOrUndefined(text) {
            try {
                return JSON.parse(text);
            }
            catch {
                return undefined;
            }
        }
        const MAX_DEPTH = 100;
        function tooDeep(value, depth = 0) {
            if (value === null || typeof value !== 'object')
                return false;
            if (depth > MAX_DEPTH)
                return true;
            if (Array.isArray(value)) {
                for (const item of value)
                    if (tooDeep(item, depth + 1))
                        return true;
            }
            else
                for (const key in value)
                    if (tooDeep(value[key], depth + 1))
                        return true;
            return false;
        }
        const MAX_LEVELS = 1_000;
        const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
            0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
        ];
        function nestsTooDeep(json) {
            let levels = 0;
            let isInString = false;
            for (let i = 0; i < json.length; i++) {
                const code = json.charCodeAt(i);
                if (isInString) {
                    if (code === BACKSLASH)
                        i++;
                    else if (code === QUOTE)
                        isInString = false;
                }
                else if (code === QUOTE)
                    isInString = true;
                else if (code === CLOSE_LIST || code === CLOSE_OBJECT)
                    levels--;
                else if ((code === OPEN_LIST || code === OPEN_OBJECT) && ++levels > MAX_LEVELS)
                    return true;
            }
            return false;
        }
        const canonicalJson = (value) => JSON.stringify(sorted(value));
        function sorted(value) {
            if (Array.isArray(value))
                return value.map(sorted);
            if (!isJsonObject(value))
                return value;
            const keys = Object.keys(value).sort();
            return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
        }
        function equalJson(a, b) {
            if (a === b)
                return true;
            if (Array.isArray(a)) {
                if (!Array.isArray(b) || a.length !== b.length)
                    return false;
                for (let i = 0; i < a.length; i++)
                    if (!equalJson(a[i], b[i]))
                        return false;
                return true;
            }
            if (!isJsonObject(a) || !isJsonObject(b))
                return false;
            let more = 0;
            for (const _ in b)
                more += 1;
            for (const key in a) {
                if (!Object.hasOwn(b, key) || !equalJson(a[key], b[key]))
                    return false;
                more -= 1;
            }
            return more === 0;
        }
        const sha256 = (text) => (0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
        function mapMembers(value, change, context) {
            if (Array.isArray(value))
                return mapItems(value, change, context);
            let copy;
            for (const key in value) {
                const member = value[key];
                const changed = change(member, context, key);
                if (changed === member)
                    continue;
                copy ??= { ...value };
                copy[key] = changed;
            }
            return copy ?? value;
        }
        function mapItems(items, change, context) {
            let copy;
            for (let i = 0; i < items.length; i++) {
                const changed = change(items[i], context);
                if (changed === items[i])
                    continue;
                copy ??= [...items];
                copy[i] = changed;
            }
            return copy ?? items;
        }
        function mapStrings(value, change) {
            if (typeof value === 'string')
                return change(value);
            return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
        }
    }),
    75289: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            h: () => (writeFiles)
        });
        var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
        var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
        var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
        var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(61469);
        function writeFiles(root, files) {
            const problems = files.flatMap(({ path }) => outOfPlace(root, path));
            if (problems.length > 0)
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.lZ('configuration', problems);
            for (const { path, text, executable } of files) {
                const target = (0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path);
                try {
                    (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), { recursive: true });
                    replaceFile(target, text, executable);
                }
                catch (error) {
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__.lZ('configuration', [writeProblem(path, `cannot be written: ${(0, _errors_js__WEBPACK_IMPORTED_MODULE_3__.bD)(error)}`)]);
                }
            }
        }
        function outOfPlace(root, path) {
            const folder = existingParent((0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, path)));
            const real = (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.realpathSync)(folder);
            if (real !== root && !real.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_2__.sep))
                return [writeProblem(path, 'leads outside of the repository')];
            return (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(real).isDirectory()
                ? []
                : [writeProblem(path, `cannot be written: ${(0, node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, real)} is not a folder`)];
        }
        function replaceFile(target, text, executable) {
            const fresh = (0, node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target), `.${(0, node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}.tmp`);
            try {
                (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(fresh, text, { flag: 'wx' });
                if (executable)
                    (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(fresh, 0o755);
                (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(fresh, target);
            }
            finally {
                (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(fresh, { force: true });
            }
        }
        function existingParent(path) {
            return (0, node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path, { throwIfNoEntry: false }) ? path : existingParent((0, node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path));
        }
        const writeProblem = (path, message) => ({
            code: 'file-not-written',
            severity: 'error',
            message: `${path} ${message}.`,
            hint: 'Its parent must be a folder of the repository that is writable.',
        });
    }),
    48643: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            k: () => (renderCheckRun),
            r: () => (withPlaces)
        });
        var _headline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91218);
        var _inert_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68107);
        var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11494);
        var _publication_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62360);
        const MAX_ANNOTATIONS = 500;
        function renderCheckRun(report, publication, isFailed) {
            return {
                name: checkName(publication),
                conclusion: isFailed ? 'failure' : (0, _headline_js__WEBPACK_IMPORTED_MODULE_0__.CL)(report) === 'unproven' ? 'neutral' : 'success',
                title: (0, _inert_text_js__WEBPACK_IMPORTED_MODULE_1__.U)((0, _headline_js__WEBPACK_IMPORTED_MODULE_0__.Pl)(report), 200),
                summary: `${(0, _markdown_js__WEBPACK_IMPORTED_MODULE_2__.FV)((0, _headline_js__WEBPACK_IMPORTED_MODULE_0__.Pl)(report), 1_000)}.`,
                text: (0, _publication_js__WEBPACK_IMPORTED_MODULE_3__.l8)(report, publication),
                annotations: withPlaces(report.problems).slice(0, MAX_ANNOTATIONS).map(annotationOf),
            };
        }
        function checkName(publication) {
            const parts = [publication.mode === 'contract' ? 'contract' : '', (0, _publication_js__WEBPACK_IMPORTED_MODULE_3__.$5)(publication)];
            const others = parts.filter((part) => part !== '');
            return (0, _inert_text_js__WEBPACK_IMPORTED_MODULE_1__.U)(`deploy-monitoring${others.length === 0 ? '' : ` (${others.join(', ')})`}`, 200);
        }
        function withPlaces(problems) {
            const placed = problems.filter((problem) => problem.at !== undefined);
            const { error = [], warning = [] } = Object.groupBy(placed, ({ severity }) => severity);
            return [...error, ...warning];
        }
        const annotationOf = ({ at, severity, code, message, hint }) => ({
            path: at.file,
            line: Math.max(1, at.line),
            column: Math.max(1, at.column),
            level: severity === 'error' ? 'failure' : 'warning',
            title: (0, _inert_text_js__WEBPACK_IMPORTED_MODULE_1__.U)(code, 200),
            message: `${(0, _inert_text_js__WEBPACK_IMPORTED_MODULE_1__.U)(message, 1_000)}\n${(0, _inert_text_js__WEBPACK_IMPORTED_MODULE_1__.U)(hint, 1_000)}`,
        });
    }),
    68107: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            U: () => (inertText)
        });
        var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94869);
        const CALLS = /[@#](?=\w)|\bgh-(?=\d)|\](?=\()|:(?=\/\/)|\bwww(?=\.)/gi;
        const inertText = (text, limit) => (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_0__.TN)(text, limit).replace(CALLS, '$&\u200b');
    }),
    11494: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            zH: () => (details),
            FV: () => (escapeMarkdown),
            OF: () => (fenced),
            ti: () => (inlineCode),
            iQ: () => (markdownLink),
            Rw: () => (proseMarkdown),
            tp: () => (table)
        });
        var lib_text = __webpack_require__(94869);
        var workflow_commands = __webpack_require__(41450);
        ;
        const APART = '&#8203;';
        const TOKEN = /(@(?!\s|$)|#(?=\d))|(\w[\w-]*)|:(?=\/\/)|(?<=www)\.|[\\`*~|[\]]|<(?!\s|$)|&(?=[#\w])|#(?=#|$|\s)|\$/gi;
        const AT_START = /^(?:[-+=>#]|(?<number>\d{1,9})(?=[.)]))/;
        const UNDERSCORE = /(?<![a-z0-9])_|_(?![a-z0-9])/gi;
        const ISSUE = /(?<![a-z0-9])gh-(?=\d)/gi;
        const COMMIT = /(?:^|-)[0-9a-f]{7,40}(?:-|$)/i;
        function inert(text, commits, isStart = true) {
            const safe = text.replace(TOKEN, (token, call, word) => {
                if (call)
                    return call + APART;
                if (!word)
                    return token === '$' ? '&#36;' : `\\${token}`;
                if (COMMIT.test(word))
                    return commits(word);
                return word.replace(UNDERSCORE, '\\_').replace(ISSUE, `$&${APART}`);
            });
            return isStart
                ? safe.replace(AT_START, (found, number) => (number ? `${number}\\` : `\\${found}`))
                : safe;
        }
        const REFERENCE = /(@|#(?=\d)|(?<![a-z0-9])gh-(?=\d))|(?<!\w)([0-9a-f]{7,40})(?!\w)|[&<>"]/gi;
        const inertHtml = (text) => text.replace(REFERENCE, (token, call, commit) => call ? call + APART : commit ? `<code>${commit}</code>` : `&#${token.charCodeAt(0)};`);
        ;
        const SPAN = '(?<![^\\s(\\["\'/:=])`([^`\\s](?:[^`]{0,198}[^`\\s])?)`(?![\\w`])';
        const TECHNICAL = [
            'https?:\\/\\/[^\\s<>"\'`]*[^\\s<>"\'`.,;:!?)\\]]',
            'fly(?:ctl)?(?: [\\w"=./@:{}~-]{1,60}){1,12}? -a \\w[\\w-]*(?: --machine \\w+)?',
            '\\[[\\da-f:.*]{2,45}\\](?::\\d{1,5})?',
            '(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?(?![\\w.])',
            '(?<![\\w.-])[\\w-]{1,60}(?:\\.[\\w-]{1,60}){0,4}\\.(?:internal|dev|ya?ml|toml|json)(?::\\d{1,5})?(?![\\w-])',
            '(?<![\\w-])[a-zA-Z][a-zA-Z\\d]*(?:_[a-zA-Z\\d]+)+(?![\\w-])',
            '(?<=\\bports? )\\d{1,5}(?!\\w)',
            '(?<=[\\s(])\\/[a-z][\\w./-]*\\w',
            '(?<![\\w-])(?=[a-f]*\\d)[\\da-f]{7,40}(?![\\w-])',
        ].join('|');
        const OWN = new RegExp(`${SPAN}|(${TECHNICAL})`, 'g');
        const FOREIGN = new RegExp(`()(${TECHNICAL})`, 'g');
        const prose = (text, limit = 1_000) => partsOf((0, lib_text.TN)(text, limit), OWN);
        const verbatim = (text, limit = 500) => partsOf((0, lib_text.TN)(text, limit), FOREIGN);
        function partsOf(line, pattern) {
            const parts = [];
            const add = (text, code) => {
                const last = parts.at(-1);
                if (last?.code === code)
                    last.text += text;
                else if (text !== '')
                    parts.push({ text, code });
            };
            let from = 0;
            for (const match of line.matchAll(pattern)) {
                add(line.slice(from, match.index), false);
                add(match[1] || match[2] || '', true);
                from = match.index + match[0].length;
            }
            add(line.slice(from), false);
            return parts;
        }
        const plainParts = (parts) => parts.map(({ text }) => text).join('');
        ;
        const MAX_ROWS = 200;
        const escapeMarkdown = (text, limit = 500) => markdownOf(verbatim(text, limit));
        const proseMarkdown = (text, limit = 1_000) => markdownOf(prose(text, limit));
        const markdownOf = (parts) => parts.map(({ text, code }, i) => (code ? codeSpan(text) : inert(text, codeSpan, i === 0))).join('');
        function inlineCode(text, limit = 500) {
            const line = (0, lib_text.TN)(text, limit);
            return line === '' ? '' : codeSpan(line);
        }
        const codeSpan = (line) => /[`\\|]/.test(line) || (0, workflow_commands.i)(line) !== line
            ? `<code>${inert(line, (word) => word)}</code>`
            : `\`${line}\``;
        function markdownLink(label, address, show = escapeMarkdown) {
            const url = URL.parse(address);
            if (!url || !['http:', 'https:'].includes(url.protocol))
                return show(label);
            const href = url.href.replace(/[<>|`\\]/g, encodeURIComponent).replaceAll('&', '&amp;');
            return `[${show(label)}](<${href}>)`;
        }
        function table(head, rows) {
            const line = (cells) => `| ${cells.join(' | ')} |`;
            const shown = rows.slice(0, MAX_ROWS).map(line);
            const more = rows.length > MAX_ROWS ? `\n\n… and ${rows.length - MAX_ROWS} more.` : '';
            return `${[line(head), line(head.map(() => '---')), ...shown].join('\n')}${more}`;
        }
        function details(title, body) {
            return `<details><summary>${inertHtml((0, lib_text.TN)(title))}</summary>\n\n${body}\n\n</details>`;
        }
        function fenced(lines, language = '') {
            const safe = lines.map((line) => (0, workflow_commands.i)((0, lib_text.TN)(line, 2_000)));
            const longest = Math.max(2, ...safe.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
            const fence = '`'.repeat(longest + 1);
            return [fence + language, ...safe, fence].join('\n');
        }
    }),
    62360: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            AS: () => (item),
            TN: () => (keyOf),
            $5: () => (otherConfiguration),
            l8: () => (renderPublished)
        });
        var external_node_crypto_ = __webpack_require__(77598);
        var external_node_path_ = __webpack_require__(76760);
        ;
        const ELEMENT = /<(\/?)(?:details|table|blockquote|div|ul|ol|picture|pre)\b/g;
        const FENCE = /^ {0,3}(`{3,}|~{3,})/;
        function cutMarkdown(markdown, maxBytes, note) {
            if (Buffer.byteLength(markdown) <= maxBytes)
                return markdown;
            const lines = markdown.split('\n');
            const nesting = createNesting();
            let size = Buffer.byteLength(`\n\n${note}\n`);
            let kept = 0;
            for (const [i, line] of lines.entries()) {
                size += Buffer.byteLength(line) + 1;
                if (size > maxBytes)
                    break;
                if (nesting.isOutsideAfter(line))
                    kept = i + 1;
            }
            return `${lines.slice(0, kept).join('\n').trimEnd()}\n\n${note}\n`;
        }
        function createNesting() {
            let depth = 0;
            let fence = '';
            return {
                isOutsideAfter(line) {
                    const [, ticks = ''] = FENCE.exec(line) ?? [];
                    if (fence !== '') {
                        if (ticks.startsWith(fence) && line.trim() === ticks)
                            fence = '';
                    }
                    else if (ticks !== '')
                        fence = ticks;
                    else
                        for (const [, isEnd] of line.matchAll(ELEMENT))
                            depth += isEnd ? -1 : 1;
                    return depth <= 0 && fence === '';
                },
            };
        }
        var markdown = __webpack_require__(11494);
        var summary = __webpack_require__(27980);
        ;
        const USUAL = 'monitoring.yml';
        function otherConfiguration({ config, folder }) {
            const path = external_node_path_.posix.join(folder || '.', config || USUAL);
            return path === USUAL ? '' : path;
        }
        function keyOf(publication) {
            const { mode, names } = publication;
            const identity = JSON.stringify([mode, otherConfiguration(publication), ...names]);
            return (0, external_node_crypto_.createHash)('sha256').update(identity).digest('hex').slice(0, 16);
        }
        const MAX_BYTES = 65_535;
        const CUT = '_The rest is in the job summary of the run, which has no such limit._';
        function renderPublished(report, publication, marker) {
            const { mode, commit, runUrl, source } = publication;
            const config = otherConfiguration(publication);
            const about = [
                `mode ${(0, markdown.ti)(mode)}`,
                ...(config === '' ? [] : [(0, markdown.ti)(config)]),
                ...(commit === '' ? [] : [`commit ${(0, markdown.ti)(commit.slice(0, 7))}`]),
                ...(runUrl === '' ? [] : [(0, markdown.iQ)('run', runUrl)]),
            ];
            const head = marker === undefined ? '' : `${marker}\n`;
            const foot = `\n<sub>${about.join(' · ')}</sub>\n`;
            const room = MAX_BYTES - Buffer.byteLength(head + foot);
            return head + cutMarkdown((0, summary.B)(report, source), room, CUT) + foot;
        }
        const item = (code, subject) => `- ${(0, markdown.ti)(code)}${subject === '' ? '' : ` ${(0, markdown.FV)(subject, 200)}`}`;
    }),
    94803: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            toResult: () => (toResult)
        });
        var dist = __webpack_require__(77934);
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
            state: dist.KIO(evidence.od),
            ...claim,
            absent: dist.YOg(dist.YjP()),
            dataFrom: dist.lqM(dist.FsL(dist.YjP(), dist.h_('When there will be data: the query looks back further than there are samples.'))),
            next: dist.lqM(dist.YjP()),
        });
        const check = dist.Ikc({
            area: dist.KIO(evidence.QS),
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
    }),
    27980: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            B: () => (renderSummary)
        });
        var lib_text = __webpack_require__(94869);
        var action_items = __webpack_require__(68456);
        var markdown = __webpack_require__(11494);
        var report_rows = __webpack_require__(24098);
        ;
        function renderSection({ title, body, isOpen }) {
            if (body === '')
                return '';
            return isOpen ? `## ${title}\n\n${body}` : (0, markdown.zH)(title, body);
        }
        const joined = (...parts) => parts.filter((part) => part !== '').join('\n\n');
        ;
        const STATE = {
            'no-machine': '🔴&nbsp;no machine',
            down: '🔴&nbsp;down',
            unknown: '⚪&nbsp;not checked',
            up: '🟢&nbsp;up',
            resting: '⚪&nbsp;resting',
        };
        function targetSections({ mode, evidence }) {
            if (!evidence)
                return [];
            const { well = [], wrong = [] } = Object.groupBy((0, report_rows.dg)(evidence), ({ state }) => state === 'up' || state === 'resting' ? 'well' : 'wrong');
            const time = mode === 'verify' ? 'when this check began' : 'when the last deploy ended';
            const note = evidence.mark
                ? `Only scrapes after ${clock(evidence.mark)} on Prometheus' clock count, the time ${time}.`
                : '';
            const up = well.filter(({ state }) => state === 'up').length;
            const resting = well.length - up;
            const healthy = `🟢 ${(0, lib_text.U9)(up, 'target')} up${resting > 0 ? `, ${resting} allowed to be stopped` : ''}`;
            return [
                { title: 'Scrape targets', body: wrong.length > 0 ? joined(targetTable(wrong), note) : '', isOpen: true },
                { title: healthy, body: well.length > 0 ? joined(targetTable(well), note) : '', isOpen: false },
            ];
        }
        const FEW_TARGETS = 20;
        function targetTable(rows) {
            const isFew = rows.length <= FEW_TARGETS;
            const groups = isFew ? rows.flatMap((row) => (0, report_rows.GC)([row])) : (0, report_rows.GC)(rows);
            const columns = isFew
                ? ['', 'service', 'machine', 'last scrape', 'samples']
                : ['', 'service', 'machines', 'last scrape', 'samples'];
            const hasReasons = groups.some(({ why }) => why !== '');
            return (0, markdown.tp)(hasReasons ? [...columns, 'what Prometheus says'] : columns, groups.map((group) => [...targetCells(group), ...(hasReasons ? [(0, markdown.FV)(group.why, 300)] : [])]));
        }
        const targetCells = ({ state, service, machines, region, lastScrape, samples, lost, }) => {
            const [only = ''] = machines;
            const where = region === '' ? '' : `&nbsp;${(0, markdown.FV)(region)}`;
            const some = machines.length > 3 ? `${machines.length}` : machines.map((name) => (0, markdown.ti)(name)).join(', ');
            return [
                STATE[state],
                (0, markdown.FV)(service),
                only === '' ? '' : `${some}${where}`,
                clock(lastScrape),
                `${samples || ''}${lost ? ` (${lost} lost)` : ''}`,
            ];
        };
        const MAX_NAMES = 20;
        function contractSection({ evidence, verdict }) {
            const { lines, metrics, panels } = evidence
                ? (0, report_rows.Sv)(evidence)
                : { lines: [], metrics: [], panels: [] };
            const isOpen = verdict.failures.some(({ area, because, accepted }) => /^(?:metrics|panels)$/.test(area) && because === undefined && !accepted);
            const items = lines.map(({ text, names }) => {
                const about = (0, lib_text.H$)(names.map((name) => (0, markdown.ti)(name)), MAX_NAMES);
                return `- ${text}${about === '' ? '' : `: ${about}`}`;
            });
            const body = joined(items.join('\n'), wrong(['', 'metric', 'service', 'what is wrong'], metrics, markdown.ti), wrong(['', 'panel', 'dashboard', 'what is wrong'], panels, markdown.FV));
            return { title: 'Metrics and panels', body, isOpen };
        }
        function wrong(head, rows, show) {
            if (rows.length === 0)
                return '';
            return (0, markdown.tp)(head, rows.map(({ state, name, of, why }) => [
                (0, markdown.FV)(state),
                show(name),
                (0, markdown.FV)(of),
                (0, markdown.Rw)(why, 300),
            ]));
        }
        function acceptedSection(failures) {
            const rows = failures.flatMap(({ accepted, code, subject }) => accepted
                ? [[(0, markdown.ti)(code), (0, markdown.FV)(subject), (0, markdown.FV)(accepted.reason, 300), accepted.until]]
                : []);
            const body = rows.length === 0 ? '' : (0, markdown.tp)(['claim', 'of', 'reason', 'until'], rows);
            return { title: `Accepted although unproven: ${(0, lib_text.U9)(rows.length, 'claim')}`, body, isOpen: false };
        }
        function alertSection(evidence) {
            const all = evidence ? (0, report_rows.Mf)(evidence) : [];
            const rows = all.map(({ state, name, summary: text, since }) => [
                state === 'firing' ? '🔥 firing' : '⏳ pending',
                (0, markdown.FV)(name),
                (0, markdown.FV)(text),
                clock(since),
            ]);
            return {
                title: 'Alerts',
                body: rows.length === 0 ? '' : (0, markdown.tp)(['', 'alert', 'summary', 'since'], rows),
                isOpen: all.some(({ state }) => state === 'firing'),
            };
        }
        function sloSection(evidence) {
            const sign = { holds: '🟢', warning: '🟡', broken: '🔴', 'not-checked': '⚪', 'nothing-to-check': '⚪' };
            const rows = (evidence?.checks ?? []).flatMap(({ area, subject, outcome, why }) => area === 'slo' ? [[sign[outcome], (0, markdown.FV)(subject), (0, markdown.FV)(why, 300)]] : []);
            return {
                title: 'Objectives',
                body: rows.length === 0 ? '' : (0, markdown.tp)(['', 'objective', 'error budget'], rows),
                isOpen: rows.some(([state]) => state !== '🟢'),
            };
        }
        function checkSection(evidence) {
            const sign = { holds: '✔', warning: '⚠', broken: '✖', 'not-checked': '?', 'nothing-to-check': '–' };
            const rows = (evidence?.checks ?? []).map(({ outcome, area, subject, certainty, why }) => [
                sign[outcome],
                (0, markdown.FV)(area),
                (0, markdown.FV)(subject),
                (0, markdown.FV)(certainty),
                (0, markdown.Rw)(why, 300),
            ]);
            const body = rows.length === 0 ? '' : (0, markdown.tp)(['', 'what', 'of', 'certainty', 'why'], rows);
            return { title: 'What else was checked', body, isOpen: false };
        }
        const clock = (iso) => iso ? `${(0, markdown.FV)(iso.slice(11, 19))}&nbsp;UTC` : '';
        var documentation = __webpack_require__(25478);
        ;
        const MAX_TODOS = 50;
        const FEW_PLACES = 5;
        const MAX_PLACES = 100;
        const signOf = ({ severity, outcome }) => outcome === 'not-checked' ? '⚪' : severity === 'error' ? '🔴' : '🟡';
        function whatToDo(todo, source) {
            const items = todo.slice(0, MAX_TODOS).map((item) => itemOf(item, source));
            const more = todo.length > MAX_TODOS ? [`- … and ${todo.length - MAX_TODOS} more, see the tables.`] : [];
            return [...items, ...more].join('\n');
        }
        function itemOf(item, source) {
            const { subject, code, outcome, what, next } = item;
            const label = subject === '' ? '' : `**${labelOf(item, source)}**: `;
            const name = outcome ? ` ${(0, markdown.ti)(code)}` : '';
            return `- ${signOf(item)} ${label}${(0, markdown.Rw)(what)}${name}${remedy(next)}`;
        }
        const remedy = (next) => (next === '' ? '' : `<br>→ ${(0, markdown.Rw)(next)}`);
        function findings(todo, source) {
            const groups = [...Map.groupBy(todo, ({ code }) => code)];
            return groups.map(([code, items]) => findingGroup(code, items, source)).join('\n\n');
        }
        function findingGroup(code, items, source) {
            const [first] = items;
            if (!first)
                return '';
            const title = `${signOf(first)} ${(0, markdown.iQ)(code, (0, documentation.bM)(code))}`;
            if (items.length === 1)
                return `${title}\n${placeOf(first, source, true)}`;
            const files = [...new Set(items.flatMap(({ at }) => at?.file ?? []))];
            const where = files.length === 0 ? '' : ` in ${(0, lib_text.H$)(files.map((file) => (0, markdown.ti)(file)))}`;
            const hints = new Set(items.map(({ next }) => next));
            const isShared = hints.size === 1;
            const places = items
                .toSorted((a, b) => files.indexOf(a.at?.file ?? '') - files.indexOf(b.at?.file ?? ''))
                .slice(0, MAX_PLACES)
                .map((item) => placeOf(item, source, !isShared));
            const more = items.length > MAX_PLACES ? [`- … and ${items.length - MAX_PLACES} more`] : [];
            const body = [...places, ...more].join('\n');
            const head = `${title}: ${(0, lib_text.U9)(items.length, 'place')}${where}${isShared ? remedy(first.next) : ''}`;
            if (items.length <= FEW_PLACES)
                return `${head}\n${body}`;
            return `${head}\n\n${(0, markdown.zH)((0, lib_text.U9)(items.length, 'place'), body)}`;
        }
        function placeOf(item, source, withRemedy) {
            const { subject, what, next } = item;
            const label = subject === '' ? '' : `${labelOf(item, source)}: `;
            return `- ${label}${(0, markdown.Rw)(what)}${withRemedy ? remedy(next) : ''}`;
        }
        const labelOf = ({ subject, at }, source) => at ? (0, markdown.iQ)(subject, source ? fileUrl(source, at) : '', markdown.ti) : (0, markdown.FV)(subject);
        const fileUrl = (source, { file, line }) => `${source}/${file.split('/').map(encodeURIComponent).join('/')}#L${line}`;
        var headline = __webpack_require__(91218);
        ;
        const MAX_BYTES = 1_000_000;
        const ICON = { proven: '✅', unproven: '⚠️', done: '✅', failed: '❌' };
        function renderSummary(report, source) {
            const items = (0, action_items.r)(report);
            const list = report.mode === 'plan' ? findings(items, source) : whatToDo(items, source);
            const sections = [
                { title: report.mode === 'plan' ? 'Findings' : 'What to do', body: list, isOpen: true },
                acceptedSection(report.verdict.failures),
                ...targetSections(report),
                alertSection(report.evidence),
                sloSection(report.evidence),
                contractSection(report),
                changes(report.changes),
                checkSection(report.evidence),
                skipped(report),
                byHand(report),
                timings(report),
            ];
            const head = `# ${ICON[(0, headline.CL)(report)]} ${(0, markdown.Rw)((0, headline.Pl)(report), 300)}`;
            return fitting([joined(head, facts(report), links(report)), ...sections.map(renderSection)].filter((part) => part !== ''));
        }
        function facts(report) {
            const { commit, actor } = report;
            const parts = [
                ...((0, headline.Pl)(report) === (0, headline.Bs)(report) ? [] : [(0, markdown.Rw)((0, headline.Bs)(report))]),
                ...since(report),
                ...(commit === undefined ? [] : [`commit ${(0, markdown.ti)(commit.slice(0, 7))}`]),
                ...(actor === undefined ? [] : [`by ${(0, markdown.FV)(actor, 60)}`]),
            ];
            return parts.join(' · ');
        }
        function since({ verdict }) {
            const first = verdict.failures.find(({ because, accepted }) => because === undefined && !accepted);
            if (first?.lastHeld === undefined)
                return [];
            if (first.lastHeld === null)
                return ['not well in the last 2 days'];
            return [`last well ${(0, markdown.FV)(first.lastHeld.slice(0, 16).replace('T', ' '))} UTC`];
        }
        function links({ monitoring, health, dashboards: shown, evidence, changes }) {
            const dashboards = shown.filter(({ url, result }) => url !== '' && result !== 'failed');
            const isUp = monitoring !== undefined && evidence?.mark !== undefined;
            const apps = evidence?.checks.filter(({ area, outcome }) => area === 'health' && outcome === 'holds') ?? [];
            const parts = [
                ...(isUp
                    ? [(0, markdown.iQ)('Prometheus', monitoring.url), (0, markdown.iQ)('its targets', `${monitoring.url}/targets`)]
                    : []),
                ...health
                    .filter((url) => apps.some(({ subject }) => subject === url))
                    .map((url) => (0, markdown.iQ)(URL.parse(url)?.host ?? url, url)),
                ...dashboards.map((d) => (0, markdown.iQ)(d.title, d.url)),
                ...(isUp || (dashboards.length > 0 && changes.length > 0) ? silenceLink(monitoring) : []),
            ];
            return parts.join(' · ');
        }
        function silenceLink(monitoring) {
            const silence = monitoring?.silence;
            return silence !== undefined && /^https?:/.test(silence) ? [(0, markdown.iQ)('silence an alert', silence)] : [];
        }
        const RESULT = { done: '✔', unchanged: '=', kept: '✋', failed: '❌', 'not-run': '–' };
        function changes(all) {
            const rows = all.map(({ result, subject, what, why, seconds }) => [
                RESULT[result],
                (0, markdown.ti)(subject),
                (0, markdown.Rw)(what, 200),
                (0, markdown.Rw)(capitalised(why), 200),
                seconds === undefined ? '' : `${seconds.toFixed(1)}&nbsp;s`,
            ]);
            const failed = all.filter(({ result }) => result === 'failed' || result === 'not-run').length;
            const done = all.filter(({ result }) => result === 'done').length;
            return {
                title: `What this run did: ${failed > 0 ? `${failed} of ${(0, lib_text.U9)(all.length, 'step')} failed or not run` : `${(0, lib_text.U9)(done, 'change')}`}`,
                body: rows.length === 0 ? '' : (0, markdown.tp)(['', 'on', 'what', 'why', ''], rows),
                isOpen: failed > 0,
            };
        }
        const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
        function skipped({ skipped: parts }) {
            const rows = parts.map(({ part, why, set }) => [
                (0, markdown.Rw)(part),
                (0, markdown.Rw)(why),
                (0, markdown.Rw)(set),
            ]);
            const body = rows.length === 0 ? '' : (0, markdown.tp)(['part', 'why', 'to enable it, set'], rows);
            return { title: `Skipped: ${(0, lib_text.U9)(rows.length, 'part')}`, body, isOpen: false };
        }
        function byHand({ monitoring }) {
            const paths = ['/-/healthy', '/api/v1/targets?state=active'];
            const silence = monitoring?.silence;
            const lines = monitoring
                ? [
                    ...paths.map((path) => (0, report_rows.O4)(monitoring, path)),
                    ...(silence === undefined || /^https?:/.test(silence)
                        ? []
                        : ['# Silence TargetDown for 8 h:', silence]),
                ]
                : [];
            return { title: 'Check it yourself', body: lines.length === 0 ? '' : (0, markdown.OF)(lines, 'sh'), isOpen: false };
        }
        function timings({ timings: all }) {
            const rows = all.map(({ step, seconds, note }) => [
                (0, markdown.FV)(step),
                `${seconds.toFixed(1)}&nbsp;s`,
                (0, markdown.FV)(note ?? ''),
            ]);
            return { title: 'Timings', body: rows.length === 0 ? '' : (0, markdown.tp)(['step', '', ''], rows), isOpen: false };
        }
        function fitting(sections) {
            const kept = [];
            const dropped = [];
            let size = 0;
            for (const section of sections) {
                size += Buffer.byteLength(section) + 2;
                if (size < MAX_BYTES)
                    kept.push(section);
                else
                    dropped.push(section.match(/^(?:## |<details><summary>)([^<\n]*)/)?.[1] ?? 'details');
            }
            if (dropped.length > 0)
                kept.push(`Left out because GitHub shows 1 MiB at most: ${(0, lib_text.p_)(dropped)}.`);
            return `${kept.join('\n\n')}\n`;
        }
    })
};
