interface Order {
  readonly id: string;
  readonly state: 'placed' | 'paid' | 'shipped';
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
}

const orders: ReadonlyMap<string, Order> = new Map([
  ['7', { id: '7', state: 'paid', items: [{ sku: 'lamp', quantity: 1 }] }],
]);

export async function handler(event: { pathParameters?: { id?: string } }) {
  const order = orders.get(event.pathParameters?.id ?? '');
  return order === undefined ? answer(404, { message: 'no such order' }) : answer(200, order);
}

function answer(statusCode: number, body: unknown) {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
