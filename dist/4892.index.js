export const id = 4892;
export const ids = [4892,662];
export const modules = {

/***/ 4892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf),
/* harmony export */   fileAt: () => (/* binding */ fileAt),
/* harmony export */   k: () => (/* binding */ ignoredByGit),
/* harmony export */   revisionOf: () => (/* binding */ revisionOf)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(662);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2499);




/** Which of these files git ignores; none without git or without a repository. No program of the repository is run. */
async function ignoredByGit(root, paths) {
    const asked = ['check-ignore', '--no-index', '--verbose', '-z', '--stdin'];
    // Exit code 1: none of them is ignored.
    return inFours((await git(root, asked, paths.join('\0'))).split('\0'));
}
/** The commit that a clone has checked out, in hex; undefined without git, or when the folder itself is not a clone. */
async function commitOf(folder) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, '.git')))
        return undefined;
    return /^[0-9a-f]{40}$/m.exec(await git(folder, ['rev-parse', '--verify', 'HEAD']))?.[0];
}
/**
 * The commit, in hex, that a command of git names; undefined without it. `exists`: another revision that has to exist.
 */
async function revisionOf(root, args, exists) {
    if (exists !== undefined &&
        (await revisionOf(root, ['rev-parse', '--verify', '--quiet', exists])) === undefined)
        return undefined;
    return /^[0-9a-f]{40}$/m.exec(await git(root, args))?.[0];
}
/** The text of a file in a commit; undefined when it does not exist there. Paths are relative to the folder. */
async function fileAt(folder, commit, path) {
    // No filter and no textconv of the repository is run: `cat-file` without them prints the blob itself.
    const text = await git(folder, ['cat-file', 'blob', `${commit}:./${path}`]);
    return text === '' ? undefined : text;
}
/**
 * The configuration of a repository can name programs that git starts, and an archive may contain one. The commands
 * used here start none of them; they are disabled nevertheless.
 */
const NO_PROGRAMS = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];
/** Variables by which git finds the user's settings, and nothing else: no token, no GIT_DIR, no GIT_EXTERNAL_DIFF. */
const PASSED = ['HOME', 'XDG_CONFIG_HOME'];
const TIMEOUT_MS = 10_000;
/** git's output for the repository that contains a folder; empty when it fails. */
async function git(folder, args, stdin = '') {
    const places = { path: process.env.PATH, workspaceRoot: process.cwd() };
    const binary = await (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .findProgram */ .K)('git', places);
    if (binary === undefined)
        return '';
    const own = PASSED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
    const result = await (0,_process_js__WEBPACK_IMPORTED_MODULE_2__.runProcess)({
        binary,
        argv: ['-C', folder, '--no-pager', ...NO_PROGRAMS.flatMap((one) => ['-c', one]), ...args],
        env: { ...Object.fromEntries(own), PATH: (0,_programs_js__WEBPACK_IMPORTED_MODULE_3__/* .trustedPath */ .z)(places), LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' },
        // A version manager would read the settings of the folder that it is started in.
        cwd: '/',
        stdin,
        timeoutMs: TIMEOUT_MS,
    }).catch(() => undefined);
    return result?.exitCode === 0 ? result.stdout : '';
}
/** Source, line, pattern and path; a pattern that begins with "!" includes the file again. */
function inFours([source, line, pattern, path, ...rest]) {
    if (path === undefined)
        return [];
    const found = pattern?.startsWith('!') ? [] : [{ path, by: `${source}:${line}: ${pattern}` }];
    return [...found, ...inFours(rest)];
}


/***/ }),

/***/ 662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProcess: () => (/* binding */ runProcess)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./build/lib/line-reader.js

/** A longer line is passed on in parts, so that a stream without line breaks does not fill the memory. */
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

// EXTERNAL MODULE: ./build/lib/process-family.js
var process_family = __webpack_require__(8430);
;// CONCATENATED MODULE: ./build/lib/process.js




/**
 * flyctl takes half a second to release its machine leases when it is interrupted. A program that does not end is
 * interrupted again and then killed; a runner kills a cancelled step after 10 s: the rest of that time is for the
 * report.
 */
const TERMINATE_MS = 4_000;
const KILL_MS = 7_000;
/** How often an interrupted group is checked. */
const POLL_MS = 50;
/** How long a finished process may keep its pipes open through a daemon that it left behind. */
const PIPES_MS = 2_000;
/** More than any recorded output by far; beyond it the process is ended. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;
/**
 * Runs a program to its end, and with it all that it starts. Cancelling and the deadline send SIGINT to the group, as a
 * terminal does (flyctl then exits 127 and marks its release as interrupted), later SIGTERM, and kill what still runs
 * by then. Rejects when the program cannot be started.
 */
async function runProcess(call) {
    const started = performance.now();
    const family = (0,process_family/* newFamily */.rz)();
    const child = (0,external_node_child_process_.spawn)(call.binary, call.argv, {
        env: { ...call.env, ...family.mark },
        cwd: call.cwd,
        stdio: 'pipe',
        detached: true,
    });
    family.leads(child.pid);
    const stopping = stoppingOf(family, call);
    const read = collect(child, { tooMuch: () => stopping.stop('output'), onLine: call.onLine });
    // A program that ends without reading its input closes the pipe: its exit code tells more than EPIPE.
    child.stdin.on('error', () => undefined);
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
/** Ends a program early, for the first of several reasons. */
function stoppingOf(family, { timeoutMs, signal }) {
    let why;
    let killAt = 0;
    const timers = [];
    const stop = (reason) => {
        if (why)
            return;
        why = reason;
        killAt = performance.now() + KILL_MS;
        family.signal('SIGINT');
        timers.push(setTimeout(() => family.signal('SIGTERM'), TERMINATE_MS), setTimeout(() => family.kill(), KILL_MS));
    };
    const cancel = () => stop('cancelled');
    timers.push(setTimeout(() => stop('deadline'), timeoutMs));
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted)
        cancel();
    return {
        stop,
        why: () => why,
        /** Programs that an interrupted program has started get as long to end as the program itself. */
        end: async () => {
            while (performance.now() < killAt && family.isAlive())
                await (0,promises_.setTimeout)(POLL_MS);
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


/***/ })

};
