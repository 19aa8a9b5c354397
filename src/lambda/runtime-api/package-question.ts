import type { PackageQuestion } from '../image/package-questions.js';
import type { ApiRequest, ApiResponse } from './exchange.js';
import { renderText } from './render.js';

/** The path at which our bootstraps ask for packages of their image. It is no part of Lambda's API. */
export const packagesPath = '/invoke-local/packages';

/** The most packages that one question may name. */
const maxNames = 50;

/** Who answers, and the secret that only a bootstrap of ours knows. */
export interface PackageAnswers {
  readonly secret: string;
  answer(question: PackageQuestion): Promise<string | undefined>;
}

/** Answers one question: with the folder that has the packages; the answer is empty where there is none. */
export async function answerPackageQuestion(
  request: ApiRequest,
  response: ApiResponse,
  answers: PackageAnswers | undefined,
): Promise<void> {
  if (answers === undefined || request.headers['invoke-local-secret'] !== answers.secret) {
    return renderText(response, 404, '404 page not found\n');
  }
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  const names = searchParams.getAll('name').slice(0, maxNames);
  const version = searchParams.get('version');
  const folder = await answers.answer({ names, ...(version === null ? {} : { version }) });
  renderText(response, 200, folder ?? '');
}
