"""The coding app."""

from django.apps import AppConfig


class CodingConfig(AppConfig):
    """Registers the app under its one word, and what it adds to lower rooms."""

    name = "localvision.workbench.coding"
    label = "coding"

    def ready(self) -> None:
        """Code reports as they come in, say what wants judgement, and open what is found."""
        from localvision.workbench.coding import home
        from localvision.workbench.coding.arrivals import code_by_heading
        from localvision.workbench.documents.arrivals import on_arrival
        from localvision.workbench.programmes.finding import opens
        from localvision.workbench.programmes.panels import judgement_makers, register

        on_arrival(code_by_heading)
        register(judgement_makers, home.codings_to_judge)
        opens("passage", "Passage", home.open_passages)
        opens("memo", "Memo", home.open_memos)
        opens("code", "Code", home.open_codes)
