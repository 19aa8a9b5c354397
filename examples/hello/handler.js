export async function hello({ name = 'World' }) {
  console.log(`Greeting ${name}`);
  return { greeting: `Hello, ${name}!` };
}
