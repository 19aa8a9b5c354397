import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import { locateNode } from '../../document/locate.js';
import type { Setting } from '../../document/settings.js';
import { evaluateConditions } from './conditions.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';

const described = { here: 'it is run all the same, with a warning', adds: { function: ['enabled'] } } as const;

/** Plugins that leave functions out of a deploy. */
export const enabledFunctions: readonly ChangingPlugin[] = [
  {
    ...described,
    name: 'serverless-disable-functions',
    changes: 'leaves out a function that is not `enabled`',
    effects: {
      function: async (fn, input) => {
        const setting = await input.body.setting('enabled');
        if (setting !== undefined && !setting.value) reportDisabled(fn, input, setting);
        return fn;
      },
    },
  },
  {
    ...described,
    name: 'serverless-plugin-conditional-functions',
    changes: 'leaves out a function whose `enabled`, a condition in JavaScript, is not true',
    effects: {
      function: async (fn, input) => {
        const setting = await input.body.setting('enabled');
        if (!setting?.value) return fn;
        const [verdict] = await evaluateConditions([setting.value], input.service);
        if (verdict === undefined) return fn;
        if ('failure' in verdict) reportUndecided(setting, verdict.failure, input);
        else if (!verdict.isTrue) reportDisabled(fn, input, setting);
        return fn;
      },
    },
  },
];

function reportDisabled(
  { key, stage }: LambdaFunction,
  { service }: FunctionInput,
  { name, node, value }: Setting,
): void {
  const location = locateNode(node);
  service.report({
    severity: 'warning',
    code: 'function-disabled',
    message: `${name} is ${typeof value === 'string' ? `\`${value}\`, which is not true` : String(value)}: a deploy to the stage ${stage} leaves ${key} out.`,
    ...(location === undefined ? {} : { location }),
  });
}

/** The plugin itself does not remove such a function. */
function reportUndecided({ name, node }: Setting, failure: string, { service }: FunctionInput): void {
  const location = locateNode(node);
  service.report({
    severity: 'warning',
    code: 'plugin-condition',
    message: `The condition ${name} can't be evaluated: ${failure}.`,
    ...(location === undefined ? {} : { location }),
  });
}
