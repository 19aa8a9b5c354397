// Writes the tables of a JSON report's members into docs/reports.md, from its schema. With --check, only says whether they are right.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const page = process.argv.find((argument) => argument.endsWith('.md')) ?? join(root, 'docs', 'reports.md');
const schema = JSON.parse(readFileSync(join(root, 'schema', 'report-v1.schema.json'), 'utf8'));

const cell = (text) => text.replaceAll('|', '\\|');
const nameOf = (definition) => definition.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const linkTo = (reference) => {
  const name = nameOf(reference.replace('#/$defs/', ''));
  return `[${name}](#${name.replaceAll(' ', '-')})`;
};

function typeOf({ $ref, type, const: value, enum: values, items }) {
  if ($ref !== undefined) return linkTo($ref);
  if (value !== undefined) return `\`${JSON.stringify(value)}\``;
  if (values !== undefined) return values.map((one) => `\`${JSON.stringify(one)}\``).join(', ');
  return items === undefined ? type : `list of ${typeOf(items)}`;
}

/** The members of an object, and of the objects that stand in it alone. */
function rowsOf({ properties, required = [] }, prefix = '') {
  return Object.entries(properties).flatMap(([name, member]) => {
    const always = required.includes(name) ? 'yes' : '';
    const row = `| \`${prefix}${name}\` | ${typeOf(member)} | ${always} | ${cell(member.description)} |`;
    return [row, ...(member.properties === undefined ? [] : rowsOf(member, `${prefix}${name}.`))];
  });
}

const table = (definition) =>
  ['| Member | Type | Always | |', '| --- | --- | --- | --- |', ...rowsOf(definition)].join('\n');
const sections = [
  `${schema.description}\n\n${table(schema)}`,
  ...Object.entries(schema.$defs).map(
    ([name, definition]) => `#### ${nameOf(name)}\n\n${definition.description}\n\n${table(definition)}`,
  ),
];

const before = readFileSync(page, 'utf8');
const place = /(<!-- members -->\n)[\s\S]*?(<!-- \/members -->)/;
if (!place.test(before))
  throw new Error(`${page} has no place for the members: <!-- members --> and <!-- /members -->`);
const after = before.replace(place, (_, start, end) => `${start}${sections.join('\n\n')}\n${end}`);

if (!process.argv.includes('--check')) writeFileSync(page, after);
else if (before !== after) {
  console.error(`The tables in ${page} are not those of the schema: run 'node scripts/report-members.js'.`);
  process.exitCode = 1;
}
