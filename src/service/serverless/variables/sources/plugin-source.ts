import { nearestName } from '../../../../diagnostics/nearest-name.js';
import { dataNode } from '../../../document/config-node.js';
import { pluginsWithSource } from '../../plugins/register.js';
import { readPluginNames } from '../../root/plugins.js';
import { SourceFailure } from '../problem.js';
import type { TypedSource } from '../syntax.js';
import { nameOf, structuredAnswer, withOfflineHint } from './remote.js';
import type { ResolverInputs } from './resolvers.js';
import type { Source } from './source.js';

/**
 * An unknown source: that of a plugin, which is never run, or a misspelt name. The caller's answer is used. Without one it
 * is an error, even if there is a fallback, as in the framework if the plugin is not installed.
 * @param known the names of the existing sources
 */
export function pluginSource(
  { type, text }: TypedSource,
  known: readonly string[],
  { root, answers }: ResolverInputs,
): Source {
  return {
    resolve: async (call, access) => {
      const name = nameOf(type, call);
      const answer = answers.find(name);
      if (answer !== undefined) return dataNode(structuredAnswer(answer));
      const nearest = nearestName(type, known);
      const [owner] = pluginsWithSource(type);
      const plugins = owner === undefined ? await readPluginNames({ root, ...access }) : [owner.name];
      const isAnswerable = nearest === undefined || plugins.length > 0;
      const meant = nearest && `Did you mean \${${nearest}${text.slice(type.length)}}?`;
      const others = plugins.length > 0 ? mayBeOf(plugins) : `The sources are ${known.join(', ')}.`;
      const hint =
        owner === undefined ? (meant ?? others) : `It is a source of ${owner.name}, and plugins are not run here.`;
      throw new SourceFailure(
        'variable-source-unknown',
        `has an unknown source, \`${type}\``,
        isAnswerable ? withOfflineHint(hint, name, answers) : hint,
        isAnswerable ? name : undefined,
      );
    },
    explainMissing: () => ({ reason: 'has no value' }),
  };
}

function mayBeOf(plugins: readonly string[]): string {
  return `Plugins are not run here, and it may be the source of one of them (${plugins.join(', ')}).`;
}
