"""The claims app."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    """Registers the app under its one word, and what it adds to the programme's pages."""

    name = "localvision.workbench.claims"
    label = "claims"

    def ready(self) -> None:
        """Say how many claims there are, what wants judgement, and where found claims open."""
        from localvision.workbench.claims.home import open_claims
        from localvision.workbench.claims.judgements import headlines, judgements
        from localvision.workbench.programmes import finding, panels

        panels.register(panels.headline_makers, headlines)
        panels.register(panels.judgement_makers, judgements)
        finding.opens("claim", "Claim", open_claims)
