/** Where a command's words go; tests collect them. */
export interface Console {
  log(line: string): void;
  error(line: string): void;
}
