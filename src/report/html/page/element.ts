/** What an element is made with: attributes, and listeners by the names of their events. */
export interface ElementSettings {
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly on?: { readonly [event in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[event]) => void };
}

/**
 * Makes an element. Children that are texts stay text, whatever stands in them: nothing in the page is ever parsed as HTML.
 * An attribute that is `true` has no value, and one that is `false` or absent is not set.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  settings: ElementSettings = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (settings.class !== undefined) made.className = settings.class;
  setAttributes(made, settings.attributes ?? {});
  for (const [event, listener] of Object.entries(settings.on ?? {})) {
    made.addEventListener(event, listener as EventListener);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function setAttributes(target: Element, attributes: NonNullable<ElementSettings['attributes']>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else target.setAttribute(name, value === true ? '' : String(value));
  }
}

const svg = 'http://www.w3.org/2000/svg';

/** An icon of 16 by 16, drawn by lines in the colour of the text. It says nothing to a screen reader. */
export function icon(path: string, className = 'icon'): SVGElement {
  const made = document.createElementNS(svg, 'svg');
  const line = document.createElementNS(svg, 'path');
  setAttributes(made, { class: className, viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  setAttributes(line, { d: path });
  made.append(line);
  return made;
}
