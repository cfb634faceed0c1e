export const id = 4307;
export const ids = [4307];
export const modules = {

/***/ 5630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jx: () => (/* binding */ flyChanges),
/* harmony export */   On: () => (/* binding */ grafanaDashboards),
/* harmony export */   Pl: () => (/* binding */ grafanaSkips),
/* harmony export */   kd: () => (/* binding */ grafanaChanges)
/* harmony export */ });
/** The changes at Fly, for the report; includes an app that is up to date. */
function flyChanges({ app, outcomes, problems }) {
    if (outcomes.length === 0 && problems.length === 0)
        return [{ subject: app, what: 'nothing to do', result: 'unchanged', why: 'It is up to date.' }];
    return outcomes.map((outcome) => ({
        subject: outcome.change.subject,
        what: outcome.change.what,
        ...resultOf(outcome),
        ...(outcome.kind !== 'notRun' && { seconds: outcome.seconds }),
    }));
}
function resultOf(outcome) {
    switch (outcome.kind) {
        case 'done':
            return { result: 'done', why: outcome.change.reason };
        case 'failed':
            return { result: 'failed', why: outcome.problem.message };
        case 'notRun':
            return { result: 'not-run', why: outcome.why };
    }
}
/** The changes in Grafana, for the report. */
function grafanaChanges({ results }) {
    return results.map((result) => ({
        subject: result.name,
        what: result.change?.what ?? `${result.kind} ${result.state}`,
        ...whyOf(result),
    }));
}
function whyOf(result) {
    switch (result.state) {
        case 'failed':
        case 'kept':
            return { result: result.state, why: result.problem.message };
        case 'unchanged':
            return { result: 'unchanged', why: result.why ?? 'It is up to date.' };
        default:
            return { result: 'done', why: result.why ?? '' };
    }
}
/** The dashboards in Grafana, for the report. */
function grafanaDashboards({ results }) {
    return results
        .filter(({ kind }) => kind === 'dashboard')
        .map(({ name, url = '', state }) => ({ title: name, url: state === 'failed' ? '' : url, result: state }));
}
/** Alerts that notify no one: not a failure, but the report has to show it. */
function grafanaSkips({ results, notified }) {
    const hasRules = results.some(({ kind, state }) => kind === 'rule group' && state !== 'failed');
    if (!hasRules || (notified !== 'no-one' && notified !== 'unknown'))
        return [];
    const why = notified === 'no-one'
        ? 'Alerts fire in Grafana, but no contact point receives them: no one is notified.'
        : 'Alerts fire in Grafana, but it could not be read whether anyone is notified.';
    return [
        {
            part: 'Notifications',
            why,
            set: 'alerts.receiver in the configuration, or a notification policy in Grafana',
        },
    ];
}


/***/ }),

/***/ 6687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ carryOut)
});

// EXTERNAL MODULE: ./build/desired/grafana/annotations.js
var annotations = __webpack_require__(4900);
// EXTERNAL MODULE: ./build/plan/grafana/annotation.js
var annotation = __webpack_require__(6584);
// EXTERNAL MODULE: ./build/plan/grafana/attempt.js
var attempt = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/plan/grafana/data-source.js
var data_source = __webpack_require__(4567);
// EXTERNAL MODULE: ./build/plan/grafana/outcome.js
var outcome = __webpack_require__(5225);
// EXTERNAL MODULE: ./build/clients/grafana/errors.js
var errors = __webpack_require__(257);
// EXTERNAL MODULE: ./build/lib/errors.js
var lib_errors = __webpack_require__(1469);
;// CONCATENATED MODULE: ./build/apply/grafana/attempt.js



/** Carries out one write; a refusal is returned as a problem. Any other error is thrown again. */
async function attemptWrite(session, operation) {
    if (session.unavailable)
        return { ok: false, problem: (0,attempt/* notAttempted */.Sb)(session.unavailable) };
    return (0,attempt/* attempt */.CD)(operation, async (error, problem) => {
        if ((0,errors/* isUnavailable */.Pd)(error) || (await (0,attempt/* isSilent */.eS)(session.grafana, error)))
            session.unavailable = problem;
    });
}
/** Writes once; when the answer is lost, checks whether the write succeeded before it is repeated. */
async function writeOnce(write, isDone) {
    try {
        await write();
    }
    catch (error) {
        if (!(error instanceof lib_errors/* ActionError */.lZ) || !(0,errors/* mayHaveSucceeded */.p8)(error))
            throw error;
        if (!(await isDone()))
            await write();
    }
}

// EXTERNAL MODULE: ./build/plan/grafana/ownership.js
var ownership = __webpack_require__(300);
;// CONCATENATED MODULE: ./build/apply/grafana/dashboards.js


/**
 * Saves a dashboard. When the answer got lost, the dashboard is read before the save is repeated, so that nothing is
 * written twice. `overwrite` is set only for a dashboard that exists: up to Grafana 10 a new dashboard would replace
 * another one with the same title (measured on 10.1).
 */
function saveDashboard({ grafana }, action) {
    const { uid, deployment, folderUid, json, overwrite, v2 } = action;
    const message = `Written by deploy-monitoring for ${deployment}`;
    const write = v2
        ? () => {
            const record = (0,ownership/* ownershipRecord */.b)(json, deployment, v2.generation);
            const { apiVersion: version } = v2;
            return grafana.saveResource({ version, uid, folderUid, spec: json, record, message });
        }
        : () => grafana.saveDashboard((0,ownership/* withOwnershipMark */.fU)(json, action), { folderUid, overwrite }, message);
    const isDone = async () => {
        const stored = await (v2 ? grafana.dashboardAs(v2.apiVersion, uid) : grafana.dashboard(uid));
        return (0,ownership/* ownershipOf */.VL)({ json, isV2: v2 !== undefined }, stored, action) === 'unchanged';
    };
    return writeOnce(write, isDone);
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/plan/grafana/removal.js
var removal = __webpack_require__(2573);
// EXTERNAL MODULE: ./build/plan/grafana/rules.js
var rules = __webpack_require__(7526);
;// CONCATENATED MODULE: ./build/apply/grafana/rules.js



/** Writes a group; the stored group shows whether Grafana keeps the contact points of rules. */
async function writeRuleGroup(session, action) {
    if (!(0,rules/* supportsReceivers */.L7)(await putRuleGroup(session, action)))
        session.ignoresReceivers = true;
}
/** Before Grafana 11.5.2 a group accepts only rules that exist already: new ones are created separately. */
async function putRuleGroup({ grafana }, action) {
    const { folderUid, title, body, fresh } = action;
    const put = () => grafana.putRuleGroup(folderUid, title, body);
    try {
        return await put();
    }
    catch (error) {
        if (fresh.length === 0 || !(0,errors/* mayMissRules */.$r)(error))
            throw error;
        for (const rule of body.rules)
            if (fresh.includes(String(rule.uid)))
                await grafana.createRule(rule);
        return put();
    }
}
/** Grafana refuses to delete a rule that does not exist (500, recorded): when the answer got lost, a read decides. */
const deleteRule = ({ grafana }, uid) => writeOnce(() => grafana.deleteRule(uid), async () => (await grafana.rules()).every((rule) => rule.uid !== uid));

;// CONCATENATED MODULE: ./build/apply/grafana/remove-object.js






/** Sends the requests of a removal. What changed since the plan was shown is not removed. */
async function removeObject(session, action) {
    const { grafana } = session;
    switch (action.kind) {
        case 'remove-rules':
            for (const uid of action.uids)
                await deleteRule(session, uid);
            return;
        case 'remove-dashboard':
            return removeDashboard(grafana, action);
        case 'remove-folder':
            return removeFolder(session, action.uid);
        case 'remove-data-source': {
            const isGone = async () => (await grafana.dataSource('uid', action.uid)) === undefined;
            await writeOnce(() => grafana.deleteDataSource(action.uid), isGone);
        }
    }
}
async function removeDashboard(grafana, { uid, deployment, evenEdited }) {
    const stored = await grafana.dashboard(uid);
    if (!stored)
        return;
    const edited = (0,removal/* whyKept */.$t)(stored, { deployment, overwrite: evenEdited ? 'always' : 'unless-edited' });
    if (edited)
        throw new lib_errors/* ActionError */.lZ('platform', [{ ...edited, severity: 'error' }]);
    const isGone = async () => (await grafana.dashboard(uid)) === undefined;
    await writeOnce(() => grafana.deleteDashboard(uid), isGone);
}
/** Grafana's search may still show for a while what was just removed. */
const TRIES = 5;
const PAUSE_MS = 1_000;
/** Removes the folder if it is empty: Grafana would remove dashboards and folders in it without asking. */
async function removeFolder({ grafana, signal }, uid) {
    for (let tries = 1;; tries++) {
        const left = await contentsOf(grafana, uid);
        if (left === 0)
            break;
        if (tries === TRIES)
            throw (0,lib_errors/* platformError */.sx)('grafana-folder-not-empty', `The folder ${uid} still has ${(0,lib_text/* count */.U9)(left, 'object')} in it. It was left unchanged.`, 'See in Grafana what is in it: move or delete that, and then run again.');
        await (0,promises_.setTimeout)(PAUSE_MS, undefined, { ...(signal && { signal }) });
    }
    const isGone = async () => {
        const folder = await grafana.folder(uid);
        return folder === undefined || folder === 'hidden';
    };
    await writeOnce(() => grafana.deleteFolder(uid), isGone);
}
/** How many objects are in the folder: by what can be listed, and by what Grafana counts, which has the other kinds. */
async function contentsOf(grafana, uid) {
    const [items, rules, counted] = await Promise.all([
        grafana.itemsIn(uid),
        grafana.rules(),
        grafana.countIn(uid),
    ]);
    const listed = items.length + rules.filter((rule) => rule.folderUID === uid).length;
    return Math.max(listed, counted ?? 0);
}

;// CONCATENATED MODULE: ./build/apply/grafana/carry-out.js









/** Carries out the plan of one object. `blocked`: why something that its change needs does not exist. */
async function carryOut(session, planned, blocked) {
    if (!(0,outcome/* isChange */.X)(planned))
        return planned;
    const { object, becomes, reason } = planned;
    const failed = (problem) => ({ ...(0,outcome/* failedObject */.z)(object, problem), change: planned });
    if (blocked)
        return failed((0,attempt/* notAttempted */.Sb)(blocked));
    const done = await attemptWrite(session, () => perform(session, planned.action));
    if (!done.ok)
        return failed(done.problem);
    if (done.value === 'unchanged')
        return { ...object, state: 'unchanged' };
    return { ...object, change: planned, state: becomes, why: reason };
}
/** Sends the requests of an action. `unchanged`: the object existed already. */
async function perform(session, action) {
    const { grafana, dataSource } = session;
    switch (action.kind) {
        case 'create-data-source': {
            const body = (0,data_source/* withPassword */.o9)(action.body, dataSource);
            const isDone = async () => (await grafana.dataSource('uid', action.uid)) !== undefined;
            await writeOnce(() => grafana.createDataSource(body), isDone);
            return;
        }
        case 'update-data-source':
            await grafana.updateDataSource(action.uid, (0,data_source/* withPassword */.o9)(action.body, dataSource));
            return;
        case 'create-folder':
            return createFolder(session, action);
        case 'rename-folder':
            await grafana.renameFolder(action);
            return;
        case 'save-dashboard':
            await saveDashboard(session, action);
            return;
        case 'write-rule-group':
            await writeRuleGroup(session, action);
            return;
        case 'annotate':
            await annotate(session, action);
            return;
        default:
            return removeObject(session, action);
    }
}
/**
 * An Editor cannot distinguish a missing folder from a hidden one (both 403), so creating it decides: 412 means that it
 * exists. When the answer got lost, a second attempt finds the folder that the first one created.
 */
async function createFolder({ grafana }, { uid, title }) {
    let isTaken = false;
    await writeOnce(async () => {
        isTaken = (await grafana.createFolder({ uid, title })) === 'taken';
    }, async () => {
        const folder = await grafana.folder(uid);
        return folder !== undefined && folder !== 'hidden';
    });
    return isTaken ? 'unchanged' : undefined;
}
async function annotate({ grafana }, { deployment, text, tags }) {
    const time = Date.now();
    await writeOnce(() => grafana.annotate({ time, text, tags }), async () => (0,annotation/* isAnnotated */.ne)(tags, await grafana.lastAnnotation((0,annotations/* annotationTags */.RS)(deployment), (0,annotation/* annotationsSince */.b7)())));
}


/***/ }),

/***/ 912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ createGrafana)
});

// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(7934);
// EXTERNAL MODULE: ./build/clients/grafana/response.js
var response = __webpack_require__(8681);
;// CONCATENATED MODULE: ./build/clients/grafana/alerting.js


const ruleShape = dist/* looseObject */._H3({
    uid: dist/* string */.YjP(),
    title: dist/* string */.YjP(),
    folderUID: dist/* string */.YjP(),
    ruleGroup: dist/* string */.YjP(),
});
const groupShape = dist/* object */.Ikc({ interval: dist/* number */.aig(), rules: dist/* nullable */.mee(dist/* array */.YOg(ruleShape)) });
/** Rules stay editable in Grafana: otherwise they would be locked to the API for good. */
const EDITABLE = { 'x-disable-provenance': 'true' };
const groupPath = (folder, title) => `/api/v1/provisioning/folder/${(0,response/* pathSegment */.p)(folder)}/rule-groups/${(0,response/* pathSegment */.p)(title)}`;
function alertingRequests({ send }) {
    return {
        rules: async () => {
            const to = 'list the alert rules';
            return (0,response/* parseResponse */.x)(await send({ path: '/api/v1/provisioning/alert-rules', to }), dist/* array */.YOg(ruleShape), to);
        },
        ruleGroup: async (folderUid, title) => {
            const to = `read the rule group "${title}"`;
            const answer = await send({ path: groupPath(folderUid, title), to, expect: [403, 404] });
            if (answer.status !== 200)
                return undefined;
            const { interval, rules } = (0,response/* parseResponse */.x)(answer, groupShape, to);
            return { interval, rules: rules ?? [] };
        },
        putRuleGroup: async (folderUid, title, body) => {
            const to = `write the rule group "${title}"`;
            const path = groupPath(folderUid, title);
            const answer = await send({ method: 'PUT', path, body, headers: EDITABLE, to });
            const { interval, rules } = (0,response/* parseResponse */.x)(answer, groupShape, to);
            return { interval, rules: rules ?? [] };
        },
        createRule: async (rule) => {
            const to = `create the alert rule "${rule.title}"`;
            const path = '/api/v1/provisioning/alert-rules';
            await send({ method: 'POST', path, body: rule, headers: EDITABLE, to });
        },
        deleteRule: async (uid) => {
            const path = `/api/v1/provisioning/alert-rules/${(0,response/* pathSegment */.p)(uid)}`;
            const to = `remove the alert rule "${uid}"`;
            await send({ method: 'DELETE', path, headers: EDITABLE, to });
        },
    };
}

;// CONCATENATED MODULE: ./build/clients/grafana/annotations.js


const annotationShape = dist/* object */.Ikc({
    id: dist/* number */.aig(),
    time: dist/* number */.aig(),
    tags: dist/* optional */.lqM(dist/* array */.YOg(dist/* string */.YjP()), []),
});
function annotationRequests({ send }) {
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
            const found = (0,response/* parseResponse */.x)(answer, dist/* array */.YOg(annotationShape), to);
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

// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/lib/errors.js
var errors = __webpack_require__(1469);
// EXTERNAL MODULE: ./build/clients/grafana/errors.js
var grafana_errors = __webpack_require__(257);
;// CONCATENATED MODULE: ./build/clients/grafana/dashboard-resources.js





const GROUP = 'dashboard.grafana.app';
/** Returns dashboards as they are stored; newer versions migrate them, which prevents a comparison (measured on 12.4). */
const AS_STORED = 'v0alpha1';
/** The annotation of a resource with the record of this action's last write. */
const RECORD = 'deploy-monitoring/record';
/** A page ends after 2 MB, whatever the limit (from the source of Grafana 12). */
const PAGE = 5_000;
const resourceShape = dist/* object */.Ikc({
    metadata: dist/* object */.Ikc({
        name: dist/* string */.YjP(),
        generation: dist/* optional */.lqM(dist/* number */.aig()),
        annotations: dist/* optional */.lqM(dist/* record */.g1P(dist/* string */.YjP(), dist/* string */.YjP()), {}),
    }),
    spec: dist/* unknown */.L5J(),
});
const listShape = dist/* object */.Ikc({
    metadata: dist/* object */.Ikc({ continue: dist/* optional */.lqM(dist/* string */.YjP(), '') }),
    items: dist/* array */.YOg(resourceShape),
});
const groupsShape = dist/* object */.Ikc({
    groups: dist/* array */.YOg(dist/* object */.Ikc({
        name: dist/* string */.YjP(),
        versions: dist/* array */.YOg(dist/* union */.KCZ([dist/* string */.YjP(), dist/* object */.Ikc({ version: dist/* string */.YjP() })])),
    })),
});
/** Answers of a Grafana that does not serve this (10.1: 404, measured), or does not allow the token to read it. */
const NOT_SERVED = [400, 403, 404, 405, 406, 500, 501];
/** Dashboards as resources of `/apis`, from Grafana 12 on. */
function createResources({ send }, askResource) {
    const ask = (version, { rest, ...asked }) => askResource({ ...asked, resource: `${GROUP}/${version}`, rest: `dashboards${rest}` });
    let isServed = true;
    const read = async (version, uid) => {
        const to = `read the dashboard "${uid}"`;
        const answer = await ask(version, { rest: `/${(0,response/* pathSegment */.p)(uid)}`, to, expect: NOT_SERVED });
        if (answer.status === 200)
            return fromResource((0,response/* parseResponse */.x)(answer, resourceShape, to), version);
        return isMissing(answer, uid) || answer.status === 403 ? undefined : 'not-served';
    };
    return {
        list: async (isEnough) => {
            const pages = await listPages(ask, isEnough);
            if ('refusal' in pages)
                isServed &&= pages.refusal === 403;
            return 'refusal' in pages ? undefined : pages;
        },
        /** `not-served`: by this Grafana, for any dashboard. */
        readStored: async (uid) => {
            if (!isServed)
                return 'not-served';
            const found = await read(AS_STORED, uid).catch(notServedUnlessDown);
            isServed = found !== 'not-served';
            return found;
        },
        read: async (version, uid) => {
            const found = await read(version, uid);
            return found === 'not-served' ? undefined : found;
        },
        versions: async () => {
            const to = 'list its APIs';
            const answer = await send({ path: '/apis', to, expect: NOT_SERVED });
            if (answer.status !== 200)
                return [];
            const group = (0,response/* parseResponse */.x)(answer, groupsShape, to).groups.find(({ name }) => name === GROUP);
            return (group?.versions ?? []).map((one) => (typeof one === 'string' ? one : one.version));
        },
        save: async (resource) => {
            const { version, uid, spec } = resource;
            const to = `write the dashboard "${(0,json_value/* stringIn */.tB)(spec.title)}"`;
            await ask(version, { method: 'PUT', rest: `/${(0,response/* pathSegment */.p)(uid)}`, body: bodyOf(resource), to });
        },
    };
}
async function listPages(ask, isEnough) {
    const to = 'list the dashboards';
    const dashboards = [];
    let next = '';
    for (let pages = 1;; pages++) {
        const rest = `?limit=${PAGE}${next && `&continue=${(0,response/* pathSegment */.p)(next)}`}`;
        const answer = await ask(AS_STORED, { rest, to, expect: NOT_SERVED });
        if (answer.status !== 200)
            return { refusal: answer.status };
        const page = (0,response/* parseResponse */.x)(answer, listShape, to);
        dashboards.push(...page.items.map((item) => fromResource(item, AS_STORED)));
        next = page.metadata.continue;
        if (!next || (await isEnough(dashboards, pages)))
            return { dashboards, complete: !next };
    }
}
function bodyOf({ version, uid, folderUid, spec, record, message }) {
    const annotations = {
        ...{ 'grafana.app/folder': folderUid, 'grafana.app/message': message },
        [RECORD]: record,
    };
    return {
        ...{ apiVersion: `${GROUP}/${version}`, kind: 'Dashboard' },
        ...{ metadata: { name: uid, annotations }, spec },
    };
}
/** A page of a proxy in place of the API means that resources are not served, too. */
function notServedUnlessDown(error) {
    if (!(error instanceof errors/* ActionError */.lZ) || (0,grafana_errors/* isUnavailable */.Pd)(error) || (0,grafana_errors/* isUnanswered */.Ni)(error))
        throw error;
    return 'not-served';
}
/** A 404 also means that Grafana does not know the version; only for a missing dashboard it names the dashboard. */
function isMissing({ status, body }, uid) {
    const details = (0,json_value/* isJsonObject */.OW)(body) && (0,json_value/* isJsonObject */.OW)(body.details) ? body.details : {};
    return status === 404 && details.name === uid;
}
function fromResource({ metadata, spec }, version) {
    const { annotations, generation } = metadata;
    const manager = managerOf(annotations);
    const record = annotations[RECORD];
    return {
        uid: metadata.name,
        folderUid: annotations['grafana.app/folder'] ?? '',
        json: (0,json_value/* isJsonObject */.OW)(spec) ? spec : {},
        isV2: version.startsWith('v2'),
        ...(manager && { manager }),
        ...(generation !== undefined && { generation }),
        ...(record !== undefined && { record }),
    };
}
function managerOf(annotations) {
    const kind = annotations['grafana.app/managedBy'] ?? '';
    if (kind === '' || annotations['grafana.app/managerAllowsEdits'] === 'true')
        return undefined;
    return { kind, id: annotations['grafana.app/managerId'] ?? '' };
}

;// CONCATENATED MODULE: ./build/clients/grafana/dashboards.js




/** Unchanged, with all its keys: it is compared with what was sent. */
const dashboardJson = dist/* custom */.IeY(json_value/* isJsonObject */.OW);
const dashboardShape = dist/* object */.Ikc({
    dashboard: dashboardJson,
    meta: dist/* object */.Ikc({ folderUid: dist/* optional */.lqM(dist/* string */.YjP(), ''), provisioned: dist/* optional */.lqM(dist/* boolean */.zMY(), false) }),
});
const hitsShape = dist/* array */.YOg(dist/* object */.Ikc({ uid: dist/* string */.YjP() }));
const libraryPanelShape = dist/* object */.Ikc({ result: dist/* object */.Ikc({ model: dashboardJson }) });
/** A search names the uids in its URL; this many stay below the limits of proxies. */
const UIDS_PER_SEARCH = 50;
/** The most hits of one search (422 for more, recorded). */
const MAX_HITS = 5_000;
/** Where dashboards are read and written: as resources (`/apis`) where Grafana serves them, else through `/api`. */
function dashboardRequests(requests, askResource) {
    const { send } = requests;
    const resources = createResources(requests, askResource);
    const search = async (query) => {
        const to = 'search for dashboards';
        const answer = await send({ path: `/api/search?type=dash-db&limit=${MAX_HITS}&${query}`, to });
        return (0,response/* parseResponse */.x)(answer, hitsShape, to).map(({ uid }) => uid);
    };
    return {
        listDashboards: resources.list,
        dashboardVersions: resources.versions,
        dashboardAs: resources.read,
        saveResource: resources.save,
        dashboardsInFolder: async (folderUid) => new Set(await search(`folderUIDs=${(0,response/* pathSegment */.p)(folderUid)}`)),
        knownDashboards: async (uids) => {
            const known = new Set();
            for (let from = 0; from < uids.length; from += UIDS_PER_SEARCH) {
                const some = uids.slice(from, from + UIDS_PER_SEARCH);
                const query = some.map((uid) => `dashboardUIDs=${(0,response/* pathSegment */.p)(uid)}`).join('&');
                for (const uid of await search(query))
                    known.add(uid);
            }
            return known;
        },
        dashboard: (uid) => readDashboard(requests, resources, uid),
        deleteDashboard: async (uid) => {
            const path = `/api/dashboards/uid/${(0,response/* pathSegment */.p)(uid)}`;
            await send({ method: 'DELETE', path, to: `remove the dashboard "${uid}"`, expect: [404] });
        },
        libraryPanel: async (uid) => {
            const to = `read the library panel "${uid}"`;
            const answer = await send({ path: `/api/library-elements/${(0,response/* pathSegment */.p)(uid)}`, to, expect: [404] });
            return answer.status === 404 ? undefined : (0,response/* parseResponse */.x)(answer, libraryPanelShape, to).result.model;
        },
        saveDashboard: async (dashboard, place, message) => {
            const to = `write the dashboard "${dashboard.title}"`;
            const body = { dashboard, ...place, message };
            await send({ method: 'POST', path: '/api/dashboards/db', body, to });
        },
    };
}
/** As a resource, which also says what manages it; through `/api` where Grafana does not serve resources. */
async function readDashboard({ send }, resources, uid) {
    const read = await resources.readStored(uid);
    if (read !== 'not-served')
        return read;
    const to = `read the dashboard "${uid}"`;
    const answer = await send({ path: `/api/dashboards/uid/${(0,response/* pathSegment */.p)(uid)}`, to, expect: [403, 404] });
    if (answer.status !== 200)
        return undefined;
    const { dashboard: json, meta } = (0,response/* parseResponse */.x)(answer, dashboardShape, to);
    const { folderUid, provisioned } = meta;
    const manager = { kind: 'classic-file-provisioning', id: '' };
    return { uid, json, isV2: false, folderUid, ...(provisioned && { manager }) };
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
/** Otherwise Grafana uses the data source as it was up to 5 s ago (measured on 10.1). */
const FRESH = { 'x-grafana-nocache': 'true' };
function dataSourceRequests({ send }) {
    return {
        dataSource: async (by, value) => {
            const to = `read the data source "${value}"`;
            const answer = await send({ path: `/api/datasources/${by}/${(0,response/* pathSegment */.p)(value)}`, to, expect: [404] });
            return answer.status === 404 ? undefined : (0,response/* parseResponse */.x)(answer, dataSourceShape, to);
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
            const path = `/api/datasources/uid/${(0,response/* pathSegment */.p)(uid)}`;
            await send({ method: 'PUT', path, body, to: `change the data source "${body.name}"` });
        },
        deleteDataSource: async (uid) => {
            const path = `/api/datasources/uid/${(0,response/* pathSegment */.p)(uid)}`;
            await send({ method: 'DELETE', path, to: `remove the data source "${uid}"`, expect: [404] });
        },
        dataSourceHealth: async (uid) => {
            const to = 'ask the data source for its health';
            const path = `/api/datasources/uid/${(0,response/* pathSegment */.p)(uid)}/health`;
            const answer = await send({ path, headers: FRESH, to, expect: [400, 500] });
            const { status, message } = (0,response/* parseResponse */.x)(answer, healthShape, to);
            return { ok: status === 'OK', message: (0,lib_text/* oneLine */.TN)(message, 300) };
        },
    };
}

;// CONCATENATED MODULE: ./build/clients/grafana/folders.js


const folderShape = dist/* object */.Ikc({ uid: dist/* string */.YjP(), title: dist/* string */.YjP() });
const itemsShape = dist/* array */.YOg(dist/* object */.Ikc({
    uid: dist/* string */.YjP(),
    title: dist/* string */.YjP(),
    type: dist/* string */.YjP(),
    folderUid: dist/* optional */.lqM(dist/* string */.YjP(), ''),
}));
const countsShape = dist/* record */.g1P(dist/* string */.YjP(), dist/* number */.aig());
/** Answers of a Grafana that does not count, or not for this token. */
const NO_COUNTS = [403, 404];
function folderRequests({ send }) {
    return {
        folder: async (uid) => {
            const to = `read the folder "${uid}"`;
            const answer = await send({ path: `/api/folders/${(0,response/* pathSegment */.p)(uid)}`, to, expect: [403, 404] });
            if (answer.status === 404)
                return undefined;
            return answer.status === 403 ? 'hidden' : (0,response/* parseResponse */.x)(answer, folderShape, to);
        },
        createFolder: async (folder) => {
            const to = `create the folder "${folder.title}"`;
            const answer = await send({ method: 'POST', path: '/api/folders', body: folder, to, expect: [412] });
            return answer.status === 412 ? 'taken' : 'created';
        },
        renameFolder: async ({ uid, title }) => {
            const path = `/api/folders/${(0,response/* pathSegment */.p)(uid)}`;
            await send({
                method: 'PUT',
                path,
                body: { title, overwrite: true },
                to: `rename the folder to "${title}"`,
            });
        },
        deleteFolder: async (uid) => {
            const path = `/api/folders/${(0,response/* pathSegment */.p)(uid)}`;
            await send({ method: 'DELETE', path, to: `remove the folder "${uid}"`, expect: [404] });
        },
        itemsIn: async (folderUid) => {
            const to = `list what is in the folder "${folderUid}"`;
            const answer = await send({ path: `/api/search?limit=5000&folderUIDs=${(0,response/* pathSegment */.p)(folderUid)}`, to });
            // The filter does not apply to folders everywhere.
            return (0,response/* parseResponse */.x)(answer, itemsShape, to).filter((item) => item.folderUid === folderUid);
        },
        countIn: async (folderUid) => {
            const to = `count what is in the folder "${folderUid}"`;
            const path = `/api/folders/${(0,response/* pathSegment */.p)(folderUid)}/counts`;
            const answer = await send({ path, to, expect: NO_COUNTS });
            if (answer.status !== 200)
                return undefined;
            return Object.values((0,response/* parseResponse */.x)(answer, countsShape, to)).reduce((sum, n) => sum + n, 0);
        },
    };
}

;// CONCATENATED MODULE: ./build/clients/grafana/namespace.js


const settingsShape = dist/* object */.Ikc({ namespace: dist/* string */.YjP() });
/**
 * The namespace is `default` for the first organization; the settings contain that of others and of Grafana Cloud. They
 * are asked for only when they must be.
 */
function createResourceRequests({ send }, url) {
    const settings = async () => {
        const to = 'return its namespace';
        return (0,response/* parseResponse */.x)(await send({ path: '/api/frontend/settings', to }), settingsShape, to).namespace;
    };
    let known;
    const isCloud = new URL(url).hostname.endsWith('.grafana.net');
    return async ({ resource, rest, ...asked }) => {
        const to = (namespace) => send({ ...asked, path: `/apis/${resource}/namespaces/${(0,response/* pathSegment */.p)(namespace)}/${rest}` });
        if (isCloud)
            known ??= settings();
        const used = known ? await known : 'default';
        const answer = await to(used);
        if (answer.status !== 403)
            return answer;
        known ??= settings();
        const right = await known;
        return right === used ? answer : to(right);
    };
}

;// CONCATENATED MODULE: ./build/clients/grafana/notification.js



const settings = dist/* optional */.lqM(dist/* looseObject */._H3({}), {});
const contactPointShape = dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), type: dist/* string */.YjP(), settings }));
const policiesShape = dist/* looseObject */._H3({
    receiver: dist/* optional */.lqM(dist/* string */.YjP(), ''),
    routes: dist/* nullish */.cl6(dist/* array */.YOg(dist/* unknown */.L5J())),
});
const receiverStatesShape = dist/* array */.YOg(dist/* object */.Ikc({
    name: dist/* string */.YjP(),
    integrations: dist/* nullish */.cl6(dist/* array */.YOg(dist/* looseObject */._H3({ name: dist/* optional */.lqM(dist/* string */.YjP(), ''), lastNotifyAttemptError: dist/* optional */.lqM(dist/* string */.YjP()) })), []),
}));
const silencesShape = dist/* array */.YOg(dist/* object */.Ikc({
    status: dist/* object */.Ikc({ state: dist/* string */.YjP() }),
    endsAt: dist/* string */.YjP(),
    matchers: dist/* array */.YOg(dist/* object */.Ikc({
        name: dist/* string */.YjP(),
        value: dist/* string */.YjP(),
        isRegex: dist/* optional */.lqM(dist/* boolean */.zMY(), false),
        isEqual: dist/* optional */.lqM(dist/* boolean */.zMY(), true),
    })),
}));
const muteTimingsShape = dist/* array */.YOg(dist/* object */.Ikc({ name: dist/* string */.YjP(), time_intervals: dist/* optional */.lqM(dist/* array */.YOg(dist/* unknown */.L5J()), []) }));
/** The same as resources of Grafana 13; from its documentation, not recorded. */
const receiversShape = dist/* object */.Ikc({
    items: dist/* array */.YOg(dist/* object */.Ikc({
        spec: dist/* object */.Ikc({
            title: dist/* string */.YjP(),
            integrations: dist/* optional */.lqM(dist/* array */.YOg(dist/* object */.Ikc({ type: dist/* string */.YjP(), settings })), []),
        }),
    })),
});
const treesShape = dist/* object */.Ikc({
    items: dist/* array */.YOg(dist/* object */.Ikc({
        metadata: dist/* object */.Ikc({ name: dist/* optional */.lqM(dist/* string */.YjP(), '') }),
        spec: dist/* object */.Ikc({
            defaults: dist/* object */.Ikc({ receiver: dist/* string */.YjP() }),
            routes: dist/* nullish */.cl6(dist/* array */.YOg(dist/* custom */.IeY(json_value/* isJsonObject */.OW)), []),
        }),
    })),
});
const notification_GROUP = 'notifications.alerting.grafana.app/v1beta1';
/** The tree that applies to rules which name no other one. */
const DEFAULT_TREE = 'user-defined';
/**
 * Grafana 13 deprecates the provisioning API of contact points and policies and still serves it; once it is gone (404 or
 * 410), the resources are read.
 */
const GONE = [404, 410];
/** What decides who is notified, and what mutes it: only read, never written. */
function notificationRequests({ send }, askResource) {
    const policyTree = () => readPolicyTree(send, askResource);
    return {
        contactPoints: async () => {
            const to = 'list the contact points';
            const answer = await send({ path: '/api/v1/provisioning/contact-points', to, expect: GONE });
            if (answer.status === 200)
                return (0,response/* parseResponse */.x)(answer, contactPointShape, to);
            const { items } = (0,response/* parseResponse */.x)(await askResource({ resource: notification_GROUP, rest: 'receivers', to }), receiversShape, to);
            // One without an integration notifies no one, and is not in the other list either.
            return items.flatMap(({ spec: { title, integrations } }) => integrations.map((integration) => ({ name: title, ...integration })));
        },
        policyTree,
        policies: async () => {
            const { receiver, routes } = await policyTree();
            return { receiver, routes: routes?.length ?? 0 };
        },
        receiverStates: async () => {
            const to = 'read the state of the contact points';
            const path = '/api/alertmanager/grafana/config/api/v1/receivers';
            return (0,response/* parseResponse */.x)(await send({ path, to }), receiverStatesShape, to);
        },
        silences: async () => {
            const to = 'list the silences';
            return (0,response/* parseResponse */.x)(await send({ path: '/api/alertmanager/grafana/api/v2/silences', to }), silencesShape, to);
        },
        muteTimings: async () => {
            const to = 'list the mute timings';
            return (0,response/* parseResponse */.x)(await send({ path: '/api/v1/provisioning/mute-timings', to }), muteTimingsShape, to);
        },
    };
}
/** The tree of policies in the form of the provisioning API. */
async function readPolicyTree(send, askResource) {
    const to = 'read the notification policies';
    const answer = await send({ path: '/api/v1/provisioning/policies', to, expect: GONE });
    if (answer.status === 200)
        return (0,response/* parseResponse */.x)(answer, policiesShape, to);
    const found = await askResource({ resource: notification_GROUP, rest: 'routingtrees', to });
    const { items } = (0,response/* parseResponse */.x)(found, treesShape, to);
    const { spec } = items.find(({ metadata }) => metadata.name === DEFAULT_TREE) ?? items[0] ?? {};
    return { receiver: spec?.defaults.receiver ?? '', routes: (spec?.routes ?? []).map(policyOf) };
}
/** A route of a routing tree in the form of the provisioning API, which names its matchers in triples. */
function policyOf(route) {
    const { matchers, routes, ...rest } = route;
    const triples = (0,json_value/* objectsIn */.Qv)(matchers).map(({ label, type, value }) => [label, type, value]);
    return { ...rest, object_matchers: triples, routes: (0,json_value/* objectsIn */.Qv)(routes).map(policyOf) };
}

// EXTERNAL MODULE: ./build/clients/grafana/request.js
var request = __webpack_require__(6061);
;// CONCATENATED MODULE: ./build/clients/grafana/client.js








function createGrafana(server) {
    const requests = (0,request/* createRequests */.dT)(server);
    const url = (0,request/* baseUrlOf */.ik)(server.url);
    const askResource = createResourceRequests(requests, url);
    return {
        url,
        answers: requests.answers,
        ...dataSourceRequests(requests),
        ...folderRequests(requests),
        ...dashboardRequests(requests, askResource),
        ...alertingRequests(requests),
        ...notificationRequests(requests, askResource),
        ...annotationRequests(requests),
    };
}


/***/ }),

/***/ 257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ mayMissRules),
/* harmony export */   Ds: () => (/* binding */ grafanaUnreachable),
/* harmony export */   H2: () => (/* binding */ grafanaInterrupted),
/* harmony export */   Ni: () => (/* binding */ isUnanswered),
/* harmony export */   Pd: () => (/* binding */ isUnavailable),
/* harmony export */   _Q: () => (/* binding */ makesAllHopeless),
/* harmony export */   cm: () => (/* binding */ jsonBodyOf),
/* harmony export */   p8: () => (/* binding */ mayHaveSucceeded),
/* harmony export */   z1: () => (/* binding */ grafanaRefusal)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7357);
/* harmony import */ var _lib_redirect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3302);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);




/** Every refusal as one problem: the request, the answer, and what to do. */
function grafanaRefusal(answer, asked) {
    const { status } = answer;
    const body = jsonBodyOf(answer);
    const page = body === undefined && ![413, 429].includes(status) && status < 500;
    if (page || (status >= 300 && status < 400))
        return notGrafana(answer, asked);
    if (body === undefined && [502, 503, 504].includes(status))
        return notThere(status, asked);
    const said = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(messageIn(body), 300);
    const fail = (code, hint) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)(`grafana-${code}`, `Grafana refuses to ${asked.to}: ${said ? `${said} (HTTP ${status})` : `HTTP ${status}`}.`, hint);
    switch (status) {
        case 401:
            return fail('unauthorized', tokenHint(said, asked));
        case 403:
            return fail('forbidden', permissionHint(said));
        case 404:
            return fail('not-found', 'It was deleted in the meantime, or this Grafana is older than 10. Run again.');
        case 409:
        case 412:
            return fail('conflict', conflictHint(said, asked.to));
        case 413:
            return fail('too-large', 'Split the dashboard: Grafana accepts at most 16 MB, a proxy in front of it may accept less.');
        case 429:
            return fail('rate-limited', `Run again ${later(answer)}; what was written stays written.`);
        default:
            if (/conflicting alert rule/.test(said))
                return fail('conflict', conflictHint(said, asked.to));
            return status >= 500
                ? fail('server', "Run again: what was written stays written. If it persists, read Grafana's own log.")
                : fail('rejected', 'Correct what the message names and run again.');
    }
}
const later = ({ headers }) => {
    const seconds = Number(headers['retry-after']);
    return seconds > 60 ? `in ${Math.ceil(seconds / 60)} minutes, as it requests` : 'in a minute';
};
/** A page with such a status comes from a proxy in front of Grafana. */
const notThere = (status, { to, at }) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('grafana-server', `The proxy at ${at} gets no answer from Grafana: HTTP ${status}, asked to ${to}.`, 'It may be restarting. Run again: what was written stays written. If it persists, check that Grafana runs behind that address.');
/** The answer's JSON, null when it is empty, undefined when it is not JSON: a login page, a proxy's error. */
const jsonBodyOf = ({ text, json }) => (text === '' ? null : json);
function messageIn(body) {
    const { message, messageId } = (body ?? {});
    return typeof message === 'string' ? message : typeof messageId === 'string' ? messageId : '';
}
function conflictHint(said, to) {
    const source = /data source "(.+)"$/s.exec(to)?.[1];
    if (/data source/i.test(said))
        return `Rename the other data source, or set \`grafana.datasource: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(source ?? 'NAME', 100)}\` in monitoring.yml to use it.`;
    // Measured on 10.1; from 11 on titles need not be unique.
    if (/general folder with the same name/.test(said))
        return 'This Grafana accepts each title only once: set grafana.folder in monitoring.yml to another one, or rename the folder there.';
    if (/same name in the folder|rule title under the same/.test(said))
        return 'This Grafana accepts each title only once in a folder: give one of the two another title.';
    return 'It was changed by someone else in the meantime. Run again; if it persists, rename one of the two.';
}
function tokenHint(said, { cloudToken }) {
    if (cloudToken)
        return ('GRAFANA_API_KEY is an access policy token (glc_), which is for remote write only. ' +
            'Create a service account token (glsa_) in the Grafana instance itself: Administration, Service accounts.');
    return /expired/i.test(said)
        ? 'The token has expired. Create a new one: Administration, Service accounts, Add service account token.'
        : 'GRAFANA_API_KEY must be a service account token (glsa_) of this instance: Administration, Service accounts.';
}
/**
 * Grafana names the permission; this names the role that has it. Measured: an Editor may write everything except data
 * sources.
 */
function permissionHint(said) {
    const needed = /Permissions needed: (.+)$/.exec(said)?.[1] ?? '';
    if (/read-only data source/i.test(said))
        return 'It is provisioned from a file on the Grafana server: change it there.';
    if (needed.startsWith('datasources:'))
        return 'Data sources need the Admin role or the permission "datasources:writer". Grant it to the service account, or set `grafana.datasource: NAME` in monitoring.yml to use an existing data source.';
    // Measured on 10.1; from 12 at the latest an Editor may.
    if (needed.startsWith('alert.provisioning:'))
        return 'In this version of Grafana alert rules need the Admin role, or "alert.provisioning:read" and "alert.provisioning:write".';
    const role = needed.includes('alert.')
        ? 'Alert rules need the Editor role, or "alert.rules:write" and "alert.provisioning.provenance:write" on the folder.'
        : needed.startsWith('annotations:')
            ? 'Annotations need the Editor role or "annotations:create".'
            : 'Folders and dashboards need the Editor role, or "folders:create" and "dashboards:create".';
    return `${role} A new role or folder takes effect after up to 60 seconds.`;
}
function notGrafana(answer, { to, at }) {
    const redirect = (0,_lib_redirect_js__WEBPACK_IMPORTED_MODULE_3__/* .redirectOf */ .Y)(answer);
    const what = redirect
        ? `HTTP ${answer.status}, a redirect`
        : `HTTP ${answer.status} with ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(String(answer.headers['content-type'] ?? 'no content type'), 100)}`;
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('grafana-not-grafana', `The server at ${at} is not Grafana's API: asked to ${to}, it returned ${what}.`, redirect
        ? `Redirects are not followed, so that the token stays with the host it is meant for. ${finalAddress(redirect, answer.url)}`
        : `${START_PAGE} Is a login proxy in between?`);
}
const START_PAGE = 'GRAFANA_URL is the address of the start page, with its sub-path where there is one (https://example.com/grafana).';
/** What to set instead; an address on another host is not repeated. */
function finalAddress(redirect, asked) {
    if (redirect.kind === 'elsewhere')
        return `This one leads to another host, which may be anyone's: ask the operators of Grafana for its address and set GRAFANA_URL to it. ${START_PAGE}`;
    const [start = '', ...rest] = redirect.url.href.split(/\/apis?\//);
    return rest.length > 0 && redirect.url.href !== asked.href
        ? `Set GRAFANA_URL to ${start}.`
        : `${START_PAGE} Is a login proxy in between?`;
}
/** No answer, or an incomplete one. */
function grafanaUnreachable(cause, { to, at }) {
    const code = String(cause?.code ?? '');
    const fail = (short, what, hint) => (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)(`grafana-${short}`, `Grafana at ${at} ${what}, asked to ${to}.`, hint, cause);
    if (cause instanceof _lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .BrokenAnswer */ .MC)
        return fail('broken-answer', `did not send a complete answer: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), 200)}`, 'It may be restarting, or a proxy in front of it truncates its answers. Run again: what was written stays written.');
    if (cause instanceof _lib_http_js__WEBPACK_IMPORTED_MODULE_1__/* .UnwantedAnswer */ .dP)
        return fail('unwanted-answer', `sent an answer that is not accepted: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), 200)}`, 'Check whether a proxy in front of Grafana changes its answers.');
    if ((cause instanceof Error && cause.name === 'TimeoutError') || /TIMEOUT|ETIMEDOUT/.test(code))
        return fail('timeout', 'did not answer in time', 'It may be overloaded or restarting. Run again: what was written stays written.');
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return fail('dns', `has a name that does not resolve (${code})`, 'Check GRAFANA_URL, and that this machine can reach it.');
    if (code === 'ECONNREFUSED')
        return fail('refused', 'refuses connections', 'Is it running, and is the port in GRAFANA_URL the right one?');
    if (/CERT|TLS|SSL|EPROTO|SELF_SIGNED|ALTNAME|UNABLE_TO/.test(code))
        return fail('tls', `failed the TLS handshake: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), 200)}`, 'Use https:// only where TLS is served; for a private authority set NODE_EXTRA_CA_CERTS to its certificate.');
    return fail('connection', `broke the connection: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause), 200)}`, 'It may be restarting. Run again: what was written stays written.');
}
/** The run was cancelled, or its time was up, before there was an answer. */
function grafanaInterrupted({ reason }, { to, at }) {
    const isOver = reason instanceof Error && reason.name === 'TimeoutError';
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('grafana-interrupted', `${isOver ? 'Time was up' : 'The run was cancelled'} before Grafana at ${at} had answered, asked to ${to}.`, 'Run again: what was written stays written.', reason);
}
const has = (error, codes) => error.problems.some((p) => codes.includes(p.code.replace(/^grafana-/, '')));
const UNANSWERED = ['timeout', 'connection'];
const GONE = [
    ...['dns', 'refused', 'tls', 'unauthorized', 'interrupted'],
    ...['proxy-unreachable', 'proxy-refused', 'proxy-gateway'],
];
/** Whether this request alone may be the problem: others get an answer if the server still runs. */
const isUnanswered = (error) => has(error, UNANSWERED);
/** Whether the next request would fail as well: the server cannot be reached, or the token is not valid. */
const isUnavailable = (error) => has(error, GONE);
/** Whether no Grafana could be reached, so that every request would fail. */
const makesAllHopeless = (error) => has(error, [...GONE, 'not-grafana']);
/** Whether a write that failed so may have succeeded nevertheless: read before writing again. */
const mayHaveSucceeded = (error) => has(error, [...UNANSWERED, 'broken-answer', 'unwanted-answer', 'refused', 'server']);
/**
 * Whether a group may have been refused because rules in it do not exist yet. Grafana 10.1 says so, all before 11.5.2 just
 * answer with a 500 (measured; grafana#98283).
 */
const mayMissRules = (error) => error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ && has(error, ['server']);


/***/ }),

/***/ 6061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X8: () => (/* binding */ describeServer),
/* harmony export */   dT: () => (/* binding */ createRequests),
/* harmony export */   ik: () => (/* binding */ baseUrlOf)
/* harmony export */ });
/* harmony import */ var _lib_connection_pool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7489);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);
/* harmony import */ var _lib_http_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7357);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(257);




/** Milliseconds for one answer. */
const TIMEOUT_MS = 30_000;
/** With doubling pauses about 15 s: a Grafana that restarts is back within it. */
const RETRIES = 6;
/** Milliseconds for one request with all its pauses: enough for a Retry-After of a minute. */
const PATIENCE_MS = 90_000;
/** Origin and sub-path, without a slash at the end, a query or credentials. */
function baseUrlOf(url) {
    const { origin, pathname } = new URL(url);
    return origin + pathname.replace(/(?<!\/)\/+$/, '');
}
/** What every refusal says about the server. */
const describeServer = ({ url, token, pool }) => ({
    at: baseUrlOf(url).replace(/^https?:\/\//, '') + (0,_lib_connection_pool_js__WEBPACK_IMPORTED_MODULE_0__/* .through */ .sc)((0,_lib_connection_pool_js__WEBPACK_IMPORTED_MODULE_0__/* .proxyTo */ .UM)(pool, url)),
    cloudToken: token.startsWith('glc_'),
});
/** Milliseconds for the answer of a Grafana that may no longer run. */
const ALIVE_MS = 5_000;
const REPEATABLE = ['GET', 'PUT'];
/** Lists of dashboards and rules, a dashboard and an answer of Prometheus may be large; of others several are read at once. */
const LARGE = /\/(?:dashboards?|alert-rules|search|proxy)\b|\/apis\//;
const SMALL_BYTES = 4 * 1024 * 1024;
/**
 * Requests to one Grafana. Reads and PUTs, which may be repeated, are retried on 429, 502, 503, 504, broken connections
 * and broken answers; other writes only where Grafana surely did nothing: 429 and a connection that was never made.
 */
function createRequests(server) {
    const base = baseUrlOf(server.url);
    const about = describeServer(server);
    return {
        answers: async () => {
            const { pool, signal } = server;
            const asked = { url: `${base}/api/health`, timeoutMs: ALIVE_MS, ...(signal && { signal }) };
            return (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_2__/* .exchange */ .cv)(pool, asked).then(({ status }) => status < 500, () => false);
        },
        send: async ({ method = 'GET', path, body, headers, to, expect = [] }) => {
            const answer = await (0,_lib_http_js__WEBPACK_IMPORTED_MODULE_2__/* .exchange */ .cv)(server.pool, {
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
                ...(!LARGE.test(path) && { maxBytes: SMALL_BYTES }),
                ...{
                    timeoutMs: TIMEOUT_MS,
                    patienceMs: PATIENCE_MS,
                    retries: RETRIES,
                    onlyUndone: !REPEATABLE.includes(method),
                },
            }).catch((cause) => {
                if (server.signal?.aborted)
                    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .grafanaInterrupted */ .H2)(server.signal, { to, ...about });
                if (cause instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ)
                    throw cause;
                throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .grafanaUnreachable */ .Ds)(cause, { to, ...about });
            });
            return judged(answer, expect, { to, ...about });
        },
    };
}
function judged(answer, expect, about) {
    const body = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonBodyOf */ .cm)(answer);
    const good = (answer.status >= 200 && answer.status < 300) || expect.includes(answer.status);
    if (!good || body === undefined)
        throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .grafanaRefusal */ .z1)(answer, about);
    return { status: answer.status, body };
}


/***/ }),

/***/ 8681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ pathSegment),
/* harmony export */   x: () => (/* binding */ parseResponse)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7934);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1469);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);



/** A value as one segment of a path. */
const pathSegment = encodeURIComponent;
/** The body, if it has this shape; an answer of another shape is reported as an error. */
function parseResponse({ status, body }, shape, to) {
    const parsed = valibot__WEBPACK_IMPORTED_MODULE_2__/* .safeParse */ .xLC(shape, body);
    if (parsed.success)
        return parsed.output;
    throw oddAnswer(status, to, parsed.issues[0]);
}
function oddAnswer(status, to, issue) {
    const where = ` (${valibot__WEBPACK_IMPORTED_MODULE_2__/* .getDotPath */ .BuJ(issue) ?? 'body'}: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(issue.message, 100)})`;
    return (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .platformError */ .sx)('grafana-odd-answer', `Grafana, asked to ${to}, answered HTTP ${status} in an unknown form${where}.`, 'Grafana 10.1 and 12.4 are known to work. Does GRAFANA_URL point to Grafana itself?');
}


/***/ }),

/***/ 5614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readProject),
/* harmony export */   e: () => (/* binding */ readEach)
/* harmony export */ });
/* harmony import */ var _formats_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4441);
/* harmony import */ var _formats_json_diagnostic_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3829);
/* harmony import */ var _inputs_plain_http_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(561);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1469);
/* harmony import */ var _lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(493);
/* harmony import */ var _configuration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6303);
/* harmony import */ var _rule_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4155);







/**
 * Reads the part of the repository that every mode needs. Problems of its files are returned, to be reported with others.
 * @throws ActionError `configuration` when the configuration itself cannot be read
 */
function readProject(inputs, root) {
    const { workspace, config, source, problems } = (0,_configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .readConfig */ .Xg)(inputs, root);
    const { found, problems: unreadable } = readDashboards(workspace, config);
    const rules = readRuleFiles(workspace, config);
    return {
        project: {
            workspace,
            config,
            source,
            dashboards: found.map(({ dashboard }) => dashboard),
            dashboardSources: found.map((own) => own.source),
            ruleSources: rules.found,
        },
        problems: [...problems, ...passwordInTheOpen(inputs, config), ...unreadable, ...rules.problems],
    };
}
/** A Prometheus with public access is sent no password, so plain HTTP is acceptable for it. */
const passwordInTheOpen = ({ prometheusUrl: url }, { monitoring }) => url === undefined || monitoring.access === 'public' ? [] : (0,_inputs_plain_http_js__WEBPACK_IMPORTED_MODULE_1__/* .plainHttp */ .BN)({ input: 'prometheus-url', url });
/** Reads one item after the other; an item that cannot be read is a problem and does not stop the others. */
function readEach(items, read) {
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
            if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ActionError */ .lZ))
                throw error;
            result.problems.push(...error.problems);
        }
    }
    return result;
}
/** The dashboards that the configuration names. */
function readDashboards(workspace, config) {
    const own = config.grafana.dashboards ?? [];
    const paths = new Set(own.flatMap((path) => (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .listFiles */ .CS)(workspace, path, '.json')));
    return readEach([...paths], (path) => {
        const text = (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(workspace, path, _lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_DASHBOARD_BYTES */ .Em);
        return text
            ? parseDashboard(text)
            : [(0,_configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .missingFile */ .Bi)((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryPath */ .SH)(workspace, path), '`grafana.dashboards` names it.')];
    });
}
/** The rule files that the configuration names; unit tests of rules are not deployed. */
const readRuleFiles = (workspace, config) => readEach((0,_rule_files_js__WEBPACK_IMPORTED_MODULE_5__/* .ruleFilePaths */ .z)(workspace, config).rules, (path) => (0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(workspace, path) ?? [(0,_configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .missingFile */ .Bi)((0,_lib_workspace_js__WEBPACK_IMPORTED_MODULE_3__/* .repositoryPath */ .SH)(workspace, path), '`alerts.rules` names it.')]);
function parseDashboard(source) {
    const { file, text } = source;
    const read = (0,_formats_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .V)(text);
    return read.ok ? { dashboard: { file, json: read.value }, source } : [(0,_formats_json_diagnostic_js__WEBPACK_IMPORTED_MODULE_6__/* .invalidJson */ .U)(file, read)];
}


/***/ }),

/***/ 3829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ invalidJson)
/* harmony export */ });
/** The diagnostic for a dashboard file that is not JSON. */
const invalidJson = (file, { line, column, reason }) => ({
    code: 'dashboard/json',
    severity: 'error',
    at: { file, line, column },
    message: `Not valid JSON: ${reason}.`,
    hint: 'Export the dashboard again: Share → Export → Save to file.',
});


/***/ }),

/***/ 4441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readJson)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1928);

/** Reads JSON, with or without a byte order mark. The error has a place, which that of JSON.parse does not always have. */
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
/** The offset of the first error that the tolerant parser finds; 0 for an error that it accepts. */
function faultyOffset(text) {
    const errors = [];
    try {
        (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    }
    catch (error) {
        // The parser recurses: a text with thousands of levels fills the stack.
        if (!(error instanceof RangeError))
            throw error;
    }
    return errors[0]?.offset ?? 0;
}


/***/ }),

/***/ 8867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ mapConcurrently)
/* harmony export */ });
/** Runs the work concurrently, at most `most` at a time; results are in the order of the items. */
async function mapConcurrently(items, most, work) {
    const results = new Array(items.length);
    const queue = items.entries();
    const worker = async () => {
        for (const [i, item] of queue)
            results[i] = await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 6994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ grafanaChange)
/* harmony export */ });
const VERBS = { created: 'create', updated: 'update', removed: 'remove' };
/** The change of an object, with its reason. */
function grafanaChange(object, change) {
    return { subject: object.name, what: `${VERBS[change.becomes]} the ${object.kind}`, object, ...change };
}


/***/ }),

/***/ 6584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b7: () => (/* binding */ annotationsSince),
/* harmony export */   ne: () => (/* binding */ isAnnotated),
/* harmony export */   x7: () => (/* binding */ diffAnnotation)
/* harmony export */ });
/* harmony import */ var _desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4900);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);
/* harmony import */ var _actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6994);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5225);




const WEEK_MS = 7 * 86_400_000;
/** The start of the time range in which annotations are searched, in milliseconds since the epoch. */
const annotationsSince = () => Date.now() - WEEK_MS;
/**
 * Whether the last annotation has all of these tags. The one of a deploy stands for an import of the same commit, too,
 * but not the other way round.
 */
const isAnnotated = (tags, last) => last !== undefined &&
    tags.every((tag) => tag === _desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .IMPORT_TAG */ .Rp || last.includes(tag)) &&
    (tags.includes(_desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .IMPORT_TAG */ .Rp) || !last.includes(_desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .IMPORT_TAG */ .Rp));
/**
 * Grafana accepts the same annotation twice, so the last one is read first. Only the last: a commit that is deployed
 * again after another one, to go back to it, is annotated again.
 */
function diffAnnotation({ annotation, deployment }, last) {
    if (!annotation || !last)
        return [];
    const { text } = annotation;
    const tags = [...new Set([...(0,_desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationTags */ .RS)(deployment), ...annotation.tags])];
    const object = { kind: 'annotation', name: (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(text, 80) };
    if (!last.ok)
        return [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .failedObject */ .z)(object, last.problem)];
    if (isAnnotated(tags, last.value))
        return [{ ...object, state: 'unchanged' }];
    const action = { kind: 'annotate', deployment, text, tags };
    return [(0,_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .grafanaChange */ .n)(object, { becomes: 'created', reason: 'it does not exist yet', action })];
}


/***/ }),

/***/ 7404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   Sb: () => (/* binding */ notAttempted),
/* harmony export */   eS: () => (/* binding */ isSilent),
/* harmony export */   uv: () => (/* binding */ attemptRead)
/* harmony export */ });
/* harmony import */ var _clients_grafana_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(257);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);


/** Runs one operation; a refusal is returned as a problem. Any other error is thrown again. */
async function attempt(operation, onRefusal) {
    try {
        return { ok: true, value: await operation() };
    }
    catch (error) {
        const problem = error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ ? error.problems[0] : undefined;
        if (!(error instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ) || !problem)
            throw error;
        await onRefusal?.(error, problem);
        return { ok: false, problem };
    }
}
/**
 * A read before the first write: an error that makes all further requests useless is thrown, so that nothing is written.
 * For one object among many, `isFatal` accepts fewer errors.
 */
function attemptRead(grafana, operation, isFatal = _clients_grafana_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .makesAllHopeless */ ._Q) {
    return attempt(operation, async (error) => {
        if (isFatal(error) || (await isSilent(grafana, error)))
            throw error;
    });
}
/** Whether Grafana answers nothing at all: as long as it answers anything, only the object without an answer fails. */
const isSilent = async (grafana, error) => (0,_clients_grafana_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnanswered */ .Ni)(error) && !(await grafana.answers());
/** The problem of an object that is not written because something that it needs failed. */
function notAttempted(because) {
    return {
        code: 'grafana-not-tried',
        severity: 'error',
        message: `Not attempted, because something that it needs failed${because ? `: ${because.message}` : '.'}`,
        hint: because?.hint ?? 'Correct that and run again.',
    };
}


/***/ }),

/***/ 4567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K1: () => (/* binding */ isAsWanted),
/* harmony export */   gQ: () => (/* binding */ wrongType),
/* harmony export */   ne: () => (/* binding */ diffDataSource),
/* harmony export */   o9: () => (/* binding */ withPassword),
/* harmony export */   w3: () => (/* binding */ isPasswordRefused)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4869);
/* harmony import */ var _actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6994);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5225);




/** A managed data source is created, corrected where it differs, kept where it is provisioned. An existing one is found. */
function diffDataSource(asked, read, health, url) {
    if ('existing' in asked) {
        const object = { kind: 'data source', name: asked.existing };
        const planned = read.ok
            ? { ...object, state: 'unchanged' }
            : (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .failedObject */ .z)(object, read.problem);
        const uid = asked.own?.uid ?? (read.ok ? read.value?.uid : undefined);
        return { planned, uid, resendPassword: undefined };
    }
    const stored = read.ok ? read.value : undefined;
    const resendPassword = stored && passwordChange(objectOf(asked, stored, url), stored, asked);
    const refused = health?.ok === true && !health.value.ok && isPasswordRefused(health.value.message);
    const planned = refused && resendPassword ? resendPassword : diffOwn(asked, read, url);
    return { planned, uid: asked.uid, resendPassword };
}
function diffOwn(own, read, url) {
    const stored = read.ok ? read.value : undefined;
    const object = objectOf(own, stored, url);
    if (!read.ok)
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .failedObject */ .z)(object, read.problem);
    const { uid } = own;
    if (!stored) {
        const action = { kind: 'create-data-source', uid, body: newDataSource(own) };
        return (0,_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .grafanaChange */ .n)(object, { becomes: 'created', reason: 'it does not exist yet', action });
    }
    if (stored.type !== 'prometheus')
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .failedObject */ .z)(object, wrongType(stored));
    const differences = dataSourceDifferences(stored, own);
    if (differences.length === 0)
        return { ...object, state: 'unchanged' };
    if (stored.readOnly)
        return { ...object, state: 'kept', problem: provisioned(stored, differences) };
    return (0,_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .grafanaChange */ .n)(object, {
        ...{ becomes: 'updated', owner: 'ours', reason: `new ${differences.map(({ name }) => name).join(', ')}` },
        diff: differences.map(({ name, from, to }) => `~ ${name}: ${from} → ${to}`).join('\n'),
        action: { kind: 'update-data-source', uid, body: changedDataSource(stored, own) },
    });
}
const objectOf = (own, stored, url) => ({
    kind: 'data source',
    name: stored?.name ?? own.name,
    url: `${url}/connections/datasources/edit/${own.uid}`,
});
/** Grafana never returns a password: that the stored one is old shows only when Prometheus rejects it. */
const isPasswordRefused = (message) => /\b401\b/.test(message);
function passwordChange(object, stored, own) {
    if (own.password === undefined || !isAsWanted(stored, own))
        return undefined;
    const action = { kind: 'update-data-source', uid: own.uid, body: changedDataSource(stored, own) };
    return (0,_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .grafanaChange */ .n)(object, { becomes: 'updated', owner: 'ours', reason: 'new password', action });
}
/** Whether the stored data source needs no change, as far as can be read: a changed password shows in its health only. */
const isAsWanted = (stored, own) => stored.type === 'prometheus' && dataSourceDifferences(stored, own).length === 0;
/** The body that creates the data source, without the password. It never becomes the default data source. */
function newDataSource(own) {
    return { ...fields(own, {}), uid: own.uid, name: own.name, isDefault: false };
}
/**
 * The body that updates a stored data source. A PUT replaces everything except secrets, so what others set (its name,
 * isDefault, further jsonData) is sent back unchanged. Without `version` the request may be repeated.
 */
function changedDataSource(stored, own) {
    const { id, orgId, typeLogoUrl, version, readOnly, apiVersion, secureJsonFields, ...rest } = stored;
    return { ...rest, ...fields(own, (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(stored.jsonData) ? stored.jsonData : {}) };
}
/** Adds the password to a body: plans hold no secret. */
function withPassword(body, asked) {
    if (!asked || 'existing' in asked || asked.password === undefined)
        return body;
    return { ...body, secureJsonData: { basicAuthPassword: asked.password } };
}
function dataSourceDifferences(stored, own) {
    const jsonData = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(stored.jsonData) ? stored.jsonData : {};
    const wanted = fields(own, jsonData);
    const hasSecret = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(stored.secureJsonFields) && stored.secureJsonFields.basicAuthPassword === true;
    const compared = (name, from, to) => from === to ? [] : [{ name, from: shown(from), to: shown(to) }];
    return [
        ...compared('url', withoutSlash(stored.url), withoutSlash(own.url)),
        ...['access', 'basicAuth'].flatMap((key) => compared(key, stored[key], wanted[key])),
        ...(own.user === undefined ? [] : compared('user', stored.basicAuthUser, own.user)),
        ...(own.password === undefined ? [] : compared('password', hasSecret ? 'set' : 'not set', 'set')),
        ...compared('scrape interval', jsonData.timeInterval, own.timeInterval),
    ];
}
/** Grafana removes slashes at the end of the URL before it adds a path. */
const withoutSlash = (url) => url.replace(/(?<!\/)\/+$/, '');
/** A value of a field for a message; a URL without the credentials that it may contain. */
function shown(value) {
    if (value === undefined || value === '')
        return 'none';
    return (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(String(value).replace(/^(\w+:\/\/)[^/?#]*@/, '$1'), 100);
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
/** A data source that is not a Prometheus is never written and never queried. */
const wrongType = ({ name, type }) => ({
    code: 'grafana-datasource-type',
    severity: 'error',
    message: `The data source "${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name, 100)}" is of type ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(type, 50)}, not Prometheus. It was left unchanged.`,
    hint: 'Give it another uid, or set `grafana.datasource` in monitoring.yml to a Prometheus data source.',
});
const provisioned = ({ name }, differences) => ({
    code: 'grafana-datasource-provisioned',
    severity: 'warning',
    message: `The data source "${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name, 100)}" is provisioned from a file and differs from the configuration: ${differences.map((d) => `${d.name} ${d.from}, not ${d.to}`).join('; ')}.`,
    hint: `To use it unchanged, set \`grafana.datasource: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(name, 100)}\` in monitoring.yml. Otherwise change that file on the Grafana server, or give the data source in it another uid.`,
});


/***/ }),

/***/ 8219:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _B: () => (/* binding */ READS_AT_ONCE),
/* harmony export */   g6: () => (/* binding */ shouldList),
/* harmony export */   g_: () => (/* binding */ observeDashboards)
/* harmony export */ });
/* harmony import */ var _clients_grafana_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(257);
/* harmony import */ var _desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8359);
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8867);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7404);
/* harmony import */ var _uids_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9666);





const READS_AT_ONCE = 6;
/** Up to this many are read one by one: a list contains every dashboard of the instance. */
const FEW = 3;
/** Whether this many dashboards are read by a list. */
const shouldList = (dashboards) => dashboards > FEW;
/**
 * A page of the list has up to 2 MB, most of it dashboards of others. It replaces single reads only where those would be
 * this many times as many, and not for longer than this: each page takes as long as tens of reads.
 */
const READS_PER_PAGE = 5;
const MOST_PAGES = 32;
/**
 * Reads the stored dashboards of a deployment, also under the uids that it uses where other deployments have the plain
 * ones: from a list of everything where Grafana offers one, page by page. A long list is read on only as long as it has
 * what is sought (a search in our folder knows that) and while it costs fewer requests than single reads. The first page
 * needs no uids, so it is requested while the files are still being normalised.
 */
async function observeDashboards(grafana, { deployment, dashboards, folder }, forming) {
    const search = knownOf(grafana, folder.uid, deployment, forming);
    const list = shouldList(dashboards.length) ? await listed(grafana, search) : NOTHING;
    if (list.isComplete)
        return list.stored;
    const { good } = await forming;
    const missing = good.map(({ uid }) => uid).filter((uid) => !list.stored.has(uid));
    const sought = shouldList(missing.length) ? await search.unseen(list.stored) : missing;
    const stored = new Map([...list.stored, ...(await readDashboards(grafana, sought))]);
    const own = (0,_uids_js__WEBPACK_IMPORTED_MODULE_3__/* .writtenByOthers */ .GT)(good, stored, deployment)
        .map(({ uid }) => (0,_desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentUid */ .oL)(uid, deployment))
        .filter((uid) => !stored.has(uid));
    if (own.length === 0)
        return stored;
    return new Map([...stored, ...(await readDashboards(grafana, await existing(grafana, own)))]);
}
const NOTHING = { stored: new Map(), isComplete: false };
/**
 * Which of the dashboards exist: one search in the folder of the deployment, under both of their uids, and further ones
 * for those that it does not find. Each is made once, and only when it is needed.
 */
function knownOf(grafana, folderUid, deployment, forming) {
    const both = ({ uid }) => [uid, (0,_desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentUid */ .oL)(uid, deployment)];
    const search = async (seen) => {
        const open = (await forming).good.filter((one) => both(one).every((uid) => !seen.has(uid)));
        const inFolder = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => grafana.dashboardsInFolder(folderUid));
        const here = inFolder.ok ? inFolder.value : new Set();
        const elsewhere = open.filter((one) => both(one).every((uid) => !here.has(uid))).map(({ uid }) => uid);
        const found = elsewhere.length === 0 ? [] : await existing(grafana, elsewhere);
        return new Set([...open.flatMap(both).filter((uid) => here.has(uid)), ...found]);
    };
    let known;
    return {
        unseen: async (seen) => {
            known ??= search(seen);
            return [...(await known)].filter((uid) => !seen.has(uid));
        },
    };
}
/** A list that fails or is too long does not mean that Grafana is unavailable: single reads are smaller. */
async function listed(grafana, search) {
    const isEnough = async (sofar, pages) => {
        const unseen = await search.unseen(byUid(sofar));
        return pages >= MOST_PAGES || pages * READS_PER_PAGE >= unseen.length;
    };
    const list = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .CD)(() => grafana.listDashboards(isEnough));
    if (!list.ok || !list.value)
        return NOTHING;
    const { dashboards, complete } = list.value;
    return { stored: byUid(dashboards), isComplete: complete };
}
const byUid = (dashboards) => new Map(dashboards.map((value) => [value.uid, { ok: true, value }]));
/** Those of the uids that a search finds; all of them where it fails. */
async function existing(grafana, uids) {
    const known = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attemptRead */ .uv)(grafana, () => grafana.knownDashboards(uids));
    return known.ok ? uids.filter((uid) => known.value.has(uid)) : uids;
}
/** One read for each uid, with the result of each. */
async function readDashboards(grafana, uids) {
    const read = async (uid) => [uid, await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attemptRead */ .uv)(grafana, () => grafana.dashboard(uid), _clients_grafana_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnavailable */ .Pd)];
    return new Map(await (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrently */ .X)(uids, READS_AT_ONCE, read));
}


/***/ }),

/***/ 5225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isChange),
/* harmony export */   z: () => (/* binding */ failedObject)
/* harmony export */ });
const isChange = (planned) => 'action' in planned;
/** The result of an object that cannot be written, with the problem. */
const failedObject = (object, problem) => ({
    ...object,
    state: 'failed',
    problem,
});


/***/ }),

/***/ 300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   C2: () => (/* binding */ withoutEmpty),
/* harmony export */   H1: () => (/* binding */ OWNERS),
/* harmony export */   Sl: () => (/* binding */ isStillOurs),
/* harmony export */   VL: () => (/* binding */ ownershipOf),
/* harmony export */   b: () => (/* binding */ ownershipRecord),
/* harmony export */   bi: () => (/* binding */ writerOf),
/* harmony export */   fU: () => (/* binding */ withOwnershipMark)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/** The owner of a change, by the ownership of its dashboard. */
const OWNERS = {
    changed: 'ours',
    moved: 'edited',
    edited: 'edited',
    unmanaged: 'unmanaged',
};
/**
 * The record of the last write, kept in the dashboard itself: labels and annotations of the resource are lost at the next
 * save through /api, while an unknown key of the JSON is stored unchanged (both measured on Grafana 12.4). After an edit
 * through the API the key no longer matches its digest; Grafana's editor writes only the keys that it knows and drops it.
 */
const MARK = '__deployMonitoring';
/**
 * What is compared: everything except the identifiers that the server assigns, and `refresh`, the one field that Grafana
 * rewrites (to its min_refresh_interval).
 */
function contentOf(json) {
    const { id, uid, version, refresh, [MARK]: mark, ...content } = json;
    return content;
}
const digestOf = (json, folderUid) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)([contentOf(json), folderUid])).slice(0, 32);
/** Grafana adds every key of schema v2 that a file leaves out, with an empty value (recorded on 12.4). */
function withoutEmpty(value) {
    if (Array.isArray(value))
        return value.map(withoutEmpty);
    if (!(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value))
        return value;
    const members = Object.entries(value).map(([key, member]) => [key, withoutEmpty(member)]);
    return Object.fromEntries(members.filter(([, member]) => !isEmpty(member)));
}
const isEmpty = (value) => value === null ||
    value === '' ||
    value === false ||
    value === 0 ||
    (typeof value === 'object' && Object.keys(value).length === 0);
const digestOfV2 = (spec) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalJson */ .dj)(withoutEmpty(spec))).slice(0, 32);
/** The JSON that is sent: the dashboard with the ownership mark. */
function withOwnershipMark(json, { deployment, folderUid }) {
    const mark = { deployment, digest: digestOf(json, folderUid), refresh: json.refresh ?? null };
    return { ...json, [MARK]: mark };
}
/** The mark of a dashboard of schema v2, as text. `generation`: of the resource after the write. */
const ownershipRecord = (spec, deployment, generation) => JSON.stringify({ deployment, digest: digestOfV2(spec), generation });
function markOf({ json, record }) {
    const mark = record === undefined ? json[MARK] : (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonOrUndefined */ ._D)(record);
    if (!(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(mark) || typeof mark.deployment !== 'string' || typeof mark.digest !== 'string')
        return undefined;
    const { deployment, digest, refresh, generation } = mark;
    return { deployment, digest, refresh, ...(typeof generation === 'number' && { generation }) };
}
/** The deployment that wrote a dashboard; undefined when it was not written by this action. */
const writerOf = (stored) => markOf(stored)?.deployment;
/** How a stored dashboard relates to the desired one in a folder. */
function ownershipOf(wanted, stored, { deployment, folderUid }) {
    if (!stored)
        return 'absent';
    const mark = markOf(stored);
    if (mark && mark.deployment !== deployment)
        return 'other-deployment';
    const isInPlace = stored.folderUid === folderUid;
    const isSame = wanted.isV2 ? isSameV2(wanted.json, stored, mark) : isSameClassic(wanted.json, stored, mark);
    if (isSame && isInPlace)
        return 'unchanged';
    if (stored.manager)
        return 'provisioned';
    if (!mark)
        return isInPlace ? 'edited' : 'unmanaged';
    // A classic mark covers the folder: this action may have written the dashboard to another one.
    const isAsWritten = stored.record === undefined && mark.digest === digestIn(stored, stored.folderUid);
    if (isAsWritten)
        return 'changed';
    if (isInPlace)
        return isUntouched(stored, mark, folderUid) ? 'changed' : 'edited';
    return isSame || isUntouched(stored, mark, folderUid) ? 'moved' : 'edited';
}
function isSameClassic(wanted, { json }, mark) {
    const refresh = wanted.refresh ?? null;
    const refreshed = refresh === (json.refresh ?? null) || (mark !== undefined && refresh === mark.refresh);
    return refreshed && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .equalJson */ .FS)(contentOf(json), contentOf(wanted));
}
/** Without its content in schema v2, the generation shows whether a dashboard is still as it was written. */
function isSameV2(wanted, stored, mark) {
    if (mark?.generation !== undefined && mark.generation === stored.generation)
        return mark.digest === digestOfV2(wanted);
    return stored.isV2 && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .equalJson */ .FS)(withoutEmpty(stored.json), withoutEmpty(wanted));
}
/** Whether a dashboard is as this action last wrote it, in that folder. */
function isUntouched(stored, mark, folderUid) {
    if (mark.generation !== undefined && mark.generation === stored.generation)
        return true;
    return mark.digest === digestIn(stored, folderUid);
}
/** The digest of what is stored, as a write to that folder would record it; undefined where it cannot be known. */
function digestIn({ json, isV2, record }, folderUid) {
    if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .tooDeep */ .DI)(json) || isV2 !== (record !== undefined))
        return undefined;
    return isV2 ? digestOfV2(json) : digestOf(json, folderUid);
}
/** Whether this deployment wrote the dashboard, and no one has changed or moved it since. */
function isStillOurs(stored, deployment) {
    const mark = markOf(stored);
    return mark?.deployment === deployment && isUntouched(stored, mark, stored.folderUid);
}


/***/ }),

/***/ 2573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ whyKept),
/* harmony export */   Jy: () => (/* binding */ observeBelongings),
/* harmony export */   Ox: () => (/* binding */ planGrafanaRemoval)
/* harmony export */ });
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8867);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4869);
/* harmony import */ var _actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6994);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7404);
/* harmony import */ var _data_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4567);
/* harmony import */ var _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8219);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5225);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(300);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7526);









/**
 * Reads what a deployment has in Grafana. The files in the repository are not needed: what was written carries its mark.
 * @throws ActionError when nothing can be done: there is no answer, it is not Grafana, the token is not valid
 */
async function observeBelongings(grafana, { folderUid, dataSourceUid }) {
    const read = (operation) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attemptRead */ .uv)(grafana, operation);
    const [rules, folder, dataSource] = await Promise.all([
        read(() => grafana.rules()),
        read(() => grafana.folder(folderUid)),
        read(async () => (dataSourceUid === undefined ? undefined : grafana.dataSource('uid', dataSourceUid))),
    ]);
    const isThere = folder.ok && folder.value !== undefined;
    const items = await read(async () => (isThere ? grafana.itemsIn(folderUid) : []));
    const uids = items.ok ? items.value.filter(isDashboard).map(({ uid }) => uid) : [];
    const dashboards = await (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_7__/* .mapConcurrently */ .X)(uids, _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_4__/* .READS_AT_ONCE */ ._B, async (uid) => [uid, await read(() => grafana.dashboard(uid))]);
    return { rules, folder, items, dashboards: new Map(dashboards), dataSource };
}
const ABSENT = { ok: true, value: undefined };
const isDashboard = ({ type }) => type === 'dash-db';
/** Plans the removal of everything that this deployment has written; what others made or edited is kept. */
function planGrafanaRemoval(own, observed) {
    const rules = removedRules(own, observed);
    const dashboards = removedDashboards(own, observed);
    return {
        rules,
        dashboards,
        folder: removedFolder(own, observed, [...rules, ...dashboards]),
        dataSource: removedDataSource(observed),
    };
}
const REASON = 'It was requested.';
const removal = (object, action, diff) => (0,_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .grafanaChange */ .n)(object, {
    ...{ becomes: 'removed', reason: REASON, owner: 'ours', action },
    ...(diff !== undefined && { diff }),
});
const kept = (object, code, message, hint) => ({
    ...object,
    state: 'kept',
    problem: { code, severity: 'warning', message, hint },
});
/** By the prefix of their uids, also where someone has moved them to another folder. */
function removedRules({ deployment }, { rules }) {
    if (!rules.ok)
        return [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .failedObject */ .z)({ kind: 'rule group', name: 'alert rules' }, rules.problem)];
    const own = rules.value.filter((rule) => (0,_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .isOwnRule */ .FE)(deployment, rule));
    const groups = Map.groupBy(own, ({ folderUID, ruleGroup }) => JSON.stringify([folderUID, ruleGroup]));
    return [...groups.values()].map((group) => {
        const object = { kind: 'rule group', name: group[0]?.ruleGroup ?? '' };
        const diff = group.map(({ title }) => `- rule "${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(title, 100)}"`).join('\n');
        return removal(object, { kind: 'remove-rules', uids: group.map(({ uid }) => uid) }, diff);
    });
}
function removedDashboards(own, observed) {
    const { items, dashboards } = observed;
    if (!items.ok)
        return [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .failedObject */ .z)({ kind: 'dashboard', name: 'dashboards' }, items.problem)];
    return items.value.filter(isDashboard).map(({ uid, title }) => {
        const object = { kind: 'dashboard', name: title };
        const read = dashboards.get(uid) ?? ABSENT;
        if (!read.ok)
            return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .failedObject */ .z)(object, read.problem);
        const evenEdited = own.overwrite === 'always';
        const why = whyKept(read.value, own);
        if (why)
            return { ...object, state: 'kept', problem: why };
        return removal(object, { kind: 'remove-dashboard', uid, deployment: own.deployment, evenEdited });
    });
}
/** Why a dashboard in the folder is not removed: it holds the work of people, or it is not this deployment's. */
function whyKept(stored, { deployment, overwrite }) {
    const isReplaceable = overwrite === 'always' && stored && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_5__/* .writerOf */ .bi)(stored) === deployment;
    if (stored && !stored.manager && (isReplaceable || (0,_ownership_js__WEBPACK_IMPORTED_MODULE_5__/* .isStillOurs */ .Sl)(stored, deployment)))
        return undefined;
    const title = stored ? `"${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(String(stored.json.title), 100)}" (${stored.uid})` : 'in the folder';
    const why = !stored
        ? 'cannot be read with this token'
        : stored.manager
            ? 'is managed by a file, Git Sync or another tool'
            : (0,_ownership_js__WEBPACK_IMPORTED_MODULE_5__/* .writerOf */ .bi)(stored) === deployment
                ? 'was changed in Grafana since this action last wrote it'
                : 'was created or changed manually in Grafana, or belongs to another deployment';
    return {
        code: 'grafana-dashboard-kept',
        severity: 'warning',
        message: `The dashboard ${title} ${why}. It was left unchanged.`,
        hint: 'Delete it in Grafana if it is no longer needed, and then run again to remove the folder.',
    };
}
/** The folder, if everything in it goes as well: Grafana would remove the dashboards of others together with it. */
function removedFolder({ deployment, folderUid }, { folder, items, rules }, inside) {
    if (!folder.ok)
        return [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .failedObject */ .z)({ kind: 'folder', name: folderUid }, folder.problem)];
    if (!folder.value)
        return [];
    if (folder.value === 'hidden')
        return [
            kept({ kind: 'folder', name: folderUid }, 'grafana-folder-hidden', `The folder ${folderUid} does not exist, or it is hidden from this token, with the dashboards in it: Grafana answers both alike.`, 'To be sure, look in Grafana, or run again with a token that has the Admin role.'),
        ];
    const object = { kind: 'folder', name: folder.value.title };
    const failed = inside.find((one) => !(0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .isChange */ .X)(one) && one.state === 'failed');
    if (failed && 'problem' in failed)
        return [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .failedObject */ .z)(object, (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .notAttempted */ .Sb)(failed.problem))];
    const others = [
        ...(items.ok ? items.value.filter((item) => !isDashboard(item)).map(({ title }) => title) : []),
        ...inside.flatMap((one) => ((0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .isChange */ .X)(one) ? [] : [one.name])),
        ...(rules.ok ? rules.value : [])
            .filter((rule) => rule.folderUID === folderUid && !(0,_rules_js__WEBPACK_IMPORTED_MODULE_6__/* .isOwnRule */ .FE)(deployment, rule))
            .map(({ title }) => title),
    ];
    if (others.length === 0)
        return [removal(object, { kind: 'remove-folder', uid: folderUid })];
    return [
        kept(object, 'grafana-folder-kept', `The folder "${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(object.name, 100)}" has ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(others.length, 'object')} that this action did not make or that someone has edited: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .few */ .H$)(others, 5), 300)}. It was left unchanged.`, 'Move or delete them in Grafana, and then run again.'),
    ];
}
function removedDataSource({ dataSource }) {
    if (!dataSource.ok)
        return [(0,_outcome_js__WEBPACK_IMPORTED_MODULE_8__/* .failedObject */ .z)({ kind: 'data source', name: 'Prometheus' }, dataSource.problem)];
    const stored = dataSource.value;
    if (!stored)
        return [];
    const { uid, name, type, readOnly } = stored;
    const object = { kind: 'data source', name };
    if (type !== 'prometheus')
        return [{ ...object, state: 'kept', problem: { ...(0,_data_source_js__WEBPACK_IMPORTED_MODULE_3__/* .wrongType */ .gQ)(stored), severity: 'warning' } }];
    if (!readOnly)
        return [removal(object, { kind: 'remove-data-source', uid })];
    return [
        kept(object, 'grafana-datasource-provisioned', `The data source "${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(name, 100)}" is provisioned from a file on the Grafana server. It was left unchanged.`, 'Remove it from that file.'),
    ];
}


/***/ }),

/***/ 7526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FE: () => (/* binding */ isOwnRule),
/* harmony export */   Kr: () => (/* binding */ ruleGroupBody),
/* harmony export */   L7: () => (/* binding */ supportsReceivers),
/* harmony export */   fl: () => (/* binding */ ruleOwnershipOf)
/* harmony export */ });
/* harmony import */ var _desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8359);
/* harmony import */ var _lib_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9386);
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1060);



/** Whether a rule was written by this deployment. */
const isOwnRule = (deployment, rule) => rule.uid.startsWith((0,_desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_0__/* .prefix */ .Pl)(deployment));
/**
 * The record of the last write, in an annotation of the rule: names in double underscores are private, so notifications
 * do not show it, and Grafana's editor keeps it (from its documentation). The interval belongs to the group, which has no
 * place for one.
 */
const MARK = '__deployMonitoring__';
const markFor = (rule, interval) => `${interval}s ${(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(comparable(rule)).slice(0, 32)}`;
/** A rule without a record was written by an earlier version of this action, whose uid it has: it counts as unedited. */
function ruleOwnershipOf(rule, stored, { wantedInterval, storedInterval, dropsReceivers }) {
    if (!stored)
        return 'absent';
    const sent = wire(rule);
    const seen = dropsReceivers ? { ...stored, notification_settings: sent.notification_settings } : stored;
    const mark = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(stored.annotations) ? stored.annotations[MARK] : undefined;
    const isSame = comparable(sent) === comparable(seen);
    if (isSame && mark === markFor(sent, wantedInterval) && wantedInterval === storedInterval)
        return 'unchanged';
    if (isSame && wantedInterval === storedInterval)
        return 'unmarked';
    if (mark !== undefined && mark !== markFor(seen, storedInterval))
        return 'edited';
    return isSame ? 'unmarked' : 'changed';
}
/**
 * The body that writes a group. A rule that is not in it would be deleted, so rules in the group that are not managed by
 * this action are sent back, as are those in `kept`; a rule that was paused stays paused.
 */
function ruleGroupBody(group, stored, { deployment, folderUid, kept }) {
    const before = stored?.rules ?? [];
    const place = { orgID: 1, folderUID: folderUid, ruleGroup: group.title };
    const ours = group.rules.flatMap((rule) => {
        const old = before.find(({ uid }) => uid === rule.uid);
        if (kept.has(rule.uid))
            return old ? [old] : [];
        const sent = wire(rule);
        const annotations = { ...rule.annotations, [MARK]: markFor(sent, group.interval) };
        return [{ ...sent, annotations, ...place, isPaused: old?.isPaused === true }];
    });
    const others = before.filter((rule) => !isOwnRule(deployment, rule));
    return { title: group.title, folderUid, interval: group.interval, rules: [...ours, ...others] };
}
/**
 * Whether this Grafana keeps the contact point of a rule: rules then have a field for it, empty or not. Older versions
 * drop it silently (measured: 10.1 does, 12.4 does not).
 */
const supportsReceivers = ({ rules }) => rules.length === 0 || rules.some((rule) => rule.notification_settings !== undefined);
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
/** The part of a rule that this action decides, independent of how the server stores it. */
function comparable(rule) {
    const { title, condition, noDataState, execErrState, labels, data } = rule;
    const { [MARK]: mark, ...annotations } = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(rule.annotations) ? rule.annotations : {};
    const receiver = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(rule.notification_settings) ? rule.notification_settings.receiver : undefined;
    const queries = Array.isArray(data) ? data.filter(_lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW) : [];
    return (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalJson */ .dj)({
        ...{ title, condition, noDataState, execErrState, receiver },
        for: (0,_lib_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(String(rule.for)) ?? rule.for,
        labels: labels ?? {},
        annotations,
        data: queries.map(({ refId, relativeTimeRange, datasourceUid, model }) => ({
            ...{ refId, relativeTimeRange, datasourceUid, model },
        })),
    });
}


/***/ }),

/***/ 9666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ writtenByOthers),
/* harmony export */   qv: () => (/* binding */ storedAs),
/* harmony export */   vS: () => (/* binding */ assignUids)
/* harmony export */ });
/* harmony import */ var _desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8359);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(300);


const ABSENT = { ok: true, value: undefined };
/** The stored dashboard of a uid. */
const storedAs = (stored, uid) => stored.get(uid) ?? ABSENT;
function writer(stored, { uid }) {
    const read = storedAs(stored, uid);
    return read.ok && read.value ? (0,_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .writerOf */ .bi)(read.value) : undefined;
}
/** The dashboards that this deployment has not written under their plain uid: it may have them under another one. */
const writtenByOthers = (dashboards, stored, deployment) => dashboards.filter((dashboard) => writer(stored, dashboard) !== deployment);
/**
 * One Grafana may serve several deployments of the same files. A deployment whose uid is taken by another deployment
 * uses its own uid, and keeps it also when the other deployment is removed.
 */
function assignUids(dashboards, stored, deployment) {
    const moves = writtenByOthers(dashboards, stored, deployment).filter((dashboard) => {
        const twin = storedAs(stored, (0,_desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentUid */ .oL)(dashboard.uid, deployment));
        return writer(stored, dashboard) !== undefined || !twin.ok || twin.value !== undefined;
    });
    const moved = new Map(moves.map(({ uid }) => [uid, (0,_desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_0__/* .deploymentUid */ .oL)(uid, deployment)]));
    return { dashboards: (0,_desired_grafana_uids_js__WEBPACK_IMPORTED_MODULE_0__/* .withUids */ .GV)(dashboards, moved), moved };
}


/***/ }),

/***/ 766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ checkShipped)
});

// EXTERNAL MODULE: ./build/config/configuration.js + 1 modules
var configuration = __webpack_require__(6303);
// EXTERNAL MODULE: ./build/lib/pace.js
var lib_pace = __webpack_require__(3449);
// EXTERNAL MODULE: ./build/lint/config/lint.js + 2 modules
var lint = __webpack_require__(9596);
// EXTERNAL MODULE: ./build/lint/index.js
var build_lint = __webpack_require__(6732);
// EXTERNAL MODULE: ./build/lint/prometheus/subject.js
var subject = __webpack_require__(1805);
// EXTERNAL MODULE: ./build/lint/recorded.js
var recorded = __webpack_require__(6234);
// EXTERNAL MODULE: ./build/lint/silence.js + 1 modules
var silence = __webpack_require__(5806);
;// CONCATENATED MODULE: ./build/lint/shipped.js





/**
 * The errors in the files of a run, found before it changes anything: `deploy` refuses the same as `plan`. Warnings are
 * only reported by `plan`, which a person reads before a merge.
 */
async function shippedErrors({ config, source, dashboards, rules }, { remoteWrite, pace }) {
    const { problems } = await (0,build_lint/* lintSources */.K)({
        ...{ fly: [], prometheus: [], rules, deployedRules: rules, ruleTests: [] },
        ...{ workflows: [], naming: [], dataSources: [] },
        dashboards: dashboards.map(({ file, text }) => ({ file, text: () => text })),
    }, {
        config,
        assumed: source === undefined,
        recorded: () => (0,recorded/* recordedByShippedRules */._$)(config, remoteWrite),
        ownRules: () => (0,recorded/* namesOfShippedRules */._m)(config, remoteWrite),
        prometheus: (0,subject/* prometheusContext */.S2)(config, () => false),
        inputs: [],
        pace,
    });
    const own = source
        ? [...(0,lint/* lintConfiguration */.CD)(config, source), ...(await (0,lint/* lintStoredSeries */.Gv)(config, source, pace))]
        : [];
    const found = [...own, ...problems, ...pace.problems()];
    return (0,silence/* withoutIgnored */.fq)(found, config.lint.ignore).filter(({ severity }) => severity === 'error');
}

;// CONCATENATED MODULE: ./build/run/check.js



/**
 * Checks what this run ships before it changes anything: a deployment or an import refuses what a plan refuses. Mode
 * `verify` ships nothing, and judges dashboards by their data.
 * @throws ActionError `configuration`
 */
async function checkShipped({ config, source, dashboardSources, ruleSources }, inputs, { until, signal }) {
    const dashboards = inputs.mode === 'verify' || !inputs.grafana ? [] : dashboardSources;
    const pace = (0,lib_pace/* createPace */.q)({ until, signal });
    const remoteWrite = inputs.remoteWrite !== undefined;
    const rules = inputs.mode === 'verify' ? [] : ruleSources;
    (0,configuration/* throwIfAny */.MI)(await shippedErrors({ config, source, dashboards, rules }, { remoteWrite, pace }));
}


/***/ })

};
