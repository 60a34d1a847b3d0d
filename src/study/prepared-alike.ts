import type { Case } from '../config/case.js';
import { onMeshOf } from '../pipeline/chosen-mesh.js';
import type { PreparedCase } from '../pipeline/prepared-case.js';
import { prepareCase } from '../pipeline/run-case.js';

/** A trial on the mesh of the nominal cell, where its case leaves that open; undefined where it cannot be made. */
export function preparedAlike(given: Case, nominal?: PreparedCase): PreparedCase | undefined {
  const ready = prepareCase(onMeshOf(given, nominal));
  return ready.ok ? ready.prepared : undefined;
}
