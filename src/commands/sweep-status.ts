import { journalsIn, readHead } from '../report/sweep/open-journal.js';
import { type PartStatus, partStatus } from '../report/sweep/part-status.js';
import { shardSize } from '../results/shard.js';
import { ranges } from './batch-script.js';
import { print, refuseCommand } from './command.js';

/** Says how far the parts of a sweep in a folder are, by the ends of their journals. */
export function sweepStatus(dir: string): void {
  const files = journalsIn(dir);
  const head = files.reduce<ReturnType<typeof readHead>>((found, file) => found ?? readHead(file), undefined);
  if (head === undefined)
    return refuseCommand(`--status ${dir}: expected journals of a sweep, found none; run catholith sweep first`);
  const parts = files.flatMap((file) => partStatus(file, head.sweep) ?? []);
  const of = Math.max(...parts.map(({ shard }) => shard.of));
  print(statusText(head.sweep, of, parts.filter(({ shard }) => shard.of === of)));
}

/** The status of a sweep in `of` parts, of which some have begun. */
export function statusText({ title, designs }: { readonly title: string; readonly designs: number }, of: number,
  begun: readonly PartStatus[]): string
{
  const sum = (value: (part: PartStatus) => number): number => begun.reduce((total, part) => total + value(part), 0);
  const [done, failed] = [sum(({ finished }) => finished), sum((part) => part.failed)];
  const isComplete = (part: PartStatus): boolean => part.finished === part.designs;
  const running = begun.filter((part) => part.isRunning && !isComplete(part));
  const stopped = begun.filter((part) => !part.isRunning && !isComplete(part));
  const numbers = new Set(begun.map(({ shard }) => shard.index));
  const waiting = Array.from({ length: of }, (_, i) => i + 1).filter((index) =>
    !numbers.has(index) && shardSize(designs, { index, of }) > 0
  );
  const share = designs === 0 ? 1 : done / designs;
  return [
    title,
    `designs    ${done} of ${designs} done (${(100 * share).toFixed(1)} %), ${failed} of them without a result`,
    `parts      ${of}: ${begun.filter(isComplete).length} complete, ${running.length} running, ${stopped.length} `
    + `stopped, ${waiting.length} not begun`,
    ...(stopped.length > 0
      ? [
        `stopped    ${ranges(stopped.map(({ shard }) => shard.index).sort((a, b) => a - b))}: they go on with the `
        + 'same command',
      ]
      : []),
    `time to go ${done === designs ? 'none: catholith merge' : timeToGo(designs - done, begun, running)}`,
  ].join('\n');
}

function timeToGo(left: number, begun: readonly PartStatus[], running: readonly PartStatus[]): string {
  const paces = (parts: readonly PartStatus[]): number[] => parts.flatMap(({ pace }) => pace ?? []);
  const now = paces(running).reduce((total, pace) => total + pace, 0);
  if (now > 0) return `${duration(left / now)} at the pace of what runs now`;
  const all = paces(begun);
  if (all.length === 0) return 'not known: no part has said what a design takes';
  return `${duration((left * all.length) / all.reduce((total, pace) => total + pace, 0))} of one part at its pace; `
    + 'none runs';
}

/** "about 3 h" */
export function duration(seconds: number): string {
  const units = [[86_400, 'd'], [3600, 'h'], [60, 'min']] as const;
  const [size, name] = units.find(([unit]) => seconds >= 2 * unit) ?? [1, 's'];
  return `about ${Math.ceil(seconds / size)} ${name}`;
}
