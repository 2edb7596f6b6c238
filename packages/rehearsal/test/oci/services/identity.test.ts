import { describeService } from "./tables";

const C = { compartment_id: "c", description: "d" };
const KEY = "-----BEGIN PUBLIC KEY-----\nAQID\n-----END PUBLIC KEY-----\n";

describeService("identity", {
  given: {
    group: ["oci_identity_group", { name: "readers", description: "d" }],
    policy: ["oci_identity_policy", { ...C, name: "p", statements: ["Allow group readers to read buckets in tenancy"] }],
    namespace: ["oci_identity_tag_namespace", { ...C, name: "us-data" }],
    tag: ["oci_identity_tag", { tag_namespace_id: "@namespace.id", name: "store", description: "d" }],
  },
  planned: [
    [
      "a compartment without a parent is under the root",
      "oci_identity_compartment",
      { name: "n", description: "d" },
      { compartment_id: /^ocid1\.tenancy\./ },
    ],
    ["a compartment keeps its parent", "oci_identity_compartment", { ...C, name: "n" }, { compartment_id: "c" }],
    ["a network source stands for all services", "oci_identity_network_source", { ...C, name: "n" }, { services: ["all"] }],
    [
      "a network source stands for those that it names",
      "oci_identity_network_source",
      { ...C, name: "n", services: ["none"] },
      { services: ["none"] },
    ],
    [
      "a person may have all credentials",
      "oci_identity_user_capabilities_management",
      { user_id: "u" },
      { can_use_api_keys: true, can_use_customer_secret_keys: true },
    ],
    ["a domain is shown at the sign-in", "oci_identity_domain", { ...C, display_name: "d" }, { is_hidden_on_login: false }],
    ["a tag default doesn't insist", "oci_identity_tag_default", { compartment_id: "c" }, { is_required: false }],
  ],
  made: [
    [
      "a group is the tenancy's",
      "oci_identity_group",
      { name: "writers", description: "d" },
      { id: /^ocid1\.group\.oc1\.\.[a-z2-7]{60}$/, state: "ACTIVE" },
    ],
    [
      "a domain has a url for all regions and one for its own",
      "oci_identity_domain",
      { ...C, display_name: "us", home_region: "us-ashburn-1" },
      {
        url: /^https:\/\/idcs-[0-9a-f]{32}\.identity\.oraclecloud\.com:443$/,
        home_region_url: /\.us-ashburn-1\.identity\./,
        type: "SECONDARY",
      },
    ],
    [
      "an API key is known by its fingerprint",
      "oci_identity_api_key",
      { user_id: "u", key_value: KEY },
      {
        id: /^ocid1\.tenancy\.[^/]+\/u\/52:89:df:73:7d:f5:73:26:fc:dd:22:59:7a:fb:1f:ac$/,
        fingerprint: "52:89:df:73:7d:f5:73:26:fc:dd:22:59:7a:fb:1f:ac",
      },
    ],
    [
      "a secret key's id is the access key",
      "oci_identity_customer_secret_key",
      { user_id: "u", display_name: "d" },
      { id: /^[0-9a-f]{40}$/, key: /^.{43}=$/ },
    ],
    [
      "capabilities are known by their user",
      "oci_identity_user_capabilities_management",
      { user_id: "u" },
      { id: "capabilities/u" },
    ],
    [
      "the authentication policy is known by the tenancy",
      "oci_identity_authentication_policy",
      { compartment_id: "t" },
      { id: "authenticationPolicies/t" },
    ],
    [
      "a tag default knows its tag",
      "oci_identity_tag_default",
      { compartment_id: "c", tag_definition_id: "@tag.id", value: "US" },
      { tag_definition_name: "store", tag_namespace_id: "@namespace.id" },
    ],
    [
      "a policy's name is free elsewhere",
      "oci_identity_policy",
      { ...C, compartment_id: "other", name: "p" },
      { state: "ACTIVE" },
    ],
  ],
  refused: [
    ["a group's name is taken", "oci_identity_group", { name: "readers", description: "d" }, 'group "readers" already exists'],
    ["a policy's name is taken in its compartment", "oci_identity_policy", { ...C, name: "p" }, "already exists"],
  ],
});

describeService("identity domains", {
  given: {
    domain: ["oci_identity_domain", { ...C, display_name: "us" }],
    other: ["oci_identity_domain", { ...C, display_name: "eu" }],
    group: ["oci_identity_domains_group", { idcs_endpoint: "@domain.url", display_name: "readers" }],
  },
  planned: [
    ["a user may sign in", "oci_identity_domains_user", { idcs_endpoint: "@domain.url", user_name: "u" }, { active: true }],
  ],
  made: [
    [
      "a group knows its domain",
      "oci_identity_domains_group",
      { idcs_endpoint: "@domain.url", display_name: "writers" },
      { domain_ocid: "@domain.id", compartment_ocid: "c", ocid: /^ocid1\.group\.oc1\.\./, id: /^[0-9a-f]{32}$/ },
    ],
    [
      "a name is free in another domain",
      "oci_identity_domains_group",
      { idcs_endpoint: "@other.url", display_name: "readers" },
      { domain_ocid: "@other.id" },
    ],
    [
      "a dynamic group has the older word in its OCID",
      "oci_identity_domains_dynamic_resource_group",
      { idcs_endpoint: "@domain.url", display_name: "d" },
      { ocid: /^ocid1\.dynamicgroup\.oc1\.\./ },
    ],
    [
      "the place of a resource ends in its id",
      "oci_identity_domains_condition",
      { idcs_endpoint: "@domain.url", name: "c" },
      {
        meta: [
          {
            resource_type: "Condition",
            location: /^https:\/\/idcs-[0-9a-f]{32}\.identity\.oraclecloud\.com:443\/admin\/v1\/Conditions\/[0-9a-f]{32}$/,
          },
        ],
      },
    ],
    [
      "settings keep the id that all domains give them",
      "oci_identity_domains_authentication_factor_setting",
      { idcs_endpoint: "@domain.url", authentication_factor_setting_id: "AuthenticationFactorSettings" },
      { id: "AuthenticationFactorSettings" },
    ],
    [
      "strengths that a policy doesn't name are not set",
      "oci_identity_domains_password_policy",
      { idcs_endpoint: "@domain.url", name: "p", min_length: 16 },
      { min_length: 16, min_numerals: null },
    ],
  ],
  refused: [
    [
      "a name is taken in its domain",
      "oci_identity_domains_group",
      { idcs_endpoint: "@domain.url", display_name: "readers" },
      "already exists",
    ],
  ],
});
