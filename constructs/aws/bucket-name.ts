import type { PropRule } from "../prop-rules";

/** S3 User Guide, "General purpose bucket naming rules". */
const LENGTH_AND_LETTERS = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const RESERVED = /^(xn--|sthree-|amzn-s3-demo-)|\.\.|^\d+\.\d+\.\d+\.\d+$|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** A bucket's name is one that S3 takes. */
export const BUCKET_NAME_RULE: PropRule<{ readonly name: string }> = {
  holds: ({ name }) => LENGTH_AND_LETTERS.test(name) && !RESERVED.test(name),
  says: ({ name }) => `bucket name "${name}" is none that S3 takes`,
  help: "expected 3 to 63 lower-case letters, digits, hyphens and single periods, and no beginning or ending that S3 reserves",
};
