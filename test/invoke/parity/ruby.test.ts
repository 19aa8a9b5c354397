import { describe, expect, test } from '@jest/globals';
import { anyRuby } from '../../runtimes/ruby/interpreters.js';
import { folderOf } from '../../service/open-folder.js';
import { parityOf } from './parity-of.js';

const gem = (name: string) => ({
  [`gems/gems/${name}-1.0/lib/${name}.rb`]: '',
  [`gems/specifications/${name}-1.0.gemspec`]: `Gem::Specification.new { |s| s.name = '${name}'; s.version = '1.0'; s.summary = ''; s.authors = []; s.files = [] }\n`,
});
const code = (name: string) =>
  `require '${name}'\nrequire 'json'\nrequire 'set'\ndef handler(event:, context:)\n  1\nend\n`;

(anyRuby.length === 0 ? describe.skip : describe)('what Ruby has loaded', () => {
  test('of gems beside the code is not packed, but for what the image has', async () => {
    const folder = await folderOf({
      'service/serverless.yml':
        'service: s\nprovider: { name: aws, runtime: ruby3.3 }\nfunctions: { f: { handler: app.handler, environment: { GEM_PATH: ../gems } } }\n',
      'service/app.rb': code('own').replace("require 'set'", "require 'aws-sdk-s3'"),
      ...gem('own'),
      ...gem('aws-sdk-s3'),
    });
    // Contained, the code is in /var/task, from where the relative path leads elsewhere.
    const found = await parityOf(`${folder}/service`, { containment: 'off' });
    expect(found.map(({ code: name, at }) => [name, at])).toEqual([['package-not-required', 'app.rb:1:1']]);
    expect(found[0]?.text).toContain('f loaded the package own (');
  });

  test('of files that a pattern leaves out is not packed, and that of vendor is', async () => {
    const folder = await folderOf({
      'serverless.yml':
        "service: s\nprovider: { name: aws, runtime: ruby3.3 }\nfunctions: { f: { handler: app.handler } }\npackage: { patterns: ['!lib/**'] }\n",
      'app.rb': "require_relative 'lib/x'\nrequire_relative 'vendor/y'\ndef handler(event:, context:)\n  1\nend\n",
      'lib/x.rb': '',
      'vendor/y.rb': '',
    });
    expect((await parityOf(folder)).map(({ at }) => at)).toEqual(['serverless.yml:4:23']);
  });
});
