/** Hours of training and service are whole hundredths of an hour, so that sums are exact. */
export type Hours = number;

/** Hundredths for an amount of hours with at most two decimals; undefined for anything else. */
export function parseHours(text: string): Hours | undefined {
  const parts = /^(-?)(\d{1,5})(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!parts) return undefined;
  const hundredths = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'));
  return parts[1] === '-' ? -hundredths : hundredths;
}

/** `150` -> `1.5`, `1200` -> `12`. */
export const formatHours = (hours: Hours): string => String(hours / 100);
