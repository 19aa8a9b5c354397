import type { WindowsMachine } from './machine.js';

/**
 * The files of a service with handlers in Node.js.
 * @param handlers the source of each function, by its key
 * @param settings further lines of the provider
 */
export function nodeService(
  machine: Pick<WindowsMachine, 'nodeMajor'>,
  handlers: Readonly<Record<string, string>>,
  ...settings: readonly string[]
): Record<string, string> {
  return {
    'serverless.yml': [
      'service: windows',
      'provider:',
      '  name: aws',
      `  runtime: nodejs${machine.nodeMajor}.x`,
      ...settings.map((line) => `  ${line}`),
      'functions:',
      ...Object.keys(handlers).map((key) => `  ${key}:\n    handler: handler.${key}`),
      '',
    ].join('\n'),
    'handler.js': Object.entries(handlers)
      .map(([key, source]) => `exports.${key} = async (event) => (${source})(event);\n`)
      .join(''),
  };
}
