import { dataNode, isMapping } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import { getJson } from './http-question.js';
import { type ResolverKind, type ResolverSettings, textOf } from './resolver-kind.js';

const defaultHost = 'https://api.doppler.com';

/**
 * `doppler:project/NAME`, or `doppler:NAME` with the setting `project`: a secret of Doppler. The setting `config` is the
 * stage where it is not set, `token` is `DOPPLER_TOKEN`. Source: Doppler API, "Secrets: Retrieve".
 */
export const doppler: ResolverKind = {
  resolve: async ({ key, settings, stage, environment, signal, onSecret, once }) => {
    const token = textOf(settings, 'token') ?? environment['DOPPLER_TOKEN'];
    if (!token) throw new SourceFailure('doppler-token-missing', 'needs a token of Doppler', 'Set DOPPLER_TOKEN.');
    const { project, name } = placeOf(key, settings);
    const config = textOf(settings, 'config') ?? stage;
    const host = environment['DOPPLER_API_HOST'] || defaultHost;
    const url = new URL('/v3/configs/config/secret', URL.canParse(host) ? host : defaultHost);
    url.search = String(new URLSearchParams({ project, config, name }));
    const { status, body } = await once(url.href, () =>
      getJson({
        service: 'Doppler',
        url: url.href,
        headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
        signal,
        refusedHint: `Give the token access to the config ${config} of the project ${project}.`,
      }),
    );
    const value = status !== 404 && isMapping(body) && isMapping(body['value']) ? body['value']['computed'] : undefined;
    onSecret(value);
    return value === undefined || value === null ? undefined : dataNode(value);
  },
  explainMissing: (key, settings) => {
    const { project, name } = placeOf(key, settings);
    return {
      reason: `has no value: the project ${project} of Doppler has no ${name} in this config`,
      hint: 'Check the project, the config (by default the stage) and the name, or give a fallback.',
    };
  },
};

function placeOf(key: string, settings: ResolverSettings): { project: string; name: string } {
  const [, written, name = ''] = /^(?:(.*)\/)?([^/]*)$/s.exec(key) ?? [];
  const project = written ?? textOf(settings, 'project');
  if (name !== '' && project !== undefined) return { project, name };
  throw new SourceFailure('variable-address', 'names no project, or no secret', 'Write ${doppler:project/NAME}.');
}
