/** Version of the program, as files that it writes state it; the same as in package.json, which a test holds. */
export const programVersion = '0.1.0';
