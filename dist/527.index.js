export const id = 527;
export const ids = [527];
export const modules = {

/***/ 1527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runProcess: () => (/* binding */ runProcess)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);

/**
 * flyctl takes half a second to release its machine leases when it is interrupted; after this long it is killed. A
 * runner kills a cancelled step after 10 s: what is left is for the report.
 */
const GRACE_MS = 7_000;
/** How long a finished process may keep its pipes open through a child that it left behind. */
const PIPES_MS = 2_000;
/** More than any recorded output by far; beyond it the process is ended. */
const OUTPUT_LIMIT = 64 * 1024 * 1024;
/**
 * Runs a program to its end. Cancelling and the deadline send SIGINT (flyctl then exits 127 and marks its release as
 * interrupted) and wait; only a process that does not go is killed. Rejects when the program cannot be started.
 */
function runProcess(call) {
    const started = performance.now();
    const { promise, resolve, reject } = Promise.withResolvers();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(call.binary, call.argv, { env: call.env, cwd: call.cwd, stdio: 'pipe' });
    let stopped;
    let killer;
    const stop = (why) => {
        if (stopped)
            return;
        stopped = why;
        child.kill('SIGINT');
        killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    };
    const cancel = () => stop('cancelled');
    const deadline = setTimeout(() => stop('deadline'), call.timeoutMs);
    call.signal?.addEventListener('abort', cancel, { once: true });
    if (call.signal?.aborted)
        cancel();
    const all = [];
    const collect = (stream) => {
        const chunks = [];
        let size = 0;
        stream.on('data', (chunk) => {
            size += chunk.length;
            if (size > OUTPUT_LIMIT)
                return stop('output');
            chunks.push(chunk);
            all.push(chunk);
        });
        return () => Buffer.concat(chunks).toString('utf8');
    };
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    // A program that ends without reading its input closes the pipe: its exit code tells more than EPIPE.
    child.stdin.on('error', () => undefined);
    child.stdin.end(call.stdin ?? '');
    const settle = () => {
        clearTimeout(deadline);
        clearTimeout(killer);
        call.signal?.removeEventListener('abort', cancel);
    };
    child.once('error', (error) => {
        settle();
        reject(error);
    });
    child.once('exit', () => {
        setTimeout(() => [child.stdout, child.stderr].forEach((pipe) => void pipe.destroy()), PIPES_MS).unref();
    });
    child.once('close', (exitCode) => {
        settle();
        const seconds = (performance.now() - started) / 1000;
        const output = Buffer.concat(all).toString('utf8');
        resolve({ exitCode, stdout: stdout(), stderr: stderr(), output, seconds, ...(stopped && { stopped }) });
    });
    return promise;
}


/***/ })

};
