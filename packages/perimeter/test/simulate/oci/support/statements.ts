/** The policies of the worked examples, by their names in the language reference. */
export const STATEMENTS = {
  P1: ["allow group readers to inspect objects in compartment stores"],
  P2: ["allow group readers to read objects in compartment stores"],
  P3: ["allow group readers to read object-family in compartment stores"],
  P4: ["allow group writers to use objects in compartment stores"],
  P5: ["allow group readers to read all-resources in tenancy"],
  P6: ["allow group readers to {OBJECT_READ} in compartment stores"],
  P7: ["allow group readers to read buckets in compartment web"],
  P8: ["allow group readers to read buckets in compartment app:web"],
  P9: ["allow group readers to read buckets in compartment stores where target.bucket.name != 'scratch'"],
  P10: ["allow group readers to read objects in compartment stores where target.bucket.name = 'LEDGER'"],
  P11: ["allow group writers to manage object-family in compartment stores"],
  P12: ["allow group writers to manage objects in compartment stores where request.permission != 'OBJECT_DELETE'"],
  P13: [
    "allow group writers to manage objects in compartment stores where any {request.permission != 'OBJECT_DELETE', request.permission != 'OBJECT_READ'}",
  ],
  P14: [
    "allow group readers to use groups in tenancy where target.group.name != /pay*/",
    "allow group readers to use users in tenancy where target.group.name != /pay*/",
  ],
  P15: [
    "allow group readers to inspect groups in tenancy where any {target.group.name != /pay*/, request.operation = 'ListGroups'}",
  ],
  P16: ["allow group readers to read objects in tenancy where request.region = 'phx'"],
  P17: [
    "allow group readers to read objects in tenancy where request.utc-timestamp.time-of-day between '22:00:00Z' and '04:00:00Z'",
  ],
  P18: ["allow any-user to read objects in compartment stores"],
  P19: ["allow dynamic-group dg-app to read objects in compartment stores"],
  P20: ["allow any-group to read objects in compartment stores where request.user.id = 'ocid1.user.oc1..u1'"],
  P21: ["allow group writers to manage buckets in compartment stores where target.resource.tag.fin.class = 'GOLD'"],
  P22: ["allow group writers to manage objects in compartment stores where target.resource.tag.fin.class = 'gold'"],
  P23: ["allow group writers to read objects in compartment stores where target.bucket.tag.fin.class = '*'"],
  P24: ["allow group writers to read buckets in tenancy where target.resource.compartment.tag.fin.zone = 'x'"],
  P25: ["allow group writers to read buckets in compartment stores where target.resource.tag.fin.owner != 'z'"],
  P26: [
    "allow group writers to read buckets in compartment stores where any {!target.resource.tag.fin.owner, target.resource.tag.fin.owner != 'z'}",
  ],
  P27: ["allow group writers to manage policies in compartment app where target.policy.type = 'allow'"],
  P28: ["allow group writers to manage policies in compartment app where target.policy.type != 'deny'"],
  N1: ["deny group writers to manage buckets in compartment stores"],
  N2: ["deny group writers to inspect buckets in compartment stores"],
  N3: ["deny group writers to read objects in compartment stores"],
  N4: ["deny group writers to {OBJECT_READ} in compartment stores"],
  N5: ["deny any-user to inspect all-resources in compartment stores"],
  N6: ["deny any-user to manage objects in compartment stores where request.permission = 'OBJECT_READ'"],
  N7: ["deny any-user to read objects in compartment stores where request.user.name != 'ann'"],
  N8: ["deny any-user to read objects in compartment stores where any {!request.user.name, request.user.name != 'ann'}"],
  N9: ["deny any-user to use audit-events in tenancy"],
  "X-A": ["endorse group readers to manage objects in any-tenancy"],
  "X-D": ["deny endorse group readers to inspect objects in any-tenancy"],
} as const satisfies Record<string, readonly string[]>;

/** The statements of the other tenancy. */
export const FOREIGN_STATEMENTS = {
  "X-B": [
    "define tenancy Src as ocid1.tenancy.oc1..t",
    "define group Rd as ocid1.group.oc1..readers",
    "admit group Rd of tenancy Src to read objects in tenancy",
  ],
  "X-C": ["admit any-user of any-tenancy to read objects in compartment stores"],
} as const satisfies Record<string, readonly string[]>;
