export const id = 718;
export const ids = [718];
export const modules = {
50718: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
createTunnel: () => (createTunnel)
});
var __import_0__ = __webpack_require__(78474);
var __import_1__ = __webpack_require__(77030);
var __import_2__ = __webpack_require__(61469);
var __import_3__ = __webpack_require__(94869);
var __import_4__ = __webpack_require__(18889);
const OPEN_MS = 60_000;
const POLL_MS = 200;
const LIFETIME_MS = 2 ** 31 - 1;
async function createTunnel(flyctl, app, remotePort) {
const port = await freePort();
let running;
const start = () => {
const stop = new AbortController();
let over = false;
const ended = flyctl
.run({
command: `proxy ${port}:${remotePort}`,
app,
args: ['--watch-stdin'],
keepsStdin: true,
stop: stop.signal,
timeoutMs: LIFETIME_MS,
})
.finally(() => {
over = true;
});
ended.catch(() => undefined);
return { stop, ended, isOver: () => over };
};
const close = async () => {
running?.stop.abort();
await running?.ended.catch(() => undefined);
running = undefined;
};
return {
url: `http://127.0.0.1:${port}`,
close,
async open() {
if (running && !running.isOver())
return;
running = start();
const last = Date.now() + OPEN_MS;
while (!(await accepts(port))) {
if (running.isOver())
throw notOpen(app, endOf(await running.ended));
if (Date.now() >= last) {
await close();
throw notOpen(app, `it did not accept connections within ${OPEN_MS / 1000} s`);
}
await flyctl.pause(POLL_MS);
}
},
};
}
function endOf({ failure, output }) {
const last = (0, __import_4__.MC)(output).trim().split('\n').at(-1) ?? '';
return failure?.problem.message ?? `flyctl ended: ${(0, __import_3__.TN)(last, 200) || 'it printed nothing'}`;
}
const notOpen = (app, why) => (0, __import_2__.sx)('fly-tunnel', `The tunnel to ${app} on Fly's private network could not be opened: ${why.replace(/\.$/, '')}.`, `\`monitoring.access\` is private, so Prometheus is asked through \`flyctl proxy 9090:9090 -a ${app}\`: try it manually. The token must be allowed to create WireGuard peers (\`flyctl tokens create org\`). With a tunnel or network of your own, set \`prometheus-url\`.`);
async function freePort() {
const server = (0, __import_1__.createServer)().listen(0, '127.0.0.1');
await (0, __import_0__.once)(server, 'listening');
const address = server.address();
server.close();
await (0, __import_0__.once)(server, 'close');
return typeof address === 'object' && address ? address.port : 0;
}
function accepts(port) {
return new Promise((done) => {
const socket = (0, __import_1__.connect)(port, '127.0.0.1');
const end = (is) => {
socket.destroy();
done(is);
};
socket.once('connect', () => end(true)).once('error', () => end(false));
});
}
})
};
