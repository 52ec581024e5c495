import { count } from '../../wording';
import type { Rule } from '../finding-input';

/** Rows that no reading could make sense of: they are in no count, so a count may be short by them. */
export const imports: Rule = {
  codes: ['rows-rejected'],
  *find({ db }) {
    const sources = db.all<{ id: number; name: string; rows: number; rejected: number }>(
      'SELECT id, name, rows, rejected FROM source WHERE rejected > 0 ORDER BY name, sha256',
    );
    for (const { id, name, rows, rejected } of sources) {
      const issues = db.all<{ line: number; code: string; message: string }>(
        "SELECT line, code, message FROM issue WHERE source_id = ? AND severity = 'rejected' ORDER BY line LIMIT 20",
        id,
      );
      const share = rejected / Math.max(rows, 1);
      yield {
        code: 'rows-rejected',
        severity: share > 0.01 && rejected > 10 ? 'medium' : 'low',
        subject: name,
        title: `${count(rejected, 'row')} of ${rows.toLocaleString('en-GB')} could not be read`,
        detail: `They are in no count. The first: line ${issues[0]?.line ?? '?'}: ${issues[0]?.message ?? ''}`,
        evidence: issues.map(({ line }) => ({ file: name, line })),
      };
    }
  },
};
