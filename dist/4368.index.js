export const id = 4368;
export const ids = [4368];
export const modules = {
    21916: ((__unused_webpack_module, exports) => {
        var __webpack_unused_export__;
        __webpack_unused_export__ = true;
        exports.Io = __webpack_unused_export__ = void 0;
        var peq = new Uint32Array(0x10000);
        var myers_32 = function (a, b) {
            var n = a.length;
            var m = b.length;
            var lst = 1 << (n - 1);
            var pv = -1;
            var mv = 0;
            var sc = n;
            var i = n;
            while (i--) {
                peq[a.charCodeAt(i)] |= 1 << i;
            }
            for (i = 0; i < m; i++) {
                var eq = peq[b.charCodeAt(i)];
                var xv = eq | mv;
                eq |= ((eq & pv) + pv) ^ pv;
                mv |= ~(eq | pv);
                pv &= eq;
                if (mv & lst) {
                    sc++;
                }
                if (pv & lst) {
                    sc--;
                }
                mv = (mv << 1) | 1;
                pv = (pv << 1) | ~(xv | mv);
                mv &= xv;
            }
            i = n;
            while (i--) {
                peq[a.charCodeAt(i)] = 0;
            }
            return sc;
        };
        var myers_x = function (b, a) {
            var n = a.length;
            var m = b.length;
            var mhc = [];
            var phc = [];
            var hsize = Math.ceil(n / 32);
            var vsize = Math.ceil(m / 32);
            for (var i = 0; i < hsize; i++) {
                phc[i] = -1;
                mhc[i] = 0;
            }
            var j = 0;
            for (; j < vsize - 1; j++) {
                var mv_1 = 0;
                var pv_1 = -1;
                var start_1 = j * 32;
                var vlen_1 = Math.min(32, m) + start_1;
                for (var k = start_1; k < vlen_1; k++) {
                    peq[b.charCodeAt(k)] |= 1 << k;
                }
                for (var i = 0; i < n; i++) {
                    var eq = peq[a.charCodeAt(i)];
                    var pb = (phc[(i / 32) | 0] >>> i) & 1;
                    var mb = (mhc[(i / 32) | 0] >>> i) & 1;
                    var xv = eq | mv_1;
                    var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
                    var ph = mv_1 | ~(xh | pv_1);
                    var mh = pv_1 & xh;
                    if ((ph >>> 31) ^ pb) {
                        phc[(i / 32) | 0] ^= 1 << i;
                    }
                    if ((mh >>> 31) ^ mb) {
                        mhc[(i / 32) | 0] ^= 1 << i;
                    }
                    ph = (ph << 1) | pb;
                    mh = (mh << 1) | mb;
                    pv_1 = mh | ~(xv | ph);
                    mv_1 = ph & xv;
                }
                for (var k = start_1; k < vlen_1; k++) {
                    peq[b.charCodeAt(k)] = 0;
                }
            }
            var mv = 0;
            var pv = -1;
            var start = j * 32;
            var vlen = Math.min(32, m - start) + start;
            for (var k = start; k < vlen; k++) {
                peq[b.charCodeAt(k)] |= 1 << k;
            }
            var score = m;
            for (var i = 0; i < n; i++) {
                var eq = peq[a.charCodeAt(i)];
                var pb = (phc[(i / 32) | 0] >>> i) & 1;
                var mb = (mhc[(i / 32) | 0] >>> i) & 1;
                var xv = eq | mv;
                var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
                var ph = mv | ~(xh | pv);
                var mh = pv & xh;
                score += (ph >>> (m - 1)) & 1;
                score -= (mh >>> (m - 1)) & 1;
                if ((ph >>> 31) ^ pb) {
                    phc[(i / 32) | 0] ^= 1 << i;
                }
                if ((mh >>> 31) ^ mb) {
                    mhc[(i / 32) | 0] ^= 1 << i;
                }
                ph = (ph << 1) | pb;
                mh = (mh << 1) | mb;
                pv = mh | ~(xv | ph);
                mv = ph & xv;
            }
            for (var k = start; k < vlen; k++) {
                peq[b.charCodeAt(k)] = 0;
            }
            return score;
        };
        var distance = function (a, b) {
            if (a.length < b.length) {
                var tmp = b;
                b = a;
                a = tmp;
            }
            if (b.length === 0) {
                return a.length;
            }
            if (a.length <= 32) {
                return myers_32(a, b);
            }
            return myers_x(a, b);
        };
        exports.Io = distance;
        var closest = function (str, arr) {
            var min_distance = Infinity;
            var min_index = 0;
            for (var i = 0; i < arr.length; i++) {
                var dist = distance(str, arr[i]);
                if (dist < min_distance) {
                    min_distance = dist;
                    min_index = i;
                }
            }
            return arr[min_index];
        };
        __webpack_unused_export__ = closest;
    }),
    82728: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.r(__webpack_exports__);
        __webpack_require__.d(__webpack_exports__, {
            finish: () => (finish),
            step: () => (step)
        });
        var process_family = __webpack_require__(78430);
        var temporary = __webpack_require__(4495);
        var brief = __webpack_require__(7171);
        var record = __webpack_require__(21265);
        var run = __webpack_require__(55674);
        var github = __webpack_require__(91941);
        var github_event = __webpack_require__(17751);
        var github_publication = __webpack_require__(52749);
        var refusal = __webpack_require__(60539);
        var errors = __webpack_require__(61469);
        var lib_text = __webpack_require__(94869);
        ;
        function notWritten(all) {
            const found = all.map(({ part, error }) => ({ part, ...explain(part, error) }));
            const causes = Map.groupBy(found, ({ why, hint }) => `${why}\n${hint}`);
            return [...causes.values()].map((group) => {
                const [{ why = '', hint = '' } = {}] = group;
                return warning(`${namesOf(group.map(({ part }) => part))} not written: ${why}.`, hint);
            });
        }
        function explain({ permission, without }, error) {
            const inSummary = 'The result is in the job summary.';
            if (!(error instanceof refusal.ke))
                return { why: (0, lib_text.TN)((0, errors.bD)(error), 300), hint: inSummary };
            const add = `Add \`${permission}\` to \`permissions\` of the job, or \`${without}\` to the step.`;
            const hints = {
                permission: add,
                missing: add,
                credentials: `Set \`github-token\` to a token that is valid; by default it is \`\${{ github.token }}\`.`,
                busy: 'This token or account has sent too many requests. The next run reports again.',
                unclear: `The next run reports again. ${inSummary}`,
                refused: inSummary,
            };
            return { why: error.message, hint: hints[error.kind] };
        }
        const readOnlyToken = (parts) => warning(`${namesOf(parts)} not written: the token of a pull request from a fork may only read.`, `The result is in the job summary. To write it only for other pull requests, add \`comment: \${{ !github.event.pull_request.head.repo.fork }}\` to the step.`);
        const emptyToken = (parts) => warning(`${namesOf(parts)} not written: \`github-token\` is empty.`, `Remove the input to use the token of the workflow (\`github-token: \${{ github.token }}\`).`);
        const namesOf = (parts) => `${parts.map(({ name }, i) => (i === 0 ? name : name.replace(/^The/, 'the'))).join(' and ')} ${parts.length === 1 ? 'was' : 'were'}`;
        const warning = (message, hint) => ({
            code: 'github-not-reported',
            severity: 'warning',
            message,
            hint,
        });
        ;
        const PATIENCE_MS = 90_000;
        async function publishToGitHub(all) {
            const { env, log, signal } = all;
            const inputs = (0, github.d)((0, github_publication.cP)(env), () => undefined);
            const parts = partsFor(inputs, (0, github_event.t)(env), (0, github_publication.p8)(env));
            if (parts.length === 0 || signal.aborted)
                return;
            const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
            const writing = write(parts, inputs, { ...all, signal: patience });
            const late = new Promise((resolve) => {
                patience.addEventListener('abort', () => resolve([]), { once: true });
            });
            for (const problem of await Promise.race([writing, late]))
                log.problem(problem);
        }
        function partsFor(inputs, run, mode) {
            if (!run)
                return [];
            const pull = run.pullRequest;
            const isPull = pull !== undefined || run.event === 'merge_group';
            const wanted = {
                comment: inputs.comment && pull !== undefined,
                'check-run': inputs.checkRun && run.commit !== '',
                issue: inputs.issue && mode === 'verify' && !isPull,
            };
            const name = {
                comment: `The comment on pull request #${pull?.number}`,
                'check-run': 'The check run',
                issue: 'The issue',
            };
            return ['comment', 'check-run', 'issue']
                .filter((kind) => wanted[kind])
                .map((kind) => ({ kind, run, name: name[kind], ...NEEDS[kind] }));
        }
        const NEEDS = {
            comment: { permission: 'pull-requests: write', without: 'comment: false' },
            'check-run': { permission: 'checks: write', without: 'check-run: false' },
            issue: { permission: 'issues: write', without: 'issue: false' },
        };
        async function write(parts, { token }, { env, log, signal, ...result }) {
            const run = parts[0]?.run;
            if (!run)
                return [];
            if (run.pullRequest?.isReadOnly)
                return [readOnlyToken(parts)];
            if (token === undefined)
                return [emptyToken(parts)];
            const until = Date.now() + PATIENCE_MS;
            const open = async () => {
                const [{ createPool }, { createGitHub }] = await Promise.all([
                    __webpack_require__.e(9874).then(__webpack_require__.bind(__webpack_require__, 69874)),
                    Promise.all([__webpack_require__.e(2413), __webpack_require__.e(3572)]).then(__webpack_require__.bind(__webpack_require__, 23572)),
                ]);
                const server = { apiUrl: run.apiUrl, token, pool: createPool(env), signal, until };
                return createGitHub(server, run.repository);
            };
            const opening = open();
            const { writers } = await __webpack_require__.e(1931).then(__webpack_require__.bind(__webpack_require__, 51931));
            const publication = (0, github_publication.MV)(env, run);
            const unwritten = parts.map(async (part) => {
                try {
                    const done = await writers[part.kind](await opening, { ...result, publication, run });
                    if (done !== undefined)
                        log.info(`${part.name} ${done}`);
                    return [];
                }
                catch (error) {
                    return [{ part, error }];
                }
            });
            return notWritten((await Promise.all(unwritten)).flat());
        }
        var publish = __webpack_require__(32056);
        ;
        async function step(context) {
            const report = await (0, run.e)(context);
            (0, process_family.e9)();
            (0, temporary.v)(context.scratch);
            return (0, brief.uN)(report, (one) => (0, publish.publish)(one, context.env, context.log));
        }
        async function finish(report, { env, log, signal }) {
            const code = (0, record.I)(report);
            await publishToGitHub({ report, isFailed: code !== 0, env, log, signal });
            return code;
        }
    }),
    60539: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            Of: () => (refusalOf),
            a5: () => (isRateLimit),
            ke: () => (GitHubRefusal)
        });
        var _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61469);
        var _lib_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(94869);
        class GitHubRefusal extends Error {
            name = 'GitHubRefusal';
            kind;
            constructor(kind, message, options) {
                super(message, options);
                this.kind = kind;
            }
        }
        function refusalOf(error) {
            if (error instanceof GitHubRefusal)
                return error;
            const { status, cause, response } = (error ?? {});
            if (status === undefined || response === undefined)
                return unclear(cause ?? error);
            const { message } = (response.data ?? {});
            const said = typeof message === 'string' && message !== '' ? `: ${(0, _lib_text_js__WEBPACK_IMPORTED_MODULE_1__.TN)(message, 300)}` : '';
            return new GitHubRefusal(kindOf(status, said, response.headers), `GitHub answers ${status}${said}`, {
                cause: error,
            });
        }
        function kindOf(status, said, headers) {
            if (isRateLimit(status, said, headers))
                return 'busy';
            if (status === 401)
                return 'credentials';
            if (status === 403)
                return /\block|archived/i.test(said) ? 'refused' : 'permission';
            if (status === 404)
                return 'missing';
            return status >= 500 ? 'unclear' : 'refused';
        }
        const isRateLimit = (status, text, headers = {}) => status === 429 ||
            (status === 403 &&
                (headers['retry-after'] !== undefined ||
                    headers['x-ratelimit-remaining'] === '0' ||
                    /rate limit|abuse detection/i.test(text)));
        function unclear(cause) {
            const isLate = cause instanceof Error && /^(?:Abort|Timeout)Error$/.test(cause.name);
            const why = isLate ? 'GitHub does not answer in time' : (0, _lib_text_js__WEBPACK_IMPORTED_MODULE_1__.TN)((0, _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.bD)(cause), 300);
            const isOurs = cause instanceof _lib_errors_js__WEBPACK_IMPORTED_MODULE_0__.lZ || isLate;
            return new GitHubRefusal('unclear', isOurs ? why : `GitHub cannot be reached: ${why}`, { cause });
        }
    }),
    9689: ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
        __webpack_require__.d(__webpack_exports__, {
            MD: () => (didYouMeanMetric),
            au: () => (didYouMean),
            jl: () => (similarMetricName)
        });
        var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21916);
        const LIKELY = 0.6;
        const NEARLY_SAME = 0.85;
        const UNIT = /^(?:seconds|milliseconds|bytes|ratio|percent)$/;
        function similarMetricName(name, known, least = 'similar') {
            const best = closest(name, known, likeness);
            return best && best.score >= (least === 'similar' ? LIKELY : NEARLY_SAME) ? best.name : undefined;
        }
        function didYouMean(given, known) {
            const best = closest(given, known, (a, b) => -Math.min((0, fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__.Io)(a, b), (0, fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__.Io)(inOrder(a), inOrder(b))));
            if (!best)
                return undefined;
            const { length } = best.name;
            const mostTypos = length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
            return -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined;
        }
        function didYouMeanMetric(given, known) {
            const best = closest(given, known, (a, b) => -Math.min((0, fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__.Io)(a, b), (0, fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__.Io)(inOrder(a), inOrder(b))));
            const mostTypos = Math.max(1, Math.min(3, Math.floor(given.length / 5)));
            return best && -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined;
        }
        const inOrder = (name) => name.split('_').toSorted().join('_');
        function closest(name, known, score) {
            let best;
            for (const other of known) {
                const own = score(name, other);
                if (!best || own > best.score)
                    best = { name: other, score: own };
            }
            return best;
        }
        function likeness(a, b) {
            if (a === b)
                return 0;
            if (isExtended(a, b) || isExtended(b, a))
                return NEARLY_SAME;
            const spelling = 1 - (0, fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__.Io)(a, b) / Math.max(a.length, b.length);
            const [left, right] = [wordsOf(a), wordsOf(b)];
            const words = left.filter((word) => right.includes(word)).length / new Set([...left, ...right]).size;
            return left[0] === right[0] ? Math.max(spelling, words) : spelling - 0.2;
        }
        const wordsOf = (name) => name.split(/[_./]/);
        function isExtended(long, short) {
            const [all, words] = [wordsOf(long), wordsOf(short)];
            if (words.length < 2 || all.length <= words.length)
                return false;
            const isUnit = all.length === words.length + 1 && UNIT.test(all.at(-1) ?? '');
            return (all.slice(-words.length).join() === words.join() || (isUnit && all.slice(0, -1).join() === words.join()));
        }
    })
};
