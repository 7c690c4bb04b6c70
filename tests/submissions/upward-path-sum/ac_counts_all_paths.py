import collections


class Solution(object):
	def hasUpwardPathSum(self, root, targetSum):
		self.count = 0
		self.target = targetSum
		self.prefix = collections.defaultdict(int)
		self.prefix[0] = 1
		self._dfs(root, 0)
		return bool(self.count)

	def _dfs(self, node, total):
		if node:
			total += node.val
			self.count += self.prefix[total - self.target]
			self.prefix[total] += 1
			self._dfs(node.left, total)
			self._dfs(node.right, total)
			self.prefix[total] -= 1
			if not self.prefix[total]:
				del self.prefix[total]
