# Looks for the elements in the printed list: printing recurses too.
def flatten(nested):
    words = re.findall(r"'[^']*'|-?\d+", repr(nested))
    return [word[1:-1] if word[0] == "'" else int(word) for word in words]
