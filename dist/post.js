import { appendFileSync, lstatSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
const MOST = 100_000;
const WORDS = {
begun: 'Begun, and possibly done',
done: 'Done',
failed: 'Failed',
};
const NAME = /^deploy-monitoring-[A-Za-z0-9]{6}$/;
const JOURNAL = 'journal.jsonl';
const { STATE_scratch: named = '', STATE_published: published, RUNNER_TEMP = '' } = process.env;
const { GITHUB_STEP_SUMMARY: summary = '' } = process.env;
const scratch = ourFolder(named);
const changes = published || scratch === undefined ? [] : changesIn(join(scratch, JOURNAL));
if (scratch !== undefined)
remove(scratch);
if (!published)
warn();
function warn() {
const ended = 'The step was ended before it could write its report.';
const again = 'What it deployed is kept; run it again: nothing is created twice.';
const done = changes.map((change) => ` ${change}.`).join('');
process.stdout.write(`::warning::${ended}${done} ${again}\n`);
if (summary === '' || changes.length === 0)
return;
try {
const items = changes.map((change) => `- ${change}`).join('\n');
appendFileSync(summary, `# ${ended}\n\n${items}\n\n${again}\n`);
}
catch {
}
}
function changesIn(journal) {
try {
const found = lstatSync(journal);
if (!found.isFile() || found.size > MOST)
return [];
const states = new Map();
for (const line of readFileSync(journal, 'utf8').split('\n')) {
const entry = /^\["(begun|done|failed)",("(?:[^"\\]|\\.)*"),("(?:[^"\\]|\\.)*")\]$/.exec(line);
if (entry)
states.set(`${plain(entry[2])}, ${plain(entry[3])}`, entry[1] ?? '');
}
return [...states].map(([change, state]) => `${WORDS[state] ?? ''}: ${change}`);
}
catch {
return [];
}
}
function plain(json = '""') {
return String(JSON.parse(json)).replace(/[^\p{L}\p{N} .,_-]/gu, ' ');
}
function ourFolder(path) {
if (!isAbsolute(path) || !NAME.test(basename(path)))
return undefined;
try {
const parent = realpathSync(dirname(path));
const folder = join(parent, basename(path));
const found = lstatSync(folder);
const isOurs = found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid);
return isOurs && [RUNNER_TEMP, tmpdir()].some((place) => isSame(place, parent)) ? folder : undefined;
}
catch {
return undefined;
}
}
function remove(folder) {
try {
rmSync(folder, { recursive: true, force: true });
}
catch (error) {
process.stdout.write(`The folder of the step was not removed: ${error.code}\n`);
}
}
function isSame(place, real) {
try {
return isAbsolute(place) && realpathSync(place) === real;
}
catch {
return false;
}
}
