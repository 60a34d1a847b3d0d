/** Work done, in numbers that do not depend on the machine; part of every result. */
export interface Counters {
  steps: number;
  rejectedSteps: number;
  newtonIterations: number;
  residualEvaluations: number;
  factorisations: number;
}

export function newCounters(): Counters {
  return { steps: 0, rejectedSteps: 0, newtonIterations: 0, residualEvaluations: 0, factorisations: 0 };
}
