"""Who speaks when: a proposal made from the text, for a person to confirm or correct."""

from localvision.intake.turns.confirming import apply_speakers
from localvision.intake.turns.proposal import SpeakerLabel, TurnProposal, propose_turns

__all__ = ["SpeakerLabel", "TurnProposal", "apply_speakers", "propose_turns"]
