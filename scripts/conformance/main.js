// Runs every test whose title begins with the number of a conformance case, and prints how many cases of each group pass.
// It fails (exit code 1) when one of those tests does, when a case is neither tested for each runtime that it is about
// nor listed in docs/fidelity.md, and when one is listed there that has its tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseGroups } from '../../lib/test/conformance/cases.js';
import { notApplicable } from './not-applicable.js';
import { runCaseTests } from './run-case-tests.js';
import { tally } from './tally.js';

const root = join(import.meta.dirname, '..', '..');
const listed = notApplicable(readFileSync(join(root, 'docs', 'fidelity.md'), 'utf8'));
const results = await runCaseTests(root);
const { groups, problems } = tally(caseGroups, listed, results);

const columns = ['cases', 'passed', 'failed', 'skipped', 'missing', 'not applicable'];
const width = Math.max(...groups.map(({ title }) => title.length));
const line = (title, cells) =>
  [title.padEnd(width), ...cells.map((cell, index) => String(cell).padStart(columns[index].length))].join('  ');
const counts = (rows) => columns.map((column) => rows.reduce((sum, { count }) => sum + count[column], 0));

console.log(line('', columns));
for (const group of groups) console.log(line(group.title, counts([group])));
console.log(line('all', counts(groups)));
for (const problem of problems) console.log(`\n${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;
