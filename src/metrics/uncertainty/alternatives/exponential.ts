import type { LogDensity, Tail } from './tail.ts';

/** The exponential distribution of maximum likelihood: p(x) ∝ e^(−λx). With z = x/xmin, λ·xmin is 1/(mean of z − 1). */
export function fitExponential({ meanExcess }: Tail): LogDensity {
  const rate = 1 / meanExcess;
  return (t) => Math.log(rate) + t - rate * Math.expm1(t);
}
