import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InstalledPackages, PackageManifest } from '../../../lambda/function/packaging.js';
import { locateNode } from '../../document/locate.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { customMapping, customSetting, texts } from './custom-settings.js';

/** What `slim` removes of what was installed. Source: serverless-python-requirements, `lib/slim.js`. */
const slimPatterns = ['**/*.py[c|o]', '**/__pycache__*', '**/*.dist-info*'];

/** The layer that the plugin makes with `layer`, as functions name it. */
const layerName = 'PythonRequirementsLambdaLayer';

/**
 * What serverless-python-requirements installs into the package of a function. Source: its README, `index.js`, `lib/pip.js`,
 * `lib/inject.js` and `lib/layer.js`.
 * @param module the folder that is packaged for the function, with its own requirements. Absolute.
 * @param layers the names of the function's layers that are not on this machine
 */
export async function pythonInstalls(
  { resolver, root }: Pick<ServiceFacts, 'resolver' | 'root'>,
  module: string,
  layers: readonly string[],
): Promise<InstalledPackages> {
  const tool = 'serverless-python-requirements';
  const settings = await customMapping(resolver, 'pythonRequirements');
  const isOn = (name: string): boolean => settings[name] !== false && settings[name] !== 'false';
  const manifest = manifestIn({ root, module, fileName: settings['fileName'], isOn });
  const isSlim = settings['slim'] === true || settings['slim'] === 'true';
  const given = texts(settings['slimPatterns']);
  const at = async (name: string) => {
    const setting = await customSetting(resolver, 'pythonRequirements', name);
    const location = setting && locateNode(setting.node);
    return { setting: `custom.pythonRequirements.${name}`, ...(location === undefined ? {} : { location }) };
  };
  const hasLayer = settings['layer'] !== undefined && settings['layer'] !== false;
  const isUsed = layers.some((name) => name.includes(layerName));
  return {
    tool,
    ...(manifest === undefined ? {} : { manifest }),
    groups: [...texts(settings['poetryWithGroups']), ...texts(settings['pyprojectWithGroups'])],
    leftOut: { names: texts(settings['noDeploy']), ...(await at('noDeploy')) },
    ...(isSlim
      ? {
          removed: {
            globs: [...(isOn('slimPatternsAppendDefaults') ? slimPatterns : []), ...given],
            ...(await at('slimPatterns')),
          },
        }
      : {}),
    ...(hasLayer && !isUsed
      ? { elsewhere: `requirements go into the layer ${layerName}, which the function does not have` }
      : {}),
  };
}

interface ManifestSearch {
  readonly root: string;
  readonly module: string;
  readonly fileName: unknown;
  isOn(setting: string): boolean;
}

/** The file that the plugin reads: that of the first tool that it finds. */
function manifestIn({ root, module, fileName, isOn }: ManifestSearch): PackageManifest | undefined {
  const project = join(module, 'pyproject.toml');
  const text = textOf(project);
  if (isOn('usePoetry') && /^\s*requires\s*=\s*\[[^\]]*["']poetry/m.test(text))
    return { kind: 'poetry', file: project };
  const pipfile = join(root, 'Pipfile');
  if (isOn('usePipenv') && existsSync(pipfile)) return { kind: 'pipfile', file: pipfile };
  const lock = join(root, 'uv.lock');
  if (isOn('useUv') && existsSync(lock)) return { kind: 'uv', file: lock };
  const requirements = join(module, typeof fileName === 'string' ? fileName : 'requirements.txt');
  if (existsSync(requirements)) return { kind: 'requirements', file: requirements };
  return isOn('usePyProject') && /^\s*\[project\]/m.test(text) ? { kind: 'pyproject', file: project } : undefined;
}

function textOf(file: string): string {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
