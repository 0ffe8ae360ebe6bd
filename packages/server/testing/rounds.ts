/** Rounds of a test that looks for what happens seldom: `npm run test:deep` gives it more. */
export function rounds(quick: number, deep: number): number {
  return process.env['LOADLINE_DEEP'] === '1' ? deep : quick
}
