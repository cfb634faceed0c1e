import type { CodeMeaning } from './claim-codes.ts'

/** Problems of the part that writes to Grafana. */
export const GRAFANA_CODES: Readonly<Record<string, CodeMeaning>> = {
  'grafana-broken-answer': ['Grafana sent an incomplete answer.', 'Run again.'],
  'grafana-conflict': ['An object with this uid or title exists already.', 'Give it another uid or title.'],
  'grafana-dashboard-depth': ['A file is nested too deeply to be a dashboard.', 'Export it again.'],
  'grafana-dashboard-shape': ['A file does not contain a dashboard.', 'Export it again.'],
  'grafana-dashboard-title': ['A dashboard has no title.', 'Give it one.'],
  'grafana-dashboard-uid': ['Grafana does not accept the uid.', 'Use at most 40 letters, digits, `-`, `_`.'],
  'grafana-dashboard-clash': [
    'A dashboard that is not ours has the same uid.',
    'Change the uid, or set `grafana.overwrite: always`.',
  ],
  'grafana-dashboard-duplicate': ['Two files have the same uid.', 'Give one another uid.'],
  'grafana-dashboard-edited': [
    'A dashboard was edited in Grafana, and left as it was.',
    'Copy the change to its file, or set `grafana.overwrite: always`.',
  ],
  'grafana-dashboard-input': ['A dashboard file leaves an input open.', 'Fill it in.'],
  'grafana-dashboard-kept': ['`destroy` left a dashboard.', 'Delete it in Grafana.'],
  'grafana-dashboard-moved': [
    'A dashboard was moved in Grafana.',
    'Move it back, or set `grafana.overwrite: always`.',
  ],
  'grafana-dashboard-provisioned': [
    'A dashboard comes from a file on the Grafana server.',
    'Change it there.',
  ],
  'grafana-dashboard-v2': [
    'This Grafana cannot store dashboards of schema v2.',
    'Update Grafana, or export the classic model.',
  ],
  'grafana-datasource-missing': ['The data source does not exist.', 'Correct `grafana.datasource`.'],
  'grafana-datasource-provisioned': [
    'The data source comes from a file on the Grafana server.',
    'Change it there.',
  ],
  'grafana-datasource-refused': [
    'Grafana answers in place of Prometheus.',
    'Save and test the data source in Grafana.',
  ],
  'grafana-datasource-type': ['The data source is not a Prometheus.', 'Name another one.'],
  'grafana-datasource-unhealthy': [
    'Grafana gets no answer through the data source.',
    'Save and test it in Grafana.',
  ],
  'grafana-folder-not-empty': ['The folder has other objects, and was kept.', 'Move or delete them.'],
  'grafana-forbidden': ['The token may not do this.', 'Use a service account with the role Admin.'],
  'grafana-interrupted': ['The run ended before Grafana answered.', 'Run again.'],
  'grafana-library-panel': [
    'A dashboard shows a library panel that does not exist.',
    'Create it, or export with its copy.',
  ],
  'grafana-not-found': [
    'Grafana does not have the object or the API.',
    'Run again; Grafana 10 or newer is needed.',
  ],
  'grafana-not-grafana': [
    'Another program answers at `GRAFANA_URL`.',
    'Use the address of the start page of Grafana.',
  ],
  'grafana-not-tried': ['Something was not written, because what it needs failed.', 'Correct that first.'],
  'grafana-odd-answer': ['Grafana answered in an unknown form.', 'Check for a proxy in front of it.'],
  'grafana-rate-limited': ['Grafana limits requests.', 'Run again later.'],
  'grafana-receiver': ['The contact point does not exist.', 'Create it, or correct `alerts.receiver`.'],
  'grafana-receiver-ignored': [
    'This Grafana does not keep the contact point of a rule.',
    'Add a notification policy.',
  ],
  'grafana-rejected': ['Grafana rejects an object.', 'Correct what its message names.'],
  'grafana-rule-edited': [
    'A rule was edited in Grafana, and left as it was.',
    'Undo it, or set `grafana.overwrite: always`.',
  ],
  'grafana-rule-provisioned': [
    'Rules come from a file on the Grafana server, or from another tool.',
    'Change them there.',
  ],
  'grafana-server': ['Grafana failed.', 'Run again; then read its log.'],
  'grafana-too-large': ['An object is too large for Grafana.', 'Split the dashboard.'],
  'grafana-connection': ['Grafana broke the connection.', 'Run again.'],
  'grafana-dns': ['The name of Grafana does not resolve.', 'Correct `GRAFANA_URL`.'],
  'grafana-refused': ['Nothing listens at `GRAFANA_URL`.', 'Check that Grafana runs, and its port.'],
  'grafana-timeout': ['Grafana did not answer in time.', 'Run again.'],
  'grafana-tls': [
    'The certificate of Grafana is not trusted.',
    'Set `NODE_EXTRA_CA_CERTS` for a private authority.',
  ],
  'grafana-unwanted-answer': [
    'Grafana sent an answer that is not accepted.',
    'Check for a proxy in front of it.',
  ],
  'grafana-unauthorized': [
    'Grafana does not accept the token.',
    'Use a service account token (`glsa_…`) of this Grafana.',
  ],
}
