def hello(event:, context:)
  name = event.fetch('name', 'World')
  puts "Greeting #{name}"
  { greeting: "Hello, #{name}!" }
end
