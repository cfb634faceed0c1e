/**
 * After the job: removes files that flyctl kept, and warns when the step was ended before it could report. A separate
 * file, which is not bundled with the step: a step that is cancelled at once saves no state by which one file could
 * distinguish the two, and would be run again after the job.
 */
import { lstatSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
/** The name that action/main.ts passes to mkdtemp, with its suffix. */
const NAME = /^deploy-monitoring-[A-Za-z0-9]{6}$/;
const { STATE_scratch: named = '', STATE_published: published, RUNNER_TEMP = '' } = process.env;
const scratch = ourFolder(named);
if (scratch !== undefined)
    remove(scratch);
if (!published)
    process.stdout.write('::warning::The step was ended before it could write its report. What it deployed is kept; run it again: nothing is created twice.\n');
/**
 * The folder that the step created, if the state names it. State may be forged: on a runner without a file for it, it
 * is a command in the log. So the folder must have such a name, be where the step creates one, not be a link, and
 * belong to this user; nothing else is touched.
 */
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
        // It no longer exists.
        return undefined;
    }
}
/** The runner removes the rest; a failure must not prevent the warning. */
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
