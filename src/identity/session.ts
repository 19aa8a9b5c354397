import { endpointOf } from '../aws/endpoint.js';
import { answerTimeoutMs } from '../aws/limits.js';

import { withTimeLimit } from '../process/time-limit.js';
import type { Credentials } from './credentials.js';
import type { CredentialsOptions } from './credentials-options.js';
import { explainRefusal } from './explain-refusal.js';
import type { SessionQuestion } from './session-question.js';

/** Asks STS for temporary credentials. @throws UserError where it refuses, or does not answer */
export async function askForSession(question: SessionQuestion, options: CredentialsOptions): Promise<Credentials> {
  const { request, keys, region } = question;
  const { hostEnvironment, stepEnvironment, loadAws, signal } = options;
  const endpoint = endpointOf('STS', request.kind === 'web-identity' ? stepEnvironment : hostEnvironment);
  const where = { region, ...(endpoint === undefined ? {} : { endpoint }) };
  try {
    const { openSession } = await loadAws();
    const access = keys === undefined ? where : { ...where, keys };
    const given = await withTimeLimit(answerTimeoutMs, signal, (end) => openSession(access, request, end));
    const session = request.kind === 'federation' ? 'narrowed by AWS STS' : `of the role ${request.arn}`;
    return { ...given, source: 'session', session };
  } catch (error) {
    signal.throwIfAborted();
    throw explainRefusal(error, question, endpoint);
  }
}
