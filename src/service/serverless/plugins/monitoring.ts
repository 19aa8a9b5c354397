import { isMapping } from '../../document/config-node.js';
import { customMapping } from './custom-settings.js';
import type { ChangingPlugin } from './plugin.js';

/** Plugins that add the layers of a monitoring service, and wrap handlers with code from these layers. */
export const monitoring: readonly ChangingPlugin[] = [
  {
    name: 'serverless-newrelic-lambda-layers',
    changes: "adds New Relic's layer, wraps the handler, sets `NEW_RELIC_…`",
    here: 'nothing of it, with a notice',
    effects: {
      leftOut: async ({ service: { resolver, stage }, body: { key } }) => {
        const { stages, include, exclude } = await customMapping(resolver, 'newRelic');
        const isListed = (list: unknown): boolean => Array.isArray(list) && list.includes(key);
        if (Array.isArray(stages) && !stages.includes(stage)) return undefined;
        if (isListed(exclude) || (Array.isArray(include) && include.length > 0 && !isListed(include))) return undefined;
        return "the function runs without New Relic's layer, which a deploy adds and wraps its handler by";
      },
    },
  },
  {
    name: 'serverless-lumigo',
    changes: "wraps the handler by Lumigo's tracer, or adds that as a layer",
    here: 'nothing of it, with a notice',
    adds: { function: ['lumigo'] },
    effects: {
      leftOut: async ({ body }) => {
        const own = (await body.setting('lumigo'))?.value;
        const isOff = isMapping(own) && own['enabled'] === false;
        return isOff ? undefined : "the function runs without Lumigo's tracer, which a deploy wraps its handler by";
      },
    },
  },
  {
    name: 'serverless-plugin-epsagon',
    changes: "wraps the handler by Epsagon's tracer",
    here: 'nothing of it, with a notice',
    adds: { function: ['epsagon'] },
    effects: {
      leftOut: async ({ service: { resolver }, body }) => {
        const [shared, own] = [await customMapping(resolver, 'epsagon'), (await body.setting('epsagon'))?.value];
        const isOff = [shared, own].some((settings) => isMapping(settings) && settings['disable'] === true);
        return isOff ? undefined : "the function runs without Epsagon's tracer, which a deploy wraps its handler by";
      },
    },
  },
  {
    name: 'serverless-plugin-lambda-insights',
    changes: 'adds the extension of CloudWatch Lambda Insights as a layer',
    here: 'nothing of it, with a notice',
    adds: { function: ['lambdaInsights'] },
    effects: {
      leftOut: async ({ service: { resolver }, body }) => {
        const own = (await body.setting('lambdaInsights'))?.value;
        const shared = (await customMapping(resolver, 'lambdaInsights'))['defaultLambdaInsights'];
        const isOn = own ?? shared;
        return isOn === true ? 'the function runs without the extension of CloudWatch Lambda Insights' : undefined;
      },
    },
  },
];
