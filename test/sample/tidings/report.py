"""Puts what was found into words."""

import datetime
import math
import shlex

try:
    from zoneinfo import ZoneInfo
except ImportError:
    ZoneInfo = None


def heading(zone="UTC"):
    now = datetime.datetime.now(ZoneInfo(zone)) if ZoneInfo else datetime.datetime.utcnow()
    return now.strftime("%A, %d %B")


def render(tidings):
    lines = [heading()]
    for tiding in sorted(tidings, key=lambda each: -each.commits):
        seconds = math.ceil(tiding.took / 10**9)
        lines.append("{:>4}  {}  ({} s)".format(tiding.commits, tiding.where, seconds))
    if (total := sum(each.commits for each in tidings)) > 100:
        lines.append("A busy day: {} commits.".format(total))
    return "\n".join(lines)


def since(day):
    return datetime.date.fromisoformat(day)


def command(parts):
    return shlex.join(parts)
