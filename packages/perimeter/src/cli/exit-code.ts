/** What the exit code of a command says; the same for every command. */
export const EXIT = {
  /** Answered, whatever the answer is. */
  answered: 0,
  /** Something is not as it should be: a line is wrong, an answer is not the expected one. */
  wrong: 1,
  /** An answer can't be known. */
  undecided: 2,
  /** Nothing was decided: the input or the usage is wrong. */
  refused: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
