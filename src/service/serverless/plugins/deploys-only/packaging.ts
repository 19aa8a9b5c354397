import type { PluginFamily } from '../plugin.js';

/** They choose which files go into the package. Here all files of the folder are available. */
export const packaging: PluginFamily = {
  about: 'which files are packaged',
  plugins: [
    { name: 'serverless-ignore' },
    { name: 'serverless-jetpack', adds: { function: ['jetpack'] } },
    { name: 'serverless-plugin-common-excludes' },
    { name: 'serverless-plugin-include-dependencies' },
    { name: 'serverless-plugin-monorepo' },
    { name: 'serverless-plugin-package-size' },
    { name: 'serverless-plugin-reducer' },
  ],
};
