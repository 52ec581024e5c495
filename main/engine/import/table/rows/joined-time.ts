/** A date and a time of day from two cells as one text. */
export function joinedTime(date: string, time: string): string {
  const day = date.trim().replace(/[T ]00:00:00(\.0+)?$/, '');
  if (day === '' || time.trim() === '') return '';
  // A spreadsheet's time of day may carry the day that spreadsheets count from.
  const ofDay = time.trim().replace(/^(1899-12-3[01]|1900-01-0[01]|30\/12\/1899|31\/12\/1899)[T ]/, '');
  return /^\d{4}(\d{2})?$/.test(ofDay)
    ? `${day} ${ofDay.replace(/(\d{2})(?=\d)/g, '$1:')}`
    : `${day} ${ofDay}`;
}
