/**
 * What Oracle's documentation leaves open, and an answer can hang on. Each is asked only where the two readings differ.
 * The pages meant are those of the functions that ask.
 */
export const QUESTIONS = {
  absentTag: "whether `!=` holds for a tag that isn't there",
  absentInDeny: "whether a deny statement applies when one of its variables is absent",
  quotedStar: "whether a `*` in quotes stands for any text",
  patternWithoutStar: "whether a pattern without `*` is found inside a value",
  innerStar: "whether a `*` inside a pattern stands for any text",
  nameCase: "whether names that differ only in case are the same",
  slashInName: "whether a quoted name with a slash is a domain and a name",
  anyGroup: "whether `any-group` covers principals outside every group",
  regionName: "whether `request.region` equals the full name of a region",
  networkSource: "whether the service tells from which network source a request comes",
  presence: "whether a variable alone is a condition",
  sets: "what the functions on sets compare",
  severalValues: "how two lists of values are compared",
  timeBoundary: "whether the time lies in the window, within the five minutes by which clocks may differ",
  familyInversion: "which permissions of a family a deny statement takes away",
  crossInversion: "which permissions a deny statement takes away across tenancies",
  ownName: "whether a path may begin with the compartment that the policy is attached to",
  ocidInPath: "whether an OCID may stand in a path of names",
  tenancyOcid: "whether `compartment id` may name the tenancy",
  admitOfNobody: "whether `admit` without `of` admits every tenancy",
  associate: "which permissions `associate` gives",
  platformResource: "which principals of the platform a `resource` subject covers",
  dynamicGroupInDeny: "whether a deny statement applies that asks for the name or id of a dynamic group",
  resourceTag: "whether the service supplies the tags of its resources to conditions",
  subcompartment: "whether a matching rule's compartment includes those below it",
  instanceType: "whether `resource.type = 'instance'` matches compute instances",
  absentAttribute: "whether `!=` matches a resource without that attribute",
  ownCredentials: "whether a deny statement stops users from managing their own credentials",
} as const;
