"""Modules of many handlers: an event names the one that it is for."""


class Cases(dict):
    def __call__(self, title):
        def add(function):
            self[title] = function
            return function

        return add

    def handle(self, event, context):
        return self[event["case"]](event, context)
