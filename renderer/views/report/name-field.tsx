import { useId } from 'react';
import { useAnswer } from '../../state/use-answer';
import { TextField } from '../../widgets/text-field';

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** The name of a system, site or network; those that match what is typed are offered. */
export function NameField({ label, value, onChange }: NameFieldProps) {
  const id = useId();
  const hits = useAnswer('search', value.trim() === '' ? null : { text: value.trim(), limit: 20 });
  const systems = useAnswer('estate.systems', {});
  const sites = [
    ...new Set((systems.value ?? []).flatMap(({ site }) => (site === null ? [] : [site]))),
  ].sort();
  const found = (hits.value ?? [])
    .filter(({ kind }) => kind === 'system' || kind === 'site')
    .map(({ name }) => name);
  const offered = value.trim() === '' ? sites : [...new Set(found)];
  return (
    <>
      <TextField label={label} isWide value={value} onChange={onChange} list={id} />
      <datalist id={id}>
        {offered.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
