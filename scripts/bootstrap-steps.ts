import { printStatement } from "oci-policy";
import type { Grant } from "../constructs/oci/policy/grant";
import type { Synthesis } from "./synthesize";

/** One step of the first day: what it is for, and the commands that carry it out. */
export interface BootstrapStep {
  readonly title: string;
  readonly commands: readonly string[];
}

/**
 * What has to be made once, before the configuration can deploy itself: the store of its own state. The commands are
 * those of the `oci` command line (OCI CLI Command Reference), for an administrator of the Default domain.
 */
export function bootstrapSteps({ deployment, estate }: Synthesis): BootstrapStep[] {
  const { state, oci, company } = deployment;
  if (state.backend === "local") return [];
  const { region } = oci.primary;
  const isService = ({ statement }: Grant) => statement.subject.kind === "service";
  const policy = (name: string, description: string, grants: readonly Grant[]) => [
    `cat > ${name}.json <<'STATEMENTS'\n${JSON.stringify(statementsOf(grants), null, 2)}\nSTATEMENTS`,
    `oci iam policy create --region ${oci.home} --compartment-id ${oci.tenancy.id} --name ${name} --description "${description}" --statements file://${name}.json`,
  ];
  return [
    {
      title: "a compartment for the state, beside that of the deployment",
      commands: [
        `STATE=$(oci iam compartment create --region ${oci.home} --compartment-id ${oci.tenancy.id} --name ${state.compartment} --description "Terraform's state of ${company.name}" --wait-for-state ACTIVE ${ID})`,
      ],
    },
    {
      title: "a vault and an HSM key of its own",
      commands: [
        `VAULT=$(oci kms management vault create --region ${region} --compartment-id $STATE --display-name ${state.compartment} --vault-type DEFAULT --wait-for-state ACTIVE ${ID})`,
        `ENDPOINT=$(oci kms management vault get --region ${region} --vault-id $VAULT --query 'data."management-endpoint"' --raw-output)`,
        `KEY=$(oci kms management key create --region ${region} --endpoint $ENDPOINT --compartment-id $STATE --display-name ${state.compartment} --protection-mode HSM --key-shape '{"algorithm": "AES", "length": 32}' --wait-for-state ENABLED ${ID})`,
      ],
    },
    {
      title: "Object Storage's use of that key",
      commands: policy(`${state.compartment}-key`, "encryption of the state", estate.access.stateGrants.filter(isService)),
    },
    {
      title: "the bucket: private, versioned, under the key",
      commands: [
        `oci os bucket create --region ${region} --namespace ${oci.namespace} --compartment-id $STATE --name ${state.bucket} --public-access-type NoPublicAccess --versioning Enabled --kms-key-id $KEY`,
        ...(state.backend === "oci" ? ["echo $KEY   # into the configuration: stores.state.key"] : []),
      ],
    },
    {
      title: "the first deployment, by an administrator: its groups must exist before a statement can name them",
      commands: ["npx cdktf deploy tenancy access"],
    },
    {
      title: "the certificates of the hostnames, imported into compartment edge (docs/certificates.md), and then the rest",
      commands: ["npx cdktf deploy primary standby traffic oversight"],
    },
    {
      title: "the roles that the registry lets at the state",
      commands: policy(
        state.compartment,
        "who may read and write the state",
        estate.access.stateGrants.filter((grant) => !isService(grant)),
      ),
    },
  ];
}

const ID = "--query data.id --raw-output";

const statementsOf = (grants: readonly Grant[]) => [...new Set(grants.map(({ statement }) => printStatement(statement)))];
