import { parseXML } from '@aws-sdk/xml-builder';
import type { Json, Members } from '../aws-call.js';
import type { Member, ServiceModel, StructureShape } from '../models/service-model.js';
import { isMembers, membersOf, shapeOf } from './shapes.js';
import { readText, writeText } from './text-values.js';

/** An element as the SDK's parser gives it: its text, or its attributes and children by their names. */
type XmlNode = string | readonly XmlNode[] | { readonly [name: string]: XmlNode };

/**
 * The content of the root element of an XML text; an empty one where the text is empty.
 * @throws where it is no XML
 */
export function parseRoot(text: string): XmlNode {
  if (text.trim() === '') return '';
  const document = parseXML(text) as Record<string, XmlNode>;
  const [root = ''] = Object.entries(document).flatMap(([name, value]) => (name.startsWith('?') ? [] : [value]));
  return root;
}

/** The child of an element by its name; `undefined` where it has none, or has several. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return typeof node === 'object' && !Array.isArray(node) && Object.hasOwn(node, name)
    ? (node as Record<string, XmlNode>)[name]
    : undefined;
}

/** The text of an element. */
export function textOf(node: XmlNode | undefined): string | undefined {
  if (typeof node === 'string') return node;
  return node === undefined ? undefined : textOf(childOf(node, '#text'));
}

/**
 * The members of a structure in an element.
 * @param only which of them are in the body; by default all
 */
export function readXml(
  model: ServiceModel,
  shape: StructureShape,
  node: XmlNode,
  only = (_: Member) => true,
): Members {
  const found: Record<string, Json> = {};
  for (const [name, member] of membersOf(shape)) {
    if (!only(member)) continue;
    const inner = childOf(node, elementName(model, name, member));
    if (inner !== undefined) found[name] = readValue(model, member, inner);
  }
  return found;
}

/** What the element of a member is called: a flattened list may give the name to its items (botocore's models do). */
function elementName(model: ServiceModel, name: string, member: Member): string {
  const shape = shapeOf(model, member);
  const isFlat = shape.type === 'list' && (member.flattened ?? shape.flattened);
  return (isFlat ? (shape.member.locationName ?? member.locationName) : member.locationName) ?? name;
}

function readValue(model: ServiceModel, member: Member, node: XmlNode): Json {
  const shape = shapeOf(model, member);
  switch (shape.type) {
    case 'structure':
      return readXml(model, shape, node);
    case 'list': {
      const items = (member.flattened ?? shape.flattened) ? node : childOf(node, shape.member.locationName ?? 'member');
      return several(items).map((item) => readValue(model, shape.member, item));
    }
    case 'map': {
      const entries = (member.flattened ?? shape.flattened) ? node : childOf(node, 'entry');
      const found: Record<string, Json> = {};
      for (const entry of several(entries)) {
        const key = textOf(childOf(entry, shape.key.locationName ?? 'key'));
        const value = childOf(entry, shape.value.locationName ?? 'value');
        if (key !== undefined && value !== undefined) found[key] = readValue(model, shape.value, value);
      }
      return found;
    }
    default:
      return readText(shape, textOf(node) ?? '');
  }
}

function several(node: XmlNode | undefined): readonly XmlNode[] {
  if (node === undefined) return [];
  return Array.isArray(node) ? node : [node as XmlNode];
}

/** An element of XML, with content that is XML already. */
export function element(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${content}</${name.split(' ', 1)[0]}>`;
}

/** Text as it stands in an element or an attribute. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these.
  return text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd').replaceAll(/[&<>"\r\u0085\u2028]/g, (character) => {
    const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    return named[character] ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
  });
}

/** The content of an element that has the members of a structure: the reverse of {@link readXml}. */
export function writeXml(
  model: ServiceModel,
  shape: StructureShape,
  members: Members,
  only = (_: Member) => true,
): string {
  return membersOf(shape)
    .filter(([, member]) => only(member) && !member.xmlAttribute)
    .map(([name, member]) => {
      const value = members[name];
      return value === undefined || value === null
        ? ''
        : writeElement(model, elementName(model, name, member), member, value);
    })
    .join('');
}

/** The element of a member; several of them for a flattened list or map. */
export function writeElement(model: ServiceModel, name: string, member: Member, value: Json): string {
  const shape = shapeOf(model, member);
  switch (shape.type) {
    case 'structure': {
      const members = isMembers(value) ? value : {};
      return element(name, writeXml(model, shape, members), attributesOf(shape, members, member));
    }
    case 'list': {
      const items = Array.isArray(value) ? (value as readonly Json[]) : [];
      const isFlat = member.flattened ?? shape.flattened;
      const itemName = isFlat ? name : (shape.member.locationName ?? 'member');
      const written = items.map((item) => writeElement(model, itemName, shape.member, item)).join('');
      return isFlat ? written : element(name, written);
    }
    case 'map': {
      const entries = Object.entries(isMembers(value) ? value : {}).map(
        ([key, item]) =>
          element(shape.key.locationName ?? 'key', escapeXml(key)) +
          writeElement(model, shape.value.locationName ?? 'value', shape.value, item),
      );
      if (member.flattened ?? shape.flattened) return entries.map((entry) => element(name, entry)).join('');
      return element(name, entries.map((entry) => element('entry', entry)).join(''));
    }
    default:
      return element(name, escapeXml(writeText(shape, member, value, 'iso8601')));
  }
}

/** The attributes of an element: members that are written so, and the namespace of their prefix. */
function attributesOf(shape: StructureShape, members: Members, { xmlNamespace }: Member): string {
  const space = xmlNamespace ?? shape.xmlNamespace;
  const declared =
    space === undefined
      ? ''
      : ` xmlns${space.prefix === undefined ? '' : `:${space.prefix}`}="${escapeXml(space.uri)}"`;
  return membersOf(shape)
    .filter(([name, member]) => member.xmlAttribute && members[name] !== undefined)
    .reduce(
      (all, [name, member]) => `${all} ${member.locationName ?? name}="${escapeXml(String(members[name]))}"`,
      declared,
    );
}
