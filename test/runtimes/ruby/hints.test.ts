import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { folderOf } from '../../service/open-folder.js';
import { runFunction } from '../../services/run-function.js';
import { anyRuby } from './interpreters.js';

interface Case {
  readonly files: Readonly<Record<string, string>>;
  readonly code: string;
  readonly says: RegExp;
  readonly advises: RegExp;
}

const cases: Readonly<Record<string, Case>> = {
  'a gem of Lambda’s image': {
    files: { 'app.rb': "require 'aws-sdk-nosuchservice'" },
    code: 'module-of-image',
    says: /^The gem aws-sdk-nosuchservice is part of Lambda's image of Ruby/,
    advises: /gem install aws-sdk-nosuchservice/,
  },
  'a gem that is declared and not installed': {
    files: {
      'app.rb': "require 'no-such.gem/part'",
      Gemfile: "source 'https://example.org'\ngem 'no-such.gem', '~> 1'\n",
    },
    code: 'module-missing',
    says: /^The gem no-such\.gem is in .*Gemfile, and installed neither in vendor\/bundle nor/,
    advises: /bundle config set --local path vendor\/bundle && bundle install/,
  },
  'something that nobody declares': {
    files: { 'app.rb': "def handler(event:, context:)\n  require 'no_such_gem'\nend" },
    code: 'module-missing',
    says: /^Nothing to require as no_such_gem is in/,
    advises: /bundle add no_such_gem/,
  },
  'a handler file of nearly that name': {
    files: { 'apps.rb': '' },
    code: 'handler-file',
    says: /names a file app\.rb, which is not in/,
    advises: /There is .*apps\.rb: did you mean that\?/,
  },
  'a handler file that is nowhere': {
    files: {},
    code: 'handler-file',
    says: /names a file app\.rb, which is not in/,
    advises: /such as src\/hello\.handler/,
  },
};

describeEach(anyRuby)('on Ruby $version it is said what is behind', (ruby) => {
  test.each(Object.keys(cases))('%s', async (name) => {
    const { files, code, says, advises } = cases[name] as Case;
    const folder = await folderOf({
      'serverless.yml': `service: hints\nprovider: { name: aws, runtime: ruby${ruby.version} }\nfunctions: { failing: { handler: app.handler } }\n`,
      ...files,
    });
    const { diagnostics } = await runFunction(folder, 'failing', { request: { interpreter: ruby.path } });
    // The Ruby of this machine may be one that Lambda does not have.
    const hints = diagnostics.filter((hint) => hint.severity === 'warning' && hint.code !== 'runtime-refused');
    expect(hints.map((hint) => hint.code)).toEqual([code]);
    expect(hints[0]?.message).toMatch(says);
    expect(hints[0]?.hint).toMatch(advises);
  });
});
