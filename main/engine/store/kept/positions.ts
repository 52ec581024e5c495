import type { Positions } from '../../../../shared/diagram/scene';
import { ExpectedFailure } from '../../expected-failure';
import type { Database } from '../database';

/** Where cards stand at one level and grouping. */
export function readPositions(db: Database, level: string, grouping: string): Positions {
  const found: Record<string, Positions[string]> = Object.create(null);
  for (const row of db.all<{ node_id: string; x: number; y: number; is_pinned: number }>(
    'SELECT node_id, x, y, is_pinned FROM position WHERE level = ? AND grouping = ?',
    level,
    grouping,
  )) {
    found[row.node_id] = { x: row.x, y: row.y, isPinned: row.is_pinned === 1 };
  }
  return found;
}

/**
 * Keeps positions. While an import holds the case they cannot be written; a drawing is never worth an
 * error then: the same layout is worked out again next time.
 */
export function writePositions(db: Database, level: string, grouping: string, positions: Positions): void {
  try {
    db.transaction(() => {
      for (const [nodeId, { x, y, isPinned }] of Object.entries(positions)) {
        db.run(
          `INSERT INTO position (level, grouping, node_id, x, y, is_pinned) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET x = excluded.x, y = excluded.y, is_pinned = excluded.is_pinned`,
          level,
          grouping,
          nodeId,
          x,
          y,
          isPinned ? 1 : 0,
        );
      }
    });
  } catch (error) {
    const isPassing =
      error instanceof ExpectedFailure && (error.code === 'locked' || error.code === 'unreadable');
    if (!isPassing) throw error;
  }
}

/** Forgets positions, so that the next picture is laid out afresh. */
export function forgetPositions(db: Database, level: string, grouping: string, keepPinned: boolean): void {
  db.transaction(() => {
    db.run(
      'DELETE FROM position WHERE level = ? AND grouping = ? AND (is_pinned = 0 OR ? = 0)',
      level,
      grouping,
      keepPinned ? 1 : 0,
    );
  });
}
