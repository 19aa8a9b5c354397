import { describe, expect, test } from '@jest/globals';

import { dialectOf, version3, version4 } from '../../../src/service/serverless/root/dialect.js';
import { failureOf, openFiles, placeOf, type TestOptions } from '../open-folder.js';

describe('the dialect', () => {
  test.each([
    undefined,
    null,
    3,
    '3',
    '^3.38.0',
    '>=2.1.0 <5',
    '3 || 4',
    '^3 || ^4.1',
    '3 - 4',
    '>3.5',
    '*',
    '<5',
    '3.x',
    '${env:VERSION}',
    ['4'],
  ])("is version 3's for %j", (range) => {
    expect(dialectOf(range)).toBe(version3);
  });

  test.each([
    4,
    '4',
    '^4',
    '~4.2',
    '4.x',
    '>=4.0.0',
    '>3',
    '=4.1.2',
    'v4',
    '>= 4.0.0 < 5.0.0',
    '4 - 5',
    '4 || 5',
    '4.0.0-beta',
  ])("is version 4's for %j", (range) => {
    expect(dialectOf(range)).toBe(version4);
  });

  const texts = {
    one: '\\${self:service}',
    two: '\\\\${self:service}',
    quoted: "${env:NOPE, '\\${self:service}'}",
    plain: 'a\\b ${Foo}',
  };

  test.each([
    ['3', { one: '${self:service}', two: '\\svc', quoted: '${self:service}', plain: 'a\\b ${Foo}' }],
    ['4', { one: '\\svc', two: '\\\\svc', quoted: '\\svc', plain: 'a\\b ${Foo}' }],
  ])(
    'of version %s decides what a backslash does, in YAML and JavaScript alike',
    async (frameworkVersion, expected) => {
      const config = JSON.stringify({ service: 'svc', frameworkVersion, provider: 'aws', custom: texts });
      for (const files of [{ 'serverless.json': config }, { 'serverless.js': `module.exports = ${config}` }]) {
        expect(await (await openFiles(files)).property(['custom'])).toEqual(expected);
      }
    },
  );

  test("of version 4 keeps a script's data as it is too", async () => {
    const service = await openFiles(
      {
        'serverless.yml': 'service: svc\nframeworkVersion: "4"\nprovider: aws\ncustom: {a: "${file(a.js)}"}\n',
        'a.js': "module.exports = async ({ resolveVariable: v }) => '\\\\${self:service} ' + (await v('env:X'))",
      },
      { environment: { X: '\\${self:service}' } },
    );
    expect(await service.property(['custom', 'a'])).toBe('\\${self:service} \\${self:service}');
  });
});

/** A service whose framework has this major version. */
function inVersion(version: number, text: string, options: TestOptions = {}) {
  const provider = /^provider:/m.test(text) ? '' : 'provider: {name: aws}\n';
  return openFiles(`service: svc\nframeworkVersion: "${version}"\n${provider}${text}`, options);
}

describe('what version 4 does otherwise', () => {
  test.each<[string, unknown, unknown]>([
    ["'$${self:service}'", 'svc', '$svc'],
    ["'$$${self:service} $x'", 'svc $x', '$$svc $x'],
    ["'x${env:NO, null}'", /can't stand inside a longer string/, 'xnull'],
    ["'${env:NO, null}'", null, null],
    ["'${env:NO, 1, self:service}'", /has a fallback behind a literal/, 1],
    ["'${Foo:bar}'", '${Foo:bar}', /unknown source, `Foo`/],
    ["'${my_source:bar}'", '${my_source:bar}', /unknown source, `my_source`/],
    ["'${my-source:bar}'", /unknown source, `my-source`/, /unknown source, `my-source`/],
    [
      "'${AWS:x} ${PROP:x} ${Foo} ${!Foo:x} ${AWS::Region}'",
      ...twice('${AWS:x} ${PROP:x} ${Foo} ${!Foo:x} ${AWS::Region}'),
    ],
    ["'${iot:Connection.Thing.ThingName}'", ...twice('${iot:Connection.Thing.ThingName}')],
    ['2024-05-06', '2024-05-06', '2024-05-06T00:00:00.000Z'],
    ['2024-05-06T07:08:09+02:00', '2024-05-06T07:08:09+02:00', '2024-05-06T05:08:09.000Z'],
    ['"2024-05-06"', ...twice('2024-05-06')],
    ['2024-13-06', ...twice('2024-13-06')],
    ['${file(d.yml):day}', '2024-05-06', '2024-05-06T00:00:00.000Z'],
  ])('%s is %j in version 3, and %j in version 4', async (text, in3, in4) => {
    for (const [version, expected] of [[3, in3] as const, [4, in4] as const]) {
      const files = {
        'serverless.yml': `service: svc\nframeworkVersion: "${version}"\nprovider: aws\ncustom: {a: ${quotable(text)}}\n`,
        'd.yml': 'day: 2024-05-06\n',
      };
      const value = (await openFiles(files)).property(['custom', 'a']);
      if (expected instanceof RegExp) expect((await failureOf(value)).message).toMatch(expected);
      else expect(await value).toEqual(expected);
    }
  });

  test('a resolver may have a name with an underscore or a capital in it', async () => {
    const service = await inVersion(
      4,
      'stages: {default: {resolvers: {my_Aws: {type: aws, region: eu-west-3}, Own: {type: aws, region: eu-west-2}}}}\n' +
        'custom: {a: "${my_Aws:region}", b: "${Own:region}"}\n',
    );
    expect(await service.property(['custom'])).toEqual({ a: 'eu-west-3', b: 'eu-west-2' });
  });

  test('`params` beside `stages` are an error in version 4, and both are read in version 3', async () => {
    const text =
      'params:\n  default: {a: 1, b: 1}\nstages:\n  default: {params: {b: 2}}\ncustom: ["${param:a}", "${param:b}"]\n';
    expect(await (await inVersion(3, text)).property(['custom'])).toEqual([1, 2]);
    const failure = await failureOf(inVersion(4, text));
    expect(failure.message).toBe('params stands beside `stages`, which version 4 refuses.');
    expect(placeOf(failure)).toBe('5:3');
    expect(await (await inVersion(4, text.replace('stages:', 'staged:'))).property(['custom', '0'])).toBe(1);
    expect(await (await inVersion(4, `${text}`.replace(/stages:\n.*/, 'stages:'))).property(['custom', '0'])).toBe(1);
  });
});

describe('as whom a service is deployed', () => {
  const provider = 'provider: {name: aws, profile: "${opt:profile, \'team\'}"}\n';
  const team = { setting: 'provider.profile', identity: { profile: 'team' } };
  const resolvers = (text: string) => `stages: {default: {resolvers: {${text}}}}\n`;
  const keys = 'accessKeyId: "${env:KEY}", secretAccessKey: "${env:SECRET}"';
  const environment = { KEY: 'AKIAOWN', SECRET: 'own-secret', AWS_REGION: 'eu-west-1' };

  test("provider.profile comes after the environment in version 3, and a resolver's keys are not the run's", async () => {
    const service = await inVersion(3, `${provider}${resolvers(`a: {type: aws, region: eu-west-2, ${keys}}`)}`, {
      environment,
    });
    expect(service.identity).toEqual({ candidates: [team], isFirst: false });
    expect(service.region).toBe('eu-west-1');
  });

  test.each([
    [
      'the only resolver of the type aws',
      `${provider}${resolvers(`a: {type: aws, region: eu-west-2, ${keys}}, v: {type: vault}`)}`,
    ],
    [
      'the one that provider.resolver names',
      `provider: {name: aws, profile: team, resolver: a}\n${resolvers(`a: {type: aws, region: eu-west-2, ${keys}}, b: {type: aws}`)}`,
    ],
  ])('%s comes first in version 4, its region too', async (_, text) => {
    const service = await inVersion(4, `${text}custom: {r: "\${aws:region}"}\n`, { environment });
    const identity = { accessKeyId: 'AKIAOWN', secretAccessKey: 'own-secret', sessionToken: undefined };
    expect(service.identity).toEqual({
      candidates: [{ setting: 'stages.default.resolvers.a', identity }, team],
      isFirst: true,
    });
    expect(service.region).toBe('eu-west-2');
    expect(await service.property(['custom', 'r'])).toBe('eu-west-2');
    expect((await inVersion(4, text, { environment, region: 'ap-south-1' })).region).toBe('ap-south-1');
  });

  test('a resolver may name a profile, and that of the stage comes before that of the default', async () => {
    const text = `stages: {default: {resolvers: {a: {type: aws, profile: x}}}, qa: {resolvers: {a: {type: aws, profile: y}}}}\n`;
    expect((await inVersion(4, text)).identity.candidates).toEqual([
      { setting: 'stages.default.resolvers.a', identity: { profile: 'x' } },
    ]);
    expect((await inVersion(4, text, { stage: 'qa' })).identity.candidates).toEqual([
      { setting: 'stages.qa.resolvers.a', identity: { profile: 'y' } },
    ]);
  });

  test('of two resolvers of the type aws, none is the one', async () => {
    const service = await inVersion(4, resolvers('a: {type: aws, profile: x}, b: {type: aws, profile: y}'));
    expect(service.identity).toEqual({ candidates: [], isFirst: true });
  });

  test('keys that can not be resolved are a notice, and what comes next counts', async () => {
    const reported: string[] = [];
    const service = await inVersion(4, `${provider}${resolvers(`a: {type: aws, ${keys}}`)}`, {
      report: ({ severity, message }) => reported.push(`${severity}: ${message}`),
    });
    expect(service.identity.candidates).toEqual([team]);
    expect(reported).toEqual([
      expect.stringMatching(
        /^notice: stages\.default\.resolvers\.a is not used\. The variable \$\{env:(KEY|SECRET)\} /,
      ),
    ]);
  });

  test('a resolver that is not there is an error with its place', async () => {
    const failure = await failureOf(inVersion(4, 'provider: {name: aws, resolver: mine}\n'));
    expect(failure.message).toBe('provider.resolver is `mine`, and the stage dev has no resolver of that name.');
    expect(placeOf(failure)).toBe('3:33');
  });
});

function twice(value: unknown): [unknown, unknown] {
  return [value, value];
}

/** A flow mapping's value: a variable has to be quoted there. */
function quotable(text: string): string {
  return text.startsWith('${') ? `'${text}'` : text;
}
