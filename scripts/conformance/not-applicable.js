/** The heading of docs/fidelity.md under which the cases stand that do not apply. */
const heading = '### Not applicable';

/**
 * The cases that the table under that heading lists, each with its reason.
 * @param {string} markdown
 * @returns {Map<number, string>}
 */
export function notApplicable(markdown) {
  const section = markdown.split(`\n${heading}\n`)[1];
  if (section === undefined) throw new Error(`docs/fidelity.md has no "${heading}".`);
  const cases = new Map();
  for (const row of section.split(/\n#+ /)[0].matchAll(/^\| (C\d+(?:, C\d+)*) \|.*\| (.+) \|$/gm)) {
    for (const name of row[1].split(', ')) cases.set(Number(name.slice(1)), row[2]);
  }
  return cases;
}
