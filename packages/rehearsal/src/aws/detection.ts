import type { Row } from "../engine/cloud";
import { byName, perRegion, regional } from "./forms";

/**
 * What watches: Config, GuardDuty, Macie, Security Hub, Access Analyzer. Sources: provider documentation, Attribute
 * Reference and Import; Service Authorization Reference (ARNs); GuardDuty API Reference, CreateDetector (frequency);
 * Macie API Reference, EnableMacie (status and frequency).
 */
export const DETECTION: Readonly<Record<string, Row>> = {
  aws_accessanalyzer_analyzer: {
    ...byName("{analyzer_name}", regional("access-analyzer", "analyzer/{analyzer_name}")),
    unique: perRegion("{analyzer_name}"),
  },
  aws_accessanalyzer_archive_rule: byName("{analyzer_name}/{rule_name}"),
  aws_config_config_rule: {
    ...byName("{name}", regional("config", "config-rule/{rule_id}"), { rule_id: "config-rule-{lower:6}" }),
    unique: perRegion("{name}"),
  },
  aws_config_configuration_recorder: { ...byName("{name}"), unique: perRegion("recorder") },
  aws_config_configuration_recorder_status: byName("{name}"),
  aws_config_delivery_channel: { ...byName("{name}"), unique: perRegion("channel") },
  aws_guardduty_detector: {
    planned: { finding_publishing_frequency: "SIX_HOURS" },
    ...byName("{hex:32}", regional("guardduty", "detector/{id}"), { account_id: "{account}" }),
    unique: perRegion("detector"),
  },
  aws_guardduty_detector_feature: byName("{detector_id}/{name}"),
  aws_macie2_account: {
    planned: { finding_publishing_frequency: "FIFTEEN_MINUTES", status: "ENABLED" },
    ...byName("{account}", undefined, {
      created_at: "{now}",
      updated_at: "{now}",
      service_role: "arn:{partition}:iam::{account}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie",
    }),
    unique: perRegion("Macie"),
  },
  aws_securityhub_account: {
    ...byName("{account}", regional("securityhub", "hub/default"), { control_finding_generator: "SECURITY_CONTROL" }),
    unique: perRegion("Security Hub"),
  },
};
