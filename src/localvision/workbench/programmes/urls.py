"""Routes of the programmes app."""

from localvision.workbench.accounts.doors import SIGNED_IN
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.platform.doors import route
from localvision.workbench.programmes import views
from localvision.workbench.programmes.doors import member_who_may

SEE = member_who_may(Capability.SEE_PROGRAMME)

app_name = "programmes"
urlpatterns = [
    route("", views.programme_list, name="list", door=SIGNED_IN),
    route("<slug:programme>/", views.home, name="home", door=SEE),
    route("<slug:programme>/about/", views.about, name="about", door=SEE),
    route("<slug:programme>/places/", views.places, name="places", door=SEE),
    route("<slug:programme>/places/<slug:key>/", views.place, name="place", door=SEE),
    route("<slug:programme>/search/", views.search, name="search", door=SEE),
    route(
        "<slug:programme>/members/",
        views.members,
        name="members",
        door=member_who_may(Capability.MANAGE_PROGRAMME),
    ),
    route(
        "<slug:programme>/log/",
        views.audit,
        name="audit",
        door=member_who_may(Capability.READ_AUDIT),
    ),
]
