// Writes the tables of plugins into docs/serverless.md, from the register: `npx tsc && node scripts/plugin-tables.js`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const document = join(root, 'docs', 'serverless.md');

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const namesOf = ({ name, otherNames = [] }) => [name, ...otherNames];

/** @returns {Promise<string>} the document with its tables as the register has them */
export async function withPluginTables() {
  const register = join(root, 'lib', 'src', 'service', 'serverless', 'plugins', 'register.js');
  const { changing, deploysOnly } = await import(pathToFileURL(register).href);
  const tables = {
    plugins: table(
      ['plugin', 'at a deploy it', 'here'],
      changing.map((plugin) => [namesOf(plugin).join(', '), plugin.changes, plugin.here]),
    ),
    'deploys-only': table(
      ['plugins that change no function: nothing is said of them', ''],
      deploysOnly.map(({ about, plugins }) => [about, plugins.flatMap(namesOf).join(', ')]),
    ),
  };
  let text = readFileSync(document, 'utf8');
  for (const [name, rows] of Object.entries(tables)) {
    const section = new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`);
    if (!section.test(text)) throw new Error(`${document} has no place for <!-- ${name} --> and <!-- /${name} -->`);
    text = text.replace(section, (_, start, end) => `${start}${rows}\n${end}`);
  }
  return text;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeFileSync(document, await withPluginTables());
