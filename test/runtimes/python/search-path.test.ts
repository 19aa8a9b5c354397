import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fixture } from '../../paths.js';
import { fullSet, interpreters } from './interpreters.js';
import { invokeOnce } from './python-runtime.js';

const service = 'python-search-path';
const root = fixture(service);

describeEach(interpreters)('sys.path on Python $version', (python) => {
  test('C108 starts with the task root and the layers of the declared version', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.h', runtime: 'python3.10' });
    const path = json() as string[];
    expect(path.slice(0, 3)).toEqual([root, '/opt/python/lib/python3.10/site-packages', '/opt/python']);
    expect(path.join('\n')).not.toMatch(/runtimes[\\/]python/);
  });

  test('has the layers where they are, and does not tell the function how it knows', async () => {
    const environment = { INVOKE_LOCAL_OPT: '/tmp/the layers' };
    const { json } = await invokeOnce({ python, service, handler: 'app.h', runtime: 'python3.10', environment });
    const path = json() as string[];
    expect(path.slice(1, 3)).toEqual(['/tmp/the layers/python/lib/python3.10/site-packages', '/tmp/the layers/python']);
    const names = await invokeOnce({ python, service, handler: 'app.variables', environment });
    expect(names.json()).not.toContain('INVOKE_LOCAL_OPT');
  });

  test('C108 has only the task root before a PYTHONPATH of the user', async () => {
    const environment = { PYTHONPATH: fixture('python-warm') };
    const { json } = await invokeOnce({ python, service, handler: 'app.h', environment });
    expect((json() as string[]).slice(0, 2)).toEqual([root, fixture('python-warm')]);
    expect(json()).not.toContain('/opt/python');
  });
});

describeEach(fullSet)('modules on Python $version', (python) => {
  test('the .pth files of the task root are read', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.from_pth' });
    expect(json()).toBe('pth');
  });

  test('are found after user code has changed the working folder', async () => {
    const { json } = await invokeOnce({ python, service, handler: 'app.moved' });
    expect(json()).toBe('sibling');
  });

  test('PYTHONSAFEPATH does not keep the bootstrap from starting', async () => {
    const environment = { PYTHONSAFEPATH: '1' };
    const { json } = await invokeOnce({ python, service, handler: 'app.h', environment });
    expect((json() as string[])[0]).toBe(root);
    expect((json() as string[]).join('\n')).not.toMatch(/runtimes[\\/]python/);
  });

  test('of the user may have the names of the bootstrap and of the standard library', async () => {
    const names = ['bootstrap', 'context', 'fault', 'handler', 'json', 'main', 'runtime_client', 'traceback'];
    const { json } = await invokeOnce({ python, service: 'python-colliding-names', handler: 'app.h' });
    expect(json()).toEqual(names);
  });

  test.each([
    ['app.fails', { errorType: 'ValueError', errorMessage: 'still told' }],
    ['app.bad_result', { errorType: 'Runtime.MarshalError' }],
  ])('with such names do not disturb the report of an error (%s)', async (handler, expected) => {
    const { json } = await invokeOnce({ python, service: 'python-colliding-names', handler });
    expect(json()).toMatchObject(expected);
  });

  test('with such names do not disturb the report of a bad event', async () => {
    const event = Buffer.from('{');
    const { json } = await invokeOnce({ python, service: 'python-colliding-names', handler: 'app.h', event });
    expect(json()).toMatchObject({ errorType: 'Runtime.UnmarshalError' });
  });
});
