/** Whether output is coloured. */
export type ColorMode = "auto" | "always" | "never";

/** Where a command writes to and reads from: the process, or what a test puts in its place. */
export interface Terminal {
  /** Findings and reports, and what is handed on byte for byte. */
  out(text: string | Uint8Array): void;
  /** Everything else. */
  err(text: string): void;
  /** Reads standard input to its end. */
  readInput(): Promise<Buffer>;
  readonly isInteractive: boolean;
}

/** The process itself. */
export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  async readInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return Buffer.concat(chunks);
  },
  isInteractive: process.stdout.isTTY ?? false,
};

/** Paints text for a terminal, or leaves it alone. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  blue(text: string): string;
}

/** Chooses whether to paint. `auto` paints on a terminal whose user has not set `NO_COLOR` (https://no-color.org). */
export function createPaint(mode: ColorMode, terminal: Terminal): Paint {
  const isWanted =
    mode === "always" || (mode === "auto" && terminal.isInteractive && !process.env["NO_COLOR"]);
  const style = (code: number) => (text: string) => (isWanted ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    bold: style(1),
    dim: style(2),
    red: style(31),
    green: style(32),
    yellow: style(33),
    blue: style(34),
  };
}
