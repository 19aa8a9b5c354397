import type { CasePath } from '../case-path.js';
import { visibleJson } from './visible-json.js';

const plainName = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/** How a path is written in a message: `output.items[0].id`, `headers["x y"]`. */
export function pathText(path: CasePath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'string' && plainName.test(step)) return text === '' ? step : `${text}.${step}`;
    return `${text}[${visibleJson(step)}]`;
  }, '');
}
