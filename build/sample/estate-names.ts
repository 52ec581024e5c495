import type { Random } from './random';

/** The parts that systems play in a made-up estate. */
export const roles = [
  'pas',
  'engine',
  'record',
  'laboratory',
  'radiology',
  'letters',
  'practiceA',
  'practiceB',
  'register',
  'warehouse',
  'reporting',
  'platform',
  'research',
] as const;
export type Role = (typeof roles)[number];

/** Invented places; none names a real organisation. */
const places = [
  'Ellwick',
  'Thornhythe',
  'Sallowmere',
  'Dunfeld',
  'Wrenhaugh',
  'Orrinsay',
  'Maplegarth',
  'Fenwold',
];
const suppliers = ['Quillstone Software', 'Lapwing & Moss', 'Tidemill Systems', 'Grebe Health Computing'];

const titles: Readonly<Record<Role, readonly string[]>> = {
  pas: ['PAS', 'Patient Index', 'Admissions'],
  engine: ['Interface Engine', 'Message Broker', 'Integration Hub'],
  record: ['EPR', 'Clinical Record', 'Patient Chart'],
  laboratory: ['Pathology LIMS', 'Blood Sciences', 'Laboratory'],
  radiology: ['Imaging', 'RIS', 'X-Ray'],
  letters: ['Correspondence', 'Letter Service', 'Document Router'],
  practiceA: ['Practice System North', 'Surgery Record One', 'Primary Care East'],
  practiceB: ['Practice System South', 'Surgery Record Two', 'Primary Care West'],
  register: ['Objection Register', 'Consent Store', 'Choices Service'],
  warehouse: ['Warehouse', 'Reporting Store', 'Data Mart'],
  reporting: ['Dashboards', 'Board Reports', 'Statistics'],
  platform: ['Sharing Platform', 'Shared Record', 'Cloud Exchange'],
  research: ['Research Copy', 'Trials Feed', 'Analytics Feed'],
};

/** Commas, ampersands, quotes and letters outside ASCII, where a name has to survive quoting and encodings. */
const awkward: Partial<Readonly<Record<Role, string>>> = {
  laboratory: 'Pathology, Blood & Tissue',
  letters: 'Lettres "Été" Router',
  register: 'Répertoire of Choices',
};

export interface EstateNames {
  readonly system: Readonly<Record<Role, string>>;
  readonly trust: string;
  readonly supplier: (random: Random) => string;
  readonly extra: (index: number) => readonly [string, string];
}

export function estateNames(random: Random, areAwkward: boolean): EstateNames {
  const place = random.pick(places);
  const system = Object.fromEntries(
    roles.map((role) => {
      const name = random.pick(titles[role]);
      const isLocal = random.chance(0.4);
      const plain = isLocal ? `${place} ${name}` : name;
      return [role, (areAwkward ? awkward[role] : undefined) ?? plain];
    }),
  ) as Record<Role, string>;
  return {
    system,
    trust: `${place} Hospitals`,
    supplier: (from) => from.pick(suppliers),
    extra: (index) => [`Ward System ${index + 1}`, `Ward Store ${index + 1}`],
  };
}
