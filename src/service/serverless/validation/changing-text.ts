import type { ConfigFile } from '../../document/config-node.js';

const suspicious =
  /(?:^|[\s:,[{])(?:[-+]?0[\dxob]|\+\d|[-+]?\d*\.\d*0(?![.\w])|[-+]?\d+\.(?![\w.])|[-+]?\.\d|[-+]?\d{16}|[-+]?\d[\d.]*[eE][-+]?\d|(?:True|TRUE|False|FALSE)\b|\d{4}-\d\d?-\d)/m;

/** Whether a file holds anything at all that is read as another value than what is written, which is looked at before its places are. */
export function mayChangeScalars({ text }: ConfigFile): boolean {
  return suspicious.test(text);
}
