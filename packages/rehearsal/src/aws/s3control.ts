import type { Row } from "../engine/cloud";
import { textOf } from "../schema/value";
import { firstBlock, global, perRegion, regional, text } from "./forms";

const accessPointHost = (kind: string) => `s3-accesspoint${kind}.{region}.{dns_suffix}`;

/** Sources: provider documentation, Attribute Reference and Import; Amazon S3 User Guide, Access points, Access Grants, Multi-Region Access Points. */
export const S3CONTROL: Readonly<Record<string, Row>> = {
  aws_s3_access_point: {
    planned: { account_id: "{account}" },
    values: {
      id: "{account_id}:{name}",
      arn: "arn:{partition}:s3:{region}:{account_id}:accesspoint/{name}",
      alias: "{name}-{lower:34}-s3alias",
      bucket_account_id: "{account_id}",
      domain_name: `{name}-{account_id}.${accessPointHost("")}`,
      endpoints: {
        dualstack: accessPointHost(".dualstack"),
        fips: accessPointHost("-fips"),
        fips_dualstack: accessPointHost("-fips.dualstack"),
        ipv4: accessPointHost(""),
      },
      has_public_access_policy: false,
      network_origin: (of) => (firstBlock(of("vpc_configuration")) ? "VPC" : "Internet"),
    },
    unique: perRegion("{name}"),
  },
  aws_s3_account_public_access_block: { planned: { account_id: "{account}" }, values: { id: "{account_id}" } },
  aws_s3control_access_grant: {
    planned: { account_id: "{account}" },
    values: {
      id: "{account_id},{access_grant_id}",
      access_grant_id: "{uuid:4}",
      access_grant_arn: regional("s3", "access-grants/default/grant/{access_grant_id}"),
      grant_scope: "s3://{access_grants_location_id}",
    },
  },
  aws_s3control_access_grants_instance: {
    planned: { account_id: "{account}" },
    values: {
      id: "{account_id}",
      access_grants_instance_arn: regional("s3", "access-grants/default"),
      access_grants_instance_id: "default",
    },
    unique: perRegion("default"),
  },
  aws_s3control_multi_region_access_point: {
    planned: { account_id: "{account}" },
    values: {
      id: (of) => `${text(of, "account_id")}:${textOf(firstBlock(of("details"))?.["name"])}`,
      alias: "{lower:13}.mrap",
      arn: global("s3", "accesspoint/{alias}"),
      domain_name: "{alias}.accesspoint.s3-global.{dns_suffix}",
      status: "READY",
      "details.region.bucket_account_id": "{account}",
      // The block has the attribute's name.
      "details.region.region": (_of, _world, scope) => scope["region"] ?? null,
    },
  },
};
