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

export function addCounters(into: Counters, more: Counters): void {
  into.steps += more.steps;
  into.rejectedSteps += more.rejectedSteps;
  into.newtonIterations += more.newtonIterations;
  into.residualEvaluations += more.residualEvaluations;
  into.factorisations += more.factorisations;
}
