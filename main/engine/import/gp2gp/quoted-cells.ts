/** The cells of one CSV line (RFC 4180); null where a quote is never closed, or closed within a cell. */
export function quotedCells(line: string, delimiter = ','): string[] | null {
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
      const next = line.indexOf(delimiter, at);
      if (line.slice(at, next === -1 ? undefined : next).trim() !== '') return null;
      cells.push(cell.trim());
      if (next === -1) return cells;
      at = next + 1;
    } else {
      const next = line.indexOf(delimiter, at);
      cells.push(line.slice(at, next === -1 ? undefined : next).trim());
      if (next === -1) return cells;
      at = next + 1;
    }
  }
}
