import type { CodeMeaning } from './claim-codes.ts'
import { GRAFANA_CODES } from './grafana-codes.ts'

/** Problems that end a part of a run, apart from those of flyctl with a known text (`clients/flyctl/known-errors/`). */
export const PROBLEM_CODES: Readonly<Record<string, CodeMeaning>> = {
  ...GRAFANA_CODES,
  'fly-answer': ['flyctl answered in an unknown form.', 'Update flyctl, or remove it from `PATH`.'],
  'fly-app-left': ['Fly still has an app that was destroyed.', 'Run again in some minutes.'],
  'fly-crashed': ['flyctl itself crashed.', 'Run again, or try another `flyctl-version`.'],
  'fly-deadline': ['A command of flyctl did not end in time.', 'Run again with a longer `timeout`.'],
  'fly-failed': ['flyctl failed with a text that is not known.', 'Read its text in the report.'],
  'fly-flyctl-start': [
    'flyctl could not be started.',
    'Check that the file is built for this machine and may be executed.',
  ],
  'fly-interrupted': ['flyctl was interrupted.', 'Run again: nothing is created twice.'],
  'fly-machine-failed': [
    'Fly could not start a machine.',
    'See `flyctl logs` and status.flyio.net, then deploy again.',
  ],
  'fly-machine-region': [
    'No machine of an app is in its region.',
    'Correct the region, or move the machine with the commands of the report.',
  ],
  'fly-monitoring-small': [
    'The machine of Prometheus is too small for its targets.',
    'Use the size that the message names.',
  ],
  'fly-no-machines': [
    'There are no machines after the deploy.',
    'See `flyctl machine list` and `flyctl logs`.',
  ],
  'fly-no-release': [
    'flyctl reported no failure, but Fly has no new release.',
    'Run again, or try another `flyctl-version`.',
  ],
  'fly-not-ready': [
    'Machines did not become ready in time.',
    'See their checks and logs; a slow start needs a longer `timeout`.',
  ],
  'fly-not-started': [
    'A machine does not start.',
    'Fly may be pulling its image, or have no capacity in the region.',
  ],
  'fly-old-version': ['A machine still runs an older version.', 'Deploy again.'],
  'fly-replaced': [
    'Another deploy has replaced the one of this run.',
    'See which one in the list of releases.',
  ],
  'fly-rollback-failed': ['A failed deploy could not be undone.', 'Follow the commands of the report.'],
  'fly-replica': ['A replica of Prometheus could not be added.', 'Run again.'],
  'fly-replica-hand-over': [
    'A replica or a shard was stopped while the others could not reach some of its targets.',
    'See which ones in the report.',
  ],
  'fly-replica-not-scraping': [
    'A replica or a shard was not stopped, because the others do not scrape what it scrapes.',
    'Read the log of the other machine, then run again.',
  ],
  'fly-rolled-back': [
    'A failed deploy was undone: the machines run the release before it.',
    'Mend the cause of the failure, then deploy again.',
  ],
  'fly-second-machine': [
    'A lost answer led to a second machine.',
    'Destroy it with the command of the report.',
  ],
  'fly-secret-size': ['A secret is too large for flyctl.', 'Make it smaller.'],
  'fly-stopped': ['A machine is stopped.', 'Start it; set `auto_stop_machines = "off"` if it stops again.'],
  'fly-token-cannot-create': [
    'The token may not create the app.',
    'Create it once, or use a token of the organization.',
  ],
  'fly-token-cannot-destroy': ['The token may not destroy the app.', 'Use a token of the organization.'],
  'fly-tunnel': [
    'The tunnel to a Prometheus without a public address could not be opened.',
    'Read what `flyctl proxy` says, and check the token.',
  ],
  'fly-two-machines': [
    'The monitoring app has two machines, and its data is split.',
    'Keep the one with the data.',
  ],
  'fly-two-volumes': [
    'The monitoring app has two volumes.',
    'Keep the one with the data, destroy the other.',
  ],
  'fly-volume-left': [
    'A volume of a replica or a shard that is no longer configured exists.',
    'Destroy it when its samples are not needed.',
  ],
  'fly-volume-larger': [
    'The volume is larger than configured.',
    'Set `monitoring.volume.size_gb` to its size.',
  ],
  'flyctl-archive': ['The archive of flyctl could not be unpacked.', 'Check `tar` and the disk.'],
  'flyctl-checksum': [
    'The downloaded flyctl is not the expected one.',
    'Do not use it; check `flyctl-sha256`.',
  ],
  'flyctl-checksum-unknown': [
    'No digest is known for this flyctl, so it is not downloaded.',
    'Put flyctl on `PATH`, or set `flyctl-sha256`.',
  ],
  'flyctl-download-busy': ['The release server is busy.', 'Run again later.'],
  'flyctl-download-missing': ['This version of flyctl does not exist.', 'Correct `flyctl-version`.'],
  'flyctl-download-refused': ['The release server refuses.', 'Check the proxy, or put flyctl on `PATH`.'],
  'flyctl-download-unreachable': ['flyctl could not be downloaded.', 'Check the network and `HTTPS_PROXY`.'],
  'flyctl-platform': ['There is no flyctl to download for this machine.', 'Put flyctl on `PATH`.'],
  'fly-metrics-unauthorized': [
    "Fly's managed Prometheus finds no organization for the token.",
    'Compare `monitoring.organization` with `flyctl orgs list`; create a token with `flyctl tokens create readonly ORGANIZATION`.',
  ],
  'fly-metrics-forbidden': [
    "The token may not read Fly's managed Prometheus: it is one for a single app.",
    'Create a read-only token of the organization: `flyctl tokens create readonly ORGANIZATION`.',
  ],
  'github-not-reported': [
    'GitHub refused the comment, check run or issue.',
    'Add the permission that the report names.',
  ],
  'prometheus-agent': [
    'An agent answers where a Prometheus with samples should be.',
    'Deploy, or set `monitoring.engine: agent`.',
  ],
  'prometheus-cancelled': ['A request to Prometheus was cancelled.', 'Nothing.'],
  'prometheus-connection': ['Prometheus could not be reached.', 'Check its machine.'],
  'prometheus-dns': [
    'The name of Prometheus does not resolve.',
    'Check the name of the app, and whether it was deployed.',
  ],
  'prometheus-forbidden': [
    'Prometheus, or a proxy in front of it, refuses the request.',
    'Check what is in between.',
  ],
  'prometheus-limited': ['The server limits the number of requests.', 'Wait, or raise its limit.'],
  'prometheus-not-agent': ['A server answers where an agent should be.', 'Deploy.'],
  'prometheus-not-prometheus': ['Another program answers.', 'Correct `prometheus-url`.'],
  'prometheus-not-ready': [
    'Prometheus did not become ready in time.',
    'Read its log; it may need more memory.',
  ],
  'prometheus-odd-answer': ['Prometheus answered in an unknown form.', 'Check for a proxy in front of it.'],
  'prometheus-partial': [
    'Some of the storage of the server did not answer.',
    'Verify again; if it persists, ask the operators of the server.',
  ],
  'prometheus-query': ['Prometheus refuses a query.', 'Correct it.'],
  'prometheus-refused': ['Nothing listens where Prometheus should be.', 'Check its machine.'],
  'prometheus-starting': ['Prometheus is starting.', 'Verify again.'],
  'prometheus-timeout': ['Prometheus does not answer in time.', 'Check its machine and memory.'],
  'prometheus-tls': [
    'The certificate is not trusted.',
    'Check the address; behind a proxy, set `NODE_EXTRA_CA_CERTS`.',
  ],
  'prometheus-unauthorized': [
    'The password is not accepted.',
    'Use the password or token of the deploy, or deploy again.',
  ],
  'proxy-gateway': ['The proxy could not connect.', 'Check the proxy and the target.'],
  'proxy-refused': ['The proxy refuses the connection.', 'Allow the host, or correct its credentials.'],
  'proxy-unreachable': ['The proxy does not answer.', 'Correct `HTTPS_PROXY`.'],
  'proxy-variable': ['A proxy variable is not valid.', 'Correct or unset it.'],
  'contract-cardinality': ['A metric has very many series.', 'Remove labels without a limit.'],
  'contract-empty': ['A page has no metrics.', 'Check the address; send the service some requests.'],
  'contract-format': ['A page is not in the format of Prometheus.', 'Check the address.'],
  'contract-labels': ['A declared label is missing on the page.', 'Declare the labels that are there.'],
  'contract-missing': [
    'A declared metric is missing on the page.',
    'Correct the declaration, or the service.',
  ],
  'contract-no-file': ['There is no configuration to compare with.', 'Run `init` first.'],
  'contract-not-written': [
    'The contract could not be written to the file.',
    'Write the metrics out in their place.',
  ],
  'contract-page': ['A page could not be read.', 'Start the service; check the address.'],
  'contract-service': ['It is not clear to which service a page belongs.', 'Write `SERVICE=URL`.'],
  'contract-too-many-samples': [
    'A page has more samples than a scrape accepts.',
    'Drop series, or raise `sample_limit`.',
  ],
  'contract-type': ['A metric has another type than the declared one.', 'Declare the type of the page.'],
  'contract-undeclared': [
    'A service exposes metrics that are not declared.',
    'Declare them: `contract` without `--check`.',
  ],
  'destroy-not-agreed': [
    'The name of the app was not confirmed, so nothing was removed.',
    'Type it, or use `--yes`.',
  ],
  'destroy-not-ours': ['The app was not deployed by this action.', 'Destroy it by hand if you mean it.'],
  'destroy-other-app': ['`--yes` names another app than the configuration.', 'Name the monitoring app.'],
  'drill-left-behind': ['The rule of a drill could not be removed from Grafana.', 'Remove it there.'],
  'drill-not-deployed': ['The rule of a drill is not loaded.', 'Deploy with `alerts.notify` first.'],
  'heartbeat-refused': ['The heartbeat of `verify` was not accepted.', 'Correct `VERIFY_HEARTBEAT_URL`.'],
  'file-not-written': ['A file could not be written.', 'Its folder must exist and be writable.'],
  password: [
    'There is neither a password nor a token to derive it from.',
    'Set `PROMETHEUS_PASSWORD` or `FLY_API_TOKEN`.',
  ],
  'init-below-root': ['`init` was started below the root of the repository.', 'Start it at the root.'],
  'init-ignored': ['Git ignores a file that `init` writes.', 'Correct `.gitignore`.'],
  'init-no-app': ['No app was found.', 'Use `--app`.'],
  'init-not-taken-over': ['A part of an old file is not in the new configuration.', 'See the hint.'],
  'init-note': ['Something in an old file that is worth knowing.', 'See the hint.'],
  'store-unlimited': [
    'A query could not be limited to the samples of this deployment.',
    'Write it as Prometheus accepts it.',
  ],
  'store-unread': ['The store of an agent cannot be read.', 'See the claim about the store in the report.'],
  'run-cancelled': ['The run was cancelled.', 'Run again.'],
  'run-timeout': ['The time of the run is over.', 'Increase `timeout`.'],
  'report-not-written': [
    'The report could not be written to the file of `--report`.',
    'Name a file in a folder that exists and can be written to.',
  ],
  'run-stuck': ['The run did not respond, and its watchdog ended it.', 'Report it: this is a bug.'],
  'run-killed': ['The run was killed, or out of memory.', 'Run again on a larger machine.'],
  'report-too-slow': ['The report was shortened, because it took too long.', 'Report it: this is a bug.'],
  internal: ['A bug of this action.', 'Report it with the output.'],
}
