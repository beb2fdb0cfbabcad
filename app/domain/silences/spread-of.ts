/**
 * How much more counts differ from what was usual than independent chance makes
 * them: the variance of their common level, by moments. 0 is none.
 */
export function spreadOf(blocks: readonly { got: number; usual: number }[]): number {
  let [excess, squares] = [0, 0];
  for (const { got, usual } of blocks) {
    excess += (got - usual) ** 2 - usual;
    squares += usual ** 2;
  }
  return squares === 0 ? 0 : Math.max(0, excess / squares);
}
