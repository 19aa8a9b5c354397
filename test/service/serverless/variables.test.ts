import { describe, expect, test } from '@jest/globals';

import { failureOf, folderOf, head, openFiles, openFolder, placeOf, type TestOptions } from '../open-folder.js';

/** What `custom` of a service resolves to. */
async function customOf(
  custom: string,
  options: TestOptions = {},
  files: Record<string, string> = {},
): Promise<unknown> {
  const service = await openFiles({ 'serverless.yml': `${head}custom:\n${custom}\n`, ...files }, options);
  return service.property(['custom']);
}

describe('the snippets that every implementation has to handle', () => {
  test('1: stage and region by default and as given', async () => {
    const text = `service: svc
provider: {name: aws, stage: "\${opt:stage, 'dev'}", region: "\${opt:region, 'eu-west-1'}"}
custom: {t: "\${self:service}-\${sls:stage}-\${self:provider.region}"}
`;
    const byDefault = await openFiles(text);
    expect(await byDefault.property(['custom', 't'])).toBe('svc-dev-eu-west-1');
    expect(byDefault).toMatchObject({ stage: 'dev', region: 'eu-west-1' });
    const given = await openFiles(text, { stage: 'qa', region: 'us-west-2' });
    expect(await given.property(['custom', 't'])).toBe('svc-qa-us-west-2');
  });

  test('2: a nested key, and a path as fallback', async () => {
    const custom = '  url: "${self:custom.u.${sls:stage}, self:custom.u.default}"\n  u: {default: d, prod: p}';
    expect(await customOf(custom)).toMatchObject({ url: 'd' });
    expect(await customOf(custom, { stage: 'prod' })).toMatchObject({ url: 'p' });
  });

  test('3: a file of the stage that may be missing, and a file that leads on to another one', async () => {
    const custom = "  host: ${file(./config/${sls:stage}.yml):db.host, 'localhost'}";
    expect(await customOf(custom)).toEqual({ host: 'localhost' });
    const files = {
      'config/dev.yml': 'db: ${file(config/db.json)}',
      'config/db.json': '{"host": "${self:service}.test"}',
    };
    expect(await customOf(custom, {}, files)).toEqual({ host: 'svc.test' });
  });

  test('4: fallbacks keep their type, and the environment gives text', async () => {
    const custom = '  mem: ${env:MEM, 512}\n  on: ${env:FLAG, true}\n  s: "${env:MEM, 512}MB"';
    expect(await customOf(custom)).toEqual({ mem: 512, on: true, s: '512MB' });
    expect(await customOf(custom, { environment: { MEM: '256' } })).toEqual({ mem: '256', on: true, s: '256MB' });
  });

  test('5: values inside of text, and a list as a whole', async () => {
    const custom =
      '  flag: true\n  list: [a, b]\n  s: "${self:custom.flag}/${self:custom.list}"\n  c: "${self:custom.list}"';
    expect(await customOf(custom)).toMatchObject({ s: 'true/a,b', c: ['a', 'b'] });
    const failure = await failureOf(customOf('  m: {a: 1}\n  s: "x${self:custom.m}"'));
    expect(failure).toMatchObject({ code: 'variable-not-text' });
    expect(failure.message).toContain(
      "${self:custom.m} of custom.s is a mapping, which can't stand inside a longer string",
    );
  });

  test("6: CloudFormation's text survives", async () => {
    const custom =
      '  arn: !Sub "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${self:service}-${Queue}"\n  att: !GetAtt T.Stream.Arn';
    expect(await customOf(custom)).toEqual({
      arn: { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:svc-${Queue}' },
      att: { 'Fn::GetAtt': ['T', 'Stream.Arn'] },
    });
  });

  test('7: environments are merged, and values become text', async () => {
    const service = await openFiles(`service: svc
provider: {name: aws, runtime: nodejs20.x, environment: {A: p, B: p, N: 5}}
functions: {f: {handler: h.e, environment: {A: f, B: null, T: true, D: 1.50, E: ''}}}
`);
    expect((await service.load('f')).environment).toEqual({ A: 'f', B: null, N: '5', T: 'true', D: '1.5', E: '' });
  });

  test('9: a list of functions', async () => {
    const service = await openFiles({
      'serverless.yml': `${head}functions:
  - \${file(./fns/a.yml)}
  - b: {handler: h.e}
  - \${file(./fns/none.yml), null}
  - b: {environment: {X: '1'}}
`,
      'fns/a.yml': 'a: {handler: h.e, name: "${self:service}-custom"}',
    });
    expect(await service.names()).toEqual(['a', 'b']);
    expect(await service.load('a')).toMatchObject({ name: 'svc-custom', handler: 'h.e' });
    expect(await service.load('b')).toMatchObject({ name: 'svc-dev-b', handler: 'h.e', environment: { X: '1' } });
  });

  test('11: parameters', async () => {
    const text = `${head}params: {default: {host: "\${sls:stage}.ex.test", size: 1}, prod: {host: ex.test}}
custom: {h: "\${param:host}", s: "\${param:size}", k: "\${param:k, 'none'}"}
`;
    expect(await (await openFiles(text)).property(['custom'])).toEqual({ h: 'dev.ex.test', s: 1, k: 'none' });
    const prod = await openFiles(text, { stage: 'prod', params: { k: 'v=1' } });
    expect(await prod.property(['custom'])).toEqual({ h: 'ex.test', s: 1, k: 'v=1' });
  });

  test('12: parameters under stages', async () => {
    const text = `${head}stages: {default: {params: {n: st, d: d}}, dev: {params: {n: dv, d: null}}}
custom: {n: "\${param:n}", d: "\${param:d}"}
`;
    expect(await (await openFiles(text)).property(['custom'])).toEqual({ n: 'dv', d: 'd' });
  });

  test.each([
    [{}, false],
    [{ DBG: '1' }, true],
    [{ DBG: ' TRUE ' }, true],
  ])('15: text as a boolean, %j', async (environment, expected) => {
    const custom = "  dbg: ${strToBool(${env:DBG, 'false'})}\n  no: ${strToBool(false)}\n  zero: ${strToBool(0)}";
    expect(await customOf(custom, { environment })).toEqual({ dbg: expected, no: false, zero: false });
  });

  test('15: text that is no boolean', async () => {
    const failure = await failureOf(
      customOf("  dbg: ${strToBool(${env:DBG, 'false'})}", { environment: { DBG: 'yes' } }),
    );
    expect(failure.message).toContain("can't be read as a boolean: it is given `yes`");
  });

  test('16: escapes', async () => {
    const custom = [
      "  a: '\\${self:service}'",
      "  b: '\\\\${self:service}'",
      "  c: '${Foo} ${Foo.Bar} $[x] {{resolve:ssm:/p:1}}'",
      "  d: '${self:custom.a}!'",
      "  e: ${env:NONE, '\\${self:service}'}",
    ].join('\n');
    expect(await customOf(custom)).toEqual({
      a: '${self:service}',
      b: '\\svc',
      c: '${Foo} ${Foo.Bar} $[x] {{resolve:ssm:/p:1}}',
      d: '${self:service}!',
      e: '${self:service}',
    });
  });

  test('17: a missing file, with fallbacks and without', async () => {
    const custom = "  opt: ${file(./nope.yml), null}\n  deep: ${file(./nope.json):a.b, self:custom.zz, 'z'}";
    expect(await customOf(custom)).toEqual({ opt: null, deep: 'z' });
    const failure = await failureOf(customOf('  q: ${file(./nope.yml)}'));
    expect(failure.message).toMatch(
      /\$\{file\(\.\/nope\.yml\)\} of custom\.q has no value: .*nope\.yml does not exist/,
    );
  });

  test('18: a text file, as it is', async () => {
    const files = { 'q.graphql': 'query { a }\n' };
    expect(await customOf('  q: ${file(./q.graphql)}', {}, files)).toEqual({ q: 'query { a }\n' });
  });

  test('20: a place deep inside of a file that another value leads to', async () => {
    const custom = '  m: {v: "${file(./v.yml)}"}\n  x: ${self:custom.m.v.deep.0.k}';
    const files = { 'v.yml': 'deep: [{k: "${self:service}!"}]' };
    expect(await customOf(custom, {}, files)).toMatchObject({ x: 'svc!' });
  });

  test.each([
    ["  a: ${foo:bar, 'd'}", 'variable-source-unknown', 'has an unknown source, `foo`', '4:6'],
    ['  a: ${self:custom.b}\n  b: ${self:custom.a}', 'variable-circular', 'refers to itself: custom.', /^[45]:6$/],
    ['  a: ${env:MISSING}', 'variable-missing', 'the environment variable MISSING is not set', '4:6'],
    ['  a: ${self:foo', 'variable-syntax', 'The variable ${self:foo of custom.a is not closed', '4:6'],
    ['  a: ${env:X, word}', 'variable-syntax', 'has the fallback `word`', '4:6'],
  ])('20: the failure of %j', async (custom, code, message, place) => {
    const failure = await failureOf(customOf(custom));
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(message);
    expect(placeOf(failure)).toMatch(place);
  });
});

describe('values of variables', () => {
  test('an empty text, zero, false, and empty containers are values; null is none', async () => {
    const custom = [
      '  v: {e: "", z: 0, f: false, m: {}, l: [], n: null}',
      ...['e', 'z', 'f', 'm', 'l', 'n'].map((key) => `  ${key}: "\${self:custom.v.${key}, 'fallback'}"`),
      "  env: ${env:EMPTY, 'fallback'}",
    ].join('\n');
    expect(await customOf(custom, { environment: { EMPTY: '' } })).toMatchObject({
      e: '',
      z: 0,
      f: false,
      m: {},
      l: [],
      n: 'fallback',
      env: '',
    });
  });

  test('a literal null is a value as a whole, and none for whoever refers to it', async () => {
    expect(await customOf("  a: ${env:N, null}\n  b: ${self:custom.a, 'z'}")).toEqual({ a: null, b: 'z' });
    expect((await failureOf(customOf('  a: "x${env:N, null}"'))).code).toBe('variable-not-text');
  });

  test('a fallback does not stand in for a missing variable inside of another one', async () => {
    const failure = await failureOf(customOf("  a: ${file(./${env:NOPE}.yml), 'fb'}"));
    expect(failure.message).toContain('The variable ${env:NOPE} of custom.a has no value');
    expect(placeOf(failure)).toBe('4:15');
  });

  test('a fallback does not stand in for a circle, nor for a value that fails', async () => {
    expect((await failureOf(customOf("  a: ${self:custom.b, 'x'}\n  b: ${self:custom.a}"))).code).toBe(
      'variable-circular',
    );
    const failure = await failureOf(customOf("  a: ${self:custom.b, 'x'}\n  b: ${env:NOPE}"));
    expect(failure).toMatchObject({ code: 'variable-missing' });
  });

  test('circles through what holds a value, through files and through parallel branches are named', async () => {
    const whole = await failureOf(customOf('  a: ${self:custom}'));
    expect(whole).toMatchObject({ code: 'variable-circular' });
    expect(whole.message).toContain('The variable ${self:custom} of custom.a refers to itself');
    const files = { 'a.txt': 'a ${file(b.txt)}', 'b.txt': 'b ${file(a.txt)}' };
    expect((await failureOf(customOf('  a: ${file(a.txt)}', {}, files))).message).toMatch(
      /refers to itself: .*a\.txt -> .*b\.txt -> /,
    );
    const parallel =
      '  a: "1${self:custom.b}${self:custom.c}"\n  b: "2${self:custom.c}"\n  c: "3${self:custom.b}"\n  d: "${self:custom.c}"';
    expect((await failureOf(customOf(parallel))).code).toBe('variable-circular');
    const stage = openFiles('service: s\nprovider: {name: aws, stage: "${sls:stage}"}\n');
    expect((await failureOf(stage)).message).toContain('refers to itself: provider.stage');
  });

  test('the literal that a fallback is may hold variables', async () => {
    expect(await customOf('  a: "${env:N, \\"${self:service}-x\\"}"\n  b: ${env:N, ${self:service}}')).toEqual({
      a: 'svc-x',
      b: 'svc',
    });
  });

  test('text that is put together is not read again', async () => {
    expect(await customOf("  d: '$'\n  a: '${self:custom.d}{self:service}'")).toMatchObject({ a: '${self:service}' });
  });

  test('what comes from outside is data: variables in it are not expanded', async () => {
    const hostile = '${env:SECRET} ${file(/etc/passwd)} ${foo:bar}';
    const options = { environment: { A: hostile, SECRET: 's3cret' }, options: { o: hostile }, params: { p: hostile } };
    const custom =
      '  a: ${env:A}\n  b: "x ${env:A}"\n  c: ${opt:o}\n  d: ${param:p}\n  e: ${self:custom.b}\n  f: ${self:custom.a}\n  g: ${opt:}';
    const value = await customOf(custom, options);
    expect(value).toEqual({
      a: hostile,
      b: `x ${hostile}`,
      c: hostile,
      d: hostile,
      e: `x ${hostile}`,
      f: hostile,
      g: { o: hostile },
    });
    expect(JSON.stringify(value)).not.toContain('s3cret');
  });

  test('own members only are seen', async () => {
    expect(
      await customOf(
        "  m: {}\n  a: ${self:custom.m.constructor, 'none'}\n  l: [x]\n  b: ${self:custom.l.length, 'none'}\n  c: ${env:toString, 'none'}",
      ),
    ).toMatchObject({
      a: 'none',
      b: 'none',
      c: 'none',
    });
  });

  test('instanceId is one number for the whole run', async () => {
    const { a, b } = (await customOf('  a: ${sls:instanceId}\n  b: ${sls:instanceId}')) as Record<string, string>;
    expect(a).toMatch(/^\d{13}$/);
    expect(b).toBe(a);
  });

  test('options are those that are given', async () => {
    const custom = "  s: ${opt:stage, 'none'}\n  r: ${opt:region, 'none'}\n  f: ${opt:flavour, 'none'}";
    expect(await customOf(custom)).toEqual({ s: 'none', r: 'none', f: 'none' });
    expect(await customOf(custom, { stage: 'qa', options: { flavour: 'x' } })).toEqual({ s: 'qa', r: 'none', f: 'x' });
  });

  test('a long chain of values resolves, and one without end is an error', async () => {
    const chain = (length: number): string =>
      Array.from({ length }, (_, i) => `  a${i}: ${i === length - 1 ? 'end' : `\${self:custom.a${i + 1}}`}`).join('\n');
    expect(await customOf(chain(300))).toMatchObject({ a0: 'end' });
    const service = await openFiles(`${head}custom:\n${chain(3000)}\n`);
    expect((await failureOf(service.property(['custom', 'a0']))).code).toBe('variable-too-deep');
  });

  test('variables that multiply each other come to an end', async () => {
    const custom = [
      '  a0: "0123456789"',
      ...Array.from({ length: 12 }, (_, i) => `  a${i + 1}: "${`\${self:custom.a${i}}`.repeat(10)}"`),
    ].join('\n');
    expect((await failureOf(customOf(custom))).code).toBe('variable-too-large');
  });

  test('an address may be a number, and has to be text', async () => {
    expect(await customOf('  l: [x, y]\n  i: 1\n  a: ${self:custom.l.${self:custom.i}}')).toMatchObject({ a: 'y' });
    expect((await failureOf(customOf('  m: {}\n  a: ${self:custom.${self:custom.m}}'))).code).toBe('variable-not-text');
  });
});

describe('failures of variables', () => {
  test.each([
    ['  a: "${slef:service}"', 'Did you mean ${self:service}?'],
    ['  a: "${fille(./a.yml):b}"', 'Did you mean ${file(./a.yml):b}?'],
    ['  a: "${zzzzzzz:b}"', 'The sources are self, opt, env, file, param, sls, strToBool,'],
  ])('an unknown source in %s brings a suggestion', async (custom, hint) => {
    expect((await failureOf(customOf(custom))).hint).toContain(hint);
  });

  test('a source that is not reached does no harm', async () => {
    expect(await customOf('  a: ${env:A, ssm:/a}\n  b: ${env:A, foo:bar}', { environment: { A: '1' } })).toEqual({
      a: '1',
      b: '1',
    });
  });

  test('a failure in a file names that file, and who needs it', async () => {
    const folder = await folderOf({
      'serverless.yml': `${head}functions:\n  f:\n    handler: h.e\n    environment:\n      URL: \${file(./conf/db.yml):url}\n`,
      'conf/db.yml': '# settings\nurl: "postgres://${env:DB_USER}@x"\n',
    });
    const failure = await failureOf((await openFolder(folder)).load('f'));
    expect(failure.message).toMatch(
      /The variable \$\{env:DB_USER\} of url in .*conf[\\/]db\.yml \(needed by functions\.f\.environment\.URL\) has no value/,
    );
    expect(failure.location).toMatchObject({ line: 2, column: 18, file: expect.stringMatching(/db\.yml$/) });
    expect(failure.hint).toContain("${env:DB_USER, '…'}");
  });

  test('a file that does not parse is an error, whatever the fallback', async () => {
    const failure = await failureOf(customOf("  a: ${file(./a.yml), 'x'}", {}, { 'a.yml': 'a: b: c' }));
    expect(failure).toMatchObject({ code: 'config-syntax' });
    expect((await failureOf(customOf("  a: ${file(./d), 'x'}", {}, { 'd/x': '' }))).message).toContain(
      'it is a folder',
    );
  });

  test.each([
    ['${env:}', 'names no environment variable'],
    ['${param:}', 'names no parameter'],
    ['${file()}', 'names no file'],
    ['${sls:foo}', 'asks for `foo`'],
    ['${self:provider.stage}', 'there is nothing at provider.stage'],
    ['${opt:stage}', 'the option stage is not given'],
    ['${param:p}', 'the parameter p is neither given'],
  ])('%s', async (text, reason) => {
    expect((await failureOf(customOf(`  a: "${text}"`))).message).toContain(reason);
  });
});

describe('near misses', () => {
  test.each<[string, string, TestOptions]>([
    ['self:custom.tabel.name', 'Did you mean ${self:custom.table.name}?', {}],
    ['self:servce', 'Did you mean ${self:service}?', {}],
    ['self:provider.region', 'Use ${aws:region}: it is the region that is used, given or not.', {}],
    [
      'env:DATABSE_URL',
      "Did you mean ${env:DATABASE_URL}? Set it, or give a fallback: ${env:DATABSE_URL, '…'}.",
      { environment: { DATABASE_URL: 'x' } },
    ],
    ['env:DB', "Set it, or give a fallback: ${env:DB, '…'}.", { environment: { DC: 'x' } }],
    [
      'opt:stgae',
      "Did you mean ${opt:stage}? Give it as an `opt` (stgae=…), or give a fallback: ${opt:stgae, '…'}.",
      {},
    ],
    [
      'param:tabel',
      'Did you mean ${param:table}? Give it as a `param` (tabel=…), or set it under params.default.',
      { params: { table: 'x' } },
    ],
  ])('${%s} is answered with %j', async (text, hint, options) => {
    const failure = await failureOf(customOf(`  table: {name: x}\n  a: "\${${text}}"`, options));
    expect(failure).toMatchObject({ code: 'variable-missing', hint });
  });

  test('a remote source that is asked wrongly is not to be answered by a line', async () => {
    const failure = await failureOf(customOf('  a: "${cf:stack}"'));
    expect(failure.hint).toBe('Write ${cf:stack.Output}.');
  });
});

test('values that multiply each other are refused before anything walks them', async () => {
  const lists = Array.from(
    { length: 12 },
    (_, index) => `  a${index + 1}: [${Array(10).fill(`"\${self:custom.a${index}}"`).join(', ')}]`,
  );
  const failure = await failureOf(customOf(['  a0: [x]', ...lists].join('\n')));
  expect(failure.code).toBe('config-too-large');
  expect(failure.message).toBe('custom.a6 holds more than 1,000,000 values, its variables resolved.');
  expect(placeOf(failure)).toBe('10:7');
});

test('an address in a file may have its indices in brackets', async () => {
  const files = {
    'list.yml': '- {a: [1, {k: two}]}\n',
    'x.json': '{"l": [{"k": 1}], "b[0]": "itself"}',
    'y.js': 'module.exports = {l: [5]}',
  };
  const custom =
    '  - ${file(list.yml):[0].a[1].k}\n  - ${file(x.json):l[0].k}\n  - ${file(x.json):b[0]}\n  - ${file(y.js):l[0]}\n  - ${file(x.json):l[7], 3}';
  expect(await customOf(custom, {}, files)).toEqual(['two', 1, 'itself', 5, 3]);
});
