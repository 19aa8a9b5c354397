import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The peers that are compared with, and the versions that were measured. */
const versions = { osls: '4.3.1', 'lambda-local': '2.2.0' };

/** Installs the peers into a folder that is kept, and says where their commands are. */
export function installPeers(cache: string): { readonly osls: string; readonly lambdaLocal: string } {
  const folder = join(cache, 'peers');
  const commands = join(folder, 'node_modules', '.bin');
  if (!existsSync(join(commands, 'osls')) || !existsSync(join(commands, 'lambda-local'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: folder, stdio: 'inherit' });
  }
  return { osls: join(commands, 'osls'), lambdaLocal: join(commands, 'lambda-local') };
}
