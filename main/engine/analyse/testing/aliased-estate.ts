import { type Line, logText } from './small-logs';

/** One system and everything that sources call it. */
export interface AliasedSystem {
  readonly name: string;
  readonly code: string;
  readonly short: string;
  readonly aliases: readonly string[];
}

export const aliasedSystems = [
  { name: 'Patient Administration', code: 'SYS-01', short: 'PAS', aliases: ['PADM', 'Old Mill PAS'] },
  { name: 'Trust Integration Engine', code: 'SYS-02', short: 'TIE', aliases: ['Rhapsody'] },
  { name: 'Ward & Theatre', code: 'SYS-03', short: 'W&T', aliases: ['Theatres'] },
  { name: 'Köln Labor', code: 'SYS-04', short: 'LAB', aliases: ['Path lab'] },
] as const satisfies readonly AliasedSystem[];

/** Spellings of a listed name that nobody has to state. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  'Patient Administration': [
    'PATIENT-ADMINISTRATION',
    'patient administration system',
    'PatientAdministration',
  ],
  'Trust Integration Engine': ['trust_integration_engine', 'Trust Integration Engine (live)'],
  'Ward & Theatre': ['Ward and Theatre', 'ward_theatre', 'Ward und Theatre'],
  'Köln Labor': ['Koeln Labor', 'Koln labor'],
};

/** Every name of a system, the listed one first. */
export const namesOfSystem = ({ name, code, short, aliases }: AliasedSystem): readonly string[] => [
  name,
  code,
  short,
  ...aliases,
  ...(spellings[name] ?? []),
];

/** Which name is used where: one is drawn for each place from a list of numbers. */
export interface AliasedEstate {
  readonly files: Readonly<Record<string, string>>;
  /** By flow, under the listed names: how many were sent, and which never arrived. */
  readonly flows: Readonly<Record<string, { readonly sent: number; readonly lost: readonly string[] }>>;
}

const hops = [
  [0, 1],
  [1, 2],
  [3, 1],
  [1, 0],
] as const;
const perHop = 40;

/**
 * An inventory with columns of names, a register of flows, and a log a system, each of which calls every
 * system as `draw` says. Known answers: every seventh message of the second flow is
 * lost, but for the last.
 */
export function aliasedEstate(draw: (choices: number) => number): AliasedEstate {
  const pick = (index: number): string => {
    const names = namesOfSystem(aliasedSystems[index] as AliasedSystem);
    return names[draw(names.length)] ?? '';
  };
  const lines = aliasedSystems.map((): Line[] => []);
  const flows: Record<string, { sent: number; lost: string[] }> = {};
  for (const [hop, [from, to]] of hops.entries()) {
    const lost: string[] = [];
    for (let i = 0; i < perHop; i += 1) {
      const message = `h${hop}-${i}`;
      const minute = i * 30 + hop;
      lines[from]?.push([minute, pick(from), 'sent', pick(to), message, `R${i}`]);
      // The last messages could still arrive: they are not lost yet.
      if (hop === 1 && i % 7 === 3 && i < 35) lost.push(message);
      else lines[to]?.push([minute + 5, pick(to), 'received', pick(from), message, `R${i}`]);
    }
    flows[`${aliasedSystems[from].name} > ${aliasedSystems[to].name}`] = { sent: perHop, lost };
  }
  const inventory = aliasedSystems.map(({ name, code, short, aliases }) =>
    [name, code, short, aliases.join('; '), 'The Trust'].join(','),
  );
  const register = hops.map(([from, to]) => [pick(from), pick(to), 'Results', 'live', '60'].join(','));
  return {
    flows,
    files: {
      'systems.csv': ['Name,Code,Short name,Aliases,Owner', ...inventory, ''].join('\n'),
      'flows.csv': ['Source,Destination,Dataset,Status,Max delay (minutes)', ...register, ''].join('\n'),
      ...Object.fromEntries(
        lines.map((own, index) => [
          `log-${index}.csv`,
          logText([...own].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))),
        ]),
      ),
    },
  };
}
