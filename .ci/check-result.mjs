// Standard output of `run --json` has to be one result document and nothing else.
import { readFileSync } from 'node:fs';

const result = JSON.parse(readFileSync(process.argv[2], 'utf8'));
if (result.schema !== 'catholith-result-1' || result.rates.length === 0) {
  throw new Error(`not a result with rates: schema ${result.schema}`);
}
console.log(`${result.case.name}: ${result.rates.length} rates, ${result.energy.gravimetric_Wh_kg.toFixed(1)} Wh/kg`);
