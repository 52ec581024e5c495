import { resolve } from 'node:path';

/** What the app was asked for on its command line. */
export interface StartArguments {
  /** A case to open, absolute. */
  readonly casePath: string | null;
  /** Open the sample case where no case was ever opened. */
  readonly offersSample: boolean;
  /** Size of the window's content in CSS pixels, for tests and screenshots. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Reads them from the arguments after the executable; what is not the app's own is left alone. */
export function readStartArguments(args: readonly string[], folder: string): StartArguments {
  const casePath = args.find((argument) => !argument.startsWith('-') && argument.endsWith('.whereabouts'));
  const size = args
    .map((argument) => /^--size=(\d{3,4})x(\d{3,4})$/.exec(argument))
    .find((match) => match !== null);
  return {
    casePath: casePath === undefined ? null : resolve(folder, casePath),
    offersSample: args.includes('--offer-sample'),
    size: size === undefined ? null : { width: Number(size[1]), height: Number(size[2]) },
  };
}
