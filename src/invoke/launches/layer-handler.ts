import { isLayerHandler } from '../../lambda/environment/layer-paths.js';
import type { LaunchInput } from './launch-input.js';

/** Tells a bootstrap where the layers are, if the handler's file is in one (`/opt/…`). */
export function layerHandlerVariable({
  function: { handler },
  placed: { layerRoot },
}: Pick<LaunchInput, 'function' | 'placed'>): Record<string, string> {
  return layerRoot !== undefined && isLayerHandler(handler) ? { INVOKE_LOCAL_OPT: layerRoot } : {};
}
