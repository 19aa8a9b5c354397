import { describe, expect, test } from '@jest/globals';
import { invokeStep } from '../action/end-to-end/step.js';
import { run } from '../cli/command.js';
import { folderOf } from '../service/open-folder.js';

/** What this Node can run without a warning. */
const runtime = `nodejs${process.versions.node.split('.')[0]}.x`;

const handler = 'exports.handler = async ({ names }) => names.map((name) => process.env[name] ?? null);\n';

/** The files of a service whose one function has these variables in its environment. */
function serviceOf(environment: Readonly<Record<string, string>>, head = ''): Record<string, string> {
  const lines = Object.entries(environment).map(([name, value]) => `      ${name}: ${value}\n`);
  return {
    'serverless.yml': `service: svc\nprovider: {name: aws, runtime: ${runtime}}\n${head}functions:\n  f:\n    handler: h.handler\n    environment:\n${lines.join('')}`,
    'h.js': handler,
  };
}

/** Runs the function of a folder by the command; it returns the values of the variables. */
async function valuesOf(folder: string, names: readonly string[], ...args: string[]) {
  const event = JSON.stringify({ names });
  const { code, stdout, stderr } = await run(['-w', folder, '-f', 'f', '-d', event, '-q', ...args], { cwd: folder });
  return { code, values: code === 0 ? JSON.parse(stdout.toString()) : undefined, said: stderr.toString() };
}

const variablesOf = (answers: Readonly<Record<string, string>>): string[] =>
  Object.entries(answers).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);

describe('a source that only a plugin has', () => {
  const plugins = 'plugins: [serverless-lift]\n';

  test.each([
    ['construct:jobs.queueUrl', 'https://queue.test/1'],
    ['terraform:jobs_queue', 'a'],
    ['vault:secret/data/app.password', 'b'],
    ['custom-source:a.b', 'c'],
    ['awsSecret(eu-west-1, raw):app/key', '{"user":"x"'],
  ])('${%s} is answered by `variables`', async (variable, value) => {
    const folder = await folderOf(serviceOf({ FROM_PLUGIN: `\${${variable}}` }, plugins));
    expect(await valuesOf(folder, ['FROM_PLUGIN'], ...variablesOf({ [variable]: value }))).toEqual({
      code: 0,
      values: [value],
      said: '',
    });
  });

  test('an answer may be an object, and its name may hold variables', async () => {
    const service = serviceOf(
      { QUEUE: '${self:custom.jobs.url}' },
      `${plugins}custom:\n  jobs: \${construct:\${sls:stage}.jobs}\n`,
    );
    const folder = await folderOf(service);
    const { values } = await valuesOf(folder, ['QUEUE'], ...variablesOf({ 'construct:dev.jobs': '{"url":"u-1"}' }));
    expect(values).toEqual(['u-1']);
  });

  test('has a hint with the line to add, that to `env`, and the plugins', async () => {
    const folder = await folderOf(serviceOf({ QUEUE_URL: '${construct:jobs.queueUrl}' }, plugins));
    const { code, said } = await valuesOf(folder, []);
    expect(code).toBe(2);
    expect(said).toMatch(/error: The variable \$\{construct:jobs\.queueUrl\} .* has an unknown source, `construct`/);
    expect(said).toContain('serverless.yml:8:18');
    expect(said).toContain('It is a source of serverless-lift, and plugins are not run here.');
    expect(said).toContain('(or give it as --variable): construct:jobs.queueUrl=…');
    expect(said).toContain('the line `QUEUE_URL=…` to `env` (or give it as --env)');
    expect(await valuesOf(folder, ['QUEUE_URL'], '-e', 'QUEUE_URL=mine')).toMatchObject({ values: ['mine'] });
  });

  test('of a plugin that is not known has a hint with the plugins that the service lists', async () => {
    const folder = await folderOf(
      serviceOf({ NAME: '${zzz-source:a}' }, 'plugins: {modules: [own-plugin, ./local]}\n'),
    );
    expect((await valuesOf(folder, [])).said).toContain(
      'it may be the source of one of them (own-plugin, ./local). To answer',
    );
  });

  test('that is misspelt is an error with the nearest one, and only that where there are no plugins', async () => {
    const said = (await valuesOf(await folderOf(serviceOf({ NAME: '${slef:service}' })), [])).said;
    expect(said).toContain('Did you mean ${self:service}?');
    expect(said).not.toContain('--variable');
    const withPlugins = await valuesOf(await folderOf(serviceOf({ NAME: '${slef:service}' }, plugins)), []);
    expect(withPlugins.said).toContain('Did you mean ${self:service}? To answer it here');
  });

  test('names all that is to be answered at once, in the order of the file', async () => {
    const environment = {
      FIRST: '${construct:a.b}',
      SECOND: '${ssm:/app/second}',
      THIRD: '${file(./secrets.json):third}',
      FOURTH: '!ImportValue shared-key',
    };
    const { said } = await valuesOf(await folderOf(serviceOf(environment)), []);
    expect(said).toMatch(/error: The variable \$\{construct:a\.b\} of functions\.f\.environment\.FIRST/);
    expect(said).toContain(
      'Also without a value: SECOND (`ssm:/app/second=…`), THIRD (`file(secrets.json):third=…`), FOURTH (`import:shared-key=…`).',
    );
  });
});

describe('a file that is not there', () => {
  const environment = { DB: '${file(./secrets.json):DB}' };

  test.each<[string, Record<string, string>, Record<string, string>, unknown]>([
    ['by a place in it', environment, { 'file(./secrets.json):DB': 'postgres://x' }, 'postgres://x'],
    ['by its content as JSON', environment, { 'file(./secrets.json)': '{"DB": "in json"}' }, 'in json'],
    ['by its content as YAML', environment, { 'file(./secrets.json)': '{DB: in yaml}' }, 'in yaml'],
    ['under another spelling', environment, { 'file( secrets.json ):DB': 'y' }, 'y'],
    [
      'by the place above',
      { DB: '${file(conf/app.yml):a.b[1].c}' },
      { 'file(conf/app.yml):a.b': '[{"c":0},{"c":7}]' },
      '7',
    ],
    ['of a script', { DB: '${file(./secrets.js):db.url}' }, { 'file(./secrets.js)': '{"db":{"url":"u"}}' }, 'u'],
    ['of text', { DB: '${file(./key.pem)}' }, { 'file(./key.pem)': '{not: parsed}' }, '{not: parsed}'],
    [
      'of the whole environment',
      { DB: '${self:custom.all.DB}' },
      { 'file(./env.yml)': '{DB: "${self:service}"}' },
      '${self:service}',
    ],
  ])('is answered %s', async (_, variables, answers, expected) => {
    const folder = await folderOf(serviceOf(variables, 'custom: {all: "${file(./env.yml)}"}\n'));
    expect(await valuesOf(folder, ['DB'], ...variablesOf(answers))).toEqual({ code: 0, values: [expected], said: '' });
  });

  test('is answered too where it is there, and is broken here', async () => {
    const folder = await folderOf({ ...serviceOf(environment), 'secrets.json': '\0GITCRYPT\0\xff' });
    const { values } = await valuesOf(folder, ['DB'], ...variablesOf({ 'file(./secrets.json):DB': 'clear' }));
    expect(values).toEqual(['clear']);
  });

  test('has a hint with the answer to the place, to the whole file, and to the variable', async () => {
    const { code, said } = await valuesOf(await folderOf(serviceOf(environment)), []);
    expect(code).toBe(2);
    expect(said).toContain('file(./secrets.json):DB=…, or for all of it file(./secrets.json)={…}');
    expect(said).toContain('the line `DB=…` to `env`');
  });

  test('that is encrypted has the same hint', async () => {
    const secrets = Buffer.from([0, 0x47, 0xff, 0xfe]);
    const folder = await folderOf({ ...serviceOf(environment), 'secrets.json': secrets });
    expect((await valuesOf(folder, [])).said).toContain('If it is encrypted here, add a line to `variables`');
  });

  test('whose answer lacks the place is missing, so that a fallback holds', async () => {
    const answers = variablesOf({ 'file(./secrets.json)': '{"OTHER": 1}' });
    const fallback = await folderOf(serviceOf({ DB: "${file(./secrets.json):DB, 'none'}" }));
    expect(await valuesOf(fallback, ['DB'], ...answers)).toMatchObject({ values: ['none'] });
    const { said } = await valuesOf(await folderOf(serviceOf(environment)), [], ...answers);
    expect(said).toContain('has no value: the answer to `file(./secrets.json)` has nothing at DB');
  });

  test('whose answer is neither JSON nor YAML is an error', async () => {
    const folder = await folderOf(serviceOf(environment));
    const { code, said } = await valuesOf(folder, [], ...variablesOf({ 'file(./secrets.json)': '{"DB": ' }));
    expect(code).toBe(2);
    expect(said).toContain('is answered by `file(./secrets.json)`, whose text is neither JSON nor YAML');
  });
});

describe('a file of answers', () => {
  const environment = {
    PLAIN: '${ssm:/app/plain}',
    QUOTED: '${construct:a.quoted}',
    LINES: '${vault:secret/data/app.lines}',
    STRUCTURE: '${file(./secrets.json):a.b}',
    OUTPUT: '${cf(us-west-2):stack.Out}',
  };
  const names = Object.keys(environment);
  const answers = [
    '# answers of the tests',
    '',
    'ssm:/app/plain=https://x.test/?a=b#part   # a comment',
    '  construct:a.quoted = " a\\tb # \\"c\\" "  # another',
    "vault:secret/data/app.lines='one",
    "two # three'",
    'file(./secrets.json)={"a": {"b": "x # y"}}',
    'cf( us-west-2 ):stack.Out=',
    '# what no function here needs',
    'ssm:/other/function=x',
  ].join('\r\n');
  const values = ['https://x.test/?a=b#part', ' a\tb # "c" ', 'one\r\ntwo # three', 'x # y', ''];

  test('answers for the command, relative to where it runs, without a word on what was not needed', async () => {
    const folder = await folderOf({ ...serviceOf(environment), 'ci/answers.env': answers });
    expect(await valuesOf(folder, names, '--variables-file', 'ci/answers.env')).toEqual({ code: 0, values, said: '' });
  });

  test('answers for the action, relative to the workspace, and what is given goes before it', async () => {
    const workspace = await folderOf({
      ...Object.fromEntries(Object.entries(serviceOf(environment)).map(([name, text]) => [`svc/${name}`, text])),
      '.github/answers.env': answers,
    });
    const { outputs, outcome, log } = await invokeStep({
      service: 'svc',
      workspace,
      with: {
        function: 'f',
        data: JSON.stringify({ names }),
        variables: 'ssm:/app/plain=given\nconstruct:a.qoted=misspelt',
        'variables-file': '.github/answers.env',
      },
    });
    expect(outcome).toBe('success');
    expect(JSON.parse(outputs['output'] ?? '')).toEqual(['given', ...values.slice(1)]);
    expect(log.join('\n')).toContain('The answer to `construct:a.qoted` was not needed.');
    expect(log.join('\n')).not.toContain('/other/function');
  });

  test.each([
    ['has no `=`', 'ssm:/a=1\n  ssm:/b', '2:3', 'has no `='],
    ['has no name', '=x', '1:1', 'has no name'],
    ['names no source', '\n\nDB_URL=x', '3:1', 'answers `DB_URL`, which is no variable'],
    ['never closes a quote', 'ssm:/a="x\nssm:/b=1', '1:8', 'opens a value with ", which is never closed'],
    ['has text behind a quote', "ssm:/a='x' y", '1:11', 'has text behind the quote'],
    ['answers again', 'ssm:/a=1\naws:ssm:/b=2\n${ssm:/a}=3', '3:1', 'answers `${ssm:/a}` again: line 1 does so first'],
  ])('that %s is an error with its place', async (_, text, place, said) => {
    const folder = await folderOf({ ...serviceOf(environment), 'answers.env': text });
    const result = await valuesOf(folder, names, '--variables-file', 'answers.env');
    expect(result.code).toBe(2);
    expect(result.said).toContain(said);
    expect(result.said).toContain(`answers.env:${place}`);
  });

  test('that is not there is an error', async () => {
    const result = await valuesOf(await folderOf(serviceOf(environment)), names, '--variables-file', 'no.env');
    expect(result).toMatchObject({
      code: 2,
      said: expect.stringContaining('The file of answers no.env does not exist.'),
    });
  });

  test('knows the account, which is that of the ARN too', async () => {
    const folder = await folderOf({
      ...serviceOf({ ACCOUNT: '${aws:accountId}' }),
      'answers.env': 'aws:accountId=111122223333',
      'h.js': 'exports.handler = async (event, context) => [process.env.ACCOUNT, context.invokedFunctionArn];',
    });
    const { values: given } = await valuesOf(folder, [], '--variables-file', 'answers.env');
    expect(given).toEqual(['111122223333', expect.stringContaining(':111122223333:function:')]);
  });
});
