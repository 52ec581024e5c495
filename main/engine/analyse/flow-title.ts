/** How a flow is written everywhere. */
export const flowName = (from: string, to: string): string => `${from} > ${to}`;
