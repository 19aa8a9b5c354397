import assert from 'node:assert/strict';
import { join } from 'node:path';
import { writeZip } from '../../write-zip.js';
import { nodeService } from '../node-service.js';
import type { WindowsCase } from '../windows-case.js';

/** The values that a handler sees. */
const shows = { shows: '() => ({ name: process.env.NAME, other: process.env.OTHER })' };

function crlf(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));
}

/** Configurations as they are written on Windows. */
export const configurations: readonly WindowsCase[] = [
  {
    title: 'a configuration with CRLF and a byte order mark is read, and places in it are exact',
    async run({ machine, write, command }) {
      const files = nodeService(
        machine,
        shows,
        'environment:',
        '  NAME: |',
        '    first',
        '    second',
        '  OTHER: ${env:NOBODY_HAS_IT}',
      );
      await write(crlf({ ...files, 'serverless.yml': `\ufeff${files['serverless.yml']}` }));
      const { exitCode, stderr } = await command(['-f', 'shows', '-d', '{}']);
      assert.match(stderr, /NOBODY_HAS_IT/);
      assert.match(stderr, /serverless\.yml:9:\d+/);
      assert.equal(exitCode, 2);
      const given = await command(['-f', 'shows', '-d', '{}'], { environment: { NOBODY_HAS_IT: 'x' } });
      assert.deepEqual(JSON.parse(given.stdout), { name: 'first\nsecond\n', other: 'x' });
    },
  },
  {
    title: 'a .env file with CRLF gives values without the carriage return',
    async run({ machine, write, command }) {
      await write({
        ...nodeService(machine, shows, 'environment:', '  NAME: ${env:FROM_DOTENV}', '  OTHER: ${env:Quoted}'),
        '.env': 'FROM_DOTENV=plain\r\nQUOTED="with spaces"\r\n',
      });
      const text = await command(['-f', 'shows', '-d', '{}']);
      assert.equal(text.exitCode, 2, 'without useDotenv it is not read');
      const files = nodeService(machine, shows, 'environment:', '  NAME: ${env:FROM_DOTENV}', '  OTHER: ${env:Quoted}');
      await write({ 'serverless.yml': `useDotenv: true\r\n${files['serverless.yml']}` });
      const { stdout, exitCode } = await command(['-f', 'shows', '-d', '{}']);
      assert.deepEqual([exitCode, JSON.parse(stdout)], [0, { name: 'plain', other: 'with spaces' }]);
    },
  },
  {
    title: 'file(…) takes drive letters and backslashes',
    async run({ machine, write, command }) {
      const project = await write({ 'shared/values.yml': 'name: from a drive\r\nother: from here\r\n' });
      const absolute = machine.windowsPath(join(project, 'shared', 'values.yml'));
      await write(
        nodeService(
          machine,
          shows,
          'environment:',
          `  NAME: \${file(${absolute}):name}`,
          `  OTHER: \${file(.\\shared\\values.yml):other}`,
        ),
      );
      const { stdout, exitCode, stderr } = await command(['-f', 'shows', '-d', '{}']);
      assert.deepEqual([exitCode, stderr.includes('error')], [0, false], stderr);
      assert.deepEqual(JSON.parse(stdout), { name: 'from a drive', other: 'from here' });
      await write(
        nodeService(
          machine,
          shows,
          'environment:',
          `  NAME: \${file(${absolute.replaceAll('\\', '/')}):name}`,
          '  OTHER: x',
        ),
      );
      assert.equal(JSON.parse((await command(['-f', 'shows', '-d', '{}'])).stdout).name, 'from a drive');
    },
  },
  {
    title: 'file(…) evaluates a module of JavaScript by its drive letter',
    async run({ machine, write, command }) {
      const project = await write({
        'values.cjs': 'module.exports.name = () => "evaluated";\n',
        'values.mjs': 'export const name = "imported";\n',
      });
      const path = (name: string) => machine.windowsPath(join(project, name));
      await write(
        nodeService(
          machine,
          shows,
          'environment:',
          `  NAME: \${file(${path('values.cjs')}):name}`,
          `  OTHER: \${file(${path('values.mjs')}):name}`,
        ),
      );
      const { stdout, stderr } = await command(['-f', 'shows', '-d', '{}']);
      assert.equal(stdout, '{\n  "name": "evaluated",\n  "other": "imported"\n}\n', stderr);
    },
  },
  {
    title: 'configurations in JavaScript and in TypeScript are evaluated',
    async run({ machine, write, command }) {
      const [config, handler] = Object.values(nodeService(machine, shows, 'environment:', '  NAME: x', '  OTHER: y'));
      assert.ok(config !== undefined && handler !== undefined);
      const value = {
        service: 'windows',
        provider: { name: 'aws', runtime: `nodejs${machine.nodeMajor}.x`, environment: { NAME: 'x', OTHER: 'y' } },
        functions: { shows: { handler: 'handler.shows' } },
      };
      await write({
        'handler.js': handler,
        'one/serverless.js': `module.exports = ${JSON.stringify(value)};\r\n`,
        'one/handler.js': handler,
        'two/serverless.ts': `const config: object = ${JSON.stringify(value)};\r\nexport default config;\r\n`,
        'two/handler.js': handler,
      });
      for (const folder of ['one', 'two']) {
        const { stdout, stderr } = await command(['-f', 'shows', '-d', '{}'], { folder });
        assert.equal(stdout, '{\n  "name": "x",\n  "other": "y"\n}\n', `${folder}: ${stderr}`);
      }
    },
  },
  {
    title: 'a handler in TypeScript is compiled, and its error has the line of its source',
    async run({ machine, write, command }) {
      const files = nodeService(machine, { greets: '', fails: '' });
      await write({
        'serverless.yml': files['serverless.yml'] ?? '',
        'handler.ts':
          "import { greeting } from './lib/greeting';\r\n" +
          'export const greets = async (event: { name: string }): Promise<string> => greeting(event.name);\r\n' +
          "export const fails = async (): Promise<never> => {\r\n  throw new Error('no items');\r\n};\r\n",
        'lib/greeting.ts': 'export const greeting = (name: string): string => `Hello, ${name}!`;\r\n',
      });
      const { stdout, stderr } = await command(['-f', 'greets', '-d', '{"name":"Ada"}']);
      assert.equal(stdout, '"Hello, Ada!"\n', stderr);
      assert.match((await command(['-f', 'fails', '-d', '{}'])).stderr, /no items \(handler\.ts:4:\d+\)/);
    },
  },
  {
    title: 'an artifact is unpacked, and an error names the file in it',
    async run({ machine, write, command }) {
      const files = nodeService(machine, { fails: '' });
      const project = await write({
        'serverless.yml': `${(files['serverless.yml'] ?? '').replace('handler.fails', 'src/handler.fails')}package:\n  artifact: build\\app.zip\n`,
        'build/empty': '',
      });
      const content = 'exports.fails = async () => {\n  throw new Error("no items");\n};\n';
      await writeZip(join(project, 'build', 'app.zip'), [{ name: 'src/handler.js', content }]);
      const { exitCode, stderr } = await command(['-f', 'fails', '-d', '{}']);
      assert.match(stderr, /no items \(build\/app\.zip\/src\/handler\.js:2:\d+\)/);
      assert.equal(exitCode, 1);
    },
  },
  {
    title: "a SAM template's function runs from its CodeUri, and its error has its place",
    async run({ machine, write, command }) {
      const template = [
        'Transform: AWS::Serverless-2016-10-31',
        'Resources:',
        '  Hello:',
        '    Type: AWS::Serverless::Function',
        '    Properties:',
        '      CodeUri: .\\src\\',
        '      Handler: app.handler',
        `      Runtime: nodejs${machine.nodeMajor}.x`,
        '      Environment: { Variables: { STACK: !Sub "${AWS::StackName}" } }',
        '',
      ].join('\r\n');
      await write({
        'template.yaml': template,
        'src/app.js': 'exports.handler = async (event) => {\n  throw new Error(process.env.STACK + event);\n};\n',
      });
      const { exitCode, stderr } = await command(['Hello', '-d', '7']);
      assert.match(stderr, /Error: sam-app7 \(src\/app\.js:2:\d+\)/);
      assert.equal(exitCode, 1);
    },
  },
  {
    title: 'a layer is placed, and its packages are found',
    async run({ machine, write, command }) {
      const files = nodeService(machine, { uses: '() => require("greeting")("Ada")' });
      await write({
        ...files,
        'serverless.yml': `${files['serverless.yml']}    layers:\n      - Ref: SharedLambdaLayer\nlayers:\n  shared:\n    path: shared\n`,
        'shared/nodejs/node_modules/greeting/index.js': 'module.exports = (name) => `Hello, ${name}!`;\n',
      });
      const { stdout, stderr } = await command(['-f', 'uses', '-d', '{}']);
      assert.equal(stdout, '"Hello, Ada!"\n', stderr);
    },
  },
];
