/**
 * Characters that XML 1.0 can't contain: controls, unpaired surrogates, U+FFFE and U+FFFF. Source: Extensible Markup
 * Language (XML) 1.0, production 2 (`Char`).
 */
const notInXml = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** One element, with its content indented below it. */
export interface XmlElement {
  readonly name: string;
  /** Attributes that are `undefined` are left out. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly content?: string | readonly XmlElement[];
}

/** The first line of a document of XML 1.0 in UTF-8. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A document. It is well-formed whatever its texts contain, and no text can begin or end an element. */
export function xmlDocument(root: XmlElement): string {
  return xmlDeclaration + elementText(root, '');
}

/** The start tag of an element that is written piece by piece, on a line of its own. */
export function startTag(element: Pick<XmlElement, 'name' | 'attributes'>, indent: string): string {
  return `${startOf(element, indent)}>\n`;
}

/** One element on lines of its own, each of them indented. */
export function elementText(element: XmlElement, indent: string): string {
  const { name, content = [] } = element;
  const start = startOf(element, indent);
  if (content.length === 0) return `${start}/>\n`;
  if (typeof content === 'string') return `${start}>${escapeText(content)}</${name}>\n`;
  return `${start}>\n${content.map((child) => elementText(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

function startOf({ name, attributes = {} }: Pick<XmlElement, 'name' | 'attributes'>, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  );
  return `${indent}<${name}${written.join('')}`;
}

/** Escapes `>` too, since a text must not contain `]]>`, and carriage returns, which would be read as line feeds. */
function escapeText(text: string): string {
  return text
    .replaceAll(notInXml, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** Escapes line breaks and tabs too, which would be read as blanks. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
