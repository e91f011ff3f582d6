const DAY = 86_400_000;

/** The serial number (1900 system) of an ISO 8601 date as `t="d"` cells hold it; undefined when it is none. */
export function isoSerial(text: string): number | undefined {
  const parts = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (parts === null || text.trim() === '') return undefined;
  const [, year, month, day, hours, minutes, seconds] = parts;
  const time = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
  if (year === undefined) return time / 86_400;
  const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - Date.UTC(1899, 11, 30)) / DAY;
  // Excel believes that 29 February 1900 existed.
  return (days < 61 ? days - 1 : days) + time / 86_400;
}
