import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeRuntime } from '../../cli/command.js';
import { interpreters } from '../../runtimes/python/interpreters.js';
import { folderOf } from '../../service/open-folder.js';
import { runFunction } from '../../services/run-function.js';

type Files = Readonly<Record<string, string>>;

interface FalseGreen {
  readonly what: string;
  readonly files: Files;
  /** What a warning says of it by default, where that is known without containment. */
  readonly warning?: string;
  /** The type of the error in Lambda. */
  readonly error: string;
}

const python = interpreters[0]?.version;
const site = `app/.venv/lib/python${python}/site-packages`;
const service = (runtime: string, handler: string, more = '') => ({
  'app/serverless.yml': `service: svc\nprovider: { name: aws, runtime: ${runtime} }\nfunctions: { f: { handler: ${handler} } }\n${more}`,
});
const manifest = (name: string, more: object = {}) => JSON.stringify({ name, version: '1.0.0', ...more });
const handler = (statement: string) => ({
  'app/index.js': `const fs = require('node:fs');\nexports.handler = async (event) => { ${statement}; return 1; };\n`,
});
const node = (more = '') => service(nodeRuntime, 'index.handler', more);

const falseGreens: readonly FalseGreen[] = [
  {
    what: 'a development dependency',
    files: {
      ...node(),
      ...handler("require('dev')"),
      'app/package.json': manifest('app', { devDependencies: { dev: '1' } }),
      'app/node_modules/dev/package.json': manifest('dev'),
      'app/node_modules/dev/index.js': '',
    },
    warning: 'package-development',
    error: 'Error',
  },
  {
    what: "a package of the monorepo's root",
    files: {
      ...node(),
      ...handler("require('hoisted')"),
      'node_modules/hoisted/package.json': manifest('hoisted'),
      'node_modules/hoisted/index.js': '',
    },
    warning: 'package-outside',
    error: 'Error',
  },
  {
    what: 'a file that package.patterns leaves out',
    files: { ...node("package: { patterns: ['!lib/**'] }\n"), ...handler("require('./lib/x')"), 'app/lib/x.js': '' },
    warning: 'package-excluded',
    error: 'Error',
  },
  {
    what: 'a data file that package.patterns leaves out',
    files: {
      ...node("package: { patterns: ['!data/**'] }\n"),
      ...handler("fs.readFileSync('data/x.txt')"),
      'app/data/x.txt': 'x',
    },
    error: 'Error',
  },
  {
    what: "a write into the code's folder",
    files: { ...node(), ...handler("fs.writeFileSync('written.txt', 'x')") },
    error: 'Error',
  },
  {
    what: 'files of the machine',
    files: { ...node(), ...handler('fs.readFileSync(event.beside)'), 'beside.txt': 'x' },
    error: 'Error',
  },
  ...(python === undefined
    ? []
    : [
        {
          what: "a package of the machine's Python",
          files: {
            ...service(`python${python}`, 'app.handler'),
            'app/app.py': 'def handler(event, context):\n    import here\n    return 1\n',
            'app/.venv/pyvenv.cfg': `home = /usr/bin\nversion = ${python}.0\n`,
            [`${site}/here/__init__.py`]: '',
            [`${site}/here-1.0.dist-info/METADATA`]: 'Name: here\n',
            [`${site}/here-1.0.dist-info/RECORD`]: 'here/__init__.py,,\n',
          },
          warning: 'package-not-required',
          error: 'ModuleNotFoundError',
        },
      ]),
];

// The case of letters is told apart by the file systems of Linux anyway; describe-case is for those of others.
(process.platform === 'linux' ? describe : describe.skip).each(falseGreens)('$what', ({ files, warning, error }) => {
  const run = async (request: object) => {
    const folder = await folderOf(files);
    return runFunction(join(folder, 'app'), 'f', { event: { beside: join(folder, 'beside.txt') }, request });
  };

  test('passes where nothing is looked at', async () => {
    const { result, diagnostics } = await run({ containment: 'off', packageMode: 'off' });
    expect(result.status).toBe('success');
    expect(diagnostics).toEqual([]);
  });

  test('is said by default, as far as it is loaded', async () => {
    const { result, diagnostics } = await run({ containment: 'off' });
    expect(result.status).toBe('success');
    expect(diagnostics.map(({ code }) => code)).toEqual(warning === undefined ? [] : [warning]);
  });

  test('fails as in Lambda, contained and with nothing but the package', async () => {
    const { result } = await run({ containment: 'required', packageMode: 'enforce' });
    expect(result).toMatchObject({ status: 'error', errorType: error });
  });
});
