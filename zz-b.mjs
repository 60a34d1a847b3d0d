import { rolldown } from 'rolldown';
import {} from 'node:fs'; const plug={name:'l',resolveId(s,i){ if(/locales/index.js$/.test(s)) return {id:'\0loc',moduleSideEffects:false}; }, load(id){ if(id==='\0loc') return "export {}"; }};
import { writeFileSync, mkdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
const b = await rolldown({ input: { t: process.argv[2] }, platform:'browser', plugins:[plug], logLevel:'warn' });
const { output } = await b.generate({ format: 'esm', minify: true });
for (const o of output) console.log(o.fileName, o.code.length, gzipSync(o.code,{level:9}).length, o.imports, [...o.code.matchAll(/new Function|eval\(/g)].length);
