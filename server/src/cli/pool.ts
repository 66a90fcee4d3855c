import os from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { startEngine } from "./engine-host";
import { type CheckSettings, createFileChecker, type FileToCheck, NOTHING_FOUND } from "./file-checker";
import type { FileReport } from "./report";
import { relativePath } from "../project";
import { toProjectPath } from "./project-files";

/** Files that a thread is handed at once: enough to hide the hand-over, few enough to share the work evenly. */
const BATCH = 8;
/** A thread needs some tenths of a second to start, about what this many files of ordinary size cost. */
const FILES_PER_THREAD = 60;

interface Batch {
  /** Place of the first file in the list. */
  readonly start: number;
  readonly files: readonly FileToCheck[];
}

/** Tells whether this thread is one that `checkFiles` started. */
export function isCheckThread(): boolean {
  return !isMainThread && parentPort !== null && isCheckData(workerData);
}

/** Chooses how many threads are worth starting. `asked` is what the user wants; `undefined`: whatever is fastest. */
export function threadsFor(files: number, asked: number | undefined): number {
  const useful = asked ?? Math.min(os.availableParallelism(), Math.ceil(files / FILES_PER_THREAD));
  return Math.max(1, Math.min(useful, Math.ceil(files / BATCH)));
}

/** Checks files, on several threads where that pays, and gives their reports in the order of the files. */
export async function checkFiles(
  files: readonly FileToCheck[],
  settings: CheckSettings,
  jobs: number | undefined,
): Promise<FileReport[]> {
  if (files.length === 0) return [];
  const threads = threadsFor(files.length, jobs);
  if (threads === 1) return checkHere(files, settings);
  const batches: Batch[] = [];
  for (let start = 0; start < files.length; start += BATCH)
    batches.push({ start, files: files.slice(start, start + BATCH) });
  const reports: FileReport[] = [];
  const run = new ThreadedRun(shareOut(batches, threads), settings, reports);
  await Promise.all(Array.from({ length: threads }, (_, thread) => run.work(thread)));
  return reports;
}

/** Answers batches until the main thread lets go. */
export async function serveChecks(): Promise<void> {
  const checker = createFileChecker(
    await startEngine(),
    (workerData as { settings: CheckSettings }).settings,
  );
  parentPort!.on("message", (batch: Batch) => {
    void (async () => {
      const reports: FileReport[] = [];
      for (const file of batch.files) reports.push(await checker.check(file));
      parentPort!.postMessage(reports);
    })();
  });
}

async function checkHere(files: readonly FileToCheck[], settings: CheckSettings): Promise<FileReport[]> {
  const checker = createFileChecker(await startEngine(), settings);
  const reports: FileReport[] = [];
  for (const file of files) reports.push(await checker.check(file));
  return reports;
}

/** Gives each thread neighbours: files that lie together import each other, and what they import is read once. */
function shareOut(batches: readonly Batch[], threads: number): Batch[][] {
  const share = Math.ceil(batches.length / threads);
  return Array.from({ length: threads }, (_, thread) => batches.slice(thread * share, (thread + 1) * share));
}

class ThreadedRun {
  constructor(
    /** What is left for each thread. */
    private readonly shares: readonly Batch[][],
    private readonly settings: CheckSettings,
    private readonly reports: FileReport[],
  ) {}

  /** Runs one thread until no batch is left. A thread that dies costs the batch that it was at, and is replaced. */
  async work(thread: number): Promise<void> {
    let worker = this.startThread();
    for (let batch = this.take(thread); batch; batch = this.take(thread)) {
      try {
        this.store(batch, await askThread(worker, batch));
      } catch (error) {
        this.store(
          batch,
          batch.files.map((file) => this.failed(file, error)),
        );
        await worker.terminate();
        worker = this.startThread();
      }
    }
    await worker.terminate();
  }

  private startThread(): Worker {
    return new Worker(__filename, { workerData: { role: CHECK_ROLE, settings: this.settings } });
  }

  /** A thread that is through with its own share helps the one that has most left, from the end. */
  private take(thread: number): Batch | undefined {
    const own = this.shares[thread].shift();
    if (own) return own;
    return this.shares.toSorted((left, right) => right.length - left.length)[0].pop();
  }

  private store({ start }: Batch, reports: readonly FileReport[]): void {
    for (const [index, report] of reports.entries()) this.reports[start + index] = report;
  }

  private failed({ path }: FileToCheck, error: unknown): FileReport {
    return {
      path: relativePath(path, toProjectPath(this.settings.workingFolder)),
      ...NOTHING_FOUND,
      skipped: `its analysis failed (${error instanceof Error ? error.message : String(error)})`,
      isFailure: true,
    };
  }
}

const CHECK_ROLE = "sincewhen-check";

function isCheckData(data: unknown): boolean {
  return typeof data === "object" && data !== null && "role" in data && data.role === CHECK_ROLE;
}

/**
 * Hands a thread a batch and waits for its reports. Only our own listeners are taken away again: Node listens on the
 * worker too, and without that no further message would arrive.
 */
function askThread(worker: Worker, batch: Batch): Promise<FileReport[]> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    const onMessage = (reports: FileReport[]): void => settle(() => resolve(reports));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (): void => settle(() => reject(new Error("the thread ended")));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(batch);
  });
}
