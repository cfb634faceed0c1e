export const id = 4892;
export const ids = [4892, 662];
export const modules = {
94892: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (commitOf),
fileAt: () => (fileAt),
k: () => (ignoredByGit),
nameBefore: () => (nameBefore),
revisionOf: () => (revisionOf)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
var __import_2__ = __webpack_require__(70662);
var __import_3__ = __webpack_require__(22499);
async function ignoredByGit(root, paths) {
const asked = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
return inFours((await git(root, asked, paths.join('\0'))).split('\0'));
}
async function commitOf(folder) {
if (!(0, __import_0__.existsSync)((0, __import_1__.join)(folder, '.git')))
return undefined;
return /^[0-9a-f]{40}$/m.exec(await git(folder, ['rev-parse', '--verify', 'HEAD']))?.[0];
}
async function revisionOf(root, args, exists) {
if (exists !== undefined &&
(await revisionOf(root, ['rev-parse', '--verify', '--quiet', exists])) === undefined)
return undefined;
return /^[0-9a-f]{40}$/m.exec(await git(root, args))?.[0];
}
async function fileAt(folder, commit, path) {
const text = await git(folder, ['cat-file', 'blob', `${commit}:./${path}`]);
return text === '' ? undefined : text;
}
async function nameBefore(folder, commit, path) {
const asked = ['diff-tree', '-r', '--find-renames', '--diff-filter=R', '--name-status', '--relative', '-z'];
const parts = (await git(folder, [...asked, commit, 'HEAD'])).split('\0');
const at = parts.findIndex((part, i) => i % 3 === 2 && part === path);
return at < 0 ? undefined : parts[at - 1];
}
const NO_PROGRAMS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
const PASSED = ['HOME', 'XDG_CONFIG_HOME'];
const TIMEOUT_MS = 10_000;
async function git(folder, args, stdin = '') {
const places = { path: process.env.PATH, workspaceRoot: process.cwd() };
const binary = (0, __import_3__.Kp)('git', places);
if (binary === undefined)
return '';
const own = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
const result = await (0, __import_2__.runProcess)({
binary,
argv: ['-C', folder, '--no-pager', ...NO_PROGRAMS.flatMap((one) => ['-c', one]), ...args],
env: { ...Object.fromEntries(own), PATH: (0, __import_3__.zu)(places), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' },
cwd: '/',
stdin,
timeoutMs: TIMEOUT_MS,
}).catch(() => undefined);
return result?.exitCode === 0 ? result.stdout : '';
}
function inFours([source, line, pattern, path, ...rest]) {
if (path === undefined)
return [];
const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }];
return [...found, ...inFours(rest)];
}
}),
70662: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
runProcess: () => (runProcess)
});
var external_node_child_process_ = __webpack_require__(31421);
var promises_ = __webpack_require__(58500);
var external_node_string_decoder_ = __webpack_require__(46193);
;
const LONGEST = 100_000;
function lineReader(onLine) {
const decoder = new external_node_string_decoder_.StringDecoder('utf8');
let rest = '';
const take = (text) => {
const lines = (rest + text).split('\n');
rest = lines.pop() ?? '';
lines.forEach(onLine);
if (rest.length > LONGEST)
flush();
};
const flush = () => {
if (rest !== '')
onLine(rest);
rest = '';
};
return {
write: (chunk) => take(decoder.write(chunk)),
end: () => {
take(decoder.end());
flush();
},
};
}
var process_family = __webpack_require__(78430);
;
const TERMINATE_MS = 4_000;
const KILL_MS = 7_000;
const FINISH_MS = 2_500;
const POLL_MS = 50;
const PIPES_MS = 2_000;
const OUTPUT_LIMIT = 64 * 1024 * 1024;
async function runProcess(call) {
const started = performance.now();
const family = (0, process_family.rz)();
const child = (0, external_node_child_process_.spawn)(call.binary, call.argv, {
env: { ...call.env, ...family.mark },
cwd: call.cwd,
stdio: 'pipe',
detached: true,
});
family.leads(child.pid);
const stopping = stoppingOf(family, call);
const read = collect(child, { tooMuch: () => stopping.stop('output'), onLine: call.onLine });
child.stdin.on('error', () => undefined);
if (!call.keepsStdin)
child.stdin.end(call.stdin ?? '');
const closed = new Promise((done) => void child.once('close', () => done()));
try {
const exitCode = await exitOf(child);
if (stopping.why())
await stopping.end();
else
stopping.forget();
family.close();
const pipes = setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()), PIPES_MS);
await closed;
clearTimeout(pipes);
const stopped = stopping.why();
return { exitCode, ...read(), seconds: (performance.now() - started) / 1000, ...(stopped && { stopped }) };
}
finally {
stopping.forget();
family.close();
}
}
function exitOf(child) {
return new Promise((resolve, reject) => {
child.once('error', reject);
child.once('exit', resolve);
});
}
function stoppingOf(family, { timeoutMs, signal, mayFinish }) {
let why;
let killAt = 0;
const timers = [];
const stop = (reason, lateMs = 0) => {
if (why)
return;
why = reason;
killAt = performance.now() + KILL_MS - lateMs;
family.signal('SIGINT');
timers.push(setTimeout(() => family.signal('SIGTERM'), TERMINATE_MS - lateMs), setTimeout(() => family.kill(), KILL_MS - lateMs));
};
const cancel = () => {
if (mayFinish)
timers.push(setTimeout(() => stop('cancelled', FINISH_MS), FINISH_MS));
else
stop('cancelled');
};
timers.push(setTimeout(() => stop('deadline'), timeoutMs));
signal?.addEventListener('abort', cancel, { once: true });
if (signal?.aborted)
cancel();
return {
stop,
why: () => why,
end: async () => {
while (performance.now() < killAt && family.isAlive())
await (0, promises_.setTimeout)(POLL_MS);
family.kill();
},
forget: () => {
for (const timer of timers)
clearTimeout(timer);
signal?.removeEventListener('abort', cancel);
},
};
}
function collect(child, { tooMuch, onLine }) {
const all = [];
const keep = (stream) => {
const chunks = [];
const lines = onLine && lineReader(onLine);
let size = 0;
stream.on('data', (chunk) => {
size += chunk.length;
if (size > OUTPUT_LIMIT)
return tooMuch();
chunks.push(chunk);
all.push(chunk);
lines?.write(chunk);
});
stream.on('end', () => lines?.end());
return chunks;
};
const [stdout, stderr] = [keep(child.stdout), keep(child.stderr)];
const text = (chunks) => Buffer.concat(chunks).toString('utf8');
return () => ({ stdout: text(stdout), stderr: text(stderr), output: text(all) });
}
})
};
