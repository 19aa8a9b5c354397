import { isLayerHandler, layersInEnvironment } from '../../lambda/environment/layer-paths.js';
import type { LaunchInput } from './launch-input.js';

/** Tells a bootstrap where the layers are, if the handler's file is in one (`/opt/…`) and they are not there. */
export function layerHandlerVariable({
  function: { handler },
  placed,
}: Pick<LaunchInput, 'function' | 'placed'>): Record<string, string> {
  const layerRoot = layersInEnvironment(placed);
  return layerRoot !== undefined && isLayerHandler(handler) ? { INVOKE_LOCAL_OPT: layerRoot } : {};
}
