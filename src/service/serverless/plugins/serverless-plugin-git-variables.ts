import { childNodes } from '../../document/config-node.js';
import type { FunctionBody } from '../function/functions.js';
import { VariableError } from '../variables/problem.js';
import { withEnvironment } from './changed-body.js';
import { customSetting, texts } from './custom-settings.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';
import { variableTexts } from './variable-texts.js';

export const gitVariables: ChangingPlugin = {
  name: 'serverless-plugin-git-variables',
  changes: 'sets `GIT_COMMIT_SHORT`, `GIT_COMMIT_LONG`, `GIT_BRANCH`, `GIT_IS_DIRTY`, `GIT_REPOSITORY` and `GIT_TAGS`',
  here: 'the same, with `exportGitVariables` and `gitVariablesEnvWhitelist`; `${git:…}`',
  sources: ['git'],
  effects: { settings: withVariables },
};

const variables: Readonly<Record<string, string>> = {
  GIT_COMMIT_SHORT: '${git:sha1}',
  GIT_COMMIT_LONG: '${git:commit}',
  GIT_BRANCH: '${git:branch}',
  GIT_IS_DIRTY: '${git:isDirty}',
  GIT_REPOSITORY: '${git:repository}',
  GIT_TAGS: '${git:tags}',
};

async function withVariables({ service, body }: FunctionInput): Promise<FunctionBody> {
  const { resolver, report } = service;
  if ((await customSetting(resolver, 'exportGitVariables'))?.value === false) return body;
  const chosen = await customSetting(resolver, 'gitVariablesEnvWhitelist');
  const names = Object.keys(variables).filter((name) => chosen === undefined || texts(chosen.value).includes(name));
  const wanted = Object.fromEntries(names.map((name) => [name, variables[name] ?? '']));
  const mapping = variableTexts(resolver, ['plugins'], wanted);
  try {
    await Promise.all(childNodes(mapping).map(resolver.value));
  } catch (error) {
    if (!(error instanceof VariableError)) throw error;
    report({
      severity: 'notice',
      code: 'plugin-left-out',
      message: `The variables ${names.join(', ')}, which serverless-plugin-git-variables sets, are missing: ${error.problem.text} ${error.problem.reason}.`,
      ...(error.problem.hint === undefined ? {} : { hint: error.problem.hint }),
    });
    return body;
  }
  return withEnvironment(body, { defaults: { mapping } });
}
