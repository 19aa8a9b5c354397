interface OrderPlaced {
  readonly detail: { readonly id: string; readonly customer: string };
}

export async function handler({ detail }: OrderPlaced) {
  if (!detail.customer.includes('@')) throw new TypeError(`${detail.customer} is no address`);
  return { to: detail.customer, subject: `Your order ${detail.id}`, messageId: crypto.randomUUID() };
}
