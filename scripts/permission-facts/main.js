// Writes the facts about permissions anew, as data: `node scripts/permission-facts/main.js`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { samFacts } from './sam.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const samVersion = '1.115.0';

const { templates, connectors, license } = samFacts(join(root, '.cache'), samVersion);
write(['src', 'service', 'sam', 'permissions', 'data.ts'], `of aws-sam-translator ${samVersion} (Apache 2.0)`, [
  ['policyTemplatesText', "SAM's policy templates, as JSON of `PolicyTemplates`.", templates],
  ['connectorsText', 'What connectors let a function do, as JSON of `Connectors`.', connectors],
]);
writeFileSync(
  join(root, 'src', 'service', 'sam', 'permissions', 'LICENSE.txt'),
  `The policy templates and connectors of SAM (data.ts), made of aws-sam-translator (Apache 2.0)\n\n${license.join('\n')}`,
);

/** Writes a module with data as text, which is read faster than as an object. */
function write(path, source, constants) {
  const text = (value) => JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  const parts = constants.map(
    ([name, comment, value]) => `/** ${comment} */\nexport const ${name} =\n  '${text(value)}';\n`,
  );
  const file = join(root, ...path);
  writeFileSync(file, `// Made by scripts/permission-facts/main.js ${source}.\n\n${parts.join('\n')}`);
  console.log(`${path.join('/')}: ${parts.join('').length} characters`);
}
