import type { DetailFact, Details } from '../../../shared/contract/map-methods';
import { CorrectButton } from '../../editing/correct-button';
import { PartButton } from '../../editing/part-button';
import { CitationLinks } from '../../evidence/citation-links';
import { t } from '../../strings/text';
import { Tag, type Tone } from '../../widgets/tag';

const tones: Readonly<Record<Exclude<DetailFact['state'], 'known'>, Tone>> = {
  missing: 'warn',
  conflicting: 'conflict',
  'not recorded': 'quiet',
  absent: 'bad',
};

export function FactSections({ details }: { readonly details: Details }) {
  return details.sections.map((section) => (
    <section key={section.title} className="fact-section">
      <h3 className="fact-section__title">{section.title}</h3>
      <dl>
        {section.facts.map((fact, index) => (
          // Facts may repeat their label and even their value, each with its own source.
          <Fact
            key={`${fact.label} ${fact.value} ${fact.citations[0]?.line ?? index}`}
            fact={fact}
            subject={details.name}
          />
        ))}
      </dl>
    </section>
  ));
}

/** Where nothing is said, the citations are the places that leave it open: nothing to set aside. */
const saysSomething = (fact: DetailFact) => fact.state !== 'missing' && fact.state !== 'not recorded';

function Fact({ fact, subject }: { readonly fact: DetailFact; readonly subject: string }) {
  return (
    <div className="fact">
      <dt className="fact__label">{fact.label}</dt>
      <dd className="fact__value">
        {fact.state !== 'known' && <Tag tone={tones[fact.state]}>{t(`state.${fact.state}`)}</Tag>}
        {fact.value !== '' && fact.value !== fact.state && <span>{fact.value}</span>}
        <CitationLinks
          subject={[fact.value === '' ? fact.label : `${fact.label}: ${fact.value}`, subject].join(', ')}
          citations={fact.citations}
        />
        {fact.otherName !== undefined && <PartButton {...fact.otherName} />}
        {fact.question !== undefined && (
          <CorrectButton
            question={fact.question}
            value={fact.value === fact.state ? '' : fact.value}
            citations={saysSomething(fact) ? fact.citations : []}
          />
        )}
      </dd>
    </div>
  );
}
