import type { Permission } from "~/domain/organizations/permissions";

/** `public`: anybody. `session`: whoever is logged in, in any organization. */
export type Access = Permission | "public" | "session";

/** One thing of each kind that an organization has, for addresses. */
export type World = {
  slug: string;
  customerId: string;
  /** Somebody who may be the same person. */
  otherCustomerId: string;
  orderId: string;
  productId: string;
  subscriptionId: string;
  checkoutId: string;
  connectionId: string;
  /** A connection whose fields mean what its seller says. */
  mappedConnectionId: string;
  deliveryId: string;
  memberId: string;
  invitationId: string;
  supportRequestId: string;
  exportId: string;
  importId: string;
  listExportId: string;
};

type ActionAccess = {
  access: Access;
  /** A form that is taken from whoever may send it. */
  fields: Record<string, string>;
  /** What such a form is answered, where that is no success. */
  answer?: number;
};

export type RouteAccess = {
  path: (world: World) => string;
  loader?: Access;
  /** An Admin's own thing, which Admins see; to other roles it does not exist. */
  isOfAdmins?: boolean;
  /** What the loader answers to those who may ask, where that is no success. */
  answer?: number;
  /** By intent; `POST` where the route has one action. */
  actions?: Record<string, ActionAccess>;
};

/** A form that anybody may send. */
export function publicForm(fields: Record<string, string>, answer?: number): ActionAccess {
  return { access: "public", fields, answer };
}

/** No record has this id. */
export const NOBODYS = "0190a000-0000-7000-8000-000000000000";
