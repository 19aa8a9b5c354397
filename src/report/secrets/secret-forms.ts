/** A derived form that is shorter than this does not count: too many texts contain it by chance. */
const SHORTEST_FORM = 4;
/** The same for base64, each of whose characters carries fewer bits. */
const SHORTEST_BASE64 = 6;

/**
 * The forms that a secret can take in output: itself and each of its lines, both without blanks around them too, and all of these
 * as written in JSON, in JSON within JSON, in a URL, in XML, on a command line and in base64. The runner masks these forms in the log, and drops a job output
 * that contains one of them (its `HostContext.cs` and `ValueEncoders.cs`).
 */
export function secretForms(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  const forms = [secret, secret.trim(), ...lines].flatMap((text) => [
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

/** As different JSON writers escape it: some escape all but ASCII, some the special characters of HTML, some slashes. */
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

/** Percent-encoded as by JavaScript, by RFC 3986 and in a form, each with upper-case and lower-case digits. */
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

/** The parts of its base64 that are the same whatever comes before and after it; in the URL-safe alphabet too. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2]
    .flatMap((shift) => {
      const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .replace(/=+$/, '');
      const isWhole = (shift + bytes.length) % 3 === 0;
      const from = shift === 0 ? 0 : shift + 1;
      // The runner leaves the last character out of a form that is whole, too.
      return isWhole ? [encoded.slice(from), encoded.slice(from, -1)] : [encoded.slice(from, -1)];
    })
    .filter(({ length }) => length >= SHORTEST_BASE64)
    .flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
