export type { Approval, Approvals } from "./approval";
export { type Approver, approverOf } from "./approve";
export { readApprovals } from "./read";
export { approvalsSchema } from "./shape";
