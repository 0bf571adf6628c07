"""Routes of the reporting app."""

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.platform.doors import route
from localvision.workbench.programmes.doors import member_who_may
from localvision.workbench.reporting.views import building, editing, reading

READ = member_who_may(Capability.READ_REPORTS)
BUILD = member_who_may(Capability.BUILD_REPORTS)

app_name = "reporting"
urlpatterns = [
    route("reports/", reading.reports, name="list", door=READ),
    route("reports/new/", editing.begin, name="begin", door=BUILD),
    route("reports/<slug:slug>/", reading.report, name="report", door=READ),
    route("reports/<slug:slug>/editions/<int:number>/", reading.edition, name="edition", door=READ),
    route(
        "reports/<slug:slug>/editions/<int:number>/<slug:format_>",
        reading.download,
        name="download",
        door=READ,
    ),
    route("reports/<slug:slug>/build/", building.build, name="build", door=BUILD),
    route("reports/<slug:slug>/progress/", building.progress, name="progress", door=BUILD),
    route("reports/<slug:slug>/stop/", building.stop, name="stop", door=BUILD),
    route("reports/<slug:slug>/preview/", editing.preview, name="preview", door=BUILD),
    route("reports/<slug:slug>/edit/", editing.edit, name="edit", door=BUILD),
    route("reports/<slug:slug>/edit/details/", editing.details, name="details", door=BUILD),
    route("reports/<slug:slug>/edit/works/", editing.works, name="works", door=BUILD),
    route(
        "reports/<slug:slug>/edit/works/<slug:key>/drop/",
        editing.drop_work,
        name="drop-work",
        door=BUILD,
    ),
    route("reports/<slug:slug>/edit/add/", editing.add, name="add", door=BUILD),
    route("reports/<slug:slug>/edit/<int:number>/", editing.block, name="block", door=BUILD),
    route("reports/<slug:slug>/edit/<int:number>/move/", editing.move, name="move", door=BUILD),
    route(
        "reports/<slug:slug>/edit/<int:number>/remove/", editing.remove, name="remove", door=BUILD
    ),
    route(
        "reports/<slug:slug>/edit/<int:number>/restore/",
        editing.restore,
        name="restore",
        door=BUILD,
    ),
]
