import json


def handler(event, context):
    """Ships each order; those that can't be shipped go back to the queue."""
    failures = []
    for record in event["Records"]:
        order = json.loads(record["body"])
        if not order.get("address"):
            print(f"order {order['id']} has no address")
            failures.append({"itemIdentifier": record["messageId"]})
        else:
            print(f"order {order['id']} goes to {order['address']}")
    return {"batchItemFailures": failures}
