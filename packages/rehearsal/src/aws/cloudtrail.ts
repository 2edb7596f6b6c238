import type { Row } from "../engine/cloud";
import { byArn, perRegion, regional } from "./forms";

/** Sources: provider documentation, Attribute Reference and Import; Service Authorization Reference, AWS CloudTrail (ARNs). */
export const CLOUDTRAIL: Readonly<Record<string, Row>> = {
  aws_cloudtrail: {
    ...byArn(regional("cloudtrail", "trail/{name}"), {
      home_region: "{region}",
      // A topic may be named by its ARN, from another account.
      sns_topic_arn: (of) => {
        const topic = of("sns_topic_name");
        if (typeof topic !== "string" || topic.startsWith("arn:")) return topic ?? "";
        return `arn:${String(of("partition"))}:sns:${String(of("region"))}:${String(of("account"))}:${topic}`;
      },
    }),
    unique: perRegion("{name}"),
  },
  aws_cloudtrail_event_data_store: {
    ...byArn(regional("cloudtrail", "eventdatastore/{uuid:4}")),
    unique: perRegion("{name}"),
  },
};
