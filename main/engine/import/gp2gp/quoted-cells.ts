/** The cells of one CSV line (RFC 4180, comma); null where a quote is never closed. */
export function quotedCells(line: string): string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let cell = '';
      at += 1;
      for (;;) {
        const end = line.indexOf('"', at);
        if (end === -1) return null;
        cell += line.slice(at, end);
        at = end + 1;
        if (line[at] !== '"') break;
        cell += '"';
        at += 1;
      }
      const next = line.indexOf(',', at);
      cells.push(cell.trim());
      if (next === -1) return cells;
      at = next + 1;
    } else {
      const next = line.indexOf(',', at);
      cells.push(line.slice(at, next === -1 ? undefined : next).trim());
      if (next === -1) return cells;
      at = next + 1;
    }
  }
}
