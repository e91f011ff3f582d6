/**
 * Processor time of this process, in milliseconds: what a file costs to refuse, whatever else the machine is doing.
 * The clock would fail on a loaded machine.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
