import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { nodeRuntime, run } from './command.js';

test('the conditions of serverless-plugin-ifelse choose what a function gets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ifelse-'));
  writeFileSync(
    join(folder, 'serverless.yml'),
    `service: svc
plugins: [serverless-plugin-ifelse]
provider: { name: aws, runtime: ${nodeRuntime}, stage: dev }
custom:
  serverlessIfElse:
    - If: '"\${self:provider.stage}" == "dev"'
      Set: { functions.f.environment.PLACE: chosen }
      ElseSet: { functions.f.environment.PLACE: other }
functions:
  f: { handler: f.handler, environment: { PLACE: own } }
`,
  );
  writeFileSync(join(folder, 'f.js'), 'exports.handler = async () => process.env.PLACE;\n');
  const { code, stdout, stderr } = await run(['-w', folder, '-f', 'f']);
  expect([code, stdout.toString().trim(), stderr.toString()]).toEqual([0, '"chosen"', expect.any(String)]);
});
