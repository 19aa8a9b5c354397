exports.handler = async ({ queryStringParameters }) => ({
  statusCode: 200,
  body: JSON.stringify({
    hello: queryStringParameters?.name ?? 'world',
    stage: process.env.STAGE,
    table: process.env.TABLE,
  }),
});
