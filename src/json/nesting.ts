import { token, walkJson } from './walk.js';

/** How deep the objects and lists of a JSON text are nested, found without recursion. */
export function nestingOf(json: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  walkJson(json, (kind) => {
    if (kind === token.open) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (kind === token.close) depth -= 1;
  });
  return deepest;
}
