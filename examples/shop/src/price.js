const prices = { book: 12.5, pen: 1.2, lamp: 40 };

export async function handler(event) {
  const { items = [] } = JSON.parse(event.body ?? '{}');
  if (items.length === 0) return answer(400, { message: 'the order has no items' });
  const lines = items.map(({ sku, quantity }) => {
    if (!(sku in prices)) throw new RangeError(`there is no ${sku}`);
    return { sku, quantity, price: prices[sku] * quantity };
  });
  const total = lines.reduce((sum, { price }) => sum + price, 0);
  console.log(`priced ${lines.length} lines`);
  return answer(200, { lines, total, currency: process.env.CURRENCY, pricedAt: new Date().toISOString() });
}

function answer(statusCode, body) {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
