export const id = 8750;
export const ids = [8750];
export const modules = {
38052: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Fj: () => (secretsOf),
f4: () => (INTEGRATION_OF),
kO: () => (SECRETS_OF),
mO: () => (missingSecrets)
});
const SECRETS_OF = {
slack: { needs: 'slack-webhook-url' },
discord: { needs: 'discord-webhook-url' },
telegram: { needs: 'telegram-bot-token' },
ntfy: { needs: 'ntfy-url', uses: ['ntfy-token'] },
pagerduty: { needs: 'pagerduty-routing-key' },
email: { needs: 'smtp-password' },
webhook: { needs: 'notify-webhook-url' },
};
const secretsOf = (kind) => {
const { needs, uses = [] } = SECRETS_OF[kind];
return [needs, ...uses];
};
const INTEGRATION_OF = {
slack: 'slack',
discord: 'discord',
telegram: 'telegram',
ntfy: 'webhook',
pagerduty: 'pagerduty',
email: 'email',
webhook: 'webhook',
heartbeat: 'webhook',
};
const missingSecrets = (notify, secrets) => Object.keys(notify)
.map((kind) => ({ kind, secret: SECRETS_OF[kind].needs }))
.filter(({ secret }) => secrets[secret] === undefined);
}),
58750: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
withReceiverPlaces: () => (withReceiverPlaces)
});
var __import_0__ = __webpack_require__(35235);
var __import_1__ = __webpack_require__(38052);
var __import_2__ = __webpack_require__(43636);
var __import_3__ = __webpack_require__(40493);
function withReceiverPlaces(problems, env) {
const read = (name, otherwise) => (0, __import_2__.JR)(env, name)?.trim() || otherwise;
try {
const workspace = (0, __import_3__.OH)((0, __import_3__.oS)(env), read('working-directory', '.'));
const source = (0, __import_3__.yR)(workspace, read('config', 'monitoring.yml'));
const locate = source && (0, __import_0__._C)(source);
return problems.map((problem) => {
const secret = /^Input (\S+) /.exec(problem.message)?.[1] ?? '';
const kind = Object.keys(__import_1__.kO).find((one) => (0, __import_1__.Fj)(one).some((name) => name === secret));
const at = kind && problem.code === 'input/receiver' && locate?.(['alerts', 'notify', kind], 'key');
return at ? { ...problem, at } : problem;
});
}
catch {
return [...problems];
}
}
})
};
