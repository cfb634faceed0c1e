export const id = 3550;
export const ids = [3550];
export const modules = {
93550: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__, {
acceptance: () => (acceptance),
matchesWildcard: () => (matchesWildcard)
});
var __import_0__ = __webpack_require__(51328);
const NEVER = /^(?:target-none|verification-.*)$/;
function acceptance(accept, now) {
const today = now.toISOString().slice(0, 10);
const used = new Set();
const matching = (code, subject) => {
const all = accept.filter((one) => one.code === code && matchesWildcard(one.subject, subject));
for (const one of all)
used.add(one);
return all.find(({ until }) => until >= today);
};
return {
of({ code, subject, members = [subject] }) {
if (NEVER.test(code))
return undefined;
const each = members.map((member) => matching(code, member));
return matching(code, subject) ?? (each.every((one) => one !== undefined) ? each[0] : undefined);
},
warnings: () => accept.flatMap((one) => {
if (one.until < today && used.has(one))
return expired(one);
return used.has(one) ? [] : unused(one);
}),
};
}
const nameOf = ({ code, subject }) => `\`verify.accept\` names ${(0, __import_0__.T)(code)} of ${(0, __import_0__.T)(subject)}`;
const expired = (one) => ({
code: 'accept-expired',
severity: 'warning',
message: `${nameOf(one)}, and this exception expired on ${one.until}: the claim counts again.`,
hint: 'Correct what is wrong, or set a later `until`.',
});
const unused = (one) => ({
code: 'accept-unused',
severity: 'warning',
message: `${nameOf(one)}, which does not match anything that is unproven.`,
hint: 'Remove the entry if the claim holds now; otherwise copy code and subject from the report.',
});
function matchesWildcard(pattern, text) {
const [first = '', ...rest] = pattern.split('*');
const last = rest.pop();
if (last === undefined)
return text === first;
if (!text.startsWith(first))
return false;
let at = first.length;
for (const part of rest) {
const found = text.indexOf(part, at);
if (found < 0)
return false;
at = found + part.length;
}
return text.length - last.length >= at && text.endsWith(last);
}
})
};
