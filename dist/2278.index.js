export const id = 2278;
export const ids = [2278];
export const modules = {
59675: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
j: () => (withMakeValues)
});
var __import_0__ = __webpack_require__(76760);
const ASSIGNMENT = /^(?:(?:export|override)[ \t]+)?([\w.-]+)[ \t]*(?:::?:?|\?)?=[ \t]*([^\n#]*)/gm;
const VARIABLE = /(?<!\$)\$[({]([\w.-]+)[)}]|\{\{[ \t]*([\w-]+)[ \t]*\}\}/g;
const PATH = /\$\((?:abspath|realpath)[ \t]+([\w./*-]+)\)/g;
const OWN = /\$\(dir \$\((?:abspath|realpath) \$\((?:lastword|firstword) \$\(MAKEFILE_LIST\)\)\)\)/g;
const MAX_DEPTH = 5;
const MAX_VALUE = 500;
function withMakeValues(recipe, { text, folder, given = new Map() }) {
const set = Map.groupBy(text.matchAll(ASSIGNMENT), ([, name]) => name);
const filled = (written, depth) => written
.replace(OWN, () => __import_0__.posix.join('/', folder, '/'))
.replace(VARIABLE, (all, make, just) => known(make ?? just ?? '', depth) ?? all)
.replace(PATH, (_, path) => __import_0__.posix.resolve('/', folder, path));
const known = (name, depth) => {
const [[, , written] = [], ...more] = set.get(name) ?? [];
if (name === 'CURDIR')
return __import_0__.posix.join('/', folder);
if (given.has(name))
return given.get(name);
if (written === undefined || more.length > 0 || depth > MAX_DEPTH)
return undefined;
const value = filled(written.trim(), depth + 1);
return value.length > MAX_VALUE || /\$\([^)]*[ \t]|[+`]|\n/.test(value)
? undefined
: value.replace(/^(["'])(.*)\1$/, '$2');
};
return filled(recipe, 0).replaceAll('$$', () => '$');
}
}),
83708: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
l: () => (scriptIn),
w: () => (namesIn)
});
const OPTIONS = [
[
/\b(?:pnpm|turbo|lerna|nx|rush)\b/,
/\s(?:--filter|--scope|-F|--projects?|--to)(?:=|\s+)["']?(?:\.{3})?\{?([@\w./-]+?)\}?\^?(?:\.{3})?["']?(?=[\s,]|$)/g,
],
[/\b(?:npm|bun)\b/, /\s(?:--workspace|-w|--filter)(?:=|\s+)["']?([@\w./-]+)/g],
[/\b(?:cargo|uv)\b/, /\s(?:-p|--package|--bin|--path)(?:=|\s+)["']?([\w./-]+)/g],
[/\bcargo\b/, /--manifest-path(?:=|\s+)(\S+?)\/?Cargo\.toml/g],
[/\bmvnw?\b/, /\s-pl(?:=|\s+):?([\w./-]+)/g],
[/\bgradlew?\b/, /\s(:[\w:-]+):\w+/g],
[/\bdotnet\b/, /([\w.-]+)\.(?:cs|fs)proj/g],
[/\bgo (?:build|install|run)\b/, /\s(\.\/[\w./-]+|[\w-]+\/[\w./-]+)["']?\s*$/g],
[/\byarn\b/, /\sworkspaces?(?: focus)? ([@\w./-]+)/g],
[/\bturbo\b/, /\sprune (?:--scope=)?["']?([@\w./-]+)/g],
[/\bnx\b/, /\s(?:run |build |serve )["']?([@\w./-]+)/g],
[/\bmix\b/, /\srelease (\w+)/g],
];
const namesIn = (commands) => [
...new Set(commands
.split(/[;&|\n]+/)
.flatMap((command) => OPTIONS.filter(([tool]) => tool.test(command)).flatMap(([, option]) => [...command.matchAll(option)].map(([, name = '']) => name)))),
];
const AROUND = '(?:\\s+(?:-[wFC] [^\\s-]\\S*|--(?:filter|workspace|prefix|dir|cwd) [^\\s-]\\S*|-[\\w-]+(?:=\\S+)?|workspace [^\\s-]\\S*))*';
const SCRIPT = new RegExp(`\\b(?:npm|pnpm|yarn|bun)\\b${AROUND}(?:\\s+run(?:-script)?)?${AROUND}\\s+([a-z][\\w:.-]*)(?=[\\s"']|$)${AROUND}`);
function scriptIn(command) {
const [whole, script] = SCRIPT.exec(command) ?? [];
if (whole === undefined || script === undefined)
return undefined;
const folder = /\s(?:--prefix|--dir|--cwd|-C)[= ](\S+)/.exec(whole)?.[1];
return { text: whole, script, named: namesIn(whole)[0], folder };
}
}),
18972: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
bl: () => (deploysStartedBy),
Kx: () => (startedDeploys),
yb: () => (withStarted)
});
var external_node_path_ = __webpack_require__(76760);
var dockerfile = __webpack_require__(67481);
var json_value = __webpack_require__(91060);
var deploy_commands = __webpack_require__(47660);
var make_values = __webpack_require__(59675);
;
function nixProgram(words) {
if (words[0] !== 'nix' || !words.includes('run'))
return undefined;
for (const word of words) {
const [, folder, name = ''] = /^(?:path:)?(\.{0,2}(?:\/[\w.-]+)*)#(?:\w+\.)*([\w-]+)$/.exec(word) ?? [];
if (folder !== undefined)
return { name, folder: folder === '' ? '.' : folder };
}
return undefined;
}
const MAX_HEAD = 600;
const END = /''(?![$'\\])/;
function nixScript(text, name, folder) {
for (const { index } of text.matchAll(new RegExp(`(?<![\\w-])${name}[ \\t]*=`, 'g'))) {
const head = text.slice(index, index + MAX_HEAD);
const start = head.indexOf("''");
const before = head.slice(0, start);
if (start === -1 || [...before.matchAll(/\bwriteShell(?:Script(?:Bin)?|Application)\b/g)].length !== 1)
continue;
const rest = text.slice(index + start + 2);
const end = END.exec(rest)?.index;
if (end !== undefined)
return asShell(rest.slice(0, end), folder);
}
return undefined;
}
const asShell = (text, folder) => text
.replace(/(?<!'')\$\{[\w.]+\}\/bin\/([\w-]+)/g, '$1')
.replace(/(?<!'')\$\{(?:\w{1,50}\.){0,4}getExe[ \t]{1,4}(?:\w{1,50}\.){0,4}([\w-]{1,50})\}/g, '$1')
.replace(/(?<!'')\$\{((?:\.{1,2}\/)?[\w.-]+(?:\/[\w.-]+)*)\}/g, (all, path) => path.includes('/') ? external_node_path_.posix.join('/', folder, path) : all)
.replace(/(?<!'')\$\{self\}\//g, external_node_path_.posix.join('/', folder, '/'))
.replace(/''(?=\$)/g, '');
var script_names = __webpack_require__(83708);
var shell = __webpack_require__(31842);
var toml = __webpack_require__(94611);
var tree = __webpack_require__(68587);
var yaml = __webpack_require__(69776);
;
const PART = /"((?:[^"\\\n]|\\.)*)"|\b(\w+)\(([^()\n]{0,300})\)|&(\w+)\/\d/g;
const MAX_ALIAS = 1000;
const MAX_BODY = 5000;
function mixCommands({ name, mix, task, }) {
const key = name.replaceAll('.', '\\.');
const start = new RegExp(`^[ \\t]*(?:"${key}"|${key}):[ \\t]*`, 'm').exec(mix);
if (!start)
return task === undefined ? [] : commandsIn(task, new Map());
const rest = mix.slice(start.index + start[0].length).slice(0, MAX_ALIAS);
const list = rest.startsWith('[') ? rest.slice(0, endOfList(rest)) : (/^[^\n]*/.exec(rest)?.[0] ?? '');
return [...list.matchAll(PART)].flatMap(([, text, called, args = '', named]) => text === undefined ? ofFunction(mix, called ?? named ?? '', args) : asCommand(text));
}
function asCommand(text) {
const [, folder, command] = /^cmd[ \t]+(?:--cd[ \t]+(\S+)[ \t]+)?(.*)$/.exec(text) ?? [];
if (command === undefined)
return `mix ${text}`;
return folder === undefined ? command : `cd ${folder} && ${command}`;
}
function endOfList(text) {
let depth = 0;
for (const { 0: mark, index } of text.matchAll(/[[\]]/g)) {
depth += mark === '[' ? 1 : -1;
if (depth === 0)
return index;
}
return text.length;
}
function ofFunction(mix, name, args) {
const [all, names = ''] = new RegExp(`\\bdefp?[ \\t]+${name}(?:\\(([^()\\n]*)\\))?[ \\t]*do\\b`).exec(mix) ?? [];
if (all === undefined)
return [];
const values = [...args.matchAll(/"([^"]*)"|[^,\s][^,]*/g)].map(([, text]) => text ?? '*');
const given = new Map(names.split(',').map((one, i) => [one.trim(), values[i] ?? '*']));
const [body = ''] = mix
.slice(mix.indexOf(all) + all.length)
.slice(0, MAX_BODY)
.split(/\n {2}end\b/);
return commandsIn(body, given);
}
const commandsIn = (code, given) => [...code.matchAll(/\bcmd\(\s*"((?:[^"\\\n]|\\.)*)"(?:\s*,\s*\[([^\]]{0,1000})\])?/g)].map(([, command = '', list = '']) => {
const words = [...list.matchAll(/"((?:[^"\\\n]|\\.)*)"|[^,\s][^,]*/g)].map(([, word]) => word ?? '*');
return [command, ...words]
.join(' ')
.replace(/#\{([^{}]*)\}/g, (_, name) => given.get(name.trim()) ?? '*');
});
;
function taskOf(tool, name, { folder, textOf }) {
const read = READERS[tool];
if (read === undefined)
return undefined;
for (let at = folder;; at = external_node_path_.posix.dirname(at)) {
const found = read(name, at, textOf);
if (found || at === '.')
return found;
}
}
const firstOf = (names, folder, textOf) => names
.map((name) => ({ file: external_node_path_.posix.join(folder, name), text: textOf(external_node_path_.posix.join(folder, name)) }))
.find(({ text }) => text !== undefined);
const TASKFILES = ['Taskfile.yml', 'taskfile.yml', 'Taskfile.yaml', 'taskfile.yaml', 'Taskfile.dist.yml'];
function inTaskfile(name, folder, textOf) {
const { text = '' } = firstOf(TASKFILES, folder, textOf) ?? {};
const read = (0, yaml.g)(text);
if (!read.ok)
return undefined;
const node = (0, tree.Jt)((0, tree.Jt)(read.tree, 'tasks'), name);
if (!node)
return included(name, { root: read.tree, folder, textOf });
const commands = node.kind === 'table'
? [...(0, tree.ld)((0, tree.Jt)(node, 'deps')), ...listed((0, tree.Jt)(node, 'cmds') ?? (0, tree.Jt)(node, 'cmd'))]
: listed(node);
const isNeed = new Set((0, tree.ld)((0, tree.Jt)(node, 'deps')));
return {
commands: commands.flatMap((one) => {
const task = isNeed.has(one)
? ((0, tree.ws)(one) ?? (0, tree.ws)((0, tree.Jt)(one, 'task')))
: (0, tree.ws)((0, tree.Jt)(one, 'task'));
return task === undefined ? ((0, tree.ws)(one) ?? (0, tree.ws)((0, tree.Jt)(one, 'cmd')) ?? []) : `task ${task}`;
}),
folder: external_node_path_.posix.join(folder, (0, tree.ws)((0, tree.Jt)(node, 'dir')) ?? '.'),
variables: new Map([
['CLI_ARGS', ''],
...texts((0, tree.Jt)(read.tree, 'vars')),
...texts((0, tree.Jt)(node, 'vars')),
...texts((0, tree.Jt)(node, 'env')),
]),
};
}
function included(name, { root, folder, textOf }) {
const [first = '', ...rest] = name.split(':');
const entry = (0, tree.Jt)((0, tree.Jt)(root, 'includes'), first);
const path = (0, tree.ws)(entry) ?? (0, tree.ws)((0, tree.Jt)(entry, 'taskfile'));
if (path === undefined || rest.length === 0 || path.includes('{{'))
return undefined;
const isFile = /\.ya?ml$/.test(path);
const file = external_node_path_.posix.join(folder, path);
const below = isFile ? external_node_path_.posix.dirname(file) : file;
const own = (one) => textOf(isFile && TASKFILES.includes(external_node_path_.posix.basename(one)) ? file : one);
const found = inTaskfile(rest.join(':'), below, own);
const at = (0, tree.ws)((0, tree.Jt)(entry, 'dir'));
return found && { ...found, folder: external_node_path_.posix.join(folder, at ?? external_node_path_.posix.relative(below, found.folder)) };
}
const listed = (node) => node === undefined ? [] : node.kind === 'list' ? node.items : [node];
const texts = (node) => node?.kind === 'table'
? [...node.entries].flatMap(([key, value]) => {
const text = (0, tree.ws)(value);
return text === undefined ? [] : [[key, text]];
})
: [];
const MISE = [
'mise.toml',
'.mise.toml',
'mise/config.toml',
'.mise/config.toml',
'.config/mise.toml',
'.config/mise/config.toml',
];
const MISE_FOLDERS = ['mise-tasks', '.mise-tasks', 'mise/tasks', '.mise/tasks', '.config/mise/tasks'];
function inMise(name, folder, textOf) {
for (const file of MISE) {
const read = (0, toml.D)(textOf(external_node_path_.posix.join(folder, file)) ?? '');
const node = read.ok ? (0, tree.Jt)((0, tree.Jt)(read.table, 'tasks'), name) : undefined;
if (!read.ok || !node)
continue;
const needs = listed((0, tree.Jt)(node, 'depends')).flatMap((one) => (0, tree.ws)(one) ?? []);
const runs = listed(node.kind === 'table' ? (0, tree.Jt)(node, 'run') : node).flatMap((one) => (0, tree.ws)(one) ?? []);
return {
commands: [...needs.map((one) => `mise run ${one}`), ...runs],
folder: external_node_path_.posix.join(folder, ((0, tree.ws)((0, tree.Jt)(node, 'dir')) ?? '.').replace(/\{\{[^{}]*\}\}\/?/, '')),
variables: new Map([...texts((0, tree.Jt)(read.table, 'env')), ...texts((0, tree.Jt)(node, 'env'))]),
};
}
const path = name.replaceAll(':', '/');
const own = MISE_FOLDERS.map((one) => external_node_path_.posix.join(one, path)).find((one) => textOf(external_node_path_.posix.join(folder, one)));
return own === undefined ? undefined : { commands: [`bash ${own}`], folder, variables: new Map() };
}
function inDeno(name, folder, textOf) {
const { text = '' } = firstOf(['deno.json', 'deno.jsonc'], folder, textOf) ?? {};
const json = (0, json_value._D)(text);
const tasks = (0, json_value.OW)(json) && (0, json_value.OW)(json.tasks) ? json.tasks : {};
const task = tasks[name];
const command = (0, json_value.OW)(task) ? task.command : task;
return typeof command === 'string' ? { commands: [command], folder, variables: new Map() } : undefined;
}
function inMix(name, folder, textOf) {
const own = [name, name.replaceAll('.', '/'), name.replaceAll('.', '_')].map((one) => `lib/mix/tasks/${one}.ex`);
const task = firstOf(own, folder, textOf)?.text;
const commands = mixCommands({ name, mix: textOf(external_node_path_.posix.join(folder, 'mix.exs')) ?? '', task });
return commands.length === 0 ? undefined : { commands, folder, variables: new Map() };
}
const READERS = {
task: inTaskfile,
'go-task': inTaskfile,
mise: inMise,
rtx: inMise,
deno: inDeno,
mix: inMix,
};
;
const withStarted = (commands, files) => commands.flatMap((one) => started(one, files) ?? one);
const startedDeploys = (steps, files) => steps.flatMap((one) => started(one, files) ?? []);
const started = (one, files) => one.runs === undefined
? undefined
: deploysOfRun(one.runs, { folder: one.folder, depth: 0, ...files })?.map((deploy) => ({
...{ ...one, ...deploy },
...{ runs: undefined, isUnread: undefined },
}));
const deploysStartedBy = ({ runs, folder }, files) => (runs === undefined ? [] : (deploysOfRun(runs, { folder, depth: 0, ...files }) ?? []));
const MAX_DEPTH = 4;
function deploysOfRun(script, place) {
const own = (0, deploy_commands.qU)(script, place.folder);
if (own.length > 0 || place.depth > MAX_DEPTH)
return own.map(({ line: _, ...deploy }) => deploy);
const started = script.split(/[\n;&|]+/).flatMap((command) => {
const found = startedBy(command, place);
return found === undefined ? [] : [found];
});
const known = started.flatMap((one) => (one === 'unknown' ? [] : one));
if (started.length === 0 || (known.length === 0 && started.includes('unknown')))
return undefined;
return known;
}
const RUNNERS = /^(?:sudo|env|nice|time|timeout|flox|doppler|op|infisical|dotenvx?|devbox|devenv|nix|nix-shell|direnv|teller|chamber|aws-vault|poetry|uv|pdm|pipenv|hatch|rye|bundle|mise|rtx)$/;
function unwrapped(words) {
const [program = '', next = ''] = words;
if (!RUNNERS.test(program))
return words;
const [marks, shells] = [
words.indexOf('--'),
words.findIndex((word) => /^(?:-c|--command|--run)$/.test(word)),
];
if (marks > 0)
return unwrapped(words.slice(marks + 1));
if (shells > 0)
return unwrapped(words.slice(shells + 1).flatMap(dockerfile.CH));
if (/^(?:mise|rtx)$/.test(program))
return words;
if (/^(?:run|exec)$/.test(next))
return unwrapped(words.slice(program === 'direnv' ? 3 : 2));
const rest = words.slice(1);
return unwrapped(rest.slice(rest.findIndex((word) => !/^-|^\w+=|^\d+[smh]?$/.test(word))));
}
function startedBy(command, place) {
const written = (0, dockerfile.CH)(command.replace(/^[ \t]*(?:(?:if|then|else|time|exec|!|\w+=\S*)[ \t]+)*/, ''));
const byNix = nixProgram(written);
if (byNix)
return ofFlake(byNix, place);
const words = unwrapped(written);
const isShell = /^(?:ba|z|da)?sh$/.test(words[0] ?? '');
const [program = '', ...rest] = isShell ? words.slice(1) : words;
if (/\.(?:sh|bash)$/.test(program) || (isShell && program.includes('/')))
return ofShell(program, rest, place);
if (/^(?:\.{1,2}\/)?(?:[\w.-]+\/)+[\w-]+$/.test(program))
return ofProgram(program, rest, place);
if (/^(?:make|gmake|just)$/.test(program))
return ofTarget(program, rest, place);
if (/^(?:task|go-task|mise|rtx|deno)$/.test(program))
return ofTask(program, rest, place);
if (program === 'mix') {
const found = known(ofTask(program, rest, place));
return found.length === 0 ? undefined : found;
}
if (/^(?:run-[sp]|npm-run-all)$/.test(program))
return rest
.filter((word) => !word.startsWith('-'))
.flatMap((word) => known(ofPackage(word, place.folder, place)));
const npm = (0, script_names.l)(command);
if (!npm)
return undefined;
const owner = npm.named === undefined ? undefined : packageNamed(npm.named, place.packages);
if (npm.named !== undefined && !owner)
return undefined;
return ofPackage(npm.script, owner?.folder ?? external_node_path_.posix.join(place.folder, npm.folder ?? ''), place);
}
const packageNamed = (name, packages) => packages.find(({ names }) => names.includes(name)) ??
packages.find(({ folder }) => folder === external_node_path_.posix.join(name)) ??
packages.find(({ names }) => names.some((one) => one.endsWith(`/${name}`)));
function ofShell(program, args, place) {
const path = external_node_path_.posix.join('/', place.folder, program).slice(1);
const text = place.textOf(path);
if (text === undefined)
return 'unknown';
const script = (0, deploy_commands.U0)((0, shell.H)(text, { own: external_node_path_.posix.dirname(path), args }));
return deploysOfRun(script, { ...place, depth: place.depth + 1 }) ?? [];
}
function ofFlake({ name, folder }, place) {
const flake = external_node_path_.posix.join(place.folder, folder);
const text = nixScript(place.textOf(external_node_path_.posix.join(flake, 'flake.nix')) ?? '', name, flake);
if (text === undefined)
return 'unknown';
const script = (0, deploy_commands.U0)((0, shell.H)(text, { own: undefined, args: undefined }));
return deploysOfRun(script, { ...place, depth: place.depth + 1 }) ?? [];
}
const ofProgram = (program, args, place) => /^#!.*\b(?:ba|z|da)?sh\b/.test(place.textOf(external_node_path_.posix.join('/', place.folder, program).slice(1)) ?? '')
? ofShell(program, args, place)
: 'unknown';
function ofTask(tool, words, place) {
const at = words.findIndex((word) => /^(?:-d|--dir|-C|--cd)$/.test(word));
const folder = external_node_path_.posix.join(place.folder, (at === -1 ? undefined : words[at + 1]) ?? '.');
const names = words.filter((word, i) => /^[\w:./-]+$/.test(word) && !word.startsWith('-') && (at === -1 || i !== at + 1));
const name = names.find((word) => !(tool !== 'task' && /^(?:run|r|task|tasks)$/.test(word)));
const task = name === undefined || place.depth > MAX_DEPTH ? undefined : taskOf(tool, name, { ...place, folder });
if (!task)
return 'unknown';
const variables = new Map([...task.variables, ...assignmentsIn(words)]);
const script = (0, shell.H)((0, deploy_commands.l5)(task.commands.join('\n')), {
own: undefined,
args: undefined,
variables,
});
return (deploysOfRun((0, deploy_commands.U0)(script), { ...place, folder: task.folder, depth: place.depth + 1 }) ??
'unknown');
}
const assignmentsIn = (words) => words.flatMap((word) => {
const [, name, value = ''] = /^(\w+)=(.*)$/.exec(word) ?? [];
return name === undefined ? [] : [[name, value]];
});
const FILES = { just: ['justfile', 'Justfile', '.justfile'], make: ['Makefile', 'makefile', 'GNUmakefile'] };
function ofTarget(program, words, place) {
const at = words.indexOf('-C');
const folder = external_node_path_.posix.join(place.folder, (at === -1 ? undefined : words[at + 1]) ?? '');
const goals = words.filter((word, i) => /^[\w:-]+$/.test(word) && !word.startsWith('-') && (at === -1 || i !== at + 1));
const [target] = goals;
if (program !== 'just' && goals.length > 1) {
const options = words.filter((word) => !goals.includes(word));
const all = goals.flatMap((goal) => known(ofTarget(program, [...options, goal], place)));
return all.length > 0 ? all : 'unknown';
}
const text = FILES[program === 'just' ? 'just' : 'make']
.map((name) => place.textOf(external_node_path_.posix.join(folder, name)))
.find((one) => one !== undefined);
if (text === undefined || target === undefined || place.depth > MAX_DEPTH)
return 'unknown';
const rule = new RegExp(`^@?${target}(?![\\w.-])[^:=\\n]*:(?!=)([^\\n]*)\\n((?:[ \\t]+[^\\n]*\\n?|[ \\t]*\\n)*)`, 'm').exec(`${text}\n`);
if (!rule)
return 'unknown';
const below = { ...place, folder, depth: place.depth + 1 };
const variables = new Map(assignmentsIn(words));
const written = (0, make_values.j)((rule[2] ?? '').replaceAll('$(MAKE)', 'make'), {
text,
folder,
given: variables,
});
const recipe = (0, shell.H)((0, deploy_commands.l5)(written), { own: undefined, args: undefined, variables });
const found = recipe.split('\n').flatMap((line) => deploysOfRun((0, deploy_commands.U0)(line), below) ?? []);
const needed = (rule[1] ?? '').split(/\s+/).filter((one) => /^[\w.-]+$/.test(one) && one !== target);
const all = [...found, ...needed.flatMap((one) => known(ofTarget(program, [one], { ...below })))];
return all.length > 0 ? all : 'unknown';
}
const known = (found) => (found === 'unknown' ? [] : found);
function ofPackage(name, folder, place) {
const json = (0, json_value._D)(place.textOf(external_node_path_.posix.join(folder, 'package.json')) ?? '');
const scripts = (0, json_value.OW)(json) && (0, json_value.OW)(json.scripts) ? json.scripts : {};
const script = scripts[name];
if (typeof script !== 'string')
return 'unknown';
return deploysOfRun((0, deploy_commands.U0)(script), { ...place, folder, depth: place.depth + 1 }) ?? 'unknown';
}
}),
70265: ((__module, __webpack_exports__, __webpack_require__) => {
__webpack_require__.d(__webpack_exports__, {
Z: () => (foldersAbove)
});
var __import_0__ = __webpack_require__(76760);
const foldersAbove = (path) => path === '.' ? [] : [__import_0__.posix.dirname(path), ...foldersAbove(__import_0__.posix.dirname(path))];
})
};
