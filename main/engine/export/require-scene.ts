import type { Scene } from '../../../shared/diagram/scene';
import type { LineageGraph } from '../../../shared/model/lineage-graph';
import type { ExportInput } from './exporter';

/** The map of an input whose view is `map`; its absence is the caller's mistake. */
export function requireScene(input: ExportInput): Scene {
  if (input.scene === undefined) throw new Error(`A picture needs a scene; the view ${input.view} has none.`);
  return input.scene;
}

export function requireGraph(input: ExportInput): LineageGraph {
  if (input.graph === undefined)
    throw new Error(`This format needs a graph; the view ${input.view} has none.`);
  return input.graph;
}
