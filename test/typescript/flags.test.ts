import { expect, test } from '@jest/globals';
import { esbuildFlags } from '../../src/typescript/bundler/flags.js';

test.each([
  [{ keepNames: true, minify: false }, ['--keep-names', '--minify=false']],
  [
    { target: ['node20', 'es2022'], mainFields: ['module', 'main'] },
    ['--target=node20,es2022', '--main-fields=module,main'],
  ],
  [{ external: ['a', '@b/*'], drop: ['console'] }, ['--external:a', '--external:@b/*', '--drop:console']],
  [{ define: { A: '"x y"' }, loader: { '.html': 'text' } }, ['--define:A="x y"', '--loader:.html=text']],
  [{ banner: { js: 'a\nb' }, conditions: [], plugins: [] }, ['--banner:js=a\nb']],
  [{ plugins: [{ name: 'p' }] }, undefined],
  [{ tsconfigRaw: { compilerOptions: {} } }, undefined],
])('options of esbuild as flags: %j', (options, flags) => {
  expect(esbuildFlags(options)).toEqual(flags);
});
