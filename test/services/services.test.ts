import { describe, expect, test } from '@jest/globals';
import { fixture } from '../paths.js';
import { openFolder } from '../service/open-folder.js';
import { newProjectCode, runFunction } from './run-function.js';
import { realisticServices } from './services.js';

describe.each(realisticServices)('$folder: $what', ({ folder, cases }) => {
  const root = fixture('services', ...folder.split('/'));

  test('has a case for each of its functions', async () => {
    await using projectCode = newProjectCode();
    const service = await openFolder(root, { projectCode });
    expect([...new Set(cases.map(({ function: key }) => key))].sort()).toEqual((await service.names()).sort());
  });

  test.each(cases.map((one) => ({ ...one, of: one.stage ?? 'dev' })))(
    '$function of $of answers as it should',
    async ({ function: key, fullName, of: _of, response, ...options }) => {
      const { answer, result } = await runFunction(root, fullName ?? key, options);
      expect(answer).toEqual(response);
      expect(result.function.key).toBe(key);
      expect(result.status).toBe('success');
    },
  );
});
