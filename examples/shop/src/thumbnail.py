from urllib.parse import unquote_plus

SIZES = (64, 256)


def handler(event, context):
    keys = [unquote_plus(record["s3"]["object"]["key"]) for record in event["Records"]]
    return {key: [thumbnail(key, size) for size in SIZES] for key in keys}


def thumbnail(key, size):
    folder, _, name = key.rpartition("/")
    return f"thumbnails/{folder}/{size}/{name}"
