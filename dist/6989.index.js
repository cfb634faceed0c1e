export const id = 6989;
export const ids = [6989];
export const modules = {
69547: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
m: () => (flyctlEnvironment)
});
var __import_0__ = __webpack_require__(51260);
const PASSED = /^(?:FLY_.*|PATH|HOME|USER|LOGNAME|TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*|CI|GITHUB_(?:ACTIONS|REPOSITORY|SHA|REF|REF_NAME|RUN_ID|SERVER_URL)|SSL_CERT_(?:FILE|DIR)|RUNNER_TRACKING_ID|DOCKER_.*|BUILDKIT_.*|BUILDX_.*|SYSTEMROOT)$/i;
const REFUSED = new Set(['FLY_ACCESS_TOKEN', 'FLY_GHA_ERROR_ANNOTATION', 'FLY_JSON', 'FLY_APP']);
const TRACE_COLLECTOR = '255.255.255.255';
const QUIET = {
FLY_SEND_METRICS: '0',
FLY_NO_UPDATE_CHECK: '1',
FLY_NO_INCIDENTS_CHECK: '1',
FLY_SYNTHETICS_AGENT: '0',
};
function flyctlEnvironment(own, given) {
const env = { ...QUIET };
for (const [name, value] of Object.entries(own))
if (value !== undefined && PASSED.test(name) && !REFUSED.has(name))
env[name] = value;
return {
...env,
...proxiesOf(own),
FLY_TRACE_COLLECTOR_URL: TRACE_COLLECTOR,
FLY_API_TOKEN: given.token,
FLY_CONFIG_DIR: given.configDir,
NO_COLOR: '1',
};
}
function proxiesOf(own) {
const proxies = (0, __import_0__.e)(own);
if (proxies.HTTP_PROXY === undefined)
return proxies;
return { ...proxies, NO_PROXY: [proxies.NO_PROXY, TRACE_COLLECTOR].filter(Boolean).join(',') };
}
}),
18889: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K1: () => (ending),
MC: () => (plainOutput),
cT: () => (withoutSecrets),
fe: () => (shownOutput),
kc: () => (errorText)
});
var __import_0__ = __webpack_require__(67209);
var __import_1__ = __webpack_require__(94869);
function plainOutput(text) {
return (0, __import_1__.Lx)(text).replace(/\r\n?/g, '\n');
}
const SHOWN_CHARACTERS = 1_000_000;
const shownOutput = (text) => text.length > SHOWN_CHARACTERS ? `\u2026\n${(0, __import_0__.jD)(text.slice(-SHOWN_CHARACTERS))}` : (0, __import_0__.jD)(text);
const withoutSecrets = (raw) => ({
...raw,
get stderr() {
return shownOutput(raw.stderr);
},
get output() {
return shownOutput(raw.output);
},
});
const ENDING = 100_000;
const LINE = 2_000;
const ending = (text) => plainOutput(text.slice(-ENDING))
.split('\n')
.map((line) => (0, __import_1__.Jj)(line, LINE))
.join('\n');
function errorText(stderr) {
const lines = ending(stderr).split('\n');
const [, said] = lines.map((line) => /^Error: (.*)/.exec(line)).findLast((found) => found) ??
lines.map((line) => /Error: (.*)/.exec(line)).findLast((found) => found) ??
[];
if (said === undefined)
return undefined;
const text = said.replace(/failed to run .*\}: /, '').replace(/ \((?:Request|Trace) ID: [^)]*\)/g, '');
return (0, __import_1__.TN)(text, 300);
}
}),
83721: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
W: () => (runValidator)
});
var __import_0__ = __webpack_require__(58500);
const LIMIT_MS = 30_000;
const GRACE_MS = 500;
const BOUNDED = 'ulimit -c 0 2>/dev/null; ulimit -d 1048576 2>/dev/null; ulimit -t 30 2>/dev/null; exec "$0" "$@"';
async function runValidator({ binary, argv, until, signal, ...call }) {
signal.throwIfAborted();
const timeoutMs = Math.min(LIMIT_MS, until - Date.now());
if (timeoutMs <= 0)
return { kind: 'not-checked', why: 'The time was up.' };
const { runProcess } = await __webpack_require__.e(662).then(__webpack_require__.bind(__webpack_require__, 70662));
const run = runProcess({
...call,
binary: '/bin/sh',
argv: ['-c', BOUNDED, binary, ...argv],
timeoutMs,
signal,
});
const over = new AbortController();
const late = (0, __import_0__.setTimeout)(timeoutMs + GRACE_MS, undefined, { signal: over.signal }).catch(() => undefined);
try {
const result = await Promise.race([run.catch(() => undefined), late]);
if (!result || result.stopped === 'deadline')
return { kind: 'not-checked', why: `It did not end within ${Math.ceil(timeoutMs / 1_000)} s.` };
if (result.exitCode === 0 && !result.stopped)
return { kind: 'fine' };
return result.exitCode === 1 && !result.stopped
? { kind: 'refused', output: result.output }
: { kind: 'not-checked', why: 'It ended without an answer, or needed too much memory or time.' };
}
finally {
over.abort();
}
}
}),
62237: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
A: () => (declaredMetrics)
});
function declaredMetrics(service) {
return Object.entries(service.metrics).map(([name, entry]) => typeof entry === 'string'
? { name, type: entry, expect: 'always', labels: [] }
: { name, ...entry, labels: entry.labels ?? [] });
}
}),
47660: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Eu: () => (pipelineDeploysIn),
FL: () => (isInstruction),
Kh: () => (isScript),
U0: () => (withoutExpressions),
US: () => (locatedIn),
bd: () => (withoutDeploys),
ef: () => (dependsOnRun),
fx: () => (BUILDING),
l5: () => (asCommands),
qU: () => (deploysIn),
uf: () => (byLine),
wz: () => (isDocument)
});
var __import_0__ = __webpack_require__(76760);
var __import_1__ = __webpack_require__(31842);
const dependsOnRun = (text) => text.includes('*');
const FLY_DEPLOY = /(?:^|[\s;&|("'])(?:[\w~.*-]*\/(?:[\w.*-]+\/)*)?(?:flyctl|fly)["']?((?:[ \t]+--?[\w-]+(?:(?:=|[ \t]+)[^\s-]\S*)?){0,8})[ \t]+deploy\b(?![^\n;&|]*--build-only)([^\n;&|]*)/g;
const CHANGING = /(?<=\s)--(?:(?:image|image-label|build-arg|build-secret|build-target|ignorefile|env|strategy|max-unavailable|process-groups|(?:only-|exclude-|primary-)?regions?|exclude-machines|vm-[\w-]+|volume-initial-size|file-(?:local|literal|secret)|nixpacks|buildpacks-[\w-]+|flycast|no-public-ips|skip-release-command|update-only)(?=[\s=]|$)|(?:ha|smoke-checks)=false\b)/g;
const BUILDING = /^--(?:image$|nixpacks|buildpacks)/;
const flagIn = (given, names) => new RegExp(`(?:^|\\s)(?:${names})(?:\\s+|=)["']?([^\\s"'()]+)`).exec(given)?.[1];
const SWITCH = /^(?:-[hy]|--(?:build-only|buildkit|debug|detach|dns-checks|flycast|ha|help|https-failover|local-only|nixpacks|no-cache|no-public-ips|now|push|recreate-builder|remote-only|skip-release-command|smoke-checks|update-only|verbose|wg|yes))$/;
const OUTPUT = /(^|[\s;&|(])(?:echo|printf|grep|egrep|rg)[ \t](?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\$\([^()\n]*\)|[^\n;&|"'()])*/g;
const COMMENT = /(^|[\s;])#[^\n]*/gm;
const withoutOutput = (script) => script.replace(COMMENT, '$1').replace(OUTPUT, '$1 ');
const withoutDeploys = (script) => withoutOutput(script).replace(FLY_DEPLOY, ' ');
const MOVE = /(?<=^|[\s;&|(])(?:cd|pushd)[ \t]+["']?([^\s"';&|()]+)|[()]/g;
const WORKSPACE = /\$\{\{\s*github\.workspace\s*\}\}|\$\{?GITHUB_WORKSPACE\b\}?/g;
const EXPRESSION = /\$\{\{[^}\n]{0,200}\}\}|\$\{\w+[^{}\n]{0,200}\}|\$\w+/g;
const SUBSTITUTION = /`[^`\n]*`|\$\([^()\n]*\)/g;
const withoutExpressions = (text) => text
.replace(WORKSPACE, '/')
.replace(SUBSTITUTION, (command) => {
if (/\bdeploy\b/.test(command))
return command;
return /git\s+rev-parse\s+--show-toplevel/.test(command) ? '/' : '*';
})
.replace(EXPRESSION, '*');
const MAX_COMMANDS = 50;
function deploysIn(text, folder) {
const script = withoutOutput(text);
const found = [...script.matchAll(FLY_DEPLOY)].slice(0, MAX_COMMANDS).map((one) => {
const before = script.slice(0, one.index + 1);
const line = before.split('\n').length - 1;
const makes = madeBefore(before);
return { ...deployOf(one, folderAt(before, folder)), ...(makes.length > 0 && { makes }), line };
});
return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}
const MAKES = /^(?:sudo[ \t]+)?(?:(?:cp|mv|ln|rsync|tar|unzip|envsubst)[ \t]|(?:\.\/)?(?:npm|pnpm|yarn|bun|make|just|task|cargo|go|mix|mvnw?|gradlew?|turbo|nx|deno|trunk)[ \t](?:[^\n]{0,100}[ \t:])?(?:build|package|assemble|bundle)\b)/;
const MOST_MADE = 3;
const madeBefore = (script) => [
...new Set(script
.split(/[\n;&|()]+/)
.map((command) => command.trim())
.filter((command) => command.length < 100 && MAKES.test(command))),
].slice(-MOST_MADE);
function deployOf([, flags = '', rest = ''], folder) {
const given = `${flags} ${rest}`;
const argument = argumentOf(rest) ?? '.';
const from = resolve(folder, argument);
const config = flagIn(given, '--config|-c') ?? '.';
const isFile = /\.(?:toml|json|ya?ml)$/.test(config) || /[*\p{Co}]$/u.test(config);
const unsure = argument === '*';
const path = isFile ? config : __import_0__.posix.join(config, 'fly.toml');
const dockerfile = flagIn(given, '--dockerfile');
const buildArgs = [...given.matchAll(/\s--build-arg(?:\s+|=)["']?(\w+)/g)].flatMap(([, name = []]) => name);
return {
folder: from,
config: unsure ? `**${resolve('.', path)}` : resolve(from, path),
app: flagIn(given, '--app|-a'),
dockerfile: dockerfile === undefined ? undefined : resolve(from, dockerfile),
options: [...new Set(given.match(CHANGING) ?? [])],
...(buildArgs.length > 0 && { buildArgs }),
image: flagIn(given, '--image'),
};
}
function argumentOf(rest) {
const words = rest.split(/\s+/).filter((word) => word !== '');
const at = words.findIndex((word, i) => {
const before = words[i - 1] ?? '';
const isValue = before.startsWith('-') && !before.includes('=') && !SWITCH.test(before);
return !word.startsWith('-') && !isValue;
});
const folder = words[at]?.replace(/^["']|["')]+$/g, '');
return folder !== undefined && /^[\p{L}\p{N}\p{Co}_./*-]+$/u.test(folder) ? folder : undefined;
}
function folderAt(script, folder) {
const outer = [];
let [current, previous] = [resolve('.', folder), resolve('.', folder)];
for (const [token, target] of script.matchAll(MOVE)) {
if (token === '(')
outer.push(current);
else if (token === ')')
current = outer.pop() ?? current;
else if (target === '-')
[current, previous] = [previous, current];
else if (target !== undefined)
[current, previous] = [resolve(current, target), current];
}
return current;
}
const resolve = (folder, path) => __import_0__.posix.resolve('/', path.startsWith('~/') ? '' : folder, path).slice(1) || '.';
const MAX_LINE = 2000;
const pipelineDeploysIn = (file) => locatedIn(file, byLine(file.text, '.'));
const isScript = (path) => /(?:^|\/)(?:[\w.-]+\.(?:sh|bash|nix|ps1|bat|cmd)|(?:GNU)?[Mm]akefile|[Jj]ustfile|Taskfile\.ya?ml|package\.json)$/.test(path) && !/(?:^|\/)test[_-][^/]*$|[_.-]test\.(?:sh|bash|ps1)$/.test(path);
const isInstruction = (path) => /(?:^|\/)(?:README|DEPLOY\w*|RUNBOOK|OPERATIONS)[\w.-]*\.md$/i.test(path);
const isDocument = (path) => /(?:^|\/)docs?\/.{0,200}\.md$/i.test(path) &&
!/(?:^|[/_-])(?:plans?|specs?|adrs?|rfcs?)(?=[/._-])/i.test(path);
const asCommands = (text) => text
.replace(/^([ \t]+)(?:@-?|-@)(?=[ \t]*[\w({$])/gm, '$1')
.replace(/\$\((\w+)\)|\{\{[ \t]*\.?(\w+)[ \t]*\}\}/g, (_, make, just) => `\${${make ?? just}}`);
const byLine = (text, folder) => (0, __import_1__.$)(text)
.split(/\r?\n/)
.flatMap((command, line) => /^\s*(?:#|\/\/)/.test(command) || command.length > MAX_LINE
? []
: deploysIn(withoutExpressions(command), folder).map((deploy) => ({ ...deploy, line })));
const locatedIn = ({ file }, deploys) => deploys.map(({ line, ...deploy }) => ({
...deploy,
at: { file, line: line + 1, column: 1 },
job: '',
matrix: undefined,
onPush: true,
}));
}),
28823: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
J: () => (OUR_GROUP),
X: () => (deployGroup)
});
var __import_0__ = __webpack_require__(44321);
const EXPRESSION = /\$\{\{(?:[^}]|\}(?!\})){0,400}\}\}/g;
const GROUP = /\b(?:group|concurrency):[ \t]*["']?([^\s"',{}#]+)/g;
const OUR_GROUP = 'fly-production';
function deployGroup(app, others) {
const taken = others.flatMap((text) => [...text.replace(EXPRESSION, '*').matchAll(GROUP)].flatMap(([, group = '']) => /\w/.test(group) ? group.toLowerCase() : []));
const last = `deploy-monitoring-${app}`;
return [OUR_GROUP, `fly-${app}`, last].find((name) => !taken.some((one) => (0, __import_0__.m)(one, name))) ?? last;
}
}),
50694: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
DF: () => (variablesIn),
EE: () => (ARGUMENT),
FU: () => (earlierValues),
tV: () => (withValues)
});
var __import_0__ = __webpack_require__(76760);
const VARIABLE = /\$(?:\{(\w+|[@*])(?:\[[@*]\])?(?::?([-=?+]|%%?|##?)([^{}]*))?\}|(\w+|[@*]))/g;
const ALL = /"(\$\{\w+\[@\]\}|\$@)"/g;
const KEYS = /"?\$\{!(\w+)\[[@*]\]\}"?/g;
const ELEMENT = /\$\{(\w+)\[(?:(\w+)|\$(\w+)|\$\{(\w+)\})\]\}/g;
const entriesOf = (words) => words
.split(' ')
.filter((word) => word !== '')
.map((word, i) => {
const [, key = String(i), value = word] = /^\[([^\]]*)\]=(.*)$/.exec(word) ?? [];
return [key, value];
});
const variablesIn = (text) => [...text.matchAll(VARIABLE)].flatMap(([, a, , , b]) => a ?? b ?? []);
const FOLDER = /\$\(cd[ \t]+"?(\/[\w./-]*)"?[^()\n]*pwd[^()\n]*\)|\$\(dirname[ \t]+"?(\/[\w./-]*)"?\)/g;
const PROGRAM = /\$\((?:command -v|which)[ \t]+([\w-]+)[^()\n]*\)/g;
function withValues(text, { variables, args }, branch) {
const value = (name) => {
if (name === '@' || name === '*')
return args?.join(' ');
if (/^[1-9]\d?$/.test(name))
return args && (args[Number(name) - 1] ?? '');
const values = variables.get(name);
if (branch === undefined && values !== undefined && values.length > 1)
return '*';
return values?.[branch ?? 0] ?? values?.at(-1);
};
const element = (all, list, word, a, b) => {
const key = value(a ?? b ?? word ?? '') ?? word;
const entries = variables.has(list) ? entriesOf(value(list) ?? '') : undefined;
return entries?.find(([one]) => one === key)?.[1] ?? (entries && key !== undefined ? '*' : all);
};
return text
.replace(KEYS, (all, list) => {
const words = value(list);
return words === undefined
? all
: entriesOf(words)
.map(([key]) => key)
.join(' ');
})
.replace(ELEMENT, element)
.replace(ALL, '$1')
.replace(VARIABLE, (all, braced, operator = '', operand = '', plain) => {
const found = value(braced ?? plain ?? '');
if (/[-=]/.test(operator))
return found || operand;
return found === undefined ? all : cut(found, operator, operand);
})
.replace(PROGRAM, '$1')
.replace(FOLDER, (_, folder, below) => folder ?? __import_0__.posix.dirname(below ?? '/'));
}
function cut(value, operator, pattern) {
if (!/^[%#]/.test(operator))
return value;
const mark = pattern.replace('*', '');
if (mark === '' || pattern === mark || mark.includes('*'))
return value === '' ? '' : '*';
const at = /^(?:%%|#)$/.test(operator) ? value.indexOf(mark) : value.lastIndexOf(mark);
if (at === -1)
return value;
return operator.startsWith('%') ? value.slice(0, at) : value.slice(at + mark.length);
}
const ARGUMENT = /^"?(?:\$[1-9]|\$\{[1-9])/;
function earlierValues(all = [], { written, value, args }) {
const isGiven = value !== '' && args !== undefined && ARGUMENT.test(written);
return isGiven ? all.filter((one) => one !== '') : all;
}
}),
31842: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (withoutContinuations),
H: () => (expandShell)
});
var __import_0__ = __webpack_require__(76760);
var __import_2__ = __webpack_require__(67481);
var __import_1__ = __webpack_require__(50694);
const MAX_TEXT = 200_000;
const MAX_DEPTH = 5;
const MAX_VALUE = 2_000;
function expandShell(text, { own, args, variables: given = new Map() }) {
const shell = { functions: new Map(), room: MAX_TEXT };
const variables = new Map([...given].map(([name, value]) => [name, [value]]));
const script = withoutContinuations(withoutTexts(text));
const known = own === undefined ? script : script.replace(OWN, (_, more = '') => __import_0__.posix.join('/', own, more));
const lines = run(known.split('\n'), { variables, args }, { shell, depth: 0 });
for (const { body, line, isCalled } of shell.functions.values())
if (!isCalled)
lines[line] = `(${run(body, { variables, args: undefined }, { shell, depth: 1 }).join('; ')})`;
return lines.join('\n');
}
const withoutContinuations = (text) => text.replace(/(?<![^\n])(?:[^\n]*\\\r?\n)+[^\n]*/g, (lines) => {
const parts = lines.split(/\\\r?\n/);
return `${parts.join(' ')}${'\n'.repeat(parts.length - 1)}`;
});
function withoutTexts(text) {
const lines = text
.slice(0, MAX_TEXT)
.replace(/(^|[ \t;])#[^\n]*/gm, '$1')
.split('\n');
const ends = new Set(lines.map((line) => line.trim()));
let end;
return lines
.map((line) => {
if (end !== undefined) {
if (line.trim() === end)
end = undefined;
return '';
}
const name = /(?<!<)<<-?[ \t]?["']?([A-Za-z_]\w*)/.exec(line)?.[1];
if (name !== undefined && ends.has(name))
end = name;
return line;
})
.join('\n');
}
const OWN = /\$\([ \t]*(?:cd[ \t]+(?:--[ \t]+)?"?)?(?:\$\([ \t]*)?dirname[ \t]+(?:--[ \t]+)?"?\$(?:0|\{0\}|\{BASH_SOURCE(?:\[0\])?\}|BASH_SOURCE)"?[ \t]*\)(?:(\/[\w./-]*)?"?[^()\n]*pwd[^()\n]*\))?/g;
const FUNCTION = /^(?:function ([\w-]+) ?(?:\( ?\))?|([\w-]+) ?\( ?\)) ?\{(.*)$/;
const LOOP = /^for (\w+) in ([^;\n]+?) ?(?:; ?(?:do\b(.*))?)?$/;
const LIST = /^(?:(?:local|declare|readonly) (?:-\w+ )?)?(\w+)(\+?)=\(([^()]*)(\)?)$/;
const WORD = String.raw `(?:"(?:[^"\\$]|\$(?!\()|\$\([^()]*\)|\\.)*"|'[^']*'|\$\([^()]*\)|\$(?!\()|[^\s;&|"'\x60()$])*`;
const ASSIGNMENT = new RegExp(String.raw `^([\w*|"'-]+\) ?)?((?:local|export|readonly|declare) (?:-\w+ )?)?((?:[ ;]*\w+=${WORD}(?=[ ;]|$))+)[ ;]*$`);
const ONE = new RegExp(String.raw `(\w+)=(${WORD})`, 'g');
const READ = /\bIFS=["']?([^"'\s])["']? read (?:-r )?([\w ]+?) ?<<< ?"?([^"\n]*)"?/;
function blockAt(lines, i) {
const [, indent = '', written = ''] = /^([ \t]*)(.*)$/.exec(lines[i] ?? '') ?? [];
const text = written.replace(/[ \t]+/g, ' ').trimEnd();
const [, named, other, short = ''] = FUNCTION.exec(text) ?? [];
const ofLines = (close, rest) => {
const isShort = rest.includes(close);
const end = isShort ? i : endOf(lines, i, `${indent}${close}`);
return { end, body: isShort ? [rest.slice(0, rest.lastIndexOf(close))] : lines.slice(i + 1, end) };
};
const name = named ?? other;
if (name !== undefined)
return { kind: 'function', name, text, isMore: false, ...ofLines('}', short) };
const [loop, each = '', words = '', rest = ''] = LOOP.exec(text) ?? [];
if (loop !== undefined)
return { kind: 'loop', name: each, text: words, isMore: false, ...ofLines('done', rest) };
const [list, key = '', plus, first = '', close] = LIST.exec(text) ?? [];
if (list === undefined)
return { kind: 'line', end: i, text, name: '', body: [], isMore: indent !== '' };
const end = close ? i : endOf(lines, i, `${indent})`);
const all = [first, ...lines.slice(i + 1, end)].join(' ');
return { kind: 'list', end, text: all, name: key, body: [], isMore: plus !== '' };
}
function endOf(lines, from, start) {
const end = lines.findIndex((line, i) => i > from && line.startsWith(start));
const any = end === -1 ? lines.findIndex((line, i) => i > from && line.trim().startsWith(start.trim())) : end;
return any === -1 ? lines.length - 1 : any;
}
function run(lines, { variables: outer, args }, level) {
const { shell, depth } = level;
shell.room -= 50 + lines.length * 10;
if (shell.room < 0)
return [...lines];
const variables = new Map(outer);
const scope = { variables, args };
const out = [];
const fill = (to) => {
while (out.length < to)
out.push('');
};
for (let i = 0; i < lines.length; i = out.length) {
const block = blockAt(lines, i);
const { kind, name, body, text, end, isMore } = block;
if (kind === 'function')
shell.functions.set(name, { body, line: depth === 0 ? i : 0, isCalled: depth > 0 });
else if (kind === 'list') {
const words = (0, __import_2__.CH)((0, __import_1__.tV)(text, scope))
.map((word) => word.replace(/\s+/g, '*'))
.join(' ')
.slice(0, MAX_VALUE);
variables.set(name, [isMore ? `${variables.get(name)?.[0] ?? ''} ${words}` : words]);
}
else if (kind === 'loop') {
fill(deployLine(block, i));
out.push(turnsOf(block, scope, level));
}
else if (!assign(text, scope, { isIndented: isMore, depth }))
out.push(oneLine(text, scope, level));
fill(end + 1);
}
return out;
}
function deployLine({ body, end }, start) {
const place = body.findIndex((one) => /\bdeploy\b/.test(one));
return end === start ? start : start + 1 + Math.max(0, place);
}
function turnsOf({ text, name, body }, { variables, args }, { shell, depth }) {
const turns = (0, __import_2__.CH)((0, __import_1__.tV)(text, { variables, args })).map((word) => run(body, { variables: new Map([...variables, [name, [word]]]), args }, { shell, depth: depth + 1 }));
const asOne = (turn) => `(${turn.filter((one) => one.trim() !== '').join('; ')})`;
return spent(turns.map(asOne), shell);
}
function assign(line, scope, { isIndented, depth }) {
const { variables } = scope;
const [read, mark = '', names = '', entry = ''] = READ.exec(line) ?? [];
if (read !== undefined) {
const parts = (0, __import_1__.tV)(entry, scope).split(mark);
for (const [i, name] of names.split(' ').entries())
variables.set(name, [parts[i] ?? '']);
return true;
}
const [shift, by = '1'] = /^shift(?: (\d+))?\b/.exec(line) ?? [];
if (shift !== undefined) {
scope.args = scope.args?.slice(Number(by));
return true;
}
const [assigned, pattern, local, all = ''] = ASSIGNMENT.exec(line) ?? [];
if (assigned === undefined)
return false;
const isBranch = pattern !== undefined || (isIndented && !/local|declare/.test(local ?? ''));
for (const [, name = '', written = ''] of all.matchAll(ONE)) {
const value = (0, __import_1__.tV)(written, scope).replace(/["']/g, '').slice(0, MAX_VALUE);
const earlier = isBranch ? (0, __import_1__.FU)(variables.get(name), { written, value, args: scope.args }) : [];
const isGiven = depth === 0 && scope.args === undefined && __import_1__.EE.test(value);
if (!isGiven || earlier.length === 0)
variables.set(name, [...new Set([...earlier, value])].slice(-20));
}
return !/\$\([^()]*\bdeploy\b/.test(line);
}
function oneLine(line, scope, level) {
if (level.shell.room < 0)
return line;
if (!/\bdeploy\b/.test(line))
return calls((0, __import_1__.tV)(line, scope), scope, level);
const most = Math.max(1, ...(0, __import_1__.DF)(line).map((name) => scope.variables.get(name)?.length ?? 1));
const each = Array.from({ length: most }, (_, i) => calls((0, __import_1__.tV)(line, scope, i), scope, level));
if (most === 1)
return each[0] ?? '';
const values = [...new Set(each)].map((one) => `(${one})`);
return spent(values, level.shell);
}
function calls(line, { variables }, { shell, depth }) {
if (shell.functions.size === 0 || depth >= MAX_DEPTH)
return spent([line], shell);
const called = line.split(/&&|\|\||[;|)]/).flatMap((part) => {
const [name = '', ...words] = (0, __import_2__.CH)(part.replace(/^[ \t]*(?:(?:if|then|else|elif|do|time|while|until|!)[ \t]+)*/, ''));
const found = shell.functions.get(name);
if (!found)
return [];
found.isCalled = true;
const args = words.map((one) => one.replace(/\$\([^()]*$/, '*'));
const passed = args.some((one) => /^\$[@*]$/.test(one)) ? undefined : args;
return run(found.body, { variables, args: passed }, { shell, depth: depth + 1 }).filter((one) => one.trim() !== '');
});
return spent([line, ...called], shell);
}
function spent(commands, shell) {
const text = commands.filter((one) => one !== '').join('; ');
shell.room -= text.length;
return shell.room < 0 ? (commands[0] ?? '') : text;
}
}),
1403: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
ju: () => (deployCommandsIn),
x1: () => (flyDeploysOf),
rn: () => (hasFlyToken),
Fl: () => (scriptOf),
GH: () => (startOf),
Gj: () => (stepsRunIn)
});
var external_node_path_ = __webpack_require__(76760);
var tree = __webpack_require__(68587);
var yaml = __webpack_require__(69776);
var deploy_commands = __webpack_require__(47660);
var shell = __webpack_require__(31842);
var workflow_steps = __webpack_require__(86349);
;
const EXPRESSION = /\$\{\{((?:[^}]|\}(?!\})){0,400})\}\}/g;
const MAX_VARIANTS = 8;
const MAX_DEPTH = 4;
function fillingsOf(texts, place) {
const known = new Map();
for (const [all, inner = ''] of texts.join('\n').matchAll(EXPRESSION)) {
if (known.has(all))
continue;
const values = valuesOf(inner, place, 0);
if (values.some((one) => one !== undefined))
known.set(all, values);
}
const count = Math.min(MAX_VARIANTS, Math.max(1, ...[...known.values()].map(({ length }) => length)));
return Array.from({ length: count }, (_, i) => {
const at = (values) => values[Math.min(i, values.length - 1)];
return (text) => text.replace(EXPRESSION, (all) => at(known.get(all) ?? []) ?? all);
});
}
function valuesOf(expression, place, depth) {
if (depth > MAX_DEPTH)
return [undefined];
return operandsOf(expression).flatMap((operand) => {
const literal = /^'([^']*)'$/.exec(operand)?.[1];
if (literal !== undefined)
return literal === '' ? [] : [literal];
const [, step, output] = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(operand) ?? [];
if (step !== undefined && output !== undefined)
return outputsOf(step, output, place);
const [, job, result] = /^needs\.([\w-]+)\.outputs\.([\w-]+)$/.exec(operand) ?? [];
if (job !== undefined && result !== undefined)
return resultsOf(job, result, place, depth);
if (operand === 'github.workspace')
return [expressionOf(operand)];
const input = /^(?:github\.event\.)?inputs\.([\w-]+)$/.exec(operand)?.[1];
return input === undefined ? [undefined] : optionsOf(input, place);
});
}
function operandsOf(expression) {
const inner = expression.trim();
const text = /^\([^()]*\)$/.test(inner) ? inner.slice(1, -1) : inner;
return text
.split('||')
.map((part) => part.split('&&').at(-1)?.trim() ?? '')
.filter((part) => part !== '');
}
function outputsOf(id, output, { job }) {
const step = (0, tree.ld)((0, tree.Jt)(job, 'steps')).find((one) => (0, tree.ws)((0, tree.Jt)(one, 'id')) === id);
const script = (0, tree.ws)((0, tree.Jt)(step, 'run')) ?? '';
return /GITHUB_OUTPUT|::set-output/.test(script) ? writtenBy(script, output) : [undefined];
}
function environmentOf({ job, step }) {
const steps = (0, tree.ld)((0, tree.Jt)(job, 'steps'));
const scripts = steps.slice(0, steps.indexOf(step)).map((one) => (0, tree.ws)((0, tree.Jt)(one, 'run')) ?? '');
return new Map(scripts.flatMap((script) => script.includes('GITHUB_ENV')
? [...script.matchAll(/\b(?:echo|printf)[ \t]+["']?(\w+)=/g)].flatMap(([, key = '']) => {
const values = writtenBy(script, key);
return values.includes(undefined)
? []
: [[key, `\${{ ${values.map((one) => `'${one}'`).join(' || ')} }}`]];
})
: []));
}
function writtenBy(script, name) {
const forms = new RegExp(String.raw `(?:\b(?:echo|printf)[ \t]+(?:-n[ \t]+)?["']?${name}=|::set-output name=${name}::)["']?((?:\$\{\{[^}\n]{0,200}\}\}|[^\s"'\\])*)`, 'g');
const values = [...script.matchAll(forms)].slice(0, MAX_VARIANTS).flatMap(([, value = '']) => {
const variable = /^\$\{?(\w+)\}?$/.exec(value)?.[1];
if (variable === undefined)
return /\$(?!\{\{)|`/.test(value) ? [undefined] : [value];
const set = new RegExp(String.raw `(?:^|[\s;])${variable}=["']?([\w./-]+)["']?(?=[\s;]|$)`, 'gm');
const words = [...script.matchAll(set)].slice(0, MAX_VARIANTS).map(([, word]) => word);
return words.length === 0 ? [undefined] : words;
});
return values.length === 0 ? [undefined] : values;
}
function resultsOf(name, output, { root }, depth) {
const job = (0, tree.Jt)((0, tree.Jt)(root, 'jobs'), name);
const text = (0, tree.ws)((0, tree.Jt)((0, tree.Jt)(job, 'outputs'), output));
if (!job || text === undefined)
return [undefined];
const inner = /^\$\{\{([^{}]{0,400})\}\}$/.exec(text.trim())?.[1];
return inner === undefined ? [text] : valuesOf(inner, { step: job, job, name, root }, depth + 1);
}
const expressionOf = (text) => `\${{ ${text} }}`;
function optionsOf(name, { root }) {
const triggers = (0, workflow_steps.XJ)(root);
const found = ['workflow_dispatch', 'workflow_call'].flatMap((trigger) => (0, tree.Jt)((0, tree.Jt)(triggers.get(trigger), 'inputs'), name) ?? []);
if (found.length === 0)
return [];
const options = found.flatMap((input) => (0, tree.ld)((0, tree.Jt)(input, 'options'))).map((one) => (0, tree.ws)(one));
return options.length > 0
? options
: [...found.flatMap((input) => (0, tree.ws)((0, tree.Jt)(input, 'default')) ?? []), undefined];
}
;
function stepFolder({ step, job, root }) {
const defaults = (node) => (0, tree.Jt)((0, tree.Jt)((0, tree.Jt)(node, 'defaults'), 'run'), 'working-directory');
return (0, tree.ws)((0, tree.Jt)(step, 'working-directory') ?? defaults(job) ?? defaults(root)) ?? '.';
}
function variablesOf(place) {
const [root, job, step] = [place.root, place.job, place.step].map((node) => scalarsOf((0, tree.Jt)(node, 'env')));
return new Map([...(root ?? []), ...(job ?? []), ...environmentOf(place), ...(step ?? [])]);
}
const scalarsOf = (node) => node?.kind === 'table'
? [...node.entries].map(([key, value]) => [key, onOneLine((0, tree.ws)(value) ?? '')])
: [];
const onOneLine = (text) => text
.split('\n')
.map((line) => line.trim())
.join(' ');
const withStepVariables = (text, variables) => text.replace(/\$\{\{\s*env\.(\w+)\s*\}\}|\$\{(\w+)\}|\$(\w+)/g, (all, one, two, three) => variables.get(one ?? two ?? three) ?? all);
var workflow_matrix = __webpack_require__(45949);
var glob = __webpack_require__(44321);
;
const LAST_WORD = /^(?:sudo[ \t]+)?(?:(?:g?sed|perl|yq)[ \t].{0,200}?(?:-[a-zA-Z]*i\b|--in-?place)|(?:cp|mv|install)[ \t]).{0,300}[ \t]["']?([^\s"']+)["']?$/;
const REDIRECTED = /(?:>|\btee[ \t]+(?:-a[ \t]+)?)[ \t]*["']?([^\s"'|&;>]+)/g;
const written_before_writtenBy = (line) => line
.slice(0, 1000)
.split(/&&|;|\|\|/)
.flatMap((part) => [
...(LAST_WORD.exec(part.trim())?.slice(1) ?? []),
...[...part.matchAll(REDIRECTED)].flatMap(([, path = '']) => path),
]);
function writtenBefore({ step, job }, before) {
const steps = (0, tree.ld)((0, tree.Jt)(job, 'steps'));
for (const one of steps.slice(0, steps.indexOf(step) + 1)) {
const run = (0, tree.Jt)(one, 'run');
const lines = before.known((0, shell.$)((0, tree.ws)(run) ?? '')).split('\n');
const isOwn = (path) => {
const target = external_node_path_.posix.join(before.folderOf(one), path);
return external_node_path_.posix.basename(target) === external_node_path_.posix.basename(before.config) && (0, glob.m)(target, before.config);
};
const line = lines
.slice(0, one === step ? before.line : undefined)
.findIndex((text) => written_before_writtenBy(text).some(isOwn));
if (run && line !== -1)
return { run, line };
}
return undefined;
}
;
function deployCommandsIn({ file, text }, { mayRun = () => true, areOff = false } = {}) {
const read = (0, yaml.g)(text);
if (!read.ok)
return [];
const onPush = (0, workflow_steps.gX)(read.tree);
const steps = (0, workflow_steps.B_)(read.tree, areOff).filter(mayRun);
const deploys = steps.flatMap((place) => [...flyDeploysOf(place), ...byScript(place)]);
return deploys.map(({ at, ...deploy }) => ({ ...deploy, at: { file, ...at }, onPush }));
}
function stepsRunIn({ file, text }) {
const read = (0, yaml.g)(text);
if (!read.ok)
return [];
const onPush = (0, workflow_steps.gX)(read.tree);
return (0, workflow_steps.B_)(read.tree).flatMap((place) => {
const run = (0, tree.Jt)(place.step, 'run');
if (!run || flyDeploysOf(place).length > 0 || byScript(place).length > 0)
return [];
const { at, ...step } = stepOfAny(place, run);
return [{ ...step, at: { file, ...at }, onPush }];
});
}
const FLYCTL_ACTION = /^superfly\/flyctl-actions@/;
const MAX_SCRIPT = 20_000;
function flyDeploysOf(place) {
const { step, job, name } = place;
const script = scriptOf(step).slice(0, MAX_SCRIPT);
const node = (0, tree.Jt)(step, 'run') ?? (0, tree.Jt)(step, 'uses');
if (!node || !/\bfly(?:ctl)?\b/.test(script))
return [];
const variables = variablesOf(place);
const texts = [script, stepFolder(place), ...variables.values()];
const found = fillingsOf(texts, place).flatMap((fill) => deploysOfStep(place, script, { variables, fill }));
if (found.length === 0)
return [];
const legs = (0, workflow_matrix.x)(job);
const secrets = secretsOf(script, variables);
const all = found.flatMap(({ line, ...deploy }) => {
const [, matrix] = TOKEN.exec([deploy.folder, deploy.config, deploy.app, deploy.dockerfile].join(' ')) ?? [];
return (matrix === undefined ? [new Map()] : legs).map((leg) => ({
...withWritten(forLeg(deploy, leg), { place, line, leg }),
...(0, workflow_steps.jy)(place),
...{ token: secrets.token, named: deploy.app === '*' ? secrets.named : undefined },
job: name,
matrix: matrix === undefined ? undefined : `matrix.${matrix}`,
at: placeOf(node, line),
}));
});
return [...new Map(all.map((one) => [`${one.at.line} ${one.config} ${one.app}`, one])).values()];
}
const APP_SECRET = /\s(?:--app|-a)(?:\s+|=)["']?\$\{\{\s*((?:secrets|vars)\.\w+)\s*\}\}/;
function secretsOf(script, variables) {
const given = `${withStepVariables(script, variables)} -a ${variables.get('FLY_APP')}`;
const named = APP_SECRET.exec(given)?.[1];
const token = /^\$\{\{\s*secrets\.(\w+)\s*\}\}$/.exec(variables.get('FLY_API_TOKEN') ?? '')?.[1];
return { named, token };
}
function deploysOfStep(place, script, { variables, fill }) {
const prepared = (text) => withTokens(fill(withStepVariables(text, variables)));
const known = new Map([...variables].map(([key, value]) => [key, fill(value)]));
const commands = (0, shell.H)(prepared(script), { own: undefined, args: undefined, variables: known });
const app = known.get('FLY_APP');
const named = app === undefined ? undefined : (0, deploy_commands.U0)(prepared(app));
return (0, deploy_commands.qU)((0, deploy_commands.U0)(commands), (0, deploy_commands.U0)(prepared(stepFolder(place)))).map((deploy) => ({ ...deploy, app: deploy.app ?? named }));
}
function forLeg(deploy, leg) {
const path = (text) => external_node_path_.posix.normalize(filledIn(text, leg, '**'));
return {
folder: path(deploy.folder),
config: path(deploy.config),
app: deploy.app === undefined ? undefined : filledIn(deploy.app, leg, '*'),
dockerfile: deploy.dockerfile === undefined ? undefined : path(deploy.dockerfile),
options: deploy.options,
image: deploy.image,
};
}
function withWritten(deploy, { place, line, leg }) {
const variables = variablesOf(place);
const known = (text) => filledIn((0, deploy_commands.U0)(withTokens(withStepVariables(text, variables))), leg, '*');
const folderOf = (step) => known(stepFolder({ ...place, step }));
const written = writtenBefore(place, { config: deploy.config, line, known, folderOf });
return { ...deploy, ...(written && { writtenAt: placeOf(written.run, written.line).line }) };
}
function placeOf(node, line) {
if (node.kind !== 'value')
return node.at;
const before = node.text.split('\n').slice(0, line).join('\n');
return node.inside?.(before === '' ? 0 : before.length + 1) ?? node.at;
}
function scriptOf(step) {
const args = FLYCTL_ACTION.test((0, tree.ws)((0, tree.Jt)(step, 'uses')) ?? '')
? (0, tree.ws)((0, tree.Jt)((0, tree.Jt)(step, 'with'), 'args'))
: undefined;
const script = args === undefined ? ((0, tree.ws)((0, tree.Jt)(step, 'run')) ?? '') : `flyctl ${args}`;
return (0, shell.$)(script);
}
const TOKEN = /\uE000([\w.-]+)\uE001/;
const withTokens = (text) => text.replace(/\$\{\{\s*matrix\.([\w.-]+)\s*\}\}/g, '\uE000$1\uE001');
const filledIn = (text, leg, unknown) => text.replace(new RegExp(TOKEN, 'g'), (_, name) => leg.get(name) ?? unknown);
const DEPLOY_SCRIPT = /(?:^|[\n;&|(])[ \t]*(?!(?:(?:npx|bunx|pnpx)[ \t]+|(?:npm|pnpm|yarn)[ \t]+(?:dlx|exec)[ \t]+)*(?:@?(?:vercel|netlify|wrangler|cloudflare|supabase|firebase|convex|railway|heroku|render|kubectl|helm|docker|aws|sam|cdk|sls|serverless|gcloud|az|terraform|flyctl|fly|gh|git|curl|wget|cat|cp|mv|mkdir|ls|rm|test|grep|sed|export|if|while|for|cd)\b|\[))[\w.~/*-]+(?:[ \t][^\n;&|]{0,80}(?<![a-z])|(?<=\/))deploy(?!-with-monitoring|ment|ed|\.(?:json|ya?ml))/i;
const QUOTED = /(?<!-c[ \t]{0,4})'[^'\n]*'/g;
const withoutQuoted = (script) => script.replace(QUOTED, (word) => (/\s/.test(word) ? "''" : word));
const SCHEMA = /prisma|migrat|schema|(?<![a-z])db\b|database/i;
const deploysByName = (script) => script
.split(/[\n;&|]/)
.map((line) => line.replace(/(?:^|\s)#.*$|\s--\w[\w-]*(?:[= \t][^\s-]\S*)?/g, ' '))
.some((line) => DEPLOY_SCRIPT.test(line) && !SCHEMA.test(line));
const FLY_TOKEN = /^FLY_(?:API|ACCESS)_TOKEN$/;
const FLY_TOKEN_INPUT = /^fly[\w-]*token$/i;
const DEPLOY_ACTION = /(?<![a-z])deploy(?!-monitoring)/i;
const INSTALLS_FLYCTL = /^superfly\/flyctl-actions\/setup-flyctl@|fly\.io\/install\.sh/;
function startOf(place) {
const script = (0, tree.ws)((0, tree.Jt)(place.step, 'run'))?.slice(0, MAX_SCRIPT);
if (script === undefined)
return { folder: '.' };
const variables = variablesOf(place);
const runs = (0, deploy_commands.U0)((0, shell.H)(script, { own: undefined, args: undefined, variables }));
return { runs, folder: external_node_path_.posix.join((0, deploy_commands.U0)(stepFolder(place))) };
}
function byScript(place) {
const { step, job } = place;
const start = startOf(place);
const action = (0, tree.Jt)(step, 'uses');
const run = (0, tree.Jt)(step, 'run');
const isInstalled = (0, tree.ld)((0, tree.Jt)(job, 'steps')).some((one) => INSTALLS_FLYCTL.test((0, tree.ws)((0, tree.Jt)(one, 'uses') ?? (0, tree.Jt)(one, 'run')) ?? ''));
const isDeploy = action
? DEPLOY_ACTION.test((0, tree.ws)(action) ?? '')
: isInstalled && deploysByName(withoutQuoted((0, deploy_commands.bd)(start.runs ?? '')));
const at = (action ?? run)?.at;
return !at || !hasFlyToken(place) || !isDeploy ? [] : [stepOfAny(place, { at })];
}
function hasFlyToken({ step, job, root }) {
const places = (0, tree.Jt)(step, 'uses') ? [step] : [step, job, root];
return (places.some((node) => keysOf((0, tree.Jt)(node, 'env')).some((key) => FLY_TOKEN.test(key))) ||
keysOf((0, tree.Jt)(step, 'with')).some((key) => FLY_TOKEN_INPUT.test(key)));
}
const stepOfAny = (place, { at }) => ({
...{ at, job: place.name, matrix: undefined, ...startOf(place), ...(0, workflow_steps.jy)(place) },
...{ config: '**', app: undefined, dockerfile: undefined, options: [], isUnread: true },
});
const keysOf = (node) => (node?.kind === 'table' ? [...node.entries.keys()] : []);
}),
45949: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
x: () => (matrixLegs)
});
var __import_0__ = __webpack_require__(68587);
const MAX_LEGS = 256;
function matrixLegs(job) {
const matrix = (0, __import_0__.Jt)((0, __import_0__.Jt)(job, 'strategy'), 'matrix');
if (matrix?.kind !== 'table')
return [new Map()];
const axes = [...matrix.entries].filter(([key, values]) => key !== 'include' && key !== 'exclude' && (0, __import_0__.ld)(values).length > 0);
const product = axes.reduce((legs, [key, values]) => legs.flatMap((leg) => legs.length > MAX_LEGS
? leg
: (0, __import_0__.ld)(values)
.slice(0, MAX_LEGS)
.map((one) => new Map([...leg, ...valuesOf(one, key)]))), [new Map()]);
const excluded = tablesIn(matrix, 'exclude');
const kept = product.filter((leg) => !excluded.some((one) => one.size > 0 && contains(leg, one)));
return included(axes.length === 0 ? [] : kept, tablesIn(matrix, 'include'), new Set(axes.map(([key]) => key)));
}
const tablesIn = (matrix, key) => (0, __import_0__.ld)((0, __import_0__.Jt)(matrix, key)).map((one) => valuesOf(one, ''));
function included(legs, extras, axes) {
let extended = legs.slice(0, MAX_LEGS);
const further = [];
for (const extra of extras.slice(0, MAX_LEGS)) {
const own = new Map([...extra].filter(([key]) => axes.has(key.split('.')[0] ?? '')));
if (!extended.some((leg) => contains(leg, own)))
further.push(extra);
else
extended = extended.map((leg) => (contains(leg, own) ? new Map([...leg, ...extra]) : leg));
}
const all = [...extended, ...further].slice(0, MAX_LEGS);
return all.length === 0 ? [new Map()] : all;
}
const contains = (leg, part) => [...part].every(([key, value]) => leg.get(key) === value);
function valuesOf(node, name) {
if (node.kind !== 'table')
return new Map([[name, (0, __import_0__.ws)(node) ?? '']]);
return new Map([...node.entries].flatMap(([key, value]) => [...valuesOf(value, name === '' ? key : `${name}.${key}`)]));
}
}),
86349: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
AV: () => (conditionsIn),
B_: () => (stepsOf),
XJ: () => (triggersOf),
gX: () => (isOnPush),
jy: () => (stageOfJob),
r5: () => (isSwitchedOff)
});
var __import_0__ = __webpack_require__(68587);
function stepsOf(root, areOff = false) {
const jobs = (0, __import_0__.Jt)(root, 'jobs');
return [...(jobs?.kind === 'table' ? jobs.entries : [])].flatMap(([name, job]) => (0, __import_0__.ld)((0, __import_0__.Jt)(job, 'steps')).flatMap((step) => [job, step].some(isSwitchedOff) === areOff ? [{ step, job, name, root }] : []));
}
function conditionsIn(node) {
const inner = ((0, __import_0__.ws)((0, __import_0__.Jt)(node, 'if')) ?? '').trim().replace(/^\$\{\{|\}\}$/g, '');
const condition = inner.replace(/\([^()]{0,400}\)/g, 'true');
return condition.includes('||') ? [] : condition.split('&&').map((one) => one.trim());
}
const isSwitchedOff = (node) => conditionsIn(node).includes('false');
const PUSHES = ['push', 'workflow_run', 'workflow_call', 'release'];
function isOnPush(root) {
const triggers = triggersOf(root);
return PUSHES.some((name) => triggers.has(name));
}
function triggersOf(root) {
const on = (0, __import_0__.Jt)(root, 'on') ?? (0, __import_0__.Jt)(root, 'true');
if (on?.kind === 'table')
return on.entries;
const names = on?.kind === 'list' ? on.items : on ? [on] : [];
return new Map(names.map((name) => [(0, __import_0__.ws)(name) ?? '', name]));
}
const PRODUCTION = /(?<![a-z])prod(?:uction)?(?![a-z])/i;
const NOT_YET = /(?:pre|non|not|un)[-_ ]?prod/i;
function stageOfJob({ job, name }) {
const environment = (0, __import_0__.Jt)(job, 'environment');
const given = environment ? ((0, __import_0__.ws)(environment) ?? (0, __import_0__.ws)((0, __import_0__.Jt)(environment, 'name'))) : name;
const isProduction = given !== undefined && !given.includes('${{') && PRODUCTION.test(given);
return isProduction && !NOT_YET.test(given) ? { isProduction } : {};
}
}),
4805: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Wj: () => (evaluatesRules),
kz: () => (missingStore),
xX: () => (storeOf),
yh: () => (isAgent)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(57131);
var __import_2__ = __webpack_require__(88679);
const isAgent = ({ engine }) => engine === 'agent';
const evaluatesRules = ({ engine }) => engine === 'server';
function storeOf(config, { remoteWrite }) {
if (!isAgent(config.monitoring))
return undefined;
const own = remoteWrite && (0, __import_1__.A)(remoteWrite.url);
if (remoteWrite && own !== undefined)
return {
name: (0, __import_2__.je)({ name: undefined, url: remoteWrite.url }),
queryUrl: own,
user: remoteWrite.user,
variable: undefined,
};
const [target] = config.remote_write.filter((one) => getsEverySeries(one) && (0, __import_1__.D)(one) !== undefined);
if (!target)
return undefined;
return {
name: (0, __import_2__.je)(target),
queryUrl: (0, __import_0__.Tv)((0, __import_1__.D)(target) ?? ''),
user: target.user,
variable: target.password_env,
};
}
const getsEverySeries = ({ keep, drop }) => keep === undefined && drop === undefined;
function missingStore(config, inputs, locate) {
if (!isAgent(config.monitoring) || storeOf(config, inputs))
return [];
const at = locate();
const problem = { severity: 'error', ...(at && { at }) };
if (!inputs.remoteWrite && config.remote_write.length === 0)
return [
{
...problem,
code: 'config/agent-target',
message: '`monitoring.engine` is agent, and there is no target of `remote_write`: an agent keeps no samples, so they would be lost.',
hint: 'Add the server that keeps the samples: `remote_write: [{ url: https://HOST/api/v1/write, user: USER, password_env: METRICS_KEY }]`, or set the inputs grafana-prometheus-url, -user and -api-key. Or use `engine: server`.',
},
];
return [
{
...problem,
code: 'config/agent-store',
message: '`monitoring.engine` is agent, and no target of remote write can be asked for all samples: an agent answers no queries, so nothing but its targets could be verified.',
hint: 'One target must get every series (no `keep` and no `drop`; those of services limit what is scraped), and have a query API whose address is known: set its `query_url`.',
},
];
}
}),
70027: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Q: () => (unreachableForGrafana),
q: () => (privateAccessNote)
});
var __import_0__ = __webpack_require__(69466);
var __import_1__ = __webpack_require__(4805);
const WHAT_TO_DO = 'write the samples to Grafana Cloud as well (the inputs grafana-prometheus-url, -user and -api-key), or name a data source with these metrics that Grafana reaches (`grafana.datasource`), or set `monitoring.access: password`';
function unreachableForGrafana(config, inputs) {
const { grafana, remoteWrite } = inputs;
if (config.grafana.datasource !== undefined || !grafana || isOnFly(grafana.url))
return [];
const store = (0, __import_1__.xX)(config, inputs);
if (store)
return isPrivate(store.queryUrl) ? [privateStore(store, grafana.url)] : [];
const { access, app } = config.monitoring;
if (access !== 'private' || (isCloud(grafana.url) && isCloud(remoteWrite?.url)))
return [];
return [
{
code: 'config/private-grafana',
severity: 'error',
message: `\`monitoring.access\` is private: Grafana at ${grafana.url} cannot reach Prometheus at ${(0, __import_0__.ds)(app)}, which only Fly's private network reaches.`,
hint: `Do one of these: ${WHAT_TO_DO}.`,
},
];
}
const hostOf = (url) => URL.parse(url ?? '')?.hostname ?? '';
const isCloud = (url) => hostOf(url).endsWith('.grafana.net');
const isOnFly = (url) => /\.(?:fly\.dev|internal|flycast)$/.test(hostOf(url));
const isPrivate = (url) => /\.(?:internal|flycast)$/.test(hostOf(url));
const privateStore = ({ name, queryUrl }, grafana) => ({
code: 'config/private-grafana',
severity: 'error',
message: `The store ${name} of \`monitoring.engine: agent\` is asked at ${queryUrl}, which only Fly's private network reaches: Grafana at ${grafana} cannot show its samples.`,
hint: 'Give the store a public address behind HTTPS and a password, and set it as `query_url`; or name a data source with these metrics that Grafana reaches (`grafana.datasource`).',
});
const privateAccessNote = ({ monitoring, grafana }, { grafana: given }) => monitoring.access !== 'private' || grafana.datasource !== undefined || given || (0, __import_1__.yh)(monitoring)
? []
: [
{
part: 'Whether Grafana reaches Prometheus',
why: "`monitoring.access` is private: only Fly's private network reaches Prometheus, and a Grafana elsewhere cannot query it. A deploy with such a Grafana is refused.",
set: `nothing without Grafana; otherwise ${WHAT_TO_DO}`,
},
];
}),
57131: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
A: () => (queryUrl),
D: () => (queryUrlOf)
});
var __import_0__ = __webpack_require__(94869);
const STORES = [
{
push: /^(?<base>.*)\/insert\/(?<tenant>\d+(?::\d+)?)\/prometheus(?:\/api\/v1\/(?:write|push))?$/,
query: ({ base, tenant }) => `${base}/select/${tenant}/prometheus`,
},
{ push: /\/insert\/multitenant\//, query: () => undefined },
{ push: /^(?<base>.*\/api\/prom)\/push$/, query: ({ base }) => base },
{ push: /^(?<base>.*)\/api\/v1\/push$/, query: ({ base }) => `${base}/prometheus` },
{ push: /^(?<base>.*)\/api\/v1\/write$/, query: ({ base }) => base },
{ push: /\/api\/v1\/receive$/, query: () => undefined },
];
const [VMINSERT, VMSELECT] = ['8480', '8481'];
function queryUrl(pushUrl) {
const url = URL.parse(pushUrl);
if (!url)
return undefined;
const path = (0, __import_0__.Tv)(url.pathname);
for (const { push, query } of STORES) {
const match = push.exec(path);
if (!match)
continue;
const base = query(match.groups ?? {});
if (base === undefined)
return undefined;
if (base.includes('/select/') && url.port === VMINSERT)
url.port = VMSELECT;
return `${url.origin}${base}`;
}
return undefined;
}
const queryUrlOf = ({ query_url: given, url }) => given ?? queryUrl(url);
}),
36927: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
LE: () => (servicesOfApp),
RX: () => (appLabelOf),
dC: () => (isOnFly)
});
const isOnFly = (service) => service.discovery !== 'static';
const servicesOfApp = (services, app) => services.filter(isOnFly).filter((service) => service.app === app);
const appLabelOf = (service) => (isOnFly(service) ? service.app : service.name);
}),
94442: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
F$: () => (isArchived),
RN: () => (isSample),
Zl: () => (isAside),
hW: () => (isLiveSample),
r$: () => (isSampleFile)
});
var __import_1__ = __webpack_require__(44321);
var __import_0__ = __webpack_require__(40493);
const SAMPLE_FOLDER = /(?:^|\/)(?:__\w+__|(?:[\w.-]+[-_.])?(?:fixtures?|tests?|specs?|mocks?|examples?|samples?|snapshots?)(?:[-_.](?:data|files|configs?))?|test-?data|e2e|docs?|documentation|third[-_]?party|vendored)\//i;
const SAMPLE_FILES = [
/(?:^|[/.-])(?:example|sample|template)\.[\w.-]+$/i,
/[._-](?:examples?|samples?|templates?|placeholders?|skeleton|dist)\.(?:toml|ya?ml|rules)$/i,
/\.(?:toml|ya?ml|rules)[._-](?:example|sample|placeholder|dist)$/i,
/fly[^/]*\.toml\.(?:template|tmpl|tpl|in|j2|jinja2?|erb|gotmpl)$/i,
];
const isSampleFile = (path) => SAMPLE_FILES.some((name) => name.test(path));
const isSample = (path) => isSampleFile(path) || (path.includes('/') && SAMPLE_FOLDER.test(path));
const RETIRED_FOLDER = /^(?:[._]*(?:\d+[-_.])?(?:archived|deprecated|obsolete|graveyard|attic|retired|superseded|unused|abandoned|defunct|decommissioned|old|bak)(?:[-_. ].*)?|.+[-_. ](?:archived|deprecated|obsolete|retired|unused|old|bak)|disabled)$/i;
const MARKED = /(?:^|\/)_+(?:archived?|archives|backups?|deprecated|legacy|old|trash)[-_\d]*\//i;
const RETIRED_WORDS = /^(?:legacy|backups?|archives?|old|copy|previous|snapshot|versions?|code|files)(?:[-_. ]?(?:legacy|backups?|archives?|old|copy|previous|snapshot|versions?|code|files|\d+)){1,8}$/i;
const ARCHIVE = /^(?:\d+[-_.])?archives?(?:[-_. ](?!(?:services?|servers?|workers?|apis?|apps?|bots?|web|nodes?|ui|jobs?|cron|db|store|storage|search|site|viewer|crawler|manager|proxy|gateway|indexer|sync|backend|frontend)$).+)?$/i;
const RETIRED_FILE = /(?:^|\/)fly[\w.-]*[.-](?:old|bak|deprecated|archived|obsolete|unused|disabled)\.toml$/i;
const OF_CODE = /^(?:src|lib|app|internal|pkg|cmd|routes|pages|components|controllers|views|features)$/i;
const OF_APPS = /^(?:apps|services|packages|functions|crates)$/i;
const OF_SETTINGS = /\.(?:toml|ya?ml|json)$/;
function isArchived(path) {
const folders = path.split('/').slice(0, -1);
const code = folders.findIndex((folder) => OF_CODE.test(folder));
const isArchive = (folder, i) => ARCHIVE.test(folder) && !OF_APPS.test(folders[i - 1] ?? '') && (i === 0 || OF_SETTINGS.test(path));
return (RETIRED_FILE.test(path) ||
MARKED.test(path) ||
folders
.slice(0, code === -1 ? undefined : code)
.some((one, i) => RETIRED_FOLDER.test(one) || RETIRED_WORDS.test(one) || isArchive(one, i)));
}
const isAside = (path) => isSample(path) || isArchived(path);
function isLiveSample(path, { workspace, workflows, named }) {
if (!path.endsWith('.toml'))
return false;
const file = (0, __import_0__.SH)(workspace, path);
return (workflows.some(({ text }) => text.includes(file)) ||
named.some((config) => config === file || (isAside(config) && (0, __import_1__.m)(config, file))) ||
isSite(path, workspace));
}
const SITE = /^((?:.*\/)?(?:[\w.]+-)?(?:docs?|documentation))\/fly[\w.-]*\.toml$/i;
function isSite(path, workspace) {
const folder = SITE.exec(path)?.[1];
if (folder === undefined || isSampleFile(path) || isAside(folder))
return false;
return ['Dockerfile', 'package.json'].some((name) => (0, __import_0__.j6)(workspace, `${folder}/${name}`));
}
}),
61638: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Yz: () => (prometheusEvidence),
eQ: () => (isFlyConfiguration),
uZ: () => (flyModelOf)
});
var __import_2__ = __webpack_require__(84711);
var __import_0__ = __webpack_require__(94611);
var __import_1__ = __webpack_require__(99821);
const FLY_NAME = /(?:^|\/)fly(?:\.[\w-]+)*\.toml$/;
const FLY_KEY = /^[ \t]*(?:app|primary_region)[ \t]*=/m;
const TABLE = /^[ \t]*\[/m;
const FLY_SECTION = /^[ \t]*\[\[?(?:http_service|services|processes|metrics|vm|mounts|checks)[\].]/m;
const FLY_DOTTED = /^[ \t]*(?:build\.(?:image|dockerfile)|http_service\.\w+|vm\.\w+|deploy\.(?:strategy|release_command))[ \t]*=/m;
const FLY_ONLY_SECTION = /^[ \t]*\[http_service\]|^[ \t]*\[\[services\.ports\]\]/m;
const OF_OTHERS = /(?:^|\/)(?:railway|netlify|wrangler)[^/]*\.toml$/;
const FLY_ONLY_KEY = /^[ \t]*internal_port[ \t]*=/m;
const isFlyConfiguration = (path, text) => FLY_NAME.test(path) ||
(FLY_KEY.test(text.split(TABLE, 1)[0] ?? '') && (FLY_SECTION.test(text) || FLY_DOTTED.test(text))) ||
(FLY_ONLY_SECTION.test(text) && FLY_ONLY_KEY.test(text) && !OF_OTHERS.test(path));
const PROMETHEUS_IMAGE = /(?:^|[/-])prometheus(?=[:@]|$)/;
const PROMETHEUS_WORD = /^PROMETHEUS_RETENTION_(?:TIME|SIZE)$|--storage\.tsdb\./;
const PROMETHEUS_FILE = /^\/etc\/prometheus\/.+\.ya?ml$/;
const PROMETHEUS_PORT = 9090;
function prometheusEvidence(fly, { dockerfile, hasPrometheusConfig }) {
const image = fly.build?.text('image');
if (image && PROMETHEUS_IMAGE.test(image.value))
return { at: image.at, what: `the image ${image.value}` };
const mount = fly.mounts.map((one) => one.text('destination')).find((to) => to?.value === '/prometheus');
if (mount)
return { at: mount.at, what: 'the volume at /prometheus' };
const file = fly.files
.map((one) => one.text('guest_path'))
.find((path) => PROMETHEUS_FILE.test(path?.value ?? ''));
if (file)
return { at: file.at, what: `the file ${file.value}` };
const top = fly.app?.at ?? { line: 1, column: 1 };
const word = fly.words.find((one) => PROMETHEUS_WORD.test(one));
if (word !== undefined)
return { at: top, what: `the setting ${word}` };
const from = dockerfile === undefined ? undefined : prometheusStage(dockerfile);
if (from !== undefined)
return { at: fly.build?.at ?? top, what: `the Dockerfile, which is built from ${from}` };
if (dockerfile !== undefined && (0, __import_1__.h)(dockerfile, fly))
return { at: fly.build?.at ?? top, what: 'the Dockerfile, which installs Prometheus' };
const service = fly.services
.map((one) => one.number('internal_port'))
.find((port) => port?.value === PROMETHEUS_PORT);
const isNamed = /(?:^|-)prometheus(?:-|$)/.test(fly.app?.value ?? '') && !/exporter/.test(fly.app?.value ?? '');
if (!service || image || dockerfile !== undefined || !(isNamed || hasPrometheusConfig))
return undefined;
return {
at: service.at,
what: isNamed ? 'its name and port 9090' : 'port 9090 and the prometheus.yml next to it',
};
}
function prometheusStage({ from, instructions }) {
const copied = instructions
.filter(({ name, text }) => name === 'COPY' && /\/prometheus\b/.test(text))
.flatMap(({ words }) => words.flatMap((word) => /^--from=(.+)$/.exec(word)?.[1] ?? []));
return [from, ...copied].find((image) => PROMETHEUS_IMAGE.test(image));
}
function flyModelOf(text) {
const read = (0, __import_0__.D)(text);
return read.ok ? (0, __import_2__.T)(read.table) : undefined;
}
}),
63324: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
GT: () => (absentDockerfile),
sL: () => (buildIn),
vV: () => (flyFiles)
});
var __import_0__ = __webpack_require__(76760);
var __import_6__ = __webpack_require__(67481);
var __import_5__ = __webpack_require__(44321);
var __import_1__ = __webpack_require__(40493);
var __import_2__ = __webpack_require__(47660);
var __import_3__ = __webpack_require__(61638);
var __import_4__ = __webpack_require__(56487);
async function flyFiles(search) {
const { workspace, paths, config, read, pace, hasRoom, deploys } = search;
const apps = Map.groupBy(config?.apps ?? [], (app) => (0, __import_1__.SH)(workspace, app.config));
const named = [...apps.values()].flatMap(([app]) => app?.config ?? []);
const deployed = deploys.flatMap((command) => expand(command.config, workspace, paths));
const others = paths.filter((path) => path.endsWith('.toml'));
const found = [];
await pace.each((0, __import_4__.B)(workspace, [...new Set([...named, ...deployed, ...others])]), ({ path }) => {
const isNamed = named.includes(path) || /(?:^|\/)fly\b[^/]*\.toml$/.test(path);
const file = path.endsWith('.toml') ? read(path, isNamed ? 'named' : 'found') : undefined;
if (!file || !(named.includes(path) || (0, __import_3__.eQ)(path, file.text)) || !hasRoom(file))
return;
const ours = apps.get(file.file) ?? [];
const app = ours.find(({ deploy }) => deploy) ?? ours.find((one) => one.app === nameIn(file));
const dockerfile = app && builtFrom(app, workspace);
const by = app?.deploy === true ? undefined : deploys.find((one) => one.config === file.file);
const started = startedIn(file, app, { workspace, by });
const build = builtBy(file, {
named: dockerfile,
started,
by,
isForeign: app === undefined,
...search,
});
const role = app
? { app: app.app, role: 'app', ours: app.deploy }
: roleOf(file, { ...search, path, build });
const absent = findsDockerfile(file, app, search) ? absentIn(file, { started, workspace }) : undefined;
const hasFile = (local) => (0, __import_1__.j6)(workspace, (0, __import_1__.tc)(workspace, __import_0__.posix.join(started, local)));
found.push({ ...file, ...role, dockerfile, build, absent, started, hasFile });
});
return found;
}
function expand(config, workspace, paths) {
const path = (0, __import_1__.tc)(workspace, config);
if (!(0, __import_2__.ef)(path))
return path.startsWith('..') ? [] : [path];
return paths.filter((one) => (0, __import_5__.m)(path, one));
}
const nameIn = ({ text }) => /^app\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? '';
function startedIn({ file }, app, { workspace, by }) {
if (app?.context !== undefined)
return (0, __import_1__.SH)(workspace, app.context);
return by === undefined || (0, __import_2__.ef)(by.folder) ? __import_0__.posix.dirname(file) : by.folder;
}
const WRITES = /dockerfile|\b(?:cp|mv|ln|rsync|tar|unzip|turbo)\b|\bgit (?:clone|submodule)|(?:download-artifact|cache)@|^ *(?:ref|repository|path|submodules):/im;
function findsDockerfile({ file }, app, { deploys, workflows }) {
if (app?.deploy === true)
return (app.image ?? app.dockerfile) === undefined;
const own = deploys.filter(({ config }) => config === file);
const isWritten = ({ at }) => workflows.some((one) => one.file === at.file && WRITES.test(one.text));
const isOther = (one) => (0, __import_2__.ef)(one.folder) || one.options.some((option) => __import_2__.fx.test(option)) || isWritten(one);
return own.length > 0 && !own.some(isOther);
}
function builtBy({ file, text }, { named, started, by, isForeign, workspace, read }) {
const { own, isOther } = buildSection(text);
if (named === undefined && isOther)
return undefined;
const usual = by?.dockerfile ?? __import_0__.posix.join(started, 'Dockerfile');
const isMade = by?.options.some((one) => one.startsWith('--image'));
const [, suffix] = (isMade && /\bfly(\.[\w-]+)\.toml$/.exec(file)) || [];
const likely = suffix === undefined ? [] : [__import_0__.posix.join(started, `Dockerfile${suffix}`)];
const meant = own === undefined || !isForeign ? [] : [by?.dockerfile ?? __import_0__.posix.join(started, own), own];
const ownPaths = own === undefined ? [...likely, usual] : [__import_0__.posix.join(__import_0__.posix.dirname(file), own), ...meant];
const path = (named === undefined ? ownPaths : [named, ...meant])
.map((one) => (0, __import_1__.tc)(workspace, one))
.find((one) => !one.startsWith('..') && (0, __import_1__.j6)(workspace, one));
return path === undefined ? undefined : read(path, 'found');
}
function buildIn(file) {
if (file === undefined)
return undefined;
const { own, image } = buildSection(file.text);
if (image !== undefined)
return { written: `image = "${image}"`, path: undefined };
if (own === undefined || /^\w+:\/\//.test(own))
return undefined;
return { written: `dockerfile = "${own}"`, path: __import_0__.posix.join(__import_0__.posix.dirname(file.file), own) };
}
function buildSection(text) {
const table = /^\s*\[build\]\s*$([\s\S]*?)(?=^\s*\[|(?![\s\S]))/m.exec(text)?.[1];
const dotted = [...text.matchAll(/^[ \t]*build\.([^\n]*)/gm)].map(([, key = '']) => key);
const section = [table ?? '', ...dotted].join('\n');
return {
own: /^\s*dockerfile\s*=\s*["']([^"']+)["']/m.exec(section)?.[1],
image: /^\s*image\s*=\s*["']([^"']+)["']/m.exec(section)?.[1],
isOther: /^\s*(?:image|builder|builtin|buildpacks|compose\.\w+)\s*=/m.test(section) ||
/^\s*\[build\.compose\]/m.test(text),
isThere: table !== undefined || /^\s*\[build\./m.test(text),
};
}
function absentDockerfile({ file, text }, workspace) {
const { own, isOther } = buildSection(text);
if (own === undefined || isOther || /^\w+:\/\//.test(own))
return undefined;
const path = __import_0__.posix.join(__import_0__.posix.dirname(file), own);
const inside = (0, __import_1__.tc)(workspace, path);
return inside.startsWith('..') || (0, __import_1__.j6)(workspace, inside) ? undefined : path;
}
function absentIn(file, { started, workspace }) {
const { own, isOther, isThere } = buildSection(file.text);
if (own !== undefined || isOther || !isThere)
return absentDockerfile(file, workspace);
const exists = (name) => (0, __import_1__.j6)(workspace, (0, __import_1__.tc)(workspace, __import_0__.posix.join(started, name)));
return ['Dockerfile', 'dockerfile'].some(exists) ? undefined : __import_0__.posix.join(started, 'Dockerfile');
}
function roleOf(file, { config, path, paths, build }) {
const own = nameIn(file);
const monitoring = config?.monitoring.app;
if (path === 'fly.monitoring.toml' || (own !== '' && own === monitoring))
return { app: monitoring ?? own, role: 'monitoring', ours: false };
const fly = (0, __import_3__.uZ)(file.text);
const beside = ['prometheus.yml', 'prometheus.yaml'].map((name) => __import_0__.posix.join(__import_0__.posix.dirname(path), name));
const neighbours = {
dockerfile: build && (0, __import_6__.n_)(build.text),
hasPrometheusConfig: beside.some((one) => paths.includes(one)),
};
return { app: own, role: fly && (0, __import_3__.Yz)(fly, neighbours) ? 'monitoring' : 'app', ours: false };
}
const builtFrom = ({ dockerfile, image }, workspace) => image === undefined && dockerfile !== undefined ? (0, __import_1__.SH)(workspace, dockerfile) : undefined;
}),
99821: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B: () => (scriptsInImage),
h: () => (installsPrometheus)
});
var __import_0__ = __webpack_require__(76760);
const PACKAGE = /\b(?:apk|apt|apt-get|dnf|yum|microdnf|zypper)\b[^\n;&|]{0,500}\s(?:add|install)\s[^\n;&|]{0,500}/g;
const IS_PROMETHEUS = /\sprometheus(?=[=~\s]|$)/;
const ARCHIVE = /github\.com\/prometheus\/prometheus\/releases\/download\//;
const STARTS = /\bprometheus\b|\.(?:ba)?sh\b|\b(?:supervisord|s6-svscan|runsvdir|entrypoint|start|run)\b/;
const SETTINGS = /\.(?:ya?ml|json|toml|conf|cfg|ini|sh|tmpl|tpl|template|env|rules|pem|crt|key|htpasswd)$/i;
const FETCHES = /\bgit\s+clone\b|\b(?:npm|pnpm|yarn|bun)\s+(?:ci|i|install|add)\b|\bgo\s+build\b|\bcargo\s+build\b/;
const PROMETHEUS_PORT = 9090;
function installsPrometheus({ instructions, stages }, { services }) {
const all = stages.flatMap((stage) => stage.instructions);
const start = instructions.findLast(({ name }) => name === 'CMD' || name === 'ENTRYPOINT');
if (!all.some(installs) || !start || !STARTS.test(start.text))
return false;
const ports = services.map((service) => service.number('internal_port')?.value);
const isOnly = ports.length > 0 && ports.every((port) => port === PROMETHEUS_PORT);
const hasCode = all.some(({ name, text }) => name === 'RUN' && FETCHES.test(text));
return isOnly || (!hasCode && isOfSettings(instructions, stages));
}
const installs = ({ name, text }) => (name === 'RUN' &&
[...text.replaceAll('\\\n', ' ').matchAll(PACKAGE)].some(([command]) => IS_PROMETHEUS.test(command))) ||
((name === 'RUN' || name === 'ADD' || name === 'ARG' || name === 'ENV') && ARCHIVE.test(text));
function isOfSettings(instructions, stages) {
const copies = instructions.filter(({ name }) => name === 'COPY' || name === 'ADD');
return copies.every(({ words }) => {
const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
const earlier = stages.findIndex(({ name }) => name !== '' && name === from?.toLowerCase());
const paths = words.filter((word) => !word.startsWith('--'));
const target = paths.at(-1) ?? '';
return (paths.slice(0, -1).every((path) => SETTINGS.test(path) || /^https?:/.test(path)) ||
target.startsWith('/etc/') ||
(from !== undefined &&
(earlier === -1 || isOfSettings(stages[earlier]?.instructions ?? [], stages.slice(0, earlier)))));
});
}
function scriptsInImage(dockerfile, textOf) {
if (dockerfile === undefined)
return [];
const words = textOf(dockerfile)?.match(/[\w./-]{1,200}(?:\.(?:sh|conf|ini)|entrypoint)\b/g) ?? [];
const folder = __import_0__.posix.dirname(dockerfile);
const paths = words.flatMap((word) => [
__import_0__.posix.join(folder, word),
__import_0__.posix.join(word),
__import_0__.posix.join(folder, __import_0__.posix.basename(word)),
]);
return [...new Set(paths)].flatMap((file) => {
const text = textOf(file);
return text === undefined ? [] : [{ file, text }];
});
}
}),
69360: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$K: () => (ruleSources),
Lp: () => (ruleFilesIn),
zA: () => (ruleFilePaths)
});
var __import_0__ = __webpack_require__(40493);
const ruleFilesIn = (workspace, named) => (0, __import_0__.CS)(workspace, named, '').filter((path) => path === named || /\.ya?ml$/i.test(path));
function ruleFilePaths(workspace, config) {
const paths = config.alerts.rules.flatMap((named) => ruleFilesIn(workspace, named));
const { rules = [], tests = [] } = Object.groupBy(new Set(paths), (path) => /_test\.ya?ml$/i.test(path) ? 'tests' : 'rules');
return { rules, tests };
}
function ruleSources(workspace, { config, read, found, }) {
const named = config ? ruleFilePaths(workspace, config) : { rules: [], tests: [] };
const readNamed = (paths) => paths.flatMap((path) => read(path, 'named') ?? []);
const deployedRules = readNamed(named.rules);
const isDeployed = new Set(deployedRules.map(({ file }) => file));
const others = found.filter(({ file }) => !isDeployed.has(file));
return { rules: [...deployedRules, ...others], deployedRules, ruleTests: readNamed(named.tests) };
}
}),
2849: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
m: () => (isSearched)
});
const NOT_SEARCHED = new Set([
'node_modules',
'vendor',
'target',
'dist',
'build',
'out',
'coverage',
'venv',
'__pycache__',
]);
const OPERATION = /^(?:fly(?:io)?|deploy(?:s|er|ment|ments)?|release|monitor(?:s|ing)?|observability|o11y|telemetry|otel|metrics|prom(?:etheus)?|alerts?|alerting|alertmanager|rules|grafana|dashboards?|ops|devops|sre|infra(?:structure)?|iac|platform|cloud|docker|compose|containers?|k8s|kube(?:rnetes)?|helm|ansible|config|conf|configs|ci|cd|cicd|scripts?|tasks|servers?|services?|stack|provision(?:ing)?|environments?|github|gitlab)$/;
const isSearched = (folder) => folder.startsWith('.')
? folder
.toLowerCase()
.split(/[._-]+/)
.some((word) => OPERATION.test(word))
: !NOT_SEARCHED.has(folder);
}),
56487: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
B: () => (withNames)
});
var __import_0__ = __webpack_require__(40493);
const withNames = (workspace, paths) => paths.map((path) => ({ path, file: (0, __import_0__.SH)(workspace, path) }));
}),
22204: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
I: () => (findSources)
});
var external_node_path_ = __webpack_require__(76760);
var errors = __webpack_require__(61469);
var lib_workspace = __webpack_require__(40493);
var aside = __webpack_require__(94442);
var fly_sources = __webpack_require__(63324);
var posix_ = __webpack_require__(53916);
var deploy_commands = __webpack_require__(47660);
;
async function inSurroundings(found, { naming, programs, exists }) {
const isOpen = found.some(({ text }) => /\$\{[A-Za-z_]/.test(text));
const all = isOpen ? [...naming, ...(await programs())].filter(({ text }) => !WRITTEN.test(text)) : [];
return found.map((source) => ({
...source,
exists: (path) => source.exists(path) || naming.some((file) => isPlaced(path, file, exists)),
isCompleted: !EXCEPTION.test(source.text) && all.some(({ text }) => fillsIn(text, source.file)),
}));
}
const WRITTEN = /^# Written by deploy-monitoring init/m;
const EXCEPTION = /deploy-monitoring ignore prometheus\/placeholder\b/;
const MAX_WORD = 200;
function isPlaced(path, { file, text }, exists) {
const name = (0, posix_.basename)(path);
if (!text.includes(name))
return false;
return text.split('\n').some((line) => {
if (!line.includes(name))
return false;
const words = line.split(/[^\w.@/-]+/).filter((word) => word !== '' && word.length <= MAX_WORD);
return (words.some((word) => (0, posix_.basename)(word) === name) &&
words.some((word) => !word.startsWith('/') && [(0, posix_.join)((0, posix_.dirname)(file), word), (0, posix_.join)(word)].some(exists)));
});
}
const mayFillIn = (path) => (0, deploy_commands.Kh)(path) || /(?:^|\/)(?:docker-)?(?:entrypoint|start|run)(?:[-_]\w+)?(?:\.\w+)?$/.test(path);
const FILLS_IN = /\b(?:envsubst|gomplate|confd|dockerize|consul-template|envtpl|envplate|esh|jinja2?|j2|ytt|templatefile|expandvars|eval)\b/;
const EDITS = /\b(?:sed|perl|awk)\b[^\n]{0,500}\$\\?\{?\w/;
function fillsIn(text, file) {
const name = `${(0, posix_.basename)(file).replace(/\..*$/, '')}.`;
const isNamed = (line) => line
.split(/[^\w.-]+/)
.some((word) => word.startsWith(name) && /\.(?:ya?ml|tmpl|tpl|template|in|j2)$/.test(word));
const lines = text
.replaceAll('\\\n', ' ')
.split('\n')
.filter((line) => !/^\s*#/.test(line));
const isFilled = lines.some((line) => FILLS_IN.test(line)) && lines.some(isNamed);
return isFilled || lines.some((line) => EDITS.test(line) && isNamed(line));
}
var recognise = __webpack_require__(18483);
var rule_files = __webpack_require__(69360);
var searched_folders = __webpack_require__(2849);
var source_files = __webpack_require__(56487);
var workflow_sources = __webpack_require__(22446);
;
const MAX_FOUND_BYTES = 2_000_000;
const MAX_FILES = 20_000;
const MAX_DEPTH = 12;
const MAX_KEPT_CHARACTERS = 100_000_000;
async function findSources(workspace, { config, own, scripted = [], pace }) {
const problems = [];
const large = [];
let room = MAX_KEPT_CHARACTERS;
const context = {
config,
pace,
read: reader(workspace, { problems, large }),
hasRoom: ({ text: { length } }) => {
room -= length;
return room >= 0;
},
};
const { paths: all, incomplete, closed, } = (0, lib_workspace.Fv)(workspace, {
skips: (folder) => !(0, searched_folders.m)(folder),
maxFiles: MAX_FILES,
maxDepth: MAX_DEPTH,
});
const { workflows, deploys } = await (0, workflow_sources.BF)(workspace, context);
const named = [...scripted, ...deploys.map(({ config }) => config)];
const paths = all.filter((path) => !(0, aside.Zl)(path) || (0, aside.hW)(path, { workspace, workflows, named }));
const other = await yamls(workspace, paths, { ...context, own });
const naming = await namedBy(workspace, paths.filter(recognise.sX), context);
const sources = {
fly: await (0, fly_sources.vV)({ ...context, workspace, paths, workflows, deploys }),
...other,
prometheus: await inSurroundings(other.prometheus, {
naming,
programs: async () => [...workflows, ...(await namedBy(workspace, paths.filter(mayFillIn), context))],
exists: (file) => (0, lib_workspace.j6)(workspace, (0, lib_workspace.tc)(workspace, file)),
}),
...(0, rule_files.$K)(workspace, { config, read: context.read, found: other.rules }),
workflows,
deploys,
naming,
dashboards: dashboards(workspace, paths, context),
};
return { sources, problems, incomplete: incomplete || room < 0, closed, large };
}
async function yamls(workspace, paths, { own, read, pace, hasRoom }) {
const found = {
prometheus: [],
rules: [],
dataSources: [],
};
const candidates = (0, source_files.B)(workspace, paths).filter(({ file }) => /\.(?:ya?ml|rules)$/.test(file) && file !== own && !(0, workflow_sources._2)(file));
await pace.each(candidates, ({ path }) => {
const source = read(path, 'found');
if (!source)
return;
const isPrometheus = (0, recognise.my)(source.text);
const isRules = (0, recognise.f2)(source.text);
const isDataSources = (0, recognise.OF)(source.text);
if ((!isPrometheus && !isRules && !isDataSources) || !hasRoom(source))
return;
if (isDataSources)
found.dataSources.push(source);
if (isPrometheus)
found.prometheus.push({ ...source, exists: existsRelativeTo(workspace, source), isCompleted: false });
if (isRules)
found.rules.push(source);
});
return found;
}
async function namedBy(workspace, paths, { read, pace, hasRoom }) {
const found = [];
await pace.each((0, source_files.B)(workspace, paths), ({ path }) => {
const source = read(path, 'found');
if (source && hasRoom(source))
found.push(source);
});
return found;
}
function reader(workspace, unread) {
const reported = new Set();
return (path, how) => {
try {
return (0, lib_workspace.yR)(workspace, path, limitOf(path, how));
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
if (!reported.has(path))
reportUnread((0, lib_workspace.SH)(workspace, path), how, { error, ...unread });
reported.add(path);
return undefined;
}
};
}
function limitOf(path, how) {
if (how === 'found')
return MAX_FOUND_BYTES;
return path.endsWith('.json') ? lib_workspace.Em : undefined;
}
function reportUnread(file, how, { error, problems, large }) {
const at = { file, line: 1, column: 1 };
for (const problem of error.problems)
if (how === 'named' || problem.code === 'file/outside')
problems.push({ ...problem, at });
else if (problem.code === 'file/too-large')
large.push(file);
}
const existsRelativeTo = (workspace, { file }) => (path) => (0, lib_workspace.j6)(workspace, (0, lib_workspace.tc)(workspace, (0, external_node_path_.join)((0, external_node_path_.dirname)(file), path)));
function dashboards(workspace, paths, { config, read }) {
const own = new Set((config?.grafana.dashboards ?? []).flatMap((path) => (0, lib_workspace.CS)(workspace, path, '.json')));
const others = paths.filter((path) => path.endsWith('.json') &&
!own.has(path) &&
!/(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|composer)\.json$/.test(path));
return [
...(0, source_files.B)(workspace, [...own]).map(({ path, file }) => ({
file,
text: () => read(path, 'named')?.text,
})),
...(0, source_files.B)(workspace, others).map(({ path, file }) => ({
file,
found: true,
text: () => {
const text = read(path, 'found')?.text;
return text !== undefined && (0, recognise.uQ)(text) ? text : undefined;
},
})),
];
}
}),
22446: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
BF: () => (workflowFiles),
ND: () => (isOfGitHub),
_2: () => (isWorkflow),
wP: () => (workflowPaths)
});
var __import_0__ = __webpack_require__(40493);
var __import_1__ = __webpack_require__(1403);
var __import_3__ = __webpack_require__(18483);
var __import_2__ = __webpack_require__(56487);
const FOLDERS = ['.github/workflows', '.forgejo/workflows', '.gitea/workflows'];
const isWorkflow = (file) => FOLDERS.some((folder) => file.startsWith(`${folder}/`) && /^[^/]+\.ya?ml$/.test(file.slice(folder.length + 1)));
const isOfGitHub = ({ file }) => file.startsWith('.github/');
const workflowPaths = (workspace) => FOLDERS.map((folder) => (0, __import_0__.tc)(workspace, folder))
.filter((folder) => (0, __import_0__.j6)(workspace, folder))
.flatMap((folder) => (0, __import_0__.CS)(workspace, folder, ''))
.filter((path) => isWorkflow((0, __import_0__.SH)(workspace, path)));
async function workflowFiles(workspace, { read, pace, hasRoom }) {
const workflows = [];
const callers = [];
await pace.each((0, __import_2__.B)(workspace, workflowPaths(workspace)), ({ path }) => {
const source = read(path, 'found');
const isCaller = source !== undefined && CALLS.test(source.text);
const isDeployer = source !== undefined && (0, __import_3__.hx)(source.text);
if (!source || !(isCaller || isDeployer) || !hasRoom(source))
return;
if (isDeployer)
workflows.push(source);
if (isCaller)
callers.push(source);
});
if (callers.length > 0) {
const { deploysOfWorkflows } = await __webpack_require__.e(2004).then(__webpack_require__.bind(__webpack_require__, 52004));
const about = { what: 'the workflows that others run' };
return { workflows, deploys: await pace.on(about, [], () => deploysOfWorkflows(workflows, callers)) };
}
const deploys = [];
await pace.each(workflows, (source) => void deploys.push(...(0, __import_1__.ju)(source)));
return { workflows, deploys };
}
const CALLS = /uses:\s*['"]?\.\/\.github\/workflows\//;
}),
32391: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
E: () => (withInitMark),
L: () => (initMarkOf)
});
const MARK = /^(?:# | {2}"__init": ")Written by deploy-monitoring init(?<from> from (?<source>\S+))?[.:;].* \[(?<digest>[0-9a-f]{16})\](?:",)?$/m;
function withInitMark(text, source) {
const origin = source === undefined
? 'Written by deploy-monitoring init: it is yours to change.'
: `Written by deploy-monitoring init from ${source}; change that file and run init again.`;
const isJson = text.startsWith('{');
const mark = isJson ? `  "__init": "${origin} [${BLANK}]",` : `# ${origin} [${BLANK}]`;
const lines = text.split('\n');
const at = isJson || text.startsWith('#!') ? 1 : 0;
const marked = [...lines.slice(0, at), mark, ...lines.slice(at)].join('\n');
return marked.replace(`[${BLANK}]`, `[${digestOf(marked)}]`);
}
function initMarkOf(text) {
const found = MARK.exec(text.replaceAll('\r\n', '\n').slice(0, MAX_HEAD))?.groups;
if (!found?.digest)
return undefined;
return { source: found.source, changed: digestOf(text.replace(found.digest, BLANK)) !== found.digest };
}
const BLANK = '0'.repeat(16);
const MAX_HEAD = 500;
function digestOf(text) {
const { hash } = process.getBuiltinModule('node:crypto');
return hash('sha256', text.replaceAll('\r\n', '\n'), 'hex').slice(0, 16);
}
}),
83052: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Hi: () => (RENDERED_PATHS),
L_: () => (FLY_TOML_PATH),
MU: () => (RULES_PATH),
Ny: () => (ALERTMANAGER_FOLDER),
VM: () => (PROMETHEUS_PATH)
});
const PROMETHEUS_PATH = 'monitoring/prometheus-fly.yml';
const RULES_PATH = 'monitoring/rules.yml';
const FLY_TOML_PATH = 'fly.monitoring.toml';
const ALERTMANAGER_FOLDER = 'monitoring';
const RENDERED_PATHS = [
PROMETHEUS_PATH,
RULES_PATH,
FLY_TOML_PATH,
...['alertmanager.yml', 'messages.tmpl', 'amtool.yml'].map((name) => `${ALERTMANAGER_FOLDER}/${name}`),
];
}),
67481: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CH: () => (shellWords),
HR: () => (isShellWord),
I7: () => (assignmentsOf),
K1: () => (copySources),
Rl: () => (copiedPaths),
UQ: () => (copiesFromStage),
kX: () => (inheritedInstructions),
n_: () => (readDockerfile),
sO: () => (withVariables),
xh: () => (lastInstruction)
});
function readDockerfile(text, target) {
const stages = stagesOf(instructionsOf(text));
const last = stages.findLast(({ name }) => name === target?.toLowerCase()) ?? stages.at(-1);
if (!last)
return { from: '', instructions: [], stages: [], named: [] };
const used = new Set();
addUsed(last, stages, used);
const base = (stage) => {
const earlier = stageBefore(stage, stage.base, stages);
return earlier ? base(earlier) : stage.base;
};
return {
from: base(last),
instructions: last.instructions,
stages: stages.filter((one) => used.has(one)),
named: stages.flatMap(({ name }) => name || []),
};
}
function inheritedInstructions({ stages }) {
const found = [];
for (let stage = stages.at(-1); stage; stage = stageBefore(stage, stage.base, stages))
found.unshift(...stage.instructions);
return found;
}
function assignmentsOf({ name, words }) {
if (name !== 'ENV' && name !== 'ARG')
return [];
const [first = '', second] = words;
if (name === 'ENV' && !first.includes('='))
return [[first, second ?? `$${first}`]];
return words.map((word) => {
const [, key = word, value = `$${word}`] = /^([^=]*)=(.*)$/s.exec(word) ?? [];
return [key, value];
});
}
const withVariables = (text, found) => text.replace(/\$\{(\w+)(?::?-([^}]*))?\}|\$(\w+)/g, (whole, name, fallback, plain) => found(name ?? plain) ?? fallback ?? whole);
function stagesOf(all) {
const first = all.findIndex(({ name }) => name === 'FROM');
if (first < 0)
return [{ name: '', base: '', instructions: [...all] }];
const stages = [];
for (const one of all.slice(first)) {
if (one.name === 'FROM') {
const [base = '', as = '', name = ''] = one.words.filter((word) => !word.startsWith('--'));
stages.push({ name: /^as$/i.test(as) ? name.toLowerCase() : '', base, instructions: [] });
}
else {
const outer = all
.slice(0, first)
.find(({ name, text }) => name === 'ARG' && text.startsWith(`${one.text}=`));
stages.at(-1)?.instructions.push(one.name === 'ARG' && outer ? outer : one);
}
}
return stages;
}
const stageBefore = (stage, name, stages) => {
const earlier = stages.slice(0, stages.indexOf(stage));
if (/^\d+$/.test(name))
return earlier[Number(name)];
return earlier.findLast((one) => one.name !== '' && one.name === name.toLowerCase());
};
function addUsed(stage, stages, used) {
if (used.has(stage))
return;
used.add(stage);
const copied = stage.instructions.flatMap(({ text }) => /(?:--from=|,from=)["']?([\w.-]+)/.exec(text)?.[1] ?? []);
for (const name of [stage.base, ...copied]) {
const earlier = stageBefore(stage, name, stages);
if (earlier)
addUsed(earlier, stages, used);
}
}
const copiedPaths = ({ stages }, args) => stages.flatMap(({ instructions }) => {
const known = new Map();
const filled = (text) => withVariables(text, (name) => known.get(name) ?? '$');
return instructions.flatMap((one) => {
for (const [key, value] of assignmentsOf(one))
known.set(key, (one.name === 'ARG' ? args?.get(key) : undefined) ?? filled(value));
if (one.name !== 'COPY' && one.name !== 'ADD')
return [];
if (copiesFromStage(one))
return [];
return copySources(one)
.map(filled)
.filter((path) => !/^\w+:\/\/|^<<|\$/.test(path));
});
});
const copiesFromStage = ({ words }) => words.some((word) => word.startsWith('--from='));
const copySources = ({ words }) => words.filter((word) => !word.startsWith('--')).slice(0, -1);
const isShellWord = (word) => /^(?:\d?(?:<(?!<)|>)|\|\||&&|;)/.test(word);
const lastInstruction = ({ instructions }, name) => instructions.findLast((one) => one.name === name);
function instructionsOf(text) {
const found = [];
let open;
text.split(/\r?\n/).forEach((line, i) => {
if (/^\s*(?:#|$)/.test(line))
return;
const isContinued = line.trimEnd().endsWith('\\');
const part = isContinued ? line.trimEnd().slice(0, -1) : line;
open = { text: open ? `${open.text} ${part.trim()}` : part.trim(), line: open?.line ?? i + 1 };
if (isContinued)
return;
const [, name = '', rest = ''] = /^([A-Za-z]+)\s+(.*)$/s.exec(open.text) ?? [];
if (name)
found.push({ name: name.toUpperCase(), text: rest, words: wordsOf(rest), line: open.line });
open = undefined;
});
return found;
}
function wordsOf(text) {
const list = jsonList(text);
return list ?? shellWords(text);
}
function jsonList(text) {
if (!text.trim().startsWith('['))
return undefined;
try {
const value = JSON.parse(text);
return Array.isArray(value) ? value.map(String) : undefined;
}
catch {
return undefined;
}
}
const shellWords = (text) => [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replace(/["']/g, ''));
}),
84711: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
T: () => (flyTomlModel)
});
var __import_0__ = __webpack_require__(67481);
function flyTomlModel(root) {
const deploy = root.entries.get('deploy');
const processes = namedEntries(root.entries.get('processes'));
const names = processes.map((entry) => entry.key);
const build = root.entries.get('build');
return {
app: text(root.entries.get('app')),
primaryRegion: text(root.entries.get('primary_region')),
groups: names.length > 0 ? names : ['app'],
processes,
env: tables(root.entries.get('env')).flatMap(entries),
deploy: deploy && {
at: deploy.at,
strategy: text(get(deploy, 'strategy')),
releaseCommand: text(get(deploy, 'release_command')),
},
override: {
entrypoint: command(get(root.entries.get('experimental'), 'entrypoint')),
cmd: command(get(root.entries.get('experimental'), 'cmd')),
},
services: [
...tables(root.entries.get('http_service')).map((table) => service(table, true)),
...tables(root.entries.get('services')).map((table) => service(table, false)),
],
checks: topLevelChecks(root.entries.get('checks')),
mounts: sections(root, 'mount', 'mounts'),
metrics: sections(root, 'metric', 'metrics'),
restarts: sections(root, 'restart'),
machines: sections(root, 'compute', 'computes', 'vm'),
files: sections(root, 'files'),
build: build?.kind === 'table' ? section(build) : undefined,
buildArgs: new Map(tables(get(build, 'args'))
.flatMap(entries)
.map(({ key, value }) => [key, value])),
words: wordsOf(root),
};
}
function wordsOf(root) {
const words = [];
const open = [root];
for (let node = open.pop(); node; node = open.pop())
if (node.kind === 'list')
for (const item of node.items)
open.push(item);
else if (node.kind === 'value')
words.push(...(typeof node.value === 'string' ? [node.value] : []));
else
for (const [key, value] of node.entries) {
words.push(key);
open.push(value);
}
return words;
}
const get = (node, key) => node?.kind === 'table' ? node.entries.get(key) : undefined;
function text(node) {
return node?.kind === 'value' && typeof node.value === 'string'
? { at: node.at, value: node.value }
: undefined;
}
function number(node) {
if (node?.kind !== 'value')
return undefined;
const value = typeof node.value === 'string' ? Number(node.value || Number.NaN) : node.value;
return typeof value === 'number' && Number.isFinite(value) ? { at: node.at, value } : undefined;
}
function written(node) {
const value = text(node) ?? number(node);
return value && { at: value.at, value: String(value.value) };
}
function tables(node) {
if (node?.kind === 'list')
return node.items.filter((item) => item.kind === 'table');
return node?.kind === 'table' ? [node] : [];
}
const sections = (root, ...keys) => keys.flatMap((key) => tables(root.entries.get(key)).map(section));
function section(table) {
return {
at: table.at,
processes: texts(get(table, 'processes')),
text: (key) => text(get(table, key)),
number: (key) => number(get(table, key)),
written: (key) => written(get(table, key)),
is: (key) => {
const node = get(table, key);
return node?.kind === 'value' && typeof node.value === 'boolean'
? { at: node.at, value: node.value }
: undefined;
},
has: (key) => table.entries.has(key),
};
}
function texts(node) {
return node?.kind === 'list' ? node.items.flatMap((item) => text(item) ?? []) : [];
}
function command(node) {
const single = text(node);
if (single)
return { at: single.at, words: (0, __import_0__.CH)(single.value) };
return node?.kind === 'list' ? { at: node.at, words: texts(node).map(({ value }) => value) } : undefined;
}
function entries(node) {
return [...node.entries].flatMap(([key, value]) => value.kind === 'value' ? [{ key, at: value.at, value: String(value.value) }] : []);
}
function namedEntries(node) {
if (node?.kind !== 'list')
return node?.kind === 'table' ? entries(node) : [];
return tables(node).flatMap((table) => {
const name = text(get(table, 'name'));
return name ? [{ key: name.value, at: table.at, value: text(get(table, 'command'))?.value ?? '' }] : [];
});
}
function topLevelChecks(node) {
const named = node?.kind === 'table'
? [...node.entries]
: tables(node).map((table) => [text(get(table, 'name'))?.value ?? '', table]);
return named.flatMap(([name, table]) => (table.kind === 'table' ? [check(table, name, undefined)] : []));
}
function check(table, name, known) {
const type = text(get(table, 'type'))?.value;
return { ...section(table), name, kind: known ?? (type === 'http' || type === 'tcp' ? type : undefined) };
}
function service(table, http) {
const stop = get(table, 'auto_stop_machines');
const value = stop?.kind === 'value' ? stop.value : undefined;
const start = get(table, 'auto_start_machines');
const kinds = http ? { checks: 'http' } : { http_checks: 'http', tcp_checks: 'tcp' };
return {
...section(table),
http,
ports: tables(get(table, 'ports')).map(port),
checks: Object.entries(kinds).flatMap(([key, kind]) => tables(get(table, key)).map((item) => check(item, '', kind))),
autostop: stop && {
at: stop.at,
stops: value === true || value === 'stop' || value === 'suspend',
},
autostart: start && { at: start.at, starts: !(start.kind === 'value' && start.value === false) },
};
}
function port(table) {
const single = number(get(table, 'port'))?.value;
return {
at: table.at,
from: single ?? number(get(table, 'start_port'))?.value ?? 0,
to: single ?? number(get(table, 'end_port'))?.value ?? 65535,
handlers: texts(get(table, 'handlers')).map((handler) => handler.value),
};
}
}),
44321: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
m: () => (globMatches)
});
const TOKEN = /(\*+|\[[^[\]]*\]|\\?[\s\S])(\?)?/g;
function globMatches(glob, path) {
let ends = Array.from({ length: path.length + 1 }, (_, i) => i === 0);
for (const [, token = '', optional] of glob.matchAll(TOKEN)) {
const before = ends;
const repeats = token.startsWith('*');
const accepts = acceptedBy(token);
ends = [];
for (const [i, ended] of before.entries()) {
const started = (repeats ? ends : before)[i - 1] ?? false;
ends.push(((repeats || optional !== undefined) && ended) || (started && accepts(path.charAt(i - 1))));
}
if (!ends.includes(true))
return false;
}
return ends.at(-1) === true;
}
function acceptedBy(token) {
if (token.startsWith('**') || token.startsWith('['))
return () => true;
if (token === '*')
return (character) => character !== '/';
const own = token.replace(/^\\(?=.)/s, '');
return (character) => character === own;
}
}),
42003: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
y: () => (placesIn)
});
function placesIn(text) {
const starts = [0];
for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1))
starts.push(end + 1);
return (offset) => {
let [line, after] = [0, starts.length];
while (after - line > 1) {
const middle = (line + after) >> 1;
if ((starts[middle] ?? 0) <= offset)
line = middle;
else
after = middle;
}
return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
};
}
}),
94611: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
D: () => (readToml),
_: () => (encryptedBy)
});
var __import_0__ = __webpack_require__(9605);
function readToml(text) {
if (DEEP.test(text))
return { ok: false, at: { line: 1, column: 1 }, error: TOO_MUCH };
try {
const root = { kind: 'table', at: { line: 1, column: 1 }, entries: new Map() };
for (const node of (0, __import_0__.MD)(text, { tomlVersion: '1.0' }).body[0].body)
if (node.type === 'TOMLTable')
fill(header(root, node), node.body);
else
fill(root, [node]);
return { ok: true, table: root };
}
catch (error) {
if (error instanceof RangeError)
return { ok: false, at: { line: 1, column: 1 }, error: TOO_MUCH };
if (!(error instanceof __import_0__.mB))
throw error;
return { ok: false, at: { line: error.lineNumber, column: error.column + 1 }, error: error.message };
}
}
const ENCRYPTED = [
[/\bENC\[AES256_GCM,data:/, 'SOPS'],
[/^-----BEGIN AGE ENCRYPTED FILE-----/, 'age'],
[/^\$ANSIBLE_VAULT;/, 'Ansible Vault'],
[/^-----BEGIN PGP MESSAGE-----/, 'GnuPG'],
];
const encryptedBy = (text) => ENCRYPTED.find(([mark]) => mark.test(text))?.[1];
const DEEP = /(?<![\w-])(?:[\w-]+[ \t]*\.[ \t]*){200}/;
const TOO_MUCH = 'it nests too deeply, or contains a text of hundreds of kilobytes';
const placeOf = (node) => ({
line: node.loc.start.line,
column: node.loc.start.column + 1,
});
function header(root, node) {
return descend(root, node.resolvedKey, placeOf(node));
}
function descend(from, path, at) {
let here = from;
path.forEach((part, i) => {
const next = path[i + 1];
const fresh = () => typeof next === 'number' ? { kind: 'list', at, items: [] } : { kind: 'table', at, entries: new Map() };
here = child(here, part) ?? put(here, part, fresh());
});
here.at = at;
return here;
}
function child(node, part) {
if (node.kind === 'table')
return node.entries.get(String(part));
return node.kind === 'list' ? node.items[Number(part)] : undefined;
}
function put(node, part, value) {
if (node.kind === 'table')
node.entries.set(String(part), value);
else if (node.kind === 'list')
node.items.push(value);
return value;
}
function fill(table, pairs) {
for (const pair of pairs) {
const path = pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value));
const last = path.pop() ?? '';
const at = placeOf(pair.key);
const holder = path.length === 0 ? table : inside(table, path, at);
holder.entries.set(last, convert(pair.value, at));
}
}
function inside(table, path, at) {
return path.reduce((here, part) => {
const known = here.entries.get(part);
if (known?.kind === 'table')
return known;
const fresh = { kind: 'table', at, entries: new Map() };
here.entries.set(part, fresh);
return fresh;
}, table);
}
function convert(node, at) {
if (node.type === 'TOMLArray')
return { kind: 'list', at, items: node.elements.map((element) => convert(element, placeOf(element))) };
if (node.type === 'TOMLInlineTable') {
const table = { kind: 'table', at, entries: new Map() };
fill(table, node.body);
return table;
}
return { kind: 'value', at, value: node.value, text: String(node.value) };
}
}),
68587: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jt: () => (get),
ld: () => (items),
ws: () => (scalarText)
});
const get = (node, key) => node?.kind === 'table' ? node.entries.get(key) : undefined;
const items = (node) => (node?.kind === 'list' ? node.items : []);
const scalarText = (node) => node?.kind === 'value' && node.value !== null ? node.text : undefined;
}),
69776: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
g: () => (readYaml)
});
var __import_0__ = __webpack_require__(38815);
var __import_2__ = __webpack_require__(51328);
var __import_1__ = __webpack_require__(42003);
const MAX_NODES = 200_000;
const MAX_DEPTH = 200;
function readYaml(text) {
const at = (0, __import_1__.y)(text);
const wrong = (place, message, hint, isUnsure = false) => ({
ok: false,
at: place,
message,
hint,
isUnsure,
});
try {
const deep = tooDeep(text);
if (deep !== undefined)
return wrong(at(deep), TOO_DEEP, FLATTEN);
const document = (0, __import_0__.Tp)(text, OPTIONS);
const more = document.errors.some((error) => error.code === 'MULTIPLE_DOCS');
const error = document.errors.find((one) => one.code !== 'MULTIPLE_DOCS');
if (error?.message.includes('call stack'))
return wrong(at(error.pos[0]), TOO_DEEP, FLATTEN);
const open = error && quoteClosedLater(text, error);
if (open !== undefined)
return wrong(at(open), 'The quoted text is not closed, or its next line is not indented further than its key.', 'Close the quote, or indent the lines of the text further.', true);
if (error)
return wrong(at(error.pos[0]), `Not valid YAML: ${error.message}.`, 'Check indentation, quotes and colons around this place.');
const convert = { at, source: text, left: MAX_NODES, anchors: new Map() };
return { ok: true, tree: toTree(document.contents, convert, 0), more };
}
catch (error) {
if (error instanceof Refused)
return wrong(at(error.offset), error.message, error.hint);
if (error instanceof RangeError)
return wrong({ line: 1, column: 1 }, TOO_DEEP, FLATTEN);
throw error;
}
}
const MOST_OPEN = 1_000;
const DASHES = /(?:[-?][ \t]+){200}/;
function tooDeep(text) {
let open = 0;
for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
open = Math.max(0, open + ('[{'.includes(bracket) ? 1 : -1));
if (open > MOST_OPEN)
return index;
}
return DASHES.exec(text)?.index;
}
function quoteClosedLater(text, { message, pos: [end] }) {
const quote = /^Missing closing (["'])quote/.exec(message)?.[1];
return quote !== undefined && text.includes(quote, end) ? text.lastIndexOf(quote, end) : undefined;
}
const OPTIONS = { prettyErrors: false, uniqueKeys: false };
const TOO_DEEP = 'The file nests too deeply, or expands to too many values.';
const FLATTEN = 'Write the values out instead of nesting them or repeating them with & and *.';
class Refused extends Error {
offset;
hint;
constructor(offset, message, hint) {
super(message);
this.offset = offset;
this.hint = hint;
}
}
function toTree(node, convert, depth) {
const own = node;
const offset = own?.range?.[0] ?? 0;
if (--convert.left < 0 || depth > MAX_DEPTH)
throw new Refused(offset, TOO_DEEP, FLATTEN);
const at = convert.at(offset);
if (own?.anchor)
convert.anchors.set(own.anchor, own);
const target = (0, __import_0__.Vj)(own) ? convert.anchors.get(own.source) : own;
if ((0, __import_0__.Vj)(own) && !target)
throw new Refused(offset, `The anchor ${(0, __import_2__.T)(own.source)} is not defined.`, 'Define it with & before it is used.');
if ((0, __import_0__.oP)(target))
return { kind: 'list', at, items: target.items.map((item) => toTree(item, convert, depth + 1)) };
if ((0, __import_0__.jh)(target))
return table(target, at, { convert, depth });
return scalar((0, __import_0__.jn)(target) ? target : undefined, at, convert);
}
function table(map, at, { convert, depth }) {
const made = { kind: 'table', at, entries: new Map() };
const pairs = map.items.map((pair) => {
const key = keyOf(pair);
const value = toTree(pair.value, convert, depth + 1);
if (value.kind === 'value' && value.value === null)
value.at = convert.at(key.offset);
return [key, value];
});
for (const [key, value] of pairs.filter(([{ name }]) => name !== '<<')) {
if (made.entries.has(key.name))
throw new Refused(key.offset, `The key ${(0, __import_2__.T)(key.name)} exists twice.`, 'Keep one of the two.');
made.entries.set(key.name, value);
}
const merged = pairs
.filter(([{ name }]) => name === '<<')
.flatMap(([, v]) => (v.kind === 'list' ? v.items : [v]));
for (const [name, value] of merged.flatMap((node) => (node.kind === 'table' ? [...node.entries] : [])))
if (!made.entries.has(name))
made.entries.set(name, value);
return made;
}
function keyOf({ key }) {
if (!(0, __import_0__.jn)(key))
return { name: '', offset: 0 };
return { name: String(key.source ?? key.value), offset: key.range?.[0] ?? 0 };
}
function scalar(node, at, convert) {
const raw = node?.value;
const value = typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean'
? raw
: raw === undefined || raw === null
? null
: String(raw);
const text = typeof value === 'string' ? value : (node?.source ?? String(value ?? ''));
return {
kind: 'value',
at,
value,
text,
inside: (offset) => inside(node, text.slice(0, offset), { at, convert }),
};
}
function inside(node, before, { at, convert }) {
const start = node?.range?.[0];
if (start === undefined)
return at;
if (node?.type === __import_0__.X5.BLOCK_LITERAL) {
const body = convert.source.indexOf('\n', start) + 1;
const indent = /^\n*( *)/.exec(convert.source.slice(body, body + 500))?.[1]?.length ?? 0;
const lines = before.split('\n');
return { line: at.line + lines.length, column: (lines.at(-1)?.length ?? 0) + indent + 1 };
}
const quote = node?.type === __import_0__.X5.QUOTE_DOUBLE || node?.type === __import_0__.X5.QUOTE_SINGLE ? 1 : 0;
const written = convert.source.slice(start + quote, start + quote + before.length);
return written === before && !before.includes('\n')
? { line: at.line, column: at.column + quote + before.length }
: at;
}
}),
94570: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
T: () => (steadyMs)
});
const steadyMs = () => process.uptime() * 1_000;
}),
3449: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
q: () => (createPace)
});
var __import_0__ = __webpack_require__(58500);
var __import_3__ = __webpack_require__(94570);
var __import_1__ = __webpack_require__(94869);
var __import_2__ = __webpack_require__(49773);
const ONE_MS = 5_000;
const TURN_MS = 50;
function createPace({ until, signal, oneMs = ONE_MS }) {
const slow = new Map();
const late = new Set();
let turned = (0, __import_3__.T)();
const turn = async () => {
if ((0, __import_3__.T)() - turned >= TURN_MS) {
await (0, __import_0__.setImmediate)();
turned = (0, __import_3__.T)();
}
signal.throwIfAborted();
};
const each = async (subjects, work) => {
const cursor = { next: 0, isEnough: false };
while (cursor.next < subjects.length && !cursor.isEnough) {
await turn();
const left = until - Date.now();
if (left <= 0) {
for (const subject of subjects.slice(cursor.next))
late.add(nameOf(subject));
return subjects.length;
}
const isOver = () => (0, __import_3__.T)() - turned >= TURN_MS;
const isSkipped = (subject) => slow.has(nameOf(subject));
const { done } = (0, __import_2__.u)(Math.min(left, oneMs), () => goThrough(subjects, work, { cursor, isOver, isSkipped }));
if (done)
continue;
const stopped = subjects[cursor.next++];
if (stopped && Date.now() < until)
slow.set(nameOf(stopped), stopped);
else if (stopped)
late.add(nameOf(stopped));
}
return cursor.next;
};
return {
each,
async on(subject, instead, work) {
let value = instead;
await each([subject], () => {
value = work();
});
return value;
},
problems: () => [
...[...slow.values()].map((subject) => tooSlow(subject, oneMs)),
...(late.size > 0 ? [tooLate([...late])] : []),
],
};
}
function goThrough(subjects, work, { cursor, isOver, isSkipped }) {
for (const subject of subjects.slice(cursor.next)) {
if (isOver())
return;
cursor.isEnough = !isSkipped(subject) && work(subject) === false;
if (cursor.isEnough)
return;
cursor.next++;
}
}
const nameOf = (subject) => ('file' in subject ? subject.file : subject.what);
function tooSlow(subject, oneMs) {
return {
code: 'file/not-checked',
severity: 'error',
...('file' in subject && { at: { file: subject.file, line: 1, column: 1 } }),
message: `Not checked: ${nameOf(subject)}. It took longer than ${oneMs / 1_000} s and was stopped.`,
hint: 'Make it smaller or simpler. If it is an ordinary file, report this as a bug of deploy-monitoring.',
};
}
function tooLate(late) {
return {
code: 'file/not-checked',
severity: 'error',
message: `The time was up before everything was checked. Not checked: ${(0, __import_1__.H$)(late, 10)}.`,
hint: 'Set `timeout` to a longer time, or check less (`working-directory`).',
};
}
}),
78430: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e9: () => (endFamilies),
l3: () => (startedBy),
rz: () => (newFamily)
});
var __import_0__ = __webpack_require__(73024);
const living = new Set();
const VARIABLE = 'DEPLOY_MONITORING_CHILD';
const run = `${process.pid}-${Date.now()}.`;
let count = 0;
function endFamilies() {
for (const family of living)
family.close();
if (count > 0)
killMarked(`${VARIABLE}=${run}`);
}
function newFamily() {
if (count === 0)
process.once('exit', endFamilies);
const mark = `${run}${++count}.`;
let group;
const family = {
mark: { [VARIABLE]: mark },
leads: (pid) => {
group = pid;
living.add(family);
},
signal: (name) => void send(group, name),
isAlive: () => send(group, 0),
close: () => {
if (living.delete(family))
send(group, 'SIGKILL');
},
kill: () => {
family.close();
killMarked(`${VARIABLE}=${mark}`);
},
};
return family;
}
function send(group, signal) {
if (group === undefined)
return false;
try {
return process.kill(-group, signal);
}
catch {
return false;
}
}
const PASSES = 10;
function killMarked(variable) {
for (let pass = 0; pass < PASSES; pass++) {
const found = marked(variable);
for (const pid of found) {
try {
process.kill(pid, 'SIGKILL');
}
catch {
}
}
if (found.length === 0)
return;
}
}
const startedBy = (pid) => marked(`${VARIABLE}=${pid}-`);
function marked(variable) {
if (process.platform !== 'linux')
return [];
return processes().filter((pid) => environmentOf(pid).some((one) => one.startsWith(variable)));
}
function processes() {
try {
return (0, __import_0__.readdirSync)('/proc')
.filter((name) => /^\d+$/.test(name))
.map(Number);
}
catch {
return [];
}
}
function environmentOf(pid) {
try {
return (0, __import_0__.readFileSync)(`/proc/${pid}/environ`, 'latin1').split('\0');
}
catch {
return [];
}
}
}),
51328: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
T: () => (quoted)
});
function quoted(value) {
const text = JSON.stringify(value) ?? String(value);
return text.length > 80 ? `${text.slice(0, 79)}\u2026` : text;
}
}),
74333: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
d: () => (configExample)
});
const EXAMPLE_SERVICE = '{ name: web, app: chat, port: 9090 }';
function configExample(change = {}) {
const { monitoring = '{ app: mon }', apps = '{ app: chat }', services = EXAMPLE_SERVICE, more = '', } = change;
const text = `monitoring: ${monitoring}
apps:
  - ${apps}
services:
  - ${services}
${more}`;
return { path: 'monitoring.yml', text };
}
}),
4891: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CD: () => (lintConfiguration),
Yq: () => (lintContract),
D_: () => (lintNotification),
Gv: () => (lintStoredSeries)
});
var load = __webpack_require__(35235);
var yaml = __webpack_require__(69776);
var machine_size = __webpack_require__(36889);
var rule = __webpack_require__(25796);
var query_url = __webpack_require__(57131);
var remote_write = __webpack_require__(88679);
var quote = __webpack_require__(51328);
var example = __webpack_require__(74333);
;
const noQueryUrl = {
code: 'config/no-query-url',
severity: 'warning',
what: 'The query API of a target of `remote_write` is not known.',
why: 'Samples cannot be read back from it: after a deploy, remote write to it is not checked. Thanos Receive and the cluster of VictoriaMetrics have separate addresses for queries.',
bad: (0, example.d)({ more: 'remote_write:\n  - { url: \u25b8"http://thanos.internal:19291/api/v1/receive" }' }),
good: (0, example.d)({
more: 'remote_write:\n  - { url: "http://thanos.internal:19291/api/v1/receive", query_url: "http://thanos.internal:10902" }',
}),
};
const withoutQueryUrl = ({ remote_write: targets }, locate) => targets.flatMap((target, i) => {
if ((0, query_url.D)(target) !== undefined)
return [];
const message = `The query API of ${(0, quote.T)((0, remote_write.je)(target))} does not follow from its url: whether samples arrive there will not be checked.`;
const hint = 'Add query_url: the address to which /api/v1/query is added.';
return [(0, rule.YK)(noQueryUrl, locate(['remote_write', i, 'url']), message, hint)];
});
;
const file = (path) => ({
path: 'monitoring.yml',
text: `monitoring: { app: mon }
apps:
  - { app: chat }
services:
  - name: web
    app: chat
    port: 9090
    path: ${path}
`,
});
const PLACEHOLDER = /\$\{[A-Za-z_][^{}]*\}/;
const configPlaceholder = {
code: 'config/placeholder',
severity: 'error',
what: 'The configuration of this action contains a placeholder: a dollar sign and a name in braces.',
why: 'Nothing expands it, so it would be deployed literally. Secrets are passed as inputs, all other values are written out.',
bad: file(`/\u25b8\${METRICS_PATH}`),
good: file('/stats'),
check(root, { report }) {
for (const { at, text } of placeholders(root))
report(at, `${(0, quote.T)(text)} would be deployed literally: placeholders are not expanded here.`, 'Replace it with the value.');
},
};
const placeholders = (root) => [...root.entries].flatMap(([key, value]) => (key === 'lint' ? [] : below(key, value)));
function below(key, node) {
const inKey = PLACEHOLDER.exec(key);
return [...(inKey ? [{ at: node.at, text: inKey[0] }] : []), ...inside(node)];
}
function inside(node) {
if (node.kind === 'table')
return [...node.entries].flatMap(([key, value]) => below(key, value));
if (node.kind === 'list')
return node.items.flatMap(inside);
const found = PLACEHOLDER.exec(node.text);
return found ? [{ at: node.inside?.(found.index) ?? node.at, text: found[0] }] : [];
}
var config_services = __webpack_require__(36927);
;
const configStaticOnFly = {
code: 'config/static-on-fly',
severity: 'warning',
what: 'A static address is that of an app on Fly.',
why: 'All machines of the app share it: each scrape reaches another one, and their counters are mixed into one series.',
bad: (0, example.d)({ services: '{ name: web, discovery: static, addresses: [\u25b8"chat.internal:9090"] }' }),
good: (0, example.d)({ services: '{ name: web, app: chat, port: 9090 }' }),
};
const OF_APP = /^(?!.*\.vm\.)(?:[\w-]+\.)*?([\w-]+)\.(?:internal|flycast):(\d+)$/i;
const PUBLIC = /^([\w-]+)\.fly\.dev:\d+$/i;
const staticOnFly = ({ services, apps }, locate) => services.flatMap((service, i) => (0, config_services.dC)(service)
? []
: service.addresses.flatMap((address, n) => {
const app = OF_APP.exec(address)?.[1] ?? appAt(address, apps);
if (app === undefined)
return [];
const message = `${(0, quote.T)(address)} is the app ${app} on Fly: each scrape reaches any one of its machines.`;
const hint = `Use app: ${app} with port instead of discovery: static: every machine is scraped.`;
return [(0, rule.YK)(configStaticOnFly, locate(['services', i, 'addresses', n]), message, hint)];
}));
function appAt(address, apps) {
const name = PUBLIC.exec(address)?.[1];
return apps.some(({ app }) => app === name) ? name : undefined;
}
;
const lintConfiguration = (config, source) => [
...lint_placeholders(source),
...machine(config, source),
...staticOnFly(config, (0, load._C)(source)),
...withoutQueryUrl(config, (0, load._C)(source)),
];
function lint_placeholders({ file, text }) {
if (!PLACEHOLDER.test(text))
return [];
const read = (0, yaml.g)(text);
return read.ok && read.tree.kind === 'table' ? (0, rule.xG)([configPlaceholder], read.tree, file) : [];
}
function machine({ monitoring: { vm } }, source) {
const fault = (0, machine_size.M)(vm.size, vm.memory_mb);
if (!fault)
return [];
const at = (0, load._C)(source)(['monitoring', 'vm', fault.about === 'size' ? 'size' : 'memory_mb']);
return [(0, rule.YK)(machine_size.$, at, fault.message, fault.hint)];
}
async function lintStoredSeries({ services, remote_write: targets }, source, pace) {
if ([...services, ...targets].every(({ keep, drop }) => keep === undefined && drop === undefined))
return [];
const { sentPatterns, seriesPatterns } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6052)]).then(__webpack_require__.bind(__webpack_require__, 46052));
const locate = (0, load._C)(source);
return pace.on(source, [], () => [...seriesPatterns(services, locate), ...sentPatterns(targets, locate)]);
}
async function lintContract(config, source, { base, sources, pace }) {
const stored = await lintStoredSeries(config, source, pace);
if (!base)
return stored;
const { removedMetrics } = await __webpack_require__.e(3112).then(__webpack_require__.bind(__webpack_require__, 23112));
return [...stored, ...(await removedMetrics(base, { config, source }, { sources, pace }))];
}
async function lintNotification(config, source, { sources: { deployedRules }, remoteWrite }) {
if (!source || !config.alerts.notify)
return [];
const { severityWithoutReceiver } = await __webpack_require__.e(1631).then(__webpack_require__.bind(__webpack_require__, 91631));
const { alertsOfShippedRules } = await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, 86234));
const shipped = () => alertsOfShippedRules(config, remoteWrite);
return severityWithoutReceiver(config, source, { own: deployedRules, shipped });
}
}),
50132: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Qu: () => (contractOf),
dM: () => (isAboutOthers),
vm: () => (contractOfDashboards)
});
var __import_6__ = __webpack_require__(62237);
var __import_5__ = __webpack_require__(47817);
var __import_0__ = __webpack_require__(59459);
var __import_1__ = __webpack_require__(39386);
var __import_2__ = __webpack_require__(9689);
var __import_3__ = __webpack_require__(34061);
var __import_4__ = __webpack_require__(10980);
const contractOfDashboards = (contract) => contract?.isFlys
? {
...contract,
values: (label) => (label === 'service' || label === 'job' ? [] : contract.values(label)),
}
: contract;
const STANDARD = /^(?:fly_\w+|target_info|(?:prometheus|go|process|promhttp|net_conntrack|python|nodejs|jvm|ruby|dotnet)_\w+)$/;
function contractOf(config, { recorded, assumed, jobsElsewhere = new Set(), }) {
const declared = declaredBy(config);
const hasFly = (0, __import_5__.rH)(config.monitoring);
const services = [...config.services.map(({ name }) => name), __import_4__.gu, ...(hasFly ? [__import_3__.Mw] : [])];
const labels = {
service: services,
job: services,
app: [...config.apps.map(({ app }) => app), config.monitoring.app],
};
const hint = similarName([...seriesNames(declared), ...recorded.keys()]);
return {
declares: declared.size > 0,
isFlys: (0, __import_5__.kk)(config.monitoring),
assumed,
ofFly: new Set(hasFly ? __import_3__.cC : []),
scrapeInterval: (0, __import_1__.E)(config.monitoring.scrape_interval) ?? 0,
recordedLabels: (name) => recorded.get(name),
jobsElsewhere,
values: (label) => (Object.hasOwn(labels, label) ? labels[label] : undefined),
targetValues: (label) => labels[label] ?? valuesOnTargets(label, config),
series(name) {
const part = __import_0__.HP.find((suffix) => suffix !== '' && name.endsWith(suffix));
const known = seriesOf(declared, name, '') ?? (part && seriesOf(declared, name.slice(0, -part.length), part));
if (known)
return known;
if ((0, __import_4__.eG)(name) ||
STANDARD.test(name) ||
recorded.has(name) ||
isCreationTime(name, declared))
return { kind: 'standard' };
return {
kind: 'unknown',
recorded: name.includes(':'),
get hint() {
return hint(name);
},
};
},
};
}
const valuesOnTargets = (label, { services, monitoring }) => label === 'instance' || (0, __import_5__.kk)(monitoring)
? undefined
: services.flatMap(({ labels }) => labels?.[label] ?? []);
const isAboutOthers = (unknown, contract) => {
const known = unknown.map((name) => contract.series(name));
const isOwn = (one) => one.kind === 'unknown' && one.hint !== undefined;
return known.some((one) => one.kind === 'unknown' && !one.recorded) && !known.some(isOwn);
};
function isCreationTime(name, declared) {
const base = name.replace(/_created$/, '');
return base !== name && [base, `${base}_total`].some((one) => declared.has(one));
}
const declaredBy = ({ services }) => Map.groupBy(services.flatMap((service) => (0, __import_6__.A)(service).map((metric) => ({ service: service.name, metric }))), ({ metric }) => metric.name);
function seriesOf(declared, name, part) {
const all = declared.get(name) ?? [];
const has = all.filter(({ metric }) => __import_0__.So[metric.type].includes(part));
const meant = has.length > 0 ? has : all;
const [first] = meant;
if (!first)
return undefined;
const services = meant.map(({ service }) => service);
return { kind: has.length > 0 ? 'declared' : 'impossible', part, services, metric: first.metric };
}
const seriesNames = (declared) => [...declared.values()]
.flat()
.flatMap(({ metric }) => __import_0__.So[metric.type].map((part) => `${metric.name}${part}`));
function similarName(names) {
const found = new Map();
return (name) => {
if (!found.has(name))
found.set(name, (0, __import_2__.MD)(name, names));
return found.get(name);
};
}
}),
77731: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
R: () => (FLY_TOML),
B: () => (TOP_KEYS)
});
var quote = __webpack_require__(51328);
var go = __webpack_require__(80138);
;
function mismatch(node, path, expected) {
const given = node.kind === 'value' ? (0, quote.T)(node.value) : node.kind === 'list' ? 'a list' : 'a table';
return { at: node.at, path, type: { given, expected }, known: [] };
}
function single(expected, fits) {
return (node, path, found) => {
if (!fits(node))
found.push(mismatch(node, path, expected));
};
}
const scalar = (expected, fits) => single(expected, (node) => node.kind === 'value' && fits(node.value));
const isText = (node) => node.kind === 'value' && (typeof node.value === 'string' || node.value instanceof Date);
const isTexts = (node) => node.kind === 'list' && node.items.every(isText);
const isDuration = (value) => typeof value === 'string' ? (0, go.L)(value) !== undefined : typeof value === 'number';
const value = {
text: single('text in quotes', isText),
texts: single('a list of texts, such as ["app"]', isTexts),
textOrTexts: single('text or a list of texts', (node) => isText(node) || isTexts(node)),
flag: scalar('true or false, without quotes', (value) => typeof value === 'boolean'),
whole: scalar('a whole number, without quotes', (value) => Number.isSafeInteger(value)),
number: scalar('a number, without quotes', (value) => Number.isFinite(value)),
anyWhole: scalar('a whole number', (value) => typeof value === 'string' ? /^[+-]?\d+$/.test(value) : typeof value === 'number'),
size: scalar('a size such as "10gb"', (value) => typeof value === 'string' || typeof value === 'number'),
duration: scalar('a duration such as "1m30s" (there are no days)', isDuration),
anyDuration: single('a duration such as "1m30s" (there are no days)', (node) => node.kind !== 'value' || typeof node.value !== 'string' || node.value === '' || isDuration(node.value)),
autostop: scalar('one of: "off", "stop", "suspend", true, false', (value) => typeof value === 'boolean' || ['off', 'stop', 'suspend'].includes(String(value))),
headers: single('a table of texts', (node) => node.kind === 'table' ||
(node.kind === 'list' && node.items.every((item) => item.kind === 'table' && item.entries.has('name')))),
anything: (() => { }),
formerList: ((node, path, found) => {
if (node.kind !== 'list' || node.items.length > 0)
found.push({ at: node.at, path, known: [] });
}),
};
const tableOf = (shapes) => (node, path, found) => {
if (node.kind === 'table')
entries(node, shapes, path, found);
else
found.push(mismatch(node, path, `a table: [${path}]`));
};
function entries(node, shapes, path, found) {
for (const [key, value] of node.entries) {
const inner = path ? `${path}.${key}` : key;
const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
if (shape)
shape(value, inner, found);
else
found.push({
at: value.at,
path: inner,
known: Object.keys(shapes).filter((one) => !node.entries.has(one)),
});
}
}
const tablesOf = (shapes) => (node, path, found) => {
if (node.kind !== 'list')
found.push(mismatch(node, path, `a list of tables: [[${path}]]`));
else
for (const item of node.items)
tableOf(shapes)(item, path, found);
};
const tableOrTables = (shapes) => (node, path, found) => node.kind === 'table' ? tableOf(shapes)(node, path, found) : tablesOf(shapes)(node, path, found);
const namedValues = (shape) => (node, path, found) => {
if (node.kind === 'table')
for (const [key, value] of node.entries)
shape(value, `${path}.${key}`, found);
else if (node.kind !== 'list')
found.push(mismatch(node, path, `a table: [${path}]`));
};
const limitsOf = (shapes) => (node, path, found) => {
const isOld = node.kind === 'value' && /^[+-]?\d+,[+-]?\d+$/.test(node.text);
if (!isOld)
tableOf(shapes)(node, path, found);
};
;
const { anyDuration, anything, anyWhole, autostop, duration, flag, formerList, headers, number, size, text: fly_toml_shape_text, texts, textOrTexts, whole, } = value;
const keys = (shape, names) => Object.fromEntries(names.split(' ').map((name) => [name, shape]));
const TIMES = 'interval timeout grace_period';
const former = { restart_limit: anything };
const httpCheck = { ...keys(fly_toml_shape_text, 'method path protocol tls_server_name'), tls_skip_verify: flag };
const vm = {
...keys(fly_toml_shape_text, 'size cpu_kind gpu_kind host_dedication_id'),
...keys(whole, 'cpus memory_mb max_memory_mb gpus'),
...keys(texts, 'kernel_args processes'),
memory: size,
persist_rootfs: anything,
};
const mount = {
...keys(fly_toml_shape_text, 'source destination auto_extend_size_increment auto_extend_size_limit'),
...keys(whole, 'snapshot_retention auto_extend_size_threshold'),
scheduled_snapshots: flag,
initial_size: size,
processes: texts,
};
const metrics = { port: whole, path: fly_toml_shape_text, https: flag, processes: texts };
const serving = {
...keys(anything, 'tls_options http_options machine_checks'),
auto_stop_machines: autostop,
auto_start_machines: flag,
min_machines_running: whole,
processes: texts,
};
const concurrency = { type: fly_toml_shape_text, ...keys(whole, 'hard_limit soft_limit') };
const topValues = {
...keys(fly_toml_shape_text, 'app primary_region kill_signal console_command host_dedication_id machine_config container'),
kill_timeout: anyDuration,
swap_size_mb: whole,
};
const TOP_KEYS = Object.keys(topValues);
const FLY_TOML = tableOf({
...topValues,
...keys(anything, 'machine_checks statics'),
experimental: tableOf({
...keys(textOrTexts, 'cmd entrypoint exec'),
...keys(flag, 'auto_rollback enable_consul enable_etcd lazy_load_images'),
...keys(anything, 'metrics_port metrics_path attached'),
kill_timeout: anyDuration,
machine_config: fly_toml_shape_text,
}),
build: tableOf({
...keys(fly_toml_shape_text, 'builder image builtin dockerfile ignorefile build-target build_target compression'),
...keys(anything, 'settings compose'),
buildpacks: texts,
compression_level: whole,
args: namedValues(fly_toml_shape_text),
}),
deploy: tableOf({
...keys(fly_toml_shape_text, 'strategy release_command seed_command'),
...keys(duration, 'wait_timeout release_command_timeout'),
max_unavailable: number,
release_command_vm: tableOf({ ...vm, memory: fly_toml_shape_text }),
}),
env: namedValues(anything),
processes: namedValues(fly_toml_shape_text),
http_service: tableOf({
...serving,
internal_port: whole,
force_https: flag,
concurrency: tableOf(concurrency),
checks: tablesOf({ ...httpCheck, ...keys(duration, TIMES), headers: namedValues(fly_toml_shape_text) }),
}),
services: tableOrTables({
...serving,
protocol: fly_toml_shape_text,
internal_port: anyWhole,
concurrency: limitsOf(concurrency),
ports: tableOrTables({
...keys(anything, 'tls_options http_options proxy_proto_options'),
...keys(whole, 'start_port end_port'),
port: anyWhole,
handlers: texts,
force_https: flag,
}),
tcp_checks: tableOrTables({ ...keys(anyDuration, TIMES), ...former }),
script_checks: formerList,
http_checks: tableOrTables({ ...httpCheck, ...keys(anyDuration, TIMES), ...former, headers }),
}),
checks: namedValues(tableOf({
...httpCheck,
...keys(anyDuration, TIMES),
...keys(fly_toml_shape_text, 'type name'),
port: whole,
processes: texts,
headers,
})),
files: tablesOf({ ...keys(fly_toml_shape_text, 'guest_path local_path secret_name raw_value'), processes: texts }),
restart: tablesOf({ policy: fly_toml_shape_text, retries: whole, processes: texts }),
...keys(tableOrTables(mount), 'mounts mount'),
...keys(tableOrTables(vm), 'vm compute computes'),
...keys(tableOrTables(metrics), 'metrics metric'),
});
}),
80138: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
L: () => (goDuration),
u: () => (goSize)
});
const UNITS = {
ns: 1e-6,
us: 1e-3,
\u00b5s: 1e-3,
\u03bcs: 1e-3,
ms: 1,
s: 1e3,
m: 6e4,
h: 3.6e6,
};
const DURATION = /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/;
function goDuration(text) {
if (/^[-+]?0$/.test(text))
return 0;
if (!DURATION.test(text))
return undefined;
const parts = text.matchAll(/(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/g);
const sum = [...parts].reduce((total, [, amount, unit]) => total + Number(amount) * (UNITS[unit ?? ''] ?? 0), 0);
return text.startsWith('-') ? -sum : sum;
}
function goSize(text, of) {
if (/^[-+]?\d+$/.test(text))
return Number(text);
const match = /^(\d*(?:\.\d*)?) ?([bkmgtp]?)(i?b)?$/i.exec(text);
if (!match?.[1] || match[1] === '.')
return undefined;
const [, amount, prefix = '', suffix = ''] = match;
if ((prefix === '' && suffix !== '') || (/b/i.test(prefix) && suffix !== ''))
return undefined;
const base = of === 'GB' ? 1000 : 1024;
const power = 'bkmgtp'.indexOf(prefix.toLowerCase() || 'b');
return Math.floor((Number(amount) * base ** power) / (of === 'GB' ? 1e9 : 1024 ** 2));
}
}),
20189: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
N: () => (lintFlyToml)
});
var config_services = __webpack_require__(36927);
var installed_prometheus = __webpack_require__(99821);
var formats_dockerfile = __webpack_require__(67481);
var fly_toml = __webpack_require__(84711);
var toml = __webpack_require__(94611);
var rule = __webpack_require__(25796);
var fly_toml_shape = __webpack_require__(77731);
var quote = __webpack_require__(51328);
;
const file = (app) => `${app}

[checks.alive]
type = "tcp"
port = 8080
`;
const appName = {
code: 'fly/app-name',
severity: 'warning',
what: 'fly.toml has another app name than the configuration.',
why: 'Prometheus looks for the services under APP.internal; a name that does not exist cannot be resolved.',
bad: file('\u25b8app = "chatter"'),
good: file('app = "chat"'),
check({ fly, app, role, isScrapedByFly }, { report }) {
if (!fly.app || fly.app.value === app)
return;
if (isScrapedByFly && role === 'monitoring')
return;
const found = isScrapedByFly ? '' : `, and Prometheus looks for ${app}.internal`;
report(fly.app.at, `The app is ${(0, quote.T)(fly.app.value)} here and ${(0, quote.T)(app)} in the configuration.`, `Use the same name: the deploy goes to ${app}${found}.`);
},
};
var fly_subject = __webpack_require__(22258);
;
const auto_start_file = (lines) => `app = "chat"

[http_service]
internal_port = 8080
${lines}

[[http_service.checks]]
path = "/health"
`;
const autoStart = {
code: 'fly/auto-start',
severity: 'warning',
what: 'Machines of a service stop when they are idle, and requests do not start them again.',
why: 'Once a machine is stopped, it stays stopped until the next deploy or `flyctl machine start`.',
bad: auto_start_file('auto_stop_machines = "suspend"\n\u25b8auto_start_machines = false\nmin_machines_running = 1'),
good: auto_start_file('auto_stop_machines = "suspend"\nmin_machines_running = 1'),
check({ fly }, { report }) {
for (const service of fly.services)
if (service.autostop?.stops && service.autostart?.starts === false)
report(service.autostart.at, `${(0, fly_subject.Vb)(service)} stops idle machines, and \`auto_start_machines = false\` keeps them stopped.`, 'Set `auto_start_machines = true`, or `auto_stop_machines = "off"`.');
},
};
;
const bluegreen_check_file = (check) => `app = "chat"

[deploy]
${check ? '' : '\u25b8'}strategy = "bluegreen"

[http_service]
internal_port = 8080
${check}`;
const bluegreenCheck = {
code: 'fly/bluegreen-check',
severity: 'warning',
what: 'The deploy strategy is bluegreen, and the app has no check.',
why: 'flyctl refuses it once the app has machines: it wants at least one check. Those in `machine_checks` do not count.',
bad: bluegreen_check_file(''),
good: bluegreen_check_file('\n[[http_service.checks]]\npath = "/health"\n'),
check({ fly }, { report }) {
const strategy = fly.deploy?.strategy;
if (strategy && lacksBluegreenCheck(fly))
report(strategy.at, 'The strategy bluegreen needs a check, and there is none: flyctl refuses each deploy but the first one.', 'Add [[http_service.checks]] with a `path` that the app answers with 200, or [checks.alive] with `type = "tcp"` and the port of the app.');
},
};
const lacksBluegreenCheck = ({ deploy, checks, services }) => deploy?.strategy?.value === 'bluegreen' &&
checks.length === 0 &&
services.every((service) => service.checks.length === 0);
;
const bluegreen_volume_file = (strategy) => `app = "chat"

[deploy]
${strategy}

[checks.alive]
type = "tcp"
port = 8080

[[mounts]]
source = "data"
destination = "/data"
initial_size = "10gb"
`;
const bluegreenVolume = {
code: 'fly/bluegreen-volume',
severity: 'warning',
what: 'The deploy strategy is bluegreen, and the app has a volume.',
why: 'Blue-green needs spare machines, which cannot have the volume.',
bad: bluegreen_volume_file('\u25b8strategy = "bluegreen"'),
good: bluegreen_volume_file('strategy = "rolling"'),
check({ fly }, { report }) {
const strategy = fly.deploy?.strategy;
if (strategy?.value === 'bluegreen' && fly.mounts.length > 0)
report(strategy.at, 'The strategy bluegreen does not work with a mounted volume.', 'Use rolling, the default.');
},
};
;
const broken_image_file = (dockerfile) => ({
text: `app = "chat"

\u25b8[build]
dockerfile = "Dockerfile"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/up"
`,
others: { Dockerfile: dockerfile },
});
const good = broken_image_file('FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n');
const brokenImage = {
code: 'fly/broken-image',
severity: 'warning',
what: 'The Dockerfile of an app cannot be built, or its image starts nothing.',
why: '`COPY` is not a command of a shell: it takes each of its words for the name of a file, and the build fails where one is not there. An image without `CMD` and `ENTRYPOINT` starts what its base image starts, which is a prompt of the language or a shell: without a terminal it ends at once.',
bad: broken_image_file('FROM node:22\nCOPY . .\n'),
good: { ...good, text: good.text.replace('\u25b8', '') },
check({ fly, build }, { report }) {
if (!build || fly.build?.has('image') || fly.build?.has('build-target'))
return;
const at = fly.build?.at ?? fly_subject.wv;
for (const { name, words, line } of build.content.stages.flatMap(({ instructions }) => instructions)) {
const word = name === 'COPY' || name === 'ADD' ? words.find(formats_dockerfile.HR) : undefined;
if (word !== undefined)
report(at, `${build.file}:${line} has ${(0, quote.T)(word)} after ${name}, which Docker takes for the name of a file: the build fails.`, `Write only files after ${name}. It cannot do without one that may be missing: copy the folder around it.`);
}
const [service] = fly.services;
if (service && startsNothing(build.content) && !isStarted(fly))
report(at, `${build.file} has no CMD and no ENTRYPOINT, and ${(0, quote.T)(build.content.from)} starts no server: nothing answers the port of the app.`, 'Add `CMD` with the command of the server, or [processes] to this file.');
},
};
const STARTS_NOTHING = /^(?:(?:docker\.io\/)?(?:library\/)?(?:node|python|golang|ruby|rust|elixir|erlang|openjdk|eclipse-temurin|amazoncorretto|perl|swift|gcc|haskell|alpine|debian|ubuntu)(?=[:@]|$)(?!.*onbuild)|scratch$)/;
function startsNothing(content) {
const isWhole = content.named.length === content.stages.filter(({ name }) => name !== '').length;
const commands = (0, formats_dockerfile.kX)(content).map(({ name }) => name);
return (isWhole &&
STARTS_NOTHING.test(content.from) &&
!commands.some((name) => name === 'CMD' || name === 'ENTRYPOINT'));
}
const isStarted = ({ processes, override, words }) => processes.length > 0 ||
(override.cmd ?? override.entrypoint) !== undefined ||
words.some((word) => word === 'exec' || word === 'machine_config');
var lib_text = __webpack_require__(94869);
;
const builds_file = (build) => `app = "chat"

${build}

[checks.alive]
type = "tcp"
port = 8080
`;
const builds = {
code: 'fly/builds',
severity: 'warning',
what: '[build] names more than one way to build.',
why: 'flyctl warns and uses one of them.',
bad: builds_file('\u25b8[build]\nimage = "ghcr.io/acme/chat"\ndockerfile = "Dockerfile"'),
good: builds_file('[build]\nimage = "ghcr.io/acme/chat"'),
check({ fly }, { report }) {
const ways = ['image', 'builder', 'dockerfile', 'builtin'].filter((key) => fly.build?.text(key)?.value);
if (fly.build && ways.length > 1)
report(fly.build.at, `[build] names ${(0, lib_text.U9)(ways.length, 'way')} to build: ${(0, lib_text.p_)(ways)}.`, 'Keep one of them.');
},
};
var go = __webpack_require__(80138);
;
const check_limits_file = (interval) => `app = "chat"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
${interval}
`;
const checkLimits = {
code: 'fly/check-limits',
severity: 'warning',
what: 'A check of a service has a duration outside the limits of Fly.',
why: 'Fly raises it to 1 s or lowers it to 1 min without a message.',
bad: check_limits_file('\u25b8interval = "2m"'),
good: check_limits_file('interval = "1m"'),
check({ fly }, { report }) {
for (const check of fly.services.flatMap((service) => service.checks))
for (const key of ['interval', 'timeout', 'grace_period']) {
const written = check.text(key);
const value = written && (0, go.L)(written.value);
if (value === undefined || (key === 'grace_period' && value === 0))
continue;
if (value >= 1_000 && value <= 60_000)
continue;
report(written?.at ?? check.at, `A check has ${key} = ${(0, quote.T)(written?.value)}; Fly ${value > 60_000 ? 'lowers it to 1m' : 'raises it to 1s'}.`, 'Use a duration from 1s to 1m.');
}
},
};
;
const checkPort = {
code: 'fly/check-port',
severity: 'error',
what: 'A check in [checks] has no port, and there is no http_service to take it from.',
why: '`flyctl config validate` accepts such a file; the deploy fails when it creates the machine.',
bad: `app = "chat"

\u25b8[checks.alive]
type = "tcp"
`,
good: `app = "chat"

[checks.alive]
type = "tcp"
port = 8080
`,
check({ fly }, { report }) {
const http = fly.services.find((service) => service.http);
const served = http ? (0, fly_subject.c1)(http.processes, fly) : [];
for (const check of fly.checks) {
if (check.has('port'))
continue;
const without = (0, fly_subject.c1)(check.processes, fly).find((group) => !served.includes(group));
if (without === undefined)
continue;
const where = fly.processes.length > 0 ? ` in process group ${(0, quote.T)(without)}` : '';
report(check.at, `[checks.${check.name}] has no port, and there is no http_service${where} to take it from.`, `Add \`port = \u2026\` to [checks.${check.name}].`);
}
},
};
;
const checkType = {
code: 'fly/check-type',
severity: 'error',
what: 'A check in [checks] has no `type` of `http` or `tcp`.',
why: 'Older versions of flyctl accepted such files; the current one refuses them.',
bad: `app = "chat"

\u25b8[checks.alive]
port = 8080
path = "/health"
`,
good: `app = "chat"

[checks.alive]
type = "http"
port = 8080
path = "/health"
`,
check({ fly }, { report }) {
for (const check of fly.checks) {
if (check.kind)
continue;
const name = `[checks.${check.name}]`;
const given = check.text('type');
const kind = check.has('path') || check.has('method') ? 'http' : 'tcp';
report(given?.at ?? check.at, given ? `${name} has the type ${(0, quote.T)(given.value)}.` : `${name} has no type.`, `Add \`type = "${kind}"\` to ${name}.`);
}
},
};
var posix_ = __webpack_require__(53916);
;
const dockerfile_file = (path) => ({
text: `app = "chat"

[build]
${path}

[checks.alive]
type = "tcp"
port = 8080
`,
others: {
'docker/Dockerfile': 'FROM scratch\n',
'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, dockerfile: docker/Dockerfile }]
services: [{ name: web, app: chat, port: 9090 }]
`,
},
});
const dockerfile = {
code: 'fly/dockerfile',
severity: 'warning',
what: 'fly.toml names another Dockerfile than the configuration.',
why: 'A deploy by hand builds another image than the action.',
bad: dockerfile_file('\u25b8dockerfile = "Dockerfile"'),
good: dockerfile_file('dockerfile = "docker/Dockerfile"'),
check({ fly, file, dockerfile, hasFile }, { report }) {
const own = fly.build?.text('dockerfile');
if (!own || dockerfile === undefined)
return;
const folder = (0, posix_.dirname)(file);
const named = (0, posix_.join)(folder, own.value);
if (named === dockerfile)
return;
const other = `\`dockerfile = "${(0, posix_.relative)(folder, dockerfile)}"\``;
const isMeant = (0, posix_.join)('/', dockerfile).endsWith((0, posix_.join)('/', own.value)) && hasFile?.(own.value) === true;
report(own.at, `[build] names the Dockerfile ${(0, quote.T)(named)}, the configuration names ${(0, quote.T)(dockerfile)}.`, isMeant
? `flyctl reads the path from the folder of this file: use ${other}. If a script copies the file to another folder before it deploys, the path is right for that: leave it.`
: `Use the same one, here ${other}: the action builds ${dockerfile}, \`flyctl deploy\` by hand builds the other.`);
},
};
;
const file_path_file = (source) => ({
path: 'chat/fly.toml',
text: `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[files]]
guest_path = "/etc/chat.yml"
${source}
`,
others: {
'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, config: chat/fly.toml }]
services: [{ name: web, app: chat, port: 9090 }]
`,
},
});
const filePath = {
code: 'fly/file-path',
severity: 'warning',
what: 'The local_path of a file leads nowhere from the folder that flyctl is started in.',
why: 'flyctl reads it relative to its working directory. This action starts it in the folder of the Fly configuration, or in `context` of the app.',
bad: file_path_file('\u25b8local_path = "chat.yml"'),
good: file_path_file('secret_name = "CHAT_YML"'),
check({ fly, ours, hasFile }, { report }) {
if (!ours || !hasFile)
return;
for (const section of fly.files) {
const local = section.text('local_path');
if (local && !local.value.startsWith('/') && !hasFile(local.value))
report(local.at, `local_path ${(0, quote.T)(local.value)} is not in the folder that this action starts flyctl in: the deploy fails, unless a step before it writes that file.`, 'Write it relative to the folder of this file, or set `context` of the app to the folder that it is relative to.');
}
},
};
;
const ignored_process_file = (processes) => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[vm]]
memory = "512mb"
${processes}
`;
const ignoredProcess = {
code: 'fly/ignored-process',
severity: 'warning',
what: 'A section names a process group that does not exist.',
why: 'flyctl accepts the file and leaves the section out.',
bad: ignored_process_file('processes = [\u25b8"worker"]'),
good: ignored_process_file('processes = ["app"]'),
check({ fly }, { report }) {
const sections = [
['[[mounts]]', fly.mounts],
['[[vm]]', fly.machines],
['[[files]]', fly.files],
['[[metrics]]', fly.metrics],
['[checks]', fly.checks],
];
for (const [what, all] of sections)
for (const { at, value } of all.flatMap((section) => section.processes))
if (!fly.groups.includes(value))
report(at, `${what} names the process group ${(0, quote.T)(value)}, which is not in [processes]: flyctl leaves the section out.`, value === 'release_command'
? 'Set the machine of the release command in [deploy.release_command_vm], or remove the section: it has no effect.'
: `Correct the name (${fly.groups.join(', ')}), or remove the section: it has no effect.`);
},
};
;
const immediate_file = (strategy) => `app = "chat"

[deploy]
${strategy}

[checks.alive]
type = "tcp"
port = 8080
`;
const immediate = {
code: 'fly/immediate',
severity: 'warning',
what: 'The deploy strategy is immediate.',
why: 'flyctl returns success immediately and does not check any machine.',
bad: immediate_file('\u25b8strategy = "immediate"'),
good: immediate_file('strategy = "rolling"'),
check({ fly }, { report }) {
const strategy = fly.deploy?.strategy;
if (strategy?.value === 'immediate')
report(strategy.at, 'With the strategy immediate a deploy reports success before any machine has started.', 'Use rolling, the default.');
},
};
;
const ipv4_bind_file = (address) => `app = "chat"

[env]
${address}

[checks.alive]
type = "tcp"
port = 8080
`;
const ipv4Bind = {
code: 'fly/ipv4-bind',
severity: 'warning',
what: 'A monitored service is configured to listen on 0.0.0.0.',
why: "Fly's private network is IPv6: the connection of Prometheus is refused.",
bad: ipv4_bind_file('\u25b8METRICS_ADDRESS = "0.0.0.0:9090"'),
good: ipv4_bind_file('METRICS_ADDRESS = "[::]:9090"'),
check(subject, { report }) {
const ports = subject.services.map(({ port }) => String(port));
if (ports.length === 0 || subject.isScrapedByFly || opensBoth(subject))
return;
for (const { where, at, port, isMetrics } of bindings(subject)) {
const isMeant = port === undefined ? isMetrics || ports.some((p) => appPorts(subject).has(p)) : ports.includes(port);
if (isMeant)
report(at, `${where} makes a service listen on 0.0.0.0, which is not reachable over the private network (IPv6).`, `Use ${port === undefined ? '::' : '[::]'} instead of 0.0.0.0: on Fly it accepts IPv4 as well.`);
}
},
};
const INTERPRETED = /(?:^|\/)(?:python[\d.]*|uv|uvx|poetry|uvicorn|gunicorn|hypercorn|granian|daphne|flask|node|npm|npx|pnpm|yarn|bun|deno|ruby|rails|puma|bundle|php|elixir|mix|dotnet)$/;
const OF_GO = /^(?:[\w.-]+\/)?(?:(?:grafana|prom|prometheus|victoriametrics|otel|minio)\/|(?:library\/)?(?:caddy|traefik|nats)(?:[:@]|$))/;
function opensBoth(subject) {
const started = (0, fly_subject.aX)(subject);
if (started.some(({ word }) => INTERPRETED.test(word)))
return false;
if (OF_GO.test(subject.fly.build?.text('image')?.value ?? subject.build?.content.from ?? ''))
return true;
if (!subject.build)
return subject.hasFile?.('go.mod') === true && subject.hasFile('Cargo.toml') !== true;
return subject.build.content.stages.some(({ base, instructions }) => /(?:^|\/)(?:golang|openjdk|eclipse-temurin|amazoncorretto|gradle|maven)(?:[:@-]|$)/.test(base) ||
instructions.some(({ name, text }) => name === 'RUN' && /\bgo (?:build|install)\b/.test(text)));
}
const ADDRESS = /^(?:[a-z+]+:\/\/)?0\.0\.0\.0(?::(\d+))?\/?$/;
const OF_OTHERS = /prox(?:y|ies)|allow|deny|block|trust|origin|cors|hosts$|whitelist|cidr|subnet|range|_?ips?$|upstream|target|peer/i;
const isMetricsName = (name) => /metric|prometheus|telemetry/i.test(name);
function bindings(subject) {
const { fly, build } = subject;
const set = new Set(fly.env.map(({ key }) => key));
const env = (build ? (0, formats_dockerfile.kX)(build.content) : [])
.filter(({ name }) => name === 'ENV')
.flatMap(({ words, line }) => variablesOf(words).map(([key, value]) => ({ key, value, line })))
.filter(({ key }) => !set.has(key));
const at = fly.build?.at ?? fly_subject.wv;
const variables = [
...fly.env.flatMap(({ key, value, at: here }) => binding(key, key, value, here)),
...env.flatMap(({ key, value, line }) => binding(`ENV ${key} in ${build?.file}:${line}`, key, value, at)),
];
const isGiven = variables.length > 0 && givesAddress(subject);
return [...variables.filter(({ isMetrics }) => isMetrics || !isGiven), ...flags(subject)];
}
function givesAddress(subject) {
const command = (0, fly_subject.aX)(subject).map(({ word }) => word);
const started = [command.join(' '), ...subject.scripts().map(({ text }) => text)].join('\n');
const isGunicorn = /\bgunicorn\b/.test(started) && subject.hasFile?.('gunicorn.conf.py') === true;
return isGunicorn || /\s(?:--(?:bind|host)[= ]|-b )["']?[\d[:]/.test(started);
}
function binding(where, key, value, at) {
const address = OF_OTHERS.test(key) ? null : ADDRESS.exec(value.trim());
return address ? [{ where, at, port: address[1], isMetrics: isMetricsName(key) }] : [];
}
const variablesOf = (words) => words[0]?.includes('=')
? words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)])
: [[words[0] ?? '', words.slice(1).join(' ')]];
function flags(subject) {
const all = (0, fly_subject.aX)(subject);
return all.flatMap(({ word, at, where }, i) => {
const [, flag = all[i - 1]?.word ?? '', value = word] = /^(--?[\w.-]+)=(.*)$/.exec(word) ?? [];
const address = OF_OTHERS.test(flag) ? null : ADDRESS.exec(value);
if (!address)
return [];
const command = all.filter((one) => one.where === where);
return [{ where, at, port: address[1] ?? portFlag(command), isMetrics: isMetricsName(flag) }];
});
}
function portFlag(command) {
for (const { word, next } of command) {
const [, value = next] = /^(?:--port|-p)(?:=(\d+))?$/.exec(word) ?? [undefined, ''];
if (value)
return /^\d+$/.exec(value)?.[0];
}
return undefined;
}
const appPorts = ({ fly }) => new Set([
...fly.services.flatMap((service) => service.written('internal_port')?.value ?? []),
...fly.env.flatMap(({ key, value }) => (key === 'PORT' ? [value] : [])),
]);
var machine_size = __webpack_require__(36889);
;
const memory_file = (vm, mark = '') => ({
path: 'fly.monitoring.toml',
text: `${mark}app = "mon"

[checks.up]
type = "tcp"
port = 9090
${vm}`,
});
const SMALLEST = 256;
const memory = {
code: 'fly/memory',
severity: 'warning',
what: 'The app that runs Prometheus has 256 MB of memory.',
why: 'That is the default, and too little for Prometheus with more than a few targets: the kernel ends it.',
bad: memory_file('', '\u25b8'),
good: memory_file('\n[[vm]]\nmemory = "512mb"\n'),
check({ fly, role }, { report }) {
if (role !== 'monitoring')
return;
const hint = 'Set `memory = "512mb"` in [[vm]].';
if (fly.machines.length === 0)
report(fly_subject.wv, 'There is no [[vm]]: a new machine gets 256 MB.', hint);
for (const machine of fly.machines) {
const written = machine.written('memory') ?? machine.written('memory_mb');
const size = machine.text('size')?.value ?? 'shared-cpu-1x';
const mib = written
? (0, go.u)(written.value, 'MiB')
: size === 'shared-cpu-1x' && cpusOf(machine) === 1
? SMALLEST
: undefined;
if (mib !== undefined && mib <= SMALLEST)
report(written?.at ?? machine.at, `Prometheus gets ${mib} MB of memory.`, hint);
}
},
};
const cpusOf = (machine) => machine.text('cpu_kind')?.value === 'performance' ? 0 : (machine.number('cpus')?.value ?? 1);
;
const memory_twice_file = (lines) => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[vm]]
${lines}
`;
const memoryTwice = {
code: 'fly/memory-twice',
severity: 'warning',
what: 'A [[vm]] sets its memory twice, with different values.',
why: 'Only one of `memory` and `memory_mb` has an effect.',
bad: memory_twice_file('memory = "1gb"\n\u25b8memory_mb = 512'),
good: memory_twice_file('memory = "1gb"'),
check({ fly }, { report }) {
for (const machine of fly.machines) {
const [text, number] = [machine.written('memory'), machine.number('memory_mb')];
if (!text || !number || (0, go.u)(text.value, 'MiB') === number.value)
continue;
report(number.at, `The machine has memory = ${(0, quote.T)(text.value)} and memory_mb = ${number.value}: only one of them has an effect.`, 'Keep the one that is meant.');
}
},
};
var gaps = __webpack_require__(95142);
;
const several_metrics_file = (more) => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[metrics]]
port = 9090
${more}`;
function leftOut({ fly }) {
const seen = new Set();
return new Map(fly.metrics.flatMap((section) => {
const groups = (0, fly_subject.c1)(section.processes, fly);
const again = groups.filter((group) => seen.has(group));
for (const group of groups)
seen.add(group);
return again.length > 0 ? [[section, again]] : [];
}));
}
const severalMetrics = {
code: 'fly/several-metrics',
severity: 'warning',
what: 'A process group has several [[metrics]].',
why: "flyctl uses only the first one; Fly's managed Prometheus does not scrape the others.",
bad: several_metrics_file('\n\u25b8[[metrics]]\nport = 9091\n'),
good: several_metrics_file(''),
check(subject, { report }) {
for (const [section, again] of leftOut(subject))
report(section.at, `[[metrics]] of port ${section.number('port')?.value} is not the first for process group ${again.join(', ')}: flyctl ignores it.`, 'Give each service its own process group, or use the Prometheus that this action deploys.');
},
};
;
const metrics_coverage_file = (port) => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

${port}
`;
const metricsCoverage = {
code: 'fly/metrics-coverage',
severity: 'warning',
what: '[metrics] covers one port of several services, or none of them.',
why: "Fly's managed Prometheus scrapes one port of each process group, and so only the service on that port.",
bad: metrics_coverage_file('\u25b8[metrics]\nport = 9091'),
good: metrics_coverage_file('[metrics]\nport = 9090'),
check(subject, { report }) {
if (subject.isScrapedByFly)
return;
const { fly } = subject;
for (const section of fly.metrics.filter((one) => !leftOut(subject).has(one))) {
const port = section.number('port')?.value;
const others = (0, fly_subject.qp)((0, fly_subject.c1)(section.processes, fly), subject).filter((s) => s.port !== port && !(0, gaps.s)(s));
if (port === undefined || others.length === 0)
continue;
const missed = others.map((service) => `${service.name} on port ${service.port}`);
report(section.at, `[metrics] covers only port ${port}: Fly's managed Prometheus does not scrape ${(0, lib_text.p_)(missed)}.`, 'Fly scrapes one port of each process group. The Prometheus that this action deploys scrapes all services.');
}
},
};
;
const CONTEXT = 3;
const NO_NEWLINE = '\\ No newline at end of file';
const lineCount = (text) => linesOf(text).length;
const linesOf = (text) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
function unifiedPatch(file, text, edits) {
const lines = linesOf(text);
const end = lines.length + 1;
const places = edits.map(({ line }) => line);
const from = Math.max(1, Math.min(...places) - CONTEXT);
const to = Math.min(end, Math.max(...edits.map(({ line, remove }) => line + remove)) + CONTEXT);
const isOpen = lines.length > 0 && !text.endsWith('\n');
const body = [];
let removing = 0;
for (let at = from; at <= to; at++) {
const here = edits.filter(({ line }) => line === at);
const isAtEnd = at === end;
if (here.length > 0 && isAtEnd && isOpen)
body.push(...reopened(body.splice(-2)));
body.push(...here.flatMap(({ add }) => add.map((line) => `+${line}`)));
removing = Math.max(removing, 0, ...here.map(({ remove }) => remove));
if (isAtEnd)
break;
body.push(`${removing-- > 0 ? '-' : ' '}${lines[at - 1]}`);
if (at === lines.length && isOpen)
body.push(NO_NEWLINE);
}
const count = (signs) => body.filter((line) => signs.includes(line[0] ?? '')).length;
const place = (signs) => `${count(signs) === 0 ? from - 1 : from},${count(signs)}`;
return [`--- a/${file}`, `+++ b/${file}`, `@@ -${place(' -')} +${place(' +')} @@`, ...body, ''].join('\n');
}
const reopened = ([last = '', mark = '']) => [
...[`-${last.slice(1)}`, mark, `+${last.slice(1)}`],
];
;
const FLY = `app = "chat"

[checks.alive]
type = "tcp"
port = 8080
`;
const others = {
'monitoring.yml': `monitoring: { engine: fly, organization: acme }
apps: [{ app: chat }]
services:
  - { name: web, app: chat, port: 9090, metrics: { users: gauge } }
`,
};
const metricsSection = {
code: 'fly/metrics-section',
severity: 'error',
what: 'With `engine: fly`, a service has no [[metrics]] section in the Fly configuration, or one for another page.',
why: 'Fly scrapes what the configuration of a machine names, and nothing else: without the section there is no sample.',
bad: { text: `\u25b8${FLY}`, others },
good: { text: `${FLY}\n[[metrics]]\nport = 9090\npath = "/metrics"\n`, others },
check(subject, { report }) {
if (!subject.isScrapedByFly)
return;
for (const service of subject.services.filter((one) => !(0, gaps.s)(one)))
for (const { at, message, toml, edits } of lacksOf(service, subject))
report(at, message, `Write ${(0, lib_text.p_)(toml.map((line) => `\`${line}\``))} in ${subject.file}, and deploy the app.`, edits && unifiedPatch(subject.file, subject.text, edits));
},
};
function lacksOf(service, subject) {
const { fly } = subject;
const ignored = leftOut(subject);
const groups = service.process === undefined ? fly.groups : [service.process];
const of = (group) => fly.metrics.find((one) => !ignored.has(one) && (0, fly_subject.c1)(one.processes, fly).includes(group));
const bare = groups.filter((group) => !of(group));
const sections = new Set(groups.flatMap((group) => of(group) ?? []));
return [
...(bare.length > 0 ? [noSection(service, bare, subject)] : []),
...[...sections].flatMap((section) => otherPage(service, section)),
];
}
function noSection(service, groups, { fly, text }) {
const { name, port, path, scheme } = service;
const isOnlyGroup = fly.groups.length === 1;
const keys = [
...[`port = ${port}`, `path = ${JSON.stringify(path)}`],
...(scheme === 'https' ? ['https = true'] : []),
...(isOnlyGroup ? [] : [`processes = [${groups.map((group) => JSON.stringify(group)).join(', ')}]`]),
];
const of = isOnlyGroup ? '' : ` (process group ${(0, lib_text.p_)(groups)})`;
return {
at: fly_subject.wv,
message: `There is no [[metrics]] section for ${name}${of}: Fly does not scrape it.`,
toml: ['[[metrics]]', ...keys],
edits: [
{
...{ line: lineCount(text) + 1, remove: 0 },
add: ['', '[[metrics]]', ...keys.map((key) => `  ${key}`)],
},
],
};
}
function otherPage(service, section) {
const differences = differencesOf(service, section);
const [first] = differences;
if (!first)
return [];
const isInOneLine = differences.some(({ at }) => at?.line === section.at.line);
return [
{
at: first.at ?? section.at,
message: `[[metrics]] has ${(0, lib_text.p_)(differences.map(({ key, found }) => `${key} ${found}`))}, and ${service.name} has ${(0, lib_text.p_)(differences.map(({ key, wanted }) => `${key} ${wanted}`))}: Fly scrapes another page.`,
toml: differences.map(({ key, wanted }) => `${key} = ${wanted}`),
edits: isInOneLine
? undefined
: differences.map(({ key, at, wanted }) => ({
...{ line: at?.line ?? section.at.line + 1, remove: at ? 1 : 0 },
add: [`  ${key} = ${wanted}`],
})),
},
];
}
function differencesOf({ port, path, scheme = 'http' }, section) {
const told = { port: section.number('port'), path: section.text('path') };
const [isHttps, wantsHttps] = [section.is('https'), scheme === 'https'];
const different = (key, at, found, wanted) => ({
...{ key, at, found, wanted },
});
return [
...(told.port?.value === port
? []
: [different('port', told.port?.at, String(told.port?.value ?? 'none'), String(port))]),
...((told.path?.value ?? '/metrics') === path
? []
: [different('path', told.path?.at, told.path?.value ?? '/metrics', JSON.stringify(path))]),
...((isHttps?.value === true) === wantsHttps
? []
: [different('https', isHttps?.at, String(isHttps?.value ?? false), String(wantsHttps))]),
];
}
;
const missing_process_text = `\u25b8app = "chat"

[checks.alive]
type = "tcp"
port = 8080
`;
const configuration = (process) => `monitoring: { app: mon }
apps: [{ app: chat }]
services:
  - { name: web, app: chat, port: 9090, process: ${process} }
`;
const missingProcess = {
code: 'fly/missing-process',
severity: 'warning',
what: 'The configuration names a process group that fly.toml does not have.',
why: 'No machine belongs to such a group, and a service without a target fails the verification.',
bad: { text: missing_process_text, others: { 'monitoring.yml': configuration('worker') } },
good: { text: missing_process_text.replace('\u25b8', ''), others: { 'monitoring.yml': configuration('app') } },
check({ fly, services }, { report }) {
for (const { name, process } of services)
if (process !== undefined && !fly.groups.includes(process))
report(fly.processes[0]?.at ?? fly_subject.wv, `The process group ${(0, quote.T)(process)} of service ${(0, quote.T)(name)} in the configuration does not exist here.`, `Process groups here: ${fly.groups.join(', ')}.`);
},
};
;
const noChecks = {
code: 'fly/no-checks',
severity: 'warning',
what: 'An app that serves requests has no health checks.',
why: 'A deploy succeeds as soon as the machine has run for some seconds, whether or not the app answers.',
bad: `app = "chat"

\u25b8[http_service]
internal_port = 8080
`,
good: `app = "chat"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
`,
check({ fly, text }, { report }) {
if (lacksBluegreenCheck(fly) || ON_PURPOSE.test(text))
return;
const checked = new Set(fly.checks.flatMap((check) => (0, fly_subject.c1)(check.processes, fly)));
const isChecked = (service) => service.checks.length > 0 ||
service.has('machine_checks') ||
(0, fly_subject.c1)(service.processes, fly).every((group) => checked.has(group));
const [service] = fly.services.filter((one) => one.text('protocol')?.value !== 'udp');
if (!service || fly.services.some(isChecked))
return;
const port = service.number('internal_port')?.value ?? 8080;
report(service.at, `${(0, fly_subject.Vb)(service)} has no health checks: a deploy succeeds although the app does not answer.`, service.http
? 'Add [[http_service.checks]] with `path`: one that the app answers with 200, without a redirect or a login; if the app answers no requests, remove [http_service].'
: `Add [checks.alive] with \`type = "tcp"\` and \`port = ${port}\`; if the app listens on no port, remove [[services]].`);
},
};
const CHECKS = '(?:(?:health|http|tcp|machine|service)[ _-]?checks?|checks)\\b';
const ON_PURPOSE = new RegExp(`^(?![^\\n]{0,200}\\b(?:todo|fixme|yet|later)\\b)[^#\\n]{0,200}#[^\\n]{0,200}(?:\\b(?:no|not|without|omit(?:ted)?|skip(?:ped)?|disabled)\\s+(?:\\w+\\s+){0,2}${CHECKS}|\\b${CHECKS}[^\\n.]{0,40}\\b(?:omitted|left out|disabled|on purpose|intentionally|deliberately|not needed)\\b)`, 'im');
var no_dockerfile = __webpack_require__(1482);
;
const open_prometheus_file = (port, more = '') => ({
path: 'fly.monitoring.toml',
text: `app = "mon"

[[vm]]
memory = "512mb"

[http_service]
${port}

[[http_service.checks]]
path = "/-/ready"
${more}`,
});
const PROTECTION = /web[._-]config|PROMETHEUS_ACCESS|basic_?auth|oauth|htpasswd/i;
const PORT = 9090;
function openService(subject) {
const { fly, role, build } = subject;
const open = fly.services.find((service) => service.number('internal_port')?.value === PORT && (service.http || service.ports.length > 0));
if (role !== 'monitoring' || !open)
return undefined;
const words = [
...fly.words,
...(0, fly_subject.aX)(subject).map(({ word }) => word),
...(build?.content.instructions ?? []).map(({ text }) => text),
...subject.scripts().flatMap(({ text }) => text.split('\n').filter((line) => !/^\s*[#;]/.test(line))),
];
return words.some((word) => PROTECTION.test(word)) ? undefined : open;
}
const openPrometheus = {
code: 'fly/open-prometheus',
severity: 'warning',
what: 'Prometheus is published to the internet without a password.',
why: 'Anyone can read its metrics, its targets and its configuration.',
bad: open_prometheus_file('\u25b8internal_port = 9090'),
good: open_prometheus_file('internal_port = 9090', '\n[[files]]\nguest_path = "/etc/prometheus/web-config.yml"\nsecret_name = "WEB_CONFIG"\n'),
check(subject, { report }) {
const open = openService(subject);
if (open)
report(open.number('internal_port')?.at ?? open.at, `${(0, fly_subject.Vb)(open)} publishes Prometheus to the internet, and no setting here, in its Dockerfile or in a script of it gives it a password.`, 'Start Prometheus with `--web.config.file` and `basic_auth_users`. The files that `init` writes have a password.');
},
};
;
const port_variable_file = (port) => `app = "chat"

[env]
${port}

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
`;
const PROXY = /nginx|caddy|haproxy|envoy|traefik|apache|httpd|varnish|thruster|pgbouncer|supervisor/i;
const portVariable = {
code: 'fly/port-variable',
severity: 'warning',
what: 'PORT in [env] differs from the port that Fly sends requests to.',
why: 'An app that listens on PORT is not reachable: the deploy fails its checks, or the site answers with 502.',
bad: port_variable_file('\u25b8PORT = "3000"'),
good: port_variable_file('PORT = "8080"'),
check({ fly, build }, { report }) {
const [service, ...others] = fly.services;
const portOf = (one) => one?.number('internal_port')?.value;
const internal = portOf(service);
const variable = fly.env.find(({ key }) => key === 'PORT');
const port = Number(variable?.value);
if (!service || internal === undefined || fly.groups.length > 1)
return;
if (others.some((one) => portOf(one) !== internal))
return;
if (!variable || !Number.isInteger(port) || port === internal)
return;
const shown = [...fly.words, ...shownBy(build?.content.instructions ?? [], internal)];
const isNamed = (text) => PROXY.test(text) || new RegExp(`(?<!\\d)${internal}(?!\\d)`).test(text);
if (PROXY.test(build?.content.from ?? '') || shown.some(isNamed))
return;
report(variable.at, `PORT is ${port}, and ${(0, fly_subject.Vb)(service)} sends requests to port ${internal}.`, `If the app listens on PORT, use one number for both; if it listens on ${internal}, remove PORT.`);
},
};
function shownBy(instructions, internal) {
const setsPort = (one) => one.name === 'ENV' && (0, formats_dockerfile.I7)(one).some(([key, value]) => key === 'PORT' && value === `${internal}`);
const isReplaced = instructions.some(setsPort);
return instructions
.filter(({ name }) => !isReplaced || (name !== 'EXPOSE' && name !== 'HEALTHCHECK'))
.flatMap((one) => setsPort(one)
? (0, formats_dockerfile.I7)(one).flatMap(([key, value]) => (key === 'PORT' ? [] : `${key}=${value}`))
: one.text);
}
;
const prometheus_admin_file = (command, service) => ({
path: 'fly.monitoring.toml',
text: `app = "mon"

[experimental]
${command}

[[vm]]
memory = "512mb"

[http_service]
internal_port = 9090

[[http_service.checks]]
path = "/-/ready"
${service}`,
also: ['fly/open-prometheus'],
});
const POWERS = {
'web.enable-admin-api': 'delete samples',
'web.enable-lifecycle': 'stop it',
};
const prometheusAdmin = {
code: 'fly/prometheus-admin',
severity: 'warning',
what: 'A public Prometheus without a password has its admin or lifecycle API enabled.',
why: 'Anyone can delete its samples, or stop it.',
bad: prometheus_admin_file('\u25b8cmd = ["--config.file=/etc/prometheus/prometheus.yml", "--web.enable-admin-api"]', ''),
good: prometheus_admin_file('cmd = ["--config.file=/etc/prometheus/prometheus.yml"]', '\n[[files]]\nguest_path = "/etc/prometheus/web-config.yml"\nsecret_name = "WEB_CONFIG"\n'),
check(subject, { report }) {
if (!openService(subject))
return;
for (const [name, power] of Object.entries(POWERS)) {
const flag = (0, fly_subject.iP)(subject, name);
if (flag)
report(flag.at, `Prometheus is public, and \`--${name}\` lets anyone ${power}.`, `Remove \`--${name}\` from ${flag.where}, or give Prometheus a password.`);
}
},
};
var cross_references = __webpack_require__(16555);
;
const prometheus_user_file = (build, dockerfile = null) => ({
path: 'fly.monitoring.toml',
others: { Dockerfile: dockerfile },
text: `app = "mon"

${build}
[[vm]]
memory = "512mb"

[[mounts]]
source = "prometheus"
destination = "/prometheus"
initial_size = "10gb"

[checks.up]
type = "tcp"
port = 9090
`,
});
const prometheusUser = {
code: 'fly/prometheus-user',
severity: 'warning',
what: 'Prometheus runs as the user nobody and has a volume.',
why: 'Fly mounts a new volume for root: Prometheus cannot write to it ("permission denied") and exits.',
bad: prometheus_user_file('[build]\n\u25b8image = "prom/prometheus:v3.13.3"\n'),
good: prometheus_user_file('', 'FROM prom/prometheus:v3.13.3\nUSER root\n'),
check({ fly, build }, { report }) {
const image = fly.build?.text('image');
const isNobody = image
? (0, cross_references.X)(image.value)
: build && (0, cross_references.X)(build.content.from) && !(0, formats_dockerfile.xh)(build.content, 'USER');
if (fly.mounts.length > 0 && isNobody)
report(image?.at ?? fly.build?.at ?? fly_subject.wv, `The image of Prometheus${image ? '' : `, which ${build?.file} starts from,`} runs as the user nobody, and a new volume belongs to root: Prometheus exits with "permission denied".`, image
? 'Build an image with a Dockerfile: `FROM` this image, then `USER root`. `init` writes one that gives up root again.'
: `Add \`USER root\` to ${build?.file}. The Dockerfile that \`init\` writes gives up root again.`);
},
};
;
const prometheus_volume_file = (destination) => ({
path: 'fly.monitoring.toml',
others: { Dockerfile: 'FROM prom/prometheus:v3.13.3\nUSER root\n' },
text: `app = "mon"

[[vm]]
memory = "512mb"

[[mounts]]
source = "prometheus"
${destination}
initial_size = "10gb"

[checks.up]
type = "tcp"
port = 9090
`,
});
const prometheusVolume = {
code: 'fly/prometheus-volume',
severity: 'warning',
what: 'Prometheus does not write its samples to the volume of its machine.',
why: 'The samples are on the disk of the machine, which every deploy replaces.',
bad: prometheus_volume_file('\u25b8destination = "/data"'),
good: prometheus_volume_file('destination = "/prometheus"'),
check(subject, { report }) {
const { mounts } = subject.fly;
const path = storageOf(subject);
const targets = mounts.flatMap((mount) => mount.text('destination') ?? []);
const [first] = targets;
if (path === undefined || !first || targets.some(({ value }) => isBelow(path, value)))
return;
report(first.at, `Prometheus writes to ${(0, quote.T)(path)}, and the volume is at ${(0, lib_text.p_)(targets.map(({ value }) => (0, quote.T)(value)))}: every deploy loses the samples.`, `Set \`destination = ${(0, quote.T)(path)}\`, or start Prometheus with \`--storage.tsdb.path=${first.value}\`.`);
},
};
function storageOf(subject) {
const { fly, build } = subject;
const image = fly.build?.text('image')?.value ?? build?.content.from ?? '';
const isScript = fly.override.entrypoint ?? (build && (0, formats_dockerfile.xh)(build.content, 'ENTRYPOINT'));
const isAgent = (0, fly_subject.aX)(subject).some(({ word }) => /^--(?:agent$|enable-feature=.*agent|storage\.agent)/.test(word));
if (!(0, cross_references.X)(image) || isScript || isAgent)
return undefined;
const path = (0, fly_subject.iP)(subject, 'storage.tsdb.path')?.value;
if (path === undefined || path === '')
return '/prometheus';
return path.startsWith('/') ? path.replace(/(?<=.)\/+$/, '') : '/prometheus';
}
const isBelow = (path, folder) => `${path}/`.startsWith(`${folder.replace(/\/+$/, '')}/`);
;
const public_metrics_file = (sections) => `app = "chat"

[http_service]
internal_port = 8080

[[http_service.checks]]
path = "/health"
${sections}`;
const publicMetrics = {
code: 'fly/public-metrics',
severity: 'warning',
what: 'A port that serves only metrics is published to the internet.',
why: 'Prometheus needs only the private network; metrics disclose facts about users and internals. (Metrics on the port of the app itself are common and not reported.)',
bad: public_metrics_file(`
[[services]]
\u25b8internal_port = 9090

[[services.ports]]
port = 9090
handlers = ["tls", "http"]
`),
good: public_metrics_file(''),
check({ fly, services }, { report }) {
for (const service of fly.services) {
const internal = service.number('internal_port');
const isMetrics = services.some(({ port }) => port === internal?.value);
if (!internal || !isMetrics || !isOnlyForMetrics(service, fly.services))
continue;
report(internal.at, `${(0, fly_subject.Vb)(service)} publishes port ${internal.value}, which the configuration names for metrics, to the internet.`, 'Prometheus uses the private network. Remove this section if nothing else uses the port from outside.');
}
},
};
function isOnlyForMetrics(service, all) {
if ((0, fly_subject.CA)(service).length === 0 || isWeb(service))
return false;
return all.some((other) => other !== service && isWeb(other) && portOf(other) !== portOf(service));
}
const portOf = (service) => service.number('internal_port')?.value;
const isWeb = (service) => (0, fly_subject.CA)(service).some(({ from, to }) => [80, 443].some((port) => from <= port && port <= to));
;
const raw_value_file = (value) => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[files]]
guest_path = "/etc/chat.yml"
${value}
`;
const rawValue = {
code: 'fly/raw-value',
severity: 'warning',
what: 'The raw_value of a file is already encoded in base64.',
why: 'flyctl encodes it again (the documentation says otherwise); the machine gets base64 text.',
bad: raw_value_file('\u25b8raw_value = "Z2xvYmFsOiB7IHNjcmFwZV9pbnRlcnZhbDogMTVzIH0="'),
good: raw_value_file('raw_value = "global: { scrape_interval: 15s }"'),
check({ fly }, { report }) {
for (const section of fly.files) {
const raw = section.text('raw_value');
if (raw && isBase64Text(raw.value))
report(raw.at, 'raw_value is already encoded in base64, and flyctl encodes it again.', 'Write the plain text, or use local_path.');
}
},
};
function isBase64Text(value) {
if (value.length < 16 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value))
return false;
return /^[\t\n\r -~]+$/.test(Buffer.from(value, 'base64').toString('latin1'));
}
;
const retention_size_file = (size) => ({
path: 'fly.monitoring.toml',
text: `app = "mon"

[env]
${size}

[[vm]]
memory = "512mb"

[[mounts]]
source = "prometheus"
destination = "/prometheus"
initial_size = "10gb"

[checks.up]
type = "tcp"
port = 9090
`,
});
const retentionSize = {
code: 'fly/retention-size',
severity: 'warning',
what: 'Prometheus may keep more data than fits on its volume.',
why: 'A full volume stops Prometheus.',
bad: retention_size_file('\u25b8PROMETHEUS_RETENTION_SIZE = "10GB"'),
good: retention_size_file('PROMETHEUS_RETENTION_SIZE = "8GB"'),
check(subject, { report }) {
const size = retentionOf(subject);
const [mount] = subject.fly.mounts;
const keeps = size && (0, go.u)(size.value, 'GB');
if (subject.role !== 'monitoring' || !mount || keeps === undefined || mount.has('auto_extend_size_limit'))
return;
const room = (0, go.u)(mount.written('initial_size')?.value ?? '1', 'GB') ?? 1;
if (keeps >= room)
report(size?.at ?? mount.at, `Prometheus may keep ${(0, quote.T)(size?.value)} of samples, and a new volume has ${room} GB.`, 'Keep at most 80 % of what the volume has (the write-ahead log needs room too), or extend the volume: `flyctl volumes extend`.');
},
};
function retentionOf(subject) {
return (subject.fly.env.find(({ key }) => /RETENTION_SIZE$/.test(key)) ??
(0, fly_subject.iP)(subject, 'storage.tsdb.retention.size'));
}
;
const scale_to_zero_file = (lines) => `app = "chat"

[http_service]
internal_port = 8080
${lines}

[[http_service.checks]]
path = "/health"
`;
const scaleToZero = {
code: 'fly/scale-to-zero',
severity: 'warning',
what: 'The app may stop all of its machines when it is idle, and its services are monitored.',
why: 'Scrapes go over the private network: they neither keep a machine awake nor start it.',
bad: scale_to_zero_file('\u25b8auto_stop_machines = "stop"'),
good: scale_to_zero_file('auto_stop_machines = "stop"\nmin_machines_running = 1'),
check(subject, { report }) {
for (const service of subject.fly.services) {
const least = service.number('min_machines_running')?.value ?? 0;
if (!service.autostop?.stops || least > 0)
continue;
const isApp = subject.role === 'app';
const watched = (0, fly_subject.qp)((0, fly_subject.c1)(service.processes, subject.fly), subject).filter((s) => !s.may_stop);
if (isApp && watched.length === 0)
continue;
const names = isApp ? (0, lib_text.p_)(watched.map(({ name }) => name)) : 'Prometheus';
report(service.autostop.at, `${(0, fly_subject.Vb)(service)} stops every machine when there are no requests, and ${names} with it; scrapes do not start them.`, isApp
? 'Set `min_machines_running = 1` or `auto_stop_machines = "off"`, or `may_stop: true` for the services in the configuration.'
: 'Set `auto_stop_machines = "off"`.');
}
},
};
var secrets = __webpack_require__(32301);
;
const secret_in_env_file = (line) => `app = "chat"

[env]
${line}

[checks.alive]
type = "tcp"
port = 8080
`;
const secretInEnv = {
code: 'fly/secret-in-env',
severity: 'warning',
what: 'A value in [env] looks like a secret.',
why: 'fly.toml is in the repository, and [env] is visible to everyone who has access to the app.',
bad: secret_in_env_file('\u25b8DATABASE_URL = "postgres://chat:hunter2@db.internal/chat"'),
good: secret_in_env_file('DATABASE_URL = "postgres://chat@db.internal/chat"'),
check({ fly }, { report }) {
for (const { key, value, at } of fly.env)
if ((0, secrets.n)(key, value))
report(at, `[env] has a secret in ${key}.`, `Remove the line, run \`flyctl secrets set ${key}=\u2026\`, and change the secret: it is in the history of the repository.`);
},
};
;
const servicePorts = {
code: 'fly/service-ports',
severity: 'warning',
what: 'A service has no ports.',
why: 'Nothing is published. flyctl warns, and has announced that it will refuse such files.',
bad: `app = "chat"

\u25b8[[services]]
internal_port = 9090

[[services.tcp_checks]]
interval = "15s"
`,
good: `app = "chat"

[checks.alive]
type = "tcp"
port = 9090
`,
check({ fly }, { report }) {
for (const service of fly.services)
if (!service.http && service.ports.length === 0)
report(service.at, `${(0, fly_subject.Vb)(service)} has no ports.`, service.checks.length > 0
? 'Add [[services.ports]]. If nothing outside reaches it, write its checks as [checks.NAME] with this port instead, and remove the service.'
: 'Add [[services.ports]], or remove the service: metrics need no published port.');
},
};
;
const service_processes_file = (section) => `app = "chat"

[processes]
web = "chat serve"

${section}
internal_port = 8080

[[http_service.checks]]
path = "/health"
`;
const serviceProcesses = {
code: 'fly/service-processes',
severity: 'error',
what: 'A service has no `processes`, although [processes] exists.',
why: 'Older versions of flyctl accepted such files; the current one refuses them.',
bad: service_processes_file('\u25b8[http_service]'),
good: service_processes_file('[http_service]\nprocesses = ["web"]'),
check({ fly }, { report }) {
const names = fly.processes.map(({ key }) => key);
if (names.length === 0)
return;
const list = names.length === 1 ? (0, quote.T)(names) : `[\u2026], one or more of: ${names.join(', ')}`;
for (const service of fly.services)
if (service.processes.length === 0)
report(service.at, `${(0, fly_subject.Vb)(service)} has no processes, although [processes] exists.`, `Add processes = ${list} to ${(0, fly_subject.Vb)(service)}.`);
},
};
;
const started_port_file = (port) => `app = "chat"

[processes]
web = "uvicorn main:app --host 0.0.0.0 --port 8000"

[http_service]
${port === 8000 ? '' : '\u25b8'}internal_port = ${port}
processes = ["web"]

[[http_service.checks]]
path = "/health"
`;
const otherStartedPort = {
code: 'fly/started-port',
severity: 'warning',
what: 'The command starts its server on another port than the one that Fly sends requests to.',
why: 'Nothing answers on the port of the service: the deploy fails its checks, or the site answers with 502.',
bad: started_port_file(8080),
good: started_port_file(8000),
check(subject, { report }) {
const { fly } = subject;
const asked = [
...fly.services.map((one) => one.number('internal_port')),
...fly.checks.map((one) => one.number('port')),
].map((port) => port?.value);
for (const service of fly.services) {
const internal = service.number('internal_port');
const [group, ...more] = (0, fly_subject.c1)(service.processes, fly);
if (!internal || group === undefined || more.length > 0)
continue;
const started = startedBy(group, subject);
if (!started || isNamed(internal.value, subject) || asked.includes(started.port))
continue;
report(internal.at, `${started.where} starts the server on port ${started.port}, and ${(0, fly_subject.Vb)(service)} sends requests to port ${internal.value}.`, 'Use one number for both.');
}
},
};
function isNamed(port, { fly, build }) {
const set = fly.env.flatMap(({ key, value }) => (key === 'PORT' ? [] : value));
const commands = fly.processes.map(({ value }) => value);
const shown = [...set, ...commands, ...(build?.content.instructions ?? []).map(({ text }) => text)];
return shown.some((text) => new RegExp(`(?<!\\d)${port}(?!\\d)`).test(text));
}
const SERVER = /(?:^|[\s/])(?:uvicorn|gunicorn|hypercorn|granian|daphne|flask|fastapi|streamlit|next|vite|serve|http-server|rails|puma)(?=\s)/;
const MORE = /[&|$`]|\.(?:ba)?sh\b|entrypoint|litefs|overmind|foreman|honcho|s6|pm2|concurrently|runsv/i;
const OTHER_PORT = /\s--?(?!-|(?:server\.)?port[= ])[\w.-]{0,40}port[\w.-]{0,40}[= ]/i;
const started_port_PORT = /\s--port[= ](\d{2,5})(?=\s|$)/g;
const PORTS = /\s(?:(?:--(?:server\.)?port|-p)[= ]|(?:-b|--bind|-l|--listen)[= ](?:[\w.:/[\]]{0,60}:)?)(\d{2,5})(?=\s|$)/g;
const LISTENS = /\s--?(?:host|bind|addr|address|listen|ip)[\w-]{0,20}[= ](?:0\.0\.0\.0|\[?::\]?)(?=\s|$)/;
function startedBy(group, subject) {
const { fly, build } = subject;
const own = (0, fly_subject.aX)(subject).filter(({ where }) => where === group || fly.processes.every(({ key }) => key !== where));
const words = own.map(({ word }) => word).join(' ');
const command = ` ${words.split(/&&|;/).at(-1)} `;
if (MORE.test(command) || PROXY.test(command) || OTHER_PORT.test(command))
return undefined;
const isServer = SERVER.test(command);
const found = [...command.matchAll(isServer ? PORTS : started_port_PORT)].map(([, port]) => Number(port));
const [port, ...more] = new Set(found);
if (port === undefined || more.length > 0)
return undefined;
const isExposed = build?.content.instructions.some(({ name, words: ports }) => name === 'EXPOSE' && ports.some((one) => Number.parseInt(one, 10) === port));
const where = own.findLast(({ word }) => new RegExp(`(?<!\\d)${port}$`).test(word))?.where ?? '';
return isServer || LISTENS.test(command) || isExposed ? { port, where } : undefined;
}
var syntax = __webpack_require__(3295);
;
const type_file = (cpus) => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[vm]]
${cpus}
`;
const type = {
code: 'fly/type',
severity: 'error',
what: 'A value of the Fly configuration has the wrong type.',
why: 'flyctl refuses the whole file, with a message about Go structs.',
bad: type_file('\u25b8cpus = "2"'),
good: type_file('cpus = 2'),
check({ misfits }, { report }) {
for (const { at, path, type } of misfits)
if (type)
report(at, `${path} is ${type.given}.`, `It must be ${type.expected}.`);
},
};
var unknown_key = __webpack_require__(98026);
;
const volume_size_file = (mount) => ({
path: 'fly.monitoring.toml',
text: `app = "mon"

[[vm]]
memory = "512mb"

${mount}
source = "prometheus"
destination = "/prometheus"

[checks.up]
type = "tcp"
port = 9090
`,
});
const volumeSize = {
code: 'fly/volume-size',
severity: 'warning',
what: 'The mount of Prometheus does not set the size of its volume.',
why: 'A volume that does not exist yet is created with 1 GB, without a message.',
bad: volume_size_file('\u25b8[[mounts]]'),
good: volume_size_file('[[mounts]]\ninitial_size = "10gb"'),
check({ fly, role }, { report }) {
if (role !== 'monitoring')
return;
for (const mount of fly.mounts)
if (mount.has('source') && !mount.has('initial_size'))
report(mount.at, `The volume ${(0, quote.T)(mount.text('source')?.value ?? '')} has no initial_size: if it does not exist yet, it gets 1 GB.`, 'Add `initial_size = "10gb"`, or create the volume first.');
},
};
;
const flyRules = [
appName,
autoStart,
memoryTwice,
portVariable,
prometheusAdmin,
prometheusUser,
prometheusVolume,
bluegreenCheck,
bluegreenVolume,
brokenImage,
builds,
checkLimits,
checkPort,
checkType,
dockerfile,
filePath,
ignoredProcess,
immediate,
ipv4Bind,
machine_size.$,
memory,
metricsCoverage,
metricsSection,
missingProcess,
noChecks,
no_dockerfile.M,
openPrometheus,
publicMetrics,
rawValue,
retentionSize,
scaleToZero,
secretInEnv,
servicePorts,
serviceProcesses,
severalMetrics,
otherStartedPort,
type,
unknown_key.a,
volumeSize,
];
const flyEntries = [syntax.l, syntax.G, ...flyRules];
;
function lintFlyToml(text, file, context) {
const read = (0, toml.D)(text);
if (!read.ok) {
if ((0, toml._)(text) !== undefined)
return [];
const hint = 'Check quotes, brackets and commas around this place.';
return [(0, rule.YK)(syntax.l, { file, ...read.at }, `Not valid TOML: ${read.error}.`, hint)];
}
const { app, role = 'app', ours = false, dockerfile, isScrapedByFly = false } = context;
const build = context.build && { file: context.build.file, content: (0, formats_dockerfile.n_)(context.build.text) };
const services = (0, config_services.LE)(context.services, app);
const misfits = [];
(0, fly_toml_shape.R)(read.table, '', misfits);
const subject = {
fly: (0, fly_toml.T)(read.table),
misfits,
file,
text,
isScrapedByFly,
app,
ours,
services,
dockerfile,
build,
absent: context.absent,
hasFile: context.hasFile,
scripts: () => (0, installed_prometheus.B)(build?.file, context.textOf ?? (() => undefined)),
role,
};
return [...markOf(file, context), ...(0, rule.xG)(flyRules, subject, file)].toSorted((a, b) => place(a) - place(b));
}
const markOf = (file, { isMarked = false }) => isMarked
? [
(0, rule.YK)(syntax.l, { file, line: 1, column: 1 }, 'The file begins with a byte order mark, which flyctl does not accept: the deploy fails.', 'Save it as UTF-8 without a byte order mark.'),
]
: [];
const place = (problem) => (problem.at?.line ?? 0) * 10_000 + (problem.at?.column ?? 0);
}),
36889: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (machineSize),
M: () => (machineFault)
});
var __import_2__ = __webpack_require__(51328);
var __import_0__ = __webpack_require__(6042);
var __import_1__ = __webpack_require__(80138);
const file = (lines) => `app = "chat"

[checks.alive]
type = "tcp"
port = 8080

[[vm]]
${lines}
`;
const SIZES = [
...[1, 2, 4, 6, 8].map((n) => `shared-cpu-${n}x`),
...[1, 2, 4, 6, 8, 10, 12, 14, 16].map((n) => `performance-${n}x`),
...['a100-40gb', 'a100-80gb', 'l40s', 'a10'],
];
function machineFault(size, memory) {
if (!SIZES.includes(size)) {
const near = [
size.replace('performance-cpu-', 'performance-'),
size.replace(/^shared-(?!cpu)/, 'shared-cpu-'),
];
const hint = `Use a size such as ${(0, __import_2__.T)(near.find((one) => SIZES.includes(one)) ?? 'shared-cpu-1x')}.`;
return { about: 'size', message: `The machine size ${(0, __import_2__.T)(size)} does not exist.`, hint };
}
const known = (0, __import_0__._R)(size);
if (!known || memory === undefined)
return undefined;
const { least, most } = (0, __import_0__.DE)(known);
if (memory >= least && memory <= most)
return undefined;
const message = `A machine of size ${size} cannot have ${memory} MB of memory.`;
return { about: 'memory', message, hint: `Use ${least} to ${most} MB, or another size.` };
}
const machineSize = {
code: 'fly/machine-size',
severity: 'error',
what: 'A machine size or memory does not exist.',
why: '`flyctl config validate` accepts such a file; the deploy fails when it creates the machine.',
bad: file('\u25b8size = "shared-cpu-3x"'),
good: file('size = "shared-cpu-2x"\nmemory = "512mb"'),
check({ fly }, { report }) {
for (const machine of fly.machines) {
const size = machine.text('size');
const memory = machine.written('memory');
const mib = memory && memory.value !== '' ? (0, __import_1__.u)(memory.value, 'MiB') : undefined;
if (memory && memory.value !== '' && !mib)
report(memory.at, `The memory ${(0, __import_2__.T)(memory.value)} is not a size.`, 'Use a size such as "512mb".');
const fault = size && size.value !== '' ? machineFault(size.value, mib || undefined) : undefined;
const at = (fault?.about === 'memory' ? memory?.at : undefined) ?? size?.at;
if (fault && at)
report(at, fault.message, fault.hint);
}
},
};
}),
1482: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
J: () => (UNLESS_WRITTEN),
M: () => (noDockerfile)
});
var __import_1__ = __webpack_require__(51328);
var __import_0__ = __webpack_require__(22258);
const file = (dockerfile) => ({
path: 'chat/fly.toml',
text: `app = "chat"

[build]
${dockerfile}

[checks.alive]
type = "tcp"
port = 8080
`,
others: {
'chat/Dockerfile': 'FROM scratch\n',
'monitoring.yml': `monitoring: { app: mon }
apps: [{ app: chat, config: chat/fly.toml }]
services: [{ name: web, app: chat, port: 9090 }]
`,
},
});
const UNLESS_WRITTEN = 'the deploy fails, unless a step before it writes that file.';
const noDockerfile = {
code: 'fly/no-dockerfile',
severity: 'warning',
what: 'flyctl finds no Dockerfile to build.',
why: 'flyctl reads `dockerfile` of [build] from the folder of the Fly configuration. Where [build] names neither a Dockerfile nor an image nor a builder, it builds the Dockerfile of the folder that it is started in. It fails when there is no such file.',
bad: file('\u25b8dockerfile = "chat/Dockerfile"'),
good: file('dockerfile = "Dockerfile"'),
check({ fly, absent, hasFile }, { report }) {
if (absent === undefined)
return;
const own = fly.build?.text('dockerfile');
if (!own)
report(fly.build?.at ?? __import_0__.wv, `[build] says nothing of the image, and ${(0, __import_1__.T)(absent)} is not in the repository: ${UNLESS_WRITTEN}`, 'Name the Dockerfile in `dockerfile`, relative to the folder of this file, or add it.');
else
report(own.at, `The Dockerfile ${(0, __import_1__.T)(own.value)} leads to ${(0, __import_1__.T)(absent)}, which is not in the repository: ${UNLESS_WRITTEN}`, hasFile?.(own.value) === false
? 'Add that file, or correct the path: it is relative to the folder of this file.'
: 'Write the path relative to the folder of this file.');
},
};
}),
22258: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
CA: () => (publicPorts),
Vb: () => (nameOf),
aX: () => (argumentsOf),
c1: () => (groupsOf),
iP: () => (flagOf),
qp: () => (servicesIn),
wv: () => (TOP)
});
var __import_0__ = __webpack_require__(67481);
const TOP = { line: 1, column: 1 };
function groupsOf(processes, fly) {
if (processes.length > 0)
return fly.groups.filter((group) => processes.some((p) => p.value === group));
return fly.groups.includes('app') ? ['app'] : fly.groups.toSorted().slice(0, 1);
}
const servicesIn = (groups, { fly, services }) => services.filter(({ process }) => process === undefined ? fly.groups.some((group) => groups.includes(group)) : groups.includes(process));
function nameOf(service) {
const port = service.number('internal_port')?.value;
return service.http ? '[http_service]' : `[[services]]${port === undefined ? '' : ` of port ${port}`}`;
}
function publicPorts(service) {
const internal = service.number('internal_port')?.value ?? 0;
const ports = service.http ? [80, 443].map((port) => ({ from: port, to: port })) : service.ports;
return ports.map(({ from, to }) => ({ internal, from, to }));
}
function argumentsOf({ fly, build }) {
const { entrypoint, cmd } = fly.override;
const commands = [
...fly.processes.map(({ key, value, at }) => ({ where: key, at, words: (0, __import_0__.CH)(value) })),
...(entrypoint ? [{ where: '[experimental] entrypoint', ...entrypoint }] : []),
...(cmd ? [{ where: '[experimental] cmd', ...cmd }] : []),
...['ENTRYPOINT', 'CMD'].flatMap((name) => {
const isReplaced = name === 'CMD' ? (cmd ?? entrypoint ?? fly.processes[0]) : entrypoint;
const found = build && !isReplaced ? (0, __import_0__.xh)(build.content, name) : undefined;
const where = `${name} in ${build?.file}:${found?.line}`;
return found ? [{ where, at: fly.build?.at ?? TOP, words: found.words }] : [];
}),
];
return commands.flatMap(({ where, at, words }) => {
const run = commandOf(words);
return run.map((word, i) => ({ at, word, next: run[i + 1], where }));
});
}
function commandOf(words) {
const [shell = '', flag = '', script] = words;
return /(?:^|\/)(?:ba|da|a)?sh$/.test(shell) && /^-\w*c$/.test(flag) && script !== undefined
? (0, __import_0__.CH)(script)
: words;
}
function flagOf(subject, name) {
for (const argument of argumentsOf(subject)) {
const [, flag, value] = /^--?([\w.-]+?)(?:=(.*))?$/s.exec(argument.word) ?? [];
if (flag === name)
return { ...argument, value: value ?? argument.next ?? '' };
}
return undefined;
}
}),
3295: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
G: () => (flyctlRefuses),
l: () => (flySyntax)
});
const flySyntax = {
code: 'fly/syntax',
severity: 'error',
what: 'The Fly configuration is not valid TOML.',
why: 'flyctl refuses the file.',
bad: `app = "chat\u25b8
`,
good: `app = "chat"

[checks.alive]
type = "tcp"
port = 8080
`,
};
const flyctlRefuses = {
code: 'fly/flyctl',
severity: 'error',
what: '`flyctl config validate --strict` refuses a Fly configuration.',
why: 'The deploy would be refused too. `mode: plan` asks flyctl when it is on `PATH`, and `mode: deploy` always does.',
};
}),
98026: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
J: () => (unknownKeyText),
a: () => (unknownKey)
});
var __import_2__ = __webpack_require__(51328);
var __import_0__ = __webpack_require__(9689);
var __import_1__ = __webpack_require__(77731);
const file = (strategy) => `app = "chat"

[deploy]
${strategy}

[checks.alive]
type = "tcp"
port = 8080
`;
function unknownKeyText(path, known) {
const [key = '', section = ''] = path.split('.').toReversed();
const message = `flyctl does not know \`${path}\`.`;
if (section !== '' && __import_1__.B.includes(key))
return [message, 'Move it to the top of the file, above the first table: there it has an effect.'];
const whole = known.find((one) => one.replace(/-/g, '_') === `${section}_${key}`.replace(/-/g, '_'));
const hint = whole === undefined ? (0, __import_0__.au)(key, known) : `Did you mean "${whole}"?`;
return [message, hint ?? 'Remove it: it has no effect.'];
}
const unknownKey = {
code: 'fly/unknown-key',
severity: 'warning',
what: 'flyctl does not know a key of the Fly configuration.',
why: 'A deploy ignores it; `flyctl config validate --strict` refuses most of them.',
bad: file('\u25b8strategie = "rolling"'),
good: file('strategy = "rolling"'),
check({ misfits, fly, build }, { report }) {
for (const { at, path, type, known } of misfits) {
if (type)
continue;
const [message, hint] = unknownKeyText(path, known);
report(at, message, (hint === TARGET && build && withoutStage(path, fly, build)) || hint);
}
},
};
const TARGET = 'Did you mean "build-target"?';
function withoutStage(path, fly, { file, content: { named } }) {
const stage = fly.build?.text(path.replace('build.', ''))?.value;
if (stage === undefined || /^\d+$/.test(stage) || named.includes(stage.toLowerCase()))
return undefined;
const other = named.length === 0 ? '' : `, or set \`build-target\` to one of its stages: ${named.join(', ')}`;
return `Remove it${other}. ${file} has no stage ${(0, __import_2__.T)(stage)}: as \`build-target\`, it would make the build fail.`;
}
}),
36732: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
K: () => (lintSources)
});
var __import_8__ = __webpack_require__(28823);
var __import_0__ = __webpack_require__(4805);
var __import_7__ = __webpack_require__(47817);
var __import_1__ = __webpack_require__(63324);
var __import_2__ = __webpack_require__(22446);
var __import_3__ = __webpack_require__(50132);
var __import_4__ = __webpack_require__(20189);
var __import_5__ = __webpack_require__(26064);
var __import_6__ = __webpack_require__(15806);
async function lintSources(sources, options) {
const { pace } = options;
const problems = [];
const keep = async ({ file, text }, check) => {
const found = await pace.on({ file }, [], () => (0, __import_6__.r4)(check(), text, file));
for (const problem of found)
problems.push(problem);
};
await lintPlatform(sources, options, keep);
const contract = await lintQueries(sources, options, keep);
if (sources.deployedRules.length > 0) {
const { takenNames } = await __webpack_require__.e(9056).then(__webpack_require__.bind(__webpack_require__, 59056));
const own = await options.ownRules();
problems.push(...(await pace.on({ what: 'the names of the rules' }, [], () => takenNames(sources.deployedRules, own))));
}
const dashboards = await lintDashboards(sources, options, { contract, problems });
return { problems, dashboards };
}
async function lintDashboards(sources, { pace }, { contract, problems }) {
const first = await pace.each(sources.dashboards, ({ text }) => text() === undefined);
if (first === sources.dashboards.length)
return 0;
const { lintDashboardText } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(8935), __webpack_require__.e(9538), __webpack_require__.e(6987)]).then(__webpack_require__.bind(__webpack_require__, 26987));
const { provisionedIn } = await __webpack_require__.e(6737).then(__webpack_require__.bind(__webpack_require__, 76737));
const texts = sources.dataSources.map(({ text }) => text);
const about = { what: 'the provisioned data sources' };
const provisioned = await pace.on(about, new Set(), () => provisionedIn(texts));
const context = {
contract: (0, __import_3__.vm)(await contract()),
provisioned,
seen: new Map(),
};
let count = 0;
await pace.each(sources.dashboards.slice(first), ({ text: read, ...source }) => {
const text = read();
if (text === undefined)
return;
count++;
problems.push(...(0, __import_5__.V)(lintDashboardText({ ...source, text }, context)));
});
return count;
}
async function lintPlatform(sources, { config, prometheus, inputs, files = [], textOf, exists }, keep) {
const services = config?.services ?? [];
const apps = config ? [...config.apps.map(({ app }) => app), config.monitoring.app] : [];
const isScrapedByFly = config ? (0, __import_7__.kk)(config.monitoring) : false;
const appOf = (path) => sources.fly.find(({ file }) => file === path)?.app;
for (const source of sources.fly) {
const about = { ...source, services, isScrapedByFly, textOf };
await keep(source, () => (0, __import_4__.N)(source.text, source.file, about));
}
for (const { exists, isCompleted, ...source } of sources.prometheus) {
const { lintPrometheusConfig } = await __webpack_require__.e(8804).then(__webpack_require__.bind(__webpack_require__, 88804));
await keep(source, () => lintPrometheusConfig(source.text, source.file, { ...prometheus, exists, isCompleted }));
}
const buildOf = (path) => (0, __import_1__.sL)(sources.fly.find(({ file }) => file === path));
const flyFiles = sources.fly.map(({ file }) => file);
for (const source of sources.workflows.filter(__import_2__.ND)) {
const { lintWorkflow } = await Promise.all([__webpack_require__.e(2278), __webpack_require__.e(1224)]).then(__webpack_require__.bind(__webpack_require__, 91171));
const callers = source.text.includes('workflow_call') ? await callersOf(source, sources, textOf) : [];
const others = sources.workflows.flatMap(({ text }) => (text.includes('deploy-monitoring@') ? [] : text));
const about = {
inputs,
callers,
ourGroup: (0, __import_8__.X)(config?.monitoring.app ?? 'monitoring', others),
files,
flyFiles,
apps,
appOf,
buildOf,
...(textOf && { textOf }),
...(exists && { exists }),
};
await keep(source, () => lintWorkflow(source.text, source.file, about));
}
}
async function callersOf({ file }, { deploys }, textOf) {
const { callsIn } = await __webpack_require__.e(2004).then(__webpack_require__.bind(__webpack_require__, 52004));
return [...new Set(deploys.map(({ at }) => at.file))]
.flatMap((path) => callsIn({ file: path, text: textOf?.(path) ?? '' }))
.filter(({ workflow }) => workflow === file);
}
const jobsOf = (prometheus) => new Set(prometheus.flatMap(({ text }) => [...text.matchAll(/job_name:[ \t]*["']?([^\s"'#,}]{1,200})/g)].flatMap(([, job]) => job ?? [])));
async function lintQueries(sources, { config, recorded, assumed, pace }, keep) {
const rules = sources.rules.length > 0 ? await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(8935), __webpack_require__.e(9538), __webpack_require__.e(4150)]).then(__webpack_require__.bind(__webpack_require__, 54150)) : undefined;
let made;
const contract = async () => {
if (!config || made)
return made;
const names = new Map();
const none = new Map();
for (const { file, text } of sources.rules)
for (const [name, labels] of await pace.on({ file }, none, () => rules?.recordedIn(text) ?? none))
names.set(name, names.has(name) ? undefined : labels);
for (const name of await recorded())
names.set(name, undefined);
made = await pace.on({ what: 'the metrics of the configuration' }, undefined, () => (0, __import_3__.Qu)(config, { recorded: names, assumed, jobsElsewhere: jobsOf(sources.prometheus) }));
return made;
};
for (const source of sources.rules) {
const isOurs = sources.deployedRules.includes(source);
const isOfAgent = isOurs && config !== undefined && !(0, __import_0__.Wj)(config.monitoring);
const context = { contract: await contract(), isOurs, isOfAgent };
await keep(source, () => rules?.lintRules(source.text, source.file, context) ?? []);
}
return contract;
}
}),
26064: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
V: () => (limitEach),
m: () => (worstFirst)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(24480);
const RANK = new Map(__import_1__.Lp.map((code, i) => [code, i]));
const rank = (code) => RANK.get(code) ?? -1;
const MOST = 20;
function worstFirst(problems) {
return problems.toSorted((a, b) => weight(a) - weight(b) ||
rank(a.code) - rank(b.code) ||
compare(a.at?.file ?? '', b.at?.file ?? '') ||
(a.at?.line ?? 0) - (b.at?.line ?? 0) ||
(a.at?.column ?? 0) - (b.at?.column ?? 0));
}
const weight = ({ severity, code }) => severity === 'error' ? 0 : RANK.has(code) && !(0, __import_1__.Vv)(code) ? 2 : 1;
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function limitEach(problems) {
const kinds = Map.groupBy(onceEach(problems), kindOf);
return [...kinds.values()].flatMap((same) => {
const most = (0, __import_1__.Vv)(same[0]?.code ?? '') ? 1 : MOST;
const last = same[most - 1];
if (same.length <= most || !last)
return same;
const more = same.length - most;
if (most === 1)
return [{ ...last, message: `${last.message} (${othersOf(last, same.slice(1))}.)` }];
const message = `${last.message} (${more} more of these in this file.)`;
return [...same.slice(0, most - 1), { ...last, message, more }];
});
}
function onceEach(problems) {
const texts = Map.groupBy(problems, ({ code, at, message, hint }) => `${code} ${at?.file} ${message} ${hint}`);
return [...texts.values()].flatMap(([first, ...others]) => {
const lines = others.flatMap(({ at }) => (at && at.line !== first?.at?.line ? String(at.line) : []));
if (!first || lines.length === 0 || (0, __import_1__.Vv)(first.code))
return first ? [first, ...others] : [];
return {
...first,
message: `${first.message} (The same in ${lines.length > 1 ? 'lines' : 'line'} ${(0, __import_0__.H$)(lines, MOST)}.)`,
};
});
}
const kindOf = ({ code, at, hint }) => (0, __import_1__.Vv)(code) ? `${code} ${at?.file} ${hint}` : `${code} ${at?.file}`;
const NAMES = [/`[^`]{1,80}`/g, /"[^"]{1,80}"/g];
function othersOf({ message }, others) {
const named = NAMES.map((pattern) => {
const known = new Set(message.match(pattern));
return others.flatMap((one) => (one.message.match(pattern) ?? []).find((name) => !known.has(name)) ?? []);
});
const names = new Set(named.find((found) => found.length > 0));
return names.size > 0
? `The same in this file: ${(0, __import_0__.H$)([...names])}`
: `${others.length} more of these in this file`;
}
}),
16927: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
M: () => (checkWorkspace)
});
var configuration = __webpack_require__(36303);
var rule_files = __webpack_require__(69360);
var sources_sources = __webpack_require__(22204);
var workflow_sources = __webpack_require__(22446);
var lib_text = __webpack_require__(94869);
var lib_workspace = __webpack_require__(40493);
var lint = __webpack_require__(4891);
var manual_mark = __webpack_require__(32391);
var paths = __webpack_require__(83052);
var documentation = __webpack_require__(25478);
;
const entries_configuration = (path) => ({
path: 'monitoring.yml',
text: `monitoring: { app: mon }
apps:
  - { app: chat, config: ${path} }
services:
  - { name: web, app: chat, port: 9090 }
`,
});
const fileMissing = {
code: 'file/missing',
severity: 'error',
what: 'A file that the configuration names does not exist.',
why: 'The deploy needs it.',
bad: entries_configuration('\u25b8chat/fly.toml'),
good: entries_configuration('fly.toml'),
};
const fileDrift = {
code: 'file/drift',
severity: 'warning',
what: 'A file that `init` made from the configuration no longer matches it.',
why: 'A deploy by hand uses the file, the action uses the configuration.',
};
const fileEntries = [
fileMissing,
{
code: 'file/unreadable',
severity: 'error',
what: 'A file is not UTF-8 text, or cannot be read.',
why: 'It was not checked.',
},
{
code: 'file/outside',
severity: 'error',
what: 'A file is a link that leads out of the workspace.',
why: 'It is not read: otherwise a pull request could show any file of the runner.',
},
{
code: 'file/too-large',
severity: 'error',
what: 'A file is larger than any file of its kind.',
why: 'It is not read: it is probably a file of another kind.',
},
{
code: 'file/not-checked',
severity: 'error',
what: 'The check of a file takes longer than 5 s, or the run reached its `timeout` first.',
why: 'The check was stopped, or did not start. A file that was not checked does not count as valid.',
},
fileDrift,
];
var rule = __webpack_require__(25796);
;
async function findDrift(config, source, { read, ownRules }) {
const rendered = paths.Hi.flatMap((path) => {
const found = read(path);
const mark = found && (0, manual_mark.L)(found.text);
return mark?.source === source ? [{ path, file: found?.file ?? path, text: found?.text ?? '', mark }] : [];
});
if (rendered.length === 0)
return [];
const { renderedFiles } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(3292), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(8139), __webpack_require__.e(1210)]).then(__webpack_require__.bind(__webpack_require__, 27247));
const expected = new Map(renderedFiles(config, source, ownRules()).map(({ path, text }) => [path, text]));
return rendered.flatMap(({ path, file, text, mark }) => {
const [is, should] = [text.replaceAll('\r\n', '\n'), expected.get(path)];
if (should === undefined)
return [(0, rule.YK)(fileDrift, { file, line: 1, column: 1 }, ...notNeeded(source))];
if (is === should)
return [];
const at = { file, line: firstDifference(is, should), column: 1 };
return [(0, rule.YK)(fileDrift, at, ...describeDrift(mark.changed, source))];
});
}
const notNeeded = (source) => [
`This file was made from ${source}, which needs it no longer.`,
'Remove it: `init` removes no file.',
];
function describeDrift(changed, source) {
return changed
? [
`This file was changed by hand and does not match ${source}.`,
`A deploy by hand would use it, the action would not. Move the change to ${source}, then run \`${documentation.vl} init --force\`.`,
]
: [
`This file was made from ${source} and no longer matches it.`,
`Run \`${documentation.vl} init\` and commit the result.`,
];
}
function firstDifference(text, expected) {
const lines = text.split('\n');
const others = expected.split('\n');
const at = lines.findIndex((line, i) => line !== others[i] && !line.startsWith('# Written by'));
return at === -1 ? Math.min(lines.length, others.length) : at + 1;
}
var build_lint = __webpack_require__(36732);
var order = __webpack_require__(26064);
var subject = __webpack_require__(11805);
var recorded = __webpack_require__(86234);
var load = __webpack_require__(35235);
;
function missingFiles(workspace, config, own) {
const named = [...ofApps(config), ...folders(config), ...ofGrafana(config), ...ofAlerts(config)].filter(({ file }) => !(0, lib_workspace.j6)(workspace, file));
const places = own && (0, load._C)(own);
const hint = own
? 'Create the file, or correct the configuration.'
: `Without a configuration file the preset applies. Run \`${documentation.vl} init\`, or write a monitoring.yml.`;
const empty = ofAlerts(config).filter(({ file }) => (0, lib_workspace.j6)(workspace, file) && (0, rule_files.Lp)(workspace, file).length === 0);
return [
...named.map(({ file, place, why }) => (0, rule.YK)(fileMissing, places?.(place), `${(0, lib_workspace.SH)(workspace, file)} does not exist: ${why}.`, hint)),
...empty.map(({ file, place, why }) => (0, rule.YK)(fileMissing, places?.(place), `${(0, lib_workspace.SH)(workspace, file)} has no rule files (.yml or .yaml): ${why}.`, 'Add them, or correct the configuration: none of its alerts would be deployed.')),
];
}
const namedFiles = (workspace, config) => [
...new Set([
...ofApps(config).map(({ file }) => file),
...ofGrafana(config).flatMap(({ file }) => (0, lib_workspace.CS)(workspace, file, '.json')),
...(0, rule_files.zA)(workspace, config).rules,
].map((file) => (0, lib_workspace.SH)(workspace, file))),
];
function ofApps({ apps }) {
return apps.flatMap(({ app, config, dockerfile, image, deploy }, i) => {
if (!deploy)
return [];
const why = `app ${app} is deployed with it`;
const built = image === undefined && dockerfile !== undefined;
return [
{ file: config, place: ['apps', i, 'config'], why },
...(built ? [{ file: dockerfile, place: ['apps', i, 'dockerfile'], why }] : []),
];
});
}
const folders = ({ apps }) => apps.flatMap(({ app, context, deploy }, i) => deploy && context !== undefined
? { file: context, place: ['apps', i, 'context'], why: `app ${app} is built in it` }
: []);
const ofAlerts = ({ alerts }) => alerts.rules.map((file, i) => ({
file,
place: ['alerts', 'rules', i],
why: '`alerts.rules` names it',
}));
const ofGrafana = ({ grafana }) => (grafana.dashboards ?? []).map((file, i) => ({
file,
place: ['grafana', 'dashboards', i],
why: '`grafana.dashboards` names it',
}));
var deploy_commands = __webpack_require__(47660);
var diagnostic_codes = __webpack_require__(24480);
var posix_ = __webpack_require__(53916);
var glob = __webpack_require__(44321);
var fly_names = __webpack_require__(69466);
;
const MAX_WORD = 200;
const MAX_WORDS = 20_000;
function deployedFiles(sources, { named, apps }) {
const deployed = new Set([...named, ...sources.workflows.map(({ file }) => file)]);
for (const { file, app } of sources.fly)
if (apps.includes(app))
deployed.add(file);
const inWorkflows = namesIn(sources.workflows);
const paths = new Set(inWorkflows.map(({ path }) => path));
for (const { file } of sources.fly)
if (paths.has(file))
deployed.add(file);
const words = [...inWorkflows, ...namesIn(sources.naming)];
const add = (found, by) => {
for (const { file } of found)
if (by.some((name) => isNamedBy(file, name)))
deployed.add(file);
};
const inFly = namesIn(sources.fly.filter(({ file }) => deployed.has(file)));
add(sources.prometheus, [...words, ...inFly]);
const patterns = namesIn(sources.prometheus.filter(({ file }) => deployed.has(file)));
add(sources.rules, [...words, ...inFly, ...patterns]);
return deployed;
}
function replacedPrometheus({ prometheus, naming, fly, workflows }, apps) {
const others = namesIn([...workflows, ...fly, ...naming.filter(({ file }) => !/\.ya?ml$/.test(file))]);
const replaced = prometheus.filter(({ file, text }) => {
const hosts = [...text.matchAll(/[\w.-]{1,200}\.(?:internal|flycast|fly\.dev)\b/g)];
const scraped = hosts.flatMap(([host]) => (0, fly_names._G)(host)?.app ?? []);
const isTaken = scraped.length > 0 && scraped.every((app) => apps.includes(app));
return isTaken && !others.some((name) => isNamedBy(file, name));
});
return new Set(replaced.map(({ file }) => file));
}
function namesIn(files) {
const found = new Map();
for (const { file, text } of files)
for (const { word, isWhole } of wordsOf(text)) {
for (const joined of [(0, posix_.join)((0, posix_.dirname)(file), word), (0, posix_.join)(word)]) {
const path = joined.replace(/\/$/, '');
if (!/^(?:\.|\/)/.test(path))
found.set(path, { path, isWhole: isWhole || found.get(path)?.isWhole === true });
}
if (found.size > MAX_WORDS)
return [...found.values()];
}
return [...found.values()];
}
const WATCHES = /prom|alert|rule|monitor|grafana|metric|observ|mimir|thanos|victoria|vmagent/i;
const wordsOf = (text) => text.split('\n').flatMap((line) => {
const isCopied = /^\s*(?:COPY|ADD)\s/i.test(line);
const isWhole = WATCHES.test(line);
return line
.split(/[^\w.*?@/-]+/)
.filter((word) => word.length <= MAX_WORD && !word.includes('**') && (isCopied || /[./]/.test(word)))
.map((word) => ({ word, isWhole }));
});
const isNamedBy = (file, { path, isWhole }) => file === path || (isWhole && file.startsWith(`${path}/`)) || (/[*?]/.test(path) && (0, glob.m)(path, file));
var copies = __webpack_require__(46323);
;
async function deployedBy(sources, { config, named, apps: configured, pace }) {
const configs = sources.deploys.flatMap(({ app, config: path }) => (0, deploy_commands.ef)(`${app} ${path}`) ? [] : path);
const apps = config ? [...config.apps.map(({ app }) => app), config.monitoring.app] : [];
const about = { what: 'which files are deployed' };
const known = new Set([...named, ...configured, ...configs]);
const names = configured.length > 0 ? (config?.apps.map(({ app }) => app) ?? []) : [];
const others = sources.fly.filter(({ file, app }) => names.includes(app) && !known.has(file));
return {
files: await pace.on(about, new Set(), () => deployedFiles(sources, { named: [...named, ...configs], apps })),
replaced: new Set(others.map(({ file }) => file)),
superseded: await pace.on(about, new Set(), () => replacedPrometheus(sources, apps)),
};
}
function relationTo(sources, { named, deployed }) {
const all = [sources.fly, sources.prometheus, sources.rules, sources.dashboards].flat();
const others = new Set(all.map(({ file }) => file).filter((file) => !deployed.files.has(file)));
const copied = (0, copies.M$)(named);
return (problems) => problems.flatMap((one) => {
const file = one.at?.file ?? '';
const isLeft = deployed.replaced.has(file) || (copied.includes(file) && isOfCopy(one));
if (isLeft || (UNRELATED.includes(one.code) && !named.includes(file)))
return [];
const isOpen = one.code === 'prometheus/placeholder' && deployed.superseded.has(file);
if (!others.has(file))
return isOpen ? [{ ...one, severity: 'warning' }] : [one];
return (0, diagnostic_codes.nb)(one.code) ? [] : [{ ...one, severity: 'warning' }];
});
}
const isOfCopy = (one) => one.severity !== 'error' || (0, copies.oe)(one);
const UNRELATED = ['dashboard/unrelated', 'rules/unrelated'];
function aboutOthers(problems, named) {
const files = problems.flatMap(({ code, at }) => at && !named.includes(at.file) && UNRELATED.includes(code) ? [at.file] : []);
if (files.length === 0)
return [];
const why = `No service declares any metric of them, so that they were not compared with the configuration: ${(0, lib_text.H$)(files)}.`;
return [{ part: 'Queries about other programs', why, set: 'their metrics under `metrics` of a service' }];
}
var silence = __webpack_require__(15806);
;
async function checkWorkspace(input) {
const { workspace, pace, validators } = input;
const read = await pace.on(nameOf(input), NOT_READ, () => lintConfig(input));
const { config, file, isIncomplete } = read;
const search = { config, own: file, pace };
const { sources, problems: unreadable, ...unread } = await (0, sources_sources.I)(workspace, search);
const named = config && file !== undefined ? [file, ...namedFiles(workspace, config)] : [];
const { problems: found, dashboards } = await (0, build_lint.K)(sources, {
config,
assumed: file === undefined || isIncomplete || input.isDraft === true,
recorded: async () => (config ? (0, recorded._$)(config, input.remoteWrite) : []),
ownRules: async () => (config ? (0, recorded._m)(config, input.remoteWrite) : recorded.p8),
prometheus: (0, subject.S2)(isIncomplete ? undefined : config, () => false),
inputs: input.inputs,
files: named,
textOf: (path) => readable(workspace, (0, lib_workspace.tc)(workspace, path))?.text,
exists: (path) => (0, lib_workspace.j6)(workspace, (0, lib_workspace.tc)(workspace, path)),
pace,
});
const contract = config && read.text ? await (0, lint.Yq)(config, read.text, { ...input, sources }) : [];
const notified = config ? await (0, lint.D_)(config, read.text, { ...input, sources }) : [];
const drift = config && file !== undefined && !isIncomplete ? await driftOf(input, config) : [];
const own = [...read.problems, ...contract, ...notified, ...found, ...unreadable, ...drift];
const apps = file === undefined ? [] : (config?.apps ?? []).map((app) => (0, lib_workspace.SH)(workspace, app.config));
const deployed = await deployedBy(sources, { config, named, apps, pace });
const relate = relationTo(sources, { named, deployed });
const theirs = [...(await validated(sources, own, input)), ...(await tested(sources, own, input))];
const at = file === undefined ? undefined : { file, line: 1, column: 1 };
const problems = (0, silence.R5)(relate([...own, ...theirs]), config?.lint.ignore ?? [], at);
return {
problems: (0, order.m)((0, order.V)([...problems, ...pace.problems()])),
config: isIncomplete ? undefined : config,
checked: {
configuration: file === undefined ? 0 : 1,
'Fly configurations': sources.fly.length,
'Prometheus configurations': sources.prometheus.length,
'rule files': sources.rules.length,
...(sources.ruleTests.length > 0 && { 'rule tests': sources.ruleTests.length }),
dashboards,
workflows: sources.workflows.filter(workflow_sources.ND).length,
},
skipped: [...validators.skipped(), ...skips(unread), ...aboutOthers(own, named)],
};
}
const nameOf = ({ workspace, config }) => ({
file: (0, lib_workspace.SH)(workspace, config.path),
});
function skips({ incomplete, closed, large, }) {
const set = 'name them in `grafana.dashboards` if they are dashboards, else nothing';
return [
...(incomplete
? [
{
part: 'Some files',
why: 'There are too many files to read all of them.',
set: 'working-directory',
},
]
: []),
...(closed.length > 0
? [{ part: 'Some folders', why: `${(0, lib_text.H$)(closed)} cannot be listed.`, set: 'permission to read them' }]
: []),
...(large.length > 0
? [
{
part: 'Large files',
why: `Larger than 2 MB and not named in the configuration: ${(0, lib_text.H$)(large)}.`,
set,
},
]
: []),
];
}
function driftOf({ workspace, config: { path } }, config) {
return findDrift(config, path, {
ownRules: () => (0, rule_files.zA)(workspace, config).rules,
read: (file) => readable(workspace, file),
});
}
function readable(workspace, file) {
try {
return (0, lib_workspace.yR)(workspace, file);
}
catch {
return undefined;
}
}
function lintConfig(input) {
const read = readConfig(input);
const { config, text, problems } = read;
if (!config)
return read;
const missing = missingFiles(input.workspace, config, text);
const found = text ? (0, lint.CD)(config, text) : [];
return { ...read, problems: [...problems, ...missing, ...found] };
}
const NOT_READ = { config: undefined, file: undefined, problems: [] };
function readConfig(input) {
const { incomplete, problems, ...read } = (0, configuration.TD)(input.workspace, input);
const { config, source } = incomplete ?? read;
const file = source?.file ?? problems.find(({ at }) => at)?.at?.file;
return { config, file, ...(source && { text: source }), problems, isIncomplete: incomplete !== undefined };
}
async function tested({ ruleTests, deployedRules }, own, { validators }) {
if (ruleTests.length === 0)
return [];
const { prepareTest } = await Promise.resolve().then(__webpack_require__.bind(__webpack_require__, 56208));
const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file));
const found = [];
for (const source of ruleTests) {
const { rules, problems } = prepareTest(source, deployedRules);
found.push(...problems);
const isRunnable = problems.length === 0 && !deployedRules.some(({ file }) => wrong.has(file));
if (isRunnable)
found.push(...(await validators.test(source, rules)));
}
return found;
}
async function validated(sources, own, { validators, pace }) {
const wrong = new Set(own.filter(({ severity }) => severity === 'error').map(({ at }) => at?.file));
const found = [];
for (const kind of ['prometheus', 'rules', 'fly'])
for (const source of sources[kind])
if (!wrong.has(source.file)) {
const theirs = await validators.check(kind, source);
if (theirs.length > 0)
found.push(...(await pace.on(source, [], () => (0, silence.df)(theirs, source.text, source.file))));
}
const reported = new Set(own.map(same));
return found.filter((problem) => !reported.has(same(problem)));
}
const same = ({ code, at, message }) => `${code} ${at?.file} ${message}`;
}),
88068: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Jn: () => (promtoolDiagnostics),
Jq: () => (flyctlDiagnostics),
RX: () => (withoutUnknownKeys),
j0: () => (hasUnknownKeys)
});
var __import_0__ = __webpack_require__(94869);
var __import_1__ = __webpack_require__(3295);
var __import_2__ = __webpack_require__(98026);
var __import_3__ = __webpack_require__(51021);
var __import_4__ = __webpack_require__(25796);
const promtoolDiagnostics = (output, file) => refusals(promtoolLines(output), file, {
entry: __import_3__.u,
program: 'promtool',
hint: 'Correct the file: Prometheus does not load it.',
});
const flyctlDiagnostics = (output, file) => [
...refusals(flyLines(output), file, {
entry: __import_1__.G,
program: 'flyctl',
hint: 'Correct the file: the deploy would fail.',
}),
...unknownKeys(output, file),
];
const refusals = (lines, file, { entry, program, hint }) => lines.map(({ message, line, column }) => {
const at = { file, line: line ?? 1, column: column ?? 1 };
return (0, __import_4__.YK)(entry, at, `${program} refuses it: ${message}`, hint);
});
const READ_CHARACTERS = 100_000;
const linesOf = (output) => (0, __import_0__.Jj)(output, READ_CHARACTERS).split('\n');
function promtoolLines(output) {
const failed = linesOf(output).filter((line) => FAILED.test(line) && !NO_FAILURE.test(line));
const said = failed.flatMap((line) => {
const message = (0, __import_0__.TN)(line.replace(/^\s*FAILED:\s*/, '').replace(/^\s*\S+\.yml: /, ''), 300);
const place = /^(?:0:0: )?(?:(\d+):(\d+): |line (\d+): )?/.exec(message);
const at = place?.[1] ?? place?.[3] ?? /\bline (\d+)\b/.exec(line)?.[1];
const text = message.slice(place?.[0].length ?? 0);
return text === ''
? []
: [{ message: text, ...(at && { line: Number(at) }), ...(place?.[2] && { column: Number(place[2]) }) }];
});
return said.filter(({ message }, i) => said.findIndex((other) => other.message === message) === i);
}
const UNKNOWN_KEY = /field \S+ not found in type/;
const hasUnknownKeys = (output) => UNKNOWN_KEY.test(output);
const withoutUnknownKeys = (output) => output
.split('\n')
.filter((line) => !UNKNOWN_KEY.test(line))
.join('\n');
const FAILED = /^\s*FAILED:|\.yml: |^\s+line \d+: /;
const NO_FAILURE = /SUCCESS|level=|unmarshal errors:$/;
const STRICT = /^Strict validation found/;
function flyLines(output) {
const lines = linesOf(output).map((line) => line.trim());
const strict = lines.findIndex((line) => STRICT.test(line));
const found = lines
.slice(0, strict < 0 ? undefined : strict)
.filter((line, i, all) => line !== '' && !NO_FINDING.test(line) && all.indexOf(line) === i);
return found.slice(0, 10).map((line) => {
const row = /\brow (\d+) column (\d+)/.exec(line);
return {
message: (0, __import_0__.TN)(line.replace(/^Error: /, ''), 300),
...(row && { line: Number(row[1]), column: Number(row[2]) }),
};
});
}
const NO_FINDING = /^(?:Validating |WARN |WARNING|Error: (?:App configuration is not valid|strict validation failed)|\u2718|\u2713|Check docs|Validation for)/;
function unknownKeys(output, file) {
const lines = linesOf(output).map((line) => line.trim());
const strict = lines.findIndex((line) => STRICT.test(line));
const keys = strict < 0 ? [] : lines.slice(strict + 1).flatMap((line) => /^- (\S+)$/.exec(line)?.[1] ?? []);
const at = { file, line: 1, column: 1 };
return keys.map((key) => (0, __import_4__.YK)(__import_2__.a, at, ...(0, __import_2__.J)(key.replace(/\[\d+\]/g, ''), [])));
}
}),
51021: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
u: () => (promtoolRefuses)
});
const promtoolRefuses = {
code: 'prometheus/promtool',
severity: 'error',
what: '`promtool` refuses a Prometheus configuration or a rule file.',
why: 'Prometheus would refuse it too. Without promtool on `PATH` this is not checked, and the plan says so.',
};
}),
11805: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
FQ: () => (leaves),
GN: () => (staticConfigs),
I7: () => (scrapeConfigs),
Mr: () => (internalAddresses),
S2: () => (prometheusContext),
ZR: () => (staticTargets),
iu: () => (isInternal),
pd: () => (dnsConfigs),
pq: () => (staticAddresses),
vn: () => (discoveredAddresses)
});
var __import_2__ = __webpack_require__(36927);
var __import_3__ = __webpack_require__(68587);
var __import_0__ = __webpack_require__(69466);
var __import_1__ = __webpack_require__(19149);
function prometheusContext(config, exists) {
const ports = new Map((config?.apps ?? []).map((app) => [app.app, []]));
for (const service of (config?.services ?? []).filter(__import_2__.dC))
ports.get(service.app)?.push(service.port);
return { version: config ? (0, __import_1__.q)(config.monitoring.image) : __import_1__.M, ports, exists };
}
const scrapeConfigs = ({ root }) => [
...(0, __import_3__.ld)((0, __import_3__.Jt)(root, 'scrape_configs')),
];
const staticConfigs = (file) => scrapeConfigs(file).flatMap((scrape) => [...(0, __import_3__.ld)((0, __import_3__.Jt)(scrape, 'static_configs'))]);
const staticTargets = (file) => staticConfigs(file).flatMap((config) => [...(0, __import_3__.ld)((0, __import_3__.Jt)(config, 'targets'))]);
const dnsConfigs = (file) => scrapeConfigs(file).flatMap((scrape) => [...(0, __import_3__.ld)((0, __import_3__.Jt)(scrape, 'dns_sd_configs'))]);
function internalAddress(node, port) {
const text = (0, __import_3__.ws)(node) ?? '';
const [, name = '', written] = /^([^:]+)(?::(\d+))?$/.exec(text) ?? [];
const host = (0, __import_0__._G)(name);
const given = Number(written ?? port);
return host?.network === 'internal' && !host.app.includes('$')
? { at: node.at, text, app: host.app, port: given || undefined }
: undefined;
}
const isInternal = (target) => internalAddress(target) !== undefined;
const staticAddresses = (file) => staticTargets(file).flatMap((target) => internalAddress(target) ?? []);
const discoveredAddresses = (dns) => [...(0, __import_3__.ld)((0, __import_3__.Jt)(dns, 'names'))].flatMap((name) => internalAddress(name, (0, __import_3__.ws)((0, __import_3__.Jt)(dns, 'port'))) ?? []);
const internalAddresses = (file) => [
...staticAddresses(file),
...dnsConfigs(file).flatMap(discoveredAddresses),
];
function* leaves(node, path = []) {
if (node.kind === 'table')
for (const [key, value] of node.entries)
yield* leaves(value, [...path, key]);
else if (node.kind === 'list')
for (const item of node.items)
yield* leaves(item, path);
else
yield { at: node.at, text: node.text, path };
}
}),
86234: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
_$: () => (recordedByShippedRules),
_m: () => (namesOfShippedRules),
alertsOfShippedRules: () => (alertsOfShippedRules),
p8: () => (NO_NAMES)
});
const NO_NAMES = { alerts: new Set(), records: new Set() };
async function namesOfShippedRules(config, remoteWrite) {
const { alertsOf, recordedByRules, ruleGroups } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(8935), __webpack_require__.e(3418)]).then(__webpack_require__.bind(__webpack_require__, 73418));
const groups = ruleGroups(config, { remoteWrite });
return {
alerts: new Set(alertsOf(groups).map((rule) => rule.alert)),
records: new Set(recordedByRules(groups)),
};
}
async function recordedByShippedRules(config, remoteWrite) {
const { recordedByRules, ruleGroups } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(8935), __webpack_require__.e(3418)]).then(__webpack_require__.bind(__webpack_require__, 73418));
return recordedByRules(ruleGroups(config, { remoteWrite }));
}
async function alertsOfShippedRules(config, remoteWrite) {
const { alertsOf, ruleGroups } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(8935), __webpack_require__.e(3418)]).then(__webpack_require__.bind(__webpack_require__, 73418));
return alertsOf(ruleGroups(config, { remoteWrite })).map(({ alert, severity }) => ({
name: alert,
severity,
}));
}
}),
25796: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
YK: () => (diagnostic),
tu: () => (reportsOf),
xG: () => (runRules)
});
function diagnostic({ code, severity }, at, message, hint) {
return { code, severity, message, hint, ...(at && { at }) };
}
function reportsOf(rules, subject) {
const found = [];
for (const rule of rules)
rule.check(subject, {
report: (at, message, hint, patch) => void found.push({ rule, at, message, hint, patch }),
});
return found;
}
const runRules = (rules, subject, file) => reportsOf(rules, subject).map(({ rule, at: { line, column }, message, hint, patch }) => ({
...diagnostic(rule, { file, line, column }, message, hint),
...(patch !== undefined && { patch }),
}));
}),
46323: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
M$: () => (copiedRules),
NC: () => (RULE_COPIES),
oe: () => (isOfAnswer)
});
const RULE_COPIES = 'monitoring/own-rules/';
const isOfAnswer = ({ code }) => code.startsWith('query/') && code !== 'query/syntax';
const copiedRules = (named) => named
.filter((path) => path.includes(RULE_COPIES))
.map((path) => path.replace(RULE_COPIES, ''))
.filter((path) => !named.includes(path));
}),
56208: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
o: () => (testFailures),
prepareTest: () => (prepareTest),
w: () => (testFailed)
});
var __import_0__ = __webpack_require__(76760);
var __import_7__ = __webpack_require__(44321);
var __import_4__ = __webpack_require__(68587);
var __import_1__ = __webpack_require__(69776);
var __import_6__ = __webpack_require__(51328);
var __import_2__ = __webpack_require__(94869);
var __import_5__ = __webpack_require__(25796);
var __import_3__ = __webpack_require__(55523);
const testFailed = {
code: 'rules/test-failed',
severity: 'error',
what: 'A unit test of rules fails, or cannot be run.',
why: 'A rule does not fire when it should, or fires when it should not.',
};
function prepareTest({ file, text }, deployed) {
const read = (0, __import_1__.g)(text);
if (!read.ok)
return { rules: new Map(), problems: [(0, __import_3__.Z)(file, read)] };
const named = (0, __import_4__.Jt)(read.tree, 'rule_files');
const rules = new Map();
const problems = [];
const fail = (at, message, hint) => problems.push((0, __import_5__.YK)(testFailed, { file, line: at.line, column: at.column }, message, hint));
if ((0, __import_4__.ld)((0, __import_4__.Jt)(read.tree, 'tests')).length === 0)
fail(read.tree.at, 'This file has no `tests`.', 'Add tests in the format of `promtool test rules`, or rename the file: a name that ends in _test.yml is a test.');
if ((0, __import_4__.ld)(named).length === 0)
fail((named ?? read.tree).at, 'This test does not name a rule file.', 'List the files to test under `rule_files`.');
for (const one of (0, __import_4__.ld)(named)) {
const path = (0, __import_4__.ws)(one) ?? '';
const sources = path.startsWith('/') ? [] : filesNamed(path, file, deployed);
for (const source of sources)
rules.set(source.file, source.text);
if (sources.length === 0)
fail(one.at, `The rule file ${(0, __import_6__.T)(path)} is not one that \`alerts.rules\` names.`, 'Name it relative to this file, and list it in `alerts.rules` of the configuration.');
}
return { rules, problems };
}
function filesNamed(path, test, deployed) {
const named = __import_0__.posix.join((0, __import_0__.dirname)(test), path);
return deployed.filter((rule) => rule.file === named || (/[*[]/.test(path) && (0, __import_7__.m)(named, rule.file)));
}
function testFailures(output, { file, text }) {
const lines = text.split('\n');
const failures = output
.split(/^(?= {4}(?:alertname:|expr:)|.*(?:err|error):)/m)
.filter((part) => /alertname:|expr:|err(?:or)?:|got:/.test(part));
const parts = failures.length > 0 ? failures : [output];
return parts.map((part) => {
const name = /alertname: ?([^,\s]+)/.exec(part)?.[1] ?? /expr: ?"([^"]+)"/.exec(part)?.[1];
const index = name === undefined ? -1 : lines.findIndex((line) => line.includes(name));
const at = { file, line: index + 1 || 1, column: (lines[index]?.search(/\S/) ?? 0) + 1 };
return (0, __import_5__.YK)(testFailed, at, `The test fails: ${(0, __import_2__.Jj)((0, __import_2__.TN)(part, 1_000), 600)}`, 'Correct the rule or the test: `promtool test rules` shows the same.');
});
}
}),
32301: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
n: () => (looksSecret),
y: () => (hasToken)
});
var __import_0__ = __webpack_require__(52111);
const NAME = /(?:^|[_.-])(?:pass(?:word|wd|phrase)?|pwd|secrets?|(?:access|auth|api|bearer|refresh|bot)[_-]?token|token|(?:api|private|access|secret|signing|encryption|master)[_-]?key|secret[_-]key[_-]base|credentials?)(?:[_-]?\d)?$|(?:[a-z](?:Password|Secret|Token|ApiKey|PrivateKey))$/i;
const PUBLIC = /^(?:NEXT_PUBLIC|VITE|REACT_APP|PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|GATSBY|VUE_APP|SNOWPACK_PUBLIC|STORYBOOK)_|(?:^|_)(?:PUBLIC|PUBLISHABLE|ANON|SITE|CLIENT_SIDE)(?:_|$)/i;
const OTHER_FORMS = [
'FlyV1 \\S{20,}',
'fo1_[\\w-]{20,}',
'(?:sk|rk)_(?:live|test)_[0-9a-zA-Z]{16,}',
'whsec_[\\w+/=]{20,}',
'sk-(?:ant-|proj-|or-)?[\\w-]{20,}',
'SG\\.[\\w-]{16,}\\.[\\w-]{16,}',
'(?:npm|hf|gsk|sbp|shpat|shpss|lin_api|ntn|rubygems|pul|r8|dckr_pat|pscale_(?:tkn|pw)|do[opr]_v1)_[\\w-]{20,}',
'(?:pypi|tskey|PMAK|NRAK|hvs|dp|ops|sntrys|glsa)[-._][\\w.-]{20,}',
'\\d{8,10}:AA[\\w-]{30,}',
'AGE-SECRET-KEY-1[0-9A-Z]{20,}',
'-----BEGIN [A-Z ]*PRIVATE KEY-----',
];
const FORM = new RegExp(`(?<![\\w/+-])(?:${__import_0__.CV}|${OTHER_FORMS.join('|')})`);
const OFTEN_PUBLIC = /^(?:AIza[\w-]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*)$/;
const IN_URL = /[a-z0-9+.-]:\/\/[^/\s:@]*:([^/\s@]+)@/i;
const PLACEHOLDER = new RegExp([
'^(?:',
'|true|false|none|null|nil|undefined|disabled|optional|required|auto|\\d+(?:\\.\\d+)?[smhd]?|[x*.\u2026_-]+',
'|<.*>|\\[.*\\]|\\(.*\\)|\\$\\{?.*|%.*%|\\{\\{.*|#\\{.*|\\{[\\w .-]*\\}|__\\w+__|@\\w+@',
'|(?:\\/|\\.\\.?\\/)\\S*|(?:https?|op|vault|ssm|aws|gcp|file|env|arn|ref|secret|projects?)[:/]\\S*',
'|(?:change|replace|set|put|add|insert|enter|fill|use)[_ -]?(?:me|this|your|in|here|it|a|the)\\b.*|(?:your|my|some|the)[_ -].*',
'|(?:dummy|example|sample|placeholder|redacted|fake|mock|test|todo|fixme|tbd|not[_ -]?used|unused)(?:[_ -]?(?:token|password|secret|key|value).*)?',
'|.*[_ -](?:here|placeholder)',
'|(?:(?:ci|dev|test|local|dummy)[_ -])+(?:[a-z0-9]+[_ -]){0,4}(?:token|password|secret|key|value)',
'|(?:.*[_ -])?(?:not[_ -]for[_ -]prod\\w*|(?:ci|dev|test(?:ing)?|local)[_ -]only|do[_ -]not[_ -]use)(?:[_ -].*)?',
')$',
].join(''), 'i');
const FILLED = /([xX*.]|0)\1{5,}|\.\.\./;
const MAX_LENGTH = 20_000;
function looksSecret(name, value) {
const text = value.trim().slice(0, MAX_LENGTH);
if (PUBLIC.test(name) && !/SECRET|PRIVATE/i.test(name))
return false;
if (text.length >= __import_0__.P9 && OFTEN_PUBLIC.test(text))
return /secret|service[_-]?role|private|token/i.test(name);
if (hasToken(text))
return true;
const password = IN_URL.exec(text)?.[1];
if (password !== undefined)
return !PLACEHOLDER.test(password);
return NAME.test(name) && !isReference(name, text);
}
function hasToken(text) {
const found = text.length < __import_0__.P9 ? undefined : FORM.exec(text)?.[0];
return found !== undefined && !FILLED.test(found);
}
const NAMES = /^[A-Z][A-Z0-9]*_[A-Z0-9_]+(?:[,; ]+[A-Z][A-Z0-9]*_[A-Z0-9_]+)+$/;
const isReference = (name, text) => PLACEHOLDER.test(text) ||
FILLED.test(text) ||
(/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text) && NAME.test(text)) ||
NAMES.test(text) ||
text === name;
}),
15806: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
r4: () => (silenceByComments),
R5: () => (silenceByConfig),
df: () => (silenceExternal),
fq: () => (withoutIgnored)
});
var quote = __webpack_require__(51328);
var diagnostic_codes = __webpack_require__(24480);
var old_diagnostic_codes = __webpack_require__(31304);
;
const excused = (comment, mark = '\u25b8') => `app = "chat"

[env]
${mark}API_TOKEN = "hunter2"${comment}

[checks.alive]
type = "tcp"
port = 8080
`;
const GOOD = excused(' # deploy-monitoring ignore fly/secret-in-env: of the public demo', '');
const ignoreNoReason = {
code: 'ignore/no-reason',
severity: 'warning',
what: 'An exception has no reason.',
why: 'It has no effect without one: the next reader needs to know why.',
bad: { text: excused(' # deploy-monitoring ignore fly/secret-in-env'), also: ['fly/secret-in-env'] },
good: GOOD,
};
const ignoreUnused = {
code: 'ignore/unused',
severity: 'warning',
what: 'An exception does not match any finding.',
why: 'The finding no longer exists, or its code is misspelled.',
bad: `app = "chat"

\u25b8# deploy-monitoring ignore fly/secret-in-env: of the public demo
[env]
LOG_LEVEL = "info"

[checks.alive]
type = "tcp"
port = 8080
`,
good: GOOD,
};
const ignoreRenamed = {
code: 'ignore/renamed',
severity: 'warning',
what: 'An exception uses the old code of a finding.',
why: 'It still has an effect. Codes now have the form `subject/what`.',
bad: excused(' # deploy-monitoring ignore fly-toml-secret-in-env: of the public demo'),
good: GOOD,
};
const ignoreEntries = [ignoreNoReason, ignoreUnused, ignoreRenamed];
var rule = __webpack_require__(25796);
;
const COMMENT = /#\s*deploy-monitoring\s+ignore\s+(?<codes>[a-z0-9-]+(?:\/[a-z0-9-]+)?(?:\s*,\s*[a-z0-9-]+(?:\/[a-z0-9-]+)?)*)\s*(?::(?<reason>.*))?$/is;
function silenceByComments(problems, text, file) {
if (!text.includes('deploy-monitoring'))
return [...problems];
const silencers = comments(text, file);
const rest = unsilenced(problems, silencers);
return [...rest, ...silencers.flatMap(complaints)];
}
function silenceExternal(problems, text, file) {
return unsilenced(problems, comments(text, file));
}
const isExternal = (code) => ['prometheus/promtool', 'fly/flyctl'].includes((0, old_diagnostic_codes.ro)(code));
function unsilenced(problems, silencers) {
const byLine = Map.groupBy(silencers, ({ about }) => about);
return problems.filter((problem) => {
const by = byLine
.get(problem.at?.line ?? 0)
?.find(({ codes, reason }) => reason !== '' && codes.some((code) => (0, old_diagnostic_codes.ro)(code) === problem.code));
if (!by || !(0, diagnostic_codes.aQ)(problem.code))
return true;
by.used = true;
return false;
});
}
function comments(text, file) {
const lines = text.split('\n');
const below = nextLines(lines);
return lines.flatMap((line, i) => {
const groups = COMMENT.exec(line.trimEnd())?.groups;
if (!groups)
return [];
const isAlone = /^\s*#/.test(line);
return [
{
codes: (groups.codes ?? '').split(',').map((code) => code.trim()),
file,
line: i + 1,
about: isAlone ? (below[i] ?? 0) : i + 1,
reason: groups.reason?.trim() ?? '',
used: false,
},
];
});
}
function nextLines(lines) {
let next = 0;
return lines
.toReversed()
.map((line, i) => {
const own = next;
if (/^\s*[^\s#]/.test(line))
next = lines.length - i;
return own;
})
.reverse();
}
function complaints({ codes, file, line, reason, used }) {
const at = { file, line, column: 1 };
if (reason === '')
return [
(0, rule.YK)(ignoreNoReason, at, 'The exception has no reason and therefore no effect.', 'Write the reason after a colon.'),
];
const old = codes.flatMap((code) => oldName(code, at) ?? []);
if (used || codes.every(isExternal) || codes.some(old_diagnostic_codes.aZ))
return old;
const message = `The exception for ${codes.join(', ')} does not match any finding here.`;
return [...old, (0, rule.YK)(ignoreUnused, at, message, 'Remove the comment, or correct the code.')];
}
function oldName(code, at) {
if (!old_diagnostic_codes.j4.includes(code))
return undefined;
const program = Object.hasOwn(old_diagnostic_codes.x0, code) ? old_diagnostic_codes.x0[code] : undefined;
const removed = Object.hasOwn(old_diagnostic_codes.Xq, code) ? old_diagnostic_codes.Xq[code] : undefined;
if (removed !== undefined) {
const message = `The code ${code} no longer exists: ${removed}.`;
return (0, rule.YK)(ignoreRenamed, at, message, 'Remove the exception.');
}
return program === undefined
? (0, rule.YK)(ignoreRenamed, at, `The code ${code} is now ${(0, old_diagnostic_codes.ro)(code)}.`, 'Use the new code.')
: (0, rule.YK)(ignoreRenamed, at, `The code ${code} no longer exists: its findings are reported as ${program}.`, `Remove the exception, or use ${program}.`);
}
const ignoredBy = ({ code, at }, ignores) => (0, diagnostic_codes.aQ)(code)
? ignores.find((one) => (0, old_diagnostic_codes.ro)(one.code) === code && (one.file === undefined || one.file === at?.file))
: undefined;
const withoutIgnored = (problems, ignores) => problems.filter((problem) => !ignoredBy(problem, ignores));
function silenceByConfig(problems, ignores, at) {
const used = new Set(problems.flatMap((problem) => ignoredBy(problem, ignores) ?? []));
const rest = withoutIgnored(problems, ignores);
const old = ignores.flatMap(({ code }) => oldName(code, at) ?? []);
const unused = ignores.filter((ignore) => !used.has(ignore) && !(0, old_diagnostic_codes.aZ)(ignore.code));
return [
...rest,
...old,
...unused.map(({ code, file }) => {
const message = `lint.ignore names ${(0, quote.T)(code)}${file === undefined ? '' : ` in ${file}`}, which does not match any finding.`;
return (0, rule.YK)(ignoreUnused, at, message, 'Remove the entry, or correct it.');
}),
];
}
}),
55523: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Z: () => (invalidYaml)
});
var __import_0__ = __webpack_require__(25796);
const rules = (summary) => `groups:
- name: targets
  rules:
  - alert: Down
    expr: up == 0
    for: 5m
    labels: { severity: page }
    annotations:
      summary: ${summary}
`;
const yamlSyntax = {
code: 'yaml/syntax',
severity: 'error',
what: 'A file is not valid YAML, or its aliases expand to more than 200,000 values.',
why: 'Prometheus and GitHub cannot read it either.',
bad: {
path: 'prometheus.yml',
text: `scrape_configs:
- job_name: "a
\u25b8`,
},
good: {
path: 'prometheus.yml',
text: `scrape_configs:
- job_name: "a"
`,
},
};
const yamlIndentation = {
code: 'yaml/indentation',
severity: 'warning',
what: 'A quoted text is not closed, or continues at the indentation of its key.',
why: 'Prometheus accepts the indentation, YAML 1.2 does not. The file was not checked any further.',
bad: {
path: 'rules.yml',
text: rules('\u25b8"The target is\n      down."'),
},
good: {
path: 'rules.yml',
text: rules('"The target is\n        down."'),
},
};
const yamlEntries = [yamlSyntax, yamlIndentation];
const invalidYaml = (file, { at, message, hint, isUnsure }) => (0, __import_0__.YK)(isUnsure ? yamlIndentation : yamlSyntax, { file, ...at }, message, hint);
}),
6042: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
DE: () => (memoryRange),
TK: () => (sizeName),
_R: () => (machineSizeOf)
});
const MEMORY_PER_CPU = {
shared: { least: 256, most: 2048 },
performance: { least: 2048, most: 8192 },
};
function machineSizeOf(name) {
const [, kind, cpus] = /^(shared-cpu|performance)-(\d{1,3})x$/.exec(name) ?? [];
if (kind === undefined)
return undefined;
return { cpuKind: kind === 'performance' ? 'performance' : 'shared', cpus: Number(cpus) };
}
function sizeName({ cpuKind, cpus }) {
return cpuKind === 'shared' ? `shared-cpu-${cpus}x` : `${cpuKind}-${cpus}x`;
}
function memoryRange({ cpuKind, cpus }) {
const { least, most } = MEMORY_PER_CPU[cpuKind];
return { least: least * cpus, most: most * cpus };
}
}),
19149: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
M: () => (BUILT_IN_VERSION),
q: () => (prometheusVersionOf)
});
const BUILT_IN_VERSION = { major: 3, minor: 13 };
function prometheusVersionOf(image) {
const tag = image?.split('@')[0]?.match(/:v?(\d+)\.(\d+)(?:\.|-|$)/);
return tag ? { major: Number(tag[1]), minor: Number(tag[2]) } : BUILT_IN_VERSION;
}
}),
5680: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
I: () => (exitCode)
});
const exitCode = ({ verdict }) => verdict.kind === 'failed' || verdict.failures.some(({ decides }) => decides) ? 1 : 0;
}),
93827: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
$: () => (findValidators)
});
var __import_0__ = __webpack_require__(73024);
var __import_1__ = __webpack_require__(76760);
var __import_2__ = __webpack_require__(69547);
var __import_3__ = __webpack_require__(18889);
var __import_4__ = __webpack_require__(83721);
var __import_5__ = __webpack_require__(22499);
var __import_6__ = __webpack_require__(4495);
var __import_7__ = __webpack_require__(94869);
var __import_8__ = __webpack_require__(49773);
var __import_9__ = __webpack_require__(88068);
var __import_10__ = __webpack_require__(56208);
var __import_11__ = __webpack_require__(19149);
function findValidators(options) {
const places = { path: options.env.PATH, workspaceRoot: options.workspaceRoot };
const [promtool, flyctl] = ['promtool', 'flyctl'].map((name) => (0, __import_5__.Kp)(name, places));
const { skip, skips } = createSkips();
const untested = [];
return {
skipped: () => [
...(promtool ? [] : [NO_PROMTOOL]),
...(untested.length > 0 ? [notTested(untested)] : []),
...(flyctl ? [] : [NO_FLYCTL]),
...skips(),
],
async test(source, rules) {
const answer = promtool ? await runTest(promtool, { source, rules }, options) : undefined;
if (answer?.kind === 'refused')
return (0, __import_10__.o)((0, __import_3__.MC)(answer.output), source);
if (answer?.kind !== 'fine')
untested.push(source.file);
return [];
},
async check(kind, { file, text }) {
const program = kind === 'fly' ? flyctl : promtool;
if (!program)
return [];
const input = kind === 'fly' ? await forFlyctl(text) : { text, left: [] };
if (!input) {
skip(kind, file, 'It could not be read in time, or is not valid TOML.');
return [];
}
if (input.left.length > 0)
skip(kind, file, `Checked without \`${(0, __import_7__.p_)(input.left)}\`: flyctl would open the files that these keys name.`);
const answer = await ask(program, { kind, text: input.text }, options);
if (answer.kind === 'not-checked')
skip(kind, file, answer.why);
if (answer.kind !== 'refused')
return [];
const { output } = answer;
if (kind === 'fly')
return (0, __import_9__.Jq)(output, file);
if (!(0, __import_9__.j0)(output) || (await isCurrent(program, options)))
return (0, __import_9__.Jn)(output, file);
const why = `It is older than Prometheus ${__import_11__.M.major}, and may not know keys that are right.`;
skip(kind, file, why, `promtool of Prometheus ${__import_11__.M.major} on PATH`);
return (0, __import_9__.Jn)((0, __import_9__.RX)(output), file);
},
};
}
function createSkips() {
const skipped = new Map();
return {
skip(kind, file, why, set = CHECKED_BY[kind]) {
const name = NAMES[kind];
const known = skipped.get(`${name} ${why}`);
if (known)
known.files.push(file);
else
skipped.set(`${name} ${why}`, { part: name, why, set, files: [file] });
},
skips: () => [...skipped.values()].map(({ files, part, ...rest }) => ({ part: `${part}: ${(0, __import_7__.H$)(files)}`, ...rest })),
};
}
const NO_PROMTOOL = {
part: 'promtool',
why: 'It is not on PATH: whether Prometheus accepts rule files and Prometheus configurations was not checked.',
set: 'promtool on PATH',
};
const notTested = (files) => ({
part: `promtool test rules: ${(0, __import_7__.H$)(files)}`,
why: 'promtool is not on PATH, or did not end: these unit tests of rules were not run.',
set: 'promtool on PATH',
});
const NO_FLYCTL = {
part: 'flyctl config validate',
why: 'flyctl is not on PATH: what it refuses is reported by the deploy, which asks it before it changes anything.',
set: 'flyctl on PATH',
};
const NAMES = {
prometheus: 'promtool',
rules: 'promtool',
fly: 'flyctl config validate',
};
const CHECKED_BY = {
prometheus: 'nothing: run "promtool check config" yourself',
rules: 'nothing: run "promtool check rules" yourself',
fly: 'nothing: a deploy checks it',
};
const ARGUMENTS = {
prometheus: (name) => ['check', 'config', '--syntax-only', name],
rules: (name) => ['check', 'rules', '--lint=none', name],
fly: (name) => ['config', 'validate', '--strict', '-c', name, '-a', 'none'],
};
const WRITING_MS = 5_000;
async function forFlyctl(text) {
const { withoutFiles } = await Promise.all([__webpack_require__.e(3292), __webpack_require__.e(1588)]).then(__webpack_require__.bind(__webpack_require__, 91588));
const written = (0, __import_8__.u)(WRITING_MS, () => withoutFiles(text));
return written.done ? written.value : undefined;
}
async function ask(binary, { kind, text }, { env, scratch, until, signal }) {
const name = kind === 'fly' ? 'fly.toml' : `${kind}.yml`;
const folder = (0, __import_0__.mkdtempSync)((0, __import_1__.join)(scratch, 'check-'));
try {
(0, __import_0__.writeFileSync)((0, __import_1__.join)(folder, name), text);
const own = (0, __import_2__.m)({ PATH: env.PATH, HOME: folder, FLY_API_BASE_URL: `http://${NOWHERE}` }, { token: 'none', configDir: folder });
const answer = await (0, __import_4__.W)({
binary,
argv: ARGUMENTS[kind](name),
env: own,
cwd: folder,
until,
signal,
});
if (answer.kind !== 'refused')
return answer;
const output = (0, __import_3__.MC)(answer.output);
return output.includes(NOWHERE)
? { kind: 'not-checked', why: 'It contacts Fly before it reads the file.' }
: { kind: 'refused', output };
}
finally {
(0, __import_6__.v)(folder);
}
}
const UNIT_TEST = 'unit-test';
async function runTest(binary, { source, rules }, { env, scratch, until, signal }) {
const folder = (0, __import_0__.mkdtempSync)((0, __import_1__.join)(scratch, 'test-'));
const here = (0, __import_1__.join)(folder, (0, __import_1__.dirname)(source.file));
try {
(0, __import_0__.mkdirSync)(here, { recursive: true });
(0, __import_0__.writeFileSync)((0, __import_1__.join)(here, UNIT_TEST), source.text);
for (const [path, text] of rules) {
(0, __import_0__.mkdirSync)((0, __import_1__.join)(folder, (0, __import_1__.dirname)(path)), { recursive: true });
(0, __import_0__.writeFileSync)((0, __import_1__.join)(folder, path), text);
}
const argv = ['test', 'rules', UNIT_TEST];
return await (0, __import_4__.W)({
binary,
argv,
env: { PATH: env.PATH ?? '', HOME: folder },
cwd: here,
until,
signal,
});
}
finally {
(0, __import_6__.v)(folder);
}
}
async function isCurrent(binary, options) {
const major = await majorOf(binary, options);
if (major !== undefined)
return major >= __import_11__.M.major;
return (await ask(binary, { kind: 'prometheus', text: ONLY_CURRENT }, options)).kind === 'fine';
}
const ONLY_CURRENT = 'scrape_configs: [{ job_name: a, fallback_scrape_protocol: PrometheusText0.0.4 }]\n';
async function majorOf(binary, { env, scratch, until, signal }) {
const { runProcess } = await __webpack_require__.e(662).then(__webpack_require__.bind(__webpack_require__, 70662));
const timeoutMs = Math.max(1, Math.min(VERSION_MS, until - Date.now()));
const call = { binary, argv: ['--version'], env: { PATH: env.PATH ?? '' }, cwd: scratch, timeoutMs, signal };
const output = await runProcess(call).then((result) => result.output, () => '');
const major = /version v?(\d+)\./.exec(output)?.[1];
return major === undefined ? undefined : Number(major);
}
const VERSION_MS = 5_000;
const NOWHERE = '127.0.0.1:9';
}),
31200: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
S: () => (recordPlanned),
u: () => (createReportBuilder)
});
var __import_3__ = __webpack_require__(94570);
var __import_0__ = __webpack_require__(61469);
var __import_1__ = __webpack_require__(67209);
var __import_2__ = __webpack_require__(87177);
const STAGES = {
check: 'Check the files',
look: 'Read what is deployed',
deploy: 'Deploy',
verify: 'Verify',
drill: 'Send a marked alert',
};
function createReportBuilder(log, onStep) {
let during = 'the reading of inputs and files';
const known = (0, __import_2__.d)();
return Object.assign(known, {
accept: [],
async timed(step, work, note) {
const began = (0, __import_3__.T)();
const before = during;
during = `\`${step}\``;
onStep?.(during, known);
const endStage = log.stage?.(STAGES[step] ?? step);
try {
const done = await work();
during = before;
return done;
}
finally {
endStage?.();
known.timings.push({
step,
seconds: ((0, __import_3__.T)() - began) / 1000,
...(note && { note: note() }),
});
}
},
during: () => during,
failed(error) {
if (error instanceof __import_0__.lZ) {
known.problems.push(...error.problems);
known.refused ||= error.kind === 'configuration';
}
else if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name)) {
known.problems.push(endedEarly(error.name, during));
}
else {
log.debug(error instanceof Error ? (error.stack ?? error.message) : String(error));
known.problems.push(ourBug(error));
}
},
async close(failOn) {
return (0, __import_1__.cJ)(known.evidence
? await withVerdict(known, known.evidence, { failOn, accept: this.accept })
: { ...known, verdict: verdictWithoutEvidence(known) });
},
});
}
async function withVerdict(known, evidence, { failOn, accept }) {
const [{ acceptance }, { judge }] = await Promise.all([
__webpack_require__.e(3550).then(__webpack_require__.bind(__webpack_require__, 93550)),
Promise.all([__webpack_require__.e(4872), __webpack_require__.e(5271)]).then(__webpack_require__.bind(__webpack_require__, 95540)),
]);
const accepted = acceptance(accept, new Date());
const judged = judge(evidence, failOn, accepted);
const verdict = hasErrors(known) ? { ...judged, kind: 'failed' } : judged;
const warnings = evidence.problems.length === 0 ? accepted.warnings() : [];
return { ...known, problems: [...known.problems, ...warnings], verdict };
}
const FAILED = { kind: 'failed', failures: [] };
const hasErrors = ({ problems }) => problems.some(({ severity }) => severity === 'error');
function verdictWithoutEvidence(known) {
const { mode } = known;
const isCheck = mode === 'dashboards' || mode === 'plan' || mode === 'contract';
return isCheck && !hasErrors(known) ? { kind: 'unproven', failures: [] } : FAILED;
}
function endedEarly(name, during) {
const isCancelled = name === 'AbortError';
return {
code: isCancelled ? 'run-cancelled' : 'run-timeout',
severity: 'error',
message: `${isCancelled ? 'The run was cancelled' : 'The time was up'} during ${during}.`,
hint: `${isCancelled ? 'Run again' : 'Set a longer `timeout` and run again'}: existing resources are reused, nothing is created twice.`,
};
}
function ourBug(error) {
return {
code: 'internal',
severity: 'error',
message: `Unexpected error: ${(0, __import_0__.bD)(error)}`,
hint: 'This is a bug of deploy-monitoring. Run again with debug logging (ACTIONS_STEP_DEBUG) and report it with the log.',
};
}
function recordPlanned(report, platform, changes) {
const { compared = [], changes: before = [], backtest = [] } = report.planned ?? {};
report.planned = { compared: [...compared, platform], changes: [...before, ...changes], backtest };
}
}),
88885: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
e: () => (run)
});
var inputs_names = __webpack_require__(43636);
var read = __webpack_require__(59606);
;
const SIGN_OF_LIFE_MS = 15_000;
function createActivities(log, everyMs = SIGN_OF_LIFE_MS) {
const running = new Set();
return {
async during(what, work, atMostMs) {
const name = typeof what === 'string' ? () => what : what;
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1000);
const most = atMostMs === undefined ? '' : `, at most ${Math.round(atMostMs / 1000)} s`;
const timer = setInterval(() => log.info(`Still waiting: ${name()} (for ${seconds()} s${most}).`), everyMs).unref();
const activity = () => `${name()} (for ${seconds()} s)`;
running.add(activity);
try {
return await work();
}
finally {
clearInterval(timer);
running.delete(activity);
}
},
current: () => [...running].map((activity) => activity()),
};
}
var errors = __webpack_require__(61469);
var programs = __webpack_require__(22499);
var redact = __webpack_require__(67209);
var lib_text = __webpack_require__(94869);
var lib_workspace = __webpack_require__(40493);
;
const AFTER_DEADLINE_MS = 20_000;
const AFTER_CANCEL_MS = 9_000;
function startDeadline(ms, cancel, onDeadline) {
const up = new AbortController();
const { promise: overdue, reject } = Promise.withResolvers();
const until = Date.now() + ms;
const end = () => {
if (up.signal.aborted)
return;
up.abort(new DOMException('The time is up.', 'TimeoutError'));
onDeadline();
};
const timers = [setTimeout(end, ms)];
const rejectAfter = (signal, after) => signal.addEventListener('abort', () => timers.push(setTimeout(() => reject(signal.reason), after)), {
once: true,
});
rejectAfter(up.signal, AFTER_DEADLINE_MS);
rejectAfter(cancel, AFTER_CANCEL_MS);
return {
until,
signal: up.signal,
overdue,
stop: () => {
if (Date.now() >= until)
end();
timers.forEach(clearTimeout);
},
};
}
var engine = __webpack_require__(4805);
var fly_engine = __webpack_require__(47817);
var load = __webpack_require__(35235);
var private_access = __webpack_require__(70027);
var lib_pace = __webpack_require__(3449);
var plan = __webpack_require__(16927);
var external_node_fs_ = __webpack_require__(73024);
var external_node_path_ = __webpack_require__(76760);
;
async function baseConfiguration(workspace, path, env) {
const branch = baseBranch(env);
if (env.GITHUB_ACTIONS === 'true' && branch === undefined)
return {};
if (branch === undefined && !(0, external_node_fs_.existsSync)((0, external_node_path_.join)(workspace.root, '.git')))
return {};
const { fileAt, nameBefore } = await __webpack_require__.e(4892).then(__webpack_require__.bind(__webpack_require__, 94892));
const revision = await baseRevision(workspace.root, branch, env.GITHUB_EVENT_NAME === 'merge_group');
if (revision === undefined)
return branch === undefined ? {} : { skipped: notFetched(branch) };
const file = (0, lib_workspace.SH)(workspace, path);
const textOf = (name) => fileAt(workspace.root, revision, name);
const old = await textOf(file);
const text = old ?? (await textOf((await nameBefore(workspace.root, revision, file)) ?? file));
if (text === undefined)
return {};
try {
return { base: { config: (0, load.Z9)(text, path), revision: branch ?? 'the default branch' } };
}
catch (error) {
if (!(error instanceof errors.lZ))
throw error;
return branch === undefined ? {} : { skipped: notValid(branch, path) };
}
}
function baseBranch({ GITHUB_BASE_REF: base, GITHUB_EVENT_NAME: event, GITHUB_REF: ref }) {
if (base)
return base;
return event === 'merge_group'
? /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]+$/.exec(ref ?? '')?.[1]
: undefined;
}
const DEFAULT_BRANCHES = ['HEAD', 'main', 'master'];
async function baseRevision(root, branch, isQueue) {
const { revisionOf } = await __webpack_require__.e(4892).then(__webpack_require__.bind(__webpack_require__, 94892));
if (branch !== undefined && !/^[\w][\w./-]*$/.test(branch))
return undefined;
for (const name of branch === undefined ? DEFAULT_BRANCHES : [branch]) {
const found = await revisionOf(root, ['merge-base', 'HEAD', `refs/remotes/origin/${name}`]);
if (found !== undefined)
return found;
}
return branch === undefined
? undefined
: revisionOf(root, ['rev-parse', '--verify', '--quiet', 'HEAD^1^{commit}'], isQueue ? 'HEAD' : 'HEAD^2');
}
const PART = 'Metrics that panels and rules lose';
const notFetched = (branch) => ({
part: PART,
why: `The commit of ${branch} was not fetched: removed and renamed metrics were not looked for.`,
set: '`fetch-depth: 2` of actions/checkout',
});
const notValid = (branch, path) => ({
part: PART,
why: `${path} of ${branch} is not valid: removed and renamed metrics were not looked for.`,
set: 'nothing: the next pull request is compared',
});
var external_validators = __webpack_require__(93827);
;
const planMode = async (inputs, report, context) => {
const { env, log, scratch, until, signal } = context;
const workspace = (0, lib_workspace.OH)((0, lib_workspace.oS)(env), inputs.workingDirectory);
const validators = (0, external_validators.$)({ env, workspaceRoot: workspace.root, scratch, until, signal });
const { config, names } = inputs;
const remoteWrite = inputs.remoteWrite !== undefined;
const pace = (0, lib_pace.q)({ until, signal });
const { base, skipped } = await baseConfiguration(workspace, config.path, env);
const found = await report.timed('check', () => (0, plan.M)({ workspace, config, names, inputs: inputs_names.mc, remoteWrite, validators, pace, base }));
report.problems.push(...found.problems, ...(found.config ? storeProblems(found.config, inputs, workspace) : []));
report.skipped = [
...found.skipped,
...(skipped ? [skipped] : []),
...(found.config?.lint.ignore ?? []).map(silenced),
...(found.config ? (0, private_access.q)(found.config, inputs) : []),
];
report.checked = found.checked;
for (const [kind, n] of Object.entries(found.checked))
log.info(`${kind}: ${(0, lib_text.U9)(n, 'file')} checked`);
if (inputs.flyToken === '' && !inputs.grafana)
return;
const { compare } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(7291), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(8139), __webpack_require__.e(7744), __webpack_require__.e(7217), __webpack_require__.e(4274), __webpack_require__.e(8972), __webpack_require__.e(9484), __webpack_require__.e(1198), __webpack_require__.e(507)]).then(__webpack_require__.bind(__webpack_require__, 70507));
await report.timed('compare', () => compare(inputs, report, context));
};
function storeProblems(config, inputs, workspace) {
const locate = () => {
const source = (0, lib_workspace.yR)(workspace, inputs.config.path);
return source && (0, load._C)(source)(['monitoring', 'engine'], 'key');
};
return [
...(0, private_access.Q)(config, inputs),
...(0, engine.kz)(config, inputs, locate),
...(0, fly_engine.UO)(config, inputs, locate),
];
}
const silenced = ({ code, file, reason }) => ({
part: `Finding ${code}${file === undefined ? '' : ` in ${file}`}`,
why: reason,
set: 'nothing: remove it from lint.ignore',
});
var report_builder = __webpack_require__(31200);
;
async function run(context, command) {
const { log, signal, watchdog } = context;
const activities = createActivities(log);
const report = (0, report_builder.u)(log, (during, known) => watchdog?.update({ during, known }));
let deadline;
let failOn = 'targets';
try {
const inputs = await inputsOf(context.env);
failOn = inputs.failOn;
report.mode = inputs.mode;
log.progress?.(() => [report.during(), ...activities.current()].join(', '));
report.commit = context.env.GITHUB_SHA;
report.actor = context.env.GITHUB_TRIGGERING_ACTOR ?? context.env.GITHUB_ACTOR;
deadline = startDeadline(inputs.timeoutMs, signal, () => log.info(`The time is up (\`timeout\`): ${report.during()} is ended. It was waiting for: ${(0, lib_text.p_)(activities.current()) || 'nothing'}.`));
const { until, signal: timeUp } = deadline;
watchdog?.update({ until, during: report.during() });
const env = withTrustedPath(context.env);
const going = (command ?? MODES[inputs.mode])(inputs, report, {
...context,
env,
until,
timeUp,
activities,
});
await Promise.race([going, deadline.overdue]);
}
catch (error) {
report.failed(error);
}
finally {
deadline?.stop();
}
watchdog?.update({ during: 'the report', known: report, until: Date.now() + REPORT_MS });
const closed = await report.close(failOn);
const refused = await pingHeartbeat(closed, context);
return refused.length === 0 ? closed : { ...closed, problems: [...closed.problems, ...(0, redact.cJ)(refused)] };
}
async function inputsOf(env) {
try {
return (0, read.K)(env);
}
catch (error) {
if (!(error instanceof errors.lZ) || error.problems.every(({ code }) => code !== 'input/receiver'))
throw error;
const { withReceiverPlaces } = await __webpack_require__.e(8750).then(__webpack_require__.bind(__webpack_require__, 58750));
throw new errors.lZ(error.kind, withReceiverPlaces(error.problems, env));
}
}
const REPORT_MS = 20_000;
async function pingHeartbeat(result, { env, log, signal }) {
const isVerify = ((0, inputs_names.JR)(env, 'mode')?.trim() ?? '') === 'verify';
const url = (0, inputs_names.JR)(env, 'verify-heartbeat-url')?.trim();
if (!isVerify || !url || signal.aborted || !URL.canParse(url))
return [];
const { pingVerifyHeartbeat } = await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(8139), __webpack_require__.e(7744), __webpack_require__.e(7217), __webpack_require__.e(4274), __webpack_require__.e(8972), __webpack_require__.e(9484), __webpack_require__.e(7135), __webpack_require__.e(1198), __webpack_require__.e(8184), __webpack_require__.e(4872), __webpack_require__.e(3302)]).then(__webpack_require__.bind(__webpack_require__, 83302));
return pingVerifyHeartbeat(url, result, { env, log });
}
function withTrustedPath(env) {
return { ...env, PATH: (0, programs.zu)({ path: env.PATH, workspaceRoot: (0, lib_workspace.oS)(env) }) };
}
const MODES = {
deploy: async (...run) => (await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(8139), __webpack_require__.e(7744), __webpack_require__.e(7217), __webpack_require__.e(4274), __webpack_require__.e(8972), __webpack_require__.e(9484), __webpack_require__.e(7135), __webpack_require__.e(1198), __webpack_require__.e(8184), __webpack_require__.e(4872), __webpack_require__.e(3302), __webpack_require__.e(9651)]).then(__webpack_require__.bind(__webpack_require__, 89651))).deployMode(...run),
plan: planMode,
verify: async (...run) => (await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(8139), __webpack_require__.e(7744), __webpack_require__.e(7217), __webpack_require__.e(4274), __webpack_require__.e(8972), __webpack_require__.e(9484), __webpack_require__.e(7135), __webpack_require__.e(1198), __webpack_require__.e(8184), __webpack_require__.e(4872), __webpack_require__.e(3302)]).then(__webpack_require__.bind(__webpack_require__, 83302))).verifyMode(...run),
dashboards: async (...run) => (await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(7744), __webpack_require__.e(7217), __webpack_require__.e(9484), __webpack_require__.e(7135), __webpack_require__.e(137)]).then(__webpack_require__.bind(__webpack_require__, 20137))).dashboardsMode(...run),
contract: async (...run) => (await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(6752), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(7744), __webpack_require__.e(4274), __webpack_require__.e(4940)]).then(__webpack_require__.bind(__webpack_require__, 24940))).contractMode(...run),
drill: async (...run) => (await Promise.all([__webpack_require__.e(2856), __webpack_require__.e(6828), __webpack_require__.e(9547), __webpack_require__.e(6752), __webpack_require__.e(3292), __webpack_require__.e(6242), __webpack_require__.e(8935), __webpack_require__.e(3418), __webpack_require__.e(1480), __webpack_require__.e(8139), __webpack_require__.e(7744), __webpack_require__.e(7217), __webpack_require__.e(4274), __webpack_require__.e(8972), __webpack_require__.e(9484), __webpack_require__.e(7135), __webpack_require__.e(1198), __webpack_require__.e(8184), __webpack_require__.e(7931)]).then(__webpack_require__.bind(__webpack_require__, 47931))).drillMode(...run),
};
})
};
