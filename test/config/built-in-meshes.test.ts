import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtInMeshes } from '../../src/config/files/built-in-meshes.js';

it('the built-in meshes are the files of meshes/', () => {
  const folder = new URL('../../meshes/', import.meta.url);
  // the first line of a file is for editors
  const texts = readdirSync(folder).map((
    name,
  ) => [name.replace('.yaml', ''),
    readFileSync(new URL(name, folder), 'utf8').replace(/^# yaml-language-server.*\n/, '')]
  );
  expect(builtInMeshes).toEqual(Object.fromEntries(texts));
});
