import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import { nodeRuntime, run } from '../../cli/command.js';
import { folderOf } from '../../service/open-folder.js';
import { osls } from '../osls.js';
import { recordedAnswer } from '../recorded-answer.js';
import { installPlugin, linkPlugin, withVersion } from './installed-plugin.js';
import { pythonWith } from './python-with.js';
import { restApiEvent } from './rest-api-event.js';

/** A service that lists plugins, one of whose functions both sides run. */
interface Compared {
  readonly plugins: readonly string[];
  /** Further packages that a plugin of these needs beside it. */
  readonly packages?: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly event?: unknown;
  /** Whether it is a function in Python, that needs Flask. */
  readonly needsFlask?: boolean;
  readonly isRepository?: boolean;
}

const flaskVersion = '3.1.3';
const werkzeugVersion = '3.1.9';
const flask = await pythonWith('flask', flaskVersion, [`werkzeug==${werkzeugVersion}`]);
if ('unavailable' in flask) console.warn(`The comparison of Python is skipped: ${flask.unavailable}`);

/** The plugins whose files our side uses, too: it reads of others only how they are set. */
const usedHere: ReadonlySet<string> = new Set(['serverless-wsgi']);

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** The head of a service's configuration. */
function head(plugins: readonly string[], runtime = nodeRuntime): string {
  return `service: svc\nprovider: {name: aws, runtime: ${runtime}, region: eu-west-1}\nplugins: [${plugins.join(', ')}]\n`;
}

/**
 * A plugin of the service that has others do before a local run what they do at a deploy alone: it runs their hooks of these
 * names.
 */
const asDeployed = (...hooks: string[]): string =>
  `module.exports = class {
  constructor({ pluginManager }) {
    const before = async () => {
      for (const name of ${JSON.stringify(hooks)}) for (const { hook } of pluginManager.hooks[name] ?? []) await hook();
    };
    this.hooks = { initialize: before };
  }
};
`;

const environmentOf = (...names: string[]): string =>
  `exports.handler = async () => [${names.map((name) => `process.env.${name}`).join(', ')}];\n`;

/** Makes the folder; the plugins in it are there once they are installed. @returns it, and the commit that its repository is at */
async function prepare({ plugins, packages = [], files, isRepository }: Compared) {
  const folder = await folderOf(files);
  for (const name of [...plugins, ...packages]) await linkPlugin(folder, name);
  if (isRepository !== true) return { folder };
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_AUTHOR_DATE: '2026-01-31T12:00:00Z', GIT_COMMITTER_DATE: '2026-01-31T12:00:00Z' },
    });
  git('init', '-q', '-b', 'trunk');
  git('add', 'serverless.yml');
  git('commit', '-q', '-m', 'one');
  git('tag', 'v1');
  git('remote', 'add', 'origin', 'https://git.test/acme/shop.git');
  return { folder, commit: git('rev-parse', 'HEAD').trim() };
}

/** What the function `f` answers by the command under test. */
async function ours(folder: string, event: unknown, path = process.env['PATH']): Promise<unknown> {
  const { code, stdout, stderr } = await run(['-w', folder, '-f', 'f', '-d', JSON.stringify(event), '-q'], {
    cwd: folder,
    env: { PATH: path },
  });
  if (code !== 0) throw new Error(stderr.toString());
  return JSON.parse(stdout.toString());
}

const python = 'unavailable' in flask ? undefined : flask;

describe('the response is that of osls invoke local with', () => {
  const cases: Readonly<Record<string, Compared>> = {
    'serverless-wsgi, an application in the root': {
      plugins: ['serverless-wsgi'],
      needsFlask: true,
      event: restApiEvent({ path: '/hello/a', query: { q: '1' } }),
      files: {
        'serverless.yml': `${head(['serverless-wsgi'], python?.runtime)}custom: {wsgi: {app: app.app}}\nfunctions: {f: {handler: wsgi_handler.handler}}\n`,
        'app.py':
          'from flask import Flask, request\napp = Flask(__name__)\n@app.route("/hello/<name>")\ndef hello(name):\n    return {"hello": name, "q": request.args["q"]}\n',
      },
    },
    'serverless-wsgi, an application in a folder, the old name of the handler, and a further type of text': {
      plugins: ['serverless-wsgi'],
      needsFlask: true,
      event: restApiEvent({ path: '/text' }),
      files: {
        'serverless.yml': `${head(['serverless-wsgi'], python?.runtime)}custom: {wsgi: {app: api/main.app, textMimeTypes: [application/x-text]}}\nfunctions: {f: {handler: wsgi.handler}}\n`,
        'api/main.py':
          'from flask import Flask\nimport words\napp = Flask(__name__)\n@app.route("/text")\ndef text():\n    return words.text, {"Content-Type": "application/x-text"}\n',
        'api/words.py': 'text = "as it is"\n',
      },
    },
    'serverless-wsgi, a body that is not text': {
      plugins: ['serverless-wsgi'],
      needsFlask: true,
      event: restApiEvent({
        path: '/',
        method: 'POST',
        body: '{"a": 1}',
        headers: { 'Content-Type': 'application/json' },
      }),
      files: {
        'serverless.yml': `${head(['serverless-wsgi'], python?.runtime)}custom: {wsgi: {app: app.api}}\nfunctions: {f: {handler: wsgi_handler.handler}}\n`,
        'app.py':
          'from flask import Flask, Response, request\napi = Flask(__name__)\n@api.post("/")\ndef text():\n    return Response(bytes([0, 255, request.json["a"]]), 418, mimetype="image/png")\n',
      },
    },
    'serverless-functions-base-path': {
      plugins: ['serverless-functions-base-path'],
      files: {
        'serverless.yml': `${head(['serverless-functions-base-path'])}custom: {functionsBasePath: src/functions}\nfunctions: {f: {handler: f.handler}}\n`,
        'src/functions/f.js': 'exports.handler = async () => "from the folder";\n',
      },
    },
    'serverless-middleware': {
      plugins: ['serverless-middleware'],
      event: { steps: [] },
      files: {
        'serverless.yml': `${head(['serverless-middleware'], 'nodejs22.x')}custom: {middleware: {pre: [src/steps.first], pos: [{catch: src/steps.caught}]}}\nfunctions:\n  f:\n    handler: src/steps.handler\n    middleware: {pre: [src/more.second], pos: [{then: src/steps.last}]}\n`,
        'src/steps.js':
          'const step = (name) => async (event, context) => { event.steps.push([name, context.prev ?? null]); return name; };\nexports.first = step("first");\nexports.handler = step("handler");\nexports.last = async (event) => { event.steps.push("last"); throw new Error("gone"); };\nexports.caught = async (event, context) => [...event.steps, context.prev.message];\n',
        'src/more.js': 'exports.second = async (event) => { event.steps.push("second"); return 2; };\n',
      },
    },
    'serverless-middleware, a function that is nothing else, and an end before the last step': {
      plugins: ['serverless-middleware'],
      files: {
        'serverless.yml': `${head(['serverless-middleware'], 'nodejs22.x')}functions: {f: {middleware: [steps.one, steps.two, steps.never]}}\n`,
        'steps.js':
          'exports.one = async () => 1;\nexports.two = async (event, context) => { context.end(); return context.prev + 1; };\nexports.never = async () => "never";\n',
      },
    },
    'serverless-dotenv-plugin': {
      plugins: ['serverless-dotenv-plugin'],
      files: {
        'serverless.yml': `${head(['serverless-dotenv-plugin'])}custom: {dotenv: {exclude: [C], logging: false}}\nfunctions: {f: {handler: f.handler, environment: {B: own}}}\n`,
        '.env': 'A=1\nB=2\nC=3\nD=$A-$A\n',
        'f.js': environmentOf('A', 'B', 'D'),
      },
    },
    'serverless-sentry': {
      plugins: ['serverless-sentry'],
      files: {
        'serverless.yml': `${head(['serverless-sentry'])}custom: {sentry: {dsn: "https://a@b/1", release: " 1.2 ", captureErrors: false, filterLocal: true}}\nfunctions: {f: {handler: f.handler, sentry: {environment: mine}, environment: {SENTRY_DSN: own}}}\n`,
        'f.js': environmentOf(
          'SENTRY_DSN',
          'SENTRY_RELEASE',
          'SENTRY_ENVIRONMENT',
          'SENTRY_CAPTURE_ERRORS',
          'SENTRY_FILTER_LOCAL',
          'SENTRY_SOURCEMAPS',
        ),
      },
    },
    'serverless-sentry, that a function does without': {
      plugins: ['serverless-sentry'],
      files: {
        'serverless.yml': `${head(['serverless-sentry'])}custom: {sentry: {dsn: "https://a@b/1"}}\nfunctions: {f: {handler: f.handler, sentry: false}}\n`,
        'f.js': environmentOf('SENTRY_DSN'),
      },
    },
    'serverless-plugin-git-variables': {
      plugins: ['serverless-plugin-git-variables'],
      isRepository: true,
      files: {
        'serverless.yml': `${head(['serverless-plugin-git-variables'], 'nodejs22.x')}functions: {f: {handler: f.handler, environment: {GIT_TAGS: own, B: "\${git:branch}"}}}\n`,
        'f.js': environmentOf('GIT_COMMIT_SHORT', 'GIT_COMMIT_LONG', 'GIT_BRANCH', 'GIT_IS_DIRTY', 'GIT_TAGS', 'B'),
      },
    },
    'serverless-plugin-ifelse, as it is at a deploy': {
      plugins: ['serverless-plugin-ifelse'],
      files: {
        'serverless.yml': `${head(['serverless-plugin-ifelse', './as-deployed'])}custom:
  serverlessIfElse:
    - If: '"\${self:provider.region}" == "eu-west-1"'
      Set: {functions.f.environment.WHERE: Ireland, functions.f.handler: f.other}
      ElseSet: {functions.f.environment.WHERE: elsewhere}
    - If: '1 > 2'
      Set: {provider.environment.SHARED: never}
      ElseSet: {provider.environment.SHARED: always}
      ElseExclude: [functions.f.environment.GONE]
provider: {name: aws, runtime: ${nodeRuntime}, region: eu-west-1, environment: {SHARED: before}}
functions: {f: {handler: f.handler, environment: {WHERE: nowhere, GONE: here}}}
`.replace(/^provider: \{name: aws, runtime: \S+, region: eu-west-1\}\n/m, ''),
        'as-deployed.js': asDeployed('before:package:initialize'),
        'f.js': `${environmentOf('WHERE')}exports.other = async () => [process.env.WHERE, process.env.SHARED, process.env.GONE ?? null];\n`,
      },
    },
    'serverless-plugin-datadog, the variables that it sets at a deploy': {
      plugins: ['serverless-plugin-datadog'],
      files: {
        'serverless.yml': `${head(['serverless-plugin-datadog', './as-deployed'])}custom: {datadog: {apiKey: 0123456789abcdef0123456789abcdef, site: datadoghq.eu, logLevel: debug, addLayers: false, addExtension: false, redirectHandlers: false, captureLambdaPayload: true, enableSourceCodeIntegration: false, skipCloudformationOutputs: true}}\nfunctions: {f: {handler: f.handler, environment: {DD_LOG_LEVEL: own}}}\n`,
        'as-deployed.js': asDeployed('before:package:createDeploymentArtifacts'),
        'f.js': environmentOf(
          'DD_API_KEY',
          'DD_SITE',
          'DD_LOG_LEVEL',
          'DD_TRACE_ENABLED',
          'DD_MERGE_XRAY_TRACES',
          'DD_FLUSH_TO_LOG',
          'DD_LOGS_INJECTION',
          'DD_SERVERLESS_LOGS_ENABLED',
          'DD_CAPTURE_LAMBDA_PAYLOAD',
        ),
      },
    },
    'serverless-sentry, a release that git names': {
      plugins: ['serverless-sentry'],
      isRepository: true,
      files: {
        'serverless.yml': `${head(['serverless-sentry'], 'nodejs22.x')}custom: {sentry: {dsn: "https://a@b/1", release: true}}\nfunctions: {f: {handler: f.handler}}\n`,
        'f.js': environmentOf('SENTRY_RELEASE'),
      },
    },
    'serverless-plugin-typescript': {
      plugins: ['serverless-plugin-typescript'],
      packages: ['typescript'],
      files: {
        'serverless.yml': `${head(['serverless-plugin-typescript'])}functions: {f: {handler: src/f.handler}}\n`,
        'tsconfig.json':
          '{"compilerOptions": {"target": "es2020", "module": "commonjs", "skipLibCheck": true, "types": []}}\n',
        'src/words.ts': 'export enum Word { Hello = "hello" }\n',
        'src/f.ts':
          'import { Word } from "./words";\nexport const handler = async (): Promise<string> => Word.Hello;\n',
      },
    },
    'serverless-webpack, a configuration that esbuild does the same for': {
      plugins: ['serverless-webpack'],
      packages: ['webpack'],
      files: {
        'serverless.yml': `${head(['serverless-webpack'])}functions: {f: {handler: src/f.handler}}\n`,
        'webpack.config.js':
          "const { lib } = require('serverless-webpack');\nmodule.exports = { mode: 'development', target: 'node', devtool: false, entry: lib.entries, output: { libraryTarget: 'commonjs2', path: __dirname + '/.webpack', filename: '[name].js' } };\n",
        'src/words.js': 'export const word = "bundled";\n',
        'src/f.js': 'import { word } from "./words";\nexport const handler = async () => word;\n',
      },
    },
    'serverless-python-requirements, which packs an archive': {
      plugins: ['serverless-python-requirements'],
      needsFlask: true,
      files: {
        'serverless.yml': `${head(['serverless-python-requirements'], python?.runtime)}custom: {pythonRequirements: {zip: true}}\nfunctions: {f: {handler: f.handler}}\n`,
        'f.py':
          'try:\n    import unzip_requirements\nexcept ImportError:\n    pass\nimport flask\ndef handler(event, context):\n    return flask.__name__\n',
      },
    },
    'serverless-esbuild': {
      plugins: ['serverless-esbuild'],
      packages: ['esbuild'],
      files: {
        'serverless.yml': `${head(['serverless-esbuild'])}custom: {esbuild: {define: {GIVEN: "'by esbuild'"}}}\nfunctions: {f: {handler: src/f.handler}}\n`,
        'src/f.ts': 'declare const GIVEN: string;\nexport const handler = async (): Promise<string> => GIVEN;\n',
      },
    },
  };

  test.each(Object.entries(cases))(
    '%s',
    async (title, compared) => {
      if (compared.needsFlask === true && python === undefined) return;
      const { folder, commit } = await prepare(compared);
      const path = compared.needsFlask === true ? python?.path : process.env['PATH'];
      const { plugins, packages = [], event = {} } = compared;
      const all = [...plugins, ...packages];
      await Promise.all(all.filter((name) => usedHere.has(name)).map(installPlugin));
      const answer = await ours(folder, event, path);
      const ask = async (): Promise<string> => {
        await Promise.all(all.map(installPlugin));
        const copy = await mkdtemp(join(tmpdir(), 'invoke-local-osls-'));
        folders.push(copy);
        await cp(folder, copy, { recursive: true });
        return osls.invokeLocal(copy, 'f', JSON.stringify(event), {
          ...(path === undefined ? {} : { PATH: path }),
          // Plugins look for their peers beside where they are installed.
          NODE_PATH: join(copy, 'node_modules'),
        });
      };
      const args = [
        event,
        all.map(withVersion),
        ...(compared.needsFlask === true ? [flaskVersion, werkzeugVersion] : []),
        commit,
      ];
      const runtimes = commit === undefined ? [nodeRuntime, ...(python === undefined ? [] : [python.runtime])] : [];
      const question = { name: ['plugins', title], program: osls.name, folder, args, runtimes } as const;
      const theirs = await recordedAnswer(question, ask);
      expect(answer).toEqual(JSON.parse(theirs.slice(theirs.search(/^(?:[{["\d]|null|true|false)/m))));
    },
    240_000,
  );
});
