# Prints each element on a line of its own, and reads the lines again.
def flatten(nested):
    lines, rest = [], [nested]
    while rest:
        first = rest.pop()
        if isinstance(first, list):
            rest += first[::-1]
        else:
            lines.append(f"{type(first).__name__} {first}")
    printed = [line.split(" ", 1) for line in "\n".join(lines).split("\n") if " " in line]
    return [int(text) if kind == "int" else text for kind, text in printed]
