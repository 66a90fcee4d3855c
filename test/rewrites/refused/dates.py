# --- datetime-fromisoformat forward: nobody knows what the text looks like
import datetime

def parse(text):  # -
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")  # -
text = "2022-06-02T11:15:00"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")  # +

# --- datetime-fromisoformat forward: short fields are read by one of them alone
import datetime

text = "2022-6-2T1:15:00"  # -
text = "2022-06-02T01:15:00"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")

# --- datetime-fromisoformat forward: a date without a time must be refused
import datetime

text = "2022-06-02"  # -
text = "2022-06-02T01:15:00"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")

# --- datetime-fromisoformat forward: a distance from UTC must be refused
import datetime

text = "2022-06-02T11:15:00+01:00"  # -
text = "2022-06-02T11:15:00"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")

# --- datetime-fromisoformat forward: the text is what somebody typed
import datetime

text = input()  # -
text = "2022-06-02T11:15:00"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")

# --- datetime-fromisoformat forward: the format is another
import datetime

text = "2022-06-02 11:15"  # -
result = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M")  # -
text = "2022-06-02 11:15:00"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M:%S")  # +

# --- datetime-fromisoformat forward: the day comes first
import datetime

text = "02-06-2022T11:15:00"  # -
result = datetime.datetime.strptime(text, "%d-%m-%YT%H:%M:%S")  # -
text = "2022-06-02T11:15:00"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")  # +

# --- datetime-fromisoformat forward: an error tells whether the text is of that format
import datetime

def is_stamp(text):
    try:
        datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")  # -
        datetime.datetime.strptime("2022-06-02T11:15:00", "%Y-%m-%dT%H:%M:%S")  # +
    except ValueError:
        return False
    return True

# --- datetime-fromisoformat forward: the format is not written there
import datetime

text = "2022-06-02T11:15:00"
result = datetime.datetime.strptime(text, FORMAT)  # -
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")  # +

# --- datetime-fromisoformat forward: the text may be another by then
import datetime

text = "2022-06-02T11:15:00"
if given:  # -
    text = given  # -
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S")

# --- datetime-fromisoformat forward: isoformat leaves a fraction of zero out
import datetime

text = stamp.isoformat()  # -
text = "2022-06-02T11:15:00.000000"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%f")

# --- datetime-fromisoformat back: the class is one's own
import datetime

class Stamp(datetime.datetime):
    pass

result = Stamp.fromisoformat(text)  # -
result = datetime.datetime.fromisoformat(text)  # +

# --- datetime-fromisoformat back: the method is handed on
import datetime

result = list(map(datetime.datetime.fromisoformat, texts))  # -
result = datetime.datetime.fromisoformat(text)  # +

# --- datetime-fromisoformat back: the text has a distance from UTC
import datetime

result = datetime.datetime.fromisoformat("2022-06-02T11:15:00+01:00")  # -
result = datetime.datetime.fromisoformat("2022-06-02T11:15:00")  # +

# --- datetime-fromisoformat back: the text is a date alone
import datetime

result = datetime.datetime.fromisoformat("2022-06-02")  # -
result = datetime.datetime.fromisoformat("2022-06-02T11:15:00")  # +

# --- date-fromisoformat forward: short fields are read by one of them alone
import datetime

text = "2022-6-2"  # -
text = "2022-06-02"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%d").date()

# --- date-fromisoformat forward: newer Pythons read dates without dashes
import datetime

text = "20220602"  # -
text = "2022-06-02"  # +
result = datetime.datetime.strptime(text, "%Y-%m-%d").date()

# --- date-fromisoformat forward: nobody knows what the text looks like
import datetime

def parse(text):  # -
def parse(text="2022-06-02"):  # +
    return datetime.datetime.strptime(text, "%Y-%m-%d").date()  # -
    return datetime.datetime.strptime("2022-06-02", "%Y-%m-%d").date()  # +

# --- date-fromisoformat forward: the time is what is wanted
import datetime

result = datetime.datetime.strptime("2022-06-02", "%Y-%m-%d").time()  # -
result = datetime.datetime.strptime("2022-06-02", "%Y-%m-%d").date()  # +

# --- date-fromisoformat forward: the format is another
import datetime

result = datetime.datetime.strptime("2022-06-02", "%Y-%d-%m").date()  # -
result = datetime.datetime.strptime("2022-06-02", "%Y-%m-%d").date()  # +

# --- date-fromisoformat back: the class is one's own
import datetime

class Day(datetime.date):
    pass

result = Day.fromisoformat(text)  # -
result = datetime.date.fromisoformat(text)  # +

# --- date-fromisoformat back: the method is handed on
import datetime

parser.add_argument("--day", type=datetime.date.fromisoformat)  # -
parser.add_argument("--day", default=datetime.date.fromisoformat(text))  # +

# --- date-fromisocalendar forward: the format takes weeks of another kind
import datetime

result = datetime.datetime.strptime("%04d-W%02d-%d" % (year, week, day), "%Y-W%W-%w").date()  # -
result = datetime.datetime.strptime("%04d-W%02d-%d" % (year, week, day), "%G-W%V-%u").date()  # +

# --- date-fromisocalendar forward: the text is written in another way
import datetime

result = datetime.datetime.strptime("%d-W%d-%d" % (year, week, day), "%G-W%V-%u").date()  # -
result = datetime.datetime.strptime("%04d-W%02d-%d" % (year, week, day), "%G-W%V-%u").date()  # +

# --- date-fromisocalendar forward: the numbers are not written out
import datetime

result = datetime.datetime.strptime("%04d-W%02d-%d" % parts, "%G-W%V-%u").date()  # -
result = datetime.datetime.strptime("%04d-W%02d-%d" % (year, week, day), "%G-W%V-%u").date()  # +

# --- date-fromisocalendar forward: a year has more digits than any date
import datetime

result = datetime.datetime.strptime("%04d-W%02d-%d" % (12022, 1, 1), "%G-W%V-%u").date()  # -
result = datetime.datetime.strptime("%04d-W%02d-%d" % (2022, 1, 1), "%G-W%V-%u").date()  # +

# --- date-fromisocalendar back: the class is one's own
import datetime

class Day(datetime.date):
    pass

result = Day.fromisocalendar(2022, 1, 1)  # -
result = datetime.date.fromisocalendar(2022, 1, 1)  # +

# --- date-fromisocalendar back: the arguments are not written out
import datetime

result = datetime.date.fromisocalendar(*parts)  # -
result = datetime.date.fromisocalendar(2022, 1, 1)  # +

# --- date-fromisocalendar back: the year has no such week, which one of them does not see
import datetime

result = datetime.date.fromisocalendar(2021, 53, 1)  # -
result = datetime.date.fromisocalendar(2020, 53, 1)  # +

# --- date-fromisocalendar back [>=3.5]: some targeted Python reads no such format
import datetime

result = datetime.date.fromisocalendar(2022, 1, 1)
