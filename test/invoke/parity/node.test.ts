import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { nodeRuntime } from '../../cli/command.js';
import { repositoryRoot } from '../../paths.js';
import { folderOf } from '../../service/open-folder.js';
import { parityOf } from './parity-of.js';

const service = (more = '', handler = 'index.handler') =>
  `service: s\nprovider: { name: aws, runtime: ${nodeRuntime} }\nfunctions: { f: { handler: ${handler} } }\n${more}`;
const manifest = (name: string, more: object = {}) => JSON.stringify({ name, version: '1.0.0', ...more }, null, 2);
const returns = (statements: string) => `exports.handler = async () => { ${statements}; return 1; };\n`;

/** Installed packages with nothing in them, by name. */
const installed = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => [
      [`node_modules/${name}/package.json`, manifest(name)],
      [`node_modules/${name}/index.js`, ''],
    ]),
  );

describe('a development dependency', () => {
  test('that the code needs is said at its import, once', async () => {
    const folder = await folderOf({
      'serverless.yml': service(),
      'package.json': manifest('app', { dependencies: { used: '1' }, devDependencies: { dev: '1', both: '1' } }),
      'index.js': `require('used');\nconst dev = require('dev');\nrequire('both');\n${returns("require('dev/other.js')")}`,
      ...installed('dev', 'deep', 'both'),
      'node_modules/dev/other.js': '',
      'node_modules/used/package.json': manifest('used', { dependencies: { deep: '1', both: '1' } }),
      'node_modules/used/index.js': "require('deep')",
    });
    expect(await parityOf(folder)).toEqual([
      {
        code: 'package-development',
        at: 'index.js:2:1',
        text: 'f loaded the package dev (node_modules/dev), which a deploy would not have: package.json has it for development only (`devDependencies`). Lambda does not find it. Name dev under `dependencies`.',
      },
    ]);
  });

  test('through which another package is there is named with that', async () => {
    const folder = await folderOf({
      'serverless.yml': service(),
      'package.json': manifest('app', { devDependencies: { tool: '1' } }),
      'index.js': returns("require('helper')"),
      ...installed('helper'),
      'node_modules/tool/package.json': manifest('tool', { dependencies: { helper: '1' } }),
    });
    const [found] = await parityOf(folder);
    expect(found?.text).toContain('package.json needs tool, which needs it, and that has it for development only');
  });

  test('is none where the service keeps them, where the image has it, or where a package for use needs it', async () => {
    const files = {
      'package.json': manifest('app', { devDependencies: { '@aws-sdk/client-s3': '1', dev: '1' } }),
      ...installed('dev', 'tslib'),
      'node_modules/@aws-sdk/client-s3/package.json': manifest('@aws-sdk/client-s3', { dependencies: { tslib: '1' } }),
      'node_modules/@aws-sdk/client-s3/index.js': "require('tslib')",
    };
    const ofImage = await folderOf({
      ...files,
      'serverless.yml': service(),
      'index.js': returns("require('@aws-sdk/client-s3')"),
    });
    expect(await parityOf(ofImage)).toEqual([]);
    const kept = await folderOf({
      ...files,
      'serverless.yml': service('package: { excludeDevDependencies: false }\n'),
      'index.js': returns("require('dev')"),
    });
    expect(await parityOf(kept)).toEqual([]);
  });

  test('that pnpm has linked is found behind its link', async () => {
    const folder = await folderOf({
      'serverless.yml': service(),
      'package.json': manifest('app', { dependencies: { used: '1' }, devDependencies: { dev: '1' } }),
      'index.js': returns("require('dev'); require('used')"),
      'node_modules/.pnpm/dev@1.0.0/node_modules/dev/package.json': manifest('dev'),
      'node_modules/.pnpm/dev@1.0.0/node_modules/dev/index.js': '',
      'node_modules/.pnpm/used@1.0.0/node_modules/used/package.json': manifest('used', { dependencies: { deep: '1' } }),
      'node_modules/.pnpm/used@1.0.0/node_modules/used/index.js': "require('deep')",
      'node_modules/.pnpm/deep@1.0.0/node_modules/deep/package.json': manifest('deep'),
      'node_modules/.pnpm/deep@1.0.0/node_modules/deep/index.js': '',
    });
    const modules = join(folder, 'node_modules');
    await symlink(join(modules, '.pnpm/dev@1.0.0/node_modules/dev'), join(modules, 'dev'), 'junction');
    await symlink(join(modules, '.pnpm/used@1.0.0/node_modules/used'), join(modules, 'used'), 'junction');
    const deep = join(modules, '.pnpm/used@1.0.0/node_modules/deep');
    await symlink(join(modules, '.pnpm/deep@1.0.0/node_modules/deep'), deep, 'junction');
    expect((await parityOf(folder)).map(({ text }) => text.split(' (')[0])).toEqual(['f loaded the package dev']);
  });
});

describe('what a pattern leaves out', () => {
  test('is said at the pattern, once for all files', async () => {
    const folder = await folderOf({
      'serverless.yml': service("package:\n  patterns:\n    - '!lib/**'\n    - 'lib/kept.js'\n    - '!docs/**'\n"),
      'index.js': returns("require('./lib/a'); require('./lib/b'); require('./lib/kept')"),
      'lib/a.js': '',
      'lib/b.js': '',
      'lib/kept.js': '',
    });
    expect(await parityOf(folder)).toEqual([
      {
        code: 'package-excluded',
        at: 'serverless.yml:6:7',
        text: "f loaded lib/a.js and 1 more file beside it, which a deploy would not have: `package.patterns: !lib/**` leaves it out. Lambda does not find it. Add a pattern for it after those that leave it out, or don't load it.",
      },
    ]);
  });

  test('may be the handler itself', async () => {
    const folder = await folderOf({
      'serverless.yml': service("package: { patterns: ['!**', 'src/**'] }\n"),
      'index.js': returns(''),
      'src/x.js': '',
    });
    expect(await parityOf(folder)).toMatchObject([{ code: 'package-excluded', at: 'serverless.yml:4:23' }]);
  });
});

describe('what is outside of the service', () => {
  const files = {
    'package.json': manifest('root', { workspaces: ['services/*', 'packages/*'] }),
    ...installed('hoisted'),
    'packages/money/package.json': manifest('money'),
    'packages/money/index.js': '',
    'shared/util.js': '',
    'services/a/package.json': manifest('a', { dependencies: { hoisted: '1', money: '1' } }),
    'services/a/serverless.yml': service(),
    'services/a/index.js': returns("require('hoisted'); require('money'); require('../../shared/util')"),
  };

  test('is said: packages of the monorepo, and files beside the service', async () => {
    const folder = await folderOf(files);
    await symlink(join(folder, 'packages/money'), join(folder, 'node_modules/money'), 'junction');
    const found = await parityOf(join(folder, 'services/a'));
    expect(found.map(({ code }) => code)).toEqual(['package-outside', 'package-outside', 'package-outside']);
    expect(found[0]?.text).toMatch(
      /^f loaded the package hoisted \(.*node_modules\/hoisted\), which a deploy would not have: it is outside of .*services\/a, all of which a deploy packs\. Lambda does not find it\./,
    );
    // A package of the workspace is in no node_modules itself.
    expect(found[1]).toMatchObject({
      at: 'index.js:1:1',
      text: expect.stringMatching(
        /^f loaded the package money \(.*packages\/money\).*Install the package in that folder/,
      ),
    });
  });

  test('is not what a function has made in the folder for temporary files, wherever the machine has that', async () => {
    const making = `const made = require('path').join(process.env.AT, 'made.js'); require('fs').writeFileSync(made, ''); require(made)`;
    const folder = await folderOf({
      'serverless.yml': service(),
      'index.js': returns(making),
    });
    const scratch = await folderOf({ x: '' });
    const request = { containment: 'off' } as const;
    expect(await parityOf(folder, request, { AT: scratch, TMPDIR: scratch })).toEqual([]);
    expect(await parityOf(folder, request, { AT: scratch })).toMatchObject([{ code: 'package-outside' }]);
  });

  test('is packed elsewhere where a pattern names it above the service', async () => {
    const folder = await folderOf({
      ...files,
      'services/a/serverless.yml': service("package: { patterns: ['../../shared/**', '../../node_modules/**'] }\n"),
      'services/a/index.js': returns("require('hoisted'); require('../../shared/util')"),
    });
    expect(await parityOf(join(folder, 'services/a'))).toMatchObject([
      {
        code: 'package-outside',
        text: expect.stringContaining('into which a deploy packs it as shared/util.js. Lambda does not find it.'),
      },
    ]);
  });

  test('is part of the package where the service links to it', async () => {
    const folder = await folderOf({
      ...files,
      'services/a/index.js': returns("require('money'); require('./shared/util')"),
    });
    await mkdir(join(folder, 'services/a/node_modules'));
    await symlink(join(folder, 'packages/money'), join(folder, 'services/a/node_modules/money'), 'junction');
    await symlink(join(folder, 'shared'), join(folder, 'services/a/shared'), 'junction');
    expect(await parityOf(join(folder, 'services/a'))).toEqual([]);
  });

  test('is part of the package where what the service links to links to it, as pnpm does, and in a circle', async () => {
    const folder = await folderOf({
      ...files,
      'packages/money/package.json': manifest('money', { dependencies: { rates: '1' } }),
      'packages/money/index.js': "require('rates')",
      'store/rates/package.json': manifest('rates'),
      'store/rates/index.js': "require('deep')",
      'store/deep/package.json': manifest('deep'),
      'store/deep/index.js': '',
      'services/a/index.js': returns("require('money')"),
    });
    const links = [
      ['packages/money', 'services/a/node_modules/money'],
      ['store/rates', 'packages/money/node_modules/rates'],
      ['packages/money', 'store/rates/node_modules/money'],
      ['store/deep', 'store/node_modules/deep'],
    ] as const;
    for (const [target, link] of links) {
      await mkdir(join(folder, link, '..'), { recursive: true });
      await symlink(join(folder, target), join(folder, link), 'junction');
    }
    // It is beside what needs it, which Node.js does not find from the place that a deploy packs that to.
    expect((await parityOf(join(folder, 'services/a'))).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^f loaded .*store\/deep/),
    ]);
  });
});

describe('ES modules', () => {
  const files = {
    'serverless.yml': service(),
    'package.json': manifest('app', { devDependencies: { dev: '1', late: '1', mentioned: '1' } }),
    'node_modules/dev/package.json': manifest('dev', { type: 'module', exports: './index.js' }),
    'node_modules/dev/index.js': 'export default 1;',
    ...installed('late', 'mentioned'),
  };

  test('are followed by their declarations, and not by what only looks like one', async () => {
    const folder = await folderOf({
      ...files,
      'index.mjs': "import './lib.mjs'; // import 'mentioned'\nexport const handler = async () => 1;\n",
      'lib.mjs': "import dev from 'dev';\nexport const text = \"import 'mentioned'\";\n",
    });
    const found = await parityOf(folder);
    expect(found.map(({ code, at }) => [code, at])).toEqual([['package-development', 'lib.mjs:1:1']]);
  });

  test('that are imported while the code runs are found, too', async () => {
    const folder = await folderOf({
      ...files,
      'index.js': 'exports.handler = async () => { await import("dev"); await import("gone").catch(() => {}); };\n',
    });
    const found = await parityOf(folder);
    const isTold = Number.parseInt(process.versions.node, 10) >= 22;
    expect(found.map(({ at }) => at)).toEqual(isTold ? ['index.js:1:1'] : []);
  });
});

describe('nothing is said', () => {
  test('where the caller does not want it', async () => {
    const folder = await folderOf({
      'serverless.yml': service(),
      'package.json': manifest('app', { devDependencies: { dev: '1' } }),
      'index.js': returns("require('dev')"),
      ...installed('dev'),
    });
    expect(await parityOf(folder, { packageMode: 'off' })).toEqual([]);
  });

  test.each(['serverless-jetpack', 'serverless-plugin-monorepo', './own-plugin', 'some-unknown-plugin'])(
    'of a service whose plugin %s may change what is packed',
    async (plugin) => {
      const folder = await folderOf({
        'serverless.yml': service(`plugins: ['${plugin}']\n`),
        'package.json': manifest('app', { devDependencies: { dev: '1' } }),
        'index.js': returns("require('dev')"),
        ...installed('dev'),
      });
      expect(await parityOf(folder)).toEqual([]);
    },
  );

  test('of packages, where layers may have them that are not here', async () => {
    const folder = await folderOf({
      'serverless.yml': service(
        "package: { patterns: ['!lib/**'] }\n",
        'index.handler, layers: [arn:aws:lambda:eu-west-1:1:layer:x:1]',
      ),
      'package.json': manifest('app', { devDependencies: { dev: '1' } }),
      'index.js': returns("require('dev'); require('./lib/a')"),
      'lib/a.js': '',
      ...installed('dev'),
    });
    expect((await parityOf(folder)).map(({ code }) => code)).toEqual(['package-excluded']);
  });

  test('of what the layers have too, or a pattern names above the service', async () => {
    const patterns = "package: { patterns: ['!node_modules/**', '../node_modules/**'] }\n";
    const folder = await folderOf({
      'app/serverless.yml': service(
        `layers: { l: { path: layer } }\n${patterns}`,
        'index.handler, layers: [{ Ref: LLambdaLayer }]',
      ),
      'app/index.js': returns("require('both'); require('above'); require('left')"),
      'app/layer/nodejs/node_modules/both/package.json': manifest('both'),
      'app/node_modules/both/package.json': manifest('both', { dependencies: { deep: '1' } }),
      'app/node_modules/both/index.js': "require('deep')",
      'app/node_modules/deep/package.json': manifest('deep'),
      'app/node_modules/deep/index.js': '',
      'app/node_modules/left/package.json': manifest('left'),
      'app/node_modules/left/index.js': '',
      ...installed('above'),
    });
    expect((await parityOf(join(folder, 'app'))).map(({ text }) => text.split(' (')[0])).toEqual([
      'f loaded the package left',
    ]);
  });

  test('of names that are no files, and of what was loaded before the function', async () => {
    const folder = await folderOf({
      'app/serverless.yml': service('', 'index.handler, environment: { NODE_OPTIONS: --require ../early.js }'),
      'app/index.js': returns("require.cache['/nowhere/x.js'] = module"),
      'early.js': '',
    });
    expect(await parityOf(join(folder, 'app'))).toEqual([]);
  });

  test('of the layers of the service', async () => {
    const folder = await folderOf({
      'serverless.yml': service('layers: { l: { path: layer } }\n', 'index.handler, layers: [{ Ref: LLambdaLayer }]'),
      'index.js': returns("require('in-layer')"),
      'layer/nodejs/node_modules/in-layer/package.json': manifest('in-layer'),
      'layer/nodejs/node_modules/in-layer/index.js': '',
    });
    expect(await parityOf(folder)).toEqual([]);
  });
});

describe('a function that is bundled', () => {
  const files = {
    'package.json': manifest('app', { devDependencies: { dev: '1', out: '1' } }),
    'index.ts':
      "import { a } from 'dev';\nimport { b } from 'out';\nexport const handler = async () => [a, b] as unknown;\n",
    'node_modules/dev/package.json': manifest('dev'),
    'node_modules/dev/index.js': 'exports.a = 1;',
    'node_modules/out/package.json': manifest('out'),
    'node_modules/out/index.js': 'exports.b = 1;',
  };

  test('has all of its packages, but for those that it leaves out', async () => {
    const folder = await folderOf({
      ...files,
      'serverless.yml': service("build: { esbuild: { bundle: true, exclude: ['out'] } }\n"),
    });
    await symlink(join(repositoryRoot, 'node_modules/esbuild'), join(folder, 'node_modules/esbuild'), 'junction');
    const found = await parityOf(folder);
    expect(found.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^f loaded the package out \(.*`exclude` leaves it out\..*Take it out of `exclude`/),
    ]);
  });

  test('by what the framework chooses itself has nothing to compare with', async () => {
    const folder = await folderOf({ ...files, 'serverless.yml': service() });
    expect(await parityOf(folder)).toEqual([]);
  });
});

describe('a function that deceives', () => {
  (process.platform === 'win32' ? test.skip : test)('can not have us wait for a file that never ends', async () => {
    const folder = await folderOf({
      'serverless.yml': service(),
      'index.mjs': `import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
export const handler = async () => {
  await import('./late.mjs');
  for (const name of ['index.mjs', 'late.mjs', 'package.json']) {
    rmSync(name, { force: true });
    execFileSync('mkfifo', [name]);
  }
  return 1;
};
`,
      'late.mjs': "import 'dev';\n",
      ...installed('dev'),
    });
    expect(await parityOf(folder, { containment: 'off' })).toEqual([]);
  });
});

describe('a function of a template of SAM', () => {
  const template = (uri: string) =>
    `Transform: AWS::Serverless-2016-10-31\nResources:\n  f:\n    Type: AWS::Serverless::Function\n    Properties: { Handler: index.handler, Runtime: ${nodeRuntime}, CodeUri: ${uri} }\n`;
  const code = {
    'package.json': manifest('f', { dependencies: { hoisted: '1' }, devDependencies: { dev: '1' } }),
    'index.js': returns("require('hoisted'); require('undeclared'); require('dev')"),
    ...installed('dev'),
  };
  const under = (folder: string, files: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

  test('has what sam build installs, wherever that is installed here', async () => {
    const folder = await folderOf({
      'template.yaml': template('f'),
      ...under('f', code),
      ...installed('hoisted', 'undeclared'),
    });
    const found = await parityOf(folder);
    expect(found.map(({ code: name, text }) => [name, /the package (\S+)/.exec(text)?.[1]])).toEqual([
      ['package-outside', 'undeclared'],
      ['package-development', 'dev'],
    ]);
  });

  test('that is built has what its folder has', async () => {
    const folder = await folderOf({
      '.aws-sam/build/template.yaml': template('f'),
      ...under('.aws-sam/build/f', { 'package.json': code['package.json'], 'index.js': returns("require('hoisted')") }),
      ...installed('hoisted'),
    });
    const found = await parityOf(folder, { config: '.aws-sam/build/template.yaml' });
    expect(found.map(({ code: name }) => name)).toEqual(['package-outside']);
  });
});
