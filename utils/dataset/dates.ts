/**
 * Dates of reduced precision (ISO 8601: YYYY, YYYY-MM, YYYY-MM-DD), compared as text by the first or last day
 * they may mean.
 */

/** The first day a date may mean, as YYYY-MM-DD. */
export function firstDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** The last day a date may mean, as YYYY-MM-DD. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number);
  return `${date}-${new Date(Date.UTC(year!, month!, 0)).getUTCDate()}`;
}

/** The same day so many years earlier; of a 29 February the day before. */
export function yearsBefore(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  return year + (day.endsWith('-02-29') ? '-02-28' : day.slice(4));
}

/** Whether `date` is a whole day YYYY-MM-DD that the calendar has. */
export function isDay(date: string): boolean {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  return parsed !== null && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
