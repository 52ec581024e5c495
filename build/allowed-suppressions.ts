/** How many switched-off checks the source may hold. It only ever falls. */
export const allowedSuppressions = 0;
