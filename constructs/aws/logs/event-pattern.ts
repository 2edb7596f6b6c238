import type { RecordChange } from "./record-changes";

/** What EventBridge matches events against (EventBridge User Guide, "Comparison operators for use in event patterns"). */
export function eventPattern({ told }: RecordChange): string {
  if ("says" in told)
    return JSON.stringify({
      source: [told.source],
      "detail-type": told.says,
      ...(told.byType ? { detail: { userIdentity: { type: [told.byType] } } } : {}),
    });
  return JSON.stringify({
    "detail-type": ["AWS API Call via CloudTrail"],
    detail: {
      eventSource: told.by.map((service) => `${service}.amazonaws.com`),
      eventName: told.calls.map((call) => (call.endsWith("*") ? { prefix: call.slice(0, -1) } : call)),
    },
  });
}
