/** `INIT_START`, as text and as JSON. It tells a person nothing, since the runtime's version in it is not AWS's. */
const initStart = /^(?:INIT_START |\{.*"type":"platform\.initStart")/;

const platformLine = /^(?:(?:START|END|REPORT) RequestId: |INIT_(?:START|REPORT) |\{.*"type":"platform\.\w+")/;

/** Whether a line of the platform is one that a terminal does not show. */
export function isLeftOutInTerminal(line: string): boolean {
  return initStart.test(line);
}

/** Whether a line of a log looks like one of the platform. */
export function looksLikePlatform(line: string): boolean {
  return platformLine.test(line);
}
