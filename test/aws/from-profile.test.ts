import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

import { fromProfile } from '../../src/aws/from-profile.js';
import { folderOf } from '../service/open-folder.js';

/** Answers with a key after a while. */
const credentialProcess = `const [, , key, ms] = process.argv;
setTimeout(() => console.log(JSON.stringify({ Version: 1, AccessKeyId: key, SecretAccessKey: 's' })), Number(ms));
`;

test('two profiles at once have their own credentials, and leave the variables of this process as they were', async () => {
  const requests = await Promise.all(
    [
      ['AKIAFIRST', 50],
      ['AKIASECOND', 300],
    ].map(async ([key, ms]) => {
      const folder = await folderOf({ 'answer.cjs': credentialProcess, config: '' });
      const command = `"${process.execPath}" "${join(folder, 'answer.cjs')}" ${key} ${ms}`;
      await writeFile(join(folder, 'credentials'), `[default]\ncredential_process = ${command}\n`);
      return { profile: 'default', credentialsFile: join(folder, 'credentials'), configFile: join(folder, 'config') };
    }),
  );
  const before = { ...process.env };
  const found = await Promise.all(requests.map(fromProfile));
  expect(found).toMatchObject([{ accessKeyId: 'AKIAFIRST' }, { accessKeyId: 'AKIASECOND' }]);
  expect({ ...process.env }).toEqual(before);
});
