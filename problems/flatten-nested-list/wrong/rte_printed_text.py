# Removes the brackets from the printed list: printing recurses too.
def flatten(nested):
    import ast

    inside = repr(nested)[1:-1]
    flat = ast.literal_eval("[" + inside + "]")
    while any(isinstance(item, list) for item in flat):
        flat = [part for item in flat for part in (item if isinstance(item, list) else [item])]
    return flat
