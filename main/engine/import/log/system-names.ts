import type { Mapping } from '../../../../shared/model/mapping';

/** What a mapping calls the systems that a log gives by address, code or destination (`values.system`, `values.peer`). */
export function systemNames({ values }: Mapping): (written: string) => string {
  const names = new Map(Object.entries({ ...values?.system, ...values?.peer }));
  return (written) => names.get(written) ?? written;
}
