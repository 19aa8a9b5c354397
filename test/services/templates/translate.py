"""Prints what SAM's own transform makes of a template in JSON. Local code is replaced: only its place in a bucket is translated."""

import json
import sys

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

with open(sys.argv[1]) as file:
    template = json.load(file)
parameters = json.loads(sys.argv[2])

bucket = "s3://bucket/key"
places = {
    "AWS::Serverless::Function": "CodeUri",
    "AWS::Serverless::LayerVersion": "ContentUri",
    "AWS::Serverless::Application": "Location",
}
for resource in template["Resources"].values():
    name = places.get(resource["Type"])
    properties = resource.get("Properties", {})
    if name is not None and "InlineCode" not in properties:
        properties[name] = "https://s3.amazonaws.com/bucket/key" if name == "Location" else bucket

translated = Translator({}, Parser()).translate(template, parameters)
print(json.dumps(translated))
