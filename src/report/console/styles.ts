/** Adds colours to texts, or leaves them unchanged. */
export interface Styles {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly notice: (text: string) => string;
  readonly success: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** The codes that switch a style on and off again (ECMA-48, "Select Graphic Rendition"). */
const codes: Readonly<Record<keyof Styles, readonly [on: number, off: number]>> = {
  error: [31, 39],
  warning: [33, 39],
  notice: [36, 39],
  success: [32, 39],
  faint: [2, 22],
};

/** The styles for text on a stream. */
export function stylesFor(hasColour: boolean): Styles {
  const style =
    ([on, off]: readonly [number, number]) =>
    (text: string) =>
      hasColour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    error: style(codes.error),
    warning: style(codes.warning),
    notice: style(codes.notice),
    success: style(codes.success),
    faint: style(codes.faint),
  };
}
