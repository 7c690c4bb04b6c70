# Splices each inner list into a copy at its place: linear only while little stands behind it.
def flatten(nested):
    flat, at = list(nested), 0
    while at < len(flat):
        if isinstance(flat[at], list):
            flat[at : at + 1] = flat[at]
        else:
            at += 1
    return flat
