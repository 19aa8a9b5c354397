import { describe, expect, test } from '@jest/globals';
import { firstUserFrame } from '../../src/report/user-frame.js';

const posix = process.platform === 'win32' ? test.skip : test;

describe('firstUserFrame', () => {
  posix.each([
    [
      'a CommonJS frame',
      ['Error: x', '    at handler (/srv/app/a.js:3:9)'],
      { file: '/srv/app/a.js', line: 3, column: 9 },
    ],
    [
      'an ES module frame',
      ['Error: x', '    at file:///srv/my%20app/a.mjs:3:9'],
      { file: '/srv/my app/a.mjs', line: 3, column: 9 },
    ],
    [
      'an async frame',
      ['E', '    at async Object.f [as g] (/srv/a.js:1:2)'],
      { file: '/srv/a.js', line: 1, column: 2 },
    ],
    [
      'the first frame below the dependencies',
      [
        'TypeError: x',
        '    at Object.parse (node:internal/x:1:1)',
        '    at f (/srv/node_modules/lib/i.js:1:1)',
        '    at new Promise (<anonymous>)',
        '    at mine (/srv/src/b.js:7:5)',
        '    at other (/srv/src/c.js:8:5)',
      ],
      { file: '/srv/src/b.js', line: 7, column: 5 },
    ],
    [
      'no frame of the bootstraps',
      ['E', '    at f (/opt/it/runtimes/node/bootstrap.cjs:1:1)', '    at node:internal/main:1:1'],
      undefined,
    ],
    [
      'the place of a syntax error',
      ['/srv/app/a.js:4', '  b: ],', '     ^', 'SyntaxError: x', '    at node:internal/vm:1:1'],
      { file: '/srv/app/a.js', line: 4 },
    ],
    [
      'the last frame of a Python trace',
      [
        '  File "/opt/it/runtimes/python/main.py", line 9, in run\n    f()\n',
        '  File "/srv/app.py", line 3, in handler\n    load()\n',
        '  File "/srv/deep.py", line 5, in load\n    requests.get()\n',
        '  File "/srv/.venv/lib/python3.12/site-packages/requests/api.py", line 1, in get\n',
        '  File "/usr/lib/python3.12/json/decoder.py", line 1, in decode\n',
        '  File "<frozen importlib._bootstrap>", line 1, in _x\n',
      ],
      { file: '/srv/deep.py', line: 5 },
    ],
    [
      'the place of a Python syntax error',
      ['  File "/srv/app.py" Line 3\n    def (\n'],
      { file: '/srv/app.py', line: 3 },
    ],
    ['nothing of an empty trace', [], undefined],
    ['nothing of a message that looks like a place', ['Error: see http://a/b:3:4 (x:1:2)'], undefined],
  ])('takes %s', (_, trace, expected) => {
    expect(firstUserFrame(trace, { runtimes: '/opt/it/runtimes' })).toEqual(expected);
  });
});
