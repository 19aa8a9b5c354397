// Writes the framework's own schema anew, as data: `node scripts/framework-schema/main.js <checkout of github.com/serverless/serverless>`.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage, schemaOfPackage } from './packages.js';
import { reduceSchema, tableOf } from './reduce.js';
import { schemaOfSources } from './sources.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [checkout] = process.argv.slice(2);
if (checkout === undefined) throw new Error('The folder of a checkout of github.com/serverless/serverless is missing.');

const versions = { osls3: '3.77.1', osls4: '4.3.1', serverless3: '3.40.0' };
const packageOf = (name, version) => installPackage(join(root, '.cache', 'framework-schema'), name, version);

const osls3 = await schemaOfPackage(await packageOf('osls', versions.osls3));
const serverless3 = await schemaOfPackage(await packageOf('serverless', versions.serverless3));
const table = tableOf({
  // osls knows all that version 3 does, but for what belongs to its dashboard.
  version3: reduceSchema({ ...osls3, properties: { ...serverless3.properties, ...osls3.properties } }),
  osls4: reduceSchema(await schemaOfPackage(await packageOf('osls', versions.osls4))),
  version4: reduceSchema(await schemaOfSources(resolve(checkout), await packageOf('serverless', versions.serverless3))),
});
const text = JSON.stringify(table).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
writeFileSync(
  join(root, 'src', 'service', 'serverless', 'validation', 'schema', 'data.ts'),
  `// Made by scripts/framework-schema/main.js of osls ${versions.osls3} and ${versions.osls4}, and of version 4 of the Serverless Framework (MIT).\n\n` +
    `/** The schemas of the framework's versions, as JSON of a \`SchemaTable\`. */\nexport const schemaText =\n  '${text}';\n`,
);
console.log(`${table.nodes.length} nodes, ${text.length} characters`);
