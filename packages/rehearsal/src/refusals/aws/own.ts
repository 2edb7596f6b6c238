import { type ObjectValue, textOf } from "../../schema/value";
import type { Asked } from "../row";

/** The living objects of a type in the account that asks. */
export const ownOf = ({ world, scope }: Pick<Asked, "world" | "scope">, type: string): readonly ObjectValue[] =>
  world.entries(type).flatMap(({ id, value }) => (id.startsWith(`${textOf(scope["account"])}|`) ? [value] : []));

/** The one of them with a name, whatever its case is: IAM tells names apart by nothing else. */
export const ownNamed = (asked: Pick<Asked, "world" | "scope">, type: string, name: string): ObjectValue | undefined =>
  ownOf(asked, type).find((one) => textOf(one["name"]).toLowerCase() === name.toLowerCase());

/** Whether an ARN is of the account that asks. */
export const isOwnArn = (arn: string, { scope }: Pick<Asked, "scope">): boolean => arn.split(":")[4] === textOf(scope["account"]);

export const nameIn = (arn: string): string => arn.split("/").at(-1) ?? arn;
