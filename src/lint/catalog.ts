import type { Located, Problem } from '../lib/errors.ts'

/** What stands in docs/findings.md about a finding. */
interface Entry {
  severity: Problem['severity']
  /** What is wrong, in general. */
  what: string
  /** Why it matters, or what is known about it. */
  why: string
  /** A file that has it cannot be checked any further, so it cannot be silenced. */
  fatal?: true
}

/** Every finding, worst first: the order in which equals are shown when there is no room for all of them. */
export const FINDINGS = {
  'yaml-syntax': {
    severity: 'error',
    what: 'A file is not valid YAML, or unfolds to more than anybody means.',
    why: 'Whoever reads it stops there.',
    fatal: true,
  },
  'fly-toml-syntax': {
    severity: 'error',
    what: 'The Fly configuration is not valid TOML.',
    why: 'flyctl stops before it does anything.',
    fatal: true,
  },
  'fly-toml-type': {
    severity: 'error',
    what: 'A value of the Fly configuration has the wrong type.',
    why: 'flyctl refuses the whole file, with a message about Go structs.',
  },
  'fly-toml-check-type': {
    severity: 'error',
    what: 'A check in [checks] does not say whether it is http or tcp.',
    why: 'Older versions of flyctl took such files; the current one refuses them.',
  },
  'fly-toml-service-processes': {
    severity: 'error',
    what: 'A service does not say which process groups it belongs to, while [processes] exists.',
    why: 'Older versions of flyctl took such files; the current one refuses them.',
  },
  'fly-toml-unknown-process': {
    severity: 'error',
    what: 'A service or restart policy names a process group that does not exist.',
    why: 'flyctl refuses the file.',
  },
  'fly-toml-duration': {
    severity: 'error',
    what: 'A duration is malformed or outside of what Fly takes.',
    why: 'Intervals of checks start at 2 s, timeouts end at 60 s.',
  },
  'fly-toml-strategy': {
    severity: 'error',
    what: 'The deploy strategy does not exist, or does not go with a volume.',
    why: 'A volume belongs to one machine, so there is no room for a second one beside it.',
  },
  'fly-toml-mount': {
    severity: 'error',
    what: 'A mount has sizes or limits that flyctl refuses.',
    why: 'A volume has at least 1 GB; the three auto_extend settings belong together.',
  },
  'fly-toml-restart-policy': {
    severity: 'error',
    what: 'A restart policy is not one of always, on-failure, never.',
    why: 'flyctl refuses the file.',
  },
  'fly-toml-command': {
    severity: 'error',
    what: 'A command cannot be split into words: a quote is not closed.',
    why: 'flyctl refuses the file.',
  },
  'fly-toml-compression': {
    severity: 'error',
    what: 'The compression of the image is not one that flyctl knows.',
    why: 'flyctl refuses the file.',
  },
  'fly-toml-check-port': {
    severity: 'error',
    what: 'A check in [checks] has no port, and there is no http_service to take it from.',
    why: '`flyctl config validate` passes such a file; the deploy fails when it makes the machine.',
  },
  'fly-toml-vm': {
    severity: 'error',
    what: 'A machine size or memory does not exist.',
    why: '`flyctl config validate` passes such a file; the deploy fails when it makes the machine.',
  },
  'fly-toml-secret-in-env': {
    severity: 'warning',
    what: 'A value in [env] looks like a secret.',
    why: 'fly.toml is in the repository, and [env] is shown to everybody who may look at the app.',
  },
  'fly-toml-app-name': {
    severity: 'warning',
    what: 'fly.toml has another app name than the configuration.',
    why: 'Prometheus looks for the services under APP.internal; a name that does not exist cannot be resolved.',
  },
  'fly-toml-scale-to-zero': {
    severity: 'warning',
    what: 'The app may stop all of its machines when it is idle, and its services are watched.',
    why: 'Scrapes go over the private network: they neither keep a machine awake nor wake it.',
  },
  'fly-toml-metrics-public': {
    severity: 'warning',
    what: 'A metrics port is published to the internet.',
    why: 'Prometheus needs the private network alone; metrics tell about users and internals.',
  },
  'fly-toml-metrics-private': {
    severity: 'warning',
    what: 'Ports of the app are published one by one, but not those of the metrics.',
    why: 'Fly publishes declared ports only: https://APP.fly.dev:PORT/metrics does not answer from outside. (A TCP connection succeeds all the same, on any port.)',
  },
  'fly-toml-metrics-first': {
    severity: 'warning',
    what: 'There are several [[metrics]] for one process group.',
    why: "flyctl sends only the first of them; Fly's own Prometheus never sees the others.",
  },
  'fly-toml-metrics-coverage': {
    severity: 'warning',
    what: '[metrics] covers one port of several services, or none of them.',
    why: "Fly's own Prometheus scrapes one port per process group; it sees only the service behind it.",
  },
  'fly-toml-no-such-process': {
    severity: 'warning',
    what: 'The configuration says that a service runs in a process group that fly.toml does not have.',
    why: 'No machine belongs to such a group, and no target is a failed one.',
  },
  'fly-toml-process-ignored': {
    severity: 'warning',
    what: 'A section names a process group that does not exist.',
    why: 'flyctl takes the file and leaves the section out.',
  },
  'fly-toml-ipv4-bind': {
    severity: 'warning',
    what: 'A service is told to listen on 0.0.0.0.',
    why: "Fly's private network is IPv6: Prometheus' connection is refused.",
  },
  'fly-toml-no-checks': {
    severity: 'warning',
    what: 'The app has no health checks.',
    why: 'A deploy has nothing to wait for and succeeds whatever the app does.',
  },
  'fly-toml-immediate': {
    severity: 'warning',
    what: 'The deploy strategy is immediate.',
    why: 'flyctl returns at once with success and looks at no machine.',
  },
  'fly-toml-bluegreen-volume': {
    severity: 'warning',
    what: 'The deploy strategy is bluegreen, and the app has a volume.',
    why: 'Blue-green needs spare machines, which cannot have the volume.',
  },
  'fly-toml-volume-size': {
    severity: 'warning',
    what: 'A mount does not say how large its volume is.',
    why: 'A volume that does not exist yet is made with 1 GB, without a word.',
  },
  'fly-toml-retention-size': {
    severity: 'warning',
    what: 'Prometheus may keep more data than its volume has room for.',
    why: 'A full volume stops Prometheus.',
  },
  'fly-toml-memory': {
    severity: 'warning',
    what: 'The app that runs Prometheus does not say how much memory it gets.',
    why: 'A new app gets 256 MB, too little for Prometheus with more than a few targets.',
  },
  'fly-toml-dedicated-ip': {
    severity: 'warning',
    what: 'A service is published on a port or in a way that a shared address cannot serve.',
    why: 'On the first deploy flyctl asks for a dedicated address; without a terminal the app ends with no address at all.',
  },
  'fly-toml-service-ports': {
    severity: 'warning',
    what: 'A service has no ports.',
    why: 'Nothing is published; flyctl warns and has announced to refuse such files.',
  },
  'fly-toml-check-limits': {
    severity: 'warning',
    what: 'A check of a service has durations that Fly changes.',
    why: 'They are raised to 1 s or lowered to 1 min without further notice.',
  },
  'fly-toml-file-path': {
    severity: 'warning',
    what: 'The local_path of a file depends on where flyctl is started.',
    why: 'flyctl reads it relative to its working directory, not to the Fly configuration (the documentation says otherwise).',
  },
  'fly-toml-raw-value': {
    severity: 'warning',
    what: 'The raw_value of a file is in base64 already.',
    why: 'flyctl encodes it once more (the documentation says otherwise); the machine gets base64 text.',
  },
  'fly-toml-builds': {
    severity: 'warning',
    what: '[build] has more than one way to build.',
    why: 'flyctl warns and takes one of them.',
  },
  'fly-toml-unknown-key': {
    severity: 'warning',
    what: 'flyctl does not know a key of the Fly configuration.',
    why: 'A deploy ignores it; `flyctl config validate --strict` refuses it.',
  },
} as const satisfies Record<string, Entry>

/** The name of a finding. Stable across releases. */
export type Code = keyof typeof FINDINGS

/** A finding of the catalogue at its place. */
export function finding(code: Code, at: Located, message: string, hint: string): Problem {
  return { code, severity: FINDINGS[code].severity, at, message, hint }
}

/** A value from a file as a message shows it: in quotes, and never a whole page of it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
