const percentFormat = new Intl.NumberFormat(undefined, { style: 'percent' });
const secondsFormat = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const hourUnit = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'hour' });
const secondUnit = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second' });
const minuteUnit = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'minute' });
const unitList = new Intl.ListFormat(undefined, { type: 'unit', style: 'narrow' });
const clockFormat = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const hourFormat = new Intl.DateTimeFormat(undefined, { hour: 'numeric' });
const stampFormat = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
});
const dayFormat = new Intl.DateTimeFormat(undefined, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** A share in words, in steps of 5 %: finer steps would claim more than a face gives away. */
export function roughShare(share: number): string {
  return percentFormat.format(Math.round(share * 20) / 20);
}

export function count(value: number): string {
  return secondsFormat.format(value);
}

/** "3 hr 20 min", and "40 sec" below a minute, so that short times add up. */
export function duration(seconds: number): string {
  if (seconds < 59.5) return secondUnit.format(Math.round(seconds));
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return minuteUnit.format(rest);
  if (rest === 0) return hourUnit.format(hours);
  return unitList.format([hourUnit.format(hours), minuteUnit.format(rest)]);
}

export const clock = (at: number): string => clockFormat.format(at);
export const hour = (at: number): string => hourFormat.format(at);
export const stamp = (at: number): string => stampFormat.format(at);
export const dayName = (at: number): string => dayFormat.format(at);
