import { X } from 'lucide-react';
import type { StatableSubject } from '../../../shared/contract/edit-methods';
import type { OwnerRow } from '../../../shared/contract/estate-methods';
import type { RoleCell } from '../../../shared/model/estate';
import { responsibilityRoles } from '../../../shared/model/vocabulary';
import { CorrectButton } from '../../editing/correct-button';
import { CitationLinks } from '../../evidence/citation-links';
import { t } from '../../strings/text';
import { IconButton } from '../../widgets/button';
import { Tag } from '../../widgets/tag';
import { cellOf, citationsOf, heldText, partiesText } from './owner-rows';
import { stateTones } from './state-tone';

/** Every role of one dataset in one system, with every source's own word. */
export function OwnerDetails({ row, onClose }: { readonly row: OwnerRow; readonly onClose: () => void }) {
  const subjectOf = (role: string) =>
    t('owners.copyCell', { role, dataset: row.dataset, system: row.system });
  const isPlaced = row.system !== 'not recorded';
  const subject: StatableSubject = isPlaced
    ? { kind: 'holding', dataset: row.dataset, system: row.system }
    : { kind: 'dataset', name: row.dataset };
  return (
    <aside className="owner-details" aria-label={t('owners.matrix')}>
      <header className="owner-details__header">
        <div className="owner-details__titles">
          <h2 className="truncate">{row.dataset}</h2>
          <p className="truncate">{row.system}</p>
        </div>
        <IconButton icon={X} label={t('common.closePanel')} onClick={onClose} />
      </header>
      <section className="owner-details__body" aria-label={row.dataset}>
        <div className="owner-details__role">
          <h3>{t('owners.role')}</h3>
          <p>{row.role}</p>
          <CitationLinks subject={subjectOf(t('owners.role'))} citations={row.citations} atMost={3} />
          {/* What a row cites is where the holding stands; its role is corrected on the map. */}
          {isPlaced && row.role === 'not recorded' && (
            <CorrectButton
              question={{ fact: 'property', subject, predicate: 'holdingRole' }}
              value=""
              citations={[]}
            />
          )}
        </div>
        {responsibilityRoles.map((role) => {
          const cell = cellOf(row, role);
          const title = t(`role.${role}`);
          return (
            <div key={role} className="owner-details__role">
              <h3>{title}</h3>
              <p className="owner-details__state">
                <Tag tone={stateTones[cell.state]}>{t(`state.${cell.state}`)}</Tag>
                <CorrectButton
                  question={{ fact: 'responsibility', subject, role }}
                  value={partiesText(cell)}
                  citations={cell.parties.flatMap((party) => party.citations)}
                />
              </p>
              {cell.parties.map((party) => (
                <div key={`${party.party} ${party.partyName}`} className="owner-details__party">
                  <p>{party.partyName}</p>
                  {party.tenures && <p className="owner-details__quiet">{heldText(party)}</p>}
                  <CitationLinks subject={subjectOf(title)} citations={party.citations} atMost={3} />
                </div>
              ))}
              {cell.former?.map((party) => (
                <div key={`former ${party.party}`} className="owner-details__party">
                  <p>{t('owners.before', { party: party.partyName })}</p>
                  <p className="owner-details__quiet">{heldText(party)}</p>
                  <CitationLinks subject={subjectOf(title)} citations={party.citations} atMost={3} />
                </div>
              ))}
              {cell.blanks.length > 0 && (
                <div className="owner-details__party">
                  <p className="owner-details__quiet">{t('owners.blankAt')}</p>
                  <CitationLinks subject={subjectOf(title)} citations={cell.blanks} atMost={3} />
                </div>
              )}
            </div>
          );
        })}
        {row.ofSystem.length > 0 && (
          <section
            className="owner-details__system"
            aria-label={t('owners.ofSystem', { system: row.system })}
          >
            <h3>{t('owners.ofSystem', { system: row.system })}</h3>
            <p className="owner-details__quiet">{t('owners.ofSystemWhy')}</p>
            {row.ofSystem.map((cell) => (
              <OfSystem key={cell.role} cell={cell} system={row.system} />
            ))}
          </section>
        )}
      </section>
    </aside>
  );
}

/** A role over the whole system, read only: it is corrected where the system is shown. */
function OfSystem({ cell, system }: { readonly cell: RoleCell; readonly system: string }) {
  const title = t(`role.${cell.role}`);
  return (
    <div className="owner-details__role">
      <h4>{title}</h4>
      <p className="owner-details__state">
        <Tag tone={stateTones[cell.state]}>{t(`state.${cell.state}`)}</Tag>
        <span>{partiesText(cell)}</span>
      </p>
      <CitationLinks subject={`${title}, ${system}`} citations={citationsOf(cell)} atMost={3} />
    </div>
  );
}
