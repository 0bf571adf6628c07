"""One default programme for all tests of the example."""

import pytest

from localvision.example import ExampleProgramme, ExampleSource, generate


@pytest.fixture(scope="session")
def example_programme() -> ExampleProgramme:
    return generate()


@pytest.fixture(scope="session")
def example_sources(example_programme) -> tuple[ExampleSource, ...]:
    return tuple(example_programme.sources())


@pytest.fixture(scope="session")
def example_places(example_programme):
    return tuple(example_programme.each_locality())
