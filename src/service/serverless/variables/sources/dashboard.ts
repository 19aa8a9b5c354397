import type { Source } from './source.js';

/** The sources whose values only the Serverless Dashboard knows. */
export const dashboardSourceNames = ['output', 'state', 'secrets'];

/** A value of the Serverless Dashboard. It requires an account there, so it is never available here. */
export function dashboardSource(name: string): Source {
  return {
    resolve: async () => undefined,
    explainMissing: () => ({
      reason: `has no value: the source \`${name}\` is part of the Serverless Dashboard, which is not asked`,
      hint: 'Give a fallback.',
    }),
  };
}
