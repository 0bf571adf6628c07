"""Take a person's word on who speaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from localvision.errors.intake import UNKNOWN_SPEAKER_LABEL
from localvision.intake.document import Turn
from localvision.intake.turns.proposal import TurnProposal, speakers_of


def apply_speakers(proposal: TurnProposal, mapping: Mapping[str, str | None]) -> TurnProposal:
    r"""Name the speakers behind labels, or say that a label is no speaker.

    Parameters
    ----------
    proposal : from `propose_turns`.
    mapping : label as written to the speaker's name; None for "not a speaker", whose words
        then belong to the turn before (or to none, at the beginning). Labels that are not
        mentioned keep their own name. Two labels may be given one name.

    Returns
    -------
    A confirmed proposal with confidence 1: turns numbered anew, `speaker` filled,
    `speaker_raw` as written.

    Raises
    ------
    LocalVisionError : `intake.unknown-speaker-label` for a label the proposal does not have.

    Examples
    --------
    >>> from localvision.intake.turns import propose_turns
    >>> proposal = propose_turns("Ann: Hi.\nBo: Hello.\nAnn: So.\nBo: Yes.")
    >>> apply_speakers(proposal, {"Ann": "Interviewer"}).turns[0].speaker
    'Interviewer'
    """
    known = {speaker.label for speaker in proposal.speakers}
    for label in mapping:
        if label not in known:
            raise UNKNOWN_SPEAKER_LABEL.error(label=label, labels=", ".join(sorted(known)))
    turns: list[Turn] = []
    for turn in proposal.turns:
        speaker = mapping.get(turn.speaker_raw, turn.speaker_raw)
        if speaker is not None:
            turns.append(replace(turn, number=len(turns) + 1, speaker=speaker))
        elif turns:
            turns[-1] = replace(turns[-1], end=turn.end)
    return replace(
        proposal,
        turns=tuple(turns),
        speakers=speakers_of(proposal.text, turns),
        confidence=1.0,
        reasons=("confirmed by a person",),
        confirmed=True,
    )
