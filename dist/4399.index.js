export const id = 4399;
export const ids = [4399];
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

/***/ 8563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ normaliseDashboard)
});

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(3916);
// EXTERNAL MODULE: ./build/formats/dashboard-model.js
var dashboard_model = __webpack_require__(7051);
// EXTERNAL MODULE: ./build/formats/dashboard-panels.js
var dashboard_panels = __webpack_require__(2051);
// EXTERNAL MODULE: ./build/formats/dashboard-v2.js
var dashboard_v2 = __webpack_require__(816);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
// EXTERNAL MODULE: ./build/desired/grafana/annotations.js
var grafana_annotations = __webpack_require__(4900);
// EXTERNAL MODULE: ./build/formats/promql/logql.js
var logql = __webpack_require__(2704);
// EXTERNAL MODULE: ./build/desired/grafana/other-data-sources.js
var other_data_sources = __webpack_require__(4010);
;// CONCATENATED MODULE: ./build/desired/grafana/data-source-references.js



/** Data sources that are part of Grafana, by uid or by the name that old dashboards use. */
const BUILT_IN = /^(-- .* --|grafana|__expr__)$/;
/**
 * Replaces every reference to a Prometheus data source by the one of the deployment: by name, by the uid of another
 * instance, by default (null on something that queries), or by a variable that the dashboard does not declare. Declared
 * variables are kept, with the data source of the deployment as their current value. References to other types of data
 * sources, and to another Prometheus that the dashboard uses in addition, are not changed; `others` names those that
 * look like a reference to ours. `elsewhere`: uids that are known to be of another type.
 */
function bindDataSource(spec, ours, elsewhere = []) {
    const templating = (0,json_value/* isJsonObject */.OW)(spec.templating) ? spec.templating : {};
    const variables = Array.isArray(templating.list) ? templating.list : [];
    const declared = new Set(variables.filter(json_value/* isJsonObject */.OW).map((v) => String(v.name)));
    const target = { type: 'prometheus', uid: ours.uid };
    const others = new Set([...elsewhere, ...(0,other_data_sources/* otherDataSources */.Ru)((0,other_data_sources/* usesIn */.cS)(spec), ours)]);
    const pointing = bound(spec, (ref) => isBoundTo(ref, declared, others) ? target : ref);
    if (!(0,json_value/* isJsonObject */.OW)(pointing.templating) || !Array.isArray(pointing.templating.list))
        return { spec: pointing, others: [...others] };
    const list = pointing.templating.list.map((variable) => (0,json_value/* isJsonObject */.OW)(variable) && others.has(`$${variable.name}`) ? variable : pointed(variable, ours));
    return { spec: { ...pointing, templating: { ...pointing.templating, list } }, others: [...others] };
}
/** Whether a reference becomes the one of the deployment. `declared`: the variables of the dashboard. */
const isBoundTo = (ref, declared, others) => isReplaced(ref, declared) && !others.has((0,other_data_sources/* sourceName */.VZ)(ref) ?? '');
function isReplaced(ref, declared) {
    const name = (0,json_value/* isJsonObject */.OW)(ref) ? ref.uid : ref;
    if ((0,json_value/* isJsonObject */.OW)(ref) && ref.type !== undefined && ref.type !== 'prometheus')
        return false;
    if (typeof name !== 'string')
        return true;
    const variable = (0,other_data_sources/* variableIn */.SD)(name);
    return variable === undefined ? !BUILT_IN.test(name) : !declared.has(variable);
}
/** Panels, targets, variables and annotations all name their data source in the key `datasource`. */
function bound(value, bind, key) {
    if (value === null)
        return value;
    if (key === 'datasource')
        return bind(value);
    if (typeof value !== 'object')
        return value;
    return (0,json_value/* mapMembers */.Mz)(asksDefault(value) ? { ...value, datasource: bind(null) } : value, bound, bind);
}
/** A panel with queries that do not name a data source uses the default one, which may be any. */
const asksDefault = (value) => (0,json_value/* isJsonObject */.OW)(value) &&
    (value.datasource === undefined || value.datasource === null) &&
    Array.isArray(value.targets) &&
    value.targets.some((target) => (0,json_value/* isJsonObject */.OW)(target) && typeof target.expr === 'string' && !target.datasource && !(0,logql/* isLogQl */.i)(target.expr));
/** Sets the current value of a variable that selects a Prometheus data source. */
function pointed(variable, ours) {
    if (!(0,json_value/* isJsonObject */.OW)(variable) || variable.type !== 'datasource' || variable.query !== 'prometheus')
        return variable;
    const many = variable.multi === true;
    const current = many
        ? { selected: true, text: [ours.name], value: [ours.uid] }
        : { selected: true, text: ours.name, value: ours.uid };
    return { ...variable, current };
}

;// CONCATENATED MODULE: ./build/desired/grafana/data-source-references-v2.js



/**
 * The same for schema v2: queries, variables and annotations name the type of their data source as `group`, and its uid as
 * `datasource.name`; v2alpha1 has both in `datasource`. Without a uid Grafana uses the default data source of that type.
 */
function bindDataSourceV2(spec, ours) {
    const variables = (0,json_value/* objectsIn */.Qv)(spec.variables).map((variable) => (0,json_value/* isJsonObject */.OW)(variable.spec) ? variable.spec : {});
    const declared = new Set(variables.map(({ name }) => String(name)));
    const uses = (0,other_data_sources/* createSourceUses */.gh)();
    collect(spec, uses, 0);
    const others = (0,other_data_sources/* otherDataSources */.Ru)(uses.all(), ours);
    const isOurs = (reference) => isBoundTo(reference, declared, others);
    const pointed = data_source_references_v2_bound(spec, { isOurs, ours });
    const list = Array.isArray(pointed.variables)
        ? pointed.variables.map((one) => pointedVariable(one, ours, others))
        : undefined;
    return { spec: { ...pointed, ...(list && { variables: list }) }, others: [...others] };
}
/** Layouts, elements and queries nest at most this deep in dashboards that Grafana writes. */
const MAX_DEPTH = 40;
function collect(value, uses, depth) {
    if (value === null || typeof value !== 'object' || depth > MAX_DEPTH)
        return;
    if ((0,json_value/* isJsonObject */.OW)(value)) {
        const reference = referenceOf(value);
        const query = (0,json_value/* isJsonObject */.OW)(value.spec) ? value.spec : {};
        if (reference)
            uses.add(reference, (0,json_value/* stringIn */.tB)(query.expr) || (0,json_value/* stringIn */.tB)(query.query));
    }
    for (const member of Object.values(value))
        collect(member, uses, depth + 1);
}
/** What an object of v2beta1 and v2 refers to, in the classic form; undefined for one that has no data source. */
function referenceOf({ kind, group, datasource }) {
    if (typeof group !== 'string' || !/^DataQuery$|Variable$/.test((0,json_value/* stringIn */.tB)(kind)))
        return undefined;
    return { type: group, uid: (0,json_value/* isJsonObject */.OW)(datasource) ? datasource.name : undefined };
}
function data_source_references_v2_bound(value, binding, key) {
    if (value === null || typeof value !== 'object')
        return value;
    const { isOurs, ours } = binding;
    if (!(0,json_value/* isJsonObject */.OW)(value))
        return (0,json_value/* mapMembers */.Mz)(value, data_source_references_v2_bound, binding);
    const reference = referenceOf(value);
    if (reference?.type === 'prometheus' && isOurs(reference))
        return { ...withoutExportLabel(value), datasource: { name: ours.uid } };
    if (key === 'datasource' && value.type === 'prometheus' && isOurs(value))
        return { type: 'prometheus', uid: ours.uid };
    return (0,json_value/* mapMembers */.Mz)(value, data_source_references_v2_bound, binding);
}
/** A dashboard exported for sharing has this label in place of the name of its data source. */
const EXPORT_LABEL = 'grafana.app/export-label';
function withoutExportLabel(query) {
    if (!(0,json_value/* isJsonObject */.OW)(query.labels) || !Object.hasOwn(query.labels, EXPORT_LABEL))
        return query;
    const { [EXPORT_LABEL]: label, ...labels } = query.labels;
    return { ...query, labels };
}
/** Sets the current value of a variable that selects a Prometheus data source. */
function pointedVariable(variable, ours, others) {
    if (!(0,json_value/* isJsonObject */.OW)(variable) || !(0,json_value/* isJsonObject */.OW)(variable.spec))
        return variable;
    const { spec } = variable;
    const isPrometheus = variable.kind === 'DatasourceVariable' && spec.pluginId === 'prometheus';
    if (!isPrometheus || others.has(`$${spec.name}`))
        return variable;
    const current = spec.multi === true ? { text: [ours.name], value: [ours.uid] } : { text: ours.name, value: ours.uid };
    return { ...variable, spec: { ...spec, current } };
}

;// CONCATENATED MODULE: ./build/desired/grafana/dashboard-v2.js



/**
 * The spec of schema v2 as it is sent; undefined where it is not one: classic content under such a version is stored as an
 * empty dashboard (recorded on 12.4).
 */
function normaliseSpec({ spec, apiVersion }, { deployment, dataSource }) {
    if (!(0,json_value/* isJsonObject */.OW)(spec.elements) || !(0,json_value/* isJsonObject */.OW)(spec.layout))
        return undefined;
    const apiVersions = versionsFor(apiVersion, spec.elements);
    const bound = bindDataSourceV2(spec, dataSource);
    return { spec: withDeployments(bound.spec, deployment, apiVersions), apiVersions, others: bound.others };
}
/** v2 is v2beta1 declared stable: each accepts the other's dashboards. v2alpha1 spells data sources in another way. */
const STABLE = ['v2', 'v2beta1'];
function versionsFor(apiVersion, elements) {
    if (apiVersion === 'v2beta1')
        return STABLE.toReversed();
    if (apiVersion !== '' && apiVersion !== 'v2')
        return [apiVersion];
    const isAlpha = Object.values(elements).some((element) => (0,json_value/* isJsonObject */.OW)(element) &&
        (0,json_value/* isJsonObject */.OW)(element.spec) &&
        (0,json_value/* isJsonObject */.OW)(element.spec.vizConfig) &&
        element.spec.vizConfig.kind !== 'VizConfig');
    return apiVersion === '' && isAlpha ? ['v2alpha1'] : STABLE;
}
/** Adds the query for the deploy annotations unless the dashboard has one. */
function withDeployments(spec, deployment, versions) {
    const list = (0,json_value/* objectsIn */.Qv)(spec.annotations);
    const tags = (0,grafana_annotations/* annotationTags */.RS)(deployment);
    const shows = (annotation) => {
        const query = (0,json_value/* isJsonObject */.OW)(annotation.spec) ? annotation.spec.query : undefined;
        const asked = (0,json_value/* isJsonObject */.OW)(query) && (0,json_value/* isJsonObject */.OW)(query.spec) ? query.spec.tags : undefined;
        return Array.isArray(asked) && tags.every((tag) => asked.includes(tag));
    };
    if (versions.includes('v2alpha1') || list.some(shows))
        return spec;
    const { target, ...shown } = (0,grafana_annotations/* deploymentsQuery */.tg)(deployment);
    const query = { kind: 'DataQuery', group: 'grafana', version: 'v0', spec: target };
    const datasource = { name: grafana_annotations/* ANNOTATIONS_SOURCE */.B3.uid };
    const annotation = { kind: 'AnnotationQuery', spec: { ...shown, query: { ...query, datasource } } };
    return { ...spec, annotations: [...list, annotation] };
}

// EXTERNAL MODULE: ./build/desired/grafana/uids.js
var uids = __webpack_require__(8359);
;// CONCATENATED MODULE: ./build/desired/grafana/dashboard.js










/**
 * Normalises all forms of dashboard JSON: plain, wrapped in `{"dashboard": …}`, exported with `__inputs`, a resource of v0,
 * v1 or v2. Every reference to the Prometheus data source becomes the one of the deployment; an `id` of another instance is
 * removed, since Grafana answers it with 404; a missing uid is derived from the file name, since each POST would create a
 * duplicate. The dashboard also gets an annotation query that shows the deploy annotations.
 */
function normaliseDashboard({ file, json }, home) {
    const found = (0,dashboard_model/* openDashboard */.Nb)(json);
    if (typeof found === 'string')
        return refused(file, found);
    const uid = found.uid ?? uidOf(file, home.deployment);
    if (!(0,dashboard_model/* isDashboardUid */.lx)(uid))
        return refused(file, 'uid');
    if (found.isV2)
        return normaliseV2(file, uid, found, home);
    const missing = (0,dashboard_model/* dashboardInputs */.AG)(found).filter(({ kind }) => kind === 'unresolved');
    if (missing.length > 0)
        return { kind: 'problem', problem: askFor(file, missing) };
    const spec = resolveInputs(found, home.dataSource);
    const title = (0,json_value/* stringIn */.tB)(spec.title).trim();
    if (!title)
        return refused(file, 'title');
    const bound = bindDataSource(spec, home.dataSource, filledInSources(found));
    const model = { ...dashboard_withDeployments(bound.spec, home.deployment), title, uid };
    const sources = { dataSourceUid: home.dataSource.uid, otherDataSources: bound.others };
    const libraryPanels = libraryPanelsOf(model);
    return { kind: 'dashboard', dashboard: { file, uid, title, json: model, ...sources, libraryPanels } };
}
function normaliseV2(file, uid, found, home) {
    if (!found.title)
        return refused(file, 'title');
    const normal = normaliseSpec(found, home);
    if (!normal)
        return refused(file, 'v2');
    const { spec: json, apiVersions, others: otherDataSources } = normal;
    const sources = { dataSourceUid: home.dataSource.uid, otherDataSources };
    const libraryPanels = libraryPanelsOf((0,dashboard_v2/* classicView */.U)(json));
    const dashboard = { file, uid, title: found.title, json, apiVersions, ...sources, libraryPanels };
    return { kind: 'dashboard', dashboard };
}
/** The library panels of which a dashboard has no copy. */
const libraryPanelsOf = (model) => [
    ...new Set((0,dashboard_panels/* panelsIn */.t)(model).flatMap(({ panel }) => {
        const uid = (0,json_value/* isJsonObject */.OW)(panel.libraryPanel) ? (0,json_value/* stringIn */.tB)(panel.libraryPanel.uid) : '';
        return uid === '' ? [] : [uid];
    })),
];
/** What can be wrong with a file: the message and the hint. */
const FAULTS = {
    depth: ['is nested too deeply to be a dashboard', 'Export it again.'],
    shape: ['does not contain a dashboard', 'Export it in Grafana: Share, Export, Save to file.'],
    v2: [
        'says that it has schema v2, but has no `elements` and `layout`: Grafana would store an empty dashboard',
        'Export it again, with the model that Grafana offers, or correct its `apiVersion`.',
    ],
    uid: ['has a uid that Grafana does not accept', 'Use at most 40 letters, digits, "-" and "_".'],
    title: ['contains a dashboard without a title', 'Give it a "title".'],
};
function refused(file, fault) {
    const [what, hint] = FAULTS[fault];
    return {
        kind: 'problem',
        problem: {
            code: `grafana-dashboard-${fault}`,
            severity: 'error',
            at: { file, line: 1, column: 1 },
            message: `${file} ${what}.`,
            hint,
        },
    };
}
/** Which data sources, and which values, an export leaves open: only the team knows which ones of its Grafana are meant. */
function askFor(file, inputs) {
    const [first] = inputs;
    const asked = inputs.map(({ name, type }) => type === ''
        ? `which value has \`${(0,lib_text/* oneLine */.TN)(name, 60)}\``
        : `which data source of type \`${(0,lib_text/* oneLine */.TN)(type, 60)}\` is \`${(0,lib_text/* oneLine */.TN)(name, 60)}\``);
    return {
        code: 'grafana-dashboard-input',
        severity: 'error',
        at: { file, line: 1, column: 1 },
        message: `${file} leaves open ${(0,lib_text/* list */.p_)(asked)}; only Prometheus data sources are filled in.`,
        hint: `Add \`"value": "…"\` to ${inputs.length === 1 ? 'this entry' : 'each of these entries'} of \`__inputs\`, with ${first?.type === '' ? 'the value' : 'the uid of that data source (Grafana shows it in the address of its settings, Connections, Data sources)'}.`,
    };
}
/** The same file of the same deployment has the same uid, independent of its title. */
function uidOf(file, deployment) {
    const name = (0,posix_.basename)(file)
        .replace(/\.json$/i, '')
        .replace(/[^a-zA-Z0-9_-]+/g, '-');
    return (0,uids/* uidWithHash */.pC)(name, `${deployment}/${file}`);
}
/**
 * Resolves the inputs of an export: `${DS_PROMETHEUS}` becomes the data source of the deployment, constants their value,
 * library panels the copies in the export. Identifiers of the other instance are removed.
 */
function resolveInputs(found, ours) {
    const { __inputs, __requires, __elements, id, version, ...rest } = found.spec;
    const inputs = (0,dashboard_model/* dashboardInputs */.AG)(found).map(({ name, kind, value }) => [name, kind === 'prometheus' ? ours.uid : value]);
    const values = new Map(inputs);
    const filled = values.size === 0 ? rest : (0,json_value/* mapStrings */.to)(rest, (text) => filledIn(text, values));
    return inlined(filled, (0,dashboard_model/* libraryCopies */.N6)(found));
}
/** The uids that a team has written into the inputs of data sources of other types. */
const filledInSources = (found) => (0,dashboard_model/* dashboardInputs */.AG)(found).flatMap(({ kind, type, value }) => (kind === 'value' && type !== '' ? [value] : []));
const filledIn = (text, values) => text.replace(/\$\{([^{}]+)\}/g, (all, name) => values.get(name) ?? all);
function inlined(spec, elements) {
    if (!Array.isArray(spec.panels) || Object.keys(elements).length === 0)
        return spec;
    const inline = (panel) => {
        if (!(0,json_value/* isJsonObject */.OW)(panel))
            return panel;
        if (Array.isArray(panel.panels))
            return { ...panel, panels: panel.panels.map(inline) };
        return (0,dashboard_model/* fromLibrary */.uQ)(panel, elements).panel;
    };
    return { ...spec, panels: spec.panels.map(inline) };
}
/** Adds the query for the deploy annotations unless the dashboard has one. */
function dashboard_withDeployments(spec, deployment) {
    const tags = (0,grafana_annotations/* annotationTags */.RS)(deployment);
    const annotations = (0,json_value/* isJsonObject */.OW)(spec.annotations) ? spec.annotations : {};
    const queries = Array.isArray(annotations.list) ? annotations.list : [];
    const shows = (query) => {
        const asked = (0,json_value/* isJsonObject */.OW)(query) && (0,json_value/* isJsonObject */.OW)(query.target) ? query.target.tags : undefined;
        return Array.isArray(asked) && tags.every((tag) => asked.includes(tag));
    };
    if (queries.some(shows))
        return spec;
    const query = { datasource: grafana_annotations/* ANNOTATIONS_SOURCE */.B3, ...(0,grafana_annotations/* deploymentsQuery */.tg)(deployment) };
    return { ...spec, annotations: { ...annotations, list: [...queries, query] } };
}


/***/ }),

/***/ 4010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ru: () => (/* binding */ otherDataSources),
/* harmony export */   SD: () => (/* binding */ variableIn),
/* harmony export */   VZ: () => (/* binding */ sourceName),
/* harmony export */   cS: () => (/* binding */ usesIn),
/* harmony export */   gh: () => (/* binding */ createSourceUses)
/* harmony export */ });
/* harmony import */ var _formats_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2051);
/* harmony import */ var _formats_promql_logql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2704);
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1060);



/** Data sources that are not Prometheus, by the words that people name them with. */
const OTHER_KINDS = /loki|tempo|jaeger|zipkin|pyroscope|parca|elastic|opensearch|influx|graphite|opentsdb|cloudwatch|stackdriver|postgres|mysql|mssql|sql server|clickhouse|bigquery|snowflake|sqlite|mongo|redis|sentry|github|splunk|datadog|zabbix|infinity|testdata|json api/i;
/** Metrics that only the Prometheus which Fly runs for every organisation has. */
const FLY_METRIC = /(?<![\w:])fly_(?:app|edge|instance|volume|machine)_\w+/;
/**
 * The data sources in a dashboard that are surely not the Prometheus of the deployment, although a reference alone does
 * not tell: by a name such as Loki, by queries in LogQL or about the metrics of Fly's own Prometheus, or because the
 * dashboard names ours and another one. A dashboard that names only one Prometheus comes from another Grafana.
 */
function otherDataSources(uses, ours) {
    const isOurs = ({ name }) => name === ours.uid || name === ours.name;
    const fixed = uses.filter((use) => use.isTyped && !use.name.startsWith('$') && !isElsewhere(use));
    const [most] = fixed.toSorted((a, b) => b.queries.length - a.queries.length);
    const namesVariable = uses.some(({ name, queries }) => name.startsWith('$') && queries.length > 0);
    const main = uses.some(isOurs) ? ours.uid : namesVariable ? undefined : most?.name;
    const others = uses.filter((use) => !isOurs(use) && (isElsewhere(use) || (main !== undefined && fixed.includes(use) && use.name !== main)));
    return new Set(others.map(({ name }) => name));
}
const isElsewhere = ({ name, isTyped, queries, isAskedOtherwise }) => (!isTyped && (OTHER_KINDS.test(name) || (isAskedOtherwise && queries.length === 0))) ||
    (queries.length > 0 && queries.every((query) => (0,_formats_promql_logql_js__WEBPACK_IMPORTED_MODULE_2__/* .isLogQl */ .i)(query) || FLY_METRIC.test(query)));
function createSourceUses() {
    const uses = new Map();
    return {
        add(reference, query, otherwise = false) {
            const name = sourceName(reference);
            if (name === undefined)
                return;
            const use = uses.get(name) ?? { name, isTyped: false, queries: [], isAskedOtherwise: false };
            if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(reference) && reference.type === 'prometheus')
                use.isTyped = true;
            if (query !== '')
                use.queries.push(query);
            use.isAskedOtherwise ||= otherwise;
            uses.set(name, use);
        },
        all: () => [...uses.values()],
    };
}
/** What a query of any data source may have, and what an empty one of Prometheus has. */
const COMMON = new Set([
    ...['refId', 'datasource', 'hide', 'key', 'intervalMs', 'maxDataPoints'],
    ...['interval', 'intervalFactor', 'step', 'legendFormat', 'format', 'instant', 'range', 'exemplar'],
    'editorMode',
]);
/** A query without `expr`, but with something else to ask: SQL, a metric of CloudWatch … */
const asksOtherwise = (target) => target.expr === undefined && Object.keys(target).some((key) => !COMMON.has(key));
/** The uses of data sources in a dashboard of the classic schema. */
function usesIn(spec) {
    const { add, all } = createSourceUses();
    for (const { panel } of (0,_formats_dashboard_panels_js__WEBPACK_IMPORTED_MODULE_0__/* .panelsIn */ .t)(spec))
        for (const target of (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(panel.targets))
            add(target.datasource || panel.datasource, (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .stringIn */ .tB)(target.expr), asksOtherwise(target));
    const lists = [spec.templating, spec.annotations].map((part) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(part) ? part.list : undefined));
    for (const one of lists.flat()) {
        const query = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(one.query) ? (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .stringIn */ .tB)(one.query.query) : (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .stringIn */ .tB)(one.query);
        // The query of a data source variable is a type of data source.
        if (one.type !== 'datasource')
            add(one.datasource, (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .stringIn */ .tB)(one.expr) || query);
    }
    return all();
}
/** The uid or name in a reference that may lead to a Prometheus; `$name` for a variable. */
function sourceName(reference) {
    if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(reference) && reference.type !== undefined && reference.type !== 'prometheus')
        return undefined;
    const name = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(reference) ? reference.uid : reference;
    if (typeof name !== 'string' || name === '')
        return undefined;
    const variable = variableIn(name);
    return variable === undefined ? name : `$${variable}`;
}
/** The name of the variable that a reference consists of. */
function variableIn(name) {
    const found = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(name);
    return found?.[1] ?? found?.[2];
}


/***/ }),

/***/ 7051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AG: () => (/* binding */ dashboardInputs),
/* harmony export */   N6: () => (/* binding */ libraryCopies),
/* harmony export */   Nb: () => (/* binding */ openDashboard),
/* harmony export */   lx: () => (/* binding */ isDashboardUid),
/* harmony export */   uQ: () => (/* binding */ fromLibrary)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/**
 * Finds the dashboard in a JSON value, for everything that reads one: plain, wrapped in `{"dashboard": …}` as in a request
 * to the API, or a resource of `dashboard.grafana.app`, in any order.
 */
function openDashboard(json) {
    if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .tooDeep */ .DI)(json))
        return 'depth';
    let [value, path] = [json, []];
    let resource;
    for (let layers = 0; layers < 3 && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value); layers++) {
        const { apiVersion, metadata, spec, dashboard } = value;
        if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(apiVersion).startsWith('dashboard.grafana.app/') && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec)) {
            const name = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(metadata) ? metadata.name : undefined;
            resource = { apiVersion: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(apiVersion), uid: typeof name === 'string' ? name : undefined };
            [value, path] = [spec, [...path, 'spec']];
        }
        else if ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(dashboard) && !Array.isArray(value.panels))
            [value, path] = [dashboard, [...path, 'dashboard']];
        else
            return modelOf(value, path, resource);
    }
    return 'shape';
}
function modelOf(spec, path, resource) {
    const isV2 = /\/v2/.test(resource?.apiVersion ?? '') || ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.elements) && !Array.isArray(spec.panels));
    const uid = resource?.uid ?? spec.uid ?? undefined;
    const apiVersion = resource?.apiVersion.split('/')[1] ?? '';
    return {
        spec,
        path,
        uid: uid === '' ? undefined : uid,
        title: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(spec.title).trim(),
        isV2,
        apiVersion,
    };
}
const UID = /^[a-zA-Z0-9_-]{1,40}$/;
/** Whether Grafana accepts a uid. */
const isDashboardUid = (uid) => typeof uid === 'string' && UID.test(uid);
/** The inputs of an export. */
const dashboardInputs = ({ spec, path }) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.__inputs).map((input, index) => {
    const isSource = input.type === 'datasource' || typeof input.pluginId === 'string';
    const isOurs = isSource && (input.pluginId ?? 'prometheus') === 'prometheus';
    const hasValue = typeof input.value === 'string';
    return {
        path: [...path, '__inputs', index],
        name: String(input.name),
        type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(input.pluginId) || (isSource ? 'prometheus' : ''),
        kind: isOurs ? 'prometheus' : hasValue ? 'value' : 'unresolved',
        value: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(input.value),
    };
});
/** Copies of library panels in an export, by uid. */
const libraryCopies = ({ spec }) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.__elements) ? spec.__elements : {};
/** A panel with its copy from the library in the export; `uid` is undefined for a panel that is not from a library. */
function fromLibrary(panel, copies) {
    const { libraryPanel, ...own } = panel;
    if (!(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(libraryPanel))
        return { panel, uid: undefined, isCopied: false };
    const uid = String(libraryPanel.uid);
    const copy = Object.hasOwn(copies, uid) ? copies[uid] : undefined;
    return (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(copy) && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(copy.model)
        ? { panel: { ...copy.model, ...own }, uid, isCopied: true }
        : { panel, uid, isCopied: false };
}


/***/ }),

/***/ 2051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ listOf),
/* harmony export */   t: () => (/* binding */ panelsIn)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/** Rows, collapsed or not, and their panels nest at most this deep in dashboards that Grafana writes. */
const MAX_DEPTH = 10;
/** Every panel of a dashboard in the classic schema, including those in rows and in collapsed rows; rows are not panels. */
const panelsIn = (model, path = []) => panelsBelow(model, { path, depth: 0, repeatedFor: [] });
function panelsBelow(parent, { path, depth, repeatedFor }) {
    if (depth > MAX_DEPTH)
        return [];
    // Dashboards from before 2018 keep panels in rows.
    return ['panels', 'rows'].flatMap((key) => {
        // An open row repeats the panels that follow it, up to the next row.
        let openRow = [];
        return listOf(parent[key]).flatMap(({ value: panel, index }) => {
            const isRow = key === 'rows' || panel.type === 'row';
            const own = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(panel.repeat) === '' ? [] : [(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(panel.repeat)];
            if (isRow)
                openRow = own;
            const around = [...new Set([...repeatedFor, ...openRow, ...own])];
            const here = [...path, key, index];
            const inner = panelsBelow(panel, { path: here, depth: depth + 1, repeatedFor: around });
            return isRow ? inner : [{ panel, path: here, repeatedFor: around }, ...inner];
        });
    });
}
/** The objects of a list, with their indexes. */
function listOf(value) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((item, index) => ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(item) ? [{ value: item, index }] : []));
}


/***/ }),

/***/ 816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ classicView)
/* harmony export */ });
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1060);

/**
 * A dashboard of schema v2 in the classic form, for everything that asks its queries: panels with their targets and what
 * they are repeated for, variables and annotations. Only elements that the layout shows are in it. Both spellings are
 * read: that of v2alpha1 (the type of the data source as `kind`) and that of v2beta1 and v2 (as `group`).
 */
function classicView(spec) {
    const elements = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.elements) ? spec.elements : {};
    const time = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.timeSettings) ? spec.timeSettings : {};
    return {
        title: spec.title,
        tags: spec.tags,
        time: { from: time.from, to: time.to },
        panels: shownIn(spec.layout, [], 0).flatMap((shown) => {
            const element = Object.hasOwn(elements, shown.name) ? elements[shown.name] : undefined;
            return (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(element) && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(element.spec) ? [panelOf(element.spec, shown)] : [];
        }),
        templating: { list: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.variables).map(variableOf) },
        annotations: { list: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.annotations).map(annotationOf) },
    };
}
/** Layouts nest in rows and tabs. */
const MAX_DEPTH = 20;
function shownIn(layout, repeatedFor, depth) {
    const spec = specOf(layout);
    if (depth > MAX_DEPTH)
        return [];
    return [...(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.items), ...(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.rows), ...(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(spec.tabs)].flatMap((item) => {
        const own = specOf(item);
        const repeat = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(own.repeat) ? own.repeat.value : undefined);
        const around = repeat === '' ? repeatedFor : [...repeatedFor, repeat];
        const name = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(own.element) ? own.element.name : undefined);
        return name === '' ? shownIn(own.layout, around, depth + 1) : [{ name, repeatedFor: around }];
    });
}
const specOf = (value) => (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value) && (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(value.spec) ? value.spec : {};
/** Classic panels are repeated for one variable; of several, each is put around it as a row. */
function panelOf(spec, { repeatedFor }) {
    const { id, title, libraryPanel } = spec;
    const data = specOf(spec.data);
    const vizConfig = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(spec.vizConfig) ? spec.vizConfig : {};
    const [repeat, ...around] = repeatedFor.toReversed();
    const panel = {
        ...{ id, title, ...(libraryPanel !== undefined && { libraryPanel }) },
        type: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(vizConfig.group) || (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(vizConfig.kind),
        ...((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(data.queryOptions) ? data.queryOptions : {}),
        targets: (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(data.queries).map(targetOf),
        ...(repeat !== undefined && { repeat }),
    };
    return around.reduce((inner, variable) => ({ type: 'row', repeat: variable, panels: [inner] }), panel);
}
function targetOf(query) {
    const { refId, hidden, datasource } = specOf(query);
    const asked = specOf(query).query;
    return { ...specOf(asked), refId, hide: hidden === true, datasource: sourceOf(asked, datasource) };
}
/** The reference of a query to its data source, in the classic form. */
function sourceOf(query, beside) {
    const { kind, group, datasource } = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(query) ? query : {};
    const named = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(datasource) ? datasource.name : undefined;
    const uid = named ?? ((0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isJsonObject */ .OW)(beside) ? beside.uid : undefined);
    const type = kind === 'DataQuery' ? group : kind;
    return { type, ...(type === '__expr__' ? { uid: type } : uid !== undefined && { uid }) };
}
const TYPES = {
    DatasourceVariable: 'datasource',
    TextVariable: 'textbox',
    GroupByVariable: 'groupby',
};
function variableOf(variable) {
    const spec = specOf(variable);
    const kind = (0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_0__/* .stringIn */ .tB)(variable.kind);
    const type = TYPES[kind] ?? kind.replace(/Variable$/, '').toLowerCase();
    if (type === 'datasource')
        return { ...spec, type, query: spec.pluginId };
    if (type === 'adhoc' || type === 'groupby')
        return { ...spec, type, datasource: sourceOf({ ...variable, kind: 'DataQuery' }, spec.datasource) };
    if (type !== 'query')
        return { ...spec, type };
    const asked = specOf(spec.query);
    const query = asked.query ?? asked.__legacyStringValue ?? spec.query;
    return { ...spec, type, query, datasource: sourceOf(spec.query, spec.datasource) };
}
function annotationOf(annotation) {
    const { query, datasource, ...spec } = specOf(annotation);
    const asked = specOf(query);
    return { ...spec, expr: asked.expr, target: asked, datasource: sourceOf(query, datasource) };
}


/***/ }),

/***/ 2704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ isLogQl)
/* harmony export */ });
/** Quoted texts of a query, closed or not, and comments; what is between them is its syntax. */
const QUOTED = /"(?:[^"\\]|\\[\s\S]?)*"?|'(?:[^'\\]|\\[\s\S]?)*'?|`[^`]*`?|#.*/g;
/**
 * Whether a query is written in LogQL, the language of Loki: it has a pipe or a line filter (`{app="web"} |= "error"`),
 * which PromQL does not know. A plain selector may be either.
 */
const isLogQl = (query) => /\||\}\s*![=~]\s*""/.test(query.replace(QUOTED, (text) => (text.startsWith('#') ? '' : '""')));


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
    if ('existing' in asked || asked.password === undefined)
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

/***/ 9684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ libraryPanelNote),
/* harmony export */   Tj: () => (/* binding */ missingLibraryPanels),
/* harmony export */   li: () => (/* binding */ observeLibraryPanels)
/* harmony export */ });
/* harmony import */ var _desired_grafana_other_data_sources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4010);
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8867);
/* harmony import */ var _lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1060);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7404);





const AT_ONCE = 4;
/** A dashboard holds only a reference to a library panel, and Grafana stores one that leads nowhere without a word. */
async function observeLibraryPanels(grafana, forming) {
    const { good } = await forming;
    const uids = [...new Set(good.flatMap(({ libraryPanels }) => libraryPanels))];
    const read = async (uid) => [uid, await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .CD)(() => grafana.libraryPanel(uid))];
    return new Map(await (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrently */ .X)(uids, AT_ONCE, read));
}
/** Library panels of a dashboard that do not exist. */
function missingLibraryPanels(dashboard, panels) {
    const missing = dashboard.libraryPanels.filter((uid) => {
        const read = panels.get(uid);
        return read?.ok && read.value === undefined;
    });
    if (missing.length === 0)
        return undefined;
    const { file, title } = dashboard;
    return {
        ...{ code: 'grafana-library-panel', severity: 'warning', at: { file, line: 1, column: 1 } },
        message: `The dashboard "${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(title, 100)}" shows ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(missing.length, 'library panel')} that Grafana does not have (${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .few */ .H$)(missing, 5), 300)}): an error is shown in their place.`,
        hint: 'Create them in Grafana, or export the dashboard with "Export for sharing externally", which adds a copy.',
    };
}
/** A note about library panels that query another data source: they belong to Grafana, so this action never changes them. */
function libraryPanelNote(dashboard, panels) {
    const sources = dashboard.libraryPanels.flatMap((uid) => {
        const read = panels.get(uid);
        return read?.ok && read.value ? namesIn(read.value) : [];
    });
    const others = [...new Set(sources)].filter((name) => name !== dashboard.dataSourceUid);
    return others.length === 0
        ? undefined
        : `its library panels keep their own data sources: ${(0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)((0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .few */ .H$)(others, 5), 300)}`;
}
const namesIn = (model) => [model.datasource, ...(0,_lib_json_value_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(model.targets).map(({ datasource }) => datasource)].flatMap((reference) => {
    const name = (0,_desired_grafana_other_data_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .sourceName */ .VZ)(reference);
    return name === undefined || /^(?:\$|-- |__expr__$)/.test(name) ? [] : [name];
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

/***/ 3534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ apiVersionFor),
/* harmony export */   p: () => (/* binding */ observeSchemaV2)
/* harmony export */ });
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8867);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7404);
/* harmony import */ var _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8219);
/* harmony import */ var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(300);
/* harmony import */ var _uids_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9666);





/**
 * A list returns dashboards of schema v2 converted to the classic one. The record of the last write decides without the
 * content whether such a dashboard is unchanged; only of the others it is read.
 */
async function observeSchemaV2(grafana, { deployment, folder }, forming, reading) {
    const { good } = await forming;
    if (!good.some(({ apiVersions }) => apiVersions))
        return { versions: undefined, dashboards: await reading };
    const [versions, stored] = await Promise.all([
        (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptRead */ .uv)(grafana, () => grafana.dashboardVersions()),
        reading,
    ]);
    const place = { deployment, folderUid: folder.uid };
    const isOpen = ({ uid, json }) => {
        const read = (0,_uids_js__WEBPACK_IMPORTED_MODULE_3__/* .storedAs */ .qv)(stored, uid);
        if (!read.ok || !read.value || isMarkedClassic(read.value))
            return false;
        return (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .ownershipOf */ .VL)({ json, isV2: true }, read.value, place) !== 'unchanged';
    };
    const open = (0,_uids_js__WEBPACK_IMPORTED_MODULE_3__/* .assignUids */ .vS)(good, stored, deployment).dashboards.flatMap((dashboard) => {
        const version = apiVersionFor(dashboard, versions);
        return version !== undefined && isOpen(dashboard) ? [{ uid: dashboard.uid, version }] : [];
    });
    const contents = await (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_4__/* .mapConcurrently */ .X)(open, _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_1__/* .READS_AT_ONCE */ ._B, async ({ uid, version }) => [uid, await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attemptRead */ .uv)(grafana, () => grafana.dashboardAs(version, uid))]);
    return {
        versions,
        dashboards: new Map([...stored, ...contents.filter(([, read]) => !read.ok || read.value)]),
    };
}
/** The mark in a classic dashboard of this action is no longer in its conversion to schema v2. */
const isMarkedClassic = (stored) => stored.record === undefined && (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__/* .writerOf */ .bi)(stored) !== undefined;
/** The version of the API for a dashboard; undefined where Grafana serves none that accepts it, or for the classic schema. */
const apiVersionFor = ({ apiVersions }, served) => served?.ok ? apiVersions?.find((version) => served.value.includes(version)) : undefined;


/***/ }),

/***/ 9169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GP: () => (/* binding */ observeDataSource),
/* harmony export */   NA: () => (/* binding */ existingDataSource),
/* harmony export */   pM: () => (/* binding */ observeGrafana)
/* harmony export */ });
/* harmony import */ var _desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4900);
/* harmony import */ var _lib_concurrency_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8867);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1469);
/* harmony import */ var _lib_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4869);
/* harmony import */ var _annotation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6584);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7404);
/* harmony import */ var _data_source_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4567);
/* harmony import */ var _library_panels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9684);
/* harmony import */ var _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8219);
/* harmony import */ var _observe_v2_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3534);










/**
 * Reads everything concurrently. `reading` is the data source, which the files wait for, and `forming` the files.
 * @throws ActionError when nothing can be done: there is no answer, it is not Grafana, the token is not valid.
 */
async function observeGrafana(grafana, desired, reading, forming) {
    const { deployment, folder, ruleGroups, annotation } = desired;
    const health = observeHealth(grafana, desired.dataSource, reading);
    // The list takes longest and so is requested first.
    const dashboards = (0,_observe_dashboards_js__WEBPACK_IMPORTED_MODULE_7__/* .observeDashboards */ .g_)(grafana, desired, forming);
    const schemaV2 = (0,_observe_v2_js__WEBPACK_IMPORTED_MODULE_8__/* .observeSchemaV2 */ .p)(grafana, desired, forming, dashboards);
    const libraryPanels = (0,_library_panels_js__WEBPACK_IMPORTED_MODULE_6__/* .observeLibraryPanels */ .li)(grafana, forming);
    const folderNow = (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attemptRead */ .uv)(grafana, () => grafana.folder(folder.uid));
    const rules = observeRules(grafana, desired);
    const notification = ruleGroups.length > 0 ? observeNotification(grafana) : undefined;
    const last = annotation && (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.lastAnnotation((0,_desired_grafana_annotations_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationTags */ .RS)(deployment), (0,_annotation_js__WEBPACK_IMPORTED_MODULE_3__/* .annotationsSince */ .b7)()));
    const all = await Promise.all([reading, health, folderNow, schemaV2, rules, notification, last]);
    return {
        ...{ dataSource: all[0], health: all[1], folder: all[2], dashboards: all[3].dashboards, rules: all[4] },
        ...{ notification: all[5], annotation: all[6] },
        ...{ apiVersions: all[3].versions, libraryPanels: await libraryPanels },
    };
}
/** Reads the data source that the dashboards and rules of a deployment query. */
function observeDataSource(grafana, wanted) {
    return (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attemptRead */ .uv)(grafana, () => 'existing' in wanted ? existingDataSource(grafana, wanted) : grafana.dataSource('uid', wanted.uid));
}
/** Types of data sources that accept PromQL. */
const PROMETHEUS = ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'];
/** An existing data source, by uid or else by name; with `own`, the one that a deploy creates for this deployment. */
async function existingDataSource(grafana, { existing, own }) {
    const found = (await byUid(grafana, existing)) ?? (await grafana.dataSource('name', existing));
    if (found && PROMETHEUS.includes(found.type))
        return found;
    if (found)
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .ActionError */ .lZ('platform', [(0,_data_source_js__WEBPACK_IMPORTED_MODULE_5__/* .wrongType */ .gQ)(found)]);
    const name = (0,_lib_text_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(existing, 100);
    throw own === undefined
        ? (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('grafana-datasource-missing', `Grafana has no data source with the uid or name "${name}".`, 'Set `grafana.datasource` in monitoring.yml to the Prometheus data source that has these metrics; Grafana lists them under Connections, Data sources.')
        : (0,_lib_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .platformError */ .sx)('grafana-datasource-missing', `Grafana does not have the data source "${name}" of this deployment yet; the dashboards show data as soon as it exists.`, 'Mode `deploy` creates it. Mode `dashboards` does too, with `prometheus-url` and the password (`prometheus-password`, or `fly-api-token` to derive it).');
}
/** A name may contain characters that a uid cannot. */
const byUid = async (grafana, value) => /^[a-zA-Z0-9_-]{1,40}$/.test(value) ? grafana.dataSource('uid', value) : undefined;
/** The health of a data source that needs no change; for one that is written first it would mean nothing. */
async function observeHealth(grafana, wanted, reading) {
    const read = await reading;
    const stored = read.ok ? read.value : undefined;
    if (!stored || !('existing' in wanted || (0,_data_source_js__WEBPACK_IMPORTED_MODULE_5__/* .isAsWanted */ .K1)(stored, wanted)))
        return undefined;
    return (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.dataSourceHealth(stored.uid));
}
async function observeRules(grafana, { folder, ruleGroups }) {
    const all = await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.rules());
    if (!all.ok)
        return { all, groups: new Map() };
    const inFolder = all.value.filter((rule) => rule.folderUID === folder.uid);
    const existing = new Set(inFolder.map((rule) => rule.ruleGroup));
    const wanted = ruleGroups.map(({ title }) => title).filter((title) => existing.has(title));
    const read = async (title) => [title, await (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.ruleGroup(folder.uid, title))];
    return {
        all,
        groups: new Map(await (0,_lib_concurrency_js__WEBPACK_IMPORTED_MODULE_9__/* .mapConcurrently */ .X)(wanted, _observe_dashboards_js__WEBPACK_IMPORTED_MODULE_7__/* .READS_AT_ONCE */ ._B, read)),
    };
}
async function observeNotification(grafana) {
    const [contactPoints, policies] = await Promise.all([
        (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.contactPoints()),
        (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .CD)(() => grafana.policies()),
    ]);
    return { contactPoints, policies };
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

/***/ 2316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ applyToGrafana)
});

// EXTERNAL MODULE: ./build/apply/changes.js
var changes = __webpack_require__(5630);
// EXTERNAL MODULE: ./build/lib/concurrency.js
var concurrency = __webpack_require__(8867);
// EXTERNAL MODULE: ./build/lib/text.js
var lib_text = __webpack_require__(4869);
;// CONCATENATED MODULE: ./build/plan/grafana/notification.js

/** Contact points that rules name, each once. */
const receiversOf = (groups) => [
    ...new Set(groups.flatMap(({ rules }) => rules.flatMap((rule) => rule.receiver ?? []))),
];
/** Who is notified of the alerts. Only the Watchdog has no contact point: it is a sign of life. */
const findNotified = ({ receivers, isIgnored, policies }) => receivers.length > 0 && !isIgnored ? 'receiver' : policies;
/** Grafana's default address; mail to it reaches no one. */
const PLACEHOLDER = '<example@email.com>';
/** Who is notified of an alert that the policies route. */
function notifiedByPolicies({ contactPoints, policies }) {
    if (!contactPoints.ok || !policies.ok)
        return 'unknown';
    const { receiver, routes } = policies.value;
    if (routes > 0)
        return 'policies';
    const isReal = contactPoints.value.some((point) => point.name === receiver && !JSON.stringify(point.settings).includes(PLACEHOLDER));
    return isReal ? 'policies' : 'no-one';
}
/** Contact points that a group names and Grafana does not have, where they could be read. */
function unknownReceivers(group, points) {
    if (!points.ok)
        return [];
    const known = new Set(points.value.map(({ name }) => name));
    return receiversOf([group])
        .filter((name) => !known.has(name))
        .map((name) => ({
        code: 'grafana-receiver',
        severity: 'error',
        message: `Grafana has no contact point "${(0,lib_text/* oneLine */.TN)(name, 100)}", which the rules of "${group.title}" name.`,
        hint: 'Create it in Grafana (Alerting, Contact points), or correct `alerts.receiver` in monitoring.yml.',
    }));
}
/** Older versions accept the contact point of a rule, and drop it. */
function ignoredReceivers({ receivers, isIgnored }) {
    if (!isIgnored)
        return [];
    return receivers.map((name) => ({
        ...{ kind: 'contact point', name, state: 'kept' },
        problem: {
            code: 'grafana-receiver-ignored',
            severity: 'warning',
            message: `This Grafana does not keep the contact point "${(0,lib_text/* oneLine */.TN)(name, 100)}" that the rules name: its notification policies decide who is notified.`,
            hint: 'Create a notification policy for the label `severity` in Grafana, or use Grafana 11 or newer.',
        },
    }));
}

// EXTERNAL MODULE: ./build/plan/grafana/outcome.js
var outcome = __webpack_require__(5225);
// EXTERNAL MODULE: ./build/desired/grafana/annotations.js
var annotations = __webpack_require__(4900);
// EXTERNAL MODULE: ./build/plan/grafana/annotation.js
var annotation = __webpack_require__(6584);
// EXTERNAL MODULE: ./build/plan/grafana/attempt.js
var attempt = __webpack_require__(7404);
// EXTERNAL MODULE: ./build/plan/grafana/data-source.js
var data_source = __webpack_require__(4567);
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
var grafana_ownership = __webpack_require__(300);
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
            const record = (0,grafana_ownership/* ownershipRecord */.b)(json, deployment, v2.generation);
            const { apiVersion: version } = v2;
            return grafana.saveResource({ version, uid, folderUid, spec: json, record, message });
        }
        : () => grafana.saveDashboard((0,grafana_ownership/* withOwnershipMark */.fU)(json, action), { folderUid, overwrite }, message);
    const isDone = async () => {
        const stored = await (v2 ? grafana.dashboardAs(v2.apiVersion, uid) : grafana.dashboard(uid));
        return (0,grafana_ownership/* ownershipOf */.VL)({ json, isV2: v2 !== undefined }, stored, action) === 'unchanged';
    };
    return writeOnce(write, isDone);
}

// EXTERNAL MODULE: ./build/desired/grafana/uids.js
var uids = __webpack_require__(8359);
// EXTERNAL MODULE: ./build/lib/duration.js
var duration = __webpack_require__(9386);
// EXTERNAL MODULE: ./build/lib/json-value.js
var json_value = __webpack_require__(1060);
;// CONCATENATED MODULE: ./build/plan/grafana/rules.js



/** Whether a rule was written by this deployment. */
const isOwnRule = (deployment, rule) => rule.uid.startsWith((0,uids/* prefix */.Pl)(deployment));
/**
 * The record of the last write, in an annotation of the rule: names in double underscores are private, so notifications
 * do not show it, and Grafana's editor keeps it (from its documentation). The interval belongs to the group, which has no
 * place for one.
 */
const MARK = '__deployMonitoring__';
const markFor = (rule, interval) => `${interval}s ${(0,json_value/* sha256 */.sc)(comparable(rule)).slice(0, 32)}`;
/** A rule without a record was written by an earlier version of this action, whose uid it has: it counts as unedited. */
function ruleOwnershipOf(rule, stored, { wantedInterval, storedInterval, dropsReceivers }) {
    if (!stored)
        return 'absent';
    const sent = wire(rule);
    const seen = dropsReceivers ? { ...stored, notification_settings: sent.notification_settings } : stored;
    const mark = (0,json_value/* isJsonObject */.OW)(stored.annotations) ? stored.annotations[MARK] : undefined;
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
    const { [MARK]: mark, ...annotations } = (0,json_value/* isJsonObject */.OW)(rule.annotations) ? rule.annotations : {};
    const receiver = (0,json_value/* isJsonObject */.OW)(rule.notification_settings) ? rule.notification_settings.receiver : undefined;
    const queries = Array.isArray(data) ? data.filter(json_value/* isJsonObject */.OW) : [];
    return (0,json_value/* canonicalJson */.dj)({
        ...{ title, condition, noDataState, execErrState, receiver },
        for: (0,duration/* parseDuration */.E)(String(rule.for)) ?? rule.for,
        labels: labels ?? {},
        annotations,
        data: queries.map(({ refId, relativeTimeRange, datasourceUid, model }) => ({
            ...{ refId, relativeTimeRange, datasourceUid, model },
        })),
    });
}

;// CONCATENATED MODULE: ./build/apply/grafana/rules.js



/** Writes a group; the stored group shows whether Grafana keeps the contact points of rules. */
async function writeRuleGroup(session, action) {
    if (!supportsReceivers(await putRuleGroup(session, action)))
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
    const { grafana, desired } = session;
    switch (action.kind) {
        case 'create-data-source': {
            const body = (0,data_source/* withPassword */.o9)(action.body, desired.dataSource);
            const isDone = async () => (await grafana.dataSource('uid', action.uid)) !== undefined;
            await writeOnce(() => grafana.createDataSource(body), isDone);
            return;
        }
        case 'update-data-source':
            await grafana.updateDataSource(action.uid, (0,data_source/* withPassword */.o9)(action.body, desired.dataSource));
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
        case 'remove-rules':
            for (const uid of action.uids)
                await deleteRule(session, uid);
            return;
        case 'annotate':
            await annotate(session, action);
            return;
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./build/apply/grafana/data-source.js





/** How long the name and the address of a new Prometheus may take to be known to Grafana, in milliseconds. */
const HEALTH_PATIENCE_MS = 10_000;
const HEALTH_PAUSE_MS = 500;
/** Verifies after the write that Grafana gets an answer from the data source; waits for a while where it does not yet. */
async function proveDataSource(session, uid, plan, result) {
    const { grafana, signal } = session;
    const deadline = Date.now() + HEALTH_PATIENCE_MS;
    // Grafana may wait longer for Prometheus than this request waits for Grafana.
    const ask = () => (0,attempt/* attempt */.CD)(() => grafana.dataSourceHealth(uid));
    const isUnchanged = result.state === 'unchanged';
    const first = isUnchanged ? plan.health : undefined;
    for (let asked = first ?? (await ask());; asked = await ask()) {
        if (!asked.ok)
            return unproven(result, asked.problem);
        const { ok, message } = asked.value;
        if (ok)
            return result;
        const refused = (0,data_source/* isPasswordRefused */.w3)(message);
        if (refused && isUnchanged && plan.resendPassword)
            return resendPassword(session, uid, plan, result);
        // Grafana may still use the previous settings: it caches them for 5 s.
        const isFinal = (refused && result.state !== 'updated') || Date.now() > deadline;
        if (isFinal)
            return unproven(result, unhealthy(result.name, message, refused));
        await (0,promises_.setTimeout)(HEALTH_PAUSE_MS, undefined, { ...(signal && { signal }) });
    }
}
/** Prometheus rejects the stored password, which the plan could not know yet: the configured one is sent. */
async function resendPassword(session, uid, { resendPassword: change }, result) {
    const resent = change ? await carryOut(session, change) : result;
    if (resent.state === 'failed')
        return resent;
    return proveDataSource(session, uid, { health: undefined, resendPassword: undefined }, resent);
}
/** Keeps the problem of a failed write, which came first. What was kept although it differs is the likely cause. */
function unproven(result, unhealthy) {
    if (result.state === 'failed')
        return result;
    const problem = result.state === 'kept'
        ? { ...unhealthy, hint: `${result.problem.message} ${result.problem.hint}` }
        : unhealthy;
    const { kind, name, url, change } = result;
    return {
        ...{ kind, name, ...(url !== undefined && { url }), ...(change && { change }) },
        ...{ state: 'failed', problem },
    };
}
const unhealthy = (name, message, refused) => ({
    code: 'grafana-datasource-unhealthy',
    severity: 'error',
    message: `Grafana has the data source "${(0,lib_text/* oneLine */.TN)(name, 100)}", but does not get an answer through it: ${message}`,
    hint: refused
        ? 'Prometheus rejects the password that Grafana has. Deploy with the correct one, or correct it in the data source.'
        : 'The Grafana server must be able to reach the URL of the data source. Check that, and see the log of the monitoring app.',
});

;// CONCATENATED MODULE: ./build/apply/grafana/apply.js






/** Measured: Grafana 12.4 does not save faster with more, and then silently loses permissions. */
const WRITES_AT_ONCE = 2;
/**
 * Carries out a plan: writes, two at a time, and then verifies that Grafana reaches the data source. Every object has its
 * own result; one that fails does not stop the others, and a second run completes what is missing. Problems are in the
 * results, for the caller to show.
 */
async function applyGrafana(plan, tools) {
    const { grafana, desired, log, signal } = tools;
    const session = { grafana, desired, ...(signal && { signal }) };
    const [source, folder] = await Promise.all([
        carryOut(session, plan.dataSource),
        carryOut(session, plan.folder),
    ]);
    const noSource = blockedBy(plan.dataSource, source);
    const noFolder = blockedBy(plan.folder, folder);
    const dataSource = noSource ? undefined : plan.dataSourceUid;
    const [proven, dashboards] = await Promise.all([
        dataSource === undefined ? source : proveDataSource(session, dataSource, plan, source),
        (0,concurrency/* mapConcurrently */.X)(plan.dashboards, WRITES_AT_ONCE, (planned) => carryOut(session, planned, noFolder)),
    ]);
    const rules = await (0,concurrency/* mapConcurrently */.X)(plan.ruleGroups, 1, (planned) => carryOut(session, planned, noFolder ?? noSource));
    const annotation = await (0,concurrency/* mapConcurrently */.X)(plan.annotation, 1, (planned) => carryOut(session, planned));
    const { ignoresReceivers = false } = session;
    const routing = plan.routing && {
        ...plan.routing,
        isIgnored: plan.routing.isIgnored || ignoresReceivers,
    };
    const ignored = routing ? ignoredReceivers(routing) : [];
    const results = [proven, folder, ...dashboards, ...rules, ...ignored, ...annotation];
    for (const result of results)
        logResult(log, result);
    return { results, warnings: plan.warnings, dataSource, notified: routing && findNotified(routing) };
}
/** Why objects that depend on this one cannot be written: it does not exist, or it is of another type. */
function blockedBy(planned, result) {
    const exists = (0,outcome/* isChange */.X)(planned) && planned.becomes === 'updated';
    return result.state === 'failed' && !exists ? result.problem : undefined;
}
function logResult(log, { kind, name, note, ...result }) {
    const why = 'why' in result && result.state !== 'created' ? ` (${(0,lib_text/* oneLine */.TN)(result.why ?? '', 200)})` : '';
    const line = `Grafana: ${kind} "${(0,lib_text/* oneLine */.TN)(name, 100)}" ${result.state}${why}`;
    if (result.state === 'unchanged')
        log.debug(line);
    else
        log.info(line);
    if (note !== undefined)
        log.info(`Grafana: ${kind} "${(0,lib_text/* oneLine */.TN)(name, 100)}": ${note}`);
}

// EXTERNAL MODULE: ./build/clients/grafana/client.js + 8 modules
var grafana_client = __webpack_require__(912);
// EXTERNAL MODULE: ./build/plan/grafana/actions.js
var actions = __webpack_require__(6994);
;// CONCATENATED MODULE: ./build/plan/grafana/dashboard-differences.js



/** More lines would not be read. */
const MAX_LINES = 20;
/** The differences from the stored dashboard, panel by panel: `+`, `-` or `~` and a name. */
function dashboardDifferences(stored, wanted) {
    const { json, folderUid, isV2 } = wanted;
    if (isV2 !== stored.isV2)
        return isV2 ? '~ schema: v2' : '~ schema: classic';
    const { panels: panelsBefore, ...before } = isV2 ? partsOf(stored.json) : (0,grafana_ownership/* contentOf */.$E)(stored.json);
    const { panels: panelsAfter, ...after } = isV2 ? partsOf(json) : (0,grafana_ownership/* contentOf */.$E)(json);
    const lines = [
        ...(stored.folderUid === folderUid ? [] : ['~ folder']),
        ...differences(new Map(Object.entries(before)), new Map(Object.entries(after))),
        ...(stored.json.refresh === json.refresh ? [] : ['~ refresh']),
        ...differences(panelsByName(panelsBefore), panelsByName(panelsAfter)),
    ];
    const more = lines.length - MAX_LINES;
    return [...lines.slice(0, MAX_LINES), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}
/** The parts of schema v2, with its elements as panels. */
function partsOf(spec) {
    const { elements, ...rest } = (0,grafana_ownership/* withoutEmpty */.C2)(spec);
    const panels = Object.values((0,json_value/* isJsonObject */.OW)(elements) ? elements : {}).flatMap((element) => (0,json_value/* isJsonObject */.OW)(element) && (0,json_value/* isJsonObject */.OW)(element.spec) ? [element.spec] : []);
    return { ...rest, panels };
}
function differences(before, after) {
    const names = [...new Set([...before.keys(), ...after.keys()])];
    return names.flatMap((name) => {
        const line = (0,lib_text/* oneLine */.TN)(name, 100);
        if (!after.has(name))
            return [`- ${line}`];
        if (!before.has(name))
            return [`+ ${line}`];
        return (0,json_value/* equalJson */.FS)(before.get(name), after.get(name)) ? [] : [`~ ${line}`];
    });
}
/** Panels by title, including those in rows; panels with the same title are numbered in their order. */
function panelsByName(panels, named = new Map()) {
    for (const panel of Array.isArray(panels) ? panels.filter(json_value/* isJsonObject */.OW) : []) {
        const { panels: inside, ...own } = panel;
        const title = `panel "${String(own.title ?? own.id)}"`;
        let name = title;
        for (let n = 2; named.has(name); n++)
            name = `${title} (${n})`;
        named.set(name, own);
        if (inside !== undefined)
            panelsByName(inside, named);
    }
    return named;
}

// EXTERNAL MODULE: ./build/plan/grafana/library-panels.js
var library_panels = __webpack_require__(9684);
// EXTERNAL MODULE: ./build/plan/grafana/observe-v2.js
var observe_v2 = __webpack_require__(3534);
;// CONCATENATED MODULE: ./build/plan/grafana/dashboards.js








/** The change of one dashboard, or its result. */
function diffDashboard(dashboard, read, context) {
    const { desired, blocked, apiVersions } = context;
    const { file, uid, json } = dashboard;
    const object = objectOf(dashboard, context);
    if (blocked)
        return (0,outcome/* failedObject */.z)(object, (0,attempt/* notAttempted */.Sb)(blocked));
    if (!read.ok)
        return (0,outcome/* failedObject */.z)(object, read.problem);
    const isV2 = dashboard.apiVersions !== undefined;
    const apiVersion = (0,observe_v2/* apiVersionFor */.I)(dashboard, apiVersions);
    if (isV2 && apiVersion === undefined)
        return (0,outcome/* failedObject */.z)(object, withoutSchemaV2(dashboard, apiVersions));
    const stored = read.value;
    const folderUid = desired.folder.uid;
    const ownership = (0,grafana_ownership/* ownershipOf */.VL)({ json, isV2 }, stored, { deployment: desired.deployment, folderUid });
    if (ownership === 'unchanged')
        return { ...object, state: 'unchanged' };
    const refused = objection(dashboard, stored, ownership, desired);
    if (refused)
        return { ...object, state: refused.severity === 'error' ? 'failed' : 'kept', problem: refused };
    const action = {
        kind: 'save-dashboard',
        ...{ uid, deployment: desired.deployment, folderUid, json, overwrite: stored !== undefined },
        ...(apiVersion !== undefined && { v2: { apiVersion, generation: (stored?.generation ?? 0) + 1 } }),
    };
    if (!stored)
        return (0,actions/* grafanaChange */.n)(object, { becomes: 'created', reason: 'it does not exist yet', action });
    const owner = grafana_ownership/* OWNERS */.H1[ownership];
    return (0,actions/* grafanaChange */.n)(object, {
        becomes: 'updated',
        reason: REASONS[ownership]?.(file) ?? 'overwritten, as configured',
        diff: dashboardDifferences(stored, { json, folderUid, isV2 }),
        ...(owner && { owner }),
        action,
    });
}
const REASONS = {
    changed: (file) => `changed in ${file}`,
    moved: () => 'moved back to its folder, as configured',
};
function objectOf(dashboard, { url, libraryPanels }) {
    const { title, file, uid, otherDataSources } = dashboard;
    const notes = [
        otherDataSources.length > 0
            ? `it also uses other data sources, which are left unchanged: ${(0,lib_text/* oneLine */.TN)((0,lib_text/* few */.H$)(otherDataSources, 5), 300)}`
            : undefined,
        (0,library_panels/* libraryPanelNote */.M0)(dashboard, libraryPanels),
    ].filter((note) => note !== undefined);
    return {
        ...{ kind: 'dashboard', name: title, file, url: `${url}/d/${uid}` },
        ...(notes.length > 0 && { note: notes.join('; ') }),
    };
}
function withoutSchemaV2({ file, apiVersions = [] }, served) {
    if (served && !served.ok)
        return served.problem;
    return {
        ...{ code: 'grafana-dashboard-v2', severity: 'error', at: { file, line: 1, column: 1 } },
        message: `${file} is a dashboard of schema v2, and this Grafana serves none of its APIs (${(0,lib_text/* list */.p_)(apiVersions.map((version) => `\`dashboard.grafana.app/${version}\``))}).`,
        hint: 'Update Grafana (12.4 serves v2beta1, 13 also v2), or export the dashboard with the model "Classic" or "V1 Resource" where Grafana offers that.',
    };
}
/**
 * Why a stored dashboard is not changed: a warning where it belongs to this deployment, an error where its uid belongs to
 * another dashboard.
 */
function objection({ file, title, uid }, stored, ownership, { overwrite, folder }) {
    const at = { file, line: 1, column: 1 };
    const name = `"${(0,lib_text/* oneLine */.TN)(title, 100)}" (${uid})`;
    const always = overwrite === 'always';
    const warning = (code, message, hint) => ({
        ...{ code, severity: 'warning', at, hint },
        message: `The dashboard ${name} ${message}`,
    });
    if (ownership === 'moved' && !always)
        return warning('grafana-dashboard-moved', `was moved in Grafana to ${folderName(stored)}. It was left there, unchanged.`, `Move it back to the folder "${(0,lib_text/* oneLine */.TN)(folder.title, 100)}", or set \`grafana.overwrite: always\` in monitoring.yml to have that done.`);
    if (ownership === 'edited' && !always) {
        // Grafana's editor drops the mark, so a dashboard without one may also never have been written by this action.
        const why = stored && (0,grafana_ownership/* writerOf */.bi)(stored) !== undefined
            ? 'was changed in Grafana since this action last wrote it'
            : `was created or changed manually in Grafana and differs from ${file}`;
        return warning('grafana-dashboard-edited', `${why}. It was left unchanged.`, `Copy the change to ${file}, or set \`grafana.overwrite: always\` in monitoring.yml to replace it.`);
    }
    if (ownership === 'provisioned')
        return warning('grafana-dashboard-provisioned', `is ${managerName(stored?.manager)} and differs from ${file}. It was left unchanged.`, `Change or remove it there, or give the dashboard in ${file} another uid.`);
    if (ownership === 'other-deployment' || (ownership === 'unmanaged' && !always))
        return clash({ file, name, folder: folderName(stored), isUnmanaged: ownership === 'unmanaged' });
    return undefined;
}
const folderName = (stored) => stored?.folderUid ? `the folder with the uid ${(0,lib_text/* oneLine */.TN)(stored.folderUid, 60)}` : 'the folder General';
function clash(found) {
    const { file, name, folder, isUnmanaged } = found;
    const whose = isUnmanaged ? `is in ${folder}` : 'belongs to another deployment';
    return {
        ...{ code: 'grafana-dashboard-clash', severity: 'error', at: { file, line: 1, column: 1 } },
        message: `A dashboard with the uid of ${name} exists already; it ${whose} and was not written by this deployment.`,
        hint: `Give the dashboard in ${file} another uid${isUnmanaged ? ', or set `grafana.overwrite: always` in monitoring.yml to replace it' : ''}.`,
    };
}
/** The tools by which Grafana lets dashboards be managed. */
const MANAGERS = {
    repo: 'Git Sync',
    terraform: 'Terraform',
    kubectl: 'kubectl',
    plugin: 'a plugin',
};
function managerName(manager) {
    const { kind = '', id = '' } = manager ?? {};
    if (kind === '' || kind.includes('file-provisioning'))
        return 'provisioned from a file on the Grafana server';
    const name = MANAGERS[kind] ?? (0,lib_text/* oneLine */.TN)(kind, 60);
    return `managed by ${name}${id === '' ? '' : ` (${(0,lib_text/* oneLine */.TN)(id, 60)})`}`;
}

;// CONCATENATED MODULE: ./build/plan/grafana/rule-groups.js






/**
 * The changes of the rule groups in the folder: written where they differ; of a group that is no longer defined, only the
 * rules of this deployment are removed.
 */
function diffRuleGroups(desired, observed, context) {
    const { dataSource, blocked, url } = context;
    const objectOf = (name) => ({
        kind: 'rule group',
        name,
        url: `${url}/alerting/list`,
    });
    const { all } = observed;
    if (blocked || dataSource === undefined || !all.ok) {
        const problem = all.ok || blocked ? (0,attempt/* notAttempted */.Sb)(blocked) : all.problem;
        return desired.ruleGroups.map(({ title }) => (0,outcome/* failedObject */.z)(objectOf(title), problem));
    }
    return [
        ...desired.ruleGroups.flatMap((group) => {
            const bound = boundTo(group, desired.dataSource, dataSource, context.moved);
            const read = observed.groups.get(group.title) ?? { ok: true, value: undefined };
            const [problem] = unknownReceivers(bound, context.contactPoints);
            if (problem)
                return [(0,outcome/* failedObject */.z)(objectOf(group.title), problem)];
            return read.ok
                ? diffRuleGroup(objectOf(group.title), desired, bound, { stored: read.value, all: all.value })
                : [(0,outcome/* failedObject */.z)(objectOf(group.title), read.problem)];
        }),
        ...removals(desired, all.value),
    ];
}
/** Whether a stored group shows that this Grafana drops the contact point of a rule. */
const forgetsReceivers = ({ groups }) => [...groups.values()].some((read) => read.ok && read.value !== undefined && !supportsReceivers(read.value));
/** A group with its rules, and the rules in it that are kept as someone changed them in Grafana. */
function diffRuleGroup(object, { deployment, folder, overwrite }, group, { stored, all }) {
    const states = compareRules(group, stored, all);
    const edited = states.filter(({ isEdited }) => isEdited);
    const kept = overwrite === 'always' ? [] : edited;
    const keptUids = new Set(kept.map(({ rule }) => rule.uid));
    const told = kept.map((one) => keptRule(object, one));
    const interval = { wanted: group.interval, stored: stored?.interval };
    const differences = [
        ...(interval.stored === undefined || interval.stored === interval.wanted || kept.length > 0
            ? []
            : [`~ interval: ${interval.stored} s → ${interval.wanted} s`]),
        ...states.flatMap((one) => (keptUids.has(one.rule.uid) ? [] : ruleDifference(one))),
        ...removedRules(group, stored, deployment).map((rule) => `- ${nameOf(rule)}`),
    ];
    const needsRecord = states.some(({ ownership, rule }) => ownership === 'unmarked' && !keptUids.has(rule.uid));
    if (stored ? differences.length === 0 && !needsRecord : keptUids.size === group.rules.length)
        return [{ ...object, state: 'unchanged' }, ...told];
    const folderUid = folder.uid;
    // The interval cannot be kept for one rule alone: as long as a rule is kept, so is the interval.
    const wanted = kept.length > 0 && stored ? { ...group, interval: stored.interval } : group;
    const body = ruleGroupBody(wanted, stored, { deployment, folderUid, kept: keptUids });
    const known = new Set(all.map(({ uid }) => uid));
    const fresh = body.rules.map(({ uid }) => String(uid)).filter((uid) => !known.has(uid));
    const action = { kind: 'write-rule-group', folderUid, title: group.title, body, fresh };
    if (!stored)
        return [(0,actions/* grafanaChange */.n)(object, { becomes: 'created', reason: 'it does not exist yet', action }), ...told];
    const isOverwritten = edited.length > kept.length;
    const change = (0,actions/* grafanaChange */.n)(object, {
        ...{ becomes: 'updated', owner: isOverwritten ? 'edited' : 'ours', diff: differences.join('\n'), action },
        reason: reasonOf(differences.length, isOverwritten ? edited.length : 0),
    });
    return [change, ...told];
}
function reasonOf(differences, edited) {
    if (differences === 0)
        return 'to record what this action wrote';
    const changed = edited === 0 ? '' : `; ${(0,lib_text/* count */.U9)(edited, 'rule')} changed in Grafana overwritten, as configured`;
    return `${(0,lib_text/* count */.U9)(differences, 'difference')} from the definition${changed}`;
}
/** A rule is looked for under its uid in every group: someone may have moved it. */
function compareRules(group, stored, all) {
    const elsewhere = new Map(all.map((rule) => [rule.uid, rule]));
    const state = {
        wantedInterval: group.interval,
        storedInterval: stored?.interval ?? group.interval,
        dropsReceivers: stored !== undefined && !supportsReceivers(stored),
    };
    return group.rules.map((rule) => {
        const twin = stored?.rules.find(({ uid }) => uid === rule.uid);
        const moved = twin ? undefined : elsewhere.get(rule.uid);
        const ownership = ruleOwnershipOf(rule, twin, state);
        const isEdited = ownership === 'edited' || moved !== undefined;
        return { rule, ownership, isEdited, movedTo: moved?.ruleGroup };
    });
}
function ruleDifference({ rule, ownership, isEdited, movedTo }) {
    if (movedTo !== undefined)
        return [`~ ${nameOf(rule)}, in the group "${(0,lib_text/* oneLine */.TN)(movedTo, 100)}" until now`];
    if (ownership === 'absent')
        return [`+ ${nameOf(rule)}`];
    if (ownership === 'unchanged' || ownership === 'unmarked')
        return [];
    return [`~ ${nameOf(rule)}${isEdited ? ', changed in Grafana' : ''}`];
}
const nameOf = ({ title }) => `rule "${(0,lib_text/* oneLine */.TN)(title, 100)}"`;
const removedRules = (group, stored, deployment) => (stored?.rules ?? []).filter((rule) => isOwnRule(deployment, rule) && !group.rules.some(({ uid }) => uid === rule.uid));
function keptRule(group, { rule, movedTo }) {
    const how = movedTo === undefined
        ? 'was changed in Grafana since this action last wrote it'
        : `was moved in Grafana to the group "${(0,lib_text/* oneLine */.TN)(movedTo, 100)}"`;
    const undo = movedTo === undefined ? 'Copy the change to the definition of the rule' : 'Move it back in Grafana';
    return {
        ...{ kind: 'alert rule', name: rule.title, state: 'kept', ...(group.url && { url: group.url }) },
        problem: {
            ...{ code: 'grafana-rule-edited', severity: 'warning' },
            message: `The alert rule "${(0,lib_text/* oneLine */.TN)(rule.title, 100)}" of the group "${(0,lib_text/* oneLine */.TN)(group.name, 100)}" ${how}. It was left unchanged.`,
            hint: `${undo} (thresholds are in \`alerts\` of monitoring.yml), or set \`grafana.overwrite: always\` there to replace it.`,
        },
    };
}
/** Rules are rendered with the uids of the configuration; here they get the uids that Grafana has. */
function boundTo(group, wanted, dataSource, moved) {
    const existing = 'existing' in wanted ? wanted.existing : dataSource;
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
/** Rule by rule, which every version supports: rules of others in the group stay, and an empty group does not exist. */
function removals({ ruleGroups, deployment, folder }, all) {
    const wanted = new Set(ruleGroups.map(({ title }) => title));
    // A rule that someone moved to another group is still defined.
    const defined = new Set(ruleGroups.flatMap(({ rules }) => rules.map(({ uid }) => uid)));
    const inFolder = all.filter((rule) => rule.folderUID === folder.uid);
    const groups = Map.groupBy(inFolder, (rule) => rule.ruleGroup);
    return [...groups].flatMap(([name, rules]) => {
        const own = rules.filter((rule) => isOwnRule(deployment, rule) && !defined.has(rule.uid));
        if (wanted.has(name) || own.length === 0)
            return [];
        const others = rules.length - own.length;
        const kept = others > 0 ? `; ${(0,lib_text/* count */.U9)(others, 'rule')} not managed by this action kept` : '';
        const action = { kind: 'remove-rules', uids: own.map(({ uid }) => uid) };
        const object = { kind: 'rule group', name };
        const diff = own.map(({ title }) => `- rule "${(0,lib_text/* oneLine */.TN)(title, 100)}"`).join('\n');
        const reason = `no longer defined${kept}`;
        return [(0,actions/* grafanaChange */.n)(object, { becomes: 'removed', owner: 'ours', reason, diff, action })];
    });
}

// EXTERNAL MODULE: ./build/plan/grafana/uids.js
var grafana_uids = __webpack_require__(9666);
;// CONCATENATED MODULE: ./build/plan/grafana/diff.js










/** Every change of a plan, in the order in which they are carried out. */
const changesOf = (plan) => [plan.dataSource, plan.folder, ...plan.dashboards, ...plan.ruleGroups, ...plan.annotation].filter(outcome/* isChange */.X);
/** The change or the result of each object, from the desired state and the current one. `url`: of Grafana, for links. */
function diffGrafana(desired, { good, bad }, observed, url) {
    const { planned, uid, resendPassword } = (0,data_source/* diffDataSource */.ne)(desired.dataSource, observed.dataSource, observed.health, url);
    const folder = diffFolder(desired.folder, observed.folder, url);
    const noFolder = failureOf(folder);
    const { dashboards, moved } = (0,grafana_uids/* assignUids */.vS)(good, observed.dashboards, desired.deployment);
    const { notification, rules } = observed;
    return {
        dataSource: planned,
        dataSourceUid: uid,
        health: observed.health,
        resendPassword,
        folder,
        dashboards: [
            ...dashboards.map((dashboard) => diffDashboard(dashboard, (0,grafana_uids/* storedAs */.qv)(observed.dashboards, dashboard.uid), {
                ...{ desired, url, blocked: noFolder },
                ...{ apiVersions: observed.apiVersions, libraryPanels: observed.libraryPanels },
            })),
            ...bad,
        ],
        ruleGroups: diffRuleGroups(desired, rules, {
            ...{ dataSource: uid, moved, url, blocked: noFolder ?? failureOf(planned) },
            contactPoints: notification?.contactPoints ?? { ok: true, value: [] },
        }),
        annotation: (0,annotation/* diffAnnotation */.x7)(desired, observed.annotation),
        warnings: dashboards.flatMap((dashboard) => (0,library_panels/* missingLibraryPanels */.Tj)(dashboard, observed.libraryPanels) ?? []),
        routing: notification && {
            receivers: receiversOf(desired.ruleGroups),
            isIgnored: forgetsReceivers(rules),
            policies: notifiedByPolicies(notification),
        },
    };
}
/** Why an object cannot be used by others, when that is known before anything is written. */
const failureOf = (planned) => !(0,outcome/* isChange */.X)(planned) && planned.state === 'failed' ? planned.problem : undefined;
/** The folder by its uid: created, or renamed. A hidden one may exist: only creating it shows. */
function diffFolder(folder, read, url) {
    const { uid, title } = folder;
    const object = { kind: 'folder', name: title, url: `${url}/dashboards/f/${uid}` };
    if (!read.ok)
        return (0,outcome/* failedObject */.z)(object, read.problem);
    const stored = read.value;
    if (stored === undefined || stored === 'hidden') {
        const action = { kind: 'create-folder', uid, title };
        return (0,actions/* grafanaChange */.n)(object, { becomes: 'created', reason: 'it does not exist yet', action });
    }
    if (stored.title === title)
        return { ...object, state: 'unchanged' };
    const reason = `renamed from "${(0,lib_text/* oneLine */.TN)(stored.title, 100)}"`;
    const action = { kind: 'rename-folder', uid, title };
    return (0,actions/* grafanaChange */.n)(object, { becomes: 'updated', owner: 'ours', reason, action });
}

// EXTERNAL MODULE: ./build/desired/grafana/dashboard.js + 3 modules
var dashboard = __webpack_require__(8563);
;// CONCATENATED MODULE: ./build/plan/grafana/files.js



/**
 * A file that cannot be stored, and a uid that two files share, become failed results. `ref`: the data source that the
 * dashboards query.
 */
function normaliseFiles({ dashboards, deployment, dataSource }, ref) {
    const good = new Map();
    const bad = [];
    const reject = (file, name, problem) => bad.push((0,outcome/* failedObject */.z)({ kind: 'dashboard', name, file }, problem));
    for (const source of dashboards) {
        const found = ref ? (0,dashboard/* normaliseDashboard */.L)(source, { deployment, dataSource: ref }) : noDataSource(dataSource);
        const twin = found.kind === 'dashboard' && good.get(found.dashboard.uid);
        if (found.kind === 'problem')
            reject(source.file, source.file, found.problem);
        else if (twin)
            reject(source.file, found.dashboard.title, sameUid(source, twin));
        else
            good.set(found.dashboard.uid, found.dashboard);
    }
    return { good: [...good.values()], bad };
}
const noDataSource = (asked) => ({
    kind: 'problem',
    problem: {
        code: 'grafana-not-tried',
        severity: 'error',
        message: `Not written: the data source "${'existing' in asked ? (0,lib_text/* oneLine */.TN)(asked.existing, 100) : asked.uid}" that it queries could not be read.`,
        hint: 'Correct the data source first and run again.',
    },
});
const sameUid = ({ file }, twin) => ({
    ...{ code: 'grafana-dashboard-duplicate', severity: 'error', at: { file, line: 1, column: 1 } },
    message: `${file} has the same uid as ${twin.file} (${twin.uid}).`,
    hint: 'Give one of the two another uid.',
});

// EXTERNAL MODULE: ./build/plan/grafana/observe.js
var observe = __webpack_require__(9169);
// EXTERNAL MODULE: ./build/plan/grafana/observe-dashboards.js
var observe_dashboards = __webpack_require__(8219);
;// CONCATENATED MODULE: ./build/plan/grafana/plan.js




/**
 * Reads the state of Grafana and compares it with the desired one; nothing is written.
 * @throws ActionError when nothing can be done: there is no answer, it is not Grafana, the token is not valid.
 */
async function planGrafana(grafana, desired) {
    const reading = (0,observe/* observeDataSource */.GP)(grafana, desired.dataSource);
    const forming = normalFilesOf(desired, reading);
    const observed = await (0,observe/* observeGrafana */.pM)(grafana, desired, reading, forming);
    return diffGrafana(desired, await forming, observed, grafana.url);
}
async function normalFilesOf(desired, reading) {
    const { dataSource, dashboards } = desired;
    // Normalising many files takes a while: by the time of this answer Grafana has received all other requests.
    if ((0,observe_dashboards/* shouldList */.g6)(dashboards.length))
        await reading;
    if (!('existing' in dataSource))
        return normaliseFiles(desired, dataSource);
    if (dataSource.own)
        return normaliseFiles(desired, dataSource.own);
    const read = await reading;
    return normaliseFiles(desired, read.ok ? read.value : undefined);
}

;// CONCATENATED MODULE: ./build/run/apply-grafana.js






/**
 * Plans, applies the plan and records the result for each object; returns the uid of the data source that the
 * dashboards query.
 */
async function applyToGrafana(desired, inputs, report, tools) {
    if (!inputs.grafana)
        return undefined;
    try {
        const client = (0,grafana_client/* createGrafana */.r)({ ...inputs.grafana, pool: tools.pool, signal: tools.signal });
        const plan = await planGrafana(client, desired);
        for (const { what, subject, reason, diff } of changesOf(plan))
            tools.log.debug(`Grafana: to ${what} "${(0,lib_text/* oneLine */.TN)(subject, 100)}": ${(0,lib_text/* oneLine */.TN)(reason, 200)}${diff ? `\n${diff}` : ''}`);
        const outcome = await applyGrafana(plan, {
            grafana: client,
            desired,
            log: tools.log,
            signal: tools.signal,
        });
        report.changes.push(...(0,changes/* grafanaChanges */.kd)(outcome));
        report.dashboards = (0,changes/* grafanaDashboards */.On)(outcome);
        // Other modes verify who is notified.
        if (inputs.mode === 'dashboards')
            report.skipped.push(...(0,changes/* grafanaSkips */.Pl)(outcome));
        report.problems.push(...outcome.results.flatMap((result) => ('problem' in result ? [result.problem] : [])), ...outcome.warnings);
        return outcome.dataSource;
    }
    catch (error) {
        report.failed(error);
        return undefined;
    }
}


/***/ }),

/***/ 766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ checkShipped)
});

// EXTERNAL MODULE: ./build/config/project.js + 1 modules
var project = __webpack_require__(2351);
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
    (0,project/* throwIfAny */.MI)(await shippedErrors({ config, source, dashboards, rules }, { remoteWrite, pace }));
}


/***/ })

};
