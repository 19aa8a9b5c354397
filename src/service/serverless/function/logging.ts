import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import type { LogSettings } from '../../../lambda/function/lambda-function.js';
import { type ConfigNode, isMapping } from '../../document/config-node.js';
import { choiceOrDefault, type Setting, textSetting } from '../../document/settings.js';

const applicationLevels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
const systemLevels = ['DEBUG', 'INFO', 'WARN'] as const;

/**
 * The function's log settings, each from its own `logs`, else from `provider.logs.lambda`. Levels have an effect only with
 * the JSON format. Source: Lambda developer guide, "Configuring advanced logging controls".
 */
export function readLogSettings(
  own: Setting | undefined,
  inherited: Setting | undefined,
  report: ReportDiagnostic,
): LogSettings {
  // The framework takes nothing of one that is no mapping.
  const layers = [own, inherited].filter((layer) => layer !== undefined);
  const setting = (key: string): Setting | undefined => {
    for (const { name, node, value } of layers) {
      const member = isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
      if (member !== undefined && member !== null)
        return { name: `${name}.${key}`, node: below(node, key), value: member };
    }
    return undefined;
  };
  const format = choiceOrDefault(setting('logFormat'), ['Text', 'JSON'], report) ?? 'Text';
  const applicationLevel = choiceOrDefault(setting('applicationLogLevel'), applicationLevels, report);
  const systemLevel = choiceOrDefault(setting('systemLogLevel'), systemLevels, report);
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
