"""Results in the format that CI servers read."""

from collections.abc import Iterable
from itertools import groupby
from xml.etree import ElementTree

from jiexu.explanation.problems import spelled
from jiexu.regression.run import Result


def junit(results: Iterable[Result]) -> str:
    """One test suite a pack or folder of cases."""
    root = ElementTree.Element("testsuites")
    for group, of_group in groupby(sorted(results, key=lambda result: result.group), key=lambda result: result.group):
        held = list(of_group)
        failed = sum(bool(result.problems) for result in held)
        suite = ElementTree.SubElement(root, "testsuite", name=group, tests=str(len(held)), failures=str(failed))
        for result in held:
            case = ElementTree.SubElement(
                suite, "testcase", classname=group, name=result.name, time=f"{result.seconds:f}"
            )
            for problem in map(spelled, result.problems):
                message = f"{problem.code} {problem.message}"
                ElementTree.SubElement(case, "failure", message=message).text = f"{problem.where}: {message}"
    ElementTree.indent(root)
    return ElementTree.tostring(root, "unicode", xml_declaration=True) + "\n"
