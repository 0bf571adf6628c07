"""What a programme is made of."""

from localvision.workbench.programmes.models.frames import (
    Frame,
    FrameChange,
    FrameItem,
    FrameItemWording,
)
from localvision.workbench.programmes.models.people import Identity, Organisation, Person
from localvision.workbench.programmes.models.places import Boundary, Locality
from localvision.workbench.programmes.models.programme import (
    Aim,
    Membership,
    OpenQuestion,
    Programme,
    Promise,
    Wave,
)
from localvision.workbench.programmes.models.projects import (
    InterventionLevel,
    IssueFraming,
    Partnership,
    Project,
    StagePeriod,
)

__all__ = [
    "Aim",
    "Boundary",
    "Frame",
    "FrameChange",
    "FrameItem",
    "FrameItemWording",
    "Identity",
    "InterventionLevel",
    "IssueFraming",
    "Locality",
    "Membership",
    "OpenQuestion",
    "Organisation",
    "Partnership",
    "Person",
    "Programme",
    "Project",
    "Promise",
    "StagePeriod",
    "Wave",
]
