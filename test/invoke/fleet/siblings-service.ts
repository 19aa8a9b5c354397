import { cpSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientPackages } from '../../aws-gateway/client-packages.js';
import { fixture } from '../../paths.js';
import { installedPackages } from '../../services/installed-packages.js';

/** Lays the service whose functions invoke each other into a folder of its own, with the SDK; or says why there is none. */
export async function siblingsService(): Promise<{ readonly folder: string } | { readonly unavailable: string }> {
  const installed = await installedPackages('aws-sdk-js-clients', clientPackages);
  if ('unavailable' in installed) return installed;
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'siblings-'));
  cpSync(fixture('siblings'), folder, { recursive: true });
  symlinkSync(realpathSync(join(installed.folder, 'node_modules')), join(folder, 'node_modules'));
  return { folder };
}
