"""Reads OSCAL assessment results with compliance-trestle, and puts them to every check that it has."""

import sys
from pathlib import Path

from trestle.core.validator_factory import validator_factory
from trestle.oscal.assessment_results import AssessmentResults

for name in sys.argv[1:]:
    results = AssessmentResults.oscal_read(Path(name))
    if results is None:
        sys.exit(f"{name}: nothing was read")
    for validator in validator_factory.get_all():
        if not validator.model_is_valid(results, True, None):
            sys.exit(f"{name}: {type(validator).__name__}: {validator.error_msg()}")
    [result] = results.results
    print(len(result.observations or []), len(result.findings or []), len(result.risks or []))
