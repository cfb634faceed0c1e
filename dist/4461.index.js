export const id = 4461;
export const ids = [4461];
export const modules = {

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

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


/***/ }),

/***/ 4541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   step: () => (/* binding */ step)
/* harmony export */ });
/* harmony import */ var _lib_process_family_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8430);
/* harmony import */ var _lib_temporary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4495);
/* harmony import */ var _report_brief_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7171);
/* harmony import */ var _run_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1265);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5674);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3251);






/** The step after its signal handlers are set: runs, and publishes the report. Returns the exit code. */
async function step(context) {
    const report = await (0,_run_run_js__WEBPACK_IMPORTED_MODULE_4__/* .run */ .e)(context);
    // flyctl keeps logs of its requests there; no later step of the job should find them.
    (0,_lib_process_family_js__WEBPACK_IMPORTED_MODULE_0__/* .endFamilies */ .e9)();
    (0,_lib_temporary_js__WEBPACK_IMPORTED_MODULE_1__/* .removeFolder */ .v)(context.scratch);
    return (0,_run_record_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCode */ .I)((0,_report_brief_js__WEBPACK_IMPORTED_MODULE_2__/* .writeInTime */ .uN)(report, (one) => (0,_publish_js__WEBPACK_IMPORTED_MODULE_5__.publish)(one, context.env, context.log)));
}


/***/ }),

/***/ 9689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ didYouMeanMetric),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   jl: () => (/* binding */ similarMetricName)
/* harmony export */ });
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1916);

/** Below this score, two metric names have nothing to do with each other. */
const LIKELY = 0.6;
/** From this score on, two metric names are those of one metric before and after a change. */
const NEARLY_SAME = 0.85;
/** Units that exporters append to a name. */
const UNIT = /^(?:seconds|milliseconds|bytes|ratio|percent)$/;
/**
 * The metric name that was probably meant: spelled almost alike (`…_gauge` for `…_count`), or made of almost the same
 * words in another order (`active_sessions` for `sessions_active`), or with a prefix or a unit (`…_duration_seconds`).
 * Undefined when no name is similar. `nearly-same`: only names that differ by a letter or two, a prefix or a unit.
 */
function similarMetricName(name, known, least = 'similar') {
    const best = closest(name, known, likeness);
    return best && best.score >= (least === 'similar' ? LIKELY : NEARLY_SAME) ? best.name : undefined;
}
/** `Did you mean "x"?` when a known name is spelled almost alike, or has almost the same words; else undefined. */
function didYouMean(given, known) {
    const best = closest(given, known, (a, b) => -Math.min((0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(a, b), (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(inOrder(a), inOrder(b))));
    if (!best)
        return undefined;
    const { length } = best.name;
    const mostTypos = length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
    return -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined;
}
/**
 * The same for the names of metrics, of which long ones have much in common without being meant: a few letters differ, or
 * the words are in another order.
 */
function didYouMeanMetric(given, known) {
    const best = closest(given, known, (a, b) => -Math.min((0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(a, b), (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(inOrder(a), inOrder(b))));
    const mostTypos = Math.max(1, Math.min(3, Math.floor(given.length / 5)));
    return best && -best.score <= mostTypos ? `Did you mean "${best.name}"?` : undefined;
}
/** The words of a name in a fixed order: `auto_machine_stop` and `auto_stop_machine` are alike. */
const inOrder = (name) => name.split('_').toSorted().join('_');
/** The known name with the highest score, the first of several; undefined when there are no names. */
function closest(name, known, score) {
    let best;
    for (const other of known) {
        const own = score(name, other);
        if (!best || own > best.score)
            best = { name: other, score: own };
    }
    return best;
}
/** From 0 to 1. A name is not similar to itself: the caller looks for another one. */
function likeness(a, b) {
    if (a === b)
        return 0;
    if (isExtended(a, b) || isExtended(b, a))
        return NEARLY_SAME;
    const spelling = 1 - (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(a, b) / Math.max(a.length, b.length);
    const [left, right] = [wordsOf(a), wordsOf(b)];
    const words = left.filter((word) => right.includes(word)).length / new Set([...left, ...right]).size;
    // The first word is the service's prefix: names of different services are not near misses of each other.
    return left[0] === right[0] ? Math.max(spelling, words) : spelling - 0.2;
}
/** Words of a metric name: OpenTelemetry separates them with dots. */
const wordsOf = (name) => name.split(/[_./]/);
/** Whether a name is another one of several words, with words in front of it or with a unit. */
function isExtended(long, short) {
    const [all, words] = [wordsOf(long), wordsOf(short)];
    if (words.length < 2 || all.length <= words.length)
        return false;
    const isUnit = all.length === words.length + 1 && UNIT.test(all.at(-1) ?? '');
    return (all.slice(-words.length).join() === words.join() || (isUnit && all.slice(0, -1).join() === words.join()));
}


/***/ })

};
