/** Nodes and weights of Gauss and Legendre on 0..1; Newton on the roots of P_n from their asymptotic places. */
export function gaussLegendre(n: number): { readonly nodes: readonly number[]; readonly weights: readonly number[] } {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = NaN;
    for (let iteration = 0; iteration < 20; iteration++) {
      let [before, now] = [1, x];
      for (let l = 2; l <= n; l++) [before, now] = [now, ((2 * l - 1) * x * now - (l - 1) * before) / l];
      slope = (n * (x * now - before)) / (x * x - 1);
      const correction = now / slope;
      x -= correction;
      if (Math.abs(correction) < 1e-15) break;
    }
    nodes.push((1 + x) / 2);
    weights.push(1 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}
