// Writes the tables of inputs and outputs into README.md, from action.yml. With --check, only says whether they are right.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..');
const readme = process.argv.find((argument) => argument.endsWith('.md')) ?? join(root, 'README.md');
const { inputs, outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

const cell = (text) => String(text).trim().replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const defaultOf = (input) => (input.required ? '**required**' : input.default ? `\`${input.default}\`` : '');

const tables = {
  inputs: table(
    ['Input', 'Description', 'Default'],
    Object.entries(inputs).map(([name, input]) => [`\`${name}\``, cell(input.description), defaultOf(input)]),
  ),
  outputs: table(
    ['Output', 'Description'],
    Object.entries(outputs).map(([name, output]) => [`\`${name}\``, cell(output.description)]),
  ),
};

const before = readFileSync(readme, 'utf8');
let after = before;
for (const [name, rows] of Object.entries(tables)) {
  const section = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
  if (!section.test(after))
    throw new Error(`${readme} has no place for the ${name}: <!-- ${name} --> and <!-- /${name} -->`);
  after = after.replace(section, (_, start, end) => `${start}${rows}\n${end}`);
}

if (!process.argv.includes('--check')) writeFileSync(readme, after);
else if (before !== after) {
  console.error(`The tables in ${readme} are not those of action.yml: run 'node scripts/readme-tables.js'.`);
  process.exitCode = 1;
}
