/** Numbers that look random and are the same every time: xorshift over 32 bits. Whole numbers from 0 to below `n`. */
export function newRandom(seed: number): (n: number) => number {
  let state = (seed | 0) === 0 ? 0x9e3779b9 : seed | 0;
  return (n) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 4_294_967_296) * n);
  };
}
