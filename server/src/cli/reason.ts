/** Words why the machine refused to open a file, as a reason behind the file's name. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "EACCES":
    case "EPERM":
      return "permission is denied";
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file";
    case "ELOOP":
      return "it is a link that leads in a circle";
    default:
      return `it cannot be read (${code ?? message})`;
  }
}
