class LRUCache:
    def __init__(self, capacity):
        ring = []
        ring[:] = [ring, ring, None, None]
        nodes = {}
        PREV, NEXT, KEY, VALUE = range(4)

        def cut(node):
            node[PREV][NEXT], node[NEXT][PREV] = node[NEXT], node[PREV]

        def join(node):
            last = ring[PREV]
            last[NEXT] = ring[PREV] = node
            node[PREV], node[NEXT] = last, ring

        def get(key):
            if (node := nodes.get(key)) is None:
                return -1
            cut(node)
            join(node)
            return node[VALUE]

        def put(key, value):
            if key in nodes:
                node = nodes[key]
                cut(node)
            elif len(nodes) == capacity:
                node = ring[NEXT]
                cut(node)
                nodes.pop(node[KEY])
                node[KEY] = key
                nodes[key] = node
            else:
                node = nodes[key] = [None, None, key, None]
            node[VALUE] = value
            join(node)

        self._get, self._put = get, put

    def get(self, key):
        return self._get(key)

    def put(self, key, value):
        return self._put(key, value)
