/**
 * After the job: removes what flyctl kept for itself, and says so when the step was ended before it could report.
 * A file of its own, started as it is: a step that is cancelled at once leaves no state behind by which one file could
 * tell the two apart, and would then be done from its beginning after the job.
 */
import { rmSync } from 'node:fs';
const { STATE_scratch: scratch, STATE_published: published } = process.env;
if (scratch)
    rmSync(scratch, { recursive: true, force: true });
if (!published)
    process.stdout.write('::warning::The step was ended before it could report. What it had deployed stays; run it again: nothing is made twice.\n');
