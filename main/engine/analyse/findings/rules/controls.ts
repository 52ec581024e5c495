import type { Control, System } from '../../../../../shared/model/estate';
import type { ControlKind, Severity } from '../../../../../shared/model/vocabulary';
import { controlKinds } from '../../../../../shared/model/vocabulary';
import { linesOf } from '../../evidence-lines';
import { capital, list } from '../../wording';
import type { Rule } from '../finding-input';

const severityOf: Readonly<Record<ControlKind, Severity>> = {
  backup: 'high',
  logging: 'high',
  reconciliation: 'medium',
  monitoring: 'medium',
};
const means: Readonly<Record<ControlKind, string>> = {
  backup: 'What is lost there cannot be brought back.',
  logging: 'What happened there cannot be shown afterwards.',
  reconciliation: 'Nobody compares what was sent with what arrived, so a loss is not noticed.',
  monitoring: 'Nobody is told when it stops.',
};

/** Backup, logging, reconciliation and monitoring: present, absent, not recorded and disputed kept apart. */
export const controls: Rule = {
  codes: [...controlKinds.map((kind) => `no-${kind}`), 'control-conflict', 'controls-not-recorded'],
  *find({ estate }) {
    const nameOf = (id: System['id']): string => estate.systems.get(id)?.name ?? '';
    const subjects = [
      ...[...estate.systems.values()].map((s) => ({ name: s.name, controls: s.controls })),
      ...[...estate.flows.values()].map((f) => ({
        name: `${nameOf(f.from)} > ${nameOf(f.to)}`,
        controls: f.controls,
      })),
    ];
    for (const { name, controls: own } of subjects) {
      for (const control of own) {
        if (control.state === 'absent') yield absent(name, control);
        if (control.state === 'conflicting') yield disputed(name, control);
      }
    }
    for (const system of estate.systems.values()) {
      if (!system.isDeclared) continue;
      const unsaid = controlKinds.filter((kind) => {
        const control = system.controls.find((one) => one.kind === kind);
        return kind === 'monitoring'
          ? control?.state === 'not recorded'
          : !control || control.state === 'not recorded';
      });
      if (unsaid.length === 0) continue;
      const asked = system.controls.filter((one) => unsaid.includes(one.kind));
      yield {
        code: 'controls-not-recorded',
        severity: 'information',
        subject: system.name,
        title: `${capital(list(unsaid))} ${unsaid.length === 1 ? 'is' : 'are'} not recorded`,
        detail: `No source says whether ${system.name} has ${list(unsaid)}. Not recorded is not the same as absent.`,
        evidence: linesOf([
          ...asked.flatMap((one) => one.claims.map((claim) => claim.citation)),
          ...system.citations.slice(0, 1),
        ]),
      };
    }
  },
};

const absent = (subject: string, control: Control) => ({
  code: `no-${control.kind}`,
  severity: severityOf[control.kind],
  subject,
  title: `There is no ${control.kind}`,
  detail: `A source says that ${subject} has no ${control.kind}. ${means[control.kind]}`,
  // A source that leaves the question open says nothing of the kind.
  evidence: linesOf(control.claims.filter(({ value }) => value !== '').map((claim) => claim.citation)),
});

const disputed = (subject: string, control: Control) => {
  const kinds = control.kind;
  return {
    code: 'control-conflict',
    severity: 'medium' as const,
    subject: `${subject}: ${kinds}`,
    title: `Sources differ on ${kinds}`,
    detail: `${capital(kinds)} of ${subject}: ${list(control.claims.filter((c) => c.value !== '').map((c) => `${c.value} (${c.citation.file})`))}.`,
    evidence: linesOf(control.claims.filter(({ value }) => value !== '').map((claim) => claim.citation)),
  };
};
