/** True where the person has asked the system for less movement. */
export function isReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
