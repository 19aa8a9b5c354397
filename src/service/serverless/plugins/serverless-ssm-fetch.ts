import { invalidSetting } from '../../document/settings.js';
import type { FunctionBody } from '../function/functions.js';
import { withEnvironment } from './changed-body.js';
import { customSetting, mappingSetting, texts } from './custom-settings.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';
import { variableTexts } from './variable-texts.js';

export const ssmFetch: ChangingPlugin = {
  name: 'serverless-ssm-fetch',
  changes: 'sets variables to parameters of the Parameter Store',
  here: 'the same, as `${ssm:…}` is read: `custom.serverlessSsmFetch`, `ssmToEnvironment`',
  adds: { function: ['ssmToEnvironment'] },
  effects: { settings: withParameters },
};

/** The parts of a parameter's name, and whether to decrypt it. */
const parameterName = /^([\w./:-]+)(?:~(true|false))?$/;

async function withParameters({ service: { resolver }, body }: FunctionInput): Promise<FunctionBody> {
  const setting = await customSetting(resolver, 'serverlessSsmFetch');
  const chosen = await body.setting('ssmToEnvironment');
  const wanted = Object.entries(setting === undefined ? {} : mappingSetting(setting)).flatMap(([name, parameter]) => {
    if (setting === undefined || (chosen !== undefined && !texts(chosen.value).includes(name))) return [];
    const [, path, decrypt] = parameterName.exec(String(parameter)) ?? [];
    if (path === undefined) {
      throw invalidSetting(setting, `has for ${name} what is no name of a parameter: \`${String(parameter)}\``);
    }
    return [[name, `\${ssm(${decrypt === 'true' ? 'raw' : 'raw, noDecrypt'}):${path}}`] as const];
  });
  if (wanted.length === 0) return body;
  const mapping = variableTexts(resolver, ['custom', 'serverlessSsmFetch'], Object.fromEntries(wanted));
  return withEnvironment(body, { overrides: { mapping } });
}
