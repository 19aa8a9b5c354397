import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import { customMapping } from './custom-settings.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';
import { pluginFiles } from './plugin-folder.js';

export const rack: ChangingPlugin = {
  name: 'serverless-rack',
  changes: 'adds `rack_adapter.rb`, `serverless_rack.rb` and `.serverless-rack` to the package',
  here: "the same, from the plugin's files in `node_modules`; `configPath`, `textMimeTypes`. Install the gems in a step before",
  effects: { function: withAdapterFiles },
};

async function withAdapterFiles(fn: LambdaFunction, { service }: FunctionInput): Promise<LambdaFunction> {
  if (fn.handler !== 'rack_adapter.handler' || fn.code.kind !== 'folder') return fn;
  const { textMimeTypes, configPath } = await customMapping(service.resolver, 'rack');
  const config = {
    ...(Array.isArray(textMimeTypes) ? { text_mime_types: textMimeTypes } : {}),
    ...(typeof configPath === 'string' ? { config_path: configPath } : {}),
  };
  const files = await pluginFiles('serverless-rack', ['lib/rack_adapter.rb', 'lib/serverless_rack.rb'], fn);
  return {
    ...fn,
    addedFiles: [
      ...(fn.addedFiles ?? []),
      { path: 'rack_adapter.rb', content: { file: files['lib/rack_adapter.rb'] } },
      { path: 'serverless_rack.rb', content: { file: files['lib/serverless_rack.rb'] } },
      { path: '.serverless-rack', content: { text: JSON.stringify(config) } },
    ],
  };
}
