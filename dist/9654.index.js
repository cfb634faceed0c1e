export const id = 9654;
export const ids = [9654, 3287];
export const modules = {
43287: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
assetPath: () => (assetPath),
packageVersion: () => (packageVersion),
readAsset: () => (readAsset)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
function assetPath(path) {
return (0, __import_1__.resolve)(import.meta.dirname, '..', path);
}
function readAsset(path) {
return (0, __import_0__.readFileSync)(assetPath(path), 'utf8');
}
const packageVersion = () => JSON.parse(readAsset('package.json')).version;
}),
9654: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
completionHelp: () => (completionHelp),
helpOf: () => (helpOf),
overview: () => (overview)
});
var __import_0__ = __webpack_require__(38815);
var __import_1__ = __webpack_require__(43287);
var __import_2__ = __webpack_require__(43636);
var __import_3__ = __webpack_require__(58455);
const PROGRAM = 'deploy-monitoring';
const WIDTH = 100;
const EXIT_CODES = `Exit codes:
    0  success
    1  not healthy: it ran, and what --fail-on requires does not hold
    2  wrong arguments, inputs or files, or destroy was not agreed to; nothing was started
    3  Fly, Prometheus or Grafana refused or failed
  130  interrupted
  137  ended by its watchdog: it no longer responded`;
function overview() {
const commands = __import_3__.bw.map(([name, short]) => `  ${name.padEnd(12)}${short}`);
return `${PROGRAM} <command> [options]

From a commit to proven monitoring on Fly.io.

Commands:
${commands.join('\n')}

"${PROGRAM} <command> --help" shows the options of a command; --version shows the version.
Secrets are never options. Set them as environment variables:
  FLY_API_TOKEN               create one with "fly tokens create org"
  PROMETHEUS_PASSWORD         without it, derived from FLY_API_TOKEN
  GRAFANA_URL, GRAFANA_API_KEY
                              a Grafana and its service account token (glsa_\u2026); both or none
  GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY
                              remote write; all three or none
  SLACK_WEBHOOK_URL, DISCORD_WEBHOOK_URL, TELEGRAM_BOT_TOKEN, NTFY_URL, NTFY_TOKEN,
  PAGERDUTY_ROUTING_KEY, SMTP_PASSWORD, NOTIFY_WEBHOOK_URL
                              receivers of alerts; those that alerts.notify names
  HEARTBEAT_URL               pinged every minute while alerting works
  VERIFY_HEARTBEAT_URL        pinged with the result of every verify
  FLY_METRICS_TOKEN           a read-only token of the organization, for Fly's own Prometheus
Also the variables that credentials_env and password_env of the configuration name.

${EXIT_CODES}
`;
}
function helpOf(name) {
const { long, inputs, about: other, switches, options: own, secrets = __import_2__.cW, examples } = (0, __import_3__.Nl)(name);
const { inputs: meta } = (0, __import_0__.qg)((0, __import_1__.readAsset)('action.yml'));
const about = (input) => {
const special = other?.[input];
if (special !== undefined)
return special;
const { description = '', default: value = '' } = meta[input] ?? {};
const text = description.replaceAll('`', '');
return value === '' ? text : `${text.replace(/\.$/, '')} (default ${value}).`;
};
const options = [
...inputs.map((input) => option(`--${input} VALUE`, about(input))),
...own.map((name) => option(`--${name} ${__import_3__.lw[name].value}`, __import_3__.lw[name].text)),
...switches.map((on) => option(`--${on}`, __import_3__.Wg[on])),
];
return `${PROGRAM} ${name} [options]

${wrap(long, WIDTH).join('\n')}

Options:
${options.join('\n')}

Examples:
${examples.map((example) => `  ${PROGRAM} ${example}`).join('\n')}
${secretsOf(secrets)}`;
}
const completionHelp = () => `${PROGRAM} completion ${__import_3__.OF.join('|')}

Prints the completion of commands and options, for an installed ${PROGRAM}
(npm install --global). Once, for your shell:
  bash  ${PROGRAM} completion bash >> ~/.bash_completion
  zsh   ${PROGRAM} completion zsh > "\${fpath[1]}/_${PROGRAM}"
  fish  ${PROGRAM} completion fish > ~/.config/fish/completions/${PROGRAM}.fish
`;
const secretsOf = (secrets) => secrets.length === 0
? ''
: `
Set secrets as environment variables:
${secrets.map((secret) => `  ${(0, __import_2__.mT)(secret)}`).join('\n')}
`;
const option = (name, text) => [`  ${name}`, ...wrap(text, WIDTH - 8).map((line) => `        ${line}`)].join('\n');
function wrap(text, width) {
const lines = [];
for (const word of text.split(/\s+/)) {
const last = lines.at(-1);
if (last !== undefined && last.length + 1 + word.length <= width)
lines[lines.length - 1] = `${last} ${word}`;
else
lines.push(word);
}
return lines;
}
})
};
