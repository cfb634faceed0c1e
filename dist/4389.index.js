export const id = 4389;
export const ids = [4389];
export const modules = {
44389: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
runTar: () => (runTar)
});
var __import_0__ = __webpack_require__(81260);
var __import_1__ = __webpack_require__(78430);
const LIMIT_MS = 120_000;
async function runTar(tar, args, { env, cwd, signal }) {
const family = (0, __import_1__.rz)();
const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
limit.addEventListener('abort', family.kill, { once: true });
const chunks = [];
const exitCode = await (0, __import_0__.m)(`"${tar}"`, args, {
cwd,
env: { ...env, ...family.mark },
silent: true,
ignoreReturnCode: true,
listeners: { stderr: (chunk) => void chunks.push(chunk) },
});
limit.removeEventListener('abort', family.kill);
return { exitCode, stderr: Buffer.concat(chunks).toString('utf8') };
}
})
};
