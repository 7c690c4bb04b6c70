def events(root):
    """Yield (entering, value) as a walk meets and leaves the nodes, without recursion."""
    todo = [(True, root)] if root else []
    while todo:
        entering, node = todo.pop()
        yield entering, node.val
        if entering:
            todo.append((False, node))
            todo.extend((True, child) for child in (node.right, node.left) if child)


class Solution:
    def hasUpwardPathSum(self, root, targetSum):
        print("looking for", targetSum)
        path = [0]
        seen = {0: 1}
        for entering, val in events(root):
            if entering:
                total = path[-1] + val
                if seen.get(total - targetSum):
                    return True
                path.append(total)
                seen[total] = seen.get(total, 0) + 1
            else:
                seen[path.pop()] -= 1
        return False
