export const id = 68;
export const ids = [68];
export const modules = {

/***/ 5630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jx: () => (/* binding */ flyChanges),
/* harmony export */   On: () => (/* binding */ grafanaDashboards),
/* harmony export */   Pl: () => (/* binding */ grafanaSkips),
/* harmony export */   bS: () => (/* binding */ seenMachine),
/* harmony export */   kd: () => (/* binding */ grafanaChanges)
/* harmony export */ });
/** What was done at Fly, for the report. An app that is as it should be is told too. */
function flyChanges({ app, outcomes, problems }) {
    if (outcomes.length === 0 && problems.length === 0)
        return [{ subject: app, what: 'nothing to do', result: 'unchanged', why: 'It is as it should be.' }];
    return outcomes.map((outcome) => ({
        subject: app,
        what: told(outcome.step.action),
        ...resultOf(outcome),
        ...(outcome.kind !== 'notRun' && { seconds: outcome.seconds }),
    }));
}
function resultOf(outcome) {
    switch (outcome.kind) {
        case 'done':
            return { result: 'done', why: outcome.step.reason };
        case 'failed':
            return { result: 'failed', why: outcome.problem.message };
        case 'notRun':
            return { result: 'not-run', why: outcome.why };
    }
}
function told(action) {
    switch (action.kind) {
        case 'create-app':
            return 'create the app';
        case 'create-volume':
            return `create the volume ${action.name}`;
        case 'extend-volume':
            return `extend the volume to ${action.sizeGb} GB`;
        case 'allocate-address':
            return action.address === 'v6'
                ? 'allocate a public IPv6 address'
                : 'allocate a shared public IPv4 address';
        case 'stage-secrets':
            return `stage ${action.names.join(', ')}`;
        case 'deploy':
            return 'deploy';
        case 'start-machines':
            return `start ${action.machines.join(', ')}`;
    }
}
/** A machine as verification looks at it. */
function seenMachine(machine) {
    const { id, app, region, state, privateIp, processGroup, standby, checks } = machine;
    return {
        id,
        app,
        region,
        state,
        privateIp,
        processGroup,
        standby,
        ...(checks.length > 0 && { checksPass: checks.every((check) => check.status === 'passing') }),
    };
}
/** What was done in Grafana, for the report. */
function grafanaChanges({ results }) {
    return results.map((result) => ({
        subject: result.name,
        what: `${result.kind} ${result.state}`,
        ...whyOf(result),
    }));
}
function whyOf(result) {
    switch (result.state) {
        case 'failed':
        case 'kept':
            return { result: result.state, why: result.problem.message };
        case 'unchanged':
            return { result: 'unchanged', why: result.why ?? 'It is as it should be.' };
        default:
            return { result: 'done', why: result.why ?? '' };
    }
}
function grafanaDashboards({ results }) {
    return results
        .filter(({ kind }) => kind === 'dashboard')
        .map(({ name, url = '', state }) => ({ title: name, url: state === 'failed' ? '' : url, result: state }));
}
/** That nobody is told of an alert is nothing that failed, but somebody has to know it. */
function grafanaSkips({ results, notified }) {
    const fires = results.some(({ kind, state }) => kind === 'rule group' && state !== 'failed');
    if (!fires || (notified !== 'nobody' && notified !== 'unknown'))
        return [];
    const why = notified === 'nobody'
        ? 'Alerts fire in Grafana, but no contact point is told: nobody will hear of them.'
        : 'Alerts fire in Grafana, but whether anybody is told could not be read.';
    return [
        {
            part: 'Notifications',
            why,
            set: 'alerts.receiver in the configuration, or a notification policy in Grafana',
        },
    ];
}


/***/ }),

/***/ 4402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eL: () => (/* binding */ applyDataSource),
  NA: () => (/* binding */ existingDataSource),
  x2: () => (/* binding */ healthBeforehand),
  XO: () => (/* binding */ provenHealth)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/clients/grafana.js + 5 modules
var clients_grafana = __webpack_require__(9743);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/plan/grafana-json.js
var grafana_json = __webpack_require__(9801);
;// CONCATENATED MODULE: ./build/plan/grafana-datasource.js

/** The body that creates our data source. It never becomes the default one. */
function newDataSource(own) {
    return { ...fields(own, {}), uid: own.uid, name: own.name, isDefault: false, ...secret(own) };
}
/**
 * The body that brings a stored data source to what we want. A PUT replaces everything but secrets, so what others set
 * (its name, isDefault, further jsonData) is sent back as it is. No version: then the request may be repeated.
 */
function changedDataSource(stored, own) {
    const { id, orgId, typeLogoUrl, version, readOnly, apiVersion, secureJsonFields, ...rest } = stored;
    return { ...rest, ...fields(own, (0,grafana_json/* isObject */.Gv)(stored.jsonData) ? stored.jsonData : {}), ...secret(own) };
}
/** What differs, in words; empty when nothing does. A changed password shows only in the data source's health. */
function dataSourceDifferences(stored, own) {
    const wanted = fields(own, (0,grafana_json/* isObject */.Gv)(stored.jsonData) ? stored.jsonData : {});
    const hasSecret = (0,grafana_json/* isObject */.Gv)(stored.secureJsonFields) && stored.secureJsonFields.basicAuthPassword === true;
    const jsonData = (0,grafana_json/* isObject */.Gv)(stored.jsonData) ? stored.jsonData : {};
    return [
        ...['url', 'access', 'basicAuth'].filter((key) => stored[key] !== wanted[key]),
        ...(own.user !== undefined && stored.basicAuthUser !== own.user ? ['user'] : []),
        ...(own.password !== undefined && !hasSecret ? ['password'] : []),
        ...(jsonData.timeInterval !== own.timeInterval ? ['scrape interval'] : []),
    ];
}
function fields(own, jsonData) {
    return {
        type: 'prometheus',
        access: 'proxy',
        url: own.url,
        basicAuth: own.user !== undefined,
        basicAuthUser: own.user ?? '',
        jsonData: {
            httpMethod: 'POST',
            prometheusType: 'Prometheus',
            ...jsonData,
            timeInterval: own.timeInterval,
        },
    };
}
const secret = (own) => own.password === undefined ? {} : { secureJsonData: { basicAuthPassword: own.password } };

// EXTERNAL MODULE: ./build/apply/grafana-work.js
var grafana_work = __webpack_require__(7745);
;// CONCATENATED MODULE: ./build/apply/grafana-datasource.js






/** Types that are asked in PromQL. */
const PROMETHEUS = ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'];
/** Milliseconds that a fresh Prometheus' name and address may take to be known to Grafana. */
const HEALTH_PATIENCE_MS = 10_000;
const HEALTH_PAUSE_MS = 500;
/** A data source that is there already, by uid or else by name; with `own`, the one that this deployment is to have. */
async function existingDataSource(grafana, { existing, own }) {
    const found = (await byUid(grafana, existing)) ?? (await grafana.dataSource('name', existing));
    if (found && PROMETHEUS.includes(found.type))
        return found;
    if (found)
        throw new errors/* ActionError */.lZ('platform', [wrongType(found)]);
    const name = (0,lib_text/* oneLine */.TN)(existing, 100);
    throw own === undefined
        ? (0,errors/* platformError */.sx)('grafana-datasource-missing', `Grafana has no data source with the uid or name "${name}".`, 'Name the Prometheus data source that has these metrics as grafana.datasource in monitoring.yml; Grafana lists them under Connections, Data sources.')
        : (0,errors/* platformError */.sx)('grafana-datasource-missing', `Grafana does not have the data source "${name}" of this deployment yet; the dashboards ask it as soon as it is there.`, 'Mode deploy makes it. Mode dashboards does too, when it is given prometheus-url and the password (prometheus-password, or fly-api-token to derive it).');
}
/** A name may hold what no uid can. */
const byUid = async (grafana, value) => /^[a-zA-Z0-9_-]{1,40}$/.test(value) ? grafana.dataSource('uid', value) : undefined;
const wrongType = ({ name, type }) => ({
    code: 'grafana-datasource-type',
    severity: 'error',
    message: `The data source "${(0,lib_text/* oneLine */.TN)(name, 100)}" is of type ${(0,lib_text/* oneLine */.TN)(type, 50)}, not Prometheus. It is left as it is.`,
    hint: 'Give it another uid, or name a Prometheus data source as grafana.datasource in monitoring.yml.',
});
/** Our own data source: created, corrected where it differs, left alone where it is provisioned. */
async function applyDataSource(work, own, stored) {
    const { grafana } = work;
    const about = {
        kind: 'data source',
        name: stored?.name ?? own.name,
        url: `${grafana.url}/connections/datasources/edit/${own.uid}`,
    };
    const failed = (problem) => ({ ...about, state: 'failed', problem });
    if (!stored) {
        const made = await (0,grafana_work/* attempt */.CD)(work, () => create(grafana, own));
        if (!made.ok)
            return { result: failed(made.problem), blocked: made.problem };
        return { result: { ...about, state: 'created' } };
    }
    const problem = stored.type === 'prometheus' ? undefined : wrongType(stored);
    if (problem)
        return { result: failed(problem), blocked: problem };
    const differences = dataSourceDifferences(stored, own);
    if (differences.length === 0)
        return { result: { ...about, state: 'unchanged' } };
    if (stored.readOnly)
        return { result: { ...about, state: 'kept', problem: provisioned(stored, differences) } };
    const changed = await (0,grafana_work/* attempt */.CD)(work, () => grafana.updateDataSource(own.uid, changedDataSource(stored, own)));
    if (!changed.ok)
        return { result: failed(changed.problem) };
    return { result: { ...about, state: 'updated', why: `new ${differences.join(', ')}` } };
}
async function create(grafana, own) {
    try {
        await grafana.createDataSource(newDataSource(own));
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || !(0,clients_grafana/* isUnsure */.hD)(error))
            throw error;
        if (!(await grafana.dataSource('uid', own.uid)))
            await grafana.createDataSource(newDataSource(own));
    }
}
const provisioned = ({ name }, differences) => ({
    code: 'grafana-datasource-provisioned',
    severity: 'warning',
    message: `The data source "${(0,lib_text/* oneLine */.TN)(name, 100)}" is provisioned from a file and differs from what we need: ${differences.join(', ')}.`,
    hint: 'Change that file on the Grafana server, or give the data source there another uid.',
});
/** Asks at once for the health of a data source that is as wanted; one that is written first is asked after that. */
async function healthBeforehand({ grafana, desired: { dataSource } }, reading) {
    const read = await reading.catch(() => undefined);
    const stored = read?.ok ? read.value : undefined;
    if (!stored || !('existing' in dataSource || isAsWanted(stored, dataSource)))
        return undefined;
    return (0,grafana_work/* settled */.gu)(() => grafana.dataSourceHealth(stored.uid));
}
const isAsWanted = (stored, own) => stored.type === 'prometheus' && dataSourceDifferences(stored, own).length === 0;
/**
 * Asks Grafana whether the data source answers, for a while where it does not yet. A password never comes back from
 * Grafana, so that a 401 is how we learn that the stored one is old: it is then sent again.
 */
async function provenHealth(work, { uid, result, first }) {
    const { grafana, signal } = work;
    const deadline = Date.now() + HEALTH_PATIENCE_MS;
    // Grafana may wait for Prometheus longer than we wait for Grafana.
    const ask = () => (0,grafana_work/* settled */.gu)(() => grafana.dataSourceHealth(uid));
    for (let asked = (await first) ?? (await ask());; asked = await ask()) {
        if (!asked.ok)
            return unproven(result, asked.problem);
        const { ok, message } = asked.value;
        if (ok)
            return { result, healthy: true };
        const locked = /\b401\b/.test(message);
        if (locked && result.state === 'unchanged')
            return relocked(work, uid, result, message);
        // What was changed just now may still be asked with what was there before: Grafana keeps that for 5 s.
        const isFinal = (locked && result.state !== 'updated') || Date.now() > deadline;
        if (isFinal)
            return unproven(result, unhealthy(result.name, message, locked));
        await (0,promises_.setTimeout)(HEALTH_PAUSE_MS, undefined, { ...(signal && { signal }) });
    }
}
/** Prometheus refuses the stored password: ours is sent, where we have one. */
async function relocked(work, uid, result, message) {
    const own = 'existing' in work.desired.dataSource ? undefined : work.desired.dataSource;
    if (own?.password === undefined)
        return unproven(result, unhealthy(result.name, message, true));
    const resent = await (0,grafana_work/* attempt */.CD)(work, () => resend(work.grafana, own));
    if (!resent.ok)
        return unproven(result, resent.problem);
    return provenHealth(work, { uid, result: { ...result, state: 'updated', why: 'new password' } });
}
async function resend(grafana, own) {
    const stored = await grafana.dataSource('uid', own.uid);
    if (stored)
        await grafana.updateDataSource(own.uid, changedDataSource(stored, own));
}
/** Keeps the problem of a failed write, which came first. */
const unproven = (result, problem) => {
    if (result.state === 'failed')
        return { result, healthy: false };
    const { kind, name, url } = result;
    return {
        result: { kind, name, ...(url !== undefined && { url }), state: 'failed', problem },
        healthy: false,
    };
};
const unhealthy = (name, message, locked) => ({
    code: 'grafana-datasource-unhealthy',
    severity: 'error',
    message: `Grafana has the data source "${(0,lib_text/* oneLine */.TN)(name, 100)}", but gets no answer through it: ${message}`,
    hint: locked
        ? 'Prometheus refuses the password that Grafana has. Deploy with the right one, or correct it in the data source.'
        : 'Grafana must reach the URL of the data source from where it runs. Open it there, and see the log of the monitoring app.',
});


/***/ }),

/***/ 7745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   QI: () => (/* binding */ notTried),
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   _B: () => (/* binding */ READS_AT_ONCE),
/* harmony export */   gu: () => (/* binding */ settled),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   rr: () => (/* binding */ WRITES_AT_ONCE)
/* harmony export */ });
/* harmony import */ var _clients_grafana_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9743);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);


/** Runs one piece of work; a refusal becomes its problem. Anything but a refusal is thrown on. */
async function attempt(work, piece) {
    if (work.gone)
        return { ok: false, problem: notTried(work.gone) };
    return settled(piece, (error, problem) => {
        if ((0,_clients_grafana_js__WEBPACK_IMPORTED_MODULE_0__/* .isGone */ .ST)(error))
            work.gone = problem;
    });
}
/** The same for a question whose failure says nothing about Grafana itself. */
async function settled(piece, noted) {
    try {
        return { ok: true, value: await piece() };
    }
    catch (error) {
        const problem = error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? error.problems[0] : undefined;
        if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ) || !problem)
            throw error;
        noted?.(error, problem);
        return { ok: false, problem };
    }
}
/** A read before the first write: what makes all further work hopeless is thrown, so that nothing is written. */
function observe(piece) {
    return settled(piece, (error) => {
        if ((0,_clients_grafana_js__WEBPACK_IMPORTED_MODULE_0__/* .isHopeless */ .cs)(error))
            throw error;
    });
}
/** Not written because of something that failed before. */
function notTried(because) {
    return {
        code: 'grafana-not-tried',
        severity: 'error',
        message: `Not tried, because something it needs failed${because ? `: ${because.message}` : '.'}`,
        hint: because?.hint ?? 'Put that right and run again.',
    };
}
/** Every item through `piece`, at most `width` at a time, results in the items' order. */
async function atMost(width, items, piece) {
    const results = [];
    const queue = items.entries();
    const lane = async () => {
        for (const [i, item] of queue)
            results[i] = await piece(item);
    };
    await Promise.all(Array.from({ length: width }, lane));
    return results;
}
/** Measured: Grafana 12.4 saves no faster with more, and then loses permissions without a word. */
const WRITES_AT_ONCE = 2;
const READS_AT_ONCE = 6;


/***/ }),

/***/ 3287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ assetPath),
/* harmony export */   f: () => (/* binding */ readAsset)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Absolute path of a file that ships beside the code (`dashboards/…`, `templates/…`).
 * This file stays directly in src/: `..` is the root of the project from there, and from dist/index.js as well.
 */
function assetPath(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(import.meta.dirname, '..', path);
}
/** The text of a file that ships beside the code. */
function readAsset(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(assetPath(path), 'utf8');
}


/***/ }),

/***/ 2535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ applyToGrafana)
});

// EXTERNAL MODULE: ./build/apply/changes.js
var changes = __webpack_require__(5630);
// EXTERNAL MODULE: ./build/clients/grafana.js + 5 modules
var clients_grafana = __webpack_require__(9743);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/plan/grafana-dashboard.js + 1 modules
var grafana_dashboard = __webpack_require__(3187);
// EXTERNAL MODULE: ./build/plan/grafana-json.js
var grafana_json = __webpack_require__(9801);
;// CONCATENATED MODULE: ./build/plan/grafana-standing.js

/**
 * Our memory of the last write, kept in the dashboard itself: labels and annotations of the resource are lost at the
 * next save through /api, an unknown key of the JSON is stored as it is (both measured on Grafana 12.4). An edit through
 * the API keeps the key and so no longer matches its digest; Grafana's own editor writes only what it knows and drops it.
 */
const MARK = '__deployMonitoring';
/**
 * What is compared: all but what the server numbers and `refresh`, the one field that Grafana rewrites (to its
 * min_refresh_interval).
 */
function contentOf(json) {
    const { id, uid, version, refresh, [MARK]: mark, ...content } = json;
    return content;
}
const digestOf = (json, folderUid) => (0,grafana_json/* sha256 */.sc)((0,grafana_json/* canonical */.$N)([contentOf(json), folderUid])).slice(0, 32);
/** The JSON that is sent: the dashboard with our mark. */
function marked({ json }, deployment, folderUid) {
    const mark = { deployment, digest: digestOf(json, folderUid), refresh: json.refresh ?? null };
    return { ...json, [MARK]: mark };
}
function markOf(json) {
    const mark = json[MARK];
    if (!(0,grafana_json/* isObject */.Gv)(mark) || typeof mark.deployment !== 'string' || typeof mark.digest !== 'string')
        return undefined;
    return { deployment: mark.deployment, digest: mark.digest, refresh: mark.refresh };
}
/** The deployment that wrote a dashboard, if it was one of ours. */
const writerOf = (json) => markOf(json)?.deployment;
function standing(wanted, stored, { deployment, folderUid }) {
    if (!stored)
        return 'absent';
    const mark = markOf(stored.json);
    if (mark && mark.deployment !== deployment)
        return 'other-deployment';
    const refresh = wanted.json.refresh ?? null;
    const refreshed = refresh === (stored.json.refresh ?? null) || (mark !== undefined && refresh === mark.refresh);
    const same = stored.folderUid === folderUid && (0,grafana_json/* equalJson */.FS)(contentOf(stored.json), contentOf(wanted.json));
    if (same && refreshed)
        return 'unchanged';
    if (stored.provisioned)
        return 'provisioned';
    if (!mark)
        return stored.folderUid === folderUid ? 'edited' : 'foreign';
    const ours = !(0,grafana_json/* tooDeep */.DI)(stored.json) && mark.digest === digestOf(stored.json, stored.folderUid);
    return ours ? 'changed' : 'edited';
}

// EXTERNAL MODULE: ./build/apply/grafana-work.js
var grafana_work = __webpack_require__(7745);
;// CONCATENATED MODULE: ./build/apply/grafana-dashboards.js





/** So few are asked for one by one: a list carries every dashboard of the instance. */
const FEW = 3;
/** A list may carry this many more dashboards than we have, before it is given up for single reads. */
const SPARE = 50;
/** Whether so many are asked for by a list. */
const isMany = (dashboards) => dashboards > FEW;
/**
 * The stored dashboards among ours: from one list of everything where Grafana gives one and is not much bigger than
 * what we bring, else by a search for the uids and one read for each that exists. The list needs no uids, and is asked
 * for while the files are still brought into form.
 */
async function observeDashboards(grafana, files, forming) {
    const seen = new Map();
    const look = (uid) => seen.get(uid) ?? { ok: true, value: undefined };
    if (isMany(files)) {
        // A list that fails, or is too big to take, says nothing of Grafana: what is read one by one is smaller.
        const list = await (0,grafana_work/* settled */.gu)(() => grafana.listDashboards(2 * files + SPARE));
        const { dashboards, complete } = (list.ok && list.value) || { dashboards: [], complete: false };
        for (const value of dashboards)
            seen.set(value.uid, { ok: true, value });
        if (complete)
            return { look, complete };
    }
    const { good } = await forming;
    const missing = good.map(({ uid }) => uid).filter((uid) => !seen.has(uid));
    const open = isMany(missing.length) ? await existing(grafana, missing) : missing;
    for (const [uid, read] of await readEach(grafana, open))
        seen.set(uid, read);
    return { look, complete: false };
}
/** Those of the uids that a search finds; all of them where it fails. */
async function existing(grafana, uids) {
    const known = await (0,grafana_work/* observe */.lB)(() => grafana.knownDashboards(uids));
    return known.ok ? uids.filter((uid) => known.value.has(uid)) : uids;
}
/** One read for each uid, what each brought. */
async function readEach(grafana, uids) {
    const read = async (uid) => [uid, await (0,grafana_work/* observe */.lB)(() => grafana.dashboard(uid))];
    return new Map(await (0,grafana_work/* atMost */.Tu)(grafana_work/* READS_AT_ONCE */._B, uids, read));
}
/** Writes what differs, each with its own result. */
function writeDashboards(work, dashboards, seen) {
    return (0,grafana_work/* atMost */.Tu)(grafana_work/* WRITES_AT_ONCE */.rr, dashboards, (dashboard) => writeDashboard(work, dashboard, seen(dashboard.uid)));
}
async function writeDashboard(work, dashboard, read) {
    const { grafana, desired } = work;
    const { file, title, uid } = dashboard;
    const about = { kind: 'dashboard', name: title, file, url: `${grafana.url}/d/${uid}` };
    if (!read.ok)
        return { ...about, state: 'failed', problem: read.problem };
    const stored = read.value;
    const found = standing(dashboard, stored, placeOf(work));
    if (found === 'unchanged')
        return { ...about, state: 'unchanged' };
    const refused = objection(dashboard, stored, found, desired.overwrite === 'always');
    if (refused)
        return { ...about, state: refused.severity === 'error' ? 'failed' : 'kept', problem: refused };
    const written = await (0,grafana_work/* attempt */.CD)(work, () => save(work, dashboard, found !== 'absent'));
    if (!written.ok)
        return { ...about, state: 'failed', problem: written.problem };
    if (found === 'absent')
        return { ...about, state: 'created' };
    return { ...about, state: 'updated', ...(found !== 'changed' && { why: 'overwritten, as configured' }) };
}
const placeOf = ({ desired }) => ({
    deployment: desired.deployment,
    folderUid: desired.folder.uid,
});
/** Why a stored dashboard is left as it is: a warning where it is ours, an error where its uid is somebody else's. */
function objection({ file, title, uid }, stored, found, always) {
    const at = { file, line: 1, column: 1 };
    const name = `"${(0,lib_text/* oneLine */.TN)(title, 100)}" (${uid})`;
    if (found === 'edited' && !always) {
        // Grafana's own editor drops our mark, so without one it may also be a dashboard that we never wrote.
        const why = stored && writerOf(stored.json) !== undefined
            ? 'was changed in Grafana since we last wrote it'
            : `was made or changed by hand in Grafana and differs from ${file}`;
        return {
            ...{ code: 'grafana-dashboard-edited', severity: 'warning', at },
            message: `The dashboard ${name} ${why}. It is left as it is.`,
            hint: `Take the change over into ${file}, or set grafana.overwrite: always in monitoring.yml to replace it.`,
        };
    }
    if (found === 'provisioned')
        return {
            ...{ code: 'grafana-dashboard-provisioned', severity: 'warning', at },
            message: `The dashboard ${name} is provisioned from a file on the Grafana server and differs from ${file}.`,
            hint: `Remove it there, or give the dashboard in ${file} another uid.`,
        };
    if (found === 'other-deployment' || (found === 'foreign' && !always)) {
        const whose = found === 'foreign'
            ? `is in another folder (${stored?.folderUid || 'General'})`
            : 'belongs to another deployment';
        return {
            ...{ code: 'grafana-dashboard-clash', severity: 'error', at },
            message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by us.`,
            hint: `Give the dashboard in ${file} another uid${found === 'foreign' ? ', or set grafana.overwrite: always to take it over' : ''}.`,
        };
    }
    return undefined;
}
/**
 * A save whose answer got lost is looked up before it is repeated, so that nothing is written twice. `overwrite` only
 * what is known to be there: up to Grafana 10 a new dashboard would replace another one of its title (measured on 10.1).
 */
async function save(work, dashboard, overwrite) {
    const { grafana, desired } = work;
    const { deployment, folder } = desired;
    const json = marked(dashboard, deployment, folder.uid);
    const place = { folderUid: folder.uid, overwrite };
    const post = () => grafana.saveDashboard(json, place, `Written by deploy-monitoring for ${deployment}`);
    try {
        await post();
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || !(0,clients_grafana/* isUnsure */.hD)(error))
            throw error;
        const now = await grafana.dashboard(dashboard.uid);
        if (standing(dashboard, now, placeOf(work)) !== 'unchanged')
            await post();
    }
}

// EXTERNAL MODULE: ./build/apply/grafana-datasource.js + 1 modules
var grafana_datasource = __webpack_require__(4402);
;// CONCATENATED MODULE: ./build/apply/grafana-folder.js



/**
 * The folder by its uid: created, or given the title that is wanted. An Editor cannot tell a missing folder from a
 * hidden one (both 403), so creating decides: 412 means that it is there.
 */
async function applyFolder(work, read) {
    const { grafana, desired } = work;
    const { folder } = desired;
    const about = {
        kind: 'folder',
        name: folder.title,
        url: `${grafana.url}/dashboards/f/${folder.uid}`,
    };
    const failed = (problem) => ({ ...about, state: 'failed', problem });
    if (!read.ok)
        return { result: failed(read.problem), blocked: read.problem };
    const stored = read.value;
    if (stored === undefined || stored === 'hidden') {
        const made = await (0,grafana_work/* attempt */.CD)(work, () => createFolder(work));
        if (!made.ok)
            return { result: failed(made.problem), blocked: made.problem };
        return { result: { ...about, state: made.value === 'created' ? 'created' : 'unchanged' } };
    }
    if (stored.title === folder.title)
        return { result: { ...about, state: 'unchanged' } };
    const renamed = await (0,grafana_work/* attempt */.CD)(work, () => grafana.renameFolder(folder));
    if (!renamed.ok)
        return { result: failed(renamed.problem) };
    return { result: { ...about, state: 'updated', why: `renamed from "${stored.title}"` } };
}
/** When the answer got lost, a second try finds the folder taken: by us. */
async function createFolder({ grafana, desired: { folder } }) {
    try {
        return await grafana.createFolder(folder);
    }
    catch (error) {
        if (!(error instanceof errors/* ActionError */.lZ) || !(0,clients_grafana/* isUnsure */.hD)(error))
            throw error;
        const there = await grafana.folder(folder.uid);
        return there && there !== 'hidden' ? 'created' : grafana.createFolder(folder);
    }
}

// EXTERNAL MODULE: ./build/plan/grafana-rules.js
var grafana_rules = __webpack_require__(2392);
;// CONCATENATED MODULE: ./build/apply/grafana-rules.js





/**
 * Rule groups of our folder: written where they differ; those that are no longer defined are removed, together with our
 * rules only.
 */
async function applyRuleGroups(work, { dataSource, moved }, stored) {
    const { desired } = work;
    if (!stored.ok)
        return desired.ruleGroups.map((group) => ({
            ...{ kind: 'rule group', name: group.title, state: 'failed', problem: stored.problem },
        }));
    const here = stored.value.filter((rule) => rule.folderUID === desired.folder.uid);
    const [points, groups] = await Promise.all([receivers(work), readGroups(work, here)]);
    const results = [];
    for (const { group, read } of groups) {
        const bound = boundTo(group, desired.dataSource, { dataSource, moved });
        const [problem] = unknownReceivers(bound, points);
        results.push(problem
            ? { kind: 'rule group', name: group.title, state: 'failed', problem }
            : await writeGroup(work, bound, { read, dataSource }));
    }
    for (const title of staleGroups(work, here))
        results.push(await removeGroup(work, title, here));
    return [...results, ...ignoredReceivers(work)];
}
/** The groups that are wanted, with what is there of them. */
function readGroups(work, here) {
    const { grafana, desired } = work;
    const there = new Set(here.map((rule) => rule.ruleGroup));
    return (0,grafana_work/* atMost */.Tu)(grafana_work/* READS_AT_ONCE */._B, desired.ruleGroups, async (group) => {
        const one = async () => there.has(group.title) ? grafana.ruleGroup(desired.folder.uid, group.title) : undefined;
        return { group, read: await (0,grafana_work/* attempt */.CD)(work, one) };
    });
}
/** Rules are rendered before it is known how data source and dashboards are called here: they carry the names given. */
function boundTo(group, asked, { dataSource, moved }) {
    const existing = 'existing' in asked ? asked.existing : dataSource;
    const rules = group.rules.map((rule) => {
        const { __dashboardUid__: panelOf = '' } = rule.annotations;
        const dashboard = moved.get(panelOf);
        return {
            ...rule,
            ...(dashboard && { annotations: { ...rule.annotations, __dashboardUid__: dashboard } }),
            data: rule.data.map((query) => query.datasourceUid === existing ? { ...query, datasourceUid: dataSource } : query),
        };
    });
    return { ...group, rules };
}
async function writeGroup(work, group, { read, dataSource }) {
    const { grafana, desired } = work;
    const about = { kind: 'rule group', name: group.title, url: `${grafana.url}/alerting/list` };
    if (!read.ok)
        return { ...about, state: 'failed', problem: read.problem };
    const stored = read.value;
    const done = await (0,grafana_work/* attempt */.CD)(work, async () => {
        const wanted = stored && !(0,grafana_rules/* knowsReceivers */.De)(stored) ? (0,grafana_rules/* withoutReceivers */.Rt)(group) : group;
        if (stored && !(0,grafana_rules/* knowsReceivers */.De)(stored))
            work.ignoresReceivers = true;
        if (stored && (0,grafana_rules/* sameRuleGroup */.yQ)(wanted, stored, desired.deployment))
            return 'unchanged';
        await refuseFaults(wanted, dataSource);
        const written = await putGroup(work, wanted, stored);
        if (!(0,grafana_rules/* knowsReceivers */.De)(written))
            work.ignoresReceivers = true;
        return stored ? 'updated' : 'created';
    });
    return done.ok ? { ...about, state: done.value } : { ...about, state: 'failed', problem: done.problem };
}
/** Looked for in what is about to be written only: the parser of PromQL takes longer to load than a run without changes. */
async function refuseFaults(group, dataSource) {
    const { ruleGroupProblems } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(828), __webpack_require__.e(198), __webpack_require__.e(163)]).then(__webpack_require__.bind(__webpack_require__, 1163));
    const [fault] = ruleGroupProblems(group, dataSource);
    if (fault)
        throw new errors/* ActionError */.lZ('configuration', [fault]);
}
/** Before Grafana 11.5.2 a group takes no rule that is not there yet: such are created by themselves. */
async function putGroup({ grafana, desired }, group, stored) {
    const folderUid = desired.folder.uid;
    const body = (0,grafana_rules/* ruleGroupBody */.Kr)(group, stored, { deployment: desired.deployment, folderUid });
    const there = new Set(stored?.rules.map(({ uid }) => uid));
    const fresh = body.rules.filter(({ uid }) => !there.has(uid));
    const put = () => grafana.putRuleGroup(folderUid, group.title, body);
    try {
        return await put();
    }
    catch (error) {
        if (fresh.length === 0 || !(0,clients_grafana/* mayMissRules */.$r)(error))
            throw error;
        for (const rule of fresh)
            await grafana.createRule(rule);
        return put();
    }
}
function staleGroups({ desired }, here) {
    const wanted = new Set(desired.ruleGroups.map((group) => group.title));
    const stale = here.filter((rule) => (0,grafana_rules/* isOurs */.MU)(desired.deployment, rule) && !wanted.has(rule.ruleGroup));
    return new Set(stale.map((rule) => rule.ruleGroup));
}
/** Rule by rule, which every version knows: what others have in the group stays, and an empty group is none. */
async function removeGroup(work, title, here) {
    const { grafana, desired } = work;
    const rules = here.filter((rule) => rule.ruleGroup === title);
    const ours = rules.filter((rule) => (0,grafana_rules/* isOurs */.MU)(desired.deployment, rule));
    const about = { kind: 'rule group', name: title };
    const done = await (0,grafana_work/* attempt */.CD)(work, async () => {
        for (const { uid } of ours)
            await grafana.deleteRule(uid);
    });
    if (!done.ok)
        return { ...about, state: 'failed', problem: done.problem };
    const others = rules.length - ours.length;
    const kept = others > 0 ? `; ${(0,lib_text/* count */.U9)(others, 'rule')} of others kept` : '';
    return { ...about, state: 'removed', why: `no longer defined${kept}` };
}
/** Older versions take a rule's contact point, and forget it. */
function ignoredReceivers({ ignoresReceivers, desired }) {
    const named = desired.ruleGroups.flatMap((group) => group.rules.flatMap((rule) => rule.receiver ?? []));
    if (!ignoresReceivers)
        return [];
    return [...new Set(named)].map((name) => ({
        ...{ kind: 'contact point', name, state: 'kept' },
        problem: {
            code: 'grafana-receiver-ignored',
            severity: 'warning',
            message: `This Grafana does not let a rule name its contact point, as "${(0,lib_text/* oneLine */.TN)(name, 100)}": its notification policies decide who is told.`,
            hint: 'Make a notification policy for the label severity there, or use Grafana 11 or newer.',
        },
    }));
}
/** Names of the contact points, where a rule of ours names one and we may look. */
async function receivers(work) {
    const named = work.desired.ruleGroups.some((group) => group.rules.some((rule) => rule.receiver !== undefined));
    const listed = named ? await (0,grafana_work/* attempt */.CD)(work, () => work.grafana.contactPoints()) : undefined;
    return listed?.ok ? new Set(listed.value.map((point) => point.name)) : undefined;
}
function unknownReceivers(group, points) {
    const names = new Set(group.rules.flatMap((rule) => rule.receiver ?? []));
    return [...names]
        .filter((name) => points && !points.has(name))
        .map((name) => ({
        code: 'grafana-receiver',
        severity: 'error',
        message: `Grafana has no contact point "${(0,lib_text/* oneLine */.TN)(name, 100)}", which the rules of "${group.title}" name.`,
        hint: 'Create it in Grafana (Alerting, Contact points), or correct the receiver in monitoring.yml.',
    }));
}
/** Grafana's own default address; mail to it reaches nobody. */
const PLACEHOLDER = '<example@email.com>';
/** Whether anybody hears of our alerts. The policy tree is read, never written. */
async function whoIsNotified({ grafana, desired, ignoresReceivers }) {
    const rules = desired.ruleGroups.flatMap((group) => group.rules);
    // The Watchdog alone is given none: it is a sign of life.
    if (!ignoresReceivers && rules.some((rule) => rule.receiver !== undefined))
        return 'receiver';
    const [points, { receiver, routes }] = await Promise.all([grafana.contactPoints(), grafana.policies()]);
    if (routes > 0)
        return 'policies';
    const real = points.some((point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER));
    return real ? 'policies' : 'nobody';
}

// EXTERNAL MODULE: ./build/plan/grafana-uids.js
var grafana_uids = __webpack_require__(2492);
;// CONCATENATED MODULE: ./build/apply/grafana-uids.js



/**
 * One Grafana may serve several deployments of the same files. Who finds a uid taken by another deployment takes one
 * of its own, and keeps it from then on, also when the other one is gone.
 */
async function settleUids({ grafana, desired: { deployment } }, dashboards, { look, complete }) {
    const writer = ({ uid }) => {
        const there = look(uid);
        return there.ok && there.value ? writerOf(there.value.json) : undefined;
    };
    const unclear = dashboards.filter((dashboard) => writer(dashboard) !== deployment);
    const own = unclear.map(({ uid }) => (0,grafana_uids/* ownUid */.Nt)(uid, deployment));
    const more = complete || own.length === 0 ? undefined : await readEach(grafana, await existing(grafana, own));
    const looked = (uid) => more?.get(uid) ?? look(uid);
    const moves = unclear.filter((dashboard) => {
        const twin = looked((0,grafana_uids/* ownUid */.Nt)(dashboard.uid, deployment));
        return writer(dashboard) !== undefined || !twin.ok || twin.value !== undefined;
    });
    const moved = new Map(moves.map(({ uid }) => [uid, (0,grafana_uids/* ownUid */.Nt)(uid, deployment)]));
    return { dashboards: (0,grafana_uids/* underUids */.Kt)(dashboards, moved), look: looked, moved };
}

;// CONCATENATED MODULE: ./build/apply/grafana.js










/**
 * Brings Grafana to what a deployment wants: reads first, then only the writes that change something, two at a time.
 * Every object has its own result; one that fails does not stop the others, and a second run completes what is missing.
 * Problems are in the results, for the caller to show.
 * @throws ActionError when nothing can be done at all: nobody answers, it is not Grafana, the token is none.
 */
async function applyGrafana(grafana, desired, log, signal) {
    const work = { grafana, desired, ...(signal && { signal }) };
    const reading = readDataSource(work);
    const forming = inForm(work, reading);
    const asking = (0,grafana_datasource/* healthBeforehand */.x2)(work, reading);
    // The list takes longest and so is asked for before all else but the data source, which the files wait for.
    const [stored, { ref, bad }, { dashboards, look, moved }, storedFolder, storedRules] = await Promise.all([
        reading,
        forming,
        seenDashboards(work, forming),
        (0,grafana_work/* observe */.lB)(() => grafana.folder(desired.folder.uid)),
        (0,grafana_work/* settled */.gu)(() => grafana.rules()),
    ]);
    const [source, folder] = await Promise.all([dataSourceState(work, stored), applyFolder(work, storedFolder)]);
    const [proven, written] = await Promise.all([
        ref && !source.blocked
            ? (0,grafana_datasource/* provenHealth */.XO)(work, { uid: ref.uid, result: source.result, first: asking })
            : { ...source, healthy: false },
        writeDashboards(work, dashboards, folder.blocked ? untried(folder.blocked) : look),
    ]);
    const blocked = folder.blocked ?? source.blocked;
    const rules = ref && !blocked
        ? await applyRuleGroups(work, { dataSource: ref.uid, moved }, storedRules)
        : untriedRules(desired, blocked);
    const [annotation, notified] = await Promise.all([annotated(work), notifiedBy(work)]);
    const results = [proven.result, folder.result, ...written, ...bad, ...rules, ...annotation];
    for (const result of results)
        tell(log, result);
    return {
        results,
        dataSource: ref && !source.blocked ? { uid: ref.uid, healthy: proven.healthy } : undefined,
        notified,
        requests: grafana.requests(),
    };
}
const untried = (because) => () => ({ ok: false, problem: (0,grafana_work/* notTried */.QI)(because) });
/** Ours by its uid (undefined where it is not there yet), or the one that the configuration names. */
function readDataSource({ grafana, desired }) {
    const asked = desired.dataSource;
    return (0,grafana_work/* observe */.lB)(() => 'existing' in asked ? (0,grafana_datasource/* existingDataSource */.NA)(grafana, asked) : grafana.dataSource('uid', asked.uid));
}
const refOf = (read) => read.ok ? read.value : undefined;
async function dataSourceState(work, read) {
    const asked = work.desired.dataSource;
    const about = { kind: 'data source', name: 'existing' in asked ? asked.existing : asked.name };
    if (!read.ok)
        return { result: { ...about, state: 'failed', problem: read.problem }, blocked: read.problem };
    if (!('existing' in asked))
        return (0,grafana_datasource/* applyDataSource */.eL)(work, asked, read.value);
    return { result: { ...about, state: 'unchanged' } };
}
/** The files as Grafana is to store them; what cannot be, and a uid that two files share, as failed results. */
async function inForm({ desired: { dashboards, deployment, dataSource } }, reading) {
    // Many take a while: Grafana has all questions, and gathers its list, when this one is answered.
    if (isMany(dashboards.length))
        await reading;
    const ref = 'existing' in dataSource ? (dataSource.own ?? refOf(await reading)) : dataSource;
    const good = new Map();
    const bad = [];
    for (const source of dashboards) {
        const found = ref ? (0,grafana_dashboard/* normaliseDashboard */.L)(source, { deployment, dataSource: ref }) : noDataSource(dataSource);
        const twin = found.kind === 'dashboard' && good.get(found.dashboard.uid);
        if (found.kind === 'problem')
            bad.push(failedFile(source.file, source.file, found.problem));
        else if (twin)
            bad.push(failedFile(source.file, found.dashboard.title, sameUid(source, twin)));
        else
            good.set(found.dashboard.uid, found.dashboard);
    }
    return { ref, good: [...good.values()], bad };
}
/** The dashboards under the uids that they have in this Grafana, and what is there. */
async function seenDashboards(work, forming) {
    const seen = await observeDashboards(work.grafana, work.desired.dashboards.length, forming);
    return settleUids(work, (await forming).good, seen);
}
const noDataSource = (asked) => ({
    kind: 'problem',
    problem: {
        code: 'grafana-not-tried',
        severity: 'error',
        message: `Not written: the data source "${'existing' in asked ? (0,lib_text/* oneLine */.TN)(asked.existing, 100) : asked.uid}" that it would ask could not be read.`,
        hint: 'Put the data source right first and run again.',
    },
});
const sameUid = ({ file }, twin) => ({
    ...{ code: 'grafana-dashboard-duplicate', severity: 'error', at: { file, line: 1, column: 1 } },
    message: `${file} has the same uid as ${twin.file} (${twin.uid}).`,
    hint: 'Give one of the two another uid.',
});
const failedFile = (file, name, problem) => ({
    ...{ kind: 'dashboard', name, file, state: 'failed', problem },
});
/** Rules need their folder and a data source that is there: a rule that asks none fails at every evaluation. */
const untriedRules = ({ ruleGroups }, because) => ruleGroups.map(({ title }) => ({
    ...{ kind: 'rule group', name: title, state: 'failed' },
    problem: (0,grafana_work/* notTried */.QI)(because),
}));
const WEEK_MS = 7 * 86_400_000;
/**
 * Grafana takes the same annotation twice, so the last one is looked at first, and after a lost answer. Only the last:
 * a commit that is deployed again after another one, to go back to it, is told again.
 */
async function annotated(work) {
    const { grafana, desired } = work;
    if (!desired.annotation)
        return [];
    const { text } = desired.annotation;
    const tags = [...new Set([...(0,grafana_dashboard/* annotationTags */.R)(desired.deployment), ...desired.annotation.tags])];
    const about = { kind: 'annotation', name: (0,lib_text/* oneLine */.TN)(text, 80) };
    const time = Date.now();
    const there = async () => {
        const last = await grafana.lastAnnotation((0,grafana_dashboard/* annotationTags */.R)(desired.deployment), time - WEEK_MS);
        return last !== undefined && tags.every((tag) => last.includes(tag));
    };
    const done = await (0,grafana_work/* attempt */.CD)(work, async () => {
        if (await there())
            return 'unchanged';
        try {
            await grafana.annotate({ time, text, tags });
        }
        catch (error) {
            if (!(error instanceof errors/* ActionError */.lZ) || !(0,clients_grafana/* isUnsure */.hD)(error))
                throw error;
            if (!(await there()))
                await grafana.annotate({ time, text, tags });
        }
        return 'created';
    });
    return [done.ok ? { ...about, state: done.value } : { ...about, state: 'failed', problem: done.problem }];
}
async function notifiedBy(work) {
    if (work.desired.ruleGroups.length === 0)
        return undefined;
    const found = await (0,grafana_work/* attempt */.CD)(work, () => whoIsNotified(work));
    return found.ok ? found.value : 'unknown';
}
function tell(log, { kind, name, ...result }) {
    const why = 'why' in result && result.why ? ` (${(0,lib_text/* oneLine */.TN)(result.why, 200)})` : '';
    const line = `Grafana: ${kind} "${(0,lib_text/* oneLine */.TN)(name, 100)}" ${result.state}${why}`;
    if (result.state === 'unchanged')
        log.debug(line);
    else
        log.info(line);
}

;// CONCATENATED MODULE: ./build/bring.js



/** Writes down what became of each object; gives the uid of the data source that the dashboards ask. */
async function applyToGrafana(desired, inputs, journal, tools) {
    if (!inputs.grafana)
        return undefined;
    try {
        const client = (0,clients_grafana/* createGrafana */.r0)({ ...inputs.grafana, pool: tools.pool, signal: tools.signal });
        const outcome = await applyGrafana(client, desired, tools.log, tools.signal);
        journal.changes.push(...(0,changes/* grafanaChanges */.kd)(outcome));
        journal.dashboards = (0,changes/* grafanaDashboards */.On)(outcome);
        journal.skipped.push(...(0,changes/* grafanaSkips */.Pl)(outcome));
        journal.problems.push(...outcome.results.flatMap((result) => ('problem' in result ? [result.problem] : [])));
        return outcome.dataSource?.uid;
    }
    catch (error) {
        journal.failed(error);
        return undefined;
    }
}


/***/ }),

/***/ 9743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r0: () => (/* binding */ createGrafana),
  ST: () => (/* reexport */ errors/* isGone */.ST),
  cs: () => (/* reexport */ errors/* isHopeless */.cs),
  hD: () => (/* reexport */ errors/* isUnsure */.hD),
  $r: () => (/* reexport */ errors/* mayMissRules */.$r)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/clients/grafana/shaped.js
var shaped = __webpack_require__(6865);
;// CONCATENATED MODULE: ./build/clients/grafana/alerting.js


const ruleShape = dist/* looseObject */._H3({
    uid: dist/* string */.YjP(),
    title: dist/* string */.YjP(),
    folderUID: dist/* string */.YjP(),
    ruleGroup: dist/* string */.YjP(),
});
const groupShape = dist/* object */.Ikc({ interval: dist/* number */.aig(), rules: dist/* nullable */.mee(dist/* array */.YOg(ruleShape)) });
const contactPointShape = dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), type: dist/* string */.YjP(), settings: dist/* optional */.lqM(dist/* looseObject */._H3({}), {}) }));
const policiesShape = dist/* object */.Ikc({
    receiver: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    routes: dist/* nullish */.cl6(dist/* array */.YOg(dist/* unknown */.L5J())),
});
/** Rules stay editable in Grafana: otherwise they would be locked to the API for good. */
const EDITABLE = { 'x-disable-provenance': 'true' };
function alerting({ send }) {
    const groupPath = (folder, title) => `/api/v1/provisioning/folder/${(0,shaped/* segment */.m)(folder)}/rule-groups/${(0,shaped/* segment */.m)(title)}`;
    return {
        rules: async () => {
            const to = 'list the alert rules';
            return (0,shaped/* shaped */.e)(await send({ path: '/api/v1/provisioning/alert-rules', to }), dist/* array */.YOg(ruleShape), to);
        },
        ruleGroup: async (folderUid, title) => {
            const to = `read the rule group "${title}"`;
            const answer = await send({ path: groupPath(folderUid, title), to, expect: [403, 404] });
            if (answer.status !== 200)
                return undefined;
            const { interval, rules } = (0,shaped/* shaped */.e)(answer, groupShape, to);
            return { interval, rules: rules ?? [] };
        },
        putRuleGroup: async (folderUid, title, body) => {
            const to = `write the rule group "${title}"`;
            const path = groupPath(folderUid, title);
            const answer = await send({ method: 'PUT', path, body, headers: EDITABLE, to });
            const { interval, rules } = (0,shaped/* shaped */.e)(answer, groupShape, to);
            return { interval, rules: rules ?? [] };
        },
        createRule: async (rule) => {
            const to = `create the alert rule "${rule.title}"`;
            const path = '/api/v1/provisioning/alert-rules';
            await send({ method: 'POST', path, body: rule, headers: EDITABLE, to });
        },
        deleteRule: async (uid) => {
            const path = `/api/v1/provisioning/alert-rules/${(0,shaped/* segment */.m)(uid)}`;
            const to = `remove the alert rule "${uid}"`;
            await send({ method: 'DELETE', path, headers: EDITABLE, to });
        },
        contactPoints: async () => {
            const to = 'list the contact points';
            return (0,shaped/* shaped */.e)(await send({ path: '/api/v1/provisioning/contact-points', to }), contactPointShape, to);
        },
        policies: async () => {
            const to = 'read the notification policies';
            const tree = (0,shaped/* shaped */.e)(await send({ path: '/api/v1/provisioning/policies', to }), policiesShape, to);
            return { receiver: tree.receiver, routes: tree.routes?.length ?? 0 };
        },
    };
}

;// CONCATENATED MODULE: ./build/clients/grafana/annotations.js


const annotationShape = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    time: dist/* number */.aig(),
    tags: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
});
function annotations({ send }) {
    return {
        lastAnnotation: async (tags, from) => {
            const to = 'look for the deploy annotation';
            const query = new URLSearchParams({
                type: 'annotation',
                from: String(from),
                to: String(Date.now() + 60_000),
            });
            for (const tag of tags)
                query.append('tags', tag);
            const answer = await send({ path: `/api/annotations?${query}`, to });
            const found = (0,shaped/* shaped */.e)(answer, dist/* array */.YOg(annotationShape), to);
            return found.toSorted((a, b) => b.time - a.time || b.id - a.id)[0]?.tags;
        },
        annotate: async (annotation) => {
            await send({
                method: 'POST',
                path: '/api/annotations',
                body: annotation,
                to: 'add the deploy annotation',
            });
        },
    };
}

// EXTERNAL MODULE: ./build/plan/grafana-json.js
var grafana_json = __webpack_require__(9801);
;// CONCATENATED MODULE: ./build/clients/grafana/dashboards.js



/** As it is, whatever its keys are called: it is compared with what was sent. */
const dashboardJson = dist/* custom */.IeY(grafana_json/* isObject */.Gv);
const dashboardShape = dist/* object */.Ikc({
    dashboard: dashboardJson,
    meta: dist/* object */.Ikc({ folderUid: dist/* optional */.lqM(dist/* string */.YjP(), ''), provisioned: dist/* optional */.lqM(dist/* boolean */.zMY(), false) }),
});
const hitsShape = dist/* array */.YOg(dist/* object */.Ikc({ uid: dist/* string */.YjP() }));
const listShape = dist/* object */.Ikc({
    metadata: dist/* object */.Ikc({ continue: dist/* optional */.lqM(dist/* string */.YjP(), '') }),
    items: dist/* array */.YOg(dist/* object */.Ikc({
        metadata: dist/* object */.Ikc({ name: dist/* string */.YjP(), annotations: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()), {}) }),
        spec: dashboardJson,
    })),
});
const settingsShape = dist/* object */.Ikc({ namespace: dist/* string */.YjP() });
/** A search names the uids in its URL; this many stay below the limits of proxies. */
const UIDS_PER_SEARCH = 50;
function dashboards(requests, url) {
    const { send } = requests;
    return {
        listDashboards: (atMost) => listDashboards(requests, url, atMost),
        knownDashboards: async (uids) => {
            const to = 'search for dashboards';
            const known = new Set();
            for (let from = 0; from < uids.length; from += UIDS_PER_SEARCH) {
                const query = uids.slice(from, from + UIDS_PER_SEARCH).map((uid) => `dashboardUIDs=${(0,shaped/* segment */.m)(uid)}`);
                const answer = await send({ path: `/api/search?type=dash-db&limit=5000&${query.join('&')}`, to });
                for (const { uid } of (0,shaped/* shaped */.e)(answer, hitsShape, to))
                    known.add(uid);
            }
            return known;
        },
        dashboard: async (uid) => {
            const to = `read the dashboard "${uid}"`;
            const answer = await send({ path: `/api/dashboards/uid/${(0,shaped/* segment */.m)(uid)}`, to, expect: [403, 404] });
            if (answer.status !== 200)
                return undefined;
            const { dashboard: json, meta } = (0,shaped/* shaped */.e)(answer, dashboardShape, to);
            return { uid, json, ...meta };
        },
        saveDashboard: async (dashboard, place, message) => {
            const to = `write the dashboard "${dashboard.title}"`;
            const body = { dashboard, ...place, message };
            await send({ method: 'POST', path: '/api/dashboards/db', body, to });
        },
    };
}
/**
 * v0alpha1 gives dashboards as they are stored; the newer versions migrate them on the way and cannot be compared.
 * The namespace is `default` for the first organisation; others, and Grafana Cloud, tell it in their settings.
 */
async function listDashboards({ send }, url, atMost) {
    const to = 'list the dashboards';
    const dashboards = [];
    const cloud = new URL(url).hostname.endsWith('.grafana.net');
    let namespace = cloud ? await namespaceOf(send) : 'default';
    let next = '';
    do {
        const path = `/apis/dashboard.grafana.app/v0alpha1/namespaces/${(0,shaped/* segment */.m)(namespace)}/dashboards`;
        const query = `?limit=${atMost}${next && `&continue=${(0,shaped/* segment */.m)(next)}`}`;
        const answer = await send({ path: path + query, to, expect: NO_LIST });
        if (answer.status === 403 && namespace === 'default') {
            namespace = await namespaceOf(send);
            if (namespace !== 'default')
                continue;
        }
        if (answer.status !== 200)
            return undefined;
        const page = (0,shaped/* shaped */.e)(answer, listShape, to);
        dashboards.push(...page.items.map(fromResource));
        next = page.metadata.continue;
        if (!next)
            return { dashboards, complete: true };
    } while (dashboards.length < atMost);
    return { dashboards, complete: false };
}
/** Answers of a Grafana that has no such list (10.1: 404, measured), or does not give it to us. */
const NO_LIST = [400, 403, 404, 405, 406, 500, 501];
async function namespaceOf(send) {
    const to = 'tell its namespace';
    return (0,shaped/* shaped */.e)(await send({ path: '/api/frontend/settings', to }), settingsShape, to).namespace;
}
function fromResource({ metadata, spec }) {
    const { annotations } = metadata;
    const manager = annotations['grafana.app/managedBy'] ?? '';
    return {
        uid: metadata.name,
        folderUid: annotations['grafana.app/folder'] ?? '',
        json: spec,
        provisioned: manager.includes('file-provisioning') || manager === 'repo',
    };
}

// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/clients/grafana/data-sources.js



const dataSourceShape = dist/* looseObject */._H3({
    uid: dist/* string */.YjP(),
    name: dist/* string */.YjP(),
    type: dist/* string */.YjP(),
    url: dist/* string */.YjP(),
    readOnly: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
});
const healthShape = dist/* object */.Ikc({ status: dist/* optional */.lqM(dist/* string */.YjP(), 'ERROR'), message: dist/* optional */.lqM(dist/* string */.YjP(), '') });
/** Otherwise the data source is asked as it was up to 5 s ago (measured on 10.1). */
const FRESH = { 'x-grafana-nocache': 'true' };
function dataSources({ send }) {
    return {
        dataSource: async (by, value) => {
            const to = `read the data source "${value}"`;
            const answer = await send({ path: `/api/datasources/${by}/${(0,shaped/* segment */.m)(value)}`, to, expect: [404] });
            return answer.status === 404 ? undefined : (0,shaped/* shaped */.e)(answer, dataSourceShape, to);
        },
        createDataSource: async (body) => {
            await send({
                method: 'POST',
                path: '/api/datasources',
                body,
                to: `create the data source "${body.name}"`,
            });
        },
        updateDataSource: async (uid, body) => {
            const path = `/api/datasources/uid/${(0,shaped/* segment */.m)(uid)}`;
            await send({ method: 'PUT', path, body, to: `change the data source "${body.name}"` });
        },
        dataSourceHealth: async (uid) => {
            const to = 'ask the data source for its health';
            const path = `/api/datasources/uid/${(0,shaped/* segment */.m)(uid)}/health`;
            const answer = await send({ path, headers: FRESH, to, expect: [400, 500] });
            const { status, message } = (0,shaped/* shaped */.e)(answer, healthShape, to);
            return { ok: status === 'OK', message: (0,lib_text/* oneLine */.TN)(message, 300) };
        },
    };
}

;// CONCATENATED MODULE: ./build/clients/grafana/folders.js


const folderShape = dist/* object */.Ikc({ uid: dist/* string */.YjP(), title: dist/* string */.YjP() });
function folders({ send }) {
    return {
        folder: async (uid) => {
            const to = `read the folder "${uid}"`;
            const answer = await send({ path: `/api/folders/${(0,shaped/* segment */.m)(uid)}`, to, expect: [403, 404] });
            if (answer.status === 404)
                return undefined;
            return answer.status === 403 ? 'hidden' : (0,shaped/* shaped */.e)(answer, folderShape, to);
        },
        createFolder: async (folder) => {
            const to = `create the folder "${folder.title}"`;
            const answer = await send({ method: 'POST', path: '/api/folders', body: folder, to, expect: [412] });
            return answer.status === 412 ? 'taken' : 'created';
        },
        renameFolder: async ({ uid, title }) => {
            const path = `/api/folders/${(0,shaped/* segment */.m)(uid)}`;
            await send({
                method: 'PUT',
                path,
                body: { title, overwrite: true },
                to: `rename the folder to "${title}"`,
            });
        },
    };
}

// EXTERNAL MODULE: ./build/clients/grafana/request.js
var request = __webpack_require__(6061);
// EXTERNAL MODULE: ./build/clients/grafana/errors.js
var errors = __webpack_require__(257);
;// CONCATENATED MODULE: ./build/clients/grafana.js







function createGrafana(server) {
    const requests = (0,request/* createRequests */.dT)(server);
    const url = (0,request/* baseOf */.bx)(server.url);
    return {
        url,
        requests: requests.counts,
        ...dataSources(requests),
        ...folders(requests),
        ...dashboards(requests, url),
        ...alerting(requests),
        ...annotations(requests),
    };
}


/***/ }),

/***/ 257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ mayMissRules),
/* harmony export */   EN: () => (/* binding */ bodyOf),
/* harmony export */   HB: () => (/* binding */ unreachable),
/* harmony export */   ST: () => (/* binding */ isGone),
/* harmony export */   VM: () => (/* binding */ interrupted),
/* harmony export */   cs: () => (/* binding */ isHopeless),
/* harmony export */   hD: () => (/* binding */ isUnsure),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);


/** Every refusal as one problem: what was asked, what came back, and what to do. */
function refusal(answer, asked) {
    const { status } = answer;
    const body = bodyOf(answer);
    const page = body === undefined && ![413, 429].includes(status) && status < 500;
    if (page || (status >= 300 && status < 400))
        return notGrafana(answer, asked);
    if (body === undefined && [502, 503, 504].includes(status))
        return notThere(status, asked);
    const said = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(messageIn(body), 300);
    const fail = (code, hint) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)(`grafana-${code}`, `Grafana refuses to ${asked.to}: ${said ? `${said} (HTTP ${status})` : `HTTP ${status}`}.`, hint);
    switch (status) {
        case 401:
            return fail('unauthorized', tokenHint(said, asked));
        case 403:
            return fail('forbidden', permissionHint(said));
        case 404:
            return fail('not-found', 'Was it deleted meanwhile, or is this Grafana older than 10? Run again to see.');
        case 409:
        case 412:
            return fail('conflict', conflictHint(said));
        case 413:
            return fail('too-large', 'Split the dashboard: Grafana takes at most 16 MB, a proxy before it may take less.');
        case 429:
            return fail('rate-limited', `Run again ${later(answer)}; what was written stays written.`);
        default:
            if (/conflicting alert rule/.test(said))
                return fail('conflict', conflictHint(said));
            return status >= 500
                ? fail('server', "Run again: what was written stays written. When it stays, read Grafana's own log.")
                : fail('rejected', 'Correct what it names and run again.');
    }
}
const later = ({ headers }) => {
    const seconds = Number(headers['retry-after']);
    return seconds > 60 ? `in ${Math.ceil(seconds / 60)} minutes, as it asks for` : 'in a minute';
};
/** A page with such a status comes from what stands before Grafana. */
const notThere = (status, { to, at }) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('grafana-server', `The proxy at ${at} gets no answer from Grafana: HTTP ${status}, asked to ${to}.`, 'It may be restarting. Run again: what was written stays written. When it stays, look whether Grafana runs behind that address.');
/** The answer's JSON, or undefined when it is something else: a login page, a proxy's error. */
function bodyOf({ text }) {
    if (text === '')
        return null;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function messageIn(body) {
    const { message, messageId } = (body ?? {});
    return typeof message === 'string' ? message : typeof messageId === 'string' ? messageId : '';
}
function conflictHint(said) {
    if (/data source/i.test(said))
        return 'Rename the other data source, or name it as grafana.datasource in monitoring.yml to use it.';
    // Measured on 10.1; from 11 on titles need not be unique.
    if (/general folder with the same name/.test(said))
        return 'This Grafana takes each title once: set grafana.folder in monitoring.yml to another one, or rename the folder there.';
    if (/same name in the folder|rule title under the same/.test(said))
        return 'This Grafana takes each title once in a folder: give one of the two another title.';
    return 'Somebody else changed it meanwhile. Run again; when it stays, rename one of the two.';
}
function tokenHint(said, { cloudToken }) {
    if (cloudToken)
        return ('GRAFANA_API_KEY is an access policy token (glc_), which is good for remote write only. ' +
            'Make a service account token (glsa_) in the Grafana instance itself: Administration, Service accounts.');
    return /expired/i.test(said)
        ? 'The token has expired. Make a new one: Administration, Service accounts, Add service account token.'
        : 'GRAFANA_API_KEY must be a service account token (glsa_) of this very instance: Administration, Service accounts.';
}
/** Grafana names the permission; this names the role that has it. Measured: an Editor may do all but data sources. */
function permissionHint(said) {
    const needed = /Permissions needed: (.+)$/.exec(said)?.[1] ?? '';
    if (/read-only data source/i.test(said))
        return 'It is provisioned from a file on the Grafana server: change it there.';
    if (needed.startsWith('datasources:'))
        return 'Data sources need the Admin role or the permission "datasources:writer". Give it to the service account, or name an existing data source in monitoring.yml.';
    // Measured on 10.1; from 12 at the latest an Editor may.
    if (needed.startsWith('alert.provisioning:'))
        return 'In this version of Grafana alert rules need the Admin role, or "alert.provisioning:read" and "alert.provisioning:write".';
    const role = needed.includes('alert.')
        ? 'Alert rules need the Editor role, or "alert.rules:write" and "alert.provisioning.provenance:write" on the folder.'
        : needed.startsWith('annotations:')
            ? 'Annotations need the Editor role or "annotations:create".'
            : 'Folders and dashboards need the Editor role, or "folders:create" and "dashboards:create".';
    return `${role} Grafana sees a new role or folder up to 60 seconds late.`;
}
function notGrafana(answer, { to, at }) {
    const { location } = answer.headers;
    const redirect = answer.status >= 300 && answer.status < 400 && typeof location === 'string';
    const what = redirect
        ? `HTTP ${answer.status} to ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(location, 200)}`
        : `HTTP ${answer.status} with ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(String(answer.headers['content-type'] ?? 'no content type'), 100)}`;
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('grafana-not-grafana', `What answers at ${at} is not Grafana's API: asked to ${to}, it gave ${what}.`, redirect && !location.includes('/login')
        ? `Redirects are not followed, so that the token stays with the host it is meant for. Set GRAFANA_URL to ${finalAddress(location)}.`
        : 'GRAFANA_URL is the address of the start page, with its sub-path where there is one (https://example.com/grafana). Is a login proxy in between?');
}
/** The start page that belongs to where a request of the API was sent to. */
function finalAddress(location) {
    const [start = ''] = location.split(/\/apis?\//);
    return URL.canParse(start) ? (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(start, 200) : 'the final address';
}
/** No answer at all. */
function unreachable(cause, { to, at }) {
    const code = String(cause?.code ?? '');
    const fail = (short, what, hint) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)(`grafana-${short}`, `Grafana at ${at} ${what}, asked to ${to}.`, hint, cause);
    if ((cause instanceof Error && cause.name === 'TimeoutError') || /TIMEOUT|ETIMEDOUT/.test(code))
        return fail('timeout', 'did not answer in time', 'It may be overloaded or restarting. Run again: what was written stays written.');
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return fail('dns', `has a name that does not resolve (${code})`, 'Check GRAFANA_URL, and that the runner may reach it.');
    if (code === 'ECONNREFUSED')
        return fail('refused', 'refuses connections', 'Is it running, and is the port in GRAFANA_URL the right one?');
    if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
        return fail('tls', `does not speak TLS with us: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), 200)}`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.');
    return fail('connection', `broke the connection: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), 200)}`, 'It may be restarting. Run again: what was written stays written.');
}
/** The run was cancelled, or its time was over, while we waited. */
function interrupted({ reason }, { to, at }) {
    const isOver = reason instanceof Error && reason.name === 'TimeoutError';
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('grafana-interrupted', `${isOver ? 'Time was up' : 'The run was cancelled'} before Grafana at ${at} had answered, asked to ${to}.`, 'Run again: what was written stays written.', reason);
}
const has = (error, codes) => error.problems.some((p) => codes.includes(p.code.replace(/^grafana-/, '')));
const GONE = ['timeout', 'dns', 'refused', 'tls', 'connection', 'unauthorized', 'interrupted'];
/** Whether the next request would fare no better: nobody answers any more, or the token is none. */
const isGone = (error) => has(error, GONE);
/** Whether there was never anybody to talk to. */
const isHopeless = (error) => has(error, [...GONE, 'not-grafana']);
/** Whether a write that failed so may have been done all the same: look before writing again. */
const isUnsure = (error) => has(error, ['timeout', 'connection', 'refused', 'server']);
/**
 * Whether a group may have been refused because rules in it do not exist yet. Grafana 10.1 says so, all before 11.5.2 just
 * answer with a 500 (measured; grafana#98283).
 */
const mayMissRules = (error) => error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && has(error, ['server']);


/***/ }),

/***/ 6061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bx: () => (/* binding */ baseOf),
/* harmony export */   dT: () => (/* binding */ createRequests),
/* harmony export */   de: () => (/* binding */ whereOf)
/* harmony export */ });
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7357);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(257);


/** Milliseconds for one answer. */
const TIMEOUT_MS = 30_000;
/** With doubling pauses about 15 s: a Grafana that restarts is back within it. */
const RETRIES = 6;
/** Milliseconds for one request with all its pauses: who is told to come back in a minute can. */
const PATIENCE_MS = 90_000;
/** Origin and sub-path, without a slash at the end, a query or credentials. */
function baseOf(url) {
    const { origin, pathname } = new URL(url);
    return origin + pathname.replace(/\/+$/, '');
}
/** What every refusal says of the server. */
const whereOf = ({ url, token }) => ({
    at: baseOf(url).replace(/^https?:\/\//, ''),
    cloudToken: token.startsWith('glc_'),
});
/**
 * Requests to one Grafana. Reads and PUTs, which may be repeated, are retried on 429, 502, 503, 504 and broken
 * connections; other writes only where Grafana surely did nothing: 429 and a refused connection.
 */
function createRequests(server) {
    const base = baseOf(server.url);
    const about = whereOf(server);
    const seen = { read: 0, write: 0 };
    return {
        counts: () => ({ ...seen }),
        send: async ({ method = 'GET', path, body, headers, to, expect = [] }) => {
            const repeatable = method === 'GET' || method === 'PUT';
            seen[method === 'GET' ? 'read' : 'write'] += 1;
            const answer = await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_0__/* .exchange */ .cv)(server.pool, {
                url: `${base}${path}`,
                method,
                headers: {
                    accept: 'application/json',
                    authorization: `Bearer ${server.token}`,
                    ...(body !== undefined && { 'content-type': 'application/json' }),
                    ...headers,
                },
                ...(body !== undefined && { body: JSON.stringify(body) }),
                ...(server.signal && { signal: server.signal }),
                ...{ timeoutMs: TIMEOUT_MS, patienceMs: PATIENCE_MS, retries: RETRIES, onlyUndone: !repeatable },
            }).catch((cause) => {
                if (server.signal?.aborted)
                    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .interrupted */ .VM)(server.signal, { to, ...about });
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .unreachable */ .HB)(cause, { to, ...about });
            });
            return judged(answer, expect, { to, ...about });
        },
    };
}
function judged(answer, expect, about) {
    const body = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .bodyOf */ .EN)(answer);
    const good = (answer.status >= 200 && answer.status < 300) || expect.includes(answer.status);
    if (!good || body === undefined)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)(answer, about);
    return { status: answer.status, body };
}


/***/ }),

/***/ 6865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ shaped),
/* harmony export */   m: () => (/* binding */ segment)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7934);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);



/** A value as one segment of a path. */
const segment = encodeURIComponent;
/** The body, if it has this shape; an answer of another shape is a refusal too. */
function shaped({ status, body }, shape, to) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_1__/* .safeParse */ .xLC(shape, body);
    if (parsed.success)
        return parsed.output;
    throw oddAnswer(status, to, parsed.issues[0]);
}
function oddAnswer(status, to, issue) {
    const where = ` (${valibot__WEBPACK_IMPORTED_MODULE_1__/* .getDotPath */ .BuJ(issue) ?? 'body'}: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(issue.message, 100)})`;
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('grafana-odd-answer', `Grafana, asked to ${to}, answered HTTP ${status} in a form that we do not know${where}.`, 'Grafana 10.1 and 12.4 are known to work. Does GRAFANA_URL point to Grafana itself?');
}


/***/ }),

/***/ 2391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aF: () => (/* binding */ panelUrl),
/* harmony export */   bM: () => (/* binding */ findingUrl),
/* harmony export */   oV: () => (/* binding */ runbookUrl)
/* harmony export */ });
/* unused harmony export RUNBOOKS */
const REPOSITORY = 'https://github.com/fechatter/deploy-monitoring';
/** The page about an alert: what it means, how to look, what to do. */
const runbookUrl = (alert) => `${REPOSITORY}/blob/main/docs/alerts/${alert}.md`;
/** The list of all alerts. */
const RUNBOOKS = (/* unused pure expression or super */ null && (`${REPOSITORY}/blob/main/docs/alerts/README.md`));
/** What a finding of mode plan means, and how to silence it. */
const findingUrl = (code) => `${REPOSITORY}/blob/main/docs/findings.md#${code}`;
/** A dashboard's panel in the Grafana at `base`; without one, the path that any Grafana understands. */
const panelUrl = (ref, base = '') => `${base.replace(/\/+$/, '')}/d/${ref.dashboard}?viewPanel=${ref.panel}`;


/***/ }),

/***/ 432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Vi: () => (/* binding */ desireGrafana),
  No: () => (/* binding */ passwordOf),
  rs: () => (/* binding */ urlOf)
});

// EXTERNAL MODULE: ./build/plan/grafana-uids.js
var grafana_uids = __webpack_require__(2492);
// EXTERNAL MODULE: ./build/render/derive.js
var derive = __webpack_require__(1582);
// EXTERNAL MODULE: ./build/content/groups.js + 6 modules
var groups = __webpack_require__(8343);
// EXTERNAL MODULE: ./build/content/links.js
var links = __webpack_require__(2391);
// EXTERNAL MODULE: ./build/plan/grafana-rules.js
var grafana_rules = __webpack_require__(2392);
;// CONCATENATED MODULE: ./build/render/grafana-rules.js



/** Seconds between two evaluations; Grafana takes multiples of 10. */
const INTERVAL = 60;
/**
 * The same alerts as Grafana-managed rules. Recording rules stay in Prometheus, which has the samples: what it records
 * is read through the data source.
 */
function renderGrafanaRules(config, options) {
    const deployment = config.monitoring.app;
    return (0,groups.ruleGroups)(config, options)
        .map((group) => ({
        title: `${deployment} ${group.name}`,
        interval: INTERVAL,
        rules: (0,groups/* alertsOf */.H)([group]).map((rule) => ({
            uid: (0,grafana_rules/* ruleUid */.hX)(deployment, group.name, nameOf(rule)),
            ...managedRule(rule, options),
        })),
    }))
        .filter((group) => group.rules.length > 0);
}
/** Titles are unique, as older versions of Grafana demand. */
const nameOf = (rule) => rule.about === undefined ? rule.alert : `${rule.alert} (${rule.about})`;
function managedRule(rule, options) {
    return {
        title: nameOf(rule),
        condition: 'C',
        for: rule.for,
        // As in Prometheus: an expression that answers nothing is an alert that does not fire.
        noDataState: 'OK',
        execErrState: 'Error',
        labels: { severity: rule.severity, ...(rule.about !== undefined && { service: rule.about }) },
        annotations: {
            summary: grafanaTemplate(rule.summary),
            description: grafanaTemplate(rule.description),
            runbook_url: (0,links/* runbookUrl */.oV)(rule.alert),
            __dashboardUid__: rule.panel.dashboard,
            __panelId__: String(rule.panel.panel),
        },
        data: queries(rule.expr, options.dataSourceUid),
        // The Watchdog always fires: who is woken by the others must not be told of it.
        ...(options.receiver !== undefined && rule.severity !== 'none' && { receiver: options.receiver }),
    };
}
/**
 * Prometheus fires for whatever an expression returns, 0 and NaN included; a threshold alone would not. The same
 * three steps as in Grafana's own conversion of Prometheus rules.
 */
function queries(expr, dataSourceUid) {
    const relativeTimeRange = { from: 600, to: 0 };
    const expression = { relativeTimeRange, datasourceUid: '__expr__' };
    const returned = 'is_number($A) || is_nan($A) || is_inf($A)';
    return [
        {
            refId: 'A',
            relativeTimeRange,
            datasourceUid: dataSourceUid,
            model: { expr, instant: true, range: false },
        },
        { refId: 'B', ...expression, model: { type: 'math', expression: returned } },
        {
            refId: 'C',
            ...expression,
            model: { type: 'threshold', expression: 'B', conditions: [{ evaluator: { type: 'gt', params: [0] } }] },
        },
    ];
}
/** In Grafana `$value` is a text about all queries; the number of ours is this. */
const grafanaTemplate = (text) => text.replaceAll('$value', '$values.A.Value');

// EXTERNAL MODULE: ./build/render/prometheus.js
var prometheus = __webpack_require__(7949);
;// CONCATENATED MODULE: ./build/desired-grafana.js




/** The data source that every Grafana Cloud stack has for the metrics that are written to it. */
const CLOUD_DATA_SOURCE = 'grafanacloud-prom';
/** What Grafana is to have; undefined when none was given. Pure. */
function desireGrafana({ config, dashboards }, inputs, commit) {
    if (!inputs.grafana)
        return undefined;
    const { app } = config.monitoring;
    const { uid } = ownName(app);
    const existing = existingDataSource(config, inputs);
    return {
        deployment: app,
        // In older versions folders and dashboards share their uids (measured on 10.1).
        folder: { uid: `${(0,grafana_uids/* uidFor */.OO)(app, 33)}-folder`, title: config.grafana.folder },
        dataSource: existing ?? ownDataSource(config, inputs),
        dashboards,
        overwrite: config.grafana.overwrite,
        ruleGroups: renderGrafanaRules(config, {
            remoteWrite: inputs.remoteWrite !== undefined,
            dataSourceUid: existing?.existing ?? uid,
            ...(config.alerts.receiver !== undefined && { receiver: config.alerts.receiver }),
        }),
        ...(commit !== undefined && {
            annotation: {
                text: `Deployed ${commit.slice(0, 12)}`,
                tags: ['deploy', 'deploy-monitoring', app, commit],
            },
        }),
    };
}
/** A data source that is there already: the one that is named, or the stack's own when samples are written to it. */
function existingDataSource(config, inputs) {
    if (config.grafana.datasource !== undefined)
        return { existing: config.grafana.datasource };
    const isCloud = (url) => URL.parse(url ?? '')?.host.endsWith('.grafana.net');
    if (isCloud(inputs.grafana?.url) && isCloud(inputs.remoteWrite?.url))
        return { existing: CLOUD_DATA_SOURCE };
    const own = ownName(config.monitoring.app);
    return mayShowPassword(config, inputs) ? undefined : { existing: own.uid, own };
}
/**
 * Whether Grafana may be given the password for the address of Prometheus. Mode `dashboards` asks nothing of Fly, so
 * an app that only a file names may be anybody's: it takes the data source that an earlier deploy has written.
 */
function mayShowPassword(config, inputs) {
    if (config.monitoring.access !== 'password')
        return true;
    const isNamed = inputs.mode !== 'dashboards' || inputs.prometheusUrl !== undefined;
    return isNamed && passwordOf(config, inputs) !== undefined;
}
/** What our own data source is called, whoever makes it: dashboards hold both, and are the same for every run. */
const ownName = (app) => ({
    uid: (0,grafana_uids/* uidFor */.OO)(app),
    name: `Prometheus of ${app}`,
});
function ownDataSource(config, inputs) {
    const { app, scrape_interval } = config.monitoring;
    const password = passwordOf(config, inputs);
    return {
        ...ownName(app),
        url: urlOf(config, inputs),
        ...(password !== undefined && { user: prometheus/* PROMETHEUS_USER */.X1, password }),
        timeInterval: scrape_interval,
    };
}
/** Where Prometheus answers, without a slash at the end. */
const urlOf = ({ monitoring }, { prometheusUrl }) => (prometheusUrl ?? `https://${monitoring.app}.fly.dev`).replace(/\/+$/, '');
/** The password of Prometheus: given, or derived from the Fly token. Undefined: it is open, or nobody can know it. */
function passwordOf({ monitoring }, { prometheusPassword, flyToken }) {
    if (monitoring.access !== 'password')
        return undefined;
    return prometheusPassword ?? (flyToken === '' ? undefined : (0,derive/* derivePassword */.Jn)(flyToken, monitoring.app));
}


/***/ }),

/***/ 7357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tB: () => (/* binding */ basicAuth),
  b: () => (/* binding */ createPool),
  cv: () => (/* binding */ exchange)
});

// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
;// CONCATENATED MODULE: ./build/lib/retry.js

const BUSY = [429];
const TROUBLE = [...BUSY, 502, 503, 504];
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'];
const BROKEN = [...NOT_SENT, 'ECONNRESET', 'ENETDOWN', 'EHOSTDOWN', 'EPIPE', 'UND_ERR_SOCKET'];
/**
 * Backs off with jitter; honours Retry-After wherever there is time for it, and gives up at once where there is not.
 * Gives the last answer instead of throwing it away.
 */
function retrying({ times, until, onlyUndone }) {
    const statuses = onlyUndone ? BUSY : TROUBLE;
    const codes = onlyUndone ? NOT_SENT : BROKEN;
    return undici/* interceptors */.dY.retry({
        throwOnError: false,
        retry: (error, { state: { counter } }, done) => {
            const { statusCode, code, headers } = error;
            const passes = statusCode === undefined ? codes.includes(code ?? '') : statuses.includes(statusCode);
            const pause = pauseBefore(counter, headers?.['retry-after']);
            if (!passes || counter > times || Date.now() + pause >= until)
                return done(error);
            // undici clears the timer that it is given when the request is cancelled.
            return setTimeout(done, pause, null);
        },
    });
}
const FIRST_MS = 250;
const LONGEST_MS = 5_000;
/** Milliseconds before try number `attempt` (from 1): what the server asks for, in seconds or as a date, else ours. */
function pauseBefore(attempt, retryAfter) {
    const asked = typeof retryAfter === 'string' ? retryAfter.trim() : '';
    if (/^\d+$/.test(asked))
        return Number(asked) * 1_000;
    // Date.parse alone takes almost anything for a date.
    const date = / GMT$/.test(asked) ? Date.parse(asked) : Number.NaN;
    if (!Number.isNaN(date))
        return Math.max(0, date - Date.now());
    return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 + Math.random() * 0.4);
}

;// CONCATENATED MODULE: ./build/lib/http.js


/** Nothing that we ask for is bigger; a server that sends more is not the one we think it is. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;
/**
 * The one connection pool of a run: keep-alive, HTTP_PROXY/HTTPS_PROXY/NO_PROXY honoured.
 * It belongs to undici from the package: Node's own fetch refuses a dispatcher of another major version.
 */
function createPool() {
    return new undici/* EnvHttpProxyAgent */.J2({ keepAliveTimeout: 10_000, connect: { timeout: 10_000 } });
}
/**
 * One exchange, whatever the status. Redirects are not followed, so that credentials never leave the host they were
 * meant for. Throws what undici throws when there was no answer.
 */
async function exchange(pool, asked) {
    const { method = 'GET', timeoutMs = 10_000, retries = 0, onlyUndone = false } = asked;
    const patienceMs = asked.patienceMs ?? timeoutMs;
    const deadline = AbortSignal.timeout(patienceMs);
    const until = Date.now() + patienceMs;
    const response = await (0,undici/* request */.Em)(asked.url, {
        method,
        headers: { 'user-agent': 'deploy-monitoring', ...asked.headers },
        ...(asked.body !== undefined && { body: asked.body }),
        ...(patienceMs > timeoutMs && { headersTimeout: timeoutMs, bodyTimeout: timeoutMs }),
        signal: asked.signal ? AbortSignal.any([asked.signal, deadline]) : deadline,
        dispatcher: retries > 0 ? pool.compose(retrying({ times: retries, until, onlyUndone })) : pool,
    });
    return {
        status: response.statusCode,
        headers: response.headers,
        text: await bounded(response.body, asked.url),
    };
}
async function bounded(body, url) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.length;
        if (size > MAX_BODY_BYTES)
            throw new Error(`${new URL(url).origin} sent more than ${MAX_BODY_BYTES / 1024 / 1024} MB`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** The value of an Authorization header for basic auth. */
function basicAuth(user, password) {
    return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}


/***/ }),

/***/ 292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);

/** Reads JSON as people save it: a byte order mark is taken. The error has a place, which JSON.parse does not always tell. */
function readJson(source) {
    const text = source.replace(/^\uFEFF/, '');
    try {
        return { ok: true, value: JSON.parse(text) };
    }
    catch (error) {
        if (!(error instanceof SyntaxError))
            throw error;
        const before = text.slice(0, faultyOffset(text)).split('\n');
        const reason = error.message
            .replace(/ (?:in|after) JSON at position.*| \(line.*/s, '')
            .replace(/, (\.\.\.)?"[\s\S]*$/, '');
        return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason };
    }
}
/** The tolerant parser goes on after an error and so knows where the first one is; what it tolerates is at the start. */
function faultyOffset(text) {
    const errors = [];
    try {
        (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    }
    catch (error) {
        // It recurses: a text that nests thousands of levels deep fills the stack.
        if (!(error instanceof RangeError))
            throw error;
    }
    return errors[0]?.offset ?? 0;
}


/***/ }),

/***/ 5148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ refusedNames)
/* harmony export */ });
/** Names are said in one place: an input that would change nothing is an error. */
function refusedNames(names, file) {
    const given = Object.keys(names).map((name) => (name === 'monitoringApp' ? 'monitoring-app' : name));
    return given.map((name) => ({
        code: 'input-beside-file',
        severity: 'error',
        message: `Input ${name} is for use without a configuration file, and there is ${file}.`,
        hint: `Say it in ${file} and remove the input.`,
    }));
}


/***/ }),

/***/ 516:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ notJson)
/* harmony export */ });
/* harmony import */ var _catalog_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4211);

/** The finding for a dashboard file that is no JSON. */
function notJson(file, { line, column, reason }) {
    const hint = 'Export the dashboard again: Share → Export → Save to file.';
    return (0,_catalog_js__WEBPACK_IMPORTED_MODULE_0__/* .finding */ .gk)('dashboard-json', { file, line, column }, `Not valid JSON: ${reason}.`, hint);
}


/***/ }),

/***/ 3187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ annotationTags),
  L: () => (/* binding */ normaliseDashboard)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/plan/grafana-json.js
var grafana_json = __webpack_require__(9801);
;// CONCATENATED MODULE: ./build/plan/grafana-datasource-refs.js

/** Data sources that are part of Grafana, by uid or by the name that old dashboards use. */
const BUILT_IN = /^(-- .* --|grafana|__expr__)$/;
/**
 * Makes every reference to a Prometheus data source ours: by name, by the uid of another instance, by default (null on
 * something that queries), or by a variable that the dashboard does not declare. Variables that it declares stay, and
 * show ours first. Other types of data sources stay as they are.
 */
function bindDataSource(spec, ours) {
    const templating = (0,grafana_json/* isObject */.Gv)(spec.templating) ? spec.templating : {};
    const variables = Array.isArray(templating.list) ? templating.list : [];
    const declared = new Set(variables.filter(grafana_json/* isObject */.Gv).map((v) => String(v.name)));
    const target = { type: 'prometheus', uid: ours.uid };
    const pointing = bound(spec, (ref) => (isOurs(ref, declared) ? target : ref));
    if (!(0,grafana_json/* isObject */.Gv)(pointing.templating) || !Array.isArray(pointing.templating.list))
        return pointing;
    const list = pointing.templating.list.map((variable) => pointed(variable, ours));
    return { ...pointing, templating: { ...pointing.templating, list } };
}
function isOurs(ref, declared) {
    const name = (0,grafana_json/* isObject */.Gv)(ref) ? ref.uid : ref;
    if ((0,grafana_json/* isObject */.Gv)(ref) && ref.type !== undefined && ref.type !== 'prometheus')
        return false;
    if (typeof name !== 'string')
        return true;
    const variable = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(name);
    return variable ? !declared.has(variable[1] ?? variable[2] ?? '') : !BUILT_IN.test(name);
}
/** Panels, targets, variables and annotations all name their data source in a key of this name. */
function bound(value, bind, key) {
    if (value === null)
        return value;
    if (key === 'datasource')
        return bind(value);
    if (typeof value !== 'object')
        return value;
    return (0,grafana_json/* mapMembers */.Mz)(asksDefault(value) ? { ...value, datasource: bind(null) } : value, bound, bind);
}
/** A panel with queries, of which none says where it goes, asks the default data source: somebody else's. */
const asksDefault = (value) => (0,grafana_json/* isObject */.Gv)(value) &&
    (value.datasource === undefined || value.datasource === null) &&
    Array.isArray(value.targets) &&
    value.targets.some((target) => (0,grafana_json/* isObject */.Gv)(target) && typeof target.expr === 'string' && !target.datasource);
/** A variable that lets people choose a Prometheus starts with ours. */
function pointed(variable, ours) {
    if (!(0,grafana_json/* isObject */.Gv)(variable) || variable.type !== 'datasource' || variable.query !== 'prometheus')
        return variable;
    const many = variable.multi === true;
    const current = many
        ? { selected: true, text: [ours.name], value: [ours.uid] }
        : { selected: true, text: ours.name, value: ours.uid };
    return { ...variable, current };
}

// EXTERNAL MODULE: ./build/plan/grafana-uids.js
var grafana_uids = __webpack_require__(2492);
;// CONCATENATED MODULE: ./build/plan/grafana-dashboard.js




const UID = /^[a-zA-Z0-9_-]{1,40}$/;
/**
 * Brings any dashboard JSON that people have into one form: plain, wrapped in `{"dashboard": …}`, exported with
 * `__inputs`, a v0 or v1 resource. Every reference to a Prometheus data source becomes ours; a foreign `id` goes, since
 * Grafana answers it with 404; a missing uid is made from the file's name, since each post would make a duplicate.
 * The dashboard also gets an annotation query that shows our deploy annotations.
 */
function normaliseDashboard({ file, json }, home) {
    const found = (0,grafana_json/* tooDeep */.DI)(json) ? 'depth' : unwrap(json);
    if (typeof found === 'string')
        return refused(file, found);
    if (isV2(found))
        return refused(file, 'v2');
    const uid = found.uid ?? found.spec.uid ?? uidOf(file, home.deployment);
    if (typeof uid !== 'string' || !UID.test(uid))
        return refused(file, 'uid');
    const { spec, missing } = resolveInputs(found.spec, home.dataSource);
    if (missing !== undefined)
        return refused(file, 'input', missing);
    const title = typeof spec.title === 'string' ? spec.title.trim() : '';
    if (!title)
        return refused(file, 'title');
    const bound = withDeployments(bindDataSource(spec, home.dataSource), home.deployment);
    return { kind: 'dashboard', dashboard: { file, uid, title, json: { ...bound, title, uid } } };
}
/** What can be wrong with a file: what it is, and what to do. */
const FAULTS = {
    depth: ['is nested too deeply to be a dashboard', 'Export it again.'],
    shape: ['holds no dashboard', 'Export it in Grafana: Share, Export, Save to file.'],
    v2: [
        'is a dashboard of schema v2 ("V2 Resource"), which the dashboard API stores without understanding it: it would be empty',
        'Export it with the model "Classic" or "V1 Resource" where Grafana offers that (dashboards with tabs or conditional rendering have no such form), or import it by hand.',
    ],
    uid: ['has a uid that Grafana does not take', 'At most 40 letters, digits, "-" and "_".'],
    title: ['holds a dashboard without a title', 'Give it a "title".'],
    input: [
        'asks for an input that is not a Prometheus data source',
        'Write the uid of that data source into the file in its place.',
    ],
};
function refused(file, fault, name) {
    const [what, hint] = FAULTS[fault];
    return {
        kind: 'problem',
        problem: {
            code: `grafana-dashboard-${fault}`,
            severity: 'error',
            at: { file, line: 1, column: 1 },
            message: `${file} ${what}${name === undefined ? '' : `: ${name}`}.`,
            hint,
        },
    };
}
/** Takes off the wrapping of the API (`dashboard`) and of resources (`spec`), in any order. */
function unwrap(json) {
    let value = json;
    let resource;
    for (let layers = 0; layers < 3 && (0,grafana_json/* isObject */.Gv)(value); layers++) {
        const { apiVersion, metadata, spec, dashboard } = value;
        if (typeof apiVersion === 'string' && apiVersion.startsWith('dashboard.grafana.app/') && (0,grafana_json/* isObject */.Gv)(spec)) {
            const name = (0,grafana_json/* isObject */.Gv)(metadata) ? metadata.name : undefined;
            resource = { apiVersion, uid: typeof name === 'string' ? name : undefined };
            value = spec;
        }
        else if ((0,grafana_json/* isObject */.Gv)(dashboard) && !Array.isArray(value.panels))
            value = dashboard;
        else
            return { spec: value, apiVersion: resource?.apiVersion, uid: resource?.uid };
    }
    return 'shape';
}
const isV2 = ({ spec, apiVersion }) => /\/v2/.test(apiVersion ?? '') || ((0,grafana_json/* isObject */.Gv)(spec.elements) && (0,grafana_json/* isObject */.Gv)(spec.layout));
/** The same file of the same deployment has the same uid, whatever its title is. */
function uidOf(file, deployment) {
    const name = (0,posix_.basename)(file)
        .replace(/\.json$/i, '')
        .replace(/[^a-zA-Z0-9_-]+/g, '-');
    return (0,grafana_uids/* uidWithHash */.pC)(name, `${deployment}/${file}`);
}
/**
 * Substitutes what an export for others left open: `${DS_PROMETHEUS}` by our data source, constants by their value,
 * library panels by the copies that the export carries. What belongs to another instance goes.
 */
function resolveInputs(spec, ours) {
    const { __inputs: inputs, __requires, __elements: elements, id, version, ...rest } = spec;
    const values = new Map();
    for (const input of Array.isArray(inputs) ? inputs.filter(grafana_json/* isObject */.Gv) : []) {
        const name = String(input.name);
        const prometheus = input.type === 'datasource' && (input.pluginId ?? 'prometheus') === 'prometheus';
        if (prometheus)
            values.set(name, ours.uid);
        else if (typeof input.value === 'string')
            values.set(name, input.value);
        else
            return { spec, missing: name };
    }
    const filled = values.size === 0 ? rest : (0,grafana_json/* mapStrings */.to)(rest, (text) => filledIn(text, values));
    return { spec: inlined(filled, (0,grafana_json/* isObject */.Gv)(elements) ? elements : {}) };
}
const filledIn = (text, values) => text.replace(/\$\{(\w+)\}/g, (all, name) => values.get(name) ?? all);
function inlined(spec, elements) {
    if (!Array.isArray(spec.panels) || Object.keys(elements).length === 0)
        return spec;
    const inline = (panel) => {
        if (!(0,grafana_json/* isObject */.Gv)(panel))
            return panel;
        if (Array.isArray(panel.panels))
            return { ...panel, panels: panel.panels.map(inline) };
        const { libraryPanel, ...own } = panel;
        const element = (0,grafana_json/* isObject */.Gv)(libraryPanel) ? elements[String(libraryPanel.uid)] : undefined;
        return (0,grafana_json/* isObject */.Gv)(element) && (0,grafana_json/* isObject */.Gv)(element.model) ? { ...element.model, ...own } : panel;
    };
    return { ...spec, panels: spec.panels.map(inline) };
}
/** Tags that every deploy annotation of a deployment carries. */
const annotationTags = (deployment) => ['deploy', deployment];
/** Adds the query for our deploy annotations unless the dashboard has one. */
function withDeployments(spec, deployment) {
    const tags = annotationTags(deployment);
    const annotations = (0,grafana_json/* isObject */.Gv)(spec.annotations) ? spec.annotations : {};
    const list = Array.isArray(annotations.list) ? annotations.list : [];
    const shows = (query) => {
        const asked = (0,grafana_json/* isObject */.Gv)(query) && (0,grafana_json/* isObject */.Gv)(query.target) ? query.target.tags : undefined;
        return Array.isArray(asked) && tags.every((tag) => asked.includes(tag));
    };
    if (list.some(shows))
        return spec;
    const query = {
        datasource: { type: 'grafana', uid: '-- Grafana --' },
        enable: true,
        hide: false,
        iconColor: 'blue',
        name: 'Deployments',
        target: { limit: 100, matchAny: false, tags, type: 'tags' },
    };
    return { ...spec, annotations: { ...annotations, list: [...list, query] } };
}


/***/ }),

/***/ 9801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   DI: () => (/* binding */ tooDeep),
/* harmony export */   FS: () => (/* binding */ equalJson),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Mz: () => (/* binding */ mapMembers),
/* harmony export */   sc: () => (/* binding */ sha256),
/* harmony export */   to: () => (/* binding */ mapStrings)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
/** Deeper than any dashboard; recursion below stays far from the end of the stack. */
const MAX_DEPTH = 100;
/** Whether a value is nested deeper than a dashboard can be. */
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
/** JSON with the keys of every object sorted: equal values give equal texts, whoever serialised them. */
const canonical = (value) => JSON.stringify(sorted(value));
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!isObject(value))
        return value;
    const keys = Object.keys(value).sort();
    return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]));
}
/** Whether two JSON values are equal, in whatever order their keys are. Much cheaper than comparing their texts. */
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
    if (!isObject(a) || !isObject(b))
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
const sha256 = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
/**
 * The value with each direct member changed. Shared with the original, not copied, where nothing changes. What a change
 * needs to know comes as `context`: closures made for every object would take most of the time.
 */
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
/** The value with every string in it passed through `change`, keys left alone. */
function mapStrings(value, change) {
    if (typeof value === 'string')
        return change(value);
    return value !== null && typeof value === 'object' ? mapMembers(value, mapStrings, change) : value;
}


/***/ }),

/***/ 2392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ knowsReceivers),
/* harmony export */   Kr: () => (/* binding */ ruleGroupBody),
/* harmony export */   MU: () => (/* binding */ isOurs),
/* harmony export */   Rt: () => (/* binding */ withoutReceivers),
/* harmony export */   hX: () => (/* binding */ ruleUid),
/* harmony export */   yQ: () => (/* binding */ sameRuleGroup)
/* harmony export */ });
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9386);
/* harmony import */ var _grafana_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9801);


const prefix = (deployment) => `dm-${(0,_grafana_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(deployment).slice(0, 8)}-`;
/** The uid of a rule: stable as long as group and name are, and recognisable as this deployment's. 28 characters. */
function ruleUid(deployment, group, name) {
    return prefix(deployment) + (0,_grafana_json_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(`${group}/${name}`).slice(0, 16);
}
const isOurs = (deployment, rule) => rule.uid.startsWith(prefix(deployment));
/**
 * The body that brings a stored group to what we want. What is left out of it would be deleted, so rules that others
 * put into our group are sent back; a rule that somebody paused stays paused.
 */
function ruleGroupBody(group, stored, { deployment, folderUid }) {
    const before = stored?.rules ?? [];
    const ours = group.rules.map((rule) => {
        const paused = before.some((b) => b.uid === rule.uid && b.isPaused === true);
        return { ...wire(rule), orgID: 1, folderUID: folderUid, ruleGroup: group.title, isPaused: paused };
    });
    const others = before.filter((rule) => !isOurs(deployment, rule));
    return { title: group.title, folderUid, interval: group.interval, rules: [...ours, ...others] };
}
/**
 * Whether this Grafana lets a rule name its contact point: rules then have a place for it, empty or not. Older ones drop
 * it without a word (measured: 10.1 does, 12.4 does not).
 */
const knowsReceivers = ({ rules }) => rules.length === 0 || rules.some((rule) => rule.notification_settings !== undefined);
const withoutReceivers = (group) => ({
    ...group,
    rules: group.rules.map(({ receiver, ...rule }) => rule),
});
/** Whether the stored group already says what we want. */
function sameRuleGroup(group, stored, deployment) {
    const ours = stored.rules.filter((rule) => isOurs(deployment, rule));
    return (stored.interval === group.interval &&
        ours.length === group.rules.length &&
        group.rules.every((rule) => {
            const twin = ours.find((r) => r.uid === rule.uid);
            return twin !== undefined && comparable(wire(rule)) === comparable(twin);
        }));
}
function wire(rule) {
    const { receiver, data, ...rest } = rule;
    return {
        ...rest,
        data: data.map((query) => ({
            queryType: '',
            ...query,
            model: { ...MODEL, ...query.model, refId: query.refId },
        })),
        notification_settings: receiver === undefined ? null : { receiver },
    };
}
/** Grafana adds these to every model that lacks them. */
const MODEL = { intervalMs: 1000, maxDataPoints: 43200 };
/** The part of a rule that we decide, however the server wrote it down. */
function comparable(rule) {
    const { title, condition, noDataState, execErrState, labels, annotations, data } = rule;
    const receiver = (0,_grafana_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(rule.notification_settings) ? rule.notification_settings.receiver : undefined;
    const queries = Array.isArray(data) ? data.filter(_grafana_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv) : [];
    return (0,_grafana_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)({
        ...{ title, condition, noDataState, execErrState, receiver },
        for: (0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E)(String(rule.for)) ?? rule.for,
        labels: labels ?? {},
        annotations: annotations ?? {},
        data: queries.map(({ refId, relativeTimeRange, datasourceUid, model }) => ({
            ...{ refId, relativeTimeRange, datasourceUid, model },
        })),
    });
}


/***/ }),

/***/ 2492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kt: () => (/* binding */ underUids),
/* harmony export */   Nt: () => (/* binding */ ownUid),
/* harmony export */   OO: () => (/* binding */ uidFor),
/* harmony export */   pC: () => (/* binding */ uidWithHash)
/* harmony export */ });
/* harmony import */ var _grafana_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9801);

/** Grafana takes no longer ones. */
const MAX = 40;
/** A text as a uid: where it is too long for one, what was cut off is told by its hash. */
const uidFor = (text, max = MAX) => text.length <= max ? text : uidWithHash(text, text, max);
/** A uid that shows how `text` begins and is another one for each `key`: the same at every run. */
const uidWithHash = (text, key, max = MAX) => `${text.slice(0, max - 9)}-${(0,_grafana_json_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(key).slice(0, 8)}`;
/** The uid of a dashboard whose plain one another deployment has: the same at every run. */
const ownUid = (uid, deployment) => uidWithHash(uid, `${deployment}\0${uid}`);
/** The dashboards under their uids in Grafana; links between them lead to these, not to the other deployment's. */
function underUids(dashboards, moved) {
    if (moved.size === 0)
        return [...dashboards];
    const linked = (text) => text.replace(/(\/d(?:-solo)?\/)([\w-]+)/g, (_, path, uid) => path + (moved.get(uid) ?? uid));
    return dashboards.map((dashboard) => {
        const uid = moved.get(dashboard.uid) ?? dashboard.uid;
        return { ...dashboard, uid, json: { ...(0,_grafana_json_js__WEBPACK_IMPORTED_MODULE_0__/* .mapStrings */ .to)(dashboard.json, linked), uid } };
    });
}


/***/ }),

/***/ 7849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LO: () => (/* binding */ missing),
/* harmony export */   R6: () => (/* binding */ insist),
/* harmony export */   Wh: () => (/* binding */ readProject),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   __: () => (/* binding */ each)
/* harmony export */ });
/* harmony import */ var _assets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3287);
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5235);
/* harmony import */ var _config_preset_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1356);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1469);
/* harmony import */ var _lib_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(292);
/* harmony import */ var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(493);
/* harmony import */ var _lint_beside_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5148);
/* harmony import */ var _lint_not_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(516);








/**
 * Reads the repository, as far as every mode needs it. What is wrong with its files is returned, to be told with more.
 * @throws ActionError `configuration` when the configuration itself cannot be read
 */
function readProject(inputs, root) {
    const { workspace, config, configFile } = readConfig(inputs, root);
    const dashboards = readDashboards(workspace, config);
    const beside = configFile === undefined ? [] : (0,_lint_beside_js__WEBPACK_IMPORTED_MODULE_7__/* .refusedNames */ .h)(inputs.names, configFile);
    return {
        project: { workspace, config, configFile, dashboards: dashboards.found },
        problems: [...beside, ...dashboards.problems],
    };
}
/** @throws ActionError `configuration` when there are any */
function insist(problems) {
    if (problems.length > 0)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', problems);
}
/**
 * Reads the configuration alone, or makes it from the preset.
 * @throws ActionError `configuration`
 */
function readConfig(inputs, root) {
    const workspace = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .openWorkspace */ .OH)(root, inputs.workingDirectory);
    const file = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, inputs.config.path);
    if (!file && inputs.config.explicit)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ('configuration', [
            missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, inputs.config.path), 'Input config names it.'),
        ]);
    // A wrong name for the preset is a wrong input: there is no file to point at.
    const config = file ? (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .loadConfig */ .Z9)(file.text, file.file) : (0,_config_load_js__WEBPACK_IMPORTED_MODULE_1__/* .validate */ .tf)((0,_config_preset_js__WEBPACK_IMPORTED_MODULE_2__/* .preset */ .I)(inputs.names));
    return { workspace, config, configFile: file?.file };
}
/** Reads one thing after the other; what cannot be read is a problem and does not stop the others. */
function each(items, read) {
    const result = { found: [], problems: [] };
    for (const item of items) {
        try {
            const one = read(item);
            if (Array.isArray(one))
                result.problems.push(...one);
            else
                result.found.push(one);
        }
        catch (error) {
            if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .ActionError */ .lZ))
                throw error;
            result.problems.push(...error.problems);
        }
    }
    return result;
}
/** The user's own dashboards, else those that ship with this action as far as the services have their metrics. */
function readDashboards(workspace, config) {
    const own = config.grafana.dashboards;
    if (!own)
        return { found: shipped(config), problems: [] };
    const paths = new Set(own.flatMap((path) => (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .listFiles */ .CS)(workspace, path, '.json')));
    return each([...paths], (path) => {
        const text = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .readText */ .yR)(workspace, path, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_DASHBOARD_BYTES */ .Em);
        return text ? parseDashboard(text) : [missing((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_5__/* .shown */ .SP)(workspace, path), 'grafana.dashboards names it.')];
    });
}
function shipped(config) {
    const isFechatter = config.services.some(({ metrics }) => 'fechatter_http_requests_total' in metrics);
    const files = [
        ...(isFechatter ? ['dashboards/fechatter-overview.json'] : []),
        'dashboards/fechatter-monitoring.json',
    ];
    return files.map((file) => ({ file, json: JSON.parse((0,_assets_js__WEBPACK_IMPORTED_MODULE_0__/* .readAsset */ .f)(file)) }));
}
function parseDashboard({ file, text }) {
    const read = (0,_lib_json_js__WEBPACK_IMPORTED_MODULE_4__/* .readJson */ .V)(text);
    return read.ok ? { file, json: read.value } : [(0,_lint_not_json_js__WEBPACK_IMPORTED_MODULE_6__/* .notJson */ .O)(file, read)];
}
/** A file that is named somewhere and is not there. */
function missing(file, hint) {
    return { code: 'file-missing', severity: 'error', message: `${file} does not exist.`, hint };
}


/***/ }),

/***/ 1582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dh: () => (/* binding */ keyed),
/* harmony export */   Jn: () => (/* binding */ derivePassword),
/* harmony export */   rD: () => (/* binding */ keyedDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The password of Prometheus when none is given: derived, so that a Fly token alone is enough and equal runs render
 * equal files. Another token means another password.
 */
function derivePassword(flyToken, app) {
    return keyed(flyToken, `password\0${app}`).toString('base64url');
}
/** A digest that only a holder of the token can make, so that it may be shown where values must not be. */
function keyedDigest(flyToken, parts) {
    return keyed(flyToken, JSON.stringify(['digest', ...parts]))
        .toString('hex')
        .slice(0, 32);
}
/** What only a holder of the token can make of a text. */
function keyed(flyToken, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', normalise(flyToken)).update(`deploy-monitoring\0${text}`).digest();
}
/** flyctl takes a token with or without its scheme; both are the same token. */
const normalise = (token) => token.trim().replace(/^(FlyV1|Bearer)\s+/i, '');


/***/ }),

/***/ 7949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Be: () => (/* binding */ renderPrometheus),
/* harmony export */   X1: () => (/* binding */ PROMETHEUS_USER),
/* harmony export */   hR: () => (/* binding */ GUEST)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _config_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3519);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9386);



/** Where files lie on the monitoring machine. */
const GUEST = {
    config: '/etc/prometheus/prometheus.yml',
    rules: '/etc/prometheus/rules.yml',
    webConfig: '/etc/prometheus/web.yml',
    selfPassword: '/etc/prometheus/self-password',
    remoteWriteKey: '/etc/prometheus/remote-write-key',
};
/** The user of Prometheus' basic auth. */
const PROMETHEUS_USER = 'prometheus';
/** prometheus.yml: one job per service and one for Prometheus itself, built as data and serialised once. */
function renderPrometheus(config, options) {
    const interval = config.monitoring.scrape_interval;
    const document = {
        global: {
            scrape_interval: interval,
            scrape_timeout: atMost(interval, '10s'),
            evaluation_interval: interval,
            external_labels: { monitor: config.monitoring.app },
        },
        ...(options.rules && { rule_files: [GUEST.rules] }),
        scrape_configs: [
            ...config.services.map((service) => serviceJob(service, interval, options.version)),
            selfJob(config),
        ],
        ...(options.remoteWrite && { remote_write: [remoteWrite(options.remoteWrite)] }),
    };
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(document, { lineWidth: 0 });
}
/**
 * Discovery by the AAAA records of Fly's private DNS: every started machine, one by one.
 * Both labels are the user's own names, so that they stay the same when machines and addresses change.
 */
function serviceJob(service, interval, version) {
    const host = service.process === undefined
        ? `${service.app}.internal`
        : `${service.process}.process.${service.app}.internal`;
    return {
        job_name: service.name,
        metrics_path: service.path,
        body_size_limit: '16MB',
        // Prometheus 3 refuses a blank or unknown Content-Type unless told how to read it; 2.42 does not know the key.
        ...(version.major >= 3 && { fallback_scrape_protocol: 'PrometheusText0.0.4' }),
        dns_sd_configs: [
            { names: [host], type: 'AAAA', port: service.port, refresh_interval: atMost(interval, '15s') },
        ],
        relabel_configs: [
            { target_label: 'service', replacement: literal(service.name) },
            { target_label: 'app', replacement: literal(service.app) },
        ],
    };
}
/** The self-scrape needs the password too: basic auth guards every path of Prometheus. */
function selfJob(config) {
    return {
        job_name: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P,
        ...(config.monitoring.access === 'password' && {
            basic_auth: { username: PROMETHEUS_USER, password_file: GUEST.selfPassword },
        }),
        static_configs: [
            { targets: ['localhost:9090'], labels: { service: _config_check_js__WEBPACK_IMPORTED_MODULE_1__/* .SELF_JOB */ .P, app: config.monitoring.app } },
        ],
    };
}
function remoteWrite(target) {
    return {
        url: target.url,
        basic_auth: { username: target.user, password_file: GUEST.remoteWriteKey },
        // A monitoring machine is small: few shards, little memory (defaults are 50 shards of 10,000 samples).
        queue_config: { max_shards: 4, capacity: 2500, max_samples_per_send: 500 },
    };
}
/** In a relabel replacement "$" refers to groups of the match. */
const literal = (text) => text.replaceAll('$', '$$$$');
const atMost = (duration, limit) => ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(duration) ?? 0) < ((0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(limit) ?? 0) ? duration : limit;


/***/ })

};
