import { resolve } from 'node:path';
import { customMapping } from './custom-settings.js';
import type { ChangingPlugin } from './plugin.js';

export const go: ChangingPlugin = {
  name: 'serverless-go-plugin',
  changes: "compiles the function's program",
  here: 'run its build in a step before (`npx serverless go build`): `binDir/<function>` is started',
  effects: {
    /** It builds the functions of the configured runtimes, and names their programs `bootstrap` if configured to. */
    nativeBuild: async ({ resolver, root }, { key, runtime }) => {
      const {
        supportedRuntimes: runtimes = ['go1.x'],
        binDir = '.bin',
        buildProvidedRuntimeAsBootstrap: asBootstrap,
      } = await customMapping(resolver, 'go');
      if (!Array.isArray(runtimes) || !runtimes.includes(runtime)) return undefined;
      if (runtime !== 'go1.x' && asBootstrap !== true) return undefined;
      const program = resolve(root, typeof binDir === 'string' ? binDir : '.bin', key);
      return { tool: 'serverless-go-plugin', programs: [program], command: 'npx serverless go build' };
    },
  },
};
