import type { z } from 'zod';
import { analysisMethods } from './analysis-methods';
import { caseMethods } from './case-methods';
import { editMethods } from './edit-methods';
import { estateMethods } from './estate-methods';
import { fieldMethods } from './field-methods';
import { importMethods } from './import-methods';
import { mapMethods } from './map-methods';
import type { Method } from './method';
import { nameMethods } from './name-methods';
import { reconcileMethods } from './reconcile-methods';
import { reportMethods } from './report-methods';

/** THE boundary between window and engine: every method, its checked arguments and its result. */
export const contract = {
  ...caseMethods,
  ...importMethods,
  ...mapMethods,
  ...fieldMethods,
  ...estateMethods,
  ...nameMethods,
  ...reconcileMethods,
  ...analysisMethods,
  ...editMethods,
  ...reportMethods,
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type ArgsOf<M extends MethodName> = z.infer<Contract[M]['args']>;
export type ResultOf<M extends MethodName> = Contract[M] extends Method<z.ZodType, infer R> ? R : never;
