import { token, walkJson } from './walk.js';

/** The offset of the first key that an object has twice, which `JSON.parse` accepts; -1 if there is none. */
export function findDuplicateKey(json: Buffer): number {
  const open: (Set<string> | undefined)[] = [];
  let found = -1;
  walkJson(json, (kind, start, end) => {
    if (found !== -1) return;
    if (kind === token.open) open.push(json[start] === 0x7b ? new Set() : undefined);
    else if (kind === token.close) open.pop();
    else if (kind === token.key) {
      const key = JSON.parse(json.toString('utf8', start, end)) as string;
      const keys = open.at(-1);
      if (keys?.has(key) === true) found = start;
      keys?.add(key);
    }
  });
  return found;
}
