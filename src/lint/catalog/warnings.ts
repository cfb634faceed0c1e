import type { Entry } from './entry.ts'

/** Findings of files that do not fail a run, worst first. */
export const WARNINGS = {
  'workflow/secret': {
    severity: 'warning',
    what: 'A secret stands in a workflow as it is.',
    why: 'It is in the repository, for everybody who may read it.',
  },
  'fly/open-prometheus': {
    severity: 'warning',
    what: 'Prometheus is published to the internet without a password.',
    why: 'Everybody may read its metrics, its targets and its configuration.',
  },
  'fly/app-name': {
    severity: 'warning',
    what: 'fly.toml has another app name than the configuration.',
    why: 'Prometheus looks for the services under APP.internal; a name that does not exist cannot be resolved.',
  },
  'fly/public-metrics': {
    severity: 'warning',
    what: 'A metrics port is published to the internet.',
    why: 'Prometheus needs the private network alone; metrics tell about users and internals.',
  },
  'fly/private-metrics': {
    severity: 'warning',
    what: 'Ports of the app are published one by one, but not those of the metrics.',
    why: 'Fly publishes declared ports only: https://APP.fly.dev:PORT/metrics does not answer from outside. (A TCP connection succeeds all the same, on any port.)',
  },
  'fly/several-metrics': {
    severity: 'warning',
    what: 'There are several [[metrics]] for one process group.',
    why: "flyctl sends only the first of them; Fly's own Prometheus never sees the others.",
  },
  'fly/metrics-coverage': {
    severity: 'warning',
    what: '[metrics] covers one port of several services, or none of them.',
    why: "Fly's own Prometheus scrapes one port per process group; it sees only the service behind it.",
  },
  'fly/missing-process': {
    severity: 'warning',
    what: 'The configuration says that a service runs in a process group that fly.toml does not have.',
    why: 'No machine belongs to such a group, and no target is a failed one.',
  },
  'fly/ignored-process': {
    severity: 'warning',
    what: 'A section names a process group that does not exist.',
    why: 'flyctl takes the file and leaves the section out.',
  },
  'fly/ipv4-bind': {
    severity: 'warning',
    what: 'A service is told to listen on 0.0.0.0.',
    why: "Fly's private network is IPv6: Prometheus' connection is refused.",
  },
  'fly/no-checks': {
    severity: 'warning',
    what: 'The app has no health checks.',
    why: 'A deploy has nothing to wait for and succeeds whatever the app does.',
  },
  'fly/immediate': {
    severity: 'warning',
    what: 'The deploy strategy is immediate.',
    why: 'flyctl returns at once with success and looks at no machine.',
  },
  'fly/bluegreen-volume': {
    severity: 'warning',
    what: 'The deploy strategy is bluegreen, and the app has a volume.',
    why: 'Blue-green needs spare machines, which cannot have the volume.',
  },
  'fly/volume-size': {
    severity: 'warning',
    what: 'A mount does not say how large its volume is.',
    why: 'A volume that does not exist yet is made with 1 GB, without a word.',
  },
  'fly/retention-size': {
    severity: 'warning',
    what: 'Prometheus may keep more data than its volume has room for.',
    why: 'A full volume stops Prometheus.',
  },
  'fly/memory': {
    severity: 'warning',
    what: 'The app that runs Prometheus does not say how much memory it gets.',
    why: 'A new app gets 256 MB, too little for Prometheus with more than a few targets.',
  },
  'fly/dedicated-ip': {
    severity: 'warning',
    what: 'A service is published on a port or in a way that a shared address cannot serve.',
    why: 'On the first deploy flyctl asks for a dedicated address; without a terminal the app ends with no address at all.',
  },
  'fly/service-ports': {
    severity: 'warning',
    what: 'A service has no ports.',
    why: 'Nothing is published; flyctl warns and has announced to refuse such files.',
  },
  'fly/file-path': {
    severity: 'warning',
    what: 'The local_path of a file depends on where flyctl is started.',
    why: 'flyctl reads it relative to its working directory, not to the Fly configuration (the documentation says otherwise).',
  },
  'fly/raw-value': {
    severity: 'warning',
    what: 'The raw_value of a file is in base64 already.',
    why: 'flyctl encodes it once more (the documentation says otherwise); the machine gets base64 text.',
  },
  'fly/dockerfile': {
    severity: 'warning',
    what: 'fly.toml builds another Dockerfile than the configuration.',
    why: 'A deploy by hand ships another program than the action.',
  },
  'fly/builds': {
    severity: 'warning',
    what: '[build] has more than one way to build.',
    why: 'flyctl warns and takes one of them.',
  },
  'query/undeclared-metric': {
    severity: 'warning',
    what: 'A query reads a metric that no service declares.',
    why: 'It may be misspelt, and nobody checks that it is there.',
  },
  'query/unrecorded-metric': {
    severity: 'warning',
    what: 'A query reads the result of a recording rule that is nowhere.',
    why: 'Names with a colon are those of recording rules.',
  },
  'query/maybe-summary': {
    severity: 'warning',
    what: 'A query reads only the buckets of a metric whose type is an assumption of the preset.',
    why: 'Exporters that are not given buckets write summaries, which have no buckets.',
  },
  'query/raw-counter': {
    severity: 'warning',
    what: 'A query reads a counter as it is.',
    why: 'A counter starts at 0 again with every deploy.',
  },
  'query/rate-of-gauge': {
    severity: 'warning',
    what: 'A query calculates the rate of a gauge.',
    why: 'rate takes every fall of a value for a restart at 0.',
  },
  'query/experimental': {
    severity: 'warning',
    what: 'A query uses what Prometheus has only behind a feature flag.',
    why: 'The Prometheus that is deployed here is started without.',
  },
  'query/limit': {
    severity: 'warning',
    what: 'A query is too long or nests too deeply to be checked.',
    why: 'Nothing else can be said about it.',
  },
  'workflow/no-token': {
    severity: 'warning',
    what: 'A step that deploys is given no Fly token.',
    why: 'It ends before it does anything.',
  },
  'workflow/deploy-pull-request': {
    severity: 'warning',
    what: 'A workflow deploys for pull requests.',
    why: 'Code is deployed before anybody has agreed to it. Pull requests from forks have no secrets and fail.',
  },
  'workflow/any-branch': {
    severity: 'warning',
    what: 'A workflow deploys whatever branch is pushed.',
    why: 'Unfinished work is deployed, and two branches take turns.',
  },
  'workflow/paths': {
    severity: 'warning',
    what: 'The paths of a workflow leave out files that it deploys.',
    why: 'Their changes are deployed with the next change of something else, or never.',
  },
  'workflow/concurrency': {
    severity: 'warning',
    what: 'A job that deploys has no concurrency.',
    why: 'Two first deploys at once make two machines with two volumes, both with success.',
  },
  'workflow/cancel': {
    severity: 'warning',
    what: 'A run that deploys is cancelled by the next one.',
    why: 'The new version stays half deployed, and its lease keeps the next deploy waiting.',
  },
  'workflow/permissions': {
    severity: 'warning',
    what: 'A job does not limit the permissions of its token.',
    why: 'The default may be to write everything.',
  },
  'workflow/unpinned': {
    severity: 'warning',
    what: 'The action is taken from a branch.',
    why: 'Its next commit runs with your secrets.',
  },
  'workflow/ignored': {
    severity: 'warning',
    what: 'A job goes on after a failed deploy.',
    why: 'Nobody sees that it failed.',
  },
  'workflow/input': {
    severity: 'warning',
    what: 'A step gives the action an input that it does not have.',
    why: 'GitHub warns in the log and goes on without it.',
  },
  'prometheus/secret': {
    severity: 'warning',
    what: 'A secret stands in a Prometheus configuration.',
    why: 'It is in the repository, and in the image.',
  },
  'prometheus/static-internal': {
    severity: 'warning',
    what: 'An app of Fly is scraped as a static target.',
    why: 'APP.internal stands for all machines: each scrape asks any one of them. Discovery by AAAA records finds each.',
  },
  'prometheus/instance-label': {
    severity: 'warning',
    what: 'All targets of a job get the same label instance.',
    why: 'Series of different machines become one, and jump between their values.',
  },
  'prometheus/unknown-app': {
    severity: 'warning',
    what: 'Prometheus scrapes an app that the configuration does not have.',
    why: 'A name that no app has cannot be resolved.',
  },
  'prometheus/unknown-port': {
    severity: 'warning',
    what: 'Prometheus scrapes a port that no service has.',
    why: 'Nothing listens there, or something else does.',
  },
  'prometheus/public-target': {
    severity: 'warning',
    what: 'A target is the public address of an app with a port of its own.',
    why: 'Fly publishes declared ports only, and a connection succeeds all the same.',
  },
  'prometheus/empty': {
    severity: 'warning',
    what: 'A Prometheus configuration scrapes nothing.',
    why: '`promtool check config` passes it, even an empty file.',
  },
  'rules/duplicate': {
    severity: 'warning',
    what: 'Two rules of a file have the same name and labels.',
    why: 'promtool says FAILED and exits with 0. Recordings overwrite each other, alerts fire twice.',
  },
  'rules/documents': {
    severity: 'warning',
    what: 'A rule file has several YAML documents.',
    why: 'Prometheus reads the first one alone.',
  },
  'rules/record-name': {
    severity: 'warning',
    what: 'A recording rule has a name beyond letters, digits, _ and :.',
    why: 'Prometheus 2 refuses it; Prometheus 3 takes it, but only quoted in queries.',
  },
  'rules/no-for': {
    severity: 'warning',
    what: 'An alert has no `for`.',
    why: 'One bad sample is enough to fire it.',
  },
  'rules/no-severity': {
    severity: 'warning',
    what: 'An alert has no label severity.',
    why: 'Routes and people go by it.',
  },
  'dashboard/no-uid': {
    severity: 'warning',
    what: 'A dashboard has no uid.',
    why: 'Every import makes another dashboard.',
  },
  'dashboard/undefined-datasource': {
    severity: 'warning',
    what: 'A panel names its data source by a variable or an input that is not defined.',
    why: 'The panel finds no data source.',
  },
  'dashboard/fixed-datasource': {
    severity: 'warning',
    what: 'Panels are bound to one data source by name or uid.',
    why: 'In another Grafana the data source has another uid. (The import of this action puts its own in the place.)',
  },
  'dashboard/undefined-variable': {
    severity: 'warning',
    what: 'A query uses a variable that the dashboard does not define.',
    why: 'Grafana sends the text as it is, and Prometheus refuses or finds nothing.',
  },
  'dashboard/duplicate-panel-id': {
    severity: 'warning',
    what: 'Two panels of a dashboard have the same id.',
    why: 'Links and alerts find panels by id.',
  },
  'dashboard/unrelated': {
    severity: 'warning',
    what: 'None of the metrics of a dashboard is declared.',
    why: 'It is about other programs, or everything in it is misspelt.',
  },
  'rules/unrelated': {
    severity: 'warning',
    what: 'None of the metrics of a rule file is declared.',
    why: 'It is about other programs, or everything in it is misspelt.',
  },
  'dashboard/no-query': {
    severity: 'warning',
    what: 'A panel has a query without an expression.',
    why: 'It shows nothing.',
  },
  'dashboard/no-unit': {
    severity: 'warning',
    what: 'A panel shows numbers without a unit.',
    why: 'Seconds, bytes and percentages look alike.',
  },
  'file/drift': {
    severity: 'warning',
    what: 'A file that `init` made from the configuration is not what the configuration says now.',
    why: 'A deploy by hand ships the file, the action what the configuration says.',
  },
  'fly/unknown-key': {
    severity: 'warning',
    what: 'flyctl does not know a key of the Fly configuration.',
    why: 'A deploy ignores it; `flyctl config validate --strict` refuses most of them.',
  },
} as const satisfies Record<string, Entry>
