import type { System } from '../../../../shared/model/estate';
import type { CardLine, LineageNode } from '../../../../shared/model/lineage-graph';
import { ownerOf } from '../ownership/ownership';

/** What stands on a system's card: the owner always, then where it is and who supplies it. */
export function cardLines(system: System): readonly CardLine[] {
  const owner = ownerOf(system);
  const lines: CardLine[] = [
    owner.name === null
      ? { label: 'Owner', text: owner.state, state: owner.state === 'missing' ? 'missing' : 'not recorded' }
      : { label: 'Owner', text: owner.name, state: owner.state === 'conflicting' ? 'conflicting' : 'known' },
  ];
  for (const [label, stated] of [
    ['Site', system.site],
    ['Supplier', system.supplier],
  ] as const) {
    if (stated.state === 'present') lines.push({ label, text: stated.value ?? '', state: 'known' });
    if (stated.state === 'conflicting') {
      const text = [...new Set(stated.claims.map((c) => c.value))].join(' | ');
      lines.push({ label, text, state: 'conflicting' });
    }
  }
  return lines;
}

/** Marks on a system's card, worst first, each in words. */
export function flagsOf(system: System, asOf: string | null): LineageNode['flags'] {
  const flags: { severity: 'high' | 'medium' | 'low'; text: string }[] = [];
  const owner = ownerOf(system);
  if (!system.isDeclared) flags.push({ severity: 'medium', text: 'Not in the inventory' });
  else if (owner.state === 'missing') flags.push({ severity: 'high', text: 'No owner' });
  else if (owner.state === 'conflicting') flags.push({ severity: 'high', text: 'Owners conflict' });
  const end = system.endOfLife.value;
  if (end !== null) {
    const isPast = asOf !== null && /^\d{4}-\d{2}-\d{2}/.test(end) && end.slice(0, 10) < asOf.slice(0, 10);
    flags.push({
      severity: isPast ? 'high' : 'low',
      text: isPast ? `Past end of life ${end}` : `End of life ${end}`,
    });
  }
  for (const control of system.controls) {
    if (control.state === 'absent') flags.push({ severity: 'medium', text: `No ${control.kind}` });
    if (control.state === 'conflicting')
      flags.push({ severity: 'low', text: `${control.kind}: sources differ` });
  }
  return flags;
}
