/** Hands jobs to a few workers, the latest question first: no answer to an older question comes after that to a newer one. */

/** A question in parts that workers take one after the other. */
export interface Question<Job, Answer> {
  readonly jobs: readonly Job[];
  /** Hears all answers, in the order of the jobs; not of a question that a newer one took the place of. */
  readonly done: (answers: readonly Answer[]) => void;
  /** A quick question is finished once begun, so that a picture follows even a slider that never rests; a slow one gives way. */
  readonly quick: boolean;
}

interface Running<Job, Answer> extends Question<Job, Answer> {
  next: number;
  open: number;
  readonly answers: Answer[];
}

/** `send` gives a job to a worker; its answer is told by `answered`. */
export class LatestFirst<Job, Answer> {
  private waiting: Question<Job, Answer> | undefined;
  private running: Running<Job, Answer> | undefined;
  /** What each worker is busy with: a part of a question; undefined: nothing. */
  private readonly busy: ({ readonly of: Running<Job, Answer>; readonly part: number } | undefined)[];

  constructor(workers: number, private readonly send: (worker: number, job: Job) => void) {
    this.busy = Array.from({ length: workers }, () => undefined);
  }

  get idle(): boolean {
    return this.running === undefined && this.waiting === undefined;
  }

  ask(question: Question<Job, Answer>): void {
    this.waiting = question;
    if (this.running?.quick !== true) this.running = undefined;
    this.work();
  }

  answered(worker: number, answer: Answer): void {
    const task = this.busy[worker];
    this.busy[worker] = undefined;
    if (task && task.of === this.running) {
      const { of, part } = task;
      of.answers[part] = answer;
      of.open--;
      if (of.open === 0) {
        this.running = undefined;
        of.done(of.answers);
      }
    }
    this.work();
  }

  private work(): void {
    if (this.running === undefined && this.waiting) {
      const question = this.waiting;
      this.waiting = undefined;
      this.running = { ...question, next: 0, open: question.jobs.length, answers: [] };
    }
    const { running } = this;
    if (!running) return;
    for (let worker = 0; worker < this.busy.length && running.next < running.jobs.length; worker++) {
      if (this.busy[worker]) continue;
      const part = running.next++;
      this.busy[worker] = { of: running, part };
      this.send(worker, running.jobs[part]);
    }
  }
}
