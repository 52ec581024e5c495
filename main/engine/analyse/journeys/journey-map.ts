import type { LineageGraph } from '../../../../shared/model/lineage-graph';
import type { OpenCase } from '../../store/case-file';
import { systemNameById } from '../../store/names/keep-names';
import { journeyGraph } from './journey-graph';
import { journeys } from './journeys';

/**
 * The steps of records' journeys as a map: the directly-follows graph. In a case with logs of interfaces
 * only, whose words are all "sent" and "received", each system's words are steps of their own, in its frame.
 */
export function journeyMap({ db }: OpenCase): LineageGraph {
  const hasSteps = db.get("SELECT 1 FROM activity WHERE kind = 'step' LIMIT 1") !== undefined;
  const systems = hasSteps ? [] : [...systemNameById(db)].map(([, name]) => name);
  return journeyGraph(journeys(db, { bySystem: !hasSteps }), systems);
}
