export const id = 377;
export const ids = [377];
export const modules = {

/***/ 8377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runProcess: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8500);
/* harmony import */ var _process_family_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8430);



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
    const family = (0,_process_family_js__WEBPACK_IMPORTED_MODULE_2__/* .newFamily */ .rz)();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(call.binary, call.argv, {
        env: { ...call.env, ...family.mark },
        cwd: call.cwd,
        stdio: 'pipe',
        detached: true,
    });
    family.leads(child.pid);
    const stopping = stoppingOf(family, call);
    const read = collect(child, () => stopping.stop('output'));
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
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(POLL_MS);
            family.kill();
        },
        forget: () => {
            for (const timer of timers)
                clearTimeout(timer);
            signal?.removeEventListener('abort', cancel);
        },
    };
}
/** Collects the output; `tooMuch` is called when it exceeds the limit. */
function collect(child, tooMuch) {
    const all = [];
    const keep = (stream) => {
        const chunks = [];
        let size = 0;
        stream.on('data', (chunk) => {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                return tooMuch();
            chunks.push(chunk);
            all.push(chunk);
        });
        return chunks;
    };
    const [stdout, stderr] = [keep(child.stdout), keep(child.stderr)];
    const text = (chunks) => Buffer.concat(chunks).toString('utf8');
    return () => ({ stdout: text(stdout), stderr: text(stderr), output: text(all) });
}


/***/ })

};
