import { test } from "@jest/globals";
import { briefly, differenceOf } from "../support/difference-of";
import { MODEL, stackOf, statements } from "../support/oci-estate";
import * as aws from "../support/aws-estate";

const READ = "allow group us-sre to read objects in compartment stores where request.networkSource.name = 'office'";
test("x", () => {
  const a = { documents: stackOf(statements(READ)), model: MODEL };
  const show = (b: any) => { const d = differenceOf(a, b); console.log(d.summary, d.widened, d.sameAccess, JSON.stringify(briefly(d), null, 1), JSON.stringify(d.access, null, 1).slice(0, 1500)); };
  show(a);
  show({ documents: stackOf(statements(READ, "allow group apac-eng to read objects in tenancy")), model: MODEL });
  show({ documents: stackOf(statements(READ.replace(/ where.*/, ""))), model: MODEL });
  show({ documents: stackOf(statements(READ.replace("office", "home"))), model: MODEL });
  show({ documents: stackOf(statements("allow group us-data to manage policies in tenancy")), model: MODEL });
  show({ documents: JSON.parse(JSON.stringify(stackOf(statements(READ))).replaceAll("us_sre", "sre").replaceAll(".media", ".content").replaceAll('"media":', '"content":')), model: MODEL.replaceAll("us_sre", "sre").replaceAll("bucket.media", "bucket.content") });
  const r = { documents: aws.stackOf(aws.allowed("us_restore", ...aws.READ)), model: aws.MODEL };
  const d = differenceOf(r, { documents: aws.stackOf(aws.allowed("us_restore", ...aws.READ), aws.allowed("apac_ops", ...aws.READ)), model: aws.MODEL });
  console.log(d.summary, briefly(d));
});
