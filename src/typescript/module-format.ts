import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** Node's two kinds of modules, by the extension that means each one without a `package.json`. */
export type ModuleFormat = 'cjs' | 'mjs';

/**
 * The kind of module that a source file becomes, decided as by Node and the TypeScript compiler: by its extension, and for
 * `.ts`, `.tsx`, `.js` and `.jsx` by the `type` of the nearest `package.json`.
 */
export function moduleFormat(file: string): ModuleFormat {
  const extension = extname(file);
  if (extension === '.mts' || extension === '.mjs') return 'mjs';
  if (extension === '.cts' || extension === '.cjs') return 'cjs';
  return packageType(dirname(file));
}

function packageType(folder: string): ModuleFormat {
  let text: string;
  try {
    text = readFileSync(join(folder, 'package.json'), 'utf8');
  } catch {
    const parent = dirname(folder);
    return parent === folder ? 'cjs' : packageType(parent);
  }
  try {
    const manifest: unknown = JSON.parse(text);
    return typeof manifest === 'object' && manifest !== null && 'type' in manifest && manifest.type === 'module'
      ? 'mjs'
      : 'cjs';
  } catch {
    return 'cjs';
  }
}
