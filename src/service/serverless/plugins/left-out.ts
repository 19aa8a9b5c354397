import type { ChangingPlugin } from './plugin.js';

/** Plugins that change a function or its configuration in ways that are not supported here. */
export const leftOut: readonly ChangingPlugin[] = [
  {
    name: '@cruglobal/serverless-merge-config',
    changes: 'merges mappings at the keys `$<<`',
    here: 'not done, with a notice',
    effects: { leftOut: async () => 'mappings at the keys `$<<` are not merged' },
  },
  {
    name: 'serverless-import-config-plugin',
    changes: 'merges the files of `custom.import` into the configuration',
    here: 'not done, with a notice',
    effects: { leftOut: async () => 'what the files of custom.import hold is missing' },
  },
  {
    name: 'serverless-aws-resource-names',
    changes: 'names functions and other resources by a file of its own',
    here: 'not done, with a notice',
    effects: { leftOut: async () => "the function has the framework's name" },
  },
  {
    name: 'serverless-plugin-chrome',
    changes: 'wraps the handler, and starts a Chrome for it',
    here: 'not done, with a notice',
    effects: { leftOut: async () => 'no Chrome is started for the handler' },
  },
];
