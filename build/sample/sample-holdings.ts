import type { Cell } from './delimited-text';
import { createRandom, type Random } from './random';
import { recordNumbers } from './record-number';
import { names } from './sample-inventory';
import { dayMs } from './time-text';

type Row = Cell[];

export interface HoldingsTruth {
  a: string;
  b: string;
  dataset: string;
  inA: number;
  inB: number;
  inBoth: number;
  onlyA: string[];
  onlyB: string[];
  duplicatedA: number;
  duplicatedB: number;
  /** Changed records by field and kind. */
  changed: Record<string, Record<string, number>>;
  /** What most of those only in A share. */
  pattern: Record<string, string>;
}

/** Two lists of the same patients, before and after a move between systems, and what went wrong on the way. */
export interface Holdings {
  readonly before: readonly Row[];
  readonly after: readonly Row[];
  /** Old number, new number. */
  readonly crosswalk: readonly (readonly [string, string])[];
  readonly truth: HoldingsTruth;
}

const header = [
  'NHS Number',
  'Family name',
  'Given name',
  'Date of birth',
  'Town',
  'Clinic',
  'Registered at',
  'System',
];
const starts = [
  'Bram',
  'Cold',
  'Elder',
  'Fern',
  'Gorse',
  'Hazel',
  'Ivy',
  'Kestrel',
  'Linden',
  'Marsh',
  'Nettle',
];
const ends = [
  'bank',
  'combe',
  'dale',
  'field',
  'garth',
  'leigh',
  'mere',
  'ridge',
  'stead',
  'thwaite',
  'wicke',
];
const given = [
  'Aurelia',
  'Béatrix',
  'Cosmo',
  'Désirée',
  'Edmund',
  'Florian',
  'Günther',
  'Hester',
  'Isolde',
  'Zoë',
];
const towns = ['Harrowmere', 'Nether Tarn', 'Oxmere', 'Quillford', 'Upper Ellwick'];
const clinics = ['Tarn Wing', 'Mill Wing', 'Orchard Wing', 'Quay Clinic'];
const desks = ['Front desk', 'Ward clerk', 'Walk-in desk'];
const count = 960;
/** The new system's name field was made too short. */
const nameWidth = 10;

export function sampleHoldings(seed: string): Holdings {
  const random = createRandom(`${seed}/holdings`);
  const numbers = recordNumbers(random.fork('numbers'), count + 30);
  const held = numbers.slice(0, count).map((number) => patient(random, number));
  const lost = new Set<string>();
  const pattern = { Clinic: 'Quay Clinic', 'Registered at': 'Walk-in desk' };
  for (const row of held) {
    const matches = row[5] === pattern.Clinic && row[6] === pattern['Registered at'];
    if (random.chance(matches ? 0.62 : 0.006)) lost.add(String(row[0]));
  }
  const changed: HoldingsTruth['changed'] = {};
  const note = (field: string, kind: string) => {
    const kinds = changed[field] ?? {};
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    changed[field] = kinds;
  };
  const crosswalk: (readonly [string, string])[] = [];
  const after: Row[] = [];
  for (const row of held.filter((one) => !lost.has(String(one[0])))) {
    const moved = [...row];
    const fate = random.next();
    if (String(row[1]).length > nameWidth) {
      moved[1] = String(row[1]).slice(0, nameWidth);
      note('Family name', 'truncated');
    }
    if (/[^\p{ASCII}]/u.test(String(row[2])) && random.chance(0.5)) {
      moved[2] = Buffer.from(String(row[2]), 'utf8').toString('latin1');
      note('Given name', 'encoding');
    }
    const swapped = swapDayAndMonth(String(row[3]));
    if (fate < 0.05 && swapped) {
      moved[3] = swapped;
      note('Date of birth', 'date order');
    } else if (fate > 0.97) {
      moved[4] = String(row[4]).toUpperCase();
      note('Town', 'case');
    } else if (fate > 0.955) {
      moved[4] = towns[(towns.indexOf(String(row[4])) + 1) % towns.length];
      note('Town', 'other');
    }
    const renumbered =
      crosswalk.length < 12 && random.chance(0.03) ? numbers[count + crosswalk.length] : undefined;
    if (renumbered) {
      crosswalk.push([String(row[0]), renumbered]);
      moved[0] = renumbered;
    }
    moved[7] = names.pas;
    after.push(moved);
  }
  const twice = random.shuffle(after).slice(0, 4);
  const invented = numbers.slice(count + 20, count + 25).map((number) => patient(random, number));
  for (const row of invented) row[7] = names.pas;
  const twiceBefore = held.filter((row) => !lost.has(String(row[0]))).slice(100, 102);
  const records = held.length - lost.size;
  return {
    before: [header, ...held, ...twiceBefore.map((row) => [...row])],
    after: [header, ...random.shuffle([...after, ...invented, ...twice.map((row) => [...row])])],
    crosswalk,
    truth: {
      a: names.legacy,
      b: names.pas,
      dataset: 'Patient demographics',
      inA: held.length,
      inB: records + invented.length,
      inBoth: records,
      onlyA: [...lost].sort(),
      onlyB: invented.map((row) => String(row[0])).sort(),
      duplicatedA: twiceBefore.length,
      duplicatedB: twice.length,
      changed,
      pattern,
    },
  };
}

function patient(random: Random, number: string): Row {
  const born = new Date(Date.UTC(1931, 0, 1) + random.integer(0, 29_000) * dayMs).toISOString().slice(0, 10);
  const family = random.pick(starts) + random.pick(ends);
  return [
    number,
    family,
    random.pick(given),
    born,
    random.pick(towns),
    random.pick(clinics),
    random.pick(desks),
    names.legacy,
  ];
}

/** Null where the swapped date is no date, or the same. */
function swapDayAndMonth(date: string): string | null {
  const [year, month, day] = date.split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : null;
}
