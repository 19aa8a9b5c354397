import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { unfitLoaded, unfitNatives } from '../../src/package/native-fit.js';
import { folderOf } from '../service/open-folder.js';

/** The first bytes of a native file of Linux. */
function elf(architecture: 'x86_64' | 'arm64'): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('\x7fELF\x02\x01\x01', 'latin1');
  bytes.writeUInt16LE(architecture === 'arm64' ? 183 : 62, 18);
  return bytes;
}
const macos = Buffer.from('cffaedfe00000000', 'hex');
const windows = Buffer.from('MZ');

async function filesOf(files: Readonly<Record<string, Buffer>>) {
  const folder = await folderOf(files);
  const paths = Object.keys(files).map((name) => join(folder, name));
  const shown = (found: ReturnType<typeof unfitNatives>) =>
    found.map(({ file, builtFor }) => [file.slice(folder.length + 1).replaceAll('\\', '/'), builtFor]);
  return { paths, shown };
}

describe('native code', () => {
  test.each<[string, Buffer, string]>([
    ['of another architecture', elf('arm64'), 'Linux on arm64'],
    ['of macOS', macos, 'macOS'],
    ['of Windows', windows, 'Windows'],
  ])('%s is named, with what it is for', async (_, bytes, builtFor) => {
    const { paths, shown } = await filesOf({ 'node_modules/a/build/a.node': bytes, 'node_modules/a/index.js': macos });
    expect(shown(unfitNatives(paths, 'x86_64'))).toEqual([['node_modules/a/build/a.node', builtFor]]);
  });

  test('that fits is not, nor is that of packages that bring it for several systems', async () => {
    const { paths } = await filesOf({
      'node_modules/a/build/a.node': elf('x86_64'),
      'node_modules/b/prebuilds/linux-x64/b.node': elf('x86_64'),
      'node_modules/b/prebuilds/darwin-arm64/b.node': macos,
      'node_modules/@img/sharp-linux-x64/lib/s.node': elf('x86_64'),
      'node_modules/@img/sharp-linux-arm64/lib/s.node': elf('arm64'),
      'node_modules/@img/sharp-linuxmusl-arm64/lib/s.node': elf('arm64'),
      'vendor/c.cpython-312-x86_64-linux-gnu.so': elf('x86_64'),
    });
    expect(unfitNatives(paths, 'x86_64')).toEqual([]);
    expect(unfitLoaded(paths, 'x86_64')).toEqual([]);
  });

  test('that was loaded is looked at with what its package has beside it', async () => {
    const { paths, shown } = await filesOf({
      'node_modules/@img/sharp-linux-x64/lib/s.node': elf('x86_64'),
      'node_modules/@img/sharp-linux-arm64/lib/s.node': elf('arm64'),
      'node_modules/only/only.node': elf('x86_64'),
    });
    const loaded = paths.filter((path) => !path.includes('arm64'));
    expect(shown(unfitLoaded(loaded, 'arm64'))).toEqual([['node_modules/only/only.node', 'Linux on x86_64']]);
  });
});
