import type { ContainerImage } from './container-image.js';
import type { StageState } from './stage-state.js';

/** Whether an instruction is in the shell's form: a text, which a shell gets, rather than a list of words. */
export function isShellForm([shell, flag]: readonly string[]): boolean {
  return shell === '/bin/sh' && flag === '-c';
}

/**
 * An image whose entry point is in the shell's form, as if it were a list of words, where the shell does nothing with them but start a
 * program. It does not get the words of the command. Source: Docker documentation, "Dockerfile reference", "Shell form ENTRYPOINT
 * example".
 */
export function withoutShell(
  image: ContainerImage,
  state: StageState,
): { readonly image: ContainerImage; readonly state: StageState } {
  const words = plainWords(image.entryPoint ?? state.entryPoint);
  if (words === undefined) return { image, state };
  const { entryPoint: _, command: __, ...rest } = image;
  return { image: rest, state: { ...state, entryPoint: words, command: [] } };
}

function plainWords(words: readonly string[]): readonly string[] | undefined {
  const [, , line, ...more] = words;
  if (!isShellForm(words) || line === undefined || more.length > 0) return undefined;
  const command = line.trim().replace(/^exec\s+/, '');
  return /^[\w./=@:+-]+(?:\s+[\w./=@:,+-]+)*$/.test(command) ? command.split(/\s+/) : undefined;
}
