import { SourceFailure } from '../problem.js';
import { getJson } from './http-question.js';
import { type ResolverQuestion, textOf } from './resolver-kind.js';
import { outputValues, type TerraformOutputs } from './terraform-state.js';

/**
 * The outputs of a state on an HTTP server. The settings `address`, `username` and `password` default to `TF_HTTP_ADDRESS`,
 * `TF_HTTP_USERNAME` and `TF_HTTP_PASSWORD`. Source: Terraform, "Backend type: http".
 */
export async function readHttpState(question: ResolverQuestion): Promise<TerraformOutputs | undefined> {
  const { settings, environment, signal, onSecret, once } = question;
  const url = textOf(settings, 'address') ?? environment['TF_HTTP_ADDRESS'];
  if (url === undefined || !URL.canParse(url)) {
    throw new SourceFailure(
      'terraform-backend',
      url === undefined
        ? 'needs the `address` of its http backend'
        : `needs its http backend at \`${url}\`, which is no URL`,
      'Set it, or TF_HTTP_ADDRESS.',
    );
  }
  const user = textOf(settings, 'username') ?? environment['TF_HTTP_USERNAME'];
  const password = textOf(settings, 'password') ?? environment['TF_HTTP_PASSWORD'] ?? '';
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const { status, body } = await once(`${user} ${url}`, () =>
    getJson({
      service: "Terraform's http backend",
      url,
      headers: { Accept: 'application/json', ...(user === undefined ? {} : { Authorization: authorization }) },
      signal,
      refusedHint: 'Set TF_HTTP_USERNAME and TF_HTTP_PASSWORD.',
    }),
  );
  return status === 404 || body === undefined ? undefined : outputValues(body, onSecret);
}
