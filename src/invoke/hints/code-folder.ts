import { displayFolder, displayPath } from '../../diagnostics/display-path.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';

/** How a message names the place of a function's code. */
export function codeFolder({ code }: Pick<LambdaFunction, 'code'>, taskRoot: string): string {
  if (code.kind === 'zip') return displayPath(code.file);
  return displayFolder(code.kind === 'folder' ? code.folder : taskRoot, "the service's folder");
}
