import { SquareChartGantt } from 'lucide-react';
import type { ControlAt, LossSurroundings, WhyAnswer } from '../../../shared/contract/analysis-methods';
import { type ControlKind, controlKinds } from '../../../shared/model/vocabulary';
import { CitationLinks } from '../../evidence/citation-links';
import { useLineCitations } from '../../evidence/use-line-citations';
import { showEvidence } from '../../state/evidence-store';
import { goTo } from '../../state/navigation-store';
import { formatDay, withReadableTimes } from '../../strings/format';
import { t } from '../../strings/text';
import { Button } from '../../widgets/button';
import { Tag, type Tone } from '../../widgets/tag';
import { besideOnset, howNear } from './beside-onset';

interface SurroundingsProps {
  readonly around: LossSurroundings;
  readonly why: WhyAnswer;
}

/** Warnings, versions, changes and gaps beside the onset, the nearest first: beside it, never because of it. */
export function BesideOnset({ around, why }: SurroundingsProps) {
  const toCitations = useLineCitations();
  const onset = why.spells.find((spell) => spell.began !== null)?.began ?? null;
  const beside = besideOnset(around.entries, onset);
  return (
    <section className="losses__part" aria-labelledby="beside-title">
      <h3 id="beside-title" className="losses__heading">
        {onset === null ? t('losses.warned') : t('losses.beside')}
      </h3>
      {beside.length === 0 ? (
        <p>{onset === null ? t('losses.noWarning') : t('losses.nothingBeside')}</p>
      ) : (
        <table className="patterns beside">
          <tbody>
            {beside.map(({ entry, seconds }) => (
              <tr key={`${entry.kind} ${entry.at} ${entry.text}`}>
                <th scope="row">{onset === null ? formatDay(entry.at) : howNear(seconds)}</th>
                <td className="beside__kind">{t(`timeline.kind.${entry.kind}`)}</td>
                <td>
                  {withReadableTimes(entry.text)}
                  <span className="beside__about">
                    {t('losses.about', { when: formatDay(entry.at), subject: entry.subject })}
                  </span>
                </td>
                <td>
                  <CitationLinks subject={entry.text} citations={toCitations(entry.evidence)} atMost={1} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div>
        <Button icon={SquareChartGantt} onClick={() => goTo('timeline', { flow: around.flow })}>
          {t('losses.onTimeline')}
        </Button>
      </div>
    </section>
  );
}

const tones: Readonly<Record<ControlAt['state'], Tone>> = {
  present: 'good',
  absent: 'bad',
  'not recorded': 'quiet',
  conflicting: 'conflict',
};

/** Who is named for the flow and its two ends, and which controls were in place: four states, kept apart. */
export function WhoAnswers({ around }: { readonly around: LossSurroundings }) {
  const subjects = [...new Set(around.controls.map((one) => one.subject))];
  return (
    <section className="losses__part losses__part--table" aria-labelledby="answers-title">
      <h3 id="answers-title" className="losses__heading">
        {t('losses.answers')}
      </h3>
      <ul className="losses__accountable">
        {around.accountable.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <table className="patterns controls">
        <thead>
          <tr>
            <th scope="col">{t('losses.controls')}</th>
            {controlKinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`control.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {subjects.map((subject) => (
            <tr key={subject}>
              <th scope="row">{subject}</th>
              {controlKinds.map((kind) => (
                <td key={kind}>
                  <ControlCell
                    kind={kind}
                    at={around.controls.find((one) => one.subject === subject && one.control === kind)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ControlCell({ kind, at }: { readonly kind: ControlKind; readonly at: ControlAt | undefined }) {
  const toCitations = useLineCitations();
  const state = at?.state ?? 'not recorded';
  const tag = (
    <Tag tone={tones[state]} isBare>
      {t(`state.${state}`)}
    </Tag>
  );
  if (at === undefined || at.evidence.length === 0) return tag;
  const subject = t('losses.controlOf', { control: t(`control.${kind}`), subject: at.subject });
  return (
    <button
      type="button"
      className="controls__cell"
      onClick={() => showEvidence(subject, toCitations(at.evidence))}
    >
      {tag}
    </button>
  );
}
