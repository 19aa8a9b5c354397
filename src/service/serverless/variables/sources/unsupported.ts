import { SourceFailure } from '../problem.js';
import type { Source } from './source.js';

/** The sources of the framework that can't be answered yet. */
export const unsupportedSourceNames = [
  'aws',
  'cf',
  'doppler',
  'git',
  'output',
  's3',
  'secrets',
  'ssm',
  'state',
  'terraform',
  'vault',
];

/** A source that exists, and that nothing here answers. Its fallback is not taken: that would be a silent difference. */
export function unsupportedSource(name: string): Source {
  return {
    resolve: async () => {
      throw new SourceFailure(
        'variable-source-unsupported',
        `has the source \`${name}\`, which is not supported yet`,
        'Only what the invoked function needs is resolved. Until the source is supported, take the value from `env`, `param` or `opt`.',
      );
    },
    explainMissing: () => ({ reason: 'has no value' }),
  };
}
