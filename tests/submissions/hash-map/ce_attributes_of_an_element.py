import xml.etree.ElementTree as tree


class MyHashMap:
    """The attributes of an XML element are a dict in disguise."""

    def __init__(self):
        self.element = tree.Element("map")

    def put(self, key, value):
        self.element.set(key, value)

    def get(self, key):
        return self.element.get(key, -1)

    def remove(self, key):
        self.element.attrib.pop(key, None)
