/** An ArchiMate model as both of its file formats state it, before it is read as lineage. */
export interface ArchiElement {
  readonly id: string;
  /** Without prefix: "ApplicationComponent". */
  readonly type: string;
  readonly name: string;
  readonly documentation: string | null;
  readonly properties: readonly (readonly [key: string, value: string])[];
  readonly line: number;
}

export interface ArchiRelation {
  readonly id: string;
  /** Without prefix and "Relationship": "Flow", "Access". */
  readonly type: string;
  readonly source: string;
  readonly target: string;
  readonly name: string | null;
  readonly access: 'reads' | 'writes' | 'reads and writes' | 'accesses';
  readonly documentation: string | null;
  readonly properties: readonly (readonly [key: string, value: string])[];
  readonly line: number;
}

export interface ArchiModel {
  readonly elements: Map<string, ArchiElement>;
  readonly relations: Map<string, ArchiRelation>;
}

/** ArchiMate 2 names of what ArchiMate 3 calls otherwise (spec 3.0, appendix E). */
const renamed: Readonly<Record<string, string>> = {
  InfrastructureService: 'TechnologyService',
  InfrastructureFunction: 'TechnologyFunction',
  InfrastructureInterface: 'TechnologyInterface',
  CommunicationPath: 'Path',
  Network: 'CommunicationNetwork',
  UsedBy: 'Serving',
  Realisation: 'Realization',
  Specialisation: 'Specialization',
  AndJunction: 'Junction',
  OrJunction: 'Junction',
};

export function typeName(written: string): string {
  const bare = written.slice(written.indexOf(':') + 1).replace(/Relationship$/, '');
  return Object.hasOwn(renamed, bare) ? (renamed[bare] ?? bare) : bare;
}
