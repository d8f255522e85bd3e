"""How times and their growth are printed."""


def head():
    print(f"{'':36}{'min':>10}{'median':>10}{'max':>10}   milliseconds")


def printed(name, few, many):
    """Print the times of one page, and return what is kept of them."""
    ratio = many.spread[1] / few.spread[1]
    for times in (few, many):
        least, middle, most = times.spread
        print(f"{name:36}{least:10.1f}{middle:10.1f}{most:10.1f}   {times.label}")
    print(f"{'':36}{'':10}{ratio:10.2f}{'':10}   times as long\n", flush=True)
    return {"page": name, "ratio": ratio, **{times.label: times.spread for times in (few, many)}}
