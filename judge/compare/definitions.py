"""What a pasted case defines for its arguments and results, where the submission does not."""

from __future__ import annotations

_TREE_CLASS = """\
if "TreeNode" not in globals():
    class TreeNode:
        def __init__(self, val=0, left=None, right=None):
            self.val, self.left, self.right = val, left, right
"""

_LIST_CLASS = """\
if "ListNode" not in globals():
    class ListNode:
        def __init__(self, val=0, next=None):
            self.val, self.next = val, next
"""

_TREE_BUILDER = """\
def tree(levels):
    root, *rest = [None if v is None else TreeNode(v) for v in levels] or [None]
    row, rest = [root], iter(rest)
    for node in row:
        node.left, node.right = next(rest, None), next(rest, None)
        row += [child for child in (node.left, node.right) if child]
    return root
"""

_LIST_BUILDER = """\
def linked(values, cycle=-1):
    nodes = [ListNode(v) for v in values]
    for here, after in zip(nodes, nodes[1:]):
        here.next = after
    if cycle >= 0:
        nodes[-1].next = nodes[cycle]
    return nodes[0] if nodes else None
"""

_LIST_NODES = """\
def listed(node):
    nodes = {}
    while node and id(node) not in nodes:
        nodes[id(node)] = node
        node = node.next
    return list(nodes.values())
"""

LIST_VALUES = f"""\
{_LIST_NODES}\
def values(node):
    nodes = listed(node)
    after = nodes[-1].next if nodes else None
    return [each.val for each in nodes] + (["back to", after.val] if after else [])
"""

LIST_PLACES = f"""\
{_LIST_NODES}\
def place(nodes, found):
    return next((f"<node {{at}}>" for at, node in enumerate(nodes) if node is found), found)
"""

_DEEP_BUILDER = """\
def deep(postfix):
    stack = []
    for token in postfix:
        if isinstance(token, int):
            stack[len(stack) - token:] = [stack[len(stack) - token:]]
        else:
            stack.append(token[0])
    return stack[0]
"""


DEFINITIONS = {
    "TreeNode": _TREE_CLASS,
    "tree": _TREE_BUILDER,
    "ListNode": _LIST_CLASS,
    "linked": _LIST_BUILDER,
    "deep": _DEEP_BUILDER,
}
"""What an argument may need, by the name that it defines, in the order in which they are written."""
