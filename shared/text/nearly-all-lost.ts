/** Above this share of lost messages the few that arrived show nothing by which the lost differ from them. */
const nearlyAll = 0.98;

/** True where what was lost has next to nothing that arrived to be compared with. */
export const isNearlyAllLost = (of: {
  readonly considered: number;
  readonly consideredLost: number;
}): boolean => of.consideredLost > 0 && of.consideredLost >= nearlyAll * of.considered;
