import type { Row } from "../engine/cloud";
import { byArn, byName, perRegion, regional } from "./forms";

/** Sources: provider documentation, Attribute Reference and Import; Secrets Manager User Guide, What's in a secret (ARN with six random characters). */
export const SECRETS_MANAGER: Readonly<Record<string, Row>> = {
  aws_secretsmanager_secret: {
    ...byArn(regional("secretsmanager", "secret:{name}-{mixed:6}"), {
      "replica.last_accessed_date": "",
      "replica.status": "InSync",
      "replica.status_message": "",
    }),
    unique: perRegion("{name}"),
  },
  aws_secretsmanager_secret_policy: byName("{secret_arn}"),
  aws_secretsmanager_secret_rotation: byName("{secret_id}", undefined, { rotation_enabled: true }),
  aws_secretsmanager_secret_version: byName("{secret_id}|{version_id}", "{secret_id}", {
    version_id: "terraform-{digits:26}",
    version_stages: ["AWSCURRENT"],
    has_secret_string_wo: (of) => of("secret_string_wo_version") !== undefined,
  }),
};
