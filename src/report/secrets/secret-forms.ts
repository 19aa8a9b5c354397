/** What is shorter than this, in a form that is not the secret itself, stands in too many texts by chance. */
const SHORTEST_FORM = 4;
/** The same for base64, whose characters say little each. */
const SHORTEST_BASE64 = 6;

/**
 * The forms that a secret takes in what is printed and returned: as it is, each of its lines, and both as they stand in
 * JSON, in JSON within JSON, in a URL, in XML, in a command line and in base64. The runner masks these forms in the log, and
 * drops a job output that has one of them (its `HostContext.cs` and `ValueEncoders.cs`).
 */
export function secretForms(secret: string): string[] {
  const lines = /[\r\n]/.test(secret) ? secret.split(/[\r\n]+/).map((line) => line.trim()) : [];
  const forms = [secret, ...lines].flatMap((text) => [
    text,
    ...encodings.flatMap((encode) => encode(text)).filter(({ length }) => length >= SHORTEST_FORM),
  ]);
  return [...new Set(forms)].filter((form) => form === secret || form.length >= SHORTEST_FORM);
}

const encodings: readonly ((text: string) => readonly string[])[] = [
  inJson,
  inUrl,
  inBase64,
  (text) => [text.replaceAll(/[<>"'&]/g, (character) => xmlEntities[character] ?? character)],
  (text) => [text.replaceAll('"', '\\"'), text.replaceAll("'", "''")],
  (text) => (text.length > 8 && text.startsWith('"') && text.endsWith('"') ? [text.slice(1, -1)] : []),
];

const xmlEntities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
};

/** As the writers of JSON escape it: some write all but ASCII as escapes, some what HTML gives a meaning, some slashes. */
function inJson(text: string): string[] {
  const plain = jsonEscaped(text);
  const ascii = plain.replaceAll(/[^ -~]/g, unicodeEscape);
  const html = plain.replaceAll(/[<>&]/g, unicodeEscape);
  const slashes = plain.replaceAll('/', '\\/');
  return [plain, ascii, html, slashes, jsonEscaped(plain), jsonEscaped(ascii)];
}

function jsonEscaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Percent-encoded, as JavaScript, as RFC 3986 and as a form has it, in both cases of the digits. */
function inUrl(text: string): string[] {
  const encoded = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
  const strict = encoded.replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const form = strict.replaceAll('%20', '+');
  const lower = (url: string): string => url.replaceAll(/%[\dA-F]{2}/g, (digits) => digits.toLowerCase());
  return [encoded, strict, form].flatMap((url) => [url, lower(url)]);
}

/** What stays the same of it in base64, whatever stands before and after it; in the alphabet of URLs too. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2]
    .map((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      const isWhole = (shift + bytes.length) % 3 === 0;
      return encoded.slice(shift === 0 ? 0 : shift + 1, isWhole ? undefined : -1);
    })
    .filter(({ length }) => length >= SHORTEST_BASE64)
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
