import { execFileSync } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { folderOf } from '../../service/open-folder.js';
import { interpreters } from './interpreters.js';
import { invokeOnce } from './ruby-runtime.js';

/** The files of a gem that says where it lies, in a folder of gems. */
function gem(folder: string, name: string): Record<string, string> {
  const constant = name.replace(/^./, (letter) => letter.toUpperCase());
  return {
    [`${folder}/specifications/${name}-1.0.0.gemspec`]: [
      'Gem::Specification.new do |s|',
      `  s.name = '${name}'; s.version = '1.0.0'; s.summary = 'A gem'; s.authors = ['us']; s.require_paths = ['lib']`,
      'end',
    ].join('\n'),
    [`${folder}/gems/${name}-1.0.0/lib/${name}.rb`]: `module ${constant}; PLACE = __dir__; end\n`,
  };
}

const handler = [
  "require 'greeting'",
  'def handler(event:, context:)',
  "  [Greeting::PLACE, ENV['GEM_PATH']]",
  'end',
].join('\n');

describeEach(interpreters)('gems on Ruby $version', (ruby) => {
  const running = execFileSync(ruby.path, ['-e', 'print RbConfig::CONFIG["ruby_version"]'], { encoding: 'utf8' });
  const bundle = `vendor/bundle/ruby/${running}`;

  test('are found on GEM_PATH, without Bundler', async () => {
    const service = await realpath(await folderOf({ 'app.rb': handler, ...gem(bundle, 'greeting') }));
    const GEM_PATH = [join(service, bundle), `/opt/ruby/gems/${running}`].join(delimiter);
    const { json } = await invokeOnce({ ruby, service, handler: 'app.handler', environment: { GEM_PATH } });
    expect(json()).toEqual([join(service, bundle, 'gems', 'greeting-1.0.0', 'lib'), GEM_PATH]);
  });

  test('of the version that runs are found where another is declared', async () => {
    const service = await realpath(await folderOf({ 'app.rb': handler, ...gem(bundle, 'greeting') }));
    const GEM_PATH = [join(service, 'vendor/bundle/ruby/9.9.0'), '/opt/ruby/gems/9.9.0'].join(delimiter);
    const { json } = await invokeOnce({ ruby, service, handler: 'app.handler', environment: { GEM_PATH } });
    expect(json()).toEqual([
      join(service, bundle, 'gems', 'greeting-1.0.0', 'lib'),
      [GEM_PATH, join(service, bundle)].join(delimiter),
    ]);
  });

  test('are not found where the variable does not lead to them', async () => {
    const service = await realpath(await folderOf({ 'app.rb': handler, ...gem(bundle, 'greeting') }));
    const { json } = await invokeOnce({ ruby, service, handler: 'app.handler' });
    expect(json()).toMatchObject({
      errorType: 'Init<LoadError>',
      errorMessage: 'cannot load such file -- greeting',
    });
  });
});
