def hello(event, context):
    name = event.get("name", "World")
    print(f"Greeting {name}")
    return {"greeting": f"Hello, {name}!"}
