/** What stands before the source of a part in its file, which is a function: it is compiled as it is read, without another copy. */
export const partHead = '(function (exports, require, module, __filename, __dirname, importModule) {';

/** The file of a part with this source, CommonJS, which may import modules by `importModule` too. */
export function partOf(source: string): string {
  return `${partHead}${source}\n})`;
}
