/** The time that the processors have worked for this process, in ms. Other work of the machine does not lengthen it. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
