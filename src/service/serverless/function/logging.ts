import type { LogSettings } from '../../../lambda/function/lambda-function.js';
import { type ConfigNode, isMapping, kindOf } from '../../document/config-node.js';
import { choiceSetting, invalidSetting, type Setting, textSetting } from '../../document/settings.js';

const applicationLevels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
const systemLevels = ['DEBUG', 'INFO', 'WARN'] as const;

/**
 * The function's log settings, each from its own `logs`, else from `provider.logs.lambda`. Levels have an effect only with
 * the JSON format. Source: Lambda developer guide, "Configuring advanced logging controls".
 */
export function readLogSettings(own: Setting | undefined, inherited: Setting | undefined): LogSettings {
  const layers = [own, inherited].filter((layer) => layer !== undefined);
  for (const layer of layers) {
    if (!isMapping(layer.value)) throw invalidSetting(layer, `must be a mapping, and is ${kindOf(layer.value)}`);
  }
  const setting = (key: string): Setting | undefined => {
    for (const { name, node, value } of layers) {
      const member = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
      if (member !== undefined && member !== null)
        return { name: `${name}.${key}`, node: below(node, key), value: member };
    }
    return undefined;
  };
  const format = choiceSetting(setting('logFormat'), ['Text', 'JSON']) ?? 'Text';
  const applicationLevel = choiceSetting(setting('applicationLogLevel'), applicationLevels);
  const systemLevel = choiceSetting(setting('systemLogLevel'), systemLevels);
  const group = textSetting(setting('logGroup'));
  return {
    format,
    ...(format === 'JSON' && applicationLevel !== undefined ? { applicationLevel } : {}),
    ...(format === 'JSON' && systemLevel !== undefined ? { systemLevel } : {}),
    ...(group === undefined ? {} : { group }),
  };
}

function below({ document, path, value }: ConfigNode, key: string): ConfigNode {
  return { document, path: [...path, key], value: isMapping(value) ? value[key] : undefined };
}
