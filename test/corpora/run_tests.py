"""Runs tests of a library, and tells how each came out.

Takes the name of a file to write to, `unittest` or `pytest`, and what to run: modules for the one, files and folders for
the other. Writes an object with an outcome for the id of each test, as JSON.
"""
import json
import sys
import unittest


class Recorder(unittest.TestResult):
    def __init__(self, outcomes):
        super().__init__()
        self.outcomes = outcomes

    def stopTest(self, test):
        super().stopTest(test)
        self.outcomes.setdefault(test.id(), "passed")

    def addError(self, test, err):
        self.outcomes[test.id()] = "error: " + err[0].__name__

    def addFailure(self, test, err):
        self.outcomes[test.id()] = "failed: " + err[0].__name__

    def addSkip(self, test, reason):
        self.outcomes[test.id()] = "skipped"

    def addExpectedFailure(self, test, err):
        self.outcomes[test.id()] = "expected failure"

    def addUnexpectedSuccess(self, test):
        self.outcomes[test.id()] = "unexpected success"

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.outcomes[test.id()] = "failed: " + err[0].__name__


def run_unittest(names, outcomes):
    suite = unittest.defaultTestLoader.loadTestsFromNames(names)
    suite.run(Recorder(outcomes))


class Plugin:
    def __init__(self, outcomes):
        self.outcomes = outcomes

    def pytest_runtest_logreport(self, report):
        if report.when == "call" or report.outcome != "passed":
            self.outcomes[report.nodeid] = report.outcome

    def pytest_collectreport(self, report):
        if report.failed:
            self.outcomes[report.nodeid] = "not collected"


def run_pytest(names, outcomes):
    import pytest

    pytest.main(["-q", "-p", "no:cacheprovider", "-W", "ignore", *names], plugins=[Plugin(outcomes)])


def main(target, kind, *names):
    outcomes = {}
    {"unittest": run_unittest, "pytest": run_pytest}[kind](list(names), outcomes)
    with open(target, "w", encoding="utf-8") as stream:
        json.dump(outcomes, stream)


if __name__ == "__main__":
    main(*sys.argv[1:])
