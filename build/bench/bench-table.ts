import { isKept, type Measurement, ratioOf } from './bench';

/** The measurements as lines of aligned text. */
export function benchTable(measurements: readonly Measurement[]): string {
  const rows = [
    ['measured', 'here', 'rival', 'ratio', 'promised', 'kept'],
    ...measurements.map((one) => [
      one.what,
      one.value === null ? 'not measured' : amount(one.value, one.unit),
      one.rival ? `${amount(one.rival.value, one.unit)} ${one.rival.name}` : '',
      ratioOf(one)?.toFixed(2) ?? '',
      promised(one),
      { true: 'yes', false: 'NO', null: '' }[String(isKept(one)) as 'true' | 'false' | 'null'],
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  const notes = measurements.flatMap((one) => (one.note ? [`  ${one.what}: ${one.note}`] : []));
  return [...lines, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}

function promised({ promise, unit }: Measurement): string {
  if (!promise) return '';
  return promise.of === 'ratio'
    ? `ratio at most ${promise.atMost}`
    : `at most ${amount(promise.atMost, unit)}`;
}

function amount(value: number, unit: Measurement['unit']): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return unit === 'estates' ? `${value}` : `${value.toFixed(digits)} ${unit}`;
}
